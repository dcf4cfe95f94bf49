#include "journal/run_columns.h"
#include "journal/series_codec.h"
#include "journal/store.h"

#include <string.h>

static int sport_of_name(const char *name) {
    for (int i = FF_SPORT_OTHER; i >= 0; i--) {
        if (strcmp(ff_sport_name((ff_sport)i), name) == 0) {
            return i;
        }
    }
    return -1;
}

static int trigger_of_name(const char *name) {
    for (int i = FF_LAP_OTHER; i >= 0; i--) {
        if (strcmp(ff_lap_trigger_name((ff_lap_trigger)i), name) == 0) {
            return i;
        }
    }
    return -1;
}

#define SELECT_RUN  "SELECT " FF_RUN_COLUMNS ", id FROM run"
#define SPORT_PLACE 2 /* in it */

static void get_run(ff_sql *sql, ff_arena *arena, ff_run *run) {
    ff_run_init(run);
    run->start_s = ff_sql_get_int(sql, 0);
    run->utc_offset_known = !ff_sql_is_null(sql, 1);
    run->utc_offset_s = (int32_t)ff_sql_get_int(sql, 1);
    run->sport = (ff_sport)ff_sql_get_name(sql, SPORT_PLACE, sport_of_name);
    run->sport_detail = ff_sql_get_text(sql, 3, arena);
    run->device.maker = ff_sql_get_text(sql, 4, arena);
    run->device.product = ff_sql_get_text(sql, 5, arena);
    run->device.serial = ff_sql_get_text(sql, 6, arena);
    run->device.software = ff_sql_get_text(sql, 7, arena);
    run->source = ff_sql_get_text(sql, 8, arena);
    run->format = ff_sql_get_text(sql, 9, arena);
    double *figure = (double *)&run->figures;
    for (int i = 0; i < FF_FIGURE_COUNT; i++) {
        figure[i] = ff_sql_get_real(sql, FF_RUN_FIRST_FIGURE + i);
    }
    run->id = ff_sql_get_int(sql, FF_RUN_FIRST_FIGURE + FF_FIGURE_COUNT);
}

static ff_code get_laps(ff_journal *journal, ff_arena *arena, ff_run *run, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT start_s, end_s, timer_s, distance_m, ended_by FROM lap"
                              " WHERE run_id = ? ORDER BY number",
                              error);
    ff_sql_int(&sql, run->id);
    while (ff_sql_row(&sql)) {
        run->laps = ff_store_room(arena, run->laps, run->lap_count, sizeof *run->laps);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        run->laps[run->lap_count++] = (ff_lap){
            .start_s = ff_sql_get_real(&sql, 0),
            .end_s = ff_sql_get_real(&sql, 1),
            .timer_s = ff_sql_get_real(&sql, 2),
            .distance_m = ff_sql_get_real(&sql, 3),
            .trigger = (ff_lap_trigger)ff_sql_get_name(&sql, 4, trigger_of_name),
        };
    }
    return ff_sql_end(&sql);
}

static ff_code get_pauses(ff_journal *journal, ff_arena *arena, ff_run *run, ff_error *error) {
    ff_sql sql = ff_sql_begin(
        journal, "SELECT start_s, end_s FROM pause WHERE run_id = ? ORDER BY number", error);
    ff_sql_int(&sql, run->id);
    while (ff_sql_row(&sql)) {
        run->pauses = ff_store_room(arena, run->pauses, run->pause_count, sizeof *run->pauses);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        run->pauses[run->pause_count++] =
            (ff_pause){ff_sql_get_real(&sql, 0), ff_sql_get_real(&sql, 1)};
    }
    return ff_sql_end(&sql);
}

static ff_code get_notes(ff_journal *journal, ff_arena *arena, ff_run *run, ff_error *error) {
    ff_sql sql =
        ff_sql_begin(journal, "SELECT words FROM note WHERE run_id = ? ORDER BY number", error);
    ff_sql_int(&sql, run->id);
    while (ff_sql_row(&sql)) {
        run->notes = ff_store_room(arena, run->notes, run->note_count, sizeof *run->notes);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        run->notes[run->note_count++] = ff_sql_get_text(&sql, 0, arena);
    }
    return ff_sql_end(&sql);
}

static ff_code get_parts(ff_journal *journal, ff_arena *arena, ff_run *run, ff_error *error) {
    ff_code code = get_laps(journal, arena, run, error);
    if (code == FF_OK) {
        code = get_pauses(journal, arena, run, error);
    }
    return code == FF_OK ? get_notes(journal, arena, run, error) : code;
}

/* Where the values of a column go; NULL for a column that this footfall does not know. */
static double **place_of(ff_series *series, const char *name) {
    if (strcmp(name, FF_TIME_COLUMN) == 0) {
        return &series->time_s;
    }
    int channel = ff_channel_of_name(name);
    return channel >= 0 ? &series->column[channel] : NULL;
}

