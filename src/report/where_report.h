/* Where it goes numb, told: the sum of all marks, whose skin these places are, and the drawings on
 * which more can be marked. */
#ifndef FOOTFALL_REPORT_WHERE_REPORT_H
#define FOOTFALL_REPORT_WHERE_REPORT_H

#include "base/arena.h"
#include "base/json.h"
#include "report/foot_map.h"

#include <footfall/assessment.h>
#include <footfall/knowledge.h>

typedef struct ff_where_report {
    const ff_knowledge *knowledge;
    size_t runs;                /* with a place marked */
    const size_t *left, *right; /* in how many of them, by region */
    const ff_foot_map *map;     /* NULL: no place is known */
    const char *words, *from;   /* NULL like map */
    ff_sites sites;             /* the places that count in the answer of "why" */
    uint64_t under_laces;       /* regions on which laces press; the toe box is none of them */
    bool drawn_too;             /* what the runner drew stands beside the marks of runs */
    const char *drawn_sites;    /* what the runner drew, "L:TP3"; "" for nothing */
    const char *drawn_words;    /* the same for people */
    int64_t last_run;           /* the newest run with a mark; 0: none */
    const char *last_date, *last_sites; /* NULL: none */
    size_t feelings[8];                 /* by ff_feeling: on how many runs */
} ff_where_report;

void ff_where_text(const ff_where_report *report, const char *program, ff_arena *arena,
                   ff_text *out);

/* The members of an open object: drawings, regions, overlays, feelings, drawn, last, sum, fits. */
void ff_where_members(const ff_where_report *report, ff_arena *arena, ff_json *json);

#endif
