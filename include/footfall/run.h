/* A run: what one recording says.
 *
 * SI units, and the unit stands in the name. A figure that the recording does not hold is NAN
 * (numbers), NULL (texts) or -1 (whole numbers where 0 means something). All memory of a run
 * belongs to the arena it was read into or to the object that handed it out.
 */
#ifndef FOOTFALL_RUN_H
#define FOOTFALL_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The columns of a series: identifier, name as stored and printed, unit, meaning.
 * The order is free to change: what is stored goes by name. */
#define FF_CHANNEL_LIST(X)                                                                         \
    X(FF_SPEED, "speed_mps", "m/s", "speed over ground")                                           \
    X(FF_DISTANCE, "distance_m", "m", "distance since the start")                                  \
    X(FF_CADENCE, "cadence_spm", "steps/min", "step rate, both feet")                              \
    X(FF_STANCE_TIME, "stance_time_ms", "ms", "time a foot stays on the ground, mean of both")     \
    X(FF_STANCE_TIME_PERCENT, "stance_time_percent", "%", "stance time as a share of the stride")  \
    X(FF_VERTICAL_OSCILLATION, "vertical_oscillation_mm", "mm", "rise and fall of the trunk")      \
    X(FF_STEP_LENGTH, "step_length_mm", "mm", "length of one step")                                \
    X(FF_BALANCE_LEFT, "balance_left_percent", "%", "the left foot's share of the stance time")    \
    X(FF_VERTICAL_RATIO, "vertical_ratio_percent", "%", "vertical oscillation over step length")   \
    X(FF_POWER, "power_w", "W", "running power, by the maker's own model")                         \
    X(FF_HEART_RATE, "heart_rate_bpm", "1/min", "heart rate")                                      \
    X(FF_ALTITUDE, "altitude_m", "m", "height above sea level")                                    \
    X(FF_TEMPERATURE, "temperature_c", "degC", "temperature at the device, warm on the wrist")     \
    X(FF_LATITUDE, "latitude_deg", "deg", "north positive, WGS 84")                                \
    X(FF_LONGITUDE, "longitude_deg", "deg", "east positive, WGS 84")                               \
    X(FF_POD_POWER, "pod_power_w", "W", "power by a foot pod")                                     \
    X(FF_POD_CADENCE, "pod_cadence_spm", "steps/min", "step rate by a foot pod, both feet")        \
    X(FF_POD_STANCE_TIME, "pod_stance_time_ms", "ms", "stance time by a foot pod")                 \
    X(FF_POD_VERTICAL_OSCILLATION, "pod_vertical_oscillation_mm", "mm", "vertical oscillation by a foot pod") \
    X(FF_FORM_POWER, "form_power_w", "W", "power spent on going up and down (Stryd)")              \
    X(FF_LEG_STIFFNESS, "leg_spring_stiffness_kn_per_m", "kN/m", "leg spring stiffness (Stryd)")   \
    X(FF_AIR_POWER, "air_power_w", "W", "power against the air (Stryd)")                           \
    X(FF_STANCE_TIME_L, "stance_time_left_ms", "ms", "stance time, left foot (RunScribe)")         \
    X(FF_STANCE_TIME_R, "stance_time_right_ms", "ms", "stance time, right foot (RunScribe)")       \
    X(FF_IMPACT_L, "impact_left_g", "g", "impact, left foot (RunScribe)")                          \
    X(FF_IMPACT_R, "impact_right_g", "g", "impact, right foot (RunScribe)")                        \
    X(FF_BRAKING_L, "braking_left_g", "g", "braking, left foot (RunScribe)")                       \
    X(FF_BRAKING_R, "braking_right_g", "g", "braking, right foot (RunScribe)")                     \
    X(FF_FOOT_STRIKE_L, "foot_strike_left", "", "foot strike type, left foot (RunScribe scale)")   \
    X(FF_FOOT_STRIKE_R, "foot_strike_right", "", "foot strike type, right foot (RunScribe scale)") \
    X(FF_PRONATION_L, "pronation_left_deg", "deg", "pronation excursion, left foot (RunScribe)")   \
    X(FF_PRONATION_R, "pronation_right_deg", "deg", "pronation excursion, right foot (RunScribe)") \
    X(FF_RESPIRATION, "respiration_per_min", "1/min", "breaths a minute")                          \
    X(FF_CORE_TEMPERATURE, "core_temperature_c", "degC", "temperature within the body, as a sensor reckons it") \
    X(FF_SKIN_TEMPERATURE, "skin_temperature_c", "degC", "temperature of the skin, by a sensor")   \
    X(FF_MUSCLE_OXYGEN, "muscle_oxygen_percent", "%", "oxygen in the blood of the muscle under a sensor") \
    X(FF_MUSCLE_HEMOGLOBIN, "muscle_hemoglobin_g_per_dl", "g/dL", "hemoglobin in the muscle under a sensor") \
    X(FF_GRADE, "grade_percent", "%", "slope of the way or the treadmill, as recorded")

