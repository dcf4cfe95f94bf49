#include "app/runs_evidence.h"

#include "app/trial_causes.h"
#include "app/trial_runs.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

/* Once gone to and back again is the least that tells a change from a before and an after. */
#define LEAST_SWITCHES 2

const char *ff_told_by_change(const char *change) {
    static const struct {
        const char *change, *finding;
    } same_word[] = {{"lacing", "relief_lace"}, {"stretch", "relief_stretch"}};
    for (size_t i = 0; i < sizeof same_word / sizeof *same_word; i++) {
        if (strcmp(same_word[i].change, change) == 0) {
            return same_word[i].finding;
        }
    }
    return NULL;
}

/* The runs of all trials, the oldest first, as one question. */
typedef struct {
    ff_arena *arena;
    const ff_remedy *changes[FF_RUNS_MOST_CHANGES];
    const char *names[FF_RUNS_MOST_CHANGES];
    size_t change_count;
    ff_trial_run *runs;
    size_t run_count;
    size_t cause_of[FF_MOST_TRIAL_CAUSES]; /* which of the question's causes stands for a cause */
} gathering;

/* ---- runs ---- */

/* The number of a change; -1: nothing is known of it, or there are too many. */
static int number_of(gathering *g, const char *change) {
    for (size_t i = 0; i < g->change_count; i++) {
        if (strcmp(g->names[i], change) == 0) {
            return (int)i;
        }
    }
    const ff_remedy *remedy = ff_knowledge_remedy(knowledge, change);
    if (remedy == NULL || remedy->visit || g->change_count == FF_RUNS_MOST_CHANGES) {
        return -1;
    }
    g->changes[g->change_count] = remedy;
    g->names[g->change_count] = remedy->id;
    return (int)g->change_count++;
}

static bool add_change(gathering *g, const char *change, uint32_t *bits) {
    int number = number_of(g, change);
    *bits |= number >= 0 ? UINT32_C(1) << number : 0;
    return number >= 0;
}

/* What the run was with, by the numbers used here; false when something unknown was among it. */
static bool take_changes(gathering *g, const ff_trial *trial, const ff_trial_day *day,
                         uint32_t *bits) {
    bool known = true;
    *bits = 0;
    if (day->source != FF_ARM_SAID) {
        return day->arm <= 0 || add_change(g, trial->changes[day->arm - 1], bits);
    }
    for (size_t i = 0; i < day->logged->change_count && known; i++) {
        known = add_change(g, day->logged->changes[i], bits);
    }
    return known;
}

static ff_code gather(gathering *g, ff_app *app, const ff_history *history, const ff_trial *trial,
                      ff_error *error) {
    ff_trial_draw_list draws;
    ff_trial_runs of;
    ff_code code = ff_journal_draws(app->journal, g->arena, trial->id, &draws, error);
    if (code == FF_OK) {
        code = ff_trial_runs_of(g->arena, history, trial, &draws, &of, error);
    }
    for (size_t i = 0; code == FF_OK && i < of.question.run_count; i++) {
        ff_trial_run run = of.question.runs[i];
        run.lot = 0; /* in the numbers of that trial, and asked of none here */
        if (take_changes(g, trial, of.counted[i], &run.changes)) {
            g->runs[g->run_count++] = run;
        }
    }
    return code;
}

/* ---- changes that were gone back from ---- */

static size_t switches_of(const gathering *g, size_t change) {
    size_t switches = 0;
    for (size_t i = 1; i < g->run_count; i++) {
        switches += ((g->runs[i].changes ^ g->runs[i - 1].changes) >> change & 1) != 0;
    }
    return switches;
}

static uint32_t without_bit(uint32_t bits, size_t bit) {
    uint32_t below = (UINT32_C(1) << bit) - 1;
    return (bits & below) | (bits >> 1 & ~below);
}

/* The change and the runs with it. */
static void leave_out(gathering *g, size_t change) {
    size_t kept = 0;
    for (size_t i = 0; i < g->run_count; i++) {
        if ((g->runs[i].changes >> change & 1) == 0) {
            g->runs[kept] = g->runs[i];
            g->runs[kept++].changes = without_bit(g->runs[i].changes, change);
        }
    }
    g->run_count = kept;
    g->change_count--;
    for (size_t i = change; i < g->change_count; i++) {
        g->changes[i] = g->changes[i + 1];
        g->names[i] = g->names[i + 1];
    }
}

static void leave_out_before_after(gathering *g) {
    size_t change = 0;
    while (change < g->change_count) {
        if (switches_of(g, change) < LEAST_SWITCHES) {
            leave_out(g, change);
            change = 0; /* runs are gone: other changes may have no way back now */
        } else {
            change++;
        }
    }
}

/* ---- causes ---- */

