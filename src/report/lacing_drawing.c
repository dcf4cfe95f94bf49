#include "report/lacing_drawing.h"

#include "base/number.h"
#include "report/chart.h"
#include "report/lacing_words.h"
#include "report/svg.h"

#include <math.h>
#include <stdio.h>

/* The shoe, in units of the drawing. Rows stand even where those of a real shoe do not. */
#define LEFT_X    74.0
#define RIGHT_X   (FF_SVG_WIDTH - LEFT_X)
#define EYELET_X  36.0 /* from the middle of the shoe */
#define FLAP_X    28.0 /* where the side ends and the tongue shows */
#define NUMBER_X  52.0
#define SIDE_X    70.0
#define TOE_HIGH  52.0
#define HEEL_HIGH 56.0
#define EYELET    4.5
#define LACE      7.0
#define GAP       2.5 /* left free beside lace that lies on top */
#define ROW_MOST  36.0
#define ROW_LOOP  46.0  /* where loops hang between rows */
#define ROWS_HIGH 340.0 /* of many rows: they stand closer */
#define KNOT_DOWN 17.0
#define HATCH     7.0 /* between strokes */

/* The field between the shoes. */
#define ROW_X    (LEFT_X + SIDE_X + 16)
#define BAR_X    (ROW_X + 12)
#define BAR_MOST 60.0
#define BAR      8.0

#define LINE_HEIGHT (FF_SVG_FONT + 4)
#define MOST_CUTS   (2 * FF_LACING_MOST_STEPS) /* a strand may lie below all others */

typedef struct {
    const ff_lacing_sheet *sheet;
    ff_svg *svg;
    double row_high, top; /* y of row 1 */
    double middle;        /* x of the shoe at hand */
    double hand;          /* 1: right shoe, -1: left shoe */
} drawing;

static double y_of(const drawing *d, double s_mm) {
    return d->top + s_mm / d->sheet->shoe.pitch_mm * d->row_high;
}

static double y_of_row(const drawing *d, int row) {
    return d->top + (row - 1) * d->row_high;
}

static double bottom_of(const drawing *d) {
    return y_of_row(d, d->sheet->shoe.pairs);
}

/* x of a shoe's own (right of the middle of the right shoe) on the drawing. */
static double x_of(const drawing *d, double x) {
    return d->middle + d->hand * x;
}

/* ---- the shoe ---- */

/* Half of it from the tip of the toes down: how wide at which share of the height above row 1. */
static void draw_toe(const drawing *d) {
    enum { STEPS = 24 };
    for (int i = 0; i <= STEPS; i++) {
        double turn = acos(-1) * i / STEPS, across = -cos(turn), up = sin(turn);
        /* The tip lies on the side of the big toe, which is the inner one: the left of a right
         * shoe. */
        double lean = 1 - 0.12 * across;
        ff_svg_path_to(d->svg, x_of(d, SIDE_X * across),
                       d->top - TOE_HIGH * 0.25 - TOE_HIGH * 0.75 * pow(up, 0.8) * lean);
    }
}

static void draw_outline(const drawing *d) {
    static const ff_svg_look look = {.name = "shoe", .line = 1.5, .line_opacity = 0.6};
    double heel = bottom_of(d) + HEEL_HIGH;
    ff_svg_path(d->svg, &look);
    ff_svg_path_to(d->svg, x_of(d, -SIDE_X + 3), heel);
    draw_toe(d);
    ff_svg_path_to(d->svg, x_of(d, SIDE_X - 3), heel);
    ff_svg_end_path(d->svg);
}

static void draw_throat(const drawing *d) {
    static const ff_svg_look edge = {.name = "side", .line = 1, .line_opacity = 0.5};
    static const ff_svg_look tongue = {.name = "tongue", .fill_opacity = 0.06};
    double heel = bottom_of(d) + HEEL_HIGH - 12;
    const ff_svg_box box = {x_of(d, 0) - FLAP_X, d->top - 10, 2 * FLAP_X, heel - d->top + 10};
    ff_svg_rect(d->svg, &box, &tongue);
    ff_svg_path(d->svg, &edge);
    ff_svg_path_to(d->svg, x_of(d, -FLAP_X), heel);
    ff_svg_path_to(d->svg, x_of(d, -FLAP_X), d->top - 10);
    ff_svg_path_to(d->svg, x_of(d, FLAP_X), d->top - 10);
    ff_svg_path_to(d->svg, x_of(d, FLAP_X), heel);
    ff_svg_end_path(d->svg);
}

