#include "journal/number_grid.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

static const ff_grid grids[] = {
    {1, 1, 0},                             /* seconds, heart rate, power */
    {1, 2, 0},                             /* half steps a minute */
    {1, 10, 0},                            /* stance time, vertical oscillation, step length */
    {1, 100, 0},                           /* distance, balance, percentages */
    {1, 1000, 0},                          /* speed */
    {1, 5, -500},                          /* altitude */
    {1, 64, 0},                            /* steps a minute from strides with 1/128 */
    {1, 128, 0},   {180, 2147483648.0, 0}, /* degrees from semicircles (exact: 45 k / 2^29) */
    {1, 100, 100},                         /* 100 % minus a balance */
    {1, 5, 0},     {1, 16, 0},
    {1, 256, 0},   {1, 1024, 0},
    {1, 65536, 0}, {1, 1e4, 0},
    {1, 1e5, 0},   {1, 1e6, 0}, /* degrees in GPX and TCX texts, by their places */
    {1, 1e7, 0},   {1, 1e8, 0},
    {1, 1e9, 0},   {1, 1e10, 0},
    {1, 1e12, 0},
};
#define GRID_COUNT (sizeof grids / sizeof *grids)

/* Below 2^51, adding and taking away NEAREST rounds to the nearest whole number, as a processor does
 * by itself. */
#define NEAREST 6755399441055744.0 /* 2^52 + 2^51 */

/* Numbers that are tried on a grid together: the loop is short enough to be unrolled. */
enum { TRIED = 64 };

const ff_grid *ff_grid_of(uint64_t number) {
    return number < GRID_COUNT ? &grids[number] : NULL;
}

static uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* Whether the numbers lie on the grid; their places go into places. by: what a place is multiplied by
 * to have the value, where dividing and this are the same; else 0, and it is divided. A place that
 * is guessed wrongly does not come back bit for bit. */
static inline bool try_grid(const ff_grid *g, double by, const double *values, size_t count, double *places) {
    double guess = g->per / g->times, far = 0; /* a double, so that two places are looked at together */
    uint64_t off = 0;
    for (size_t i = 0; i < count; i++) {
        double near = ((values[i] - g->plus) * guess + NEAREST) - NEAREST;
        double back = by != 0 ? near * by + g->plus : ff_grid_value(g, near);
        off |= bits_of(back) ^ bits_of(values[i]);
        far = fabs(near) <= FF_GRID_LARGEST ? far : 1;
        places[i] = near;
    }
    return off == 0 && far == 0;
}

/* By a power of two, dividing is multiplying (IEEE 754: both are exact but for the same rounding of
 * times, and no place on a grid comes near the smallest numbers). */
static double factor_of(const ff_grid *g) {
    int exponent;
    return frexp(g->per, &exponent) == 0.5 ? g->times / g->per : 0;
}

static bool holds(const ff_grid *g, const double *values, size_t count, double *places) {
    double by = factor_of(g);
    size_t i = 0, at_once = 1; /* most grids fail at the first number */
    while (i < count) {
        bool on = by != 0 ? try_grid(g, by, values + i, at_once, places + i)
                          : try_grid(g, 0, values + i, at_once, places + i);
        if (!on) {
            return false;
        }
        i += at_once;
        at_once = count - i < TRIED ? count - i : TRIED;
    }
    return true;
}

int ff_grid_find(const double *values, size_t count, double *places) {
    for (size_t g = 0; g < GRID_COUNT; g++) {
        if (holds(&grids[g], values, count, places)) {
            return (int)g;
        }
    }
    return -1;
}
