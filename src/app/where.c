/* where: where it goes numb, of all runs; and the drawings on which it is marked. */
#include "app/app.h"

#include "app/marks.h"
#include "app/safety.h"
#include "app/show.h"
#include "app/sites.h"
#include "base/civil.h"
#include "report/where_report.h"

#include <footfall/lacing.h>
#include <footfall/run.h>

#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

/* What the runner drew, whether it counts before the marks of runs or stands beside them. */
static ff_sites drawn_sites(const ff_collected *c) {
    return c->sites_by_runs && !c->sites_instead ? c->runner.also_sites : c->runner.sites;
}

/* By the stations of the lacing room. */
static uint64_t under_laces(void) {
    uint64_t mask = 0;
    for (size_t i = 0; i < knowledge->region_count; i++) {
        const char *spot = ff_lacing_spot_of_region(knowledge->regions[i].id);
        if (spot != NULL && strcmp(spot, "toes") != 0) {
            mask |= UINT64_C(1) << i;
        }
    }
    return mask;
}

static void take_last(const ff_marks *marks, ff_arena *arena, ff_where_report *report) {
    if (marks->last == NULL) {
        return;
    }
    char date[FF_ISO_SIZE];
    ff_iso_date(ff_run_local_start_s(marks->last->run), date);
    report->last_run = marks->last->run->id;
    report->last_date = ff_arena_copy(arena, date);
    report->last_sites = marks->last->onset->sites;
}

static void take_feelings(const ff_history *history, ff_where_report *report) {
    for (size_t i = 0; i < history->count; i++) {
        const ff_onset *onset = history->runs[i].onset;
        for (int feeling = 0; onset != NULL && feeling < FF_FEELING_COUNT; feeling++) {
            report->feelings[feeling] += (size_t)(onset->feelings >> feeling & 1);
        }
    }
}

static void take_all(const ff_collected *c, const ff_marks *marks, ff_arena *arena,
                     ff_where_report *report) {
    *report = (ff_where_report){.knowledge = knowledge,
                                .runs = marks->runs,
                                .left = marks->left,
                                .right = marks->right,
                                .map = marks->map,
                                .words = marks->words,
                                .from = marks->from,
                                .sites = c->runner.sites,
                                .under_laces = under_laces()};
    const ff_sites drawn = drawn_sites(c);
    ff_text sites, words;
    ff_text_init(&sites, arena->allocator);
    ff_text_init(&words, arena->allocator);
    ff_sites_format(&drawn, &sites);
    ff_sites_describe(&drawn, &words);
    report->drawn_sites = ff_arena_keep(arena, &sites);
    report->drawn_words = ff_arena_keep(arena, &words);
    report->drawn_too = marks->runs > 0 && (drawn.left | drawn.right) != 0;
    take_last(marks, arena, report);
    take_feelings(&c->history, report);
}

static void tell(const ff_safety *safety, const ff_where_report *report, const char *program,
                 ff_arena *arena, ff_format format, ff_reply *reply) {
    if (format == FF_AS_TEXT) {
        ff_safety_preface(safety, program, &reply->text);
        ff_where_text(report, program, arena, &reply->text);
        return;
    }
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_safety_member(safety, &json);
    ff_where_members(report, arena, &json);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

static ff_code look(ff_app *app, ff_arena *arena, ff_safety *safety, ff_marks *marks,
                    ff_error *error) {
    ff_code code = ff_safety_look(app, arena, safety, error);
    if (code == FF_OK) {
        ff_marks_sum(&safety->collected, true, arena, marks);
        code = ff_arena_check(arena, error);
    }
    return code;
}

ff_code ff_app_where(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_safety safety;
    ff_marks marks;
    ff_where_report report;
    ff_code code = look(app, &arena, &safety, &marks, error);
    if (code == FF_OK) {
        take_all(&safety.collected, &marks, &arena, &report);
        code = ff_arena_check(&arena, error);
    }
    if (code == FF_OK) {
        tell(&safety, &report, app->program, &arena, format, reply);
    }
    return ff_app_end(&arena, code, reply, error);
}

/* Without a place there is nothing to draw: feet alone are no answer. */
ff_code ff_app_where_map(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_safety safety;
    ff_marks marks;
    ff_code code = look(app, &arena, &safety, &marks, error);
    if (code == FF_OK && marks.map == NULL) {
        code = ff_fail(error, FF_ERR_NONE_YET, NULL, FF_NO_OFFSET,
                       "no place is marked: 'log' marks one (--site), or 'ask sites'");
    }
    if (code == FF_OK) {
        ff_text svg;
        ff_text_init(&svg, arena.allocator);
        ff_foot_map_draw(marks.map, knowledge, &svg);
        ff_app_reply_drawing(&svg, format, reply);
        ff_text_free(&svg);
    }
    return ff_app_end(&arena, code, reply, error);
}
