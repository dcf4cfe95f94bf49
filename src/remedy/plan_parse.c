#include "base/civil.h"
#include "base/number.h"
#include "base/utf8.h"
#include "remedy/plan_days.h"
#include "remedy/plan_text.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define MOST_STEP_S   36000.0
#define MOST_STEP_M   100000.0
#define LEAST_CADENCE 100.0
#define MOST_CADENCE  300.0
#define WORD_SIZE     24

typedef struct {
    ff_arena *arena;
    const char *start, *at, *end; /* the text; where it is read */
    const char *line;             /* where the line at hand begins */
    int line_number;
    ff_error *error;
    ff_code code;

    ff_plan_text_terms terms;
    bool started; /* "start:" told when week 1 begins */
    int week;     /* of the lines that follow; 0: none was named */
    ff_plan *plan;
    size_t room;
} parser;

/* ---- saying what is wrong ---- */

static bool fail_at(parser *p, const char *at, const char *format, ...) {
    if (p->code != FF_OK) {
        return false;
    }
    char message[400], where[48];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    snprintf(where, sizeof where, "line %d, column %d", p->line_number, (int)(at - p->line) + 1);
    p->code = ff_fail(p->error, FF_ERR_VALUE, where, at - p->start, "%s", message);
    return false;
}

static bool is_word_part(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '/' || c == '.';
}

/* What stands there, for a message. */
static const char *found(const parser *p, const char *at, char buffer[WORD_SIZE]) {
    if (at >= p->end || *at == '\n') {
        return "the end of the line";
    }
    size_t length = 0;
    while (at + length < p->end && is_word_part(at[length]) && length < WORD_SIZE - 3) {
        length++;
    }
    if (length == 0) {
        length = ff_utf8_length(at, (size_t)(p->end - at));
        length = length > 0 && (unsigned char)*at >= ' ' ? length : 0;
    }
    snprintf(buffer, WORD_SIZE, "'%.*s'", (int)length, at);
    return length > 0 ? buffer : "a sign that no text has";
}

static bool expected(parser *p, const char *at, const char *what) {
    char word[WORD_SIZE];
    return fail_at(p, at, "expected %s, not %s", what, found(p, at, word));
}

/* ---- signs and words ---- */

static void skip_blanks(parser *p) {
    while (p->at < p->end && (*p->at == ' ' || *p->at == '\t' || *p->at == '\r')) {
        p->at++;
    }
}

static bool at_end_of_line(parser *p) {
    skip_blanks(p);
    return p->at >= p->end || *p->at == '\n';
}

static bool take(parser *p, char sign) {
    skip_blanks(p);
    if (p->at < p->end && *p->at == sign) {
        p->at++;
        return true;
    }
    return false;
}

static bool need(parser *p, char sign, const char *what) {
    return take(p, sign) || expected(p, p->at, what);
}

/* The word there, if it is that one, whatever the case of its letters. */
static bool take_word(parser *p, const char *word) {
    skip_blanks(p);
    size_t length = strlen(word);
    if ((size_t)(p->end - p->at) < length) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        char c = p->at[i];
        if (c >= 'A' && c <= 'Z') {
            c = (char)(c - 'A' + 'a');
        }
        if (c != word[i]) {
            return false;
        }
    }
    if (p->at + length < p->end && is_word_part(p->at[length]) && is_word_part(word[length - 1])) {
        return false;
    }
    p->at += length;
    return true;
}

/* Digits and a point. */
static bool take_number(parser *p, double *x, const char *what) {
    skip_blanks(p);
    char digits[40];
    size_t length = 0;
    while (
        p->at + length < p->end && length + 1 < sizeof digits &&
        ((p->at[length] >= '0' && p->at[length] <= '9') || p->at[length] == '.' ||
         ((p->at[length] == 'e' || p->at[length] == 'E') && length > 0 &&
          p->at + length + 1 < p->end && (p->at[length + 1] == '-' || p->at[length + 1] == '+')) ||
         ((p->at[length] == '-' || p->at[length] == '+') && length > 0 &&
          (p->at[length - 1] == 'e' || p->at[length - 1] == 'E')))) {
        digits[length] = p->at[length];
        length++;
    }
    digits[length] = '\0';
    if (length == 0 || !ff_number_parse(digits, x)) {
        return expected(p, p->at, what);
    }
    p->at += length;
    return true;
}

