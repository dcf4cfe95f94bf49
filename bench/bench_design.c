/* Whole trials of made-up runners with known truth, replayed: how often the verdict is right, how often it names a
 * change that does nothing, and after how many runs.
 * Usage: bench_design [TRIALS [SEED [knowledge|even [SCENARIO...]]]]
 *
 * A runner logs run after run, each with the arm that the rule of the next run draws, and looks after every run, as
 * `footfall next` and `footfall trial` do with no question answered. The trial ends when a change is said to work,
 * when every one is said not to help enough or to make it worse, or after FF_TRIAL_MOST_RUNS runs. Of the candidates
 * at most one does something, each as often as the others. Causes are those of the knowledge; "even" takes one for
 * each candidate and one for none instead, as likely as each other, which is what was believed where the figures
 * beside the table come from (an earlier program and its runners, when the rules were chosen).
 *
 * Log minutes to numbness scatter normally about 25 min times the ratio of the change; "drift" adds 0.20 per ten runs
 * and makes days alike (AR(1) of 0.5 in 40 % of the variance). Planned lengths end 30 % of the runs before
 * numbness, where half are with the change. In half of the runs the lap key is pressed, a little late; else the runner
 * recalls within 6 minutes. The test by drawing anew takes no part in a verdict, and is left out.
 *
 * "peek" is another question: pairs in an order by lot, one change that does nothing, a look after every run from the
 * sixth on. How often is it said to work by the 90 % interval of a maximum-likelihood fit, as soon as that excludes
 * 1, and how often by footfall?
 *
 * "runs" is how many a trial took, whatever its end, and "to right" how many those took that ended right: half of
 * them, and 80 of 100. "worse": a change that does no harm was said to, at any look. +-: one standard error, from
 * the number of trials. */
#include "app/assess.h"
#include "app/trial_causes.h"
#include "base/arena.h"
#include "base/random.h"
#include "trial/design.h"
#include "trial/plan.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_TRIALS = 9999, FIRST_LOOK = 6 };

#define USUAL_MINUTES 25.0
#define LENGTH_SD     0.30
#define CENSORED      0.30
#define DRIFT         0.020 /* a run */
#define ALIKE         0.40  /* share of the variance, and its correlation from one run to the next */
#define FOLLOWING     0.50
#define LAP_LAG_MIN   0.3
#define RECALL_SD     0.1
#define RECALL_MIN    6.0
#define START_MIN     3.0

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

static void die(const char *what) {
    fprintf(stderr, "bench_design: %s\n", what);
    exit(3);
}

/* --- scenarios ------------------------------------------------------------------------------- */

/* What was found when the rules were chosen: shares of 400 trials, median and 80 % point of the runs; 0: not told. */
typedef struct earlier {
    double right, wrong, none, undecided;
    int median, most;
} earlier;

typedef struct scenario {
    const char *name;
    size_t candidates;
    double ratio; /* of the one that works; 1: none does anything */
    double sigma;
    bool drifts;
    earlier was;
} scenario;

