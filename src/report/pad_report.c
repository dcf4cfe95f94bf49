#include "report/pad_report.h"

#include "base/number.h"
#include "report/figure.h"
#include "report/svg.h"
#include "report/words.h"

#include <math.h>
#include <string.h>

/* ---- words ---- */

static void paragraph(ff_text *out, const char *label, const char *words) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    ff_text_addf(&line, "%s: %s", label, words);
    ff_text_wrap(out, "  ", line.data, FF_TEXT_WIDTH);
    out->failed |= line.failed;
    ff_text_free(&line);
}

/* "3 and 4", "2" */
static void heads_text(unsigned sore, ff_text *line) {
    int left = 0;
    for (int i = 0; i < FF_PAD_HEADS; i++) {
        left += (sore >> i & 1u) != 0;
    }
    for (int i = 0, said = 0; i < FF_PAD_HEADS; i++) {
        if (sore >> i & 1) {
            ff_text_addf(line, "%s%d", said == 0 ? "" : said + 1 == left ? " and " : ", ", i + 1);
            said++;
        }
    }
}

static void foot_text(const ff_pad_place *p, ff_side side, ff_arena *arena, ff_text *out) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    ff_text_addf(&line, "%s foot, ", side == FF_LEFT ? "Left" : "Right");
    ff_text_addf(&line, "%s mm long, inner ball %s mm from the back of the heel",
                 FF_FIXED(p->length_mm, 0), FF_FIXED(p->ball_mm, 0));
    if (p->ball_error_mm > 0) {
        ff_text_addf(&line, " (from the length: in 9 of 10 feet within %s mm of that)",
                     FF_FIXED(p->ball_error_mm, 0));
    }
    ff_text_add(&line, ". Sore heads, counted from the big toe: ");
    heads_text(p->sore, &line);
    ff_text_addf(
        &line,
        ". The middle of the pad's front edge lies %s mm from the back of the heel, %s mm behind "
        "the line of the "
        "heads, and %s mm from the inner edge of the ball. The pad: about %s mm long, %s mm wide.",
        FF_FIXED(p->front_mm, 0), FF_FIXED(p->behind_mm, 0), FF_FIXED(p->middle_mm, 0),
        FF_FIXED(p->long_mm, 0), FF_FIXED(p->wide_mm, 0));
    ff_text_wrap(out, "", line.data, FF_TEXT_WIDTH);
    out->failed |= line.failed;
    ff_text_free(&line);
}

void ff_pad_text(const ff_pad_report *r, const char *program, ff_arena *arena, ff_text *out) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    ff_text_add(out, "Where a pad behind the ball of the foot goes (metatarsal pad)\n\n");
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        if (r->there[side]) {
            foot_text(&r->feet[side], (ff_side)side, arena, out);
        }
    }
    ff_text_wrap(out, "", r->from, FF_TEXT_WIDTH);
    ff_text_add_char(out, '\n');
    paragraph(out, "Not", r->rule->not_for);
    paragraph(out, "How", r->rule->how);
    paragraph(out, "Put it there", r->rule->steps);
    paragraph(out, "Check", r->rule->check);
    paragraph(out, "Stop", r->rule->stop);
    ff_text_addf(&line, "The front edge lies %s to %s mm behind the line (",
                 FF_FIXED(r->rule->behind_low_mm, 0), FF_FIXED(r->rule->behind_high_mm, 0));
    ff_words_sources(&line, &r->rule->behind_basis);
    ff_text_add(&line, "); where the heads lie on the foot is ");
    ff_words_sources(&line, &r->rule->heads_basis);
    ff_text_addf(&line, ". %s", r->rule->weak);
    paragraph(out, "Weak", line.data);
    ff_text_clear(&line);
    ff_words_trial_hint(&line, program, r->rule->remedy);
    ff_text_addf(
        &line,
        " A drawing at true size: '%s pad --svg --side left > pad.svg', with what you gave here.",
        program);
    ff_text_add_char(out, '\n');
    ff_text_wrap(out, "", line.data, FF_TEXT_WIDTH);
    out->failed |= line.failed;
    ff_text_free(&line);
}

