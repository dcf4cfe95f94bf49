#include "journal/series_bytes.h"

#include <math.h>
#include <string.h>

void ff_series_write_number(ff_series_writer *w, uint64_t x) {
    while (x >= 0x80) {
        w->data[w->used++] = (unsigned char)(x | 0x80);
        x >>= 7;
    }
    w->data[w->used++] = (unsigned char)x;
}

uint64_t ff_series_read_number(ff_series_reader *r) {
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

/* Every stretch a row long, or one of all rows. */
size_t ff_series_stretches_room(size_t rows) {
    return rows + 2 * FF_VARINT_MOST;
}

void ff_series_write_stretches(ff_series_writer *w, const double *values, size_t rows) {
    bool there = true;
    for (size_t i = 0; i < rows;) {
        size_t start = i;
        while (i < rows && !isnan(values[i]) == there) {
            i++;
        }
        ff_series_write_number(w, i - start);
        there = !there;
    }
}

size_t ff_series_read_stretches(ff_series_reader *r, double *values, size_t rows) {
    size_t count = 0;
    bool there = true;
    for (size_t i = 0; i < rows && !r->failed; there = !there) {
        uint64_t length = ff_series_read_number(r);
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

void ff_series_read_planes(ff_series_reader *r, size_t width, double *values, size_t rows, size_t count) {
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
