/* The FIT reader against files laid down byte by byte, and against what an independent decoder
 * found in real ones. */
#include "support.h"

#include "fit_bytes.h"

#include "base/crc16.h"
#include "files/fit_reader.h"

#include <footfall/bytes.h>

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- what a reading told ---------------------------------------------------------------------- */

#define KEPT 64 /* messages whose figures are kept */

typedef struct seen_message {
    uint16_t number;
    int64_t offset;
    bool has_time;
    uint32_t time;
    int64_t heart_rate; /* field 3, -1 when absent */
    size_t fields;
    size_t developer;
    size_t size; /* bytes of its valid fields and its header byte */
} seen_message;

typedef struct reading {
    ff_code code;
    ff_error error;
    int parts;
    size_t count;
    seen_message message[KEPT];
    uint64_t digest; /* of every value of every message */
    /* Called with each message when not NULL. */
    void (*look)(struct reading *reading, const ff_fit_message *message);
    size_t stop_at; /* the handler refuses this message, from 1; 0: never */
} reading;

static fit_bytes file; /* large: not for the stack */

static void mix(reading *r, uint64_t value) {
    r->digest = (r->digest ^ value) * UINT64_C(0x100000001B3);
}

static void mix_field(reading *r, const ff_fit_field *field) {
    mix(r, field->number);
    mix(r, field->count);
    for (size_t i = 0; i < (size_t)field->count * field->element; i++) {
        mix(r, field->data[i]);
    }
}

static ff_code take_file(void *user, int index, ff_error *error) {
    reading *r = user;
    (void)error;
    assert_int_equal(index, r->parts);
    r->parts++;
    return FF_OK;
}

static ff_code take_message(void *user, const ff_fit_message *message, ff_error *error) {
    reading *r = user;
    seen_message seen = {.number = message->number,
                         .offset = message->offset,
                         .heart_rate = -1,
                         .fields = message->field_count,
                         .developer = message->developer_count,
                         .size = 1};
    seen.has_time = ff_fit_time(message, &seen.time);
    const ff_fit_field *heart_rate = ff_fit_find(message, 3);
    if (heart_rate != NULL && !ff_fit_integer(heart_rate, 0, &seen.heart_rate)) {
        seen.heart_rate = -1;
    }
    mix(r, message->number);
    mix(r, seen.has_time ? seen.time : 0);
    for (size_t i = 0; i < message->field_count; i++) {
        mix_field(r, &message->fields[i]);
        seen.size += (size_t)message->fields[i].count * message->fields[i].element;
    }
    for (size_t i = 0; i < message->developer_count; i++) {
        const ff_fit_field *field = &message->developer[i].field;
        mix_field(r, field);
        seen.size += (size_t)field->count * field->element;
    }
    if (r->count < KEPT) {
        r->message[r->count] = seen;
    }
    r->count++;
    if (r->look != NULL) {
        r->look(r, message);
    }
    if (r->stop_at == r->count) {
        return ff_fail(error, FF_ERR_LIMIT, "here", 7, "enough");
    }
    return FF_OK;
}

static void read_source(reading *r, ff_bytes *bytes, const ff_context *context) {
    ff_fit_handler handler = {.file = take_file, .message = take_message, .user = r};
    ff_error_clear(&r->error);
    r->code = ff_fit_read(context, bytes, &handler, &r->error);
    assert_int_equal(r->error.code, r->code);
}

/* Memory behind read_at, so that it has to be read; figures of how. */
typedef struct source {
    ff_bytes bytes;
    const uint8_t *data; /* NULL: zeros */
    int64_t holds;       /* bytes there are, whatever bytes.size says */
    int64_t fails_at;    /* reading this byte fails; -1: never */
    int64_t read;        /* bytes handed out */
    int calls;
} source;

static ff_code source_read(ff_bytes *bytes, int64_t offset, void *buffer, size_t count, size_t *got,
                           ff_error *error) {
    source *s = (source *)bytes;
    int64_t left = offset < s->holds ? s->holds - offset : 0;
    s->calls++;
    *got = left < (int64_t)count ? (size_t)left : count;
    if (s->fails_at >= offset && s->fails_at < offset + (int64_t)*got) {
        return ff_fail(error, FF_ERR_READ, "source", s->fails_at, "broken disk");
    }
    if (s->data != NULL) {
        memcpy(buffer, s->data + offset, *got);
    } else {
        memset(buffer, 0, *got);
    }
    s->read += (int64_t)*got;
    return FF_OK;
}

static source source_of(const void *data, int64_t size) {
    return (source){.bytes = {.read_at = source_read, .size = size, .name = "source"},
                    .data = data,
                    .holds = size,
                    .fails_at = -1};
}

/* Reads memory and the same through a source; both must tell the same. */
static reading read_memory(const uint8_t *data, size_t size,
                           void (*look)(reading *, const ff_fit_message *)) {
    reading memory = {.look = look};
    reading other = {0};
    /* A block of exactly that size, so that the sanitizer sees a byte read behind it. */
    uint8_t *copy = malloc(size > 0 ? size : 1);
    assert_non_null(copy);
    memcpy(copy, data, size);
    ff_bytes bytes;
    ff_bytes_of_memory(&bytes, copy, size, "memory");
    read_source(&memory, &bytes, NULL);
    source s = source_of(copy, (int64_t)size);
    read_source(&other, &s.bytes, NULL);
    free(copy);
    assert_int_equal(memory.code, other.code);
    assert_int_equal(memory.error.offset, other.error.offset);
    assert_string_equal(memory.error.message, other.error.message);
    assert_int_equal(memory.count, other.count);
    assert_int_equal(memory.parts, other.parts);
    assert_true(memory.digest == other.digest);
    return memory;
}

static reading read_file(void (*look)(reading *, const ff_fit_message *)) {
    return read_memory(file.data, file.size, look);
}

static void start(int header_size) {
    file.size = 0;
    fit_open(&file, header_size);
}

/* A whole file of n records, a second apart. */
static void make_records(int header_size, int n) {
    start(header_size);
    fit_define_record(&file);
    for (int i = 0; i < n; i++) {
        fit_record(&file, 1000000000u + (uint32_t)i, (uint8_t)(100 + i));
    }
    fit_close(&file);
}

/* --- the checksum ----------------------------------------------------------------------------- */

