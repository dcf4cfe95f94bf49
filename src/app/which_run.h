/* Which run a word means. */
#ifndef FOOTFALL_APP_WHICH_RUN_H
#define FOOTFALL_APP_WHICH_RUN_H

#include "app/app.h"

/* The id of a run said as a number (not looked up), a date or "last". FF_ERR_NOT_FOUND (no run on
 * that day, or none at all), FF_ERR_VALUE (no such word, or several runs on that day). */
ff_code ff_which_run(ff_app *app, ff_arena *arena, const char *text, int64_t *id, ff_error *error);

#endif
