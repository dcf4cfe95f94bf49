/* Kaplan-Meier: how long until numbness begins, when some runs end before it comes.
 *
 * A run without numbness says "not within 42 minutes", which counts until then and no longer
 * (right-censored). Times are minutes of running on the watch's timer.
 *
 * S(t) = product over onset times up to t of (1 - began / at risk) [Kaplan and Meier 1958]; its
 * limits are on the log(-log) scale with Greenwood's variance, and the limits of the median are
 * where these cross one half [Brookmeyer and Crowley 1982]. Limits are of 90 %; others can be asked for.
 */
#ifndef FOOTFALL_TRIAL_KAPLAN_MEIER_H
#define FOOTFALL_TRIAL_KAPLAN_MEIER_H

#include "base/arena.h"

#include <footfall/logged_run.h>

typedef struct ff_survival_time {
    double minutes; /* >= 0 */
    bool began;     /* numbness began then; false: the run ended then without it */
} ff_survival_time;

/* One row a distinct time. */
typedef struct ff_survival_row {
    double minutes;
    size_t at_risk;  /* runs still without numbness just before */
    size_t began;    /* runs in which it began at this time */
    size_t ended;    /* runs that ended without it at this time */
    double free;     /* S: share of runs still without numbness after this time */
    double log_variance; /* Greenwood's variance of log S */
    double free_low; /* limits of it, of 90 % unless set otherwise; NAN where S is 0 or 1 */
    double free_high;
} ff_survival_row;

typedef struct ff_kaplan_meier {
    ff_survival_row *rows; /* by time */
    size_t row_count;
    size_t runs; /* used: began + ended */
    size_t began;
    size_t ended;          /* without numbness */
    double median_min;     /* NAN: numbness came in fewer than half, as far as the runs reach */
    double median_low_min; /* 90 % limits; NAN: not reached */
    double median_high_min;
    /* How runs were brought into this form. */
    size_t at_start; /* numb from the first step: counted as begun at minute 0 */
    size_t between;  /* begun between two times: counted as begun midway, which in
                        simulation is as good as the interval up to a kilometre of width */
    size_t left_out; /* came "some time", or a time that makes no sense: not in the figures */
    size_t not_said; /* nobody said whether it came: not in the figures */
} ff_kaplan_meier;

/* From times as they are. The median is the smallest time with S <= 1/2; where S is exactly 1/2,
 * the middle between that time and the next onset (or the last time), as R's survfit does.
 * FF_ERR_MEMORY, or FF_ERR_VALUE for a negative or undefined time. */
ff_code ff_kaplan_meier_of_times(ff_arena *arena, const ff_survival_time *times, size_t count,
                                 ff_kaplan_meier *result, ff_error *error);

/* The scale on which the limits of S lie evenly about it. */
typedef enum ff_limits { FF_LIMITS_LOG_LOG, FF_LIMITS_LOG, FF_LIMITS_PLAIN } ff_limits;

/* Other limits of S in the rows; 0 < level < 1. Those of the median stay. */
void ff_kaplan_meier_set_limits(ff_kaplan_meier *km, ff_limits limits, double level);

typedef enum ff_curve { FF_CURVE_FREE, FF_CURVE_LOW, FF_CURVE_HIGH } ff_curve;

/* When the curve, S or a limit of it, falls to 1 - share, by the rule of the median; NAN: never. The
 * limits of a time are where those of S get there. */
double ff_kaplan_meier_time(const ff_kaplan_meier *km, ff_curve curve, double share);

/* From logged runs. An onset of kind FF_ONSET_NONE is censored at from_s where that is known, else
 * at the end of the run. An onset up to a minute after the end of its run (typed in whole minutes)
 * counts as begun at the end; a later one makes no sense and is left out. */
ff_code ff_kaplan_meier_of_runs(ff_arena *arena, const ff_logged_run *runs, size_t count,
                                ff_kaplan_meier *result, ff_error *error);

#endif
