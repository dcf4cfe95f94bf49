#include "files/apple_value.h"

#include "base/civil.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    ff_apple_measure measure;
    bool sum;
} kind_row;

#define KIND_ROW(id, name, measure, sum) [id] = {name, measure, sum},
static const kind_row kinds[FF_APPLE_KIND_COUNT] = {FF_APPLE_KIND_LIST(KIND_ROW)};
#undef KIND_ROW

#define TYPE_PREFIX        "HKQuantityTypeIdentifier"
#define TYPE_PREFIX_LENGTH (sizeof TYPE_PREFIX - 1)

int ff_apple_kind_of(const char *type) {
    if (strncmp(type, TYPE_PREFIX, TYPE_PREFIX_LENGTH) != 0) {
        return -1;
    }
    const char *name = type + TYPE_PREFIX_LENGTH;
    for (int i = 0; i < FF_APPLE_KIND_COUNT; i++) {
        if (kinds[i].name[0] == name[0] && strcmp(kinds[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

bool ff_apple_kind_is_sum(ff_apple_kind kind) {
    return kinds[kind].sum;
}

ff_apple_measure ff_apple_kind_measure(ff_apple_kind kind) {
    return kinds[kind].measure;
}

/* Dates */

/* Exactly count digits; false when there are fewer. */
static bool digits(const char **text, int count, int *number) {
    int n = 0;
    for (int i = 0; i < count; i++, (*text)++) {
        if (**text < '0' || **text > '9') {
            return false;
        }
        n = n * 10 + (**text - '0');
    }
    *number = n;
    return true;
}

/* A mark that stands between parts in the one form of a date and is missing in the other. */
static bool mark(const char **text, char wanted, bool compact) {
    if (compact) {
        return true;
    }
    return *(*text)++ == wanted;
}

static bool parse_offset(const char *at, int32_t *offset_s) {
    int sign = *at == '-' ? -1 : 1, hours, minutes;
    if (*at != '-' && *at != '+') {
        return false;
    }
    at++;
    if (!digits(&at, 2, &hours) || !digits(&at, 2, &minutes) || *at != '\0' || hours > 15 ||
        minutes > 59) {
        return false;
    }
    *offset_s = sign * (hours * 3600 + minutes * 60);
    return true;
}

static bool is_real(const ff_civil *c) {
    static const int lengths[12] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (c->month < 1 || c->month > 12 || c->day < 1 || c->day > lengths[c->month - 1] ||
        c->hour > 23 || c->minute > 59 || c->second > 60) {
        return false;
    }
    bool leap = c->year % 4 == 0 && (c->year % 100 != 0 || c->year % 400 == 0);
    return c->month != 2 || c->day < 29 || leap;
}

bool ff_apple_parse_date(const char *text, ff_apple_date *date) {
    ff_civil c;
    const char *at = text;
    if (!digits(&at, 4, &c.year)) {
        return false;
    }
    bool compact = *at != '-';
    if (!mark(&at, '-', compact) || !digits(&at, 2, &c.month) || !mark(&at, '-', compact) ||
        !digits(&at, 2, &c.day) || !mark(&at, ' ', compact) || !digits(&at, 2, &c.hour) ||
        !mark(&at, ':', compact) || !digits(&at, 2, &c.minute) || !mark(&at, ':', compact) ||
        !digits(&at, 2, &c.second) || !mark(&at, ' ', compact) ||
        !parse_offset(at, &date->offset_s) || !is_real(&c)) {
        return false;
    }
    date->at_s = ff_civil_to_seconds(&c) - date->offset_s;
    return true;
}

/* Numbers and units */

/* Up to 15 digits and a power of ten up to 10^22 are exact as doubles, so one division rounds
 * correctly (D. W. Clinger, How to read floating point numbers accurately, 1990). */
bool ff_apple_parse_number(const char *text, double *x) {
    static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    int64_t whole = 0;
    int count = 0, places = 0;
    const char *at = text + (*text == '-');
    for (; *at >= '0' && *at <= '9' && count < 15; at++, count++) {
        whole = whole * 10 + (*at - '0');
    }
    if (*at == '.' && count > 0) {
        for (at++; *at >= '0' && *at <= '9' && count < 15; at++, count++, places++) {
            whole = whole * 10 + (*at - '0');
        }
    }
    if (*at != '\0' || count == 0) {
        return ff_number_parse(text, x);
    }
    double value = (double)whole / powers[places];
    *x = *text == '-' ? -value : value;
    return true;
}

typedef struct {
    ff_apple_measure measure;
    const char *unit;
    double factor;
} unit_row;

/* As Apple writes units (HKUnit's unitString). Foot, inch, yard and mile: the international ones of
 * 1959. */
static const unit_row units[] = {
    {FF_APPLE_PER_TIME, "count/min", 1},
    {FF_APPLE_PER_TIME, "count/s", 60},
    {FF_APPLE_COUNT, "count", 1},
    {FF_APPLE_LENGTH, "km", 1000},
    {FF_APPLE_LENGTH, "mi", 1609.344},
    {FF_APPLE_LENGTH, "m", 1},
    {FF_APPLE_LENGTH, "cm", 0.01},
    {FF_APPLE_LENGTH, "ft", 0.3048},
    {FF_APPLE_LENGTH, "in", 0.0254},
    {FF_APPLE_LENGTH, "yd", 0.9144},
    {FF_APPLE_LENGTH, "mm", 0.001},
    {FF_APPLE_VELOCITY, "km/hr", 1 / 3.6},
    {FF_APPLE_VELOCITY, "mi/hr", 0.44704},
    {FF_APPLE_VELOCITY, "m/s", 1},
    {FF_APPLE_VELOCITY, "ft/s", 0.3048},
    {FF_APPLE_VELOCITY, "m/min", 1.0 / 60},
    {FF_APPLE_VELOCITY, "km/min", 1000.0 / 60},
    {FF_APPLE_VELOCITY, "mi/min", 1609.344 / 60},
    {FF_APPLE_WATT, "W", 1},
    {FF_APPLE_WATT, "kW", 1000},
    {FF_APPLE_TIME, "ms", 0.001},
    {FF_APPLE_TIME, "s", 1},
    {FF_APPLE_TIME, "min", 60},
    {FF_APPLE_TIME, "hr", 3600},
    {FF_APPLE_SCORE, "appleEffortScore", 1},
    {FF_APPLE_WARMTH, "degC", 1},
    {FF_APPLE_SHARE, "%", 1},
};

bool ff_apple_convert(ff_apple_measure measure, double value, const char *unit, double *x) {
    if (measure == FF_APPLE_WARMTH && strcmp(unit, "degF") == 0) {
        *x = (value - 32) / 1.8;
        return true;
    }
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (units[i].measure == measure && strcmp(units[i].unit, unit) == 0) {
            *x = value * units[i].factor;
            return true;
        }
    }
    return false;
}

bool ff_apple_parse_quantity(ff_apple_measure measure, const char *text, double *x) {
    char number[48];
    const char *blank = strchr(text, ' ');
    size_t length = blank != NULL ? (size_t)(blank - text) : 0;
    if (length == 0 || length >= sizeof number) {
        return false;
    }
    memcpy(number, text, length);
    number[length] = '\0';
    double value;
    return ff_apple_parse_number(number, &value) && ff_apple_convert(measure, value, blank + 1, x);
}

/* Devices */

/* The part of the attribute behind ", key:", up to the comma before the next key, or the closing
 * '>'. Values may hold commas ("Watch7,2"), but no comma with a blank behind it. */
static const char *part_of(const char *device, const char *key, size_t *length) {
    size_t key_length = strlen(key);
    for (const char *at = device; at != NULL && (at = strstr(at, key)) != NULL; at += key_length) {
        if (at == device || at[-1] != ' ') {
            continue;
        }
        const char *value = at + key_length;
        const char *end = strstr(value, ", ");
        *length = end != NULL ? (size_t)(end - value) : strcspn(value, ">");
        return *length > 0 ? value : NULL;
    }
    return NULL;
}

static bool part_begins(const char *device, const char *key, const char *with) {
    size_t length;
    const char *part = part_of(device, key, &length);
    return part != NULL && strncmp(part, with, strlen(with)) == 0;
}

ff_apple_wearer ff_apple_wearer_of(const char *source_name, const char *device) {
    if (part_begins(device, "model:", "Watch") || part_begins(device, "hardware:", "Watch")) {
        return FF_APPLE_WATCH;
    }
    if (part_begins(device, "model:", "iPhone") || part_begins(device, "hardware:", "iPhone")) {
        return FF_APPLE_PHONE;
    }
    if (device != NULL || source_name == NULL) {
        return FF_APPLE_OTHER;
    }
    return strstr(source_name, "Watch") != NULL    ? FF_APPLE_WATCH
           : strstr(source_name, "iPhone") != NULL ? FF_APPLE_PHONE
                                                   : FF_APPLE_OTHER;
}

/* More of a name than this helps nobody. */
#define NAME_MOST 200u

static const char *copy_part(ff_arena *arena, const char *part, size_t length) {
    while (length > 0 && part[length - 1] == ' ') {
        length--;
    }
    return part != NULL && length > 0
               ? ff_arena_copy_bytes(arena, part, length < NAME_MOST ? length : NAME_MOST)
               : NULL;
}

static const char *copy_of(ff_arena *arena, const char *device, const char *key) {
    size_t length = 0;
    const char *part = part_of(device, key, &length);
    return copy_part(arena, part, part != NULL ? length : 0);
}

ff_device ff_apple_device_of(const char *source_name, const char *device, ff_arena *arena) {
    ff_device is = {0};
    if (device != NULL) {
        bool apple = part_begins(device, "manufacturer:", "Apple");
        is.maker = apple ? "apple" : copy_of(arena, device, "manufacturer:");
        is.product = copy_of(arena, device, "name:");
        if (apple && is.product != NULL && strncmp(is.product, "Apple ", 6) == 0) {
            is.product += 6; /* the maker is told beside it */
        }
        const char *hardware = copy_of(arena, device, "hardware:");
        if (is.product != NULL && hardware != NULL) {
            is.product = ff_arena_printf(arena, "%s (%s)", is.product, hardware);
        } else if (hardware != NULL) {
            is.product = hardware;
        }
        is.software = copy_of(arena, device, "software:");
    }
    if (is.product == NULL && source_name != NULL) {
        is.product = copy_part(arena, source_name, strlen(source_name));
    }
    return is;
}

/* Local time */

#define MINUTE_S   60
#define HOUR_S     3600
#define QUARTER_S  900 /* all offsets in use are whole quarters of an hour */
#define EARLIEST_S (-12 * HOUR_S)
#define LATEST_S   (14 * HOUR_S)

/* One or two digits. */
static bool short_number(const char **text, int *number) {
    if (!digits(text, 1, number)) {
        return false;
    }
    if (**text >= '0' && **text <= '9') {
        *number = *number * 10 + (*(*text)++ - '0');
    }
    return true;
}

/* Behind the minute: "am", "pm", or nothing on a clock of 24 hours. */
static bool half_of_day(const char *at, int *hour) {
    if (strcmp(at, ".gpx") == 0) {
        return *hour < 24;
    }
    bool afternoon = strcmp(at, "pm.gpx") == 0;
    if ((!afternoon && strcmp(at, "am.gpx") != 0) || *hour < 1 || *hour > 12) {
        return false;
    }
    *hour = *hour % 12 + (afternoon ? 12 : 0);
    return true;
}

bool ff_apple_route_offset(const char *path, int64_t end_s, int32_t *offset_s) {
    const char *name = strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path;
    ff_civil c = {0};
    if (strncmp(name, "route_", 6) != 0) {
        return false;
    }
    name += 6;
    if (!digits(&name, 4, &c.year) || *name++ != '-' || !digits(&name, 2, &c.month) ||
        *name++ != '-' || !digits(&name, 2, &c.day) || *name++ != '_' ||
        !short_number(&name, &c.hour) || *name++ != '.' || !digits(&name, 2, &c.minute) ||
        !half_of_day(name, &c.hour) || !is_real(&c)) {
        return false;
    }
    int64_t apart = ff_civil_to_seconds(&c) - end_s; /* the name's seconds are cut off */
    if (apart < EARLIEST_S - 2 * MINUTE_S || apart > LATEST_S + 2 * MINUTE_S) {
        return false;
    }
    int32_t offset = (int32_t)(lround((double)apart / QUARTER_S) * QUARTER_S);
    if (llabs(apart - offset) > 2 * MINUTE_S) {
        return false;
    }
    *offset_s = offset;
    return true;
}

/* The part of the year: 1 from 10 April to 20 September, 2 from 10 November to 5 March, else 0.
 * Countries with summer time begin and end it between these (rules of the tz database, 2007 to
 * 2025: the north from the second Sunday of March or later to the first of November or earlier, the
 * south until the first Sunday of April and from the last of September). */
static int part_of_year(const ff_apple_date *date) {
    ff_civil c = ff_civil_of_seconds(date->at_s + date->offset_s);
    int day = c.month * 100 + c.day;
    return day >= 410 && day <= 920 ? 1 : day >= 1110 || day <= 305 ? 2 : 0;
}

bool ff_apple_offset_believable(const ff_apple_date *date, const ff_apple_date *exported) {
    if (date->offset_s < EARLIEST_S || date->offset_s > LATEST_S) {
        return false;
    }
    if (date->offset_s != exported->offset_s) {
        return true;
    }
    int part = part_of_year(date);
    return part != 0 && part == part_of_year(exported);
}
