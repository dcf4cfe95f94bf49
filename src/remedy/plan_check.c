#include "remedy/plan_check.h"

#include <math.h>

/* Minutes come as decimal fractions: a second more is no breach. */
#define HAIR 0.02
/* By which the share of walking may seem to grow as rounds are filled up. */
#define WALK_POINTS 0.10
/* One week may have more than the one before it, as an easier one has. */
#define WALK_WEEKS 4
/* Distances are taken at this pace where none is known: rather too long. */
#define SLOW_MIN_KM       8.0
#define MOST_BREAKS_A_RUN 6

/* What the checker knows of one session, run or planned. */
typedef struct {
    int64_t day_s;
    double minutes, bout;
    double walked, moved; /* of the running and walking between warm-up and cool-down */
} session;

typedef struct {
    ff_arena *arena;
    const ff_plan *plan;
    const ff_plan_runner *runner;
    bool walks_first;
    int64_t today_s;
    double pace;
    session *sessions; /* of the plan */
    ff_plan_break_list *breaks;
    size_t room;
} checker;

static void found(checker *c, ff_plan_rule rule, size_t run, double is, double allowed) {
    if (c->breaks->count < c->room) {
        c->breaks->items[c->breaks->count++] =
            (ff_plan_break){rule, run, c->plan->runs[run].day_s, is, allowed};
    }
}

static int64_t days_between(int64_t from_s, int64_t to_s) {
    return (to_s - from_s) / FF_PLAN_DAY_S;
}

/* ---- the sessions ---- */

static double minutes_of(const ff_workout_step *step, double pace) {
    return isnan(step->duration_s) ? step->distance_m * pace / 1000 : step->duration_s / 60;
}

static session session_of(const ff_planned_run *run, double pace) {
    session s = {.day_s = run->day_s};
    double going = 0;
    for (size_t b = 0; b < run->workout.count; b++) {
        const ff_workout_block *block = &run->workout.blocks[b];
        for (size_t i = 0; i < block->count * (size_t)block->times; i++) {
            const ff_workout_step *step = &block->steps[i % block->count];
            double minutes = minutes_of(step, pace);
            bool runs = step->effort == FF_EFFORT_RUN, walks = step->effort == FF_EFFORT_WALK;
            going = runs ? going + minutes : 0;
            s.bout = going > s.bout ? going : s.bout;
            s.minutes += minutes;
            s.walked += walks ? minutes : 0;
            s.moved += runs || walks ? minutes : 0;
        }
    }
    return s;
}

/* The pace of the last month: the middle one. */
static double usual_pace(const checker *c) {
    const ff_done_run_list *done = &c->runner->done;
    double best = SLOW_MIN_KM;
    size_t least_off = SIZE_MAX;
    for (size_t i = 0; i < done->count; i++) {
        const ff_done_run *run = &done->items[i];
        if (!(run->distance_m >= 1000) || days_between(run->day_s, c->today_s) > 30 ||
            run->day_s > c->today_s) {
            continue;
        }
        double pace = run->minutes * 1000 / run->distance_m;
        size_t below = 0, above = 0;
        for (size_t j = 0; j < done->count; j++) {
            const ff_done_run *other = &done->items[j];
            bool counts = other->distance_m >= 1000 && days_between(other->day_s, c->today_s) <= 30;
            double its = other->minutes * 1000 / other->distance_m;
            below += counts && its < pace;
            above += counts && its > pace;
        }
        size_t off = below > above ? below - above : above - below;
        if (off < least_off) {
            least_off = off;
            best = pace;
        }
    }
    return best;
}

/* ---- length: the longest of 30 days, and running in one go ---- */

