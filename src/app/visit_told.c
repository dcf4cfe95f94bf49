#include "app/visit_told.h"

#include "app/typed.h"
#include "base/civil.h"

#include <stdlib.h>
#include <string.h>

/* Settings of the journal: the second in UTC at which it was said, a blank, the text. A setting
 * that is taken back is gone; an answer would stay in the history. */
typedef struct {
    const char *option, *setting, *text;
} telling;

enum { NAME, MEDICINES, QUESTION, COUNT };

static void list(const ff_visit_request *request, telling tellings[COUNT]) {
    tellings[NAME] = (telling){"name", "visit_name", request->name};
    tellings[MEDICINES] = (telling){"medicines", "visit_medicines", request->medicines};
    tellings[QUESTION] = (telling){"question", "visit_question", request->question};
}

static ff_code check(const telling *told, ff_error *error) {
    if (told->text == NULL || told->text[0] == '\0') {
        return FF_OK;
    }
    return strlen(told->text) > FF_VISIT_TEXT_MOST
               ? ff_fail(error, FF_ERR_VALUE, told->option, FF_NO_OFFSET,
                         "'%s' takes up to %d bytes of text; what is longer does not fit on a page "
                         "that is read in a minute",
                         told->option, FF_VISIT_TEXT_MOST)
               : ff_typed_words(told->text, told->option, FF_VISIT_TEXT_MOST, error);
}

static ff_code keep(ff_app *app, const telling *told, ff_error *error) {
    if (told->text == NULL) {
        return FF_OK;
    }
    if (told->text[0] == '\0') {
        return ff_journal_set_setting(app->journal, told->setting, NULL, error);
    }
    ff_text value;
    ff_text_init(&value, ff_context_allocator(app->context));
    ff_text_addf(&value, "%lld %s", (long long)ff_context_now(app->context), told->text);
    ff_code code = ff_text_check(&value, error);
    if (code == FF_OK) {
        code = ff_journal_set_setting(app->journal, told->setting, value.data, error);
    }
    ff_text_free(&value);
    return code;
}

ff_code ff_visit_told_keep(ff_app *app, const ff_visit_request *request, ff_error *error) {
    telling tellings[COUNT];
    bool any = false;
    list(request, tellings);
    for (int i = 0; i < COUNT; i++) {
        ff_code code = check(&tellings[i], error);
        if (code != FF_OK) {
            return code;
        }
        any |= tellings[i].text != NULL;
    }
    ff_code code = any ? ff_journal_begin(app->journal, error) : FF_OK;
    if (!any || code != FF_OK) {
        return code;
    }
    for (int i = 0; i < COUNT && code == FF_OK; i++) {
        code = keep(app, &tellings[i], error);
    }
    return ff_journal_finish(app->journal, code, error);
}

/* A setting may come from an export that was written by anyone: what is none of ours is nothing. */
static const char *text_of(const char *value, int64_t *at_s) {
    char *end = NULL;
    *at_s = value != NULL ? strtoll(value, &end, 10) : 0;
    bool own = value != NULL && end != value && *end == ' ' && end[1] != '\0' && *at_s >= 0 &&
               *at_s < INT64_C(221845392000) && /* the year 9000 */
               ff_typed_words(end + 1, "visit", FF_VISIT_TEXT_MOST, NULL) == FF_OK;
    return own ? end + 1 : NULL;
}

ff_code ff_visit_told_read(ff_app *app, ff_arena *arena, ff_visit_told *told, ff_error *error) {
    static const ff_visit_request none = {0};
    const char **to[COUNT] = {&told->name, &told->medicines, &told->question};
    telling tellings[COUNT];
    ff_code code = FF_OK;
    *told = (ff_visit_told){0};
    list(&none, tellings);
    for (int i = 0; i < COUNT && code == FF_OK; i++) {
        const char *value = NULL;
        int64_t at_s;
        code = ff_journal_setting(app->journal, arena, tellings[i].setting, &value, error);
        *to[i] = code == FF_OK ? text_of(value, &at_s) : NULL;
        if (i == MEDICINES && *to[i] != NULL) {
            char date[FF_ISO_SIZE];
            ff_iso_date(at_s, date);
            told->medicines_on = ff_arena_copy(arena, date);
        }
    }
    return code == FF_OK ? ff_arena_check(arena, error) : code;
}
