#include "files/fit_cut.h"

#include "base/number.h"
#include "files/cadence.h"
#include "files/run_figures.h"
#include "files/run_laps.h"
#include "files/run_mend.h"
#include "files/track_parts.h"

#include <math.h>
#include <string.h>

/* Where the rows lie */

/* A session's own start as the rows have it: the clock may have been set in between. */
static double as_rows_have_it(const ff_fit_activity *activity, double start) {
    if (activity->rows == 0 || activity->clock.shift == 0) {
        return start;
    }
    double first = activity->time[0] - FF_MEND_SLACK_S,
           last = activity->time[activity->rows - 1] + FF_MEND_SLACK_S;
    return start >= first && start <= last ? start : start + activity->clock.shift;
}

/* The start of session i; where it does not say, the end of the one before. */
static double start_of(const ff_fit_activity *activity, size_t i) {
    double start = activity->sessions[i].start;
    for (size_t k = i; isnan(start) && k > 0; k--) {
        start = activity->sessions[k - 1].start + activity->sessions[k - 1].elapsed;
    }
    return as_rows_have_it(activity, start);
}

/* The start of the session that follows in time; infinity for the last. */
static double next_start(const ff_fit_activity *activity, double start) {
    double next = INFINITY;
    for (size_t i = 0; i < activity->session_count; i++) {
        double other = start_of(activity, i);
        next = other > start && other < next ? other : next;
    }
    return next;
}

/* The first row at or after a time; rows never fall. */
static size_t row_at(const ff_fit_activity *activity, double time) {
    size_t low = 0, high = activity->rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (activity->time[middle] < time) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static ff_fit_span span_of_all(const ff_fit_activity *activity, const ff_fit_session *session) {
    ff_fit_span span = {.session = session, .row_count = activity->rows, .alone = true};
    double start = session != NULL ? as_rows_have_it(activity, session->start) : NAN;
    double elapsed = session != NULL ? session->elapsed : NAN;
    span.zero = start;
    if (activity->rows > 0) {
        double first = activity->time[0], last = activity->time[activity->rows - 1];
        double latest = start + (isnan(elapsed) ? 0 : elapsed) + FF_MEND_SLACK_S;
        if (!(first >= start - FF_MEND_SLACK_S && first <= latest)) {
            span.zero = first;
        }
        /* The device may have gone on after the session's end: what it recorded is kept. */
        if (!(elapsed >= last - span.zero - FF_MEND_CLOSE_S)) {
            elapsed = last - span.zero;
        }
    }
    if (session != NULL && (isnan(elapsed) || session->timer > elapsed)) {
        elapsed = session->timer;
    }
    span.elapsed = elapsed > 0 ? elapsed : 0;
    return span;
}

ff_fit_span ff_fit_span_of(const ff_fit_activity *activity, size_t session) {
    if (session >= activity->session_count) {
        return span_of_all(activity, NULL);
    }
    const ff_fit_session *s = &activity->sessions[session];
    double start = start_of(activity, session);
    if (activity->session_count == 1 || isnan(start)) {
        return span_of_all(activity, s);
    }
    double next = next_start(activity, start);
    double elapsed = isnan(s->elapsed) || s->timer > s->elapsed ? s->timer : s->elapsed;
    double end = isnan(elapsed) ? next : fmin(next, start + elapsed + FF_MEND_CLOSE_S);
    ff_fit_span span = {.session = s, .first_row = row_at(activity, start), .zero = start};
    span.row_count = row_at(activity, end) - span.first_row;
    if (isnan(elapsed) && span.row_count > 0) {
        elapsed = activity->time[span.first_row + span.row_count - 1] - start;
    }
    span.elapsed = elapsed > 0 ? elapsed : 0;
    return span;
}

/* Columns */

/* Multisport watches count the distance on from sport to sport, or begin anew. The last row before
 * may be old (swimming leaves few): then the run's own distance says where it began. */
static void rebase_distance(const ff_fit_activity *activity, const ff_fit_span *span,
                            ff_series *series) {
    double *distance = series->column[FF_DISTANCE];
    double base = ff_column_last(activity->column[FF_DISTANCE], span->first_row);
    size_t first = 0;
    while (distance != NULL && first < series->rows && isnan(distance[first])) {
        first++;
    }
    if (distance == NULL || first == series->rows || !(distance[first] >= base)) {
        return;
    }
    double own = ff_column_last(distance, series->rows) - span->session->distance;
    base = own > base ? fmin(own, distance[first]) : base;
    for (size_t i = first; i < series->rows; i++) {
        distance[i] -= base;
    }
}

static ff_code copy_series(const ff_fit_activity *activity, const ff_fit_span *span,
                           ff_arena *arena, ff_series *series, ff_error *error) {
    series->rows = span->row_count;
    if (series->rows == 0) {
        return FF_OK;
    }
    series->time_s = ff_arena_room(arena, series->rows, sizeof *series->time_s);
    for (size_t c = 0; c < FF_CHANNEL_COUNT; c++) {
        if (activity->column[c] != NULL) {
            series->column[c] = ff_arena_room(arena, series->rows, sizeof *series->column[c]);
        }
    }
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < series->rows; i++) {
        double time = activity->time[span->first_row + i] - span->zero;
        series->time_s[i] = time > 0 ? time : 0;
    }
    for (size_t c = 0; c < FF_CHANNEL_COUNT; c++) {
        if (series->column[c] != NULL) {
            memcpy(series->column[c], activity->column[c] + span->first_row,
                   series->rows * sizeof *series->column[c]);
        }
    }
    rebase_distance(activity, span, series);
    return FF_OK;
}

