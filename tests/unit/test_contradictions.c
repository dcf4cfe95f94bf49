/* Answers that cannot both be true: every line of knowledge/contradictions.txt on both its sides,
 * what is left out of the causes, and that nothing grave is lost by it. */
#include "support.h"

#include "base/arena.h"
#include "reason/contradictions.h"
#include "reason/explain.h"
#include "reason/implied.h"
#include "reason/network.h"
#include "reason/reason.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const ff_knowledge *const k = &ff_knowledge_built_in;

enum { MOST = 16 };

typedef struct scene {
    ff_finding findings[MOST];
    const ff_flag *ticked[2];
    ff_case runner;
    char words[200];
} scene;

/* "side one; heat unsure; tick rf_child; years 15; draw LR; runs onset_time 30_60": an answer, one
 * that is not sure, a line of the checklist, the age, the drawn feet, what runs show. */
static void set_up(scene *s, const char *text) {
    *s = (scene){.runner = {.age_years = NAN, .checklist_asked = true, .ticked = s->ticked}};
    s->runner.findings.items = s->findings;
    snprintf(s->words, sizeof s->words, "%s", text);
    char *next = NULL;
    for (char *part = strtok_r(s->words, ";", &next); part; part = strtok_r(NULL, ";", &next)) {
        char *rest = NULL, *key = strtok_r(part, " ", &rest);
        bool runs = strcmp(key, "runs") == 0;
        key = runs ? strtok_r(NULL, " ", &rest) : key;
        char *value = strtok_r(NULL, " ", &rest);
        assert_non_null(value);
        if (strcmp(key, "tick") == 0) {
            s->ticked[s->runner.ticked_count] = ff_knowledge_flag(k, value);
            assert_non_null(s->ticked[s->runner.ticked_count++]);
        } else if (strcmp(key, "years") == 0) {
            s->runner.age_years = atof(value);
        } else if (strcmp(key, "draw") == 0) {
            s->runner.sites.left = strchr(value, 'L') ? 1 : 0;
            s->runner.sites.right = strchr(value, 'R') ? 2 : 0;
        } else {
            const ff_fact *fact = ff_knowledge_fact(k, key);
            assert_non_null(fact);
            bool unsure = strcmp(value, "unsure") == 0;
            assert_true(unsure || ff_fact_level(fact, value) >= 0);
            s->findings[s->runner.findings.count++] =
                (ff_finding){.id = fact->id,
                             .state = unsure ? FF_NOT_SURE : FF_SAID,
                             .value = value,
                             .said_by = runs ? "watch" : "runner"};
        }
    }
}

/* The contradiction of this id in the case, in the arena; NULL when it is not there. */
static const ff_contradiction_found *find(ff_arena *arena, const ff_case *runner, const char *id) {
    size_t count;
    const ff_contradiction_found *found = ff_contradictions_find(arena, k, runner, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(found[i].contradiction->id, id) == 0) {
            return &found[i];
        }
    }
    return NULL;
}

