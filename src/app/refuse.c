#include "app/refuse.h"

#include "base/nearest.h"
#include "base/utf8.h"

#include <footfall/interview.h>

#include <stdio.h>
#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

enum { NEAREST_SIZE = 3 * FF_NEAREST_LENGTH + 40, NAME_SIZE = FF_SHORT_NAME, LIST_SIZE = 180 };

const char *ff_short_name(const char *id, char *name) {
    size_t length = strlen(id), at = 0, next = ff_utf8_length(id, length);
    while (next > 0 && at + next <= NAME_SIZE - 4) {
        at += next;
        next = ff_utf8_length(id + at, length - at);
    }
    snprintf(name, NAME_SIZE, "%.*s%s", (int)at, id, at < length ? "..." : "");
    return name;
}

static void offer_facts(ff_nearest *nearest) {
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        ff_nearest_offer(nearest, knowledge->facts[i].id);
    }
}

static void offer_checklist(ff_nearest *nearest) {
    for (size_t i = 0; i < knowledge->flag_count; i++) {
        if (*knowledge->flags[i].ask) {
            ff_nearest_offer(nearest, knowledge->flags[i].id);
        }
    }
}

/* "no finding is called "heet". Did you mean "heat"? 'help questions' lists all": a name that would
 * fill the line is cut, the rest of the line is not. */
static ff_code refuse(ff_code code, const char *where, const char *kind, const ff_nearest *nearest,
                      const char *all, ff_error *error) {
    char near[NEAREST_SIZE], name[NAME_SIZE];
    ff_nearest_text(nearest, near, sizeof near);
    return ff_fail(error, code, where, FF_NO_OFFSET, "no %s is called \"%s\".%s %s", kind,
                   ff_short_name(nearest->wanted, name), near, all);
}

ff_code ff_refuse_finding(const char *id, ff_error *error) {
    const ff_flag *flag = ff_knowledge_flag(knowledge, id);
    if (flag && *flag->ask) {
        return ff_fail(error, FF_ERR_KEY, id, FF_NO_OFFSET,
                       "\"%s\" is a line of the safety checklist: name it in \"red_flags\" when it "
                       "fits",
                       id);
    }
    ff_nearest nearest = {.wanted = id};
    offer_facts(&nearest);
    return refuse(FF_ERR_KEY, id, "finding", &nearest, "'help questions' lists all", error);
}

ff_code ff_refuse_question(ff_code code, const char *id, ff_error *error) {
    ff_nearest nearest = {.wanted = id};
    ff_nearest_offer(&nearest, FF_ANSWER_AGE);
    ff_nearest_offer(&nearest, FF_ANSWER_HEIGHT);
    ff_nearest_offer(&nearest, FF_ANSWER_SITES);
    offer_facts(&nearest);
    offer_checklist(&nearest);
    return refuse(code, id, "question", &nearest, "'help questions' lists all", error);
}

/* All answers fit: the unit test "every_answer_is_named" holds them to it. */
static const char *list_answers(const ff_fact *fact, char *list) {
    size_t count = fact->level_count + fact->skip_count;
    list[0] = '\0';
    for (size_t i = 0, at = 0; i < count && at < LIST_SIZE; i++) {
        const char *between = i == 0 ? "" : i + 1 == count ? " or " : ", ";
        const char *id =
            i < fact->level_count ? fact->levels[i].id : fact->skips[i - fact->level_count].id;
        int more = snprintf(list + at, LIST_SIZE - at, "%s\"%s\"", between, id);
        at += more > 0 ? (size_t)more : 0;
    }
    return list;
}

ff_code ff_refuse_answer(const ff_fact *fact, const char *given, ff_error *error) {
    char list[LIST_SIZE], name[NAME_SIZE];
    list_answers(fact, list);
    return given
               ? ff_fail(error, FF_ERR_VALUE, fact->id, FF_NO_OFFSET, "\"%s\" takes %s, not \"%s\"",
                         fact->id, list, ff_short_name(given, name))
               : ff_fail(error, FF_ERR_VALUE, fact->id, FF_NO_OFFSET, "\"%s\" takes one of %s",
                         fact->id, list);
}

ff_code ff_refuse_twice(const char *key, int64_t offset, int line, ff_error *error) {
    /* "age" stands for years as well, beside the answers. */
    const ff_fact *fact = strcmp(key, "age") != 0 ? ff_knowledge_fact(knowledge, key) : NULL;
    char list[LIST_SIZE] = "", name[NAME_SIZE];
    return ff_fail(error, FF_ERR_JSON, key, offset, "\"%s\" is there twice; keep one%s%s (line %d)",
                   ff_short_name(key, name), fact ? " of " : "",
                   fact ? list_answers(fact, list) : "", line);
}

ff_code ff_refuse_age(const char *where, ff_error *error) {
    return ff_fail(
        error, FF_ERR_VALUE, where, FF_NO_OFFSET,
        "\"%s\" takes years from %d to %d, such as 42; a younger child should see a doctor", where,
        FF_LEAST_YEARS, FF_MOST_YEARS);
}

ff_code ff_refuse_region(const char *where, const char *id, ff_error *error) {
    ff_nearest nearest = {.wanted = id};
    for (size_t i = 0; i < knowledge->region_count; i++) {
        ff_nearest_offer(&nearest, knowledge->regions[i].id);
    }
    return refuse(FF_ERR_VALUE, where, "region of the foot", &nearest, "'help sites' lists all",
                  error);
}

ff_code ff_refuse_flag(const char *where, const char *id, ff_error *error) {
    ff_nearest nearest = {.wanted = id};
    offer_checklist(&nearest);
    return refuse(FF_ERR_VALUE, where, "line of the safety checklist", &nearest,
                  "'help questions' lists all", error);
}

ff_code ff_refuse_change(const char *id, ff_error *error) {
    ff_nearest nearest = {.wanted = id};
    for (size_t i = 0; i < knowledge->remedy_count; i++) {
        ff_nearest_offer(&nearest, knowledge->remedies[i].id);
    }
    return refuse(FF_ERR_KEY, id, "change", &nearest, "'help log' lists all", error);
}

/* The name that ends before this byte, into name; false when there is none. */
static bool name_before(const char *json, size_t end, char *name, size_t size) {
    size_t at = end > 0 && json[end - 1] == '"' ? end - 1 : 0;
    while (at > 0 && (json[at - 1] != '"' || (at > 1 && json[at - 2] == '\\'))) {
        at--;
    }
    if (at == 0 || end - 1 - at >= size) {
        return false;
    }
    memcpy(name, json + at, end - 1 - at);
    name[end - 1 - at] = '\0';
    return true;
}

ff_code ff_refuse_json(const char *json, size_t length, const json_error_t *trouble,
                       ff_error *error) {
    size_t at = trouble->position > 0 ? (size_t)trouble->position : 0;
    char name[64];
    bool twice = json_error_code(trouble) == json_error_duplicate_key && at <= length;
    if (twice && name_before(json, at, name, sizeof name)) {
        return ff_refuse_twice(name, trouble->position, trouble->line, error);
    }
    return ff_fail(error, FF_ERR_JSON, NULL, trouble->position, "%s (line %d)", trouble->text,
                   trouble->line);
}
