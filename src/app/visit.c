/* visit: the note to take along. */
#include "app/app.h"

#include "app/assess.h"
#include "app/collect.h"
#include "app/document_files.h"
#include "app/feet.h"
#include "app/sites.h"
#include "app/trial_look.h"
#include "app/typed.h"
#include "base/folder.h"
#include "report/visit.h"

#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

/* ---- what was typed ---- */

static ff_code check_text(const char *option, const char *text, ff_error *error) {
    if (text == NULL) {
        return FF_OK;
    }
    if (text[0] == '\0' || strlen(text) > FF_VISIT_TEXT_MOST) {
        return ff_fail(error, FF_ERR_VALUE, option, FF_NO_OFFSET,
                       "'%s' takes 1 to %d bytes of text; what is longer does not fit on a page "
                       "that is read in a minute",
                       option, FF_VISIT_TEXT_MOST);
    }
    return ff_typed_words(text, option, FF_VISIT_TEXT_MOST, error);
}

static ff_code check_request(const ff_visit_request *request, ff_error *error) {
    const struct {
        const char *option, *text;
    } texts[] = {{"name", request->name},
                 {"medicines", request->medicines},
                 {"question", request->question}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ff_code code = check_text(texts[i].option, texts[i].text, error);
        if (code != FF_OK) {
            return code;
        }
    }
    if (request->fhir != NULL && strcmp(request->fhir, "-") == 0 && request->format == FF_AS_JSON) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "--fhir - would be printed into the JSON: give a FILE");
    }
    if (request->fhir != NULL && request->fhir[0] == '\0') {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET, "--fhir needs the name of a file");
    }
    return ff_document_files_check(&request->files, request->format, error);
}

/* ---- the foot map ---- */

typedef struct marks {
    size_t runs; /* with a place marked */
    size_t left[FF_FOOT_MAP_REGIONS], right[FF_FOOT_MAP_REGIONS];
} marks;

static void count_marks(const ff_history *history, marks *m) {
    *m = (marks){0};
    for (size_t i = 0; i < history->count; i++) {
        const ff_onset *onset = history->runs[i].onset;
        ff_sites sites;
        if (onset == NULL || onset->sites == NULL || onset->sites[0] == '\0' ||
            ff_sites_parse(onset->sites, &sites, NULL) != FF_OK) {
            continue;
        }
        m->runs++;
        for (size_t r = 0; r < knowledge->region_count; r++) {
            m->left[r] += sites.left >> r & 1;
            m->right[r] += sites.right >> r & 1;
        }
    }
}

/* Thirds of the runs with a mark; what was only drawn is the lightest beside them. */
static ff_foot_shade shade_of(size_t marked, size_t runs, bool drawn) {
    return 3 * marked > 2 * runs               ? FF_SHADE_MOST
           : 3 * marked > runs                 ? FF_SHADE_OFTEN
           : marked > 0 || (drawn && runs > 0) ? FF_SHADE_SOME
           : drawn                             ? FF_SHADE_MOST
                                               : FF_SHADE_NONE;
}

static void map_of(const ff_collected *collected, ff_arena *arena, ff_visit_source *from) {
    const ff_case *runner = &collected->runner;
    ff_sites all = {runner->sites.left | runner->also_sites.left,
                    runner->sites.right | runner->also_sites.right};
    marks m;
    count_marks(&collected->history, &m);
    ff_foot_map *map = ff_arena_take(arena, 1, sizeof *map);
    if (map == NULL || (all.left | all.right) == 0) {
        return;
    }
    for (size_t r = 0; r < knowledge->region_count; r++) {
        map->left[r] = shade_of(m.left[r], m.runs, all.left >> r & 1);
        map->right[r] = shade_of(m.right[r], m.runs, all.right >> r & 1);
    }
    map->key[FF_SHADE_MOST] =
        m.runs > 0 ? "marked on over two thirds of these runs" : "as drawn by the runner";
    map->key[FF_SHADE_OFTEN] = "on a third to two thirds";
    map->key[FF_SHADE_SOME] = "on fewer, or only drawn";
    ff_text words;
    ff_text_init(&words, arena->allocator);
    ff_sites_describe(&all, &words);
    from->sites_words = ff_arena_keep(arena, &words);
    from->sites_from =
        m.runs > 0 ? ff_arena_printf(arena, "marked on %zu run%s", m.runs, m.runs == 1 ? "" : "s")
                   : "drawn by the runner";
    map->words = ff_arena_printf(arena, "%s (%s)", from->sites_words, from->sites_from);
    from->map = map;
}

/* ---- the whole ---- */

typedef struct gathered {
    ff_collected collected;
    ff_assessment assessment;
    ff_feet feet;
    ff_visit_source from;
    ff_visit visit;
} gathered;

static ff_code gather(ff_app *app, ff_arena *arena, const ff_visit_request *request, gathered *g,
                      ff_error *error) {
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
    from->name = request->name;
    from->medicines = request->medicines;
    from->question = request->question;
    map_of(&g->collected, arena, from);
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
    if (code == FF_OK) {
        code = g != NULL ? gather(app, arena, request, g, error) : ff_arena_check(arena, error);
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
