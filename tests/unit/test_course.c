/* When it began, how often it comes, and what was new then: made-up histories of which the truth is
 * known. */
#include "support.h"

#include "measure/beginning.h"
#include "measure/course.h"

#include <math.h>
#include <string.h>

#define DAY_S INT64_C(86400)
#define MOST  200

typedef struct {
    ff_arena arena;
    ff_run run[MOST];
    ff_onset onset[MOST];
    ff_logged_run logged[MOST];
    size_t count;
    ff_finding_list findings;
} logbook;

static const char *const change[] = {"lacing"};

static void open_book(logbook *l) {
    *l = (logbook){0};
    ff_arena_init(&l->arena, NULL);
}

/* kind -1: nobody said anything. */
static ff_logged_run *add(logbook *l, double day, int kind, const char *shoe) {
    size_t i = l->count++;
    assert_true(i < MOST);
    ff_run_init(&l->run[i]);
    l->run[i].id = (int64_t)i + 1;
    l->run[i].start_s = 1700000000 + (int64_t)(day * (double)DAY_S);
    l->onset[i] =
        (ff_onset){.kind = kind >= 0 ? (ff_onset_kind)kind : FF_ONSET_NONE, .from_s = NAN};
    l->logged[i] =
        (ff_logged_run){.run = &l->run[i], .onset = kind >= 0 ? &l->onset[i] : NULL, .shoe = shoe};
    return &l->logged[i];
}

/* A run every third day, free of numbness. */
static void quiet(logbook *l, double from_day, double to_day, const char *shoe) {
    for (int i = 0; from_day + 3 * i < to_day; i++) {
        add(l, from_day + 3 * i, FF_ONSET_NONE, shoe);
    }
}

static ff_beginning beginning(const logbook *l) {
    return ff_beginning_of(l->logged, l->count);
}

static const ff_finding *work_out(logbook *l, size_t index) {
    const ff_logged_run_list runs = {l->logged, l->count};
    assert_int_equal(ff_course_of(&l->arena, &runs, &l->findings, NULL), FF_OK);
    static const char *const ids[] = {"how_often", "new_runner", "new_gear"};
    assert_int_equal(l->findings.count, 3);
    for (size_t i = 0; i < 3; i++) {
        const ff_finding *f = &l->findings.items[i];
        assert_string_equal(f->id, ids[i]);
        assert_int_equal(f->state, f->value != NULL ? FF_SAID : FF_NOT_ASKED);
        assert_true(f->from != NULL && f->from[0] != '\0');
    }
    return &l->findings.items[index];
}

/* A text that may be absent, in words. */
static const char *word(const char *text) {
    return text != NULL ? text : "nothing";
}

static void assert_said(logbook *l, size_t index, const char *value, const char *part) {
    const ff_finding *f = work_out(l, index);
    if (value == NULL ? f->value != NULL : f->value == NULL || strcmp(f->value, value) != 0) {
        fail_msg("%s is %s, not %s (%s)", f->id, word(f->value), word(value), f->from);
    }
    if (strstr(f->from, part) == NULL) {
        fail_msg("\"%s\" does not say \"%s\"", f->from, part);
    }
}

enum { HOW_OFTEN, NEW_RUNNER, NEW_GEAR };

/* ---- the beginning ---- */

static void first_numb_run_began_it(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    ff_beginning b = beginning(&l);
    assert_true(b.run == NULL && b.began_s == 0);
    assert_string_equal(b.why_not, "no run with numbness is marked yet");
    quiet(&l, 0, 30, NULL);
    assert_null(beginning(&l).run);
    add(&l, 40, FF_ONSET_SOMETIME, NULL);
    add(&l, 31, FF_ONSET_AT_START, NULL); /* earlier, and later in the list */
    b = beginning(&l);
    assert_ptr_equal(b.run, &l.logged[l.count - 1]);
    assert_true(b.began_s == l.run[l.count - 1].start_s);
    assert_null(b.why_not);
    assert_true(ff_is_numb(b.run));
    assert_false(ff_is_numb(&l.logged[0]));
    l.logged[0].onset = NULL;
    assert_false(ff_is_numb(&l.logged[0]));
    ff_arena_free(&l.arena);
}