static void checksum(void **state) {
    (void)state;
    ff_crc16_table table;
    ff_crc16_init(&table);
    /* The check value of CRC-16/ARC in the catalogue of parametrised CRC algorithms. */
    assert_int_equal(ff_crc16(&table, 0, "123456789", 9), 0xBB3D);
    uint8_t data[100];
    for (size_t i = 0; i < sizeof data; i++) {
        data[i] = (uint8_t)(i * 37 + 11);
    }
    for (size_t size = 0; size <= sizeof data; size++) {
        uint16_t whole = fit_slow_crc(data, size);
        assert_int_equal(ff_crc16(&table, 0, data, size), whole);
        size_t cut = size / 3;
        uint16_t first = ff_crc16(&table, 0, data, cut);
        assert_int_equal(ff_crc16(&table, first, data + cut, size - cut), whole);
    }
}

/* --- headers ---------------------------------------------------------------------------------- */

static void headers(void **state) {
    (void)state;
    for (int size = 12; size <= 14; size += 2) {
        make_records(size, 3);
        reading r = read_file(NULL);
        assert_int_equal(r.code, FF_OK);
        assert_int_equal(r.error.offset, FF_NO_OFFSET);
        assert_int_equal(r.parts, 1);
        assert_int_equal(r.count, 3);
        assert_int_equal(r.message[0].number, 20);
        assert_int_equal(r.message[0].offset, size + 12);
        assert_int_equal(r.message[2].offset, size + 12 + 2 * 6);
        assert_int_equal(r.message[2].time, 1000000002);
        assert_int_equal(r.message[2].heart_rate, 102);
    }
}

static void header_longer(void **state) {
    (void)state;
    start(14);
    fit_add(&file, 3, 1, 2, 3);
    file.data[0] = 17;
    fit_define_record(&file);
    fit_record(&file, 1000000000, 90);
    fit_close(&file);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.message[0].heart_rate, 90);
}

static void header_checksum_zero(void **state) {
    (void)state;
    make_records(14, 2);
    file.data[12] = file.data[13] = 0;
    file.size -= 2;
    fit_seal(&file);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.count, 2);
}

static void header_checksum_wrong(void **state) {
    (void)state;
    make_records(14, 2);
    file.data[12] ^= 1;
    file.size -= 2;
    fit_seal(&file);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_CHECKSUM);
    assert_int_equal(r.error.offset, 12);
    assert_int_equal(r.count, 2);
}

static void recognised(void **state) {
    (void)state;
    make_records(14, 0);
    assert_true(ff_fit_recognise(file.data, 14));
    assert_true(ff_fit_recognise(file.data, 12));
    assert_false(ff_fit_recognise(file.data, 11));
    assert_false(ff_fit_recognise(file.data, 0));
    file.data[0] = 11;
    assert_false(ff_fit_recognise(file.data, 14));
    file.data[0] = 14;
    file.data[11] = 'S';
    assert_false(ff_fit_recognise(file.data, 14));
}

static void not_fit(void **state) {
    (void)state;
    reading r = read_memory((const uint8_t *)"", 0, NULL);
    assert_int_equal(r.code, FF_ERR_EMPTY);
    r = read_memory((const uint8_t *)"<?xml version=\"1.0\"?><gpx/>", 27, NULL);
    assert_int_equal(r.code, FF_ERR_FORMAT);
    assert_int_equal(r.error.offset, 0);
    assert_string_equal(r.error.where, "memory");
    assert_int_equal(r.parts, 0);
    r = read_memory((const uint8_t *)"\x0E", 1, NULL);
    assert_int_equal(r.code, FF_ERR_FORMAT);
}

static void four_gigabytes_of_zeros(void **state) {
    (void)state;
    source s = source_of(NULL, INT64_C(4) << 30);
    reading r = {0};
    read_source(&r, &s.bytes, NULL);
    assert_int_equal(r.code, FF_ERR_FORMAT);
    assert_int_equal(r.error.offset, 0);
    assert_int_equal(s.calls, 1);
    assert_true(s.read <= 1 << 20);
}

static void zeros_behind_a_header(void **state) {
    (void)state;
    make_records(12, 1);
    fit_declare(&file, 0);
    uint8_t head[12];
    memcpy(head, file.data, sizeof head);
    static uint8_t big[1 << 20];
    memcpy(big, head, sizeof head);
    reading r = read_memory(big, sizeof big, NULL);
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_int_equal(r.error.offset, 12);
}

/* --- values ----------------------------------------------------------------------------------- */

/* One field of a base type, its bytes in the file's order, little-endian. */
typedef struct value_case {
    uint8_t base;
    uint8_t size;
    uint8_t bytes[8];
    char kind; /* i: integer, u: only unsigned holds it, r: real, -: invalid */
    int64_t integer;
    double number;
} value_case;

