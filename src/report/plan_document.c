#include "report/plan_document.h"

#include "report/table.h"
#include "report/workout_words.h"

#include "base/number.h"

#include <footfall/knowledge.h>

#include <math.h>

#define BOX "\xE2\x98\x90" /* a ballot box */

typedef struct sheet {
    const ff_plan_sheet *given;
    ff_arena *arena;
    ff_document_builder builder;
} sheet;

/* --- weeks --- */

static const char *what_words(sheet *s, const ff_workout *workout) {
    ff_text text;
    ff_text_init(&text, s->arena->allocator);
    ff_workout_sentence(workout, &text);
    if (workout->note != NULL && workout->note[0] != '\0') {
        ff_text_addf(&text, ". %s", workout->note);
    }
    return ff_arena_keep(s->arena, &text);
}

static const char *time_words(sheet *s, const ff_workout *workout) {
    double minutes = ff_workout_minutes(workout, s->given->pace_min_km);
    return isnan(minutes) ? "" : ff_arena_printf(s->arena, "%s min", FF_FIXED(minutes, 0));
}

/* Documents borrow tables. NULL: no memory. */
static ff_table *make_table(sheet *s) {
    ff_table *table = ff_arena_take(s->arena, 1, sizeof *table);
    if (table != NULL) {
        ff_table_init(table, s->arena);
    }
    return table;
}

static void begin_week(ff_table *table) {
    ff_table_column(table, "Done", false);
    ff_table_column(table, "Day", false);
    ff_table_column(table, "What to do", false);
    ff_table_column(table, "In all", true);
    ff_table_column(table, "Numb at", false);
}

static void add_run(sheet *s, ff_table *table, const ff_planned_run *run) {
    const char *cells[] = {BOX, ff_words_day(run->day_s, s->arena), what_words(s, &run->workout),
                           time_words(s, &run->workout), "______ min"};
    ff_table_row(table, cells, sizeof cells / sizeof *cells);
}

/* The runs of one week; returns how many. */
static size_t add_week(sheet *s, size_t first) {
    const ff_plan *plan = s->given->plan;
    size_t count = 0;
    ff_table *table = make_table(s);
    if (table == NULL) {
        return plan->count;
    }
    begin_week(table);
    while (first + count < plan->count &&
           plan->runs[first + count].week == plan->runs[first].week) {
        add_run(s, table, &plan->runs[first + count++]);
    }
    ff_document_heading(&s->builder, 1,
                        ff_arena_printf(s->arena, "Week %d", plan->runs[first].week));
    ff_document_table(&s->builder, NULL, table, false);
    return count;
}

static void add_weeks(sheet *s) {
    for (size_t i = 0; i < s->given->plan->count;) {
        i += add_week(s, i);
    }
}

/* --- what stands around them --- */

static void add_use(sheet *s) {
    const ff_plan *plan = s->given->plan;
    ff_document_alert(&s->builder,
                      "With any of the signs at the end of this sheet do not run: do what "
                      "stands beside it first.");
    ff_document_text(
        &s->builder,
        ff_arena_printf(
            s->arena,
            "%zu runs%s%s. Tick what is done. Write down the minute at which the foot went "
            "numb, or a dash when it did not. '%s log last' keeps it; the plan follows what was "
            "really run, so print it again now and then.",
            plan->count, plan->count > 0 ? ", the first on " : "",
            plan->count > 0 ? ff_words_day(plan->runs[0].day_s, s->arena) : "", s->given->program));
}

static void add_numbness_rule(sheet *s) {
    ff_document_heading(&s->builder, 1, "When the foot goes numb");
    ff_document_step(&s->builder,
                     "Stop. Loosen the lace where it presses, and wait until you feel the "
                     "foot again. If it does not come back, walk home.");
    ff_document_step(
        &s->builder,
        ff_arena_printf(s->arena,
                        "End the next run %s minutes before the minute at which it began.",
                        FF_FIXED(FF_PLAN_NUMB_BEFORE, 0)));
    ff_document_step(
        &s->builder,
        ff_arena_printf(s->arena,
                        "After %d runs of that length without numbness, go on with the plan.",
                        FF_PLAN_CLEAN_RUNS));
    ff_document_small(&s->builder, "The rule is judgement: nobody has tested it.");
}

/* What calls for help at once, in the order of the checklist. */
static void add_signs(sheet *s) {
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    ff_table *table = make_table(s);
    if (table == NULL) {
        return;
    }
    ff_table_column(table, "Sign", false);
    ff_table_column(table, "What to do", false);
    for (size_t i = 0; i < knowledge->flag_count; i++) {
        const ff_flag *flag = &knowledge->flags[i];
        if (flag->level == FF_EMERGENCY && flag->ask[0] != '\0') {
            const char *cells[] = {flag->ask, flag->act};
            ff_table_row(table, cells, 2);
        }
    }
    ff_document_heading(&s->builder, 1, "Signs that must not wait");
    ff_document_table(&s->builder, NULL, table, false);
    ff_document_small(&s->builder,
                      ff_arena_printf(s->arena,
                                      "These are not all: '%s ask' goes through every one.",
                                      s->given->program));
}

ff_document ff_plan_document(const ff_plan_sheet *given, ff_arena *arena) {
    sheet s = {.given = given, .arena = arena};
    ff_document_begin(&s.builder, arena, ff_words_plan_name(given->plan), given->made_s);
    s.builder.document.subject = "A plan of runs, with boxes to tick";
    add_use(&s);
    add_numbness_rule(&s);
    add_weeks(&s);
    add_signs(&s);
    return s.builder.document;
}
