/* shoe: the shoes, or one of them. What is told of one is kept as a whole, or not at all. */
#include "app/history.h"
#include "app/shoes.h"
#include "app/size_typed.h"
#include "app/typed.h"
#include "base/number.h"
#include "measure/wear.h"
#include "report/shoe_report.h"

#include <footfall/size.h>

#include <math.h>
#include <string.h>

typedef struct {
    ff_app *app;
    ff_arena *arena;
    const ff_shoe_request *request;
    ff_error *error;
    ff_shoe shoe;
} job;

static bool tells(const ff_shoe_request *r) {
    bool any = r->forget != NULL || r->rename != NULL || r->retire || r->unretire;
    for (int i = 0; i < FF_SHOE_KIND_COUNT; i++) {
        any |= r->figures[i] != NULL;
    }
    for (int i = 0; i < FF_SHOE_LABEL_COUNT; i++) {
        any |= r->labels[i] != NULL;
    }
    return any;
}

/* ---- reading ---- */

static ff_code check_request(job *j) {
    const ff_shoe_request *r = j->request;
    if (r->retire && r->unretire) {
        return ff_fail(j->error, FF_ERR_USAGE, "retire", FF_NO_OFFSET,
                       "a shoe is retired or it is not");
    }
    if (r->name == NULL && tells(r)) {
        return ff_fail(j->error, FF_ERR_USAGE, "shoe", FF_NO_OFFSET, "say of which shoe: its name");
    }
    if (!tells(r) && (r->method != NULL || r->error != NULL)) {
        return ff_fail(j->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "say what was measured (such as --inner-length 275)");
    }
    return r->name != NULL ? ff_typed_words(r->name, "shoe", FF_SHOE_NAME_MOST, j->error) : FF_OK;
}

static const char *method_name(int i) {
    return ff_shoe_method_name((ff_shoe_method)i);
}

static ff_code read_method(job *j, ff_shoe_method *method) {
    const char *name = j->request->method != NULL ? j->request->method : "sockliner";
    int number = ff_shoe_method_of_name(name);
    *method = number >= 0 ? (ff_shoe_method)number : FF_SHOE_BY_OTHER;
    return number >= 0
               ? FF_OK
               : ff_typed_unknown("method", name, FF_SHOE_METHOD_COUNT, method_name, j->error);
}

static ff_code read_figure(job *j, ff_shoe_kind kind, ff_shoe_method method, double own_error,
                           ff_shoe_figure *f) {
    const ff_typed_limits limits = {ff_shoe_kind_name(kind), ff_shoe_kind_words(kind),
                                    ff_shoe_kind_unit(kind), ff_shoe_kind_least(kind),
                                    ff_shoe_kind_most(kind)};
    bool inside = kind < FF_SHOE_SOCK;
    *f = (ff_shoe_figure){.shoe_id = j->shoe.id,
                          .kind = kind,
                          .method = inside ? method : FF_SHOE_BY_OTHER,
                          .said_by = "runner"};
    f->error = inside && !isnan(own_error) ? own_error : ff_shoe_usual_error(kind, f->method);
    return ff_typed_number(j->request->figures[kind], &limits, &f->value, j->error);
}

/* Figures that cannot be of one shoe. */
static ff_code check_together(job *j, const ff_shoe_figure *figures, size_t count) {
    ff_shoe_facts facts;
    double value[FF_SHOE_KIND_COUNT];
    ff_code code = ff_shoe_facts_read(j->app, j->arena, j->shoe.id, &facts, j->error);
    for (int i = 0; i < FF_SHOE_KIND_COUNT; i++) {
        value[i] = code == FF_OK && facts.counts[i] != NULL ? facts.counts[i]->value : (double)NAN;
    }
    for (size_t i = 0; i < count; i++) {
        value[figures[i].kind] = figures[i].value;
    }
    static const struct {
        ff_shoe_kind part, whole;
        double most;
    } pairs[] = {{FF_SHOE_BALL_WIDTH, FF_SHOE_INNER_LENGTH, 0.48},
                 {FF_SHOE_WIDTH_80, FF_SHOE_BALL_WIDTH, 1.06},
                 {FF_SHOE_WIDTH_88, FF_SHOE_BALL_WIDTH, 1.03},
                 {FF_SHOE_WIDTH_94, FF_SHOE_BALL_WIDTH, 1.00},
                 {FF_SHOE_WIDTH_88, FF_SHOE_WIDTH_80, 1.04},
                 {FF_SHOE_WIDTH_94, FF_SHOE_WIDTH_88, 1.04}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs && code == FF_OK; i++) {
        double part = value[pairs[i].part], most = pairs[i].most * value[pairs[i].whole];
        if (part > most) {
            code = ff_fail(
                j->error, FF_ERR_VALUE, ff_shoe_kind_name(pairs[i].part), FF_NO_OFFSET,
                "%s %.0f mm does not go with %s %.0f mm: up to %.0f mm would. Widths are straight "
                "across, percent are of the inner length, from the heel",
                ff_shoe_kind_words(pairs[i].part), part, ff_shoe_kind_words(pairs[i].whole),
                value[pairs[i].whole], most);
        }
    }
    return code;
}

