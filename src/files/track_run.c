#include "base/number.h"
#include "base/unit.h"
#include "files/cadence.h"
#include "files/run_figures.h"
#include "files/run_laps.h"
#include "files/run_mend.h"
#include "files/track_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A lap that ends so long after the last row is not taken for true. */
#define LAP_BEYOND_S 86400.0

/* A segment that begins so soon after the last one may be a lap: only when nobody moved between is
 * it a pause. */
#define SHORT_GAP_S 30.0

/* Shorter than this is how often rows come. */
#define SHORTEST_GAP_S 2.0

/* A distance may stand at so much when recording begins; apps round, and find satellites late. */
#define LATE_START_M 200.0

typedef struct {
    const ff_track *track;
    const ff_track_facts *facts;
    ff_arena *arena;
    ff_run *run;
    double zero; /* UTC seconds, as the rows have them, that are the run's time 0 */
    bool whole;  /* what the laps tell of the whole holds */
} run_maker;

/* Where it begins and ends */

static double sum_of_timers(const ff_track *track) {
    double sum = 0;
    for (size_t i = 0; i < track->lap_count; i++) {
        sum += track->laps[i].told.timer_s;
    }
    return track->lap_count > 0 ? sum : NAN;
}

static double sum_of_distances(const ff_track *track) {
    double sum = 0;
    for (size_t i = 0; i < track->lap_count; i++) {
        sum += track->laps[i].told.distance_m;
    }
    return track->lap_count > 0 ? sum : NAN;
}

static double zero_of(const run_maker *m) {
    const ff_track *track = m->track;
    double start = m->facts->start_at_s;
    if (isnan(start) && track->lap_count > 0) {
        start = track->laps[0].told.start_at_s;
    }
    if (track->rows == 0) {
        return start;
    }
    double first = track->time[0], told = m->facts->figures.elapsed_s;
    double lasts =
        fmax(isnan(told) ? 0 : told, isnan(sum_of_timers(track)) ? 0 : sum_of_timers(track));
    bool fits = start >= first - lasts - FF_MEND_SLACK_S && start <= first;
    return fits ? start : first;
}

/* A lap that begins before the rows of the one before it ended, or long after its own, has another
 * clock than they: local time without a zone, or one that was set in between. */
static bool has_other_clock(const ff_track *track, const ff_track_lap_kept *lap, double row) {
    double start = lap->told.start_at_s;
    if (isnan(row) || fabs(start - row) <= FF_MEND_SLACK_S) {
        return false;
    }
    bool before = lap->first_row > 0 && start < track->time[lap->first_row - 1] - FF_MEND_SLACK_S;
    return track->clock.set > 0 || before || start > row;
}

/* Seconds from the start. */
static double lap_start(const run_maker *m, size_t i) {
    const ff_track *track = m->track;
    const ff_track_lap_kept *lap = &track->laps[i];
    double row = lap->first_row < track->rows ? track->time[lap->first_row] : NAN;
    double start = lap->told.start_at_s;
    return (isnan(start) || has_other_clock(track, lap, row) ? row : start) - m->zero;
}

/* The end by the last lap; NAN when it does not tell. */
static double laps_end(const run_maker *m) {
    size_t count = m->track->lap_count;
    return count > 0 ? lap_start(m, count - 1) + m->track->laps[count - 1].told.timer_s : NAN;
}

static void set_times(run_maker *m) {
    ff_run *run = m->run;
    double told = m->facts->figures.elapsed_s, laps = laps_end(m);
    double rows = run->series.rows > 0 ? run->series.time_s[run->series.rows - 1] : NAN;
    bool cut_lap = m->facts->cut && laps > rows + FF_MEND_CLOSE_S;
    m->whole = !cut_lap && !(laps > rows + LAP_BEYOND_S);
    double elapsed = isnan(rows) ? 0 : rows;
    if (m->whole && laps > elapsed) {
        elapsed = laps;
    }
    elapsed = told > elapsed ? told : elapsed;
    run->figures.elapsed_s = elapsed;
    double timer = m->facts->figures.duration_s;
    if (isnan(timer) && m->whole) {
        timer = sum_of_timers(m->track);
    }
    /* Seconds are rounded in each lap. */
    if (timer > elapsed && timer <= elapsed + FF_MEND_CLOSE_S + (double)m->track->lap_count) {
        timer = elapsed;
    }
    run->figures.duration_s = timer > 0 ? ff_if_between(timer, 0, elapsed) : NAN;
}

