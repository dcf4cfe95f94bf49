/* What Apple Health's attributes say: dates, quantities with their units, kinds of records, the
 * device, and the local time that the name of a route tells.
 *
 * The format is known from exports of versions 3 to 14 (2015 to 2026) and from their document type;
 * Apple documents the identifiers (HKQuantityTypeIdentifier, HKWorkoutEventType, HKMetadataKey),
 * not the file.
 */
#ifndef FOOTFALL_FILES_APPLE_VALUE_H
#define FOOTFALL_FILES_APPLE_VALUE_H

#include "base/arena.h"

#include <footfall/run.h>

/* The records that say something of a run: identifier, Apple's name behind
 * "HKQuantityTypeIdentifier", what it measures, whether it is a sum over its time. */
#define FF_APPLE_KIND_LIST(X)                                                                      \
    X(FF_APPLE_HEART_RATE, "HeartRate", FF_APPLE_PER_TIME, false)                                  \
    X(FF_APPLE_STEPS, "StepCount", FF_APPLE_COUNT, true)                                           \
    X(FF_APPLE_DISTANCE, "DistanceWalkingRunning", FF_APPLE_LENGTH, true)                          \
    X(FF_APPLE_SPEED, "RunningSpeed", FF_APPLE_VELOCITY, false)                                    \
    X(FF_APPLE_POWER, "RunningPower", FF_APPLE_WATT, false)                                        \
    X(FF_APPLE_STANCE_TIME, "RunningGroundContactTime", FF_APPLE_TIME, false)                      \
    X(FF_APPLE_OSCILLATION, "RunningVerticalOscillation", FF_APPLE_LENGTH, false)                  \
    X(FF_APPLE_STEP_LENGTH, "RunningStrideLength", FF_APPLE_LENGTH, false)                         \
    X(FF_APPLE_EFFORT, "WorkoutEffortScore", FF_APPLE_SCORE, false)

#define FF_APPLE_KIND_ENUM(id, name, measure, sum) id,
typedef enum ff_apple_kind {
    FF_APPLE_KIND_LIST(FF_APPLE_KIND_ENUM) FF_APPLE_KIND_COUNT
} ff_apple_kind;
#undef FF_APPLE_KIND_ENUM

/* SI: 1/s for rates of the heart is not what people write, so FF_APPLE_PER_TIME is a minute's. */
typedef enum ff_apple_measure {
    FF_APPLE_PER_TIME, /* 1/min */
    FF_APPLE_COUNT,    /* 1 */
    FF_APPLE_LENGTH,   /* m */
    FF_APPLE_VELOCITY, /* m/s */
    FF_APPLE_WATT,     /* W */
    FF_APPLE_TIME,     /* s */
    FF_APPLE_SCORE,    /* 0-10 */
    FF_APPLE_WARMTH,   /* degC */
    FF_APPLE_SHARE     /* % */
} ff_apple_measure;

/* The kind of a type attribute; -1 when it says nothing of a run. */
int ff_apple_kind_of(const char *type);
bool ff_apple_kind_is_sum(ff_apple_kind kind);
ff_apple_measure ff_apple_kind_measure(ff_apple_kind kind);

/* A date as exported: "2025-09-16 16:14:50 +0100", or "20150616071919-0700" before 2016. */
typedef struct ff_apple_date {
    int64_t at_s; /* UTC seconds since 1970 */
    int32_t offset_s;
} ff_apple_date;

bool ff_apple_parse_date(const char *text, ff_apple_date *date);

/* A decimal number, in every locale; false when it is none or not finite. */
bool ff_apple_parse_number(const char *text, double *x);

/* The value in the measure's own unit. False when the unit is not one of that measure: a guess
 * would be a lie. */
bool ff_apple_convert(ff_apple_measure measure, double value, const char *unit, double *x);

/* "6575 cm", "61.9694 degF": a number, a blank, a unit. */
bool ff_apple_parse_quantity(ff_apple_measure measure, const char *text, double *x);

/* What carried the sensor. */
typedef enum ff_apple_wearer { FF_APPLE_WATCH, FF_APPLE_PHONE, FF_APPLE_OTHER } ff_apple_wearer;

/* device: the attribute "<<HKDevice: 0x...>, name:..., manufacturer:..., ...>", may be NULL. */
ff_apple_wearer ff_apple_wearer_of(const char *source_name, const char *device);

/* Texts in the arena. Without a device attribute the source's name stands as the product. */
ff_device ff_apple_device_of(const char *source_name, const char *device, ff_arena *arena);

/* The offset of local time that the name of a route ("route_2025-09-16_6.15pm.gpx", the local
 * minute at which it ended) and its end tell. False where the two do not fit together. */
bool ff_apple_route_offset(const char *path, int64_t end_s, int32_t *offset_s);

/* Whether the offset that stands behind a date can be believed. The exporting phone writes all
 * dates with one offset, mostly that of the day of the export, which is an hour wrong in the other
 * half of the year. Believed when it differs from the export's own, or when both days lie in the
 * same of the two parts of the year in which no country with summer time changes its clocks. */
bool ff_apple_offset_believable(const ff_apple_date *date, const ff_apple_date *exported);

#endif
