#include "files/run_mend.h"

#include "base/number.h"
#include "files/cadence.h"
#include "files/run_figures.h"
#include "files/track.h"

#include <math.h>
#include <stdint.h>

void ff_run_note_count(ff_arena *arena, ff_run *run, size_t count, const char *one,
                       const char *many) {
    if (count == 1) {
        ff_run_note(arena, run, one);
    } else if (count > 1) {
        ff_run_note(arena, run, ff_arena_printf(arena, "%zu %s", count, many));
    }
}

void ff_run_note_clock(ff_arena *arena, ff_run *run, const ff_clock *clock) {
    ff_run_note_count(arena, run, clock->repeated, "1 row has the time of the row before it.",
                      "rows have the time of the row before them.");
    ff_run_note_count(
        arena, run, clock->stepped_back,
        "1 row stepped back in time; it was put at the time of the row before it.",
        "rows stepped back in time; they were put at the time of the row before them.");
    ff_run_note_count(
        arena, run, clock->set,
        "The watch's clock was set once during the recording; the jump was taken out.",
        "times the watch's clock was set during the recording; the jumps were taken out.");
}

/* No watch that wrote these formats is older. */
#define FIRST_WATCH_S 1104537600.0 /* 2005-01-01 */

static bool can_be(const ff_context *context, double start_s) {
    double now = (double)ff_context_now(context);
    return start_s >= FIRST_WATCH_S && !(now > 0 && start_s > now + 86400);
}

double ff_run_start_by_last_clock(const ff_context *context, const ff_clock *clock, double start_s,
                                  double start_by_rows_s) {
    double by_last = start_by_rows_s - clock->shift;
    return !can_be(context, start_s) && clock->set > 0 && can_be(context, by_last) ? by_last
                                                                                   : start_s;
}

void ff_run_note_date(const ff_context *context, ff_arena *arena, ff_run *run) {
    if (!can_be(context, (double)run->start_s)) {
        ff_run_note(arena, run, "The watch's clock was wrong: the date cannot be right.");
    }
}

double ff_column_last(const double *column, size_t end) {
    while (column != NULL && end > 0) {
        if (!isnan(column[--end])) {
            return column[end];
        }
    }
    return NAN;
}

void ff_column_scale(double *column, size_t rows, double factor) {
    for (size_t i = 0; column != NULL && i < rows; i++) {
        column[i] *= factor;
    }
}

void ff_run_clean(ff_arena *arena, ff_run *run) {
    ff_cleaned cleaned = ff_series_clean(&run->series);
    ff_run_note_count(arena, run, cleaned.removed, "1 value beyond what is possible was left out.",
                      "values beyond what is possible were left out.");
    ff_run_note_count(arena, run, cleaned.begun_anew,
                      "The distance falls back once in the file; it was counted on.",
                      "times the distance falls back in the file; it was counted on.");
}

void ff_run_clean_cadence(ff_arena *arena, ff_run *run) {
    size_t removed = ff_cadence_clean(arena, &run->series, FF_CADENCE) +
                     ff_cadence_clean(arena, &run->series, FF_POD_CADENCE);
    ff_run_note_count(arena, run, removed,
                      "1 row says a cadence of 0 at a runner's speed; it was left out.",
                      "rows say a cadence of 0 at a runner's speed; it was left out.");
}

double ff_if_sensible(ff_channel channel, double average) {
    bool measured = average != 0 || !ff_channel_is_still_at_zero(channel);
    return measured && ff_channel_sensible(channel, average) ? average : NAN;
}

double ff_if_between(double value, double low, double high) {
    return value >= low && value <= high ? value : NAN;
}

/* Clipped to the run and behind the pause before; returns the new count. pauses NULL counts. */
size_t ff_pause_add(ff_pause *pauses, size_t count, ff_pause pause, double elapsed) {
    double start = fmax(pause.start_s, 0), end = fmin(pause.end_s, elapsed);
    if (pauses != NULL && count > 0) {
        start = fmax(start, pauses[count - 1].end_s);
    }
    if (!(end > start)) {
        return count;
    }
    if (pauses != NULL) {
        pauses[count] = (ff_pause){.start_s = start, .end_s = end};
    }
    return count + 1;
}

double ff_run_paused_s(const ff_run *run) {
    double sum = 0;
    for (size_t i = 0; run->pauses != NULL && i < run->pause_count; i++) {
        sum += run->pauses[i].end_s - run->pauses[i].start_s;
    }
    return sum;
}

/* A watch that counts pauses but marks none leaves gaps in its rows. They are taken when together
 * they are what it counted. */
void ff_run_pauses_of_gaps(ff_arena *arena, ff_run *run, double wanted) {
    const ff_series *series = &run->series;
    double sum = 0;
    size_t count = 0;
    for (size_t i = 1; i < series->rows; i++) {
        double gap = series->time_s[i] - series->time_s[i - 1];
        sum += gap > 2 * FF_MEND_CLOSE_S ? gap : 0;
        count += gap > 2 * FF_MEND_CLOSE_S;
    }
    if (count == 0 || fabs(sum - wanted) > 0.2 * wanted + FF_MEND_CLOSE_S) {
        ff_run_note(arena, run,
                    ff_arena_printf(arena,
                                    "The watch counted %.0f s of pauses, but the file does not "
                                    "say when they were.",
                                    wanted));
        return;
    }
    run->pauses = ff_arena_take(arena, count, sizeof *run->pauses);
    for (size_t i = 1; run->pauses != NULL && i < series->rows; i++) {
        if (series->time_s[i] - series->time_s[i - 1] > 2 * FF_MEND_CLOSE_S) {
            ff_pause pause = {.start_s = series->time_s[i - 1], .end_s = series->time_s[i]};
            run->pause_count =
                ff_pause_add(run->pauses, run->pause_count, pause, run->figures.elapsed_s);
        }
    }
    ff_run_note(arena, run, "The pauses are not marked in the file; gaps in its rows show them.");
}