static const scenario scenarios[] = {
    {"4-2.5", 4, 2.5, 0.35, false, {.98, .00, .00, .02, 11, 17}},
    {"4-1.7", 4, 1.7, 0.35, false, {.86, .01, .00, .13, 19, 34}},
    {"4-1.3", 4, 1.3, 0.35, false, {.31, .03, .07, .61, 40, 0}},
    {"4-none", 4, 1.0, 0.35, false, {NAN, .06, .13, .81, 40, 0}},
    {"4-1.7-drift", 4, 1.7, 0.35, true, {.74, .01, .01, .25, 20, 40}},
    {"4-none-drift", 4, 1.0, 0.35, true, {NAN, .08, .12, .80, 40, 0}},
    {"4-1.7-sigma.2", 4, 1.7, 0.20, false, {.97, .00, .01, .02, 12, 0}},
    {"4-1.7-sigma.5", 4, 1.7, 0.50, false, {.63, .03, .01, .34, 29, 0}},
    {"4-none-sigma.5", 4, 1.0, 0.50, false, {NAN, .08, .02, .90, 40, 0}},
    {"2-2.5", 2, 2.5, 0.35, false, {NAN, NAN, NAN, NAN, 0, 0}},
    {"2-1.7", 2, 1.7, 0.35, false, {.92, .00, .03, .06, 14, 0}},
    {"2-1.3", 2, 1.3, 0.35, false, {NAN, NAN, NAN, NAN, 0, 0}},
    {"2-none", 2, 1.0, 0.35, false, {NAN, .07, .55, .39, 31, 0}},
    {"1-2.5", 1, 2.5, 0.35, false, {NAN, NAN, NAN, NAN, 0, 0}},
    {"1-1.7", 1, 1.7, 0.35, false, {.89, .00, .02, .09, 14, 0}},
    {"1-1.3", 1, 1.3, 0.35, false, {NAN, NAN, NAN, NAN, 0, 0}},
    {"1-none", 1, 1.0, 0.35, false, {NAN, .04, .78, .19, 13, 0}},
};
enum { SCENARIOS = sizeof scenarios / sizeof *scenarios };

/* --- made-up runs ---------------------------------------------------------------------------- */

typedef struct runner {
    const scenario *of;
    ff_random random;
    size_t works;      /* the arm that does something; 0: none */
    double log_length; /* median of the planned lengths */
    double alike;      /* what the last run had in common with the one before */
    uint64_t seed;     /* of the draws of its trial */
} runner;

/* The median length with which CENSORED of the runs end before numbness, half of them with the change. */
static double planned_length(const scenario *s) {
    double spread = sqrt(2 * (s->sigma * s->sigma + LENGTH_SD * LENGTH_SD));
    double usual = log(USUAL_MINUTES), with = usual + log(s->ratio), low = usual - 5, high = with + 5;
    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        double without = (erfc((middle - usual) / spread) + erfc((middle - with) / spread)) / 4;
        *(without > CENSORED ? &low : &high) = middle;
    }
    return low;
}

/* The same seed and number give the same runner; of a scenario's candidates each works in its turn. */
static runner make_runner(const scenario *s, uint64_t seed, size_t number) {
    runner who = {.of = s, .works = s->ratio > 1 ? 1 + number % s->candidates : 0, .log_length = planned_length(s)};
    ff_random_init(&who.random, seed * UINT64_C(1000003) + number);
    who.seed = ff_random_bits(&who.random);
    who.alike = sqrt(ALIKE) * s->sigma * ff_random_normal(&who.random);
    return who;
}

static double log_onset(runner *who, size_t arm, size_t number) {
    const scenario *s = who->of;
    double expected = log(USUAL_MINUTES) + (arm == who->works ? log(s->ratio) : 0);
    double own = s->sigma * ff_random_normal(&who->random), day = s->sigma * ff_random_normal(&who->random);
    if (!s->drifts) {
        return expected + own;
    }
    who->alike = FOLLOWING * who->alike + sqrt((1 - FOLLOWING * FOLLOWING) * ALIKE) * day;
    return expected + DRIFT * (double)number + who->alike + sqrt(1 - ALIKE) * own;
}

/* What the runner says of an onset within the run. */
static void tell(runner *who, double onset, ff_trial_run *run) {
    bool pressed = ff_random_unit(&who->random) < 0.5;
    double lag = -LAP_LAG_MIN * log(1 - ff_random_unit(&who->random));
    double recalled = onset * exp(RECALL_SD * ff_random_normal(&who->random));
    double from = RECALL_MIN * floor(fmin(recalled, 0.999 * run->length_min) / RECALL_MIN);
    run->high_min = fmin(from + RECALL_MIN, run->length_min);
    if (onset < START_MIN) {
        run->known = FF_KNOWN_BEFORE;
        run->low_min = fmin(START_MIN, run->length_min);
    } else if (pressed) {
        run->known = FF_KNOWN_AT;
        run->low_min = fmin(onset + lag, run->length_min);
    } else {
        run->known = from > 0 ? FF_KNOWN_BETWEEN : FF_KNOWN_BEFORE;
        run->low_min = from > 0 ? from : run->high_min;
    }
}

