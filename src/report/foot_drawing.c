#include "report/foot_drawing.h"

#include "report/svg.h"

#include <stddef.h>

/* Of a drawing of its own, in shares of the foot's length: x from the middle of the heel to the
 * outer side, y from the heel to the toes. Proportions at the ball and the heel are those of the
 * mean of ANSUR II (width 0.376, heel 0.27 of the length, ball at 0.74). */
static const double outline[][2] = {
    {0.000, 0.000},  {0.075, 0.022},  {0.122, 0.085},  {0.134, 0.160},  {0.132, 0.260},
    {0.142, 0.380},  {0.160, 0.500},  {0.180, 0.600},  {0.188, 0.680},  {0.186, 0.750},
    {0.186, 0.800},  {0.176, 0.850},  {0.156, 0.868},  {0.142, 0.850},  {0.136, 0.888},
    {0.116, 0.920},  {0.094, 0.905},  {0.084, 0.930},  {0.060, 0.960},  {0.036, 0.940},
    {0.026, 0.968},  {-0.004, 0.990}, {-0.032, 0.960}, {-0.046, 0.980}, {-0.090, 1.000},
    {-0.138, 0.975}, {-0.158, 0.920}, {-0.158, 0.860}, {-0.178, 0.790}, {-0.188, 0.730},
    {-0.180, 0.660}, {-0.150, 0.560}, {-0.118, 0.450}, {-0.106, 0.350}, {-0.118, 0.240},
    {-0.132, 0.160}, {-0.120, 0.085}, {-0.074, 0.022}};
#define POINTS (sizeof outline / sizeof *outline)

#define HEIGHT 560.0
#define LENGTH 450.0 /* of the foot */
#define HEEL_Y 500.0
#define HEEL_X 200.0
#define STEPS  6 /* straight pieces between two points */

static double at_x(double x) {
    return HEEL_X + x * LENGTH;
}

static double at_y(double y) {
    return HEEL_Y - y * LENGTH;
}

/* Catmull and Rom's curve through b and c, between a and d. */
static double between(double a, double b, double c, double d, double t) {
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t +
                  (3 * b - a - 3 * c + d) * t * t * t);
}

static void draw_outline(ff_svg *svg) {
    ff_svg_path(svg, &(ff_svg_look){.name = "foot", .line = 2, .fill_opacity = 0.07});
    for (size_t i = 0; i < POINTS; i++) {
        const double *a = outline[(i + POINTS - 1) % POINTS], *b = outline[i];
        const double *c = outline[(i + 1) % POINTS], *d = outline[(i + 2) % POINTS];
        for (int k = 0; k < STEPS; k++) {
            double t = (double)k / STEPS;
            ff_svg_path_to(svg, at_x(between(a[0], b[0], c[0], d[0], t)),
                           at_y(between(a[1], b[1], c[1], d[1], t)));
        }
    }
    ff_svg_path_close(svg);
    ff_svg_end_path(svg);
}

/* Where the outline crosses the height y, at its two sides. */
static void sides_at(double y, double *inner, double *outer) {
    *inner = *outer = 0;
    for (size_t i = 0; i < POINTS; i++) {
        const double *a = outline[i], *b = outline[(i + 1) % POINTS];
        if ((a[1] <= y) != (b[1] <= y)) {
            double x = a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]);
            *inner = x < *inner ? x : *inner;
            *outer = x > *outer ? x : *outer;
        }
    }
}

static void label(ff_svg *svg, double y, const char *name, const char *words) {
    ff_svg_text(svg, &(ff_svg_letters){.x = 318, .y = y + 5, .bold = true}, name);
    ff_svg_text(svg, &(ff_svg_letters){.x = 336, .y = y + 5}, words);
}

