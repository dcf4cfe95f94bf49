/* How often a pattern is told of made-up runners with whom nothing goes with numbness, and how
 * often one that is there is found. Usage: bench_patterns [RUNNERS [SEED]]
 *
 * A runner runs three or four times a week for a while, in three shoes used by turns, over the
 * seasons: warmer in summer, with runs that are long at week ends, slower when long, hillier on
 * some days. Log minutes to numbness scatter (SD 0.3) about 25 min; a run that ends before has
 * none. "drift": numbness comes ever later over the weeks (half as late again over half a year),
 * days are alike (AR(1)), and shoes change over the months: what goes with time is then no cause.
 * With an effect, numbness comes sooner by that factor in one SD more of the thing, or in the shoe.
 * A pattern counts as found when it is told with the right sign, and as false when anything else
 * is. "false" is the share of runners of whom at least one thing is told that is not so. +-: one
 * standard error. */
#include "base/arena.h"
#include "base/random.h"
#include "measure/patterns.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define USUAL_MINUTES 25.0
#define SCATTER       0.30
#define DAY_S         INT64_C(86400)
#define FIRST_S       INT64_C(1700000000)
#define MOST_RUNS     200
#define STRETCHES     24

typedef struct {
    const char *name; /* of what has an effect; NULL: nothing */
    size_t runs;
    double ratio; /* sooner by this factor for one SD more, or in the shoe */
    bool drift;
    double said; /* share of runs of which it is said whether numbness came */
} scenario;

static const scenario scenarios[] = {{NULL, 20, 1, false, 1},
                                     {NULL, 40, 1, false, 1},
                                     {NULL, 80, 1, false, 1},
                                     {NULL, 160, 1, false, 1},
                                     {NULL, 40, 1, true, 1},
                                     {NULL, 80, 1, true, 1},
                                     {NULL, 160, 1, true, 1},
                                     {NULL, 80, 1, true, 0.6},
                                     {"temperature", 40, 1.2, false, 1},
                                     {"temperature", 40, 1.4, false, 1},
                                     {"temperature", 80, 1.2, false, 1},
                                     {"temperature", 80, 1.4, true, 1},
                                     {"descent", 40, 1.4, false, 1},
                                     {"descent", 80, 1.4, true, 1},
                                     {"shoe", 40, 1.5, false, 1},
                                     {"shoe", 40, 2.0, false, 1},
                                     {"shoe", 80, 1.5, false, 1},
                                     {"shoe", 80, 2.0, true, 1}};

static void die(const char *what) {
    fprintf(stderr, "bench_patterns: %s\n", what);
    exit(3);
}

/* ---- a made-up runner ---- */

typedef struct {
    ff_run runs[MOST_RUNS];
    ff_logged_run logged[MOST_RUNS];
    ff_onset onsets[MOST_RUNS];
    ff_stretches stretches[MOST_RUNS];
    ff_stretch items[MOST_RUNS][STRETCHES];
    ff_measured_run measured[MOST_RUNS];
} runner;

typedef struct {
    double hot, hilly, fast; /* in SD */
    double minutes;
    int shoe;
} day;

static const char *const shoe_names[] = {"A", "B", "C", "D", "E"};

static day draw_day(ff_random *random, size_t i, double at_day, bool drift) {
    day d = {.hot = sin(at_day / 365.25 * 6.283) + 0.7 * ff_random_normal(random),
             .hilly = ff_random_normal(random)};
    bool long_run = i % 4 == 3;
    d.minutes = (long_run ? 60 : 38) * exp(0.2 * ff_random_normal(random));
    d.fast = (long_run ? -0.8 : 0.2) + 0.8 * ff_random_normal(random);
    d.shoe = (int)ff_random_below(random, 3) + (drift && at_day > 90 ? (int)(at_day / 90) % 3 : 0);
    return d;
}

static void set_stretches(runner *r, size_t i, const day *d, ff_random *random) {
    ff_stretches *s = &r->stretches[i];
    *s = (ff_stretches){.items = r->items[i], .has_series = true};
    double day_cadence = ff_random_normal(random), day_contact = ff_random_normal(random);
    double day_heart = ff_random_normal(random);
    for (int k = 0; k < STRETCHES && k * 5 < d->minutes; k++) {
        ff_stretch *one = &s->items[s->count++];
        *one = (ff_stretch){.from_s = k * FF_STRETCH_S, .running_s = 300};
        double speed = 2.9 + 0.25 * d->fast - 0.005 * k + 0.05 * ff_random_normal(random);
        one->distance_m = 300 * speed;
        one->ascent_m = fmax(0, 3 + 2 * d->hilly + ff_random_normal(random));
        one->descent_m = fmax(0, 3 + 2 * d->hilly + ff_random_normal(random));
        for (int g = 0; g < FF_GAIT_COUNT; g++) {
            one->held_s[g] = 300;
        }
        one->mean[FF_GAIT_SPEED] = speed;
        one->mean[FF_GAIT_CADENCE_OVER] = -2 + 2 * day_cadence - 0.2 * k;
        one->mean[FF_GAIT_STANCE_OVER] = 5 + 6 * day_contact + 0.5 * k;
        one->mean[FF_GAIT_HEART_RATE] = 145 + 6 * d->fast + 4 * day_heart + 0.8 * k;
        /* warm from the wrist and the house at first */
        one->mean[FF_GAIT_TEMPERATURE] = 14 + 8 * d->hot + 4 * exp(-k / 2.0);
    }
}

