#include "remedy/plan_follow.h"

#include "remedy/plan_session.h"
#include "remedy/plan_standing.h"

#include <math.h>

#define DONE_SHARE  0.9
#define MORE_SHARE  1.1
#define HAIR        0.02
#define LEAP_TIMES  2.5 /* the greatest of the published programmes, from 8 to 20 minutes */
#define SLOW_MIN_KM 8.0
#define LEAST_CUT   5.0 /* shorter is left as nothing at all: a walk */

typedef struct {
    const ff_plan *plan;
    ff_done_run *done; /* a copy, in which what was run in one go is filled in */
    size_t done_count;
    bool *taken;
    int64_t today_s;
    double pace;
    bool leaps; /* as published */
    bool often; /* runs on days that follow one another */
    ff_followed_plan *out;
} follower;

/* ---- what became of it ---- */

static bool is_planned(const follower *f, int64_t day_s) {
    for (size_t i = 0; i < f->plan->count; i++) {
        if (f->plan->runs[i].day_s == day_s) {
            return true;
        }
    }
    return false;
}

/* Of several on that day the longest; SIZE_MAX: none. */
static size_t run_on(const follower *f, int64_t day_s) {
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < f->done_count; i++) {
        bool here = f->done[i].day_s == day_s && !f->taken[i];
        found =
            here && (found == SIZE_MAX || f->done[i].minutes > f->done[found].minutes) ? i : found;
    }
    return found;
}

static size_t run_of(const follower *f, int64_t day_s) {
    size_t found = run_on(f, day_s);
    for (int64_t side = 1; side >= -1 && found == SIZE_MAX; side -= 2) {
        int64_t near_s = day_s + side * FF_PLAN_DAY_S;
        found = near_s <= f->today_s && !is_planned(f, near_s) ? run_on(f, near_s) : SIZE_MAX;
    }
    return found;
}

static ff_plan_state state_of(const follower *f, const ff_workout *planned,
                              const ff_done_run *run) {
    double minutes = ff_workout_minutes(planned, f->pace);
    return !isnan(run->numb_min)                     ? FF_PLAN_NUMB
           : run->minutes < DONE_SHARE * minutes     ? FF_PLAN_SHORT
           : run->minutes > MORE_SHARE * minutes + 1 ? FF_PLAN_LONGER
                                                     : FF_PLAN_DONE;
}

static void look_back(follower *f, size_t i) {
    const ff_planned_run *planned = &f->plan->runs[i];
    ff_followed_run *out = &f->out->runs[i];
    size_t found = planned->day_s > f->today_s ? SIZE_MAX : run_of(f, planned->day_s);
    out->planned = *planned;
    if (found != SIZE_MAX) {
        ff_done_run *run = &f->done[found];
        f->taken[found] = true;
        out->done = run;
        out->state = state_of(f, &planned->workout, run);
        run->bout_min = fmin(ff_workout_longest_bout_min(&planned->workout, f->pace), run->minutes);
    } else if (planned->day_s < f->today_s) {
        out->state = FF_PLAN_MISSED;
    }
}

/* ---- what is to come ---- */

bool ff_plan_leaps(const ff_plan *plan) {
    double longest = 0;
    for (size_t i = 0; i < plan->count; i++) {
        double bout = ff_workout_longest_bout_min(&plan->runs[i].workout, SLOW_MIN_KM);
        if (longest > 0 &&
            bout > fmax(longest * FF_PLAN_BOUT_TIMES, longest + FF_PLAN_BOUT_MORE) + HAIR) {
            return true;
        }
        longest = fmax(longest, bout);
    }
    return false;
}

/* The session, or the last one before it that leads up to no longer running in one go than may be.
 */
static const ff_workout *step_back(const follower *f, size_t i, double bout) {
    const ff_workout *workout = &f->plan->runs[i].workout;
    for (size_t at = i + 1; at-- > 0;) {
        workout = &f->plan->runs[at].workout;
        if (ff_workout_longest_bout_min(workout, f->pace) <= bout + HAIR) {
            break;
        }
    }
    return workout;
}

