/* Whether a shoe has room for both feet, and what to ask for: as text, as JSON, and as a card for
 * the shop. */
#ifndef FOOTFALL_REPORT_SHOE_FIT_REPORT_H
#define FOOTFALL_REPORT_SHOE_FIT_REPORT_H

#include "report/document.h"
#include "report/size_report.h"

#include <footfall/remedy.h>
#include <footfall/shoe.h>

typedef struct ff_shoe_fit_report {
    const char *program;
    const ff_shoe *shoe; /* NULL: none is looked at */
    const char *size;    /* on its label; NULL */
    const char *sock;    /* its name; NULL: a medium one is taken */
    const char *insole;  /* its name; NULL */
    bool inner_known;    /* its inner length was measured */
    bool any_foot;       /* a length of a foot is known */
    const ff_fit_question *question;
    const ff_fit_answer *answer;
    double label_mm; /* the foot that sizes are asked for: the longer one, with what it needs
                        beyond a usual sock and usual room */
    const ff_size_place *places;
    size_t place_count;
    const ff_width_place *widths; /* of the wider foot; count 0: no width is known */
    size_t width_count;
    ff_half_sizes eu, uk; /* half sizes up from this shoe, by the longer foot */
    bool halves_known;
    const ff_remedy *remedy; /* a roomier shoe */
    bool allowed;            /* it may be tried now */
} ff_shoe_fit_report;

/* One place in words: "length: 7.5 +- 4.2 mm of room (short, or too short, or just right)"; NULL: v
 * is NULL, or nothing is known of it. In the arena. */
const char *ff_shoe_fit_verdict_words(const ff_fit_verdict *v, ff_arena *arena);

/* Whether the shoe lacks room, by more than its error leaves open or not. */
bool ff_shoe_fit_lacks_room(const ff_shoe_fit_report *report);

void ff_shoe_fit_report_text(const ff_shoe_fit_report *report, ff_arena *arena, ff_text *out);

/* Members of an open object. */
void ff_shoe_fit_report_members(const ff_shoe_fit_report *report, ff_json *json);

/* The card. alert: what must be said first; NULL. made_s: UTC seconds. */
void ff_shoe_card(const ff_shoe_fit_report *report, const char *alert, int64_t made_s,
                  ff_document_builder *builder);

#endif
