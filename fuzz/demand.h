/* What must hold of whatever is read from a file: every text ends, every column has all its rows,
 * every figure is a finite number or absent, time does not run backwards, and the marks lie in the
 * run's order.
 */
#ifndef FOOTFALL_FUZZ_DEMAND_H
#define FOOTFALL_FUZZ_DEMAND_H

#include "files/import_runs.h"

#include <stdlib.h>

/* Aborts when it is not, which a fuzzer sees. It stands here so that an analyzer sees it, too. */
static inline void demand(bool truth) {
    if (!truth) {
        abort();
    }
}

void demand_run(const ff_run *run);
void demand_result(ff_code code, const ff_file_result *result);

#endif
