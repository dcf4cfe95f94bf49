/* Numbers in order, and their middle. */
#ifndef FOOTFALL_BASE_SORTED_H
#define FOOTFALL_BASE_SORTED_H

#include <stddef.h>

/* The least first; without NAN among them. */
void ff_sort_numbers(double *numbers, size_t count);

/* The middle of sorted numbers, of two the mean; NAN without any. */
double ff_sorted_median(const double *numbers, size_t count);

#endif
