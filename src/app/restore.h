/* Putting an export back, from wherever its bytes lie. */
#ifndef FOOTFALL_APP_RESTORE_H
#define FOOTFALL_APP_RESTORE_H

#include "app/app.h"

#include <footfall/bytes.h>

/* As ff_app_restore; *rows is how many rows came back. */
ff_code ff_restore_bytes(ff_app *app, ff_bytes *bytes, size_t *rows, ff_error *error);

#endif
