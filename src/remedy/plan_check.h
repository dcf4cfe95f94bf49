/* Checking a plan against the rules: not how it was written, but what it says. It shares no code
 * with the writer, so that either finds the other's mistakes. */
#ifndef FOOTFALL_REMEDY_PLAN_CHECK_H
#define FOOTFALL_REMEDY_PLAN_CHECK_H

#include "base/arena.h"

#include <footfall/plan.h>

/* Every broken rule, by run. kind: what it is to be; one that begins with walking may begin without
 * any run before it. today_s: local midnight; runs before it are in the past. */
ff_code ff_plan_check(ff_arena *arena, const ff_plan *plan, const ff_plan_runner *runner,
                      ff_plan_kind kind, int64_t today_s, ff_plan_break_list *breaks,
                      ff_error *error);

#endif