static void check_length(checker *c, size_t n) {
    const session *s = &c->sessions[n];
    double longest = c->walks_first ? FF_PLAN_WALK_MIN : 0, bout = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t days = days_between(c->sessions[i].day_s, s->day_s);
        if (days >= 0 && days <= FF_PLAN_LONGEST_DAYS) {
            longest = fmax(longest, c->sessions[i].minutes);
            bout = fmax(bout, c->sessions[i].bout);
        }
    }
    for (size_t i = 0; i < c->runner->done.count; i++) {
        const ff_done_run *run = &c->runner->done.items[i];
        int64_t days = days_between(run->day_s, s->day_s);
        if (days >= 0 && days <= FF_PLAN_LONGEST_DAYS && run->day_s <= c->today_s) {
            longest = fmax(longest, run->minutes);
            double known =
                isnan(run->bout_min) ? (c->walks_first ? 0 : run->minutes) : run->bout_min;
            bout = fmax(bout, known);
        }
    }
    if (s->minutes > longest * 1.1 + HAIR) {
        found(c, FF_RULE_LONGEST, n, s->minutes, longest * 1.1);
    }
    double most = fmax(1.6 * bout, bout + 3);
    if (s->bout > most + HAIR) {
        found(c, FF_RULE_BOUT, n, s->bout, most);
    }
}

/* ---- the numbness rule ---- */

typedef struct {
    double allowed; /* NAN: no numbness to heed */
    double last;    /* the last onset; NAN */
    int clean;
} numbness;

static void ran(numbness *now, const ff_done_run *run) {
    if (!isnan(run->numb_min)) {
        double before = now->last;
        now->last = run->numb_min;
        now->allowed = run->numb_min > 5 ? run->numb_min - 5 : 0;
        if (!isnan(before) && run->numb_min < before) {
            now->allowed /= 1.1; /* earlier than before: a step back */
        }
        now->clean = 0;
    } else if (run->said && !isnan(now->allowed)) {
        if (run->minutes > now->allowed + 0.01) {
            now->allowed = run->minutes;
            now->clean = 1;
        } else if (run->minutes >= 0.9 * now->allowed) {
            now->clean++;
        }
    }
}

static void check_numbness(checker *c) {
    numbness now = {NAN, NAN, 0};
    for (size_t i = 0; i < c->runner->done.count; i++) {
        const ff_done_run *run = &c->runner->done.items[i];
        if (run->day_s <= c->today_s && days_between(run->day_s, c->today_s) <= 182) {
            ran(&now, run);
        }
    }
    for (size_t n = 0; n < c->plan->count && !isnan(now.allowed); n++) {
        double minutes = c->sessions[n].minutes;
        double most = now.clean >= 3 ? now.allowed * 1.1 : now.allowed;
        if (minutes > most + HAIR) {
            found(c, FF_RULE_NUMB, n, minutes, most);
            return; /* what comes after rests on this one */
        }
        if (minutes > now.allowed + 0.01) {
            now.allowed = minutes;
            now.clean = 0;
        }
        now.clean += minutes >= 0.9 * now.allowed;
    }
}

/* ---- days and weeks ---- */

static double own_a_week(const checker *c) {
    size_t count = 0;
    for (size_t i = 0; i < c->runner->done.count; i++) {
        int64_t days = days_between(c->runner->done.items[i].day_s, c->today_s);
        count += days >= 0 && days < 28;
    }
    return (double)count / 4;
}

static void check_days(checker *c, double own) {
    const ff_plan *plan = c->plan;
    int64_t before_s = INT64_MIN;
    for (size_t i = 0; i < c->runner->done.count; i++) {
        int64_t day_s = c->runner->done.items[i].day_s;
        before_s = day_s <= c->today_s ? day_s : before_s;
    }
    for (size_t n = 0; n < plan->count; n++) {
        int64_t day_s = plan->runs[n].day_s;
        if (day_s < c->today_s || (n > 0 && day_s <= plan->runs[n - 1].day_s)) {
            found(c, FF_RULE_DAYS, n, NAN, NAN);
        } else if (own < 4 && before_s != INT64_MIN && day_s - before_s < 2 * FF_PLAN_DAY_S) {
            found(c, FF_RULE_REST, n, NAN, NAN);
        }
        before_s = day_s;
    }
}

