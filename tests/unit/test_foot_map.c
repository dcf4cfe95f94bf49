/* The map of the feet: every region of the knowledge has its place, on both feet, mirrored; every
 * region that is drawn is one of the knowledge; and shades differ without colour. */
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
        assert_true(ff_foot_view_has(FF_FOOT_TOP, knowledge->regions[r].id) ||
                    ff_foot_view_has(FF_FOOT_SOLE, knowledge->regions[r].id));
        assert_true(l.shapes > 0);
        assert_int_equal(l.shapes, g.shapes);
        assert_true(fabs((l.high - l.low) - (g.high - g.low)) <
                    45); /* as wide, in one view or both */
        assert_true(l.low >= 0 && g.high <= 440);
    }
    assert_false(ff_foot_view_has(FF_FOOT_TOP, "nowhere"));
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

/* ---- one foot from one side ---- */

static void every_region_that_is_drawn_is_known(void **state) {
    (void)state;
    for (int view = 0; view < FF_FOOT_VIEWS; view++) {
        double wide, high;
        ff_foot_view_size((ff_foot_view)view, &wide, &high);
        ff_foot_shape shape;
        size_t regions = 0;
        for (size_t i = 0; ff_foot_shape_at((ff_foot_view)view, i, &shape); i++) {
            assert_true(shape.outline.count > 3 && shape.outline.count < FF_FOOT_CORNERS);
            for (size_t c = 0; c < shape.outline.count; c++) {
                assert_true(shape.outline.x[c] >= 0 && shape.outline.x[c] <= wide);
                assert_true(shape.outline.y[c] >= 0 && shape.outline.y[c] <= high);
            }
            if (shape.region != NULL) {
                regions++;
                assert_true(ff_knowledge_region(knowledge, shape.region) >= 0);
                assert_true(ff_foot_view_has((ff_foot_view)view, shape.region));
            }
        }
        assert_true(regions >= 12);
    }
}

/* The corners of a region's shape in a drawing of one foot. */
static size_t corners_of(const char *svg, const char *region, double *x, double *y, size_t room) {
    char begin[64];
    snprintf(begin, sizeof begin, "data-region=\"%s\"", region);
    const char *at = strstr(svg, begin);
    assert_non_null(at);
    assert_null(strstr(at + 1, begin)); /* once */
    const char *d = strstr(strstr(at, "class=\"shape\""), " d=\"") + 4;
    size_t corners = 0;
    while (corners < room && (*d == 'M' || *d == 'L')) {
        char *next;
        x[corners] = strtod(d + 1, &next);
        y[corners++] = strtod(next, &next);
        d = next;
    }
    return corners;
}

static void left_and_right_mirror_each_other(void **state) {
    (void)state;
    ff_text left, right;
    ff_text_init(&left, NULL);
    ff_text_init(&right, NULL);
    for (int view = 0; view < FF_FOOT_VIEWS; view++) {
        ff_text_clear(&left);
        ff_text_clear(&right);
        ff_foot_view_draw((ff_foot_view)view, true, knowledge, &left);
        ff_foot_view_draw((ff_foot_view)view, false, knowledge, &right);
        double wide = strtod(strstr(left.data, "viewBox=\"0 0 ") + 13, NULL);
        size_t seen = 0;
        for (size_t r = 0; r < knowledge->region_count; r++) {
            double x[2][FF_FOOT_CORNERS], y[2][FF_FOOT_CORNERS];
            const char *id = knowledge->regions[r].id;
            if (!ff_foot_view_has((ff_foot_view)view, id)) {
                continue;
            }
            seen++;
            size_t n = corners_of(left.data, id, x[0], y[0], FF_FOOT_CORNERS);
            assert_int_equal(corners_of(right.data, id, x[1], y[1], FF_FOOT_CORNERS), n);
            for (size_t i = 0; i < n; i++) {
                assert_true(fabs(x[0][i] + x[1][i] - wide) < 0.03 &&
                            fabs(y[0][i] - y[1][i]) < 0.03);
            }
        }
        assert_int_equal(count(left.data, "data-side=\"left\""), seen);
        assert_int_equal(count(right.data, "data-side=\"right\""), seen);
    }
    ff_text_free(&left);
    ff_text_free(&right);
}