#define FF_CHANNEL_ENUM(id, name, unit, meaning) id,
typedef enum ff_channel { FF_CHANNEL_LIST(FF_CHANNEL_ENUM) FF_CHANNEL_COUNT } ff_channel;
#undef FF_CHANNEL_ENUM

const char *ff_channel_name(ff_channel channel); /* "speed_mps"; NULL when out of range */
const char *ff_channel_unit(ff_channel channel);
const char *ff_channel_meaning(ff_channel channel);
int ff_channel_of_name(const char *name); /* the channel, or -1 */

/* Columns over time. Rows stand in the order of the recording; time may repeat where the device
 * repeated it. A column the recording lacks is NULL; a value it lacks is NAN. */
typedef struct ff_series {
    size_t rows;
    double *time_s; /* since the start of the run, pauses included */
    double *column[FF_CHANNEL_COUNT];
} ff_series;

typedef enum ff_sport {
    FF_SPORT_UNKNOWN,
    FF_SPORT_RUNNING,
    FF_SPORT_WALKING,
    FF_SPORT_OTHER
} ff_sport;

const char *ff_sport_name(ff_sport sport); /* "running", "walking", "other", "unknown" */

typedef enum ff_lap_trigger {
    FF_LAP_UNKNOWN,
    FF_LAP_MANUAL, /* pressed by hand: may mark where numbness began */
    FF_LAP_TIME,
    FF_LAP_DISTANCE,
    FF_LAP_POSITION,
    FF_LAP_SESSION_END,
    FF_LAP_OTHER
} ff_lap_trigger;

const char *ff_lap_trigger_name(ff_lap_trigger trigger);

typedef struct ff_lap {
    double start_s;    /* since the start of the run, pauses included */
    double end_s;      /* likewise */
    double timer_s;    /* running time in the lap, pauses left out */
    double distance_m; /* in the lap */
    ff_lap_trigger trigger; /* what ended it; the end of the run is session_end even where the
                               stop button was pressed, so manual is a mark within the run */
} ff_lap;

typedef struct ff_pause {
    double start_s; /* since the start of the run */
    double end_s;
} ff_pause;

typedef struct ff_device {
    const char *maker;    /* "garmin"; a number in text where the name is not known */
    const char *product;  /* likewise, or the product's own name */
    const char *serial;
    const char *software;
} ff_device;

/* Whole-run figures: as the device's own session says, else worked out from the series. */
typedef struct ff_run_figures {
    double duration_s;  /* running time by the watch's timer, pauses left out */
    double elapsed_s;   /* from start to end, pauses included */
    double moving_s;
    double distance_m;
    double ascent_m;
    double descent_m;
    double speed_mps;
    double cadence_spm;
    double stance_time_ms;
    double vertical_oscillation_mm;
    double step_length_mm;
    double balance_left_percent;
    double vertical_ratio_percent;
    double power_w;
    double heart_rate_bpm;
    double temperature_c;         /* at the device, warm on the wrist */
    double outdoor_temperature_c; /* of the air, by a weather report */
    double steps;                 /* both feet, in the whole run */
    double effort;      /* 0-10, what the runner told the watch */
    double feel;        /* 0-100, likewise */
} ff_run_figures;

typedef struct ff_run {
    int64_t id;            /* in the journal; 0 when not stored */
    int64_t start_s;       /* seconds since 1970-01-01T00:00:00Z */
    int32_t utc_offset_s;  /* local time minus UTC */
    bool utc_offset_known;
    ff_sport sport;
    const char *sport_detail; /* "running/treadmill" as the recording has it; may be NULL */
    ff_run_figures figures;
    ff_device device;
    ff_lap *laps;
    size_t lap_count;
    ff_pause *pauses;
    size_t pause_count;
    ff_series series;
    const char **notes; /* what was odd about the recording, in plain words */
    size_t note_count;
    const char *source; /* file it came from */
    const char *format; /* "FIT", "TCX", "GPX", "Apple Health", "Strava list", "Garmin list" */
    const char *title;   /* what the runner or the app called it */
    const char *comment; /* what the runner wrote about it */
    const char *shoe;    /* the shoe's name in the export it came from */
} ff_run;

typedef struct ff_run_list {
    ff_run *items;
    size_t count;
} ff_run_list;

/* Sets every figure to absent. */
void ff_run_init(ff_run *run);

/* Its start in seconds of local time since 1970; of UTC where the offset is not known. */
int64_t ff_run_local_start_s(const ff_run *run);

/* Running time on the watch's timer (pauses left out) at elapsed_s after the start, and back.
 * Clamped to the run; NAN in gives NAN. */
double ff_run_timer_at(const ff_run *run, double elapsed_s);
double ff_run_elapsed_at(const ff_run *run, double timer_s);

/* Distance at a running time, by interpolation between the rows that hold a distance; NAN when
 * the run has none. And the running time at which a distance was reached, NAN when never. */
double ff_run_distance_at(const ff_run *run, double timer_s);
double ff_run_timer_at_distance(const ff_run *run, double distance_m);

#ifdef __cplusplus
}
#endif

#endif
