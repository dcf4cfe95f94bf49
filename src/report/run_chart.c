#include "report/run_chart.h"

#include "base/civil.h"
#include "base/number.h"
#include "base/unit.h"
#include "report/chart.h"
#include "report/run_laps.h"
#include "report/run_plot.h"
#include "report/run_report.h"
#include "report/svg.h"
#include "report/thinned.h"
#include "report/timer_walk.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define LINE_HEIGHT  (FF_SVG_FONT + 5)
#define LEFT         46.0 /* room for the values of the ticks */
#define RIGHT        (FF_SVG_WIDTH - 8)
#define PACE_HIGH    150.0
#define CADENCE_HIGH 80.0
#define BETWEEN      28.0 /* the name of the lower field stands there */
#define TIP          5.0  /* half as wide as what points at the onset */
#define FOOT         42.0 /* room for the minutes and what they are */
#define KEY_MOST     6

/* Few odd seconds must not press the rest into one line; neither may an even run fill the chart. */
#define TAIL           0.02
#define LEAST_S_PER_KM 40.0
#define LEAST_SPM      10.0
#define LEAST_M        20.0

/* Stops at a light are no pause to draw. */
#define SHORTEST_PAUSE_S 10.0
#define PAUSE_WIDE       6.0

typedef struct {
    const ff_run *run;
    const ff_onset *onset;
    ff_arena *arena;
    ff_thinned thin;
    ff_range pace, cadence, altitude; /* what the fields show */
    double end_s;
    ff_panel fields[2]; /* from the top down; pace, cadence or both */
    size_t field_count;
    ff_scale x; /* of seconds of running time */
    bool laps_by_hand, laps_by_watch, pauses;
    ff_svg *svg;
} drawing;

/* ---- what there is ---- */

static bool lap_is_drawn(const drawing *d, size_t i, bool by_hand) {
    ff_lap_trigger trigger = d->run->laps[i].trigger;
    return (trigger == FF_LAP_MANUAL) == by_hand && trigger != FF_LAP_SESSION_END &&
           isfinite(d->run->laps[i].end_s);
}

static void look_around(drawing *d) {
    for (size_t i = 0; i < d->run->lap_count; i++) {
        d->laps_by_hand |= lap_is_drawn(d, i, true);
        d->laps_by_watch |= lap_is_drawn(d, i, false);
    }
    for (size_t i = 0; i < d->run->pause_count; i++) {
        d->pauses |= ff_pause_length(&d->run->pauses[i]) >= SHORTEST_PAUSE_S;
    }
}

/* So that a curve does not lie on the edge of its field. */
static void widen(ff_range *range) {
    double more = (range->high - range->low) * 0.04;
    range->low -= more;
    range->high += more;
}

/* The ranges of what is drawn; has_... become false where there is none. */
static void find_ranges(drawing *d) {
    ff_thinned *t = &d->thin;
    ff_arena *a = d->arena;
    t->has_pace = t->count > 0 && t->has_pace &&
                  ff_range_of(t->pace_s_per_km, t->count, TAIL, LEAST_S_PER_KM, a, &d->pace);
    t->has_cadence = t->count > 0 && t->has_cadence &&
                     ff_range_of(t->cadence_spm, t->count, TAIL, LEAST_SPM, a, &d->cadence);
    t->has_altitude = t->count > 0 && t->has_altitude &&
                      ff_range_of(t->altitude_m, t->count, 0, LEAST_M, a, &d->altitude);
    widen(&d->pace);
    widen(&d->cadence);
}

/* ---- words ---- */

static const char *clock_text(double seconds, char text[FF_UNIT_SIZE]) {
    ff_unit_format_duration(seconds, text);
    return text;
}

/* "numb at 24:10, 4 of 10"; NULL when nothing was said. Distances would make it too long to stand
 * over the chart. */
static const char *onset_words(const drawing *d) {
    if (d->onset == NULL) {
        return NULL;
    }
    ff_onset onset = *d->onset;
    onset.from_m = onset.to_m = NAN;
    const char *words = ff_onset_describe(&onset, d->arena);
    return words != NULL && d->onset->strength > 0
               ? ff_arena_printf(d->arena, "%s, %d of 10", words, d->onset->strength)
               : words;
}

