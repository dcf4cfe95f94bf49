#include "files/fit_gear.h"

#include "base/number.h"
#include "files/run_figures.h"
#include "files/run_mend.h"

#include <math.h>
#include <string.h>

#define NO_NUMBER UINT32_MAX

/* A weather report from further away in time says nothing of the run. */
#define REPORT_HOLDS_S (3 * 3600.0)

/* Numbers of the profile: how a sensor is connected, and what it is in each of these ways. */
enum { SOURCE_ANTPLUS = 1, SOURCE_BLE = 3 };
enum { ANTPLUS_HEART_RATE = 120, ANTPLUS_FOOT_POD = 124, ANTPLUS_MUSCLE_OXYGEN = 31 };
enum { ANTPLUS_ENVIRONMENT = 25 };
enum { BLE_HEART_RATE = 1, BLE_FOOT_POD = 6 };
enum { LAST_OF_LEFT_LEG = 5, LAST_OF_RIGHT_LEG = 11 }; /* places on the body begin with the legs */
enum { BATTERY_LOW = 4, BATTERY_CRITICAL = 5 };
enum { REPORT_CURRENT = 0 };
enum { SPLIT_WALK = 18, SPLIT_STAND = 22 };
enum { PRODUCT_DYNAMICS_POD = 2593 };

/* A battery of a few per cent may be gone before the run is. */
#define BATTERY_LOW_PERCENT 10

void ff_fit_gear_init(ff_fit_gear *gear) {
    /* The lists are filled before they are read. */
    gear->sensor_count = gear->report_count = gear->split_count = 0;
    gear->too_many_splits = false;
    gear->workout[0] = '\0';
}

static uint32_t whole(const ff_fit_values *values, uint8_t field) {
    double value = ff_fit_get(values, field, -1);
    return value >= 0 && value < NO_NUMBER ? (uint32_t)value : NO_NUMBER;
}

/* Sensors */

static int antplus_kind(uint32_t type) {
    switch (type) {
    case ANTPLUS_HEART_RATE:
        return FF_FIT_HEART_STRAP;
    case ANTPLUS_FOOT_POD:
        return FF_FIT_FOOT_POD;
    case ANTPLUS_MUSCLE_OXYGEN:
        return FF_FIT_MUSCLE_SENSOR;
    case ANTPLUS_ENVIRONMENT:
        return FF_FIT_THERMOMETER;
    default:
        return -1;
    }
}

/* What kind of sensor the message tells of; -1 for the watch itself and what no runner wears. */
static int kind_of(const ff_fit_values *values) {
    uint32_t type = whole(values, FF_FIT_DEVICE_INFO_DEVICE_TYPE);
    uint32_t maker = whole(values, FF_FIT_DEVICE_INFO_MANUFACTURER);
    if (maker == FF_FIT_MAKER_GARMIN &&
        whole(values, FF_FIT_DEVICE_INFO_PRODUCT) == PRODUCT_DYNAMICS_POD) {
        return FF_FIT_DYNAMICS_POD;
    }
    switch (whole(values, FF_FIT_DEVICE_INFO_SOURCE_TYPE)) {
    case SOURCE_BLE:
        return type == BLE_HEART_RATE ? FF_FIT_HEART_STRAP
               : type == BLE_FOOT_POD ? FF_FIT_FOOT_POD
                                      : -1;
    case SOURCE_ANTPLUS:
    case NO_NUMBER: /* older watches know ANT+ only */
        return antplus_kind(type);
    default:
        return -1;
    }
}

static ff_fit_sensor *sensor_at(ff_fit_gear *gear, uint8_t index) {
    for (size_t i = 0; i < gear->sensor_count; i++) {
        if (gear->sensor[i].index == index) {
            return &gear->sensor[i];
        }
    }
    if (gear->sensor_count == FF_FIT_MOST_SENSORS) {
        return NULL;
    }
    ff_fit_sensor *made = &gear->sensor[gear->sensor_count++];
    *made = (ff_fit_sensor){.index = index, .maker = NO_NUMBER, .product = NO_NUMBER};
    return made;
}

