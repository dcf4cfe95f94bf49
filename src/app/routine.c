/* routine: what to do with the body, with its dose and its pictures. */
#include "app/app.h"

#include "app/safety.h"
#include "app/show.h"
#include "report/body_report.h"
#include "report/figure.h"

#include <footfall/body.h>

#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

static ff_code find(const char *name, const ff_routine **routine, ff_error *error) {
    ff_text ids;
    ff_text_init(&ids, NULL);
    *routine = ff_knowledge_routine(knowledge, name);
    for (size_t i = 0; i < knowledge->routine_count; i++) {
        ff_text_addf(&ids, "%s%s", i > 0 ? ", " : "", knowledge->routines[i].id);
    }
    ff_code code = *routine != NULL
                       ? FF_OK
                       : ff_fail(error, FF_ERR_NOT_FOUND, "routine", FF_NO_OFFSET,
                                 "there is no routine \"%.40s\"; there are %s", name, ids.data);
    ff_text_free(&ids);
    return code;
}

/* Why it is not shown now; NULL: it may be. What pulls at a nerve waits until a doctor has looked;
 * and where there is room for nothing but being seen, all of it does. */
static const char *refusal(const ff_safety *safety, const ff_routine *routine) {
    bool allowed = routine->remedy == NULL || ff_safety_allows(safety, routine->remedy);
    bool pulls_now = routine->pulls && (safety->must_be_seen || safety->worsening);
    if (allowed && !pulls_now && !ff_safety_nothing_else(safety)) {
        return NULL;
    }
    return safety->must_be_seen ? "This routine is not shown now: this comes first. Ask there "
                                  "whether you may do it."
                                : "This routine is not for a foot that gets worse from week to "
                                  "week: a nerve may be held, and pulling at it may do harm. Let "
                                  "someone look at it first.";
}

/* The answers with which someone should be asked first, as the runner knows them; NULL ends. */
static const char *const *cautions_of(ff_arena *arena, const ff_case *runner,
                                      const ff_routine *routine) {
    const char **found = ff_arena_take(arena, routine->caution_count + 1, sizeof *found);
    size_t count = 0;
    for (size_t i = 0; found != NULL && i < routine->caution_count; i++) {
        const ff_caution *c = &routine->cautions[i];
        bool holds = false;
        for (size_t a = 0; a < runner->findings.count; a++) {
            const ff_finding *answer = &runner->findings.items[a];
            if (strcmp(answer->id, c->fact->id) == 0) {
                holds =
                    answer->state == FF_SAID && ff_fact_level(c->fact, answer->value) == c->level;
            }
        }
        if (holds) {
            found[count++] = c->fact->name;
        }
    }
    return found;
}

static void show(const ff_app *app, ff_arena *arena, const ff_safety *safety,
                 const ff_routine *routine, ff_format format, ff_reply *reply) {
    const char *const *cautions = cautions_of(arena, &safety->collected.runner, routine);
    if (cautions == NULL) {
        return; /* the arena says so */
    }
    if (format == FF_AS_TEXT) {
        ff_safety_preface(safety, app->program, &reply->text);
        ff_routine_text(routine, cautions, app->program, arena, &reply->text);
        return;
    }
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_safety_member(safety, &json);
    ff_routine_json(routine, cautions, app->program, &json);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

static void list(const ff_app *app, ff_arena *arena, const ff_safety *safety, ff_format format,
                 ff_reply *reply) {
    if (format == FF_AS_TEXT) {
        ff_safety_preface(safety, app->program, &reply->text);
        ff_routines_text(knowledge, app->program, arena, &reply->text);
        return;
    }
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_safety_member(safety, &json);
    ff_routines_json(knowledge, &json);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

static void draw(ff_arena *arena, const ff_routine *routine, const char *notice, ff_format format,
                 ff_reply *reply) {
    ff_text svg;
    ff_text_init(&svg, arena->allocator);
    ff_figure *figures = ff_arena_take(arena, routine->exercise_count, sizeof *figures);
    for (size_t i = 0; figures != NULL && i < routine->exercise_count; i++) {
        const ff_exercise *e = routine->exercises[i];
        ff_text dose;
        ff_text_init(&dose, arena->allocator);
        ff_dose_text(e, &dose);
        figures[i] = (ff_figure){e->picture, e->name, ff_arena_copy(arena, dose.data)};
        svg.failed |= dose.failed;
        ff_text_free(&dose);
    }
    if (figures != NULL) {
        const char *id = ff_arena_printf(arena, "routine-%s", routine->id);
        const ff_figure_sheet sheet = {figures, routine->exercise_count,
                                       id != NULL ? id : "routine", routine->name, notice};
        ff_figures_draw(&sheet, &svg);
        ff_app_reply_drawing(&svg, format, reply);
    }
    ff_text_free(&svg);
}

static ff_code answer(ff_app *app, const char *name, bool picture, ff_format format,
                      ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_safety safety;
    const ff_routine *routine = NULL;
    ff_code code = name != NULL ? find(name, &routine, error) : FF_OK;
    if (code == FF_OK) {
        code = ff_safety_look(app, &arena, &safety, error);
    }
    if (code == FF_OK && routine == NULL) {
        list(app, &arena, &safety, format, reply);
    } else if (code == FF_OK) {
        const char *why = refusal(&safety, routine);
        if (why != NULL) {
            ff_safety_refuse(&safety.assessment, why, NULL, format, reply);
        } else if (picture) {
            draw(&arena, routine, ff_safety_notice(&safety, app->program, &arena), format, reply);
        } else {
            show(app, &arena, &safety, routine, format, reply);
        }
    }
    return ff_app_end(&arena, code, reply, error);
}

ff_code ff_app_routine(ff_app *app, const char *name, ff_format format, ff_reply *reply,
                       ff_error *error) {
    return answer(app, name, false, format, reply, error);
}

ff_code ff_app_routine_picture(ff_app *app, const char *name, ff_format format, ff_reply *reply,
                               ff_error *error) {
    return answer(app, name, true, format, reply, error);
}
