/* Patterns on made-up runs of which the truth is known. How often they are found, and how often
 * something is told that is not so, bench_patterns measures over many runners. */
#include "support.h"

#include "base/random.h"
#include "measure/patterns.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST = 400 };
#define DAY_S INT64_C(86400)

typedef struct {
    ff_arena arena;
    ff_random random;
    ff_run run[MOST];
    ff_onset onset[MOST];
    ff_logged_run logged[MOST];
    ff_stretch stretch[MOST];
    ff_stretches stretches[MOST];
    ff_measured_run measured[MOST];
    size_t count;
    ff_patterns p;
} book;

static book *begin(void) {
    static book b;
    b = (book){0};
    ff_arena_init(&b.arena, NULL);
    ff_random_init(&b.random, 11);
    return &b;
}

/* A run every second day, of one stretch that holds for all of it. onset_min: NAN is none. */
static size_t add(book *b, double minutes, double onset_min) {
    size_t i = b->count++;
    ff_run_init(&b->run[i]);
    b->run[i].id = (int64_t)i + 1;
    b->run[i].start_s = 1700000000 + (int64_t)i * 2 * DAY_S;
    b->run[i].sport = FF_SPORT_RUNNING;
    b->run[i].figures.duration_s = 60 * minutes;
    b->run[i].figures.distance_m = 170 * minutes;
    double at_s = 60 * (isnan(onset_min) ? minutes : onset_min);
    b->onset[i] = (ff_onset){.kind = isnan(onset_min) ? FF_ONSET_NONE : FF_ONSET_EXACT,
                             .from_s = at_s,
                             .to_s = at_s,
                             .from_m = NAN,
                             .to_m = NAN,
                             .gone_s = NAN,
                             .strength = -1};
    b->logged[i] = (ff_logged_run){.run = &b->run[i], .onset = &b->onset[i]};
    ff_stretch *s = &b->stretch[i];
    *s = (ff_stretch){.running_s = 300, .distance_m = 900, .ascent_m = 5, .descent_m = 5};
    for (int g = 0; g < FF_GAIT_COUNT; g++) {
        s->mean[g] = 100 + ff_random_normal(&b->random);
        s->held_s[g] = 300;
    }
    s->mean[FF_GAIT_SPEED] = 2.8 + 0.1 * ff_random_normal(&b->random);
    s->mean[FF_GAIT_TEMPERATURE] = 15 + ff_random_normal(&b->random);
    s->ascent_m = s->descent_m = 5 + ff_random_unit(&b->random);
    b->stretches[i] = (ff_stretches){.items = s, .count = 1, .has_series = true};
    b->measured[i] = (ff_measured_run){&b->logged[i], &b->stretches[i]};
    return i;
}

static void work_out(book *b) {
    const ff_measured_run_list runs = {b->measured, b->count};
    assert_int_equal(ff_patterns_of(&b->arena, &runs, &b->p, NULL), FF_OK);
}

static const ff_pattern *find(const book *b, const char *id) {
    for (size_t i = 0; i < b->p.count; i++) {
        if (strcmp(b->p.items[i].id, id) == 0) {
            return &b->p.items[i];
        }
    }
    fail_msg("no pattern %s", id);
    return NULL;
}

static const ff_finding *finding(const book *b, const char *id) {
    for (size_t i = 0; i < b->p.findings.count; i++) {
        if (strcmp(b->p.findings.items[i].id, id) == 0) {
            return &b->p.findings.items[i];
        }
    }
    return NULL;
}

/* Odd runs are hot and numb at 20 min or so; the others are quiet for as long. */
static book *hot_runs(size_t count) {
    book *b = begin();
    for (size_t i = 0; i < count; i++) {
        bool hot = i % 2 == 1;
        size_t at = add(b, 45, hot ? 18 + 0.3 * (double)(i % 13) : NAN);
        b->stretch[at].mean[FF_GAIT_TEMPERATURE] = hot ? 27 : 12;
    }
    return b;
}

static void heat_that_goes_with_it(void **state) {
    (void)state;
    book *b = hot_runs(30);
    work_out(b);
    const ff_pattern *p = &b->p.items[0];
    assert_string_equal(p->id, "temperature");
    assert_int_equal(p->state, FF_PATTERN_GOES_WITH);
    assert_true(p->with_more);
    assert_true(p->odds_low > 1);
    assert_true(p->p_of_all >= p->p && p->p_of_all <= FF_PATTERN_CHANCE);
    assert_non_null(p->caution); /* the watch's own temperature */
    const ff_finding *f = finding(b, "heat");
    assert_non_null(f);
    assert_string_equal(f->value, "yes");
    assert_string_equal(f->said_by, "watch");
    assert_non_null(strstr(f->from, "warmer runs"));
    assert_null(finding(b, "cold_trigger"));
    ff_arena_free(&b->arena);
}

