/* foot: what is known of both feet. What is told of one is kept as a whole, or not at all. */
#include "app/feet.h"
#include "app/show.h"
#include "app/typed.h"
#include "measure/foot_findings.h"
#include "report/foot_drawing.h"
#include "report/foot_report.h"

#include <footfall/body.h>
#include <footfall/size.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#define FORGET_ALL "all"

typedef struct {
    ff_app *app;
    ff_arena *arena;
    const ff_foot_request *request;
    ff_error *error;
    ff_side side;
    ff_foot_time time;
    int method;       /* -1: each figure's usual one */
    double set_error; /* NAN: the usual one */
    ff_foot_figure *figures;
    size_t count;
} job;

static bool tells(const ff_foot_request *r) {
    bool any = r->forget != NULL;
    for (int i = 0; i < FF_FOOT_TOLD_COUNT; i++) {
        any |= r->figures[i] != NULL;
    }
    return any;
}

/* ---- reading ---- */

static ff_code read_side(job *j) {
    const ff_foot_request *r = j->request;
    if (r->side == NULL) {
        return ff_fail(j->error, FF_ERR_USAGE, "side", FF_NO_OFFSET,
                       "say of which foot: left or right");
    }
    int side = ff_side_of_name(r->side);
    if (side < 0) {
        return ff_fail(j->error, FF_ERR_VALUE, "side", FF_NO_OFFSET,
                       "a foot is left or right, not '%.20s'", r->side);
    }
    j->side = (ff_side)side;
    return FF_OK;
}

static const char *method_name(int i) {
    return ff_foot_method_name((ff_foot_method)i);
}

static const char *time_name(int i) {
    return ff_foot_time_name((ff_foot_time)i);
}

static const char *kind_name(int i) {
    return ff_foot_kind_name((ff_foot_kind)i);
}

/* "18:30": before 11 it is morning, before 16 midday. -1: no such time. */
static int time_of_clock(const char *text) {
    int hour, minute, end = 0;
    bool read = sscanf(text, "%2d:%2d%n", &hour, &minute, &end) == 2 && text[end] == '\0';
    if (!read || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
        return -1;
    }
    return hour < 11 ? FF_FOOT_MORNING : hour < 16 ? FF_FOOT_MIDDAY : FF_FOOT_EVENING;
}

static ff_code read_how(job *j) {
    const ff_foot_request *r = j->request;
    j->method = r->method != NULL ? ff_foot_method_of_name(r->method) : -1;
    if (r->method != NULL && j->method < 0) {
        return ff_typed_unknown("method", r->method, FF_FOOT_METHOD_COUNT, method_name, j->error);
    }
    int time = FF_FOOT_TIME_UNKNOWN;
    if (r->time != NULL) {
        time = ff_foot_time_of_name(r->time);
        time = time > 0 ? time : time_of_clock(r->time);
    }
    if (time < 0) {
        return ff_typed_unknown("time", r->time, FF_FOOT_TIME_COUNT, time_name, j->error);
    }
    j->time = (ff_foot_time)time;
    j->set_error = NAN;
    const ff_typed_limits limits = {"error", "how far off it may be", "mm", 0, 20};
    return r->error != NULL ? ff_typed_number(r->error, &limits, &j->set_error, j->error) : FF_OK;
}

/* Where nobody said how: as such a figure is usually come by. */
static ff_foot_method usual_method(ff_foot_kind kind) {
    switch (kind) {
    case FF_FOOT_GIRTH:
        return FF_FOOT_BY_TAPE;
    case FF_FOOT_ARCH_INDEX:
    case FF_FOOT_CHIPPAUX:
    case FF_FOOT_STAHELI:
        return FF_FOOT_BY_WET_PRINT;
    case FF_FOOT_LINE:
    case FF_FOOT_NAVICULAR_DROP:
        return FF_FOOT_BY_HOME_TEST;
    case FF_FOOT_FPI:
        return FF_FOOT_BY_OTHER;
    default:
        return FF_FOOT_BY_OUTLINE;
    }
}

/* What stands in a print is read from one. */
static bool is_of_print(ff_foot_kind kind) {
    return kind == FF_FOOT_ARCH_INDEX || kind == FF_FOOT_CHIPPAUX || kind == FF_FOOT_STAHELI;
}

