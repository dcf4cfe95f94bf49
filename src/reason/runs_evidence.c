#include "reason/runs_evidence.h"

#include "base/matrix.h"
#include "reason/network.h"

#include <math.h>
#include <string.h>

bool ff_runs_tell(const ff_runs_evidence *runs, const ff_fact *fact) {
    for (size_t i = 0; runs && i < runs->told_count; i++) {
        if (strcmp(runs->told[i], fact->id) == 0) {
            return true;
        }
    }
    return false;
}

/* What causes expect of the changes, added up. */
typedef struct {
    double mean[FF_RUNS_MOST_CHANGES], variance[FF_RUNS_MOST_CHANGES];
    double off;   /* log evidence of the cause, less what is_expected makes of it */
    double count; /* of causes */
} expectation;

static void add(expectation *to, const expectation *more, size_t changes) {
    for (size_t k = 0; k < changes; k++) {
        to->mean[k] += more->mean[k];
        to->variance[k] += more->variance[k];
    }
    to->off += more->off;
    to->count += more->count;
}

/* Log of the integral of the likelihood over b ~ N(mean, variance), for causes of equal shares
 * (METHOD of the trial, section 4.1): with P the precision of that prior and L, h those of the
 * runs, [log|P| - log|P + L| + (P m + h)' (P + L)^-1 (P m + h) - m' P m] / 2. */
static double is_expected(const ff_runs_evidence *runs, const expectation *of) {
    enum { MOST = FF_RUNS_MOST_CHANGES };
    size_t n = runs->change_count;
    double both[MOST * MOST], pull[MOST], at[MOST], sum = 0;
    memcpy(both, runs->precision, n * n * sizeof *both);
    for (size_t k = 0; k < n; k++) {
        double mean = of->mean[k] / of->count, precision = of->count / of->variance[k];
        both[k * n + k] += precision;
        pull[k] = precision * mean + runs->shift[k];
        sum += log(precision) - precision * mean * mean;
    }
    if (!ff_cholesky(both, n, 0, both, NULL)) {
        return 0; /* runs that contradict any expectation tell of none */
    }
    ff_cholesky_solve(both, n, pull, at);
    for (size_t k = 0; k < n; k++) {
        sum += pull[k] * at[k];
    }
    return (sum - ff_cholesky_log_det(both, n)) / 2;
}

static void expect(const ff_knowledge *knowledge, const ff_runs_evidence *runs,
                   const ff_cause *cause, expectation *out) {
    *out = (expectation){.count = 1};
    for (size_t k = 0; k < runs->change_count; k++) {
        ff_expected_effect effect = ff_knowledge_effect(knowledge, runs->changes[k], cause);
        out->mean[k] = effect.mean;
        out->variance[k] = effect.sd * effect.sd;
    }
    out->off = runs->log_evidence[cause->index] - is_expected(runs, out);
}

/* Several causes at once share the effect in equal parts. What the nearness leaves over for each
 * cause alone is shared too, so that a single cause has its log evidence exactly. */
void ff_runs_by_state(const ff_knowledge *knowledge, const ff_runs_evidence *runs, double *out) {
    expectation one[FF_MOST_CAUSES] = {{.count = 0}};
    size_t contributors = knowledge->contributor_count, sets = (size_t)1 << contributors;
    for (size_t c = 0; c < knowledge->cause_count; c++) {
        expect(knowledge, runs, &knowledge->causes[c], &one[c]);
    }
    for (size_t s = 0; s < ff_state_count(knowledge); s++) {
        expectation all = {.count = 0};
        size_t diagnosis = s >> contributors;
        for (size_t set = s & (sets - 1), i = 0; set != 0; set >>= 1, i++) {
            if (set & 1) {
                add(&all, &one[i], runs->change_count);
            }
        }
        if (diagnosis) {
            add(&all, &one[contributors + diagnosis - 1], runs->change_count);
        }
        if (s == 0) {
            add(&all, &one[knowledge->cause_count - 1], runs->change_count);
        }
        out[s] = is_expected(runs, &all) + all.off / all.count;
    }
}
