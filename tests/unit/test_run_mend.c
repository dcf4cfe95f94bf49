/* What is done to the run of any recording, on series made here. */
#include "support.h"

#include "files/cadence.h"
#include "files/run_figures.h"
#include "files/run_laps.h"
#include "files/run_mend.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ROWS 1801

typedef struct {
    ff_arena arena;
    ff_run run;
} made;

static void begin(made *m) {
    ff_arena_init(&m->arena, NULL);
    ff_run_init(&m->run);
    m->run.series.rows = ROWS;
    m->run.series.time_s = ff_arena_take(&m->arena, ROWS, sizeof(double));
    for (size_t i = 0; i < ROWS; i++) {
        m->run.series.time_s[i] = (double)i;
    }
}

static double *column(made *m, ff_channel channel) {
    m->run.series.column[channel] = ff_arena_take(&m->arena, ROWS, sizeof(double));
    return m->run.series.column[channel];
}

static bool noted(const made *m, const char *part) {
    for (size_t i = 0; i < m->run.note_count; i++) {
        if (strstr(m->run.notes[i], part) != NULL) {
            return true;
        }
    }
    return false;
}

/* Of each five minutes three were walked, all told in steps of both feet. */
typedef struct {
    double walk_mps, walk_spm, run_mps, run_spm;
    int walked_s; /* of 300 */
} manner;

enum { BY_SPEED, BY_DISTANCE, BY_POSITION, BY_NOTHING };

static ff_feet feet_of(const manner *how, int by, double share) {
    made m;
    begin(&m);
    double *cadence = column(&m, FF_CADENCE);
    double *told = by == BY_NOTHING ? NULL
                                    : column(&m, by == BY_SPEED      ? FF_SPEED
                                                 : by == BY_DISTANCE ? FF_DISTANCE
                                                                     : FF_LATITUDE);
    double *east = by == BY_POSITION ? column(&m, FF_LONGITUDE) : NULL;
    double metres = 0;
    for (int i = 0; i < ROWS; i++) {
        bool walks = i % 300 < how->walked_s;
        double mps = walks ? how->walk_mps : how->run_mps;
        cadence[i] = share * (walks ? how->walk_spm : how->run_spm);
        if (told != NULL) {
            told[i] = by == BY_SPEED ? mps : by == BY_DISTANCE ? metres : 50 + metres / 111195;
        }
        if (east != NULL) {
            east[i] = 10;
        }
        metres += mps;
    }
    ff_feet feet = ff_cadence_feet(&m.arena, &m.run.series, FF_CADENCE);
    ff_arena_free(&m.arena);
    return feet;
}

/* Rates of walking at these speeds: 100 to 120 a minute in any textbook of gait. */
static void whose_cadence(void **state) {
    (void)state;
    static const manner manners[] = {
        {1.4, 110, 2.8, 168, 200}, /* run and walk, mostly walking */
        {1.4, 110, 2.8, 168, 300}, /* a walk that was recorded as a run */
        {1.1, 98, 3.4, 180, 290},  /* a short run in a long walk */
        {1.4, 110, 1.7, 160, 60},  /* slow jogging */
        {1.4, 110, 4.5, 190, 0},
    };
    for (size_t i = 0; i < sizeof manners / sizeof manners[0]; i++) {
        for (int by = BY_SPEED; by < BY_NOTHING; by++) {
            assert_int_equal(feet_of(&manners[i], by, 1), FF_FEET_BOTH);
            assert_int_equal(feet_of(&manners[i], by, 0.5), FF_FEET_ONE);
        }
    }
    /* Without any speed the middle has to tell. */
    assert_int_equal(feet_of(&manners[4], BY_NOTHING, 1), FF_FEET_BOTH);
    assert_int_equal(feet_of(&manners[4], BY_NOTHING, 0.5), FF_FEET_ONE);
    assert_int_equal(feet_of(&manners[4], BY_NOTHING, 0), FF_FEET_UNKNOWN);
}

/* A pod that hears no step for a while: 0 is no cadence, but standing still is. */
static void cadence_of_nothing(void **state) {
    (void)state;
    made m;
    begin(&m);
    double *cadence = column(&m, FF_CADENCE), *speed = column(&m, FF_SPEED);
    for (int i = 0; i < ROWS; i++) {
        speed[i] = i < 100 ? 0.2 : 3;
        cadence[i] = i < 400 ? 0 : 170;
    }
    ff_run_clean_cadence(&m.arena, &m.run);
    assert_float_equal(cadence[50], 0, 0);
    assert_true(isnan(cadence[100]) && isnan(cadence[399]));
    assert_float_equal(cadence[400], 170, 0);
    assert_true(noted(&m, "300 rows say a cadence of 0"));
    ff_arena_free(&m.arena);
}