static void draw_width(ff_svg *svg, double share, double label_y, const char *name,
                       const char *words) {
    double inner, outer, y = at_y(share);
    sides_at(share, &inner, &outer);
    const ff_svg_look measure = {.name = "measure", .line = 2};
    const ff_svg_look lead = {.name = "lead", .line = 1, .line_opacity = 0.5, .dash = "2 3"};
    const double from[2] = {at_x(inner), y}, to[2] = {at_x(outer), y};
    ff_svg_line(svg, from, to, &measure);
    ff_svg_circle(svg, from, 3, &(ff_svg_look){.fill_opacity = 1});
    ff_svg_circle(svg, to, 3, &(ff_svg_look){.fill_opacity = 1});
    ff_svg_line(svg, to, (const double[2]){314, label_y}, &lead);
    label(svg, label_y, name, words);
}

/* The ball is measured from joint to joint, which is aslant. */
static void draw_ball(ff_svg *svg) {
    const double from[2] = {at_x(-0.188), at_y(0.730)}, to[2] = {at_x(0.188), at_y(0.675)};
    ff_svg_line(svg, from, to, &(ff_svg_look){.name = "measure", .line = 3});
    ff_svg_circle(svg, from, 4, &(ff_svg_look){.fill_opacity = 1});
    ff_svg_circle(svg, to, 4, &(ff_svg_look){.fill_opacity = 1});
    ff_svg_line(svg, to, (const double[2]){314, to[1]},
                &(ff_svg_look){.name = "lead", .line = 1, .line_opacity = 0.5, .dash = "2 3"});
    label(svg, to[1], "2", "ball width");
    ff_svg_text(svg, &(ff_svg_letters){.x = 336, .y = to[1] + 23}, "(and girth)");
}

static void draw_length(ff_svg *svg) {
    const ff_svg_look measure = {.name = "measure", .line = 2};
    const ff_svg_look lead = {.name = "lead", .line = 1, .line_opacity = 0.5, .dash = "2 3"};
    const double x = 66, top = at_y(1), bottom = at_y(0);
    ff_svg_line(svg, (const double[2]){x, top}, (const double[2]){x, bottom}, &measure);
    ff_svg_line(svg, (const double[2]){x - 8, top}, (const double[2]){x + 8, top}, &measure);
    ff_svg_line(svg, (const double[2]){x - 8, bottom}, (const double[2]){x + 8, bottom}, &measure);
    ff_svg_line(svg, (const double[2]){x + 8, top}, (const double[2]){at_x(-0.09), top}, &lead);
    ff_svg_text(svg,
                &(ff_svg_letters){.x = x - 14, .y = at_y(0.5), .anchor = FF_SVG_END, .bold = true},
                "1");
    ff_svg_text(svg, &(ff_svg_letters){.x = 8, .y = at_y(0.5) + 18}, "length");
}

static void draw_wall(ff_svg *svg) {
    const ff_svg_box wall = {20, HEEL_Y, 400, 10};
    ff_svg_rect(svg, &wall, &(ff_svg_look){.name = "wall", .fill_opacity = 0.35});
    ff_svg_text(svg, &(ff_svg_letters){.x = 220, .y = HEEL_Y + 32, .anchor = FF_SVG_MIDDLE},
                "wall: the heel lightly against it, weight on both feet");
}

void ff_foot_drawing_svg(ff_text *out) {
    ff_svg svg;
    const ff_svg_head head = {.width = FF_SVG_WIDTH,
                              .height = HEIGHT,
                              .id = "foot-measures",
                              .title = "Where to measure a foot",
                              .desc =
                                  "The outline of a right foot from above, its heel at a wall. 1: "
                                  "the length, from the wall "
                                  "to the tip of the longest toe. 2: the width at the ball, from "
                                  "the joint of the big toe "
                                  "to that of the little toe, and the girth round it. 3, 4 and 5: "
                                  "the width straight across "
                                  "at 80, 88 and 94 percent of the length, counted from the wall."};
    ff_svg_begin(&svg, &head, out);
    draw_wall(&svg);
    draw_outline(&svg);
    draw_length(&svg);
    draw_ball(&svg);
    draw_width(&svg, 0.80, at_y(0.80), "3", "80 %");
    draw_width(&svg, 0.88, at_y(0.88), "4", "88 %");
    draw_width(&svg, 0.94, at_y(0.955), "5", "94 %");
    ff_svg_end(&svg);
}
