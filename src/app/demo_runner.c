#include "app/demo_runner.h"

#include "app/collect.h"
#include "app/demo_series.h"
#include "base/civil.h"
#include "base/random.h"
#include "files/fit_write_run.h"

#include <footfall/knowledge.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#define DAY_S        INT64_C(86400)
#define UTC_OFFSET_S (-7200) /* 30 W lies in the middle of UTC-2 */
#define AGE          38
#define AGE_TEXT     "38"
#define WEEKS        17
#define PI           3.14159265358979323846
#define SITES        "L:DMM,DFM,W1 R:DMM,DFM"
/* Earlier clocks would put runs before the dates FIT can hold. */
#define EARLIEST_CLOCK_S INT64_C(915148800) /* 1999-01-01 */

static const char road_a[] = "Road A";
static const char trail_b[] = "Trail B";

/* A week of the plan: its long run, and the number of runs (3: two easy ones before the long one;
 * 1: a rest week; 0: away). The longest run grows by less than 10 % against the 30 days before
 * it at any time, so load is no explanation. From week NEW_SHOE on the easy run in mid-week stays
 * in Trail B; the first easy run of a week with loose set is run with Road A's laces loosened. */
typedef struct week_plan {
    int runs;
    double long_km;
    bool loose;
} week_plan;

#define NEW_SHOE 7
static const week_plan plan[WEEKS] = {
    {3, 10.0, false}, {3, 10.2, false}, {3, 10.4, false}, {1, 7.5, false}, {3, 10.6, false},
    {3, 10.8, false}, {3, 11.0, false}, {3, 11.2, false}, {1, 8.0, false}, {3, 11.3, false},
    {0, 0, false},    {3, 11.2, true},  {1, 8.0, false},  {3, 11.4, true}, {3, 11.6, true},
    {1, 8.0, false},  {3, 11.8, true},
};

/* Days of the runs of a full week, the last day being 6. */
static const int week_days[3] = {1, 3, 6};

/* Runs, counted from 0, of which the runner forgot to say anything. */
static const int forgotten[] = {5, 27};

typedef struct planned_run {
    int day; /* from the first day of week 0 */
    double distance_m;
    double speed_mps;
    const char *shoe;
    bool tight;
    bool loosened;
} planned_run;

static planned_run plan_run(ff_random *random, int week, int slot) {
    const week_plan *w = &plan[week];
    bool is_long = slot == 2;
    bool new_shoe = week >= NEW_SHOE && slot != 1;
    planned_run run = {.day = 7 * week + week_days[slot],
                       .shoe = new_shoe ? road_a : trail_b,
                       .loosened = w->loose && slot == 0};
    run.tight = new_shoe && !run.loosened;
    double easy_km = 6 + 0.5 * ff_random_below(random, 5);
    run.distance_m = 1000 * (is_long ? w->long_km : easy_km) + 20 * ff_random_unit(random);
    run.speed_mps = (is_long ? 2.85 : 2.98) + 0.06 * ff_random_normal(random);
    return run;
}

static size_t make_plan(ff_random *random, planned_run runs[FF_DEMO_RUN_COUNT]) {
    size_t count = 0;
    for (int week = 0; week < WEEKS; week++) {
        for (int slot = 3 - plan[week].runs; slot < 3 && count < FF_DEMO_RUN_COUNT; slot++) {
            runs[count++] = plan_run(random, week, slot);
        }
    }
    return count;
}

/* Running time to numbness, drawn from the truth. */
static double draw_onset_s(ff_random *random, bool tight) {
    double median_min = tight ? FF_DEMO_TIGHT_MEDIAN_MIN : FF_DEMO_LOOSE_MEDIAN_MIN;
    double u = ff_random_unit(random);
    u = u > 0 ? u : 0x1p-54;
    return 60 * median_min * pow(u / (1 - u), FF_DEMO_SCALE);
}

/* Early morning or evening, as a working person runs. */
static int64_t local_start_of_day_s(ff_random *random) {
    int64_t base_s = ff_random_below(random, 3) > 0 ? 6 * 3600 + 1800 : 18 * 3600;
    return base_s + 300 * (int64_t)ff_random_below(random, 7);
}