/* Cadence */

/* FIT holds one foot's cadence. Some makers and data fields write both feet's all the same. */
static void fix_cadence(ff_arena *arena, ff_run *run) {
    ff_series *series = &run->series;
    if (ff_cadence_feet(arena, series, FF_CADENCE) == FF_FEET_BOTH) {
        ff_run_note(arena, run, "The cadence in the file is that of both feet already.");
    } else {
        ff_column_scale(series->column[FF_CADENCE], series->rows, 2);
    }
    if (ff_cadence_feet(arena, series, FF_POD_CADENCE) != FF_FEET_BOTH) {
        ff_column_scale(series->column[FF_POD_CADENCE], series->rows, 2);
    }
    ff_run_clean_cadence(arena, run);
}

/* One maker writes the balance of the feet where the share of stance time belongs. Stance time and
 * cadence tell that share, which is a third or so of the stride when running. */
static void find_balance(ff_arena *arena, ff_run *run) {
    ff_series *series = &run->series;
    double *share = series->column[FF_STANCE_TIME_PERCENT];
    const double *stance = series->column[FF_STANCE_TIME], *cadence = series->column[FF_CADENCE];
    if (share == NULL || stance == NULL || cadence == NULL ||
        series->column[FF_BALANCE_LEFT] != NULL) {
        return;
    }
    double *ratio = ff_arena_take(arena, series->rows, sizeof *ratio);
    for (size_t i = 0; ratio != NULL && i < series->rows; i++) {
        double made = stance[i] / 1000 * cadence[i] / 120 * 100; /* a stride is two steps */
        ratio[i] = made > 0 ? share[i] / made : NAN;
    }
    double off = ff_series_median(arena, ratio, series->rows, 0, INFINITY);
    double middle = ff_series_median(arena, share, series->rows, 0, INFINITY);
    if (off > 1.2 && middle > 45 && middle < 55) {
        series->column[FF_BALANCE_LEFT] = share;
        series->column[FF_STANCE_TIME_PERCENT] = NULL;
        ff_run_note(arena, run,
                    "What the file gives as the share of stance time is the balance of the feet: "
                    "stance time and cadence make another share.");
    }
}

/* Pauses */

static bool inside(const ff_fit_span *span, double time) {
    return time >= span->zero - FF_MEND_SLACK_S &&
           time <= span->zero + span->elapsed + FF_MEND_SLACK_S;
}

/* From each stop of the timer to the start that follows. pauses NULL only counts (at least as
 * many as there will be). */
static size_t pauses_of_events(const ff_fit_activity *activity, const ff_fit_span *span,
                               ff_pause *pauses) {
    size_t count = 0;
    double stopped = NAN;
    for (size_t i = 0; i < activity->event_count; i++) {
        const ff_fit_timer_event *event = &activity->events[i];
        /* In a multisport file the timer may have been stopped before this sport began. */
        if (span->alone && !inside(span, event->time)) {
            continue;
        }
        double time = event->time - span->zero;
        /* A second stop may mean that a start was lost before it; else the two become one. */
        if (!isnan(stopped)) {
            ff_pause pause = {.start_s = stopped, .end_s = time};
            count = ff_pause_add(pauses, count, pause, span->elapsed);
        }
        stopped = event->running ? NAN : time;
    }
    if (span->elapsed - stopped > FF_MEND_CLOSE_S) {
        ff_pause pause = {.start_s = stopped, .end_s = span->elapsed};
        count = ff_pause_add(pauses, count, pause, span->elapsed);
    }
    return count;
}

