#include "report/onset_chart.h"

#include "base/civil.h"
#include "base/number.h"
#include "base/utf8.h"
#include "report/chart.h"
#include "report/svg.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define LINE_HEIGHT (FF_SVG_FONT + 5)
#define LEFT        34.0
#define RIGHT       (FF_SVG_WIDTH - 10)
#define HIGH        190.0
#define FOOT        26.0
#define DAY_S       86400.0
/* Longer is no run; such a length comes from a broken file. */
#define LONGEST_S 1e6
#define DOT       3.5
#define TIP       5.0

typedef struct {
    size_t run; /* its place in the request */
    ff_onset_kind kind;
    bool coming;
    double day;              /* local days since 1970 */
    double from_min, to_min; /* the same for a dot; of none, to_min is the run's length */
} mark;

typedef struct {
    const ff_onset_request *request;
    ff_arena *arena;
    mark *marks;
    size_t count;
    size_t kinds[FF_ONSET_SOMETIME + 1];
    size_t coming, unsaid;
    double first_day, last_day;
    double most_min;
    ff_svg *svg;
    ff_panel panel;
} drawing;

/* ---- what there is ---- */

static double minutes_of(double seconds) {
    return seconds >= 0 && seconds <= LONGEST_S ? seconds / 60 : NAN;
}

/* False when there is nothing to draw of it. */
static bool make_mark(const ff_logged_run *said, mark *m) {
    double length = minutes_of(said->run->figures.duration_s);
    *m = (mark){.kind = said->onset->kind,
                .coming = said->onset->coming,
                .day = (double)ff_run_local_start_s(said->run) / DAY_S,
                .from_min = minutes_of(said->onset->from_s),
                .to_min = minutes_of(said->onset->to_s)};
    switch (m->kind) {
    case FF_ONSET_EXACT:
        m->to_min = m->from_min;
        break;
    case FF_ONSET_INTERVAL:
        m->from_min = isnan(m->from_min) ? 0 : m->from_min;
        break;
    case FF_ONSET_AT_START:
        m->from_min = m->to_min = 0;
        break;
    case FF_ONSET_NONE:
        /* the run's length is what it is "at least" of */
        m->from_min = m->to_min = isnan(length) ? m->from_min : length;
        break;
    case FF_ONSET_SOMETIME:
        m->from_min = 0;
        m->to_min = length;
        break;
    }
    return !isnan(m->from_min) && !isnan(m->to_min);
}

static void find_marks(const ff_logged_run *runs, size_t count, drawing *d) {
    d->marks = ff_arena_take(d->arena, count, sizeof *d->marks);
    for (size_t i = 0; d->marks != NULL && i < count; i++) {
        mark *m = &d->marks[d->count];
        if (runs[i].onset == NULL || !make_mark(&runs[i], m)) {
            d->unsaid++;
            continue;
        }
        m->run = i;
        d->first_day = d->count == 0 ? m->day : fmin(d->first_day, m->day);
        d->last_day = d->count == 0 ? m->day : fmax(d->last_day, m->day);
        d->most_min = fmax(d->most_min, m->to_min);
        d->kinds[m->kind]++;
        d->coming += m->coming;
        d->count++;
    }
}

/* ---- words ---- */

static void add_date(double day, ff_text *line) {
    char date[FF_ISO_SIZE];
    ff_iso_date((int64_t)floor(day) * (int64_t)DAY_S, date);
    ff_text_add(line, date);
}

/* The earliest and the latest moment at which it is known to have begun. */
static void describe_numb(const drawing *d, ff_text *line) {
    double least = INFINITY, most = 0;
    for (size_t i = 0; i < d->count; i++) {
        const mark *m = &d->marks[i];
        if (m->kind == FF_ONSET_EXACT || m->kind == FF_ONSET_INTERVAL) {
            least = fmin(least, m->from_min);
            most = fmax(most, m->to_min);
        }
    }
    size_t numb = d->count - d->kinds[FF_ONSET_NONE];
    ff_text_addf(line, "; numb in %zu", numb);
    if (most > 0) {
        bool one = most - least < 0.5;
        ff_text_addf(line, ", after %s%s%s minutes", FF_FIXED(least, 0), one ? "" : " to ",
                     one ? "" : FF_FIXED(most, 0));
    }
    if (d->kinds[FF_ONSET_AT_START] > 0) {
        ff_text_addf(line, ", from the start in %zu", d->kinds[FF_ONSET_AT_START]);
    }
    if (d->kinds[FF_ONSET_SOMETIME] > 0) {
        ff_text_addf(line, ", nobody knows when in %zu", d->kinds[FF_ONSET_SOMETIME]);
    }
}

