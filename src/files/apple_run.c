#include "files/apple_run.h"

#include "base/number.h"
#include "files/run_figures.h"
#include "files/run_mend.h"
#include "files/time_zone.h"
#include "files/track_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const ff_apple_maker *maker;
    const ff_apple_workout *workout;
    ff_arena *arena;
    ff_run *run;
    ff_apple_asked asked;
    size_t seconds; /* of the series: 0 to seconds - 1 */
    ff_apple_picks picks[FF_APPLE_KIND_COUNT];
    ff_apple_route route;
} making;

/* Who told it, where and when */

static const char *const sport_indoors = "running/treadmill";

static void set_offset(const making *m) {
    const ff_apple_workout *w = m->workout;
    ff_run *run = m->run;
    if (w->zone != NULL && ff_time_zone_offset(w->zone, w->start.at_s, &run->utc_offset_s)) {
        run->utc_offset_known = true;
        return;
    }
    if (w->route_offset_known) {
        run->utc_offset_s = w->route_offset_s;
    } else if (m->maker->exported != NULL &&
               ff_apple_offset_believable(&w->start, m->maker->exported)) {
        run->utc_offset_s = w->start.offset_s;
    } else {
        return;
    }
    run->utc_offset_known = true;
}

/* The export, and which of its workouts by whom. */
static const char *source_of(const making *m) {
    const ff_apple_workout *w = m->workout;
    size_t length = w->source_name != NULL ? strnlen(w->source_name, 100) : 0;
    while (length > 0 && w->source_name[length - 1] == ' ') {
        length--;
    }
    return ff_arena_printf(m->arena, "%s, workout %zu%s%.*s", m->maker->source, w->number,
                           length > 0 ? " by " : "", (int)length, length > 0 ? w->source_name : "");
}

static void set_facts(const making *m) {
    const ff_apple_workout *w = m->workout;
    ff_run *run = m->run;
    run->start_s = w->start.at_s;
    run->sport = FF_SPORT_RUNNING;
    run->sport_detail = w->indoor ? sport_indoors : "running";
    run->format = "Apple Health";
    run->device = ff_apple_device_of(w->source_name, w->device, m->arena);
    run->source = source_of(m);
    set_offset(m);
    ff_run_note_date(m->maker->context, m->arena, run);
}

/* Dates are whole seconds, the duration has parts of them. */
static void set_times(const making *m) {
    ff_run_figures *f = &m->run->figures;
    double elapsed = (double)(m->workout->end.at_s - m->workout->start.at_s);
    double timer = m->workout->duration_s;
    if (timer > elapsed && timer <= elapsed + FF_MEND_CLOSE_S) {
        elapsed = timer;
    }
    f->elapsed_s = elapsed;
    f->duration_s = timer > 0 ? ff_if_between(timer, 0, elapsed) : NAN;
}

/* Pauses */

static int by_time(const void *a, const void *b) {
    const ff_apple_event *x = a, *y = b;
    if (x->at_s != y->at_s) {
        return x->at_s < y->at_s ? -1 : 1;
    }
    return x->order < y->order ? -1 : 1;
}

static int by_start(const void *a, const void *b) {
    const ff_pause *x = a, *y = b;
    return (x->start_s > y->start_s) - (x->start_s < y->start_s);
}

/* The pauses between events of one pair of kinds; a part of the session repeats the events in it,
 * and a pause within a pause is one. to_the_end: one that nothing ends lasts to the end. */
static size_t pair_pauses(const making *m, const ff_apple_event *events, ff_apple_event_kind begin,
                          ff_apple_event_kind end, bool to_the_end, ff_pause *pauses) {
    size_t count = 0;
    double start = NAN, last = m->run->figures.elapsed_s;
    for (size_t i = 0; i < m->workout->event_count; i++) {
        double at = (double)(events[i].at_s - m->workout->start.at_s);
        if (events[i].kind == begin && isnan(start)) {
            start = at;
        } else if (events[i].kind == end && !isnan(start)) {
            pauses[count++] = (ff_pause){start, at};
            start = NAN;
        }
    }
    if (to_the_end && start < last) {
        pauses[count++] = (ff_pause){start, last};
    }
    return count;
}

