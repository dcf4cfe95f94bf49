#include "measure/patterns.h"

#include "base/number.h"
#include "measure/subject.h"
#include "measure/told.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DAY_S INT64_C(86400)
/* A shoe of fewer compared runs is not asked about, nor other gear. */
#define LEAST_NAMED_RUNS 4
#define COLD_C           12.0 /* "colder" is no cold above it; class c */
#define MOST_NAMED_RUNS  12   /* in a sentence */

/* ---- the things in which runs differ ---- */

typedef struct {
    const ff_subjects *subjects;
    const char *which;
} looked_at;

static const ff_subject *subject(const void *data, size_t run) {
    return &((const looked_at *)data)->subjects->items[run];
}

static double gait(const void *data, size_t run, ff_gait what, double minute) {
    const ff_stretches *stretches = subject(data, run)->run->stretches;
    return stretches != NULL ? ff_stretches_mean(stretches, what, minute) : NAN;
}

static bool is_outdoors(const void *data, size_t run) {
    const ff_stretches *stretches = subject(data, run)->run->stretches;
    return stretches != NULL && !stretches->indoors;
}

/* On a treadmill speed is the device's guess, and there is no climb and no weather. */
static double speed(const void *data, size_t run, double minute) {
    return is_outdoors(data, run) ? gait(data, run, FF_GAIT_SPEED, minute) : NAN;
}

static double ascent(const void *data, size_t run, double minute) {
    return is_outdoors(data, run) ? ff_stretches_ascent(subject(data, run)->run->stretches, minute)
                                  : NAN;
}

static double descent(const void *data, size_t run, double minute) {
    return is_outdoors(data, run) ? ff_stretches_descent(subject(data, run)->run->stretches, minute)
                                  : NAN;
}

static double weather(const void *data, size_t run, double minute) {
    (void)minute;
    return subject(data, run)->run->logged->run->figures.outdoor_temperature_c;
}

static double watch_temperature(const void *data, size_t run, double minute) {
    return is_outdoors(data, run) ? gait(data, run, FF_GAIT_TEMPERATURE, minute) : NAN;
}

static double cadence_over(const void *data, size_t run, double minute) {
    return is_outdoors(data, run) ? gait(data, run, FF_GAIT_CADENCE_OVER, minute) : NAN;
}

static double stance_over(const void *data, size_t run, double minute) {
    return is_outdoors(data, run) ? gait(data, run, FF_GAIT_STANCE_OVER, minute) : NAN;
}

static double heart_rate(const void *data, size_t run, double minute) {
    return gait(data, run, FF_GAIT_HEART_RATE, minute);
}

static double indoors(const void *data, size_t run, double minute) {
    (void)minute;
    const ff_stretches *stretches = subject(data, run)->run->stretches;
    return stretches != NULL ? (double)stretches->indoors : NAN;
}

static double rest_days(const void *data, size_t run, double minute) {
    (void)minute;
    return subject(data, run)->rest_days;
}

static double week_km(const void *data, size_t run, double minute) {
    (void)minute;
    return subject(data, run)->week_km;
}

static double spike(const void *data, size_t run, double minute) {
    (void)minute;
    return subject(data, run)->spike;
}

static double shoe_km(const void *data, size_t run, double minute) {
    (void)minute;
    return subject(data, run)->shoe_km;
}

static double is_which(const char *name, const void *data) {
    return name != NULL ? (double)(strcmp(name, ((const looked_at *)data)->which) == 0) : NAN;
}

static double in_shoe(const void *data, size_t run, double minute) {
    (void)minute;
    return is_which(subject(data, run)->run->logged->shoe, data);
}

static double with_insole(const void *data, size_t run, double minute) {
    (void)minute;
    return is_which(subject(data, run)->run->logged->gear[FF_GEAR_INSOLE], data);
}

static double with_sock(const void *data, size_t run, double minute) {
    (void)minute;
    return is_which(subject(data, run)->run->logged->gear[FF_GEAR_SOCK], data);
}

static double with_lacing(const void *data, size_t run, double minute) {
    (void)minute;
    return is_which(subject(data, run)->run->logged->gear[FF_GEAR_LACING], data);
}

typedef struct {
    const char *id, *name, *unit, *more, *less;
    double (*until)(const void *data, size_t run, double minute);
    bool yes_or_no;
    const char *with_more, *with_less; /* findings that are then so; NULL */
    const char *absent;                /* that is not so where it makes no great difference; NULL */
    const char *caution;
} thing;

