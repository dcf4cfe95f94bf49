/* Plans: no plan breaks a rule, for 10,000 made-up runners; the tables as the dossier has them; the
 * syntax there and back. */
#include "support.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/random.h"
#include "remedy/plan_check.h"
#include "remedy/plan_days.h"
#include "remedy/plan_follow.h"
#include "remedy/plan_session.h"
#include "remedy/plan_standing.h"
#include "remedy/plan_tables.h"
#include "remedy/plan_text.h"
#include "remedy/plan_write.h"

#include <footfall/text.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY_S     INT64_C(86400)
#define TODAY_S   (INT64_C(20605) * DAY_S) /* 2026-06-01, a Monday */
#define PLANS     10000 /* that are written; more runners than that, for some wishes cannot be */
#define MOST_DONE 200

/* ---- made-up runners ---- */

typedef struct {
    ff_done_run items[MOST_DONE];
    ff_plan_runner runner;
    ff_plan_wish wish;
} made;

static ff_done_run done_run(int64_t days_ago, double minutes, bool said, double numb_min) {
    return (ff_done_run){.run_id = 1000 - days_ago,
                         .day_s = TODAY_S - days_ago * DAY_S,
                         .minutes = minutes,
                         .distance_m = minutes * 160,
                         .said = said,
                         .numb_min = numb_min,
                         .bout_min = NAN};
}

static double between(ff_random *random, double low, double high) {
    return low + (high - low) * ff_random_unit(random);
}

static void make_done(ff_random *random, made *m) {
    size_t count = 0;
    int64_t first = (int64_t)ff_random_below(random, 250), idle = ff_random_below(random, 40);
    double often = ff_random_unit(random) * 0.9, usual = exp(between(random, log(6), log(150)));
    double numb_share = ff_random_below(random, 3) == 0 ? 0 : ff_random_unit(random);
    double onset = exp(between(random, log(3), log(100)));
    idle = ff_random_below(random, 2) == 0 ? 0 : idle;
    for (int64_t ago = first; ago >= idle && count < MOST_DONE; ago--) {
        if (ff_random_unit(random) < often) {
            double minutes = usual * exp(0.3 * ff_random_normal(random));
            double numb = onset * exp(0.2 * ff_random_normal(random));
            bool comes = ff_random_unit(random) < numb_share && numb < minutes;
            bool said = comes || ff_random_below(random, 3) > 0;
            m->items[count] = done_run(ago, minutes, said, comes ? numb : NAN);
            m->items[count].distance_m =
                ff_random_below(random, 4) == 0 ? NAN : minutes * between(random, 90, 260);
            count++;
        }
    }
    m->runner = (ff_plan_runner){.done = {m->items, count},
                                 .seen_first = ff_random_below(random, 20) == 0,
                                 .bone_cleared = ff_random_below(random, 2) == 0};
}

static void make_wish(ff_random *random, made *m) {
    ff_plan_standing s = ff_plan_standing_of(&m->runner.done, TODAY_S);
    m->wish = (ff_plan_wish){.kind = ff_plan_kind_for(&s, TODAY_S), .goal_min = NAN};
    if (ff_random_below(random, 3) == 0) {
        m->wish.kind = (ff_plan_kind)ff_random_below(random, FF_PLAN_OWN);
    }
    if (ff_random_below(random, 2) == 0) {
        m->wish.goal_min = floor(between(random, 5, 1.5 * s.longest_min + 30));
    }
    if (ff_random_below(random, 4) == 0) {
        m->wish.goal_day_s = TODAY_S + (int64_t)ff_random_below(random, 200) * DAY_S;
    }
    if (ff_random_below(random, 3) == 0) {
        m->wish.per_week = 1 + (int)ff_random_below(random, 7);
    }
    for (int day = 0; day < 7 && ff_random_below(random, 3) > 0; day++) {
        m->wish.days[day] = ff_random_below(random, 2) == 0;
    }
    m->wish.weeks = ff_random_below(random, 3) == 0 ? (int)ff_random_below(random, 30) : 0;
    m->wish.first_day_s = ff_random_below(random, 3) == 0
                              ? TODAY_S + (int64_t)ff_random_below(random, 45) * DAY_S
                              : 0;
}

static void print_made(const made *m, const ff_plan *plan) {
    ff_text text;
    ff_text_init(&text, NULL);
    for (size_t i = 0; i < m->runner.done.count; i++) {
        const ff_done_run *run = &m->items[i];
        if (run->day_s > TODAY_S - 60 * DAY_S) {
            ff_text_addf(&text, "%d days ago: %.1f min, said %d, numb %.1f\n",
                         (int)((TODAY_S - run->day_s) / DAY_S), run->minutes, run->said,
                         run->numb_min);
        }
    }
    ff_text_addf(&text, "kind %s goal %.1f weeks %d per week %d\n", ff_plan_kind_name(m->wish.kind),
                 m->wish.goal_min, m->wish.weeks, m->wish.per_week);
    ff_plan_print(plan, &text);
    print_message("%s", text.data);
    ff_text_free(&text);
}

/* ---- what is asked of every plan here, in the test's own words ---- */

