#include "report/trial_words.h"

#include <footfall/knowledge.h>

const char *ff_change_name(const char *change) {
    const ff_remedy *remedy = ff_knowledge_remedy(&ff_knowledge_built_in, change);
    return remedy != NULL ? remedy->name : change;
}

const char *ff_verdict_words(ff_verdict verdict) {
    static const char *const words[] = {
        "not settled",           "promising",        "works",
        "does not help enough", "makes it worse", "cannot be settled by running on",
        "goes with it"};
    return words[verdict];
}

int64_t ff_run_number(const int64_t *numbers, size_t run) {
    return numbers != NULL ? numbers[run] : (int64_t)run + 1;
}

void ff_trial_words_member(ff_json *json, const char *name, ff_text *line) {
    while (line->length > 0 && line->data[line->length - 1] == ' ') {
        line->data[--line->length] = '\0';
    }
    if (line->length > 0) {
        ff_json_text_member(json, name, line->data);
    }
    json->out->failed |= line->failed;
    ff_text_clear(line);
}

void ff_trial_paragraph(ff_text *line, ff_text *out) {
    ff_text_wrap(out, "  ", line->data, FF_TEXT_WIDTH);
    ff_text_clear(line);
}
