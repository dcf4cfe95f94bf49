#include "support.h"

#include "files/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What was told of a text, as one line: "<a x=1>" and "text</a>". */
typedef struct {
    char said[4096];
    size_t length;
    const char *stop_at; /* the handler gives up at this element */
    bool counts_only;
    size_t begins, ends, longest;
} listener;

static void say(listener *l, const char *text) {
    size_t length = strlen(text);
    assert_true(l->length + length < sizeof l->said);
    memcpy(l->said + l->length, text, length + 1);
    l->length += length;
}

static ff_code on_begin(void *user, const ff_xml_element *element, ff_error *error) {
    listener *l = user;
    l->begins++;
    if (l->counts_only) {
        return FF_OK;
    }
    char buffer[256];
    snprintf(buffer, sizeof buffer, "<%s@%u", element->name, element->depth);
    say(l, buffer);
    for (const char *const *at = element->attributes; *at != NULL; at += 2) {
        assert_ptr_equal(ff_xml_attribute(element, at[0]), at[1]);
        snprintf(buffer, sizeof buffer, " %s=%s", at[0], at[1]);
        say(l, buffer);
    }
    assert_null(ff_xml_attribute(element, "none"));
    say(l, ">");
    if (l->stop_at != NULL && strcmp(l->stop_at, element->name) == 0) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET, "enough");
    }
    return FF_OK;
}

static ff_code on_end(void *user, const char *name, const char *text, unsigned depth,
                      ff_error *error) {
    listener *l = user;
    (void)error;
    l->ends++;
    size_t length = text != NULL ? strlen(text) : 0;
    l->longest = length > l->longest ? length : l->longest;
    if (!l->counts_only) {
        char end[64];
        say(l, text != NULL ? text : "(none)");
        snprintf(end, sizeof end, "</%s@%u>", name, depth);
        say(l, end);
    }
    return FF_OK;
}

/* Hands its bytes out by so many at a time. */
typedef struct {
    const char *bytes;
    size_t size, step;
} dripping;

static ff_code drip(ff_stream *stream, void *buffer, size_t count, size_t *got, ff_error *error) {
    dripping *d = stream->state;
    (void)error;
    size_t at = (size_t)stream->position, left = d->size - at;
    *got = d->step < left ? d->step : left;
    *got = count < *got ? count : *got;
    memcpy(buffer, d->bytes + at, *got);
    return FF_OK;
}

static ff_code read_with(const ff_xml_handler *how, listener *l, const void *bytes, size_t size,
                         ff_error *error) {
    ff_xml_handler handler = *how;
    handler.begin = on_begin;
    handler.end = on_end;
    handler.user = l;
    dripping d = {.bytes = bytes, .size = size, .step = 7};
    ff_stream stream = {.read = drip, .name = "made.xml", .state = &d};
    ff_error_clear(error);
    return ff_xml_read(NULL, &stream, &handler, error);
}

static ff_code read_bytes(listener *l, const void *bytes, size_t size, ff_error *error) {
    ff_xml_handler handler = {0};
    return read_with(&handler, l, bytes, size, error);
}

static void tells(const char *text, const char *said) {
    listener l = {0};
    ff_error error;
    assert_int_equal(read_bytes(&l, text, strlen(text), &error), FF_OK);
    assert_string_equal(l.said, said);
}

static void test_elements(void **state) {
    (void)state;
    tells("<a><b x='1' y='2'/><c> two  words\n</c></a>",
          "<a@0><b@1 x=1 y=2></b@1><c@1>two  words</c@1></a@0>");
    tells("<a>one<b>inner</b>two</a>", "<a@0><b@1>inner</b@1>onetwo</a@0>");
    tells("<a>x &lt;&amp;&gt; &#65;<![CDATA[ <raw> ]]></a>", "<a@0>x <&> A <raw></a@0>");
    tells("<?xml version='1.0'?><!-- no --><a><?php no ?></a>", "<a@0></a@0>");
}

static void test_prefixes(void **state) {
    (void)state;
    tells("<n:a xmlns:n='urn:x'><ns3:TPX ns3:k='v'><ns3:Speed>2.5</ns3:Speed></ns3:TPX></n:a>",
          "<a@0 xmlns:n=urn:x><TPX@1 ns3:k=v><Speed@2>2.5</Speed@2></TPX@1></a@0>");
}

