/* The six ways to keep numbness away, as they stand: as a page of text and as JSON. */
#ifndef FOOTFALL_REPORT_HABITS_REPORT_H
#define FOOTFALL_REPORT_HABITS_REPORT_H

#include "base/json.h"

#include <footfall/habits.h>

typedef struct ff_habits_report {
    const ff_habit_standing *items;
    const bool *held; /* one an item: its next step waits for a doctor */
    size_t count;
    size_t runs, said, numb;
    int64_t now_s; /* UTC: the days to look again count from it */
} ff_habits_report;

void ff_habits_text(const ff_habits_report *report, const char *program, ff_text *out);
void ff_habits_members(const ff_habits_report *report, const char *program, ff_json *json);

#endif
