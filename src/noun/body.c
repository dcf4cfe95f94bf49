#include <footfall/body.h>

#include <math.h>
#include <string.h>

const ff_routine *ff_knowledge_routine(const ff_knowledge *knowledge, const char *id) {
    for (size_t i = 0; id != NULL && i < knowledge->routine_count; i++) {
        if (strcmp(knowledge->routines[i].id, id) == 0) {
            return &knowledge->routines[i];
        }
    }
    return NULL;
}

const ff_home_test *ff_knowledge_home_test(const ff_knowledge *knowledge, const char *id) {
    for (size_t i = 0; id != NULL && i < knowledge->home_test_count; i++) {
        if (strcmp(knowledge->home_tests[i].id, id) == 0) {
            return &knowledge->home_tests[i];
        }
    }
    return NULL;
}

const ff_habit *ff_knowledge_habit(const ff_knowledge *knowledge, const char *id) {
    for (size_t i = 0; id != NULL && i < knowledge->habit_count; i++) {
        if (strcmp(knowledge->habits[i].id, id) == 0) {
            return &knowledge->habits[i];
        }
    }
    return NULL;
}

/* ---- what readings mean ---- */

static bool is_beyond(const ff_test_limit *limit, double value) {
    if (value == limit->at) {
        return limit->inclusive;
    }
    return (value < limit->at) == limit->below;
}

/* The level of one value, as if it had no error. */
static int level_of(const ff_test_measure *measure, double value) {
    for (size_t i = 0; i < measure->limit_count; i++) {
        if (is_beyond(&measure->limits[i], value)) {
            return measure->limits[i].level;
        }
    }
    return measure->otherwise;
}

#define CANNOT_TELL (-1)

/* The level of a reading whose whole error lies on one side of each limit; else CANNOT_TELL with
 * the limit that the error reaches over. */
static int judge_reading(const ff_test_measure *measure, double value, double error, double *at) {
    int low = level_of(measure, value - error), high = level_of(measure, value + error);
    if (low == high) {
        return low;
    }
    for (size_t i = 0; i < measure->limit_count; i++) {
        double limit = measure->limits[i].at;
        if (value - error <= limit && limit <= value + error) {
            *at = limit;
        }
    }
    return CANNOT_TELL;
}

static ff_test_result judge_sum(const ff_test_measure *measure, double left, double right) {
    ff_test_result result = {
        .level = CANNOT_TELL, .at = NAN, .whole = !isnan(left) && !isnan(right)};
    double one = isnan(left) ? right : left;
    if (!result.whole && !isnan(one)) { /* the other side can only add to it */
        int level = judge_reading(measure, one, measure->error, &result.at);
        result.level = level != measure->otherwise ? level : CANNOT_TELL;
    } else if (result.whole) {
        result.level = judge_reading(measure, left + right, measure->error * sqrt(2), &result.at);
        result.by_limit = result.level == CANNOT_TELL;
    }
    return result;
}

/* One side that is beyond a limit is enough; within all limits both must be. */
static int join(const ff_test_measure *measure, int left, int right, bool *contradict) {
    bool left_out = left != CANNOT_TELL && left != measure->otherwise;
    bool right_out = right != CANNOT_TELL && right != measure->otherwise;
    *contradict = left_out && right_out && left != right;
    if (*contradict) {
        return CANNOT_TELL;
    }
    return left_out ? left : right_out ? right : left == right ? left : CANNOT_TELL;
}

/* The sides may differ by more than their errors; and where they may differ so, it is not "no". */
static void take_difference(const ff_test_measure *measure, double apart, ff_test_result *result) {
    if (measure->apart < 0 || isnan(apart)) {
        return;
    }
    if (apart - measure->apart_error >= measure->apart_at) {
        result->level = measure->apart;
        result->by_limit = false;
    } else if (apart >= measure->apart_at && result->level == measure->otherwise) {
        result->level = CANNOT_TELL;
        result->by_limit = true;
        result->at = NAN;
    }
}

