#include "support.h"

#include "base/arena.h"
#include "reason/contradictions.h"
#include "reason/explain.h"
#include "reason/implied.h"
#include "reason/network.h"
#include "reason/reason.h"
#include "reason/red_flags.h"
#include "reason/worth.h"

#include <footfall/knowledge.h>

#include <math.h>
#include <string.h>

#include "reason_reference.h"

static const ff_knowledge *const k = &ff_knowledge_built_in;

enum { MOST = 64 };

typedef struct scene {
    ff_arena arena;
    ff_finding findings[MOST];
    ff_case runner;
} scene;

static void begin(scene *s) {
    *s = (scene){.runner = {.age_years = NAN, .checklist_asked = true}};
    ff_arena_init(&s->arena, NULL);
    s->runner.findings.items = s->findings;
}

static void end(scene *s) {
    ff_arena_free(&s->arena);
}

static void say(scene *s, const char *id, const char *value) {
    s->findings[s->runner.findings.count++] =
        (ff_finding){.id = id, .state = value ? FF_SAID : FF_NOT_SURE, .value = value};
}

static void build(scene *s, ff_network *network) {
    ff_error error;
    assert_int_equal(ff_network_build(network, &s->arena, k, &s->runner, &error), FF_OK);
}

static void reason(scene *s, ff_assessment *assessment) {
    ff_error error;
    assert_int_equal(ff_reason(&s->arena, k, &s->runner, assessment, &error), FF_OK);
}

static size_t index_of(const char *cause) {
    const ff_cause *found = ff_knowledge_cause(k, cause);
    assert_non_null(found);
    return found->index;
}

static const ff_cause_result *result_of(const ff_assessment *assessment, size_t cause) {
    for (size_t i = 0; i < assessment->cause_count; i++) {
        if (assessment->causes[i].cause->index == cause) {
            return &assessment->causes[i];
        }
    }
    return NULL;
}

static void close_to(double got, double expected, double tolerance) {
    if (!(fabs(got - expected) <= tolerance)) {
        fail_msg("%.17g instead of %.17g", got, expected);
    }
}

static scene scene_of(const reference_case *reference) {
    scene s;
    begin(&s);
    memcpy(s.findings, reference->findings, sizeof reference->findings);
    s.runner.findings.count = reference->finding_count;
    s.runner.sites = reference->sites;
    return s;
}

enum { REFERENCE_CASES = sizeof reference_cases / sizeof reference_cases[0] };

static void agrees_with_another_way(void **state) {
    (void)state;
    for (size_t c = 0; c < REFERENCE_CASES; c++) {
        scene s = scene_of(&reference_cases[c]);
        s.runner.findings.items = s.findings;
        ff_network network;
        build(&s, &network);
        assert_int_equal(network.answer_count, reference_cases[c].finding_count);
        size_t count;
        ff_cause_result *results = ff_explain_causes(&network, &count);
        assert_int_equal(count, REFERENCE_CAUSES); /* forms are counted with their cause */
        for (size_t i = 0; i < REFERENCE_CAUSES; i++) {
            size_t at = index_of(reference_causes[i]);
            close_to(network.marginal[at], reference_cases[c].p[i], 1e-12);
            ff_assessment all = {.causes = results, .cause_count = count};
            const ff_cause_result *result = result_of(&all, at);
            assert_non_null(result);
            close_to(result->low, fmin(reference_cases[c].low[i], k->model.p_cap), 1e-11);
            close_to(result->high, fmin(reference_cases[c].high[i], k->model.p_cap), 1e-11);
        }
        assert_int_equal(ff_level_of_need(k, network.need), reference_cases[c].level);
        end(&s);
    }
}

static void order_does_not_matter(void **state) {
    (void)state;
    for (size_t c = 0; c < REFERENCE_CASES; c++) {
        scene s = scene_of(&reference_cases[c]), t = s;
        s.runner.findings.items = s.findings;
        t.runner.findings.items = t.findings;
        size_t count = s.runner.findings.count;
        for (size_t i = 0; i < count; i++) {
            t.findings[i] = s.findings[count - 1 - i];
        }
        ff_network one, two;
        build(&s, &one);
        build(&t, &two);
        assert_memory_equal(one.marginal, two.marginal, k->cause_count * sizeof(double));
        end(&s);
        end(&t);
    }
}

