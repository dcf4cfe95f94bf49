#include "report/run_plot.h"

#include "base/unit.h"
#include "report/chart.h"
#include "report/run_laps.h"
#include "report/run_report.h"
#include "report/thinned.h"
#include "report/timer_walk.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define COLUMNS 60
#define ROWS    9 /* odd: the middle has a row */
#define MARGIN  8 /* of the labels at the left, with the axis */
/* Few odd seconds must not press the rest into one line; neither may an even run fill the chart. */
#define TAIL           0.02
#define LEAST_S_PER_KM 30.0

typedef struct {
    char cells[ROWS][COLUMNS + 1];
    char laps[COLUMNS + 1];
    char numb[COLUMNS + 1];
    double end_s;
} plot;

const char *ff_no_pace_words(const ff_run *run) {
    bool fit = run->format != NULL && strcmp(run->format, "FIT") == 0;
    return fit ? "this recording holds no pace over time"
               : "this recording holds no pace over time; the FIT original would";
}

static size_t column_at(const plot *p, double timer_s) {
    double at = p->end_s > 0 ? timer_s / p->end_s * COLUMNS : 0;
    return at >= COLUMNS - 1 ? COLUMNS - 1 : at > 0 ? (size_t)at : 0;
}

static void draw_pace(const ff_thinned *thin, ff_range range, plot *p) {
    const ff_scale scale = {range.low, range.high, 0, ROWS - 1};
    for (size_t c = 0; c < COLUMNS; c++) {
        double at = ff_scale_at(&scale, thin->pace_s_per_km[c * thin->count / COLUMNS]);
        if (!isnan(at)) {
            p->cells[(size_t)lround(at)][c] = '*';
        }
    }
}

/* Those pressed by hand by their number, the others as bars; the number goes before the bar. */
static bool draw_laps(const ff_run *run, plot *p) {
    bool any = false;
    for (size_t pass = 0; pass < 2; pass++) {
        ff_timer_walk walk = ff_timer_walk_of(run);
        for (size_t i = 0; i < run->lap_count; i++) {
            bool by_hand = run->laps[i].trigger == FF_LAP_MANUAL;
            double at_s = ff_timer_walk_at(&walk, run->laps[i].end_s);
            if (by_hand != (pass == 1) || !isfinite(at_s) ||
                run->laps[i].trigger == FF_LAP_SESSION_END) {
                continue;
            }
            char number[24];
            int length = by_hand ? snprintf(number, sizeof number, "%zu", i + 1)
                                 : snprintf(number, sizeof number, "|");
            size_t at = column_at(p, at_s);
            for (int k = 0; k < length && at + (size_t)k < COLUMNS; k++) {
                p->laps[at + (size_t)k] = number[k];
            }
            any = true;
        }
    }
    return any;
}

static bool draw_numb(const ff_onset *onset, plot *p) {
    if (onset == NULL || onset->kind == FF_ONSET_NONE || onset->kind == FF_ONSET_SOMETIME) {
        return false;
    }
    double from_s = isfinite(onset->from_s) ? onset->from_s : 0;
    double to_s = isfinite(onset->to_s) ? onset->to_s : from_s;
    size_t from = column_at(p, from_s), to = column_at(p, to_s);
    memset(p->numb + from, '=', to >= from ? to - from + 1 : 1);
    p->numb[from] = 'N';
    return true;
}

static void label_minutes(const plot *p, ff_text *out) {
    char line[COLUMNS + 9];
    ff_ticks ticks;
    ff_ticks_make(FF_TICKS_MINUTES, (ff_range){0, p->end_s / 60}, 7, &ticks);
    memset(line, ' ', sizeof line);
    size_t end = 0;
    for (size_t i = 0; i < ticks.count; i++) {
        char number[24];
        int length = snprintf(number, sizeof number, "%.0f", ticks.at[i]);
        size_t at = column_at(p, ticks.at[i] * 60);
        if (length > 0 && at + (size_t)length < sizeof line) {
            memcpy(line + at, number, (size_t)length);
            end = at + (size_t)length;
        }
    }
    ff_text_add_blanks(out, MARGIN);
    ff_text_add_bytes(out, line, end);
    ff_text_add(out, " min\n");
}