/* Pauses that follow at once are one. */
static void join_pauses(ff_run *run) {
    size_t kept = 0;
    for (size_t i = 0; i < run->pause_count; i++) {
        if (kept > 0 && run->pauses[i].start_s <= run->pauses[kept - 1].end_s) {
            run->pauses[kept - 1].end_s = run->pauses[i].end_s;
        } else {
            run->pauses[kept++] = run->pauses[i];
        }
    }
    run->pause_count = kept;
}

/* Pauses that the watch made when it saw that one stood. */
static size_t pauses_by_itself(const ff_fit_activity *activity, const ff_fit_span *span) {
    size_t count = 0;
    bool stopped = false;
    for (size_t i = 0; i < activity->event_count; i++) {
        const ff_fit_timer_event *event = &activity->events[i];
        bool within = event->time >= span->zero && event->time < span->zero + span->elapsed;
        count += within && !event->running && !stopped && event->by_itself;
        stopped = !event->running;
    }
    return count;
}

static void set_pauses(const ff_fit_activity *activity, const ff_fit_span *span, ff_arena *arena,
                       ff_run *run) {
    size_t most = pauses_of_events(activity, span, NULL);
    run->pauses = ff_arena_take(arena, most, sizeof *run->pauses);
    run->pause_count = run->pauses != NULL ? pauses_of_events(activity, span, run->pauses) : 0;
    double wanted = run->figures.elapsed_s - run->figures.duration_s;
    if (run->pause_count == 0 && wanted > FF_MEND_CLOSE_S) {
        ff_run_pauses_of_gaps(arena, run, wanted);
    } else {
        ff_run_check_pauses(arena, run);
    }
    join_pauses(run);
    size_t by_itself = pauses_by_itself(activity, span);
    if (by_itself > 0 && by_itself <= run->pause_count) {
        ff_run_note(arena, run,
                    ff_arena_printf(arena,
                                    "Of the run's pauses (%zu) the watch made %zu by itself, when "
                                    "it saw that one stood.",
                                    run->pause_count, by_itself));
    }
}

/* Laps */

static ff_lap_trigger trigger_of(uint32_t trigger) {
    switch (trigger) {
    case 0:
        return FF_LAP_MANUAL;
    case 1:
        return FF_LAP_TIME;
    case 2:
        return FF_LAP_DISTANCE;
    case 3:
    case 4:
    case 5:
    case 6:
        return FF_LAP_POSITION;
    case 7:
        return FF_LAP_SESSION_END;
    case FF_FIT_NO_NUMBER:
        return FF_LAP_UNKNOWN;
    default:
        return FF_LAP_OTHER;
    }
}

/* By the session's own place in the list of laps where that agrees with the times, else by time. */
static bool lap_belongs(const ff_fit_span *span, const ff_fit_lap *lap, size_t index) {
    double start = lap->start - span->zero;
    if (span->alone) {
        return inside(span, lap->start) && !(lap->elapsed > span->elapsed + FF_MEND_SLACK_S);
    }
    const ff_fit_session *s = span->session;
    if (s != NULL && s->first_lap >= 0 && s->lap_count > 0 && fabs(start) <= span->elapsed + 2) {
        return (double)index >= s->first_lap && (double)index < s->first_lap + s->lap_count;
    }
    return start >= -1 && start < span->elapsed - 1;
}

