/* A copy of a journal, put back into an empty one: its rows alone come, into tables of our own, so
 * that nothing else that may be in such a file comes with them. */
#include "journal/rows.h"
#include "journal/store.h"
#include "journal/whole.h"

#include <footfall/text.h>

#include <string.h>

/* What the copy is called while it is open beside the journal. */
#define COPY "footfall_copy"

/* Rows of the copy are only read. SQLite may join to it what waits in a log beside it, as whenever
 * a journal is opened, and leaves no log behind. */
static ff_code attach(ff_journal *journal, const char *path, ff_error *error) {
    ff_text uri;
    ff_text_init(&uri, journal->allocator);
    ff_store_uri(&uri, path, "");
    ff_code code = ff_text_check(&uri, error);
    if (code == FF_OK) {
        ff_sql sql = ff_sql_begin(journal, "ATTACH ? AS " COPY, error);
        ff_sql_text(&sql, uri.data);
        ff_sql_run(&sql);
        code = ff_sql_end(&sql);
    }
    ff_text_free(&uri);
    return code;
}

static void detach(ff_journal *journal) {
    ff_error ignored; /* at worst it stays open until the journal is closed */
    ff_sql_do(journal, "DETACH " COPY, &ignored);
}

/* *version: of its tables, which may be older than ours. */
static ff_code look_at_copy(ff_journal *journal, int64_t *version, ff_error *error) {
    int64_t application = 0;
    ff_code code = ff_sql_number(journal, "PRAGMA " COPY ".application_id", &application, error);
    if (code == FF_OK) {
        code = ff_sql_number(journal, "PRAGMA " COPY ".user_version", version, error);
    }
    if (code == FF_OK) {
        code = ff_store_judge(COPY, application, *version, &ff_journal_migrations, error);
    }
    return code == FF_OK ? ff_store_check(journal, "PRAGMA " COPY ".quick_check(1)", error) : code;
}

/* "id", "name": the columns of a table of ours. */
static ff_code list_columns(ff_journal *journal, ff_arena *arena, const char *table,
                            const char **columns, ff_error *error) {
    *columns = NULL;
    ff_sql sql = ff_sql_begin(journal, "SELECT name FROM pragma_table_info(?, 'main')", error);
    ff_sql_text(&sql, table);
    while (ff_sql_row(&sql)) {
        const char *name = ff_sql_get_text(&sql, 0, arena);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        *columns = *columns == NULL ? ff_arena_printf(arena, "\"%s\"", name)
                                    : ff_arena_printf(arena, "%s, \"%s\"", *columns, name);
        ff_sql_no_room(&sql, arena);
    }
    return ff_sql_end(&sql);
}

static ff_code take_table(ff_journal *journal, ff_arena *arena, const char *table, size_t *rows,
                          ff_error *error) {
    const char *columns;
    ff_code code = list_columns(journal, arena, table, &columns, error);
    if (code != FF_OK) {
        return code;
    }
    const char *text =
        ff_arena_printf(arena, "INSERT INTO main.\"%s\" (%s) SELECT %s FROM " COPY ".\"%s\"", table,
                        columns, columns, table);
    code = ff_arena_check(arena, error);
    if (code == FF_OK) {
        code = ff_sql_do(journal, text, error);
        *rows += code == FF_OK ? (size_t)sqlite3_changes64(journal->db) : 0;
    }
    return code;
}

#define COLUMNS_OF(place)                                                                          \
    "SELECT t.name, c.name FROM " place ".sqlite_schema t, pragma_table_info(t.name, '" place      \
    "') c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"

/* What has no place here would be lost: then its version is not what it says it is. */
static ff_code check_room(ff_journal *journal, ff_error *error) {
    int64_t more = 0;
    ff_code code = ff_sql_number(
        journal, "SELECT count(*) FROM (" COLUMNS_OF(COPY) " EXCEPT " COLUMNS_OF("main") ")", &more,
        error);
    return code == FF_OK && more > 0
               ? ff_fail(error, FF_ERR_DAMAGED_JOURNAL, journal->path, FF_NO_OFFSET,
                         "it holds tables or columns that journals of its version do not have")
               : code;
}

static ff_code take_tables(ff_journal *journal, size_t *rows, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    ff_table_names tables;
    ff_code code = ff_store_tables(journal, &arena, &tables, error);
    for (size_t i = 0; i < tables.count && code == FF_OK; i++) {
        code = take_table(journal, &arena, tables.items[i], rows, error);
    }
    ff_arena_free(&arena);
    return code;
}

/* What is not the copy's fault keeps its code. */
static bool is_of_machine(ff_code code) {
    switch (code) {
    case FF_OK:
    case FF_ERR_MEMORY:
    case FF_ERR_BUSY:
    case FF_ERR_DISK_FULL:
    case FF_ERR_READ_ONLY:
    case FF_ERR_READ:
    case FF_ERR_WRITE:
    case FF_ERR_CANCELLED:
        return true;
    default:
        return false;
    }
}

/* The message, told of the copy in place of the journal beside which it is open. */
static ff_code tell_of_copy(ff_code code, const char *name, ff_error *error) {
    if (error == NULL) {
        return code;
    }
    ff_error why = *error;
    return ff_fail(error, code, name, FF_NO_OFFSET, "%s", why.message);
}

static ff_code open_copy(ff_journal *journal, const ff_journal_source *source, int64_t *version,
                         ff_error *error) {
    ff_code code = attach(journal, source->path, error);
    if (code == FF_OK) {
        code = look_at_copy(journal, version, error);
        if (code != FF_OK) {
            detach(journal);
        }
    }
    if (code == FF_OK) {
        return FF_OK;
    }
    bool kept = code == FF_ERR_NEWER_JOURNAL || is_of_machine(code);
    return tell_of_copy(kept ? code : FF_ERR_NOT_EXPORT, source->name, error);
}

static ff_code restore_opened(ff_journal *journal, int version, size_t *rows, ff_error *error) {
    ff_code code = ff_journal_begin_restore(journal, version, error);
    if (code == FF_OK) {
        code = check_room(journal, error);
        code = code == FF_OK ? take_tables(journal, rows, error) : code;
        code = ff_journal_finish_restore(journal, code, error);
    }
    return code;
}

/* SQLite asks after so many of its steps: some milliseconds, whatever a copy holds. */
#define STEPS 10000

static int asked(void *user) {
    const ff_journal_source *source = user;
    return source->ends(source->user);
}

static ff_code restore_from(ff_journal *journal, const ff_journal_source *source, size_t *rows,
                            ff_error *error) {
    int64_t version = 0;
    ff_code code =
        ff_journal_need_empty(journal, error); /* before the file is touched: it may be its own */
    if (code == FF_OK) {
        code = open_copy(journal, source, &version, error);
    }
    if (code == FF_OK) {
        code = restore_opened(journal, (int)version, rows, error);
        code = is_of_machine(code) ? code : tell_of_copy(FF_ERR_NOT_EXPORT, source->name, error);
        detach(journal);
    }
    return code;
}

ff_code ff_journal_restore_copy(ff_journal *journal, const ff_journal_source *source, size_t *rows,
                                ff_error *error) {
    *rows = 0;
    ff_journal_source own = *source; /* SQLite's pointer to it is not const */
    if (own.ends != NULL) {
        sqlite3_progress_handler(journal->db, STEPS, asked, &own);
    }
    ff_code code = restore_from(journal, source, rows, error);
    sqlite3_progress_handler(journal->db, 0, NULL, NULL);
    return code;
}
