/* The load and the shoes, as text and JSON. */
#ifndef FOOTFALL_REPORT_LOAD_REPORT_H
#define FOOTFALL_REPORT_LOAD_REPORT_H

#include "base/arena.h"
#include "base/json.h"

#include <footfall/patterns.h>

void ff_load_report_text(const ff_load_now *load, ff_arena *arena, ff_text *out);
void ff_load_report_json(ff_json *json, const ff_load_now *load);

void ff_wear_report_text(const ff_wear_list *wear, ff_arena *arena, ff_text *out);
void ff_wear_report_json(ff_json *json, const ff_wear_list *wear);

#endif
