#include "support.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/digest.h"
#include "base/exp_block.h"
#include "base/folder.h"
#include "base/json.h"
#include "base/number.h"
#include "base/random.h"
#include "base/unit.h"
#include "base/utf8.h"

#include <footfall/bytes.h>
#include <footfall/text.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void error_texts(void **state) {
    (void)state;
    for (int code = 1; code < FF_CODE_COUNT; code++) {
        assert_true(ff_code_text((ff_code)code)[0] != '\0');
        assert_true(ff_code_next_step((ff_code)code)[0] != '\0');
        assert_memory_equal(ff_code_name((ff_code)code), "FF_ERR_", 7);
    }
    assert_string_equal(ff_code_name((ff_code)9999), "FF_ERR_INTERNAL");
}

static void error_passed_on(void **state) {
    (void)state;
    ff_error error;
    assert_int_equal(ff_fail(&error, FF_ERR_READ, "a.fit", 7, "first\nline"), FF_ERR_READ);
    assert_string_equal(error.message, "first line");
    assert_int_equal(error.offset, 7);
    ff_fail(&error, FF_ERR_DAMAGED, error.where, 8, "more: %s", error.message);
    assert_string_equal(error.message, "more: first line");
    assert_string_equal(error.where, "a.fit");
    assert_int_equal(ff_fail(NULL, FF_ERR_READ, NULL, 0, "x"), FF_ERR_READ);
}

/* Wherever the cut falls, it falls between two characters. */
static void error_cut_between_characters(void **state) {
    (void)state;
    for (int before = 0; before < 4; before++) {
        char text[900] = "abc";
        text[before] = '\0';
        while (strlen(text) < 890) {
            strcat(text, "\xE2\x82\xAC"); /* three bytes each */
        }
        ff_error error;
        ff_fail(&error, FF_ERR_READ, text, 0, "%s", text);
        size_t length = strlen(error.message);
        size_t whole = (sizeof error.message - 1 - (size_t)before) / 3 * 3;
        assert_int_equal(length, (size_t)before + whole);
        assert_memory_equal(error.message, text, length);
        assert_string_equal(error.where, text); /* not cut */
    }
}

static void arena_memory(void **state) {
    (void)state;
    failing_allocator failing;
    failing_allocator_init(&failing, 0);
    ff_arena arena;
    ff_arena_init(&arena, &failing.allocator);
    for (size_t i = 1; i < 3000; i += 7) {
        unsigned char *p = ff_arena_take(&arena, i, 3);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        assert_int_equal(p[i * 3 - 1], 0);
        memset(p, 0xAB, i * 3);
    }
    assert_null(ff_arena_take(&arena, SIZE_MAX / 2, 4));
    assert_int_equal(ff_arena_check(&arena, NULL), FF_ERR_MEMORY);
    ff_arena_free(&arena);
    assert_int_equal(failing.held, 0);
    failing_allocator_init(&failing, 1);
    ff_arena_init(&arena, &failing.allocator);
    assert_null(ff_arena_copy(&arena, "text"));
    assert_true(arena.failed);
    ff_arena_free(&arena);
}

/* A text becomes a string of the arena, and half of one never does. */
static void arena_keeps_text(void **state) {
    (void)state;
    failing_allocator failing;
    ff_text text;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_text_init(&text, NULL);
    assert_string_equal(ff_arena_keep(&arena, &text), "");
    ff_text_add(&text, "some words");
    assert_string_equal(ff_arena_keep(&arena, &text), "some words");
    assert_int_equal(text.length, 0);
    failing_allocator_init(&failing, 1);
    ff_text_init(&text, &failing.allocator);
    ff_text_add(&text, "more words");
    assert_true(text.failed);
    assert_null(ff_arena_keep(&arena, &text));
    assert_int_equal(ff_arena_check(&arena, NULL), FF_ERR_MEMORY);
    ff_arena_free(&arena);
}

/* What is reserved is room and no more: an arena does the same without it, and where memory is short. */
static void arena_emptied(void **state) {
    (void)state;
    failing_allocator failing;
    failing_allocator_init(&failing, 0);
    ff_arena arena;
    ff_arena_init(&arena, &failing.allocator);
    ff_arena_empty(&arena);
    ff_arena_reserve(&arena, 1 << 20);
    size_t held = failing.held;
    for (int round = 0; round < 3; round++) {
        unsigned char *p = ff_arena_take(&arena, 1 << 20, 1);
        assert_non_null(p);
        assert_int_equal(p[0] | p[(1 << 20) - 1], 0);
        memset(p, 0xAB, 1 << 20);
        assert_non_null(ff_arena_take(&arena, 1, 10));
        assert_null(ff_arena_take(&arena, SIZE_MAX / 2, 4));
        ff_arena_empty(&arena);
        assert_false(arena.failed);
        assert_true(failing.held <= (held > 0 ? held : 1));
    }
    ff_arena_free(&arena);
    assert_int_equal(failing.held, 0);
    failing_allocator_init(&failing, 1);
    ff_arena_init(&arena, &failing.allocator);
    ff_arena_reserve(&arena, 1 << 20);
    assert_false(arena.failed);
    ff_arena_free(&arena);
}