static ff_code keep_figures(job *j) {
    ff_shoe_figure figures[FF_SHOE_KIND_COUNT];
    size_t count = 0;
    double own_error = NAN;
    ff_shoe_method method;
    const ff_typed_limits limits = {"error", "how far off it may be", "mm", 0, 20};
    ff_code code = read_method(j, &method);
    if (code == FF_OK && j->request->error != NULL) {
        code = ff_typed_number(j->request->error, &limits, &own_error, j->error);
    }
    for (int i = 0; i < FF_SHOE_KIND_COUNT && code == FF_OK; i++) {
        if (j->request->figures[i] != NULL) {
            code = read_figure(j, (ff_shoe_kind)i, method, own_error, &figures[count]);
            count += code == FF_OK;
        }
    }
    if (code == FF_OK) {
        code = check_together(j, figures, count);
    }
    const ff_shoe_figure_list list = {figures, count};
    return code == FF_OK ? ff_journal_put_shoe_figures(j->app->journal, &list, j->error) : code;
}

/* Written as the system is, with a label that shops have. */
static ff_code read_size(job *j, const char *typed, const char **size) {
    ff_size_system system;
    double label;
    ff_code code = ff_size_words(typed, &system, &label, j->error);
    if (code == FF_OK) {
        char number[FF_NUMBER_SIZE];
        ff_number_format(label, number);
        *size = ff_arena_printf(j->arena, "%s %s", ff_size_system_name(system), number);
        code = ff_arena_check(j->arena, j->error);
    }
    return code;
}

static ff_code keep_labels(job *j) {
    ff_code code = FF_OK;
    for (int i = 0; i < FF_SHOE_LABEL_COUNT && code == FF_OK; i++) {
        const char *words = j->request->labels[i];
        if (words == NULL) {
            continue;
        }
        code = i == FF_SHOE_SIZE ? read_size(j, words, &words)
                                 : ff_typed_words(words, ff_shoe_label_name((ff_shoe_label_kind)i),
                                                  FF_SHOE_NAME_MOST, j->error);
        if (code == FF_OK) {
            code = ff_journal_set_shoe_label(j->app->journal, j->shoe.id, (ff_shoe_label_kind)i,
                                             words, "runner", j->error);
        }
    }
    return code;
}

/* All that is kept of a shoe: its figures, then its labels. */
static const char *kept_name(int i) {
    return i < FF_SHOE_KIND_COUNT
               ? ff_shoe_kind_name((ff_shoe_kind)i)
               : ff_shoe_label_name((ff_shoe_label_kind)(i - FF_SHOE_KIND_COUNT));
}

static ff_code forget(job *j) {
    const char *what = j->request->forget;
    if (what == NULL) {
        return FF_OK;
    }
    int kind = ff_shoe_kind_of_name(what), label = ff_shoe_label_of_name(what);
    if (kind < 0 && label < 0) {
        return ff_typed_unknown("forget", what, FF_SHOE_KIND_COUNT + FF_SHOE_LABEL_COUNT, kept_name,
                                j->error);
    }
    if (label >= 0) {
        return ff_journal_set_shoe_label(j->app->journal, j->shoe.id, (ff_shoe_label_kind)label,
                                         NULL, "runner", j->error);
    }
    ff_shoe_figure back = {.shoe_id = j->shoe.id,
                           .kind = (ff_shoe_kind)kind,
                           .value = NAN,
                           .method = FF_SHOE_BY_OTHER,
                           .said_by = "runner"};
    const ff_shoe_figure_list list = {&back, 1};
    return ff_journal_put_shoe_figures(j->app->journal, &list, j->error);
}

/* ---- keeping ---- */

static bool makes_new(const ff_shoe_request *r) {
    return r->forget == NULL && r->rename == NULL && !r->retire && !r->unretire;
}