/* Causes that expect the same of the changes are looked at once. */
static ff_code take_causes(gathering *g, ff_trial_question *question, ff_error *error) {
    ff_trial_cause *causes = ff_arena_take(g->arena, knowledge->cause_count, sizeof *causes);
    if (causes == NULL) {
        return ff_arena_check(g->arena, error);
    }
    for (size_t c = 0; c < knowledge->cause_count; c++) {
        ff_trial_cause made = {.id = knowledge->causes[c].id, .prior = 1};
        ff_trial_cause_effects(&knowledge->causes[c], g->names, g->change_count, &made);
        size_t same = 0;
        while (same < question->cause_count &&
               !ff_trial_same_effects(&causes[same], &made, g->change_count)) {
            same++;
        }
        if (same == question->cause_count) {
            causes[question->cause_count++] = made;
        }
        g->cause_of[c] = same;
    }
    question->causes = causes;
    return FF_OK;
}

/* ---- the evidence ---- */

static const char *describe(const gathering *g, const ff_trial_analysis *analysis) {
    ff_text words;
    ff_text_init(&words, g->arena->allocator);
    for (size_t i = 0; i < g->change_count; i++) {
        const ff_trial_effect *effect = &analysis->effects[i];
        ff_text_addf(&words, "%s%s %zu with, %zu without", i > 0 ? "; " : "", g->names[i],
                     effect->with, effect->without);
        if (effect->state == FF_EFFECT_KNOWN) {
            ff_text_addf(&words, ", %.2f times as late (90 %%: %.2f to %.2f)", effect->median,
                         effect->low, effect->high);
        }
    }
    const char *kept = ff_arena_copy(g->arena, words.data);
    ff_text_free(&words);
    return kept;
}

static ff_code write_evidence(const gathering *g, const ff_trial_analysis *analysis,
                              const ff_runs_evidence **out, ff_error *error) {
    ff_runs_evidence *evidence = ff_arena_take(g->arena, 1, sizeof *evidence);
    double *log_evidence = ff_arena_take(g->arena, knowledge->cause_count, sizeof *log_evidence);
    const ff_remedy **changes = ff_arena_take(g->arena, g->change_count, sizeof *changes);
    const char **told = ff_arena_take(g->arena, g->change_count, sizeof *told);
    const char *words = describe(g, analysis);
    ff_code code = ff_arena_check(g->arena, error);
    if (code != FF_OK) {
        return code;
    }
    for (size_t c = 0; c < knowledge->cause_count; c++) {
        log_evidence[c] = analysis->causes[g->cause_of[c]].log_evidence;
    }
    *evidence = (ff_runs_evidence){.changes = changes,
                                   .change_count = g->change_count,
                                   .precision = analysis->likelihood.precision,
                                   .shift = analysis->likelihood.shift,
                                   .log_evidence = log_evidence,
                                   .told = told,
                                   .words = words};
    for (size_t i = 0; i < g->change_count; i++) {
        changes[i] = g->changes[i];
        const char *finding = ff_told_by_change(g->names[i]);
        if (finding != NULL) {
            told[evidence->told_count++] = finding;
        }
    }
    *out = evidence;
    return FF_OK;
}

/* The first change that makes it worse; change_count: none. */
static size_t harmful(const ff_trial_analysis *analysis) {
    size_t i = 0;
    while (i < analysis->effect_count && !(analysis->effects[i].state == FF_EFFECT_KNOWN &&
                                           analysis->effects[i].verdict == FF_VERDICT_WORSE)) {
        i++;
    }
    return i;
}

/* A change that makes it worse is foretold by no cause, and would speak for the one that is the least sure of
 * what it expects: it and its runs are left out. */
static ff_code weigh(gathering *g, const ff_runs_evidence **evidence, ff_error *error) {
    ff_trial_question question = {.runs = g->runs,
                                  .run_count = g->run_count,
                                  .changes = g->names,
                                  .change_count = g->change_count};
    ff_trial_analysis analysis;
    ff_trial_take_knowledge(&question);
    ff_code code = take_causes(g, &question, error);
    if (code == FF_OK) {
        code = ff_trial_analyse(g->arena, &question, &analysis, error);
    }
    size_t worse = code == FF_OK ? harmful(&analysis) : g->change_count;
    if (worse < g->change_count) {
        leave_out(g, worse);
        leave_out_before_after(g);
        return g->change_count > 0 ? weigh(g, evidence, error) : FF_OK;
    }
    return code == FF_OK && analysis.figures ? write_evidence(g, &analysis, evidence, error) : code;
}

ff_code ff_runs_evidence_of(ff_app *app, ff_arena *arena, const ff_history *history,
                            int64_t but_trial, const ff_runs_evidence **evidence, ff_error *error) {
    gathering g = {.arena = arena};
    ff_trial_list trials;
    *evidence = NULL;
    ff_code code = ff_journal_trials(app->journal, arena, &trials, error);
    if (code == FF_OK && trials.count > 0) {
        /* one ends before the next begins: at most one run, in that very second, is in both */
        g.runs = ff_arena_take(arena, history->count + trials.count, sizeof *g.runs);
        code = ff_arena_check(arena, error);
    }
    for (size_t i = 0; code == FF_OK && i < trials.count; i++) {
        if (trials.items[i].id != but_trial) {
            code = gather(&g, app, history, &trials.items[i], error);
        }
    }
    leave_out_before_after(&g);
    return code == FF_OK && g.change_count > 0 ? weigh(&g, evidence, error) : code;
}
