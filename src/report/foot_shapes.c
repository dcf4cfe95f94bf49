#include "report/foot_shapes.h"

#include <math.h>
#include <string.h>

/* The shapes are footfall's own. A part of the foot, its body or its leg, has two borders, told at
 * several places along it; within it a place is told by how far along and how far across it is,
 * from the one border (0) to the other (1). What is told of a few places runs smoothly between
 * them. */

#define COUNT(list) (sizeof(list) / sizeof *(list))

typedef struct knot {
    double at, first, second;
} knot;

typedef struct curve {
    const knot *knots;
    size_t count;
} curve;

#define CURVE(list)                                                                                \
    { list, COUNT(list) }

/* A cubic through the knots that does not swing beyond them where they turn. */
static double slope_at(const curve *c, size_t i, bool second) {
    if (i == 0 || i + 1 == c->count) {
        return 0;
    }
    const knot *a = &c->knots[i - 1], *b = &c->knots[i], *d = &c->knots[i + 1];
    double before = ((second ? b->second - a->second : b->first - a->first)) / (b->at - a->at);
    double after = ((second ? d->second - b->second : d->first - b->first)) / (d->at - b->at);
    return before * after <= 0 ? 0 : 2 * before * after / (before + after);
}

static double value_at(const curve *c, double at, bool second) {
    size_t i = 1;
    while (i + 1 < c->count && c->knots[i].at < at) {
        i++;
    }
    const knot *a = &c->knots[i - 1], *b = &c->knots[i];
    double wide = b->at - a->at, t = fmin(fmax((at - a->at) / wide, 0), 1);
    double from = second ? a->second : a->first, to = second ? b->second : b->first;
    if (c->count == 2) {
        return from + t * (to - from);
    }
    double s0 = slope_at(c, i - 1, second) * wide, s1 = slope_at(c, i, second) * wide;
    double t2 = t * t, t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * from + (t3 - 2 * t2 + t) * s0 + (3 * t2 - 2 * t3) * to +
           (t3 - t2) * s1;
}

/* ---- the parts ---- */

/* Down: how far from the toes; inner and outer border. */
static const knot sole_knots[] = {{44, 17, 76},  {50, 12, 86},  {60, 7, 93},   {76, 4, 97},
                                  {96, 8, 96},   {118, 20, 92}, {145, 27, 87}, {172, 26, 82},
                                  {196, 23, 79}, {214, 25, 77}, {225, 30, 72}, {232, 37, 65},
                                  {236, 47, 55}};
static const knot top_knots[] = {{44, 17, 76},  {50, 12, 86},  {60, 7, 93},   {76, 4, 97},
                                 {96, 8, 96},   {118, 19, 92}, {145, 26, 86}, {172, 28, 80},
                                 {190, 29, 77}, {212, 29, 77}, {235, 26, 79}, {262, 23, 82}};
/* From the toes to the heel: the upper border and the sole. */
static const knot inner_knots[] = {
    {4, 152, 157},  {7, 146, 163},   {14, 140, 168},  {26, 137, 170},  {38, 139, 169},
    {48, 139, 167}, {62, 132, 170},  {80, 123, 170},  {96, 114, 167},  {114, 103, 163},
    {130, 93, 160}, {146, 82, 160},  {162, 84, 163},  {180, 89, 168},  {196, 93, 170},
    {210, 97, 170}, {219, 107, 168}, {227, 121, 164}, {231, 134, 158}, {232, 146, 151}};
static const knot outer_knots[] = {
    {24, 154, 160},  {27, 147, 166},  {34, 142, 170},  {46, 140, 170},  {58, 140, 169},
    {72, 136, 170},  {90, 127, 170},  {110, 116, 169}, {130, 100, 169}, {146, 84, 170},
    {162, 86, 170},  {180, 90, 170},  {196, 94, 170},  {210, 98, 170},  {219, 107, 168},
    {227, 121, 164}, {231, 134, 158}, {232, 146, 151}};
/* Down the leg: its front and its back. */
static const knot leg_knots[] = {{0, 154, 231},  {20, 155, 227}, {44, 153, 220},
                                 {64, 150, 214}, {82, 146, 211}, {98, 142, 212}};

typedef struct part {
    curve borders;
    bool lies; /* along is from left to right */
} part;

static const part sole = {CURVE(sole_knots), false};
static const part top = {CURVE(top_knots), false};
static const part inner = {CURVE(inner_knots), true};
static const part outer = {CURVE(outer_knots), true};
static const part leg = {CURVE(leg_knots), false};

