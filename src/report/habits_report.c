#include "report/habits_report.h"

#include "base/civil.h"
#include "report/words.h"

#include <string.h>

static const char HELD[] = "This waits until someone has looked: that comes first.";

static const char *what_to_do(const ff_habit_standing *s) {
    switch (s->state) {
    case FF_HABIT_ACT:
        return s->habit->act;
    case FF_HABIT_FITS:
        return s->habit->fits;
    case FF_HABIT_UNKNOWN:
        break;
    }
    return s->habit->unknown;
}

static void look_again(const ff_habits_report *r, const ff_habit_standing *s,
                       char date[FF_ISO_SIZE]) {
    ff_iso_date(r->now_s + (int64_t)s->again_days * 86400, date);
}

static void paragraph(ff_text *out, const char *label, const char *words) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    ff_text_addf(&line, "%s%s", label, words);
    ff_text_wrap(out, "   ", line.data, FF_TEXT_WIDTH);
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void reasons_text(const ff_habit_standing *s, ff_text *line) {
    for (size_t i = 0; i < s->reason_count; i++) {
        ff_text_addf(line, "%s%s", i > 0 ? "; " : "", s->reasons[i]);
    }
    if (s->reason_count > 0) {
        ff_text_add_char(line, '.');
    }
}

static void habit_text(const ff_habits_report *r, size_t i, const char *program, ff_text *out) {
    static const char *const marks[] = {"unknown", "fits", "act"};
    const ff_habit_standing *s = &r->items[i];
    char date[FF_ISO_SIZE];
    ff_text line;
    ff_text_init(&line, out->allocator);
    ff_text_addf(out, "\n%zu. %s: %s\n", i + 1, s->habit->name, marks[s->state]);
    reasons_text(s, &line);
    paragraph(out, "What is known: ", line.data);
    paragraph(out, "", r->held[i] ? HELD : what_to_do(s));
    if (s->but != NULL) {
        paragraph(out, "", s->but);
    }
    ff_text_clear(&line);
    if (!r->held[i]) {
        ff_text_addf(&line, "Next: '%s %s'. ", program, s->next);
    }
    if (s->trial) {
        ff_words_trial_hint(&line, program, s->habit->remedy);
        ff_text_add_char(&line, ' ');
    }
    look_again(r, s, date);
    ff_text_addf(&line, "Look again: %s.", s->again_days > 0 ? date : "today");
    paragraph(out, "", line.data);
    ff_text_clear(&line);
    ff_text_addf(&line, "%s (", s->habit->advice);
    ff_words_sources(&line, &s->habit->advice_basis);
    ff_text_add_char(&line, ')');
    paragraph(out, "Why: ", line.data);
    out->failed |= line.failed;
    ff_text_free(&line);
}

void ff_habits_text(const ff_habits_report *r, const char *program, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    ff_text_add(out, "Six ways to keep numbness away, as they stand with you\n\n");
    ff_text_addf(
        &line,
        "From %zu run%s (%zu with numbness, %zu without, %zu not said) and your answers. act: "
        "something speaks for "
        "doing it. fits: nothing does. unknown: too little is known. When to look again is judged.",
        r->runs, r->runs == 1 ? "" : "s", r->numb, r->said - r->numb, r->runs - r->said);
    ff_text_wrap(out, "", line.data, FF_TEXT_WIDTH);
    for (size_t i = 0; i < r->count; i++) {
        habit_text(r, i, program, out);
    }
    ff_text_add_char(out, '\n');
    ff_text_wrap(out, "",
                 "Change one thing at a time, and let a trial tell whether it helps. No study "
                 "shows that any of these "
                 "ends numb feet in running.",
                 FF_TEXT_WIDTH);
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void habit_json(const ff_habits_report *r, size_t i, const char *program, ff_json *json) {
    const ff_habit_standing *s = &r->items[i];
    char date[FF_ISO_SIZE];
    ff_text line;
    ff_text_init(&line, json->out->allocator);
    ff_json_object(json);
    ff_json_text_member(json, "id", s->habit->id);
    ff_json_text_member(json, "name", s->habit->name);
    ff_json_text_member(json, "state", ff_habit_state_name(s->state));
    ff_json_text_member(json, "remedy", s->habit->remedy->id);
    ff_json_name(json, "because");
    ff_json_array(json);
    for (size_t k = 0; k < s->reason_count; k++) {
        ff_json_text(json, s->reasons[k]);
    }
    ff_json_end_array(json);
    ff_json_text_member(json, "do", r->held[i] ? HELD : what_to_do(s));
    ff_json_text_member(json, "but", s->but);
    ff_text_addf(&line, "%s %s", program, s->next);
    ff_json_text_member(json, "next", r->held[i] ? NULL : line.data);
    ff_text_clear(&line);
    ff_words_trial_hint(&line, program, s->habit->remedy);
    ff_json_text_member(json, "trial", s->trial ? line.data : NULL);
    look_again(r, s, date);
    ff_json_text_member(json, "look_again", date);
    ff_json_text_member(json, "advice", s->habit->advice);
    ff_json_name(json, "advice_basis");
    ff_json_object(json);
    ff_words_basis_json(json, &s->habit->advice_basis, s->habit->advice_basis.evidence_class);
    ff_json_end_object(json);
    ff_json_end_object(json);
    json->out->failed |= line.failed;
    ff_text_free(&line);
}

void ff_habits_members(const ff_habits_report *r, const char *program, ff_json *json) {
    ff_json_name(json, "runs");
    ff_json_object(json);
    ff_json_name(json, "count");
    ff_json_uint(json, r->runs);
    ff_json_name(json, "numb");
    ff_json_uint(json, r->numb);
    ff_json_name(json, "free");
    ff_json_uint(json, r->said - r->numb);
    ff_json_end_object(json);
    ff_json_name(json, "habits");
    ff_json_array(json);
    for (size_t i = 0; i < r->count; i++) {
        habit_json(r, i, program, json);
    }
    ff_json_end_array(json);
}
