/* Plans read from the text that ff_plan_print writes and a person edits (docs/plan.md has the syntax).
 */
#ifndef FOOTFALL_REMEDY_PLAN_TEXT_H
#define FOOTFALL_REMEDY_PLAN_TEXT_H

#include "base/arena.h"

#include <footfall/plan.h>
#include <footfall/text.h>

#define FF_PLAN_TEXT_MOST      262144 /* bytes */
#define FF_PLAN_MOST_RUNS      400
#define FF_WORKOUT_MOST_BLOCKS 64
#define FF_BLOCK_MOST_STEPS    32
#define FF_BLOCK_MOST_TIMES    100
#define FF_PLAN_WORDS_MOST     400 /* bytes of a name or a note */

/* What the text may leave out. */
typedef struct ff_plan_text_terms {
    int64_t first_day_s; /* week 1 begins then, unless "start:" tells */
    bool days[7];        /* of "3x/week", unless "days:" tells; none: mon, wed, sat */
} ff_plan_text_terms;

/* FF_ERR_VALUE: where is the line and column (both from 1), offset the byte, the message says what
 * was expected; FF_ERR_LIMIT. The plan lives in the arena. */
ff_code ff_plan_parse(ff_arena *arena, const char *text, size_t length,
                      const ff_plan_text_terms *terms, ff_plan *plan, ff_error *error);

/* One workout: "5min warm-up; 6x(4min run, 1min walk)". Its name is made of it. */
ff_code ff_workout_parse(ff_arena *arena, const char *text, ff_workout *workout, ff_error *error);

/* The name that the parser makes: the workout printed, cadences left out. */
const char *ff_workout_own_name(ff_arena *arena, const ff_workout *workout);

#endif
