#include "remedy/step_programme.h"

#include "remedy/plan_session.h"
#include "remedy/plan_text.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define EASY_RUN_MIN 40.0 /* with its warm-up */
#define EASY_FIRST_S 300.0
#define MOST_SPLIT   3 /* parts that one becomes: easy, rounds, easy */

/* 3 % for 5 x 2 minutes, 5 % for 5 x 3, for half, for all; then 7.5 (and 10) for half and for all.
 * The metronome fades: every week it rests longer, but for a new rate it comes back. All judgement.
 */
static const ff_step_week plan[FF_STEP_MOST_WEEKS] = {
    {.more = 0.03, .part = FF_STEP_ROUNDS, .rounds = 5, .round_min = 2, .on_min = 2},
    {.more = 0.05, .part = FF_STEP_ROUNDS, .rounds = 5, .round_min = 3, .on_min = 3},
    {.more = 0.05, .part = FF_STEP_HALF, .on_min = 2, .off_min = 1},
    {.more = 0.05, .part = FF_STEP_ALL, .on_min = 1, .off_min = 2},
    {.more = 0.075, .part = FF_STEP_HALF, .on_min = 2, .off_min = 1},
    {.more = 0.075, .part = FF_STEP_ALL, .on_min = 1, .off_min = 3},
    {.more = 0.10, .part = FF_STEP_HALF, .on_min = 2, .off_min = 1},
    {.more = 0.10, .part = FF_STEP_ALL, .on_min = 1, .off_min = 4},
};

/* ---- weaving ---- */

typedef struct {
    ff_arena *arena;
    const ff_step_week *week;
    ff_workout_block *blocks;
    size_t count, room;
    double left_s; /* of FF_STEP_HALF: running that is still to have it */
    int rounds;    /* of FF_STEP_ROUNDS: rounds still to be had */
} weaver;

static void add_block(weaver *w, int times, const ff_workout_step *steps, size_t count) {
    ff_workout_step *kept = ff_arena_take(w->arena, count, sizeof *kept);
    if (kept != NULL) { /* else the arena tells */
        assert(w->count < w->room);
        memcpy(kept, steps, count * sizeof *kept);
        w->blocks[w->count++] = (ff_workout_block){times, kept, count};
    }
}

static ff_workout_step with(const weaver *w, ff_workout_step step) {
    step.cadence_low_spm = w->week->low_spm;
    step.cadence_high_spm = w->week->high_spm;
    return step;
}

static void add_part(weaver *w, const ff_workout_step *step, double seconds, bool quick) {
    ff_workout_step part = quick ? with(w, *step) : *step;
    part.duration_s = seconds;
    if (seconds > 0) {
        add_block(w, 1, &part, 1);
    }
}

/* A run too short for more: easy as long as there is time, and a round; quick to its end where none
 * is left for easy running behind. */
static void split_short_run(weaver *w, const ff_workout_step *step) {
    double seconds = step->duration_s, round_s = 60 * w->week->round_min;
    ff_workout_step pair[] = {with(w, *step), *step};
    pair[0].duration_s = pair[1].duration_s = round_s;
    if (seconds >= 2 * round_s) {
        add_part(w, step, seconds - 2 * round_s, false);
        add_block(w, 1, pair, 2);
    } else {
        double quick_s = fmin(round_s, seconds);
        add_part(w, step, seconds - quick_s, false);
        add_part(w, step, quick_s, true);
    }
    w->rounds--;
}

/* One long run: its rounds with as much easy running between, or its first half, or all. */
static void split_run(weaver *w, const ff_workout_step *step) {
    double seconds = step->duration_s, round_s = 60 * w->week->round_min;
    if (w->week->part == FF_STEP_HALF) {
        double half = fmax(fmin(floor(w->left_s / 60) * 60, seconds), 0);
        add_part(w, step, half, true);
        add_part(w, step, seconds - half, false);
        w->left_s -= half;
        return;
    }
    if (w->rounds < 1) {
        add_part(w, step, seconds, false);
        return;
    }
    if (seconds < EASY_FIRST_S + 2 * round_s) {
        split_short_run(w, step);
        return;
    }
    double easy = EASY_FIRST_S;
    int fit = (int)fmin(floor((seconds - easy) / (2 * round_s)), w->rounds);
    ff_workout_step pair[] = {with(w, *step), *step};
    pair[0].duration_s = pair[1].duration_s = round_s;
    add_part(w, step, easy, false);
    add_block(w, fit, pair, 2);
    add_part(w, step, seconds - easy - fit * 2 * round_s, false);
    w->rounds -= fit;
}

