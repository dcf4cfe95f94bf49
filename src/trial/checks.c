#include "trial/checks.h"

#include "base/random.h"
#include "base/sorted.h"
#include "trial/kaplan_meier.h"
#include "trial/pareto.h"
#include "trial/verdict.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Draws at which runs are left out, and at which runs are made up. */
enum { DRAWS_WITHOUT = 1024, DRAWS_MADE_UP = 512 };

/* Before so many runs hardly anything would be flagged whatever they are. */
#define LEAST_RUNS 6u

#define FLAGGED 0.05

/* Among so many runs one as far off as the odd one comes by chance in so many of 100 trials. */
#define ODD_BY_CHANCE 0.10

/* A run that ends within so many minutes of the numbness may have been ended by it: how long it was meant to be
 * is not known then (class c). */
#define CUT_SHORT_MIN 10.0

/* The distance of residuals from their law is looked at for as long as this share of the runs is left (few say
 * little), and flagged when it, times the root of the runs, is more than 5 in 100 trials show (simulated under the
 * law, 10 to 40 runs, up to half of them censored). */
#define LEFT         0.25
#define LAW_GAP_ROOT 0.75

#define MADE_UP_SEED UINT64_C(20260501)

typedef struct {
    ff_arena *arena;
    const ff_trial_question *question;
    const ff_design *design;
    const ff_survival_model *model;
    const ff_posterior *known;
    ff_trial_analysis *out;
    ff_error *error;
} checking;

/* ---- scores ---- */

/* Normal quantile to 0.0005 [Abramowitz and Stegun 1964, 26.2.23], which is much where a score is judged by
 * its first two digits. */
