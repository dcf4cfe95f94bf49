#include "support.h"

#include "base/arena.h"
#include "reason/reason.h"
#include "remedy/suggest.h"

#include <math.h>
#include <string.h>

static const ff_knowledge *const k = &ff_knowledge_built_in;

typedef struct scene {
    ff_arena arena;
    ff_finding findings[16];
    ff_tried tried[4];
    ff_case runner;
    ff_assessment assessment;
} scene;

static void begin(scene *s) {
    *s = (scene){.runner = {.age_years = NAN, .checklist_asked = true}};
    ff_arena_init(&s->arena, NULL);
    s->runner.findings.items = s->findings;
    s->runner.tried = s->tried;
}

static void say(scene *s, const char *id, const char *value) {
    s->findings[s->runner.findings.count++] =
        (ff_finding){.id = id, .state = FF_SAID, .value = value};
}

static void suggest(scene *s, bool worsening) {
    assert_int_equal(ff_reason(&s->arena, k, &s->runner, &s->assessment, NULL), FF_OK);
    assert_int_equal(ff_suggest(&s->arena, k, &s->runner, worsening, &s->assessment, NULL), FF_OK);
}

static const ff_suggestion *find(const scene *s, const char *remedy) {
    for (size_t i = 0; i < s->assessment.suggestion_count; i++) {
        const ff_suggestion *suggestion = &s->assessment.suggestions[i];
        if (suggestion->remedy && strcmp(suggestion->remedy->id, remedy) == 0) {
            return suggestion;
        }
    }
    return NULL;
}

static const char *first(const scene *s) {
    const ff_suggestion *suggestion = &s->assessment.suggestions[0];
    assert_true(s->assessment.suggestion_count > 0);
    return suggestion->remedy ? suggestion->remedy->id : suggestion->flag->id;
}

/* A story told clearly gets the article's way out. */
static void each_cause_gets_its_remedy(void **state) {
    (void)state;
    static const struct {
        const char *story[5][2];
        const char *remedy;
    } stories[] = {
        {{{"relief_lace", "yes"}, {"lace_mark", "yes"}, {"onset_time", "5_15"}}, "lacing"},
        {{{"v_over", "yes"},
          {"w_cad_low", "yes"},
          {"w_gct_long", "yes"},
          {"tight_fit", "no"},
          {"lace_mark", "no"}},
         "cadence"},
        {{{"w_spike", "gt100"},
          {"duration", "lt2w"},
          {"onset_time", "gt60"},
          {"relief_lace", "no"}},
         "load_down"},
        {{{"t_squeeze", "yes"},
          {"click", "yes"},
          {"t_mulder", "yes"},
          {"pebble", "yes"},
          {"tight_fit", "no"}},
         "metpad"},
        {{{"diabetes", "yes"}, {"onset_time", "none"}, {"hands", "yes"}, {"vascular", "yes"}},
         "see_doctor"},
    };
    for (size_t i = 0; i < sizeof stories / sizeof stories[0]; i++) {
        scene s;
        begin(&s);
        for (size_t a = 0; a < 5 && stories[i].story[a][0]; a++) {
            say(&s, stories[i].story[a][0], stories[i].story[a][1]);
        }
        suggest(&s, false);
        assert_string_equal(first(&s), stories[i].remedy);
        ff_arena_free(&s.arena);
    }
}

static void worth_is_probability_times_effect_over_cost(void **state) {
    (void)state;
    scene s;
    begin(&s);
    suggest(&s, false);
    const ff_suggestion *shoe = find(&s, "shoe_wide");
    assert_non_null(shoe);
    double sum = 0;
    for (size_t i = 0; i < shoe->remedy->effect_count; i++) {
        for (size_t c = 0; c < s.assessment.cause_count; c++) {
            if (s.assessment.causes[c].cause == shoe->remedy->effects[i].cause) {
                sum += s.assessment.causes[c].p * shoe->remedy->effects[i].mean;
            }
        }
    }
    assert_int_equal(shoe->remedy->cost, FF_COST_COSTLY);
    assert_true(fabs(shoe->worth - sum / k->model.cost_costly) < 1e-12);
    assert_string_equal(shoe->cause->id, "shoe");
    ff_arena_free(&s.arena);
}

static void what_did_not_help_is_not_offered_again(void **state) {
    (void)state;
    for (int outcome = FF_TRIED_NO_HELP; outcome <= FF_TRIED_WORSE; outcome++) {
        scene s;
        begin(&s);
        say(&s, "relief_lace", "yes");
        suggest(&s, false);
        assert_string_equal(first(&s), "lacing");
        s.tried[s.runner.tried_count++] =
            (ff_tried){ff_knowledge_remedy(k, "lacing"), (ff_tried_outcome)outcome};
        suggest(&s, false);
        assert_null(find(&s, "lacing"));
        assert_true(s.assessment.suggestion_count > 0);
        ff_arena_free(&s.arena);
    }
}