static void take_sensor(ff_fit_gear *gear, const ff_fit_message *message,
                        const ff_fit_values *values) {
    uint32_t index = whole(values, FF_FIT_DEVICE_INFO_DEVICE_INDEX);
    int kind = kind_of(values);
    if (index == 0 || index > 254 || kind < 0) {
        return;
    }
    ff_fit_sensor *sensor = sensor_at(gear, (uint8_t)index);
    if (sensor == NULL) {
        return;
    }
    sensor->kind = (ff_fit_sensor_kind)kind;
    uint32_t maker = whole(values, FF_FIT_DEVICE_INFO_MANUFACTURER);
    uint32_t product = whole(values, FF_FIT_DEVICE_INFO_PRODUCT);
    sensor->maker = maker != NO_NUMBER && maker != 0 ? maker : sensor->maker;
    sensor->product = product != NO_NUMBER && product != 0 ? product : sensor->product;
    uint32_t battery = whole(values, FF_FIT_DEVICE_INFO_BATTERY_STATUS);
    sensor->battery_low |= battery == BATTERY_LOW || battery == BATTERY_CRITICAL ||
                           whole(values, FF_FIT_DEVICE_INFO_BATTERY_LEVEL) <= BATTERY_LOW_PERCENT;
    uint32_t place = whole(values, FF_FIT_DEVICE_INFO_SENSOR_POSITION);
    bool on_leg = kind == FF_FIT_FOOT_POD || kind == FF_FIT_MUSCLE_SENSOR;
    sensor->side = !on_leg                      ? FF_FIT_NO_SIDE
                   : place <= LAST_OF_LEFT_LEG  ? FF_FIT_LEFT_LEG
                   : place <= LAST_OF_RIGHT_LEG ? FF_FIT_RIGHT_LEG
                                                : sensor->side;
    ff_fit_take_text(message, FF_FIT_DEVICE_INFO_PRODUCT_NAME, sensor->name, sizeof sensor->name);
    ff_fit_take_text(message, FF_FIT_DEVICE_INFO_DESCRIPTOR, sensor->name, sizeof sensor->name);
}

/* "HRM-Pro", "stryd": as the maker sells it, else by the name it gave itself, else the maker. */
static const char *name_of(const ff_fit_sensor *sensor) {
    const char *product = ff_fit_product_name(sensor->maker, sensor->product);
    if (product != NULL) {
        return product;
    }
    return sensor->name[0] != '\0' ? sensor->name : ff_fit_maker_name(sensor->maker);
}

static const char *words_of(ff_arena *arena, const ff_fit_sensor *sensor) {
    static const char *const kinds[] = {"a heart-rate strap", "a foot pod",
                                        "a running dynamics pod on the waistband",
                                        "a sensor of oxygen in the muscle", "a thermometer"};
    static const char *const sides[] = {"", " on the left leg", " on the right leg"};
    const char *name = name_of(sensor), *kind = kinds[sensor->kind];
    bool says_more = name != NULL && strcmp(name, "foot pod") != 0;
    const char *words = says_more ? ff_arena_printf(arena, "%s (%s)", kind, name) : kind;
    if (sensor->side != FF_FIT_NO_SIDE) {
        words = ff_arena_printf(arena, "%s%s", words, sides[sensor->side]);
    }
    return sensor->battery_low ? ff_arena_printf(arena, "%s whose battery was low", words) : words;
}

/* One thing that shows up twice: on two frequencies, or as strap and foot pod at once. */
static bool told_before(const ff_fit_gear *gear, size_t place) {
    const ff_fit_sensor *sensor = &gear->sensor[place];
    for (size_t i = 0; i < place; i++) {
        const ff_fit_sensor *other = &gear->sensor[i];
        bool same = other->maker == sensor->maker && other->product == sensor->product;
        same = same && other->side == sensor->side; /* a pod on each foot */
        bool one = same && sensor->product != NO_NUMBER && strcmp(other->name, sensor->name) == 0;
        if (one || (same && other->kind == sensor->kind)) {
            return true;
        }
    }
    return false;
}

static void tell_sensors(const ff_fit_gear *gear, ff_arena *arena, ff_run *run) {
    const char *list = NULL, *last = NULL;
    for (size_t i = 0; i < gear->sensor_count; i++) {
        if (!told_before(gear, i)) {
            list = list != NULL ? ff_arena_printf(arena, "%s, %s", list, last) : last;
            last = words_of(arena, &gear->sensor[i]);
        }
    }
    if (list != NULL) {
        ff_run_note(arena, run,
                    ff_arena_printf(arena, "Worn with the watch: %s and %s.", list, last));
    } else if (last != NULL) {
        ff_run_note(arena, run, ff_arena_printf(arena, "Worn with the watch: %s.", last));
    }
}

