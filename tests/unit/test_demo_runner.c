#include "support.h"

#include "app/collect.h"
#include "app/demo_runner.h"
#include "app/demo_series.h"
#include "app/moment.h"
#include "base/civil.h"
#include "files/import_runs.h"
#include "measure/load_spike.h"
#include "measure/onset_pattern.h"
#include "trial/compare_change.h"
#include "trial/kaplan_meier.h"

#include <footfall/knowledge.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NOW_S INT64_C(1795392000) /* 2026-11-23T00:00:00Z; 22 November at the runner's place */
#define SEED  25                  /* the demo's */

static int64_t now(void *user) {
    return NOW_S + *(int64_t *)user;
}

static void make(ff_arena *arena, uint64_t seed, int64_t later_s, ff_demo_runner *runner) {
    ff_context context = {.now = now, .seed = seed, .user = &later_s};
    ff_arena_init(arena, NULL);
    assert_int_equal(ff_demo_runner_make(&context, arena, runner, NULL), FF_OK);
    assert_int_equal(runner->count, FF_DEMO_RUN_COUNT);
}

static bool same_bytes(const ff_demo_runner *a, const ff_demo_runner *b) {
    for (size_t i = 0; i < a->count; i++) {
        if (a->runs[i].size != b->runs[i].size ||
            memcmp(a->runs[i].bytes, b->runs[i].bytes, a->runs[i].size) != 0 ||
            strcmp(a->runs[i].file_name, b->runs[i].file_name) != 0) {
            return false;
        }
    }
    return true;
}

static void same_seed_same_bytes(void **state) {
    (void)state;
    ff_arena one, two, three;
    ff_demo_runner a, b, c;
    make(&one, SEED, 0, &a);
    make(&two, SEED, 3600, &b); /* an hour later on the same day */
    make(&three, SEED + 1, 0, &c);
    assert_true(same_bytes(&a, &b));
    assert_false(same_bytes(&a, &c));
    ff_arena_free(&one);
    ff_arena_free(&two);
    ff_arena_free(&three);
}

static void the_calendar(void **state) {
    (void)state;
    ff_arena arena;
    ff_demo_runner runner;
    make(&arena, SEED, 0, &runner);
    const ff_demo_run *runs = runner.runs;
    for (size_t i = 0; i < runner.count; i++) {
        char iso[FF_ISO_SIZE], name[32];
        ff_iso_format(runs[i].start_s - 7200, false, 0, iso); /* "2026-08-02T06:30:00Z" */
        memcpy(name, iso, 10);
        memcpy(name + 10, (char[]){'-', iso[11], iso[12], iso[14], iso[15]}, 5);
        memcpy(name + 15, ".fit", 5);
        assert_string_equal(runs[i].file_name, name);
        assert_true(i == 0 || runs[i].start_s > runs[i - 1].start_s + 86400);
    }
    assert_memory_equal(runs[runner.count - 1].file_name, "2026-11-21", 10); /* a day before */
    double days = (double)(runs[runner.count - 1].start_s - runs[0].start_s) / 86400;
    assert_true(days > 112 && days < 122); /* four months */
    ff_arena_free(&arena);
}

/* No run is more than 10 % longer than the longest of the 30 days before it, where these are
 * known. */
static void load_never_spikes(void **state) {
    (void)state;
    ff_arena arena;
    ff_demo_runner runner;
    make(&arena, SEED, 0, &runner);
    for (size_t i = 0; i < runner.count; i++) {
        double longest_m = 0;
        for (size_t k = 0; k < i; k++) {
            if (runner.runs[i].start_s - runner.runs[k].start_s <= 30 * 86400) {
                longest_m = fmax(longest_m, runner.runs[k].distance_m);
            }
        }
        bool known = runner.runs[i].start_s - runner.runs[0].start_s > 30 * 86400;
        assert_true(!known || runner.runs[i].distance_m < 1.1 * longest_m);
    }
    ff_arena_free(&arena);
}

/* --- as footfall sees it: files read back, laps taken for onsets --- */

typedef struct seen {
    ff_arena arena;
    ff_demo_runner runner;
    ff_run run[FF_DEMO_RUN_COUNT];
    ff_onset onset[FF_DEMO_RUN_COUNT];
    ff_logged_run logged[FF_DEMO_RUN_COUNT];
} seen;