static void draw_eyelets(const drawing *d) {
    static const ff_svg_look used = {.name = "eyelet", .line = 1.5};
    static const ff_svg_look free_one = {
        .name = "eyelet-free", .line = 1.2, .line_opacity = 0.5, .dash = "2 2"};
    for (int row = 1; row <= d->sheet->shoe.pairs; row++) {
        for (int side = 0; side < 2; side++) {
            bool visited = false;
            for (size_t i = 0; i < d->sheet->lacing.count; i++) {
                const ff_lacing_visit *v = &d->sheet->lacing.visits[i];
                visited |= v->row == row && v->right == (side == 1) && !v->loop;
            }
            const double at[2] = {x_of(d, side == 1 ? EYELET_X : -EYELET_X), y_of_row(d, row)};
            ff_svg_circle(d->svg, at, EYELET, visited ? &used : &free_one);
        }
    }
}

/* ---- sore places and pads ---- */

/* Strokes across a box, from its lower left to its upper right. */
static void hatch(const drawing *d, const ff_svg_box *box) {
    static const ff_svg_look strokes = {.name = "sore", .line = 1, .line_opacity = 0.55};
    static const ff_svg_look edge = {.name = "sore", .line = 1.2, .dash = "3 3"};
    ff_svg_path(d->svg, &strokes);
    int strokes_held = (int)((box->width + box->height) / HATCH);
    for (int i = 0; i < strokes_held; i++) {
        double at = HATCH * (i + 0.7);
        double left = fmax(0, at - box->height), right = fmin(at, box->width);
        ff_svg_path_to(d->svg, box->x + left, box->y + fmin(at, box->height));
        ff_svg_path_to(d->svg, box->x + right, box->y + at - right);
        ff_svg_path_lift(d->svg);
    }
    ff_svg_end_path(d->svg);
    ff_svg_rect(d->svg, box, &edge);
}

static void draw_sore(const drawing *d) {
    const ff_lacing_choice *choice = d->sheet->choice;
    for (size_t i = 0; choice != NULL && i < choice->wish.spot_count; i++) {
        const ff_lacing_spot *spot = &choice->wish.spots[i];
        double y = y_of(d, spot->from_mm);
        const ff_svg_box box = {x_of(d, 0) - FLAP_X + 3, y, 2 * FLAP_X - 6,
                                y_of(d, spot->to_mm) - y};
        hatch(d, &box);
    }
}

/* A strip at either side of the sore line. */
static void draw_pads(const drawing *d) {
    static const ff_svg_look look = {.name = "pad", .line = 1.5, .fill_opacity = 0.22};
    for (size_t i = 0; i < d->sheet->pad_count; i++) {
        double y = y_of(d, d->sheet->pads[i].from_mm), to = y_of(d, d->sheet->pads[i].to_mm);
        for (int side = -1; side <= 1; side += 2) {
            const ff_svg_box box = {x_of(d, 0) + (side < 0 ? -19 : 8), y, 11, to - y};
            ff_svg_rect(d->svg, &box, &look);
        }
    }
}

/* ---- lace ---- */

typedef struct {
    double from[2], to[2];
    bool dotted;
} strand;

static void place_visit(const drawing *d, int i, double at[2]) {
    const ff_lacing_visit *v = &d->sheet->lacing.visits[i];
    at[0] = x_of(d, v->right ? EYELET_X : -EYELET_X);
    at[1] = y_of_row(d, v->row) - (v->loop ? d->row_high / 2 : 0);
}

static void place_knot(const drawing *d, const ff_lacing_step *tie, double at[2]) {
    const ff_lacing_visit *v = d->sheet->lacing.visits;
    int row = v[tie->from].row > v[tie->to].row ? v[tie->from].row : v[tie->to].row;
    at[0] = d->middle;
    at[1] = y_of_row(d, row) + KNOT_DOWN;
}