static bool take_whole(parser *p, int least, int most, int *number, const char *what) {
    skip_blanks(p);
    const char *at = p->at;
    double x = 0;
    if (!take_number(p, &x, what)) {
        return false;
    }
    if (x != floor(x) || x < least || x > most) {
        return fail_at(p, at, "expected %s from %d to %d", what, least, most);
    }
    *number = (int)x;
    return true;
}

/* ---- words of the runner's own ---- */

static const char *copy_words(parser *p, const char *at, const char *words, size_t length) {
    if (length > FF_PLAN_WORDS_MOST) {
        fail_at(p, at, "this text has %zu bytes: at most %d are kept", length, FF_PLAN_WORDS_MOST);
        return NULL;
    }
    for (size_t i = 0; i < length;) {
        size_t one = ff_utf8_length(words + i, length - i);
        if (one == 0 || (unsigned char)words[i] < ' ' || words[i] == 0x7f) {
            fail_at(p, at, "this text holds a sign that no text has: write plain text (UTF-8)");
            return NULL;
        }
        i += one;
    }
    char *copy = ff_arena_copy_bytes(p->arena, words, length);
    if (copy == NULL) {
        p->code = ff_arena_check(p->arena, p->error);
    }
    return copy;
}

static const char *take_rest(parser *p, const char *what) {
    skip_blanks(p);
    const char *from = p->at, *to = from;
    for (; p->at < p->end && *p->at != '\n'; p->at++) {
        bool blank = *p->at == ' ' || *p->at == '\t' || *p->at == '\r';
        to = blank ? to : p->at + 1;
    }
    if (to == from) {
        expected(p, from, what);
        return NULL;
    }
    return copy_words(p, from, from, (size_t)(to - from));
}

static const char *take_quoted(parser *p) {
    const char *from = p->at++; /* the quote */
    char words[FF_PLAN_WORDS_MOST + 1];
    size_t length = 0;
    for (; p->at < p->end && *p->at != '"' && *p->at != '\n'; p->at++) {
        p->at += *p->at == '\\' && p->at + 1 < p->end && p->at[1] != '\n';
        if (length >= FF_PLAN_WORDS_MOST) {
            fail_at(p, from, "this text is too long: at most %d bytes are kept",
                    FF_PLAN_WORDS_MOST);
            return NULL;
        }
        words[length++] = *p->at;
    }
    if (p->at >= p->end || *p->at != '"') {
        expected(p, p->at, "'\"', which ends the text");
        return NULL;
    }
    p->at++;
    if (length == 0) {
        fail_at(p, from, "expected words between the quotes");
        return NULL;
    }
    return copy_words(p, from, words, length);
}

/* ---- one workout ---- */

const char *ff_workout_own_name(ff_arena *arena, const ff_workout *workout) {
    ff_text name;
    ff_text_init(&name, arena->allocator);
    ff_workout_print_short(workout, &name);
    char *copy = ff_arena_copy(arena, name.data);
    arena->failed |= name.failed;
    ff_text_free(&name);
    return copy;
}


