/* The map of the feet: every region of the knowledge has its place, on both feet, mirrored; and
 * shades differ without colour. */
#include "support.h"

#include "report/foot_map.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

/* Where the shapes of a class lie: how many, and their extent across. */
typedef struct extent {
    size_t shapes;
    double low, high;
} extent;

static extent extent_of(const char *svg, const char *name) {
    extent e = {0, INFINITY, -INFINITY};
    char begin[64];
    snprintf(begin, sizeof begin, "<path class=\"%s\"", name);
    for (const char *at = strstr(svg, begin); at != NULL; at = strstr(at + 1, begin)) {
        const char *d = strstr(at, " d=\"") + 4, *end = strchr(d, '"');
        e.shapes++;
        while (d < end && (*d == 'M' || *d == 'L')) {
            char *next;
            double x = strtod(d + 1, &next);
            strtod(next, &next);
            e.low = fmin(e.low, x);
            e.high = fmax(e.high, x);
            d = next;
        }
    }
    return e;
}

static void draw(const ff_foot_map *map, ff_text *out) {
    ff_text_clear(out);
    ff_foot_map_draw(map, knowledge, out);
}

static void every_region_has_its_place_on_both_feet(void **state) {
    (void)state;
    ff_text out;
    ff_text_init(&out, NULL);
    for (size_t r = 0; r < knowledge->region_count; r++) {
        ff_foot_map left = {.words = "w"}, right = {.words = "w"};
        left.left[r] = FF_SHADE_MOST;
        right.right[r] = FF_SHADE_MOST;
        draw(&left, &out);
        extent l = extent_of(out.data, "most");
        draw(&right, &out);
        extent g = extent_of(out.data, "most");
        if (l.shapes == 0) {
            print_message("%s has no place\n", knowledge->regions[r].id);
        }
        assert_true(ff_foot_map_has(knowledge->regions[r].id));
        assert_true(l.shapes > 0);
        assert_int_equal(l.shapes, g.shapes);
        assert_true(fabs((l.high - l.low) - (g.high - g.low)) <
                    45); /* as wide, in one view or both */
        assert_true(l.low >= 0 && g.high <= 440);
    }
    assert_false(ff_foot_map_has("nowhere"));
    ff_text_free(&out);
}

/* On top views the left foot lies at the left, and inner sides face each other. */
static void feet_are_mirror_images(void **state) {
    (void)state;
    ff_text out;
    ff_text_init(&out, NULL);
    const int big = ff_knowledge_region(knowledge, "TD1"),
              little = ff_knowledge_region(knowledge, "TD5");
    double middle[2][2];
    for (int foot = 0; foot < 2; foot++) {
        for (int toe = 0; toe < 2; toe++) {
            ff_foot_map map = {.words = "w"};
            (foot == 0 ? map.left : map.right)[toe == 0 ? big : little] = FF_SHADE_MOST;
            draw(&map, &out);
            extent e = extent_of(out.data, "most");
            middle[foot][toe] = (e.low + e.high) / 2;
        }
    }
    assert_true(middle[0][1] < middle[0][0]);
    assert_true(middle[0][0] < middle[1][0]);
    assert_true(middle[1][0] < middle[1][1]);
    ff_text_free(&out);
}

static size_t count(const char *text, const char *what) {
    size_t found = 0;
    for (const char *at = strstr(text, what); at != NULL; at = strstr(at + 1, what)) {
        found++;
    }
    return found;
}

static void shades_differ_by_lines(void **state) {
    (void)state;
    ff_text out;
    ff_text_init(&out, NULL);
    size_t strokes[FF_SHADE_MOST + 1];
    for (ff_foot_shade shade = FF_SHADE_NONE; shade <= FF_SHADE_MOST; shade++) {
        ff_foot_map map = {.words = "w", .key = {NULL, "a", "b", "c"}};
        map.left[ff_knowledge_region(knowledge, "HP")] = shade;
        draw(&map, &out);
        const char *hatch = strstr(out.data, "class=\"hatch\"");
        strokes[shade] = 0;
        for (const char *c = hatch; c != NULL && *c != '/'; c++) {
            strokes[shade] += *c == 'M';
        }
        assert_int_equal(count(out.data, ">a</text>") + count(out.data, ">b</text>") +
                             count(out.data, ">c</text>"),
                         shade != FF_SHADE_NONE); /* the key tells what is there, and no more */
    }
    assert_int_equal(strokes[FF_SHADE_NONE], 0);
    assert_int_equal(strokes[FF_SHADE_MOST], 0);
    assert_true(strokes[FF_SHADE_SOME] > 3);
    assert_true(strokes[FF_SHADE_OFTEN] > 3 * strokes[FF_SHADE_SOME] / 2);
    ff_text_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_region_has_its_place_on_both_feet),
                                       cmocka_unit_test(feet_are_mirror_images),
                                       cmocka_unit_test(shades_differ_by_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
