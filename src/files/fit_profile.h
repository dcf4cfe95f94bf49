/* The FIT profile: what the numbers of a message mean.
 *
 * Only what footfall needs of it: message and field numbers, scale and offset, components,
 * subfields, and the names of sports, makers and watches. The facts are those of the published
 * profile (fields, scales and components checked against the tables of two MIT-licensed decoders,
 * fitdecode and fit-file-parser); the tables are our own.
 */
#ifndef FOOTFALL_FILES_FIT_PROFILE_H
#define FOOTFALL_FILES_FIT_PROFILE_H

#include "files/fit_reader.h"

/* Seconds from 1970-01-01 to 1989-12-31T00:00:00Z, where FIT times begin. */
#define FF_FIT_EPOCH_S INT64_C(631065600)

/* Smaller times are relative: seconds since the device was switched on. */
#define FF_FIT_FIRST_ABSOLUTE_TIME 0x10000000u

/* FIT positions are in semicircles: times this, degrees. */
#define FF_FIT_DEGREES_PER_SEMICIRCLE (180.0 / 2147483648.0)

/* Messages that footfall looks at: name, global number. */
#define FF_FIT_MESSAGE_LIST(X)                                                                     \
    X(FILE_ID, 0)                                                                                  \
    X(SPORT, 12)                                                                                   \
    X(SESSION, 18)                                                                                 \
    X(LAP, 19)                                                                                     \
    X(RECORD, 20)                                                                                  \
    X(EVENT, 21)                                                                                   \
    X(DEVICE_INFO, 23)                                                                             \
    X(WORKOUT, 26)                                                                                 \
    X(ACTIVITY, 34)                                                                                \
    X(FILE_CREATOR, 49)                                                                            \
    X(WEATHER, 128)                                                                                \
    X(TIMESTAMP_CORRELATION, 162)                                                                  \
    X(SPLIT, 312)

#define FF_FIT_MESSAGE_ENUM(name, number) FF_FIT_##name = (number),
enum { FF_FIT_MESSAGE_LIST(FF_FIT_MESSAGE_ENUM) };
#undef FF_FIT_MESSAGE_ENUM

/* Fields: message, name, field number, scale, offset, unit. value = raw / scale - offset.
 * message FILE_ID and name TYPE make the constant FF_FIT_FILE_ID_TYPE. */
