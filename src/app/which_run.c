#include "app/which_run.h"

#include "base/civil.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define DAY_S 86400

static ff_code one_of_day(ff_app *app, ff_arena *arena, const char *text, int64_t midnight_s,
                          int64_t *id, ff_error *error) {
    ff_run_filter filter = {.from_local_s = midnight_s, .until_local_s = midnight_s + DAY_S};
    ff_run_list runs;
    ff_code code = ff_journal_runs(app->journal, arena, &filter, &runs, error);
    if (code != FF_OK) {
        return code;
    }
    if (runs.count == 0) {
        return ff_fail(error, FF_ERR_NOT_FOUND, text, FF_NO_OFFSET,
                       "there is no run on that day; 'runs' lists them");
    }
    if (runs.count > 1) {
        return ff_fail(error, FF_ERR_VALUE, text, FF_NO_OFFSET,
                       "there are %zu runs on that day: say the number of one, such as %lld",
                       runs.count, (long long)runs.items[0].id);
    }
    *id = runs.items[0].id;
    return FF_OK;
}

static ff_code last_run(ff_app *app, ff_arena *arena, int64_t *id, ff_error *error) {
    ff_run_filter filter = {.newest_first = true, .limit = 1};
    ff_run_list runs;
    ff_code code = ff_journal_runs(app->journal, arena, &filter, &runs, error);
    if (code == FF_OK && runs.count == 0) {
        code = ff_fail(error, FF_ERR_NOT_FOUND, "last", FF_NO_OFFSET,
                       "there are no runs yet: import some first");
    }
    *id = code == FF_OK ? runs.items[0].id : 0;
    return code;
}

ff_code ff_which_run(ff_app *app, ff_arena *arena, const char *text, int64_t *id, ff_error *error) {
    int64_t midnight_s;
    if (strcmp(text, "last") == 0) {
        return last_run(app, arena, id, error);
    }
    if (ff_iso_parse_date(text, &midnight_s)) {
        return one_of_day(app, arena, text, midnight_s, id, error);
    }
    char *end;
    errno = 0;
    *id = strtoll(text, &end, 10);
    if (end == text || *end != '\0' || errno != 0 || *id <= 0) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                       "'%s' is not a run: say its number, a date such as 2026-08-02, or last",
                       text);
    }
    return FF_OK;
}