static void print_row(const char *label, char edge, const char *cells, ff_text *out) {
    size_t length = strlen(cells);
    while (length > 0 && cells[length - 1] == ' ') {
        length--;
    }
    ff_text_addf(out, "%6s %c", label, edge);
    ff_text_add_bytes(out, cells, length);
    ff_text_add_char(out, '\n');
}

static void print_plot(const plot *p, ff_range range, ff_text *out) {
    char axis[COLUMNS + 1];
    memset(axis, '-', COLUMNS);
    axis[COLUMNS] = '\0';
    for (size_t r = 0; r < ROWS; r++) {
        char label[FF_UNIT_SIZE] = "";
        if (r == 0 || r == ROWS / 2 || r == ROWS - 1) {
            double share = (double)r / (ROWS - 1);
            ff_unit_format_duration(range.low + share * (range.high - range.low), label);
        }
        print_row(label, '|', p->cells[r], out);
    }
    print_row("", '+', axis, out);
}

static void print_key(const ff_run *run, const ff_onset *onset, bool laps, ff_arena *arena,
                      ff_text *out) {
    bool by_hand = false, by_watch = false;
    for (size_t i = 0; laps && i < run->lap_count; i++) {
        by_hand |= run->laps[i].trigger == FF_LAP_MANUAL;
        by_watch |=
            run->laps[i].trigger != FF_LAP_MANUAL && run->laps[i].trigger != FF_LAP_SESSION_END;
    }
    ff_text line;
    ff_text_init(&line, arena->allocator);
    if (by_hand) {
        ff_text_add(&line, "a number: the lap that was pressed there by hand");
    }
    if (by_watch) {
        ff_text_addf(&line, "%s|: a lap by the watch", line.length > 0 ? "; " : "");
    }
    if (onset != NULL) {
        const char *words = ff_onset_describe(onset, arena);
        ff_text_addf(&line, "%s%s%s", line.length > 0 ? "; " : "",
                     onset->kind == FF_ONSET_NONE || onset->kind == FF_ONSET_SOMETIME ? "" : "N: ",
                     words != NULL ? words : "");
    }
    if (line.length > 0) {
        ff_text_wrap(out, "        ", line.data, FF_TEXT_WIDTH);
    }
    out->failed |= line.failed;
    ff_text_free(&line);
}

void ff_run_plot_text(const ff_run *run, const ff_onset *onset, ff_arena *arena, ff_text *out) {
    ff_thinned thin;
    ff_range range;
    plot p;
    ff_thinned_make(run, COLUMNS, arena, &thin);
    if (thin.count == 0 || !thin.has_pace ||
        !ff_range_of(thin.pace_s_per_km, thin.count, TAIL, LEAST_S_PER_KM, arena, &range)) {
        ff_text_addf(out, "No chart: %s.\n", ff_no_pace_words(run));
        return;
    }
    memset(&p, ' ', sizeof p);
    for (size_t r = 0; r < ROWS; r++) {
        p.cells[r][COLUMNS] = '\0';
    }
    p.laps[COLUMNS] = p.numb[COLUMNS] = '\0';
    p.end_s = thin.end_s;
    ff_text_add(out, "Pace, minutes a km, over the minutes of running (fast at the top)\n");
    draw_pace(&thin, range, &p);
    print_plot(&p, range, out);
    bool laps = draw_laps(run, &p), numb = draw_numb(onset, &p);
    if (laps) {
        print_row("laps", ' ', p.laps, out);
    }
    if (numb) {
        print_row("numb", ' ', p.numb, out);
    }
    label_minutes(&p, out);
    print_key(run, onset, laps, arena, out);
}