static void unasked_and_unsure_change_nothing(void **state) {
    (void)state;
    scene s, t;
    begin(&s);
    begin(&t);
    say(&s, "relief_lace", "yes");
    say(&t, "relief_lace", "yes");
    for (size_t i = 0; i < k->fact_count && t.runner.findings.count < MOST; i++) {
        if (strcmp(k->facts[i].id, "relief_lace") != 0) {
            say(&t, k->facts[i].id, NULL);
            t.findings[t.runner.findings.count - 1].state = i % 2 ? FF_NOT_SURE : FF_NOT_ASKED;
        }
    }
    ff_network one, two;
    build(&s, &one);
    build(&t, &two);
    assert_memory_equal(one.marginal, two.marginal, k->cause_count * sizeof(double));
    end(&s);
    end(&t);
}

static void the_last_answer_counts(void **state) {
    (void)state;
    scene s, t;
    begin(&s);
    begin(&t);
    say(&s, "relief_lace", "yes");
    say(&s, "relief_lace", "no");
    say(&t, "relief_lace", "no");
    ff_network one, two;
    build(&s, &one);
    build(&t, &two);
    assert_memory_equal(one.marginal, two.marginal, k->cause_count * sizeof(double));
    say(&s, "relief_lace", NULL);
    build(&s, &one);
    assert_int_equal(one.answer_count, 0);
    end(&s);
    end(&t);
}

static void nothing_said_gives_the_priors(void **state) {
    (void)state;
    scene s;
    begin(&s);
    ff_network network;
    build(&s, &network);
    const ff_cause *none = &k->causes[k->cause_count - 1];
    assert_int_equal(none->kind, FF_NO_CAUSE);
    close_to(network.marginal[none->index], none->prior, 1e-14);
    double sum = 0;
    for (size_t i = 0; i < network.state_count; i++) {
        sum += network.posterior[i];
    }
    close_to(sum, 1, 1e-13);
    /* Two contributors keep the ratio of their priors' odds, whatever the others are. */
    const ff_cause *a = &k->causes[0], *b = &k->causes[1];
    double both = network.posterior[3], only_a = network.posterior[1],
           only_b = network.posterior[2];
    close_to(only_a / only_b, a->prior / (1 - a->prior) / (b->prior / (1 - b->prior)), 1e-12);
    close_to(both / only_b, a->prior / (1 - a->prior), 1e-12);
    end(&s);
}

/* P(level | state) of every state. */
static void chances_of_states(const ff_fact *fact, size_t level, bool by_clinician, double *out) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_chances chances;
    assert_true(ff_chances_take(&chances, &arena, k));
    ff_chances_of(&chances, k, fact, level, by_clinician);
    for (size_t s = 0; s < ff_state_count(k); s++) {
        out[s] = ff_chances_at(&chances, k, s);
    }
    ff_arena_free(&arena);
}

/* Alone, a cause gives exactly what the table says, for every finding and every level. */
static void one_cause_alone_gives_its_own_chance(void **state) {
    (void)state;
    double *chance = test_malloc(ff_state_count(k) * sizeof *chance);
    for (size_t f = 0; f < k->fact_count; f++) {
        const ff_fact *fact = &k->facts[f];
        for (size_t level = 0; level < fact->level_count; level++) {
            chances_of_states(fact, level, true, chance);
            for (size_t i = 0; i < k->cause_count; i++) {
                size_t at = i < k->contributor_count ? (size_t)1 << i
                            : i + 1 < k->cause_count
                                ? (i - k->contributor_count + 1) << k->contributor_count
                                : 0;
                close_to(chance[at], ff_cause_likelihood(k, fact, level, true, &k->causes[i]),
                         1e-14);
            }
        }
        for (size_t at = 0; at < ff_state_count(k); at++) {
            double sum = 0;
            for (size_t level = 0; level < fact->level_count; level++) {
                chances_of_states(fact, level, true, chance);
                sum += chance[at];
                if (fact->level_count > 3 && at % 97) {
                    sum = 1; /* every state of the short ones, a sample of the long ones */
                    break;
                }
            }
            close_to(sum, 1, 1e-9);
            at += at % 31;
        }
    }
    test_free(chance);
}