static bool take_amount(parser *p, ff_workout_step *step) {
    double x, seconds = 0;
    skip_blanks(p);
    const char *at = p->at;
    if (!take_number(p, &x, "an amount such as 4min, 90s or 1.5km")) {
        return false;
    }
    bool clock = p->at < p->end && *p->at == ':';
    if (clock) {
        p->at++;
        if (!take_number(p, &seconds, "seconds, as in 4:30min")) {
            return false;
        }
    }
    step->duration_s = step->distance_m = NAN;
    skip_blanks(p);
    const char *unit = p->at;
    if (take_word(p, "min")) {
        step->duration_s = x * 60 + seconds;
    } else if (clock) {
        return expected(p, unit, "min after a time such as 4:30");
    } else if (take_word(p, "s") || take_word(p, "sec")) {
        step->duration_s = x;
    } else if (take_word(p, "h")) {
        step->duration_s = x * 3600;
    } else if (take_word(p, "km")) {
        step->distance_m = x * 1000;
    } else if (take_word(p, "m")) {
        step->distance_m = x;
    } else {
        return expected(p, unit, "a unit: min, s, h, km or m");
    }
    if (!(seconds < 60)) {
        return fail_at(p, at, "expected fewer than 60 seconds behind the colon");
    }
    if (step->duration_s <= 0 || step->distance_m <= 0 || step->duration_s > MOST_STEP_S ||
        step->distance_m > MOST_STEP_M) {
        return fail_at(p, at, "expected more than 0 and at most 10 hours or 100 km");
    }
    return true;
}

static bool take_cadence(parser *p, ff_workout_step *step) {
    step->cadence_low_spm = step->cadence_high_spm = NAN;
    skip_blanks(p);
    const char *at = p->at;
    if (!take(p, '@')) {
        return true;
    }
    double low, high;
    if (!take_number(p, &low, "steps a minute, as in @165-170") ||
        !need(p, '-', "'-' between the lowest and the highest step rate, as in @165-170") ||
        !take_number(p, &high, "the highest step rate, as in @165-170")) {
        return false;
    }
    if (!(low >= LEAST_CADENCE && low <= high && high <= MOST_CADENCE)) {
        return fail_at(p, at,
                       "expected steps a minute of both feet, the lower first, from %.0f to %.0f",
                       LEAST_CADENCE, MOST_CADENCE);
    }
    step->cadence_low_spm = low;
    step->cadence_high_spm = high;
    return true;
}

static bool take_step(parser *p, ff_workout_step *step) {
    *step = (ff_workout_step){0};
    if (!take_amount(p, step)) {
        return false;
    }
    skip_blanks(p);
    const char *at = p->at;
    if (take_word(p, "run")) {
        step->effort = FF_EFFORT_RUN;
    } else if (take_word(p, "walk")) {
        step->effort = FF_EFFORT_WALK;
    } else if (take_word(p, "warm-up") || take_word(p, "warmup")) {
        step->effort = FF_EFFORT_WARM_UP;
    } else if (take_word(p, "cool-down") || take_word(p, "cooldown")) {
        step->effort = FF_EFFORT_COOL_DOWN;
    } else {
        return expected(p, at, "run, walk, warm-up or cool-down");
    }
    if (!take_cadence(p, step)) {
        return false;
    }
    skip_blanks(p);
    if (p->at < p->end && *p->at == '"') {
        step->note = take_quoted(p);
    }
    return p->code == FF_OK;
}

static bool keep_steps(parser *p, const ff_workout_step *steps, size_t count, int times,
                       ff_workout_block *block) {
    *block = (ff_workout_block){
        .times = times, .steps = ff_arena_take(p->arena, count, sizeof *steps), .count = count};
    if (block->steps == NULL) {
        p->code = ff_arena_check(p->arena, p->error);
        return false;
    }
    memcpy(block->steps, steps, count * sizeof *steps);
    return true;
}

static bool take_steps(parser *p, int times, ff_workout_block *block) {
    ff_workout_step steps[FF_BLOCK_MOST_STEPS];
    size_t count = 0;
    do {
        if (count == FF_BLOCK_MOST_STEPS) {
            return fail_at(p, p->at, "expected at most %d steps in a round", FF_BLOCK_MOST_STEPS);
        }
        if (!take_step(p, &steps[count++])) {
            return false;
        }
    } while (take(p, ','));
    return need(p, ')', "',' and a further step, or ')'") &&
           keep_steps(p, steps, count, times, block);
}

