/* Both feet as they were measured, as text and as JSON. */
#ifndef FOOTFALL_REPORT_FOOT_REPORT_H
#define FOOTFALL_REPORT_FOOT_REPORT_H

#include "base/arena.h"

#include <footfall/foot.h>
#include <footfall/text.h>

typedef struct ff_foot_report {
    const char *program;
    const ff_foot_figure *const (
        *counts)[FF_FOOT_KIND_COUNT]; /* by side; NULL entries: not known */
    const ff_foot_figure *figures; /* the newest of each method, those that count for nothing too */
    size_t figure_count;
    bool sex_known, women;
    int longer;                             /* the side; -1: no length is known */
    double length_share[2], width_share[2]; /* of such feet that are shorter, narrower; NAN */
    ff_arch arch[2];                        /* where an arch index is known */
} ff_foot_report;

void ff_foot_report_text(const ff_foot_report *report, ff_arena *arena, ff_text *out);
void ff_foot_report_json(const ff_foot_report *report, ff_text *out);

/* Everything ever said of the feet, the oldest first. */
void ff_foot_history_text(const ff_foot_figure *figures, size_t count, ff_arena *arena,
                          ff_text *out);
void ff_foot_history_json(const ff_foot_figure *figures, size_t count, ff_text *out);

/* How to measure both feet at home, step by step. */
void ff_foot_how_text(const char *program, ff_arena *arena, ff_text *out);

#endif