static void set_start(const ff_context *context, const run_maker *m) {
    const ff_track_facts *facts = m->facts;
    ff_run *run = m->run;
    double start = ff_run_start_by_last_clock(context, &m->track->clock, m->zero, m->zero);
    if (start != m->zero && !isnan(m->zero)) {
        ff_run_note(m->arena, run, FF_START_COUNTED_BACK);
    }
    run->start_s = isnan(start) ? 0 : (int64_t)floor(start);
    run->utc_offset_known =
        facts->utc_offset_known && ff_clock_offset_sensible(facts->utc_offset_s);
    run->utc_offset_s = run->utc_offset_known ? facts->utc_offset_s : 0;
    ff_run_note_date(context, m->arena, run);
}

/* Columns */

static ff_code copy_series(const run_maker *m, ff_error *error) {
    const ff_track *track = m->track;
    ff_series *series = &m->run->series;
    series->rows = track->rows;
    if (series->rows == 0) {
        return FF_OK;
    }
    series->time_s = ff_arena_take(m->arena, series->rows, sizeof *series->time_s);
    for (size_t c = 0; c < FF_CHANNEL_COUNT; c++) {
        if (track->column[c] != NULL) {
            series->column[c] = ff_arena_take(m->arena, series->rows, sizeof *series->column[c]);
        }
    }
    if (m->arena->failed) {
        return ff_arena_check(m->arena, error);
    }
    for (size_t i = 0; i < series->rows; i++) {
        series->time_s[i] = track->time[i] - m->zero;
    }
    for (size_t c = 0; c < FF_CHANNEL_COUNT; c++) {
        if (series->column[c] != NULL) {
            memcpy(series->column[c], track->column[c], series->rows * sizeof *series->column[c]);
        }
    }
    return FF_OK;
}

/* Makers write one foot's cadence or both feet's, and no text format says which. */
static void fix_cadence(const run_maker *m) {
    ff_series *series = &m->run->series;
    ff_feet feet = ff_cadence_feet(m->arena, series, FF_CADENCE);
    ff_column_scale(series->column[FF_CADENCE], series->rows, feet == FF_FEET_ONE ? 2 : 1);
    if (feet != FF_FEET_UNKNOWN) {
        ff_run_note(m->arena, m->run,
                    feet == FF_FEET_ONE ? "The cadence in the file counts one foot; it was doubled."
                                        : "The cadence in the file is that of both feet already.");
    }
    ff_run_clean_cadence(m->arena, m->run);
}

/* A file that was cut out of a longer one counts its distance on from there, and so does one sport
 * after another. Nobody is that far before the first row: what the file says of the whole tells
 * where it began, else the first row does. */
static void rebase_distance(const run_maker *m) {
    ff_series *series = &m->run->series;
    double *distance = series->column[FF_DISTANCE];
    size_t first = 0;
    while (distance != NULL && first < series->rows && isnan(distance[first])) {
        first++;
    }
    if (distance == NULL || first == series->rows ||
        !(distance[first] > LATE_START_M + FF_LEAP_MPS * series->time_s[first])) {
        return;
    }
    double told = m->whole ? sum_of_distances(m->track) : NAN;
    double base = fmin(ff_column_last(distance, series->rows) - told, distance[first]);
    ff_run_note(m->arena, m->run,
                ff_arena_printf(m->arena,
                                "The distance in the file's points begins at %s km; it was counted "
                                "from the start of the run.",
                                FF_FIXED(distance[first] / 1000, 2)));
    for (size_t i = first; i < series->rows; i++) {
        distance[i] -= base;
    }
}