static void find_pauses(const making *m, const ff_apple_event *events, bool to_the_end,
                        ff_pause *found) {
    ff_run *run = m->run;
    size_t count = pair_pauses(m, events, FF_APPLE_PAUSE, FF_APPLE_RESUME, to_the_end, found);
    count += pair_pauses(m, events, FF_APPLE_MOTION_PAUSE, FF_APPLE_MOTION_RESUME, to_the_end,
                         found + count);
    qsort(found, count, sizeof *found, by_start);
    run->pause_count = 0;
    for (size_t i = 0; i < count; i++) {
        run->pause_count =
            ff_pause_add(run->pauses, run->pause_count, found[i], run->figures.elapsed_s);
    }
}

/* How far the pauses found are off what the workout's duration leaves for them; 0 when it does not
 * tell one. */
static double off_by(const ff_run *run) {
    double off = fabs(run->figures.elapsed_s - run->figures.duration_s - ff_run_paused_s(run));
    return isnan(off) ? 0 : off;
}

static void set_pauses(const making *m, const ff_apple_event *events) {
    ff_run *run = m->run;
    size_t most = m->workout->event_count + 2;
    ff_pause *found = ff_arena_take(m->arena, most, sizeof *found);
    run->pauses = ff_arena_take(m->arena, most, sizeof *run->pauses);
    if (found == NULL || run->pauses == NULL) {
        return;
    }
    find_pauses(m, events, true, found);
    double off = off_by(run);
    if (off > FF_MEND_CLOSE_S) { /* a resumption may be lost */
        find_pauses(m, events, false, found);
        if (off_by(run) >= off) {
            find_pauses(m, events, true, found);
        } else {
            ff_run_note(m->arena, run,
                        "A pause has no end in the export, and by the workout's duration none was "
                        "made; it was left out.");
        }
    }
}

/* Third parties tell pauses by the duration alone. */
static void check_pauses(const making *m) {
    ff_run *run = m->run;
    double wanted = run->figures.elapsed_s - run->figures.duration_s;
    if (isnan(wanted)) {
        return; /* taken from the pauses */
    }
    if (run->pause_count == 0 && wanted > FF_MEND_CLOSE_S) {
        ff_run_pauses_of_gaps(m->arena, run, wanted);
    } else {
        ff_run_check_pauses(m->arena, run);
    }
}

/* Series */

static ff_code pick_all(making *m, ff_error *error) {
    for (int kind = 0; kind < FF_APPLE_KIND_COUNT; kind++) {
        int longest = ff_apple_kind_is_sum((ff_apple_kind)kind) ? FF_APPLE_LONGEST_PART_S
                                                                : FF_APPLE_LONGEST_SAMPLE_S;
        ff_code code =
            ff_apple_pick_samples(&m->asked, (ff_apple_kind)kind, longest, &m->picks[kind]);
        if (code != FF_OK) {
            return ff_fail(error, code, m->maker->source, FF_NO_OFFSET, "not enough memory");
        }
    }
    return FF_OK;
}

static void mark(const making *m, bool *rows, double second) {
    if (second >= 0 && second < (double)m->seconds) {
        rows[(size_t)second] = true;
    }
}

/* The seconds at which something was measured, but for those in a pause. */
static size_t mark_rows(const making *m, bool *rows) {
    bool any = false;
    for (int kind = 0; kind < FF_APPLE_EFFORT; kind++) {
        const ff_apple_picks *picks = &m->picks[kind];
        any = any || picks->count > 0;
        for (size_t i = 0; i < picks->count; i++) {
            mark(m, rows, picks->items[i].from_s);
            mark(m, rows, ff_apple_kind_is_sum((ff_apple_kind)kind) ? picks->items[i].to_s : -1);
        }
    }
    for (size_t s = 0; m->route.latitude != NULL && s < m->seconds; s++) {
        rows[s] = rows[s] || !isnan(m->route.latitude[s]);
        any = any || rows[s];
    }
    rows[0] = rows[m->seconds - 1] = any;
    for (size_t p = 0; p < m->run->pause_count; p++) {
        const ff_pause *pause = &m->run->pauses[p];
        for (double s = pause->start_s + 1; s < pause->end_s && s < (double)m->seconds; s++) {
            rows[(size_t)s] = false;
        }
    }
    size_t count = 0;
    for (size_t s = 0; s < m->seconds; s++) {
        count += rows[s];
    }
    return count;
}

