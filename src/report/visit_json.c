/* The note as JSON. */
#include "report/visit.h"

#include "base/civil.h"
#include "report/assessment.h"
#include "report/words.h"

static const char *const states[] = {"not_asked", "not_sure", "said"};

static void write_answers(ff_json *json, const char *name, const ff_visit_answers *answers) {
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < answers->count; i++) {
        const ff_visit_answer *a = &answers->items[i];
        ff_json_object(json);
        ff_json_text_member(json, "finding", a->fact->id);
        ff_json_text_member(json, "name", a->fact->name);
        ff_json_text_member(json, "kind", a->fact->kind);
        ff_json_text_member(json, "state", states[a->finding->state]);
        ff_json_text_member(json, "answer", a->words != NULL ? a->finding->value : NULL);
        ff_json_text_member(json, "text", a->words);
        ff_json_text_member(json, "said_by", a->finding->said_by);
        ff_json_text_member(json, "from", a->finding->from);
        ff_json_text_member(json, "date", a->date[0] != '\0' ? a->date : NULL);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void write_measured(ff_json *json, const ff_visit *visit) {
    ff_json_name(json, "measured");
    ff_json_array(json);
    for (size_t i = 0; i < visit->line_count; i++) {
        ff_json_object(json);
        ff_json_text_member(json, "id", visit->lines[i].id);
        ff_json_text_member(json, "name", visit->lines[i].name);
        ff_json_text_member(json, "text", visit->lines[i].words);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void write_guessed(ff_json *json, const ff_visit *visit) {
    ff_json_name(json, "guessed");
    ff_json_array(json);
    for (size_t i = 0; i < visit->cause_count; i++) {
        const ff_cause_result *c = &visit->causes[i];
        ff_json_object(json);
        ff_json_text_member(json, "id", c->cause->id);
        ff_json_text_member(json, "name", c->form->name);
        ff_json_text_member(json, "clinical", c->form->clinical);
        ff_words_probability_json(json, "p", c->p);
        ff_words_probability_json(json, "low", c->low);
        ff_words_probability_json(json, "high", c->high);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    ff_json_result_member(json, "judged_share", visit->from.assessment->class_c_share);
}

static void write_exams(ff_json *json, const ff_visit *visit) {
    ff_json_name(json, "examine");
    ff_json_array(json);
    for (size_t i = 0; i < visit->exam_count; i++) {
        const ff_visit_exam *e = &visit->exams[i];
        ff_json_object(json);
        ff_json_text_member(json, "finding", e->fact->id);
        ff_json_text_member(json, "name", e->fact->name);
        ff_json_text_member(json, "answer", e->answer->id);
        ff_json_text_member(json, "cause", e->cause->cause->id);
        ff_json_result_member(json, "ratio", e->ratio);
        ff_words_basis_json(json, &e->given->basis, e->given->basis.evidence_class);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    ff_json_name(json, "examine_more");
    ff_json_int(json, (int64_t)visit->exams_left);
}

static void write_where(ff_json *json, const ff_visit_source *from) {
    ff_json_name(json, "where");
    if (from->sites_words == NULL) {
        ff_json_null(json);
        return;
    }
    ff_json_object(json);
    ff_json_text_member(json, "text", from->sites_words);
    ff_json_text_member(json, "from", from->sites_from);
    ff_json_end_object(json);
}

void ff_visit_members(ff_json *json, const ff_visit *visit) {
    const ff_visit_source *from = &visit->from;
    char made[FF_ISO_SIZE];
    ff_iso_format(from->made_s, true, 0, made);
    ff_json_text_member(json, "made", made);
    ff_json_text_member(json, "name", from->name);
    ff_json_name(json, "triage");
    ff_report_triage_json(json, from->assessment);
    ff_json_text_member(json, "question", from->question);
    ff_json_text_member(json, "medicines", from->medicines);
    ff_json_text_member(json, "medicines_told", from->medicines_on);
    write_where(json, from);
    write_answers(json, "said", &visit->said);
    write_measured(json, visit);
    write_answers(json, "from_runs", &visit->measured);
    write_guessed(json, visit);
    write_exams(json, visit);
    ff_json_name(json, "not_asked");
    ff_json_array(json);
    for (size_t i = 0; i < visit->not_asked_count; i++) {
        ff_json_text(json, visit->not_asked[i]);
    }
    ff_json_end_array(json);
    ff_json_text_member(json, "knowledge", from->knowledge->version);
}