static void see_run(seen *s, size_t i) {
    const ff_demo_run *made = &s->runner.runs[i];
    ff_bytes bytes;
    ff_file_result result;
    ff_bytes_of_memory(&bytes, made->bytes, made->size, made->file_name);
    assert_int_equal(ff_file_read_runs(NULL, &bytes, &s->arena, &result, NULL), FF_OK);
    assert_int_equal(result.damage.code, FF_OK);
    assert_int_equal(result.runs.count, 1);
    s->run[i] = result.runs.items[0];
    assert_int_equal(s->run[i].note_count, 0); /* nothing odd about it */
    ff_onset_init(&s->onset[i]);
    if (made->onset == FF_ONSET_EXACT) {
        assert_int_equal(ff_moment_of_lap(&s->run[i], (int)made->from_lap, &s->onset[i], NULL),
                         FF_OK);
        s->onset[i].sites = made->sites;
        s->onset[i].strength = made->strength;
    } else {
        ff_moment_none(&s->run[i], &s->onset[i]);
    }
    s->logged[i] = (ff_logged_run){.run = &s->run[i],
                                   .onset = made->said ? &s->onset[i] : NULL,
                                   .shoe = made->shoe,
                                   .changes = &made->changed,
                                   .change_count = made->changed != NULL};
}

static seen *see(uint64_t seed) {
    seen *s = test_calloc(1, sizeof *s);
    make(&s->arena, seed, 0, &s->runner);
    for (size_t i = 0; i < FF_DEMO_RUN_COUNT; i++) {
        see_run(s, i);
    }
    return s;
}

static void forget(seen *s) {
    ff_arena_free(&s->arena);
    test_free(s);
}

static void files_say_what_the_runner_did(void **state) {
    (void)state;
    seen *s = see(SEED);
    for (size_t i = 0; i < FF_DEMO_RUN_COUNT; i++) {
        const ff_demo_run *made = &s->runner.runs[i];
        const ff_run *run = &s->run[i];
        assert_int_equal(run->start_s, made->start_s);
        assert_int_equal(run->sport, FF_SPORT_RUNNING);
        assert_true(run->utc_offset_known && run->utc_offset_s == -7200);
        assert_true(fabs(run->figures.distance_m - made->distance_m) < 0.01);
        assert_true(fabs(run->figures.duration_s - made->duration_s) < 0.001);
        size_t pressed = 0;
        for (size_t lap = 0; lap < run->lap_count; lap++) {
            pressed += run->laps[lap].trigger == FF_LAP_MANUAL;
            assert_true(run->laps[lap].distance_m < 1006); /* one each kilometre */
        }
        assert_int_equal(pressed, made->onset == FF_ONSET_EXACT);
        if (made->onset == FF_ONSET_EXACT) { /* the hand is a few seconds late */
            double late_s = s->onset[i].from_s - made->true_onset_s;
            assert_true(late_s >= 2 && late_s <= 9.5);
            assert_true(made->strength >= 0 && made->strength <= 10);
        } else {
            assert_int_equal(made->from_lap, 0);
            assert_int_equal(made->strength, -1);
        }
    }
    forget(s);
}

static double mean(const ff_series *series, ff_channel channel) {
    double sum = 0;
    for (size_t i = 0; i < series->rows; i++) {
        sum += series->column[channel][i];
    }
    return sum / (double)series->rows;
}