static const value_case value_cases[] = {
    {0x00, 1, {0x07}, 'i', 7, 7},
    {0x00, 1, {0xFF}, '-', 0, 0},
    {0x01, 1, {0x80}, 'i', -128, -128},
    {0x01, 1, {0x7F}, '-', 0, 0},
    {0x01, 1, {0xFF}, 'i', -1, -1},
    {0x02, 1, {0xFE}, 'i', 254, 254},
    {0x02, 1, {0x00}, 'i', 0, 0},
    {0x02, 1, {0xFF}, '-', 0, 0},
    {0x83, 2, {0x01, 0x80}, 'i', -32767, -32767},
    {0x83, 2, {0xFF, 0xFF}, 'i', -1, -1},
    {0x83, 2, {0xFF, 0x7F}, '-', 0, 0},
    {0x84, 2, {0x34, 0x12}, 'i', 0x1234, 0x1234},
    {0x84, 2, {0xFF, 0x7F}, 'i', 32767, 32767},
    {0x84, 2, {0xFF, 0xFF}, '-', 0, 0},
    {0x85, 4, {0xFE, 0xFF, 0xFF, 0xFF}, 'i', -2, -2},
    {0x85, 4, {0xFF, 0xFF, 0xFF, 0x7F}, '-', 0, 0},
    {0x86, 4, {0x78, 0x56, 0x34, 0x92}, 'i', 0x92345678, 2452903544.0},
    {0x86, 4, {0xFF, 0xFF, 0xFF, 0x7F}, 'i', 0x7FFFFFFF, 2147483647.0},
    {0x86, 4, {0xFF, 0xFF, 0xFF, 0xFF}, '-', 0, 0},
    {0x88, 4, {0x00, 0x00, 0x20, 0xC1}, 'r', 0, -10.0},
    {0x88, 4, {0xFF, 0xFF, 0xFF, 0xFF}, '-', 0, 0},
    {0x88, 4, {0x00, 0x00, 0x80, 0x7F}, '-', 0, 0}, /* infinity */
    {0x88, 4, {0x00, 0x00, 0xC0, 0x7F}, '-', 0, 0}, /* another NAN */
    {0x89, 8, {0x18, 0x2D, 0x44, 0x54, 0xFB, 0x21, 0x09, 0x40}, 'r', 0, 3.141592653589793},
    {0x89, 8, {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}, '-', 0, 0},
    {0x0A, 1, {0xFF}, 'i', 255, 255},
    {0x0A, 1, {0x00}, '-', 0, 0},
    {0x8B, 2, {0xFF, 0xFF}, 'i', 65535, 65535},
    {0x8B, 2, {0x00, 0x00}, '-', 0, 0},
    {0x8C, 4, {0xFF, 0xFF, 0xFF, 0xFF}, 'i', 4294967295, 4294967295.0},
    {0x8C, 4, {0x00, 0x00, 0x00, 0x00}, '-', 0, 0},
    {0x0D, 1, {0x80}, 'i', 128, 128},
    {0x0D, 1, {0xFF}, '-', 0, 0},
    {0x8E, 8, {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}, 'i', -1, -1},
    {0x8E, 8, {0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80}, 'i', INT64_MIN, -0x1p63},
    {0x8E, 8, {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F}, '-', 0, 0},
    {0x8F, 8, {0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00}, 'i', 0x100000000, 0x1p32},
    {0x8F, 8, {0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80}, 'u', 0, 0x1p63},
    {0x8F, 8, {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}, '-', 0, 0},
    {0x90, 8, {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}, 'u', 0, 0x1p64},
    {0x90, 8, {0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00}, '-', 0, 0},
};
#define VALUE_CASES (sizeof value_cases / sizeof value_cases[0])

static size_t value_index; /* of the case whose message comes next */
static bool value_big;

static void check_value(reading *r, const ff_fit_message *message) {
    const value_case *c = &value_cases[value_index];
    const ff_fit_field *field = &message->fields[0];
    int64_t integer = 99;
    uint64_t large = 99;
    double real = 99;
    double number = 99;
    (void)r;
    assert_int_equal(field->count, 1);
    assert_int_equal(field->base, c->base);
    assert_int_equal(field->element, c->size);
    assert_int_equal(ff_fit_integer(field, 0, &integer), c->kind == 'i');
    assert_int_equal(ff_fit_real(field, 0, &real), c->kind == 'r');
    assert_int_equal(ff_fit_unsigned(field, 0, &large),
                     c->kind == 'u' || (c->kind == 'i' && c->integer >= 0));
    assert_int_equal(ff_fit_number(field, 0, &number), c->kind != '-');
    assert_true(c->kind != 'i' || integer == c->integer);
    assert_true(c->kind == '-' || number == c->number);
    assert_true(c->kind != 'r' || real == c->number);
    assert_true(c->kind != 'u' || (double)large == c->number);
    assert_false(ff_fit_number(field, 1, &number));
}

static void values(void **state) {
    (void)state;
    for (int big = 0; big <= 1; big++) {
        for (size_t i = 0; i < VALUE_CASES; i++) {
            const value_case *c = &value_cases[i];
            value_index = i;
            value_big = big == 1;
            start(12);
            fit_add(&file, 6, 0x40, 0, big, big ? 0 : 20, big ? 20 : 0, 1);
            fit_add(&file, 4, 1, c->size, c->base, 0x00);
            for (size_t b = 0; b < c->size; b++) {
                fit_add(&file, 1, c->bytes[big ? c->size - 1u - b : b]);
            }
            fit_close(&file);
            reading r = read_file(check_value);
            assert_int_equal(r.code, FF_OK);
            assert_int_equal(r.count, 1);
            assert_int_equal(r.message[0].number, 20);
        }
    }
}

static void check_array(reading *r, const ff_fit_message *message) {
    int64_t value = 0;
    const ff_fit_field *numbers = &message->fields[0];
    const ff_fit_field *bytes = &message->fields[1];
    assert_int_equal(numbers->count, 3);
    assert_true(ff_fit_integer(numbers, 0, &value) && value == 0x0201);
    assert_false(ff_fit_integer(numbers, 1, &value));
    assert_true(ff_fit_integer(numbers, 2, &value) && value == 0x0403);
    if (r->count == 1) {
        /* One byte that is not 0xFF makes the others valid. */
        assert_int_equal(bytes->count, 3);
        assert_true(ff_fit_integer(bytes, 0, &value) && value == 255);
        assert_true(ff_fit_integer(bytes, 1, &value) && value == 0);
    } else if (r->count == 2) {
        assert_int_equal(bytes->count, 0);
        assert_false(ff_fit_integer(bytes, 0, &value));
    } else {
        assert_int_equal(bytes->count, 3); /* the message before left no trace */
    }
}

static void arrays(void **state) {
    (void)state;
    start(12);
    fit_add(&file, 12, 0x40, 0, 0, 20, 0, 2, 1, 6, 0x84, 2, 3, 0x0D);
    fit_add(&file, 10, 0, 1, 2, 0xFF, 0xFF, 3, 4, 0xFF, 0, 0xFF);
    fit_add(&file, 10, 0, 1, 2, 0xFF, 0xFF, 3, 4, 0xFF, 0xFF, 0xFF);
    fit_add(&file, 10, 0, 1, 2, 0xFF, 0xFF, 3, 4, 1, 2, 3);
    fit_close(&file);
    reading r = read_file(check_array);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.count, 3);
}

static void check_unknown(reading *r, const ff_fit_message *message) {
    int64_t value = 0;
    (void)r;
    assert_int_equal(message->field_count, 7);
    assert_int_equal(message->fields[0].count, 0); /* base type 0x55 */
    assert_int_equal(message->fields[0].base, 0x55);
    assert_int_equal(message->fields[1].count, 0); /* 3 bytes of two each */
    assert_int_equal(message->fields[2].count, 0); /* no bytes */
    assert_int_equal(message->fields[3].count, 0); /* base type 0x11 */
    assert_int_equal(message->fields[3].base, 0x11);
    /* The number of a type without its bit 7 is that type. */
    assert_int_equal(message->fields[4].base, FF_FIT_UINT16);
    assert_true(ff_fit_integer(&message->fields[4], 0, &value) && value == 0x0807);
    assert_int_equal(message->fields[5].count, 0); /* base type 0x22 is not 0x02 */
    assert_true(ff_fit_integer(&message->fields[6], 0, &value) && value == 77);
}

