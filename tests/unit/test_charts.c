/* Drawings: that they are well-formed whatever the run holds, and that they show what they must. */
#include "support.h"

#include "base/arena.h"
#include "base/random.h"
#include "report/chart.h"
#include "report/onset_chart.h"
#include "report/run_chart.h"
#include "report/run_plot.h"
#include "report/run_show.h"
#include "report/svg.h"
#include "report/thinned.h"
#include "report/timer_walk.h"
#include "report/words.h"

#include "made_run.h"

#include <expat.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- what a drawing may hold: checked by another reader ---- */

typedef struct {
    int depth, elements, paths, dots, bands;
    bool bad;
    const char *why;
} checked;

static void refuse(checked *c, const char *why) {
    c->bad = true;
    c->why = why;
}

/* Numbers are digits with at most two places; nothing that is no number. */
static bool is_number(const char *text) {
    text += *text == '-';
    size_t whole = strspn(text, "0123456789");
    text += whole;
    if (*text == '.') {
        size_t places = strspn(++text, "0123456789");
        text += places;
        if (places < 1 || places > 2) {
            return false;
        }
    }
    return whole > 0 && *text == '\0';
}

static void check_attribute(checked *c, const char *name, const char *value) {
    static const char *const numbers[] = {"x",
                                          "y",
                                          "x1",
                                          "y1",
                                          "x2",
                                          "y2",
                                          "cx",
                                          "cy",
                                          "r",
                                          "width",
                                          "height",
                                          "stroke-width",
                                          "font-size",
                                          "fill-opacity",
                                          "stroke-opacity"};
    if (strcmp(name, "style") == 0 || strncmp(name, "on", 2) == 0 || strstr(name, "href") != NULL) {
        refuse(c, "an attribute that a strict page refuses");
    }
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (strcmp(name, numbers[i]) == 0 && !is_number(value)) {
            refuse(c, value);
        }
    }
    if (strcmp(name, "d") == 0 && value[strspn(value, "MLZh0123456789. -")] != '\0') {
        refuse(c, "a path of other signs");
    }
    if ((strcmp(name, "fill") == 0 || strcmp(name, "stroke") == 0) &&
        strcmp(value, "currentColor") != 0 && strcmp(value, "none") != 0) {
        refuse(c, "a colour of its own");
    }
}

static void on_start(void *user, const XML_Char *name, const XML_Char **attributes) {
    static const char *const known[] = {"svg",  "title",  "desc", "g",   "rect",
                                        "line", "circle", "text", "path"};
    checked *c = user;
    bool found = false;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        found |= strcmp(name, known[i]) == 0;
    }
    if (!found || (c->depth == 0) != (strcmp(name, "svg") == 0)) {
        refuse(c, "an element that does not belong here");
    }
    c->depth++;
    c->elements++;
    c->paths += strcmp(name, "path") == 0;
    c->dots += strcmp(name, "circle") == 0;
    c->bands += strcmp(name, "rect") == 0;
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        check_attribute(c, attributes[i], attributes[i + 1]);
    }
}

static void on_end(void *user, const XML_Char *name) {
    (void)name;
    ((checked *)user)->depth--;
}

static checked check_svg(const ff_text *svg) {
    checked c = {0};
    XML_Parser parser = XML_ParserCreate(NULL);
    assert_false(svg->failed);
    XML_SetUserData(parser, &c);
    XML_SetElementHandler(parser, on_start, on_end);
    if (XML_Parse(parser, svg->data, (int)svg->length, 1) != XML_STATUS_OK) {
        refuse(&c, XML_ErrorString(XML_GetErrorCode(parser)));
    }
    XML_ParserFree(parser);
    if (c.bad) {
        fail_msg("%s in: %.2000s", c.why, svg->data);
    }
    assert_non_null(strstr(svg->data, "role=\"img\""));
    assert_null(strstr(svg->data, "nan"));
    assert_null(strstr(svg->data, "inf\""));
    return c;
}

static void expect(const ff_text *text, const char *words) {
    if (strstr(text->data, words) == NULL) {
        fail_msg("no \"%s\" in: %.4000s", words, text->data);
    }
}

static void expect_no(const ff_text *text, const char *words) {
    if (strstr(text->data, words) != NULL) {
        fail_msg("\"%s\" in: %.4000s", words, text->data);
    }
}

/* ---- the writer ---- */

