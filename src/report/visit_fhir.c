/* The note as a FHIR R4 document (HL7 FHIR 4.0.1).
 *
 * A Bundle of type document: a Composition with the note's sections as readable text, and behind it
 * the same as resources. Codes stand only where they are certain: units (UCUM) and the categories
 * of observations; all else is text, and footfall's own names for its questions and answers. The
 * names of resources are made from what they are of, so that the same note is the same bytes.
 */
#include "report/visit.h"

#include "base/civil.h"
#include "base/digest.h"
#include "base/number.h"
#include "report/assessment.h"
#include "report/words.h"
#include "report/xml_text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define URN_SIZE 46 /* "urn:uuid:" and 36 characters */
#define UCUM     "http://unitsofmeasure.org"
#define CATEGORY "http://terminology.hl7.org/CodeSystem/observation-category"

typedef struct bundle {
    const ff_visit *visit;
    ff_arena *arena;
    ff_json json;
    char when[FF_ISO_SIZE];
    char patient[URN_SIZE], device[URN_SIZE], questionnaire[96];
    size_t observations; /* written so far */
} bundle;

/* ---- names ---- */

/* Of the kind of RFC 9562 whose bits are the maker's own (version 8). */
static void name_of(const bundle *b, const char *what, size_t number, char urn[URN_SIZE]) {
    char text[160], hex[FF_DIGEST_SIZE] = "";
    ff_bytes bytes;
    int length = snprintf(text, sizeof text, "footfall visit %s %s %s %zu", b->when,
                          b->visit->from.knowledge->version, what, number);
    ff_bytes_of_memory(&bytes, text, (size_t)length, "name");
    (void)ff_digest_of_bytes(&bytes, hex, NULL); /* memory is read without fail */
    snprintf(urn, URN_SIZE, "urn:uuid:%.8s-%.4s-8%.3s-a%.3s-%.12s", hex, hex + 8, hex + 12,
             hex + 15, hex + 18);
}

/* ---- small parts ---- */

static void text_of(ff_json *json, const char *name, const char *words) { /* a CodeableConcept */
    ff_json_name(json, name);
    ff_json_object(json);
    ff_json_text_member(json, "text", words);
    ff_json_end_object(json);
}

static void reference(ff_json *json, const char *name, const char *urn) {
    if (name != NULL) {
        ff_json_name(json, name);
    }
    ff_json_object(json);
    ff_json_text_member(json, "reference", urn);
    ff_json_end_object(json);
}

static void quantity_members(ff_json *json, double value, const char *unit, const char *code) {
    ff_json_result_member(json, "value", value);
    ff_json_text_member(json, "unit", unit);
    ff_json_text_member(json, "system", UCUM);
    ff_json_text_member(json, "code", code);
}

static void quantity(ff_json *json, const char *name, double value, const char *unit,
                     const char *code) {
    ff_json_name(json, name);
    ff_json_object(json);
    quantity_members(json, value, unit, code);
    ff_json_end_object(json);
}

static void begin_resource(bundle *b, const char *type, const char *urn) {
    ff_json_object(&b->json);
    ff_json_text_member(&b->json, "fullUrl", urn);
    ff_json_name(&b->json, "resource");
    ff_json_object(&b->json);
    ff_json_text_member(&b->json, "resourceType", type);
    ff_json_text_member(&b->json, "id", urn + strlen("urn:uuid:"));
}

static void end_resource(bundle *b) {
    ff_json_end_object(&b->json);
    ff_json_end_object(&b->json);
}

/* ---- the composition: the note to read ---- */

static void add_paragraph(ff_text *div, const char *words) {
    ff_text_add(div, "<p>");
    ff_xml_add(div, words);
    ff_text_add(div, "</p>");
}

static void begin_section(bundle *b, const char *title, ff_text *div) {
    ff_json_object(&b->json);
    ff_json_text_member(&b->json, "title", title);
    ff_text_init(div, b->arena->allocator);
    ff_text_add(div, "<div xmlns=\"http://www.w3.org/1999/xhtml\">");
}

static void end_section(bundle *b, ff_text *div) {
    ff_text_add(div, "</div>");
    ff_json_name(&b->json, "text");
    ff_json_object(&b->json);
    ff_json_text_member(&b->json, "status", "generated");
    ff_json_text_member(&b->json, "div", div->data);
    ff_json_end_object(&b->json);
    ff_json_end_object(&b->json);
    b->json.out->failed |= div->failed;
    ff_text_free(div);
}