#define FF_FIT_FIELD_LIST(X)                                                                       \
    X(FILE_ID, TYPE, 0, 1, 0, "")                                                                  \
    X(FILE_ID, MANUFACTURER, 1, 1, 0, "")                                                          \
    X(FILE_ID, PRODUCT, 2, 1, 0, "")                                                               \
    X(FILE_ID, SERIAL_NUMBER, 3, 1, 0, "")                                                         \
    X(FILE_ID, TIME_CREATED, 4, 1, 0, "s")                                                         \
    X(FILE_ID, NUMBER, 5, 1, 0, "")                                                                \
    X(FILE_ID, PRODUCT_NAME, 8, 1, 0, "")                                                          \
    X(SPORT, SPORT, 0, 1, 0, "")                                                                   \
    X(SPORT, SUB_SPORT, 1, 1, 0, "")                                                               \
    X(SPORT, NAME, 3, 1, 0, "")                                                                    \
    X(SESSION, EVENT, 0, 1, 0, "")                                                                 \
    X(SESSION, EVENT_TYPE, 1, 1, 0, "")                                                            \
    X(SESSION, START_TIME, 2, 1, 0, "s")                                                           \
    X(SESSION, START_LATITUDE, 3, 1, 0, "semicircles")                                             \
    X(SESSION, START_LONGITUDE, 4, 1, 0, "semicircles")                                            \
    X(SESSION, SPORT, 5, 1, 0, "")                                                                 \
    X(SESSION, SUB_SPORT, 6, 1, 0, "")                                                             \
    X(SESSION, TOTAL_ELAPSED_TIME, 7, 1000, 0, "s")                                                \
    X(SESSION, TOTAL_TIMER_TIME, 8, 1000, 0, "s")                                                  \
    X(SESSION, TOTAL_DISTANCE, 9, 100, 0, "m")                                                     \
    X(SESSION, TOTAL_CYCLES, 10, 1, 0, "cycles")                                                   \
    X(SESSION, TOTAL_CALORIES, 11, 1, 0, "kcal")                                                   \
    X(SESSION, AVG_SPEED, 14, 1000, 0, "m/s")                                                      \
    X(SESSION, MAX_SPEED, 15, 1000, 0, "m/s")                                                      \
    X(SESSION, AVG_HEART_RATE, 16, 1, 0, "1/min")                                                  \
    X(SESSION, MAX_HEART_RATE, 17, 1, 0, "1/min")                                                  \
    X(SESSION, AVG_CADENCE, 18, 1, 0, "1/min")                                                     \
    X(SESSION, MAX_CADENCE, 19, 1, 0, "1/min")                                                     \
    X(SESSION, AVG_POWER, 20, 1, 0, "W")                                                           \
    X(SESSION, MAX_POWER, 21, 1, 0, "W")                                                           \
    X(SESSION, TOTAL_ASCENT, 22, 1, 0, "m")                                                        \
    X(SESSION, TOTAL_DESCENT, 23, 1, 0, "m")                                                       \
    X(SESSION, TOTAL_TRAINING_EFFECT, 24, 10, 0, "")                                               \
    X(SESSION, FIRST_LAP_INDEX, 25, 1, 0, "")                                                      \
    X(SESSION, NUM_LAPS, 26, 1, 0, "")                                                             \
    X(SESSION, TRIGGER, 28, 1, 0, "")                                                              \
    X(SESSION, AVG_ALTITUDE, 49, 5, 500, "m")                                                      \
    X(SESSION, MAX_ALTITUDE, 50, 5, 500, "m")                                                      \
    X(SESSION, AVG_TEMPERATURE, 57, 1, 0, "degC")                                                  \
    X(SESSION, TOTAL_MOVING_TIME, 59, 1000, 0, "s")                                                \
    X(SESSION, MIN_ALTITUDE, 71, 5, 500, "m")                                                      \
    X(SESSION, AVG_VERTICAL_OSCILLATION, 89, 10, 0, "mm")                                          \
    X(SESSION, AVG_STANCE_TIME_PERCENT, 90, 100, 0, "%")                                           \
    X(SESSION, AVG_STANCE_TIME, 91, 10, 0, "ms")                                                   \
    X(SESSION, AVG_FRACTIONAL_CADENCE, 92, 128, 0, "1/min")                                        \
    X(SESSION, MAX_FRACTIONAL_CADENCE, 93, 128, 0, "1/min")                                        \
    X(SESSION, TOTAL_FRACTIONAL_CYCLES, 94, 128, 0, "cycles")                                      \
    X(SESSION, SPORT_PROFILE_NAME, 110, 1, 0, "")                                                  \
    X(SESSION, ENHANCED_AVG_SPEED, 124, 1000, 0, "m/s")                                            \
    X(SESSION, ENHANCED_MAX_SPEED, 125, 1000, 0, "m/s")                                            \
    X(SESSION, ENHANCED_AVG_ALTITUDE, 126, 5, 500, "m")                                            \
    X(SESSION, ENHANCED_MIN_ALTITUDE, 127, 5, 500, "m")                                            \
    X(SESSION, ENHANCED_MAX_ALTITUDE, 128, 5, 500, "m")                                            \
    X(SESSION, AVG_VERTICAL_RATIO, 132, 100, 0, "%")                                               \
    X(SESSION, AVG_STANCE_TIME_BALANCE, 133, 100, 0, "%")                                          \
    X(SESSION, AVG_STEP_LENGTH, 134, 10, 0, "mm")                                                  \
    X(SESSION, TOTAL_ANAEROBIC_TRAINING_EFFECT, 137, 10, 0, "")                                    \
    X(SESSION, TRAINING_LOAD_PEAK, 168, 65536, 0, "")                                              \
    X(SESSION, WORKOUT_FEEL, 192, 1, 0, "")                                                        \
    X(SESSION, WORKOUT_RPE, 193, 1, 0, "")                                                         \
    X(SESSION, TOTAL_FRACTIONAL_ASCENT, 199, 100, 0, "m")                                          \
    X(SESSION, TOTAL_FRACTIONAL_DESCENT, 200, 100, 0, "m")                                         \
    X(SESSION, TIMESTAMP, 253, 1, 0, "s")                                                          \
    X(SESSION, MESSAGE_INDEX, 254, 1, 0, "")                                                       \
    X(LAP, EVENT, 0, 1, 0, "")                                                                     \
    X(LAP, EVENT_TYPE, 1, 1, 0, "")                                                                \
    X(LAP, START_TIME, 2, 1, 0, "s")                                                               \
    X(LAP, TOTAL_ELAPSED_TIME, 7, 1000, 0, "s")                                                    \
    X(LAP, TOTAL_TIMER_TIME, 8, 1000, 0, "s")                                                      \
    X(LAP, TOTAL_DISTANCE, 9, 100, 0, "m")                                                         \
    X(LAP, TOTAL_CYCLES, 10, 1, 0, "cycles")                                                       \
    X(LAP, AVG_SPEED, 13, 1000, 0, "m/s")                                                          \
    X(LAP, MAX_SPEED, 14, 1000, 0, "m/s")                                                          \
    X(LAP, AVG_HEART_RATE, 15, 1, 0, "1/min")                                                      \
    X(LAP, AVG_CADENCE, 17, 1, 0, "1/min")                                                         \
    X(LAP, MAX_CADENCE, 18, 1, 0, "1/min")                                                         \
    X(LAP, AVG_POWER, 19, 1, 0, "W")                                                               \
    X(LAP, LAP_TRIGGER, 24, 1, 0, "")                                                              \
    X(LAP, SPORT, 25, 1, 0, "")                                                                    \
    X(LAP, SUB_SPORT, 39, 1, 0, "")                                                                \
    X(LAP, AVG_ALTITUDE, 42, 5, 500, "m")                                                          \
    X(LAP, MAX_ALTITUDE, 43, 5, 500, "m")                                                          \
    X(LAP, MIN_ALTITUDE, 62, 5, 500, "m")                                                          \
    X(LAP, AVG_FRACTIONAL_CADENCE, 80, 128, 0, "1/min")                                            \
    X(LAP, ENHANCED_AVG_SPEED, 110, 1000, 0, "m/s")                                                \
    X(LAP, ENHANCED_MAX_SPEED, 111, 1000, 0, "m/s")                                                \
    X(LAP, ENHANCED_AVG_ALTITUDE, 112, 5, 500, "m")                                                \
    X(LAP, ENHANCED_MIN_ALTITUDE, 113, 5, 500, "m")                                                \
    X(LAP, ENHANCED_MAX_ALTITUDE, 114, 5, 500, "m")                                                \
    X(LAP, TIMESTAMP, 253, 1, 0, "s")                                                              \
    X(LAP, MESSAGE_INDEX, 254, 1, 0, "")                                                           \
    X(RECORD, POSITION_LATITUDE, 0, 1, 0, "semicircles")                                           \
    X(RECORD, POSITION_LONGITUDE, 1, 1, 0, "semicircles")                                          \
    X(RECORD, ALTITUDE, 2, 5, 500, "m")                                                            \
    X(RECORD, HEART_RATE, 3, 1, 0, "1/min")                                                        \
    X(RECORD, CADENCE, 4, 1, 0, "1/min")                                                           \
    X(RECORD, DISTANCE, 5, 100, 0, "m")                                                            \
    X(RECORD, SPEED, 6, 1000, 0, "m/s")                                                            \
    X(RECORD, POWER, 7, 1, 0, "W")                                                                 \
    X(RECORD, COMPRESSED_SPEED_DISTANCE, 8, 1, 0, "")                                              \
    X(RECORD, GRADE, 9, 100, 0, "%")                                                               \
    X(RECORD, TEMPERATURE, 13, 1, 0, "degC")                                                       \
    X(RECORD, CYCLES, 18, 1, 0, "cycles")                                                          \
    X(RECORD, TOTAL_CYCLES, 19, 1, 0, "cycles")                                                    \
    X(RECORD, COMPRESSED_ACCUMULATED_POWER, 28, 1, 0, "W")                                         \
    X(RECORD, ACCUMULATED_POWER, 29, 1, 0, "W")                                                    \
    X(RECORD, GPS_ACCURACY, 31, 1, 0, "m")                                                         \
    X(RECORD, VERTICAL_OSCILLATION, 39, 10, 0, "mm")                                               \
    X(RECORD, STANCE_TIME_PERCENT, 40, 100, 0, "%")                                                \
    X(RECORD, STANCE_TIME, 41, 10, 0, "ms")                                                        \
    X(RECORD, ACTIVITY_TYPE, 42, 1, 0, "")                                                         \
    X(RECORD, CADENCE256, 52, 256, 0, "1/min")                                                     \
    X(RECORD, FRACTIONAL_CADENCE, 53, 128, 0, "1/min")                                             \
    X(RECORD, TOTAL_HEMOGLOBIN, 54, 100, 0, "g/dL")                                                \
    X(RECORD, SATURATED_HEMOGLOBIN, 57, 10, 0, "%")                                                \
    X(RECORD, ENHANCED_SPEED, 73, 1000, 0, "m/s")                                                  \
    X(RECORD, ENHANCED_ALTITUDE, 78, 5, 500, "m")                                                  \
    X(RECORD, VERTICAL_RATIO, 83, 100, 0, "%")                                                     \
    X(RECORD, STANCE_TIME_BALANCE, 84, 100, 0, "%")                                                \
    X(RECORD, STEP_LENGTH, 85, 10, 0, "mm")                                                        \
    X(RECORD, RESPIRATION_RATE, 99, 1, 0, "1/min")                                                 \
    X(RECORD, ENHANCED_RESPIRATION_RATE, 108, 100, 0, "1/min")                                     \
    X(RECORD, CORE_TEMPERATURE, 139, 100, 0, "degC")                                               \
    X(RECORD, TIMESTAMP, 253, 1, 0, "s")                                                           \
    X(EVENT, EVENT, 0, 1, 0, "")                                                                   \
    X(EVENT, EVENT_TYPE, 1, 1, 0, "")                                                              \
    X(EVENT, DATA16, 2, 1, 0, "")                                                                  \
    X(EVENT, DATA, 3, 1, 0, "")                                                                    \
    X(EVENT, EVENT_GROUP, 4, 1, 0, "")                                                             \
    X(EVENT, TIMESTAMP, 253, 1, 0, "s")                                                            \
    X(DEVICE_INFO, DEVICE_INDEX, 0, 1, 0, "")                                                      \
    X(DEVICE_INFO, DEVICE_TYPE, 1, 1, 0, "")                                                       \
    X(DEVICE_INFO, MANUFACTURER, 2, 1, 0, "")                                                      \
    X(DEVICE_INFO, SERIAL_NUMBER, 3, 1, 0, "")                                                     \
    X(DEVICE_INFO, PRODUCT, 4, 1, 0, "")                                                           \
    X(DEVICE_INFO, SOFTWARE_VERSION, 5, 100, 0, "")                                                \
    X(DEVICE_INFO, BATTERY_STATUS, 11, 1, 0, "")                                                   \
    X(DEVICE_INFO, SENSOR_POSITION, 18, 1, 0, "")                                                  \
    X(DEVICE_INFO, DESCRIPTOR, 19, 1, 0, "")                                                       \
    X(DEVICE_INFO, SOURCE_TYPE, 25, 1, 0, "")                                                      \
    X(DEVICE_INFO, PRODUCT_NAME, 27, 1, 0, "")                                                     \
    X(DEVICE_INFO, BATTERY_LEVEL, 32, 1, 0, "%")                                                   \
    X(DEVICE_INFO, TIMESTAMP, 253, 1, 0, "s")                                                      \
    X(WORKOUT, NAME, 8, 1, 0, "")                                                                  \
    X(ACTIVITY, TOTAL_TIMER_TIME, 0, 1000, 0, "s")                                                 \
    X(ACTIVITY, NUM_SESSIONS, 1, 1, 0, "")                                                         \
    X(ACTIVITY, TYPE, 2, 1, 0, "")                                                                 \
    X(ACTIVITY, LOCAL_TIMESTAMP, 5, 1, 0, "s")                                                     \
    X(ACTIVITY, TIMESTAMP, 253, 1, 0, "s")                                                         \
    X(FILE_CREATOR, SOFTWARE_VERSION, 0, 1, 0, "")                                                 \
    X(WEATHER, REPORT, 0, 1, 0, "")                                                                \
    X(WEATHER, TEMPERATURE, 1, 1, 0, "degC")                                                       \
    X(WEATHER, CONDITION, 2, 1, 0, "")                                                             \
    X(WEATHER, WIND_SPEED, 4, 1000, 0, "m/s")                                                      \
    X(WEATHER, TEMPERATURE_FEELS_LIKE, 6, 1, 0, "degC")                                            \
    X(WEATHER, RELATIVE_HUMIDITY, 7, 1, 0, "%")                                                    \
    X(WEATHER, TIMESTAMP, 253, 1, 0, "s")                                                          \
    X(TIMESTAMP_CORRELATION, LOCAL_TIMESTAMP, 3, 1, 0, "s")                                        \
    X(TIMESTAMP_CORRELATION, TIMESTAMP, 253, 1, 0, "s")                                            \
    X(SPLIT, TYPE, 0, 1, 0, "")                                                                    \
    X(SPLIT, TOTAL_TIMER_TIME, 2, 1000, 0, "s")                                                    \
    X(SPLIT, START_TIME, 9, 1, 0, "s")

