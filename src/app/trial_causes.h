/* What changes do under each cause, from the knowledge to a trial. */
#ifndef FOOTFALL_APP_TRIAL_CAUSES_H
#define FOOTFALL_APP_TRIAL_CAUSES_H

#include "trial/analyse.h"

#include <footfall/knowledge.h>

/* "No cause found" keeps at least this chance: what a change does under each cause is judgement. */
#define FF_LEAST_OTHER 0.05

/* The cause with that id or other name; NULL when there is none. */
const ff_cause *ff_trial_cause_named(const char *name);

/* Fills mean and sd of every change. A change that the knowledge does not know (words of the runner's
 * own) may do anything under any cause, and so speaks for none. */
void ff_trial_cause_effects(const ff_cause *cause, const char *const *changes, size_t count,
                            ff_trial_cause *out);

/* Whether two causes expect the same of all changes, so that no run tells them apart. */
bool ff_trial_same_effects(const ff_trial_cause *a, const ff_trial_cause *b, size_t count);

/* Adds a cause to count of them and returns how many there are then. Causes under which the changes do the same
 * are told apart by no run: they count as one, under the name of the likeliest, which comes first. */
size_t ff_trial_add_cause(ff_trial_cause *causes, size_t count, size_t changes,
                          const ff_trial_cause *cause);

/* What a cause says by itself of the next run, while there is none: the usual onset is guessed at so many
 * minutes. */
void ff_trial_expect(const ff_trial_cause *cause, size_t changes, double usual_min, ff_outlook *outlook);

/* How soon each change acts; and what the changes act through is not held still. */
void ff_trial_take_knowledge(ff_trial_question *question);

/* At most FF_TRIAL_MOST_CHANGES changes that can be made on one run and left on the next: those that
 * promise most under the causes, in their order.
 * chosen holds their numbers; returns how many. */
size_t ff_trial_candidates(const ff_trial_question *question, size_t chosen[FF_TRIAL_MOST_CHANGES]);

#endif