/* The straps that measure how the trunk moves, and with it stance time and balance. */
static bool measures_running(const ff_fit_sensor *sensor) {
    static const uint32_t straps[] = {8, 12, 13, 22, 1743, 1752, 2327, 3300, 4130, 4446};
    if (sensor->kind == FF_FIT_DYNAMICS_POD) {
        return true;
    }
    for (size_t i = 0; i < sizeof straps / sizeof straps[0]; i++) {
        if (sensor->kind == FF_FIT_HEART_STRAP && sensor->maker == FF_FIT_MAKER_GARMIN &&
            sensor->product == straps[i]) {
            return true;
        }
    }
    return false;
}

/* Which sensor the left foot's share comes from: from the chest, a twist of the trunk shows in it
 * as well as the feet. */
static void tell_balance(const ff_fit_gear *gear, ff_arena *arena, ff_run *run) {
    const ff_fit_sensor *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < gear->sensor_count; i++) {
        if (measures_running(&gear->sensor[i]) && !told_before(gear, i)) {
            found = &gear->sensor[i];
            count++;
        }
    }
    if (count == 1 && run->series.column[FF_BALANCE_LEFT] != NULL) {
        ff_run_note(arena, run,
                    ff_arena_printf(arena, "The balance of left and right comes from %s.",
                                    words_of(arena, found)));
    }
}

/* Weather */

static void take_weather(ff_fit_gear *gear, const ff_fit_values *values) {
    double time = ff_fit_get(values, FF_FIT_WEATHER_TIMESTAMP, NAN);
    double temperature = ff_fit_get(values, FF_FIT_WEATHER_TEMPERATURE, NAN);
    if (ff_fit_get(values, FF_FIT_WEATHER_REPORT, REPORT_CURRENT) == REPORT_CURRENT &&
        time >= FF_FIT_FIRST_ABSOLUTE_TIME && temperature >= -60 && temperature <= 60 &&
        gear->report_count < FF_FIT_MOST_REPORTS) {
        gear->report[gear->report_count++] = (ff_fit_weather){
            .time = time,
            .temperature_c = temperature,
            .humidity_percent =
                ff_if_between(ff_fit_get(values, FF_FIT_WEATHER_RELATIVE_HUMIDITY, NAN), 0, 100),
            .feels_like_c = ff_if_between(
                ff_fit_get(values, FF_FIT_WEATHER_TEMPERATURE_FEELS_LIKE, NAN), -80, 70),
            .wind_mps = ff_if_between(ff_fit_get(values, FF_FIT_WEATHER_WIND_SPEED, NAN), 0, 60),
            .condition = whole(values, FF_FIT_WEATHER_CONDITION)};
    }
}

/* Words for the profile's numbers; NULL where it has none that say something. */
static const char *condition_words(uint32_t condition) {
    static const char *const words[] = {"clear",
                                        "partly cloudy",
                                        "mostly cloudy",
                                        "rain",
                                        "snow",
                                        "windy",
                                        "thunderstorms",
                                        "rain and snow",
                                        "fog",
                                        NULL,
                                        NULL,
                                        "haze",
                                        "hail",
                                        "scattered showers",
                                        "scattered thunderstorms",
                                        "rain or snow",
                                        "light rain",
                                        "heavy rain",
                                        "light snow",
                                        "heavy snow",
                                        "light rain and snow",
                                        "heavy rain and snow",
                                        "cloudy"};
    return condition < sizeof words / sizeof words[0] ? words[condition] : NULL;
}

/* " (rain, felt like 3 degrees, wind 5 m/s)", or nothing. */
static const char *more_weather(const ff_fit_weather *report, ff_arena *arena) {
    const char *condition = condition_words(report->condition), *list = NULL;
    if (condition != NULL) {
        list = condition;
    }
    if (!isnan(report->feels_like_c)) {
        list = ff_arena_printf(arena,
                               "%s%sfelt like %.0f \xC2\xB0"
                               "C",
                               list != NULL ? list : "", list != NULL ? ", " : "",
                               report->feels_like_c);
    }
    if (!isnan(report->wind_mps)) {
        list = ff_arena_printf(arena, "%s%swind %.0f m/s", list != NULL ? list : "",
                               list != NULL ? ", " : "", report->wind_mps);
    }
    return list != NULL ? ff_arena_printf(arena, " (%s)", list) : "";
}

