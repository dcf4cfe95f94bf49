#include "journal/run_columns.h"
#include "journal/series_codec.h"
#include "journal/store.h"

#include <math.h>
#include <string.h>

/* One file on its way into the journal. */
typedef struct {
    ff_journal *journal;
    const ff_import_file *file;
    ff_error *error;
} putting;

static bool has_runs(ff_outcome outcome) {
    return outcome == FF_OUTCOME_IMPORTED || outcome == FF_OUTCOME_DAMAGED;
}

/* ---- is it known? ---- */

static ff_code find_same_file(putting *p, size_t index, int64_t *run_id) {
    ff_sql sql = ff_sql_begin(p->journal,
                              "SELECT import_run.run_id FROM import_file JOIN import_run"
                              " ON import_run.file_id = import_file.id"
                              " WHERE import_file.sha256 = ? AND import_run.number = ? LIMIT 1",
                              p->error);
    ff_sql_text(&sql, p->file->sha256);
    ff_sql_int(&sql, (int64_t)index);
    *run_id = ff_sql_row(&sql) ? ff_sql_get_int(&sql, 0) : 0;
    return ff_sql_end(&sql);
}

/* A recording without a duration was broken off before it said one. */
static double duration_or_zero(double duration_s) {
    return isnan(duration_s) ? 0 : duration_s;
}

/* Whether two recordings that began in the same second are of one run, and if so, whether the
 * new one is the better. */
static bool same_run(double old_s, bool old_damaged, double new_s, bool new_damaged,
                     ff_import_how *how) {
    double longer_s = duration_or_zero(new_s) - duration_or_zero(old_s);
    bool equal = fabs(longer_s) <= 1;
    *how = FF_IMPORT_SAME_RUN;
    if (old_damaged && (longer_s > 1 || (equal && !new_damaged))) {
        *how = FF_IMPORT_COMPLETED;
        return true;
    }
    return equal || (new_damaged && longer_s < 0);
}

static ff_code find_same_run(putting *p, const ff_run *run, int64_t *run_id, ff_import_how *how) {
    ff_sql sql =
        ff_sql_begin(p->journal,
                     "SELECT id, duration_s, file_damaged FROM run WHERE start_s = ? AND sport = ?"
                     " AND ifnull(device_maker = ?, 1) AND ifnull(device_product = ?, 1)"
                     " AND ifnull(device_serial = ?, 1) ORDER BY id",
                     p->error);
    ff_sql_int(&sql, run->start_s);
    ff_sql_text(&sql, ff_sport_name(run->sport));
    ff_sql_text(&sql, run->device.maker);
    ff_sql_text(&sql, run->device.product);
    ff_sql_text(&sql, run->device.serial);
    bool damaged = p->file->outcome == FF_OUTCOME_DAMAGED;
    while (*run_id == 0 && ff_sql_row(&sql)) {
        if (same_run(ff_sql_get_real(&sql, 1), ff_sql_get_int(&sql, 2) != 0,
                     run->figures.duration_s, damaged, how)) {
            *run_id = ff_sql_get_int(&sql, 0);
        }
    }
    return ff_sql_end(&sql);
}

/* ---- storing a run ---- */

static void bind_run(ff_sql *sql, const ff_run *run) {
    ff_sql_int(sql, run->start_s);
    if (run->utc_offset_known) {
        ff_sql_int(sql, run->utc_offset_s);
    } else {
        ff_sql_null(sql);
    }
    ff_sql_text(sql, ff_sport_name(run->sport));
    ff_sql_text(sql, run->sport_detail);
    ff_sql_text(sql, run->device.maker);
    ff_sql_text(sql, run->device.product);
    ff_sql_text(sql, run->device.serial);
    ff_sql_text(sql, run->device.software);
    ff_sql_text(sql, run->source);
    ff_sql_text(sql, run->format);
    ff_sql_int(sql, (int64_t)run->series.rows);
    const double *figure = (const double *)&run->figures;
    for (int i = 0; i < FF_FIGURE_COUNT; i++) {
        ff_sql_real(sql, figure[i]);
    }
}