static ff_trial_run make_run(runner *who, size_t arm, size_t number) {
    double onset = exp(log_onset(who, arm, number));
    double length = exp(who->log_length + LENGTH_SD * ff_random_normal(&who->random));
    ff_trial_run run = {.known = FF_KNOWN_AFTER, .low_min = length, .high_min = length, .length_min = length,
                        .by = {NAN, NAN, NAN, NAN},
                        .changes = arm > 0 ? UINT32_C(1) << (arm - 1) : 0};
    if (onset < length) {
        tell(who, onset, &run);
    }
    return run;
}

/* --- candidates and causes ------------------------------------------------------------------- */

/* What is tried, and what is believed of it before the first run. */
typedef struct beliefs {
    const char *changes[FF_TRIAL_MOST_CHANGES];
    ff_trial_cause causes[FF_MOST_TRIAL_CAUSES];
    size_t cause_count;
} beliefs;

static void believe_knowledge(const ff_assessment *assessment, size_t changes, beliefs *b) {
    double sum = 0;
    for (size_t c = 0; c < assessment->cause_count; c++) {
        sum += assessment->causes[c].p;
    }
    for (size_t c = 0; c < assessment->cause_count; c++) {
        const ff_cause *cause = assessment->causes[c].cause;
        double share = assessment->causes[c].p / sum;
        ff_trial_cause made = {.id = cause->id,
                               .prior = strcmp(cause->id, "other") == 0 ? fmax(share, FF_LEAST_OTHER) : share};
        ff_trial_cause_effects(cause, b->changes, changes, &made);
        b->cause_count = ff_trial_add_cause(b->causes, b->cause_count, changes, &made);
    }
}

/* One of them helps, or none: as likely as each other. */
static void believe_evenly(size_t changes, beliefs *b) {
    for (size_t c = 0; c <= changes; c++) {
        ff_trial_cause *cause = &b->causes[b->cause_count++];
        *cause = (ff_trial_cause){.id = c < changes ? b->changes[c] : "other", .prior = 1};
        for (size_t i = 0; i < changes; i++) {
            cause->mean[i] = i == c ? 0.5 : 0;
            cause->sd[i] = i == c ? 0.25 : 0.06;
        }
    }
}

/* The changes that promise most under the causes; the first of them where fewer are tried. */
static void choose_candidates(const ff_assessment *assessment, beliefs *b) {
    const char *all[FF_MOST_CHANGES];
    size_t count = 0, chosen[FF_TRIAL_MOST_CHANGES];
    for (size_t i = 0; i < knowledge->remedy_count && count < FF_MOST_CHANGES; i++) {
        if (!knowledge->remedies[i].visit) {
            all[count++] = knowledge->remedies[i].id;
        }
    }
    beliefs every = {.cause_count = 0};
    for (size_t c = 0; c < assessment->cause_count; c++) {
        ff_trial_cause made = {.id = "", .prior = assessment->causes[c].p};
        ff_trial_cause_effects(assessment->causes[c].cause, all, count, &made);
        every.causes[every.cause_count++] = made;
    }
    ff_trial_question question = {.changes = all, .change_count = count,
                                  .causes = every.causes, .cause_count = every.cause_count};
    ff_trial_take_knowledge(&question);
    if (ff_trial_candidates(&question, chosen) < FF_TRIAL_MOST_CHANGES) {
        die("fewer changes than candidates");
    }
    for (size_t i = 0; i < FF_TRIAL_MOST_CHANGES; i++) {
        b->changes[i] = all[chosen[i]];
    }
}

