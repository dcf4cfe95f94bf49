/* Where a pad goes, in words, as JSON, and drawn at its true size. */
#ifndef FOOTFALL_REPORT_PAD_REPORT_H
#define FOOTFALL_REPORT_PAD_REPORT_H

#include "base/arena.h"
#include "base/json.h"

#include <footfall/foot.h>
#include <footfall/pad.h>

typedef struct ff_pad_report {
    const ff_pad_rule *rule;
    bool there[2]; /* by ff_side: the foot is asked about */
    ff_pad_place feet[2];
    const char *from;   /* where the sore place and the measures come from, in words */
    const char *notice; /* what must be said on the drawing before anything else; NULL: nothing */
} ff_pad_report;

void ff_pad_text(const ff_pad_report *report, const char *program, ff_arena *arena, ff_text *out);
void ff_pad_members(const ff_pad_report *report, ff_json *json);
/* One foot, in mm: it must be printed at 100 %, which a bar of 100 mm shows. */
void ff_pad_draw(const ff_pad_report *report, ff_side side, ff_arena *arena, ff_text *out);

#endif
