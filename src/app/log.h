/* What the runner says of one run is kept, and nothing is told. */
#ifndef FOOTFALL_APP_LOG_H
#define FOOTFALL_APP_LOG_H

#include "base/arena.h"

#include <footfall/app.h>

/* The arena takes what is read meanwhile. What is refused changes nothing; errors as ff_app_log. */
ff_code ff_log_keep(ff_app *app, ff_arena *arena, const ff_log_request *request, ff_error *error);

#endif
