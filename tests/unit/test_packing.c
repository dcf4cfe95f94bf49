/* Zips of ours, read back by the reader of everybody's; what one cannot hold is refused. */
#include "support.h"

#include "base/scratch.h"
#include "files/pack.h"
#include "report/packing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define assert_ok(call) assert_int_equal(call, FF_OK)

static void begin(ff_packing *packing, ff_bytes *bytes) {
    assert_ok(ff_scratch_open(bytes, scratch_folder(), "made.zip", NULL));
    assert_ok(ff_packing_begin(packing, ff_context_allocator(NULL), bytes, NULL));
}

static ff_code add(ff_packing *packing, const char *name, const void *data, size_t size) {
    const ff_packing_file file = {name, data, size, 1780315200};
    return ff_packing_add(packing, &file, NULL);
}

static void members_are_what_they_were(void **state) {
    (void)state;
    enum { LONG = 300000 };
    ff_packing packing;
    ff_bytes bytes, got;
    char *text = malloc(LONG);
    assert_non_null(text);
    for (size_t i = 0; i < LONG; i++) {
        text[i] = (char)('0' + i * i % 7);
    }
    begin(&packing, &bytes);
    assert_ok(add(&packing, "2026-06-01 run 1.csv", text, LONG));
    assert_ok(add(&packing, "nothing.csv", NULL, 0));
    assert_ok(add(&packing, "L\303\244ufe/short.csv", "a,b\r\n", 5));
    assert_ok(ff_packing_finish(&packing, FF_OK, NULL));
    assert_true(bytes.size < LONG / 2);

    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_zip zip;
    ff_error damage, error;
    assert_ok(ff_zip_open(NULL, &bytes, &arena, &zip, &damage, &error));
    assert_int_equal(damage.code, FF_OK);
    assert_int_equal(zip.count, 3);
    const struct {
        const char *name, *data;
        size_t size;
    } wanted[] = {{"2026-06-01 run 1.csv", text, LONG},
                  {"nothing.csv", "", 0},
                  {"L\303\244ufe/short.csv", "a,b\r\n", 5}};
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(zip.members[i].name, wanted[i].name);
        assert_ok(ff_zip_read(&zip, &zip.members[i], &arena, &got, &error));
        assert_int_equal(got.size, wanted[i].size);
        assert_memory_equal(got.memory, wanted[i].data, wanted[i].size);
        ff_bytes_close(&got);
    }
    ff_arena_free(&arena);
    ff_bytes_close(&bytes);
    free(text);
}

static void of_nothing_it_is_an_end(void **state) {
    (void)state;
    static const unsigned char empty[22] = {'P', 'K', 5, 6}; /* as APPNOTE.TXT 4.3.16 has it */
    ff_packing packing;
    ff_bytes bytes;
    unsigned char all[22];
    begin(&packing, &bytes);
    assert_ok(ff_packing_finish(&packing, FF_OK, NULL));
    assert_int_equal(bytes.size, 22);
    assert_ok(ff_bytes_read(&bytes, 0, all, sizeof all, NULL));
    assert_memory_equal(all, empty, sizeof all);
    ff_bytes_close(&bytes);
}

/* Dates beyond what the format knows are the nearest that it does: bytes 10 to 13 of a header. */
static void its_dates_have_bounds(void **state) {
    (void)state;
    static const struct {
        int64_t local_s;
        unsigned char moment[4];
    } dates[] = {{1780315201, {0x00, 0x60, 0xC1, 0x5C}},           /* 2026-06-01 12:00:01 */
                 {-86400, {0x00, 0x00, 0x21, 0x00}},               /* 1980-01-01 00:00:00 */
                 {INT64_C(5000000000), {0x7D, 0xBF, 0x9F, 0xFF}}}; /* 2107-12-31 23:59:58 */
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        ff_packing packing;
        ff_bytes bytes;
        unsigned char moment[4];
        begin(&packing, &bytes);
        const ff_packing_file file = {"a", "b", 1, dates[i].local_s};
        assert_ok(ff_packing_add(&packing, &file, NULL));
        assert_ok(ff_packing_finish(&packing, FF_OK, NULL));
        assert_ok(ff_bytes_read(&bytes, 10, moment, sizeof moment, NULL));
        assert_memory_equal(moment, dates[i].moment, sizeof moment);
        ff_bytes_close(&bytes);
    }
}

static void too_many_are_refused(void **state) {
    (void)state;
    ff_packing packing;
    ff_bytes bytes;
    begin(&packing, &bytes);
    for (unsigned i = 0; i < FF_PACKING_MOST_FILES; i++) {
        char name[16];
        snprintf(name, sizeof name, "%u", i);
        assert_ok(add(&packing, name, "x", 1));
    }
    ff_error error;
    const ff_packing_file more = {"more", "x", 1, 0};
    assert_int_equal(ff_packing_add(&packing, &more, &error), FF_ERR_LIMIT);
    assert_non_null(strstr(error.message, "65,534"));
    assert_ok(ff_packing_finish(&packing, FF_OK, NULL));
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_zip zip;
    ff_error damage;
    assert_ok(ff_zip_open(NULL, &bytes, &arena, &zip, &damage, &error));
    assert_int_equal(zip.count, FF_PACKING_MOST_FILES);
    ff_arena_free(&arena);
    ff_bytes_close(&bytes);
}

/* A file with a hole stands for four gigabytes that were written before. */
static void too_large_is_refused(void **state) {
    (void)state;
    ff_packing packing;
    ff_bytes bytes;
    static const char block[4000];
    begin(&packing, &bytes);
    bytes.size = FF_PACKING_MOST_BYTES - 3000;
    assert_int_equal(add(&packing, "large", block, sizeof block), FF_ERR_LIMIT);
    assert_int_equal(bytes.size, FF_PACKING_MOST_BYTES - 3000);
    assert_ok(add(&packing, "small", block, 100));
    assert_ok(ff_packing_finish(&packing, FF_OK, NULL));
    assert_true(bytes.size <= FF_PACKING_MOST_BYTES);
    ff_bytes_close(&bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_what_they_were), cmocka_unit_test(of_nothing_it_is_an_end),
        cmocka_unit_test(its_dates_have_bounds),      cmocka_unit_test(too_many_are_refused),
        cmocka_unit_test(too_large_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
