/* What must hold of the red flags whatever is said: tried on cases drawn by lot, with a fixed seed.
 */
#include "support.h"

#include "base/arena.h"
#include "base/random.h"
#include "reason/reason.h"
#include "reason/red_flags.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const ff_knowledge *const k = &ff_knowledge_built_in;

enum { MOST = 160, TICKS = 3, CASES = 500, REASONED = 60 };

typedef struct scene {
    ff_finding findings[MOST];
    const ff_flag *ticked[TICKS + 1];
    ff_tried tried[3];
    ff_case runner;
} scene;

/* Answers that may lower the level that the flags give, for they are written to make a sign
 * harmless: all others may only raise it. */
static const struct {
    const char *fact, *level, *because;
} harmless[] = {
    {"duration", "2_12w", "what came on long ago is no longer an emergency by itself"},
    {"duration", "gt3m", "the same"},
    {"duration", "lt2w",
     "it has not been there for two weeks: rf_stocking and rf_patch speak of more"},
    {"progression", "slow_worse", "a back with both legs is not new when it takes weeks to change"},
    {"progression", "better", "what passes by itself need not be looked at for its age alone"},
    {"rest_night", "no", "a tight leg whose numbness is gone at rest has let go"},
    {"leg_line", "yes", "new sciatica makes a calf ache that is not under pressure"},
    {"back_pain", "no", "both legs without the back can wait for today"},
    {"weight_loss", "no", "the question about pressed knees asks for more than weight loss"},
    {"vascular", "no", "a tight leg below 50 without risks is a muscle more than an artery"},
    {"vascular", "yes", "a cold calf is then furred arteries, not a muscle: the same level"},
    {"side", "alternates", "feet drawn on both sides that take turns are not both together"},
};

static void begin(scene *s) {
    memset(s, 0, sizeof *s);
    s->runner = (ff_case){.age_years = NAN, .checklist_asked = true};
}

static void tie(scene *s) {
    s->runner.findings.items = s->findings;
    s->runner.ticked = s->ticked;
    s->runner.tried = s->tried;
}

static const ff_flag *some_ask(ff_random *random) {
    for (;;) {
        const ff_flag *flag = &k->flags[ff_random_below(random, (uint32_t)k->flag_count)];
        if (*flag->ask) {
            return flag;
        }
    }
}

static void say(scene *s, const ff_fact *fact, size_t level) {
    s->findings[s->runner.findings.count++] =
        (ff_finding){.id = fact->id, .state = FF_SAID, .value = fact->levels[level].id};
}

/* Each finding by itself said with one chance for the whole case, so that cases with little and
 * with much said both come up. */
static void draw_by_lot(scene *s, ff_random *random) {
    begin(s);
    double share = 0.5 * ff_random_unit(random);
    for (size_t i = 0; i < k->fact_count; i++) {
        if (ff_random_unit(random) < share) {
            say(s, &k->facts[i], ff_random_below(random, (uint32_t)k->facts[i].level_count));
        }
    }
    if (ff_random_below(random, 3) == 0) {
        s->runner.age_years = 10 + ff_random_below(random, 70);
    }
    uint64_t all = (UINT64_C(1) << k->region_count) - 1;
    s->runner.sites.left = ff_random_below(random, 2) ? ff_random_bits(random) & all : 0;
    s->runner.sites.right = ff_random_below(random, 2) ? ff_random_bits(random) & all : 0;
    uint64_t thin = ff_random_bits(random) & ff_random_bits(random) & ff_random_bits(random);
    uint64_t saddle =
        ff_random_below(random, 20) ? ~(UINT64_C(1) << (k->region_count - 1)) : ~UINT64_C(0);
    s->runner.sites.left &= thin & saddle;
    s->runner.sites.right &= thin & saddle;
    if (ff_random_below(random, 4) == 0) {
        s->ticked[s->runner.ticked_count++] = some_ask(random);
    }
}

/* The flags that fire as a set of bits. */
static uint64_t fired(scene *s) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    size_t count;
    tie(s);
    const ff_flag_raised *raised = ff_red_flags_raised(&arena, k, &s->runner, &count);
    uint64_t set = 0;
    for (size_t i = 0; i < count; i++) {
        set |= UINT64_C(1) << raised[i].flag->index;
    }
    ff_arena_free(&arena);
    return set;
}

static ff_triage_level gravest(uint64_t set) {
    ff_triage_level level = FF_SELF_CARE;
    for (size_t i = 0; i < k->flag_count; i++) {
        if (set >> i & 1 && k->flags[i].level > level) {
            level = k->flags[i].level;
        }
    }
    return level;
}

static int harmless_row(const ff_fact *fact, size_t level) {
    for (size_t i = 0; i < sizeof harmless / sizeof harmless[0]; i++) {
        if (strcmp(harmless[i].fact, fact->id) == 0 &&
            strcmp(harmless[i].level, fact->levels[level].id) == 0) {
            return (int)i;
        }
    }
    return -1;
}

