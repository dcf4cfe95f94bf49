/* Reference cases of the survival models: numbers that R's survival package, Stan and JAGS gave. They
 * lie beside the checkout (trial/reference/open) and are read from there. */
#ifndef FOOTFALL_TESTS_SURVIVAL_CASE_H
#define FOOTFALL_TESTS_SURVIVAL_CASE_H

#include "base/arena.h"
#include "trial/aft.h"

#include <jansson.h>

typedef struct survival_case {
    json_t *json;     /* the case; freed by survival_case_free */
    ff_aft_data data; /* all columns of the table, in its order; those named in the case */
    const char **names;
    ff_arena arena;
} survival_case;

/* name: "o01-aft-lung". False when the material is absent; a case that cannot be read fails the
 * test. */
bool survival_case_read(const char *name, survival_case *c);
void survival_case_free(survival_case *c);

/* A number by its path, such as "expected/weibull/coef/age". Fails the test when there is none. */
double survival_case_number(const survival_case *c, const char *path);
json_t *survival_case_at(const survival_case *c, const char *path); /* NULL when there is none */

#endif
