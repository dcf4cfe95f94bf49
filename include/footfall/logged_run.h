/* A logged run: a run together with what the runner said about it.
 *
 * What the rooms that look across runs (measure, trial) work on. The series of the run may be
 * absent; its start, figures and id are needed. Everything is borrowed.
 */
#ifndef FOOTFALL_LOGGED_RUN_H
#define FOOTFALL_LOGGED_RUN_H

#include <footfall/gear.h>
#include <footfall/onset.h>
#include <footfall/run.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ff_logged_run {
    const ff_run *run;
    const ff_onset *onset;           /* NULL: nobody said whether numbness came */
    const char *shoe;                /* the shoe's name; NULL: not said */
    const char *gear[FF_GEAR_COUNT]; /* by ff_gear_kind: its name; NULL: not said */
    const char *const *changes;      /* what was done differently: "lacing", ... */
    size_t change_count;
    bool changes_said; /* the runner said what was different; with no change: nothing was */
} ff_logged_run;

typedef struct ff_logged_run_list {
    ff_logged_run *items;
    size_t count;
} ff_logged_run_list;

#ifdef __cplusplus
}
#endif

#endif
