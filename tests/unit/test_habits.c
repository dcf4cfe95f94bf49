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
    s->facts = (ff_habit_facts){
        .findings = &s->findings, .tried = s->tried, .form = &s->form, .load = &s->load};
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

/* A shoe so long and at the ball so wide for a foot of 260 by 100 mm, with 4 mm of error. */
static ff_fit_answer fit_with(double room_mm, double wider_mm) {
    ff_fit_question q = {0};
    for (int level = 0; level < FF_FIT_LEVEL_COUNT; level++) {
        q.feet[FF_LEFT].at[level] = q.feet[FF_RIGHT].at[level] = q.shoe.at[level] =
            (ff_measure){NAN, NAN};
    }
    q.feet[FF_RIGHT].at[FF_FIT_LENGTH] = (ff_measure){260, 0};
    q.feet[FF_RIGHT].at[FF_FIT_BALL] = (ff_measure){100, 0};
    q.shoe.at[FF_FIT_LENGTH] = (ff_measure){260 + room_mm, 4};
    q.shoe.at[FF_FIT_BALL] = (ff_measure){100 - wider_mm, 4};
    ff_fit_answer answer;
    ff_fit_answer_of(&q, &answer);
    return answer;
}

/* 10 mm are the least, and 4 mm of error: 6 is too little for certain, 14 enough, between nobody
 * knows. In width 6 mm wider is tight. */
static void test_room_counts_with_its_error(void **state) {
    (void)state;
    static const struct {
        double room, wider;
        const char *state;
    } rows[] = {{5.9, NAN, "act"},      {6.1, NAN, "unknown"}, {10, NAN, "unknown"},
                {13.9, NAN, "unknown"}, {14, NAN, "fits"},     {14, 1.9, "fits"},
                {14, 2.1, "unknown"},   {14, 9.9, "unknown"},  {14, 10.1, "act"},
                {10, 1.9, "unknown"},   {5.9, 1.9, "act"},     {NAN, 1.9, "unknown"},
                {NAN, 10.1, "act"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        scene s;
        begin(&s);
        const ff_fit_answer fit = fit_with(rows[i].room, rows[i].wider);
        s.facts.fit = &fit;
        s.facts.length_words = "length: as it is";
        assert_string_equal(state_of(&s, "shoes"), rows[i].state);
        if (!isnan(rows[i].room)) {
            assert_string_equal(stand(&s, "shoes")->reasons[0], "length: as it is");
        }
        ff_arena_free(&s.arena);
    }
}

/* A shoe that presses may be wide enough only where its width was measured. And what the measuring
 * itself answered is no second voice. */
static void test_room_beside_answers(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "relief_shoeoff", "yes");
    ff_fit_answer fit = fit_with(14, NAN);
    s.facts.fit = &fit;
    assert_string_equal(state_of(&s, "shoes"), "act");
    fit = fit_with(14, 1);
    assert_string_equal(state_of(&s, "shoes"), "fits");
    say(&s, "tight_fit", "yes");
    assert_string_equal(state_of(&s, "shoes"), "act");
    s.said[s.findings.count - 1].said_by = "measurement";
    assert_string_equal(state_of(&s, "shoes"), "fits");
    ff_arena_free(&s.arena);
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
    page(app, "To see whether it helps you: 'footfall trial start", "waits until");
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

static char *fit_words(ff_app *app) {
    ff_reply reply;
    ff_reply_init(&reply, NULL);
    const ff_fit_shoe_request request = {.shoe = "Road A", .format = FF_AS_JSON};
    assert_int_equal(ff_app_fit_shoe(app, &request, &reply, NULL), FF_OK);
    const char *length = strstr(reply.text.data, "\"length\":\"");
    assert_non_null(length);
    static char band[16];
    assert_int_equal(sscanf(length, "\"length\":\"%15[a-z_]", band), 1);
    ff_reply_free(&reply);
    return band;
}

/* 12 mm between the longer foot and the inside: a thick sock and a thicker insole leave 7 of them.
 * What habits say is what fit-shoe says. */
static void test_room_is_that_of_fit_shoe(void **state) {
    (void)state;
    const ff_context context = {.now = now};
    ff_app *app = made_app(&context);
    made_app_all_clear(app, NULL);
    run_in(app, 2, "Road A");
    ff_reply reply;
    ff_reply_init(&reply, NULL);
    const ff_foot_request foot = {
        .side = "right", .figures[FF_FOOT_LENGTH] = "264", .method = "caliper", .error = "0.5"};
    assert_int_equal(ff_app_foot(app, &foot, &reply, NULL), FF_OK);
    ff_reply_free(&reply);
    ff_shoe_request shoe = {.name = "Road A",
                            .figures[FF_SHOE_INNER_LENGTH] = "276",
                            .method = "caliper",
                            .error = "0.5",
                            .labels[FF_SHOE_USUAL_SOCK] = "none"};
    tell_shoe(app, &shoe);
    assert_string_equal(fit_words(app), "good");
    page(app, "length: 12.0 +- 0.7 mm of room (just right)", "1. Shoes with room: act");
    page(app, "1. Shoes with room: fits", "less than a thumb");
    tell_shoe(app, &(ff_shoe_request){.name = "Road A",
                                      .labels[FF_SHOE_USUAL_SOCK] = "thick",
                                      .figures[FF_SHOE_INSOLE] = "4",
                                      .error = "0.5"});
    assert_string_equal(fit_words(app), "short");
    page(app, "length: 7.0 +- 1.3 mm of room (short)", "just right");
    page(app, "1. Shoes with room: act", "less than a thumb");
    tell_shoe(app, &(ff_shoe_request){.name = "Road A", .forget = "insole_mm"});
    page(app, "length: 9.0 +- 1.2 mm of room (short, or just right)", "1. Shoes with room: act");
    page(app, "1. Shoes with room: unknown", "less than a thumb");
    ff_app_close(app);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_known_is_unknown),
        cmocka_unit_test(test_shoes),
        cmocka_unit_test(test_room_counts_with_its_error),
        cmocka_unit_test(test_room_beside_answers),
        cmocka_unit_test(test_laces_and_what_the_runs_showed),
        cmocka_unit_test(test_step),
        cmocka_unit_test(test_load),
        cmocka_unit_test(test_body),
        cmocka_unit_test(test_seen),
        cmocka_unit_test(test_red_flags_stand_first),
        cmocka_unit_test(test_a_shoe_worn_before),
        cmocka_unit_test(test_a_retired_shoe_is_passed_over),
        cmocka_unit_test(test_room_is_that_of_fit_shoe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
