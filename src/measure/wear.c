#include "measure/wear.h"

#include "base/number.h"
#include "measure/beginning.h"
#include "measure/told.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DAY_S INT64_C(86400)
/* A shoe whose first run comes so long after the runner's first was new then. Class c. */
#define WHOLE_DAYS  30
#define RECENT_RUNS 10 /* among which the shoe asked about is the one most run in */

/* ---- the list ---- */

static ff_wear *wear_of(ff_arena *arena, ff_wear_list *wear, const char *kind, const char *name) {
    for (size_t i = 0; i < wear->count; i++) {
        ff_wear *w = &wear->items[i];
        if (strcmp(w->kind, kind) == 0 && strcmp(w->name, name) == 0) {
            return w;
        }
    }
    bool full = (wear->count & (wear->count - 1)) == 0; /* room doubles: 1, 2, 4, ... */
    if (full) {
        size_t room = wear->count > 0 ? 2 * wear->count : 1;
        ff_wear *more = ff_arena_grow(arena, wear->items, wear->count, room, sizeof *more);
        if (more == NULL) {
            return NULL;
        }
        wear->items = more;
    }
    ff_wear *made = &wear->items[wear->count++];
    *made = (ff_wear){.kind = kind,
                      .name = name,
                      .median_min = NAN,
                      .median_low_min = NAN,
                      .median_high_min = NAN};
    return made;
}

static void add_run(ff_wear *w, const ff_logged_run *logged, int64_t runner_first_s) {
    if (w->runs == 0) {
        w->first_s = logged->run->start_s;
        w->whole = w->first_s - runner_first_s >= WHOLE_DAYS * DAY_S;
    }
    bool early = w->whole && w->distance_m < 1000 * FF_WEAR_NEW_KM, numb = ff_is_numb(logged);
    w->runs++;
    w->last_s = logged->run->start_s;
    w->said += logged->onset != NULL;
    w->numb += numb;
    w->early_said += early && logged->onset != NULL;
    w->early_numb += early && numb;
    w->distance_m += logged->run->figures.distance_m > 0 ? logged->run->figures.distance_m : 0;
}

#define SHOE "shoe"

/* Of that kind; NULL: not said. */
static const char *name_of_kind(const ff_logged_run *logged, const char *kind) {
    int gear = ff_gear_kind_of_name(kind);
    return strcmp(kind, SHOE) == 0 ? logged->shoe : gear >= 0 ? logged->gear[gear] : NULL;
}

bool ff_wear_has(const ff_wear *wear, const ff_logged_run *logged) {
    const char *name = name_of_kind(logged, wear->kind);
    return name != NULL && strcmp(name, wear->name) == 0;
}

static void add_gear(ff_arena *arena, const ff_logged_run_list *runs, size_t i, const char *kind,
                     ff_wear_list *wear) {
    const ff_logged_run *logged = &runs->items[i];
    const char *name = name_of_kind(logged, kind);
    ff_wear *w = name != NULL ? wear_of(arena, wear, kind, name) : NULL;
    if (w != NULL) {
        add_run(w, logged, runs->items[0].run->start_s);
    }
}

static void add_all_gear(ff_arena *arena, const ff_logged_run_list *runs, size_t i,
                         ff_wear_list *wear) {
    add_gear(arena, runs, i, SHOE, wear);
    for (int kind = 0; kind < FF_GEAR_COUNT; kind++) {
        add_gear(arena, runs, i, ff_gear_kind_name((ff_gear_kind)kind), wear);
    }
}

static const char *band_of(const ff_wear *w) {
    double km = w->distance_m / 1000 + w->km_before;
    if (km > FF_WEAR_OLD_KM) {
        return "old";
    }
    return !w->whole ? NULL : km < FF_WEAR_NEW_KM ? "new" : "mid";
}

/* What the runner told of the shoe: whether it is retired, and how far it had gone before. */
static void take_told(const ff_shoe_list *shoes, ff_wear *w) {
    for (size_t i = 0; i < shoes->count; i++) {
        const ff_shoe *shoe = &shoes->items[i];
        if (strcmp(shoe->name, w->name) == 0) {
            w->retired = shoe->retired_at_s != 0;
            w->km_before = shoe->km_before;
            w->whole = shoe->km_before_known || w->whole;
            if (shoe->km_before >=
                FF_WEAR_NEW_KM) { /* its first kilometres are not among the runs */
                w->early_said = w->early_numb = 0;
            }
        }
    }
}

static int latest_first(const void *a, const void *b) {
    const ff_wear *x = a, *y = b;
    if (x->last_s != y->last_s) {
        return x->last_s > y->last_s ? -1 : 1;
    }
    int kinds = strcmp(x->kind, y->kind);
    return kinds != 0 ? kinds : strcmp(x->name, y->name);
}

/* ---- by turns ---- */

