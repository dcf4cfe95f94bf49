#include "trial/design.h"

#include <math.h>
#include <string.h>

/* ---- priors, and their reasons ---- */

/* The usual minutes to numbness: median 25, 95 % 3.5 to 178 (runners' own words; class c). */
#define USUAL_MINUTES 25.0
#define USUAL_SD      1.0

/* A change: 90 % of them between 0.44 and 2.28 times as late. Narrower hides strong ones, wider makes
 * intervals a fifth longer (simulated). The wide one is for those who doubt it. */
#define CHANGE_SD      0.5
#define CHANGE_SD_WIDE 0.7

/* Scatter between like runs: SD 0.35, 95 % 0.13 to 0.93. In units of the law's scale. */
#define SCATTER    0.35
#define SCATTER_SD 0.5

/* Drift over ten runs (getting used to it, wear). */
#define DRIFT_SD 0.20

/* Pace, temperature, climb, load: small, the sign left open; and the step each is counted in. */
static const double adjustment_sd[FF_ADJUSTMENTS] = {0.15, 0.15, 0.10, 0.15};
static const double adjustment_step[FF_ADJUSTMENTS] = {1, 10, 100, 10};

/* One shoe against another: a factor of 1.2 is plausible; of 2 it is a change, to be entered as one. */
#define SHOE_SD 0.20

/* ---- checks ---- */

static ff_code check_run(const ff_trial_run *run, size_t number, ff_error *error) {
    bool good = run->low_min > 0 && isfinite(run->low_min) && run->length_min > 0 &&
                isfinite(run->length_min);
    if (run->known == FF_KNOWN_BETWEEN) {
        good = good && run->high_min > run->low_min && isfinite(run->high_min);
    }
    return good ? FF_OK
                : ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                          "run %zu has times that cannot be", number + 1);
}

ff_code ff_design_check(const ff_trial_question *question, ff_error *error) {
    if (question->change_count > FF_MOST_CHANGES || question->cause_count > FF_MOST_TRIAL_CAUSES) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                       "%zu changes are more than runs can tell apart; %d are the most",
                       question->change_count, FF_MOST_CHANGES);
    }
    double sum = 0;
    for (size_t c = 0; c < question->cause_count; c++) {
        sum += question->causes[c].prior;
    }
    if (question->cause_count > 0 && !(sum > 0 && isfinite(sum))) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET, "no cause has a probability");
    }
    ff_code code = FF_OK;
    for (size_t i = 0; i < question->run_count && code == FF_OK; i++) {
        code = check_run(&question->runs[i], i, error);
    }
    return code;
}

/* ---- counts ---- */

static bool made(const ff_trial_run *run, size_t change) {
    return (run->changes >> change & 1) != 0;
}

static void count_change(const ff_trial_question *q, size_t change, ff_trial_effect *effect) {
    *effect = (ff_trial_effect){.change = q->changes[change],
                                .mixture_tenth = NAN,
                                .mixture_mean = NAN,
                                .acts = q->acts[change],
                                .late.chance = NAN,
                                .decisive = q->run_count};
    for (size_t i = 0; i < q->run_count; i++) {
        bool with = made(&q->runs[i], change);
        effect->with += with;
        effect->without += !with;
        effect->switches += i > 0 && with != made(&q->runs[i - 1], change);
    }
    effect->state = effect->with == 0      ? FF_EFFECT_NEVER_MADE
                    : effect->without == 0 ? FF_EFFECT_ALWAYS_MADE
                                           : FF_EFFECT_KNOWN;
    effect->before_after = effect->state == FF_EFFECT_KNOWN && effect->switches == 1;
}

/* Two changes of which neither was made twice without the other. */
static bool go_together(const ff_trial_question *q, size_t a, size_t b) {
    size_t both = 0, only_a = 0, only_b = 0;
    for (size_t i = 0; i < q->run_count; i++) {
        bool with_a = made(&q->runs[i], a), with_b = made(&q->runs[i], b);
        both += with_a && with_b;
        only_a += with_a && !with_b;
        only_b += with_b && !with_a;
    }
    return both > 0 && only_a < 2 && only_b < 2;
}