/* ---- JSON ---- */

static void point_json(ff_json *json, const ff_pad_point *p) {
    ff_json_array(json);
    ff_json_result(json, p->along);
    ff_json_result(json, p->across);
    ff_json_end_array(json);
}

static void foot_json(const ff_pad_place *p, ff_side side, ff_json *json) {
    ff_json_object(json);
    ff_json_text_member(json, "side", ff_side_letter(side));
    ff_json_result_member(json, "length_mm", p->length_mm);
    ff_json_result_member(json, "ball_mm", p->ball_mm);
    ff_json_result_member(json, "ball_error_mm", p->ball_error_mm);
    ff_json_result_member(json, "width_mm", p->width_mm);
    ff_json_result_member(json, "width_error_mm", p->width_error_mm);
    ff_json_name(json, "sore_heads");
    ff_json_array(json);
    for (int i = 0; i < FF_PAD_HEADS; i++) {
        if (p->sore >> i & 1) {
            ff_json_int(json, i + 1);
        }
    }
    ff_json_end_array(json);
    ff_json_name(json, "heads_mm");
    ff_json_array(json);
    for (int i = 0; i < FF_PAD_HEADS; i++) {
        point_json(json, &p->heads[i]);
    }
    ff_json_end_array(json);
    ff_json_result_member(json, "front_mm", p->front_mm);
    ff_json_result_member(json, "behind_mm", p->behind_mm);
    ff_json_result_member(json, "middle_mm", p->middle_mm);
    ff_json_result_member(json, "pad_length_mm", p->long_mm);
    ff_json_result_member(json, "pad_width_mm", p->wide_mm);
    ff_json_end_object(json);
}

void ff_pad_members(const ff_pad_report *r, ff_json *json) {
    ff_json_text_member(json, "remedy", r->rule->remedy->id);
    ff_json_name(json, "feet");
    ff_json_array(json);
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        if (r->there[side]) {
            foot_json(&r->feet[side], (ff_side)side, json);
        }
    }
    ff_json_end_array(json);
    ff_json_text_member(json, "from", r->from);
    ff_json_text_member(json, "not_for", r->rule->not_for);
    ff_json_text_member(json, "how", r->rule->how);
    ff_json_text_member(json, "steps", r->rule->steps);
    ff_json_text_member(json, "check", r->rule->check);
    ff_json_text_member(json, "stop", r->rule->stop);
    ff_json_text_member(json, "weak", r->rule->weak);
    ff_json_name(json, "behind_basis");
    ff_json_object(json);
    ff_words_basis_json(json, &r->rule->behind_basis, r->rule->behind_basis.evidence_class);
    ff_json_end_object(json);
}

/* ---- the drawing ---- */

/* Units of the drawing in a mm: letters are 3.5 mm high on paper. The heel is cut off, so that the
 * largest foot fits a sheet of A4, and one of 310 mm a sheet of letter paper. The words stand above
 * and below the foot, not beside it: a drawing hardly wider than a foot can still be read when a
 * telephone shows it smaller. */
#define PER_MM  4.0
#define MARGIN  8.0   /* mm */
#define WORDS   104.0 /* mm: as wide as lines of words may be */
#define CUT     0.42  /* of the length, from the heel */
#define LINE_MM 4.6
#define BAR_MM  100.0
#define HEAD_R  6.0

typedef struct {
    ff_svg *svg;
    const ff_pad_place *p;
    ff_arena *arena;
    bool mirrored;  /* of the right foot the inner side lies at the left */
    double foot_mm; /* where the toes begin, from the sheet's top */
    double y_mm;    /* where the next line of words stands */
} sheet;

static double sheet_x(const sheet *s, double across) {
    double x = s->mirrored ? across : s->p->width_mm - across;
    return (MARGIN + x) * PER_MM;
}

