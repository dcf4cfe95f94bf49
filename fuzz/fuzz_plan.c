/* Fuzz target: any bytes as the text of a plan.
 *
 * What reads as a plan is printed, reads back, and prints the same; it is checked and followed
 * without harm.
 */
#include "base/arena.h"
#include "demand.h"
#include "remedy/plan_check.h"
#include "remedy/plan_follow.h"
#include "remedy/plan_text.h"

#include <math.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define TODAY_S (INT64_C(20605) * 86400)

static void demand_round(ff_arena *arena, const ff_plan *plan, const ff_plan_text_terms *terms) {
    ff_text text, again;
    ff_plan read;
    ff_text_init(&text, NULL);
    ff_text_init(&again, NULL);
    ff_plan_print(plan, &text);
    demand(!text.failed);
    demand(ff_plan_parse(arena, text.data, text.length, terms, &read, NULL) == FF_OK);
    demand(read.count == plan->count);
    ff_plan_print(&read, &again);
    demand(text.length == again.length && memcmp(text.data, again.data, text.length) == 0);
    ff_text_free(&text);
    ff_text_free(&again);
}

static void demand_harmless(ff_arena *arena, const ff_plan *plan) {
    ff_done_run run = {.day_s = TODAY_S - 3 * 86400,
                       .minutes = 40,
                       .distance_m = 6000,
                       .said = true,
                       .numb_min = 30,
                       .bout_min = NAN};
    ff_plan_runner runner = {.done = {&run, 1}};
    ff_plan_break_list breaks;
    ff_followed_plan followed;
    demand(ff_plan_check(arena, plan, &runner, FF_PLAN_OWN, TODAY_S, &breaks, NULL) == FF_OK);
    demand(ff_plan_follow(arena, plan, FF_PLAN_OWN, &runner.done, TODAY_S, &followed, NULL) ==
           FF_OK);
    demand(followed.count == plan->count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const ff_plan_text_terms terms = {.first_day_s = TODAY_S};
    ff_arena arena;
    ff_error error;
    ff_plan plan;
    ff_arena_init(&arena, NULL);
    ff_error_clear(&error);
    ff_code code = ff_plan_parse(&arena, (const char *)data, size, &terms, &plan, &error);
    demand(code == FF_OK || code == FF_ERR_VALUE || code == FF_ERR_LIMIT);
    demand(code == FF_OK || (error.message[0] != '\0' && error.offset <= (int64_t)size));
    if (code == FF_OK) {
        demand_round(&arena, &plan, &terms);
        demand_harmless(&arena, &plan);
    }
    ff_arena_free(&arena);
    return 0;
}
