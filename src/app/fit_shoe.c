/* fit-shoe: whether a shoe has room for both feet, what to ask for, and a card for the shop. */
#include "app/document_files.h"
#include "app/safety.h"
#include "app/shoes.h"
#include "app/sock.h"
#include "report/shoe_fit_report.h"

#include <footfall/size.h>

#include <math.h>
#include <string.h>

typedef struct {
    ff_app *app;
    ff_arena *arena;
    const ff_fit_shoe_request *request;
    ff_error *error;
    ff_safety safety;
    ff_feet feet;
    ff_shoe shoe;
    ff_shoe_facts facts;
    ff_fit_question question;
    ff_fit_answer answer;
    ff_shoe_fit_report report;
} job;

/* ---- what is asked ---- */

static ff_code find_shoe(job *j) {
    bool found = j->request->shoe != NULL;
    ff_code code = found ? ff_shoe_find(j->app, j->arena, j->request->shoe, &j->shoe, j->error)
                         : ff_shoe_in_use(j->app, j->arena, &j->safety.collected.history, true,
                                          &j->shoe, &found, j->error);
    if (code == FF_OK && found) {
        j->report.shoe = &j->shoe;
        code = ff_shoe_facts_read(j->app, j->arena, j->shoe.id, &j->facts, j->error);
    } else {
        j->facts.sock = ff_sock_medium;
    }
    return code;
}

static ff_code ask(job *j) {
    ff_fit_question *q = &j->question;
    q->shoe = ff_shoe_measures(&j->facts);
    q->sock = j->facts.sock;
    q->insole = j->facts.insole;
    q->more_room = j->request->more_room;
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        q->feet[side] = ff_feet_measures(&j->feet, (ff_side)side);
    }
    ff_code code =
        j->request->sock != NULL ? ff_sock_parse(j->request->sock, &q->sock, j->error) : FF_OK;
    if (code == FF_OK) {
        ff_fit_answer_of(q, &j->answer);
    }
    return code;
}

/* ---- what to ask for ---- */

/* Labels expect a usual sock and usual room: what this foot needs beyond it is added to the foot.
 */
static double foot_for_labels(const job *j) {
    const ff_fit_question *q = &j->question;
    double foot = q->feet[j->answer.longer].at[FF_FIT_LENGTH].mm;
    double usual = foot + FF_TOE_ROOM_MM + ff_sock_medium.mm;
    return foot + fmax(0, j->answer.needed_mm - usual);
}

static ff_code place_sizes(job *j) {
    ff_shoe_fit_report *r = &j->report;
    ff_size_place *places = ff_arena_take(j->arena, FF_SIZE_SYSTEM_COUNT, sizeof *places);
    if (places == NULL) {
        return ff_arena_check(j->arena, j->error);
    }
    r->label_mm = foot_for_labels(j);
    double error = j->question.feet[j->answer.longer].at[FF_FIT_LENGTH].error_mm;
    for (int i = 0; i < FF_SIZE_SYSTEM_COUNT; i++) {
        if (ff_size_tells((ff_size_system)i, r->label_mm)) {
            ff_size_place_of((ff_size_system)i, r->label_mm, error, &places[r->place_count++]);
        }
    }
    r->places = places;
    return FF_OK;
}

static ff_code place_widths(job *j) {
    int side = j->answer.wider >= 0 ? j->answer.wider : j->answer.longer;
    const ff_foot_figure *width = j->feet.counts[side][FF_FOOT_BALL_WIDTH];
    const ff_foot_figure *girth = j->feet.counts[side][FF_FOOT_GIRTH];
    const ff_foot_figure *length = j->feet.counts[side][FF_FOOT_LENGTH];
    const ff_width_known known = {
        width != NULL ? width->value : (double)NAN, width != NULL ? width->error : (double)NAN,
        girth != NULL ? girth->value : (double)NAN, girth != NULL ? girth->error : (double)NAN};
    ff_width_known all;
    if (!j->feet.sex_known || length == NULL || !ff_width_complete(j->feet.women, &known, &all)) {
        return FF_OK;
    }
    ff_width_place *widths = ff_arena_take(j->arena, FF_WIDTH_SYSTEM_COUNT, sizeof *widths);
    if (widths == NULL) {
        return ff_arena_check(j->arena, j->error);
    }
    for (int i = 0; i < FF_WIDTH_SYSTEM_COUNT; i++) {
        ff_width_place_of((ff_width_system)i, j->feet.women, length->value, &all, &widths[i]);
    }
    j->report.widths = widths;
    j->report.width_count = FF_WIDTH_SYSTEM_COUNT;
    return FF_OK;
}