static void describe_free(const drawing *d, ff_text *line) {
    double longest = 0;
    for (size_t i = 0; i < d->count; i++) {
        longest = d->marks[i].kind == FF_ONSET_NONE ? fmax(longest, d->marks[i].to_min) : longest;
    }
    ff_text_addf(line, "; not numb in %zu", d->kinds[FF_ONSET_NONE]);
    if (d->kinds[FF_ONSET_NONE] > 0) {
        ff_text_addf(line, ", of at most %s minutes", FF_FIXED(longest, 0));
    }
    if (d->coming > 0) {
        ff_text_addf(line, ", %zu of them ended because it was felt coming", d->coming);
    }
}

/* "; Road A: 12 runs, numb in 3" */
static void describe_row(const drawing *d, const ff_onset_row *row, ff_text *line) {
    size_t runs = 0, numb = 0;
    for (size_t i = 0; i < d->count; i++) {
        bool with = row->with[d->marks[i].run];
        runs += with;
        numb += with && d->marks[i].kind != FF_ONSET_NONE;
    }
    ff_text_addf(line, " %s: %zu run%s, numb in %zu.", row->name, runs, runs == 1 ? "" : "s", numb);
}

static const char *description(const drawing *d) {
    ff_text line;
    ff_text_init(&line, d->arena->allocator);
    bool one_day = floor(d->first_day) == floor(d->last_day);
    ff_text_addf(&line, "%zu run%s %s ", d->count, d->count == 1 ? "" : "s",
                 one_day ? "on" : "from");
    add_date(d->first_day, &line);
    if (!one_day) {
        ff_text_add(&line, " to ");
        add_date(d->last_day, &line);
    }
    describe_numb(d, &line);
    describe_free(d, &line);
    ff_text_add_char(&line, '.');
    for (size_t r = 0; r < d->request->row_count; r++) {
        describe_row(d, &d->request->rows[r], &line);
    }
    const char *copy = ff_arena_keep(d->arena, &line);
    return copy != NULL ? copy : "";
}

/* ---- the dates ---- */

/* Dates in the list of ticks are days since 1970. */
static void label_day(double day, char text[FF_UNIT_SIZE]) {
    ff_civil civil = ff_civil_of_seconds((int64_t)day * (int64_t)DAY_S);
    snprintf(text, FF_UNIT_SIZE, "%02d-%02d", civil.month, civil.day);
}

static void label_month(double day, char text[FF_UNIT_SIZE]) {
    ff_civil civil = ff_civil_of_seconds((int64_t)day * (int64_t)DAY_S);
    snprintf(text, FF_UNIT_SIZE, "%d-%02d", civil.year, civil.month);
}

static void label_year(double day, char text[FF_UNIT_SIZE]) {
    snprintf(text, FF_UNIT_SIZE, "%d", ff_civil_of_seconds((int64_t)day * (int64_t)DAY_S).year);
}

static double first_of_month(int month) { /* months since year 0 */
    const ff_civil civil = {.year = month / 12, .month = month % 12 + 1, .day = 1};
    return (double)ff_civil_to_seconds(&civil) / DAY_S;
}

#define MOST_DATES 5

static void month_ticks(const ff_scale *x, int step, ff_ticks *ticks) {
    ff_civil civil = ff_civil_of_seconds((int64_t)floor(x->low) * (int64_t)DAY_S);
    int month = (civil.year * 12 + civil.month - 1) / step * step;
    *ticks = (ff_ticks){0};
    for (; first_of_month(month) <= x->high && ticks->count < FF_TICKS_MOST; month += step) {
        if (first_of_month(month) >= x->low) {
            ticks->at[ticks->count++] = first_of_month(month);
        }
    }
}

/* Days while few, else the first days of months. */
static ff_tick_label date_ticks(const ff_scale *x, ff_ticks *ticks) {
    static const int steps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240};
    double days = x->high - x->low;
    if (days <= 70) {
        ff_ticks_make(FF_TICKS_PLAIN, (ff_range){ceil(x->low), floor(x->high)}, MOST_DATES, ticks);
        if (ticks->step >= 1) {
            return label_day;
        }
    }
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof *steps && days / (30.4 * steps[i]) > MOST_DATES) {
        i++;
    }
    month_ticks(x, steps[i], ticks);
    return steps[i] < 12 ? label_month : label_year;
}

/* ---- the marks ---- */

