#include "journal/store.h"

#include "base/folder.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* What the system said last. SQLite does not keep it in every case; errno then does, since
 * ff_sql_row clears it before each step. */
static int system_error(sqlite3 *db) {
    int kept = sqlite3_system_errno(db);
    return kept != 0 ? kept : errno;
}

static ff_code code_of_io_error(sqlite3 *db, int result) {
    switch (result) {
    case SQLITE_IOERR_NOMEM:
        return FF_ERR_MEMORY;
    case SQLITE_IOERR_CORRUPTFS:
        return FF_ERR_DAMAGED_JOURNAL;
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_FSTAT:
    case SQLITE_IOERR_ACCESS:
        return FF_ERR_READ;
    default:
        return ff_folder_write_code(system_error(db));
    }
}

static ff_code code_of_result(sqlite3 *db, int result) {
    switch (result & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: /* gave up waiting for the locks of the write-ahead log */
        return FF_ERR_BUSY;
    case SQLITE_FULL:
        return FF_ERR_DISK_FULL;
    case SQLITE_READONLY:
        return FF_ERR_READ_ONLY;
    case SQLITE_CANTOPEN: /* the file is there, so it is one that is to be made beside it */
        return system_error(db) == ENOENT ? FF_ERR_READ_ONLY
                                          : ff_folder_write_code(system_error(db));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: /* statements are fixed, so it is the tables that are not as they were made
                        */
        return FF_ERR_DAMAGED_JOURNAL;
    case SQLITE_NOMEM:
        return FF_ERR_MEMORY;
    case SQLITE_INTERRUPT: /* whoever it asked in the midst said so */
        return FF_ERR_CANCELLED;
    case SQLITE_IOERR:
        return code_of_io_error(db, result);
    case SQLITE_TOOBIG:
        return FF_ERR_LIMIT;
    case SQLITE_CONSTRAINT:
        return result == SQLITE_CONSTRAINT_FOREIGNKEY ? FF_ERR_NOT_FOUND : FF_ERR_VALUE;
    default:
        return FF_ERR_INTERNAL;
    }
}

/* A check in the schema carries the words for the person as its name. */
static const char *constraint_message(sqlite3 *db, int result) {
    static const char check[] = "CHECK constraint failed: ";
    const char *message = sqlite3_errmsg(db);
    if (result == SQLITE_CONSTRAINT_FOREIGNKEY) {
        return "it speaks of something that is not in the journal";
    }
    if (result == SQLITE_CONSTRAINT_UNIQUE) {
        return "that name is taken";
    }
    return strncmp(message, check, sizeof check - 1) == 0 ? message + sizeof check - 1 : message;
}

static const char *message_of(sqlite3 *db, int result) {
    switch (result & 0xFF) {
    case SQLITE_BUSY:
        return "another program holds it";
    case SQLITE_FULL:
        return "there is no room left for it";
    case SQLITE_READONLY:
        return "it is write-protected";
    case SQLITE_CANTOPEN:
        return "a file that belongs beside it cannot be opened";
    case SQLITE_CORRUPT:
        return "its structure is not sound";
    case SQLITE_CONSTRAINT:
        return constraint_message(db, result);
    default:
        return sqlite3_errmsg(db);
    }
}

ff_code ff_sql_fail(ff_journal *journal, int result, ff_error *error) {
    ff_code code = code_of_result(journal->db, result);
    return ff_fail(error, code, journal->path, FF_NO_OFFSET, "%s",
                   message_of(journal->db, code == FF_ERR_DISK_FULL ? SQLITE_FULL : result));
}

static void note(ff_sql *sql, int result) {
    if (sql->code == FF_OK && result != SQLITE_OK) {
        sql->code = ff_sql_fail(sql->journal, result, sql->error);
    }
}

ff_sql ff_sql_begin(ff_journal *journal, const char *text, ff_error *error) {
    ff_sql sql = {.journal = journal, .code = FF_OK, .error = error};
    note(&sql, sqlite3_prepare_v2(journal->db, text, -1, &sql.statement, NULL));
    return sql;
}

