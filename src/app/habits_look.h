/* The six habits as they stand: for the page of them, and for the calendar. */
#ifndef FOOTFALL_APP_HABITS_LOOK_H
#define FOOTFALL_APP_HABITS_LOOK_H

#include "app/app.h"
#include "app/safety.h"
#include "report/habits_report.h"

typedef struct ff_habits_look {
    ff_safety safety;
    ff_habits_report report;
} ff_habits_look;

/* Everything lives in the arena. */
ff_code ff_habits_look_at(ff_app *app, ff_arena *arena, ff_habits_look *look, ff_error *error);

/* The page in the reply; members of an open object. */
void ff_habits_say(const ff_habits_look *look, const char *program, ff_reply *reply);
void ff_habits_look_members(const ff_habits_look *look, const char *program, ff_json *json);

/* What the route gives: {"triage", "events", "called_off", "ics"}; ics null: there is nothing to
 * look at again, and nothing to call off. */
ff_code ff_app_habits_calendar(ff_app *app, ff_reply *reply, ff_error *error);

#endif
