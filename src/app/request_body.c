/* Reading what a request brings: nothing is guessed, everything unknown is named. */
#include "app/request.h"

#include "base/number.h"

#include <stdio.h>
#include <string.h>

ff_code ff_body_load(ff_call *call, ff_error *error) {
    const ff_request *request = call->request;
    json_error_t trouble;
    call->body = json_loadb(request->length > 0 ? request->body : "", request->length,
                            JSON_REJECT_DUPLICATES, &trouble);
    if (call->body == NULL) {
        return ff_fail(error, FF_ERR_JSON, "body", trouble.position, "%s", trouble.text);
    }
    return json_is_object(call->body)
               ? FF_OK
               : ff_fail(error, FF_ERR_JSON, "body", 0, "the body must be one object, {...}");
}

static ff_code wrong_kind(const ff_field *field, const char *wanted, ff_error *error) {
    return ff_fail(error, FF_ERR_VALUE, field->name, FF_NO_OFFSET, "'%s' must be %s", field->name,
                   wanted);
}

static ff_code read_maybe_empty(const json_t *value, const ff_field *field, ff_error *error) {
    if (!json_is_string(value)) {
        return wrong_kind(field, "a text", error);
    }
    *(const char **)field->to = json_string_value(value);
    return FF_OK;
}

static ff_code read_text(const json_t *value, const ff_field *field, ff_error *error) {
    if (!json_is_string(value) || json_string_length(value) == 0) {
        return wrong_kind(field, "a text that is not empty", error);
    }
    *(const char **)field->to = json_string_value(value);
    return FF_OK;
}

static ff_code read_figure(const json_t *value, const ff_field *field, ff_arena *arena,
                           ff_error *error) {
    if (!json_is_number(value)) {
        return json_is_string(value) && json_string_length(value) > 0
                   ? read_text(value, field, error)
                   : wrong_kind(field, "a number, or a text with its unit", error);
    }
    char number[FF_NUMBER_SIZE];
    ff_number_format(json_number_value(value), number);
    *(const char **)field->to = ff_arena_copy(arena, number);
    return ff_arena_check(arena, error);
}

static ff_code read_whole(const json_t *value, const ff_field *field, ff_error *error) {
    json_int_t number = json_integer_value(value);
    if (!json_is_integer(value) || number < field->least || number > field->most) {
        return ff_fail(error, FF_ERR_VALUE, field->name, FF_NO_OFFSET,
                       "'%s' must be a whole number from %d to %d", field->name, field->least,
                       field->most);
    }
    *(int *)field->to = (int)number;
    return FF_OK;
}

static ff_code read_texts(const json_t *value, const ff_field *field, ff_arena *arena,
                          ff_error *error) {
    ff_texts *texts = field->to;
    size_t count = json_array_size(value);
    if (!json_is_array(value)) {
        return wrong_kind(field, "a list of texts", error);
    }
    texts->items = ff_arena_take(arena, count, sizeof *texts->items);
    if (texts->items == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(value, i);
        if (!json_is_string(item) || json_string_length(item) == 0) {
            return wrong_kind(field, "a list of texts that are not empty", error);
        }
        texts->items[texts->count++] = json_string_value(item);
    }
    return FF_OK;
}

static ff_code read_field(const json_t *value, const ff_field *field, ff_arena *arena,
                          ff_error *error) {
    switch (field->kind) {
    case FF_FIELD_TEXT:
        return read_text(value, field, error);
    case FF_FIELD_WORDS:
        return read_maybe_empty(value, field, error);
    case FF_FIELD_BOOL:
        *(bool *)field->to = json_is_true(value);
        return json_is_boolean(value) ? FF_OK : wrong_kind(field, "true or false", error);
    case FF_FIELD_WHOLE:
        return read_whole(value, field, error);
    case FF_FIELD_TEXTS:
        return read_texts(value, field, arena, error);
    case FF_FIELD_FIGURE:
        return read_figure(value, field, arena, error);
    case FF_FIELD_JSON:
        *(const json_t **)field->to = value;
        return FF_OK;
    }
    return ff_fail(error, FF_ERR_INTERNAL, field->name, FF_NO_OFFSET, "a field of no kind");
}

