#include "files/fit_activity.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

#define FIRST_ROWS      1024u
#define FIRST_ROWS_MOST 32768u

void ff_fit_activity_init(ff_fit_activity *activity, const ff_allocator *allocator) {
    /* Not the whole of it: plans are large, and each is filled before it is used. */
    memset(activity, 0, offsetof(ff_fit_activity, plan));
    for (size_t i = 0; i < sizeof activity->plan / sizeof activity->plan[0]; i++) {
        activity->plan[i].shape = 0;
    }
    ff_fit_gear_init(&activity->gear);
    activity->allocator = allocator;
    ff_fit_profile_init(&activity->profile);
    activity->file_type = FF_FIT_NO_NUMBER;
    activity->sport = FF_FIT_NO_NUMBER;
    activity->sub_sport = FF_FIT_NO_NUMBER;
    activity->created = NAN;
    activity->local_offset = NAN;
    activity->creator = (ff_fit_creator){.maker = FF_FIT_NO_NUMBER,
                                         .product = FF_FIT_NO_NUMBER,
                                         .serial = FF_FIT_NO_NUMBER,
                                         .software = NAN};
}

void ff_fit_activity_free(ff_fit_activity *activity) {
    const ff_allocator *allocator = activity->allocator;
    allocator->release(allocator->user, activity->time);
    for (size_t i = 0; i < FF_CHANNEL_COUNT; i++) {
        allocator->release(allocator->user, activity->column[i]);
    }
    allocator->release(allocator->user, activity->sessions);
    allocator->release(allocator->user, activity->laps);
    allocator->release(allocator->user, activity->events);
    allocator->release(allocator->user, activity->marks);
    ff_fit_activity_init(activity, allocator);
}

static ff_code out_of_memory(ff_error *error) {
    return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory for the recording");
}

static ff_code too_many(ff_error *error, size_t most, const char *what) {
    return ff_fail(error, FF_ERR_LIMIT, NULL, FF_NO_OFFSET,
                   "holds more than %zu %s in one recording", most, what);
}

static void *resize(const ff_allocator *allocator, void *block, size_t old_size, size_t size) {
    return block == NULL ? allocator->allocate(allocator->user, size)
                         : allocator->resize(allocator->user, block, old_size, size);
}

/* A growing list: its items, and how many it may have. */
typedef struct {
    void *items;
    size_t count, *capacity, most, size;
    const char *what;
} growing;

/* Room for one more item; the list may move. */
static ff_code make_room(const ff_allocator *allocator, growing *list, ff_error *error) {
    if (list->count < *list->capacity) {
        return FF_OK;
    }
    if (list->count >= list->most) {
        return too_many(error, list->most, list->what);
    }
    size_t wanted = *list->capacity > 0 ? *list->capacity * 2 : 16;
    void *moved = resize(allocator, list->items, *list->capacity * list->size, wanted * list->size);
    if (moved == NULL) {
        return out_of_memory(error);
    }
    list->items = moved;
    *list->capacity = wanted;
    return FF_OK;
}

static ff_code grow_column(ff_fit_activity *activity, double **column, size_t capacity,
                           ff_error *error) {
    const ff_allocator *allocator = activity->allocator;
    double *moved = resize(allocator, *column, activity->capacity * sizeof **column,
                           capacity * sizeof **column);
    if (moved == NULL) {
        return out_of_memory(error);
    }
    *column = moved;
    return FF_OK;
}

/* Growing costs more than room that is never touched. */
static size_t first_capacity(const ff_fit_activity *activity) {
    size_t expected = activity->expected_rows;
    return expected < FIRST_ROWS        ? FIRST_ROWS
           : expected > FIRST_ROWS_MOST ? FIRST_ROWS_MOST
                                        : expected;
}

static ff_code grow_rows(ff_fit_activity *activity, ff_error *error) {
    if (activity->rows >= FF_FIT_MOST_ROWS) {
        return too_many(error, FF_FIT_MOST_ROWS, "rows");
    }
    size_t capacity = activity->capacity > 0 ? activity->capacity * 2 : first_capacity(activity);
    ff_code code = grow_column(activity, &activity->time, capacity, error);
    for (size_t i = 0; code == FF_OK && i < FF_CHANNEL_COUNT; i++) {
        if (activity->column[i] != NULL) {
            code = grow_column(activity, &activity->column[i], capacity, error);
        }
    }
    if (code == FF_OK) {
        activity->capacity = capacity;
    }
    return code;
}