/* between and left_out as "a b | c". */
static const struct {
    const char *id;
    size_t rule;
    const char *clash, *no_clash, *names;
} sides[] = {
    {"one_foot_both_drawn", 0, "side one; draw LR", "side one; draw L", "side sites | side"},
    {"one_foot_both_drawn", 0, "side one; draw LR", "side alternates; draw LR", "side sites | side"},
    {"one_foot_both_drawn", 0, "side one; draw LR", "side both; draw L", "side sites | side"},
    {"one_foot_both_drawn", 0, "side one; draw LR", "side one; runs side both; draw LR",
     "side sites | side"},
    {"onset_runs", 0, "onset_time lt5; runs onset_time 15_30", "onset_time lt5; runs onset_time 5_15",
     "onset_time runs | onset_time"},
    {"onset_runs", 1, "onset_time 5_15; runs onset_time gt60",
     "onset_time 5_15; runs onset_time 15_30", "onset_time runs | onset_time"},
    {"onset_runs", 2, "onset_time 15_30; runs onset_time lt5",
     "onset_time 15_30; runs onset_time 30_60", "onset_time runs | onset_time"},
    {"onset_runs", 3, "onset_time 30_60; runs onset_time 5_15",
     "onset_time 30_60; runs onset_time gt60", "onset_time runs | onset_time"},
    {"onset_runs", 4, "onset_time gt60; runs onset_time 15_30",
     "onset_time gt60; runs onset_time none", "onset_time runs | onset_time"},
    {"no_set_time_runs", 0, "onset_time none; runs reproducible yes; runs onset_time 30_60",
     "onset_time none; reproducible yes; runs onset_time 30_60", "onset_time runs | onset_time"},
    {"side_runs", 0, "side one; runs side alternates", "side one; runs side one", "side runs | side"},
    {"side_runs", 1, "side both; runs side one", "side alternates; runs side one",
     "side runs | side"},
    {"longest_run_runs", 0, "w_spike le10; runs w_spike 30_100", "w_spike le10; runs w_spike 10_30",
     "w_spike runs | w_spike"},
    {"longest_run_runs", 1, "w_spike 10_30; runs w_spike gt100",
     "w_spike 10_30; runs w_spike 30_100", "w_spike runs | w_spike"},
    {"longest_run_runs", 2, "w_spike 30_100; runs w_spike le10",
     "w_spike 30_100; runs w_spike gt100", "w_spike runs | w_spike"},
    {"longest_run_runs", 3, "w_spike gt100; runs w_spike 10_30",
     "w_spike gt100; runs w_spike 30_100", "w_spike runs | w_spike"},
    {"pattern_runs", 0, "heat no; runs heat yes", "heat yes; runs heat yes", "heat runs | heat"},
    {"pattern_runs", 1, "cold_trigger no; runs cold_trigger yes",
     "cold_trigger yes; runs cold_trigger yes", "cold_trigger runs | cold_trigger"},
    {"pattern_runs", 2, "downhill no; runs downhill yes", "downhill yes; runs downhill yes",
     "downhill runs | downhill"},
    {"pattern_runs", 3, "downhill yes; runs downhill no", "downhill no; runs downhill no",
     "downhill runs | downhill"},
    {"pattern_runs", 4, "hard_effort no; runs hard_effort yes",
     "hard_effort yes; runs hard_effort yes", "hard_effort runs | hard_effort"},
    {"pattern_runs", 5, "how_often once; runs how_often most", "how_often some; runs how_often most",
     "how_often runs | how_often"},
    {"pattern_runs", 6, "how_often most; runs how_often once", "how_often most; runs how_often some",
     "how_often runs | how_often"},
    {"gear_runs", 0, "one_pair no; runs one_pair yes", "one_pair yes; runs one_pair yes",
     "one_pair runs | one_pair"},
    {"gear_runs", 1, "one_pair yes; runs one_pair no", "one_pair no; runs one_pair no",
     "one_pair runs | one_pair"},
    {"gear_runs", 2, "new_gear no; runs new_gear yes", "new_gear yes; runs new_gear yes",
     "new_gear runs | new_gear"},
    {"patch_clears", 0, "fixed_patch yes; resolve_time 10_30", "fixed_patch yes; resolve_time 30m_24h",
     "fixed_patch resolve_time | fixed_patch resolve_time"},
    {"patch_clears", 0, "fixed_patch yes; resolve_time lt2", "fixed_patch no; resolve_time lt2",
     "fixed_patch resolve_time | fixed_patch resolve_time"},
    {"days_yet_not_at_rest", 0, "resolve_time gt24h; rest_night no",
     "resolve_time 30m_24h; rest_night no", "resolve_time rest_night | resolve_time rest_night"},
    {"shoe_off_yet_days", 0, "relief_shoeoff yes; resolve_time gt24h",
     "relief_shoeoff yes; resolve_time 30m_24h",
     "relief_shoeoff resolve_time | relief_shoeoff resolve_time"},
    {"laces_yet_days", 0, "relief_lace yes; resolve_time gt24h",
     "relief_lace no; resolve_time gt24h", "relief_lace resolve_time | relief_lace resolve_time"},
    {"laces_not_shoe", 0, "relief_lace yes; relief_shoeoff no",
     "relief_lace no; relief_shoeoff yes", "relief_lace relief_shoeoff | relief_lace relief_shoeoff"},
    {"climbing_not_changing", 0, "spreading yes; progression better",
     "spreading yes; progression slow_worse", "spreading progression | spreading progression"},
    {"climbing_not_changing", 1, "tick rf_ascending; progression same",
     "tick rf_ascending; progression fast_worse", "rf_ascending progression | progression"},
    {"saddle_ticked", 0, "tick rf_saddle; saddle no", "saddle yes", "rf_saddle saddle | saddle"},
    {"bladder_ticked", 0, "tick rf_bladder; bladder no", "bladder yes",
     "rf_bladder bladder | bladder"},
    {"climbing_ticked", 0, "tick rf_ascending; spreading no", "spreading yes",
     "rf_ascending spreading | spreading"},
    {"back_ticked", 0, "tick rf_both_sciatica; back_pain no", "tick rf_saddle; back_pain no",
     "rf_both_sciatica back_pain | back_pain"},
    {"back_ticked", 1, "tick rf_fever_back; back_pain no", "tick rf_fever_back; back_pain yes",
     "rf_fever_back back_pain | back_pain"},
    {"weak_foot_ticked", 0, "tick rf_footdrop; t_heelwalk no; foot_slap no",
     "tick rf_footdrop; t_heelwalk no; foot_slap yes",
     "rf_footdrop t_heelwalk foot_slap | t_heelwalk foot_slap"},
    {"rest_ticked", 0, "tick rf_stocking; duration lt2w", "tick rf_stocking; duration 2_12w",
     "rf_stocking duration | duration"},
    {"rest_ticked", 1, "tick rf_stocking; rest_night no", "tick rf_stocking; rest_night yes",
     "rf_stocking rest_night | rest_night"},
    {"rest_ticked", 2, "tick rf_stocking; side one", "tick rf_stocking; side alternates",
     "rf_stocking side | side"},
    {"child_ticked", 0, "tick rf_child; years 16", "tick rf_child; years 15",
     "rf_child age_years |"},
    {"child_ticked", 0, "tick rf_child; age 30_49", "tick rf_child; age lt30",
     "rf_child age_years |"},
    {"age_band", 0, "years 29; age 30_49", "years 29; age lt30", "age_years age | age"},
    {"age_band", 1, "years 30; age lt30", "years 30; age 30_49", "age_years age | age"},
    {"age_band", 2, "years 49; age 50_64", "years 49; age 30_49", "age_years age | age"},
    {"age_band", 3, "years 50; age 30_49", "years 50; age 50_64", "age_years age | age"},
    {"age_band", 4, "years 64; age 65p", "years 64; age 50_64", "age_years age | age"},
    {"age_band", 5, "years 65; age 50_64", "age 65p", "age_years age | age"},
};
enum { SIDES = sizeof sides / sizeof sides[0] };

