/* Places on the foot as people type them: what is understood, what is refused and named, and that
 * every word stands for regions that there are. */
#include "support.h"

#include "app/sites.h"

#include <footfall/app.h>

#include <jansson.h>
#include <string.h>

/* The mask of region ids with blanks between, by another way than the parser's. */
static uint64_t mask_of(const char *ids) {
    char text[256];
    assert_true(strlen(ids) < sizeof text);
    strcpy(text, ids);
    uint64_t mask = 0;
    for (char *id = strtok(text, " "); id != NULL; id = strtok(NULL, " ")) {
        int region = ff_knowledge_region(&ff_knowledge_built_in, id);
        if (region < 0) {
            fail_msg("%s is no region", id);
        }
        mask |= UINT64_C(1) << region;
    }
    return mask;
}

static void test_what_is_understood(void **state) {
    (void)state;
    static const struct {
        const char *text, *left, *right;
    } rows[] = {
        {"L:W1,TP3 R:TP3", "W1 TP3", "TP3"},
        {"left:toes", "TD1 TD2 TD3 TD4 TD5 TP1 TP2 TP3 TP4 TP5", ""},
        {"RIGHT:Ball", "", "B1 B2 B3 B4 B5"},
        {"both:bigtoe", "TD1 TP1", "TD1 TP1"},
        {"lr:w1", "W1", "W1"},
        {"left:W1;right:W2", "W1", "W2"},
        {"left:W1 / right:W2", "W1", "W2"},
        {"left:W1,right:W2", "W1", "W2"},
        {" left: W1 , W2 ", "W1 W2", ""},
        {"left:W1 left:W2", "W1 W2", ""},
        {"left:W1,W1", "W1", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ff_sites sites;
        ff_error error;
        if (ff_sites_parse(rows[i].text, &sites, &error) != FF_OK) {
            fail_msg("'%s': %s", rows[i].text, error.message);
        }
        assert_true(sites.left == mask_of(rows[i].left));
        assert_true(sites.right == mask_of(rows[i].right));
    }
}

static void test_what_is_refused(void **state) {
    (void)state;
    static const struct {
        const char *text, *words; /* in the message */
    } rows[] = {
        {"", "no region is named"},
        {" ,; ", "no region is named"},
        {"left:", "no region is named"},
        {"toes", "needs a side"},
        {"left:tose", "'tose'"},
        {"left:W1,W9", "'W9'"},
        {"up:toes", "'up' is not a side"},
        {":toes", "is not a side"},
        {"left", "'left' is not a region"},
        {"left:abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "is not a region"},
        {"left:toes\xC3\xA4", "is not a region"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ff_sites sites;
        ff_error error;
        assert_int_equal(ff_sites_parse(rows[i].text, &sites, &error), FF_ERR_VALUE);
        assert_string_equal(error.where, "site");
        if (strstr(error.message, rows[i].words) == NULL) {
            fail_msg("'%s': %s", rows[i].text, error.message);
        }
    }
}

static void test_the_stored_form_reads_back(void **state) {
    (void)state;
    uint64_t all = ff_knowledge_built_in.region_count < 64
                       ? (UINT64_C(1) << ff_knowledge_built_in.region_count) - 1
                       : UINT64_MAX;
    const ff_sites cases[] = {{1, 0}, {0, 1}, {all, all}, {0x15, all & ~UINT64_C(0x15)}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ff_text text;
        ff_text_init(&text, NULL);
        ff_sites_format(&cases[i], &text);
        ff_sites back;
        assert_int_equal(ff_sites_parse(text.data, &back, NULL), FF_OK);
        assert_true(back.left == cases[i].left && back.right == cases[i].right);
        ff_text_free(&text);
    }
    ff_text text;
    ff_text_init(&text, NULL);
    ff_sites_format(&(ff_sites){0, 0}, &text);
    assert_string_equal(text.data, "");
    ff_text_free(&text);
}

/* The list that people are given: every word reads as the regions beside it, every region by its
 * own name and by its group's. */
static void test_every_listed_name_works(void **state) {
    (void)state;
    ff_reply reply;
    ff_reply_init(&reply, NULL);
    assert_int_equal(ff_sites_list(FF_AS_JSON, &reply, NULL), FF_OK);
    json_t *list = json_loads(reply.text.data, 0, NULL);
    assert_non_null(list);
    const char *word;
    json_t *value, *region;
    size_t i, words = 0;
    json_object_foreach(json_object_get(list, "words"), word, value) {
        char typed[64];
        snprintf(typed, sizeof typed, "left:%s", word);
        ff_sites sites;
        assert_int_equal(ff_sites_parse(typed, &sites, NULL), FF_OK);
        assert_true(sites.left == mask_of(json_string_value(value)) && sites.right == 0);
        words++;
    }
    assert_true(words > 5);
    json_array_foreach(json_object_get(list, "regions"), i, region) {
        const char *id = json_string_value(json_object_get(region, "id"));
        char typed[64];
        snprintf(typed, sizeof typed, "right:%s", id);
        ff_sites sites;
        assert_int_equal(ff_sites_parse(typed, &sites, NULL), FF_OK);
        assert_true((sites.right & mask_of(id)) != 0 && sites.left == 0);
    }
    assert_int_equal(i, ff_knowledge_built_in.region_count);
    json_decref(list);
    ff_reply_free(&reply);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_understood),
        cmocka_unit_test(test_what_is_refused),
        cmocka_unit_test(test_the_stored_form_reads_back),
        cmocka_unit_test(test_every_listed_name_works),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
