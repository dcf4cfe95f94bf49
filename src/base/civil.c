#include "base/civil.h"

#include "base/number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY_S   INT64_C(86400)
#define FIRST_S (INT64_C(-377673580800)) /* -9999-01-01 */
#define LAST_S  INT64_C(253402300799)    /* 9999-12-31T23:59:59 */

static int64_t floor_div(int64_t a, int64_t b) {
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* Days since 1970-01-01: years are counted from March, so that the leap day ends them and month
 * lengths follow one line; 400 years have 146,097 days. */
static int64_t days_of_date(int64_t year, int month, int day) {
    year -= month <= 2;
    int64_t era = floor_div(year, 400);
    int64_t year_of_era = year - era * 400;
    int64_t month_from_march = (month + 9) % 12;
    int64_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

int64_t ff_civil_to_seconds(const ff_civil *c) {
    int64_t days = days_of_date(c->year, c->month, c->day);
    return days * DAY_S + INT64_C(3600) * c->hour + INT64_C(60) * c->minute + c->second;
}

int ff_civil_weekday(int64_t local_s) {
    int64_t since_monday = floor_div(local_s, DAY_S) + 3; /* 1970-01-01 was a Thursday */
    return (int)(since_monday - 7 * floor_div(since_monday, 7));
}

const char *ff_civil_weekday_name(int weekday) {
    static const char names[][4] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    return (unsigned)weekday < 7 ? names[weekday] : "";
}

ff_civil ff_civil_of_seconds(int64_t seconds) {
    seconds = seconds < FIRST_S ? FIRST_S : seconds > LAST_S ? LAST_S : seconds;
    int64_t days = floor_div(seconds, DAY_S);
    int64_t in_day = seconds - days * DAY_S;
    days += 719468;
    int64_t era = floor_div(days, 146097);
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_from_march = (5 * day_of_year + 2) / 153;
    int month = (int)(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    return (ff_civil){.year = (int)(year_of_era + era * 400 + (month <= 2)),
                      .month = month,
                      .day = (int)(day_of_year - (153 * month_from_march + 2) / 5 + 1),
                      .hour = (int)(in_day / 3600),
                      .minute = (int)(in_day / 60 % 60),
                      .second = (int)(in_day % 60)};
}

void ff_iso_format(int64_t utc_s, bool offset_known, int32_t offset_s, char buffer[FF_ISO_SIZE]) {
    ff_civil c = ff_civil_of_seconds(utc_s + (offset_known ? offset_s : 0));
    int length = snprintf(buffer, FF_ISO_SIZE, "%04d-%02d-%02dT%02d:%02d:%02d", c.year, c.month,
                          c.day, c.hour, c.minute, c.second);
    if (!offset_known) {
        snprintf(buffer + length, FF_ISO_SIZE - (size_t)length, "Z");
    } else {
        int minutes = (int)(llabs(offset_s) / 60 % 6000);
        snprintf(buffer + length, FF_ISO_SIZE - (size_t)length, "%c%02d:%02d",
                 offset_s < 0 ? '-' : '+', minutes / 60, minutes % 60);
    }
}

void ff_iso_date(int64_t local_s, char buffer[FF_ISO_SIZE]) {
    ff_civil c = ff_civil_of_seconds(local_s);
    if (c.year < 0) {
        *buffer++ = '-';
    }
    char *at = ff_number_digits((unsigned long)abs(c.year), c.year < 0 ? 3 : 4, buffer);
    *at++ = '-';
    at = ff_number_digits((unsigned long)c.month, 2, at);
    *at++ = '-';
    ff_number_digits((unsigned long)c.day, 2, at);
}

bool ff_iso_parse_date(const char *text, int64_t *midnight_s) {
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    for (int i = 0; i < 10; i++) {
        if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) {
            return false;
        }
    }
    ff_civil c = {.year = atoi(text), .month = atoi(text + 5), .day = atoi(text + 8)};
    if (c.month < 1 || c.month > 12 || c.day < 1 || c.day > 31) {
        return false;
    }
    *midnight_s = ff_civil_to_seconds(&c);
    ff_civil back = ff_civil_of_seconds(*midnight_s);
    return back.month == c.month && back.day == c.day;
}

/* Two digits, or -1. */
static int two_digits(const char *text) {
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') {
        return -1;
    }
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/* The fraction of a second at *at ("" is 0), which moves on. */
static double fraction_at(const char **at) {
    double fraction = 0, unit = 0.1;
    if (**at != '.' && **at != ',') {
        return 0;
    }
    for (++*at; **at >= '0' && **at <= '9'; ++*at) {
        fraction += (**at - '0') * unit;
        unit /= 10;
    }
    return fraction;
}

/* All that is left of the text is the zone. */
static bool parse_zone(const char *text, ff_iso_time *time) {
    text += *text == ' ';
    time->zone_told = *text != '\0';
    time->offset_s = 0;
    if (*text == '\0' || ((*text == 'Z' || *text == 'z') && text[1] == '\0')) {
        return true;
    }
    int hours = *text == '+' || *text == '-' ? two_digits(text + 1) : -1;
    if (hours < 0) {
        return false;
    }
    const char *rest = text + 3;
    rest += *rest == ':';
    int minutes = *rest == '\0' ? 0 : two_digits(rest);
    if (minutes < 0 || minutes > 59 || (*rest != '\0' && rest[2] != '\0')) {
        return false;
    }
    time->offset_s = (hours * 3600 + minutes * 60) * (*text == '-' ? -1 : 1);
    return true;
}

bool ff_iso_parse_time(const char *text, ff_iso_time *time) {
    char date[11] = {0};
    int64_t midnight_s;
    if (strlen(text) < 16 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':') {
        return false;
    }
    memcpy(date, text, 10);
    int hour = two_digits(text + 11), minute = two_digits(text + 14), second = 0;
    const char *rest = text + 16;
    if (*rest == ':') {
        second = two_digits(rest + 1);
        rest += second >= 0 ? 3 : 0;
    }
    double fraction = fraction_at(&rest);
    /* A leap second is written as 60. */
    if (!ff_iso_parse_date(date, &midnight_s) || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59 || second < 0 || second > 60 || !parse_zone(rest, time)) {
        return false;
    }
    int64_t whole = midnight_s + hour * 3600 + minute * 60 + second - time->offset_s;
    time->utc_s = (double)whole + fraction;
    return true;
}
