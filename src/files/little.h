/* Whole numbers as zip and gzip hold them: the lowest byte first, at any address. */
#ifndef FOOTFALL_FILES_LITTLE_H
#define FOOTFALL_FILES_LITTLE_H

#include <stdint.h>

static inline uint16_t ff_little16(const uint8_t *at) {
    return (uint16_t)(at[0] | at[1] << 8);
}

static inline uint32_t ff_little32(const uint8_t *at) {
    return (uint32_t)ff_little16(at) | (uint32_t)ff_little16(at + 2) << 16;
}

static inline uint64_t ff_little64(const uint8_t *at) {
    return (uint64_t)ff_little32(at) | (uint64_t)ff_little32(at + 4) << 32;
}

#endif
