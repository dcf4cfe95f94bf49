#include "report/body_report.h"

#include "base/number.h"
#include "report/table.h"
#include "report/words.h"

#include <math.h>
#include <string.h>

/* ---- lines ---- */

/* Adds words of the knowledge, in which commands begin with 'footfall, as this program is called.
 */
static void add_called(ff_text *line, const char *words, const char *program) {
    static const char name[] = "'footfall ";
    for (const char *at = strstr(words, name); at != NULL; at = strstr(words, name)) {
        ff_text_add_bytes(line, words, (size_t)(at - words));
        ff_text_addf(line, "'%s ", program);
        words = at + sizeof name - 1;
    }
    ff_text_add(line, words);
}

/* "How: ..." as a paragraph; nothing without words. */
static void paragraph(ff_text *out, const char *label, const char *words, const ff_basis *basis) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    ff_text_addf(&line, "%s: %s", label, words);
    if (basis != NULL) {
        ff_text_add(&line, " (");
        ff_words_sources(&line, basis);
        ff_text_add_char(&line, ')');
    }
    if (words[0] != '\0') {
        ff_text_wrap(out, "  ", line.data, FF_TEXT_WIDTH);
    }
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void numbered(ff_text *out, const char *indent, const char *const *steps, size_t count) {
    for (size_t i = 0; i < count; i++) {
        ff_text first;
        ff_text_init(&first, out->allocator);
        ff_text_addf(&first, "%s%zu. ", indent, i + 1);
        ff_text_wrap(out, first.data, steps[i], FF_TEXT_WIDTH);
        out->failed |= first.failed;
        ff_text_free(&first);
    }
}

static void sentence(ff_text *out, const char *words) {
    ff_text_wrap(out, "", words, FF_TEXT_WIDTH);
}

static const char *number_text(double x, char text[FF_NUMBER_SIZE]) {
    ff_number_format(ff_round_result(x), text);
    return text;
}

/* ---- routines ---- */

void ff_dose_text(const ff_exercise *e, ff_text *line) {
    if (e->sets == 1 && e->times == 1) {
        ff_text_add(line, "once");
    } else if (e->times == 0) {
        ff_text_addf(line, "%d x %d s", e->sets, e->seconds);
    } else {
        ff_text_addf(line, "%d x %d", e->sets, e->times);
        if (e->seconds > 0) {
            ff_text_addf(line, ", held %d s", e->seconds);
        }
    }
    ff_text_add(line, e->each_side ? ", each side" : "");
}

static void days_text(const ff_routine *r, ff_text *line) {
    if (r->days >= 7) {
        ff_text_add(line, ", daily");
    } else if (r->days > 0) {
        ff_text_addf(line, ", %s days a week or more", FF_FIXED(r->days, 0));
    }
}

/* What is done over weeks and is no remedy is told of each run: a trial draws its changes by run.
 */
static void trial_words(const ff_routine *r, const char *program, ff_text *line) {
    if (r->remedy != NULL) {
        ff_words_trial_hint(line, program, r->remedy);
    } else if (r->acts == FF_ACTS_BY_WEEKS) {
        ff_text_addf(line,
                     "It works over weeks: a trial can only show whether numbness goes with it. "
                     "Say of each run "
                     "that you did it: '%s log last --changed %s'.",
                     program, r->id);
    } else {
        ff_words_trial_hint_of(line, program, r->id, r->acts);
    }
}

