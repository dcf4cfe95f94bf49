#include <footfall/text.h>

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static char empty[1] = "";

void ff_text_init(ff_text *text, const ff_allocator *allocator) {
    *text =
        (ff_text){.data = empty, .allocator = allocator != NULL ? allocator : ff_allocator_libc()};
}

void ff_text_free(ff_text *text) {
    if (text->capacity > 0) {
        text->allocator->release(text->allocator->user, text->data);
    }
    ff_text_init(text, text->allocator);
}

void ff_text_clear(ff_text *text) {
    text->length = 0;
    if (text->capacity > 0) {
        text->data[0] = '\0';
    }
}

/* Room for count more bytes and the NUL. */
static bool reserve(ff_text *text, size_t count) {
    if (text->failed) {
        return false;
    }
    if (count < text->capacity - text->length && text->capacity > 0) {
        return true;
    }
    size_t capacity = text->capacity > 0 ? text->capacity : 128;
    while (capacity - text->length <= count) {
        if (capacity > SIZE_MAX / 2) {
            text->failed = true;
            return false;
        }
        capacity *= 2;
    }
    void *old = text->capacity > 0 ? text->data : NULL;
    const ff_allocator *a = text->allocator;
    char *data = old != NULL ? a->resize(a->user, old, text->capacity, capacity)
                             : a->allocate(a->user, capacity);
    if (data == NULL) {
        text->failed = true;
        return false;
    }
    text->data = data;
    text->capacity = capacity;
    return true;
}

void ff_text_add_bytes(ff_text *text, const void *bytes, size_t count) {
    if (count == SIZE_MAX || !reserve(text, count)) {
        text->failed = true;
        return;
    }
    if (count > 0) {
        memcpy(text->data + text->length, bytes, count);
    }
    text->length += count;
    text->data[text->length] = '\0';
}

void ff_text_add(ff_text *text, const char *string) {
    ff_text_add_bytes(text, string, strlen(string));
}

void ff_text_add_char(ff_text *text, char c) {
    ff_text_add_bytes(text, &c, 1);
}

void ff_text_addf(ff_text *text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0 || !reserve(text, (size_t)length)) {
        text->failed = true;
        return;
    }
    va_start(arguments, format);
    vsnprintf(text->data + text->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    text->length += (size_t)length;
}

static size_t columns_of(const char *text, size_t length) {
    size_t columns = 0;
    for (; length > 0; columns++) {
        size_t size = (unsigned char)*text < 0x80 ? 1 : ff_utf8_length(text, length);
        size = size > 0 ? size : 1;
        text += size;
        length -= size;
    }
    return columns;
}

size_t ff_text_columns(const char *string) {
    return columns_of(string, strlen(string));
}

void ff_text_add_blanks(ff_text *text, size_t count) {
    while (count-- > 0) {
        ff_text_add_char(text, ' ');
    }
}

void ff_text_wrap(ff_text *text, const char *first, const char *words, size_t width) {
    size_t indent = ff_text_columns(first);
    ff_text_add(text, first);
    size_t column = indent;
    bool fresh = true; /* nothing on this line yet */
    for (words += strspn(words, " \n"); *words != '\0'; words += strspn(words, " \n")) {
        size_t bytes = strcspn(words, " \n");
        size_t columns = columns_of(words, bytes);
        if (!fresh && column + 1 + columns > width) {
            ff_text_add_char(text, '\n');
            ff_text_add_blanks(text, indent);
            column = indent;
        } else if (!fresh) {
            ff_text_add_char(text, ' ');
            column++;
        }
        ff_text_add_bytes(text, words, bytes);
        column += columns;
        words += bytes;
        fresh = false;
    }
    ff_text_add_char(text, '\n');
}

ff_code ff_text_check(const ff_text *text, ff_error *error) {
    return text->failed ? ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory")
                        : FF_OK;
}
