/* Lacings against what others published or worked out: the reference table of the given material to
 * its digits, Fieggen's two formulas of length, Polster's counts and his shortest and strongest
 * lacings by brute force; and what the choice promises, for every set of spots and every number of
 * pairs. */
#include "support.h"

#include <footfall/lacing.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void near(double ours, double theirs, double within, int line) {
    if (!(fabs(ours - theirs) <= within)) {
        fail_msg("line %d: %.9g is not within %g of %.9g", line, ours, within, theirs);
    }
}
#define assert_near(ours, theirs, within) near((ours), (theirs), (within), __LINE__)

/* ---- the reference table ---- */

typedef struct {
    char text[2048];
    char *cells[16];
    size_t count;
} table_row;

static void cut(table_row *r) {
    r->count = 0;
    r->text[strcspn(r->text, "\r\n")] = '\0';
    for (char *at = r->text; at != NULL && r->count < 16;) {
        char *comma = strchr(at, ',');
        r->cells[r->count++] = at;
        if (comma != NULL) {
            *comma++ = '\0';
        }
        at = comma;
    }
}

static FILE *open_reference(void) {
    char path[1024];
    if (shared_folder() == NULL) {
        print_message("# no reference table here: set FOOTFALL_SHARED\n");
        skip();
    }
    snprintf(path, sizeof path, "%s/remedies/lacing_reference.csv", shared_folder());
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        print_message("# no reference table in %s\n", shared_folder());
        skip();
    }
    return file;
}

/* To the digits that the table has. */
static void check_number(const table_row *r, const char *what, double ours, const char *theirs) {
    const char *point = strchr(theirs, '.');
    double unit = point != NULL ? pow(10, -(double)strlen(point + 1)) : 1;
    if (!(fabs(ours - atof(theirs)) <= unit * 0.5001)) {
        fail_msg("%s n=%s mu=%s: %s is %.6f, not %s", r->cells[0], r->cells[1], r->cells[5], what,
                 ours, theirs);
    }
}

static void check_crossings(const table_row *r, const ff_lacing_forces *f) {
    size_t i = 0;
    for (char *at = strtok(r->cells[13], " "); at != NULL; at = strtok(NULL, " "), i++) {
        char *colon = strchr(at, ':');
        *colon = '\0';
        assert_true(i < f->crossing_count);
        check_number(r, "place", f->crossings[i].s_mm, at);
        check_number(r, "force", f->crossings[i].force, colon + 1);
    }
    assert_int_equal(i, f->crossing_count);
}

static ff_lacing_shoe shoe_of(const table_row *r) {
    ff_lacing_shoe shoe = ff_lacing_shoe_usual();
    shoe.pairs = atoi(r->cells[1]);
    shoe.width_mm = atof(r->cells[2]);
    shoe.pitch_mm = atof(r->cells[3]);
    shoe.ends_mm = atof(r->cells[4]);
    shoe.friction = atof(r->cells[5]);
    return shoe;
}

static void check_row(const table_row *r) {
    static ff_lacing_sheet sheet;
    ff_lacing lacing, named;
    ff_error error;
    ff_lacing_shoe shoe = shoe_of(r);
    if (ff_lacing_parse(r->cells[14], &lacing, &error) != FF_OK) {
        fail_msg("%s: %s", r->cells[14], error.message);
    }
    ff_lacing_sheet_of(&lacing, &shoe, NULL, NULL, &sheet);
    check_number(r, "length", sheet.forces.length_mm, r->cells[6]);
    check_number(r, "closing force", sheet.forces.closing, r->cells[7]);
    check_number(r, "toe", sheet.forces.zones[FF_ZONE_TOE], r->cells[8]);
    check_number(r, "mid", sheet.forces.zones[FF_ZONE_MID], r->cells[9]);
    check_number(r, "ankle", sheet.forces.zones[FF_ZONE_ANKLE], r->cells[10]);
    check_number(r, "least pull", sheet.forces.least_pull, r->cells[11]);
    check_number(r, "pull for equal hold", sheet.hold_factor, r->cells[12]);
    check_crossings(r, &sheet.forces);
    assert_int_equal(ff_lacing_pattern(r->cells[0], shoe.pairs, &named, NULL), FF_OK);
    ff_text printed;
    ff_text_init(&printed, NULL);
    ff_lacing_print(&named, &printed);
    if (!ff_lacing_same(&named, &lacing)) {
        fail_msg("%s n=%d is %s, not %s", r->cells[0], shoe.pairs, printed.data, r->cells[14]);
    }
    ff_text_clear(&printed);
    ff_lacing_print(&lacing, &printed);
    assert_string_equal(printed.data, r->cells[14]);
    ff_text_free(&printed);
}

static void test_the_reference_table(void **state) {
    (void)state;
    static table_row r;
    size_t rows = 0;
    FILE *file = open_reference();
    assert_non_null(fgets(r.text, sizeof r.text, file)); /* the names */
    while (fgets(r.text, sizeof r.text, file) != NULL) {
        cut(&r);
        assert_int_equal(r.count, 15);
        check_row(&r);
        rows++;
    }
    fclose(file);
    assert_true(rows >= 56);
}

/* ---- the definition's own figures (n = 6, 40 mm, 16 mm) ---- */

