#include "app/history.h"

#include "app/moment.h"
#include "app/sites.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* The laps pressed by hand. The distance is the sum of the laps so far, so that the list needs no
 * series. */
static ff_code find_marks(const ff_run *run, ff_arena *arena, ff_run_row *row, ff_error *error) {
    ff_run_mark *marks = ff_arena_take(arena, run->lap_count, sizeof *marks);
    if (marks == NULL) {
        return ff_arena_check(arena, error);
    }
    double distance_m = 0;
    for (size_t i = 0; i < run->lap_count; i++) {
        distance_m += run->laps[i].distance_m;
        if (ff_lap_by_hand(run, i)) {
            marks[row->mark_count++] =
                (ff_run_mark){(int)i + 1, ff_run_timer_at(run, run->laps[i].end_s), distance_m};
        }
    }
    row->marks = marks;
    return FF_OK;
}

/* The journal gives what was said in the order of run ids. The first of count items whose run id
 * is at least run_id; an item is `size` bytes and holds its run id at `offset`. */
static size_t first_of_run(const void *items, size_t count, size_t size, size_t offset,
                           int64_t run_id) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int64_t own;
        memcpy(&own, (const char *)items + middle * size + offset, sizeof own);
        if (own < run_id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static const ff_onset *onset_of(const ff_onset_list *list, int64_t run_id) {
    size_t at = first_of_run(list->items, list->count, sizeof *list->items,
                             offsetof(ff_onset, run_id), run_id);
    return at < list->count && list->items[at].run_id == run_id ? &list->items[at] : NULL;
}

static const char *shoe_of(const ff_run_shoe_list *list, int64_t run_id) {
    size_t at = first_of_run(list->items, list->count, sizeof *list->items,
                             offsetof(ff_run_shoe, run_id), run_id);
    return at < list->count && list->items[at].run_id == run_id ? list->items[at].shoe_name : NULL;
}

static void set_gear(const ff_run_gear_list *list, ff_logged_run *said) {
    int64_t run_id = said->run->id;
    for (size_t i = first_of_run(list->items, list->count, sizeof *list->items,
                                 offsetof(ff_run_gear, run_id), run_id);
         i < list->count && list->items[i].run_id == run_id; i++) {
        said->gear[list->items[i].kind] = list->items[i].name;
    }
}

static ff_code changes_of(const ff_change_list *list, ff_arena *arena, ff_logged_run *said,
                          ff_error *error) {
    int64_t run_id = said->run->id;
    size_t first = first_of_run(list->items, list->count, sizeof *list->items,
                                offsetof(ff_change, run_id), run_id);
    size_t end = first;
    while (end < list->count && list->items[end].run_id == run_id) {
        end++;
    }
    if (end == first) {
        return FF_OK;
    }
    const char **names = ff_arena_take(arena, end - first, sizeof *names);
    if (names == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = first; i < end; i++) {
        if (strcmp(list->items[i].what, FF_USUAL) != 0) {
            names[said->change_count++] = list->items[i].what;
        }
    }
    said->changes = names;
    said->changes_said = true;
    return FF_OK;
}

typedef struct {
    ff_onset_list onsets;
    ff_run_shoe_list shoes;
    ff_run_gear_list gear;
    ff_change_list changes;
} sayings;

/* run_id 0: of all runs. */
static ff_code read_sayings(ff_app *app, ff_arena *arena, int64_t run_id, sayings *said,
                            ff_error *error) {
    ff_code code = ff_journal_onsets(app->journal, arena, run_id, &said->onsets, error);
    if (code == FF_OK) {
        code = ff_journal_run_shoes(app->journal, arena, run_id, &said->shoes, error);
    }
    if (code == FF_OK) {
        code = ff_journal_run_gear(app->journal, arena, run_id, &said->gear, error);
    }
    if (code == FF_OK) {
        code = ff_journal_changes(app->journal, arena, run_id, &said->changes, error);
    }
    return code;
}

static ff_code describe_place(const ff_onset *onset, ff_arena *arena, ff_run_row *row,
                              ff_error *error) {
    ff_sites sites;
    if (onset->sites == NULL || ff_sites_parse(onset->sites, &sites, NULL) != FF_OK) {
        return FF_OK; /* nothing said, or words of another time */
    }
    ff_text words;
    ff_text_init(&words, arena->allocator);
    ff_sites_describe(&sites, &words);
    ff_code code = ff_text_check(&words, error);
    row->place = code == FF_OK ? ff_arena_copy(arena, words.data) : NULL;
    ff_text_free(&words);
    return code == FF_OK ? ff_arena_check(arena, error) : code;
}

static ff_code make_row(const sayings *all, const ff_run *run, ff_arena *arena, ff_logged_run *said,
                        ff_run_row *row, ff_error *error) {
    *said = (ff_logged_run){.run = run,
                            .onset = onset_of(&all->onsets, run->id),
                            .shoe = shoe_of(&all->shoes, run->id)};
    set_gear(&all->gear, said);
    *row = (ff_run_row){.said = said};
    ff_code code = changes_of(&all->changes, arena, said, error);
    if (code == FF_OK && said->onset != NULL) {
        code = describe_place(said->onset, arena, row, error);
    }
    return code == FF_OK ? find_marks(run, arena, row, error) : code;
}

ff_code ff_history_read(ff_app *app, ff_arena *arena, ff_run_parts parts, ff_history *history,
                        ff_error *error) {
    const ff_run_filter filter = {.parts = parts};
    ff_run_list runs;
    sayings all = {0};
    *history = (ff_history){0};
    ff_code code = ff_journal_runs(app->journal, arena, &filter, &runs, error);
    if (code == FF_OK) {
        code = read_sayings(app, arena, 0, &all, error);
    }
    if (code != FF_OK) {
        return code;
    }
    history->runs = ff_arena_take(arena, runs.count, sizeof *history->runs);
    history->rows = ff_arena_take(arena, runs.count, sizeof *history->rows);
    history->count = runs.count;
    code = ff_arena_check(arena, error);
    for (size_t i = 0; i < runs.count && code == FF_OK; i++) {
        code = make_row(&all, &runs.items[i], arena, &history->runs[i], &history->rows[i], error);
    }
    return code;
}

ff_code ff_history_row(ff_app *app, ff_arena *arena, const ff_run *run, ff_run_row *row,
                       ff_error *error) {
    sayings all = {0};
    ff_logged_run *said = ff_arena_take(arena, 1, sizeof *said);
    if (said == NULL) {
        return ff_arena_check(arena, error);
    }
    ff_code code = read_sayings(app, arena, run->id, &all, error);
    return code == FF_OK ? make_row(&all, run, arena, said, row, error) : code;
}

static int by_runs(const void *a, const void *b) {
    const ff_likeness *x = a, *y = b;
    int order = (x->run_id > y->run_id) - (x->run_id < y->run_id);
    return order != 0 ? order
                      : (x->other_run_id > y->other_run_id) - (x->other_run_id < y->other_run_id);
}

/* Both ways round, in the order of run ids. */
static ff_code turn_round(const ff_likeness_list *list, ff_arena *arena, ff_likeness_list *both,
                          ff_error *error) {
    both->count = 2 * list->count;
    both->items = ff_arena_take(arena, both->count, sizeof *both->items);
    if (both->items == NULL) {
        both->count = 0;
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < list->count; i++) {
        const ff_likeness *like = &list->items[i];
        both->items[2 * i] = *like;
        both->items[2 * i + 1] = (ff_likeness){like->other_run_id, like->run_id, like->why};
    }
    qsort(both->items, both->count, sizeof *both->items, by_runs);
    return FF_OK;
}

ff_code ff_history_add_recordings(ff_app *app, ff_arena *arena, ff_run_row *rows, size_t count,
                                  ff_error *error) {
    ff_recording_list all;
    ff_likeness_list list, likes = {0};
    int64_t run_id = count == 1 ? rows[0].said->run->id : 0;
    ff_code code = ff_journal_recordings(app->journal, arena, run_id, &all, error);
    if (code == FF_OK) {
        code = ff_journal_likenesses(app->journal, arena, &list, error);
    }
    if (code == FF_OK) {
        code = turn_round(&list, arena, &likes, error);
    }
    for (size_t i = 0; i < count && code == FF_OK; i++) {
        ff_run_row *row = &rows[i];
        int64_t id = row->said->run->id;
        size_t first = first_of_run(all.items, all.count, sizeof *all.items,
                                    offsetof(ff_recording, run_id), id);
        row->recordings = all.items + first;
        while (first + row->recording_count < all.count &&
               row->recordings[row->recording_count].run_id == id) {
            row->recording_count++;
        }
        first = first_of_run(likes.items, likes.count, sizeof *likes.items,
                             offsetof(ff_likeness, run_id), id);
        row->like = likes.items + first;
        while (first + row->like_count < likes.count && row->like[row->like_count].run_id == id) {
            row->like_count++;
        }
    }
    return code;
}
