/* Programmes as their sources have them, and gentler ones beside them, in the syntax of
 * plan_text.h. */
#ifndef FOOTFALL_REMEDY_PLAN_TABLES_H
#define FOOTFALL_REMEDY_PLAN_TABLES_H

#include <footfall/plan.h>

typedef struct ff_plan_table {
    const char *const *sessions; /* one after the other, each a workout */
    size_t count;
    const char *source;  /* "S68" */
    const char *caution; /* what to know of it; NULL */
} ff_plan_table;

/* as_published: as the source has it. NULL: the kind has no table. */
const ff_plan_table *ff_plan_table_of(ff_plan_kind kind, bool as_published);

/* The run/walk ratio for a pace as listed second-hand for Galloway (S111, class a for the list, not
 * for what it does): seconds of running and of walking. False: the pace is beyond what is listed
 * (slower than 16.5 min a mile, or faster than 7.5) or NAN. */
bool ff_plan_galloway(double pace_min_km, double *run_s, double *walk_s);

#endif
