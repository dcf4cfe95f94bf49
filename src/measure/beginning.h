/* The beginning: the run in which numbness first came, where the runs can tell that it was the
 * first. */
#ifndef FOOTFALL_MEASURE_BEGINNING_H
#define FOOTFALL_MEASURE_BEGINNING_H

#include <footfall/logged_run.h>

#define FF_BEGINNING_DAYS 14 /* before it, of which it must be known that they were free of it */

typedef struct ff_beginning {
    const ff_logged_run *run; /* the first run with numbness; NULL: none is marked */
    int64_t began_s;          /* its start, UTC; 0: none */
    const char *why_not; /* why it may have begun before; NULL: that was the first. Who marks runs
                            from today on has not begun to be numb today: of the runs in the days
                            before at least half must have been said to be free of it */
} ff_beginning;

/* Runs in any order. */
ff_beginning ff_beginning_of(const ff_logged_run *runs, size_t count);

/* Whether numbness came on that run. */
bool ff_is_numb(const ff_logged_run *logged);

#endif