static void test_escapes(void **state) {
    (void)state;
    ff_text out;
    ff_svg svg;
    ff_text_init(&out, NULL);
    ff_svg_head head = {.width = 100,
                        .height = 50,
                        .id = "a\"><b",
                        .title = "<script>&",
                        .desc = "\x01\xFF \xEF\xBF\xBF \xC3\xA4 ]]>"};
    const ff_svg_letters at = {1, 2, FF_SVG_END, true};
    ff_svg_begin(&svg, &head, &out);
    ff_svg_text(&svg, &at, "a < b & \"c\"");
    ff_svg_end(&svg);
    check_svg(&out);
    expect(&out, "aria-labelledby=\"ab-title ab-desc\"");
    expect(&out, "<title id=\"ab-title\">&lt;script&gt;&amp;</title>");
    expect(&out, ">?\xEF\xBF\xBD ? \xC3\xA4 ]]&gt;</desc>");
    expect(&out, "font-weight=\"bold\">a &lt; b &amp; \"c\"</text>");
    ff_text_free(&out);
}

static void test_numbers(void **state) {
    (void)state;
    ff_text out;
    ff_svg svg;
    ff_text_init(&out, NULL);
    const ff_svg_head head = {.width = 100, .height = 50.126, .id = "x", .title = "t", .desc = "d"};
    const ff_svg_look look = {.line = 1.5};
    ff_svg_begin(&svg, &head, &out);
    ff_svg_line(&svg, (double[]){0.004, -0.001}, (double[]){1.0 / 3, 1e300}, &look);
    ff_svg_line(&svg, (double[]){NAN, 0}, (double[]){7, 7}, &look);
    ff_svg_circle(&svg, (double[]){INFINITY, 0}, 7, &look);
    ff_svg_rect(&svg, &(ff_svg_box){1, 1, NAN, 7}, &look);
    ff_svg_rect(&svg, &(ff_svg_box){1, 1, -3, 2}, &look);
    ff_svg_text(&svg, &(ff_svg_letters){.x = -INFINITY}, "7");
    ff_svg_end(&svg);
    checked c = check_svg(&out);
    assert_int_equal(c.elements, 5); /* svg, title, desc, one line, one rect */
    expect(&out, "viewBox=\"0 0 100 50.13\"");
    expect(&out, "x1=\"0\" y1=\"0\" x2=\"0.33\" y2=\"1000000\"");
    expect(&out, "width=\"0\" height=\"2\"");
    expect_no(&out, "7");
    ff_text_free(&out);
}

static void test_paths(void **state) {
    (void)state;
    ff_text out;
    ff_svg svg;
    ff_text_init(&out, NULL);
    const ff_svg_look look = {.name = "curve", .line = 2, .dash = "4 2"};
    const ff_svg_head head = {.width = 10, .height = 10, .id = "x", .title = "t", .desc = "d"};
    ff_svg_begin(&svg, &head, &out);
    ff_svg_path(&svg, &look);
    ff_svg_path_to(&svg, NAN, 1);
    ff_svg_path_to(&svg, 1, 2);
    ff_svg_path_to(&svg, 3, 4.5);
    ff_svg_path_to(&svg, 3, INFINITY);
    ff_svg_path_to(&svg, 5, 6);
    ff_svg_path_to(&svg, NAN, NAN);
    ff_svg_path_to(&svg, 7, 8);
    ff_svg_path_to(&svg, 8, 8);
    ff_svg_path_close(&svg);
    ff_svg_path_to(&svg, 9, 9);
    ff_svg_end_path(&svg);
    ff_svg_end(&svg);
    check_svg(&out);
    expect(&out, "stroke-dasharray=\"4 2\" d=\"M1 2L3 4.5M5 6h0M7 8L8 8ZM9 9h0\"/>");
    ff_text_free(&out);
}

/* ---- scales and ticks ---- */

static void test_scale(void **state) {
    (void)state;
    const ff_scale scale = {10, 20, 100, 0};
    assert_true(ff_scale_at(&scale, 10) == 100);
    assert_true(ff_scale_at(&scale, 15) == 50);
    assert_true(ff_scale_at(&scale, 99) == 0);
    assert_true(ff_scale_at(&scale, -INFINITY) == 100);
    assert_true(isnan(ff_scale_at(&scale, NAN)));
    assert_true(ff_scale_at(&(ff_scale){5, 5, 0, 10}, 5) == 5);
}

static void test_ticks(void **state) {
    (void)state;
    ff_ticks ticks;
    ff_ticks_make(FF_TICKS_MINUTES, (ff_range){0, 67}, 8, &ticks);
    assert_int_equal(ticks.count, 7);
    assert_true(ticks.at[0] == 0 && ticks.at[1] == 10 && ticks.at[6] == 60);
    ff_ticks_make(FF_TICKS_PACE, (ff_range){292, 391}, 6, &ticks);
    assert_int_equal(ticks.count, 5);
    assert_true(ticks.at[0] == 300 && ticks.at[4] == 380);
    ff_ticks_make(FF_TICKS_PLAIN, (ff_range){-0.03, 0.05}, 5, &ticks);
    assert_true(ticks.count >= 3 && fabs(ticks.at[1] - ticks.at[0] - 0.02) < 1e-12);
    ff_ticks_make(FF_TICKS_PLAIN, (ff_range){-1e6, 1e6}, 1, &ticks);
    assert_true(ticks.count <= 1);
    for (int kind = FF_TICKS_PLAIN; kind <= FF_TICKS_PACE; kind++) {
        for (double high = 0.01; high < 2e6; high *= 1.7) {
            ff_ticks_make((ff_tick_kind)kind, (ff_range){0, high}, 8, &ticks);
            assert_true(ticks.count >= 1 && ticks.count <= 8);
            assert_true(ticks.at[ticks.count - 1] <= high * 1.000001);
        }
    }
}

