#include "journal/series_codec.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>
#include <libdeflate.h>

enum { KIND_DOUBLE, KIND_FLOAT, KIND_GRID };

/* A grid holds the values (k * times) / per + plus, k whole: the arithmetic, in this order, by
 * which readers scale. Part of the stored format: rows may be added at the end, never changed. */
typedef struct {
    double times, per, plus;
} grid;

static const grid grids[] = {
    {1, 1, 0},                             /* seconds, heart rate, power */
    {1, 2, 0},                             /* half steps a minute */
    {1, 10, 0},                            /* stance time, vertical oscillation, step length */
    {1, 100, 0},                           /* distance, balance, percentages */
    {1, 1000, 0},                          /* speed */
    {1, 5, -500},                          /* altitude */
    {1, 64, 0},                            /* steps a minute from strides with 1/128 */
    {1, 128, 0},   {180, 2147483648.0, 0}, /* degrees from semicircles (exact: 45 k / 2^29) */
    {1, 100, 100},                         /* 100 % minus a balance */
    {1, 5, 0},     {1, 16, 0},
    {1, 256, 0},   {1, 1024, 0},
    {1, 65536, 0}, {1, 1e4, 0},
    {1, 1e5, 0},   {1, 1e6, 0}, /* degrees in GPX and TCX texts, by their places */
    {1, 1e7, 0},   {1, 1e8, 0},
    {1, 1e9, 0},   {1, 1e10, 0},
    {1, 1e12, 0},
};
#define GRID_COUNT (sizeof grids / sizeof *grids)

/* Places on a grid go up to here on writing, and to the last whole number that is a double (2^53) on
 * reading. Below it, adding and taking away NEAREST rounds to the nearest whole number, as a
 * processor does by itself. */
#define LARGEST_WRITTEN 2251799813685248.0 /* 2^51 */
#define LARGEST_K       9007199254740992.0 /* 2^53 */
#define NEAREST         6755399441055744.0 /* 2^52 + 2^51 */

#define VARINT_MAX 10 /* bytes of a 64-bit number, 7 bits a byte */

/* deflate cannot shrink by more than this (zlib's technical notes: 1032:1). */
#define DEFLATE_MAX_RATIO 1032

static uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static double on_grid(const grid *g, double k) {
    return k * g->times / g->per + g->plus;
}

/* ---- writing ---- */

typedef struct {
    unsigned char *data;
    size_t used;
} writer;

static void write_varint(writer *w, uint64_t x) {
    while (x >= 0x80) {
        w->data[w->used++] = (unsigned char)(x | 0x80);
        x >>= 7;
    }
    w->data[w->used++] = (unsigned char)x;
}

static size_t varint_size(uint64_t x) {
    size_t size = 1;
    while (x >= 0x80) {
        x >>= 7;
        size++;
    }
    return size;
}

/* Small numbers of either sign become small numbers. Two's complement, without signed overflow. */
static uint64_t zigzag(uint64_t x) {
    return (x << 1) ^ (0 - (x >> 63));
}

static uint64_t unzigzag(uint64_t x) {
    return (x >> 1) ^ (0 - (x & 1));
}

/* Values that are there, gathered: returns how many. */
static size_t gather(const double *values, size_t rows, double *there) {
    size_t count = 0;
    for (size_t i = 0; i < rows; i++) {
        if (!isnan(values[i])) {
            there[count++] = values[i];
        }
    }
    return count;
}

/* Room for the worst case of write_stretches: every one of them a row long, or one of all rows. */
static size_t stretches_room(size_t rows) {
    return rows + 2 * VARINT_MAX;
}

static void write_stretches(writer *w, const double *values, size_t rows) {
    bool there = true;
    for (size_t i = 0; i < rows;) {
        size_t start = i;
        while (i < rows && !isnan(values[i]) == there) {
            i++;
        }
        write_varint(w, i - start);
        there = !there;
    }
}

/* Numbers that are tried on a grid together: the loop is short enough to be unrolled. */
enum { TRIED = 32 };

/* Whether the numbers lie on the grid, bit for bit; their places go into k. */
static bool try_grid(const grid *g, const double *there, size_t count, double *k) {
    uint64_t off = 0;
    double largest = 0;
    for (size_t i = 0; i < count; i++) {
        double place = (there[i] - g->plus) * g->per / g->times;
        double near = (place + NEAREST) - NEAREST;
        off |= bits_of(on_grid(g, near)) ^ bits_of(there[i]);
        largest = fabs(near) > largest ? fabs(near) : largest;
        k[i] = near;
    }
    return off == 0 && largest <= LARGEST_WRITTEN;
}