static ff_lacing_forces forces_of(const char *name, int pairs, double friction) {
    ff_lacing lacing;
    ff_lacing_forces forces;
    ff_lacing_shoe shoe = ff_lacing_shoe_usual();
    shoe.pairs = pairs;
    shoe.friction = friction;
    assert_int_equal(ff_lacing_pattern(name, pairs, &lacing, NULL), FF_OK);
    ff_lacing_forces_of(&lacing, &shoe, &forces);
    return forces;
}

static void test_turns_and_pulls_of_crisscross(void **state) {
    (void)state;
    static const double turns[] = {158.199, 136.397, 136.397, 136.397, 136.397, 158.199};
    static const double pulls[] = {1, .57567, .35760, .22214, .13799, .08572, .04935};
    ff_lacing_forces f = forces_of("crisscross", 6, 0.2);
    assert_int_equal(f.segment_count, 13);
    for (size_t i = 0; i < 7; i++) {
        assert_near(f.segments[i].pull, pulls[i], 5e-6);
        assert_near(f.segments[12 - i].pull, pulls[i], 5e-6);
    }
    for (size_t i = 0; i < 6; i++) {
        double turn = -log(f.segments[i + 1].pull / f.segments[i].pull) / 0.2;
        assert_near(turn * 180 / acos(-1), turns[i], 5e-4);
    }
}

static void check_forces(const ff_lacing_forces *f, const double *places, const double *forces,
                         size_t count) {
    assert_int_equal(f->crossing_count, count);
    for (size_t i = 0; i < count; i++) {
        assert_near(f->crossings[i].s_mm, places[i], 1e-9);
        assert_near(f->crossings[i].force, forces[i], 5.1e-6);
    }
}

static void test_the_figures_of_the_definition(void **state) {
    (void)state;
    ff_lacing_forces f = forces_of("crisscross", 6, 0.2);
    assert_near(f.closing, 3.610316, 5e-7);
    check_forces(&f, (double[]){0, 8, 24, 40, 56, 72, 80},
                 (double[]){.04935, .15918, .25624, .41250, .66405, 1.06900, 1}, 7);
    f = forces_of("window_3", 6, 0.2);
    assert_near(f.closing, 3.375598, 5e-7);
    assert_near(f.length_mm, 956.6505, 5e-5);
    check_forces(&f, (double[]){0, 8, 24, 56, 72, 80},
                 (double[]){.06822, .22007, .35426, .66405, 1.06900, 1}, 6);
    f = forces_of("straight_bar", 6, 0.2);
    assert_near(f.closing, 2.788031, 5e-7);
    check_forces(&f, (double[]){0, 16, 32, 48, 64, 80},
                 (double[]){.15184, .28461, .28461, .53349, .53349, 1}, 6);
    f = forces_of("bowtie", 6, 0.2);
    assert_near(f.closing, 2.671005, 5e-7);
    check_forces(&f, (double[]){0, 24, 56, 80}, (double[]){.15184, .52851, .99066, 1}, 4);
    f = forces_of("lock", 7, 0);
    assert_near(f.length_mm, 1127.4788, 5e-5);
    assert_near(f.closing, 13.174405, 5e-7);
    check_forces(&f, (double[]){0, 8, 24, 40, 56, 72, 92, 96},
                 (double[]){1, 1.856953, 1.856953, 1.856953, 1.856953, 1.856953, 1.96116, .92848},
                 8);
    f = forces_of("lock", 7, 0.2);
    assert_near(f.closing, 3.300605, 5e-7);
    assert_near(f.crossings[5].force, .52700, 5.1e-6);
    assert_near(f.crossings[6].force, 1.08528, 5.1e-6);
}

/* Zones as shares of criss-cross', pulled as hard and holding as firmly. */
static void test_the_table_of_relief(void **state) {
    (void)state;
    static const struct {
        const char *name;
        double pull[FF_ZONE_COUNT], hold[FF_ZONE_COUNT];
    } rows[] = {
        {"window_3", {1, 0, 1}, {1.20, 0, 1.20}},
        {"window_1", {.61, 1, 1}, {.73, 1.20, 1.20}},
        {"window_low", {.61, 1, 1}, {.73, 1.20, 1.20}},
        {"window_4", {1, 1, .61}, {1.20, 1.20, .73}},
        {"top_free", {1, 1, .61}, {1.20, 1.20, .73}},
        {"top_free2", {1, 1.54, 0}, {1.49, 2.29, 0}},
        {"wide_toe", {.21, 1, 1}, {.32, 1.49, 1.49}},
        {"high_arch", {.61, 0, .61}, {1.20, 0, 1.20}},
        {"straight_bar", {.42, 1.08, .42}, {.80, 2.03, .80}},
        {"bowtie", {.61, 0, .61}, {1.20, 0, 1.20}},
    };
    ff_lacing_forces usual = forces_of("crisscross", 6, 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ff_lacing_forces f = forces_of(rows[i].name, 6, 0);
        for (int z = 0; z < FF_ZONE_COUNT; z++) {
            double share = f.zones[z] / usual.zones[z];
            assert_near(share, rows[i].pull[z], 0.0051);
            assert_near(share * usual.closing / f.closing, rows[i].hold[z], 0.0051);
        }
    }
}