static void test_range(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_range range;
    const double nothing[] = {NAN, INFINITY, -INFINITY};
    assert_false(ff_range_of(nothing, 3, 0, 1, &arena, &range));
    assert_false(ff_range_of(nothing, 0, 0, 1, &arena, &range));
    const double one[] = {NAN, 5};
    assert_true(ff_range_of(one, 2, 0.02, 4, &arena, &range));
    assert_true(range.low == 3 && range.high == 7);
    double many[100];
    for (int i = 0; i < 100; i++) {
        many[i] = i;
    }
    many[50] = 1e9;
    assert_true(ff_range_of(many, 100, 0.02, 1, &arena, &range));
    assert_true(range.low == 1 && range.high == 99);
    ff_arena_free(&arena);
}

/* ---- a run to draw ---- */

#define ROWS 1200

typedef struct {
    ff_arena arena;
    ff_run run;
    ff_text out;
    ff_run_frame frame;
} case_of;

static double *column(case_of *c, double value) {
    double *values = ff_arena_take(&c->arena, ROWS, sizeof *values);
    for (size_t i = 0; i < ROWS; i++) {
        values[i] = value;
    }
    return values;
}

/* 40 minutes, a row every two seconds. */
static void begin_case(case_of *c) {
    ff_arena_init(&c->arena, NULL);
    ff_text_init(&c->out, NULL);
    ff_run_init(&c->run);
    c->run.id = 12;
    c->run.start_s = 1780000000;
    c->run.format = "GPX";
    c->run.figures.duration_s = c->run.figures.elapsed_s = 2400;
    c->run.figures.distance_m = 7200;
    c->run.series.rows = ROWS;
    c->run.series.time_s = column(c, 0);
    for (size_t i = 0; i < ROWS; i++) {
        c->run.series.time_s[i] = 2.0 * (double)i;
    }
}

static void add_columns(case_of *c) {
    c->run.series.column[FF_SPEED] = column(c, 3);
    c->run.series.column[FF_CADENCE] = column(c, 170);
    c->run.series.column[FF_ALTITUDE] = column(c, 50);
}

static void end_case(case_of *c) {
    ff_text_free(&c->out);
    ff_arena_free(&c->arena);
}

static checked chart(case_of *c, const ff_onset *onset) {
    ff_text_clear(&c->out);
    ff_run_chart(&c->run, onset, &c->arena, &c->out, &c->frame);
    assert_false(c->arena.failed);
    return check_svg(&c->out);
}

/* ---- thinning ---- */

static void test_thinned(void **state) {
    (void)state;
    case_of c;
    ff_thinned thin;
    begin_case(&c);
    add_columns(&c);
    ff_thinned_make(&c.run, FF_THINNED_MOST, &c.arena, &thin);
    assert_int_equal(thin.count, 300);
    assert_true(thin.has_pace && thin.has_cadence && thin.has_altitude);
    assert_true(fabs(thin.pace_s_per_km[150] - 1000 / 3.0) < 1e-9);
    assert_true(fabs(thin.minutes[299] - 40) < 0.2);
    /* a minute without a value is a gap; what a pause leaves out is none */
    for (size_t i = 300; i < 340; i++) {
        c.run.series.column[FF_SPEED][i] = NAN;
    }
    ff_thinned_make(&c.run, FF_THINNED_MOST, &c.arena, &thin);
    assert_true(isnan(thin.pace_s_per_km[80]) && !isnan(thin.cadence_spm[80]));
    end_case(&c);
}

static void test_thinned_pause(void **state) {
    (void)state;
    case_of c;
    ff_thinned thin;
    begin_case(&c);
    add_columns(&c);
    ff_pause pause = {1000, 2000};
    c.run.pauses = &pause;
    c.run.pause_count = 1;
    for (size_t i = 500; i < ROWS; i++) {
        c.run.series.time_s[i] += 1000;
    }
    ff_thinned_make(&c.run, FF_THINNED_MOST, &c.arena, &thin);
    assert_int_equal(thin.count, 300);
    assert_true(fabs(thin.end_s - 2398) < 1);
    for (size_t i = 0; i < thin.count; i++) {
        assert_true(thin.pace_s_per_km[i] > 0);
    }
    end_case(&c);
}