static void test_before_the_text(void **state) {
    (void)state;
    tells("          <?xml version='1.0' encoding='UTF-8'?>\n<a/>", "<a@0></a@0>");
    tells("\xEF\xBB\xBF<?xml version='1.0'?><a/>", "<a@0></a@0>");
    tells("\xEF\xBB\xBF\r\n <?xml version='1.0'?><a/>", "<a@0></a@0>");
    char *text = malloc(200000); /* the white space fills chunks */
    assert_non_null(text);
    memset(text, ' ', 200000);
    memcpy(text + 199900, "<?xml version='1.0'?><a/>", 25);
    text[199925] = '\0';
    tells(text, "<a@0></a@0>");
    text[199924] = '!';
    listener l = {0};
    ff_error error;
    assert_int_equal(read_bytes(&l, text, strlen(text), &error), FF_ERR_DAMAGED);
    assert_int_equal(error.offset, 199924);
    free(text);
}

static void test_utf16(void **state) {
    (void)state;
    const char *text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>\x01</a>";
    for (int big = 0; big < 2; big++) {
        uint8_t wide[256] = {big ? 0xFE : 0xFF, big ? 0xFF : 0xFE};
        size_t n = 2;
        for (const char *c = text; *c != '\0'; c++) {
            wide[n + (size_t)!big] = *c == 1 ? 1 : 0; /* U+01E9 */
            wide[n + (size_t)big] = *c == 1 ? 0xE9 : (uint8_t)*c;
            n += 2;
        }
        listener l = {0};
        ff_error error;
        assert_int_equal(read_bytes(&l, wide, n, &error), FF_OK);
        assert_string_equal(l.said, "<a@0>\xC7\xA9</a@0>");
    }
}

static void test_old_encodings(void **state) {
    (void)state;
    tells("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xFC</a>", "<a@0>\xC3\xBC</a@0>");
    tells("<?xml version='1.0' encoding='Windows-1252'?><a>\x80\xFC</a>",
          "<a@0>\xE2\x82\xAC\xC3\xBC</a@0>");
    tells("<?xml version='1.0' encoding='KOI8-R'?><a>10\xC1</a>", "<a@0>10\xEF\xBF\xBD</a@0>");
}

static void test_document_types(void **state) {
    (void)state;
    tells("<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record*)>\n<!ATTLIST Record type CDATA "
          "#REQUIRED>\n<!-- <a> -->]>\n<HealthData><Record type='x'/></HealthData>",
          "<HealthData@0><Record@1 type=x></Record@1></HealthData@0>");
    tells("<!DOCTYPE gpx SYSTEM 'http://example.org/gpx.dtd'><gpx/>", "<gpx@0></gpx@0>");
}

static void test_entities_are_refused(void **state) {
    (void)state;
    static const char *const texts[] = {
        "<!DOCTYPE l [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]><l>&c;</l>",
        "<!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><l>&a;</l>",
        "<!DOCTYPE l [<!ENTITY % a SYSTEM 'http://example.org/a'> %a;]><l/>",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        listener l = {0};
        ff_error error;
        assert_int_equal(read_bytes(&l, texts[i], strlen(texts[i]), &error), FF_ERR_FORMAT);
        assert_int_equal(l.begins, 0);
        assert_non_null(strstr(error.message, "entities"));
        assert_string_equal(error.where, "made.xml");
    }
}