static const thing temperature_by_weather = {"temperature",  "temperature", "degC", "warmer runs",
                                             "cooler runs",  weather,       false,  "heat",
                                             "cold_trigger", NULL,          NULL};
static const thing temperature_by_watch = {
    "temperature",
    "temperature",
    "degC",
    "warmer runs",
    "cooler runs",
    watch_temperature,
    false,
    "heat",
    "cold_trigger",
    NULL,
    "the watch measured it, which reads warm on the wrist: by how much is not known"};

static const thing things[] = {
    {"speed", "pace", "m/s", "faster runs", "slower runs", speed, false, "hard_effort", NULL, NULL,
     NULL},
    {"ascent", "climb", "m/km", "runs with more climb", "runs with less climb", ascent, false,
     "hard_effort", NULL, NULL, NULL},
    {"descent", "descent", "m/km", "runs with more descent", "runs with less descent", descent,
     false, "downhill", NULL, "downhill", NULL},
    {"heart_rate", "heart rate", "1/min", "runs with a higher heart rate",
     "runs with a lower heart rate", heart_rate, false, "hard_effort", NULL, NULL, NULL},
    {"cadence", "step rate at like speed", "steps/min", "runs with quicker steps for their speed",
     "runs with slower steps for their speed", cadence_over, false, NULL, NULL, NULL, NULL},
    {"ground_contact", "ground contact at like speed", "ms",
     "runs with longer ground contact for their speed",
     "runs with shorter ground contact for their speed", stance_over, false, NULL, NULL, NULL,
     NULL},
    {"treadmill", "treadmill", "", "treadmill runs", "runs outdoors", indoors, true, NULL, NULL,
     NULL, NULL},
    {"rest", "rest before the run", "days", "runs after more rest", "runs after less rest",
     rest_days, false, NULL, NULL, NULL, NULL},
    {"week", "running in the week before", "km", "runs after a week with more running",
     "runs after a week with less running", week_km, false, NULL, NULL, NULL, NULL},
    {"spike", "length against the longest of the 30 days before", "times",
     "runs long against the longest of the 30 days before",
     "runs short against the longest of the 30 days before", spike, false, NULL, NULL, NULL, NULL},
    {"shoe_age", "distance the shoe has gone", "km", "runs in shoes that had gone further",
     "runs in shoes that had gone less far", shoe_km, false, NULL, NULL, NULL, NULL},
};
#define THINGS (sizeof things / sizeof *things)

#define ONE_PAIR "one_pair" /* asks for more than a difference: that it comes in no other pair */

/* What has a name of the runner's own: each name is a thing by itself. */
static const thing named_things[] = {
    {"shoe", "shoe", "", "runs in this shoe", "runs in other shoes", in_shoe, true, ONE_PAIR, NULL,
     NULL, NULL},
    {"insole", "insole", "", "runs with this insole", "runs with other insoles", with_insole, true,
     NULL, NULL, NULL, NULL},
    {"sock", "sock", "", "runs in this sock", "runs in other socks", with_sock, true, NULL, NULL,
     NULL, NULL},
    {"lacing", "lacing", "", "runs laced like this", "runs laced otherwise", with_lacing, true,
     NULL, NULL, NULL, NULL}};
#define NAMED_THINGS (sizeof named_things / sizeof *named_things)

static const char *own_name(const ff_logged_run *logged, size_t named) {
    return named == 0 ? logged->shoe : logged->gear[named - 1];
}
_Static_assert(NAMED_THINGS == 1 + FF_GEAR_COUNT, "a shoe, and the kinds of gear in their order");

/* ---- comparing ---- */

typedef struct {
    ff_arena *arena;
    const ff_subjects *subjects;
    ff_patterns *to;
    const thing **what; /* of each pattern */
    ff_exposure *exposures;
} comparing;

static ff_code compare(comparing *c, const thing *what, const char *which, ff_error *error) {
    looked_at *data = ff_arena_take(c->arena, 1, sizeof *data);
    if (data == NULL) {
        return ff_arena_check(c->arena, error);
    }
    *data = (looked_at){c->subjects, which};
    ff_exposure *exposure = &c->exposures[c->to->count];
    *exposure = (ff_exposure){what->until, data, what->yes_or_no};
    ff_pattern *pattern = &c->to->items[c->to->count];
    *pattern = (ff_pattern){.id = what->id,
                            .which = which,
                            .name = what->name,
                            .unit = what->unit,
                            .more = what->more,
                            .less = what->less,
                            .caution = what->caution,
                            .cut = NAN,
                            .odds = NAN,
                            .odds_low = NAN,
                            .odds_high = NAN};
    c->what[c->to->count++] = what;
    return ff_like_compare(c->arena, c->subjects->runs, c->subjects->count, c->to->by_min, exposure,
                           pattern, error);
}

