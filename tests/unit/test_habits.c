/* The six habits: each state on made-up runners, from one of whom nothing is known. */
#include "support.h"

#include "base/arena.h"
#include "made_app.h"
#include "remedy/habits.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const ff_knowledge *const k = &ff_knowledge_built_in;

typedef struct {
    ff_arena arena;
    ff_finding said[16];
    ff_finding_list findings;
    ff_tried tried[2];
    ff_form form;
    ff_load_now load;
    ff_habit_facts facts;
    ff_habit_standing standings[8];
} scene;

/* Nothing is known of this runner. */
static void begin(scene *s) {
    *s = (scene){
        .form = {.overstride = FF_OVERSTRIDE_UNKNOWN, .why_not = "no runs"},
        .load = {
            .rest_days_a_week = NAN, .distance_m = NAN, .longest_before_m = NAN, .ratio = NAN}};
    ff_arena_init(&s->arena, NULL);
    s->findings.items = s->said;
    s->facts = (ff_habit_facts){.findings = &s->findings,
                                .tried = s->tried,
                                .form = &s->form,
                                .load = &s->load,
                                .room_mm = NAN,
                                .room_error_mm = NAN};
}

static void say(scene *s, const char *id, const char *value) {
    s->said[s->findings.count++] = (ff_finding){.id = id, .state = FF_SAID, .value = value};
}

static const ff_habit_standing *stand(scene *s, const char *id) {
    ff_habits_judge(k, &s->facts, &s->arena, s->standings);
    assert_false(s->arena.failed);
    for (size_t i = 0; i < k->habit_count; i++) {
        if (strcmp(s->standings[i].habit->id, id) == 0) {
            return &s->standings[i];
        }
    }
    fail_msg("no habit %s", id);
    return NULL;
}

static const char *state_of(scene *s, const char *id) {
    return ff_habit_state_name(stand(s, id)->state);
}

static const char *next_of(scene *s, const char *id) {
    return stand(s, id)->next;
}

static void test_nothing_known_is_unknown(void **state) {
    (void)state;
    scene s;
    begin(&s);
    assert_int_equal(k->habit_count, 6);
    assert_null(ff_knowledge_habit(k, "sleep"));
    for (size_t i = 0; i < k->habit_count; i++) {
        const ff_habit_standing *h = stand(&s, k->habits[i].id);
        assert_string_equal(ff_habit_state_name(h->state), "unknown");
        assert_non_null(h->next);
        assert_true(h->again_days >= 1 && h->again_days <= 31);
        assert_ptr_equal(ff_knowledge_habit(k, k->habits[i].id), &k->habits[i]);
    }
    assert_string_equal(next_of(&s, "shoes"), "ask tight_fit");
    assert_string_equal(next_of(&s, "load"), "import FOLDER");
    assert_string_equal(next_of(&s, "body"), "home-test lunge");
    assert_string_equal(next_of(&s, "seen"), "ask");
    ff_arena_free(&s.arena);
}

static void test_shoes(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "tight_fit", "no");
    assert_string_equal(state_of(&s, "shoes"), "fits");
    say(&s, "one_pair", "yes"); /* something about that pair is not right */
    assert_string_equal(state_of(&s, "shoes"), "unknown");
    assert_string_equal(next_of(&s, "shoes"), "fit-shoe");
    say(&s, "one_pair", "no");
    assert_string_equal(state_of(&s, "shoes"), "fits");
    ff_wear wear = {.kind = "shoe", .name = "A", .distance_m = 400e3, .km_before = 299};
    s.facts.wear = &wear;
    wear.band = "mid";
    assert_string_equal(state_of(&s, "shoes"), "fits");
    wear.band = "old";
    assert_string_equal(state_of(&s, "shoes"), "act");
    wear = (ff_wear){.kind = "shoe", .name = "A"}; /* it may have gone further: nobody knows */
    assert_string_equal(state_of(&s, "shoes"), "fits");
    assert_non_null(strstr(stand(&s, "shoes")->reasons[1], "may have gone further"));
    say(&s, "tight_fit", "yes");
    assert_string_equal(state_of(&s, "shoes"), "act");
    assert_string_equal(next_of(&s, "shoes"), "fit-shoe");
    ff_arena_free(&s.arena);
}

/* 10 mm are the least, and 4 mm of error: 6 is too little for certain, 14 enough, between nobody
 * knows. */
