/* ask: the interview in a terminal. */
#include "face/cli/cli.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_TOLD = 128 };

typedef struct {
    cli_session *cli;
    ff_interview *interview;
    const void *told[MOST_TOLD]; /* flags, questions one is not sure of, contradictions: shown */
    size_t told_count;
    size_t answered;
    bool emergency;
} asking;

/* What a typed line asks for. */
typedef enum { WORD_OTHER, WORD_STOP, WORD_SKIP, WORD_UNSURE, WORD_YES, WORD_NO } word;

static word word_of(const char *line) {
    static const struct {
        const char *text;
        word means;
    } words[] = {{"stop", WORD_STOP}, {"quit", WORD_STOP},     {"q", WORD_STOP},
                 {"", WORD_SKIP},     {"skip", WORD_SKIP},     {"s", WORD_SKIP},
                 {"?", WORD_UNSURE},  {"unsure", WORD_UNSURE}, {"not sure", WORD_UNSURE},
                 {"yes", WORD_YES},   {"y", WORD_YES},         {"no", WORD_NO},
                 {"n", WORD_NO},      {"none", WORD_NO}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcasecmp(line, words[i].text) == 0) {
            return words[i].means;
        }
    }
    return WORD_OTHER;
}

/* What does not fit in the line is not the answer to the next question. */
static void drop_rest(const char *line) {
    int c = strchr(line, '\n') != NULL ? '\n' : 0;
    while (c != '\n' && c != EOF) {
        c = getchar();
    }
}

/* One line without blanks at its ends; false at the end of input or on Ctrl-C. */
static bool read_line(const asking *a, char *line, size_t size) {
    printf("> ");
    fflush(stdout);
    if (fgets(line, (int)size, stdin) == NULL || a->cli->context.cancelled(a->cli->context.user)) {
        putchar('\n');
        return false;
    }
    drop_rest(line);
    size_t length = strlen(line);
    while (length > 0 && isspace((unsigned char)line[length - 1])) {
        line[--length] = '\0';
    }
    size_t blanks = strspn(line, " \t");
    memmove(line, line + blanks, length - blanks + 1);
    return true;
}

static ff_code answer(asking *a, const char *id, ff_answer_state state, const char *value) {
    ff_code code = ff_interview_answer(a->interview, id, state, value, &a->cli->error);
    a->answered += code == FF_OK && state != FF_NOT_ASKED;
    return code;
}

/* Prints the text, whole or not at all, and frees it. */
static ff_code show(asking *a, ff_text *text) {
    ff_code code = ff_text_check(text, &a->cli->error);
    if (code == FF_OK) {
        cli_print(text->data);
    }
    ff_text_free(text);
    return code;
}

static ff_code show_step(asking *a, const ff_step *step) {
    ff_text text;
    ff_text_init(&text, NULL);
    ff_step_text(step, &text);
    return show(a, &text);
}

/* On one page of the checklist, or of lines to tick; all of the checklist together is fewer. */
#define MOST_MARKS 64

/* The level of the answer: of "yes" and "no" as all yes/no findings have them, or of a choice. */
typedef int mark;
enum { MARK_OPEN = -2, MARK_UNSURE = -1, MARK_YES = 0, MARK_NO = 1 };

/* What is marked at once: flags of the checklist, or lines of a page. */
typedef struct {
    const ff_step *step;
    size_t count;
    mark unticked;   /* what MARK_OPEN, no mark, means */
    bool none_means; /* "no" says that none of them fits */
} sheet;

static sheet sheet_of(const ff_step *step) {
    if (step->kind == FF_STEP_CHECKLIST) {
        return (sheet){step, step->flag_count, MARK_NO, true};
    }
    bool no = step->page->unticked_is_no;
    return (sheet){step, step->line_count, no ? MARK_NO : MARK_UNSURE, no};
}

