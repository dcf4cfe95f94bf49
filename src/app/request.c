/* Requests: the table of routes, and how an answer gets its status. */
#include "app/request.h"
#include "app/request_export.h"
#include "app/request_import.h"
#include "app/request_takes.h"
#include "app/safety.h"

#include "base/json.h"

#include <footfall/assess.h>

#include <limits.h>
#include <stdio.h>
#include <string.h>

static ff_code answer_about(ff_call *call, ff_error *error);
static ff_code answer_runs(ff_call *call, ff_error *error);
static ff_code answer_run(ff_call *call, ff_error *error);
static ff_code answer_run_chart(ff_call *call, ff_error *error);
static ff_code answer_onset_chart(ff_call *call, ff_error *error);
static ff_code answer_visit(ff_call *call, ff_error *error);
static ff_code answer_visit_told(ff_call *call, ff_error *error);
static ff_code answer_why(ff_call *call, ff_error *error);
static ff_code answer_safety(ff_call *call, ff_error *error);
static ff_code answer_patterns(ff_call *call, ff_error *error);
static ff_code answer_imports(ff_call *call, ff_error *error);
static ff_code answer_sites(ff_call *call, ff_error *error);
static ff_code answer_sources(ff_call *call, ff_error *error);
static ff_code answer_foot_map(ff_call *call, ff_error *error);
static ff_code answer_questions(ff_call *call, ff_error *error);
static ff_code answer_log(ff_call *call, ff_error *error);
static ff_code answer_assess(ff_call *call, ff_error *error);

