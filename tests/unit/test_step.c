/* Quicker steps: the weeks, the targets in workouts, the runner's own step rate, and the metronome.
 */
#include "support.h"

#include "base/arena.h"
#include "base/random.h"
#include "measure/step_rate.h"
#include "remedy/plan_session.h"
#include "remedy/plan_tables.h"
#include "remedy/plan_text.h"
#include "remedy/step_programme.h"
#include "report/metronome.h"

#include <footfall/plan.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- the weeks, as the dossier's "cadence plan to code" has them ---- */

static void weeks_of_the_programme(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_step_programme p;
    assert_int_equal(ff_step_programme_of(&arena, 160, 5, &p, NULL), FF_OK);
    assert_int_equal(p.count, 4);
    assert_int_equal(ff_step_programme_of(&arena, 160, 10, &p, NULL), FF_OK);
    assert_int_equal(p.count, 8);
    static const double more[] = {0.03, 0.05, 0.05, 0.05, 0.075, 0.075, 0.10, 0.10};
    for (size_t i = 0; i < p.count; i++) {
        assert_true(p.weeks[i].more == more[i] && p.weeks[i].week == (int)i + 1);
        assert_true(fabs((p.weeks[i].low_spm + p.weeks[i].high_spm) / 2 - 160 * (1 + more[i])) <=
                    0.5);
    }
    assert_true(p.weeks[0].part == FF_STEP_ROUNDS && p.weeks[0].rounds == 5 &&
                p.weeks[0].round_min == 2);
    assert_true(p.weeks[1].part == FF_STEP_ROUNDS && p.weeks[1].rounds == 5 &&
                p.weeks[1].round_min == 3);
    assert_true(p.weeks[2].part == FF_STEP_HALF && p.weeks[3].part == FF_STEP_ALL);
    /* The feedback fades: at one rate the metronome rests a larger share from week to week. */
    for (size_t i = 1; i < p.count; i++) {
        double share = p.weeks[i].on_min / (p.weeks[i].on_min + p.weeks[i].off_min);
        double before = p.weeks[i - 1].on_min / (p.weeks[i - 1].on_min + p.weeks[i - 1].off_min);
        assert_true(share <= before || p.weeks[i].more > p.weeks[i - 1].more);
    }
    ff_text text;
    ff_text_init(&text, NULL);
    ff_workout_print(&p.weeks[1].workout, &text);
    assert_string_equal(text.data, "5min warm-up; 5min run; 5x(3min run @166-170, 3min run)");
    ff_text_free(&text);
    assert_int_equal(ff_step_programme_of(&arena, 80, 5, &p, NULL), FF_ERR_VALUE);
    assert_int_equal(ff_step_programme_of(&arena, 160, 20, &p, NULL), FF_ERR_VALUE);
    ff_arena_free(&arena);
}

static double quick_minutes(const ff_workout *w) {
    double sum = 0;
    for (size_t b = 0; b < w->count; b++) {
        for (size_t s = 0; s < w->blocks[b].count; s++) {
            const ff_workout_step *step = &w->blocks[b].steps[s];
            if (!isnan(step->cadence_low_spm)) {
                assert_int_equal(step->effort, FF_EFFORT_RUN);
                sum += w->blocks[b].times * step->duration_s / 60;
            }
        }
    }
    return sum;
}

/* What is quick of one run without a break, by docs/step.md: the rounds, as many as fit behind 5
 * easy minutes; of a shorter run one round; of one shorter than a round all. */
static double quick_of_one_run(const ff_step_week *week, double minutes) {
    double m = week->round_min;
    int fit = (int)fmin(floor((minutes - 5) / (2 * m)), week->rounds);
    return fit >= 1 ? fit * m : fmin(minutes, m);
}

/* The most that is run in one round of rounds; 0: there are none. */
static double longest_round(const ff_workout *w) {
    double most = 0;
    for (size_t b = 0; b < w->count; b++) {
        double sum = 0;
        for (size_t s = 0; s < w->blocks[b].count; s++) {
            const ff_workout_step *step = &w->blocks[b].steps[s];
            sum += step->effort == FF_EFFORT_RUN ? step->duration_s / 60 : 0;
        }
        bool rounds = w->blocks[b].times > 1 || w->blocks[b].count > 1;
        most = rounds ? fmax(most, sum) : most;
    }
    return most;
}

