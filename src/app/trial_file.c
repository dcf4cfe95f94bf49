/* trial analyse: runs, changes and causes from one JSON file. Nothing is remembered. */
#include <footfall/trial_file.h>

#include "app/refuse.h"
#include "app/trial_causes.h"
#include "report/trial_report.h"

#include <jansson.h>

#include <math.h>
#include <string.h>

/* Runs of one file: a run a day for thirty years. */
enum { MOST_RUNS = 10000 };

/* Of a run: two months of them. */
#define MOST_MINUTES 99999.0

/* An onset typed in whole minutes may lie a little behind the end of its run. */
#define AFTER_END_MIN 1.0

typedef struct {
    ff_arena *arena;
    ff_error *error;
    ff_trial_question question;
    ff_trial_run *runs;
    ff_trial_cause *causes;
    const char **changes;
    size_t ahead[FF_TRIAL_MOST_CHANGES];
    int64_t *called;   /* what each run of the file is called: its i, else its place */
    int64_t *numbers;  /* the same of those in the question */
    size_t asked;      /* runs in the file */
} reader;

/* ---- refusing ---- */

static ff_code refuse(reader *r, ff_code code, size_t run, const char *key, const char *words) {
    const char *place = key;
    if (run < MOST_RUNS) {
        char *text = ff_arena_printf(r->arena, "runs[%zu]%s%s", run, *key != '\0' ? "." : "", key);
        place = text != NULL ? text : key;
    }
    return ff_fail(r->error, code, place, FF_NO_OFFSET, "%s", words);
}

static ff_code wants(reader *r, const char *key, const char *words) {
    return refuse(r, FF_ERR_VALUE, MOST_RUNS, key, words);
}

/* ---- the parts of a run ---- */

/* A number; NAN when it is absent or null and may be. */
static ff_code read_number(reader *r, size_t run, const json_t *object, const char *key,
                           bool needed, double *number) {
    const json_t *value = json_object_get(object, key);
    *number = NAN;
    if (value == NULL || json_is_null(value)) {
        return needed ? refuse(r, FF_ERR_VALUE, run, key, "it is missing") : FF_OK;
    }
    *number = json_number_value(value);
    if (!json_is_number(value)) {
        return refuse(r, FF_ERR_VALUE, run, key, "it must be a number");
    }
    return FF_OK;
}

static ff_code read_minutes(reader *r, size_t run, const json_t *object, const char *key,
                            double *minutes) {
    ff_code code = read_number(r, run, object, key, true, minutes);
    return code == FF_OK && !(*minutes > 0 && *minutes <= MOST_MINUTES)
               ? refuse(r, FF_ERR_VALUE, run, key, "minutes must be more than 0, and less than 100000")
               : code;
}

static ff_code check_inside(reader *r, size_t run, const ff_trial_run *made, const char *key,
                            double minutes) {
    return minutes > made->length_min + AFTER_END_MIN
               ? refuse(r, FF_ERR_VALUE, run, key, "it is after the end of the run")
               : FF_OK;
}

/* What was felt coming when a run ended came after its end. */
static ff_code read_between(reader *r, size_t run, const json_t *onset, ff_trial_run *made) {
    ff_code code = read_minutes(r, run, onset, "lo_min", &made->low_min);
    if (code == FF_OK) {
        code = read_minutes(r, run, onset, "hi_min", &made->high_min);
    }
    if (code == FF_OK && !(made->high_min > made->low_min)) {
        return refuse(r, FF_ERR_VALUE, run, "onset.hi_min", "it must be more than lo_min");
    }
    made->known = FF_KNOWN_BETWEEN;
    if (code == FF_OK) {
        code = check_inside(r, run, made, "onset.lo_min", made->low_min);
    }
    bool coming = made->low_min >= made->length_min;
    return code == FF_OK && !coming ? check_inside(r, run, made, "onset.hi_min", made->high_min) : code;
}

