/* Inside the journal: the open file, and SQL with the error handling of the house. */
#ifndef FOOTFALL_JOURNAL_STORE_H
#define FOOTFALL_JOURNAL_STORE_H

#include "journal/journal.h"
#include "journal/series_codec.h"

#include <footfall/text.h>

#include <sqlite3.h>

/* A statement that is prepared once and used again and again. */
typedef struct ff_kept_statement {
    const char *text; /* the literal it was made of, by address; NULL: a free place */
    sqlite3_stmt *statement;
    bool used; /* at this moment */
} ff_kept_statement;

#define FF_KEPT_STATEMENTS 48

struct ff_journal {
    const ff_context *context;
    const ff_allocator *allocator;
    sqlite3 *db;
    char *path; /* as given */
    int depth;  /* transactions begun and not finished, one within the other */
    ff_kept_statement kept[FF_KEPT_STATEMENTS];
    ff_series_packer packer;
};

/* ---- statements ---- */

/* One prepared statement. The first thing that goes wrong is kept: later calls do nothing, and
 * ff_sql_end says what it was. */
typedef struct ff_sql {
    ff_journal *journal;
    sqlite3_stmt *statement;
    ff_kept_statement *kept; /* where it goes back to; NULL: it is made for this once */
    int bound;               /* parameters bound so far */
    ff_code code;
    ff_error *error;
} ff_sql;

ff_sql ff_sql_begin(ff_journal *journal, const char *text, ff_error *error);
/* The same for what is run thousands of times: it is kept prepared. text must be a literal. */
ff_sql ff_sql_again(ff_journal *journal, const char *text, ff_error *error);

/* Bind the next parameter. Texts and blobs must stay valid until the statement was run. */
void ff_sql_int(ff_sql *sql, int64_t value);
void ff_sql_real(ff_sql *sql, double value);      /* NAN binds NULL */
void ff_sql_text(ff_sql *sql, const char *value); /* NULL binds NULL */
void ff_sql_blob(ff_sql *sql, const void *data, size_t size);
void ff_sql_null(ff_sql *sql);

bool ff_sql_row(ff_sql *sql); /* true while there is a row */
void ff_sql_run(ff_sql *sql); /* to its end, then ready to bind again */

/* Columns of the row at hand, from 0. */
int64_t ff_sql_get_int(ff_sql *sql, int column);
double ff_sql_get_real(ff_sql *sql, int column);                 /* NULL gives NAN */
char *ff_sql_get_text(ff_sql *sql, int column, ff_arena *arena); /* NULL gives NULL */
bool ff_sql_is_null(ff_sql *sql, int column);
/* The number of the name in column, by of_name; a name it does not know is damage. */
int ff_sql_get_name(ff_sql *sql, int column, int (*of_name)(const char *name));

ff_code ff_sql_end(ff_sql *sql);

/* Ends an UPDATE or DELETE whose last parameter is an id: FF_ERR_NOT_FOUND, naming noun, when no
 * row had it. */
ff_code ff_store_change_end(ff_sql *sql, int64_t id, const char *noun);
ff_code ff_store_change_one(ff_journal *journal, const char *text, int64_t id, const char *noun,
                            ff_error *error);

/* A statement without parameters and rows. */
ff_code ff_sql_do(ff_journal *journal, const char *text, ff_error *error);
/* A statement that gives one whole number. */
ff_code ff_sql_number(ff_journal *journal, const char *text, int64_t *number, ff_error *error);

/* Forgets the statements that were kept, before the file is closed. */
void ff_sql_forget(ff_journal *journal);

/* Fills error from what SQLite said last. */
ff_code ff_sql_fail(ff_journal *journal, int result, ff_error *error);

/* ---- transactions ---- */

/* One within another is a part of it: undone alone when it fails, kept when the outermost is. */
ff_code ff_store_begin_write(ff_journal *journal, ff_error *error);
/* A steady view for several reads. */
ff_code ff_store_begin_read(ff_journal *journal, ff_error *error);
/* Commits when code is FF_OK, else rolls back; returns code, or why it could not be committed. Each
 * begin that gave FF_OK needs exactly one. */
