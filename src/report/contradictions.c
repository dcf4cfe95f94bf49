#include "report/contradictions.h"

#include <footfall/interview.h>

#include <string.h>

/* What footfall does with it until one of the answers is corrected. */
static void add_meanwhile(ff_text *line, const ff_contradiction_found *found) {
    const ff_contradiction *c = found->contradiction;
    ff_text_add(line, "Until then the graver one counts for how soon to be seen");
    if (found->left_out_count == 0) {
        ff_text_add(line, ".");
        return;
    }
    switch (c->counts) {
    case FF_COUNTS_NEITHER:
        ff_text_add(line, found->left_out_count > 1 ? ", and none of them for the causes."
                                                    : ", and the other is left out of the causes.");
        break;
    case FF_COUNTS_RUNS:
        ff_text_add(line, ", and your runs count for the causes.");
        break;
    case FF_COUNTS_SITES:
        ff_text_add(line, ", and the drawing counts for the causes.");
        break;
    case FF_COUNTS_FACT:
        ff_text_addf(line, ", and for the causes this one: %s.", c->fact->name);
        break;
    }
}

static void ids(ff_json *json, const char *name, const char *const *items, size_t count) {
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < count; i++) {
        ff_json_text(json, items[i]);
    }
    ff_json_end_array(json);
}

static void add_act(ff_text *line, const ff_contradiction_found *found) {
    ff_text_clear(line);
    ff_text_addf(line, "%s ", found->contradiction->act);
    add_meanwhile(line, found);
}

void ff_report_contradictions_json(ff_json *json, const ff_assessment *assessment) {
    ff_text line;
    ff_text_init(&line, json->out->allocator);
    ff_json_array(json);
    for (size_t i = 0; i < assessment->contradiction_count; i++) {
        const ff_contradiction_found *found = &assessment->contradictions[i];
        add_act(&line, found);
        ff_json_object(json);
        ff_json_text_member(json, "id", found->contradiction->id);
        ids(json, "between", found->between, found->between_count);
        ff_json_text_member(json, "says", found->contradiction->says);
        ff_json_text_member(json, "do", line.data);
        ff_json_text_member(json, "counts",
                            found->contradiction->fact
                                ? found->contradiction->fact->id
                                : ff_counts_name(found->contradiction->counts));
        ids(json, "left_out", found->left_out, found->left_out_count);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    json->out->failed |= line.failed;
    ff_text_free(&line);
}

/* "'ask rest_night' or 'ask sites'": what runs tell is no question. */
static void add_questions(ff_text *line, const ff_contradiction_found *found) {
    const char *between = "To correct one: ";
    for (size_t i = 0; i < found->between_count; i++) {
        if (strcmp(found->between[i], "runs") != 0) {
            bool age = strcmp(found->between[i], "age") == 0;
            ff_text_addf(line, "%s'ask %s'", between, age ? FF_ANSWER_AGE : found->between[i]);
            between = " or ";
        }
    }
    ff_text_add(line, ".");
}

void ff_report_contradictions_text(ff_text *text, const ff_assessment *assessment) {
    ff_text line;
    ff_text_init(&line, text->allocator);
    if (assessment->contradiction_count > 0) {
        ff_text_add(text, "\nThese answers cannot both be true\n");
    }
    for (size_t i = 0; i < assessment->contradiction_count; i++) {
        const ff_contradiction_found *found = &assessment->contradictions[i];
        ff_text_wrap(text, "  # ", found->contradiction->says, FF_TEXT_WIDTH);
        add_act(&line, found);
        ff_text_wrap(text, "    ", line.data, FF_TEXT_WIDTH);
        ff_text_clear(&line);
        add_questions(&line, found);
        ff_text_wrap(text, "    ", line.data, FF_TEXT_WIDTH);
    }
    text->failed |= line.failed;
    ff_text_free(&line);
}