/* *known is false where nobody said whether numbness came. */
static ff_code read_onset(reader *r, size_t run, const json_t *object, ff_trial_run *made,
                          bool *known) {
    const json_t *onset = json_object_get(object, "onset");
    const char *kind = json_string_value(json_object_get(onset, "kind"));
    *known = kind != NULL && strcmp(kind, "unknown") != 0;
    if (kind == NULL) {
        return refuse(r, FF_ERR_VALUE, run, "onset.kind",
                      "it must be exact, interval, right, left or unknown");
    }
    if (!*known) {
        return FF_OK;
    }
    if (strcmp(kind, "interval") == 0) {
        return read_between(r, run, onset, made);
    }
    const char *key = strcmp(kind, "exact") == 0   ? "t_min"
                      : strcmp(kind, "right") == 0 ? "lo_min"
                      : strcmp(kind, "left") == 0  ? "hi_min"
                                                   : NULL;
    if (key == NULL) {
        return refuse(r, FF_ERR_VALUE, run, "onset.kind",
                      "it must be exact, interval, right, left or unknown");
    }
    made->known = *key == 't' ? FF_KNOWN_AT : *key == 'l' ? FF_KNOWN_AFTER : FF_KNOWN_BEFORE;
    ff_code code = read_minutes(r, run, onset, key, &made->low_min);
    return code == FF_OK ? check_inside(r, run, made, key, made->low_min) : code;
}

static ff_code read_changes(reader *r, size_t run, const json_t *object, ff_trial_run *made) {
    const json_t *changes = json_object_get(object, "changes");
    if (changes != NULL && !json_is_object(changes)) {
        return refuse(r, FF_ERR_VALUE, run, "changes", "it must be an object of changes and 0 or 1");
    }
    for (size_t i = 0; i < r->question.change_count; i++) {
        const json_t *value = json_object_get(changes, r->changes[i]);
        bool yes = json_is_true(value) || json_number_value(value) == 1;
        bool no = value == NULL || json_is_false(value) ||
                  (json_is_number(value) && json_number_value(value) == 0);
        if (!yes && !no) {
            return refuse(r, FF_ERR_VALUE, run, "changes", "a change was made (1) or not (0)");
        }
        made->changes |= yes ? UINT32_C(1) << i : 0;
    }
    return FF_OK;
}

static ff_code read_shoe(reader *r, size_t run, const json_t *object, ff_trial_run *made) {
    const json_t *value = json_object_get(object, "shoe");
    made->shoe = json_string_value(value);
    return value == NULL || json_is_null(value) || made->shoe != NULL
               ? FF_OK
               : refuse(r, FF_ERR_VALUE, run, "shoe", "it must be a text");
}

/* An arm by its name: 0 the usual, i + 1 change i; -1: there is none. */
static int arm_named(const reader *r, const char *name) {
    if (name != NULL && strcmp(name, FF_USUAL) == 0) {
        return 0;
    }
    for (size_t i = 0; i < r->question.change_count && name != NULL; i++) {
        if (strcmp(r->changes[i], name) == 0) {
            return (int)i + 1;
        }
    }
    return -1;
}

/* What was drawn for the run by lot, and out of which arms. Without a coin of another run's it has its own. */
static ff_code read_draw(reader *r, size_t run, const json_t *object, ff_trial_run *made) {
    const json_t *draw = json_object_get(object, "draw"), *coin = json_object_get(draw, "coin"), *arm;
    const json_t *from = json_object_get(draw, "from");
    size_t i;
    if (draw == NULL || json_is_null(draw)) {
        return FF_OK;
    }
    made->by_draw = true;
    made->drawn = arm_named(r, json_string_value(json_object_get(draw, "arm")));
    bool good = made->drawn >= 0 && json_is_array(from);
    json_array_foreach(from, i, arm) {
        int of = arm_named(r, json_string_value(arm));
        good = good && of >= 0;
        made->lot |= of >= 0 ? UINT32_C(1) << of : 0;
    }
    good = good && (made->lot >> made->drawn & 1) != 0;
    made->coin = coin == NULL ? (int)(MOST_RUNS + run) : (int)json_integer_value(coin);
    bool numbered = coin == NULL || (json_is_integer(coin) && json_integer_value(coin) >= 0 &&
                                     json_integer_value(coin) < MOST_RUNS);
    return !good ? refuse(r, FF_ERR_VALUE, run, "draw",
                          "it must tell the arm that was drawn, and from which: tried changes or \"usual\"")
           : !numbered ? refuse(r, FF_ERR_VALUE, run, "draw.coin", "it must be a number from 0 to 9999")
                       : FF_OK;
}

