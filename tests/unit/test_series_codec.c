#include "support.h"

#include "base/random.h"
#include "journal/series_codec.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* Encodes and decodes; every bit must come back. Returns the encoded size. */
static size_t round_trip(const double *values, size_t rows) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    const unsigned char *blob;
    size_t size;
    double *back;
    ff_error error;
    assert_int_equal(ff_series_encode(&arena, values, rows, &blob, &size, &error), FF_OK);
    assert_int_equal(ff_series_decode(&arena, FF_SERIES_CODEC, blob, size, rows, &back, &error),
                     FF_OK);
    for (size_t i = 0; i < rows; i++) {
        if (isnan(values[i])) {
            assert_true(bits_of(back[i]) == bits_of(NAN));
        } else {
            assert_true(bits_of(back[i]) == bits_of(values[i]));
        }
    }
    ff_arena_free(&arena);
    return size;
}

#define ROWS 3600

/* A walk over whole numbers, as a watch would store, handed to scale. */
typedef double (*scale)(int64_t raw);

static double scale_seconds(int64_t raw) {
    return (double)raw;
}
static double scale_speed(int64_t raw) {
    return (double)raw / 1000.0;
}
static double scale_altitude(int64_t raw) {
    return (double)raw / 5.0 - 500.0;
}
static double scale_cadence(int64_t raw) {
    return ((double)(raw / 128) + (double)(raw % 128) / 128.0) * 2;
}
static double scale_tenth(int64_t raw) {
    return (double)raw / 10.0;
}
static double scale_hundredth(int64_t raw) {
    return (double)raw / 100.0;
}
static double scale_other_foot(int64_t raw) {
    return 100 - (double)raw / 100.0;
}
static double scale_degrees(int64_t raw) {
    return (double)(raw * 40000) * (180.0 / 2147483648.0);
}
static double scale_text_degrees(int64_t raw) {
    char text[32];
    snprintf(text, sizeof text, "%lld.%07lld", (long long)(raw % 90),
             (long long)(raw * 1234567 % 10000000));
    return strtod(text, NULL);
}
static double scale_float(int64_t raw) {
    return (float)((double)raw / 7.0);
}

static void grids_are_found(void **state) {
    (void)state;
    /* Bytes a row that the column may take: far less than 8 on a grid, 4 and a bit as floats. */
    static const struct {
        scale scale;
        double bytes;
    } cases[] = {{scale_seconds, 1.2},    {scale_speed, 1.2},   {scale_altitude, 1.2},
                 {scale_cadence, 1.2},    {scale_tenth, 1.2},   {scale_hundredth, 1.2},
                 {scale_other_foot, 1.2}, {scale_degrees, 3.2}, {scale_text_degrees, 6},
                 {scale_float, 4.1}};
    ff_random random;
    ff_random_init(&random, 3);
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        double values[ROWS];
        int64_t raw = 4000;
        for (size_t i = 0; i < ROWS; i++) {
            raw += (int64_t)ff_random_below(&random, 41) - 20;
            raw = raw < 0 ? 0 : raw;
            values[i] = cases[c].scale(raw);
        }
        size_t size = round_trip(values, ROWS);
        if ((double)size > cases[c].bytes * ROWS) {
            fail_msg("case %zu takes %zu bytes", c, size);
        }
    }
}

/* Every value that a 16-bit field can hold, under each scale that FIT readers use. */
static void every_raw_value(void **state) {
    (void)state;
    static const scale scales[] = {scale_seconds, scale_speed,     scale_altitude,  scale_cadence,
                                   scale_tenth,   scale_hundredth, scale_other_foot};
    double *values = malloc(65536 * sizeof *values);
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++) {
        for (int64_t raw = 0; raw < 65536; raw++) {
            values[raw] = scales[s](raw);
        }
        /* Steps of one by nearly nothing but ones: a found grid leaves almost no bytes. */
        assert_true(round_trip(values, 65536) < 3000);
    }
    free(values);
}

