#include "support.h"

#include "files/fit_writer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A file being written. */
typedef struct written {
    ff_text text;
    ff_fit_writer writer;
} written;

static void begin(written *w, const ff_fit_writer_options *options) {
    ff_text_init(&w->text, NULL);
    ff_fit_writer_begin(&w->writer, &w->text, options);
}

static void assert_content(written *w, size_t header, const uint8_t *expected, size_t size) {
    assert_int_equal(ff_fit_writer_end(&w->writer, NULL), FF_OK);
    assert_int_equal(w->text.length, header + size + 2);
    assert_memory_equal(w->text.data + header, expected, size);
    /* The whole file with its own checksum behind it comes to 0. */
    assert_int_equal(ff_fit_checksum(0, w->text.data, w->text.length), 0);
    ff_text_free(&w->text);
}

static void checksum_of_known_texts(void **state) {
    (void)state;
    /* The check value of CRC-16/ARC in the catalogue of parametrised CRC algorithms. */
    assert_int_equal(ff_fit_checksum(0, "123456789", 9), 0xBB3D);
    assert_int_equal(ff_fit_checksum(ff_fit_checksum(0, "1234", 4), "56789", 5), 0xBB3D);
    assert_int_equal(ff_fit_checksum(0, "", 0), 0);
}

static void checksum_of_real_files(void **state) {
    (void)state;
    static const char *const files[] = {
        "rpatrik96__running-analyzer/tests/sample-garmin.fit",
        "Runalyze__Runalyze/tests/testfiles/fit/FR920xt-with-Stryd.fit",
        "tormoder__fit/testdata/bpg/garmin.fit"};
    if (shared_folder() == NULL) {
        skip();
    }
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[1024];
        snprintf(path, sizeof path, "%s/data/%s", shared_folder(), files[i]);
        ff_bytes bytes;
        assert_int_equal(ff_bytes_of_file(&bytes, path, NULL), FF_OK);
        char *all = test_malloc((size_t)bytes.size);
        assert_int_equal(ff_bytes_read(&bytes, 0, all, (size_t)bytes.size, NULL), FF_OK);
        assert_int_equal(ff_fit_checksum(0, all, (size_t)bytes.size), 0);
        assert_int_not_equal(ff_fit_checksum(0, all, (size_t)bytes.size - 3), 0);
        test_free(all);
        ff_bytes_close(&bytes);
    }
}

static void whole_file_by_hand(void **state) {
    (void)state;
    /* Both checksums come from a bit-by-bit CRC in another language over these bytes. */
    static const uint8_t expected[] = {
        0x0E, 0x20, 0x34, 0x08, 0x17, 0, 0, 0, '.',  'F',  'I', 'T',  0xFA, 0x85, /**/
        0x40, 0,    0,    0,    0,    3, 0, 1, 0x00, 1,    2,   0x84, 4,    4,
        0x86, 0x00, 4,    1,    0,    0, 0, 0, 0x3D, 0x6A, 0x96};
    written w;
    begin(&w, NULL);
    ff_fit_value values[] = {ff_fit_whole(0, FF_FIT_ENUM, 4), ff_fit_whole(1, FF_FIT_UINT16, 1),
                             ff_fit_whole(4, FF_FIT_UINT32, 0x3D000000)};
    ff_fit_write(&w.writer, 0, values, 3);
    assert_int_equal(ff_fit_writer_end(&w.writer, NULL), FF_OK);
    assert_int_equal(w.text.length, sizeof expected);
    assert_memory_equal(w.text.data, expected, sizeof expected);
    ff_text_free(&w.text);
}

static void big_endian_and_arrays(void **state) {
    (void)state;
    static const uint8_t expected[] = {
        0x40, 0,    1,    0x12, 0x34, 2,    7,    6,    0x83, 9, 8, 0x89, /**/
        0x00, 0x00, 0x01, 0xFF, 0xFE, 0x7F, 0xFF, 0x3F, 0xF8, 0, 0, 0,    0, 0, 0};
    written w;
    begin(&w, &(ff_fit_writer_options){.big_endian = true, .short_header = true});
    const int64_t three[] = {1, -2, FF_FIT_ABSENT};
    ff_fit_value values[] = {ff_fit_wholes(7, FF_FIT_SINT16, three, 3),
                             ff_fit_floating(9, FF_FIT_FLOAT64, 1.5)};
    ff_fit_write(&w.writer, 0x1234, values, 2);
    assert_content(&w, 12, expected, sizeof expected);
}

