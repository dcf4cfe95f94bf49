#include "report/words.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

/* A likelihood ratio over this is printed as "more than": judged numbers cannot carry more. */
static const double MOST_TIMES = 20;

static const char *const class_words[] = {"read in", "recalled", "judged"};

/* Beyond this odds say no more than that they are large. */
#define MOST_ODDS 999.0

int ff_words_percent(double p) {
    return (int)ff_round_places(100 * ff_round_result(p), 0);
}

void ff_words_odds(ff_text *line, double odds) {
    ff_text_addf(line, "%s%s : 1", odds > MOST_ODDS ? "more than " : "",
                 FF_FIXED(fmin(odds, MOST_ODDS), odds < 10 ? 1 : 0));
}

static void source_ids(ff_text *line, const ff_basis *basis) {
    for (size_t i = 0; i < basis->source_count; i++) {
        ff_text_addf(line, "%s%s", i ? ", " : " ", basis->sources[i]->id);
    }
}

void ff_words_sources(ff_text *line, const ff_basis *basis) {
    ff_text_add(line, class_words[basis->evidence_class - 'a']);
    source_ids(line, basis);
}

void ff_words_ratio_sources(ff_text *line, const ff_evidence *evidence) {
    const ff_basis *basis = evidence->basis;
    if (basis->evidence_class == evidence->evidence_class) {
        ff_words_sources(line, basis);
        return;
    }
    ff_text_addf(line, "%s, in part %s", evidence->evidence_class == 'c' ? "judged" : "recalled",
                 class_words[basis->evidence_class - 'a']);
    source_ids(line, basis);
}

void ff_words_times(ff_text *line, double ratio) {
    double times = ratio >= 1 ? ratio : 1 / ratio;
    bool many = times > MOST_TIMES;
    ff_text_addf(line, "%s%s times %s likely with it", many ? "more than " : "",
                 FF_FIXED(ff_round_result(fmin(times, MOST_TIMES)), many ? 0 : 1),
                 ratio >= 1 ? "as" : "less");
}

void ff_words_basis_json(ff_json *json, const ff_basis *basis, char evidence_class) {
    char letter[2] = {evidence_class, '\0'};
    ff_json_text_member(json, "class", letter);
    ff_json_name(json, "sources");
    ff_json_array(json);
    for (size_t i = 0; i < basis->source_count; i++) {
        ff_json_text(json, basis->sources[i]->id);
    }
    ff_json_end_array(json);
    ff_json_text_member(json, "note", *basis->note ? basis->note : NULL);
}

void ff_words_probability_json(ff_json *json, const char *name, double p) {
    if (name) {
        ff_json_name(json, name);
    }
    ff_json_result(json, ff_round_places(ff_round_result(p), 4));
}

void ff_words_trial_hint_of(ff_text *line, const char *program, const char *id, ff_acting acts) {
    ff_text_addf(line, "To see whether it helps you: '%s%strial start %s'.",
                 program != NULL ? program : "", program != NULL ? " " : "", id);
    if (acts == FF_ACTS_BY_WEEKS) {
        ff_text_add(line,
                    " It acts over weeks, so a trial can only show whether numbness goes with it.");
    } else if (acts == FF_ACTS_SLOWLY) {
        ff_text_add(line, " It may act more with each run, so give it several runs in a row.");
    }
}

void ff_words_trial_hint(ff_text *line, const char *program, const ff_remedy *remedy) {
    if (!remedy->visit) {
        ff_words_trial_hint_of(line, program, remedy->id, remedy->acts);
    }
}

void ff_words_trial_members(ff_json *json, const char *program, const ff_remedy *remedy) {
    ff_text line;
    ff_text_init(&line, json->out->allocator);
    ff_words_trial_hint(&line, program, remedy);
    ff_json_text_member(json, "remedy", remedy->id);
    ff_json_text_member(json, "trial", line.data);
    json->out->failed |= line.failed;
    ff_text_free(&line);
}

static void wrap(ff_text *out, const char *first, const char *words) {
    if (words != NULL) {
        ff_text_wrap(out, first, words, FF_TEXT_WIDTH);
    }
}

void ff_words_paragraph(ff_text *out, const char *words) {
    wrap(out, "", words);
}

void ff_words_indented(ff_text *out, const char *words) {
    wrap(out, "  ", words);
}

void ff_words_line(ff_text *line, ff_text *out) {
    ff_text_wrap(out, "", line->data, FF_TEXT_WIDTH);
    out->failed |= line->failed;
    ff_text_clear(line);
}

const char *ff_words_change(const char *id) {
    /* The names of remedies say what to do, and are too long here; these are what was different. */
    static const char *const words[][2] = {{"lacing", "Different lacing"},
                                           {"shoe_wide", "A wider or longer shoe"},
                                           {"cadence", "Quicker, shorter steps"},
                                           {"insole", "An insole"},
                                           {"load_down", "Less running"},
                                           {"stretch", "Stretching"},
                                           {"metpad", "A pad behind the ball of the foot"},
                                           {"unload_nerve", "No pressure on the nerve"},
                                           {"soft_arch", "A softer arch support"},
                                           {"warm_feet", "Warm, dry feet"},
                                           {"back_breaks", "Moving often"},
                                           {"bone_rest", "No running"},
                                           {"log", "Noting when it begins"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i][0], id) == 0) {
            return words[i][1];
        }
    }
    return NULL;
}
