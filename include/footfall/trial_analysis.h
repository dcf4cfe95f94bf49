/* What runs say of changes: how much later numbness comes with each, how sure that is, and which cause
 * of the numbness that speaks for. */
#ifndef FOOTFALL_TRIAL_ANALYSIS_H
#define FOOTFALL_TRIAL_ANALYSIS_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ff_effect_state {
    FF_EFFECT_KNOWN,
    FF_EFFECT_NEVER_MADE,   /* no usable run with it */
    FF_EFFECT_ALWAYS_MADE,  /* no usable run without it */
    FF_EFFECT_NEVER_NUMB,   /* made and left, but no run went numb: when it comes is not known of either */
    FF_EFFECT_GOES_WITH     /* hardly ever made without another (ff_trial_effect.other), nor that without it */
} ff_effect_state;

typedef enum ff_verdict {
    FF_VERDICT_NOT_SETTLED,
    FF_VERDICT_PROMISING,
    FF_VERDICT_WORKS,
    FF_VERDICT_NOT_ENOUGH,    /* a gain of a fifth is excluded */
    FF_VERDICT_WORSE,
    FF_VERDICT_CANNOT_BE_SETTLED /* it would take more than 40 runs */
} ff_verdict;

const char *ff_verdict_name(ff_verdict verdict); /* "works", "promising", ... */

/* One change. Everything from mean on is there only where state is FF_EFFECT_KNOWN. */
typedef struct ff_trial_effect {
    const char *change;
    ff_effect_state state;
    size_t other;             /* FF_EFFECT_GOES_WITH: the number of that change */
    size_t with, without;     /* usable runs */
    size_t switches;          /* from one run to the next */
    bool before_after;        /* all runs without it came before all with it, or the other way */
    double mean, sd;          /* of the log time ratio */
    double low, median, high; /* of the time ratio: 90 % interval */
    double helps, helps_tenth, helps_fifth, helps_half; /* chance that it exceeds 1, 1.1, 1.2, 1.5 */
    double harms;             /* chance that it is below 1 / 1.1 */
    double mixture_tenth;     /* helps_tenth under the mixture over causes; NAN without causes */
    double mixture_mean;      /* of the log time ratio; NAN without causes */
    double bayes_factor;      /* for an effect of the usual size against none at all */
    double without_min, with_min;           /* median minutes to numbness */
    double runs_to_go;        /* until it is likely settled; 0 when it is */
    ff_verdict verdict;
    bool disagrees;           /* another law, wider prior or no adjustment gives another verdict */
    size_t decisive;          /* the run without which the verdict falls; run_count: none */
} ff_trial_effect;

typedef struct ff_trial_belief {
    const char *id;
    double before, after;  /* probability */
    double log_evidence;   /* of the runs under it */
} ff_trial_belief;

/* What the runs alone say of the log time ratios of all changes, whatever was believed of them before:
 * a normal likelihood, near enough (METHOD of the trial: the causes it gives are off by 0.006 in total
 * variation, median of 113 runners). exp(-b' precision b / 2 + shift' b) for the effects b. */
typedef struct ff_effect_likelihood {
    double *precision; /* effect_count x effect_count; 0 for a change that no run tells of */
    double *shift;     /* effect_count */
} ff_effect_likelihood;

typedef struct ff_trial_analysis {
    size_t usable, numb;        /* runs; those in which numbness came */
    ff_trial_effect *effects;   /* one a change */
    size_t effect_count;
    ff_effect_likelihood likelihood; /* NULL without a usable run */
    ff_trial_belief *causes;    /* in the order of the question */
    size_t cause_count;
    double sigma;               /* SD of log minutes between like runs: posterior mean */
    double median_min;          /* usual minutes to numbness: posterior median; NAN: not known */
    double pace_min_km;         /* mean of the runs; NAN: not known */
    double drift;               /* mean of the log time ratio per ten runs, and its SD */
    double drift_sd;
    double khat;                /* the worst of all that was drawn */
    size_t odd_run;             /* the run that fits worst, and by how many SD; run_count: none */
    double odd_sd;
    struct ff_outlook *outlooks; /* for the choice of the next run: it under each cause, for the first
                                    FF_TRIAL_MOST_CHANGES changes (none without causes) */
    size_t outlook_count;
} ff_trial_analysis;

#ifdef __cplusplus
}
#endif

#endif
