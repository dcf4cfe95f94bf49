/* Fuzz target: any bytes as a time zone: a zone file, or a rule.
 *
 * What is refused says why. What is read has an offset at every moment, changes that come in order
 * and are changes, and times on the wall that lead back to where they came from.
 */
#include "base/zone.h"
#include "demand.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define DAY_S INT64_C(86400)

/* From 1969 to 2105, and the ends of what is asked for. */
static const int64_t moments[] = {-40000000, 0, 1700000000, 1774747800, 1793000000, 4262000000};

static void look(const ff_zone *zone, int64_t at_s) {
    const ff_zone_change *now = ff_zone_at(zone, at_s);
    demand(now->offset_s >= -26 * 3600 && now->offset_s <= 26 * 3600);
    ff_wall_time times;
    int64_t back_s = ff_zone_utc(zone, at_s + now->offset_s, &times);
    int32_t back_offset_s = ff_zone_at(zone, back_s)->offset_s;
    demand(times == FF_WALL_NEVER || back_s + back_offset_s == at_s + now->offset_s);
    demand(times != FF_WALL_NEVER || back_s - at_s < 3 * DAY_S);
}

static void walk(const ff_zone *zone, int64_t at_s) {
    ff_zone_change change;
    for (int i = 0; i < 8 && ff_zone_next(zone, at_s, &change); i++) {
        demand(change.at_s > at_s);
        demand(ff_zone_at(zone, change.at_s)->offset_s == change.offset_s);
        demand(ff_zone_at(zone, change.at_s - 1)->offset_s != change.offset_s);
        at_s = change.at_s;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    ff_arena arena;
    ff_zone zone;
    ff_error error;
    ff_error_clear(&error);
    ff_arena_init(&arena, ff_allocator_libc());
    ff_code code = ff_zone_read(&arena, data, size, "zone", &zone, &error);
    demand(code == error.code);
    demand(code == FF_OK || error.message[0] != '\0');
    for (size_t i = 0; code == FF_OK && i < sizeof moments / sizeof *moments; i++) {
        look(&zone, moments[i]);
        walk(&zone, moments[i]);
    }
    ff_arena_free(&arena);
    return 0;
}