static void add_ids(char *text, size_t size, const char *const *ids, size_t count) {
    for (size_t i = 0; i < count; i++) {
        size_t at = strlen(text);
        snprintf(text + at, size - at, "%s%s", at && text[at - 1] != ' ' ? " " : "", ids[i]);
    }
}

static void both_sides_of_every_line(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    for (size_t i = 0; i < SIDES; i++) {
        scene s;
        set_up(&s, sides[i].no_clash);
        if (find(&arena, &s.runner, sides[i].id)) {
            fail_msg("%s: it is there with %s", sides[i].id, sides[i].no_clash);
        }
        set_up(&s, sides[i].clash);
        const ff_contradiction_found *found = find(&arena, &s.runner, sides[i].id);
        if (!found) {
            fail_msg("%s: it is not there with %s", sides[i].id, sides[i].clash);
        }
        assert_ptr_equal(found->rule, &found->contradiction->rules[sides[i].rule]);
        char names[200] = "";
        add_ids(names, sizeof names, found->between, found->between_count);
        snprintf(names + strlen(names), sizeof names - strlen(names), " |");
        add_ids(names, sizeof names, found->left_out, found->left_out_count);
        assert_string_equal(names, sides[i].names);
    }
    ff_arena_free(&arena);
}

static void every_line_is_tried(void **state) {
    (void)state;
    for (size_t c = 0; c < k->contradiction_count; c++) {
        for (size_t r = 0; r < k->contradictions[c].rule_count; r++) {
            bool tried = false;
            for (size_t i = 0; i < SIDES; i++) {
                tried |= strcmp(sides[i].id, k->contradictions[c].id) == 0 && sides[i].rule == r;
            }
            if (!tried) {
                fail_msg("%s: add a row for \"%s\"", k->contradictions[c].id,
                         k->contradictions[c].rules[r].text);
            }
        }
    }
}

