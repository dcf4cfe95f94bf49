#include "files/apple_text.h"

#include <string.h>

#define BUFFER ((size_t)1 << 20)
#define CHUNK  ((size_t)1 << 16)
/* Held behind the bytes handed out: a break is told at the beginning of the tag it is in. */
#define KEPT ((size_t)1 << 17)

/* The document type is some 8 KB. */
#define ROOT "<HealthData"

static bool is_forbidden(unsigned char byte) {
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

static void blank_forbidden(ff_apple_text *text, size_t from) {
    unsigned char any = 0;
    for (size_t i = from; i < text->count; i++) {
        any |= is_forbidden((unsigned char)text->buffer[i]);
    }
    for (size_t i = from; any != 0 && i < text->count; i++) {
        if (is_forbidden((unsigned char)text->buffer[i])) {
            if (text->forbidden_at < 0) {
                text->forbidden_at = text->base + (int64_t)i;
            }
            text->buffer[i] = ' ';
        }
    }
}

/* Reads one more chunk into the window; what lies far behind is let go of. */
static ff_code refill(ff_apple_text *text, ff_error *error) {
    if (ff_context_cancelled(text->context)) {
        text->failed = FF_ERR_CANCELLED;
        return ff_fail(error, FF_ERR_CANCELLED, text->inner->name, FF_NO_OFFSET,
                       "the reading was stopped");
    }
    if (BUFFER - text->count < CHUNK) {
        size_t drop = text->next > KEPT ? text->next - KEPT : 0;
        memmove(text->buffer, text->buffer + drop, text->count - drop);
        text->base += (int64_t)drop;
        text->count -= drop;
        text->next -= drop;
    }
    size_t got, from = text->count;
    size_t room = BUFFER - text->count < CHUNK ? BUFFER - text->count : CHUNK;
    ff_code code = ff_stream_read(text->inner, text->buffer + text->count, room, &got, error);
    text->count += got;
    blank_forbidden(text, from);
    text->ended = got == 0;
    text->failed = code;
    return code;
}

static ff_code read_text(ff_stream *stream, void *buffer, size_t count, size_t *got,
                         ff_error *error) {
    ff_apple_text *text = stream->state;
    if (text->next == text->count && !text->ended) {
        ff_code code = refill(text, error);
        if (code != FF_OK) {
            return code;
        }
    }
    size_t left = text->count - text->next;
    *got = left < count ? left : count;
    memcpy(buffer, text->buffer + text->next, *got);
    text->next += *got;
    return FF_OK;
}

/* Where the needle begins in the window, from an index on; the window's count when nowhere. */
static size_t find(const ff_apple_text *text, size_t from, const char *needle) {
    size_t length = strlen(needle);
    while (from + length <= text->count) {
        const char *at = memchr(text->buffer + from, needle[0], text->count - from - length + 1);
        if (at == NULL) {
            return text->count;
        }
        if (memcmp(at, needle, length) == 0) {
            return (size_t)(at - text->buffer);
        }
        from = (size_t)(at - text->buffer) + 1;
    }
    return text->count;
}

static void begin_at(ff_apple_text *text, size_t index) {
    text->next = index;
    text->origin = text->base + (int64_t)index;
    text->stream = (ff_stream){.read = read_text, .name = text->inner->name, .state = text};
}

ff_code ff_apple_text_open(const ff_context *context, ff_apple_text *text, ff_stream *inner,
                           ff_error *error) {
    *text = (ff_apple_text){.allocator = ff_context_allocator(context),
                            .context = context,
                            .inner = inner,
                            .forbidden_at = -1};
    text->buffer = text->allocator->allocate(text->allocator->user, BUFFER);
    if (text->buffer == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, inner->name, FF_NO_OFFSET, "not enough memory");
    }
    ff_code code = FF_OK;
    while (code == FF_OK && !text->ended && text->count < CHUNK) {
        code = refill(text, error);
    }
    size_t root = find(text, 0, ROOT);
    begin_at(text, root < text->count ? root : 0);
    return code;
}

void ff_apple_text_close(ff_apple_text *text) {
    text->allocator->release(text->allocator->user, text->buffer);
    text->buffer = NULL;
}

static bool begins(const ff_apple_text *text, size_t at, const char *word) {
    size_t length = strlen(word);
    return at + length <= text->count && memcmp(text->buffer + at, word, length) == 0;
}

bool ff_apple_text_is_end(const ff_apple_text *text, int64_t at) {
    /* The parser's place is the tag's or that of the name in it. */
    for (int64_t from = at - 2; from <= at; from++) {
        if (from >= text->base && begins(text, (size_t)(from - text->base), "</HealthData")) {
            return true;
        }
    }
    return false;
}

/* The next line of the window, from an index on, that begins with a record or a workout. */
static size_t find_line(const ff_apple_text *text, size_t from) {
    for (size_t at = find(text, from, "\n"); at < text->count; at = find(text, at + 1, "\n")) {
        size_t tag = at + 1;
        while (tag < text->count && (text->buffer[tag] == ' ' || text->buffer[tag] == '\t')) {
            tag++;
        }
        if (begins(text, tag, "<Record ") || begins(text, tag, "<Workout ")) {
            return tag;
        }
    }
    return text->count;
}

ff_code ff_apple_text_resume(ff_apple_text *text, int64_t at, bool *found, ff_error *error) {
    /* A line that the window cuts is looked at again once there is more of it. */
    const size_t longest_begin = 64;
    text->next = at > text->base ? (size_t)(at - text->base) : 0;
    text->next = text->next < text->count ? text->next : text->count;
    *found = false;
    while (true) {
        size_t line = find_line(text, text->next);
        if (line < text->count) {
            begin_at(text, line);
            *found = true;
            return FF_OK;
        }
        if (text->ended) {
            return FF_OK;
        }
        size_t behind = text->count > longest_begin ? text->count - longest_begin : 0;
        text->next = text->next > behind ? text->next : behind;
        ff_code code = refill(text, error);
        if (code != FF_OK) {
            return code;
        }
    }
}