static bool take_columns(const making *m) {
    static const struct {
        ff_apple_kind kind;
        ff_channel channel;
    } of_kinds[] = {
        {FF_APPLE_HEART_RATE, FF_HEART_RATE},
        {FF_APPLE_STEPS, FF_CADENCE},
        {FF_APPLE_DISTANCE, FF_DISTANCE},
        {FF_APPLE_SPEED, FF_SPEED},
        {FF_APPLE_POWER, FF_POWER},
        {FF_APPLE_STANCE_TIME, FF_STANCE_TIME},
        {FF_APPLE_OSCILLATION, FF_VERTICAL_OSCILLATION},
        {FF_APPLE_STEP_LENGTH, FF_STEP_LENGTH},
    };
    ff_series *series = &m->run->series;
    bool wanted[FF_CHANNEL_COUNT] = {false};
    for (size_t i = 0; i < sizeof of_kinds / sizeof of_kinds[0]; i++) {
        wanted[of_kinds[i].channel] = m->picks[of_kinds[i].kind].count > 0;
    }
    if (m->route.latitude != NULL) {
        wanted[FF_LATITUDE] = wanted[FF_LONGITUDE] = wanted[FF_ALTITUDE] = wanted[FF_SPEED] = true;
    }
    series->time_s = ff_arena_take(m->arena, series->rows, sizeof *series->time_s);
    for (int c = 0; c < FF_CHANNEL_COUNT; c++) {
        if (wanted[c]) {
            series->column[c] = ff_arena_take(m->arena, series->rows, sizeof(double));
        }
    }
    return !m->arena->failed;
}

/* What the filling of rows goes on from. */
typedef struct {
    size_t row, pause;
    size_t at[FF_APPLE_KIND_COUNT];
    double paused_m; /* distance told within the pauses passed */
} filling;

/* Goes past the pauses that end at or before a second. */
static void pass_pauses(const making *m, filling *f, double second) {
    const ff_run *run = m->run;
    double covered;
    for (; f->pause < run->pause_count && run->pauses[f->pause].end_s <= second; f->pause++) {
        f->paused_m +=
            ff_apple_sum_between(&m->picks[FF_APPLE_DISTANCE], run->pauses[f->pause].start_s,
                                 run->pauses[f->pause].end_s, &covered);
    }
}

/* Steps a minute around a second, not across a pause. */
static double cadence_at(const making *m, const filling *f, double second) {
    const ff_run *run = m->run;
    double from = fmax(second - FF_APPLE_CADENCE_S / 2, 0), to = second + FF_APPLE_CADENCE_S / 2;
    from = f->pause > 0 ? fmax(from, run->pauses[f->pause - 1].end_s) : from;
    to = f->pause < run->pause_count ? fmin(to, run->pauses[f->pause].start_s) : to;
    to = fmin(to, run->figures.elapsed_s);
    double covered, steps = ff_apple_sum_between(&m->picks[FF_APPLE_STEPS], from, to, &covered);
    return covered > 0 && covered >= (to - from) / 2 ? 60 * steps / covered : NAN;
}

static void put(const making *m, size_t row, ff_channel channel, double value) {
    double *column = m->run->series.column[channel];
    if (column != NULL) {
        column[row] = ff_round_result(value);
    }
}

static double reading(const making *m, filling *f, ff_apple_kind kind, double second) {
    return ff_apple_reading_at(&m->picks[kind], second, &f->at[kind]);
}

