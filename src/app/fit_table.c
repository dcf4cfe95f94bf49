#include "app/fit_table.h"

#include "base/number.h"
#include "files/csv.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TYPE, LO, HI, TIMES };

/* Numbers beyond this are a mistake; within it no sum of products leaves the range of a double. Nor does
 * the variance of a coefficient, where its column is no nearer to nothing than this. */
#define MOST  1e12
#define LEAST 1e-100

typedef struct {
    ff_arena *arena;
    const char *file;
    ff_fit_kind kind;
    ff_error *error;
    ff_csv csv;
    const char **names; /* of all columns, the times among them */
    size_t columns;     /* likewise */
    double **values;    /* column by column */
    unsigned char *kinds;
    size_t rows, room;
} reader;

static ff_code refuse(reader *r, size_t line, const char *column, const char *words) {
    return ff_fail(r->error, FF_ERR_VALUE, r->file, FF_NO_OFFSET, "line %zu%s%s: %s", line,
                   *column != '\0' ? ", " : "", column, words);
}

static ff_code read_names(reader *r) {
    static const char *const times[TIMES] = {"type", "lo", "hi"};
    ff_csv_record record;
    bool more;
    ff_code code = ff_csv_next(&r->csv, &record, &more, r->error);
    if (code != FF_OK) {
        return code;
    }
    if (!more || record.trouble != NULL || record.count < TIMES) {
        return refuse(r, 1, "", "it must name the columns: type,lo,hi and the covariates");
    }
    r->columns = record.count;
    r->names = ff_arena_take(r->arena, r->columns, sizeof *r->names);
    r->values = ff_arena_take(r->arena, r->columns, sizeof *r->values);
    if (r->names == NULL || r->values == NULL) {
        return ff_arena_check(r->arena, r->error);
    }
    for (size_t k = 0; k < r->columns; k++) {
        r->names[k] = ff_arena_copy(r->arena, record.fields[k]);
        if (r->names[k] == NULL) {
            return ff_arena_check(r->arena, r->error);
        }
        if (k < TIMES && strcmp(record.fields[k], times[k]) != 0) {
            return refuse(r, record.line, times[k], "the first columns must be type, lo and hi");
        }
        for (size_t j = 0; j < k; j++) {
            if (strcmp(r->names[j], r->names[k]) == 0) {
                return refuse(r, record.line, r->names[k], "there are two columns of this name");
            }
        }
    }
    if (r->columns - TIMES > FF_AFT_MOST_COLUMNS) {
        return refuse(r, record.line, "", "there are more than 62 covariates");
    }
    return ff_arena_check(r->arena, r->error);
}

static ff_code make_room(reader *r) {
    if (r->rows < r->room) {
        return FF_OK;
    }
    if (r->rows >= FF_FIT_MOST_ROWS || r->rows * r->columns >= FF_FIT_MOST_NUMBERS) {
        return ff_fail(r->error, FF_ERR_LIMIT, r->file, FF_NO_OFFSET,
                       "more than %u rows or %u numbers", FF_FIT_MOST_ROWS, FF_FIT_MOST_NUMBERS);
    }
    size_t room = r->room > 0 ? 2 * r->room : 64;
    for (size_t k = 0; k < r->columns; k++) {
        r->values[k] = ff_arena_grow(r->arena, r->values[k], r->rows, room, sizeof *r->values[k]);
    }
    r->kinds = ff_arena_grow(r->arena, r->kinds, r->rows, room, 1);
    r->room = room;
    return ff_arena_check(r->arena, r->error);
}

/* A time may be left empty, or NA, where the kind does not use it. */
static bool is_absent(const char *field) {
    return *field == '\0' || strcmp(field, "NA") == 0;
}

static ff_code read_fields(reader *r, const ff_csv_record *record) {
    for (size_t k = 0; k < r->columns; k++) {
        double *value = &r->values[k][r->rows];
        *value = NAN;
        bool may_lack = k == LO || k == HI;
        if (!ff_number_parse(record->fields[k], value) &&
            !(may_lack && is_absent(record->fields[k]))) {
            return refuse(r, record->line, r->names[k], "it must be a number");
        }
        if (fabs(*value) > MOST) {
            return refuse(r, record->line, r->names[k], "it must be between -1e12 and 1e12");
        }
        if (k >= TIMES && *value != 0 && fabs(*value) < LEAST) {
            return refuse(r, record->line, r->names[k], "it must be 0, or farther from 0 than 1e-100");
        }
    }
    return FF_OK;
}

/* The time into its place. */
static ff_code take_time(reader *r, size_t line, int from, int to) {
    double time = r->values[from][r->rows];
    bool logs = r->kind == FF_FIT_MODEL;
    if (!(logs ? time > 0 : time >= 0)) {
        return refuse(r, line, r->names[from],
                      isnan(time) ? "the time is missing"
                      : logs      ? "times must be more than 0"
                                  : "times must be 0 or more");
    }
    r->values[to][r->rows] = logs ? log(time) : time;
    return FF_OK;
}

static ff_code take_type(reader *r, size_t line) {
    double type = r->values[TYPE][r->rows];
    bool ended_only = r->kind == FF_FIT_COMPARE || r->kind == FF_FIT_COX;
    if (!(type == 0 || type == 1 || type == 2 || type == 3)) {
        return refuse(r, line, "type",
                      "it must be 0 (not by lo), 1 (at lo), 2 (by hi) or 3 (between lo and hi)");
    }
    if (ended_only && type > 1) {
        return refuse(r, line, "type",
                      "it must be 0 (not by lo) or 1 (at lo) here; 2 and 3 go with the model and "
                      "with --curve");
    }
    r->kinds[r->rows] = (unsigned char)type;
    return FF_OK;
}

