/* restore: a copy or an export of a journal, put back into an empty one. */
#include "app/restore.h"

#include "base/json.h"
#include "journal/rows.h"
#include "journal/whole.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

/* The longest line: one column of the longest series, with room to spare. */
#define LONGEST_LINE (UINT32_C(512) << 20)
#define BLOCK        65536u

typedef struct {
    ff_app *app;
    const ff_watch *watch; /* NULL: nobody */
    ff_bytes *bytes;
    ff_error *error;
    char block[BLOCK];
    size_t in_block, at; /* bytes of the block, and how many of them were taken */
    int64_t read_to;     /* of the file, the block included */
    ff_text line;
    int64_t line_at;    /* where the line begins */
    size_t line_number; /* from 1 */
    size_t rows;        /* put back so far */
    bool begun, ended;
} restoring;

/* ---- lines ---- */

static ff_code fill_block(restoring *r) {
    ff_code code = r->bytes->read_at(r->bytes, r->read_to, r->block, BLOCK, &r->in_block, r->error);
    r->read_to += (int64_t)r->in_block;
    r->at = 0;
    return code;
}

/* The next line, without its end; *any false at the end of the file. */
static ff_code next_line(restoring *r, bool *any) {
    ff_text_clear(&r->line);
    r->line_at = r->read_to - (int64_t)(r->in_block - r->at);
    r->line_number++;
    *any = false;
    for (;;) {
        if (r->at == r->in_block) {
            ff_code code = fill_block(r);
            if (code != FF_OK || r->in_block == 0) {
                return code != FF_OK ? code : ff_text_check(&r->line, r->error);
            }
        }
        *any = true;
        const char *from = r->block + r->at;
        const char *newline = memchr(from, '\n', r->in_block - r->at);
        size_t count = newline != NULL ? (size_t)(newline - from) : r->in_block - r->at;
        ff_text_add_bytes(&r->line, from, count);
        r->at += count + (newline != NULL);
        if (r->line.length > LONGEST_LINE) {
            return ff_fail(r->error, FF_ERR_LIMIT, r->bytes->name, r->line_at,
                           "line %zu is too long", r->line_number);
        }
        if (newline != NULL) {
            return ff_text_check(&r->line, r->error);
        }
    }
}

/* ---- one row ---- */

static ff_code not_an_export(const restoring *r, const char *what) {
    return ff_fail(r->error, FF_ERR_NOT_EXPORT, r->bytes->name, r->line_at, "line %zu %s",
                   r->line_number, what);
}

static bool read_numbers(const json_t *list, ff_arena *arena, ff_value *value) {
    size_t count = json_array_size(list);
    double *numbers = ff_arena_take(arena, count + 1, sizeof *numbers);
    if (numbers == NULL) {
        return true; /* the arena remembers */
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(list, i);
        if (!json_is_number(item) && !json_is_null(item)) {
            return false;
        }
        numbers[i] = json_is_null(item) ? (double)NAN : json_number_value(item);
    }
    *value = (ff_value){.kind = FF_VALUE_NUMBERS, .numbers = numbers, .count = count};
    return true;
}

static bool read_value(const json_t *json, ff_arena *arena, ff_value *value) {
    switch (json_typeof(json)) {
    case JSON_NULL:
        *value = (ff_value){.kind = FF_VALUE_NONE};
        return true;
    case JSON_INTEGER:
        *value = (ff_value){.kind = FF_VALUE_WHOLE, .whole = json_integer_value(json)};
        return true;
    case JSON_REAL:
        *value = (ff_value){.kind = FF_VALUE_REAL, .real = json_real_value(json)};
        return true;
    case JSON_STRING:
        *value = (ff_value){.kind = FF_VALUE_TEXT, .text = json_string_value(json)};
        return true;
    case JSON_ARRAY:
        return read_numbers(json, arena, value);
    default:
        return false;
    }
}