/* The first grid that holds all values, with their places on it in k; -1 when there is none. */
static int find_grid(const double *there, size_t count, double *k) {
    for (size_t g = 0; g < GRID_COUNT; g++) {
        size_t i = 0, at_once = 1; /* most grids fail at the first number */
        while (i < count && try_grid(&grids[g], there + i, at_once, k + i)) {
            i += at_once;
            at_once = count - i < TRIED ? count - i : TRIED;
        }
        if (i == count) {
            return (int)g;
        }
    }
    return -1;
}

/* Numbers by which the order is chosen: the rest of a series is like its beginning. */
enum { LOOKED_AT = 1024 };

/* What differencing leaves of k, into left; the first numbers have nothing before them. */
static void differences(const double *k, size_t count, uint64_t order, uint64_t *left) {
    uint64_t last = 0, before = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t x = (uint64_t)(int64_t)k[i], guess = order == 0 ? 0 : last;
        guess += order == 2 && i >= 2 ? last - before : 0;
        left[i] = zigzag(x - guess);
        before = last;
        last = x;
    }
}

/* The order that takes the fewest bytes before it is compressed. */
static uint64_t best_order(const double *k, size_t count, uint64_t *left) {
    uint64_t best = 0;
    size_t best_size = SIZE_MAX;
    count = count < LOOKED_AT ? count : LOOKED_AT;
    for (uint64_t order = 0; order <= 2; order++) {
        size_t size = 0;
        differences(k, count, order, left);
        for (size_t i = 0; i < count; i++) {
            size += varint_size(left[i]);
        }
        if (size < best_size) {
            best_size = size;
            best = order;
        }
    }
    return best;
}

static bool is_float(double x) {
    return isinf(x) || (fabs(x) <= (double)FLT_MAX && bits_of((double)(float)x) == bits_of(x));
}

static void write_doubles(writer *w, const double *there, size_t count) {
    for (size_t byte = 0; byte < 8; byte++) {
        for (size_t i = 0; i < count; i++) {
            w->data[w->used++] = (unsigned char)(bits_of(there[i]) >> (8 * byte));
        }
    }
}

static void write_floats(writer *w, const double *there, size_t count) {
    for (size_t byte = 0; byte < 4; byte++) {
        for (size_t i = 0; i < count; i++) {
            float x = (float)there[i];
            uint32_t bits;
            memcpy(&bits, &x, sizeof bits);
            w->data[w->used++] = (unsigned char)(bits >> (8 * byte));
        }
    }
}

static void write_payload(writer *w, const double *values, size_t rows, double *there, double *k,
                          uint64_t *left) {
    size_t count = gather(values, rows, there);
    int g = find_grid(there, count, k);
    bool floats = g < 0;
    for (size_t i = 0; i < count && floats; i++) {
        floats = is_float(there[i]);
    }
    write_varint(w, rows);
    write_varint(w, g >= 0 ? KIND_GRID : floats ? KIND_FLOAT : KIND_DOUBLE);
    if (g >= 0) {
        uint64_t order = best_order(k, count, left);
        write_varint(w, (uint64_t)g);
        write_varint(w, order);
        differences(k, count, order, left);
    }
    write_stretches(w, values, rows);
    if (g >= 0) {
        for (size_t i = 0; i < count; i++) {
            write_varint(w, left[i]);
        }
    } else if (floats) {
        write_floats(w, there, count);
    } else {
        write_doubles(w, there, count);
    }
}

static ff_code too_long(ff_error *error, size_t rows) {
    return ff_fail(error, FF_ERR_LIMIT, NULL, FF_NO_OFFSET, "a series has %zu rows, more than %zu",
                   rows, FF_SERIES_MAX_ROWS);
}

/* In the worst case a row takes 10 bytes as a number and 1 as a stretch. */
static size_t payload_room(size_t rows) {
    return 4 * VARINT_MAX + stretches_room(rows) + VARINT_MAX * rows;
}

/* Series are noise in their last bits: levels from 1 to 9 differ by 2 % in size. */
#define LEVEL 1