static ff_code take_row(reader *r, size_t line) {
    ff_code code = take_type(r, line);
    ff_known kind = (ff_known)r->kinds[r->rows];
    bool by = kind == FF_KNOWN_BEFORE && !isnan(r->values[HI][r->rows]);
    if (code == FF_OK && kind == FF_KNOWN_BETWEEN) {
        code = take_time(r, line, HI, HI);
    }
    if (code == FF_OK) {
        code = take_time(r, line, by ? HI : LO, LO);
    }
    if (code == FF_OK && kind == FF_KNOWN_BETWEEN &&
        !(r->values[HI][r->rows] > r->values[LO][r->rows])) {
        return refuse(r, line, "hi", "it must be more than lo");
    }
    r->rows++;
    return code;
}

static ff_code read_rows(reader *r) {
    for (;;) {
        ff_csv_record record;
        bool more;
        ff_code code = ff_csv_next(&r->csv, &record, &more, r->error);
        if (code != FF_OK || !more) {
            return code;
        }
        if (record.trouble != NULL) {
            return refuse(r, record.line, "", record.trouble);
        }
        if (record.count != r->columns) {
            return refuse(r, record.line, "", "it has not as many fields as there are columns");
        }
        code = make_room(r);
        if (code == FF_OK) {
            code = read_fields(r, &record);
        }
        if (code == FF_OK) {
            code = take_row(r, record.line);
        }
        if (code != FF_OK) {
            return code;
        }
    }
}

static ff_code read_all(reader *r, ff_fit_table *table) {
    ff_code code = read_names(r);
    if (code == FF_OK) {
        code = read_rows(r);
    }
    if (code == FF_OK && r->rows == 0) {
        code = refuse(r, 2, "", "there is no row");
    }
    if (code != FF_OK) {
        return code;
    }
    table->file = r->file;
    table->names = r->names + TIMES;
    table->data = (ff_aft_data){.count = r->rows,
                                .kinds = r->kinds,
                                .low = r->values[LO],
                                .high = r->values[HI],
                                .column_count = r->columns - TIMES,
                                .columns = (const double *const *)(r->values + TIMES)};
    return FF_OK;
}

ff_code ff_fit_table_read(ff_arena *arena, ff_bytes *bytes, ff_fit_kind kind, ff_fit_table *table,
                          ff_error *error) {
    reader r = {.arena = arena, .file = bytes->name, .kind = kind, .error = error};
    ff_stream stream;
    ff_stream_of_bytes(&stream, bytes);
    ff_code code = ff_csv_open(&r.csv, arena->allocator, &stream, error);
    if (code == FF_OK) {
        code = read_all(&r, table);
    }
    ff_csv_close(&r.csv);
    return code;
}

const double *ff_fit_table_find(const ff_fit_table *table, const char *name) {
    for (size_t k = 0; k < table->data.column_count; k++) {
        if (strcmp(table->names[k], name) == 0) {
            return table->data.columns[k];
        }
    }
    return NULL;
}

const double *ff_fit_table_column(const ff_fit_table *table, const char *name, ff_error *error) {
    const double *column = ff_fit_table_find(table, name);
    if (column == NULL) {
        ff_fail(error, FF_ERR_VALUE, table->file, FF_NO_OFFSET,
                "it has no column %s beside type, lo and hi", name);
    }
    return column;
}

ff_code ff_fit_table_drop(ff_arena *arena, ff_fit_table *table, const char *name, ff_error *error) {
    size_t to = 0, columns = table->data.column_count;
    const double **kept = ff_arena_take(arena, columns, sizeof *kept);
    if (kept == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t k = 0; k < columns; k++) {
        if (strcmp(table->names[k], name) != 0) {
            table->names[to] = table->names[k];
            kept[to++] = table->data.columns[k];
        }
    }
    table->data.columns = kept;
    table->data.column_count = to;
    return FF_OK;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The place of the value among the groups; their count when it is none of them. */
static size_t group_of(const ff_fit_groups *groups, double value) {
    size_t g = 0;
    while (g < groups->count && groups->values[g] != value) {
        g++;
    }
    return g;
}

ff_code ff_fit_table_groups(ff_arena *arena, const ff_fit_table *table, const char *name,
                            size_t most, ff_fit_groups *groups, ff_error *error) {
    const double *column = ff_fit_table_column(table, name, error);
    if (column == NULL) {
        return FF_ERR_VALUE;
    }
    *groups = (ff_fit_groups){.of = ff_arena_take(arena, table->data.count, 1)};
    if (groups->of == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < table->data.count; i++) {
        bool known = group_of(groups, column[i]) < groups->count;
        if (!known && groups->count == most) {
            return ff_fail(error, FF_ERR_VALUE, table->file, FF_NO_OFFSET,
                           "%s: it has more than %zu values, too many for groups of rows", name,
                           most);
        }
        if (!known) {
            groups->values[groups->count++] = column[i];
        }
    }
    qsort(groups->values, groups->count, sizeof *groups->values, by_size);
    for (size_t i = 0; i < table->data.count; i++) {
        groups->of[i] = (unsigned char)group_of(groups, column[i]);
    }
    return FF_OK;
}