/* In any seven days. */
static void check_often(checker *c, double own) {
    int most = (int)fmin(fmax(floor(own + 0.5), 3), 6);
    size_t first = 0;
    for (size_t n = 0; n < c->plan->count; n++) {
        while (c->sessions[n].day_s - c->sessions[first].day_s >= 7 * FF_PLAN_DAY_S) {
            first++;
        }
        if (n - first + 1 > (size_t)most) {
            found(c, FF_RULE_OFTEN, n, (double)(n - first + 1), most);
            first = n; /* tell a stretch of days once */
        }
    }
}

typedef struct {
    size_t first; /* session */
    double minutes, walked, moved;
} week;

static size_t sum_week(const checker *c, size_t n, week *w) {
    int number = c->plan->runs[n].week;
    *w = (week){.first = n};
    for (; n < c->plan->count && c->plan->runs[n].week == number; n++) {
        w->minutes += c->sessions[n].minutes;
        w->walked += c->sessions[n].walked;
        w->moved += c->sessions[n].moved;
    }
    return n;
}

static void check_weeks(checker *c) {
    double before = 0, shares[WALK_WEEKS] = {INFINITY};
    int growing = 0;
    size_t weeks = 0;
    for (size_t n = 0; n < c->plan->count;) {
        week w;
        n = sum_week(c, n, &w);
        growing = before > 0 && w.minutes > before + HAIR ? growing + 1 : 0;
        before = w.minutes;
        if (growing > 4) {
            found(c, FF_RULE_EASIER, w.first, growing, 4);
            growing = 0;
        }
        double share = w.moved > 0 ? w.walked / w.moved : 0;
        double most = 0;
        for (size_t i = 0; i < WALK_WEEKS && (i < weeks || i == 0); i++) {
            most = fmax(most, shares[i]);
        }
        if (share > most + WALK_POINTS) {
            found(c, FF_RULE_WALK, w.first, 100 * share, 100 * most);
        }
        shares[weeks++ % WALK_WEEKS] = share;
    }
}

/* ---- all of it ---- */

static void sort_breaks(ff_plan_break_list *list) {
    for (size_t i = 1; i < list->count; i++) {
        ff_plan_break moved = list->items[i];
        size_t at = i;
        for (; at > 0 && list->items[at - 1].run > moved.run; at--) {
            list->items[at] = list->items[at - 1];
        }
        list->items[at] = moved;
    }
}

ff_code ff_plan_check(ff_arena *arena, const ff_plan *plan, const ff_plan_runner *runner,
                      ff_plan_kind kind, int64_t today_s, ff_plan_break_list *breaks,
                      ff_error *error) {
    bool walks =
        kind == FF_PLAN_BEGINNER || kind == FF_PLAN_AFTER_BREAK || kind == FF_PLAN_AFTER_BONE;
    checker c = {.arena = arena,
                 .plan = plan,
                 .runner = runner,
                 .walks_first = walks,
                 .today_s = today_s,
                 .breaks = breaks,
                 .room = plan->count * MOST_BREAKS_A_RUN};
    *breaks = (ff_plan_break_list){ff_arena_take(arena, c.room, sizeof *breaks->items), 0};
    c.sessions = ff_arena_take(arena, plan->count, sizeof *c.sessions);
    ff_code code = ff_arena_check(arena, error);
    if (code != FF_OK) {
        return code;
    }
    c.pace = usual_pace(&c);
    for (size_t n = 0; n < plan->count; n++) {
        c.sessions[n] = session_of(&plan->runs[n], c.pace);
        if (runner->seen_first && c.sessions[n].bout > 0) {
            found(&c, FF_RULE_FLAG, n, NAN, NAN);
        }
        check_length(&c, n);
    }
    double own = own_a_week(&c);
    check_numbness(&c);
    check_days(&c, own);
    check_often(&c, own);
    check_weeks(&c);
    sort_breaks(breaks);
    return FF_OK;
}
