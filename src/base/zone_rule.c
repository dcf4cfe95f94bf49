#include "base/zone_rule.h"

#include "base/civil.h"

#include <string.h>

#define DAY_S  86400
#define HOUR_S 3600

enum { OFFSET_MOST_H = 24, TIME_MOST_H = 167, NAME_LEAST = 3, FEBRUARY_29 = 60 };

/* --- reading --- */

typedef struct reader {
    const char *text;
    size_t length, at;
    ff_error *error;
    bool failed;
} reader;

static void refuse(reader *r, const char *why) {
    if (!r->failed) {
        r->failed = true;
        ff_fail(r->error, FF_ERR_VALUE, "time zone", (int64_t)r->at, "%s", why);
    }
}

static char peek(const reader *r) {
    if (r->at >= r->length || r->failed) {
        return '\0';
    }
    return r->text[r->at];
}

static bool skip(reader *r, char c) {
    bool there = c != '\0' && peek(r) == c;
    r->at += there;
    return there;
}

static bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static void read_name(reader *r, char name[FF_ZONE_NAME_SIZE]) {
    bool quoted = skip(r, '<');
    size_t start = r->at;
    for (char c = peek(r); is_letter(c) || (quoted && (is_digit(c) || c == '+' || c == '-'));
         c = peek(r)) {
        r->at++;
    }
    size_t length = r->at - start;
    if (length < NAME_LEAST || length >= FF_ZONE_NAME_SIZE) {
        refuse(r, "a time zone's rule begins with a name of 3 to 15 letters, such as CET");
        return;
    }
    memcpy(name, r->text + start, length);
    name[length] = '\0';
    if (quoted && !skip(r, '>')) {
        refuse(r, "the name in a time zone's rule is not closed by '>'");
    }
}

static int read_number(reader *r, int least, int most) {
    int value = 0;
    if (!is_digit(peek(r))) {
        refuse(r, "a number is missing in a time zone's rule");
    }
    for (; is_digit(peek(r)) && value <= most; r->at++) {
        value = value * 10 + (peek(r) - '0');
    }
    if (value < least || value > most) {
        refuse(r, "a number in a time zone's rule is out of bounds");
    }
    return value;
}

/* [+-]hh[:mm[:ss]] */
static int32_t read_time(reader *r, int most_h) {
    bool minus = skip(r, '-');
    if (!minus) {
        skip(r, '+');
    }
    int32_t time_s = read_number(r, 0, most_h) * HOUR_S;
    if (skip(r, ':')) {
        time_s += read_number(r, 0, 59) * 60;
        time_s += skip(r, ':') ? read_number(r, 0, 59) : 0;
    }
    return minus ? -time_s : time_s;
}

static void read_date(reader *r, ff_zone_date *date) {
    if (!skip(r, ',')) {
        refuse(r, "a time zone's rule does not say when summer time begins and ends");
    } else if (skip(r, 'J')) {
        date->kind = FF_ZONE_DAY_J;
        date->day = read_number(r, 1, 365);
    } else if (skip(r, 'M')) {
        date->kind = FF_ZONE_DAY_M;
        date->month = read_number(r, 1, 12);
        date->week = skip(r, '.') ? read_number(r, 1, 5) : 0;
        date->weekday = date->week > 0 && skip(r, '.') ? read_number(r, 0, 6) : -1;
        if (date->weekday < 0) {
            refuse(r,
                   "a day in a time zone's rule is a month, a week and a weekday, such as M3.5.0");
        }
    } else {
        date->kind = FF_ZONE_DAY_N;
        date->day = read_number(r, 0, 365);
    }
    date->time_s = skip(r, '/') ? read_time(r, TIME_MOST_H) : 2 * HOUR_S;
}

static void read_rule(reader *r, ff_zone_rule *rule) {
    read_name(r, rule->usual.name);
    rule->usual.offset_s = -read_time(r, OFFSET_MOST_H); /* POSIX counts west of Greenwich */
    rule->has_summer = r->at < r->length;
    if (rule->has_summer) {
        read_name(r, rule->summer.name);
        bool told = peek(r) != ',' && peek(r) != '\0';
        rule->summer.offset_s = told ? -read_time(r, OFFSET_MOST_H) : rule->usual.offset_s + HOUR_S;
        rule->summer.summer = true;
        read_date(r, &rule->begins);
        read_date(r, &rule->ends);
    }
    if (r->at < r->length) {
        refuse(r, "a time zone's rule goes on after its end");
    }
}

