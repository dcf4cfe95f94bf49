#include "app/assess.h"

#include <footfall/assess.h>
#include <footfall/interview.h>
#include <footfall/remedy.h>

#include "app/refuse.h"
#include "reason/reason.h"
#include "reason/red_flags.h"
#include "remedy/suggest.h"
#include "report/assessment.h"
#include "report/explanation.h"

#include <jansson.h>

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

/* --- one case -------------------------------------------------------------------------------- */

bool ff_case_gets_worse(const ff_case *runner) {
    const ff_finding *finding = ff_case_finding(runner, "progression");
    return runner->sooner_by_runs ||
           (finding && finding->state == FF_SAID && ff_answer_worsens(finding->id, finding->value));
}

typedef ff_code reasoning(ff_arena *, const ff_knowledge *, const ff_case *, ff_assessment *,
                          ff_error *);

static ff_code assess_by(reasoning *reason, ff_arena *arena, const ff_case *runner,
                         ff_assessment *assessment, ff_error *error) {
    ff_code code = reason(arena, knowledge, runner, assessment, error);
    if (code == FF_OK) {
        code = ff_suggest(arena, knowledge, runner, ff_case_gets_worse(runner), assessment, error);
    }
    return code;
}

ff_code ff_assess_case(ff_arena *arena, const ff_case *given, ff_assessment *assessment,
                       ff_error *error) {
    return assess_by(ff_reason, arena, given, assessment, error);
}

ff_code ff_assess_case_explained(ff_arena *arena, const ff_case *given, ff_assessment *assessment,
                                 ff_error *error) {
    return assess_by(ff_reason_explained, arena, given, assessment, error);
}

/* --- the drawing ----------------------------------------------------------------------------- */

static ff_code add_region(const char *where, const char *id, uint64_t *mask, ff_error *error) {
    int region = ff_knowledge_region(knowledge, id);
    if (region < 0) {
        return ff_refuse_region(where, id, error);
    }
    *mask |= UINT64_C(1) << region;
    return FF_OK;
}

/* --- JSON in --------------------------------------------------------------------------------- */

typedef struct reader {
    ff_arena *arena;
    ff_case runner;
    const ff_flag **ticked, **unsure;
    ff_tried *tried;
    ff_error *error;
} reader;

static ff_code refuse(reader *r, const char *where, const char *expected) {
    return ff_fail(r->error, FF_ERR_VALUE, where, FF_NO_OFFSET, "\"%s\" takes %s", where, expected);
}

static void add_finding(reader *r, const ff_fact *fact, ff_answer_state state, const char *value) {
    assert(fact != NULL); /* find_fact refuses a name that has none */
    r->runner.findings.items[r->runner.findings.count++] =
        (ff_finding){.id = fact->id, .state = state, .value = value, .said_by = "runner"};
}

/* NULL when there is none; the error, FF_ERR_KEY, is filled in then. */
static const ff_fact *find_fact(reader *r, const char *id) {
    const ff_fact *fact = ff_knowledge_fact(knowledge, id);
    if (!fact) {
        ff_refuse_finding(id, r->error);
    }
    return fact;
}

static ff_code read_age(reader *r, const char *key, json_t *value) {
    if (json_is_null(value)) {
        return FF_OK;
    }
    double age = json_number_value(value);
    if (!json_is_number(value) || age < FF_LEAST_YEARS || age > FF_MOST_YEARS) {
        return ff_refuse_age(key, r->error);
    }
    r->runner.age_years = age;
    return FF_OK;
}

static ff_code read_sex(reader *r, const char *key, json_t *value) {
    const char *sex = json_string_value(value);
    const ff_fact *fact = ff_knowledge_fact(knowledge, "female");
    if (json_is_null(value)) {
        return FF_OK;
    }
    if (sex && fact && (strcmp(sex, "female") == 0 || strcmp(sex, "male") == 0)) {
        add_finding(r, fact, FF_SAID, *sex == 'f' ? "yes" : "no");
        return FF_OK;
    }
    if (sex && (strcmp(sex, "other") == 0 || strcmp(sex, "unknown") == 0)) {
        return FF_OK;
    }
    return refuse(r, key, "\"female\", \"male\", \"other\" or \"unknown\"");
}

