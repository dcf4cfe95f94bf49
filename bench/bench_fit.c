/* What a maximum-likelihood fit costs, at 1,000 to a million rows: intercept, four covariates, a third
 * of the rows censored. With a folder the largest table is left there for bench_fit.R, which fits the same
 * rows by R's survreg in the same run:
 *   bench_fit FOLDER && Rscript bench/bench_fit.R FOLDER
 * Times are of the processor, without making the rows; the median of five. */
#include "base/random.h"
#include "trial/aft.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { COLUMNS = 4, MOST = 1000000, TIMES = 5 };

typedef struct {
    unsigned char *kinds;
    double *low, *x[COLUMNS];
} rows;

static double cpu_s(void) {
    return (double)clock() / CLOCKS_PER_SEC;
}

static void make_rows(rows *r) {
    ff_random random;
    ff_random_init(&random, 20260401);
    r->kinds = malloc(MOST);
    r->low = malloc(MOST * sizeof *r->low);
    for (int k = 0; k < COLUMNS; k++) {
        r->x[k] = malloc(MOST * sizeof *r->x[k]);
    }
    for (size_t i = 0; i < MOST; i++) {
        double eta = 3.2, u = 0.5 * ff_random_unit(&random) + 0.25;
        for (int k = 0; k < COLUMNS; k++) {
            r->x[k][i] = k == 0 ? (double)ff_random_below(&random, 2) : ff_random_normal(&random);
            eta += (k == 0 ? 0.5 : 0.1) * r->x[k][i];
        }
        u = ff_random_unit(&random);
        double onset = eta + 0.2 * log((u + 1e-9) / (1 - u)), end = 3.8 + 0.3 * ff_random_normal(&random);
        r->kinds[i] = onset < end ? FF_KNOWN_AT : FF_KNOWN_AFTER;
        r->low[i] = onset < end ? onset : end;
    }
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double fit(const rows *r, size_t count, ff_law law, double *first) {
    const double *columns[COLUMNS] = {r->x[0], r->x[1], r->x[2], r->x[3]};
    ff_aft_data data = {.count = count, .kinds = r->kinds, .low = r->low,
                        .column_count = COLUMNS, .columns = columns};
    double times[TIMES];
    for (int i = 0; i < TIMES; i++) {
        ff_arena arena;
        ff_aft_fit result;
        ff_arena_init(&arena, NULL);
        double start = cpu_s();
        if (ff_aft_fit_of(&arena, &data, law, NULL, &result, NULL) != FF_OK || !result.finite) {
            exit(1);
        }
        times[i] = cpu_s() - start;
        *first = result.estimate[1];
        ff_arena_free(&arena);
    }
    qsort(times, TIMES, sizeof *times, by_size);
    return times[TIMES / 2];
}

static void leave(const rows *r, const char *folder) {
    char path[4096];
    snprintf(path, sizeof path, "%s/rows.bin", folder);
    FILE *file = fopen(path, "wb");
    for (size_t i = 0; i < MOST && file != NULL; i++) {
        double row[2 + COLUMNS] = {r->kinds[i], exp(r->low[i])};
        for (int k = 0; k < COLUMNS; k++) {
            row[2 + k] = r->x[k][i];
        }
        fwrite(row, sizeof row, 1, file);
    }
    if (file == NULL || fclose(file) != 0) {
        perror(path);
        exit(1);
    }
}

int main(int argc, char **argv) {
    rows r;
    make_rows(&r);
    printf("%9s  %-11s  %8s  %12s\n", "rows", "law", "CPU s", "ns a row");
    for (size_t count = 1000; count <= MOST; count *= 10) {
        for (int law = 0; law < FF_LAWS; law++) {
            double first, s = fit(&r, count, (ff_law)law, &first);
            printf("%9zu  %-11s  %8.4f  %12.0f   coefficient %.6f\n", count, ff_law_name((ff_law)law), s,
                   s / (double)count * 1e9, first);
        }
    }
    if (argc > 1) {
        leave(&r, argv[1]);
    }
    return 0;
}
