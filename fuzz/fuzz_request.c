/* Fuzz target: any bytes as a sequence of requests to a journal with a few made-up runs.
 *
 * A request is a line "METHOD PATH" and its body; a line "---" parts it from the next. Whatever is
 * asked, the status is one of the documented ones, and the answer is one JSON value or bytes with
 * their type; an error has its code, its message and what to do, and is never footfall's own
 * mistake. No GET changes the journal but the two that hand out a calendar and remember it. While a
 * red flag is up, every answer that proposes or judges something tells how soon to be seen, and
 * names every one that was said and not taken back, also when the journal was closed and opened
 * again; a trial is refused; the journal stays whole, and nothing lies beside it.
 */
#include "demand_answer.h"
#include "journal/store.h"
#include "made_journal.h"

#include "demand.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define PART      "\n---\n"
#define PART_SIZE (sizeof PART - 1)

enum { REQUESTS_MOST = 24, FLAGS_MOST = 64 };

static ff_app *app;
static int changes_at_first; /* what opening it may have cost */
static bool up[FLAGS_MOST];  /* by flag of the knowledge: said, and not taken back */

static bool asks(const ff_request *request, const char *path) {
    size_t length = strlen(path);
    return strncmp(request->path, path, length) == 0 && strchr("?", request->path[length]) != NULL;
}

/* ---- the red flags that were said, by the requests alone ---- */

static const ff_flag *flag_at(size_t i) {
    return i < ff_knowledge_built_in.flag_count ? &ff_knowledge_built_in.flags[i] : NULL;
}

static const char *text_of(const json_t *object, const char *name) {
    const char *text = json_string_value(json_object_get(object, name));
    return text != NULL ? text : "";
}

static void note_answer(const json_t *answer) {
    const char *state = text_of(answer, "state");
    for (size_t i = 0; flag_at(i) != NULL; i++) {
        if (flag_at(i)->ask[0] != '\0' && strcmp(text_of(answer, "id"), flag_at(i)->id) == 0 &&
            strcmp(state, "skipped") != 0) {
            up[i] = strcmp(state, "said") == 0 && strcmp(text_of(answer, "value"), "yes") == 0;
        }
    }
}

/* What a request that was answered with 200 said of red flags. */
static void note_said(const ff_request *request) {
    if (asks(request, "/api/forget")) {
        memset(up, 0, sizeof up);
        return;
    }
    json_t *body = json_loadb(request->body, request->length, 0, NULL);
    if (asks(request, "/api/answer")) {
        note_answer(body);
    } else if (asks(request, "/api/answers")) {
        const json_t *list = json_object_get(body, "answers");
        for (size_t i = 0; i < json_array_size(list); i++) {
            note_answer(json_array_get(list, i));
        }
    }
    json_decref(body);
}

