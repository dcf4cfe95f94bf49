/* Wear: how far each shoe has gone, and in which numbness comes. */
#ifndef FOOTFALL_MEASURE_WEAR_H
#define FOOTFALL_MEASURE_WEAR_H

#include "base/arena.h"

#include <footfall/logged_run.h>
#include <footfall/patterns.h>
#include <footfall/shoe.h>

#define FF_WEAR_NEW_KM 50.0 /* as "w_shoe_km" asks; under it a shoe is new */
/* Over it a shoe is old: by then the midfoot pressure of one model had risen by half (S130). */
#define FF_WEAR_OLD_KM        700.0
#define FF_WEAR_ROTATION_DAYS 60

/* Shoes, and what else a run was run with, by their runs. runs: the oldest first; shoes: for those
 * that are retired. The medians are left NAN. *findings: "w_shoe_km" and "one_pair", FF_NOT_ASKED
 * with the reason in from where the runs cannot tell. Fails only with FF_ERR_MEMORY. */
ff_code ff_wear_of(ff_arena *arena, const ff_logged_run_list *runs, const ff_shoe_list *shoes,
                   ff_wear_list *wear, ff_finding_list *findings, ff_error *error);

/* Whether the run was run with it. */
bool ff_wear_has(const ff_wear *wear, const ff_logged_run *logged);

#endif
