/* A note to take along to a podiatrist, a physiotherapist or a doctor: what was said, measured,
 * guessed and not asked; as a document, as JSON, and as a FHIR bundle, which all say the same.
 */
#ifndef FOOTFALL_REPORT_VISIT_H
#define FOOTFALL_REPORT_VISIT_H

#include "base/arena.h"
#include "base/json.h"
#include "report/document.h"
#include "report/foot_map.h"
#include "report/patterns_report.h"

#include <footfall/assessment.h>
#include <footfall/foot.h>
#include <footfall/logged_run.h>
#include <footfall/trial.h>
#include <footfall/trial_analysis.h>

/* What it is made of. */
typedef struct ff_visit_source {
    const ff_knowledge *knowledge;
    const ff_case *runner;
    const ff_assessment *assessment;
    const ff_runs_summary *runs;
    const ff_runs_told *told;
    const ff_logged_run *logged; /* all runs, the oldest first */
    size_t logged_count;
    const ff_foot_figure *const (
        *feet)[FF_FOOT_KIND_COUNT]; /* what counts, by side; NULL entries: not known */
    const ff_trial *trial;          /* NULL: there was none */
    const ff_trial_analysis *analysis;
    const char *sites_words;                 /* "left foot: toes"; NULL: nothing is known */
    const char *sites_from;                  /* "marked on 5 runs", "drawn by the runner" */
    const ff_foot_map *map;                  /* NULL: nothing is known */
    int64_t made_s;                          /* UTC seconds */
    const char *name, *medicines, *question; /* as the runner told them; NULL: not */
    const char *medicines_on;                /* the day of that, "2026-06-01" */
} ff_visit_source;

#define FF_VISIT_DATE 16

/* Something that was answered. */
typedef struct ff_visit_answer {
    const ff_fact *fact;
    const ff_finding *finding;
    const char *words;        /* of the answer; NULL: not sure */
    char date[FF_VISIT_DATE]; /* "2026-05-30"; "" when not known */
} ff_visit_answer;

typedef struct ff_visit_answers {
    ff_visit_answer *items;
    size_t count;
} ff_visit_answers;

/* Something that was measured, in a few words. */
typedef struct ff_visit_line {
    const char *id;   /* "onset", "shoes", ... */
    const char *name; /* "When it comes" */
    const char *words;
} ff_visit_line;

/* A test that was not done, and what it would say of one of the likeliest causes. */
typedef struct ff_visit_exam {
    const ff_fact *fact;
    const ff_level *answer; /* that speaks most for the cause */
    const ff_cause_result *cause;
    const ff_likelihood *given; /* the cause */
    double ratio; /* chance of the answer with the cause over that without any that speaks of it */
    double worth; /* the cause's chance times what the test tells of it (Kullback and Leibler) */
} ff_visit_exam;

#define FF_VISIT_LINES  8
#define FF_VISIT_CAUSES 4    /* at most so many stand in the note */
#define FF_VISIT_LEAST  0.10 /* from this chance on, and the first in any case. Judgement. */
#define FF_VISIT_EXAMS  4
#define FF_VISIT_PARTED 3 /* the likeliest causes, for which tests are chosen */

typedef struct ff_visit {
    ff_visit_source from;
    ff_visit_answers said;               /* by the runner, in the order of the knowledge */
    ff_visit_answers measured;           /* by runs, a measurement or a clinician */
    ff_visit_line lines[FF_VISIT_LINES]; /* measured, in words */
    size_t line_count;
    const ff_cause_result *causes; /* of the assessment; none when nothing was answered */
    size_t cause_count;
    ff_visit_exam exams[FF_VISIT_EXAMS];
    size_t exam_count;
    size_t exams_left;            /* more tests that were not done, each worth less than these */
    const char *const *not_asked; /* names */
    size_t not_asked_count;
} ff_visit;

/* Sorts what is known. Everything lives in the arena, in which a failure shows. */
void ff_visit_make(ff_visit *visit, const ff_visit_source *from, ff_arena *arena);

/* The note, in one page where it fits. The text of a terminal is made of the same. */
void ff_visit_note(const ff_visit *visit, ff_arena *arena, ff_document_builder *builder);

/* Members into an open object. */
void ff_visit_members(ff_json *json, const ff_visit *visit);

/* HL7 FHIR R4 (4.0.1): a Bundle of type document. Codes stand only where they are certain; else a
 * text. The runner is a Patient without identifier, with the name that was given for this note. */
void ff_visit_fhir(const ff_visit *visit, ff_arena *arena, ff_text *out);

/* Chance in whole percent with its range: "93 % (48 to 95)". */
const char *ff_visit_chance(const ff_cause_result *result, ff_arena *arena);

#endif
