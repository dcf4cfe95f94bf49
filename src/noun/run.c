#include <footfall/run.h>

#include <math.h>
#include <string.h>

typedef struct {
    const char *name, *unit, *meaning;
} channel_row;

#define CHANNEL_ROW(id, name, unit, meaning) {name, unit, meaning},
static const channel_row channels[FF_CHANNEL_COUNT] = {FF_CHANNEL_LIST(CHANNEL_ROW)};
#undef CHANNEL_ROW

static const channel_row *channel_at(ff_channel channel) {
    static const channel_row none = {NULL, NULL, NULL};
    return (int)channel >= 0 && channel < FF_CHANNEL_COUNT ? &channels[channel] : &none;
}

const char *ff_channel_name(ff_channel channel) {
    return channel_at(channel)->name;
}

const char *ff_channel_unit(ff_channel channel) {
    return channel_at(channel)->unit;
}

const char *ff_channel_meaning(ff_channel channel) {
    return channel_at(channel)->meaning;
}

int ff_channel_of_name(const char *name) {
    for (int i = 0; i < FF_CHANNEL_COUNT; i++) {
        if (strcmp(channels[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

const char *ff_sport_name(ff_sport sport) {
    static const char *const names[] = {"unknown", "running", "walking", "other"};
    return sport <= FF_SPORT_OTHER ? names[sport] : names[0];
}

const char *ff_lap_trigger_name(ff_lap_trigger trigger) {
    static const char *const names[] = {"unknown",  "manual",      "time", "distance",
                                        "position", "session_end", "other"};
    return trigger <= FF_LAP_OTHER ? names[trigger] : names[0];
}

void ff_run_init(ff_run *run) {
    *run = (ff_run){0};
    double *figure = (double *)&run->figures;
    for (size_t i = 0; i < sizeof run->figures / sizeof *figure; i++) {
        figure[i] = NAN;
    }
}

int64_t ff_run_local_start_s(const ff_run *run) {
    return run->start_s + (run->utc_offset_known ? run->utc_offset_s : 0);
}

double ff_run_timer_at(const ff_run *run, double elapsed_s) {
    double timer_s = elapsed_s > 0 || isnan(elapsed_s) ? elapsed_s : 0;
    double paused_s = 0;
    for (size_t i = 0; i < run->pause_count; i++) {
        const ff_pause *pause = &run->pauses[i];
        if (elapsed_s > pause->start_s) {
            paused_s += fmin(elapsed_s, pause->end_s) - pause->start_s;
        }
    }
    timer_s -= paused_s;
    return timer_s > run->figures.duration_s ? run->figures.duration_s : timer_s;
}

double ff_run_elapsed_at(const ff_run *run, double timer_s) {
    double elapsed_s = timer_s > 0 || isnan(timer_s) ? timer_s : 0;
    for (size_t i = 0; i < run->pause_count; i++) {
        const ff_pause *pause = &run->pauses[i];
        if (elapsed_s > pause->start_s) {
            elapsed_s += pause->end_s - pause->start_s;
        }
    }
    return elapsed_s > run->figures.elapsed_s ? run->figures.elapsed_s : elapsed_s;
}

/* Between two rows, y at x by the straight line; the later one where x does not move. */
static double between(double x0, double y0, double x1, double y1, double x) {
    return x1 > x0 ? y0 + (y1 - y0) * (x - x0) / (x1 - x0) : y1;
}

double ff_run_distance_at(const ff_run *run, double timer_s) {
    const double *distance = run->series.column[FF_DISTANCE];
    if (distance == NULL || isnan(timer_s)) {
        return NAN;
    }
    double elapsed_s = ff_run_elapsed_at(run, timer_s);
    double last_time = 0, last_distance = 0;
    bool known = false;
    for (size_t i = 0; i < run->series.rows; i++) {
        if (isnan(distance[i])) {
            continue;
        }
        double time = run->series.time_s[i];
        if (time >= elapsed_s) {
            return between(last_time, last_distance, time, distance[i], elapsed_s);
        }
        last_time = time;
        last_distance = distance[i];
        known = true;
    }
    return known ? last_distance : NAN;
}

double ff_run_timer_at_distance(const ff_run *run, double distance_m) {
    const double *distance = run->series.column[FF_DISTANCE];
    if (distance == NULL || isnan(distance_m)) {
        return NAN;
    }
    double last_time = 0, last_distance = 0;
    for (size_t i = 0; i < run->series.rows; i++) {
        if (isnan(distance[i])) {
            continue;
        }
        double time = run->series.time_s[i];
        if (distance[i] >= distance_m) {
            return ff_run_timer_at(
                run, between(last_distance, last_time, distance[i], time, distance_m));
        }
        last_time = time;
        last_distance = distance[i];
    }
    return NAN;
}