static bool is_told(const json_t *flags, const char *id) {
    for (size_t i = 0; i < json_array_size(flags); i++) {
        if (strcmp(text_of(json_array_get(flags, i), "id"), id) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_up(ff_triage_level least) {
    for (size_t i = 0; flag_at(i) != NULL; i++) {
        if (up[i] && flag_at(i)->level >= least) {
            return true;
        }
    }
    return false;
}

/* The path, or one below it. */
static bool asks_under(const ff_request *request, const char *path) {
    size_t length = strlen(path);
    return strncmp(request->path, path, length) == 0 && strchr("?/", request->path[length]) != NULL;
}

/* Whether the answer proposes or judges something, so that what is up comes first: in that of a
 * trial what cannot wait, in all others everything. */
static bool must_tell(const ff_request *request) {
    static const char *const paths[] = {
        "/api/answer", "/api/answers",    "/api/fit-shoe", "/api/foot-map",
        "/api/habits", "/api/home-tests", "/api/lace",     "/api/log",
        "/api/pad",    "/api/patterns",   "/api/plan",     "/api/routines",
        "/api/safety", "/api/step",       "/api/visit",    "/api/why"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        if (asks_under(request, paths[i])) {
            return is_up(FF_SELF_CARE);
        }
    }
    return (asks_under(request, "/api/trial") || asks(request, "/api/next")) &&
           is_up(FF_WITHIN_DAYS);
}

/* Before the first trial there is nothing to put a flag in front of; a drawing that is all of the
 * answer has its words in itself, and that of the trial's runs is a record. */
static bool stands_alone(const ff_request *request, const json_t *root) {
    return json_is_null(json_object_get(root, "trial")) || asks(request, "/api/trial/chart") ||
           (json_object_get(root, "svg") != NULL && json_object_size(root) == 1);
}

static void demand_flags(const json_t *triage) {
    const json_t *flags = json_object_get(triage, "flags");
    for (size_t i = 0; flag_at(i) != NULL; i++) {
        demand(!up[i] || is_told(flags, flag_at(i)->id));
    }
}

/* ---- one answer ---- */

static void demand_error(const json_t *root) {
    const json_t *error = json_object_get(root, "error");
    const char *code = text_of(error, "code");
    demand(strncmp(code, "FF_ERR_", 7) == 0 && strcmp(code, "FF_ERR_INTERNAL") != 0);
    demand(strcmp(code, "FF_ERR_DAMAGED_JOURNAL") != 0);
    demand(text_of(error, "message")[0] != '\0' && text_of(error, "next")[0] != '\0');
}

static void demand_file(ff_answer *answer) {
    char byte;
    demand(answer->type[0] != '\0' && answer->text.length == 0 && answer->bytes.size > 0);
    demand(ff_bytes_read(&answer->bytes, answer->bytes.size - 1, &byte, 1, NULL) == FF_OK);
}

static void demand_answer(const ff_request *request, int status, ff_answer *answer) {
    static const int known[] = {200, 400, 404, 405, 413, 503};
    bool is_known = false;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        is_known |= status == known[i];
    }
    demand(is_known);
    if (status == 200 && answer->type != NULL) {
        demand_file(answer);
        return;
    }
    demand(answer->type == NULL);
    demand(answer->text.length > 0 && answer->text.data[answer->text.length - 1] == '\n');
    json_t *root = json_loadb(answer->text.data, answer->text.length, JSON_REJECT_DUPLICATES, NULL);
    demand(root != NULL);
    if (status != 200) {
        demand_error(root);
    } else if (!asks(request, "/api/assess")) { /* that one is of the case in its body */
        const json_t *triage = json_object_get(root, "triage");
        demand(triage != NULL || !must_tell(request) || stands_alone(request, root));
        demand(!asks(request, "/api/trial") || !is_up(FF_WITHIN_DAYS) ||
               strcmp(text_of(root, "ended_by"), "goes_on") != 0 ||
               text_of(root, "refused")[0] != '\0');
        if (triage != NULL) {
            demand_flags(triage);
        }
    }
    json_decref(root);
}

static bool may_change(const ff_request *request) {
    return strcmp(request->method, "GET") != 0 || asks(request, "/api/habits/calendar") ||
           asks(request, "/api/plan/calendar");
}

static int changes_so_far(void) {
    return sqlite3_total_changes(app->journal->db);
}

static int ask(const ff_request *request) {
    ff_answer answer;
    ff_answer_init(&answer, NULL);
    int changes = changes_so_far();
    int status = ff_request_answer(made_context(), app, request, &answer);
    demand(may_change(request) || changes_so_far() == changes);
    if (status == 200 && strcmp(request->method, "POST") == 0) {
        note_said(request);
    }
    demand_answer(request, status, &answer);
    ff_answer_free(&answer);
    return status;
}

/* ---- the sequence ---- */

/* A copy with an end, which lets a sanitizer see what is read behind it. */
static char *copy(const uint8_t *data, size_t size) {
    char *text = size < SIZE_MAX ? malloc(size + 1) : NULL;
    demand(text != NULL);
    if (size > 0) { /* the data of an empty input may be NULL */
        memcpy(text, data, size);
    }
    text[size] = '\0';
    return text;
}

static void ask_part(const uint8_t *data, size_t size) {
    const uint8_t *line_end = size > 0 ? memchr(data, '\n', size) : NULL;
    size_t line = line_end != NULL ? (size_t)(line_end - data) : size;
    size_t behind = line_end != NULL ? line + 1 : size;
    char *method = copy(data, line), *body = copy(data + behind, size - behind);
    char *blank = strchr(method, ' ');
    if (blank != NULL) {
        *blank = '\0';
    }
    const ff_request request = {method, blank != NULL ? blank + 1 : "", body, size - behind};
    ask(&request);
    free(method);
    free(body);
}

/* Bytes before the next line that parts, or all. */
static size_t part_length(const uint8_t *data, size_t size) {
    for (size_t at = 0; at + PART_SIZE <= size; at++) {
        if (memcmp(data + at, PART, PART_SIZE) == 0) {
            return at;
        }
    }
    return size;
}

static void ask_all(const uint8_t *data, size_t size) {
    for (int i = 0; i < REQUESTS_MOST; i++) {
        size_t part = part_length(data, size);
        ask_part(data, part);
        if (part == size) {
            return;
        }
        data += part + PART_SIZE;
        size -= part + PART_SIZE;
    }
}

static void demand_safety(void) {
    const ff_request request = {"GET", "/api/safety", NULL, 0};
    demand(ask(&request) == 200);
}

static void demand_whole(void) {
    ff_sql sql = ff_sql_begin(app->journal, "PRAGMA integrity_check", NULL);
    demand(ff_sql_row(&sql));
    demand(strcmp((const char *)sqlite3_column_text(sql.statement, 0), "ok") == 0);
    demand(ff_sql_end(&sql) == FF_OK);
    sql = ff_sql_begin(app->journal, "PRAGMA foreign_key_check", NULL);
    demand(!ff_sql_row(&sql));
    demand(ff_sql_end(&sql) == FF_OK);
}

/* What was said and is kept, as the next start of footfall finds it. */
static void demand_kept(void) {
    ff_app_close(app);
    demand(made_journal_lies_alone());
    app = made_journal_open_again();
    demand_safety();
    demand_whole();
    ff_app_close(app);
    app = NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (app == NULL) {
        app = made_journal_open();
        changes_at_first = changes_so_far();
    }
    demand(ff_knowledge_built_in.flag_count <= FLAGS_MOST);
    memset(up, 0, sizeof up);
    ask_all(data, size);
    /* One that is as it was made serves the next input: making it anew takes longer. */
    if (changes_so_far() != changes_at_first || app->incoming_count > 0) {
        demand_kept();
    }
    return 0;
}