static bool is_said(const scene *s, const ff_fact *fact) {
    for (size_t i = 0; i < s->runner.findings.count; i++) {
        if (strcmp(s->findings[i].id, fact->id) == 0) {
            return true;
        }
    }
    return false;
}

static void one_more_answer_never_calms(void **state) {
    (void)state;
    assert_true(k->flag_count <= 64);
    ff_random random;
    ff_random_init(&random, 20261123);
    size_t raised = 0;
    for (int c = 0; c < CASES; c++) {
        scene s;
        draw_by_lot(&s, &random);
        ff_triage_level before = gravest(fired(&s));
        for (size_t i = 0; i < k->fact_count; i++) {
            const ff_fact *fact = &k->facts[i];
            for (size_t level = 0; !is_said(&s, fact) && level < fact->level_count; level++) {
                scene more = s;
                say(&more, fact, level);
                ff_triage_level after = gravest(fired(&more));
                raised += after > before;
                if (after < before && harmless_row(fact, level) < 0) {
                    fail_msg("%s = %s lowers the level from %s to %s", fact->id,
                             fact->levels[level].id, ff_triage_level_name(before),
                             ff_triage_level_name(after));
                }
            }
        }
    }
    assert_true(raised > 1000); /* else nothing was tried */
}

/* The list above is as short as it can be: each row stands against a term that such an answer ends,
 * and each such term has its row. */
static void what_makes_harmless_is_listed(void **state) {
    (void)state;
    bool used[sizeof harmless / sizeof harmless[0]] = {false};
    for (size_t f = 0; f < k->flag_count; f++) {
        for (size_t r = 0; r < k->flags[f].rule_count; r++) {
            const ff_rule *rule = &k->flags[f].rules[r];
            for (size_t t = 0; t < rule->term_count; t++) {
                const ff_term *term = &rule->terms[t];
                bool ends =
                    term->kind == FF_TERM_UNKNOWN || (term->kind == FF_TERM_FACT && term->negated);
                for (size_t l = 0; ends && l < term->fact->level_count; l++) {
                    bool named = term->kind == FF_TERM_UNKNOWN || term->levels >> l & 1;
                    int row = harmless_row(term->fact, l);
                    if (named && row < 0) {
                        fail_msg("%s: \"%s\" is ended by %s = %s, which is not listed",
                                 k->flags[f].id, rule->text, term->fact->id,
                                 term->fact->levels[l].id);
                    }
                    if (named) {
                        used[row] = true;
                    }
                }
            }
        }
    }
    for (size_t i = 0; i < sizeof harmless / sizeof harmless[0]; i++) {
        bool both_feet = strcmp(harmless[i].fact, "side") == 0; /* ends "both feet" of a drawing */
        if (!used[i] && !both_feet) {
            fail_msg("%s = %s ends no term", harmless[i].fact, harmless[i].level);
        }
    }
}

static void a_tick_a_mark_a_failure_never_calms(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 7);
    for (int c = 0; c < CASES; c++) {
        scene s;
        draw_by_lot(&s, &random);
        uint64_t before = fired(&s);
        for (size_t f = 0; f < k->flag_count; f++) {
            if (!*k->flags[f].ask) {
                continue;
            }
            scene more = s;
            more.ticked[more.runner.ticked_count++] = &k->flags[f];
            uint64_t after = fired(&more);
            assert_true((before & ~after) == 0);
            assert_true(after >> f & 1);
        }
        for (size_t r = 0; r < 2 * k->region_count; r++) {
            scene more = s;
            uint64_t bit = UINT64_C(1) << r / 2;
            if (r % 2) {
                more.runner.sites.left |= bit;
            } else {
                more.runner.sites.right |= bit;
            }
            assert_true((before & ~fired(&more)) == 0);
        }
        scene more = s;
        for (int i = 0; i < 2; i++) {
            more.tried[more.runner.tried_count++] =
                (ff_tried){&k->remedies[i], i ? FF_TRIED_WORSE : FF_TRIED_NO_HELP};
        }
        assert_true((before & ~fired(&more)) == 0);
    }
}

static void the_order_of_answers_does_not_matter(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 11);
    for (int c = 0; c < CASES; c++) {
        scene s;
        draw_by_lot(&s, &random);
        s.ticked[s.runner.ticked_count++] = some_ask(&random);
        scene other = s;
        for (size_t i = other.runner.findings.count; i > 1; i--) {
            size_t j = ff_random_below(&random, (uint32_t)i);
            ff_finding kept = other.findings[i - 1];
            other.findings[i - 1] = other.findings[j];
            other.findings[j] = kept;
        }
        for (size_t i = 0; i < other.runner.ticked_count; i++) {
            other.ticked[i] = s.ticked[s.runner.ticked_count - 1 - i];
        }
        assert_true(fired(&s) == fired(&other));
    }
}