static void check_quick(const ff_workout *w, const ff_workout *woven, const ff_step_week *week) {
    double running = ff_workout_running_min(w, NAN), quick = quick_minutes(woven);
    if (week->part == FF_STEP_ALL) {
        assert_true(fabs(quick - running) < 1e-9);
    } else if (week->part == FF_STEP_HALF) { /* whole minutes of a run, whole rounds of rounds */
        assert_true(quick > running / 2 - 1 && quick < running / 2 + fmax(longest_round(w), 1e-9));
    } else if (fabs(ff_workout_longest_bout_min(w, NAN) - running) < 1e-9) {
        assert_true(fabs(quick - quick_of_one_run(week, running)) < 1e-9);
    } else { /* with breaks: a run between two of them is a round */
        assert_true(quick >= fmin(running, week->round_min) - 1e-9);
        assert_true(quick <=
                    week->rounds * fmax(week->round_min, ff_workout_longest_bout_min(w, NAN)) +
                        1e-9);
        const ff_workout_block *rounds = &w->blocks[1];
        if (w->count > 1 && rounds->times >= week->rounds && rounds->count == 2) {
            assert_true(fabs(quick - week->rounds * longest_round(w)) < 1e-9);
        }
    }
}

/* What is run and walked stays the same, whatever is woven in; as much of it is quick as the week
 * says. */
static void weaving_changes_only_the_rate(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_step_programme p;
    ff_random random;
    ff_random_init(&random, 3);
    assert_int_equal(ff_step_programme_of(&arena, 158, 10, &p, NULL), FF_OK);
    const ff_plan_table *nhs = ff_plan_table_of(FF_PLAN_BEGINNER, true);
    for (int i = 0; i < 500; i++) {
        const ff_step_week *week = &p.weeks[ff_random_below(&random, 8)];
        ff_plan_ratio ratio = ff_plan_ratio_at((int)ff_random_below(&random, 10));
        ff_workout w = ff_plan_session(&arena, 10 + (double)ff_random_below(&random, 120), &ratio);
        if (i % 3 == 0) {
            assert_int_equal(
                ff_workout_parse(&arena, nhs->sessions[ff_random_below(&random, 27)], &w, NULL),
                FF_OK);
        }
        ff_workout woven;
        assert_int_equal(ff_step_weave(&arena, &w, week, &woven, NULL), FF_OK);
        double running = ff_workout_running_min(&w, NAN);
        assert_true(fabs(ff_workout_minutes(&woven, NAN) - ff_workout_minutes(&w, NAN)) < 1e-9);
        assert_true(fabs(ff_workout_running_min(&woven, NAN) - running) < 1e-9);
        assert_true(fabs(ff_workout_longest_bout_min(&woven, NAN) -
                         ff_workout_longest_bout_min(&w, NAN)) < 1e-9);
        check_quick(&w, &woven, week);
    }
    ff_arena_free(&arena);
}

static void assert_woven(const char *text, const ff_step_week *week, const char *expected) {
    ff_arena arena;
    ff_workout w, woven;
    ff_text out;
    ff_arena_init(&arena, NULL);
    ff_text_init(&out, NULL);
    assert_int_equal(ff_workout_parse(&arena, text, &w, NULL), FF_OK);
    assert_int_equal(ff_step_weave(&arena, &w, week, &woven, NULL), FF_OK);
    ff_workout_print(&woven, &out);
    assert_string_equal(out.data, expected);
    ff_text_free(&out);
    ff_arena_free(&arena);
}

/* Easy first, as long as the run leaves time for it; no run goes without its round. */
static void a_short_run_has_one_round(void **state) {
    (void)state;
    const ff_step_week week = {
        .part = FF_STEP_ROUNDS, .rounds = 5, .round_min = 3, .low_spm = 166, .high_spm = 170};
    assert_woven("11min run", &week, "5min run; 1x(3min run @166-170, 3min run)");
    assert_woven("10min run", &week, "4min run; 1x(3min run @166-170, 3min run)");
    assert_woven("6min run", &week, "1x(3min run @166-170, 3min run)");
    assert_woven("5min run", &week, "2min run; 3min run @166-170");
    assert_woven("2min run", &week, "2min run @166-170");
    /* no more than the rounds: the sixth run has none */
    assert_woven("5x(1min run, 1min walk); 8min run", &week,
                 "5x(1min run @166-170, 1min walk); 8min run");
}

