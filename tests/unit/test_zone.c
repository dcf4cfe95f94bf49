#include "support.h"

#include "base/civil.h"
#include "base/zone.h"

#include <footfall/bytes.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define HOUR_S INT64_C(3600)
#define DAY_S  INT64_C(86400)

static int64_t utc(int year, int month, int day, int hour, int minute) {
    return ff_civil_to_seconds(&(ff_civil){year, month, day, hour, minute, 0});
}

static void parse(const char *text, ff_zone_rule *rule) {
    assert_int_equal(ff_zone_rule_parse(text, strlen(text), rule, NULL), FF_OK);
}

/* --- rules --- */

static void forms_are_read(void **state) {
    (void)state;
    ff_zone_rule rule;
    parse("CET-1CEST,M3.5.0,M10.5.0/3", &rule);
    assert_string_equal(rule.usual.name, "CET");
    assert_int_equal(rule.usual.offset_s, 3600);
    assert_string_equal(rule.summer.name, "CEST");
    assert_int_equal(rule.summer.offset_s, 7200);
    assert_int_equal(rule.begins.kind, FF_ZONE_DAY_M);
    assert_int_equal(rule.begins.month, 3);
    assert_int_equal(rule.begins.week, 5);
    assert_int_equal(rule.begins.weekday, 0);
    assert_int_equal(rule.begins.time_s, 7200);
    assert_int_equal(rule.ends.time_s, 10800);
    parse("<+0330>-3:30<+0430>,J79/24,J263/24", &rule);
    assert_string_equal(rule.usual.name, "+0330");
    assert_int_equal(rule.usual.offset_s, 12600);
    assert_int_equal(rule.begins.kind, FF_ZONE_DAY_J);
    assert_int_equal(rule.begins.day, 79);
    assert_int_equal(rule.begins.time_s, 86400);
    parse("AAA+1:02:03BBB-0:00:01,0/-167:59:59,365/+167", &rule);
    assert_int_equal(rule.usual.offset_s, -3723);
    assert_int_equal(rule.summer.offset_s, 1);
    assert_int_equal(rule.begins.kind, FF_ZONE_DAY_N);
    assert_int_equal(rule.begins.time_s, -(167 * 3600 + 3599));
    assert_int_equal(rule.ends.day, 365);
    assert_int_equal(rule.ends.time_s, 167 * 3600);
    parse("UTC0", &rule);
    assert_false(rule.has_summer);
}

static void assert_refused(const char *text, int64_t offset) {
    ff_zone_rule rule;
    ff_error error;
    assert_int_equal(ff_zone_rule_parse(text, strlen(text), &rule, &error), FF_ERR_VALUE);
    if (error.offset != offset) {
        fail_msg("'%s' is refused at byte %d, not %d: %s", text, (int)error.offset, (int)offset,
                 error.message);
    }
    assert_string_equal(error.where, "time zone");
}

static void wrong_ones_are_refused_where_they_are_wrong(void **state) {
    (void)state;
    assert_refused("", 0);
    assert_refused("CE-1", 2);
    assert_refused("CET", 3);
    assert_refused("CET1x", 5); /* the name of summer is too short */
    assert_refused("CET-25", 6);
    assert_refused("CET-1:60", 8);
    assert_refused("CET-1CEST", 9);
    assert_refused("CET-1CEST,M3.5.0", 16);
    assert_refused("CET-1CEST,M13.5.0,M10.5.0", 13);
    assert_refused("CET-1CEST,M3.6.0,M10.5.0", 14);
    assert_refused("CET-1CEST,M3.5.7,M10.5.0", 16);
    assert_refused("CET-1CEST,M3.5,M10.5.0", 14);
    assert_refused("CET-1CEST,J0,J365", 12);
    assert_refused("CET-1CEST,J366,J365", 14);
    assert_refused("CET-1CEST,366,1", 13);
    assert_refused("CET-1CEST,M3.5.0/168,M10.5.0", 20);
    assert_refused("CET-1CEST,M3.5.0,M10.5.0 ", 24);
    assert_refused("<CET-1", 6);
    assert_refused("ABCDEFGHIJKLMNOP-1", 16);
    assert_refused("CET-99999999999999999999", 6);
}

