#include "support.h"

#include "measure/load_spike.h"

#include <math.h>
#include <string.h>

#define DAY_S     86400
#define MOST      64
#define BEGAN_DAY 100 /* the day of the run in which it began */

typedef struct logbook {
    ff_arena arena;
    ff_load_spike s;
    ff_run run[MOST];
    ff_onset onset[MOST];
    ff_logged_run logged[MOST];
    size_t count;
} logbook;

static int64_t second_of(double day) {
    return 1700000000 + (int64_t)(day * DAY_S);
}

static ff_onset *add(logbook *l, double day, double km, ff_onset_kind kind) {
    size_t i = l->count++;
    ff_run_init(&l->run[i]);
    l->run[i].start_s = second_of(day);
    l->run[i].figures.distance_m = 1000 * km;
    l->run[i].figures.duration_s = 360 * km;
    l->onset[i] = (ff_onset){.kind = kind,
                             .gone_s = NAN,
                             .from_s = kind == FF_ONSET_EXACT ? 600 : NAN,
                             .to_s = NAN,
                             .from_m = kind == FF_ONSET_EXACT ? 1500 : NAN,
                             .to_m = NAN};
    l->logged[i] = (ff_logged_run){.run = &l->run[i], .onset = &l->onset[i]};
    return &l->onset[i];
}

/* A run every third day from day 50 to day 98, of km each, all free of numbness; then the run in
 * which it began. */
static void steady(logbook *l, double km) {
    *l = (logbook){0};
    ff_arena_init(&l->arena, NULL);
    for (int day = 50; day < BEGAN_DAY; day += 3) {
        add(l, day, km, FF_ONSET_NONE);
    }
    add(l, BEGAN_DAY, km, FF_ONSET_EXACT);
}

static void work_out(logbook *l, int64_t began_s) {
    assert_int_equal(ff_load_spike_of(&l->arena, l->logged, l->count, began_s, &l->s, NULL), FF_OK);
    assert_int_equal(l->s.findings.count, 2);
    assert_string_equal(l->s.findings.items[0].id, "w_spike");
    assert_string_equal(l->s.findings.items[1].id, "w_week30");
}

static void assert_said(const logbook *l, size_t index, const char *value) {
    const ff_finding *f = &l->s.findings.items[index];
    assert_true(f->from != NULL && f->from[0] != '\0');
    assert_string_equal(f->said_by, "watch");
    if (value == NULL) {
        assert_int_equal(f->state, FF_NOT_ASKED);
        assert_null(f->value);
    } else {
        assert_int_equal(f->state, FF_SAID);
        assert_string_equal(f->value, value);
    }
}

static void assert_reason(const logbook *l, size_t index, const char *part) {
    assert_said(l, index, NULL);
    assert_non_null(strstr(l->s.findings.items[index].from, part));
}

static void levels_at_their_edges(void **state) {
    (void)state;
    static const struct {
        double km;
        const char *level;
    } rows[] = {{5, "le10"},   {10, "le10"},      {11, "le10"},   {11.01, "10_30"},
                {13, "10_30"}, {13.01, "30_100"}, {20, "30_100"}, {20.01, "gt100"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        logbook l;
        steady(&l, 10);
        for (size_t run = 0; run < l.count; run++) { /* the recent ones give way to one run */
            if (l.run[run].start_s >= second_of(BEGAN_DAY - 14) && run + 1 < l.count) {
                l.run[run].figures.distance_m = 1000;
            }
        }
        add(&l, BEGAN_DAY - 5, rows[i].km, FF_ONSET_NONE);
        work_out(&l, 0);
        assert_said(&l, 0, rows[i].level);
        assert_true(fabs(l.s.ratio - rows[i].km / 10) < 1e-9);
        ff_arena_free(&l.arena);
    }
}

static void windows_at_their_edges(void **state) {
    (void)state;
    static const struct {
        double before_days; /* a run of 25 km that long before it began */
        const char *level;
    } rows[] = {{0.5, "gt100"},  {14, "gt100"}, /* within the 14 days */
                {14.01, "le10"}, {44, "le10"},  /* within the 30 days before: 10 against 25 */
                {44.01, "le10"}, {-1, "le10"}}; /* outside: 10 against 10 */
    static const double reference[] = {10000, 10000, 25000, 25000, 10000, 10000};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        logbook l;
        steady(&l, 10);
        add(&l, BEGAN_DAY - rows[i].before_days, 25, FF_ONSET_NONE);
        work_out(&l, 0);
        assert_said(&l, 0, rows[i].level);
        assert_true(l.s.reference_m == reference[i]);
        ff_arena_free(&l.arena);
    }
}

