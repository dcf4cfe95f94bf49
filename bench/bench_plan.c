/* How long a plan takes: a return after numbness and longer runs over 16 weeks, written, checked,
 * printed, read back and followed. Medians of RUNS, and each beside the time of writing alone,
 * measured in the same run. Usage: bench_plan [RUNS]
 *
 * The budget is 5 ms for a plan of 16 weeks. */
#include "base/arena.h"
#include "base/sorted.h"
#include "remedy/plan_check.h"
#include "remedy/plan_follow.h"
#include "remedy/plan_text.h"
#include "remedy/plan_write.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DAY_S     INT64_C(86400)
#define TODAY_S   (INT64_C(20605) * DAY_S)
#define MOST_RUNS 10000
#define DONE      150
#define BUDGET_MS 5.0

enum { WRITE, CHECK, PRINT, READ, FOLLOW, PARTS };
static const char *const names[PARTS] = {"write", "check", "print", "read back", "follow"};
static double times[PARTS + 1][MOST_RUNS];

static double now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void die(const char *what) {
    fprintf(stderr, "bench_plan: %s\n", what);
    exit(3);
}

static void must(ff_code code) {
    if (code != FF_OK) {
        die(ff_code_text(code));
    }
}

/* Half a year of runs, every other day; numb in the last but two. */
static void make_runner(ff_done_run items[DONE]) {
    for (int i = 0; i < DONE; i++) {
        int64_t ago = 2 * (DONE - i);
        items[i] = (ff_done_run){.run_id = i + 1,
                                 .day_s = TODAY_S - ago * DAY_S,
                                 .minutes = 30 + i % 7,
                                 .distance_m = 5000,
                                 .said = true,
                                 .numb_min = i == DONE - 3 ? 22 : (double)NAN,
                                 .bout_min = NAN};
    }
}

static void once(const ff_plan_runner *runner, const ff_plan_wish *wish, int run, size_t *planned) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_plan_written written;
    ff_plan_break_list breaks;
    ff_plan again;
    ff_followed_plan followed;
    ff_text text;
    ff_text_init(&text, NULL);
    const ff_plan_text_terms terms = {.first_day_s = TODAY_S};
    double at[PARTS + 1] = {now_ms()};
    must(ff_plan_write(&arena, runner, wish, TODAY_S, &written, NULL));
    at[1] = now_ms();
    must(ff_plan_check(&arena, &written.plan, runner, wish->kind, TODAY_S, &breaks, NULL));
    at[2] = now_ms();
    ff_plan_print(&written.plan, &text);
    at[3] = now_ms();
    must(ff_plan_parse(&arena, text.data, text.length, &terms, &again, NULL));
    at[4] = now_ms();
    must(ff_plan_follow(&arena, &again, wish->kind, &runner->done, TODAY_S, &followed, NULL));
    at[5] = now_ms();
    if (written.refused != NULL || breaks.count > 0 || followed.count != written.plan.count) {
        die("the plan is not what it should be");
    }
    for (int part = 0; part < PARTS; part++) {
        times[part][run] = at[part + 1] - at[part];
    }
    times[PARTS][run] = at[PARTS] - at[0];
    *planned = written.plan.count;
    ff_text_free(&text);
    ff_arena_free(&arena);
}

static double median(double *sorted, int count) {
    ff_sort_numbers(sorted, (size_t)count);
    return ff_sorted_median(sorted, (size_t)count);
}

int main(int argc, char **argv) {
    static ff_done_run items[DONE];
    static const struct {
        const char *name;
        ff_plan_kind kind;
        double goal_min;
    } plans[] = {{"return", FF_PLAN_RETURN, 60}, {"build", FF_PLAN_BUILD, 90}};
    int runs = argc > 1 ? atoi(argv[1]) : 200;
    if (runs < 1 || runs > MOST_RUNS) {
        die("RUNS is 1 to 10000");
    }
    make_runner(items);
    bool within = true;
    for (size_t p = 0; p < 2; p++) {
        ff_plan_runner runner = {.done = {items, DONE}};
        items[DONE - 3].numb_min = plans[p].kind == FF_PLAN_RETURN ? 22 : (double)NAN;
        ff_plan_wish wish = {.kind = plans[p].kind, .goal_min = NAN, .weeks = 16};
        size_t planned = 0;
        for (int run = 0; run < runs; run++) {
            once(&runner, &wish, run, &planned);
        }
        double whole = median(times[PARTS], runs), first = median(times[WRITE], runs);
        printf("%s, 16 weeks, %zu runs: %.3f ms (median of %d)\n", plans[p].name, planned, whole,
               runs);
        for (int part = 0; part < PARTS; part++) {
            double ms = part == WRITE ? first : median(times[part], runs);
            printf("  %-10s %7.3f ms  %5.2f of writing\n", names[part], ms, ms / first);
        }
        within = within && whole <= BUDGET_MS;
    }
    return within ? 0 : 1;
}