static void weather_is_preferred(void **state) {
    (void)state;
    book *b = hot_runs(30);
    for (size_t i = 0; i < b->count; i++) { /* the air: the other way round, and cold */
        b->run[i].figures.outdoor_temperature_c = i % 2 == 1 ? 2 : 11;
    }
    work_out(b);
    const ff_pattern *p = find(b, "temperature");
    assert_int_equal(p->state, FF_PATTERN_GOES_WITH);
    assert_false(p->with_more);
    assert_null(p->caution);
    assert_non_null(finding(b, "cold_trigger"));
    assert_null(finding(b, "heat"));
    ff_arena_free(&b->arena);
}

/* Cooler is not cold. */
static void cooler_is_not_cold(void **state) {
    (void)state;
    book *b = hot_runs(30);
    for (size_t i = 0; i < b->count; i++) {
        b->run[i].figures.outdoor_temperature_c = i % 2 == 1 ? 18 : 28;
    }
    work_out(b);
    assert_int_equal(find(b, "temperature")->state, FF_PATTERN_GOES_WITH);
    assert_int_equal(b->p.findings.count, 0);
    ff_arena_free(&b->arena);
}

static void nothing_there(void **state) {
    (void)state;
    book *b = begin();
    for (size_t i = 0; i < 60; i++) {
        double onset = 25 * exp(0.3 * ff_random_normal(&b->random));
        add(b, 40, onset <= 40 && ff_random_unit(&b->random) < 0.6 ? onset : NAN);
    }
    work_out(b);
    assert_true(b->p.looked_at >= 6);
    for (size_t i = 0; i < b->p.count; i++) {
        assert_int_not_equal(b->p.items[i].state, FF_PATTERN_GOES_WITH);
    }
    ff_arena_free(&b->arena);
}

/* The own-control rule: 4 runs with numbness and 4 without, of like length. */
static void too_few_runs_move_nothing(void **state) {
    (void)state;
    book *b = hot_runs(7); /* three hot and numb, four quiet */
    work_out(b);
    assert_int_equal(find(b, "temperature")->state, FF_PATTERN_TOO_FEW);
    assert_int_equal(b->p.looked_at, 0);
    assert_int_equal(b->p.findings.count, 0);
    ff_arena_free(&b->arena);
    b = begin(); /* numb in all runs, sooner when hot: told, but no answer rests on it */
    for (size_t i = 0; i < 30; i++) {
        bool hot = i % 2 == 1;
        size_t at = add(b, 45, (hot ? 15 : 30) + 0.2 * (double)(i % 7));
        b->stretch[at].mean[FF_GAIT_TEMPERATURE] = hot ? 27 : 12;
    }
    work_out(b);
    assert_int_equal(find(b, "temperature")->state, FF_PATTERN_GOES_WITH);
    assert_int_equal(find(b, "temperature")->without, 0);
    assert_null(finding(b, "heat"));
    ff_arena_free(&b->arena);
}

/* Runs that ended before numbness usually comes are no quiet runs. */
static void short_runs_are_not_like(void **state) {
    (void)state;
    book *b = begin();
    for (size_t i = 0; i < 30; i++) {
        bool hot = i % 2 == 1;
        size_t at = add(b, hot ? 45 : 12, hot ? 20 + 0.3 * (double)(i % 13) : NAN);
        b->stretch[at].mean[FF_GAIT_TEMPERATURE] = hot ? 27 : 12;
    }
    work_out(b);
    const ff_pattern *p = find(b, "temperature");
    assert_int_equal(p->without, 0);
    assert_int_not_equal(p->state, FF_PATTERN_GOES_WITH);
    ff_arena_free(&b->arena);
}

/* Hills with the trail shoe: the shoe makes it, the hills only go along. */
static void what_goes_along_is_not_told(void **state) {
    (void)state;
    book *b = begin();
    for (size_t i = 0; i < 60; i++) {
        bool tight = i % 2 == 1, hilly = i % 6 == 0 ? tight : !tight;
        size_t at = add(b, 45, tight ? 18 + 0.3 * (double)(i % 13) : NAN);
        b->logged[at].shoe = tight ? "Tight" : "Wide";
        b->stretch[at].descent_m = (hilly ? 20 : 5) + ff_random_unit(&b->random);
    }
    work_out(b);
    const ff_pattern *shoe = find(b, "shoe"), *descent = find(b, "descent");
    assert_int_equal(shoe->state, FF_PATTERN_GOES_WITH);
    assert_int_equal(descent->state, FF_PATTERN_UNCLEAR);
    assert_true(descent->p <= FF_PATTERN_CHANCE); /* it would have been told alone */
    assert_non_null(strstr(descent->along, "shoe"));
    assert_string_equal(shoe->along, "descent");
    assert_null(finding(b, "downhill"));
    ff_arena_free(&b->arena);
}