static void test_timer_walk(void **state) {
    (void)state;
    ff_random random;
    ff_run run;
    ff_pause pauses[30];
    double at_s = 0;
    ff_random_init(&random, 3);
    for (size_t i = 0; i < 30; i++) {
        pauses[i].start_s = at_s + (double)ff_random_below(&random, 90);
        at_s = pauses[i].end_s = pauses[i].start_s + (double)ff_random_below(&random, 60);
    }
    ff_run_init(&run);
    run.pauses = pauses;
    run.pause_count = 30;
    ff_timer_walk walk = ff_timer_walk_of(&run);
    for (int i = 0; i < 5000; i++) { /* mostly forward, at times back */
        double elapsed_s = i % 50 == 49 ? (double)ff_random_below(&random, 4000) : i * 0.8;
        assert_true(fabs(ff_timer_walk_at(&walk, elapsed_s) - ff_run_timer_at(&run, elapsed_s)) <
                    1e-9);
    }
    assert_true(isnan(ff_timer_walk_at(&walk, NAN)) && isnan(ff_timer_walk_at(&walk, INFINITY)));
}

/* A moment stands where the frame says: there the drawing has its own line of a lap, too. */
static void test_frame(void **state) {
    (void)state;
    case_of c;
    ff_lap laps[2] = {{0, 600, 600, 1800, FF_LAP_MANUAL}, {600, 2400, 1800, 5400, FF_LAP_MANUAL}};
    begin_case(&c);
    add_columns(&c);
    c.run.laps = laps;
    c.run.lap_count = 2;
    chart(&c, NULL);
    expect(&c.out, "numb or not: not said");
    assert_true(c.frame.end_s == 2400 && c.frame.top < c.frame.bottom);
    char line[64], box[64];
    double x = c.frame.left + (c.frame.right - c.frame.left) * 600 / c.frame.end_s;
    snprintf(line, sizeof line, "class=\"lap-by-hand\" stroke=\"currentColor\"");
    expect(&c.out, line);
    snprintf(line, sizeof line, "x1=\"%g\" y1=\"%g\"", x, c.frame.top);
    expect(&c.out, line);
    snprintf(box, sizeof box, "viewBox=\"0 0 %g ", c.frame.width);
    expect(&c.out, box);
    ff_onset onset;
    ff_onset_init(&onset);
    onset.kind = FF_ONSET_EXACT;
    onset.from_s = onset.to_s = 600;
    const ff_run_frame before = c.frame;
    chart(&c, &onset);
    expect(&c.out, "<g class=\"onset\">");
    /* the fields do not move when something is said */
    assert_true(before.top == c.frame.top && before.bottom == c.frame.bottom);
    c.run.series.column[FF_SPEED] = c.run.series.column[FF_CADENCE] = NULL;
    chart(&c, &onset);
    assert_true(c.frame.end_s == 0);
    end_case(&c);
}

/* As many laps and pauses as a file may hold take no longer than a moment. */
static void test_many_marks(void **state) {
    (void)state;
    enum { LAPS = 8192, PAUSES = 65536 };
    case_of c;
    begin_case(&c);
    add_columns(&c);
    c.run.laps = ff_arena_take(&c.arena, LAPS, sizeof *c.run.laps);
    c.run.pauses = ff_arena_take(&c.arena, PAUSES, sizeof *c.run.pauses);
    for (size_t i = 0; i < LAPS; i++) {
        c.run.laps[i] = (ff_lap){0.25 * (double)i, 0.25 * (double)(i + 1), 0.25, 1,
                                 i % 2 != 0 ? FF_LAP_MANUAL : FF_LAP_DISTANCE};
    }
    for (size_t i = 0; i < PAUSES; i++) {
        c.run.pauses[i] = (ff_pause){0.03 * (double)i, 0.03 * (double)i + 0.01};
    }
    c.run.lap_count = LAPS;
    c.run.pause_count = PAUSES;
    chart(&c, NULL);
    assert_true(c.out.length < 100000);
    const ff_logged_run logged = {.run = &c.run};
    const ff_run_row row = {.said = &logged};
    ff_run_show_text(&row, "footfall", &c.arena, &c.out);
    ff_run_show_json(&row, &c.arena, &c.out);
    end_case(&c);
}