static void unknown_fields(void **state) {
    (void)state;
    start(12);
    fit_add(&file, 6, 0x40, 0, 0, 0x34, 0x12, 7);
    fit_add(&file, 18, 1, 2, 0x55, 2, 3, 0x84, 4, 0, 0x84, 5, 1, 0x11, 6, 2, 0x04, 7, 1, 0x22);
    fit_add(&file, 3, 3, 1, 0x02);
    fit_add(&file, 11, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 77);
    fit_close(&file);
    reading r = read_file(check_unknown);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.count, 1);
    assert_int_equal(r.message[0].number, 0x1234);
}

static void check_string(reading *r, const ff_fit_message *message) {
    static const char *const expected[] = {"ab", "abcd", NULL};
    const char *text = NULL;
    size_t length = 0;
    double number = 0;
    const ff_fit_field *field = &message->fields[0];
    bool found = ff_fit_string(field, &text, &length);
    const char *want = expected[r->count - 1];
    assert_int_equal(found, want != NULL);
    assert_false(ff_fit_number(field, 0, &number));
    assert_false(ff_fit_string(&message->fields[1], &text, &length));
    if (want != NULL) {
        assert_int_equal(length, strlen(want));
        assert_memory_equal(text, want, length);
    }
}

static void strings(void **state) {
    (void)state;
    start(12);
    fit_add(&file, 12, 0x40, 0, 0, 0, 0, 2, 8, 4, 0x07, 9, 1, 0x02);
    fit_add(&file, 6, 0, 'a', 'b', 0, 'x', 65);
    fit_add(&file, 6, 0, 'a', 'b', 'c', 'd', 65);
    fit_add(&file, 6, 0, 0, 'b', 'c', 'd', 65);
    fit_close(&file);
    reading r = read_file(check_string);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.count, 3);
}

/* --- time ------------------------------------------------------------------------------------- */

static void compressed_times(void **state) {
    (void)state;
    /* Local types 1 (with a time) and 2 (without); type 2 comes by compressed headers. */
    static const struct {
        int bits;
        bool known;
        uint32_t time;
    } steps[] = {
        {4, true, 1000000004}, {31, true, 1000000031}, {31, true, 1000000031},
        {0, true, 1000000032}, {30, true, 1000000062}, {5, true, 1000000069},
        {4, true, 1000000100},
    };
    start(12);
    fit_define_record(&file);
    fit_add(&file, 9, 0x42, 0, 0, 20, 0, 1, 3, 1, 0x02);
    fit_add(&file, 2, 0x80 | 2 << 5 | 9, 60); /* nothing says yet which 32 seconds */
    fit_record(&file, 1000000000, 70);        /* 1000000000 is a multiple of 32 */
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        fit_add(&file, 2, 0x80 | 2 << 5 | steps[i].bits, 80);
    }
    fit_record(&file, 1000000203, 71); /* steps the clock on; its low bits are 11 */
    fit_add(&file, 2, 0x80 | 2 << 5 | 10, 81);
    fit_close(&file);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.count, 11);
    assert_false(r.message[0].has_time);
    assert_int_equal(r.message[0].heart_rate, 60);
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        assert_true(r.message[2 + i].has_time);
        assert_int_equal(r.message[2 + i].time, steps[i].time);
        assert_int_equal(r.message[2 + i].heart_rate, 80);
    }
    assert_int_equal(r.message[10].time, 1000000203 + 31);
}

static void time_too_large(void **state) {
    (void)state;
    start(12);
    fit_add(&file, 9, 0x40, 0, 0, 20, 0, 1, 253, 8, 0x8F);
    fit_add(&file, 9, 0, 0, 0, 0, 0, 1, 0, 0, 0); /* 2^32: no time, not time 0 */
    fit_add(&file, 9, 0, 9, 0, 0, 0, 0, 0, 0, 0);
    fit_close(&file);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_OK);
    assert_false(r.message[0].has_time);
    assert_true(r.message[1].has_time && r.message[1].time == 9);
}

static void check_compressed(reading *r, const ff_fit_message *message) {
    assert_int_equal(message->compressed, r->count >= 2);
    assert_true(message->compressed || message->timestamp == FF_FIT_NO_TIME);
    assert_true(r->count != 2 || message->timestamp == 1000000003);
    assert_true(r->count != 3 || message->timestamp == 1000000051);
}

static void compressed_with_own_time(void **state) {
    (void)state;
    start(12);
    fit_define_record(&file);
    fit_record(&file, 1000000000, 70);
    fit_add(&file, 6, 0x80 | 1 << 5 | 3, 0x30, 0xCA, 0x9A, 0x3B, 71); /* 1000000048 stands in it */
    fit_add(&file, 6, 0x80 | 1 << 5 | 19, 0xFF, 0xFF, 0xFF, 0xFF, 72);
    fit_close(&file);
    reading r = read_file(check_compressed);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.message[1].time, 1000000048);
    assert_int_equal(r.message[2].time, 1000000051);
}

/* --- developer fields ------------------------------------------------------------------------- */

static void developer_id(int index, int application) {
    fit_add(&file, 12, 0x43, 0, 0, 207, 0, 2, 1, 16, 0x0D, 3, 1, 0x02);
    fit_add(&file, 1, 0x03);
    for (int i = 0; i < 16; i++) {
        fit_add(&file, 1, application + i);
    }
    fit_add(&file, 1, index);
}

static void describe(int index, int number, int base, const char *name) {
    char text[8] = {0};
    memcpy(text, name, strlen(name));
    fit_add(&file, 6, 0x44, 0, 0, 206, 0, 7);
    fit_add(&file, 21, 0, 1, 2, 1, 1, 2, 2, 1, 2, 3, 8, 7, 8, 4, 7, 14, 2, 0x84, 15, 1, 2);
    fit_add(&file, 4, 0x04, index, number, base);
    fit_add_bytes(&file, text, sizeof text);
    fit_add(&file, 7, 'm', 's', 0, 0, 20, 0, 41);
}

