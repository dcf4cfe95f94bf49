#include "journal/recording.h"
#include "journal/run_columns.h"
#include "journal/series_codec.h"
#include "journal/store.h"

#include <stdlib.h>
#include <string.h>

static int sport_of_name(const char *name) {
    for (int i = FF_SPORT_OTHER; i >= 0; i--) {
        if (strcmp(ff_sport_name((ff_sport)i), name) == 0) {
            return i;
        }
    }
    return -1;
}

static int trigger_of_name(const char *name) {
    for (int i = FF_LAP_OTHER; i >= 0; i--) {
        if (strcmp(ff_lap_trigger_name((ff_lap_trigger)i), name) == 0) {
            return i;
        }
    }
    return -1;
}

#define SELECT_RUN   "SELECT " FF_RUN_COLUMNS ", id, leader FROM run"
#define SPORT_PLACE  2 /* in it */
#define LEADER_PLACE (FF_RUN_COLUMN_COUNT + 1)

static void get_numbers(ff_sql *sql, int first_figure, int figure_count, ff_run *run) {
    ff_run_init(run);
    run->start_s = ff_sql_get_int(sql, 0);
    run->utc_offset_known = !ff_sql_is_null(sql, 1);
    run->utc_offset_s = (int32_t)ff_sql_get_int(sql, 1);
    run->sport = (ff_sport)ff_sql_get_name(sql, SPORT_PLACE, sport_of_name);
    double *figure = (double *)&run->figures;
    for (int i = 0; i < figure_count; i++) {
        figure[i] = ff_sql_get_real(sql, first_figure + i);
    }
}

void ff_store_get_run(ff_sql *sql, ff_arena *arena, ff_run *run) {
    get_numbers(sql, FF_RUN_FIRST_FIGURE, FF_FIGURE_COUNT, run);
    run->sport_detail = ff_sql_get_text(sql, 3, arena);
    run->device.maker = ff_sql_get_text(sql, 4, arena);
    run->device.product = ff_sql_get_text(sql, 5, arena);
    run->device.serial = ff_sql_get_text(sql, 6, arena);
    run->device.software = ff_sql_get_text(sql, 7, arena);
    run->source = ff_sql_get_text(sql, 8, arena);
    run->format = ff_sql_get_text(sql, 9, arena);
    run->title = ff_sql_get_text(sql, 11, arena);
    run->comment = ff_sql_get_text(sql, 12, arena);
}

int64_t ff_store_shown_as(ff_sql *sql, int64_t run_id) {
    ff_error *error = sql->error;
    ff_sql look = ff_sql_again(sql->journal, "SELECT root_id FROM run WHERE id = ?", error);
    ff_sql_int(&look, run_id);
    int64_t root = ff_sql_row(&look) ? ff_sql_get_int(&look, 0) : 0; /* NULL gives 0 */
    ff_code code = ff_sql_end(&look);
    sql->code = sql->code != FF_OK ? sql->code : code;
    return root != 0 ? root : run_id;
}

/* ---- laps, pauses and notes ----
 *
 * A run has those of the recording that leads it. For a list they are read in one go, in the order
 * of recordings: a question for each of thousands of runs takes many times as long. */

typedef struct {
    int64_t leader;
    ff_run *run;
} led_run;

typedef struct {
    led_run *items; /* by leader */
    size_t count, at;
} led_runs;

static int by_leader(const void *a, const void *b) {
    const led_run *x = a, *y = b;
    return (x->leader > y->leader) - (x->leader < y->leader);
}

/* Most journals have them in order: recordings come as they were run. */
static void sort_by_leader(led_runs *led) {
    for (size_t i = 1; i < led->count; i++) {
        if (led->items[i - 1].leader > led->items[i].leader) {
            qsort(led->items, led->count, sizeof *led->items, by_leader);
            return;
        }
    }
}

/* The run that the recording leads, the recordings coming in order; NULL: it leads none of them. */
static ff_run *run_led_by(led_runs *led, int64_t recording) {
    while (led->at < led->count && led->items[led->at].leader < recording) {
        led->at++;
    }
    return led->at < led->count && led->items[led->at].leader == recording ? led->items[led->at].run
                                                                           : NULL;
}