/* Rows a half minute apart leave nothing out; speeds come from distances where there are none. */
static void test_thinned_sparse(void **state) {
    (void)state;
    case_of c;
    ff_thinned thin;
    begin_case(&c);
    double *distance = column(&c, 0);
    for (size_t i = 0; i < ROWS; i++) {
        c.run.series.time_s[i] = 30.0 * (double)i;
        distance[i] = 90.0 * (double)i;
    }
    c.run.series.rows = 60;
    c.run.series.column[FF_DISTANCE] = distance;
    ff_thinned_make(&c.run, FF_THINNED_MOST, &c.arena, &thin);
    assert_int_equal(thin.count, 300);
    for (size_t i = 5; i < thin.count; i++) {
        assert_true(fabs(thin.pace_s_per_km[i] - 1000 / 3.0) < 1e-6);
    }
    assert_true(isnan(ff_thinned_cadence(&c.run.series, 0, 100)));
    end_case(&c);
}

/* ---- one run ---- */

static ff_onset onset_of(ff_onset_kind kind, double from_s, double to_s) {
    return (ff_onset){.kind = kind,
                      .from_s = from_s,
                      .to_s = to_s,
                      .from_m = NAN,
                      .to_m = NAN,
                      .sites = "",
                      .strength = -1};
}

static void test_onsets_of_a_run(void **state) {
    (void)state;
    case_of c;
    begin_case(&c);
    add_columns(&c);
    chart(&c, NULL);
    expect(&c.out, "Numbness: not said.");
    expect_no(&c.out, "class=\"numb\"");
    ff_onset onset = onset_of(FF_ONSET_EXACT, 1450, 1450);
    onset.strength = 4;
    chart(&c, &onset);
    expect(&c.out, ">numb at 24:10, 4 of 10</text>");
    expect(&c.out, "Numbness: numb at 24:10, 4 of 10.");
    expect(&c.out, "class=\"numb\" stroke=\"currentColor\" stroke-width=\"3\"");
    onset = onset_of(FF_ONSET_INTERVAL, 600, 840);
    assert_int_equal(chart(&c, &onset).bands, 2);
    expect(&c.out, ">numb between 10:00 and 14:00</text>");
    onset = onset_of(FF_ONSET_AT_START, 0, 0);
    chart(&c, &onset);
    expect(&c.out, ">numb from the start</text>");
    onset = onset_of(FF_ONSET_NONE, 2400, NAN);
    chart(&c, &onset);
    expect(&c.out, ">not numb</text>");
    expect(&c.out, "class=\"not-numb\"");
    onset = onset_of(FF_ONSET_SOMETIME, 0, 2400);
    chart(&c, &onset);
    expect(&c.out, ">numb at some point</text>");
    end_case(&c);
}

static void test_marks_of_a_run(void **state) {
    (void)state;
    case_of c;
    begin_case(&c);
    add_columns(&c);
    ff_lap laps[] = {{0, 600, 600, 1800, FF_LAP_DISTANCE},
                     {600, 900, 300, 900, FF_LAP_MANUAL},
                     {900, 2400, 1500, 4500, FF_LAP_SESSION_END}};
    ff_pause pauses[] = {{1000, 1005}, {1200, 1300}};
    c.run.laps = laps;
    c.run.lap_count = 3;
    c.run.pauses = pauses;
    c.run.pause_count = 2;
    assert_int_equal(chart(&c, NULL).bands, 2); /* one pause that is long enough, in two fields */
    expect(&c.out, "font-weight=\"bold\">2</text>");
    expect(&c.out, "1 lap pressed by hand, the first at 15:00. Paused for 1:45 in all.");
    expect(&c.out, "line with a number: lap pressed by hand");
    expect(&c.out, "dotted line: lap by the watch");
    expect(&c.out, "striped band: pause");
    expect(&c.out, "grey area: altitude at 50 m");
    end_case(&c);
}

static void test_nothing_to_draw(void **state) {
    (void)state;
    case_of c;
    begin_case(&c);
    assert_int_equal(chart(&c, NULL).paths, 0);
    expect(&c.out, "No chart: this recording holds no pace over time; the FIT original");
    c.run.format = "FIT";
    chart(&c, NULL);
    expect(&c.out, ">No chart: this recording holds no pace over time.</text>");
    c.run.series.rows = 0;
    const ff_onset onset = onset_of(FF_ONSET_EXACT, 600, 600);
    chart(&c, &onset);
    expect(&c.out, "Numbness: numb at 10:00.");
    c.run.series.rows = ROWS;
    c.run.series.column[FF_CADENCE] = column(&c, 160);
    assert_true(chart(&c, NULL).paths > 0);
    expect(&c.out, "this recording holds no pace over time");
    ff_text_clear(&c.out);
    ff_run_plot_text(&c.run, NULL, &c.arena, &c.out);
    assert_string_equal(c.out.data, "No chart: this recording holds no pace over time.\n");
    end_case(&c);
}

