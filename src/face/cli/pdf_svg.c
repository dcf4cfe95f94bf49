/* Reads the drawings that footfall writes (report/svg.h) and draws them: text stays text.
 *
 * A small reader of its own, since the library that draws any SVG (librsvg 2.54) takes 45 ms to be
 * loaded, beside the 20 ms of cairo and pango, for the few elements that there are here.
 */
#include "face/cli/pdf.h"

#include <expat.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LETTERS 14.0 /* where the drawing does not say how high they are */

typedef struct reader {
    const pdf_pen *pen;
    XML_Parser parser;
    ff_text *words;  /* where text is gathered; NULL: it is passed over */
    ff_text letters; /* of the text element that is read */
    ff_text *alt;
    double font_size;
    double at[2];
    double before; /* share of its width that stands before x */
    bool bold;
    ff_code code;
    ff_error *error;
} reader;

static void refuse(reader *r, const char *what) {
    if (r->code == FF_OK) {
        r->code = ff_fail(r->error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET,
                          "a drawing holds %s, which a PDF cannot show yet", what);
        XML_StopParser(r->parser, XML_FALSE);
    }
}

/* ---- attributes ---- */

static const char *find(const char **attributes, const char *name) {
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        if (strcmp(attributes[i], name) == 0) {
            return attributes[i + 1];
        }
    }
    return NULL;
}

static double number(const char **attributes, const char *name, double otherwise) {
    const char *value = find(attributes, name);
    return value != NULL ? strtod(value, NULL) : otherwise;
}

bool pdf_svg_size(const char *svg, double size[2]) {
    const char *box = strstr(svg, "viewBox=\"0 0 ");
    double found[2];
    if (box == NULL || sscanf(box, "viewBox=\"0 0 %lf %lf\"", &found[0], &found[1]) != 2 ||
        !(found[0] > 0) || !(found[1] > 0)) {
        return false;
    }
    memcpy(size, found, sizeof found);
    return true;
}

/* ---- shapes ---- */

static bool is_drawn(const char **attributes, const char *name) {
    const char *value = find(attributes, name);
    return value != NULL && strcmp(value, "none") != 0;
}

static void set_dash(reader *r, const char *dash) {
    double lengths[8];
    int count = 0;
    for (char *end; dash != NULL && count < 8; dash = end) {
        lengths[count] = strtod(dash, &end);
        if (end == dash) {
            break;
        }
        count++;
        end += strspn(end, ", ");
    }
    r->pen->library->cairo_set_dash(r->pen->cairo, lengths, count, 0);
}

/* Fills and strokes the path that was made, and forgets it. */
static void paint(reader *r, const char **attributes) {
    const pdf_library *library = r->pen->library;
    cairo_t *cairo = r->pen->cairo;
    if (is_drawn(attributes, "fill")) {
        library->cairo_set_source_rgba(cairo, 0, 0, 0, number(attributes, "fill-opacity", 1));
        library->cairo_fill_preserve(cairo);
    }
    if (is_drawn(attributes, "stroke")) {
        library->cairo_set_source_rgba(cairo, 0, 0, 0, number(attributes, "stroke-opacity", 1));
        library->cairo_set_line_width(cairo, number(attributes, "stroke-width", 1));
        set_dash(r, find(attributes, "stroke-dasharray"));
        library->cairo_stroke(cairo);
    }
    library->cairo_new_path(cairo);
}

static void add_rect(reader *r, const char **attributes) {
    r->pen->library->cairo_rectangle(r->pen->cairo, number(attributes, "x", 0),
                                     number(attributes, "y", 0), number(attributes, "width", 0),
                                     number(attributes, "height", 0));
}

static void add_line(reader *r, const char **attributes) {
    const pdf_library *library = r->pen->library;
    library->cairo_move_to(r->pen->cairo, number(attributes, "x1", 0), number(attributes, "y1", 0));
    library->cairo_line_to(r->pen->cairo, number(attributes, "x2", 0), number(attributes, "y2", 0));
}

static void add_circle(reader *r, const char **attributes) {
    r->pen->library->cairo_arc(r->pen->cairo, number(attributes, "cx", 0),
                               number(attributes, "cy", 0), number(attributes, "r", 0), 0,
                               2 * acos(-1));
}

/* ---- paths ---- */

/* The next count numbers; false when there are fewer. */
static bool take_numbers(const char **d, double *numbers, int count) {
    for (int i = 0; i < count; i++) {
        char *end;
        *d += strspn(*d, ", \n");
        numbers[i] = strtod(*d, &end);
        if (end == *d) {
            return false;
        }
        *d = end;
    }
    return true;
}

