/* lace: a lacing given or chosen, told and drawn. */
#include "app/app.h"
#include "app/safety.h"
#include "app/show.h"
#include "app/sites.h"
#include "app/typed.h"
#include "report/lacing_drawing.h"
#include "report/lacing_report.h"

#include <footfall/lacing.h>

#include <string.h>

/* A throat of fewer rows is no running shoe's: rows above a short sequence are free. */
#define LEAST_PAIRS 5

/* How long a word of --where may be. */
#define WORD_SIZE 32

#define ANY_NUMBER 1e6

typedef struct {
    const ff_lace_request *request;
    const char *program;
    const char *from;        /* where the spots are from */
    const ff_safety *safety; /* NULL: nothing of the runner is looked at */
    ff_arena *arena;
    ff_error *error;
    ff_lacing_shoe shoe;
    bool pairs_told;
} lacing_call;

/* ---- what is asked ---- */

/* What is believed of a shoe, ff_lacing_shoe_check knows. */
static ff_code read_number(const char *name, const char *unit, const char *text, double *to,
                           ff_error *error) {
    const ff_typed_limits any = {name, name, unit, -ANY_NUMBER, ANY_NUMBER};
    return text != NULL ? ff_typed_number(text, &any, to, error) : FF_OK;
}

static ff_code read_shoe(lacing_call *call) {
    const ff_lace_request *r = call->request;
    call->shoe = ff_lacing_shoe_usual();
    call->pairs_told = r->pairs != NULL;
    double pairs = call->shoe.pairs;
    ff_code code = read_number("pairs", "", r->pairs, &pairs, call->error);
    code = code == FF_OK ? read_number("width", "mm", r->width, &call->shoe.width_mm, call->error)
                         : code;
    code = code == FF_OK ? read_number("pitch", "mm", r->pitch, &call->shoe.pitch_mm, call->error)
                         : code;
    code =
        code == FF_OK ? read_number("ends", "mm", r->ends, &call->shoe.ends_mm, call->error) : code;
    code = code == FF_OK
               ? read_number("friction", "", r->friction, &call->shoe.friction, call->error)
               : code;
    if (code != FF_OK) {
        return code;
    }
    if (!(pairs >= 2 && pairs <= FF_LACING_MOST_PAIRS) || pairs != (int)pairs) {
        return ff_fail(call->error, FF_ERR_VALUE, "pairs", FF_NO_OFFSET,
                       "pairs must be a whole number from 2 to %d", FF_LACING_MOST_PAIRS);
    }
    call->shoe.pairs = (int)pairs;
    return ff_lacing_shoe_check(&call->shoe, call->error);
}

static ff_code check_parts(const ff_lace_request *r, ff_error *error) {
    if (r->sequence != NULL && r->pattern != NULL) {
        return ff_fail(error, FF_ERR_USAGE, "pattern", FF_NO_OFFSET,
                       "a sequence is a pattern of your own: give one of the two");
    }
    if (r->where != NULL || r->heel_slip) {
        return ff_fail(
            error, FF_ERR_USAGE, "where", FF_NO_OFFSET,
            "a place chooses a lacing, and one is given already: leave out one of the two");
    }
    return FF_OK;
}

static ff_code read_lacing(lacing_call *call, ff_lacing *lacing) {
    const ff_lace_request *r = call->request;
    if (r->pattern != NULL) {
        return ff_lacing_pattern(r->pattern, call->shoe.pairs, lacing, call->error);
    }
    ff_code code = ff_lacing_parse(r->sequence, lacing, call->error);
    if (code == FF_OK && !call->pairs_told) {
        int top = ff_lacing_top_row(lacing);
        call->shoe.pairs = top > LEAST_PAIRS ? top : LEAST_PAIRS;
    }
    return code == FF_OK ? ff_lacing_check(lacing, call->shoe.pairs, call->error) : code;
}

/* ---- what is answered ---- */

static ff_code draw(const lacing_call *call, const ff_lacing_sheet *sheet, ff_text *svg) {
    const char *title = ff_arena_printf(call->arena, "Lacing: %s", sheet->words);
    const char *notice =
        call->safety != NULL ? ff_safety_notice(call->safety, call->program, call->arena) : NULL;
    ff_lacing_drawing(sheet, title != NULL ? title : "Lacing", notice, svg);
    return ff_text_check(svg, call->error);
}