static void trial_text(const ff_routine *r, const char *program, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    trial_words(r, program, &line);
    sentence(out, line.data);
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void exercise_text(const ff_exercise *e, size_t number, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    ff_text_addf(&line, "\n%zu. %s: ", number, e->name);
    ff_dose_text(e, &line);
    ff_text_add(&line, " (");
    ff_words_sources(&line, &e->dose_basis);
    ff_text_add_char(&line, ')');
    ff_text_add_char(out, '\n');
    sentence(out, line.data + 1);
    for (size_t i = 0; i < e->step_count; i++) {
        ff_text_wrap(out, "   - ", e->steps[i], FF_TEXT_WIDTH);
    }
    ff_text_clear(&line);
    ff_text_addf(&line, "Right: %s", e->feel);
    ff_text_wrap(out, "   ", line.data, FF_TEXT_WIDTH);
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void cautions_text(const char *const *cautions, const ff_routine *r, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    for (size_t i = 0; cautions[i] != NULL; i++) {
        ff_text_addf(&line, "%s%s", i > 0 ? "; " : "You said: ", cautions[i]);
    }
    if (line.length > 0) {
        ff_text_addf(&line,
                     ". The nerve may be held in the back or the buttock, and pulling at it may do "
                     "harm. First ask: %s.",
                     r->see_whom);
        sentence(out, line.data);
        ff_text_add_char(out, '\n');
    }
    out->failed |= line.failed;
    ff_text_free(&line);
}

void ff_routine_text(const ff_routine *r, const char *const *cautions, const char *program,
                     ff_arena *arena, ff_text *out) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    cautions_text(cautions, r, out);
    ff_text_addf(out, "%s\n\n", r->name);
    sentence(out, r->why);
    ff_text_add(&line, r->times);
    days_text(r, &line);
    paragraph(out, "When", line.data, &r->days_basis);
    paragraph(out, "Not", r->not_for, NULL);
    paragraph(out, "Stop", r->stop, NULL);
    for (size_t i = 0; i < r->exercise_count; i++) {
        exercise_text(r->exercises[i], i + 1, out);
    }
    ff_text_add_char(out, '\n');
    paragraph(out, "More", r->progress, NULL);
    paragraph(out, "What is known", r->known, &r->known_basis);
    paragraph(out, "Weak", r->weak, NULL);
    paragraph(out, "Judge it after", r->judge, &r->judge_basis);
    paragraph(out, "Whom to see", r->see_whom, NULL);
    ff_text_add_char(out, '\n');
    trial_text(r, program, out);
    ff_text_clear(&line);
    ff_text_addf(&line, "Pictures: '%s routine %s --svg > %s.svg'.", program, r->id, r->id);
    sentence(out, line.data);
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void basis_json(ff_json *json, const char *name, const ff_basis *basis) {
    ff_json_name(json, name);
    ff_json_object(json);
    ff_words_basis_json(json, basis, basis->evidence_class);
    ff_json_end_object(json);
}

static void texts_json(ff_json *json, const char *name, const char *const *texts, size_t count) {
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < count; i++) {
        ff_json_text(json, texts[i]);
    }
    ff_json_end_array(json);
}

static void text_member(ff_json *json, const char *name, const char *text) {
    ff_json_text_member(json, name, text[0] != '\0' ? text : NULL);
}

static void whole_member(ff_json *json, const char *name, int value) {
    if (value > 0) {
        ff_json_name(json, name);
        ff_json_int(json, value);
    }
}

static void exercise_json(const ff_exercise *e, ff_json *json) {
    ff_json_object(json);
    ff_json_text_member(json, "id", e->id);
    ff_json_text_member(json, "name", e->name);
    whole_member(json, "sets", e->sets);
    whole_member(json, "times", e->times);
    whole_member(json, "seconds", e->seconds);
    ff_json_name(json, "each_side");
    ff_json_bool(json, e->each_side);
    basis_json(json, "dose_basis", &e->dose_basis);
    texts_json(json, "steps", e->steps, e->step_count);
    ff_json_text_member(json, "feel", e->feel);
    ff_json_text_member(json, "picture", e->picture->id);
    ff_json_text_member(json, "picture_says", e->picture->says);
    ff_json_end_object(json);
}

static void routine_members(const ff_routine *r, ff_json *json) {
    ff_json_text_member(json, "id", r->id);
    ff_json_text_member(json, "name", r->name);
    ff_json_text_member(json, "remedy", r->remedy != NULL ? r->remedy->id : NULL);
    ff_json_text_member(json, "why", r->why);
    ff_json_text_member(json, "times", r->times);
    ff_json_result_member(json, "days", r->days > 0 ? r->days : NAN);
    ff_json_name(json, "pulls");
    ff_json_bool(json, r->pulls);
}

void ff_routine_json(const ff_routine *r, const char *const *cautions, const char *program,
                     ff_json *json) {
    size_t count = 0;
    ff_text trial;
    ff_text_init(&trial, json->out->allocator);
    trial_words(r, program, &trial);
    while (cautions[count] != NULL) {
        count++;
    }
    routine_members(r, json);
    basis_json(json, "days_basis", &r->days_basis);
    texts_json(json, "ask_first", cautions, count);
    ff_json_text_member(json, "not_for", r->not_for);
    ff_json_text_member(json, "stop", r->stop);
    ff_json_text_member(json, "progress", r->progress);
    ff_json_text_member(json, "known", r->known);
    basis_json(json, "known_basis", &r->known_basis);
    text_member(json, "weak", r->weak);
    text_member(json, "judge", r->judge);
    text_member(json, "trial", trial.data);
    ff_json_text_member(json, "try",
                        r->remedy != NULL             ? r->remedy->id
                        : r->acts != FF_ACTS_BY_WEEKS ? r->id
                                                      : NULL);
    json->out->failed |= trial.failed;
    ff_text_free(&trial);
    ff_json_text_member(json, "see_whom", r->see_whom);
    ff_json_name(json, "exercises");
    ff_json_array(json);
    for (size_t i = 0; i < r->exercise_count; i++) {
        exercise_json(r->exercises[i], json);
    }
    ff_json_end_array(json);
}

void ff_routines_text(const ff_knowledge *knowledge, const char *program, ff_arena *arena,
                      ff_text *out) {
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "routine", false);
    ff_table_column(&table, "what it is", false);
    ff_table_column(&table, "when", false);
    for (size_t i = 0; i < knowledge->routine_count; i++) {
        const ff_routine *r = &knowledge->routines[i];
        ff_table_row(&table, (const char *[]){r->id, r->name, r->times}, 3);
    }
    ff_table_print(&table, 0, out);
    const char *hint = ff_arena_printf(
        arena,
        "'%s routine NAME' shows one with its dose, when not to do it, and what is known; "
        "with --svg its pictures.",
        program);
    ff_text_add_char(out, '\n');
    sentence(out, hint != NULL ? hint : "");
}