static bool wears_thermometer(const ff_fit_gear *gear) {
    for (size_t i = 0; i < gear->sensor_count; i++) {
        if (gear->sensor[i].kind == FF_FIT_THERMOMETER) {
            return true;
        }
    }
    return false;
}

/* Of all reports the one nearest to the middle of the run. */
static void tell_weather(const ff_fit_gear *gear, double from, double to, ff_arena *arena,
                         ff_run *run) {
    const ff_fit_weather *nearest = NULL;
    double middle = (from + to) / 2;
    for (size_t i = 0; i < gear->report_count; i++) {
        const ff_fit_weather *report = &gear->report[i];
        bool near = report->time >= from - REPORT_HOLDS_S && report->time <= to + REPORT_HOLDS_S;
        if (near &&
            (nearest == NULL || fabs(report->time - middle) < fabs(nearest->time - middle))) {
            nearest = report;
        }
    }
    if (nearest == NULL) {
        return;
    }
    run->figures.outdoor_temperature_c = nearest->temperature_c;
    const char *humidity =
        isnan(nearest->humidity_percent)
            ? ""
            : ff_arena_printf(arena, " and %.0f %% humidity", nearest->humidity_percent);
    ff_run_note(arena, run,
                ff_arena_printf(arena,
                                "The weather report on the watch said %.0f \xC2\xB0"
                                "C%s%s%s.",
                                nearest->temperature_c, humidity, more_weather(nearest, arena),
                                wears_thermometer(gear)
                                    ? ""
                                    : "; the watch's own thermometer is warmed by the arm"));
}

/* Splits and the workout */

static void take_split(ff_fit_gear *gear, const ff_fit_values *values) {
    ff_fit_split split = {.start = ff_fit_get(values, FF_FIT_SPLIT_START_TIME, NAN),
                          .timer = ff_fit_get(values, FF_FIT_SPLIT_TOTAL_TIMER_TIME, NAN),
                          .type = whole(values, FF_FIT_SPLIT_TYPE)};
    if ((split.type != SPLIT_WALK && split.type != SPLIT_STAND) || !(split.timer > 0)) {
        return;
    }
    gear->too_many_splits |= gear->split_count == FF_FIT_MOST_SPLITS;
    if (!gear->too_many_splits) {
        gear->split[gear->split_count++] = split;
    }
}

static void tell_splits(const ff_fit_gear *gear, double from, double to, ff_arena *arena,
                        ff_run *run) {
    double walked = 0, stood = 0;
    for (size_t i = 0; i < gear->split_count && !gear->too_many_splits; i++) {
        const ff_fit_split *split = &gear->split[i];
        if (split->start >= from - 1 && split->start <= to) {
            *(split->type == SPLIT_WALK ? &walked : &stood) += split->timer;
        }
    }
    if (walked + stood > 0 && walked + stood <= run->figures.elapsed_s) {
        ff_run_note(arena, run,
                    ff_arena_printf(arena,
                                    "The watch took %.0f s of the run for walking and %.0f s for "
                                    "standing.",
                                    walked, stood));
    }
}

void ff_fit_gear_take(ff_fit_gear *gear, const ff_fit_message *message,
                      const ff_fit_values *values) {
    switch (message->number) {
    case FF_FIT_DEVICE_INFO:
        take_sensor(gear, message, values);
        break;
    case FF_FIT_WEATHER:
        take_weather(gear, values);
        break;
    case FF_FIT_SPLIT:
        take_split(gear, values);
        break;
    case FF_FIT_WORKOUT:
        ff_fit_take_text(message, FF_FIT_WORKOUT_NAME, gear->workout, sizeof gear->workout);
        break;
    default:
        break;
    }
}

void ff_fit_gear_tell(const ff_fit_gear *gear, double from, double to, ff_arena *arena,
                      ff_run *run) {
    tell_sensors(gear, arena, run);
    tell_balance(gear, arena, run);
    tell_weather(gear, from, to, arena, run);
    tell_splits(gear, from, to, arena, run);
    if (gear->workout[0] != '\0') {
        ff_run_note(
            arena, run,
            ff_arena_printf(arena, "The watch led through the workout \"%s\".", gear->workout));
    }
}
