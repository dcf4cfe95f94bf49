/* Red flags: rules over answers that outrank every probability. */
#ifndef FOOTFALL_REASON_RED_FLAGS_H
#define FOOTFALL_REASON_RED_FLAGS_H

#include "base/arena.h"

#include <footfall/assessment.h>

/* All flags that fire, the most urgent first, into the arena. NULL with *count 0 when none does. */
ff_flag_raised *ff_red_flags_raised(ff_arena *arena, const ff_knowledge *knowledge,
                                    const ff_case *runner, size_t *count);

/* What is known of a term, and of a line. */
typedef enum ff_truth { FF_FALSE, FF_TRUE, FF_OPEN } ff_truth;
ff_truth ff_term_truth(const ff_term *term, const ff_case *runner);

/* The first of the rules of which all terms hold; NULL when none does. */
const ff_rule *ff_rule_that_holds(const ff_rule *rules, size_t count, const ff_case *runner);

/* The flag that this fact's answer alone could still raise: all other terms of one of its lines
 * hold, at least one of them because of what was said about the trouble. Flags that are not on the
 * checklist need nothing said when the fact is an easy question (tier 1): nobody else asks it. The
 * most urgent such flag above the level; NULL for none. */
ff_flag_open ff_red_flags_decided_by(const ff_knowledge *knowledge, const ff_case *runner,
                                     const ff_fact *fact, ff_triage_level above);

/* The flags that have not fired because the runner is not sure, into the arena: every item of the
 * checklist he is not sure of, and flags of a doctor today or sooner that one unsure answer alone
 * would raise. NULL with *count 0 when memory is gone. */
ff_flag_open *ff_red_flags_open(ff_arena *arena, const ff_knowledge *knowledge,
                                const ff_case *runner, size_t *count);

/* The level that unsure items of the checklist call for: signs of a doctor today or sooner are to
 * be asked about within days at the latest, those of within days in due course. Class c. */
ff_triage_level ff_red_flags_open_level(const ff_flag_open *open, size_t count);

/* Whether it comes from runs or a measurement and not from the runner's own word. */
bool ff_finding_is_measured(const ff_finding *finding);
/* The last answer given for a fact; NULL when there is none. */
const ff_finding *ff_case_finding(const ff_case *runner, const char *id);
/* Index of the level that was said, or -1 when not asked, not sure, or no level of this fact. */
int ff_case_level(const ff_case *runner, const ff_fact *fact);

#endif
