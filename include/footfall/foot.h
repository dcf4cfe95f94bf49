/* A foot: what was measured of it, by which method, at what time of day, and how far off that may
 * be.
 *
 * What is measured stands with its name as stored and typed, its unit, its words, and the least and
 * the most that is believed. The limits of lengths and widths are those of grown feet: the smallest
 * and largest of 6,068 (ANSUR II, public data of the US Army, 2012) with room to spare; beyond them
 * it is a slip of the hand or the wrong unit.
 */
#ifndef FOOTFALL_FOOT_H
#define FOOTFALL_FOOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* X(identifier, name, unit, words, least, most). Widths at 80, 88 and 94 % are at that share of the
 * foot's own length, from the heel. */
#define FF_FOOT_KIND_LIST(X)                                                                       \
    X(FF_FOOT_LENGTH, "length", "mm", "length", 180, 330)                                          \
    X(FF_FOOT_BALL_WIDTH, "ball_width", "mm", "width at the ball", 60, 140)                        \
    X(FF_FOOT_GIRTH, "girth", "mm", "girth round the ball", 150, 340)                              \
    X(FF_FOOT_WIDTH_80, "width_80", "mm", "width at 80 % of the length", 40, 140)                  \
    X(FF_FOOT_WIDTH_88, "width_88", "mm", "width at 88 % of the length", 30, 130)                  \
    X(FF_FOOT_WIDTH_94, "width_94", "mm", "width at 94 % of the length", 20, 120)                  \
    X(FF_FOOT_BALL_LENGTH, "ball_length", "mm", "length from heel to ball", 120, 260)              \
    X(FF_FOOT_HEEL_WIDTH, "heel_width", "mm", "width at the heel", 35, 100)                        \
    X(FF_FOOT_ARCH_INDEX, "arch_index", "", "arch index", 0, 0.5)                                  \
    X(FF_FOOT_CHIPPAUX, "chippaux", "", "narrowest by widest of the print (Chippaux-Smirak)", 0,   \
      1.2)                                                                                         \
    X(FF_FOOT_STAHELI, "staheli", "", "narrowest by heel of the print (Staheli)", 0, 2)            \
    X(FF_FOOT_LINE, "foot_line", "mm", "foot line test", -20, 30)                                  \
    X(FF_FOOT_NAVICULAR_DROP, "navicular_drop", "mm", "navicular drop", 0, 30)                     \
    X(FF_FOOT_FPI, "fpi", "", "foot posture index (FPI-6)", -12, 12)                               \
    X(FF_FOOT_LUNGE, "lunge", "cm", "lunge, toe to wall", 0, 30)                                   \
    X(FF_FOOT_LUNGE_ANGLE, "lunge_angle", "deg", "lunge, shin from upright", 0, 70)                \
    X(FF_FOOT_THIGH, "thigh_level", "deg", "Thomas test, thigh above level", -40, 60)              \
    X(FF_FOOT_HEEL_RAISES, "heel_raises", "raises", "heel raises on one leg", 0, 200)              \
    X(FF_FOOT_TOUCHES_MISSED, "touches_missed", "misses", "light touches missed, of 3", 0, 3)

#define FF_FOOT_ENUM(id, name, unit, words, least, most) id,
typedef enum ff_foot_kind { FF_FOOT_KIND_LIST(FF_FOOT_ENUM) FF_FOOT_KIND_COUNT } ff_foot_kind;
#undef FF_FOOT_ENUM

/* The kinds up to the posture index are told of a foot as such; those behind it are what a home test
 * read, and only a home test takes them (body.h). */
#define FF_FOOT_TOLD_COUNT (FF_FOOT_FPI + 1)

/* How it was measured. */
#define FF_FOOT_METHOD_LIST(X)                                                                     \
    X(FF_FOOT_BY_OUTLINE, "outline", "standing outline on paper")                                  \
    X(FF_FOOT_BY_RULER, "ruler", "standing, heel to the wall, ruler")                              \
    X(FF_FOOT_BY_TAPE, "tape", "tape measure")                                                     \
    X(FF_FOOT_BY_CALIPER, "caliper", "caliper")                                                    \
    X(FF_FOOT_BY_BRANNOCK, "brannock", "Brannock device")                                          \
    X(FF_FOOT_BY_SCAN, "scan", "scan of the foot")                                                 \
    X(FF_FOOT_BY_PHOTO, "photo", "photo on a sheet")                                               \
    X(FF_FOOT_BY_WET_PRINT, "wet_print", "wet or ink print")                                       \
    X(FF_FOOT_BY_SITTING, "sitting", "sitting, without weight")                                    \
    X(FF_FOOT_BY_CLINICIAN, "clinician", "measured by a clinician")                                \
    X(FF_FOOT_BY_OTHER, "other", "another way")                                                    \
    X(FF_FOOT_BY_HOME_TEST, "home_test", "home test")

