/* Which recordings are one run.
 *
 * A new recording is put beside those around it in time. It and every recording that the rule may
 * now see in another light are sorted out anew, the best first: each goes to the run that holds the
 * one it is nearest to, or founds a run. So the outcome is the same in whatever order they came.
 * A run keeps its number with the recording that founded it. */
#include "journal/recording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- reading recordings ---- */

static void get_member(ff_sql *sql, ff_arena *arena, ff_member *member) {
    *member = (ff_member){0};
    ff_store_get_run(sql, arena, &member->run);
    member->rows = (size_t)ff_sql_get_int(sql, 10); /* series_rows in FF_RUN_COLUMNS */
    int c = FF_RUN_COLUMN_COUNT;
    member->id = ff_sql_get_int(sql, c);
    member->run_id = ff_sql_get_int(sql, c + 1);
    member->founded = ff_sql_get_int(sql, c + 2); /* NULL gives 0, here and below */
    member->joined_to = ff_sql_get_int(sql, c + 3);
    member->named = ff_sql_get_int(sql, c + 4) != 0;
    member->damaged = ff_sql_get_int(sql, c + 5) != 0;
    member->sha256 = ff_sql_get_text(sql, c + 6, arena);
    member->file_index = ff_sql_get_int(sql, c + 7);
    member->run.shoe = ff_sql_get_text(sql, c + 8, arena);
    member->joined_why = ff_sql_get_text(sql, c + 9, arena);
}

ff_code ff_store_get_members(ff_journal *journal, ff_arena *arena, const char *text,
                             const int64_t *numbers, size_t number_count, ff_member_list *list,
                             ff_error *error) {
    *list = (ff_member_list){0};
    ff_sql sql = ff_sql_again(journal, text, error);
    for (size_t i = 0; i < number_count; i++) {
        ff_sql_int(&sql, numbers[i]);
    }
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        if (ff_sql_no_room(&sql, arena)) {
            break;
        }
        get_member(&sql, arena, &list->items[list->count++]);
    }
    for (size_t i = 0; i < list->count && sql.code == FF_OK; i++) {
        list->items[i].root_id = ff_store_shown_as(&sql, list->items[i].run_id);
    }
    return ff_sql_end(&sql);
}

/* ---- two of them ---- */

static double seconds_of(const ff_run *run) {
    double s = fmax(run->figures.duration_s, run->figures.elapsed_s); /* leaves NAN out */
    return isnan(s) ? 0 : s;
}