/* The whole of reasoning: whatever the causes say, no level below the gravest flag comes out. */
static void no_flag_is_outvoted(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 13);
    for (int c = 0; c < REASONED; c++) {
        scene s;
        draw_by_lot(&s, &random);
        uint64_t set = fired(&s);
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        ff_assessment assessment;
        assert_int_equal(ff_reason(&arena, k, &s.runner, &assessment, NULL), FF_OK);
        assert_true(assessment.level >= gravest(set));
        assert_true(assessment.level >= assessment.cause_level);
        for (size_t i = 0; i < assessment.flag_count; i++) {
            set &= ~(UINT64_C(1) << assessment.flags[i].flag->index);
        }
        assert_true(set == 0); /* reasoning may see more than was said, never less */
        ff_arena_free(&arena);
    }
}

/* --- the 28 ---------------------------------------------------------------------------------- */

static const char *const of_the_dossier[] = {
    "rf_saddle",   "rf_bladder",    "rf_both_sciatica", "rf_ascending", "rf_breath",
    "rf_stroke",   "rf_cold_leg",   "rf_acute_comp",    "rf_chest",     "rf_weak_both",
    "rf_footdrop", "rf_fever_back", "rf_trauma",        "rf_dvt",       "rf_diab_wound",
    "rf_charcot",  "rf_rest_pain",  "rf_vision",        "rf_preg",      "rf_paes",
    "rf_claud",    "rf_bone",       "rf_stocking",      "rf_b12_neuro", "rf_patch",
    "rf_lump",     "rf_child",      "rf_fail",
};

/* Nothing but the checklist asks for these: no ordinary question comes near. */
static const char *const by_tick_alone[] = {"rf_breath", "rf_stroke", "rf_chest",
                                            "rf_trauma", "rf_vision", "rf_lump"};

static bool is_by_tick_alone(const char *id) {
    for (size_t i = 0; i < sizeof by_tick_alone / sizeof by_tick_alone[0]; i++) {
        if (strcmp(by_tick_alone[i], id) == 0) {
            return true;
        }
    }
    return false;
}

/* Answers one after the other what a line asks for; false when it speaks of what answers do not
 * hold (a drawing by region, what was tried). */
static bool answer_line(scene *s, const ff_rule *rule) {
    for (size_t t = 0; t < rule->term_count; t++) {
        const ff_term *term = &rule->terms[t];
        switch (term->kind) {
        case FF_TERM_FACT:
            for (size_t l = 0; !term->negated && l < term->fact->level_count; l++) {
                if (term->levels >> l & 1) {
                    say(s, term->fact, l);
                    break;
                }
            }
            break;
        case FF_TERM_BOTH_FEET:
            say(s, term->fact, (size_t)ff_fact_level(term->fact, "both"));
            break;
        case FF_TERM_AGE:
            s->runner.age_years = term->low > 0 ? term->low : term->high - 1;
            break;
        case FF_TERM_REGION:
            s->runner.sites.left |= term->sides != 2 ? term->regions : 0;
            s->runner.sites.right |= term->sides >= 2 ? term->regions : 0;
            break;
        case FF_TERM_FAILED:
            for (int i = 0; i < 2; i++) {
                s->tried[s->runner.tried_count++] = (ff_tried){&k->remedies[i], FF_TRIED_NO_HELP};
            }
            break;
        case FF_TERM_UNKNOWN:
            break;
        case FF_TERM_TICKED:
        case FF_TERM_SAID: /* contradictions alone speak of who said it */
        case FF_TERM_MEASURED:
            return false;
        }
    }
    return true;
}

/* Every line fires when what it asks for is said, and nothing else; every flag of the dossier has a
 * line for the checklist, and one for ordinary answers wherever a question comes near. */
static void each_flag_has_its_ways(void **state) {
    (void)state;
    size_t lines = 0;
    for (size_t f = 0; f < k->flag_count; f++) {
        for (size_t r = 0; r < k->flags[f].rule_count; r++) {
            scene s;
            begin(&s);
            s.runner.checklist_asked = false;
            if (answer_line(&s, &k->flags[f].rules[r])) {
                lines++;
                if (!(fired(&s) >> f & 1)) {
                    fail_msg("%s does not fire by \"%s\"", k->flags[f].id,
                             k->flags[f].rules[r].text);
                }
            }
        }
    }
    assert_true(lines > 100);
    for (size_t i = 0; i < sizeof of_the_dossier / sizeof of_the_dossier[0]; i++) {
        const ff_flag *flag = ff_knowledge_flag(k, of_the_dossier[i]);
        assert_non_null(flag);
        bool tick = false, answers = false;
        for (size_t r = 0; r < flag->rule_count; r++) {
            bool by_tick = flag->rules[r].terms[0].kind == FF_TERM_TICKED;
            tick |= by_tick && *flag->ask;
            answers |= !by_tick;
        }
        if (!tick || answers == is_by_tick_alone(flag->id)) {
            fail_msg("%s: by tick %d, by answers %d", flag->id, tick, answers);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_more_answer_never_calms),
        cmocka_unit_test(what_makes_harmless_is_listed),
        cmocka_unit_test(a_tick_a_mark_a_failure_never_calms),
        cmocka_unit_test(the_order_of_answers_does_not_matter),
        cmocka_unit_test(no_flag_is_outvoted),
        cmocka_unit_test(each_flag_has_its_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