/* Semicircles over their whole range are doubles that come back: 180 / 2^31 is 45 / 2^29. */
static void semicircles(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 4);
    double values[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        int32_t raw = (int32_t)(uint32_t)ff_random_bits(&random);
        values[i] = (double)raw * 180.0 / 2147483648.0;
        assert_true(bits_of(values[i]) == bits_of((double)raw * (180.0 / 2147483648.0)));
        assert_true((int64_t)(values[i] * 2147483648.0 / 180.0) == raw);
    }
    values[0] = 180.0 / 2147483648.0 * 2147483647.0;
    values[1] = -180.0;
    assert_true(round_trip(values, ROWS) < ROWS * 5);
}

static void odd_values(void **state) {
    (void)state;
    static const double odd[] = {
        0,       -0.0,        1,        -1,      INFINITY,           -INFINITY,
        NAN,     DBL_MAX,     -DBL_MAX, DBL_MIN, DBL_TRUE_MIN,       FLT_MAX,
        FLT_MIN, 0x1p53,      -0x1p53,  0x1p54,  0x1p53 - 1,         0.1,
        1.0 / 3, -500,        1e300,    1e-300,  9007199254740993.0, 100,
        -500.2,  2147483648.0};
    const size_t count = sizeof odd / sizeof *odd;
    round_trip(odd, count);
    for (size_t i = 0; i < count; i++) {
        round_trip(&odd[i], 1);
        for (size_t j = 0; j < count; j++) {
            double pair[5] = {odd[i], odd[j], NAN, odd[j], odd[i]};
            round_trip(pair, 5);
        }
    }
    round_trip(odd, 0);
    /* The largest steps that differences of differences can take. */
    double steps[6] = {-0x1p53, 0x1p53, -0x1p53, 0x1p53, 0x1p53, -0x1p53};
    round_trip(steps, 6);
}

static void other_nans(void **state) {
    (void)state;
    double values[4] = {1, 0, 0, 2};
    uint64_t negative = UINT64_C(0xFFF8000000000000), loaded = UINT64_C(0x7FF8000000001234);
    memcpy(&values[1], &negative, sizeof negative);
    memcpy(&values[2], &loaded, sizeof loaded);
    round_trip(values, 4);
}

static void absent_stretches(void **state) {
    (void)state;
    double values[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        values[i] = NAN;
    }
    assert_true(round_trip(values, ROWS) < 40);
    values[ROWS - 1] = 7;
    assert_true(round_trip(values, ROWS) < 40);
    for (size_t i = 0; i < ROWS; i += 2) {
        values[i] = (double)i;
    }
    round_trip(values, ROWS);
}

static void random_columns(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 5);
    for (int round = 0; round < 600; round++) {
        double values[200];
        size_t rows = ff_random_below(&random, 201);
        int kind = (int)ff_random_below(&random, 5);
        for (size_t i = 0; i < rows; i++) {
            uint64_t bits = ff_random_bits(&random);
            memcpy(&values[i], &bits, sizeof bits);
            if (kind == 1) {
                values[i] = (double)(int64_t)bits;
            } else if (kind == 2) {
                values[i] = (double)(bits % 100000) / 100;
            } else if (kind == 3) {
                values[i] = ff_random_normal(&random);
            } else if (kind == 4) {
                values[i] = (float)ff_random_normal(&random);
            }
            if (ff_random_below(&random, 10) == 0) {
                values[i] = NAN;
            }
        }
        round_trip(values, rows);
    }
}

/* What a harmed blob may do: be refused, or give the very same values. */
static void must_refuse(const unsigned char *blob, size_t size, const double *values, size_t rows) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    unsigned char *exact = malloc(size > 0 ? size : 1); /* so that reading past it is seen */
    memcpy(exact, blob, size);
    double *back;
    ff_error error = {0};
    ff_code code = ff_series_decode(&arena, FF_SERIES_CODEC, exact, size, rows, &back, &error);
    if (code == FF_OK) {
        for (size_t i = 0; i < rows; i++) {
            assert_true(bits_of(back[i]) == bits_of(values[i]));
        }
    } else {
        assert_int_equal(code, FF_ERR_DAMAGED_JOURNAL);
        assert_int_equal(error.code, code);
        assert_null(back);
    }
    free(exact);
    ff_arena_free(&arena);
}

