/* A change: what was done differently on a run, compared with the runs before. */
#ifndef FOOTFALL_CHANGE_H
#define FOOTFALL_CHANGE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How soon a change does what it does. */
typedef enum ff_acting {
    FF_ACTS_AT_ONCE, /* on the run it is made on, and on no other: laces, shoes, pads */
    FF_ACTS_SLOWLY,  /* more with each run in a row it is made on, as the body gets used to it: insoles,
                        quicker steps */
    FF_ACTS_BY_WEEKS /* it cannot be made on one run and left on the next: training load, a programme of
                        stretching. What goes along with it over the weeks cannot be told from it */
} ff_acting;

typedef struct ff_change {
    int64_t id;
    int64_t run_id;
    const char *what;    /* "lacing", "shoe_wide", "cadence", "insole", ... or the runner's words */
    const char *said_by; /* "runner", "trial" */
    const char *from;    /* what it rests on: "typed" */
    int64_t said_at_s;   /* UTC seconds */
} ff_change;

typedef struct ff_change_list {
    ff_change *items;
    size_t count;
} ff_change_list;

#ifdef __cplusplus
}
#endif

#endif
