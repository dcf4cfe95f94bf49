#include "report/interview_report.h"

#include "base/json.h"
#include "report/assessment.h"
#include "report/contradictions.h"

#include <stdio.h>

static const char *const page_titles[FF_TRIAGE_LEVEL_COUNT] = {
    [FF_SELF_CARE] = "Does any of these fit?",
    [FF_ROUTINE] = "Does any of these fit?",
    [FF_WITHIN_DAYS] = "Does any of these fit? (They should be seen by a doctor within days.)",
    [FF_SAME_DAY] = "Does any of these fit now? (They need a doctor today.)",
    [FF_EMERGENCY] =
        "Safety first. These are rare, but they need emergency care. Does any fit now?"};

static void checklist(const ff_step *step, ff_text *out) {
    ff_text_addf(out, "%s\n\n", page_titles[step->level]);
    for (size_t i = 0; i < step->flag_count; i++) {
        char number[32] = "     ";
        if (step->flag_count > 1) {
            snprintf(number, sizeof number, "%3zu  ", i + 1);
        }
        ff_text_wrap(out, number, step->flags[i]->ask, FF_TEXT_WIDTH);
        ff_text_wrap(out, "     why: ", step->flags[i]->why, FF_TEXT_WIDTH);
    }
    if (step->flag_count == 1) {
        ff_text_add(out, "\n(yes, no, ? for not sure, skip or stop)\n");
        return;
    }
    ff_text_add(out,
                "\nType the numbers that fit, such as 2 5; a number with ? for not sure, such as "
                "3?;\nno when none fits; skip; or stop.\n");
}

static void because(const char *words, bool safety, ff_text *out) {
    ff_text why;
    if (words == NULL || words[0] == '\0') {
        return;
    }
    ff_text_init(&why, out->allocator);
    ff_text_addf(&why, "%s%s", safety ? "not to miss something. " : "", words);
    ff_text_wrap(out, "  why: ", why.data, FF_TEXT_WIDTH);
    out->failed |= why.failed;
    ff_text_free(&why);
}

static void question(const ff_question *asked, ff_text *out) {
    const ff_fact *fact = asked->fact;
    ff_text_wrap(out, "", fact->question, FF_TEXT_WIDTH);
    if (fact->help[0] != '\0') {
        ff_text_wrap(out, "  how: ", fact->help, FF_TEXT_WIDTH);
    }
    because(asked->why, asked->safety, out);
    if (fact->yes_no) {
        ff_text_addf(out, "(%s, %s, ? for not sure, skip or stop)\n", fact->levels[0].text,
                     fact->levels[1].text);
        return;
    }
    for (size_t i = 0; i < fact->level_count; i++) {
        ff_text_addf(out, "%3zu  %s\n", i + 1, fact->levels[i].text);
    }
    ff_text_add(out, "(a number, ? for not sure, skip or stop)\n");
}

/* A line on which one of several answers is chosen, with a letter each. */
static void choices(const ff_fact *fact, ff_text *out) {
    for (size_t i = 0; i < fact->level_count; i++) {
        char letter[32];
        snprintf(letter, sizeof letter, "       %c  ", (char)('a' + i));
        ff_text_wrap(out, letter, fact->levels[i].text, FF_TEXT_WIDTH);
    }
}

static void how_to_mark(const ff_page *asked, bool ticks, bool choice, ff_text *out) {
    if (asked->unticked_is_no) {
        ff_text_add(
            out, "\nType the numbers that fit, such as 2 5; a number with ? for not sure, such as "
                 "3?;\nno when none fits; skip; or stop. What you leave out counts as no.\n");
    } else if (!choice) {
        ff_text_add(
            out,
            "\nType the numbers that are so, such as 2 5; a number with - before it for those\n"
            "that are not, such as -3; skip; or stop. What you leave out says nothing.\n");
    } else {
        ff_text_addf(
            out,
            "\nType each number with its letter, such as 1b 2a; %sskip;\nor stop. What you "
            "leave out says nothing.\n",
            ticks ? "where there is no letter, the\nnumber when it is so, and with - before "
                    "it when it is not, such as -3; "
                  : "");
    }
}

static void page(const ff_step *step, ff_text *out) {
    const ff_page *asked = step->page;
    bool safety = false, ticks = false, choice = false;
    for (size_t i = 0; i < step->line_count; i++) {
        safety |= step->lines[i]->safety;
        ticks |= step->lines[i]->fact->yes_no;
        choice |= !step->lines[i]->fact->yes_no;
    }
    ff_text_wrap(out, "", asked->title, FF_TEXT_WIDTH);
    because(step->lines[0]->page_why, safety, out);
    ff_text_add_char(out, '\n');
    for (size_t i = 0; i < step->line_count; i++) {
        char number[32];
        snprintf(number, sizeof number, "%3zu  ", i + 1);
        ff_text_wrap(out, number, step->lines[i]->fact->line, FF_TEXT_WIDTH);
        if (!step->lines[i]->fact->yes_no) {
            choices(step->lines[i]->fact, out);
        }
    }
    how_to_mark(asked, ticks, choice, out);
}