static ff_sql begin_parts(ff_journal *journal, led_runs *led, const char *text, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, text, error);
    led->at = 0;
    ff_sql_int(&sql, led->items[0].leader);
    ff_sql_int(&sql, led->items[led->count - 1].leader);
    return sql;
}

/* The laps of the recording at hand, before they get the room they need and no more. */
typedef struct {
    ff_run *run;
    ff_lap *laps;
    size_t count, room;
} lap_gathering;

static void add_lap(ff_sql *sql, ff_arena *scratch, lap_gathering *g) {
    if (g->count == g->room) {
        size_t room = g->room > 0 ? 2 * g->room : 64;
        g->laps = ff_arena_grow(scratch, g->laps, g->count, room, sizeof *g->laps);
        if (ff_sql_no_room(sql, scratch)) {
            return;
        }
        g->room = room;
    }
    g->laps[g->count++] = (ff_lap){
        .start_s = ff_sql_get_real(sql, 1),
        .end_s = ff_sql_get_real(sql, 2),
        .timer_s = ff_sql_get_real(sql, 3),
        .distance_m = ff_sql_get_real(sql, 4),
        .trigger = (ff_lap_trigger)ff_sql_get_name(sql, 5, trigger_of_name),
    };
}

static void settle_laps(ff_sql *sql, ff_arena *arena, lap_gathering *g) {
    if (g->count > 0 && sql->code == FF_OK) {
        g->run->laps = ff_arena_grow(arena, g->laps, g->count, g->count, sizeof *g->laps);
        g->run->lap_count = ff_sql_no_room(sql, arena) ? 0 : g->count;
    }
    g->count = 0;
}

#define SELECT_LAPS                                                                                \
    "SELECT recording_id, start_s, end_s, timer_s, distance_m, ended_by FROM lap WHERE "

static ff_code get_laps(ff_journal *journal, ff_arena *arena, led_runs *led, ff_error *error) {
    ff_sql sql = begin_parts(journal, led,
                             SELECT_LAPS "recording_id BETWEEN ? AND ?"
                                         " ORDER BY recording_id, number",
                             error);
    ff_arena scratch;
    ff_arena_init(&scratch, journal->allocator);
    lap_gathering g = {0};
    while (ff_sql_row(&sql)) {
        ff_run *run = run_led_by(led, ff_sql_get_int(&sql, 0));
        if (run != g.run) {
            settle_laps(&sql, arena, &g);
            g.run = run;
        }
        if (run != NULL && sql.code == FF_OK) {
            add_lap(&sql, &scratch, &g);
        }
    }
    settle_laps(&sql, arena, &g);
    ff_arena_free(&scratch);
    return ff_sql_end(&sql);
}

/* pressed is at a recording and its last lap of interest. */
static void add_laps_until(ff_sql *pressed, ff_arena *scratch, lap_gathering *g) {
    ff_sql sql = ff_sql_again(pressed->journal,
                              SELECT_LAPS "recording_id = ? AND number <= ? ORDER BY number",
                              pressed->error);
    ff_sql_int(&sql, ff_sql_get_int(pressed, 0));
    ff_sql_int(&sql, ff_sql_get_int(pressed, 1));
    while (ff_sql_row(&sql)) {
        add_lap(&sql, scratch, g);
    }
    pressed->code = ff_sql_end(&sql);
}

/* One run after the other, for once: few have such laps, what is looked up lies close together, and
 * the laps behind the last that was pressed, half of them all, are not read. */
static ff_code get_pressed_laps(ff_journal *journal, ff_arena *arena, led_runs *led,
                                ff_error *error) {
    ff_sql sql = begin_parts(journal, led,
                             "SELECT recording_id, max(number) FROM lap WHERE ended_by = 'manual'"
                             " AND recording_id BETWEEN ? AND ?"
                             " GROUP BY recording_id ORDER BY recording_id",
                             error);
    ff_arena scratch;
    ff_arena_init(&scratch, journal->allocator);
    lap_gathering g = {0};
    while (ff_sql_row(&sql)) {
        g.run = run_led_by(led, ff_sql_get_int(&sql, 0));
        if (g.run != NULL) {
            add_laps_until(&sql, &scratch, &g);
            settle_laps(&sql, arena, &g);
        }
    }
    ff_arena_free(&scratch);
    return ff_sql_end(&sql);
}

