#include "base/matrix.h"

#include <math.h>
#include <string.h>

static double less_products(double sum, const double *x, const double *y, size_t count) {
    for (size_t k = 0; k < count; k++) {
        sum -= x[k] * y[k];
    }
    return sum;
}

bool ff_cholesky(const double *a, size_t n, double least, double *lower, bool *dropped) {
    bool whole = true;
    for (size_t i = 0; i < n; i++) {
        double *row = lower + i * n;
        double own = a[i * n + i];
        for (size_t j = 0; j < i; j++) {
            const double *other = lower + j * n;
            double sum = less_products(a[i * n + j], row, other, j);
            row[j] = dropped != NULL && dropped[j] ? 0 : sum / other[j];
        }
        double pivot = less_products(own, row, row, i);
        bool good = pivot > least * fabs(own);
        if (!good && dropped == NULL) {
            return false;
        }
        if (!good) {
            memset(row, 0, i * sizeof *row);
        }
        if (dropped != NULL) {
            dropped[i] = !good;
        }
        row[i] = good ? sqrt(pivot) : 1;
        whole = whole && good;
    }
    for (size_t i = 0; i < n; i++) {
        memset(lower + i * n + i + 1, 0, (n - i - 1) * sizeof *lower);
    }
    return whole;
}

void ff_cholesky_solve(const double *lower, size_t n, const double *b, double *x) {
    for (size_t i = 0; i < n; i++) {
        x[i] = less_products(b[i], lower + i * n, x, i) / lower[i * n + i];
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