/* The names of enough runs, each once. */
static size_t list_names(const ff_subjects *subjects, size_t named, const char **names) {
    size_t count = 0;
    for (size_t i = 0; i < subjects->count; i++) {
        const char *name = own_name(subjects->items[i].run->logged, named);
        size_t same = 0, before = 0;
        for (size_t k = 0; name != NULL && k < subjects->count; k++) {
            const char *other = own_name(subjects->items[k].run->logged, named);
            bool is_same = other != NULL && strcmp(other, name) == 0;
            same += is_same;
            before += is_same && k < i;
        }
        if (name != NULL && before == 0 && same >= LEAST_NAMED_RUNS) {
            names[count++] = name;
        }
    }
    return count;
}

/* Of two one tells all: the one with which it comes sooner. */
static ff_code compare_two(comparing *c, size_t named, const char *const *names, ff_error *error) {
    ff_code code = compare(c, &named_things[named], names[0], error);
    if (code != FF_OK || c->to->items[c->to->count - 1].with_more) {
        return code;
    }
    c->to->count--;
    return compare(c, &named_things[named], names[1], error);
}

static ff_code compare_names(comparing *c, size_t named, ff_error *error) {
    const char **names = ff_arena_take(c->arena, c->subjects->count, sizeof *names);
    ff_code code = ff_arena_check(c->arena, error);
    size_t count = code == FF_OK ? list_names(c->subjects, named, names) : 0;
    if (count == 1 && named > 0) {
        return FF_OK; /* nothing to compare it with */
    }
    if (count == 2) {
        return compare_two(c, named, names, error);
    }
    for (size_t i = 0; i < count && code == FF_OK; i++) {
        code = compare(c, &named_things[named], names[i], error);
    }
    return code;
}

static ff_code compare_all(comparing *c, ff_error *error) {
    size_t most = THINGS + 1 + NAMED_THINGS * c->subjects->count;
    c->to->items = ff_arena_take(c->arena, most, sizeof *c->to->items);
    c->what = ff_arena_take(c->arena, most, sizeof *c->what);
    c->exposures = ff_arena_take(c->arena, most, sizeof *c->exposures);
    ff_code code = ff_arena_check(c->arena, error);
    for (size_t i = 0; i < THINGS && code == FF_OK; i++) {
        code = compare(c, &things[i], NULL, error);
    }
    if (code == FF_OK) {
        code = compare(c, c->subjects->by_weather ? &temperature_by_weather : &temperature_by_watch,
                       NULL, error);
    }
    for (size_t i = 0; i < NAMED_THINGS && code == FF_OK; i++) {
        code = compare_names(c, i, error);
    }
    return code;
}

/* ---- all of them together ---- */

static bool was_compared(const ff_pattern *p) {
    return (p->state == FF_PATTERN_UNCLEAR || p->state == FF_PATTERN_ABSENT) && !isnan(p->p);
}

static int by_chance(const void *a, const void *b) {
    double x = (*(const ff_pattern *const *)a)->p, y = (*(const ff_pattern *const *)b)->p;
    return (x > y) - (x < y);
}

/* Holm's step-down: the least chance times how many there are, the next times one less, ... */
static ff_code adjust(ff_arena *arena, ff_patterns *patterns, ff_error *error) {
    ff_pattern **compared = ff_arena_take(arena, patterns->count, sizeof *compared);
    if (compared == NULL) {
        return ff_arena_check(arena, error);
    }
    size_t count = 0;
    for (size_t i = 0; i < patterns->count; i++) {
        if (was_compared(&patterns->items[i])) {
            compared[count++] = &patterns->items[i];
        }
    }
    qsort(compared, count, sizeof *compared, by_chance);
    double so_far = 0;
    for (size_t i = 0; i < count; i++) {
        ff_pattern *p = compared[i];
        so_far = fmin(fmax(so_far, p->p * (double)(count - i)), 1);
        p->p_of_all = so_far;
        bool same_way = p->with_more ? p->odds_low > 1 : p->odds_high < 1;
        if (so_far <= FF_PATTERN_CHANCE && same_way) {
            p->state = FF_PATTERN_GOES_WITH;
        }
    }
    patterns->looked_at = count;
    return FF_OK;
}

/* ---- what only goes along ---- */

