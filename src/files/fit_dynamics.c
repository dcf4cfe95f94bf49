#include "files/fit_dynamics.h"

#include "files/fit_profile.h"

#include <ctype.h>
#include <string.h>

static const ff_fit_dynamic not_for_us = {.channel = -1, .factor = 1};

/* "footfall channel" in ASCII. */
const uint8_t ff_fit_own_application[16] = {'f', 'o', 'o', 't', 'f', 'a', 'l', 'l',
                                            ' ', 'c', 'h', 'a', 'n', 'n', 'e', 'l'};

/* Stryd's applications: its data field in several editions, by the first bytes of their ids. One
 * numbering holds in all of them. Its own pod writes an id of zeros. */
static const uint8_t stryd_applications[][4] = {
    {0x66, 0x0a, 0x58, 0x1e},
    {0x18, 0xfb, 0x2c, 0xf0},
    {0x14, 0xcc, 0x77, 0x13},
    {0x6d, 0xcf, 0x00, 0xe5},
};

typedef struct {
    const char *name;
    ff_channel channel;
    uint8_t number;
} stryd_row;

static const stryd_row stryd_fields[] = {
    {"power", FF_POD_POWER, 0},
    {"cadence", FF_POD_CADENCE, 2},
    {"ground time", FF_POD_STANCE_TIME, 3},
    {"vertical oscillation", FF_POD_VERTICAL_OSCILLATION, 4},
    {"form power", FF_FORM_POWER, 8},
    {"leg spring stiffness", FF_LEG_STIFFNESS, 9},
    {"air power", FF_AIR_POWER, 11},
};

/* RunScribe's foot pods, by the names that its data field has used. Its numbers are not stable. */
static const uint8_t runscribe_applications[][4] = {
    {0x50, 0x20, 0x92, 0xb3},
    {0xc1, 0xf5, 0xc8, 0x0a},
};

typedef struct {
    const char *name;
    ff_channel channel;
} named_row;

static const named_row named_fields[] = {
    {"rs_contacttime_l", FF_STANCE_TIME_L},
    {"rs_contacttime_r", FF_STANCE_TIME_R},
    {"rs_impact_gs_l", FF_IMPACT_L},
    {"rs_impact_gs_r", FF_IMPACT_R},
    {"rs_braking_gs_l", FF_BRAKING_L},
    {"rs_braking_gs_r", FF_BRAKING_R},
    {"rs_footstrike_l", FF_FOOT_STRIKE_L},
    {"rs_footstrike_r", FF_FOOT_STRIKE_R},
    {"rs_pronation_l", FF_PRONATION_L},
    {"rs_pronation_r", FF_PRONATION_R},
    {"rs_power_avg", FF_POD_POWER},
    {"rp_power", FF_POWER},
    {"ground time", FF_POD_STANCE_TIME},
    {"form power", FF_FORM_POWER},
    {"leg spring stiffness", FF_LEG_STIFFNESS},
    {"air power", FF_AIR_POWER},
    {"core_temperature", FF_CORE_TEMPERATURE},
    {"skin_temperature", FF_SKIN_TEMPERATURE},
};

/* Units as data fields write them, and what makes them ours. */
typedef struct {
    const char *name; /* lower case */
    const char *unit; /* as FF_CHANNEL_LIST has it */
    double factor;
} unit_row;

static const unit_row units[] = {
    {"w", "W", 1},
    {"watt", "W", 1},
    {"watts", "W", 1},
    {"bpm", "1/min", 1},
    {"rpm", "steps/min", 1}, /* one foot or both: decided by the values */
    {"spm", "steps/min", 1},
    {"strides/min", "steps/min", 1},
    {"ms", "ms", 1},
    {"milliseconds", "ms", 1},
    {"s", "ms", 1000},
    {"mm", "mm", 1},
    {"millimeters", "mm", 1},
    {"cm", "mm", 10},
    {"centimeters", "mm", 10},
    {"m", "mm", 1000},
    {"m", "m", 1},
    {"meters", "m", 1},
    {"m/s", "m/s", 1},
    {"km/h", "m/s", 1 / 3.6},
    {"kn/m", "kN/m", 1},
    {"%", "%", 1},
    {"percent", "%", 1},
    {"c", "degC", 1},
    {"\xC2\xB0"
     "c",
     "degC", 1},
    {"g/dl", "g/dL", 1},
    {"thb", "g/dL", 1},
    {"g", "g", 1},
    {"gs", "g", 1},
    {"deg", "deg", 1},
    {"degrees", "deg", 1},
};

static bool same_text(const char *lower, const char *text) {
    while (*lower != '\0' && (unsigned char)*lower == tolower((unsigned char)*text)) {
        lower++;
        text++;
    }
    return *lower == '\0' && *text == '\0';
}

/* The factor from a field's unit to the channel's; 0 when they do not agree. */
static double unit_factor(const char *unit, ff_channel channel) {
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (same_text(units[i].name, unit) &&
            strcmp(units[i].unit, ff_channel_unit(channel)) == 0) {
            return units[i].factor;
        }
    }
    return 0;
}

static bool from(const ff_fit_description *description, const uint8_t (*applications)[4],
                 size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (memcmp(description->application, applications[i], 4) == 0) {
            return true;
        }
    }
    return false;
}

static bool without_application(const ff_fit_description *description) {
    static const uint8_t zeros[16] = {0};
    return memcmp(description->application, zeros, sizeof zeros) == 0;
}

