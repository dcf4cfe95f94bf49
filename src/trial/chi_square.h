/* The chi-square distribution: how often chance alone gives as large a sum of squares. */
#ifndef FOOTFALL_TRIAL_CHI_SQUARE_H
#define FOOTFALL_TRIAL_CHI_SQUARE_H

#include <stddef.h>

/* The chance of more than x, which is 0 or more, with that many degrees of freedom, 1 or more. */
double ff_chi_square_tail(double x, size_t degrees);

#endif
