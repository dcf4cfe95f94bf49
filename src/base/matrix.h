/* Small symmetric matrices, row by row. */
#ifndef FOOTFALL_BASE_MATRIX_H
#define FOOTFALL_BASE_MATRIX_H

#include <stdbool.h>
#include <stddef.h>

/* lower x lower' = a; the upper half of lower becomes 0. False when a is not positive definite: a
 * pivot is not above `least` times the diagonal it came from. With dropped NULL lower is worth
 * nothing then; else such a row and its column are taken for those of the identity, and dropped[row]
 * says so. a and lower may be the same. */
bool ff_cholesky(const double *a, size_t n, double least, double *lower, bool *dropped);

/* x = (lower lower')^-1 b; b and x may be the same. */
void ff_cholesky_solve(const double *lower, size_t n, const double *b, double *x);

/* inverse = (lower lower')^-1. */
void ff_cholesky_invert(const double *lower, size_t n, double *inverse);

/* Log of the determinant of lower lower'. */
double ff_cholesky_log_det(const double *lower, size_t n);

#endif