/* Answers of people whose answers fit together must not be called into doubt. */
static void what_is_merely_unusual_is_let_be(void **state) {
    (void)state;
    static const char *const fine[] = {
        "",
        "side one; draw L; resolve_time lt2; rest_night no; fixed_patch no; relief_lace yes; "
        "relief_shoeoff yes; years 38; age 30_49",
        "onset_time none; reproducible yes",
        "duration lt2w; progression slow_worse",
        "sit_worse yes; flex_relief yes",
        "one_pair yes; rest_night yes",
        "side both; draw R",
        "fixed_patch yes; rest_night no",
        "foot_slap yes; t_heelwalk no",
        "resolve_time gt24h; fixed_patch no; rest_night yes",
        "spreading yes; progression fast_worse; side both; draw LR; resolve_time gt24h; "
        "fixed_patch yes; rest_night yes; both_weak yes; saddle yes; bladder yes",
    };
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    for (size_t i = 0; i < sizeof fine / sizeof fine[0]; i++) {
        scene s;
        size_t count;
        set_up(&s, fine[i]);
        ff_contradiction_found *found = ff_contradictions_find(&arena, k, &s.runner, &count);
        if (count > 0) {
            fail_msg("%s: %s", fine[i], found[0].contradiction->id);
        }
    }
    ff_arena_free(&arena);
}

static void reason(ff_arena *arena, const char *text, ff_assessment *assessment) {
    scene s;
    set_up(&s, text);
    assert_int_equal(ff_reason(arena, k, &s.runner, assessment, NULL), FF_OK);
}

static double p_of(const ff_assessment *assessment, const char *id) {
    for (size_t i = 0; i < assessment->cause_count; i++) {
        if (strcmp(assessment->causes[i].cause->id, id) == 0) {
            return assessment->causes[i].p;
        }
    }
    fail_msg("no cause %s", id);
    return 0;
}

/* Every cause has exactly the probability it has when the answers were never given, or, where a
 * drawing or a tick would then imply them, when the runner is not sure of them. */
static void same_causes(const char *with, const char *without) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_assessment one, two;
    reason(&arena, with, &one);
    reason(&arena, without, &two);
    assert_true(one.contradiction_count > 0);
    assert_int_equal(one.cause_count, two.cause_count);
    for (size_t i = 0; i < one.cause_count; i++) {
        const ff_cause_result *a = &one.causes[i];
        if (a->form != two.causes[i].form || fabs(a->p - p_of(&two, a->cause->id)) > 1e-12) {
            fail_msg("%s: %s", with, a->cause->id);
        }
    }
    assert_int_equal(one.answered, two.answered);
    ff_arena_free(&arena);
}

