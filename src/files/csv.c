#include "files/csv.h"

#include <string.h>

/* The longest record, and the byte behind it that tells a CR from a CRLF. */
#define FIRST_BUFFER (UINT32_C(1) << 16)
#define LAST_BUFFER  (FF_CSV_MOST_RECORD + 2u)

/* How far a scan of the record at the front of the buffer came. */
typedef enum {
    SCAN_DONE,
    SCAN_UNFINISHED, /* the buffer ends within the record */
    SCAN_DAMAGED     /* its end cannot be told */
} scan_state;

typedef struct {
    const char *from, *to; /* what is in the buffer */
    bool last;             /* nothing comes after `to` */
    char separator;
    char *text; /* where the next byte of a field goes */
    const char **fields;
    size_t count;
    const char *trouble;
} scan;

static void *resized(const ff_allocator *a, void *block, size_t old_size, size_t size) {
    return block == NULL ? a->allocate(a->user, size) : a->resize(a->user, block, old_size, size);
}

static ff_code grow(ff_csv *csv, ff_error *error) {
    size_t old = csv->capacity;
    size_t wanted = old == 0 ? FIRST_BUFFER : old * 2;
    wanted = wanted > LAST_BUFFER ? LAST_BUFFER : wanted;
    /* Unescaped, a record is no longer than it was, and has one NUL more. */
    char *text = resized(csv->allocator, csv->text, old + 1, wanted + 1);
    csv->text = text != NULL ? text : csv->text;
    char *buffer = text != NULL ? resized(csv->allocator, csv->buffer, old, wanted) : NULL;
    if (buffer == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, csv->stream->name, FF_NO_OFFSET, "not enough memory");
    }
    csv->buffer = buffer;
    csv->capacity = wanted;
    return FF_OK;
}

/* Reads until the buffer is full or the stream ends, so that a record is scanned again only when
 * the buffer has doubled. */
static ff_code fill(ff_csv *csv, ff_error *error) {
    if (csv->begin > 0) {
        memmove(csv->buffer, csv->buffer + csv->begin, csv->end - csv->begin);
        csv->end -= csv->begin;
        csv->begin = 0;
    }
    if (csv->failed != FF_OK) {
        if (error != NULL) {
            *error = csv->failure;
        }
        return csv->failed;
    }
    ff_code code = csv->end == csv->capacity ? grow(csv, error) : FF_OK;
    while (code == FF_OK && csv->failed == FF_OK && !csv->ended && csv->end < csv->capacity) {
        size_t got = 0;
        csv->failed = ff_stream_read(csv->stream, csv->buffer + csv->end, csv->capacity - csv->end,
                                     &got, &csv->failure);
        csv->end += got;
        csv->ended = csv->failed == FF_OK && got == 0;
    }
    return code;
}

/* The separator that the first record holds more of. */
static char separator_of(const char *text, size_t count) {
    size_t commas = 0, semicolons = 0;
    bool quoted = false;
    for (size_t i = 0; i < count; i++) {
        quoted ^= text[i] == '"';
        if (!quoted && (text[i] == '\n' || text[i] == '\r')) {
            break;
        }
        commas += !quoted && text[i] == ',';
        semicolons += !quoted && text[i] == ';';
    }
    return semicolons > commas ? ';' : ',';
}

ff_code ff_csv_open(ff_csv *csv, const ff_allocator *allocator, ff_stream *stream,
                    ff_error *error) {
    *csv = (ff_csv){.stream = stream,
                    .allocator = allocator != NULL ? allocator : ff_allocator_libc(),
                    .line = 1,
                    .separator = ','};
    csv->fields =
        csv->allocator->allocate(csv->allocator->user, FF_CSV_MOST_COLUMNS * sizeof *csv->fields);
    if (csv->fields == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, stream->name, FF_NO_OFFSET, "not enough memory");
    }
    ff_code code = fill(csv, error);
    if (code == FF_OK) {
        bool mark = csv->end >= 3 && memcmp(csv->buffer, "\xEF\xBB\xBF", 3) == 0;
        csv->begin = mark ? 3 : 0;
        csv->separator = separator_of(csv->buffer + csv->begin, csv->end - csv->begin);
    }
    return code;
}

void ff_csv_close(ff_csv *csv) {
    const ff_allocator *a = csv->allocator;
    if (a != NULL) {
        a->release(a->user, csv->buffer);
        a->release(a->user, csv->text);
        a->release(a->user, csv->fields);
    }
    *csv = (ff_csv){0};
}

/* A field ends with a NUL, so one in the file stands as a blank. */
static void put(scan *s, char c) {
    *s->text = c;
    if (c == '\0') {
        *s->text = ' ';
    }
    s->text++;
}