#define FF_FIT_FIELD_ENUM(message, name, number, scale, offset, unit)                              \
    FF_FIT_##message##_##name = (number),
enum { FF_FIT_FIELD_LIST(FF_FIT_FIELD_ENUM) };
#undef FF_FIT_FIELD_ENUM

typedef struct ff_fit_fact {
    uint16_t message;
    uint8_t number;
    const char *name; /* "TOTAL_ELAPSED_TIME" */
    double scale;
    double offset;
    const char *unit; /* of value = raw / scale - offset */
} ff_fit_fact;

/* The fact of a field, or NULL when footfall knows none. */
const ff_fit_fact *ff_fit_fact_of(uint16_t message, uint8_t field);

/* The state that decoding with the profile needs; one a chained file (accumulators start afresh
 * in each). */
#define FF_FIT_KNOWN_MESSAGES 13
#define FF_FIT_ACCUMULATORS   3

/* What is to be done with the messages of one shape, worked out at the first of them. */
typedef enum ff_fit_load {
    FF_FIT_LOAD_U8,
    FF_FIT_LOAD_U16,
    FF_FIT_LOAD_U32,
    FF_FIT_LOAD_S32,
    FF_FIT_LOAD_ANY,
    FF_FIT_LOADS
} ff_fit_load;