/* Numbers of a message */

static uint32_t whole(const ff_fit_values *values, uint8_t field) {
    double value = ff_fit_get(values, field, -1);
    return value >= 0 && value < FF_FIT_NO_NUMBER ? (uint32_t)value : FF_FIT_NO_NUMBER;
}

/* A moment or an absolute one only: the relative time of a session names no moment. Times beyond
 * 32 bits (a hostile file may write them as other types) are none. */
static double moment(const ff_fit_values *values, uint8_t field) {
    double raw = ff_fit_get(values, field, NAN);
    return raw >= 0 && raw < FF_FIT_NO_TIME ? raw : NAN;
}

static double absolute(const ff_fit_values *values, uint8_t field) {
    double raw = moment(values, field);
    return raw >= FF_FIT_FIRST_ABSOLUTE_TIME ? raw : NAN;
}

static double lasting(const ff_fit_values *values, uint8_t field) {
    double seconds = ff_fit_get(values, field, NAN);
    return seconds >= 0 && seconds <= FF_FIT_LONGEST_S ? seconds : NAN;
}

/* The clock */

static double corrected(const ff_fit_activity *activity, double raw) {
    return raw + activity->clock.shift;
}

static double row_time(ff_fit_activity *activity, double raw) {
    if (raw < FF_FIT_FIRST_ABSOLUTE_TIME) {
        activity->odd.relative = true;
    }
    return ff_clock_time(&activity->clock, raw);
}

/* Records */

/* NAN for the rows from the last one written up to an end. */
static void fill_up(ff_fit_activity *activity, size_t channel, size_t end) {
    double *column = activity->column[channel];
    for (size_t i = activity->filled[channel]; i < end; i++) {
        column[i] = NAN;
    }
    activity->filled[channel] = end;
}

static ff_code begin_column(ff_fit_activity *activity, size_t channel, ff_error *error) {
    activity->filled[channel] = 0;
    return grow_column(activity, &activity->column[channel], activity->capacity, error);
}

static inline ff_code put(ff_fit_activity *activity, size_t channel, double value,
                          ff_error *error) {
    if (activity->column[channel] == NULL) {
        ff_code code = begin_column(activity, channel, error);
        if (code != FF_OK) {
            return code;
        }
    }
    if (activity->filled[channel] < activity->rows) {
        fill_up(activity, channel, activity->rows);
    }
    activity->column[channel][activity->rows] = value;
    activity->filled[channel] = activity->rows + 1;
    activity->row_says = true;
    return FF_OK;
}

static bool row_has(const ff_fit_activity *activity, size_t channel) {
    return activity->column[channel] != NULL && activity->filled[channel] > activity->rows;
}

/* The row is not kept: what was put into it is no row's. */
static void drop_row(ff_fit_activity *activity) {
    for (size_t i = 0; i < FF_CHANNEL_COUNT; i++) {
        if (activity->filled[i] > activity->rows) {
            activity->filled[i] = activity->rows;
        }
    }
}

void ff_fit_activity_finish(ff_fit_activity *activity) {
    for (size_t i = 0; i < FF_CHANNEL_COUNT; i++) {
        if (activity->column[i] != NULL) {
            fill_up(activity, i, activity->rows);
        }
    }
}

/* Position only when both halves are there: half a position is none. */
static ff_code put_position(ff_fit_activity *activity, ff_error *error) {
    const ff_fit_values *values = &activity->values;
    double latitude = ff_fit_get(values, FF_FIT_RECORD_POSITION_LATITUDE, NAN);
    double longitude = ff_fit_get(values, FF_FIT_RECORD_POSITION_LONGITUDE, NAN);
    bool none = isnan(latitude) || isnan(longitude) || (latitude == 0 && longitude == 0);
    if (none || ff_fit_get(values, FF_FIT_RECORD_GPS_ACCURACY, 0) > FF_FIT_WORST_ACCURACY_M) {
        activity->odd.vague_positions += !none;
        return FF_OK;
    }
    ff_code code = put(activity, FF_LATITUDE, latitude * FF_FIT_DEGREES_PER_SEMICIRCLE, error);
    return code != FF_OK
               ? code
               : put(activity, FF_LONGITUDE, longitude * FF_FIT_DEGREES_PER_SEMICIRCLE, error);
}

