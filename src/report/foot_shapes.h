/* The shapes of a foot: every region of the knowledge from each side from which it is seen. */
#ifndef FOOTFALL_REPORT_FOOT_SHAPES_H
#define FOOTFALL_REPORT_FOOT_SHAPES_H

#include <stdbool.h>
#include <stddef.h>

typedef enum ff_foot_view {
    FF_FOOT_TOP,   /* from above */
    FF_FOOT_SOLE,  /* as the print it leaves: the big toe is on the same side as from above */
    FF_FOOT_INNER, /* from the side of the other foot */
    FF_FOOT_OUTER,
    FF_FOOT_VIEWS
} ff_foot_view;

#define FF_FOOT_CORNERS 128

typedef struct ff_polygon {
    double x[FF_FOOT_CORNERS], y[FF_FOOT_CORNERS];
    size_t count;
    bool open; /* it does not run back to where it began */
} ff_polygon;

typedef struct ff_foot_shape {
    const char *region; /* NULL: what only makes it look like a foot */
    const char *kind;   /* "skin", "region", "nail" */
    ff_polygon outline;
    ff_polygon reach; /* what is touched for a narrow region; no corners: its outline */
} ff_foot_shape;

const char *ff_foot_view_name(ff_foot_view view); /* "top", "sole", "inner", "outer" */
const char *
ff_foot_view_words(ff_foot_view view); /* "top", "sole, as a print", "inner side", ... */

/* How wide and high a view is, in the units of its shapes. */
void ff_foot_view_size(ff_foot_view view, double *wide, double *high);

/* Shape i of a right foot, in the order in which they are drawn: a later one lies on an earlier
 * one. Seen from above the toes point up and the big toe is at the left; from the inner side the
 * toes point left, from the outer side right. A left foot is the mirror image. false: there is no
 * such. */
bool ff_foot_shape_at(ff_foot_view view, size_t i, ff_foot_shape *shape);

/* Whether a region is seen from there. */
bool ff_foot_view_has(ff_foot_view view, const char *region);

#endif
