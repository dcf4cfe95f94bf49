/* The laws that log times may follow about their expectation, and what one run tells under each.
 *
 * z = (log time - expectation) / scale. Under each law the terms below are those of a survival
 * model [Kalbfleisch and Prentice 2002, section 3.6]; in (coefficients / scale, 1 / scale) the
 * likelihood has a single peak for all four kinds of observation [Burridge 1981].
 */
#ifndef FOOTFALL_TRIAL_LAW_H
#define FOOTFALL_TRIAL_LAW_H

#include "base/lanes.h"

#include <stddef.h>

typedef enum ff_law { FF_LAW_LOGLOGISTIC, FF_LAW_LOGNORMAL, FF_LAW_WEIBULL } ff_law;
#define FF_LAWS 3

const char *ff_law_name(ff_law law);    /* "loglogistic", "lognormal", "weibull" */
int ff_law_of_name(const char *name);   /* -1 when there is none */

/* SD of the log time when the scale is 1: pi / sqrt(3), 1, pi / sqrt(6). */
double ff_law_sd(ff_law law);

/* The time at which a share of runs is numb, as z: F(z) = share, 0 < share < 1. */
double ff_law_quantile(ff_law law, double share);

/* log P(z' > z): the log share of runs still without numbness at z. */
double ff_law_log_beyond(ff_law law, double z);

/* F(z): the share of runs that are numb by z. */
double ff_law_share_by(ff_law law, double z);

/* How an onset is known. The numbers are those of R's survival package and of data files. */
typedef enum ff_known {
    FF_KNOWN_AFTER = 0,   /* not by `low` (right-censored) */
    FF_KNOWN_AT = 1,      /* at `low` */
    FF_KNOWN_BEFORE = 2,  /* by `low` (left-censored) */
    FF_KNOWN_BETWEEN = 3  /* after `low`, by `high` (interval-censored) */
} ff_known;
#define FF_KNOWN_KINDS 4

/* One observation's log-likelihood on the log-time scale without the -log(scale) of an exact one,
 * and its derivatives by the expectation times the scale (e) and by the log of the scale (l). */
typedef struct ff_law_terms {
    double value;
    double e, l;
    double ee, el, ll;
} ff_law_terms;

/* low and high are z; high is read for FF_KNOWN_BETWEEN only, where it lies above low. */
ff_law_terms ff_law_terms_of(ff_law law, ff_known kind, double low, double high);

/* Only the value: several times quicker. */
double ff_law_value(ff_law law, ff_known kind, double low, double high);

/* ---- many rows at once, which is several times as quick as one by one ---- */

/* The sum of ff_law_value at places side by side: lane l of row i is low[i].of[l]. kinds are ff_known; high
 * is read for FF_KNOWN_BETWEEN only; at most FF_LAW_MOST_SIDE_BY_SIDE rows. */
#define FF_LAW_MOST_SIDE_BY_SIDE 32

ff_lanes ff_law_values(ff_law law, const unsigned char *kinds, const ff_lanes *low, const ff_lanes *high,
                       size_t count);

#define FF_LAW_MOST_ROWS 256

/* The terms of each row by the expectation, and the sums over the rows of the others. */
typedef struct ff_law_columns {
    double value, l, ll;
    double e[FF_LAW_MOST_ROWS], ee[FF_LAW_MOST_ROWS], el[FF_LAW_MOST_ROWS];
} ff_law_columns;

/* high is read for FF_KNOWN_BETWEEN only; at most FF_LAW_MOST_ROWS rows. */
void ff_law_terms_of_rows(ff_law law, const unsigned char *kinds, const double *low,
                          const double *high, size_t count, ff_law_columns *columns);

#endif