static void find_together(const ff_trial_question *q, ff_trial_analysis *out) {
    for (size_t a = 0; a < q->change_count; a++) {
        for (size_t b = 0; b < a; b++) {
            ff_trial_effect *one = &out->effects[a], *other = &out->effects[b];
            bool varied = one->with > 0 && one->without > 0 && other->with > 0 && other->without > 0;
            if (varied && go_together(q, a, b)) {
                one->state = other->state = FF_EFFECT_GOES_WITH;
                one->other = b;
                other->other = a;
            }
        }
    }
}

void ff_design_count(const ff_trial_question *question, ff_trial_analysis *analysis) {
    analysis->usable = question->run_count;
    for (size_t i = 0; i < question->run_count; i++) {
        const ff_trial_run *run = &question->runs[i];
        analysis->numb += run->known != FF_KNOWN_AFTER;
        analysis->coming += run->known == FF_KNOWN_BETWEEN && run->low_min >= run->length_min;
    }
    for (size_t change = 0; change < question->change_count; change++) {
        count_change(question, change, &analysis->effects[change]);
    }
    find_together(question, analysis);
    for (size_t change = 0; change < question->change_count && analysis->numb == 0; change++) {
        ff_effect_state *state = &analysis->effects[change].state;
        *state = *state == FF_EFFECT_KNOWN ? FF_EFFECT_NEVER_NUMB : *state;
    }
}

/* ---- columns ---- */

typedef struct {
    ff_arena *arena;
    const ff_trial_question *question;
    ff_design *design;
    const double **columns;
    size_t count;
} builder;

/* A new column of zeros with a prior; returns it, NULL when memory is gone. */
static double *add_column(builder *b, double sd) {
    double *column = ff_arena_take(b->arena, b->question->run_count, sizeof *column);
    b->columns[b->count++] = column;
    b->design->priors[b->count] = (ff_prior){FF_PRIOR_NORMAL, 0, sd, 0};
    return column;
}

/* How much of a change there is in each run: 1 on the runs it is made on, unless it acts slowly,
 * 1 - exp(-m / ramp) on the m-th run in a row, or some of it is left on the next run. */
static void fill_change(const ff_trial_question *q, size_t change, double *column) {
    double ramp = q->ramp[change], carry = q->carry[change], in_a_row = 0, before = 0;
    for (size_t i = 0; i < q->run_count; i++) {
        in_a_row = made(&q->runs[i], change) ? in_a_row + 1 : 0;
        double own = ramp > 0 ? 1 - exp(-in_a_row / ramp) : fmin(in_a_row, 1);
        column[i] = (1 - carry) * own + carry * before;
        before = own;
    }
}

static void add_changes(builder *b, double sd) {
    const ff_trial_question *q = b->question;
    for (size_t change = 0; change < q->change_count; change++) {
        size_t with = 0;
        for (size_t i = 0; i < q->run_count; i++) {
            with += made(&q->runs[i], change);
        }
        if (with == 0 || with == q->run_count) {
            continue; /* the usual, or nothing to compare with */
        }
        double *column = add_column(b, sd);
        b->design->parameter[change] = b->count;
        if (column != NULL) {
            fill_change(q, change, column);
        }
    }
}

/* About the runner's own mean; what is not known is taken to be it. */
static void add_adjustment(builder *b, size_t by) {
    const ff_trial_question *q = b->question;
    double sum = 0, known = 0;
    for (size_t i = 0; i < q->run_count; i++) {
        double value = q->runs[i].by[by];
        sum += isfinite(value) ? value : 0;
        known += isfinite(value);
    }
    if (known < 2) {
        return;
    }
    double *column = add_column(b, adjustment_sd[by]);
    for (size_t i = 0; i < q->run_count && column != NULL; i++) {
        double value = q->runs[i].by[by];
        column[i] = isfinite(value) ? (value - sum / known) / adjustment_step[by] : 0;
    }
}