/* A quoted field; `from` stands behind its first quote, and ends behind its last. */
static scan_state scan_quoted(scan *s) {
    for (; s->from < s->to; s->from++) {
        if (*s->from != '"') {
            put(s, *s->from);
            continue;
        }
        if (s->from + 1 == s->to && !s->last) {
            return SCAN_UNFINISHED;
        }
        if (s->from + 1 == s->to || s->from[1] != '"') {
            s->from++;
            bool ends = s->from == s->to || *s->from == s->separator || *s->from == '\n' ||
                        *s->from == '\r';
            s->trouble = ends ? NULL : "text follows the quote that ends a field";
            return ends ? SCAN_DONE : SCAN_DAMAGED;
        }
        *s->text++ = '"';
        s->from++;
    }
    s->trouble = s->last ? "a quote is not closed" : NULL;
    return s->last ? SCAN_DAMAGED : SCAN_UNFINISHED;
}

/* A quote within a field that does not begin with one stands for itself. */
static void scan_plain(scan *s) {
    while (s->from < s->to && *s->from != s->separator && *s->from != '\n' && *s->from != '\r') {
        put(s, *s->from);
        s->from++;
    }
}

static scan_state scan_field(scan *s) {
    char *text = s->text;
    scan_state state = SCAN_DONE;
    if (s->from < s->to && *s->from == '"') {
        s->from++;
        state = scan_quoted(s);
    } else {
        scan_plain(s);
    }
    if (state != SCAN_DONE) {
        return state;
    }
    if ((size_t)(s->text - text) > FF_CSV_MOST_FIELD) {
        s->trouble = "a field is longer than 65,535 bytes";
    }
    *s->text++ = '\0';
    if (s->count < FF_CSV_MOST_COLUMNS) {
        s->fields[s->count++] = text;
    } else {
        s->trouble = "it has more than 1,024 columns";
    }
    return SCAN_DONE;
}

/* Steps over a line end; false when the buffer does not show whether it is a CR or a CRLF. */
static bool pass_line_end(scan *s) {
    if (*s->from == '\r') {
        if (s->from + 1 == s->to && !s->last) {
            return false;
        }
        s->from++;
        s->from += s->from < s->to && *s->from == '\n';
        return true;
    }
    s->from++;
    return true;
}

/* A whole record; `from` ends behind its line end. What is wrong with a field leaves the record's
 * end certain. */
static scan_state scan_record(scan *s) {
    for (;;) {
        scan_state state = scan_field(s);
        if (state != SCAN_DONE) {
            return state;
        }
        if (s->from == s->to) {
            return s->last ? SCAN_DONE : SCAN_UNFINISHED;
        }
        if (*s->from != s->separator) {
            return pass_line_end(s) ? SCAN_DONE : SCAN_UNFINISHED;
        }
        s->from++;
    }
}

/* Line ends in what is passed; CRLF is one. */
static size_t lines_in(const char *from, const char *to) {
    size_t lines = 0;
    for (const char *c = from; c < to; c++) {
        lines += *c == '\n' || (*c == '\r' && !(c + 1 < to && c[1] == '\n'));
    }
    return lines;
}

/* Behind the first line end, where a record begins whose own end cannot be told. */
static const char *behind_line(const char *from, const char *to) {
    while (from < to && *from != '\n' && *from != '\r') {
        from++;
    }
    if (from < to && *from == '\r' && from + 1 < to && from[1] == '\n') {
        from++;
    }
    return from < to ? from + 1 : to;
}

/* The record at the front of what is in the buffer; SCAN_UNFINISHED asks for more. */
static scan_state take_record(ff_csv *csv, ff_csv_record *record) {
    const char *begin = csv->buffer + csv->begin;
    const char *end = csv->buffer + csv->end;
    bool full = csv->end - csv->begin == LAST_BUFFER;
    scan s = {.from = begin,
              .to = end,
              .last = csv->ended,
              .separator = csv->separator,
              .text = csv->text,
              .fields = csv->fields};
    scan_state state = scan_record(&s);
    if (state == SCAN_UNFINISHED && full) {
        s.trouble = "it is longer than 1,048,576 bytes";
        state = SCAN_DAMAGED;
    }
    if (state != SCAN_UNFINISHED) {
        const char *next = state == SCAN_DONE ? s.from : behind_line(begin, end);
        *record = (ff_csv_record){.line = csv->line,
                                  .count = s.trouble == NULL ? s.count : 0,
                                  .fields = csv->fields,
                                  .trouble = s.trouble};
        csv->line += lines_in(begin, next);
        csv->begin = (size_t)(next - csv->buffer);
    }
    return state;
}

ff_code ff_csv_next(ff_csv *csv, ff_csv_record *record, bool *more, ff_error *error) {
    *more = false;
    *record = (ff_csv_record){0};
    for (;;) {
        if (csv->begin == csv->end && csv->ended) {
            return FF_OK;
        }
        scan_state state = take_record(csv, record);
        bool blank = state == SCAN_DONE && record->count == 1 && record->fields[0][0] == '\0';
        if (state != SCAN_UNFINISHED && !blank) {
            *more = true;
            return FF_OK;
        }
        if (state == SCAN_UNFINISHED) {
            ff_code code = fill(csv, error);
            if (code != FF_OK) {
                *record = (ff_csv_record){0};
                return code;
            }
        }
    }
}