/* Message 20 as local type 5: heart rate, then developer fields of (number, size, index). */
static void define_developer(int count, ...) {
    va_list bytes;
    fit_add(&file, 10, 0x65, 0, 0, 20, 0, 1, 3, 1, 2, count);
    va_start(bytes, count);
    for (int i = 0; i < 3 * count; i++) {
        fit_add(&file, 1, va_arg(bytes, int));
    }
    va_end(bytes);
}

static void check_described(reading *r, const ff_fit_message *message) {
    if (message->number != 20) {
        return;
    }
    double value = 0;
    const ff_fit_developer_field *developer = message->developer;
    (void)r;
    assert_int_equal(message->developer_count, 3);
    assert_string_equal(developer[0].description->name, "Power");
    assert_string_equal(developer[0].description->units, "ms");
    assert_int_equal(developer[0].description->application[0], 50);
    assert_int_equal(developer[0].description->application[15], 65);
    assert_int_equal(developer[0].description->native_message, 20);
    assert_int_equal(developer[0].description->native_field, 41);
    assert_int_equal(developer[0].description->index, 0);
    assert_int_equal(developer[0].description->number, 7);
    assert_true(ff_fit_number(&developer[0].field, 0, &value) && value == 0x0102);
    assert_string_equal(developer[1].description->name, ""); /* as RunScribe leaves them */
    assert_int_equal(developer[1].description->index, 1);
    assert_int_equal(developer[1].description->application[0], 0);
    assert_int_equal(developer[1].field.number, 7);
    assert_true(ff_fit_number(&developer[1].field, 0, &value) && value == 9);
    assert_int_equal(developer[2].field.count, 0); /* 3 bytes are no uint16 */
}

static void developer_fields(void **state) {
    (void)state;
    start(14);
    developer_id(0, 50);
    describe(0, 7, 0x84, "Power");
    describe(1, 7, 0x02, "");
    /* The second is described by nobody: its bytes are passed over. */
    define_developer(4, 7, 2, 0, 8, 2, 0, 7, 1, 1, 7, 3, 0);
    fit_add(&file, 10, 0x05, 140, 2, 1, 0xEE, 0xEE, 9, 1, 2, 3);
    fit_close(&file);
    reading r = read_file(check_described);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.count, 4);
    assert_int_equal(r.message[3].heart_rate, 140);
}

static void check_big_developer(reading *r, const ff_fit_message *message) {
    double value = 0;
    if (r->count == 2) {
        assert_int_equal(message->developer_count, 1);
        assert_true(ff_fit_number(&message->developer[0].field, 0, &value) && value == 0x0102);
    }
}

static void developer_byte_order(void **state) {
    (void)state;
    start(14);
    describe(0, 7, 0x84, "Power");
    fit_add(&file, 13, 0x65, 0, 1, 0, 20, 1, 3, 1, 2, 1, 7, 2, 0);
    fit_add(&file, 4, 0x05, 140, 1, 2);
    fit_close(&file);
    reading r = read_file(check_big_developer);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.count, 2);
}

static void check_application(reading *r, const ff_fit_message *message) {
    if (r->count == 3 || r->count == 5) {
        const ff_fit_description *description = message->developer[0].description;
        assert_int_equal(description->application[0], r->count == 3 ? 0 : 50);
    }
}

static void developer_order(void **state) {
    (void)state;
    start(14);
    define_developer(1, 7, 2, 0);
    fit_add(&file, 4, 0x05, 140, 2, 1); /* not described yet */
    describe(0, 7, 0x84, "late");
    fit_add(&file, 4, 0x05, 140, 2, 1); /* by now it is */
    developer_id(0, 50);                /* names the application afterwards */
    fit_add(&file, 4, 0x05, 140, 2, 1);
    developer_id(0, 50); /* says it again */
    fit_add(&file, 4, 0x05, 140, 2, 1);
    developer_id(0, 80); /* another application takes the index */
    fit_add(&file, 4, 0x05, 140, 2, 1);
    fit_close(&file);
    reading r = read_file(check_application);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.count, 9);
    assert_int_equal(r.message[0].developer, 0);
    assert_int_equal(r.message[2].developer, 1);
    assert_int_equal(r.message[4].developer, 1);
    assert_int_equal(r.message[6].developer, 1);
    assert_int_equal(r.message[8].developer, 0);
}

static void check_redescribed(reading *r, const ff_fit_message *message) {
    double value = 0;
    if (r->count == 2 || r->count == 4) {
        assert_true(ff_fit_number(&message->developer[0].field, 0, &value));
        assert_true(value == (r->count == 2 ? 0x0201 : -1.0));
    }
    if (r->count == 4) {
        assert_string_equal(message->developer[0].description->name, "second");
    }
}

static void developer_described_again(void **state) {
    (void)state;
    start(14);
    describe(0, 7, 0x84, "first");
    define_developer(1, 7, 2, 0);
    fit_add(&file, 4, 0x05, 140, 1, 2);
    describe(0, 7, 0x83, "second");
    fit_add(&file, 4, 0x05, 140, 0xFF, 0xFF);
    fit_close(&file);
    reading r = read_file(check_redescribed);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.count, 4);
}

static void check_long_name(reading *r, const ff_fit_message *message) {
    if (r->count == 2) {
        assert_int_equal(message->developer_count, 1);
        assert_int_equal(strlen(message->developer[0].description->name), 64);
        assert_int_equal(message->developer[0].description->native_message, 0xFFFF);
    }
}

static void developer_name_cut(void **state) {
    (void)state;
    start(14);
    fit_add(&file, 18, 0x44, 0, 0, 206, 0, 4, 0, 1, 2, 1, 1, 2, 2, 1, 2, 3, 200, 7);
    fit_add(&file, 4, 0x04, 0, 7, 0x02);
    for (int i = 0; i < 200; i++) {
        fit_add(&file, 1, 'n');
    }
    define_developer(1, 7, 1, 0);
    fit_add(&file, 3, 0x05, 140, 1);
    fit_close(&file);
    reading r = read_file(check_long_name);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.count, 2);
}

/* --- parts ------------------------------------------------------------------------------------ */