static void causes_together_raise_a_yes(void **state) {
    (void)state;
    const ff_fact *fact = ff_knowledge_fact(k, "relief_lace");
    double *chance = test_malloc(ff_state_count(k) * sizeof *chance);
    chances_of_states(fact, 0, false, chance);
    size_t shoe = (size_t)1 << index_of("shoe"), lace = (size_t)1 << index_of("lace");
    /* 1 - (1 - 0.2) * (0.55 / 0.8) * (0.1 / 0.8) by hand */
    close_to(chance[shoe | lace], 1 - 0.8 * (0.55 / 0.8) * (0.1 / 0.8), 1e-14);
    test_free(chance);
}

static void home_tests_count_less(void **state) {
    (void)state;
    const ff_fact *fact = ff_knowledge_fact(k, "t_squeeze");
    const ff_cause *morton = ff_knowledge_cause(k, "morton");
    close_to(ff_cause_likelihood(k, fact, 0, true, morton), 0.96, 0);
    close_to(ff_cause_likelihood(k, fact, 0, false, morton), 0.96 * 0.85, 1e-15);
    close_to(ff_background_likelihood(k, fact, 0, false), 0.1 * 1.5, 1e-15);
    fact = ff_knowledge_fact(k, "t_thomas"); /* 1.5 * 0.35 is over the cap of one half */
    close_to(ff_background_likelihood(k, fact, 0, false), 0.5, 1e-15);
    fact = ff_knowledge_fact(k, "relief_lace"); /* no test: nothing to discount */
    close_to(ff_background_likelihood(k, fact, 0, false), fact->background[0], 0);
}

static void overlapping_answers_count_less(void **state) {
    (void)state;
    ff_overlap overlap = {0};
    close_to(ff_damping(overlap), 1, 0);
    close_to(ff_damping(ff_overlap_with(overlap, 0.3)), 1, 1e-15);
    for (int i = 0; i < 4; i++) {
        overlap = ff_overlap_with(overlap, 0.3);
    }
    close_to(ff_damping(overlap), 0.5, 1e-15);                          /* four alike: 1/sqrt(4) */
    close_to(ff_damping(ff_overlap_with(overlap, 1e-9)), 0.5, 1e-8); /* hardly says anything */
    scene s;
    begin(&s);
    say(&s, "relief_lace", "yes");
    ff_assessment first, second;
    reason(&s, &first);
    const ff_evidence *alone = &result_of(&first, index_of("lace"))->speaks_for.items[0];
    close_to(alone->likelihood_ratio, 4.5, 1e-12);
    close_to(alone->counted, 4.5, 1e-12);
    say(&s, "relief_shoeoff", "yes");
    reason(&s, &second);
    const ff_evidence_list *two = &result_of(&second, index_of("lace"))->speaks_for;
    assert_int_equal(two->count, 2);
    assert_string_equal(two->items[0].finding, "relief_lace");
    assert_true(two->items[0].counted < 4.5 && two->items[0].counted > pow(4.5, sqrt(0.5)));
    assert_string_equal(two->items[1].finding, "relief_shoeoff");
    end(&s);
}

static void drawings_point_to_their_map(void **state) {
    (void)state;
    /* The facing sides of third and fourth toe: the nerve between them. */
    scene s;
    begin(&s);
    const char *const toes[] = {"W3", "TP3", "TP4"};
    for (int i = 0; i < 3; i++) {
        s.runner.sites.right |= UINT64_C(1) << ff_knowledge_region(k, toes[i]);
    }
    ff_network network, both, all;
    build(&s, &network);
    size_t morton = index_of("morton"), lace = index_of("lace");
    assert_true(network.marginal[morton] > 2 * k->causes[morton].prior);
    assert_true(network.marginal[lace] < k->causes[lace].prior);
    /* The same drawing on both feet says the same as on one. */
    s.runner.sites.left = s.runner.sites.right;
    build(&s, &both);
    for (size_t i = 0; i < k->cause_count; i++) {
        close_to(both.marginal[i], network.marginal[i], 1e-12);
    }
    /* A whole foot marked tells next to nothing. */
    s.runner.sites.left = 0;
    s.runner.sites.right = (UINT64_C(1) << k->region_count) - 1;
    build(&s, &all);
    s.runner.sites.right = 0;
    build(&s, &network);
    for (size_t i = 0; i < k->cause_count; i++) {
        assert_true(fabs(all.marginal[i] - network.marginal[i]) < 0.05);
    }
    end(&s);
}