/* The line when one of several answers is chosen on it; NULL when it is ticked or not. */
static const ff_fact *choice_on(const sheet *on, size_t i) {
    const ff_fact *fact = on->step->kind == FF_STEP_PAGE ? on->step->lines[i]->fact : NULL;
    return fact != NULL && !fact->yes_no ? fact : NULL;
}

static bool has_choice(const sheet *on) {
    for (size_t i = 0; i < on->count; i++) {
        if (choice_on(on, i) != NULL) {
            return true;
        }
    }
    return false;
}

/* One mark, such as "2", "-4", "3?" or "1b", into where it belongs; where it ends, or NULL when it
 * is not understood. A choice takes its letter, and no other line takes one. */
static const char *read_mark(const char *line, const sheet *on, mark *marks) {
    char *end;
    bool no = !on->none_means && *line == '-';
    long number = isdigit((unsigned char)line[no]) ? strtol(line + no, &end, 10) : 0;
    if (number < 1 || (size_t)number > on->count) {
        return NULL;
    }
    const ff_fact *choice = choice_on(on, (size_t)number - 1);
    int letter = tolower((unsigned char)*end) - 'a';
    if (*end == '?' && !no) {
        marks[number - 1] = MARK_UNSURE;
        return end + 1;
    }
    if (choice != NULL && !no && letter >= 0 && (size_t)letter < choice->level_count) {
        marks[number - 1] = letter;
        return end + 1;
    }
    marks[number - 1] = no ? MARK_NO : MARK_YES;
    return choice == NULL && *end != '?' ? end : NULL;
}

/* "2 5 3?" into one mark a line, with denials "2 -4" and choices "1b" too; false when what was
 * typed is not understood. Marks stand apart: "2-5" is a range to some, and must not deny the
 * fifth line. */
static bool read_marks(const char *line, const sheet *on, mark *marks) {
    while (*line != '\0') {
        line = read_mark(line, on, marks);
        size_t apart = line != NULL ? strspn(line, " ,;") : 0;
        if (line == NULL || (apart == 0 && *line != '\0')) {
            return false;
        }
        line += apart;
    }
    return true;
}

static const char *id_on(const sheet *on, size_t i) {
    return on->step->kind == FF_STEP_CHECKLIST ? on->step->flags[i]->id
                                               : on->step->lines[i]->fact->id;
}

static void mark_all(const sheet *on, mark *marks, mark all) {
    for (size_t i = 0; i < on->count; i++) {
        marks[i] = all;
    }
}

static const char *value_of(const sheet *on, size_t i, mark said) {
    const ff_fact *choice = choice_on(on, i);
    if (said == MARK_UNSURE) {
        return NULL; /* nothing was said */
    }
    return choice != NULL ? choice->levels[said].id : said == MARK_YES ? "yes" : "no";
}

/* Keeps one answer a line of the page: what its mark says, or a skip of them all. */
static ff_code keep_page(asking *a, const sheet *on, const mark *marks) {
    ff_finding answers[MOST_MARKS];
    for (size_t i = 0; i < on->count; i++) {
        answers[i] = (ff_finding){.id = id_on(on, i)};
        if (marks != NULL) {
            mark own = marks[i] == MARK_OPEN ? on->unticked : marks[i];
            answers[i].state = own == MARK_UNSURE ? FF_NOT_SURE : FF_SAID;
            answers[i].value = value_of(on, i, own);
        }
    }
    ff_code code = ff_interview_answers(a->interview, answers, on->count, &a->cli->error);
    a->answered += code == FF_OK && marks != NULL ? on->count : 0;
    return code;
}

static void say_how_to_mark(const sheet *on) {
    if (on->count == 1) {
        printf("Please answer yes, no, ?, skip or stop.\n");
    } else if (has_choice(on)) {
        printf(
            "Please type numbers from 1 to %zu, each with its letter, such as 1b, skip or stop.\n",
            on->count);
    } else if (on->none_means) {
        printf("Please type numbers from 1 to %zu, no, skip or stop.\n", on->count);
    } else {
        printf("Please type numbers from 1 to %zu, with - before those that are not so, skip or "
               "stop.\n",
               on->count);
    }
}