static void what_helped_comes_first_even_when_worth_little(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "relief_lace", "yes");
    say(&s, "lace_mark", "yes");
    suggest(&s, false);
    assert_null(find(&s, "stretch"));
    s.tried[s.runner.tried_count++] =
        (ff_tried){ff_knowledge_remedy(k, "stretch"), FF_TRIED_HELPED};
    suggest(&s, false);
    assert_string_equal(first(&s), "stretch");
    assert_true(s.assessment.suggestions[0].helped);
    assert_false(s.assessment.suggestions[1].helped);
    ff_arena_free(&s.arena);
}

static void what_helped_so_far_comes_first(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "relief_lace", "yes");
    suggest(&s, false);
    const ff_remedy *second = s.assessment.suggestions[1].remedy;
    assert_string_not_equal(second->id, "lacing");
    assert_false(s.assessment.suggestions[1].helped);
    s.tried[s.runner.tried_count++] = (ff_tried){second, FF_TRIED_HELPED};
    suggest(&s, false);
    assert_ptr_equal(s.assessment.suggestions[0].remedy, second);
    assert_true(s.assessment.suggestions[0].helped);
    ff_arena_free(&s.arena);
}

static void a_doctor_today_leaves_nothing_to_try(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "relief_lace", "yes");
    say(&s, "t_heelwalk", "yes");
    suggest(&s, false);
    assert_int_equal(s.assessment.level, FF_SAME_DAY);
    assert_int_equal(s.assessment.suggestion_count, 1);
    assert_string_equal(first(&s), "rf_footdrop");
    ff_arena_free(&s.arena);
}

static void waiting_for_a_doctor_allows_only_what_is_safe(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "v_over", "yes");
    say(&s, "w_cad_low", "yes");
    say(&s, "calf_pale", "yes");
    suggest(&s, false);
    assert_int_equal(s.assessment.level, FF_WITHIN_DAYS);
    assert_string_equal(first(&s), "rf_paes");
    assert_true(s.assessment.suggestion_count > 1);
    for (size_t i = 1; i < s.assessment.suggestion_count; i++) {
        assert_true(s.assessment.suggestions[i].remedy->with_flag);
        assert_true(s.assessment.suggestions[i].limit || s.assessment.suggestions[i].remedy->visit);
    }
    assert_null(find(&s, "cadence"));
    ff_arena_free(&s.arena);
}

/* "Stop running", and then how to run with looser laces: that would be nonsense. */
static void a_sore_bone_leaves_nothing_to_run_with(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "relief_lace", "yes");
    say(&s, "bone_tender", "yes");
    suggest(&s, false);
    assert_int_equal(s.assessment.level, FF_WITHIN_DAYS);
    assert_int_equal(s.assessment.suggestion_count, 1);
    assert_string_equal(first(&s), "rf_bone");
    ff_arena_free(&s.arena);
    begin(&s);
    say(&s, "relief_lace", "yes");
    say(&s, "bone_tender", "no");
    suggest(&s, false);
    assert_string_equal(first(&s), "lacing");
    ff_arena_free(&s.arena);
}

/* A flag says itself whom to see. Blood tests come before changes only when the causes call for
 * them, not because an artery has to be looked at. */
static void blood_tests_wait_for_ill_nerves(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "relief_lace", "yes");
    say(&s, "calf_pale", "yes");
    suggest(&s, false);
    assert_int_equal(s.assessment.cause_level, FF_SELF_CARE);
    assert_string_equal(s.assessment.suggestions[1].remedy->id, "lacing");
    ff_arena_free(&s.arena);
    begin(&s);
    say(&s, "diabetes", "yes");
    say(&s, "onset_time", "none");
    say(&s, "hands", "yes");
    suggest(&s, false);
    assert_int_equal(s.assessment.cause_level, FF_WITHIN_DAYS);
    assert_string_equal(first(&s), "see_doctor");
    ff_arena_free(&s.arena);
}

static bool a_change_follows_a_visit(const scene *s) {
    bool visit = false, follows = false;
    for (size_t i = 0; i < s->assessment.suggestion_count; i++) {
        const ff_remedy *remedy = s->assessment.suggestions[i].remedy;
        follows |= visit && !remedy->visit;
        visit |= remedy->visit;
    }
    assert_true(visit);
    return follows;
}

