/* A subject: a run that is compared with others, and all in which it may differ from them. */
#ifndef FOOTFALL_MEASURE_SUBJECT_H
#define FOOTFALL_MEASURE_SUBJECT_H

#include "measure/like_runs.h"
#include "measure/measured_run.h"

typedef struct ff_subject {
    const ff_measured_run *run;
    double rest_days; /* from the run before to this one; NAN: there is none */
    double week_km;   /* in the 7 days before it; NAN: the runs do not reach back so far */
    double spike;     /* its distance over the longest of the 30 days before; NAN */
    double shoe_km;   /* run in its shoe before it, as far as is known; NAN: no shoe was said */
} ff_subject;

typedef struct ff_subjects {
    ff_subject *items;
    ff_like_run *runs; /* the same ones */
    size_t count;
    bool by_weather; /* temperature is the air's, as the export tells; else the watch's */
} ff_subjects;

/* From the runs at the places in `taken` (rising) of all runs. Fails only with FF_ERR_MEMORY. */
ff_code ff_subjects_of(ff_arena *arena, const ff_measured_run_list *runs, const size_t *taken,
                       size_t count, ff_subjects *subjects, ff_error *error);

#endif