static void the_run_in_which_it_began(void **state) {
    (void)state;
    logbook l;
    steady(&l, 10);
    ff_run *begin_run = &l.run[l.count - 1];
    ff_onset *onset = &l.onset[l.count - 1];
    begin_run->figures.distance_m = 30000;
    work_out(&l, 0); /* 1.5 km had been run by then */
    assert_said(&l, 0, "le10");
    onset->from_m = 15000;
    work_out(&l, 0);
    assert_said(&l, 0, "30_100");
    assert_true(l.s.longest_m == 15000);
    onset->kind = FF_ONSET_SOMETIME; /* nobody knows how far: it does not count */
    work_out(&l, 0);
    assert_true(l.s.longest_m == 10000);
    double time_s[] = {0, 1200}, distance_m[] = {0, 24000}; /* the distance from the series */
    onset->kind = FF_ONSET_EXACT;
    onset->from_m = NAN;
    begin_run->figures.duration_s = 1200;
    begin_run->figures.elapsed_s = 1200;
    begin_run->series = (ff_series){.rows = 2, .time_s = time_s};
    begin_run->series.column[FF_DISTANCE] = distance_m;
    work_out(&l, 0);
    assert_true(l.s.longest_m == 12000);
    ff_arena_free(&l.arena);
}

static void history_that_is_too_short(void **state) {
    (void)state;
    logbook l;
    steady(&l, 10);
    /* Runs from day 50: 50 days before. Cut to 44 and to less. */
    for (size_t i = 0; i < l.count; i++) {
        l.run[i].start_s = l.run[i].start_s < second_of(56) ? second_of(56) : l.run[i].start_s;
    }
    work_out(&l, 0);
    assert_said(&l, 0, "le10");
    for (size_t i = 0; i < l.count; i++) {
        l.run[i].start_s += l.run[i].start_s == second_of(56);
    }
    work_out(&l, 0);
    assert_reason(&l, 0, "do not reach far enough back");
    assert_said(&l, 1, "no"); /* 30 days are enough for the weeks */
    for (size_t i = 0; i < l.count; i++) {
        if (l.run[i].start_s < second_of(71)) {
            l.run[i].start_s = second_of(71);
        }
    }
    work_out(&l, 0);
    assert_reason(&l, 1, "do not reach far enough back");
    ff_arena_free(&l.arena);
}

static void too_few_runs_to_compare_with(void **state) {
    (void)state;
    for (int runs = 2; runs <= 3; runs++) {
        logbook l = {0};
        ff_arena_init(&l.arena, NULL);
        add(&l, 50, 10, FF_ONSET_NONE);
        for (int i = 0; i < runs; i++) {
            add(&l, 60 + i, 10, FF_ONSET_NONE);
        }
        add(&l, 95, 10, FF_ONSET_NONE);
        add(&l, BEGAN_DAY, 10, FF_ONSET_EXACT);
        work_out(&l, 0);
        if (runs == 2) {
            assert_reason(&l, 0, "too few runs");
        } else {
            assert_said(&l, 0, "le10");
        }
        ff_arena_free(&l.arena);
    }
}