static void beginning_must_be_known(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    add(&l, 20, FF_ONSET_EXACT, NULL);
    assert_string_equal(beginning(&l).why_not,
                        "no run in the 14 days before the first one marked numb");
    add(&l, 5.9, FF_ONSET_NONE, NULL); /* 14.1 days before */
    assert_non_null(beginning(&l).why_not);
    add(&l, 6, FF_ONSET_NONE, NULL); /* 14 days */
    assert_null(beginning(&l).why_not);
    add(&l, 10, -1, NULL);
    assert_null(beginning(&l).why_not); /* half of them said */
    add(&l, 11, -1, NULL);
    assert_non_null(strstr(beginning(&l).why_not, "not known when it first began"));
    add(&l, 20, FF_ONSET_NONE, NULL); /* at the same second is not before */
    assert_non_null(beginning(&l).why_not);
    ff_arena_free(&l.arena);
}

/* ---- how often ---- */

static void how_often_by_runs(void **state) {
    (void)state;
    static const struct {
        size_t numb, quiet, unsaid;
        const char *level;
    } rows[] = {{1, 4, 0, "once"}, {2, 20, 0, "once"}, {3, 4, 0, "some"}, {3, 3, 0, "most"},
                {9, 0, 0, "most"}, {1, 3, 0, NULL},    {4, 3, 3, "most"}, {4, 3, 4, NULL}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        logbook l;
        open_book(&l);
        quiet(&l, 0, 60, NULL); /* before it began: they do not count */
        double day = 100;
        for (size_t k = 0; k < rows[i].numb; k++) {
            add(&l, day++, FF_ONSET_SOMETIME, NULL);
        }
        for (size_t k = 0; k < rows[i].quiet; k++) {
            add(&l, day++, FF_ONSET_NONE, NULL);
        }
        for (size_t k = 0; k < rows[i].unsaid; k++) {
            add(&l, day++, -1, NULL);
        }
        ff_logged_run *changed = add(&l, day++, FF_ONSET_EXACT, NULL); /* nor those with a change */
        changed->changes = change;
        changed->change_count = 1;
        assert_said(&l, HOW_OFTEN, rows[i].level,
                    rows[i].level != NULL ? "since it began" : "it takes 5");
        ff_arena_free(&l.arena);
    }
}

static void nothing_marked(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    for (int i = 0; i < 2; i++) {
        for (size_t k = 0; k < 3; k++) {
            assert_null(work_out(&l, k)->value);
        }
        quiet(&l, 0, 90, "a"); /* and with runs, none of them numb */
    }
    assert_said(&l, NEW_GEAR, NULL, "no run with numbness");
    ff_arena_free(&l.arena);
}

/* ---- after a break ---- */

