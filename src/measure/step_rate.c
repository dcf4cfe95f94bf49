#include "measure/step_rate.h"

#include "measure/gait.h"
#include "measure/told.h"

#include <math.h>

#define MOST_RUNS  20
#define MOST_DAYS  365
#define DAY_S      INT64_C(86400)
#define BAND_MPS   (0.5 / 3.6)
#define BANDS      32 /* from the slowest on: 16 km/h more */
#define LEAST_MIN  10.0
#define LEAST_RUNS 2

typedef struct {
    double steps, metres, seconds; /* steps a minute and speed, weighed by time */
    size_t runs;
    size_t last_run; /* plus 1 */
} band;

static bool tells(const ff_measured_run *run) {
    const ff_stretches *s = run->stretches;
    return ff_is_run(run->logged->run) && s != NULL && !s->indoors && s->cadence == FF_CADENCE_GOOD;
}

static void add(band *b, const ff_stretch *s, size_t number) {
    double seconds = fmin(s->held_s[FF_GAIT_CADENCE], s->held_s[FF_GAIT_SPEED]);
    b->steps += s->mean[FF_GAIT_CADENCE] * seconds;
    b->metres += s->mean[FF_GAIT_SPEED] * seconds;
    b->seconds += seconds;
    b->runs += b->last_run != number + 1;
    b->last_run = number + 1;
}

/* Whether any stretch of it counts. */
static bool add_run(const ff_measured_run *run, size_t number, band bands[BANDS], band *all) {
    bool any = false;
    for (size_t i = 0; i < run->stretches->count; i++) {
        const ff_stretch *s = &run->stretches->items[i];
        double at = (s->mean[FF_GAIT_SPEED] - FF_GAIT_SLOWEST_MPS) / BAND_MPS;
        if (!(s->mean[FF_GAIT_CADENCE] >= FF_STEP_LEAST_SPM &&
              s->mean[FF_GAIT_CADENCE] <= FF_STEP_MOST_SPM && at >= 0 && at < BANDS)) {
            continue;
        }
        add(&bands[(size_t)at], s, number);
        add(all, s, number);
        any = true;
    }
    return any;
}

static ff_step_speed speed_of(const band *b) {
    return (ff_step_speed){b->metres / b->seconds, b->steps / b->seconds, b->seconds / 60, b->runs};
}

ff_code ff_step_rate_of(ff_arena *arena, const ff_measured_run_list *runs,
                        ff_step_speed_list *speeds, ff_error *error) {
    band bands[BANDS] = {{0}}, all = {0};
    int64_t newest_s = 0;
    size_t count = 0;
    for (size_t i = runs->count; i-- > 0 && count < MOST_RUNS;) {
        const ff_measured_run *run = &runs->items[i];
        newest_s = newest_s == 0 ? run->logged->run->start_s : newest_s;
        if (newest_s - run->logged->run->start_s > MOST_DAYS * DAY_S) {
            break;
        }
        count += tells(run) && add_run(run, i, bands, &all);
    }
    *speeds = (ff_step_speed_list){.items = ff_arena_take(arena, BANDS, sizeof *speeds->items),
                                   .cadence_spm = NAN,
                                   .speed_mps = NAN,
                                   .runs = count};
    if (speeds->items == NULL || count < FF_STEP_LEAST_RUNS) {
        return ff_arena_check(arena, error);
    }
    speeds->cadence_spm = all.steps / all.seconds;
    speeds->speed_mps = all.metres / all.seconds;
    for (size_t i = 0; i < BANDS; i++) {
        if (bands[i].seconds >= 60 * LEAST_MIN && bands[i].runs >= LEAST_RUNS) {
            speeds->items[speeds->count++] = speed_of(&bands[i]);
        }
    }
    return FF_OK;
}

double ff_step_rate_at(const ff_step_speed_list *speeds, double speed_mps) {
    const ff_step_speed *below = NULL, *above = NULL;
    for (size_t i = 0; i < speeds->count; i++) {
        const ff_step_speed *s = &speeds->items[i];
        below = s->speed_mps <= speed_mps ? s : below;
        above = s->speed_mps >= speed_mps && above == NULL ? s : above;
    }
    if (below == NULL && above == NULL) {
        return NAN;
    }
    double from_below = below != NULL ? speed_mps - below->speed_mps : INFINITY;
    double to_above = above != NULL ? above->speed_mps - speed_mps : INFINITY;
    if (fmin(from_below, to_above) > BAND_MPS) {
        return NAN;
    }
    if (below == NULL || above == NULL || from_below + to_above == 0) {
        return below != NULL ? below->cadence_spm : above->cadence_spm;
    }
    double share = from_below / (from_below + to_above);
    return below->cadence_spm + share * (above->cadence_spm - below->cadence_spm);
}