typedef struct ff_fit_step {
    uint8_t load;   /* ff_fit_load; a plan has its steps in this order */
    uint8_t place;  /* of the field in the message */
    uint8_t number; /* of the field */
    bool scaled;    /* false: scale 1, offset 0 */
    double scale;
    double offset;
} ff_fit_step;

typedef struct ff_fit_expansion {
    uint8_t component; /* in the table of components */
    uint8_t place;     /* of the source in the message, 255: the message has none */
    bool copies;       /* the target's value is the source's, unit and all */
} ff_fit_expansion;

#define FF_FIT_PLAN_STEPS      128 /* more known fields than a message has */
#define FF_FIT_PLAN_EXPANSIONS 8
typedef struct ff_fit_plan {
    uint64_t shape; /* 0: not made yet */
    bool plain;     /* false: something rare in it, so it is read the long way */
    bool swap;      /* byte order of all its fields */
    uint8_t steps;
    uint8_t end[FF_FIT_LOADS]; /* of the steps that load so */
    uint8_t expansions;
    uint64_t present[4];  /* fields that are there when every value is valid */
    uint64_t possible[4]; /* these and what may be made of them; all when not plain */
    ff_fit_step step[FF_FIT_PLAN_STEPS];
    ff_fit_expansion expansion[FF_FIT_PLAN_EXPANSIONS];
} ff_fit_plan;