#define ROUTES(X)                                                                                  \
    X("GET", "/api", "what there is to ask, and where things are kept", true, answer_about)        \
    X("POST", "/api/language", "keeps the language that the page speaks", false,                   \
      ff_answer_language)                                                                          \
    X("GET", "/api/runs", "the runs, with numbness, shoe and laps pressed by hand", false,         \
      answer_runs)                                                                                 \
    X("GET", "/api/runs/{run}", "one run in full: laps, pauses, and columns for a chart", false,   \
      answer_run)                                                                                  \
    X("GET", "/api/runs/{run}/chart", "one run as a drawing", false, answer_run_chart)             \
    X("GET", "/api/onset-chart", "as a drawing: when numbness began, run by run", false,           \
      answer_onset_chart)                                                                          \
    X("GET", "/api/safety", "how soon to be seen, and why: what stands on top of every answer", false,\
      answer_safety)                                                                               \
    X("GET", "/api/patterns", "what goes with numbness, and what else the runs say", false,        \
      answer_patterns)                                                                             \
    X("GET", "/api/visit", "a note to take along to a doctor, also as a page", false,              \
      answer_visit)                                                                                \
    X("POST", "/api/visit", "keeps what is told for the note, and gives it", false,                \
      answer_visit_told)                                                                           \
    X("GET", "/api/imports", "what became of every imported file", false, answer_imports)          \
    X("GET", "/api/sites", "the names of the foot's regions", true, answer_sites)                  \
    X("GET", "/api/foot-map", "both feet to be marked, and where all runs were", false,            \
      answer_foot_map)                                                                             \
    X("GET", "/api/sources", "what the numbers rest on", true, answer_sources)                     \
    X("GET", "/api/questions", "the safety signs, and all that is asked", true, answer_questions)  \
    X("POST", "/api/answer", "keeps one answer", false, ff_answer_answer)                          \
    X("POST", "/api/answers", "keeps several answers, all or none", false, ff_answer_answers)      \
    X("POST", "/api/log", "keeps what is said of one run", false, answer_log)                      \
    X("GET", "/api/feet", "both feet as they were measured", false, ff_answer_feet)                \
    X("GET", "/api/feet/history", "everything ever said of both feet", false,                      \
      ff_answer_feet_history)                                                                      \
    X("GET", "/api/feet/picture", "where to measure a foot, as a drawing", true,                   \
      ff_answer_feet_picture)                                                                      \
    X("POST", "/api/feet", "keeps what was measured of one foot", false, ff_answer_feet_keep)      \
    X("GET", "/api/shoes", "the shoes, what was measured of them, and their distance", false,      \
      ff_answer_shoes)                                                                             \
    X("POST", "/api/shoes", "keeps what is told of one shoe", false, ff_answer_shoes_keep)         \
    X("GET", "/api/trial", "what the runs of the trial showed so far", false, ff_answer_trial)     \
    X("GET", "/api/trial/chart", "as a drawing: the runs of the trial", false,                     \
      ff_answer_trial_chart)                                                                       \
    X("POST", "/api/trial/plan", "what a trial would take, keeping nothing", false,                \
      ff_answer_trial_plan)                                                                        \
    X("POST", "/api/trial/start", "starts a trial, and says what to do on its first run", false,   \
      ff_answer_trial_start)                                                                       \
    X("POST", "/api/trial/end", "ends the trial, and says what it showed", false,                  \
      ff_answer_trial_end)                                                                         \
    X("GET", "/api/plan", "the plan: what was done of it, and what comes", false, ff_answer_plan)  \
    X("POST", "/api/plan", "writes a plan, checks and keeps an edited one, or ends it", false,     \
      ff_answer_plan_write)                                                                        \
    X("POST", "/api/next", "draws what to do on the next run of the trial", false,                 \
      ff_answer_next)                                                                              \
    X("GET", "/api/routines", "what to do with the body", false, ff_answer_routines)               \
    X("GET", "/api/routines/{name}", "one routine in full", false, ff_answer_routine)              \
    X("GET", "/api/routines/{name}/picture", "its exercises as a drawing", false,                  \
      ff_answer_routine_picture)                                                                   \
    X("GET", "/api/home-tests", "the tests to do at home, and what was answered", false,           \
      ff_answer_home_tests)                                                                        \
    X("GET", "/api/home-tests/{name}", "how one is done, and what counts", false,                  \
      ff_answer_home_test)                                                                         \
    X("GET", "/api/home-tests/{name}/picture", "how it is done, as a drawing", false,              \
      ff_answer_home_test_picture)                                                                 \
    X("POST", "/api/home-tests/{name}", "what a result means; keeps it as an answer", false,       \
      ff_answer_home_test_result)                                                                  \
    X("GET", "/api/plan/workouts", "what is to come of the plan, as workouts for a watch", false,  \
      ff_answer_plan_workouts)                                                                     \
    X("POST", "/api/pad", "where a pad goes, by what is sent; keeps nothing", false,               \
      ff_answer_pad_of)                                                                            \
    X("GET", "/api/habits", "six ways to keep numbness away, each as it stands", false,            \
      ff_answer_habits)                                                                            \
    X("GET", "/api/alive", "that somebody is there, and with which journal", true,                 \
      ff_answer_alive)                                                                             \
    X("GET", "/api/data", "what is kept, how much, and where", false, ff_answer_data)              \
    X("GET", "/api/copy", "a copy of the journal, as a file", false, ff_answer_copy)               \
    X("POST", "/api/export", "begins to make a file of all runs, or of all there is", false,      \
      ff_answer_export_begin)                                                                      \
    X("POST", "/api/export/step", "makes more of it for a tenth of a second", false,               \
      ff_answer_export_step)                                                                       \
    X("POST", "/api/export/stop", "lets go of it", false, ff_answer_export_stop)                   \
    X("POST", "/api/forget", "forgets everything, for good", false, ff_answer_forget)              \
    X("GET", "/api/habits/calendar", "when to look at them again, as a calendar", false,           \
      ff_answer_habits_calendar)

/* Those that take a query. */
#define QUERY_ROUTES(X)                                                                            \
    X("GET", "/api/why", "red flags, causes, and the next thing to try", false, answer_why)        \
    X("GET", "/api/question", "what to ask next", false, ff_answer_question)                       \
    X("GET", "/api/size", "a foot in every size system, or a label's feet", false,                 \
      ff_answer_size)                                                                              \
    X("GET", "/api/fit-shoe", "whether a shoe has room for both feet, and what to ask for", false, \
      ff_answer_fit_shoe)                                                                          \
    X("GET", "/api/lace", "a lacing that does not press where it is sore, with its drawing", false,\
      ff_answer_lace)                                                                              \
    X("GET", "/api/step", "shorter, quicker steps over weeks, from one's own step rate", false,    \
      ff_answer_step)                                                                              \
    X("GET", "/api/plan/calendar", "what is to come of the plan, as a calendar", false,            \
      ff_answer_plan_calendar)                                                                     \
    X("GET", "/api/pad", "where a pad goes, by what is kept of the feet", false, ff_answer_pad)    \
    X("GET", "/api/export/file", "the file that was made", false, ff_answer_export_file)           \
    X("POST", "/api/assess", "an assessment of the answers sent, keeping nothing", true,           \
      answer_assess)