/* Where a band begins or ends: how far along, by how far across. */
#define EDGE(name, ...)                                                                            \
    static const knot name##_knots[] = {__VA_ARGS__};                                              \
    static const curve name = CURVE(name##_knots)
EDGE(toe_line, {0, 60, 0}, {0.04, 51, 0}, {0.12, 46, 0}, {0.25, 45, 0}, {0.42, 48, 0}, {0.6, 53, 0},
     {0.78, 60, 0}, {0.9, 67, 0}, {0.96, 73, 0}, {1, 82, 0});
EDGE(ball_line, {0, 103, 0}, {0.3, 107, 0}, {0.6, 113, 0}, {1, 121, 0});
EDGE(heel_line, {0, 175, 0}, {0.5, 170, 0}, {1, 174, 0});
EDGE(back_line, {0, 212, 0}, {0.5, 219, 0}, {1, 212, 0});
EDGE(heel_end, {0, 236, 0}, {1, 236, 0});
EDGE(ankle_line, {0, 172, 0}, {0.5, 166, 0}, {1, 170, 0});
EDGE(shin_line, {0, 210, 0}, {0.5, 204, 0}, {1, 210, 0});
EDGE(shin_end, {0, 262, 0}, {1, 262, 0});
/* From the sides: how far from the toes, from the upper border to the sole. */
EDGE(big_tip, {0, 4, 0}, {1, 4, 0});
EDGE(big_base, {0, 44, 0}, {0.5, 47, 0}, {1, 45, 0});
EDGE(little_tip, {0, 24, 0}, {1, 24, 0});
EDGE(little_base, {0, 60, 0}, {0.5, 63, 0}, {1, 61, 0});
EDGE(inner_ball, {0, 98, 0}, {1, 94, 0});
EDGE(outer_ball, {0, 106, 0}, {1, 100, 0});
EDGE(ankle_front, {0, 146, 0}, {1, 150, 0});
EDGE(heel_front, {0, 168, 0}, {1, 174, 0});
EDGE(heel_back, {0, 213, 0}, {0.5, 217, 0}, {1, 206, 0});
EDGE(heel_tip, {0, 232, 0}, {1, 232, 0});
EDGE(leg_top, {0, 0, 0}, {1, 0, 0});
EDGE(leg_shin, {0, 50, 0}, {1, 58, 0});
EDGE(leg_inner_end, {0, 83, 0}, {1, 94, 0});

/* ---- regions ---- */

typedef struct band {
    const char *region; /* NULL: skin */
    const part *part;
    const curve *begin, *end;
    double from, to; /* across */
} band;

static const band top_bands[] = {{NULL, &top, &toe_line, &shin_end, 0, 1},
                                 {"DFM", &top, &toe_line, &ball_line, 0, 0.45},
                                 {"DFL", &top, &toe_line, &ball_line, 0.45, 1},
                                 {"MB", &top, &ball_line, &ankle_line, 0, 0.19},
                                 {"DMM", &top, &ball_line, &ankle_line, 0.19, 0.5},
                                 {"DML", &top, &ball_line, &ankle_line, 0.5, 0.81},
                                 {"LB", &top, &ball_line, &ankle_line, 0.81, 1},
                                 {"DA", &top, &ankle_line, &shin_line, 0, 1},
                                 {"SM", &top, &shin_line, &shin_end, 0, 0.42},
                                 {"SA", &top, &shin_line, &shin_end, 0.42, 1}};
static const band sole_bands[] = {{NULL, &sole, &toe_line, &heel_end, 0, 1},
                                  {"B1", &sole, &toe_line, &ball_line, 0, 0.32},
                                  {"B2", &sole, &toe_line, &ball_line, 0.32, 0.49},
                                  {"B3", &sole, &toe_line, &ball_line, 0.49, 0.65},
                                  {"B4", &sole, &toe_line, &ball_line, 0.65, 0.81},
                                  {"B5", &sole, &toe_line, &ball_line, 0.81, 1},
                                  {"MB", &sole, &ball_line, &heel_line, 0, 0.18},
                                  {"AM", &sole, &ball_line, &heel_line, 0.18, 0.4},
                                  {"AC", &sole, &ball_line, &heel_line, 0.4, 0.61},
                                  {"AL", &sole, &ball_line, &heel_line, 0.61, 0.82},
                                  {"LB", &sole, &ball_line, &heel_line, 0.82, 1},
                                  {"HM", &sole, &heel_line, &back_line, 0, 0.31},
                                  {"HP", &sole, &heel_line, &back_line, 0.31, 0.69},
                                  {"HL", &sole, &heel_line, &back_line, 0.69, 1},
                                  {"HB", &sole, &back_line, &heel_end, 0, 1}};
static const band inner_bands[] = {{NULL, &inner, &big_tip, &heel_tip, 0, 1},
                                   {"TD1", &inner, &big_tip, &big_base, 0, 0.5},
                                   {"TP1", &inner, &big_tip, &big_base, 0.5, 1},
                                   {"DFM", &inner, &big_base, &inner_ball, 0, 0.42},
                                   {"B1", &inner, &big_base, &inner_ball, 0.42, 1},
                                   {"DMM", &inner, &inner_ball, &ankle_front, 0, 0.4},
                                   {"MB", &inner, &inner_ball, &heel_front, 0.4, 0.71},
                                   {"AM", &inner, &inner_ball, &heel_front, 0.71, 1},
                                   {"HM", &inner, &heel_front, &heel_back, 0.4, 1},
                                   {"HB", &inner, &heel_back, &heel_tip, 0, 1},
                                   {"SM", &leg, &leg_top, &leg_shin, 0, 0.6},
                                   {"CF", &leg, &leg_top, &leg_shin, 0.6, 1},
                                   {"DA", &leg, &leg_shin, &leg_inner_end, 0, 0.36}};
static const band outer_bands[] = {{NULL, &outer, &little_tip, &heel_tip, 0, 1},
                                   {"TD5", &outer, &little_tip, &little_base, 0, 0.5},
                                   {"TP5", &outer, &little_tip, &little_base, 0.5, 1},
                                   {"DFL", &outer, &little_base, &outer_ball, 0, 0.45},
                                   {"B5", &outer, &little_base, &outer_ball, 0.45, 1},
                                   {"DML", &outer, &outer_ball, &ankle_front, 0, 0.42},
                                   {"LB", &outer, &outer_ball, &heel_front, 0.42, 0.74},
                                   {"AL", &outer, &outer_ball, &heel_front, 0.74, 1},
                                   {"HL", &outer, &heel_front, &heel_back, 0.4, 1},
                                   {"HB", &outer, &heel_back, &heel_tip, 0, 1},
                                   {"SA", &leg, &leg_top, &leg_shin, 0, 0.6},
                                   {"CF", &leg, &leg_top, &leg_shin, 0.6, 1},
                                   {"DA", &leg, &leg_shin, &leg_inner_end, 0, 0.36}};

/* A round part: a toe, a gap, an ankle, a nail, and what does not lie on the foot. */
typedef struct oval {
    const char *region; /* NULL: skin behind the others, or a nail */
    const char *kind;
    double x, y, wide, high; /* the middle, and half the sizes */
    double turned;           /* clockwise, in degrees */
    double reach;            /* half as wide as what is touched for it; 0: itself */
    bool round;              /* an ellipse rather than a toe, which has sides */
} oval;

#define TOE(region, x, y, wide, high, turned)                                                      \
    { region, "region", x, y, wide, high, turned, 0, false }
#define TOES(kind)                                                                                 \
    TOE(kind "1", 22, 25, 13.5, 21.5, 3), TOE(kind "2", 44, 29, 8.6, 20.5, 0),                     \
        TOE(kind "3", 60.5, 37, 7.8, 17.5, -3), TOE(kind "4", 75, 46, 7.4, 15.5, -7),              \
        TOE(kind "5", 88.5, 57.5, 7, 13, -14)
#define GAPS                                                                                       \
    {"W1", "region", 35, 46, 3, 10, 3, 5.4, true},                                                 \
        {"W2", "region", 52.6, 50, 2.8, 9, -3, 5.4, true},                                         \
        {"W3", "region", 67.8, 56, 2.7, 8.5, -8, 5.4, true}, {                                     \
        "W4", "region", 81.4, 63.5, 2.6, 8, -14, 5.4, true                                         \
    }
#define NAIL(x, y, wide, high, turned)                                                             \
    { NULL, "nail", x, y, wide, high, turned, 0, false }

static const oval top_ovals[] = {TOES("TD"),
                                 NAIL(22.4, 13, 7.5, 6.5, 3),
                                 NAIL(44, 15.5, 4.6, 4.4, 0),
                                 NAIL(59.8, 25.5, 4.1, 3.9, -3),
                                 NAIL(73.4, 36, 3.8, 3.5, -7),
                                 NAIL(85.8, 49.5, 3.3, 3, -14),
                                 GAPS,
                                 {"KM", "region", 25, 192, 9, 14, 0, 0, true},
                                 {"KL", "region", 81, 196, 9, 14, 0, 0, true}};
static const oval sole_ovals[] = {TOES("TP"),
                                  GAPS,
                                  {"CF", "region", 60, 254, 22, 11, 0, 0, true},
                                  {"SD", "region", 16, 254, 12, 11, 0, 0, true}};
static const oval inner_ovals[] = {NAIL(15, 143.5, 7, 2.6, -22),
                                   {"KM", "region", 183, 101, 17, 16, 0, 0, true}};
static const oval outer_behind[] = {{NULL, "skin", 29, 154, 24, 15, 0, 0, false}};
static const oval outer_ovals[] = {NAIL(33, 145.5, 5, 2, -22),
                                   {"KL", "region", 184, 106, 16, 17, 0, 0, true}};

/* ---- polygons ---- */

static void add_corner(ff_polygon *p, double x, double y) {
    if (p->count < FF_FOOT_CORNERS) {
        p->x[p->count] = x;
        p->y[p->count++] = y;
    }
}

static void add_place(ff_polygon *p, const part *of, double across, double along) {
    double first = value_at(&of->borders, along, false);
    double second = value_at(&of->borders, along, true);
    double place = first + across * (second - first);
    add_corner(p, of->lies ? along : place, of->lies ? place : along);
}

enum { STEPS = 11, EDGE_STEPS = 8, SKIN_STEPS = 28, HEEL_STEPS = 10 }; /* along a side of a band, and across it */

/* More of them near the ends, where a foot is round. */
static double step_at(double from, double to, int i, int steps) {
    return from + (to - from) * (1 - cos(acos(-1) * i / steps)) / 2;
}

static void add_along(ff_polygon *p, const part *of, double across, double from, double to) {
    for (int i = 0; i <= SKIN_STEPS; i++) {
        add_place(p, of, across, step_at(from, to, i, SKIN_STEPS));
    }
}

/* Foot and leg from the side, in one line from the front of the leg round to its back. */
static void side_skin(const band *b, ff_polygon *p) {
    const double tip = b->begin->knots[0].first, heel = b->end->knots[0].first;
    const double front = 146, back = 212;
    p->count = 0;
    p->open = true;
    for (int y = 0; y <= 76; y += 19) {
        add_place(p, &leg, 0, y);
    }
    add_along(p, b->part, 0, front, tip);
    add_along(p, b->part, 1, tip, heel);
    for (int i = 0; i <= HEEL_STEPS; i++) {
        add_place(p, b->part, 0, heel + (back - heel) * i / HEEL_STEPS);
    }
    for (int y = 95; y >= 0; y -= 19) {
        add_place(p, &leg, 1, y);
    }
}

/* What lies behind the foot and looks out in front of it. */
static void leave_hidden(const part *front, ff_polygon *p) {
    size_t kept = 0;
    const knot *tip = front->borders.knots;
    for (size_t i = 0; i < p->count; i++) {
        double x = p->x[i], y = p->y[i];
        if (x < tip->at || y < value_at(&front->borders, x, false) ||
            y > value_at(&front->borders, x, true)) {
            p->x[kept] = x;
            p->y[kept++] = y;
        }
    }
    p->count = kept;
    p->open = true;
}

static void band_polygon(const band *b, ff_polygon *p) {
    double tops[2], ends[2];
    const double across[] = {b->from, b->to};
    const bool is_skin = b->region == NULL;
    const int steps = is_skin ? SKIN_STEPS : STEPS;
    const int edge_steps = is_skin ? 2 * EDGE_STEPS : EDGE_STEPS;
    p->count = 0;
    p->open = false;
    for (int side = 0; side < 2; side++) {
        tops[side] = value_at(b->begin, across[side], false);
        ends[side] = value_at(b->end, across[side], false);
    }
    for (int i = 0; i <= steps; i++) {
        add_place(p, b->part, across[0], step_at(tops[0], ends[0], i, steps));
    }
    for (int i = 1; i < edge_steps; i++) {
        double at = step_at(across[0], across[1], i, edge_steps);
        add_place(p, b->part, at, value_at(b->end, at, false));
    }
    for (int i = steps; i >= 0; i--) {
        add_place(p, b->part, across[1], step_at(tops[1], ends[1], i, steps));
    }
    for (int i = edge_steps - 1; i > 0; i--) {
        double at = step_at(across[0], across[1], i, edge_steps);
        add_place(p, b->part, at, value_at(b->begin, at, false));
    }
}

static void oval_polygon(const oval *o, double wide, ff_polygon *p) {
    enum { POINTS = 32 };
    const double pi = acos(-1), share = o->round ? 1 : 0.82, turn = o->turned * pi / 180;
    p->count = 0;
    p->open = false;
    for (int i = 0; i < POINTS; i++) {
        double angle = 2 * pi * i / POINTS;
        double x = wide * copysign(pow(fabs(cos(angle)), share), cos(angle));
        double y = o->high * copysign(pow(fabs(sin(angle)), share), sin(angle));
        add_corner(p, o->x + x * cos(turn) - y * sin(turn), o->y + x * sin(turn) + y * cos(turn));
    }
}

/* ---- views ---- */

typedef struct seen {
    const char *name, *words;
    double wide, high;
    const oval *behind;
    size_t behind_count;
    const band *bands;
    size_t band_count;
    const oval *ovals;
    size_t oval_count;
    bool toes_right; /* the tables have the toes at the left */
} seen;

static const seen views[FF_FOOT_VIEWS] = {
    [FF_FOOT_TOP] = {"top", "top", 100, 264, NULL, 0, top_bands, COUNT(top_bands), top_ovals,
                     COUNT(top_ovals), false},
    [FF_FOOT_SOLE] = {"sole", "sole, as a print", 100, 268, NULL, 0, sole_bands, COUNT(sole_bands),
                      sole_ovals, COUNT(sole_ovals), false},
    [FF_FOOT_INNER] = {"inner", "inner side", 236, 172, NULL, 0, inner_bands, COUNT(inner_bands),
                       inner_ovals, COUNT(inner_ovals), false},
    [FF_FOOT_OUTER] = {"outer", "outer side", 236, 172, outer_behind, COUNT(outer_behind),
                       outer_bands, COUNT(outer_bands), outer_ovals, COUNT(outer_ovals), true}};

const char *ff_foot_view_name(ff_foot_view view) {
    return views[view].name;
}

const char *ff_foot_view_words(ff_foot_view view) {
    return views[view].words;
}

void ff_foot_view_size(ff_foot_view view, double *wide, double *high) {
    *wide = views[view].wide;
    *high = views[view].high;
}

static void put_oval(const oval *o, ff_foot_shape *shape) {
    shape->region = o->region;
    shape->kind = o->kind;
    oval_polygon(o, o->wide, &shape->outline);
    if (o->reach > 0) {
        oval_polygon(o, o->reach, &shape->reach);
    }
}

static void flip(ff_polygon *p, double wide) {
    for (size_t i = 0; i < p->count; i++) {
        p->x[i] = wide - p->x[i];
    }
}

bool ff_foot_shape_at(ff_foot_view view, size_t i, ff_foot_shape *shape) {
    const seen *v = &views[view];
    shape->reach.count = 0;
    if (i < v->behind_count) {
        put_oval(&v->behind[i], shape);
        leave_hidden(v->bands[0].part, &shape->outline);
    } else if ((i -= v->behind_count) < v->band_count) {
        shape->region = v->bands[i].region;
        shape->kind = shape->region != NULL ? "region" : "skin";
        if (shape->region == NULL && v->bands[i].part->lies) {
            side_skin(&v->bands[i], &shape->outline);
        } else {
            band_polygon(&v->bands[i], &shape->outline);
        }
    } else if ((i -= v->band_count) < v->oval_count) {
        put_oval(&v->ovals[i], shape);
    } else {
        return false;
    }
    if (v->toes_right) {
        flip(&shape->outline, v->wide);
        flip(&shape->reach, v->wide);
    }
    return true;
}

bool ff_foot_view_has(ff_foot_view view, const char *region) {
    const seen *v = &views[view];
    for (size_t i = 0; i < v->band_count; i++) {
        if (v->bands[i].region != NULL && strcmp(v->bands[i].region, region) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < v->oval_count; i++) {
        if (v->ovals[i].region != NULL && strcmp(v->ovals[i].region, region) == 0) {
            return true;
        }
    }
    return false;
}