static ff_code read_foot(reader *r, const char *key, const json_t *regions, uint64_t *mask) {
    size_t i;
    const json_t *region;
    if (!json_is_array(regions)) {
        return refuse(r, key, "a list of regions");
    }
    json_array_foreach(regions, i, region) {
        const char *id = json_string_value(region);
        ff_code code =
            id ? add_region(key, id, mask, r->error) : refuse(r, key, "names of regions");
        if (code != FF_OK) {
            return code;
        }
    }
    return FF_OK;
}

static ff_code read_sites(reader *r, const char *key, json_t *value) {
    const char *side;
    json_t *regions;
    if (!json_is_object(value)) {
        return refuse(r, key, "{\"L\": [...], \"R\": [...]}");
    }
    json_object_foreach(value, side, regions) {
        bool left = strcmp(side, "L") == 0;
        if (!left && strcmp(side, "R") != 0) {
            char name[FF_SHORT_NAME];
            return ff_fail(r->error, FF_ERR_KEY, side, FF_NO_OFFSET,
                           "\"sites\" has the feet \"L\" and \"R\", not \"%s\"",
                           ff_short_name(side, name));
        }
        ff_code code = read_foot(r, left ? "sites.L" : "sites.R", regions,
                                 left ? &r->runner.sites.left : &r->runner.sites.right);
        if (code != FF_OK) {
            return code;
        }
    }
    return FF_OK;
}

static ff_code read_answer(reader *r, const char *id, const json_t *value) {
    const ff_fact *fact = find_fact(r, id);
    if (!fact) {
        return FF_ERR_KEY;
    }
    const char *said = json_string_value(value);
    if (said && ff_fact_level(fact, said) >= 0) {
        add_finding(r, fact, FF_SAID, ff_arena_copy(r->arena, said));
        return FF_OK;
    }
    if (said && (ff_fact_is_skip(fact, said) || strcmp(said, "unsure") == 0)) {
        add_finding(r, fact, FF_NOT_SURE, NULL);
        return FF_OK;
    }
    return ff_refuse_answer(fact, said, r->error);
}

static ff_code read_answers(reader *r, const char *key, json_t *value) {
    const char *id;
    json_t *answer;
    if (!json_is_object(value)) {
        return refuse(r, key, "an object of answers");
    }
    json_object_foreach(value, id, answer) {
        ff_code code = read_answer(r, id, answer);
        if (code != FF_OK) {
            return code;
        }
    }
    return FF_OK;
}

static ff_code read_unsure(reader *r, const char *key, json_t *value) {
    size_t i;
    const json_t *item;
    if (!json_is_array(value)) {
        return refuse(r, key, "a list of findings");
    }
    json_array_foreach(value, i, item) {
        const char *id = json_string_value(item);
        if (!id) {
            return refuse(r, key, "names of findings");
        }
        const ff_flag *flag = ff_knowledge_flag(knowledge, id);
        if (flag && *flag->ask) {
            r->unsure[r->runner.unsure_count++] = flag;
            continue;
        }
        const ff_fact *fact = ff_knowledge_fact(knowledge, id);
        if (!fact) {
            return ff_refuse_question(FF_ERR_KEY, id, r->error);
        }
        if (ff_case_level(&r->runner, fact) >= 0) {
            return ff_fail(r->error, FF_ERR_VALUE, id, FF_NO_OFFSET,
                           "\"%s\" is answered in \"answers\" and named in \"unsure\"; keep one",
                           id);
        }
        add_finding(r, fact, FF_NOT_SURE, NULL);
    }
    return FF_OK;
}

static bool is_unsure_of(const ff_case *runner, const ff_flag *flag) {
    for (size_t i = 0; i < runner->unsure_count; i++) {
        if (runner->unsure[i] == flag) {
            return true;
        }
    }
    return false;
}