/* The place of text: where it is kept already, else a free one; NULL when all are taken. */
static ff_kept_statement *place_of(ff_journal *journal, const char *text) {
    size_t first = ((uintptr_t)text >> 4) % FF_KEPT_STATEMENTS;
    for (size_t i = 0; i < FF_KEPT_STATEMENTS; i++) {
        ff_kept_statement *kept = &journal->kept[(first + i) % FF_KEPT_STATEMENTS];
        if (kept->text == text || kept->text == NULL) {
            return kept;
        }
    }
    return NULL;
}

ff_sql ff_sql_again(ff_journal *journal, const char *text, ff_error *error) {
    ff_kept_statement *kept = place_of(journal, text);
    if (kept == NULL || kept->used) {
        return ff_sql_begin(journal, text, error);
    }
    ff_sql sql = {.journal = journal, .code = FF_OK, .error = error};
    if (kept->text == NULL) {
        note(&sql, sqlite3_prepare_v3(journal->db, text, -1, SQLITE_PREPARE_PERSISTENT,
                                      &kept->statement, NULL));
    }
    if (sql.code == FF_OK) {
        kept->text = text;
        kept->used = true;
        sql.kept = kept;
        sql.statement = kept->statement;
    }
    return sql;
}

void ff_sql_forget(ff_journal *journal) {
    for (size_t i = 0; i < FF_KEPT_STATEMENTS; i++) {
        sqlite3_finalize(journal->kept[i].statement);
        journal->kept[i] = (ff_kept_statement){0};
    }
}

void ff_sql_int(ff_sql *sql, int64_t value) {
    if (sql->code == FF_OK) {
        note(sql, sqlite3_bind_int64(sql->statement, ++sql->bound, value));
    }
}

void ff_sql_real(ff_sql *sql, double value) {
    if (sql->code == FF_OK) {
        note(sql, sqlite3_bind_double(sql->statement, ++sql->bound, value));
    }
}

void ff_sql_text(ff_sql *sql, const char *value) {
    if (sql->code == FF_OK) {
        note(sql, sqlite3_bind_text(sql->statement, ++sql->bound, value, -1, SQLITE_STATIC));
    }
}

void ff_sql_blob(ff_sql *sql, const void *data, size_t size) {
    if (sql->code == FF_OK) {
        note(sql, sqlite3_bind_blob64(sql->statement, ++sql->bound, data, size, SQLITE_STATIC));
    }
}

void ff_sql_null(ff_sql *sql) {
    sql->bound++; /* unbound parameters are NULL */
}

bool ff_sql_row(ff_sql *sql) {
    if (sql->code != FF_OK) {
        return false;
    }
    errno = 0;
    int result = sqlite3_step(sql->statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE) {
        note(sql, result);
    }
    return result == SQLITE_ROW;
}

void ff_sql_run(ff_sql *sql) {
    while (ff_sql_row(sql)) {
    }
    if (sql->code == FF_OK) {
        sqlite3_reset(sql->statement); /* tells again what step told: nothing new */
        sqlite3_clear_bindings(sql->statement);
        sql->bound = 0;
    }
}

int64_t ff_sql_get_int(ff_sql *sql, int column) {
    return sqlite3_column_int64(sql->statement, column);
}

bool ff_sql_is_null(ff_sql *sql, int column) {
    return sqlite3_column_type(sql->statement, column) == SQLITE_NULL;
}

double ff_sql_get_real(ff_sql *sql, int column) {
    double value = sqlite3_column_double(sql->statement, column); /* of NULL: 0 */
    return value != 0 || !ff_sql_is_null(sql, column) ? value : NAN;
}

char *ff_sql_get_text(ff_sql *sql, int column, ff_arena *arena) {
    const unsigned char *text = sqlite3_column_text(sql->statement, column);
    if (text == NULL) {
        note(sql, ff_sql_is_null(sql, column) ? SQLITE_OK : SQLITE_NOMEM);
        return NULL;
    }
    char *copy = ff_arena_copy(arena, (const char *)text);
    if (copy == NULL && sql->code == FF_OK) {
        sql->code = ff_arena_check(arena, sql->error);
    }
    return copy;
}

int ff_sql_get_name(ff_sql *sql, int column, int (*of_name)(const char *name)) {
    const unsigned char *text = sqlite3_column_text(sql->statement, column);
    int number = text != NULL ? of_name((const char *)text) : -1;
    if (number < 0 && sql->code == FF_OK) {
        sql->code = ff_fail(sql->error, FF_ERR_DAMAGED_JOURNAL, sql->journal->path, FF_NO_OFFSET,
                            "a stored name is not one footfall writes");
    }
    return number < 0 ? 0 : number;
}

