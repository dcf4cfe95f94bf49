/* What a run is, put together from its recordings: one of them leads, and what it lacks is taken
 * from the others where that is honest. */
#include "journal/recording.h"
#include "journal/run_columns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- which leads ---- */

static int format_rank(const char *format) {
    static const char *const ranked[] = {"FIT", "Apple Health", "TCX",
                                         "GPX", "Strava list",  "Garmin list"};
    int count = (int)(sizeof ranked / sizeof *ranked);
    for (int i = 0; i < count && format != NULL; i++) {
        if (strcmp(format, ranked[i]) == 0) {
            return i;
        }
    }
    return count;
}

static bool is_list(const char *format) {
    return format != NULL && strstr(format, " list") != NULL;
}

/* Apple Health is told of one run by the watch that recorded it, and by apps that copy it. */
static bool is_copied(const ff_run *run) {
    const char *product = run->device.product;
    return format_rank(run->format) == format_rank("Apple Health") &&
           (product == NULL || strstr(product, "Watch") == NULL);
}

/* The greater first; NAN last. */
static int greater_first(double a, double b) {
    return isnan(a) || isnan(b) ? isnan(a) - isnan(b) : (a < b) - (a > b);
}

int ff_member_order(const ff_member *a, const ff_member *b) {
    int order = (a->rows == 0) - (b->rows == 0);
    if (order == 0) {
        order = (int)a->damaged - (int)b->damaged;
    }
    if (order == 0) {
        order = format_rank(a->run.format) - format_rank(b->run.format);
    }
    if (order == 0) {
        order = (int)is_copied(&a->run) - (int)is_copied(&b->run);
    }
    if (order == 0) {
        order = (a->rows < b->rows) - (a->rows > b->rows);
    }
    if (order == 0) {
        order = greater_first(a->run.figures.duration_s, b->run.figures.duration_s);
    }
    if (order == 0) {
        order = (a->run.start_s > b->run.start_s) - (a->run.start_s < b->run.start_s);
    }
    if (order == 0) {
        order = strcmp(a->sha256, b->sha256);
    }
    return order != 0 ? order : (a->file_index > b->file_index) - (a->file_index < b->file_index);
}

static int by_lead(const void *a, const void *b) {
    return ff_member_order(a, b);
}

/* Whose words count: the lists of an account hold what the runner wrote last, Strava's before
 * Garmin's, which makes titles of its own, and of one service that which came last; of files, the
 * other way round than for figures: a watch knows no titles. */
static int by_words(const void *a, const void *b) {
    const ff_member *x = a, *y = b;
    bool list = is_list(x->run.format), other_list = is_list(y->run.format);
    if (list != other_list) {
        return (int)other_list - (int)list;
    }
    int order = format_rank(y->run.format) - format_rank(x->run.format);
    if (list) {
        order = order != 0 ? -order : (x->id < y->id) - (x->id > y->id);
    }
    return order != 0 ? order : ff_member_order(x, y);
}

/* ---- what is filled in ---- */

static void fill_figure(double *figure, double other) {
    if (isnan(*figure)) {
        *figure = other;
    }
}

/* What stands for itself, and means the same whoever measured it. Not filled in: durations, speed
 * and moving time, which would contradict the leader's own; power and the running dynamics, which
 * each maker measures in a way of its own, so that figures of two makers would stand under the name
 * of one device. */
static void fill_figures(ff_run_figures *run, const ff_run_figures *other) {
    fill_figure(&run->distance_m, other->distance_m);
    fill_figure(&run->ascent_m, other->ascent_m);
    fill_figure(&run->descent_m, other->descent_m);
    fill_figure(&run->cadence_spm, other->cadence_spm);
    fill_figure(&run->heart_rate_bpm, other->heart_rate_bpm);
    fill_figure(&run->temperature_c, other->temperature_c);
    fill_figure(&run->outdoor_temperature_c, other->outdoor_temperature_c);
    fill_figure(&run->steps, other->steps);
    fill_figure(&run->effort, other->effort);
    fill_figure(&run->feel, other->feel);
}

/* The offset of a recording whose clock was off by a time zone is as wrong as its clock. */
#define SAME_CLOCK_S 90