/* Fieggen's published formulas: P pairs, H across, V between rows, L for each end. */
static void test_lengths_of_fieggen(void **state) {
    (void)state;
    for (int pairs = 4; pairs <= FF_LACING_MOST_PAIRS; pairs++) {
        for (int wide = 0; wide < 9; wide++) {
            for (int high = 0; high < 9; high++) {
                double h = 20 + 7.5 * wide, v = 8 + 3 * high;
                int verticals = pairs / 2, crossings = (pairs - 1) / 2;
                ff_lacing_shoe shoe = ff_lacing_shoe_usual();
                ff_lacing lacing;
                ff_lacing_forces f;
                shoe.pairs = pairs;
                shoe.width_mm = h;
                shoe.pitch_mm = v;
                shoe.ends_mm = 200;
                double q = sqrt(h * h + v * v);
                ff_lacing_pattern("crisscross", pairs, &lacing, NULL);
                ff_lacing_forces_of(&lacing, &shoe, &f);
                assert_near(f.length_mm, 2 * (h + (pairs - 1) * q + 200), 1e-9);
                ff_lacing_pattern("bowtie", pairs, &lacing, NULL);
                ff_lacing_forces_of(&lacing, &shoe, &f);
                double straight = v * verticals, across = q * crossings;
                assert_near(f.length_mm, 2 * (h + straight + across + 200), 1e-9);
            }
        }
    }
}

/* What is bought for criss-cross lies within what shops sell for so many pairs (recalled). */
static void test_laces_to_buy(void **state) {
    (void)state;
    static const double least[] = {900, 1150, 1200, 1370}, most[] = {1150, 1200, 1370, 1500};
    static ff_lacing_sheet sheet;
    for (int pairs = 5; pairs <= 8; pairs++) {
        ff_lacing lacing;
        ff_lacing_shoe shoe = ff_lacing_shoe_usual();
        shoe.pairs = pairs;
        ff_lacing_pattern("crisscross", pairs, &lacing, NULL);
        ff_lacing_sheet_of(&lacing, &shoe, NULL, NULL, &sheet);
        assert_near(sheet.needed_mm[0], sheet.forces.length_mm + 4 * 2 * pairs, 1e-9);
        assert_true(sheet.buy_mm[0] >= sheet.needed_mm[0]);
        assert_true(sheet.buy_mm[0] >= least[pairs - 5] && sheet.buy_mm[0] <= most[pairs - 5]);
        assert_near(sheet.end_mm[0][0], sheet.end_mm[0][1], 1e-9);
        assert_near(sheet.end_mm[0][0] + sheet.end_mm[0][1], sheet.forces.length_mm, 1e-9);
        assert_near(sheet.hold_factor, 1, 1e-12);
    }
    assert_near(ff_lacing_shop_length(3000), 0, 0);
    assert_near(ff_lacing_shop_length(1150), 1150, 0);
    assert_near(ff_lacing_shop_length(1150.1), 1200, 0);
}

/* Threading follows the lace: every visit is reached once, from where the end was, no row is passed
 * before it is laced but by a long stretch, and the ends are tied where they come out. */
static void test_steps_follow_the_lace(void **state) {
    (void)state;
    for (int pairs = FF_LACING_PATTERN_PAIRS; pairs <= FF_LACING_MOST_PAIRS; pairs++) {
        for (int i = 0; ff_lacing_pattern_name(i) != NULL; i++) {
            ff_lacing lacing;
            ff_lacing_step steps[FF_LACING_MOST_STEPS];
            bool reached[FF_LACING_MOST_VISITS] = {false};
            int at[FF_LACING_LACES][2] = {{-1, -1}, {-1, -1}};
            ff_lacing_pattern(ff_lacing_pattern_name(i), pairs, &lacing, NULL);
            size_t count = ff_lacing_steps(&lacing, steps), ties = 0, visits = 0;
            for (size_t k = 0; k < count; k++) {
                const ff_lacing_step *s = &steps[k];
                if (s->move == FF_MOVE_TIE) {
                    assert_int_equal(at[s->lace][0], s->from);
                    assert_int_equal(at[s->lace][1], s->to);
                    ties++;
                    continue;
                }
                bool start = s->move == FF_MOVE_START;
                assert_true(start ? !reached[s->from] : at[s->lace][s->end] == s->from);
                assert_true(!reached[s->to] && abs(s->to - s->from) == 1);
                visits += start ? 2 : 1;
                reached[s->from] = reached[s->to] = true;
                at[s->lace][start ? 1 : s->end] = s->to;
                at[s->lace][0] = start ? s->from : at[s->lace][0];
            }
            assert_int_equal(visits, lacing.count);
            assert_int_equal(ties, lacing.second != 0 ? 2 : 1);
        }
    }
}

/* ---- Polster, by brute force ---- */

#define MOST_EYELETS 12

typedef struct {
    int pairs;
    double h; /* between rows, columns being 1 apart */
    int path[MOST_EYELETS];
    unsigned used;
    long count, dense;
    double shortest, shortest_dense, strongest;
    long shortest_ways;
    bool straight_is_strongest, crisscross_is_strongest;
    double crisscross, straight; /* strengths of these two */
} search;

/* Eyelets 0.. pairs-1 are the left column, then the right. */
static bool same_column(const search *s, int a, int b) {
    return (a < s->pairs) == (b < s->pairs);
}

/* An eyelet must have one end at least that goes to the other column. */
static bool crosses(const search *s, int before, int at, int after) {
    return !same_column(s, before, at) || !same_column(s, at, after);
}