static void mend_positions(const run_maker *m) {
    size_t jumps, removed = ff_series_mend_positions(&m->run->series, &jumps);
    ff_run_note_count(m->arena, m->run, removed,
                      "1 position leapt away and back, faster than 15 m/s; it was left out.",
                      "positions leapt away and back, faster than 15 m/s; they were left out.");
    ff_run_note_count(m->arena, m->run, jumps, "Once the position leaps faster than 15 m/s.",
                      "times the position leaps faster than 15 m/s.");
}

/* Slower than anybody gets on with a run: the distance may be no metres. */
#define NO_SPEED_MPS 0.1

/* Along the positions where the file has no distance, or one of kilometres or miles. */
static void measure_distance(const run_maker *m) {
    ff_series *series = &m->run->series;
    double *told = series->column[FF_DISTANCE];
    double last = ff_column_last(told, series->rows);
    if (last >= NO_SPEED_MPS * m->run->figures.elapsed_s || series->column[FF_LATITUDE] == NULL ||
        series->column[FF_LONGITUDE] == NULL) {
        return;
    }
    double *measured = ff_arena_take(m->arena, series->rows, sizeof *measured);
    if (measured == NULL) {
        return;
    }
    ff_run_measure_distance(m->run, measured);
    if (last > 0 && last >= FF_NO_METRES * ff_column_last(measured, series->rows)) {
        series->column[FF_DISTANCE] = told;
        return;
    }
    ff_run_note(m->arena, m->run,
                last > 0 ? "The distance in the file's points cannot be in metres; it was measured "
                           "along their positions."
                         : "The file's points hold no distance; it was measured along their "
                           "positions.");
}

/* Pauses */

/* Speed from one row to the next; NAN when neither distance nor position tells. */
static double speed_across(const ff_series *series, size_t row) {
    double seconds = series->time_s[row] - series->time_s[row - 1];
    const double *distance = series->column[FF_DISTANCE];
    double metres = distance != NULL ? distance[row] - distance[row - 1] : NAN;
    if (isnan(metres)) {
        metres = ff_series_leg(series, row - 1, row);
    }
    return metres / seconds;
}

static bool is_marked_gap(const run_maker *m, size_t row) {
    const ff_series *series = &m->run->series;
    double seconds = series->time_s[row] - series->time_s[row - 1];
    return m->track->after_gap[row] && seconds > SHORTEST_GAP_S &&
           (seconds > SHORT_GAP_S || !(speed_across(series, row) >= FF_MOVING_MPS));
}

static bool is_still_gap(const run_maker *m, size_t row, double usual_s) {
    const ff_series *series = &m->run->series;
    double seconds = series->time_s[row] - series->time_s[row - 1];
    return seconds >= FF_MISSING_S && seconds > 4 * usual_s &&
           speed_across(series, row) < FF_MOVING_MPS;
}

static int by_start(const void *a, const void *b) {
    double first = ((const ff_pause *)a)->start_s, second = ((const ff_pause *)b)->start_s;
    return (first > second) - (first < second);
}

/* The pauses that the file marks and, with still, missing stretches in which nobody moved. How
 * many of these there are. */
static size_t take_pauses(const run_maker *m, bool still, double usual_s) {
    ff_run *run = m->run;
    const ff_track *track = m->track;
    size_t rows = run->series.rows, count = track->pause_count, stills = 0;
    run->pauses = ff_arena_take(m->arena, count + rows, sizeof *run->pauses);
    run->pause_count = 0;
    if (run->pauses == NULL) {
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        run->pauses[i] = (ff_pause){.start_s = track->pauses[i].start_s - m->zero,
                                    .end_s = track->pauses[i].end_s - m->zero};
    }
    for (size_t i = 1; i < rows; i++) {
        bool marked = is_marked_gap(m, i), still_here = still && is_still_gap(m, i, usual_s);
        if (marked || still_here) {
            run->pauses[count++] =
                (ff_pause){.start_s = run->series.time_s[i - 1], .end_s = run->series.time_s[i]};
        }
        stills += still_here && !marked;
    }
    qsort(run->pauses, count, sizeof *run->pauses, by_start);
    for (size_t i = 0; i < count; i++) {
        run->pause_count =
            ff_pause_add(run->pauses, run->pause_count, run->pauses[i], run->figures.elapsed_s);
    }
    return stills;
}