/* The clearest of them; count: none. */
static size_t clearest(const ff_patterns *patterns) {
    size_t best = patterns->count;
    for (size_t i = 0; i < patterns->count; i++) {
        bool with = patterns->items[i].state == FF_PATTERN_GOES_WITH;
        if (with && (best == patterns->count || patterns->items[i].p < patterns->items[best].p)) {
            best = i;
        }
    }
    return best;
}

/* The same runs, compared only with those on the same side of a pattern. */
static ff_like_run *on_one_side(const comparing *c, size_t lead) {
    const ff_subjects *subjects = c->subjects;
    ff_like_run *runs = ff_arena_room(c->arena, subjects->count, sizeof *runs);
    double cut = isnan(c->to->items[lead].cut) ? 0.5 : c->to->items[lead].cut;
    for (size_t i = 0; i < subjects->count && runs != NULL; i++) {
        const ff_exposure *exposure = &c->exposures[lead];
        double value = exposure->until(exposure->data, i, c->to->by_min);
        int side = isnan(value) ? 2 : value > cut;
        runs[i] = subjects->runs[i];
        runs[i].block = 3 * runs[i].block + side;
    }
    return runs;
}

static const char *full_name(const comparing *c, const ff_pattern *p) {
    return p->which == NULL ? p->name : ff_arena_printf(c->arena, "%s %s", p->name, p->which);
}

/* Of several that go with numbness some may only go along with the clearest: hills with the shoe
 * for trails. Those that make no clear difference on either side of it are not told. */
static ff_code part_from_clearest(comparing *c, ff_error *error) {
    size_t lead = clearest(c->to);
    if (lead == c->to->count) {
        return FF_OK;
    }
    ff_pattern *first = &c->to->items[lead];
    const ff_like_run *runs = on_one_side(c, lead);
    ff_code code = ff_arena_check(c->arena, error);
    for (size_t i = 0; i < c->to->count && code == FF_OK; i++) {
        ff_pattern *p = &c->to->items[i], alone = {0};
        if (i == lead || p->state != FF_PATTERN_GOES_WITH) {
            continue;
        }
        code = ff_like_compare(c->arena, runs, c->subjects->count, c->to->by_min, &c->exposures[i],
                               &alone, error);
        if (!(alone.p <= FF_PATTERN_CHANCE && alone.with_more == p->with_more)) {
            p->state = FF_PATTERN_UNCLEAR;
            p->along = full_name(c, first);
            first->along = first->along == NULL ? full_name(c, p) : first->along;
        }
    }
    return code;
}

/* ---- findings ---- */

/* A feature of the watch moves a probability only with enough runs with and without numbness. */
static const char *finding_of(const thing *what, const ff_pattern *p, const char **value) {
    *value = "yes";
    if (p->with < FF_LIKE_LEAST || p->without < FF_LIKE_LEAST) {
        return NULL;
    }
    if (p->state == FF_PATTERN_GOES_WITH) {
        bool cold = what->with_less != NULL && !p->with_more;
        if (cold) {
            return p->cut <= COLD_C ? what->with_less : NULL;
        }
        bool elsewhere =
            what->with_more != NULL && strcmp(what->with_more, ONE_PAIR) == 0 && p->less_with > 0;
        return p->with_more && !elsewhere ? what->with_more : NULL;
    }
    *value = "no";
    return p->state == FF_PATTERN_ABSENT ? what->absent : NULL;
}

static const char *name_runs(ff_arena *arena, const ff_run_ids *runs) {
    const char *text = "";
    for (size_t i = 0; i < runs->count && i < MOST_NAMED_RUNS && text != NULL; i++) {
        text =
            ff_arena_printf(arena, "%s%s%lld", text, i > 0 ? ", " : "", (long long)runs->items[i]);
    }
    return runs->count <= MOST_NAMED_RUNS || text == NULL
               ? text
               : ff_arena_printf(arena, "%s and %zu more", text, runs->count - MOST_NAMED_RUNS);
}

static ff_finding make_finding(ff_arena *arena, const ff_pattern *p, double by_min, int64_t at_s) {
    const char *from =
        ff_arena_printf(arena, "numb by %s min in %zu of %zu %s, in %zu of %zu %s (numb: run%s %s)",
                        FF_FIXED(by_min, 0), p->more_numb, p->more_numb + p->more_quiet, p->more,
                        p->less_numb, p->less_numb + p->less_quiet, p->less,
                        p->numb.count == 1 ? "" : "s", name_runs(arena, &p->numb));
    return (ff_finding){.id = p->finding,
                        .state = FF_SAID,
                        .value = p->value,
                        .said_by = "watch",
                        .from = from,
                        .said_at_s = at_s};
}

