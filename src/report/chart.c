#include "report/chart.h"

#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

double ff_scale_at(const ff_scale *scale, double value) {
    if (isnan(value)) {
        return NAN;
    }
    double span = scale->high - scale->low;
    double share = span > 0 ? (value - scale->low) / span : 0.5;
    share = fmin(fmax(share, 0), 1);
    return scale->at_low + share * (scale->at_high - scale->at_low);
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

bool ff_range_of(const double *values, size_t count, double tail, double least, ff_arena *arena,
                 ff_range *range) {
    double *sorted = ff_arena_take(arena, count, sizeof *sorted);
    size_t held = 0;
    for (size_t i = 0; sorted != NULL && i < count; i++) {
        if (isfinite(values[i])) {
            sorted[held++] = values[i];
        }
    }
    if (held == 0) {
        return false;
    }
    qsort(sorted, held, sizeof *sorted, by_size);
    size_t cut = (size_t)(tail * (double)(held - 1));
    range->low = sorted[cut];
    range->high = sorted[held - 1 - cut];
    double more = (least - (range->high - range->low)) / 2;
    if (more > 0) {
        range->low -= more;
        range->high += more;
    }
    return true;
}

/* The number of steps between the multiples within the range; steps grow until it is small. */
static double ticks_within(ff_range range, double step) {
    return floor(range.high / step + 1e-9) - ceil(range.low / step - 1e-9) + 1;
}

static double plain_step(size_t i) {
    static const double parts[] = {1, 2, 5};
    size_t power = i / 3;
    return parts[i % 3] * pow(10, (double)power - 3);
}

static double listed_step(const double *steps, size_t count, size_t i) {
    return i < count ? steps[i] : steps[count - 1] * pow(2, (double)(i - count + 1));
}

static double step_at(ff_tick_kind kind, size_t i) {
    static const double minutes[] = {1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440};
    static const double pace[] = {5, 10, 15, 20, 30, 60, 120, 180, 300, 600};
    switch (kind) {
    case FF_TICKS_MINUTES:
        return listed_step(minutes, sizeof minutes / sizeof *minutes, i);
    case FF_TICKS_PACE:
        return listed_step(pace, sizeof pace / sizeof *pace, i);
    case FF_TICKS_PLAIN:
        break;
    }
    return plain_step(i);
}

void ff_ticks_make(ff_tick_kind kind, ff_range range, size_t most, ff_ticks *ticks) {
    enum { TRIES = 60 }; /* far beyond any range that is drawn */
    *ticks = (ff_ticks){0};
    most = most < 1 ? 1 : most > FF_TICKS_MOST ? FF_TICKS_MOST : most;
    for (size_t i = 0; i < TRIES; i++) {
        double step = step_at(kind, i), held = ticks_within(range, step);
        if (held > (double)most) {
            continue;
        }
        ticks->step = step;
        double first = ceil(range.low / step - 1e-9);
        while ((double)ticks->count < held) {
            ticks->at[ticks->count] = (first + (double)ticks->count) * step;
            ticks->count++;
        }
        return;
    }
}

/* ---- drawing ---- */

#define LINE_HEIGHT (FF_SVG_FONT + 4)
#define TICK        4.0

double ff_panel_top(const ff_panel *panel) {
    return fmin(panel->y.at_low, panel->y.at_high);
}

double ff_panel_bottom(const ff_panel *panel) {
    return fmax(panel->y.at_low, panel->y.at_high);
}

void ff_label_whole(double value, char text[FF_UNIT_SIZE]) {
    snprintf(text, FF_UNIT_SIZE, "%s", FF_FIXED(value, 0));
}

void ff_label_clock(double value, char text[FF_UNIT_SIZE]) {
    ff_unit_format_duration(value, text);
}

void ff_panel_rows(ff_svg *svg, const ff_panel *panel, const ff_ticks *ticks, ff_tick_label label) {
    static const ff_svg_look look = {.name = "grid", .line = 1, .line_opacity = 0.2};
    for (size_t i = 0; i < ticks->count; i++) {
        char text[FF_UNIT_SIZE];
        double y = ff_scale_at(&panel->y, ticks->at[i]);
        ff_svg_letters at = {panel->x.at_low - 5, y + FF_SVG_FONT / 3, FF_SVG_END, false};
        label(ticks->at[i], text);
        ff_svg_line(svg, (double[]){panel->x.at_low, y}, (double[]){panel->x.at_high, y}, &look);
        ff_svg_text(svg, &at, text);
    }
}

void ff_panel_foot(ff_svg *svg, const ff_panel *panel, const ff_ticks *ticks, ff_tick_label label) {
    static const ff_svg_look look = {.name = "axis", .line = 1};
    double y = ff_panel_bottom(panel);
    ff_svg_line(svg, (double[]){panel->x.at_low, y}, (double[]){panel->x.at_high, y}, &look);
    for (size_t i = 0; i < ticks->count; i++) {
        char text[FF_UNIT_SIZE];
        double x = ff_scale_at(&panel->x, ticks->at[i]);
        ff_svg_line(svg, (double[]){x, y}, (double[]){x, y + TICK}, &look);
        if (label != NULL) {
            label(ticks->at[i], text);
            /* The last must not stick out of the drawing. */
            double half = (double)strlen(text) * FF_SVG_LETTER / 2;
            x = fmin(x, FF_SVG_WIDTH - half);
            ff_svg_letters at = {x, y + TICK + FF_SVG_FONT, FF_SVG_MIDDLE, false};
            ff_svg_text(svg, &at, text);
        }
    }
}

double ff_chart_words(ff_svg *svg, double x, double y, const char *words) {
    ff_text lines;
    ff_text_init(&lines, svg->out->allocator);
    ff_text_wrap(&lines, "", words, (size_t)((FF_SVG_WIDTH - x) / FF_SVG_LETTER));
    char *line = lines.data;
    for (char *end = strchr(line, '\n'); end != NULL; end = strchr(line, '\n')) {
        *end = '\0';
        ff_svg_letters at = {.x = x, .y = y};
        ff_svg_text(svg, &at, line);
        y += LINE_HEIGHT;
        line = end + 1;
    }
    svg->out->failed |= lines.failed;
    ff_text_free(&lines);
    return y;
}

double ff_chart_words_high(const char *words) {
    /* A line may break early, before a long word. */
    double least = FF_SVG_WIDTH / FF_SVG_LETTER * 0.8;
    return words == NULL ? 0 : LINE_HEIGHT * (1 + floor((double)ff_text_columns(words) / least));
}

void ff_chart_triangle(ff_svg *svg, const double tip[2], double size, const ff_svg_look *look) {
    double half = fabs(size), base = tip[1] + size * 1.7;
    ff_svg_path(svg, look);
    ff_svg_path_to(svg, tip[0], tip[1]);
    ff_svg_path_to(svg, tip[0] + half, base);
    ff_svg_path_to(svg, tip[0] - half, base);
    ff_svg_path_close(svg);
    ff_svg_end_path(svg);
}

void ff_chart_of_words(const ff_svg_head *head, const char *words, ff_text *out) {
    ff_svg svg;
    size_t letters = (size_t)(FF_SVG_WIDTH / FF_SVG_LETTER);
    ff_svg_head own = *head;
    /* Broken at blanks, a line may be shorter by a word. */
    size_t lines = 1 + ff_text_columns(words) / (letters * 3 / 4);
    own.height = (double)(lines + 2) * LINE_HEIGHT;
    ff_svg_begin(&svg, &own, out);
    ff_svg_letters at = {.y = FF_SVG_FONT + 2, .bold = true};
    ff_svg_text(&svg, &at, head->title);
    ff_chart_words(&svg, 0, FF_SVG_FONT + 2 + LINE_HEIGHT, words);
    ff_svg_end(&svg);
}
