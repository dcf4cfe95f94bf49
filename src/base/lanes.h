/* Numbers side by side, one a lane: the same work is done on each, and a compiler does it on several in one
 * instruction (with FF_WIDE on more). No lane touches another, so each gives the same to the last bit whatever
 * the others hold. */
#ifndef FOOTFALL_BASE_LANES_H
#define FOOTFALL_BASE_LANES_H

#include <stddef.h>

#define FF_LANES 32

typedef struct ff_lanes {
    double of[FF_LANES];
} ff_lanes;

#define FF_EACH_LANE(l) for (size_t l = 0; l < FF_LANES; l++)

static inline ff_lanes ff_lanes_all(double x) {
    ff_lanes all;
    FF_EACH_LANE(l) { all.of[l] = x; }
    return all;
}

#endif
