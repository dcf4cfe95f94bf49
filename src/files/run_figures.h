/* The figures of a run from its columns, whatever the format it came in. */
#ifndef FOOTFALL_FILES_RUN_FIGURES_H
#define FOOTFALL_FILES_RUN_FIGURES_H

#include "base/arena.h"

#include <footfall/run.h>

/* Faster is moving: half a walking step a second. */
#define FF_MOVING_MPS 0.5

/* A climb or fall counts once it is this high, from where the last one ended: the altitude of a
 * watch wavers by less. Measured: with 2 m the sums of 27 real runs stand to the watches' own as
 * 1.00 in the middle (0.74 to 1.13 for most of those with a barometer); with 1 m 1.14, with 3 m
 * 0.89. Altitude by satellites alone gives up to twice as much. */
#define FF_CLIMB_STEP_M 2.0

/* A row speaks for the time to the next row, but for no longer than this. */
#define FF_ROW_HOLDS_S 30.0

typedef struct ff_cleaned {
    size_t removed;    /* values taken out that were not merely 0 where 0 says "not measured" */
    size_t begun_anew; /* times the distance fell back and was counted on */
} ff_cleaned;

/* Values out of any sense become NAN; a column without a value left, or with nothing but standing
 * still, becomes NULL. */
ff_cleaned ff_series_clean(ff_series *series);

/* True when the value makes sense in that channel. */
bool ff_channel_sensible(ff_channel channel, double value);

/* True when 0 in that channel is standing still: a whole run of it was not measured. */
bool ff_channel_is_still_at_zero(ff_channel channel);

/* Average of a channel, weighted by running time (pauses left out); NAN without values. Cadence
 * leaves standing still (0) out, as watches do. */
double ff_run_average(const ff_run *run, ff_channel channel);

/* Median of the values in the half-open range [low, high); NAN without any or without memory.
 * Works in the arena. */
double ff_series_median(ff_arena *arena, const double *values, size_t count, double low,
                        double high);

/* The value that a share (0 to 1) of all values not NAN lie below or at; likewise. */
double ff_series_quantile(ff_arena *arena, const double *values, size_t count, double share);

/* Time with the timer on and speed above FF_MOVING_MPS, from speed or else from distance; NAN
 * with neither. */
double ff_run_moving_s(const ff_run *run);

/* Sum of all climbs and of all falls in the altitude; NAN without altitude. */
void ff_run_climb(const ff_run *run, double *ascent_m, double *descent_m);

/* Fills every figure that is absent and can be had from the series, the pauses and the other
 * figures. elapsed_s must be there. */
void ff_run_fill_figures(ff_run *run);

/* Adds a note; texts live in the arena. */
void ff_run_note(ff_arena *arena, ff_run *run, const char *note);

#endif
