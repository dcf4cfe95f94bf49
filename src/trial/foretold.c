#include "trial/foretold.h"

#include "base/matrix.h"

#include <math.h>

#define LEAST_PIVOT 1e-9
/* A column that foretells less than this part of another is not what it is foretold by. */
#define LEAST_PART 1e-3

ff_code ff_name_foretold(ff_arena *arena, const double *products, size_t count, bool *named,
                         ff_error *error) {
    double *lower = ff_arena_take(arena, count * count, sizeof *lower);
    double *part = ff_arena_take(arena, count, sizeof *part);
    bool *dropped = ff_arena_take(arena, count, sizeof *dropped);
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    ff_cholesky(products, count, LEAST_PIVOT, lower, dropped);
    for (size_t column = 0; column < count; column++) {
        const double *row = products + column * count;
        for (size_t j = 0; j < count; j++) {
            part[j] = dropped[j] ? 0 : row[j];
        }
        ff_cholesky_solve(lower, count, part, part);
        for (size_t j = 0; j < count && dropped[column]; j++) {
            double squares = part[j] * part[j] * products[j * count + j];
            named[j] = named[j] || j == column || squares > LEAST_PART * LEAST_PART * row[column];
        }
    }
    return FF_OK;
}
