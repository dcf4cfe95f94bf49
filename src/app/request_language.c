/* The language that a page speaks. The core speaks English alone, and remembers for the page which
 * one was chosen: what a browser keeps for an address is lost with the next start's port. */
#include "app/request.h"

#include "base/json.h"

#include <string.h>

enum { LONGEST = 16 };

ff_code ff_language_kept(ff_call *call, const char **language, ff_error *error) {
    *language = NULL;
    return call->app != NULL ? ff_journal_setting(call->app->journal, call->arena,
                                                  FF_SETTING_LANGUAGE, language, error)
                             : FF_OK;
}

/* "de", "pt-BR": letters and digits in parts, as RFC 5646 writes a language; the page knows which
 * there are. */
static bool is_language(const char *text) {
    static const char *const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t first = strspn(text, letters), length = strlen(text);
    return first >= 2 && first <= 3 && length <= LONGEST && text[length - 1] != '-' &&
           strstr(text, "--") == NULL && (text[first] == '-' || text[first] == '\0') &&
           first + strspn(text + first, "-0123456789abcdefghijklmnopqrstuvwxyz"
                                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
               length;
}

static ff_code keep(ff_call *call, const char *language, ff_error *error) {
    if (!is_language(language)) {
        return ff_fail(error, FF_ERR_VALUE, "language", FF_NO_OFFSET,
                       "a language is written as two or three letters, such as 'en' or 'de'");
    }
    ff_code code = ff_journal_set_setting(call->app->journal, FF_SETTING_LANGUAGE, language, error);
    if (code != FF_OK) {
        return code;
    }
    ff_json json;
    ff_json_init(&json, &call->reply->text);
    ff_json_object(&json);
    ff_json_text_member(&json, "language", language);
    ff_json_end_object(&json);
    ff_text_add_char(&call->reply->text, '\n');
    return FF_OK;
}

ff_code ff_answer_language(ff_call *call, ff_error *error) {
    const char *language = NULL;
    const ff_field field = {
        .name = "language", .kind = FF_FIELD_TEXT, .to = &language, .needed = true};
    ff_code code = ff_call_body(call, &field, 1, error);
    return code == FF_OK ? keep(call, language, error) : code;
}
