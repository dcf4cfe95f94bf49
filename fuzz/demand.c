#include "demand.h"

#include <math.h>
#include <string.h>

static void demand_text(const char *text) {
    demand(text == NULL || strlen(text) < 65536);
}

static void demand_figure(double figure) {
    demand(isnan(figure) || isfinite(figure));
}

static void demand_series(const ff_series *series) {
    demand(series->rows == 0 || series->time_s != NULL);
    for (size_t i = 0; i < series->rows; i++) {
        demand(isfinite(series->time_s[i]));
        demand(i == 0 || series->time_s[i] >= series->time_s[i - 1]);
    }
    for (int channel = 0; channel < FF_CHANNEL_COUNT; channel++) {
        const double *column = series->column[channel];
        for (size_t i = 0; column != NULL && i < series->rows; i++) {
            demand_figure(column[i]);
        }
    }
}

static void demand_figures(const ff_run_figures *figures) {
    double all[sizeof *figures / sizeof(double)];
    memcpy(all, figures, sizeof all);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        demand_figure(all[i]);
    }
}

void demand_run(const ff_run *run) {
    demand_series(&run->series);
    demand_figures(&run->figures);
    demand(run->source != NULL && run->format != NULL);
    demand_text(run->sport_detail);
    demand_text(run->device.maker);
    demand_text(run->device.product);
    demand_text(run->device.serial);
    demand_text(run->device.software);
    for (size_t i = 0; i < run->lap_count; i++) {
        demand(run->laps[i].start_s <= run->laps[i].end_s);
        demand_figure(run->laps[i].timer_s);
        demand_figure(run->laps[i].distance_m);
        demand(ff_lap_trigger_name(run->laps[i].trigger) != NULL);
    }
    for (size_t i = 0; i < run->pause_count; i++) {
        demand(run->pauses[i].start_s <= run->pauses[i].end_s);
        demand(i == 0 || run->pauses[i].start_s >= run->pauses[i - 1].end_s);
    }
    for (size_t i = 0; i < run->note_count; i++) {
        demand(run->notes[i] != NULL);
        demand_text(run->notes[i]);
    }
    demand_figure(ff_run_timer_at(run, 60));
    demand_figure(ff_run_elapsed_at(run, 60));
    demand_figure(ff_run_distance_at(run, 60));
    demand_figure(ff_run_timer_at_distance(run, 1000));
}

void demand_result(ff_code code, const ff_file_result *result) {
    if (code != FF_OK) {
        return;
    }
    demand(result->kind == FF_FILE_RUNS || result->kind == FF_FILE_NOT_RUNS);
    demand(result->kind != FF_FILE_RUNS || result->runs.count > 0);
    demand(result->kind != FF_FILE_NOT_RUNS || result->what != NULL);
    for (size_t i = 0; i < result->runs.count; i++) {
        demand_run(&result->runs.items[i]);
    }
}
