/* Plans: programmes of running and walking, and the rules that they keep.
 *
 * A plan is written from where the runner is now: from the runs themselves, never from a wish.
 * Minutes are of the watch's timer, walking before and between the running included, as a watch
 * records them; a number that is not known is NAN. Days are local midnights in seconds since 1970
 * as if in UTC.
 *
 * The rules and what they rest on:
 *   - no session over 110 % of the longest of the 30 days before it (S22: runs further above went
 * with more overuse injuries; that it holds for numbness is judgement). The study counted distance;
 *     minutes at one's own pace are the same thing (judgement).
 *   - a day of rest between two runs (S69), unless the runner runs more often already (judgement).
 *   - after at most four growing weeks one that is not (judgement).
 *   - the numbness rule (judgement throughout): after an onset a run ends 5 minutes before it;
 * three runs free of it allow a tenth more; an onset earlier than the one before it is one step
 * back.
 *   - running without a break grows by at most 60 %, or 3 minutes where that is more (judgement:
 * all steps of the NHS programme S68 but its leap in week 5 are within it).
 */
#ifndef FOOTFALL_PLAN_H
#define FOOTFALL_PLAN_H

#include <footfall/text.h>
#include <footfall/workout.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FF_PLAN_DAY_S INT64_C(86400)

#define FF_PLAN_LONGEST_DAYS  30
#define FF_PLAN_LONGEST_TIMES 1.1
#define FF_PLAN_NUMB_BEFORE   5.0 /* minutes */
#define FF_PLAN_CLEAN_RUNS    3
#define FF_PLAN_CLEAN_SHARE   0.9 /* of the length allowed: a shorter run shows nothing of it */
#define FF_PLAN_GROWING_WEEKS 4
#define FF_PLAN_BOUT_TIMES    1.6
#define FF_PLAN_BOUT_MORE     3.0 /* minutes */
#define FF_PLAN_OFTEN_A_WEEK  4   /* who runs so often needs no rest day after every run */
#define FF_PLAN_WITHOUT_OFTEN 3   /* runs a week that have room for one */
/* Who has not run yet is taken to walk half an hour with ease, as the return to running asks first
 * (S128). */
#define FF_PLAN_WALK_MIN 30.0
/* Shorter runs before numbness are no training: other things come first (judgement). */
#define FF_PLAN_LEAST_MIN 10.0

#define FF_PLAN_MOST_WEEKS 52
#define FF_PLAN_MOST_MIN   600.0

typedef enum ff_plan_kind {
    FF_PLAN_BEGINNER, /* run and walk from nothing: nine weeks as the NHS has it, its leap smoothed
                       */
    FF_PLAN_RETURN,   /* after numbness: below where it began, then on */
    FF_PLAN_BUILD,    /* longer runs by the rules */
    FF_PLAN_RATIO,    /* the same with the run/walk ratio for the runner's pace (Galloway, S111) */
    FF_PLAN_AFTER_BREAK, /* return to running A (S128): every other day, run and walk */
    FF_PLAN_AFTER_BONE,  /* return to running B (S129): after a bone injury, once a clinician agrees
                          */
    FF_PLAN_OWN,         /* as the runner wrote it */
    FF_PLAN_KIND_COUNT
} ff_plan_kind;

const char *
ff_plan_kind_name(ff_plan_kind kind); /* "beginner", "return", ... "after_bone", "own" */
const char *ff_plan_kind_words(ff_plan_kind kind); /* "Return after numbness" */
int ff_plan_kind_of_name(const char *name);        /* the kind, or -1 */

/* A run that was run. */
typedef struct ff_done_run {
    int64_t run_id;
    int64_t day_s;
    double minutes;
    double distance_m; /* NAN: not known */
    bool said;         /* it was said whether numbness came */
    double numb_min;   /* it came, at the earliest then; NAN: it did not, or nobody said */
    double bout_min;   /* the longest running in it without a break; NAN: not known */
} ff_done_run;

typedef struct ff_done_run_list {
    ff_done_run *items; /* the oldest first */
    size_t count;
} ff_done_run_list;

/* What is asked for. */
typedef struct ff_plan_wish {
    ff_plan_kind kind;
    double goal_min;     /* of the longest run; NAN: the kind's own */
    int64_t goal_day_s;  /* by that day, such as a race; 0: none */
    bool days[7];        /* that suit, Monday first; none: chosen from the runs */
    int per_week;        /* 0: as many as days, or as is usual for the kind */
    int weeks;           /* 0: as many as the goal takes */
    int64_t first_day_s; /* no run before it */
    bool as_published;   /* the tables as they stand in their sources, leap and all */
} ff_plan_wish;

/* Where the runner is. */
typedef struct ff_plan_runner {
    ff_done_run_list done;
    bool seen_first;   /* a red flag is open, or it gets worse: nothing is written */
    bool bone_cleared; /* a clinician has agreed to running again */
} ff_plan_runner;