void ff_routines_json(const ff_knowledge *knowledge, ff_json *json) {
    ff_json_name(json, "routines");
    ff_json_array(json);
    for (size_t i = 0; i < knowledge->routine_count; i++) {
        ff_json_object(json);
        routine_members(&knowledge->routines[i], json);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

/* ---- home tests ---- */

/* Under a red flag that leaves room for nothing else it is not done, only told if it was. */
static bool waits(const ff_home_test *t, bool no_load) {
    return t->loads && no_load;
}

void ff_home_tests_text(const ff_knowledge *knowledge, const char *const *answers, bool no_load,
                        const char *program, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "test", false);
    ff_table_column(&table, "what it is", false);
    ff_table_column(&table, "your result", false);
    if (no_load) {
        ff_table_column(&table, "now", false);
    }
    for (size_t i = 0; i < knowledge->home_test_count; i++) {
        const ff_home_test *t = &knowledge->home_tests[i];
        ff_table_row(&table,
                     (const char *[]){t->id, t->name, answers[i], waits(t, no_load) ? "waits" : ""},
                     no_load ? 4 : 3);
    }
    ff_table_print(&table, 0, out);
    if (no_load) {
        ff_text_add_char(out, '\n');
        sentence(out, "What loads the foot waits: first what stands above. The other tests need no "
                      "more than sitting, lying or standing still.");
    }
    const char *hint = ff_arena_printf(
        arena,
        "'%s home-test NAME' tells how one is done; with a result, what that means. A home "
        "test is no examination: it moves the chances of causes a little.",
        program);
    ff_text_add_char(out, '\n');
    sentence(out, hint != NULL ? hint : "");
}

void ff_home_tests_json(const ff_knowledge *knowledge, const char *const *answers, bool no_load,
                        ff_json *json) {
    ff_json_name(json, "home_tests");
    ff_json_array(json);
    for (size_t i = 0; i < knowledge->home_test_count; i++) {
        const ff_home_test *t = &knowledge->home_tests[i];
        ff_json_object(json);
        ff_json_text_member(json, "id", t->id);
        ff_json_text_member(json, "name", t->name);
        ff_json_text_member(json, "finding", t->fact->id);
        ff_json_text_member(json, "needs", t->needs);
        ff_json_text_member(json, "answer", answers[i]);
        ff_json_name(json, "loads");
        ff_json_bool(json, t->loads);
        ff_json_name(json, "waits");
        ff_json_bool(json, waits(t, no_load));
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void measure_text(const ff_home_test *t, const ff_test_measure *m, ff_text *line) {
    char low[FF_NUMBER_SIZE], high[FF_NUMBER_SIZE];
    ff_text_addf(line, "%s, %s to %s%s. ", m->unit, number_text(m->low, low),
                 number_text(m->high, high), t->sum ? " a side" : "");
    if (m->error > 0) {
        ff_text_addf(line, "One reading may be %s %s off, so that near a limit it cannot tell",
                     number_text(m->error, low), m->unit);
    } else {
        ff_text_add(line, "It is counted, and no error is known");
    }
}

static void how_to_tell(const ff_home_test *t, const char *program, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    ff_text_addf(&line, "'%s home-test %s ", program, t->id);
    for (size_t i = 0; i < t->fact->level_count; i++) {
        ff_text_addf(&line, "%s%s", i > 0 ? "|" : "", t->fact->levels[i].id);
    }
    ff_text_add(&line, "|unsure'");
    if (t->measure_count > 0) {
        ff_text_addf(&line, ", or what you read: '%s home-test %s --left N --right N'", program,
                     t->id);
    }
    ff_text_add_char(&line, '.');
    ff_text_add_char(out, '\n');
    ff_text_wrap(out, "Tell the result: ", line.data, FF_TEXT_WIDTH);
    ff_text_clear(&line);
    ff_text_addf(&line, "Picture: '%s home-test %s --svg > %s.svg'.", program, t->id, t->id);
    sentence(out, line.data);
    out->failed |= line.failed;
    ff_text_free(&line);
}

void ff_home_test_text(const ff_home_test *t, const char *program, ff_arena *arena, ff_text *out) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    ff_text_addf(out, "%s\n\n", t->name);
    sentence(out, t->fact->why);
    paragraph(out, "Needs", t->needs, NULL);
    paragraph(out, "Not", t->not_for, NULL);
    paragraph(out, "Stop", t->stop, NULL);
    ff_text_add_char(out, '\n');
    numbered(out, "  ", t->steps, t->step_count);
    ff_text_add_char(out, '\n');
    paragraph(out, "What counts", t->counts, NULL);
    for (size_t i = 0; i < t->measure_count; i++) {
        ff_text_clear(&line);
        measure_text(t, &t->measures[i], &line);
        paragraph(out, "Read in", line.data, &t->measures[i].basis);
    }
    paragraph(out, "How sure", t->reliable, &t->reliable_basis);
    for (size_t i = 0; i < t->fact->level_count; i++) {
        ff_text_clear(&line);
        ff_text_addf(&line, "%s ", t->means[i]);
        add_called(&line, t->act[i], program);
        paragraph(out, ff_arena_printf(arena, "If %s", t->fact->levels[i].id), line.data, NULL);
    }
    ff_text_clear(&line);
    add_called(&line, t->act_unsure, program);
    paragraph(out, "If you cannot tell", line.data, NULL);
    how_to_tell(t, program, out);
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void measures_json(const ff_home_test *t, ff_json *json) {
    ff_json_name(json, "measures");
    ff_json_array(json);
    for (size_t i = 0; i < t->measure_count; i++) {
        const ff_test_measure *m = &t->measures[i];
        ff_json_object(json);
        ff_json_text_member(json, "unit", m->unit);
        ff_json_result_member(json, "low", m->low);
        ff_json_result_member(json, "high", m->high);
        ff_json_result_member(json, "error", m->error);
        basis_json(json, "error_basis", &m->basis);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

void ff_home_test_json(const ff_home_test *t, ff_json *json) {
    ff_json_text_member(json, "id", t->id);
    ff_json_text_member(json, "name", t->name);
    ff_json_text_member(json, "finding", t->fact->id);
    ff_json_text_member(json, "why", t->fact->why);
    ff_json_text_member(json, "needs", t->needs);
    ff_json_text_member(json, "not_for", t->not_for);
    ff_json_text_member(json, "stop", t->stop);
    texts_json(json, "steps", t->steps, t->step_count);
    ff_json_text_member(json, "counts", t->counts);
    measures_json(t, json);
    ff_json_text_member(json, "reliable", t->reliable);
    basis_json(json, "reliable_basis", &t->reliable_basis);
    ff_json_name(json, "results");
    ff_json_array(json);
    for (size_t i = 0; i < t->fact->level_count; i++) {
        ff_json_object(json);
        ff_json_text_member(json, "result", t->fact->levels[i].id);
        ff_json_text_member(json, "means", t->means[i]);
        ff_json_text_member(json, "do", t->act[i]);
        ff_json_text_member(json, "see", ff_triage_level_name(t->see[i]));
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    ff_json_text_member(json, "do_unsure", t->act_unsure);
    ff_json_text_member(json, "picture_says", t->picture->says);
}

/* ---- a result ---- */

static void one_reading(const ff_home_test_outcome *o, ff_side side, ff_text *line) {
    char text[FF_NUMBER_SIZE];
    double value = side == FF_LEFT ? o->left : o->right;
    if (!isnan(value)) {
        ff_text_addf(line, "%s%s %s %s", line->length > 0 ? ", " : "", ff_side_word(side),
                     number_text(value, text), o->measure->unit);
        if (o->read_on[side] != NULL) {
            ff_text_addf(line, " (of %s)", o->read_on[side]);
        }
    }
}

void ff_readings_text(const ff_home_test_outcome *o, ff_text *line) {
    if (o->measure != NULL) {
        one_reading(o, FF_LEFT, line);
        one_reading(o, FF_RIGHT, line);
    }
}

static bool is_told_sided(const ff_home_test_outcome *o) {
    return o->measure != NULL && !o->result.whole;
}

static void spread_text(const ff_home_test_outcome *o, const char *side, double value,
                        ff_text *line) {
    char text[4][FF_NUMBER_SIZE];
    double e = o->measure->error;
    if (!isnan(value) && value - e <= o->result.at && o->result.at <= value + e) {
        ff_text_addf(line, " The %s lies between %s and %s %s, and the limit is %s.", side,
                     number_text(value - e, text[0]), number_text(value + e, text[1]),
                     o->measure->unit, number_text(o->result.at, text[2]));
    }
}

/* Why it cannot tell. */
static void unsure_text(const ff_home_test_outcome *o, ff_text *line) {
    if (o->result.contradict) {
        ff_text_add(line, " The sides say different things.");
    } else if (o->measure != NULL && o->result.by_limit && isnan(o->result.at)) {
        ff_text_add(line, " The sides differ, but no more than counts differ from day to day.");
    } else if (o->measure != NULL && o->result.by_limit) {
        spread_text(o, "left", o->left, line);
        spread_text(o, "right", o->right, line);
    } else if (is_told_sided(o)) {
        ff_text_add(line, " This side alone does not settle it: measure the other too.");
    }
}

static const char *level_id(const ff_home_test_outcome *o) {
    return o->result.level < 0 ? "unsure" : o->test->fact->levels[o->result.level].id;
}

static const char *see_words(ff_triage_level level) {
    static const char *const words[] = {NULL, NULL, "This points to a doctor, within days.",
                                        "This points to a doctor, today.",
                                        "This points to an emergency department, now."};
    return words[level];
}

static void result_text(const ff_home_test_outcome *o, ff_text *line) {
    ff_readings_text(o, line);
    ff_text_addf(line, "%s%s.", line->length > 0 ? ": " : "",
                 o->result.level < 0 ? "cannot tell" : o->test->fact->levels[o->result.level].text);
    if (o->result.level < 0) {
        unsure_text(o, line);
    } else if (o->not_kept == NULL) { /* what would calm beside a red flag is not said */
        ff_text_addf(line, " %s", o->test->means[o->result.level]);
    }
}

/* What to do with the result; NULL: what comes first stands above, and nothing beside it. */
static const char *act_of(const ff_home_test_outcome *o) {
    int level = o->result.level;
    bool urgent = level >= 0 && o->test->see[level] >= FF_WITHIN_DAYS;
    if ((o->not_kept != NULL && level >= 0) || (o->act_waits && !urgent)) {
        return NULL;
    }
    return level < 0 ? o->test->act_unsure : o->test->act[level];
}

static void kept_text(const ff_home_test_outcome *o, const char *program, ff_text *line) {
    if (o->not_kept != NULL) {
        ff_text_add(line, o->not_kept);
        return;
    }
    if (!o->as_figures) {
        ff_text_addf(line, "Kept as your answer to %s (%s: %s). '%s why' counts it.",
                     o->test->fact->id, o->test->fact->name, level_id(o), program);
        return;
    }
    ff_text_addf(line, "Kept with its error: '%s foot' shows it. ", program);
    if (o->answers) {
        ff_text_addf(line, "It answers %s (%s: %s), and '%s why' counts it.", o->test->fact->id,
                     o->test->fact->name, level_id(o), program);
    } else {
        ff_text_addf(line, "It answers %s only together with the other side.", o->test->fact->id);
    }
}

void ff_home_test_outcome_text(const ff_home_test_outcome *o, const char *program, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    int level = o->result.level;
    const char *see = level < 0 ? NULL : see_words(o->test->see[level]);
    if (see != NULL) {
        sentence(out, see);
    }
    ff_text_addf(&line, "%s: ", o->test->name);
    ff_text result;
    ff_text_init(&result, out->allocator);
    result_text(o, &result);
    ff_text_add(&line, result.data);
    sentence(out, line.data);
    ff_text_clear(&line);
    const char *act = act_of(o);
    if (act != NULL) {
        add_called(&line, act, program);
        paragraph(out, "What to do", line.data, NULL);
    } else if (o->not_kept == NULL) {
        paragraph(out, "What to do", "What stands above comes first; the rest waits.", NULL);
    }
    paragraph(out, "How sure", o->test->reliable, &o->test->reliable_basis);
    ff_text_clear(&line);
    kept_text(o, program, &line);
    sentence(out, line.data);
    out->failed |= line.failed || result.failed;
    ff_text_free(&result);
    ff_text_free(&line);
}

void ff_home_test_outcome_members(const ff_home_test_outcome *o, ff_json *json) {
    ff_text line;
    ff_text_init(&line, json->out->allocator);
    int level = o->result.level;
    ff_json_text_member(json, "test", o->test->id);
    ff_json_text_member(json, "finding", o->test->fact->id);
    ff_json_result_member(json, "left", o->left);
    ff_json_result_member(json, "right", o->right);
    ff_json_text_member(json, "unit", o->measure != NULL ? o->measure->unit : NULL);
    ff_json_result_member(json, "error", o->measure != NULL ? o->measure->error : NAN);
    ff_json_text_member(json, "result", level_id(o));
    result_text(o, &line);
    ff_json_text_member(json, "says", line.data);
    ff_json_text_member(json, "do", act_of(o));
    ff_json_text_member(json, "see",
                        ff_triage_level_name(level < 0 ? FF_SELF_CARE : o->test->see[level]));
    ff_json_name(json, "kept");
    ff_json_bool(json, o->not_kept == NULL);
    ff_json_name(json, "answers");
    ff_json_bool(json, o->answers && o->not_kept == NULL);
    text_member(json, "not_kept", o->not_kept != NULL ? o->not_kept : "");
    json->out->failed |= line.failed;
    ff_text_free(&line);
}
