/* How long reasoning takes, beside a floor measured in the same run: reading one number a state and
 * adding it. Usage: bench_reason [SEED [CASES]]
 *
 * Cases are made up: so many findings drawn without looking, each answered as often as anyone
 * answers so, and both feet drawn. A figure is the median over the cases of the microseconds of
 * this process's CPU time. "posterior" is the posterior with ranges and evidence of every cause,
 * "other way" puts every answer the other ways and leaves it out, "missing" supposes every answer
 * that is missing (both only when an explanation is asked for), and "question" weighs every finding
 * that is left, as if no flag had been raised.
 */
#include "base/arena.h"
#include "base/random.h"
#include "reason/explain.h"
#include "reason/network.h"
#include "reason/otherwise.h"
#include "reason/questions.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_CASES = 9999, MOST_FINDINGS = 512, FLOOR_PASSES = 100 };

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

static void die(const char *what) {
    fprintf(stderr, "bench_reason: %s\n", what);
    exit(3);
}

/* --- made-up cases --------------------------------------------------------------------------- */

static size_t some_level(ff_random *random, const ff_fact *fact) {
    double left = ff_random_unit(random);
    size_t level = 0;
    while (level + 1 < fact->level_count && left >= fact->background[level]) {
        left -= fact->background[level++];
    }
    return level;
}

/* A map's core, with one region in ten drawn otherwise. */
static uint64_t some_drawing(ff_random *random) {
    uint64_t drawn = 0;
    do {
        drawn = knowledge->maps[ff_random_below(random, (uint32_t)knowledge->map_count)].core;
        for (size_t r = 0; r < knowledge->region_count; r++) {
            drawn ^= (uint64_t)(ff_random_below(random, 10) == 0) << r;
        }
    } while (drawn == 0);
    return drawn;
}

/* Fills in findings, which has room for all facts, and the case around them. */
static ff_case some_case(ff_random *random, size_t answers, ff_finding *findings) {
    size_t order[MOST_FINDINGS] = {0}, count = knowledge->fact_count;
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
    }
    for (size_t i = 0; i < answers; i++) {
        size_t at = i + ff_random_below(random, (uint32_t)(count - i)), fact = order[at];
        order[at] = order[i];
        const ff_fact *asked = &knowledge->facts[fact];
        findings[i] = (ff_finding){.id = asked->id,
                                   .state = FF_SAID,
                                   .value = asked->levels[some_level(random, asked)].id,
                                   .said_by = "runner"};
    }
    return (ff_case){.age_years = NAN,
                     .checklist_asked = true,
                     .findings = {findings, answers},
                     .sites = {some_drawing(random), some_drawing(random)}};
}

/* --- measuring ------------------------------------------------------------------------------- */

static double cpu_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec * 1e-3;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, size_t count) {
    qsort(values, count, sizeof *values, ascending);
    return values[count / 2];
}

/* What was found, so that no work can be left out as unused. */
static double checked;

static double time_floor(const ff_network *network) {
    double begin = cpu_us(), sum = 0;
    for (size_t pass = 0; pass < FLOOR_PASSES; pass++) {
        const volatile double *posterior = network->posterior;
        for (size_t s = 0; s < network->state_count; s++) {
            sum += posterior[s];
        }
    }
    checked += sum;
    return (cpu_us() - begin) / FLOOR_PASSES;
}

typedef struct timing {
    double floor, posterior, other, missing, question;
} timing;

static timing time_case(const ff_case *runner) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_network network;
    ff_error error;
    timing took;
    double begin = cpu_us();
    if (ff_network_build(&network, &arena, knowledge, runner, &error) != FF_OK) {
        die(error.message);
    }
    size_t count;
    const ff_cause_result *causes = ff_explain_causes(&network, &count);
    took.posterior = cpu_us() - begin;
    ff_assessment assessment = {.level = ff_level_of_need(knowledge, network.need)};
    begin = cpu_us();
    bool filled = ff_otherwise_given(&network, &assessment);
    took.other = cpu_us() - begin;
    begin = cpu_us();
    filled = ff_otherwise_missing(&network, runner, &assessment) && filled;
    took.missing = cpu_us() - begin;
    size_t questions = 0;
    begin = cpu_us();
    ff_questions(&network, runner, &assessment, &questions);
    took.question = cpu_us() - begin;
    if (arena.failed || !filled) {
        die("not enough memory");
    }
    checked += causes[0].high + (double)questions;
    took.floor = time_floor(&network);
    ff_arena_free(&arena);
    return took;
}

/* One figure of all cases, by its place in the timing. */
static double median_of(const timing *timings, size_t count, size_t offset) {
    static double values[MOST_CASES];
    for (size_t i = 0; i < count; i++) {
        memcpy(&values[i], (const char *)&timings[i] + offset, sizeof values[i]);
    }
    return median(values, count);
}

static void measure(uint64_t seed, size_t answers, size_t cases) {
    static timing timings[MOST_CASES];
    static const size_t columns[] = {offsetof(timing, posterior), offsetof(timing, other),
                                     offsetof(timing, missing), offsetof(timing, question)};
    ff_finding findings[MOST_FINDINGS];
    ff_random random;
    ff_random_init(&random, seed);
    for (size_t i = 0; i < cases; i++) {
        ff_case runner = some_case(&random, answers, findings);
        timings[i] = time_case(&runner);
    }
    double floor = median_of(timings, cases, offsetof(timing, floor));
    printf("%7zu %8.2f", answers, floor);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        double took = median_of(timings, cases, columns[i]);
        printf(" %9.1f %8.1f", took, took / floor);
    }
    printf("\n");
}

int main(int argc, char **argv) {
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    long cases = argc > 2 ? strtol(argv[2], NULL, 10) : 101;
    if (argc > 3 || cases < 1 || cases > MOST_CASES) {
        fprintf(stderr, "usage: bench_reason [SEED [CASES, 1 to %d]]\n", MOST_CASES);
        return 2;
    }
    if (knowledge->fact_count > MOST_FINDINGS) {
        die("more findings than expected");
    }
    printf("%zu causes, %zu states, %zu findings; medians of %ld cases, microseconds\n",
           knowledge->cause_count, ff_state_count(knowledge), knowledge->fact_count, cases);
    printf("%7s %8s", "answers", "floor");
    static const char *const heads[] = {"posterior", "other way", "missing", "question"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        printf(" %9s %8s", heads[i], "of floor");
    }
    printf("\n");
    static const size_t answers[] = {0, 10, 20, 30, 40};
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        if (answers[i] <= knowledge->fact_count) {
            measure(seed, answers[i], (size_t)cases);
        }
    }
    printf("checked: %.6g\n", checked);
    return 0;
}
