#include "report/run_laps.h"

#include "base/number.h"
#include "base/unit.h"
#include "report/table.h"
#include "report/thinned.h"
#include "report/timer_walk.h"

#include <math.h>

/* An hour for a km: slower is no pace to tell. */
#define SLOWEST_S_PER_KM 3600.0

double ff_pace_of(double distance_m, double seconds) {
    double pace = seconds / (distance_m / 1000);
    return seconds > 0 && distance_m > 0 && pace <= SLOWEST_S_PER_KM ? pace : NAN;
}

const char *ff_pace_text(double pace_s_per_km, ff_arena *arena) {
    char text[FF_UNIT_SIZE];
    if (!(pace_s_per_km > 0 && pace_s_per_km <= SLOWEST_S_PER_KM)) {
        return NULL;
    }
    ff_unit_format_duration(pace_s_per_km, text);
    return ff_arena_copy(arena, text);
}

ff_told_lap *ff_told_laps(const ff_run *run, ff_arena *arena) {
    ff_told_lap *laps =
        run->lap_count > 0 ? ff_arena_take(arena, run->lap_count, sizeof *laps) : NULL;
    ff_timer_walk walk = ff_timer_walk_of(run);
    for (size_t i = 0; laps != NULL && i < run->lap_count; i++) {
        const ff_lap *lap = &run->laps[i];
        double from_s = ff_timer_walk_at(&walk, lap->start_s);
        double to_s = ff_timer_walk_at(&walk, lap->end_s);
        laps[i] = (ff_told_lap){
            .from_s = isnan(from_s) ? NAN : fmin(from_s, run->figures.duration_s),
            .to_s = isnan(to_s) ? NAN : fmin(to_s, run->figures.duration_s),
            .duration_s = lap->timer_s,
            .distance_m = lap->distance_m,
            .pace_s_per_km = ff_pace_of(lap->distance_m, lap->timer_s),
            .cadence_spm = ff_thinned_cadence(&run->series, lap->start_s, lap->end_s),
            .ended_by = lap->trigger,
        };
    }
    return laps;
}

static const char *ended_by_words(ff_lap_trigger trigger) {
    switch (trigger) {
    case FF_LAP_MANUAL:
        return "pressed by hand";
    case FF_LAP_TIME:
        return "time";
    case FF_LAP_DISTANCE:
        return "distance";
    case FF_LAP_POSITION:
        return "place";
    case FF_LAP_SESSION_END:
        return "end of the run";
    case FF_LAP_UNKNOWN:
    case FF_LAP_OTHER:
        break;
    }
    return NULL;
}

static const char *fixed(double value, int places, ff_arena *arena) {
    return isfinite(value) ? ff_arena_copy(arena, FF_FIXED(value, places)) : NULL;
}

static const char *clock_text(double seconds, ff_arena *arena) {
    char text[FF_UNIT_SIZE];
    ff_unit_format_duration(seconds, text);
    return ff_arena_copy(arena, text);
}

void ff_run_laps_text(const ff_run *run, const ff_told_lap *laps, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "lap", true);
    ff_table_column(&table, "km", true);
    ff_table_column(&table, "time", true);
    ff_table_column(&table, "ends at", true);
    ff_table_column(&table, "pace", true);
    ff_table_column(&table, "cadence", true);
    ff_table_column(&table, "ended by", false);
    for (size_t i = 0; laps != NULL && i < run->lap_count; i++) {
        const ff_told_lap *lap = &laps[i];
        const char *cells[] = {ff_arena_printf(arena, "%zu", i + 1),
                               fixed(lap->distance_m / 1000, 2, arena),
                               clock_text(lap->duration_s, arena),
                               clock_text(lap->to_s, arena),
                               ff_pace_text(lap->pace_s_per_km, arena),
                               fixed(lap->cadence_spm, 0, arena),
                               ended_by_words(lap->ended_by)};
        ff_table_row(&table, cells, sizeof cells / sizeof *cells);
    }
    if (!arena->failed) {
        ff_table_print(&table, 2, out);
    }
}

void ff_run_laps_json(const ff_run *run, const ff_told_lap *laps, ff_json *json) {
    ff_json_array(json);
    for (size_t i = 0; laps != NULL && i < run->lap_count; i++) {
        const ff_told_lap *lap = &laps[i];
        ff_json_object(json);
        ff_json_name(json, "lap");
        ff_json_uint(json, i + 1);
        ff_json_result_member(json, "from_s", lap->from_s);
        ff_json_result_member(json, "to_s", lap->to_s);
        ff_json_result_member(json, "duration_s", lap->duration_s);
        ff_json_result_member(json, "distance_m", lap->distance_m);
        ff_json_result_member(json, "pace_s_per_km", lap->pace_s_per_km);
        ff_json_result_member(json, "cadence_spm", lap->cadence_spm);
        ff_json_text_member(json, "ended_by", ff_lap_trigger_name(lap->ended_by));
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}
