/* Changes that act slowly, or over weeks, on runs made so. */
#include "support.h"

#include "base/random.h"
#include "trial/analyse.h"

#include <math.h>

enum { RUNS = 40, BLOCK = 5 };

/* How much of a change there is in the run: of so many with it in a row, and after so many without. */
typedef double part_of_it(int with_in_a_row, int without_in_a_row);

static double at_once(int with, int without) {
    (void)without;
    return with > 0 ? 1 : 0;
}

/* With tau = 6. */
static double slowly(int with, int without) {
    (void)without;
    return with > 0 ? 1 - exp(-with / 6.0) : 0;
}

/* Half of it is there on the first run with it, and on the first without. */
static double lingering(int with, int without) {
    return with == 1 || without == 1 ? 0.5 : with > 0 ? 1 : 0;
}

typedef struct {
    ff_arena arena;
    ff_trial_run runs[RUNS];
    ff_trial_analysis analysis;
} scene;

/* Numbness at 20 minutes, 2.5 times as late with all of it; in blocks of so many runs, the last first
 * without. */
static const ff_trial_effect *tried(scene *s, part_of_it *part, ff_acting acts, int block) {
    static const char *const change[] = {"something"};
    ff_random random;
    int with = 0, without = 0;
    ff_random_init(&random, 11);
    ff_arena_init(&s->arena, NULL);
    for (int i = 0; i < RUNS; i++) {
        bool made = i / block % 2 == 1;
        with = made ? with + 1 : 0;
        without = made ? 0 : i < block ? BLOCK : without + 1;
        double minutes = 20 * exp(log(2.5) * part(with, without) + 0.08 * ff_random_normal(&random));
        s->runs[i] = (ff_trial_run){.known = FF_KNOWN_AT,
                                    .low_min = minutes,
                                    .length_min = 80,
                                    .by = {NAN, NAN, NAN, NAN},
                                    .changes = made};
    }
    ff_trial_question question = {.runs = s->runs,
                                  .run_count = RUNS,
                                  .changes = change,
                                  .change_count = 1,
                                  .acts = {acts}};
    assert_int_equal(ff_trial_analyse(&s->arena, &question, &s->analysis, NULL), FF_OK);
    return &s->analysis.effects[0];
}

static void acts_slowly(void **state) {
    (void)state;
    scene s;
    const ff_trial_effect *e = tried(&s, slowly, FF_ACTS_SLOWLY, BLOCK);
    assert_true(e->late.chance > 0.95);
    assert_true(e->late.low < 2.5 && e->late.high > 2.5); /* of the whole, which no run had yet */
    assert_true(e->median < 2);                           /* as if it had acted at once */
    ff_arena_free(&s.arena);
    e = tried(&s, at_once, FF_ACTS_SLOWLY, BLOCK);
    assert_true(e->late.chance < 0.05);
    assert_true(fabs(e->late.median - e->median) < 0.1);
    ff_arena_free(&s.arena);
}

static void is_left_on_the_next_run(void **state) {
    (void)state;
    scene s;
    const ff_trial_effect *e = tried(&s, lingering, FF_ACTS_BY_WEEKS, BLOCK);
    assert_true(e->late.chance > 0.95);
    assert_true(e->late.low < 2.5 && e->late.high > 2.5);
    ff_arena_free(&s.arena);
    e = tried(&s, at_once, FF_ACTS_BY_WEEKS, BLOCK);
    assert_true(e->late.chance < 0.05);
    ff_arena_free(&s.arena);
}

/* Whatever is made over weeks is never said to work, however plain it is. */
static void goes_with(void **state) {
    (void)state;
    scene s;
    assert_int_equal(tried(&s, at_once, FF_ACTS_AT_ONCE, 2)->verdict, FF_VERDICT_WORKS);
    assert_true(isnan(s.analysis.effects[0].late.chance));
    ff_arena_free(&s.arena);
    assert_int_equal(tried(&s, at_once, FF_ACTS_BY_WEEKS, 2)->verdict, FF_VERDICT_GOES_WITH);
    ff_arena_free(&s.arena);
    assert_int_equal(tried(&s, at_once, FF_ACTS_BY_WEEKS, 10)->verdict, FF_VERDICT_GOES_WITH);
    ff_arena_free(&s.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acts_slowly),
        cmocka_unit_test(is_left_on_the_next_run),
        cmocka_unit_test(goes_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