/* Whether a run of the day before leaves this day to rest. */
static bool rests(const follower *f, int64_t day_s) {
    for (size_t i = f->done_count; i-- > 0 && !f->often;) {
        int64_t days = (day_s - f->done[i].day_s) / FF_PLAN_DAY_S;
        if (f->done[i].day_s <= f->today_s && days >= 0 && days < 2) {
            return true;
        }
    }
    return false;
}

static void look_ahead(follower *f, ff_arena *arena, ff_plan_gate *gate, size_t i) {
    ff_followed_run *out = &f->out->runs[i];
    int64_t day_s = out->planned.day_s;
    double most = ff_plan_gate_most(gate, day_s), bout = ff_plan_gate_bout(gate, day_s);
    bout *= f->leaps ? LEAP_TIMES / FF_PLAN_BOUT_TIMES : 1;
    const ff_workout *may = step_back(f, i, bout);
    ff_workout workout = *may;
    workout.note = out->planned.workout.note;
    if (ff_workout_minutes(may, f->pace) > most + HAIR) {
        workout = ff_plan_cut(arena, may, most, f->pace);
        out->changed = true;
    }
    out->changed |= may != &f->plan->runs[i].workout;
    if (ff_workout_longest_bout_min(&workout, f->pace) > bout + HAIR) {
        workout =
            ff_plan_session(arena, fmax(ff_workout_minutes(&workout, f->pace), FF_PLAN_LEAST_MIN),
                            &(ff_plan_ratio){60, 60});
        workout = ff_plan_cut(arena, &workout, most, f->pace);
    }
    if (rests(f, day_s)) {
        workout = ff_plan_walk(arena, FF_PLAN_LEAST_MIN);
        workout.note = "You ran the day before: a day of rest, or a walk.";
        out->changed = true;
    } else if (workout.count == 0 || ff_workout_minutes(&workout, f->pace) < LEAST_CUT) {
        workout = ff_plan_walk(arena, FF_PLAN_LEAST_MIN);
        out->changed = true;
    }
    out->planned.workout = workout;
    ff_plan_gate_pass(gate, day_s, ff_workout_minutes(&workout, f->pace),
                      ff_workout_longest_bout_min(&workout, f->pace));
}

ff_code ff_plan_follow(ff_arena *arena, const ff_plan *plan, ff_plan_kind kind,
                       const ff_done_run_list *done, int64_t today_s, ff_followed_plan *followed,
                       ff_error *error) {
    ff_plan_standing s = ff_plan_standing_of(done, today_s);
    bool walks = ff_plan_walks_first(kind) || (kind == FF_PLAN_OWN && s.longest_min == 0);
    follower f = {.plan = plan,
                  .done = ff_arena_take(arena, done->count, sizeof *f.done),
                  .done_count = done->count,
                  .taken = ff_arena_take(arena, done->count, sizeof *f.taken),
                  .today_s = today_s,
                  .leaps = ff_plan_walks_first(kind) && ff_plan_leaps(plan),
                  .often = s.runs_a_week >= FF_PLAN_OFTEN_A_WEEK,
                  .pace = isnan(s.pace_min_km) ? SLOW_MIN_KM : s.pace_min_km,
                  .out = followed};
    *followed =
        (ff_followed_plan){.runs = ff_arena_take(arena, plan->count, sizeof *followed->runs),
                           .count = plan->count,
                           .next = plan->count};
    ff_code code = ff_arena_check(arena, error);
    for (size_t i = 0; i < done->count && code == FF_OK; i++) {
        f.done[i] = done->items[i];
    }
    for (size_t i = 0; i < plan->count && code == FF_OK; i++) {
        look_back(&f, i);
    }
    ff_plan_gate gate;
    if (code == FF_OK) {
        const ff_done_run_list known = {f.done, f.done_count};
        code = ff_plan_gate_of(arena, &known, today_s, walks ? FF_PLAN_WALK_MIN : 0, plan->count,
                               &gate, error);
    }
    for (size_t i = 0; i < plan->count && code == FF_OK; i++) {
        if (followed->runs[i].state == FF_PLAN_TO_COME) {
            look_ahead(&f, arena, &gate, i);
            followed->next = followed->next == plan->count ? i : followed->next;
            followed->changed += followed->runs[i].changed;
        }
        followed->of[followed->runs[i].state]++;
    }
    return code == FF_OK ? ff_arena_check(arena, error) : code;
}
