#include "journal/recording.h"
#include "journal/run_columns.h"
#include "journal/series_codec.h"

void ff_store_bind_run(ff_sql *sql, const ff_run *run, size_t rows) {
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
    ff_sql_int(sql, (int64_t)rows);
    ff_sql_text(sql, run->title);
    ff_sql_text(sql, run->comment);
    const double *figure = (const double *)&run->figures;
    for (int i = 0; i < FF_FIGURE_COUNT; i++) {
        ff_sql_real(sql, figure[i]);
    }
}

static void bind_id(ff_sql *sql, int64_t id) {
    if (id != 0) {
        ff_sql_int(sql, id);
    } else {
        ff_sql_null(sql);
    }
}

static ff_code put_row(ff_journal *journal, const ff_run *run, ff_member *member, ff_error *error) {
    ff_sql sql = ff_sql_again(journal,
                              "INSERT INTO recording (" FF_RUN_COLUMNS
                              ", shoe, file_sha256, file_index, file_damaged, added_at_s, run_id,"
                              " founded, joined_to, joined_by, joined_why)"
                              " VALUES (" FF_RUN_PARAMETERS ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                              error);
    ff_store_bind_run(&sql, run, run->series.rows);
    ff_sql_text(&sql, run->shoe);
    ff_sql_text(&sql, member->sha256);
    ff_sql_int(&sql, member->file_index);
    ff_sql_int(&sql, member->damaged);
    ff_sql_int(&sql, ff_context_now(journal->context));
    ff_sql_int(&sql, member->run_id);
    bind_id(&sql, member->founded);
    bind_id(&sql, member->joined_to);
    ff_sql_text(&sql, member->named ? "list" : member->joined_to != 0 ? "rule" : NULL);
    ff_sql_text(&sql, member->joined_why);
    ff_sql_run(&sql);
    member->id = sql.code == FF_OK ? sqlite3_last_insert_rowid(journal->db) : 0;
    return ff_sql_end(&sql);
}

static ff_code put_laps(ff_journal *journal, const ff_run *run, int64_t id, ff_error *error) {
    ff_sql sql = ff_sql_again(journal, "INSERT INTO lap VALUES (?, ?, ?, ?, ?, ?, ?)", error);
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

static ff_code put_pauses(ff_journal *journal, const ff_run *run, int64_t id, ff_error *error) {
    ff_sql sql = ff_sql_again(journal, "INSERT INTO pause VALUES (?, ?, ?, ?)", error);
    for (size_t i = 0; i < run->pause_count; i++) {
        ff_sql_int(&sql, id);
        ff_sql_int(&sql, (int64_t)i);
        ff_sql_real(&sql, run->pauses[i].start_s);
        ff_sql_real(&sql, run->pauses[i].end_s);
        ff_sql_run(&sql);
    }
    return ff_sql_end(&sql);
}

static ff_code put_notes(ff_journal *journal, const ff_run *run, int64_t id, ff_error *error) {
    ff_sql sql = ff_sql_again(journal, "INSERT INTO note VALUES (?, ?, ?)", error);
    for (size_t i = 0; i < run->note_count; i++) {
        ff_sql_int(&sql, id);
        ff_sql_int(&sql, (int64_t)i);
        ff_sql_text(&sql, run->notes[i]);
        ff_sql_run(&sql);
    }
    return ff_sql_end(&sql);
}

static void put_column(ff_sql *sql, int64_t id, const char *name, const double *values,
                       size_t rows) {
    const unsigned char *blob;
    size_t size;
    if (sql->code != FF_OK || values == NULL) {
        return;
    }
    sql->code = ff_series_pack(&sql->journal->packer, values, rows, &blob, &size, sql->error);
    ff_sql_int(sql, id);
    ff_sql_text(sql, name);
    ff_sql_int(sql, (int64_t)rows);
    ff_sql_int(sql, FF_SERIES_CODEC);
    ff_sql_blob(sql, blob, size);
    ff_sql_run(sql);
}

static ff_code put_series(ff_journal *journal, const ff_series *series, int64_t id,
                          ff_error *error) {
    ff_sql sql = ff_sql_again(journal,
                              "INSERT INTO series (recording_id, name, row_count, codec, data)"
                              " VALUES (?, ?, ?, ?, ?)",
                              error);
    if (series->rows > 0) {
        put_column(&sql, id, FF_TIME_COLUMN, series->time_s, series->rows);
        for (int i = 0; i < FF_CHANNEL_COUNT; i++) {
            put_column(&sql, id, ff_channel_name((ff_channel)i), series->column[i], series->rows);
        }
    }
    return ff_sql_end(&sql);
}

ff_code ff_store_put_recording(ff_journal *journal, const ff_run *run, ff_member *member,
                               ff_error *error) {
    ff_code code = put_row(journal, run, member, error);
    if (code == FF_OK) {
        code = put_laps(journal, run, member->id, error);
    }
    if (code == FF_OK) {
        code = put_pauses(journal, run, member->id, error);
    }
    if (code == FF_OK) {
        code = put_notes(journal, run, member->id, error);
    }
    return code == FF_OK ? put_series(journal, &run->series, member->id, error) : code;
}

ff_code ff_store_new_run(ff_journal *journal, const ff_run *like, int64_t *run_id,
                         ff_error *error) {
    ff_sql sql = ff_sql_again(journal,
                              "INSERT INTO run (start_s, sport, series_rows, added_at_s)"
                              " VALUES (?, ?, 0, ?)",
                              error);
    ff_sql_int(&sql, like->start_s);
    ff_sql_text(&sql, ff_sport_name(like->sport));
    ff_sql_int(&sql, ff_context_now(journal->context));
    ff_sql_run(&sql);
    *run_id = sql.code == FF_OK ? sqlite3_last_insert_rowid(journal->db) : 0;
    return ff_sql_end(&sql);
}
