/* Columns that others foretell: of those no fit can tell which does what. */
#ifndef FOOTFALL_TRIAL_FORETOLD_H
#define FOOTFALL_TRIAL_FORETOLD_H

#include "base/arena.h"

#include <stdbool.h>

/* products are the sums of products of the columns, count x count. Sets named for each column of
 * which the others foretell all but a billionth of its squares, and for those that it is foretold
 * by; leaves it as it is for the rest. FF_ERR_MEMORY. */
ff_code ff_name_foretold(ff_arena *arena, const double *products, size_t count, bool *named,
                         ff_error *error);

#endif
