/* The body: routines with their exercises, home tests, the pictures of both, and the rule of the
 * pad behind the ball of the foot. All of it is knowledge (knowledge.h): constant, and written from
 * knowledge/routines.txt, home_tests.txt and pictures.txt. Texts are never NULL.
 */
#ifndef FOOTFALL_BODY_H
#define FOOTFALL_BODY_H

#include <footfall/foot.h>
#include <footfall/knowledge.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- pictures ---- */

/* What is drawn, and its numbers: places in the units of a drawing of 440 across, y downward. */
typedef enum ff_draw {
    FF_DRAW_FLOOR, /* x1 x2 y */
    FF_DRAW_WALL,  /* x y1 y2 */
    FF_DRAW_BOX,   /* x y width height: a chair, a table, a cushion */
    FF_DRAW_BALL,  /* x y radius: outlined */
    FF_DRAW_DOT,   /* x y radius: filled */
    FF_DRAW_LINE,  /* x y x y ...: straight from point to point */
    FF_DRAW_DASH,  /* the same, dashed */
    FF_DRAW_CURVE, /* the same, smooth */
    FF_DRAW_SHAPE, /* smooth and closed, lightly filled */
    FF_DRAW_LIMB,  /* width x y ...: a broad stroke with round ends */
    FF_DRAW_FAR,   /* the same, pale: what lies behind */
    FF_DRAW_ARROW, /* x y x y ...: smooth, with a tip at its end */
    FF_DRAW_SAY,   /* x y and 0, 1, 2: words that begin, are centred or end there */
    FF_DRAW_BODY   /* neck, head, hip; near knee, ankle, toe; far knee, ankle, toe; elbow, hand; and
                      perhaps the other elbow and hand: x y each */
} ff_draw;

typedef struct ff_shape {
    ff_draw draw;
    const double *numbers;
    size_t number_count;
    const char *words; /* of FF_DRAW_SAY; else "" */
} ff_shape;

typedef struct ff_picture {
    const char *id;
    const char *title;
    const char *says; /* what it shows, for who hears it */
    double height;
    const ff_shape *shapes;
    size_t shape_count;
} ff_picture;

/* ---- routines ---- */

typedef struct ff_exercise {
    const char *id; /* "calf_straight" */
    const char *name;
    const ff_picture *picture;
    int sets;    /* 1 to 20 */
    int times;   /* in a set; 0: once, for so many seconds */
    int seconds; /* each time; 0: not held */
    bool each_side;
    ff_basis dose_basis;
    const char *const *steps;
    size_t step_count;
    const char *feel; /* what is felt when it is right */
} ff_exercise;

/* An answer with which to ask someone before one begins. */
typedef struct ff_caution {
    const ff_fact *fact;
    int level;
} ff_caution;

typedef struct ff_routine {
    const char *id; /* "flexibility" */
    const char *name;
    const ff_remedy *remedy; /* what a trial of it is called; NULL: none */
    const char *why;
    const char *times; /* when, and how long it takes */
    double days;       /* a week, at least; 7: daily; 0: on each run */
    ff_basis days_basis;
    const char *progress;
    const char *known; /* what studies show */
    ff_basis known_basis;
    const char *not_for; /* when not to do it */
    const char *stop;    /* when to stop */
    const char *judge;   /* when it may have worked; "" when there is nothing to judge */
    ff_basis judge_basis;
    ff_acting acts; /* where there is no remedy, which says it of its own */
    const char *see_whom;
    bool pulls; /* at a nerve: not while one may be getting worse */
    const ff_caution *cautions;
    size_t caution_count;
    const char *weak; /* "" when nothing was said */
    const ff_exercise *const *exercises;
    size_t exercise_count;
} ff_routine;

/* ---- home tests ---- */

/* Below, or above, so much: that answer. */
typedef struct ff_test_limit {
    int level; /* of the finding */
    bool below;
    bool inclusive; /* the limit itself counts too */
    double at;
} ff_test_limit;

typedef struct ff_test_measure {
    const char *unit; /* "cm" */
    double low, high; /* a reading beyond is a slip */
    bool whole;       /* counted: whole numbers only */
    const ff_test_limit *limits;
    size_t limit_count;
    int otherwise; /* the level within all limits */
    double error;  /* of one reading, 95 in 100: the true value lies so far from it at most */
    int apart;     /* the level when both sides differ by much; -1: their difference says nothing */
    double apart_at, apart_error;
    ff_basis basis; /* of the error */
} ff_test_measure;

