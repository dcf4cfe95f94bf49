/* The known words nearest to a word that is not known. */
#ifndef FOOTFALL_BASE_NEAREST_H
#define FOOTFALL_BASE_NEAREST_H

#include <stddef.h>

#define FF_NEAREST_MOST   3
#define FF_NEAREST_LENGTH 40 /* longer words have no neighbours */

typedef struct ff_nearest {
    const char *wanted;
    const char *words[FF_NEAREST_MOST]; /* the nearest first; borrowed */
    size_t distances[FF_NEAREST_MOST];
    size_t count;
} ff_nearest;

/* How many letters must be put in, taken out, replaced or swapped with their neighbour to make one
 * word the other (optimal string alignment); case does not matter. Words of more than
 * FF_NEAREST_LENGTH bytes are FF_NEAREST_LENGTH apart from all others. */
size_t ff_edit_distance(const char *a, const char *b);

/* Keeps a known word when it is near: no more than a third of the wanted word's letters apart (2 at
 * least, and less than all), or one begins with the other (3 letters at least). The earlier of
 * equals stays first. */
void ff_nearest_offer(ff_nearest *nearest, const char *known);

/* " Did you mean "relief_lace" or "relief_shoeoff"?", or "" when none is near. Cut when it does not
 * fit. */
void ff_nearest_text(const ff_nearest *nearest, char *text, size_t size);

#endif
