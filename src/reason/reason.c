#include "reason/reason.h"

#include "reason/explain.h"
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

/* Checks the case and scores it into the network; then everything that follows from it. */
static ff_code reason(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *runner,
                      ff_network *network, ff_assessment *assessment, ff_error *error) {
    *assessment = (ff_assessment){0};
    ff_code code = check_findings(knowledge, runner, error);
    if (code != FF_OK) {
        return code;
    }
    code = ff_network_build(network, arena, knowledge, runner, error);
    if (code != FF_OK) {
        return code;
    }
    assessment->checklist_asked = runner->checklist_asked;
    assessment->checklist_days = runner->checklist_days;
    assessment->flags = ff_red_flags_raised(arena, knowledge, runner, &assessment->flag_count);
    assessment->cause_level = ff_level_of_need(knowledge, network->need);
    assessment->level = assessment->cause_level;
    if (assessment->flag_count && assessment->flags[0].flag->level >= assessment->level) {
        assessment->level = assessment->flags[0].flag->level;
        assessment->level_by_flag = true;
    }
    assessment->open = ff_red_flags_open(arena, knowledge, runner, &assessment->open_count);
    ff_triage_level unsure = ff_red_flags_open_level(assessment->open, assessment->open_count);
    if (unsure > assessment->level) {
        assessment->level = unsure;
        assessment->level_by_flag = false;
        assessment->level_by_unsure = true;
    }
    assessment->causes = ff_explain_causes(network, &assessment->cause_count);
    assessment->questions = ff_questions(network, runner, assessment, &assessment->question_count);
    list_unasked(arena, knowledge, runner, assessment);
    assessment->answered = network->answer_count + (runner->sites.left || runner->sites.right);
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
    return code == FF_OK ? ff_otherwise_fill(&network, runner, assessment, error) : code;
}
