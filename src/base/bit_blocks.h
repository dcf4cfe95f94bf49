/* Whole numbers in a row, each in as many bits as the largest of them needs.
 *
 * Number i takes the bits from i * width on, the lowest first, bytes in order; the last byte is filled
 * up with zeros. (Frame of reference without a frame: Lemire and Boytsov 2015, "Decoding billions of
 * integers per second through vectorization", section 2.)
 */
#ifndef FOOTFALL_BASE_BIT_BLOCKS_H
#define FOOTFALL_BASE_BIT_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

/* The widest number. */
#define FF_BITS_MOST 56u

/* How many bits hold x; 0 for 0. */
unsigned ff_bits_width(uint64_t x);

/* The bytes that count numbers take; for any width up to FF_BITS_MOST. */
size_t ff_bits_size(size_t count, unsigned width);

/* Writes ff_bits_size bytes to out, of which 8 more are touched. No number may need more than width. */
void ff_bits_pack(const uint64_t *numbers, size_t count, unsigned width, unsigned char *out);

/* Reads ff_bits_size bytes, and no more. */
void ff_bits_unpack(const unsigned char *in, size_t count, unsigned width, uint64_t *numbers);

#endif
