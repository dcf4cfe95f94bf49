/* What `footfall decode` prints, character by character. */
#include "support.h"

#include "fit_bytes.h"

#include <footfall/decode.h>
#include <footfall/text.h>

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static fit_bytes file;

typedef struct output {
    ff_text text;
    size_t pieces;
    size_t refuse_from; /* the sink takes no piece from this one on, from 1; 0: takes all */
} output;

static bool take(void *user, const char *text, size_t length) {
    output *out = user;
    out->pieces++;
    if (out->refuse_from > 0 && out->pieces >= out->refuse_from) {
        return false;
    }
    assert_true(length > 0 && text[length - 1] == '\n');
    ff_text_add_bytes(&out->text, text, length);
    return true;
}

static ff_code decode(output *out, const ff_context *context, ff_error *error) {
    ff_bytes bytes;
    ff_bytes_of_memory(&bytes, file.data, file.size, "memory");
    ff_text_init(&out->text, NULL);
    return ff_decode_fit(context, &bytes, take, out, error);
}

static void start(void) {
    file.size = 0;
    fit_open(&file, 14);
}

static void prints(const char *expected) {
    output out = {0};
    ff_error error;
    fit_close(&file);
    assert_int_equal(decode(&out, NULL, &error), FF_OK);
    assert_string_equal(out.text.data, expected);
    ff_text_free(&out.text);
}

static void single_values(void **state) {
    (void)state;
    start();
    fit_define_record(&file);
    fit_record(&file, 1000000000, 141);
    fit_record(&file, 1000000001, 0xFF);
    fit_record(&file, 0xFFFFFFFF, 0xFF);
    prints("{\"mesg\":20,\"fields\":{\"253\":1000000000,\"3\":141}}\n"
           "{\"mesg\":20,\"fields\":{\"253\":1000000001}}\n"
           "{\"mesg\":20,\"fields\":{}}\n");
}

static void numbers_of_all_sizes(void **state) {
    (void)state;
    start();
    fit_add(&file, 6, 0x40, 0, 0, 1, 0, 6);
    fit_add(&file, 18, 0, 8, 0x8E, 1, 8, 0x8F, 2, 4, 0x88, 3, 8, 0x89, 4, 1, 0x01, 5, 1, 0x0D);
    fit_add(&file, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0x80);                   /* least int64 */
    fit_add(&file, 8, 0xFE, 255, 255, 255, 255, 255, 255, 255);        /* largest valid uint64 */
    fit_add(&file, 4, 0x00, 0x00, 0xC0, 0x3F);                         /* 1.5 */
    fit_add(&file, 8, 0x9A, 0x99, 0x99, 0x99, 0x99, 0x99, 0xB9, 0x3F); /* 0.1 */
    fit_add(&file, 2, 0x80, 9);
    prints("{\"mesg\":1,\"fields\":{\"0\":-9223372036854775808,\"1\":18446744073709551614,"
           "\"2\":1.5,\"3\":0.1,\"4\":-128,\"5\":9}}\n");
}

static void arrays(void **state) {
    (void)state;
    start();
    fit_add(&file, 6, 0x40, 0, 0, 1, 0, 3);
    fit_add(&file, 9, 0, 6, 0x84, 1, 3, 0x0D, 2, 2, 0x02);
    fit_add(&file, 12, 0, 1, 0, 255, 255, 3, 0, 255, 0, 255, 255, 255);
    fit_add(&file, 12, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 7);
    prints("{\"mesg\":1,\"fields\":{\"0\":[1,null,3],\"1\":[255,0,255]}}\n"
           "{\"mesg\":1,\"fields\":{\"2\":[null,7]}}\n");
}

