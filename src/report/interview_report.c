#include "report/interview_report.h"

#include "report/table.h"

#include <stdio.h>

#define WIDTH 80

static const char *const page_titles[FF_TRIAGE_LEVEL_COUNT] = {
    [FF_SELF_CARE] = "Does any of these fit?",
    [FF_ROUTINE] = "Does any of these fit?",
    [FF_WITHIN_DAYS] = "Does any of these fit? (They should be seen by a doctor within days.)",
    [FF_SAME_DAY] = "Does any of these fit now? (They need a doctor today.)",
    [FF_EMERGENCY] = "Safety first. Does any of these fit now? (They need emergency care.)"};

static void checklist(const ff_step *step, ff_text *out) {
    ff_text_addf(out, "%s\n\n", page_titles[step->level]);
    for (size_t i = 0; i < step->flag_count; i++) {
        char number[32];
        snprintf(number, sizeof number, "%3zu  ", i + 1);
        ff_text_wrap(out, number, step->flags[i]->ask, WIDTH);
        ff_text_wrap(out, "     why: ", step->flags[i]->why, WIDTH);
    }
    ff_text_add(out, "\nType the numbers that fit, such as 2 5; a number with ? for not sure, such as "
                     "3?;\nno when none fits; skip; or stop.\n");
}

static void question(const ff_question *asked, ff_text *out) {
    const ff_fact *fact = asked->fact;
    ff_text_wrap(out, "", fact->question, WIDTH);
    if (fact->help[0] != '\0') {
        ff_text_wrap(out, "  how: ", fact->help, WIDTH);
    }
    if (asked->why != NULL && asked->why[0] != '\0') {
        ff_text_wrap(out, "  why: ", asked->why, WIDTH);
    }
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

void ff_report_step_text(const ff_step *step, ff_text *out) {
    switch (step->kind) {
    case FF_STEP_CHECKLIST:
        checklist(step, out);
        break;
    case FF_STEP_AGE:
        ff_text_add(out, "How old are you?\n  why: some causes belong to an age.\n"
                         "(years, ? to keep it to yourself, skip or stop)\n");
        break;
    case FF_STEP_SITES:
        ff_text_add(out, "Where does it go numb?\n"
                         "  how: left:toes, right:W1,DMM, both:ball; 'help sites' lists the names.\n"
                         "  why: each nerve and each place of pressure has its own patch.\n"
                         "(side:region, ? for not sure, skip or stop)\n");
        break;
    case FF_STEP_QUESTION:
        question(step->question, out);
        break;
    case FF_STEP_DONE:
        ff_text_add(out, "That is all for now: more answers would not change what to do.\n");
        break;
    }
}