ff_code ff_sql_end(ff_sql *sql) {
    if (sql->kept != NULL) {
        sqlite3_reset(sql->statement);
        sqlite3_clear_bindings(sql->statement);
        sql->kept->used = false;
        sql->kept = NULL;
    } else {
        sqlite3_finalize(sql->statement);
    }
    sql->statement = NULL;
    return sql->code;
}

ff_code ff_store_change_end(ff_sql *sql, int64_t id, const char *noun) {
    ff_sql_int(sql, id);
    ff_sql_run(sql);
    if (sql->code == FF_OK && sqlite3_changes(sql->journal->db) == 0) {
        sql->code = ff_fail(sql->error, FF_ERR_NOT_FOUND, NULL, FF_NO_OFFSET, "there is no %s %lld",
                            noun, (long long)id);
    }
    return ff_sql_end(sql);
}

ff_code ff_store_change_one(ff_journal *journal, const char *text, int64_t id, const char *noun,
                            ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, text, error);
    return ff_store_change_end(&sql, id, noun);
}

ff_code ff_sql_do(ff_journal *journal, const char *text, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, text, error);
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_sql_number(ff_journal *journal, const char *text, int64_t *number, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, text, error);
    *number = ff_sql_row(&sql) ? ff_sql_get_int(&sql, 0) : 0;
    return ff_sql_end(&sql);
}

/* What an import does for every run. */
static ff_code do_again(ff_journal *journal, const char *text, ff_error *error) {
    ff_sql sql = ff_sql_again(journal, text, error);
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

static ff_code begin(ff_journal *journal, const char *outermost, ff_error *error) {
    ff_code code = do_again(journal, journal->depth > 0 ? "SAVEPOINT part" : outermost, error);
    journal->depth += code == FF_OK;
    return code;
}

ff_code ff_store_begin_write(ff_journal *journal, ff_error *error) {
    return begin(journal, "BEGIN IMMEDIATE", error);
}

ff_code ff_store_begin_read(ff_journal *journal, ff_error *error) {
    return begin(journal, "BEGIN", error);
}

ff_code ff_store_finish(ff_journal *journal, ff_code code, ff_error *error) {
    bool part = --journal->depth > 0;
    if (code == FF_OK) {
        code = do_again(journal, part ? "RELEASE part" : "COMMIT", error);
    }
    if (!part) {
        ff_series_packer_free(&journal->packer); /* an open journal holds on to nothing large */
    }
    /* Some failures end the transaction by themselves. The first error is the one to tell. */
    if (code != FF_OK && sqlite3_get_autocommit(journal->db) == 0) {
        ff_sql_do(journal, part ? "ROLLBACK TO part" : "ROLLBACK", NULL);
        if (part) {
            ff_sql_do(journal, "RELEASE part", NULL);
        }
    }
    return code;
}

ff_code ff_journal_begin(ff_journal *journal, ff_error *error) {
    return ff_store_begin_write(journal, error);
}

ff_code ff_journal_begin_read(ff_journal *journal, ff_error *error) {
    return ff_store_begin_read(journal, error);
}

ff_code ff_journal_finish(ff_journal *journal, ff_code code, ff_error *error) {
    return ff_store_finish(journal, code, error);
}

int64_t ff_store_time(const ff_journal *journal, int64_t seconds) {
    return seconds != 0 ? seconds : ff_context_now(journal->context);
}

const char *ff_store_words(const char *text) {
    return text != NULL ? text : "";
}

bool ff_sql_no_room(ff_sql *sql, ff_arena *arena) {
    if (arena->failed && sql->code == FF_OK) {
        sql->code = ff_arena_check(arena, sql->error);
    }
    return arena->failed;
}

void *ff_store_room(ff_arena *arena, void *items, size_t count, size_t size) {
    if (count == 0) {
        return ff_arena_take(arena, 4, size);
    }
    bool full = count >= 4 && (count & (count - 1)) == 0;
    return full ? ff_arena_grow(arena, items, count, count * 2, size) : items;
}
