/* What the runner says of one run is kept, and nothing is told. */
#ifndef FOOTFALL_APP_LOG_H
#define FOOTFALL_APP_LOG_H

#include "report/run_report.h"

#include <footfall/app.h>

/* row: the run as it is kept then, in the arena. What is refused changes nothing; errors as
 * ff_app_log. */
ff_code ff_log_keep(ff_app *app, ff_arena *arena, const ff_log_request *request, ff_run_row *row,
                    ff_error *error);

#endif