static void weigh(search *s) {
    int n = 2 * s->pairs, straight = 0;
    double length = 0, strength = 0;
    for (int i = 0; i < n; i++) {
        int a = s->path[i], b = s->path[(i + 1) % n];
        double up = (a % s->pairs - b % s->pairs) * s->h;
        double across = same_column(s, a, b) ? 0 : 1;
        double piece = hypot(across, up);
        straight += across == 0;
        length += piece;
        strength += across / piece;
    }
    s->count++;
    s->dense += straight == 0;
    if (length < s->shortest - 1e-9) {
        s->shortest = length;
        s->shortest_ways = 0;
    }
    s->shortest_ways += length < s->shortest + 1e-9;
    if (straight == 0) {
        s->shortest_dense = fmin(s->shortest_dense, length);
    }
    s->strongest = fmax(s->strongest, strength);
}

static void go_on(search *s, int at) {
    int n = 2 * s->pairs;
    if (at == n) {
        /* Each closed lacing is walked in two directions. */
        if (s->path[1] < s->path[n - 1] && crosses(s, s->path[n - 2], s->path[n - 1], s->path[0]) &&
            crosses(s, s->path[n - 1], s->path[0], s->path[1])) {
            weigh(s);
        }
        return;
    }
    for (int next = 1; next < n; next++) {
        if (s->used >> next & 1 ||
            (at >= 2 && !crosses(s, s->path[at - 2], s->path[at - 1], next))) {
            continue;
        }
        s->path[at] = next;
        s->used |= 1u << next;
        go_on(s, at + 1);
        s->used &= ~(1u << next);
    }
}

static search search_all(int pairs, double h) {
    search s = {
        .pairs = pairs, .h = h, .used = 1, .shortest = INFINITY, .shortest_dense = INFINITY};
    go_on(&s, 1);
    return s;
}

static ff_lacing_forces unit_forces(const char *name, int pairs, double h) {
    ff_lacing lacing;
    ff_lacing_forces f;
    ff_lacing_shoe shoe = ff_lacing_shoe_usual();
    shoe.pairs = pairs;
    shoe.width_mm = 1;
    shoe.pitch_mm = h;
    shoe.ends_mm = 0;
    assert_int_equal(ff_lacing_pattern(name, pairs, &lacing, NULL), FF_OK);
    ff_lacing_forces_of(&lacing, &shoe, &f);
    return f;
}

static void test_counts_of_polster(void **state) {
    (void)state;
    static const long all[] = {3, 42, 1080, 51840}, dense[] = {1, 6, 72, 1440};
    for (int pairs = 2; pairs <= 5; pairs++) {
        search s = search_all(pairs, 0.5);
        assert_int_equal(s.count, all[pairs - 2]);
        assert_int_equal(s.dense, dense[pairs - 2]);
    }
}

/* Of six pairs there are millions: once, with the figures of the paper. */
static void test_six_pairs_of_polster(void **state) {
    (void)state;
    search s = search_all(6, 0.5);
    assert_int_equal(s.count, 3758400);
    assert_int_equal(s.dense, 43200);
    assert_near(s.shortest, 9.472136, 5e-7);
    assert_near(s.shortest, unit_forces("bowtie", 6, 0.5).length_mm, 1e-9);
    assert_near(s.shortest_dense, 13.180340, 5e-7);
    assert_near(s.shortest_dense, unit_forces("crisscross", 6, 0.5).length_mm, 1e-9);
}

/* Our bow-tie and criss-cross are the shortest there are, whatever the shoe. */
static void test_the_shortest(void **state) {
    (void)state;
    static const double heights[] = {0.2, 0.5, 0.9, 1.4, 3};
    for (int pairs = 4; pairs <= 5; pairs++) {
        for (size_t i = 0; i < sizeof heights / sizeof *heights; i++) {
            search s = search_all(pairs, heights[i]);
            assert_near(s.shortest, unit_forces("bowtie", pairs, heights[i]).length_mm, 1e-9);
            assert_int_equal(s.shortest_ways, pairs % 2 == 0 ? 1 : (pairs + 1) / 2);
            assert_near(s.shortest_dense, unit_forces("crisscross", pairs, heights[i]).length_mm,
                        1e-9);
        }
    }
    assert_near(search_all(5, 0.5).shortest, 8.472136, 5e-7);
}

/* Below h_n criss-cross is the strongest, above it the zigzag whose ends a long stretch joins: our
 * shoe shop, both of whose ends meet at the top. */
static void test_the_strongest(void **state) {
    (void)state;
    static const double border[] = {0.741184, 0.645033};
    for (int pairs = 4; pairs <= 5; pairs++) {
        double h = border[pairs - 4];
        double usual = unit_forces("crisscross", pairs, h - 1e-3).closing;
        assert_near(search_all(pairs, h - 1e-3).strongest, usual, 1e-9);
        assert_true(unit_forces("shoe_shop", pairs, h - 1e-3).closing < usual);
        usual = unit_forces("crisscross", pairs, h + 1e-3).closing;
        double shop = unit_forces("shoe_shop", pairs, h + 1e-3).closing;
        assert_near(search_all(pairs, h + 1e-3).strongest, shop, 1e-9);
        assert_true(usual < shop);
    }
    assert_near(unit_forces("crisscross", 6, 0.4).closing, 11.284767, 5e-7);
    assert_near(unit_forces("shoe_shop", 6, 0.4).closing, 11.089597, 5e-7);
    assert_near(unit_forces("shoe_shop", 6, 0.75).closing, 10.257663, 5e-7);
}

