#include "files/xml.h"

#include <expat.h>
#include <string.h>

#define CHUNK 65536

/* What is put around a fragment, and is told to nobody. */
#define WRAP_BEGIN "<f>"
#define WRAP_END   "</f>"

typedef struct {
    const ff_xml_handler *handler;
    const ff_allocator *allocator;
    XML_Parser parser;
    ff_error *error;
    const char *name; /* of the stream */
    ff_code code;     /* why it ends before the end */

    unsigned depth;                  /* elements open, the wrapping not counted */
    size_t begin[FF_XML_MOST_DEPTH]; /* where the text of each open element begins */
    char *text;                      /* of all open elements, the outermost first */
    size_t length, capacity;

    bool wrapped, in_wrap; /* a fragment: put into WRAP_BEGIN ... WRAP_END; its begin was seen */
    bool bytes_are_text;   /* not UTF-16: every byte below 32 is a control character */
    int64_t skipped;       /* bytes of the stream before the first that the parser got */
    int64_t fed;           /* bytes that the parser got, the wrapping not counted */
    int64_t forbidden_at;  /* the first forbidden control character in the stream */
    size_t forbidden;      /* how many */
    unsigned forbidden_byte;
} reading;

static void stop(reading *r, ff_code code) {
    if (r->code == FF_OK) {
        r->code = code;
        XML_StopParser(r->parser, XML_FALSE);
    }
}

/* The byte of the stream that the parser is at. */
static int64_t place(const reading *r) {
    int64_t index = (int64_t)XML_GetCurrentByteIndex(r->parser);
    if (index < 0) {
        return r->skipped + r->fed;
    }
    if (r->wrapped) {
        index -= (int64_t)(sizeof WRAP_BEGIN - 1);
    }
    return r->skipped + (index > 0 ? index : 0);
}

static void stop_for_size(reading *r, const char *what, unsigned most, const char *unit) {
    stop(r, ff_fail(r->error, FF_ERR_LIMIT, r->name, place(r), "%s more than %u %s", what, most,
                    unit));
}

static const char *without_prefix(const char *name) {
    const char *colon = strchr(name, ':');
    return colon != NULL ? colon + 1 : name;
}