/* The minutes of the plan's run n as its own steps add up. */
static double minutes(const ff_plan *plan, size_t n) {
    double sum = 0;
    const ff_workout *w = &plan->runs[n].workout;
    for (size_t b = 0; b < w->count; b++) {
        for (size_t s = 0; s < w->blocks[b].count; s++) {
            assert_true(w->blocks[b].steps[s].duration_s > 0);
            sum += w->blocks[b].times * w->blocks[b].steps[s].duration_s / 60;
        }
    }
    return sum;
}

static double longest_before(const made *m, const ff_plan *plan, size_t n, double least) {
    double longest = least;
    int64_t from_s = plan->runs[n].day_s - 30 * DAY_S;
    for (size_t i = 0; i < m->runner.done.count; i++) {
        if (m->items[i].day_s >= from_s && m->items[i].minutes > longest) {
            longest = m->items[i].minutes;
        }
    }
    for (size_t i = 0; i < n; i++) {
        if (plan->runs[i].day_s >= from_s && minutes(plan, i) > longest) {
            longest = minutes(plan, i);
        }
    }
    return longest;
}

static void assert_lengths(const made *m, const ff_plan *plan, bool walks_first) {
    for (size_t n = 0; n < plan->count; n++) {
        assert_true(minutes(plan, n) <=
                    1.1 * longest_before(m, plan, n, walks_first ? 30 : 0) + 0.02);
        assert_true(minutes(plan, n) > 0);
    }
}

static void assert_rest(const made *m, const ff_plan *plan) {
    int own = 0;
    size_t ran_before = m->runner.done.count;
    for (size_t i = 0; i < m->runner.done.count; i++) {
        own += m->items[i].day_s > TODAY_S - 28 * DAY_S ? 1 : 0;
    }
    for (size_t n = 0; n < plan->count; n++) {
        int64_t before_s = n > 0            ? plan->runs[n - 1].day_s
                           : ran_before > 0 ? m->items[ran_before - 1].day_s
                                            : INT64_MIN / 2;
        assert_true(plan->runs[n].day_s - before_s >= (own >= 16 ? 1 : 2) * DAY_S);
        assert_true(plan->runs[n].day_s >= TODAY_S);
        /* Whatever the runner is used to, a week has a day of rest. */
        assert_true(n < 6 || plan->runs[n].day_s - plan->runs[n - 6].day_s >= 7 * DAY_S);
    }
}

/* The first run after numbness ends 5 minutes before it, and no run grows before three at that
 * length. */
static void assert_numbness(const made *m, const ff_plan *plan) {
    size_t i = m->runner.done.count;
    while (i > 0 && isnan(m->items[i - 1].numb_min)) {
        i--;
    }
    if (i == 0 || m->items[i - 1].day_s < TODAY_S - 182 * DAY_S || i < m->runner.done.count) {
        return; /* clean runs since: the checker looks at those */
    }
    double end = m->items[i - 1].numb_min - 5;
    for (size_t n = 0; n < 3 && n < plan->count; n++) {
        assert_true(minutes(plan, n) <= end + 0.01);
    }
}

static void assert_no_break(const made *m, ff_arena *arena, const ff_plan *plan,
                            ff_plan_kind kind) {
    ff_plan_break_list breaks;
    assert_int_equal(ff_plan_check(arena, plan, &m->runner, kind, TODAY_S, &breaks, NULL), FF_OK);
    if (breaks.count > 0) {
        print_made(m, plan);
        fail_msg("run %zu breaks %s: %.2f, allowed %.2f", breaks.items[0].run,
                 ff_plan_rule_name(breaks.items[0].rule), breaks.items[0].is,
                 breaks.items[0].allowed);
    }
}

static void no_plan_breaks_its_rules(void **state) {
    (void)state;
    static made m;
    size_t written = 0, by_kind[FF_PLAN_KIND_COUNT] = {0}, runs = 0, flagged = 0, refused = 0;
    ff_random random;
    ff_random_init(&random, 7);
    while (written < PLANS) {
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        make_done(&random, &m);
        make_wish(&random, &m);
        ff_plan_written made_plan;
        ff_error error;
        ff_code code = ff_plan_write(&arena, &m.runner, &m.wish, TODAY_S, &made_plan, &error);
        assert_true(code == FF_OK ||
                    (code == FF_ERR_VALUE && error.message[0] != '\0' && error.where[0] != '\0'));
        if (m.runner.seen_first) {
            assert_true(code == FF_OK && made_plan.refused != NULL);
            assert_int_equal(made_plan.plan.count, 0);
            flagged++;
        } else if (code == FF_OK && made_plan.refused == NULL) {
            const ff_plan *plan = &made_plan.plan;
            bool walks = ff_plan_walks_first(m.wish.kind);
            assert_true(plan->count > 0);
            assert_no_break(&m, &arena, plan, m.wish.kind);
            assert_lengths(&m, plan, walks);
            assert_rest(&m, plan);
            assert_numbness(&m, plan);
            written++;
            by_kind[m.wish.kind]++;
            runs += plan->count;
        } else {
            refused++;
        }
        ff_arena_free(&arena);
    }
    print_message("%zu plans of %zu runs, %zu refused, %zu flagged\n", written, runs, refused,
                  flagged);
    assert_true(refused < 4 * written && flagged > 500);
    for (int kind = 0; kind < FF_PLAN_OWN; kind++) {
        print_message("  %s: %zu\n", ff_plan_kind_name((ff_plan_kind)kind), by_kind[kind]);
        assert_true(by_kind[kind] > 50);
    }
}