static void figures_hang_together(void **state) {
    (void)state;
    seen *s = see(SEED);
    const ff_run *run = &s->run[20];
    const ff_series *series = &run->series;
    for (size_t i = 30; i < series->rows; i++) {
        double speed = series->column[FF_SPEED][i], cadence = series->column[FF_CADENCE][i];
        double step_mm = series->column[FF_STEP_LENGTH][i];
        double rise_mm = series->column[FF_VERTICAL_OSCILLATION][i];
        assert_true(fabs(step_mm - 60e3 * speed / cadence) < 0.4);
        assert_true(fabs(series->column[FF_VERTICAL_RATIO][i] - 100 * rise_mm / step_mm) < 0.02);
        /* The track is as long as the distance: metres between two rows by latitude and
         * longitude on a sphere. */
        double north = series->column[FF_LATITUDE][i] - series->column[FF_LATITUDE][i - 1];
        double east = (series->column[FF_LONGITUDE][i] - series->column[FF_LONGITUDE][i - 1]) *
                      cos(45 * 3.14159265358979 / 180);
        double step_m = hypot(north, east) * 111195;
        double run_m = series->column[FF_DISTANCE][i] - series->column[FF_DISTANCE][i - 1];
        assert_true(fabs(step_m - run_m) < 0.03);
    }
    double speed = mean(series, FF_SPEED);
    assert_true(fabs(mean(series, FF_CADENCE) - (160.5 + 10.4 * (speed - 3))) < 0.5);
    assert_true(fabs(mean(series, FF_STANCE_TIME) - (259 - 38 * (speed - 3))) < 5);
    assert_true(fabs(mean(series, FF_VERTICAL_OSCILLATION) - 90) < 2);
    /* The heart drifts upwards: the last quarter above the second. */
    const double *heart = series->column[FF_HEART_RATE];
    double second = 0, last = 0;
    for (size_t i = 0; i < series->rows / 4; i++) {
        second += heart[series->rows / 4 + i];
        last += heart[3 * (series->rows / 4) + i];
    }
    assert_true(last > second);
    forget(s);
}

/* --- the truth shows --- */

static size_t choose(const seen *s, const char *shoe, bool changed, ff_logged_run *chosen) {
    size_t count = 0;
    for (size_t i = 0; i < FF_DEMO_RUN_COUNT; i++) {
        if (strcmp(s->logged[i].shoe, shoe) == 0 && (s->logged[i].change_count > 0) == changed) {
            chosen[count++] = s->logged[i];
        }
    }
    return count;
}

static void tight_laces_show(void **state) {
    (void)state;
    seen *s = see(SEED);
    ff_logged_run chosen[FF_DEMO_RUN_COUNT];
    ff_kaplan_meier tight, loose;
    size_t count = choose(s, "Road A", false, chosen);
    ff_kaplan_meier_of_runs(&s->arena, chosen, count, &tight, NULL);
    count = choose(s, "Trail B", false, chosen);
    ff_kaplan_meier_of_runs(&s->arena, chosen, count, &loose, NULL);
    assert_true(tight.began >= 7);
    assert_true(tight.median_min > 19 && tight.median_min < 30);
    assert_true(tight.median_low_min < FF_DEMO_TIGHT_MEDIAN_MIN);
    assert_true(tight.median_high_min > FF_DEMO_TIGHT_MEDIAN_MIN);
    assert_int_equal(loose.not_said, 2);
    assert_true(loose.ended >= 20);
    assert_true(loose.began <= 1 && isnan(loose.median_min));
    ff_change_comparison comparison;
    ff_compare_change(&s->arena, s->logged, FF_DEMO_RUN_COUNT, "lacing", "Road A", &comparison,
                      NULL);
    assert_int_equal(comparison.state, FF_COMPARE_ENOUGH_RUNS);
    assert_int_equal(comparison.with.runs, 4);
    assert_true(isnan(comparison.with.median_min));
    forget(s);
}

/* Over several runners the drawn onsets follow the stated law. */
static void onsets_follow_the_law(void **state) {
    (void)state;
    ff_survival_time times[4 * FF_DEMO_RUN_COUNT];
    size_t count = 0;
    for (uint64_t seed = 100; seed < 104; seed++) {
        ff_arena arena;
        ff_demo_runner runner;
        make(&arena, seed, 0, &runner);
        for (size_t i = 0; i < runner.count; i++) {
            const ff_demo_run *run = &runner.runs[i];
            if (strcmp(run->shoe, "Road A") == 0 && run->changed == NULL) {
                bool began = !isnan(run->true_onset_s);
                times[count++] =
                    (ff_survival_time){(began ? run->true_onset_s : run->duration_s) / 60, began};
            }
        }
        ff_arena_free(&arena);
    }
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_kaplan_meier km;
    assert_int_equal(ff_kaplan_meier_of_times(&arena, times, count, &km, NULL), FF_OK);
    /* The standard error of the log median is about 0.22 * 1.1 / sqrt(44) = 0.036. */
    assert_true(fabs(log(km.median_min / FF_DEMO_TIGHT_MEDIAN_MIN)) < 3 * 0.036);
    ff_arena_free(&arena);
}

