/* The moment numbness began, as a runner says it, made into an onset of one run. */
#ifndef FOOTFALL_APP_MOMENT_H
#define FOOTFALL_APP_MOMENT_H

#include <footfall/error.h>
#include <footfall/onset.h>
#include <footfall/run.h>

/* Fills kind, from_s, to_s, from_m and to_m of *onset from "34min", "5km", "20min..25min",
 * "start" or "sometime". FF_ERR_VALUE when the text is none of these, lies beyond the run, or names
 * a distance in a run that holds none. run needs its series for distances. */
ff_code ff_moment_parse(const ff_run *run, const char *text, ff_onset *onset, ff_error *error);

/* Likewise from lap number (counted from 1): numbness began when that lap was pressed. FF_ERR_VALUE
 * when there is no such lap or the watch ended it by itself. */
ff_code ff_moment_of_lap(const ff_run *run, int number, ff_onset *onset, ff_error *error);

/* When it was gone again, as gone_s of an onset whose other times are set already: a moment of the
 * run ("41:30", "8km"), or "+5min", five minutes after its end. FF_ERR_VALUE when the text is
 * neither, or lies beyond the run without a plus. */
ff_code ff_moment_of_gone(const ff_run *run, const char *text, ff_onset *onset, ff_error *error);

/* Likewise from lap number (counted from 1): it was gone when that lap was pressed. */
ff_code ff_moment_of_gone_lap(const ff_run *run, int number, ff_onset *onset, ff_error *error);

/* Whether the onset and when it was gone go together: FF_ERR_VALUE, naming where, when it was gone
 * before it came. What came at some time of the run came by then, which to_s and to_m then say. */
ff_code ff_moment_fit_gone(const ff_run *run, const char *where, ff_onset *onset, ff_error *error);

/* No numbness by the end of the run. */
void ff_moment_none(const ff_run *run, ff_onset *onset);

/* True when the lap was ended by the runner's hand, as far as the recording tells. */
bool ff_lap_by_hand(const ff_run *run, size_t index);

#endif
