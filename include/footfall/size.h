/* Shoe sizes: from millimetres of foot to the label, and back to the feet that a label is meant
 * for.
 *
 * Every system is a straight line over the foot length L in mm, barefoot, standing, to the longest
 * toe: size = per_mm * L + at_0. From one system to another one goes only by millimetres of foot,
 * never from number to number. The lines are those of ISO/TS 19407:2015 as read in open programs
 * and in makers' charts, of the Brannock device (men 1 = 7 2/3 in, a third of an inch a size), and
 * of GB/T 3293.1 (China) and ISO 9407 (Mondopoint); docs/shoes.md says which was read where. A
 * label on a shoe need not keep to any of it.
 */
#ifndef FOOTFALL_SIZE_H
#define FOOTFALL_SIZE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FF_SIZE_INCH 25.4

/* X(identifier, name, words, per_mm, at_0, step of the labels, half a size or one step, kind).
 * Kind: 'a' for all grown feet, 'm' men's, 'w' women's, 'c' children's. In a children's system the
 * last is 1.08 times the foot. */
#define FF_SIZE_SYSTEM_LIST(X)                                                                     \
    X(FF_SIZE_MONDOPOINT, "mondopoint", "Mondopoint (foot length in mm)", 1, 0, 5, 5, 'a')         \
    X(FF_SIZE_EU, "EU", "EU (Paris point)", 0.15, 2, 0.5, 0.5, 'a')                                \
    X(FF_SIZE_UK, "UK", "UK", 3 / FF_SIZE_INCH, -23, 0.5, 0.5, 'a')                                \
    X(FF_SIZE_US_MEN, "US_men", "US men", 3 / FF_SIZE_INCH, -22, 0.5, 0.5, 'm')                    \
    X(FF_SIZE_US_WOMEN, "US_women", "US women", 3 / FF_SIZE_INCH, -21, 0.5, 0.5, 'w')              \
    X(FF_SIZE_JP, "JP", "Japan (cm)", 0.1, 0, 0.5, 0.5, 'a')                                       \
    X(FF_SIZE_CN, "CN", "China, new (mm)", 1, 0, 5, 5, 'a')                                        \
    X(FF_SIZE_CN_OLD, "CN_old", "China, old number", 0.2, -10, 1, 1, 'a')                          \
    X(FF_SIZE_KR, "KR", "Korea (mm)", 1, 0, 5, 5, 'a')                                             \
    X(FF_SIZE_BR, "BR", "Brazil, Middle East (EU less 2)", 0.15, 0, 1, 1, 'a')                     \
    X(FF_SIZE_AU_MEN, "AU_men", "Australia men (as UK)", 3 / FF_SIZE_INCH, -23, 0.5, 0.5, 'm')     \
    X(FF_SIZE_AU_WOMEN, "AU_women", "Australia women (as US women)", 3 / FF_SIZE_INCH, -21, 0.5,   \
      0.5, 'w')                                                                                    \
    X(FF_SIZE_EU_CHILD, "EU_child", "EU children", 0.162, 0, 1, 1, 'c')                            \
    X(FF_SIZE_UK_CHILD, "UK_child", "UK children", 3.24 / FF_SIZE_INCH, -12, 0.5, 0.5, 'c')        \
    X(FF_SIZE_US_CHILD, "US_child", "US children (UK and a third)", 3.24 / FF_SIZE_INCH,           \
      -12 + 1.0 / 3, 0.5, 0.5, 'c')

#define FF_SIZE_ENUM(id, name, words, per_mm, at_0, step, half, kind) id,
typedef enum ff_size_system {
    FF_SIZE_SYSTEM_LIST(FF_SIZE_ENUM) FF_SIZE_SYSTEM_COUNT
} ff_size_system;
#undef FF_SIZE_ENUM

/* Feet that sizes are told for, in mm. */
#define FF_SIZE_LEAST_MM 80.0
#define FF_SIZE_MOST_MM  330.0

/* A label and the feet it stands for: from_mm to to_mm, half a step to either side. The intervals
 * of neighbours meet and leave no gap. */
typedef struct ff_size_label {
    double label;
    double from_mm, to_mm;
} ff_size_label;