/* One section of the note: the blocks from a heading to the next. */
static size_t write_section(bundle *b, const ff_document *document, size_t at) {
    ff_text div;
    bool headed = document->blocks[at].kind == FF_BLOCK_HEADING;
    begin_section(b, headed ? document->blocks[at].text : "Red flags", &div);
    at += headed;
    for (; at < document->count && document->blocks[at].kind != FF_BLOCK_HEADING; at++) {
        const ff_document_block *block = &document->blocks[at];
        const ff_block_table *table = &block->table;
        if (block->text != NULL) {
            add_paragraph(&div, block->text);
        }
        for (size_t r = 0; block->kind == FF_BLOCK_TABLE && r < table->rows; r++) {
            ff_text row;
            ff_text_init(&row, b->arena->allocator);
            for (size_t c = 0; c < table->columns; c++) {
                const char *cell = table->cells[r * table->columns + c];
                bool told = cell != NULL && cell[0] != '\0';
                bool named = c > 1 && told && table->head != NULL;
                ff_text_addf(&row, "%s%s%s%s", told && c > 0 ? (c > 1 ? ". " : ": ") : "",
                             named ? table->head[c] : "", named ? ": " : "", told ? cell : "");
            }
            add_paragraph(&div, row.data);
            div.failed |= row.failed;
            ff_text_free(&row);
        }
    }
    end_section(b, &div);
    return at;
}

static void write_composition(bundle *b, const ff_document *document) {
    char urn[URN_SIZE];
    name_of(b, "Composition", 0, urn);
    begin_resource(b, "Composition", urn);
    ff_json_text_member(&b->json, "status", "preliminary"); /* no clinician has seen it */
    text_of(&b->json, "type", "Note for a visit, written from what the patient said and recorded");
    reference(&b->json, "subject", b->patient);
    ff_json_text_member(&b->json, "date", b->when);
    ff_json_name(&b->json, "author");
    ff_json_array(&b->json);
    reference(&b->json, NULL, b->patient);
    reference(&b->json, NULL, b->device);
    ff_json_end_array(&b->json);
    ff_json_text_member(&b->json, "title", document->title);
    ff_json_name(&b->json, "section");
    ff_json_array(&b->json);
    for (size_t at = 0; at < document->count;) {
        at = write_section(b, document, at);
    }
    ff_json_end_array(&b->json);
    end_resource(b);
}

/* ---- who and what ---- */

static void write_patient(bundle *b) {
    begin_resource(b, "Patient", b->patient);
    if (b->visit->from.name != NULL) {
        ff_json_name(&b->json, "name");
        ff_json_array(&b->json);
        ff_json_object(&b->json);
        ff_json_text_member(&b->json, "text", b->visit->from.name);
        ff_json_end_object(&b->json);
        ff_json_end_array(&b->json);
    }
    end_resource(b);
}

static void write_device(bundle *b) {
    begin_resource(b, "Device", b->device);
    ff_json_name(&b->json, "deviceName");
    ff_json_array(&b->json);
    ff_json_object(&b->json);
    ff_json_text_member(&b->json, "name", "footfall");
    ff_json_text_member(&b->json, "type", "user-friendly-name");
    ff_json_end_object(&b->json);
    ff_json_end_array(&b->json);
    ff_json_name(&b->json, "version");
    ff_json_array(&b->json);
    ff_json_object(&b->json);
    ff_json_text_member(
        &b->json, "value",
        ff_arena_printf(b->arena, "knowledge %s", b->visit->from.knowledge->version));
    ff_json_end_object(&b->json);
    ff_json_end_array(&b->json);
    end_resource(b);
}

/* ---- questions and answers ---- */

static const ff_visit_answer *answer_to(const ff_visit *visit, const ff_fact *fact) {
    for (size_t i = 0; i < visit->said.count; i++) {
        if (visit->said.items[i].fact == fact) {
            return &visit->said.items[i];
        }
    }
    return NULL;
}

static bool is_unasked(const ff_visit *visit, const ff_fact *fact) {
    const ff_assessment *a = visit->from.assessment;
    for (size_t i = 0; i < a->not_asked; i++) {
        if (a->unasked[i] == fact) {
            return true;
        }
    }
    return false;
}