static ff_code check_method(job *j, ff_foot_kind kind, ff_foot_method method) {
    bool prints =
        method >= FF_FOOT_BY_SCAN && method != FF_FOOT_BY_SITTING && method != FF_FOOT_BY_HOME_TEST;
    const ff_home_test *test;
    if (method == FF_FOOT_BY_HOME_TEST &&
        ff_home_test_of_figure(&ff_knowledge_built_in, kind, &test) == NULL) {
        return ff_fail(j->error, FF_ERR_VALUE, "method", FF_NO_OFFSET,
                       "by home_test only the foot line and the navicular drop are told here, not "
                       "%s. Give it in a command of its own",
                       ff_foot_kind_words(kind));
    }
    return !is_of_print(kind) || prints
               ? FF_OK
               : ff_fail(j->error, FF_ERR_VALUE, "method", FF_NO_OFFSET,
                         "%s is read from a print: by scan, photo, wet_print, clinician or other, "
                         "not by %s. "
                         "Give it in a command of its own",
                         ff_foot_kind_words(kind), ff_foot_method_name(method));
}

static ff_code read_figure(job *j, ff_foot_kind kind) {
    const ff_typed_limits limits = {ff_foot_kind_name(kind), ff_foot_kind_words(kind),
                                    ff_foot_kind_unit(kind), ff_foot_kind_least(kind),
                                    ff_foot_kind_most(kind)};
    ff_foot_method method = j->method >= 0 ? (ff_foot_method)j->method : usual_method(kind);
    ff_foot_figure *f = &j->figures[j->count];
    *f = (ff_foot_figure){.side = j->side,
                          .kind = kind,
                          .method = method,
                          .time = j->time,
                          .said_by = j->request->said_by != NULL ? j->request->said_by : "runner"};
    ff_code code = check_method(j, kind, method);
    if (code == FF_OK) {
        code = ff_typed_number(j->request->figures[kind], &limits, &f->value, j->error);
    }
    if (code == FF_OK && kind == FF_FOOT_FPI && f->value != floor(f->value)) {
        return ff_fail(j->error, FF_ERR_VALUE, "fpi", FF_NO_OFFSET,
                       "the foot posture index is a sum of six whole numbers");
    }
    bool own = !isnan(j->set_error) && ff_foot_kind_unit(kind)[0] != '\0';
    f->error = own ? j->set_error : ff_foot_usual_error(kind, method);
    j->count += code == FF_OK;
    return code;
}

/* A taken-back figure of every method that has one. */
static ff_code read_forget(job *j, const ff_feet *feet) {
    const char *forget = j->request->forget;
    if (forget == NULL) {
        return FF_OK;
    }
    bool all = strcmp(forget, FORGET_ALL) == 0;
    int kind = ff_foot_kind_of_name(forget);
    if (!all && kind < 0) {
        return ff_typed_unknown("forget", forget, FF_FOOT_KIND_COUNT, kind_name, j->error);
    }
    size_t before = j->count;
    for (size_t i = 0; i < feet->figures.count; i++) {
        const ff_foot_figure *f = &feet->figures.items[i];
        if (f->side == j->side && (all || (int)f->kind == kind)) {
            j->figures[j->count] = *f;
            j->figures[j->count].value = NAN;
            j->figures[j->count].said_by = "runner";
            j->figures[j->count++].said_at_s = 0;
        }
    }
    return j->count > before
               ? FF_OK
               : ff_fail(j->error, FF_ERR_NOT_FOUND, "forget", FF_NO_OFFSET,
                         "nothing of that kind is known of the %s foot", ff_side_word(j->side));
}

/* ---- figures that cannot be true together ---- */

/* What will count once all is kept; NAN: nothing. */
static double will_count(const job *j, const ff_feet *feet, ff_foot_kind kind) {
    const ff_foot_figure *kept = feet->counts[j->side][kind];
    double value = kept != NULL ? kept->value : (double)NAN;
    for (size_t i = 0; i < j->count; i++) {
        if (j->figures[i].kind == kind && ff_foot_figure_counts(kind, j->figures[i].method)) {
            value = j->figures[i].value;
        }
    }
    return value;
}

static ff_code check_together(job *j, const ff_feet *feet) {
    double values[FF_FOOT_KIND_COUNT];
    bool newer[FF_FOOT_KIND_COUNT] = {false};
    for (int i = 0; i < FF_FOOT_KIND_COUNT; i++) {
        values[i] = will_count(j, feet, (ff_foot_kind)i);
    }
    for (size_t i = 0; i < j->count; i++) {
        newer[j->figures[i].kind] = true;
    }
    return ff_feet_check(values, newer, NULL, j->error);
}

/* ---- keeping ---- */

