#include "journal/recording.h"
#include "journal/series_codec.h"

#include <string.h>

/* One file on its way into the journal. */
typedef struct {
    ff_journal *journal;
    ff_arena *arena;
    const ff_import_file *file;
    ff_error *error;
} putting;

static bool has_runs(ff_outcome outcome) {
    return outcome == FF_OUTCOME_IMPORTED || outcome == FF_OUTCOME_DAMAGED;
}

/* The run of that place in the same bytes: as it is stored, or as it was found to be a copy. */
static ff_code find_same_file(putting *p, size_t index, int64_t *run_id) {
    ff_sql sql = ff_sql_again(p->journal,
                              "SELECT run_id FROM recording WHERE file_sha256 = ?1"
                              " AND file_index = ?2 UNION ALL"
                              " SELECT import_run.run_id FROM import_file JOIN import_run"
                              " ON import_run.file_id = import_file.id"
                              " WHERE import_file.sha256 = ?1 AND import_run.number = ?2 LIMIT 1",
                              p->error);
    ff_sql_text(&sql, p->file->sha256);
    ff_sql_int(&sql, (int64_t)index);
    *run_id = ff_sql_row(&sql) ? ff_sql_get_int(&sql, 0) : 0;
    *run_id = *run_id != 0 ? ff_store_shown_as(&sql, *run_id) : 0;
    return ff_sql_end(&sql);
}

static ff_code put_run(putting *p, const ff_run *run, size_t index, int64_t belongs_to,
                       ff_import_run *put) {
    *put = (ff_import_run){.how = FF_IMPORT_SAME_FILE};
    ff_code code = find_same_file(p, index, &put->run_id);
    if (code != FF_OK || put->run_id != 0) {
        return code;
    }
    if (run->series.rows > FF_SERIES_MAX_ROWS) { /* before anything looks at its rows */
        return ff_fail(p->error, FF_ERR_LIMIT, NULL, FF_NO_OFFSET,
                       "a series has %zu rows, more than %zu", run->series.rows,
                       FF_SERIES_MAX_ROWS);
    }
    ff_member file = {.sha256 = p->file->sha256,
                      .file_index = (int64_t)index,
                      .damaged = p->file->outcome == FF_OUTCOME_DAMAGED};
    return ff_store_join(p->journal, p->arena, run, &file, belongs_to, put, p->error);
}

/* ---- the line in the log ---- */

/* A negative one is not known. */
static void bind_size(ff_sql *sql, int64_t size) {
    if (size >= 0) {
        ff_sql_int(sql, size);
    } else {
        ff_sql_null(sql);
    }
}

