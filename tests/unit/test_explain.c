#include "support.h"

#include "base/arena.h"
#include "reason/contradictions.h"
#include "reason/implied.h"
#include "reason/reason.h"
#include "reason/red_flags.h"
#include "report/pick.h"

#include <footfall/assess.h>

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "reason_reference.h"

static const ff_knowledge *const k = &ff_knowledge_built_in;

enum {
    REFERENCE_CASES = sizeof reference_cases / sizeof *reference_cases,
    REFERENCE_WAYS = sizeof reference_ways / sizeof *reference_ways
};

static void close_to(double got, double expected, double tolerance) {
    if (!(fabs(got - expected) <= tolerance)) {
        fail_msg("%.17g instead of %.17g", got, expected);
    }
}

typedef struct scene {
    ff_arena arena;
    ff_finding findings[64];
    ff_case runner;
    ff_case heard; /* the answers that the causes hear: those implied too, those left out not */
    ff_assessment assessment;
} scene;

static void explain(scene *s, const ff_knowledge *knowledge) {
    s->runner.findings.items = s->findings;
    ff_arena_init(&s->arena, NULL);
    assert_int_equal(ff_reason_explained(&s->arena, knowledge, &s->runner, &s->assessment, NULL),
                     FF_OK);
    ff_case known;
    assert_int_equal(ff_implied_case(&s->arena, knowledge, &s->runner, &known, NULL), FF_OK);
    ff_contradictions_leave_out(&s->arena, &known, s->assessment.contradictions,
                                s->assessment.contradiction_count, &s->heard);
}

static void end(scene *s) {
    ff_arena_free(&s->arena);
}

static void set_up(scene *s, size_t number) {
    const reference_case *reference = &reference_cases[number];
    *s = (scene){.runner = {.age_years = NAN, .checklist_asked = true}};
    memcpy(s->findings, reference->findings, sizeof reference->findings);
    s->runner.findings.count = reference->finding_count;
    s->runner.sites = reference->sites;
}

/* Every fourth with two answers that cannot both be true: chance made none. */
static void explain_reference(scene *s, size_t number) {
    set_up(s, number);
    if (number % 4 == 0) {
        s->findings[s->runner.findings.count++] =
            (ff_finding){.id = "relief_lace", .state = FF_SAID, .value = "yes"};
        s->findings[s->runner.findings.count++] =
            (ff_finding){.id = "relief_shoeoff", .state = FF_SAID, .value = "no"};
    }
    explain(s, k);
}

/* As the reference has it, where every answer counts and none is implied: not sure stays so. */
static void explain_as_given(scene *s, size_t number) {
    ff_knowledge trusting = *k;
    trusting.contradiction_count = 0;
    set_up(s, number);
    s->runner.findings.items = s->findings;
    if (!ff_case_finding(&s->runner, "side")) {
        s->findings[s->runner.findings.count++] = (ff_finding){.id = "side", .state = FF_NOT_SURE};
    }
    explain(s, &trusting);
}

/* --- against sums done another way ----------------------------------------------------------- */

static const ff_otherwise *find_way(const ff_otherwise_list *list, const char *finding,
                                    const char *answer) {
    for (size_t i = 0; i < list->count; i++) {
        const ff_otherwise *way = &list->items[i];
        bool same_answer =
            answer && way->answer ? strcmp(answer, way->answer->id) == 0 : !answer && !way->answer;
        if (strcmp(way->fact ? way->fact->id : "sites", finding) == 0 && same_answer) {
            return way;
        }
    }
    return NULL;
}

static void other_ways_agree_with_another_way(void **state) {
    (void)state;
    assert_true(REFERENCE_WAYS > 20);
    for (size_t w = 0; w < REFERENCE_WAYS; w++) {
        const reference_way *reference = &reference_ways[w];
        scene s;
        explain_as_given(&s, reference->number);
        bool missing = reference->chance >= 0;
        const ff_otherwise *way =
            find_way(missing ? &s.assessment.if_answered : &s.assessment.if_other,
                     reference->finding, reference->answer);
        assert_non_null(way);
        assert_int_equal(isnan(way->chance), !missing);
        if (missing) {
            close_to(way->chance, reference->chance, 1e-12);
        }
        for (size_t i = 0; i < REFERENCE_CAUSES; i++) {
            size_t at = ff_knowledge_cause(k, reference_causes[i])->index;
            close_to(way->p[at], fmin(reference->p[i], k->model.p_cap), 1e-12);
            assert_true(way->p[at] <= way->p[way->leader->index]);
        }
        end(&s);
    }
}