static void XMLCALL on_begin(void *user, const XML_Char *name, const XML_Char **attributes) {
    reading *r = user;
    if (r->code != FF_OK) {
        return;
    }
    if (r->wrapped && !r->in_wrap) {
        r->in_wrap = true;
        return;
    }
    if (r->depth == FF_XML_MOST_DEPTH) {
        stop_for_size(r, "nests its elements", FF_XML_MOST_DEPTH, "deep");
        return;
    }
    ff_xml_element element = {.name = without_prefix(name),
                              .attributes = (const char *const *)attributes,
                              .depth = r->depth};
    r->begin[r->depth++] = r->length;
    ff_code code = r->handler->begin(r->handler->user, &element, r->error);
    if (code != FF_OK) {
        stop(r, code);
    }
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The text of the innermost element, trimmed, with a NUL behind it. */
static const char *own_text(reading *r, size_t begin) {
    if (r->handler->no_text) {
        return NULL;
    }
    size_t end = r->length;
    while (begin < end && is_space(r->text[begin])) {
        begin++;
    }
    while (end > begin && is_space(r->text[end - 1])) {
        end--;
    }
    if (begin == end) {
        return "";
    }
    r->text[end] = '\0'; /* there is always room for it */
    return r->text + begin;
}

static void XMLCALL on_end(void *user, const XML_Char *name) {
    reading *r = user;
    if (r->code != FF_OK || r->depth == 0) { /* 0: the end of the wrapping */
        return;
    }
    size_t begin = r->begin[--r->depth];
    const char *text = own_text(r, begin);
    ff_code code =
        r->handler->end(r->handler->user, without_prefix(name), text, r->depth, r->error);
    r->length = begin;
    if (code != FF_OK) {
        stop(r, code);
    }
}

static bool make_room(reading *r, size_t count) {
    size_t wanted = r->length + count + 1;
    if (wanted <= r->capacity) {
        return true;
    }
    size_t capacity = r->capacity > 0 ? r->capacity * 2 : 4096;
    capacity = capacity < wanted ? wanted : capacity;
    const ff_allocator *a = r->allocator;
    char *moved = r->text == NULL ? a->allocate(a->user, capacity)
                                  : a->resize(a->user, r->text, r->capacity, capacity);
    if (moved == NULL) {
        stop(r, ff_fail(r->error, FF_ERR_MEMORY, r->name, FF_NO_OFFSET, "not enough memory"));
        return false;
    }
    r->text = moved;
    r->capacity = capacity;
    return true;
}

static void XMLCALL on_text(void *user, const XML_Char *text, int count) {
    reading *r = user;
    if (r->code != FF_OK || r->depth == 0) {
        return;
    }
    size_t more = (size_t)count, own = r->length - r->begin[r->depth - 1];
    /* The white space between elements is not worth keeping. */
    for (; own == 0 && more > 0 && is_space(*text); more--) {
        text++;
    }
    if (own + more > FF_XML_MOST_TEXT) {
        stop_for_size(r, "has text of", FF_XML_MOST_TEXT, "bytes in one element");
    } else if (more > 0 && make_room(r, more)) {
        memcpy(r->text + r->length, text, more);
        r->length += more;
    }
}

static void XMLCALL on_entity(void *user, const XML_Char *name, int parameter,
                              const XML_Char *value, int length, const XML_Char *base,
                              const XML_Char *system_id, const XML_Char *public_id,
                              const XML_Char *notation) {
    reading *r = user;
    (void)name, (void)parameter, (void)value, (void)length, (void)base;
    (void)system_id, (void)public_id, (void)notation;
    stop(r, ff_fail(r->error, FF_ERR_FORMAT, r->name, place(r),
                    "declares XML entities, which no recording of a run needs; it was not read "
                    "on"));
}

/* windows-1252 from 0x80 to 0x9F; the rest is ISO-8859-1. Source: the table of the WHATWG Encoding
 * standard. */
static const int windows_1252[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

static bool same_word(const char *a, const char *lower) {
    while (*a != '\0' && ((*a >= 'A' && *a <= 'Z') ? *a + ('a' - 'A') : *a) == *lower) {
        a++;
        lower++;
    }
    return *a == *lower;
}

/* Tags, times and figures are ASCII in every encoding that keeps ASCII where it is. */
static int XMLCALL on_encoding(void *user, const XML_Char *name, XML_Encoding *encoding) {
    (void)user;
    bool windows = same_word(name, "windows-1252") || same_word(name, "cp1252");
    for (int i = 0; i < 256; i++) {
        encoding->map[i] = i < 0x80 || windows ? i : 0xFFFD;
        if (windows && i >= 0x80 && i < 0xA0) {
            encoding->map[i] = windows_1252[i - 0x80];
        }
    }
    return XML_STATUS_OK;
}

static bool is_forbidden(unsigned char byte) {
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

/* Export programs let control characters through that people typed or names held; XML forbids them
 * and a strict reader loses all that follows. */
static void blank_forbidden(reading *r, char *chunk, size_t count) {
    unsigned char any = 0;
    for (size_t i = 0; i < count; i++) {
        any |= is_forbidden((unsigned char)chunk[i]);
    }
    for (size_t i = 0; any != 0 && i < count; i++) {
        if (!is_forbidden((unsigned char)chunk[i])) {
            continue;
        }
        if (r->forbidden++ == 0) {
            r->forbidden_at = r->skipped + r->fed + (int64_t)i;
            r->forbidden_byte = (unsigned char)chunk[i];
        }
        chunk[i] = ' ';
    }
}

/* The parser's verdict on text that is not well-formed. */
static ff_code not_well_formed(reading *r, bool last) {
    enum XML_Error why = XML_GetErrorCode(r->parser);
    int64_t at = place(r);
    if (why == XML_ERROR_NO_MEMORY) {
        return ff_fail(r->error, FF_ERR_MEMORY, r->name, FF_NO_OFFSET, "not enough memory");
    }
    bool open = why == XML_ERROR_NO_ELEMENTS || why == XML_ERROR_UNCLOSED_TOKEN ||
                why == XML_ERROR_PARTIAL_CHAR || why == XML_ERROR_UNCLOSED_CDATA_SECTION;
    if (last && (open || r->wrapped)) { /* the wrapping's own end cannot be wrong */
        return ff_fail(r->error, FF_ERR_TRUNCATED, r->name, r->skipped + r->fed,
                       "the file ends within an XML element");
    }
    if (why == XML_ERROR_AMPLIFICATION_LIMIT_BREACH) {
        return ff_fail(r->error, FF_ERR_LIMIT, r->name, at, "its XML multiplies itself");
    }
    return ff_fail(r->error, FF_ERR_DAMAGED, r->name, at,
                   "stops being well-formed XML: %s; it was read up to there",
                   XML_ErrorString(why));
}

static ff_code feed(reading *r, const char *bytes, size_t count, bool last) {
    enum XML_Status status = XML_Parse(r->parser, bytes, (int)count, last);
    if (r->code != FF_OK) {
        return r->code;
    }
    if (status != XML_STATUS_OK) {
        return r->code = not_well_formed(r, last);
    }
    return FF_OK;
}

static ff_code feed_chunk(reading *r, char *chunk, size_t count) {
    if (r->bytes_are_text) {
        blank_forbidden(r, chunk, count);
    }
    ff_code code = feed(r, chunk, count, false);
    r->fed += (int64_t)count;
    /* A tag that does not end is kept whole by the parser and looked through again and again. */
    if (code == FF_OK && r->skipped + r->fed - place(r) > (int64_t)FF_XML_MOST_TAG) {
        stop_for_size(r, "has a tag of", FF_XML_MOST_TAG, "bytes");
        code = r->code;
    }
    return code;
}

/* Bytes before the text: byte order mark of UTF-8, white space. UTF-16 is left to the parser. */
static size_t before_text(const unsigned char *bytes, size_t count, bool at_start) {
    size_t i = at_start && count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (i < count && is_space((char)bytes[i])) {
        i++;
    }
    return i;
}

static bool is_utf16(const unsigned char *bytes, size_t count) {
    return count >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) ||
                          (bytes[0] == 0xFE && bytes[1] == 0xFF) || bytes[0] == 0 || bytes[1] == 0);
}

/* A fragment that has a declaration or a document type has a root as well. */
static bool needs_wrap(const reading *r, const char *bytes, size_t count) {
    return r->handler->fragment && r->bytes_are_text && count >= 2 && bytes[0] == '<' &&
           bytes[1] != '?' && bytes[1] != '!';
}

/* A chunk that is full unless the stream ends, so that its beginning can be judged. */
static ff_code fill(ff_stream *stream, char *chunk, size_t *count, ff_error *error) {
    ff_code code = FF_OK;
    size_t got = 1;
    for (*count = 0; code == FF_OK && got > 0 && *count < CHUNK; *count += got) {
        got = 0;
        code = ff_stream_read(stream, chunk + *count, CHUNK - *count, &got, error);
    }
    return code;
}

static ff_code begin_text(reading *r, char *chunk, size_t *count, bool at_start) {
    unsigned char *bytes = (unsigned char *)chunk;
    if (at_start) {
        r->bytes_are_text = !is_utf16(bytes, *count);
    }
    size_t before = r->bytes_are_text ? before_text(bytes, *count, at_start) : 0;
    r->skipped += (int64_t)before;
    *count -= before;
    memmove(chunk, chunk + before, *count);
    r->wrapped = needs_wrap(r, chunk, *count);
    return r->wrapped ? feed(r, WRAP_BEGIN, sizeof WRAP_BEGIN - 1, false) : FF_OK;
}

static ff_code read_all(const ff_context *context, reading *r, ff_stream *stream, char *chunk) {
    ff_code code = FF_OK, read = FF_OK;
    bool begun = false;
    size_t count = 1;
    for (bool start = true; code == FF_OK && read == FF_OK && count > 0; start = false) {
        if (ff_context_cancelled(context)) {
            return ff_fail(r->error, FF_ERR_CANCELLED, r->name, FF_NO_OFFSET,
                           "the reading was stopped");
        }
        read = fill(stream, chunk, &count, r->error);
        size_t left = count;
        if (!begun) {
            code = begin_text(r, chunk, &left, start);
            begun = left > 0;
        }
        if (code == FF_OK && left > 0) {
            code = feed_chunk(r, chunk, left);
        }
    }
    if (code != FF_OK || read != FF_OK) {
        return code != FF_OK ? code : read;
    }
    return r->wrapped ? feed(r, WRAP_END, sizeof WRAP_END - 1, true) : feed(r, "", 0, true);
}

static ff_code tell_forbidden(const reading *r) {
    return ff_fail(r->error, FF_ERR_DAMAGED, r->name, r->forbidden_at,
                   "holds a character that XML forbids (0x%02X)%s; what it holds was read all the "
                   "same",
                   r->forbidden_byte, r->forbidden > 1 ? " and more of the kind" : "");
}

static bool make_parser(reading *r) {
    r->parser = XML_ParserCreate(NULL);
    if (r->parser == NULL) {
        return false;
    }
    XML_SetUserData(r->parser, r);
    XML_SetElementHandler(r->parser, on_begin, on_end);
    if (!r->handler->no_text) {
        XML_SetCharacterDataHandler(r->parser, on_text);
    }
    XML_SetEntityDeclHandler(r->parser, on_entity);
    XML_SetUnknownEncodingHandler(r->parser, on_encoding, NULL);
    return true;
}

ff_code ff_xml_read(const ff_context *context, ff_stream *stream, const ff_xml_handler *handler,
                    ff_error *error) {
    reading r = {.handler = handler,
                 .allocator = ff_context_allocator(context),
                 .error = error,
                 .name = stream->name};
    char *chunk = r.allocator->allocate(r.allocator->user, CHUNK);
    if (chunk == NULL || !make_parser(&r)) {
        r.allocator->release(r.allocator->user, chunk);
        return ff_fail(error, FF_ERR_MEMORY, stream->name, FF_NO_OFFSET, "not enough memory");
    }
    ff_code code = read_all(context, &r, stream, chunk);
    if (code == FF_OK && r.forbidden > 0) {
        code = tell_forbidden(&r);
    }
    XML_ParserFree(r.parser);
    r.allocator->release(r.allocator->user, r.text);
    r.allocator->release(r.allocator->user, chunk);
    return code;
}

const char *ff_xml_attribute(const ff_xml_element *element, const char *name) {
    for (const char *const *at = element->attributes; *at != NULL; at += 2) {
        if (strcmp(at[0], name) == 0) {
            return at[1];
        }
    }
    return NULL;
}
