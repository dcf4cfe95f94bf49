/* A table of times from a CSV file, as the survival models take it. */
#ifndef FOOTFALL_APP_FIT_TABLE_H
#define FOOTFALL_APP_FIT_TABLE_H

#include "trial/aft.h"

#include <footfall/fit.h>

typedef struct ff_fit_table {
    ff_aft_data data;   /* times as logs */
    const char **names; /* of the columns */
} ff_fit_table;

/* Everything in the arena. Errors as of ff_fit_file. */
ff_code ff_fit_table_read(ff_arena *arena, const char *path, ff_fit_table *table, ff_error *error);

/* Takes a column of whole numbers out of the table as groups, numbered from 0 as they come; *groups is
 * NULL when there is no such column. FF_ERR_VALUE: more than most groups. */
ff_code ff_fit_table_groups(ff_arena *arena, ff_fit_table *table, const char *name, size_t most,
                            unsigned char **groups, size_t *count, ff_error *error);

#endif
