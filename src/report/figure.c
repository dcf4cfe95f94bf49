#include "report/figure.h"

#include "report/chart.h"

#include <math.h>

/* Strokes of a figure: it is drawn with few and broad ones, what lies behind is pale. */
#define TRUNK_WIDE 17.0
#define LEG_WIDE   10.0
#define ARM_WIDE   8.0
#define HEAD_R     11.0
#define PALE       0.45
#define TIP        5.0
#define BETWEEN    4 /* points between two of a smooth stroke */
#define TITLE_HIGH (FF_SVG_FONT + 8)
#define GAP        14.0

typedef struct {
    ff_svg *svg;
    double down; /* how far the picture lies down the sheet */
} pen;

static const ff_svg_look thin = {.name = "thing", .line = 1.5};
static const ff_svg_look firm = {.name = "floor", .line = 2};

/* ---- strokes ---- */

/* A point between b and c of a smooth stroke that comes from a and goes on to d (Catmull and Rom).
 */
static double between(double a, double b, double c, double d, double t) {
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t +
                  (3 * b - a - 3 * c + d) * t * t * t);
}

static size_t neighbour(size_t count, long at, bool closed) {
    long n = (long)count;
    return (size_t)(closed ? (at + n) % n : at < 0 ? 0 : at >= n ? n - 1 : at);
}

static void smooth(const pen *p, const double *xy, size_t count, bool closed,
                   const ff_svg_look *look) {
    ff_svg_path(p->svg, look);
    size_t pieces = closed ? count : count - 1;
    for (size_t i = 0; i < pieces; i++) {
        const double *q[4];
        for (long k = 0; k < 4; k++) {
            q[k] = xy + 2 * neighbour(count, (long)i + k - 1, closed);
        }
        for (int s = 0; s < BETWEEN; s++) {
            double t = (double)s / BETWEEN;
            ff_svg_path_to(p->svg, between(q[0][0], q[1][0], q[2][0], q[3][0], t),
                           p->down + between(q[0][1], q[1][1], q[2][1], q[3][1], t));
        }
    }
    if (closed) {
        ff_svg_path_close(p->svg);
    } else {
        ff_svg_path_to(p->svg, xy[2 * count - 2], p->down + xy[2 * count - 1]);
    }
    ff_svg_end_path(p->svg);
}

void ff_smooth_draw(ff_svg *svg, const double *xy, size_t count, bool closed,
                    const ff_svg_look *look) {
    smooth(&(pen){svg, 0}, xy, count, closed, look);
}

static void straight(const pen *p, const double *xy, size_t count, const ff_svg_look *look) {
    ff_svg_path(p->svg, look);
    for (size_t i = 0; i < count; i++) {
        ff_svg_path_to(p->svg, xy[2 * i], p->down + xy[2 * i + 1]);
    }
    ff_svg_end_path(p->svg);
}

static void arrow(const pen *p, const double *xy, size_t count) {
    static const ff_svg_look shaft = {.name = "move", .line = 2.5};
    static const ff_svg_look tip = {.name = "move", .line = 1, .fill_opacity = 1};
    const double *end = xy + 2 * count - 2, *from = end - 2;
    double dx = end[0] - from[0], dy = end[1] - from[1], length = hypot(dx, dy);
    smooth(p, xy, count, false, &shaft);
    if (length == 0) {
        return;
    }
    dx *= TIP / length;
    dy *= TIP / length;
    ff_svg_path(p->svg, &tip);
    ff_svg_path_to(p->svg, end[0] + dx, p->down + end[1] + dy);
    ff_svg_path_to(p->svg, end[0] - dx - dy, p->down + end[1] - dy + dx);
    ff_svg_path_to(p->svg, end[0] - dx + dy, p->down + end[1] - dy - dx);
    ff_svg_path_close(p->svg);
    ff_svg_end_path(p->svg);
}

/* ---- the body ---- */

enum { NECK, HEAD, HIP, NEAR_LEG, FAR_LEG = NEAR_LEG + 3, ARM = FAR_LEG + 3, OTHER_ARM = ARM + 2 };