/* Inserts the run (*id 0, and the new id comes back), or puts it in the place of the run *id. */
static ff_code put_row(putting *p, const ff_run *run, size_t index, int64_t *id) {
    ff_sql sql = ff_sql_begin(
        p->journal,
        *id == 0 ? "INSERT INTO run (" FF_RUN_COLUMNS
                   ", file_sha256, file_index, file_damaged, added_at_s, id)"
                   " VALUES (" FF_RUN_PARAMETERS ", ?, ?, ?, ?, ?)"
                 : "UPDATE run SET (" FF_RUN_COLUMNS
                   ", file_sha256, file_index, file_damaged, added_at_s) = (" FF_RUN_PARAMETERS
                   ", ?, ?, ?, ?) WHERE id = ?",
        p->error);
    bind_run(&sql, run);
    ff_sql_text(&sql, p->file->sha256);
    ff_sql_int(&sql, (int64_t)index);
    ff_sql_int(&sql, p->file->outcome == FF_OUTCOME_DAMAGED);
    ff_sql_int(&sql, ff_context_now(p->journal->context));
    if (*id == 0) {
        ff_sql_null(&sql);
    } else {
        ff_sql_int(&sql, *id);
    }
    ff_sql_run(&sql);
    if (sql.code == FF_OK && *id == 0) {
        *id = sqlite3_last_insert_rowid(p->journal->db);
    }
    return ff_sql_end(&sql);
}

static ff_code clear_parts(putting *p, int64_t id) {
    static const char *const deletions[] = {
        "DELETE FROM lap WHERE run_id = ?", "DELETE FROM pause WHERE run_id = ?",
        "DELETE FROM note WHERE run_id = ?", "DELETE FROM series WHERE run_id = ?"};
    ff_code code = FF_OK;
    for (size_t i = 0; i < sizeof deletions / sizeof *deletions && code == FF_OK; i++) {
        ff_sql sql = ff_sql_begin(p->journal, deletions[i], p->error);
        ff_sql_int(&sql, id);
        ff_sql_run(&sql);
        code = ff_sql_end(&sql);
    }
    return code;
}

static ff_code put_laps(putting *p, const ff_run *run, int64_t id) {
    ff_sql sql = ff_sql_begin(p->journal, "INSERT INTO lap VALUES (?, ?, ?, ?, ?, ?, ?)", p->error);
    for (size_t i = 0; i < run->lap_count; i++) {
        const ff_lap *lap = &run->laps[i];
        ff_sql_int(&sql, id);
        ff_sql_int(&sql, (int64_t)i);
        ff_sql_real(&sql, lap->start_s);
        ff_sql_real(&sql, lap->end_s);
        ff_sql_real(&sql, lap->timer_s);
        ff_sql_real(&sql, lap->distance_m);
        ff_sql_text(&sql, ff_lap_trigger_name(lap->trigger));
        ff_sql_run(&sql);
    }
    return ff_sql_end(&sql);
}

static ff_code put_pauses(putting *p, const ff_run *run, int64_t id) {
    ff_sql sql = ff_sql_begin(p->journal, "INSERT INTO pause VALUES (?, ?, ?, ?)", p->error);
    for (size_t i = 0; i < run->pause_count; i++) {
        ff_sql_int(&sql, id);
        ff_sql_int(&sql, (int64_t)i);
        ff_sql_real(&sql, run->pauses[i].start_s);
        ff_sql_real(&sql, run->pauses[i].end_s);
        ff_sql_run(&sql);
    }
    return ff_sql_end(&sql);
}

static ff_code put_notes(putting *p, const ff_run *run, int64_t id) {
    ff_sql sql = ff_sql_begin(p->journal, "INSERT INTO note VALUES (?, ?, ?)", p->error);
    for (size_t i = 0; i < run->note_count; i++) {
        ff_sql_int(&sql, id);
        ff_sql_int(&sql, (int64_t)i);
        ff_sql_text(&sql, run->notes[i]);
        ff_sql_run(&sql);
    }
    return ff_sql_end(&sql);
}

static void put_column(ff_sql *sql, ff_arena *scratch, int64_t id, const char *name,
                       const double *values, size_t rows) {
    const unsigned char *blob;
    size_t size;
    if (sql->code != FF_OK || values == NULL) {
        return;
    }
    sql->code = ff_series_encode(scratch, values, rows, &blob, &size, sql->error);
    ff_sql_int(sql, id);
    ff_sql_text(sql, name);
    ff_sql_int(sql, (int64_t)rows);
    ff_sql_int(sql, FF_SERIES_CODEC);
    ff_sql_blob(sql, blob, size);
    ff_sql_run(sql);
}

