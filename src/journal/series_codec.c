#include "journal/series_codec.h"

#include "base/bit_blocks.h"
#include "base/wide.h"
#include "journal/number_grid.h"
#include "journal/series_codec_1.h"

#include <float.h>
#include <math.h>
#include <string.h>
#include <libdeflate.h>

enum { BLOCK = 128, CHECKSUM_SIZE = 4 };

/* Blocks by which the order is chosen: the rest of a series is like its beginning. */
#define LOOKED_AT (2 * (size_t)BLOCK)

/* Series that lie on no grid are noise in their last bits: levels from 1 to 9 differ by 2 % in size. */
#define LEVEL 1

static ff_code too_long(ff_error *error, size_t rows) {
    return ff_fail(error, FF_ERR_LIMIT, NULL, FF_NO_OFFSET, "a series has %zu rows, more than %zu",
                   rows, FF_SERIES_MAX_ROWS);
}

ff_code ff_series_damaged(ff_error *error) {
    return ff_fail(error, FF_ERR_DAMAGED_JOURNAL, NULL, FF_NO_OFFSET,
                   "a stored series cannot be unpacked");
}

ff_code ff_series_no_memory(ff_error *error) {
    return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
}

/* ---- writing: places on a grid ---- */

/* A block on its way: how much each of its numbers is above the smallest. */
typedef struct {
    int64_t smallest;
    unsigned width;
    uint64_t above[BLOCK];
} block;

/* What differencing leaves of a place; as many as the order stand before it. */
static inline double left_of(const double *place, unsigned order) {
    return order == 0   ? place[0]
           : order == 1 ? place[0] - place[-1]
                        : (place[0] - place[-1]) - (place[-1] - place[-2]);
}

/* 2^52: added to a whole number below it, it leaves that number in the lower bits of the double. */
#define WHOLE 4503599627370496.0

/* Numbers that are compared side by side, as processors can. */
enum { LANES = 4 };

/* The smallest and the largest of one number or more. */
static inline void find_range(const double *left, size_t count, double *smallest, double *largest) {
    double low[LANES], high[LANES];
    for (size_t k = 0; k < LANES; k++) {
        low[k] = high[k] = left[0];
    }
    for (size_t i = 0; i + LANES <= count; i += LANES) {
        for (size_t k = 0; k < LANES; k++) {
            low[k] = left[i + k] < low[k] ? left[i + k] : low[k];
            high[k] = left[i + k] > high[k] ? left[i + k] : high[k];
        }
    }
    *smallest = *largest = left[0];
    for (size_t i = count - count % LANES; i < count; i++) {
        *smallest = left[i] < *smallest ? left[i] : *smallest;
        *largest = left[i] > *largest ? left[i] : *largest;
    }
    for (size_t k = 0; k < LANES; k++) {
        *smallest = low[k] < *smallest ? low[k] : *smallest;
        *largest = high[k] > *largest ? high[k] : *largest;
    }
}

/* What differencing leaves of some places, and the block's smallest number and width by it. With the
 * order known where it is compiled, the loop has no question in it. */
static inline void difference(const double *places, size_t count, unsigned order, double *left) {
    for (size_t i = 0; i < count; i++) {
        left[i] = left_of(places + i, order);
    }
}

FF_WIDE static void begin_block(const double *places, size_t count, unsigned order, double *left, block *b) {
    double smallest, largest;
    switch (order) {
    case 0:
        difference(places, count, 0, left);
        break;
    case 1:
        difference(places, count, 1, left);
        break;
    default:
        difference(places, count, 2, left);
        break;
    }
    find_range(left, count, &smallest, &largest);
    b->smallest = (int64_t)smallest;
    b->width = ff_bits_width((uint64_t)(largest - smallest));
}

static void fill_block(const double *left, size_t count, block *b) {
    double smallest = (double)b->smallest;
    for (size_t i = 0; i < count; i++) {
        double above = (left[i] - smallest) + WHOLE;
        memcpy(&b->above[i], &above, sizeof above);
        b->above[i] &= (UINT64_C(1) << 52) - 1;
    }
}

static size_t at_most(size_t count, size_t most) {
    return count < most ? count : most;
}