/* The joints from the hip or the neck outward, as one stroke: pale strokes that overlap would be
 * darker there. */
static void limb(const pen *p, const double *joints, int root, int first, int count,
                 const ff_svg_look *look) {
    double xy[8] = {joints[2 * root], joints[2 * root + 1]};
    for (int i = 0; i < 2 * count; i++) {
        xy[2 + i] = joints[2 * first + i];
    }
    straight(p, xy, (size_t)count + 1, look);
}

static void body(const pen *p, const ff_shape *shape) {
    static const ff_svg_look far_leg = {.name = "far", .line = LEG_WIDE, .line_opacity = PALE};
    static const ff_svg_look far_arm = {.name = "far", .line = ARM_WIDE, .line_opacity = PALE};
    static const ff_svg_look leg = {.name = "body", .line = LEG_WIDE};
    static const ff_svg_look arm = {.name = "body", .line = ARM_WIDE};
    static const ff_svg_look trunk = {.name = "body", .line = TRUNK_WIDE};
    static const ff_svg_look head = {.name = "body", .fill_opacity = 1};
    const double *joints = shape->numbers;
    limb(p, joints, HIP, FAR_LEG, 3, &far_leg);
    if (shape->number_count > 2 * OTHER_ARM) {
        limb(p, joints, NECK, OTHER_ARM, 2, &far_arm);
    }
    limb(p, joints, HIP, NECK, 1, &trunk);
    limb(p, joints, HIP, NEAR_LEG, 3, &leg);
    limb(p, joints, NECK, ARM, 2, &arm);
    ff_svg_circle(p->svg, (double[]){joints[2 * HEAD], p->down + joints[2 * HEAD + 1]}, HEAD_R,
                  &head);
}

/* ---- the shapes ---- */

static void say(const pen *p, const ff_shape *shape) {
    static const ff_svg_anchor anchors[] = {FF_SVG_START, FF_SVG_MIDDLE, FF_SVG_END};
    const double *n = shape->numbers;
    const ff_svg_letters at = {n[0], p->down + n[1], anchors[(int)n[2]], false};
    ff_svg_text(p->svg, &at, shape->words);
}

/* Strokes beside the line, so that it is seen to be a wall. */
static void wall(const pen *p, const double *n) {
    straight(p, (double[]){n[0], n[1], n[0], n[2]}, 2, &firm);
    int strokes = (int)((n[2] - n[1] + 6) / 12);
    for (int i = 0; i < strokes; i++) {
        double y = n[1] + 6 + 12 * i;
        straight(p, (double[]){n[0], y, n[0] + 6, y - 6}, 2, &thin);
    }
}

static void broad(const pen *p, const ff_shape *shape) {
    const ff_svg_look look = {.name = shape->draw == FF_DRAW_FAR ? "far" : "body",
                              .line = shape->numbers[0],
                              .line_opacity = shape->draw == FF_DRAW_FAR ? PALE : 0};
    smooth(p, shape->numbers + 1, (shape->number_count - 1) / 2, false, &look);
}

static const ff_svg_look outline = {.name = "foot", .line = 2, .fill_opacity = 0.1};

/* What stands around the body. */
static void draw_thing(const pen *p, const ff_shape *shape) {
    static const ff_svg_look full = {.name = "mark", .fill_opacity = 1};
    const double *n = shape->numbers;
    switch (shape->draw) {
    case FF_DRAW_FLOOR:
        straight(p, (double[]){n[0], n[2], n[1], n[2]}, 2, &firm);
        break;
    case FF_DRAW_WALL:
        wall(p, n);
        break;
    case FF_DRAW_BOX:
        ff_svg_rect(p->svg, &(ff_svg_box){n[0], p->down + n[1], n[2], n[3]}, &thin);
        break;
    case FF_DRAW_BALL:
        ff_svg_circle(p->svg, (double[]){n[0], p->down + n[1]}, n[2], &outline);
        break;
    case FF_DRAW_DOT:
        ff_svg_circle(p->svg, (double[]){n[0], p->down + n[1]}, n[2], &full);
        break;
    default:
        break;
    }
}