static ff_code restore_row(restoring *r, const char *table, json_t *members, ff_arena *arena) {
    const char *columns[FF_ROW_MOST_COLUMNS];
    ff_value values[FF_ROW_MOST_COLUMNS];
    ff_row row = {.table = table, .columns = columns, .values = values};
    const char *name;
    json_t *value;
    json_object_foreach(members, name, value) {
        if (row.count == FF_ROW_MOST_COLUMNS) {
            return not_an_export(r, "has too many columns");
        }
        columns[row.count] = name;
        if (!read_value(value, arena, &values[row.count++])) {
            return not_an_export(r, "has a value of an unknown kind");
        }
    }
    ff_code code = ff_arena_check(arena, r->error);
    if (code == FF_OK) {
        code = ff_journal_restore_row(r->app->journal, &row, r->error);
    }
    if ((code == FF_ERR_KEY || code == FF_ERR_VALUE) && r->error != NULL) {
        ff_error why = *r->error;
        return ff_fail(r->error, FF_ERR_NOT_EXPORT, r->bytes->name, r->line_at,
                       "line %zu, table '%s': %s%s%s", r->line_number, table, why.message,
                       code == FF_ERR_KEY ? ": " : "", code == FF_ERR_KEY ? why.where : "");
    }
    r->rows += code == FF_OK;
    return code;
}

static ff_code begin(restoring *r, const json_t *item) {
    const json_t *version = json_object_get(item, "footfall_journal");
    if (!json_is_integer(version) || json_integer_value(version) < 1) {
        return not_an_export(r, "does not begin as one");
    }
    if (json_integer_value(version) > ff_journal_version()) {
        return ff_fail(r->error, FF_ERR_NEWER_JOURNAL, r->bytes->name, r->line_at,
                       "it is of version %lld, and this footfall knows %d",
                       (long long)json_integer_value(version), ff_journal_version());
    }
    ff_code code =
        ff_journal_begin_restore(r->app->journal, (int)json_integer_value(version), r->error);
    r->begun = code == FF_OK;
    return code;
}

static ff_code end(restoring *r, const json_t *rows) {
    if ((size_t)json_integer_value(rows) != r->rows) {
        return ff_fail(r->error, FF_ERR_NOT_EXPORT, r->bytes->name, r->line_at,
                       "holds %zu rows, and says that it had %lld", r->rows,
                       (long long)json_integer_value(rows));
    }
    r->ended = true;
    return FF_OK;
}

static ff_code take_item(restoring *r, json_t *item, ff_arena *arena) {
    const json_t *table = json_object_get(item, "table");
    const json_t *rows = json_object_get(item, "rows");
    json_t *row = json_object_get(item, "row");
    if (!r->begun) {
        return begin(r, item);
    }
    if (r->ended) {
        return not_an_export(r, "comes after the end");
    }
    if (json_is_string(table) && json_is_object(row)) {
        return restore_row(r, json_string_value(table), row, arena);
    }
    return json_is_integer(rows) ? end(r, rows) : not_an_export(r, "is not a row of a table");
}

/* What stands around the items of the array: a bracket, a comma. */
static void strip(const ff_text *line, const char **from, size_t *count) {
    *from = line->data;
    *count = line->length;
    while (*count > 0 && strchr(" \t[", **from) != NULL) {
        (*from)++;
        (*count)--;
    }
    while (*count > 0 && strchr(" \t\r,]", (*from)[*count - 1]) != NULL) {
        (*count)--;
    }
}

static ff_code take_line(restoring *r) {
    const char *from;
    size_t count;
    strip(&r->line, &from, &count);
    if (count == 0) {
        return FF_OK;
    }
    json_error_t trouble;
    json_t *item = json_loadb(from, count, JSON_REJECT_DUPLICATES, &trouble);
    if (item == NULL) {
        return ff_fail(r->error, FF_ERR_JSON, r->bytes->name, r->line_at + trouble.position,
                       "line %zu: %s", r->line_number, trouble.text);
    }
    ff_arena arena;
    ff_app_arena(r->app, &arena);
    ff_code code = take_item(r, item, &arena);
    ff_arena_free(&arena);
    json_decref(item);
    return code;
}

static bool ends_between_lines(const restoring *r) {
    double size = (double)r->bytes->size;
    ff_progress progress = {.what = "restoring",
                            .done = (uint64_t)r->read_to,
                            .total = (uint64_t)r->bytes->size,
                            .share = size > 0 ? (double)r->read_to / size : 0};
    return ff_watch_ends(r->app->context, r->watch, &progress);
}

static ff_code take_lines(restoring *r) {
    bool any = true;
    ff_code code = FF_OK;
    while (code == FF_OK && any) {
        code = ends_between_lines(r)
                   ? ff_fail(r->error, FF_ERR_CANCELLED, NULL, FF_NO_OFFSET,
                             "the restoring was stopped; the journal was left as it was")
                   : next_line(r, &any);
        if (code == FF_OK && any) {
            code = take_line(r);
        }
    }
    if (code == FF_OK && !r->begun) {
        return not_an_export(r, "is the end already");
    }
    return code == FF_OK && !r->ended
               ? ff_fail(r->error, FF_ERR_NOT_EXPORT, r->bytes->name, r->read_to,
                         "ends after %zu rows, before its last line", r->rows)
               : code;
}

