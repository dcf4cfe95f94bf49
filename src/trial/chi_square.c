#include "trial/chi_square.h"

#include <math.h>

#define SQRT_PI 1.7724538509055161

/* Q(df / 2, x / 2), by Q(a + 1, y) = Q(a, y) + y^a exp(-y) / Gamma(a + 1) [Abramowitz and
 * Stegun 6.5.21], from Q(1/2, y) = erfc(sqrt(y)) or Q(1, y) = exp(-y). */
double ff_chi_square_tail(double x, size_t degrees) {
    double y = x / 2, a = degrees % 2 == 0 ? 1 : 0.5;
    double q = degrees % 2 == 0 ? exp(-y) : erfc(sqrt(y));
    double term = degrees % 2 == 0 ? y * exp(-y) : 2 * sqrt(y) * exp(-y) / SQRT_PI;
    for (; 2 * a < (double)degrees; a++) {
        q += term;
        term *= y / (a + 1);
    }
    return q < 1 ? q : 1;
}