static beliefs believe(size_t changes, bool even) {
    beliefs b = {.cause_count = 0};
    ff_arena arena;
    ff_error error;
    ff_assessment assessment;
    ff_arena_init(&arena, NULL);
    ff_case nothing_said = {.age_years = NAN, .checklist_asked = true};
    if (ff_assess_case(&arena, &nothing_said, &assessment, &error) != FF_OK) {
        die(error.message);
    }
    if (assessment.cause_count > FF_MOST_TRIAL_CAUSES) {
        die("more causes than expected");
    }
    choose_candidates(&assessment, &b);
    if (even) {
        believe_evenly(changes, &b);
    } else {
        believe_knowledge(&assessment, changes, &b);
    }
    ff_arena_free(&arena);
    return b;
}

/* --- one trial ------------------------------------------------------------------------------- */

typedef enum ending { RIGHT, WRONG, NONE, UNDECIDED, ENDINGS } ending;

/* What was run so far, and how a trial ended. */
typedef struct replay {
    runner who;
    ff_trial_run runs[FF_TRIAL_MOST_RUNS];
    int arms[FF_TRIAL_MOST_RUNS];
    size_t count;
    ending end;
    bool worse; /* a change, of which none does harm, was ever said to make it worse */
} replay;

static ff_trial_question question_of(const replay *r, const beliefs *b) {
    ff_trial_question q = {.runs = r->runs, .run_count = r->count, .changes = b->changes,
                           .change_count = r->who.of->candidates, .causes = b->causes,
                           .cause_count = b->cause_count};
    ff_trial_take_knowledge(&q);
    return q;
}

static void expect_length(const replay *r, ff_next_run_question *q) {
    double sum = 0, squares = 0, n = (double)r->count;
    for (size_t i = 0; i < r->count; i++) {
        double y = log(r->runs[i].length_min);
        sum += y;
        squares += y * y;
    }
    double variance = n > 1 ? (squares - sum * sum / n) / (n - 1) : 0;
    q->log_minutes = n > 0 ? sum / n : log(USUAL_MINUTES) + 0.3;
    q->log_minutes_sd = variance > 0 ? sqrt(variance) : 0.3;
}

/* The arm of the next run, after an analysis of those so far. */
static size_t choose(const replay *r, const beliefs *b, const ff_trial_analysis *a) {
    ff_outlook first[FF_MOST_TRIAL_CAUSES];
    ff_next_run_question q = {.outlooks = a->outlooks, .outlook_count = a->outlook_count,
                              .arm_count = r->who.of->candidates + 1, .before = r->arms,
                              .before_count = r->count, .seed = r->who.seed, .number = r->count};
    ff_next_run next;
    ff_error error;
    if (q.outlook_count == 0) {
        for (size_t c = 0; c < b->cause_count; c++) {
            ff_trial_expect(&b->causes[c], r->who.of->candidates, USUAL_MINUTES, &first[c]);
        }
        q.outlooks = first;
        q.outlook_count = b->cause_count;
    }
    for (size_t i = 0; i < a->effect_count; i++) {
        const ff_trial_effect *e = &a->effects[i];
        q.helps[i + 1] = isnan(e->mixture_tenth) ? 0 : e->mixture_tenth;
        q.barred[i + 1] = e->state == FF_EFFECT_KNOWN && e->verdict == FF_VERDICT_WORSE;
    }
    expect_length(r, &q);
    if (ff_choose_next_run(&q, &next, &error) != FF_OK) {
        die(error.message);
    }
    return next.arm;
}

static ending judge(const ff_trial_analysis *a, size_t works) {
    bool right = false, none = true;
    for (size_t i = 0; i < a->effect_count; i++) {
        const ff_trial_effect *e = &a->effects[i];
        bool known = e->state == FF_EFFECT_KNOWN;
        if (known && e->verdict == FF_VERDICT_WORKS && i + 1 != works) {
            return WRONG;
        }
        right = right || (known && e->verdict == FF_VERDICT_WORKS);
        none = none && known && (e->verdict == FF_VERDICT_NOT_ENOUGH || e->verdict == FF_VERDICT_WORSE);
    }
    return right ? RIGHT : none ? NONE : UNDECIDED;
}