static ff_code put_back(restoring *r) {
    ff_code read = take_lines(r);
    ff_code code = r->begun ? ff_journal_finish_restore(r->app->journal, read, r->error) : read;
    return read == FF_OK && code == FF_ERR_DAMAGED_JOURNAL
               ? ff_fail(r->error, FF_ERR_NOT_EXPORT, r->bytes->name, FF_NO_OFFSET,
                         "a row in it speaks of another that is not in it")
               : code;
}

ff_code ff_restore_bytes(ff_app *app, const ff_watch *watch, ff_bytes *bytes, size_t *rows,
                         ff_error *error) {
    const ff_allocator *allocator = ff_context_allocator(app->context);
    restoring *r = allocator->allocate(allocator->user, sizeof *r);
    *rows = 0;
    if (r == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    *r = (restoring){.app = app, .watch = watch, .bytes = bytes, .error = error};
    ff_text_init(&r->line, allocator);
    ff_code code = put_back(r);
    *rows = r->rows;
    ff_text_free(&r->line);
    allocator->release(allocator->user, r);
    return code;
}

/* ---- of either kind ---- */

static ff_code find_kind(ff_bytes *bytes, bool *copy, ff_error *error) {
    static const char magic[16] = "SQLite format 3"; /* https://www.sqlite.org/fileformat2.html */
    char head[sizeof magic] = "";
    size_t got = 0;
    ff_code code = bytes->read_at(bytes, 0, head, sizeof head, &got, error);
    *copy = memcmp(head, magic, sizeof head) == 0;
    return code == FF_OK && !*copy && head[0] != '['
               ? ff_fail(error, FF_ERR_NOT_EXPORT, bytes->name, FF_NO_OFFSET,
                         "it is neither a copy nor an export")
               : code;
}

typedef struct {
    const ff_context *context;
    const ff_watch *watch;
} watched;

static bool ends_in_copy(void *user) {
    const watched *w = user;
    const ff_progress progress = {.what = "restoring"}; /* how far it is cannot be told */
    return ff_watch_ends(w->context, w->watch, &progress);
}

static ff_code restore_copy(ff_app *app, const ff_restore_job *job, size_t *rows, ff_error *error) {
    watched w = {app->context, job->watch};
    const ff_journal_source source = {
        .path = job->path, .name = job->name, .ends = ends_in_copy, .user = &w};
    return ff_journal_restore_copy(app->journal, &source, rows, error);
}

ff_code ff_restore_file(ff_app *app, const ff_restore_job *job, ff_restored *restored,
                        ff_error *error) {
    ff_bytes bytes;
    *restored = (ff_restored){0};
    ff_code code = ff_bytes_of_file(&bytes, job->path, error);
    if (code != FF_OK) {
        return code;
    }
    bytes.name = job->name;
    code = find_kind(&bytes, &restored->copy, error);
    if (code == FF_OK && !restored->copy) {
        code = ff_restore_bytes(app, job->watch, &bytes, &restored->rows, error);
    }
    ff_bytes_close(&bytes);
    return code == FF_OK && restored->copy ? restore_copy(app, job, &restored->rows, error) : code;
}

static void tell(size_t rows, size_t runs, ff_format format, ff_reply *reply) {
    if (format == FF_AS_JSON) {
        ff_text_addf(&reply->text, "{\"rows\":%zu,\"runs\":%zu}\n", rows, runs);
    } else {
        ff_text_addf(&reply->text, "Everything is back: %zu run%s and all that was said of %s.\n",
                     runs, runs == 1 ? "" : "s", runs == 1 ? "it" : "them");
    }
}

ff_code ff_app_restore(ff_app *app, const char *path, ff_format format, ff_reply *reply,
                       ff_error *error) {
    const ff_restore_job job = {.path = path, .name = path};
    ff_restored restored;
    size_t runs;
    ff_code code = ff_restore_file(app, &job, &restored, error);
    if (code == FF_OK) {
        code = ff_journal_count_runs(app->journal, &runs, error);
    }
    if (code == FF_OK) {
        tell(restored.rows, runs, format, reply);
    }
    return code;
}