static ff_code put_cadence(ff_fit_activity *activity, ff_error *error) {
    const ff_fit_values *values = &activity->values;
    double cadence = ff_fit_get(values, FF_FIT_RECORD_CADENCE, NAN);
    if (!isnan(cadence)) {
        cadence += ff_fit_get(values, FF_FIT_RECORD_FRACTIONAL_CADENCE, 0);
    } else {
        cadence = ff_fit_get(values, FF_FIT_RECORD_CADENCE256, NAN);
    }
    return isnan(cadence) ? FF_OK : put(activity, FF_CADENCE, cadence, error);
}

/* Looking fields up takes long, so what was found is kept as long as the shape lasts. */
static void plan_row(const ff_fit_profile *profile, const ff_fit_message *message,
                     ff_fit_row_plan *plan) {
    static const uint8_t fields[] = {
        FF_FIT_RECORD_ENHANCED_SPEED,
        FF_FIT_RECORD_DISTANCE,
        FF_FIT_RECORD_STANCE_TIME,
        FF_FIT_RECORD_STANCE_TIME_PERCENT,
        FF_FIT_RECORD_STEP_LENGTH,
        FF_FIT_RECORD_VERTICAL_OSCILLATION,
        FF_FIT_RECORD_VERTICAL_RATIO,
        FF_FIT_RECORD_STANCE_TIME_BALANCE,
        FF_FIT_RECORD_POWER,
        FF_FIT_RECORD_HEART_RATE,
        FF_FIT_RECORD_TEMPERATURE,
        FF_FIT_RECORD_ENHANCED_ALTITUDE,
        FF_FIT_RECORD_GRADE,
        FF_FIT_RECORD_ENHANCED_RESPIRATION_RATE,
        FF_FIT_RECORD_CORE_TEMPERATURE,
        FF_FIT_RECORD_SATURATED_HEMOGLOBIN,
        FF_FIT_RECORD_TOTAL_HEMOGLOBIN,
    };
    static_assert(sizeof fields <= sizeof plan->native / sizeof plan->native[0], "a place each");
    plan->shape = message->shape;
    plan->native_count = plan->developer_count = 0;
    for (size_t i = 0; i < sizeof fields; i++) {
        if (ff_fit_may_have(profile, message, fields[i])) {
            plan->native[plan->native_count].field = fields[i];
            plan->native[plan->native_count++].channel =
                (uint8_t)ff_fit_channel_of_field(fields[i]);
        }
    }
    plan->cadence = ff_fit_may_have(profile, message, FF_FIT_RECORD_CADENCE) ||
                    ff_fit_may_have(profile, message, FF_FIT_RECORD_CADENCE256);
    plan->position = ff_fit_may_have(profile, message, FF_FIT_RECORD_POSITION_LATITUDE) &&
                     ff_fit_may_have(profile, message, FF_FIT_RECORD_POSITION_LONGITUDE);
    for (size_t i = 0; i < message->developer_count; i++) {
        ff_fit_dynamic dynamic = ff_fit_dynamic_of(message->developer[i].description);
        if (dynamic.channel >= 0 || dynamic.nameless) {
            plan->developer[plan->developer_count].place = (uint8_t)i;
            plan->developer[plan->developer_count++].dynamic = dynamic;
        }
    }
}

static ff_code put_native(ff_fit_activity *activity, const ff_fit_row_plan *plan, ff_error *error) {
    ff_code code = FF_OK;
    for (size_t i = 0; code == FF_OK && i < plan->native_count; i++) {
        if (ff_fit_has(&activity->values, plan->native[i].field)) {
            code = put(activity, plan->native[i].channel,
                       activity->values.value[plan->native[i].field], error);
        }
    }
    if (code == FF_OK && plan->cadence) {
        code = put_cadence(activity, error);
    }
    return code == FF_OK && plan->position ? put_position(activity, error) : code;
}