static void text_grows_and_fails(void **state) {
    (void)state;
    for (size_t n = 0; n < 6; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_text text;
        ff_text_init(&text, &failing.allocator);
        for (int i = 0; i < 1000; i++) {
            ff_text_addf(&text, "%d,", i);
        }
        assert_int_equal(text.failed, n != 0 && n < 6);
        if (!text.failed) {
            assert_int_equal(text.length, strlen(text.data));
        }
        bool failed = text.failed;
        ff_text_clear(&text); /* the next line does not make the last one whole */
        assert_int_equal(text.failed, failed);
        ff_text_free(&text);
        assert_false(text.failed);
        assert_int_equal(failing.held, 0);
    }
}

static void json_output(void **state) {
    (void)state;
    ff_text text;
    ff_text_init(&text, NULL);
    ff_json json;
    ff_json_init(&json, &text);
    ff_json_object(&json);
    ff_json_name(&json, "a\"b");
    ff_json_array(&json);
    ff_json_int(&json, INT64_MIN);
    ff_json_uint(&json, UINT64_MAX);
    ff_json_number(&json, 0.1);
    ff_json_number(&json, NAN);
    ff_json_result(&json, 1.0 / 3);
    ff_json_bool(&json, true);
    ff_json_end_array(&json);
    ff_json_name(&json, "t");
    ff_json_text_bytes(&json, "x\x01\n\xC3\xA4\xFF", 6);
    ff_json_result_member(&json, "absent", NAN);
    ff_json_end_object(&json);
    assert_string_equal(text.data,
                        "{\"a\\\"b\":[-9223372036854775808,18446744073709551615,0.1,null,"
                        "0.3333333333,true],\"t\":\"x\\u0001\\u000a\xC3\xA4\xEF\xBF\xBD\"}");
    ff_text_free(&text);
}

static void numbers_read_back(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 1);
    for (int i = 0; i < 20000; i++) {
        uint64_t bits = ff_random_bits(&random);
        double x, y;
        memcpy(&x, &bits, sizeof x);
        if (!isfinite(x)) {
            continue;
        }
        char buffer[FF_NUMBER_SIZE];
        ff_number_format(x, buffer);
        assert_true(ff_number_parse(buffer, &y) && x == y);
    }
    double x;
    assert_false(ff_number_parse("", &x));
    assert_false(ff_number_parse("1.2.3", &x));
    assert_false(ff_number_parse("nan", &x));
    assert_false(ff_number_parse("0x10", &x));
    assert_false(ff_number_parse("1e999", &x));
}

/* The quick way of numbers with few places writes what %.15g and its longer forms write. */
static void numbers_are_written_as_printf_does(void **state) {
    (void)state;
    static const double edges[] = {0,     1,    -1,   1e-4, 0.00012, 9.999999e-5, 999999999.999999,
                                   1e9,   0.1,  -0.5, 100,  1e6,     123456.7,    0.1 + 0.2,
                                   1e300, 1e-300};
    ff_random random;
    ff_random_init(&random, 1);
    for (size_t i = 0; i < 40000; i++) {
        uint64_t bits = ff_random_bits(&random);
        double scale = pow(10, (double)(i % 12)), y;
        double x = (double)(int64_t)(bits >> (bits % 64)) / scale * (bits & 4096 ? -1 : 1);
        x = i < sizeof edges / sizeof *edges ? edges[i] : x;
        char told[FF_NUMBER_SIZE], expected[FF_NUMBER_SIZE];
        for (int digits = 15; digits <= 17; digits++) {
            snprintf(expected, sizeof expected, "%.*g", digits, x);
            if (ff_number_parse(expected, &y) && y == x) {
                break;
            }
        }
        size_t length = ff_number_format(x, told);
        assert_int_equal(length, strlen(told));
        assert_string_equal(told, expected);
    }
}