static ff_code put_series(putting *p, const ff_series *series, int64_t id) {
    ff_arena scratch;
    ff_arena_init(&scratch, p->journal->allocator);
    ff_sql sql = ff_sql_begin(p->journal,
                              "INSERT INTO series (run_id, name, row_count, codec, data)"
                              " VALUES (?, ?, ?, ?, ?)",
                              p->error);
    if (series->rows > 0) {
        put_column(&sql, &scratch, id, FF_TIME_COLUMN, series->time_s, series->rows);
        for (int i = 0; i < FF_CHANNEL_COUNT; i++) {
            put_column(&sql, &scratch, id, ff_channel_name((ff_channel)i), series->column[i],
                       series->rows);
        }
    }
    ff_code code = ff_sql_end(&sql);
    ff_arena_free(&scratch);
    return code;
}

static ff_code put_whole_run(putting *p, const ff_run *run, size_t index, int64_t *id) {
    ff_code code = *id != 0 ? clear_parts(p, *id) : FF_OK;
    if (code == FF_OK) {
        code = put_row(p, run, index, id);
    }
    if (code == FF_OK) {
        code = put_laps(p, run, *id);
    }
    if (code == FF_OK) {
        code = put_pauses(p, run, *id);
    }
    if (code == FF_OK) {
        code = put_notes(p, run, *id);
    }
    return code == FF_OK ? put_series(p, &run->series, *id) : code;
}

static ff_code put_run(putting *p, const ff_run *run, size_t index, ff_import_run *put) {
    *put = (ff_import_run){.how = FF_IMPORT_SAME_FILE};
    ff_code code = find_same_file(p, index, &put->run_id);
    if (code == FF_OK && put->run_id == 0) {
        put->how = FF_IMPORT_NEW;
        code = find_same_run(p, run, &put->run_id, &put->how);
        if (put->run_id == 0) {
            put->how = FF_IMPORT_NEW;
        }
    }
    if (code != FF_OK || put->how == FF_IMPORT_SAME_FILE || put->how == FF_IMPORT_SAME_RUN) {
        return code;
    }
    return put_whole_run(p, run, index, &put->run_id);
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
    ff_sql sql = ff_sql_begin(p->journal,
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
    ff_sql sql = ff_sql_begin(p->journal, "INSERT INTO import_run VALUES (?, ?, ?, ?)", p->error);
    ff_sql_int(&sql, file_id);
    ff_sql_int(&sql, (int64_t)index);
    ff_sql_int(&sql, run->run_id);
    ff_sql_text(&sql, ff_import_how_name(run->how));
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
        code = put_run(p, &runs->items[i], i, &line->runs[i]);
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
        putting p = {.journal = journal, .file = file, .error = error};
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
    (void)belongs_to;
    ff_code code = put_run(p, run, index, put);
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
        putting p = {.journal = journal, .file = &line, .error = error};
        code = put_one(&p, file_id, index, run, belongs_to, &put);
    }
    code = ff_store_finish(journal, code, error);
    if (code == FF_OK && stored != NULL) {
        *stored = put;
    }
    return code;
}

static ff_code update_line(putting *p, const ff_import_file *line) {
    ff_sql sql = ff_sql_begin(p->journal,
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
    line->outcome =
        line->run_count == 0 && has_runs(line->outcome) ? FF_OUTCOME_NOT_A_RUN : outcome_of(line);
    return update_line(p, line);
}

ff_code ff_journal_end_file(ff_journal *journal, ff_arena *arena, int64_t file_id,
                            const ff_import_file *file, ff_import_file *stored, ff_error *error) {
    ff_import_file line;
    ff_code code = ff_store_begin_write(journal, error);
    if (code != FF_OK) {
        return code;
    }
    putting p = {.journal = journal, .file = file, .error = error};
    code = end_line(&p, arena, file_id, &line);
    code = code == FF_OK ? ff_arena_check(arena, error) : code;
    code = ff_store_finish(journal, code, error);
    if (code == FF_OK && stored != NULL) {
        *stored = line;
    }
    return code;
}
