#include "journal/rows.h"

#include "journal/series_codec.h"
#include "journal/store.h"

#include <math.h>
#include <string.h>

#define SERIES "series"
/* What can be measured anew is no part of an export. */
#define MEASURED "measured"

int ff_journal_version(void) {
    return ff_journal_migrations.count;
}

/* ---- out ---- */

/* Names of tables and columns come from the schema, never from outside; quoted all the same. */
static char *select_of(ff_arena *arena, const char *table) {
    return ff_arena_printf(arena, "SELECT * FROM \"%s\" ORDER BY 1, 2", table);
}

static ff_value value_of(ff_sql *sql, int column, ff_arena *arena) {
    switch (sqlite3_column_type(sql->statement, column)) {
    case SQLITE_INTEGER:
        return (ff_value){.kind = FF_VALUE_WHOLE, .whole = ff_sql_get_int(sql, column)};
    case SQLITE_FLOAT:
        return (ff_value){.kind = FF_VALUE_REAL, .real = ff_sql_get_real(sql, column)};
    case SQLITE_TEXT:
        return (ff_value){.kind = FF_VALUE_TEXT, .text = ff_sql_get_text(sql, column, arena)};
    default:
        return (ff_value){.kind = FF_VALUE_NONE};
    }
}

static int column_of(ff_sql *sql, const char *name) {
    for (int i = 0; i < sqlite3_column_count(sql->statement); i++) {
        if (strcmp(sqlite3_column_name(sql->statement, i), name) == 0) {
            return i;
        }
    }
    return -1;
}

/* The numbers of a stored column of a series. */
static ff_value numbers_of(ff_sql *sql, ff_arena *arena) {
    int data = column_of(sql, "data");
    const void *blob = sqlite3_column_blob(sql->statement, data);
    int64_t rows = ff_sql_get_int(sql, column_of(sql, "row_count"));
    double *values = NULL;
    sql->code = rows < 0 || (uint64_t)rows > FF_SERIES_MAX_ROWS || blob == NULL
                    ? ff_fail(sql->error, FF_ERR_DAMAGED_JOURNAL, sql->journal->path, FF_NO_OFFSET,
                              "a stored series has no sensible length")
                    : ff_series_decode(arena, (int)ff_sql_get_int(sql, column_of(sql, "codec")),
                                       blob, (size_t)sqlite3_column_bytes(sql->statement, data),
                                       (size_t)rows, &values, sql->error);
    return (ff_value){.kind = FF_VALUE_NUMBERS, .numbers = values, .count = (size_t)rows};
}

/* Fills the row at hand; what of a series is only its packing stays out. */
static size_t fill_row(ff_sql *sql, ff_arena *arena, bool series, const char **columns,
                       ff_value *values) {
    size_t count = 0;
    int all = sqlite3_column_count(sql->statement);
    for (int i = 0; i < all && count < FF_ROW_MOST_COLUMNS && sql->code == FF_OK; i++) {
        const char *name = sqlite3_column_name(sql->statement, i);
        if (series && strcmp(name, "codec") == 0) {
            continue;
        }
        bool packed = series && strcmp(name, "data") == 0;
        columns[count] = packed ? "values" : name;
        values[count++] = packed ? numbers_of(sql, arena) : value_of(sql, i, arena);
    }
    return count;
}

static ff_code each_row_of(ff_journal *journal, const char *table, const ff_row_sink *sink,
                           ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    ff_arena of_row = arena;
    const char *text = select_of(&arena, table);
    ff_code code = ff_arena_check(&arena, error);
    if (code != FF_OK) {
        return code;
    }
    ff_sql sql = ff_sql_begin(journal, text, error);
    bool series = strcmp(table, SERIES) == 0;
    while (ff_sql_row(&sql)) {
        const char *columns[FF_ROW_MOST_COLUMNS];
        ff_value values[FF_ROW_MOST_COLUMNS];
        size_t count = fill_row(&sql, &of_row, series, columns, values);
        if (sql.code == FF_OK && !ff_sql_no_room(&sql, &of_row)) {
            ff_row row = {table, columns, values, count};
            sql.code = sink->take(sink->user, &row, error);
        }
        ff_arena_free(&of_row);
    }
    code = ff_sql_end(&sql);
    ff_arena_free(&of_row);
    ff_arena_free(&arena);
    return code;
}

