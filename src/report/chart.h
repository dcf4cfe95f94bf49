/* What every chart needs: the range of values, where the ticks stand, where a value lies, and how
 * axes and words are drawn. */
#ifndef FOOTFALL_REPORT_CHART_H
#define FOOTFALL_REPORT_CHART_H

#include "base/arena.h"
#include "base/unit.h"
#include "report/svg.h"

#include <stdbool.h>

/* A value's place on a drawing: low lies at at_low, high at at_high (which may be the smaller). */
typedef struct ff_scale {
    double low, high;
    double at_low, at_high;
} ff_scale;

/* Values beyond the ends lie at the ends; NAN gives NAN. Where low is high all lie in the middle.
 */
double ff_scale_at(const ff_scale *scale, double value);

/* The finite values from the tail to 1 - tail (0 to 0.5: a share of them cut off at each end), made
 * at least `least` wide. False when there is none, or memory is gone. */
typedef struct ff_range {
    double low, high;
} ff_range;

bool ff_range_of(const double *values, size_t count, double tail, double least, ff_arena *arena,
                 ff_range *range);

typedef enum ff_tick_kind {
    FF_TICKS_PLAIN,   /* steps of 1, 2, 5 times a power of ten */
    FF_TICKS_MINUTES, /* steps of 1, 2, 5, 10, 15, 20, 30, 60, ... */
    FF_TICKS_PACE     /* seconds: steps of 5, 10, 15, 30, 60, ... */
} ff_tick_kind;

#define FF_TICKS_MOST 12

typedef struct ff_ticks {
    double at[FF_TICKS_MOST]; /* multiples of the step, within the range, rising */
    size_t count;
    double step;
} ff_ticks;

/* The finest steps that give at most `most` ticks (1 to FF_TICKS_MOST). low and high are finite. */
void ff_ticks_make(ff_tick_kind kind, ff_range range, size_t most, ff_ticks *ticks);

/* ---- drawing ---- */

/* A field of a chart. x lies from left to right; of y one end is the bottom. */
typedef struct ff_panel {
    ff_scale x, y;
} ff_panel;

double ff_panel_top(const ff_panel *panel);
double ff_panel_bottom(const ff_panel *panel);

/* How a tick is called: at most FF_UNIT_SIZE bytes. */
typedef void (*ff_tick_label)(double value, char text[FF_UNIT_SIZE]);

void ff_label_whole(double value, char text[FF_UNIT_SIZE]); /* "170" */
void ff_label_clock(double value, char text[FF_UNIT_SIZE]); /* "5:30" of seconds */

/* Faint lines across with their values at the left. */
void ff_panel_rows(ff_svg *svg, const ff_panel *panel, const ff_ticks *ticks, ff_tick_label label);

/* The line at the bottom with its ticks; with a label also what they are. */
void ff_panel_foot(ff_svg *svg, const ff_panel *panel, const ff_ticks *ticks, ff_tick_label label);

/* Words from x on, broken into lines of the drawing's width from y downward; returns the y below.
 */
double ff_chart_words(ff_svg *svg, double x, double y, const char *words);

/* How high such words stand at most, from the left edge: to leave room for them. 0 for NULL. */
double ff_chart_words_high(const char *words);

/* A triangle of that half width that points up (size above 0) or down, its tip at tip. */
void ff_chart_triangle(ff_svg *svg, const double tip[2], double size, const ff_svg_look *look);

/* A drawing of nothing but a sentence, under its title. */
void ff_chart_of_words(const ff_svg_head *head, const char *words, ff_text *out);

#endif