/* " between 5:10 and 6:20", or " at 5:40" where that is the same; of the values themselves, while a
 * field is wider than them. */
static void add_spread(const drawing *d, const double *values, double tail, ff_tick_label label,
                       ff_text *line) {
    ff_range range;
    char low[FF_UNIT_SIZE], high[FF_UNIT_SIZE];
    if (!ff_range_of(values, d->thin.count, tail, 0, d->arena, &range)) {
        return;
    }
    label(range.low, low);
    label(range.high, high);
    if (strcmp(low, high) == 0) {
        ff_text_addf(line, " at %s", low);
    } else {
        ff_text_addf(line, " between %s and %s", low, high);
    }
}

static void describe_figures(const drawing *d, ff_text *line) {
    char text[FF_UNIT_SIZE];
    const ff_run_figures *f = &d->run->figures;
    if (isfinite(f->distance_m)) {
        ff_text_addf(line, "%s km in ", FF_FIXED(f->distance_m / 1000, 1));
    }
    ff_text_addf(line, "%s of running", clock_text(d->end_s, text));
    if (d->thin.has_pace) {
        ff_text_add(line, ", mostly");
        add_spread(d, d->thin.pace_s_per_km, TAIL, ff_label_clock, line);
        ff_text_add(line, " a km");
    }
    if (d->thin.has_cadence) {
        ff_text_add(line, d->thin.has_pace ? ", and" : ", mostly");
        add_spread(d, d->thin.cadence_spm, TAIL, ff_label_whole, line);
        ff_text_add(line, " steps a minute");
    }
    ff_text_add_char(line, '.');
}

static void describe_marks(const drawing *d, ff_text *line) {
    char text[FF_UNIT_SIZE];
    size_t pressed = 0;
    double paused_s = 0, first_s = NAN;
    for (size_t i = 0; i < d->run->lap_count; i++) {
        if (lap_is_drawn(d, i, true) && pressed++ == 0) {
            first_s = ff_run_timer_at(d->run, d->run->laps[i].end_s);
        }
    }
    for (size_t i = 0; i < d->run->pause_count; i++) {
        paused_s += ff_pause_length(&d->run->pauses[i]);
    }
    if (pressed > 0) {
        ff_text_addf(line, " %zu lap%s pressed by hand, the first at %s.", pressed,
                     pressed == 1 ? "" : "s", clock_text(first_s, text));
    }
    if (d->pauses) {
        ff_text_addf(line, " Paused for %s in all.", clock_text(paused_s, text));
    }
}

static const char *description(const drawing *d) {
    ff_text line;
    ff_text_init(&line, d->arena->allocator);
    const char *numb = onset_words(d);
    describe_figures(d, &line);
    ff_text_addf(&line, " Numbness: %s.", numb != NULL ? numb : "not said");
    describe_marks(d, &line);
    const char *copy = ff_arena_keep(d->arena, &line);
    return copy != NULL ? copy : "";
}

/* ---- the fields ---- */

static void draw_curve(const drawing *d, const ff_scale *y, const double *values, double line) {
    const ff_svg_look look = {.name = "curve", .line = line};
    ff_svg_path(d->svg, &look);
    for (size_t i = 0; i < d->thin.count; i++) {
        ff_svg_path_to(d->svg, ff_scale_at(&d->x, d->thin.minutes[i] * 60),
                       ff_scale_at(y, values[i]));
    }
    ff_svg_end_path(d->svg);
}

