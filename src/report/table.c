#include "report/table.h"

#include <assert.h>

void ff_table_init(ff_table *table, ff_arena *arena) {
    *table = (ff_table){.arena = arena};
}

void ff_table_column(ff_table *table, const char *head, bool right) {
    assert(table->columns < FF_TABLE_COLUMNS && table->rows == 0);
    table->head[table->columns] = head;
    table->right[table->columns++] = right;
}

void ff_table_row(ff_table *table, const char *const *cells, size_t count) {
    if (table->rows == table->room) {
        size_t room = table->room > 0 ? table->room * 2 : 32;
        const char **grown = ff_arena_grow(table->arena, table->cells, table->rows * table->columns,
                                           room * table->columns, sizeof *grown);
        if (grown == NULL) {
            return;
        }
        table->cells = grown;
        table->room = room;
    }
    const char **row = table->cells + table->rows * table->columns;
    for (size_t c = 0; c < table->columns && c < count; c++) {
        row[c] = cells[c];
    }
    table->rows++;
}

static const char *cell_at(const ff_table *table, size_t row, size_t column) {
    const char *cell = table->cells[row * table->columns + column];
    return cell != NULL ? cell : "";
}

/* 0 for a column in which no row has anything. */
static size_t width_of(const ff_table *table, size_t column) {
    size_t width = 0;
    for (size_t r = 0; r < table->rows; r++) {
        size_t own = ff_text_columns(cell_at(table, r, column));
        width = own > width ? own : width;
    }
    size_t head = ff_text_columns(table->head[column]);
    return width > 0 && head > width ? head : width;
}

static void print_line(const ff_table *table, const size_t *widths, int indent,
                       const char *const *cells, ff_text *out) {
    size_t owed = indent > 0 ? (size_t)indent : 0; /* blanks due before the next word */
    for (size_t c = 0; c < table->columns; c++) {
        if (widths[c] == 0) {
            continue;
        }
        const char *cell = cells[c] != NULL ? cells[c] : "";
        size_t fill = widths[c] - ff_text_columns(cell);
        if (cell[0] == '\0') {
            owed += widths[c];
        } else {
            ff_text_add_blanks(out, owed + (table->right[c] ? fill : 0));
            ff_text_add(out, cell);
            owed = table->right[c] ? 0 : fill;
        }
        owed += 2;
    }
    ff_text_add_char(out, '\n');
}

void ff_table_print(const ff_table *table, int indent, ff_text *out) {
    if (table->rows == 0) {
        return;
    }
    size_t widths[FF_TABLE_COLUMNS];
    for (size_t c = 0; c < table->columns; c++) {
        widths[c] = width_of(table, c);
    }
    print_line(table, widths, indent, table->head, out);
    for (size_t r = 0; r < table->rows; r++) {
        print_line(table, widths, indent, table->cells + r * table->columns, out);
    }
}