static double effect_of(const scenario *s, const day *d) {
    double sooner = log(s->ratio);
    return s->name == NULL                       ? 0
           : strcmp(s->name, "temperature") == 0 ? -sooner * d->hot
           : strcmp(s->name, "descent") == 0     ? -sooner * d->hilly
                                                 : (d->shoe == 0 ? -sooner : 0);
}

static void make_runner(const scenario *s, ff_random *random, runner *r) {
    double at_day = ff_random_unit(random) * 365, began_day = at_day, alike = 0;
    for (size_t i = 0; i < s->runs; i++) {
        at_day += 1 + (double)ff_random_below(random, 3);
        day d = draw_day(random, i, at_day - (s->drift ? 0 : began_day) + began_day, s->drift);
        alike = s->drift ? 0.6 * alike + 0.8 * ff_random_normal(random) : ff_random_normal(random);
        double later = s->drift ? 0.4 * (at_day - began_day) / 182 : 0;
        double onset = USUAL_MINUTES * exp(later + effect_of(s, &d) + SCATTER * alike);
        ff_run_init(&r->runs[i]);
        r->runs[i].id = (int64_t)i + 1;
        r->runs[i].start_s = FIRST_S + (int64_t)(at_day * 86400);
        r->runs[i].sport = FF_SPORT_RUNNING;
        r->runs[i].figures.duration_s = 60 * d.minutes;
        r->runs[i].figures.distance_m = 60 * d.minutes * (2.9 + 0.25 * d.fast);
        bool numb = onset <= d.minutes, said = ff_random_unit(random) < s->said;
        r->onsets[i] = (ff_onset){.kind = numb ? FF_ONSET_EXACT : FF_ONSET_NONE,
                                  .from_s = 60 * (numb ? onset : d.minutes),
                                  .to_s = 60 * (numb ? onset : d.minutes),
                                  .gone_s = NAN};
        r->logged[i] = (ff_logged_run){
            .run = &r->runs[i], .onset = said ? &r->onsets[i] : NULL, .shoe = shoe_names[d.shoe]};
        set_stretches(r, i, &d, random);
        r->measured[i] = (ff_measured_run){&r->logged[i], &r->stretches[i]};
    }
}

/* ---- counting ---- */

typedef struct {
    size_t found, false_runners, told;
    double seconds;
} tally;

static bool is_true(const scenario *s, const ff_pattern *p) {
    if (s->name == NULL || strcmp(p->id, s->name) != 0) {
        return false;
    }
    bool own_shoe = p->which != NULL && strcmp(p->which, "A") == 0;
    return p->which == NULL ? p->with_more : own_shoe == p->with_more;
}

/* What goes along with the true thing is no mistake: climb with descent, other shoes against the
 * one. */
static bool goes_along(const scenario *s, const ff_pattern *p) {
    return s->name != NULL && ((strcmp(s->name, "descent") == 0 && strcmp(p->id, "ascent") == 0) ||
                               (strcmp(s->name, "shoe") == 0 && strncmp(p->id, "shoe", 4) == 0));
}

static void look(const scenario *s, const runner *r, tally *t) {
    ff_arena arena;
    ff_arena_init(&arena, ff_allocator_libc());
    const ff_measured_run_list list = {(ff_measured_run *)r->measured, s->runs};
    ff_patterns patterns;
    clock_t began = clock();
    if (ff_patterns_of(&arena, &list, &patterns, NULL) != FF_OK) {
        die("memory is gone");
    }
    t->seconds += (double)(clock() - began) / CLOCKS_PER_SEC;
    bool found = false, wrong = false;
    for (size_t i = 0; i < patterns.count; i++) {
        const ff_pattern *p = &patterns.items[i];
        if (p->state == FF_PATTERN_GOES_WITH) {
            found |= is_true(s, p);
            wrong |= !is_true(s, p) && !goes_along(s, p);
            t->told++;
        }
    }
    t->found += found;
    t->false_runners += wrong;
    ff_arena_free(&arena);
}

static double share_error(double share, size_t of) {
    return sqrt(share * (1 - share) / (double)of);
}

static void run_scenario(const scenario *s, size_t runners, uint64_t seed) {
    static runner r;
    ff_random random;
    ff_random_init(&random, seed);
    tally t = {0};
    for (size_t i = 0; i < runners; i++) {
        make_runner(s, &random, &r);
        look(s, &r, &t);
    }
    double found = (double)t.found / (double)runners;
    double wrong = (double)t.false_runners / (double)runners;
    printf("%-12s %5.1f  %4zu  %-5s %4.1f  ", s->name != NULL ? s->name : "nothing", s->ratio,
           s->runs, s->drift ? "drift" : "", s->said);
    if (s->name != NULL) {
        printf("%.2f +- %.2f", found, share_error(found, runners));
    } else {
        printf("%12s", "-");
    }
    printf("   %.3f +- %.3f   %.2f ms\n", wrong, share_error(wrong, runners),
           1000 * t.seconds / (double)runners);
}

int main(int argc, char **argv) {
    long runners = argc > 1 ? strtol(argv[1], NULL, 10) : 400;
    long seed = argc > 2 ? strtol(argv[2], NULL, 10) : 1;
    if (runners < 1 || runners > 1000000 || seed < 0) {
        die("usage: bench_patterns [RUNNERS [SEED]]");
    }
    printf("goes with    ratio  runs         said  found          false            a runner\n");
    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++) {
        run_scenario(&scenarios[i], (size_t)runners, (uint64_t)seed + 1000 * i);
    }
    return 0;
}
