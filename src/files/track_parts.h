/* What a track is made of, for the files that make a run of it. */
#ifndef FOOTFALL_FILES_TRACK_PARTS_H
#define FOOTFALL_FILES_TRACK_PARTS_H

#include "files/clock.h"
#include "files/track.h"

typedef struct ff_track_lap_kept {
    ff_track_lap told;
    size_t first_row; /* rows there were when it began */
} ff_track_lap_kept;

struct ff_track {
    const ff_allocator *allocator;
    ff_clock clock;
    size_t rows, capacity;
    double *time;                     /* UTC seconds, jumps of the clock taken out: never falls */
    bool *after_gap;                  /* of each row */
    double *column[FF_CHANNEL_COUNT]; /* NULL until the first value */
    size_t timeless, empty, told_twice;
    bool telling_again; /* the last row was told twice */

    ff_track_lap_kept *laps;
    size_t lap_count, lap_capacity;
    ff_pause *pauses; /* in UTC seconds */
    size_t pause_count, pause_capacity;
};

/* Metres along the great circle, on a sphere of the Earth's mean radius. */
double ff_metres_between(double latitude_a, double longitude_a, double latitude_b,
                         double longitude_b);

/* Metres from one row's position to another's; NAN when either has none. */
double ff_series_leg(const ff_series *series, size_t from, size_t to);

/* Takes out positions that leap away and back; how many. *jumps: legs that leap and do not come
 * back, whose positions stay. */
size_t ff_series_mend_positions(ff_series *series, size_t *jumps);

/* Makes the distance from positions: what was gone in a pause and legs that leap are not counted.
 */
void ff_run_measure_distance(ff_run *run, double *distance);

#endif