/* The quick way of small numbers writes what printf does, middles between two texts too. */
static void fixed_numbers_are_written_as_printf_does(void **state) {
    (void)state;
    uint64_t random = 7;
    for (int i = 0; i < 200000; i++) {
        random = random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        int places = i % 7;
        double x = (double)(int64_t)(random >> 30) / (i % 3 == 0 ? 2000 : 1024) - 1e6;
        char expected[400], told[FF_NUMBER_SIZE];
        snprintf(expected, sizeof expected, "%.*f", places, x);
        if (expected[0] == '-' && strspn(expected, "-0.") == strlen(expected)) {
            memmove(expected, expected + 1, strlen(expected));
        }
        assert_string_equal(ff_number_fixed(x, places, told), expected);
    }
    char told[FF_NUMBER_SIZE];
    assert_string_equal(ff_number_fixed(0.125, 2, told), "0.12"); /* half to even, as printf */
    assert_string_equal(ff_number_fixed(-0.04, 1, told), "0.0");
    assert_string_equal(ff_number_fixed(999999999.96, 1, told), "1000000000.0");
}

static void exponentials_of_many(void **state) {
    (void)state;
    double x[1000], e[1000];
    for (int i = 0; i < 1000; i++) {
        e[i] = x[i] = i < 999 ? -707 + 1.4155 * i : 0;
    }
    ff_exp_block(e, 1000);
    for (int i = 0; i < 1000; i++) {
        assert_true(fabs(e[i] / exp(x[i]) - 1) < 5e-16);
    }
    double ends[5] = {-INFINITY, -1e9, INFINITY, NAN, 0};
    ff_exp_block(ends, 5);
    assert_true(ends[0] > 0 && ends[0] == ends[1] && ends[1] < 1e-307);
    assert_true(isfinite(ends[2]) && ends[2] > 1e307);
    assert_true(isnan(ends[3]));
    assert_true(ends[4] == 1);
}

static void rounding_rule(void **state) {
    (void)state;
    assert_true(ff_round_result(0.1 + 0.2) == 0.3);
    assert_true(ff_round_result(123456789012.0) == 123456789000.0);
    assert_true(ff_round_result(-0.0) == 0 && !signbit(ff_round_result(-0.0)));
    assert_true(isnan(ff_round_result(NAN)));
    assert_true(ff_round_places(2.345678, 2) == 2.35);
}

