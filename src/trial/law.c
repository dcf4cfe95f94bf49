#include "trial/law.h"

#include "base/exp_block.h"
#include "base/wide.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#define LOG_SQRT_2PI 0.91893853320467274178
#define PI           3.14159265358979323846

static const char *const names[FF_LAWS] = {"loglogistic", "lognormal", "weibull"};

const char *ff_law_name(ff_law law) {
    return names[law];
}

int ff_law_of_name(const char *name) {
    for (int i = 0; i < FF_LAWS; i++) {
        if (strcmp(names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

double ff_law_sd(ff_law law) {
    return law == FF_LAW_LOGLOGISTIC ? PI / sqrt(3.0) : law == FF_LAW_LOGNORMAL ? 1 : PI / sqrt(6.0);
}

/* log(1 + e^z), for any z. */
static double softplus(double z) {
    return fmax(z, 0) + log1p(exp(-fabs(z)));
}

static double logistic(double z) {
    double e = exp(-fabs(z));
    return (z >= 0 ? 1 : e) / (1 + e);
}

/* The normal tail beyond z, divided by the density at z (Mills' ratio). Above 10, where the tail
 * itself comes near the end of what a double holds, by its continued fraction [Laplace]; 60 steps
 * are good to the last digit there. */
static double mills(double z) {
    if (z < 10) {
        return 0.5 * erfc(z * sqrt(0.5)) * exp(z * z / 2 + LOG_SQRT_2PI);
    }
    double fraction = z;
    for (int k = 60; k > 0; k--) {
        fraction = z + k / fraction;
    }
    return 1 / fraction;
}

/* log of the normal tail beyond z. */
static double normal_log_beyond(double z) {
    return z < 10 ? log(0.5 * erfc(z * sqrt(0.5))) : log(mills(z)) - z * z / 2 - LOG_SQRT_2PI;
}

/* A double holds e^z up to 709; beyond it a run without numbness is impossible under the law, and
 * the likelihood is as good as zero long before. */
static double weibull_hazard(double z) {
    return exp(z < 300 ? z : 300);
}

double ff_law_log_beyond(ff_law law, double z) {
    return law == FF_LAW_LOGLOGISTIC ? -softplus(z)
           : law == FF_LAW_LOGNORMAL ? normal_log_beyond(z)
                                     : -weibull_hazard(z);
}

double ff_law_share_by(ff_law law, double z) {
    return law == FF_LAW_LOGLOGISTIC ? logistic(z)
           : law == FF_LAW_LOGNORMAL ? 0.5 * erfc(-z * sqrt(0.5))
                                     : -expm1(-weibull_hazard(z));
}

static double log_by(ff_law law, double z) {
    switch (law) {
    case FF_LAW_LOGLOGISTIC: return -softplus(-z);
    case FF_LAW_LOGNORMAL: return normal_log_beyond(-z);
    default: {
        double w = weibull_hazard(z);
        return w < 1e-300 ? z : log(-expm1(-w));
    }
    }
}

static double log_density(ff_law law, double z) {
    switch (law) {
    case FF_LAW_LOGLOGISTIC: return z - 2 * softplus(z);
    case FF_LAW_LOGNORMAL: return -z * z / 2 - LOG_SQRT_2PI;
    default: return z - weibull_hazard(z);
    }
}

/* Newton steps on the log of the tail, which is concave. */
double ff_law_quantile(ff_law law, double share) {
    if (law == FF_LAW_LOGLOGISTIC) {
        return log(share) - log1p(-share);
    }
    if (law == FF_LAW_WEIBULL) {
        return log(-log1p(-share));
    }
    double z = 0, target = log1p(-share);
    for (int i = 0; i < 60; i++) {
        double step = (normal_log_beyond(z) - target) * mills(z);
        z += step;
        if (fabs(step) < 1e-15 * (1 + fabs(z))) {
            break;
        }
    }
    return z;
}

/* d log density / dz. */
static double slope(ff_law law, double z) {
    return law == FF_LAW_LOGLOGISTIC ? 1 - 2 * logistic(z)
           : law == FF_LAW_LOGNORMAL ? -z
                                     : 1 - weibull_hazard(z);
}

/* An observation whose likelihood is a function of one z with first and second derivative a, b. */
static ff_law_terms of_one(double value, double z, double a, double b, double exact) {
    return (ff_law_terms){.value = value,
                          .e = -a,
                          .l = -z * a - exact,
                          .ee = b,
                          .el = a + z * b,
                          .ll = z * a + z * z * b};
}

/* The one exponential that a row with a single z needs: e^-|z| for the log-logistic law, the hazard
 * for Weibull's; the log-normal needs none. */
static double exponential(ff_law law, double z) {
    return law == FF_LAW_LOGLOGISTIC ? exp(-fabs(z)) : law == FF_LAW_WEIBULL ? weibull_hazard(z) : 0;
}

/* Below, the value of a log-logistic row still lacks -log(*factor): of many rows the product is taken
 * first. log(1 + e) is as good as log1p(e) to 1e-16 in what is a sum of such terms. */

static ff_law_terms known_at(ff_law law, double z, double e, double *factor) {
    if (law == FF_LAW_LOGLOGISTIC) {
        double per = 1 / (1 + e), f = z >= 0 ? per : e * per;
        *factor = (1 + e) * (1 + e);
        return of_one(-fabs(z), z, 1 - 2 * f, -2 * e * per * per, 1);
    }
    bool normal = law == FF_LAW_LOGNORMAL;
    double value = normal ? -z * z / 2 - LOG_SQRT_2PI : z - e;
    return of_one(value, z, normal ? -z : 1 - e, normal ? -1 : -e, 1);
}

static ff_law_terms known_after(ff_law law, double z, double e, double *factor) {
    if (law == FF_LAW_LOGLOGISTIC) {
        double per = 1 / (1 + e), f = z >= 0 ? per : e * per;
        *factor = 1 + e;
        return of_one(z > 0 ? -z : 0, z, -f, -e * per * per, 0);
    }
    if (law == FF_LAW_WEIBULL) {
        return of_one(-e, z, -e, -e, 0);
    }
    double h = 1 / mills(z); /* hazard by z */
    return of_one(normal_log_beyond(z), z, -h, -h * (h - z), 0);
}

static ff_law_terms known_before(ff_law law, double z, double e, double *factor) {
    double r; /* density divided by the share below */
    if (law == FF_LAW_LOGLOGISTIC) {
        double per = 1 / (1 + e);
        *factor = 1 + e;
        return of_one(z < 0 ? z : 0, z, z <= 0 ? per : e * per, -e * per * per, 0);
    }
    if (law == FF_LAW_LOGNORMAL) {
        r = 1 / mills(-z);
    } else {
        r = e > 0 ? e / expm1(e) : 1;
    }
    return of_one(log_by(law, z), z, r, r * (slope(law, z) - r), 0);
}

/* Densities at two z, divided by the share between. */
typedef struct {
    double low, high;
} ends;

/* The log of the share between two z; at, where it is not NULL, gets the densities. Each law in a form that keeps
 * its digits when both lie far out on the same side, or close together. */
static double between(ff_law law, double low, double high, ends *at) {
    if (law == FF_LAW_LOGLOGISTIC) {
        double width = -expm1(low - high), by_high = logistic(high), beyond_low = logistic(-low);
        if (at != NULL) {
            *at = (ends){logistic(low) / (by_high * width), logistic(-high) / (beyond_low * width)};
        }
        return log(by_high * beyond_low * width);
    }
    if (law == FF_LAW_WEIBULL) {
        double w = weibull_hazard(low), wider = weibull_hazard(high) - w;
        if (at != NULL) {
            *at = (ends){w / -expm1(-wider), wider < 700 ? (w + wider) / expm1(wider) : 0};
        }
        return -w + log(-expm1(-wider));
    }
    if (low < 0 && high > 0) {
        double share = 0.5 * (erf(high * sqrt(0.5)) - erf(low * sqrt(0.5)));
        if (at != NULL) {
            *at = (ends){exp(-low * low / 2 - LOG_SQRT_2PI) / share,
                         exp(-high * high / 2 - LOG_SQRT_2PI) / share};
        }
        return log(share);
    }
    double near = fmin(fabs(low), fabs(high)), far = fmax(fabs(low), fabs(high));
    double fall = exp((near * near - far * far) / 2);
    double share = mills(near) - fall * mills(far); /* in units of the density at the nearer */
    if (at != NULL) {
        *at = (ends){(low >= 0 ? 1 : fall) / share, (low >= 0 ? fall : 1) / share};
    }
    return log(share) - near * near / 2 - LOG_SQRT_2PI;
}

static ff_law_terms known_between(ff_law law, double low, double high) {
    ends at;
    ff_law_terms t = {.value = between(law, low, high, &at)};
    double a = at.low, b = at.high;
    double da = a * slope(law, low), db = b * slope(law, high);
    double net = high * b - low * a;
    double a_by_l = -low * da + a * net, b_by_l = -high * db + b * net;
    t.e = a - b;
    t.l = -net;
    t.ee = db - da - (b - a) * (b - a);
    t.el = a_by_l - b_by_l + b - a;
    t.ll = net - high * b_by_l + low * a_by_l;
    return t;
}

static ff_law_terms terms_with(ff_law law, ff_known kind, double low, double high, double e,
                               double *factor) {
    *factor = 1;
    switch (kind) {
    case FF_KNOWN_AT: return known_at(law, low, e, factor);
    case FF_KNOWN_AFTER: return known_after(law, low, e, factor);
    case FF_KNOWN_BEFORE: return known_before(law, low, e, factor);
    default: return known_between(law, low, high);
    }
}

ff_law_terms ff_law_terms_of(ff_law law, ff_known kind, double low, double high) {
    double factor;
    ff_law_terms terms = terms_with(law, kind, low, high, exponential(law, low), &factor);
    terms.value -= log(factor);
    return terms;
}

double ff_law_value(ff_law law, ff_known kind, double low, double high) {
    switch (kind) {
    case FF_KNOWN_AT: return log_density(law, low);
    case FF_KNOWN_AFTER: return ff_law_log_beyond(law, low);
    case FF_KNOWN_BEFORE: return log_by(law, low);
    default: return between(law, low, high, NULL);
    }
}

/* ---- many rows ---- */

/* A sum of logarithms, kept as the product of what they are of for as long as a double holds it. */
typedef struct {
    double sum, product;
} log_sum;

static void add_log(log_sum *s, double x) {
    s->product *= x;
    if (s->product > 1e200 || s->product < 1e-200) {
        s->sum += log(s->product);
        s->product = 1;
    }
}

/* e^-|z| of each row. */
static void fall_off(const double *z, size_t count, double *e) {
    for (size_t i = 0; i < count; i++) {
        e[i] = -fabs(z[i]);
    }
    ff_exp_block(e, count);
}

/* weibull_hazard of each row. */
static void hazards(const double *z, size_t count, double *e) {
    for (size_t i = 0; i < count; i++) {
        e[i] = z[i] < 300 ? z[i] : 300;
    }
    ff_exp_block(e, count);
}

static double above_zero(double z) {
    return z > 0 ? z : 0;
}

/* ---- many rows at places side by side ---- */

/* Of each lane a sum, and what the logarithm of is still to be taken from it, as log_sum keeps it. */
typedef struct {
    ff_lanes sum, logs, product;
} lane_sums;

/* e^-|z|. */
static inline void falls_off(const ff_lanes *z, ff_lanes *e) {
    FF_EACH_LANE(l) { e->of[l] = -fabs(z->of[l]); }
    ff_exp_block(e->of, FF_LANES);
}

static inline void add_at(lane_sums *s, const ff_lanes *z) {
    ff_lanes e;
    falls_off(z, &e);
    FF_EACH_LANE(l) {
        double factor = 1 + e.of[l];
        s->sum.of[l] -= fabs(z->of[l]);
        s->product.of[l] *= factor * factor;
    }
}

/* After z with side 1, before it with side -1. */
static inline void add_beyond(lane_sums *s, const ff_lanes *z, double side) {
    ff_lanes e;
    falls_off(z, &e);
    FF_EACH_LANE(l) {
        s->sum.of[l] -= above_zero(side * z->of[l]);
        s->product.of[l] *= 1 + e.of[l];
    }
}

/* Closer together, 1 - e^(low - high) would lose digits. */
#define CLOSE 0.01

/* 1 - e^(low - high), from e^-|low| and e^-|high|: one division. */
static inline double gap(double low, double high, double e_low, double e_high) {
    double over = low >= 0 ? e_high : high >= 0 ? e_low * e_high : e_low;
    double under = low >= 0 ? e_low : high >= 0 ? 1 : e_high;
    return 1 - over / under;
}

static inline void add_between(lane_sums *s, const ff_lanes *low, const ff_lanes *high) {
    ff_lanes e, e_high, gaps;
    falls_off(low, &e);
    falls_off(high, &e_high);
    FF_EACH_LANE(l) { gaps.of[l] = gap(low->of[l], high->of[l], e.of[l], e_high.of[l]); }
    FF_EACH_LANE(l) {
        double width = high->of[l] - low->of[l];
        if (width < CLOSE) {
            gaps.of[l] = -expm1(-width);
        }
    }
    FF_EACH_LANE(l) {
        s->sum.of[l] -= above_zero(low->of[l]) + above_zero(-high->of[l]);
        s->product.of[l] *= (1 + e.of[l]) * (1 + e_high.of[l]) / gaps.of[l];
    }
    ff_lanes_take_logs(&s->product, &s->logs);
}

/* The log-logistic law, which draws are made from: a logarithm every few hundred rows instead of one or
 * two a row. log(1 + e^z) is max(z, 0) + log(1 + e^-|z|). */
FF_WIDE static ff_lanes loglogistic_values(const unsigned char *kinds, const ff_lanes *low,
                                           const ff_lanes *high, size_t count) {
    lane_sums s = {.product = ff_lanes_all(1)};
    for (size_t i = 0; i < count; i++) {
        switch ((ff_known)kinds[i]) {
        case FF_KNOWN_AT: add_at(&s, &low[i]); break;
        case FF_KNOWN_AFTER: add_beyond(&s, &low[i], 1); break;
        case FF_KNOWN_BEFORE: add_beyond(&s, &low[i], -1); break;
        default: add_between(&s, &low[i], &high[i]);
        }
    }
    FF_EACH_LANE(l) { s.sum.of[l] = s.sum.of[l] - s.logs.of[l] - log(s.product.of[l]); }
    return s.sum;
}

ff_lanes ff_law_values(ff_law law, const unsigned char *kinds, const ff_lanes *low, const ff_lanes *high,
                       size_t count) {
    if (law == FF_LAW_LOGLOGISTIC) {
        return loglogistic_values(kinds, low, high, count);
    }
    ff_lanes sum = ff_lanes_all(0);
    for (size_t i = 0; i < count; i++) {
        const ff_lanes *end = kinds[i] == FF_KNOWN_BETWEEN ? &high[i] : &low[i];
        FF_EACH_LANE(l) { sum.of[l] += ff_law_value(law, (ff_known)kinds[i], low[i].of[l], end->of[l]); }
    }
    return sum;
}

void ff_law_terms_of_rows(ff_law law, const unsigned char *kinds, const double *low,
                          const double *high, size_t count, ff_law_columns *columns) {
    log_sum less = {0, 1};
    double e[FF_LAW_MOST_ROWS] = {0}, value = 0, l = 0, ll = 0;
    if (law == FF_LAW_LOGLOGISTIC) {
        fall_off(low, count, e);
    } else if (law == FF_LAW_WEIBULL) {
        hazards(low, count, e);
    }
    for (size_t i = 0; i < count; i++) {
        double factor;
        ff_law_terms t = terms_with(law, (ff_known)kinds[i], low[i], high[i], e[i], &factor);
        add_log(&less, factor);
        value += t.value;
        columns->e[i] = t.e;
        columns->ee[i] = t.ee;
        columns->el[i] = t.el;
        l += t.l;
        ll += t.ll;
    }
    columns->value = value - less.sum - log(less.product);
    columns->l = l;
    columns->ll = ll;
}