static void coding(bundle *b, const ff_fact *fact, const char *code, const char *display) {
    ff_json_name(&b->json, "valueCoding");
    ff_json_object(&b->json);
    ff_json_text_member(&b->json, "system",
                        ff_arena_printf(b->arena, "urn:footfall:answer:%s", fact->id));
    ff_json_text_member(&b->json, "code", code);
    ff_json_text_member(&b->json, "display", display);
    ff_json_end_object(&b->json);
}

static void option(bundle *b, const ff_fact *fact, const char *code, const char *display) {
    ff_json_object(&b->json);
    coding(b, fact, code, display);
    ff_json_end_object(&b->json);
}

/* "Not sure" is an answer here too: it is not the same as none. */
#define UNSURE      "unsure"
#define UNSURE_TEXT "not sure"

static void write_question(bundle *b, const ff_fact *fact) {
    bool has_unsure = false;
    ff_json_object(&b->json);
    ff_json_text_member(&b->json, "linkId", fact->id);
    ff_json_text_member(&b->json, "text", fact->question);
    ff_json_text_member(&b->json, "type", "choice");
    ff_json_name(&b->json, "answerOption");
    ff_json_array(&b->json);
    for (size_t i = 0; i < fact->level_count; i++) {
        option(b, fact, fact->levels[i].id, fact->levels[i].text);
    }
    for (size_t i = 0; i < fact->skip_count; i++) {
        has_unsure |= strcmp(fact->skips[i].id, UNSURE) == 0;
        option(b, fact, fact->skips[i].id, fact->skips[i].text);
    }
    if (!has_unsure) {
        option(b, fact, UNSURE, UNSURE_TEXT);
    }
    ff_json_end_array(&b->json);
    ff_json_end_object(&b->json);
}

static void write_questionnaire(bundle *b) {
    const ff_knowledge *knowledge = b->visit->from.knowledge;
    char urn[URN_SIZE];
    name_of(b, "Questionnaire", 0, urn);
    begin_resource(b, "Questionnaire", urn);
    ff_json_text_member(&b->json, "url", b->questionnaire);
    ff_json_text_member(&b->json, "title", "footfall: numb feet when running");
    ff_json_text_member(&b->json, "status", "active");
    ff_json_name(&b->json, "subjectType");
    ff_json_array(&b->json);
    ff_json_text(&b->json, "Patient");
    ff_json_end_array(&b->json);
    ff_json_name(&b->json, "item");
    ff_json_array(&b->json);
    for (size_t f = 0; f < knowledge->fact_count; f++) {
        const ff_fact *fact = &knowledge->facts[f];
        if (answer_to(b->visit, fact) != NULL || is_unasked(b->visit, fact)) {
            write_question(b, fact);
        }
    }
    ff_json_end_array(&b->json);
    end_resource(b);
}

static void write_answer(bundle *b, const ff_visit_answer *answer) {
    bool sure = answer->words != NULL;
    ff_json_object(&b->json);
    ff_json_text_member(&b->json, "linkId", answer->fact->id);
    ff_json_text_member(&b->json, "text", answer->fact->question);
    ff_json_name(&b->json, "answer");
    ff_json_array(&b->json);
    option(b, answer->fact, sure ? answer->finding->value : UNSURE,
           sure ? answer->words : UNSURE_TEXT);
    ff_json_end_array(&b->json);
    ff_json_end_object(&b->json);
}

/* What was not asked has no item: the questionnaire shows that it is missing. */
static void write_response(bundle *b) {
    char urn[URN_SIZE];
    if (b->visit->said.count == 0) {
        return;
    }
    name_of(b, "QuestionnaireResponse", 0, urn);
    begin_resource(b, "QuestionnaireResponse", urn);
    ff_json_text_member(&b->json, "questionnaire", b->questionnaire);
    ff_json_text_member(&b->json, "status",
                        b->visit->from.assessment->not_asked > 0 ? "in-progress" : "completed");
    reference(&b->json, "subject", b->patient);
    ff_json_text_member(&b->json, "authored", b->when);
    reference(&b->json, "author", b->patient);
    reference(&b->json, "source", b->patient);
    ff_json_name(&b->json, "item");
    ff_json_array(&b->json);
    for (size_t i = 0; i < b->visit->said.count; i++) {
        write_answer(b, &b->visit->said.items[i]);
    }
    ff_json_end_array(&b->json);
    end_resource(b);
}

/* ---- observations ---- */