/* The same run twice would count twice. */
static ff_code check_number(reader *r, size_t run, const json_t *object) {
    const json_t *i = json_object_get(object, "i");
    r->called[run] = json_is_integer(i) ? (int64_t)json_integer_value(i) : (int64_t)run + 1;
    for (size_t k = 0; k < run && json_is_integer(i); k++) {
        if (r->called[k] == r->called[run]) {
            return refuse(r, FF_ERR_VALUE, run, "i",
                          "a run of this number was there before; give each run once");
        }
    }
    return FF_OK;
}

/* What runs are compared by: beyond these it is no run on this earth, or another unit. */
static ff_code read_adjustment(reader *r, size_t run, const json_t *object, size_t k, double *number) {
    static const struct {
        const char *key;
        double least, most;
        const char *words;
    } by[FF_ADJUSTMENTS] = {{"pace_min_km", 1, 120, "it must be 1 to 120 minutes a kilometre"},
                            {"temp_c", -90, 70, "it must be -90 to 70 degrees Celsius"},
                            {"climb_m", 0, 30000, "it must be 0 to 30000 metres"},
                            {"weekly_km", 0, 2000, "it must be 0 to 2000 kilometres"}};
    ff_code code = read_number(r, run, object, by[k].key, false, number);
    return code == FF_OK && (*number < by[k].least || *number > by[k].most)
               ? refuse(r, FF_ERR_VALUE, run, by[k].key, by[k].words)
               : code;
}

static ff_code read_run(reader *r, size_t run, const json_t *object) {
    ff_trial_run made = {0};
    bool known = false;
    if (!json_is_object(object)) {
        return refuse(r, FF_ERR_VALUE, run, "", "a run must be an object");
    }
    ff_code code = check_number(r, run, object);
    if (code == FF_OK) {
        code = read_minutes(r, run, object, "duration_min", &made.length_min);
    }
    if (code == FF_OK) {
        code = read_onset(r, run, object, &made, &known);
    }
    if (code == FF_OK) {
        code = read_changes(r, run, object, &made);
    }
    if (code == FF_OK) {
        code = read_shoe(r, run, object, &made);
    }
    if (code == FF_OK) {
        code = read_draw(r, run, object, &made);
    }
    for (size_t k = 0; k < FF_ADJUSTMENTS && code == FF_OK; k++) {
        code = read_adjustment(r, run, object, k, &made.by[k]);
    }
    if (code == FF_OK && known) {
        r->numbers[r->question.run_count] = r->called[run];
        r->runs[r->question.run_count++] = made;
    }
    return code;
}

static ff_code read_runs(reader *r, const json_t *root) {
    const json_t *runs = json_object_get(root, "runs"), *run;
    size_t count = json_array_size(runs), i;
    if (!json_is_array(runs) || count > MOST_RUNS) {
        return wants(r, "runs", json_is_array(runs) ? "more than 10000 runs" : "it must be a list");
    }
    r->asked = count;
    r->runs = ff_arena_take(r->arena, count, sizeof *r->runs);
    r->called = ff_arena_take(r->arena, count, sizeof *r->called);
    r->numbers = ff_arena_take(r->arena, count, sizeof *r->numbers);
    ff_code code = ff_arena_check(r->arena, r->error);
    json_array_foreach(runs, i, run) {
        if (code == FF_OK) {
            code = read_run(r, i, run);
        }
    }
    r->question.runs = r->runs;
    return code;
}

/* ---- changes and causes ---- */

