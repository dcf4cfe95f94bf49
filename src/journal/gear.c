#include "journal/store.h"

#include <stdlib.h>

/* A name keeps the spelling in which it was said first, so that one thing stands under one name. */
#define INSERT_GEAR                                                                                \
    "INSERT OR REPLACE INTO run_gear (run_id, kind, name, said_by, said_at_s)"                     \
    " SELECT ?1, ?2, coalesce((SELECT name FROM run_gear WHERE kind = ?2 AND name = ?3"            \
    " ORDER BY run_id LIMIT 1), ?3), ?4, ?5"

ff_code ff_journal_set_run_gear(ff_journal *journal, int64_t run_id, ff_gear_kind kind,
                                const char *name, const char *said_by, ff_error *error) {
    const char *kind_name = ff_gear_kind_name(kind);
    if (kind_name == NULL) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                       "the kind of gear is not one footfall knows");
    }
    ff_sql sql = ff_sql_begin(journal, INSERT_GEAR, error);
    ff_sql_int(&sql, ff_store_shown_as(&sql, run_id));
    ff_sql_text(&sql, kind_name);
    ff_sql_text(&sql, ff_store_words(name));
    ff_sql_text(&sql, ff_store_words(said_by));
    ff_sql_int(&sql, ff_store_time(journal, 0));
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

/* What was said of a run, before it is settled what counts for the run it is shown as. */
typedef struct {
    ff_run_gear gear;
    bool joined;
    int64_t own_run;
} gear_saying;

/* Of a run with others joined to it: what was said of it itself counts first, then the latest. */
static int by_weight(const void *a, const void *b) {
    const gear_saying *x = a, *y = b;
    if (x->gear.run_id != y->gear.run_id) {
        return x->gear.run_id < y->gear.run_id ? -1 : 1;
    }
    if (x->gear.kind != y->gear.kind) {
        return x->gear.kind < y->gear.kind ? -1 : 1;
    }
    if (x->joined != y->joined) {
        return x->joined - y->joined;
    }
    if (x->gear.said_at_s != y->gear.said_at_s) {
        return x->gear.said_at_s > y->gear.said_at_s ? -1 : 1;
    }
    return (x->own_run > y->own_run) - (x->own_run < y->own_run);
}

/* Runs that were joined are few, so they are looked up in a table of their own. */
#define SELECT_GEAR                                                                                \
    "WITH joined (id, root_id) AS MATERIALIZED"                                                    \
    " (SELECT id, root_id FROM run WHERE root_id IS NOT NULL)"                                     \
    " SELECT coalesce(joined.root_id, said.run_id) AS shown, said.kind, said.name, said.said_by,"  \
    " said.said_at_s, joined.id IS NOT NULL, said.run_id"                                          \
    " FROM run_gear AS said LEFT JOIN joined ON joined.id = said.run_id"                           \
    " WHERE ?1 = 0 OR shown = ?1 ORDER BY said.run_id, said.kind"

typedef struct {
    gear_saying *items;
    size_t count;
} gear_sayings;

static ff_code read_sayings(ff_journal *journal, ff_arena *arena, int64_t run_id, gear_sayings *all,
                            ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, SELECT_GEAR, error);
    ff_sql_int(&sql, ff_store_shown_as(&sql, run_id));
    while (ff_sql_row(&sql)) {
        all->items = ff_store_room(arena, all->items, all->count, sizeof *all->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        all->items[all->count++] = (gear_saying){
            .gear = {.run_id = ff_sql_get_int(&sql, 0),
                     .kind = (ff_gear_kind)ff_sql_get_name(&sql, 1, ff_gear_kind_of_name),
                     .name = ff_sql_get_text(&sql, 2, arena),
                     .said_by = ff_sql_get_text(&sql, 3, arena),
                     .said_at_s = ff_sql_get_int(&sql, 4)},
            .joined = ff_sql_get_int(&sql, 5) != 0,
            .own_run = ff_sql_get_int(&sql, 6),
        };
    }
    return ff_sql_end(&sql);
}

/* The first of each run and kind. */
static ff_code take_those_that_count(ff_arena *arena, const gear_sayings *all,
                                     ff_run_gear_list *list, ff_error *error) {
    list->items = ff_arena_room(arena, all->count, sizeof *list->items);
    if (list->items == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < all->count; i++) {
        const ff_run_gear *gear = &all->items[i].gear;
        const ff_run_gear *before = list->count > 0 ? &list->items[list->count - 1] : NULL;
        if (before == NULL || before->run_id != gear->run_id || before->kind != gear->kind) {
            list->items[list->count++] = *gear;
        }
    }
    return FF_OK;
}

ff_code ff_journal_run_gear(ff_journal *journal, ff_arena *arena, int64_t run_id,
                            ff_run_gear_list *list, ff_error *error) {
    gear_sayings all = {0};
    *list = (ff_run_gear_list){0};
    ff_code code = read_sayings(journal, arena, run_id, &all, error);
    if (code != FF_OK || all.count == 0) {
        return code;
    }
    qsort(all.items, all.count, sizeof *all.items, by_weight);
    return take_those_that_count(arena, &all, list, error);
}