/* Nothing but 0 in a whole run was measured by nobody. */
static void nothing_but_zero(void **state) {
    (void)state;
    made m;
    begin(&m);
    double *power = column(&m, FF_POWER), *cadence = column(&m, FF_CADENCE);
    for (int i = 0; i < ROWS; i++) {
        power[i] = 0;
        cadence[i] = i == 7 ? 170 : 0;
    }
    assert_int_equal(ff_series_clean(&m.run.series).removed, 0);
    assert_null(m.run.series.column[FF_POWER]);
    assert_non_null(m.run.series.column[FF_CADENCE]);
    assert_true(isnan(ff_if_sensible(FF_POWER, 0)));
    assert_true(isnan(ff_if_sensible(FF_CADENCE, 0)));
    assert_float_equal(ff_if_sensible(FF_TEMPERATURE, 0), 0, 0);
    ff_arena_free(&m.arena);
}

/* Distances at 3 m/s, but for so many rows that say something else. */
static void distance_goes_astray(void **state) {
    (void)state;
    static const struct {
        int from, count;
        double says, removed; /* says: NAN begins anew from 0 */
        int begun_anew;
    } rows[] = {{900, 1, 0, 1, 0},     {900, 10, 0, 10, 0},   {900, 1, 1e6, 1, 0},
                {900, 10, 1e6, 10, 0}, {1795, 6, 1e6, 6, 0},  {1800, 1, 12, 1, 0},
                {900, 901, NAN, 0, 1}, {20, 1781, NAN, 0, 1}, {5, 1, 12, 0, 0}};
    for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
        made m;
        begin(&m);
        double *distance = column(&m, FF_DISTANCE);
        for (int i = 0; i < ROWS; i++) {
            bool astray = i >= rows[k].from && i < rows[k].from + rows[k].count;
            distance[i] = !astray               ? 3.0 * i
                          : isnan(rows[k].says) ? 3.0 * (i - rows[k].from)
                                                : rows[k].says;
        }
        ff_cleaned cleaned = ff_series_clean(&m.run.series);
        assert_float_equal(cleaned.removed, rows[k].removed, 0);
        assert_int_equal(cleaned.begun_anew, rows[k].begun_anew);
        for (int i = 0; i < ROWS; i++) { /* beginning anew costs one row's way */
            assert_true(isnan(distance[i]) || fabs(distance[i] - 3.0 * i) <= 3.1);
        }
        ff_arena_free(&m.arena);
    }
}

/* What a file says of the whole, beside rows of half an hour at 3 m/s. */
static void distance_of_the_whole(void **state) {
    (void)state;
    static const struct {
        double says, stays;
        const char *note;
    } rows[] = {{5400, 5400, NULL},
                {5000, 5000, "gives 5.00 km for the run, its rows 5.40 km"},
                {0, NAN, NULL},
                {5.4, NAN, "gives 0.005 km for the run, which cannot be"},
                {54000, NAN, "gives 54.000 km for the run, which cannot be"}};
    for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
        made m;
        begin(&m);
        double *distance = column(&m, FF_DISTANCE);
        for (int i = 0; i < ROWS; i++) {
            distance[i] = 3.0 * i;
        }
        m.run.figures.duration_s = 1800;
        m.run.figures.distance_m = rows[k].says;
        ff_run_check_distance(&m.arena, &m.run);
        assert_true(isnan(rows[k].stays) ? isnan(m.run.figures.distance_m)
                                         : m.run.figures.distance_m == rows[k].stays);
        assert_int_equal(m.run.note_count, rows[k].note != NULL);
        assert_true(rows[k].note == NULL || noted(&m, rows[k].note));
        ff_arena_free(&m.arena);
    }
}

static void speed_of_the_whole(void **state) {
    (void)state;
    made m;
    begin(&m);
    m.run.figures.duration_s = 1800;
    m.run.figures.distance_m = 5400;
    m.run.figures.speed_mps = 3.4; /* a watch that leaves standing out */
    ff_run_check_speed(&m.run);
    assert_float_equal(m.run.figures.speed_mps, 3.4, 0);
    m.run.figures.speed_mps = 10.8; /* km/h */
    ff_run_check_speed(&m.run);
    assert_true(isnan(m.run.figures.speed_mps));
    ff_arena_free(&m.arena);
}