static bool has_finding(const ff_finding_list *list, const char *id) {
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

static ff_code add_findings(comparing *c, int64_t at_s, ff_error *error) {
    ff_patterns *to = c->to;
    to->findings.items = ff_arena_take(c->arena, to->count, sizeof *to->findings.items);
    ff_code code = ff_arena_check(c->arena, error);
    for (size_t i = 0; i < to->count && code == FF_OK; i++) {
        ff_pattern *p = &to->items[i];
        p->finding = finding_of(c->what[i], p, &p->value);
        p->value = p->finding != NULL ? p->value : NULL;
        if (p->finding != NULL && !has_finding(&to->findings, p->finding)) {
            to->findings.items[to->findings.count++] = make_finding(c->arena, p, to->by_min, at_s);
        }
    }
    return code == FF_OK ? ff_arena_check(c->arena, error) : code;
}

/* ---- order ---- */

static int order_of(const ff_pattern *p) {
    static const int order[] = {
        [FF_PATTERN_GOES_WITH] = 0, [FF_PATTERN_UNCLEAR] = 1, [FF_PATTERN_ABSENT] = 2,
        [FF_PATTERN_TOO_FEW] = 3,   [FF_PATTERN_ALIKE] = 4,   [FF_PATTERN_NOT_RECORDED] = 5};
    return order[p->state];
}

/* By insertion: few, and those alike stay in the order of the list. */
static void put_in_order(ff_patterns *patterns) {
    for (size_t i = 1; i < patterns->count; i++) {
        ff_pattern moved = patterns->items[i];
        size_t at = i;
        while (at > 0) {
            const ff_pattern *before = &patterns->items[at - 1];
            int order = order_of(before) - order_of(&moved);
            if (order < 0 || (order == 0 && !(before->p > moved.p))) {
                break;
            }
            patterns->items[at] = *before;
            at--;
        }
        patterns->items[at] = moved;
    }
}

/* ---- which runs ---- */

static bool was_said(const ff_logged_run *logged) {
    return ff_is_run(logged->run) && logged->onset != NULL;
}

bool ff_pattern_takes(const ff_logged_run *logged, int64_t newest_s) {
    return was_said(logged) && logged->change_count == 0 &&
           newest_s - logged->run->start_s <= FF_PATTERN_DAYS * DAY_S;
}

int64_t ff_pattern_newest(const ff_measured_run_list *runs) {
    for (size_t i = runs->count; i-- > 0;) {
        if (was_said(runs->items[i].logged)) {
            return runs->items[i].logged->run->start_s;
        }
    }
    return 0;
}

/* The places of the runs to compare, rising; count of them. */
static size_t take_runs(const ff_measured_run_list *runs, int64_t newest_s, size_t *taken,
                        ff_patterns *patterns) {
    size_t count = 0;
    for (size_t i = runs->count; i-- > 0;) {
        const ff_logged_run *logged = runs->items[i].logged;
        bool takes = ff_pattern_takes(logged, newest_s);
        patterns->changed += was_said(logged) && logged->change_count > 0;
        if (takes && count < FF_PATTERN_RUNS) {
            taken[count++] = i;
        } else {
            patterns->older += was_said(logged) && logged->change_count == 0;
        }
    }
    for (size_t i = 0; i < count / 2; i++) {
        size_t swap = taken[i];
        taken[i] = taken[count - 1 - i];
        taken[count - 1 - i] = swap;
    }
    return count;
}

ff_code ff_patterns_of(ff_arena *arena, const ff_measured_run_list *runs, ff_patterns *patterns,
                       ff_error *error) {
    *patterns = (ff_patterns){0};
    ff_subjects subjects;
    int64_t newest_s = ff_pattern_newest(runs);
    size_t *taken = ff_arena_take(arena, runs->count, sizeof *taken);
    if (taken == NULL) {
        return ff_arena_check(arena, error);
    }
    patterns->runs = take_runs(runs, newest_s, taken, patterns);
    ff_code code = ff_subjects_of(arena, runs, taken, patterns->runs, &subjects, error);
    if (code != FF_OK) {
        return code;
    }
    patterns->by_min = ff_like_length(arena, subjects.runs, subjects.count);
    comparing c = {.arena = arena, .subjects = &subjects, .to = patterns};
    code = compare_all(&c, error);
    if (code == FF_OK) {
        code = adjust(arena, patterns, error);
    }
    if (code == FF_OK) {
        code = part_from_clearest(&c, error);
    }
    if (code == FF_OK) {
        code = add_findings(&c, newest_s, error);
    }
    put_in_order(patterns);
    return code;
}