static ff_code put_developer(ff_fit_activity *activity, const ff_fit_row_plan *plan,
                             const ff_fit_message *message, ff_error *error) {
    for (size_t i = 0; i < plan->developer_count; i++) {
        const ff_fit_field *field = &message->developer[plan->developer[i].place].field;
        const ff_fit_dynamic *dynamic = &plan->developer[i].dynamic;
        double value;
        if (dynamic->nameless) {
            activity->odd.nameless++;
        }
        if (dynamic->channel < 0 || !ff_fit_number(field, 0, &value) ||
            (dynamic->native && row_has(activity, (size_t)dynamic->channel))) {
            continue;
        }
        ff_code code = put(activity, (size_t)dynamic->channel, value * dynamic->factor, error);
        if (code != FF_OK) {
            return code;
        }
    }
    return FF_OK;
}

static ff_code fill_row(ff_fit_activity *activity, const ff_fit_message *message, ff_error *error) {
    ff_fit_row_plan *plan = &activity->plan[message->local & 15u];
    if (message->shape == 0 || plan->shape != message->shape) {
        plan_row(&activity->profile, message, plan);
    }
    activity->row_says = false;
    ff_code code = put_native(activity, plan, error);
    return code == FF_OK && plan->developer_count > 0
               ? put_developer(activity, plan, message, error)
               : code;
}

static ff_code take_record(ff_fit_activity *activity, const ff_fit_message *message,
                           ff_error *error) {
    ff_code code = activity->rows == activity->capacity ? grow_rows(activity, error) : FF_OK;
    code = code == FF_OK ? fill_row(activity, message, error) : code;
    if (code != FF_OK) {
        return code;
    }
    const ff_fit_values *values = &activity->values;
    double raw = moment(values, FF_FIT_RECORD_TIMESTAMP);
    if (!activity->row_says || isnan(raw)) {
        *(activity->row_says ? &activity->odd.timeless_rows : &activity->odd.empty_rows) += 1;
        drop_row(activity);
    } else {
        activity->time[activity->rows] = row_time(activity, raw);
        activity->rows++;
    }
    if (activity->sport == FF_FIT_NO_NUMBER && ff_fit_has(values, FF_FIT_RECORD_ACTIVITY_TYPE) &&
        values->value[FF_FIT_RECORD_ACTIVITY_TYPE] == FF_FIT_SPORT_RUNNING) {
        activity->sport = FF_FIT_SPORT_RUNNING;
    }
    return FF_OK;
}

/* The other messages */

/* Whole metres and the hundredths that newer watches add to them. */
static double with_fraction(const ff_fit_values *values, uint8_t field, uint8_t fraction) {
    double value = ff_fit_get(values, field, NAN);
    return isnan(value) ? value : value + ff_fit_get(values, fraction, 0);
}

/* Garmin asks how hard it was from 10 to 100: a 0 was written for "not asked", and then the feel of
 * 0 beside it was not said either. Suunto asks in a field of its own how one felt, from 1 to 5. */
static void take_feel(const ff_fit_message *message, ff_fit_session *session) {
    if (session->effort == 0) {
        session->feel = session->feel == 0 ? NAN : session->feel;
        session->effort = NAN;
    }
    for (size_t i = 0; isnan(session->feel) && i < message->developer_count; i++) {
        double value;
        if (ff_fit_is_suunto_feeling(message->developer[i].description) &&
            ff_fit_number(&message->developer[i].field, 0, &value) && value >= 1 && value <= 5) {
            session->feel = (value - 1) * 25;
        }
    }
}

