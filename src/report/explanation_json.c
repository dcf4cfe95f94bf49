#include "report/explanation.h"
#include "report/pick.h"
#include "report/words.h"

#include <math.h>

enum { MOST_MOVERS = 16 };

static const char *finding_of(const ff_otherwise *way) {
    return way->fact ? way->fact->id : "sites";
}

/* null: left out, as if it had not been said. */
static void answer(ff_json *json, const ff_otherwise *way) {
    ff_json_name(json, "answer");
    ff_json_text(json, way->answer ? way->answer->id : NULL);
}

static void was(ff_json *json, const ff_otherwise *way) {
    ff_json_text_member(json, "was", way->was ? way->was->id : "drawn");
}

void ff_report_otherwise_json(ff_json *json, const ff_assessment *assessment) {
    ff_json_array(json);
    for (size_t i = 0; i < assessment->if_other.count; i++) {
        const ff_otherwise *way = &assessment->if_other.items[i];
        ff_json_object(json);
        ff_json_text_member(json, "finding", finding_of(way));
        was(json, way);
        answer(json, way);
        ff_json_text_member(json, "leads", way->leader->id);
        ff_json_name(json, "p");
        ff_json_array(json);
        for (size_t c = 0; c < assessment->cause_count; c++) {
            ff_words_probability_json(json, NULL, way->p[assessment->causes[c].cause->index]);
        }
        ff_json_end_array(json);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void movers(ff_json *json, const char *name, const ff_assessment *assessment,
                   const ff_cause_result *result, int direction, size_t most) {
    const ff_otherwise *picks[MOST_MOVERS];
    size_t count = ff_pick_movers(assessment, result, direction, picks,
                                  most < MOST_MOVERS ? most : MOST_MOVERS);
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < count; i++) {
        ff_json_object(json);
        ff_json_text_member(json, "finding", finding_of(picks[i]));
        answer(json, picks[i]);
        ff_words_probability_json(json, "chance", picks[i]->chance);
        ff_words_probability_json(json, "p", picks[i]->p[result->cause->index]);
        ff_json_text_member(json, "leads", picks[i]->leader->id);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

/* What makes the range wide: shares that add up to 1. */
static void range(ff_json *json, const ff_cause_result *result) {
    ff_json_name(json, "range");
    ff_json_object(json);
    ff_words_probability_json(json, "prior", ff_pick_prior_share(result));
    ff_json_name(json, "answers");
    ff_json_array(json);
    for (size_t i = 0; i < ff_pick_evidence_count(result); i++) {
        const ff_evidence *evidence = ff_pick_evidence(result, i);
        ff_json_object(json);
        ff_json_text_member(json, "finding", evidence->finding);
        ff_words_probability_json(json, "share", ff_pick_answer_share(result, evidence));
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    ff_json_end_object(json);
}

void ff_report_explanation_members(ff_json *json, const ff_assessment *assessment,
                                   const ff_cause_result *result, size_t most) {
    const ff_cause *cause = result->form;
    ff_json_name(json, "stated_prior");
    ff_json_object(json);
    ff_words_probability_json(json, "p", cause->prior);
    ff_words_probability_json(json, "low", cause->prior_low);
    ff_words_probability_json(json, "high", cause->prior_high);
    ff_words_basis_json(json, &cause->prior_basis, cause->prior_basis.evidence_class);
    ff_json_end_object(json);
    range(json, result);
    movers(json, "raise", assessment, result, 1, most);
    movers(json, "lower", assessment, result, -1, most);
}

/* The same as ff_report_otherwise_json says, of one cause. */
static void otherwise(ff_json *json, const ff_assessment *assessment,
                      const ff_cause_result *result) {
    ff_json_name(json, "otherwise");
    ff_json_array(json);
    for (size_t i = 0; i < assessment->if_other.count; i++) {
        const ff_otherwise *way = &assessment->if_other.items[i];
        ff_json_object(json);
        ff_json_text_member(json, "finding", finding_of(way));
        ff_json_text_member(json, "name", way->fact ? way->fact->name : NULL);
        was(json, way);
        answer(json, way);
        ff_json_text_member(json, "text", way->answer ? way->answer->text : NULL);
        ff_words_probability_json(json, "p", way->p[result->cause->index]);
        ff_json_text_member(json, "leads", way->leader->id);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void silent(ff_json *json, const ff_assessment *assessment, const ff_cause_result *result) {
    ff_json_name(json, "silent");
    ff_json_array(json);
    for (size_t i = 0; i < assessment->if_other.count; i++) {
        const ff_otherwise *way = &assessment->if_other.items[i];
        if (ff_pick_is_silent(result, way)) {
            ff_json_text(json, way->fact->id);
        }
    }
    ff_json_end_array(json);
}

void ff_report_explanation_more(ff_json *json, const ff_knowledge *knowledge,
                                const ff_assessment *assessment, const ff_cause_result *result) {
    otherwise(json, assessment, result);
    silent(json, assessment, result);
    ff_json_name(json, "sources");
    ff_json_array(json);
    for (size_t i = 0; i < knowledge->source_count; i++) {
        const ff_source *source = &knowledge->sources[i];
        if (ff_pick_uses_source(result, source)) {
            ff_json_object(json);
            ff_json_text_member(json, "id", source->id);
            ff_json_text_member(json, "title", source->title);
            ff_json_text_member(json, "address", *source->address ? source->address : NULL);
            ff_json_text_member(json, "seen", *source->seen ? source->seen : NULL);
            ff_json_end_object(json);
        }
    }
    ff_json_end_array(json);
}