/* An area under each stretch of heights that hang together. */
static void draw_altitude(const drawing *d, const ff_panel *panel) {
    static const ff_svg_look look = {.name = "altitude", .fill_opacity = 0.12};
    double bottom = ff_panel_bottom(panel), top = ff_panel_top(panel);
    /* It stays in the lower half, behind the pace. */
    const ff_scale y = {d->altitude.low, d->altitude.high, bottom, (top + bottom) / 2};
    double last_x = NAN;
    ff_svg_path(d->svg, &look);
    for (size_t i = 0; i < d->thin.count; i++) {
        double x = ff_scale_at(&d->x, d->thin.minutes[i] * 60);
        double at = ff_scale_at(&y, d->thin.altitude_m[i]);
        if (isnan(at)) {
            if (!isnan(last_x)) {
                ff_svg_path_to(d->svg, last_x, bottom);
                ff_svg_path_close(d->svg);
            }
            last_x = NAN;
            continue;
        }
        if (isnan(last_x)) {
            ff_svg_path_to(d->svg, x, bottom);
        }
        ff_svg_path_to(d->svg, x, at);
        last_x = x;
    }
    if (!isnan(last_x)) {
        ff_svg_path_to(d->svg, last_x, bottom);
        ff_svg_path_close(d->svg);
    }
    ff_svg_end_path(d->svg);
}

static void name_field(const drawing *d, double y, const char *name) {
    const ff_svg_letters at = {.x = 0, .y = y};
    ff_svg_text(d->svg, &at, name);
}

static void draw_pace(const drawing *d, const ff_panel *panel, double name_y) {
    ff_ticks ticks;
    name_field(d, name_y, "pace, min/km (fast is up)");
    if (d->thin.has_altitude) {
        draw_altitude(d, panel);
    }
    ff_ticks_make(FF_TICKS_PACE, d->pace, 6, &ticks);
    ff_panel_rows(d->svg, panel, &ticks, ff_label_clock);
    draw_curve(d, &panel->y, d->thin.pace_s_per_km, 2);
}

static void draw_cadence(const drawing *d, const ff_panel *panel, double name_y) {
    ff_ticks ticks;
    name_field(d, name_y, "cadence, steps a minute");
    ff_ticks_make(FF_TICKS_PLAIN, d->cadence, 4, &ticks);
    ff_panel_rows(d->svg, panel, &ticks, ff_label_whole);
    draw_curve(d, &panel->y, d->thin.cadence_spm, 1.5);
}

/* ---- marks across the fields ---- */

static double top_of(const drawing *d) {
    return ff_panel_top(&d->fields[0]);
}

static double bottom_of(const drawing *d) {
    return ff_panel_bottom(&d->fields[d->field_count - 1]);
}

/* Within the fields only: the words between them stay readable. */
static void draw_upright(const drawing *d, double x, const ff_svg_look *look) {
    for (size_t i = 0; i < d->field_count; i++) {
        ff_svg_line(d->svg, (double[]){x, ff_panel_top(&d->fields[i])},
                    (double[]){x, ff_panel_bottom(&d->fields[i])}, look);
    }
}

/* Where the tip points that shows the onset; NAN where nothing does. */
static double onset_x(const drawing *d) {
    if (d->onset == NULL) {
        return NAN;
    }
    switch (d->onset->kind) {
    case FF_ONSET_EXACT:
        return ff_scale_at(&d->x, d->onset->from_s);
    case FF_ONSET_INTERVAL:
        return (ff_scale_at(&d->x, d->onset->from_s) + ff_scale_at(&d->x, d->onset->to_s)) / 2;
    case FF_ONSET_AT_START:
        return d->x.at_low;
    case FF_ONSET_NONE:
    case FF_ONSET_SOMETIME:
        break;
    }
    return NAN;
}

/* Beside the tip that shows the onset, where that would be in its way. */
static void number_lap(const drawing *d, size_t lap, double x) {
    char number[24];
    snprintf(number, sizeof number, "%zu", lap);
    bool beside = fabs(x - onset_x(d)) < 2 * TIP + FF_SVG_LETTER;
    const ff_svg_letters at = {beside ? x + TIP + 3 : x, top_of(d) - 4,
                               beside ? FF_SVG_START : FF_SVG_MIDDLE, true};
    ff_svg_text(d->svg, &at, number);
}