static void texts_and_floats(void **state) {
    (void)state;
    static const uint8_t expected[] = {
        0x40, 0,   0,    20,   0,    4,    1,    4,   0x07, 2,    4, 0x07,
        3,    2,   0x07, 4,    8,    0x88, 0x00, 'a', 0xC3, 0xA9, 0, /* two-byte e-acute fits; the b
                                                                        is cut */
        'a',  'b', 'c',  0,    0,    0,                              /* absent text */
        0,    0,   0xC0, 0x3F, 0xFF, 0xFF, 0xFF, 0xFF};
    written w;
    begin(&w, NULL);
    const double reals[] = {1.5, NAN};
    ff_fit_value values[] = {ff_fit_text(1,
                                         "a\xC3\xA9"
                                         "b",
                                         4),
                             ff_fit_text(2, "abcd", 4), ff_fit_text(3, NULL, 2),
                             ff_fit_reals(4, FF_FIT_FLOAT32, reals, 2)};
    ff_fit_write(&w.writer, 20, values, 4);
    assert_content(&w, 14, expected, sizeof expected);
}

static void text_is_cut_between_characters(void **state) {
    (void)state;
    static const uint8_t expected[] = {0x40, 0, 0, 20, 0, 1, 1, 3, 0x07, 0x00, 'a', 0, 0};
    written w;
    begin(&w, NULL);
    ff_fit_value value = ff_fit_text(1, "a\xC3\xA9", 3);
    ff_fit_write(&w.writer, 20, &value, 1);
    assert_content(&w, 14, expected, sizeof expected);
}