#define IMPORT_ROUTES(X)                                                                           \
    X("GET", "/api/import", "how it stands with the runs that are being brought in", false,        \
      ff_answer_import)                                                                            \
    X("POST", "/api/import", "begins to bring in files", false, ff_answer_import_begin)            \
    X("POST", "/api/import/step", "reads on in them for a tenth of a second", false,             \
      ff_answer_import_step)                                                                       \
    X("POST", "/api/import/stop", "ends that; what was read is kept", false,                       \
      ff_answer_import_stop)                                                                       \
    X("POST", "/api/restore/look", "looks into a copy for a tenth of a second", false,             \
      ff_answer_restore_look)                                                                      \
    X("POST", "/api/restore", "puts back the copy that was looked into", false, ff_answer_restore)

/* Those whose body is bytes, not JSON; a query says what they are. */
#define BYTE_ROUTES(X)                                                                             \
    X("POST", "/api/import/file", "takes a file, or the next piece of it", false,                  \
      ff_answer_import_file)

#define ROUTE(method, path, what, stateless, function)                                             \
    {method, path, what, stateless, false, FF_REQUEST_BODY_MAX, false},
#define QUERY_ROUTE(method, path, what, stateless, function)                                       \
    {method, path, what, stateless, true, FF_REQUEST_BODY_MAX, false},
#define BYTE_ROUTE(method, path, what, stateless, function)                                        \
    {method, path, what, stateless, true, FF_REQUEST_BYTES_MAX, true},
static const ff_route routes[] = {ROUTES(ROUTE) IMPORT_ROUTES(ROUTE) QUERY_ROUTES(QUERY_ROUTE)
                                      BYTE_ROUTES(BYTE_ROUTE){0}};
#undef BYTE_ROUTE
#undef QUERY_ROUTE
#undef ROUTE

#define FUNCTION(method, path, what, stateless, function) function,
static ff_code (*const functions[])(ff_call *, ff_error *) = {
    ROUTES(FUNCTION) IMPORT_ROUTES(FUNCTION) QUERY_ROUTES(FUNCTION) BYTE_ROUTES(FUNCTION)};
#undef FUNCTION

const ff_route *ff_routes(void) {
    return routes;
}

static ff_code answer_about(ff_call *call, ff_error *error) {
    ff_json json;
    const char *language;
    ff_code code = ff_language_kept(call, &language, error);
    if (code != FF_OK) {
        return code;
    }
    ff_json_init(&json, &call->reply->text);
    ff_json_object(&json);
    if (call->app != NULL) {
        ff_json_text_member(&json, "program", call->app->program);
        ff_json_text_member(&json, "journal", ff_journal_path(call->app->journal));
    }
    if (language != NULL) {
        ff_json_text_member(&json, "language", language);
    }
    ff_json_text_member(&json, "knowledge", ff_knowledge_built_in.version);
    ff_json_name(&json, "routes");
    ff_json_array(&json);
    for (const ff_route *r = routes; r->method != NULL; r++) {
        ff_json_object(&json);
        ff_json_text_member(&json, "method", r->method);
        ff_json_text_member(&json, "path", r->path);
        ff_json_text_member(&json, "what", r->what);
        if (r->takes_query) {
            ff_json_name(&json, "query");
            ff_json_bool(&json, true);
        }
        if (r->takes_bytes) {
            ff_json_name(&json, "bytes");
            ff_json_uint(&json, r->body_max);
        }
        ff_json_end_object(&json);
    }
    ff_json_end_array(&json);
    ff_json_end_object(&json);
    ff_text_add_char(&call->reply->text, '\n');
    return ff_text_check(&call->reply->text, error);
}

static ff_code answer_runs(ff_call *call, ff_error *error) {
    return ff_app_runs(call->app, FF_AS_JSON, call->reply, error);
}

static ff_code answer_run(ff_call *call, ff_error *error) {
    return ff_app_show(call->app, call->word, FF_AS_JSON, call->reply, error);
}

static ff_code answer_run_chart(ff_call *call, ff_error *error) {
    return ff_app_run_chart(call->app, call->word, FF_AS_JSON, call->reply, error);
}

static ff_code answer_onset_chart(ff_call *call, ff_error *error) {
    return ff_app_onset_chart(call->app, FF_AS_JSON, call->reply, error);
}

/* The cause that ?explain= names; NULL when it is not there. */
static ff_code read_explain(ff_call *call, const char **cause, ff_error *error) {
    *cause = NULL;
    ff_query_field field = {.name = "explain", .to = cause};
    return ff_query_read(call->query, &field, 1, call->arena, error);
}