/* The numbers of those pressed by hand stand above the field, where there is room for them. */
static void draw_laps(const drawing *d, bool by_hand) {
    static const ff_svg_look thin = {.name = "lap", .line = 1, .line_opacity = 0.45, .dash = "1 4"};
    static const ff_svg_look bold = {.name = "lap-by-hand", .line = 1.5};
    double last_x = -FF_SVG_WIDTH, last_number = -FF_SVG_WIDTH;
    ff_timer_walk walk = ff_timer_walk_of(d->run);
    for (size_t i = 0; i < d->run->lap_count; i++) {
        if (!lap_is_drawn(d, i, by_hand)) {
            continue;
        }
        double x = ff_scale_at(&d->x, ff_timer_walk_at(&walk, d->run->laps[i].end_s));
        if (fabs(x - last_x) < 2) {
            continue;
        }
        last_x = x;
        draw_upright(d, x, by_hand ? &bold : &thin);
        if (by_hand && fabs(x - last_number) > 3 * FF_SVG_LETTER) {
            number_lap(d, i + 1, x);
            last_number = x;
        }
    }
}

/* A grey band with strokes across it: not grey alone, which paper may lose. */
static void draw_band(const drawing *d, const ff_panel *field, double x) {
    static const ff_svg_look area = {.name = "pause", .fill_opacity = 0.15};
    static const ff_svg_look strokes = {.name = "pause", .line = 1, .line_opacity = 0.6};
    double top = ff_panel_top(field), bottom = ff_panel_bottom(field);
    double left = x - PAUSE_WIDE / 2, step = PAUSE_WIDE * 1.5;
    const ff_svg_box box = {left, top, PAUSE_WIDE, bottom - top};
    ff_svg_rect(d->svg, &box, &area);
    ff_svg_path(d->svg, &strokes);
    int count = (int)((bottom - top) / step);
    for (int i = 1; i <= count; i++) {
        double y = top + i * step;
        ff_svg_path_to(d->svg, left, y);
        ff_svg_path_to(d->svg, left + PAUSE_WIDE, y - PAUSE_WIDE);
        ff_svg_path_lift(d->svg);
    }
    ff_svg_end_path(d->svg);
}

static void draw_pauses(const drawing *d) {
    double last_x = -FF_SVG_WIDTH;
    ff_timer_walk walk = ff_timer_walk_of(d->run);
    for (size_t i = 0; i < d->run->pause_count; i++) {
        const ff_pause *pause = &d->run->pauses[i];
        double x = ff_scale_at(&d->x, ff_timer_walk_at(&walk, pause->start_s));
        if (ff_pause_length(pause) >= SHORTEST_PAUSE_S && fabs(x - last_x) >= PAUSE_WIDE) {
            for (size_t f = 0; f < d->field_count; f++) {
                draw_band(d, &d->fields[f], x);
            }
            last_x = x;
        }
    }
}

static void draw_interval(const drawing *d, double from_x, double to_x) {
    static const ff_svg_look area = {.name = "numb", .fill_opacity = 0.2};
    static const ff_svg_look edge = {.name = "numb", .line = 2, .dash = "6 4"};
    for (size_t i = 0; i < d->field_count; i++) {
        double top = ff_panel_top(&d->fields[i]);
        const ff_svg_box box = {from_x, top, to_x - from_x, ff_panel_bottom(&d->fields[i]) - top};
        ff_svg_rect(d->svg, &box, &area);
    }
    draw_upright(d, from_x, &edge);
    draw_upright(d, to_x, &edge);
}

static void draw_not_numb(const drawing *d, const char *words, double y) {
    static const ff_svg_look open = {.name = "not-numb", .line = 1.5};
    const ff_svg_letters at = {d->x.at_high - 2 * TIP - 4, y, FF_SVG_END, true};
    ff_svg_text(d->svg, &at, words);
    ff_chart_triangle(d->svg, (double[]){d->x.at_high - TIP, y - 2 * TIP}, TIP, &open);
}

