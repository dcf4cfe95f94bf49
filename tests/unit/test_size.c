/* Sizes and widths against the given tables, which other people made, and against what must hold
 * for every foot. */
#include "support.h"

#include <footfall/shoe_fit.h>
#include <footfall/size.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void assert_near(double a, double b, double within) {
    if (!(fabs(a - b) <= within)) {
        print_error("%.9g is not within %g of %.9g\n", a, within, b);
    }
    assert_true(fabs(a - b) <= within);
}

/* ---- the given tables ---- */

/* Opens a table of the given material behind its first line; skips the test without it. */
static FILE *open_table(const char *name) {
    char path[1024], line[512];
    const char *folder = shared_folder();
    if (folder == NULL) {
        print_message("# the given tables are not here: set FOOTFALL_SHARED\n");
        skip();
    }
    snprintf(path, sizeof path, "%s/remedies/%s", folder, name);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        print_message("# the given tables are not here: %s\n", name);
        skip();
    }
    assert_non_null(fgets(line, sizeof line, file));
    return file;
}

/* The fields of a line that has no quoted commas before the last one looked at; an empty one is
 * NAN. */
static size_t split(char *line, double *numbers, size_t most) {
    size_t count = 0;
    char *at = line;
    while (count < most && at != NULL) {
        char *end;
        numbers[count] = strtod(at, &end);
        numbers[count] = end == at ? (double)NAN : numbers[count];
        count++;
        at = strchr(at, ',');
        at = at != NULL ? at + 1 : NULL;
    }
    return count;
}

static void formula_values(void **state) {
    (void)state;
    FILE *file = open_table("formula_values.csv");
    char line[512];
    size_t rows = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        double v[6];
        assert_int_equal(split(line, v, 6), 6);
        ff_size_place place;
        ff_size_place_of(FF_SIZE_MONDOPOINT, v[0], 0, &place);
        assert_true(place.nearest == v[1]); /* the label: in steps of 5 */
        assert_near(ff_size_of_foot(FF_SIZE_EU, v[0]), v[2], 5e-5);
        assert_near(ff_size_of_foot(FF_SIZE_UK, v[0]), v[3], 5e-5);
        assert_near(ff_size_of_foot(FF_SIZE_US_MEN, v[0]), v[4], 5e-5);
        assert_near(ff_size_of_foot(FF_SIZE_US_WOMEN, v[0]), v[5], 5e-5);
        rows++;
    }
    fclose(file);
    assert_int_equal(rows, 25);
}

/* How labels of charts deviate, as it was worked out elsewhere; and that it is what is said of
 * them. */
static void seen_charts_deviate_as_told(void **state) {
    (void)state;
    FILE *file = open_table("seen_tables.csv");
    char line[512];
    double running_men = 0, running_women = 0;
    size_t men = 0, women = 0, compared = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        bool is_men = line[0] == 'M';
        char *tail = strrchr(line, ',');
        double d_eu = NAN, d_uk = NAN, d_us = NAN;
        for (double *d[] = {&d_eu, &d_uk, &d_us}, **at = d; at < d + 3; at++) {
            char *end;
            **at = strtod(tail + 1, &end);
            **at = end == tail + 1 ? (double)NAN : **at;
            *tail = '\0';
            tail = strrchr(line, ',');
        }
        double v[5]; /* cm, inch, us, uk, eu */
        split(strchr(line, ',') + 1, v, 5);
        /* The boot maker measures in inches: its centimetres are rounded more coarsely. */
        double mm = isnan(v[0]) ? v[1] * 25.4 : v[0] * 10;
        double us = ff_size_of_foot(is_men ? FF_SIZE_US_MEN : FF_SIZE_US_WOMEN, mm);
        assert_near(v[2] - us, d_us, 0.0051);
        compared++;
        if (!isnan(v[3])) {
            assert_near(v[3] - ff_size_of_foot(FF_SIZE_UK, mm), d_uk, 0.0051);
        }
        if (!isnan(v[4])) {
            assert_near(v[4] - ff_size_of_foot(FF_SIZE_EU, mm), d_eu, 0.0051);
        }
        if (strstr(line, "running chart") != NULL) {
            *(is_men ? &running_men : &running_women) += d_us;
            *(is_men ? &men : &women) += 1;
        }
    }
    fclose(file);
    assert_int_equal(compared, 45);
    assert_int_equal(men, 14);
    assert_int_equal(women, 8);
    assert_near(running_men / 14, -1.08, 0.02);  /* "about 1 lower" */
    assert_near(running_women / 8, -0.58, 0.02); /* "about half a size lower" */
}