/* Marks what was typed; false when it is not understood. */
static bool mark_page(const sheet *on, const char *line, word said, mark *marks) {
    switch (said) {
    case WORD_NO:
        return on->none_means;
    case WORD_YES:
        marks[0] = MARK_YES;
        return on->count == 1;
    case WORD_UNSURE:
        mark_all(on, marks, MARK_UNSURE);
        return true;
    default:
        return read_marks(line, on, marks);
    }
}

/* Whether a line that is asked for safety was left out, where that would say nothing: it is asked
 * for once more, so that none is overlooked among the others. */
static bool lacks_safety(const sheet *on, const mark *marks) {
    for (size_t i = 0; on->unticked == MARK_UNSURE && i < on->count; i++) {
        if (on->step->lines[i]->safety && marks[i] == MARK_OPEN) {
            const char *letter = choice_on(on, i) != NULL ? "a" : "";
            printf("Number %zu is asked not to miss something. Please answer it too, such as "
                   "%zu%s, or "
                   "%zu? for not sure.\n",
                   i + 1, i + 1, letter, i + 1);
            return true;
        }
    }
    return false;
}

/* Marks what was typed, beside what was before; what is not understood changes nothing. Whether
 * the page is done. */
static bool go_through(const sheet *on, const char *line, word said, mark *marks) {
    mark typed[MOST_MARKS];
    memcpy(typed, marks, on->count * sizeof *marks);
    if (!mark_page(on, line, said, typed)) {
        say_how_to_mark(on);
        return false;
    }
    memcpy(marks, typed, on->count * sizeof *marks);
    return !lacks_safety(on, marks);
}

static ff_code ask_page(asking *a, const ff_step *step, bool *stop) {
    mark marks[MOST_MARKS];
    char line[256];
    sheet on = sheet_of(step);
    if (on.count > MOST_MARKS) {
        return ff_fail(&a->cli->error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET,
                       "a page is longer than the terminal can ask");
    }
    mark_all(&on, marks, MARK_OPEN);
    ff_code shown = show_step(a, step);
    while (shown == FF_OK && read_line(a, line, sizeof line)) {
        word said = word_of(line);
        if (said == WORD_STOP) {
            *stop = true;
            return FF_OK;
        }
        if (said == WORD_SKIP) {
            return keep_page(a, &on, NULL);
        }
        if (go_through(&on, line, said, marks)) {
            return keep_page(a, &on, marks);
        }
    }
    *stop = true;
    return shown;
}

/* Age and place are typed in; the app says whether they are understood. */
static ff_code ask_typed(asking *a, const ff_step *step, const char *id, bool *stop) {
    char line[256];
    ff_code shown = show_step(a, step);
    while (shown == FF_OK && read_line(a, line, sizeof line)) {
        word said = word_of(line);
        if (said == WORD_STOP) {
            *stop = true;
            return FF_OK;
        }
        if (said == WORD_SKIP || said == WORD_UNSURE) {
            return answer(a, id, said == WORD_SKIP ? FF_NOT_ASKED : FF_NOT_SURE, NULL);
        }
        ff_code code = answer(a, id, FF_SAID, line);
        if (code != FF_ERR_VALUE) {
            return code;
        }
        printf("%s. Please try again, or skip.\n", a->cli->error.message);
    }
    *stop = true;
    return shown;
}

/* The level that the line names, by number, id or words; -1 for none. */
static int level_of(const ff_fact *fact, const char *line, word said) {
    if (fact->yes_no && (said == WORD_YES || said == WORD_NO)) {
        return said == WORD_YES ? 0 : 1;
    }
    char *end;
    long number = strtol(line, &end, 10);
    if (!fact->yes_no && end != line && *end == '\0' && number >= 1 &&
        (size_t)number <= fact->level_count) {
        return (int)number - 1;
    }
    for (size_t i = 0; i < fact->level_count; i++) {
        if (strcasecmp(line, fact->levels[i].id) == 0 ||
            strcasecmp(line, fact->levels[i].text) == 0) {
            return (int)i;
        }
    }
    return -1;
}