/* A piece of lace as wide as it is: filled, or outlined with a line along its middle. */
static void draw_piece(const drawing *d, const strand *s, double from, double to) {
    static const ff_svg_look solid = {.name = "lace-solid", .fill_opacity = 0.9};
    static const ff_svg_look dotted = {.name = "lace-dotted", .line = 1.3};
    static const ff_svg_look seam = {.name = "lace-dotted", .line = 0.9, .dash = "1 4"};
    double dx = s->to[0] - s->from[0], dy = s->to[1] - s->from[1], length = hypot(dx, dy);
    double ux = dx / length, uy = dy / length, half = LACE / 2;
    double a[2] = {s->from[0] + ux * from, s->from[1] + uy * from};
    double b[2] = {s->from[0] + ux * to, s->from[1] + uy * to};
    if (to - from < 0.5) {
        return;
    }
    ff_svg_path(d->svg, s->dotted ? &dotted : &solid);
    ff_svg_path_to(d->svg, a[0] - uy * half, a[1] + ux * half);
    ff_svg_path_to(d->svg, b[0] - uy * half, b[1] + ux * half);
    ff_svg_path_to(d->svg, b[0] + uy * half, b[1] - ux * half);
    ff_svg_path_to(d->svg, a[0] + uy * half, a[1] - ux * half);
    ff_svg_path_close(d->svg);
    ff_svg_end_path(d->svg);
    if (s->dotted) {
        ff_svg_line(d->svg, a, b, &seam);
    }
}

/* Where b crosses a, as a length along a; NAN where it does not, or at an end of either. */
static double meets_at(const strand *a, const strand *b, double *sine) {
    double ax = a->to[0] - a->from[0], ay = a->to[1] - a->from[1];
    double bx = b->to[0] - b->from[0], by = b->to[1] - b->from[1];
    double cross = ax * by - ay * bx, la = hypot(ax, ay), lb = hypot(bx, by);
    *sine = fabs(cross) / (la * lb);
    if (*sine < 0.02) {
        return NAN;
    }
    double ox = b->from[0] - a->from[0], oy = b->from[1] - a->from[1];
    double t = (ox * by - oy * bx) / cross, u = (ox * ay - oy * ax) / cross;
    return t > 0.02 && t < 0.98 && u > 0.02 && u < 0.98 ? t * la : NAN;
}

typedef struct {
    double at, half;
} lace_cut;

/* Draws a strand with a gap wherever a later one, which lies on top, crosses it. */
static void draw_strand(const drawing *d, const strand *strands, size_t i, size_t count) {
    lace_cut cuts[MOST_CUTS];
    size_t held = 0;
    for (size_t k = i + 1; k < count; k++) {
        double sine, at = meets_at(&strands[i], &strands[k], &sine);
        if (!isnan(at)) {
            size_t place = held++;
            for (; place > 0 && cuts[place - 1].at > at; place--) {
                cuts[place] = cuts[place - 1];
            }
            cuts[place] = (lace_cut){at, (LACE / 2 + GAP) / fmax(sine, 0.3)};
        }
    }
    double from = 0, length = hypot(strands[i].to[0] - strands[i].from[0],
                                    strands[i].to[1] - strands[i].from[1]);
    for (size_t k = 0; k < held; k++) {
        draw_piece(d, &strands[i], from, cuts[k].at - cuts[k].half);
        from = fmax(from, cuts[k].at + cuts[k].half);
    }
    draw_piece(d, &strands[i], from, length);
}

/* All that is laced, in the order of the steps; the first stretch is half of it solid, half dotted.
 */
static size_t gather_strands(const drawing *d, strand *strands) {
    size_t count = 0;
    for (size_t i = 0; i < d->sheet->step_count; i++) {
        const ff_lacing_step *step = &d->sheet->steps[i];
        double from[2], to[2];
        place_visit(d, step->from, from);
        place_visit(d, step->to, to);
        if (step->move == FF_MOVE_START) {
            double half[2] = {(from[0] + to[0]) / 2, (from[1] + to[1]) / 2};
            strands[count++] = (strand){{from[0], from[1]}, {half[0], half[1]}, false};
            strands[count++] = (strand){{half[0], half[1]}, {to[0], to[1]}, true};
        } else if (step->move == FF_MOVE_TIE) {
            double knot[2];
            place_knot(d, step, knot);
            strands[count++] = (strand){{from[0], from[1]}, {knot[0], knot[1]}, false};
            strands[count++] = (strand){{to[0], to[1]}, {knot[0], knot[1]}, true};
        } else {
            strands[count++] = (strand){{from[0], from[1]}, {to[0], to[1]}, step->end == 1};
        }
    }
    return count;
}

