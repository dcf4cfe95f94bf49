/* Random numbers with a recorded seed: the same stream on every platform.
 *
 * Generator: xoshiro256** (Blackman and Vigna 2018), seeded through SplitMix64 as its authors
 * advise. Not for secrets.
 */
#ifndef FOOTFALL_BASE_RANDOM_H
#define FOOTFALL_BASE_RANDOM_H

#include <stdint.h>

typedef struct ff_random {
    uint64_t state[4];
} ff_random;

void ff_random_init(ff_random *random, uint64_t seed);
uint64_t ff_random_bits(ff_random *random);
double ff_random_unit(ff_random *random);               /* uniform in [0, 1) */
double ff_random_normal(ff_random *random);             /* mean 0, SD 1 */
uint32_t ff_random_below(ff_random *random, uint32_t n); /* uniform in 0 .. n-1; n > 0 */

#endif
