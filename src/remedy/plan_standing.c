#include "remedy/plan_standing.h"

#include "base/sorted.h"

#include <math.h>

/* Minutes come as decimal fractions: equal is equal to half a second. */
#define HAIR 0.01

#define USUAL_WEEKS  8
#define OFTEN_DAYS   28
#define MOST_PACES   64
#define LEAST_PACE_M 1000.0

static int64_t days_before(int64_t today_s, const ff_done_run *run) {
    return (today_s - run->day_s) / FF_PLAN_DAY_S;
}

/* The numbness rule, run by run. */
static void follow_level(const ff_done_run *run, ff_plan_standing *s) {
    if (!isnan(run->numb_min)) {
        bool earlier = run->numb_min < s->last_numb_min; /* false while there was none */
        double level = fmax(run->numb_min - FF_PLAN_NUMB_BEFORE, 0);
        s->level_min = earlier ? level / FF_PLAN_LONGEST_TIMES : level;
        s->last_numb_min = run->numb_min;
        s->last_numb_day_s = run->day_s;
        s->numb_min = fmin(s->numb_min, run->numb_min); /* fmin passes over NAN */
        s->numb_latest_min = fmax(s->numb_latest_min, run->numb_min);
        s->clean = 0;
        return;
    }
    if (!run->said) {
        return; /* not said is not clean */
    }
    s->clean_min = run->minutes;
    s->clean_run_id = run->run_id;
    if (run->minutes > s->level_min + HAIR) { /* it was longer than the rule had it, and clean */
        s->level_min = run->minutes;
        s->clean = 1;
    } else if (run->minutes >= FF_PLAN_CLEAN_SHARE * s->level_min) {
        s->clean += s->clean < FF_PLAN_CLEAN_RUNS;
    }
}

static double pace_of(const ff_done_run_list *done, int64_t today_s) {
    double paces[MOST_PACES];
    size_t count = 0;
    for (size_t i = done->count; i-- > 0 && count < MOST_PACES;) {
        const ff_done_run *run = &done->items[i];
        int64_t days = days_before(today_s, run);
        if (days >= 0 && days <= FF_PLAN_LONGEST_DAYS && run->distance_m >= LEAST_PACE_M) {
            paces[count++] = run->minutes / (run->distance_m / 1000);
        }
    }
    ff_sort_numbers(paces, count);
    return ff_sorted_median(paces, count);
}

ff_plan_standing ff_plan_standing_of(const ff_done_run_list *done, int64_t today_s) {
    ff_plan_standing s = {.numb_min = NAN,
                          .numb_latest_min = NAN,
                          .last_numb_min = NAN,
                          .level_min = INFINITY,
                          .clean_min = NAN,
                          .pace_min_km = pace_of(done, today_s)};
    int often = 0;
    for (size_t i = 0; i < done->count; i++) {
        const ff_done_run *run = &done->items[i];
        int64_t days = days_before(today_s, run);
        if (days < 0) {
            break;
        }
        if (days <= FF_PLAN_LONGEST_DAYS && run->minutes >= s.longest_min) {
            s.longest_min = run->minutes;
            s.longest_day_s = run->day_s;
        }
        often += days < OFTEN_DAYS;
        s.usual_days[ff_weekday_of(run->day_s)] += days < 7 * USUAL_WEEKS;
        if (days <= FF_PLAN_LOOK_BACK_DAYS) {
            follow_level(run, &s);
        }
    }
    s.runs_a_week = often / (OFTEN_DAYS / 7.0);
    return s;
}

ff_code ff_plan_gate_of(ff_arena *arena, const ff_done_run_list *done, int64_t today_s,
                        double base_min, size_t more, ff_plan_gate *gate, ff_error *error) {
    ff_plan_standing s = ff_plan_standing_of(done, today_s);
    *gate = (ff_plan_gate){.base_min = base_min,
                           .level_min = s.level_min,
                           .clean = s.clean,
                           .room = done->count + more,
                           .runs = ff_arena_take(arena, done->count + more, sizeof *gate->runs)};
    ff_code code = ff_arena_check(arena, error);
    for (size_t i = 0; i < done->count && code == FF_OK; i++) {
        const ff_done_run *run = &done->items[i];
        int64_t days = days_before(today_s, run);
        if (days >= 0 && days <= FF_PLAN_LONGEST_DAYS) {
            /* Where walking is part of it, nobody knows how long was run in one go. */
            double bout = !isnan(run->bout_min) ? run->bout_min : base_min > 0 ? 0 : run->minutes;
            gate->runs[gate->count++] = (struct ff_gate_run){run->day_s, run->minutes, bout};
        }
    }
    return code;
}

static bool within(const struct ff_gate_run *run, int64_t day_s) {
    return day_s - run->day_s <= FF_PLAN_LONGEST_DAYS * FF_PLAN_DAY_S && run->day_s <= day_s;
}

double ff_plan_gate_most(const ff_plan_gate *gate, int64_t day_s) {
    double longest = gate->base_min;
    for (size_t i = gate->count; i-- > 0;) {
        if (within(&gate->runs[i], day_s)) {
            longest = fmax(longest, gate->runs[i].minutes);
        }
    }
    double numb = gate->level_min;
    numb = gate->clean >= FF_PLAN_CLEAN_RUNS ? numb * FF_PLAN_LONGEST_TIMES : numb;
    return fmin(longest * FF_PLAN_LONGEST_TIMES, numb);
}

double ff_plan_gate_bout(const ff_plan_gate *gate, int64_t day_s) {
    double longest = 0;
    for (size_t i = gate->count; i-- > 0;) {
        if (within(&gate->runs[i], day_s)) {
            longest = fmax(longest, gate->runs[i].bout_min);
        }
    }
    return fmax(longest * FF_PLAN_BOUT_TIMES, longest + FF_PLAN_BOUT_MORE);
}

void ff_plan_gate_pass(ff_plan_gate *gate, int64_t day_s, double minutes, double bout_min) {
    if (gate->count < gate->room) {
        gate->runs[gate->count++] = (struct ff_gate_run){day_s, minutes, bout_min};
    }
    if (minutes > gate->level_min + HAIR) {
        gate->level_min = minutes;
        gate->clean = 1;
    } else if (minutes >= FF_PLAN_CLEAN_SHARE * gate->level_min) {
        gate->clean += gate->clean < FF_PLAN_CLEAN_RUNS;
    }
}

bool ff_plan_walks_first(ff_plan_kind kind) {
    return kind == FF_PLAN_BEGINNER || kind == FF_PLAN_AFTER_BREAK || kind == FF_PLAN_AFTER_BONE;
}
