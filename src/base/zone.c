#include "base/zone.h"

#include <string.h>

/* No place is further from UTC; a rule may say a summer of 24 hours, and an hour more. */
enum { HEADER_SIZE = 44, TYPE_SIZE = 6, OFFSET_MOST_S = 26 * 3600 };

/* Either way from 1970; zone files reach back half as far, to the beginning of all things. */
#define TIME_MOST_S (INT64_C(1) << 60)

/* --- reading a zone file --- */

/* What stands in the header of a block. */
typedef struct counts {
    size_t is_ut, is_standard, leap, time, type, letters;
} counts;

typedef struct file {
    const uint8_t *data;
    size_t size, at;
    size_t time_size; /* of a time: 4 in the first block, 8 in the second */
    const char *where;
    ff_error *error;
} file;

static ff_code fail(const file *f, ff_code code) {
    return ff_fail(f->error, code, f->where, (int64_t)f->at, "the zone file %s",
                   ff_code_text(code));
}

static uint64_t load(const uint8_t *at, size_t size) {
    uint64_t value = 0;
    for (size_t i = 0; i < size; i++) {
        value = value << 8 | at[i];
    }
    return value;
}

static size_t block_size(const file *f, const counts *n) {
    return n->time * (f->time_size + 1) + n->type * TYPE_SIZE + n->letters +
           n->leap * (f->time_size + 4) + n->is_standard + n->is_ut;
}

static ff_code read_header(file *f, counts *n) {
    if (f->size - f->at < HEADER_SIZE) {
        return fail(f, FF_ERR_TRUNCATED);
    }
    const uint8_t *at = f->data + f->at;
    if (memcmp(at, "TZif", 4) != 0) {
        return fail(f, FF_ERR_DAMAGED);
    }
    size_t *fields[] = {&n->is_ut, &n->is_standard, &n->leap, &n->time, &n->type, &n->letters};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        *fields[i] = (size_t)load(at + 20 + 4 * i, 4);
        if (*fields[i] > FF_ZONE_FILE_MOST) { /* so that their sum does not overflow */
            return fail(f, FF_ERR_DAMAGED);
        }
    }
    f->at += HEADER_SIZE;
    if (block_size(f, n) > f->size - f->at) {
        return fail(f, FF_ERR_TRUNCATED);
    }
    return n->type > 0 && n->type <= 256 && n->letters > 0 ? FF_OK : fail(f, FF_ERR_DAMAGED);
}

/* Kind number i of local time. */
static bool read_type(const file *f, const counts *n, size_t i, ff_zone_change *type) {
    if (i >= n->type) {
        return false;
    }
    const uint8_t *at = f->data + f->at + n->time * (f->time_size + 1) + i * TYPE_SIZE;
    const char *letters =
        (const char *)f->data + f->at + n->time * (f->time_size + 1) + n->type * TYPE_SIZE;
    int64_t offset_s = (int32_t)(uint32_t)load(at, 4);
    size_t name = at[5];
    if (offset_s < -OFFSET_MOST_S || offset_s > OFFSET_MOST_S || name >= n->letters) {
        return false;
    }
    type->offset_s = (int32_t)offset_s;
    type->summer = at[4] != 0;
    for (size_t k = 0; k + 1 < sizeof type->name && name + k < n->letters; k++) {
        type->name[k] = letters[name + k];
    }
    return true;
}

static int64_t load_time(const file *f, size_t i) {
    const uint8_t *at = f->data + f->at + i * f->time_size;
    return f->time_size == 8 ? (int64_t)load(at, 8) : (int32_t)(uint32_t)load(at, 4);
}

static ff_code read_block(file *f, const counts *n, ff_arena *arena, ff_zone *zone) {
    zone->before.at_s = INT64_MIN;
    zone->changes = ff_arena_take(arena, n->time > 0 ? n->time : 1, sizeof *zone->changes);
    if (zone->changes == NULL) {
        return ff_arena_check(arena, f->error);
    }
    bool sound = read_type(f, n, 0, &zone->before);
    for (size_t i = 0; i < n->time && sound; i++) {
        ff_zone_change *change = &zone->changes[zone->count++];
        sound = read_type(f, n, f->data[f->at + n->time * f->time_size + i], change);
        change->at_s = load_time(f, i);
        sound = sound && change->at_s >= -TIME_MOST_S && change->at_s <= TIME_MOST_S &&
                (i == 0 || change->at_s > change[-1].at_s);
    }
    f->at += block_size(f, n);
    return sound ? FF_OK : fail(f, FF_ERR_DAMAGED);
}

