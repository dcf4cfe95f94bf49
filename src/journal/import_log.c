#include "journal/store.h"

#include <string.h>

ff_code ff_journal_begin_import(ff_journal *journal, int64_t *import_id, ff_error *error) {
    *import_id = 0;
    /* An import writes the most: nothing is to be added to a journal that is not sound. */
    ff_code code = ff_journal_check(journal, error);
    if (code != FF_OK) {
        return code;
    }
    ff_sql sql = ff_sql_begin(journal, "INSERT INTO import (started_at_s) VALUES (?)", error);
    ff_sql_int(&sql, ff_store_time(journal, 0));
    ff_sql_run(&sql);
    if (sql.code == FF_OK) {
        *import_id = sqlite3_last_insert_rowid(journal->db);
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_end_import(ff_journal *journal, int64_t import_id, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, "UPDATE import SET ended_at_s = ? WHERE id = ?", error);
    ff_sql_int(&sql, ff_store_time(journal, 0));
    return ff_store_change_end(&sql, import_id, "import");
}

ff_code ff_journal_knows_file(ff_journal *journal, const char *sha256, bool *known,
                              ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT 1 FROM import_file JOIN import_run"
                              " ON import_run.file_id = import_file.id"
                              " WHERE import_file.sha256 = ?"
                              " AND import_file.outcome <> 'failed' LIMIT 1",
                              error);
    ff_sql_text(&sql, sha256);
    *known = ff_sql_row(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_imports(ff_journal *journal, ff_arena *arena, ff_import_list *list,
                           ff_error *error) {
    *list = (ff_import_list){0};
    ff_sql sql =
        ff_sql_begin(journal, "SELECT id, started_at_s, ended_at_s FROM import ORDER BY id", error);
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        list->items[list->count++] = (ff_import){
            .id = ff_sql_get_int(&sql, 0),
            .started_at_s = ff_sql_get_int(&sql, 1),
            .ended_at_s = ff_sql_get_int(&sql, 2), /* NULL gives 0 */
        };
    }
    return ff_sql_end(&sql);
}

static int code_of_name(const char *name) {
    for (int i = 0; i < FF_CODE_COUNT; i++) {
        if (strcmp(ff_code_name((ff_code)i), name) == 0) {
            return i;
        }
    }
    return -1;
}

ff_code ff_store_get_file_runs(ff_journal *journal, ff_arena *arena, ff_import_file *file,
                               ff_error *error) {
    ff_sql sql = ff_sql_begin(
        journal,
        "SELECT coalesce(run.root_id, run.id), import_run.how, import_run.why FROM import_run"
        " JOIN run ON run.id = import_run.run_id"
        " WHERE import_run.file_id = ? ORDER BY import_run.number",
        error);
    ff_sql_int(&sql, file->id);
    while (ff_sql_row(&sql)) {
        file->runs = ff_store_room(arena, file->runs, file->run_count, sizeof *file->runs);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        file->runs[file->run_count++] = (ff_import_run){
            .run_id = ff_sql_get_int(&sql, 0),
            .how = (ff_import_how)ff_sql_get_name(&sql, 1, ff_import_how_of_name),
            .why = ff_sql_get_text(&sql, 2, arena),
        };
    }
    return ff_sql_end(&sql);
}

static ff_import_file get_file(ff_sql *sql, ff_arena *arena) {
    return (ff_import_file){
        .id = ff_sql_get_int(sql, 0),
        .import_id = ff_sql_get_int(sql, 1),
        .path = ff_sql_get_text(sql, 2, arena),
        .size = ff_sql_is_null(sql, 3) ? -1 : ff_sql_get_int(sql, 3),
        .sha256 = ff_sql_get_text(sql, 4, arena),
        .outcome = (ff_outcome)ff_sql_get_name(sql, 5, ff_outcome_of_name),
        .code = (ff_code)ff_sql_get_name(sql, 6, code_of_name),
        .message = ff_sql_get_text(sql, 7, arena),
        .offset = ff_sql_is_null(sql, 8) ? FF_NO_OFFSET : ff_sql_get_int(sql, 8),
    };
}

#define SELECT_FILE                                                                                \
    "SELECT id, import_id, path, size, sha256, outcome, code, message, byte_offset FROM "          \
    "import_file"

ff_code ff_store_get_file(ff_journal *journal, ff_arena *arena, int64_t id, ff_import_file *file,
                          ff_error *error) {
    ff_sql sql = ff_sql_again(journal, SELECT_FILE " WHERE id = ?", error);
    ff_sql_int(&sql, id);
    *file = (ff_import_file){0};
    if (ff_sql_row(&sql)) {
        *file = get_file(&sql, arena);
    } else if (sql.code == FF_OK) {
        sql.code = ff_fail(error, FF_ERR_NOT_FOUND, NULL, FF_NO_OFFSET,
                           "there is no line %lld in the log", (long long)id);
    }
    return ff_sql_end(&sql);
}

static ff_code list_files(ff_journal *journal, ff_arena *arena, int64_t import_id,
                          ff_import_file_list *list, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, SELECT_FILE " WHERE import_id = ? ORDER BY id", error);
    ff_sql_int(&sql, import_id);
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        list->items[list->count++] = get_file(&sql, arena);
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_import_files(ff_journal *journal, ff_arena *arena, int64_t import_id,
                                ff_import_file_list *list, ff_error *error) {
    *list = (ff_import_file_list){0};
    ff_code code = ff_store_begin_read(journal, error);
    if (code != FF_OK) {
        return code;
    }
    code = list_files(journal, arena, import_id, list, error);
    for (size_t i = 0; i < list->count && code == FF_OK; i++) {
        code = ff_store_get_file_runs(journal, arena, &list->items[i], error);
    }
    return ff_store_finish(journal, code, error);
}