static void fill_row(const making *m, filling *f, size_t s) {
    double second = (double)s, covered;
    size_t row = f->row++;
    m->run->series.time_s[row] = second;
    pass_pauses(m, f, second);
    put(m, row, FF_HEART_RATE, reading(m, f, FF_APPLE_HEART_RATE, second));
    put(m, row, FF_POWER, reading(m, f, FF_APPLE_POWER, second));
    put(m, row, FF_STANCE_TIME, 1000 * reading(m, f, FF_APPLE_STANCE_TIME, second));
    put(m, row, FF_VERTICAL_OSCILLATION, 1000 * reading(m, f, FF_APPLE_OSCILLATION, second));
    put(m, row, FF_STEP_LENGTH, 1000 * reading(m, f, FF_APPLE_STEP_LENGTH, second));
    put(m, row, FF_CADENCE, cadence_at(m, f, second));
    put(m, row, FF_DISTANCE,
        ff_apple_sum_between(&m->picks[FF_APPLE_DISTANCE], 0, second, &covered) - f->paused_m);
    double speed = reading(m, f, FF_APPLE_SPEED, second);
    if (m->route.latitude != NULL) {
        put(m, row, FF_LATITUDE, m->route.latitude[s]);
        put(m, row, FF_LONGITUDE, m->route.longitude[s]);
        put(m, row, FF_ALTITUDE, m->route.altitude[s]);
        speed = isnan(speed) ? m->route.speed[s] : speed;
    }
    put(m, row, FF_SPEED, speed);
}

/* A route of which something is missing is shorter than the run. */
static bool route_is_whole(const making *m) {
    return m->route.missing + m->route.damaged == 0;
}

static void measure_distance(const making *m) {
    ff_series *series = &m->run->series;
    if (series->rows > 0 && route_is_whole(m) && series->column[FF_DISTANCE] == NULL &&
        series->column[FF_LATITUDE] != NULL) {
        double *distance = ff_arena_take(m->arena, series->rows, sizeof *distance);
        if (distance != NULL) {
            ff_run_measure_distance(m->run, distance);
            ff_run_note(m->arena, m->run,
                        "The export holds no distance of this run's time; it was measured along "
                        "its route.");
        }
    }
}

static ff_code make_series(making *m, ff_error *error) {
    ff_series *series = &m->run->series;
    bool *rows = ff_arena_take(m->arena, m->seconds, sizeof *rows);
    if (rows == NULL) {
        return ff_arena_check(m->arena, error);
    }
    series->rows = mark_rows(m, rows);
    if (series->rows == 0) {
        return FF_OK;
    }
    if (!take_columns(m)) {
        return ff_arena_check(m->arena, error);
    }
    filling f = {0};
    for (size_t s = 0; s < m->seconds; s++) {
        if (rows[s]) {
            fill_row(m, &f, s);
        }
    }
    ff_run_clean(m->arena, m->run);
    measure_distance(m);
    return ff_arena_check(m->arena, error);
}

/* Laps */

typedef struct {
    double at_s;
    ff_lap_trigger trigger;
} lap_end;

static int by_end(const void *a, const void *b) {
    const lap_end *x = a, *y = b;
    if (x->at_s != y->at_s) {
        return x->at_s < y->at_s ? -1 : 1;
    }
    return (x->trigger > y->trigger) - (x->trigger < y->trigger); /* by hand first */
}

/* What may end a lap: marks, laps of apps, and the borders of a planned session's parts. */
static size_t lap_ends(const making *m, const ff_apple_event *events, lap_end *ends) {
    const ff_apple_workout *w = m->workout;
    size_t count = 0;
    for (size_t i = 0; i < w->event_count; i++) {
        if (events[i].kind == FF_APPLE_LAP || events[i].kind == FF_APPLE_MARKER) {
            bool hand = events[i].kind == FF_APPLE_MARKER;
            ends[count++] = (lap_end){(double)(events[i].at_s - w->start.at_s),
                                      hand ? FF_LAP_MANUAL : FF_LAP_UNKNOWN};
        }
    }
    for (size_t i = 0; w->part_count > 1 && i < w->part_count; i++) {
        ends[count++] = (lap_end){(double)(w->parts[i].start_s - w->start.at_s), FF_LAP_OTHER};
        ends[count++] = (lap_end){(double)(w->parts[i].end_s - w->start.at_s), FF_LAP_OTHER};
    }
    qsort(ends, count, sizeof *ends, by_end);
    return count;
}

