#include "files/time_zone.h"

#include "base/civil.h"

#include <stddef.h>
#include <string.h>

/* When clocks are put forward and back. */
typedef enum {
    NONE,
    EUROPE,     /* last Sunday of March to last of October, both at 01:00 UTC */
    AMERICA,    /* second Sunday of March to first of November, at 02:00 by the clock */
    AUSTRALIA,  /* first Sunday of October to first of April, at 02:00 without summer time */
    NEW_ZEALAND /* last Sunday of September to first of April, likewise */
} summer_rule;

/* Zones that have kept one offset and one of these rules since the year given, or since workouts
 * are recorded (2015). Checked hour by hour from then to 2030 against the tz database. */
static const struct {
    const char *name;
    short minutes; /* local time minus UTC, without summer time */
    summer_rule rule;
    short since; /* the first whole year; 0: always */
} zones[] = {
    {"Africa/Abidjan", 0, NONE, 0},
    {"Africa/Accra", 0, NONE, 0},
    {"Africa/Addis_Ababa", 180, NONE, 0},
    {"Africa/Algiers", 60, NONE, 0},
    {"Africa/Ceuta", 60, EUROPE, 0},
    {"Africa/Dakar", 0, NONE, 0},
    {"Africa/Dar_es_Salaam", 180, NONE, 0},
    {"Africa/Harare", 120, NONE, 0},
    {"Africa/Johannesburg", 120, NONE, 0},
    {"Africa/Kampala", 180, NONE, 0},
    {"Africa/Kigali", 120, NONE, 0},
    {"Africa/Kinshasa", 60, NONE, 0},
    {"Africa/Lagos", 60, NONE, 0},
    {"Africa/Luanda", 60, NONE, 0},
    {"Africa/Lusaka", 120, NONE, 0},
    {"Africa/Maputo", 120, NONE, 0},
    {"Africa/Nairobi", 180, NONE, 0},
    {"Africa/Tunis", 60, NONE, 0},
    {"America/Anchorage", -540, AMERICA, 0},
    {"America/Argentina/Buenos_Aires", -180, NONE, 0},
    {"America/Barbados", -240, NONE, 0},
    {"America/Bogota", -300, NONE, 0},
    {"America/Boise", -420, AMERICA, 0},
    {"America/Buenos_Aires", -180, NONE, 0},
    {"America/Cancun", -300, NONE, 2016},
    {"America/Caracas", -240, NONE, 2017},
    {"America/Cayenne", -180, NONE, 0},
    {"America/Chicago", -360, AMERICA, 0},
    {"America/Costa_Rica", -360, NONE, 0},
    {"America/Denver", -420, AMERICA, 0},
    {"America/Detroit", -300, AMERICA, 0},
    {"America/Edmonton", -420, AMERICA, 0},
    {"America/El_Salvador", -360, NONE, 0},
    {"America/Guadeloupe", -240, NONE, 0},
    {"America/Guatemala", -360, NONE, 0},
    {"America/Guayaquil", -300, NONE, 0},
    {"America/Halifax", -240, AMERICA, 0},
    {"America/Indiana/Indianapolis", -300, AMERICA, 0},
    {"America/Jamaica", -300, NONE, 0},
    {"America/Juneau", -540, AMERICA, 0},
    {"America/Kentucky/Louisville", -300, AMERICA, 0},
    {"America/La_Paz", -240, NONE, 0},
    {"America/Lima", -300, NONE, 0},
    {"America/Los_Angeles", -480, AMERICA, 0},
    {"America/Managua", -360, NONE, 0},
    {"America/Martinique", -240, NONE, 0},
    {"America/Mexico_City", -360, NONE, 2023},
    {"America/Moncton", -240, AMERICA, 0},
    {"America/Montevideo", -180, NONE, 2016},
    {"America/Montreal", -300, AMERICA, 0},
    {"America/New_York", -300, AMERICA, 0},
    {"America/Panama", -300, NONE, 0},
    {"America/Phoenix", -420, NONE, 0},
    {"America/Port_of_Spain", -240, NONE, 0},
    {"America/Puerto_Rico", -240, NONE, 0},
    {"America/Regina", -360, NONE, 0},
    {"America/Santo_Domingo", -240, NONE, 0},
    {"America/Sao_Paulo", -180, NONE, 2020},
    {"America/St_Johns", -210, AMERICA, 0},
    {"America/Tegucigalpa", -360, NONE, 0},
    {"America/Toronto", -300, AMERICA, 0},
    {"America/Vancouver", -480, AMERICA, 0},
    {"America/Winnipeg", -360, AMERICA, 0},
    {"Arctic/Longyearbyen", 60, EUROPE, 0},
    {"Asia/Amman", 180, NONE, 2023},
    {"Asia/Baghdad", 180, NONE, 0},
    {"Asia/Bahrain", 180, NONE, 0},
    {"Asia/Baku", 240, NONE, 2016},
    {"Asia/Bangkok", 420, NONE, 0},
    {"Asia/Calcutta", 330, NONE, 0},
    {"Asia/Colombo", 330, NONE, 0},
    {"Asia/Dhaka", 360, NONE, 0},
    {"Asia/Dubai", 240, NONE, 0},
    {"Asia/Ho_Chi_Minh", 420, NONE, 0},
    {"Asia/Hong_Kong", 480, NONE, 0},
    {"Asia/Jakarta", 420, NONE, 0},
    {"Asia/Karachi", 300, NONE, 0},
    {"Asia/Kathmandu", 345, NONE, 0},
    {"Asia/Katmandu", 345, NONE, 0},
    {"Asia/Kolkata", 330, NONE, 0},
    {"Asia/Kuala_Lumpur", 480, NONE, 0},
    {"Asia/Kuwait", 180, NONE, 0},
    {"Asia/Macau", 480, NONE, 0},
    {"Asia/Makassar", 480, NONE, 0},
    {"Asia/Manila", 480, NONE, 0},
    {"Asia/Muscat", 240, NONE, 0},
    {"Asia/Nicosia", 120, EUROPE, 0},
    {"Asia/Qatar", 180, NONE, 0},
    {"Asia/Rangoon", 390, NONE, 0},
    {"Asia/Riyadh", 180, NONE, 0},
    {"Asia/Saigon", 420, NONE, 0},
    {"Asia/Seoul", 540, NONE, 0},
    {"Asia/Shanghai", 480, NONE, 0},
    {"Asia/Singapore", 480, NONE, 0},
    {"Asia/Taipei", 480, NONE, 0},
    {"Asia/Tashkent", 300, NONE, 0},
    {"Asia/Tbilisi", 240, NONE, 0},
    {"Asia/Tehran", 210, NONE, 2023},
    {"Asia/Tokyo", 540, NONE, 0},
    {"Asia/Yangon", 390, NONE, 0},
    {"Asia/Yerevan", 240, NONE, 0},
    {"Atlantic/Azores", -60, EUROPE, 0},
    {"Atlantic/Bermuda", -240, AMERICA, 0},
    {"Atlantic/Canary", 0, EUROPE, 0},
    {"Atlantic/Faroe", 0, EUROPE, 0},
    {"Atlantic/Madeira", 0, EUROPE, 0},
    {"Atlantic/Reykjavik", 0, NONE, 0},
    {"Australia/Adelaide", 570, AUSTRALIA, 0},
    {"Australia/Brisbane", 600, NONE, 0},
    {"Australia/Canberra", 600, AUSTRALIA, 0},
    {"Australia/Darwin", 570, NONE, 0},
    {"Australia/Hobart", 600, AUSTRALIA, 0},
    {"Australia/Melbourne", 600, AUSTRALIA, 0},
    {"Australia/Perth", 480, NONE, 0},
    {"Australia/Sydney", 600, AUSTRALIA, 0},
    {"Etc/GMT", 0, NONE, 0},
    {"Etc/UTC", 0, NONE, 0},
    {"Europe/Amsterdam", 60, EUROPE, 0},
    {"Europe/Andorra", 60, EUROPE, 0},
    {"Europe/Athens", 120, EUROPE, 0},
    {"Europe/Belfast", 0, EUROPE, 0},
    {"Europe/Belgrade", 60, EUROPE, 0},
    {"Europe/Berlin", 60, EUROPE, 0},
    {"Europe/Bratislava", 60, EUROPE, 0},
    {"Europe/Brussels", 60, EUROPE, 0},
    {"Europe/Bucharest", 120, EUROPE, 0},
    {"Europe/Budapest", 60, EUROPE, 0},
    {"Europe/Copenhagen", 60, EUROPE, 0},
    {"Europe/Dublin", 0, EUROPE, 0},
    {"Europe/Gibraltar", 60, EUROPE, 0},
    {"Europe/Guernsey", 0, EUROPE, 0},
    {"Europe/Helsinki", 120, EUROPE, 0},
    {"Europe/Isle_of_Man", 0, EUROPE, 0},
    {"Europe/Istanbul", 180, NONE, 2017},
    {"Europe/Jersey", 0, EUROPE, 0},
    {"Europe/Kiev", 120, EUROPE, 0},
    {"Europe/Kyiv", 120, EUROPE, 0},
    {"Europe/Lisbon", 0, EUROPE, 0},
    {"Europe/Ljubljana", 60, EUROPE, 0},
    {"Europe/London", 0, EUROPE, 0},
    {"Europe/Luxembourg", 60, EUROPE, 0},
    {"Europe/Madrid", 60, EUROPE, 0},
    {"Europe/Malta", 60, EUROPE, 0},
    {"Europe/Mariehamn", 120, EUROPE, 0},
    {"Europe/Minsk", 180, NONE, 0},
    {"Europe/Monaco", 60, EUROPE, 0},
    {"Europe/Moscow", 180, NONE, 0},
    {"Europe/Oslo", 60, EUROPE, 0},
    {"Europe/Paris", 60, EUROPE, 0},
    {"Europe/Podgorica", 60, EUROPE, 0},
    {"Europe/Prague", 60, EUROPE, 0},
    {"Europe/Riga", 120, EUROPE, 0},
    {"Europe/Rome", 60, EUROPE, 0},
    {"Europe/San_Marino", 60, EUROPE, 0},
    {"Europe/Sarajevo", 60, EUROPE, 0},
    {"Europe/Skopje", 60, EUROPE, 0},
    {"Europe/Sofia", 120, EUROPE, 0},
    {"Europe/Stockholm", 60, EUROPE, 0},
    {"Europe/Tallinn", 120, EUROPE, 0},
    {"Europe/Tirane", 60, EUROPE, 0},
    {"Europe/Vaduz", 60, EUROPE, 0},
    {"Europe/Vatican", 60, EUROPE, 0},
    {"Europe/Vienna", 60, EUROPE, 0},
    {"Europe/Vilnius", 120, EUROPE, 0},
    {"Europe/Warsaw", 60, EUROPE, 0},
    {"Europe/Zagreb", 60, EUROPE, 0},
    {"Europe/Zurich", 60, EUROPE, 0},
    {"GMT", 0, NONE, 0},
    {"Indian/Mauritius", 240, NONE, 0},
    {"Indian/Reunion", 240, NONE, 0},
    {"Pacific/Auckland", 720, NEW_ZEALAND, 0},
    {"Pacific/Guam", 600, NONE, 0},
    {"Pacific/Honolulu", -600, NONE, 0},
    {"UTC", 0, NONE, 0},
};