static void jis_table(void **state) {
    (void)state;
    FILE *file = open_table("jis_s5037_girth_seen.csv");
    char line[128];
    size_t rows = 0;
    static const char *const letters[] = {"E", "EE", "EEE", "EEEE"};
    while (fgets(line, sizeof line, file) != NULL) {
        bool women = line[0] == 'W';
        double v[5];
        assert_int_equal(split(line + 2, v, 5), 5);
        assert_near(ff_jis_girth_e_mm(women, v[0] * 10), v[1], 1e-9);
        for (int i = 0; i < 4; i++) {
            const ff_width_known known = {NAN, NAN, v[i + 1], 2};
            ff_width_known all;
            ff_width_place place;
            assert_true(ff_width_complete(women, &known, &all));
            ff_width_place_of(FF_WIDTH_JIS, women, v[0] * 10, &all, &place);
            assert_string_equal(place.label, letters[i]);
            assert_near(place.exact, i + 1, 1e-9);
            assert_string_equal(place.low, letters[i]); /* 2 mm is less than half a letter */
        }
        rows++;
    }
    fclose(file);
    assert_int_equal(rows, 18);
}

/* The line is a fit to this chart: how far its rows lie from it is what the letters' error takes.
 */
static void us_width_chart(void **state) {
    (void)state;
    FILE *file = open_table("us_width_chart_seen.csv");
    char line[128];
    double worst = 0, sum = 0;
    size_t rows = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        double v[9];
        assert_int_equal(split(line, v, 9), 9);
        double middle = (v[3] + v[4]) / 2 * 10, off = middle - ff_us_width_d_mm(v[0]);
        worst = fmax(worst, fabs(off));
        sum += off;
        for (int letter = 0; letter < 4; letter++) { /* C, D, E, EE of the chart */
            static const char *const names[] = {"C", "D", "E", "EE"};
            const ff_width_known known = {(v[1 + 2 * letter] + v[2 + 2 * letter]) / 2 * 10, 1, NAN,
                                          NAN};
            ff_width_known all;
            ff_width_place place;
            ff_width_complete(false, &known, &all);
            ff_width_place_of(FF_WIDTH_US, false, ff_foot_of_size(FF_SIZE_US_MEN, v[0]), &all,
                              &place);
            assert_true(strcmp(place.label, names[letter]) == 0 ||
                        strcmp(place.low, names[letter]) == 0 ||
                        strcmp(place.high, names[letter]) == 0);
        }
        rows++;
    }
    fclose(file);
    assert_int_equal(rows, 18);
    assert_true(worst < 3.0); /* the error that is stated for the chart */
    assert_near(sum / 18, 0, 1.0);
}

/* ---- published points ---- */

static void published_points(void **state) {
    (void)state;
    static const struct {
        double mm, eu, uk, men, women;
    } points[] = {{7 * 25.4 + 2 * 25.4 / 3, 31.21, 0, 1, 2}, /* Brannock */
                  {228.6, 36.29, 4, 5, 6},
                  {254.0, 40.10, 7, 8, 9},
                  {260.0, 41.00, 7.7087, 8.7087, 9.7087},
                  {270.0, 42.50, 8.8898, 9.8898, 10.8898},
                  {270.93, 42.64, 9, 10, 11},
                  {304.8, 47.72, 13, 14, 15},
                  {224, 35.6, 3.457, 4.457, 5.457}};
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        assert_near(ff_size_of_foot(FF_SIZE_EU, points[i].mm), points[i].eu, 0.006);
        assert_near(ff_size_of_foot(FF_SIZE_UK, points[i].mm), points[i].uk, 0.0006);
        assert_near(ff_size_of_foot(FF_SIZE_US_MEN, points[i].mm), points[i].men, 0.0006);
        assert_near(ff_size_of_foot(FF_SIZE_US_WOMEN, points[i].mm), points[i].women, 0.0006);
    }
    /* China: 37 stood for 23.5 cm. Half a size: 3.33 and 4.23 mm. */
    assert_near(ff_foot_of_size(FF_SIZE_CN_OLD, 37), 235, 1e-9);
    ff_size_place place;
    ff_size_place_of(FF_SIZE_EU, 262, 0, &place);
    assert_near(place.half_mm, 3.33, 0.004);
    ff_size_place_of(FF_SIZE_US_MEN, 262, 0, &place);
    assert_near(place.half_mm, 4.23, 0.004);
    /* Children: US is UK and a third; the last is 1.08 of the foot, UK 0 at 4 in of last. */
    assert_near(ff_size_of_foot(FF_SIZE_US_CHILD, 150) - ff_size_of_foot(FF_SIZE_UK_CHILD, 150),
                1.0 / 3, 1e-12);
    assert_near(ff_size_of_foot(FF_SIZE_UK_CHILD, 101.6 / 1.08), 0, 1e-12);
    assert_near(ff_size_of_foot(FF_SIZE_EU_CHILD, 200 / 3.0 / 1.08), 10,
                1e-12); /* 10 points of last */
}