/* One command with its numbers; false when there is nothing of the kind, or numbers are missing. */
static bool add_command(reader *r, char command, const char **d) {
    const pdf_library *library = r->pen->library;
    cairo_t *cairo = r->pen->cairo;
    double n[6], x = 0, y = 0;
    switch (command) {
    case 'M':
        if (take_numbers(d, n, 2)) {
            library->cairo_move_to(cairo, n[0], n[1]);
            return true;
        }
        return false;
    case 'L':
        if (take_numbers(d, n, 2)) {
            library->cairo_line_to(cairo, n[0], n[1]);
            return true;
        }
        return false;
    case 'C':
        if (take_numbers(d, n, 6)) {
            library->cairo_curve_to(cairo, n[0], n[1], n[2], n[3], n[4], n[5]);
            return true;
        }
        return false;
    case 'h': /* "h0": a dot */
        if (take_numbers(d, n, 1)) {
            library->cairo_get_current_point(cairo, &x, &y);
            library->cairo_line_to(cairo, x + n[0], y);
            return true;
        }
        return false;
    case 'Z':
        library->cairo_close_path(cairo);
        return true;
    default:
        return false;
    }
}

static void add_path(reader *r, const char **attributes) {
    const char *d = find(attributes, "d");
    char command = '\0';
    for (d = d != NULL ? d : ""; *d != '\0'; d += strspn(d, ", \n")) {
        if (strchr("MLCZh", *d) != NULL) {
            command = *d++;
        }
        if (!add_command(r, command, &d)) {
            refuse(r, "a path of other kinds of line");
            return;
        }
        if (command == 'Z') { /* it takes no numbers: none may follow */
            command = '\0';
        }
    }
}

/* ---- letters ---- */

static void begin_letters(reader *r, const char **attributes) {
    const char *weight = find(attributes, "font-weight");
    const char *anchor = find(attributes, "text-anchor");
    r->before = anchor == NULL ? 0 : strcmp(anchor, "end") == 0 ? 1 : 0.5;
    r->at[0] = number(attributes, "x", 0);
    r->at[1] = number(attributes, "y", 0);
    r->bold = weight != NULL && strcmp(weight, "bold") == 0;
    r->words = &r->letters;
    ff_text_clear(&r->letters);
}

static void end_letters(reader *r) {
    pdf_pen pen = *r->pen;
    const pdf_library *library = pen.library;
    pen.scale = 1;
    PangoLayout *layout =
        pdf_layout(&pen, r->letters.data, &(pdf_face){r->font_size, r->bold, 0}, 0);
    PangoLayoutIter *line = library->pango_layout_get_iter(layout);
    double width = pdf_layout_width(&pen, layout);
    double x = r->at[0] - r->before * width;
    pdf_grey(&pen, 0);
    library->cairo_move_to(pen.cairo, x, r->at[1]);
    library->pango_cairo_show_layout_line(pen.cairo,
                                          library->pango_layout_iter_get_line_readonly(line));
    library->cairo_new_path(pen.cairo);
    library->pango_layout_iter_free(line);
    library->g_object_unref(layout);
    r->words = NULL;
}

/* ---- elements ---- */

static const struct {
    const char *name;
    void (*add)(reader *, const char **);
} shapes[] = {{"rect", add_rect}, {"line", add_line}, {"circle", add_circle}, {"path", add_path}};

static void begin(void *user, const char *name, const char **attributes) {
    reader *r = user;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        if (strcmp(name, shapes[i].name) == 0) {
            shapes[i].add(r, attributes);
            paint(r, attributes);
            return;
        }
    }
    if (strcmp(name, "text") == 0) {
        begin_letters(r, attributes);
    } else if (strcmp(name, "svg") == 0) {
        r->font_size = number(attributes, "font-size", LETTERS);
    } else if (strcmp(name, "desc") == 0) {
        r->words = r->alt;
    } else if (strcmp(name, "g") != 0 && strcmp(name, "title") != 0) {
        refuse(r, name);
    }
}

static void end(void *user, const char *name) {
    reader *r = user;
    if (strcmp(name, "text") == 0) {
        end_letters(r);
    }
    r->words = NULL;
}

static void words(void *user, const char *text, int length) {
    reader *r = user;
    if (r->words != NULL) {
        ff_text_add_bytes(r->words, text, (size_t)length);
    }
}

static void read(reader *r, const char *svg) {
    XML_SetUserData(r->parser, r);
    XML_SetElementHandler(r->parser, begin, end);
    XML_SetCharacterDataHandler(r->parser, words);
    if (XML_Parse(r->parser, svg, (int)strlen(svg), 1) != XML_STATUS_OK) {
        refuse(r, "broken XML");
    }
}

ff_code pdf_svg_draw(const pdf_pen *pen, const char *svg, const double at[2], double scale,
                     ff_text *alt, ff_error *error) {
    const pdf_library *library = pen->library;
    reader r = {.pen = pen,
                .parser = XML_ParserCreate("UTF-8"),
                .alt = alt,
                .font_size = LETTERS,
                .error = error};
    if (r.parser == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    ff_text_init(&r.letters, NULL);
    library->cairo_save(pen->cairo);
    library->cairo_translate(pen->cairo, at[0], at[1]);
    library->cairo_scale(pen->cairo, scale, scale);
    library->cairo_set_line_cap(pen->cairo, CAIRO_LINE_CAP_ROUND);
    library->cairo_set_line_join(pen->cairo, CAIRO_LINE_JOIN_ROUND);
    read(&r, svg);
    library->cairo_restore(pen->cairo);
    ff_text_free(&r.letters);
    XML_ParserFree(r.parser);
    return r.code;
}
