/* The grids on which a watch's numbers lie: it stores whole numbers and a scale.
 *
 * A grid holds the values (k * times) / per + plus, k whole: the arithmetic, in this order, by which
 * readers scale. The list is part of the stored format: grids may be added at its end, never changed.
 */
#ifndef FOOTFALL_JOURNAL_NUMBER_GRID_H
#define FOOTFALL_JOURNAL_NUMBER_GRID_H

#include <stddef.h>
#include <stdint.h>

typedef struct ff_grid {
    double times, per, plus;
} ff_grid;

/* The grid of a number in the list; NULL: there is none. */
const ff_grid *ff_grid_of(uint64_t number);

/* The value at a place. */
static inline double ff_grid_value(const ff_grid *grid, double place) {
    return place * grid->times / grid->per + grid->plus;
}

/* Places that are found go up to here, so that differences of their differences, and the distance
 * between two of those, are exact as doubles and take less than 2^52. */
#define FF_GRID_LARGEST 281474976710656.0 /* 2^48 */

/* The first grid that holds all values bit for bit, and their places on it, whole numbers; -1: none
 * does. places may hold anything then. No value may be NAN. */
int ff_grid_find(const double *values, size_t count, double *places);

#endif