/* ---- a plan that is followed, whatever was run meanwhile ---- */

/* Some weeks of a plan as a runner runs it: done, cut short, longer, missed, numb. */
static int64_t run_some(ff_random *random, made *m, const ff_plan *plan) {
    int64_t today_s = plan->runs[0].day_s + (int64_t)ff_random_below(random, 60) * DAY_S;
    for (size_t n = 0; n < plan->count && plan->runs[n].day_s < today_s; n++) {
        double planned = minutes(plan, n), part = between(random, 0.3, 1.4);
        if (ff_random_below(random, 4) == 0 || m->runner.done.count == MOST_DONE) {
            continue; /* missed */
        }
        bool numb = ff_random_below(random, 6) == 0;
        ff_done_run *run = &m->items[m->runner.done.count++];
        *run = done_run(0, planned * (ff_random_below(random, 2) == 0 ? 1 : part), true, NAN);
        run->numb_min = numb ? run->minutes * between(random, 0.3, 1) : NAN;
        run->day_s = plan->runs[n].day_s;
    }
    return today_s;
}

static void check_followed(made *m, ff_arena *arena, const ff_plan *plan, ff_plan_kind kind,
                           int64_t today_s, size_t *changed) {
    ff_followed_plan f;
    assert_int_equal(ff_plan_follow(arena, plan, kind, &m->runner.done, today_s, &f, NULL), FF_OK);
    assert_int_equal(f.count, plan->count);
    ff_plan_standing s = ff_plan_standing_of(&m->runner.done, today_s);
    double level = s.level_min * (s.clean >= 3 ? 1.1 : 1);
    for (size_t n = 0, coming = 0; n < f.count; n++) {
        const ff_followed_run *run = &f.runs[n];
        double planned = minutes(plan, n), now = ff_workout_minutes(&run->planned.workout, NAN);
        assert_true(run->planned.day_s == plan->runs[n].day_s);
        if (run->state != FF_PLAN_TO_COME) {
            assert_true(run->planned.day_s < today_s || run->done != NULL);
            assert_true((run->state == FF_PLAN_MISSED) == (run->done == NULL));
            continue;
        }
        bool runs = ff_workout_running_min(&run->planned.workout, NAN) > 0;
        assert_true(run->changed || fabs(now - planned) < 0.01);
        /* The first to come heeds the last onset; a walk is no run. */
        assert_true(coming++ > 0 || !runs || now <= level + 0.01);
        *changed += run->changed;
    }
}

static void followed_plans_keep_the_rules(void **state) {
    (void)state;
    static made m;
    ff_random random;
    ff_random_init(&random, 23);
    size_t followed = 0, changed = 0;
    while (followed < 1000) {
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        ff_plan_written w;
        make_done(&random, &m);
        make_wish(&random, &m);
        if (ff_plan_write(&arena, &m.runner, &m.wish, TODAY_S, &w, NULL) == FF_OK &&
            w.refused == NULL) {
            int64_t today_s = run_some(&random, &m, &w.plan);
            check_followed(&m, &arena, &w.plan, m.wish.kind, today_s, &changed);
            followed++;
        }
        ff_arena_free(&arena);
    }
    print_message("%zu sessions were made less\n", changed);
    assert_true(changed > 1000);
}

/* As planned and run, nothing of it changes. */
static void what_is_done_as_planned_stays(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    static ff_done_run items[40];
    const bool published[] = {false, true};
    for (size_t p = 0; p < 2; p++) {
        ff_plan_runner runner = {0};
        ff_plan_wish wish = {
            .kind = FF_PLAN_BEGINNER, .goal_min = NAN, .as_published = published[p]};
        ff_plan_written w;
        ff_followed_plan f;
        assert_int_equal(ff_plan_write(&arena, &runner, &wish, TODAY_S, &w, NULL), FF_OK);
        for (size_t n = 0; n < w.plan.count; n++) {
            items[n] = done_run(0, minutes(&w.plan, n), true, NAN);
            items[n].day_s = w.plan.runs[n].day_s;
            ff_done_run_list done = {items, n + 1};
            int64_t tomorrow_s = items[n].day_s + DAY_S;
            assert_int_equal(
                ff_plan_follow(&arena, &w.plan, wish.kind, &done, tomorrow_s, &f, NULL), FF_OK);
            assert_true(f.of[FF_PLAN_DONE] == n + 1 && f.changed == 0 && f.of[FF_PLAN_MISSED] == 0);
        }
    }
    ff_arena_free(&arena);
}

/* ---- the checker finds what breaks a rule ---- */

/* A plan of the same workout on days from today on; days end with -1. */
static ff_plan plan_of(ff_arena *arena, const int *days, const char *const *workouts) {
    ff_plan plan = {.start_minute = 420, .runs = ff_arena_take(arena, 40, sizeof *plan.runs)};
    for (; days[plan.count] >= 0; plan.count++) {
        ff_planned_run *run = &plan.runs[plan.count];
        run->day_s = TODAY_S + days[plan.count] * DAY_S;
        run->week = days[plan.count] / 7 + 1;
        assert_int_equal(ff_workout_parse(arena, workouts[plan.count], &run->workout, NULL), FF_OK);
    }
    return plan;
}