/* A moment that the runner marked ends a lap by hand. */
static void add_marks(const ff_fit_activity *activity, const ff_fit_span *span, ff_arena *arena,
                      ff_run *run) {
    size_t laps = run->lap_count, marks = 0;
    for (size_t i = 0; i < activity->mark_count; i++) {
        double at = activity->marks[i].time - span->zero;
        if (at > 0 && at < span->elapsed) {
            run->laps[run->lap_count++] = (ff_lap){.start_s = NAN,
                                                   .end_s = at,
                                                   .timer_s = NAN,
                                                   .distance_m = NAN,
                                                   .trigger = FF_LAP_MANUAL};
            marks++;
        }
    }
    if (laps == 0 && marks > 0) {
        run->laps[run->lap_count++] = (ff_lap){.start_s = NAN,
                                               .end_s = span->elapsed,
                                               .timer_s = NAN,
                                               .distance_m = NAN,
                                               .trigger = FF_LAP_SESSION_END};
    }
    ff_run_note_count(arena, run, marks, "1 moment was marked on the watch; it ends a lap by hand.",
                      "moments were marked on the watch; each ends a lap by hand.");
}

static void set_laps(const ff_fit_activity *activity, const ff_fit_span *span, ff_arena *arena,
                     ff_run *run) {
    size_t most = 0;
    for (size_t i = 0; i < activity->lap_count; i++) {
        most += lap_belongs(span, &activity->laps[i], i);
    }
    run->laps = ff_arena_take(arena, most + activity->mark_count + 1, sizeof *run->laps);
    for (size_t i = 0; run->laps != NULL && i < activity->lap_count; i++) {
        const ff_fit_lap *lap = &activity->laps[i];
        if (!lap_belongs(span, lap, i)) {
            continue;
        }
        /* Times that lie a little off the run are drawn to it. */
        double start = fmin(fmax(lap->start - span->zero, 0), span->elapsed);
        double end = isnan(lap->elapsed) ? span->elapsed : start + lap->elapsed;
        run->laps[run->lap_count++] = (ff_lap){.start_s = start,
                                               .end_s = fmin(end, span->elapsed),
                                               .timer_s = lap->timer,
                                               .distance_m = lap->distance,
                                               .trigger = trigger_of(lap->trigger)};
    }
    if (run->laps != NULL) {
        add_marks(activity, span, arena, run);
    }
}

/* Figures */

/* Of one foot, or of both as some write it. Standing counts in it with some makers, so it may be
 * less than the rows' but no more. */
static double session_cadence(const ff_run *run, double cadence) {
    double average = ff_run_average(run, FF_CADENCE);
    bool both = isnan(average) ? cadence >= FF_BOTH_FEET_SPM : cadence * 2 > average * 1.2;
    return ff_if_sensible(FF_CADENCE, both ? cadence : cadence * 2);
}

static void times_of_session(const ff_fit_span *span, ff_run *run) {
    run->figures.elapsed_s = span->elapsed;
    if (span->session != NULL) {
        double timer = span->session->timer;
        run->figures.duration_s = timer > 0 ? ff_if_between(timer, 0, span->elapsed) : NAN;
    }
}

/* The watch counts strides; a maker that writes both feet's cadence may count steps. What the
 * cadence makes of the running time decides. */
static double steps_of(const ff_run *run, double cycles) {
    double expected = run->figures.cadence_spm * run->figures.duration_s / 60;
    double strides = cycles * 2;
    if (!(cycles > 0) || !(expected > 0)) {
        return NAN;
    }
    double steps = strides > expected * 1.5 ? cycles : strides;
    return ff_if_between(steps, expected / 2, expected * 1.5);
}

static void figures_of_session(const ff_fit_session *s, ff_run *run) {
    ff_run_figures *f = &run->figures;
    f->moving_s = ff_if_between(s->moving, 0, f->elapsed_s);
    f->distance_m = ff_if_sensible(FF_DISTANCE, s->distance);
    f->ascent_m = ff_if_between(s->ascent, 0, 30000);
    f->descent_m = ff_if_between(s->descent, 0, 30000);
    f->speed_mps = ff_if_sensible(FF_SPEED, s->speed);
    f->cadence_spm = session_cadence(run, s->cadence);
    f->stance_time_ms = ff_if_sensible(FF_STANCE_TIME, s->stance_time);
    f->vertical_oscillation_mm = ff_if_sensible(FF_VERTICAL_OSCILLATION, s->vertical_oscillation);
    f->step_length_mm = ff_if_sensible(FF_STEP_LENGTH, s->step_length);
    f->balance_left_percent = ff_if_sensible(FF_BALANCE_LEFT, s->balance);
    f->vertical_ratio_percent = s->vertical_ratio;
    f->power_w = ff_if_sensible(FF_POWER, s->power);
    f->heart_rate_bpm = ff_if_sensible(FF_HEART_RATE, s->heart_rate);
    f->temperature_c = ff_if_sensible(FF_TEMPERATURE, s->temperature);
    f->steps = steps_of(run, s->cycles);
    f->effort = ff_if_between(s->effort / 10, 0, 10);
    f->feel = ff_if_between(s->feel, 0, 100);
    /* One maker writes the ratio ten times too large; what it is the ratio of tells. */
    double ratio = f->vertical_oscillation_mm / f->step_length_mm * 100;
    if (f->vertical_ratio_percent > 8 * ratio && f->vertical_ratio_percent < 12 * ratio) {
        f->vertical_ratio_percent /= 10;
    }
    f->vertical_ratio_percent = ff_if_sensible(FF_VERTICAL_RATIO, f->vertical_ratio_percent);
}

