#include "trial/trend.h"

#include <math.h>

/* One of 40 by chance, one side. */
#define RARE 1.96

/* -1: the second is worse; 1: better; 0: cannot be told. */
typedef int compared(const ff_trial_run *first, const ff_trial_run *second);

static double soonest(const ff_trial_run *run) {
    return run->known == FF_KNOWN_BEFORE ? 0 : run->low_min;
}

static double latest(const ff_trial_run *run) {
    return run->known == FF_KNOWN_AFTER     ? INFINITY
           : run->known == FF_KNOWN_BETWEEN ? run->high_min
                                            : run->low_min;
}

static int by_onset(const ff_trial_run *first, const ff_trial_run *second) {
    return latest(second) < soonest(first) ? -1 : latest(first) < soonest(second) ? 1 : 0;
}

/* Of runs without numbness no strength is said. */
static int by_strength(const ff_trial_run *first, const ff_trial_run *second) {
    if (!(first->strength >= 0 && second->strength >= 0)) {
        return 0;
    }
    return (first->strength > second->strength) - (first->strength < second->strength);
}

static bool falls(const ff_trial_run *runs, size_t count, compared *compare) {
    double sum = 0, n = (double)count;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            sum += compare(&runs[i], &runs[j]);
        }
    }
    /* With ties the variance is less, so the test asks for more than it needs. 1: to the nearest sum. */
    return sum + 1 < -RARE * sqrt(n * (n - 1) * (2 * n + 5) / 18);
}

bool ff_numbness_worsens(const ff_trial_run *runs, size_t count) {
    return count >= FF_TREND_LEAST_RUNS &&
           (falls(runs, count, by_onset) || falls(runs, count, by_strength));
}
