/* The note as a document: what must not be missed first, then what a reader wants in 15 seconds,
 * then what it rests on. */
#include "report/visit.h"

#include "base/civil.h"
#include "base/number.h"
#include "report/assessment.h"
#include "report/onset_chart.h"
#include "report/words.h"

#include <string.h>

typedef struct note {
    const ff_visit *visit;
    ff_document_builder *builder;
    ff_arena *arena;
    const ff_assessment *assessment;
} note;

/* ---- red flags ---- */

/* Every flag that is up; those that call for less than the whole does stand as plain text. */
static void put_raised(const note *n) {
    for (size_t i = 0; i < n->assessment->flag_count; i++) {
        const ff_flag_raised *raised = &n->assessment->flags[i];
        ff_text line;
        ff_text_init(&line, n->arena->allocator);
        ff_text_addf(&line, "%s %s ", raised->flag->why, raised->flag->act);
        ff_report_flag_because(&line, raised);
        const char *words = ff_arena_keep(n->arena, &line);
        if (raised->flag->level >= FF_WITHIN_DAYS) {
            ff_document_alert(n->builder, words);
        } else {
            ff_document_text(n->builder, words);
        }
    }
}

static const char *open_words(const ff_flag_open *open, ff_arena *arena) {
    return open->fact != NULL
               ? ff_arena_printf(arena, "Not sure: %s. Not sure is not no. If it is so: %s",
                                 open->fact->name, open->flag->act)
               : ff_arena_printf(arena, "Not sure: %s. Not sure is not no. If it fits: %s",
                                 open->flag->ask, open->flag->act);
}

static void put_open(const note *n) {
    for (size_t i = 0; i < n->assessment->open_count; i++) {
        const ff_flag_open *open = &n->assessment->open[i];
        const char *words = open_words(open, n->arena);
        if (open->flag->level >= FF_WITHIN_DAYS) {
            ff_document_alert(n->builder, words);
        } else {
            ff_document_text(n->builder, words);
        }
    }
}

static size_t checklist_lines(const ff_knowledge *knowledge) {
    size_t count = 0;
    for (size_t i = 0; i < knowledge->flag_count; i++) {
        count += knowledge->flags[i].ask[0] != '\0';
    }
    return count;
}

static const char *age_words(double days, ff_arena *arena) {
    return days < 1     ? "today"
           : days < 1.5 ? "1 day ago"
                        : ff_arena_printf(arena, "%s days ago", FF_FIXED(days, 0));
}

/* How old the answers to the safety questions are, or that there are none. */
static void put_checklist(const note *n) {
    const ff_assessment *a = n->assessment;
    size_t lines = checklist_lines(n->visit->from.knowledge);
    if (!a->checklist_asked) {
        ff_document_alert(n->builder,
                          ff_arena_printf(n->arena,
                                          "Red flags: NOT ALL ASKED, or not lately. There are %zu "
                                          "safety questions, and they come first.",
                                          lines));
    } else if (a->flag_count == 0 && a->open_count == 0) {
        const char *age = age_words(a->checklist_days, n->arena);
        ff_document_text(n->builder,
                         ff_arena_printf(n->arena,
                                         "Red flags: none. All %zu safety questions were answered "
                                         "with no, the oldest %s.",
                                         lines, age != NULL ? age : ""));
    }
}

static void put_flags(const note *n) {
    const ff_assessment *a = n->assessment;
    if (a->level >= FF_WITHIN_DAYS) {
        ff_document_alert(n->builder, ff_report_headline(a));
    }
    put_raised(n);
    put_open(n);
    put_checklist(n);
    for (size_t i = 0; i < a->contradiction_count; i++) {
        const ff_contradiction *c = a->contradictions[i].contradiction;
        ff_document_text(n->builder,
                         ff_arena_printf(n->arena, "Does not go together: %s %s", c->says, c->act));
    }
}

/* ---- in short ---- */

static const ff_visit_line *line_of(const ff_visit *visit, const char *id) {
    for (size_t i = 0; i < visit->line_count; i++) {
        if (strcmp(visit->lines[i].id, id) == 0) {
            return &visit->lines[i];
        }
    }
    return NULL;
}

