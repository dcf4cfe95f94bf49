/* The use case behind assess, why and ask: reasoning and remedy in one. */
#ifndef FOOTFALL_APP_ASSESS_H
#define FOOTFALL_APP_ASSESS_H

#include "base/arena.h"

#include <footfall/assessment.h>

/* Assesses a case with the built-in knowledge. Results live in the arena. */
ff_code ff_assess_case(ff_arena *arena, const ff_case *runner, ff_assessment *assessment,
                       ff_error *error);

/* The same, with if_other and if_answered filled in. */
ff_code ff_assess_case_explained(ff_arena *arena, const ff_case *runner, ff_assessment *assessment,
                                 ff_error *error);

/* The cause of that id, or the only one whose plain name or clinical term has the words in it,
 * whatever the case of the letters; a form of a cause is that cause. NULL words give NULL.
 * FF_ERR_VALUE (where: "explain"), naming the ids that there are, or those that the words may
 * mean. */
ff_code ff_cause_named(const char *words, const ff_cause **cause, ff_error *error);

/* Whether the numbness gets worse from week to week, as answered or by the runs. */
bool ff_case_gets_worse(const ff_case *runner);

#endif