static void the_causes_hear_what_counts(void **state) {
    (void)state;
    same_causes("burn yes; relief_lace yes; relief_shoeoff no", "burn yes");
    same_causes("burn yes; side one; draw LR", "burn yes; side unsure; draw LR");
    same_causes("burn yes; onset_time lt5; runs onset_time 30_60",
                "burn yes; runs onset_time 30_60");
    same_causes("tick rf_saddle; saddle no; burn yes", "tick rf_saddle; saddle unsure; burn yes");
}

static bool is_raised(const ff_assessment *assessment, const char *id) {
    for (size_t i = 0; i < assessment->flag_count; i++) {
        if (strcmp(assessment->flags[i].flag->id, id) == 0) {
            return true;
        }
    }
    return false;
}

static void the_graver_answer_raises_the_flag(void **state) {
    (void)state;
    static const struct {
        const char *answers, *flag;
    } grave[] = {
        {"tick rf_saddle; saddle no", "rf_saddle"},
        {"spreading yes; progression better", "rf_ascending"},
        {"fixed_patch yes; resolve_time lt2; duration gt3m", "rf_patch"},
        {"resolve_time gt24h; rest_night no; duration gt3m", "rf_patch"},
        {"side one; draw LR; progression fast_worse", "rf_ascending"},
        {"side both; runs side one; progression fast_worse", "rf_ascending"},
        {"tick rf_child; years 40", "rf_child"},
    };
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    for (size_t i = 0; i < sizeof grave / sizeof grave[0]; i++) {
        ff_assessment assessment;
        reason(&arena, grave[i].answers, &assessment);
        if (!is_raised(&assessment, grave[i].flag) || assessment.contradiction_count == 0) {
            fail_msg("%s", grave[i].answers);
        }
    }
    ff_arena_free(&arena);
}

/* Of both ways to weigh the causes, the one that sends someone sooner sets the level. */
static void leaving_out_never_delays(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    for (size_t i = 0; i < SIDES; i++) {
        scene s;
        set_up(&s, sides[i].clash);
        ff_assessment assessment;
        ff_case known, weighed;
        ff_network all, less;
        assert_int_equal(ff_reason(&arena, k, &s.runner, &assessment, NULL), FF_OK);
        assert_int_equal(ff_implied_case(&arena, k, &s.runner, &known, NULL), FF_OK);
        ff_contradictions_leave_out(&arena, &known, assessment.contradictions,
                                    assessment.contradiction_count, &weighed);
        assert_int_equal(ff_network_build(&all, &arena, k, &known, NULL), FF_OK);
        assert_int_equal(ff_network_build(&less, &arena, k, &weighed, NULL), FF_OK);
        ff_triage_level with = ff_level_of_need(k, all.need);
        ff_triage_level without = ff_level_of_need(k, less.need);
        assert_int_equal(assessment.cause_level, with > without ? with : without);
        assert_true(assessment.level >= assessment.cause_level);
    }
    ff_arena_free(&arena);
}

static void memory_may_run_out(void **state) {
    (void)state;
    scene s;
    set_up(&s, "relief_lace yes; relief_shoeoff no; resolve_time gt24h; side one; draw LR");
    bool done = false;
    for (size_t n = 1; !done; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_arena arena;
        ff_arena_init(&arena, &failing.allocator);
        ff_assessment assessment;
        ff_error error;
        ff_code code = ff_reason(&arena, k, &s.runner, &assessment, &error);
        done = code == FF_OK;
        assert_true(done || code == FF_ERR_MEMORY);
        assert_true(!done || assessment.contradiction_count == 3);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_sides_of_every_line),
        cmocka_unit_test(every_line_is_tried),
        cmocka_unit_test(what_is_merely_unusual_is_let_be),
        cmocka_unit_test(the_causes_hear_what_counts),
        cmocka_unit_test(the_graver_answer_raises_the_flag),
        cmocka_unit_test(leaving_out_never_delays),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
