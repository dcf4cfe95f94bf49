/* The feet as a drawing, with the regions that go numb shaded: top and sole of both. */
#ifndef FOOTFALL_REPORT_FOOT_MAP_H
#define FOOTFALL_REPORT_FOOT_MAP_H

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
    const char *words;                  /* where it is, for who hears it: "left foot: toes" */
} ff_foot_map;

/* Both feet seen from above, soles as the prints they leave. Every region of the knowledge has its
 * place; a region that lies at the edge of a foot is drawn in both views. */
void ff_foot_map_draw(const ff_foot_map *map, const ff_knowledge *knowledge, ff_text *out);

/* Whether a region has a place in the drawing. */
bool ff_foot_map_has(const char *region);

#endif