static double sheet_y(const sheet *s, double along) {
    return (s->foot_mm + s->p->length_mm - along) * PER_MM;
}

static void outline_to(const sheet *s, double along, double across) {
    ff_svg_path_to(s->svg, sheet_x(s, across), sheet_y(s, along));
}

/* The skin's outline from the cut over the toes and back: rough, for finding one's way. */
static void draw_skin(const sheet *s) {
    static const ff_svg_look look = {.name = "foot", .line = 2};
    static const double rim[][2] = {
        /* along of the length, across of the width */
        {0.42, 0.30}, {0.50, 0.22}, {0.60, 0.12},  {0.68, 0.03}, {0.74, 0.00},  {0.80, 0.03},
        {0.86, 0.08}, {0.92, 0.09}, {0.97, 0.13},  {1.00, 0.22}, {0.985, 0.32}, {0.975, 0.40},
        {0.97, 0.50}, {0.95, 0.60}, {0.925, 0.70}, {0.89, 0.79}, {0.855, 0.87}, {0.81, 0.94},
        {0.74, 0.99}, {0.66, 1.00}, {0.58, 0.97},  {0.50, 0.92}, {0.42, 0.88}};
    enum { POINTS = sizeof rim / sizeof *rim };
    double xy[2 * POINTS];
    for (size_t i = 0; i < POINTS; i++) {
        xy[2 * i] = sheet_x(s, rim[i][1] * s->p->width_mm);
        xy[2 * i + 1] = sheet_y(s, rim[i][0] * s->p->length_mm);
    }
    ff_smooth_draw(s->svg, xy, POINTS, false, &look);
}

static void draw_heads(const sheet *s) {
    static const ff_svg_look well = {.name = "head", .line = 1.5};
    static const ff_svg_look sore = {.name = "sore", .line = 1.5, .fill_opacity = 0.5};
    static const ff_svg_look line = {.name = "guide", .line = 1.5, .dash = "8 6"};
    ff_svg_path(s->svg, &line);
    for (int i = 0; i < FF_PAD_HEADS; i++) {
        outline_to(s, s->p->heads[i].along, s->p->heads[i].across);
    }
    ff_svg_end_path(s->svg);
    for (int i = 0; i < FF_PAD_HEADS; i++) {
        const double at[] = {sheet_x(s, s->p->heads[i].across), sheet_y(s, s->p->heads[i].along)};
        ff_svg_circle(s->svg, at, HEAD_R * PER_MM, s->p->sore >> i & 1 ? &sore : &well);
    }
}

static void draw_pad(const sheet *s) {
    static const ff_svg_look look = {.name = "pad", .line = 3, .fill_opacity = 0.15};
    double xy[2 * FF_PAD_OUTLINE];
    for (int i = 0; i < FF_PAD_OUTLINE; i++) {
        xy[2 * i] = sheet_x(s, s->p->outline[i].across);
        xy[2 * i + 1] = sheet_y(s, s->p->outline[i].along);
    }
    ff_smooth_draw(s->svg, xy, FF_PAD_OUTLINE, true, &look);
}

/* Lines of words as wide as the sheet, from y_mm on; before the drawing begins, when svg is NULL,
 * they only take their room. */
static void words(sheet *s, bool bold, const char *text) {
    ff_text lines;
    ff_text_init(&lines, s->arena->allocator);
    ff_text_wrap(&lines, "", text != NULL ? text : "",
                 (size_t)(WORDS * PER_MM / (bold ? FF_SVG_BOLD : FF_SVG_LETTER)));
    char *line = lines.failed ? NULL : lines.data;
    for (char *end; line != NULL && (end = strchr(line, '\n')) != NULL; line = end + 1) {
        *end = '\0';
        const ff_svg_letters at = {MARGIN * PER_MM, s->y_mm * PER_MM, FF_SVG_START, bold};
        if (s->svg != NULL) {
            ff_svg_text(s->svg, &at, line);
        }
        s->y_mm += LINE_MM;
    }
    ff_text_free(&lines);
}