static void test_room_counts_with_its_error(void **state) {
    (void)state;
    static const struct {
        double room;
        const char *state;
    } rows[] = {{5.9, "act"}, {6.1, "unknown"}, {10, "unknown"}, {13.9, "unknown"}, {14, "fits"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        scene s;
        begin(&s);
        s.facts.room_mm = rows[i].room;
        s.facts.room_error_mm = 4;
        assert_string_equal(state_of(&s, "shoes"), rows[i].state);
        ff_arena_free(&s.arena);
    }
}

static void test_laces_and_what_the_runs_showed(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "lace_mark", "yes");
    assert_string_equal(state_of(&s, "laces"), "act");
    say(&s, "relief_lace", "no");
    assert_string_equal(state_of(&s, "laces"), "unknown"); /* one for, one against */
    say(&s, "relief_lace", "yes");
    assert_string_equal(state_of(&s, "laces"), "act");
    s.tried[0] = (ff_tried){ff_knowledge_remedy(k, "lacing"), FF_TRIED_NO_HELP};
    s.facts.tried_count = 1;
    assert_string_equal(state_of(&s, "laces"), "fits");
    assert_non_null(strstr(stand(&s, "laces")->reasons[0], "no better"));
    s.tried[0].outcome = FF_TRIED_HELPED;
    assert_non_null(strstr(stand(&s, "laces")->reasons[0], "went better"));
    assert_string_equal(state_of(&s, "laces"), "fits");
    static const char *const lapsed[] = {"lacing"};
    s.facts.lapsed = lapsed;
    s.facts.lapsed_count = 1;
    assert_string_equal(state_of(&s, "laces"), "act"); /* it helped, and is left out again */
    assert_string_equal(next_of(&s, "laces"), "lace");
    assert_true(stand(&s, "laces")->trial);
    ff_arena_free(&s.arena);
}

/* Nobody whose ball or toes go numb is told to land farther forward. */
static void test_step(void **state) {
    (void)state;
    scene s;
    begin(&s);
    s.form = (ff_form){.overstride = FF_OVERSTRIDE_LIKELY,
                       .p_low = 0.6,
                       .p_high = 0.9,
                       .cadence_spm = 158,
                       .usual_cadence_spm = 166,
                       .runs = {NULL, 8}};
    assert_string_equal(state_of(&s, "step"), "act");
    assert_null(stand(&s, "step")->but);
    s.facts.numb_in_front = true;
    assert_non_null(strstr(stand(&s, "step")->but, "Do not move the landing"));
    s.form.overstride = FF_OVERSTRIDE_UNLIKELY;
    assert_string_equal(state_of(&s, "step"), "fits");
    s.form.overstride = FF_OVERSTRIDE_UNCLEAR;
    assert_string_equal(state_of(&s, "step"), "unknown");
    for (size_t i = 0; i < k->habit_count; i++) {
        assert_null(strstr(k->habits[i].advice, "mid-sole"));
    }
    ff_arena_free(&s.arena);
}

static void test_load(void **state) {
    (void)state;
    scene s;
    begin(&s);
    s.facts.runs = 20;
    s.load = (ff_load_now){
        .band = "le10", .distance_m = 10000, .longest_before_m = 9500, .rest_days_a_week = 3};
    assert_string_equal(state_of(&s, "load"), "fits");
    s.facts.worsening = true; /* no build-up fits a foot that gets worse, or must be seen */
    assert_string_equal(state_of(&s, "load"), "act");
    s.facts.worsening = false;
    s.facts.must_be_seen = true;
    assert_string_equal(state_of(&s, "load"), "act");
    s.facts.must_be_seen = false;
    s.load.rest_days_a_week = 0.5;
    assert_string_equal(state_of(&s, "load"), "act");
    s.load.rest_days_a_week = 3;
    s.load.band = "10_30";
    assert_string_equal(state_of(&s, "load"), "act");
    s.load.band = NULL;
    assert_string_equal(state_of(&s, "load"), "unknown");
    ff_arena_free(&s.arena);
}

static void test_body(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "t_lunge", "no");
    assert_string_equal(state_of(&s, "body"), "fits");
    say(&s, "t_thomas", "yes");
    assert_string_equal(state_of(&s, "body"), "act");
    assert_string_equal(next_of(&s, "body"), "routine flexibility");
    say(&s, "t_slump", "yes");
    assert_non_null(strstr(stand(&s, "body")->but, "physiotherapist"));
    ff_arena_free(&s.arena);
}

static void test_seen(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "foot_shape", "mid");
    assert_string_equal(state_of(&s, "seen"), "unknown"); /* nobody asked what must not be missed */
    s.facts.asked = true;
    assert_string_equal(state_of(&s, "seen"), "fits");
    say(&s, "t_squeeze", "yes");
    assert_string_equal(state_of(&s, "seen"), "act");
    assert_string_equal(next_of(&s, "seen"), "pad");
    say(&s, "t_ipswich", "yes");
    assert_string_equal(next_of(&s, "seen"), "visit");
    s.facts.must_be_seen = true;
    assert_true(stand(&s, "seen")->again_days == 0);
    ff_arena_free(&s.arena);
}

/* ---- the page ---- */

static int64_t now(void *user) {
    (void)user;
    return INT64_C(1780315200); /* 2026-06-01 */
}

