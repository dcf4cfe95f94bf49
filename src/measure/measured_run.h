/* A run with what was said of it and what its series say. */
#ifndef FOOTFALL_MEASURE_MEASURED_RUN_H
#define FOOTFALL_MEASURE_MEASURED_RUN_H

#include "measure/stretches.h"

#include <footfall/logged_run.h>

typedef struct ff_measured_run {
    const ff_logged_run *logged;
    const ff_stretches *stretches; /* NULL: not measured */
} ff_measured_run;

typedef struct ff_measured_run_list {
    ff_measured_run *items; /* the oldest first */
    size_t count;
} ff_measured_run_list;

#endif