static ff_code get_pauses(ff_journal *journal, ff_arena *arena, led_runs *led, ff_error *error) {
    ff_sql sql = begin_parts(journal, led,
                             "SELECT recording_id, start_s, end_s FROM pause"
                             " WHERE recording_id BETWEEN ? AND ? ORDER BY recording_id, number",
                             error);
    while (ff_sql_row(&sql)) {
        ff_run *run = run_led_by(led, ff_sql_get_int(&sql, 0));
        if (run == NULL) {
            continue;
        }
        run->pauses = ff_store_room(arena, run->pauses, run->pause_count, sizeof *run->pauses);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        run->pauses[run->pause_count++] =
            (ff_pause){ff_sql_get_real(&sql, 1), ff_sql_get_real(&sql, 2)};
    }
    return ff_sql_end(&sql);
}

static ff_code get_notes(ff_journal *journal, ff_arena *arena, led_runs *led, ff_error *error) {
    ff_sql sql = begin_parts(journal, led,
                             "SELECT recording_id, words FROM note"
                             " WHERE recording_id BETWEEN ? AND ? ORDER BY recording_id, number",
                             error);
    while (ff_sql_row(&sql)) {
        ff_run *run = run_led_by(led, ff_sql_get_int(&sql, 0));
        if (run == NULL) {
            continue;
        }
        run->notes = ff_store_room(arena, run->notes, run->note_count, sizeof *run->notes);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        run->notes[run->note_count++] = ff_sql_get_text(&sql, 1, arena);
    }
    return ff_sql_end(&sql);
}

static ff_code get_parts(ff_journal *journal, ff_arena *arena, ff_run_parts parts, led_runs *led,
                         ff_error *error) {
    if (led->count == 0 || parts == FF_WITHOUT_PARTS) {
        return FF_OK;
    }
    sort_by_leader(led);
    if (parts == FF_WITH_PRESSED_LAPS) { /* pauses tell when on the timer a lap was pressed */
        ff_code laps = get_pressed_laps(journal, arena, led, error);
        return laps == FF_OK ? get_pauses(journal, arena, led, error) : laps;
    }
    ff_code code = get_laps(journal, arena, led, error);
    if (code == FF_OK) {
        code = get_pauses(journal, arena, led, error);
    }
    return code == FF_OK ? get_notes(journal, arena, led, error) : code;
}

/* ---- series ---- */

/* Where the values of a column go; NULL for a column that this footfall does not know. */
static double **place_of(ff_series *series, const char *name) {
    if (strcmp(name, FF_TIME_COLUMN) == 0) {
        return &series->time_s;
    }
    int channel = ff_channel_of_name(name);
    return channel >= 0 ? &series->column[channel] : NULL;
}

static void get_column(ff_sql *sql, ff_arena *arena, ff_series *series) {
    const char *name = (const char *)sqlite3_column_text(sql->statement, 0);
    double **place = name != NULL ? place_of(series, name) : NULL;
    if (place == NULL) {
        return;
    }
    const void *blob = sqlite3_column_blob(sql->statement, 3);
    int size = sqlite3_column_bytes(sql->statement, 3);
    if (ff_sql_get_int(sql, 1) != (int64_t)series->rows || blob == NULL) {
        sql->code = ff_fail(sql->error, FF_ERR_DAMAGED_JOURNAL, NULL, FF_NO_OFFSET,
                            "a stored series has another length than its run");
    } else {
        sql->code = ff_series_decode(arena, (int)ff_sql_get_int(sql, 2), blob, (size_t)size,
                                     series->rows, place, sql->error);
    }
    if (sql->code == FF_ERR_DAMAGED_JOURNAL && sql->error != NULL) {
        ff_fail(sql->error, sql->code, sql->journal->path, FF_NO_OFFSET, "%s", sql->error->message);
    }
}