/* "\nCET-1CEST,M3.5.0,M10.5.0/3\n", with nothing between where no rule holds. */
static ff_code read_footer(file *f, ff_zone *zone) {
    const char *text = (const char *)f->data + f->at + 1;
    size_t left = f->size - f->at;
    const char *end = left > 1 && text[-1] == '\n' ? memchr(text, '\n', left - 1) : NULL;
    if (end == NULL) {
        return fail(f, FF_ERR_TRUNCATED);
    }
    zone->has_rule = end > text;
    return zone->has_rule ? ff_zone_rule_parse(text, (size_t)(end - text), &zone->rule, f->error)
                          : FF_OK;
}

static ff_code read_file(file *f, ff_arena *arena, ff_zone *zone) {
    counts n = {0};
    f->time_size = 4;
    ff_code code = read_header(f, &n);
    if (code != FF_OK) {
        return code;
    }
    if (f->data[4] == '\0') { /* the first version of the format: no second block, no rule */
        return read_block(f, &n, arena, zone);
    }
    f->at += block_size(f, &n);
    f->time_size = 8;
    code = read_header(f, &n);
    if (code == FF_OK) {
        code = read_block(f, &n, arena, zone);
    }
    return code == FF_OK ? read_footer(f, zone) : code;
}

static ff_code read_rule(ff_zone *zone, const char *text, size_t length, ff_error *error) {
    zone->has_rule = true;
    return ff_zone_rule_parse(text, length, &zone->rule, error);
}

ff_code ff_zone_read(ff_arena *arena, const void *data, size_t size, const char *where,
                     ff_zone *zone, ff_error *error) {
    *zone = (ff_zone){0};
    file f = {.data = data, .size = size, .where = where, .error = error};
    if (size == 0 || size > FF_ZONE_FILE_MOST) {
        return fail(&f, size == 0 ? FF_ERR_EMPTY : FF_ERR_LIMIT);
    }
    bool is_file = size >= 4 && memcmp(data, "TZif", 4) == 0;
    return is_file ? read_file(&f, arena, zone) : read_rule(zone, data, size, error);
}

/* --- what holds when --- */

static bool is_by_rule(const ff_zone *zone, int64_t utc_s) {
    return zone->has_rule && (zone->count == 0 || utc_s >= zone->changes[zone->count - 1].at_s);
}

/* How many changes lie at or before a moment. */
static size_t changes_until(const ff_zone *zone, int64_t utc_s) {
    size_t low = 0, high = zone->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (zone->changes[middle].at_s <= utc_s) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const ff_zone_change *ff_zone_at(const ff_zone *zone, int64_t utc_s) {
    if (is_by_rule(zone, utc_s)) {
        return ff_zone_rule_at(&zone->rule, utc_s);
    }
    size_t until = changes_until(zone, utc_s);
    return until > 0 ? &zone->changes[until - 1] : &zone->before;
}

bool ff_zone_next(const ff_zone *zone, int64_t after_s, ff_zone_change *change) {
    int32_t was = ff_zone_at(zone, after_s)->offset_s;
    for (size_t i = changes_until(zone, after_s); i < zone->count; i++) {
        const ff_zone_change *now = ff_zone_at(zone, zone->changes[i].at_s);
        if (now->offset_s != was) {
            *change = *now;
            change->at_s = zone->changes[i].at_s;
            return true;
        }
    }
    int64_t last_s = zone->count > 0 ? zone->changes[zone->count - 1].at_s : after_s;
    return zone->has_rule &&
           ff_zone_rule_next(&zone->rule, last_s > after_s ? last_s : after_s, change);
}

/* Looks at the stretches of one offset around local_s, in order: the first that shows it is meant.
 */
int64_t ff_zone_utc(const ff_zone *zone, int64_t local_s, ff_wall_time *times) {
    int64_t from_s = local_s - OFFSET_MOST_S - 1, utc_s = 0, gap_s = 0;
    int shown = 0;
    bool more = true;
    for (ff_zone_change next = {0}; more && from_s <= local_s + OFFSET_MOST_S; from_s = next.at_s) {
        int32_t offset_s = ff_zone_at(zone, from_s)->offset_s;
        int64_t at_s = local_s - offset_s;
        more = ff_zone_next(zone, from_s, &next);
        if (at_s >= from_s && (!more || at_s < next.at_s)) {
            utc_s = shown++ == 0 ? at_s : utc_s;
        } else if (more && at_s >= next.at_s && local_s - next.offset_s < next.at_s) {
            gap_s = at_s;
        }
    }
    *times = shown == 0 ? FF_WALL_NEVER : shown == 1 ? FF_WALL_ONCE : FF_WALL_TWICE;
    return shown > 0 ? utc_s : gap_s;
}