static void invalid_of_every_base_type(void **state) {
    (void)state;
    static const struct {
        ff_fit_base base;
        size_t size;
        uint8_t first, last; /* bytes of the invalid value, little-endian */
    } rows[] = {{FF_FIT_ENUM, 1, 0xFF, 0xFF},   {FF_FIT_SINT8, 1, 0x7F, 0x7F},
                {FF_FIT_UINT8, 1, 0xFF, 0xFF},  {FF_FIT_SINT16, 2, 0xFF, 0x7F},
                {FF_FIT_UINT16, 2, 0xFF, 0xFF}, {FF_FIT_SINT32, 4, 0xFF, 0x7F},
                {FF_FIT_UINT32, 4, 0xFF, 0xFF}, {FF_FIT_UINT8Z, 1, 0, 0},
                {FF_FIT_UINT16Z, 2, 0, 0},      {FF_FIT_UINT32Z, 4, 0, 0},
                {FF_FIT_BYTE, 1, 0xFF, 0xFF},   {FF_FIT_SINT64, 8, 0xFF, 0x7F},
                {FF_FIT_UINT64, 8, 0xFF, 0xFF}, {FF_FIT_UINT64Z, 8, 0, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        written w;
        begin(&w, NULL);
        ff_fit_value value = ff_fit_whole(1, rows[i].base, FF_FIT_ABSENT);
        ff_fit_write(&w.writer, 20, &value, 1);
        const uint8_t *data = (const uint8_t *)w.text.data + 14 + 9 + 1;
        assert_int_equal(w.text.length, 14 + 9 + 1 + rows[i].size);
        assert_int_equal(data[0], rows[i].first);
        assert_int_equal(data[rows[i].size - 1], rows[i].last);
        ff_text_free(&w.text);
    }
}

static void values_out_of_range_are_invalid(void **state) {
    (void)state;
    static const uint8_t expected[] = {
        0x40, 0,    0,    20,   0,    6,    1,    1,    0x01, 2,    1,    0x02, 3,    2,
        0x84, 4,    4,    0x85, 5,    1,    0x01, 6,    4,    0x88, /**/
        0x00, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0x80, 0xFF, 0xFF, 0xFF, 0xFF};
    written w;
    begin(&w, NULL);
    ff_fit_value values[] = {
        ff_fit_whole(1, FF_FIT_SINT8, -129),   ff_fit_whole(2, FF_FIT_UINT8, -1),
        ff_fit_whole(3, FF_FIT_UINT16, 65536), ff_fit_whole(4, FF_FIT_SINT32, INT64_C(0x80000000)),
        ff_fit_whole(5, FF_FIT_SINT8, -128),   ff_fit_floating(6, FF_FIT_FLOAT32, 1e300)};
    ff_fit_write(&w.writer, 20, values, 6);
    assert_content(&w, 14, expected, sizeof expected);
}

static void scaled_figures(void **state) {
    (void)state;
    /* Altitude: scale 5, offset 500 m: 12.4 m is (12.4 + 500) * 5 = 2562. */
    assert_int_equal(ff_fit_scaled(2, FF_FIT_UINT16, 12.4, 5, 500).whole, 2562);
    assert_int_equal(ff_fit_scaled(6, FF_FIT_UINT16, 3.0004, 1000, 0).whole, 3000);
    assert_true(ff_fit_scaled(6, FF_FIT_UINT16, NAN, 1000, 0).whole == FF_FIT_ABSENT);
    assert_true(ff_fit_scaled(6, FF_FIT_UINT16, INFINITY, 1, 0).whole == FF_FIT_ABSENT);
    assert_true(ff_fit_scaled(6, FF_FIT_UINT16, 1e300, 1, 0).whole == FF_FIT_ABSENT);
}

static void developer_fields(void **state) {
    (void)state;
    /* Native fields first, although the developer's stands first in the list. */
    static const uint8_t expected[] = {0x60, 0,    0,    20,  0, 1, 3,
                                       1,    0x02, 1,    8,   2, 0, /* developer field 8, 2 bytes */
                                       0x00, 150,  0x2C, 0x01};
    written w;
    begin(&w, NULL);
    ff_fit_value values[] = {ff_fit_of_developer(0, ff_fit_whole(8, FF_FIT_UINT16, 300)),
                             ff_fit_whole(3, FF_FIT_UINT8, 150)};
    ff_fit_write(&w.writer, 20, values, 2);
    assert_content(&w, 14, expected, sizeof expected);
}

static void compressed_timestamps(void **state) {
    (void)state;
    /* 1000 = 31 * 32 + 8. The last five bits of 1030 are 6: the reader adds 32. */
    static const uint8_t expected[] = {
        0x40, 0,  0, 20, 0, 1, 253, 4, 0x86, 0x00, 0xE8, 0x03, 0, 0, /**/
        0x41, 0,  0, 20, 0, 1, 3,   1, 0x02, 0xA8, 150,              /* local type 1, 8 */
        0xA6, 151};
    written w;
    begin(&w, NULL);
    ff_fit_value time = ff_fit_whole(253, FF_FIT_UINT32, 1000);
    ff_fit_write(&w.writer, 20, &time, 1);
    ff_fit_value rate = ff_fit_whole(3, FF_FIT_UINT8, 150);
    ff_fit_write_compressed(&w.writer, 20, 1000, &rate, 1);
    rate.whole = 151;
    ff_fit_write_compressed(&w.writer, 20, 1030, &rate, 1);
    assert_content(&w, 14, expected, sizeof expected);
}

static void local_types_are_reused(void **state) {
    (void)state;
    written w;
    begin(&w, NULL);
    size_t before = w.text.length;
    for (unsigned round = 0; round < 2; round++) {
        for (uint16_t message = 0; message < 16; message++) {
            ff_fit_value value = ff_fit_whole(1, FF_FIT_UINT8, 1);
            ff_fit_write(&w.writer, message, &value, 1);
        }
    }
    assert_int_equal(w.text.length - before, 16 * (9 + 2) + 16 * 2);
    /* A seventeenth takes the oldest local type, so the first has to be defined again. */
    ff_fit_value value = ff_fit_whole(1, FF_FIT_UINT8, 1);
    before = w.text.length;
    ff_fit_write(&w.writer, 16, &value, 1);
    assert_int_equal((uint8_t)w.text.data[before], 0x40);
    ff_fit_write(&w.writer, 0, &value, 1);
    assert_int_equal((uint8_t)w.text.data[before + 11], 0x41);
    ff_text_free(&w.text);
}

static void header_kinds(void **state) {
    (void)state;
    ff_text text;
    ff_text_init(&text, NULL);
    ff_fit_writer writer;
    ff_fit_writer_begin(&writer, &text, &(ff_fit_writer_options){.no_header_crc = true});
    assert_int_equal(ff_fit_writer_end(&writer, NULL), FF_OK);
    assert_int_equal(text.length, 16);
    assert_memory_equal(text.data + 12, "\0\0", 2);
    /* A chained file: its definitions start afresh and its sizes are its own. */
    size_t first = text.length;
    ff_fit_writer_begin(&writer, &text, &(ff_fit_writer_options){.short_header = true});
    ff_fit_value value = ff_fit_whole(0, FF_FIT_ENUM, 4);
    ff_fit_write(&writer, 0, &value, 1);
    assert_int_equal(ff_fit_writer_end(&writer, NULL), FF_OK);
    assert_int_equal(text.data[first], 12);
    assert_int_equal(text.data[first + 4], 11);
    assert_int_equal(text.length - first, 12 + 11 + 2);
    assert_int_equal(ff_fit_checksum(0, text.data + first, text.length - first), 0);
    ff_text_free(&text);
}

static ff_code end_of(const ff_fit_value *values, size_t count) {
    written w;
    begin(&w, NULL);
    ff_fit_write(&w.writer, 20, values, count);
    ff_code code = ff_fit_writer_end(&w.writer, NULL);
    ff_text_free(&w.text);
    return code;
}

static void what_cannot_be_written(void **state) {
    (void)state;
    static ff_fit_value many[256];
    for (size_t i = 0; i < 256; i++) {
        many[i] = ff_fit_whole((uint8_t)i, FF_FIT_UINT8, 1);
    }
    assert_int_equal(end_of(many, 255), FF_OK);
    assert_int_equal(end_of(many, 256), FF_ERR_VALUE);
    static const int64_t wholes[128] = {0};
    ff_fit_value value = ff_fit_wholes(1, FF_FIT_UINT16, wholes, 127);
    assert_int_equal(end_of(&value, 1), FF_OK);
    value.count = 128;
    assert_int_equal(end_of(&value, 1), FF_ERR_VALUE);
    value = ff_fit_text(1, "x", 0);
    assert_int_equal(end_of(&value, 1), FF_ERR_VALUE);
    value = ff_fit_text(1, "x", 255);
    assert_int_equal(end_of(&value, 1), FF_OK);
    value = ff_fit_whole(1, (ff_fit_base)0x55, 1);
    assert_int_equal(end_of(&value, 1), FF_ERR_VALUE);
}

static ff_code compressed_after(uint32_t seconds) {
    written w;
    begin(&w, NULL);
    ff_fit_value time = ff_fit_whole(253, FF_FIT_UINT32, 1000);
    ff_fit_write(&w.writer, 20, &time, 1);
    ff_fit_value rate = ff_fit_whole(3, FF_FIT_UINT8, 150);
    ff_fit_write_compressed(&w.writer, 20, 1000 + seconds, &rate, 1);
    ff_code code = ff_fit_writer_end(&w.writer, NULL);
    ff_text_free(&w.text);
    return code;
}

static void compressed_out_of_reach(void **state) {
    (void)state;
    assert_int_equal(compressed_after(31), FF_OK);
    assert_int_equal(compressed_after(32), FF_ERR_VALUE);
    assert_int_equal(compressed_after((uint32_t)-1), FF_ERR_VALUE);
}

static void memory_runs_out(void **state) {
    (void)state;
    for (size_t fail = 1; fail < 6; fail++) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail);
        ff_text text;
        ff_text_init(&text, &failing.allocator);
        ff_fit_writer writer;
        ff_fit_writer_begin(&writer, &text, NULL);
        for (int i = 0; i < 2000; i++) {
            ff_fit_value value = ff_fit_whole((uint8_t)(i % 40), FF_FIT_UINT32, i);
            ff_fit_write(&writer, 20, &value, 1);
        }
        assert_int_equal(ff_fit_writer_end(&writer, NULL), FF_ERR_MEMORY);
        ff_text_free(&text);
        assert_int_equal(failing.held, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checksum_of_known_texts),
        cmocka_unit_test(checksum_of_real_files),
        cmocka_unit_test(whole_file_by_hand),
        cmocka_unit_test(big_endian_and_arrays),
        cmocka_unit_test(texts_and_floats),
        cmocka_unit_test(text_is_cut_between_characters),
        cmocka_unit_test(invalid_of_every_base_type),
        cmocka_unit_test(values_out_of_range_are_invalid),
        cmocka_unit_test(scaled_figures),
        cmocka_unit_test(developer_fields),
        cmocka_unit_test(compressed_timestamps),
        cmocka_unit_test(local_types_are_reused),
        cmocka_unit_test(header_kinds),
        cmocka_unit_test(what_cannot_be_written),
        cmocka_unit_test(compressed_out_of_reach),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
