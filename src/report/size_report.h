/* A foot in every size system, as text and as JSON. */
#ifndef FOOTFALL_REPORT_SIZE_REPORT_H
#define FOOTFALL_REPORT_SIZE_REPORT_H

#include "base/arena.h"
#include "base/json.h"
#include "report/table.h"

#include <footfall/knowledge.h>
#include <footfall/shoe_fit.h>
#include <footfall/size.h>
#include <footfall/text.h>

/* One row of a brand's own chart. */
typedef struct ff_chart_row {
    double cm;         /* of foot, or what the maker calls so */
    const char *label; /* as printed */
    size_t line;       /* in the file */
} ff_chart_row;

/* A brand's chart, entered by centimetres and by nothing else. */
typedef struct ff_size_chart {
    const char *file;
    const ff_chart_row *rows;
    size_t count;
    const ff_chart_row *below,
        *above;         /* the last row not above the foot, the first not below; NULL */
    const char *system; /* whose numbers its labels are said to be; NULL */
    double deviates_least, deviates_mean, deviates_most; /* label less the system's line; NAN */
} ff_size_chart;

/* What an old shoe gives and a new one should: in mm. */
typedef struct ff_size_room {
    bool asked; /* the inside of a shoe was told */
    double inner_mm, inner_error_mm;
    double sock_mm;
    bool more_room;                                    /* downhill, or over 2 hours */
    double needed_mm, needed_least_mm, needed_most_mm; /* inner length */
    double room_mm; /* in that shoe, before the longest toe; NAN */
    ff_fit_band band, low, high;
    ff_half_sizes eu, uk; /* half sizes up that bring it right; UK: of US sizes too */
    double swell_length_mm;
    double swell_girth_mm; /* NAN: no girth is known */
} ff_size_room;

typedef struct ff_size_report {
    const char *program;
    double foot_mm, error_mm;
    const char *given;           /* "EU 42": the label it was asked for; NULL: millimetres */
    ff_size_label label;         /* of given */
    const char *from;            /* where the foot is from: "given", "the journal: right foot" */
    const ff_size_place *places; /* those that tell something of such a foot */
    size_t place_count;
    double exact[FF_SIZE_SYSTEM_COUNT]; /* of all systems */
    bool sex_known, women;
    double length_share; /* of feet of that sex that are shorter; NAN: sex not told */
    ff_width_known measured, all;
    double width_share; /* of feet of that length that are narrower; NAN */
    const ff_width_place *widths;
    size_t width_count; /* 0: no width is known, or the sex is not told */
    ff_size_room room;
    const ff_remedy *remedy;    /* a longer shoe; NULL: nothing may be proposed now */
    const ff_size_chart *chart; /* NULL */
} ff_size_report;

void ff_size_report_text(const ff_size_report *report, ff_arena *arena, ff_text *out);
void ff_size_report_json(const ff_size_report *report, ff_text *out);

/* How labels differ from the line, as seen in charts: one paragraph. */
extern const char ff_size_labels_differ[];

/* "41", "41.5": a label without needless zeros. */
const char *ff_size_label_words(double label, ff_arena *arena);

/* The systems with both neighbours; "systems": the same as a member of an open object. */
void ff_size_places_table(const ff_size_place *places, size_t count, ff_table *table,
                          ff_arena *arena);
void ff_size_places_json(ff_json *json, const ff_size_place *places, size_t count);

/* "none", "1", "1 (0 to 2)"; and as a member. */
const char *ff_size_halves_words(const ff_half_sizes *halves, ff_arena *arena);
void ff_size_halves_json(ff_json *json, const char *name, const ff_half_sizes *halves);

/* "short", or "short, or just right" where the error could turn it; what is told by name. */
const char *ff_size_band_words(ff_fit_band low, ff_fit_band band, ff_fit_band high,
                               ff_arena *arena);

#endif