static size_t broken(ff_arena *arena, const ff_plan *plan, const ff_plan_runner *runner,
                     ff_plan_kind kind, ff_plan_rule rule) {
    ff_plan_break_list breaks;
    size_t count = 0;
    assert_int_equal(ff_plan_check(arena, plan, runner, kind, TODAY_S, &breaks, NULL), FF_OK);
    for (size_t i = 0; i < breaks.count; i++) {
        if (breaks.items[i].rule != rule) {
            fail_msg("run %zu breaks %s too", breaks.items[i].run,
                     ff_plan_rule_name(breaks.items[i].rule));
        }
        count++;
    }
    return count;
}

static void every_rule_is_checked(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_done_run items[] = {done_run(9, 40, true, NAN), done_run(6, 40, true, NAN),
                           done_run(3, 40, true, NAN)};
    ff_plan_runner runner = {.done = {items, 3}};
    const char *const right[] = {"44min run", "40min run", "40min run",
                                 "40min run", "40min run", "40min run"};
    const int every_other[] = {0, 2, 4, 7, 9, 11, -1};
    ff_plan plan = plan_of(&arena, every_other, right);
    assert_int_equal(broken(&arena, &plan, &runner, FF_PLAN_OWN, FF_RULE_LONGEST), 0);
    const char *const longer[] = {"45min run", "40min run", "50min run",
                                  "40min run", "40min run", "40min run"};
    plan = plan_of(&arena, every_other, longer); /* 45 > 44; 50 > 1.1 * 45 */
    assert_int_equal(broken(&arena, &plan, &runner, FF_PLAN_OWN, FF_RULE_LONGEST), 2);
    const int next_day[] = {0, 2, 3, -1};
    plan = plan_of(&arena, next_day, right);
    assert_int_equal(broken(&arena, &plan, &runner, FF_PLAN_OWN, FF_RULE_REST), 1);
    const int often[] = {0, 2, 4, 6, 8, 10, -1};
    plan = plan_of(&arena, often, right);
    assert_int_equal(broken(&arena, &plan, &runner, FF_PLAN_OWN, FF_RULE_OFTEN),
                     1); /* told once for those days */
    const int past[] = {0, 2, -1};
    plan = plan_of(&arena, past, right);
    plan.runs[0].day_s -= 7 * DAY_S;
    plan.runs[1].day_s -= 7 * DAY_S;
    assert_int_equal(broken(&arena, &plan, &runner, FF_PLAN_OWN, FF_RULE_DAYS), 2);
    const char *const growing[] = {"30min run", "31min run", "32min run",
                                   "33min run", "34min run", "35min run"};
    const int weekly[] = {0, 7, 14, 21, 28, 35, -1};
    plan = plan_of(&arena, weekly, growing);
    assert_int_equal(broken(&arena, &plan, &runner, FF_PLAN_OWN, FF_RULE_EASIER), 1);
    const char *const walking[] = {"3x(9min run, 1min walk)", "3x(5min run, 5min walk)"};
    plan = plan_of(&arena, (const int[]){0, 7, -1}, walking);
    assert_int_equal(broken(&arena, &plan, &runner, FF_PLAN_OWN, FF_RULE_WALK), 1);
    runner.seen_first = true;
    plan = plan_of(&arena, past, right);
    assert_int_equal(broken(&arena, &plan, &runner, FF_PLAN_OWN, FF_RULE_FLAG), 2);
    runner.seen_first = false;
    items[2] = done_run(3, 40, true, 30);
    const char *const numb[] = {"25min run", "25min run", "25min run", "27min run"};
    plan = plan_of(&arena, (const int[]){0, 2, 4, 7, -1}, numb);
    assert_int_equal(broken(&arena, &plan, &runner, FF_PLAN_OWN, FF_RULE_NUMB), 0);
    plan = plan_of(&arena, (const int[]){0, 2, 4, -1}, numb + 1); /* 27 after two */
    assert_int_equal(broken(&arena, &plan, &runner, FF_PLAN_OWN, FF_RULE_NUMB), 1);
    items[1] = done_run(6, 40, true, 31); /* 30 is earlier than 31: a step back, 25 / 1.1 */
    assert_int_equal(broken(&arena, &plan, &runner, FF_PLAN_OWN, FF_RULE_NUMB), 1);
    const char *const leap[] = {"8min run; 5min walk; 8min run", "20min run"};
    plan = plan_of(&arena, past, leap);
    assert_int_equal(broken(&arena, &plan, &(ff_plan_runner){0}, FF_PLAN_BEGINNER, FF_RULE_BOUT),
                     2);
    ff_arena_free(&arena);
}