static ff_code answer_why(ff_call *call, ff_error *error) {
    const char *cause = NULL;
    ff_code code = read_explain(call, &cause, error);
    return code == FF_OK ? ff_app_explain(call->app, cause, FF_AS_JSON, call->reply, error) : code;
}

static ff_code answer_safety(ff_call *call, ff_error *error) {
    ff_safety safety;
    ff_json json;
    ff_code code = ff_safety_look(call->app, call->arena, &safety, error);
    if (code != FF_OK) {
        return code;
    }
    ff_json_init(&json, &call->reply->text);
    ff_json_object(&json);
    ff_safety_member(&safety, &json);
    ff_json_end_object(&json);
    ff_text_add_char(&call->reply->text, '\n');
    return ff_text_check(&call->reply->text, error);
}

static ff_code answer_patterns(ff_call *call, ff_error *error) {
    return ff_app_patterns(call->app, FF_AS_JSON, call->reply, error);
}

static ff_code answer_visit_told(ff_call *call, ff_error *error) {
    ff_visit_request request = {.with_html = true, .format = FF_AS_JSON};
    const ff_field fields[] = {
        {.name = "name", .kind = FF_FIELD_WORDS, .to = &request.name},
        {.name = "medicines", .kind = FF_FIELD_WORDS, .to = &request.medicines},
        {.name = "question", .kind = FF_FIELD_WORDS, .to = &request.question},
    };
    ff_code code = ff_call_body(call, fields, sizeof fields / sizeof *fields, error);
    return code == FF_OK ? ff_app_visit(call->app, &request, call->reply, error) : code;
}

static ff_code answer_visit(ff_call *call, ff_error *error) {
    const ff_visit_request request = {.with_html = true, .format = FF_AS_JSON};
    return ff_app_visit(call->app, &request, call->reply, error);
}

static ff_code answer_imports(ff_call *call, ff_error *error) {
    return ff_app_imports(call->app, FF_AS_JSON, call->reply, error);
}

static ff_code answer_sites(ff_call *call, ff_error *error) {
    return ff_sites_list(FF_AS_JSON, call->reply, error);
}

static ff_code answer_foot_map(ff_call *call, ff_error *error) {
    return ff_app_where(call->app, FF_AS_JSON, call->reply, error);
}

static ff_code answer_questions(ff_call *call, ff_error *error) {
    return ff_questions_list(FF_AS_JSON, call->reply, error);
}

static ff_code answer_sources(ff_call *call, ff_error *error) {
    return ff_sources_list(FF_AS_JSON, call->reply, error);
}

/* A run may be said as text, as on the command line, or as the number that the list gives. */
static ff_code read_run(const json_t *value, ff_arena *arena, const char **run, ff_error *error) {
    if (json_is_string(value)) {
        *run = json_string_value(value);
        return FF_OK;
    }
    if (json_is_integer(value)) {
        *run = ff_arena_printf(arena, "%lld", (long long)json_integer_value(value));
        return ff_arena_check(arena, error);
    }
    return ff_fail(error, FF_ERR_VALUE, "run", FF_NO_OFFSET,
                   "'run' must be a number, a date such as \"2026-08-02\", or \"last\"");
}

static ff_code read_log(ff_call *call, ff_log_request *log, ff_error *error) {
    const json_t *run = NULL;
    ff_texts changed = {0};
    const ff_field fields[] = {
        {.name = "run", .kind = FF_FIELD_JSON, .to = &run, .needed = true},
        {.name = "numb", .kind = FF_FIELD_TEXT, .to = &log->numb},
        {.name = "from_lap",
         .kind = FF_FIELD_WHOLE,
         .to = &log->from_lap,
         .least = 1,
         .most = INT_MAX},
        {.name = "none", .kind = FF_FIELD_BOOL, .to = &log->none},
        {.name = "coming", .kind = FF_FIELD_BOOL, .to = &log->coming},
        {.name = "gone", .kind = FF_FIELD_TEXT, .to = &log->gone},
        {.name = "gone_lap",
         .kind = FF_FIELD_WHOLE,
         .to = &log->gone_lap,
         .least = 1,
         .most = INT_MAX},
        {.name = "unsay", .kind = FF_FIELD_TEXT, .to = &log->unsay},
        {.name = "sites", .kind = FF_FIELD_TEXT, .to = &log->sites},
        {.name = "strength", .kind = FF_FIELD_WHOLE, .to = &log->strength, .least = 0, .most = 10},
        {.name = "feelings", .kind = FF_FIELD_TEXT, .to = &log->feelings},
        {.name = "shoe", .kind = FF_FIELD_TEXT, .to = &log->shoe},
        {.name = "insole", .kind = FF_FIELD_TEXT, .to = &log->gear[FF_GEAR_INSOLE]},
        {.name = "sock", .kind = FF_FIELD_TEXT, .to = &log->gear[FF_GEAR_SOCK]},
        {.name = "lacing", .kind = FF_FIELD_TEXT, .to = &log->gear[FF_GEAR_LACING]},
        {.name = "changed", .kind = FF_FIELD_TEXTS, .to = &changed},
    };
    ff_code code = ff_call_body(call, fields, sizeof fields / sizeof *fields, error);
    if (code == FF_OK) {
        code = read_run(run, call->arena, &log->run, error);
    }
    log->changed = changed.items;
    log->changed_count = changed.count;
    return code;
}

