#include "base/random.h"

#include <math.h>

static uint64_t split_mix(uint64_t *x) {
    uint64_t z = (*x += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

void ff_random_init(ff_random *random, uint64_t seed) {
    for (int i = 0; i < 4; i++) {
        random->state[i] = split_mix(&seed);
    }
}

static uint64_t rotate(uint64_t x, int by) {
    return x << by | x >> (64 - by);
}

uint64_t ff_random_bits(ff_random *random) {
    uint64_t *s = random->state;
    uint64_t result = rotate(s[1] * 5, 7) * 9;
    uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

double ff_random_unit(ff_random *random) {
    return (double)(ff_random_bits(random) >> 11) * 0x1.0p-53;
}

double ff_random_normal(ff_random *random) {
    /* Marsaglia's polar method: no trigonometry, so platforms differ only through log and sqrt. */
    double u, v, s;
    do {
        u = 2 * ff_random_unit(random) - 1;
        v = 2 * ff_random_unit(random) - 1;
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    return u * sqrt(-2 * log(s) / s);
}

uint32_t ff_random_below(ff_random *random, uint32_t n) {
    uint64_t limit = UINT64_MAX - UINT64_MAX % n;
    uint64_t bits;
    do {
        bits = ff_random_bits(random);
    } while (bits >= limit);
    return (uint32_t)(bits % n);
}