/* Gaps: the curve is lifted where values are absent. */
static void test_gap(void **state) {
    (void)state;
    case_of c;
    begin_case(&c);
    c.run.series.column[FF_SPEED] = column(&c, 3);
    for (size_t i = 300; i < 360; i++) {
        c.run.series.column[FF_SPEED][i] = NAN;
    }
    chart(&c, NULL);
    const char *curve = strstr(c.out.data, "class=\"curve\"");
    assert_non_null(curve);
    curve = strstr(curve, " d=\"");
    size_t strokes = 0;
    for (const char *at = curve + 4; *at != '"'; at++) {
        strokes += *at == 'M';
    }
    assert_int_equal(strokes, 2);
    end_case(&c);
}

/* ---- whatever a file may hold ---- */

static double wild(ff_random *random) {
    static const double odd[] = {NAN, INFINITY, -INFINITY, 0, -1, 1e308, -1e308, 1e-308, 1e15};
    return ff_random_below(random, 3) == 0 ? odd[ff_random_below(random, sizeof odd / sizeof *odd)]
                                           : ff_random_normal(random) * 500;
}

static void make_wild(case_of *c, ff_random *random) {
    static const size_t sizes[] = {0, 1, 2, 3, 50, ROWS};
    ff_run *run = &c->run;
    run->series.rows = sizes[ff_random_below(random, 6)];
    bool steady = ff_random_below(random, 2) == 0;
    for (size_t i = 0; i < run->series.rows; i++) {
        run->series.time_s[i] = steady ? (double)(i / 3) : wild(random);
    }
    static const ff_channel channels[] = {FF_SPEED, FF_DISTANCE, FF_CADENCE, FF_ALTITUDE};
    for (size_t k = 0; k < 4; k++) {
        run->series.column[channels[k]] = ff_random_below(random, 3) == 0 ? NULL : column(c, NAN);
        for (size_t i = 0; run->series.column[channels[k]] != NULL && i < run->series.rows; i++) {
            run->series.column[channels[k]][i] = wild(random);
        }
    }
    run->figures.duration_s = wild(random);
    run->figures.elapsed_s = wild(random);
    run->figures.distance_m = wild(random);
    run->figures.cadence_spm = wild(random);
    run->figures.balance_left_percent = wild(random);
    run->laps = ff_arena_take(&c->arena, 20, sizeof *run->laps);
    run->pauses = ff_arena_take(&c->arena, 20, sizeof *run->pauses);
    run->lap_count = ff_random_below(random, 20);
    run->pause_count = ff_random_below(random, 20);
    for (size_t i = 0; i < 20; i++) {
        run->laps[i] = (ff_lap){wild(random), wild(random), wild(random), wild(random),
                                (ff_lap_trigger)ff_random_below(random, FF_LAP_OTHER + 1)};
        run->pauses[i] = (ff_pause){wild(random), wild(random)};
    }
}

static void test_wild_runs(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 7);
    for (int n = 0; n < 600; n++) {
        case_of c;
        begin_case(&c);
        make_wild(&c, &random);
        ff_onset onset = onset_of((ff_onset_kind)ff_random_below(&random, FF_ONSET_SOMETIME + 1),
                                  wild(&random), wild(&random));
        const ff_onset *said = ff_random_below(&random, 4) == 0 ? NULL : &onset;
        chart(&c, said);
        const ff_logged_run logged = {.run = &c.run, .onset = said};
        const ff_run_row row = {.said = &logged};
        ff_text_clear(&c.out);
        ff_run_show_text(&row, "footfall", &c.arena, &c.out);
        expect_no(&c.out, "nan");
        expect_no(&c.out, "inf");
        ff_text_clear(&c.out);
        ff_run_show_json(&row, &c.arena, &c.out);
        expect_no(&c.out, "nan");
        expect_no(&c.out, "inf");
        ff_text_clear(&c.out);
        ff_onset_chart(&(ff_onset_request){.title = "t", .id = "x", .runs = &logged, .count = 1},
                       &c.arena, &c.out, NULL);
        check_svg(&c.out);
        assert_false(c.arena.failed || c.out.failed);
        end_case(&c);
    }
}

/* ---- all runs ---- */

