/* Shoes by their runs: made-up histories of which every sum and answer is known by hand. */
#include "support.h"

#include "base/random.h"
#include "measure/wear.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define DAY_S INT64_C(86400)
#define MOST  400

typedef struct {
    ff_arena arena;
    ff_run run[MOST];
    ff_onset onset[MOST];
    ff_logged_run logged[MOST];
    size_t count;
    ff_wear_list wear;
    ff_finding_list findings;
} logbook;

static logbook *open_book(void) {
    logbook *l = test_calloc(1, sizeof *l);
    ff_arena_init(&l->arena, NULL);
    return l;
}

static void close_book(logbook *l) {
    ff_arena_free(&l->arena);
    test_free(l);
}

enum { QUIET, NUMB, UNSAID };

static void add(logbook *l, double day, double km, const char *shoe, int said) {
    size_t i = l->count++;
    assert_true(i < MOST);
    ff_run_init(&l->run[i]);
    l->run[i].start_s = 1700000000 + (int64_t)(day * (double)DAY_S);
    l->run[i].figures.distance_m = 1000 * km;
    l->onset[i] = (ff_onset){.kind = said == NUMB ? FF_ONSET_SOMETIME : FF_ONSET_NONE};
    l->logged[i] = (ff_logged_run){
        .run = &l->run[i], .onset = said == UNSAID ? NULL : &l->onset[i], .shoe = shoe};
}

static void work_out(logbook *l, const ff_shoe_list *shoes) {
    static const ff_shoe_list none = {0};
    const ff_logged_run_list runs = {l->logged, l->count};
    assert_int_equal(
        ff_wear_of(&l->arena, &runs, shoes != NULL ? shoes : &none, &l->wear, &l->findings, NULL),
        FF_OK);
    assert_int_equal(l->findings.count, 2);
    assert_string_equal(l->findings.items[0].id, "w_shoe_km");
    assert_string_equal(l->findings.items[1].id, "one_pair");
    for (size_t i = 0; i < 2; i++) {
        const ff_finding *f = &l->findings.items[i];
        assert_int_equal(f->state, f->value != NULL ? FF_SAID : FF_NOT_ASKED);
        assert_true(f->from != NULL && f->from[0] != '\0');
    }
}

/* A text that may be absent, in words. */
static const char *word(const char *text) {
    return text != NULL ? text : "nothing";
}

static const ff_wear *shoe(const logbook *l, const char *name) {
    for (size_t i = 0; i < l->wear.count; i++) {
        if (strcmp(l->wear.items[i].name, name) == 0) {
            return &l->wear.items[i];
        }
    }
    fail_msg("no %s", name);
    return NULL;
}

static void assert_said(const logbook *l, size_t index, const char *value, const char *part) {
    const ff_finding *f = &l->findings.items[index];
    if (value == NULL ? f->value != NULL : f->value == NULL || strcmp(f->value, value) != 0) {
        fail_msg("%s is %s, not %s (%s)", f->id, word(f->value), word(value), f->from);
    }
    if (strstr(f->from, part) == NULL) {
        fail_msg("\"%s\" does not say \"%s\"", f->from, part);
    }
}

static void assert_text(const char *text, const char *wanted) {
    if (wanted == NULL ? text != NULL : text == NULL || strcmp(text, wanted) != 0) {
        fail_msg("%s, not %s", word(text), word(wanted));
    }
}

/* ---- the list ---- */

static void nothing_to_tell(void **state) {
    (void)state;
    logbook *l = open_book();
    work_out(l, NULL);
    assert_int_equal(l->wear.count, 0);
    assert_true(isnan(l->wear.alternated));
    assert_said(l, 0, NULL, "no one shoe is said");
    add(l, 0, 10, NULL, NUMB);
    work_out(l, NULL);
    assert_int_equal(l->wear.count, 0);
    assert_int_equal(l->wear.no_shoe, 1);
    close_book(l);
}