/* The use case names what was at fault as the command line spells it. */
void ff_error_name_as_key(ff_error *error) {
    for (char *c = error->where; *c != '\0'; c++) {
        if (*c == '-') {
            *c = '_';
        }
    }
    if (strcmp(error->where, "site") == 0) {
        snprintf(error->where, sizeof error->where, "sites");
    } else if (strcmp(error->where, "feeling") == 0) {
        snprintf(error->where, sizeof error->where, "feelings");
    }
}

static ff_code answer_log(ff_call *call, ff_error *error) {
    ff_log_request log = {.strength = -1, .format = FF_AS_JSON};
    ff_code code = read_log(call, &log, error);
    if (code != FF_OK) {
        return code;
    }
    code = ff_app_log(call->app, &log, call->reply, error);
    if (code == FF_ERR_VALUE || code == FF_ERR_USAGE) {
        ff_error_name_as_key(error);
    }
    return code;
}

static ff_code answer_assess(ff_call *call, ff_error *error) {
    const char *cause = NULL;
    ff_code code = read_explain(call, &cause, error);
    if (code != FF_OK) {
        return code;
    }
    return ff_assess_explain(call->context, call->request->length > 0 ? call->request->body : "",
                             call->request->length, cause, true, &call->reply->text, error);
}

static int status_of(ff_code code) {
    switch (code) {
    case FF_OK:
        return 200;
    case FF_ERR_USAGE:
    case FF_ERR_JSON:
    case FF_ERR_KEY:
    case FF_ERR_VALUE:
        return 400;
    case FF_ERR_NOT_FOUND:
    case FF_ERR_NONE_YET:
        return 404;
    case FF_ERR_LIMIT:
        return 413;
    case FF_ERR_BUSY:
    case FF_ERR_CANCELLED:
        return 503;
    default:
        return 500;
    }
}

/* A word in a path is a number, a date or a name: nothing that would have to be decoded. */
static size_t word_length(const char *at, const char *end) {
    static const char signs[] =
        "0123456789-_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t length = strspn(at, signs);
    return length < (size_t)(end - at) ? length : (size_t)(end - at);
}

/* What stands where the route has {...}, if it has. */
typedef struct {
    const char *at;
    size_t length;
} path_word;

static bool same_path(const ff_route *route, const char *path, size_t length, path_word *word) {
    const char *end = path + length;
    *word = (path_word){0};
    for (const char *c = route->path; *c != '\0'; c++) {
        if (*c == '{') {
            *word = (path_word){path, word_length(path, end)};
            path += word->length;
            c = strchr(c, '}');
            if (word->length == 0) {
                return false;
            }
        } else if (path == end || *path++ != *c) {
            return false;
        }
    }
    return path == end;
}

void ff_request_methods(const char *path, char methods[FF_METHODS_SIZE]) {
    size_t length = strcspn(path, "?"), used = 0;
    path_word word;
    methods[0] = '\0';
    for (const ff_route *r = routes; r->method != NULL; r++) {
        if (same_path(r, path, length, &word) && used < FF_METHODS_SIZE) {
            used += (size_t)snprintf(methods + used, FF_METHODS_SIZE - used, "%s%s",
                                     used > 0 ? ", " : "", r->method);
        }
    }
}