static void write_json(const lacing_call *call, const ff_lacing_report *report, const char *svg,
                       ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    if (call->safety != NULL) {
        ff_safety_member(call->safety, &json);
    }
    ff_lacing_report_members(report, svg, call->arena, &json);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

static ff_code write_sheet(const lacing_call *call, const ff_lacing_sheet *sheet, ff_text *svg,
                           ff_reply *reply) {
    const ff_lace_request *r = call->request;
    const ff_lacing_report report = {.sheet = sheet,
                                     .remedy =
                                         ff_knowledge_remedy(&ff_knowledge_built_in, "lacing"),
                                     .program = call->program,
                                     .from = call->from};
    if (report.remedy == NULL) {
        return ff_fail(call->error, FF_ERR_INTERNAL, "lacing", FF_NO_OFFSET,
                       "there is no such remedy");
    }
    ff_code code = r->drawing || r->with_svg ? draw(call, sheet, svg) : FF_OK;
    if (code != FF_OK) {
        return code;
    }
    if (r->drawing) {
        ff_app_reply_drawing(svg, r->format, reply);
    } else if (r->format == FF_AS_JSON) {
        write_json(call, &report, r->with_svg ? svg->data : NULL, &reply->text);
    } else {
        if (call->safety != NULL) {
            ff_safety_preface(call->safety, call->program, &reply->text);
        }
        ff_lacing_report_text(&report, call->arena, &reply->text);
    }
    return FF_OK;
}

static ff_code tell(const lacing_call *call, const ff_lacing *lacing, const char *name,
                    const ff_lacing_choice *choice, ff_reply *reply) {
    ff_text svg;
    ff_lacing_sheet *sheet = ff_arena_take(call->arena, 1, sizeof *sheet);
    if (sheet == NULL) {
        return ff_arena_check(call->arena, call->error);
    }
    ff_lacing_sheet_of(lacing, &call->shoe, name, choice, sheet);
    ff_text_init(&svg, call->arena->allocator);
    ff_code code = write_sheet(call, sheet, &svg, reply);
    ff_text_free(&svg);
    return code;
}

ff_code ff_lace(const ff_context *context, const char *program, const ff_lace_request *request,
                ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_lacing lacing;
    ff_arena_init(&arena, ff_context_allocator(context));
    lacing_call call = {.request = request, .program = program, .arena = &arena, .error = error};
    ff_code code = check_parts(request, error);
    code = code == FF_OK ? read_shoe(&call) : code;
    code = code == FF_OK ? read_lacing(&call, &lacing) : code;
    code = code == FF_OK ? tell(&call, &lacing, request->pattern, NULL, reply) : code;
    return ff_app_end(&arena, code, reply, error);
}

/* ---- choosing ---- */

static ff_code read_where(const lacing_call *call, ff_lacing_wish *wish) {
    ff_code code = FF_OK;
    for (const char *at = call->request->where; *at != '\0' && code == FF_OK;) {
        char word[WORD_SIZE];
        size_t length = strcspn(at, ", ;");
        size_t kept = length < sizeof word - 1 ? length : sizeof word - 1;
        memcpy(word, at, kept);
        word[kept] = '\0';
        code = length > 0 ? ff_lacing_add_spot(word, &call->shoe, wish, call->error) : FF_OK;
        at += length + (at[length] != '\0');
    }
    if (code == FF_OK && wish->spot_count == 0) {
        return ff_fail(call->error, FF_ERR_VALUE, "where", FF_NO_OFFSET,
                       "no place is named: say for example instep,ankle");
    }
    return code;
}

/* Numb skin lies under what presses and beyond it, towards the toes: forefoot and toes tell of
 * laces over them only where nothing higher up is marked (judgement). */
static ff_code add_marked(const lacing_call *call, uint64_t marked, bool front,
                          ff_lacing_wish *wish) {
    const ff_knowledge *k = &ff_knowledge_built_in;
    ff_code code = FF_OK;
    for (size_t i = 0; i < k->region_count && code == FF_OK; i++) {
        const char *word = marked >> i & 1 ? ff_lacing_spot_of_region(k->regions[i].id) : NULL;
        bool in_front = word != NULL && (strcmp(word, "toes") == 0 || strcmp(word, "ball") == 0);
        if (word != NULL && in_front == front) {
            code = ff_lacing_add_spot(word, &call->shoe, wish, call->error);
        }
    }
    return code;
}

static ff_code read_marks(lacing_call *call, const ff_sites *sites, ff_lacing_wish *wish) {
    uint64_t marked = sites->left | sites->right;
    ff_code code = add_marked(call, marked, false, wish);
    if (code == FF_OK && wish->spot_count == 0) {
        code = add_marked(call, marked, true, wish);
    }
    if (code != FF_OK || wish->spot_count == 0) {
        return code;
    }
    ff_text line;
    ff_text_init(&line, call->arena->allocator);
    ff_text_add(&line, "Where: as you marked it numb (");
    ff_sites_describe(sites, &line);
    ff_text_add(&line,
                "). Numb skin lies under what presses and beyond it, towards the toes: press along "
                "the laces with a finger, and name the sore place (--where) where it is another.");
    call->from = ff_arena_copy(call->arena, line.data);
    call->arena->failed |= line.failed;
    ff_text_free(&line);
    return ff_arena_check(call->arena, call->error);
}

static ff_code choose(lacing_call *call, const ff_lacing_wish *wish, ff_reply *reply) {
    ff_lacing usual;
    ff_lacing_choice *choice = ff_arena_take(call->arena, 1, sizeof *choice);
    if (choice == NULL) {
        return ff_arena_check(call->arena, call->error);
    }
    ff_lacing_choose(wish, &call->shoe, choice);
    if (choice->chosen == choice->count) {
        ff_code code = ff_lacing_pattern("crisscross", call->shoe.pairs, &usual, call->error);
        return code == FF_OK ? tell(call, &usual, "crisscross", choice, reply) : code;
    }
    const ff_lacing_verdict *v = &choice->verdicts[choice->chosen];
    memcpy(call->shoe.pull, v->pulls, sizeof call->shoe.pull);
    return tell(call, &v->lacing, v->name, choice, reply);
}

static ff_code answer(lacing_call *call, const ff_safety *safety, ff_reply *reply) {
    ff_lacing_wish wish = {.heel_slip = call->request->heel_slip};
    const ff_assessment *assessment = &safety->assessment;
    if (!ff_safety_allows(safety, ff_knowledge_remedy(&ff_knowledge_built_in, "lacing"))) {
        ff_safety_refuse(assessment, "No lacing is chosen: this comes first.", NULL,
                         call->request->format, reply);
        return FF_OK;
    }
    ff_code code = call->request->where != NULL
                       ? read_where(call, &wish)
                       : read_marks(call, &safety->collected.runner.sites, &wish);
    if (code == FF_OK && wish.spot_count == 0 && !wish.heel_slip) {
        ff_safety_refuse(
            assessment,
            "No lacing is chosen: nothing on top of the foot is marked numb where laces press. "
            "Say where it presses: toes, ball, instep, upper_instep, ankle, top, or 40mm.",
            "Such as --where instep,ankle.", call->request->format, reply);
        return FF_OK;
    }
    return code == FF_OK ? choose(call, &wish, reply) : code;
}

/* Patterns need rows to choose from. */
static ff_code check_pairs(const lacing_call *call) {
    ff_lacing usual;
    return ff_lacing_pattern("crisscross", call->shoe.pairs, &usual, call->error);
}

static bool is_given(const ff_lace_request *r) {
    return r->sequence != NULL || r->pattern != NULL;
}

/* A lacing that is given is no advice, so open safety questions need not stand before it; a red
 * flag must. */
static ff_code tell_given(lacing_call *call, const ff_safety *safety, ff_reply *reply) {
    ff_lacing lacing;
    ff_code code = check_parts(call->request, call->error);
    call->safety = safety->must_be_seen ? safety : NULL;
    code = code == FF_OK ? read_lacing(call, &lacing) : code;
    return code == FF_OK ? tell(call, &lacing, call->request->pattern, NULL, reply) : code;
}

ff_code ff_app_lace(ff_app *app, const ff_lace_request *request, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    lacing_call call = {
        .request = request, .program = app->program, .arena = &arena, .error = error};
    ff_safety *safety = ff_arena_take(&arena, 1, sizeof *safety);
    if (safety == NULL) {
        return ff_app_end(&arena, ff_arena_check(&arena, error), reply, error);
    }
    ff_code code = read_shoe(&call);
    code = code == FF_OK && !is_given(request) ? check_pairs(&call) : code;
    code = code == FF_OK ? ff_safety_look(app, &arena, safety, error) : code;
    if (code == FF_OK && is_given(request)) {
        code = tell_given(&call, safety, reply);
    } else if (code == FF_OK) {
        call.safety = safety;
        code = answer(&call, safety, reply);
    }
    return ff_app_end(&arena, code, reply, error);
}
