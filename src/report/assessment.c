#include "report/assessment.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

static const char CHECKLIST_QUESTION[] = "Does any of these fit you?";
static const char HELPED[] = "Your runs with it went better so far. Keep it up; to be sure that it "
                             "was this, go back and forth a few times.";
static const char LIMIT[] = "For now, end each run before the numbness usually begins.";

/* --- JSON ------------------------------------------------------------------------------------ */

static void probability(ff_json *json, const char *name, double p) {
    ff_json_name(json, name);
    ff_json_result(json, ff_round_places(ff_round_result(p), 4));
}

static void text_member(ff_json *json, const char *name, const char *text) {
    ff_json_text_member(json, name, text && *text ? text : NULL);
}

static void basis(ff_json *json, const ff_basis *b) {
    char evidence_class[2] = {b->evidence_class, '\0'};
    ff_json_text_member(json, "class", evidence_class);
    ff_json_name(json, "sources");
    ff_json_array(json);
    for (size_t i = 0; i < b->source_count; i++) {
        ff_json_text(json, b->sources[i]->id);
    }
    ff_json_end_array(json);
    text_member(json, "note", b->note);
}

static void flags(ff_json *json, const ff_assessment *assessment) {
    ff_json_array(json);
    for (size_t i = 0; i < assessment->flag_count; i++) {
        const ff_flag *flag = assessment->flags[i].flag;
        ff_json_object(json);
        ff_json_text_member(json, "id", flag->id);
        ff_json_text_member(json, "level", ff_triage_level_name(flag->level));
        ff_json_text_member(json, "why", flag->why);
        ff_json_text_member(json, "do", flag->act);
        ff_json_text_member(json, "because", assessment->flags[i].rule->text);
        basis(json, &flag->basis);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void evidence(ff_json *json, const char *name, const ff_evidence_list *list) {
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < list->count; i++) {
        const ff_evidence *e = &list->items[i];
        ff_json_object(json);
        ff_json_text_member(json, "finding", e->finding);
        ff_json_text_member(json, "name", e->name);
        ff_json_text_member(json, "question", e->question);
        ff_json_text_member(json, "answer", e->answer);
        ff_json_text_member(json, "text", e->answer_text);
        ff_json_result_member(json, "ratio", e->likelihood_ratio);
        ff_json_result_member(json, "counted", e->counted);
        basis(json, e->basis);
        ff_json_text_member(json, "said_by", e->said_by);
        ff_json_text_member(json, "from", e->from);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void cause(ff_json *json, const ff_cause_result *result) {
    static const char *const kinds[] = {"contributor", "diagnosis", "none"};
    const ff_cause *c = result->cause;
    ff_json_object(json);
    ff_json_text_member(json, "id", c->id);
    ff_json_text_member(json, "name", c->name);
    ff_json_text_member(json, "clinical", c->clinical);
    ff_json_text_member(json, "kind", kinds[c->kind]);
    probability(json, "p", result->p);
    probability(json, "low", result->low);
    probability(json, "high", result->high);
    probability(json, "prior", result->prior);
    evidence(json, "for", &result->speaks_for);
    evidence(json, "against", &result->speaks_against);
    ff_json_text_member(json, "mechanism", c->mechanism);
    ff_json_text_member(json, "see", ff_triage_level_name(c->see));
    ff_json_text_member(json, "see_whom", c->see_whom);
    text_member(json, "weak", c->weak);
    ff_json_end_object(json);
}

static void option(ff_json *json, const char *id, const char *text) {
    ff_json_object(json);
    ff_json_text_member(json, "id", id);
    ff_json_text_member(json, "text", text);
    ff_json_end_object(json);
}

static void options(ff_json *json, const ff_knowledge *knowledge, const ff_fact *fact) {
    ff_json_array(json);
    for (size_t i = 0; fact && i < fact->level_count; i++) {
        option(json, fact->levels[i].id, fact->levels[i].text);
    }
    for (size_t i = 0; fact && i < fact->skip_count; i++) {
        option(json, fact->skips[i].id, fact->skips[i].text);
    }
    for (size_t i = 0; !fact && i < knowledge->flag_count; i++) {
        if (*knowledge->flags[i].ask) {
            option(json, knowledge->flags[i].id, knowledge->flags[i].ask);
        }
    }
    ff_json_end_array(json);
}

void ff_report_question_json(ff_json *json, const ff_knowledge *knowledge,
                             const ff_question *question) {
    const ff_fact *fact = question->fact;
    ff_json_object(json);
    ff_json_text_member(json, "finding", fact ? fact->id : "red_flags");
    ff_json_text_member(json, "question", fact ? fact->question : CHECKLIST_QUESTION);
    ff_json_name(json, "options");
    options(json, knowledge, fact);
    ff_json_text_member(json, "why", question->why);
    text_member(json, "help", fact ? fact->help : NULL);
    text_member(json, "from_data", fact ? fact->from_data : NULL);
    ff_json_name(json, "safety");
    ff_json_bool(json, question->safety);
    ff_json_text_member(json, "flag", question->flag ? question->flag->id : NULL);
    if (fact) {
        ff_json_result_member(json, "bits", question->expected_bits);
    }
    ff_json_end_object(json);
}

static const char *why_try(const ff_suggestion *suggestion) {
    return suggestion->flag ? suggestion->flag->why : suggestion->cause->mechanism;
}

static void suggestion_json(ff_json *json, const ff_suggestion *suggestion) {
    const ff_remedy *remedy = suggestion->remedy;
    ff_json_object(json);
    ff_json_text_member(json, "change", remedy ? remedy->id : suggestion->flag->id);
    ff_json_text_member(json, "name", remedy ? remedy->name : suggestion->flag->act);
    ff_json_text_member(json, "why", why_try(suggestion));
    ff_json_text_member(json, "cost", ff_cost_name(remedy ? remedy->cost : FF_COST_FREE));
    if (!remedy) {
        ff_json_text_member(json, "flag", suggestion->flag->id);
        ff_json_end_object(json);
        return;
    }
    ff_json_text_member(json, "kind", remedy->visit ? "visit" : "change");
    ff_json_text_member(json, "aims_at", suggestion->cause->id);
    ff_json_text_member(json, "how", remedy->how);
    ff_json_text_member(json, "dose", remedy->dose);
    ff_json_text_member(json, "judge", remedy->judge);
    ff_json_text_member(json, "see_whom", remedy->see_whom);
    ff_json_text_member(json, "limit", suggestion->limit ? LIMIT : NULL);
    ff_json_name(json, "not_with");
    ff_json_array(json);
    for (size_t i = 0; i < remedy->not_with_count; i++) {
        ff_json_text(json, remedy->not_with[i]->id);
    }
    ff_json_end_array(json);
    ff_json_result_member(json, "worth", suggestion->worth);
    ff_json_name(json, "helped_so_far");
    ff_json_bool(json, suggestion->helped);
    text_member(json, "weak", remedy->weak);
    ff_json_end_object(json);
}

void ff_report_triage_json(ff_json *json, const ff_assessment *assessment) {
    ff_json_object(json);
    ff_json_text_member(json, "level", ff_triage_level_name(assessment->level));
    ff_json_text_member(json, "by", assessment->level_by_flag ? "flag" : "causes");
    ff_json_name(json, "checklist_asked");
    ff_json_bool(json, assessment->checklist_asked);
    ff_json_name(json, "flags");
    flags(json, assessment);
    ff_json_end_object(json);
}

void ff_report_assessment_members(ff_json *json, const ff_knowledge *knowledge,
                                  const ff_assessment *assessment) {
    ff_json_name(json, "triage");
    ff_report_triage_json(json, assessment);
    ff_json_name(json, "causes");
    ff_json_array(json);
    for (size_t i = 0; i < assessment->cause_count; i++) {
        cause(json, &assessment->causes[i]);
    }
    ff_json_end_array(json);
    ff_json_name(json, "ask");
    ff_json_array(json);
    for (size_t i = 0; i < assessment->question_count; i++) {
        ff_report_question_json(json, knowledge, &assessment->questions[i]);
    }
    ff_json_end_array(json);
    ff_json_name(json, "try");
    ff_json_array(json);
    for (size_t i = 0; i < assessment->suggestion_count; i++) {
        suggestion_json(json, &assessment->suggestions[i]);
    }
    ff_json_end_array(json);
    ff_json_name(json, "not_asked");
    ff_json_array(json);
    for (size_t i = 0; i < assessment->not_asked; i++) {
        ff_json_text(json, assessment->unasked[i]->id);
    }
    ff_json_end_array(json);
    ff_json_name(json, "answered");
    ff_json_uint(json, assessment->answered);
    ff_json_result_member(json, "judgement_share", assessment->class_c_share);
    ff_json_text_member(json, "knowledge", knowledge->version);
}

void ff_report_assessment_json(ff_json *json, const ff_knowledge *knowledge,
                               const ff_assessment *assessment) {
    ff_json_object(json);
    ff_report_assessment_members(json, knowledge, assessment);
    ff_json_end_object(json);
}

/* --- text ------------------------------------------------------------------------------------ */

static void paragraph(ff_text *text, const char *first, const char *words) {
    ff_text_wrap(text, first, words, FF_TEXT_WIDTH);
}

static int percent(double p) {
    return (int)ff_round_places(100 * ff_round_result(p), 0);
}

static void sources(ff_text *line, const ff_basis *b) {
    static const char *const words[] = {"read in", "recalled", "judged"};
    ff_text_add(line, words[b->evidence_class - 'a']);
    for (size_t i = 0; i < b->source_count; i++) {
        ff_text_addf(line, "%s%s", i ? ", " : " ", b->sources[i]->id);
    }
}

static const char *level_line(ff_triage_level level) {
    static const char *const lines[] = {
        "Nothing said so far calls for a doctor.",
        "Have someone look at it. There is no hurry.",
        "SEE A DOCTOR WITHIN DAYS.",
        "SEE A DOCTOR TODAY.",
        "EMERGENCY: GET HELP NOW.",
    };
    return lines[level];
}

static void raised_text(ff_text *text, ff_text *line, const ff_assessment *assessment) {
    for (size_t i = 0; i < assessment->flag_count; i++) {
        const ff_flag *flag = assessment->flags[i].flag;
        paragraph(text, "  ! ", flag->why);
        paragraph(text, "    ", flag->act);
        ff_text_clear(line);
        ff_text_addf(line, "(%s: %s; ", flag->id, assessment->flags[i].rule->text);
        sources(line, &flag->basis);
        ff_text_add(line, ")");
        paragraph(text, "    ", line->data);
    }
}

static void unsure_text(ff_text *text, ff_text *line, const ff_unsure *unsure) {
    static const char *const then[] = {
        "",
        "have someone look at it",
        "a doctor within days",
        "a doctor today",
        "emergency care now",
    };
    if (unsure->count > 0) {
        paragraph(text, "", "You are not sure of these safety questions. Have them looked at:");
    }
    for (size_t i = 0; i < unsure->count; i++) {
        ff_text_clear(line);
        ff_text_addf(line, "%s (if it fits: %s)", unsure->flags[i]->ask,
                     then[unsure->flags[i]->level]);
        paragraph(text, "  ? ", line->data);
    }
}

/* That nothing calls for a doctor, or that there is no hurry, is said only when all that could call
 * for one was answered. */
static void flags_text(ff_text *text, ff_text *line, const ff_assessment *assessment,
                       const ff_unsure *unsure) {
    bool open = !assessment->checklist_asked || unsure->count > 0;
    if (assessment->level > FF_ROUTINE || !open) {
        ff_text_addf(text, "%s\n", level_line(assessment->level));
    } else if (assessment->level == FF_ROUTINE) {
        ff_text_add(text, "Have someone look at it.\n"); /* who knows whether there is no hurry */
    }
    raised_text(text, line, assessment);
    if (!assessment->checklist_asked && assessment->level < FF_EMERGENCY) {
        paragraph(text, "",
                  "The safety questions are not all answered yet. They come first: 'ask' "
                  "begins with them.");
    }
    unsure_text(text, line, unsure);
}

void ff_report_flags_text(ff_text *text, const ff_assessment *assessment) {
    ff_text line;
    ff_text_init(&line, text->allocator);
    ff_text_addf(text, "%s\n", level_line(assessment->level));
    raised_text(text, &line, assessment);
    text->failed |= line.failed;
    ff_text_free(&line);
}

static void evidence_text(ff_text *text, ff_text *line, const char *first,
                          const ff_evidence_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        const ff_evidence *e = &list->items[i];
        bool more = e->likelihood_ratio >= 1;
        ff_text_clear(line);
        ff_text_addf(line, "%s: %s (%s times %s likely with it; ", e->name, e->answer_text,
                     FF_FIXED(ff_round_result(more ? e->likelihood_ratio : 1 / e->likelihood_ratio), 1),
                     more ? "as" : "less");
        sources(line, e->basis);
        ff_text_add(line, ")");
        paragraph(text, first, line->data);
    }
}

static void cause_text(ff_text *text, ff_text *line, const ff_cause_result *result) {
    ff_text_clear(line);
    ff_text_addf(line, "%s [%s]: %d %% (%d to %d %%)", result->cause->name, result->cause->clinical,
                 percent(result->p), percent(result->low), percent(result->high));
    paragraph(text, "  ", line->data);
}

/* The best cause with its evidence, and all others that reach a tenth; the rest is counted. */
static void causes_text(ff_text *text, ff_text *line, const ff_assessment *assessment) {
    static const char *const heads[] = {"Fits best so far",
                                        "Also possible; several can be true together"};
    size_t shown = 0;
    for (size_t i = 0; i < assessment->cause_count; i++) {
        const ff_cause_result *result = &assessment->causes[i];
        if (i > 0 && result->p < 0.1) {
            break;
        }
        if (i < 2) {
            ff_text_addf(text, "\n%s\n", heads[i]);
        }
        if (i == 0 && assessment->answered == 0) {
            paragraph(text, "  ",
                      "Nothing is known yet: this is only how often each is held to be "
                      "the cause.");
        }
        cause_text(text, line, result);
        if (i < 3) {
            evidence_text(text, line, "    for:     ", &result->speaks_for);
            evidence_text(text, line, "    against: ", &result->speaks_against);
        }
        if (i == 0 && *result->cause->weak) {
            paragraph(text, "    weak:    ", result->cause->weak);
        }
        shown++;
    }
    size_t left = assessment->cause_count - shown;
    if (left) {
        ff_text_addf(text, "  %zu other%s under 10 %% each.\n", left, left == 1 ? "" : "s");
    }
}

static void questions_text(ff_text *text, ff_text *line, const ff_assessment *assessment) {
    enum { SHOWN = 3 };
    if (assessment->question_count == 0) {
        ff_text_add(text, assessment->level == FF_EMERGENCY
                              ? "\nNo more questions now: act on the above first.\n"
                              : "\nNo further question is likely to change what to do.\n");
        return;
    }
    ff_text_addf(text, "\nNot asked yet (%zu could change what to do)\n",
                 assessment->question_count);
    for (size_t i = 0; i < assessment->question_count && i < SHOWN; i++) {
        const ff_question *question = &assessment->questions[i];
        ff_text_clear(line);
        ff_text_addf(line, "%s Why: %s",
                     question->fact ? question->fact->question : "The safety checklist.",
                     question->why);
        paragraph(text, "  - ", line->data);
    }
    if (assessment->question_count > SHOWN) {
        ff_text_addf(text, "  and %zu more: 'ask' goes through them.\n",
                     assessment->question_count - SHOWN);
    }
}

static void try_text(ff_text *text, ff_text *line, const ff_assessment *assessment) {
    enum { SHOWN = 3 };
    ff_text_add(text, assessment->suggestion_count ? "\nTry next\n" : "");
    for (size_t i = 0; i < assessment->suggestion_count && i < SHOWN; i++) {
        const ff_suggestion *suggestion = &assessment->suggestions[i];
        const ff_remedy *remedy = suggestion->remedy;
        ff_text_clear(line);
        if (!remedy) {
            paragraph(text, "  1. ", suggestion->flag->act);
            continue;
        }
        char number[16] = "  1. ";
        number[2] = (char)('1' + i);
        ff_text_addf(line, "%s (%s)", remedy->name, ff_cost_name(remedy->cost));
        paragraph(text, number, line->data);
        if (i == 0 || !assessment->suggestions[i - 1].remedy) {
            paragraph(text, "     How: ", remedy->how);
            if (!remedy->visit) {
                paragraph(text, "     How much: ", remedy->dose);
                paragraph(text, "     Judge it after: ", remedy->judge);
            }
            paragraph(text, remedy->visit ? "     Whom: " : "     If it does not help: ",
                      remedy->see_whom);
        }
        if (suggestion->helped) {
            paragraph(text, "     ", HELPED);
        }
        if (suggestion->limit) {
            paragraph(text, "     ", LIMIT);
        }
    }
}

void ff_report_assessment_text(ff_text *text, const ff_knowledge *knowledge,
                               const ff_assessment *assessment, const ff_unsure *unsure) {
    ff_text line;
    ff_text_init(&line, text->allocator);
    flags_text(text, &line, assessment, unsure);
    causes_text(text, &line, assessment);
    questions_text(text, &line, assessment);
    try_text(text, &line, assessment);
    ff_text_add_char(text, '\n');
    ff_text_clear(&line);
    ff_text_add(&line, "Most of these numbers are judgement, not measurement");
    if (!isnan(assessment->class_c_share)) {
        ff_text_addf(&line, " (%d %% of those used here)", percent(assessment->class_c_share));
    }
    ff_text_add(&line, ". This is not a diagnosis.");
    ff_text_addf(&line, " What it rests on: 'help sources'. Knowledge %s.", knowledge->version);
    paragraph(text, "", line.data);
    text->failed |= line.failed;
    ff_text_free(&line);
}
