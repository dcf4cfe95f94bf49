/* Tables of text: the one place where columns are lined up. */
#ifndef FOOTFALL_REPORT_TABLE_H
#define FOOTFALL_REPORT_TABLE_H

#include "base/arena.h"

#include <footfall/text.h>

#include <stdbool.h>

#define FF_TABLE_COLUMNS 12

typedef struct ff_table {
    ff_arena *arena;
    size_t columns;
    bool right[FF_TABLE_COLUMNS];    /* numbers stand at the right */
    const char *head[FF_TABLE_COLUMNS];
    const char **cells;              /* rows * columns; NULL prints as nothing */
    size_t rows, room;
} ff_table;

void ff_table_init(ff_table *table, ff_arena *arena);

/* At most FF_TABLE_COLUMNS, all before the first row. head is borrowed. */
void ff_table_column(ff_table *table, const char *head, bool right);

/* The next row; cells are borrowed. Missing ones at the end are empty. A failure shows in the arena. */
void ff_table_row(ff_table *table, const char *const *cells, size_t count);

/* Head and rows, two blanks between columns, columns without any cell left out, no blanks at the
 * ends of lines. Every line begins with `indent` blanks. Nothing when there is no row. */
void ff_table_print(const ff_table *table, int indent, ff_text *out);

#endif