static void put_short(const note *n) {
    const ff_visit *v = n->visit;
    const ff_visit_line *onset = line_of(v, "onset");
    ff_document_heading(n->builder, 1, "In short");
    ff_document_item(
        n->builder, ff_arena_printf(n->arena, "Where: %s%s%s%s.",
                                    v->from.sites_words != NULL ? v->from.sites_words : "not asked",
                                    v->from.sites_words != NULL ? " (" : "",
                                    v->from.sites_words != NULL ? v->from.sites_from : "",
                                    v->from.sites_words != NULL ? ")" : ""));
    ff_document_item(
        n->builder,
        ff_arena_printf(n->arena, "When: %s.", onset != NULL ? onset->words : "no runs kept here"));
    if (v->cause_count > 0) {
        const ff_cause_result *first = &v->causes[0];
        ff_document_item(n->builder,
                         ff_arena_printf(n->arena,
                                         "Fits best so far, a guess: %s [%s], %s. It is no "
                                         "diagnosis.",
                                         first->form->name, first->form->clinical,
                                         ff_visit_chance(first, n->arena)));
    } else {
        ff_document_item(n->builder, "What fits best: cannot tell, nothing was answered yet.");
    }
    if (v->from.question != NULL) {
        ff_document_item(n->builder,
                         ff_arena_printf(n->arena, "The runner asks: %s", v->from.question));
    }
}

/* ---- drawings ---- */

#define MAP_MM   74.0
#define CHART_MM 80.0

static const char *draw_map(const note *n) {
    ff_text svg;
    ff_text_init(&svg, n->arena->allocator);
    ff_foot_map_draw(n->visit->from.map, n->visit->from.knowledge, &svg);
    return ff_arena_keep(n->arena, &svg);
}

static const char *draw_chart(const note *n) {
    ff_text svg;
    ff_text_init(&svg, n->arena->allocator);
    const ff_onset_request request = {.title = "When numbness began, run by run",
                                      .id = "onsets",
                                      .runs = n->visit->from.logged,
                                      .count = n->visit->from.logged_count};
    ff_onset_chart(&request, n->arena, &svg, NULL);
    return ff_arena_keep(n->arena, &svg);
}

static void put_drawings(const note *n) {
    const ff_visit_source *from = &n->visit->from;
    if (from->map != NULL) {
        ff_document_drawing(n->builder,
                            ff_arena_printf(n->arena, "Where it goes numb (%s), seen from above.",
                                            from->sites_from),
                            draw_map(n), MAP_MM);
    }
    if (from->runs->began != NULL) {
        ff_document_drawing(n->builder, "After how many minutes, run by run (measured).",
                            draw_chart(n), CHART_MM);
    }
}

/* ---- said ---- */

/* How answers are put together in rows: what was said yes to or measured by a level is told one by
 * one; what was denied or is not sure takes a line of names. */
typedef enum bundle { BY_KIND, DENIED, NOT_SURE } bundle;

static bool is_in(const ff_visit_answer *answer, bundle what, const char *kinds) {
    bool denied =
        answer->words != NULL && answer->fact->yes_no && strcmp(answer->finding->value, "no") == 0;
    bool unsure = answer->words == NULL;
    switch (what) {
    case DENIED:
        return denied;
    case NOT_SURE:
        return unsure;
    default:
        return !denied && !unsure && strstr(kinds, answer->fact->kind) != NULL;
    }
}

/* The date that most of them have; others are told beside their answers. */
static const char *usual_date(const ff_visit_answers *answers) {
    const char *usual = "";
    size_t most = 0;
    for (size_t i = 0; i < answers->count; i++) {
        size_t count = 0;
        for (size_t j = 0; j < answers->count; j++) {
            count += strcmp(answers->items[i].date, answers->items[j].date) == 0;
        }
        if (count > most) {
            most = count;
            usual = answers->items[i].date;
        }
    }
    return usual;
}

static void add_answer(const ff_visit_answer *answer, const char *date, bundle what,
                       ff_text *line) {
    bool yes = answer->words != NULL && strcmp(answer->words, "yes") == 0;
    ff_text_addf(line, "%s%s%s%s", line->length > 0 ? "; " : "", answer->fact->name,
                 what == BY_KIND && !yes ? ": " : "", what == BY_KIND && !yes ? answer->words : "");
    if (strcmp(answer->date, date) != 0 && answer->date[0] != '\0') {
        ff_text_addf(line, " (%s)", answer->date);
    }
}

static void put_row(ff_table *table, const char *name, const char *words) {
    if (words != NULL && words[0] != '\0') {
        const char *cells[] = {name, words};
        ff_table_row(table, cells, 2);
    }
}