static void begin_observation(bundle *b, const char *category, const char *what, const char *when) {
    char urn[URN_SIZE];
    name_of(b, "Observation", b->observations++, urn);
    begin_resource(b, "Observation", urn);
    ff_json_text_member(&b->json, "status", "preliminary");
    ff_json_name(&b->json, "category");
    ff_json_array(&b->json);
    ff_json_object(&b->json);
    ff_json_name(&b->json, "coding");
    ff_json_array(&b->json);
    ff_json_object(&b->json);
    ff_json_text_member(&b->json, "system", CATEGORY);
    ff_json_text_member(&b->json, "code", category);
    ff_json_end_object(&b->json);
    ff_json_end_array(&b->json);
    ff_json_end_object(&b->json);
    ff_json_end_array(&b->json);
    text_of(&b->json, "code", what);
    reference(&b->json, "subject", b->patient);
    ff_json_text_member(&b->json, "effectiveDateTime", when);
    ff_json_name(&b->json, "performer");
    ff_json_array(&b->json);
    reference(&b->json, NULL, b->patient);
    ff_json_end_array(&b->json);
}

static void range_of_minutes(bundle *b, double from_s, double to_s) {
    ff_json_name(&b->json, "valueRange");
    ff_json_object(&b->json);
    quantity(&b->json, "low", from_s / 60, "min", "min");
    quantity(&b->json, "high", to_s / 60, "min", "min");
    ff_json_end_object(&b->json);
}

static void later_than(bundle *b, double minutes) {
    ff_json_name(&b->json, "valueQuantity");
    ff_json_object(&b->json);
    ff_json_result_member(&b->json, "value", minutes);
    ff_json_text_member(&b->json, "comparator", ">");
    ff_json_text_member(&b->json, "unit", "min");
    ff_json_text_member(&b->json, "system", UCUM);
    ff_json_text_member(&b->json, "code", "min");
    ff_json_end_object(&b->json);
}

/* The minutes until it began, as far as they are known. */
static void write_onset_value(bundle *b, const ff_logged_run *logged) {
    const ff_onset *onset = logged->onset;
    bool known = !isnan(onset->from_s) && !isnan(onset->to_s);
    if (onset->kind == FF_ONSET_EXACT && known) {
        quantity(&b->json, "valueQuantity", onset->from_s / 60, "min", "min");
    } else if (onset->kind == FF_ONSET_AT_START) {
        quantity(&b->json, "valueQuantity", 0, "min", "min");
    } else if (onset->kind == FF_ONSET_INTERVAL && known) {
        range_of_minutes(b, onset->from_s, onset->to_s);
    } else if (onset->kind == FF_ONSET_NONE && !isnan(logged->run->figures.duration_s)) {
        later_than(b, logged->run->figures.duration_s / 60);
    } else {
        text_of(&b->json, "dataAbsentReason",
                onset->kind == FF_ONSET_NONE ? "it did not come; how long the run was is not known"
                                             : "it came; at which minute is not known");
    }
}

static void write_part(bundle *b, const char *what, double value, const char *unit,
                       const char *code) {
    ff_json_object(&b->json);
    text_of(&b->json, "code", what);
    quantity(&b->json, "valueQuantity", value, unit, code);
    ff_json_end_object(&b->json);
}

/* What belongs to the value and is no value of its own. */
static void write_component(bundle *b, const char *what, double value, const char *unit,
                            const char *code) {
    ff_json_name(&b->json, "component");
    ff_json_array(&b->json);
    write_part(b, what, value, unit, code);
    ff_json_end_array(&b->json);
}

static void write_how_it_felt(bundle *b, const ff_onset *onset) {
    if (onset->strength <= 0 && onset->feelings == 0) {
        return;
    }
    ff_json_name(&b->json, "component");
    ff_json_array(&b->json);
    if (onset->strength > 0) {
        write_part(b, "How numb, 0 not at all to 10 no feeling left", onset->strength, "of 10",
                   "{score}");
    }
    if (onset->feelings != 0) {
        char feelings[FF_FEELINGS_SIZE];
        ff_feelings_text(onset->feelings, ", ", feelings);
        ff_json_object(&b->json);
        text_of(&b->json, "code", "What it felt like, in the runner's choice of five words");
        ff_json_text_member(&b->json, "valueString", feelings);
        ff_json_end_object(&b->json);
    }
    ff_json_end_array(&b->json);
}

