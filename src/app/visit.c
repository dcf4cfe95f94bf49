/* visit: the note to take along. */
#include "app/app.h"

#include "app/assess.h"
#include "app/collect.h"
#include "app/document_files.h"
#include "app/feet.h"
#include "app/marks.h"
#include "app/trial_look.h"
#include "app/visit_told.h"
#include "base/folder.h"
#include "report/visit.h"

#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

/* ---- what was typed ---- */

static ff_code check_request(const ff_visit_request *request, ff_error *error) {
    if (request->fhir != NULL && strcmp(request->fhir, "-") == 0 && request->format == FF_AS_JSON) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "--fhir - would be printed into the JSON: give a FILE");
    }
    if (request->fhir != NULL && request->fhir[0] == '\0') {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET, "--fhir needs the name of a file");
    }
    return ff_document_files_check(&request->files, request->format, error);
}

/* ---- the whole ---- */

typedef struct gathered {
    ff_collected collected;
    ff_assessment assessment;
    ff_feet feet;
    ff_visit_told told;
    ff_visit_source from;
    ff_visit visit;
} gathered;

static ff_code gather(ff_app *app, ff_arena *arena, gathered *g, ff_error *error) {
    ff_visit_source *from = &g->from;
    ff_code code = ff_collect(app, arena, 0, &g->collected, error);
    if (code == FF_OK) {
        code = ff_assess_case(arena, &g->collected.runner, &g->assessment, error);
    }
    if (code == FF_OK) {
        code = ff_feet_read(app, arena, &g->feet, error);
    }
    if (code == FF_OK) {
        code = ff_trial_look(app, arena, &from->trial, &from->analysis, error);
    }
    if (code == FF_OK) {
        code = ff_visit_told_read(app, arena, &g->told, error);
    }
    if (code != FF_OK) {
        return code;
    }
    from->knowledge = knowledge;
    from->runner = &g->collected.runner;
    from->assessment = &g->assessment;
    from->runs = &g->collected.runs;
    from->told = &g->collected.told;
    from->logged = g->collected.history.runs;
    from->logged_count = g->collected.history.count;
    from->feet = (const ff_foot_figure *const(*)[FF_FOOT_KIND_COUNT])g->feet.counts;
    from->made_s = ff_context_now(app->context);
    from->name = g->told.name;
    from->medicines = g->told.medicines;
    from->medicines_on = g->told.medicines_on;
    from->question = g->told.question;
    ff_marks marks;
    ff_marks_sum(&g->collected, false, arena, &marks);
    from->map = marks.map;
    from->sites_words = marks.words;
    from->sites_from = marks.from;
    ff_visit_make(&g->visit, from, arena);
    return ff_arena_check(arena, error);
}

static void write_json(const ff_visit *visit, const ff_document *document,
                       const ff_visit_request *request, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    ff_visit_members(&json, visit);
    if (request->with_html) {
        ff_text html;
        ff_text_init(&html, out->allocator);
        ff_document_as_html(document, &html);
        ff_json_text_member(&json, "html", html.data);
        ff_json_name(&json, "document");
        ff_document_as_json(document, &json);
        out->failed |= html.failed;
        ff_text_free(&html);
    }
    ff_document_files_member(&request->files, &json);
    ff_json_text_member(&json, "fhir", request->fhir);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

static ff_code write_fhir(const ff_app *app, const ff_visit *visit, ff_arena *arena,
                          const ff_visit_request *request, ff_reply *reply, ff_error *error) {
    ff_text bundle;
    if (request->fhir == NULL) {
        return FF_OK;
    }
    ff_text_init(&bundle, ff_context_allocator(app->context));
    ff_visit_fhir(visit, arena, &bundle);
    ff_code code = ff_text_check(&bundle, error);
    if (code == FF_OK && strcmp(request->fhir, "-") == 0) {
        ff_text_clear(&reply->text);
        ff_text_add_bytes(&reply->text, bundle.data, bundle.length);
    } else if (code == FF_OK) {
        code = ff_file_write(request->fhir, bundle.data, bundle.length, error);
        if (code == FF_OK && request->format == FF_AS_TEXT) {
            ff_text_addf(&reply->text, "%sWritten: %s (FHIR R4, for a clinic's system).\n",
                         ff_document_files_wanted(&request->files) ? "" : "\n", request->fhir);
        }
    }
    ff_text_free(&bundle);
    return code;
}

static ff_code visit(ff_app *app, ff_arena *arena, const ff_visit_request *request, ff_reply *reply,
                     ff_error *error) {
    gathered *g = ff_arena_take(arena, 1, sizeof *g);
    ff_document_builder builder;
    ff_code code = check_request(request, error);
    code = code == FF_OK ? ff_visit_told_keep(app, request, error) : code;
    if (code == FF_OK) {
        code = g != NULL ? gather(app, arena, g, error) : ff_arena_check(arena, error);
    }
    if (code != FF_OK) {
        return code;
    }
    ff_visit_note(&g->visit, arena, &builder);
    code = ff_arena_check(arena, error);
    if (code == FF_OK && request->format == FF_AS_JSON) {
        write_json(&g->visit, &builder.document, request, &reply->text);
    } else if (code == FF_OK) {
        ff_document_as_text(&builder.document, &reply->text);
    }
    if (code == FF_OK) {
        code = ff_document_files_write(app, &builder.document, &request->files, request->format,
                                       reply, error);
    }
    return code == FF_OK ? write_fhir(app, &g->visit, arena, request, reply, error) : code;
}

ff_code ff_app_visit(ff_app *app, const ff_visit_request *request, ff_reply *reply,
                     ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_code code = visit(app, &arena, request, reply, error);
    return ff_app_end(&arena, code, reply, error);
}
