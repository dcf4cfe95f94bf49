/* A trial and its verdict, in words and as JSON. */
#ifndef FOOTFALL_REPORT_TRIAL_REPORT_H
#define FOOTFALL_REPORT_TRIAL_REPORT_H

#include "base/arena.h"
#include "base/json.h"

#include <footfall/assessment.h>
#include <footfall/knowledge.h>
#include <footfall/logged_run.h>
#include <footfall/trial.h>
#include <footfall/trial_analysis.h>

/* What to do on the next run: changes are those of the trial (arm i > 0 is changes[i - 1]). */
typedef struct ff_next_run_report {
    const char *const *changes;
    size_t change_count;
    const ff_next_run *next;
} ff_next_run_report;

/* What was drawn, in words and as the member "next_run". */
void ff_draw_text(const ff_trial_draw *draw, ff_text *out);
void ff_draw_members(ff_json *json, const ff_trial_draw *draw);

/* Why it was chosen, in one or two sentences. */
void ff_next_run_why(const ff_next_run_report *report, ff_text *out);

/* What a trial can find and what it cannot, before it starts. */
#define FF_PLANNED_RATIOS 4
typedef struct ff_trial_plan_report {
    const ff_trial *trial;
    double sigma;      /* SD of log minutes between like runs */
    size_t sigma_from; /* timed onsets it was taken from; 0: of none */
    double ratios[FF_PLANNED_RATIOS], runs[FF_PLANNED_RATIOS]; /* a time ratio, and the runs it takes */
    double most_runs;
    double least_ratio; /* that is likely to be seen within so many */
} ff_trial_plan_report;

void ff_trial_plan_text(const ff_trial_plan_report *plan, ff_text *out);
void ff_trial_plan_members(ff_json *json, const ff_trial_plan_report *plan);
/* The same, with the number and the seed of the trial that was started. */
void ff_trial_start_members(ff_json *json, const ff_trial_plan_report *plan);

/* When to stop a run, a trial, and when to ask for help: in words, and as the member "rules". */
void ff_trial_harm_text(ff_text *out);
void ff_trial_harm_members(ff_json *json);

/* Of how many runs it is said whether the foot went numb, and in how many it did. */
void ff_trial_runs_text(const ff_trial_analysis *a, size_t runs, ff_text *out);

/* A run of the trial. */
typedef struct ff_trial_day_report {
    const ff_logged_run *logged;
    const char *arm; /* NULL: none of the trial's */
    bool strange;    /* something was different that the trial does not try, so it does not count */
    bool drawn;      /* as it was drawn, nobody having said otherwise */
    bool said;
    bool counted;
} ff_trial_day_report;

typedef struct ff_trial_report {
    const ff_trial *trial;
    const ff_trial_analysis *analysis;
    const ff_trial_day_report *days;
    size_t day_count;
    const int64_t *numbers;        /* ids of the runs of the analysis */
    const ff_trial_draw *waiting; /* drawn, and its run has not come; NULL: none */
    bool always_valid;            /* the text tells the line that stands however often one looks, too */
    const ff_assessment *seen;    /* it calls for a doctor, which is said first; NULL: it does not */
    bool stopped; /* it would go on, were it not for what is seen: no run is told of as the next */
} ff_trial_report;

void ff_trial_report_text(const ff_trial_report *report, ff_arena *arena, ff_text *out);
void ff_trial_report_json(const ff_trial_report *report, ff_arena *arena, ff_text *out);

/* "Run as usual.", "Loosen the laces ...", and why, one sentence each. */
void ff_next_run_text(const ff_next_run_report *report, ff_text *out);
/* The members "change" (an id, or "usual") and "why". */
void ff_next_run_members(ff_json *json, const ff_next_run_report *report);

/* The members "changes", "causes" and "khat"; the other figures of the analysis beside them. numbers: what the
 * runs are called; NULL: 1, 2, ... */
void ff_trial_members(ff_json *json, const ff_trial_analysis *analysis, const int64_t *numbers);

/* What one change did, in one line: the verdict and the figures behind it, or why there are none. */
void ff_trial_effect_words(const ff_trial_analysis *analysis, const ff_trial_effect *effect,
                           ff_text *line);

/* What each change did, how sure that is, and what is wrong with the evidence. numbers: what the runs are
 * called; NULL: 1, 2, ... */
void ff_trial_effects_text(const ff_trial_analysis *analysis, const int64_t *numbers, ff_text *out);

/* Which causes the runs speak for, against "other". Nothing when they hardly speak. */
void ff_trial_causes_text(const ff_trial_analysis *analysis, ff_text *out);

#endif
