/* Dates and times of day in the proleptic Gregorian calendar, without the machine's time zone. */
#ifndef FOOTFALL_BASE_CIVIL_H
#define FOOTFALL_BASE_CIVIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ff_civil {
    int year, month, day; /* month and day from 1 */
    int hour, minute, second;
} ff_civil;

int64_t ff_civil_to_seconds(const ff_civil *civil); /* since 1970-01-01T00:00:00 */
ff_civil ff_civil_of_seconds(int64_t seconds);      /* years -9999 to 9999, else clamped */

#define FF_ISO_SIZE 40
/* "2026-03-14T06:30:00+01:00" in local time when the offset is known, "...Z" when it is not. */
void ff_iso_format(int64_t utc_s, bool offset_known, int32_t offset_s, char buffer[FF_ISO_SIZE]);
/* "2026-03-14" of a local time. */
void ff_iso_date(int64_t local_s, char buffer[FF_ISO_SIZE]);
/* The weekday of a local time: 0 is Monday, 6 is Sunday. */
int ff_civil_weekday(int64_t local_s);
const char *ff_civil_weekday_name(int weekday); /* "Mon" of 0; "" beyond 6 */
/* Reads "2026-03-14"; false when it is not a real date. */
bool ff_iso_parse_date(const char *text, int64_t *midnight_s);

/* A moment as XML and its relatives write it: "2026-03-14T06:30:00Z", "2026-03-14 06:30:00.25
 * +0100". Between date and time stands a T or a space; the zone is Z, +hh:mm, +hhmm, +hh or
 * nothing. */
typedef struct ff_iso_time {
    double utc_s;     /* since 1970; as if in UTC where no zone is told */
    int32_t offset_s; /* local time minus UTC; 0 for Z and for none */
    bool zone_told;
} ff_iso_time;

/* False when it is not a real moment, or anything follows. */
bool ff_iso_parse_time(const char *text, ff_iso_time *time);

#endif