static ff_code find_or_make(job *j) {
    ff_code code = ff_shoe_find(j->app, j->arena, j->request->name, &j->shoe, j->error);
    if (code == FF_ERR_NOT_FOUND && makes_new(j->request)) {
        code = ff_journal_add_shoe(j->app->journal, j->request->name, &j->shoe.id, j->error);
    }
    return code;
}

static ff_code rename_or_retire(job *j) {
    const ff_shoe_request *r = j->request;
    ff_code code = FF_OK;
    if (r->rename != NULL) {
        code = ff_typed_words(r->rename, "rename", FF_SHOE_NAME_MOST, j->error);
        code = code == FF_OK
                   ? ff_journal_rename_shoe(j->app->journal, j->shoe.id, r->rename, j->error)
                   : code;
    }
    if (code == FF_OK && (r->retire || r->unretire)) {
        code = ff_journal_retire_shoe(j->app->journal, j->shoe.id, r->retire, j->error);
    }
    return code;
}

static ff_code keep(job *j) {
    ff_code (*const steps[])(job *) = {find_or_make, keep_figures, keep_labels, forget,
                                       rename_or_retire};
    ff_code code = FF_OK;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && code == FF_OK; i++) {
        code = steps[i](j);
    }
    return code;
}

/* ---- showing ---- */

static const ff_wear *wear_of(const ff_wear_list *wear, const char *name) {
    for (size_t i = 0; i < wear->count; i++) {
        if (strcmp(wear->items[i].kind, "shoe") == 0 && strcmp(wear->items[i].name, name) == 0) {
            return &wear->items[i];
        }
    }
    return NULL;
}

static ff_code read_rows(job *j, ff_shoe_list *shoes, ff_shoe_row **rows) {
    ff_history history;
    ff_wear_list wear;
    ff_finding_list findings;
    ff_code code = ff_journal_shoes(j->app->journal, j->arena, shoes, j->error);
    if (code == FF_OK) {
        code = ff_history_read(j->app, j->arena, FF_WITHOUT_PARTS, &history, j->error);
    }
    if (code != FF_OK) {
        return code;
    }
    const ff_logged_run_list runs = {history.runs, history.count};
    code = ff_wear_of(j->arena, &runs, shoes, &wear, &findings, j->error);
    *rows = ff_arena_take(j->arena, shoes->count, sizeof **rows);
    code = code == FF_OK ? ff_arena_check(j->arena, j->error) : code;
    for (size_t i = 0; i < shoes->count && code == FF_OK; i++) {
        ff_shoe_facts *facts = ff_arena_take(j->arena, 1, sizeof *facts);
        if (facts == NULL) {
            return ff_arena_check(j->arena, j->error);
        }
        code = ff_shoe_facts_read(j->app, j->arena, shoes->items[i].id, facts, j->error);
        (*rows)[i] = (ff_shoe_row){.shoe = &shoes->items[i],
                                   .wear = wear_of(&wear, shoes->items[i].name),
                                   .counts = facts->counts,
                                   .labels = facts->labels};
    }
    return code;
}

static ff_code show(job *j, ff_reply *reply) {
    ff_shoe_list shoes;
    ff_shoe_row *rows;
    ff_code code = read_rows(j, &shoes, &rows);
    bool json = j->request->format == FF_AS_JSON;
    if (code != FF_OK) {
        return code;
    }
    if (j->request->name == NULL && json) {
        ff_shoes_report_json(rows, shoes.count, &reply->text);
    } else if (j->request->name == NULL) {
        ff_shoes_report_text(rows, shoes.count, j->app->program, j->arena, &reply->text);
    }
    for (size_t i = 0; i < shoes.count && j->request->name != NULL; i++) {
        if (shoes.items[i].id == j->shoe.id && json) {
            ff_shoe_report_json(&rows[i], &reply->text);
        } else if (shoes.items[i].id == j->shoe.id) {
            ff_shoe_report_text(&rows[i], j->app->program, j->arena, &reply->text);
        }
    }
    return FF_OK;
}

ff_code ff_app_shoe(ff_app *app, const ff_shoe_request *request, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    job j = {.app = app, .arena = &arena, .request = request, .error = error};
    ff_code code = check_request(&j);
    if (code == FF_OK && tells(request)) {
        code = ff_journal_begin(app->journal, error);
        if (code == FF_OK) {
            code = ff_journal_finish(app->journal, keep(&j), error);
        }
    } else if (code == FF_OK && request->name != NULL) {
        code = ff_shoe_find(app, &arena, request->name, &j.shoe, error);
    }
    if (code == FF_OK) {
        code = show(&j, reply);
    }
    return ff_app_end(&arena, code, reply, error);
}
