/* The recordings of runs: listing them, and joining and parting runs as the runner says. */
#include "journal/recording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- listing ---- */

/* A recording that stands first in a run which was joined to another has that run's reason. */
#define SELECT_RECORDINGS                                                                          \
    "SELECT r.id, coalesce(home.root_id, home.id), r.id = shown.leader, r.file_damaged, r.source," \
    " r.format, r.title, r.start_s, r.utc_offset_s, r.duration_s, r.distance_m,"                   \
    " coalesce(r.joined_by, home.joined_by), first.source,"                                        \
    " coalesce(r.joined_why, home.joined_why) FROM recording AS r"                                 \
    " JOIN run AS home ON home.id = r.run_id"                                                      \
    " JOIN run AS shown ON shown.id = coalesce(home.root_id, home.id)"                             \
    " LEFT JOIN recording AS first ON first.id = r.joined_to"

ff_code ff_journal_recordings(ff_journal *journal, ff_arena *arena, int64_t run_id,
                              ff_recording_list *list, ff_error *error) {
    *list = (ff_recording_list){0};
    ff_sql sql = ff_sql_begin(journal,
                              SELECT_RECORDINGS " WHERE ?1 = 0 OR shown.id = ?1"
                                                " ORDER BY 2, r.id <> shown.leader, r.id",
                              error);
    ff_sql_int(&sql, ff_store_shown_as(&sql, run_id));
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        list->items[list->count++] = (ff_recording){
            .id = ff_sql_get_int(&sql, 0),
            .run_id = ff_sql_get_int(&sql, 1),
            .leads = ff_sql_get_int(&sql, 2) != 0,
            .damaged = ff_sql_get_int(&sql, 3) != 0,
            .source = ff_sql_get_text(&sql, 4, arena),
            .format = ff_sql_get_text(&sql, 5, arena),
            .title = ff_sql_get_text(&sql, 6, arena),
            .start_s = ff_sql_get_int(&sql, 7),
            .utc_offset_s = (int32_t)ff_sql_get_int(&sql, 8),
            .utc_offset_known = !ff_sql_is_null(&sql, 8),
            .duration_s = ff_sql_get_real(&sql, 9),
            .distance_m = ff_sql_get_real(&sql, 10),
            .joined_by = ff_sql_get_text(&sql, 11, arena),
            .with = ff_sql_get_text(&sql, 12, arena),
            .why = ff_sql_get_text(&sql, 13, arena),
        };
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_likenesses(ff_journal *journal, ff_arena *arena, ff_likeness_list *list,
                              ff_error *error) {
    *list = (ff_likeness_list){0};
    ff_sql sql = ff_sql_begin(
        journal,
        "SELECT coalesce(x.root_id, x.id) AS a, coalesce(y.root_id, y.id) AS b,"
        " likeness.why FROM likeness"
        " JOIN recording AS one ON one.id = likeness.one JOIN run AS x ON x.id = one.run_id"
        " JOIN recording AS other ON other.id = likeness.other JOIN run AS y ON y.id = other.run_id"
        " WHERE a <> b AND NOT EXISTS (SELECT 1 FROM apart WHERE apart.one = likeness.one"
        " AND apart.other = likeness.other)"
        " GROUP BY min(a, b), max(a, b) ORDER BY a, b",
        error);
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        list->items[list->count++] = (ff_likeness){.run_id = ff_sql_get_int(&sql, 0),
                                                   .other_run_id = ff_sql_get_int(&sql, 1),
                                                   .why = ff_sql_get_text(&sql, 2, arena)};
    }
    return ff_sql_end(&sql);
}

/* ---- joining ---- */

static double end_of(const ff_run *run) {
    double s = fmax(run->figures.duration_s, run->figures.elapsed_s);
    return (double)run->start_s + (isnan(s) ? 0 : s);
}

/* One run cannot have been run at two times: of two parts of an outing one would be lost behind the
 * other. */
static ff_code check_together(const ff_run *a, const ff_run *b, ff_error *error) {
    if (a->id == b->id) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET, "they are one run already: %lld",
                       (long long)a->id);
    }
    ff_same_run found;
    ff_same_run_compare(a, b, &found);
    bool overlap = (double)a->start_s < end_of(b) && (double)b->start_s < end_of(a);
    return overlap || a->start_s == b->start_s || found.sameness != FF_RUNS_DIFFER
               ? FF_OK
               : ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                         "run %lld and run %lld were not run at the same time: joined, one would "
                         "be lost behind the other",
                         (long long)a->id, (long long)b->id);
}

static ff_code merge(ff_journal *journal, ff_arena *arena, int64_t run_id, int64_t other_id,
                     int64_t *kept, ff_error *error) {
    ff_run run, other;
    ff_code code = ff_journal_run(journal, arena, run_id, false, &run, error);
    if (code == FF_OK) {
        code = ff_journal_run(journal, arena, other_id, false, &other, error);
    }
    if (code == FF_OK) {
        code = check_together(&run, &other, error);
    }
    if (code == FF_OK) {
        *kept = run.id;
        code = ff_store_set_joined(journal, other.id, run.id, "runner", "you said so", error);
    }
    if (code == FF_OK) {
        code = ff_store_follow(journal, error);
    }
    return code == FF_OK ? ff_store_derive(journal, run.id, error) : code;
}

