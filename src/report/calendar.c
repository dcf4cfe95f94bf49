#include "report/calendar.h"

#include "base/civil.h"
#include "base/utf8.h"

#include <string.h>

#define DAY_S  INT64_C(86400)
#define WEEK_S (7 * DAY_S)

/* A line may have so many octets without its end (RFC 5545, section 3.1). */
enum { LINE_MOST = 75 };
enum { ZONE_NAME_MOST = 64, UID_MOST = 200 };

/* 2020-01-01: seconds since then fit the 31 bits of a SEQUENCE until 2088. */
#define SEQUENCE_EPOCH_S INT64_C(1577836800)

typedef struct calendar_writer {
    const ff_calendar *calendar;
    ff_text *out;
    ff_text line; /* the one being written, not yet folded */
} calendar_writer;

/* --- lines --- */

/* Ends the line: breaks it where it is too long, between characters. */
static void end_line(calendar_writer *w) {
    size_t used = 0;
    for (size_t at = 0; at < w->line.length;) {
        size_t length = ff_utf8_length(w->line.data + at, w->line.length - at);
        length = length > 0 ? length : 1;
        if (used + length > LINE_MOST) {
            ff_text_add(w->out, "\r\n ");
            used = 1;
        }
        ff_text_add_bytes(w->out, w->line.data + at, length);
        used += length;
        at += length;
    }
    ff_text_add(w->out, "\r\n");
    ff_text_clear(&w->line);
}

static void plain_line(calendar_writer *w, const char *line) {
    ff_text_add(&w->line, line);
    end_line(w);
}

/* One character of a text value; control characters have no place in one. */
static void add_character(ff_text *line, const char *at, size_t length) {
    if (length == 0) {
        ff_text_add(line, "\xEF\xBF\xBD");
    } else if (*at == '\\' || *at == ';' || *at == ',') {
        ff_text_add_char(line, '\\');
        ff_text_add_char(line, *at);
    } else if (*at == '\n') {
        ff_text_add(line, "\\n");
    } else if (*at == '\t') {
        ff_text_add_char(line, ' ');
    } else if ((unsigned char)*at >= 0x20 && *at != 0x7F) {
        ff_text_add_bytes(line, at, length);
    }
}

static void text_line(calendar_writer *w, const char *name, const char *text) {
    size_t left = strlen(text);
    ff_text_addf(&w->line, "%s:", name);
    while (left > 0) {
        size_t length = ff_utf8_length(text, left);
        size_t step = length > 0 ? length : 1;
        add_character(&w->line, text, length);
        text += step;
        left -= step;
    }
    end_line(w);
}

static void add_date(ff_text *line, int64_t local_s) {
    ff_civil c = ff_civil_of_seconds(local_s);
    ff_text_addf(line, "%04d%02d%02d", c.year, c.month, c.day);
}

static void add_time(ff_text *line, int64_t local_s) {
    ff_civil c = ff_civil_of_seconds(local_s);
    add_date(line, local_s);
    ff_text_addf(line, "T%02d%02d%02d", c.hour, c.minute, c.second);
}

static void utc_line(calendar_writer *w, const char *name, int64_t utc_s) {
    ff_text_addf(&w->line, "%s:", name);
    add_time(&w->line, utc_s);
    ff_text_add_char(&w->line, 'Z');
    end_line(w);
}

/* --- the time zone --- */

static void offset_line(calendar_writer *w, const char *name, int32_t offset_s) {
    int32_t size_s = offset_s < 0 ? -offset_s : offset_s;
    ff_text_addf(&w->line, "%s:%c%02d%02d", name, offset_s < 0 ? '-' : '+', size_s / 3600,
                 size_s / 60 % 60);
    if (size_s % 60 != 0) {
        ff_text_addf(&w->line, "%02d", size_s % 60);
    }
    end_line(w);
}

/* From local_s on, by the clock of before, the offset is that of `is`; rule is how it comes again
 * ("" once only). The clock that is ahead of the other is called the summer's, whatever the zone
 * calls it: calendar programs expect that. */
