#include "measure/told.h"

#include <math.h>

bool ff_is_run(const ff_run *run) {
    return run->sport == FF_SPORT_RUNNING || run->sport == FF_SPORT_UNKNOWN;
}

double ff_run_minutes(const ff_run *run) {
    const ff_run_figures *figures = &run->figures;
    return (isnan(figures->duration_s) ? figures->elapsed_s : figures->duration_s) / 60;
}

ff_finding ff_watch_finding(const char *id, const char *value, const char *from, int64_t at_s) {
    return (ff_finding){.id = id,
                        .state = value != NULL ? FF_SAID : FF_NOT_ASKED,
                        .value = value,
                        .said_by = "watch",
                        .from = from,
                        .said_at_s = at_s};
}
