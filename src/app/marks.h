/* Where it goes numb, of all that is known: the marks of all runs summed into one map, and what the
 * runner drew. */
#ifndef FOOTFALL_APP_MARKS_H
#define FOOTFALL_APP_MARKS_H

#include "app/collect.h"
#include "report/foot_map.h"

typedef struct ff_marks {
    size_t runs; /* with a place marked */
    size_t left[FF_FOOT_MAP_REGIONS],
        right[FF_FOOT_MAP_REGIONS]; /* in how many of them, by region of the knowledge */
    const ff_logged_run *last;      /* the newest of them; NULL: there is none */
    const ff_foot_map *map;         /* NULL: no place is known */
    const char *words;              /* "left foot: toes"; NULL like map */
    const char *from;               /* "marked on 5 runs", "drawn by the runner"; NULL like map */
} ff_marks;

/* Everything lives in the arena, and marks refers to collected. sides: the map shows the feet from
 * the sides too. */
void ff_marks_sum(const ff_collected *collected, bool sides, ff_arena *arena, ff_marks *marks);

#endif