static void texts(void **state) {
    (void)state;
    start();
    fit_add(&file, 9, 0x40, 0, 0, 0, 0, 1, 8, 6, 0x07);
    fit_add(&file, 7, 0, 'F', 'R', '"', 0, 'x', 'y');
    fit_add(&file, 7, 0, 'a', 0xFF, 'b', '\n', 'c', 'd'); /* no UTF-8, and no end */
    fit_add(&file, 7, 0, 0, 'R', '"', 0, 'x', 'y');
    prints("{\"mesg\":0,\"fields\":{\"8\":\"FR\\\"\"}}\n"
           "{\"mesg\":0,\"fields\":{\"8\":\"a\xEF\xBF\xBD"
           "b\\u000acd\"}}\n"
           "{\"mesg\":0,\"fields\":{}}\n");
}

static void header_times(void **state) {
    (void)state;
    start();
    fit_add(&file, 9, 0x42, 0, 0, 20, 0, 1, 3, 1, 0x02);
    fit_add(&file, 2, 0x80 | 2 << 5 | 9, 60);
    fit_define_record(&file);
    fit_record(&file, 1000000000, 70);
    fit_add(&file, 2, 0x80 | 2 << 5 | 9, 61);
    fit_add(&file, 6, 0x80 | 1 << 5 | 3, 0x30, 0xCA, 0x9A, 0x3B, 71);
    prints("{\"mesg\":20,\"fields\":{\"3\":60}}\n"
           "{\"mesg\":20,\"fields\":{\"253\":1000000000,\"3\":70}}\n"
           "{\"mesg\":20,\"fields\":{\"253\":1000000009,\"3\":61}}\n"
           "{\"mesg\":20,\"fields\":{\"253\":1000000048,\"3\":71}}\n");
}

static void developer_values(void **state) {
    (void)state;
    start();
    fit_add(&file, 15, 0x40, 0, 0, 206, 0, 3, 0, 1, 2, 1, 1, 2, 2, 1, 2);
    fit_add(&file, 8, 0, 0, 3, 0x84, 0, 0, 4, 0x07); /* numbers 3 and 4 of index 0 */
    fit_add(&file, 22, 0x61, 0, 0, 20, 0, 1, 3, 1, 2, 4, 3, 2, 0, 4, 3, 0, 9, 1, 0, 3, 4, 0);
    fit_add(&file, 12, 1, 140, 241, 0, 'h', 'i', 0, 5, 1, 0, 255, 255);
    fit_add(&file, 12, 1, 140, 255, 255, 0, 'i', 0, 5, 255, 255, 255, 255);
    prints("{\"mesg\":206,\"fields\":{\"0\":0,\"1\":3,\"2\":132}}\n"
           "{\"mesg\":206,\"fields\":{\"0\":0,\"1\":4,\"2\":7}}\n"
           "{\"mesg\":20,\"fields\":{\"3\":140},\"dev\":[{\"index\":0,\"num\":3,\"value\":241},"
           "{\"index\":0,\"num\":4,\"value\":\"hi\"},"
           "{\"index\":0,\"num\":3,\"value\":[1,null]}]}\n"
           "{\"mesg\":20,\"fields\":{\"3\":140}}\n");
}

static void fields_twice(void **state) {
    (void)state;
    start();
    fit_add(&file, 15, 0x40, 0, 0, 20, 0, 3, 3, 1, 2, 3, 1, 2, 3, 1, 2);
    fit_add(&file, 4, 0, 0xFF, 100, 101);
    prints("{\"mesg\":20,\"fields\":{\"3\":100}}\n");
}

static void damaged(void **state) {
    (void)state;
    output out = {0};
    ff_error error;
    start();
    fit_define_record(&file);
    fit_record(&file, 1000000000, 141);
    fit_add(&file, 1, 0x07);
    fit_close(&file);
    assert_int_equal(decode(&out, NULL, &error), FF_ERR_DAMAGED);
    assert_int_equal(error.offset, 14 + 12 + 6);
    assert_string_equal(out.text.data, "{\"mesg\":20,\"fields\":{\"253\":1000000000,\"3\":141}}\n");
    ff_text_free(&out.text);
}