ff_code ff_store_finish(ff_journal *journal, ff_code code, ff_error *error);

/* seconds, or now when it is 0. */
int64_t ff_store_time(const ff_journal *journal, int64_t seconds);

/* text, "" for NULL. */
const char *ff_store_words(const char *text);

/* ---- lists ---- */

/* Makes room for one more of size bytes in an array of count, whose room doubles as it fills: to
 * be called before each addition. NULL when memory is gone. */
void *ff_store_room(ff_arena *arena, void *items, size_t count, size_t size);

/* True when the arena ran out, which sql then remembers. */
bool ff_sql_no_room(ff_sql *sql, ff_arena *arena);

/* ---- runs that were joined ---- */

/* The run that run_id is shown as: itself, or the one it was joined to; run_id when there is none
 * of that number. What goes wrong, sql remembers. */
int64_t ff_store_shown_as(ff_sql *sql, int64_t run_id);

/* ---- the log ---- */

/* One line of the log, without its runs: FF_ERR_NOT_FOUND; and its runs, into file. */
ff_code ff_store_get_file(ff_journal *journal, ff_arena *arena, int64_t id, ff_import_file *file,
                          ff_error *error);
ff_code ff_store_get_file_runs(ff_journal *journal, ff_arena *arena, ff_import_file *file,
                               ff_error *error);

/* ---- versions ---- */

/* versions[i] holds the statements, NULL behind the last, that make version i + 1 of version i;
 * they are never changed once published. */
typedef struct ff_migrations {
    const char *const *const *versions;
    int count;
} ff_migrations;

extern const ff_migrations ff_journal_migrations;

/* The first bytes of a SQLite file (https://www.sqlite.org/fileformat2.html#the_database_header),
 * and the two numbers in them that are ours to set. */
#define FF_STORE_HEADER_SIZE 100
int64_t ff_store_header_version(const unsigned char header[FF_STORE_HEADER_SIZE]);
int64_t ff_store_header_application(const unsigned char header[FF_STORE_HEADER_SIZE]);

/* Brings the journal from its version to the newest of the list. Copies of an existing one are laid
 * beside it first. */
ff_code ff_store_migrate(ff_journal *journal, const ff_migrations *migrations, ff_error *error);

/* Makes an empty journal anew in an older version, and brings it to the newest once rows were put
 * into it: both within a transaction, PRAGMA foreign_keys being off. What refers to something that
 * is not there is FF_ERR_DAMAGED_JOURNAL. */
ff_code ff_store_remake(ff_journal *journal, int version, ff_error *error);
ff_code ff_store_bring_up(ff_journal *journal, ff_error *error);

/* Whether these two numbers are those of a journal that can be read: FF_ERR_NOT_JOURNAL,
 * FF_ERR_NEWER_JOURNAL, FF_ERR_DAMAGED_JOURNAL. */
ff_code ff_store_judge(const char *path, int64_t application, int64_t version,
                       const ff_migrations *migrations, ff_error *error);

/* Adds the path as SQLite takes it whatever is in it; how: "", or "?" and what it is opened with. */
void ff_store_uri(ff_text *uri, const char *path, const char *how);

/* Whether SQLite finds the structure sound, asked by that pragma: FF_ERR_DAMAGED_JOURNAL. */
ff_code ff_store_check(ff_journal *journal, const char *pragma, ff_error *error);

/* The tables, in the order of their names, without SQLite's own. */
typedef struct ff_table_names {
    const char **items;
    size_t count;
} ff_table_names;
ff_code ff_store_tables(ff_journal *journal, ff_arena *arena, ff_table_names *tables,
                        ff_error *error);

/* ff_journal_open with other migrations, for tests of them. */
ff_code ff_store_open(const ff_context *context, const char *path, ff_journal_mode mode,
                      const ff_migrations *migrations, ff_journal **journal, ff_error *error);

/* "foot": marks a SQLite file as a journal (file header, offset 68). */
#define FF_STORE_APPLICATION_ID 0x666F6F74

#endif