static void harm(const double *values, size_t rows) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    const unsigned char *blob;
    size_t size;
    assert_int_equal(ff_series_encode(&arena, values, rows, &blob, &size, NULL), FF_OK);
    unsigned char *copy = malloc(size + 1);
    for (size_t i = 0; i < size; i++) {
        must_refuse(blob, i, values, rows);
        for (int change = 1; change < 256; change += i < 12 ? 1 : 17) {
            memcpy(copy, blob, size);
            copy[i] ^= (unsigned char)change;
            must_refuse(copy, size, values, rows);
        }
    }
    memcpy(copy, blob, size);
    copy[size] = 0;
    double *back;
    assert_int_equal(ff_series_decode(&arena, FF_SERIES_CODEC, copy, size + 1, rows, &back, NULL),
                     FF_ERR_DAMAGED_JOURNAL);
    assert_int_equal(ff_series_decode(&arena, FF_SERIES_CODEC, blob, size, rows + 1, &back, NULL),
                     FF_ERR_DAMAGED_JOURNAL);
    assert_int_equal(ff_series_decode(&arena, FF_SERIES_CODEC, blob, size, rows - 1, &back, NULL),
                     FF_ERR_DAMAGED_JOURNAL);
    assert_int_equal(ff_series_decode(&arena, FF_SERIES_CODEC + 1, blob, size, rows, &back, NULL),
                     FF_ERR_DAMAGED_JOURNAL);
    free(copy);
    ff_arena_free(&arena);
}

static void harmed_blobs(void **state) {
    (void)state;
    double values[64];
    for (size_t i = 0; i < 64; i++) {
        values[i] = i % 9 == 4 ? NAN : (double)(i * i % 97) / 10;
    }
    harm(values, 64);
    for (size_t i = 0; i < 64; i++) {
        values[i] = i % 9 == 4 ? NAN : (float)sqrt((double)i);
    }
    harm(values, 64);
    for (size_t i = 0; i < 64; i++) {
        values[i] = i % 9 == 4 ? NAN : sqrt((double)i);
    }
    harm(values, 64);
}

static size_t put_varint(unsigned char *at, uint64_t x) {
    size_t size = 0;
    do {
        at[size++] = (unsigned char)((x & 0x7F) | (x >= 0x80 ? 0x80 : 0));
        x >>= 7;
    } while (x > 0);
    return size;
}

/* Codec 1: a payload in a zlib stream that is right by all checksums, made with the library's own encoder
 * of the format: one stored block (RFC 1951, 3.2.4) and the Adler-32 of RFC 1950. */
static size_t wrap(const unsigned char *payload, size_t size, unsigned char *blob) {
    size_t at = put_varint(blob, size);
    blob[at++] = 0x78;
    blob[at++] = 0x01;
    blob[at++] = 1;
    blob[at++] = (unsigned char)size;
    blob[at++] = (unsigned char)(size >> 8);
    blob[at++] = (unsigned char)~size;
    blob[at++] = (unsigned char)(~size >> 8);
    memcpy(blob + at, payload, size);
    at += size;
    uint32_t a = 1, b = 0;
    for (size_t i = 0; i < size; i++) {
        a = (a + payload[i]) % 65521;
        b = (b + a) % 65521;
    }
    blob[at++] = (unsigned char)(b >> 8);
    blob[at++] = (unsigned char)b;
    blob[at++] = (unsigned char)(a >> 8);
    blob[at++] = (unsigned char)a;
    return at;
}

