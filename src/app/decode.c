/* The use case `footfall decode`: what stands in a FIT file, message by message. */
#include <footfall/decode.h>

#include "base/json.h"
#include "files/fit_reader.h"

#include <footfall/text.h>

#include <limits.h>
#include <string.h>

/* A piece is handed on when it has grown to this. */
#define PIECE_SIZE ((size_t)64 * 1024)

typedef struct decoding {
    ff_text text;
    ff_json json;
    ff_text_sink sink;
    void *user;
    bool seen[UCHAR_MAX + 1]; /* field numbers written in this message */
} decoding;

static bool element_valid(const ff_fit_field *field, size_t i) {
    double number = 0;
    return ff_fit_number(field, i, &number);
}

static void write_element(ff_json *json, const ff_fit_field *field, size_t i) {
    int64_t integer = 0;
    uint64_t large = 0;
    double real = 0;
    if (ff_fit_integer(field, i, &integer)) {
        ff_json_int(json, integer);
    } else if (ff_fit_unsigned(field, i, &large)) {
        ff_json_uint(json, large);
    } else if (ff_fit_real(field, i, &real)) {
        ff_json_number(json, real);
    } else {
        ff_json_null(json);
    }
}

static bool field_valid(const ff_fit_field *field) {
    const char *text = NULL;
    size_t length = 0;
    bool valid = ff_fit_string(field, &text, &length);
    for (size_t i = 0; i < field->count && !valid; i++) {
        valid = element_valid(field, i);
    }
    return valid;
}

/* The value of a valid field. */
static void write_value(ff_json *json, const ff_fit_field *field) {
    const char *text = NULL;
    size_t length = 0;
    if (ff_fit_string(field, &text, &length)) {
        ff_json_text_bytes(json, text, length);
    } else if (field->count == 1) {
        write_element(json, field, 0);
    } else {
        ff_json_array(json);
        for (size_t i = 0; i < field->count; i++) {
            write_element(json, field, i);
        }
        ff_json_end_array(json);
    }
}

static void write_name(ff_json *json, uint8_t number) {
    char name[4];
    size_t at = sizeof name - 1;
    name[at] = '\0';
    unsigned left = number;
    do {
        name[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    ff_json_name(json, name + at);
}

static void write_fields(decoding *d, const ff_fit_message *message) {
    memset(d->seen, 0, sizeof d->seen);
    ff_json_name(&d->json, "fields");
    ff_json_object(&d->json);
    uint32_t time = 0;
    if (message->compressed && ff_fit_time(message, &time)) {
        write_name(&d->json, FF_FIT_TIMESTAMP);
        ff_json_int(&d->json, time);
        d->seen[FF_FIT_TIMESTAMP] = true;
    }
    for (size_t i = 0; i < message->field_count; i++) {
        const ff_fit_field *field = &message->fields[i];
        if (!d->seen[field->number] && field_valid(field)) {
            d->seen[field->number] = true;
            write_name(&d->json, field->number);
            write_value(&d->json, field);
        }
    }
    ff_json_end_object(&d->json);
}

static void write_developer(ff_json *json, const ff_fit_message *message) {
    bool any = false;
    for (size_t i = 0; i < message->developer_count; i++) {
        const ff_fit_developer_field *developer = &message->developer[i];
        if (!field_valid(&developer->field)) {
            continue;
        }
        if (!any) {
            ff_json_name(json, "dev");
            ff_json_array(json);
            any = true;
        }
        ff_json_object(json);
        ff_json_name(json, "index");
        ff_json_int(json, developer->description->index);
        ff_json_name(json, "num");
        ff_json_int(json, developer->field.number);
        ff_json_name(json, "value");
        write_value(json, &developer->field);
        ff_json_end_object(json);
    }
    if (any) {
        ff_json_end_array(json);
    }
}

static ff_code flush(decoding *d, ff_error *error) {
    ff_code code = ff_text_check(&d->text, error);
    if (code == FF_OK && d->text.length > 0) {
        if (!d->sink(d->user, d->text.data, d->text.length)) {
            code = ff_fail(error, FF_ERR_WRITE, NULL, FF_NO_OFFSET, "the output was not taken");
        }
        ff_text_clear(&d->text);
    }
    return code;
}

static ff_code write_message(void *user, const ff_fit_message *message, ff_error *error) {
    decoding *d = user;
    ff_json_init(&d->json, &d->text);
    ff_json_object(&d->json);
    ff_json_name(&d->json, "mesg");
    ff_json_int(&d->json, message->number);
    write_fields(d, message);
    write_developer(&d->json, message);
    ff_json_end_object(&d->json);
    ff_text_add_char(&d->text, '\n');
    return d->text.length >= PIECE_SIZE || d->text.failed ? flush(d, error) : FF_OK;
}

ff_code ff_decode_fit(const ff_context *context, ff_bytes *bytes, ff_text_sink sink, void *user,
                      ff_error *error) {
    decoding d = {.sink = sink, .user = user};
    ff_text_init(&d.text, ff_context_allocator(context));
    ff_fit_handler handler = {.message = write_message, .user = &d};
    ff_code code = ff_fit_read(context, bytes, &handler, error);
    /* Lines before the damage still stand in the piece. */
    ff_error last;
    ff_code flushed = flush(&d, &last);
    if (flushed != FF_OK) {
        code = ff_fail(error, flushed, last.where, last.offset, "%s", last.message);
    }
    ff_text_free(&d.text);
    return code;
}

ff_code ff_decode_fit_file(const ff_context *context, const char *path, ff_text_sink sink,
                           void *user, ff_error *error) {
    ff_bytes bytes;
    ff_code code = ff_bytes_of_file(&bytes, path, error);
    if (code == FF_OK) {
        code = ff_decode_fit(context, &bytes, sink, user, error);
        ff_bytes_close(&bytes);
    }
    return code;
}