static const ff_finding *find(const ff_finding_list *list, const char *id) {
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i].id, id) == 0) {
            return &list->items[i];
        }
    }
    fail_msg("no finding %s", id);
    return NULL;
}

static void what_the_runs_say(void **state) {
    (void)state;
    seen *s = see(SEED);
    ff_onset_pattern pattern;
    ff_load_spike spike;
    ff_onset_pattern_of(&s->arena, s->logged, FF_DEMO_RUN_COUNT, &pattern, NULL);
    ff_load_spike_of(&s->arena, s->logged, FF_DEMO_RUN_COUNT, 0, &spike, NULL);
    assert_string_equal(find(&pattern.findings, "onset_time")->value, "15_30");
    assert_string_equal(find(&pattern.findings, "side")->value, "both");
    assert_string_equal(pattern.sites, "L:DMM,DFM,W1 R:DMM,DFM");
    assert_int_equal(find(&pattern.findings, "reproducible")->state, FF_SAID);
    assert_string_equal(find(&spike.findings, "w_spike")->value, "le10");
    assert_string_equal(find(&spike.findings, "w_week30")->value, "no");
    forget(s);
}

static void answers_are_known(void **state) {
    (void)state;
    ff_arena arena;
    ff_demo_runner runner;
    make(&arena, SEED, 0, &runner);
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    size_t ticked = 0, asked = 0;
    for (size_t i = 0; i < knowledge->flag_count; i++) {
        asked += knowledge->flags[i].ask[0] != '\0';
    }
    for (size_t i = 0; i < runner.answers.count; i++) {
        const ff_finding *a = &runner.answers.items[i];
        const ff_fact *fact = ff_knowledge_fact(knowledge, a->id);
        assert_int_equal(a->said_at_s, NOW_S);
        if (ff_knowledge_flag(knowledge, a->id) != NULL) {
            assert_string_equal(a->value, "no");
            ticked++;
        } else if (strcmp(a->id, FF_ANSWER_AGE) != 0) {
            assert_non_null(fact);
            assert_true(a->state != FF_SAID || ff_fact_level(fact, a->value) >= 0);
        }
    }
    assert_int_equal(ticked, asked);
    assert_int_equal(find(&runner.answers, "heat")->state, FF_NOT_SURE);
    assert_int_equal(strtol(find(&runner.answers, FF_ANSWER_AGE)->value, NULL, 10), runner.age);
    ff_arena_free(&arena);
}

/* --- what can go wrong --- */

static bool cancelled(void *user) {
    (void)user;
    return true;
}

static void when_it_cannot_be_made(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_demo_runner runner;
    assert_int_equal(ff_demo_runner_make(NULL, &arena, &runner, NULL), FF_ERR_VALUE);
    int64_t later_s = 0;
    ff_context context = {.now = now, .user = &later_s, .cancelled = cancelled};
    assert_int_equal(ff_demo_runner_make(&context, &arena, &runner, NULL), FF_ERR_CANCELLED);
    ff_arena_free(&arena);
    for (size_t fail = 1; fail < 16; fail += 2) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail);
        context = (ff_context){.now = now, .user = &later_s, .allocator = &failing.allocator};
        ff_arena_init(&arena, &failing.allocator);
        assert_int_equal(ff_demo_runner_make(&context, &arena, &runner, NULL), FF_ERR_MEMORY);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_seed_same_bytes),  cmocka_unit_test(the_calendar),
        cmocka_unit_test(load_never_spikes),     cmocka_unit_test(files_say_what_the_runner_did),
        cmocka_unit_test(figures_hang_together), cmocka_unit_test(tight_laces_show),
        cmocka_unit_test(onsets_follow_the_law), cmocka_unit_test(what_the_runs_say),
        cmocka_unit_test(answers_are_known),     cmocka_unit_test(when_it_cannot_be_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
