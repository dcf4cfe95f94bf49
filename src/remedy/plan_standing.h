/* Where the runner is, and what the rules allow from there: the start of every plan. */
#ifndef FOOTFALL_REMEDY_PLAN_STANDING_H
#define FOOTFALL_REMEDY_PLAN_STANDING_H

#include "base/arena.h"

#include <footfall/plan.h>

/* Onsets and clean runs older than this say nothing of today (judgement). */
#define FF_PLAN_LOOK_BACK_DAYS 182

/* today_s: local midnight; runs of that day count, later ones do not. */
ff_plan_standing ff_plan_standing_of(const ff_done_run_list *done, int64_t today_s);

/* What may be run next, as sessions come one after the other. */
typedef struct ff_plan_gate {
    struct ff_gate_run {
        int64_t day_s;
        double minutes, bout_min;
    } * runs; /* by day */
    size_t count, room;
    double base_min;  /* counts as a run of this length on every day; 0 where none does */
    double level_min; /* of the numbness rule; INFINITY: none */
    int clean;
} ff_plan_gate;

/* The gate as it stands after the runs that were run up to today, with room for more sessions.
 * base_min: FF_PLAN_WALK_MIN in programmes that begin with walking, 0 in others. */
ff_code ff_plan_gate_of(ff_arena *arena, const ff_done_run_list *done, int64_t today_s,
                        double base_min, size_t more, ff_plan_gate *gate, ff_error *error);

/* The most minutes of a session on that day; 0: there is nothing to go by. */
double ff_plan_gate_most(const ff_plan_gate *gate, int64_t day_s);

/* The most minutes of running without a break. */
double ff_plan_gate_bout(const ff_plan_gate *gate, int64_t day_s);

/* A session of the plan is taken to be run, and to stay free of numbness. */
void ff_plan_gate_pass(ff_plan_gate *gate, int64_t day_s, double minutes, double bout_min);

/* Whether a programme begins with walking, so that FF_PLAN_WALK_MIN is its base. */
bool ff_plan_walks_first(ff_plan_kind kind);

#endif