static ff_code get_series_rows(ff_journal *journal, int64_t recording, ff_series *series,
                               ff_error *error) {
    ff_sql sql = ff_sql_again(journal, "SELECT series_rows FROM recording WHERE id = ?", error);
    ff_sql_int(&sql, recording);
    int64_t rows = ff_sql_row(&sql) ? ff_sql_get_int(&sql, 0) : 0;
    if (rows < 0 || (uint64_t)rows > FF_SERIES_MAX_ROWS) {
        sql.code = ff_fail(error, FF_ERR_DAMAGED_JOURNAL, journal->path, FF_NO_OFFSET,
                           "a run cannot have %lld rows", (long long)rows);
    } else {
        series->rows = (size_t)rows;
    }
    return ff_sql_end(&sql);
}

static ff_code get_columns(ff_journal *journal, ff_arena *arena, int64_t recording,
                           const char *text, ff_series *series, ff_error *error) {
    ff_code code = get_series_rows(journal, recording, series, error);
    if (code != FF_OK || series->rows == 0) {
        return code;
    }
    ff_sql sql = ff_sql_again(journal, text, error);
    ff_sql_int(&sql, recording);
    while (ff_sql_row(&sql)) {
        get_column(&sql, arena, series);
    }
    if (sql.code == FF_OK && series->time_s == NULL) {
        sql.code = ff_fail(error, FF_ERR_DAMAGED_JOURNAL, journal->path, FF_NO_OFFSET,
                           "the times of a run are missing");
    }
    return ff_sql_end(&sql);
}

#define SELECT_SERIES "SELECT name, row_count, codec, data FROM series WHERE recording_id = ?"

ff_code ff_store_get_track(ff_journal *journal, ff_arena *arena, int64_t recording,
                           ff_series *series, ff_error *error) {
    return get_columns(journal, arena, recording,
                       SELECT_SERIES " AND name IN ('time_s', 'latitude_deg', 'longitude_deg')",
                       series, error);
}

/* ---- lists ---- */

#define WHERE_SHOWN " WHERE root_id IS NULL AND start_s + ifnull(utc_offset_s, 0) BETWEEN ? AND ?"

/* What is read of each run, the figures last. What a list does not show would take a sixth of its
 * instructions. */
typedef struct {
    const char *names;
    int first_figure, figure_count;
} list_columns;

#define WHEN_AND_SPORT "start_s, utc_offset_s, sport, "

static const list_columns columns_of_list[] = {
    [FF_WITH_ALL_PARTS] = {FF_RUN_COLUMNS, FF_RUN_FIRST_FIGURE, FF_FIGURE_COUNT},
    [FF_WITH_PRESSED_LAPS] = {WHEN_AND_SPORT FF_LIST_FIGURE_COLUMNS, 3, FF_LIST_FIGURE_COUNT},
    [FF_WITHOUT_PARTS] = {WHEN_AND_SPORT FF_FIGURE_COLUMNS, 3, FF_FIGURE_COUNT},
};

static void bind_times(ff_sql *sql, const ff_run_filter *filter) {
    ff_sql_int(sql, filter->from_local_s != 0 ? filter->from_local_s : INT64_MIN);
    ff_sql_int(sql, filter->until_local_s != 0 ? filter->until_local_s - 1 : INT64_MAX);
}

/* Room for as many as there can be, taken once: runs are large, and moving them as a list grows
 * takes longer than counting them. Those that are not shown are counted too: they are few, and
 * leaving them out would read every run twice. */
static ff_code make_room(ff_journal *journal, ff_arena *arena, const ff_run_filter *filter,
                         ff_run_list *list, int64_t **leaders, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, "SELECT count(*) FROM run", error);
    size_t room = ff_sql_row(&sql) ? (size_t)ff_sql_get_int(&sql, 0) : 0;
    room = filter->limit > 0 && filter->limit < room ? filter->limit : room;
    ff_code code = ff_sql_end(&sql);
    list->items = ff_arena_room(arena, room, sizeof *list->items);
    *leaders = ff_arena_room(arena, room, sizeof **leaders);
    return code == FF_OK ? ff_arena_check(arena, error) : code;
}

