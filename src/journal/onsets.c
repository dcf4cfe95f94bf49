#include "journal/store.h"

#include <math.h>

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
    } else if (onset->gone_s < onset->to_s || onset->gone_s < 0) {
        wrong = "it was gone before it came";
    }
    return wrong == NULL ? FF_OK : ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET, "%s", wrong);
}

ff_code ff_journal_add_onset(ff_journal *journal, const ff_onset *onset, int64_t *id,
                             ff_error *error) {
    ff_code code = check_onset(onset, error);
    if (code != FF_OK) {
        return code;
    }
    ff_sql sql = ff_sql_begin(journal,
                              "INSERT INTO onset (run_id, kind, from_s, to_s, from_m, to_m, sites,"
                              " strength, said_by, said_from, said_at_s, coming, gone_s)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
    };
}

/* What was said of a run that was joined to another is said of that one. */
#define RUN_OF_ONSET "coalesce(run.root_id, run.id)"
#define ONSET_COLUMNS                                                                              \
    RUN_OF_ONSET ", onset.kind, onset.from_s, onset.to_s, onset.from_m, onset.to_m, onset.sites,"  \
                 " onset.strength, onset.said_by, onset.said_from, onset.said_at_s, onset.coming," \
                 " onset.gone_s"
#define FROM_ONSET                                                                                 \
    " FROM onset JOIN run ON run.id = onset.run_id WHERE (?1 = 0 OR " RUN_OF_ONSET " = ?1)"

static ff_code list_onsets(ff_journal *journal, ff_arena *arena, const char *text, int64_t run_id,
                           ff_onset_list *list, ff_error *error) {
    *list = (ff_onset_list){0};
    ff_sql sql = ff_sql_begin(journal, text, error);
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

ff_code ff_journal_onsets(ff_journal *journal, ff_arena *arena, int64_t run_id, ff_onset_list *list,
                          ff_error *error) {
    /* The other columns are those of the row with the highest id:
     * https://www.sqlite.org/lang_select.html#bareagg */
    return list_onsets(journal, arena,
                       "SELECT max(onset.id), " ONSET_COLUMNS FROM_ONSET " GROUP BY 2 ORDER BY 2",
                       run_id, list, error);
}

ff_code ff_journal_onset_history(ff_journal *journal, ff_arena *arena, int64_t run_id,
                                 ff_onset_list *list, ff_error *error) {
    return list_onsets(journal, arena,
                       "SELECT onset.id, " ONSET_COLUMNS FROM_ONSET " ORDER BY onset.id", run_id,
                       list, error);
}

ff_code ff_journal_remove_onset(ff_journal *journal, int64_t id, ff_error *error) {
    return ff_store_change_one(journal, "DELETE FROM onset WHERE id = ?", id, "onset", error);
}
