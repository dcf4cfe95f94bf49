#include "report/svg.h"

#include "base/number.h"
#include "report/xml_text.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <string.h>

/* Nothing that is drawn lies so far out; beyond, numbers would be written with an exponent. */
#define FARTHEST 1e6

/* At most 2 places, no zeros behind the last that says something. */
static void add_number(ff_text *out, double x) {
    char text[FF_NUMBER_SIZE];
    ff_number_fixed(fmin(fmax(x, -FARTHEST), FARTHEST), 2, text);
    size_t length = strlen(text);
    while (text[length - 1] == '0') {
        length--;
    }
    length -= text[length - 1] == '.';
    ff_text_add_bytes(out, text, length);
}

static void add_attribute(ff_text *out, const char *name, double value) {
    ff_text_addf(out, " %s=\"", name);
    add_number(out, value);
    ff_text_add_char(out, '"');
}

static void add_words(ff_text *out, const char *name, const char *value) {
    if (value != NULL) {
        ff_text_addf(out, " %s=\"%s\"", name, value);
    }
}

static void add_look(ff_text *out, const ff_svg_look *look) {
    add_words(out, "class", look->name);
    if (look->line > 0) {
        add_words(out, "stroke", "currentColor");
        add_attribute(out, "stroke-width", look->line);
        if (look->line_opacity > 0) {
            add_attribute(out, "stroke-opacity", look->line_opacity);
        }
        add_words(out, "stroke-dasharray", look->dash);
    }
    if (look->fill_opacity > 0) {
        add_words(out, "fill", "currentColor");
        if (look->fill_opacity < 1) {
            add_attribute(out, "fill-opacity", look->fill_opacity);
        }
    }
}

static void add_id(ff_text *out, const char *id, const char *part) {
    for (const char *c = id; *c != '\0'; c++) {
        if (isalnum((unsigned char)*c) || *c == '-') {
            ff_text_add_char(out, *c);
        }
    }
    ff_text_addf(out, "-%s", part);
}

static void add_labelled(ff_svg *svg, const char *id, const char *part, const char *text) {
    ff_text_addf(svg->out, "<%s id=\"", part);
    add_id(svg->out, id, part);
    ff_text_add(svg->out, "\">");
    ff_xml_add(svg->out, text);
    ff_text_addf(svg->out, "</%s>\n", part);
}

static void add_mm(ff_text *out, const char *name, double mm) {
    ff_text_addf(out, " %s=\"", name);
    add_number(out, mm);
    ff_text_add(out, "mm\"");
}

void ff_svg_begin(ff_svg *svg, const ff_svg_head *head, ff_text *out) {
    *svg = (ff_svg){.out = out};
    ff_text_add(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    add_number(out, head->width);
    ff_text_add_char(out, ' ');
    add_number(out, head->height);
    ff_text_addf(out, "\" role=\"%s\" aria-labelledby=\"", head->has_parts ? "group" : "img");
    add_id(out, head->id, "title");
    ff_text_add_char(out, ' ');
    add_id(out, head->id, "desc");
    ff_text_add_char(out, '"');
    if (head->units_per_mm > 0) {
        add_mm(out, "width", head->width / head->units_per_mm);
        add_mm(out, "height", head->height / head->units_per_mm);
    }
    ff_text_add(out, " class=\"chart\" fill=\"none\" font-family=\"sans-serif\"");
    add_attribute(out, "font-size", FF_SVG_FONT);
    ff_text_add(out, " stroke-linecap=\"round\" stroke-linejoin=\"round\">\n");
    add_labelled(svg, head->id, "title", head->title);
    add_labelled(svg, head->id, "desc", head->desc);
}

void ff_svg_end(ff_svg *svg) {
    assert(!svg->in_path);
    ff_text_add(svg->out, "</svg>\n");
}

void ff_svg_group(ff_svg *svg, const char *name) {
    ff_text_addf(svg->out, "<g class=\"%s\">\n", name);
}

void ff_svg_begin_part(ff_svg *svg, const ff_svg_part *part) {
    ff_text_addf(svg->out, "<g class=\"%s\"", part->name);
    for (size_t i = 0; i < sizeof part->data / sizeof *part->data; i++) {
        if (part->data[i][0] != NULL) {
            ff_text_addf(svg->out, " data-%s=\"", part->data[i][0]);
            ff_xml_add(svg->out, part->data[i][1]);
            ff_text_add_char(svg->out, '"');
        }
    }
    ff_text_add(svg->out, "><title>");
    ff_xml_add(svg->out, part->title);
    ff_text_add(svg->out, "</title>\n");
}

void ff_svg_end_group(ff_svg *svg) {
    ff_text_add(svg->out, "</g>\n");
}

static bool all_finite(const double *values, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!isfinite(values[i])) {
            return false;
        }
    }
    return true;
}