/* A field whose unit is empty is taken to be in the channel's own. */
static ff_fit_dynamic placed(const ff_fit_description *description, ff_channel channel) {
    double factor = description->units[0] != '\0' ? unit_factor(description->units, channel) : 1;
    return factor > 0 ? (ff_fit_dynamic){.channel = (int)channel, .factor = factor} : not_for_us;
}

/* Stryd's numbering; without an application id (its own pod) the name must say the same. */
static ff_fit_dynamic stryd_field(const ff_fit_description *description) {
    bool by_name = without_application(description);
    if (!by_name && !from(description, stryd_applications,
                          sizeof stryd_applications / sizeof stryd_applications[0])) {
        return not_for_us;
    }
    for (size_t i = 0; i < sizeof stryd_fields / sizeof stryd_fields[0]; i++) {
        const stryd_row *row = &stryd_fields[i];
        bool same_name = same_text(row->name, description->name);
        if (description->number == row->number &&
            (same_name || (!by_name && description->name[0] == '\0'))) {
            return placed(description, row->channel);
        }
    }
    return not_for_us;
}

static ff_fit_dynamic named_field(const ff_fit_description *description) {
    for (size_t i = 0; i < sizeof named_fields / sizeof named_fields[0]; i++) {
        if (same_text(named_fields[i].name, description->name)) {
            ff_fit_dynamic dynamic = placed(description, named_fields[i].channel);
            /* RunScribe writes units in words of its own ("ms", "Gs", "FS Type"). */
            if (dynamic.channel < 0 && strncmp(named_fields[i].name, "rs_", 3) == 0) {
                dynamic = (ff_fit_dynamic){.channel = (int)named_fields[i].channel, .factor = 1};
            }
            dynamic.native = dynamic.channel == FF_POWER || dynamic.channel == FF_CORE_TEMPERATURE;
            return dynamic;
        }
    }
    return not_for_us;
}

int ff_fit_channel_of_field(uint8_t field) {
    switch (field) {
    case FF_FIT_RECORD_ENHANCED_SPEED:
    case FF_FIT_RECORD_SPEED:
        return FF_SPEED;
    case FF_FIT_RECORD_DISTANCE:
        return FF_DISTANCE;
    case FF_FIT_RECORD_CADENCE:
        return FF_CADENCE;
    case FF_FIT_RECORD_STANCE_TIME:
        return FF_STANCE_TIME;
    case FF_FIT_RECORD_STANCE_TIME_PERCENT:
        return FF_STANCE_TIME_PERCENT;
    case FF_FIT_RECORD_VERTICAL_OSCILLATION:
        return FF_VERTICAL_OSCILLATION;
    case FF_FIT_RECORD_STEP_LENGTH:
        return FF_STEP_LENGTH;
    case FF_FIT_RECORD_STANCE_TIME_BALANCE:
        return FF_BALANCE_LEFT;
    case FF_FIT_RECORD_VERTICAL_RATIO:
        return FF_VERTICAL_RATIO;
    case FF_FIT_RECORD_POWER:
        return FF_POWER;
    case FF_FIT_RECORD_HEART_RATE:
        return FF_HEART_RATE;
    case FF_FIT_RECORD_ENHANCED_ALTITUDE:
    case FF_FIT_RECORD_ALTITUDE:
        return FF_ALTITUDE;
    case FF_FIT_RECORD_TEMPERATURE:
        return FF_TEMPERATURE;
    case FF_FIT_RECORD_GRADE:
        return FF_GRADE;
    case FF_FIT_RECORD_ENHANCED_RESPIRATION_RATE:
    case FF_FIT_RECORD_RESPIRATION_RATE:
        return FF_RESPIRATION;
    case FF_FIT_RECORD_CORE_TEMPERATURE:
        return FF_CORE_TEMPERATURE;
    case FF_FIT_RECORD_SATURATED_HEMOGLOBIN:
        return FF_MUSCLE_OXYGEN;
    case FF_FIT_RECORD_TOTAL_HEMOGLOBIN:
        return FF_MUSCLE_HEMOGLOBIN;
    default:
        return -1;
    }
}

/* A field that says which native field it stands for, where the units agree. */
static ff_fit_dynamic native_field(const ff_fit_description *description) {
    if (description->native_field == 0xFF ||
        (description->native_message != FF_FIT_RECORD && description->native_message != 0xFFFF)) {
        return not_for_us;
    }
    int channel = ff_fit_channel_of_field(description->native_field);
    double factor = channel >= 0 ? unit_factor(description->units, (ff_channel)channel) : 0;
    return factor > 0 ? (ff_fit_dynamic){.channel = channel, .factor = factor, .native = true}
                      : not_for_us;
}

bool ff_fit_is_suunto_feeling(const ff_fit_description *description) {
    return memcmp(description->application, "Suunto", 6) == 0 &&
           same_text("feeling", description->name);
}

static ff_fit_dynamic own_field(const ff_fit_description *description) {
    return (ff_fit_dynamic){.channel = ff_channel_of_name(description->name), .factor = 1};
}

ff_fit_dynamic ff_fit_dynamic_of(const ff_fit_description *description) {
    if (memcmp(description->application, ff_fit_own_application, 16) == 0) {
        return own_field(description);
    }
    ff_fit_dynamic dynamic = stryd_field(description);
    if (dynamic.channel < 0) {
        dynamic = named_field(description);
    }
    if (dynamic.channel < 0) {
        dynamic = native_field(description);
    }
    dynamic.nameless = dynamic.channel < 0 && description->name[0] == '\0' &&
                       from(description, runscribe_applications,
                            sizeof runscribe_applications / sizeof runscribe_applications[0]);
    return dynamic;
}
