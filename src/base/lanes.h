/* Numbers side by side, one a lane: the same work is done on each, and a compiler does it on
 * several in one instruction (with FF_WIDE on more). So many are more than gcc unrolls: of eight it
 * makes a row of single steps. No lane touches another, so each gives the same to the last bit
 * whatever the others hold. */
#ifndef FOOTFALL_BASE_LANES_H
#define FOOTFALL_BASE_LANES_H

#include <math.h>
#include <stddef.h>

#define FF_LANES 32

typedef struct ff_lanes {
    double of[FF_LANES];
} ff_lanes;

#define FF_EACH_LANE(l) for (size_t l = 0; l < FF_LANES; l++)

static inline ff_lanes ff_lanes_all(double x) {
    ff_lanes all;
    FF_EACH_LANE(l) {
        all.of[l] = x;
    }
    return all;
}

/* Logarithms of products are taken when a product comes to the end of what a double holds: then it
 * begins anew at
 * 1. No factor may be below 1, nor may those between two calls come to more than 1e100. */
static inline void ff_lanes_take_logs(ff_lanes *product, ff_lanes *logs) {
    FF_EACH_LANE(l) {
        if (product->of[l] > 1e200) {
            logs->of[l] += log(product->of[l]);
            product->of[l] = 1;
        }
    }
}

#endif