static double part_distance(const making *m, double from_s, double to_s) {
    const ff_apple_workout *w = m->workout;
    for (size_t i = 0; i < w->part_count; i++) {
        if ((double)(w->parts[i].start_s - w->start.at_s) == from_s &&
            (double)(w->parts[i].end_s - w->start.at_s) == to_s) {
            return w->parts[i].distance_m;
        }
    }
    return NAN;
}

static void add_lap(const making *m, double end_s, ff_lap_trigger trigger) {
    ff_run *run = m->run;
    double start = run->lap_count > 0 ? run->laps[run->lap_count - 1].end_s : 0;
    double timer_start = ff_run_timer_at(run, start), timer_end = ff_run_timer_at(run, end_s);
    double distance = part_distance(m, start, end_s);
    if (isnan(distance)) {
        distance = ff_round_result(ff_run_distance_at(run, timer_end) -
                                   ff_run_distance_at(run, timer_start));
    }
    run->laps[run->lap_count++] = (ff_lap){.start_s = start,
                                           .end_s = end_s,
                                           .timer_s = timer_end - timer_start,
                                           .distance_m = distance,
                                           .trigger = trigger};
}

static void set_laps(const making *m, const ff_apple_event *events) {
    ff_run *run = m->run;
    size_t most = m->workout->event_count + 2 * m->workout->part_count;
    lap_end *ends = most > 0 ? ff_arena_take(m->arena, most, sizeof *ends) : NULL;
    size_t count = ends != NULL ? lap_ends(m, events, ends) : 0;
    if (count == 0) {
        return;
    }
    if (count > FF_TRACK_MOST_LAPS - 1) {
        count = FF_TRACK_MOST_LAPS - 1;
        ff_run_note(m->arena, run, "It has more laps than are read; the others were left out.");
    }
    run->laps = ff_arena_take(m->arena, count + 1, sizeof *run->laps);
    double last = 0, end = run->figures.elapsed_s;
    for (size_t i = 0; run->laps != NULL && i < count; i++) {
        if (ends[i].at_s > last && ends[i].at_s < end - 2) { /* not the stop itself */
            add_lap(m, ends[i].at_s, ends[i].trigger);
            last = ends[i].at_s;
        }
    }
    if (run->laps != NULL && run->lap_count > 0) {
        add_lap(m, end, FF_LAP_SESSION_END);
    }
}

/* Figures */

static double statistic(const making *m, ff_apple_kind kind, double factor, ff_channel channel) {
    return ff_round_result(ff_if_sensible(channel, m->workout->statistics[kind] * factor));
}

/* A planned session may tell its climb by part. */
static double ascent_of(const ff_apple_workout *w) {
    double sum = 0;
    bool any = false;
    for (size_t i = 0; i < w->part_count; i++) {
        any = any || !isnan(w->parts[i].ascent_m);
        sum += isnan(w->parts[i].ascent_m) ? 0 : w->parts[i].ascent_m;
    }
    return !isnan(w->ascent_m) ? w->ascent_m : any ? sum : NAN;
}

/* Told in pieces too long for a series, the sum over the run is still told. */
static double coarse_sum(const making *m, ff_apple_kind kind) {
    ff_apple_picks picks;
    double covered = 0, elapsed = m->run->figures.elapsed_s;
    if (m->picks[kind].count > 0 ||
        ff_apple_pick_samples(&m->asked, kind, FF_APPLE_LONGEST_SAMPLE_S, &picks) != FF_OK ||
        picks.count == 0) {
        return NAN;
    }
    double sum = ff_apple_sum_between(&picks, 0, elapsed, &covered);
    return covered >= 0.9 * elapsed ? sum : NAN;
}