static void break_before_it(void **state) {
    (void)state;
    static const struct {
        double gap, back; /* days of the break, and from its end to the numbness */
        const char *value;
    } rows[] = {{28, 12, "yes"}, {27.5, 12, "no"}, {60, 42, "yes"}, {60, 45, "no"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        logbook l;
        open_book(&l);
        quiet(&l, 0, 60, NULL); /* the last on day 57 */
        double back = 57 + rows[i].gap;
        quiet(&l, back, back + rows[i].back, NULL);
        add(&l, back + rows[i].back, FF_ONSET_EXACT, NULL);
        assert_said(&l, NEW_RUNNER, rows[i].value,
                    rows[i].value[0] == 'y' ? "numb soon after" : "10 weeks");
        ff_arena_free(&l.arena);
    }
}

static void break_that_cannot_be_told(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    quiet(&l, 0, 69, NULL);
    add(&l, 69, FF_ONSET_EXACT, NULL);
    assert_said(&l, NEW_RUNNER, NULL, "less than 10 weeks");
    l.run[l.count - 1].start_s += DAY_S;
    assert_said(&l, NEW_RUNNER, "no", "10 weeks");
    l.logged[l.count - 2].onset = l.logged[l.count - 3].onset = l.logged[l.count - 4].onset = NULL;
    assert_said(&l, NEW_RUNNER, NULL, "not known when it first began");
    assert_said(&l, NEW_GEAR, NULL, "not known when it first began");
    ff_arena_free(&l.arena);
}

/* ---- new gear ---- */

static void shoe_that_was_new(void **state) {
    (void)state;
    static const struct {
        double worn, known; /* days in the shoe, and of runs before it */
        const char *value, *part;
    } rows[] = {
        {0, 60, "yes", "shoe fresh was first run in on 2024-01-13"},
        {28, 60, "yes", "fresh"},
        {29, 60, NULL, "not of all"}, /* not new; of insole, sock and lacing nothing is known */
        {6, 28, "yes", "fresh"},
        {6, 27, NULL, "not of all"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        logbook l;
        open_book(&l);
        add(&l, 0, FF_ONSET_NONE, "old");
        quiet(&l, 1, rows[i].known, "old");
        if (rows[i].worn > 0) {
            quiet(&l, rows[i].known, rows[i].known + rows[i].worn, "fresh");
        }
        add(&l, rows[i].known + rows[i].worn, FF_ONSET_EXACT, "fresh");
        assert_said(&l, NEW_GEAR, rows[i].value, rows[i].part);
        l.logged[l.count - 1].shoe = NULL;
        assert_said(&l, NEW_GEAR, NULL, "not of all");
        ff_arena_free(&l.arena);
    }
}

/* All gear old: no. One of them new, and only that: yes, by its kind. */
static void other_gear_that_was_new(void **state) {
    (void)state;
    for (int new_kind = -1; new_kind < FF_GEAR_COUNT; new_kind++) {
        logbook l;
        open_book(&l);
        quiet(&l, 0, 90, "old");
        add(&l, 90, FF_ONSET_EXACT, "old");
        for (size_t i = 0; i < l.count; i++) {
            for (int kind = 0; kind < FF_GEAR_COUNT; kind++) {
                l.logged[i].gear[kind] = kind == new_kind && i > l.count - 5 ? "none" : "usual";
            }
        }
        if (new_kind < 0) {
            assert_said(&l, NEW_GEAR, "no", "were not new");
            l.logged[l.count - 1].gear[FF_GEAR_SOCK] = NULL; /* not known: no more than that */
            assert_said(&l, NEW_GEAR, NULL, "not of all");
        } else {
            assert_said(&l, NEW_GEAR, "yes", ff_gear_kind_name((ff_gear_kind)new_kind));
            assert_said(&l, NEW_GEAR, "yes", " none was first run in on");
        }
        ff_arena_free(&l.arena);
    }
}

static void memory_runs_out(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    quiet(&l, 0, 90, "a");
    add(&l, 91, FF_ONSET_EXACT, "b");
    const ff_logged_run_list runs = {l.logged, l.count};
    for (size_t fail = 1; fail < 3; fail++) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail);
        ff_arena arena;
        ff_arena_init(&arena, &failing.allocator);
        ff_code code = ff_course_of(&arena, &runs, &l.findings, NULL);
        assert_true(code == FF_ERR_MEMORY || (fail > 1 && code == FF_OK));
        ff_arena_free(&arena);
    }
    ff_arena_free(&l.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_numb_run_began_it), cmocka_unit_test(beginning_must_be_known),
        cmocka_unit_test(how_often_by_runs),       cmocka_unit_test(nothing_marked),
        cmocka_unit_test(break_before_it),         cmocka_unit_test(break_that_cannot_be_told),
        cmocka_unit_test(shoe_that_was_new),       cmocka_unit_test(other_gear_that_was_new),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