static void numbers_for_people(void **state) {
    (void)state;
    static const struct {
        double x;
        int places;
        const char *text;
    } rows[] = {
        {4.44, 1, "4.4"},      {-4.46, 1, "-4.5"}, {0.04, 1, "0.0"}, {-0.04, 1, "0.0"},
        {-0.0, 0, "0"},        {-0.4, 0, "0"},     {-0.6, 0, "-1"},  {1e14, 0, "100000000000000"},
        {-1e300, 3, "-1e+300"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(FF_FIXED(rows[i].x, rows[i].places), rows[i].text);
    }
}

static void random_stream(void **state) {
    (void)state;
    /* SplitMix64 from 0 begins with these (its authors' reference program); xoshiro256** from the
     * state 1, 2, 3, 4 begins 11520, 0, 1509978240, 1215971899390074240 (likewise). */
    ff_random random;
    ff_random_init(&random, 0);
    assert_true(random.state[0] == UINT64_C(0xE220A8397B1DCDAF));
    assert_true(random.state[1] == UINT64_C(0x6E789E6AA1B965F4));
    random = (ff_random){{1, 2, 3, 4}};
    assert_true(ff_random_bits(&random) == 11520);
    assert_true(ff_random_bits(&random) == 0);
    assert_true(ff_random_bits(&random) == 1509978240);
    assert_true(ff_random_bits(&random) == UINT64_C(1215971899390074240));
    double sum = 0, square = 0;
    for (int i = 0; i < 100000; i++) {
        double x = ff_random_normal(&random);
        sum += x;
        square += x * x;
    }
    assert_true(fabs(sum / 1e5) < 0.02 && fabs(square / 1e5 - 1) < 0.02);
}

static void civil_dates(void **state) {
    (void)state;
    ff_civil c = {2000, 2, 29, 12, 30, 15};
    assert_int_equal(ff_civil_to_seconds(&c), 951827415); /* date -u -d '2000-02-29 12:30:15' +%s */
    c = (ff_civil){1989, 12, 31, 0, 0, 0};
    assert_int_equal(ff_civil_to_seconds(&c), 631065600); /* the FIT epoch */
    for (int64_t day = -800000; day < 800000; day += 13) {
        ff_civil back = ff_civil_of_seconds(day * 86400 + 86399);
        assert_int_equal(ff_civil_to_seconds(&back), day * 86400 + 86399);
    }
    int64_t s;
    assert_true(ff_iso_parse_date("2026-11-23", &s) && s == 1795392000);
    assert_int_equal(ff_civil_weekday(s), 0); /* date -d 2026-11-23 +%a: Mon */
    assert_int_equal(ff_civil_weekday(s - 1), 6);
    assert_int_equal(ff_civil_weekday(-1), 2); /* 1969-12-31 was a Wednesday */
    assert_string_equal(ff_civil_weekday_name(ff_civil_weekday(951827415)), "Tue");
    assert_string_equal(ff_civil_weekday_name(7), "");
    assert_false(ff_iso_parse_date("2026-02-30", &s));
    assert_false(ff_iso_parse_date("2026-2-3", &s));
    char text[FF_ISO_SIZE];
    ff_iso_format(951827415, true, -12600, text);
    assert_string_equal(text, "2000-02-29T09:00:15-03:30");
    ff_iso_format(951827415, false, 0, text);
    assert_string_equal(text, "2000-02-29T12:30:15Z");
    ff_iso_format(INT64_MAX - 100000, true, 50000, text);
    assert_memory_equal(text, "9999", 4);
}

static void typed_units(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double seconds; /* -1: refused */
    } durations[] = {{"34min", 2040},    {"34.5 min", 2070}, {"90s", 90},     {"1h", 3600},
                     {"1h05", 3900},     {"1h05min", 3900},  {"34:10", 2050}, {"1:02:30", 3750},
                     {"34", -1},         {"", -1},           {"-3min", -1},   {"3:75", -1},
                     {"1h99", -1},       {"5km", -1},        {"1:2:3:4", -1}, {"999999h", -1},
                     {"1:02:30:", -1},   {"34:", -1},        {":34", -1},     {"1.5:30", -1},
                     {"34:10.5", 2050.5}};
    for (size_t i = 0; i < sizeof durations / sizeof *durations; i++) {
        double s = -1;
        bool good = ff_unit_parse_duration(durations[i].text, &s);
        assert_int_equal(good, durations[i].seconds >= 0);
        assert_true(!good || s == durations[i].seconds);
    }
    double m;
    assert_true(ff_unit_parse_distance("5km", &m) && m == 5000);
    assert_true(ff_unit_parse_distance("800 m", &m) && m == 800);
    assert_true(ff_unit_parse_distance("2mi", &m) && m == 3218.688);
    assert_false(ff_unit_parse_distance("5", &m));
    assert_false(ff_unit_parse_distance("5min", &m));
    const char *rest = "";
    assert_true(ff_unit_split("-26.2 cm", &m, &rest) && m == -26.2);
    assert_string_equal(rest, "cm");
    assert_true(ff_unit_split("262", &m, &rest) && m == 262 && *rest == '\0');
    assert_false(ff_unit_split("cm", &m, &rest));
    assert_false(ff_unit_split("1-2mm", &m, &rest));
    assert_false(ff_unit_split("11111111111111111111111111111111mm", &m, &rest));
    char text[FF_UNIT_SIZE];
    ff_unit_format_duration(3750.4, text);
    assert_string_equal(text, "1:02:30");
    ff_unit_format_duration(59.6, text);
    assert_string_equal(text, "1:00");
}

static void utf8_characters(void **state) {
    (void)state;
    assert_int_equal(ff_utf8_length("a", 1), 1);
    assert_int_equal(ff_utf8_length("\xC3\xA4", 2), 2);
    assert_int_equal(ff_utf8_length("\xF0\x9F\x91\xA3", 4), 4);
    assert_int_equal(ff_utf8_length("\xC0\x80", 2), 0);         /* overlong */
    assert_int_equal(ff_utf8_length("\xE0\x80\x80", 3), 0);     /* overlong */
    assert_int_equal(ff_utf8_length("\xED\xA0\x80", 3), 0);     /* surrogate */
    assert_int_equal(ff_utf8_length("\xF4\x90\x80\x80", 4), 0); /* over U+10FFFF */
    assert_int_equal(ff_utf8_length("\xC3", 1), 0);
}

