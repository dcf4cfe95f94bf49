/* The names that can be typed, and what the numbers rest on: lists of the knowledge. */
#include "base/json.h"

#include <footfall/app.h>

#include <stdbool.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

static void answers_text(const ff_fact *fact, ff_text *line) {
    for (size_t i = 0; i < fact->level_count; i++) {
        ff_text_add(line, i > 0 ? "; " : "");
        ff_text_add(line, fact->levels[i].id);
        if (!fact->yes_no) {
            ff_text_addf(line, " (%s)", fact->levels[i].text);
        }
    }
}

static void questions_text(ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    ff_text_add(out, "Safety questions (yes or no)\n");
    for (size_t i = 0; i < knowledge->flag_count; i++) {
        if (knowledge->flags[i].ask[0] != '\0') {
            ff_text_addf(out, "  %s\n", knowledge->flags[i].id);
            ff_text_wrap(out, "      ", knowledge->flags[i].ask, FF_TEXT_WIDTH);
        }
    }
    ff_text_add(out, "\nQuestions, and the names of their answers\n"
                     "  " FF_ANSWER_AGE "\n      How old are you?\n      whole years\n"
                     "  " FF_ANSWER_HEIGHT "\n      How tall are you? (only asked by this name)\n      whole centimetres\n"
                     "  " FF_ANSWER_SITES "\n      Where does it go numb?\n"
                     "      side:region; 'help sites' lists the regions\n");
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const ff_fact *fact = &knowledge->facts[i];
        ff_text_clear(&line);
        answers_text(fact, &line);
        ff_text_addf(out, "  %s\n", fact->id);
        ff_text_wrap(out, "      ", fact->question, FF_TEXT_WIDTH);
        ff_text_wrap(out, "      ", line.data, FF_TEXT_WIDTH);
    }
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void levels_json(ff_json *json, const ff_level *levels, size_t count) {
    for (size_t i = 0; i < count; i++) {
        ff_json_object(json);
        ff_json_text_member(json, "id", levels[i].id);
        ff_json_text_member(json, "text", levels[i].text);
        ff_json_end_object(json);
    }
}

static void flags_json(ff_json *json) {
    for (size_t i = 0; i < knowledge->flag_count; i++) {
        const ff_flag *flag = &knowledge->flags[i];
        if (flag->ask[0] != '\0') {
            ff_json_object(json);
            ff_json_text_member(json, "id", flag->id);
            ff_json_text_member(json, "level", ff_triage_level_name(flag->level));
            ff_json_text_member(json, "question", flag->ask);
            ff_json_end_object(json);
        }
    }
}

static void facts_json(ff_json *json) {
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const ff_fact *fact = &knowledge->facts[i];
        ff_json_object(json);
        ff_json_text_member(json, "finding", fact->id);
        ff_json_text_member(json, "question", fact->question);
        ff_json_name(json, "options");
        ff_json_array(json);
        levels_json(json, fact->levels, fact->level_count);
        levels_json(json, fact->skips, fact->skip_count);
        ff_json_end_array(json);
        ff_json_end_object(json);
    }
}

ff_code ff_questions_list(ff_format format, ff_reply *reply, ff_error *error) {
    if (format == FF_AS_JSON) {
        ff_json json;
        ff_json_init(&json, &reply->text);
        ff_json_object(&json);
        ff_json_name(&json, "red_flags");
        ff_json_array(&json);
        flags_json(&json);
        ff_json_end_array(&json);
        ff_json_name(&json, "findings");
        ff_json_array(&json);
        facts_json(&json);
        ff_json_end_array(&json);
        ff_json_end_object(&json);
        ff_text_add_char(&reply->text, '\n');
    } else {
        questions_text(&reply->text);
    }
    return ff_text_check(&reply->text, error);
}

static void cause_text(const ff_cause *cause, ff_text *out) {
    ff_text_addf(out, "%s\n", cause->id);
    ff_text_wrap(out, "    ", cause->name, FF_TEXT_WIDTH);
    ff_text_wrap(out, "    ", cause->clinical, FF_TEXT_WIDTH);
}

static void cause_json(const ff_cause *cause, ff_json *json) {
    ff_json_object(json);
    ff_json_text_member(json, "id", cause->id);
    ff_json_text_member(json, "name", cause->name);
    ff_json_text_member(json, "clinical", cause->clinical);
    ff_json_end_object(json);
}

static bool is_listed(const ff_cause *cause) {
    return cause->form_of == NULL; /* else it is explained with that cause */
}

ff_code ff_causes_list(ff_format format, ff_reply *reply, ff_error *error) {
    ff_json json;
    ff_json_init(&json, &reply->text);
    if (format == FF_AS_JSON) {
        ff_json_array(&json);
    }
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        const ff_cause *cause = &knowledge->causes[i];
        if (is_listed(cause) && format == FF_AS_JSON) {
            cause_json(cause, &json);
        } else if (is_listed(cause)) {
            cause_text(cause, &reply->text);
        }
    }
    if (format == FF_AS_JSON) {
        ff_json_end_array(&json);
        ff_text_add_char(&reply->text, '\n');
    }
    return ff_text_check(&reply->text, error);
}

static void source_text(const ff_source *source, ff_text *out) {
    ff_text_addf(out, "%s\n", source->id);
    ff_text_wrap(out, "    ", source->title, FF_TEXT_WIDTH);
    if (source->address[0] != '\0') {
        ff_text_wrap(out, "    ", source->address, FF_TEXT_WIDTH);
    }
    bool read = source->seen[0] != '\0';
    ff_text_wrap(out, read ? "    read: " : "    ",
                 read ? source->seen : "recalled, not read again", FF_TEXT_WIDTH);
}

static void sources_text(ff_text *out) {
    ff_text_wrap(out, "",
                 "What the numbers rest on. S: read for footfall, as far as is said. R: recalled. "
                 "Where 'why' says 'judged', nobody has measured it.",
                 FF_TEXT_WIDTH);
    ff_text_add_char(out, '\n');
    for (size_t i = 0; i < knowledge->source_count; i++) {
        source_text(&knowledge->sources[i], out);
    }
}

static void sources_json(ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_array(&json);
    for (size_t i = 0; i < knowledge->source_count; i++) {
        const ff_source *source = &knowledge->sources[i];
        ff_json_object(&json);
        ff_json_text_member(&json, "id", source->id);
        ff_json_text_member(&json, "title", source->title);
        ff_json_text_member(&json, "address", source->address[0] ? source->address : NULL);
        ff_json_text_member(&json, "seen", source->seen[0] ? source->seen : NULL);
        ff_json_end_object(&json);
    }
    ff_json_end_array(&json);
    ff_text_add_char(out, '\n');
}

ff_code ff_sources_list(ff_format format, ff_reply *reply, ff_error *error) {
    if (format == FF_AS_JSON) {
        sources_json(&reply->text);
    } else {
        sources_text(&reply->text);
    }
    return ff_text_check(&reply->text, error);
}