static const ff_field *find_field(const ff_field *fields, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(fields[i].name, name) == 0) {
            return &fields[i];
        }
    }
    return NULL;
}

ff_code ff_body_read(const json_t *object, const ff_field *fields, size_t count, ff_arena *arena,
                     ff_error *error) {
    const char *name;
    json_t *value;
    /* jansson's iterators take a pointer to non-const, and change nothing. */
    json_object_foreach((json_t *)object, name, value) {
        const ff_field *field = find_field(fields, count, name);
        if (field == NULL) {
            return ff_fail(error, FF_ERR_KEY, name, FF_NO_OFFSET, "'%s' is not known here", name);
        }
        ff_code code = read_field(value, field, arena, error);
        if (code != FF_OK) {
            return code;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (fields[i].needed && json_object_get(object, fields[i].name) == NULL) {
            return ff_fail(error, FF_ERR_KEY, fields[i].name, FF_NO_OFFSET, "'%s' is missing",
                           fields[i].name);
        }
    }
    return FF_OK;
}

ff_code ff_call_body(ff_call *call, const ff_field *fields, size_t count, ff_error *error) {
    ff_code code = ff_body_load(call, error);
    return code == FF_OK ? ff_body_read(call->body, fields, count, call->arena, error) : code;
}

ff_code ff_call_number(ff_call *call, const char *name, int *number, ff_error *error) {
    const ff_field field = {.name = name,
                            .kind = FF_FIELD_WHOLE,
                            .to = number,
                            .least = 1,
                            .most = 1000000000,
                            .needed = true};
    return ff_call_body(call, &field, 1, error);
}

/* ---- a query's words ---- */

/* The characters of ids and numbers; what else there may be in a text comes encoded. */
#define ID_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_."

static ff_code wrong_words(const ff_query_field *field, ff_error *error) {
    static const char *const wanted[] = {[FF_QUERY_WORD] = "takes one word",
                                         [FF_QUERY_YES] = "is yes or no",
                                         [FF_QUERY_WORDS] = "must be names with commas between"};
    return ff_fail(error, FF_ERR_VALUE, field->name, FF_NO_OFFSET,
                   "'%s' %s: letters, digits, '_' and '.', at most %d", field->name,
                   wanted[field->kind], FF_QUERY_WORD_MOST);
}

static ff_code read_words(const char *text, size_t length, const ff_query_field *field,
                          ff_texts *words, ff_arena *arena, ff_error *error) {
    size_t room = 1;
    for (size_t i = 0; i < length; i++) {
        room += text[i] == ',';
    }
    words->items = ff_arena_take(arena, room, sizeof *words->items);
    if (words->items == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t at = 0; length > 0 && at <= length;) {
        size_t word = strspn(text + at, ID_CHARACTERS);
        if (word == 0 || word > FF_QUERY_WORD_MOST ||
            (at + word < length && text[at + word] != ',')) {
            return wrong_words(field, error);
        }
        words->items[words->count++] = ff_arena_copy_bytes(arena, text + at, word);
        at += word + 1;
    }
    return ff_arena_check(arena, error);
}

static int hex_value(char c) {
    const char *at = c != '\0' ? strchr("0123456789abcdef0123456789ABCDEF", c) : NULL;
    return at != NULL ? (int)((at - "0123456789abcdef0123456789ABCDEF") % 16) : -1;
}

/* "%C3%BC" to what it stands for, which is nothing that would end the text. */
static ff_code read_encoded(const char *text, size_t length, const ff_query_field *field,
                            ff_arena *arena, ff_error *error) {
    char *out = ff_arena_take(arena, length + 1, 1);
    *(const char **)field->to = out;
    for (size_t i = 0; i < length && out != NULL; i++) {
        if (text[i] != '%') {
            *out++ = text[i];
            continue;
        }
        int high = i + 2 < length ? hex_value(text[i + 1]) : -1;
        int low = i + 2 < length ? hex_value(text[i + 2]) : -1;
        if (high < 0 || low < 0 || high + low == 0) {
            return ff_fail(error, FF_ERR_VALUE, field->name, FF_NO_OFFSET,
                           "a %% in '%s' is not followed by two hexadecimal digits, or by zeros",
                           field->name);
        }
        *out++ = (char)(high * 16 + low);
        i += 2;
    }
    return ff_arena_check(arena, error);
}

static ff_code read_count(const char *text, size_t length, const ff_query_field *field,
                          ff_error *error) {
    int64_t count = 0;
    bool good = length > 0;
    for (size_t i = 0; i < length && good; i++) {
        good = text[i] >= '0' && text[i] <= '9' && count < FF_QUERY_COUNT_MOST / 10;
        count = good ? count * 10 + (text[i] - '0') : 0;
    }
    *(int64_t *)field->to = count;
    return good ? FF_OK
                : ff_fail(error, FF_ERR_VALUE, field->name, FF_NO_OFFSET,
                          "'%s' must be a whole number, and not beyond all size", field->name);
}

static ff_code read_ids(const char *text, size_t length, const ff_query_field *field,
                        ff_arena *arena, ff_error *error) {
    ff_texts words = {0};
    ff_code code = read_words(text, length, field, &words, arena, error);
    if (code != FF_OK) {
        return code;
    }
    if (field->kind == FF_QUERY_WORDS) {
        *(ff_texts *)field->to = words;
        return FF_OK;
    }
    const char *word = words.count == 1 ? words.items[0] : NULL;
    if (word != NULL && field->kind == FF_QUERY_WORD) {
        *(const char **)field->to = word;
        return FF_OK;
    }
    *(bool *)field->to = word != NULL && strcmp(word, "yes") == 0;
    return word != NULL && (strcmp(word, "yes") == 0 || strcmp(word, "no") == 0)
               ? FF_OK
               : wrong_words(field, error);
}

static ff_code read_value(const char *text, size_t length, ff_query_field *field, ff_arena *arena,
                          ff_error *error) {
    field->told = true;
    switch (field->kind) {
    case FF_QUERY_TEXT:
        return read_encoded(text, length, field, arena, error);
    case FF_QUERY_COUNT:
        return read_count(text, length, field, error);
    default:
        return read_ids(text, length, field, arena, error);
    }
}

static ff_query_field *find_word(ff_query_field *fields, size_t count, const char *name,
                                 size_t length) {
    for (size_t i = 0; i < count; i++) {
        if (strlen(fields[i].name) == length && strncmp(fields[i].name, name, length) == 0) {
            return &fields[i];
        }
    }
    return NULL;
}

ff_code ff_query_read(const char *query, ff_query_field *fields, size_t count, ff_arena *arena,
                      ff_error *error) {
    while (*query != '\0') {
        size_t length = strcspn(query, "&");
        size_t name = strcspn(query, "=&");
        ff_query_field *field = find_word(fields, count, query, name);
        if (field == NULL || name == length) {
            char word[FF_QUERY_WORD_MOST + 1];
            snprintf(word, sizeof word, "%.*s", (int)(name < sizeof word ? name : sizeof word - 1),
                     query);
            return ff_fail(error, FF_ERR_KEY, word, FF_NO_OFFSET,
                           field == NULL ? "'%s' is not known here" : "'%s' has no value", word);
        }
        if (field->told) {
            return ff_fail(error, FF_ERR_KEY, field->name, FF_NO_OFFSET, "'%s' is said twice",
                           field->name);
        }
        ff_code code = read_value(query + name + 1, length - name - 1, field, arena, error);
        if (code != FF_OK) {
            return code;
        }
        query += length + (query[length] == '&');
    }
    return FF_OK;
}
