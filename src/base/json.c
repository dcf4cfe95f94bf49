#include "base/json.h"

#include "base/number.h"
#include "base/utf8.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

void ff_json_init(ff_json *json, ff_text *out) {
    *json = (ff_json){.out = out};
}

/* What stands between the last item and this one. */
static void before_value(ff_json *json) {
    if (json->named) {
        json->named = false;
        return;
    }
    if (json->depth > 0) {
        if (json->has_item[json->depth - 1]) {
            ff_text_add_char(json->out, ',');
        }
        json->has_item[json->depth - 1] = true;
    }
}

static void open(ff_json *json, char bracket) {
    before_value(json);
    assert(json->depth < FF_JSON_DEPTH);
    json->has_item[json->depth++] = false;
    ff_text_add_char(json->out, bracket);
}

static void close(ff_json *json, char bracket) {
    assert(json->depth > 0 && !json->named);
    json->depth--;
    ff_text_add_char(json->out, bracket);
}

void ff_json_object(ff_json *json) {
    open(json, '{');
}

void ff_json_array(ff_json *json) {
    open(json, '[');
}

void ff_json_end_object(ff_json *json) {
    close(json, '}');
}

void ff_json_end_array(ff_json *json) {
    close(json, ']');
}

static void quote(ff_text *out, const char *value, size_t length) {
    static const char replacement[] = "\xEF\xBF\xBD";
    ff_text_add_char(out, '"');
    for (size_t i = 0; i < length;) {
        unsigned char c = (unsigned char)value[i];
        size_t size = ff_utf8_length(value + i, length - i);
        if (size == 0) {
            ff_text_add(out, replacement);
            i++;
        } else if (c == '"' || c == '\\') {
            ff_text_add_char(out, '\\');
            ff_text_add_char(out, (char)c);
            i++;
        } else if (c < 0x20 || c == 0x7F) {
            ff_text_addf(out, "\\u%04x", c);
            i++;
        } else {
            ff_text_add_bytes(out, value + i, size);
            i += size;
        }
    }
    ff_text_add_char(out, '"');
}

void ff_json_name(ff_json *json, const char *name) {
    assert(json->depth > 0 && !json->named);
    before_value(json);
    quote(json->out, name, strlen(name));
    ff_text_add_char(json->out, ':');
    json->named = true;
}

void ff_json_text_bytes(ff_json *json, const char *value, size_t length) {
    before_value(json);
    quote(json->out, value, length);
}

void ff_json_text(ff_json *json, const char *value) {
    if (value == NULL) {
        ff_json_null(json);
    } else {
        ff_json_text_bytes(json, value, strlen(value));
    }
}

void ff_json_bool(ff_json *json, bool value) {
    before_value(json);
    ff_text_add(json->out, value ? "true" : "false");
}

void ff_json_null(ff_json *json) {
    before_value(json);
    ff_text_add(json->out, "null");
}

void ff_json_raw(ff_json *json, const char *value, size_t length) {
    before_value(json);
    ff_text_add_bytes(json->out, value, length);
}

/* Digits by hand: decoding prints tens of millions of integers, and printf is the slow part. */
static void add_digits(ff_text *out, uint64_t value, bool negative) {
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    if (negative) {
        digits[--at] = '-';
    }
    ff_text_add_bytes(out, digits + at, sizeof digits - at);
}

void ff_json_int(ff_json *json, int64_t value) {
    before_value(json);
    add_digits(json->out, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, value < 0);
}

void ff_json_uint(ff_json *json, uint64_t value) {
    before_value(json);
    add_digits(json->out, value, false);
}

void ff_json_number(ff_json *json, double value) {
    if (!isfinite(value)) {
        ff_json_null(json);
        return;
    }
    before_value(json);
    char buffer[FF_NUMBER_SIZE];
    size_t length = ff_number_format(value, buffer);
    if (value == 0 && signbit(value)) { /* "-0" reads back as a whole number, which has no sign */
        ff_text_add(json->out, "-0.0");
        return;
    }
    ff_text_add_bytes(json->out, buffer, length);
}

void ff_json_result(ff_json *json, double value) {
    ff_json_number(json, ff_round_result(value));
}

void ff_json_text_member(ff_json *json, const char *name, const char *value) {
    if (value != NULL) {
        ff_json_name(json, name);
        ff_json_text(json, value);
    }
}

void ff_json_result_member(ff_json *json, const char *name, double value) {
    if (isfinite(value)) {
        ff_json_name(json, name);
        ff_json_result(json, value);
    }
}
