/* The re-randomisation test against outcomes that are all written out. */
#include "support.h"

#include "base/random.h"
#include "trial/analyse.h"
#include "trial/redraw.h"

#include <math.h>
#include <string.h>

/* ---- the share of outcomes ---- */

/* All outcomes, one after the other, each summed anew. */
static double by_hand(const double *moves, size_t count) {
    double seen = 0, far = 0;
    for (size_t k = 0; k < count; k++) {
        seen += moves[k];
    }
    for (size_t outcome = 0; outcome < (size_t)1 << count; outcome++) {
        double sum = 0;
        for (size_t k = 0; k < count; k++) {
            sum += (outcome >> k & 1) ? moves[k] : -moves[k];
        }
        far += fabs(sum) >= fabs(seen) - 1e-9;
    }
    return far / (double)((size_t)1 << count);
}

static void every_outcome(void **state) {
    (void)state;
    ff_random random;
    double moves[FF_REDRAW_ALL];
    ff_random_init(&random, 4);
    for (size_t count = 1; count <= FF_REDRAW_ALL; count++) {
        for (size_t i = 0; i < count; i++) {
            moves[i] = ff_random_normal(&random) + 0.3;
        }
        assert_true(fabs(ff_redraw_share(moves, count) - by_hand(moves, count)) < 1e-12);
    }
}

/* Ten draws alike: so many of each kind as a coin falls (binomial). */
static void alike(void **state) {
    (void)state;
    double moves[10];
    for (size_t i = 0; i < 10; i++) {
        moves[i] = 0.1;
    }
    assert_true(fabs(ff_redraw_share(moves, 10) - 2.0 / 1024) < 1e-12);
    moves[0] = moves[1] = -0.1; /* 8 to 2, or farther: 2 (1 + 10 + 45) of 1024 */
    assert_true(fabs(ff_redraw_share(moves, 10) - 112.0 / 1024) < 1e-12);
}

/* Where there are too many outcomes, a sample comes near what all of them give. */
static void a_sample(void **state) {
    (void)state;
    ff_random random;
    double moves[18];
    ff_random_init(&random, 9);
    for (size_t i = 0; i < 18; i++) {
        moves[i] = ff_random_normal(&random) + 0.4;
    }
    double all = by_hand(moves, 18);
    assert_true(fabs(ff_redraw_share(moves, 18) - all) < 4 * sqrt(all * (1 - all) / 9999));
    assert_true(ff_redraw_share(moves, 18) == ff_redraw_share(moves, 18));
}

/* ---- a trial ---- */

enum { RUNS = 12 };

typedef struct {
    ff_arena arena;
    ff_trial_run runs[RUNS];
    ff_trial_question question;
    ff_trial_analysis analysis;
} scene;

/* Pairs, the first half drawn; then four runs drawn by themselves out of all three arms. */
static void begin(scene *s) {
    static const char *const changes[] = {"lacing", "metpad"};
    static const double minutes[RUNS] = {19, 31, 35, 22, 18, 27, 40, 24, 21, 33, 20, 29};
    static const int drawn[RUNS] = {0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 2, 1};
    *s = (scene){.question = {.runs = s->runs, .run_count = RUNS, .changes = changes, .change_count = 2}};
    ff_arena_init(&s->arena, NULL);
    for (int i = 0; i < RUNS; i++) {
        s->runs[i] = (ff_trial_run){.known = i == 6 ? FF_KNOWN_AFTER : FF_KNOWN_AT,
                                    .low_min = minutes[i],
                                    .length_min = 60,
                                    .by = {NAN, NAN, NAN, NAN},
                                    .changes = drawn[i] > 0 ? UINT32_C(1) << (drawn[i] - 1) : 0,
                                    .lot = i < 8 ? 3 : 7,
                                    .drawn = drawn[i],
                                    .coin = i < 8 ? i / 2 : i};
    }
}

static const ff_redrawn *redrawn(scene *s, size_t change) {
    assert_int_equal(ff_trial_analyse(&s->arena, &s->question, &s->analysis, NULL), FF_OK);
    return &s->analysis.effects[change].redrawn;
}

