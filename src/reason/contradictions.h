/* Contradictions: answers that cannot both be true. They are shown, and what does not count for the
 * causes is left out of them; red flags hear every answer. */
#ifndef FOOTFALL_REASON_CONTRADICTIONS_H
#define FOOTFALL_REASON_CONTRADICTIONS_H

#include "base/arena.h"

#include <footfall/assessment.h>

/* All that are there, in the order of the knowledge, into the arena. NULL with *count 0 when there
 * are none, or when memory is gone (the arena tells). */
ff_contradiction_found *ff_contradictions_find(ff_arena *arena, const ff_knowledge *knowledge,
                                               const ff_case *runner, size_t *count);

/* The case as the causes hear it: without what the contradictions leave out. Findings are copied
 * into the arena; the rest is borrowed from the runner. Returns whether anything was left out. */
bool ff_contradictions_leave_out(ff_arena *arena, const ff_case *runner,
                                 const ff_contradiction_found *found, size_t count,
                                 ff_case *weighed);

#endif