static ff_code put_line(putting *p, ff_import_file *line) {
    ff_sql sql = ff_sql_again(p->journal,
                              "INSERT INTO import_file (import_id, path, size, sha256, outcome,"
                              " code, message, byte_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                              p->error);
    ff_sql_int(&sql, line->import_id);
    ff_sql_text(&sql, line->path);
    bind_size(&sql, line->size);
    ff_sql_text(&sql, line->sha256);
    ff_sql_text(&sql, ff_outcome_name(line->outcome));
    ff_sql_text(&sql, ff_code_name(line->code));
    ff_sql_text(&sql, line->message);
    bind_size(&sql, line->offset);
    ff_sql_run(&sql);
    line->id = sql.code == FF_OK ? sqlite3_last_insert_rowid(p->journal->db) : 0;
    return ff_sql_end(&sql);
}

static ff_code put_line_run(putting *p, int64_t file_id, size_t index, const ff_import_run *run) {
    ff_sql sql =
        ff_sql_again(p->journal, "INSERT INTO import_run VALUES (?, ?, ?, ?, ?)", p->error);
    ff_sql_int(&sql, file_id);
    ff_sql_int(&sql, (int64_t)index);
    ff_sql_int(&sql, run->run_id);
    ff_sql_text(&sql, ff_import_how_name(run->how));
    ff_sql_text(&sql, run->why);
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

static ff_code put_line_runs(putting *p, const ff_import_file *line) {
    ff_code code = FF_OK;
    for (size_t i = 0; i < line->run_count && code == FF_OK; i++) {
        code = put_line_run(p, line->id, i, &line->runs[i]);
    }
    return code;
}

static ff_outcome outcome_of(const ff_import_file *line) {
    if (!has_runs(line->outcome)) {
        return line->outcome;
    }
    for (size_t i = 0; i < line->run_count; i++) {
        if (line->runs[i].how == FF_IMPORT_NEW || line->runs[i].how == FF_IMPORT_COMPLETED) {
            return line->outcome;
        }
    }
    return FF_OUTCOME_DUPLICATE;
}

static ff_code put_all(putting *p, const ff_run_list *runs, ff_import_file *line) {
    ff_code code = ff_store_begin_write(p->journal, p->error);
    if (code != FF_OK) {
        return code;
    }
    for (size_t i = 0; i < line->run_count && code == FF_OK; i++) {
        code = put_run(p, &runs->items[i], i, 0, &line->runs[i]);
    }
    line->outcome = outcome_of(line);
    if (code == FF_OK) {
        code = put_line(p, line);
    }
    if (code == FF_OK) {
        code = put_line_runs(p, line);
    }
    return ff_store_finish(p->journal, code, p->error);
}

static ff_code check_fits(const ff_journal *journal, const ff_import_file *file, size_t run_count,
                          ff_error *error) {
    const char *wrong = NULL;
    if (has_runs(file->outcome) != (run_count > 0)) {
        wrong = "the outcome of a file does not go with its number of runs";
    } else if (run_count > 0 && file->sha256 == NULL) {
        wrong = "a file with runs needs its fingerprint";
    } else if (file->path == NULL) {
        wrong = "a file needs its path";
    }
    return wrong == NULL ? FF_OK
                         : ff_fail(error, FF_ERR_VALUE, journal->path, FF_NO_OFFSET, "%s", wrong);
}

ff_code ff_journal_put_file(ff_journal *journal, ff_arena *arena, const ff_import_file *file,
                            const ff_run_list *runs, ff_import_file *stored, ff_error *error) {
    size_t run_count = runs != NULL ? runs->count : 0;
    ff_code code = check_fits(journal, file, run_count, error);
    if (code != FF_OK) {
        return code;
    }
    ff_import_file line = *file;
    line.path = ff_arena_copy(arena, file->path);
    line.sha256 = ff_arena_copy(arena, file->sha256);
    line.message = ff_arena_copy(arena, file->message);
    line.runs = ff_arena_take(arena, run_count, sizeof *line.runs);
    line.run_count = run_count;
    code = ff_arena_check(arena, error);
    if (code == FF_OK) {
        putting p = {.journal = journal, .arena = arena, .file = file, .error = error};
        code = put_all(&p, runs, &line);
    }
    if (code == FF_OK && stored != NULL) {
        *stored = line;
    }
    return code;
}

/* ---- a file whose runs come one by one ---- */

ff_code ff_journal_begin_file(ff_journal *journal, const ff_import_file *file, int64_t *file_id,
                              ff_error *error) {
    *file_id = 0;
    if (file->path == NULL || file->sha256 == NULL) {
        return ff_fail(error, FF_ERR_VALUE, journal->path, FF_NO_OFFSET,
                       "a file whose runs come one by one needs its path and its fingerprint");
    }
    ff_import_file line = {.import_id = file->import_id,
                           .path = file->path,
                           .size = file->size,
                           .sha256 = file->sha256,
                           .outcome = FF_OUTCOME_FAILED,
                           .code = FF_ERR_CANCELLED,
                           .message = "the import was broken off",
                           .offset = FF_NO_OFFSET};
    putting p = {.journal = journal, .file = file, .error = error};
    ff_code code = put_line(&p, &line);
    *file_id = line.id;
    return code;
}

static ff_code put_one(putting *p, int64_t file_id, size_t index, const ff_run *run,
                       int64_t belongs_to, ff_import_run *put) {
    ff_code code = put_run(p, run, index, belongs_to, put);
    return code == FF_OK ? put_line_run(p, file_id, index, put) : code;
}

ff_code ff_journal_put_recording(ff_journal *journal, ff_arena *arena, int64_t file_id,
                                 size_t index, const ff_run *run, int64_t belongs_to,
                                 ff_import_run *stored, ff_error *error) {
    ff_import_file line;
    ff_import_run put;
    ff_code code = ff_store_begin_write(journal, error);
    if (code != FF_OK) {
        return code;
    }
    code = ff_store_get_file(journal, arena, file_id, &line, error);
    if (code == FF_OK) {
        putting p = {.journal = journal, .arena = arena, .file = &line, .error = error};
        code = put_one(&p, file_id, index, run, belongs_to, &put);
    }
    code = ff_store_finish(journal, code, error);
    if (code == FF_OK && stored != NULL) {
        *stored = put;
    }
    return code;
}

static ff_code update_line(putting *p, const ff_import_file *line) {
    ff_sql sql = ff_sql_again(p->journal,
                              "UPDATE import_file SET (size, outcome, code, message, byte_offset) ="
                              " (?, ?, ?, ?, ?) WHERE id = ?",
                              p->error);
    bind_size(&sql, line->size);
    ff_sql_text(&sql, ff_outcome_name(line->outcome));
    ff_sql_text(&sql, ff_code_name(line->code));
    ff_sql_text(&sql, line->message);
    bind_size(&sql, line->offset);
    return ff_store_change_end(&sql, line->id, "line in the log");
}

static ff_code end_line(putting *p, ff_arena *arena, int64_t file_id, ff_import_file *line) {
    ff_code code = ff_store_get_file(p->journal, arena, file_id, line, p->error);
    if (code == FF_OK) {
        code = ff_store_get_file_runs(p->journal, arena, line, p->error);
    }
    if (code != FF_OK) {
        return code;
    }
    line->size = p->file->size;
    line->code = p->file->code;
    line->message = ff_arena_copy(arena, p->file->message);
    line->offset = p->file->offset;
    line->outcome = p->file->outcome;
    /* Of what holds many runs, damage may have cost some, also where all the others are known. */
    if (line->run_count == 0 && has_runs(line->outcome)) {
        line->outcome = FF_OUTCOME_NOT_A_RUN;
    } else if (line->outcome != FF_OUTCOME_DAMAGED) {
        line->outcome = outcome_of(line);
    }
    return update_line(p, line);
}

ff_code ff_journal_end_file(ff_journal *journal, ff_arena *arena, int64_t file_id,
                            const ff_import_file *file, ff_import_file *stored, ff_error *error) {
    ff_import_file line;
    ff_code code = ff_store_begin_write(journal, error);
    if (code != FF_OK) {
        return code;
    }
    putting p = {.journal = journal, .arena = arena, .file = file, .error = error};
    code = end_line(&p, arena, file_id, &line);
    code = code == FF_OK ? ff_arena_check(arena, error) : code;
    code = ff_store_finish(journal, code, error);
    if (code == FF_OK && stored != NULL) {
        *stored = line;
    }
    return code;
}