static void set_figures(const making *m) {
    const ff_apple_workout *w = m->workout;
    ff_run_figures *f = &m->run->figures;
    double steps = w->statistics[FF_APPLE_STEPS], distance = w->statistics[FF_APPLE_DISTANCE];
    steps = isnan(steps) ? coarse_sum(m, FF_APPLE_STEPS) : steps;
    distance = isnan(distance) ? w->distance_m : distance;
    distance = isnan(distance) ? coarse_sum(m, FF_APPLE_DISTANCE) : distance;
    double timer = isnan(f->duration_s) ? f->elapsed_s - ff_run_paused_s(m->run) : f->duration_s;
    f->distance_m = ff_round_result(ff_if_sensible(FF_DISTANCE, distance));
    double cadence = timer > 0 ? 60 * steps / timer : NAN;
    f->cadence_spm = ff_round_result(ff_if_sensible(FF_CADENCE, cadence));
    f->heart_rate_bpm = statistic(m, FF_APPLE_HEART_RATE, 1, FF_HEART_RATE);
    f->power_w = statistic(m, FF_APPLE_POWER, 1, FF_POWER);
    f->stance_time_ms = statistic(m, FF_APPLE_STANCE_TIME, 1000, FF_STANCE_TIME);
    f->vertical_oscillation_mm = statistic(m, FF_APPLE_OSCILLATION, 1000, FF_VERTICAL_OSCILLATION);
    f->step_length_mm = statistic(m, FF_APPLE_STEP_LENGTH, 1000, FF_STEP_LENGTH);
    f->ascent_m = ff_round_result(ff_if_between(ascent_of(w), 0, 30000));
    f->outdoor_temperature_c = ff_round_result(ff_if_sensible(FF_TEMPERATURE, w->temperature_c));
    const ff_apple_picks *effort = &m->picks[FF_APPLE_EFFORT];
    f->effort =
        effort->count > 0 ? ff_if_between(effort->items[effort->count - 1].value, 0, 10) : NAN;
    ff_run_check_distance(m->arena, m->run);
}

/* What the rest of a route gives is not said of the run. */
static void forget_rest_of_route(const making *m, const ff_run_figures *told) {
    ff_run_figures *f = &m->run->figures;
    f->ascent_m = told->ascent_m;
    f->descent_m = NAN;
    if (m->picks[FF_APPLE_SPEED].count + m->picks[FF_APPLE_DISTANCE].count == 0) {
        f->moving_s = NAN;
        f->distance_m = told->distance_m;
        f->speed_mps = isnan(told->distance_m) ? NAN : f->speed_mps;
    }
}

static void finish_figures(const making *m) {
    ff_run_figures *f = &m->run->figures;
    ff_run_figures told = *f;
    ff_run_fill_figures(m->run);
    if (!route_is_whole(m)) {
        forget_rest_of_route(m, &told);
    }
    if (isnan(f->step_length_mm) && f->cadence_spm > 0) {
        double length = 60000 * f->distance_m / (f->cadence_spm * f->duration_s);
        f->step_length_mm = ff_round_result(ff_if_sensible(FF_STEP_LENGTH, length));
    }
}

/* Notes */

static void note_sources(const making *m) {
    static const char *const names[FF_APPLE_KIND_COUNT] = {
        "heart rate",          "steps",       "distance",    "speed", "power",
        "ground contact time", "oscillation", "step length", "effort"};
    const char *list = NULL;
    for (int kind = 0; kind < FF_APPLE_KIND_COUNT; kind++) {
        const ff_apple_picks *picks = &m->picks[kind];
        if (picks->count == 0 || picks->source == m->asked.own || kind == FF_APPLE_EFFORT) {
            continue;
        }
        const char *name = m->maker->sources->items[picks->source].name;
        name = name[0] != '\0' ? name : "a source without a name";
        list = list == NULL ? ff_arena_printf(m->arena, "%s (%s)", names[kind], name)
                            : ff_arena_printf(m->arena, "%s, %s (%s)", list, names[kind], name);
    }
    if (list != NULL) {
        ff_run_note(m->arena, m->run,
                    ff_arena_printf(m->arena,
                                    "Who recorded the run did not measure all of it; taken from "
                                    "others at the same time: %s.",
                                    list));
    }
}

