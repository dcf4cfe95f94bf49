/* What Apple Health's attributes say. */
#include "support.h"

#include "files/apple_value.h"
#include "files/time_zone.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* cmocka compares floats alone. */
static void check_near(double is, double wanted, double within, int line) {
    if (!(fabs(is - wanted) <= within)) {
        fail_msg("line %d: %.17g, not %.17g within %g", line, is, wanted, within);
    }
}
#define assert_near(is, wanted, within) check_near((is), (wanted), (within), __LINE__)

static void a_date_is_an_instant_and_an_offset(void **state) {
    (void)state;
    ff_apple_date date;
    /* date -u -d '2025-09-16 15:14:50' +%s */
    assert_true(ff_apple_parse_date("2025-09-16 16:14:50 +0100", &date));
    assert_int_equal(date.at_s, 1758035690);
    assert_int_equal(date.offset_s, 3600);
    assert_true(ff_apple_parse_date("2025-09-16 10:44:50 -0430", &date));
    assert_int_equal(date.at_s, 1758035690);
    assert_int_equal(date.offset_s, -16200);
    /* date -u -d '2015-06-16T07:19:19-0700' +%s */
    assert_true(ff_apple_parse_date("20150616071919-0700", &date));
    assert_int_equal(date.at_s, 1434464359);
    assert_true(ff_apple_parse_date("2024-02-29 00:00:00 +0000", &date));
}

static void no_date_is_made_up(void **state) {
    (void)state;
    static const char *const wrong[] = {
        "",
        "2025",
        "2025-09-16",
        "2025-09-16 16:14:50",
        "2025-09-16 16:14:50 ",
        "2025-09-16 16:14:50 0100",
        "2025-09-16 16:14:50 +01",
        "2025-09-16 16:14:50 +0100 ",
        "2025-09-16 16:14:50 +1600",
        "2025-13-16 16:14:50 +0100",
        "2025-02-30 16:14:50 +0100",
        "2023-02-29 16:14:50 +0100",
        "2025-09-16 24:14:50 +0100",
        "2025-09-16T16:14:50 +0100",
        "2025/09/16 16:14:50 +0100",
        "-025-09-16 16:14:50 +0100",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ff_apple_date date;
        assert_false(ff_apple_parse_date(wrong[i], &date));
    }
}

static void numbers_are_read_as_strtod_reads_them(void **state) {
    (void)state;
    static const char *const texts[] = {
        "0",       "1",   "-3.25", "60.88754943410556", "172.3566451172034", "0.00823",
        "9696.59", "62.", "1e3",   "123456789012345",   "1234567890123456",  "0.1",
        "2.515096"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        double x = NAN;
        assert_true(ff_apple_parse_number(texts[i], &x));
        assert_true(x == strtod(texts[i], NULL));
    }
    double x;
    assert_false(ff_apple_parse_number("", &x));
    assert_false(ff_apple_parse_number("-", &x));
    assert_false(ff_apple_parse_number("12 ", &x));
    assert_false(ff_apple_parse_number("nan", &x));
    assert_false(ff_apple_parse_number("inf", &x));
    assert_false(ff_apple_parse_number("1,5", &x));
    assert_false(ff_apple_parse_number("0x10", &x));
}

static double converted(ff_apple_measure measure, double value, const char *unit) {
    double x;
    return ff_apple_convert(measure, value, unit, &x) ? x : NAN;
}

static void units_are_read(void **state) {
    (void)state;
    assert_near(converted(FF_APPLE_LENGTH, 1, "mi"), 1609.344, 1e-9);
    assert_near(converted(FF_APPLE_LENGTH, 6575, "cm"), 65.75, 1e-9);
    assert_near(converted(FF_APPLE_LENGTH, 3, "ft"), 0.9144, 1e-9);
    assert_near(converted(FF_APPLE_LENGTH, 3.5, "in"), 0.0889, 1e-9);
    assert_near(converted(FF_APPLE_VELOCITY, 9, "km/hr"), 2.5, 1e-12);
    assert_near(converted(FF_APPLE_VELOCITY, 6, "mi/hr"), 6 * 1609.344 / 3600, 1e-9);
    assert_near(converted(FF_APPLE_TIME, 304, "ms"), 0.304, 1e-12);
    assert_near(converted(FF_APPLE_TIME, 1.5, "min"), 90, 1e-12);
    assert_near(converted(FF_APPLE_PER_TIME, 2, "count/s"), 120, 1e-12);
    assert_near(converted(FF_APPLE_WARMTH, 50, "degF"), 10, 1e-12);
    assert_near(converted(FF_APPLE_WARMTH, 10, "degC"), 10, 1e-12);
}