static void ranges_hold_the_value(void **state) {
    (void)state;
    for (size_t c = 0; c < REFERENCE_CASES; c++) {
        scene s = scene_of(&reference_cases[c]);
        s.runner.findings.items = s.findings;
        ff_assessment assessment;
        reason(&s, &assessment);
        assert_int_equal(assessment.cause_count, REFERENCE_CAUSES);
        for (size_t i = 0; i < assessment.cause_count; i++) {
            const ff_cause_result *r = &assessment.causes[i];
            assert_true(0 < r->low && r->low <= r->p && r->p <= r->high);
            assert_true(r->high <= k->model.p_cap);
            assert_true(i == 0 || r->p <= assessment.causes[i - 1].p + 1e-13);
            for (size_t e = 0; e < r->speaks_for.count; e++) {
                assert_true(r->speaks_for.items[e].likelihood_ratio > 1);
                assert_true(strchr("abc", r->speaks_for.items[e].basis->evidence_class));
            }
            for (size_t e = 0; e < r->speaks_against.count; e++) {
                assert_true(r->speaks_against.items[e].likelihood_ratio < 1);
            }
        }
        end(&s);
    }
}

/* --- other answers --------------------------------------------------------------------------- */

/* What is supposed is what comes out when the case is scored anew with it. */
static void same_beliefs(scene *s, const ff_beliefs *supposed) {
    ff_network anew;
    build(s, &anew);
    double need[FF_TRIAGE_LEVEL_COUNT] = {0};
    for (size_t at = 0; at < anew.state_count; at++) {
        ff_triage_level soonest = FF_SELF_CARE;
        double present = 0, needing = 0;
        for (size_t i = 0; i < k->cause_count; i++) {
            bool sooner = k->causes[i].see > soonest && ff_state_has(k, at, i);
            soonest = sooner ? k->causes[i].see : soonest;
            present += ff_state_has(k, at, i);
            needing += k->causes[i].see > FF_SELF_CARE && ff_state_has(k, at, i);
        }
        double share = soonest == FF_ROUTINE ? needing / present : 1;
        need[soonest] += anew.posterior[at] * share;
        need[FF_SELF_CARE] += anew.posterior[at] * (1 - share);
    }
    for (size_t i = 0; i < k->cause_count; i++) {
        close_to(supposed->marginal[i], anew.marginal[i], 1e-12);
    }
    for (size_t n = 0; n < FF_TRIAGE_LEVEL_COUNT; n++) {
        close_to(supposed->need[n], need[n], 1e-12);
    }
}

static void one_more_answer_is_supposed(void **state) {
    (void)state;
    for (size_t c = 0; c < REFERENCE_CASES; c += 3) {
        scene s = scene_of(&reference_cases[c]);
        s.runner.findings.items = s.findings;
        ff_network network;
        build(&s, &network);
        for (size_t f = c % 4; f < k->fact_count; f += 4) {
            const ff_fact *fact = &k->facts[f];
            double sum = 0;
            for (size_t level = 0; level < fact->level_count; level++) {
                if (ff_case_finding(&s.runner, fact->id)) {
                    sum = 1;
                    break;
                }
                ff_beliefs beliefs;
                sum += ff_network_with_answer(&network, fact, level, false, &beliefs);
                say(&s, fact->id, fact->levels[level].id);
                same_beliefs(&s, &beliefs);
                s.runner.findings.count--;
            }
            close_to(sum, 1, 1e-9);
        }
        end(&s);
    }
}

