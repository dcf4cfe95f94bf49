#include "support.h"

#include "measure/onset_pattern.h"

#include <math.h>
#include <string.h>

#define DAY_S 86400
#define MOST  64

typedef struct logbook {
    ff_arena arena;
    ff_onset_pattern p;
    ff_run run[MOST];
    ff_onset onset[MOST];
    ff_logged_run logged[MOST];
    size_t count;
} logbook;

static void begin(logbook *l) {
    *l = (logbook){0};
    ff_arena_init(&l->arena, NULL);
}

/* One run a day. */
static ff_onset *add(logbook *l, ff_onset_kind kind, double from_min, double to_min) {
    size_t i = l->count++;
    ff_run_init(&l->run[i]);
    l->run[i].id = (int64_t)i + 1;
    l->run[i].start_s = 1700000000 + (int64_t)i * DAY_S;
    l->run[i].figures.duration_s = 7200;
    l->onset[i] = (ff_onset){.run_id = (int64_t)i + 1,
                             .kind = kind,
                             .from_s = 60 * from_min,
                             .to_s = 60 * to_min,
                             .from_m = NAN,
                             .to_m = NAN,
                             .gone_s = NAN,
                             .sites = "",
                             .strength = -1};
    l->logged[i] = (ff_logged_run){.run = &l->run[i], .onset = &l->onset[i]};
    return &l->onset[i];
}

static void exact(logbook *l, double minutes) {
    add(l, FF_ONSET_EXACT, minutes, minutes);
}

static void work_out(logbook *l) {
    assert_int_equal(ff_onset_pattern_of(&l->arena, l->logged, l->count, &l->p, NULL), FF_OK);
    assert_int_equal(l->p.findings.count, 3);
    assert_string_equal(l->p.findings.items[0].id, "onset_time");
    assert_string_equal(l->p.findings.items[1].id, "reproducible");
    assert_string_equal(l->p.findings.items[2].id, "side");
}

static void assert_said(logbook *l, size_t index, const char *value) {
    ff_finding *f = &l->p.findings.items[index];
    if (value == NULL) {
        assert_int_equal(f->state, FF_NOT_ASKED);
        assert_null(f->value);
    } else {
        assert_int_equal(f->state, FF_SAID);
        assert_string_equal(f->value, value);
    }
    assert_true(f->from != NULL && f->from[0] != '\0');
}

static void end(logbook *l) {
    ff_arena_free(&l->arena);
}

