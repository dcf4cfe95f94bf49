/* One workout of an Apple Health export, as its element and its children tell it. */
#ifndef FOOTFALL_FILES_APPLE_WORKOUT_H
#define FOOTFALL_FILES_APPLE_WORKOUT_H

#include "files/apple_value.h"
#include "files/track.h"
#include "files/xml.h"

/* More of each is left out, with a note on the run. */
#define FF_APPLE_MOST_EVENTS 65536u
#define FF_APPLE_MOST_PARTS  FF_TRACK_MOST_LAPS
#define FF_APPLE_MOST_ROUTES 4096u

typedef enum ff_apple_event_kind {
    FF_APPLE_PAUSE,
    FF_APPLE_RESUME,
    FF_APPLE_MOTION_PAUSE, /* the watch paused by itself */
    FF_APPLE_MOTION_RESUME,
    FF_APPLE_LAP,   /* the end of one, by an app: pressed or not, it does not say */
    FF_APPLE_MARKER /* a point that the runner marked */
} ff_apple_event_kind;

/* Segments are no events here: the watch makes them by itself for every kilometre and for every
 * mile, one over the other, and those that a runner makes look the same. */

typedef struct ff_apple_event {
    ff_apple_event_kind kind;
    int64_t at_s;
    size_t order; /* in the file */
} ff_apple_event;

/* One part of a planned session ("WorkoutActivity"). */
typedef struct ff_apple_part {
    int64_t start_s, end_s;
    double distance_m, ascent_m; /* NAN when not told */
} ff_apple_part;

typedef struct ff_apple_workout {
    size_t number; /* of the workouts in the export, from 1 */
    ff_apple_date start, end;
    double duration_s; /* on the timer; NAN when not told; distance likewise */
    double distance_m;
    const char *source_name; /* NULL when not told; device likewise */
    const char *device;
    bool indoor;
    const char *zone;        /* "Europe/Paris"; NULL when not told */
    bool route_offset_known; /* by the name of a route */
    int32_t route_offset_s;
    double ascent_m; /* NAN when not told; the weather's likewise */
    double temperature_c, humidity_percent;
    double statistics[FF_APPLE_KIND_COUNT]; /* sum or average of the whole; NAN when not told */
    ff_apple_event *events;
    size_t event_count, event_room;
    ff_apple_part *parts;
    size_t part_count, part_room;
    const char **routes; /* paths of route files */
    size_t route_count, route_room;
    bool more;       /* something was left out for its number */
    bool broken_off; /* the export ends within it */
} ff_apple_workout;

/* What its children are read with. */
typedef struct ff_apple_workout_reader {
    ff_arena *arena; /* of the workout's texts and lists */
    ff_track *track; /* of points that stand in the export itself (before 2019) */
    ff_apple_workout workout;
    unsigned depth;      /* of the workout's own element */
    bool in_part;        /* within a part */
    int64_t route_end_s; /* of the route at hand; INT64_MIN when not told */
} ff_apple_workout_reader;

/* Begins with the Workout element itself; false when it has no believable start and end. */
bool ff_apple_workout_begin(ff_apple_workout_reader *reader, const ff_xml_element *element);

/* An element within it. FF_ERR_MEMORY is its only error. */
ff_code ff_apple_workout_child(ff_apple_workout_reader *reader, const ff_xml_element *element,
                               ff_error *error);
void ff_apple_workout_child_end(ff_apple_workout_reader *reader, const char *name);

#endif
