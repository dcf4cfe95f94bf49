#include "reason/reason.h"

#include "reason/contradictions.h"
#include "reason/explain.h"
#include "reason/implied.h"
#include "reason/network.h"
#include "reason/otherwise.h"
#include "reason/questions.h"
#include "reason/red_flags.h"

static ff_code check_findings(const ff_knowledge *knowledge, const ff_case *runner,
                              ff_error *error) {
    for (size_t i = 0; i < runner->findings.count; i++) {
        const ff_finding *finding = &runner->findings.items[i];
        const ff_fact *fact = ff_knowledge_fact(knowledge, finding->id);
        if (!fact) {
            return ff_fail(error, FF_ERR_VALUE, finding->id, FF_NO_OFFSET,
                           "no finding is called \"%s\"", finding->id);
        }
        if (finding->state == FF_SAID && ff_fact_level(fact, finding->value) < 0) {
            return ff_fail(error, FF_ERR_VALUE, finding->id, FF_NO_OFFSET,
                           "\"%s\" is no answer to \"%s\"", finding->value ? finding->value : "",
                           finding->id);
        }
    }
    return FF_OK;
}

static void list_unasked(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *runner,
                         ff_assessment *assessment) {
    assessment->unasked = ff_arena_take(arena, knowledge->fact_count, sizeof(ff_fact *));
    for (size_t i = 0; assessment->unasked && i < knowledge->fact_count; i++) {
        const ff_fact *fact = &knowledge->facts[i];
        const ff_finding *finding = ff_case_finding(runner, fact->id);
        bool covered = fact->safety && runner->checklist_asked;
        if (fact->tier == 1 && !covered && (!finding || finding->state == FF_NOT_ASKED)) {
            assessment->unasked[assessment->not_asked++] = fact;
        }
    }
}

/* Scores the causes without the answers that contradict each other. Leaving an answer out must not
 * make the causes call for a doctor later: with and without them, the sooner level holds. */
static ff_code weigh(ff_network *network, ff_arena *arena, const ff_knowledge *knowledge,
                     const ff_case *runner, ff_assessment *assessment, ff_error *error) {
    ff_case weighed;
    bool less = ff_contradictions_leave_out(arena, runner, assessment->contradictions,
                                            assessment->contradiction_count, &weighed);
    ff_code code = ff_arena_check(arena, error);
    ff_triage_level with_all = FF_SELF_CARE;
    if (code == FF_OK && less) {
        code = ff_network_build(network, arena, knowledge, runner, error);
        with_all = code == FF_OK ? ff_level_of_need(knowledge, network->need) : with_all;
    }
    if (code == FF_OK) {
        code = ff_network_build(network, arena, knowledge, &weighed, error);
    }
    if (code == FF_OK) {
        assessment->cause_level = ff_level_of_need(knowledge, network->need);
        assessment->level_by_contradiction = with_all > assessment->cause_level;
        assessment->cause_level =
            with_all > assessment->cause_level ? with_all : assessment->cause_level;
    }
    return code;
}

/* Checks the case and scores it into the network; then everything that follows from it. */
static ff_code reason(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *runner,
                      ff_network *network, ff_assessment *assessment, ff_error *error) {
    *assessment = (ff_assessment){0};
    ff_code code = check_findings(knowledge, runner, error);
    if (code != FF_OK) {
        return code;
    }
    ff_case known;
    assessment->contradictions =
        ff_contradictions_find(arena, knowledge, runner, &assessment->contradiction_count);
    code = ff_implied_case(arena, knowledge, runner, &known, error);
    if (code == FF_OK) {
        code = weigh(network, arena, knowledge, &known, assessment, error);
    }
    if (code != FF_OK) {
        return code;
    }
    assessment->checklist_asked = runner->checklist_asked;
    assessment->checklist_days = runner->checklist_days;
    assessment->flags = ff_red_flags_raised(arena, knowledge, runner, &assessment->flag_count);
    assessment->level = assessment->cause_level;
    if (assessment->flag_count && assessment->flags[0].flag->level >= assessment->level) {
        assessment->level = assessment->flags[0].flag->level;
        assessment->level_by_flag = true;
        assessment->level_by_contradiction = false;
    }
    assessment->open = ff_red_flags_open(arena, knowledge, runner, &assessment->open_count);
    ff_triage_level unsure = ff_red_flags_open_level(assessment->open, assessment->open_count);
    if (unsure > assessment->level) {
        assessment->level = unsure;
        assessment->level_by_flag = false;
        assessment->level_by_unsure = true;
        assessment->level_by_contradiction = false;
    }
    assessment->causes = ff_explain_causes(network, &assessment->cause_count);
    assessment->runs_speak =
        ff_explain_runs(network, assessment->causes, assessment->cause_count);
    assessment->questions = ff_questions(network, runner, assessment, &assessment->question_count);
    list_unasked(arena, knowledge, &known, assessment);
    assessment->answered = network->answer_count + (network->sites.left || network->sites.right) +
                           (network->runs != NULL);
    assessment->class_c_share = ff_class_c_share(network);
    return ff_arena_check(arena, error);
}

ff_code ff_reason(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *runner,
                  ff_assessment *assessment, ff_error *error) {
    ff_network network;
    return reason(arena, knowledge, runner, &network, assessment, error);
}

ff_code ff_reason_explained(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *runner,
                            ff_assessment *assessment, ff_error *error) {
    ff_network network;
    ff_code code = reason(arena, knowledge, runner, &network, assessment, error);
    if (code != FF_OK) {
        return code;
    }
    bool done = ff_otherwise_given(&network, assessment) &&
                ff_otherwise_missing(&network, runner, assessment);
    return done ? FF_OK : ff_arena_check(arena, error);
}