static void get_column(ff_sql *sql, ff_arena *arena, ff_series *series) {
    const char *name = (const char *)sqlite3_column_text(sql->statement, 0);
    double **place = name != NULL ? place_of(series, name) : NULL;
    if (place == NULL) {
        return;
    }
    const void *blob = sqlite3_column_blob(sql->statement, 3);
    int size = sqlite3_column_bytes(sql->statement, 3);
    if (ff_sql_get_int(sql, 1) != (int64_t)series->rows || blob == NULL) {
        sql->code = ff_fail(sql->error, FF_ERR_DAMAGED_JOURNAL, NULL, FF_NO_OFFSET,
                            "a stored series has another length than its run");
    } else {
        sql->code = ff_series_decode(arena, (int)ff_sql_get_int(sql, 2), blob, (size_t)size,
                                     series->rows, place, sql->error);
    }
    if (sql->code == FF_ERR_DAMAGED_JOURNAL && sql->error != NULL) {
        ff_fail(sql->error, sql->code, sql->journal->path, FF_NO_OFFSET, "%s", sql->error->message);
    }
}

static ff_code get_series_rows(ff_journal *journal, ff_run *run, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, "SELECT series_rows FROM run WHERE id = ?", error);
    ff_sql_int(&sql, run->id);
    int64_t rows = ff_sql_row(&sql) ? ff_sql_get_int(&sql, 0) : 0;
    if (rows < 0 || (uint64_t)rows > FF_SERIES_MAX_ROWS) {
        sql.code = ff_fail(error, FF_ERR_DAMAGED_JOURNAL, journal->path, FF_NO_OFFSET,
                           "a run cannot have %lld rows", (long long)rows);
    } else {
        run->series.rows = (size_t)rows;
    }
    return ff_sql_end(&sql);
}

static ff_code get_series(ff_journal *journal, ff_arena *arena, ff_run *run, ff_error *error) {
    ff_code code = get_series_rows(journal, run, error);
    if (code != FF_OK || run->series.rows == 0) {
        return code;
    }
    ff_sql sql = ff_sql_begin(
        journal, "SELECT name, row_count, codec, data FROM series WHERE run_id = ?", error);
    ff_sql_int(&sql, run->id);
    while (ff_sql_row(&sql)) {
        get_column(&sql, arena, &run->series);
    }
    if (sql.code == FF_OK && run->series.time_s == NULL) {
        sql.code = ff_fail(error, FF_ERR_DAMAGED_JOURNAL, journal->path, FF_NO_OFFSET,
                           "the times of a run are missing");
    }
    return ff_sql_end(&sql);
}

/* ---- lists ---- */

static ff_code list_rows(ff_journal *journal, ff_arena *arena, const ff_run_filter *filter,
                         ff_run_list *list, ff_error *error) {
    ff_sql sql = ff_sql_begin(
        journal,
        filter->newest_first ? SELECT_RUN " WHERE start_s + ifnull(utc_offset_s, 0) BETWEEN ? AND ?"
                                          " ORDER BY start_s DESC, id DESC"
                             : SELECT_RUN " WHERE start_s + ifnull(utc_offset_s, 0) BETWEEN ? AND ?"
                                          " ORDER BY start_s, id",
        error);
    ff_sql_int(&sql, filter->from_local_s != 0 ? filter->from_local_s : INT64_MIN);
    ff_sql_int(&sql, filter->until_local_s != 0 ? filter->until_local_s - 1 : INT64_MAX);
    while ((filter->limit == 0 || list->count < filter->limit) && ff_sql_row(&sql)) {
        ff_sport sport = (ff_sport)ff_sql_get_name(&sql, SPORT_PLACE, sport_of_name);
        if (filter->sports != 0 && (filter->sports & (1u << sport)) == 0) {
            continue;
        }
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        get_run(&sql, arena, &list->items[list->count++]);
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_runs(ff_journal *journal, ff_arena *arena, const ff_run_filter *filter,
                        ff_run_list *list, ff_error *error) {
    static const ff_run_filter all = {0};
    *list = (ff_run_list){0};
    ff_code code = ff_store_begin_read(journal, error);
    if (code != FF_OK) {
        return code;
    }
    code = list_rows(journal, arena, filter != NULL ? filter : &all, list, error);
    for (size_t i = 0; i < list->count && code == FF_OK; i++) {
        code = get_parts(journal, arena, &list->items[i], error);
    }
    return ff_store_finish(journal, code, error);
}

static ff_code get_row(ff_journal *journal, ff_arena *arena, int64_t id, ff_run *run,
                       ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, SELECT_RUN " WHERE id = ?", error);
    ff_sql_int(&sql, id);
    bool there = ff_sql_row(&sql);
    if (there) {
        get_run(&sql, arena, run);
    }
    ff_code code = ff_sql_end(&sql);
    return code != FF_OK || there ? code
                                  : ff_fail(error, FF_ERR_NOT_FOUND, NULL, FF_NO_OFFSET,
                                            "there is no run %lld", (long long)id);
}

ff_code ff_journal_run(ff_journal *journal, ff_arena *arena, int64_t id, bool with_series,
                       ff_run *run, ff_error *error) {
    ff_run_init(run);
    ff_code code = ff_store_begin_read(journal, error);
    if (code != FF_OK) {
        return code;
    }
    code = get_row(journal, arena, id, run, error);
    if (code == FF_OK) {
        code = get_parts(journal, arena, run, error);
    }
    if (code == FF_OK && with_series) {
        code = get_series(journal, arena, run, error);
    }
    return ff_store_finish(journal, code, error);
}

ff_code ff_journal_count_runs(ff_journal *journal, size_t *count, ff_error *error) {
    int64_t number = 0;
    ff_code code = ff_sql_number(journal, "SELECT count(*) FROM run", &number, error);
    *count = (size_t)number;
    return code;
}
