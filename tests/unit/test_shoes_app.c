/* Feet, shoes, sizes and fit when memory runs out: an answer comes whole or not at all, and what
 * was to be kept is kept as a whole or not. */
#include "made_app.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

#define NOW_S INT64_C(1780315200)

typedef struct {
    failing_allocator failing;
    int64_t now_s;
    ff_context context;
    ff_app *app;
} bench;

typedef ff_code use_case(bench *b, ff_reply *reply, ff_error *error);

static ff_code keep_foot(bench *b, ff_reply *reply, ff_error *error) {
    const ff_foot_request request = {.side = "left",
                                     .figures = {[FF_FOOT_LENGTH] = "262",
                                                 [FF_FOOT_BALL_WIDTH] = "10.1cm",
                                                 [FF_FOOT_WIDTH_88] = "87",
                                                 [FF_FOOT_ARCH_INDEX] = "0.24"},
                                     .time = "evening"};
    return ff_app_foot(b->app, &request, reply, error);
}

static ff_code keep_shoe(bench *b, ff_reply *reply, ff_error *error) {
    const ff_shoe_request request = {
        .name = "Road A",
        .figures = {[FF_SHOE_INNER_LENGTH] = "272",
                    [FF_SHOE_BALL_WIDTH] = "97",
                    [FF_SHOE_WIDTH_80] = "92",
                    [FF_SHOE_WIDTH_88] = "84",
                    [FF_SHOE_KM_BEFORE] = "5"},
        .labels = {[FF_SHOE_SIZE] = "EU 42", [FF_SHOE_USUAL_SOCK] = "thin"}};
    return ff_app_shoe(b->app, &request, reply, error);
}

static ff_code list_shoes(bench *b, ff_reply *reply, ff_error *error) {
    return ff_app_shoe(b->app, &(ff_shoe_request){.format = FF_AS_JSON}, reply, error);
}

static ff_code size(bench *b, ff_reply *reply, ff_error *error) {
    const ff_size_request request = {.sex = "male", .inner = "272"};
    return ff_size(&b->context, b->app, &request, reply, error);
}

static ff_code fit(bench *b, ff_reply *reply, ff_error *error) {
    return ff_app_fit_shoe(b->app, &(ff_fit_shoe_request){.shoe = "Road A"}, reply, error);
}

static ff_code fit_json(bench *b, ff_reply *reply, ff_error *error) {
    return ff_app_fit_shoe(b->app, &(ff_fit_shoe_request){.format = FF_AS_JSON}, reply, error);
}

static ff_code card(bench *b, ff_reply *reply, ff_error *error) {
    return ff_app_fit_shoe(b->app, &(ff_fit_shoe_request){.card = true}, reply, error);
}

static void set_up(bench *b) {
    ff_reply reply;
    failing_allocator_init(&b->failing, 0);
    b->now_s = NOW_S;
    b->context =
        (ff_context){.allocator = &b->failing.allocator, .now = made_clock, .user = &b->now_s};
    b->app = made_app(&b->context);
    ff_reply_init(&reply, &b->context);
    assert_int_equal(keep_foot(b, &reply, NULL), FF_OK);
    assert_int_equal(keep_shoe(b, &reply, NULL), FF_OK);
    ff_reply_free(&reply);
}

/* NULL: memory ran out, and it was said so. */
static char *act(bench *b, use_case *use, size_t n, bool once) {
    ff_reply reply;
    ff_error error;
    ff_error_clear(&error);
    ff_reply_init(&reply, &b->context);
    size_t held = b->failing.held;
    b->failing.calls = 0;
    b->failing.once = once;
    b->failing.fail_from = n;
    ff_code code = use(b, &reply, &error);
    b->failing.fail_from = 0;
    char *said = NULL;
    if (code == FF_OK) {
        assert_false(reply.text.failed);
        said = strdup(reply.text.data);
    } else {
        assert_int_equal(code, FF_ERR_MEMORY);
        assert_int_equal(error.code, FF_ERR_MEMORY);
    }
    ff_reply_free(&reply);
    assert_int_equal(b->failing.held, held);
    return said;
}

static void check_case(use_case *use) {
    bench b;
    set_up(&b);
    char *whole = act(&b, use, 0, false);
    assert_non_null(whole);
    assert_true(strlen(whole) > 100);
    for (int once = 0; once <= 1; once++) {
        for (size_t n = 1, good = 0; good < 3; n++) {
            assert_true(n < 5000);
            char *said = act(&b, use, n, once != 0);
            if (said != NULL) {
                size_t same = 0; /* a message of cmocka ends before these texts do */
                while (said[same] != '\0' && said[same] == whole[same]) {
                    same++;
                }
                if (said[same] != whole[same]) {
                    print_error("allocation %zu: '%.60s' instead of '%.60s'\n", n, said + same,
                                whole + same);
                }
                assert_string_equal(said + same, whole + same);
            }
            good = said != NULL ? good + 1 : 0;
            free(said);
        }
    }
    free(whole);
    ff_app_close(b.app);
    assert_int_equal(b.failing.held, 0);
}

#define MEMORY_TEST(name, use)                                                                     \
    static void name(void **state) {                                                               \
        (void)state;                                                                               \
        check_case(use);                                                                           \
    }

MEMORY_TEST(keeping_a_foot_without_memory, keep_foot)
MEMORY_TEST(keeping_a_shoe_without_memory, keep_shoe)
MEMORY_TEST(listing_shoes_without_memory, list_shoes)
MEMORY_TEST(sizes_without_memory, size)
MEMORY_TEST(fit_without_memory, fit)
MEMORY_TEST(fit_json_without_memory, fit_json)
MEMORY_TEST(card_without_memory, card)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeping_a_foot_without_memory),
        cmocka_unit_test(keeping_a_shoe_without_memory),
        cmocka_unit_test(listing_shoes_without_memory),
        cmocka_unit_test(sizes_without_memory),
        cmocka_unit_test(fit_without_memory),
        cmocka_unit_test(fit_json_without_memory),
        cmocka_unit_test(card_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
