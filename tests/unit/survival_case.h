/* Reference cases of the survival models: numbers that R's survival package, Stan and JAGS gave. They
 * lie beside the checkout (trial/reference/open) and are read from there. */
#ifndef FOOTFALL_TESTS_SURVIVAL_CASE_H
#define FOOTFALL_TESTS_SURVIVAL_CASE_H

#include "base/arena.h"
#include "trial/aft.h"

#include <jansson.h>

typedef struct survival_case {
    json_t *json; /* the case; freed by survival_case_free */
    size_t rows;
    size_t column_count; /* of the table, as it stands */
    const char **column_names;
    double **columns;
    /* Where the table begins with type, lo and hi: these with times as logs, and what comes after. */
    ff_aft_data data;
    const char **names;
    ff_arena arena;
} survival_case;

/* name: "o01-aft-lung". False when the material is absent; a case that cannot be read fails the
 * test. */
bool survival_case_read(const char *name, survival_case *c);
void survival_case_free(survival_case *c);

/* A column of the table as it stands. Fails the test when there is none. */
const double *survival_case_column(const survival_case *c, const char *name);
/* status, or another column of 0 and 1, as kinds. In the arena. */
const unsigned char *survival_case_kinds(survival_case *c, const char *name);

/* A number by its path, such as "expected/weibull/coef/age". Fails the test when there is none. */
double survival_case_number(const survival_case *c, const char *path);
json_t *survival_case_at(const survival_case *c, const char *path); /* NULL when there is none */

#endif