static void width_of_soldiers(void **state) {
    (void)state;
    /* ANSUR II: means of the people themselves, not of the lines. */
    assert_near(ff_width_usual(false, 271.2), 101.9, 0.05);
    assert_near(ff_width_usual(true, 246.3), 92.7, 0.1);
    assert_near(ff_girth_of_width(false, 101.9), 252.0, 0.1);
    assert_near(ff_girth_of_width(true, 92.7), 228.1, 0.1);
    assert_near(ff_width_of_girth(false, ff_girth_of_width(false, 97.3)), 97.3, 1e-9);
    /* 5th and 95th percentile of the length. */
    assert_near(ff_length_share_below(false, 250), 0.05, 0.012);
    assert_near(ff_length_share_below(false, 293), 0.95, 0.012);
    assert_near(ff_length_share_below(true, 226), 0.05, 0.012);
    assert_near(ff_length_share_below(true, 268), 0.95, 0.012);
    assert_near(ff_width_share_below(false, 271.2, 101.9), 0.5, 0.01);
    /* US 8: the mean breadth lies between D and E of the seen chart. */
    assert_near(ff_width_usual(false, 254), 97.8, 0.06);
    assert_true(ff_width_usual(false, 254) > ff_us_width_d_mm(8) + 2);
}

/* ---- what must hold for every foot ---- */

static void labels_tile_the_line(void **state) {
    (void)state;
    for (int i = 0; i < FF_SIZE_SYSTEM_COUNT; i++) {
        ff_size_system system = (ff_size_system)i;
        for (double mm = FF_SIZE_LEAST_MM; mm <= FF_SIZE_MOST_MM; mm += 0.137) {
            ff_size_place p;
            ff_size_place_of(system, mm, 3, &p);
            assert_near(p.below.to_mm, p.above.from_mm, 1e-9);
            assert_near(p.above.label - p.below.label,
                        (p.above.to_mm - p.above.from_mm) *
                            (ff_size_of_foot(system, 1) - ff_size_of_foot(system, 0)),
                        1e-9);
            assert_true(p.below.label <= p.exact + 1e-6 && p.exact < p.above.label + 1e-6);
            ff_size_label own = ff_size_label_of(system, p.nearest);
            assert_true(own.from_mm <= mm + 1e-6 && mm <= own.to_mm + 1e-6);
            assert_true(p.nearest == p.below.label || fabs(p.nearest - p.above.label) < 1e-9);
            assert_true(p.ask == p.nearest ||
                        fabs(p.ask - p.nearest - (p.above.label - p.below.label)) < 1e-9);
            assert_true(ff_size_on_grid(system, p.nearest));
            assert_near(ff_foot_of_size(system, p.exact), mm, 1e-9);
            if (p.halves) {
                assert_true(p.whole.from_mm <= mm + 1e-6 && mm <= p.whole.to_mm + 1e-6);
            }
        }
    }
}

static void a_surer_foot_asks_for_no_more(void **state) {
    (void)state;
    for (double mm = 180; mm < 330; mm += 0.31) {
        double before = 0;
        for (double error = 0; error <= 6; error += 0.5) {
            ff_size_place p;
            ff_size_place_of(FF_SIZE_EU, mm, error, &p);
            assert_true(error == 0 ? p.ask == p.nearest : p.ask >= before);
            before = p.ask;
        }
    }
}

static void names_and_ends(void **state) {
    (void)state;
    for (int i = 0; i < FF_SIZE_SYSTEM_COUNT; i++) {
        assert_int_equal(ff_size_system_of_name(ff_size_system_name((ff_size_system)i)), i);
        assert_non_null(ff_size_system_words((ff_size_system)i));
    }
    assert_int_equal(ff_size_system_of_name("us_MEN"), FF_SIZE_US_MEN);
    assert_int_equal(ff_size_system_of_name("US"), -1);
    assert_null(ff_size_system_name(FF_SIZE_SYSTEM_COUNT));
    assert_true(isnan(ff_size_of_foot(FF_SIZE_SYSTEM_COUNT, 262)));
    assert_false(ff_size_tells(FF_SIZE_UK_CHILD, 262));
    assert_true(ff_size_tells(FF_SIZE_UK_CHILD, 150));
    assert_false(ff_size_tells(FF_SIZE_UK, 150)); /* below 0 */
    assert_true(ff_size_tells(FF_SIZE_EU, 150));
    assert_false(ff_size_on_grid(FF_SIZE_EU, 41.3));
    assert_true(ff_size_on_grid(FF_SIZE_EU, 41.5));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formula_values),
        cmocka_unit_test(seen_charts_deviate_as_told),
        cmocka_unit_test(jis_table),
        cmocka_unit_test(us_width_chart),
        cmocka_unit_test(published_points),
        cmocka_unit_test(width_of_soldiers),
        cmocka_unit_test(labels_tile_the_line),
        cmocka_unit_test(a_surer_foot_asks_for_no_more),
        cmocka_unit_test(names_and_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
