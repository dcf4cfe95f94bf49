/* One made-up run, second by second: what a watch with a chest strap would have recorded.
 *
 * The figures hang together as a real runner's do, so that everything that reads them works as on
 * a real file: step length is speed over cadence, vertical ratio is rise over step length, the
 * track is as long as the distance. The place is an island that does not exist, at 45 N 30 W in
 * the open North Atlantic, about 600 km from the nearest land: nobody's home is on the map.
 */
#ifndef FOOTFALL_APP_DEMO_SERIES_H
#define FOOTFALL_APP_DEMO_SERIES_H

#include "base/arena.h"
#include "base/random.h"

#include <footfall/run.h>

typedef struct ff_demo_conditions {
    int64_t start_s; /* UTC */
    int32_t utc_offset_s;
    double distance_m; /* to be run */
    double speed_mps;  /* on the flat, warmed up */
    double air_c;
    double hills;       /* height of the rolling hills, as a factor: 1 is +-18 m */
    double bearing_rad; /* the way out; the way back is the same path */
    double pause_at_m;  /* a stop for a drink; NAN: none */
    double pause_s;
    double lap_pressed_s; /* running time at which the lap button is pressed; NAN: never */
    const char *sport_detail;
} ff_demo_conditions;

/* Makes the run in the arena. *pressed_lap is the number, from 1, of the lap that the press ended;
 * 0 when the button was not pressed before the end. Check ff_arena_check afterwards. */
void ff_demo_run_make(ff_arena *arena, ff_random *random, const ff_demo_conditions *conditions,
                      ff_run *run, size_t *pressed_lap);

#endif
