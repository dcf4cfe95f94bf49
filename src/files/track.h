/* A track in the making: rows as a text format (TCX, GPX, Apple Health) tells them, made into a
 * run.
 *
 * The reader adds rows, laps and pauses in the order of the file; ff_track_run sees to the truth
 * of it, in one place for all formats: times that repeat, step back or jump; missing stretches
 * that are pauses; positions that leap; distance from positions where the file has none; one
 * foot's cadence or both; which figures can be had. Each thing mended is a note on the run.
 */
#ifndef FOOTFALL_FILES_TRACK_H
#define FOOTFALL_FILES_TRACK_H

#include "base/arena.h"

#include <footfall/run.h>

/* More is refused with FF_ERR_LIMIT. Rows: twelve days at one a second; laps: ten times a day on a
 * 400 m track, and small enough that what is worked out for each from all pauses stays quick. */
#define FF_TRACK_MOST_ROWS   1048576u
#define FF_TRACK_MOST_LAPS   8192u
#define FF_TRACK_MOST_PAUSES 65536u

/* A position that takes more than this to reach, and lies further off than FF_LEAP_M, was not
 * reached on foot: the fastest sprinter runs 12.4 m/s, and satellites waver by some metres. */
#define FF_LEAP_MPS 15.0
#define FF_LEAP_M   50.0

/* Rows this far apart, and four times as far as is usual in the file, are a missing stretch. Where
 * the runner got on in it at less than FF_MOVING_MPS, it is a pause. Class c: phones write a point
 * every 1 to 10 s, and leave none out for longer while one runs. */
#define FF_MISSING_S 15.0

/* A moving speed (median over all stretches of 10 s in which one moved) of a runner: walkers are
 * slower, riders faster, and riders go downhill faster than FF_RUN_FASTEST_MPS. Class c, for tracks
 * only that do not say their sport. */
#define FF_RUN_SLOW_MPS    1.8
#define FF_RUN_FAST_MPS    5.5
#define FF_RUN_FASTEST_MPS 7.0
#define FF_RUN_SHORTEST_S  120.0 /* less movement than this tells nothing */

/* One point. at_s: UTC seconds since 1970, NAN when the point has no time: it is left out. Channels
 * not told are NAN; cadence stands as in the file. */
typedef struct ff_track_row {
    double at_s;
    double value[FF_CHANNEL_COUNT];
    bool after_gap; /* a new segment begins here: the recording was stopped before it */
} ff_track_row;

void ff_track_row_init(ff_track_row *row); /* nothing told */

typedef struct ff_track_lap {
    double start_at_s; /* UTC seconds since 1970; NAN when not told: at its first row */
    double timer_s;    /* NAN when not told; distance likewise */
    double distance_m;
    ff_lap_trigger trigger;
} ff_track_lap;

typedef struct ff_track ff_track;

/* What the file itself says of the whole; texts are copied. */
typedef struct ff_track_facts {
    const char *format; /* "TCX", "GPX", "Apple Health" */
    const char *source; /* the file */
    double start_at_s;  /* UTC seconds; NAN: the first lap's, else the first row's */
    ff_sport sport;
    const char *sport_detail;    /* may be NULL */
    const char *title, *comment; /* may be NULL */
    ff_device device;
    ff_run_figures figures; /* said by the file; NAN where not */
    int32_t utc_offset_s;   /* taken only where ff_clock_offset_sensible */
    bool utc_offset_known;
    bool cut; /* the file ends too early: its last lap tells of more than is there */
} ff_track_facts;

void ff_track_facts_init(ff_track_facts *facts); /* everything absent */

/* allocator: of the rows. *track is the caller's, to free; NULL is fine to free. */
ff_code ff_track_new(const ff_allocator *allocator, ff_track **track, ff_error *error);
void ff_track_free(ff_track *track);
void ff_track_clear(ff_track *track); /* to begin the next run of the file */

/* Rows kept, and those that had no time. */
size_t ff_track_rows(const ff_track *track);
size_t ff_track_timeless(const ff_track *track);
size_t ff_track_laps(const ff_track *track);

/* Whether any row told this; the time of the last row with a time, NAN without one. */
bool ff_track_has(const ff_track *track, ff_channel channel);
double ff_track_last_at(const ff_track *track);

/* A row that tells nothing but its time is left out, and counted. */
ff_code ff_track_add_row(ff_track *track, const ff_track_row *row, ff_error *error);
/* Before the lap's rows; what it says may follow. */
ff_code ff_track_add_lap(ff_track *track, const ff_track_lap *lap, ff_error *error);
ff_track_lap *ff_track_last_lap(ff_track *track); /* NULL without one; until the next is added */
/* Pauses that the file marks otherwise than by after_gap; in order. */
ff_code ff_track_add_pause(ff_track *track, double from_at_s, double to_at_s, ff_error *error);

/* The median of the moving speed, and the speed that all but a twentieth of it stay below; NAN
 * without positions or distances, or without memory. moving_s: how much time they are of. Works in
 * the arena. */
typedef struct ff_track_speeds {
    double median_mps, fast_mps, moving_s;
} ff_track_speeds;

ff_track_speeds ff_track_moving_speeds(const ff_track *track, ff_arena *arena);
/* The same of rows that need no track. after_gap: whether the recording was stopped before each, or
 * NULL. */
ff_track_speeds ff_series_moving_speeds(const ff_series *series, const bool *after_gap,
                                        ff_arena *arena);
bool ff_track_speeds_of_run(const ff_track_speeds *speeds); /* by the bounds above */
/* The note on a run that was taken for one by them; NULL without memory. */
const char *ff_track_speeds_note(const ff_track_speeds *speeds, ff_arena *arena);

/* Makes the run, in the arena. FF_ERR_MEMORY is its only error. A track without rows and laps makes
 * a run of no duration. */
ff_code ff_track_run(const ff_context *context, const ff_track *track, const ff_track_facts *facts,
                     ff_arena *arena, ff_run *run, ff_error *error);

#endif