static void put_bundle(const note *n, ff_table *table, const char *name, bundle what,
                       const char *kinds) {
    const ff_visit_answers *said = &n->visit->said;
    const char *date = usual_date(said);
    ff_text line;
    ff_text_init(&line, n->arena->allocator);
    for (size_t i = 0; i < said->count; i++) {
        if (is_in(&said->items[i], what, kinds)) {
            add_answer(&said->items[i], date, what, &line);
        }
    }
    put_row(table, name, ff_arena_keep(n->arena, &line));
}

static ff_table *begin_table(const note *n, const char *const *heads, size_t count) {
    ff_table *table = ff_arena_take(n->arena, 1, sizeof *table);
    if (table != NULL) {
        ff_table_init(table, n->arena);
        for (size_t i = 0; i < count; i++) {
            ff_table_column(table, heads[i], false);
        }
    }
    return table;
}

static void put_said(const note *n) {
    static const char *const heads[] = {"", ""};
    const char *date = usual_date(&n->visit->said);
    ff_table *table = begin_table(n, heads, 2);
    if (table == NULL) {
        return;
    }
    ff_document_heading(
        n->builder, 1,
        date[0] != '\0'
            ? ff_arena_printf(n->arena, "Said by the runner (%s where no other date stands)", date)
            : "Said by the runner");
    put_bundle(n, table, "Symptoms", BY_KIND, "symptom safety");
    put_bundle(n, table, "Seen or felt", BY_KIND, "sign data");
    put_bundle(n, table, "Tests at home", BY_KIND, "test");
    put_bundle(n, table, "History", BY_KIND, "history");
    const ff_visit_source *from = &n->visit->from;
    put_row(table, "Medicines",
            from->medicines != NULL ? ff_arena_printf(n->arena, "%s (as told on %s)",
                                                      from->medicines, from->medicines_on)
                                    : NULL);
    put_bundle(n, table, "Answered no", DENIED, "");
    put_bundle(n, table, "Not sure", NOT_SURE, "");
    if (table->rows == 0) {
        ff_document_text(n->builder, "Nothing yet.");
    }
    ff_document_table(n->builder, NULL, table, true);
}

/* ---- measured ---- */

/* What a line of its own tells better. */
static bool is_told(const char *finding) {
    static const char *const told[] = {"onset_time", "w_spike",      "w_shoe_km",
                                       "w_week30",   "w_overstride", "w_asym"};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (strcmp(finding, told[i]) == 0) {
            return true;
        }
    }
    return false;
}

static const char *findings_words(const note *n) {
    const ff_visit_answers *measured = &n->visit->measured;
    ff_text line;
    ff_text_init(&line, n->arena->allocator);
    for (size_t i = 0; i < measured->count; i++) {
        if (measured->items[i].words != NULL && !is_told(measured->items[i].fact->id)) {
            ff_text_addf(&line, "%s%s: %s", line.length > 0 ? "; " : "",
                         measured->items[i].fact->name, measured->items[i].words);
        }
    }
    return ff_arena_keep(n->arena, &line);
}

static void put_measured(const note *n) {
    static const char *const heads[] = {"", ""};
    ff_table *table = begin_table(n, heads, 2);
    if (table == NULL) {
        return;
    }
    ff_document_heading(n->builder, 1,
                        "Measured (by watch, tape or print, as the runner has them)");
    for (size_t i = 0; i < n->visit->line_count; i++) {
        if (strcmp(n->visit->lines[i].id, "onset") != 0) { /* it stands above */
            put_row(table, n->visit->lines[i].name, n->visit->lines[i].words);
        }
    }
    put_row(table, "What follows", findings_words(n));
    if (table->rows == 0) {
        ff_document_text(n->builder, "Nothing yet.");
    }
    ff_document_table(n->builder, NULL, table, true);
}

/* ---- guessed ---- */

enum { STRONGEST = 3 }; /* answers named for and against a cause; how many more there are is told */

static const char *evidence_words(const ff_evidence_list *list, ff_arena *arena) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    for (size_t i = 0; i < list->count && i < STRONGEST; i++) {
        const ff_evidence *e = &list->items[i];
        bool yes = strcmp(e->answer, "yes") == 0;
        ff_text_addf(&line, "%s%s%s%s", i > 0 ? "; " : "", e->name, yes ? "" : ": ",
                     yes ? "" : e->answer_text);
    }
    if (list->count > STRONGEST) {
        ff_text_addf(&line, "; %zu more", list->count - STRONGEST);
    }
    return ff_arena_keep(arena, &line);
}

