#include "trial/redraw.h"

#include "base/random.h"

#include <math.h>
#include <string.h>

/* A sample of outcomes, the one that came among them. */
enum { SAMPLED = 9999 };
#define SAMPLE_SEED UINT64_C(20260601)

/* Sums that differ by rounding only are the same. */
#define SAME 1e-9

static bool as_far(double sum, double seen) {
    return fabs(sum) >= seen * (1 - SAME);
}

/* Every outcome once, each differing from the last in one draw (Gray's order). */
static double share_of_all(const double *moves, size_t count, double seen) {
    double sum = 0, sign[FF_REDRAW_ALL], far = 0;
    size_t outcomes = (size_t)1 << count;
    for (size_t i = 0; i < count; i++) {
        sign[i] = 1;
        sum += moves[i];
    }
    for (size_t outcome = 1; outcome <= outcomes; outcome++) {
        far += as_far(sum, seen);
        size_t turned = 0;
        while (turned < count && (outcome >> turned & 1) == 0) {
            turned++;
        }
        if (turned < count) {
            sign[turned] = -sign[turned];
            sum += 2 * sign[turned] * moves[turned];
        }
    }
    return far / (double)outcomes;
}

static double share_of_sample(const double *moves, size_t count, double seen) {
    ff_random random;
    ff_random_init(&random, SAMPLE_SEED);
    double far = 1;
    for (int i = 0; i < SAMPLED; i++) {
        double sum = 0;
        uint64_t bits = 0;
        for (size_t k = 0; k < count; k++) {
            bits = k % 64 == 0 ? ff_random_bits(&random) : bits >> 1;
            sum += bits & 1 ? moves[k] : -moves[k];
        }
        far += as_far(sum, seen);
    }
    return far / (SAMPLED + 1);
}

double ff_redraw_share(const double *moves, size_t count) {
    double seen = 0;
    for (size_t i = 0; i < count; i++) {
        seen += moves[i];
    }
    seen = fabs(seen);
    return count <= FF_REDRAW_ALL ? share_of_all(moves, count, seen) : share_of_sample(moves, count, seen);
}

/* ---- scores ---- */

/* Slopes of the runs' log-likelihoods by their expectations where the change is not in the model: above 0 for a run
 * in which numbness came late. */
static ff_code scores_without(ff_arena *arena, const ff_trial_question *question, size_t change, double *scores,
                              ff_error *error) {
    ff_trial_question without = *question;
    ff_trial_run *runs = ff_arena_take(arena, question->run_count, sizeof *runs);
    ff_design design;
    ff_survival_model model;
    ff_aft_fit peak;
    ff_code code = ff_arena_check(arena, error);
    if (code != FF_OK) {
        return code;
    }
    for (size_t i = 0; i < question->run_count; i++) {
        runs[i] = question->runs[i];
        runs[i].changes &= ~(UINT32_C(1) << change);
    }
    without.runs = runs;
    code = ff_design_of(arena, &without, FF_LAW_LOGLOGISTIC, FF_DESIGN_WHOLE, &design, &model, error);
    if (code == FF_OK) {
        code = ff_posterior_peak(arena, &model, &peak, error);
    }
    size_t last = design.data.column_count + 1 + model.group_count;
    for (size_t i = 0; i < question->run_count && code == FF_OK; i++) {
        double eta = ff_draw_expects(&model, peak.estimate, i), per = exp(-peak.estimate[last]);
        scores[i] = ff_law_terms_of(model.law, (ff_known)design.data.kinds[i], (design.data.low[i] - eta) * per,
                                    (design.data.high[i] - eta) * per)
                        .e;
    }
    return code;
}

/* ---- draws ---- */

/* Whether the draw could have come out as the change and as the usual, and came out as one of them. */
static bool could_be_either(const ff_trial_run *run, size_t change) {
    uint32_t both = 1 | UINT32_C(2) << change;
    return (run->lot & both) == both && (run->drawn == 0 || run->drawn == (int)change + 1);
}

static bool any_could(const ff_trial_question *q, size_t change) {
    for (size_t i = 0; i < q->run_count; i++) {
        if (could_be_either(&q->runs[i], change)) {
            return true;
        }
    }
    return false;
}

/* What each draw moved: half of what turning it round would change. coins has room for the coin of each. */
static size_t take_moves(const ff_trial_question *q, size_t change, const double *scores, double *moves,
                         int *coins) {
    size_t count = 0;
    for (size_t i = 0; i < q->run_count; i++) {
        const ff_trial_run *run = &q->runs[i];
        if (!could_be_either(run, change)) {
            continue;
        }
        size_t at = count;
        while (at > 0 && coins[at - 1] != run->coin) {
            at--;
        }
        if (at == 0) {
            coins[count] = run->coin;
            moves[count] = 0;
            at = ++count;
        }
        moves[at - 1] += (run->drawn == 0 ? -scores[i] : scores[i]) / 2;
    }
    return count;
}

ff_code ff_redraw_of(ff_arena *arena, const ff_trial_question *question, ff_trial_analysis *analysis,
                     ff_error *error) {
    double *scores = ff_arena_take(arena, question->run_count, sizeof *scores);
    double *moves = ff_arena_take(arena, question->run_count, sizeof *moves);
    int *coins = ff_arena_take(arena, question->run_count, sizeof *coins);
    ff_code code = ff_arena_check(arena, error);
    for (size_t i = 0; i < analysis->effect_count && code == FF_OK; i++) {
        ff_trial_effect *effect = &analysis->effects[i];
        ff_redrawn *redrawn = &effect->redrawn;
        *redrawn = (ff_redrawn){.share = NAN};
        if (effect->state != FF_EFFECT_KNOWN || !any_could(question, i)) {
            continue;
        }
        code = scores_without(arena, question, i, scores, error);
        redrawn->draws = take_moves(question, i, scores, moves, coins);
        redrawn->smallest = ldexp(2, -(int)fmin((double)redrawn->draws, 1000));
        if (redrawn->smallest <= FF_REDRAW_TELLS) {
            redrawn->share = ff_redraw_share(moves, redrawn->draws);
        }
    }
    return code;
}