static ff_code ask_question(asking *a, const ff_step *step, bool *stop) {
    const ff_fact *fact = step->question->fact;
    char line[256];
    ff_code shown = show_step(a, step);
    while (shown == FF_OK && read_line(a, line, sizeof line)) {
        word said = word_of(line);
        if (said == WORD_STOP) {
            *stop = true;
            return FF_OK;
        }
        if (said == WORD_SKIP) {
            return answer(a, fact->id, FF_NOT_ASKED, NULL);
        }
        if (said == WORD_UNSURE || ff_fact_is_skip(fact, line)) {
            return answer(a, fact->id, FF_NOT_SURE, NULL);
        }
        int level = level_of(fact, line, said);
        if (level >= 0) {
            return answer(a, fact->id, FF_SAID, fact->levels[level].id);
        }
        printf("Please answer with one of the choices, ?, skip or stop.\n");
    }
    *stop = true;
    return shown;
}

/* The name under which the answer behind a term is asked again. */
static const char *question_of(const ff_term *term) {
    switch (term->kind) {
    case FF_TERM_TICKED:
        return term->flag->id;
    case FF_TERM_FACT:
    case FF_TERM_SAID:
    case FF_TERM_MEASURED:
    case FF_TERM_UNKNOWN:
    case FF_TERM_BOTH_FEET:
        return term->fact->id;
    case FF_TERM_AGE:
        return FF_ANSWER_AGE;
    case FF_TERM_FAILED:
    case FF_TERM_REGION:
        break;
    }
    return FF_ANSWER_SITES;
}

enum { MOST_OFFERED = 32 };

/* One line a question, once; any answer of a rule may have been the slip. */
static size_t offer_terms(const asking *a, const ff_rule *rule, const char **offered,
                          size_t count) {
    for (size_t i = 0; i < rule->term_count && count < MOST_OFFERED; i++) {
        const char *id = question_of(&rule->terms[i]);
        bool again = rule->terms[i].negated; /* nobody said it */
        for (size_t o = 0; o < count; o++) {
            again |= strcmp(offered[o], id) == 0;
        }
        if (!again) {
            printf("  %s ask %s\n", a->cli->program, id);
            offered[count++] = id;
        }
    }
    return count;
}

/* A slip of the finger must not end the questions for ever. */
static void offer_mending(const asking *a, const ff_assessment *assessment) {
    const char *offered[MOST_OFFERED];
    size_t count = 0;
    printf("If an answer was a slip, give it again:\n");
    for (size_t i = 0; i < assessment->flag_count; i++) {
        if (assessment->flags[i].flag->level == FF_EMERGENCY) {
            count = offer_terms(a, assessment->flags[i].rule, offered, count);
        }
    }
}

/* Notes it; false when it was shown before. When there is no room it is shown again: better twice
 * than never. */
static bool is_news(asking *a, const void *shown) {
    for (size_t i = 0; i < a->told_count; i++) {
        if (a->told[i] == shown) {
            return false;
        }
    }
    if (a->told_count < MOST_TOLD) {
        a->told[a->told_count++] = shown;
    }
    return true;
}

/* Whether a flag, a sign that one is not sure of, or answers that contradict each other have come
 * up since the last time. */
static bool has_news(asking *a, const ff_assessment *assessment) {
    bool news = false;
    for (size_t i = 0; i < assessment->flag_count; i++) {
        news |= is_news(a, assessment->flags[i].flag);
    }
    for (size_t i = 0; i < assessment->open_count; i++) {
        const ff_flag_open *open = &assessment->open[i];
        news |= is_news(a, open->fact != NULL ? (const void *)open->fact
                                              : (const void *)&open->flag->ask);
    }
    for (size_t i = 0; i < assessment->contradiction_count; i++) {
        news |= is_news(a, assessment->contradictions[i].contradiction);
    }
    return news;
}