/* The order that takes the fewest bytes. */
static unsigned best_order(const double *places, size_t count) {
    unsigned best = 0;
    size_t best_size = SIZE_MAX;
    double left[BLOCK];
    block b = {0}; /* gcc's analyzer does not see into a function that is there in several versions */
    count = at_most(count, LOOKED_AT);
    for (unsigned order = 0; order <= 2 && order <= count; order++) {
        size_t size = 0;
        for (size_t i = order; i < count; i += BLOCK) {
            size_t some = at_most(count - i, BLOCK);
            begin_block(places + i, some, order, left, &b);
            size += ff_bits_size(some, b.width);
        }
        if (size < best_size) {
            best_size = size;
            best = order;
        }
    }
    return best;
}

static void write_signed(ff_series_writer *w, int64_t x) {
    ff_series_write_number(w, ff_zigzag((uint64_t)x));
}

FF_WIDE static void write_places(ff_series_writer *w, const double *places, size_t count) {
    unsigned order = best_order(places, count);
    double left[BLOCK];
    block b;
    ff_series_write_number(w, order);
    for (size_t i = 0; i < order; i++) {
        write_signed(w, (int64_t)places[i]);
    }
    for (size_t i = order; i < count; i += BLOCK) {
        size_t some = at_most(count - i, BLOCK);
        begin_block(places + i, some, order, left, &b);
        fill_block(left, some, &b);
        write_signed(w, b.smallest);
        w->data[w->used++] = (unsigned char)b.width;
        ff_bits_pack(b.above, some, b.width, w->data + w->used);
        w->used += ff_bits_size(some, b.width);
    }
}

/* ---- writing: bytes of numbers ---- */

static uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static bool is_float(double x) {
    return isinf(x) || (fabs(x) <= (double)FLT_MAX && bits_of((double)(float)x) == bits_of(x));
}

static bool are_floats(const double *values, size_t count) {
    size_t i = 0;
    while (i < count && is_float(values[i])) {
        i++;
    }
    return i == count;
}

static uint64_t float_bits(double x) {
    float narrow = (float)x;
    uint32_t bits;
    memcpy(&bits, &narrow, sizeof bits);
    return bits;
}

/* The number of bytes is the width times the count. */
static void fill_planes(unsigned char *planes, size_t width, const double *values, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint64_t bits = width == 8 ? bits_of(values[i]) : float_bits(values[i]);
        for (size_t byte = 0; byte < width; byte++) {
            planes[byte * count + i] = (unsigned char)(bits >> (8 * byte));
        }
    }
}

/* ---- writing: a column ---- */

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
    return packer->room != NULL;
}

/* One column on its way. */
typedef struct {
    ff_series_packer *packer;
    const double *values; /* all rows */
    size_t rows;
    const double *there; /* those that are there */
    size_t count;
    double *places;
    ff_series_writer out;
    size_t room; /* of out */
} packing;

/* What the blob takes at most: on a grid 7 bytes a number, else what zlib makes of 8, or of 4. */
static size_t blob_room(size_t rows) {
    size_t blocks = rows / BLOCK + 1;
    size_t on_grid = 3 * FF_VARINT_MOST + blocks * (FF_VARINT_MOST + 1) + 7 * rows + 8;
    size_t as_bytes = libdeflate_zlib_compress_bound(NULL, 8 * rows);
    return 2 * FF_VARINT_MOST + ff_series_stretches_room(rows) +
           (on_grid > as_bytes ? on_grid : as_bytes) + CHECKSUM_SIZE;
}

FF_WIDE static bool all_there(const double *values, size_t rows) {
    double absent = 0; /* a double among doubles: two are looked at together */
    for (size_t i = 0; i < rows; i++) {
        absent = values[i] == values[i] ? absent : 1;
    }
    return absent == 0;
}

/* Points to the values that are there, which are copied where some are not. */
static void gather(packing *p, double *room) {
    if (all_there(p->values, p->rows)) {
        p->there = p->values;
        p->count = p->rows;
        return;
    }
    p->there = room;
    for (size_t i = 0; i < p->rows; i++) {
        room[p->count] = p->values[i];
        p->count += isnan(p->values[i]) ? 0 : 1;
    }
}

static void write_stretches(packing *p) {
    if (p->count == p->rows && p->rows > 0) {
        ff_series_write_number(&p->out, p->rows); /* one stretch */
    } else {
        ff_series_write_stretches(&p->out, p->values, p->rows);
    }
}