/* Every answer at every other level and left out, each once; then the drawing. */
static void nothing_given_is_passed_over(const scene *s) {
    const ff_otherwise_list *list = &s->assessment.if_other;
    size_t at = 0;
    for (size_t f = 0; f < k->fact_count; f++) {
        const ff_fact *fact = &k->facts[f];
        int level = ff_case_level(&s->heard, fact);
        for (size_t other = 0; level >= 0 && other < fact->level_count; other++) {
            /* the last is the answer left out: there is one other level less than levels */
            const ff_otherwise *way = &list->items[at++];
            size_t next = other >= (size_t)level ? other + 1 : other;
            assert_ptr_equal(way->fact, fact);
            assert_ptr_equal(way->was, &fact->levels[level]);
            assert_ptr_equal(way->answer, next < fact->level_count ? &fact->levels[next] : NULL);
        }
    }
    if (s->heard.sites.left || s->heard.sites.right) {
        assert_null(list->items[at].fact);
        assert_null(list->items[at++].answer);
    }
    assert_int_equal(list->count, at);
}

/* Every missing answer at every level but what the checklist has covered; its chances sum to 1. */
static void nothing_missing_is_passed_over(const scene *s) {
    const ff_otherwise_list *list = &s->assessment.if_answered;
    size_t at = 0;
    for (size_t f = 0; f < k->fact_count; f++) {
        const ff_fact *fact = &k->facts[f];
        if (ff_case_level(&s->heard, fact) >= 0 || fact->safety) {
            continue;
        }
        double sum = 0;
        for (size_t level = 0; level < fact->level_count; level++) {
            assert_ptr_equal(list->items[at].fact, fact);
            assert_ptr_equal(list->items[at].answer, &fact->levels[level]);
            sum += list->items[at++].chance;
        }
        close_to(sum, 1, 1e-9);
    }
    assert_int_equal(list->count, at);
}

static void nothing_is_passed_over(void **state) {
    (void)state;
    size_t implied = 0, left_out = 0;
    for (size_t c = 0; c < REFERENCE_CASES; c += 3) {
        scene s;
        explain_reference(&s, c);
        nothing_given_is_passed_over(&s);
        nothing_missing_is_passed_over(&s);
        implied += ff_case_finding(&s.heard, "side") && !ff_case_finding(&s.runner, "side");
        left_out += s.assessment.contradiction_count > 0;
        end(&s);
    }
    assert_true(implied > 0 && left_out > 0);
}

static bool speaks_about(const ff_fact *fact, const ff_cause *cause) {
    bool speaks = false;
    for (size_t i = 0; i < fact->likelihood_count; i++) {
        speaks |= fact->likelihoods[i].cause == cause;
    }
    return speaks;
}

/* For, against and hardly hold each answer with figures once; what is left is silent. */
static void every_answer_is_weighed_once(void **state) {
    (void)state;
    for (size_t c = 0; c < REFERENCE_CASES; c += 2) {
        scene s;
        explain_reference(&s, c);
        for (size_t i = 0; i < s.assessment.cause_count; i++) {
            const ff_cause_result *result = &s.assessment.causes[i];
            size_t weighed = s.heard.sites.left || s.heard.sites.right, silent = 0;
            for (size_t f = 0; f < s.heard.findings.count; f++) {
                const ff_fact *fact = ff_knowledge_fact(k, s.heard.findings.items[f].id);
                weighed += speaks_about(fact, result->form);
                silent += !speaks_about(fact, result->form);
            }
            assert_int_equal(ff_pick_evidence_count(result), weighed);
            for (size_t e = 0; e < result->hardly_speaks.count; e++) {
                double counted = result->hardly_speaks.items[e].counted;
                assert_true(counted < 1.15 && counted > 1 / 1.15);
            }
            for (size_t w = 0; w < s.assessment.if_other.count; w++) {
                silent -= ff_pick_is_silent(result, &s.assessment.if_other.items[w]);
            }
            assert_int_equal(silent, 0);
        }
        end(&s);
    }
}

