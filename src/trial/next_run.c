#include "trial/next_run.h"

#include "base/random.h"

#include <math.h>
#include <string.h>

#define PI 3.14159265358979323846

/* Points at which the two integrals of the information are summed. The densities are smooth and the
 * grid reaches four SD beyond every outlook: twice as many points change the result by < 0.001. */
enum { TIME_POINTS = 64, LENGTH_POINTS = 13 };

static double normal_density(double x, double mean, double sd) {
    double z = (x - mean) / sd;
    return exp(-z * z / 2) / (sd * sqrt(2 * PI));
}

/* The chance of more than x. */
static double normal_beyond(double x, double mean, double sd) {
    return erfc((x - mean) / (sd * sqrt(2.0))) / 2;
}

typedef double law(double x, double mean, double sd);

/* What an outcome tells, in bits times its probability: sum over the outlooks of
 * w p log2(p / mixture), p being what each gives it. */
static double gain(const ff_next_run_question *q, size_t arm, law *chance, double x) {
    double total = 0, mixture = 0, sum = 0;
    for (size_t h = 0; h < q->outlook_count; h++) {
        const ff_outlook *o = &q->outlooks[h];
        total += o->weight;
        mixture += o->weight * chance(x, o->mean[arm], o->spread[arm]);
    }
    mixture /= total;
    for (size_t h = 0; h < q->outlook_count && mixture > 0; h++) {
        const ff_outlook *o = &q->outlooks[h];
        double p = chance(x, o->mean[arm], o->spread[arm]);
        if (p > 0 && o->weight > 0) {
            sum += o->weight / total * p * log2(p / mixture);
        }
    }
    return sum;
}

/* Where an onset may lie under any outlook. */
static void reach(const ff_next_run_question *q, size_t arm, double *low, double *high) {
    *low = INFINITY;
    *high = -INFINITY;
    for (size_t h = 0; h < q->outlook_count; h++) {
        const ff_outlook *o = &q->outlooks[h];
        *low = fmin(*low, o->mean[arm] - 4 * o->spread[arm]);
        *high = fmax(*high, o->mean[arm] + 4 * o->spread[arm]);
    }
}

/* The onset comes at y if the run lasts as long, which lasts(y) says; else nothing came by its end. What is
 * expected is never below 0, but for rounding where all outlooks say the same. */
static double information(const ff_next_run_question *q, size_t arm, double log_minutes, double sd) {
    double low, high, sum = 0;
    reach(q, arm, &low, &high);
    double step = (high - low) / TIME_POINTS;
    for (int i = 0; i < TIME_POINTS; i++) {
        double y = low + (i + 0.5) * step;
        double lasts = sd > 0 ? normal_beyond(y, log_minutes, sd) : y <= log_minutes;
        sum += step * lasts * gain(q, arm, normal_density, y);
    }
    if (!(sd > 0)) {
        return fmax(sum + gain(q, arm, normal_beyond, log_minutes), 0);
    }
    double width = 6 * sd / LENGTH_POINTS;
    for (int i = 0; i < LENGTH_POINTS; i++) {
        double end = log_minutes - 3 * sd + (i + 0.5) * width;
        sum += width * normal_density(end, log_minutes, sd) * gain(q, arm, normal_beyond, end);
    }
    return fmax(sum, 0);
}

double ff_expected_information(const ff_next_run_question *q, size_t arm) {
    return information(q, arm, q->log_minutes, q->log_minutes_sd);
}

double ff_expected_information_of(const ff_next_run_question *q, size_t arm, double minutes) {
    return information(q, arm, log(minutes), 0);
}

static bool run_twice(const ff_next_run_question *q, size_t arm) {
    size_t n = q->before_count;
    return n >= 2 && q->before[n - 1] == (int)arm && q->before[n - 2] == (int)arm;
}

static size_t leader_of(const ff_next_run_question *q) {
    size_t best = FF_ARM_USUAL;
    for (size_t arm = 1; arm < q->arm_count; arm++) {
        bool leads = !q->barred[arm] && q->helps[arm] > FF_LEADER_FROM;
        if (leads && (best == FF_ARM_USUAL || q->helps[arm] > q->helps[best])) {
            best = arm;
        }
    }
    return best;
}

/* How many runs in a row, counted back from the last, were of the leader or the usual. */
static size_t paired(const ff_next_run_question *q, size_t leader) {
    size_t count = 0;
    while (count < q->before_count) {
        int arm = q->before[q->before_count - 1 - count];
        if (arm != FF_ARM_USUAL && arm != (int)leader) {
            break;
        }
        count++;
    }
    return count;
}

/* Draws one of the arms of the lot. */
static size_t draw_from(uint32_t lot, ff_random *random) {
    size_t arms[FF_MOST_ARMS], count = 0;
    for (size_t arm = 0; arm < FF_MOST_ARMS; arm++) {
        if (lot >> arm & 1) {
            arms[count++] = arm;
        }
    }
    return arms[ff_random_below(random, (uint32_t)count)];
}

