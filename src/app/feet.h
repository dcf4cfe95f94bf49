/* Both feet, as the journal has them: which figure of each kind counts. */
#ifndef FOOTFALL_APP_FEET_H
#define FOOTFALL_APP_FEET_H

#include "app/app.h"

#include <footfall/shoe_fit.h>

typedef struct ff_feet {
    ff_foot_figure_list figures; /* the newest of each side, kind and method */
    /* The newest that counts, by side and kind; NULL: none. Lengths, widths and girths by a wet
     * print or a foot without weight count for nothing. */
    const ff_foot_figure *counts[2][FF_FOOT_KIND_COUNT];
    bool sex_known, women; /* as the runner answered */
} ff_feet;

/* Everything lives in the arena. */
ff_code ff_feet_read(ff_app *app, ff_arena *arena, ff_feet *feet, ff_error *error);

/* Keeps what was measured. What the figures then answer of a home test takes the place of what was
 * answered to it before: what is said last counts. Within a transaction of the caller's. */
ff_code ff_feet_put(ff_app *app, ff_arena *arena, const ff_foot_figure_list *figures,
                    ff_error *error);

/* The measures that fit is judged by. */
ff_fit_measures ff_feet_measures(const ff_feet *feet, ff_side side);

/* The side whose length leads; -1: none is known. */
int ff_feet_longer(const ff_feet *feet);

/* Whether a figure of that kind may come from such a method. */
bool ff_foot_figure_counts(ff_foot_kind kind, ff_foot_method method);

/* Whether figures can be of one foot, as ff_foot_share_broken takes them; FF_ERR_VALUE says which two
 * do not go together, and what would. where: what the caller calls each kind; NULL, or a kind
 * without a name there: as ff_foot_kind_name. */
ff_code ff_feet_check(const double *values, const bool *newer, const char *const *where,
                      ff_error *error);

/* "female" or "male": true for women; FF_ERR_VALUE. */
ff_code ff_feet_parse_sex(const char *text, bool *women, ff_error *error);

#endif