static ff_code keep(job *j) {
    ff_feet feet;
    ff_code code = ff_feet_read(j->app, j->arena, &feet, j->error);
    if (code != FF_OK) {
        return code;
    }
    j->figures =
        ff_arena_take(j->arena, feet.figures.count + FF_FOOT_KIND_COUNT, sizeof *j->figures);
    code = ff_arena_check(j->arena, j->error);
    code = code == FF_OK ? read_side(j) : code;
    code = code == FF_OK ? read_how(j) : code;
    code = code == FF_OK ? read_forget(j, &feet) : code;
    for (int i = 0; i < FF_FOOT_TOLD_COUNT && code == FF_OK; i++) {
        if (j->request->figures[i] != NULL) {
            code = read_figure(j, (ff_foot_kind)i);
        }
    }
    if (code == FF_OK) {
        code = check_together(j, &feet);
    }
    const ff_foot_figure_list list = {j->figures, j->count};
    return code == FF_OK ? ff_feet_put(j->app, j->arena, &list, j->error) : code;
}

static ff_code check_request(job *j) {
    const ff_foot_request *r = j->request;
    if (tells(r) && r->history) {
        return ff_fail(j->error, FF_ERR_USAGE, "history", FF_NO_OFFSET,
                       "look at the history, or tell something: not both");
    }
    bool how = r->method != NULL || r->time != NULL || r->error != NULL;
    if (!tells(r) && how) {
        return ff_fail(j->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "say what was measured (such as --length 262)");
    }
    return r->side != NULL && !tells(r) ? read_side(j) : FF_OK;
}

/* ---- showing ---- */

static void set_shares(const ff_feet *feet, ff_foot_report *report) {
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        const ff_foot_figure *length = feet->counts[side][FF_FOOT_LENGTH];
        const ff_foot_figure *width = feet->counts[side][FF_FOOT_BALL_WIDTH];
        const ff_foot_figure *arch = feet->counts[side][FF_FOOT_ARCH_INDEX];
        bool known = feet->sex_known && length != NULL;
        report->length_share[side] =
            known ? ff_length_share_below(feet->women, length->value) : (double)NAN;
        report->width_share[side] =
            known && width != NULL ? ff_width_share_below(feet->women, length->value, width->value)
                                   : (double)NAN;
        if (arch != NULL) {
            report->arch[side] = ff_arch_of(arch->value, arch->error);
        }
    }
}

static ff_code show(job *j, ff_reply *reply) {
    ff_feet feet;
    ff_code code = ff_feet_read(j->app, j->arena, &feet, j->error);
    if (code != FF_OK) {
        return code;
    }
    ff_foot_report report = {.program = j->app->program,
                             .counts =
                                 (const ff_foot_figure *const(*)[FF_FOOT_KIND_COUNT])feet.counts,
                             .figures = feet.figures.items,
                             .figure_count = feet.figures.count,
                             .sex_known = feet.sex_known,
                             .women = feet.women,
                             .longer = ff_feet_longer(&feet)};
    set_shares(&feet, &report);
    if (j->request->format == FF_AS_JSON) {
        ff_foot_report_json(&report, &reply->text);
    } else {
        ff_foot_report_text(&report, j->arena, &reply->text);
    }
    return FF_OK;
}

static ff_code show_history(job *j, ff_reply *reply) {
    ff_foot_figure_list all;
    ff_code code = ff_journal_foot_history(j->app->journal, j->arena, &all, j->error);
    if (code == FF_OK && j->request->format == FF_AS_JSON) {
        ff_foot_history_json(all.items, all.count, &reply->text);
    } else if (code == FF_OK) {
        ff_foot_history_text(all.items, all.count, j->arena, &reply->text);
    }
    return code;
}

ff_code ff_app_foot(ff_app *app, const ff_foot_request *request, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    job j = {.app = app, .arena = &arena, .request = request, .error = error};
    ff_code code = check_request(&j);
    if (code == FF_OK && tells(request)) {
        code = ff_journal_begin(app->journal, error);
        if (code == FF_OK) {
            code = ff_journal_finish(app->journal, keep(&j), error);
        }
    }
    if (code == FF_OK) {
        code = request->history ? show_history(&j, reply) : show(&j, reply);
    }
    return ff_app_end(&arena, code, reply, error);
}

ff_code ff_foot_how(const ff_context *context, const char *program, ff_reply *reply,
                    ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, ff_context_allocator(context));
    ff_foot_how_text(program, &arena, &reply->text);
    return ff_app_end(&arena, FF_OK, reply, error);
}

ff_code ff_foot_drawing(const ff_context *context, ff_format format, ff_reply *reply,
                        ff_error *error) {
    ff_text svg;
    ff_text_init(&svg, ff_context_allocator(context));
    ff_foot_drawing_svg(&svg);
    ff_app_reply_drawing(&svg, format, reply);
    ff_text_free(&svg);
    return ff_text_check(&reply->text, error);
}