static void test_onset_chart(void **state) {
    (void)state;
    ff_run runs[7];
    ff_onset onsets[7] = {
        onset_of(FF_ONSET_EXACT, 1440, 1440), onset_of(FF_ONSET_INTERVAL, 1200, 1500),
        onset_of(FF_ONSET_AT_START, 0, 0),    onset_of(FF_ONSET_NONE, 2400, NAN),
        onset_of(FF_ONSET_SOMETIME, 0, 2400), onset_of(FF_ONSET_NONE, 2400, NAN),
        onset_of(FF_ONSET_EXACT, NAN, NAN)};
    ff_logged_run said[8] = {{0}};
    onsets[5].coming = true;
    for (int i = 0; i < 7; i++) {
        ff_run_init(&runs[i]);
        runs[i].start_s = 1780000000 + i * 86400 * 3;
        runs[i].figures.duration_s = 2400;
        said[i] = (ff_logged_run){.run = &runs[i], .onset = &onsets[i]};
    }
    said[7].run = &runs[0]; /* of which nothing was said */
    ff_arena arena;
    ff_text out;
    ff_arena_init(&arena, NULL);
    ff_text_init(&out, NULL);
    ff_onset_chart(&(ff_onset_request){.title = "t", .id = "x", .runs = said, .count = 8}, &arena,
                   &out, NULL);
    checked c = check_svg(&out);
    assert_int_equal(c.dots, 2 + 1 + 1 + 1); /* two onsets, one felt coming, and both in the key */
    assert_int_equal(c.bands, 4);            /* an interval and one unknown, and both in the key */
    assert_int_equal(c.paths, 2 + 2);        /* two triangles, and two in the key */
    expect(&out,
           "6 runs from 2026-05-28 to 2026-06-12; numb in 4, after 20 to 25 minutes, from the "
           "start in 1, nobody knows when in 1; not numb in 2, of at most 40 minutes, 1 of them "
           "ended because it was felt coming.");
    ff_text_clear(&out);
    ff_onset_chart(&(ff_onset_request){.title = "t", .id = "x", .runs = said + 7, .count = 1},
                   &arena, &out, NULL);
    assert_int_equal(check_svg(&out).dots, 0);
    expect(&out, "No run says yet whether a foot went numb.");
    ff_text_clear(&out);
    ff_onset_chart(&(ff_onset_request){.title = "t", .id = "x", .runs = NULL, .count = 0}, &arena,
                   &out, NULL);
    check_svg(&out);
    ff_text_free(&out);
    ff_arena_free(&arena);
}

/* The longest words under a drawing, in letters. */
static size_t longest_words(const ff_text *svg) {
    size_t longest = 0;
    for (const char *at = svg->data; (at = strstr(at, "<text")) != NULL; at++) {
        const char *words = strchr(at, '>') + 1;
        size_t letters = 0;
        for (const char *c = words; *c != '<'; c++) {
            letters += ((unsigned char)*c & 0xc0) != 0x80;
        }
        longest = letters > longest ? letters : longest;
    }
    return longest;
}

/* A shoe of a long name does not run over the edge; the description has all of it. */
static void test_long_row_name(void **state) {
    (void)state;
    static const char *const names[] = {
        "Nimbus Gel Ultra Cloud Runner 27 Wide Edition GTX Limited (red, second pair)",
        "\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc"
        "\xc3\xbc"
        "\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc"
        "\xc3\xbc"
        "\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc"
        "\xc3\xbc"
        "\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc"
        "\xc3\xbc"
        "\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc",
        "A name that is as long as the room for it, 49 all"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ff_run run;
        ff_onset onset = onset_of(FF_ONSET_EXACT, 1200, 1200);
        ff_run_init(&run);
        run.start_s = 1780000000;
        run.figures.duration_s = 2400;
        const ff_logged_run said = {.run = &run, .onset = &onset};
        const bool with = true;
        const ff_onset_row row = {names[i], &with};
        const ff_onset_request request = {
            .title = "t", .id = "x", .runs = &said, .count = 1, .rows = &row, .row_count = 1};
        ff_arena arena;
        ff_text out;
        ff_arena_init(&arena, NULL);
        ff_text_init(&out, NULL);
        ff_onset_chart(&request, &arena, &out, NULL);
        check_svg(&out);
        expect(&out, names[i]); /* in the description, or drawn as it is */
        assert_int_equal(longest_words(&out), 49);
        assert_true((strstr(out.data, "\xe2\x80\xa6") != NULL) == (i < 2));
        ff_text_free(&out);
        ff_arena_free(&arena);
    }
}

/* Each change that footfall knows has words for a drawing, and no words of the runner's own do. */
static void test_change_words(void **state) {
    (void)state;
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    size_t changes = 0;
    for (size_t i = 0; i < knowledge->remedy_count; i++) {
        const ff_remedy *remedy = &knowledge->remedies[i];
        bool is_change = !remedy->visit;
        assert_true((ff_words_change(remedy->id) != NULL) == is_change);
        changes += is_change;
    }
    assert_true(changes >= 7);
    assert_null(ff_words_change("thick socks"));
}

