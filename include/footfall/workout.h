/* A workout: what to run and walk on one day, and a plan: workouts on their days.
 *
 * Plain data. Texts and arrays are borrowed from where they were made (an arena). A number that is
 * not said is NAN and a text NULL.
 */
#ifndef FOOTFALL_WORKOUT_H
#define FOOTFALL_WORKOUT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ff_effort {
    FF_EFFORT_RUN,
    FF_EFFORT_WALK,
    FF_EFFORT_WARM_UP,  /* easy walking before */
    FF_EFFORT_COOL_DOWN /* easy walking after */
} ff_effort;

/* One stretch of a workout: so many minutes or so many kilometres, one of the two. */
typedef struct ff_workout_step {
    ff_effort effort;
    double duration_s;                        /* above 0; NAN: distance_m tells */
    double distance_m;                        /* above 0; NAN: duration_s tells */
    double cadence_low_spm, cadence_high_spm; /* steps a minute of both feet; NAN: as you like */
    const char *note;                         /* a few words on the watch; NULL */
} ff_workout_step;

/* Steps that are done so many times over. */
typedef struct ff_workout_block {
    int times; /* from 1 */
    ff_workout_step *steps;
    size_t count; /* from 1 */
} ff_workout_block;

typedef struct ff_workout {
    const char *name; /* "6x (4 min run, 1 min walk)" */
    ff_workout_block *blocks;
    size_t count;
    const char *note; /* what to heed that day, in a sentence or two; NULL */
} ff_workout;

/* A workout on its day. */
typedef struct ff_planned_run {
    int64_t day_s; /* local midnight of the day, in seconds since 1970 as if in UTC */
    int week;      /* of the plan, from 1 */
    ff_workout workout;
} ff_planned_run;

typedef struct ff_plan {
    const char *name;     /* "Back to 5 km without numbness" */
    int start_minute;     /* time of day when the runs are meant to begin, minutes after midnight */
    ff_planned_run *runs; /* by day, at most one a day */
    size_t count;
} ff_plan;

#ifdef __cplusplus
}
#endif

#endif