static void an_answer_is_supposed_to_be_another(void **state) {
    (void)state;
    for (size_t c = 0; c < REFERENCE_CASES; c += 2) {
        scene s = scene_of(&reference_cases[c]);
        s.runner.findings.items = s.findings;
        ff_network network;
        build(&s, &network);
        for (size_t a = c % 3; a < network.answer_count; a += 3) {
            const ff_answer *answer = &network.answers[a];
            ff_finding *finding = &s.findings[answer->finding - s.findings], was = *finding;
            ff_beliefs beliefs;
            for (size_t level = 0; level < answer->fact->level_count; level++) {
                ff_network_with_other_level(&network, a, level, &beliefs);
                finding->value = answer->fact->levels[level].id;
                same_beliefs(&s, &beliefs);
            }
            ff_network_without_answer(&network, a, &beliefs);
            finding->state = FF_NOT_ASKED;
            same_beliefs(&s, &beliefs);
            *finding = was;
        }
        ff_beliefs beliefs;
        ff_network_without_drawing(&network, &beliefs);
        s.runner.sites = (ff_sites){0, 0};
        same_beliefs(&s, &beliefs);
        end(&s);
    }
}

/* A cause is counted with its forms. */
static double prior_with_forms(const ff_cause *cause) {
    double sum = cause->prior;
    for (size_t i = 0; i < k->cause_count; i++) {
        sum += k->causes[i].form_of == cause ? k->causes[i].prior : 0;
    }
    return sum;
}

/* Causes of the same prior that nothing speaks about stand in the order of the knowledge. */
static void equal_causes_keep_their_order(void **state) {
    (void)state;
    scene s;
    begin(&s);
    ff_assessment assessment;
    reason(&s, &assessment);
    size_t equal = 0;
    for (size_t i = 1; i < assessment.cause_count; i++) {
        const ff_cause_result *one = &assessment.causes[i - 1], *next = &assessment.causes[i];
        if (one->cause->kind == next->cause->kind &&
            fabs(prior_with_forms(one->cause) - prior_with_forms(next->cause)) < 1e-15) {
            assert_true(one->cause->index < next->cause->index);
            equal++;
        }
    }
    assert_true(equal > 0);
    end(&s);
}

/* --- questions ------------------------------------------------------------------------------- */

static double entropy_of(const ff_network *network) {
    double bits = 0;
    for (size_t i = 0; i < k->cause_count; i++) {
        double p = network->marginal[i];
        bits -= p > 0 && p < 1 ? p * log2(p) + (1 - p) * log2(1 - p) : 0;
    }
    return bits;
}

static size_t leader_of(const ff_network *network) {
    size_t best = 0;
    for (size_t i = 1; i < k->cause_count; i++) {
        best = network->marginal[i] > network->marginal[best] ? i : best;
    }
    return best;
}

/* Really answers a question each way: the expected entropy, and whether the leader can change. */
static double expected_entropy(scene *s, const ff_fact *fact, bool *leader_changes) {
    ff_network before, after;
    build(s, &before);
    double *chance = test_malloc(before.state_count * sizeof *chance), expected = 0;
    *leader_changes = false;
    for (size_t level = 0; level < fact->level_count; level++) {
        chances_of_states(fact, level, false, chance);
        double p = 0;
        for (size_t at = 0; at < before.state_count; at++) {
            p += before.posterior[at] * chance[at];
        }
        say(s, fact->id, fact->levels[level].id);
        build(s, &after);
        s->runner.findings.count--;
        expected += p * entropy_of(&after);
        *leader_changes |= p >= k->model.change_chance && leader_of(&after) != leader_of(&before);
    }
    test_free(chance);
    return entropy_of(&before) - expected;
}

static const ff_question *question_of(const ff_assessment *assessment, const ff_fact *fact) {
    for (size_t i = 0; i < assessment->question_count; i++) {
        if (assessment->questions[i].fact == fact) {
            return &assessment->questions[i];
        }
    }
    return NULL;
}

/* The same scene with the answers that the causes hear: those implied too, those left out not. What
 * it takes in between stays in the arena of the scene. */
static void as_heard(scene *s, const ff_assessment *assessment, scene *heard) {
    ff_case known, weighed;
    assert_int_equal(ff_implied_case(&s->arena, k, &s->runner, &known, NULL), FF_OK);
    ff_contradictions_leave_out(&s->arena, &known, assessment->contradictions,
                                assessment->contradiction_count, &weighed);
    begin(heard);
    heard->runner.sites = weighed.sites;
    heard->runner.findings.count = weighed.findings.count;
    assert_true(weighed.findings.count < MOST); /* one more is said of it */
    memcpy(heard->findings, weighed.findings.items, weighed.findings.count * sizeof(ff_finding));
}