static ff_code read_red_flags(reader *r, const char *key, json_t *value) {
    size_t i;
    const json_t *item;
    if (!json_is_array(value)) {
        return refuse(r, key, "a list of red flags");
    }
    r->runner.checklist_asked = true;
    json_array_foreach(value, i, item) {
        const char *id = json_string_value(item);
        const ff_flag *flag = ff_knowledge_flag(knowledge, id);
        if (!id) {
            return refuse(r, key, "names of lines of the safety checklist");
        }
        if (!flag || !*flag->ask) {
            return ff_refuse_flag(key, id, r->error);
        }
        if (is_unsure_of(&r->runner, flag)) {
            return ff_fail(r->error, FF_ERR_VALUE, id, FF_NO_OFFSET,
                           "\"%s\" is in \"red_flags\" and in \"unsure\"; keep one", id);
        }
        r->ticked[r->runner.ticked_count++] = flag;
    }
    return FF_OK;
}

static ff_code read_tried(reader *r, const char *key, json_t *value) {
    static const char *const outcomes[] = {"helped", "no_help", "worse"};
    const char *id;
    json_t *item;
    if (!json_is_object(value)) {
        return refuse(r, key, "an object of changes");
    }
    json_object_foreach(value, id, item) {
        const ff_remedy *remedy = ff_knowledge_remedy(knowledge, id);
        const char *said = json_string_value(item);
        int outcome = -1;
        for (int o = 0; said && o < 3; o++) {
            outcome = strcmp(said, outcomes[o]) == 0 ? o : outcome;
        }
        if (!remedy) {
            return ff_refuse_change(id, r->error);
        }
        if (outcome < 0) {
            return refuse(r, id, "\"helped\", \"no_help\" or \"worse\"");
        }
        r->tried[r->runner.tried_count++] = (ff_tried){remedy, (ff_tried_outcome)outcome};
    }
    return FF_OK;
}

/* Room for all that the lists of this object can add. */
static ff_code take_room(reader *r, const json_t *root) {
    size_t findings = json_object_size(json_object_get(root, "answers")) +
                      json_array_size(json_object_get(root, "unsure")) + 1;
    r->runner.findings.items = ff_arena_take(r->arena, findings, sizeof(ff_finding));
    r->ticked = ff_arena_take(r->arena, json_array_size(json_object_get(root, "red_flags")) + 1,
                              sizeof *r->ticked);
    r->unsure = ff_arena_take(r->arena, json_array_size(json_object_get(root, "unsure")) + 1,
                              sizeof *r->unsure);
    r->tried = ff_arena_take(r->arena, json_object_size(json_object_get(root, "tried")) + 1,
                             sizeof *r->tried);
    r->runner.ticked = r->ticked;
    r->runner.unsure = r->unsure;
    r->runner.tried = r->tried;
    return ff_arena_check(r->arena, r->error);
}

typedef struct known_key {
    const char *name;
    ff_code (*read)(reader *, const char *, json_t *);
} known_key;

/* In this order, whatever the order in the text: what is unsure is held against what was answered.
 */
static const known_key known_keys[] = {
    {"age", read_age},         {"sex", read_sex},       {"sites", read_sites},
    {"answers", read_answers}, {"unsure", read_unsure}, {"red_flags", read_red_flags},
    {"tried", read_tried},
};
enum { KNOWN_KEYS = sizeof known_keys / sizeof known_keys[0] };

static ff_code check_keys(reader *r, json_t *root) {
    const char *key;
    json_t *value;
    json_object_foreach(root, key, value) {
        bool known = false;
        for (size_t i = 0; i < KNOWN_KEYS; i++) {
            known |= strcmp(key, known_keys[i].name) == 0;
        }
        if (!known) {
            char name[FF_SHORT_NAME];
            return ff_fail(r->error, FF_ERR_KEY, key, FF_NO_OFFSET,
                           "\"%s\" is not known here; known are age, sex, sites, answers, "
                           "unsure, red_flags and tried",
                           ff_short_name(key, name));
        }
    }
    return FF_OK;
}

/* The same thing given in two places must be the same. */
static ff_code check_age(reader *r) {
    const ff_fact *fact = ff_knowledge_fact(knowledge, "age");
    int said = fact ? ff_case_level(&r->runner, fact) : -1;
    double age = r->runner.age_years;
    if (said >= 0 && !isnan(age) && said != ff_fact_level_of_number(fact, age)) {
        return ff_fail(r->error, FF_ERR_VALUE, "age", FF_NO_OFFSET,
                       "\"age\" is %g and the answer to \"age\" is \"%s\" (%s); keep one", age,
                       fact->levels[said].id, fact->levels[said].text);
    }
    return FF_OK;
}