static double score_of(double share) {
    double p = fmin(fmax(share, 1e-12), 1 - 1e-12), tail = fmin(p, 1 - p);
    double t = sqrt(-2 * log(tail));
    double x = t - (2.515517 + t * (0.802853 + t * 0.010328)) /
                       (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    return p < 0.5 ? -x : x;
}

/* The middle of what is left when a run is known to lie in a part of the law. */
static double middle(ff_known known, double by_low, double by_high) {
    switch (known) {
    case FF_KNOWN_AT: return by_low;
    case FF_KNOWN_AFTER: return (1 + by_low) / 2;
    case FF_KNOWN_BEFORE: return by_low / 2;
    default: return (by_low + by_high) / 2;
    }
}

/* A row at a draw: its place under the law. */
static double place(const ff_survival_model *model, double eta, double per, size_t row) {
    const ff_aft_data *data = model->data;
    ff_known known = (ff_known)data->kinds[row];
    double by_low = ff_law_share_by(model->law, (data->low[row] - eta) * per);
    double by_high = known == FF_KNOWN_BETWEEN
                         ? ff_law_share_by(model->law, (data->high[row] - eta) * per)
                         : by_low;
    return middle(known, by_low, by_high);
}

/* ---- one run at a time ---- */

/* Draws weighed as if a run had not been. */
typedef struct {
    ff_few_draws few;
    double *log_weights, *per; /* of each draw, the other one over its scale */
    double *eta;               /* what each draw expects of the run */
    double *without, *scratch;
    ff_placed_weight *tail;
} leaving_out;

static double run_value(const ff_survival_model *model, double eta, double per, size_t row) {
    const ff_aft_data *data = model->data;
    return ff_law_value(model->law, (ff_known)data->kinds[row], (data->low[row] - eta) * per,
                        (data->high[row] - eta) * per);
}

/* Weighs the draws without the run, and gives the run's place under the rest. */
static double leave_out(const checking *c, leaving_out *l, size_t row) {
    size_t count = l->few.count;
    bool exact = c->model->data->kinds[row] == FF_KNOWN_AT;
    double most = -INFINITY, sum = 0, at = 0;
    for (size_t m = 0; m < count; m++) {
        const double *theta = l->few.theta + m * l->few.size;
        l->eta[m] = ff_draw_expects(c->model, theta, row);
        double value = run_value(c->model, l->eta[m], l->per[m], row) - (exact ? theta[l->few.size - 1] : 0);
        l->without[m] = isfinite(value) ? l->log_weights[m] - value : -INFINITY; /* as its weight is 0 */
        most = fmax(most, l->without[m]);
    }
    for (size_t m = 0; m < count; m++) {
        l->without[m] = exp(l->without[m] - most);
    }
    ff_pareto_smooth(l->without, count, l->scratch, l->tail);
    for (size_t m = 0; m < count; m++) {
        sum += l->without[m];
        at += l->without[m] * place(c->model, l->eta[m], l->per[m], row);
    }
    return at / sum;
}

static ff_code begin_leaving_out(const checking *c, leaving_out *l) {
    ff_code code = ff_posterior_few(c->arena, c->model, c->known, DRAWS_WITHOUT, &l->few, c->error);
    if (code != FF_OK) {
        return code;
    }
    size_t count = l->few.count;
    double *room = ff_arena_take(c->arena, 5 * count, sizeof *room);
    l->tail = ff_arena_take(c->arena, ff_pareto_tail(count), sizeof *l->tail);
    code = ff_arena_check(c->arena, c->error);
    if (code != FF_OK) {
        return code;
    }
    l->log_weights = room;
    l->per = room + count;
    l->eta = room + 2 * count;
    l->without = room + 3 * count;
    l->scratch = room + 4 * count;
    for (size_t m = 0; m < count; m++) {
        l->log_weights[m] = log(l->few.weights[m]);
        l->per[m] = exp(-l->few.theta[(m + 1) * l->few.size - 1]);
    }
    return FF_OK;
}

/* Least is what the chance of the verdict fell to so far. */
static void look_whether_it_decides(const checking *c, const leaving_out *l, size_t row, double *least) {
    for (size_t i = 0; i < c->out->effect_count; i++) {
        ff_trial_effect *e = &c->out->effects[i];
        if (e->state != FF_EFFECT_KNOWN || !ff_verdict_is_settled(e->verdict)) {
            continue;
        }
        ff_effect_chances chances = ff_effect_chances_of(l->few.theta + c->design->parameter[i], l->without, l->few.count,
                                           l->few.size);
        double for_it = ff_verdict_chance(e->verdict, &chances);
        if (ff_verdict_falls(e->verdict, &chances) && for_it < least[i]) {
            least[i] = for_it;
            e->decisive = row;
        }
    }
}

static void find_odd(checking *c) {
    size_t n = c->out->usable;
    double odd = ff_law_quantile(FF_LAW_LOGNORMAL, 1 - ODD_BY_CHANCE / 2 / (double)n);
    for (size_t row = 0; row < n; row++) {
        double score = c->out->checks.runs[row].score;
        if (fabs(score) > fmax(odd, fabs(c->out->odd_sd))) {
            c->out->odd_run = row;
            c->out->odd_sd = score;
        }
    }
}

static ff_code look_at_each(checking *c) {
    double least[FF_MOST_CHANGES];
    leaving_out l;
    ff_code code = begin_leaving_out(c, &l);
    c->out->checks.runs = ff_arena_take(c->arena, c->out->usable, sizeof *c->out->checks.runs);
    code = code == FF_OK ? ff_arena_check(c->arena, c->error) : code;
    for (size_t i = 0; i < FF_MOST_CHANGES; i++) {
        least[i] = 1;
    }
    for (size_t row = 0; row < c->out->usable && code == FF_OK; row++) {
        c->out->checks.runs[row].score = score_of(leave_out(c, &l, row));
        look_whether_it_decides(c, &l, row, least);
    }
    if (code == FF_OK) {
        find_odd(c);
    }
    return code;
}

/* ---- residuals ---- */

static void take_residuals(checking *c) {
    const ff_aft_data *data = c->model->data;
    const double *theta = c->known->peak.estimate;
    double per = exp(-theta[c->known->parameters - 1 + c->model->group_count]);
    for (size_t row = 0; row < data->count; row++) {
        ff_run_check *run = &c->out->checks.runs[row];
        ff_known known = (ff_known)data->kinds[row];
        double eta = ff_draw_expects(c->model, theta, row);
        double low = -ff_law_log_beyond(c->model->law, (data->low[row] - eta) * per);
        double high = -ff_law_log_beyond(c->model->law, (data->high[row] - eta) * per);
        run->residual_low = known == FF_KNOWN_BEFORE ? 0 : low;
        run->residual_high = known == FF_KNOWN_AFTER     ? INFINITY
                             : known == FF_KNOWN_BETWEEN ? high
                                                         : low;
    }
}

/* Their curve, with every onset at the one end of what is known of it. */
static ff_code residual_curve(checking *c, bool at_high, ff_kaplan_meier *curve) {
    size_t n = c->out->usable;
    ff_survival_time *times = ff_arena_take(c->arena, n, sizeof *times);
    for (size_t i = 0; i < n && times != NULL; i++) {
        const ff_run_check *run = &c->out->checks.runs[i];
        bool came = isfinite(run->residual_high);
        times[i] = (ff_survival_time){came && at_high ? run->residual_high : run->residual_low, came};
    }
    ff_code code = ff_arena_check(c->arena, c->error);
    return code == FF_OK ? ff_kaplan_meier_of_times(c->arena, times, n, curve, c->error) : code;
}

/* How far exp(-r) leaves what lies between the two curves. */
static double gap_of(const ff_kaplan_meier *low, const ff_kaplan_meier *high) {
    double gap = 0, least = LEFT * (double)high->runs;
    for (size_t i = 0; i < high->row_count && (double)high->rows[i].at_risk >= least; i++) {
        gap = fmax(gap, exp(-high->rows[i].minutes) - high->rows[i].free);
    }
    double before = 1;
    for (size_t i = 0; i < low->row_count && (double)low->rows[i].at_risk >= least; i++) { /* a curve is highest just before it falls */
        gap = fmax(gap, before - exp(-low->rows[i].minutes));
        before = low->rows[i].free;
    }
    return gap;
}

static ff_code look_at_law(checking *c) {
    ff_trial_checks *checks = &c->out->checks;
    ff_kaplan_meier low, high;
    take_residuals(c);
    for (size_t i = 0; i < c->out->usable; i++) {
        bool larger = checks->runs[i].residual_low > checks->runs[checks->largest].residual_low;
        bool smaller = checks->runs[i].residual_high < checks->runs[checks->smallest].residual_high;
        checks->largest = larger ? i : checks->largest;
        checks->smallest = smaller ? i : checks->smallest;
    }
    ff_code code = residual_curve(c, false, &low);
    if (code == FF_OK) {
        code = residual_curve(c, true, &high);
    }
    if (code == FF_OK) {
        checks->law_gap = gap_of(&low, &high);
        checks->law_flagged = checks->law_gap * sqrt((double)c->out->usable) > LAW_GAP_ROOT;
    }
    return code;
}

/* ---- runs made up ---- */

/* How long the runs were meant to be, as logs: where a run was cut short by the numbness, one of the longer
 * ones that were not. */
typedef struct {
    double *whole;   /* lengths of runs that were not cut short, ascending */
    size_t whole_count;
    double *planned; /* of each run */
    size_t *longer;  /* how many of whole are not longer than a run that was cut short; SIZE_MAX: it was not */
} lengths;

/* Of a run that was numb some time, nobody knows when, it is taken that it ended as it was meant to. */
static bool cut_short(const ff_trial_run *run) {
    double by = run->known == FF_KNOWN_BETWEEN ? run->high_min : run->low_min;
    bool sometime = run->known == FF_KNOWN_BEFORE && by >= run->length_min;
    return run->known != FF_KNOWN_AFTER && !sometime && run->length_min - by <= CUT_SHORT_MIN;
}

static ff_code take_lengths(checking *c, lengths *l) {
    const ff_trial_question *q = c->question;
    *l = (lengths){.whole = ff_arena_take(c->arena, q->run_count, sizeof *l->whole),
                   .planned = ff_arena_take(c->arena, q->run_count, sizeof *l->planned),
                   .longer = ff_arena_take(c->arena, q->run_count, sizeof *l->longer)};
    ff_code code = ff_arena_check(c->arena, c->error);
    if (code != FF_OK) {
        return code;
    }
    for (size_t i = 0; i < q->run_count; i++) {
        const ff_trial_run *run = &q->runs[i];
        l->planned[i] = log(run->known == FF_KNOWN_AFTER ? run->low_min : run->length_min);
        if (!cut_short(run)) {
            l->whole[l->whole_count++] = l->planned[i];
        }
    }
    ff_sort_numbers(l->whole, l->whole_count);
    for (size_t i = 0; i < q->run_count; i++) {
        l->longer[i] = SIZE_MAX;
        if (cut_short(&q->runs[i])) {
            for (l->longer[i] = 0; l->longer[i] < l->whole_count && l->whole[l->longer[i]] <= l->planned[i];) {
                l->longer[i]++;
            }
        }
    }
    return FF_OK;
}

/* Where a made-up run ends; INFINITY where no run was ever longer. */
static double end_of(const lengths *l, size_t row, ff_random *random) {
    if (l->longer[row] == SIZE_MAX) {
        return l->planned[row];
    }
    size_t left = l->whole_count - l->longer[row];
    return left > 0 ? l->whole[l->longer[row] + ff_random_below(random, (uint32_t)left)] : INFINITY;
}

/* What is looked at, of scores in the order of the runs. */
typedef struct {
    const checking *c;
    size_t *per_group;
} looking;

static double following(const double *score, size_t n, double mean) {
    double squares = 0, products = 0;
    for (size_t i = 0; i < n; i++) {
        squares += (score[i] - mean) * (score[i] - mean);
        products += i > 0 ? (score[i] - mean) * (score[i - 1] - mean) : 0;
    }
    return squares > 0 ? products / squares : 0;
}

static double slope(const double *score, size_t n) {
    double middle_run = ((double)n - 1) / 2, squares = 0, products = 0;
    for (size_t i = 0; i < n; i++) {
        double x = ((double)i - middle_run) / 10;
        squares += x * x;
        products += x * score[i];
    }
    return products / squares;
}

static double farthest_shoe(const looking *l, const double *score) {
    const ff_survival_model *model = l->c->model;
    double sums[FF_MOST_GROUPS] = {0}, most = NAN;
    for (size_t i = 0; i < model->data->count && model->group_count > 0; i++) {
        sums[model->groups[i]] += score[i];
    }
    for (size_t g = 0; g < model->group_count; g++) {
        most = fmax(most, fabs(sums[g]) / sqrt((double)l->per_group[g]));
    }
    return most;
}

static void look(const looking *l, const double *score, double censored, double *seen) {
    size_t n = l->c->out->usable;
    double sum = 0, most = 0;
    for (size_t i = 0; i < n; i++) {
        sum += score[i];
        most = fmax(most, fabs(score[i]));
    }
    seen[FF_CHECK_FOLLOWING] = following(score, n, sum / (double)n);
    seen[FF_CHECK_FARTHEST] = most;
    seen[FF_CHECK_DRIFT] = slope(score, n);
    seen[FF_CHECK_CENSORED] = censored / (double)n;
    seen[FF_CHECK_SHOES] = farthest_shoe(l, score);
}

/* The score of a run made up under the law, told as its own run was: to the minute, to an interval as wide,
 * or not to the minute; *censored counts it when it ends first. */
static double make_up(const checking *c, const lengths *l, double eta, double per, size_t row,
                      ff_random *random, double *censored) {
    const ff_aft_data *data = c->model->data;
    ff_law law = c->model->law;
    ff_known known = (ff_known)data->kinds[row];
    double by = ff_random_unit(random), end = end_of(l, row, random);
    double by_end = isfinite(end) ? ff_law_share_by(law, (end - eta) * per) : 1;
    if (by > by_end) {
        ++*censored;
        return score_of(middle(FF_KNOWN_AFTER, by_end, by_end));
    }
    if (known == FF_KNOWN_BEFORE) {
        double by_then = ff_law_share_by(law, (data->low[row] - eta) * per);
        return score_of(by <= by_then ? middle(FF_KNOWN_BEFORE, by_then, by_then) : by);
    }
    if (known == FF_KNOWN_BETWEEN) {
        double width = data->high[row] - data->low[row], part = ff_random_unit(random);
        double at = ff_law_quantile(law, fmin(fmax(by, 1e-12), 1 - 1e-12));
        double low = ff_law_share_by(law, at - part * width * per);
        double high = ff_law_share_by(law, at + (1 - part) * width * per);
        return score_of(middle(FF_KNOWN_BETWEEN, low, high));
    }
    return score_of(by);
}

/* One draw: the runs as they were, and as they might have been. */
static void compare(const looking *l, const lengths *planned, const double *theta, double *score,
                    ff_random *random, double *seen, double *made_up) {
    const checking *c = l->c;
    size_t n = c->out->usable;
    double per = exp(-theta[c->known->parameters - 1 + c->model->group_count]), censored = 0;
    double *other = score + n;
    for (size_t row = 0; row < n; row++) {
        double eta = ff_draw_expects(c->model, theta, row);
        score[row] = score_of(place(c->model, eta, per, row));
        other[row] = make_up(c, planned, eta, per, row, random, &censored);
    }
    look(l, score, (double)(n - c->out->numb), seen);
    look(l, other, censored, made_up);
}

static ff_code count_groups(const checking *c, looking *l) {
    *l = (looking){c, ff_arena_take(c->arena, FF_MOST_GROUPS, sizeof *l->per_group)};
    ff_code code = ff_arena_check(c->arena, c->error);
    for (size_t i = 0; i < c->out->usable && c->model->group_count > 0 && code == FF_OK; i++) {
        l->per_group[c->model->groups[i]]++;
    }
    return code;
}

static ff_code look_at_all(checking *c) {
    ff_few_draws few;
    lengths planned;
    looking l;
    ff_random random;
    ff_predictive *whole = c->out->checks.whole;
    ff_random_init(&random, MADE_UP_SEED);
    ff_code code = ff_posterior_few(c->arena, c->model, c->known, DRAWS_MADE_UP, &few, c->error);
    if (code == FF_OK) {
        code = take_lengths(c, &planned);
    }
    if (code == FF_OK) {
        code = count_groups(c, &l);
    }
    double *score = ff_arena_take(c->arena, 2 * c->out->usable, sizeof *score);
    code = code == FF_OK ? ff_arena_check(c->arena, c->error) : code;
    for (size_t m = 0; m < few.count && code == FF_OK; m++) {
        double seen[FF_TRIAL_CHECKS], made_up[FF_TRIAL_CHECKS];
        compare(&l, &planned, few.theta + m * few.size, score, &random, seen, made_up);
        for (size_t k = 0; k < FF_TRIAL_CHECKS; k++) {
            whole[k].seen += few.weights[m] * seen[k];
            whole[k].expected += few.weights[m] * made_up[k];
            whole[k].p += few.weights[m] * (made_up[k] > seen[k] ? 1 : made_up[k] < seen[k] ? 0 : 0.5);
        }
    }
    for (size_t k = 0; k < FF_TRIAL_CHECKS && code == FF_OK; k++) {
        whole[k].flagged = whole[k].p < FLAGGED || whole[k].p > 1 - FLAGGED;
    }
    if (code == FF_OK && c->model->group_count == 0) {
        whole[FF_CHECK_SHOES] = (ff_predictive){NAN, NAN, NAN, false};
    }
    return code;
}

/* ---- shoes ---- */

static ff_code look_at_shoes(checking *c) {
    ff_trial_checks *checks = &c->out->checks;
    const ff_survival_model *model = c->model;
    checks->shoes = ff_arena_take(c->arena, model->group_count, sizeof *checks->shoes);
    ff_code code = ff_arena_check(c->arena, c->error);
    for (size_t i = 0; i < c->out->usable && model->group_count > 0 && code == FF_OK; i++) {
        ff_shoe_check *shoe = &checks->shoes[model->groups[i]];
        shoe->shoe = c->question->runs[i].shoe;
        shoe->score += (checks->runs[i].score - shoe->score) / (double)++shoe->runs;
    }
    checks->shoe_count = model->group_count;
    return code;
}

ff_code ff_checks_of(ff_arena *arena, const ff_trial_question *question, const ff_design *design,
                     const ff_survival_model *model, const ff_posterior *known,
                     ff_trial_analysis *analysis, ff_error *error) {
    checking c = {arena, question, design, model, known, analysis, error};
    ff_code code = look_at_each(&c);
    analysis->checks.enough = analysis->usable >= LEAST_RUNS;
    if (code == FF_OK) {
        code = look_at_law(&c);
    }
    if (code == FF_OK && analysis->checks.enough) {
        code = look_at_all(&c);
    }
    return code == FF_OK ? look_at_shoes(&c) : code;
}