static void sums_by_hand(void **state) {
    (void)state;
    logbook *l = open_book();
    add(l, 0, 10, "old", QUIET);
    add(l, 10, 12, "old", UNSAID);
    add(l, 31, 20, "new", QUIET);
    add(l, 33, 20, "new", NUMB);
    add(l, 35, 20, "new", NUMB);  /* begins before 50 km */
    add(l, 37, 20, "new", NUMB);  /* after them */
    add(l, 38, NAN, "old", NUMB); /* no distance */
    add(l, 39, -5, "old", UNSAID);
    const ff_shoe items[] = {{.name = "new", .retired_at_s = 5}, {.name = "old"}};
    work_out(l, &(ff_shoe_list){(ff_shoe *)items, 2});
    assert_int_equal(l->wear.count, 2);
    assert_string_equal(l->wear.items[0].name, "old"); /* run in last */
    const ff_wear *old = shoe(l, "old"), *new = shoe(l, "new");
    assert_true(old->runs == 4 && old->said == 2 && old->numb == 1 && !old->whole && !old->retired);
    assert_true(fabs(old->distance_m - 22000) < 1e-6);
    assert_text(old->band, NULL);
    assert_true(old->early_said == 0);
    assert_true(new->runs == 4 && new->said == 4 && new->numb == 3 && new->whole &&new->retired);
    assert_true(new->early_said == 3 && new->early_numb == 2);
    assert_text(new->band, "mid");
    assert_true(new->first_s == l->run[2].start_s &&new->last_s == l->run[5].start_s);
    assert_true(isnan(new->median_min) && isnan(new->median_low_min));
    close_book(l);
}

static void bands_at_their_edges(void **state) {
    (void)state;
    static const struct {
        double first_day, km;
        const char *band;
    } rows[] = {{30, 49.9, "new"}, {30, 50, "mid"}, {30, 700, "mid"},  {30, 700.1, "old"},
                {29, 49.9, NULL},  {29, 700, NULL}, {29, 700.1, "old"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        logbook *l = open_book();
        add(l, 0, 5, "other", QUIET);
        for (int k = 0; k < 10; k++) {
            add(l, rows[i].first_day + k, rows[i].km / 10, "this", QUIET);
        }
        work_out(l, NULL);
        assert_text(shoe(l, "this")->band, rows[i].band);
        assert_said(l, 0, rows[i].band,
                    rows[i].band != NULL ? "km in 10 runs" : "may have gone further");
        close_book(l);
    }
}

/* Insoles, socks and lacing have their own sums; no answer is taken from them. */
static void gear_beside_the_shoe(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 20; k++) {
        add(l, 40 * (k > 0) + k, 10, "shoe", k % 2 == 0 ? NUMB : QUIET);
        l->logged[k].gear[FF_GEAR_SOCK] = k % 2 == 0 ? "wool" : "thin";
        l->logged[k].gear[FF_GEAR_INSOLE] = "shoe"; /* a name alike is another thing */
    }
    work_out(l, NULL);
    assert_int_equal(l->wear.count, 4);
    assert_int_equal(l->wear.rotation, 1);
    size_t insoles = 0;
    for (size_t i = 0; i < 4; i++) {
        const ff_wear *w = &l->wear.items[i];
        bool is_shoe = strcmp(w->kind, "shoe") == 0;
        insoles += strcmp(w->kind, "insole") == 0;
        assert_int_equal(w->runs, strcmp(w->kind, "sock") == 0 ? 10 : 20);
        assert_true(is_shoe || (w->band == NULL && !w->retired));
        assert_true(ff_wear_has(w, &l->logged[0]) == (strcmp(w->name, "thin") != 0));
    }
    assert_int_equal(insoles, 1);
    assert_true(shoe(l, "wool")->numb == 10 && shoe(l, "thin")->numb == 0);
    assert_said(l, 1, NULL, "one pair so far"); /* not of socks */
    close_book(l);
}

/* Every shoe is listed once, whatever their number, and nothing is lost. */
static void many_shoes(void **state) {
    (void)state;
    logbook *l = open_book();
    static char names[37][8];
    ff_random random;
    ff_random_init(&random, 5);
    size_t runs = 0, said = 0, numb = 0;
    double metres = 0;
    for (int k = 0; k < 37; k++) {
        snprintf(names[k], sizeof names[k], "s%d", k);
    }
    for (int i = 0; i < MOST; i++) {
        uint32_t which = i < 37 ? (uint32_t)i : ff_random_below(&random, 37);
        add(l, i, 5, names[which], (int)ff_random_below(&random, 3));
    }
    work_out(l, NULL);
    assert_int_equal(l->wear.count, 37);
    for (size_t i = 0; i < l->wear.count; i++) {
        const ff_wear *w = &l->wear.items[i];
        assert_true(i == 0 || w->last_s <= l->wear.items[i - 1].last_s);
        assert_true(w->numb <= w->said && w->said <= w->runs && w->early_said <= w->said);
        runs += w->runs;
        said += w->said;
        numb += w->numb;
        metres += w->distance_m;
    }
    assert_true(runs == MOST && said < MOST && numb < said);
    assert_true(fabs(metres - 5000.0 * MOST) < 1e-3);
    close_book(l);
}

