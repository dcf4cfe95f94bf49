/* Fit: whether a foot has room in a shoe, in length, at the ball and over the toes.
 *
 * Lengths and widths are those of a standing foot and of the inside of a shoe, in mm. An error is
 * such that 9 of 10 measurings lie within it. NAN: not known. What the limits rest on stands in
 * docs/shoes.md; nearly all of them are judgement.
 */
#ifndef FOOTFALL_SHOE_FIT_H
#define FOOTFALL_SHOE_FIT_H

#include <footfall/foot.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Room before the longest toe: 12 mm are aimed at and 10 to 15 are right (S108, S109; texts of
 * podiatry say 10 to 12, without a study); downhill and over 2 hours 3 mm more (judgement). */
#define FF_TOE_ROOM_MM       12.0
#define FF_TOE_ROOM_LEAST_MM 10.0
#define FF_TOE_ROOM_MOST_MM  15.0
#define FF_TOE_ROOM_MORE_MM  3.0

/* A hot run of less than an hour may add so much to the foot's volume; longer ones took some away.
 * From v of volume come v / 3 of length and v / 2 of girth. An upper bound. */
#define FF_SWELLING 0.03

typedef enum ff_fit_level {
    FF_FIT_LENGTH,
    FF_FIT_BALL,
    FF_FIT_80, /* at 80, 88, 94 % of the foot's length from the heel: the toe box */
    FF_FIT_88,
    FF_FIT_94,
    FF_FIT_LEVEL_COUNT
} ff_fit_level;

const char *ff_fit_level_name(ff_fit_level level);  /* "length", "ball", "toe_80", ... */
const char *ff_fit_level_words(ff_fit_level level); /* "length", "ball", "toe box at 80 %" */

/* From too little room to too much. Of the length: TOO_SHORT under 5 mm of room, SHORT to 10, GOOD
 * to 15, LONG to 20, TOO_LONG. Of a width, by how much wider the foot is: TOO_NARROW over 10 mm,
 * TIGHT over 6, SNUG over 3, FINE. */
typedef enum ff_fit_band {
    FF_FIT_UNKNOWN,
    FF_FIT_TOO_SHORT,
    FF_FIT_SHORT,
    FF_FIT_GOOD,
    FF_FIT_LONG,
    FF_FIT_TOO_LONG,
    FF_FIT_TOO_NARROW,
    FF_FIT_TIGHT,
    FF_FIT_SNUG,
    FF_FIT_FINE
} ff_fit_band;

const char *ff_fit_band_name(ff_fit_band band);  /* "too_short", ...; "unknown" */
const char *ff_fit_band_words(ff_fit_band band); /* "too short", "just right", ... */

/* One measure with its error. */
typedef struct ff_measure {
    double mm, error_mm;
} ff_measure;

/* By ff_fit_level: the length; widths. Of a shoe the widths are at shares of its inner length. */
typedef struct ff_fit_measures {
    ff_measure at[FF_FIT_LEVEL_COUNT];
} ff_fit_measures;

typedef struct ff_fit_verdict {
    ff_fit_level level;
    ff_fit_band band;        /* FF_FIT_UNKNOWN: why_not says why */
    ff_fit_band low, high;   /* where the error could turn it: with less room, with more */
    double foot_mm, shoe_mm; /* shoe_mm: what is left for the foot at this place */
    double room_mm;          /* shoe less foot: room before the toes; below 0 in widths: narrower */
    double error_mm;
    const char *why_not; /* "foot", "shoe", "beyond"; NULL */
} ff_fit_verdict;

typedef struct ff_fit_question {
    ff_fit_measures feet[2]; /* by ff_side */
    ff_fit_measures shoe;
    ff_measure sock;   /* its thickness: taken once off the length (half at either end, pressed to
                          half), once off the widths */
    ff_measure insole; /* thicker than the one the shoe came with: half of it off the length, all of
                          it off the widths, a toe box being lower there (judgement) */
    bool more_room;    /* downhill, or over 2 hours */
} ff_fit_question;

typedef struct ff_fit_answer {
    ff_fit_verdict verdicts[2][FF_FIT_LEVEL_COUNT]; /* by side */
    bool known[2];                                  /* anything of that foot can be told */
    int longer, wider;                              /* the side that leads; -1: neither is known */
    double needed_mm, needed_least_mm, needed_most_mm; /* inner length for the longer foot; NAN */
    double needed_error_mm;
    ff_fit_band length;    /* of the longer foot */
    ff_fit_band width;     /* the tightest width of either foot; UNKNOWN: none is known */
    ff_fit_level tightest; /* where that is */
    double swell_mm;       /* what a hot short run may add to the longer foot, at most; NAN */
} ff_fit_answer;

/* Whether that is too little room: short, tight, or worse. */
bool ff_fit_band_lacks_room(ff_fit_band band);

/* Of the two feet that with the least room at answer->tightest; NULL: no width is known. Borrowed
 * from answer. */
const ff_fit_verdict *ff_fit_tightest(const ff_fit_answer *answer);

void ff_fit_answer_of(const ff_fit_question *question, ff_fit_answer *answer);

/* ff_fit_band of so much room before the toes. */
ff_fit_band ff_fit_length_band(double room_mm, bool more_room);
/* ff_fit_band of a foot so much wider than the shoe (below 0: narrower). */
ff_fit_band ff_fit_width_band(double wider_mm);

/* How many half sizes of half_mm up (0 or more) bring the room to what is right, nearest to what is
 * aimed at. */
int ff_half_sizes_up(double room_mm, double half_mm, bool more_room);

/* The same with what the error of the room leaves open: low with more room, high with less. */
typedef struct ff_half_sizes {
    int low, halves, high;
} ff_half_sizes;

ff_half_sizes ff_half_sizes_of(double room_mm, double error_mm, double half_mm, bool more_room);

/* Half a size in mm of foot. */
#define FF_HALF_EU_MM (10.0 / 3)
#define FF_HALF_UK_MM (25.4 / 6) /* of US sizes too */

/* What a hot, short run may add at most. */
double ff_swelling_length_mm(double length_mm);
double ff_swelling_girth_mm(double girth_mm);

#ifdef __cplusplus
}
#endif

#endif
