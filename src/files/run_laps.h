/* The laps of a run, as they must stand: in order, one behind the other, of whole length.
 */
#ifndef FOOTFALL_FILES_RUN_LAPS_H
#define FOOTFALL_FILES_RUN_LAPS_H

#include "base/arena.h"

#include <footfall/run.h>

/* Puts the laps that a file tells in order of their ends; start_s may be NAN for one that begins
 * where the lap before ended. Laps that overlap (watches that press and count laps side by side)
 * are cut, what no lap covers becomes one, and a timer or distance that is not told, or no more
 * true, is taken from the rows. The stop button's lap ends the run: no mark within it. And where
 * all have the one length that devices count by, nobody pressed. Each is noted. The series, the
 * pauses, elapsed_s, duration_s and distance_m must be there. */
void ff_run_settle_laps(ff_arena *arena, ff_run *run);

#endif