static void a_unit_of_another_measure_is_not_guessed(void **state) {
    (void)state;
    assert_true(isnan(converted(FF_APPLE_LENGTH, 1, "min")));
    assert_true(isnan(converted(FF_APPLE_LENGTH, 1, "furlong")));
    assert_true(isnan(converted(FF_APPLE_LENGTH, 1, "")));
    assert_true(isnan(converted(FF_APPLE_PER_TIME, 1, "count")));
    double x;
    assert_false(ff_apple_parse_quantity(FF_APPLE_LENGTH, "6575", &x));
    assert_false(ff_apple_parse_quantity(FF_APPLE_LENGTH, "cm", &x));
    assert_false(ff_apple_parse_quantity(FF_APPLE_LENGTH, " cm", &x));
    assert_true(ff_apple_parse_quantity(FF_APPLE_LENGTH, "6575 cm", &x));
    assert_near(x, 65.75, 1e-9);
    assert_true(ff_apple_parse_quantity(FF_APPLE_WARMTH, "61.9694 degF", &x));
    assert_near(x, 16.6496667, 1e-6);
}

static void only_what_a_run_can_use_is_a_kind(void **state) {
    (void)state;
    assert_int_equal(ff_apple_kind_of("HKQuantityTypeIdentifierHeartRate"), FF_APPLE_HEART_RATE);
    assert_int_equal(ff_apple_kind_of("HKQuantityTypeIdentifierStepCount"), FF_APPLE_STEPS);
    assert_int_equal(ff_apple_kind_of("HKQuantityTypeIdentifierHeartRateVariabilitySDNN"), -1);
    assert_int_equal(ff_apple_kind_of("HKQuantityTypeIdentifierWalkingStepLength"), -1);
    assert_int_equal(ff_apple_kind_of("HKQuantityTypeIdentifierEstimatedWorkoutEffortScore"), -1);
    assert_int_equal(ff_apple_kind_of("HKCategoryTypeIdentifierSleepAnalysis"), -1);
    assert_int_equal(ff_apple_kind_of("HKQuantityTypeIdentifier"), -1);
    assert_int_equal(ff_apple_kind_of(""), -1);
}

#define WATCH                                                                                      \
    "<<HKDevice: 0x100>, name:Apple Watch, manufacturer:Apple Inc., model:Watch, "                 \
    "hardware:Watch7,2, software:11.6.1, creation date:2025-08-14 23:49:07 +0000>"

static void a_device_is_told_by_its_parts(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_device is = ff_apple_device_of("Kim's Watch", WATCH, &arena);
    assert_string_equal(is.maker, "apple");
    assert_string_equal(is.product, "Watch (Watch7,2)");
    assert_string_equal(is.software, "11.6.1");
    assert_null(is.serial);
    is = ff_apple_device_of("Connect",
                            "<<HKDevice: 0x1>, name:Forerunner 255, manufacturer:Garmin>", &arena);
    assert_string_equal(is.maker, "Garmin");
    assert_string_equal(is.product, "Forerunner 255");
    is = ff_apple_device_of("Strava ", NULL, &arena);
    assert_null(is.maker);
    assert_string_equal(is.product, "Strava");
    is = ff_apple_device_of(NULL, NULL, &arena);
    assert_null(is.product);
    is = ff_apple_device_of(NULL, "nonsense, name:", &arena);
    assert_null(is.product);
    ff_arena_free(&arena);
}

static void who_wore_the_sensor(void **state) {
    (void)state;
    assert_int_equal(ff_apple_wearer_of("any", WATCH), FF_APPLE_WATCH);
    assert_int_equal(ff_apple_wearer_of("Watch", "<<HKDevice: 0x1>, name:iPhone, model:iPhone>"),
                     FF_APPLE_PHONE);
    assert_int_equal(ff_apple_wearer_of("Kim's Apple Watch", NULL), FF_APPLE_WATCH);
    assert_int_equal(ff_apple_wearer_of("Kim's iPhone", NULL), FF_APPLE_PHONE);
    assert_int_equal(ff_apple_wearer_of("Strava", NULL), FF_APPLE_OTHER);
    assert_int_equal(ff_apple_wearer_of(NULL, NULL), FF_APPLE_OTHER);
}

