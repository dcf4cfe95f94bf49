#include "journal/store.h"

ff_code ff_journal_add_shoe(ff_journal *journal, const char *name, int64_t *id, ff_error *error) {
    ff_sql sql =
        ff_sql_begin(journal, "INSERT INTO shoe (name, created_at_s) VALUES (?, ?)", error);
    ff_sql_text(&sql, ff_store_words(name));
    ff_sql_int(&sql, ff_store_time(journal, 0));
    ff_sql_run(&sql);
    if (id != NULL) {
        *id = sql.code == FF_OK ? sqlite3_last_insert_rowid(journal->db) : 0;
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_find_shoe(ff_journal *journal, const char *name, int64_t *id, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, "SELECT id FROM shoe WHERE name = ?", error);
    ff_sql_text(&sql, name);
    *id = ff_sql_row(&sql) ? ff_sql_get_int(&sql, 0) : 0;
    ff_code code = ff_sql_end(&sql);
    return code != FF_OK || *id != 0 ? code
                                     : ff_fail(error, FF_ERR_NOT_FOUND, NULL, FF_NO_OFFSET,
                                               "there is no shoe \"%s\"", name);
}

ff_code ff_journal_retire_shoe(ff_journal *journal, int64_t id, bool retired, ff_error *error) {
    if (!retired) {
        return ff_store_change_one(journal, "UPDATE shoe SET retired_at_s = NULL WHERE id = ?", id,
                                   "shoe", error);
    }
    ff_sql sql = ff_sql_begin(
        journal, "UPDATE shoe SET retired_at_s = ifnull(retired_at_s, ?) WHERE id = ?", error);
    ff_sql_int(&sql, ff_store_time(journal, 0));
    return ff_store_change_end(&sql, id, "shoe");
}

ff_code ff_journal_shoes(ff_journal *journal, ff_arena *arena, ff_shoe_list *list,
                         ff_error *error) {
    *list = (ff_shoe_list){0};
    ff_sql sql = ff_sql_begin(
        journal, "SELECT id, name, created_at_s, retired_at_s FROM shoe ORDER BY id", error);
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        list->items[list->count++] = (ff_shoe){
            .id = ff_sql_get_int(&sql, 0),
            .name = ff_sql_get_text(&sql, 1, arena),
            .created_at_s = ff_sql_get_int(&sql, 2),
            .retired_at_s = ff_sql_get_int(&sql, 3), /* NULL gives 0 */
        };
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_put_shoe(ff_journal *journal, const char *name, bool retired,
                            int64_t retired_at_s, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT INTO shoe (name, created_at_s, retired_at_s)"
                              " VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE"
                              " SET retired_at_s = ifnull(retired_at_s, excluded.retired_at_s)",
                              error);
    ff_sql_text(&sql, ff_store_words(name));
    ff_sql_int(&sql, ff_store_time(journal, 0));
    if (retired) {
        ff_sql_int(&sql, ff_store_time(journal, retired_at_s));
    } else {
        ff_sql_null(&sql);
    }
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_set_run_shoe(ff_journal *journal, int64_t run_id, int64_t shoe_id,
                                const char *said_by, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT OR REPLACE INTO run_shoe (run_id, shoe_id, said_by,"
                              " said_at_s) VALUES (?, ?, ?, ?)",
                              error);
    ff_sql_int(&sql, ff_store_shown_as(&sql, run_id));
    if (shoe_id != 0) {
        ff_sql_int(&sql, shoe_id);
    } else {
        ff_sql_null(&sql); /* the runner says that it was none: an export does not know better */
    }
    ff_sql_text(&sql, ff_store_words(said_by));
    ff_sql_int(&sql, ff_store_time(journal, 0));
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_run_shoes(ff_journal *journal, ff_arena *arena, int64_t run_id,
                             ff_run_shoe_list *list, ff_error *error) {
    *list = (ff_run_shoe_list){0};
    /* Of a run with others joined to it: what the runner said counts first, then what was said of
     * it itself. */
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT coalesce(run.root_id, run.id), shoe.id, shoe.name,"
                              " run_shoe.said_by, run_shoe.said_at_s FROM run_shoe"
                              " JOIN run ON run.id = run_shoe.run_id"
                              " LEFT JOIN shoe ON shoe.id = run_shoe.shoe_id"
                              " WHERE ?1 = 0 OR coalesce(run.root_id, run.id) = ?1"
                              " ORDER BY 1, run_shoe.recording_id IS NOT NULL,"
                              " run.root_id IS NOT NULL, run_shoe.said_at_s DESC, run.id",
                              error);
    ff_sql_int(&sql, ff_store_shown_as(&sql, run_id));
    int64_t last = 0;
    while (ff_sql_row(&sql)) {
        bool known = ff_sql_get_int(&sql, 0) == last;
        last = ff_sql_get_int(&sql, 0);
        if (known || ff_sql_is_null(&sql, 1)) {
            continue;
        }
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        list->items[list->count++] = (ff_run_shoe){
            .run_id = last,
            .shoe_id = ff_sql_get_int(&sql, 1),
            .shoe_name = ff_sql_get_text(&sql, 2, arena),
            .said_by = ff_sql_get_text(&sql, 3, arena),
            .said_at_s = ff_sql_get_int(&sql, 4),
        };
    }
    return ff_sql_end(&sql);
}
