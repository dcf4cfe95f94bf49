#include "files/cadence.h"

#include "files/run_figures.h"
#include "files/track.h"
#include "files/track_parts.h"

#include <math.h>

/* Fewer steps a minute are standing about. */
#define STEPPING_SPM 30.0

/* Slower, and steps are short and of any rate: uphill, in a crowd, on the spot. */
#define WALKING_MPS 1.0

/* Positions waver from second to second, over so long they do not matter; further apart rows say
 * nothing of a speed. */
#define SPAN_S         10.0
#define LONGEST_SPAN_S 60.0

/* Step length over step rate when walking, metres by steps a minute, whatever the speed: 0.0065
 * (class b; Sekiya and others, Journal of Human Movement Studies 30, 1996). So the rate at a speed
 * is sqrt(60 speed / 0.0065); one foot's is half of it, and their middle by ratio is it over
 * sqrt 2. The border lies a little higher (class c), since most files hold one foot's, and who jogs
 * slowly takes more steps than who walks as fast. */
#define WALK_RATIO 0.0065
#define LIKELY_ONE 1.2

/* Step length in mm times strides a minute, over this, is metres a second. */
#define MM_BY_STRIDES (1000.0 * 60 / 2)

/* Step length times step rate over speed, were the cadence one foot's: 1 when it is, 2 when both
 * feet's was written. NAN when the series cannot say. */
static double step_agreement(ff_arena *arena, const ff_series *series, const double *cadence) {
    const double *step = series->column[FF_STEP_LENGTH], *speed = series->column[FF_SPEED];
    if (step == NULL || speed == NULL) {
        return NAN;
    }
    double *ratio = ff_arena_room(arena, series->rows, sizeof *ratio);
    for (size_t i = 0; ratio != NULL && i < series->rows; i++) {
        bool running = speed[i] > WALKING_MPS && cadence[i] > STEPPING_SPM && step[i] > 0;
        ratio[i] = running ? step[i] * cadence[i] / (MM_BY_STRIDES * speed[i]) : NAN;
    }
    return ff_series_median(arena, ratio, series->rows, 0.2, 5);
}

/* Metres from one row to another, by the distance or else straight on; NAN when neither tells. */
static double way(const ff_series *series, size_t from, size_t to) {
    const double *distance = series->column[FF_DISTANCE];
    double metres = distance != NULL ? distance[to] - distance[from] : NAN;
    return isnan(metres) ? ff_series_leg(series, from, to) : metres;
}

/* The speed at every row: as recorded, else over stretches of ten seconds; NAN where neither
 * tells, NULL without memory. */
static const double *speeds_of(ff_arena *arena, const ff_series *series) {
    if (series->column[FF_SPEED] != NULL) {
        return series->column[FF_SPEED];
    }
    double *speed = ff_arena_take(arena, series->rows, sizeof *speed);
    size_t from = 0;
    for (size_t i = 0; speed != NULL && i < series->rows; i++) {
        double seconds = series->time_s[i] - series->time_s[from];
        speed[i] = NAN;
        if (seconds > LONGEST_SPAN_S || isnan(way(series, from, from))) {
            from = i;
        } else if (seconds >= SPAN_S) {
            double mps = way(series, from, i) / seconds;
            while (from < i) {
                speed[from++] = mps;
            }
        }
    }
    return speed;
}

/* Between one foot's and both feet's at a speed. */
static double border(double speed) {
    double walking = LIKELY_ONE * sqrt(60 * speed / WALK_RATIO / 2);
    return walking < FF_BOTH_FEET_SPM ? walking : FF_BOTH_FEET_SPM;
}

/* The middle of the cadence over the border at its speed; without any speed, over that of running.
 * NAN when nobody steps. */
static double over_border(ff_arena *arena, const ff_series *series, const double *cadence) {
    const double *speed = speeds_of(arena, series);
    double *ratio = speed != NULL ? ff_arena_take(arena, series->rows, sizeof *ratio) : NULL;
    for (size_t i = 0; ratio != NULL && i < series->rows; i++) {
        bool stepping = cadence[i] >= STEPPING_SPM && speed[i] >= WALKING_MPS;
        ratio[i] = stepping ? cadence[i] / border(speed[i]) : NAN;
    }
    double middle = ff_series_median(arena, ratio, series->rows, 0, INFINITY);
    return isnan(middle) ? ff_series_median(arena, cadence, series->rows, STEPPING_SPM, INFINITY) /
                               FF_BOTH_FEET_SPM
                         : middle;
}

ff_feet ff_cadence_feet(ff_arena *arena, const ff_series *series, ff_channel column) {
    const double *cadence = series->column[column];
    if (cadence == NULL) {
        return FF_FEET_UNKNOWN;
    }
    double agreement = step_agreement(arena, series, cadence);
    if (agreement > 0.75 && agreement < 1.33) {
        return FF_FEET_ONE;
    }
    if (agreement > 1.6 && agreement < 2.5) {
        return FF_FEET_BOTH;
    }
    double over = over_border(arena, series, cadence);
    return isnan(over) ? FF_FEET_UNKNOWN : over >= 1 ? FF_FEET_BOTH : FF_FEET_ONE;
}

size_t ff_cadence_clean(ff_arena *arena, ff_series *series, ff_channel column) {
    double *cadence = series->column[column];
    const double *speed = cadence != NULL ? speeds_of(arena, series) : NULL;
    size_t removed = 0;
    for (size_t i = 0; speed != NULL && i < series->rows; i++) {
        if (cadence[i] == 0 && speed[i] >= FF_RUN_SLOW_MPS) {
            cadence[i] = NAN;
            removed++;
        }
    }
    return removed;
}