#define FF_METHOD_ENUM(id, name, words) id,
typedef enum ff_foot_method {
    FF_FOOT_METHOD_LIST(FF_METHOD_ENUM) FF_FOOT_METHOD_COUNT
} ff_foot_method;

/* When in the day: feet are longer and wider in the evening and after a run. */
#define FF_FOOT_TIME_LIST(X)                                                                       \
    X(FF_FOOT_TIME_UNKNOWN, "", "")                                                                \
    X(FF_FOOT_MORNING, "morning", "in the morning")                                                \
    X(FF_FOOT_MIDDAY, "midday", "at midday")                                                       \
    X(FF_FOOT_EVENING, "evening", "in the evening")                                                \
    X(FF_FOOT_AFTER_RUN, "after_run", "right after a run")

typedef enum ff_foot_time { FF_FOOT_TIME_LIST(FF_METHOD_ENUM) FF_FOOT_TIME_COUNT } ff_foot_time;
#undef FF_METHOD_ENUM

typedef enum ff_side { FF_LEFT, FF_RIGHT } ff_side;

typedef struct ff_foot_figure {
    int64_t id;
    ff_side side;
    ff_foot_kind kind;
    double value; /* NAN: what was said before is taken back */
    double error; /* how far off it may be: 9 of 10 measurings lie within it */
    ff_foot_method method;
    ff_foot_time time;
    const char *said_by; /* "runner", "clinician" */
    int64_t said_at_s;   /* UTC seconds */
} ff_foot_figure;

/* The arch by its index: the middle third of the print by all of it without the toes; 0.21 and less
 * is called high, 0.26 and more low (R01: a quarter each of 107 feet). The chances are what the
 * error of the measuring leaves open, and no more than that. */
typedef struct ff_arch {
    const char *level; /* the likeliest: "low", "mid", "high", as of the question "foot_shape" */
    double p_low, p_mid, p_high;
} ff_arch;

typedef struct ff_foot_figure_list {
    ff_foot_figure *items;
    size_t count;
} ff_foot_figure_list;

const char *ff_side_letter(ff_side side); /* "L", "R" */
const char *ff_side_word(ff_side side);   /* "left", "right" */
int ff_side_of_name(const char *name);    /* of "L", "left", "R", "right"; -1: none of them */

/* Names as stored; NULL when out of range. The other way round: the number, or -1. */
const char *ff_foot_kind_name(ff_foot_kind kind);
int ff_foot_kind_of_name(const char *name);
const char *ff_foot_kind_words(ff_foot_kind kind);
const char *ff_foot_kind_unit(ff_foot_kind kind); /* "mm", "cm", "deg", "raises", or "" */
int ff_foot_kind_places(ff_foot_kind kind); /* decimals told of it and of its error: 1 of mm, cm and
                                               degrees, 2 of an index, 0 of what is counted */
double ff_foot_kind_least(ff_foot_kind kind);
double ff_foot_kind_most(ff_foot_kind kind);
const char *ff_foot_method_name(ff_foot_method method);
const char *ff_foot_method_words(ff_foot_method method);
int ff_foot_method_of_name(const char *name);
const char *ff_foot_time_name(ff_foot_time time);
const char *ff_foot_time_words(ff_foot_time time);
int ff_foot_time_of_name(const char *name);

/* What one figure of a foot can be of another of the same foot. */
typedef struct ff_foot_share {
    ff_foot_kind part, whole;
    double least, most; /* shares of the whole; a foot beyond is a slip of measuring or typing */
    const char *check;  /* what to look at again, in words */
} ff_foot_share;

/* The first share that these figures break; NULL: none. Static. From ANSUR II (4,082 men, 1,986
 * women [S250]) are ball width by length (mean 0.376, SD 0.018), heel to inner ball by length (0.74,
 * 0.015), heel by ball width (0.72, 0.047), girth by length (0.93) and by width (2.47), each with four
 * SDs or more on either side; what toe boxes may be is judgement. values: by kind, NAN: not known. newer:
 * by kind, only pairs with one of these are looked at; NULL: all are. */
const ff_foot_share *ff_foot_share_broken(const double *values, const bool *newer);

/* How far off a figure of that kind may be by that method where nobody said: 9 of 10 measurings lie
 * within it. Judgement, but for half a size of the Brannock device; of a kind that a home test reads
 * it is that test's error (ff_home_test_figure_error), 0 of what is counted without one. */
double ff_foot_usual_error(ff_foot_kind kind, ff_foot_method method);

/* Whether a shoe may be chosen by a length or width so measured: a wet print is 3 to 6 % shorter
 * than the foot, and a foot without weight is 3 to 7 mm shorter than a standing one. */
bool ff_foot_method_sizes(ff_foot_method method);

#ifdef __cplusplus
}
#endif

#endif
