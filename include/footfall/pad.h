/* Where a metatarsal pad goes under one foot: just behind the sore heads of the long bones, never
 * under any. All in mm, seen from above the foot: along from the back of the heel towards the toes,
 * across from the inner edge of the ball outward.
 */
#ifndef FOOTFALL_PAD_H
#define FOOTFALL_PAD_H

#include <footfall/body.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Which long bones are sore: bit i is the one of toe i + 1. */
#define FF_PAD_HEADS 5

typedef struct ff_pad_foot {
    double length_mm;
    double ball_mm;  /* heel to inner ball; NAN: from the length */
    double width_mm; /* of the ball; NAN: from the length */
    int women;       /* 1, 0; -1: not known, so between both */
} ff_pad_foot;

typedef struct ff_pad_point {
    double along, across;
} ff_pad_point;

#define FF_PAD_OUTLINE 40

typedef struct ff_pad_place {
    double length_mm, ball_mm, width_mm;
    double ball_error_mm, width_error_mm; /* 9 in 10 feet; 0: measured */
    unsigned sore;
    ff_pad_point heads[FF_PAD_HEADS];
    double front_mm;  /* the middle of the pad's front edge, from the back of the heel */
    double behind_mm; /* that point behind the line of the heads, along the foot */
    double middle_mm; /* that point from the inner edge of the ball */
    double long_mm, wide_mm;
    ff_pad_point outline[FF_PAD_OUTLINE]; /* of the pad, closed */
} ff_pad_place;

#ifdef __cplusplus
}
#endif

#endif