void ff_series_packer_init(ff_series_packer *packer, const ff_allocator *allocator) {
    *packer = (ff_series_packer){.allocator = allocator};
}

void ff_series_packer_free(ff_series_packer *packer) {
    if (packer->compressor != NULL) {
        libdeflate_free_compressor(packer->compressor);
    }
    packer->allocator->release(packer->allocator->user, packer->room);
    ff_series_packer_init(packer, packer->allocator);
}

/* Room that is not cleared: clearing took longer than filling it. */
static bool make_room(ff_series_packer *packer, size_t size) {
    if (packer->size < size) {
        packer->allocator->release(packer->allocator->user, packer->room);
        packer->room = packer->allocator->allocate(packer->allocator->user, size);
        packer->size = packer->room != NULL ? size : 0;
    }
    if (packer->compressor == NULL) {
        packer->compressor = libdeflate_alloc_compressor(LEVEL);
    }
    return packer->room != NULL && packer->compressor != NULL;
}

static ff_code no_memory(ff_error *error) {
    return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
}

ff_code ff_series_pack(ff_series_packer *packer, const double *values, size_t rows,
                       const unsigned char **blob, size_t *size, ff_error *error) {
    *blob = NULL;
    *size = 0;
    if (rows > FF_SERIES_MAX_ROWS) {
        return too_long(error, rows);
    }
    size_t numbers = 3 * (rows + 1) * sizeof(double), most = payload_room(rows);
    size_t packed = libdeflate_zlib_compress_bound(NULL, most);
    if (!make_room(packer, numbers + most + VARINT_MAX + packed)) {
        return no_memory(error);
    }
    double *there = packer->room;
    double *k = there + rows + 1;
    uint64_t *left = (uint64_t *)(void *)(k + rows + 1);
    writer payload = {.data = (unsigned char *)(left + rows + 1)};
    writer out = {.data = payload.data + most};
    write_payload(&payload, values, rows, there, k, left);
    write_varint(&out, payload.used);
    size_t got = libdeflate_zlib_compress(packer->compressor, payload.data, payload.used,
                                          out.data + out.used, packed);
    if (got == 0) {
        return ff_fail(error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET,
                       "a series could not be compressed");
    }
    *blob = out.data;
    *size = out.used + got;
    return FF_OK;
}

ff_code ff_series_encode(ff_arena *arena, const double *values, size_t rows,
                         const unsigned char **blob, size_t *size, ff_error *error) {
    ff_series_packer packer;
    ff_series_packer_init(&packer, arena->allocator);
    ff_code code = ff_series_pack(&packer, values, rows, blob, size, error);
    if (code == FF_OK) {
        *blob = (const unsigned char *)ff_arena_copy_bytes(arena, *blob, *size);
        code = ff_arena_check(arena, error);
    }
    ff_series_packer_free(&packer);
    return code;
}

/* ---- reading ---- */

typedef struct {
    const unsigned char *data;
    size_t size, at;
    bool failed; /* something did not fit; what was read since is 0 */
} reader;

static uint64_t read_varint(reader *r) {
    uint64_t x = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (r->at >= r->size) {
            break;
        }
        unsigned char byte = r->data[r->at++];
        if (shift == 63 && byte > 1) {
            break;
        }
        x |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80) {
            return x;
        }
    }
    r->failed = true;
    return 0;
}

/* Sets the absent rows of values to NAN and the others to 0; returns how many there are. */
static size_t read_stretches(reader *r, double *values, size_t rows) {
    size_t count = 0;
    bool there = true;
    for (size_t i = 0; i < rows && !r->failed; there = !there) {
        uint64_t length = read_varint(r);
        if (length > rows - i) {
            r->failed = true;
            break;
        }
        for (size_t end = i + (size_t)length; i < end; i++) {
            values[i] = there ? 0 : NAN;
        }
        count += there ? (size_t)length : 0;
    }
    return count;
}

static void read_grid(reader *r, const grid *g, uint64_t order, double *values, size_t rows) {
    uint64_t last = 0, before = 0; /* the numbers before, as in differences() */
    size_t seen = 0;
    for (size_t i = 0; i < rows && !r->failed; i++) {
        if (isnan(values[i])) {
            continue;
        }
        uint64_t x = unzigzag(read_varint(r));
        if (order >= 1) {
            x += last;
        }
        if (order == 2 && seen >= 2) {
            x += last - before;
        }
        before = last;
        last = x;
        seen++;
        int64_t k = x <= INT64_MAX ? (int64_t)x : -(int64_t)~x - 1;
        double place = (double)k;
        r->failed = r->failed || fabs(place) > LARGEST_K;
        values[i] = on_grid(g, place);
    }
}