static void make_many(void) {
    start();
    fit_define_record(&file);
    for (int i = 0; i < 50000; i++) {
        fit_record(&file, 1000000000u + (uint32_t)i, (uint8_t)(i % 200));
    }
    fit_close(&file);
}

static void pieces(void **state) {
    (void)state;
    output out = {0};
    make_many();
    assert_int_equal(decode(&out, NULL, NULL), FF_OK);
    assert_true(out.pieces > 10);
    size_t lines = 0;
    for (const char *at = out.text.data; (at = strchr(at, '\n')) != NULL; at++) {
        lines++;
    }
    assert_int_equal(lines, 50000);
    ff_text_free(&out.text);
}

static void not_taken(void **state) {
    (void)state;
    make_many();
    for (size_t from = 1; from <= 2; from++) {
        output out = {.refuse_from = from};
        ff_error error;
        assert_int_equal(decode(&out, NULL, &error), FF_ERR_WRITE);
        assert_int_equal(out.pieces, from); /* and it is not asked again */
        ff_text_free(&out.text);
    }
}

static void memory_runs_out(void **state) {
    (void)state;
    make_many();
    bool finished = false;
    for (size_t fail_from = 1; !finished; fail_from++) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail_from);
        ff_context context = {.allocator = &failing.allocator};
        output out = {0};
        ff_error error;
        ff_code code = decode(&out, &context, &error);
        finished = code == FF_OK;
        assert_true(finished || (code == FF_ERR_MEMORY && error.code == FF_ERR_MEMORY));
        assert_int_equal(failing.held, 0);
        assert_true((fail_from > 2 || !finished) && fail_from < 100);
        ff_text_free(&out.text);
    }
}

static bool take_json(void *user, const char *text, size_t length) {
    size_t *lines = user;
    const char *end = text + length;
    while (text < end) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        assert_non_null(newline);
        json_t *line = json_loadb(text, (size_t)(newline - text),
                                  JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, NULL);
        assert_non_null(line);
        assert_true(json_is_object(json_object_get(line, "fields")));
        json_decref(line);
        text = newline + 1;
        ++*lines;
    }
    return true;
}

/* Every line of a real file with developer fields is JSON, no name twice. */
static void real_file(void **state) {
    (void)state;
    const char *folder = shared_folder();
    if (folder == NULL) {
        skip();
    }
    char path[4096];
    snprintf(path, sizeof path, "%s/data/fit-reference.jsonl", folder);
    FILE *list = fopen(path, "r");
    assert_non_null(list);
    size_t lines = 0;
    json_t *reference = NULL;
    for (int n = 0; (reference = json_loadf(list, JSON_DISABLE_EOF_CHECK, NULL)) != NULL; n++) {
        const char *name = json_string_value(json_object_get(reference, "file"));
        snprintf(path, sizeof path, "%s/data/%s", folder, name);
        if (n % 8 == 0) {
            ff_code code = ff_decode_fit_file(NULL, path, take_json, &lines, NULL);
            assert_true(code != FF_ERR_NOT_FOUND && code != FF_ERR_READ);
        }
        json_decref(reference);
    }
    fclose(list);
    assert_true(lines > 10000);
}

static void no_file(void **state) {
    (void)state;
    output out = {0};
    ff_error error;
    assert_int_equal(ff_decode_fit_file(NULL, "no such file.fit", take, &out, &error),
                     FF_ERR_NOT_FOUND);
    assert_string_equal(error.where, "no such file.fit");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(single_values),   cmocka_unit_test(numbers_of_all_sizes),
        cmocka_unit_test(arrays),          cmocka_unit_test(texts),
        cmocka_unit_test(header_times),    cmocka_unit_test(developer_values),
        cmocka_unit_test(fields_twice),    cmocka_unit_test(damaged),
        cmocka_unit_test(pieces),          cmocka_unit_test(not_taken),
        cmocka_unit_test(memory_runs_out), cmocka_unit_test(real_file),
        cmocka_unit_test(no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