static ff_code write_bytes(packing *p, ff_error *error) {
    size_t width = are_floats(p->there, p->count) ? 4 : 8;
    unsigned char *planes = (unsigned char *)p->places; /* 8 bytes a row, and on no grid unused */
    if (p->packer->compressor == NULL) {
        p->packer->compressor = libdeflate_alloc_compressor(LEVEL);
    }
    if (p->packer->compressor == NULL) {
        return ff_series_no_memory(error);
    }
    ff_series_write_number(&p->out, width == 4 ? FF_SERIES_FLOATS : FF_SERIES_DOUBLES);
    write_stretches(p);
    fill_planes(planes, width, p->there, p->count);
    size_t got = libdeflate_zlib_compress(p->packer->compressor, planes, width * p->count,
                                          p->out.data + p->out.used,
                                          p->room - CHECKSUM_SIZE - p->out.used);
    if (got == 0) {
        return ff_fail(error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET,
                       "a series could not be compressed");
    }
    p->out.used += got;
    return FF_OK;
}

static ff_code write_column(packing *p, ff_error *error) {
    ff_series_write_number(&p->out, p->rows);
    int grid = ff_grid_find(p->there, p->count, p->places);
    if (grid < 0) {
        return write_bytes(p, error);
    }
    ff_series_write_number(&p->out, FF_SERIES_GRID);
    write_stretches(p);
    ff_series_write_number(&p->out, (uint64_t)grid);
    write_places(&p->out, p->places, p->count);
    return FF_OK;
}

static void write_checksum(ff_series_writer *w) {
    uint32_t sum = libdeflate_crc32(0, w->data, w->used);
    for (unsigned i = 0; i < CHECKSUM_SIZE; i++) {
        w->data[w->used++] = (unsigned char)(sum >> (8 * i));
    }
}