static void bytes_sources(void **state) {
    (void)state;
    ff_bytes bytes;
    ff_error error;
    char buffer[8];
    size_t got;
    ff_bytes_of_memory(&bytes, "abcdef", 6, "memory");
    assert_int_equal(ff_bytes_read(&bytes, 2, buffer, 4, &error), FF_OK);
    assert_memory_equal(buffer, "cdef", 4);
    assert_int_equal(ff_bytes_read(&bytes, 4, buffer, 4, &error), FF_ERR_TRUNCATED);
    assert_int_equal(error.offset, 6);
    assert_int_equal(bytes.read_at(&bytes, 100, buffer, 4, &got, &error), FF_OK);
    assert_int_equal(got, 0);
    char hex[FF_DIGEST_SIZE];
    ff_bytes_of_memory(&bytes, "abc", 3, "memory");
    assert_int_equal(ff_digest_of_bytes(&bytes, hex, &error), FF_OK);
    /* FIPS 180-2, appendix B.1 */
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_int_equal(ff_bytes_of_file(&bytes, "/nowhere/at all", &error), FF_ERR_NOT_FOUND);
    assert_int_equal(ff_bytes_of_file(&bytes, "/", &error), FF_ERR_READ);
    assert_int_equal(ff_bytes_of_file(&bytes, "/dev/zero", &error), FF_ERR_READ);
}

static void folders(void **state) {
    (void)state;
    char path[4200];
    ff_error error;
    snprintf(path, sizeof path, "%s/a/b", scratch_folder());
    assert_int_equal(ff_folder_make(path, &error), FF_OK);
    assert_int_equal(ff_folder_make(path, &error), FF_OK); /* it is there */
    strcat(path, "/file");
    assert_int_equal(ff_file_write(path, "text", 4, &error), FF_OK);
    assert_int_equal(ff_folder_make(path, &error), FF_ERR_WRITE); /* a file is in the way */
    strcat(path, "/c");
    assert_int_equal(ff_folder_make(path, &error), FF_ERR_WRITE);
    assert_int_equal(ff_file_write(path, "text", 4, &error), FF_ERR_WRITE);
}

static void test_iso_times(void **state) {
    (void)state;
    struct {
        const char *text;
        double utc_s; /* by date -u -d */
        int32_t offset_s;
        bool told;
    } rows[] = {
        {"2016-12-11T13:54:56.000Z", 1481464496, 0, true},
        {"2016-12-11T13:54:56", 1481464496, 0, false},
        {"2016-12-11 13:54:56 -0430", 1481464496 + 16200, -16200, true},
        {"2016-12-11T13:54:56.25+02:00", 1481464496.25 - 7200, 7200, true},
        {"2016-12-11T13:54:56+05", 1481464496 - 18000, 18000, true},
        {"2016-12-11T13:54Z", 1481464440, 0, true},
        {"2016-12-31T23:59:60Z", 1483228800, 0, true},
        {"1969-12-31T23:59:59.5Z", -0.5, 0, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ff_iso_time time;
        assert_true(ff_iso_parse_time(rows[i].text, &time));
        assert_float_equal(time.utc_s, rows[i].utc_s, 1e-6);
        assert_int_equal(time.offset_s, rows[i].offset_s);
        assert_int_equal(time.zone_told, rows[i].told);
    }
    static const char *const wrong[] = {
        "", "2016-12-11", "2016-12-11T", "2016-12-11T24:00:00Z", "2016-02-30T12:00:00Z",
        "2016-12-11T12:60:00Z", "2016-12-11T12:00:0", "2016-12-11T12:00:00ZZ",
        "2016-12-11T12:00:00+1", "2016-12-11T12:00:00+01:0", "2016-12-11T12:00:00 CET",
        "2016-12-11T1a:00:00Z", "2016-12-11T12:00:00+01:00Z"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ff_iso_time time;
        assert_false(ff_iso_parse_time(wrong[i], &time));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_iso_times),
        cmocka_unit_test(error_texts),
        cmocka_unit_test(error_passed_on),
        cmocka_unit_test(error_cut_between_characters),
        cmocka_unit_test(arena_memory), cmocka_unit_test(arena_keeps_text),
        cmocka_unit_test(arena_emptied),
        cmocka_unit_test(text_grows_and_fails),
        cmocka_unit_test(json_output),
        cmocka_unit_test(numbers_read_back),
        cmocka_unit_test(numbers_are_written_as_printf_does),
        cmocka_unit_test(rounding_rule),
        cmocka_unit_test(fixed_numbers_are_written_as_printf_does),
        cmocka_unit_test(exponentials_of_many),
        cmocka_unit_test(numbers_for_people),
        cmocka_unit_test(folders),
        cmocka_unit_test(random_stream),
        cmocka_unit_test(civil_dates),
        cmocka_unit_test(typed_units),
        cmocka_unit_test(utf8_characters),
        cmocka_unit_test(bytes_sources),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
