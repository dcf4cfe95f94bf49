/* CRC-16/ARC (polynomial 0x8005 reflected, start 0): the checksum of FIT files.
 *
 * The running value may be handed on from piece to piece. Over data followed by its own checksum
 * in little-endian order the result is 0.
 */
#ifndef FOOTFALL_BASE_CRC16_H
#define FOOTFALL_BASE_CRC16_H

#include <stddef.h>
#include <stdint.h>

/* Tables for 16 bytes a step; 8 KiB, filled in some microseconds. */
typedef struct ff_crc16_table {
    uint16_t row[16][256];
} ff_crc16_table;

void ff_crc16_init(ff_crc16_table *table);
uint16_t ff_crc16(const ff_crc16_table *table, uint16_t crc, const void *data, size_t count);

#endif
