/* The place of a pad: never under a head, just behind the sore ones, on feet of every size. */
#include "support.h"

#include "remedy/pad.h"

#include <math.h>

static const ff_knowledge *const k = &ff_knowledge_built_in;

static ff_pad_place place(double length, double ball, double width, int women, unsigned sore) {
    const ff_pad_foot foot = {length, ball, width, women};
    ff_pad_place made;
    ff_pad_place_of(k->pad, &foot, sore, &made);
    return made;
}

/* ANSUR II, worked out in the given material: men of 271.2 mm have a ball of 200.9 mm and a width
 * of 101.9; women of 246.3 one of 182.1 and 92.7. */
static void test_the_ball_follows_from_the_length(void **state) {
    (void)state;
    ff_pad_place man = place(271.2, NAN, NAN, 0, 4), woman = place(246.3, NAN, NAN, 1, 4);
    assert_true(fabs(man.ball_mm - 200.9) < 0.3);
    assert_true(fabs(man.width_mm - 101.9) < 0.3);
    assert_true(fabs(woman.ball_mm - 182.1) < 0.3);
    assert_true(fabs(woman.width_mm - 92.7) < 0.3);
    assert_true(fabs(man.ball_error_mm - 1.645 * 4.0) < 1e-9);
    ff_pad_place unknown = place(260, NAN, NAN, -1, 4);
    assert_true(unknown.ball_error_mm > man.ball_error_mm); /* between both lines, and less sure */
    assert_true(place(260, 190, 98, -1, 4).ball_error_mm == 0);
}

/* Whether a point lies in the outline: rays crossed an odd number of times. */
static bool is_inside(const ff_pad_place *p, ff_pad_point at) {
    bool inside = false;
    for (int i = 0, j = FF_PAD_OUTLINE - 1; i < FF_PAD_OUTLINE; j = i++) {
        const ff_pad_point *a = &p->outline[i], *b = &p->outline[j];
        if ((a->across > at.across) != (b->across > at.across) &&
            at.along < (b->along - a->along) * (at.across - a->across) / (b->across - a->across) +
                           a->along) {
            inside = !inside;
        }
    }
    return inside;
}

/* Over feet of all sizes, wide and narrow, with the ball measured or not, and every set of sore
 * heads. */
static void test_never_under_a_head(void **state) {
    (void)state;
    for (double length = 200; length <= 320; length += 15) {
        for (int kind = 0; kind < 6; kind++) {
            double ball = kind % 2 ? (double)NAN : length * (0.70 + 0.015 * kind);
            double width = kind < 3 ? (double)NAN : length * (0.33 + 0.03 * (kind - 3));
            for (unsigned sore = 1; sore < 32; sore++) {
                ff_pad_place p = place(length, ball, width, kind % 3 - 1, sore);
                for (int h = 0; h < FF_PAD_HEADS; h++) {
                    assert_false(is_inside(&p, p.heads[h]));
                    for (int i = 0; i < FF_PAD_OUTLINE; i++) {
                        assert_true(hypot(p.outline[i].along - p.heads[h].along,
                                          p.outline[i].across - p.heads[h].across) >=
                                    k->pad->behind_low_mm);
                    }
                }
                assert_true(p.behind_mm >= k->pad->behind_low_mm);
                assert_true(p.behind_mm < 30); /* still behind the ball, not under the arch alone */
                assert_true(p.front_mm > length / 2 && p.front_mm - p.long_mm > length / 4);
            }
        }
    }
}

/* 5 to 10 mm behind the line where one gap is sore and the ball was measured; farther where it was
 * not. */
static void test_just_behind_the_sore_heads(void **state) {
    (void)state;
    for (int gap = 0; gap < 3; gap++) {
        ff_pad_place p = place(262, 194, 98, 0, 3u << gap),
                     guessed = place(262, NAN, NAN, 0, 3u << gap);
        assert_true(p.middle_mm > p.heads[gap].across && p.middle_mm < p.heads[gap + 1].across);
        assert_true(p.behind_mm >= 5 && p.behind_mm <= 10.5);
        assert_true(guessed.behind_mm >= p.behind_mm);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_ball_follows_from_the_length),
        cmocka_unit_test(test_never_under_a_head),
        cmocka_unit_test(test_just_behind_the_sore_heads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
