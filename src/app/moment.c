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

/* What is read: of which run, and the word that names it in messages. */
typedef struct {
    const ff_run *run;
    const char *where;
    const char *forms;  /* that it may have */
    const char *beyond; /* what may be said of the time after the run; "" nothing */
} reading;

static reading reading_numb(const ff_run *run) {
    return (reading){run, "numb", "34min, 34:10, 5km, 20min..25min, start or sometime", ""};
}

static reading reading_gone(const ff_run *run) {
    return (reading){run, "gone", "41min, 41:30, 8km, or +5min for five minutes after the run",
                     "; +5min is five minutes after that"};
}

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

static ff_code beyond_end(const reading *r, const char *text, ff_error *error) {
    char end[64];
    describe_end(r->run, end, sizeof end);
    return ff_fail(error, FF_ERR_VALUE, r->where, FF_NO_OFFSET,
                   "'%s' lies beyond the run, which ended after %s%s", text, end, r->beyond);
}

static ff_code parse_moment(const reading *r, const char *text, moment *m, ff_error *error) {
    const ff_run *run = r->run;
    if (ff_unit_parse_duration(text, &m->time_s)) {
        /* The watch cuts seconds where the timer rounds: one second of grace. */
        if (m->time_s > run->figures.duration_s + 1) {
            return beyond_end(r, text, error);
        }
        m->time_s = fmin(m->time_s, run->figures.duration_s);
        m->distance_m = ff_run_distance_at(run, m->time_s);
        return FF_OK;
    }
    if (ff_unit_parse_distance(text, &m->distance_m)) {
        if (run->series.column[FF_DISTANCE] == NULL) {
            return ff_fail(error, FF_ERR_VALUE, r->where, FF_NO_OFFSET,
                           "this run holds no distances: say the time instead, such as 34min");
        }
        m->time_s = ff_run_timer_at_distance(run, m->distance_m);
        return isnan(m->time_s) ? beyond_end(r, text, error) : FF_OK;
    }
    return ff_fail(error, FF_ERR_VALUE, r->where, FF_NO_OFFSET, "'%s' is not understood: use %s",
                   text, r->forms);
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

static ff_code parse_interval(const reading *r, const char *text, const char *dots, ff_onset *onset,
                              ff_error *error) {
    char first[64];
    int length = snprintf(first, sizeof first, "%.*s", (int)(dots - text), text);
    moment from = {0}, to = {0};
    if (length < 0 || (size_t)length >= sizeof first) {
        return ff_fail(error, FF_ERR_VALUE, "numb", FF_NO_OFFSET, "'%s' is not understood", text);
    }
    ff_code code = parse_moment(r, first, &from, error);
    if (code == FF_OK) {
        code = parse_moment(r, dots + 2, &to, error);
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
    const reading r = reading_numb(run);
    const char *dots = strstr(text, "..");
    if (dots != NULL) {
        return parse_interval(&r, text, dots, onset, error);
    }
    moment m = {0};
    ff_code code = parse_moment(&r, text, &m, error);
    if (code == FF_OK) {
        set_exact(onset, &m);
    }
    return code;
}

bool ff_lap_by_hand(const ff_run *run, size_t index) {
    return index < run->lap_count && run->laps[index].trigger == FF_LAP_MANUAL;
}

/* When the lap ended, which must have been by hand. */
static ff_code end_of_lap(const reading *r, int number, double *time_s, ff_error *error) {
    const ff_run *run = r->run;
    if (number < 1 || (size_t)number > run->lap_count) {
        return ff_fail(error, FF_ERR_VALUE, r->where, FF_NO_OFFSET, "this run has %zu laps",
                       run->lap_count);
    }
    const ff_lap *lap = &run->laps[number - 1];
    if (lap->trigger != FF_LAP_MANUAL && lap->trigger != FF_LAP_UNKNOWN) {
        return ff_fail(
            error, FF_ERR_VALUE, r->where, FF_NO_OFFSET,
            "the watch ended lap %d by itself (%s); 'runs' shows the laps pressed by hand", number,
            ff_lap_trigger_name(lap->trigger));
    }
    *time_s = ff_run_timer_at(run, lap->end_s);
    return FF_OK;
}

ff_code ff_moment_of_lap(const ff_run *run, int number, ff_onset *onset, ff_error *error) {
    const reading r = {.run = run, .where = "from-lap"};
    moment m = {0};
    ff_code code = end_of_lap(&r, number, &m.time_s, error);
    if (code == FF_OK) {
        m.distance_m = ff_run_distance_at(run, m.time_s);
        set_exact(onset, &m);
    }
    return code;
}

void ff_moment_none(const ff_run *run, ff_onset *onset) {
    set_span(onset, FF_ONSET_NONE, &(moment){run->figures.duration_s, run->figures.distance_m},
             &(moment){NAN, NAN}); /* beyond the end, nobody knows */
}

/* ---- gone again ---- */

/* "+5min": after the run's end. */
static ff_code parse_after(const reading *r, const char *text, double *time_s, ff_error *error) {
    double after_s;
    if (!ff_unit_parse_duration(text + 1, &after_s)) {
        return ff_fail(error, FF_ERR_VALUE, r->where, FF_NO_OFFSET,
                       "'%s' is not understood: use %s", text, r->forms);
    }
    if (isnan(r->run->figures.duration_s)) {
        return ff_fail(
            error, FF_ERR_VALUE, r->where, FF_NO_OFFSET,
            "this run does not tell when it ended: say the time since its start instead");
    }
    *time_s = r->run->figures.duration_s + after_s;
    return FF_OK;
}

ff_code ff_moment_of_gone(const ff_run *run, const char *text, ff_onset *onset, ff_error *error) {
    const reading r = reading_gone(run);
    moment m = {0};
    ff_code code = text[0] == '+' ? parse_after(&r, text, &m.time_s, error)
                                  : parse_moment(&r, text, &m, error);
    if (code == FF_OK) {
        onset->gone_s = ff_round_result(m.time_s);
    }
    return code;
}

ff_code ff_moment_of_gone_lap(const ff_run *run, int number, ff_onset *onset, ff_error *error) {
    const reading r = {.run = run, .where = "gone-lap"};
    double time_s = 0;
    ff_code code = end_of_lap(&r, number, &time_s, error);
    if (code == FF_OK) {
        onset->gone_s = ff_round_result(time_s);
    }
    return code;
}

static void narrow_sometime(const ff_run *run, ff_onset *onset) {
    double end_s = run->figures.duration_s;
    bool within = onset->gone_s < end_s || isnan(end_s);
    onset->to_s = within ? onset->gone_s : ff_round_result(end_s);
    onset->to_m =
        ff_round_result(within ? ff_run_distance_at(run, onset->gone_s) : run->figures.distance_m);
}

ff_code ff_moment_fit_gone(const ff_run *run, const char *where, ff_onset *onset, ff_error *error) {
    if (!isnan(onset->gone_s) && onset->kind == FF_ONSET_SOMETIME) {
        narrow_sometime(run, onset);
    }
    if (!(onset->gone_s < onset->to_s)) {
        return FF_OK;
    }
    char gone[FF_UNIT_SIZE], came[FF_UNIT_SIZE];
    ff_unit_format_duration(onset->gone_s, gone);
    ff_unit_format_duration(onset->to_s, came);
    return ff_fail(
        error, FF_ERR_VALUE, where, FF_NO_OFFSET,
        "it cannot be gone at %s, before it came (%s); to correct both, say both at once", gone,
        came);
}
