#include "trial/plan.h"

#include <math.h>

#define LEAST_RUNS 8.0 /* below that no verdict is given */
#define PRIOR_ONSETS 4.0

/* 1.645 + 0.84: 90 % limits, 80 % power. */
#define LIMITS_AND_POWER 2.485

#define MOST_CENSORED 0.9 /* of the share of runs without numbness: the formula ends there */

/* Sums of a mean and an SD. */
typedef struct {
    double n, sum, squares;
} moments;

static void add(moments *m, double x) {
    m->n++;
    m->sum += x;
    m->squares += x * x;
}

static double mean_of(const moments *m) {
    return m->sum / m->n;
}

/* The sum of squares about the mean. */
static double scatter_of(const moments *m) {
    return m->n > 1 ? fmax(0, m->squares - m->sum * m->sum / m->n) : 0;
}

/* Minutes to an onset whose time is known, as well as it is. */
static double onset_minutes(const ff_onset *onset) {
    if (onset->kind == FF_ONSET_EXACT && onset->from_s > 0) {
        return onset->from_s / 60;
    }
    if (onset->kind == FF_ONSET_INTERVAL && onset->from_s > 0 && onset->to_s > 0) {
        return (onset->from_s + onset->to_s) / 120;
    }
    return NAN;
}

ff_trial_plan ff_trial_plan_of(const ff_logged_run *runs, size_t count, size_t candidates) {
    moments onsets = {0}, lengths = {0};
    double said = 0, without = 0;
    for (size_t i = 0; i < count; i++) {
        double length_s = runs[i].run->figures.duration_s;
        if (runs[i].onset == NULL || !(length_s > 0)) {
            continue;
        }
        said++;
        without += runs[i].onset->kind == FF_ONSET_NONE;
        add(&lengths, log(length_s / 60));
        double minutes = onset_minutes(runs[i].onset);
        if (minutes > 0) {
            add(&onsets, log(minutes));
        }
    }
    double prior = PRIOR_ONSETS * FF_SIGMA_USUAL * FF_SIGMA_USUAL;
    double known = onsets.n > 1 ? onsets.n - 1 : 0;
    return (ff_trial_plan){
        .sigma = sqrt((prior + scatter_of(&onsets)) / (PRIOR_ONSETS + known)),
        .sigma_from = known > 0 ? (size_t)onsets.n : 0,
        .censored = said > 0 ? fmin(without / said, MOST_CENSORED) : 0,
        .candidates = candidates,
        .median_min = onsets.n > 0 ? exp(mean_of(&onsets)) : NAN,
        .log_minutes = lengths.n > 0 ? mean_of(&lengths) : NAN,
        .log_minutes_sd = lengths.n > 1 ? sqrt(scatter_of(&lengths) / (lengths.n - 1)) : 0,
    };
}

/* More candidates share the runs: half as many again with four. */
static double share(const ff_trial_plan *plan) {
    return 1 + (double)(plan->candidates > 0 ? plan->candidates - 1 : 0) / 6;
}

/* The runs times the square of the log ratio. */
static double runs_by_effect(const ff_trial_plan *plan) {
    double needed = 2 * plan->sigma * LIMITS_AND_POWER;
    return needed * needed / (1 - 0.55 * plan->censored);
}

double ff_trial_runs_for(const ff_trial_plan *plan, double time_ratio) {
    double effect = log(time_ratio);
    return share(plan) * fmax(LEAST_RUNS, 4 + runs_by_effect(plan) / (effect * effect));
}

double ff_trial_ratio_within(const ff_trial_plan *plan, double runs) {
    double left = runs / share(plan) - 4;
    return left > 0 ? exp(sqrt(runs_by_effect(plan) / left)) : INFINITY;
}
