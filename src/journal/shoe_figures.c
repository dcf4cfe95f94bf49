#include "journal/store.h"

#include <math.h>

static ff_code check(const ff_shoe_figure *figure, ff_error *error) {
    bool known =
        ff_shoe_kind_name(figure->kind) != NULL && ff_shoe_method_name(figure->method) != NULL;
    bool whole = isnan(figure->value) || (isfinite(figure->value) && figure->error >= 0);
    return known && whole ? FF_OK
                          : ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                                    "a figure of a shoe is not one footfall knows");
}

static ff_code put_one(ff_journal *journal, const ff_shoe_figure *figure, ff_error *error) {
    ff_code code = check(figure, error);
    if (code != FF_OK) {
        return code;
    }
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT INTO shoe_figure (shoe_id, kind, value, error, method,"
                              " said_by, said_at_s) VALUES (?, ?, ?, ?, ?, ?, ?)",
                              error);
    ff_sql_int(&sql, figure->shoe_id);
    ff_sql_text(&sql, ff_shoe_kind_name(figure->kind));
    ff_sql_real(&sql, figure->value);
    ff_sql_real(&sql, isnan(figure->value) ? (double)NAN : figure->error);
    ff_sql_text(&sql, ff_shoe_method_name(figure->method));
    ff_sql_text(&sql, ff_store_words(figure->said_by));
    ff_sql_int(&sql, ff_store_time(journal, figure->said_at_s));
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_put_shoe_figures(ff_journal *journal, const ff_shoe_figure_list *figures,
                                    ff_error *error) {
    ff_code code = ff_store_begin_write(journal, error);
    if (code != FF_OK) {
        return code;
    }
    for (size_t i = 0; i < figures->count && code == FF_OK; i++) {
        code = put_one(journal, &figures->items[i], error);
    }
    return ff_store_finish(journal, code, error);
}

ff_code ff_journal_shoe_figures(ff_journal *journal, ff_arena *arena, int64_t shoe_id,
                                ff_shoe_figure_list *list, ff_error *error) {
    *list = (ff_shoe_figure_list){0};
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT id, shoe_id, kind, value, error, method, said_by, said_at_s"
                              " FROM shoe_figure WHERE value IS NOT NULL AND id IN"
                              " (SELECT max(id) FROM shoe_figure WHERE ?1 = 0 OR shoe_id = ?1"
                              " GROUP BY shoe_id, kind) ORDER BY shoe_id, kind",
                              error);
    ff_sql_int(&sql, shoe_id);
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        list->items[list->count++] = (ff_shoe_figure){
            .id = ff_sql_get_int(&sql, 0),
            .shoe_id = ff_sql_get_int(&sql, 1),
            .kind = (ff_shoe_kind)ff_sql_get_name(&sql, 2, ff_shoe_kind_of_name),
            .value = ff_sql_get_real(&sql, 3),
            .error = ff_sql_get_real(&sql, 4),
            .method = (ff_shoe_method)ff_sql_get_name(&sql, 5, ff_shoe_method_of_name),
            .said_by = ff_sql_get_text(&sql, 6, arena),
            .said_at_s = ff_sql_get_int(&sql, 7),
        };
    }
    return ff_sql_end(&sql);
}

/* ---- labels ---- */

static ff_code take_back(ff_journal *journal, int64_t shoe_id, const char *kind, ff_error *error) {
    ff_sql sql =
        ff_sql_begin(journal, "DELETE FROM shoe_label WHERE shoe_id = ? AND kind = ?", error);
    ff_sql_int(&sql, shoe_id);
    ff_sql_text(&sql, kind);
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_set_shoe_label(ff_journal *journal, int64_t shoe_id, ff_shoe_label_kind kind,
                                  const char *words, const char *said_by, ff_error *error) {
    const char *name = ff_shoe_label_name(kind);
    if (name == NULL) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                       "the label of a shoe is not one footfall knows");
    }
    if (words == NULL || *words == '\0') {
        return take_back(journal, shoe_id, name, error);
    }
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT OR REPLACE INTO shoe_label (shoe_id, kind, words, said_by,"
                              " said_at_s) VALUES (?, ?, ?, ?, ?)",
                              error);
    ff_sql_int(&sql, shoe_id);
    ff_sql_text(&sql, name);
    ff_sql_text(&sql, words);
    ff_sql_text(&sql, ff_store_words(said_by));
    ff_sql_int(&sql, ff_store_time(journal, 0));
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_shoe_labels(ff_journal *journal, ff_arena *arena, int64_t shoe_id,
                               ff_shoe_label_list *list, ff_error *error) {
    *list = (ff_shoe_label_list){0};
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT shoe_id, kind, words, said_at_s FROM shoe_label"
                              " WHERE ?1 = 0 OR shoe_id = ?1 ORDER BY shoe_id, kind",
                              error);
    ff_sql_int(&sql, shoe_id);
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        list->items[list->count++] = (ff_shoe_label){
            .shoe_id = ff_sql_get_int(&sql, 0),
            .kind = (ff_shoe_label_kind)ff_sql_get_name(&sql, 1, ff_shoe_label_of_name),
            .words = ff_sql_get_text(&sql, 2, arena),
            .said_at_s = ff_sql_get_int(&sql, 3),
        };
    }
    return ff_sql_end(&sql);
}