/* One side of a bow, and the tip that hangs from it. */
static void draw_bow_half(const drawing *d, const double knot[2], int side, bool dotted) {
    static const ff_svg_look solid = {.name = "lace-solid", .line = 3.5};
    static const ff_svg_look thin = {.name = "lace-dotted", .line = 1.2};
    enum { STEPS = 16 };
    for (int line = dotted ? -1 : 0; line <= (dotted ? 1 : 0); line += 2) {
        double more = 1.6 * line;
        ff_svg_path(d->svg, dotted ? &thin : &solid);
        for (int i = 0; i <= STEPS; i++) {
            double turn = 2 * acos(-1) * i / STEPS, r = 8 + more;
            ff_svg_path_to(d->svg, knot[0] + side * (9 - r * cos(turn) * 1.1),
                           knot[1] - 2 - (4.5 + more) * sin(turn));
        }
        ff_svg_path_lift(d->svg);
        ff_svg_path_to(d->svg, knot[0] + side * (2 + more), knot[1] + 3);
        ff_svg_path_to(d->svg, knot[0] + side * (9 + more), knot[1] + 13);
        ff_svg_end_path(d->svg);
        if (!dotted) {
            return;
        }
    }
}

static void draw_knots(const drawing *d) {
    static const ff_svg_look look = {.name = "knot", .line = 1, .fill_opacity = 1};
    for (size_t i = 0; i < d->sheet->step_count; i++) {
        const ff_lacing_step *step = &d->sheet->steps[i];
        if (step->move != FF_MOVE_TIE) {
            continue;
        }
        double knot[2];
        place_knot(d, step, knot);
        int side = d->sheet->lacing.visits[step->from].right ? 1 : -1;
        side = d->hand < 0 ? -side : side;
        draw_bow_half(d, knot, side, false);
        draw_bow_half(d, knot, -side, true);
        ff_svg_circle(d->svg, knot, 3, &look);
    }
}

static void draw_loops(const drawing *d) {
    static const ff_svg_look look = {.name = "loop", .line = 1.5};
    for (size_t i = 0; i < d->sheet->lacing.count; i++) {
        if (d->sheet->lacing.visits[i].loop) {
            double at[2];
            place_visit(d, (int)i, at);
            ff_svg_circle(d->svg, at, LACE - 1, &look);
        }
    }
}

/* ---- numbers ---- */

static void write_number(const drawing *d, double x, double y, size_t number) {
    char text[24];
    snprintf(text, sizeof text, "%zu", number);
    const ff_svg_letters at = {x, y + FF_SVG_FONT / 3, FF_SVG_MIDDLE, true};
    ff_svg_text(d->svg, &at, text);
}

/* Beside the eyelet into which the step leads. */
static void number_visit(const drawing *d, int visit, size_t number) {
    double at[2];
    const ff_lacing_visit *v = &d->sheet->lacing.visits[visit];
    place_visit(d, visit, at);
    double out = NUMBER_X + (v->loop ? 5 : 0); /* beside the ring */
    write_number(d, x_of(d, v->right ? out : -out), at[1], number);
}

/* Whether lace runs through the row above the knot's. */
static bool row_follows(const drawing *d, const ff_lacing_step *tie) {
    const ff_lacing *lacing = &d->sheet->lacing;
    int row = lacing->visits[tie->from].row, other = lacing->visits[tie->to].row;
    for (size_t i = 0; i < lacing->count; i++) {
        if (lacing->visits[i].row == (row > other ? row : other) + 1) {
            return true;
        }
    }
    return false;
}

static void number_steps(const drawing *d) {
    for (size_t i = 0; i < d->sheet->step_count; i++) {
        const ff_lacing_step *step = &d->sheet->steps[i];
        if (step->move == FF_MOVE_TIE) {
            double knot[2];
            place_knot(d, step, knot);
            bool follows = row_follows(d, step);
            /* below the bow, or beside it where another row follows */
            write_number(d, knot[0] + (follows ? NUMBER_X : 0), knot[1] + (follows ? -2 : 24),
                         i + 1);
            continue;
        }
        if (step->move == FF_MOVE_START) {
            number_visit(d, step->from, i + 1);
        }
        number_visit(d, step->to, i + 1);
    }
}

