/* Drawings: the one place that writes SVG.
 *
 * A drawing has no colours of its own: lines and letters are currentColor and areas are that with
 * an opacity, so that it is right on light and dark pages and on paper. It has presentation
 * attributes and classes only (no style attributes, no scripts, no ids but those of its title and
 * description), so that a page with a strict Content-Security-Policy can show it. It scales by its
 * viewBox.
 *
 * A number that is not finite is never written: an element that has one is left out, and a path is
 * lifted there. Text is escaped; class names, dashes and anchors are the caller's constants.
 */
#ifndef FOOTFALL_REPORT_SVG_H
#define FOOTFALL_REPORT_SVG_H

#include <footfall/text.h>

#include <stdbool.h>

/* Width of every drawing in its own units, and the size of its letters: on a screen of 360 pixels
 * they are 11 pixels high. How wide a letter is depends on what the reader has; these are widths of
 * wide ones. */
#define FF_SVG_WIDTH  440.0
#define FF_SVG_FONT   14.0
#define FF_SVG_LETTER 8.0
#define FF_SVG_BOLD   9.2

typedef struct ff_svg {
    ff_text *out;
    bool in_path;
    int points; /* of the path since the pen was put down */
} ff_svg;

typedef struct ff_svg_head {
    double width, height; /* of the viewBox */
    double units_per_mm;  /* it has that true size on paper; 0: it takes the room it is given */
    bool has_parts;   /* what is in it is found one by one (ff_svg_part): a group, not one image */
    const char *id; /* begins the ids of title and desc; letters, digits and '-', others left out */
    const char *title; /* what it is, in a few words */
    const char *desc;  /* what it shows, in a sentence or two, figures included */
} ff_svg_head;

/* How a shape looks. All zero: a closed shape that cannot be seen. */
typedef struct ff_svg_look {
    const char *name;    /* its class; NULL: none */
    double line;         /* width; 0: no line */
    double line_opacity; /* 0 counts as 1 */
    double fill_opacity; /* 0: not filled */
    const char *dash;    /* "4 3"; NULL: unbroken */
} ff_svg_look;

typedef struct ff_svg_box {
    double x, y, width, height;
} ff_svg_box;

typedef enum ff_svg_anchor { FF_SVG_START, FF_SVG_MIDDLE, FF_SVG_END } ff_svg_anchor;

typedef struct ff_svg_letters {
    double x, y; /* y: of the line they stand on */
    ff_svg_anchor anchor;
    bool bold;
} ff_svg_letters;

/* Begins a drawing: an <svg> element that is role="img" and labelled by its title and desc. */
void ff_svg_begin(ff_svg *svg, const ff_svg_head *head, ff_text *out);
void ff_svg_end(ff_svg *svg); /* with a newline */

/* A group that a page can find and name: its class, what it is by name and value in attributes that
 * begin with data-, and a title in words. Ended as other groups are. */
typedef struct ff_svg_part {
    const char *name;
    const char *data[2][2]; /* {"region", "TP3"}; NULL: none */
    const char *title;
} ff_svg_part;
void ff_svg_begin_part(ff_svg *svg, const ff_svg_part *part);

void ff_svg_group(ff_svg *svg, const char *name); /* a class */
void ff_svg_end_group(ff_svg *svg);

void ff_svg_rect(ff_svg *svg, const ff_svg_box *box, const ff_svg_look *look);
void ff_svg_line(ff_svg *svg, const double from[2], const double to[2], const ff_svg_look *look);
void ff_svg_circle(ff_svg *svg, const double middle[2], double radius, const ff_svg_look *look);
void ff_svg_text(ff_svg *svg, const ff_svg_letters *letters, const char *text);

/* A path, point by point. A point that is not finite lifts the pen: the next one begins another
 * stroke. A stroke of one point is a dot. */
void ff_svg_path(ff_svg *svg, const ff_svg_look *look);
void ff_svg_path_to(ff_svg *svg, double x, double y);
void ff_svg_path_lift(ff_svg *svg);
void ff_svg_path_close(ff_svg *svg); /* back to where the stroke began, and lifts */
void ff_svg_end_path(ff_svg *svg);

#endif
