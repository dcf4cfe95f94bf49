#include "support.h"

#include "app/takes.h"
#include "base/civil.h"
#include "made_app.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define DAY_S  INT64_C(86400)
#define DAY    INT64_C(1780272000) /* Monday 2026-06-01 */
#define BERLIN "CET-1CEST,M3.5.0,M10.5.0/3"

enum { RUNS = 3 };

/* A journal at noon of the first day, and a plan of three runs that differ. */
typedef struct made {
    int64_t now_s;
    ff_context context;
    ff_app *app;
    ff_arena arena;
    ff_workout_step steps[RUNS];
    ff_workout_block blocks[RUNS];
    ff_planned_run runs[RUNS];
    ff_plan plan;
    ff_text ics;
} made;

static void make(made *m) {
    *m = (made){.now_s = DAY + DAY_S / 2, .plan = {"Plan", 18 * 60, m->runs, RUNS}};
    m->context = (ff_context){.now = made_clock, .user = &m->now_s};
    m->app = made_app(&m->context);
    ff_arena_init(&m->arena, ff_allocator_libc());
    ff_text_init(&m->ics, NULL);
    for (int i = 0; i < RUNS; i++) {
        m->steps[i] = (ff_workout_step){FF_EFFORT_RUN, 600 + 60 * i, NAN, NAN, NAN, NULL};
        m->blocks[i] = (ff_workout_block){1, &m->steps[i], 1};
        m->runs[i] = (ff_planned_run){DAY + 2 * i * DAY_S, 1, {"run", &m->blocks[i], 1, NULL}};
    }
}

static void unmake(made *m) {
    ff_text_free(&m->ics);
    ff_arena_free(&m->arena);
    ff_app_close(m->app);
}

static void write_ics(made *m) {
    ff_text_clear(&m->ics);
    assert_int_equal(ff_takes_calendar(m->app, &m->arena, &m->plan, NAN, 30, &m->ics, NULL), FF_OK);
}

/* How many events of that status have a uid that begins so. */
static int count(const made *m, const char *uid, const char *status) {
    int found = 0;
    char line[64];
    snprintf(line, sizeof line, "\r\nUID:%s", uid);
    for (const char *at = strstr(m->ics.data, line); at != NULL; at = strstr(at + 1, line)) {
        const char *is = strstr(at, "\r\nSTATUS:");
        found += is != NULL && strncmp(is + strlen("\r\nSTATUS:"), status, strlen(status)) == 0;
    }
    return found;
}

static void what_is_gone_is_called_off_until_it_is_over(void **state) {
    (void)state;
    made m;
    make(&m);
    write_ics(&m);
    assert_int_equal(count(&m, "run-", "CONFIRMED"), 3);
    assert_int_equal(count(&m, "run-", "CANCELLED"), 0);
    m.plan.runs = m.runs + 1; /* the first was run, at noon of its day: an hour too early */
    m.plan.count = 1;
    write_ics(&m);
    assert_int_equal(count(&m, "run-20260603", "CONFIRMED"), 1);
    assert_int_equal(count(&m, "run-20260601", "CANCELLED"), 1);
    assert_int_equal(count(&m, "run-20260605", "CANCELLED"), 1);
    m.now_s += DAY_S;
    write_ics(&m); /* still: perhaps the one before was not taken in */
    assert_int_equal(count(&m, "run-20260601", "CANCELLED"), 0);
    assert_int_equal(count(&m, "run-20260605", "CANCELLED"), 1);
    m.plan.count = 2; /* it is back */
    write_ics(&m);
    assert_int_equal(count(&m, "run-20260605", "CONFIRMED"), 1);
    assert_int_equal(count(&m, "run-", "CANCELLED"), 0);
    unmake(&m);
}

/* Nobody else's events have the names of these. */
static void the_key_stays(void **state) {
    (void)state;
    made m;
    const char *key = NULL, *later = NULL;
    make(&m);
    write_ics(&m);
    assert_int_equal(ff_journal_setting(m.app->journal, &m.arena, "calendar_key", &key, NULL),
                     FF_OK);
    assert_int_equal(strlen(key), 12);
    m.now_s += 1000;
    write_ics(&m);
    assert_int_equal(ff_journal_setting(m.app->journal, &m.arena, "calendar_key", &later, NULL),
                     FF_OK);
    assert_string_equal(key, later);
    unmake(&m);
}