ff_code ff_zone_rule_parse(const char *text, size_t length, ff_zone_rule *rule, ff_error *error) {
    *rule = (ff_zone_rule){0};
    reader r = {.text = text, .length = length, .error = error};
    if (length > FF_ZONE_RULE_MOST) {
        refuse(&r, "a time zone's rule is longer than 256 bytes");
    } else {
        read_rule(&r, rule);
    }
    return r.failed ? FF_ERR_VALUE : FF_OK;
}

/* --- the moments of a year --- */

static int64_t year_begins(int year) {
    return ff_civil_to_seconds(&(ff_civil){.year = year, .month = 1, .day = 1});
}

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int64_t week_day(const ff_zone_date *date, int year) {
    ff_civil first = {.year = year, .month = date->month, .day = 1};
    ff_civil next = {.year = year + date->month / 12, .month = date->month % 12 + 1, .day = 1};
    int64_t start = ff_civil_to_seconds(&first), end = ff_civil_to_seconds(&next);
    int from_monday =
        (date->weekday + 6) % 7; /* rules count from Sunday, ff_civil_weekday from Monday */
    int ahead = (from_monday - ff_civil_weekday(start) + 7) % 7 + 7 * (date->week - 1);
    int64_t midnight = start + (int64_t)ahead * DAY_S;
    return midnight < end ? midnight : midnight - 7 * (int64_t)DAY_S;
}

int64_t ff_zone_date_local(const ff_zone_date *date, int year) {
    int64_t midnight;
    if (date->kind == FF_ZONE_DAY_M) {
        midnight = week_day(date, year);
    } else if (date->kind == FF_ZONE_DAY_N) {
        midnight = year_begins(year) + (int64_t)date->day * DAY_S;
    } else {
        bool after = is_leap(year) && date->day >= FEBRUARY_29;
        midnight = year_begins(year) + (int64_t)(date->day - 1 + after) * DAY_S;
    }
    return midnight + date->time_s;
}

/* --- what holds when --- */

/* Two years before that of a moment, since a summer may end a week into the next year; that year,
 * and two after it. */
enum { YEARS_BEFORE = 2, YEARS = 5, MOMENTS = 2 * YEARS };

typedef struct moment {
    int64_t at_s;
    const ff_zone_change *is; /* from then on */
} moment;

/* Where one summer ends as the next one begins, it is summer: so rules say that it always is. */
static bool is_before(const moment *a, const moment *b) {
    return a->at_s != b->at_s ? a->at_s < b->at_s : !a->is->summer && b->is->summer;
}

static void list_moments(const ff_zone_rule *rule, int64_t utc_s, moment list[MOMENTS]) {
    int year = ff_civil_of_seconds(utc_s + rule->usual.offset_s).year - YEARS_BEFORE;
    for (int i = 0; i < MOMENTS; i++) {
        bool begins = i % 2 == 0;
        int64_t local = ff_zone_date_local(begins ? &rule->begins : &rule->ends, year + i / 2);
        moment m = begins ? (moment){local - rule->usual.offset_s, &rule->summer}
                          : (moment){local - rule->summer.offset_s, &rule->usual};
        int at = i;
        for (; at > 0 && is_before(&m, &list[at - 1]); at--) {
            list[at] = list[at - 1];
        }
        list[at] = m;
    }
}

const ff_zone_change *ff_zone_rule_at(const ff_zone_rule *rule, int64_t utc_s) {
    if (!rule->has_summer) {
        return &rule->usual;
    }
    moment list[MOMENTS];
    list_moments(rule, utc_s, list);
    const ff_zone_change *is = list[0].is;
    for (int i = 1; i < MOMENTS && list[i].at_s <= utc_s; i++) {
        is = list[i].is;
    }
    return is;
}

bool ff_zone_rule_next(const ff_zone_rule *rule, int64_t after_s, ff_zone_change *change) {
    if (!rule->has_summer) {
        return false;
    }
    moment list[MOMENTS];
    list_moments(rule, after_s, list);
    const ff_zone_change *was = ff_zone_rule_at(rule, after_s);
    /* The last of them may have one beside it that is not in the list. */
    for (int i = 0; i + 1 < MOMENTS; i++) {
        bool stays = list[i + 1].at_s > list[i].at_s;
        if (list[i].at_s > after_s && stays && list[i].is->offset_s != was->offset_s) {
            *change = *list[i].is;
            change->at_s = list[i].at_s;
            return true;
        }
    }
    return false;
}
