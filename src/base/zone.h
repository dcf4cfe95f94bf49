/* A time zone: what the clock on the wall shows, now and later.
 *
 * Read from the bytes of a zone file (TZif, RFC 9636: changes one by one, then a rule) or from a
 * rule alone. The core does not look for such files: who calls it knows the machine.
 */
#ifndef FOOTFALL_BASE_ZONE_H
#define FOOTFALL_BASE_ZONE_H

#include "base/arena.h"
#include "base/zone_rule.h"

/* A zone file of more bytes is refused; the largest there is has 4 thousand. */
#define FF_ZONE_FILE_MOST ((size_t)1 << 20)

typedef struct ff_zone {
    ff_zone_change before;   /* the first change */
    ff_zone_change *changes; /* one by one, in order */
    size_t count;
    bool has_rule; /* after the last of them */
    ff_zone_rule rule;
} ff_zone;

/* data: a zone file, or a rule as text; where: its name, for messages. Lives in the arena.
 * FF_ERR_EMPTY, FF_ERR_LIMIT, FF_ERR_TRUNCATED, FF_ERR_DAMAGED, FF_ERR_VALUE (of a rule),
 * FF_ERR_MEMORY. */
ff_code ff_zone_read(ff_arena *arena, const void *data, size_t size, const char *where,
                     ff_zone *zone, ff_error *error);

/* What holds at a moment. Borrowed from the zone. */
const ff_zone_change *ff_zone_at(const ff_zone *zone, int64_t utc_s);

/* The next change of the offset after a moment; false when there is none. */
bool ff_zone_next(const ff_zone *zone, int64_t after_s, ff_zone_change *change);

/* Clocks put forward leave times out, clocks put back show them twice. */
typedef enum ff_wall_time { FF_WALL_ONCE, FF_WALL_TWICE, FF_WALL_NEVER } ff_wall_time;

/* The moment when the clock on the wall shows local_s (seconds since 1970 as if in UTC): of two the
 * first, and of none the moment when it would have been shown had the clock not been put forward
 * yet: both as RFC 5545 (section 3.3.5) has it. */
int64_t ff_zone_utc(const ff_zone *zone, int64_t local_s, ff_wall_time *times);

#endif
