/* What a FIT file says beside the run itself: the sensors worn, the weather, the workout that was
 * followed, and how much of it the watch took for walking.
 */
#ifndef FOOTFALL_FILES_FIT_GEAR_H
#define FOOTFALL_FILES_FIT_GEAR_H

#include "base/arena.h"
#include "files/fit_profile.h"

#include <footfall/run.h>

typedef enum ff_fit_sensor_kind {
    FF_FIT_HEART_STRAP,
    FF_FIT_FOOT_POD,
    FF_FIT_DYNAMICS_POD, /* on the waistband */
    FF_FIT_MUSCLE_SENSOR,
    FF_FIT_THERMOMETER
} ff_fit_sensor_kind;

typedef enum ff_fit_side { FF_FIT_NO_SIDE, FF_FIT_LEFT_LEG, FF_FIT_RIGHT_LEG } ff_fit_side;

typedef struct ff_fit_sensor {
    uint8_t index; /* device_index: a sensor is told of again and again */
    ff_fit_sensor_kind kind;
    ff_fit_side side;
    uint32_t maker, product; /* FF_FIT_NO_NUMBER when absent */
    bool battery_low;        /* at any time in the recording */
    char name[33];           /* the maker's own; may be empty */
} ff_fit_sensor;

typedef struct ff_fit_weather {
    double time; /* FIT time at which the watch got the report */
    double temperature_c;
    double humidity_percent; /* NAN when absent, and those below */
    double feels_like_c, wind_mps;
    uint32_t condition; /* FF_FIT_NO_NUMBER when absent */
} ff_fit_weather;

typedef struct ff_fit_split {
    double start; /* FIT time */
    double timer;
    uint32_t type;
} ff_fit_split;

/* Nobody wears more sensors than this; a report comes each hour; the watch splits a run into some
 * dozens. What a damaged file says beyond that is not kept. */
#define FF_FIT_MOST_SENSORS 8
#define FF_FIT_MOST_REPORTS 256
#define FF_FIT_MOST_SPLITS  1024

typedef struct ff_fit_gear {
    size_t sensor_count, report_count, split_count;
    bool too_many_splits; /* then none is told of: sums would be wrong */
    char workout[65];     /* its name; may be empty */
    ff_fit_sensor sensor[FF_FIT_MOST_SENSORS];
    ff_fit_weather report[FF_FIT_MOST_REPORTS];
    ff_fit_split split[FF_FIT_MOST_SPLITS];
} ff_fit_gear;

void ff_fit_gear_init(ff_fit_gear *gear);

/* Takes in device_info, weather_conditions, workout and split; others change nothing. */
void ff_fit_gear_take(ff_fit_gear *gear, const ff_fit_message *message,
                      const ff_fit_values *values);

/* Gives the run from one FIT time to another its outdoor temperature, and notes on what was worn
 * and followed. The series must be there already. Texts live in the arena. */
void ff_fit_gear_tell(const ff_fit_gear *gear, double from, double to, ff_arena *arena,
                      ff_run *run);

#endif