static void chained(void **state) {
    (void)state;
    make_records(14, 2);
    fit_open(&file, 12);
    fit_define_record(&file);
    fit_record(&file, 1000000500, 150);
    fit_close(&file);
    fit_open(&file, 12); /* holds nothing, and is whole */
    fit_close(&file);
    fit_open(&file, 14);
    fit_close(&file);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.parts, 4);
    assert_int_equal(r.count, 3);
    assert_int_equal(r.message[2].heart_rate, 150);
}

static void chained_starts_afresh(void **state) {
    (void)state;
    /* Local types. */
    make_records(14, 1);
    size_t second = file.size;
    fit_open(&file, 12);
    fit_record(&file, 1000000500, 150);
    fit_close(&file);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_int_equal(r.error.offset, second + 12);
    assert_int_equal(r.count, 1);
    /* The time for compressed headers. */
    make_records(14, 1);
    fit_open(&file, 12);
    fit_add(&file, 11, 0x42, 0, 0, 20, 0, 1, 3, 1, 0x02, 0x80 | 2 << 5 | 9, 60);
    fit_close(&file);
    r = read_file(NULL);
    assert_int_equal(r.code, FF_OK);
    assert_false(r.message[1].has_time);
    /* Descriptions. */
    start(14);
    describe(0, 7, 0x84, "first");
    fit_close(&file);
    fit_open(&file, 12);
    define_developer(1, 7, 2, 0);
    fit_add(&file, 4, 0x05, 140, 1, 2);
    fit_close(&file);
    r = read_file(NULL);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.message[1].developer, 0);
}

static void chained_behind_damage(void **state) {
    (void)state;
    start(14);
    fit_define_record(&file);
    fit_record(&file, 1000000000, 100);
    size_t bad = file.size;
    fit_add(&file, 3, 0x07, 1, 2);
    fit_close(&file);
    fit_open(&file, 12);
    fit_define_record(&file);
    fit_record(&file, 1000000500, 150);
    fit_close(&file);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_int_equal(r.error.offset, bad);
    assert_int_equal(r.parts, 2);
    assert_int_equal(r.count, 2);
    assert_int_equal(r.message[1].heart_rate, 150);
}

static void checksum_wrong(void **state) {
    (void)state;
    make_records(12, 2);
    file.data[file.size - 1] ^= 0x40;
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_CHECKSUM);
    assert_int_equal(r.error.offset, file.size - 2);
    assert_int_equal(r.count, 2);
    /* The header's bytes count: here the profile version. */
    make_records(12, 2);
    file.data[2] ^= 1;
    r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_CHECKSUM);
    assert_int_equal(r.count, 2);
}

static void no_length(void **state) {
    (void)state;
    /* A watch that crashed: no length, no checksum. */
    make_records(14, 3);
    file.size -= 2;
    fit_declare(&file, 0);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_TRUNCATED);
    assert_int_equal(r.error.offset, file.size);
    assert_int_equal(r.count, 3);
    /* It crashed in the middle of a message. */
    file.size -= 2;
    r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_TRUNCATED);
    assert_int_equal(r.error.offset, file.size - 4);
    assert_int_equal(r.count, 2);
    /* Only the length is missing: the checksum is no message. */
    make_records(14, 3);
    file.size -= 2;
    fit_declare(&file, 0);
    fit_seal(&file);
    r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_int_equal(r.error.offset, 4);
    assert_int_equal(r.count, 3);
}

static void length_lies(void **state) {
    (void)state;
    static const uint32_t too_long[] = {31, 32, 33, 1000, 0x7FFFFFFF, 0xFFFFFFFF};
    for (size_t i = 0; i < sizeof too_long / sizeof too_long[0]; i++) {
        make_records(14, 3); /* 30 bytes of data */
        fit_declare(&file, too_long[i]);
        reading r = read_file(NULL);
        assert_true(r.code == FF_ERR_TRUNCATED || r.code == FF_ERR_DAMAGED);
        assert_int_equal(r.count, 3);
    }
    /* Too short, and the end falls in a message. */
    make_records(14, 3);
    fit_declare(&file, 20);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_int_equal(r.error.offset, 14 + 18);
    assert_int_equal(r.count, 1);
    /* Too short, and the end falls between two messages. */
    make_records(14, 3);
    fit_declare(&file, 24);
    r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_CHECKSUM);
    assert_int_equal(r.error.offset, 14 + 24);
    assert_int_equal(r.count, 2);
    /* Too short for the definition. */
    make_records(14, 3);
    fit_declare(&file, 9);
    r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_int_equal(r.error.offset, 14);
    assert_int_equal(r.count, 0);
}

static void undefined_type(void **state) {
    (void)state;
    start(14);
    fit_define_record(&file);
    fit_record(&file, 1000000000, 100);
    size_t bad = file.size;
    fit_add(&file, 3, 0x0C, 1, 2);
    fit_record(&file, 1000000001, 101);
    fit_close(&file);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_int_equal(r.error.offset, bad);
    assert_non_null(strstr(r.error.message, "12"));
    assert_int_equal(r.count, 1);
}

static void trailing(void **state) {
    (void)state;
    make_records(14, 2);
    size_t end = file.size;
    fit_add(&file, 20, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
    for (size_t extra = 1; extra <= 20; extra++) {
        reading r = read_memory(file.data, end + extra, NULL);
        assert_int_equal(r.code, FF_ERR_TRAILING);
        assert_int_equal(r.error.offset, end);
        assert_int_equal(r.count, 2);
    }
}

static void redefined(void **state) {
    (void)state;
    start(14);
    fit_define_record(&file);
    fit_record(&file, 1000000000, 100);
    fit_add(&file, 9, 0x41, 0, 0, 20, 0, 1, 3, 1, 0x02);
    fit_add(&file, 2, 0x01, 77);
    fit_close(&file);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.message[1].heart_rate, 77);
    assert_int_equal(r.message[1].fields, 1);
    assert_false(r.message[1].has_time);
}

/* --- hostile bytes ---------------------------------------------------------------------------- */

/* A small file with all the reader knows: three parts, both byte orders, developer fields,
 * compressed headers, strings, arrays. */
