/* CSV, record by record. */
#include "support.h"

#include "files/csv.h"

#include <stdio.h>
#include <string.h>

/* A stream over a text that gives `step` bytes at a time (0: as many as asked for). */
typedef struct {
    const char *text;
    size_t length, at, step;
} slow_text;

static ff_code read_slowly(ff_stream *stream, void *buffer, size_t count, size_t *got,
                           ff_error *error) {
    (void)error;
    slow_text *slow = stream->state;
    size_t left = slow->length - slow->at;
    *got = left < count ? left : count;
    *got = slow->step > 0 && *got > slow->step ? slow->step : *got;
    memcpy(buffer, slow->text + slow->at, *got);
    slow->at += *got;
    return FF_OK;
}

/* All records as "line:field|field" in lines, a damaged one as "line!what". */
static void dump(const char *text, size_t length, size_t step, const ff_allocator *allocator,
                 char *out, size_t size, ff_code *code) {
    slow_text slow = {text, length, 0, step};
    ff_stream stream = {.read = read_slowly, .name = "t.csv", .state = &slow};
    ff_csv csv;
    ff_csv_record record;
    bool more = true;
    size_t used = 0;
    out[0] = '\0';
    *code = ff_csv_open(&csv, allocator, &stream, NULL);
    while (*code == FF_OK && (*code = ff_csv_next(&csv, &record, &more, NULL)) == FF_OK && more) {
        used += (size_t)snprintf(out + used, size - used, "%zu%c", record.line,
                                 record.trouble != NULL ? '!' : ':');
        for (size_t i = 0; i < record.count; i++) {
            used += (size_t)snprintf(out + used, size - used, "%s%s", i > 0 ? "|" : "",
                                     record.fields[i]);
        }
        used += (size_t)snprintf(out + used, size - used, "%s\n",
                                 record.trouble != NULL ? record.trouble : "");
    }
    ff_csv_close(&csv);
}

static void expect(const char *text, const char *expected) {
    char out[4096];
    ff_code code;
    for (size_t step = 0; step < 4; step++) {
        dump(text, strlen(text), step, NULL, out, sizeof out, &code);
        assert_int_equal(code, FF_OK);
        assert_string_equal(out, expected);
    }
}

static void plain_and_quoted(void **state) {
    (void)state;
    expect("a,b,c\n1,,3\n", "1:a|b|c\n2:1||3\n");
    expect("a,b\n\"x,y\",\"say \"\"go\"\"\"\n\"\",\"\"\n", "1:a|b\n2:x,y|say \"go\"\n3:|\n");
    expect("a,b\n1,\"two\nlines\r\nand three\"\n2,z\n",
           "1:a|b\n2:1|two\nlines\r\nand three\n5:2|z\n");
    expect("a,5\" nails,b\n", "1:a|5\" nails|b\n");
    expect("", "");
    expect("\xEF\xBB\xBF", "");
    expect("\n\r\n\n", "");
}

static void line_ends(void **state) {
    (void)state;
    expect("a,b\r\n1,2\r\n3,4", "1:a|b\n2:1|2\n3:3|4\n");
    expect("a,b\r1,2\r3,4\r", "1:a|b\n2:1|2\n3:3|4\n");
    expect("\xEF\xBB\xBF"
           "a,b\n\n\n1,2",
           "1:a|b\n4:1|2\n");
    expect("a,\n,\n", "1:a|\n2:|\n");
    expect("a,\"b\"", "1:a|b\n");
    expect("\"a\"\r\"b\"\r", "1:a\n2:b\n");
}

static void semicolons(void **state) {
    (void)state;
    expect("a;b,c;d\n1;2,5;3\n", "1:a|b,c|d\n2:1|2,5|3\n");
    expect("\"a;b;c\",d\n1,2\n", "1:a;b;c|d\n2:1|2\n");
}

static void damage_costs_one_line(void **state) {
    (void)state;
    expect("a,b\n1,\"open\n2,\"x\"\n3,y\n", "1:a|b\n2!text follows the quote that ends a field\n"
                                            "3:2|x\n4:3|y\n");
    expect("a,b\n1,\"x\" y\n3,y\n", "1:a|b\n2!text follows the quote that ends a field\n3:3|y\n");
    expect("a,b\n1,\"open\n2,y\n", "1:a|b\n2!a quote is not closed\n3:2|y\n");
    expect("a,b\n1,\"open", "1:a|b\n2!a quote is not closed\n");
    expect("a\r\n\"o\r\n1\r\n", "1:a\n2!a quote is not closed\n3:1\n");
}

/* Too long, and yet where it ends is certain; and so long that it is not. */
static void bounds(void **state) {
    (void)state;
    enum { SIZE = 1200000 };
    static char text[SIZE + 100];
    char out[300000];
    ff_code code;
    for (size_t field = 65536; field <= 1100000; field += 1034464) {
        size_t at = (size_t)sprintf(text, "a,b\n\"");
        memset(text + at, 'x', field);
        at += field;
        at += (size_t)sprintf(text + at, "\nx\",1\n2,y\n");
        dump(text, at, 0, NULL, out, sizeof out, &code);
        assert_int_equal(code, FF_OK);
        if (field == 65536) {
            assert_string_equal(out, "1:a|b\n2!a field is longer than 65,535 bytes\n4:2|y\n");
        } else {
            /* The rest of an endless line is met as what it is: no record of this list. */
            assert_non_null(strstr(out, "2!it is longer than 1,048,576 bytes\n"));
            assert_non_null(strstr(out, ":2|y\n"));
        }
    }
    memset(text, ',', 1025);
    memcpy(text + 1025, "\n1,2\n", 6);
    dump(text, strlen(text), 0, NULL, out, sizeof out, &code);
    assert_string_equal(out, "1!it has more than 1,024 columns\n2:1|2\n");
    /* As many as are allowed, and a field of the greatest length, over buffers that grow. */
    memset(text, ',', 1023);
    memset(text + 1023, 'y', 65535);
    memcpy(text + 1023 + 65535, "\n1,2\n", 6);
    dump(text, strlen(text), 777, NULL, out, sizeof out, &code);
    assert_null(strchr(out, '!'));
    assert_string_equal(out + strlen(out) - 6, "2:1|2\n");
}

static void nul_stands_as_a_blank(void **state) {
    (void)state;
    char out[100];
    ff_code code;
    dump("a,b\0c\n\"\0\",d\n", 12, 0, NULL, out, sizeof out, &code);
    assert_string_equal(out, "1:a|b c\n2: |d\n");
}

static void no_memory(void **state) {
    (void)state;
    char text[200000], out[1000];
    memset(text, 'x', sizeof text);
    text[0] = '"';
    for (size_t n = 1; n < 12; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_code code;
        dump(text, sizeof text, 0, &failing.allocator, out, sizeof out, &code);
        assert_true(code == FF_ERR_MEMORY || failing.calls < n);
        assert_int_equal(failing.held, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_and_quoted), cmocka_unit_test(line_ends),
        cmocka_unit_test(semicolons),       cmocka_unit_test(damage_costs_one_line),
        cmocka_unit_test(bounds),           cmocka_unit_test(nul_stands_as_a_blank),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