/* h_n of the paper: where the two are as strong as each other. */
static void test_where_the_strongest_changes(void **state) {
    (void)state;
    static const double border[] = {0.741184, 0.645033, 0.579393, 0.530866,
                                    0.493076, 0.462548, 0.437205};
    for (int pairs = 4; pairs <= 10; pairs++) {
        double low = 0.1, high = 2;
        for (int i = 0; i < 60; i++) {
            double h = (low + high) / 2;
            bool usual = unit_forces("crisscross", pairs, h).closing >
                         unit_forces("shoe_shop", pairs, h).closing;
            low = usual ? h : low;
            high = usual ? high : h;
        }
        assert_near(low, border[pairs - 4], 5.1e-7);
    }
}

/* ---- open lacings: from the left top eyelet to the right one, the knot between them ---- */

typedef struct {
    int pairs;
    ff_lacing lacing;
    unsigned used;
    long count;
    double shortest, longest, strongest;
    ff_lacing shortest_one, strongest_one;
} open_search;

static bool visit_crosses(const ff_lacing_visit *before, const ff_lacing_visit *at,
                          const ff_lacing_visit *after) {
    return before->right != at->right || at->right != after->right;
}

static void weigh_open(open_search *s) {
    ff_lacing_forces f;
    ff_lacing_shoe shoe = ff_lacing_shoe_usual();
    shoe.pairs = s->pairs;
    shoe.ends_mm = 0;
    ff_lacing_forces_of(&s->lacing, &shoe, &f);
    s->count++;
    s->longest = fmax(s->longest, f.length_mm);
    if (f.length_mm < s->shortest - 1e-9) {
        s->shortest = f.length_mm;
        s->shortest_one = s->lacing;
    }
    if (f.closing > s->strongest + 1e-9) {
        s->strongest = f.closing;
        s->strongest_one = s->lacing;
    }
}

/* The bar of the knot gives the two top eyelets an end to the other side. */
static void go_on_open(open_search *s) {
    int n = 2 * s->pairs;
    const ff_lacing_visit last = {(unsigned char)s->pairs, true, false};
    ff_lacing_visit *v = s->lacing.visits;
    size_t at = s->lacing.count;
    if ((int)at == n - 1) {
        if (visit_crosses(&v[at - 2], &v[at - 1], &last)) {
            v[s->lacing.count++] = last;
            weigh_open(s);
            s->lacing.count = at;
        }
        return;
    }
    for (int e = 0; e < n; e++) {
        const ff_lacing_visit next = {(unsigned char)(e % s->pairs + 1), e >= s->pairs, false};
        bool top = next.row == s->pairs;
        if (top || s->used >> e & 1 || (at >= 2 && !visit_crosses(&v[at - 2], &v[at - 1], &next))) {
            continue;
        }
        v[s->lacing.count++] = next;
        s->used |= 1u << e;
        go_on_open(s);
        s->used &= ~(1u << e);
        s->lacing.count = at;
    }
}

static void test_open_lacings(void **state) {
    (void)state;
    static const long counts[] = {2, 20, 396, 14976};
    for (int pairs = 2; pairs <= 5; pairs++) {
        open_search s = {.pairs = pairs, .shortest = INFINITY};
        s.lacing.visits[s.lacing.count++] = (ff_lacing_visit){(unsigned char)pairs, false, false};
        go_on_open(&s);
        assert_int_equal(s.count, counts[pairs - 2]);
    }
}

static void test_open_lacings_of_six(void **state) {
    (void)state;
    open_search s = {.pairs = 6, .shortest = INFINITY};
    s.lacing.visits[s.lacing.count++] = (ff_lacing_visit){6, false, false};
    go_on_open(&s);
    assert_int_equal(s.count, 907200);
    assert_near(s.shortest, 308.3253 + 40, 5e-5); /* and the knot's bar */
    assert_near(s.longest, 683.4058 + 40, 5e-5);
    assert_near(s.strongest, 11.284767, 5e-7);
    ff_lacing named;
    ff_lacing_pattern("crisscross", 6, &named, NULL);
    assert_true(ff_lacing_same(&named, &s.strongest_one));
    ff_lacing_pattern("bowtie", 6, &named, NULL);
    assert_true(ff_lacing_same(&named, &s.shortest_one));
}

/* ---- patterns for every number of pairs ---- */

static const char *printed(const ff_lacing *lacing, ff_text *text) {
    ff_text_clear(text);
    ff_lacing_print(lacing, text);
    return text->data;
}

/* Every name gives a lacing that reads back, is found again by its looks, and closes the shoe. */
static void test_every_pattern_reads_back(void **state) {
    (void)state;
    ff_text text;
    ff_text_init(&text, NULL);
    for (int pairs = FF_LACING_PATTERN_PAIRS; pairs <= FF_LACING_MOST_PAIRS; pairs++) {
        for (int i = 0; ff_lacing_pattern_name(i) != NULL; i++) {
            const char *name = ff_lacing_pattern_name(i);
            ff_lacing made, again;
            char found[FF_LACING_NAME_SIZE];
            ff_error error;
            assert_int_equal(ff_lacing_pattern(name, pairs, &made, NULL), FF_OK);
            if (ff_lacing_parse(printed(&made, &text), &again, &error) != FF_OK) {
                fail_msg("%s, %d pairs: %s: %s", name, pairs, text.data, error.message);
            }
            assert_memory_equal(made.visits, again.visits, made.count * sizeof *made.visits);
            assert_int_equal(made.count, again.count);
            assert_int_equal(made.second, again.second);
            assert_int_equal(ff_lacing_check(&made, pairs, NULL), FF_OK);
            assert_true(ff_lacing_recognise(&made, pairs, found));
            ff_lacing_pattern(found, pairs, &again, NULL);
            assert_true(ff_lacing_same(&made, &again)); /* of two names for one, the first */
            ff_lacing other = ff_lacing_mirrored(&made);
            assert_true(ff_lacing_same(&made, &other));
            assert_non_null(ff_lacing_pattern_use(name));
        }
    }
    ff_text_free(&text);
}