static void add_drift(builder *b) {
    size_t n = b->question->run_count;
    double *column = add_column(b, DRIFT_SD);
    b->design->drift = b->count;
    for (size_t i = 0; i < n && column != NULL; i++) {
        column[i] = ((double)i + 1 - ((double)n + 1) / 2) / 10;
    }
}

static bool same_shoe(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Shoes by the order in which they were first worn; runs of which the shoe is not known share one. */
static size_t number_shoes(const ff_trial_question *q, unsigned char *groups) {
    const char *seen[FF_MOST_GROUPS];
    size_t count = 0;
    for (size_t i = 0; i < q->run_count; i++) {
        size_t g = 0;
        while (g < count && !same_shoe(seen[g], q->runs[i].shoe)) {
            g++;
        }
        if (g == count && count == FF_MOST_GROUPS) {
            return 0; /* a shoe for every other run tells nothing of shoes */
        }
        if (g == count) {
            seen[count++] = q->runs[i].shoe;
        }
        groups[i] = (unsigned char)g;
    }
    return count >= 2 ? count : 0;
}

/* ---- rows ---- */

static ff_code add_rows(builder *b, ff_error *error) {
    const ff_trial_question *q = b->question;
    unsigned char *kinds = ff_arena_take(b->arena, q->run_count, 1);
    double *times = ff_arena_take(b->arena, 2 * q->run_count, sizeof *times);
    if (kinds == NULL || times == NULL) {
        return ff_arena_check(b->arena, error);
    }
    for (size_t i = 0; i < q->run_count; i++) {
        const ff_trial_run *run = &q->runs[i];
        kinds[i] = (unsigned char)run->known;
        times[i] = log(run->low_min);
        times[q->run_count + i] = run->known == FF_KNOWN_BETWEEN ? log(run->high_min) : times[i];
    }
    b->design->data = (ff_aft_data){.count = q->run_count,
                                    .kinds = kinds,
                                    .low = times,
                                    .high = times + q->run_count,
                                    .column_count = b->count,
                                    .columns = b->columns};
    return ff_arena_check(b->arena, error);
}

static void add_scale_prior(builder *b, ff_law law) {
    b->design->priors[0] = (ff_prior){FF_PRIOR_NORMAL, log(USUAL_MINUTES), USUAL_SD, 0};
    b->design->priors[b->count + 1] =
        (ff_prior){FF_PRIOR_NORMAL, log(SCATTER / ff_law_sd(law)), SCATTER_SD, 0};
}

ff_code ff_design_of(ff_arena *arena, const ff_trial_question *question, ff_law law,
                     ff_design_kind kind, ff_design *design, ff_survival_model *model, ff_error *error) {
    enum { MOST = FF_MOST_CHANGES + FF_ADJUSTMENTS + 1 };
    *design = (ff_design){.priors = ff_arena_take(arena, MOST + 2, sizeof *design->priors)};
    builder b = {.arena = arena, .question = question, .design = design,
                 .columns = ff_arena_take(arena, MOST, sizeof *b.columns)};
    unsigned char *groups = ff_arena_take(arena, question->run_count, 1);
    ff_code code = ff_arena_check(arena, error);
    if (code != FF_OK) {
        return code;
    }
    add_changes(&b, kind == FF_DESIGN_WIDE ? CHANGE_SD_WIDE : CHANGE_SD);
    add_drift(&b);
    for (size_t by = 0; by < FF_ADJUSTMENTS && kind != FF_DESIGN_BARE; by++) {
        if (!question->left_out[by]) {
            add_adjustment(&b, by);
        }
    }
    add_scale_prior(&b, law);
    code = add_rows(&b, error);
    size_t shoes = kind == FF_DESIGN_BARE ? 0 : number_shoes(question, groups);
    *model = (ff_survival_model){.data = &design->data,
                        .law = law,
                        .priors = design->priors,
                        .groups = shoes > 0 ? groups : NULL,
                        .group_count = shoes,
                        .tau_scale = SHOE_SD};
    return code;
}