static void write_onsets(bundle *b) {
    for (size_t i = 0; i < b->visit->from.logged_count; i++) {
        const ff_logged_run *logged = &b->visit->from.logged[i];
        if (logged->onset == NULL) {
            continue;
        }
        char when[FF_ISO_SIZE];
        ff_iso_format(logged->run->start_s, logged->run->utc_offset_known,
                      logged->run->utc_offset_s, when);
        begin_observation(b, "survey", "Minutes of running until the foot went numb", when);
        write_onset_value(b, logged);
        write_how_it_felt(b, logged->onset);
        end_resource(b);
    }
}

static void write_figure(bundle *b, const char *category, const char *what, const char *when,
                         double value, const char *unit, const char *code) {
    if (!isnan(value)) {
        begin_observation(b, category, what, when);
        quantity(&b->json, "valueQuantity", value, unit, code);
        end_resource(b);
    }
}

static void write_form(bundle *b) {
    const ff_form *form = &b->visit->from.told->form;
    const char *when = b->when;
    if (form->runs.count == 0) {
        return;
    }
    write_figure(b, "activity", "Step rate when running, both feet, middle of the recent runs",
                 when, form->cadence_spm, "steps/min", "{steps}/min");
    if (form->stance_runs > 0) {
        write_figure(b, "activity", "Ground contact time when running, middle of the recent runs",
                     when, form->stance_ms, "ms", "ms");
    }
}

static void write_foot_figure(bundle *b, const ff_foot_figure *f) {
    char when[FF_ISO_SIZE];
    const char *unit = ff_foot_kind_unit(f->kind);
    bool ucum = strcmp(unit, "mm") == 0 || strcmp(unit, "cm") == 0 || strcmp(unit, "deg") == 0;
    unit = ucum ? unit : "1"; /* an index, or what is counted */
    ff_iso_format(f->said_at_s, true, 0, when);
    begin_observation(b, "exam",
                      ff_arena_printf(b->arena, "%s foot, %s, by %s", ff_side_word(f->side),
                                      ff_foot_kind_words(f->kind), ff_foot_method_words(f->method)),
                      when);
    quantity(&b->json, "valueQuantity", f->value, unit, unit);
    write_component(b, "How far off it may be, either way: 9 of 10 measurings lie within", f->error,
                    unit, unit);
    end_resource(b);
}

static void write_feet(bundle *b) {
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        for (int kind = 0; kind < FF_FOOT_KIND_COUNT; kind++) {
            const ff_foot_figure *f = b->visit->from.feet[side][kind];
            if (f != NULL) {
                write_foot_figure(b, f);
            }
        }
    }
}

/* What is told in words stands as a string, so that nothing of the note is missing. */
static void write_lines(bundle *b) {
    for (size_t i = 0; i < b->visit->line_count; i++) {
        begin_observation(b, "survey", b->visit->lines[i].name, b->when);
        ff_json_text_member(&b->json, "valueString", b->visit->lines[i].words);
        end_resource(b);
    }
    if (b->visit->from.sites_words != NULL) {
        begin_observation(b, "survey", "Where the foot goes numb", b->when);
        ff_json_text_member(&b->json, "valueString", b->visit->from.sites_words);
        end_resource(b);
    }
}

/* ---- what is guessed, red flags, medicines ---- */

static void write_prediction(bundle *b, const ff_cause_result *cause) {
    ff_json_object(&b->json);
    text_of(&b->json, "outcome",
            ff_arena_printf(b->arena, "%s [%s]", cause->form->name, cause->form->clinical));
    ff_json_name(&b->json, "probabilityRange");
    ff_json_object(&b->json);
    quantity(&b->json, "low", ff_words_percent(cause->low), "%", "%");
    quantity(&b->json, "high", ff_words_percent(cause->high), "%", "%");
    ff_json_end_object(&b->json);
    ff_json_text_member(&b->json, "rationale",
                        ff_arena_printf(b->arena,
                                        "%d %%, that it plays a part: judged by a program, no "
                                        "diagnosis",
                                        ff_words_percent(cause->p)));
    ff_json_end_object(&b->json);
}

