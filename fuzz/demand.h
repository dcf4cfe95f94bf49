/* What must hold of whatever is read from a file: every text ends, every column has all its rows,
 * every figure is a finite number or absent, time does not run backwards, and the marks lie in the
 * run's order.
 */
#ifndef FOOTFALL_FUZZ_DEMAND_H
#define FOOTFALL_FUZZ_DEMAND_H

#include "files/import_runs.h"

void demand(bool truth); /* aborts when it is not, which a fuzzer sees */
void demand_run(const ff_run *run);
void demand_result(ff_code code, const ff_file_result *result);

#endif