static double usual_spacing(const run_maker *m) {
    const ff_series *series = &m->run->series;
    double *apart = ff_arena_take(m->arena, series->rows, sizeof *apart);
    for (size_t i = 1; apart != NULL && i < series->rows; i++) {
        apart[i] = series->time_s[i] - series->time_s[i - 1];
    }
    return series->rows > 1 && apart != NULL
               ? ff_series_quantile(m->arena, apart, series->rows, 0.5)
               : NAN;
}

static void note_stills(const run_maker *m, size_t stills) {
    ff_run_note_count(m->arena, m->run, stills,
                      "A missing stretch in which nobody moved was taken for a pause.",
                      "missing stretches in which nobody moved were taken for pauses.");
}

static bool as_counted(const ff_run *run, double wanted) {
    return fabs(ff_run_paused_s(run) - wanted) <= FF_MEND_CLOSE_S + 0.05 * wanted;
}

/* Points that go on where the file's own running time has ended: its laps are not all there. */
static void doubt_laps(run_maker *m, double moving) {
    char told[FF_UNIT_SIZE], found[FF_UNIT_SIZE];
    ff_unit_format_duration(m->run->figures.duration_s, told);
    ff_unit_format_duration(moving, found);
    ff_run_note(m->arena, m->run,
                ff_arena_printf(m->arena,
                                "The file gives a running time of %s, but its points move for %s: "
                                "time and distance were taken from the points.",
                                told, found));
    m->whole = false;
    m->run->figures.duration_s = NAN;
    note_stills(m, take_pauses(m, true, usual_spacing(m)));
}

/* A device that counted its running time says by it which gaps were pauses. */
static void pauses_as_counted(run_maker *m, double wanted, double usual_s) {
    take_pauses(m, false, usual_s);
    if (as_counted(m->run, wanted)) {
        return;
    }
    size_t stills = take_pauses(m, true, usual_s);
    if (as_counted(m->run, wanted)) {
        note_stills(m, stills);
        return;
    }
    take_pauses(m, false, usual_s);
    double moving = ff_run_moving_s(m->run);
    if (moving > m->run->figures.duration_s + wanted / 2 + FF_MEND_CLOSE_S) {
        doubt_laps(m, moving);
    } else if (m->run->pause_count == 0) {
        ff_run_pauses_of_gaps(m->arena, m->run, wanted);
    } else {
        ff_run_check_pauses(m->arena, m->run);
    }
}

static void set_pauses(run_maker *m) {
    ff_run_figures *f = &m->run->figures;
    double wanted = f->elapsed_s - f->duration_s, usual_s = usual_spacing(m);
    if (wanted > FF_MEND_CLOSE_S) {
        pauses_as_counted(m, wanted, usual_s);
    } else if (isnan(wanted)) {
        note_stills(m, take_pauses(m, true, usual_s));
    } else {
        take_pauses(m, false, usual_s);
        if (ff_run_paused_s(m->run) > FF_MEND_CLOSE_S) {
            f->duration_s = NAN;
            ff_run_note(m->arena, m->run,
                        "The file counts its pauses as running time; they were taken out.");
        } else {
            m->run->pause_count = 0;
        }
    }
    if (isnan(f->duration_s)) {
        f->duration_s = f->elapsed_s - ff_run_paused_s(m->run);
    }
}

/* Laps */

static void set_laps(const run_maker *m) {
    const ff_track *track = m->track;
    ff_run *run = m->run;
    double elapsed = run->figures.elapsed_s;
    run->laps = ff_arena_take(m->arena, track->lap_count, sizeof *run->laps);
    for (size_t i = 0; run->laps != NULL && i < track->lap_count; i++) {
        const ff_track_lap *told = &track->laps[i].told;
        bool last = i + 1 == track->lap_count;
        double start = lap_start(m, i), next = last ? elapsed : lap_start(m, i + 1);
        if (!(start <= elapsed + FF_MEND_SLACK_S)) {
            continue;
        }
        start = fmin(fmax(start, 0), elapsed);
        ff_lap *lap = &run->laps[run->lap_count++];
        *lap = (ff_lap){.start_s = start,
                        .end_s = next >= start ? fmin(next, elapsed) : start,
                        .timer_s = told->timer_s,
                        .distance_m = told->distance_m,
                        .trigger = told->trigger};
        if (last && !m->whole) {
            lap->timer_s = lap->distance_m = NAN;
        }
    }
    ff_run_settle_laps(m->arena, run);
}

