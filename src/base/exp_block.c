#include "base/exp_block.h"

#include "base/wide.h"

#include <stdint.h>
#include <string.h>

/* x = n ln 2 + r with |r| <= ln 2 / 2; e^x = 2^n e^r, and e^r by its Taylor series, of which what is
 * left out is below 2e-16. ln 2 in two parts, the first of which times n is exact [Cody and Waite
 * 1980]. */
#define LOG2_E   1.44269504088896340736
#define LN2_HIGH 0x1.62e42fee00000p-1
#define LN2_LOW  0x1.a39ef35793c76p-33

/* Added to a number, its last bits are the nearest whole number. */
#define TO_WHOLE 0x1.8p52

static inline double exp_one(double x) {
    x = x < -708 ? -708 : x;
    x = x > 709 ? 709 : x;
    double shifted = x * LOG2_E + TO_WHOLE, n = shifted - TO_WHOLE;
    double r = (x - n * LN2_HIGH) - n * LN2_LOW;
    double r2 = r * r, r4 = r2 * r2;
    double p01 = 1 + r, p23 = 1.0 / 2 + r * (1.0 / 6);
    double p45 = 1.0 / 24 + r * (1.0 / 120), p67 = 1.0 / 720 + r * (1.0 / 5040);
    double p89 = 1.0 / 40320 + r * (1.0 / 362880), pab = 1.0 / 3628800 + r * (1.0 / 39916800);
    double high = (p89 + r2 * pab) + r4 * (1.0 / 479001600);
    double p = (p01 + r2 * p23) + r4 * ((p45 + r2 * p67) + r4 * high);
    uint64_t bits;
    double power;
    memcpy(&bits, &shifted, sizeof bits);
    bits = (bits + 1023) << 52; /* 2^n */
    memcpy(&power, &bits, sizeof power);
    return p * power;
}

/* So many in a row are work for wide registers whatever the compiler is told. */
#define STRIP 8

FF_WIDE void ff_exp_block(double *x, size_t count) {
    size_t i = 0;
    for (; i + STRIP <= count; i += STRIP) {
        for (size_t k = 0; k < STRIP; k++) {
            x[i + k] = exp_one(x[i + k]);
        }
    }
    for (; i < count; i++) {
        x[i] = exp_one(x[i]);
    }
}