static void set_halves(job *j) {
    const ff_fit_verdict *v = &j->answer.verdicts[j->answer.longer][FF_FIT_LENGTH];
    bool more = j->question.more_room;
    j->report.halves_known = v->band != FF_FIT_UNKNOWN;
    if (j->report.halves_known) {
        j->report.eu = ff_half_sizes_of(v->room_mm, v->error_mm, FF_HALF_EU_MM, more);
        j->report.uk = ff_half_sizes_of(v->room_mm, v->error_mm, FF_HALF_UK_MM, more);
    }
}

static ff_code work_out(job *j) {
    ff_shoe_fit_report *r = &j->report;
    ff_code code = ff_feet_read(j->app, j->arena, &j->feet, j->error);
    code = code == FF_OK ? find_shoe(j) : code;
    code = code == FF_OK ? ask(j) : code;
    if (code != FF_OK) {
        return code;
    }
    r->program = j->app->program;
    r->size = j->facts.labels[FF_SHOE_SIZE];
    r->sock = j->request->sock != NULL ? NULL : j->facts.labels[FF_SHOE_USUAL_SOCK];
    r->insole = j->facts.labels[FF_SHOE_USUAL_INSOLE];
    r->inner_known = j->facts.counts[FF_SHOE_INNER_LENGTH] != NULL;
    r->question = &j->question;
    r->answer = &j->answer;
    r->any_foot = j->answer.longer >= 0;
    r->remedy = ff_knowledge_remedy(&ff_knowledge_built_in, "shoe_wide");
    r->allowed = r->remedy != NULL && ff_safety_allows(&j->safety, r->remedy);
    if (r->any_foot) {
        set_halves(j);
        code = place_sizes(j);
        code = code == FF_OK ? place_widths(j) : code;
    }
    return code;
}

/* ---- answering ---- */

static void answer_json(job *j, ff_reply *reply) {
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_safety_member(&j->safety, &json);
    ff_shoe_fit_report_members(&j->report, &json);
    ff_document_files_member(&j->request->files, &json);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

/* The card carries what must be said first too, in a sentence: the shop is no place for more. */
static ff_code make_card(job *j, ff_document_builder *builder) {
    const char *alert =
        j->safety.must_be_seen
            ? ff_arena_printf(j->arena,
                              "A sign that a doctor should look at comes before any shoe: see what "
                              "'%s why' says first.",
                              j->app->program)
            : NULL;
    int64_t now_s = ff_context_now(j->app->context);
    ff_document_begin(builder, j->arena, "Running shoes: a card for the fitter", now_s);
    ff_shoe_card(&j->report, alert, now_s, builder);
    return ff_arena_check(j->arena, j->error);
}

static ff_code answer(job *j, ff_reply *reply) {
    const ff_fit_shoe_request *request = j->request;
    bool files = ff_document_files_wanted(&request->files);
    if ((request->card || files) && !j->report.any_foot) {
        return ff_fail(j->error, FF_ERR_NOT_FOUND, "foot", FF_NO_OFFSET,
                       "a card needs the length of a foot: 'foot --how' tells how to measure it");
    }
    ff_document_builder builder;
    ff_code code = request->card || files ? make_card(j, &builder) : FF_OK;
    if (code != FF_OK) {
        return code;
    }
    if (request->format == FF_AS_JSON) {
        answer_json(j, reply);
    } else {
        ff_safety_preface(&j->safety, j->app->program, &reply->text);
        if (request->card) {
            ff_document_as_text(&builder.document, &reply->text);
        } else {
            ff_shoe_fit_report_text(&j->report, j->arena, &reply->text);
        }
    }
    bool whole = j->report.any_foot && j->report.shoe != NULL && j->report.inner_known;
    reply->incomplete = !request->card && !whole;
    return files ? ff_document_files_write(j->app, &builder.document, &request->files,
                                           request->format, reply, j->error)
                 : FF_OK;
}

ff_code ff_app_fit_shoe(ff_app *app, const ff_fit_shoe_request *request, ff_reply *reply,
                        ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    job j = {.app = app, .arena = &arena, .request = request, .error = error};
    ff_code code = ff_document_files_check(&request->files, request->format, error);
    if (code == FF_OK) {
        code = ff_safety_look(app, &arena, &j.safety, error);
    }
    if (code == FF_OK && ff_safety_nothing_else(&j.safety)) {
        ff_safety_refuse(&j.safety.assessment,
                         "No shoe is proposed now: this comes first. What you measure of feet and "
                         "shoes is kept all the same.",
                         NULL, request->format, reply);
        return ff_app_end(&arena, code, reply, error);
    }
    code = code == FF_OK ? work_out(&j) : code;
    code = code == FF_OK ? answer(&j, reply) : code;
    return ff_app_end(&arena, code, reply, error);
}
