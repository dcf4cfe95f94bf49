/* Patterns: what the runs say of when numbness comes, of the way of running, of the load and the
 * shoes.
 *
 * Everything is told with the runs it rests on and how sure it is; what the runs cannot tell says
 * why. Unless said otherwise a number that is not known is NAN and a text NULL. Texts and arrays
 * belong to the arena they were made in.
 */
#ifndef FOOTFALL_PATTERNS_H
#define FOOTFALL_PATTERNS_H

#include <footfall/finding.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Ids of runs, the oldest first. */
typedef struct ff_run_ids {
    int64_t *items;
    size_t count;
} ff_run_ids;

/* ---- when it comes ---- */

#define FF_CLEAR_ORDER 0.05 /* from this chance down an order over the weeks is told as one */
#define FF_LENGTHS     3    /* runs under 30 min, 30 to 60, and longer */

typedef struct ff_timing {
    size_t said[FF_LENGTHS], numb[FF_LENGTHS]; /* by the length of the run */
    size_t runs; /* in the order of weeks: without anything changed on purpose */
    double p;    /* of so clear an order by chance (Mann's test, both ways); NAN: too few */
    bool later;  /* it comes later from run to run */
    double minutes_a_week; /* by how much (Theil and Sen), of the onsets alone; NAN */
    double weeks;          /* from the first to the last of these runs */
} ff_timing;

/* ---- what goes with numbness ---- */

typedef enum ff_pattern_state {
    FF_PATTERN_NOT_RECORDED, /* of none, or next to none, of the runs */
    FF_PATTERN_TOO_FEW,      /* fewer than 4 runs numb by that minute, or 4 that were not */
    FF_PATTERN_ALIKE,        /* it was the same on nearly all runs */
    FF_PATTERN_UNCLEAR,      /* it may go with numbness or not */
    FF_PATTERN_ABSENT,   /* it makes no great difference: not three times the odds, either way */
    FF_PATTERN_GOES_WITH /* numbness comes sooner with more of it, or with less */
} ff_pattern_state;

const char *ff_pattern_state_name(ff_pattern_state state); /* "goes_with", "absent", ... */

/* One thing in which runs differ. Runs are compared with the same runner's other runs that were
 * still going on at that minute, within four weeks and without anything changed on purpose. */
typedef struct ff_pattern {
    const char *id;          /* "descent", "temperature", "shoe" */
    const char *which;       /* the shoe's name; NULL where there is one only */
    const char *name;        /* in plain words: "descent", "shoe" */
    const char *unit;        /* of cut: "m/km", "degC"; "" for what is either so or not */
    const char *more, *less; /* what runs with more and less of it are: "warmer runs" */
    const char *caution;     /* what weakens it: "the watch reads warm on the wrist"; NULL */
    ff_pattern_state state;
    bool with_more; /* where it goes with numbness: it comes sooner with more of it */
    double cut;     /* what parts more from less: the median of the runs; NAN for yes or no */
    /* Runs that were numb by by_min of the patterns, and those that went on as long and were not.
     */
    size_t more_numb, more_quiet, less_numb, less_quiet;
    size_t less_with; /* with numbness by the end on the side with less of it */
    size_t with,
        without; /* numbness by the end, of runs as long: what a finding needs 4 and 4 of */
    /* Odds of numbness with more of it over those with less, 0.5 added to each of the four; with
     * the limits of 90 %. */
    double odds, odds_low, odds_high;
    size_t onsets;     /* that were compared with runs still going on */
    double p;          /* of so clear an order by chance, either way; NAN: not asked */
    double p_of_all;   /* the same with all that was looked at taken into account (Holm) */
    const char *along; /* what goes along with it: where it goes with numbness, what it may be
                          instead; else what goes with numbness and hides it. NULL: nothing */
    const char *finding, *value; /* the question it answers; NULL: none */
    ff_run_ids numb;             /* the runs numb by then on the side that it goes with */
    ff_run_ids quiet;            /* those not, on the other side */
} ff_pattern;

typedef struct ff_patterns {
    ff_pattern *items; /* those that go with numbness first */
    size_t count;
    double by_min; /* half of the onsets had come by then; NAN: none is timed */
    size_t runs;   /* compared: nothing changed on purpose, and it was said whether numbness came */
    size_t looked_at; /* things of which enough was known to be compared */
    size_t older;     /* runs left out because others are more recent */
    size_t changed;   /* runs left out because something was changed on purpose */
    ff_finding_list findings;
} ff_patterns;