static void make_rich(void) {
    start(14);
    fit_define_record(&file);
    fit_record(&file, 1000000000, 100);
    fit_add(&file, 11, 0x42, 0, 0, 20, 0, 1, 3, 1, 0x02, 0x80 | 2 << 5 | 9, 60);
    developer_id(0, 50);
    describe(0, 7, 0x84, "Power");
    define_developer(1, 7, 2, 0);
    fit_add(&file, 4, 0x05, 140, 2, 1);
    fit_close(&file);
    fit_open(&file, 12);
    fit_add(&file, 12, 0x40, 0, 1, 0, 23, 2, 3, 4, 0x8C, 27, 4, 0x07);
    fit_add(&file, 9, 0x00, 0, 0, 1, 2, 'o', 'n', 'e', 0);
    fit_close(&file);
    fit_open(&file, 14);
    fit_add(&file, 9, 0x40, 0, 0, 20, 0, 1, 5, 6, 0x0D);
    fit_add(&file, 7, 0x00, 1, 2, 3, 4, 5, 6);
    fit_close(&file);
}

static void cut_at_every_byte(void **state) {
    (void)state;
    make_rich();
    reading whole = read_file(NULL);
    assert_int_equal(whole.code, FF_OK);
    assert_int_equal(whole.parts, 3);
    assert_int_equal(whole.count, 7);
    size_t ends[3] = {0}; /* of the parts: a file cut there is whole */
    int found = 0;
    for (size_t size = 0; size < file.size; size++) {
        reading r = read_memory(file.data, size, NULL);
        size_t inside = 0;
        for (size_t i = 0; i < whole.count; i++) {
            inside += (size_t)whole.message[i].offset + whole.message[i].size <= size;
        }
        assert_int_equal(r.count, inside);
        if (r.code == FF_OK) {
            assert_true(found < 3);
            ends[found++] = size;
        } else if (r.code == FF_ERR_TRAILING) {
            assert_true(found > 0 && (size_t)r.error.offset == ends[found - 1]);
        } else {
            assert_true(r.code == FF_ERR_TRUNCATED || r.code == FF_ERR_EMPTY ||
                        (r.code == FF_ERR_FORMAT && size < 9));
        }
    }
    assert_int_equal(found, 2);
}

static void every_byte_changed(void **state) {
    (void)state;
    make_rich();
    for (size_t at = 0; at < file.size; at++) {
        uint8_t kept = file.data[at];
        for (int n = 0; n < 16; n++) {
            /* Each bit, and all from each bit on. */
            int change = n < 8 ? 1 << n : 0xFF >> (n - 8);
            file.data[at] = (uint8_t)(kept ^ change);
            /* A checksum of 16 bits sees every change within one byte. */
            reading r = read_file(NULL);
            assert_int_not_equal(r.code, FF_OK);
        }
        file.data[at] = kept;
    }
}

/* --- the window ------------------------------------------------------------------------------- */

static void make_large(void) {
    start(14);
    fit_define_record(&file);
    for (int i = 0; i < 20000; i++) {
        fit_record(&file, 1000000000u + (uint32_t)i, (uint8_t)(i % 200));
    }
    /* The largest message there can be, twice: 255 fields and 255 developer fields of 255 bytes. */
    fit_add(&file, 6, 0x62, 0, 0, 0x88, 0x13, 255);
    for (int i = 0; i < 255; i++) {
        fit_add(&file, 3, i, 255, 0x0D);
    }
    fit_add(&file, 1, 255);
    for (int i = 0; i < 255; i++) {
        fit_add(&file, 3, i, 255, 0);
    }
    for (int n = 0; n < 2; n++) {
        fit_add(&file, 1, 0x02);
        for (int i = 0; i < 2 * 255 * 255; i++) {
            fit_add(&file, 1, (i + n) & 0xFF);
        }
    }
    for (int i = 0; i < 30000; i++) {
        fit_record(&file, 1000020000u + (uint32_t)i, (uint8_t)(i % 100));
    }
    fit_close(&file);
    assert_true(file.size < sizeof file.data);
}

static void windows(void **state) {
    (void)state;
    make_large();
    reading r = read_file(NULL); /* from memory and by position: the same */
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.count, 50002);
}

/* A long header that lies across the end of the first window. */
static void header_across_windows(void **state) {
    (void)state;
    start(12);
    fit_define_record(&file);
    while (file.size < 256 * 1024 - 100) {
        fit_record(&file, 1000000000, 100);
    }
    fit_close(&file);
    fit_open(&file, 12);
    file.data[file.part] = 255;
    for (int i = 12; i < 255; i++) {
        fit_add(&file, 1, 0);
    }
    fit_define_record(&file);
    fit_record(&file, 1000000000, 101);
    fit_close(&file);
    file.data[file.part + 12] = file.data[file.part + 13] = 0;
    file.size -= 2;
    fit_seal(&file);
    reading r = read_file(NULL);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.parts, 2);
}

static bool cancel_at_third(void *user) {
    return ++*(int *)user >= 3;
}

static void cancelled(void **state) {
    (void)state;
    make_large();
    for (int in_memory = 0; in_memory <= 1; in_memory++) {
        int asked = 0;
        ff_context context = {.cancelled = cancel_at_third, .user = &asked};
        ff_bytes memory;
        ff_bytes_of_memory(&memory, file.data, file.size, "memory");
        source s = source_of(file.data, (int64_t)file.size);
        reading r = {0};
        read_source(&r, in_memory ? &memory : &s.bytes, &context);
        assert_int_equal(r.code, FF_ERR_CANCELLED);
        assert_int_equal(asked, 3);
        assert_true(r.count > 0 && r.count < 50002);
    }
}

static void handler_refuses(void **state) {
    (void)state;
    make_records(14, 5);
    ff_bytes bytes;
    ff_bytes_of_memory(&bytes, file.data, file.size, "memory");
    reading r = {.stop_at = 3};
    read_source(&r, &bytes, NULL);
    assert_int_equal(r.code, FF_ERR_LIMIT);
    assert_string_equal(r.error.where, "here");
    assert_int_equal(r.count, 3);
}

static void disk_breaks(void **state) {
    (void)state;
    make_large();
    source s = source_of(file.data, (int64_t)file.size);
    s.fails_at = 300000;
    reading r = {0};
    read_source(&r, &s.bytes, NULL);
    assert_int_equal(r.code, FF_ERR_READ);
    assert_int_equal(r.error.offset, 300000);
    assert_true(r.count > 0);
    /* The file was cut while it was being read. */
    s = source_of(file.data, (int64_t)file.size);
    s.holds = 300000;
    r = (reading){0};
    read_source(&r, &s.bytes, NULL);
    assert_int_equal(r.code, FF_ERR_TRUNCATED);
    assert_true(r.error.offset <= 300000 && r.count > 0);
}

