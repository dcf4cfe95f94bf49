/* What is done to the run of any recording, on series made here. */
#include "support.h"

#include "files/cadence.h"
#include "files/run_figures.h"
#include "files/run_mend.h"

#include <math.h>
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
    assert_int_equal(ff_series_clean(&m.run.series), 0);
    assert_null(m.run.series.column[FF_POWER]);
    assert_non_null(m.run.series.column[FF_CADENCE]);
    assert_true(isnan(ff_if_sensible(FF_POWER, 0)));
    assert_true(isnan(ff_if_sensible(FF_CADENCE, 0)));
    assert_float_equal(ff_if_sensible(FF_TEMPERATURE, 0), 0, 0);
    ff_arena_free(&m.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whose_cadence),
        cmocka_unit_test(cadence_of_nothing),
        cmocka_unit_test(nothing_but_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