static void write_guess(bundle *b) {
    char urn[URN_SIZE];
    if (b->visit->cause_count == 0) {
        return;
    }
    name_of(b, "RiskAssessment", 0, urn);
    begin_resource(b, "RiskAssessment", urn);
    ff_json_text_member(&b->json, "status", "preliminary");
    text_of(&b->json, "method", "exact chances of a model whose numbers are mostly judgement");
    reference(&b->json, "subject", b->patient);
    ff_json_text_member(&b->json, "occurrenceDateTime", b->when);
    reference(&b->json, "performer", b->device);
    ff_json_name(&b->json, "prediction");
    ff_json_array(&b->json);
    for (size_t i = 0; i < b->visit->cause_count; i++) {
        write_prediction(b, &b->visit->causes[i]);
    }
    ff_json_end_array(&b->json);
    end_resource(b);
}

static void write_flag(bundle *b, size_t number, const char *words) {
    char urn[URN_SIZE];
    name_of(b, "Flag", number, urn);
    begin_resource(b, "Flag", urn);
    ff_json_text_member(&b->json, "status", "active");
    text_of(&b->json, "code", words);
    reference(&b->json, "subject", b->patient);
    ff_json_name(&b->json, "period");
    ff_json_object(&b->json);
    ff_json_text_member(&b->json, "start", b->when);
    ff_json_end_object(&b->json);
    reference(&b->json, "author", b->device);
    end_resource(b);
}

/* Not sure is not no: what waits for an answer is a flag too, and says so. */
static void write_flags(bundle *b) {
    const ff_assessment *a = b->visit->from.assessment;
    for (size_t i = 0; i < a->flag_count; i++) {
        const ff_flag *flag = a->flags[i].flag;
        write_flag(b, i, ff_arena_printf(b->arena, "%s %s", flag->why, flag->act));
    }
    for (size_t i = 0; i < a->open_count; i++) {
        const ff_flag_open *open = &a->open[i];
        write_flag(b, a->flag_count + i,
                   ff_arena_printf(b->arena, "Not sure, and not sure is not no: %s. If so: %s",
                                   open->fact != NULL ? open->fact->name : open->flag->ask,
                                   open->flag->act));
    }
}

static void write_medicines(bundle *b) {
    char urn[URN_SIZE];
    if (b->visit->from.medicines == NULL) {
        return;
    }
    name_of(b, "MedicationStatement", 0, urn);
    begin_resource(b, "MedicationStatement", urn);
    ff_json_text_member(&b->json, "status", "unknown");
    text_of(&b->json, "medicationCodeableConcept", b->visit->from.medicines);
    reference(&b->json, "subject", b->patient);
    ff_json_text_member(&b->json, "dateAsserted", b->visit->from.medicines_on);
    reference(&b->json, "informationSource", b->patient);
    end_resource(b);
}

/* ---- the whole ---- */

static void write_entries(bundle *b, const ff_document *document) {
    write_composition(b, document);
    write_patient(b);
    write_device(b);
    write_questionnaire(b);
    write_response(b);
    write_onsets(b);
    write_form(b);
    write_feet(b);
    write_lines(b);
    write_guess(b);
    write_flags(b);
    write_medicines(b);
}

void ff_visit_fhir(const ff_visit *visit, ff_arena *arena, ff_text *out) {
    ff_document_builder builder;
    char urn[URN_SIZE];
    bundle b = {.visit = visit, .arena = arena};
    ff_iso_format(visit->from.made_s, true, 0, b.when);
    name_of(&b, "Patient", 0, b.patient);
    name_of(&b, "Device", 0, b.device);
    snprintf(b.questionnaire, sizeof b.questionnaire, "urn:footfall:questionnaire:%s",
             visit->from.knowledge->version);
    ff_visit_note(visit, arena, &builder);
    ff_json_init(&b.json, out);
    ff_json_object(&b.json);
    ff_json_text_member(&b.json, "resourceType", "Bundle");
    ff_json_text_member(&b.json, "type", "document");
    ff_json_text_member(&b.json, "timestamp", b.when);
    name_of(&b, "Bundle", 0, urn);
    ff_json_name(&b.json, "identifier");
    ff_json_object(&b.json);
    ff_json_text_member(&b.json, "system", "urn:ietf:rfc:3986");
    ff_json_text_member(&b.json, "value", urn);
    ff_json_end_object(&b.json);
    ff_json_name(&b.json, "entry");
    ff_json_array(&b.json);
    write_entries(&b, &builder.document);
    ff_json_end_array(&b.json);
    ff_json_end_object(&b.json);
    ff_text_add_char(out, '\n');
    out->failed |= arena->failed;
}
