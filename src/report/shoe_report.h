/* Shoes: what was measured and told of them, and how far they have gone. */
#ifndef FOOTFALL_REPORT_SHOE_REPORT_H
#define FOOTFALL_REPORT_SHOE_REPORT_H

#include "base/arena.h"

#include <footfall/patterns.h>
#include <footfall/shoe.h>
#include <footfall/text.h>

typedef struct ff_shoe_row {
    const ff_shoe *shoe;
    const ff_wear *wear;                 /* NULL: no run in it */
    const ff_shoe_figure *const *counts; /* by ff_shoe_kind; NULL entries: not known */
    const char *const *labels;           /* by ff_shoe_label_kind; NULL entries: not said */
} ff_shoe_row;

void ff_shoes_report_text(const ff_shoe_row *rows, size_t count, const char *program,
                          ff_arena *arena, ff_text *out);
void ff_shoes_report_json(const ff_shoe_row *rows, size_t count, ff_text *out);

/* One of them. */
void ff_shoe_report_text(const ff_shoe_row *row, const char *program, ff_arena *arena,
                         ff_text *out);
void ff_shoe_report_json(const ff_shoe_row *row, ff_text *out);

#endif