/* As many parts as the text takes; each is a run, so that weaving splits the first of them. */
static void parts_are_woven_whole_or_refused(void **state) {
    (void)state;
    ff_arena arena;
    ff_workout w, woven, again;
    ff_text text;
    ff_arena_init(&arena, NULL);
    ff_text_init(&text, NULL);
    const ff_step_week rounds = {
        .part = FF_STEP_ROUNDS, .rounds = 5, .round_min = 2, .low_spm = 163, .high_spm = 167};
    for (int parts = 50; parts <= FF_WORKOUT_MOST_BLOCKS; parts++) {
        ff_error error;
        ff_text_clear(&text);
        for (int i = 0; i < parts; i++) {
            ff_text_addf(&text, "%s%s", i > 0 ? "; " : "", i % 2 == 0 ? "10min run" : "1min walk");
        }
        assert_int_equal(ff_workout_parse(&arena, text.data, &w, NULL), FF_OK);
        ff_code code = ff_step_weave(&arena, &w, &rounds, &woven, &error);
        /* 10 minutes are 5 easy ones, a round with its easy part, and a minute: five such runs are
         * three parts each */
        assert_int_equal(code, parts + 10 <= FF_WORKOUT_MOST_BLOCKS ? FF_OK : FF_ERR_LIMIT);
        if (code != FF_OK) {
            assert_string_equal(error.where, "cadence");
            continue;
        }
        assert_int_equal(woven.count, parts + 10);
        assert_true(quick_minutes(&woven) == 10);
        assert_true(fabs(ff_workout_minutes(&woven, NAN) - ff_workout_minutes(&w, NAN)) < 1e-9);
        ff_text_clear(&text);
        ff_workout_print(&woven, &text);
        assert_int_equal(ff_workout_parse(&arena, text.data, &again, NULL), FF_OK);
        assert_int_equal(again.count, woven.count);
    }
    ff_text_free(&text);
    ff_arena_free(&arena);
}

/* ---- the runner's own ---- */

#define RUNS 6

static void own_rate_by_speed(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    static ff_run runs[RUNS];
    static ff_logged_run logged[RUNS];
    static ff_stretches stretches[RUNS];
    static ff_stretch items[RUNS][4];
    static ff_measured_run measured[RUNS];
    for (size_t i = 0; i < RUNS; i++) {
        ff_run_init(&runs[i]);
        runs[i].sport = FF_SPORT_RUNNING;
        runs[i].start_s = (int64_t)i * 86400 + 1000000;
        logged[i].run = &runs[i];
        stretches[i] = (ff_stretches){items[i], 4, true, false, FF_CADENCE_GOOD};
        measured[i] = (ff_measured_run){&logged[i], &stretches[i]};
        for (size_t s = 0; s < 4; s++) { /* half at 2.5 m/s with 154, half at 3.0 with 162 */
            items[i][s].mean[FF_GAIT_SPEED] = s < 2 ? 2.5 : 3.0;
            items[i][s].mean[FF_GAIT_CADENCE] = s < 2 ? 154 : 162;
            items[i][s].held_s[FF_GAIT_SPEED] = items[i][s].held_s[FF_GAIT_CADENCE] = 300;
        }
    }
    ff_measured_run_list list = {measured, RUNS};
    ff_step_speed_list speeds;
    assert_int_equal(ff_step_rate_of(&arena, &list, &speeds, NULL), FF_OK);
    assert_true(fabs(speeds.cadence_spm - 158) < 1e-9 && fabs(speeds.speed_mps - 2.75) < 1e-9);
    assert_true(speeds.runs == RUNS && speeds.count == 2);
    assert_true(fabs(speeds.items[0].speed_mps - 2.5) < 1e-9 &&
                fabs(speeds.items[0].cadence_spm - 154) < 1e-9);
    assert_true(fabs(speeds.items[1].cadence_spm - 162) < 1e-9 &&
                fabs(speeds.items[1].minutes - 60) < 1e-9);
    stretches[0].indoors = true; /* the speed is a guess */
    stretches[1].cadence = FF_CADENCE_LOCKED;
    stretches[2].cadence = FF_CADENCE_STRANGE;
    assert_int_equal(ff_step_rate_of(&arena, &list, &speeds, NULL), FF_OK);
    assert_true(speeds.runs == 3 && isnan(speeds.cadence_spm) &&
                speeds.count == 0); /* too few to tell */
    list.count = 0;
    assert_int_equal(ff_step_rate_of(&arena, &list, &speeds, NULL), FF_OK);
    assert_true(isnan(speeds.cadence_spm));
    ff_arena_free(&arena);
}

/* ---- the metronome ---- */

typedef struct {
    unsigned char *bytes;
    size_t length, room;
} sound;

static ff_code keep(void *user, const void *data, size_t size, ff_error *error) {
    sound *s = user;
    (void)error;
    assert_true(s->length + size <= s->room);
    memcpy(s->bytes + s->length, data, size);
    s->length += size;
    return FF_OK;
}

static sound sound_of(const ff_metronome *m) {
    sound s = {.room = (size_t)(m->minutes * 60 * FF_METRONOME_RATE) * 2 + FF_METRONOME_HEADER};
    s.bytes = malloc(s.room);
    assert_non_null(s.bytes);
    assert_int_equal(ff_metronome_write(m, keep, &s, NULL), FF_OK);
    assert_int_equal(s.length, s.room);
    return s;
}

