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

/* More is refused with FF_ERR_LIMIT. */
#define FF_TRACK_MOST_ROWS 1048576u
#define FF_TRACK_MOST_LAPS 65536u

/* One point. at_s: UTC seconds since 1970, NAN when the point has no time. Channels not told are
 * NAN; cadence stands as in the file. */
typedef struct ff_track_row {
    double at_s;
    double value[FF_CHANNEL_COUNT];
    bool after_gap; /* a new segment begins here: the recording was stopped before it */
} ff_track_row;

typedef struct ff_track_lap {
    double start_at_s; /* UTC seconds since 1970 */
    double timer_s;    /* NAN when not told; distance likewise */
    double distance_m;
    ff_lap_trigger trigger;
} ff_track_lap;

typedef struct ff_track ff_track;

/* What the file itself says of the whole; texts are copied. */
typedef struct ff_track_facts {
    const char *format; /* "TCX", "GPX", "Apple Health" */
    const char *source; /* the file */
    ff_sport sport;
    const char *sport_detail;    /* may be NULL */
    const char *title, *comment; /* may be NULL */
    ff_device device;
    ff_run_figures figures; /* said by the file; NAN where not */
    int32_t utc_offset_s;
    bool utc_offset_known;
} ff_track_facts;

void ff_track_facts_init(ff_track_facts *facts); /* everything absent */

/* allocator: of the rows. *track is the caller's, to free; NULL is fine to free. */
ff_code ff_track_new(const ff_allocator *allocator, ff_track **track, ff_error *error);
void ff_track_free(ff_track *track);
void ff_track_clear(ff_track *track); /* to begin the next run of the file */
size_t ff_track_rows(const ff_track *track);

ff_code ff_track_add_row(ff_track *track, const ff_track_row *row, ff_error *error);
ff_code ff_track_add_lap(ff_track *track, const ff_track_lap *lap, ff_error *error);
ff_code ff_track_add_pause(ff_track *track, double from_at_s, double to_at_s, ff_error *error);

/* Makes the run, in the arena. FF_ERR_MEMORY is its only error. */
ff_code ff_track_run(const ff_context *context, const ff_track *track, const ff_track_facts *facts,
                     ff_arena *arena, ff_run *run, ff_error *error);

#endif