#define DAY_S    86400
#define HOUR_S   3600
#define MINUTE_S 60

/* Midnight of the Sunday on or after a day. */
static int64_t sunday_from(int year, int month, int day) {
    int64_t midnight = ff_civil_to_seconds(&(ff_civil){.year = year, .month = month, .day = day});
    int64_t weekday = (midnight / DAY_S + 4) % 7; /* 1970-01-01 was a Thursday */
    return midnight + (7 - weekday) % 7 * DAY_S;
}

/* Whether the moment is in the summer half of the year by the rule. */
static bool is_summer(summer_rule rule, int year, int64_t utc_s, int64_t offset_s) {
    int64_t two = 2 * HOUR_S - offset_s, one = two - HOUR_S; /* by the clock, of standard time */
    switch (rule) {
    case EUROPE:
        return utc_s >= sunday_from(year, 3, 25) + HOUR_S &&
               utc_s < sunday_from(year, 10, 25) + HOUR_S;
    case AMERICA:
        return utc_s >= sunday_from(year, 3, 8) + two && utc_s < sunday_from(year, 11, 1) + one;
    case AUSTRALIA:
        return utc_s < sunday_from(year, 4, 1) + two || utc_s >= sunday_from(year, 10, 1) + two;
    case NEW_ZEALAND:
        return utc_s < sunday_from(year, 4, 1) + two || utc_s >= sunday_from(year, 9, 24) + two;
    default:
        return false;
    }
}

bool ff_time_zone_offset(const char *name, int64_t utc_s, int32_t *offset_s) {
    size_t i = 0;
    while (i < sizeof zones / sizeof zones[0] && strcmp(zones[i].name, name) != 0) {
        i++;
    }
    if (i == sizeof zones / sizeof zones[0]) {
        return false;
    }
    int64_t offset = zones[i].minutes * MINUTE_S;
    int year = ff_civil_of_seconds(utc_s + offset).year;
    if (year < zones[i].since) {
        return false;
    }
    *offset_s = (int32_t)(offset + (is_summer(zones[i].rule, year, utc_s, offset) ? HOUR_S : 0));
    return true;
}
