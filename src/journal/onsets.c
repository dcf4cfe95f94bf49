#include "journal/store.h"

#include <math.h>
#include <stdlib.h>

static ff_code check_onset(const ff_onset *onset, ff_error *error) {
    const char *wrong = NULL;
    if ((int)onset->kind < 0 || onset->kind > FF_ONSET_SOMETIME) {
        wrong = "the kind of onset is not one footfall knows";
    } else if (onset->strength < -1 || onset->strength > 10) {
        wrong = "the strength must be 0 to 10";
    } else if (onset->from_s > onset->to_s || onset->from_m > onset->to_m) {
        wrong = "the onset ends before it begins";
    } else if (onset->coming && onset->kind != FF_ONSET_NONE) {
        wrong = "only what did not come can have been felt coming";
    } else if (!isnan(onset->gone_s) && onset->kind == FF_ONSET_NONE) {
        wrong = "only what came can be gone";
    } else if (onset->feelings != 0 && onset->kind == FF_ONSET_NONE) {
        wrong = "only what came was felt";
    } else if (onset->feelings >> FF_FEELING_COUNT != 0) {
        wrong = "the feeling is not one footfall knows";
    } else if (onset->gone_s < onset->to_s || onset->gone_s < 0) {
        wrong = "it was gone before it came";
    }
    return wrong == NULL ? FF_OK : ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET, "%s", wrong);
}

ff_code ff_journal_add_onset(ff_journal *journal, const ff_onset *onset, int64_t *id,
                             ff_error *error) {
    char feelings[FF_FEELINGS_SIZE];
    ff_code code = check_onset(onset, error);
    if (code != FF_OK) {
        return code;
    }
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT INTO onset (run_id, kind, from_s, to_s, from_m, to_m, sites,"
                              " strength, said_by, said_from, said_at_s, coming, gone_s,"
                              " feelings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                              error);
    ff_sql_int(&sql, ff_store_shown_as(&sql, onset->run_id));
    ff_sql_text(&sql, ff_onset_kind_name(onset->kind));
    ff_sql_real(&sql, onset->from_s);
    ff_sql_real(&sql, onset->to_s);
    ff_sql_real(&sql, onset->from_m);
    ff_sql_real(&sql, onset->to_m);
    ff_sql_text(&sql, ff_store_words(onset->sites));
    if (onset->strength >= 0) {
        ff_sql_int(&sql, onset->strength);
    } else {
        ff_sql_null(&sql);
    }
    ff_sql_text(&sql, ff_store_words(onset->said_by));
    ff_sql_text(&sql, ff_store_words(onset->from));
    ff_sql_int(&sql, ff_store_time(journal, onset->said_at_s));
    ff_sql_int(&sql, onset->coming);
    ff_sql_real(&sql, onset->gone_s);
    ff_feelings_text(onset->feelings, ",", feelings);
    ff_sql_text(&sql, feelings);
    ff_sql_run(&sql);
    if (id != NULL) {
        *id = sql.code == FF_OK ? sqlite3_last_insert_rowid(journal->db) : 0;
    }
    return ff_sql_end(&sql);
}

static void get_onset(ff_sql *sql, ff_arena *arena, ff_onset *onset) {
    *onset = (ff_onset){
        .id = ff_sql_get_int(sql, 0),
        .run_id = ff_sql_get_int(sql, 1),
        .kind = (ff_onset_kind)ff_sql_get_name(sql, 2, ff_onset_kind_of_name),
        .from_s = ff_sql_get_real(sql, 3),
        .to_s = ff_sql_get_real(sql, 4),
        .from_m = ff_sql_get_real(sql, 5),
        .to_m = ff_sql_get_real(sql, 6),
        .sites = ff_sql_get_text(sql, 7, arena),
        .strength = ff_sql_is_null(sql, 8) ? -1 : (int)ff_sql_get_int(sql, 8),
        .said_by = ff_sql_get_text(sql, 9, arena),
        .from = ff_sql_get_text(sql, 10, arena),
        .said_at_s = ff_sql_get_int(sql, 11),
        .coming = ff_sql_get_int(sql, 12) != 0,
        .gone_s = ff_sql_get_real(sql, 13),
        .feelings = ff_sql_get_name(sql, 14, ff_feelings_of_text),
    };
}

/* What was said of a run that was joined to another is said of that one. Runs that were joined are
 * few, so they are looked up in a table of their own. */
#define SELECT_ONSETS                                                                              \
    "WITH joined (id, root_id) AS MATERIALIZED"                                                    \
    " (SELECT id, root_id FROM run WHERE root_id IS NOT NULL)"                                     \
    " SELECT said.id, coalesce(joined.root_id, said.run_id) AS shown, said.kind, said.from_s,"     \
    " said.to_s, said.from_m, said.to_m, said.sites, said.strength, said.said_by, said.said_from," \
    " said.said_at_s, said.coming, said.gone_s, said.feelings"                                                    \
    " FROM onset AS said LEFT JOIN joined ON joined.id = said.run_id"                              \
    " WHERE ?1 = 0 OR shown = ?1 ORDER BY said.id"

ff_code ff_journal_onset_history(ff_journal *journal, ff_arena *arena, int64_t run_id,
                                 ff_onset_list *list, ff_error *error) {
    *list = (ff_onset_list){0};
    ff_sql sql = ff_sql_begin(journal, SELECT_ONSETS, error);
    ff_sql_int(&sql, ff_store_shown_as(&sql, run_id));
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        get_onset(&sql, arena, &list->items[list->count++]);
    }
    return ff_sql_end(&sql);
}

static int by_run(const void *a, const void *b) {
    const ff_onset *x = a, *y = b;
    if (x->run_id != y->run_id) {
        return x->run_id < y->run_id ? -1 : 1;
    }
    return (x->id > y->id) - (x->id < y->id);
}

/* Runs are mostly told of in their order: then there is nothing to sort. */
static bool in_order(const ff_onset_list *list) {
    for (size_t i = 1; i < list->count; i++) {
        if (by_run(&list->items[i - 1], &list->items[i]) > 0) {
            return false;
        }
    }
    return true;
}

ff_code ff_journal_onsets(ff_journal *journal, ff_arena *arena, int64_t run_id, ff_onset_list *list,
                          ff_error *error) {
    ff_code code = ff_journal_onset_history(journal, arena, run_id, list, error);
    if (code == FF_OK && !in_order(list)) {
        qsort(list->items, list->count, sizeof *list->items, by_run);
    }
    size_t kept = 0;
    for (size_t i = 0; code == FF_OK && i < list->count; i++) {
        bool newest = i + 1 == list->count || list->items[i + 1].run_id != list->items[i].run_id;
        if (newest) {
            list->items[kept++] = list->items[i];
        }
    }
    list->count = kept;
    return code;
}

ff_code ff_journal_remove_onset(ff_journal *journal, int64_t id, ff_error *error) {
    return ff_store_change_one(journal, "DELETE FROM onset WHERE id = ?", id, "onset", error);
}
