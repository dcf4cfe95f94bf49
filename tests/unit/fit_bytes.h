/* FIT files by hand, byte for byte, for the tests of the reader: nothing here is shared with the
 * code under test. */
#ifndef FOOTFALL_TESTS_FIT_BYTES_H
#define FOOTFALL_TESTS_FIT_BYTES_H

#include <stddef.h>
#include <stdint.h>

typedef struct fit_bytes {
    uint8_t data[700000];
    size_t size;
    size_t part; /* where the part at hand begins */
} fit_bytes;

/* Appends bytes: fit_add(f, 3, 0x40, 0, 1). */
void fit_add(fit_bytes *f, int count, ...);
void fit_add_bytes(fit_bytes *f, const void *bytes, size_t count);

/* Begins a file, or a chained one behind what is there: a header of 12 or 14 bytes whose length
 * fit_close writes. */
void fit_open(fit_bytes *f, int header_size);

/* Writes the data size and the header checksum, then appends the checksum. */
void fit_close(fit_bytes *f);

/* Appends the checksum of the part at hand without touching its header. */
void fit_seal(fit_bytes *f);

/* The data size in the header of the part at hand, and its header checksum made anew. */
void fit_declare(fit_bytes *f, uint32_t size);

/* CRC-16/ARC, one bit at a time. */
uint16_t fit_slow_crc(const uint8_t *bytes, size_t count);

/* A definition of message 20 as local type 1 with the time and the heart rate (little-endian), and
 * its messages. */
void fit_define_record(fit_bytes *f);
void fit_record(fit_bytes *f, uint32_t time, uint8_t heart_rate);

#endif
