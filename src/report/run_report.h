/* The list of runs, for a person and for a program. */
#ifndef FOOTFALL_REPORT_RUN_REPORT_H
#define FOOTFALL_REPORT_RUN_REPORT_H

#include "base/arena.h"
#include "base/json.h"

#include <footfall/logged_run.h>
#include <footfall/recording.h>
#include <footfall/text.h>

/* A lap that the runner pressed, and where it was. */
typedef struct ff_run_mark {
    int lap;           /* from 1 */
    double at_s;       /* running time at its end */
    double distance_m; /* since the start; NAN when not known */
} ff_run_mark;

typedef struct ff_run_row {
    const ff_logged_run *said;
    const ff_run_mark *marks;
    size_t mark_count;
    const char *place; /* where it was numb, in words; NULL when not said */
    const ff_recording *recordings; /* the leader first; NULL: not asked for */
    size_t recording_count;
    const ff_likeness *like; /* other runs that look like it; NULL: none, or not asked for */
    size_t like_count;
} ff_run_row;

/* program: what commands in the text begin with. */
void ff_runs_report_text(const ff_run_row *rows, size_t count, const char *program,
                         ff_arena *arena, ff_text *out);
void ff_runs_report_json(const ff_run_row *rows, size_t count, ff_text *out);

/* One run as the list has it: a sentence or two, or an object and a newline. */
void ff_run_report_text(const ff_run_row *row, ff_arena *arena, ff_text *out);
void ff_run_report_json(const ff_run_row *row, ff_text *out);

/* What the runs are put together from. all: also those of one recording. */
void ff_recordings_report_text(const ff_run_row *rows, size_t count, bool all,
                               const char *program, ff_arena *arena, ff_text *out);

/* "numb at 24:10 (4.4 km)", "not numb", "numb from the start" ... */
const char *ff_onset_describe(const ff_onset *onset, ff_arena *arena);
void ff_onset_json(ff_json *json, const ff_onset *onset);

/* The same with the strength, and where nothing was said a lap that may mean it; NULL for neither. */
const char *ff_numbness_describe(const ff_run_row *row, ff_arena *arena);

/* What was different, with commas; "nothing"; NULL when it was not said. */
const char *ff_changes_describe(const ff_logged_run *said, ff_arena *arena);

/* "garmin fenix7"; NULL when the recording does not tell. */
const char *ff_device_describe(const ff_device *device, ff_arena *arena);

/* The member "start", with the zone where it is known. */
void ff_run_start_json(ff_json *json, const ff_run *run);

/* The members of one run, into an open object. */
void ff_run_members_json(ff_json *json, const ff_run_row *row);

/* The member "changed", as it is said to 'footfall log': a run on which nothing was different says "usual".
 * Nothing when nothing was said. */
void ff_changes_json(ff_json *json, const ff_logged_run *said);

#endif