/* So long a stretch of rows in a pause must get on for one to have gone on. */
#define GOES_ON_S 10.0

/* When the rows within a pause get on again; its end when they do not. *row goes on through the
 * rows. */
static double goes_on_at(const ff_series *series, const ff_pause *pause, size_t *row) {
    const double *distance = series->column[FF_DISTANCE];
    while (*row < series->rows && series->time_s[*row] <= pause->start_s) {
        ++*row;
    }
    size_t from = SIZE_MAX;
    for (; *row < series->rows && series->time_s[*row] < pause->end_s; ++*row) {
        if (isnan(distance[*row])) {
            continue;
        }
        from = from == SIZE_MAX ? *row : from;
        double seconds = series->time_s[*row] - series->time_s[from];
        if (seconds >= GOES_ON_S) {
            if (distance[*row] - distance[from] > FF_MOVING_MPS * seconds) {
                return series->time_s[from];
            }
            from = *row;
        }
    }
    return pause->end_s;
}

/* A start of the timer that the file lost: the pause ends where the runner got on. */
static void end_pauses(ff_arena *arena, ff_run *run) {
    size_t row = 0, kept = 0, ended = 0;
    for (size_t i = 0; run->series.column[FF_DISTANCE] != NULL && i < run->pause_count; i++) {
        ff_pause *pause = &run->pauses[i];
        double end = goes_on_at(&run->series, pause, &row);
        ended += end < pause->end_s;
        pause->end_s = end;
        run->pauses[kept] = *pause;
        kept += end > pause->start_s;
    }
    if (ended > 0) {
        run->pause_count = kept;
    }
    ff_run_note_count(arena, run, ended,
                      "1 pause has no end in the file, though its rows get on: it ends there.",
                      "pauses have no end in the file, though their rows get on: they end there.");
}

void ff_run_check_pauses(ff_arena *arena, ff_run *run) {
    double wanted = run->figures.elapsed_s - run->figures.duration_s;
    double close = FF_MEND_CLOSE_S + 0.02 * fabs(wanted);
    if (!(ff_run_paused_s(run) - wanted <= close)) {
        end_pauses(arena, run);
    }
    double found = ff_run_paused_s(run);
    if (fabs(found - wanted) > close) {
        ff_run_note(arena, run,
                    ff_arena_printf(arena,
                                    "The watch counted %.0f s of pauses, its marks in the file "
                                    "make %.0f s.",
                                    wanted, found));
    }
}

/* Smart recording leaves rows out for some seconds; longer, and something is missing. */
#define MISSING_S 60.0

void ff_run_note_missing(ff_arena *arena, ff_run *run) {
    const ff_series *series = &run->series;
    double sum = 0;
    size_t count = 0, pause = 0;
    for (size_t i = 1; i < series->rows; i++) {
        double from = series->time_s[i - 1], to = series->time_s[i], running = to - from;
        while (pause < run->pause_count && run->pauses[pause].end_s <= from) {
            pause++;
        }
        for (size_t p = pause; p < run->pause_count && run->pauses[p].start_s < to; p++) {
            running -= fmin(run->pauses[p].end_s, to) - fmax(run->pauses[p].start_s, from);
        }
        if (running > MISSING_S) {
            sum += running;
            count++;
        }
    }
    if (count > 0) {
        ff_run_note(arena, run,
                    ff_arena_printf(arena,
                                    count == 1 ? "%.0f s of the run were not recorded."
                                               : "%.0f s of the run were not recorded, in %zu "
                                                 "stretches.",
                                    sum, count));
    }
}

static bool is_no_distance(const ff_run *run, double metres, double rows) {
    double most = FF_LEAP_MPS * run->figures.duration_s;
    return (run->figures.duration_s > 0 && metres > most && !(rows > most)) ||
           metres < FF_NO_METRES * rows;
}

void ff_run_check_distance(ff_arena *arena, ff_run *run) {
    double rows = ff_column_last(run->series.column[FF_DISTANCE], run->series.rows);
    double *own = &run->figures.distance_m;
    if (*own > 0 && is_no_distance(run, *own, rows)) {
        ff_run_note(arena, run,
                    ff_arena_printf(arena,
                                    "The file gives %s km for the run, which cannot be; it "
                                    "was not taken.",
                                    FF_FIXED(*own / 1000, 3)));
        *own = NAN;
    } else if (*own == 0 && rows > 0) {
        *own = NAN;
    } else if (fabs(*own - rows) > 50 + 0.05 * *own) {
        ff_run_note(arena, run,
                    ff_arena_printf(arena, "The watch gives %s km for the run, its rows %s km.",
                                    FF_FIXED(*own / 1000, 2), FF_FIXED(rows / 1000, 2)));
    }
}

void ff_run_check_speed(ff_run *run) {
    ff_run_figures *f = &run->figures;
    double made = f->distance_m / f->duration_s;
    if (f->duration_s > 0 && (f->speed_mps > 1.5 * made || f->speed_mps < made / 1.5)) {
        f->speed_mps = NAN;
    }
}