/* The settings may come from an export that anyone wrote. */
static void settings_from_anywhere(void **state) {
    (void)state;
    static const char *const written[] = {"",
                                          "\n\n",
                                          "a",
                                          "a@footfall",
                                          "a@footfall 1",
                                          "a@footfall 1780272000 0",
                                          "a@footfall 1780272000 -1",
                                          "a@footfall 1780272000 521",
                                          "a@footfall 99999999999999999999 1",
                                          "a@footfall -5 1",
                                          "a@elsewhere 1790000000 1",
                                          "a\rX:b@footfall 1790000000 1",
                                          "\xFF@footfall 1790000000 1",
                                          "@footfall 1790000000 1"};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        made m;
        make(&m);
        assert_int_equal(
            ff_journal_set_setting(m.app->journal, "calendar_events", written[i], NULL), FF_OK);
        write_ics(&m);
        if (strstr(m.ics.data, "CANCELLED") != NULL) {
            fail_msg("'%s' was called off", written[i]);
        }
        unmake(&m);
    }
    made m;
    make(&m);
    assert_int_equal(ff_journal_set_setting(m.app->journal, "calendar_events",
                                            "a b\na@footfall 1790000000 1\n", NULL),
                     FF_OK);
    write_ics(&m);
    assert_int_equal(count(&m, "a@footfall", "CANCELLED"), 1);
    unmake(&m);
}

/* More than a calendar takes: the plan's own events come first. */
static void many_that_are_gone(void **state) {
    (void)state;
    made m;
    ff_text lines;
    make(&m);
    ff_text_init(&lines, NULL);
    for (int i = 0; i < 5000; i++) {
        ff_text_addf(&lines, "x%d@footfall 1790000000 1\n", i);
    }
    assert_int_equal(ff_journal_set_setting(m.app->journal, "calendar_events", lines.data, NULL),
                     FF_OK);
    write_ics(&m);
    assert_int_equal(count(&m, "run-", "CONFIRMED"), 3);
    assert_int_equal(count(&m, "x", "CANCELLED"), 1997);
    ff_text_free(&lines);
    unmake(&m);
}

static void today_is_by_the_zone(void **state) {
    (void)state;
    made m;
    ff_app_zone zone;
    make(&m);
    m.now_s = DAY + 23 * 3600; /* one in the morning in Berlin */
    assert_int_equal(ff_app_zone_read(m.app, &m.arena, &zone, NULL), FF_OK);
    assert_null(zone.name);
    assert_int_equal(ff_app_zone_today(m.app, &zone), DAY);
    assert_int_equal(ff_app_time_zone(m.app, "Europe/Berlin", BERLIN, strlen(BERLIN), NULL), FF_OK);
    assert_int_equal(ff_app_zone_read(m.app, &m.arena, &zone, NULL), FF_OK);
    assert_string_equal(zone.name, "Europe/Berlin");
    assert_int_equal(ff_app_zone_today(m.app, &zone), DAY + DAY_S);
    assert_int_equal(ff_app_time_zone(m.app, "Wrong", "CET", 3, NULL), FF_ERR_VALUE);
    assert_string_equal(m.app->time_zone.name, "Europe/Berlin");
    unmake(&m);
}

static void workouts_have_names_and_days(void **state) {
    (void)state;
    made m;
    ff_takes_told told = {0};
    make(&m);
    m.runs[1].workout.name = NULL;
    m.runs[1].week = 12;
    assert_int_equal(ff_takes_workouts(&m.arena, &m.plan, &told, NULL), FF_OK);
    assert_int_equal(told.count, 3);
    assert_string_equal(told.files[0].name, "2026-06-01-run.fit");
    assert_string_equal(told.files[0].title, "W1 Mon run");
    assert_string_equal(told.files[1].title, "W12 Wed run");
    assert_string_equal(told.files[2].title, "W1 Fri run");
    assert_memory_equal((const char *)told.files[2].data + 8, ".FIT", 4);
    m.steps[2].duration_s = 1e9;
    ff_error error;
    assert_int_equal(ff_takes_workouts(&m.arena, &m.plan, &told, &error), FF_ERR_VALUE);
    unmake(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_gone_is_called_off_until_it_is_over),
        cmocka_unit_test(the_key_stays),
        cmocka_unit_test(settings_from_anywhere),
        cmocka_unit_test(many_that_are_gone),
        cmocka_unit_test(today_is_by_the_zone),
        cmocka_unit_test(workouts_have_names_and_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
