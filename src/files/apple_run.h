/* A workout of Apple Health and the samples of its time, made into a run. */
#ifndef FOOTFALL_FILES_APPLE_RUN_H
#define FOOTFALL_FILES_APPLE_RUN_H

#include "files/apple_series.h"
#include "files/apple_workout.h"
#include "files/import_runs.h"

/* The series of a longer workout ends here: nobody's watch lasts longer, and a run of two days at
 * one row a second is what the memory is planned for. */
#define FF_APPLE_LONGEST_S 172800

typedef struct ff_apple_maker {
    const ff_context *context;
    ff_apple_store *store;
    ff_apple_sources *sources;
    const ff_siblings *siblings;   /* NULL: route files are not there */
    const char *source;            /* the export */
    const ff_apple_date *exported; /* NULL when not told */
    ff_track *track;               /* holds the workout's inline route; used for the others */
} ff_apple_maker;

/* In the arena. FF_ERR_MEMORY, FF_ERR_CANCELLED and errors of opening route files other than
 * FF_ERR_NOT_FOUND; a route that is missing or damaged is a note on the run. */
ff_code ff_apple_make_run(const ff_apple_maker *maker, const ff_apple_workout *workout,
                          ff_arena *arena, ff_run *run, ff_error *error);

/* The positions of a run by its seconds, from route files and inline routes. */
typedef struct ff_apple_route {
    size_t seconds;   /* 0 to seconds - 1, since the start of the run */
    double *latitude; /* each NULL when there is no route; else NAN where nothing is told */
    double *longitude, *altitude, *speed;
    size_t missing, damaged; /* files that are not there, or not whole */
    size_t left_out;         /* points without a position, or whose position leaps away and back */
} ff_apple_route;

ff_code ff_apple_read_route(const ff_apple_maker *maker, const ff_apple_workout *workout,
                            size_t seconds, ff_arena *arena, ff_apple_route *route,
                            ff_error *error);

#endif
