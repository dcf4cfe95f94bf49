#include "base/matrix.h"

#include <math.h>
#include <string.h>

bool ff_cholesky(const double *a, size_t n, double least, double *lower, size_t *failed) {
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j <= i; j++) {
            double sum = a[i * n + j];
            for (size_t k = 0; k < j; k++) {
                sum -= lower[i * n + k] * lower[j * n + k];
            }
            if (i == j && !(sum > least * fabs(a[i * n + i]))) {
                if (failed != NULL) {
                    *failed = i;
                }
                return false;
            }
            lower[i * n + j] = i == j ? sqrt(sum) : sum / lower[j * n + j];
        }
    }
    for (size_t i = 0; i < n; i++) {
        memset(lower + i * n + i + 1, 0, (n - i - 1) * sizeof *lower);
    }
    return true;
}

void ff_cholesky_solve(const double *lower, size_t n, const double *b, double *x) {
    for (size_t i = 0; i < n; i++) {
        double sum = b[i];
        for (size_t k = 0; k < i; k++) {
            sum -= lower[i * n + k] * x[k];
        }
        x[i] = sum / lower[i * n + i];
    }
    for (size_t i = n; i-- > 0;) {
        double sum = x[i];
        for (size_t k = i + 1; k < n; k++) {
            sum -= lower[k * n + i] * x[k];
        }
        x[i] = sum / lower[i * n + i];
    }
}

void ff_cholesky_invert(const double *lower, size_t n, double *inverse) {
    for (size_t j = 0; j < n; j++) {
        double *column = inverse + j * n; /* symmetric: a row is as good as a column */
        memset(column, 0, n * sizeof *column);
        column[j] = 1;
        ff_cholesky_solve(lower, n, column, column);
    }
}

double ff_cholesky_log_det(const double *lower, size_t n) {
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += 2 * log(lower[i * n + i]);
    }
    return sum;
}