static void draw_bar(const drawing *d, double x, const mark *m) {
    static const ff_svg_look known = {.name = "interval", .line = 1.5, .fill_opacity = 0.3};
    static const ff_svg_look unknown = {.name = "sometime", .line = 1, .dash = "2 3"};
    double low = ff_scale_at(&d->panel.y, m->from_min), high = ff_scale_at(&d->panel.y, m->to_min);
    const ff_svg_box box = {x - DOT, high, 2 * DOT, fmax(low - high, 2)};
    ff_svg_rect(d->svg, &box, m->kind == FF_ONSET_INTERVAL ? &known : &unknown);
}

static void draw_mark(const drawing *d, const mark *m) {
    static const ff_svg_look full = {.name = "numb", .fill_opacity = 1};
    static const ff_svg_look open = {.name = "not-numb", .line = 1.25};
    double x = ff_scale_at(&d->panel.x, m->day), y = ff_scale_at(&d->panel.y, m->to_min);
    switch (m->kind) {
    case FF_ONSET_EXACT:
    case FF_ONSET_AT_START:
        ff_svg_circle(d->svg, (double[]){x, y}, DOT, &full);
        break;
    case FF_ONSET_NONE:
        ff_chart_triangle(d->svg, (double[]){x, y - TIP}, TIP, &open);
        if (m->coming) {
            ff_svg_circle(d->svg, (double[]){x, y + 0.5}, 1.2, &full);
        }
        break;
    case FF_ONSET_INTERVAL:
    case FF_ONSET_SOMETIME:
        draw_bar(d, x, m);
        break;
    }
}

/* ---- the rows under the dates ---- */

#define ROW_HIGH (LINE_HEIGHT + 16)
#define STROKE   11.0

/* The name as far as it has room in one line. What is cut ends in dots; all of it stands in the
 * drawing's description. */
static const char *fitting(const drawing *d, const char *name) {
    static const char dots[] = "\xe2\x80\xa6";
    size_t length = strlen(name), fits = 0, at = 0;
    double wide = 0;
    while (at < length) {
        size_t letter = ff_utf8_length(name + at, length - at);
        wide +=
            letter > 2 ? FF_SVG_FONT : FF_SVG_LETTER; /* of scripts with signs as wide as high */
        if (wide > RIGHT - LEFT) {
            name = ff_arena_printf(d->arena, "%.*s%s", (int)fits, name, dots);
            return name != NULL ? name : "";
        }
        at += letter > 0 ? letter : 1;
        fits = wide + FF_SVG_LETTER <= RIGHT - LEFT ? at : fits;
    }
    return name;
}

static double draw_row(const drawing *d, const ff_onset_row *row, double y) {
    static const ff_svg_look numb = {.name = "with numb", .line = 3};
    static const ff_svg_look not_numb = {.name = "with", .line = 1};
    const ff_svg_letters at = {.x = LEFT, .y = y + FF_SVG_FONT};
    double top = y + LINE_HEIGHT;
    ff_svg_text(d->svg, &at, fitting(d, row->name));
    for (size_t i = 0; i < d->count; i++) {
        const mark *m = &d->marks[i];
        if (row->with[m->run]) {
            double x = ff_scale_at(&d->panel.x, m->day);
            ff_svg_line(d->svg, (double[]){x, top}, (double[]){x, top + STROKE},
                        m->kind == FF_ONSET_NONE ? &not_numb : &numb);
        }
    }
    return y + ROW_HIGH;
}

static double draw_rows(const drawing *d, double y) {
    for (size_t r = 0; r < d->request->row_count; r++) {
        y = draw_row(d, &d->request->rows[r], y);
    }
    return y;
}

/* ---- the key: each mark beside what it means ---- */

static double key_line(drawing *d, double y, mark m, const char *words) {
    const ff_panel chart = d->panel;
    /* The mark alone, in a field of its own before the words. */
    d->panel = (ff_panel){{0, 1, 8, 8}, {0, 1, y + 1, y - 10}};
    m.day = 0;
    m.from_min = m.kind == FF_ONSET_INTERVAL || m.kind == FF_ONSET_SOMETIME ? 0 : 0.5;
    m.to_min = m.from_min > 0 ? 0.5 : 1;
    draw_mark(d, &m);
    d->panel = chart;
    return ff_chart_words(d->svg, 22, y, words) + 1;
}