static int sample_at(const sound *s, size_t i) {
    const unsigned char *at = s->bytes + FF_METRONOME_HEADER + 2 * i;
    return (int16_t)(at[0] | at[1] << 8);
}

/* Where a click begins: sound after 30 ms of silence. */
static size_t find_clicks(const sound *s, size_t *clicks, size_t room) {
    size_t silent = 1000, count = 0, samples = (s->length - FF_METRONOME_HEADER) / 2;
    for (size_t i = 0; i < samples; i++) {
        bool heard = sample_at(s, i) != 0;
        if (heard && silent > 240) {
            assert_true(count < room);
            clicks[count++] = i;
        }
        silent = heard ? 0 : silent + 1;
    }
    return count;
}

/* Half an hour at a rate that no sample count divides: the last click is where the rate says, to
 * the sample. */
static void no_drift_in_half_an_hour(void **state) {
    (void)state;
    static size_t clicks[8000];
    const ff_metronome m = {.spm = 167.3, .minutes = 30, .on_min = 30};
    sound s = sound_of(&m);
    size_t count = find_clicks(&s, clicks, 8000);
    assert_int_equal(count, 5019); /* 167.3 * 30 = 5019, the first at 0 */
    for (size_t k = 0; k < count; k++) {
        double exact = (double)k * 60 / 167.3 * 8000;
        assert_true(fabs((double)clicks[k] - exact) <= 0.5);
    }
    free(s.bytes);
}

static void pauses_and_fading_in(void **state) {
    (void)state;
    static size_t clicks[4000];
    const ff_metronome m = {.spm = 160, .minutes = 7, .on_min = 2, .off_min = 1};
    sound s = sound_of(&m);
    size_t count = find_clicks(&s, clicks, 4000);
    assert_int_equal(count, 2 * 320 + 160); /* minutes 0 to 2, 3 to 5, 6 to 7 */
    const size_t minute = 60 * 8000;
    for (size_t k = 0; k < count; k++) {
        size_t into = clicks[k] % (3 * minute);
        assert_true(into < 2 * minute);
        assert_int_equal(clicks[k] % 3000,
                         0); /* 160 a minute are 3000 samples: on the beat after pauses too */
    }
    /* Every stretch begins softly and is as loud as it gets from the eighth click on. */
    const size_t first[] = {0, 320, 640};
    for (size_t i = 0; i < 3; i++) {
        for (size_t k = 1; k < 8; k++) {
            assert_true(sample_at(&s, clicks[first[i] + k]) >
                        sample_at(&s, clicks[first[i] + k - 1]));
        }
        assert_true(sample_at(&s, clicks[first[i]]) < 4000);
        assert_int_equal(sample_at(&s, clicks[first[i] + 7]), sample_at(&s, clicks[first[i] + 9]));
    }
    free(s.bytes);
}

static ff_code refuse(void *user, const void *data, size_t size, ff_error *error) {
    (void)user;
    (void)data;
    (void)size;
    return ff_fail(error, FF_ERR_DISK_FULL, "t.wav", FF_NO_OFFSET, "full");
}

static void what_is_no_track(void **state) {
    (void)state;
    ff_metronome m = {.spm = 160, .minutes = 1, .on_min = 1};
    assert_int_equal(ff_metronome_write(&m, refuse, NULL, NULL), FF_ERR_DISK_FULL);
    m.minutes = 91;
    assert_int_equal(ff_metronome_write(&m, refuse, NULL, NULL), FF_ERR_VALUE);
    m.minutes = NAN;
    assert_int_equal(ff_metronome_write(&m, refuse, NULL, NULL), FF_ERR_VALUE);
    m = (ff_metronome){.spm = 20, .minutes = 1, .on_min = 1};
    assert_int_equal(ff_metronome_write(&m, refuse, NULL, NULL), FF_ERR_VALUE);
    m = (ff_metronome){.spm = 160, .minutes = 1, .on_min = 0, .off_min = 1};
    assert_int_equal(ff_metronome_write(&m, refuse, NULL, NULL), FF_ERR_VALUE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weeks_of_the_programme),
        cmocka_unit_test(weaving_changes_only_the_rate),
        cmocka_unit_test(a_short_run_has_one_round),
        cmocka_unit_test(parts_are_woven_whole_or_refused),
        cmocka_unit_test(own_rate_by_speed),
        cmocka_unit_test(no_drift_in_half_an_hour),
        cmocka_unit_test(pauses_and_fading_in),
        cmocka_unit_test(what_is_no_track),
    };
    return cmocka_run_group_tests_name("step", tests, NULL, NULL);
}