ff_code ff_journal_merge(ff_journal *journal, int64_t run_id, int64_t other_id, int64_t *kept,
                         ff_error *error) {
    ff_arena scratch;
    ff_code code = ff_store_begin_write(journal, error);
    if (code != FF_OK) {
        return code;
    }
    ff_arena_init(&scratch, journal->allocator);
    code = merge(journal, &scratch, run_id, other_id, kept, error);
    ff_arena_free(&scratch);
    return ff_store_finish(journal, code, error);
}

/* ---- parting ---- */

typedef struct {
    ff_journal *journal;
    ff_arena *arena;
    ff_error *error;
    int64_t root_id;
    int64_t *runs; /* that stand for themselves in the end, the first being root_id */
    size_t count;
} parting;

static ff_code note_run(parting *p, int64_t run_id) {
    p->runs = ff_store_room(p->arena, p->runs, p->count, sizeof *p->runs);
    if (p->runs == NULL) {
        return ff_arena_check(p->arena, p->error);
    }
    p->runs[p->count++] = run_id;
    return FF_OK;
}

/* The runs that the runner joined to it directly: each takes with it what is joined to itself. */
static ff_code find_merged(parting *p) {
    ff_sql sql = ff_sql_begin(p->journal,
                              "SELECT id FROM run WHERE joined_into = ? AND joined_by = 'runner'"
                              " ORDER BY id",
                              p->error);
    ff_sql_int(&sql, p->root_id);
    while (ff_sql_row(&sql)) {
        ff_code code = note_run(p, ff_sql_get_int(&sql, 0));
        sql.code = code != FF_OK ? code : sql.code;
    }
    return ff_sql_end(&sql);
}

static ff_code put_apart(parting *p, const ff_member *a, const ff_member *b) {
    ff_sql sql = ff_sql_again(p->journal, "INSERT OR IGNORE INTO apart VALUES (?, ?)", p->error);
    ff_sql_int(&sql, a->id < b->id ? a->id : b->id);
    ff_sql_int(&sql, a->id < b->id ? b->id : a->id);
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

/* Gives a recording a run of its own: the one it founded, or a new one. */
static ff_code stand_alone(parting *p, const ff_member *member) {
    int64_t run_id = member->founded;
    ff_code code = FF_OK;
    if (run_id == 0) {
        code = ff_store_new_run(p->journal, &member->run, &run_id, p->error);
        code =
            code == FF_OK ? ff_store_set_founded(p->journal, member->id, run_id, p->error) : code;
    } else if (run_id != p->root_id) {
        code = ff_store_set_joined(p->journal, run_id, 0, NULL, NULL, p->error);
    }
    if (code == FF_OK) {
        code = ff_store_move(p->journal, member->id, run_id, 0, NULL, p->error);
    }
    return code == FF_OK && run_id != p->root_id ? note_run(p, run_id) : code;
}

static ff_code part_recordings(parting *p) {
    ff_member_list members;
    ff_code code = ff_store_get_members(p->journal, p->arena,
                                        FF_SELECT_MEMBERS
                                        " WHERE run_id = ?1"
                                        " OR run_id IN (SELECT id FROM run WHERE root_id = ?1)"
                                        " ORDER BY recording.id",
                                        &p->root_id, 1, &members, p->error);
    if (code == FF_OK && members.count < 2) {
        code = ff_fail(p->error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                       "run %lld has one recording only: there is nothing to take apart",
                       (long long)p->root_id);
    }
    for (size_t i = 0; i < members.count && code == FF_OK; i++) {
        for (size_t k = 0; k < i && code == FF_OK; k++) {
            code = put_apart(p, &members.items[k], &members.items[i]);
        }
        code = code == FF_OK ? stand_alone(p, &members.items[i]) : code;
    }
    return code;
}

static ff_code part(parting *p) {
    ff_code code = find_merged(p);
    if (code == FF_OK && p->count > 1) {
        for (size_t i = 1; i < p->count && code == FF_OK; i++) {
            code = ff_store_set_joined(p->journal, p->runs[i], 0, NULL, NULL, p->error);
        }
    } else if (code == FF_OK) {
        code = part_recordings(p);
    }
    if (code == FF_OK) {
        code = ff_store_follow(p->journal, p->error);
    }
    for (size_t i = 0; i < p->count && code == FF_OK; i++) {
        code = ff_store_derive(p->journal, p->runs[i], p->error);
    }
    return code;
}

ff_code ff_journal_part(ff_journal *journal, ff_arena *arena, int64_t run_id, int64_t **runs,
                        size_t *count, ff_error *error) {
    ff_run run;
    parting p = {.journal = journal, .arena = arena, .error = error};
    ff_code code = ff_store_begin_write(journal, error);
    if (code != FF_OK) {
        return code;
    }
    code = ff_journal_run(journal, arena, run_id, false, &run, error);
    if (code == FF_OK) {
        p.root_id = run.id;
        code = note_run(&p, run.id);
    }
    if (code == FF_OK) {
        code = part(&p);
    }
    code = ff_store_finish(journal, code, error);
    *runs = code == FF_OK ? p.runs : NULL;
    *count = code == FF_OK ? p.count : 0;
    return code;
}
