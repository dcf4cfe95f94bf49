/* The way of running, as text and JSON. */
#ifndef FOOTFALL_REPORT_FORM_REPORT_H
#define FOOTFALL_REPORT_FORM_REPORT_H

#include "base/arena.h"
#include "base/json.h"

#include <footfall/patterns.h>

void ff_form_report_text(const ff_form *form, ff_arena *arena, ff_text *out);
void ff_form_report_json(ff_json *json, const ff_form *form);

/* "unlikely (4 %, between 1 and 12 %)"; NULL where there is nothing to tell it by. */
const char *ff_overstride_words(const ff_form *form, ff_arena *arena);

#endif
