#include "measure/course.h"

#include "base/civil.h"
#include "base/number.h"
#include "measure/beginning.h"
#include "measure/told.h"

#include <math.h>
#include <string.h>

#define DAY_S INT64_C(86400)

typedef struct {
    ff_arena *arena;
    const ff_logged_run_list *runs;
    ff_beginning began;
} course;

static ff_finding finding(const course *c, const char *id, const char *value, const char *from) {
    return ff_watch_finding(id, value, from, c->began.began_s);
}

static const char *date_of(const course *c, int64_t local_s) {
    char date[FF_ISO_SIZE];
    ff_iso_date(local_s, date);
    return ff_arena_copy(c->arena, date);
}

/* ---- how often ---- */

static ff_finding how_often(const course *c) {
    size_t all = 0, said = 0, numb = 0;
    for (size_t i = 0; i < c->runs->count; i++) {
        const ff_logged_run *run = &c->runs->items[i];
        if (c->began.run != NULL && run->run->start_s >= c->began.began_s &&
            run->change_count == 0) {
            all++;
            said += run->onset != NULL;
            numb += ff_is_numb(run);
        }
    }
    if (said < FF_COURSE_LEAST_RUNS || 10 * said < 7 * all) {
        return finding(
            c, "how_often", NULL,
            "it takes 5 runs since it began, and to have said of 7 in 10 whether it came");
    }
    const char *level = numb <= 2 ? "once" : 2 * numb >= said ? "most" : "some";
    return finding(
        c, "how_often", level,
        ff_arena_printf(c->arena, "numb in %zu of the %zu runs since it began", numb, said));
}

/* ---- after a break ---- */

/* The end of the last break in the weeks before it began; NULL: none. */
static const ff_logged_run *back_from_break(const course *c) {
    const ff_logged_run *back = NULL;
    for (size_t i = 1; i < c->runs->count; i++) {
        int64_t start_s = c->runs->items[i].run->start_s;
        int64_t gap_s = start_s - c->runs->items[i - 1].run->start_s;
        int64_t before_s = c->began.began_s - start_s;
        if (gap_s >= FF_COURSE_BREAK_DAYS * DAY_S && before_s >= 0 &&
            before_s <= FF_COURSE_BACK_DAYS * DAY_S) {
            back = &c->runs->items[i];
        }
    }
    return back;
}

static ff_finding new_runner(const course *c) {
    if (c->began.why_not != NULL) {
        return finding(c, "new_runner", NULL, c->began.why_not);
    }
    const ff_logged_run *back = back_from_break(c);
    if (back != NULL) {
        return finding(c, "new_runner", "yes",
                       ff_arena_printf(c->arena,
                                       "no run in the 4 weeks before %s, and numb soon after",
                                       date_of(c, ff_run_local_start_s(back->run))));
    }
    int64_t known_s = c->began.began_s - c->runs->items[0].run->start_s;
    if (known_s < (FF_COURSE_BREAK_DAYS + FF_COURSE_BACK_DAYS) * DAY_S) {
        return finding(
            c, "new_runner", NULL,
            "your runs begin less than 10 weeks before it: they do not tell what was before");
    }
    return finding(c, "new_runner", "no",
                   "your runs reach back 10 weeks, and in the last 6 none ended a break of 4");
}

/* ---- new gear ---- */

/* The name of its shoe, or of other gear; NULL: not said. */
static const char *own_name(const ff_logged_run *logged, int kind) {
    return kind < 0 ? logged->shoe : logged->gear[kind];
}

static const ff_logged_run *first_with(const course *c, int kind, const char *name) {
    for (size_t i = 0; i < c->runs->count; i++) {
        const char *other = own_name(&c->runs->items[i], kind);
        if (other != NULL && strcmp(other, name) == 0) {
            return &c->runs->items[i];
        }
    }
    return NULL;
}

/* The first run with it where that came soon before it began, and late enough after the first run
 * of all; else NULL. *known: it is said what it was. */
static const ff_logged_run *new_of_kind(const course *c, int kind, bool *known) {
    const char *name = own_name(c->began.run, kind);
    const ff_logged_run *first = name != NULL ? first_with(c, kind, name) : NULL;
    *known = first != NULL;
    if (first == NULL) {
        return NULL;
    }
    int64_t worn_s = c->began.began_s - first->run->start_s;
    int64_t before_s = first->run->start_s - c->runs->items[0].run->start_s;
    bool is_new = worn_s <= FF_COURSE_GEAR_DAYS * DAY_S && before_s >= FF_COURSE_GEAR_DAYS * DAY_S;
    *known = is_new || worn_s > FF_COURSE_GEAR_DAYS * DAY_S;
    return is_new ? first : NULL;
}

static ff_finding new_gear(const course *c) {
    if (c->began.why_not != NULL) {
        return finding(c, "new_gear", NULL, c->began.why_not);
    }
    bool all_known = true;
    for (int kind = -1; kind < FF_GEAR_COUNT; kind++) {
        bool known;
        const ff_logged_run *first = new_of_kind(c, kind, &known);
        all_known = all_known && known;
        if (first != NULL) {
            /* With its kind: a name may be no more than "none". */
            return finding(
                c, "new_gear", "yes",
                ff_arena_printf(c->arena, "%s %s was first run in on %s, in run %lld",
                                kind < 0 ? "shoe" : ff_gear_kind_name((ff_gear_kind)kind),
                                own_name(first, kind), date_of(c, ff_run_local_start_s(first->run)),
                                (long long)first->run->id));
        }
    }
    return all_known ? finding(c, "new_gear", "no", "shoe, insole, sock and lacing were not new")
                     : finding(c, "new_gear", NULL,
                               "nothing is known to have been new, and not of all of shoe, insole, "
                               "sock and lacing is it known");
}

ff_code ff_course_of(ff_arena *arena, const ff_logged_run_list *runs, ff_finding_list *findings,
                     ff_error *error) {
    course c = {arena, runs, ff_beginning_of(runs->items, runs->count)};
    ff_finding *items = ff_arena_take(arena, 3, sizeof *items);
    *findings = (ff_finding_list){items, 0};
    if (items == NULL) {
        return ff_arena_check(arena, error);
    }
    items[0] = how_often(&c);
    items[1] = new_runner(&c);
    items[2] = new_gear(&c);
    findings->count = 3;
    return ff_arena_check(arena, error);
}