/* Red flags outrank everything: they are shown as soon as an answer raises one, whether or not it
 * changes the level. An emergency ends the questions. */
static ff_code tell_flags(asking *a, bool *stop) {
    const ff_assessment *assessment;
    ff_code code = ff_interview_assessment(a->interview, &assessment, &a->cli->error);
    if (code != FF_OK) {
        return code;
    }
    a->emergency = assessment->level == FF_EMERGENCY;
    if (has_news(a, assessment)) {
        ff_text text;
        ff_text_init(&text, NULL);
        ff_text_add_char(&text, '\n');
        ff_flags_text(assessment, &text);
        ff_text_add_char(&text, '\n');
        code = show(a, &text);
    }
    if (code == FF_OK && a->emergency) {
        printf("The questions end here. What you answered is kept.\n");
        offer_mending(a, assessment);
        *stop = true;
    }
    return code;
}

static ff_code ask_step(asking *a, const ff_step *step, bool *stop) {
    ff_code code = FF_OK;
    switch (step->kind) {
    case FF_STEP_CHECKLIST:
    case FF_STEP_PAGE:
        code = ask_page(a, step, stop);
        break;
    case FF_STEP_AGE:
        code = ask_typed(a, step, FF_ANSWER_AGE, stop);
        break;
    case FF_STEP_HEIGHT:
        code = ask_typed(a, step, FF_ANSWER_HEIGHT, stop);
        break;
    case FF_STEP_SITES:
        code = ask_typed(a, step, FF_ANSWER_SITES, stop);
        break;
    case FF_STEP_QUESTION:
        code = ask_question(a, step, stop);
        break;
    case FF_STEP_DONE:
        *stop = true;
        return show_step(a, step);
    }
    printf("\n");
    return code == FF_OK ? tell_flags(a, stop) : code;
}

/* The question that was named, or the next one. */
static ff_code first_step(asking *a, ff_step *step) {
    return a->cli->argument_count > 0
               ? ff_interview_again(a->interview, a->cli->arguments[0], step, &a->cli->error)
               : ff_interview_next(a->interview, step, &a->cli->error);
}

static ff_code ask_all(asking *a) {
    bool stop = false;
    ff_step step;
    if (a->cli->argument_count > 0) { /* also when a flag is raised: it may have been a slip */
        ff_code code = first_step(a, &step);
        return code == FF_OK ? ask_step(a, &step, &stop) : code;
    }
    ff_code code = tell_flags(a, &stop);
    while (code == FF_OK && !stop) {
        code = ff_interview_next(a->interview, &step, &a->cli->error);
        if (code == FF_OK) {
            code = ask_step(a, &step, &stop);
        }
    }
    return code;
}

/* Standard output has room for one JSON value, not for a talk: what would be asked first. */
static ff_code tell_next(asking *a, ff_text *out) {
    ff_step step;
    ff_code code = first_step(a, &step);
    if (code == FF_OK) {
        ff_step_json(&step, out);
    }
    return code;
}

cli_status cli_run_ask(cli_session *cli) {
    asking a = {.cli = cli};
    ff_app *app;
    ff_reply next;
    cli_status status = cli_begin(cli, &app, &next);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code = ff_interview_open(app, &a.interview, &cli->error);
    if (code == FF_OK && cli_format(cli) == FF_AS_JSON) {
        code = tell_next(&a, &next.text);
    } else if (code == FF_OK) {
        code = ask_all(&a);
    }
    if (code == FF_OK && cli_format(cli) != FF_AS_JSON) {
        printf("%zu answer%s kept.", a.answered, a.answered == 1 ? "" : "s");
        if (!a.emergency) { /* else there is something to do before reading */
            printf(" What fits so far: %s why", cli->program);
        }
        putchar('\n');
    }
    ff_interview_close(a.interview);
    return cli_end(cli, app, code, &next);
}
