#include "files/apple_run.h"

#include "files/gpx_runs.h"

#include <math.h>

static bool take_columns(ff_apple_route *route, size_t seconds, ff_arena *arena) {
    double **columns[] = {&route->latitude, &route->longitude, &route->altitude, &route->speed};
    for (size_t c = 0; c < sizeof columns / sizeof columns[0]; c++) {
        *columns[c] = ff_arena_take(arena, seconds, sizeof(double));
        for (size_t i = 0; *columns[c] != NULL && i < seconds; i++) {
            (*columns[c])[i] = NAN;
        }
    }
    route->seconds = seconds;
    return !arena->failed;
}

static double value_at(const ff_series *series, ff_channel channel, size_t row) {
    return series->column[channel] != NULL ? series->column[channel][row] : NAN;
}

/* Lays the rows of one route over the seconds of the run. */
static ff_code lay(const ff_apple_maker *maker, int64_t start_s, ff_arena *arena,
                   ff_apple_route *route, ff_error *error) {
    if (ff_track_rows(maker->track) == 0) {
        return FF_OK;
    }
    ff_arena scratch;
    ff_arena_init(&scratch, arena->allocator);
    ff_track_facts facts;
    ff_track_facts_init(&facts);
    facts.format = "Apple Health";
    facts.source = maker->source;
    facts.sport = FF_SPORT_RUNNING;
    ff_run part;
    ff_code code = ff_track_run(maker->context, maker->track, &facts, &scratch, &part, error);
    if (code == FF_OK && route->latitude == NULL && !take_columns(route, route->seconds, arena)) {
        code = ff_arena_check(arena, error);
    }
    for (size_t i = 0; code == FF_OK && i < part.series.rows; i++) {
        double second = floor(part.series.time_s[i] + (double)(part.start_s - start_s) + 0.5);
        double latitude = value_at(&part.series, FF_LATITUDE, i);
        route->left_out += isnan(latitude) ? 1 : 0;
        if (second >= 0 && second < (double)route->seconds && !isnan(latitude)) {
            size_t s = (size_t)second;
            route->latitude[s] = latitude;
            route->longitude[s] = value_at(&part.series, FF_LONGITUDE, i);
            route->altitude[s] = value_at(&part.series, FF_ALTITUDE, i);
            route->speed[s] = value_at(&part.series, FF_SPEED, i);
        }
    }
    ff_arena_free(&scratch);
    return code;
}

static ff_code read_file(const ff_apple_maker *maker, ff_bytes *bytes, ff_error *error) {
    ff_stream stream;
    ff_stream_of_bytes(&stream, bytes);
    ff_track_clear(maker->track);
    ff_code code = ff_gpx_read_track(maker->context, &stream, maker->track, error);
    ff_stream_close(&stream);
    return code;
}

static bool is_fatal(ff_code code) {
    return code == FF_ERR_MEMORY || code == FF_ERR_CANCELLED;
}

/* A route whose file is not whole has the points before the break. */
static ff_code add_file(const ff_apple_maker *maker, const char *path, int64_t start_s,
                        ff_arena *arena, ff_apple_route *route, ff_error *error) {
    ff_arena scratch;
    ff_bytes bytes;
    ff_error trouble;
    ff_arena_init(&scratch, arena->allocator);
    ff_code code = maker->siblings != NULL ? maker->siblings->open(maker->siblings->user, path,
                                                                   &scratch, &bytes, &trouble)
                                           : FF_ERR_NOT_FOUND;
    if (code == FF_OK) {
        code = read_file(maker, &bytes, &trouble);
        ff_bytes_close(&bytes);
        route->damaged += code != FF_OK && !is_fatal(code);
        code = is_fatal(code) ? code : lay(maker, start_s, arena, route, &trouble);
    } else if (code == FF_ERR_NOT_FOUND) {
        route->missing++;
    } else {
        route->damaged += !is_fatal(code);
    }
    ff_arena_free(&scratch);
    if (is_fatal(code) && error != NULL) {
        *error = trouble;
    }
    return is_fatal(code) ? code : FF_OK;
}

ff_code ff_apple_read_route(const ff_apple_maker *maker, const ff_apple_workout *workout,
                            size_t seconds, ff_arena *arena, ff_apple_route *route,
                            ff_error *error) {
    *route = (ff_apple_route){.seconds = seconds};
    ff_code code = lay(maker, workout->start.at_s, arena, route, error);
    for (size_t i = 0; code == FF_OK && i < workout->route_count; i++) {
        code = add_file(maker, workout->routes[i], workout->start.at_s, arena, route, error);
    }
    return code;
}