static void when_it_began_must_be_known(void **state) {
    (void)state;
    logbook l;
    steady(&l, 10);
    /* Days 86, 89, 92, 95, 98 lie in the 14 days. Three of five said free is enough, two not. */
    size_t last = l.count - 2;
    l.logged[last].onset = NULL;
    l.logged[last - 1].onset = NULL;
    work_out(&l, 0);
    assert_said(&l, 0, "le10");
    l.logged[last - 2].onset = NULL;
    work_out(&l, 0);
    assert_reason(&l, 0, "not known when it first began");
    assert_reason(&l, 1, "not known when it first began");
    /* The runner says when: then nothing needs to have been marked. */
    work_out(&l, second_of(BEGAN_DAY));
    assert_said(&l, 0, "le10");
    ff_arena_free(&l.arena);
    /* No numb run at all; and a numb run after a break. */
    steady(&l, 10);
    l.count--;
    work_out(&l, 0);
    assert_reason(&l, 0, "no run with numbness");
    add(&l, 150, 10, FF_ONSET_EXACT);
    work_out(&l, 0);
    assert_reason(&l, 0, "no run in the 14 days");
    ff_arena_free(&l.arena);
}

static void weeks(void **state) {
    (void)state;
    static const struct {
        double km; /* in the last week, against 10 in the week before */
        const char *said;
    } rows[] = {{5, "no"}, {13, "no"}, {13.01, "yes"}, {40, "yes"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        logbook l = {0};
        ff_arena_init(&l.arena, NULL);
        add(&l, 50, 10, FF_ONSET_NONE);
        add(&l, BEGAN_DAY - 14.01, 70, FF_ONSET_NONE); /* too early to count */
        add(&l, BEGAN_DAY - 14, 4, FF_ONSET_NONE);
        add(&l, BEGAN_DAY - 7.01, 6, FF_ONSET_NONE);
        add(&l, BEGAN_DAY - 7, rows[i].km - 3, FF_ONSET_NONE);
        add(&l, BEGAN_DAY - 0.5, 1.5, FF_ONSET_NONE);
        add(&l, BEGAN_DAY, 9, FF_ONSET_EXACT); /* 1.5 km before it began */
        work_out(&l, 0);
        assert_said(&l, 1, rows[i].said);
        assert_true(fabs(l.s.week_ratio - rows[i].km / 10) < 1e-9);
        ff_arena_free(&l.arena);
    }
}

static void distances_that_are_missing(void **state) {
    (void)state;
    logbook l;
    steady(&l, NAN);
    l.onset[l.count - 1].from_m = NAN;
    work_out(&l, 0);
    assert_reason(&l, 0, "distances");
    assert_reason(&l, 1, "no distance");
    ff_arena_free(&l.arena);
}

static void says_what_it_rests_on(void **state) {
    (void)state;
    logbook l;
    steady(&l, 10);
    l.run[l.count - 1].utc_offset_known = true;
    l.run[l.count - 1].utc_offset_s = 7200; /* 22:13:20 UTC is the next day there */
    work_out(&l, 0);
    assert_string_equal(l.s.findings.items[0].from,
                        "longest run 10.0 km in the 14 days before 2024-02-23, 10.0 km in the 30 "
                        "days before those (10 runs)");
    ff_arena_free(&l.arena);
}

static void memory_runs_out(void **state) {
    (void)state;
    logbook l;
    steady(&l, 10);
    failing_allocator failing;
    failing_allocator_init(&failing, 1);
    ff_arena arena;
    ff_arena_init(&arena, &failing.allocator);
    assert_int_equal(ff_load_spike_of(&arena, l.logged, l.count, 0, &l.s, NULL), FF_ERR_MEMORY);
    ff_arena_free(&arena);
    ff_arena_free(&l.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_at_their_edges),
        cmocka_unit_test(windows_at_their_edges),
        cmocka_unit_test(the_run_in_which_it_began),
        cmocka_unit_test(history_that_is_too_short),
        cmocka_unit_test(too_few_runs_to_compare_with),
        cmocka_unit_test(when_it_began_must_be_known),
        cmocka_unit_test(weeks),
        cmocka_unit_test(distances_that_are_missing),
        cmocka_unit_test(says_what_it_rests_on),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