static bool said_worse(const ff_trial_analysis *a) {
    bool worse = false;
    for (size_t i = 0; i < a->effect_count; i++) {
        worse = worse ||
                (a->effects[i].state == FF_EFFECT_KNOWN && a->effects[i].verdict == FF_VERDICT_WORSE);
    }
    return worse;
}

/* The runs so far are looked at; then comes the next one, if it goes on. */
static void step(replay *r, const beliefs *b) {
    ff_arena arena;
    ff_error error;
    ff_trial_analysis analysis;
    ff_trial_question question = question_of(r, b);
    ff_arena_init(&arena, NULL);
    if (ff_trial_analyse(&arena, &question, &analysis, &error) != FF_OK) {
        die(error.message);
    }
    r->end = judge(&analysis, r->who.works);
    r->worse = r->worse || said_worse(&analysis);
    if (r->end == UNDECIDED && r->count < FF_TRIAL_MOST_RUNS) {
        size_t arm = choose(r, b, &analysis);
        r->arms[r->count] = (int)arm;
        r->runs[r->count] = make_run(&r->who, arm, r->count);
        r->count++;
    }
    ff_arena_free(&arena);
}

static replay replay_trial(const scenario *s, const beliefs *b, uint64_t seed, size_t number) {
    replay r = {.who = make_runner(s, seed, number), .end = UNDECIDED};
    size_t looked = 0;
    do {
        looked = r.count;
        step(&r, b);
    } while (r.count > looked);
    return r;
}

/* --- the table ------------------------------------------------------------------------------- */

static double cpu_s(void) {
    return (double)clock() / CLOCKS_PER_SEC;
}

typedef struct tally {
    size_t trials, ends[ENDINGS], worse;
    size_t of[FF_MOST_ARMS], right_of[FF_MOST_ARMS]; /* by what works */
    int runs[MOST_TRIALS], to_right[MOST_TRIALS];
} tally;

static int ascending(const void *a, const void *b) {
    return *(const int *)a - *(const int *)b;
}

/* The least number of runs within which that share of them ended; 0: there are none. */
static int within(int *runs, size_t count, double share) {
    qsort(runs, count, sizeof *runs, ascending);
    size_t at = (size_t)ceil(share * (double)count);
    return count > 0 ? runs[at > 0 ? at - 1 : 0] : 0;
}

/* The error as if one more trial had gone either way: none of a few is not never. */
static void print_share(size_t hits, size_t of) {
    double n = (double)of, p = ((double)hits + 1) / (n + 2);
    printf("  %.3f+-%.3f", (double)hits / n, sqrt(p * (1 - p) / n));
}

static void print_runs(int runs) {
    if (runs > 0) {
        printf(" %3d", runs);
    } else {
        printf("   -");
    }
}

static void print_earlier(const earlier *e) {
    const double shares[ENDINGS] = {e->right, e->wrong, e->none, e->undecided};
    printf("  |");
    for (size_t i = 0; i < ENDINGS; i++) {
        if (isnan(shares[i])) {
            printf("     -");
        } else {
            printf("  %.2f", shares[i]);
        }
    }
    print_runs(e->median);
    print_runs(e->most);
}

static void print_head(void) {
    printf("%-14s%14s%14s%14s%14s%14s%9s%9s%8s  | earlier: right, wrong, none, undecided, runs\n", "", "right",
           "wrong", "none", "undecided", "worse", "runs", "to right", "CPU s");
}

static void print_row(const scenario *s, tally *t, double seconds) {
    printf("%-14s", s->name);
    for (size_t i = 0; i < ENDINGS; i++) {
        if (i == RIGHT && s->ratio <= 1) {
            printf("%14s", "-");
        } else {
            print_share(t->ends[i], t->trials);
        }
    }
    print_share(t->worse, t->trials);
    printf(" ");
    print_runs(within(t->runs, t->trials, 0.5));
    print_runs(within(t->runs, t->trials, 0.8));
    printf(" ");
    print_runs(within(t->to_right, t->ends[RIGHT], 0.5));
    print_runs(within(t->to_right, t->ends[RIGHT], 0.8));
    printf("%8.2f", seconds / (double)t->trials);
    print_earlier(&s->was);
    printf("\n");
}