/* "6x(" opens rounds; what is no such thing is a step. */
static bool take_block(parser *p, ff_workout_block *block) {
    skip_blanks(p);
    const char *at = p->at, *digits = at;
    while (digits < p->end && *digits >= '0' && *digits <= '9') {
        digits++;
    }
    if (digits > at && digits < p->end && *digits == 'x') {
        int times = 0;
        if (!take_whole(p, 1, FF_BLOCK_MOST_TIMES, &times, "rounds")) {
            return false;
        }
        p->at++;
        return need(p, '(', "'(' after the number of rounds") && take_steps(p, times, block);
    }
    ff_workout_step step;
    return take_step(p, &step) && keep_steps(p, &step, 1, 1, block);
}

static bool take_workout(parser *p, ff_workout *workout) {
    ff_workout_block blocks[FF_WORKOUT_MOST_BLOCKS];
    size_t count = 0;
    do {
        if (count == FF_WORKOUT_MOST_BLOCKS) {
            return fail_at(p, p->at, "expected at most %d parts", FF_WORKOUT_MOST_BLOCKS);
        }
        if (!take_block(p, &blocks[count++])) {
            return false;
        }
    } while (take(p, ';'));
    if (!at_end_of_line(p)) {
        return expected(p, p->at, "';' and a further part, or the end of the line");
    }
    *workout =
        (ff_workout){.blocks = ff_arena_take(p->arena, count, sizeof *blocks), .count = count};
    if (workout->blocks != NULL) {
        memcpy(workout->blocks, blocks, count * sizeof *blocks);
        workout->name = ff_workout_own_name(p->arena, workout);
    }
    p->code = ff_arena_check(p->arena, p->error);
    return p->code == FF_OK;
}

static parser parser_of(ff_arena *arena, const char *text, size_t length, ff_error *error) {
    return (parser){.arena = arena,
                    .start = text,
                    .at = text,
                    .end = text + length,
                    .line = text,
                    .line_number = 1,
                    .error = error};
}

ff_code ff_workout_parse(ff_arena *arena, const char *text, ff_workout *workout, ff_error *error) {
    parser p = parser_of(arena, text, strlen(text), error);
    take_workout(&p, workout);
    return p.code;
}

/* ---- the lines of a plan ---- */

static bool add_run(parser *p, const char *at, int64_t day_s, const ff_workout *workout) {
    ff_plan *plan = p->plan;
    if (plan->count > 0 && day_s <= plan->runs[plan->count - 1].day_s) {
        char before[FF_ISO_SIZE];
        ff_iso_date(plan->runs[plan->count - 1].day_s, before);
        return fail_at(p, at, "expected a day after %s: one run a day, in order", before);
    }
    if (plan->count == FF_PLAN_MOST_RUNS) {
        return fail_at(p, at, "expected at most %d runs in a plan", FF_PLAN_MOST_RUNS);
    }
    if (plan->count == p->room) {
        size_t room = p->room > 0 ? 2 * p->room : 32;
        plan->runs = ff_arena_grow(p->arena, plan->runs, plan->count, room, sizeof *plan->runs);
        p->room = room;
        if (plan->runs == NULL) {
            p->code = ff_arena_check(p->arena, p->error);
            return false;
        }
    }
    int64_t since = (day_s - p->terms.first_day_s) / FF_PLAN_DAY_S;
    int week = p->week > 0                                    ? p->week
               : since >= 0 && since < 7 * FF_PLAN_MOST_WEEKS ? (int)(since / 7) + 1
                                                              : 1;
    plan->runs[plan->count++] = (ff_planned_run){.day_s = day_s, .week = week, .workout = *workout};
    return true;
}

static int64_t day_of_week(const parser *p, int week, int weekday) {
    int64_t from = p->terms.first_day_s + (int64_t)(week - 1) * 7 * FF_PLAN_DAY_S;
    return from + (int64_t)((weekday - ff_weekday_of(from) + 7) % 7) * FF_PLAN_DAY_S;
}