static ff_code check_sex(reader *r, const json_t *root) {
    const char *sex = json_string_value(json_object_get(root, "sex"));
    const char *female =
        json_string_value(json_object_get(json_object_get(root, "answers"), "female"));
    bool known = sex && (strcmp(sex, "female") == 0 || strcmp(sex, "male") == 0);
    bool said = female && (strcmp(female, "yes") == 0 || strcmp(female, "no") == 0);
    if (known && said && (*sex == 'f') != (*female == 'y')) {
        return ff_fail(r->error, FF_ERR_VALUE, "sex", FF_NO_OFFSET,
                       "\"sex\" is \"%s\" and the answer to \"female\" is \"%s\"; keep one", sex,
                       female);
    }
    return FF_OK;
}

static ff_code read_case(reader *r, json_t *root) {
    if (!json_is_object(root)) {
        return ff_fail(r->error, FF_ERR_JSON, NULL, 0, "an object { ... } is expected");
    }
    ff_code code = check_keys(r, root);
    if (code == FF_OK) {
        code = take_room(r, root);
    }
    for (size_t i = 0; code == FF_OK && i < KNOWN_KEYS; i++) {
        json_t *value = json_object_get(root, known_keys[i].name);
        code = value ? known_keys[i].read(r, known_keys[i].name, value) : FF_OK;
    }
    code = code == FF_OK ? check_age(r) : code;
    code = code == FF_OK ? check_sex(r, root) : code;
    return code == FF_OK ? ff_arena_check(r->arena, r->error) : code;
}

/* How an assessment is to be written. */
typedef struct writing {
    const char *explain; /* words that name a cause, or NULL */
    bool as_json;
} writing;

static ff_code assess(ff_arena *arena, json_t *root, writing how, ff_text *out, ff_error *error) {
    reader r = {.arena = arena, .runner = {.age_years = NAN}, .error = error};
    ff_assessment assessment;
    const ff_cause *explain;
    ff_code code = ff_cause_named(how.explain, &explain, error);
    if (code == FF_OK) {
        code = read_case(&r, root);
    }
    if (code == FF_OK) {
        code = (how.as_json || explain ? ff_assess_case_explained
                                       : ff_assess_case)(arena, &r.runner, &assessment, error);
    }
    if (code != FF_OK) {
        return code;
    }
    if (how.as_json) {
        ff_json json;
        ff_json_init(&json, out);
        ff_json_object(&json);
        ff_report_assessment_members(&json, knowledge, &assessment, explain);
        ff_json_end_object(&json);
        ff_text_add_char(out, '\n');
    } else if (explain) {
        ff_report_explanation_text(out, knowledge, &assessment, explain);
    } else {
        ff_report_assessment_text(out, knowledge, &assessment);
    }
    return ff_text_check(out, error);
}

static ff_code assess_text(const ff_context *context, const char *json, size_t length, writing how,
                           ff_text *out, ff_error *error) {
    json_error_t trouble;
    json_t *root = json_loadb(json, length, JSON_REJECT_DUPLICATES, &trouble);
    if (!root) {
        return ff_refuse_json(json, length, &trouble, error);
    }
    ff_arena arena;
    ff_arena_init(&arena, ff_context_allocator(context));
    ff_code code = assess(&arena, root, how, out, error);
    ff_arena_free(&arena);
    json_decref(root);
    return code;
}

ff_code ff_assess_json(const ff_context *context, const char *json, size_t length, bool as_json,
                       ff_text *out, ff_error *error) {
    return assess_text(context, json, length, (writing){NULL, as_json}, out, error);
}

ff_code ff_assess_explain(const ff_context *context, const char *json, size_t length,
                          const char *cause, bool as_json, ff_text *out, ff_error *error) {
    return assess_text(context, json, length, (writing){cause, as_json}, out, error);
}