typedef struct ff_home_test {
    const char *id; /* "lunge" */
    const char *name;
    const ff_fact *fact; /* which its result answers */
    const ff_picture *picture;
    const char *needs;
    const char *const *steps;
    size_t step_count;
    const char *counts;              /* what counts as which answer */
    const ff_test_measure *measures; /* in the units it can be told in; none: in words only */
    size_t measure_count;
    bool sum;   /* both sides are added */
    bool loads; /* more than standing still on both feet does: not while a bone may be hurt */
    const char *reliable;
    ff_basis reliable_basis;
    const char *const *means;   /* one a level of the fact */
    const char *const *act;     /* what to do, one a level */
    const ff_triage_level *see; /* how soon someone should look at it, one a level */
    const char *act_unsure;     /* what to do when it cannot tell */
    const char *not_for, *stop;
} ff_home_test;

/* What a result says. */
typedef struct ff_test_result {
    int level;       /* of the fact; -1: cannot tell */
    bool whole;      /* both sides were told; else a level that only both can give is held back */
    bool by_limit;   /* cannot tell, because the error reaches over a limit */
    double at;       /* that limit; NAN */
    bool contradict; /* cannot tell, because the sides say different things */
} ff_test_result;

/* What readings mean; NAN: that side was not told. Readings beyond the range are the caller's to
 * refuse. One side alone gives a level that one side is enough for (the first that a limit names),
 * never the one within all limits. A reading counts for a level only where its whole error lies on
 * one side of each limit. */
ff_test_result ff_home_test_judge(const ff_home_test *test, const ff_test_measure *measure,
                                  double left, double right);

/* ---- readings kept as figures of a foot ---- */

/* What is read in a home test is kept as a figure of the foot (foot.h), and a figure so kept
 * answers the test: which measure of which test a kind of figure is. NULL, and *test too: of none.
 */
const ff_test_measure *ff_home_test_of_figure(const ff_knowledge *knowledge, ff_foot_kind kind,
                                              const ff_home_test **test);

/* The other way: the kind of figure; -1: its readings are not kept. */
int ff_home_test_figure_kind(const ff_home_test *test, const ff_test_measure *measure);

/* The error of one reading as figures have it: within 9 of 10, where the measure says 95 in 100
 * (1.645 against 1.960 standard errors). */
double ff_home_test_figure_error(const ff_test_measure *measure);

/* What figures say, each by its own error; where both sides are known the larger error counts for
 * both. NULL: nothing is known of that side; both NULL: cannot tell. */
ff_test_result ff_home_test_judge_figures(const ff_home_test *test, const ff_test_measure *measure,
                                          const ff_foot_figure *left, const ff_foot_figure *right);

/* ---- the pad behind the ball of the foot ---- */

/* mm = slope x (foot length in mm) + base, and the SD of one foot about it in mm. */
typedef struct ff_foot_line {
    double slope, base, sd;
} ff_foot_line;

typedef struct ff_pad_rule {
    const ff_remedy *remedy;
    double behind_low_mm, behind_high_mm; /* front edge behind the line of the heads */
    ff_foot_line ball[2];                 /* heel to inner ball: men, women */
    ff_foot_line width[2];                /* of the ball */
    double long_of_length, wide_of_width; /* size of the pad */
    double heads[5];  /* of the long bones: forward of the inner ball, in foot lengths */
    double across[5]; /* from the inner edge of the ball, in ball widths */
    double move_mm;
    const char *how, *check, *steps, *stop, *not_for, *weak;
    ff_basis behind_basis, ball_basis, width_basis, size_basis, heads_basis, move_basis;
} ff_pad_rule;

/* ---- habits ---- */

/* One of the six ways to keep numbness away (habits.h says how it stands). */
typedef struct ff_habit {
    const char *id; /* "laces" */
    const char *name;
    const ff_remedy *remedy;
    const char *advice;
    ff_basis advice_basis;
    const char *act, *fits, *unknown;         /* what to do in each state */
    double act_days, unknown_days, fits_days; /* until one looks again */
    ff_basis again_basis;
    const char *ask; /* the question that tells */
} ff_habit;

/* Look-ups by id; NULL when there is none. */
const ff_habit *ff_knowledge_habit(const ff_knowledge *knowledge, const char *id);
const ff_routine *ff_knowledge_routine(const ff_knowledge *knowledge, const char *id);
const ff_home_test *ff_knowledge_home_test(const ff_knowledge *knowledge, const char *id);

#ifdef __cplusplus
}
#endif

#endif