/* The numbness rule by hand, and the return that it gives. */
static void numbness_rule_by_hand(void **state) {
    (void)state;
    ff_done_run items[] = {done_run(20, 50, true, NAN), done_run(14, 50, true, 35),
                           done_run(10, 30, true, NAN), done_run(7, 29, true, NAN),
                           done_run(4, 20, true, NAN),  done_run(2, 27, true, NAN)};
    ff_done_run_list done = {items, 4};
    ff_plan_standing s = ff_plan_standing_of(&done, TODAY_S);
    assert_true(s.level_min == 30 && s.clean == 2 && s.longest_min == 50);
    done.count = 5; /* 20 min shows nothing of 30 */
    assert_int_equal(ff_plan_standing_of(&done, TODAY_S).clean, 2);
    done.count = 6;
    assert_int_equal(ff_plan_standing_of(&done, TODAY_S).clean, 3);
    items[5].said = false; /* not said is not clean */
    assert_int_equal(ff_plan_standing_of(&done, TODAY_S).clean, 2);
    items[4] = done_run(4, 34, true, 33); /* earlier than 35: 28, and a step back */
    done.count = 5;
    s = ff_plan_standing_of(&done, TODAY_S);
    assert_true(fabs(s.level_min - 28 / 1.1) < 1e-12 && s.clean == 0 && s.numb_min == 33 &&
                s.numb_latest_min == 35);
}

/* ---- the tables ---- */

/* What the dossier (section 8) says of the nine weeks: minutes of running and walking of each run
 * of a week, without the warm-up, and the longest running in one go. */
static void nhs_weeks_as_published(void **state) {
    (void)state;
    static const struct {
        double run, walk, bout;
    } weeks[9][3] = {
        {{8, 12, 1}, {8, 12, 1}, {8, 12, 1}},    {{9, 11, 1.5}, {9, 11, 1.5}, {9, 11, 1.5}},
        {{9, 9, 3}, {9, 9, 3}, {9, 9, 3}},       {{16, 5.5, 5}, {16, 5.5, 5}, {16, 5.5, 5}},
        {{15, 6, 5}, {16, 5, 8}, {20, 0, 20}},   {{18, 6, 8}, {20, 3, 10}, {25, 0, 25}},
        {{25, 0, 25}, {25, 0, 25}, {25, 0, 25}}, {{28, 0, 28}, {28, 0, 28}, {28, 0, 28}},
        {{30, 0, 30}, {30, 0, 30}, {30, 0, 30}}};
    const ff_plan_table *table = ff_plan_table_of(FF_PLAN_BEGINNER, true);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    assert_int_equal(table->count, 27);
    for (size_t i = 0; i < table->count; i++) {
        ff_workout w;
        assert_int_equal(ff_workout_parse(&arena, table->sessions[i], &w, NULL), FF_OK);
        assert_true(ff_workout_running_min(&w, NAN) == weeks[i / 3][i % 3].run);
        assert_true(ff_workout_minutes(&w, NAN) - 5 - ff_workout_running_min(&w, NAN) ==
                    weeks[i / 3][i % 3].walk);
        assert_true(ff_workout_longest_bout_min(&w, NAN) == weeks[i / 3][i % 3].bout);
        assert_true(w.blocks[0].steps[0].effort == FF_EFFORT_WARM_UP &&
                    w.blocks[0].steps[0].duration_s == 300);
    }
    ff_arena_free(&arena);
}

/* Its leaps are found, and the gentle one has none. */
static void leap_of_week_5_is_told(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_plan_runner runner = {0};
    ff_plan_wish wish = {.kind = FF_PLAN_BEGINNER, .goal_min = NAN, .as_published = true};
    ff_plan_written written;
    ff_plan_break_list breaks;
    assert_int_equal(ff_plan_write(&arena, &runner, &wish, TODAY_S, &written, NULL), FF_OK);
    assert_int_equal(written.plan.count, 27);
    assert_int_equal(
        ff_plan_check(&arena, &written.plan, &runner, FF_PLAN_BEGINNER, TODAY_S, &breaks, NULL),
        FF_OK);
    assert_int_equal(breaks.count, 1);
    assert_int_equal(breaks.items[0].rule, FF_RULE_BOUT);
    assert_int_equal(breaks.items[0].run, 14); /* week 5, run 3 */
    assert_true(breaks.items[0].is == 20);
    wish.as_published = false;
    assert_int_equal(ff_plan_write(&arena, &runner, &wish, TODAY_S, &written, NULL), FF_OK);
    assert_int_equal(
        ff_plan_check(&arena, &written.plan, &runner, FF_PLAN_BEGINNER, TODAY_S, &breaks, NULL),
        FF_OK);
    assert_int_equal(breaks.count, 0);
    assert_int_equal(written.plan.runs[written.plan.count - 1].week, 11);
    assert_true(written.goal_reached);
    ff_arena_free(&arena);
}

/* The line of the dossier: "8 min/mile 4:00/0:35; 9 4:00/1:00; ...". */
static void galloway_as_in_the_dossier(void **state) {
    (void)state;
    char path[1024];
    static char text[1 << 18];
    if (shared_folder() == NULL) {
        skip();
    }
    snprintf(path, sizeof path, "%s/evidence/DOSSIER.md", shared_folder());
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        skip();
    }
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    const char *at = strstr(text, "8 min/mile 4:00/0:35");
    assert_non_null(at);
    int mile, run_min, run_s, walk_min, walk_s, used, rows = 0;
    while (sscanf(at, "%d%*[^0-9]%d:%d/%d:%d%n", &mile, &run_min, &run_s, &walk_min, &walk_s,
                  &used) == 5) {
        double run, walk;
        assert_true(ff_plan_galloway(mile / 1.609344, &run, &walk));
        assert_true(run == 60 * run_min + run_s && walk == 60 * walk_min + walk_s);
        rows++;
        at += used;
        if (*at != ';') {
            break;
        }
        at += 2;
    }
    assert_int_equal(rows, 9);
    double run, walk;
    assert_false(ff_plan_galloway(NAN, &run, &walk));
    assert_false(ff_plan_galloway(7.0 / 1.609344, &run, &walk));
    assert_false(ff_plan_galloway(17.0 / 1.609344, &run, &walk));
}