/* What the runs say of where the runner is; every rule starts from it. */
typedef struct ff_plan_standing {
    double longest_min; /* of the last 30 days; 0: none */
    int64_t longest_day_s;
    double runs_a_week; /* of the last four weeks */
    double pace_min_km; /* the middle of these 30 days; NAN: not known */
    double numb_min,
        numb_latest_min;  /* onsets of half a year: the earliest and latest; NAN: none */
    double last_numb_min; /* the last of them; NAN */
    int64_t last_numb_day_s;
    double level_min; /* what the numbness rule allows; INFINITY: no numbness */
    int clean;        /* runs free of it at that level since, up to 3 */
    double clean_min; /* the last run free of numbness; NAN: none */
    int64_t clean_run_id;
    int usual_days[7]; /* runs by weekday of the last eight weeks, Monday first */
} ff_plan_standing;

/* A plan as it is kept: its text says all of the runs. */
typedef struct ff_kept_plan {
    int64_t id;
    ff_plan_kind kind;
    double goal_min;    /* NAN: none */
    int64_t goal_day_s; /* 0: none */
    const char *text;   /* docs/plan.md has its syntax */
    int64_t made_at_s;  /* UTC */
} ff_kept_plan;

/* The rules by name. */
#define FF_PLAN_RULE_LIST(X)                                                                       \
    X(FF_RULE_LONGEST, "longest", "no session over 110 % of the longest of the 30 days before")    \
    X(FF_RULE_NUMB, "numbness",                                                                    \
      "end 5 minutes before the last onset; after 3 clean runs 10 % more")                         \
    X(FF_RULE_REST, "rest", "a day of rest between runs, unless you run more often already")       \
    X(FF_RULE_OFTEN, "often", "no more runs a week than you are used to, or three")                \
    X(FF_RULE_EASIER, "easier_week", "an easier week after at most four that grow")                \
    X(FF_RULE_BOUT, "unbroken", "running without a break grows by at most 60 %, or 3 minutes")     \
    X(FF_RULE_WALK, "walking", "the share of walking does not grow over the weeks")                \
    X(FF_RULE_FLAG, "seen_first", "no running plan while something must be looked at first")       \
    X(FF_RULE_DAYS, "days", "one run a day, in order, none in the past")

#define FF_PLAN_RULE_ENUM(id, name, words) id,
typedef enum ff_plan_rule { FF_PLAN_RULE_LIST(FF_PLAN_RULE_ENUM) FF_PLAN_RULE_COUNT } ff_plan_rule;
#undef FF_PLAN_RULE_ENUM

const char *ff_plan_rule_name(ff_plan_rule rule); /* "longest" */
const char *ff_plan_rule_words(ff_plan_rule rule);

/* A rule that a plan breaks. */
typedef struct ff_plan_break {
    ff_plan_rule rule;
    size_t run; /* index of the planned run, or of the first of the week */
    int64_t day_s;
    double is, allowed; /* minutes, runs or weeks, by the rule; NAN where it is no number */
} ff_plan_break;

typedef struct ff_plan_break_list {
    ff_plan_break *items; /* by run */
    size_t count;
} ff_plan_break_list;

/* What became of a planned run. */
typedef enum ff_plan_state {
    FF_PLAN_TO_COME,
    FF_PLAN_DONE,   /* at least nine tenths of it */
    FF_PLAN_SHORT,  /* less */
    FF_PLAN_LONGER, /* more than a tenth more */
    FF_PLAN_NUMB,   /* the foot went numb */
    FF_PLAN_MISSED
} ff_plan_state;

const char *ff_plan_state_name(
    ff_plan_state state); /* "to_come", "done", "short", "longer", "numb", "missed" */

typedef struct ff_followed_run {
    ff_planned_run planned; /* to come: as the rules allow it now */
    ff_plan_state state;
    const ff_done_run *done; /* NULL: to come or missed */
    bool changed; /* to come, and not as it was planned at first: the rules made it less */
} ff_followed_run;

typedef struct ff_followed_plan {
    ff_followed_run *runs; /* one a run of the plan */
    size_t count;
    size_t of[FF_PLAN_MISSED + 1]; /* how many of each state */
    size_t next;                   /* the first to come; count: none */
    size_t changed;                /* of those to come */
} ff_followed_plan;

/* ---- as text (docs/plan.md has the syntax) ---- */

/* In the one way that reads back as the same: "5min warm-up; 6x(4min run, 1min walk)". A workout's
 * name and note are left out; the short one is without cadences and what stands on the watch. */
void ff_workout_print(const ff_workout *workout, ff_text *out);
void ff_workout_print_short(const ff_workout *workout, ff_text *out);
void ff_plan_print(const ff_plan *plan, ff_text *out);

const char *ff_weekday_name(int weekday); /* "mon" of 0; "" beyond 6 */
int ff_weekday_of(int64_t day_s);         /* 0: a Monday */

/* ---- workouts in numbers ---- */

double ff_workout_minutes(const ff_workout *workout, double pace_min_km); /* all; NAN with a
                                                                           distance and no pace */
double ff_workout_running_min(const ff_workout *workout, double pace_min_km);
double ff_workout_longest_bout_min(const ff_workout *workout,
                                   double pace_min_km); /* unbroken running */

#ifdef __cplusplus
}
#endif

#endif