/* <name look a="1" b="2"/>, unless a number is not finite. */
static void add_shape(ff_svg *svg, const char *name, const char *const *attributes,
                      const double *values, const ff_svg_look *look) {
    size_t count = 0;
    while (attributes[count] != NULL) {
        count++;
    }
    if (!all_finite(values, count)) {
        return;
    }
    ff_text_addf(svg->out, "<%s", name);
    add_look(svg->out, look);
    for (size_t i = 0; i < count; i++) {
        add_attribute(svg->out, attributes[i], values[i]);
    }
    ff_text_add(svg->out, "/>\n");
}

void ff_svg_rect(ff_svg *svg, const ff_svg_box *box, const ff_svg_look *look) {
    static const char *const names[] = {"x", "y", "width", "height", NULL};
    const double values[] = {box->x, box->y, fmax(box->width, 0), fmax(box->height, 0)};
    if (!isnan(box->width) && !isnan(box->height)) { /* which fmax would hide */
        add_shape(svg, "rect", names, values, look);
    }
}

void ff_svg_line(ff_svg *svg, const double from[2], const double to[2], const ff_svg_look *look) {
    static const char *const names[] = {"x1", "y1", "x2", "y2", NULL};
    const double values[] = {from[0], from[1], to[0], to[1]};
    add_shape(svg, "line", names, values, look);
}

void ff_svg_circle(ff_svg *svg, const double middle[2], double radius, const ff_svg_look *look) {
    static const char *const names[] = {"cx", "cy", "r", NULL};
    const double values[] = {middle[0], middle[1], radius};
    add_shape(svg, "circle", names, values, look);
}

void ff_svg_text(ff_svg *svg, const ff_svg_letters *letters, const char *text) {
    const double at[] = {letters->x, letters->y};
    if (text == NULL || !all_finite(at, 2)) {
        return;
    }
    ff_text_add(svg->out, "<text fill=\"currentColor\"");
    add_attribute(svg->out, "x", letters->x);
    add_attribute(svg->out, "y", letters->y);
    if (letters->anchor != FF_SVG_START) {
        add_words(svg->out, "text-anchor", letters->anchor == FF_SVG_END ? "end" : "middle");
    }
    if (letters->bold) {
        add_words(svg->out, "font-weight", "bold");
    }
    ff_text_add_char(svg->out, '>');
    ff_xml_add(svg->out, text);
    ff_text_add(svg->out, "</text>\n");
}

void ff_svg_path(ff_svg *svg, const ff_svg_look *look) {
    assert(!svg->in_path);
    svg->in_path = true;
    svg->points = 0;
    ff_text_add(svg->out, "<path");
    add_look(svg->out, look);
    ff_text_add(svg->out, " d=\"");
}

void ff_svg_path_to(ff_svg *svg, double x, double y) {
    if (!isfinite(x) || !isfinite(y)) {
        ff_svg_path_lift(svg);
        return;
    }
    ff_text_add_char(svg->out, svg->points == 0 ? 'M' : 'L');
    add_number(svg->out, x);
    ff_text_add_char(svg->out, ' ');
    add_number(svg->out, y);
    svg->points += svg->points < 2;
}

void ff_svg_path_lift(ff_svg *svg) {
    if (svg->points == 1) {
        ff_text_add(svg->out, "h0"); /* with round ends a dot */
    }
    svg->points = 0;
}

void ff_svg_path_close(ff_svg *svg) {
    if (svg->points > 0) {
        ff_text_add_char(svg->out, 'Z');
    }
    svg->points = 0;
}

void ff_svg_end_path(ff_svg *svg) {
    assert(svg->in_path);
    ff_svg_path_lift(svg);
    ff_text_add(svg->out, "\"/>\n");
    svg->in_path = false;
}