/* What the recording is */

static const char *name_or_number(ff_arena *arena, const char *name, uint32_t number) {
    if (number == FF_FIT_NO_NUMBER) {
        return NULL;
    }
    return name != NULL ? name : ff_arena_printf(arena, "%u", (unsigned)number);
}

static void set_device(const ff_fit_creator *creator, ff_arena *arena, ff_device *device) {
    device->maker = name_or_number(arena, ff_fit_maker_name(creator->maker), creator->maker);
    device->product = ff_fit_product_name(creator->maker, creator->product);
    if (device->product == NULL && creator->name[0] != '\0') {
        device->product = ff_arena_copy(arena, creator->name);
    }
    device->product = name_or_number(arena, device->product, creator->product);
    device->serial = name_or_number(arena, NULL, creator->serial);
    if (!isnan(creator->software)) {
        device->software = ff_arena_printf(arena, "%s", FF_FIXED(creator->software, 2));
    }
}

static void set_sport(const ff_fit_activity *activity, const ff_fit_span *span, ff_arena *arena,
                      ff_run *run) {
    run->sport = FF_SPORT_RUNNING;
    uint32_t sub_sport = span->session != NULL ? span->session->sub_sport : activity->sub_sport;
    const char *detail = name_or_number(arena, ff_fit_sub_sport_name(sub_sport), sub_sport);
    run->sport_detail = detail != NULL ? ff_arena_printf(arena, "running/%s", detail) : "running";
}

/* When it began, in FIT time; NAN when nothing tells. The session's own start stands, even where
 * its rows have another clock. */
static double start_told(const ff_context *context, const ff_fit_activity *activity,
                         const ff_fit_span *span, ff_arena *arena, ff_run *run) {
    double start = span->session != NULL ? span->session->start : NAN;
    if (isnan(start) && span->zero >= FF_FIT_FIRST_ABSOLUTE_TIME) {
        start = span->zero;
    }
    double epoch = (double)FF_FIT_EPOCH_S;
    double by_last =
        ff_run_start_by_last_clock(context, &activity->clock, epoch + start, epoch + span->zero) -
        epoch;
    if (!isnan(by_last) && by_last != start) {
        ff_run_note(arena, run, FF_START_COUNTED_BACK);
    }
    return by_last;
}

static void set_start(const ff_context *context, const ff_fit_activity *activity,
                      const ff_fit_span *span, ff_arena *arena, ff_run *run) {
    double start = start_told(context, activity, span, arena, run);
    if (isnan(start)) {
        start = activity->created;
        ff_run_note(arena, run,
                    isnan(start) ? "The watch did not know the date; the run stands at the "
                                   "beginning of its calendar."
                                 : "The watch did not know the time of the start; it is the time "
                                   "at which it made the file.");
        start = isnan(start) ? 0 : start;
    }
    run->start_s = FF_FIT_EPOCH_S + (int64_t)start;
    run->utc_offset_known = !isnan(activity->local_offset);
    run->utc_offset_s = run->utc_offset_known ? (int32_t)activity->local_offset : 0;
    ff_run_note_date(context, arena, run);
}

/* What watches call their profiles by themselves says nothing. */
static bool says_something(const char *profile) {
    static const char *const plain[] = {"",          "Run",          "Running",   "Trail Run",
                                        "Treadmill", "Indoor Track", "Track Run", "Virtual Run"};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        if (strcmp(profile, plain[i]) == 0) {
            return false;
        }
    }
    return true;
}