static double running_s(const ff_workout_block *block) {
    double sum = 0;
    for (size_t s = 0; s < block->count; s++) {
        sum += block->steps[s].effort == FF_EFFORT_RUN ? block->steps[s].duration_s : 0;
    }
    return sum;
}

/* How many rounds of the block have it. */
static int rounds_with(const weaver *w, const ff_workout_block *block) {
    double each = running_s(block);
    double most = w->week->part == FF_STEP_ALL      ? block->times
                  : w->week->part == FF_STEP_ROUNDS ? w->rounds
                  : each > 0                        ? ceil(w->left_s / each)
                                                    : 0;
    return (int)fmax(fmin(most, block->times), 0);
}

static void weave_block(weaver *w, const ff_workout_block *block) {
    const ff_workout_step *only = block->count == 1 && block->times == 1 ? block->steps : NULL;
    if (!(running_s(block) > 0)) { /* walking, or by distance, which has no minutes to share out */
        add_block(w, block->times, block->steps, block->count);
        return;
    }
    if (only != NULL && w->week->part != FF_STEP_ALL) {
        split_run(w, only);
        return;
    }
    int have = rounds_with(w, block);
    ff_workout_step *steps = ff_arena_take(w->arena, block->count, sizeof *steps);
    for (size_t s = 0; steps != NULL && s < block->count; s++) {
        steps[s] =
            block->steps[s].effort == FF_EFFORT_RUN ? with(w, block->steps[s]) : block->steps[s];
    }
    if (have > 0 && steps != NULL) {
        add_block(w, have, steps, block->count);
    }
    if (have < block->times) {
        add_block(w, block->times - have, block->steps, block->count);
    }
    w->rounds -= have;
    w->left_s -= have * running_s(block);
}

ff_code ff_step_weave(ff_arena *arena, const ff_workout *workout, const ff_step_week *week,
                      ff_workout *woven, ff_error *error) {
    weaver w = {
        .arena = arena, .week = week, .rounds = week->rounds, .room = MOST_SPLIT * workout->count};
    w.blocks = ff_arena_take(arena, w.room, sizeof *w.blocks);
    for (size_t b = 0; b < workout->count; b++) {
        w.left_s += workout->blocks[b].times * running_s(&workout->blocks[b]) / 2;
    }
    for (size_t b = 0; b < workout->count && w.blocks != NULL; b++) {
        weave_block(&w, &workout->blocks[b]);
    }
    ff_code code = ff_arena_check(arena, error);
    if (code != FF_OK) {
        return code;
    }
    if (w.count > FF_WORKOUT_MOST_BLOCKS) {
        return ff_fail(error, FF_ERR_LIMIT, "cadence", FF_NO_OFFSET,
                       "with quicker steps a run would have %zu parts, and it has at most %d: make "
                       "rounds of parts that repeat, or leave the step rate out",
                       w.count, FF_WORKOUT_MOST_BLOCKS);
    }
    *woven = (ff_workout){.note = workout->note, .blocks = w.blocks, .count = w.count};
    woven->name = ff_workout_own_name(arena, woven);
    return ff_arena_check(arena, error);
}

/* ---- the weeks ---- */

ff_code ff_step_programme_of(ff_arena *arena, double cadence_spm, double to_percent,
                             ff_step_programme *programme, ff_error *error) {
    if (!(cadence_spm >= FF_STEP_LEAST_SPM && cadence_spm <= FF_STEP_MOST_SPM)) {
        return ff_fail(
            error, FF_ERR_VALUE, "cadence", FF_NO_OFFSET,
            "a step rate is of both feet, 120 to 220 steps a minute: of one foot's, give twice as "
            "many");
    }
    if (to_percent != 5 && to_percent != 7.5 && to_percent != 10) {
        return ff_fail(error, FF_ERR_VALUE, "to", FF_NO_OFFSET,
                       "it leads to 5, 7.5 or 10 %% more steps: less changes little, more is not "
                       "known to be good");
    }
    *programme = (ff_step_programme){.cadence_spm = cadence_spm};
    const ff_plan_ratio unbroken = {0, 0};
    ff_workout easy = ff_plan_session(arena, EASY_RUN_MIN, &unbroken);
    ff_code code = ff_arena_check(arena, error);
    while (code == FF_OK && programme->count < FF_STEP_MOST_WEEKS &&
           100 * plan[programme->count].more <= to_percent + 1e-9) {
        ff_step_week *week = &programme->weeks[programme->count];
        *week = plan[programme->count++];
        week->week = (int)programme->count;
        double target = cadence_spm * (1 + week->more);
        week->low_spm = round(target - FF_STEP_WIDTH_SPM);
        week->high_spm = round(target + FF_STEP_WIDTH_SPM);
        code = ff_step_weave(arena, &easy, week, &week->workout, error);
    }
    return code;
}