/* The parts of the doubt make the range, and their shares add up. */
static void doubts_make_the_range(void **state) {
    (void)state;
    for (size_t c = 0; c < REFERENCE_CASES; c += 2) {
        scene s;
        explain_reference(&s, c);
        for (size_t i = 0; i < s.assessment.cause_count; i++) {
            const ff_cause_result *r = &s.assessment.causes[i];
            double squares = 0, shares = ff_pick_prior_share(r);
            for (size_t e = 0; e < ff_pick_evidence_count(r); e++) {
                const ff_evidence *evidence = ff_pick_evidence(r, e);
                squares += evidence->doubt * evidence->doubt;
                shares += ff_pick_answer_share(r, evidence);
            }
            close_to(shares, 1, 1e-12);
            if (r->high < k->model.p_cap) {
                double odds = log(r->p / (1 - r->p));
                double low = odds - hypot(r->prior_doubt_low, sqrt(squares));
                double high = odds + hypot(r->prior_doubt_high, sqrt(squares));
                close_to(r->low, 1 / (1 + exp(-low)), 1e-12);
                close_to(r->high, 1 / (1 + exp(-high)), 1e-12);
            }
        }
        end(&s);
    }
}

/* --- by hand --------------------------------------------------------------------------------- */

/* Two causes: one that can be there, or none. Two questions. Everything is known by heart: with
 * the priors even, the odds of the cause are the ratio of the answers' chances. */
typedef struct small {
    ff_cause causes[2];
    ff_level levels[2];
    double ground[2], laces[2], rare_ground[2], rare[2];
    ff_likelihood rows[2];
    ff_fact facts[2];
    ff_knowledge knowledge;
} small;

static void make_small(small *m) {
    static const ff_basis judged = {.evidence_class = 'c', .note = ""};
    *m = (small){
        .causes = {{.index = 0, .id = "lace", .kind = FF_CONTRIBUTOR},
                   {.index = 1, .id = "other", .kind = FF_NO_CAUSE}},
        .levels = {{.id = "yes", .text = "yes"}, {.id = "no", .text = "no"}},
        .ground = {0.2, 0.8},
        .laces = {0.8, 0.2},
        .rare_ground = {0.1, 0.9},
        .rare = {0.3, 0.7},
    };
    for (int i = 0; i < 2; i++) {
        m->causes[i].prior = m->causes[i].prior_low = m->causes[i].prior_high = 0.5;
        m->causes[i].prior_basis = m->causes[i].site_basis = judged;
        m->rows[i] = (ff_likelihood){&m->causes[0], i ? m->rare : m->laces, judged};
        m->facts[i] = (ff_fact){.index = (size_t)i,
                                .id = i ? "rare" : "relief",
                                .tier = 1,
                                .seconds = 15,
                                .yes_no = true,
                                .levels = m->levels,
                                .level_count = 2,
                                .background = i ? m->rare_ground : m->ground,
                                .background_basis = judged,
                                .likelihoods = &m->rows[i],
                                .likelihood_count = 1};
    }
    m->knowledge = (ff_knowledge){.causes = m->causes,
                                  .cause_count = 2,
                                  .contributor_count = 1,
                                  .facts = m->facts,
                                  .fact_count = 2,
                                  .model = k->model};
}

