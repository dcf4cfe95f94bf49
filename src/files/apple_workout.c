#include "files/apple_workout.h"

#include <math.h>
#include <string.h>

/* A quantity of two attributes. */
static double quantity(const ff_xml_element *element, ff_apple_measure measure, const char *name,
                       const char *unit_name) {
    const char *text = ff_xml_attribute(element, name);
    const char *unit = ff_xml_attribute(element, unit_name);
    double value, x;
    if (text == NULL || unit == NULL || !ff_apple_parse_number(text, &value) ||
        !ff_apple_convert(measure, value, unit, &x)) {
        return NAN;
    }
    return x;
}

static bool date_of(const ff_xml_element *element, const char *name, ff_apple_date *date) {
    const char *text = ff_xml_attribute(element, name);
    return text != NULL && ff_apple_parse_date(text, date);
}

bool ff_apple_workout_begin(ff_apple_workout_reader *reader, const ff_xml_element *element) {
    ff_apple_workout *w = &reader->workout;
    *w = (ff_apple_workout){
        .number = w->number, .ascent_m = NAN, .temperature_c = NAN, .humidity_percent = NAN};
    for (int i = 0; i < FF_APPLE_KIND_COUNT; i++) {
        w->statistics[i] = NAN;
    }
    reader->depth = element->depth;
    reader->in_part = false;
    reader->route_end_s = INT64_MIN;
    w->duration_s = quantity(element, FF_APPLE_TIME, "duration", "durationUnit");
    w->distance_m = quantity(element, FF_APPLE_LENGTH, "totalDistance", "totalDistanceUnit");
    w->source_name = ff_arena_copy(reader->arena, ff_xml_attribute(element, "sourceName"));
    w->device = ff_arena_copy(reader->arena, ff_xml_attribute(element, "device"));
    return date_of(element, "startDate", &w->start) && date_of(element, "endDate", &w->end) &&
           w->end.at_s >= w->start.at_s;
}

/* Room for one more, doubling; false when the most is reached or memory is gone. */
static bool room_for(ff_apple_workout_reader *reader, void **items, size_t count, size_t *room,
                     size_t size, size_t most) {
    if (count < *room) {
        return true;
    }
    if (count >= most) {
        reader->workout.more = true;
        return false;
    }
    size_t wanted = count > 0 ? count * 2 : 16;
    void *moved = ff_arena_grow(reader->arena, *items, count, wanted, size);
    if (moved == NULL) {
        return false;
    }
    *items = moved;
    *room = wanted;
    return true;
}

/* A lap's event stands at its start and lasts; older ones stand at its end. */
static int64_t lasts(const ff_xml_element *element) {
    double seconds = quantity(element, FF_APPLE_TIME, "duration", "durationUnit");
    return seconds > 0 && seconds < 1e6 ? (int64_t)lround(seconds) : 0;
}

static void add_event(ff_apple_workout_reader *reader, const ff_xml_element *element) {
    static const struct {
        const char *type;
        ff_apple_event_kind kind;
    } events[] = {
        {"HKWorkoutEventTypePause", FF_APPLE_PAUSE},
        {"HKWorkoutEventTypeResume", FF_APPLE_RESUME},
        {"HKWorkoutEventTypeMotionPaused", FF_APPLE_MOTION_PAUSE},
        {"HKWorkoutEventTypeMotionResumed", FF_APPLE_MOTION_RESUME},
        {"HKWorkoutEventTypeLap", FF_APPLE_LAP},
        {"HKWorkoutEventTypeMarker", FF_APPLE_MARKER},
    };
    ff_apple_workout *w = &reader->workout;
    const char *type = ff_xml_attribute(element, "type");
    ff_apple_date date;
    for (size_t i = 0; type != NULL && i < sizeof events / sizeof events[0]; i++) {
        void *items = w->events;
        if (strcmp(events[i].type, type) == 0 && date_of(element, "date", &date) &&
            room_for(reader, &items, w->event_count, &w->event_room, sizeof *w->events,
                     FF_APPLE_MOST_EVENTS)) {
            w->events = items;
            int64_t at = date.at_s + (events[i].kind == FF_APPLE_LAP ? lasts(element) : 0);
            w->events[w->event_count] =
                (ff_apple_event){.kind = events[i].kind, .at_s = at, .order = w->event_count};
            w->event_count++;
        }
    }
}

static void add_part(ff_apple_workout_reader *reader, const ff_xml_element *element) {
    ff_apple_workout *w = &reader->workout;
    ff_apple_date start, end;
    void *items = w->parts;
    if (date_of(element, "startDate", &start) && date_of(element, "endDate", &end) &&
        end.at_s >= start.at_s &&
        room_for(reader, &items, w->part_count, &w->part_room, sizeof *w->parts,
                 FF_APPLE_MOST_PARTS)) {
        w->parts = items;
        w->parts[w->part_count++] = (ff_apple_part){
            .start_s = start.at_s, .end_s = end.at_s, .distance_m = NAN, .ascent_m = NAN};
        reader->in_part = true;
    }
}