static void write_observance(calendar_writer *w, int64_t local_s, const char *rule,
                             int32_t before_s, const ff_zone_change *is) {
    const char *kind = is->offset_s > before_s ? "DAYLIGHT" : "STANDARD";
    text_line(w, "BEGIN", kind);
    ff_text_add(&w->line, "DTSTART:");
    add_time(&w->line, local_s);
    end_line(w);
    if (rule[0] != '\0') {
        plain_line(w, rule);
    }
    offset_line(w, "TZOFFSETFROM", before_s);
    offset_line(w, "TZOFFSETTO", is->offset_s);
    if (is->name[0] != '\0') {
        text_line(w, "TZNAME", is->name);
    }
    text_line(w, "END", kind);
}

/* Whether a recurrence rule can tell this date of every year. */
static bool is_plain_date(const ff_zone_date *date) {
    return date->kind != FF_ZONE_DAY_N && date->time_s >= 0 && date->time_s < DAY_S;
}

static void date_rule(const ff_zone_date *date, ff_text *rule) {
    static const char days[7][3] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    ff_text_clear(rule);
    if (date->kind == FF_ZONE_DAY_M) {
        ff_text_addf(rule, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", date->month,
                     date->week == 5 ? -1 : date->week, days[date->weekday]);
    } else {
        ff_civil c = ff_civil_of_seconds(ff_zone_date_local(date, 2001)); /* no leap year */
        ff_text_addf(rule, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%d", c.month, c.day);
    }
}

/* What is to be explained: the moments between the first and the last event, with room around. */
typedef struct span {
    int64_t first_s, last_s; /* UTC */
} span;

/* Whether the zone keeps its rule, and nothing else, from a year before the span to its end. */
static bool keeps_rule(const ff_zone *zone, const span *s) {
    if (!zone->has_rule || !zone->rule.has_summer || !is_plain_date(&zone->rule.begins) ||
        !is_plain_date(&zone->rule.ends)) {
        return false;
    }
    int64_t at_s = s->first_s - 366 * DAY_S;
    bool same = ff_zone_at(zone, at_s)->offset_s == ff_zone_rule_at(&zone->rule, at_s)->offset_s;
    while (same && at_s < s->last_s) {
        ff_zone_change is = {0}, ruled = {0};
        bool changes = ff_zone_next(zone, at_s, &is);
        same = changes && ff_zone_rule_next(&zone->rule, at_s, &ruled) && is.at_s == ruled.at_s &&
               is.offset_s == ruled.offset_s;
        at_s = is.at_s;
    }
    return same;
}

static void write_rule(calendar_writer *w, const span *s) {
    const ff_zone_rule *rule = &w->calendar->zone->rule;
    int year = ff_civil_of_seconds(s->first_s).year - 1; /* so that all events lie after it */
    ff_text words;
    ff_text_init(&words, w->out->allocator);
    date_rule(&rule->begins, &words);
    write_observance(w, ff_zone_date_local(&rule->begins, year), words.data, rule->usual.offset_s,
                     &rule->summer);
    date_rule(&rule->ends, &words);
    write_observance(w, ff_zone_date_local(&rule->ends, year), words.data, rule->summer.offset_s,
                     &rule->usual);
    w->out->failed |= words.failed;
    ff_text_free(&words);
}

static void write_changes(calendar_writer *w, const span *s) {
    const ff_zone *zone = w->calendar->zone;
    const ff_zone_change *first = ff_zone_at(zone, s->first_s);
    int32_t offset_s = first->offset_s;
    write_observance(w, s->first_s + offset_s, "", offset_s, first);
    ff_zone_change change;
    for (int64_t at_s = s->first_s; ff_zone_next(zone, at_s, &change) && change.at_s <= s->last_s;
         at_s = change.at_s) {
        write_observance(w, change.at_s + offset_s, "", offset_s, &change);
        offset_s = change.offset_s;
    }
}

static void write_zone(calendar_writer *w, const span *s) {
    plain_line(w, "BEGIN:VTIMEZONE");
    text_line(w, "TZID", w->calendar->zone_name);
    if (keeps_rule(w->calendar->zone, s)) {
        write_rule(w, s);
    } else {
        write_changes(w, s);
    }
    plain_line(w, "END:VTIMEZONE");
}

/* --- events --- */

/* The start as it can be told: a time that the clock leaves out becomes the one it shows then. */
static int64_t told_start(const ff_zone *zone, int64_t start_s, bool *left_out) {
    *left_out = false;
    if (zone == NULL) {
        return start_s;
    }
    ff_wall_time times;
    int64_t utc_s = ff_zone_utc(zone, start_s, &times);
    *left_out = times == FF_WALL_NEVER;
    return *left_out ? utc_s + ff_zone_at(zone, utc_s)->offset_s : start_s;
}

static void start_line(calendar_writer *w, const ff_calendar_event *event) {
    bool left_out;
    int64_t start_s = told_start(w->calendar->zone, event->start_s, &left_out);
    if (event->whole_day) {
        ff_text_add(&w->line, "DTSTART;VALUE=DATE:");
        add_date(&w->line, event->start_s);
    } else if (w->calendar->zone != NULL) {
        ff_text_addf(&w->line, "DTSTART;TZID=%s:", w->calendar->zone_name);
        add_time(&w->line, start_s);
    } else {
        ff_text_add(&w->line, "DTSTART:");
        add_time(&w->line, start_s);
    }
    end_line(w);
}

/* As a length, which is exact also where the clock is put back before the end. */
static void duration_line(calendar_writer *w, int64_t duration_s) {
    long long minutes = (duration_s + 59) / 60;
    ff_text_addf(&w->line, "DURATION:PT%lldM", minutes);
    end_line(w);
}

static void write_alarm(calendar_writer *w, const ff_calendar_event *event) {
    if (w->calendar->alarm_min < 0 || event->cancelled) {
        return;
    }
    plain_line(w, "BEGIN:VALARM");
    plain_line(w, "ACTION:DISPLAY");
    text_line(w, "DESCRIPTION", event->summary);
    if (event->whole_day) {
        ff_text_add(&w->line, "TRIGGER:PT9H");
    } else {
        ff_text_addf(&w->line, "TRIGGER:-PT%dM", w->calendar->alarm_min);
    }
    end_line(w);
    plain_line(w, "END:VALARM");
}

static long long sequence_of(int64_t made_s) {
    int64_t since_s = made_s - SEQUENCE_EPOCH_S;
    return since_s < 0 ? 0 : since_s > INT32_MAX ? INT32_MAX : since_s;
}

static void write_event(calendar_writer *w, const ff_calendar_event *event) {
    plain_line(w, "BEGIN:VEVENT");
    text_line(w, "UID", event->uid);
    utc_line(w, "DTSTAMP", w->calendar->made_s);
    ff_text_addf(&w->line, "SEQUENCE:%lld", sequence_of(w->calendar->made_s));
    end_line(w);
    text_line(w, "STATUS", event->cancelled ? "CANCELLED" : "CONFIRMED");
    start_line(w, event);
    if (!event->whole_day) {
        duration_line(w, event->duration_s);
    }
    if (event->weeks > 1) {
        ff_text_addf(&w->line, "RRULE:FREQ=WEEKLY;COUNT=%d", event->weeks);
        end_line(w);
    }
    text_line(w, "SUMMARY", event->summary);
    if (event->about != NULL) {
        text_line(w, "DESCRIPTION", event->about);
    }
    write_alarm(w, event);
    plain_line(w, "END:VEVENT");
}

/* --- what is refused --- */

/* As a parameter it needs no quotes, and no program takes it for anything else. */
static bool is_zone_name(const char *name) {
    size_t length =
        strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/");
    return length > 0 && length <= ZONE_NAME_MOST && name[length] == '\0';
}

static bool is_uid(const char *uid) {
    size_t length = strlen(uid);
    for (size_t i = 0; i < length; i++) {
        if (uid[i] <= ' ' || uid[i] > '~') {
            return false;
        }
    }
    return length > 0 && length <= UID_MOST;
}

static bool is_in_years(int64_t local_s) {
    int year = ff_civil_of_seconds(local_s).year;
    return year >= 1970 && year <= 9000;
}

static ff_code check_event(const ff_calendar_event *event, ff_error *error) {
    if (!is_uid(event->uid) || event->weeks < 1 || event->weeks > FF_CALENDAR_MOST_WEEKS ||
        !is_in_years(event->start_s) ||
        (!event->whole_day && (event->duration_s <= 0 || event->duration_s > WEEK_S))) {
        return ff_fail(
            error, FF_ERR_VALUE, event->uid, FF_NO_OFFSET,
            "an event of a calendar lasts more than nothing and at most a week, and comes 1 to "
            "520 times, in a year from 1970 to 9000");
    }
    return FF_OK;
}

static ff_code check(const ff_calendar *c, ff_error *error) {
    if (c->zone != NULL && !is_zone_name(c->zone_name)) {
        return ff_fail(
            error, FF_ERR_VALUE, "time zone", FF_NO_OFFSET,
            "the name of a time zone has letters, digits and _ + - /, such as Europe/Berlin");
    }
    if (c->alarm_min < -1 || c->alarm_min > FF_CALENDAR_MOST_ALARM) {
        return ff_fail(error, FF_ERR_VALUE, "alarm", FF_NO_OFFSET,
                       "an alarm comes 0 to 10080 minutes before");
    }
    if (c->count > FF_CALENDAR_MOST_EVENTS) {
        return ff_fail(error, FF_ERR_VALUE, c->name, FF_NO_OFFSET,
                       "a calendar holds at most 2000 events");
    }
    ff_code code = FF_OK;
    for (size_t i = 0; i < c->count && code == FF_OK; i++) {
        code = check_event(&c->events[i], error);
    }
    return code;
}

/* --- the whole --- */

static span span_of(const ff_calendar *c) {
    span s = {INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < c->count; i++) {
        const ff_calendar_event *event = &c->events[i];
        int64_t last_s = event->start_s + (event->weeks - 1) * WEEK_S +
                         (event->whole_day ? DAY_S : event->duration_s);
        s.first_s = event->start_s < s.first_s ? event->start_s : s.first_s;
        s.last_s = last_s > s.last_s ? last_s : s.last_s;
    }
    /* Local time taken for UTC is at most a day off. */
    return (span){s.first_s - 2 * DAY_S, s.last_s + 2 * DAY_S};
}

static void write_all(calendar_writer *w) {
    const ff_calendar *c = w->calendar;
    plain_line(w, "BEGIN:VCALENDAR");
    plain_line(w, "VERSION:2.0");
    plain_line(w, "PRODID:-//footfall//footfall//EN");
    plain_line(w, "CALSCALE:GREGORIAN");
    text_line(w, "X-WR-CALNAME", c->name);
    if (c->zone != NULL && c->count > 0) {
        span s = span_of(c);
        write_zone(w, &s);
    }
    for (size_t i = 0; i < c->count; i++) {
        write_event(w, &c->events[i]);
    }
    plain_line(w, "END:VCALENDAR");
}

ff_code ff_calendar_write(const ff_calendar *calendar, ff_text *out, ff_error *error) {
    ff_code code = check(calendar, error);
    if (code != FF_OK) {
        return code;
    }
    calendar_writer w = {.calendar = calendar, .out = out};
    ff_text_init(&w.line, out->allocator);
    write_all(&w);
    out->failed |= w.line.failed;
    ff_text_free(&w.line);
    return ff_text_check(out, error);
}

/* --- series that cannot be one --- */

static bool must_be_single(const ff_zone *zone, const ff_calendar_event *event) {
    bool left_out = false;
    for (int i = 0; i < event->weeks && event->weeks > 1 && !event->whole_day && !left_out; i++) {
        told_start(zone, event->start_s + i * WEEK_S, &left_out);
    }
    return left_out;
}

static void add_singles(const ff_calendar_event *event, ff_arena *arena,
                        ff_calendar_event *singles) {
    for (int i = 0; i < event->weeks; i++) {
        singles[i] = *event;
        singles[i].uid = ff_arena_printf(arena, "%d-%s", i + 1, event->uid);
        singles[i].start_s = event->start_s + i * WEEK_S;
        singles[i].weeks = 1;
    }
}

void ff_calendar_part(const ff_zone *zone, ff_arena *arena, ff_calendar_event **events,
                      size_t *count) {
    size_t room = 0, used = 0;
    for (size_t i = 0; i < *count; i++) {
        room += (size_t)(*events)[i].weeks;
    }
    ff_calendar_event *parted = ff_arena_take(arena, room > 0 ? room : 1, sizeof *parted);
    for (size_t i = 0; i < *count && parted != NULL; i++) {
        const ff_calendar_event *event = &(*events)[i];
        if (must_be_single(zone, event)) {
            add_singles(event, arena, parted + used);
            used += (size_t)event->weeks;
        } else {
            parted[used++] = *event;
        }
    }
    *events = parted;
    *count = used;
}