/* ---- the syntax ---- */

static const ff_plan_text_terms terms = {.first_day_s = TODAY_S};

static bool same_number(double a, double b) {
    return a == b || (isnan(a) && isnan(b));
}

static bool same_words(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void assert_same_workout(const ff_workout *a, const ff_workout *b) {
    assert_true(same_words(a->name, b->name) && same_words(a->note, b->note) &&
                a->count == b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert_true(a->blocks[i].times == b->blocks[i].times &&
                    a->blocks[i].count == b->blocks[i].count);
        for (size_t s = 0; s < a->blocks[i].count; s++) {
            const ff_workout_step *x = &a->blocks[i].steps[s], *y = &b->blocks[i].steps[s];
            assert_true(x->effort == y->effort && same_number(x->duration_s, y->duration_s) &&
                        same_number(x->distance_m, y->distance_m) &&
                        same_number(x->cadence_low_spm, y->cadence_low_spm) &&
                        same_number(x->cadence_high_spm, y->cadence_high_spm) &&
                        same_words(x->note, y->note));
        }
    }
}

static void assert_same_plan(const ff_plan *a, const ff_plan *b) {
    assert_true(same_words(a->name, b->name) && a->start_minute == b->start_minute &&
                a->count == b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert_true(a->runs[i].day_s == b->runs[i].day_s && a->runs[i].week == b->runs[i].week);
        assert_same_workout(&a->runs[i].workout, &b->runs[i].workout);
    }
}

static const char *random_words(ff_random *random, ff_arena *arena) {
    static const char *const words[] = {"easy",
                                        "\"so\"",
                                        "back\\slash",
                                        "gr\xc3\xbc\xc3\x9f"
                                        "e",
                                        "5x(1min run)",
                                        "#",
                                        "note:",
                                        "a: b; c, d",
                                        "week 3"};
    const char *first = words[ff_random_below(random, 9)];
    return ff_random_below(random, 2) == 0
               ? first
               : ff_arena_printf(arena, "%s %s", first, words[ff_random_below(random, 9)]);
}

static double random_amount(ff_random *random) {
    switch (ff_random_below(random, 4)) {
    case 0:
        return 60.0 * (1 + ff_random_below(random, 100));
    case 1:
        return 1 + ff_random_below(random, 3000);
    case 2:
        return between(random, 0.01, 5000);
    default:
        return 100.0 * (1 + ff_random_below(random, 300));
    }
}

static ff_workout_step random_step(ff_random *random, ff_arena *arena) {
    ff_workout_step step = {(ff_effort)ff_random_below(random, 4), NAN, NAN, NAN, NAN, NULL};
    *(ff_random_below(random, 3) > 0 ? &step.duration_s : &step.distance_m) = random_amount(random);
    if (ff_random_below(random, 3) == 0) {
        step.cadence_low_spm = floor(between(random, 100, 200));
        step.cadence_high_spm = step.cadence_low_spm + floor(between(random, 0, 50)) / 2;
    }
    step.note = ff_random_below(random, 4) == 0 ? random_words(random, arena) : NULL;
    return step;
}

static ff_workout random_workout(ff_random *random, ff_arena *arena) {
    ff_workout w = {.count = 1 + ff_random_below(random, 4)};
    w.blocks = ff_arena_take(arena, w.count, sizeof *w.blocks);
    for (size_t b = 0; b < w.count; b++) {
        ff_workout_block *block = &w.blocks[b];
        block->times = 1 + (int)ff_random_below(random, 5);
        block->count = 1 + ff_random_below(random, 4);
        block->steps = ff_arena_take(arena, block->count, sizeof *block->steps);
        for (size_t s = 0; s < block->count; s++) {
            block->steps[s] = random_step(random, arena);
        }
    }
    w.name = ff_random_below(random, 3) == 0 ? random_words(random, arena)
                                             : ff_workout_own_name(arena, &w);
    w.note = ff_random_below(random, 3) == 0 ? random_words(random, arena) : NULL;
    return w;
}

static ff_plan random_plan(ff_random *random, ff_arena *arena) {
    ff_plan plan = {.start_minute = (int)ff_random_below(random, 1440),
                    .count = 1 + ff_random_below(random, 20)};
    plan.name = ff_random_below(random, 4) > 0 ? random_words(random, arena) : NULL;
    plan.runs = ff_arena_take(arena, plan.count, sizeof *plan.runs);
    int64_t day = (int64_t)ff_random_below(random, 40000);
    for (size_t i = 0; i < plan.count; i++) {
        day += 1 + ff_random_below(random, 4);
        plan.runs[i] = (ff_planned_run){day * DAY_S, 1 + (int)i / 3, random_workout(random, arena)};
    }
    return plan;
}

static void text_loses_nothing(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 11);
    for (int i = 0; i < 3000; i++) {
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        ff_text text, again;
        ff_text_init(&text, NULL);
        ff_text_init(&again, NULL);
        ff_plan plan = random_plan(&random, &arena), read;
        ff_plan_print(&plan, &text);
        ff_error error;
        if (ff_plan_parse(&arena, text.data, text.length, &terms, &read, &error) != FF_OK) {
            fail_msg("%s: %s in\n%s", error.where, error.message, text.data);
        }
        assert_same_plan(&plan, &read);
        ff_plan_print(&read, &again);
        assert_string_equal(text.data, again.data);
        ff_text_free(&text);
        ff_text_free(&again);
        ff_arena_free(&arena);
    }
}

