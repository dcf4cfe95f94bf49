#include "base/number.h"
#include "files/run_figures.h"
#include "files/track_parts.h"

#include <math.h>
#include <string.h>

/* Mean radius of the Earth, (2a + b) / 3 of WGS 84. */
#define EARTH_M 6371008.8

#define RADIANS_PER_DEGREE 0.017453292519943295

/* So many rows further the track must be back from where it leapt to. */
#define LEAP_LOOKS_ON 30

/* In a pause one strolls about, or positions waver; further, and the recording was stopped on the
 * way. */
#define PAUSE_STROLL_M 50.0

/* Positions waver by metres from second to second; over so long they do not matter. And what lies
 * further apart says nothing of a speed. */
#define SPEED_SPAN_S    10.0
#define SPEED_LONGEST_S 60.0

double ff_metres_between(double latitude_a, double longitude_a, double latitude_b,
                         double longitude_b) {
    double a = latitude_a * RADIANS_PER_DEGREE, b = latitude_b * RADIANS_PER_DEGREE;
    double half_north = sin((b - a) / 2);
    double half_east = sin((longitude_b - longitude_a) * RADIANS_PER_DEGREE / 2);
    double h = half_north * half_north + cos(a) * cos(b) * half_east * half_east;
    return 2 * EARTH_M * asin(sqrt(h < 1 ? h : 1));
}

double ff_series_leg(const ff_series *series, size_t from, size_t to) {
    const double *latitude = series->column[FF_LATITUDE], *longitude = series->column[FF_LONGITUDE];
    if (latitude == NULL || longitude == NULL) {
        return NAN;
    }
    return ff_metres_between(latitude[from], longitude[from], latitude[to], longitude[to]);
}

static bool has_position(const ff_series *series, size_t row) {
    return !isnan(series->column[FF_LATITUDE][row]) && !isnan(series->column[FF_LONGITUDE][row]);
}

/* Times are whole seconds in many files: two rows of one time may lie a second apart. */
static bool leaps(const ff_series *series, size_t from, size_t to) {
    /* No way on the sphere is longer than one along its lines; that is told without sines, and
     * nearly every time it is short. */
    double north = fabs(series->column[FF_LATITUDE][to] - series->column[FF_LATITUDE][from]);
    double east = fabs(series->column[FF_LONGITUDE][to] - series->column[FF_LONGITUDE][from]);
    if ((north + east) * RADIANS_PER_DEGREE * EARTH_M < FF_LEAP_M) {
        return false;
    }
    double metres = ff_series_leg(series, from, to);
    double seconds = fmax(series->time_s[to] - series->time_s[from], 1);
    return metres > FF_LEAP_M && metres > FF_LEAP_MPS * seconds;
}

/* Whether the track is back near a position some rows after it leapt away to row. */
static bool comes_back(const ff_series *series, size_t from, size_t row) {
    size_t last = row + LEAP_LOOKS_ON;
    for (size_t i = row + 1; i < series->rows && i <= last; i++) {
        if (has_position(series, i) && !leaps(series, from, i)) {
            return true;
        }
    }
    return false;
}

size_t ff_series_mend_positions(ff_series *series, size_t *jumps) {
    size_t removed = 0, good = SIZE_MAX;
    *jumps = 0;
    if (series->column[FF_LATITUDE] == NULL || series->column[FF_LONGITUDE] == NULL) {
        return 0;
    }
    for (size_t i = 0; i < series->rows; i++) {
        if (!has_position(series, i)) {
            continue;
        }
        if (good != SIZE_MAX && leaps(series, good, i)) {
            if (comes_back(series, good, i)) {
                series->column[FF_LATITUDE][i] = series->column[FF_LONGITUDE][i] = NAN;
                removed++;
                continue;
            }
            ++*jumps;
        }
        good = i;
    }
    return removed;
}

/* Whether a pause lies in the stretch; *pause goes on through the list. */
static bool paused_between(const ff_run *run, size_t *pause, double from, double to) {
    while (*pause < run->pause_count && run->pauses[*pause].end_s <= from) {
        ++*pause;
    }
    return *pause < run->pause_count && run->pauses[*pause].start_s < to;
}

void ff_run_measure_distance(ff_run *run, double *distance) {
    ff_series *series = &run->series;
    size_t good = SIZE_MAX, pause = 0;
    double metres = 0;
    for (size_t i = 0; i < series->rows; i++) {
        distance[i] = NAN;
        if (!has_position(series, i)) {
            continue;
        }
        if (good != SIZE_MAX && !leaps(series, good, i)) {
            bool paused = paused_between(run, &pause, series->time_s[good], series->time_s[i]);
            double leg = ff_series_leg(series, good, i);
            metres += paused && leg > PAUSE_STROLL_M ? 0 : leg;
        }
        distance[i] = metres;
        good = i;
    }
    series->column[FF_DISTANCE] = distance;
}

/* Metres from one row to another, straight on; NAN when the rows do not tell. */
static double way(const ff_series *series, size_t from, size_t to) {
    double metres = ff_series_leg(series, from, to);
    const double *distance = series->column[FF_DISTANCE];
    bool has_positions =
        series->column[FF_LATITUDE] != NULL && series->column[FF_LONGITUDE] != NULL;
    return has_positions || distance == NULL ? metres : distance[to] - distance[from];
}

ff_track_speeds ff_series_moving_speeds(const ff_series *series, const bool *after_gap,
                                        ff_arena *arena) {
    double *speed = ff_arena_take(arena, series->rows, sizeof *speed);
    size_t count = 0, from = 0;
    double moving_s = 0;
    for (size_t i = 1; speed != NULL && i < series->rows; i++) {
        double seconds = series->time_s[i] - series->time_s[from];
        bool gap = after_gap != NULL && after_gap[i];
        if (gap || seconds > SPEED_LONGEST_S || isnan(way(series, from, from))) {
            from = i;
        } else if (seconds >= SPEED_SPAN_S) {
            double mps = way(series, from, i) / seconds;
            bool moving = mps > FF_MOVING_MPS;
            speed[count++] = moving ? mps : NAN;
            moving_s += moving ? seconds : 0;
            from = i;
        }
    }
    return (ff_track_speeds){.median_mps = ff_series_quantile(arena, speed, count, 0.5),
                             .fast_mps = ff_series_quantile(arena, speed, count, 0.95),
                             .moving_s = moving_s};
}

ff_track_speeds ff_track_moving_speeds(const ff_track *track, ff_arena *arena) {
    ff_series series = {.rows = track->rows, .time_s = track->time};
    memcpy(series.column, track->column, sizeof series.column);
    return ff_series_moving_speeds(&series, track->after_gap, arena);
}

const char *ff_track_speeds_note(const ff_track_speeds *speeds, ff_arena *arena) {
    return ff_arena_printf(
        arena,
        "The file does not say its sport; it was taken for a run because of its speed: %s m/s in "
        "the middle (a run is taken to have %s to %s) and seldom more than %s (at most %s).",
        FF_FIXED(speeds->median_mps, 1), FF_FIXED(FF_RUN_SLOW_MPS, 1), FF_FIXED(FF_RUN_FAST_MPS, 1),
        FF_FIXED(speeds->fast_mps, 1), FF_FIXED(FF_RUN_FASTEST_MPS, 1));
}

bool ff_track_speeds_of_run(const ff_track_speeds *speeds) {
    return speeds->moving_s >= FF_RUN_SHORTEST_S && speeds->median_mps >= FF_RUN_SLOW_MPS &&
           speeds->median_mps <= FF_RUN_FAST_MPS && speeds->fast_mps <= FF_RUN_FASTEST_MPS;
}