/* What was told before stands, and the place is that of the fault. */
static void test_malformed_tail(void **state) {
    (void)state;
    struct {
        const char *text, *said;
        ff_code code;
        int64_t offset;
    } rows[] = {
        {"<a><b>1</b><c>2</d></a>", "<a@0><b@1>1</b@1><c@1>", FF_ERR_DAMAGED, 17},
        {"  <a><b>1</b>&none;</a>", "<a@0><b@1>1</b@1>", FF_ERR_DAMAGED, 13},
        {"<a><b>1</b><c x=1/></a>", "<a@0><b@1>1</b@1>", FF_ERR_DAMAGED, 16},
        {"<a/><b/>", "<a@0></a@0>", FF_ERR_DAMAGED, 4},
        {"<a><b>1</b>\xFF</a>", "<a@0><b@1>1</b@1>", FF_ERR_DAMAGED, 11},
        {"<a><b>1</b><c", "<a@0><b@1>1</b@1>", FF_ERR_TRUNCATED, 13},
        {"<a><b>1</b>", "<a@0><b@1>1</b@1>", FF_ERR_TRUNCATED, 11},
        {"<a><b>1", "<a@0><b@1>", FF_ERR_TRUNCATED, 7},
        {"<a><![CDATA[x", "<a@0>", FF_ERR_TRUNCATED, 13},
        {"", "", FF_ERR_TRUNCATED, 0},
        {"no XML", "", FF_ERR_DAMAGED, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        listener l = {0};
        ff_error error;
        assert_int_equal(read_bytes(&l, rows[i].text, strlen(rows[i].text), &error), rows[i].code);
        assert_string_equal(l.said, rows[i].said);
        assert_int_equal(error.offset, rows[i].offset);
    }
}

static void test_forbidden_characters(void **state) {
    (void)state;
    const char text[] = " <a><b n='x\x0By'>p\0q</b><c/></a>\0\0";
    listener l = {0};
    ff_error error;
    assert_int_equal(read_bytes(&l, text, sizeof text - 1, &error), FF_ERR_DAMAGED);
    assert_string_equal(l.said, "<a@0><b@1 n=x y>p q</b@1><c@1></c@1></a@0>");
    assert_int_equal(error.offset, 11);
    assert_non_null(strstr(error.message, "0x0B"));
    assert_non_null(strstr(error.message, "and more"));
}

static void test_depth(void **state) {
    (void)state;
    for (unsigned depth = FF_XML_MOST_DEPTH; depth <= FF_XML_MOST_DEPTH + 1; depth++) {
        char text[8 * FF_XML_MOST_DEPTH] = "";
        for (unsigned i = 0; i < depth; i++) {
            memcpy(text + 3 * i, "<a>", 3);
        }
        for (unsigned i = 0; i < depth; i++) {
            memcpy(text + 3 * depth + 4 * i, "</a>", 4);
        }
        listener l = {.counts_only = true};
        ff_error error;
        ff_code code = read_bytes(&l, text, 7 * depth, &error);
        assert_int_equal(code, depth > FF_XML_MOST_DEPTH ? FF_ERR_LIMIT : FF_OK);
        assert_int_equal(l.begins, FF_XML_MOST_DEPTH);
        assert_true(error.offset ==
                    (depth > FF_XML_MOST_DEPTH ? INT64_C(3) * FF_XML_MOST_DEPTH : FF_NO_OFFSET));
    }
}

/* before, so many x, after */
static ff_code read_long(listener *l, const char *before, size_t count, const char *after,
                         ff_error *error) {
    size_t first = strlen(before), last = strlen(after), size = first + count + last;
    char *text = malloc(size);
    assert_non_null(text);
    memcpy(text, before, first);
    memset(text + first, 'x', count);
    memcpy(text + first + count, after, last);
    ff_code code = read_bytes(l, text, size, error);
    free(text);
    return code;
}

static void test_bounds_of_text(void **state) {
    (void)state;
    listener l = {.counts_only = true};
    ff_error error;
    assert_int_equal(read_long(&l, "<a><b>", FF_XML_MOST_TEXT, "</b><b>1</b></a>", &error), FF_OK);
    assert_int_equal(l.longest, FF_XML_MOST_TEXT);
    assert_int_equal(l.ends, 3);
    assert_int_equal(read_long(&l, "<a><b>", FF_XML_MOST_TEXT + 1, "</b></a>", &error),
                     FF_ERR_LIMIT);
    assert_int_equal(read_long(&l, "<a><b k='", FF_XML_MOST_TAG / 2, "'/></a>", &error), FF_OK);
    assert_int_equal(read_long(&l, "<a><b k='", FF_XML_MOST_TAG * 2, "'/></a>", &error),
                     FF_ERR_LIMIT);
    assert_int_equal(read_long(&l, "<a><!-- ", FF_XML_MOST_TAG * 2, "--></a>", &error),
                     FF_ERR_LIMIT);
}

static void test_handler_ends_it(void **state) {
    (void)state;
    listener l = {.stop_at = "b"};
    ff_error error;
    const char *text = "<a><b/><c/></a>";
    assert_int_equal(read_bytes(&l, text, strlen(text), &error), FF_ERR_VALUE);
    assert_string_equal(l.said, "<a@0><b@1>");
    assert_string_equal(error.message, "enough");
}

static void test_no_text(void **state) {
    (void)state;
    ff_xml_handler handler = {.no_text = true};
    listener l = {0};
    ff_error error;
    const char *text = "<a>x<b k='v'>y</b></a>";
    assert_int_equal(read_with(&handler, &l, text, strlen(text), &error), FF_OK);
    assert_string_equal(l.said, "<a@0><b@1 k=v>(none)</b@1>(none)</a@0>");
}

static void test_fragments(void **state) {
    (void)state;
    ff_xml_handler handler = {.fragment = true};
    struct {
        const char *text, *said;
        ff_code code;
        int64_t offset;
    } rows[] = {
        {" <a/>\n<b>1</b> ", "<a@0></a@0><b@0>1</b@0>", FF_OK, -1},
        {"<?xml version='1.0'?><a><b/></a>", "<a@0><b@1></b@1></a@0>", FF_OK, -1},
        {"<a/>\n<b>1", "<a@0></a@0><b@0>", FF_ERR_TRUNCATED, 9},
        {" <a/>\n<b>1</c>", "<a@0></a@0><b@0>", FF_ERR_DAMAGED, 12},
        {"<a/></f><b/>", "<a@0></a@0>", FF_ERR_DAMAGED, 8},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        listener l = {0};
        ff_error error;
        assert_int_equal(read_with(&handler, &l, rows[i].text, strlen(rows[i].text), &error),
                         rows[i].code);
        assert_string_equal(l.said, rows[i].said);
        assert_int_equal(error.offset, rows[i].offset);
    }
}

static bool always(void *user) {
    (void)user;
    return true;
}

static void test_cancelled(void **state) {
    (void)state;
    ff_context context = {.cancelled = always};
    listener l = {0};
    ff_xml_handler handler = {.begin = on_begin, .end = on_end, .user = &l};
    dripping d = {.bytes = "<a/>", .size = 4, .step = 4};
    ff_stream stream = {.read = drip, .name = "made.xml", .state = &d};
    ff_error error;
    assert_int_equal(ff_xml_read(&context, &stream, &handler, &error), FF_ERR_CANCELLED);
}

static ff_code breaks(ff_stream *stream, void *buffer, size_t count, size_t *got, ff_error *error) {
    if (stream->position > 0) {
        return ff_fail(error, FF_ERR_CHECKSUM, stream->name, stream->position, "wrong checksum");
    }
    assert_true(count >= 7);
    memcpy(buffer, "<a><b/>", 7);
    *got = 7;
    return FF_OK;
}

/* What a broken stream gave is read before its error is told. */
static void test_stream_breaks(void **state) {
    (void)state;
    listener l = {0};
    ff_xml_handler handler = {.begin = on_begin, .end = on_end, .user = &l};
    ff_stream stream = {.read = breaks, .name = "made.xml"};
    ff_error error;
    assert_int_equal(ff_xml_read(NULL, &stream, &handler, &error), FF_ERR_CHECKSUM);
    assert_string_equal(l.said, "<a@0><b@1></b@1>");
    assert_string_equal(error.message, "wrong checksum");
}

static void test_memory(void **state) {
    (void)state;
    const char *text = "<a><b>some text</b></a>";
    for (size_t n = 1;; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_context context = {.allocator = &failing.allocator};
        listener l = {.counts_only = true};
        ff_xml_handler handler = {.begin = on_begin, .end = on_end, .user = &l};
        dripping d = {.bytes = text, .size = strlen(text), .step = 5};
        ff_stream stream = {.read = drip, .name = "made.xml", .state = &d};
        ff_error error;
        ff_code code = ff_xml_read(&context, &stream, &handler, &error);
        assert_int_equal(failing.held, 0);
        if (code == FF_OK) {
            assert_true(n > 2);
            break;
        }
        assert_int_equal(code, FF_ERR_MEMORY);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_elements),
        cmocka_unit_test(test_prefixes),
        cmocka_unit_test(test_before_the_text),
        cmocka_unit_test(test_utf16),
        cmocka_unit_test(test_old_encodings),
        cmocka_unit_test(test_document_types),
        cmocka_unit_test(test_entities_are_refused),
        cmocka_unit_test(test_malformed_tail),
        cmocka_unit_test(test_forbidden_characters),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_bounds_of_text),
        cmocka_unit_test(test_handler_ends_it),
        cmocka_unit_test(test_no_text),
        cmocka_unit_test(test_fragments),
        cmocka_unit_test(test_cancelled),
        cmocka_unit_test(test_stream_breaks),
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
