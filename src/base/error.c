#include <footfall/error.h>

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    const char *name;
    const char *text;
    const char *next_step;
} code_row;

#define CODE_ROW(code, text, next) {#code, text, next},
static const code_row code_rows[FF_CODE_COUNT] = {FF_ERROR_LIST(CODE_ROW)};
#undef CODE_ROW

static const code_row *row_of(ff_code code) {
    if ((int)code < 0 || code >= FF_CODE_COUNT) {
        code = FF_ERR_INTERNAL;
    }
    return &code_rows[code];
}

const char *ff_code_name(ff_code code) {
    return row_of(code)->name;
}

const char *ff_code_text(ff_code code) {
    return row_of(code)->text;
}

const char *ff_code_next_step(ff_code code) {
    return row_of(code)->next_step;
}

void ff_error_clear(ff_error *error) {
    if (error != NULL) {
        error->code = FF_OK;
        error->message[0] = '\0';
        error->where[0] = '\0';
        error->offset = FF_NO_OFFSET;
    }
}

/* A text that was cut must not end within a character. */
static void mend_end(char *text, size_t size, int wanted) {
    if (wanted < 0 || (size_t)wanted < size) {
        return;
    }
    size_t end = size - 1, at = end;
    while (at > 0 && end - at < 4 && ((unsigned char)text[at - 1] & 0xC0) == 0x80) {
        at--;
    }
    at -= at > 0 && (unsigned char)text[at - 1] >= 0xC0;
    if (ff_utf8_length(text + at, end - at) != end - at) {
        text[at] = '\0';
    }
}

/* Names come from files: what moves a terminal's cursor or colours it is no part of a message. */
static void blank_controls(char *text) {
    for (char *c = text; *c != '\0'; c++) {
        if ((unsigned char)*c < 0x20 || *c == 0x7F) {
            *c = ' ';
        }
    }
}

ff_code ff_fail(ff_error *error, ff_code code, const char *where, int64_t offset,
                const char *format, ...) {
    if (error == NULL) {
        return code;
    }
    /* where and the arguments may lie inside *error itself (an error passed on with more said),
     * so the new texts are made beside it first. */
    ff_error made = {.code = code, .offset = offset};
    int wanted = snprintf(made.where, sizeof made.where, "%s", where != NULL ? where : "");
    mend_end(made.where, sizeof made.where, wanted);
    va_list arguments;
    va_start(arguments, format);
    wanted = vsnprintf(made.message, sizeof made.message, format, arguments);
    va_end(arguments);
    mend_end(made.message, sizeof made.message, wanted);
    blank_controls(made.message);
    blank_controls(made.where);
    *error = made;
    return code;
}