static ff_code decode_payload(const unsigned char *payload, size_t size, size_t rows,
                              double *first) {
    unsigned char blob[1024];
    size_t blob_size = wrap(payload, size, blob);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    double *back;
    ff_code code = ff_series_decode(&arena, 1, blob, blob_size, rows, &back, NULL);
    if (code == FF_OK && first != NULL) {
        *first = back[0];
    }
    ff_arena_free(&arena);
    return code;
}

/* Codec 1 as it stands in its header, written by hand: it must stay readable for ever. */
static void written_by_hand_1(void **state) {
    (void)state;
    /* 3 rows, grid 3 (hundredths), differences; present 1, absent 1, present 1; 1234, +1. */
    static const unsigned char good[] = {3, 2, 3, 1, 1, 1, 1, 0xA4, 0x13, 2};
    double first;
    assert_int_equal(decode_payload(good, sizeof good, 3, &first), FF_OK);
    assert_true(first == 12.34);
    static const unsigned char bad_grid[] = {3, 2, 99, 1, 1, 1, 1, 0xA4, 0x13, 2};
    static const unsigned char bad_order[] = {3, 2, 3, 3, 1, 1, 1, 0xA4, 0x13, 2};
    static const unsigned char bad_kind[] = {3, 3, 3, 1, 1, 1, 1, 0xA4, 0x13, 2};
    static const unsigned char long_stretch[] = {3, 2, 3, 1, 1, 1, 2, 0xA4, 0x13, 2};
    static const unsigned char too_few[] = {3, 2, 3, 1, 1, 1, 1, 0xA4, 0x13};
    static const unsigned char too_many[] = {3, 2, 3, 1, 1, 1, 1, 0xA4, 0x13, 2, 2};
    /* 2^63 in the first number: far beyond what a double counts. */
    static const unsigned char huge[] = {1,    2,    3,    1,    1,    0xFF, 0xFF, 0xFF,
                                         0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01};
    static const unsigned char endless[] = {1,    2,    3,    1,    1,    0xFF, 0xFF, 0xFF,
                                            0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F};
    static const unsigned char nan_value[] = {1, 0, 1, 1, 0, 0, 0, 0, 0, 0xF8, 0x7F};
    static const unsigned char short_planes[] = {1, 0, 1, 0, 0, 0, 0, 0, 0xF0};
    static const unsigned char nothing[] = {0};
    ff_code damaged = FF_ERR_DAMAGED_JOURNAL;
    assert_int_equal(decode_payload(bad_grid, sizeof bad_grid, 3, NULL), damaged);
    assert_int_equal(decode_payload(bad_order, sizeof bad_order, 3, NULL), damaged);
    assert_int_equal(decode_payload(bad_kind, sizeof bad_kind, 3, NULL), damaged);
    assert_int_equal(decode_payload(long_stretch, sizeof long_stretch, 3, NULL), damaged);
    assert_int_equal(decode_payload(too_few, sizeof too_few, 3, NULL), damaged);
    assert_int_equal(decode_payload(too_many, sizeof too_many, 3, NULL), damaged);
    assert_int_equal(decode_payload(huge, sizeof huge, 1, NULL), damaged);
    assert_int_equal(decode_payload(endless, sizeof endless, 1, NULL), damaged);
    assert_int_equal(decode_payload(nan_value, sizeof nan_value, 1, NULL), damaged);
    assert_int_equal(decode_payload(short_planes, sizeof short_planes, 1, NULL), damaged);
    assert_int_equal(decode_payload(nothing, 0, 0, NULL), damaged);
}

/* Codec 2: the payload and its checksum, by zlib. */
static ff_code decode_2(const unsigned char *payload, size_t size, size_t rows, double *values) {
    unsigned char blob[256];
    memcpy(blob, payload, size);
    uint32_t sum = (uint32_t)crc32(0, payload, (uInt)size);
    for (int i = 0; i < 4; i++) {
        blob[size + (size_t)i] = (unsigned char)(sum >> (8 * i));
    }
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    double *back;
    ff_code code = ff_series_decode(&arena, 2, blob, size + 4, rows, &back, NULL);
    if (code == FF_OK && values != NULL) {
        memcpy(values, back, rows * sizeof *back);
    }
    ff_arena_free(&arena);
    return code;
}

