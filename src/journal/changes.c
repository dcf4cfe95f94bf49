#include "journal/store.h"

ff_code ff_journal_add_change(ff_journal *journal, const ff_change *change, int64_t *id,
                              ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT INTO run_change (run_id, what, said_by, said_from, said_at_s)"
                              " VALUES (?, ?, ?, ?, ?) ON CONFLICT (run_id, what) DO UPDATE SET"
                              " said_by = excluded.said_by, said_from = excluded.said_from,"
                              " said_at_s = excluded.said_at_s RETURNING id",
                              error);
    ff_sql_int(&sql, ff_store_shown_as(&sql, change->run_id));
    ff_sql_text(&sql, ff_store_words(change->what));
    ff_sql_text(&sql, ff_store_words(change->said_by));
    ff_sql_text(&sql, ff_store_words(change->from));
    ff_sql_int(&sql, ff_store_time(journal, change->said_at_s));
    int64_t added = ff_sql_row(&sql) ? ff_sql_get_int(&sql, 0) : 0;
    ff_sql_run(&sql);
    if (id != NULL) {
        *id = added;
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_changes(ff_journal *journal, ff_arena *arena, int64_t run_id,
                           ff_change_list *list, ff_error *error) {
    *list = (ff_change_list){0};
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT max(c.id), coalesce(run.root_id, run.id), c.what, c.said_by,"
                              " c.said_from, c.said_at_s FROM run_change AS c"
                              " JOIN run ON run.id = c.run_id"
                              " WHERE ?1 = 0 OR coalesce(run.root_id, run.id) = ?1"
                              " GROUP BY 2, c.what ORDER BY 2, 1",
                              error);
    ff_sql_int(&sql, ff_store_shown_as(&sql, run_id));
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        list->items[list->count++] = (ff_change){
            .id = ff_sql_get_int(&sql, 0),
            .run_id = ff_sql_get_int(&sql, 1),
            .what = ff_sql_get_text(&sql, 2, arena),
            .said_by = ff_sql_get_text(&sql, 3, arena),
            .from = ff_sql_get_text(&sql, 4, arena),
            .said_at_s = ff_sql_get_int(&sql, 5),
        };
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_remove_change(ff_journal *journal, int64_t id, ff_error *error) {
    return ff_store_change_one(journal, "DELETE FROM run_change WHERE id = ?", id, "change", error);
}