static void questions_are_worth_what_they_say(void **state) {
    (void)state;
    size_t contradicted = 0, implied = 0; /* cases in which the causes hear other answers */
    for (size_t c = 0; c < 6; c++) {
        scene s = scene_of(&reference_cases[c]);
        s.runner.findings.items = s.findings;
        if (c % 2) { /* these cannot both be true */
            say(&s, "relief_lace", "yes");
            say(&s, "relief_shoeoff", "no");
        }
        ff_assessment assessment;
        reason(&s, &assessment);
        scene heard;
        as_heard(&s, &assessment, &heard);
        contradicted += assessment.contradiction_count > 0;
        implied += ff_case_finding(&heard.runner, "side") && !ff_case_finding(&s.runner, "side");
        for (size_t f = 0; f < k->fact_count; f++) {
            const ff_fact *fact = &k->facts[f];
            const ff_question *question = question_of(&assessment, fact);
            if (ff_case_finding(&s.runner, fact->id)) {
                assert_null(question);
                continue;
            }
            if (ff_case_finding(&heard.runner, fact->id)) { /* only a flag may wait for it */
                assert_true(!question || question->safety);
                continue;
            }
            bool changes;
            double gain = expected_entropy(&heard, fact, &changes);
            if (question) {
                close_to(question->expected_bits, fmax(gain, 0), 1e-9);
            } else if (!(assessment.level_by_flag && assessment.level >= FF_SAME_DAY) &&
                       assessment.level != FF_EMERGENCY) { /* then nothing is asked */
                assert_true(fact->safety || !changes);
            }
        }
        end(&heard);
        end(&s);
    }
    assert_true(contradicted > 0 && implied > 0);
}

/* What a question is expected to move, against really answering it each way. */
static void worth_is_what_answers_move(void **state) {
    (void)state;
    for (size_t c = 0; c < 4; c++) {
        scene s = scene_of(&reference_cases[c]);
        s.runner.findings.items = s.findings;
        ff_assessment assessment, then;
        ff_network network, after;
        double distances[FF_MOST_CAUSES];
        reason(&s, &assessment);
        build(&s, &network);
        ff_standing standing = ff_standing_of(&network, &s.runner, &assessment);
        for (size_t f = 0; f < k->fact_count; f += 7) {
            const ff_fact *fact = &k->facts[f];
            ff_worth worth = {.distances = distances};
            double movement = 0, leader = 0, beliefs = 0;
            if (ff_case_finding(&s.runner, fact->id)) {
                continue;
            }
            ff_worth_of(&standing, fact, NULL, 0, &worth);
            for (size_t level = 0; level < fact->level_count; level++) {
                ff_beliefs supposed;
                double p = ff_network_with_answer(&network, fact, level, false, &supposed);
                say(&s, fact->id, fact->levels[level].id);
                build(&s, &after);
                reason(&s, &then);
                s.runner.findings.count--;
                beliefs += p;
                /* by the network: what is told is capped, and may tie there */
                leader += leader_of(&after) != leader_of(&network) ? p : 0;
                for (size_t i = 0; i < k->cause_count; i++) {
                    double move = after.marginal[i] - network.marginal[i];
                    movement += k->causes[i].form_of ? 0 : p * move * move;
                }
            }
            close_to(beliefs, 1, 1e-9);
            close_to(worth.movement, movement, 1e-9);
            close_to(worth.leader, leader, 1e-9);
        }
        end(&s);
    }
}

/* Three questions none of which matters alone. Of a normal deviate 4.5 % lie above 1.7 standard
 * deviations and 5.5 % above 1.6 (any table); one in twenty is what is asked for. */