static bool take_weekday(parser *p, int *weekday) {
    for (*weekday = 0; *weekday < 7; ++*weekday) {
        if (take_word(p, ff_weekday_name(*weekday))) {
            return true;
        }
    }
    return false;
}

static bool take_date(parser *p, int64_t *day_s) {
    skip_blanks(p);
    char text[11] = "";
    if (p->end - p->at >= 10) {
        memcpy(text, p->at, 10);
    }
    if (!ff_iso_parse_date(text, day_s)) {
        return expected(p, p->at, "a date such as 2026-08-02");
    }
    p->at += 10;
    return true;
}

static bool starts_date(const parser *p) {
    return p->end - p->at >= 5 && p->at[4] == '-' && p->at[0] >= '0' && p->at[0] <= '9';
}

static bool take_end(parser *p, const char *what) {
    return at_end_of_line(p) || expected(p, p->at, what);
}

/* "3x/week; WORKOUT" for the weeks from first to last. */
static bool take_weekly(parser *p, const char *at, int first, int last) {
    int times = 0;
    bool days[7];
    ff_workout workout;
    if (!take_whole(p, 1, 7, &times, "runs a week")) {
        return false;
    }
    if (!take_word(p, "x/week")) {
        return expected(p, p->at, "x/week, as in 3x/week");
    }
    if (!need(p, ';', "';' and the workout") || !take_workout(p, &workout)) {
        return false;
    }
    static const int none_usual[7] = {0};
    if (!ff_plan_choose_days(none_usual, p->terms.days, times, false, days) &&
        !ff_plan_choose_days(none_usual, p->terms.days, times, true, days)) {
        return fail_at(p, at, "expected no more runs a week than there are days in 'days:'");
    }
    for (int week = first; week <= last; week++) {
        p->week = week;
        for (int64_t i = 0; i < 7; i++) {
            int64_t day_s = p->terms.first_day_s + ((int64_t)(week - 1) * 7 + i) * FF_PLAN_DAY_S;
            if (days[ff_weekday_of(day_s)] && !add_run(p, at, day_s, &workout)) {
                return false;
            }
        }
    }
    return true;
}

/* "week 3", "weeks 1-2: 3x/week; WORKOUT". */
static bool take_weeks(parser *p, const char *at) {
    int first = 0, last = 0;
    if (!take_whole(p, 1, FF_PLAN_MOST_WEEKS, &first, "a week")) {
        return false;
    }
    last = first;
    if (take(p, '-') && !take_whole(p, first, FF_PLAN_MOST_WEEKS, &last, "the last week")) {
        return false;
    }
    p->week = first;
    if (take(p, ':')) {
        return take_weekly(p, at, first, last);
    }
    return first == last ? take_end(p, "':' or the end of the line")
                         : expected(p, p->at, "':' and what is run in these weeks");
}

static bool take_days(parser *p) {
    memset(p->terms.days, 0, sizeof p->terms.days);
    do {
        int weekday;
        skip_blanks(p);
        if (!take_weekday(p, &weekday)) {
            return expected(p, p->at, "a day: mon, tue, wed, thu, fri, sat or sun");
        }
        p->terms.days[weekday] = true;
    } while (take(p, ','));
    return take_end(p, "',' and a further day, or the end of the line");
}

static bool take_time(parser *p) {
    int hour = 0, minute = 0;
    if (!take_whole(p, 0, 23, &hour, "an hour") || !need(p, ':', "':' between hour and minute") ||
        !take_whole(p, 0, 59, &minute, "a minute")) {
        return false;
    }
    p->plan->start_minute = 60 * hour + minute;
    return take_end(p, "the end of the line");
}

static bool take_run(parser *p, const char *at, int64_t day_s) {
    ff_workout workout;
    return need(p, ':', "':' behind the day") && take_workout(p, &workout) &&
           add_run(p, at, day_s, &workout);
}