ff_code ff_series_pack(ff_series_packer *packer, const double *values, size_t rows,
                       const unsigned char **blob, size_t *size, ff_error *error) {
    *blob = NULL;
    *size = 0;
    if (rows > FF_SERIES_MAX_ROWS) {
        return too_long(error, rows);
    }
    size_t numbers = (rows + 1) * sizeof(double);
    packing p = {.packer = packer, .values = values, .rows = rows, .room = blob_room(rows)};
    if (!make_room(packer, 2 * numbers + p.room)) {
        return ff_series_no_memory(error);
    }
    double *there = packer->room;
    p.places = there + rows + 1;
    p.out.data = (unsigned char *)(p.places + rows + 1);
    gather(&p, there);
    ff_code code = write_column(&p, error);
    if (code == FF_OK) {
        write_checksum(&p.out);
        *blob = p.out.data;
        *size = p.out.used;
    }
    return code;
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

/* The places of a column, one after the other. */
typedef struct {
    const ff_grid *grid;
    unsigned order;
    uint64_t last, before; /* places, in two's complement */
    size_t seen;
} unpacking;

static uint64_t next_place(unpacking *u, uint64_t left) {
    bool first = u->seen++ < u->order;
    uint64_t x = left;
    if (!first && u->order >= 1) {
        x += u->last;
    }
    if (!first && u->order == 2) {
        x += u->last - u->before;
    }
    u->before = u->last;
    u->last = x;
    return x;
}

/* The next block's numbers, of which count are left; returns how many. */
static size_t read_block(ff_series_reader *r, size_t count, uint64_t *numbers) {
    uint64_t smallest = ff_unzigzag(ff_series_read_number(r));
    unsigned width = r->at < r->size ? r->data[r->at++] : FF_BITS_MOST + 1;
    size_t some = at_most(count, BLOCK);
    if (width > FF_BITS_MOST || ff_bits_size(some, width) > r->size - r->at) {
        r->failed = true;
        return 0;
    }
    ff_bits_unpack(r->data + r->at, some, width, numbers);
    r->at += ff_bits_size(some, width);
    for (size_t i = 0; i < some; i++) {
        numbers[i] += smallest;
    }
    return some;
}

/* Into the next row that is not NAN, from row on; returns the row after it. */
static size_t put_place(ff_series_reader *r, const ff_grid *grid, uint64_t place, double *values, size_t row) {
    double k = (double)ff_signed(place);
    r->failed = r->failed || fabs(k) > FF_SERIES_LARGEST_PLACE;
    while (isnan(values[row])) {
        row++;
    }
    values[row] = ff_grid_value(grid, k);
    return row + 1;
}

/* count rows of values are not NAN. */
static void read_places(ff_series_reader *r, double *values, size_t count) {
    unpacking u = {.grid = ff_grid_of(ff_series_read_number(r))};
    uint64_t order = ff_series_read_number(r), numbers[BLOCK];
    size_t row = 0;
    if (r->failed || u.grid == NULL || order > 2 || order > count) {
        r->failed = true;
        return;
    }
    u.order = (unsigned)order;
    for (size_t i = 0; i < order && !r->failed; i++) {
        uint64_t place = next_place(&u, ff_unzigzag(ff_series_read_number(r)));
        row = put_place(r, u.grid, place, values, row);
    }
    for (size_t i = order, some; i < count && !r->failed; i += some) {
        some = read_block(r, count - i, numbers);
        for (size_t k = 0; k < some; k++) {
            row = put_place(r, u.grid, next_place(&u, numbers[k]), values, row);
        }
    }
}

ff_code ff_series_inflate(const ff_series_reader *packed, unsigned char *payload, size_t size,
                          ff_error *error) {
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    if (decompressor == NULL) {
        return ff_series_no_memory(error);
    }
    size_t taken = 0, given = 0;
    enum libdeflate_result result = libdeflate_zlib_decompress_ex(
        decompressor, packed->data, packed->size, payload, size, &taken, &given);
    libdeflate_free_decompressor(decompressor);
    return result == LIBDEFLATE_SUCCESS && given == size && taken == packed->size
               ? FF_OK
               : ff_series_damaged(error);
}

static ff_code read_bytes(ff_arena *arena, ff_series_reader *r, size_t width, double *values,
                          size_t rows, size_t count, ff_error *error) {
    const ff_allocator *allocator = arena->allocator;
    size_t size = width * count;
    unsigned char *planes = allocator->allocate(allocator->user, size + 1);
    if (planes == NULL) {
        return ff_series_no_memory(error);
    }
    ff_series_reader packed = {.data = r->data + r->at, .size = r->size - r->at};
    ff_code code = ff_series_inflate(&packed, planes, size, error);
    ff_series_reader bytes = {.data = planes, .size = size};
    if (code == FF_OK) {
        ff_series_read_planes(&bytes, width, values, rows, count);
        r->failed = bytes.failed;
        r->at = r->size;
    }
    allocator->release(allocator->user, planes);
    return code;
}

static bool checksum_right(ff_series_reader *r) {
    if (r->size < CHECKSUM_SIZE) {
        return false;
    }
    r->size -= CHECKSUM_SIZE;
    uint32_t sum = libdeflate_crc32(0, r->data, r->size), stands = 0;
    for (unsigned i = 0; i < CHECKSUM_SIZE; i++) {
        stands |= (uint32_t)r->data[r->size + i] << (8 * i);
    }
    return sum == stands;
}

static ff_code decode(ff_arena *arena, ff_series_reader *r, size_t rows, double **values,
                      ff_error *error) {
    uint64_t stored_rows = ff_series_read_number(r), kind = ff_series_read_number(r);
    if (r->failed || stored_rows != rows || kind > FF_SERIES_GRID) {
        return ff_series_damaged(error);
    }
    double *made = ff_arena_take(arena, rows > 0 ? rows : 1, sizeof *made);
    if (made == NULL) {
        return ff_arena_check(arena, error);
    }
    ff_code code = FF_OK;
    size_t count = ff_series_read_stretches(r, made, rows);
    if (!r->failed && kind == FF_SERIES_GRID) {
        read_places(r, made, count);
    } else if (!r->failed) {
        code = read_bytes(arena, r, kind == FF_SERIES_DOUBLES ? 8 : 4, made, rows, count, error);
    }
    if (code == FF_OK && (r->failed || r->at != r->size)) {
        code = ff_series_damaged(error);
    }
    *values = code == FF_OK ? made : NULL;
    return code;
}

ff_code ff_series_decode(ff_arena *arena, int codec, const void *blob, size_t size, size_t rows,
                         double **values, ff_error *error) {
    *values = NULL;
    if (rows > FF_SERIES_MAX_ROWS) {
        return too_long(error, rows);
    }
    if (codec == 1) {
        return ff_series_decode_1(arena, blob, size, rows, values, error);
    }
    ff_series_reader r = {.data = blob, .size = size};
    if (codec != FF_SERIES_CODEC || !checksum_right(&r)) {
        return ff_series_damaged(error);
    }
    return decode(arena, &r, rows, values, error);
}
