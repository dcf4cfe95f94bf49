#include "journal/store.h"

#include <string.h>

static const char *const state_names[] = {"not_asked", "not_sure", "said"};

static int state_of_name(const char *name) {
    for (int i = 0; i <= FF_SAID; i++) {
        if (strcmp(state_names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

static ff_code put_answer(ff_journal *journal, const ff_finding *answer, ff_error *error) {
    if ((int)answer->state < 0 || answer->state > FF_SAID) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                       "the state of an answer is not one footfall knows");
    }
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT INTO answer (finding, state, value, said_by, said_from,"
                              " said_at_s) VALUES (?, ?, ?, ?, ?, ?)",
                              error);
    ff_sql_text(&sql, ff_store_words(answer->id));
    ff_sql_text(&sql, state_names[answer->state]);
    ff_sql_text(&sql, answer->value);
    ff_sql_text(&sql, ff_store_words(answer->said_by));
    ff_sql_text(&sql, ff_store_words(answer->from));
    ff_sql_int(&sql, ff_store_time(journal, answer->said_at_s));
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

ff_code ff_journal_put_answer(ff_journal *journal, const ff_finding *answer, ff_error *error) {
    return put_answer(journal, answer, error);
}

ff_code ff_journal_put_answers(ff_journal *journal, const ff_finding_list *answers,
                               ff_error *error) {
    ff_code code = ff_store_begin_write(journal, error);
    if (code != FF_OK) {
        return code;
    }
    for (size_t i = 0; i < answers->count && code == FF_OK; i++) {
        code = put_answer(journal, &answers->items[i], error);
    }
    return ff_store_finish(journal, code, error);
}

#define SELECT_ANSWER "SELECT finding, state, value, said_by, said_from, said_at_s FROM answer "

static ff_code list_answers(ff_sql *sql, ff_arena *arena, ff_finding_list *list) {
    *list = (ff_finding_list){0};
    while (ff_sql_row(sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(sql, arena)) {
            break;
        }
        list->items[list->count++] = (ff_finding){
            .id = ff_sql_get_text(sql, 0, arena),
            .state = (ff_answer_state)ff_sql_get_name(sql, 1, state_of_name),
            .value = ff_sql_get_text(sql, 2, arena),
            .said_by = ff_sql_get_text(sql, 3, arena),
            .from = ff_sql_get_text(sql, 4, arena),
            .said_at_s = ff_sql_get_int(sql, 5),
        };
    }
    return ff_sql_end(sql);
}

ff_code ff_journal_answers(ff_journal *journal, ff_arena *arena, ff_finding_list *list,
                           ff_error *error) {
    ff_sql sql =
        ff_sql_begin(journal,
                     SELECT_ANSWER "WHERE id IN (SELECT max(id) FROM answer GROUP BY finding)"
                                   " ORDER BY id",
                     error);
    return list_answers(&sql, arena, list);
}

ff_code ff_journal_answer_history(ff_journal *journal, ff_arena *arena, const char *id,
                                  ff_finding_list *list, ff_error *error) {
    ff_sql sql =
        ff_sql_begin(journal, SELECT_ANSWER "WHERE ?1 IS NULL OR finding = ?1 ORDER BY id", error);
    ff_sql_text(&sql, id);
    return list_answers(&sql, arena, list);
}