/* A foot in one system. */
typedef struct ff_size_place {
    ff_size_system system;
    const char *name, *words;
    char kind;
    double exact;               /* before any rounding */
    ff_size_label below, above; /* below.label <= exact < above.label */
    double nearest;             /* the label whose interval holds the foot */
    double ask; /* nearest; the next one up where one measuring in four would be in it (judgement):
                   ISO 9407 takes the next up between two, and for running room errs on that side */
    double step_mm; /* from one label to the next, in mm of foot */
    double half_mm; /* half a size; in systems without halves one step */
    bool halves;    /* the system has half sizes */
    ff_size_label
        whole;       /* where a shop keeps whole sizes only; label NAN in systems without halves */
    double from, to; /* exact size of the ends of the foot's interval; equal for a single length */
} ff_size_place;

const char *ff_size_system_name(ff_size_system system);  /* "EU"; NULL when out of range */
const char *ff_size_system_words(ff_size_system system); /* "EU (Paris point)"; likewise */
int ff_size_system_of_name(const char *name);            /* without regard to case; or -1 */

/* The exact size of a foot, and the foot of an exact size, in mm. */
double ff_size_of_foot(ff_size_system system, double foot_mm);
double ff_foot_of_size(ff_size_system system, double size);

/* A label of the system with its feet. label need not be one that shops have. */
ff_size_label ff_size_label_of(ff_size_system system, double label);

/* Whether shops have the label: a whole number of steps. */
bool ff_size_on_grid(ff_size_system system, double label);

/* A foot of foot_mm, known to error_mm either way (0 or more), in one system. */
void ff_size_place_of(ff_size_system system, double foot_mm, double error_mm, ff_size_place *place);

/* Whether the system says anything of such a foot: children's sizes end where grown ones begin, and
 * no size is below 0. */
bool ff_size_tells(ff_size_system system, double foot_mm);

/* ---- width ---- */

/* Of 4,082 men and 1,986 women (ANSUR II): for men
 * width = 0.2352 L + 38.1 (sd 4.23), girth = 2.145 width + 33.5 (sd 6.4); for women
 * width = 0.2134 L + 40.2 (sd 3.97), girth = 2.115 width + 32.0 (sd 6.0). Going back from girth to
 * width the sd is 3. Width is the breadth at the ball, standing. */
double ff_width_usual(bool women, double length_mm);
double ff_girth_of_width(bool women, double width_mm);
double ff_width_of_girth(bool women, double girth_mm);
#define FF_WIDTH_OF_GIRTH_SD 3.0
/* The share of feet of that length that are narrower, 0 to 1. */
double ff_width_share_below(bool women, double length_mm, double width_mm);
/* The share of all such feet that are shorter: men 271.2 (13.1), women 246.3 (12.4) mm. */
double ff_length_share_below(bool women, double length_mm);

typedef enum ff_width_system {
    FF_WIDTH_US,  /* letters by ball width: 3/16 in apart */
    FF_WIDTH_JIS, /* letters by girth: JIS S 5037, 6 mm apart */
    FF_WIDTH_UK,  /* fittings by girth, 6.5 mm apart, counted from the usual one */
    FF_WIDTH_EU,  /* continental, by girth, 5 mm apart, counted from the usual one */
    FF_WIDTH_CN,  /* types by girth, 7 mm apart, counted from the usual one */
    FF_WIDTH_SYSTEM_COUNT
} ff_width_system;

/* What a width is in one system. */
typedef struct ff_width_place {
    ff_width_system system;
    const char *name, *words; /* "US", "US letters" */
    double exact;   /* steps from the middle: of D in US and JIS letters, else of the usual */
    double error;   /* 9 of 10 lie within it, in steps */
    char label[24]; /* "E"; "1 wider than usual" */
    char low[24],
        high[24];        /* the labels at the ends of the error; the same where it turns nothing */
    double step_mm;      /* of girth; of ball width in US letters */
    const char *caution; /* what weakens it; NULL */
} ff_width_place;

/* What is known of a foot's width; NAN: not known. error: 9 of 10 lie within it. */
typedef struct ff_width_known {
    double width_mm, width_error_mm;
    double girth_mm, girth_error_mm;
} ff_width_known;

/* Fills in the one from the other where only one was measured. False when neither was. */
bool ff_width_complete(bool women, const ff_width_known *measured, ff_width_known *all);

/* all: complete. */
void ff_width_place_of(ff_width_system system, bool women, double length_mm,
                       const ff_width_known *all, ff_width_place *place);

/* The middle of the letter D, as ball width in mm: 3.20 times the exact US men size and 67.9, as
 * fitted to one chart that was seen. */
double ff_us_width_d_mm(double us_men_size);
/* Girth in mm of the letter E of JIS S 5037: men 243 + 0.6 (L - 250), women 228 + 0.6 (L - 230). */
double ff_jis_girth_e_mm(bool women, double length_mm);

#ifdef __cplusplus
}
#endif

#endif