/* ---- the way of running ---- */

typedef enum ff_overstride {
    FF_OVERSTRIDE_UNKNOWN, /* nothing to tell it by: why_not */
    FF_OVERSTRIDE_UNLIKELY,
    FF_OVERSTRIDE_UNCLEAR, /* cannot tell: the chance is neither, or there are fewer than 4 runs */
    FF_OVERSTRIDE_LIKELY
} ff_overstride;

const char *
ff_overstride_name(ff_overstride overstride); /* "unknown", "unlikely", "cannot_tell", "likely" */

/* How something changes within runs: the middle of the runs, and how many moved that way. */
typedef struct ff_drift {
    size_t runs;     /* long enough */
    double median;   /* NAN: too few */
    size_t same_way; /* runs that moved the way of the median */
} ff_drift;

typedef struct ff_form {
    ff_run_ids runs;     /* outdoors, the most recent, with step rate and speed */
    const char *why_not; /* when there is none */
    double speed_mps;
    double cadence_spm, usual_cadence_spm; /* at that speed, and height where it is known */
    size_t stance_runs;                    /* of them with ground contact */
    double stance_ms, usual_stance_ms;     /* at the speed of these runs */
    bool by_pod;                           /* the ground contact is a pod's */
    double oscillation_mm;
    double heel_cm,
        heel_sd_cm;  /* heel ahead of the pelvis at landing: the best guess and its error */
    double limit_cm; /* from where on it is called overstriding: 16 of 100 runners at that speed */
    ff_overstride overstride;
    double p, p_low, p_high; /* chance of it. The range is from the step rate alone to with ground
                                contact too, and from 25 to 10 of 100 runners being called so */
    ff_drift late_cadence, late_heel; /* from early to late in runs of 40 minutes and more, at like
                                         speed: steps/min, cm */
    ff_drift onset_cadence, onset_heel; /* from early to the 10 minutes before numbness began */
    size_t balance_runs;                /* with a strap or pod that tells left from right */
    double balance_left;                /* percent of ground contact */
    ff_drift balance_drift;             /* percentage points from early to late */
    ff_finding_list findings; /* "w_overstride", "w_asym", and "w_cad_low" and "w_gct_long", which
                                 are counted in the first: FF_NOT_SURE where it is looked at */
} ff_form;

/* ---- how much was run ---- */

/* The longest run against the longest of the 30 days before (Brandt Frandsen 2025). */
typedef struct ff_load_now {
    int64_t run_id; /* the newest run */
    int64_t start_s;
    double distance_m, longest_before_m; /* NAN: none in 30 days */
    double ratio;
    const char *band; /* "le10", "10_30", "30_100", "gt100"; NULL: not judged */
    double hazard, hazard_low, hazard_high; /* of overuse injury in that band; NAN in the first */
    double week_m[8];     /* of the 7 local days up to its own, the 7 before, ... the newest first;
                             NAN: before the first run */
    double greatest_rise; /* of a week of at least 5 km over the one before, among these; NAN */
    double rest_days_a_week; /* in these weeks */
    double break_days; /* the longest gap in the year before it; NAN: none of two weeks or more */
    int64_t back_since_s; /* first run after it */
    bool first_weeks;     /* the runs begin less than 8 weeks before it */
} ff_load_now;

/* ---- shoes and gear ---- */

typedef struct ff_wear {
    const char *kind; /* "shoe", "insole", "sock", "lacing" */
    const char *name;
    size_t runs;
    double distance_m; /* of the runs it is linked to: it may have gone further */
    double km_before;  /* as the runner told; 0 where nothing was told */
    bool whole;        /* its first run comes so long after the runner's first that it was new */
    int64_t first_s, last_s;
    bool retired;
    size_t said, numb; /* runs of which it was said whether numbness came; with numbness */
    size_t early_said, early_numb; /* the same of its first 50 km, where it was new */
    double median_min;             /* by which half are numb (Kaplan-Meier); NAN: not reached */
    double median_low_min, median_high_min; /* 90 % limits */
    const char *band; /* "new" under 50 km, "mid" to 700, "old"; NULL where it may be another */
} ff_wear;

typedef struct ff_wear_list {
    ff_wear *items; /* the one run in last first */
    size_t count;
    size_t rotation;   /* shoes used in the 60 days before the newest run */
    double alternated; /* share of runs in these days in another shoe than the run before; NAN */
    size_t no_shoe;    /* runs of which no shoe was said */
} ff_wear_list;

#ifdef __cplusplus
}
#endif

#endif