static void fill_from(ff_run *run, const ff_run *other) {
    fill_figures(&run->figures, &other->figures);
    int64_t apart_s = other->start_s - run->start_s;
    bool same_clock = apart_s <= SAME_CLOCK_S && apart_s >= -SAME_CLOCK_S;
    if (!run->utc_offset_known && other->utc_offset_known && same_clock) {
        run->utc_offset_known = true;
        run->utc_offset_s = other->utc_offset_s;
    }
    if (run->sport == FF_SPORT_UNKNOWN) {
        run->sport = other->sport;
    }
    if (run->sport_detail == NULL) {
        run->sport_detail = other->sport_detail;
    }
}

/* ---- shoes ---- */

static ff_code forget_shoe(ff_journal *journal, int64_t root_id, ff_error *error) {
    ff_sql sql = ff_sql_again(journal,
                              "DELETE FROM run_shoe WHERE recording_id IS NOT NULL AND"
                              " (run_id = ?1 OR run_id IN (SELECT id FROM run WHERE root_id = ?1))",
                              error);
    ff_sql_int(&sql, root_id);
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

/* What an export says of the shoe, unless the runner said something. */
static ff_code put_shoe(ff_journal *journal, int64_t root_id, const ff_member *told,
                        ff_error *error) {
    ff_code code = ff_journal_put_shoe(journal, told->run.shoe, false, 0, error);
    if (code != FF_OK) {
        return code;
    }
    ff_sql sql = ff_sql_again(journal,
                              "INSERT OR IGNORE INTO run_shoe (run_id, shoe_id, said_by, said_at_s,"
                              " recording_id) VALUES (?, (SELECT id FROM shoe WHERE name = ?), ?,"
                              " ?, ?)",
                              error);
    ff_sql_int(&sql, root_id);
    ff_sql_text(&sql, told->run.shoe);
    ff_sql_text(&sql, ff_store_words(told->run.format));
    ff_sql_int(&sql, ff_context_now(journal->context));
    ff_sql_int(&sql, told->id);
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

/* ---- the run ---- */

static void fill_words(ff_run *run, ff_member_list *members, const ff_member **shoe) {
    qsort(members->items, members->count, sizeof *members->items, by_words);
    run->title = run->comment = NULL;
    *shoe = NULL;
    for (size_t i = 0; i < members->count; i++) {
        const ff_member *member = &members->items[i];
        run->title = run->title == NULL ? member->run.title : run->title;
        run->comment = run->comment == NULL ? member->run.comment : run->comment;
        bool told = member->run.shoe != NULL && member->run.shoe[0] != '\0';
        *shoe = *shoe == NULL && told ? member : *shoe;
    }
}

static ff_code update_run(ff_journal *journal, int64_t root_id, const ff_run *run, int64_t leader,
                          size_t rows, ff_error *error) {
    ff_sql sql = ff_sql_again(journal,
                              "UPDATE run SET (" FF_RUN_COLUMNS ", leader) = (" FF_RUN_PARAMETERS
                              ", ?) WHERE id = ?",
                              error);
    ff_store_bind_run(&sql, run, rows);
    ff_sql_int(&sql, leader);
    return ff_store_change_end(&sql, root_id, "run");
}

static ff_code derive(ff_journal *journal, ff_arena *arena, int64_t root_id, ff_error *error) {
    ff_member_list members;
    ff_code code = ff_store_get_members(journal, arena,
                                        FF_SELECT_MEMBERS
                                        " WHERE run_id = ?1"
                                        " OR run_id IN (SELECT id FROM run WHERE root_id = ?1)",
                                        &root_id, 1, &members, error);
    if (code != FF_OK) {
        return code;
    }
    if (members.count == 0) {
        return ff_fail(error, FF_ERR_DAMAGED_JOURNAL, journal->path, FF_NO_OFFSET,
                       "run %lld has no recording", (long long)root_id);
    }
    qsort(members.items, members.count, sizeof *members.items, by_lead);
    ff_run run = members.items[0].run;
    int64_t leader = members.items[0].id;
    size_t rows = members.items[0].rows;
    for (size_t i = 1; i < members.count; i++) {
        fill_from(&run, &members.items[i].run);
    }
    const ff_member *shoe;
    fill_words(&run, &members, &shoe);
    code = update_run(journal, root_id, &run, leader, rows, error);
    if (code == FF_OK) {
        code = forget_shoe(journal, root_id, error);
    }
    return code == FF_OK && shoe != NULL ? put_shoe(journal, root_id, shoe, error) : code;
}

ff_code ff_store_derive(ff_journal *journal, int64_t root_id, ff_error *error) {
    ff_arena scratch;
    ff_arena_init(&scratch, journal->allocator);
    ff_code code = derive(journal, &scratch, root_id, error);
    ff_arena_free(&scratch);
    return code;
}
