/* A plan to be printed and hung up: weeks with boxes to tick, the rule for numbness, and the signs
 * that must not wait. */
#ifndef FOOTFALL_REPORT_PLAN_DOCUMENT_H
#define FOOTFALL_REPORT_PLAN_DOCUMENT_H

#include "report/document.h"

#include <footfall/plan.h>

typedef struct ff_plan_sheet {
    const ff_plan *plan;
    double pace_min_km;  /* the runner's own, NAN where it is not known */
    const char *program; /* as ff_app_call_me */
    int64_t made_s;      /* UTC seconds */
} ff_plan_sheet;

/* Everything lives in the arena, in which a failure shows; texts of the plan are borrowed. */
ff_document ff_plan_document(const ff_plan_sheet *sheet, ff_arena *arena);

#endif