static void a_small_case_by_hand(void **state) {
    (void)state;
    small m;
    make_small(&m);
    scene s = {.runner = {.age_years = NAN, .checklist_asked = true}};
    s.findings[0] = (ff_finding){.id = "relief", .state = FF_SAID, .value = "yes"};
    s.runner.findings.count = 1;
    explain(&s, &m.knowledge);
    const ff_cause_result *lace = ff_pick_result(&s.assessment, &m.causes[0]);
    close_to(lace->p, 0.8, 1e-12); /* 0.8 to 0.2 */
    assert_ptr_equal(s.assessment.causes[0].cause, &m.causes[0]);
    const ff_otherwise *no = find_way(&s.assessment.if_other, "relief", "no");
    close_to(no->p[0], 0.2, 1e-12); /* 0.2 to 0.8 */
    assert_ptr_equal(no->leader, &m.causes[1]);
    const ff_otherwise *out = find_way(&s.assessment.if_other, "relief", NULL);
    close_to(out->p[0], 0.5, 1e-12);
    assert_int_equal(s.assessment.if_other.count, 2);
    const ff_otherwise *yes = find_way(&s.assessment.if_answered, "rare", "yes");
    close_to(yes->chance, 0.8 * 0.3 + 0.2 * 0.1, 1e-12);
    close_to(yes->p[0], 12.0 / 13, 1e-12); /* 4 times 3 to 1 */
    const ff_otherwise *rare_no = find_way(&s.assessment.if_answered, "rare", "no");
    close_to(rare_no->p[0], 28.0 / 37, 1e-12); /* 4 times 7/9 */
    const ff_otherwise *picks[3];
    assert_int_equal(ff_pick_movers(&s.assessment, lace, 1, picks, 3), 1);
    assert_ptr_equal(picks[0], yes);
    assert_int_equal(ff_pick_movers(&s.assessment, lace, -1, picks, 3), 1);
    assert_ptr_equal(picks[0], rare_no);
    /* One judged answer, a factor of 2 in odds; the priors have no bounds to move in. */
    close_to(ff_pick_prior_share(lace), 0, 1e-12);
    close_to(lace->speaks_for.items[0].doubt, log(m.knowledge.model.odds_c), 1e-12);
    end(&s);
}

/* --- picks ----------------------------------------------------------------------------------- */

static void movers_are_the_strongest(void **state) {
    (void)state;
    enum { MOST = 4 };
    for (size_t c = 0; c < REFERENCE_CASES; c += 7) {
        scene s;
        explain_reference(&s, c);
        for (size_t i = 0; i < s.assessment.cause_count; i++) {
            const ff_cause_result *result = &s.assessment.causes[i];
            size_t at = result->cause->index;
            const ff_otherwise *picks[MOST];
            size_t count = ff_pick_movers(&s.assessment, result, 1, picks, MOST);
            assert_true(count > 0 || result->p >= k->model.p_cap);
            for (size_t n = 0; n < count; n++) {
                assert_true(picks[n]->p[at] > result->p);
                assert_true(n == 0 || picks[n]->p[at] <= picks[n - 1]->p[at]);
                assert_true(n == 0 || picks[n]->fact != picks[n - 1]->fact);
            }
            for (size_t w = 0; count && w < s.assessment.if_answered.count; w++) {
                const ff_otherwise *way = &s.assessment.if_answered.items[w];
                assert_true(way->p[at] <= picks[0]->p[at]);
            }
        }
        end(&s);
    }
}

static void without_explanation_there_are_no_ways(void **state) {
    (void)state;
    scene s = {.runner = {.age_years = NAN, .findings = {s.findings, 0}}};
    ff_arena_init(&s.arena, NULL);
    assert_int_equal(ff_reason(&s.arena, k, &s.runner, &s.assessment, NULL), FF_OK);
    assert_int_equal(s.assessment.if_other.count, 0);
    assert_int_equal(s.assessment.if_answered.count, 0);
    end(&s);
}

/* --- what comes out -------------------------------------------------------------------------- */

static const char story[] = "{\"sites\":{\"L\":[\"DMM\",\"W1\"],\"R\":[]},\"red_flags\":[],"
                            "\"answers\":{\"relief_lace\":\"yes\",\"onset_time\":\"15_30\"}}";

static json_t *explained(const char *cause) {
    ff_text out;
    ff_text_init(&out, NULL);
    assert_int_equal(ff_assess_explain(NULL, story, strlen(story), cause, true, &out, NULL), FF_OK);
    json_t *root = json_loads(out.data, 0, NULL);
    assert_non_null(root);
    ff_text_free(&out);
    return root;
}