static ff_code take_session(ff_fit_activity *activity, const ff_fit_message *message,
                            ff_error *error) {
    growing list = {.items = activity->sessions,
                    .count = activity->session_count,
                    .capacity = &activity->session_capacity,
                    .most = FF_FIT_MOST_SESSIONS,
                    .size = sizeof *activity->sessions,
                    .what = "sessions"};
    ff_code code = make_room(activity->allocator, &list, error);
    activity->sessions = list.items;
    if (code != FF_OK) {
        return code;
    }
    const ff_fit_values *v = &activity->values;
    ff_fit_session *session = &activity->sessions[activity->session_count++];
    *session = (ff_fit_session){
        .start = absolute(v, FF_FIT_SESSION_START_TIME),
        .elapsed = lasting(v, FF_FIT_SESSION_TOTAL_ELAPSED_TIME),
        .timer = lasting(v, FF_FIT_SESSION_TOTAL_TIMER_TIME),
        .moving = lasting(v, FF_FIT_SESSION_TOTAL_MOVING_TIME),
        .distance = ff_fit_get(v, FF_FIT_SESSION_TOTAL_DISTANCE, NAN),
        .ascent =
            with_fraction(v, FF_FIT_SESSION_TOTAL_ASCENT, FF_FIT_SESSION_TOTAL_FRACTIONAL_ASCENT),
        .descent =
            with_fraction(v, FF_FIT_SESSION_TOTAL_DESCENT, FF_FIT_SESSION_TOTAL_FRACTIONAL_DESCENT),
        .speed = ff_fit_get(v, FF_FIT_SESSION_ENHANCED_AVG_SPEED, NAN),
        .heart_rate = ff_fit_get(v, FF_FIT_SESSION_AVG_HEART_RATE, NAN),
        .power = ff_fit_get(v, FF_FIT_SESSION_AVG_POWER, NAN),
        .temperature = ff_fit_get(v, FF_FIT_SESSION_AVG_TEMPERATURE, NAN),
        .cadence =
            with_fraction(v, FF_FIT_SESSION_AVG_CADENCE, FF_FIT_SESSION_AVG_FRACTIONAL_CADENCE),
        .stance_time = ff_fit_get(v, FF_FIT_SESSION_AVG_STANCE_TIME, NAN),
        .vertical_oscillation = ff_fit_get(v, FF_FIT_SESSION_AVG_VERTICAL_OSCILLATION, NAN),
        .step_length = ff_fit_get(v, FF_FIT_SESSION_AVG_STEP_LENGTH, NAN),
        .balance = ff_fit_get(v, FF_FIT_SESSION_AVG_STANCE_TIME_BALANCE, NAN),
        .vertical_ratio = ff_fit_get(v, FF_FIT_SESSION_AVG_VERTICAL_RATIO, NAN),
        .feel = ff_fit_get(v, FF_FIT_SESSION_WORKOUT_FEEL, NAN),
        .effort = ff_fit_get(v, FF_FIT_SESSION_WORKOUT_RPE, NAN),
        .training_effect = ff_fit_get(v, FF_FIT_SESSION_TOTAL_TRAINING_EFFECT, NAN),
        .anaerobic_effect = ff_fit_get(v, FF_FIT_SESSION_TOTAL_ANAEROBIC_TRAINING_EFFECT, NAN),
        .training_load = ff_fit_get(v, FF_FIT_SESSION_TRAINING_LOAD_PEAK, NAN),
        .cycles =
            with_fraction(v, FF_FIT_SESSION_TOTAL_CYCLES, FF_FIT_SESSION_TOTAL_FRACTIONAL_CYCLES),
        .first_lap = ff_fit_get(v, FF_FIT_SESSION_FIRST_LAP_INDEX, NAN),
        .lap_count = ff_fit_get(v, FF_FIT_SESSION_NUM_LAPS, NAN),
        .sport = whole(v, FF_FIT_SESSION_SPORT),
        .sub_sport = whole(v, FF_FIT_SESSION_SUB_SPORT),
    };
    ff_fit_take_text(message, FF_FIT_SESSION_SPORT_PROFILE_NAME, session->profile,
                     sizeof session->profile);
    take_feel(message, session);
    return FF_OK;
}

static ff_code take_lap(ff_fit_activity *activity, ff_error *error) {
    growing list = {.items = activity->laps,
                    .count = activity->lap_count,
                    .capacity = &activity->lap_capacity,
                    .most = FF_FIT_MOST_LAPS,
                    .size = sizeof *activity->laps,
                    .what = "laps"};
    ff_code code = make_room(activity->allocator, &list, error);
    activity->laps = list.items;
    if (code != FF_OK) {
        return code;
    }
    const ff_fit_values *v = &activity->values;
    ff_fit_lap lap = {
        .start = corrected(activity, moment(v, FF_FIT_LAP_START_TIME)),
        .elapsed = lasting(v, FF_FIT_LAP_TOTAL_ELAPSED_TIME),
        .timer = lasting(v, FF_FIT_LAP_TOTAL_TIMER_TIME),
        .distance = ff_fit_get(v, FF_FIT_LAP_TOTAL_DISTANCE, NAN),
        .trigger = whole(v, FF_FIT_LAP_LAP_TRIGGER),
        .sport = whole(v, FF_FIT_LAP_SPORT),
    };
    double end = corrected(activity, moment(v, FF_FIT_LAP_TIMESTAMP));
    if (isnan(lap.elapsed) && end >= lap.start) {
        lap.elapsed = end - lap.start;
    }
    /* Where the clock was set during the lap, its start is in the time before. */
    if (activity->clock.set > 0 && lap.elapsed > 0 &&
        fabs(lap.start + lap.elapsed - end) > FF_CLOCK_SMALL_STEP_S) {
        lap.start = end - lap.elapsed;
    }
    activity->laps[activity->lap_count++] = lap;
    return FF_OK;
}

