#include "trial/law.h"

#include <math.h>
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
    return exp(fmin(z, 300));
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

/* log(1 + e) is as good as log1p(e) to 1e-16 in what is a sum of such terms, and quicker. */
static ff_law_terms known_at(ff_law law, double z) {
    if (law == FF_LAW_LOGLOGISTIC) {
        double e = exp(-fabs(z)), f = (z >= 0 ? 1 : e) / (1 + e);
        return of_one(-fabs(z) - 2 * log(1 + e), z, 1 - 2 * f, -2 * e / ((1 + e) * (1 + e)), 1);
    }
    double curve = law == FF_LAW_LOGNORMAL ? -1 : -weibull_hazard(z);
    return of_one(log_density(law, z), z, slope(law, z), curve, 1);
}

static ff_law_terms known_after(ff_law law, double z) {
    double h, dh; /* hazard by z, and its derivative */
    if (law == FF_LAW_LOGLOGISTIC) {
        double e = exp(-fabs(z));
        h = (z >= 0 ? 1 : e) / (1 + e);
        return of_one(-fmax(z, 0) - log(1 + e), z, -h, -e / ((1 + e) * (1 + e)), 0);
    }
    if (law == FF_LAW_LOGNORMAL) {
        h = 1 / mills(z);
        dh = h * (h - z);
    } else {
        h = dh = weibull_hazard(z);
    }
    return of_one(ff_law_log_beyond(law, z), z, -h, -dh, 0);
}

static ff_law_terms known_before(ff_law law, double z) {
    double r; /* density divided by the share below */
    if (law == FF_LAW_LOGLOGISTIC) {
        r = logistic(-z);
    } else if (law == FF_LAW_LOGNORMAL) {
        r = 1 / mills(-z);
    } else {
        double w = weibull_hazard(z);
        r = w > 0 ? w / expm1(w) : 1;
    }
    return of_one(log_by(law, z), z, r, r * (slope(law, z) - r), 0);
}

/* The log of the share between two z, and the densities at both divided by that share. Each law in a
 * form that keeps its digits when both lie far out on the same side, or close together. */
static double between(ff_law law, double low, double high, double *at_low, double *at_high) {
    if (law == FF_LAW_LOGLOGISTIC) {
        double width = -expm1(low - high), by_high = logistic(high), beyond_low = logistic(-low);
        *at_low = logistic(low) / (by_high * width);
        *at_high = logistic(-high) / (beyond_low * width);
        return log(by_high * beyond_low * width);
    }
    if (law == FF_LAW_WEIBULL) {
        double w = weibull_hazard(low), wider = weibull_hazard(high) - w;
        *at_low = w / -expm1(-wider);
        *at_high = wider < 700 ? (w + wider) / expm1(wider) : 0;
        return -w + log(-expm1(-wider));
    }
    if (low < 0 && high > 0) {
        double share = 0.5 * (erf(high * sqrt(0.5)) - erf(low * sqrt(0.5)));
        *at_low = exp(-low * low / 2 - LOG_SQRT_2PI) / share;
        *at_high = exp(-high * high / 2 - LOG_SQRT_2PI) / share;
        return log(share);
    }
    double near = fmin(fabs(low), fabs(high)), far = fmax(fabs(low), fabs(high));
    double fall = exp((near * near - far * far) / 2);
    double share = mills(near) - fall * mills(far); /* in units of the density at the nearer */
    *at_low = (low >= 0 ? 1 : fall) / share;
    *at_high = (low >= 0 ? fall : 1) / share;
    return log(share) - near * near / 2 - LOG_SQRT_2PI;
}

static ff_law_terms known_between(ff_law law, double low, double high) {
    double a, b;
    ff_law_terms t = {.value = between(law, low, high, &a, &b)};
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

ff_law_terms ff_law_terms_of(ff_law law, ff_known kind, double low, double high) {
    switch (kind) {
    case FF_KNOWN_AT: return known_at(law, low);
    case FF_KNOWN_AFTER: return known_after(law, low);
    case FF_KNOWN_BEFORE: return known_before(law, low);
    default: return known_between(law, low, high);
    }
}

double ff_law_value(ff_law law, ff_known kind, double low, double high) {
    double a, b;
    switch (kind) {
    case FF_KNOWN_AT: return log_density(law, low);
    case FF_KNOWN_AFTER: return ff_law_log_beyond(law, low);
    case FF_KNOWN_BEFORE: return log_by(law, low);
    default: return between(law, low, high, &a, &b);
    }
}