static void draw_shoe(drawing *d, double middle, double hand, const char *name) {
    strand strands[2 * FF_LACING_MOST_STEPS];
    d->middle = middle;
    d->hand = hand;
    ff_svg_group(d->svg, hand > 0 ? "shoe-right" : "shoe-left");
    const ff_svg_letters at = {middle, d->top - TOE_HIGH - 14, FF_SVG_MIDDLE, false};
    ff_svg_text(d->svg, &at, name);
    draw_outline(d);
    draw_throat(d);
    draw_pads(d);
    draw_sore(d);
    draw_eyelets(d);
    size_t count = gather_strands(d, strands);
    for (size_t i = 0; i < count; i++) {
        draw_strand(d, strands, i, count);
    }
    draw_loops(d);
    draw_knots(d);
    number_steps(d);
    ff_svg_end_group(d->svg);
}

/* ---- pressure between the shoes ---- */

static double most_pressure(const ff_lacing_sheet *sheet) {
    double most = 0;
    for (size_t i = 0; i < sheet->forces.crossing_count; i++) {
        most = fmax(most, fmax(sheet->presses[i].at_hold, sheet->presses[i].at_pull));
    }
    for (size_t i = 0; i < sheet->crisscross.crossing_count; i++) {
        most = fmax(most, sheet->usual[i].at_hold);
    }
    return most;
}

static void write_rows(const drawing *d) {
    for (int row = 1; row <= d->sheet->shoe.pairs; row++) {
        char text[16];
        snprintf(text, sizeof text, "%d", row);
        const ff_svg_letters at = {ROW_X, y_of_row(d, row) + FF_SVG_FONT / 3, FF_SVG_MIDDLE, false};
        ff_svg_text(d->svg, &at, text);
    }
}

/* The end of the longest that is drawn within a bar's height of y. */
static double bars_end(const drawing *d, double y, double scale) {
    const ff_lacing_sheet *sheet = d->sheet;
    double most = 0;
    for (size_t i = 0; i < sheet->forces.crossing_count; i++) {
        const ff_lacing_press *p = &sheet->presses[i];
        most = fabs(y_of(d, p->s_mm) - y) < BAR ? fmax(most, fmax(p->at_hold, p->at_pull)) : most;
    }
    for (size_t i = 0; i < sheet->crisscross.crossing_count; i++) {
        const ff_lacing_press *p = &sheet->usual[i];
        most = fabs(y_of(d, p->s_mm) - y) < BAR + 2 ? fmax(most, p->at_hold) : most;
    }
    return BAR_X + most * scale;
}

static void draw_own_bars(const drawing *d, double scale) {
    static const ff_svg_look own = {.name = "pressure", .fill_opacity = 0.75};
    static const ff_svg_look pull = {.name = "equal-pull", .line = 2};
    double last = -FF_SVG_WIDTH; /* y of the number before, which the next must not meet */
    for (size_t i = 0; i < d->sheet->forces.crossing_count; i++) {
        const ff_lacing_press *p = &d->sheet->presses[i];
        double y = y_of(d, p->s_mm), x = BAR_X + p->at_pull * scale;
        const ff_svg_box box = {BAR_X, y - BAR / 2, p->at_hold * scale, BAR};
        last = fmax(y + FF_SVG_FONT / 3, last + FF_SVG_FONT - 1);
        const ff_svg_letters at = {bars_end(d, y, scale) + 4, last, FF_SVG_START, false};
        ff_svg_rect(d->svg, &box, &own);
        ff_svg_line(d->svg, (double[]){x, y - BAR / 2 - 2}, (double[]){x, y + BAR / 2 + 2}, &pull);
        ff_svg_text(d->svg, &at, FF_FIXED(p->at_hold, 1));
    }
}

static void draw_bars(const drawing *d) {
    static const ff_svg_look usual = {.name = "crisscross", .line = 1.2, .dash = "2 2"};
    static const ff_svg_look axis = {.name = "axis", .line = 1, .line_opacity = 0.5};
    double scale = BAR_MOST / most_pressure(d->sheet);
    ff_svg_line(d->svg, (double[]){BAR_X, d->top - 8}, (double[]){BAR_X, bottom_of(d) + 8}, &axis);
    draw_own_bars(d, scale);
    for (size_t i = 0; i < d->sheet->crisscross.crossing_count; i++) {
        const ff_lacing_press *p = &d->sheet->usual[i];
        const ff_svg_box box = {BAR_X, y_of(d, p->s_mm) - BAR / 2 - 2, p->at_hold * scale, BAR + 4};
        ff_svg_rect(d->svg, &box, &usual);
    }
}

