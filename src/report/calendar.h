/* Events as a calendar file (.ics, RFC 5545) that any calendar program takes in.
 *
 * Times are those of the clock on the wall in one time zone, which the file explains (VTIMEZONE),
 * or in none: then they are the same on every clock ("floating"). An event keeps its uid for ever,
 * and a file made later has a higher SEQUENCE: taken in again it replaces what was taken in before.
 */
#ifndef FOOTFALL_REPORT_CALENDAR_H
#define FOOTFALL_REPORT_CALENDAR_H

#include "base/zone.h"

#include <footfall/text.h>

typedef struct ff_calendar_event {
    const char *uid;     /* unlike that of any other event anywhere; ASCII without blanks */
    const char *summary; /* one line */
    const char *about;   /* lines; NULL: none */
    int64_t start_s;     /* local, in seconds since 1970 as if in UTC */
    int64_t duration_s;  /* above 0; not read of a whole day */
    int weeks;           /* how many times it happens, once a week; 1: once */
    bool whole_day;      /* start_s is its midnight */
    bool cancelled;      /* it was in an earlier file and shall go */
} ff_calendar_event;

/* What a calendar is refused beyond. */
#define FF_CALENDAR_MOST_EVENTS 2000
#define FF_CALENDAR_MOST_WEEKS  520

/* An alarm may come so long before, in minutes: a week. */
#define FF_CALENDAR_MOST_ALARM 10080

typedef struct ff_calendar {
    const char *name;      /* as the calendar program lists it */
    const char *zone_name; /* "Europe/Berlin" */
    const ff_zone *zone;   /* NULL: floating */
    int alarm_min;  /* minutes before the start, 0 to the most; -1: no alarm. Of a whole day it
                       comes at nine in the morning */
    int64_t made_s; /* UTC seconds, from 2020 on to rise with every file */
    const ff_calendar_event *events;
    size_t count;
} ff_calendar;

/* Adds the file to *out. A start that the clock leaves out when summer time begins is written as
 * the time it then shows: 02:30 becomes 03:30; of a start that it shows twice the first is meant.
 * Weekly events of which one falls into such a gap are written one by one. A zone whose rule
 * calendar programs cannot be told once and for all (fasting months, days counted) is explained
 * change by change for the time of the events. Errors: FF_ERR_MEMORY; FF_ERR_VALUE, where "time
 * zone" for a name that is none, else the uid: out of the bounds above. */
ff_code ff_calendar_write(const ff_calendar *calendar, ff_text *out, ff_error *error);

/* Puts single events, with uids of their own, in the place of those that come again where the clock
 * leaves one of them out: programs would pass over that one (RFC 5545, section 3.3.10). To be done
 * before writing. zone NULL: floating. The list is made anew in the arena, in which a failure
 * shows. */
void ff_calendar_part(const ff_zone *zone, ff_arena *arena, ff_calendar_event **events,
                      size_t *count);

#endif