static void draw_head_words(sheet *s, const char *title, const char *notice) {
    s->y_mm = LINE_MM + 1;
    words(s, true, title);
    words(s, false,
          "Cut it out and lay it on the insole, toes at the front. The heel is not drawn: measure "
          "from "
          "its back.");
    if (notice != NULL) {
        words(s, true, notice);
    }
    s->foot_mm = s->y_mm;
}

static void draw_bar(sheet *s) {
    static const ff_svg_look line = {.name = "scale", .line = 2};
    double y = s->y_mm * PER_MM, left = MARGIN * PER_MM, right = (MARGIN + BAR_MM) * PER_MM;
    ff_svg_line(s->svg, (double[]){left, y}, (double[]){right, y}, &line);
    for (int i = 0; i <= 10; i++) {
        double x = left + (right - left) * i / 10;
        ff_svg_line(s->svg, (double[]){x, y}, (double[]){x, y - (i % 5 == 0 ? 12 : 6)}, &line);
    }
}

/* The bar, and below it what the lines and areas are. */
static void draw_foot_words(sheet *s) {
    const ff_pad_place *p = s->p;
    s->y_mm = s->foot_mm + p->length_mm * (1 - CUT) + LINE_MM;
    if (s->svg != NULL) {
        draw_bar(s);
    }
    s->y_mm += LINE_MM;
    words(s, false, "This bar must measure 100 mm: print at 100 %, not \"fit to page\".");
    words(s, false, "Grey: sore heads. Dashed: the line of the heads.");
    words(s, false,
          ff_arena_printf(
              s->arena,
              "The pad is %s mm long, %s mm wide. Its front edge lies %s mm from the back of "
              "the heel, %s mm behind the line.",
              FF_FIXED(p->long_mm, 0), FF_FIXED(p->wide_mm, 0), FF_FIXED(p->front_mm, 0),
              FF_FIXED(p->behind_mm, 0)));
    if (p->ball_error_mm > 0) {
        words(s, false,
              ff_arena_printf(
                  s->arena,
                  "The ball follows from the length and may be %s mm off: trust the print on "
                  "your insole more.",
                  FF_FIXED(p->ball_error_mm, 0)));
    }
}

void ff_pad_draw(const ff_pad_report *r, ff_side side, ff_arena *arena, ff_text *out) {
    const ff_pad_place *p = &r->feet[side];
    const char *title =
        ff_arena_printf(arena, "Metatarsal pad, %s foot, seen from above", ff_side_word(side));
    const char *desc =
        ff_arena_printf(arena,
                        "The front of a %s foot %s mm long from above, at true size. The middle of "
                        "the pad's front edge lies %s mm from the "
                        "back of the heel, %s mm behind the line of the heads, and %s mm from the "
                        "inner edge of the ball.",
                        ff_side_word(side), FF_FIXED(p->length_mm, 0), FF_FIXED(p->front_mm, 0),
                        FF_FIXED(p->behind_mm, 0), FF_FIXED(p->middle_mm, 0));
    sheet s = {.p = p, .arena = arena, .mirrored = side == FF_RIGHT};
    draw_head_words(&s, title, r->notice);
    draw_foot_words(&s);
    const ff_svg_head head = {.width = (2 * MARGIN + fmax(p->width_mm, WORDS)) * PER_MM,
                              .height = s.y_mm * PER_MM,
                              .id = side == FF_LEFT ? "pad-left" : "pad-right",
                              .title = title != NULL ? title : "",
                              .desc = desc != NULL ? desc : "",
                              .units_per_mm = PER_MM};
    ff_svg svg;
    s.svg = &svg;
    ff_svg_begin(&svg, &head, out);
    draw_head_words(&s, title, r->notice);
    draw_skin(&s);
    draw_pad(&s);
    draw_heads(&s);
    draw_foot_words(&s);
    ff_svg_end(&svg);
}