static void questions_matter_together(void **state) {
    (void)state;
    scene s;
    begin(&s);
    ff_network network;
    ff_assessment assessment;
    reason(&s, &assessment);
    build(&s, &network);
    close_to(k->model.change_together, 0.05, 0);
    ff_standing standing = ff_standing_of(&network, &s.runner, &assessment);
    size_t rival = standing.leader == 0 ? 1 : 0;
    double gap = network.marginal[standing.leader] - network.marginal[rival];
    for (int near = 0; near < 2; near++) {
        double distances[4][FF_MOST_CAUSES] = {{0}};
        ff_worth worths[4];
        for (size_t q = 0; q < 4; q++) {
            double reach = gap / (near ? 1.6 : 1.7);
            distances[q][rival] = q == 3 ? 1e-6 : reach * reach / 3;
            worths[q] = (ff_worth){.distances = distances[q]};
        }
        ff_worth_together(&standing, worths, 4);
        for (size_t q = 0; q < 3; q++) {
            assert_int_equal(worths[q].matters, near);
        }
        assert_false(worths[3].matters); /* adds nothing to it */
    }
    end(&s);
}

/* Why it is asked: the question's own words, and between which causes it decides. */
static void questions_say_why(void **state) {
    (void)state;
    scene s;
    begin(&s);
    ff_assessment assessment;
    say(&s, "relief_lace", "yes");
    reason(&s, &assessment);
    size_t named = 0;
    for (size_t i = 0; i < assessment.question_count; i++) {
        const ff_question *question = &assessment.questions[i];
        assert_int_equal(strncmp(question->why, question->fact->why, strlen(question->fact->why)),
                         0);
        if (strcmp(question->why, question->fact->why) != 0) {
            assert_false(question->safety);
            assert_non_null(strstr(question->why, assessment.causes[0].cause->name));
            named++;
        }
    }
    assert_true(named > 0);
    end(&s);
}

static void questions_come_in_order(void **state) {
    (void)state;
    scene s;
    begin(&s);
    s.runner.checklist_asked = false;
    ff_assessment assessment;
    reason(&s, &assessment);
    assert_null(assessment.questions[0].fact); /* the checklist */
    assert_true(assessment.questions[0].safety);
    const char *const safety[] = {"saddle", "bladder", "spreading", "both_weak"};
    for (int i = 1; i <= 4; i++) {
        bool found = false;
        for (int j = 0; j < 4; j++) {
            found |= strcmp(assessment.questions[i].fact->id, safety[j]) == 0;
        }
        assert_true(found);
    }
    s.runner.checklist_asked = true;
    reason(&s, &assessment);
    assert_true(assessment.question_count > 0);
    assert_int_equal(assessment.questions[0].fact->tier, 1);
    assert_null(question_of(&assessment, ff_knowledge_fact(k, "saddle")));
    /* A leg that tightens within 5 minutes: how fast it clears decides whether a doctor is needed.
     */
    say(&s, "leg_tight", "yes");
    say(&s, "onset_time", "lt5");
    say(&s, "progression", "same");
    reason(&s, &assessment);
    assert_true(assessment.level < FF_WITHIN_DAYS);
    const ff_question *first = &assessment.questions[0];
    assert_string_equal(first->fact->id, "resolve_time");
    assert_true(first->safety);
    assert_int_equal(first->flag->level, FF_WITHIN_DAYS);
    assert_string_equal(first->why, first->fact->why); /* not what a bad answer would mean */
    end(&s);
}

/* A flag that is not on the checklist would never fire when nobody asked: its easy questions are
 * asked, those that hurry as safety questions, the others after all that ranks the causes. */
static void what_the_checklist_leaves_out_is_asked(void **state) {
    (void)state;
    scene s;
    begin(&s);
    ff_assessment assessment;
    reason(&s, &assessment);
    static const struct {
        const char *fact;
        bool safety;
    } asked[] = {{"progression", true},
                 {"foot_slap", true},
                 {"neuro_episode", true},
                 {"heat_neuro", true},
                 {"hands", false}};
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        const ff_question *question = question_of(&assessment, ff_knowledge_fact(k, asked[i].fact));
        assert_non_null(question);
        assert_int_equal(question->safety, asked[i].safety);
        assert_non_null(question->flag);
    }
    assert_string_equal(assessment.questions[0].fact->id, "progression");
    const ff_question *pulse = question_of(&assessment, ff_knowledge_fact(k, "t_pulse"));
    assert_true(!pulse || !pulse->flag); /* not an easy one */
    /* Once someone is to look at it anyway, what would only say so again is not asked. */
    say(&s, "progression", "slow_worse");
    reason(&s, &assessment);
    assert_int_equal(assessment.level, FF_ROUTINE);
    const ff_question *hands = question_of(&assessment, ff_knowledge_fact(k, "hands"));
    assert_true(!hands || !hands->flag);
    assert_non_null(question_of(&assessment, ff_knowledge_fact(k, "foot_slap")));
    end(&s);
}

