/* What is done to the run of any recording, whatever its format: pauses, laps, cadence, and the
 * notes on what was odd.
 */
#ifndef FOOTFALL_FILES_RUN_MEND_H
#define FOOTFALL_FILES_RUN_MEND_H

#include "base/arena.h"
#include "files/clock.h"

#include <footfall/run.h>

/* Rows may begin a little before the device says that the run began, and end a little after. */
#define FF_MEND_SLACK_S 60.0

/* Less than this between two statements of one time is rounding. */
#define FF_MEND_CLOSE_S 5.0

/* A distance of less than this share of what its rows or positions make is none in metres. */
#define FF_NO_METRES 0.01

/* Adds a note for a count: one, or "COUNT many"; none for 0. */
void ff_run_note_count(ff_arena *arena, ff_run *run, size_t count, const char *one,
                       const char *many);

/* Notes what the clock did. */
void ff_run_note_clock(ff_arena *arena, ff_run *run, const ff_clock *clock);

/* Where a start cannot be right (seconds since 1970; NAN: not known) and the watch's clock was set
 * while it recorded, the start by the clock at the end, if that can be; else the start as it is.
 * start_by_rows_s: as the rows have it, jumps of the clock taken out. */
double ff_run_start_by_last_clock(const ff_context *context, const ff_clock *clock, double start_s,
                                  double start_by_rows_s);

#define FF_START_COUNTED_BACK                                                                      \
    "The watch got the date while it recorded; the start was counted back from there."

/* Notes a date that cannot be right. */
void ff_run_note_date(const ff_context *context, ff_arena *arena, ff_run *run);

double ff_column_last(const double *column, size_t rows); /* value; NAN when none, or NULL */
void ff_column_scale(double *column, size_t rows, double factor);

/* ff_series_clean, and the notes on it. */
void ff_run_clean(ff_arena *arena, ff_run *run);

/* Takes out a cadence of 0 at a runner's speed, and notes how often it stood there. */
void ff_run_clean_cadence(ff_arena *arena, ff_run *run);

/* The average of a whole run, or NAN when it makes no sense. */
double ff_if_sensible(ff_channel channel, double average);
double ff_if_between(double value, double low, double high);

/* Adds a pause, clipped to the run and behind the pause before; the new count. pauses NULL only
 * counts. */
size_t ff_pause_add(ff_pause *pauses, size_t count, ff_pause pause, double elapsed_s);
double ff_run_paused_s(const ff_run *run);

/* A device that counts pauses but marks none leaves gaps in its rows: they become the pauses when
 * together they are about what it counted. Notes either. */
void ff_run_pauses_of_gaps(ff_arena *arena, ff_run *run, double wanted_s);

/* Where the pauses found are more than the device counted, or it
 * tells no count, those in which the rows get on end there. Notes what then is not as it was
 * counted. */
void ff_run_check_pauses(ff_arena *arena, ff_run *run);

/* Notes stretches without rows that no pause explains. */
void ff_run_note_missing(ff_arena *arena, ff_run *run);

/* Notes a distance of the whole that its rows do not bear out. 0 beside rows that moved is none,
 * nor is what nobody runs in that time or a hundredth of the rows': it becomes absent. duration_s
 * must be there, or absent. */
void ff_run_check_distance(ff_arena *arena, ff_run *run);

/* A speed that distance and running time make nothing like becomes absent. */
void ff_run_check_speed(ff_run *run);

#endif