static void draw_key(drawing *d, double y) {
    if (d->kinds[FF_ONSET_EXACT] + d->kinds[FF_ONSET_AT_START] > 0) {
        y = key_line(d, y, (mark){.kind = FF_ONSET_EXACT}, "numb at this minute");
    }
    if (d->kinds[FF_ONSET_INTERVAL] > 0) {
        y = key_line(d, y, (mark){.kind = FF_ONSET_INTERVAL}, "numb somewhere between");
    }
    if (d->kinds[FF_ONSET_SOMETIME] > 0) {
        y = key_line(d, y, (mark){.kind = FF_ONSET_SOMETIME}, "numb, nobody knows when");
    }
    if (d->kinds[FF_ONSET_NONE] > d->coming) {
        y = key_line(d, y, (mark){.kind = FF_ONSET_NONE}, "not numb by the end of the run");
    }
    if (d->coming > 0) {
        y = key_line(d, y, (mark){.kind = FF_ONSET_NONE, .coming = true},
                     "ended because it was felt coming");
    }
    if (d->request->row_count > 0) {
        y = ff_chart_words(d->svg, 0, y, "stroke: a run with it; thick: numb") + 1;
    }
    if (d->request->rows_left_out > 0) {
        ff_chart_words(d->svg, 0, y,
                       ff_arena_printf(d->arena, "not drawn: %zu more that were used less often",
                                       d->request->rows_left_out));
    }
}

static int key_lines(const drawing *d) {
    return (d->kinds[FF_ONSET_EXACT] + d->kinds[FF_ONSET_AT_START] > 0) +
           (d->kinds[FF_ONSET_INTERVAL] > 0) + (d->kinds[FF_ONSET_SOMETIME] > 0) +
           (d->kinds[FF_ONSET_NONE] > d->coming) + (d->coming > 0) + (d->request->row_count > 0) +
           (d->request->rows_left_out > 0);
}

/* ---- the whole ---- */

static void draw(drawing *d, const ff_svg_head *head, double top, ff_text *out) {
    ff_svg svg;
    ff_ticks rows, dates;
    const ff_svg_letters title = {.y = FF_SVG_FONT + 2};
    const ff_svg_letters name = {.y = FF_SVG_FONT + 2 + LINE_HEIGHT};
    d->svg = &svg;
    ff_svg_begin(&svg, head, out);
    ff_svg_text(&svg, &title, head->title);
    ff_svg_text(&svg, &name, "minutes of running");
    ff_ticks_make(FF_TICKS_MINUTES, (ff_range){0, d->panel.y.high}, 7, &rows);
    ff_panel_rows(&svg, &d->panel, &rows, ff_label_whole);
    ff_tick_label label = date_ticks(&d->panel.x, &dates);
    ff_panel_foot(&svg, &d->panel, &dates, label);
    for (size_t i = 0; i < d->count; i++) {
        draw_mark(d, &d->marks[i]);
    }
    draw_key(d, draw_rows(d, top + HIGH + FOOT) + LINE_HEIGHT);
    ff_svg_end(&svg);
}

static void tell_marks(const drawing *d, double height, ff_onset_marks *marks) {
    marks->items = ff_arena_take(d->arena, d->count, sizeof *marks->items);
    for (size_t i = 0; marks->items != NULL && i < d->count; i++) {
        const mark *m = &d->marks[i];
        marks->items[marks->count++] = (ff_onset_mark){.run_id = d->request->runs[m->run].run->id,
                                                       .x = ff_scale_at(&d->panel.x, m->day),
                                                       .y = ff_scale_at(&d->panel.y, m->to_min)};
    }
    marks->width = FF_SVG_WIDTH;
    marks->height = height;
}

void ff_onset_chart(const ff_onset_request *request, ff_arena *arena, ff_text *out,
                    ff_onset_marks *marks) {
    drawing d = {.request = request, .arena = arena};
    ff_svg_head head = {.width = FF_SVG_WIDTH, .id = request->id, .title = request->title};
    find_marks(request->runs, request->count, &d);
    if (marks != NULL) {
        *marks = (ff_onset_marks){0};
    }
    if (d.count == 0) {
        head.desc = "No run says yet whether a foot went numb.";
        ff_chart_of_words(&head, head.desc, out);
        return;
    }
    head.desc = description(&d);
    double top = FF_SVG_FONT + 2 + LINE_HEIGHT + 10;
    double more_days = fmax((d.last_day - d.first_day) * 0.02, 0.5);
    d.panel.x = (ff_scale){d.first_day - more_days, d.last_day + more_days, LEFT, RIGHT};
    d.panel.y = (ff_scale){0, fmax(d.most_min * 1.05, 10), top + HIGH, top};
    head.height = top + HIGH + FOOT + (double)request->row_count * ROW_HIGH +
                  ((double)key_lines(&d) + 0.5) * LINE_HEIGHT;
    draw(&d, &head, top, out);
    if (marks != NULL) {
        tell_marks(&d, head.height, marks);
    }
}