static void page(ff_app *app, const char *there, const char *not_there) {
    ff_reply reply;
    ff_reply_init(&reply, NULL);
    assert_int_equal(ff_app_habits(app, FF_AS_TEXT, &reply, NULL), FF_OK);
    if (strstr(reply.text.data, there) == NULL || strstr(reply.text.data, not_there) != NULL) {
        fail_msg("wanted \"%s\" and not \"%s\": %s", there, not_there, reply.text.data);
    }
    ff_reply_free(&reply);
}

static void answer(ff_app *app, const char *id, const char *value) {
    ff_finding said = {
        .id = id, .state = FF_SAID, .value = value, .said_by = "runner", .from = "typed"};
    assert_int_equal(ff_journal_put_answer(app->journal, &said, NULL), FF_OK);
}

/* A red flag stands first, and what must not be tried meanwhile waits; loosening laces need not. */
static void test_red_flags_stand_first(void **state) {
    (void)state;
    const ff_context context = {.now = now};
    ff_app *app = made_app(&context);
    made_app_all_clear(app, NULL);
    page(app, "no red flag among", "open;");
    answer(app, "t_lunge", "yes");
    answer(app, "relief_lace", "yes");
    page(app, "routine flexibility", "waits until");
    page(app, "trial start lacing", "waits until");
    answer(app, "t_heelwalk", "yes");
    page(app, "SEE A DOCTOR TODAY", "routine flexibility");
    page(app, "This waits", "'footfall trial start stretch'");
    page(app, "footfall visit", "'footfall ask'.");
    page(app, "Look again: today", "trial start"); /* nothing is tried before today's doctor */
    page(app, "nothing is built up", "Keep building up");
    page(app, "4. More, by little: act", "Leave your step alone");
    ff_app_close(app);
}

/* ---- the page: the shoe ---- */

static void run_in(ff_app *app, int64_t days_ago, const char *shoe) {
    char number[24];
    int64_t id = made_app_run(app, now(NULL) - days_ago * 86400, 60); /* 10.8 km */
    snprintf(number, sizeof number, "%lld", (long long)id);
    const ff_log_request request = {.run = number, .none = true, .strength = -1, .shoe = shoe};
    ff_reply reply;
    ff_reply_init(&reply, NULL);
    assert_int_equal(ff_app_log(app, &request, &reply, NULL), FF_OK);
    ff_reply_free(&reply);
}

static void tell_shoe(ff_app *app, const ff_shoe_request *request) {
    ff_reply reply;
    ff_reply_init(&reply, NULL);
    assert_int_equal(ff_app_shoe(app, request, &reply, NULL), FF_OK);
    ff_reply_free(&reply);
}

static void tell_km_before(ff_app *app, const char *km) {
    tell_shoe(app, &(ff_shoe_request){.name = "Road A", .figures[FF_SHOE_KM_BEFORE] = km});
}

/* What a shoe had gone before the runs kept here wears it out too; 700 km is where `patterns` calls
 * it old. */
static void test_a_shoe_worn_before(void **state) {
    (void)state;
    const ff_context context = {.now = now};
    ff_app *app = made_app(&context);
    made_app_all_clear(app, NULL);
    answer(app, "tight_fit", "no");
    run_in(app, 2, "Road A");
    page(app, "Road A: 11 km in your runs, and it may have gone further before", "wears a shoe");
    tell_km_before(app, "689");
    page(app, "1. Shoes with room: fits", "wears a shoe");
    tell_km_before(app, "690");
    page(app, "11 km in your runs, and 690 km before", "1. Shoes with room: fits");
    page(app, "1. Shoes with room: act", "further before");
    ff_app_close(app);
}

/* A shoe that is not run in any more is not the one to judge. */
static void test_a_retired_shoe_is_passed_over(void **state) {
    (void)state;
    const ff_context context = {.now = now};
    ff_app *app = made_app(&context);
    made_app_all_clear(app, NULL);
    answer(app, "tight_fit", "no");
    run_in(app, 9, "Trail");
    run_in(app, 2, "Road A");
    tell_km_before(app, "900");
    page(app, "1. Shoes with room: act", "Trail");
    tell_shoe(app, &(ff_shoe_request){.name = "Road A", .retire = true});
    page(app, "Trail: 11 km in your runs", "Road A");
    page(app, "1. Shoes with room: fits", "wears a shoe");
    tell_shoe(app, &(ff_shoe_request){.name = "Trail", .retire = true});
    page(app, "every shoe named of your runs is retired", "is not named");
    ff_app_close(app);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_known_is_unknown),
        cmocka_unit_test(test_shoes),
        cmocka_unit_test(test_room_counts_with_its_error),
        cmocka_unit_test(test_laces_and_what_the_runs_showed),
        cmocka_unit_test(test_step),
        cmocka_unit_test(test_load),
        cmocka_unit_test(test_body),
        cmocka_unit_test(test_seen),
        cmocka_unit_test(test_red_flags_stand_first),
        cmocka_unit_test(test_a_shoe_worn_before),
        cmocka_unit_test(test_a_retired_shoe_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