/* "mon: ...", "mon 2026-06-01: ...". */
static bool take_day(parser *p, const char *at, int weekday) {
    skip_blanks(p);
    int64_t day_s;
    if (!starts_date(p)) {
        return take_run(p, at, day_of_week(p, p->week > 0 ? p->week : 1, weekday));
    }
    const char *date = p->at;
    if (!take_date(p, &day_s)) {
        return false;
    }
    if (ff_weekday_of(day_s) != weekday) {
        return fail_at(p, date, "that date is a %s, not a %s",
                       ff_weekday_name(ff_weekday_of(day_s)), ff_weekday_name(weekday));
    }
    return take_run(p, at, day_s);
}

static ff_workout *last_workout(parser *p, const char *at) {
    if (p->plan->count == 0) {
        fail_at(p, at, "expected a run before what is said of it");
        return NULL;
    }
    return &p->plan->runs[p->plan->count - 1].workout;
}

static bool take_line(parser *p) {
    const char *at = p->at;
    int weekday;
    if (take_word(p, "plan:")) {
        p->plan->name = take_rest(p, "the plan's name");
    } else if (take_word(p, "time:")) {
        take_time(p);
    } else if (take_word(p, "start:")) {
        return take_date(p, &p->terms.first_day_s) && take_end(p, "the end of the line");
    } else if (take_word(p, "days:")) {
        take_days(p);
    } else if (take_word(p, "note:") || take_word(p, "name:")) {
        bool note = at[2] == 't' || at[2] == 'T';
        ff_workout *workout = last_workout(p, at);
        if (workout != NULL) {
            *(note ? &workout->note : &workout->name) = take_rest(p, "words");
        }
    } else if (take_word(p, "weeks") || take_word(p, "week")) {
        take_weeks(p, at);
    } else if (take_weekday(p, &weekday)) {
        take_day(p, at, weekday);
    } else if (starts_date(p)) {
        int64_t day_s;
        return take_date(p, &day_s) && take_run(p, at, day_s);
    } else if (*p->at >= '0' && *p->at <= '9') {
        int next = p->week + 1;
        if (next > FF_PLAN_MOST_WEEKS) {
            return fail_at(p, at, "expected at most %d weeks", FF_PLAN_MOST_WEEKS);
        }
        take_weekly(p, at, next, next);
    } else {
        expected(p, at,
                 "a day such as mon or 2026-08-02, 'week 2', '3x/week; ...', 'note:', 'plan:', "
                 "'time:', 'start:' or 'days:'");
    }
    return p->code == FF_OK;
}

ff_code ff_plan_parse(ff_arena *arena, const char *text, size_t length,
                      const ff_plan_text_terms *terms, ff_plan *plan, ff_error *error) {
    *plan = (ff_plan){.start_minute = 7 * 60};
    if (length > FF_PLAN_TEXT_MOST) {
        return ff_fail(error, FF_ERR_LIMIT, "plan", FF_PLAN_TEXT_MOST,
                       "a plan has at most %d bytes of text", FF_PLAN_TEXT_MOST);
    }
    parser p = parser_of(arena, text, length, error);
    p.terms = *terms;
    p.plan = plan;
    while (p.code == FF_OK && p.at < p.end) {
        if (!at_end_of_line(&p) && *p.at != '#') {
            take_line(&p);
        }
        while (p.code == FF_OK && p.at < p.end && *p.at != '\n') {
            p.at++; /* a comment: all else has read to the end of its line */
        }
        p.at += p.at < p.end;
        p.line = p.at;
        p.line_number++;
    }
    if (p.code == FF_OK && plan->count == 0) {
        return ff_fail(error, FF_ERR_VALUE, "plan", FF_NO_OFFSET,
                       "there is no run in it: a line such as 'mon 2026-06-01: 20min run' or "
                       "'3x/week; 6x(4min run, 1min walk)' tells of one");
    }
    return p.code;
}