static void the_name_of_a_route_tells_local_time(void **state) {
    (void)state;
    int32_t offset = -1;
    ff_apple_date end;
    assert_true(ff_apple_parse_date("2025-09-16 17:15:43 +0100", &end));
    assert_true(
        ff_apple_route_offset("/workout-routes/route_2025-09-16_6.15pm.gpx", end.at_s, &offset));
    assert_int_equal(offset, 7200); /* summer in central Europe, whatever the date's offset says */
    assert_true(ff_apple_route_offset("route_2025-09-16_10.15am.gpx", end.at_s, &offset));
    assert_int_equal(offset, -6 * 3600);
    assert_true(ff_apple_route_offset("route_2025-09-16_21.45.gpx", end.at_s, &offset));
    assert_int_equal(offset, 19800); /* India */
    assert_true(ff_apple_parse_date("2025-09-16 00:05:10 +0000", &end));
    assert_true(ff_apple_route_offset("route_2025-09-16_12.05am.gpx", end.at_s, &offset));
    assert_int_equal(offset, 0);
    assert_false(ff_apple_route_offset("route_2025-09-16_12.12am.gpx", end.at_s, &offset));
    assert_false(ff_apple_route_offset("route_2025-09-18_12.05am.gpx", end.at_s, &offset));
    assert_false(ff_apple_route_offset("route_2025-09-16_13.05pm.gpx", end.at_s, &offset));
    assert_false(ff_apple_route_offset("route_2025-09-16_1.05xx.gpx", end.at_s, &offset));
    assert_false(ff_apple_route_offset("route_2025-02-30_1.05am.gpx", end.at_s, &offset));
    assert_false(ff_apple_route_offset("Route 2025-09-16 6:15pm", end.at_s, &offset));
    assert_false(ff_apple_route_offset("", end.at_s, &offset));
}

static bool believed(const char *date, const char *exported) {
    ff_apple_date a, b;
    assert_true(ff_apple_parse_date(date, &a) && ff_apple_parse_date(exported, &b));
    return ff_apple_offset_believable(&a, &b);
}

static void an_offset_of_the_other_half_of_the_year_is_not_believed(void **state) {
    (void)state;
    assert_false(believed("2025-09-16 16:14:50 +0100", "2026-02-12 12:00:00 +0100"));
    assert_true(believed("2025-12-16 16:14:50 +0100", "2026-02-12 12:00:00 +0100"));
    assert_true(believed("2025-07-16 16:14:50 +0200", "2026-02-12 12:00:00 +0100"));
    assert_true(believed("2025-07-16 16:14:50 +0200", "2026-06-12 12:00:00 +0200"));
    assert_false(believed("2025-10-20 16:14:50 +0200", "2025-10-25 12:00:00 +0200"));
    assert_false(believed("2025-07-16 16:14:50 +1500", "2026-06-12 12:00:00 +0200"));
}

/* Offsets a second before a moment and at it, by the tz database. */
static void a_zone_tells_local_time(void **state) {
    (void)state;
    static const struct {
        const char *name;
        int64_t utc_s;
        int32_t before_s, at_s;
    } rows[] = {
        {"Europe/Paris", 1743296400, 3600, 7200},
        {"Europe/Paris", 1761440400, 7200, 3600},
        {"Europe/London", 1711846800, 0, 3600},
        {"America/New_York", 1710054000, -18000, -14400},
        {"America/New_York", 1730613600, -14400, -18000},
        {"America/St_Johns", 1741498200, -12600, -9000},
        {"Australia/Sydney", 1728144000, 36000, 39600},
        {"Australia/Sydney", 1712419200, 39600, 36000},
        {"Pacific/Auckland", 1727532000, 43200, 46800},
        {"Pacific/Auckland", 1712412000, 46800, 43200},
        {"Asia/Kathmandu", 1719792000, 20700, 20700},
        {"Europe/Istanbul", 1561939200, 10800, 10800},
        {"UTC", 1719792000, 0, 0},
    };
    int32_t offset_s;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_true(ff_time_zone_offset(rows[i].name, rows[i].utc_s - 1, &offset_s));
        assert_int_equal(offset_s, rows[i].before_s);
        assert_true(ff_time_zone_offset(rows[i].name, rows[i].utc_s, &offset_s));
        assert_int_equal(offset_s, rows[i].at_s);
    }
    assert_false(ff_time_zone_offset("Europe/Istanbul", 1451606400, &offset_s)); /* 2016: changed */
    assert_false(ff_time_zone_offset("Africa/Cairo", 1700000000, &offset_s));
    assert_false(ff_time_zone_offset("", 1700000000, &offset_s));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_is_an_instant_and_an_offset),
        cmocka_unit_test(no_date_is_made_up),
        cmocka_unit_test(numbers_are_read_as_strtod_reads_them),
        cmocka_unit_test(units_are_read),
        cmocka_unit_test(a_unit_of_another_measure_is_not_guessed),
        cmocka_unit_test(only_what_a_run_can_use_is_a_kind),
        cmocka_unit_test(a_device_is_told_by_its_parts),
        cmocka_unit_test(who_wore_the_sensor),
        cmocka_unit_test(the_name_of_a_route_tells_local_time),
        cmocka_unit_test(an_offset_of_the_other_half_of_the_year_is_not_believed),
        cmocka_unit_test(a_zone_tells_local_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