/* A change under a cause that is thought rare takes more runs. */
static void print_by_change(const tally *t, const scenario *s, const beliefs *b) {
    for (size_t i = 0; i < s->candidates; i++) {
        printf("%s %s %.2f", i == 0 ? "    right when it is" : ",", b->changes[i],
               (double)t->right_of[i + 1] / (double)t->of[i + 1]);
    }
    printf("\n");
}

static void run_scenario(const scenario *s, size_t trials, uint64_t seed, bool even) {
    static tally t;
    t = (tally){.trials = trials};
    beliefs b = believe(s->candidates, even);
    double begin = cpu_s();
    for (size_t i = 0; i < trials; i++) {
        replay r = replay_trial(s, &b, seed, i);
        t.runs[i] = (int)r.count;
        if (r.end == RIGHT) {
            t.to_right[t.ends[RIGHT]] = (int)r.count;
        }
        t.ends[r.end]++;
        t.of[r.who.works]++;
        t.right_of[r.who.works] += r.end == RIGHT;
        t.worse += r.worse;
    }
    print_row(s, &t, cpu_s() - begin);
    if (s->candidates > 1 && s->ratio > 1 && trials >= s->candidates) {
        print_by_change(&t, s, &b);
    }
    fflush(stdout);
}

/* --- peeking --------------------------------------------------------------------------------- */

typedef struct peeks {
    bool off, above;    /* the 90 % interval of the maximum-likelihood fit excluded 1; with the ratio above 1 */
    bool tenth;         /* the chance that it helps by a tenth reached 0.95 before a gain of a fifth was excluded */
    bool works, closed; /* the whole rule said so; it, or the other, ended the looking */
} peeks;

static void peek_plainly(ff_arena *arena, const ff_trial_question *question, peeks *seen) {
    ff_design design;
    ff_survival_model model;
    ff_aft_fit fit;
    ff_error error;
    if (ff_design_of(arena, question, FF_LAW_LOGNORMAL, FF_DESIGN_BARE, &design, &model, &error) != FF_OK) {
        die(error.message);
    }
    ff_aft_data data = design.data;
    size_t change = design.parameter[0];
    data.column_count = 1; /* without the drift */
    if (change != 1) {
        return; /* with the change in none of the runs, or in all */
    }
    if (ff_aft_fit_of(arena, &data, FF_LAW_LOGNORMAL, NULL, &fit, &error) != FF_OK) {
        die(error.message);
    }
    size_t p = FF_AFT_PARAMETERS(data.column_count);
    double z = fit.finite ? fit.estimate[change] / sqrt(fit.covariance[change * p + change]) : 0;
    seen->off = seen->off || fabs(z) > 1.645;
    seen->above = seen->above || z > 1.645;
}

static void peek_by_rule(ff_arena *arena, const ff_trial_question *question, peeks *seen) {
    ff_trial_analysis a;
    ff_error error;
    if (ff_trial_analyse(arena, question, &a, &error) != FF_OK) {
        die(error.message);
    }
    const ff_trial_effect *e = &a.effects[0];
    if (e->state != FF_EFFECT_KNOWN) {
        return;
    }
    seen->works = seen->works || e->verdict == FF_VERDICT_WORKS;
    seen->tenth = seen->tenth || e->helps_tenth >= 0.95;
    seen->closed = seen->works || e->verdict == FF_VERDICT_NOT_ENOUGH || e->helps_fifth < 0.10;
}

static peeks peek(const scenario *s, const beliefs *b, uint64_t seed, size_t number) {
    replay r = {.who = make_runner(s, seed, number)};
    peeks seen = {false, false, false, false, false};
    size_t first = 0;
    ff_random order;
    ff_random_init(&order, r.who.seed);
    while (r.count < FF_TRIAL_MOST_RUNS) {
        first = r.count % 2 == 0 ? ff_random_below(&order, 2) : 1 - first;
        r.runs[r.count] = make_run(&r.who, first, r.count);
        r.count++;
        if (r.count < FIRST_LOOK) {
            continue;
        }
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        ff_trial_question question = question_of(&r, b);
        peek_plainly(&arena, &question, &seen);
        if (!seen.closed) {
            peek_by_rule(&arena, &question, &seen);
        }
        ff_arena_free(&arena);
    }
    return seen;
}