static void put_causes(const note *n) {
    static const char *const heads[] = {"May play a part", "Chance (range)", "Speaks for it",
                                        "Against"};
    ff_table *table = begin_table(n, heads, 4);
    for (size_t i = 0; table != NULL && i < n->visit->cause_count; i++) {
        const ff_cause_result *c = &n->visit->causes[i];
        const char *cells[] = {
            ff_arena_printf(n->arena, "%s [%s]", c->form->name, c->form->clinical),
            ff_visit_chance(c, n->arena), evidence_words(&c->speaks_for, n->arena),
            evidence_words(&c->speaks_against, n->arena)};
        ff_table_row(table, cells, 4);
    }
    if (table != NULL) {
        ff_document_table(n->builder, NULL, table, true);
    }
}

static void put_guessed(const note *n) {
    const ff_assessment *a = n->assessment;
    ff_document_heading(n->builder, 1, "Guessed (by footfall; no diagnosis)");
    if (n->visit->cause_count == 0) {
        ff_document_text(n->builder, "Cannot tell: nothing was answered yet.");
        return;
    }
    put_causes(n);
    ff_document_small(
        n->builder,
        ff_arena_printf(n->arena,
                        "%zu more causes were weighed, each at under %d %%. %d %% of the numbers "
                        "used are judgement, not measurement (class c); the ranges move them "
                        "within their bounds. Knowledge %s.",
                        a->cause_count - n->visit->cause_count,
                        n->visit->cause_count < FF_VISIT_CAUSES
                            ? (int)(100 * FF_VISIT_LEAST + 0.5)
                            : ff_words_percent(n->visit->causes[n->visit->cause_count - 1].p) + 1,
                        ff_words_percent(a->class_c_share), n->visit->from.knowledge->version));
}

/* ---- what to look at, and what was not asked ---- */

static void put_exams(const note *n) {
    if (n->visit->exam_count == 0) {
        return;
    }
    ff_document_heading(n->builder, 1, "What an examination could add");
    for (size_t i = 0; i < n->visit->exam_count; i++) {
        const ff_visit_exam *e = &n->visit->exams[i];
        ff_text line;
        ff_text_init(&line, n->arena->allocator);
        ff_text_addf(&line, "%s. Of \"%s\": \"%s\" is ", e->fact->name, e->cause->form->name,
                     e->answer->text);
        ff_words_times(&line, e->ratio);
        ff_text_add(&line, " (");
        ff_words_sources(&line, &e->given->basis);
        ff_text_add(&line, ").");
        ff_document_item(n->builder, ff_arena_keep(n->arena, &line));
    }
    if (n->visit->exams_left > 0) {
        ff_document_item(n->builder, ff_arena_printf(n->arena, "%zu more could add less.",
                                                     n->visit->exams_left));
    }
}

static void put_not_asked(const note *n) {
    ff_text line;
    ff_text_init(&line, n->arena->allocator);
    for (size_t i = 0; i < n->visit->not_asked_count; i++) {
        ff_text_addf(&line, "%s%s", i > 0 ? "; " : "", n->visit->not_asked[i]);
    }
    ff_text_add(&line, line.length > 0 ? "." : "Nothing: all easy questions were answered.");
    ff_document_heading(n->builder, 1, "Not asked");
    ff_document_small(n->builder, ff_arena_keep(n->arena, &line));
}

void ff_visit_note(const ff_visit *visit, ff_arena *arena, ff_document_builder *builder) {
    const note n = {visit, builder, arena, visit->from.assessment};
    char date[FF_ISO_SIZE];
    ff_iso_date(visit->from.made_s, date);
    ff_document_begin(builder, n.arena, "Numb foot when running: note for a visit",
                      visit->from.made_s);
    builder->document.subject =
        "What the runner said, what was measured, what is guessed, and what was not asked.";
    builder->document.one_page = true;
    ff_document_small(builder,
                      ff_arena_printf(n.arena,
                                      "%s%sMade on %s by footfall, from what the runner said and "
                                      "recorded. Nothing in it was checked by a clinician.",
                                      visit->from.name != NULL ? visit->from.name : "",
                                      visit->from.name != NULL ? ". " : "", date));
    put_flags(&n);
    put_short(&n);
    put_drawings(&n);
    put_said(&n);
    put_measured(&n);
    put_guessed(&n);
    put_exams(&n);
    put_not_asked(&n);
}