static void not_beyond_the_length(void **state) {
    (void)state;
    ff_zone_rule rule;
    assert_int_equal(ff_zone_rule_parse("UTC01", 4, &rule, NULL), FF_OK);
    assert_int_equal(rule.usual.offset_s, 0);
    char text[300];
    memset(text, '0', sizeof text);
    memcpy(text, "UTC", 3);
    assert_int_equal(ff_zone_rule_parse(text, sizeof text, &rule, NULL), FF_ERR_VALUE);
}

/* Always summer, as zone files say it: it ends where the next one begins. */
static void summer_without_end(void **state) {
    (void)state;
    ff_zone_rule rule;
    ff_zone_change change;
    parse("XXX3EDT4,0/0,J365/23", &rule);
    for (int64_t at = utc(2027, 12, 30, 0, 0); at < utc(2028, 1, 3, 0, 0); at += HOUR_S) {
        assert_string_equal(ff_zone_rule_at(&rule, at)->name, "EDT");
    }
    assert_false(ff_zone_rule_next(&rule, utc(2026, 6, 1, 0, 0), &change));
}

/* --- beside the C library --- */

/* Local time minus UTC as the C library has it under TZ. */
static int64_t their_offset(int64_t at_s) {
    time_t at = (time_t)at_s;
    struct tm t;
    assert_non_null(localtime_r(&at, &t));
    return ff_civil_to_seconds(&(ff_civil){t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, t.tm_hour,
                                           t.tm_min, t.tm_sec}) -
           at_s;
}

/* Every half hour of some years, and the changes that are told beside those that are met. */
static void compare(const char *name, const ff_zone *zone, int first_year, int last_year) {
    int64_t end = utc(last_year + 1, 1, 1, 0, 0);
    ff_zone_change next;
    bool is_next = ff_zone_next(zone, utc(first_year, 1, 1, 0, 0), &next);
    setenv("TZ", name, 1);
    tzset();
    for (int64_t at = utc(first_year, 1, 1, 0, 0); at < end; at += HOUR_S / 2) {
        int64_t ours = ff_zone_at(zone, at)->offset_s, theirs = their_offset(at);
        if (ours != theirs) {
            fail_msg("%s at %lld: %lld, and %lld in the C library", name, (long long)at,
                     (long long)ours, (long long)theirs);
        }
        if (is_next && at >= next.at_s) {
            assert_int_equal(next.offset_s, ours);
            assert_int_equal(their_offset(next.at_s), next.offset_s);
            assert_int_not_equal(their_offset(next.at_s - 1), next.offset_s);
            is_next = ff_zone_next(zone, next.at_s, &next);
        }
    }
    assert_true(!is_next || next.at_s >= end - HOUR_S / 2);
}

static void rules_beside_the_c_library(void **state) {
    (void)state;
    static const char *const rules[] = {"UTC0",
                                        "CET-1CEST,M3.5.0,M10.5.0/3",
                                        "EST5EDT,M3.2.0,M11.1.0",
                                        "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
                                        "IST-1GMT0,M10.5.0,M3.5.0/1",
                                        "IST-5:30",
                                        "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
                                        "<-04>4<-03>,M9.1.6/24,M4.1.6/24",
                                        "EET-2EEST,M3.4.4/50,M10.4.4/50",
                                        "EET-2EEST,M4.5.5/0,M10.5.4/24",
                                        "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45",
                                        "AAA3BBB,J59/0,J60/0",
                                        "AAA-3BBB,58/1,365/1",
                                        "AAA0BBB,59,J365/23:59:59",
                                        "<+0330>-3:30<+0430>,J79/24,J263/24",
                                        "AAA-11:59:30BBB,M2.5.6/-25,M12.1.1/120"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        ff_zone zone;
        ff_arena arena;
        ff_arena_init(&arena, ff_allocator_libc());
        assert_int_equal(ff_zone_read(&arena, rules[i], strlen(rules[i]), "rule", &zone, NULL),
                         FF_OK);
        compare(rules[i], &zone, 2023, 2032);
        ff_arena_free(&arena);
    }
}

