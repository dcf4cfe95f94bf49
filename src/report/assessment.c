#include "report/assessment.h"

#include "base/civil.h"
#include "base/number.h"
#include "report/contradictions.h"
#include "report/explanation.h"
#include "report/pick.h"
#include "report/run_report.h"
#include "report/words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static const char CHECKLIST_QUESTION[] = "Does any of these fit you?";
static const char HELPED[] = "Your runs with it went better so far. Keep it up; to be sure that it "
                             "was this, go back and forth a few times.";
static const char LIMIT[] = "For now, end each run before the numbness usually begins.";

/* What the level means in words. A mild level may only calm when the safety questions are answered:
 * until then nobody knows. */
const char *ff_report_headline(const ff_assessment *assessment) {
    static const char *const lines[] = {
        "None of your answers so far calls for a doctor.",
        "Have someone look at it. There is no hurry.",
        "SEE A DOCTOR WITHIN DAYS.",
        "SEE A DOCTOR TODAY.",
        "EMERGENCY: GET HELP NOW.",
    };
    if (assessment->level <= FF_ROUTINE && !assessment->checklist_asked) {
        return assessment->level == FF_SELF_CARE
                   ? "It is not known yet whether this needs a doctor."
                   : "Have someone look at it. How soon is not known yet.";
    }
    return lines[assessment->level];
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void text_member(ff_json *json, const char *name, const char *text) {
    ff_json_text_member(json, name, text && *text ? text : NULL);
}

static void basis(ff_json *json, const ff_basis *b) {
    ff_words_basis_json(json, b, b->evidence_class);
}

/* The runs whose marks raised the flag; left out where none did. */
static void marked_runs(ff_json *json, const ff_flag_raised *raised) {
    if (raised->marked_count == 0) {
        return;
    }
    ff_json_name(json, "marked");
    ff_json_array(json);
    for (size_t i = 0; i < raised->marked_count; i++) {
        ff_json_object(json);
        ff_json_name(json, "run");
        ff_json_int(json, raised->marked[i].run->id);
        ff_run_start_json(json, raised->marked[i].run);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
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
        marked_runs(json, &assessment->flags[i]);
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
        ff_words_basis_json(json, e->basis, e->evidence_class);
        ff_json_text_member(json, "said_by", e->said_by);
        ff_json_text_member(json, "from", e->from);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

/* Of each cause in the list so many answers that would raise it, and as many that would lower it;
 * of the one that is explained more. */
enum { FEW_MOVERS = 3, MANY_MOVERS = 8 };

static void cause_members(ff_json *json, const ff_assessment *assessment,
                          const ff_cause_result *result, size_t movers) {
    static const char *const kinds[] = {"contributor", "diagnosis", "none"};
    const ff_cause *c = result->form;
    ff_json_text_member(json, "id", result->cause->id);
    text_member(json, "form", c == result->cause ? "" : c->id);
    ff_json_text_member(json, "name", c->name);
    ff_json_text_member(json, "clinical", c->clinical);
    ff_json_text_member(json, "kind", kinds[c->kind]);
    ff_words_probability_json(json, "p", result->p);
    ff_words_probability_json(json, "low", result->low);
    ff_words_probability_json(json, "high", result->high);
    ff_words_probability_json(json, "prior", result->prior);
    evidence(json, "for", &result->speaks_for);
    evidence(json, "against", &result->speaks_against);
    ff_json_text_member(json, "mechanism", c->mechanism);
    ff_json_text_member(json, "see", ff_triage_level_name(c->see));
    ff_json_text_member(json, "see_whom", c->see_whom);
    text_member(json, "weak", c->weak);
    if (assessment->if_answered.items) {
        evidence(json, "hardly", &result->hardly_speaks);
        ff_report_explanation_members(json, assessment, result, movers);
    }
}

static void explained(ff_json *json, const ff_knowledge *knowledge, const ff_assessment *assessment,
                      const ff_cause *cause) {
    const ff_cause_result *result = ff_pick_result(assessment, cause);
    ff_json_name(json, "explain");
    ff_json_object(json);
    cause_members(json, assessment, result, MANY_MOVERS);
    ff_report_explanation_more(json, knowledge, assessment, result);
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
    text_member(json, "page", fact && question->page_why ? fact->page->id : NULL);
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

/* Which answers a term speaks of: "yes", or "2 to 12 weeks ago or more than 3 months ago". */
static void term_answers(ff_text *line, const ff_fact *fact, uint64_t levels) {
    const char *between = "";
    for (size_t i = 0; i < fact->level_count; i++) {
        if (levels >> i & 1) {
            ff_text_addf(line, "%s%s", between, fact->levels[i].text);
            between = " or ";
        }
    }
}

static void open_flag(ff_json *json, const ff_flag_open *open) {
    ff_json_object(json);
    ff_json_text_member(json, "id", open->flag->id);
    ff_json_text_member(json, "level", ff_triage_level_name(open->flag->level));
    ff_json_text_member(json, "ask", open->fact ? open->fact->question : open->flag->ask);
    ff_json_text_member(json, "do", open->flag->act);
    if (open->fact) {
        ff_json_text_member(json, "finding", open->fact->id);
        ff_json_name(json, "answers");
        ff_json_array(json);
        for (size_t i = 0; i < open->fact->level_count; i++) {
            if (open->levels >> i & 1) {
                ff_json_text(json, open->fact->levels[i].id);
            }
        }
        ff_json_end_array(json);
        ff_text words;
        ff_text_init(&words, json->out->allocator);
        term_answers(&words, open->fact, open->levels);
        ff_json_text_member(json, "answers_text", words.data);
        json->out->failed |= words.failed;
        ff_text_free(&words);
    }
    ff_json_end_object(json);
}

void ff_report_triage_json(ff_json *json, const ff_assessment *assessment) {
    ff_json_object(json);
    ff_json_text_member(json, "level", ff_triage_level_name(assessment->level));
    ff_json_text_member(json, "by",
                        assessment->level_by_flag            ? "flag"
                        : assessment->level_by_unsure        ? "unsure"
                        : assessment->level_by_contradiction ? "contradiction"
                                                             : "causes");
    ff_json_text_member(json, "text", ff_report_headline(assessment));
    ff_json_name(json, "checklist_asked");
    ff_json_bool(json, assessment->checklist_asked);
    ff_json_name(json, "checklist_days");
    ff_json_int(json, (int64_t)assessment->checklist_days);
    ff_json_name(json, "flags");
    flags(json, assessment);
    ff_json_name(json, "unsure");
    ff_json_array(json);
    for (size_t i = 0; i < assessment->open_count; i++) {
        open_flag(json, &assessment->open[i]);
    }
    ff_json_end_array(json);
    ff_json_end_object(json);
}

static void runs_speak_json(ff_json *json, const ff_assessment *assessment) {
    const ff_runs_speak *speak = &assessment->runs_speak;
    if (!speak->cause) {
        ff_json_null(json);
        return;
    }
    ff_json_object(json);
    ff_json_text_member(json, "for", speak->cause->id);
    ff_json_text_member(json, "name", speak->cause->name);
    ff_json_text_member(json, "against", "other");
    ff_json_result_member(json, "times", speak->times);
    ff_words_probability_json(json, "p_without_runs", speak->p_without);
    ff_json_text_member(json, "runs", speak->words);
    ff_json_text_member(json, "class", "c");
    ff_json_end_object(json);
}

static void causes_json(ff_json *json, const ff_assessment *assessment) {
    ff_json_array(json);
    for (size_t i = 0; i < assessment->cause_count; i++) {
        ff_json_object(json);
        cause_members(json, assessment, &assessment->causes[i], FEW_MOVERS);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void questions_json(ff_json *json, const ff_knowledge *knowledge,
                           const ff_assessment *assessment) {
    ff_json_array(json);
    for (size_t i = 0; i < assessment->question_count; i++) {
        ff_report_question_json(json, knowledge, &assessment->questions[i]);
    }
    ff_json_end_array(json);
}

static void suggestions_json(ff_json *json, const ff_assessment *assessment) {
    ff_json_array(json);
    for (size_t i = 0; i < assessment->suggestion_count; i++) {
        suggestion_json(json, &assessment->suggestions[i]);
    }
    ff_json_end_array(json);
}

static void unasked_json(ff_json *json, const ff_assessment *assessment) {
    ff_json_array(json);
    for (size_t i = 0; i < assessment->not_asked; i++) {
        ff_json_text(json, assessment->unasked[i]->id);
    }
    ff_json_end_array(json);
}

/* Illnesses that look alike share what answers can tell, so each of them ranks lower than all of
 * them together. At most one diagnosis is taken to be true: their probabilities add up. */
typedef struct {
    bool is_told; /* there are several, and together they are likely enough to be spoken of */
    bool leads;   /* more likely than the cause that fits best */
    size_t count;
    double p;
} for_doctor;

static for_doctor for_doctor_of(const ff_knowledge *knowledge, const ff_assessment *assessment) {
    const double least = 0.1;
    for_doctor together = {.p = 0};
    for (size_t i = 0; i < assessment->cause_count; i++) {
        const ff_cause_result *result = &assessment->causes[i];
        if (result->cause->kind == FF_DIAGNOSIS && result->form->see >= FF_WITHIN_DAYS) {
            together.p += result->p;
            together.count++;
        }
    }
    together.leads = assessment->cause_count > 0 && together.p > assessment->causes[0].p;
    together.is_told = together.p >= least && together.count >= 2;
    together.p = fmin(together.p, knowledge->model.p_cap);
    return together;
}

static void for_doctor_json(ff_json *json, const ff_knowledge *knowledge,
                            const ff_assessment *assessment) {
    for_doctor together = for_doctor_of(knowledge, assessment);
    if (!together.is_told) {
        ff_json_null(json);
        return;
    }
    ff_json_object(json);
    ff_json_name(json, "causes");
    ff_json_uint(json, together.count);
    ff_json_result_member(json, "p", together.p);
    ff_json_name(json, "leads");
    ff_json_bool(json, together.leads);
    ff_json_end_object(json);
}

void ff_report_assessment_members(ff_json *json, const ff_knowledge *knowledge,
                                  const ff_assessment *assessment, const ff_cause *explain) {
    ff_json_name(json, "triage");
    ff_report_triage_json(json, assessment);
    ff_json_name(json, "contradictions");
    ff_report_contradictions_json(json, assessment);
    ff_json_name(json, "causes");
    causes_json(json, assessment);
    ff_json_name(json, "for_doctor");
    for_doctor_json(json, knowledge, assessment);
    ff_json_name(json, "runs_speak");
    runs_speak_json(json, assessment);
    if (assessment->if_answered.items) {
        ff_json_name(json, "otherwise");
        ff_report_otherwise_json(json, assessment);
    }
    if (explain) {
        explained(json, knowledge, assessment, explain);
    }
    ff_json_text_member(json, "not_weighed", knowledge->not_weighed);
    ff_json_name(json, "ask");
    questions_json(json, knowledge, assessment);
    ff_json_name(json, "try");
    suggestions_json(json, assessment);
    ff_json_name(json, "not_asked");
    unasked_json(json, assessment);
    ff_json_name(json, "answered");
    ff_json_uint(json, assessment->answered);
    ff_json_result_member(json, "judgement_share", assessment->class_c_share);
    ff_json_text_member(json, "knowledge", knowledge->version);
}

/* --- text ------------------------------------------------------------------------------------ */

static void paragraph(ff_text *text, const char *first, const char *words) {
    ff_text_wrap(text, first, words, FF_TEXT_WIDTH);
}

static void term_text(ff_text *line, const ff_term *term) {
    switch (term->kind) {
    case FF_TERM_TICKED:
        ff_text_add(line, "you said so on the safety checklist");
        break;
    case FF_TERM_FACT:
    case FF_TERM_SAID:
    case FF_TERM_MEASURED:
        ff_text_add(line, term->fact->name);
        if (!term->fact->yes_no || term->levels != 1) {
            ff_text_add(line, ": ");
            term_answers(line, term->fact, term->levels);
        }
        break;
    case FF_TERM_UNKNOWN:
        ff_text_addf(line, "%s: not known", term->fact->name);
        break;
    case FF_TERM_AGE:
        if (term->low > 0) {
            ff_text_addf(line, "age: %.0f or over", term->low);
        } else {
            ff_text_addf(line, "age: under %.0f", term->high);
        }
        break;
    case FF_TERM_BOTH_FEET:
        ff_text_add(line, "both feet");
        break;
    case FF_TERM_FAILED:
        ff_text_addf(line, "%.0f or more changes did not help", term->low);
        break;
    case FF_TERM_REGION:
        ff_text_add(line, "where it is numb");
        break;
    }
}

/* What raised the flag, in words. What was not said and might have made it harmless is left out. */
static void because(ff_text *line, const ff_rule *rule) {
    const char *between = "";
    for (size_t i = 0; i < rule->term_count; i++) {
        if (!rule->terms[i].negated) {
            ff_text_add(line, between);
            term_text(line, &rule->terms[i]);
            between = "; ";
        }
    }
}

/* ", marked on run 12 of 2026-05-04 and on 2 more runs" */
static void marked_text(ff_text *line, const ff_flag_raised *raised) {
    if (raised->marked_count == 0) {
        return;
    }
    const ff_run *run = raised->marked[0].run;
    size_t more = raised->marked_count - 1;
    char date[FF_ISO_SIZE];
    ff_iso_date(run->start_s + run->utc_offset_s, date);
    ff_text_addf(line, ", marked on run %" PRId64 " of %s", run->id, date);
    if (more > 0) {
        ff_text_addf(line, " and on %zu more run%s", more, more == 1 ? "" : "s");
    }
}

/* The way back from a mark that was made by mistake: nobody finds it on a run of last year. */
static void take_back_text(ff_text *text, ff_text *line, const ff_flag_raised *raised) {
    if (raised->marked_count == 0) {
        return;
    }
    ff_text_clear(line);
    ff_text_addf(line,
                 "Only if the mark is a mistake: 'log %" PRId64
                 " --site PLACES' says anew where it was numb on "
                 "that run, --site '' takes all its places back.",
                 raised->marked[0].run->id);
    if (raised->marked_count > 1) {
        ff_text_add(line, " The sign stands until it is on no run; 'why --json' lists them.");
    }
    paragraph(text, "    ", line->data);
}

void ff_report_flag_because(ff_text *line, const ff_flag_raised *raised) {
    ff_text_add(line, "(Because: ");
    because(line, raised->rule);
    marked_text(line, raised);
    ff_text_addf(line, ". Rule %s, ", raised->flag->id);
    ff_words_sources(line, &raised->flag->basis);
    ff_text_add(line, ")");
}

/* Items of the checklist that the runner is not sure of, of one level. Returns how many. */
static size_t unsure_of_level(ff_text *text, const ff_assessment *assessment, int level) {
    static const char *const heads[] = {
        NULL,
        "Not sure of this. If it fits, have someone look at it:",
        "Not sure of this. If it fits, see a doctor within days:",
        "Not sure of this. If it fits, see a doctor today:",
        "Not sure of this. If it fits, it is an emergency: get help at once:",
    };
    size_t count = 0;
    for (size_t i = 0; i < assessment->open_count; i++) {
        const ff_flag_open *open = &assessment->open[i];
        if (!open->fact && (int)open->flag->level == level) {
            if (count++ == 0) {
                paragraph(text, "  ", heads[level]);
            }
            paragraph(text, "  ? ", open->flag->ask);
        }
    }
    return count;
}

/* Not sure is not no: what to look for, and what to do if it is so. */
static void open_text(ff_text *text, ff_text *line, const ff_assessment *assessment) {
    size_t unsure = 0;
    for (int level = FF_EMERGENCY; level > FF_SELF_CARE; level--) {
        unsure += unsure_of_level(text, assessment, level);
    }
    if (unsure) {
        paragraph(text, "  ",
                  "Not sure is not no. Check again now. If you still cannot tell, ask a doctor or "
                  "a health line: today where it would need a doctor today or at once.");
    }
    for (size_t i = 0; i < assessment->open_count; i++) {
        const ff_flag_open *open = &assessment->open[i];
        if (open->fact) {
            ff_text_clear(line);
            ff_text_addf(line, "Not sure: %s. Should it be \"", open->fact->name);
            term_answers(line, open->fact, open->levels);
            ff_text_addf(line, "\": %s", open->flag->act);
            paragraph(text, "  ? ", line->data);
        }
    }
}

/* When the safety questions were answered, and what still calls for a doctor later. */
static void checklist_text(ff_text *text, ff_text *line, const ff_assessment *assessment) {
    if (assessment->checklist_asked) {
        if (assessment->level <= FF_ROUTINE) {
            paragraph(text, "  ",
                      "See a doctor all the same if it gets worse, stays on days without "
                      "running, or is no better after 6 weeks.");
        }
        return;
    }
    if (assessment->checklist_days < 1) {
        paragraph(text, "  ",
                  "The safety questions are not all answered yet. They come first: 'ask' "
                  "begins with them.");
        return;
    }
    ff_text_clear(line);
    ff_text_addf(line,
                 "The safety questions were answered %.0f days ago, and such signs come up "
                 "new. Answer them again: they come first.",
                 assessment->checklist_days);
    paragraph(text, "  ", line->data);
}

static void raised_text(ff_text *text, ff_text *line, const ff_assessment *assessment) {
    for (size_t i = 0; i < assessment->flag_count; i++) {
        const ff_flag *flag = assessment->flags[i].flag;
        if (flag->level < FF_WITHIN_DAYS && assessment->level >= FF_WITHIN_DAYS) {
            break; /* "no hurry" under "see a doctor" would contradict it */
        }
        paragraph(text, "  ! ", flag->why);
        if (flag->level == assessment->level || assessment->level < FF_SAME_DAY) {
            paragraph(text, "    ", flag->act); /* one thing to do, where it has to be quick */
        }
        ff_text_clear(line);
        ff_report_flag_because(line, &assessment->flags[i]);
        paragraph(text, "    ", line->data);
        take_back_text(text, line, &assessment->flags[i]);
    }
}

static void flags_text(ff_text *text, ff_text *line, const ff_assessment *assessment) {
    ff_text_addf(text, "%s\n", ff_report_headline(assessment));
    raised_text(text, line, assessment);
    open_text(text, line, assessment);
    if (assessment->level < FF_EMERGENCY) {
        checklist_text(text, line, assessment);
    }
    ff_report_contradictions_text(text, assessment);
}

void ff_report_triage_text(ff_text *text, const ff_assessment *assessment) {
    ff_text line;
    ff_text_init(&line, text->allocator);
    flags_text(text, &line, assessment);
    text->failed |= line.failed;
    ff_text_free(&line);
}

void ff_report_flags_text(ff_text *text, const ff_assessment *assessment) {
    ff_text line;
    ff_text_init(&line, text->allocator);
    ff_text_addf(text, "%s\n", ff_report_headline(assessment));
    raised_text(text, &line, assessment);
    open_text(text, &line, assessment);
    ff_report_contradictions_text(text, assessment);
    text->failed |= line.failed;
    ff_text_free(&line);
}

static void evidence_text(ff_text *text, ff_text *line, const char *first,
                          const ff_evidence_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        const ff_evidence *e = &list->items[i];
        ff_text_clear(line);
        bool implied = e->said_by && strcmp(e->said_by, "footfall") == 0;
        bool measured = e->said_by && strcmp(e->said_by, "watch") == 0;
        ff_text_addf(line, "%s: %s%s%s (", e->name, e->answer_text,
                     implied || measured ? ", by " : "",
                     implied    ? e->from
                     : measured ? "your runs"
                                : "");
        ff_words_times(line, e->likelihood_ratio);
        ff_text_add(line, "; ");
        ff_words_ratio_sources(line, e);
        ff_text_add(line, ")");
        paragraph(text, first, line->data);
    }
}

static void cause_text(ff_text *text, ff_text *line, const ff_cause_result *result) {
    ff_text_clear(line);
    ff_text_addf(line, "%s [%s]: %d %% (%d to %d %%)", result->form->name, result->form->clinical,
                 ff_words_percent(result->p), ff_words_percent(result->low),
                 ff_words_percent(result->high));
    paragraph(text, "  ", line->data);
}

/* Of the illnesses that a doctor should see within days. on_top: before the causes are ranked. */
static void for_doctor_text(ff_text *text, ff_text *line, const ff_knowledge *knowledge,
                            const ff_assessment *assessment, bool on_top) {
    for_doctor together = for_doctor_of(knowledge, assessment);
    if (!together.is_told || together.leads != on_top) {
        return;
    }
    ff_text_clear(line);
    ff_text_addf(line,
                 "The %zu illnesses among the causes that a doctor should see within days: "
                 "%d %% together (judged).",
                 together.count, ff_words_percent(together.p));
    ff_text_add(text, on_top ? "\n" : "");
    paragraph(text, on_top ? "" : "  ", line->data);
}

static void runs_speak_text(ff_text *text, ff_text *line, const ff_assessment *assessment) {
    const ff_runs_speak *speak = &assessment->runs_speak;
    if (!speak->cause) {
        return;
    }
    const ff_cause_result *result = ff_pick_result(assessment, speak->cause);
    ff_text_clear(line);
    ff_text_add(line, "Your runs speak ");
    ff_words_odds(line, speak->times);
    ff_text_addf(line,
                 " for \"%s\", against no cause found: its chance goes from %d to "
                 "%d %%. They were: %s. What each change does under each cause is judged, not "
                 "measured.",
                 speak->cause->name, ff_words_percent(speak->p_without),
                 ff_words_percent(result->p), speak->words);
    ff_text_add(text, "\nWhat your trials say\n");
    paragraph(text, "  ", line->data);
}

/* The best cause with its evidence, and all others that reach a tenth; the rest is counted. */
static void causes_text(ff_text *text, ff_text *line, const ff_knowledge *knowledge,
                        const ff_assessment *assessment) {
    static const char *const heads[] = {"Fits best so far",
                                        "Also possible; several can be true together"};
    size_t shown = 0;
    for_doctor_text(text, line, knowledge, assessment, true);
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
        if (i == 0 && *result->form->weak) {
            paragraph(text, "    weak:    ", result->form->weak);
        }
        shown++;
    }
    size_t left = assessment->cause_count - shown;
    if (left) {
        ff_text_addf(text, "  %zu other%s under 10 %% each.\n", left, left == 1 ? "" : "s");
    }
    for_doctor_text(text, line, knowledge, assessment, false);
    ff_text_clear(line);
    ff_text_addf(line, "Why one is as likely as it is: '--explain %s'.",
                 assessment->causes[0].cause->id);
    paragraph(text, "  ", line->data);
    ff_text_clear(line);
    ff_text_addf(line, "footfall weighs these %zu causes. %s", assessment->cause_count - 1,
                 knowledge->not_weighed);
    paragraph(text, "  ", line->data);
}

static void questions_text(ff_text *text, ff_text *line, const ff_assessment *assessment) {
    enum { SHOWN = 3 };
    if (assessment->question_count == 0) {
        ff_text_add(text, assessment->level == FF_EMERGENCY
                              ? "\nAct on the above first. What makes the foot numb can wait.\n"
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
    size_t changes = 0;
    ff_text_add(text, assessment->suggestion_count ? "\nTry next\n" : "");
    for (size_t i = 0; i < assessment->suggestion_count && i < SHOWN; i++) {
        const ff_suggestion *suggestion = &assessment->suggestions[i];
        const ff_remedy *remedy = suggestion->remedy;
        ff_text_clear(line);
        if (!remedy) {
            paragraph(text, "  1. ", suggestion->flag->act);
            continue;
        }
        changes += !remedy->visit;
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
            if (!remedy->visit && i == 0) { /* while a red flag is up none is started */
                ff_text_clear(line);
                ff_words_trial_hint(line, NULL, remedy);
                paragraph(text, "     ", line->data);
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
    if (changes > 1) {
        paragraph(text, "  ", "Change one thing at a time: only then can you tell what it was.");
    }
}

static void judgement_text(ff_text *text, ff_text *line, const ff_knowledge *knowledge,
                           const ff_assessment *assessment) {
    ff_text_clear(line);
    if (assessment->level < FF_EMERGENCY) {
        ff_text_add(line, "Most of these numbers are judgement, not measurement");
        if (!isnan(assessment->class_c_share)) {
            ff_text_addf(line, " (%d %% of those used here)",
                         ff_words_percent(assessment->class_c_share));
        }
        ff_text_add(line, ". ");
    }
    ff_text_addf(line, "This is not a diagnosis. What it rests on: 'help sources'. Knowledge %s.",
                 knowledge->version);
    paragraph(text, "", line->data);
}

void ff_report_assessment_text(ff_text *text, const ff_knowledge *knowledge,
                               const ff_assessment *assessment) {
    ff_text line;
    ff_text_init(&line, text->allocator);
    flags_text(text, &line, assessment);
    if (assessment->level < FF_EMERGENCY) {
        causes_text(text, &line, knowledge, assessment);
        runs_speak_text(text, &line, assessment);
    }
    questions_text(text, &line, assessment);
    try_text(text, &line, assessment);
    ff_text_add_char(text, '\n');
    judgement_text(text, &line, knowledge, assessment);
    text->failed |= line.failed;
    ff_text_free(&line);
}
