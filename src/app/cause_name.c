/* Which cause is meant: an id, or part of a plain name. */
#include "app/assess.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

static bool has(const char *text, const char *words) {
    for (; *text != '\0'; text++) {
        if (strncasecmp(text, words, strlen(words)) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether the words are in a name of the cause or of a form of it. */
static bool may_mean(const ff_cause *cause, const char *words) {
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        const ff_cause *one = &knowledge->causes[i];
        if ((one == cause || one->form_of == cause) &&
            (has(one->name, words) || has(one->clinical, words))) {
            return true;
        }
    }
    return false;
}

/* The ids of the causes that the words may mean; of all, without words. */
static void list_ids(const char *words, char *out, size_t size) {
    size_t used = 0;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        const ff_cause *cause = &knowledge->causes[i];
        bool listed = !cause->form_of && (!words || may_mean(cause, words));
        if (listed && used < size) {
            used += (size_t)snprintf(out + used, size - used, "%s%s", used ? ", " : "", cause->id);
        }
    }
}

static ff_code refuse(const char *words, size_t meant, ff_error *error) {
    char ids[sizeof error->message];
    list_ids(meant ? words : NULL, ids, sizeof ids);
    if (meant) {
        return ff_fail(error, FF_ERR_VALUE, "explain", FF_NO_OFFSET,
                       "'%s' may mean several causes: %s", words, ids);
    }
    return ff_fail(error, FF_ERR_VALUE, "explain", FF_NO_OFFSET,
                   "no cause is called '%s'; there are %s", words, ids);
}

ff_code ff_cause_named(const char *words, const ff_cause **cause, ff_error *error) {
    *cause = words ? ff_knowledge_cause(knowledge, words) : NULL;
    if (!words || *cause) {
        *cause = *cause && (*cause)->form_of ? (*cause)->form_of : *cause;
        return FF_OK;
    }
    size_t meant = 0;
    for (size_t i = 0; *words != '\0' && i < knowledge->cause_count; i++) {
        const ff_cause *one = &knowledge->causes[i];
        if (!one->form_of && may_mean(one, words)) {
            *cause = one;
            meant++;
        }
    }
    if (meant != 1) {
        *cause = NULL;
        return refuse(words, meant, error);
    }
    return FF_OK;
}
