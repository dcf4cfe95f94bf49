/* The rule of a time zone in the words of POSIX's TZ variable: "CET-1CEST,M3.5.0,M10.5.0/3".
 *
 * All forms: names in letters or <...>, offsets of up to 24 hours, the days Jn (1 to 365, February
 * 29 never counted), n (0 to 365, counted) and Mm.w.d (week 5: the last), and times of day from
 * -167 to 167 hours as zone files use them (RFC 9636, section 3.3.1). What POSIX calls "dst" is
 * called summer here; Ireland's is the other way about: its rule names the winter's hour so, and
 * its offset is the smaller one.
 */
#ifndef FOOTFALL_BASE_ZONE_RULE_H
#define FOOTFALL_BASE_ZONE_RULE_H

#include <footfall/error.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FF_ZONE_NAME_SIZE 16
#define FF_ZONE_RULE_MOST 256 /* bytes of a rule; longer ones are refused */

/* Local time from a moment on. */
typedef struct ff_zone_change {
    int64_t at_s;     /* UTC seconds; INT64_MIN: always */
    int32_t offset_s; /* local time minus UTC */
    bool summer;
    char name[FF_ZONE_NAME_SIZE]; /* "CEST" */
} ff_zone_change;

typedef enum ff_zone_day { FF_ZONE_DAY_J, FF_ZONE_DAY_N, FF_ZONE_DAY_M } ff_zone_day;

/* A moment of each year by the clock on the wall. */
typedef struct ff_zone_date {
    ff_zone_day kind;
    int day;                  /* J: 1 to 365. N: 0 to 365 */
    int month, week, weekday; /* M: 1 to 12, 1 to 5 (the last), 0 (Sunday) to 6 */
    int32_t time_s;           /* since midnight; may be of a day before or after */
} ff_zone_date;

typedef struct ff_zone_rule {
    ff_zone_change usual, summer; /* at_s is not read */
    bool has_summer;
    ff_zone_date begins, ends; /* of summer; begins by the usual clock, ends by that of summer */
} ff_zone_rule;

/* text need not be ended by NUL. FF_ERR_VALUE, offset naming the byte. A rule that has a summer but
 * does not say when is refused: what a machine makes of it is its own affair. */
ff_code ff_zone_rule_parse(const char *text, size_t length, ff_zone_rule *rule, ff_error *error);

/* What holds at a moment. Borrowed from the rule. */
const ff_zone_change *ff_zone_rule_at(const ff_zone_rule *rule, int64_t utc_s);

/* The next change of the offset after a moment, at_s filled in; false when there is none. */
bool ff_zone_rule_next(const ff_zone_rule *rule, int64_t after_s, ff_zone_change *change);

/* That moment of a year: local seconds since 1970 as if in UTC. */
int64_t ff_zone_date_local(const ff_zone_date *date, int year);

#endif
