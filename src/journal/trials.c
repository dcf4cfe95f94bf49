#include "journal/store.h"

#include <string.h>

static ff_code refuse(const char *words, ff_error *error) {
    return ff_fail(error, FF_ERR_VALUE, "trial", FF_NO_OFFSET, "%s", words);
}

ff_code ff_journal_check_trial(const ff_trial *trial, ff_error *error) {
    if (trial->change_count == 0) {
        return refuse("a trial needs a change to try", error);
    }
    if (trial->change_count > FF_TRIAL_MOST_CHANGES) {
        return refuse("more than four changes at once can hardly be told apart: take the most "
                      "likely ones",
                      error);
    }
    for (size_t i = 0; i < trial->change_count; i++) {
        if (strcmp(trial->changes[i], FF_USUAL) == 0) {
            return refuse("\"usual\" is what a change is tried against, not a change", error);
        }
        for (size_t j = 0; j < i; j++) {
            if (strcmp(trial->changes[i], trial->changes[j]) == 0) {
                return ff_fail(error, FF_ERR_VALUE, "trial", FF_NO_OFFSET,
                               "\"%s\" is named twice", trial->changes[i]);
            }
        }
    }
    return FF_OK;
}

static ff_code check_none_goes_on(ff_journal *journal, ff_error *error) {
    int64_t going = 0;
    ff_code code = ff_sql_number(
        journal, "SELECT count(*) FROM trial WHERE ended_by = 'goes_on'", &going, error);
    return code == FF_OK && going > 0
               ? refuse("a trial goes on: 'footfall trial end' ends it, what it showed stays", error)
               : code;
}

static ff_code put_trial(ff_journal *journal, const ff_trial *trial, int64_t *id, ff_error *error) {
    ff_sql sql =
        ff_sql_begin(journal, "INSERT INTO trial (policy, seed, started_at_s) VALUES (?, ?, ?)"
                              " RETURNING id",
                     error);
    ff_sql_text(&sql, ff_trial_policy_name(trial->policy));
    ff_sql_int(&sql, (int64_t)trial->seed);
    ff_sql_int(&sql, ff_store_time(journal, trial->started_at_s));
    *id = ff_sql_row(&sql) ? ff_sql_get_int(&sql, 0) : 0;
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

static ff_code put_change(ff_journal *journal, int64_t id, size_t number, const char *what,
                          ff_error *error) {
    ff_sql sql = ff_sql_begin(
        journal, "INSERT INTO trial_change (trial_id, number, what) VALUES (?, ?, ?)", error);
    ff_sql_int(&sql, id);
    ff_sql_int(&sql, (int64_t)number);
    ff_sql_text(&sql, what);
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_start_trial(ff_journal *journal, const ff_trial *trial, int64_t *id,
                               ff_error *error) {
    int64_t started = 0;
    ff_code code = ff_journal_check_trial(trial, error);
    if (code == FF_OK) {
        code = ff_store_begin_write(journal, error);
    }
    if (code != FF_OK) {
        return code;
    }
    code = check_none_goes_on(journal, error);
    if (code == FF_OK) {
        code = put_trial(journal, trial, &started, error);
    }
    for (size_t i = 0; i < trial->change_count && code == FF_OK; i++) {
        code = put_change(journal, started, i, trial->changes[i], error);
    }
    if (id != NULL) {
        *id = started;
    }
    return ff_store_finish(journal, code, error);
}

ff_code ff_journal_end_trial(ff_journal *journal, int64_t id, ff_trial_end end, const char *end_why,
                             ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              "UPDATE trial SET ended_by = ?, ended_at_s = ?, ended_why = ?"
                              " WHERE ended_by = 'goes_on' AND id = ?",
                              error);
    ff_sql_text(&sql, ff_trial_end_name(end));
    ff_sql_int(&sql, ff_store_time(journal, 0));
    ff_sql_text(&sql, ff_store_words(end_why));
    return ff_store_change_end(&sql, id, "trial that goes on");
}

/* Rows of one trial come one after the other, a row a change. */
ff_code ff_journal_trials(ff_journal *journal, ff_arena *arena, ff_trial_list *list,
                          ff_error *error) {
    *list = (ff_trial_list){0};
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT id, policy, seed, started_at_s, ended_by, ended_at_s,"
                              " ended_why, what FROM trial JOIN trial_change ON trial_id = id"
                              " ORDER BY ended_by = 'goes_on', id, number",
                              error);
    while (ff_sql_row(&sql)) {
        int64_t id = ff_sql_get_int(&sql, 0);
        if (list->count == 0 || list->items[list->count - 1].id != id) {
            list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
            if (ff_sql_no_room(&sql, arena)) {
                break;
            }
            list->items[list->count++] = (ff_trial){
                .id = id,
                .policy = (ff_trial_policy)ff_sql_get_name(&sql, 1, ff_trial_policy_of_name),
                .seed = (uint64_t)ff_sql_get_int(&sql, 2),
                .started_at_s = ff_sql_get_int(&sql, 3),
                .end = (ff_trial_end)ff_sql_get_name(&sql, 4, ff_trial_end_of_name),
                .ended_at_s = ff_sql_get_int(&sql, 5), /* NULL gives 0 */
                .end_why = ff_sql_get_text(&sql, 6, arena),
            };
        }
        ff_trial *trial = &list->items[list->count - 1];
        if (trial->change_count < FF_TRIAL_MOST_CHANGES) { /* the table holds no more */
            trial->changes[trial->change_count++] = ff_sql_get_text(&sql, 7, arena);
        }
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_add_draw(ff_journal *journal, const ff_trial_draw *draw, int64_t *id,
                            ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT INTO trial_draw (trial_id, arm, why, lot, other_half,"
                              " drawn_at_s) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                              error);
    ff_sql_int(&sql, draw->trial_id);
    ff_sql_text(&sql, ff_store_words(draw->arm));
    ff_sql_text(&sql, ff_store_words(draw->why));
    ff_sql_int(&sql, draw->lot);
    ff_sql_int(&sql, draw->other_half);
    ff_sql_int(&sql, ff_store_time(journal, draw->drawn_at_s));
    int64_t added = ff_sql_row(&sql) ? ff_sql_get_int(&sql, 0) : 0;
    ff_sql_run(&sql);
    if (id != NULL) {
        *id = added;
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_draws(ff_journal *journal, ff_arena *arena, int64_t trial_id,
                         ff_trial_draw_list *list, ff_error *error) {
    *list = (ff_trial_draw_list){0};
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT id, arm, why, drawn_at_s, lot, other_half FROM trial_draw"
                              " WHERE trial_id = ? ORDER BY id",
                              error);
    ff_sql_int(&sql, trial_id);
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        list->items[list->count++] = (ff_trial_draw){
            .id = ff_sql_get_int(&sql, 0),
            .trial_id = trial_id,
            .arm = ff_sql_get_text(&sql, 1, arena),
            .why = ff_sql_get_text(&sql, 2, arena),
            .drawn_at_s = ff_sql_get_int(&sql, 3),
            .lot = (uint32_t)ff_sql_get_int(&sql, 4),
            .other_half = ff_sql_get_int(&sql, 5) != 0,
        };
    }
    return ff_sql_end(&sql);
}