static bool same_words(const char *a, const char *b) {
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* No name or number of the device says that it is another. */
static bool same_device(const ff_device *a, const ff_device *b) {
    return (a->maker == NULL || b->maker == NULL || strcmp(a->maker, b->maker) == 0) &&
           (a->product == NULL || b->product == NULL || strcmp(a->product, b->product) == 0) &&
           (a->serial == NULL || b->serial == NULL || strcmp(a->serial, b->serial) == 0);
}

/* A recording of a device and what a copy of its file kept of it begin in the same second. */
static bool same_beginning(const ff_member *a, const ff_member *b) {
    return a->run.start_s == b->run.start_s && a->run.sport == b->run.sport &&
           same_words(a->run.format, b->run.format) && same_device(&a->run.device, &b->run.device);
}

static double duration_or_zero(const ff_member *member) {
    double s = member->run.figures.duration_s; /* broken off before it said one */
    return isnan(s) ? 0 : s;
}

/* Whether a is a damaged copy of b, and no better. */
static bool lesser_copy(const ff_member *a, const ff_member *b) {
    double longer_s = duration_or_zero(a) - duration_or_zero(b);
    return a->damaged && same_beginning(a, b) && longer_s <= 1 &&
           (longer_s < -1 || !b->damaged || a->rows <= b->rows);
}

static ff_code taken_apart(const ff_joining *j, const ff_member *a, const ff_member *b,
                           bool *apart) {
    ff_sql sql =
        ff_sql_again(j->journal, "SELECT 1 FROM apart WHERE one = ? AND other = ?", j->error);
    ff_sql_int(&sql, a->id < b->id ? a->id : b->id);
    ff_sql_int(&sql, a->id < b->id ? b->id : a->id);
    *apart = ff_sql_row(&sql);
    return ff_sql_end(&sql);
}

static ff_code load_track(const ff_joining *j, ff_member *member) {
    if (member->has_track || member->rows == 0) {
        return FF_OK;
    }
    member->has_track = true;
    return ff_store_get_track(j->journal, j->arena, member->id, &member->run.series, j->error);
}

/* What stands in no track cannot make them one, so that it need not be unpacked. */
static bool worth_tracks(const ff_member *a, const ff_member *b) {
    ff_same_run rough;
    ff_run x = a->run, y = b->run;
    x.series = y.series = (ff_series){0};
    int64_t apart_s = x.start_s - y.start_s;
    ff_same_run_compare(&x, &y, &rough);
    /* A time zone apart, a track speaks where the figures do not. */
    return a->rows > 0 && b->rows > 0 &&
           (rough.sameness != FF_RUNS_DIFFER || apart_s > 600 || apart_s < -600);
}

ff_code ff_store_compare(const ff_joining *j, ff_member *a, ff_member *b, ff_same_run *result) {
    bool apart = false;
    *result = (ff_same_run){.sameness = FF_RUNS_DIFFER, .barred = true};
    ff_code code = a->id != 0 && b->id != 0 ? taken_apart(j, a, b, &apart) : FF_OK;
    if (code != FF_OK || apart) {
        return code;
    }
    if (lesser_copy(a, b) || lesser_copy(b, a)) {
        *result = (ff_same_run){.sameness = FF_RUNS_ARE_ONE,
                                .why = "same start, and one is a damaged copy of the other"};
        return FF_OK;
    }
    if (worth_tracks(a, b)) {
        code = load_track(j, a);
        code = code == FF_OK ? load_track(j, b) : code;
    }
    if (code == FF_OK) {
        ff_same_run_compare(&a->run, &b->run, result);
    }
    return code;
}

/* ---- copies, which are not kept ---- */

static bool adds_text(const char *text, const char *known) {
    return text != NULL && text[0] != '\0' && !same_words(text, known);
}

static bool adds_figure(double figure, double known) {
    return !isnan(figure) && isnan(known);
}

/* Whether a says nothing that b, the same recording from another file, does not say. */
static bool only_copy(const ff_member *a, const ff_member *b) {
    if (!same_beginning(a, b)) {
        return false;
    }
    if (lesser_copy(a, b)) {
        return true;
    }
    double apart_m = fabs(a->run.figures.distance_m - b->run.figures.distance_m);
    return fabs(duration_or_zero(a) - duration_or_zero(b)) <= 1 && !(apart_m > 1) &&
           a->rows <= b->rows && !(b->damaged && !a->damaged) &&
           !adds_text(a->run.title, b->run.title) && !adds_text(a->run.comment, b->run.comment) &&
           !adds_text(a->run.shoe, b->run.shoe) &&
           !adds_figure(a->run.figures.effort, b->run.figures.effort) &&
           !adds_figure(a->run.figures.feel, b->run.figures.feel);
}

/* ---- sorting out ---- */

/* One recording in the sorting: where it goes, and why. */
typedef struct {
    ff_member *member;
    size_t group; /* the place of the best of its group in the order */
    size_t near;  /* the place of the one it is nearest to; its own place when it is the best */
    char why[FF_SAME_RUN_WHY_SIZE];
    int64_t run_id; /* of its group */
} sorted;

typedef struct {
    ff_joining j;
    sorted *items; /* the best first */
    size_t count;
    ff_member *fresh; /* the new recording */
} sorting;

static int by_lead(const void *a, const void *b) {
    return ff_member_order(((const sorted *)a)->member, ((const sorted *)b)->member);
}

/* Finds the group of item i among those of the items before it: that of the nearest it is one with,
 * where no one of the group is known to be another run. */
static ff_code find_group(sorting *s, size_t i) {
    sorted *item = &s->items[i];
    double *nearest = ff_arena_take(s->j.arena, i + 1, sizeof *nearest);
    bool *barred = ff_arena_take(s->j.arena, i + 1, sizeof *barred);
    ff_same_run *found = ff_arena_take(s->j.arena, i + 1, sizeof *found);
    if (nearest == NULL || barred == NULL || found == NULL) {
        return ff_arena_check(s->j.arena, s->j.error);
    }
    for (size_t k = 0; k < i; k++) {
        ff_code code = ff_store_compare(&s->j, s->items[k].member, item->member, &found[k]);
        if (code != FF_OK) {
            return code;
        }
        barred[s->items[k].group] |= found[k].barred;
    }
    item->group = item->near = i;
    for (size_t k = 0; k < i; k++) {
        bool one = found[k].sameness == FF_RUNS_ARE_ONE && !barred[s->items[k].group];
        if (one && (item->near == i || found[k].apart < found[item->near].apart)) {
            item->near = k;
            item->group = s->items[k].group;
            memcpy(item->why, found[k].why, sizeof item->why);
        }
    }
    return FF_OK;
}

/* The number of each group: the oldest of the runs that one of it founded; 0: a new one. */
static void number_groups(sorting *s) {
    for (size_t i = 0; i < s->count; i++) {
        sorted *best = &s->items[s->items[i].group];
        int64_t founded = s->items[i].member->founded;
        if (founded != 0 && (best->run_id == 0 || founded < best->run_id)) {
            best->run_id = founded;
        }
    }
}

ff_code ff_store_set_founded(ff_journal *journal, int64_t recording, int64_t run_id,
                             ff_error *error) {
    ff_sql sql = ff_sql_again(journal, "UPDATE recording SET founded = ? WHERE id = ?", error);
    ff_sql_int(&sql, run_id);
    return ff_store_change_end(&sql, recording, "recording");
}

/* A group without a founder gets a run, and its best is the founder from now on. */
static ff_code make_runs(sorting *s) {
    ff_code code = FF_OK;
    for (size_t i = 0; i < s->count && code == FF_OK; i++) {
        sorted *item = &s->items[i];
        if (item->group == i && item->run_id == 0) {
            code = ff_store_new_run(s->j.journal, &item->member->run, &item->run_id, s->j.error);
            if (code == FF_OK && item->member != s->fresh) {
                code =
                    ff_store_set_founded(s->j.journal, item->member->id, item->run_id, s->j.error);
            }
            item->member->founded = item->run_id;
        }
        item->run_id = s->items[item->group].run_id;
    }
    return code;
}

ff_code ff_store_move(ff_journal *journal, int64_t recording, int64_t run_id, int64_t joined_to,
                      const char *why, ff_error *error) {
    ff_sql sql = ff_sql_again(journal,
                              "UPDATE recording SET (run_id, joined_to, joined_by, joined_why) ="
                              " (?, ?, ?, ?) WHERE id = ?",
                              error);
    ff_sql_int(&sql, run_id);
    if (joined_to != 0) {
        ff_sql_int(&sql, joined_to);
    } else {
        ff_sql_null(&sql);
    }
    ff_sql_text(&sql, joined_to != 0 ? "rule" : NULL);
    ff_sql_text(&sql, joined_to != 0 ? why : NULL);
    return ff_store_change_end(&sql, recording, "recording");
}

/* Moves the stored recordings whose run or reason changed. */
static ff_code move_stored(sorting *s) {
    ff_code code = FF_OK;
    for (size_t i = 0; i < s->count && code == FF_OK; i++) {
        const sorted *item = &s->items[i];
        const ff_member *member = item->member;
        int64_t to = item->near != i ? s->items[item->near].member->id : 0;
        const char *why = to != 0 ? item->why : NULL;
        bool stays = member->run_id == item->run_id && member->joined_to == to &&
                     same_words(member->joined_why, why);
        if (member != s->fresh && !stays) {
            code = ff_store_move(s->j.journal, member->id, item->run_id, to, why, s->j.error);
        }
    }
    return code;
}

ff_code ff_store_set_joined(ff_journal *journal, int64_t run_id, int64_t into, const char *by,
                            const char *why, ff_error *error) {
    ff_sql sql = ff_sql_again(journal,
                              "UPDATE run SET (joined_into, root_id, joined_by, joined_why) ="
                              " (?1, ?1, ?2, ?3) WHERE id = ?4",
                              error);
    if (into != 0) {
        ff_sql_int(&sql, into);
    } else {
        ff_sql_null(&sql);
    }
    ff_sql_text(&sql, by);
    ff_sql_text(&sql, why);
    return ff_store_change_end(&sql, run_id, "run");
}

ff_code ff_store_follow(ff_journal *journal, ff_error *error) {
    /* UNION, not UNION ALL: a ring, which only a damaged journal holds, ends. */
    return ff_sql_do(journal,
                     "UPDATE run SET root_id = coalesce((WITH RECURSIVE up (id, into_id) AS ("
                     " SELECT id, joined_into FROM run AS first WHERE first.id = run.joined_into"
                     " UNION SELECT above.id, above.joined_into FROM run AS above"
                     " JOIN up ON above.id = up.into_id)"
                     " SELECT id FROM up WHERE into_id IS NULL), joined_into)"
                     " WHERE joined_into IS NOT NULL",
                     error);
}

static ff_code joined_by_rule(ff_journal *journal, int64_t run_id, int64_t *into, bool *by_rule,
                              ff_error *error) {
    ff_sql sql = ff_sql_again(
        journal, "SELECT joined_into, joined_by IS 'rule' FROM run WHERE id = ?", error);
    ff_sql_int(&sql, run_id);
    bool there = ff_sql_row(&sql);
    *into = there ? ff_sql_get_int(&sql, 0) : 0;
    *by_rule = there && ff_sql_get_int(&sql, 1) != 0;
    return ff_sql_end(&sql);
}

/* A run whose founder went to another is shown as that one; one whose founder came back stands for
 * itself again. What the runner joined stays as the runner said. */
static ff_code join_founded(sorting *s, bool *changed) {
    ff_code code = FF_OK;
    for (size_t i = 0; i < s->count && code == FF_OK; i++) {
        const sorted *item = &s->items[i];
        int64_t run_id = item->member->founded, into;
        bool by_rule;
        if (run_id == 0 || item->member == s->fresh) {
            continue;
        }
        code = joined_by_rule(s->j.journal, run_id, &into, &by_rule, s->j.error);
        int64_t wanted = item->run_id != run_id ? item->run_id : 0;
        if (code != FF_OK || (into != 0 && !by_rule) || into == wanted) {
            continue;
        }
        ff_sql root = {.journal = s->j.journal, .error = s->j.error};
        if (wanted != 0 && ff_store_shown_as(&root, wanted) == run_id) {
            continue; /* the runner joined them the other way round */
        }
        code = root.code != FF_OK
                   ? root.code
                   : ff_store_set_joined(s->j.journal, run_id, wanted, wanted != 0 ? "rule" : NULL,
                                         wanted != 0 ? item->why : NULL, s->j.error);
        *changed = true;
    }
    return code == FF_OK && *changed ? ff_store_follow(s->j.journal, s->j.error) : code;
}

/* Puts together anew every shown run that a recording left or came to. */
static ff_code derive_all(sorting *s) {
    size_t room = 2 * s->count, count = 0;
    int64_t *done = ff_arena_take(s->j.arena, room, sizeof *done);
    ff_sql look = {.journal = s->j.journal, .error = s->j.error};
    ff_code code = done != NULL ? FF_OK : ff_arena_check(s->j.arena, s->j.error);
    for (size_t i = 0; done != NULL && i < room && code == FF_OK; i++) {
        const sorted *item = &s->items[i / 2];
        int64_t run_id = i % 2 == 0 ? item->run_id : item->member->run_id;
        int64_t root = ff_store_shown_as(&look, run_id);
        bool known = run_id == 0;
        for (size_t k = 0; k < count && !known; k++) {
            known = done[k] == root;
        }
        code = look.code;
        if (code == FF_OK && !known) {
            done[count++] = root;
            code = ff_store_derive(s->j.journal, root, s->j.error);
        }
    }
    return code;
}

/* ---- the new recording ---- */

/* How it came to be with the others, for the log. */
static void tell(const sorting *s, ff_import_run *put) {
    const sorted *own = &s->items[0]; /* it is among them */
    for (size_t i = 0; i < s->count; i++) {
        own = s->items[i].member == s->fresh ? &s->items[i] : own;
    }
    put->run_id = own->run_id;
    put->how = FF_IMPORT_NEW;
    size_t place = (size_t)(own - s->items);
    for (size_t i = s->count; i-- > 0;) {
        const sorted *other = &s->items[i];
        if (other == own || other->group != own->group) {
            continue;
        }
        bool completes = lesser_copy(other->member, s->fresh);
        if (completes || put->how == FF_IMPORT_NEW) {
            put->how = completes ? FF_IMPORT_COMPLETED : FF_IMPORT_JOINED;
        }
        put->why = other->near == place ? other->why : put->why;
    }
    put->why = own->why[0] != '\0' ? own->why : put->why;
}

static ff_code sort_out(sorting *s, ff_import_run *put, const ff_run *run) {
    ff_code code = FF_OK;
    qsort(s->items, s->count, sizeof *s->items, by_lead);
    for (size_t i = 0; i < s->count && code == FF_OK; i++) {
        code = find_group(s, i);
    }
    if (code != FF_OK) {
        return code;
    }
    number_groups(s);
    code = make_runs(s);
    for (size_t i = 0; i < s->count && code == FF_OK; i++) {
        const sorted *item = &s->items[i];
        if (item->member == s->fresh) {
            s->fresh->run_id = item->run_id;
            s->fresh->joined_to = item->near != i ? s->items[item->near].member->id : 0;
            s->fresh->joined_why = item->near != i ? item->why : NULL;
            code = ff_store_put_recording(s->j.journal, run, s->fresh, s->j.error);
        }
    }
    bool changed = false;
    code = code == FF_OK ? move_stored(s) : code;
    code = code == FF_OK ? join_founded(s, &changed) : code;
    code = code == FF_OK ? derive_all(s) : code;
    tell(s, put);
    return code;
}

/* What looks like the new one, and was not joined with it, is told. */
static ff_code put_likeness(const ff_joining *j, const ff_member *fresh, const ff_member *other,
                            const char *why) {
    ff_sql sql = ff_sql_again(j->journal, "INSERT INTO likeness VALUES (?, ?, ?)", j->error);
    ff_sql_int(&sql, other->id);
    ff_sql_int(&sql, fresh->id);
    ff_sql_text(&sql, why);
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

static ff_code tell_likenesses(const ff_joining *j, ff_arena *arena, const ff_member *fresh,
                               const ff_member_list *around, const ff_same_run *found,
                               ff_import_run *put) {
    ff_sql look = {.journal = j->journal, .error = j->error};
    int64_t own = ff_store_shown_as(&look, fresh->run_id);
    ff_code code = look.code;
    size_t nearest = around->count;
    for (size_t i = 0; i < around->count && code == FF_OK; i++) {
        const ff_member *other = &around->items[i];
        if (found[i].sameness == FF_RUNS_DIFFER || other->root_id == own) {
            continue;
        }
        code = put_likeness(j, fresh, other, found[i].why);
        nearest = nearest == around->count || found[i].apart < found[nearest].apart ? i : nearest;
    }
    if (code == FF_OK && put->how == FF_IMPORT_NEW && nearest < around->count) {
        put->why = ff_arena_printf(arena, "may be one with run %lld: %s",
                                   (long long)around->items[nearest].root_id, found[nearest].why);
    }
    return code == FF_OK ? ff_arena_check(arena, j->error) : code;
}

/* The recordings that may have to do with it: that began at about the same time, or a time zone
 * apart, or overlap it. */
static ff_code get_around(const ff_joining *j, const ff_run *run, ff_member_list *around) {
    const int64_t numbers[] = {run->start_s, FF_SAME_RUN_WINDOW_S, (int64_t)seconds_of(run)};
    return ff_store_get_members(
        j->journal, j->arena,
        FF_SELECT_MEMBERS " WHERE start_s BETWEEN ?1 - ?2 AND ?1 + ?2"
                          " AND (abs(start_s - ?1) <= 90 OR (abs(start_s - ?1) + 2) % 900 <= 4"
                          " OR (start_s < ?1 + ?3 AND"
                          " start_s + max(ifnull(duration_s, 0), ifnull(elapsed_s, 0)) > ?1))"
                          " ORDER BY recording.id",
        numbers, 3, around, j->error);
}

static bool holds(const sorting *s, int64_t recording) {
    for (size_t i = 0; i < s->count; i++) {
        if (s->items[i].member->id == recording) {
            return true;
        }
    }
    return false;
}

/* Adds those of the list that the rule put where they are. */
static ff_code add_all(sorting *s, ff_member_list *list, const ff_same_run *found) {
    for (size_t i = 0; i < list->count; i++) {
        ff_member *member = &list->items[i];
        if (member->named || holds(s, member->id) ||
            (found != NULL && found[i].sameness != FF_RUNS_ARE_ONE)) {
            continue;
        }
        s->items = ff_store_room(s->j.arena, s->items, s->count, sizeof *s->items);
        if (s->items == NULL) {
            return ff_arena_check(s->j.arena, s->j.error);
        }
        s->items[s->count++] = (sorted){.member = member};
    }
    return FF_OK;
}

/* Adds those that member was put with, and those that it is one with: as it may go elsewhere now,
 * they may too. */
static ff_code add_kin(sorting *s, ff_member *member) {
    ff_member_list mates, kin;
    ff_code code = ff_store_get_members(
        s->j.journal, s->j.arena, FF_SELECT_MEMBERS " WHERE run_id = ?1 ORDER BY recording.id",
        &member->run_id, 1, &mates, s->j.error);
    code = code == FF_OK ? add_all(s, &mates, NULL) : code;
    code = code == FF_OK ? get_around(&s->j, &member->run, &kin) : code;
    if (code != FF_OK) {
        return code;
    }
    ff_same_run *found = ff_arena_take(s->j.arena, kin.count, sizeof *found);
    code = found == NULL ? ff_arena_check(s->j.arena, s->j.error) : FF_OK;
    for (size_t i = 0; found != NULL && i < kin.count && code == FF_OK; i++) {
        bool asked = !kin.items[i].named && !holds(s, kin.items[i].id);
        found[i] = (ff_same_run){.sameness = FF_RUNS_DIFFER};
        code = asked ? ff_store_compare(&s->j, member, &kin.items[i], &found[i]) : FF_OK;
    }
    return code == FF_OK ? add_all(s, &kin, found) : code;
}

/* The new one, those it is one with, those that these are one with, and so on: what hangs together
 * is sorted as a whole, so that it comes out the same in whatever order it came. */
static ff_code gather(sorting *s, ff_member_list *around, const ff_same_run *found) {
    s->items = ff_store_room(s->j.arena, NULL, 0, sizeof *s->items);
    if (s->items == NULL) {
        return ff_arena_check(s->j.arena, s->j.error);
    }
    s->items[s->count++] = (sorted){.member = s->fresh};
    ff_code code = add_all(s, around, found);
    for (size_t i = 1; i < s->count && code == FF_OK; i++) {
        code = add_kin(s, s->items[i].member);
    }
    return code;
}

static ff_code compare_all(const ff_joining *j, ff_member *fresh, ff_member_list *around,
                           ff_same_run *found, const ff_member **copied) {
    ff_code code = FF_OK;
    for (size_t i = 0; i < around->count && code == FF_OK && *copied == NULL; i++) {
        ff_member *other = &around->items[i];
        if (only_copy(fresh, other)) {
            *copied = other;
        } else {
            code = ff_store_compare(j, other, fresh, &found[i]);
        }
    }
    return code;
}

/* A list says which file the run is in: that is no question of a rule. */
static ff_code put_named(const ff_joining *j, const ff_run *run, ff_member *fresh,
                         int64_t belongs_to, ff_import_run *put) {
    ff_sql sql = ff_sql_again(j->journal, "SELECT leader FROM run WHERE id = ?", j->error);
    int64_t root = ff_store_shown_as(&sql, belongs_to);
    ff_sql_int(&sql, root);
    bool there = ff_sql_row(&sql);
    *fresh = (ff_member){.sha256 = fresh->sha256,
                         .file_index = fresh->file_index,
                         .damaged = fresh->damaged,
                         .run_id = root,
                         .named = true,
                         .joined_to = there ? ff_sql_get_int(&sql, 0) : 0,
                         .joined_why = "the list names its file"};
    ff_code code = ff_sql_end(&sql);
    if (code == FF_OK && !there) {
        code = ff_fail(j->error, FF_ERR_NOT_FOUND, NULL, FF_NO_OFFSET, "there is no run %lld",
                       (long long)belongs_to);
    }
    if (code == FF_OK) {
        code = ff_store_put_recording(j->journal, run, fresh, j->error);
    }
    *put = (ff_import_run){root, FF_IMPORT_JOINED, fresh->joined_why};
    return code == FF_OK ? ff_store_derive(j->journal, root, j->error) : code;
}

static ff_code put_fresh(const ff_joining *j, ff_arena *arena, const ff_run *run, ff_member *fresh,
                         int64_t belongs_to, ff_import_run *put) {
    ff_member_list around;
    ff_code code = get_around(j, run, &around);
    ff_same_run *found = ff_arena_take(j->arena, around.count, sizeof *found);
    const ff_member *copied = NULL;
    if (code == FF_OK && found == NULL) {
        code = ff_fail(j->error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    if (code == FF_OK && found != NULL) {
        code = compare_all(j, fresh, &around, found, &copied);
    }
    if (code != FF_OK || found == NULL) {
        return code;
    }
    if (copied != NULL) {
        *put = (ff_import_run){copied->root_id, FF_IMPORT_SAME_RUN, NULL};
        return FF_OK;
    }
    if (belongs_to != 0) {
        return put_named(j, run, fresh, belongs_to, put);
    }
    sorting s = {.j = *j, .fresh = fresh};
    code = gather(&s, &around, found);
    if (code == FF_OK) {
        code = sort_out(&s, put, run);
    }
    if (code == FF_OK) {
        put->why = ff_arena_copy(arena, put->why);
        code = tell_likenesses(j, arena, fresh, &around, found, put);
    }
    return code;
}

ff_code ff_store_join(ff_journal *journal, ff_arena *arena, const ff_run *run,
                      const ff_member *file, int64_t belongs_to, ff_import_run *put,
                      ff_error *error) {
    ff_arena scratch;
    ff_arena_init(&scratch, journal->allocator);
    ff_joining j = {.journal = journal, .arena = &scratch, .error = error};
    ff_member fresh = *file;
    fresh.run = *run;
    fresh.rows = run->series.rows;
    fresh.has_track = true;
    ff_code code = put_fresh(&j, arena, run, &fresh, belongs_to, put);
    if (code == FF_OK && put->run_id != 0) {
        ff_sql look = {.journal = journal, .error = error};
        put->run_id = ff_store_shown_as(&look, put->run_id);
        code = look.code;
    }
    ff_arena_free(&scratch);
    return code;
}