ff_test_result ff_home_test_judge(const ff_home_test *test, const ff_test_measure *measure,
                                  double left, double right) {
    if (test->sum) {
        return judge_sum(measure, left, right);
    }
    ff_test_result result = {.at = NAN, .whole = !isnan(left) && !isnan(right)};
    if (result.whole) {
        int l = judge_reading(measure, left, measure->error, &result.at);
        int r = judge_reading(measure, right, measure->error, &result.at);
        result.level = join(measure, l, r, &result.contradict);
        result.by_limit = result.level == CANNOT_TELL && !result.contradict;
        take_difference(measure, fabs(left - right), &result);
        return result;
    }
    double one = isnan(left) ? right : left;
    result.level =
        isnan(one) ? CANNOT_TELL : judge_reading(measure, one, measure->error, &result.at);
    result.by_limit = !isnan(one) && result.level == CANNOT_TELL;
    if (result.level == measure->otherwise) {
        result.level = CANNOT_TELL; /* the other side may be beyond */
    }
    return result;
}

/* ---- readings kept as figures ---- */

/* The unit of a kind says which of a test's measures it is. */
static const struct {
    ff_foot_kind kind;
    const char *test;
} kept_as[] = {{FF_FOOT_LINE, "foot_line"},        {FF_FOOT_NAVICULAR_DROP, "arch_drop"},
               {FF_FOOT_LUNGE, "lunge"},           {FF_FOOT_LUNGE_ANGLE, "lunge"},
               {FF_FOOT_THIGH, "thomas"},          {FF_FOOT_HEEL_RAISES, "heel_raise"},
               {FF_FOOT_TOUCHES_MISSED, "ipswich"}};

static const ff_test_measure *measure_in(const ff_home_test *test, const char *unit) {
    for (size_t i = 0; i < test->measure_count; i++) {
        if (strcmp(test->measures[i].unit, unit) == 0) {
            return &test->measures[i];
        }
    }
    return NULL;
}

const ff_test_measure *ff_home_test_of_figure(const ff_knowledge *knowledge, ff_foot_kind kind,
                                              const ff_home_test **test) {
    *test = NULL;
    for (size_t i = 0; i < sizeof kept_as / sizeof *kept_as && *test == NULL; i++) {
        *test = kept_as[i].kind == kind ? ff_knowledge_home_test(knowledge, kept_as[i].test) : NULL;
    }
    return *test != NULL ? measure_in(*test, ff_foot_kind_unit(kind)) : NULL;
}

int ff_home_test_figure_kind(const ff_home_test *test, const ff_test_measure *measure) {
    for (size_t i = 0; i < sizeof kept_as / sizeof *kept_as; i++) {
        if (strcmp(kept_as[i].test, test->id) == 0 &&
            strcmp(ff_foot_kind_unit(kept_as[i].kind), measure->unit) == 0) {
            return (int)kept_as[i].kind;
        }
    }
    return -1;
}

#define NINE_OF_TEN 1.645
#define NINETY_FIVE 1.960 /* in 100 */

double ff_home_test_figure_error(const ff_test_measure *measure) {
    return measure->error * NINE_OF_TEN / NINETY_FIVE;
}

ff_test_result ff_home_test_judge_figures(const ff_home_test *test, const ff_test_measure *measure,
                                          const ff_foot_figure *left, const ff_foot_figure *right) {
    ff_test_measure with = *measure;
    double l = left != NULL ? left->error : 0, r = right != NULL ? right->error : 0;
    double error = fmax(l, r);
    if (error != ff_home_test_figure_error(measure)) { /* the usual one stays what it is */
        with.error = error * NINETY_FIVE / NINE_OF_TEN;
    }
    return ff_home_test_judge(test, &with, left != NULL ? left->value : (double)NAN,
                              right != NULL ? right->value : (double)NAN);
}