static bool read_zone(const char *name, ff_arena *arena, ff_zone *zone) {
    char path[256];
    ff_bytes bytes;
    snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
    if (ff_bytes_of_file(&bytes, path, NULL) != FF_OK) {
        return false;
    }
    uint8_t *data = ff_arena_take(arena, (size_t)bytes.size, 1);
    assert_int_equal(ff_bytes_read(&bytes, 0, data, (size_t)bytes.size, NULL), FF_OK);
    assert_int_equal(ff_zone_read(arena, data, (size_t)bytes.size, path, zone, NULL), FF_OK);
    ff_bytes_close(&bytes);
    return true;
}

/* Where rules were plain, where they change by half an hour, where summer is winter's name, where
 * the month of fasting decides until 2087, and where clocks stand still. */
static void zone_files_beside_the_c_library(void **state) {
    (void)state;
    static const char *const names[] = {
        "Europe/Berlin",      "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca",
        "America/Sao_Paulo",  "Asia/Kolkata",     "Europe/Dublin",       "Asia/Gaza",
        "America/Santiago",   "Pacific/Chatham",  "Africa/Cairo",        "America/Nuuk",
        "Antarctica/Troll",   "Asia/Jerusalem",   "America/Havana",      "Pacific/Apia",
        "Pacific/Kiritimati", "America/Caracas",  "Asia/Pyongyang",      "Etc/UTC"};
    size_t compared = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ff_zone zone;
        ff_arena arena;
        ff_arena_init(&arena, ff_allocator_libc());
        if (read_zone(names[i], &arena, &zone)) {
            compare(names[i], &zone, 2018, 2041);
            compared++;
        }
        ff_arena_free(&arena);
    }
    if (compared == 0) {
        print_message("the zone files of the system are not there\n");
        skip();
    }
    assert_int_equal(compared, sizeof names / sizeof *names);
}

/* --- the wall's time --- */

static void assert_wall(const char *rule, int64_t local_s, int64_t utc_s, ff_wall_time expected) {
    ff_zone zone;
    ff_wall_time times;
    ff_arena arena;
    ff_arena_init(&arena, ff_allocator_libc());
    assert_int_equal(ff_zone_read(&arena, rule, strlen(rule), "rule", &zone, NULL), FF_OK);
    assert_int_equal(ff_zone_utc(&zone, local_s, &times), utc_s);
    assert_int_equal(times, expected);
    ff_arena_free(&arena);
}

/* As Python's zoneinfo has it with fold 0. */
static void times_left_out_and_shown_twice(void **state) {
    (void)state;
    const char *berlin = "CET-1CEST,M3.5.0,M10.5.0/3";
    assert_wall(berlin, utc(2026, 3, 29, 1, 59), utc(2026, 3, 29, 0, 59), FF_WALL_ONCE);
    assert_wall(berlin, utc(2026, 3, 29, 2, 0), utc(2026, 3, 29, 1, 0), FF_WALL_NEVER);
    assert_wall(berlin, utc(2026, 3, 29, 2, 30), utc(2026, 3, 29, 1, 30), FF_WALL_NEVER);
    assert_wall(berlin, utc(2026, 3, 29, 3, 0), utc(2026, 3, 29, 1, 0), FF_WALL_ONCE);
    assert_wall(berlin, utc(2026, 10, 25, 1, 59), utc(2026, 10, 24, 23, 59), FF_WALL_ONCE);
    assert_wall(berlin, utc(2026, 10, 25, 2, 30), utc(2026, 10, 25, 0, 30), FF_WALL_TWICE);
    assert_wall(berlin, utc(2026, 10, 25, 3, 0), utc(2026, 10, 25, 2, 0), FF_WALL_ONCE);
    const char *howe = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0";
    assert_wall(howe, utc(2026, 10, 4, 2, 15), utc(2026, 10, 3, 15, 45), FF_WALL_NEVER);
    assert_wall(howe, utc(2026, 4, 5, 1, 45), utc(2026, 4, 4, 14, 45), FF_WALL_TWICE);
    const char *dublin = "IST-1GMT0,M10.5.0,M3.5.0/1";
    assert_wall(dublin, utc(2026, 3, 29, 1, 30), utc(2026, 3, 29, 1, 30), FF_WALL_NEVER);
    assert_wall(dublin, utc(2026, 10, 25, 1, 30), utc(2026, 10, 25, 0, 30), FF_WALL_TWICE);
    assert_wall("IST-5:30", utc(2026, 3, 29, 2, 30), utc(2026, 3, 28, 21, 0), FF_WALL_ONCE);
}

