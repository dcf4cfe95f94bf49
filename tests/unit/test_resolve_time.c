/* How long after stopping the numbness was gone. */
#include "support.h"

#include "measure/resolve_time.h"

#include <math.h>
#include <string.h>

#define DAY_S  86400
#define HOUR_S 3600
#define MOST   64

typedef struct logbook {
    ff_arena arena;
    ff_resolve_time r;
    ff_run run[MOST];
    ff_pause pause[MOST][3];
    ff_onset onset[MOST];
    ff_logged_run logged[MOST];
    size_t count;
} logbook;

static void begin(logbook *l) {
    *l = (logbook){0};
    ff_arena_init(&l->arena, NULL);
}

static void end(logbook *l) {
    ff_arena_free(&l->arena);
}

/* A run of an hour a day, numb after 20 minutes; gone_min on the timer. */
static ff_onset *add(logbook *l, double gone_min) {
    size_t i = l->count++;
    ff_run_init(&l->run[i]);
    l->run[i].id = (int64_t)i + 1;
    l->run[i].start_s = 1700000000 + (int64_t)i * DAY_S;
    l->run[i].figures.duration_s = HOUR_S;
    l->run[i].figures.elapsed_s = HOUR_S;
    ff_onset_init(&l->onset[i]);
    l->onset[i].kind = FF_ONSET_EXACT;
    l->onset[i].from_s = l->onset[i].to_s = 60 * 20;
    l->onset[i].gone_s = 60 * gone_min;
    l->logged[i] = (ff_logged_run){.run = &l->run[i], .onset = &l->onset[i]};
    return &l->onset[i];
}

/* Of the run that was added last: minutes on the clock. */
static void pause(logbook *l, double from_min, double length_min) {
    size_t i = l->count - 1;
    ff_run *run = &l->run[i];
    l->pause[i][run->pause_count++] = (ff_pause){60 * from_min, 60 * (from_min + length_min)};
    run->pauses = l->pause[i];
    run->figures.elapsed_s += 60 * length_min;
}

static void work_out(logbook *l) {
    assert_int_equal(ff_resolve_time_of(&l->arena, l->logged, l->count, &l->r, NULL), FF_OK);
    assert_string_equal(l->r.finding.id, "resolve_time");
    assert_string_equal(l->r.finding.said_by, "runner");
    assert_int_equal(l->r.told, l->r.timed + l->r.while_running + l->r.unclear);
}

static void assert_said(logbook *l, const char *value, const char *from) {
    work_out(l);
    assert_int_equal(l->r.finding.state, value != NULL ? FF_SAID : FF_NOT_ASKED);
    if (value == NULL) {
        assert_null(l->r.finding.value);
    } else {
        assert_string_equal(l->r.finding.value, value);
    }
    assert_string_equal(l->r.finding.from, from);
}