/* Where the middle of a region lies across. */
static double middle_of(ff_foot_view view, bool left, const char *region) {
    ff_text out;
    ff_text_init(&out, NULL);
    ff_foot_view_draw(view, left, knowledge, &out);
    double x[FF_FOOT_CORNERS], y[FF_FOOT_CORNERS], sum = 0;
    size_t n = corners_of(out.data, region, x, y, FF_FOOT_CORNERS);
    for (size_t i = 0; i < n; i++) {
        sum += x[i];
    }
    ff_text_free(&out);
    return sum / (double)n;
}

/* Facing the inner side of a left foot, its toes point right; from its outer side, left. */
static void sides_show_what_is_seen_there(void **state) {
    (void)state;
    assert_true(middle_of(FF_FOOT_INNER, true, "HB") < middle_of(FF_FOOT_INNER, true, "TD1"));
    assert_true(middle_of(FF_FOOT_OUTER, true, "HB") > middle_of(FF_FOOT_OUTER, true, "TD5"));
    static const char *const inner[] = {"TD1", "B1", "MB", "AM", "HM", "KM", "SM"},
                             *const outer[] = {"TD5", "B5", "LB", "AL", "HL", "KL", "SA"};
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
        assert_true(ff_foot_view_has(FF_FOOT_INNER, inner[i]));
        assert_false(ff_foot_view_has(FF_FOOT_OUTER, inner[i]));
        assert_true(ff_foot_view_has(FF_FOOT_OUTER, outer[i]));
        assert_false(ff_foot_view_has(FF_FOOT_INNER, outer[i]));
    }
}

/* What is touched is 22 pixels wide and more where a foot from above or below is 220 pixels wide,
 * as on a phone: toes, gaps and the strips along the edges too. */
static void regions_can_be_touched(void **state) {
    (void)state;
    for (int view = FF_FOOT_TOP; view <= FF_FOOT_SOLE; view++) {
        ff_foot_shape shape;
        for (size_t i = 0; ff_foot_shape_at((ff_foot_view)view, i, &shape); i++) {
            const ff_polygon *p = shape.reach.count > 0 ? &shape.reach : &shape.outline;
            double low = INFINITY, high = -INFINITY;
            for (size_t c = 0; c < p->count; c++) {
                low = fmin(low, p->x[c]);
                high = fmax(high, p->x[c]);
            }
            if (shape.region != NULL && (high - low) * 2.2 < 21.5) {
                fail_msg("%s: %.1f pixels", shape.region, (high - low) * 2.2);
            }
        }
    }
}

/* Well-formed, and nothing that a page with a strict policy would refuse. */
static void drawings_are_plain_xml(void **state) {
    (void)state;
    ff_text out;
    ff_text_init(&out, NULL);
    for (int view = 0; view < FF_FOOT_VIEWS; view++) {
        for (int side = 0; side < 2; side++) {
            ff_foot_view_draw((ff_foot_view)view, side == 0, knowledge, &out);
        }
    }
    ff_foot_map map = {.words = "left foot: <toes>", .sides = true};
    ff_foot_map_draw(&map, knowledge, &out);
    assert_false(out.failed);
    assert_int_equal(count(out.data, "role=\"group\""), 8);
    assert_int_equal(count(out.data, "role=\"img\""), 1);
    assert_int_equal(count(out.data, "<g "), count(out.data, "</g>"));
    assert_int_equal(count(out.data, "<g "), count(out.data, "<g class=\"region\""));
    static const char *const forbidden[] = {"style", "<script", "#", "nan", "inf", "<toes>"};
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
        assert_null(strstr(out.data, forbidden[i]));
    }
    ff_text_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_region_has_its_place_on_both_feet),
                                       cmocka_unit_test(feet_are_mirror_images),
                                       cmocka_unit_test(shades_differ_by_lines),
                                       cmocka_unit_test(every_region_that_is_drawn_is_known),
                                       cmocka_unit_test(left_and_right_mirror_each_other),
                                       cmocka_unit_test(sides_show_what_is_seen_there),
                                       cmocka_unit_test(regions_can_be_touched),
                                       cmocka_unit_test(drawings_are_plain_xml)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