static void missing_stretches(void **state) {
    (void)state;
    made m;
    begin(&m);
    for (int i = 0; i < ROWS; i++) { /* a pause of 300 s in a gap of 400 s, and a gap of 50 s */
        m.run.series.time_s[i] += (i > 600 ? 400 : 0) + (i > 900 ? 50 : 0);
    }
    ff_pause pause = {650, 950};
    m.run.pauses = &pause;
    m.run.pause_count = 1;
    ff_run_note_missing(&m.arena, &m.run);
    assert_int_equal(m.run.note_count, 1);
    assert_true(noted(&m, "101 s of the run were not recorded."));
    ff_arena_free(&m.arena);
}

/* Laps: half an hour at 3 m/s, with a pause where one is asked for. */

typedef struct {
    double start_s, end_s;
    ff_lap_trigger trigger;
    double distance_m; /* NAN: 3 m/s all along */
} told_lap;

static void begin_laps(made *m, double paused_from_s, double paused_to_s, const told_lap *laps,
                       size_t count) {
    begin(m);
    double *distance = column(m, FF_DISTANCE), metres = 0;
    for (int i = 0; i < ROWS; i++) {
        metres += i > 0 && !(i > paused_from_s && i <= paused_to_s) ? 3 : 0;
        distance[i] = metres;
    }
    m->run.figures.elapsed_s = ROWS - 1;
    m->run.figures.duration_s = ROWS - 1 - (paused_to_s - paused_from_s);
    m->run.figures.distance_m = metres;
    m->run.pauses = ff_arena_take(&m->arena, 1, sizeof *m->run.pauses);
    m->run.pauses[0] = (ff_pause){paused_from_s, paused_to_s};
    m->run.pause_count = paused_to_s > paused_from_s;
    m->run.laps = ff_arena_take(&m->arena, count, sizeof *m->run.laps);
    m->run.lap_count = count;
    for (size_t i = 0; i < count; i++) {
        double lasts = laps[i].end_s - laps[i].start_s;
        m->run.laps[i] =
            (ff_lap){.start_s = laps[i].start_s,
                     .end_s = laps[i].end_s,
                     .timer_s = lasts,
                     .distance_m = isnan(laps[i].distance_m) ? 3 * lasts : laps[i].distance_m,
                     .trigger = laps[i].trigger};
    }
    ff_run_settle_laps(&m->arena, &m->run);
}

#define BEGIN_LAPS(m, from_s, to_s, ...)                                                           \
    do {                                                                                           \
        const told_lap told_[] = {__VA_ARGS__};                                                    \
        begin_laps(m, from_s, to_s, told_, sizeof told_ / sizeof told_[0]);                        \
    } while (0)

static void is_lap(const made *m, size_t number, double start_s, double end_s, double timer_s,
                   double distance_m) {
    assert_true(number < m->run.lap_count);
    const ff_lap *lap = &m->run.laps[number];
    assert_float_equal(lap->start_s, start_s, 1e-6);
    assert_float_equal(lap->end_s, end_s, 1e-6);
    assert_float_equal(lap->timer_s, timer_s, 1e-6);
    assert_float_equal(lap->distance_m, distance_m, 1e-6);
}

/* A watch that counts kilometres while its runner presses: the laps lie over each other, and the
 * pressed one stands after the counted ones that it covers. */
static void laps_side_by_side(void **state) {
    (void)state;
    made m;
    BEGIN_LAPS(&m, 0, 0, {0, 400, FF_LAP_DISTANCE, NAN}, {400, 800, FF_LAP_DISTANCE, NAN},
               {0, 900, FF_LAP_MANUAL, NAN}, {800, 1200, FF_LAP_DISTANCE, NAN},
               {1200, 1800, FF_LAP_SESSION_END, NAN});
    assert_int_equal(m.run.lap_count, 5);
    is_lap(&m, 1, 400, 800, 400, 1200);
    is_lap(&m, 2, 800, 900, 100, 300);
    assert_int_equal(m.run.laps[2].trigger, FF_LAP_MANUAL);
    is_lap(&m, 3, 900, 1200, 300, 900);
    is_lap(&m, 4, 1200, 1800, 600, 1800);
    assert_true(noted(&m, "2 laps begin before the ones before them ended"));
    ff_arena_free(&m.arena);
}

/* A lap of the whole run beside its parts is no lap. */
static void lap_of_the_whole(void **state) {
    (void)state;
    made m;
    BEGIN_LAPS(&m, 0, 0, {0, 1800, FF_LAP_SESSION_END, NAN}, {0, 700, FF_LAP_MANUAL, NAN},
               {700, 1800, FF_LAP_SESSION_END, NAN});
    assert_int_equal(m.run.lap_count, 2);
    is_lap(&m, 0, 0, 700, 700, 2100);
    is_lap(&m, 1, 700, 1800, 1100, 3300);
    ff_arena_free(&m.arena);
}

