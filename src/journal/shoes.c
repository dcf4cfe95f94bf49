#include "journal/store.h"

#include <stdlib.h>

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

ff_code ff_journal_rename_shoe(ff_journal *journal, int64_t id, const char *name, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, "UPDATE shoe SET name = ? WHERE id = ?", error);
    ff_sql_text(&sql, ff_store_words(name));
    return ff_store_change_end(&sql, id, "shoe");
}

ff_code ff_journal_shoes(ff_journal *journal, ff_arena *arena, ff_shoe_list *list,
                         ff_error *error) {
    *list = (ff_shoe_list){0};
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT id, name, created_at_s, retired_at_s,"
                              " (SELECT value FROM shoe_figure WHERE shoe_id = shoe.id"
                              "  AND kind = 'km_before' ORDER BY id DESC LIMIT 1)"
                              " FROM shoe ORDER BY id",
                              error);
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
            .km_before_known = !ff_sql_is_null(&sql, 4),
            .km_before = ff_sql_is_null(&sql, 4) ? 0 : ff_sql_get_real(&sql, 4),
        };
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_put_shoe(ff_journal *journal, const char *name, bool retired,
                            int64_t retired_at_s, ff_error *error) {
    ff_sql sql = ff_sql_again(journal,
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

static const char *name_of(const ff_shoe_list *shoes, int64_t id) {
    for (size_t i = 0; i < shoes->count; i++) {
        if (shoes->items[i].id == id) {
            return shoes->items[i].name;
        }
    }
    return NULL;
}

/* What was said of a run, before it is settled what counts for the run it is shown as. */
typedef struct {
    ff_run_shoe shoe; /* shoe_id 0: none of them */
    bool by_export, joined;
    int64_t own_run;
} shoe_saying;

/* Of a run with others joined to it: what the runner said counts first, then what was said of it
 * itself, then the latest. */
static int by_weight(const void *a, const void *b) {
    const shoe_saying *x = a, *y = b;
    if (x->shoe.run_id != y->shoe.run_id) {
        return x->shoe.run_id < y->shoe.run_id ? -1 : 1;
    }
    if (x->by_export != y->by_export) {
        return x->by_export - y->by_export;
    }
    if (x->joined != y->joined) {
        return x->joined - y->joined;
    }
    if (x->shoe.said_at_s != y->shoe.said_at_s) {
        return x->shoe.said_at_s > y->shoe.said_at_s ? -1 : 1;
    }
    return (x->own_run > y->own_run) - (x->own_run < y->own_run);
}

/* Runs that were joined are few, so they are looked up in a table of their own; and what was said
 * stands in the order of runs, but for theirs. */
#define SELECT_RUN_SHOES                                                                           \
    "WITH joined (id, root_id) AS MATERIALIZED"                                                    \
    " (SELECT id, root_id FROM run WHERE root_id IS NOT NULL)"                                     \
    " SELECT coalesce(joined.root_id, said.run_id) AS shown, said.shoe_id, said.said_by,"          \
    " said.said_at_s, said.recording_id IS NOT NULL, joined.id IS NOT NULL, said.run_id"           \
    " FROM run_shoe AS said LEFT JOIN joined ON joined.id = said.run_id"                           \
    " WHERE ?1 = 0 OR shown = ?1 ORDER BY said.run_id"

typedef struct {
    shoe_saying *items;
    size_t count;
    bool sorted;
} shoe_sayings;

static void add_saying(ff_sql *sql, ff_arena *arena, const ff_shoe_list *shoes, shoe_sayings *all) {
    shoe_saying *before = all->count > 0 ? &all->items[all->count - 1] : NULL;
    shoe_saying *saying = &all->items[all->count++];
    int64_t shoe = ff_sql_get_int(sql, 1); /* NULL gives 0 */
    *saying = (shoe_saying){
        .shoe = {.run_id = ff_sql_get_int(sql, 0),
                 .shoe_id = shoe,
                 .shoe_name = name_of(shoes, shoe),
                 .said_by = ff_sql_get_text(sql, 2, arena),
                 .said_at_s = ff_sql_get_int(sql, 3)},
        .by_export = ff_sql_get_int(sql, 4) != 0,
        .joined = ff_sql_get_int(sql, 5) != 0,
        .own_run = ff_sql_get_int(sql, 6),
    };
    all->sorted = all->sorted && (before == NULL || before->shoe.run_id < saying->shoe.run_id);
}

static ff_code read_sayings(ff_journal *journal, ff_arena *arena, int64_t run_id,
                            const ff_shoe_list *shoes, shoe_sayings *all, ff_error *error) {
    int64_t room = 0;
    ff_code code = ff_sql_number(journal, "SELECT count(*) FROM run_shoe", &room, error);
    all->items = ff_arena_room(arena, (size_t)room, sizeof *all->items);
    if (code != FF_OK || all->items == NULL) {
        return code != FF_OK ? code : ff_arena_check(arena, error);
    }
    ff_sql sql = ff_sql_begin(journal, SELECT_RUN_SHOES, error);
    ff_sql_int(&sql, ff_store_shown_as(&sql, run_id));
    while (all->count < (size_t)room && ff_sql_row(&sql)) {
        add_saying(&sql, arena, shoes, all);
    }
    return ff_sql_end(&sql);
}

/* The first of each run counts; where that is no shoe, the run has none. */
static ff_code take_those_that_count(ff_arena *arena, const shoe_sayings *all,
                                     ff_run_shoe_list *list, ff_error *error) {
    list->items = ff_arena_room(arena, all->count, sizeof *list->items);
    if (list->items == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < all->count; i++) {
        const ff_run_shoe *shoe = &all->items[i].shoe;
        bool first = i == 0 || all->items[i - 1].shoe.run_id != shoe->run_id;
        if (first && shoe->shoe_id != 0) {
            list->items[list->count++] = *shoe;
        }
    }
    return FF_OK;
}

static ff_code list_run_shoes(ff_journal *journal, ff_arena *arena, int64_t run_id,
                              ff_run_shoe_list *list, ff_error *error) {
    ff_shoe_list shoes;
    shoe_sayings all = {.sorted = true};
    ff_code code = ff_journal_shoes(journal, arena, &shoes, error);
    if (code == FF_OK) {
        code = read_sayings(journal, arena, run_id, &shoes, &all, error);
    }
    if (code != FF_OK) {
        return code;
    }
    if (!all.sorted) {
        qsort(all.items, all.count, sizeof *all.items, by_weight);
    }
    return take_those_that_count(arena, &all, list, error);
}

ff_code ff_journal_run_shoes(ff_journal *journal, ff_arena *arena, int64_t run_id,
                             ff_run_shoe_list *list, ff_error *error) {
    *list = (ff_run_shoe_list){0};
    ff_code code = ff_store_begin_read(journal, error);
    if (code != FF_OK) {
        return code;
    }
    code = list_run_shoes(journal, arena, run_id, list, error);
    return ff_store_finish(journal, code, error);
}
