/* The laps of a run as they are told: on the watch's timer, with a pace and a cadence. */
#ifndef FOOTFALL_REPORT_RUN_LAPS_H
#define FOOTFALL_REPORT_RUN_LAPS_H

#include "base/arena.h"
#include "base/json.h"

#include <footfall/run.h>
#include <footfall/text.h>

typedef struct ff_told_lap {
    double from_s, to_s;  /* running time at its ends */
    double duration_s;    /* running time in it */
    double distance_m;    /* NAN when not known, as all below */
    double pace_s_per_km; /* of the whole lap */
    double cadence_spm;   /* the series' mean while moving */
    ff_lap_trigger ended_by;
} ff_told_lap;

/* run->lap_count of them, in the arena; NULL when there are none or memory is gone. */
ff_told_lap *ff_told_laps(const ff_run *run, ff_arena *arena);

/* A table, two blanks in; those pressed by hand are marked in words. Nothing without laps. */
void ff_run_laps_text(const ff_run *run, const ff_told_lap *laps, ff_arena *arena, ff_text *out);

/* One array. */
void ff_run_laps_json(const ff_run *run, const ff_told_lap *laps, ff_json *json);

/* "5:47" of seconds a km; NULL when it is not known or nobody runs so. */
const char *ff_pace_text(double pace_s_per_km, ff_arena *arena);

/* Seconds a km of a way and the time for it; NAN where either is absent or nothing. */
double ff_pace_of(double distance_m, double seconds);

#endif
