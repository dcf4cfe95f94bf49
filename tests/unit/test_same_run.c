/* The rule of sameness, on both sides of each of its bounds. */
#include "support.h"

#include "base/arena.h"

#include <footfall/same_run.h>

#include <math.h>
#include <string.h>

#define ROWS 600 /* one every 6 s: an hour */

static double times[ROWS], latitudes[2][ROWS], longitudes[2][ROWS];

/* A run of an hour over 10 km due north; moved_m: its track lies so far to the east. */
static ff_run hour(const char *format, int which, double moved_m, double late_s) {
    ff_run run;
    ff_run_init(&run);
    run.start_s = 1750000000 + (int64_t)late_s;
    run.sport = FF_SPORT_RUNNING;
    run.format = format;
    run.figures.duration_s = 3600;
    run.figures.elapsed_s = 3600;
    run.figures.distance_m = 10000;
    for (int i = 0; i < ROWS; i++) {
        times[i] = 6.0 * i;
        /* On the ground at a time of the clock, wherever the recording began. */
        double gone_m = (times[i] + late_s) * 2.78;
        latitudes[which][i] = 48 + gone_m / 111195;
        longitudes[which][i] = 11 + moved_m / (111195 * cos(48 * 3.14159265358979 / 180));
    }
    run.series.rows = ROWS;
    run.series.time_s = times;
    run.series.column[FF_LATITUDE] = latitudes[which];
    run.series.column[FF_LONGITUDE] = longitudes[which];
    return run;
}

static ff_run hour_inside(const char *format) {
    ff_run run = hour(format, 0, 0, 0);
    run.series = (ff_series){0};
    return run;
}

static void expect(const ff_run *a, const ff_run *b, ff_sameness sameness, const char *why) {
    ff_same_run there, back;
    ff_same_run_compare(a, b, &there);
    ff_same_run_compare(b, a, &back);
    if (there.sameness != sameness || back.sameness != sameness) {
        fail_msg("%d and %d, not %d: %s (wanted %s)", there.sameness, back.sameness, sameness,
                 there.why, why);
    }
    assert_true(fabs(there.apart - back.apart) < 1e-9);
    if (why != NULL && strstr(there.why, why) == NULL) {
        fail_msg("'%s' does not say '%s'", there.why, why);
    }
    assert_true((there.why[0] == '\0') == (sameness == FF_RUNS_DIFFER));
    assert_int_equal(there.barred, back.barred);
}

/* ---- tracks ---- */

static void tracks_are_measured(void **state) {
    (void)state;
    ff_run a = hour("FIT", 0, 0, 0), b = hour("GPX", 1, 30, 0);
    assert_true(fabs(ff_track_apart_m(&a, &b, 0) - 30) < 0.1);
    b = hour("GPX", 1, 0, 40); /* began 40 s later, and is at the same place at the same time */
    assert_true(ff_track_apart_m(&a, &b, 0) < 0.01);
    assert_true(fabs(ff_track_apart_m(&a, &b, 10) - 27.8) < 0.1);
    b.series.rows = 2; /* one gap of 6 s: enough; but not 9 places of a minute apart */
    assert_true(ff_track_apart_m(&a, &b, 0) < 0.01);
    double far[2] = {0, 61};
    b.series.time_s = far;
    assert_true(isnan(ff_track_apart_m(&a, &b, 0)));
    b.series.rows = 0;
    assert_true(isnan(ff_track_apart_m(&a, &b, 0)));
    /* Nothing in common in time. */
    b = hour("GPX", 1, 0, 4000);
    assert_true(isnan(ff_track_apart_m(&a, &b, 0)));
    /* Over the date line. */
    a = hour("FIT", 0, 0, 0);
    b = hour("GPX", 1, 0, 0);
    for (int i = 0; i < ROWS; i++) {
        longitudes[0][i] = 179.99999;
        longitudes[1][i] = -179.99999;
    }
    assert_true(ff_track_apart_m(&a, &b, 0) < 2);
    /* Times that stand still or step back, and places that are not known. */
    a = hour("FIT", 0, 0, 0);
    b = hour("GPX", 1, 0, 0);
    for (int i = 0; i < ROWS; i += 3) {
        latitudes[1][i] = NAN;
    }
    assert_true(ff_track_apart_m(&a, &b, 0) < 0.01);
    times[100] = times[99] - 50;
    assert_true(ff_track_apart_m(&a, &b, 0) < 20);
}