/* ---- by turns ---- */

static void by_turns(void **state) {
    (void)state;
    logbook *l = open_book();
    add(l, 0, 5, "gone", QUIET);
    for (int k = 0; k < 10; k++) {
        add(l, 70 + k, 5, k % 2 == 0 ? "a" : "b", QUIET);
    }
    work_out(l, NULL);
    assert_int_equal(l->wear.rotation, 2);
    assert_true(l->wear.alternated == 1);
    for (int k = 0; k < 10; k++) {
        add(l, 80 + k, 5, k == 4 ? NULL : "b", QUIET); /* b, as the last of those before */
    }
    work_out(l, NULL);
    assert_true(fabs(l->wear.alternated - 9 / 18.0) < 1e-12);
    assert_int_equal(l->wear.no_shoe, 1);
    close_book(l);
}

static void which_shoe_is_meant(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 20; k++) { /* four of the last ten in each of two */
        add(l, k, 100, k < 10 ? "a" : k % 5 < 2 ? "b" : k % 5 < 4 ? "c" : NULL, QUIET);
    }
    work_out(l, NULL);
    assert_said(l, 0, NULL, "no one shoe is said");
    add(l, 20, 100, "a", QUIET);
    add(l, 21, 100, "a", QUIET);
    add(l, 22, 100, "a", QUIET);
    add(l, 23, 100, "a", QUIET);
    add(l, 24, 100, "a", QUIET);
    work_out(l, NULL);
    assert_said(l, 0, "old", "a: 1500 km in 15 runs");
    close_book(l);
}

/* ---- in one pair ---- */

static void numb_in_one_pair(void **state) {
    (void)state;
    static const struct {
        int numb_a, quiet_a, numb_b, quiet_b;
        const char *value, *part;
    } rows[] = {{5, 1, 0, 8, NULL, "a comparison of like runs"}, /* which patterns make */
                {5, 1, 1, 8, NULL, "one pair so far"},           /* one in the other is neither */
                {5, 1, 2, 8, "no", "numb in a (5 runs) and in b (2)"},
                {0, 9, 0, 9, NULL, "one pair so far"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        logbook *l = open_book();
        int day = 0;
        for (int k = 0; k < rows[i].numb_a; k++) {
            add(l, day++, 5, "a", NUMB);
        }
        for (int k = 0; k < rows[i].quiet_a; k++) {
            add(l, day++, 5, "a", QUIET);
        }
        for (int k = 0; k < rows[i].numb_b; k++) {
            add(l, day++, 5, "b", NUMB);
        }
        for (int k = 0; k < rows[i].quiet_b; k++) {
            add(l, day++, 5, "b", QUIET);
        }
        work_out(l, NULL);
        assert_said(l, 1, rows[i].value, rows[i].part);
        close_book(l);
    }
}

static void memory_runs_out(void **state) {
    (void)state;
    logbook *l = open_book();
    static const char *const names[] = {"a", "b", "c", "d", "e"};
    for (int k = 0; k < 20; k++) {
        add(l, k, 5, names[k % 5], NUMB);
    }
    const ff_logged_run_list runs = {l->logged, l->count};
    const ff_shoe_list shoes = {0};
    for (size_t fail = 1; fail < 4; fail++) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail);
        ff_arena arena;
        ff_arena_init(&arena, &failing.allocator);
        ff_code code = ff_wear_of(&arena, &runs, &shoes, &l->wear, &l->findings, NULL);
        assert_true(code == FF_ERR_MEMORY || (fail > 1 && code == FF_OK));
        ff_arena_free(&arena);
    }
    close_book(l);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_to_tell),      cmocka_unit_test(sums_by_hand),
        cmocka_unit_test(bands_at_their_edges), cmocka_unit_test(gear_beside_the_shoe),
        cmocka_unit_test(many_shoes),           cmocka_unit_test(by_turns),
        cmocka_unit_test(which_shoe_is_meant),  cmocka_unit_test(numb_in_one_pair),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