static void draw_pressure(const drawing *d) {
    ff_svg_group(d->svg, "pressures");
    const ff_svg_letters row = {ROW_X, d->top - 22, FF_SVG_MIDDLE, false};
    const ff_svg_letters head = {BAR_X + 16, d->top - 22, FF_SVG_START, false};
    ff_svg_text(d->svg, &row, "row");
    ff_svg_text(d->svg, &head, "presses");
    write_rows(d);
    draw_bars(d);
    ff_svg_end_group(d->svg);
}

/* ---- the key ---- */

static double draw_key_lace(const drawing *d, double y) {
    strand solid = {{4, y - 5}, {44, y - 5}, false}, dotted = {{222, y - 5}, {262, y - 5}, true};
    const ff_svg_letters first = {.x = 52, .y = y}, second = {.x = 270, .y = y};
    draw_piece(d, &solid, 0, 40);
    draw_piece(d, &dotted, 0, 40);
    ff_svg_text(d->svg, &first, "solid end of the lace");
    ff_svg_text(d->svg, &second, "dotted end");
    return y + LINE_HEIGHT + 2;
}

static const char steps_key[] =
    "bold numbers: the order of the steps, from 1; where lace crosses, the one below is broken off";
static const char sore_key[] =
    "hatched: the sore place; grey strips: pad under the tongue, split so "
    "that the sore line is free";
static const char pressure_key[] =
    "bar and number: pressure when it holds as firmly as criss-cross, 1 being the mean of "
    "criss-cross; upright stroke: when pulled as hard; dashed: criss-cross. Computed; relative, "
    "not "
    "in kPa";

static bool has_sore(const ff_lacing_sheet *sheet) {
    return sheet->choice != NULL && sheet->choice->wish.spot_count > 0;
}

static void draw_key(const drawing *d, double y) {
    y = draw_key_lace(d, y);
    y = ff_chart_words(d->svg, 0, y, steps_key);
    if (has_sore(d->sheet)) {
        y = ff_chart_words(d->svg, 0, y, sore_key);
    }
    ff_chart_words(d->svg, 0, y, pressure_key);
}

/* ---- the whole ---- */

static bool has_loop(const ff_lacing_sheet *sheet) {
    bool found = false;
    for (size_t i = 0; i < sheet->lacing.count; i++) {
        found |= sheet->lacing.visits[i].loop;
    }
    return found;
}

void ff_lacing_drawing(const ff_lacing_sheet *sheet, const char *title, const char *notice,
                       ff_text *out) {
    ff_text desc;
    ff_svg svg;
    ff_text_init(&desc, out->allocator);
    if (notice != NULL) {
        ff_text_addf(&desc, "%s ", notice);
    }
    ff_lacing_describe(sheet, &desc);
    drawing d = {.sheet = sheet, .svg = &svg};
    double gaps = sheet->shoe.pairs - 1;
    d.row_high = has_loop(sheet) ? ROW_LOOP : fmin(ROW_MOST, ROWS_HIGH / gaps);
    double title_high = ff_chart_words_high(title) + ff_chart_words_high(notice);
    d.top = title_high + TOE_HIGH + 40;
    double below = bottom_of(&d) + HEEL_HIGH + 24;
    double key = LINE_HEIGHT + ff_chart_words_high(steps_key) + ff_chart_words_high(pressure_key) +
                 (has_sore(sheet) ? ff_chart_words_high(sore_key) : 0);
    const ff_svg_head head = {.width = FF_SVG_WIDTH,
                              .height = below + key,
                              .id = "lacing",
                              .title = title,
                              .desc = desc.data};
    ff_svg_begin(&svg, &head, out);
    double y = FF_SVG_FONT + 2;
    if (notice != NULL) {
        y = ff_chart_words(&svg, 0, y, notice);
    }
    ff_chart_words(&svg, 0, y, title);
    draw_pressure(&d);
    draw_shoe(&d, LEFT_X, -1, "left shoe");
    draw_shoe(&d, RIGHT_X, 1, "right shoe");
    draw_key(&d, below);
    ff_svg_end(&svg);
    out->failed |= desc.failed;
    ff_text_free(&desc);
}
