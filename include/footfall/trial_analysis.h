/* What runs say of changes: how much later numbness comes with each, how sure that is, and which cause
 * of the numbness that speaks for. */
#ifndef FOOTFALL_TRIAL_ANALYSIS_H
#define FOOTFALL_TRIAL_ANALYSIS_H

#include <footfall/change.h>

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
    FF_EFFECT_GOES_WITH,    /* hardly ever made without another (ff_trial_effect.other), nor that without it */
    FF_EFFECT_TOO_MANY      /* more was changed than so few runs can tell apart: no figure can be relied on */
} ff_effect_state;

typedef enum ff_verdict {
    FF_VERDICT_NOT_SETTLED,
    FF_VERDICT_PROMISING,
    FF_VERDICT_WORKS,
    FF_VERDICT_NOT_ENOUGH,    /* a gain of a fifth is excluded */
    FF_VERDICT_WORSE,
    FF_VERDICT_CANNOT_BE_SETTLED, /* it would take more than 40 runs */
    FF_VERDICT_GOES_WITH /* numbness comes later in the weeks with it; what else those weeks had in common
                            cannot be told from it, so it is never said to work */
} ff_verdict;

const char *ff_verdict_name(ff_verdict verdict); /* "works", "promising", ... */

/* Whether the order alone would have made such a difference: the draws of a trial made anew, as often as they can
 * come out, each run going as it went. */
typedef struct ff_redrawn {
    size_t draws;    /* that could have come out as the change or as the usual, and did as one of them */
    double smallest; /* the least that share could be with so many; 0 without draws */
    double share;    /* of outcomes with a difference at least as large, either way; NAN: too few draws to tell */
} ff_redrawn;

/* Above this smallest share too few draws were made to tell anything: fewer than 5. */
#define FF_REDRAW_TELLS 0.1

/* The same change as one that does not act at once, or not only on the run it is made on. */
typedef struct ff_late_acting {
    double chance;            /* that it acts so; before the runs it was 2/3. NAN: it acts at once, or nothing is
                                 known of it */
    double low, median, high; /* of the time ratio once it acts in full, both ways of acting weighed */
    double tenth, fifth, harms; /* chance that this exceeds 1.1, 1.2, and that it is below 1 / 1.1 */
} ff_late_acting;

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
    double runs_to_go;        /* until it is likely settled; 0 when it is; NAN: it is close, and cannot be told */
    ff_verdict verdict;
    ff_redrawn redrawn;
    bool disagrees;           /* another law, wider prior, no adjustment or way of acting gives another verdict */
    ff_acting acts;
    ff_late_acting late;      /* where acts is not FF_ACTS_AT_ONCE */
    size_t decisive;          /* the run without which the verdict falls; run_count: none */
} ff_trial_effect;

/* One run beside what is expected of it. */
typedef struct ff_run_check {
    double score; /* SD from what the other runs let expect (a normal score); of a run whose onset is not known
                     to the minute, of the middle of what it may be */
    double residual_low, residual_high; /* Cox-Snell's, of what is known of the onset: INFINITY where it did
                                           not come. Where the law holds they follow exp(-r) */
} ff_run_check;

/* What is looked at in all runs together, against runs made up under the model. */
typedef enum ff_trial_check {
    FF_CHECK_FOLLOWING, /* correlation of the scores of runs that follow each other */
    FF_CHECK_FARTHEST,  /* the largest score, either way */
    FF_CHECK_DRIFT,     /* slope of the scores per ten runs, beside the drift that is in the model */
    FF_CHECK_CENSORED,  /* share of runs without numbness */
    FF_CHECK_SHOES      /* the largest mean score of a shoe, in its standard errors; NAN with one shoe */
} ff_trial_check;
#define FF_TRIAL_CHECKS 5

const char *ff_trial_check_name(ff_trial_check check); /* "following_runs", "farthest_run", ... */

typedef struct ff_predictive {
    double seen, expected; /* mean over the draws: of the runs, and of runs made up */
    double p;     /* share of those made up that show at least as much */
    bool flagged; /* p is below 0.05 or above 0.95 */
} ff_predictive;

typedef struct ff_shoe_check {
    const char *shoe; /* NULL: not said */
    size_t runs;
    double score; /* mean of theirs */
} ff_shoe_check;

typedef struct ff_trial_checks {
    ff_run_check *runs; /* one a usable run */
    bool enough;        /* runs for what follows */
    ff_predictive whole[FF_TRIAL_CHECKS];
    ff_shoe_check *shoes; /* none with one shoe */
    size_t shoe_count;
    double law_gap; /* largest distance between the residuals' Kaplan-Meier curve and exp(-r) */
    bool law_flagged;
    size_t largest, smallest; /* the runs with the largest and the smallest residual */
} ff_trial_checks;

/* What the same runs say when one is left out: of a run that does not fit, or decides. */
typedef struct ff_trial_without {
    size_t run;
    struct ff_trial_effect *effects; /* one a change: state, counts, ratio, chances and verdict, before it
                                        was held against other laws and priors */
} ff_trial_without;

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
    bool figures;               /* whether any can be had: there is a usable run, and no more to tell apart than
                                   the runs can. Else only counts, states and causes (after = before) are there */
    size_t usable, numb;        /* runs; those in which numbness came, or was felt coming */
    size_t coming;              /* of these, those that ended as it was only felt coming */
    ff_trial_effect *effects;   /* one a change */
    size_t effect_count;
    ff_effect_likelihood likelihood; /* NULL without a usable run */
    ff_trial_belief *causes;    /* in the order of the question */
    size_t cause_count;
    bool by_draw;               /* for some run a draw was made; else the order is the runner's own */
    bool worsens;               /* numbness comes sooner or is stronger from run to run, hardly by chance */
    double sigma;               /* SD of log minutes between like runs: posterior mean */
    double median_min;          /* usual minutes to numbness: posterior median; NAN: not known */
    double pace_min_km;         /* mean of the runs; NAN: not known */
    double drift;               /* mean of the log time ratio per ten runs, and its SD */
    double drift_sd;
    double khat;                /* the worst of all that was drawn */
    ff_trial_checks checks;     /* without a usable run there is nothing in it */
    size_t odd_run;             /* the run that fits worst, where chance alone hardly brings one so far off
                                   among so many (1 in 10), and by how many SD; run_count: none */
    double odd_sd;
    ff_trial_without *without;  /* of the odd run and of decisive ones */
    size_t without_count;
    struct ff_outlook *outlooks; /* for the choice of the next run: it under each cause, for the changes of
                                    which it is chosen (none without causes or figures) */
    size_t outlook_count;
} ff_trial_analysis;

#ifdef __cplusplus
}
#endif

#endif
