#include "files/fit_profile.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#define FACT_ROW(message, name, number, scale, offset, unit)                                       \
    {FF_FIT_##message, number, #name, scale, offset, unit},
static const ff_fit_fact facts[] = {FF_FIT_FIELD_LIST(FACT_ROW)};
#undef FACT_ROW

#define FACT_COUNT (sizeof facts / sizeof facts[0])
_Static_assert(FACT_COUNT < 256, "ff_fit_profile.fact holds bytes");

#define MESSAGE_ROW(name, number) number,
static const uint16_t known_messages[] = {FF_FIT_MESSAGE_LIST(MESSAGE_ROW)};
#undef MESSAGE_ROW
_Static_assert(sizeof known_messages / sizeof known_messages[0] == FF_FIT_KNOWN_MESSAGES,
               "one row of facts a known message");

/* A component: bits of one field that are the value of another. Accumulating ones count on over
 * the bits they have. In the order of expansion, so that nested ones come after their source. */
#define NOT_ACCUMULATED (-1)
typedef struct {
    uint16_t message;
    uint8_t source;
    uint8_t target;
    uint8_t first_bit;
    uint8_t bits;
    int8_t accumulator; /* or NOT_ACCUMULATED */
    double scale;
    double offset;
} component;

static const component components[] = {
    {FF_FIT_SESSION, FF_FIT_SESSION_AVG_SPEED, FF_FIT_SESSION_ENHANCED_AVG_SPEED, 0, 16,
     NOT_ACCUMULATED, 1000, 0},
    {FF_FIT_SESSION, FF_FIT_SESSION_MAX_SPEED, FF_FIT_SESSION_ENHANCED_MAX_SPEED, 0, 16,
     NOT_ACCUMULATED, 1000, 0},
    {FF_FIT_SESSION, FF_FIT_SESSION_AVG_ALTITUDE, FF_FIT_SESSION_ENHANCED_AVG_ALTITUDE, 0, 16,
     NOT_ACCUMULATED, 5, 500},
    {FF_FIT_SESSION, FF_FIT_SESSION_MAX_ALTITUDE, FF_FIT_SESSION_ENHANCED_MAX_ALTITUDE, 0, 16,
     NOT_ACCUMULATED, 5, 500},
    {FF_FIT_SESSION, FF_FIT_SESSION_MIN_ALTITUDE, FF_FIT_SESSION_ENHANCED_MIN_ALTITUDE, 0, 16,
     NOT_ACCUMULATED, 5, 500},
    {FF_FIT_LAP, FF_FIT_LAP_AVG_SPEED, FF_FIT_LAP_ENHANCED_AVG_SPEED, 0, 16, NOT_ACCUMULATED, 1000,
     0},
    {FF_FIT_LAP, FF_FIT_LAP_MAX_SPEED, FF_FIT_LAP_ENHANCED_MAX_SPEED, 0, 16, NOT_ACCUMULATED, 1000,
     0},
    {FF_FIT_LAP, FF_FIT_LAP_AVG_ALTITUDE, FF_FIT_LAP_ENHANCED_AVG_ALTITUDE, 0, 16, NOT_ACCUMULATED,
     5, 500},
    {FF_FIT_LAP, FF_FIT_LAP_MAX_ALTITUDE, FF_FIT_LAP_ENHANCED_MAX_ALTITUDE, 0, 16, NOT_ACCUMULATED,
     5, 500},
    {FF_FIT_LAP, FF_FIT_LAP_MIN_ALTITUDE, FF_FIT_LAP_ENHANCED_MIN_ALTITUDE, 0, 16, NOT_ACCUMULATED,
     5, 500},
    {FF_FIT_RECORD, FF_FIT_RECORD_COMPRESSED_SPEED_DISTANCE, FF_FIT_RECORD_SPEED, 0, 12,
     NOT_ACCUMULATED, 100, 0},
    {FF_FIT_RECORD, FF_FIT_RECORD_COMPRESSED_SPEED_DISTANCE, FF_FIT_RECORD_DISTANCE, 12, 12, 0, 16,
     0},
    {FF_FIT_RECORD, FF_FIT_RECORD_SPEED, FF_FIT_RECORD_ENHANCED_SPEED, 0, 16, NOT_ACCUMULATED, 1000,
     0},
    {FF_FIT_RECORD, FF_FIT_RECORD_ALTITUDE, FF_FIT_RECORD_ENHANCED_ALTITUDE, 0, 16, NOT_ACCUMULATED,
     5, 500},
    {FF_FIT_RECORD, FF_FIT_RECORD_CYCLES, FF_FIT_RECORD_TOTAL_CYCLES, 0, 8, 1, 1, 0},
    {FF_FIT_RECORD, FF_FIT_RECORD_COMPRESSED_ACCUMULATED_POWER, FF_FIT_RECORD_ACCUMULATED_POWER, 0,
     16, 2, 1, 0},
    {FF_FIT_RECORD, FF_FIT_RECORD_RESPIRATION_RATE, FF_FIT_RECORD_ENHANCED_RESPIRATION_RATE, 0, 8,
     NOT_ACCUMULATED, 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA16, FF_FIT_EVENT_DATA, 0, 16, NOT_ACCUMULATED, 1, 0},
};
#define COMPONENT_COUNT (sizeof components / sizeof components[0])

/* Components of a known message lie together: the first one, and how many. */
static void find_components(ff_fit_profile *profile, int index) {
    size_t first = 0;
    while (first < COMPONENT_COUNT && components[first].message != known_messages[index]) {
        first++;
    }
    size_t end = first;
    while (end < COMPONENT_COUNT && components[end].message == known_messages[index]) {
        end++;
    }
    profile->component[index].first = (uint8_t)first;
    profile->component[index].end = (uint8_t)end;
}

static int known_index(uint16_t message) {
    for (int i = 0; i < FF_FIT_KNOWN_MESSAGES; i++) {
        if (known_messages[i] == message) {
            return i;
        }
    }
    return -1;
}

const ff_fit_fact *ff_fit_fact_of(uint16_t message, uint8_t field) {
    for (size_t i = 0; i < FACT_COUNT; i++) {
        if (facts[i].message == message && facts[i].number == field) {
            return &facts[i];
        }
    }
    return NULL;
}

void ff_fit_profile_init(ff_fit_profile *profile) {
    /* Not the whole of it: plans are large, and each is filled before it is used. */
    memset((char *)profile + offsetof(ff_fit_profile, fact), 0,
           sizeof *profile - offsetof(ff_fit_profile, fact));
    for (size_t i = 0; i < sizeof profile->plan / sizeof profile->plan[0]; i++) {
        profile->plan[i].shape = 0;
    }
    for (size_t i = 0; i < FACT_COUNT; i++) {
        profile->fact[known_index(facts[i].message)][facts[i].number] = (uint8_t)(i + 1);
    }
    for (int i = 0; i < FF_FIT_KNOWN_MESSAGES; i++) {
        find_components(profile, i);
    }
}

static void put(ff_fit_values *values, uint8_t field, double value) {
    values->present[field >> 6] |= UINT64_C(1) << (field & 63u);
    values->value[field] = value;
}

/* Bits of a field as it stands in the file, the lowest first, over all its elements. Those of the
 * profile lie in the first eight bytes. */
static bool bits_of_field(const ff_fit_field *field, const component *c, uint64_t *raw) {
    unsigned bytes = (unsigned)field->count * field->element;
    if (c->first_bit + c->bits > bytes * 8u) {
        return false;
    }
    uint64_t all = 0;
    for (unsigned i = 0; i < bytes && i < 8; i++) {
        unsigned within = i % field->element;
        unsigned at = field->swap ? i - within + (field->element - 1u - within) : i;
        all |= (uint64_t)field->data[at] << (8 * i);
    }
    *raw = all >> c->first_bit & ((UINT64_C(1) << c->bits) - 1);
    return true;
}

/* A source that was itself expanded has no bytes in the file: its raw value is made anew. */
static bool bits_of_value(const component *c, double value, uint64_t *raw) {
    const ff_fit_fact *fact = ff_fit_fact_of(c->message, c->source);
    double whole = fact != NULL ? round((value + fact->offset) * fact->scale) : -1;
    if (!(whole >= 0 && whole < 4294967296.0)) {
        return false;
    }
    *raw = ((uint64_t)whole >> c->first_bit) & ((UINT64_C(1) << c->bits) - 1);
    return true;
}

static uint64_t accumulate(ff_fit_profile *profile, const component *c, uint64_t raw) {
    uint64_t mask = (UINT64_C(1) << c->bits) - 1;
    ff_fit_accumulator *sum = &profile->accumulator[c->accumulator];
    if (sum->told) {
        sum->begun = true;
        sum->told = false;
        sum->total = (uint64_t)round(sum->value);
    }
    sum->total = sum->begun ? sum->total + ((raw - sum->total) & mask) : raw;
    sum->begun = true;
    return sum->total;
}

/* A file that gives the target itself sets where the accumulator goes on from. Most give it in
 * every row and never the source, so no more is done here than has to be. */
static inline void set_accumulator(ff_fit_profile *profile, const component *c, double value) {
    double raw = (value + c->offset) * c->scale;
    if (c->accumulator != NOT_ACCUMULATED && raw >= 0 && raw < 9e15) {
        profile->accumulator[c->accumulator].told = true;
        profile->accumulator[c->accumulator].value = raw;
    }
}

static void expand(ff_fit_profile *profile, const component *c, const ff_fit_message *message,
                   const uint64_t own[4], ff_fit_values *values) {
    if (own[c->target >> 6] >> (c->target & 63u) & 1u) {
        set_accumulator(profile, c, values->value[c->target]);
        return;
    }
    if (!ff_fit_has(values, c->source)) {
        return;
    }
    uint64_t raw;
    const ff_fit_field *field = ff_fit_find(message, c->source);
    bool ours = own[c->source >> 6] >> (c->source & 63u) & 1u;
    if (ours && field != NULL ? !bits_of_field(field, c, &raw)
                              : !bits_of_value(c, values->value[c->source], &raw)) {
        return;
    }
    if (c->accumulator != NOT_ACCUMULATED) {
        raw = accumulate(profile, c, raw);
    }
    put(values, c->target, (double)raw / c->scale - c->offset);
}

/* The long way: for messages of no shape, and for what plans leave out. */
static void decode_long(ff_fit_profile *profile, const ff_fit_message *message, int index,
                        ff_fit_values *values) {
    memset(values->present, 0, sizeof values->present);
    for (size_t i = 0; i < message->field_count; i++) {
        const ff_fit_field *field = &message->fields[i];
        uint8_t known = profile->fact[index][field->number];
        double number;
        /* Of a field that stands there twice the first valid one counts. */
        if (known != 0 && !ff_fit_has(values, field->number) && ff_fit_number(field, 0, &number)) {
            const ff_fit_fact *fact = &facts[known - 1];
            put(values, field->number, number / fact->scale - fact->offset);
        }
    }
    if (message->compressed && message->timestamp != FF_FIT_NO_TIME && !ff_fit_has(values, 253)) {
        put(values, 253, message->timestamp);
    }
    uint64_t own[4];
    memcpy(own, values->present, sizeof own);
    for (size_t i = profile->component[index].first; i < profile->component[index].end; i++) {
        expand(profile, &components[i], message, own, values);
    }
}

static ff_fit_load load_of(const ff_fit_field *field) {
    switch (field->base) {
    case FF_FIT_ENUM:
    case FF_FIT_UINT8:
        return FF_FIT_LOAD_U8;
    case FF_FIT_UINT16:
        return FF_FIT_LOAD_U16;
    case FF_FIT_UINT32:
        return FF_FIT_LOAD_U32;
    case FF_FIT_SINT32:
        return FF_FIT_LOAD_S32;
    default:
        return FF_FIT_LOAD_ANY;
    }
}

/* Steps that load alike go together: the processor then need not guess at each what comes. */
static void sort_steps(ff_fit_plan *plan) {
    ff_fit_step sorted[FF_FIT_PLAN_STEPS];
    uint8_t count = 0;
    for (int load = 0; load < FF_FIT_LOADS; load++) {
        for (size_t i = 0; i < plan->steps; i++) {
            if (plan->step[i].load == load) {
                sorted[count++] = plan->step[i];
            }
        }
        plan->end[load] = count;
    }
    memcpy(plan->step, sorted, count * sizeof sorted[0]);
}

static void plan_step(ff_fit_plan *plan, const ff_fit_field *field, size_t place,
                      const ff_fit_fact *fact) {
    uint64_t bit = UINT64_C(1) << (field->number & 63u);
    bool twice = (plan->present[field->number >> 6] & bit) != 0;
    bool empty = field->count == 0 && field->base != FF_FIT_BYTE;
    if (twice || plan->steps == FF_FIT_PLAN_STEPS) {
        plan->plain = false;
    } else if (!empty) {
        plan->present[field->number >> 6] |= bit;
        plan->step[plan->steps++] = (ff_fit_step){.load = (uint8_t)load_of(field),
                                                  .place = (uint8_t)place,
                                                  .number = field->number,
                                                  .scaled = fact->scale != 1 || fact->offset != 0,
                                                  .scale = fact->scale,
                                                  .offset = fact->offset};
    }
}

/* A component that may be expanded: its source stands in the message or is a target before it. */
static void plan_expansion(ff_fit_plan *plan, const ff_fit_message *message, size_t index) {
    const component *c = &components[index];
    bool from = (plan->possible[c->source >> 6] >> (c->source & 63u) & 1u) != 0;
    bool stands = (plan->present[c->target >> 6] >> (c->target & 63u) & 1u) != 0;
    /* A target that stands there itself sets the accumulator, with a source or without. */
    if (!from && !(stands && c->accumulator != NOT_ACCUMULATED)) {
        return;
    }
    plan->possible[c->target >> 6] |= UINT64_C(1) << (c->target & 63u);
    if (plan->expansions == FF_FIT_PLAN_EXPANSIONS) {
        plan->plain = false;
        return;
    }
    const ff_fit_field *field = ff_fit_find(message, c->source);
    const ff_fit_fact *fact = ff_fit_fact_of(c->message, c->source);
    ff_fit_expansion *expansion = &plan->expansion[plan->expansions++];
    *expansion = (ff_fit_expansion){.component = (uint8_t)index, .place = 255};
    if (field != NULL) {
        expansion->place = (uint8_t)(field - message->fields);
        expansion->copies = field->base == FF_FIT_UINT16 && field->count == 1 && c->bits == 16 &&
                            c->first_bit == 0 && c->accumulator == NOT_ACCUMULATED &&
                            fact != NULL && fact->scale == c->scale && fact->offset == c->offset;
    }
}

static void make_plan(const ff_fit_profile *profile, const ff_fit_message *message, int index,
                      ff_fit_plan *plan) {
    plan->shape = message->shape;
    plan->plain = true;
    plan->steps = plan->expansions = 0;
    memset(plan->present, 0, sizeof plan->present);
    for (size_t i = 0; i < message->field_count; i++) {
        uint8_t known = profile->fact[index][message->fields[i].number];
        if (known != 0) {
            plan_step(plan, &message->fields[i], i, &facts[known - 1]);
        }
    }
    plan->swap = message->field_count > 0 && message->fields[0].swap;
    sort_steps(plan);
    memcpy(plan->possible, plan->present, sizeof plan->possible);
    plan->possible[FF_FIT_TIMESTAMP >> 6] |= UINT64_C(1) << (FF_FIT_TIMESTAMP & 63u);
    for (size_t i = profile->component[index].first; i < profile->component[index].end; i++) {
        plan_expansion(plan, message, i);
    }
    if (!plan->plain) {
        memset(plan->possible, 0xFF, sizeof plan->possible);
    }
}

bool ff_fit_may_have(const ff_fit_profile *profile, const ff_fit_message *message, uint8_t field) {
    const ff_fit_plan *plan = &profile->plan[message->local & 15u];
    return message->shape == 0 || plan->shape != message->shape ||
           (plan->possible[field >> 6] >> (field & 63u) & 1u) != 0;
}

static void expand_planned(ff_fit_profile *profile, const ff_fit_plan *plan,
                           const ff_fit_message *message, ff_fit_values *values) {
    uint64_t own[4];
    memcpy(own, values->present, sizeof own);
    for (size_t i = 0; i < plan->expansions; i++) {
        const ff_fit_expansion *e = &plan->expansion[i];
        const component *c = &components[e->component];
        bool stands = (own[c->target >> 6] >> (c->target & 63u) & 1u) != 0;
        if (stands) {
            set_accumulator(profile, c, values->value[c->target]);
        } else if (!e->copies || !(own[c->source >> 6] >> (c->source & 63u) & 1u)) {
            expand(profile, c, message, own, values);
        } else {
            put(values, c->target, values->value[c->source]);
        }
    }
}

/* The value of a step whose bytes were read. */
static inline void set(const ff_fit_step *step, bool valid, double number, ff_fit_values *values) {
    if (valid) {
        values->value[step->number] = step->scaled ? number / step->scale - step->offset : number;
    } else {
        values->present[step->number >> 6] &= ~(UINT64_C(1) << (step->number & 63u));
    }
}

static void load_planned(const ff_fit_plan *plan, const ff_fit_field *fields,
                         ff_fit_values *values) {
    const ff_fit_step *step = plan->step;
    bool swap = plan->swap;
    for (; step < plan->step + plan->end[FF_FIT_LOAD_U8]; step++) {
        uint8_t v = *fields[step->place].data;
        set(step, v != 0xFF, v, values);
    }
    for (; step < plan->step + plan->end[FF_FIT_LOAD_U16]; step++) {
        uint16_t v = ff_fit_load16(fields[step->place].data, swap);
        set(step, v != 0xFFFF, v, values);
    }
    for (; step < plan->step + plan->end[FF_FIT_LOAD_U32]; step++) {
        uint32_t v = ff_fit_load32(fields[step->place].data, swap);
        set(step, v != 0xFFFFFFFF, v, values);
    }
    for (; step < plan->step + plan->end[FF_FIT_LOAD_S32]; step++) {
        uint32_t v = ff_fit_load32(fields[step->place].data, swap);
        set(step, v != 0x7FFFFFFF, (int32_t)v, values);
    }
    for (; step < plan->step + plan->end[FF_FIT_LOAD_ANY]; step++) {
        double number = 0;
        bool valid = ff_fit_number(&fields[step->place], 0, &number);
        set(step, valid, number, values);
    }
}

static void decode_planned(ff_fit_profile *profile, const ff_fit_plan *plan,
                           const ff_fit_message *message, ff_fit_values *values) {
    memcpy(values->present, plan->present, sizeof values->present);
    load_planned(plan, message->fields, values);
    if (message->compressed && message->timestamp != FF_FIT_NO_TIME && !ff_fit_has(values, 253)) {
        put(values, 253, message->timestamp);
    }
    if (plan->expansions > 0) {
        expand_planned(profile, plan, message, values);
    }
}

bool ff_fit_decode(ff_fit_profile *profile, const ff_fit_message *message, ff_fit_values *values) {
    /* Records follow records: most times it is the message looked for before. */
    int index = profile->last_message == message->number ? profile->last_index
                                                         : known_index(message->number);
    profile->last_message = message->number;
    profile->last_index = (int8_t)index;
    if (index < 0) {
        memset(values->present, 0, sizeof values->present);
        return false;
    }
    ff_fit_plan *plan = &profile->plan[message->local & 15u];
    if (message->shape != 0 && plan->shape != message->shape) {
        make_plan(profile, message, index, plan);
    }
    if (message->shape != 0 && plan->plain) {
        decode_planned(profile, plan, message, values);
    } else {
        decode_long(profile, message, index, values);
    }
    return true;
}

static const ff_fit_subfield subfields[] = {
    {FF_FIT_FILE_ID, FF_FIT_FILE_ID_PRODUCT, FF_FIT_FILE_ID_MANUFACTURER, 1, "garmin_product", 1,
     0},
    {FF_FIT_FILE_ID, FF_FIT_FILE_ID_PRODUCT, FF_FIT_FILE_ID_MANUFACTURER, 15, "garmin_product", 1,
     0},
    {FF_FIT_FILE_ID, FF_FIT_FILE_ID_PRODUCT, FF_FIT_FILE_ID_MANUFACTURER, 13, "garmin_product", 1,
     0},
    {FF_FIT_FILE_ID, FF_FIT_FILE_ID_PRODUCT, FF_FIT_FILE_ID_MANUFACTURER, 89, "garmin_product", 1,
     0},
    {FF_FIT_DEVICE_INFO, FF_FIT_DEVICE_INFO_PRODUCT, FF_FIT_DEVICE_INFO_MANUFACTURER, 1,
     "garmin_product", 1, 0},
    {FF_FIT_DEVICE_INFO, FF_FIT_DEVICE_INFO_PRODUCT, FF_FIT_DEVICE_INFO_MANUFACTURER, 15,
     "garmin_product", 1, 0},
    {FF_FIT_DEVICE_INFO, FF_FIT_DEVICE_INFO_PRODUCT, FF_FIT_DEVICE_INFO_MANUFACTURER, 13,
     "garmin_product", 1, 0},
    {FF_FIT_DEVICE_INFO, FF_FIT_DEVICE_INFO_PRODUCT, FF_FIT_DEVICE_INFO_MANUFACTURER, 89,
     "garmin_product", 1, 0},
    {FF_FIT_DEVICE_INFO, FF_FIT_DEVICE_INFO_DEVICE_TYPE, FF_FIT_DEVICE_INFO_SOURCE_TYPE, 1,
     "antplus_device_type", 1, 0},
    {FF_FIT_DEVICE_INFO, FF_FIT_DEVICE_INFO_DEVICE_TYPE, FF_FIT_DEVICE_INFO_SOURCE_TYPE, 0,
     "ant_device_type", 1, 0},
    {FF_FIT_SESSION, FF_FIT_SESSION_TOTAL_CYCLES, FF_FIT_SESSION_SPORT, 1, "total_strides", 1, 0},
    {FF_FIT_SESSION, FF_FIT_SESSION_TOTAL_CYCLES, FF_FIT_SESSION_SPORT, 11, "total_strides", 1, 0},
    {FF_FIT_SESSION, FF_FIT_SESSION_AVG_CADENCE, FF_FIT_SESSION_SPORT, 1, "avg_running_cadence", 1,
     0},
    {FF_FIT_SESSION, FF_FIT_SESSION_MAX_CADENCE, FF_FIT_SESSION_SPORT, 1, "max_running_cadence", 1,
     0},
    {FF_FIT_LAP, FF_FIT_LAP_TOTAL_CYCLES, FF_FIT_LAP_SPORT, 1, "total_strides", 1, 0},
    {FF_FIT_LAP, FF_FIT_LAP_TOTAL_CYCLES, FF_FIT_LAP_SPORT, 11, "total_strides", 1, 0},
    {FF_FIT_LAP, FF_FIT_LAP_AVG_CADENCE, FF_FIT_LAP_SPORT, 1, "avg_running_cadence", 1, 0},
    {FF_FIT_LAP, FF_FIT_LAP_MAX_CADENCE, FF_FIT_LAP_SPORT, 1, "max_running_cadence", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 0, "timer_trigger", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 10, "course_point_index", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 11, "battery_level", 1000, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 12, "virtual_partner_speed", 1000, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 13, "hr_high_alert", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 14, "hr_low_alert", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 15, "speed_high_alert", 1000, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 16, "speed_low_alert", 1000, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 17, "cad_high_alert", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 18, "cad_low_alert", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 19, "power_high_alert", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 20, "power_low_alert", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 23, "time_duration_alert", 1000, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 24, "distance_duration_alert", 100, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 25, "calorie_duration_alert", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 27, "fitness_equipment_state", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 33, "sport_point", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 42, "gear_change_data", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 43, "gear_change_data", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 44, "rider_position", 1, 0},
    {FF_FIT_EVENT, FF_FIT_EVENT_DATA, FF_FIT_EVENT_EVENT, 47, "comm_timeout", 1, 0},
};

const ff_fit_subfield *ff_fit_subfield_of(uint16_t message, uint8_t field,
                                          const ff_fit_values *values) {
    for (size_t i = 0; i < sizeof subfields / sizeof subfields[0]; i++) {
        const ff_fit_subfield *s = &subfields[i];
        if (s->message == message && s->field == field && ff_fit_has(values, s->reference) &&
            values->value[s->reference] == s->reference_value) {
            return s;
        }
    }
    return NULL;
}
