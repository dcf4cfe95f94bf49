#include "app/moment.h"

#include "base/number.h"
#include "base/unit.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    double time_s;
    double distance_m;
} moment;

/* "52:10 (9.8 km)": how long the run was, for messages. */
static void describe_end(const ff_run *run, char *buffer, size_t size) {
    char time[FF_UNIT_SIZE];
    ff_unit_format_duration(run->figures.duration_s, time);
    if (isnan(run->figures.distance_m)) {
        snprintf(buffer, size, "%s", time);
    } else {
        snprintf(buffer, size, "%s (%s km)", time, FF_FIXED(run->figures.distance_m / 1000, 1));
    }
}

static ff_code beyond_end(const ff_run *run, const char *text, ff_error *error) {
    char end[64];
    describe_end(run, end, sizeof end);
    return ff_fail(error, FF_ERR_VALUE, "numb", FF_NO_OFFSET,
                   "'%s' lies beyond the run, which ended after %s", text, end);
}

static ff_code parse_moment(const ff_run *run, const char *text, moment *m, ff_error *error) {
    if (ff_unit_parse_duration(text, &m->time_s)) {
        /* The watch cuts seconds where the timer rounds: one second of grace. */
        if (m->time_s > run->figures.duration_s + 1) {
            return beyond_end(run, text, error);
        }
        m->time_s = fmin(m->time_s, run->figures.duration_s);
        m->distance_m = ff_run_distance_at(run, m->time_s);
        return FF_OK;
    }
    if (ff_unit_parse_distance(text, &m->distance_m)) {
        if (run->series.column[FF_DISTANCE] == NULL) {
            return ff_fail(error, FF_ERR_VALUE, "numb", FF_NO_OFFSET,
                           "this run holds no distances: say the time instead, such as 34min");
        }
        m->time_s = ff_run_timer_at_distance(run, m->distance_m);
        return isnan(m->time_s) ? beyond_end(run, text, error) : FF_OK;
    }
    return ff_fail(error, FF_ERR_VALUE, "numb", FF_NO_OFFSET,
                   "'%s' is not understood: use 34min, 34:10, 5km, 20min..25min, start or sometime",
                   text);
}

/* Worked out and stored, so rounded by the rule of base/number.h. */
static void set_span(ff_onset *onset, ff_onset_kind kind, const moment *from, const moment *to) {
    onset->kind = kind;
    onset->from_s = ff_round_result(from->time_s);
    onset->from_m = ff_round_result(from->distance_m);
    onset->to_s = ff_round_result(to->time_s);
    onset->to_m = ff_round_result(to->distance_m);
}

static void set_exact(ff_onset *onset, const moment *m) {
    set_span(onset, FF_ONSET_EXACT, m, m);
}

static ff_code parse_interval(const ff_run *run, const char *text, const char *dots,
                              ff_onset *onset, ff_error *error) {
    char first[64];
    int length = snprintf(first, sizeof first, "%.*s", (int)(dots - text), text);
    moment from = {0}, to = {0};
    if (length < 0 || (size_t)length >= sizeof first) {
        return ff_fail(error, FF_ERR_VALUE, "numb", FF_NO_OFFSET, "'%s' is not understood", text);
    }
    ff_code code = parse_moment(run, first, &from, error);
    if (code == FF_OK) {
        code = parse_moment(run, dots + 2, &to, error);
    }
    if (code != FF_OK) {
        return code;
    }
    if (to.time_s < from.time_s) {
        return ff_fail(error, FF_ERR_VALUE, "numb", FF_NO_OFFSET, "'%s' ends before it begins",
                       text);
    }
    set_span(onset, FF_ONSET_INTERVAL, &from, &to);
    return FF_OK;
}

static void set_whole_run(const ff_run *run, ff_onset *onset, ff_onset_kind kind) {
    set_span(onset, kind, &(moment){0, 0},
             &(moment){run->figures.duration_s, run->figures.distance_m});
}

ff_code ff_moment_parse(const ff_run *run, const char *text, ff_onset *onset, ff_error *error) {
    if (strcmp(text, "start") == 0) {
        set_exact(onset, &(moment){0, 0});
        onset->kind = FF_ONSET_AT_START;
        return FF_OK;
    }
    if (strcmp(text, "sometime") == 0) {
        set_whole_run(run, onset, FF_ONSET_SOMETIME);
        return FF_OK;
    }
    const char *dots = strstr(text, "..");
    if (dots != NULL) {
        return parse_interval(run, text, dots, onset, error);
    }
    moment m;
    ff_code code = parse_moment(run, text, &m, error);
    if (code == FF_OK) {
        set_exact(onset, &m);
    }
    return code;
}

bool ff_lap_by_hand(const ff_run *run, size_t index) {
    return index < run->lap_count && run->laps[index].trigger == FF_LAP_MANUAL;
}

ff_code ff_moment_of_lap(const ff_run *run, int number, ff_onset *onset, ff_error *error) {
    if (number < 1 || (size_t)number > run->lap_count) {
        return ff_fail(error, FF_ERR_VALUE, "from-lap", FF_NO_OFFSET, "this run has %zu laps",
                       run->lap_count);
    }
    const ff_lap *lap = &run->laps[number - 1];
    if (lap->trigger != FF_LAP_MANUAL && lap->trigger != FF_LAP_UNKNOWN) {
        return ff_fail(
            error, FF_ERR_VALUE, "from-lap", FF_NO_OFFSET,
            "the watch ended lap %d by itself (%s); 'runs' shows the laps pressed by hand", number,
            ff_lap_trigger_name(lap->trigger));
    }
    moment m = {.time_s = ff_run_timer_at(run, lap->end_s)};
    m.distance_m = ff_run_distance_at(run, m.time_s);
    set_exact(onset, &m);
    return FF_OK;
}

void ff_moment_none(const ff_run *run, ff_onset *onset) {
    set_span(onset, FF_ONSET_NONE, &(moment){run->figures.duration_s, run->figures.distance_m},
             &(moment){NAN, NAN}); /* beyond the end, nobody knows */
}
