/* What the runner told for the note of a visit: name, medicines and question, kept in the journal and
 * nowhere else until it is changed or taken back. */
#ifndef FOOTFALL_APP_VISIT_TOLD_H
#define FOOTFALL_APP_VISIT_TOLD_H

#include "app/app.h"

typedef struct ff_visit_told {
    const char *name, *medicines, *question; /* NULL: nothing is kept */
    const char *medicines_on;                /* the day, "2026-06-01"; NULL: none */
} ff_visit_told;

/* Keeps what the request tells; an empty text takes back what was kept. FF_ERR_VALUE. */
ff_code ff_visit_told_keep(ff_app *app, const ff_visit_request *request, ff_error *error);

/* Everything lives in the arena. */
ff_code ff_visit_told_read(ff_app *app, ff_arena *arena, ff_visit_told *told, ff_error *error);

#endif