/* A counter that a component goes on with. */
typedef struct ff_fit_accumulator {
    bool begun;
    bool told;      /* the file has since given the target itself */
    uint64_t total; /* in the component's raw units */
    double value;   /* what it gave, in them too, not yet rounded */
} ff_fit_accumulator;

typedef struct ff_fit_profile {
    ff_fit_plan plan[16];                     /* by local type */
    uint8_t fact[FF_FIT_KNOWN_MESSAGES][256]; /* index in the table of facts + 1; 0: not known */
    struct {
        uint8_t first, end; /* in the table of components */
    } component[FF_FIT_KNOWN_MESSAGES];
    uint16_t last_message; /* looked up last, and its place; 0 and 0 at first, which is true */
    int8_t last_index;
    ff_fit_accumulator accumulator[FF_FIT_ACCUMULATORS];
} ff_fit_profile;

void ff_fit_profile_init(ff_fit_profile *profile);

/* The numbers of one message by field number, scaled; arrays give their first element. value[n]
 * means nothing unless n is present. */
typedef struct ff_fit_values {
    uint64_t present[4];
    double value[256];
} ff_fit_values;

static inline bool ff_fit_has(const ff_fit_values *values, uint8_t field) {
    return (values->present[field >> 6] >> (field & 63u) & 1u) != 0;
}