static void note_weather(const making *m) {
    double warmth = m->run->figures.outdoor_temperature_c, humidity = m->workout->humidity_percent;
    if (isnan(warmth)) {
        return;
    }
    const char *damp = isnan(ff_if_between(humidity, 0, 100))
                           ? ""
                           : ff_arena_printf(m->arena, " and %.0f %% humidity", humidity);
    ff_run_note(m->arena, m->run,
                ff_arena_printf(m->arena,
                                "The weather report in the export said %.0f \xC2\xB0"
                                "C%s.",
                                warmth, damp));
}

/* Which file could say what this one cannot. */
static void note_absent(const making *m) {
    const ff_run_figures *f = &m->run->figures;
    bool tells_steps = !isnan(f->stance_time_ms) || !isnan(f->vertical_oscillation_mm);
    ff_run_note(
        m->arena, m->run,
        tells_steps
            ? "Apple Health has no place for the balance of the feet; where another running "
              "watch recorded the run, its original FIT file may hold it."
            : "Apple Health tells no stance time of this run, and has no place for the "
              "balance of the feet. An Apple Watch (Series 6, SE or later) measures "
              "stance time outdoors; where another running watch recorded the run, its "
              "original FIT file may hold both.");
}

static void note_oddities(const making *m) {
    ff_run *run = m->run;
    note_absent(m);
    note_weather(m);
    note_sources(m);
    ff_run_note_count(m->arena, run, m->route.missing, "1 file of its route is not there.",
                      "files of its route are not there.");
    ff_run_note_count(m->arena, run, m->route.damaged, "1 file of its route is damaged.",
                      "files of its route are damaged.");
    ff_run_note_count(m->arena, run, m->route.left_out,
                      "1 position of its route leaps away and back, or is none; it was left out.",
                      "positions of its route leap away and back, or are none; they were left "
                      "out.");
    if (m->workout->more) {
        ff_run_note(m->arena, run, "It has more events, parts or measurements than are read.");
    }
    if (m->workout->broken_off) {
        ff_run_note(m->arena, run, "The export breaks off within this run.");
    }
    if (run->figures.elapsed_s >= FF_APPLE_LONGEST_S) {
        ff_run_note(m->arena, run, "It lasts over two days; its series ends there.");
    }
}

static void begin(making *m) {
    const ff_apple_workout *w = m->workout;
    ff_run_init(m->run);
    set_facts(m);
    set_times(m);
    double lasts = fmin(floor(m->run->figures.elapsed_s), FF_APPLE_LONGEST_S - 1);
    m->seconds = (size_t)lasts + 1;
    m->asked = (ff_apple_asked){
        .store = m->maker->store,
        .sources = m->maker->sources,
        .own = ff_apple_source_number(m->maker->sources, w->source_name, w->device),
        .span = {w->start.at_s, w->start.at_s + (int64_t)lasts},
        .arena = m->arena,
    };
}

ff_code ff_apple_make_run(const ff_apple_maker *maker, const ff_apple_workout *workout,
                          ff_arena *arena, ff_run *run, ff_error *error) {
    making m = {.maker = maker, .workout = workout, .arena = arena, .run = run};
    ff_apple_event *events = ff_arena_grow(arena, workout->events, workout->event_count,
                                           workout->event_count + 1, sizeof *events);
    if (events == NULL) {
        return ff_arena_check(arena, error);
    }
    qsort(events, workout->event_count, sizeof *events, by_time);
    begin(&m);
    set_pauses(&m, events);
    ff_code code = pick_all(&m, error);
    if (code == FF_OK) {
        code = ff_apple_read_route(maker, workout, m.seconds, arena, &m.route, error);
    }
    if (code == FF_OK) {
        code = make_series(&m, error);
    }
    if (code != FF_OK) {
        return code;
    }
    check_pauses(&m);
    set_figures(&m);
    finish_figures(&m);
    ff_run_note_missing(arena, run);
    set_laps(&m, events);
    note_oddities(&m);
    return ff_arena_check(arena, error);
}