/* A northern ocean climate: 11 degC in the mean, 8 up or down by season, warmest in late July. */
static double air_temperature(ff_random *random, int64_t local_s) {
    double day_of_year = fmod((double)local_s / (double)DAY_S, 365.2425);
    double evening = local_s % DAY_S > DAY_S / 2 ? 1.5 : -1.5;
    return 11 + 8 * cos(2 * PI * (day_of_year - 207) / 365.2425) + evening +
           2 * ff_random_normal(random);
}

static ff_demo_conditions conditions_of(ff_random *random, const planned_run *planned,
                                        int64_t local_start_s, double onset_s) {
    ff_demo_conditions is = {.start_s = local_start_s - UTC_OFFSET_S,
                             .utc_offset_s = UTC_OFFSET_S,
                             .distance_m = planned->distance_m,
                             .speed_mps = planned->speed_mps,
                             .air_c = air_temperature(random, local_start_s),
                             .hills = planned->shoe == trail_b ? 1.7 : 1,
                             .bearing_rad = PI / 2 * ff_random_below(random, 4) + 0.3,
                             .pause_at_m = NAN};
    is.sport_detail = planned->shoe == trail_b ? "running/trail" : "running/street";
    if (ff_random_below(random, 4) == 0) {
        is.pause_at_m = planned->distance_m * (0.4 + 0.3 * ff_random_unit(random));
        is.pause_s = 30 + ff_random_below(random, 60);
    }
    /* The hand needs a few seconds to the button. */
    is.lap_pressed_s = onset_s + 2 + ff_random_below(random, 7);
    return is;
}

static bool was_forgotten(size_t index) {
    for (size_t i = 0; i < sizeof forgotten / sizeof *forgotten; i++) {
        if ((size_t)forgotten[i] == index) {
            return true;
        }
    }
    return false;
}

static char *name_of_file(ff_arena *arena, int64_t local_s) {
    ff_civil c = ff_civil_of_seconds(local_s);
    return ff_arena_printf(arena, "%04d-%02d-%02d-%02d%02d.fit", c.year, c.month, c.day, c.hour,
                           c.minute);
}

typedef struct demo_maker {
    const ff_context *context;
    ff_arena *arena;
    ff_random random;
    int64_t first_day_s; /* local midnight of day 0 */
} demo_maker;

/* The run as the journal should come to know it; bytes are still missing. */
static void describe(demo_maker *m, const planned_run *planned, const ff_run *run, double onset_s,
                     size_t from_lap, ff_demo_run *demo) {
    bool numb = from_lap > 0;
    demo->start_s = run->start_s;
    demo->distance_m = run->figures.distance_m;
    demo->duration_s = run->figures.duration_s;
    demo->shoe = planned->shoe;
    demo->changed = planned->loosened ? "lacing" : NULL;
    demo->onset = numb ? FF_ONSET_EXACT : FF_ONSET_NONE;
    demo->from_lap = from_lap;
    demo->sites = numb ? SITES : "";
    int strength = 3 + (int)ff_random_below(&m->random, 4);
    demo->strength = numb ? strength : -1;
    demo->true_onset_s = onset_s < run->figures.duration_s ? onset_s : NAN;
}

static ff_code make_run(demo_maker *m, const planned_run *planned, ff_demo_run *demo,
                        ff_error *error) {
    double onset_s = draw_onset_s(&m->random, planned->tight);
    int64_t local_s = m->first_day_s + planned->day * DAY_S + local_start_of_day_s(&m->random);
    ff_demo_conditions is = conditions_of(&m->random, planned, local_s, onset_s);
    ff_arena scratch;
    ff_arena_init(&scratch, m->arena->allocator);
    ff_run run;
    size_t from_lap;
    ff_demo_run_make(&scratch, &m->random, &is, &run, &from_lap);
    ff_code code = ff_arena_check(&scratch, error);
    if (code == FF_OK) {
        describe(m, planned, &run, onset_s, from_lap, demo);
        demo->file_name = name_of_file(m->arena, local_s);
        ff_text text;
        ff_text_init(&text, m->arena->allocator);
        code = ff_fit_write_run(&run, &text, error);
        if (code == FF_OK) {
            demo->bytes = ff_arena_copy_bytes(m->arena, text.data, text.length);
            demo->size = text.length;
            code = ff_arena_check(m->arena, error);
        }
        ff_text_free(&text);
    }
    ff_arena_free(&scratch);
    return code;
}