static ff_code read_tried(reader *r, const json_t *root) {
    const json_t *tried = json_object_get(root, "tried"), *value;
    size_t count = json_array_size(tried), i;
    if (!json_is_array(tried) || count > FF_MOST_CHANGES) {
        return wants(r, "tried",
                     json_is_array(tried) ? "more than 16 changes cannot be told apart"
                                          : "it must be a list of changes");
    }
    r->changes = ff_arena_take(r->arena, count, sizeof *r->changes);
    if (r->changes == NULL) {
        return ff_arena_check(r->arena, r->error);
    }
    json_array_foreach(tried, i, value) {
        r->changes[i] = json_string_value(value);
        bool good = r->changes[i] != NULL && *r->changes[i] != '\0' &&
                    strcmp(r->changes[i], FF_USUAL) != 0;
        for (size_t k = 0; k < i && good; k++) {
            good = strcmp(r->changes[k], r->changes[i]) != 0;
        }
        if (!good) {
            return wants(r, "tried", "each is the name of another change");
        }
    }
    r->question.changes = r->changes;
    r->question.change_count = count;
    return FF_OK;
}

static ff_code read_causes(reader *r, const json_t *root) {
    json_t *causes = json_object_get(root, "prior_causes"), *chance;
    const char *name;
    size_t count = json_object_size(causes), i = 0;
    if (causes == NULL || json_is_null(causes)) {
        return FF_OK;
    }
    if (!json_is_object(causes) || count == 0 || count > FF_MOST_TRIAL_CAUSES) {
        return wants(r, "prior_causes", "it must be an object of causes and their chances");
    }
    r->causes = ff_arena_take(r->arena, count, sizeof *r->causes);
    if (r->causes == NULL) {
        return ff_arena_check(r->arena, r->error);
    }
    json_object_foreach(causes, name, chance) {
        const ff_cause *cause = ff_trial_cause_named(name);
        double p = json_number_value(chance);
        if (cause == NULL) {
            return ff_fail(r->error, FF_ERR_KEY, name, FF_NO_OFFSET,
                           "no cause is called so. 'help causes' lists all");
        }
        if (!json_is_number(chance) || !(p >= 0 && p <= 1)) {
            return ff_fail(r->error, FF_ERR_VALUE, name, FF_NO_OFFSET,
                           "the chance of a cause is 0 to 1");
        }
        bool other = strcmp(cause->id, "other") == 0;
        r->causes[i] = (ff_trial_cause){.id = name, .prior = other ? fmax(p, FF_LEAST_OTHER) : p};
        ff_trial_cause_effects(cause, r->changes, r->question.change_count, &r->causes[i++]);
    }
    r->question.causes = r->causes;
    r->question.cause_count = count;
    return FF_OK;
}

/* ---- the next run ---- */

/* The runs so far as arms: one candidate alone, or none of them. */
static int arm_of(const ff_trial_run *run, const size_t *chosen, size_t count) {
    int arm = FF_ARM_USUAL;
    uint32_t left = run->changes;
    for (size_t i = 0; i < count; i++) {
        if (run->changes >> chosen[i] & 1) {
            arm = (int)i + 1;
            left &= ~(UINT32_C(1) << chosen[i]);
            break;
        }
    }
    return left == 0 ? arm : -1;
}

static void look_at_lengths(const reader *r, ff_next_run_question *q) {
    double sum = 0, squares = 0, n = (double)r->question.run_count;
    for (size_t i = 0; i < r->question.run_count; i++) {
        double y = log(r->runs[i].length_min);
        sum += y;
        squares += y * y;
    }
    q->log_minutes = sum / n;
    q->log_minutes_sd = n > 1 ? sqrt(fmax(0, (squares - sum * sum / n) / (n - 1))) : 0;
}

typedef struct {
    const char *changes[FF_TRIAL_MOST_CHANGES];
    size_t count;
    ff_next_run next;
    bool any;
} proposal;