ff_code ff_store_tables(ff_journal *journal, ff_arena *arena, ff_table_names *tables,
                        ff_error *error) {
    *tables = (ff_table_names){0};
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT name FROM sqlite_schema WHERE type = 'table'"
                              " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
                              error);
    while (ff_sql_row(&sql)) {
        tables->items = ff_store_room(arena, tables->items, tables->count, sizeof *tables->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        tables->items[tables->count++] = ff_sql_get_text(&sql, 0, arena);
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_each_row(ff_journal *journal, const ff_row_sink *sink, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    ff_table_names tables;
    ff_code code = ff_store_begin_read(journal, error);
    if (code == FF_OK) {
        code = ff_store_tables(journal, &arena, &tables, error);
        for (size_t i = 0; i < tables.count && code == FF_OK; i++) {
            bool told = strcmp(tables.items[i], MEASURED) != 0;
            code = told ? each_row_of(journal, tables.items[i], sink, error) : FF_OK;
        }
        code = ff_store_finish(journal, code, error);
    }
    ff_arena_free(&arena);
    return code;
}

ff_code ff_journal_count_rows(ff_journal *journal, size_t *count, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    ff_table_names tables;
    *count = 0;
    ff_code code = ff_store_tables(journal, &arena, &tables, error);
    for (size_t i = 0; i < tables.count && code == FF_OK; i++) {
        const char *text = ff_arena_printf(&arena, "SELECT count(*) FROM \"%s\"", tables.items[i]);
        int64_t own = 0;
        code = ff_arena_check(&arena, error);
        if (code == FF_OK && strcmp(tables.items[i], MEASURED) != 0) {
            code = ff_sql_number(journal, text, &own, error);
        }
        *count += (size_t)own;
    }
    ff_arena_free(&arena);
    return code;
}

/* ---- in ---- */

/* How many rows of a table are something. The files of an import are rows of their own. */
static const char *count_of(ff_arena *arena, const char *table) {
    if (strcmp(table, "setting") == 0) {
        return "SELECT count(*) FROM setting WHERE name <> '" FF_SETTING_LANGUAGE "'";
    }
    return strcmp(table, "import") == 0
               ? "SELECT 0"
               : ff_arena_printf(arena, "SELECT count(*) FROM \"%s\"", table);
}

ff_code ff_journal_is_empty(ff_journal *journal, bool *empty, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    ff_table_names tables;
    *empty = true;
    ff_code code = ff_store_tables(journal, &arena, &tables, error);
    for (size_t i = 0; i < tables.count && code == FF_OK && *empty; i++) {
        const char *text = count_of(&arena, tables.items[i]);
        int64_t count = 0;
        code = ff_arena_check(&arena, error);
        if (code == FF_OK) {
            code = ff_sql_number(journal, text, &count, error);
        }
        *empty = count == 0;
    }
    ff_arena_free(&arena);
    return code;
}

ff_code ff_journal_need_empty(ff_journal *journal, ff_error *error) {
    bool empty = false;
    ff_code code = ff_journal_is_empty(journal, &empty, error);
    return code == FF_OK && !empty
               ? ff_fail(error, FF_ERR_VALUE, journal->path, FF_NO_OFFSET,
                         "it holds something already, and a copy or an export is put back only "
                         "into an empty journal")
               : code;
}

/* What an empty journal may hold makes room. */
static ff_code put_aside(ff_journal *journal, ff_error *error) {
    static const char *const statements[] = {
        "CREATE TEMP TABLE aside AS SELECT name, value FROM setting", "DELETE FROM setting",
        "DELETE FROM import"};
    ff_code code = FF_OK;
    for (size_t i = 0; i < sizeof statements / sizeof *statements && code == FF_OK; i++) {
        code = ff_sql_do(journal, statements[i], error);
    }
    return code;
}

static ff_code put_back_aside(ff_journal *journal, ff_error *error) {
    ff_code code = ff_sql_do(
        journal, "INSERT OR IGNORE INTO setting (name, value) SELECT name, value FROM temp.aside",
        error);
    return code == FF_OK ? ff_sql_do(journal, "DROP TABLE temp.aside", error) : code;
}

static ff_code prepare(ff_journal *journal, int version, ff_error *error) {
    ff_code code = ff_journal_need_empty(journal, error);
    if (code == FF_OK) {
        code = put_aside(journal, error);
    }
    return code == FF_OK && version < ff_journal_version()
               ? ff_store_remake(journal, version, error)
               : code;
}

/* Rows come in any order, so what they refer to is looked at in the end. SQLite takes the pragma
 * outside of transactions only. */
static ff_code watch_references(ff_journal *journal, bool on, ff_error *error) {
    return ff_sql_do(journal, on ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF", error);
}

ff_code ff_journal_begin_restore(ff_journal *journal, int version, ff_error *error) {
    if (version < 1 || version > ff_journal_version()) {
        return ff_fail(error, FF_ERR_VALUE, journal->path, FF_NO_OFFSET,
                       "there is no version %d of the journal", version);
    }
    ff_code code = watch_references(journal, false, error);
    if (code != FF_OK) {
        return code;
    }
    code = ff_store_begin_write(journal, error);
    bool begun = code == FF_OK;
    if (begun) {
        code = prepare(journal, version, error);
    }
    if (code == FF_OK) {
        return FF_OK;
    }
    if (begun) {
        code = ff_store_finish(journal, code, error);
    }
    watch_references(journal, true, NULL);
    return code;
}

ff_code ff_journal_finish_restore(ff_journal *journal, ff_code code, ff_error *error) {
    if (code == FF_OK) {
        code = ff_store_bring_up(journal, error);
    }
    if (code == FF_OK) {
        code = put_back_aside(journal, error);
    }
    code = ff_store_finish(journal, code, error);
    ff_code on = watch_references(journal, true, code == FF_OK ? error : NULL);
    return code != FF_OK ? code : on;
}

/* How many of the names are among the table's columns in the schema. */
static ff_code count_known(ff_journal *journal, const char *table, const char *column,
                           int64_t *count, ff_error *error) {
    ff_sql sql = ff_sql_begin(
        journal, "SELECT count(*) FROM pragma_table_info(?) WHERE ? IN (name, '')", error);
    ff_sql_text(&sql, table);
    ff_sql_text(&sql, column);
    *count = ff_sql_row(&sql) ? ff_sql_get_int(&sql, 0) : 0;
    return ff_sql_end(&sql);
}

static const char *stored_name(const ff_row *row, size_t column) {
    return row->values[column].kind == FF_VALUE_NUMBERS ? "data" : row->columns[column];
}

/* Only names that the schema knows ever become part of a statement. */
static ff_code check_names(ff_journal *journal, const ff_row *row, ff_error *error) {
    int64_t known = 0;
    bool own = strncmp(row->table, "sqlite_", 7) != 0;
    ff_code code = own ? count_known(journal, row->table, "", &known, error) : FF_OK;
    if (code == FF_OK && known == 0) {
        return ff_fail(error, FF_ERR_KEY, row->table, FF_NO_OFFSET, "there is no such table");
    }
    for (size_t i = 0; i < row->count && code == FF_OK; i++) {
        bool list = row->values[i].kind == FF_VALUE_NUMBERS;
        if (list != (strcmp(row->table, SERIES) == 0 && strcmp(row->columns[i], "values") == 0)) {
            return ff_fail(error, FF_ERR_VALUE, row->columns[i], FF_NO_OFFSET, "'%s' takes %s",
                           row->columns[i], list ? "one value, not a list" : "a list of numbers");
        }
        code = count_known(journal, row->table, stored_name(row, i), &known, error);
        if (code == FF_OK && known == 0) {
            return ff_fail(error, FF_ERR_KEY, row->columns[i], FF_NO_OFFSET,
                           "the table '%s' has no such column", row->table);
        }
    }
    return code;
}

static const char *insert_of(ff_arena *arena, const ff_row *row, bool series) {
    const char *columns = "", *marks = "";
    for (size_t i = 0; i < row->count && !arena->failed; i++) {
        const char *comma = i > 0 ? ", " : "";
        columns = ff_arena_printf(arena, "%s%s\"%s\"", columns, comma, stored_name(row, i));
        marks = ff_arena_printf(arena, "%s%s?", marks, comma);
    }
    return arena->failed
               ? NULL
               : ff_arena_printf(arena, "INSERT INTO \"%s\" (%s%s) VALUES (%s%s)", row->table,
                                 columns, series ? ", codec" : "", marks, series ? ", ?" : "");
}

static void bind_value(ff_sql *sql, ff_arena *arena, const ff_value *value) {
    const unsigned char *blob;
    size_t size;
    switch (value->kind) {
    case FF_VALUE_NONE:
        ff_sql_null(sql);
        break;
    case FF_VALUE_WHOLE:
        ff_sql_int(sql, value->whole);
        break;
    case FF_VALUE_REAL:
        ff_sql_real(sql, value->real);
        break;
    case FF_VALUE_TEXT:
        ff_sql_text(sql, value->text);
        break;
    case FF_VALUE_NUMBERS:
        if (sql->code == FF_OK) {
            sql->code =
                ff_series_encode(arena, value->numbers, value->count, &blob, &size, sql->error);
        }
        if (sql->code == FF_OK) {
            ff_sql_blob(sql, blob, size);
        }
        break;
    }
}

static ff_code insert_row(ff_journal *journal, ff_arena *arena, const ff_row *row,
                          ff_error *error) {
    bool series = strcmp(row->table, SERIES) == 0;
    const char *text = insert_of(arena, row, series);
    ff_code code = ff_arena_check(arena, error);
    if (code != FF_OK) {
        return code;
    }
    ff_sql sql = ff_sql_begin(journal, text, error);
    for (size_t i = 0; i < row->count; i++) {
        bind_value(&sql, arena, &row->values[i]);
    }
    if (series) {
        ff_sql_int(&sql, FF_SERIES_CODEC);
    }
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_restore_row(ff_journal *journal, const ff_row *row, ff_error *error) {
    if (row->count == 0 || row->count > FF_ROW_MOST_COLUMNS) {
        return ff_fail(error, FF_ERR_VALUE, row->table, FF_NO_OFFSET, "a row needs 1 to %d values",
                       FF_ROW_MOST_COLUMNS);
    }
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    ff_code code = check_names(journal, row, error);
    if (code == FF_OK) {
        code = insert_row(journal, &arena, row, error);
    }
    ff_arena_free(&arena);
    return code;
}