/* The words and what they point at. */
static void draw_onset(const drawing *d, double y) {
    static const ff_svg_look full = {.name = "numb", .line = 1, .fill_opacity = 1};
    static const ff_svg_look upright = {.name = "numb", .line = 3};
    const char *words = onset_words(d);
    if (words == NULL || d->onset == NULL) {
        const ff_svg_letters at = {FF_SVG_WIDTH, y, FF_SVG_END, false};
        ff_svg_text(d->svg, &at, "numb or not: not said");
        return;
    }
    if (d->onset->kind == FF_ONSET_NONE) {
        draw_not_numb(d, words, y);
        return;
    }
    double x = onset_x(d);
    if (d->onset->kind == FF_ONSET_INTERVAL) {
        draw_interval(d, ff_scale_at(&d->x, d->onset->from_s), ff_scale_at(&d->x, d->onset->to_s));
    } else {
        draw_upright(d, x, &upright);
    }
    ff_chart_triangle(d->svg, (double[]){x, top_of(d) - 2}, -TIP, &full);
    /* So that they do not stick out; "at some point" stands in the middle. */
    double half = (double)ff_text_columns(words) * FF_SVG_BOLD / 2;
    double middle = isnan(x) ? FF_SVG_WIDTH / 2 : x;
    const ff_svg_letters at = {fmax(half, fmin(middle, FF_SVG_WIDTH - half)), y, FF_SVG_MIDDLE,
                               true};
    ff_svg_text(d->svg, &at, words);
}

/* ---- the key ---- */

typedef struct {
    const char *words[KEY_MOST];
    size_t count;
} key;

static void add_key(key *k, bool there, const char *words) {
    if (there && k->count < KEY_MOST && words != NULL) {
        k->words[k->count++] = words;
    }
}

/* "grey area: altitude between 12 and 80 m" */
static const char *altitude_words(const drawing *d) {
    ff_text line;
    ff_text_init(&line, d->arena->allocator);
    ff_text_add(&line, "grey area: altitude");
    add_spread(d, d->thin.altitude_m, 0, ff_label_whole, &line);
    ff_text_add(&line, " m");
    return ff_arena_keep(d->arena, &line);
}

static key make_key(const drawing *d) {
    key k = {0};
    add_key(&k, d->laps_by_hand, "line with a number: lap pressed by hand");
    add_key(&k, d->laps_by_watch, "dotted line: lap by the watch");
    add_key(&k, d->pauses, "striped band: pause, not counted as running");
    bool altitude = d->thin.has_pace && d->thin.has_altitude;
    add_key(&k, altitude, altitude ? altitude_words(d) : NULL);
    add_key(&k, !d->thin.has_pace, ff_no_pace_words(d->run));
    add_key(&k, !d->thin.has_cadence, "this recording holds no cadence over time");
    return k;
}

/* ---- the whole ---- */

static ff_svg_head make_head(const drawing *d) {
    char date[FF_ISO_SIZE];
    ff_iso_date(ff_run_local_start_s(d->run), date);
    const char *id = ff_arena_printf(d->arena, "run-%lld", (long long)d->run->id);
    const char *title = ff_arena_printf(d->arena, "Run %lld, %s", (long long)d->run->id, date);
    return (ff_svg_head){.width = FF_SVG_WIDTH,
                         .id = id != NULL ? id : "run",
                         .title = title != NULL ? title : "Run",
                         .desc = description(d)};
}

/* A field between top and bottom; up: the high end is at the top. */
static ff_panel field_of(const drawing *d, double top, double high, ff_range range, bool up) {
    double upper = top, lower = top + high;
    const ff_scale y = {range.low, range.high, up ? lower : upper, up ? upper : lower};
    return (ff_panel){d->x, y};
}

/* Where the fields lie below top; the y below them. */
static double place_fields(drawing *d, double top) {
    d->field_count = 0;
    if (d->thin.has_pace) {
        /* the smaller number is the faster pace */
        d->fields[d->field_count++] = field_of(d, top, PACE_HIGH, d->pace, false);
        top += PACE_HIGH + (d->thin.has_cadence ? BETWEEN : 0);
    }
    if (d->thin.has_cadence) {
        d->fields[d->field_count++] = field_of(d, top, CADENCE_HIGH, d->cadence, true);
        top += CADENCE_HIGH;
    }
    return top;
}

