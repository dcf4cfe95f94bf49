/* On which days to run. */
#ifndef FOOTFALL_REMEDY_PLAN_DAYS_H
#define FOOTFALL_REMEDY_PLAN_DAYS_H

#include <stdbool.h>

/* Chooses count days (1 to 7) of those that suit (none marked: all do), Monday first: of the sets
 * in which no two follow one another (the Sunday and the Monday neither) the one most run on so
 * far, and of equal ones the most even. adjacent: days may follow one another where it cannot be
 * helped. False: there is no such set. */
bool ff_plan_choose_days(const int usual[7], const bool suit[7], int count, bool adjacent,
                         bool days[7]);

#endif