static void an_emergency_ends_the_questions(void **state) {
    (void)state;
    scene s;
    begin(&s);
    say(&s, "saddle", "yes");
    ff_assessment assessment;
    reason(&s, &assessment);
    assert_int_equal(assessment.level, FF_EMERGENCY);
    assert_int_equal(assessment.question_count, 0);
    end(&s);
}

/* However many causes are known, nothing said sends nobody anywhere. */
static void likely_nerve_damage_needs_a_doctor(void **state) {
    (void)state;
    scene s;
    begin(&s);
    ff_assessment nothing;
    reason(&s, &nothing);
    assert_int_equal(nothing.cause_level, FF_SELF_CARE);
    end(&s);
    begin(&s);
    say(&s, "diabetes", "yes");
    say(&s, "onset_time", "none");
    say(&s, "hands", "yes");
    ff_assessment assessment;
    reason(&s, &assessment);
    assert_false(assessment.level_by_flag);
    assert_int_equal(assessment.level, FF_WITHIN_DAYS);
    end(&s);
    begin(&s);
    say(&s, "relief_lace", "yes");
    say(&s, "lace_mark", "yes");
    reason(&s, &assessment);
    assert_int_equal(assessment.level, FF_SELF_CARE);
    end(&s);
}

static void unknown_findings_are_refused(void **state) {
    (void)state;
    scene s;
    begin(&s);
    ff_assessment assessment;
    ff_error error;
    say(&s, "shoe_colour", "yes");
    assert_int_equal(ff_reason(&s.arena, k, &s.runner, &assessment, &error), FF_ERR_VALUE);
    assert_string_equal(error.where, "shoe_colour");
    s.findings[0] = (ff_finding){.id = "side", .state = FF_SAID, .value = "yes"};
    assert_int_equal(ff_reason(&s.arena, k, &s.runner, &assessment, &error), FF_ERR_VALUE);
    assert_string_equal(error.where, "side");
    end(&s);
}

static void memory_may_run_out(void **state) {
    (void)state;
    for (size_t n = 1;; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        scene s;
        begin(&s);
        ff_arena_init(&s.arena, &failing.allocator);
        say(&s, "relief_lace", "yes");
        ff_assessment assessment;
        ff_code code = ff_reason(&s.arena, k, &s.runner, &assessment, NULL);
        ff_arena_free(&s.arena);
        assert_int_equal(failing.held, 0);
        if (code == FF_OK) {
            assert_true(n > 1);
            break;
        }
        assert_int_equal(code, FF_ERR_MEMORY);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_another_way),
        cmocka_unit_test(order_does_not_matter),
        cmocka_unit_test(unasked_and_unsure_change_nothing),
        cmocka_unit_test(the_last_answer_counts),
        cmocka_unit_test(nothing_said_gives_the_priors),
        cmocka_unit_test(one_cause_alone_gives_its_own_chance),
        cmocka_unit_test(causes_together_raise_a_yes),
        cmocka_unit_test(home_tests_count_less),
        cmocka_unit_test(overlapping_answers_count_less),
        cmocka_unit_test(drawings_point_to_their_map),
        cmocka_unit_test(ranges_hold_the_value),
        cmocka_unit_test(equal_causes_keep_their_order),
        cmocka_unit_test(one_more_answer_is_supposed),
        cmocka_unit_test(an_answer_is_supposed_to_be_another),
        cmocka_unit_test(questions_are_worth_what_they_say),
        cmocka_unit_test(worth_is_what_answers_move),
        cmocka_unit_test(questions_matter_together),
        cmocka_unit_test(questions_say_why),
        cmocka_unit_test(questions_come_in_order),
        cmocka_unit_test(what_the_checklist_leaves_out_is_asked),
        cmocka_unit_test(an_emergency_ends_the_questions),
        cmocka_unit_test(likely_nerve_damage_needs_a_doctor),
        cmocka_unit_test(unknown_findings_are_refused),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