/* What stands under one cause is what the table of all causes says of it. */
static void json_of_one_and_of_all_agree(void **state) {
    (void)state;
    json_t *root = explained("lace"), *causes = json_object_get(root, "causes"), *cause, *way;
    const json_t *all = json_object_get(root, "otherwise");
    const json_t *own = json_object_get(json_object_get(root, "explain"), "otherwise");
    size_t place = 0, i;
    json_array_foreach(causes, i, cause) {
        const char *id = json_string_value(json_object_get(cause, "id"));
        place = strcmp(id, "lace") == 0 ? i : place;
    }
    /* yes/no, six levels, the three of "side" that the drawing implies, the drawing */
    assert_int_equal(json_array_size(all), 2 + 6 + 3 + 1);
    assert_int_equal(json_array_size(own), json_array_size(all));
    json_array_foreach(own, i, way) {
        json_t *same = json_array_get(all, i);
        const json_t *p = json_object_get(same, "p");
        assert_int_equal(json_array_size(p), json_array_size(causes));
        close_to(json_number_value(json_array_get(p, place)),
                 json_number_value(json_object_get(way, "p")), 0);
        const char *const names[] = {"finding", "was", "answer", "leads"};
        for (size_t n = 0; n < 4; n++) {
            assert_true(
                json_equal(json_object_get(way, names[n]), json_object_get(same, names[n])));
        }
    }
    json_decref(root);
}

static void causes_are_known_by_id_and_name(void **state) {
    (void)state;
    static const struct {
        const char *words, *id;
    } good[] = {{"lace", "lace"}, {"Laces", "lace"}, {"b12", "b12"}, {"VITAMIN B12", "b12"}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        json_t *root = explained(good[i].words);
        const json_t *id = json_object_get(json_object_get(root, "explain"), "id");
        assert_string_equal(json_string_value(id), good[i].id);
        json_decref(root);
    }
    static const char *const bad[] = {"", "nonsense", "e", "Laces or tongue too tight!"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ff_error error;
        ff_text out;
        ff_text_init(&out, NULL);
        assert_int_equal(ff_assess_explain(NULL, story, strlen(story), bad[i], false, &out, &error),
                         FF_ERR_VALUE);
        assert_string_equal(error.where, "explain");
        assert_non_null(strstr(error.message, "lace"));
        assert_int_equal(out.length, 0);
        ff_text_free(&out);
    }
    for (size_t i = 0; i < k->cause_count; i++) { /* none is cut off the list */
        ff_error error;
        ff_assess_explain(NULL, story, strlen(story), "nonsense", false, NULL, &error);
        assert_int_equal(strstr(error.message, k->causes[i].id) != NULL, !k->causes[i].form_of);
    }
}

static void memory_may_run_out(void **state) {
    (void)state;
    for (int as_json = 0; as_json < 2; as_json++) {
        for (size_t n = 1;; n++) {
            failing_allocator failing;
            failing_allocator_init(&failing, n);
            ff_context context = {.allocator = &failing.allocator};
            ff_text out;
            ff_text_init(&out, &failing.allocator);
            ff_code code =
                ff_assess_explain(&context, story, strlen(story), "lace", as_json, &out, NULL);
            ff_text_free(&out);
            assert_int_equal(failing.held, 0);
            if (code == FF_OK) {
                assert_true(n > 10);
                break;
            }
            assert_int_equal(code, FF_ERR_MEMORY);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_ways_agree_with_another_way),
        cmocka_unit_test(nothing_is_passed_over),
        cmocka_unit_test(every_answer_is_weighed_once),
        cmocka_unit_test(doubts_make_the_range),
        cmocka_unit_test(a_small_case_by_hand),
        cmocka_unit_test(movers_are_the_strongest),
        cmocka_unit_test(without_explanation_there_are_no_ways),
        cmocka_unit_test(json_of_one_and_of_all_agree),
        cmocka_unit_test(causes_are_known_by_id_and_name),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