static void set_rotation(const ff_logged_run_list *runs, ff_wear_list *wear) {
    int64_t newest_s = runs->count > 0 ? runs->items[runs->count - 1].run->start_s : 0;
    const char *before = NULL;
    size_t pairs = 0, other = 0;
    for (size_t i = 0; i < runs->count; i++) {
        const ff_logged_run *logged = &runs->items[i];
        wear->no_shoe += logged->shoe == NULL;
        if (logged->shoe == NULL ||
            newest_s - logged->run->start_s > FF_WEAR_ROTATION_DAYS * DAY_S) {
            continue;
        }
        pairs += before != NULL;
        other += before != NULL && strcmp(before, logged->shoe) != 0;
        before = logged->shoe;
    }
    for (size_t i = 0; i < wear->count; i++) {
        wear->rotation += strcmp(wear->items[i].kind, SHOE) == 0 &&
                          newest_s - wear->items[i].last_s <= FF_WEAR_ROTATION_DAYS * DAY_S;
    }
    wear->alternated = pairs > 0 ? (double)other / (double)pairs : NAN;
}

/* ---- findings ---- */

/* The shoe most run in of late. */
static const ff_wear *current(const ff_logged_run_list *runs, const ff_wear_list *wear) {
    const ff_wear *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < wear->count; i++) {
        const ff_wear *w = &wear->items[i];
        size_t in_it = 0;
        for (size_t k = runs->count; k-- > 0 && runs->count - k <= RECENT_RUNS;) {
            const char *shoe = runs->items[k].shoe;
            in_it += strcmp(w->kind, SHOE) == 0 && shoe != NULL && strcmp(shoe, w->name) == 0;
        }
        if (in_it > most) {
            most = in_it;
            best = w;
        }
    }
    return 2 * most >= RECENT_RUNS || (best != NULL && 2 * most > runs->count) ? best : NULL;
}

static ff_finding shoe_km(ff_arena *arena, const ff_logged_run_list *runs,
                          const ff_wear_list *wear) {
    const ff_wear *w = current(runs, wear);
    if (w == NULL) {
        return ff_watch_finding("w_shoe_km", NULL,
                                "of most of the last 10 runs no one shoe is said", 0);
    }
    const char *km = ff_arena_copy(arena, FF_FIXED(w->distance_m / 1000, 0));
    if (w->band == NULL) {
        return ff_watch_finding(
            "w_shoe_km", NULL,
            ff_arena_printf(arena, "%s has %s km in your runs, and may have gone further before",
                            w->name, km),
            w->last_s);
    }
    const char *before =
        w->km_before > 0 ? ff_arena_printf(arena, ", and %s km before", FF_FIXED(w->km_before, 0))
                         : "";
    return ff_watch_finding(
        "w_shoe_km", w->band,
        ff_arena_printf(arena, "%s: %s km in %zu runs%s", w->name, km, w->runs, before), w->last_s);
}

/* Numb in two pairs is not in one only. That it is only in one takes runs that went on as long in
 * others: patterns answer that. */
static ff_finding one_pair(ff_arena *arena, const ff_wear_list *wear) {
    size_t shoes_numb = 0;
    const ff_wear *most = NULL, *next = NULL;
    for (size_t i = 0; i < wear->count; i++) {
        const ff_wear *w = &wear->items[i];
        if (strcmp(w->kind, SHOE) != 0) {
            continue;
        }
        shoes_numb += w->numb >= 2;
        if (most == NULL || w->numb > most->numb) {
            next = most;
            most = w;
        } else if (next == NULL || w->numb > next->numb) {
            next = w;
        }
    }
    if (shoes_numb >= 2 && next != NULL) {
        return ff_watch_finding("one_pair", "no",
                                ff_arena_printf(arena, "numb in %s (%zu runs) and in %s (%zu)",
                                                most->name, most->numb, next->name, next->numb),
                                most->last_s);
    }
    return ff_watch_finding(
        "one_pair", NULL,
        "numb in one pair so far; whether it is the pair takes a comparison of like runs", 0);
}

ff_code ff_wear_of(ff_arena *arena, const ff_logged_run_list *runs, const ff_shoe_list *shoes,
                   ff_wear_list *wear, ff_finding_list *findings, ff_error *error) {
    *wear = (ff_wear_list){.alternated = NAN};
    *findings = (ff_finding_list){ff_arena_take(arena, 2, sizeof *findings->items), 0};
    for (size_t i = 0; i < runs->count && !arena->failed; i++) {
        add_all_gear(arena, runs, i, wear);
    }
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < wear->count; i++) {
        ff_wear *w = &wear->items[i];
        if (strcmp(w->kind, SHOE) == 0) {
            take_told(shoes, w);
            w->band = band_of(w);
        }
    }
    if (wear->count > 0) {
        qsort(wear->items, wear->count, sizeof *wear->items, latest_first);
    }
    set_rotation(runs, wear);
    findings->items[findings->count++] = shoe_km(arena, runs, wear);
    findings->items[findings->count++] = one_pair(arena, wear);
    return ff_arena_check(arena, error);
}
