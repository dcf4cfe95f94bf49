#include "base/crc16.h"

#include "base/prefetch.h"

#define STEP 16

void ff_crc16_init(ff_crc16_table *table) {
    for (unsigned i = 0; i < 256; i++) {
        unsigned crc = i;
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xA001u : crc >> 1;
        }
        table->row[0][i] = (uint16_t)crc;
    }
    /* Row k holds what a byte becomes when k zero bytes follow it. */
    for (int k = 1; k < STEP; k++) {
        for (int i = 0; i < 256; i++) {
            unsigned crc = table->row[k - 1][i];
            table->row[k][i] = (uint16_t)((crc >> 8) ^ table->row[0][crc & 0xFF]);
        }
    }
}

/* Sixteen bytes at once: the checksum is linear, so what each byte contributes is looked up for
 * its own distance from the end and the parts are added without carry. The two bytes that hang on
 * the step before come last: only they are waited for. */
static unsigned step(const ff_crc16_table *table, unsigned crc, const uint8_t *at) {
    unsigned a = table->row[13][at[2]] ^ table->row[12][at[3]];
    unsigned b = table->row[11][at[4]] ^ table->row[10][at[5]];
    a ^= table->row[9][at[6]] ^ table->row[8][at[7]];
    b ^= table->row[7][at[8]] ^ table->row[6][at[9]];
    a ^= table->row[5][at[10]] ^ table->row[4][at[11]];
    b ^= table->row[3][at[12]] ^ table->row[2][at[13]];
    a ^= table->row[1][at[14]] ^ table->row[0][at[15]];
    a ^= b;
    a ^= table->row[14][at[1] ^ (crc >> 8)];
    return a ^ table->row[15][at[0] ^ (crc & 0xFF)];
}

uint16_t ff_crc16(const ff_crc16_table *table, uint16_t crc, const void *data, size_t count) {
    const uint8_t *at = data;
    unsigned sum = crc;
    for (; count >= STEP; count -= STEP, at += STEP) {
        if (count > FF_PREFETCH_AHEAD) {
            ff_prefetch(at + FF_PREFETCH_AHEAD);
        }
        sum = step(table, sum, at);
    }
    for (; count > 0; count--, at++) {
        sum = (sum >> 8) ^ table->row[0][(sum ^ *at) & 0xFF];
    }
    return (uint16_t)sum;
}