static void draw_fields(const drawing *d, double name_y) {
    const ff_panel *cadence = &d->fields[d->field_count - 1];
    if (d->thin.has_pace) {
        draw_pace(d, &d->fields[0], name_y);
    }
    if (d->thin.has_cadence) {
        draw_cadence(d, cadence, d->thin.has_pace ? ff_panel_top(cadence) - 7 : name_y);
    }
}

static void draw_foot(const drawing *d) {
    ff_ticks ticks;
    ff_ticks_make(FF_TICKS_MINUTES, (ff_range){0, d->end_s / 60}, 8, &ticks);
    double bottom = bottom_of(d);
    const ff_panel foot = {{0, d->end_s / 60, LEFT, RIGHT}, {0, 1, bottom, top_of(d)}};
    ff_panel_foot(d->svg, &foot, &ticks, ff_label_whole);
    const ff_svg_letters at = {(LEFT + RIGHT) / 2, bottom + FOOT - 4, FF_SVG_MIDDLE, false};
    ff_svg_text(d->svg, &at, "minutes of running");
}

/* From the top down: the title, what is said of the onset, what the first field is, the marks over
 * it, the fields, the minutes, the key. */
static void draw(drawing *d, ff_svg_head *head, ff_text *out, ff_run_frame *frame) {
    ff_svg svg;
    const key k = make_key(d);
    double title_y = FF_SVG_FONT + 2, onset_y = title_y + LINE_HEIGHT;
    double name_y = onset_y + LINE_HEIGHT + 2;
    double top = name_y + LINE_HEIGHT; /* the numbers of laps and the tip at the onset */
    double bottom = place_fields(d, top);
    head->height = bottom + FOOT + ((double)k.count + 0.5) * LINE_HEIGHT;
    *frame =
        (ff_run_frame){FF_SVG_WIDTH, head->height, LEFT, RIGHT, top, bottom, d->end_s, onset_y};
    d->svg = &svg;
    ff_svg_begin(&svg, head, out);
    const ff_svg_letters title = {.y = title_y};
    ff_svg_text(&svg, &title, head->title);
    draw_fields(d, name_y);
    draw_pauses(d);
    draw_laps(d, false);
    draw_laps(d, true);
    ff_svg_group(&svg, "onset");
    draw_onset(d, onset_y);
    ff_svg_end_group(&svg);
    draw_foot(d);
    double y = bottom + FOOT + LINE_HEIGHT;
    for (size_t i = 0; i < k.count; i++) {
        y = ff_chart_words(&svg, 0, y, k.words[i]);
    }
    ff_svg_end(&svg);
}

static void draw_words(const drawing *d, ff_svg_head *head, ff_text *out) {
    const char *numb = onset_words(d);
    const char *words = ff_arena_printf(d->arena, "No chart: %s.%s%s%s", ff_no_pace_words(d->run),
                                        numb != NULL ? " Numbness: " : "", numb != NULL ? numb : "",
                                        numb != NULL ? "." : "");
    head->desc = words != NULL ? words : "";
    ff_chart_of_words(head, head->desc, out);
}

void ff_run_chart(const ff_run *run, const ff_onset *onset, ff_arena *arena, ff_text *out,
                  ff_run_frame *frame) {
    ff_run_frame own = {0};
    drawing d = {.run = run, .onset = onset, .arena = arena};
    ff_thinned_make(run, FF_THINNED_MOST, arena, &d.thin);
    find_ranges(&d);
    look_around(&d);
    double told_s = run->figures.duration_s;
    d.end_s = told_s > d.thin.end_s && told_s < 1e6 ? told_s : d.thin.end_s;
    d.x = (ff_scale){0, d.end_s, LEFT, RIGHT};
    ff_svg_head head = make_head(&d);
    if (d.thin.has_pace || d.thin.has_cadence) {
        draw(&d, &head, out, &own);
    } else {
        draw_words(&d, &head, out);
    }
    if (frame != NULL) {
        *frame = own;
    }
}