static double last_block_min(const ff_workout *w) {
    return ff_workout_minutes(
        &(ff_workout){.blocks = &w->blocks[w->count - 1], .count = w->count > 0}, NAN);
}

/* A cut splits the part it falls in. What comes out of the longest workout still reads back, is no
 * longer than asked for, and shorter by less than a round. */
static void cut_workouts_read_back(void **state) {
    (void)state;
    ff_text text;
    ff_text_init(&text, NULL);
    for (int i = 0; i < FF_WORKOUT_MOST_BLOCKS; i++) {
        ff_text_add(&text, i > 0 ? "; 2x(1min run, 1min walk, 1min run, 1min walk, 1min run)"
                                 : "2x(1min run, 1min walk, 1min run, 1min walk, 1min run)");
    }
    ff_arena arena;
    ff_workout whole, again;
    ff_arena_init(&arena, NULL);
    assert_int_equal(ff_workout_parse(&arena, text.data, &whole, NULL), FF_OK);
    for (int minutes = 1; minutes <= 10 * FF_WORKOUT_MOST_BLOCKS; minutes++) {
        ff_workout cut = ff_plan_cut(&arena, &whole, minutes, NAN);
        double got = ff_workout_minutes(&cut, NAN);
        /* Five steps of a part behind 59 others and its first round are 65: they become a round of
         * their own. Behind the first round of the last part there is no room for that. */
        bool full =
            minutes > 10 * FF_WORKOUT_MOST_BLOCKS - 5 && minutes < 10 * FF_WORKOUT_MOST_BLOCKS;
        if (got > minutes + 1e-9 || got < (full ? minutes - 4 : minutes) - 1e-9) {
            fail_msg("%d minutes become %g", minutes, got);
        }
        assert_true(cut.count > 0 && last_block_min(&cut) > 0);
        ff_text_clear(&text);
        ff_workout_print(&cut, &text);
        assert_int_equal(ff_workout_parse(&arena, text.data, &again, NULL), FF_OK);
        assert_same_workout(&cut, &again);
    }
    ff_text_free(&text);
    ff_arena_free(&arena);
}

static void assert_reads_as(const char *text, const char *canonical) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_plan plan;
    ff_error error;
    ff_text printed;
    ff_text_init(&printed, NULL);
    if (ff_plan_parse(&arena, text, strlen(text), &terms, &plan, &error) != FF_OK) {
        fail_msg("%s: %s", error.where, error.message);
    }
    ff_plan_print(&plan, &printed);
    assert_string_equal(printed.data, canonical);
    ff_text_free(&printed);
    ff_arena_free(&arena);
}

static void what_people_write(void **state) {
    (void)state;
    assert_reads_as("3x/week; 6x(4min run, 1min walk)",
                    "time: 07:00\n\nweek 1\n"
                    "mon 2026-06-01: 6x(4min run, 1min walk)\n"
                    "wed 2026-06-03: 6x(4min run, 1min walk)\n"
                    "sat 2026-06-06: 6x(4min run, 1min walk)\n");
    assert_reads_as(
        "# mine\nplan:  Slow and sure \ntime: 18:30\ndays: tue, fri\n\n"
        "weeks 1-2: 2x/week; 5 min Warm-up; 90s run @165-170.5 \"light\"; 1.5km run; 0.5h walk\n"
        "week 3\r\n tue : 4:30min run\n  note: to the \"bridge\" \n  name: Bridge\n"
        "2026-06-19: 400m cooldown\n",
        "plan: Slow and sure\ntime: 18:30\n\nweek 1\n"
        "tue 2026-06-02: 5min warm-up; 90s run @165-170.5 \"light\"; 1.5km run; 30min walk\n"
        "fri 2026-06-05: 5min warm-up; 90s run @165-170.5 \"light\"; 1.5km run; 30min walk\n"
        "\nweek 2\n"
        "tue 2026-06-09: 5min warm-up; 90s run @165-170.5 \"light\"; 1.5km run; 30min walk\n"
        "fri 2026-06-12: 5min warm-up; 90s run @165-170.5 \"light\"; 1.5km run; 30min walk\n"
        "\nweek 3\n"
        "tue 2026-06-16: 4:30min run\n  name: Bridge\n  note: to the \"bridge\"\n"
        "fri 2026-06-19: 400m cool-down\n");
}

static void assert_wrong(const char *text, const char *where, int64_t offset, const char *message) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_plan plan;
    ff_error error;
    assert_int_equal(ff_plan_parse(&arena, text, strlen(text), &terms, &plan, &error),
                     FF_ERR_VALUE);
    assert_string_equal(error.where, where);
    assert_int_equal(error.offset, offset);
    if (strstr(error.message, message) == NULL) {
        fail_msg("'%s' says nothing of '%s'", error.message, message);
    }
    ff_arena_free(&arena);
}

