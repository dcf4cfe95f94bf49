#include "journal/store.h"

static ff_code next_saying(ff_journal *journal, int64_t *saying, ff_error *error) {
    return ff_sql_number(journal, "SELECT coalesce(max(saying), 0) + 1 FROM run_change", saying,
                         error);
}

static ff_code put_one(ff_journal *journal, const ff_change *change, int64_t saying,
                       ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT INTO run_change"
                              " (run_id, saying, what, said_by, said_from, said_at_s)"
                              " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                              error);
    ff_sql_int(&sql, ff_store_shown_as(&sql, change->run_id));
    ff_sql_int(&sql, saying);
    ff_sql_text(&sql, ff_store_words(change->what));
    ff_sql_text(&sql, ff_store_words(change->said_by));
    ff_sql_text(&sql, ff_store_words(change->from));
    ff_sql_int(&sql, ff_store_time(journal, change->said_at_s));
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_put_changes(ff_journal *journal, const ff_change_list *changes,
                               ff_error *error) {
    ff_code code = ff_store_begin_write(journal, error);
    if (code != FF_OK) {
        return code;
    }
    int64_t saying = 0;
    code = next_saying(journal, &saying, error);
    for (size_t i = 0; i < changes->count && code == FF_OK; i++) {
        code = put_one(journal, &changes->items[i], saying, error);
    }
    return ff_store_finish(journal, code, error);
}

ff_code ff_journal_changes(ff_journal *journal, ff_arena *arena, int64_t run_id,
                           ff_change_list *list, ff_error *error) {
    *list = (ff_change_list){0};
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT id, shown, what, said_by, said_from, said_at_s FROM"
                              " (SELECT c.*, coalesce(run.root_id, run.id) AS shown,"
                              "   max(c.saying) OVER (PARTITION BY coalesce(run.root_id, run.id))"
                              "   AS newest"
                              "  FROM run_change AS c JOIN run ON run.id = c.run_id"
                              "  WHERE ?1 = 0 OR coalesce(run.root_id, run.id) = ?1)"
                              " WHERE saying = newest ORDER BY shown, id",
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