/* The index of the route, or -1 with the status and the error for it. */
static int find_route(const ff_request *request, path_word *word, int *status, ff_error *error) {
    size_t length = strcspn(request->path, "?");
    for (int i = 0; routes[i].method != NULL; i++) {
        if (same_path(&routes[i], request->path, length, word) &&
            strcmp(routes[i].method, request->method) == 0) {
            return i;
        }
    }
    char path[64], methods[FF_METHODS_SIZE];
    snprintf(path, sizeof path, "%.*s", (int)(length < 63 ? length : 63), request->path);
    ff_request_methods(request->path, methods);
    if (methods[0] != '\0') {
        *status = 405;
        ff_fail(error, FF_ERR_USAGE, path, FF_NO_OFFSET, "'%s' is asked with %s", path, methods);
    } else {
        *status = 404;
        ff_fail(error, FF_ERR_NOT_FOUND, path, FF_NO_OFFSET,
                "there is no such path; GET /api lists them");
    }
    return -1;
}

size_t ff_request_body_max(const char *method, const char *path) {
    size_t length = strcspn(path, "?");
    path_word word;
    for (const ff_route *r = routes; r->method != NULL; r++) {
        if (r->takes_bytes && same_path(r, path, length, &word) && strcmp(r->method, method) == 0) {
            return r->body_max;
        }
    }
    return FF_REQUEST_BODY_MAX;
}

static ff_code check_size(const ff_request *request, ff_error *error) {
    size_t most = ff_request_body_max(request->method, request->path);
    if (request->length > most) {
        return ff_fail(error, FF_ERR_LIMIT, "body", FF_NO_OFFSET, "it has more than %zu bytes",
                       most);
    }
    if (strlen(request->path) > FF_REQUEST_PATH_MAX) {
        return ff_fail(error, FF_ERR_LIMIT, "path", FF_NO_OFFSET, "it has more than %d characters",
                       FF_REQUEST_PATH_MAX);
    }
    return FF_OK;
}

/* What a route must not be given. */
static ff_code check_input(const ff_call *call, const ff_route *route, ff_error *error) {
    if (strcmp(route->method, "GET") == 0 && call->request->length > 0) {
        return ff_fail(error, FF_ERR_USAGE, "body", FF_NO_OFFSET, "GET takes no body");
    }
    if (call->query[0] != '\0' && !route->takes_query) {
        return ff_fail(error, FF_ERR_KEY, "query", FF_NO_OFFSET, "%s takes no query", route->path);
    }
    return FF_OK;
}

static int answer(ff_call *call, ff_error *error) {
    int status = 0;
    ff_code code = check_size(call->request, error);
    if (code != FF_OK) {
        return status_of(code);
    }
    path_word word;
    int i = find_route(call->request, &word, &status, error);
    if (i < 0) {
        return status;
    }
    if (call->app == NULL && !routes[i].stateless) {
        ff_fail(error, FF_ERR_USAGE, routes[i].path, FF_NO_OFFSET,
                "no journal is open, so nothing can be kept or looked up");
        return 503;
    }
    code = check_input(call, &routes[i], error);
    if (code == FF_OK && word.length > 0) {
        call->word = ff_arena_copy_bytes(call->arena, word.at, word.length);
        code = ff_arena_check(call->arena, error);
    }
    if (code == FF_OK) {
        code = functions[i](call, error);
    }
    if (code == FF_OK) {
        code = ff_text_check(&call->reply->text, error);
    }
    return status_of(code);
}

void ff_answer_init(ff_answer *out, const ff_context *context) {
    *out = (ff_answer){0};
    ff_text_init(&out->text, ff_context_allocator(context));
}

void ff_answer_free(ff_answer *out) {
    ff_text_free(&out->text);
    if (out->type != NULL) {
        ff_bytes_close(&out->bytes);
        out->type = NULL;
    }
}

int ff_request_answer(const ff_context *context, ff_app *app, const ff_request *request,
                      ff_answer *out) {
    ff_arena arena;
    ff_arena_init(&arena, ff_context_allocator(context));
    ff_error error;
    ff_error_clear(&error);
    ff_answer_free(out); /* whatever failed before is not this answer's failure */
    ff_reply reply = {.text = out->text};
    size_t query = strcspn(request->path, "?");
    ff_call call = {.context = context,
                    .app = app,
                    .request = request,
                    .query = request->path + query + (request->path[query] == '?'),
                    .arena = &arena,
                    .reply = &reply};
    int status = answer(&call, &error);
    if (status != 200) {
        ff_reply_error(&reply, &error);
    }
    *out = (ff_answer){reply.text, call.type, call.bytes};
    json_decref(call.body);
    ff_arena_free(&arena);
    return status;
}