/* Figures */

static void set_figures(const run_maker *m) {
    const ff_run_figures *told = &m->facts->figures;
    ff_run_figures *f = &m->run->figures;
    double elapsed = f->elapsed_s, duration = f->duration_s;
    *f = *told;
    f->elapsed_s = elapsed;
    f->duration_s = duration;
    f->moving_s = ff_if_between(told->moving_s, 0, duration);
    if (isnan(f->distance_m) && m->whole) {
        f->distance_m = sum_of_distances(m->track);
    }
    f->distance_m = f->distance_m > 0 ? ff_if_sensible(FF_DISTANCE, f->distance_m) : NAN;
    f->speed_mps = ff_if_sensible(FF_SPEED, told->speed_mps);
    f->cadence_spm = ff_if_sensible(FF_CADENCE, told->cadence_spm);
    f->stance_time_ms = ff_if_sensible(FF_STANCE_TIME, told->stance_time_ms);
    f->vertical_oscillation_mm =
        ff_if_sensible(FF_VERTICAL_OSCILLATION, told->vertical_oscillation_mm);
    f->step_length_mm = ff_if_sensible(FF_STEP_LENGTH, told->step_length_mm);
    f->power_w = ff_if_sensible(FF_POWER, told->power_w);
    f->heart_rate_bpm = ff_if_sensible(FF_HEART_RATE, told->heart_rate_bpm);
    f->temperature_c = ff_if_sensible(FF_TEMPERATURE, told->temperature_c);
    ff_run_check_distance(m->arena, m->run);
    ff_run_check_speed(m->run);
    ff_run_fill_figures(m->run);
}

static void set_facts(const run_maker *m) {
    const ff_track_facts *facts = m->facts;
    ff_run *run = m->run;
    run->source = ff_arena_copy(m->arena, facts->source);
    run->format = ff_arena_copy(m->arena, facts->format);
    run->sport = facts->sport;
    run->sport_detail = ff_arena_copy(m->arena, facts->sport_detail);
    run->title = ff_arena_copy(m->arena, facts->title);
    run->comment = ff_arena_copy(m->arena, facts->comment);
    run->device = (ff_device){.maker = ff_arena_copy(m->arena, facts->device.maker),
                              .product = ff_arena_copy(m->arena, facts->device.product),
                              .serial = ff_arena_copy(m->arena, facts->device.serial),
                              .software = ff_arena_copy(m->arena, facts->device.software)};
}

ff_code ff_track_run(const ff_context *context, const ff_track *track, const ff_track_facts *facts,
                     ff_arena *arena, ff_run *run, ff_error *error) {
    run_maker m = {.track = track, .facts = facts, .arena = arena, .run = run};
    ff_run_init(run);
    m.zero = zero_of(&m);
    ff_code code = copy_series(&m, error);
    if (code != FF_OK) {
        return code;
    }
    set_facts(&m);
    set_start(context, &m);
    set_times(&m);
    ff_run_note_count(arena, run, track->empty, "1 row of the file was empty and was left out.",
                      "rows of the file were empty and were left out.");
    ff_run_note_count(arena, run, track->timeless, "1 row had no time and was left out.",
                      "rows had no time and were left out.");
    ff_run_note_count(arena, run, track->told_twice, "1 row is told twice; it counts once.",
                      "rows are told twice; they count once.");
    ff_run_note_clock(arena, run, &track->clock);
    fix_cadence(&m);
    rebase_distance(&m);
    mend_positions(&m);
    ff_run_clean(arena, run);
    set_pauses(&m);
    measure_distance(&m);
    set_figures(&m);
    ff_run_note_missing(arena, run);
    set_laps(&m);
    return ff_arena_check(arena, error);
}