/* The slope of a run's log-likelihood by its expectation, by differences, in a model without the change. */
static void slopes(const scene *s, bool other_counts, double *slope) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    double lows[RUNS], other[RUNS], drift[RUNS];
    unsigned char kinds[RUNS];
    for (size_t i = 0; i < RUNS; i++) {
        lows[i] = log(s->runs[i].low_min);
        kinds[i] = (unsigned char)s->runs[i].known;
        other[i] = s->runs[i].drawn == 2;
        drift[i] = ((double)i - (RUNS - 1) / 2.0) / 10;
    }
    const double *columns[] = {drift, other};
    ff_aft_data data = {RUNS, kinds, lows, lows, other_counts ? 2 : 1, columns};
    ff_prior scale = {FF_PRIOR_NORMAL, log(0.35 * sqrt(3) / 3.14159265358979), 0.5, 0};
    ff_prior priors[] = {{FF_PRIOR_NORMAL, log(25), 1, 0}, {FF_PRIOR_NORMAL, 0, 0.2, 0}, scale, scale};
    if (other_counts) {
        priors[2] = (ff_prior){FF_PRIOR_NORMAL, 0, 0.5, 0};
    }
    ff_aft_fit fit;
    assert_int_equal(ff_aft_fit_of(&arena, &data, FF_LAW_LOGLOGISTIC, priors, &fit, NULL), FF_OK);
    const double *theta = fit.estimate;
    for (size_t i = 0; i < RUNS; i++) {
        double eta = theta[0] + theta[1] * drift[i] + (other_counts ? theta[2] * other[i] : 0);
        double per = exp(-theta[data.column_count + 1]), step = 1e-5;
        double more = ff_law_value(FF_LAW_LOGLOGISTIC, s->runs[i].known, (lows[i] - eta - step) * per, 0);
        double less = ff_law_value(FF_LAW_LOGLOGISTIC, s->runs[i].known, (lows[i] - eta + step) * per, 0);
        slope[i] = (more - less) / (2 * step) / per;
    }
    ff_arena_free(&arena);
}

/* Every way in which the draws of laces or the usual could have come out: four pairs, and the single ones that
 * came out as one of the two. */
static void as_written_out(void **state) {
    (void)state;
    scene s;
    begin(&s);
    const ff_redrawn *r = redrawn(&s, 0);
    double slope[RUNS];
    slopes(&s, true, slope);
    const size_t singles[] = {8, 9, 11};
    double seen = 0, middle = 0, far = 0;
    for (size_t i = 0; i < RUNS; i++) {
        seen += s.runs[i].drawn == 1 ? slope[i] : 0;
    }
    for (size_t i = 0; i < RUNS; i++) { /* run 11 came out as another change and stays so */
        middle += i != 10 ? slope[i] / 2 : 0;
    }
    for (int outcome = 0; outcome < 128; outcome++) {
        double sum = 0;
        for (size_t pair = 0; pair < 4; pair++) {
            sum += slope[2 * pair + (outcome >> pair & 1)];
        }
        for (size_t k = 0; k < 3; k++) {
            sum += (outcome >> (4 + k) & 1) ? slope[singles[k]] : 0;
        }
        far += fabs(sum - middle) >= fabs(seen - middle) - 1e-6;
    }
    assert_int_equal(r->draws, 7);
    assert_true(r->smallest == 2.0 / 128);
    assert_true(fabs(r->share - far / 128) < 1e-12);
    assert_true(r->share < 0.1);
    assert_int_equal(s.analysis.effects[1].redrawn.draws, 2); /* out of all three: as pad, and as usual */
    assert_true(isnan(s.analysis.effects[1].redrawn.share));
    ff_arena_free(&s.arena);
}

/* What was drawn counts, not what was then run; what is not drawn anew moves nothing. */
static void by_what_was_drawn(void **state) {
    (void)state;
    scene s;
    begin(&s);
    double before = redrawn(&s, 0)->share;
    s.runs[3].changes = 1; /* drawn as usual, and run with laces */
    assert_true(redrawn(&s, 0)->share == before);
    assert_int_equal(redrawn(&s, 0)->draws, 7);
    for (size_t i = 0; i < 8; i++) {
        s.runs[i].lot = 0;
    }
    assert_int_equal(redrawn(&s, 0)->draws, 3);
    assert_true(isnan(redrawn(&s, 0)->share)); /* an eighth is the least it could be, and twice that both ways */
    for (size_t i = 0; i < RUNS; i++) {
        s.runs[i].lot = 0;
    }
    assert_int_equal(redrawn(&s, 0)->draws, 0);
    ff_arena_free(&s.arena);
}

/* Where nothing works and every run is drawn by itself, one share in ten is below a tenth: 400 trials, drawn and
 * timed by chance. */
static void nothing_works(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 12);
    int below = 0;
    for (int trial = 0; trial < 400; trial++) {
        double moves[9];
        for (size_t i = 0; i < 9; i++) {
            double score = ff_random_normal(&random) + (double)i;
            moves[i] = ff_random_below(&random, 2) == 0 ? score : -score;
        }
        below += ff_redraw_share(moves, 9) <= 0.1;
    }
    assert_in_range(below, 22, 58); /* 40 +- 3 x 6 */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_outcome),     cmocka_unit_test(alike),
        cmocka_unit_test(a_sample),          cmocka_unit_test(as_written_out),
        cmocka_unit_test(by_what_was_drawn), cmocka_unit_test(nothing_works),
    };
    return cmocka_run_group_tests_name("redraw", tests, NULL, NULL);
}
