#include "remedy/plan_session.h"

#include "remedy/plan_text.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define WARM_UP_S       300.0
#define SHORT_WARM_UP_S 120.0
#define SHORT_S         900.0 /* a shorter session has the short warm-up */
#define LEAST_REST_S    120.0 /* of running that no round fills */
#define HAIR_S          0.5
#define SESSION_PARTS   4 /* warm-up, rounds or one round in two parts, what no round fills */

ff_plan_ratio ff_plan_ratio_at(int stage) {
    static const ff_plan_ratio ratios[FF_PLAN_RATIOS] = {
        {60, 60}, {120, 60}, {180, 60}, {240, 60}, {300, 60}, {420, 60}, {540, 60}, {840, 60}};
    return stage < FF_PLAN_RATIOS ? ratios[stage < 0 ? 0 : stage] : (ff_plan_ratio){0, 0};
}

/* ---- making ---- */

typedef struct {
    ff_workout_block *blocks; /* NULL: the arena tells */
    size_t count, room;
} parts;

static parts parts_for(ff_arena *arena, size_t room) {
    return (parts){.blocks = ff_arena_take(arena, room, sizeof(ff_workout_block)), .room = room};
}

static ff_workout_step step_of(ff_effort effort, double seconds) {
    return (ff_workout_step){effort, seconds, NAN, NAN, NAN, NULL};
}

static void add_block(ff_arena *arena, parts *p, int times, const ff_workout_step *steps,
                      size_t count) {
    ff_workout_step *kept = ff_arena_take(arena, count, sizeof *kept);
    if (kept != NULL && p->blocks != NULL) {
        assert(p->count < p->room);
        memcpy(kept, steps, count * sizeof *kept);
        p->blocks[p->count++] = (ff_workout_block){times, kept, count};
    }
}

static void add_step(ff_arena *arena, parts *p, ff_effort effort, double seconds) {
    ff_workout_step step = step_of(effort, seconds);
    add_block(arena, p, 1, &step, 1);
}

static ff_workout finish(ff_arena *arena, const parts *p) {
    ff_workout workout = {.blocks = p->blocks, .count = p->count};
    workout.name = ff_workout_own_name(arena, &workout);
    return workout;
}

ff_workout ff_plan_session(ff_arena *arena, double minutes, const ff_plan_ratio *ratio) {
    parts p = parts_for(arena, SESSION_PARTS);
    double left_s = minutes * 60, warm_s = left_s < SHORT_S ? SHORT_WARM_UP_S : WARM_UP_S;
    double round_s = ratio->run_s + ratio->walk_s;
    add_step(arena, &p, FF_EFFORT_WARM_UP, warm_s);
    left_s -= warm_s;
    if (ratio->walk_s > 0 && left_s >= round_s) {
        int times = (int)floor((left_s + HAIR_S) / round_s);
        times = times < FF_BLOCK_MOST_TIMES ? times : FF_BLOCK_MOST_TIMES;
        const ff_workout_step steps[] = {step_of(FF_EFFORT_RUN, ratio->run_s),
                                         step_of(FF_EFFORT_WALK, ratio->walk_s)};
        add_block(arena, &p, times, steps, times > 1 ? 2 : 1);
        if (times == 1) {
            add_step(arena, &p, FF_EFFORT_WALK, ratio->walk_s);
        }
        left_s -= times * round_s;
        left_s = left_s < LEAST_REST_S ? 0 : fmin(left_s, ratio->run_s);
    }
    if (left_s >= HAIR_S) {
        add_step(arena, &p, FF_EFFORT_RUN, floor(left_s));
    }
    return finish(arena, &p);
}

ff_workout ff_plan_walk(ff_arena *arena, double minutes) {
    parts p = parts_for(arena, 1);
    add_step(arena, &p, FF_EFFORT_WALK, minutes * 60);
    return finish(arena, &p);
}

/* ---- cutting ---- */

static double seconds_of(const ff_workout_step *step, double pace_min_km) {
    return !isnan(step->duration_s) ? step->duration_s : step->distance_m / 1000 * pace_min_km * 60;
}

static double round_seconds(const ff_workout_block *block, double pace_min_km) {
    double sum = 0;
    for (size_t s = 0; s < block->count; s++) {
        sum += seconds_of(&block->steps[s], pace_min_km);
    }
    return sum;
}

/* The steps of a round as far as they fit; a run that is cut has whole half minutes. How many. */
static size_t fit_steps(const ff_workout_block *block, double left_s, double pace_min_km,
                        ff_workout_step *steps) {
    size_t count = 0;
    for (size_t s = 0; s < block->count && left_s >= HAIR_S; s++) {
        ff_workout_step step = block->steps[s];
        double takes_s = seconds_of(&step, pace_min_km);
        if (takes_s > left_s + HAIR_S) {
            double fits_s = floor(left_s / 30) * 30;
            if (fits_s < 30 ||
                step.effort == FF_EFFORT_WALK) { /* nobody walks to the end of a run */
                return count;
            }
            step.duration_s = fits_s;
            step.distance_m = NAN;
            left_s = 0;
        }
        left_s -= takes_s;
        steps[count++] = step;
    }
    return count;
}

/* Parts of their own, or one where so many would be more than the text of a plan takes. */
static void cut_round(ff_arena *arena, parts *p, const ff_workout_block *block, double left_s,
                      double pace_min_km) {
    ff_workout_step *steps = ff_arena_take(arena, block->count, sizeof *steps);
    size_t count = steps != NULL ? fit_steps(block, left_s, pace_min_km, steps) : 0;
    if (count == 0 || p->count >= FF_WORKOUT_MOST_BLOCKS) {
        return;
    }
    if (p->count + count > FF_WORKOUT_MOST_BLOCKS) {
        add_block(arena, p, 1, steps, count);
        return;
    }
    for (size_t s = 0; s < count; s++) {
        add_block(arena, p, 1, &steps[s], 1);
    }
}

static size_t most_parts(const ff_workout *workout) {
    return workout->count > FF_WORKOUT_MOST_BLOCKS ? workout->count : FF_WORKOUT_MOST_BLOCKS;
}

ff_workout ff_plan_cut(ff_arena *arena, const ff_workout *workout, double minutes,
                       double pace_min_km) {
    parts p = parts_for(arena, most_parts(workout));
    double left_s = minutes * 60;
    for (size_t b = 0; b < workout->count && left_s >= HAIR_S; b++) {
        const ff_workout_block *block = &workout->blocks[b];
        double round_s = round_seconds(block, pace_min_km);
        int fit = (int)fmin(floor((left_s + HAIR_S) / round_s), block->times);
        if (fit > 0) {
            add_block(arena, &p, fit, block->steps, block->count);
            left_s -= fit * round_s;
        }
        if (fit < block->times) {
            cut_round(arena, &p, block, left_s, pace_min_km);
            break;
        }
    }
    ff_workout cut = finish(arena, &p);
    cut.note = workout->note;
    return cut;
}