/* ---- copies ---- */

static void copies(void **state) {
    (void)state;
    ff_run fit = hour("FIT", 0, 0, 0);
    fit.device = (ff_device){"garmin", "fr935", "123", NULL};
    ff_run gpx = hour("GPX", 1, 4, 0);
    gpx.figures.distance_m = 10010;
    expect(&fit, &gpx, FF_RUNS_ARE_ONE,
           "same start, 1:00:00 h and 1:00:00 h, 10.00 km and 10.01 km, tracks 4 m apart");
    /* The same positions, begun later: cut at the beginning. */
    gpx = hour("GPX", 1, 1.5, 60);
    gpx.figures.duration_s = gpx.figures.elapsed_s = 3541;
    gpx.figures.distance_m = 9833;
    expect(&fit, &gpx, FF_RUNS_ARE_ONE, "starts 60 s apart");
    gpx = hour("GPX", 1, 2.5, 60); /* not the same positions: somebody who ran along? */
    expect(&fit, &gpx, FF_RUNS_MAY_BE_ONE, "tracks 2 m apart");
    /* The bounds of a copy whose positions are not quite the same. */
    gpx = hour("GPX", 1, 14, 5);
    gpx.figures.duration_s = gpx.figures.elapsed_s = 3605;
    gpx.figures.distance_m = 10050;
    expect(&fit, &gpx, FF_RUNS_ARE_ONE, "starts 5 s apart");
    gpx.figures.duration_s = gpx.figures.elapsed_s = 3605.5;
    expect(&fit, &gpx, FF_RUNS_MAY_BE_ONE, NULL);
    gpx.figures.duration_s = gpx.figures.elapsed_s = 3600;
    gpx.figures.distance_m = 10051;
    expect(&fit, &gpx, FF_RUNS_MAY_BE_ONE, NULL);
    gpx = hour("GPX", 1, 14, 6);
    expect(&fit, &gpx, FF_RUNS_MAY_BE_ONE, NULL);
    gpx = hour("GPX", 1, 16, 0);
    expect(&fit, &gpx, FF_RUNS_MAY_BE_ONE, "tracks 16 m apart");
    gpx = hour("GPX", 1, 49, 0);
    expect(&fit, &gpx, FF_RUNS_MAY_BE_ONE, NULL);
    gpx = hour("GPX", 1, 51, 0);
    expect(&fit, &gpx, FF_RUNS_DIFFER, NULL);
    /* Another name of the product in another format, and the same number. */
    ff_run tcx = hour("TCX", 1, 0, 0);
    tcx.device = (ff_device){"Garmin", "Forerunner 935", "123", NULL};
    expect(&fit, &tcx, FF_RUNS_ARE_ONE, "tracks 0 m apart");
    tcx.sport = FF_SPORT_WALKING;
    expect(&fit, &tcx, FF_RUNS_DIFFER, NULL);
    tcx.sport = FF_SPORT_UNKNOWN;
    expect(&fit, &tcx, FF_RUNS_ARE_ONE, NULL);
}

/* ---- two runners, two devices ---- */

