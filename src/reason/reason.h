/* The reasoning room: from a case to flags, causes and questions. */
#ifndef FOOTFALL_REASON_REASON_H
#define FOOTFALL_REASON_REASON_H

#include "base/arena.h"

#include <footfall/assessment.h>

/* Fills everything of the assessment but the suggestions, which are the remedy room's. Results
 * live in the arena. Fails with FF_ERR_MEMORY; FF_ERR_VALUE for a finding whose id or value the
 * knowledge does not have. */
ff_code ff_reason(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *runner,
                  ff_assessment *assessment, ff_error *error);

/* The same, and what each answer would make of it, were it another or were it given: if_other and
 * if_answered, which ff_reason leaves empty. */
ff_code ff_reason_explained(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *runner,
                            ff_assessment *assessment, ff_error *error);

#endif