/* What the runner answers. Nothing here is worked out from the runs: those speak for themselves
 * (onset time, sides, load). "heat" shows that a runner may be unsure. */
static const struct {
    const char *id, *value; /* value NULL: not sure */
} answers[] = {
    {FF_ANSWER_AGE, AGE_TEXT},
    {"female", "yes"},
    {"saddle", "no"},
    {"bladder", "no"},
    {"both_weak", "no"},
    {"spreading", "no"},
    {"relief_lace", "yes"},
    {"relief_shoeoff", "yes"},
    {"one_pair", "yes"},
    {"new_gear", "yes"},
    {"lace_mark", "yes"},
    {"tight_fit", "no"},
    {"resolve_time", "2_10"},
    {"duration", "2_12w"},
    {"progression", "same"},
    {"heat", NULL},
    {"hard_effort", "no"},
    {"rest_night", "no"},
    {"fixed_patch", "no"},
    {"leg_tight", "no"},
    {"foot_slap", "no"},
    {"back_pain", "no"},
    {"leg_line", "no"},
    {"pebble", "no"},
    {"burn", "no"},
    {"cold_trigger", "no"},
    {"colour", "no"},
    {"inner_ankle", "no"},
    {"diabetes", "no"},
};
#define ANSWER_COUNT (sizeof answers / sizeof *answers)

static void answer(const demo_maker *m, ff_finding_list *list, const char *id, const char *value) {
    list->items[list->count++] = (ff_finding){.id = id,
                                              .state = value != NULL ? FF_SAID : FF_NOT_SURE,
                                              .value = value,
                                              .said_by = "runner",
                                              .from = "the made-up runner's answer",
                                              .said_at_s = ff_context_now(m->context)};
}

/* The safety checklist first, of which nothing is ticked; then the rest. */
static void give_answers(const demo_maker *m, ff_finding_list *list) {
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    list->items =
        ff_arena_take(m->arena, knowledge->flag_count + ANSWER_COUNT, sizeof *list->items);
    if (list->items == NULL) {
        return;
    }
    for (size_t i = 0; i < knowledge->flag_count; i++) {
        if (knowledge->flags[i].ask[0] != '\0') {
            answer(m, list, knowledge->flags[i].id, "no");
        }
    }
    for (size_t i = 0; i < ANSWER_COUNT; i++) {
        answer(m, list, answers[i].id, answers[i].value);
    }
}

static ff_code make_runs(demo_maker *m, ff_demo_runner *runner, ff_error *error) {
    planned_run planned[FF_DEMO_RUN_COUNT];
    size_t count = make_plan(&m->random, planned);
    for (size_t i = 0; i < count; i++) {
        ff_progress progress = {"making up runs", i, count, NULL, 0};
        ff_context_progress(m->context, &progress);
        if (ff_context_cancelled(m->context)) {
            return ff_fail(error, FF_ERR_CANCELLED, NULL, FF_NO_OFFSET, "stopped on request");
        }
        ff_demo_run *demo = &runner->runs[i];
        ff_code code = make_run(m, &planned[i], demo, error);
        if (code != FF_OK) {
            return code;
        }
        demo->said = !was_forgotten(i);
        runner->count = i + 1;
    }
    return FF_OK;
}

ff_code ff_demo_runner_make(const ff_context *context, ff_arena *arena, ff_demo_runner *runner,
                            ff_error *error) {
    *runner = (ff_demo_runner){.age = AGE, .sex = "female"};
    int64_t now_s = ff_context_now(context);
    if (now_s < EARLIEST_CLOCK_S) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                       "the clock stands before 1999, where FIT files cannot follow");
    }
    int64_t local_s = now_s + UTC_OFFSET_S;
    demo_maker m = {.context = context,
                    .arena = arena,
                    .first_day_s = local_s - local_s % DAY_S - 7 * WEEKS * DAY_S};
    ff_random_init(&m.random, context->seed);
    runner->runs = ff_arena_take(arena, FF_DEMO_RUN_COUNT, sizeof *runner->runs);
    give_answers(&m, &runner->answers);
    ff_code code = ff_arena_check(arena, error);
    return code == FF_OK ? make_runs(&m, runner, error) : code;
}