static void run_peeking(size_t trials, uint64_t seed, bool even) {
    static const scenario none = {.name = "peek", .candidates = 1, .ratio = 1, .sigma = 0.35};
    beliefs b = believe(none.candidates, even);
    size_t off = 0, above = 0, tenth = 0, works = 0;
    double begin = cpu_s();
    for (size_t i = 0; i < trials; i++) {
        peeks seen = peek(&none, &b, seed, i);
        off += seen.off;
        above += seen.above;
        tenth += seen.tenth;
        works += seen.works;
    }
    double seconds = cpu_s() - begin;
    printf("\nLooking after every run at one change that does nothing; share of trials in which, within %d runs\n",
           FF_TRIAL_MOST_RUNS);
    const struct {
        const char *words;
        size_t hits;
        const char *was;
    } rows[] = {{"the 90 % interval of a plain fit ever excludes 1", off, "0.57 (after every pair)"},
                {"... with the ratio above 1", above, "-"},
                {"P(ratio > 1.1) >= 0.95 before P(ratio > 1.2) < 0.10", tenth, "0.05 (after every pair)"},
                {"footfall says that it works", works, "-"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        printf("%-52s", rows[i].words);
        print_share(rows[i].hits, trials);
        printf("  | earlier: %s\n", rows[i].was);
    }
    printf("%.2f CPU s a trial\n", seconds / (double)trials);
}

/* --- the whole ------------------------------------------------------------------------------- */

static bool asked_for(const char *name, char **names, int count) {
    bool asked = count == 0;
    for (int i = 0; i < count; i++) {
        asked = asked || strcmp(names[i], name) == 0;
    }
    return asked;
}

static bool is_known(const char *name) {
    bool known = strcmp(name, "peek") == 0;
    for (size_t i = 0; i < SCENARIOS; i++) {
        known = known || strcmp(name, scenarios[i].name) == 0;
    }
    return known;
}

static void refuse(void) {
    fprintf(stderr, "usage: bench_design [TRIALS, 1 to %d [SEED [knowledge|even [SCENARIO...]]]]\nscenarios:",
            MOST_TRIALS);
    for (size_t i = 0; i < SCENARIOS; i++) {
        fprintf(stderr, " %s", scenarios[i].name);
    }
    fprintf(stderr, " peek\n");
    exit(2);
}

int main(int argc, char **argv) {
    long trials = argc > 1 ? strtol(argv[1], NULL, 10) : 20;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    bool even = argc > 3 && strcmp(argv[3], "even") == 0;
    int first = argc < 4 ? argc : 4;
    bool good = trials >= 1 && trials <= MOST_TRIALS &&
                (argc <= 3 || even || strcmp(argv[3], "knowledge") == 0);
    for (int i = first; i < argc; i++) {
        good = good && is_known(argv[i]);
    }
    if (!good) {
        refuse();
    }
    beliefs b = believe(FF_TRIAL_MOST_CHANGES, even);
    printf("%ld trials a scenario, seed %llu, causes: %s. Candidates:", trials, (unsigned long long)seed,
           even ? "even" : "knowledge");
    for (size_t i = 0; i < FF_TRIAL_MOST_CHANGES; i++) {
        printf(" %s", b.changes[i]);
    }
    printf(" (%zu causes that runs tell apart)\n", b.cause_count);
    print_head();
    for (size_t i = 0; i < SCENARIOS; i++) {
        if (asked_for(scenarios[i].name, argv + first, argc - first)) {
            run_scenario(&scenarios[i], (size_t)trials, seed, even);
        }
    }
    if (asked_for("peek", argv + first, argc - first)) {
        run_peeking((size_t)trials, seed, even);
    }
    return 0;
}