static void friends_and_pods(void **state) {
    (void)state;
    ff_run mine = hour("FIT", 0, 0, 0), other = hour("FIT", 1, 0, 0);
    mine.device = (ff_device){"garmin", "fr935", "123", NULL};
    other.device = (ff_device){"garmin", "fr935", "124", NULL};
    expect(&mine, &other, FF_RUNS_MAY_BE_ONE, "two devices (fr935 123 and fr935 124)");
    other.device = (ff_device){"coros", "pace2", NULL, NULL};
    expect(&mine, &other, FF_RUNS_MAY_BE_ONE, "two devices (fr935 and pace2)");
    other.device = (ff_device){"garmin", "fr235", NULL, NULL};
    expect(&mine, &other, FF_RUNS_MAY_BE_ONE, "two devices");
    ff_same_run found;
    ff_same_run_compare(&mine, &other, &found);
    assert_true(found.barred);
    other.device = (ff_device){NULL, NULL, NULL, NULL};
    expect(&mine, &other, FF_RUNS_ARE_ONE, NULL); /* nothing says that it is another */
    other.format = "TCX";
    other.device = (ff_device){"garmin", "Forerunner 235", NULL, NULL}; /* names are not compared */
    expect(&mine, &other, FF_RUNS_ARE_ONE, NULL);
    other.device.serial = "999";
    expect(&mine, &other, FF_RUNS_MAY_BE_ONE, "two devices");
    /* Treadmill and pod: no track, the belt's distance is not the pod's. */
    ff_run belt = hour_inside("FIT"), pod = hour_inside("FIT");
    belt.device.maker = "technogym";
    pod.device.maker = "stryd";
    pod.figures.distance_m = 9700;
    expect(&belt, &pod, FF_RUNS_MAY_BE_ONE, "two devices (technogym and stryd)");
    belt = hour_inside("TCX");
    belt.device = (ff_device){0};
    expect(&belt, &pod, FF_RUNS_MAY_BE_ONE, "10.00 km and 9.70 km");
    /* What the friend exported carries no device: a heart tells. */
    ff_run gpx = hour("GPX", 1, 10, 0);
    gpx.figures.heart_rate_bpm = 150;
    mine.figures.heart_rate_bpm = 140;
    expect(&mine, &gpx, FF_RUNS_ARE_ONE, NULL);
    mine.figures.heart_rate_bpm = 139;
    expect(&mine, &gpx, FF_RUNS_MAY_BE_ONE, "heart rates of 139 and 150");
    mine.figures.heart_rate_bpm = NAN;
    mine.sport_detail = "running/treadmill";
    expect(&mine, &gpx, FF_RUNS_MAY_BE_ONE, "but one was indoors");
}

/* ---- the runner's own accounts ---- */

static void own_accounts(void **state) {
    (void)state;
    ff_run fit = hour("FIT", 0, 0, 0);
    fit.device = (ff_device){"garmin", "fr935", "123", NULL};
    ff_run apple = hour("Apple Health", 1, 14, 90);
    apple.device = (ff_device){"Apple", "Watch", NULL, NULL};
    apple.figures.duration_s = apple.figures.elapsed_s = 3600 + 72;
    apple.figures.distance_m = 10520;
    expect(&fit, &apple, FF_RUNS_ARE_ONE, "starts 90 s apart");
    apple.figures.distance_m = 10530; /* 5 % of the longer */
    expect(&fit, &apple, FF_RUNS_MAY_BE_ONE, NULL);
    apple.figures.distance_m = 10000;
    apple.figures.duration_s = apple.figures.elapsed_s = 3600 + 75; /* 2 % of the longer */
    expect(&fit, &apple, FF_RUNS_MAY_BE_ONE, NULL);
    apple = hour("Apple Health", 1, 14, 91);
    expect(&fit, &apple, FF_RUNS_MAY_BE_ONE, NULL);
    apple = hour("Apple Health", 1, 0, 800); /* overlaps by less than four fifths */
    expect(&fit, &apple, FF_RUNS_DIFFER, NULL);
    /* A line of a list knows no track; the moving time may stand for the duration. */
    ff_run line = hour_inside("Strava list");
    line.start_s += 20;
    line.figures.elapsed_s = 3900;
    line.figures.distance_m = 10100;
    expect(&fit, &line, FF_RUNS_ARE_ONE, "10.00 km and 10.10 km");
    line.figures.distance_m = NAN;
    expect(&fit, &line, FF_RUNS_MAY_BE_ONE, NULL);
    line.start_s -= 20;
    expect(&fit, &line, FF_RUNS_ARE_ONE, "same start");
    line.figures.duration_s = 3300;
    expect(&fit, &line, FF_RUNS_DIFFER, NULL);
    /* A short run: no more than a tenth of it may be missing. */
    ff_run brief = hour_inside("FIT"), listed = hour_inside("Strava list");
    brief.figures.duration_s = brief.figures.elapsed_s = 300;
    listed.figures.duration_s = listed.figures.elapsed_s = 329;
    listed.figures.distance_m = brief.figures.distance_m = 900;
    expect(&brief, &listed, FF_RUNS_ARE_ONE, "5:00 min and 5:29 min");
    listed.figures.duration_s = listed.figures.elapsed_s = 335;
    expect(&brief, &listed, FF_RUNS_DIFFER, NULL);
}