static uint32_t bit(size_t arm) {
    return UINT32_C(1) << arm;
}

/* After a whole pair (two runs that differ) a new one begins; within one, the other half is due. */
static void choose_in_pair(const ff_next_run_question *q, ff_random *random, ff_next_run *next) {
    bool half = paired(q, next->leader) % 2 == 1;
    uint32_t both = bit(FF_ARM_USUAL) | bit(next->leader);
    if (half) {
        next->lot = both & ~bit((size_t)q->before[q->before_count - 1]);
    } else {
        next->lot = both & ~(run_twice(q, FF_ARM_USUAL)  ? bit(FF_ARM_USUAL)
                             : run_twice(q, next->leader) ? bit(next->leader)
                                                          : 0);
    }
    next->reason = half ? FF_NEXT_PAIR_SECOND : FF_NEXT_PAIR;
    next->arm = draw_from(next->lot, random);
}

static bool may_run(const ff_next_run_question *q, size_t arm) {
    return !q->barred[arm] && !run_twice(q, arm);
}

static void choose_by_information(const ff_next_run_question *q, ff_random *random,
                                  ff_next_run *next) {
    double best = 0, best_allowed = 0;
    for (size_t arm = 0; arm < q->arm_count; arm++) {
        best = q->barred[arm] ? best : fmax(best, next->information[arm]);
        if (may_run(q, arm)) {
            best_allowed = fmax(best_allowed, next->information[arm]);
        }
    }
    for (size_t arm = 0; arm < q->arm_count; arm++) {
        if (may_run(q, arm) &&
            !(next->information[arm] < FF_NEARLY_AS_TELLING * best_allowed)) {
            next->lot |= bit(arm);
        }
    }
    next->arm = draw_from(next->lot, random);
    next->reason = best_allowed < best ? FF_NEXT_NOT_THRICE : FF_NEXT_TELLS_MOST;
}

static const ff_outlook *draw_outlook(const ff_next_run_question *q, ff_random *random) {
    double total = 0;
    for (size_t h = 0; h < q->outlook_count; h++) {
        total += q->outlooks[h].weight;
    }
    double left = ff_random_unit(random) * total;
    size_t h = 0;
    while (h + 1 < q->outlook_count && left >= q->outlooks[h].weight) {
        left -= q->outlooks[h++].weight;
    }
    return &q->outlooks[h];
}

/* Thompson 1933: as often as the arm is likely to be the best. The effects are drawn one by one. */
static void choose_by_comfort(const ff_next_run_question *q, ff_random *random, ff_next_run *next) {
    const ff_outlook *o = draw_outlook(q, random);
    double best = 0;
    next->arm = FF_ARM_USUAL;
    next->reason = FF_NEXT_COMFORT;
    for (size_t arm = 1; arm < q->arm_count; arm++) {
        double drawn = o->effect[arm] + o->effect_sd[arm] * ff_random_normal(random);
        if (drawn > best && !q->barred[arm]) {
            best = drawn;
            next->arm = arm;
        }
    }
}

static bool only_usual(const ff_next_run_question *q) {
    size_t arm = 1;
    while (arm < q->arm_count && q->barred[arm]) {
        arm++;
    }
    return arm == q->arm_count;
}

static ff_code check(const ff_next_run_question *q, ff_error *error) {
    double total = 0;
    for (size_t h = 0; h < q->outlook_count; h++) {
        total += q->outlooks[h].weight;
    }
    if (q->arm_count < 2 || q->arm_count > FF_MOST_ARMS || !(total > 0) || !isfinite(total)) {
        return ff_fail(error, FF_ERR_VALUE, "trial", FF_NO_OFFSET,
                       "there is nothing to choose the next run from");
    }
    return FF_OK;
}

ff_code ff_choose_next_run(const ff_next_run_question *question, ff_next_run *next,
                           ff_error *error) {
    *next = (ff_next_run){0};
    ff_code code = check(question, error);
    if (code != FF_OK) {
        return code;
    }
    ff_random random;
    ff_random_init(&random, question->seed ^ (question->number + 1) * UINT64_C(0x9E3779B97F4A7C15));
    for (size_t arm = 0; arm < question->arm_count; arm++) {
        next->information[arm] = ff_expected_information(question, arm);
    }
    next->leader = leader_of(question);
    if (only_usual(question)) {
        next->arm = FF_ARM_USUAL;
        next->reason = FF_NEXT_ONLY_USUAL;
    } else if (question->policy == FF_TRIAL_COMFORT) {
        choose_by_comfort(question, &random, next);
    } else if (next->leader != FF_ARM_USUAL) {
        choose_in_pair(question, &random, next);
    } else {
        choose_by_information(question, &random, next);
    }
    return FF_OK;
}
