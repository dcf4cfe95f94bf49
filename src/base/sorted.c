#include "base/sorted.h"

#include <math.h>
#include <stdlib.h>

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void ff_sort_numbers(double *numbers, size_t count) {
    if (count > 1) {
        qsort(numbers, count, sizeof *numbers, ascending);
    }
}

double ff_sorted_median(const double *numbers, size_t count) {
    return count > 0 ? (numbers[(count - 1) / 2] + numbers[count / 2]) / 2 : NAN;
}
