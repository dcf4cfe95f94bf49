#include "journal/store.h"

#include <math.h>

static ff_code put(ff_journal *journal, const ff_kept_plan *plan, int64_t *id, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT INTO plan (kind, goal_min, goal_day_s, text, made_at_s)"
                              " VALUES (?, ?, ?, ?, ?) RETURNING id",
                              error);
    ff_sql_text(&sql, ff_plan_kind_name(plan->kind));
    ff_sql_real(&sql, plan->goal_min);
    if (plan->goal_day_s != 0) {
        ff_sql_int(&sql, plan->goal_day_s);
    } else {
        ff_sql_null(&sql);
    }
    ff_sql_text(&sql, ff_store_words(plan->text));
    ff_sql_int(&sql, ff_store_time(journal, plan->made_at_s));
    *id = ff_sql_row(&sql) ? ff_sql_get_int(&sql, 0) : 0;
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

static ff_code end_others(ff_journal *journal, ff_error *error) {
    ff_sql sql =
        ff_sql_begin(journal, "UPDATE plan SET ended_at_s = ? WHERE ended_at_s IS NULL", error);
    ff_sql_int(&sql, ff_store_time(journal, 0));
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_put_plan(ff_journal *journal, const ff_kept_plan *plan, int64_t *id,
                            ff_error *error) {
    int64_t made = 0;
    if (plan->text == NULL || plan->text[0] == '\0') {
        return ff_fail(error, FF_ERR_VALUE, "plan", FF_NO_OFFSET, "a plan without text");
    }
    ff_code code = ff_store_begin_write(journal, error);
    if (code != FF_OK) {
        return code;
    }
    code = end_others(journal, error);
    if (code == FF_OK) {
        code = put(journal, plan, &made, error);
    }
    if (id != NULL) {
        *id = made;
    }
    return ff_store_finish(journal, code, error);
}

ff_code ff_journal_plan(ff_journal *journal, ff_arena *arena, ff_kept_plan *plan, bool *found,
                        ff_error *error) {
    *plan = (ff_kept_plan){.goal_min = NAN};
    *found = false;
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT id, kind, goal_min, goal_day_s, text, made_at_s FROM plan"
                              " WHERE ended_at_s IS NULL ORDER BY id DESC LIMIT 1",
                              error);
    if (ff_sql_row(&sql)) {
        *plan = (ff_kept_plan){
            .id = ff_sql_get_int(&sql, 0),
            .kind = (ff_plan_kind)ff_sql_get_name(&sql, 1, ff_plan_kind_of_name),
            .goal_min = ff_sql_get_real(&sql, 2),
            .goal_day_s = ff_sql_get_int(&sql, 3), /* NULL gives 0 */
            .text = ff_sql_get_text(&sql, 4, arena),
            .made_at_s = ff_sql_get_int(&sql, 5),
        };
        *found = !ff_sql_no_room(&sql, arena);
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_end_plan(ff_journal *journal, int64_t id, ff_error *error) {
    ff_sql sql = ff_sql_begin(
        journal, "UPDATE plan SET ended_at_s = ? WHERE ended_at_s IS NULL AND id = ?", error);
    ff_sql_int(&sql, ff_store_time(journal, 0));
    return ff_store_change_end(&sql, id, "plan that goes on");
}