/* ---- two runs of one day ---- */

static void back_to_back(void **state) {
    (void)state;
    ff_run one = hour_inside("Apple Health"), next = hour_inside("Apple Health");
    next.start_s += 60;
    expect(&one, &next, FF_RUNS_MAY_BE_ONE, NULL); /* one app makes one at a time */
    ff_same_run found;
    ff_same_run_compare(&one, &next, &found);
    assert_true(found.barred);
    next.start_s -= 57;
    expect(&one, &next, FF_RUNS_ARE_ONE, NULL); /* a copy */
    next.start_s += 3600;
    expect(&one, &next, FF_RUNS_DIFFER, NULL);
    /* A whole outing is neither of its halves. */
    ff_run whole = hour_inside("Strava list"), half = hour_inside("FIT");
    half.figures.duration_s = half.figures.elapsed_s = 1800;
    half.figures.distance_m = 5000;
    expect(&whole, &half, FF_RUNS_DIFFER, NULL);
    ff_same_run_compare(&whole, &half, &found);
    assert_true(found.barred);
}

/* ---- local time written as UTC ---- */

static void time_zones(void **state) {
    (void)state;
    ff_run fit = hour("FIT", 0, 0, 0), tcx = hour("TCX", 1, 1, 0);
    tcx.start_s += 7200;
    expect(&fit, &tcx, FF_RUNS_ARE_ONE, "2 h apart, as a clock in local time is");
    fit.utc_offset_known = true;
    fit.utc_offset_s = 7200;
    expect(&fit, &tcx, FF_RUNS_ARE_ONE, NULL);
    fit.utc_offset_s = 3600;
    expect(&fit, &tcx, FF_RUNS_DIFFER, NULL);
    fit.utc_offset_known = false;
    tcx.start_s += 19800 - 7200; /* India */
    expect(&fit, &tcx, FF_RUNS_ARE_ONE, NULL);
    tcx.start_s += 5;
    expect(&fit, &tcx, FF_RUNS_DIFFER, NULL);
    tcx = hour("TCX", 1, 3, 0);
    tcx.start_s += 7200;
    expect(&fit, &tcx, FF_RUNS_DIFFER, NULL); /* the same round once more */
    tcx = hour_inside("TCX");
    tcx.start_s += 7200;
    expect(&fit, &tcx, FF_RUNS_ARE_ONE, NULL);
    tcx.figures.distance_m += 6;
    expect(&fit, &tcx, FF_RUNS_DIFFER, NULL);
    tcx.figures.distance_m -= 6;
    tcx.figures.duration_s += 1.5;
    tcx.figures.elapsed_s += 1.5;
    expect(&fit, &tcx, FF_RUNS_DIFFER, NULL);
    tcx = hour_inside("TCX");
    tcx.start_s += 50400;
    expect(&fit, &tcx, FF_RUNS_ARE_ONE, NULL);
    tcx.start_s += 900;
    expect(&fit, &tcx, FF_RUNS_DIFFER, NULL);
    tcx.format = "FIT"; /* a watch's own file is in UTC */
    tcx.start_s = fit.start_s + 7200;
    expect(&fit, &tcx, FF_RUNS_DIFFER, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tracks_are_measured), cmocka_unit_test(copies),
        cmocka_unit_test(friends_and_pods),    cmocka_unit_test(own_accounts),
        cmocka_unit_test(back_to_back),        cmocka_unit_test(time_zones),
    };
    return cmocka_run_group_tests_name("same_run", tests, NULL, NULL);
}
