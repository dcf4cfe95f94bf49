/* The WebAssembly shim, compiled for this machine: memory, requests, and what it cannot do. */
#include "support.h"

#include "face/wasm/wasm.h"

#include <string.h>

static const char body[] = "{\"age\":42,\"sites\":{\"L\":[\"DMM\"]},\"answers\":{\"relief_lace\":"
                           "\"yes\"},\"red_flags\":[]}";

static void test_answers_a_stateless_request(void **state) {
    (void)state;
    char *sent = ff_wasm_alloc(sizeof body - 1);
    assert_non_null(sent);
    memcpy(sent, body, sizeof body - 1);
    ff_wasm_reply *reply = ff_wasm_request("POST", "/api/assess", sent, sizeof body - 1);
    assert_non_null(reply);
    assert_int_equal(reply->status, 200);
    assert_int_equal(reply->length, strlen(reply->text));
    assert_ptr_equal(strstr(reply->text, "{\"triage\":"), reply->text);
    assert_non_null(strstr(reply->text, "\"lace\""));
    ff_wasm_reply_free(reply);
    ff_wasm_free(sent);
}

static void test_has_no_journal(void **state) {
    (void)state;
    ff_wasm_reply *reply = ff_wasm_request("GET", "/api/runs", NULL, 0);
    assert_non_null(reply);
    assert_int_equal(reply->status, 503);
    assert_non_null(strstr(reply->text, "\"error\""));
    ff_wasm_reply_free(reply);
}

static void test_names_what_is_wrong(void **state) {
    (void)state;
    ff_wasm_reply *reply = ff_wasm_request("POST", "/api/assess", "{\"aeg\":1}", 9);
    assert_non_null(reply);
    assert_int_equal(reply->status, 400);
    assert_non_null(strstr(reply->text, "\"where\":\"aeg\""));
    ff_wasm_reply_free(reply);
}

static void test_memory_of_no_size(void **state) {
    (void)state;
    void *block = ff_wasm_alloc(0);
    assert_non_null(block);
    ff_wasm_free(block);
    ff_wasm_free(NULL);
    ff_wasm_reply_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers_a_stateless_request),
        cmocka_unit_test(test_has_no_journal),
        cmocka_unit_test(test_names_what_is_wrong),
        cmocka_unit_test(test_memory_of_no_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