static void levels_at_their_edges(void **state) {
    (void)state;
    static const struct {
        double minutes;
        const char *level;
    } rows[] = {{0, "lt5"},       {4.99, "lt5"}, {5, "5_15"},   {14.99, "5_15"}, {15, "15_30"},
                {29.99, "15_30"}, {30, "30_60"}, {60, "30_60"}, {60.01, "gt60"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(ff_onset_level(rows[i].minutes), rows[i].level);
        logbook l;
        begin(&l);
        exact(&l, rows[i].minutes);
        work_out(&l);
        assert_said(&l, 0, rows[i].level);
        end(&l);
    }
    assert_null(ff_onset_level(NAN));
}

static void counts_and_figures(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    add(&l, FF_ONSET_NONE, NAN, NAN);
    exact(&l, 20);
    l.onset[1].from_m = 3000;
    l.onset[1].strength = 4;
    add(&l, FF_ONSET_INTERVAL, 24, 30)->strength = 7;
    add(&l, FF_ONSET_SOMETIME, NAN, NAN);
    add(&l, FF_ONSET_NONE, NAN, NAN);
    l.logged[4].onset = NULL;
    exact(&l, 23);
    l.onset[5].from_m = 4000;
    work_out(&l);
    assert_int_equal(l.p.with, 4);
    assert_int_equal(l.p.without, 1);
    assert_int_equal(l.p.not_said, 1);
    assert_int_equal(l.p.timed, 3);
    assert_true(l.p.median_min == 23);
    assert_true(l.p.earliest_min == 20);
    assert_true(l.p.latest_min == 27);
    assert_int_equal(l.p.first_s, l.run[1].start_s);
    assert_int_equal(l.p.last_s, l.run[5].start_s);
    assert_int_equal(l.p.strongest, 7);
    assert_said(&l, 0, "15_30");
    assert_string_equal(l.p.findings.items[0].said_by, "watch");
    assert_string_equal(l.p.findings.items[0].from, "3 runs with numbness, half of them by 23 min");
    assert_said(&l, 1, NULL); /* three are too few */
    end(&l);
}

static void distance_from_the_series(void **state) {
    (void)state;
    double time_s[] = {0, 600, 1200}, distance_m[] = {0, 2000, 3800};
    logbook l;
    begin(&l);
    exact(&l, 15);
    l.run[0].figures.elapsed_s = 1200;
    l.run[0].figures.duration_s = 1200;
    l.run[0].series = (ff_series){.rows = 3, .time_s = time_s};
    l.run[0].series.column[FF_DISTANCE] = distance_m;
    work_out(&l);
    end(&l);
}

static void nothing_known(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    work_out(&l);
    assert_said(&l, 0, NULL);
    assert_said(&l, 1, NULL);
    assert_said(&l, 2, NULL);
    assert_true(isnan(l.p.median_min));
    add(&l, FF_ONSET_NONE, NAN, NAN);
    add(&l, FF_ONSET_SOMETIME, NAN, NAN);
    work_out(&l);
    assert_said(&l, 0, NULL);
    assert_string_equal(l.p.sites, "");
    end(&l);
}

/* Reference values are R's sd(x) / mean(x). */
static void reproducible_below_a_quarter(void **state) {
    (void)state;
    /* x <- c(15, 20, 20, 25); sd(x)/mean(x) is 0.2041241. */
    logbook l;
    begin(&l);
    exact(&l, 15);
    exact(&l, 20);
    exact(&l, 20);
    exact(&l, 25);
    work_out(&l);
    assert_true(fabs(l.p.cv - 0.2041241) < 1e-7);
    assert_said(&l, 1, "yes");
    /* x <- c(15, 20, 20, 25, 10, 30); 0.3535534. */
    exact(&l, 10);
    exact(&l, 30);
    work_out(&l);
    assert_true(fabs(l.p.cv - 0.3535534) < 1e-7);
    assert_said(&l, 1, "no");
    end(&l);
    /* Two each of 20 (1 - d) and 20 (1 + d) have sd / mean = d sqrt(4/3): a quarter at this d. */
    begin(&l);
    double d = 0.25 * sqrt(0.75);
    exact(&l, 20 * (1 - d * 0.999));
    exact(&l, 20 * (1 - d * 0.999));
    exact(&l, 20 * (1 + d * 0.999));
    exact(&l, 20 * (1 + d * 0.999));
    work_out(&l);
    assert_said(&l, 1, "yes");
    end(&l);
    begin(&l);
    exact(&l, 20 * (1 - d * 1.001));
    exact(&l, 20 * (1 - d * 1.001));
    exact(&l, 20 * (1 + d * 1.001));
    exact(&l, 20 * (1 + d * 1.001));
    work_out(&l);
    assert_said(&l, 1, "no");
    end(&l);
}

static void always_from_the_start_is_regular(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    for (int i = 0; i < 4; i++) {
        add(&l, FF_ONSET_AT_START, NAN, NAN);
    }
    work_out(&l);
    assert_said(&l, 0, "lt5");
    assert_said(&l, 1, "yes");
    end(&l);
}

static void no_pattern_when_spread_widely(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    /* R: quantile(c(10, 10, 30, 30)): 25 % 10, 75 % 30: three times is not more than three. */
    exact(&l, 10);
    exact(&l, 10);
    exact(&l, 30);
    exact(&l, 30);
    work_out(&l);
    assert_said(&l, 0, "15_30");
    l.onset[3].from_s += 1;
    l.onset[2].from_s += 1;
    work_out(&l);
    assert_said(&l, 0, "none");
    assert_string_equal(l.p.findings.items[0].from, "4 runs with numbness, from 10 to 30 min");
    l.count = 3; /* three runs cannot show that there is none */
    l.onset[2].from_s = 60 * 55;
    work_out(&l);
    assert_said(&l, 0, "5_15");
    end(&l);
}

static void changed_runs_are_not_the_usual(void **state) {
    (void)state;
    static const char *const lacing[] = {"lacing"};
    logbook l;
    begin(&l);
    exact(&l, 20);
    exact(&l, 22);
    exact(&l, 50);
    l.logged[2].changes = lacing;
    l.logged[2].change_count = 1;
    work_out(&l);
    assert_int_equal(l.p.timed, 2);
    assert_true(l.p.median_min == 21);
    l.count = 0;
    exact(&l, 50); /* only changed runs: then they are what there is */
    l.logged[0].changes = lacing;
    l.logged[0].change_count = 1;
    work_out(&l);
    assert_true(l.p.median_min == 50);
    end(&l);
}

static void old_episodes_give_way(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    for (int i = 0; i < 21; i++) {
        exact(&l, 70);
    }
    for (int i = 0; i < FF_PATTERN_EPISODES; i++) {
        exact(&l, 10);
    }
    work_out(&l);
    assert_int_equal(l.p.with, 41);
    assert_int_equal(l.p.timed, FF_PATTERN_EPISODES);
    assert_said(&l, 0, "5_15");
    assert_int_equal(l.p.first_s, l.run[0].start_s);
    end(&l);
}

static void assert_side(const char *const *sites, size_t count, const char *side,
                        const char *together) {
    logbook l;
    begin(&l);
    for (size_t i = 0; i < count; i++) {
        add(&l, FF_ONSET_SOMETIME, NAN, NAN)->sites = sites[i];
    }
    work_out(&l);
    assert_said(&l, 2, side);
    assert_string_equal(l.p.sites, together);
    end(&l);
}

static void sides_and_sites(void **state) {
    (void)state;
    assert_side((const char *const[]){"L:DMM,DFM,W1 R:DMM,DFM"}, 1, "both",
                "L:DMM,DFM,W1 R:DMM,DFM");
    assert_side((const char *const[]){"L:TP3", "", "L:TP3,TP4"}, 3, "one", "L:TP3,TP4");
    assert_side((const char *const[]){"R:TP3", "L:TP3"}, 2, "alternates", "L:TP3 R:TP3");
    assert_side((const char *const[]){"L:TP3 R:TP3", "L:TP3"}, 2, "both", "L:TP3 R:TP3");
    assert_side((const char *const[]){"L:TP3 R:TP3", "L:TP3", "L:TP3"}, 3, NULL, "L:TP3 R:TP3");
    assert_side((const char *const[]){"", ""}, 2, NULL, "");
    /* TP3 is not found inside TP33, nor B1 in B11; feet out of order come out in order. */
    assert_side((const char *const[]){"R:B1 L:TP3", "L:TP33 R:B11"}, 2, "both",
                "L:TP33,TP3 R:B11,B1");
}

static void only_recent_sites(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    add(&l, FF_ONSET_SOMETIME, NAN, NAN)->sites = "R:HP";
    for (int i = 0; i < FF_PATTERN_SITE_EPISODES; i++) {
        add(&l, FF_ONSET_SOMETIME, NAN, NAN)->sites = "L:TP3";
    }
    work_out(&l);
    assert_string_equal(l.p.sites, "L:TP3");
    assert_said(&l, 2, "one");
    end(&l);
}

static void memory_runs_out(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    for (int i = 0; i < 60; i++) {
        add(&l, FF_ONSET_EXACT, 20, 20)->sites = "L:DMM,DFM,W1 R:DMM,DFM";
    }
    for (size_t fail = 1; fail < 3; fail++) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail);
        ff_arena arena;
        ff_arena_init(&arena, &failing.allocator);
        ff_arena_take(&arena, 1, fail == 1 ? 1 : 4000); /* leave nearly nothing of the first */
        ff_code code = ff_onset_pattern_of(&arena, l.logged, l.count, &l.p, NULL);
        assert_int_equal(code, FF_ERR_MEMORY);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
    end(&l);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_at_their_edges),
        cmocka_unit_test(counts_and_figures),
        cmocka_unit_test(distance_from_the_series),
        cmocka_unit_test(nothing_known),
        cmocka_unit_test(reproducible_below_a_quarter),
        cmocka_unit_test(always_from_the_start_is_regular),
        cmocka_unit_test(no_pattern_when_spread_widely),
        cmocka_unit_test(changed_runs_are_not_the_usual),
        cmocka_unit_test(old_episodes_give_way),
        cmocka_unit_test(sides_and_sites),
        cmocka_unit_test(only_recent_sites),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
