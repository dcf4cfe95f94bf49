#include "support.h"

#include "base/nearest.h"

#include <string.h>

/* By hand, after the definition of optimal string alignment. */
static void distances(void **state) {
    (void)state;
    static const struct {
        const char *a, *b;
        size_t distance;
    } pairs[] = {
        {"", "", 0},         {"", "abc", 3},
        {"heat", "heat", 0}, {"heet", "heat", 1},
        {"haet", "heat", 1}, {"kitten", "sitting", 3},
        {"CA", "ABC", 3},    {"HEAT", "heat", 0},
        {"heat", "hea", 1},  {"saturday", "sunday", 3},
        {"abcd", "badc", 2},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        assert_int_equal(ff_edit_distance(pairs[i].a, pairs[i].b), pairs[i].distance);
        assert_int_equal(ff_edit_distance(pairs[i].b, pairs[i].a), pairs[i].distance);
    }
}

static void long_words_have_no_neighbours(void **state) {
    (void)state;
    char word[3 * FF_NEAREST_LENGTH];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    assert_int_equal(ff_edit_distance(word, "aaa"), FF_NEAREST_LENGTH);
    assert_int_equal(ff_edit_distance(word, word), 0);
}

static void the_nearest_stand_first(void **state) {
    (void)state;
    static const char *const known[] = {"lace_mark", "relief_lace", "relief_laces", "relief_shoe",
                                        "releif_lace"};
    ff_nearest nearest = {.wanted = "relief_lce"};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        ff_nearest_offer(&nearest, known[i]);
    }
    char text[200];
    ff_nearest_text(&nearest, text, sizeof text);
    assert_string_equal(text,
                        " Did you mean \"relief_lace\" or \"relief_laces\" or \"releif_lace\"?");
}

static void nothing_near_says_nothing(void **state) {
    (void)state;
    ff_nearest nearest = {.wanted = "xyz"};
    ff_nearest_offer(&nearest, "heat");
    ff_nearest_offer(&nearest, "age"); /* three letters, none of them the same */
    char text[200] = "before";
    ff_nearest_text(&nearest, text, sizeof text);
    assert_string_equal(text, "");
    nearest.wanted = "";
    ff_nearest_offer(&nearest, "ab");
    assert_int_equal(nearest.count, 0);
}

static void a_small_place_cuts_the_text(void **state) {
    (void)state;
    ff_nearest nearest = {.wanted = "heet"};
    ff_nearest_offer(&nearest, "heat");
    char text[10];
    ff_nearest_text(&nearest, text, sizeof text);
    assert_string_equal(text, " Did you ");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances),
        cmocka_unit_test(long_words_have_no_neighbours),
        cmocka_unit_test(the_nearest_stand_first),
        cmocka_unit_test(nothing_near_says_nothing),
        cmocka_unit_test(a_small_place_cuts_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
