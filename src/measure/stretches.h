/* Stretches: what the series of a run say, five minutes of running time at a time.
 *
 * Small enough to be kept for every run, and fine enough to ask what a run was like up to any
 * minute, whenever numbness is said to have begun later on. Means are over the time that was run:
 * standing and walking are left out, and so is what cannot be.
 */
#ifndef FOOTFALL_MEASURE_STRETCHES_H
#define FOOTFALL_MEASURE_STRETCHES_H

#include "base/arena.h"

#include <footfall/run.h>

#define FF_STRETCH_S 300.0

/* To be raised when what is measured changes: what was kept under another number is measured anew.
 */
#define FF_STRETCHES_VERSION 2

/* identifier, unit, meaning. */
#define FF_GAIT_LIST(X)                                                                            \
    X(FF_GAIT_SPEED, "m/s", "speed")                                                               \
    X(FF_GAIT_CADENCE, "steps/min", "step rate, both feet")                                        \
    X(FF_GAIT_CADENCE_OVER, "steps/min", "step rate above what is usual at that speed")            \
    X(FF_GAIT_STANCE, "ms", "ground contact by the watch, its strap or its own pod")               \
    X(FF_GAIT_STANCE_OVER, "ms", "the same above what is usual at that speed")                     \
    X(FF_GAIT_HEEL, "cm", "heel ahead of the pelvis at landing, by that ground contact")           \
    X(FF_GAIT_HEEL_SPEED, "m/s", "speed where there is that ground contact")                       \
    X(FF_GAIT_POD_STANCE, "ms", "ground contact by a pod of another maker")                        \
    X(FF_GAIT_POD_HEEL, "cm", "heel ahead of the pelvis at landing, by that pod")                  \
    X(FF_GAIT_POD_HEEL_SPEED, "m/s", "speed where there is ground contact by that pod")            \
    X(FF_GAIT_OSCILLATION, "mm", "vertical oscillation")                                           \
    X(FF_GAIT_BALANCE, "%", "the left foot's share of the ground contact")                         \
    X(FF_GAIT_HEART_RATE, "1/min", "heart rate")                                                   \
    X(FF_GAIT_TEMPERATURE, "degC", "temperature at the device")

#define FF_GAIT_ENUM(id, unit, meaning) id,
typedef enum ff_gait { FF_GAIT_LIST(FF_GAIT_ENUM) FF_GAIT_COUNT } ff_gait;
#undef FF_GAIT_ENUM

typedef struct ff_stretch {
    double from_s;     /* running time on the watch's timer at which it begins: a multiple of
                          FF_STRETCH_S */
    double running_s;  /* of it, run */
    double walking_s;  /* of it, walked */
    double distance_m; /* run and walked; NAN: neither speed nor distance is known */
    double ascent_m, descent_m;   /* NAN: no altitude */
    double mean[FF_GAIT_COUNT];   /* over the time run; NAN: not recorded */
    double held_s[FF_GAIT_COUNT]; /* the time behind that mean */
} ff_stretch;

/* Why the step rate of a run is not used. */
typedef enum ff_cadence_state {
    FF_CADENCE_GOOD,
    FF_CADENCE_ABSENT, /* none was recorded, or next to none */
    FF_CADENCE_LOCKED, /* 0, or one number, while the run went on */
    FF_CADENCE_STRANGE /* mostly below 120 or above 240: of one foot, doubled, or of something else
                        */
} ff_cadence_state;

typedef struct ff_stretches {
    ff_stretch *items; /* by time; only those in which there are rows */
    size_t count;
    bool has_series; /* the recording holds more than its figures */
    bool indoors;    /* on a treadmill or in a hall: its speed is a guess of the device */
    ff_cadence_state cadence;
} ff_stretches;

/* run with its series, pauses and sport_detail. The items are the arena's; fails only with
 * FF_ERR_MEMORY. */
ff_code ff_stretches_of(ff_arena *arena, const ff_run *run, ff_stretches *stretches,
                        ff_error *error);

/* As bytes, the same on every machine, and back. What does not read as such bytes gives false. */
ff_code ff_stretches_pack(ff_arena *arena, const ff_stretches *stretches, unsigned char **bytes,
                          size_t *size, ff_error *error);
bool ff_stretches_unpack(ff_arena *arena, const unsigned char *bytes, size_t size,
                         ff_stretches *stretches);

/* The mean of the stretches that end by minute, at least of the first; NAN: not recorded. */
double ff_stretches_mean(const ff_stretches *stretches, ff_gait what, double minute);

/* Climb or descent in metres a kilometre of the same stretches; NAN. */
double ff_stretches_ascent(const ff_stretches *stretches, double minute);
double ff_stretches_descent(const ff_stretches *stretches, double minute);

#endif