void ff_report_step_text(const ff_step *step, ff_text *out) {
    switch (step->kind) {
    case FF_STEP_CHECKLIST:
        checklist(step, out);
        break;
    case FF_STEP_AGE:
        ff_text_add(out, "How old are you?\n  why: some causes belong to an age.\n"
                         "(years, ? to keep it to yourself, skip or stop)\n");
        break;
    case FF_STEP_HEIGHT:
        ff_text_add(out, "How tall are you?\n"
                         "  why: tall runners take a few steps a minute fewer.\n"
                         "(centimetres, ? to keep it to yourself, skip or stop)\n");
        break;
    case FF_STEP_SITES:
        ff_text_add(out,
                    "Where does it go numb?\n"
                    "  how: left:toes, right:W1,DMM, both:ball; 'help sites' lists the names.\n"
                    "  why: each nerve and each place of pressure has its own patch.\n"
                    "(side:region, ? for not sure, skip or stop)\n");
        break;
    case FF_STEP_QUESTION:
        question(step->question, out);
        break;
    case FF_STEP_PAGE:
        page(step, out);
        break;
    case FF_STEP_DONE:
        ff_text_add(out, "That is all for now: more answers would not change what to do.\n");
        break;
    }
}

static void checklist_json(ff_json *json, const ff_step *step) {
    ff_json_text_member(json, "level", ff_triage_level_name(step->level));
    ff_json_name(json, "flags");
    ff_json_array(json);
    for (size_t i = 0; i < step->flag_count; i++) {
        ff_json_object(json);
        ff_json_text_member(json, "id", step->flags[i]->id);
        ff_json_text_member(json, "ask", step->flags[i]->ask);
        ff_json_text_member(json, "why", step->flags[i]->why);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

/* What a line has to choose from; leaving it out says "not sure". */
static void options_json(ff_json *json, const ff_fact *fact) {
    ff_json_name(json, "options");
    ff_json_array(json);
    for (size_t i = 0; i < fact->level_count; i++) {
        ff_json_object(json);
        ff_json_text_member(json, "id", fact->levels[i].id);
        ff_json_text_member(json, "text", fact->levels[i].text);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void page_json(ff_json *json, const ff_step *step) {
    ff_json_text_member(json, "id", step->page->id);
    ff_json_text_member(json, "title", step->page->title);
    ff_json_text_member(json, "why", step->lines[0]->page_why);
    ff_json_text_member(json, "unticked", step->page->unticked_is_no ? "no" : "not_sure");
    ff_json_name(json, "lines");
    ff_json_array(json);
    for (size_t i = 0; i < step->line_count; i++) {
        const ff_question *line = step->lines[i];
        ff_json_object(json);
        ff_json_text_member(json, "id", line->fact->id);
        ff_json_text_member(json, "line", line->fact->line);
        ff_json_text_member(json, "question", line->fact->question);
        if (!line->fact->yes_no) {
            options_json(json, line->fact);
        }
        ff_json_name(json, "safety");
        ff_json_bool(json, line->safety);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void number_json(ff_json *json, const char *id, int least, int most) {
    ff_json_text_member(json, "id", id);
    ff_json_name(json, "least");
    ff_json_int(json, least);
    ff_json_name(json, "most");
    ff_json_int(json, most);
}

static void step_json(ff_json *json, const ff_step *step) {
    static const char *const names[] = {[FF_STEP_CHECKLIST] = "checklist",
                                        [FF_STEP_AGE] = "age",
                                        [FF_STEP_HEIGHT] = "height",
                                        [FF_STEP_SITES] = "sites",
                                        [FF_STEP_QUESTION] = "question",
                                        [FF_STEP_PAGE] = "page",
                                        [FF_STEP_DONE] = "done"};
    ff_json_object(json);
    ff_json_text_member(json, "step", names[step->kind]);
    if (step->kind == FF_STEP_CHECKLIST) {
        checklist_json(json, step);
    } else if (step->kind == FF_STEP_AGE) {
        number_json(json, FF_ANSWER_AGE, FF_LEAST_YEARS, FF_MOST_YEARS);
    } else if (step->kind == FF_STEP_HEIGHT) {
        number_json(json, FF_ANSWER_HEIGHT, FF_LEAST_CM, FF_MOST_CM);
    } else if (step->kind == FF_STEP_SITES) {
        ff_json_text_member(json, "id", FF_ANSWER_SITES);
    } else if (step->kind == FF_STEP_PAGE) {
        page_json(json, step);
    } else if (step->kind == FF_STEP_QUESTION) {
        ff_json_name(json, "question");
        ff_report_question_json(json, &ff_knowledge_built_in, step->question);
    }
    ff_json_end_object(json);
}

void ff_report_step_json(const ff_step *step, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    step_json(&json, step);
    ff_text_add_char(out, '\n');
}

void ff_report_kept_json(size_t count, const ff_assessment *assessment, const ff_step *next,
                         ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    ff_json_name(&json, "kept");
    ff_json_uint(&json, count);
    ff_json_name(&json, "triage");
    ff_report_triage_json(&json, assessment);
    ff_json_name(&json, "contradictions");
    ff_report_contradictions_json(&json, assessment);
    if (next != NULL) {
        ff_json_name(&json, "next");
        step_json(&json, next);
    }
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}