static void add_statistics(ff_apple_workout_reader *reader, const ff_xml_element *element) {
    ff_apple_workout *w = &reader->workout;
    const char *type = ff_xml_attribute(element, "type");
    int kind = type != NULL ? ff_apple_kind_of(type) : -1;
    if (kind < 0) {
        return;
    }
    double x = quantity(element, ff_apple_kind_measure((ff_apple_kind)kind),
                        ff_apple_kind_is_sum((ff_apple_kind)kind) ? "sum" : "average", "unit");
    if (element->depth == reader->depth + 1) {
        w->statistics[kind] = isnan(x) ? w->statistics[kind] : x;
    } else if (reader->in_part && kind == FF_APPLE_DISTANCE) {
        w->parts[w->part_count - 1].distance_m = x;
    }
}

static void add_metadata(ff_apple_workout_reader *reader, const ff_xml_element *element) {
    ff_apple_workout *w = &reader->workout;
    const char *key = ff_xml_attribute(element, "key");
    const char *value = ff_xml_attribute(element, "value");
    double x;
    if (key == NULL || value == NULL) {
        return;
    }
    bool own = element->depth == reader->depth + 1;
    if (strcmp(key, "HKElevationAscended") == 0 &&
        ff_apple_parse_quantity(FF_APPLE_LENGTH, value, &x)) {
        if (own) {
            w->ascent_m = x;
        } else if (reader->in_part) {
            w->parts[w->part_count - 1].ascent_m = x;
        }
    } else if (own && strcmp(key, "HKIndoorWorkout") == 0) {
        w->indoor = strcmp(value, "1") == 0;
    } else if (own && strcmp(key, "HKTimeZone") == 0) {
        w->zone = ff_arena_copy(reader->arena, value);
    } else if (own && strcmp(key, "HKWeatherTemperature") == 0 &&
               ff_apple_parse_quantity(FF_APPLE_WARMTH, value, &x)) {
        w->temperature_c = x;
    } else if (own && strcmp(key, "HKWeatherHumidity") == 0 &&
               ff_apple_parse_quantity(FF_APPLE_SHARE, value, &x)) {
        w->humidity_percent = x > 100 ? x / 100 : x; /* written as "6400 %" */
    }
}

static void add_route(ff_apple_workout_reader *reader, const ff_xml_element *element) {
    ff_apple_workout *w = &reader->workout;
    const char *path = ff_xml_attribute(element, "path");
    for (size_t i = 0; path != NULL && i < w->route_count; i++) {
        if (strcmp(w->routes[i], path) == 0) {
            return; /* two routes of one minute share a name: there is one file */
        }
    }
    void *items = w->routes;
    if (path == NULL || !room_for(reader, &items, w->route_count, &w->route_room, sizeof *w->routes,
                                  FF_APPLE_MOST_ROUTES)) {
        return;
    }
    w->routes = items;
    w->routes[w->route_count++] = ff_arena_copy(reader->arena, path);
    w->route_offset_known = w->route_offset_known ||
                            (reader->route_end_s != INT64_MIN &&
                             ff_apple_route_offset(path, reader->route_end_s, &w->route_offset_s));
}

static double number(const ff_xml_element *element, const char *name) {
    const char *text = ff_xml_attribute(element, name);
    double x;
    return text != NULL && ff_apple_parse_number(text, &x) ? x : NAN;
}

/* A point of a route that stands in the export itself. */
static ff_code add_location(ff_apple_workout_reader *reader, const ff_xml_element *element,
                            ff_error *error) {
    ff_apple_date date;
    if (!date_of(element, "date", &date)) {
        return FF_OK;
    }
    ff_track_row row;
    ff_track_row_init(&row);
    row.at_s = (double)date.at_s;
    row.value[FF_LATITUDE] = number(element, "latitude");
    row.value[FF_LONGITUDE] = number(element, "longitude");
    row.value[FF_ALTITUDE] = number(element, "altitude");
    double speed = number(element, "speed");
    row.value[FF_SPEED] = speed >= 0 ? speed : NAN; /* negative: not known (CLLocation) */
    ff_code code = ff_track_add_row(reader->track, &row, error);
    reader->workout.more = reader->workout.more || code == FF_ERR_LIMIT;
    return code == FF_ERR_LIMIT ? FF_OK : code;
}

ff_code ff_apple_workout_child(ff_apple_workout_reader *reader, const ff_xml_element *element,
                               ff_error *error) {
    const char *name = element->name;
    if (strcmp(name, "WorkoutEvent") == 0) {
        add_event(reader, element);
    } else if (strcmp(name, "WorkoutStatistics") == 0) {
        add_statistics(reader, element);
    } else if (strcmp(name, "MetadataEntry") == 0) {
        add_metadata(reader, element);
    } else if (strcmp(name, "WorkoutActivity") == 0) {
        add_part(reader, element);
    } else if (strcmp(name, "WorkoutRoute") == 0) {
        ff_apple_date end;
        reader->route_end_s = date_of(element, "endDate", &end) ? end.at_s : INT64_MIN;
    } else if (strcmp(name, "FileReference") == 0) {
        add_route(reader, element);
    } else if (strcmp(name, "Location") == 0) {
        return add_location(reader, element, error);
    }
    return ff_arena_check(reader->arena, error);
}

void ff_apple_workout_child_end(ff_apple_workout_reader *reader, const char *name) {
    if (strcmp(name, "WorkoutActivity") == 0) {
        reader->in_part = false;
    } else if (strcmp(name, "WorkoutRoute") == 0) {
        reader->route_end_s = INT64_MIN;
    }
}
