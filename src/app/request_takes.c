/* The plan taken along, over requests. */
#include "app/plan_take.h"
#include "app/request_takes.h"

#include "base/number.h"
#include "report/calendar.h"

#include <math.h>
#include <string.h>

/* ?alarm=30, ?alarm=none. */
static ff_code read_alarm(ff_call *call, int *alarm_min, ff_error *error) {
    const char *word = NULL;
    ff_query_field field = {.name = "alarm", .to = &word};
    ff_code code = ff_query_read(call->query, &field, 1, call->arena, error);
    *alarm_min = FF_PLAN_ALARM_MIN;
    if (code != FF_OK || word == NULL) {
        return code;
    }
    double minutes;
    bool none = strcmp(word, "none") == 0;
    if (!none && (!ff_number_parse(word, &minutes) || minutes < 0 ||
                  minutes > FF_PLAN_MOST_ALARM_MIN || minutes != floor(minutes))) {
        return ff_fail(error, FF_ERR_VALUE, "alarm", FF_NO_OFFSET,
                       "'alarm' is a whole number of minutes from 0 to %d, or none",
                       FF_PLAN_MOST_ALARM_MIN);
    }
    *alarm_min = none ? -1 : (int)minutes;
    return FF_OK;
}

ff_code ff_answer_plan_calendar(ff_call *call, ff_error *error) {
    int alarm_min;
    ff_code code = read_alarm(call, &alarm_min, error);
    return code == FF_OK ? ff_app_plan_calendar(call->app, alarm_min, call->reply, error) : code;
}

ff_code ff_answer_plan_workouts(ff_call *call, ff_error *error) {
    return ff_app_plan_workouts(call->app, call->reply, error);
}