static ff_code propose(reader *r, const ff_context *context, const ff_trial_analysis *a,
                       proposal *p) {
    const size_t *chosen = r->question.ahead;
    *p = (proposal){.count = r->question.ahead_count};
    p->any = p->count > 0 && a->outlook_count > 0;
    if (!p->any) {
        return FF_OK;
    }
    int *before = ff_arena_take(r->arena, r->question.run_count, sizeof *before);
    ff_next_run_question q = {.outlooks = a->outlooks,
                              .outlook_count = a->outlook_count,
                              .arm_count = p->count + 1,
                              .before = before,
                              .before_count = r->question.run_count,
                              .seed = context != NULL ? context->seed : 0,
                              .number = r->question.run_count};
    ff_code code = ff_arena_check(r->arena, r->error);
    if (code != FF_OK) {
        return code;
    }
    for (size_t i = 0; i < p->count; i++) {
        const ff_trial_effect *e = &a->effects[chosen[i]];
        p->changes[i] = r->changes[chosen[i]];
        q.helps[i + 1] = isnan(e->mixture_tenth) ? 0 : e->mixture_tenth;
        q.barred[i + 1] = e->state == FF_EFFECT_KNOWN && e->verdict == FF_VERDICT_WORSE;
    }
    for (size_t i = 0; i < r->question.run_count; i++) {
        before[i] = arm_of(&r->runs[i], chosen, p->count);
    }
    look_at_lengths(r, &q);
    return ff_choose_next_run(&q, &p->next, r->error);
}

/* ---- the whole ---- */

static void write_json(const reader *r, const ff_trial_analysis *a, const proposal *p, ff_text *out) {
    ff_json json;
    ff_next_run_report report = {p->changes, p->count, &p->next};
    ff_json_init(&json, out);
    ff_json_object(&json);
    ff_trial_members(&json, a, r->numbers);
    ff_json_name(&json, "next_run");
    ff_json_object(&json);
    if (p->any) {
        ff_next_run_members(&json, &report);
    }
    ff_json_end_object(&json);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

static void write_text(const reader *r, const ff_trial_analysis *a, const proposal *p,
                       ff_text *out) {
    ff_next_run_report report = {p->changes, p->count, &p->next};
    ff_trial_runs_text(a, r->asked, out);
    if (a->usable == 0) {
        ff_text_add(out, "Without such a run nothing can be said.\n");
    }
    ff_trial_effects_text(a, r->numbers, out);
    ff_trial_causes_text(a, out);
    if (p->any) {
        ff_next_run_text(&report, out);
    }
}

static ff_code analyse(reader *r, const ff_context *context, const json_t *root, bool as_json,
                       ff_text *out) {
    ff_trial_analysis analysis;
    proposal p;
    if (!json_is_object(root)) {
        return wants(r, "", "the file must hold one object");
    }
    ff_code code = read_tried(r, root);
    if (code == FF_OK) {
        code = read_runs(r, root);
    }
    if (code == FF_OK) {
        code = read_causes(r, root);
    }
    if (code != FF_OK) {
        return code;
    }
    ff_trial_take_knowledge(&r->question);
    r->question.ahead = r->ahead;
    r->question.ahead_count = ff_trial_candidates(&r->question, r->ahead);
    code = ff_trial_analyse(r->arena, &r->question, &analysis, r->error);
    if (code == FF_OK) {
        code = propose(r, context, &analysis, &p);
    }
    if (code == FF_OK) {
        as_json ? write_json(r, &analysis, &p, out) : write_text(r, &analysis, &p, out);
        code = ff_text_check(out, r->error);
    }
    return code;
}

ff_code ff_trial_analyse_json(const ff_context *context, const char *json, size_t length,
                              bool as_json, ff_text *out, ff_error *error) {
    json_error_t trouble;
    json_t *root = json_loadb(json, length, JSON_REJECT_DUPLICATES, &trouble);
    if (root == NULL) {
        return ff_refuse_json(json, length, &trouble, error);
    }
    ff_arena arena;
    ff_arena_init(&arena, ff_context_allocator(context));
    reader r = {.arena = &arena, .error = error};
    ff_code code = analyse(&r, context, root, as_json, out);
    ff_arena_free(&arena);
    json_decref(root);
    return code;
}