/* The sequences of the definition's table, for six pairs and of the lock for seven. */
static void test_the_sequences_of_the_table(void **state) {
    (void)state;
    static const struct {
        const char *name;
        int pairs;
        const char *sequence;
    } rows[] = {
        {"crisscross", 6, "L6 R5 L4 R3 L2 R1 L1 R2 L3 R4 L5 R6"},
        {"straight_bar", 6, "L6 L4 R4 R2 L2 L1 R1 R3 L3 L5 R5 R6"},
        {"bowtie", 6, "L6 L5 R4 R3 L2 L1 R1 R2 L3 L4 R5 R6"},
        {"shoe_shop", 6, "R6 L1 R1 L2 R2 L3 R3 L4 R4 L5 R5 L6"},
        {"window_3", 6, "L6 R5 L4 L3 R2 L1 R1 L2 R3 R4 L5 R6"},
        {"high_arch", 6, "L6 R5 R4 R3 R2 L1 R1 L2 L3 L4 L5 R6"},
        {"wide_toe", 6, "L6 R5 L4 R3 R2 R1 L1 L2 L3 R4 L5 R6"},
        {"skip_4", 6, "L6 R5 L3 R2 L1 R1 L2 R3 L5 R6"},
        {"lock", 7, "loopR7 L7 L6 R5 L4 R3 L2 R1 L1 R2 L3 R4 L5 R6 R7 loopL7"},
        {"two_laces", 6, "L3 R2 L1 R1 L2 R3 / L6 R5 L4 R4 L5 R6"},
        {"lock_window_3", 7, "loopR7 L7 L6 R5 L4 L3 R2 L1 R1 L2 R3 R4 L5 R6 R7 loopL7"},
        {"top_free_window_2_3", 6, "L5 R4 R3 R2 L1 R1 L2 L3 L4 R5"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ff_lacing named, read;
        assert_int_equal(ff_lacing_pattern(rows[i].name, rows[i].pairs, &named, NULL), FF_OK);
        assert_int_equal(ff_lacing_parse(rows[i].sequence, &read, NULL), FF_OK);
        if (!ff_lacing_same(&named, &read)) {
            fail_msg("%s is not %s", rows[i].name, rows[i].sequence);
        }
    }
}

static void test_names_that_are_none(void **state) {
    (void)state;
    static const char *const names[] = {"",
                                        "window",
                                        "window_",
                                        "window_0",
                                        "window_6",
                                        "window_12",
                                        "window_3_",
                                        "window_3x",
                                        "skip_0",
                                        "skip_7",
                                        "skip_2_3",
                                        "lock_",
                                        "lock_window_5",
                                        "open_toe_window_1",
                                        "top_free_window_5",
                                        "Crisscross",
                                        "window_99999999999999999999"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ff_lacing lacing;
        ff_error error;
        if (ff_lacing_pattern(names[i], 6, &lacing, &error) != FF_ERR_VALUE) {
            fail_msg("'%s' is taken", names[i]);
        }
        assert_string_equal(error.where, "pattern");
    }
    ff_lacing lacing;
    ff_error error;
    assert_int_equal(ff_lacing_pattern("lock", 3, &lacing, &error), FF_ERR_VALUE);
    assert_string_equal(error.where, "pairs");
    assert_int_equal(ff_lacing_pattern("lock", 13, &lacing, &error), FF_ERR_VALUE);
}

/* ---- hostile sequences ---- */

static unsigned chance(unsigned *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Whatever is taken has each eyelet once, both sides, and prints as what reads back. */
static void check_taken(const ff_lacing *lacing, ff_text *text) {
    ff_lacing again;
    ff_lacing_forces forces;
    ff_lacing_step steps[FF_LACING_MOST_STEPS];
    ff_lacing_shoe shoe = ff_lacing_shoe_usual();
    shoe.pairs = FF_LACING_MOST_PAIRS;
    assert_true(lacing->count >= 2 && lacing->count <= FF_LACING_MOST_VISITS);
    assert_int_equal(ff_lacing_parse(printed(lacing, text), &again, NULL), FF_OK);
    assert_memory_equal(lacing, &again, sizeof again);
    ff_lacing_forces_of(lacing, &shoe, &forces);
    assert_true(forces.closing > 0 && isfinite(forces.closing) && isfinite(forces.length_mm));
    size_t count = ff_lacing_steps(lacing, steps);
    assert_true(count <= FF_LACING_MOST_STEPS);
}

static void test_hostile_sequences(void **state) {
    (void)state;
    static const char *const pieces[] = {"L",   "R",       "l",    "loop", "LOOP", "1",   "2",
                                         "3",   "12",      "13",   "0",    "-1",   " ",   " ",
                                         ",",   "/",       "L1 ",  "R1 ",  "L2 ",  "R2 ", "R3 ",
                                         "L3 ", "loopR2 ", "\xff", "%s",   "9999", " / ", "\n"};
    unsigned seed = 7;
    size_t taken = 0;
    ff_text text, out;
    ff_text_init(&text, NULL);
    ff_text_init(&out, NULL);
    for (int i = 0; i < 200000; i++) {
        ff_lacing lacing;
        ff_error error;
        ff_text_clear(&text);
        for (unsigned k = chance(&seed) % 14; k > 0; k--) {
            ff_text_add(&text, pieces[chance(&seed) % (sizeof pieces / sizeof *pieces)]);
        }
        ff_code code = ff_lacing_parse(text.data, &lacing, &error);
        if (code == FF_OK) {
            taken++;
            check_taken(&lacing, &out);
        } else {
            assert_true(code == FF_ERR_VALUE);
            assert_string_equal(error.where, "sequence");
            assert_true(error.offset == FF_NO_OFFSET || error.offset <= (int64_t)text.length);
        }
    }
    assert_true(taken > 100);
    ff_text_free(&text);
    ff_text_free(&out);
}

/* All 24 eyelets and every loop is the longest there is; one byte more than the limit is too long.
 */
static void test_the_longest_sequence(void **state) {
    (void)state;
    ff_text text;
    ff_lacing lacing;
    ff_error error;
    ff_text_init(&text, NULL);
    for (int side = 0; side < 2; side++) {
        for (int row = 1; row <= FF_LACING_MOST_PAIRS; row++) {
            ff_text_addf(&text, "%c%d ", side ? 'R' : 'L', row);
        }
    }
    for (int row = 2; row <= FF_LACING_MOST_PAIRS; row++) {
        ff_text_addf(&text, "loopL%d loopR%d ", row, row);
    }
    assert_int_equal(ff_lacing_parse(text.data, &lacing, &error), FF_OK);
    assert_int_equal(lacing.count, 24 + 22);
    while (text.length <= FF_LACING_MOST_TEXT) {
        ff_text_add_char(&text, ' ');
    }
    assert_int_equal(ff_lacing_parse(text.data, &lacing, &error), FF_ERR_LIMIT);
    ff_text_free(&text);
}

/* ---- what the choice promises ---- */

/* The hardest pressure on a spot, worked out from the forces by steps of a tenth of a millimetre.
 */
static double peak_of(const ff_lacing *lacing, const ff_lacing_shoe *shoe,
                      const ff_lacing_spot *spot, double *closing) {
    ff_lacing_forces f;
    double most = 0;
    ff_lacing_forces_of(lacing, shoe, &f);
    for (int i = 0; i <= 1000; i++) {
        double s = spot->from_mm + (spot->to_mm - spot->from_mm) * i / 1000, sum = 0;
        for (size_t k = 0; k < f.crossing_count; k++) {
            double away = fabs(f.crossings[k].s_mm - s);
            sum += away < shoe->spread_mm
                       ? f.crossings[k].force * (shoe->spread_mm - away) / pow(shoe->spread_mm, 2)
                       : 0;
        }
        most = fmax(most, sum);
    }
    *closing = f.closing;
    return most;
}

static void check_choice(const ff_lacing_choice *c) {
    ff_lacing usual;
    ff_lacing_shoe shoe = c->shoe;
    ff_lacing_pattern("crisscross", shoe.pairs, &usual, NULL);
    assert_true(c->chosen <= c->count && c->count <= FF_LACING_MOST_VERDICTS);
    if (c->chosen == c->count) { /* criss-cross itself, looser: then nothing that is listed helps */
        for (size_t i = 0; i < c->count; i++) {
            if (c->verdicts[i].state <= FF_LACING_PARTLY) {
                fail_msg("%s eases, %d pairs, and is not chosen", c->verdicts[i].name, shoe.pairs);
            }
        }
        return;
    }
    const ff_lacing_verdict *v = &c->verdicts[c->chosen];
    assert_true(v->state <= FF_LACING_PARTLY);
    assert_int_equal(ff_lacing_check(&v->lacing, shoe.pairs, NULL), FF_OK);
    for (size_t i = 0; i < c->wish.spot_count; i++) {
        double closing, usual_closing;
        double before = peak_of(&usual, &shoe, &c->wish.spots[i], &usual_closing);
        ff_lacing_shoe pulled = shoe;
        memcpy(pulled.pull, v->pulls, sizeof pulled.pull);
        double now = peak_of(&v->lacing, &pulled, &c->wish.spots[i], &closing);
        double held = now * usual_closing / closing;
        if (now > before * (1 + 1e-6) || held > before * (1 + 1e-6)) {
            fail_msg("%s, %d pairs: %s is pressed %.4f, %.4f times", v->name, shoe.pairs,
                     c->wish.spots[i].id, now / before, held / before);
        }
    }
}

/* Every set of spots, 4 to 12 pairs, wide and narrow shoes, with and without friction and heel
 * slip: what is chosen presses no named spot more than criss-cross, neither at equal pull nor at
 * equal hold. */
static void test_no_named_spot_is_pressed_more(void **state) {
    (void)state;
    static const char *const words[] = {"toes", "ball", "instep", "upper_instep", "ankle", "33mm"};
    static ff_lacing_choice choice;
    size_t found = 0, eased = 0, all = 0;
    for (unsigned set = 1; set < 64; set++) {
        for (int pairs = FF_LACING_PATTERN_PAIRS; pairs <= FF_LACING_MOST_PAIRS; pairs++) {
            for (unsigned kind = 0; kind < 8; kind++) {
                ff_lacing_shoe shoe = ff_lacing_shoe_usual();
                shoe.pairs = pairs;
                shoe.friction = kind & 1 ? 0.2 : 0;
                shoe.width_mm = kind & 2 ? 65 : 40;
                shoe.pitch_mm = kind & 2 ? 11 : 16;
                ff_lacing_wish wish = {.heel_slip = kind & 4};
                for (unsigned i = 0; i < 6; i++) {
                    if (set >> i & 1) {
                        assert_int_equal(ff_lacing_add_spot(words[i], &shoe, &wish, NULL), FF_OK);
                    }
                }
                ff_lacing_choose(&wish, &shoe, &choice);
                check_choice(&choice);
                bool some = choice.chosen < choice.count;
                found += some;
                eased += some && choice.verdicts[choice.chosen].state == FF_LACING_EASES;
                all++;
            }
        }
    }
    print_message("# %zu choices: %zu ease every spot, %zu some, %zu loosen criss-cross\n", all,
                  eased, found - eased, all - found);
    /* each kind of answer was among those that were checked */
    assert_true(eased > 0 && found > eased && all > found);
}

/* One spot alone, six pairs, settled: what the rule of choice names. */
static void test_single_spots(void **state) {
    (void)state;
    static const struct {
        const char *word;
        int pairs;
        const char *chosen;
    } rows[] = {{"ankle", 6, "top_free"},        {"toes", 6, "wide_toe"},
                {"ball", 5, "wide_toe"},         {"instep", 5, "window_2"},
                {"instep", 6, "window_2_3"},     {"instep", 7, "window_3"},
                {"40mm", 6, "window_3"},         {"8mm", 6, "window_1"},
                {"upper_instep", 6, "window_4"}, {"top", 6, "high_arch"}};
    static ff_lacing_choice choice;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ff_lacing_shoe shoe = ff_lacing_shoe_usual();
        shoe.pairs = rows[i].pairs;
        ff_lacing_wish wish = {0};
        assert_int_equal(ff_lacing_add_spot(rows[i].word, &shoe, &wish, NULL), FF_OK);
        ff_lacing_choose(&wish, &shoe, &choice);
        assert_true(choice.chosen < choice.count);
        if (strcmp(choice.verdicts[choice.chosen].name, rows[i].chosen) != 0) {
            fail_msg("%s, %d pairs: %s", rows[i].word, rows[i].pairs,
                     choice.verdicts[choice.chosen].name);
        }
        assert_int_equal(choice.loosen_first, strcmp(rows[i].word, "top") == 0);
    }
}

/* A heel that slips is locked where that spares the spot, and never given a free top row. */
static void test_heels_that_slip(void **state) {
    (void)state;
    static ff_lacing_choice choice;
    ff_lacing_shoe shoe = ff_lacing_shoe_usual();
    ff_lacing_wish wish = {.heel_slip = true};
    ff_lacing_choose(&wish, &shoe, &choice);
    assert_string_equal(choice.verdicts[choice.chosen].name, "lock");
    ff_lacing_add_spot("instep", &shoe, &wish, NULL);
    ff_lacing_choose(&wish, &shoe, &choice);
    assert_true(choice.verdicts[choice.chosen].locks);
    assert_true(choice.verdicts[choice.chosen].state == FF_LACING_EASES);
    wish = (ff_lacing_wish){.heel_slip = true};
    ff_lacing_add_spot("ankle", &shoe, &wish, NULL);
    ff_lacing_choose(&wish, &shoe, &choice);
    assert_true(choice.heel_open);
    assert_int_equal(ff_lacing_top_row(&choice.verdicts[choice.chosen].lacing), 6);
    for (size_t i = 0; i < choice.count; i++) {
        if (strcmp(choice.verdicts[i].name, "lock") == 0) {
            assert_true(choice.verdicts[i].state == FF_LACING_RAISES);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_reference_table),
        cmocka_unit_test(test_turns_and_pulls_of_crisscross),
        cmocka_unit_test(test_the_figures_of_the_definition),
        cmocka_unit_test(test_the_table_of_relief),
        cmocka_unit_test(test_lengths_of_fieggen),
        cmocka_unit_test(test_laces_to_buy),
        cmocka_unit_test(test_steps_follow_the_lace),
        cmocka_unit_test(test_counts_of_polster),
        cmocka_unit_test(test_six_pairs_of_polster),
        cmocka_unit_test(test_the_shortest),
        cmocka_unit_test(test_the_strongest),
        cmocka_unit_test(test_where_the_strongest_changes),
        cmocka_unit_test(test_open_lacings),
        cmocka_unit_test(test_open_lacings_of_six),
        cmocka_unit_test(test_every_pattern_reads_back),
        cmocka_unit_test(test_the_sequences_of_the_table),
        cmocka_unit_test(test_names_that_are_none),
        cmocka_unit_test(test_hostile_sequences),
        cmocka_unit_test(test_the_longest_sequence),
        cmocka_unit_test(test_no_named_spot_is_pressed_more),
        cmocka_unit_test(test_single_spots),
        cmocka_unit_test(test_heels_that_slip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