static void levels_at_their_edges(void **state) {
    (void)state;
    static const struct {
        double minutes;
        const char *level;
    } rows[] = {{0, "lt2"},        {1.99, "lt2"},    {2, "2_10"},     {9.99, "2_10"},
                {10, "10_30"},     {29.99, "10_30"}, {30, "30m_24h"}, {1440, "30m_24h"},
                {1440.1, "gt24h"}, {40000, "gt24h"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(ff_resolve_level(rows[i].minutes), rows[i].level);
    }
    assert_null(ff_resolve_level(NAN));
}

static void after_the_run(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    add(&l, 60 + 5);
    add(&l, 60 + 9);
    add(&l, 60 + 13);
    assert_said(&l, "2_10", "3 runs with numbness, half of them clear within 9.0 min of stopping");
    assert_true(l.r.median_min == 9 && l.r.shortest_min == 5 && l.r.longest_min == 13);
    assert_int_equal(l.r.finding.said_at_s, l.run[2].start_s);
    assert_false(ff_resolve_needs_pauses(&l.logged[0]));
    add(&l, 60 + 180);
    /* Red flags hang on it: where one lasted much longer it must be asked, and a day is a day. */
    assert_said(&l, NULL, "half of 4 runs clear within 11 min, but one took 3 hours");
    add(&l, 60 + 2000);
    assert_said(&l, "gt24h", "once it took 33 hours to clear after stopping");
    end(&l);
}

static void gone_as_the_run_ended(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    add(&l, 60);
    add(&l, 60);
    add(&l, 61);
    assert_said(&l, "lt2", "3 runs with numbness, half of them clear within 1 min of stopping");
    end(&l);
}

static void too_few(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    assert_said(&l, NULL, "no run tells when the numbness was gone");
    assert_int_equal(l.r.finding.said_at_s, 0);
    assert_true(isnan(l.r.median_min));
    add(&l, NAN);
    add(&l, NAN)->kind = FF_ONSET_NONE;
    add(&l, 65);
    l.logged[2].onset = NULL;
    assert_said(&l, NULL, "no run tells when the numbness was gone");
    add(&l, 65);
    assert_said(&l, NULL, "needs 3 runs in which it was gone after a stop; there is 1");
    assert_true(l.r.median_min == 5);
    add(&l, 70);
    assert_said(&l, NULL, "needs 3 runs in which it was gone after a stop; there are 2");
    add(&l, 40);
    assert_said(&l, NULL,
                "needs 3 runs in which it was gone after a stop; there are 2; in 1 it went away "
                "while running");
    add(&l, 41);
    l.run[l.count - 1].figures.elapsed_s += 40; /* it stood still, nobody knows when */
    add(&l, 41);
    l.run[l.count - 1].figures.duration_s = NAN;
    assert_said(&l, NULL,
                "needs 3 runs in which it was gone after a stop; there are 2; in 1 it went away "
                "while running; in 2 it is not known whether there was a stop");
    add(&l, 80);
    assert_said(&l, "10_30", "3 runs with numbness, half of them clear within 10 min of stopping");
    end(&l);
}

/* Seconds after the stop within one run; NAN: gone while running. */
static double within(double came_min, double gone_min, const double pauses[][2], size_t count) {
    logbook l;
    begin(&l);
    ff_onset *onset = add(&l, gone_min);
    onset->from_s = onset->to_s = 60 * came_min;
    for (size_t i = 0; i < count; i++) {
        pause(&l, pauses[i][0], pauses[i][1]);
    }
    assert_true(ff_resolve_needs_pauses(&l.logged[0]));
    work_out(&l);
    assert_int_equal(l.r.timed + l.r.while_running, 1);
    double minutes = l.r.median_min;
    end(&l);
    return minutes;
}

static void stops_within_the_run(void **state) {
    (void)state;
    const double stop[][2] = {{30, 4}};
    assert_true(isnan(within(20, 29, stop, 1))); /* before it stopped */
    assert_true(within(20, 30, stop, 1) == 4);   /* while it stood still: by the end of the pause */
    assert_true(within(20, 32, stop, 1) == 6);   /* two minutes after going on */
    assert_true(within(20, 34, stop, 1) == 8);
    assert_true(isnan(within(20, 34.5, stop, 1))); /* longer run with it than stood */
    assert_true(isnan(within(31, 32, stop, 1)));   /* it came after the stop */
    assert_true(within(30, 30, stop, 1) == 4);
    const double lights[][2] = {{28, 0.4}};
    assert_true(isnan(within(20, 28, lights, 1))); /* no stop */
    /* Stopped twice and halted at lights between; 35:15 on the clock are 30 on the timer. */
    const double twice[][2] = {{25, 5}, {32, 0.25}, {35.25, 2}};
    assert_true(within(20, 25, twice, 3) == 5);
    assert_true(within(20, 27.5, twice, 3) == 7.75);
    assert_true(within(20, 30, twice, 3) == 2);
    assert_true(within(20, 31, twice, 3) == 3);
}

static void came_at_some_time(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    ff_onset *onset = add(&l, 32);
    pause(&l, 30, 4);
    onset->kind = FF_ONSET_SOMETIME;
    onset->from_s = 0;
    onset->to_s = onset->gone_s;
    work_out(&l);
    assert_true(l.r.median_min == 6);
    onset->kind = FF_ONSET_INTERVAL; /* perhaps only after the stop */
    onset->to_s = 60 * 31;
    work_out(&l);
    assert_int_equal(l.r.while_running, 1);
    onset->kind = FF_ONSET_AT_START;
    onset->to_s = 0;
    work_out(&l);
    assert_true(l.r.median_min == 6);
    end(&l);
}

static void old_episodes_give_way(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    for (int i = 0; i < FF_RESOLVE_EPISODES + 1; i++) {
        add(&l, 60 + 50);
    }
    for (int i = 0; i < FF_RESOLVE_EPISODES; i++) {
        add(&l, 60 + 1);
    }
    assert_said(&l, "lt2", "20 runs with numbness, half of them clear within 1.0 min of stopping");
    end(&l);
}

static void memory_runs_out(void **state) {
    (void)state;
    logbook l;
    begin(&l);
    for (int i = 0; i < 60; i++) {
        add(&l, 65);
    }
    for (size_t fail = 1; fail < 3; fail++) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail);
        ff_arena arena;
        ff_arena_init(&arena, &failing.allocator);
        ff_arena_take(&arena, 1, fail == 1 ? 1 : 4000); /* leave nearly nothing of the first */
        assert_int_equal(ff_resolve_time_of(&arena, l.logged, l.count, &l.r, NULL), FF_ERR_MEMORY);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
    end(&l);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_at_their_edges), cmocka_unit_test(after_the_run),
        cmocka_unit_test(gone_as_the_run_ended), cmocka_unit_test(too_few),
        cmocka_unit_test(stops_within_the_run),  cmocka_unit_test(came_at_some_time),
        cmocka_unit_test(old_episodes_give_way), cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests_name("resolve time", tests, NULL, NULL);
}
