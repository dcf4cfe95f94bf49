/* All of a journal as rows, and back: for an export that loses nothing.
 *
 * Rows are those of the tables, column by column, so that nothing can be forgotten. Only the blobs
 * of a series come unpacked, as numbers under the name "values" in place of "codec" and "data".
 */
#ifndef FOOTFALL_JOURNAL_ROWS_H
#define FOOTFALL_JOURNAL_ROWS_H

#include "journal/journal.h"

#define FF_ROW_MOST_COLUMNS 128

typedef enum ff_value_kind {
    FF_VALUE_NONE,
    FF_VALUE_WHOLE,
    FF_VALUE_REAL,
    FF_VALUE_TEXT,
    FF_VALUE_NUMBERS
} ff_value_kind;

typedef struct ff_value {
    ff_value_kind kind;
    int64_t whole;
    double real;
    const char *text;
    const double *numbers; /* NAN where absent */
    size_t count;          /* of numbers */
} ff_value;

/* Borrowed until the call with it returns. */
typedef struct ff_row {
    const char *table;
    const char *const *columns;
    const ff_value *values;
    size_t count;
} ff_row;

typedef struct ff_row_sink {
    ff_code (*take)(void *user, const ff_row *row, ff_error *error); /* not FF_OK ends it */
    void *user;
} ff_row_sink;

/* The version of the tables, which an export names. */
int ff_journal_version(void);

/* Hands out every row of every table, as one state of the journal: table by table in the order of
 * their names, rows in the order of their keys, so that the same journal gives the same rows. */
ff_code ff_journal_each_row(ff_journal *journal, const ff_row_sink *sink, ff_error *error);

/* How many rows that gives, as it stands now. */
ff_code ff_journal_count_rows(ff_journal *journal, size_t *count, ff_error *error);

/* Whether nothing was ever kept in it. The language of the page and an import that found no file are
 * nothing: what is put back takes their place, but a language that it has none for stays. */
ff_code ff_journal_is_empty(ff_journal *journal, bool *empty, ff_error *error);
ff_code ff_journal_need_empty(ff_journal *journal, ff_error *error); /* FF_ERR_VALUE: it is not */

/* Puts one row back. Rows may come in any order between ff_journal_begin_restore and
 * ff_journal_finish_restore, by which all are kept or none; the journal must be empty. version is
 * that of the tables the rows are of: an older one is brought up to date in the end, as a journal
 * is. FF_ERR_KEY: no such table or column; FF_ERR_VALUE: not a value for it; in the end
 * FF_ERR_DAMAGED_JOURNAL: a row speaks of what is not there. */
ff_code ff_journal_begin_restore(ff_journal *journal, int version, ff_error *error);
/* code: how the rows went; else as ff_journal_finish. */
ff_code ff_journal_finish_restore(ff_journal *journal, ff_code code, ff_error *error);
ff_code ff_journal_restore_row(ff_journal *journal, const ff_row *row, ff_error *error);

#endif