/* Where the marks stand, and what the runs were run with. */
static void test_onset_rows(void **state) {
    (void)state;
    ff_run runs[3];
    ff_onset onsets[2] = {onset_of(FF_ONSET_EXACT, 1200, 1200), onset_of(FF_ONSET_NONE, 2400, NAN)};
    ff_logged_run said[3] = {{0}};
    for (int i = 0; i < 3; i++) {
        ff_run_init(&runs[i]);
        runs[i].id = 10 + i;
        runs[i].start_s = 1780000000 + i * 86400 * 3;
        runs[i].figures.duration_s = 2400;
        said[i] = (ff_logged_run){.run = &runs[i], .onset = i < 2 ? &onsets[i] : NULL};
    }
    const bool with[2][3] = {{true, true, true}, {false, true, false}};
    const ff_onset_row rows[2] = {{"Road A", with[0]}, {"changed: lacing", with[1]}};
    const ff_onset_request request = {.title = "t",
                                      .id = "x",
                                      .runs = said,
                                      .count = 3,
                                      .rows = rows,
                                      .row_count = 2,
                                      .rows_left_out = 4};
    ff_arena arena;
    ff_text out;
    ff_onset_marks marks;
    ff_arena_init(&arena, NULL);
    ff_text_init(&out, NULL);
    ff_onset_chart(&request, &arena, &out, &marks);
    check_svg(&out);
    expect(&out, " Road A: 2 runs, numb in 1. changed: lacing: 1 run, numb in 0.</desc>");
    expect(&out, "class=\"with numb\"");
    expect(&out, "not drawn: 4 more");
    assert_int_equal(marks.count, 2); /* of the third nothing was said */
    assert_true(marks.items[0].run_id == 10 && marks.items[1].run_id == 11);
    char dot[80];
    snprintf(dot, sizeof dot, "cx=\"%g\"", round(marks.items[0].x * 100) / 100);
    expect(&out, dot);
    assert_true(marks.items[0].y > marks.items[1].y); /* 20 minutes lie below 40 */
    ff_text_free(&out);
    ff_arena_free(&arena);
}

/* The dates of one day, of a season, of ten years and of a clock that was never set. */
static void test_dates(void **state) {
    (void)state;
    static const struct {
        int64_t days;
        const char *tick;
    } spans[] = {{0, "05-2"}, {20, ">06-"}, {150, "2026-0"}, {4000, ">203"}, {2000000, "<text"}};
    ff_onset onset = onset_of(FF_ONSET_EXACT, 600, 600);
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        ff_run runs[2];
        ff_logged_run said[2];
        for (int k = 0; k < 2; k++) {
            ff_run_init(&runs[k]);
            runs[k].start_s = 1780000000 + k * spans[i].days * 86400;
            said[k] = (ff_logged_run){.run = &runs[k], .onset = &onset};
        }
        ff_arena arena;
        ff_text out;
        ff_arena_init(&arena, NULL);
        ff_text_init(&out, NULL);
        ff_onset_chart(&(ff_onset_request){.title = "t", .id = "x", .runs = said, .count = 2},
                       &arena, &out, NULL);
        check_svg(&out);
        expect(&out, spans[i].tick);
        ff_text_free(&out);
        ff_arena_free(&arena);
    }
}

/* Memory that is gone is told by the arena or the text, and nothing is held on to. */
static void test_memory(void **state) {
    (void)state;
    ff_arena made;
    ff_arena_init(&made, NULL);
    ff_run run = made_run(&made, 23, 400);
    const ff_onset onset = onset_of(FF_ONSET_EXACT, 60, 60);
    const ff_logged_run logged = {.run = &run, .onset = &onset};
    const ff_run_row row = {.said = &logged};
    bool done = false;
    for (size_t n = 1; !done; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_arena arena;
        ff_text out;
        ff_arena_init(&arena, &failing.allocator);
        ff_text_init(&out, &failing.allocator);
        ff_run_chart(&run, &onset, &arena, &out, NULL);
        ff_onset_chart(&(ff_onset_request){.title = "t", .id = "x", .runs = &logged, .count = 1},
                       &arena, &out, NULL);
        ff_run_show_text(&row, "footfall", &arena, &out);
        ff_run_show_json(&row, &arena, &out);
        done = failing.calls < n;
        assert_true(done == !(arena.failed || out.failed));
        ff_text_free(&out);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
    ff_arena_free(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_scale),
        cmocka_unit_test(test_ticks),
        cmocka_unit_test(test_range),
        cmocka_unit_test(test_thinned),
        cmocka_unit_test(test_thinned_pause),
        cmocka_unit_test(test_thinned_sparse),
        cmocka_unit_test(test_onsets_of_a_run),
        cmocka_unit_test(test_marks_of_a_run),
        cmocka_unit_test(test_nothing_to_draw),
        cmocka_unit_test(test_gap),
        cmocka_unit_test(test_timer_walk),
        cmocka_unit_test(test_frame),
        cmocka_unit_test(test_many_marks),
        cmocka_unit_test(test_wild_runs),
        cmocka_unit_test(test_onset_chart),
        cmocka_unit_test(test_onset_rows),
        cmocka_unit_test(test_long_row_name),
        cmocka_unit_test(test_change_words),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
