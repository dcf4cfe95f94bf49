/* The clock of a device, as its rows tell it: what repeats, steps back or was set is made into a
 * time that never falls, and is counted.
 */
#ifndef FOOTFALL_FILES_CLOCK_H
#define FOOTFALL_FILES_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A clock that steps back by no more than this was corrected by the satellites' time or counts a
 * second twice: the rows wait for it. A larger step is a clock that was set. */
#define FF_CLOCK_SMALL_STEP_S 60.0

/* Rows this far apart in one recording: the clock was set, nobody paused. */
#define FF_CLOCK_SET_S 86400.0

/* {0} before the first row. */
typedef struct ff_clock {
    bool begun;
    double last_raw;     /* the clock's last time as it stood in a row */
    double before;       /* the last time handed out */
    double shift;        /* added to every time to take the clock's jumps out */
    double shift_before; /* what it was before the last jump */
    size_t repeated;     /* rows at the time of the row before */
    size_t stepped_back; /* rows earlier than the row before, held at its time */
    size_t set;          /* the clock was set during the recording: jump taken out */
} ff_clock;

/* The time of a row, in seconds of any calendar: jumps taken out, never before the row before. */
double ff_clock_time(ff_clock *clock, double raw);

/* The recording was stopped until now: however long that was, it is no jump. */
void ff_clock_resume(ff_clock *clock, double raw);

/* Local time minus UTC, when it can be one: no more than 14 hours, by quarters of an hour. Devices
 * write nonsense there, up to decades. */
bool ff_clock_offset_sensible(double offset_s);

#endif