static void memory_runs_out(void **state) {
    (void)state;
    make_rich();
    bool finished = false;
    for (size_t fail_from = 1; !finished; fail_from++) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail_from);
        ff_context context = {.allocator = &failing.allocator};
        source s = source_of(file.data, (int64_t)file.size);
        reading r = {0};
        read_source(&r, &s.bytes, &context);
        finished = r.code == FF_OK;
        assert_true(finished || r.code == FF_ERR_MEMORY);
        assert_true(fail_from > 2 || !finished); /* it does ask for memory */
        assert_int_equal(failing.held, 0);
        assert_true(fail_from < 20);
    }
}

/* --- real files ------------------------------------------------------------------------------- */

typedef struct figures {
    uint64_t messages[65536];
    uint64_t record_count[256];
    int64_t record_sum[256];
} figures;

static ff_code take_figures(void *user, const ff_fit_message *message, ff_error *error) {
    figures *f = user;
    bool seen[256] = {false}; /* a field may stand in a message twice: it counts once */
    (void)error;
    f->messages[message->number]++;
    for (size_t i = 0; message->number == 20 && i < message->field_count; i++) {
        const ff_fit_field *field = &message->fields[i];
        int64_t value = 0;
        if (!seen[field->number] && field->count == 1 && ff_fit_integer(field, 0, &value)) {
            seen[field->number] = true;
            f->record_count[field->number]++;
            f->record_sum[field->number] += value;
        }
    }
    return FF_OK;
}

/* The reference holds only what it found, so numbers that it does not name must not be there. */
static void compare_messages(const figures *f, const json_t *reference, const char *name) {
    for (int number = 0; number < 65536; number++) {
        char key[8];
        snprintf(key, sizeof key, "%d", number);
        uint64_t wanted = (uint64_t)json_integer_value(json_object_get(reference, key));
        if (f->messages[number] != wanted) {
            fail_msg("%s: message %d: %llu, not %llu", name, number,
                     (unsigned long long)f->messages[number], (unsigned long long)wanted);
        }
    }
}

static void compare_records(const figures *f, json_t *reference, const char *name) {
    const char *key = NULL;
    json_t *pair = NULL;
    json_object_foreach(reference, key, pair) {
        int number = atoi(key);
        uint64_t count = (uint64_t)json_integer_value(json_array_get(pair, 0));
        json_int_t sum = json_integer_value(json_array_get(pair, 1));
        if (f->record_count[number] != count || f->record_sum[number] != sum) {
            fail_msg("%s: record field %d: %llu values of sum %lld, not %llu of %lld", name, number,
                     (unsigned long long)f->record_count[number], (long long)f->record_sum[number],
                     (unsigned long long)count, (long long)sum);
        }
    }
}

static void compare_file(const char *folder, json_t *reference) {
    static figures f;
    const char *name = json_string_value(json_object_get(reference, "file"));
    char path[4096];
    ff_bytes bytes;
    ff_error error;
    ff_fit_handler handler = {.message = take_figures, .user = &f};
    memset(&f, 0, sizeof f);
    snprintf(path, sizeof path, "%s/data/%s", folder, name);
    assert_int_equal(ff_bytes_of_file(&bytes, path, &error), FF_OK);
    ff_code code = ff_fit_read(NULL, &bytes, &handler, &error);
    assert_true(code == FF_OK || (error.offset >= 0 && error.offset <= bytes.size));
    ff_bytes_close(&bytes);
    json_t *messages = json_object_get(reference, "messages");
    if (json_is_null(json_object_get(reference, "error"))) {
        assert_int_equal(code, FF_OK);
        compare_messages(&f, messages, name);
        compare_records(&f, json_object_get(reference, "record"), name);
        return;
    }
    /* Where the other decoder stopped, at least as much must be read. */
    const char *key = NULL;
    json_t *count = NULL;
    json_object_foreach(messages, key, count) {
        assert_true(f.messages[atoi(key)] >= (uint64_t)json_integer_value(count));
    }
}

static void real_files(void **state) {
    (void)state;
    const char *folder = shared_folder();
    if (folder == NULL) {
        skip();
    }
    char path[4096];
    snprintf(path, sizeof path, "%s/data/fit-reference.jsonl", folder);
    FILE *lines = fopen(path, "r");
    assert_non_null(lines);
    size_t files = 0;
    json_t *reference = NULL;
    while ((reference = json_loadf(lines, JSON_DISABLE_EOF_CHECK, NULL)) != NULL) {
        compare_file(folder, reference);
        json_decref(reference);
        files++;
    }
    fclose(lines);
    assert_true(files > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checksum),
        cmocka_unit_test(headers),
        cmocka_unit_test(header_longer),
        cmocka_unit_test(header_checksum_zero),
        cmocka_unit_test(header_checksum_wrong),
        cmocka_unit_test(recognised),
        cmocka_unit_test(not_fit),
        cmocka_unit_test(four_gigabytes_of_zeros),
        cmocka_unit_test(zeros_behind_a_header),
        cmocka_unit_test(values),
        cmocka_unit_test(arrays),
        cmocka_unit_test(unknown_fields),
        cmocka_unit_test(strings),
        cmocka_unit_test(compressed_times),
        cmocka_unit_test(compressed_with_own_time),
        cmocka_unit_test(time_too_large),
        cmocka_unit_test(developer_fields),
        cmocka_unit_test(developer_byte_order),
        cmocka_unit_test(developer_order),
        cmocka_unit_test(developer_described_again),
        cmocka_unit_test(developer_name_cut),
        cmocka_unit_test(chained),
        cmocka_unit_test(chained_starts_afresh),
        cmocka_unit_test(chained_behind_damage),
        cmocka_unit_test(checksum_wrong),
        cmocka_unit_test(no_length),
        cmocka_unit_test(length_lies),
        cmocka_unit_test(undefined_type),
        cmocka_unit_test(trailing),
        cmocka_unit_test(redefined),
        cmocka_unit_test(cut_at_every_byte),
        cmocka_unit_test(every_byte_changed),
        cmocka_unit_test(windows),
        cmocka_unit_test(header_across_windows),
        cmocka_unit_test(cancelled),
        cmocka_unit_test(handler_refuses),
        cmocka_unit_test(disk_breaks),
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(real_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
