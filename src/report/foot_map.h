/* The feet as a drawing, with the regions that go numb shaded: top and sole of both. */
#ifndef FOOTFALL_REPORT_FOOT_MAP_H
#define FOOTFALL_REPORT_FOOT_MAP_H

#include "report/foot_shapes.h"

#include <footfall/knowledge.h>
#include <footfall/text.h>

#define FF_FOOT_MAP_REGIONS 64 /* at most, as in ff_knowledge */

/* How a region is shaded: the three differ in black and white, by lines and not by grey alone. */
typedef enum ff_foot_shade {
    FF_SHADE_NONE,
    FF_SHADE_SOME,
    FF_SHADE_OFTEN,
    FF_SHADE_MOST
} ff_foot_shade;

typedef struct ff_foot_map {
    ff_foot_shade left[FF_FOOT_MAP_REGIONS],
        right[FF_FOOT_MAP_REGIONS];     /* by region of the knowledge */
    const char *key[FF_SHADE_MOST + 1]; /* what a shade means; NULL or not drawn: left out */
    bool sides;                         /* also from the inner and the outer side */
    const char *words;                  /* where it is, for who hears it: "left foot: toes" */
} ff_foot_map;

/* Both feet seen from above, and soles as the prints they leave: every region of the knowledge has
 * its place in one of these, those at the edge of a foot in both. */
void ff_foot_map_draw(const ff_foot_map *map, const ff_knowledge *knowledge, ff_text *out);

/* One foot from one side as a drawing whose regions a page can mark: each is a part (svg.h) of
 * class "region", with its id in data-region, "left" or "right" in data-side, and its name as
 * title; in it a shape of class "shape" and, where that is narrow, one of class "reach" to be
 * touched. */
void ff_foot_view_draw(ff_foot_view view, bool left, const ff_knowledge *knowledge, ff_text *out);

#endif