static void what_is_wrong_is_told(void **state) {
    (void)state;
    assert_wrong("", "plan", -1, "no run in it");
    assert_wrong("mon: 20min rum", "line 1, column 12", 11,
                 "expected run, walk, warm-up or cool-down, not 'rum'");
    assert_wrong("\nmon: 20 run", "line 2, column 9", 9,
                 "expected a unit: min, s, h, km or m, not 'run'");
    assert_wrong("mon: 6x(4min run", "line 1, column 17", 16, "')', not the end of the line");
    assert_wrong("mon: 6x 4min run", "line 1, column 9", 8,
                 "expected '(' after the number of rounds");
    assert_wrong("mon: 0x(4min run)", "line 1, column 6", 5, "from 1 to 100");
    assert_wrong("mon: 900min run", "line 1, column 6", 5, "at most 10 hours");
    assert_wrong("mon: 4min run @170", "line 1, column 19", 18,
                 "'-' between the lowest and the highest");
    assert_wrong("mon: 4min run @88-90", "line 1, column 15", 14, "of both feet");
    assert_wrong("mon: 4min run \"no end", "line 1, column 22", 21, "ends the text");
    assert_wrong("mon: 4min run 5", "line 1, column 15", 14, "';' and a further part");
    assert_wrong("sunday: 4min run", "line 1, column 1", 0, "expected a day such as mon");
    assert_wrong("mon 2026-06-02: 4min run", "line 1, column 5", 4,
                 "that date is a tue, not a mon");
    assert_wrong("2026-02-30: 4min run", "line 1, column 1", 0, "expected a date");
    assert_wrong("wed: 4min run\nmon: 4min run", "line 2, column 1", 14,
                 "expected a day after 2026-06-03");
    assert_wrong("8x/week; 4min run", "line 1, column 1", 0, "from 1 to 7");
    assert_wrong("days: tue\n2x/week; 4min run", "line 2, column 1", 10,
                 "no more runs a week than");
    assert_wrong("week 53", "line 1, column 6", 5, "from 1 to 52");
    assert_wrong("note: early", "line 1, column 1", 0, "expected a run before");
    assert_wrong("mon: 4min run \"\xff\"", "line 1, column 15", 14, "plain text (UTF-8)");
    assert_wrong("time: 24:00", "line 1, column 7", 6, "from 0 to 23");
}

/* ---- memory that runs out ---- */

static ff_code all_of_it(const ff_allocator *allocator) {
    ff_done_run items[] = {done_run(20, 44, true, NAN), done_run(9, 45, true, 33),
                           done_run(3, 42, true, NAN)};
    ff_plan_runner runner = {.done = {items, 3}};
    ff_plan_wish wish = {.kind = FF_PLAN_RETURN, .goal_min = NAN, .weeks = 6};
    ff_arena arena;
    ff_plan_written written;
    ff_plan_break_list breaks;
    ff_followed_plan followed;
    ff_plan again;
    ff_text text;
    ff_arena_init(&arena, allocator);
    ff_text_init(&text, allocator);
    ff_code code = ff_plan_write(&arena, &runner, &wish, TODAY_S, &written, NULL);
    if (code == FF_OK) {
        code = ff_plan_check(&arena, &written.plan, &runner, wish.kind, TODAY_S, &breaks, NULL);
    }
    if (code == FF_OK) {
        assert_int_equal(breaks.count, 0);
        ff_plan_print(&written.plan, &text);
        code = ff_text_check(&text, NULL);
    }
    if (code == FF_OK) {
        code = ff_plan_parse(&arena, text.data, text.length, &terms, &again, NULL);
    }
    if (code == FF_OK) {
        assert_int_equal(again.count, written.plan.count);
        code = ff_plan_follow(&arena, &again, wish.kind, &runner.done, TODAY_S + 9 * DAY_S,
                              &followed, NULL);
    }
    ff_text_free(&text);
    ff_arena_free(&arena);
    return code;
}

static void memory_runs_out(void **state) {
    (void)state;
    for (int once = 0; once < 2; once++) {
        ff_code code = FF_ERR_MEMORY;
        size_t fail = 1;
        for (; code != FF_OK && fail < 1000; fail++) {
            failing_allocator failing;
            failing_allocator_init(&failing, fail);
            failing.once = once == 1;
            code = all_of_it(&failing.allocator);
            assert_true(code == FF_OK || code == FF_ERR_MEMORY);
            assert_int_equal(failing.held, 0);
            code = failing.calls >= fail ? FF_ERR_MEMORY : code; /* it was not the last */
        }
        assert_true(fail > 5 && fail < 1000);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(followed_plans_keep_the_rules),
        cmocka_unit_test(what_is_done_as_planned_stays),
        cmocka_unit_test(every_rule_is_checked),
        cmocka_unit_test(numbness_rule_by_hand),
        cmocka_unit_test(nhs_weeks_as_published),
        cmocka_unit_test(leap_of_week_5_is_told),
        cmocka_unit_test(galloway_as_in_the_dossier),
        cmocka_unit_test(text_loses_nothing),
        cmocka_unit_test(cut_workouts_read_back),
        cmocka_unit_test(what_people_write),
        cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(no_plan_breaks_its_rules),
    };
    return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
