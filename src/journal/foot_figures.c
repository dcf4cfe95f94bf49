#include "journal/store.h"

#include <math.h>

static ff_code check(const ff_foot_figure *figure, ff_error *error) {
    bool known = ff_foot_kind_name(figure->kind) != NULL &&
                 ff_foot_method_name(figure->method) != NULL &&
                 ff_foot_time_name(figure->time) != NULL &&
                 (figure->side == FF_LEFT || figure->side == FF_RIGHT);
    bool whole = isnan(figure->value) || (isfinite(figure->value) && figure->error >= 0);
    return known && whole ? FF_OK
                          : ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                                    "a figure of a foot is not one footfall knows");
}

static ff_code put_one(ff_journal *journal, const ff_foot_figure *figure, ff_error *error) {
    ff_code code = check(figure, error);
    if (code != FF_OK) {
        return code;
    }
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT INTO foot_figure (side, kind, value, error, method,"
                              " time_of_day, said_by, said_at_s) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                              error);
    ff_sql_text(&sql, ff_side_letter(figure->side));
    ff_sql_text(&sql, ff_foot_kind_name(figure->kind));
    ff_sql_real(&sql, figure->value);
    ff_sql_real(&sql, isnan(figure->value) ? (double)NAN : figure->error);
    ff_sql_text(&sql, ff_foot_method_name(figure->method));
    ff_sql_text(&sql, ff_foot_time_name(figure->time));
    ff_sql_text(&sql, ff_store_words(figure->said_by));
    ff_sql_int(&sql, ff_store_time(journal, figure->said_at_s));
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_put_foot_figures(ff_journal *journal, const ff_foot_figure_list *figures,
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

#define SELECT_FIGURES                                                                             \
    "SELECT id, side, kind, value, error, method, time_of_day, said_by, said_at_s FROM "           \
    "foot_figure "

static ff_code list_figures(ff_sql *sql, ff_arena *arena, ff_foot_figure_list *list) {
    *list = (ff_foot_figure_list){0};
    while (ff_sql_row(sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(sql, arena)) {
            break;
        }
        list->items[list->count++] = (ff_foot_figure){
            .id = ff_sql_get_int(sql, 0),
            .side = (ff_side)ff_sql_get_name(sql, 1, ff_side_of_name),
            .kind = (ff_foot_kind)ff_sql_get_name(sql, 2, ff_foot_kind_of_name),
            .value = ff_sql_get_real(sql, 3),
            .error = ff_sql_get_real(sql, 4),
            .method = (ff_foot_method)ff_sql_get_name(sql, 5, ff_foot_method_of_name),
            .time = (ff_foot_time)ff_sql_get_name(sql, 6, ff_foot_time_of_name),
            .said_by = ff_sql_get_text(sql, 7, arena),
            .said_at_s = ff_sql_get_int(sql, 8),
        };
    }
    return ff_sql_end(sql);
}

ff_code ff_journal_foot_figures(ff_journal *journal, ff_arena *arena, ff_foot_figure_list *list,
                                ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              SELECT_FIGURES "WHERE value IS NOT NULL AND id IN (SELECT max(id)"
                                             " FROM foot_figure GROUP BY side, kind, method)"
                                             " ORDER BY id",
                              error);
    return list_figures(&sql, arena, list);
}

ff_code ff_journal_foot_history(ff_journal *journal, ff_arena *arena, ff_foot_figure_list *list,
                                ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, SELECT_FIGURES "ORDER BY id", error);
    return list_figures(&sql, arena, list);
}
