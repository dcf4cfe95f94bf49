#include "base/bit_blocks.h"

#include <string.h>

/* Bytes of any machine in the order of the format: compilers make one instruction of each. */
static void store_64(unsigned char *at, uint64_t x) {
    for (int i = 0; i < 8; i++) {
        at[i] = (unsigned char)(x >> (8 * i));
    }
}

static uint64_t load_64(const unsigned char *at) {
    uint64_t x = 0;
    for (int i = 0; i < 8; i++) {
        x |= (uint64_t)at[i] << (8 * i);
    }
    return x;
}

unsigned ff_bits_width(uint64_t x) {
    unsigned width = 0;
    for (unsigned half = 32; half > 0; half /= 2) {
        if (x >> half > 0) {
            x >>= half;
            width += half;
        }
    }
    return width + (unsigned)x;
}

size_t ff_bits_size(size_t count, unsigned width) {
    return (count * width + 7) / 8;
}

/* What is on its way into the bytes: fewer than 64 bits. */
typedef struct {
    unsigned char *at;
    uint64_t held;
    unsigned bits;
} packing;

/* width is not 0. */
static inline void push(packing *p, uint64_t x, unsigned width) {
    p->held |= x << p->bits;
    p->bits += width;
    if (p->bits >= 64) {
        store_64(p->at, p->held);
        p->at += 8;
        p->bits -= 64;
        p->held = p->bits > 0 ? x >> (width - p->bits) : 0;
    }
}

void ff_bits_pack(const uint64_t *numbers, size_t count, unsigned width, unsigned char *out) {
    packing p = {.at = out};
    size_t i = 0;
    if (width == 0) {
        return;
    }
    if (width <= 16) { /* four at once: three times as fast */
        for (; i + 4 <= count; i += 4) {
            const uint64_t *x = numbers + i;
            uint64_t low = x[0] | x[1] << width, high = x[2] | x[3] << width;
            push(&p, low | high << (2 * width), 4 * width);
        }
    }
    for (; i < count; i++) {
        push(&p, numbers[i], width);
    }
    if (p.bits > 0) {
        store_64(p.at, p.held);
    }
}

void ff_bits_unpack(const unsigned char *in, size_t count, unsigned width, uint64_t *numbers) {
    size_t size = ff_bits_size(count, width);
    uint64_t mask = (UINT64_C(1) << width) - 1;
    for (size_t i = 0; i < count; i++) {
        size_t bit = i * width, byte = bit / 8;
        unsigned char last[8] = {0};
        const unsigned char *at = in + byte;
        if (size - byte < 8) {
            memcpy(last, at, size - byte);
            at = last;
        }
        numbers[i] = load_64(at) >> (bit % 8) & mask;
    }
}
