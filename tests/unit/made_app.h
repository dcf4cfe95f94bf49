/* An app over a journal in memory, and runs put into it without a file. */
#ifndef FOOTFALL_TESTS_MADE_APP_H
#define FOOTFALL_TESTS_MADE_APP_H

#include "app/app.h"

/* A clock that a test sets: give it as now with a pointer to the seconds as user. */
int64_t made_clock(void *user);

ff_app *made_app(const ff_context *context);

/* A run of that many minutes that began at start_s, without series; its id. */
int64_t made_app_run(ff_app *app, int64_t start_s, double minutes);

/* A run that went numb after so many minutes (NAN: it did not), at sites ("" for not said), with
 * that change (NULL: none); its id. */
int64_t made_app_episode(ff_app *app, int64_t start_s, double minutes, double numb_min,
                         const char *sites, const char *change);

/* Answers "no" to everything on the safety checklist, or leaves it where except names a flag. */
void made_app_all_clear(ff_app *app, const char *except);

#endif