static ff_code list_rows(ff_journal *journal, ff_arena *arena, const ff_run_filter *filter,
                         ff_run_list *list, int64_t **leaders, ff_error *error) {
    ff_code code = make_room(journal, arena, filter, list, leaders, error);
    if (code != FF_OK) {
        return code;
    }
    const list_columns *columns = &columns_of_list[filter->parts];
    const char *text = ff_arena_printf(
        arena, "SELECT %s, id, leader FROM run" WHERE_SHOWN " ORDER BY %s", columns->names,
        filter->newest_first ? "start_s DESC, id DESC" : "start_s, id");
    if (text == NULL) {
        return ff_arena_check(arena, error);
    }
    ff_sql sql = ff_sql_begin(journal, text, error);
    bind_times(&sql, filter);
    while ((filter->limit == 0 || list->count < filter->limit) && ff_sql_row(&sql)) {
        ff_sport sport = (ff_sport)ff_sql_get_name(&sql, SPORT_PLACE, sport_of_name);
        if (filter->sports != 0 && (filter->sports & (1u << sport)) == 0) {
            continue;
        }
        int id_place = columns->first_figure + columns->figure_count;
        (*leaders)[list->count] = ff_sql_get_int(&sql, id_place + 1);
        ff_run *run = &list->items[list->count++];
        if (filter->parts == FF_WITH_ALL_PARTS) {
            ff_store_get_run(&sql, arena, run);
        } else {
            get_numbers(&sql, columns->first_figure, columns->figure_count, run);
        }
        run->id = ff_sql_get_int(&sql, id_place);
    }
    return ff_sql_end(&sql);
}

static ff_code list_parts(ff_journal *journal, ff_arena *arena, ff_run_parts parts,
                          const ff_run_list *list, const int64_t *leaders, ff_error *error) {
    led_runs led = {.items = ff_arena_take(arena, list->count, sizeof *led.items),
                    .count = list->count};
    if (led.items == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < list->count; i++) {
        led.items[i] = (led_run){leaders[i], &list->items[i]};
    }
    return get_parts(journal, arena, parts, &led, error);
}

ff_code ff_journal_runs(ff_journal *journal, ff_arena *arena, const ff_run_filter *filter,
                        ff_run_list *list, ff_error *error) {
    static const ff_run_filter all = {0};
    *list = (ff_run_list){0};
    int64_t *leaders = NULL;
    ff_code code = ff_store_begin_read(journal, error);
    if (code != FF_OK) {
        return code;
    }
    filter = filter != NULL ? filter : &all;
    code = list_rows(journal, arena, filter, list, &leaders, error);
    if (code == FF_OK) {
        code = list_parts(journal, arena, filter->parts, list, leaders, error);
    }
    return ff_store_finish(journal, code, error);
}

static ff_code get_row(ff_journal *journal, ff_arena *arena, int64_t id, ff_run *run,
                       int64_t *leader, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              SELECT_RUN " WHERE id = (SELECT coalesce(root_id, id) FROM run"
                                         " WHERE id = ?)",
                              error);
    ff_sql_int(&sql, id);
    bool there = ff_sql_row(&sql);
    if (there) {
        ff_store_get_run(&sql, arena, run);
        run->id = ff_sql_get_int(&sql, FF_RUN_COLUMN_COUNT);
        *leader = ff_sql_get_int(&sql, LEADER_PLACE);
    }
    ff_code code = ff_sql_end(&sql);
    return code != FF_OK || there ? code
                                  : ff_fail(error, FF_ERR_NOT_FOUND, NULL, FF_NO_OFFSET,
                                            "there is no run %lld", (long long)id);
}

ff_code ff_journal_run(ff_journal *journal, ff_arena *arena, int64_t id, bool with_series,
                       ff_run *run, ff_error *error) {
    int64_t leader = 0;
    ff_run_init(run);
    ff_code code = ff_store_begin_read(journal, error);
    if (code != FF_OK) {
        return code;
    }
    code = get_row(journal, arena, id, run, &leader, error);
    if (code == FF_OK) {
        led_run one = {leader, run};
        led_runs led = {.items = &one, .count = 1};
        code = get_parts(journal, arena, FF_WITH_ALL_PARTS, &led, error);
    }
    if (code == FF_OK && with_series) {
        code = get_columns(journal, arena, leader, SELECT_SERIES, &run->series, error);
    }
    return ff_store_finish(journal, code, error);
}

ff_code ff_journal_count_runs(ff_journal *journal, size_t *count, ff_error *error) {
    int64_t number = 0;
    ff_code code =
        ff_sql_number(journal, "SELECT count(*) FROM run WHERE root_id IS NULL", &number, error);
    *count = (size_t)number;
    return code;
}