static void read_planes(reader *r, size_t width, double *values, size_t rows, size_t count) {
    if (count > (r->size - r->at) / width) {
        r->failed = true;
        return;
    }
    const unsigned char *planes = r->data + r->at;
    r->at += count * width;
    size_t n = 0;
    for (size_t i = 0; i < rows; i++) {
        if (isnan(values[i])) {
            continue;
        }
        uint64_t bits = 0;
        for (size_t byte = 0; byte < width; byte++) {
            bits |= (uint64_t)planes[byte * count + n] << (8 * byte);
        }
        n++;
        if (width == 8) {
            memcpy(&values[i], &bits, sizeof values[i]);
        } else {
            uint32_t half = (uint32_t)bits;
            float x;
            memcpy(&x, &half, sizeof x);
            values[i] = x;
        }
        r->failed = r->failed || isnan(values[i]);
    }
}

static ff_code damaged(ff_error *error) {
    return ff_fail(error, FF_ERR_DAMAGED_JOURNAL, NULL, FF_NO_OFFSET,
                   "a stored series cannot be unpacked");
}

static ff_code read_payload(ff_arena *arena, reader *r, size_t rows, double **values,
                            ff_error *error) {
    uint64_t stored_rows = read_varint(r);
    uint64_t kind = read_varint(r);
    uint64_t g = kind == KIND_GRID ? read_varint(r) : 0;
    uint64_t order = kind == KIND_GRID ? read_varint(r) : 0;
    if (r->failed || stored_rows != rows || kind > KIND_GRID || g >= GRID_COUNT || order > 2) {
        return damaged(error);
    }
    double *made = ff_arena_take(arena, rows > 0 ? rows : 1, sizeof *made);
    if (made == NULL) {
        return ff_arena_check(arena, error);
    }
    size_t count = read_stretches(r, made, rows);
    if (!r->failed && kind == KIND_GRID) {
        read_grid(r, &grids[g], order, made, rows);
    } else if (!r->failed) {
        read_planes(r, kind == KIND_DOUBLE ? 8 : 4, made, rows, count);
    }
    if (r->failed || r->at != r->size) {
        return damaged(error);
    }
    *values = made;
    return FF_OK;
}

/* Unpacks exactly size bytes, with the checksum, and nothing after them. */
static ff_code inflate_payload(const reader *packed, unsigned char *payload, size_t size,
                               ff_error *error) {
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    if (decompressor == NULL) {
        return no_memory(error);
    }
    size_t taken = 0, given = 0, left = packed->size - packed->at;
    enum libdeflate_result result = libdeflate_zlib_decompress_ex(
        decompressor, packed->data + packed->at, left, payload, size, &taken, &given);
    libdeflate_free_decompressor(decompressor);
    return result == LIBDEFLATE_SUCCESS && given == size && taken == left ? FF_OK : damaged(error);
}

static ff_code decode(const ff_allocator *allocator, ff_arena *arena, reader *packed, size_t rows,
                      double **values, ff_error *error) {
    uint64_t size = read_varint(packed);
    if (packed->failed || size > payload_room(rows) ||
        size / DEFLATE_MAX_RATIO > packed->size - packed->at) {
        return damaged(error);
    }
    unsigned char *payload = allocator->allocate(allocator->user, (size_t)size + 1);
    if (payload == NULL) {
        return no_memory(error);
    }
    ff_code code = inflate_payload(packed, payload, (size_t)size, error);
    reader r = {.data = payload, .size = (size_t)size};
    code = code == FF_OK ? read_payload(arena, &r, rows, values, error) : code;
    allocator->release(allocator->user, payload);
    return code;
}

ff_code ff_series_decode(ff_arena *arena, int codec, const void *blob, size_t size, size_t rows,
                         double **values, ff_error *error) {
    *values = NULL;
    if (rows > FF_SERIES_MAX_ROWS) {
        return too_long(error, rows);
    }
    if (codec != FF_SERIES_CODEC) {
        return damaged(error);
    }
    reader packed = {.data = blob, .size = size};
    return decode(arena->allocator, arena, &packed, rows, values, error);
}
