/* A table of times from a CSV file, as the survival models take it. */
#ifndef FOOTFALL_APP_FIT_TABLE_H
#define FOOTFALL_APP_FIT_TABLE_H

#include "trial/aft.h"

#include <footfall/bytes.h>
#include <footfall/fit.h>

typedef struct ff_fit_table {
    const char *file;   /* its name, for refusing */
    ff_aft_data data;   /* times as logs for FF_FIT_MODEL, else as they are */
    const char **names; /* of the columns */
} ff_fit_table;

/* The table that a kind of question can be asked of: its times are above 0 for a model; for a
 * comparison and for Cox's regression no row is known only by a time or between two. Everything in
 * the arena; the file's name is that of the bytes. Errors as of ff_fit_file. */
ff_code ff_fit_table_read(ff_arena *arena, ff_bytes *bytes, ff_fit_kind kind, ff_fit_table *table,
                          ff_error *error);

/* A column by its name; NULL: there is none. The second then says so (FF_ERR_VALUE). */
const double *ff_fit_table_find(const ff_fit_table *table, const char *name);
const double *ff_fit_table_column(const ff_fit_table *table, const char *name, ff_error *error);

/* Takes a column out of the table; its numbers stay where they are. */
ff_code ff_fit_table_drop(ff_arena *arena, ff_fit_table *table, const char *name, ff_error *error);

#define FF_FIT_MOST_GROUPS 32

/* The rows by the values of a column. */
typedef struct ff_fit_groups {
    double values[FF_FIT_MOST_GROUPS]; /* rising */
    size_t count;
    unsigned char *of; /* per row */
} ff_fit_groups;

/* FF_ERR_VALUE: there is no such column, or it has more than most (at most FF_FIT_MOST_GROUPS)
 * values. */
ff_code ff_fit_table_groups(ff_arena *arena, const ff_fit_table *table, const char *name,
                            size_t most, ff_fit_groups *groups, ff_error *error);

#endif