/* "Only in one pair" takes more than a difference: that it comes in no other. */
static void only_in_one_pair(void **state) {
    (void)state;
    book *b = begin();
    for (size_t i = 0; i < 40; i++) {
        bool tight = i % 2 == 1;
        size_t at = add(b, 45, tight ? 18 + 0.3 * (double)(i % 13) : NAN);
        b->logged[at].shoe = tight ? "Tight" : "Wide";
    }
    work_out(b);
    assert_int_equal(find(b, "shoe")->state, FF_PATTERN_GOES_WITH);
    assert_string_equal(find(b, "shoe")->which, "Tight");
    assert_non_null(finding(b, "one_pair"));
    assert_string_equal(finding(b, "one_pair")->value, "yes");
    b->onset[0] = b->onset[1]; /* once in the other */
    b->onset[0].from_s = b->onset[0].to_s = 2400;
    work_out(b);
    assert_int_equal(find(b, "shoe")->state, FF_PATTERN_GOES_WITH);
    assert_null(finding(b, "one_pair"));
    ff_arena_free(&b->arena);
}

static void what_was_changed_is_left_out(void **state) {
    (void)state;
    static const char *const lacing[] = {"lacing"};
    book *b = hot_runs(30);
    for (size_t i = 0; i < b->count; i += 5) {
        b->logged[i].changes = lacing;
        b->logged[i].change_count = 1;
        b->logged[i].changes_said = true;
    }
    b->logged[1].onset = NULL; /* nobody said */
    work_out(b);
    assert_int_equal(b->p.changed, 6);
    assert_int_equal(b->p.runs, 30 - 6 - 1);
    ff_arena_free(&b->arena);
}

static void only_the_most_recent(void **state) {
    (void)state;
    book *b = hot_runs(FF_PATTERN_RUNS + 20);
    work_out(b);
    assert_int_equal(b->p.runs, FF_PATTERN_RUNS);
    assert_int_equal(b->p.older, 20);
    ff_arena_free(&b->arena);
}

/* On a treadmill there is no weather, no climb, and the speed is a guess. */
static void treadmill_tells_less(void **state) {
    (void)state;
    book *b = hot_runs(30);
    for (size_t i = 0; i < b->count; i++) {
        b->stretches[i].indoors = true;
    }
    work_out(b);
    static const char *const ids[] = {"temperature", "speed", "ascent", "descent", "cadence"};
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(find(b, ids[i])->state, FF_PATTERN_NOT_RECORDED);
    }
    assert_int_equal(find(b, "treadmill")->state, FF_PATTERN_ALIKE);
    assert_int_equal(b->p.findings.count, 0);
    ff_arena_free(&b->arena);
}

static void figures_without_series(void **state) {
    (void)state;
    book *b = hot_runs(30);
    for (size_t i = 0; i < b->count; i++) {
        b->stretches[i] = (ff_stretches){0};
        b->measured[i].stretches = i % 3 == 0 ? NULL : &b->stretches[i];
    }
    work_out(b);
    assert_int_equal(find(b, "heart_rate")->state, FF_PATTERN_NOT_RECORDED);
    assert_int_equal(find(b, "descent")->state, FF_PATTERN_NOT_RECORDED);
    ff_arena_free(&b->arena);
}

static void gear_is_looked_at_by_name(void **state) {
    (void)state;
    book *b = begin();
    for (size_t i = 0; i < 40; i++) {
        bool thick = i % 2 == 1;
        size_t at = add(b, 45, thick ? 18 + 0.3 * (double)(i % 13) : NAN);
        b->logged[at].gear[FF_GEAR_SOCK] = thick ? "thick" : "thin";
    }
    work_out(b);
    const ff_pattern *sock = find(b, "sock");
    assert_int_equal(sock->state, FF_PATTERN_GOES_WITH);
    bool thick = strcmp(sock->which, "thick") == 0;
    assert_true(sock->with_more == thick);
    ff_arena_free(&b->arena);
}

static void no_runs_at_all(void **state) {
    (void)state;
    book *b = begin();
    work_out(b);
    assert_int_equal(b->p.runs, 0);
    assert_int_equal(b->p.looked_at, 0);
    assert_true(isnan(b->p.by_min));
    ff_arena_free(&b->arena);
}

static void memory_that_is_gone(void **state) {
    (void)state;
    book *b = hot_runs(30);
    const ff_measured_run_list runs = {b->measured, b->count};
    bool done = false;
    for (size_t n = 1; !done; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_arena arena;
        ff_arena_init(&arena, &failing.allocator);
        ff_error error;
        ff_code code = ff_patterns_of(&arena, &runs, &b->p, &error);
        done = code == FF_OK;
        assert_true(done || code == FF_ERR_MEMORY);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
    ff_arena_free(&b->arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heat_that_goes_with_it),       cmocka_unit_test(weather_is_preferred),
        cmocka_unit_test(cooler_is_not_cold),           cmocka_unit_test(nothing_there),
        cmocka_unit_test(too_few_runs_move_nothing),    cmocka_unit_test(short_runs_are_not_like),
        cmocka_unit_test(what_goes_along_is_not_told),  cmocka_unit_test(only_in_one_pair),
        cmocka_unit_test(what_was_changed_is_left_out), cmocka_unit_test(only_the_most_recent),
        cmocka_unit_test(treadmill_tells_less),         cmocka_unit_test(figures_without_series),
        cmocka_unit_test(gear_is_looked_at_by_name),    cmocka_unit_test(no_runs_at_all),
        cmocka_unit_test(memory_that_is_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