/* Laps that are not there, and a pause in one that is made: the distances up to a mark stay true.
 */
static void laps_missing(void **state) {
    (void)state;
    made m;
    BEGIN_LAPS(&m, 100, 200, {400, 700, FF_LAP_MANUAL, NAN}, {1000, 1200, FF_LAP_MANUAL, NAN});
    assert_int_equal(m.run.lap_count, 5);
    is_lap(&m, 0, 0, 400, 300, 900);
    assert_int_equal(m.run.laps[0].trigger, FF_LAP_UNKNOWN);
    is_lap(&m, 1, 400, 700, 300, 900);
    is_lap(&m, 2, 700, 1000, 300, 900);
    is_lap(&m, 4, 1200, 1800, 600, 1800);
    assert_int_equal(m.run.laps[4].trigger, FF_LAP_SESSION_END);
    assert_true(noted(&m, "2 laps are missing"));
    assert_true(noted(&m, "lacks the last lap"));
    ff_arena_free(&m.arena);
}

/* A press that a file marks without saying where the lap began. */
static void lap_without_start(void **state) {
    (void)state;
    made m;
    BEGIN_LAPS(&m, 0, 0, {0, 1800, FF_LAP_SESSION_END, NAN}, {NAN, 700, FF_LAP_MANUAL, NAN});
    assert_int_equal(m.run.lap_count, 2);
    is_lap(&m, 0, 0, 700, 700, 2100);
    is_lap(&m, 1, 700, 1800, 1100, 3300);
    ff_arena_free(&m.arena);
}

static ff_lap_trigger first_trigger(const double *length_m, const double *length_s, size_t count) {
    made m;
    told_lap laps[8];
    double at = 0;
    for (size_t i = 0; i < count; i++) {
        laps[i] = (told_lap){at, at + length_s[i], FF_LAP_MANUAL, length_m[i]};
        at += length_s[i];
    }
    laps[count] = (told_lap){at, 1800, FF_LAP_MANUAL, NAN};
    begin_laps(&m, 0, 0, laps, count + 1);
    ff_lap_trigger trigger = m.run.laps[0].trigger;
    assert_int_equal(m.run.laps[count].trigger, FF_LAP_SESSION_END);
    assert_int_equal(trigger == FF_LAP_MANUAL, !noted(&m, "taken by the device itself"));
    ff_arena_free(&m.arena);
    return trigger;
}

static void hands_or_device(void **state) {
    (void)state;
    static const double seconds[] = {300, 310, 295};
    static const double km[] = {1000, 1002.5, 999}, half_miles[] = {804.7, 805, 803};
    static const double track[] = {400, 401, 400}, any[] = {990, 700, 1000};
    assert_int_equal(first_trigger(km, seconds, 3), FF_LAP_DISTANCE);
    assert_int_equal(first_trigger(km, seconds, 2), FF_LAP_DISTANCE);
    assert_int_equal(first_trigger(half_miles, seconds, 3), FF_LAP_DISTANCE);
    assert_int_equal(first_trigger(km, seconds, 1), FF_LAP_MANUAL); /* one may be chance */
    assert_int_equal(first_trigger(track, seconds, 3), FF_LAP_MANUAL);
    assert_int_equal(first_trigger(any, seconds, 3), FF_LAP_MANUAL);
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The middle as sorting finds it, of one number to fifty, many of them equal. */
static void middle_of_numbers(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    uint32_t random = 1;
    for (size_t n = 1; n <= 50; n++) {
        for (int round = 0; round < 20; round++) {
            double numbers[50], sorted[50];
            for (size_t i = 0; i < n; i++) {
                random = random * 1664525u + 1013904223u;
                sorted[i] = numbers[i] = random >> 27;
            }
            qsort(sorted, n, sizeof *sorted, by_size);
            double middle = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
            assert_true(ff_series_median(&arena, numbers, n, -INFINITY, INFINITY) == middle);
        }
    }
    assert_true(isnan(ff_series_median(&arena, NULL, 0, -INFINITY, INFINITY)));
    ff_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whose_cadence),         cmocka_unit_test(cadence_of_nothing),
        cmocka_unit_test(nothing_but_zero),      cmocka_unit_test(distance_goes_astray),
        cmocka_unit_test(distance_of_the_whole), cmocka_unit_test(speed_of_the_whole),
        cmocka_unit_test(missing_stretches),     cmocka_unit_test(laps_side_by_side),
        cmocka_unit_test(lap_of_the_whole),      cmocka_unit_test(laps_missing),
        cmocka_unit_test(lap_without_start),     cmocka_unit_test(hands_or_device),
        cmocka_unit_test(middle_of_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