/* Lines through points. */
static void draw_line(const pen *p, const ff_shape *shape) {
    static const ff_svg_look dashed = {.name = "guide", .line = 1.5, .dash = "5 4"};
    size_t points = shape->number_count / 2;
    switch (shape->draw) {
    case FF_DRAW_LINE:
        straight(p, shape->numbers, points, &thin);
        break;
    case FF_DRAW_DASH:
        straight(p, shape->numbers, points, &dashed);
        break;
    case FF_DRAW_CURVE:
        smooth(p, shape->numbers, points, false, &firm);
        break;
    case FF_DRAW_SHAPE:
        smooth(p, shape->numbers, points, true, &outline);
        break;
    case FF_DRAW_ARROW:
        arrow(p, shape->numbers, points);
        break;
    default:
        break;
    }
}

static void draw(const pen *p, const ff_shape *shape) {
    switch (shape->draw) {
    case FF_DRAW_FLOOR:
    case FF_DRAW_WALL:
    case FF_DRAW_BOX:
    case FF_DRAW_BALL:
    case FF_DRAW_DOT:
        draw_thing(p, shape);
        break;
    case FF_DRAW_LINE:
    case FF_DRAW_DASH:
    case FF_DRAW_CURVE:
    case FF_DRAW_SHAPE:
    case FF_DRAW_ARROW:
        draw_line(p, shape);
        break;
    case FF_DRAW_LIMB:
    case FF_DRAW_FAR:
        broad(p, shape);
        break;
    case FF_DRAW_SAY:
        say(p, shape);
        break;
    case FF_DRAW_BODY:
        body(p, shape);
        break;
    }
}

/* ---- the sheet ---- */

static double head_high(const ff_figure *figure) {
    return TITLE_HIGH * (figure->words != NULL ? 2 : 1);
}

static void draw_figure(ff_svg *svg, const ff_figure *figure, double top) {
    const ff_svg_letters title = {.y = top + FF_SVG_FONT, .bold = true};
    ff_svg_text(svg, &title, figure->title);
    if (figure->words != NULL) {
        const ff_svg_letters words = {.y = top + TITLE_HIGH + FF_SVG_FONT};
        ff_svg_text(svg, &words, figure->words);
    }
    const pen p = {svg, top + head_high(figure)};
    for (size_t i = 0; i < figure->picture->shape_count; i++) {
        draw(&p, &figure->picture->shapes[i]);
    }
}

void ff_figures_draw(const ff_figure_sheet *sheet, ff_text *out) {
    ff_svg svg;
    ff_text says;
    double top = ff_chart_words_high(sheet->notice);
    ff_text_init(&says, out->allocator);
    ff_svg_head head = {
        .width = FF_SVG_WIDTH, .height = top, .id = sheet->id, .title = sheet->title};
    if (sheet->notice != NULL) {
        ff_text_addf(&says, "%s ", sheet->notice);
    }
    for (size_t i = 0; i < sheet->count; i++) {
        const ff_figure *f = &sheet->figures[i];
        head.height += head_high(f) + f->picture->height + (i > 0 ? GAP : 0);
        ff_text_addf(&says, "%s%s: %s", i > 0 ? " " : "", f->title, f->picture->says);
    }
    head.desc = says.data;
    ff_svg_begin(&svg, &head, out);
    if (sheet->notice != NULL) {
        ff_chart_words(&svg, 0, FF_SVG_FONT + 2, sheet->notice);
    }
    for (size_t i = 0; i < sheet->count; i++) {
        draw_figure(&svg, &sheet->figures[i], top);
        top += head_high(&sheet->figures[i]) + sheet->figures[i].picture->height + GAP;
    }
    ff_svg_end(&svg);
    out->failed |= says.failed;
    ff_text_free(&says);
}
