#include "measure/subject.h"

#include "measure/patterns.h"
#include "measure/told.h"

#include <math.h>
#include <string.h>

#define DAY_S INT64_C(86400)
/* A longer rest rests no better, for what it is compared for. */
#define MOST_REST_DAYS 14.0
/* Where the export tells the weather for nearly all runs, the watch is not needed. */
#define MOSTLY 0.8

static double distance_of(const ff_logged_run *logged) {
    double metres = logged->run->figures.distance_m;
    return metres > 0 ? metres : 0;
}

/* ---- what came before ---- */

static void look_back(const ff_measured_run_list *all, size_t at, ff_subject *s) {
    const ff_logged_run *own = all->items[at].logged;
    int64_t start_s = own->run->start_s;
    double week_m = 0, longest_m = 0;
    s->rest_days = NAN;
    for (size_t i = at; i-- > 0;) {
        const ff_logged_run *before = all->items[i].logged;
        int64_t ago_s = start_s - before->run->start_s;
        if (ago_s > 30 * DAY_S) {
            break;
        }
        if (!ff_is_run(before->run)) {
            continue;
        }
        if (isnan(s->rest_days)) {
            s->rest_days = fmin((double)ago_s / (double)DAY_S, MOST_REST_DAYS);
        }
        week_m += ago_s <= 7 * DAY_S ? distance_of(before) : 0;
        longest_m = fmax(longest_m, distance_of(before));
    }
    int64_t known_s = start_s - all->items[0].logged->run->start_s;
    s->week_km = known_s >= 7 * DAY_S ? week_m / 1000 : NAN;
    s->spike = known_s >= 30 * DAY_S && longest_m > 0 ? distance_of(own) / longest_m : NAN;
    if (isnan(s->rest_days) && known_s >= 30 * DAY_S) {
        s->rest_days = MOST_REST_DAYS;
    }
}

/* The distance run in each shoe so far, as the runs go by. */
typedef struct {
    const char *name;
    double km;
} shoe_way;

typedef struct {
    shoe_way *items;
    size_t count;
} shoe_ways;

static shoe_way *way_of(shoe_ways *ways, const char *name) {
    for (size_t i = 0; i < ways->count; i++) {
        if (strcmp(ways->items[i].name, name) == 0) {
            return &ways->items[i];
        }
    }
    ways->items[ways->count] = (shoe_way){name, 0};
    return &ways->items[ways->count++];
}

/* ---- one subject ---- */

static ff_like_run like_run_of(const ff_logged_run *logged) {
    const ff_onset *onset = logged->onset;
    ff_like_run like = {.id = logged->run->id, .minutes = fmax(ff_run_minutes(logged->run), 0)};
    bool came = onset->kind != FF_ONSET_NONE;
    double at_s = onset->kind == FF_ONSET_EXACT      ? onset->from_s
                  : onset->kind == FF_ONSET_INTERVAL ? (onset->from_s + onset->to_s) / 2
                  : onset->kind == FF_ONSET_AT_START ? 0
                                                     : NAN;
    like.numb = came || onset->coming; /* felt coming: as good as begun at the end */
    like.timed = onset->coming || !isnan(at_s);
    if (came && !isnan(at_s)) {
        like.minutes = fmax(at_s / 60, 0);
    }
    return like;
}

static bool mostly_weather(const ff_subjects *subjects) {
    size_t weather = 0;
    for (size_t i = 0; i < subjects->count; i++) {
        double air_c = subjects->items[i].run->logged->run->figures.outdoor_temperature_c;
        weather += isnan(air_c) ? 0 : 1;
    }
    return (double)weather >= MOSTLY * (double)subjects->count;
}

ff_code ff_subjects_of(ff_arena *arena, const ff_measured_run_list *runs, const size_t *taken,
                       size_t count, ff_subjects *subjects, ff_error *error) {
    *subjects = (ff_subjects){.items = ff_arena_take(arena, count, sizeof *subjects->items),
                              .runs = ff_arena_take(arena, count, sizeof *subjects->runs)};
    shoe_ways ways = {ff_arena_take(arena, runs->count, sizeof *ways.items), 0};
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < runs->count; i++) {
        const ff_logged_run *logged = runs->items[i].logged;
        shoe_way *way = logged->shoe != NULL ? way_of(&ways, logged->shoe) : NULL;
        size_t n = subjects->count;
        if (n < count && taken[n] == i) {
            subjects->items[n] =
                (ff_subject){.run = &runs->items[i], .shoe_km = way != NULL ? way->km : NAN};
            look_back(runs, i, &subjects->items[n]);
            subjects->runs[n] = like_run_of(logged);
            subjects->count++;
        }
        if (way != NULL) {
            way->km += distance_of(logged) / 1000;
        }
    }
    int64_t newest_s =
        subjects->count > 0 ? subjects->items[subjects->count - 1].run->logged->run->start_s : 0;
    for (size_t i = 0; i < subjects->count; i++) {
        int64_t ago_s = newest_s - subjects->items[i].run->logged->run->start_s;
        subjects->runs[i].block = (int)(ago_s / (FF_PATTERN_BLOCK_DAYS * DAY_S));
    }
    subjects->by_weather = mostly_weather(subjects);
    return FF_OK;
}
