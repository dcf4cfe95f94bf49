/* One lacing as text and as JSON. */
#ifndef FOOTFALL_REPORT_LACING_REPORT_H
#define FOOTFALL_REPORT_LACING_REPORT_H

#include "base/arena.h"
#include "base/json.h"

#include <footfall/knowledge.h>
#include <footfall/lacing.h>

typedef struct ff_lacing_report {
    const ff_lacing_sheet *sheet;
    const ff_remedy *remedy; /* the change that it is */
    const char *program;     /* as ff_app_call_me */
    const char *from; /* where the spots are from, when they were not named: a sentence; NULL */
} ff_lacing_report;

void ff_lacing_report_text(const ff_lacing_report *report, ff_arena *arena, ff_text *out);

/* Members into an open object; svg may be NULL. */
void ff_lacing_report_members(const ff_lacing_report *report, const char *svg, ff_arena *arena,
                              ff_json *json);

#endif
