/* Implied answers: what was said in one place, once, answers a question asked in another. */
#ifndef FOOTFALL_REASON_IMPLIED_H
#define FOOTFALL_REASON_IMPLIED_H

#include "base/arena.h"

#include <footfall/assessment.h>

/* The case with the findings that follow from what was said, for the network: from the years the
 * band of age, from the drawing one foot or both, from a tick on the safety checklist the finding
 * it says yes to (ff_fact.ticked_by). said_by of such a finding is "footfall",
 * `from` says where it comes from.
 *
 * What was said wins, and "not sure" stays so: nothing is implied for a finding that has an answer.
 * Not for red flags: they know all of this themselves, and more carefully (a drawing of one foot is
 * no proof that the other is well). FF_ERR_MEMORY when there is none. */
ff_code ff_implied_case(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *said,
                        ff_case *known, ff_error *error);

#endif