/* The value, or otherwise when it is not there. */
static inline double ff_fit_get(const ff_fit_values *values, uint8_t field, double otherwise) {
    return ff_fit_has(values, field) ? values->value[field] : otherwise;
}

/* Scales the known fields of a message and expands its components, nested ones too; a field that
 * stands in the message itself wins over an expanded one. Field 253 is filled in for a
 * compressed-timestamp header. False, and no values, for a message that footfall does not know. */
bool ff_fit_decode(ff_fit_profile *profile, const ff_fit_message *message, ff_fit_values *values);

/* Whether a message of this one's shape may ever give that field a value: false is certain. To be
 * asked after ff_fit_decode of the message. */
bool ff_fit_may_have(const ff_fit_profile *profile, const ff_fit_message *message, uint8_t field);

/* Another meaning that a field takes by the value of a reference field. */
typedef struct ff_fit_subfield {
    uint16_t message;
    uint8_t field;
    uint8_t reference;
    uint16_t reference_value;
    const char *name;
    double scale;
    double offset;
} ff_fit_subfield;

/* The first subfield, in the profile's order, whose reference field holds its raw value in this
 * message; NULL when the main meaning holds. */
const ff_fit_subfield *ff_fit_subfield_of(uint16_t message, uint8_t field,
                                          const ff_fit_values *values);

/* Values of enumerations that decide something. */
enum {
    FF_FIT_FILE_ACTIVITY = 4,
    FF_FIT_SPORT_GENERIC = 0,
    FF_FIT_SPORT_RUNNING = 1,
    FF_FIT_SPORT_TRANSITION = 3,
    FF_FIT_SPORT_WALKING = 11,
    FF_FIT_EVENT_TIMER = 0,
    FF_FIT_EVENT_USER_MARKER = 32,
    FF_FIT_TIMER_BY_ITSELF = 1,
    FF_FIT_EVENT_START = 0,
    FF_FIT_EVENT_STOP = 1,
    FF_FIT_EVENT_STOP_ALL = 4,
    FF_FIT_EVENT_STOP_DISABLE = 8,
    FF_FIT_EVENT_STOP_DISABLE_ALL = 9,
    FF_FIT_MAKER_GARMIN = 1,
    FF_FIT_MAKER_DYNASTREAM = 15,
    FF_FIT_MAKER_STRYD = 95
};

/* Names, as the profile has them, or NULL when the number is not in our tables. */
const char *ff_fit_sport_name(uint32_t sport);         /* "running" */
const char *ff_fit_sub_sport_name(uint32_t sub_sport); /* "treadmill" */
const char *ff_fit_maker_name(uint32_t maker);         /* "garmin" */

/* The watch as its maker sells it ("Forerunner 945"), or NULL when not in our table. */
const char *ff_fit_product_name(uint32_t maker, uint32_t product);

/* Back from these names to numbers, UINT32_MAX when not in our tables; where several numbers share
 * a name, the first. */
uint32_t ff_fit_sub_sport_number(const char *name);
uint32_t ff_fit_maker_number(const char *name);
uint32_t ff_fit_product_number(uint32_t maker, const char *name);

/* Plain words: "a bicycle ride" for a sport, "watch settings" for a file type. Never NULL. */
const char *ff_fit_sport_words(uint32_t sport);
const char *ff_fit_file_words(uint32_t type);

#endif