static ff_code take_mark(ff_fit_activity *activity, double raw, ff_error *error) {
    growing list = {.items = activity->marks,
                    .count = activity->mark_count,
                    .capacity = &activity->mark_capacity,
                    .most = FF_FIT_MOST_MARKS,
                    .size = sizeof *activity->marks,
                    .what = "marks"};
    ff_code code = make_room(activity->allocator, &list, error);
    activity->marks = list.items;
    if (code == FF_OK) {
        activity->marks[activity->mark_count++] = (ff_fit_mark){corrected(activity, raw)};
    }
    return code;
}

/* Nobody pauses for longer than the format can state; then the clock was set. */
static void resume(ff_fit_activity *activity, double raw) {
    const ff_fit_timer_event *last =
        activity->event_count > 0 ? &activity->events[activity->event_count - 1] : NULL;
    if (last != NULL && !last->running && activity->clock.last_raw >= FF_FIT_FIRST_ABSOLUTE_TIME &&
        raw - activity->clock.last_raw <= FF_FIT_LONGEST_S) {
        ff_clock_resume(&activity->clock, raw);
    }
}

static ff_code take_event(ff_fit_activity *activity, ff_error *error) {
    const ff_fit_values *v = &activity->values;
    double raw = moment(v, FF_FIT_EVENT_TIMESTAMP);
    if (ff_fit_get(v, FF_FIT_EVENT_EVENT, -1) == FF_FIT_EVENT_USER_MARKER && !isnan(raw)) {
        return take_mark(activity, raw, error);
    }
    if (ff_fit_get(v, FF_FIT_EVENT_EVENT, -1) != FF_FIT_EVENT_TIMER || isnan(raw)) {
        return FF_OK;
    }
    bool running;
    switch (whole(v, FF_FIT_EVENT_EVENT_TYPE)) {
    case FF_FIT_EVENT_START:
        running = true;
        break;
    case FF_FIT_EVENT_STOP:
    case FF_FIT_EVENT_STOP_ALL:
    case FF_FIT_EVENT_STOP_DISABLE:
    case FF_FIT_EVENT_STOP_DISABLE_ALL:
        running = false;
        break;
    default:
        return FF_OK;
    }
    if (running) {
        resume(activity, raw);
    }
    growing list = {.items = activity->events,
                    .count = activity->event_count,
                    .capacity = &activity->event_capacity,
                    .most = FF_FIT_MOST_EVENTS,
                    .size = sizeof *activity->events,
                    .what = "events"};
    ff_code code = make_room(activity->allocator, &list, error);
    activity->events = list.items;
    if (code == FF_OK && activity->events != NULL) {
        activity->events[activity->event_count++] = (ff_fit_timer_event){
            .time = corrected(activity, raw),
            .running = running,
            .by_itself = ff_fit_get(v, FF_FIT_EVENT_DATA, 0) == FF_FIT_TIMER_BY_ITSELF};
    }
    return code;
}

static void take_local_time(ff_fit_activity *activity, uint8_t local_field, uint8_t utc_field) {
    double local = ff_fit_get(&activity->values, local_field, NAN);
    double utc = ff_fit_get(&activity->values, utc_field, NAN);
    double offset = local - utc;
    bool told = utc >= FF_FIT_FIRST_ABSOLUTE_TIME && local >= FF_FIT_FIRST_ABSOLUTE_TIME;
    if (told && ff_clock_offset_sensible(offset)) {
        activity->local_offset = offset;
    } else if (told) {
        activity->odd.senseless_offset = true;
    }
}

/* A number of a name, where makers write 0 for none. */
static uint32_t number_of(const ff_fit_values *values, uint8_t field) {
    uint32_t number = whole(values, field);
    return number == 0 ? FF_FIT_NO_NUMBER : number;
}