/* Codec 2 as it stands in its header, written by hand: it must stay readable for ever. */
static void written_by_hand_2(void **state) {
    (void)state;
    double got[6];
    /* 6 rows on a grid: present 4, absent 1, present 1; grid 3 (hundredths), differences; 1234; a block
     * whose smallest is -1, 3 bits each: +1, +7, 0, +5, so that the differences are 0, 6, -1, 4. */
    static const unsigned char good[] = {6, 2, 4, 1, 1, 3, 1, 0xA4, 0x13, 1, 3, 0x39, 0x0A};
    assert_int_equal(decode_2(good, sizeof good, 6, got), FF_OK);
    static const double want[] = {12.34, 12.34, 12.40, 12.39, NAN, 12.43};
    for (size_t i = 0; i < 6; i++) {
        assert_true(bits_of(got[i]) == bits_of(want[i]));
    }
    /* Differences of differences: 10, 13, then 0 more than the 3 before, by a width of 0. */
    static const unsigned char even[] = {4, 2, 4, 0, 2, 20, 26, 0, 0};
    assert_int_equal(decode_2(even, sizeof even, 4, got), FF_OK);
    assert_true(got[0] == 10 && got[1] == 13 && got[2] == 16 && got[3] == 19);
    static const struct {
        size_t size, rows;
        unsigned char bytes[16];
    } bad[] = {
        {13, 6, {6, 2, 4, 1, 1, 99, 1, 0xA4, 0x13, 1, 3, 0x39, 0x0A}},    /* no such grid */
        {13, 6, {6, 2, 4, 1, 1, 3, 3, 0xA4, 0x13, 1, 3, 0x39, 0x0A}},     /* no such order */
        {13, 6, {6, 3, 4, 1, 1, 3, 1, 0xA4, 0x13, 1, 3, 0x39, 0x0A}},     /* no such kind */
        {13, 6, {6, 2, 4, 1, 2, 3, 1, 0xA4, 0x13, 1, 3, 0x39, 0x0A}},     /* stretches too long */
        {13, 6, {6, 2, 4, 1, 1, 3, 1, 0xA4, 0x13, 1, 57, 0x39, 0x0A}},    /* too wide */
        {12, 6, {6, 2, 4, 1, 1, 3, 1, 0xA4, 0x13, 1, 3, 0x39}},           /* too few bytes */
        {14, 6, {6, 2, 4, 1, 1, 3, 1, 0xA4, 0x13, 1, 3, 0x39, 0x0A, 0}},  /* too many */
        {13, 5, {6, 2, 4, 1, 1, 3, 1, 0xA4, 0x13, 1, 3, 0x39, 0x0A}},     /* other rows */
        {6, 1, {1, 2, 1, 0, 2, 2}},                                       /* an order of more than there are */
        {15, 1, {1, 2, 1, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1}}, /* no double */
        {0, 0, {0}},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (decode_2(bad[i].bytes, bad[i].size, bad[i].rows, NULL) != FF_ERR_DAMAGED_JOURNAL) {
            fail_msg("bad payload %zu was read", i);
        }
    }
}

static void random_payloads_2(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 7);
    for (int round = 0; round < 50000; round++) {
        unsigned char payload[64];
        size_t rows = ff_random_below(&random, 8);
        size_t size = 3 + ff_random_below(&random, sizeof payload - 3);
        for (size_t i = 0; i < size; i++) {
            payload[i] =
                (unsigned char)(ff_random_below(&random, 3) == 0 ? ff_random_bits(&random)
                                                                 : ff_random_below(&random, 4));
        }
        payload[0] = (unsigned char)rows;
        payload[1] = (unsigned char)ff_random_below(&random, 3);
        payload[2] = (unsigned char)rows; /* all there */
        ff_code code = decode_2(payload, size, rows, NULL);
        assert_true(code == FF_OK || code == FF_ERR_DAMAGED_JOURNAL);
    }
}