/* What the watch and its profile make of the run. */
static void note_session(const ff_fit_session *s, ff_arena *arena, ff_run *run) {
    double aerobic = ff_if_between(s->training_effect, 0.1, 5);
    double anaerobic = ff_if_between(s->anaerobic_effect, 0, 5);
    double load = ff_if_between(s->training_load, 0.5, 2000);
    if (says_something(s->profile)) {
        ff_run_note(
            arena, run,
            ff_arena_printf(arena, "Recorded with the watch's profile \"%s\".", s->profile));
    }
    if (isnan(aerobic)) {
        return;
    }
    const char *more =
        isnan(anaerobic) ? "" : ff_arena_printf(arena, ", anaerobic %s", FF_FIXED(anaerobic, 1));
    const char *loads = isnan(load) ? "" : ff_arena_printf(arena, ", and its load %.0f", load);
    ff_run_note(arena, run,
                ff_arena_printf(arena, "The watch rates the run's training effect %s of 5%s%s.",
                                FF_FIXED(aerobic, 1), more, loads));
}

static void note_oddities(const ff_fit_oddities *odd, ff_arena *arena, ff_run *run) {
    ff_run_note_count(arena, run, odd->empty_rows, "1 row of the file was empty and was left out.",
                      "rows of the file were empty and were left out.");
    ff_run_note_count(arena, run, odd->timeless_rows, "1 row had no time and was left out.",
                      "rows had no time and were left out.");
    ff_run_note_count(arena, run, odd->vague_positions,
                      "1 position was known no better than 100 m; it was left out.",
                      "positions were known no better than 100 m; they were left out.");
    if (odd->senseless_offset && !run->utc_offset_known) {
        ff_run_note(arena, run,
                    "The watch's local time cannot be right; the time of day is not known.");
    }
    if (odd->relative) {
        ff_run_note(arena, run, "The watch did not know the date when it began to record.");
    }
    if (odd->nameless > 0) {
        ff_run_note(arena, run,
                    "A foot sensor's fields have no names in this file; they were left out, since "
                    "which foot is which cannot be told.");
    }
}

static void mend_positions(ff_arena *arena, ff_run *run) {
    size_t jumps = 0, removed = ff_series_mend_positions(&run->series, &jumps);
    ff_run_note_count(arena, run, removed,
                      "1 position leapt away and back, faster than 15 m/s; it was left out.",
                      "positions leapt away and back, faster than 15 m/s; they were left out.");
    ff_run_note_count(arena, run, jumps, "Once the position leaps faster than 15 m/s.",
                      "times the position leaps faster than 15 m/s.");
}

ff_code ff_fit_cut_run(const ff_fit_cutter *cutter, const ff_fit_span *span, ff_run *run,
                       ff_error *error) {
    const ff_fit_activity *activity = cutter->activity;
    ff_arena *arena = cutter->arena;
    ff_run_init(run);
    run->source = ff_arena_copy(arena, cutter->source);
    run->format = "FIT";
    ff_code code = copy_series(activity, span, arena, &run->series, error);
    if (code != FF_OK) {
        return code;
    }
    set_start(cutter->context, activity, span, arena, run);
    set_sport(activity, span, arena, run);
    set_device(&activity->creator, arena, &run->device);
    if (span->session == NULL) {
        ff_run_note(
            arena, run,
            "The recording ends without the watch's summary; the run was made of its rows.");
    }
    if (cutter->taken_for_run != NULL) {
        ff_run_note(arena, run, cutter->taken_for_run);
    }
    note_oddities(&activity->odd, arena, run);
    ff_run_note_clock(arena, run, &activity->clock);
    fix_cadence(arena, run);
    mend_positions(arena, run);
    ff_run_clean(arena, run);
    find_balance(arena, run);
    times_of_session(span, run);
    set_pauses(activity, span, arena, run);
    if (isnan(run->figures.duration_s)) {
        run->figures.duration_s = run->figures.elapsed_s - ff_run_paused_s(run);
    }
    if (span->session != NULL) {
        figures_of_session(span->session, run);
        note_session(span->session, arena, run);
    }
    ff_run_check_distance(arena, run);
    ff_run_check_speed(run);
    ff_run_fill_figures(run);
    ff_run_note_missing(arena, run);
    ff_fit_gear_tell(&activity->gear, span->zero, span->zero + span->elapsed, arena, run);
    set_laps(activity, span, arena, run);
    ff_run_settle_laps(arena, run);
    return ff_arena_check(arena, error);
}