/* --- bad files --- */

static ff_code read_bytes(const void *data, size_t size) {
    ff_arena arena;
    ff_zone zone;
    ff_arena_init(&arena, ff_allocator_libc());
    ff_code code = ff_zone_read(&arena, data, size, "made", &zone, NULL);
    ff_arena_free(&arena);
    return code;
}

/* A whole file of the second version: nothing in the first block, one change, and a rule. */
static size_t make_file(uint8_t *data) {
    static const uint8_t head[44] = {'T', 'Z', 'i', 'f', '2', [39] = 1, [43] = 4};
    static const uint8_t type[] = {0, 0, 0, 0, 0, 0, 'U', 'T', 'C', 0};
    static const uint8_t head2[44] = {'T', 'Z', 'i', 'f', '2', [35] = 1, [39] = 2, [43] = 8};
    static const uint8_t block2[] = {0, 0, 0,   0,   0x60, 0, 0,   0, /* 2021-01-14 */
                                     1, 0, 0,   0,   0,    0, 0,   0,   0,   0x0E, 0x10,
                                     0, 4, 'U', 'T', 'C',  0, 'C', 'E', 'T', 0};
    static const char foot[] = "\nCET-1\n";
    uint8_t *at = data;
    memcpy(at, head, 44), at += 44;
    memcpy(at, type, sizeof type), at += sizeof type;
    memcpy(at, head2, 44), at += 44;
    memcpy(at, block2, sizeof block2), at += sizeof block2;
    memcpy(at, foot, sizeof foot - 1), at += sizeof foot - 1;
    return (size_t)(at - data);
}

static void made_file_is_read(void **state) {
    (void)state;
    uint8_t data[256];
    size_t size = make_file(data);
    ff_arena arena;
    ff_zone zone;
    ff_arena_init(&arena, ff_allocator_libc());
    assert_int_equal(ff_zone_read(&arena, data, size, "made", &zone, NULL), FF_OK);
    assert_int_equal(zone.count, 1);
    assert_string_equal(ff_zone_at(&zone, 0x60000000 - 1)->name, "UTC");
    assert_int_equal(ff_zone_at(&zone, 0x60000000)->offset_s, 3600);
    assert_string_equal(ff_zone_at(&zone, 0x60000000)->name, "CET");
    ff_arena_free(&arena);
}

static void every_cut_and_every_wrong_byte_is_borne(void **state) {
    (void)state;
    uint8_t data[256], cut[256];
    size_t size = make_file(data);
    for (size_t length = 0; length < size; length++) {
        assert_int_not_equal(read_bytes(data, length), FF_OK);
    }
    for (size_t i = 0; i < size; i++) {
        for (int value = 0; value < 256; value++) {
            memcpy(cut, data, size);
            cut[i] = (uint8_t)value;
            read_bytes(cut, size); /* the sanitizers look on */
        }
    }
    assert_int_equal(read_bytes("", 0), FF_ERR_EMPTY);
    assert_int_equal(read_bytes("TZif", 4), FF_ERR_TRUNCATED);
    memcpy(cut, data, size);
    cut[44 + 10 + 44 + 8] = 2; /* a kind of local time that is not there */
    assert_int_equal(read_bytes(cut, size), FF_ERR_DAMAGED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_are_read),
        cmocka_unit_test(wrong_ones_are_refused_where_they_are_wrong),
        cmocka_unit_test(not_beyond_the_length),
        cmocka_unit_test(summer_without_end),
        cmocka_unit_test(rules_beside_the_c_library),
        cmocka_unit_test(zone_files_beside_the_c_library),
        cmocka_unit_test(times_left_out_and_shown_twice),
        cmocka_unit_test(made_file_is_read),
        cmocka_unit_test(every_cut_and_every_wrong_byte_is_borne),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