/* The first one counts: later ones are rubbish in damaged files. */
static void take_file_id(ff_fit_activity *activity, const ff_fit_message *message) {
    const ff_fit_values *v = &activity->values;
    if (activity->file_type != FF_FIT_NO_NUMBER) {
        return;
    }
    activity->file_type = whole(v, FF_FIT_FILE_ID_TYPE);
    activity->creator.maker = number_of(v, FF_FIT_FILE_ID_MANUFACTURER);
    activity->creator.product = whole(v, FF_FIT_FILE_ID_PRODUCT);
    activity->creator.serial = number_of(v, FF_FIT_FILE_ID_SERIAL_NUMBER);
    activity->created = absolute(v, FF_FIT_FILE_ID_TIME_CREATED);
    ff_fit_take_text(message, FF_FIT_FILE_ID_PRODUCT_NAME, activity->creator.name,
                     sizeof activity->creator.name);
}

/* Index 0 is the watch itself; what file_id said of it stands. */
static void take_device_info(ff_fit_activity *activity, const ff_fit_message *message) {
    const ff_fit_values *v = &activity->values;
    if (ff_fit_get(v, FF_FIT_DEVICE_INFO_DEVICE_INDEX, -1) != 0) {
        return;
    }
    ff_fit_creator *creator = &activity->creator;
    if (creator->maker == FF_FIT_NO_NUMBER) {
        creator->maker = number_of(v, FF_FIT_DEVICE_INFO_MANUFACTURER);
        creator->product = whole(v, FF_FIT_DEVICE_INFO_PRODUCT);
    }
    if (creator->serial == FF_FIT_NO_NUMBER) {
        creator->serial = number_of(v, FF_FIT_DEVICE_INFO_SERIAL_NUMBER);
    }
    if (isnan(creator->software)) {
        creator->software = ff_fit_get(v, FF_FIT_DEVICE_INFO_SOFTWARE_VERSION, NAN);
    }
    ff_fit_take_text(message, FF_FIT_DEVICE_INFO_PRODUCT_NAME, creator->name, sizeof creator->name);
}

static void take_sport(ff_fit_activity *activity) {
    uint32_t sport = whole(&activity->values, FF_FIT_SPORT_SPORT);
    /* In damaged files rubbish is read as messages: a sport that nobody knows is none. */
    if (ff_fit_sport_name(sport) == NULL) {
        return;
    }
    activity->many_sports |= activity->sport != FF_FIT_NO_NUMBER && activity->sport != sport;
    activity->sport = sport;
    activity->sub_sport = whole(&activity->values, FF_FIT_SPORT_SUB_SPORT);
}

ff_code ff_fit_activity_take(ff_fit_activity *activity, const ff_fit_message *message,
                             ff_error *error) {
    if (!ff_fit_decode(&activity->profile, message, &activity->values)) {
        return FF_OK;
    }
    const ff_fit_values *v = &activity->values;
    if (message->number == FF_FIT_RECORD) {
        return take_record(activity, message, error);
    }
    ff_fit_gear_take(&activity->gear, message, v);
    switch (message->number) {
    case FF_FIT_SESSION:
        return take_session(activity, message, error);
    case FF_FIT_LAP:
        return take_lap(activity, error);
    case FF_FIT_EVENT:
        return take_event(activity, error);
    case FF_FIT_FILE_ID:
        take_file_id(activity, message);
        break;
    case FF_FIT_SPORT:
        take_sport(activity);
        break;
    case FF_FIT_DEVICE_INFO:
        take_device_info(activity, message);
        break;
    case FF_FIT_FILE_CREATOR:
        activity->creator.software = ff_fit_get(v, FF_FIT_FILE_CREATOR_SOFTWARE_VERSION, NAN) / 100;
        break;
    case FF_FIT_ACTIVITY:
        take_local_time(activity, FF_FIT_ACTIVITY_LOCAL_TIMESTAMP, FF_FIT_ACTIVITY_TIMESTAMP);
        break;
    case FF_FIT_TIMESTAMP_CORRELATION:
        if (isnan(activity->local_offset)) {
            take_local_time(activity, FF_FIT_TIMESTAMP_CORRELATION_LOCAL_TIMESTAMP,
                            FF_FIT_TIMESTAMP_CORRELATION_TIMESTAMP);
        }
        break;
    default:
        break;
    }
    return FF_OK;
}