static void random_payloads(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 6);
    for (int round = 0; round < 20000; round++) {
        unsigned char payload[64];
        size_t rows = ff_random_below(&random, 8);
        size_t size = ff_random_below(&random, sizeof payload);
        for (size_t i = 0; i < size; i++) {
            payload[i] =
                (unsigned char)(ff_random_below(&random, 3) == 0 ? ff_random_bits(&random)
                                                                 : ff_random_below(&random, 4));
        }
        payload[0] = (unsigned char)rows;
        ff_code code = decode_payload(payload, size, rows, NULL);
        assert_true(code == FF_OK || code == FF_ERR_DAMAGED_JOURNAL);
    }
}

static void memory_is_bounded(void **state) {
    (void)state;
    failing_allocator failing;
    failing_allocator_init(&failing, 0);
    ff_arena arena;
    ff_arena_init(&arena, &failing.allocator);
    double *back;
    const unsigned char *blob;
    size_t size;
    assert_int_equal(ff_series_encode(&arena, NULL, FF_SERIES_MAX_ROWS + 1, &blob, &size, NULL),
                     FF_ERR_LIMIT);
    assert_int_equal(ff_series_decode(&arena, 1, "", 0, FF_SERIES_MAX_ROWS + 1, &back, NULL),
                     FF_ERR_LIMIT);
    /* A blob of a few bytes that promises gigabytes is refused before any memory is taken. */
    unsigned char liar[20];
    size_t at = put_varint(liar, UINT64_C(1) << 40);
    assert_int_equal(ff_series_decode(&arena, 1, liar, at + 4, FF_SERIES_MAX_ROWS, &back, NULL),
                     FF_ERR_DAMAGED_JOURNAL);
    at = put_varint(liar, 100000000);
    assert_int_equal(ff_series_decode(&arena, 1, liar, at + 4, FF_SERIES_MAX_ROWS, &back, NULL),
                     FF_ERR_DAMAGED_JOURNAL);
    assert_int_equal(failing.calls, 0);
    ff_arena_free(&arena);
}

static void memory_runs_out(void **state) {
    (void)state;
    double values[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        values[i] = (double)(i * i % 1009) / 10;
    }
    ff_arena kept;
    ff_arena_init(&kept, NULL);
    const unsigned char *blob;
    size_t size;
    assert_int_equal(ff_series_encode(&kept, values, ROWS, &blob, &size, NULL), FF_OK);
    bool encoded = false, decoded = false;
    for (size_t n = 1; !encoded || !decoded; n++) {
        assert_true(n < 100);
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_arena arena;
        ff_arena_init(&arena, &failing.allocator);
        const unsigned char *again;
        size_t again_size;
        ff_code code = ff_series_encode(&arena, values, ROWS, &again, &again_size, NULL);
        assert_true(code == FF_OK || code == FF_ERR_MEMORY);
        encoded = encoded || code == FF_OK;
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
        failing_allocator_init(&failing, n);
        ff_arena_init(&arena, &failing.allocator);
        double *back;
        code = ff_series_decode(&arena, FF_SERIES_CODEC, blob, size, ROWS, &back, NULL);
        assert_true(code == FF_OK || code == FF_ERR_MEMORY);
        decoded = decoded || code == FF_OK;
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
    ff_arena_free(&kept);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grids_are_found),   cmocka_unit_test(every_raw_value),
        cmocka_unit_test(semicircles),       cmocka_unit_test(odd_values),
        cmocka_unit_test(other_nans),        cmocka_unit_test(absent_stretches),
        cmocka_unit_test(random_columns),    cmocka_unit_test(harmed_blobs),
        cmocka_unit_test(written_by_hand_1),
        cmocka_unit_test(written_by_hand_2),
        cmocka_unit_test(random_payloads_2),
        cmocka_unit_test(random_payloads),
        cmocka_unit_test(memory_is_bounded), cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests_name("series_codec", tests, NULL, NULL);
}
