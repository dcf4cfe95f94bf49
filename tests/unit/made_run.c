#include "made_run.h"

#include "base/random.h"

#include <math.h>
#include <string.h>

static double *make_column(ff_arena *arena, ff_random *random, size_t rows, int kind) {
    double *column = ff_arena_take(arena, rows, sizeof *column);
    double raw = 1000;
    for (size_t i = 0; i < rows; i++) {
        raw += (double)ff_random_below(random, 21) - 10;
        column[i] = kind == 0   ? raw / 1000
                    : kind == 1 ? raw / 5 - 500
                    : kind == 2 ? ff_random_normal(random)
                    : kind == 3 ? (double)(float)(raw / 3)
                                : raw;
        if (ff_random_below(random, 20) == 0) {
            column[i] = NAN;
        }
    }
    return column;
}

static void make_series(ff_arena *arena, ff_random *random, size_t rows, ff_series *series) {
    series->rows = rows;
    if (rows == 0) {
        return;
    }
    series->time_s = ff_arena_take(arena, rows, sizeof *series->time_s);
    for (size_t i = 0; i < rows; i++) {
        series->time_s[i] = (double)i;
    }
    for (int c = 0; c < FF_CHANNEL_COUNT; c++) {
        if (c % 7 != 3) { /* some columns are not there */
            series->column[c] = make_column(arena, random, rows, c % 5);
        }
    }
}

ff_run made_run(ff_arena *arena, unsigned n, size_t rows) {
    ff_random random;
    ff_random_init(&random, n);
    ff_run run;
    ff_run_init(&run);
    run.start_s = 1700000000 + (int64_t)n * 86400;
    run.utc_offset_known = n % 3 != 0;
    run.utc_offset_s = run.utc_offset_known ? 3600 : 0;
    run.sport = n % 5 == 4 ? FF_SPORT_WALKING : FF_SPORT_RUNNING;
    run.sport_detail = n % 2 != 0 ? "running/trail" : NULL;
    double *figure = (double *)&run.figures;
    for (size_t i = 0; i < sizeof run.figures / sizeof *figure; i++) {
        figure[i] = i % 6 == 5 ? NAN : ff_random_normal(&random) * 100;
    }
    run.figures.duration_s = 1800.25 + n;
    run.device = (ff_device){"maker", n % 2 != 0 ? "product \xC3\xA4" : NULL, "serial", NULL};
    run.laps = ff_arena_take(arena, 9, sizeof *run.laps);
    for (run.lap_count = 0; run.lap_count < n % 10; run.lap_count++) {
        run.laps[run.lap_count] = (ff_lap){ff_random_unit(&random), 1.0 / 3, NAN, 1e3,
                                           (ff_lap_trigger)(run.lap_count % (FF_LAP_OTHER + 1))};
    }
    run.pauses = ff_arena_take(arena, 2, sizeof *run.pauses);
    for (run.pause_count = 0; run.pause_count < n % 3; run.pause_count++) {
        run.pauses[run.pause_count] = (ff_pause){0.1 + (double)run.pause_count, 0.2};
    }
    run.notes = ff_arena_take(arena, 6, sizeof *run.notes);
    for (run.note_count = 0; run.note_count < n % 7; run.note_count++) {
        run.notes[run.note_count] = ff_arena_printf(arena, "note %zu", run.note_count);
    }
    run.source = "a/b.fit";
    run.format = "FIT";
    make_series(arena, &random, rows, &run.series);
    return run;
}

static bool same_number(double a, double b) {
    return (isnan(a) && isnan(b)) || memcmp(&a, &b, sizeof a) == 0;
}

bool same_text(const char *a, const char *b) {
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool same_column(const double *a, const double *b, size_t rows) {
    if (a == NULL || b == NULL) {
        return a == b;
    }
    for (size_t i = 0; i < rows; i++) {
        if (!same_number(a[i], b[i])) {
            return false;
        }
    }
    return true;
}

static bool same_series(const ff_series *a, const ff_series *b) {
    bool same = a->rows == b->rows && same_column(a->time_s, b->time_s, a->rows);
    for (int c = 0; c < FF_CHANNEL_COUNT && same; c++) {
        same = same_column(a->column[c], b->column[c], a->rows);
    }
    return same;
}

static bool same_parts(const ff_run *a, const ff_run *b) {
    bool same = a->lap_count == b->lap_count && a->pause_count == b->pause_count &&
                a->note_count == b->note_count;
    for (size_t i = 0; same && i < a->lap_count; i++) {
        const ff_lap *x = &a->laps[i], *y = &b->laps[i];
        same = same_number(x->start_s, y->start_s) && same_number(x->end_s, y->end_s) &&
               same_number(x->timer_s, y->timer_s) && same_number(x->distance_m, y->distance_m) &&
               x->trigger == y->trigger;
    }
    for (size_t i = 0; same && i < a->pause_count; i++) {
        same = same_number(a->pauses[i].start_s, b->pauses[i].start_s) &&
               same_number(a->pauses[i].end_s, b->pauses[i].end_s);
    }
    for (size_t i = 0; same && i < a->note_count; i++) {
        same = same_text(a->notes[i], b->notes[i]);
    }
    return same;
}

bool same_summary(const ff_run *a, const ff_run *b) {
    bool same = a->start_s == b->start_s && a->utc_offset_known == b->utc_offset_known &&
                a->utc_offset_s == b->utc_offset_s && a->sport == b->sport &&
                same_text(a->sport_detail, b->sport_detail) &&
                same_text(a->device.maker, b->device.maker) &&
                same_text(a->device.product, b->device.product) &&
                same_text(a->device.serial, b->device.serial) &&
                same_text(a->device.software, b->device.software) &&
                same_text(a->source, b->source) && same_text(a->format, b->format);
    const double *x = (const double *)&a->figures, *y = (const double *)&b->figures;
    return same && same_column(x, y, sizeof a->figures / sizeof *x) && same_parts(a, b);
}

bool same_run(const ff_run *a, const ff_run *b) {
    return same_summary(a, b) && same_series(&a->series, &b->series);
}