/* After two changes in vain a visit stands where its worth puts it, not behind every further
 * change. */
static void two_changes_in_vain_lead_to_someone(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "resolve_time", "lt2");
    s.tried[s.runner.tried_count++] =
        (ff_tried){ff_knowledge_remedy(k, "lacing"), FF_TRIED_NO_HELP};
    suggest(&s, false);
    assert_int_equal(s.assessment.level, FF_SELF_CARE);
    assert_false(a_change_follows_a_visit(&s));
    s.tried[s.runner.tried_count++] =
        (ff_tried){ff_knowledge_remedy(k, "shoe_wide"), FF_TRIED_WORSE};
    suggest(&s, false);
    assert_int_equal(s.assessment.level, FF_ROUTINE);
    assert_true(a_change_follows_a_visit(&s));
    ff_arena_free(&s.arena);
}

static void not_sure_of_an_emergency_keeps_to_what_is_safe(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "v_over", "yes");
    say(&s, "w_cad_low", "yes");
    s.findings[s.runner.findings.count++] = (ff_finding){.id = "saddle", .state = FF_NOT_SURE};
    suggest(&s, false);
    assert_int_equal(s.assessment.level, FF_WITHIN_DAYS);
    assert_true(s.assessment.level_by_unsure);
    assert_false(s.assessment.level_by_flag);
    assert_null(find(&s, "cadence"));
    s.findings[2].state = FF_SAID;
    s.findings[2].value = "no";
    suggest(&s, false);
    assert_int_equal(s.assessment.level, FF_SELF_CARE);
    assert_false(s.assessment.level_by_unsure);
    assert_non_null(find(&s, "cadence"));
    ff_arena_free(&s.arena);
}

static void worsening_numbness_is_not_run_into(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "v_over", "yes");
    say(&s, "w_cad_low", "yes");
    say(&s, "tight_fit", "no");
    suggest(&s, false);
    assert_non_null(find(&s, "cadence"));
    suggest(&s, true);
    assert_null(find(&s, "cadence"));
    assert_true(s.assessment.suggestion_count > 0);
    for (size_t i = 0; i < s.assessment.suggestion_count; i++) {
        const ff_suggestion *suggestion = &s.assessment.suggestions[i];
        assert_true(suggestion->remedy->while_worsening);
        assert_true(suggestion->limit || suggestion->remedy->visit);
    }
    ff_arena_free(&s.arena);
}

/* Whatever is answered, nothing offered tells a numb ball or toes to land on the front. */
static void no_remedy_tells_to_land_on_the_front(void **state) {
    (void)state;
    for (size_t i = 0; i < k->remedy_count; i++) {
        const char *how = k->remedies[i].how;
        assert_null(strstr(how, "and on the forefoot"));
        assert_null(strstr(how, "midfoot"));
        assert_null(strstr(how, "mid-sole"));
        assert_true(*k->remedies[i].dose && *k->remedies[i].judge && *k->remedies[i].see_whom);
    }
    assert_non_null(strstr(ff_knowledge_remedy(k, "cadence")->how, "Do not force"));
}

static void memory_may_run_out(void **state) {
    (void)state;
    scene s;
    begin(&s);
    assert_int_equal(ff_reason(&s.arena, k, &s.runner, &s.assessment, NULL), FF_OK);
    failing_allocator failing;
    failing_allocator_init(&failing, 1);
    ff_arena small;
    ff_arena_init(&small, &failing.allocator);
    assert_int_equal(ff_suggest(&small, k, &s.runner, false, &s.assessment, NULL), FF_ERR_MEMORY);
    ff_arena_free(&small);
    ff_arena_free(&s.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_cause_gets_its_remedy),
        cmocka_unit_test(worth_is_probability_times_effect_over_cost),
        cmocka_unit_test(what_did_not_help_is_not_offered_again),
        cmocka_unit_test(what_helped_comes_first_even_when_worth_little),
        cmocka_unit_test(what_helped_so_far_comes_first),
        cmocka_unit_test(a_doctor_today_leaves_nothing_to_try),
        cmocka_unit_test(waiting_for_a_doctor_allows_only_what_is_safe),
        cmocka_unit_test(a_sore_bone_leaves_nothing_to_run_with),
        cmocka_unit_test(blood_tests_wait_for_ill_nerves),
        cmocka_unit_test(two_changes_in_vain_lead_to_someone),
        cmocka_unit_test(not_sure_of_an_emergency_keeps_to_what_is_safe),
        cmocka_unit_test(worsening_numbness_is_not_run_into),
        cmocka_unit_test(no_remedy_tells_to_land_on_the_front),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
