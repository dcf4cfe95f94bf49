#include "support.h"

#include "base/civil.h"
#include "report/calendar.h"
#include "report/plan_calendar.h"
#include "report/workout_words.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAS_LIBICAL
#include <libical/ical.h>
#endif

#define DAY_S INT64_C(86400)

static int64_t local(int year, int month, int day, int hour, int minute) {
    return ff_civil_to_seconds(&(ff_civil){year, month, day, hour, minute, 0});
}

/* A calendar in a zone, and what is made of it. */
typedef struct made {
    ff_arena arena;
    ff_zone zone;
    ff_calendar calendar;
    ff_text text;
} made;

static void make(made *m, const char *zone_name, const char *rule, const ff_calendar_event *events,
                 size_t count) {
    *m = (made){.calendar = {.name = "Back to 5 km",
                             .zone_name = zone_name,
                             .alarm_min = 30,
                             .made_s = local(2026, 3, 1, 12, 0),
                             .events = events,
                             .count = count}};
    ff_arena_init(&m->arena, ff_allocator_libc());
    ff_text_init(&m->text, NULL);
    if (rule != NULL) {
        assert_int_equal(ff_zone_read(&m->arena, rule, strlen(rule), "rule", &m->zone, NULL),
                         FF_OK);
        m->calendar.zone = &m->zone;
    }
    assert_int_equal(ff_calendar_write(&m->calendar, &m->text, NULL), FF_OK);
}

static void unmake(made *m) {
    ff_text_free(&m->text);
    ff_arena_free(&m->arena);
}

static void assert_has(const made *m, const char *words) {
    if (strstr(m->text.data, words) == NULL) {
        fail_msg("'%s' is not in\n%s", words, m->text.data);
    }
}

static void assert_has_not(const made *m, const char *words) {
    if (strstr(m->text.data, words) != NULL) {
        fail_msg("'%s' is in\n%s", words, m->text.data);
    }
}

static ff_calendar_event event_at(int64_t start_s) {
    return (ff_calendar_event){"run-1@footfall", "Run", NULL, start_s, 1800, 1, false, false};
}

#define BERLIN "CET-1CEST,M3.5.0,M10.5.0/3"

static void whole_file(void **state) {
    (void)state;
    ff_calendar_event event = event_at(local(2026, 3, 30, 18, 0));
    event.about = "5 min walk\n6 times over: 4 min run, 1 min walk; easy";
    made m;
    make(&m, "Europe/Berlin", BERLIN, &event, 1);
    assert_string_equal(m.text.data,
                        "BEGIN:VCALENDAR\r\n"
                        "VERSION:2.0\r\n"
                        "PRODID:-//footfall//footfall//EN\r\n"
                        "CALSCALE:GREGORIAN\r\n"
                        "X-WR-CALNAME:Back to 5 km\r\n"
                        "BEGIN:VTIMEZONE\r\n"
                        "TZID:Europe/Berlin\r\n"
                        "BEGIN:DAYLIGHT\r\n"
                        "DTSTART:20250330T020000\r\n"
                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                        "TZOFFSETFROM:+0100\r\n"
                        "TZOFFSETTO:+0200\r\n"
                        "TZNAME:CEST\r\n"
                        "END:DAYLIGHT\r\n"
                        "BEGIN:STANDARD\r\n"
                        "DTSTART:20251026T030000\r\n"
                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                        "TZOFFSETFROM:+0200\r\n"
                        "TZOFFSETTO:+0100\r\n"
                        "TZNAME:CET\r\n"
                        "END:STANDARD\r\n"
                        "END:VTIMEZONE\r\n"
                        "BEGIN:VEVENT\r\n"
                        "UID:run-1@footfall\r\n"
                        "DTSTAMP:20260301T120000Z\r\n"
                        "SEQUENCE:194529600\r\n"
                        "STATUS:CONFIRMED\r\n"
                        "DTSTART;TZID=Europe/Berlin:20260330T180000\r\n"
                        "DURATION:PT30M\r\n"
                        "SUMMARY:Run\r\n"
                        "DESCRIPTION:5 min walk\\n6 times over: 4 min run\\, 1 min walk\\; easy\r\n"
                        "BEGIN:VALARM\r\n"
                        "ACTION:DISPLAY\r\n"
                        "DESCRIPTION:Run\r\n"
                        "TRIGGER:-PT30M\r\n"
                        "END:VALARM\r\n"
                        "END:VEVENT\r\n"
                        "END:VCALENDAR\r\n");
    unmake(&m);
}

/* Lines of at most 75 octets; unfolded they are what went in. */
static void long_lines_are_folded_between_characters(void **state) {
    (void)state;
    char about[1200] = "";
    for (int i = 0; i < 120; i++) {
        strcat(about, i % 3 == 0 ? "a" : i % 3 == 1 ? "\xC3\xA9" : "\xF0\x9F\x91\x9F");
    }
    ff_calendar_event event = event_at(local(2026, 3, 30, 18, 0));
    event.about = about;
    made m;
    make(&m, NULL, NULL, &event, 1);
    ff_text unfolded;
    ff_text_init(&unfolded, NULL);
    for (const char *at = m.text.data; *at != '\0';) {
        const char *end = strstr(at, "\r\n");
        assert_non_null(end);
        assert_true(end - at <= 75);
        assert_true(((unsigned char)*at & 0xC0) != 0x80);
        assert_true(*at != ' ' || ((unsigned char)at[1] & 0xC0) != 0x80);
        ff_text_add_bytes(&unfolded, at, (size_t)(end - at));
        at = end + 2;
        if (*at == ' ') {
            at++;
        } else {
            ff_text_add_char(&unfolded, '\n');
        }
    }
    char expected[1300];
    snprintf(expected, sizeof expected, "\nDESCRIPTION:%s\n", about);
    assert_non_null(strstr(unfolded.data, expected));
    ff_text_free(&unfolded);
    unmake(&m);
}

static void what_has_no_place_in_text(void **state) {
    (void)state;
    ff_calendar_event event = event_at(local(2026, 3, 30, 18, 0));
    event.summary = "a\\b\r\n\x01"
                    "c\td\xFF"
                    "e\x7F";
    made m;
    make(&m, NULL, NULL, &event, 1);
    assert_has(&m, "SUMMARY:a\\\\b\\nc d\xEF\xBF\xBD"
                   "e\r\n");
    unmake(&m);
}

static void without_a_zone_times_float(void **state) {
    (void)state;
    ff_calendar_event event = event_at(local(2026, 3, 29, 2, 30));
    made m;
    make(&m, NULL, NULL, &event, 1);
    assert_has(&m, "\r\nDTSTART:20260329T023000\r\n");
    assert_has_not(&m, "TZ");
    unmake(&m);
}

static void left_out_and_shown_twice(void **state) {
    (void)state;
    ff_calendar_event events[] = {event_at(local(2026, 3, 29, 2, 30)),
                                  event_at(local(2026, 10, 25, 2, 30))};
    made m;
    make(&m, "Europe/Berlin", BERLIN, events, 2);
    assert_has(&m, "\r\nDTSTART;TZID=Europe/Berlin:20260329T033000\r\n");
    assert_has(&m, "\r\nDTSTART;TZID=Europe/Berlin:20261025T023000\r\n");
    unmake(&m);
}

/* Programs would pass over the repetition that the clock leaves out. */
static void weekly_into_a_gap_is_parted(void **state) {
    (void)state;
    ff_calendar_event series[] = {event_at(local(2026, 3, 22, 2, 30)),
                                  event_at(local(2026, 3, 23, 2, 30))};
    series[0].weeks = series[1].weeks = 3;
    ff_calendar_event *events = series;
    size_t count = 2;
    made m;
    make(&m, "Europe/Berlin", BERLIN, series, 0);
    ff_calendar_part(NULL, &m.arena, &events, &count); /* no clock leaves anything out */
    assert_int_equal(count, 2);
    ff_calendar_part(&m.zone, &m.arena, &events, &count);
    assert_int_equal(count, 4);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(events[i].start_s, series[0].start_s + i * 7 * DAY_S);
        assert_int_equal(events[i].weeks, 1);
    }
    assert_string_equal(events[1].uid, "2-run-1@footfall");
    assert_int_equal(events[3].weeks, 3); /* Mondays */
    assert_string_equal(events[3].uid, "run-1@footfall");
    m.calendar.events = events;
    m.calendar.count = count;
    assert_int_equal(ff_calendar_write(&m.calendar, &m.text, NULL), FF_OK);
    assert_has(&m, "\r\nDTSTART;TZID=Europe/Berlin:20260322T023000\r\n");
    assert_has(&m, "\r\nDTSTART;TZID=Europe/Berlin:20260329T033000\r\n");
    assert_has(&m, "\r\nDTSTART;TZID=Europe/Berlin:20260405T023000\r\n");
    assert_has(&m, "\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n");
    unmake(&m);
}

static void rules_that_no_recurrence_tells_are_told_change_by_change(void **state) {
    (void)state;
    ff_calendar_event event = event_at(local(2026, 3, 20, 18, 0));
    event.weeks = 4;
    made m;
    make(&m, "Asia/Gaza", "EET-2EEST,M3.4.4/50,M10.4.4/50", &event, 1);
    assert_has(&m, "DTSTART:20260318T200000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0200\r\n");
    /* Fifty hours after the fourth Thursday of March began. */
    assert_has(&m, "BEGIN:DAYLIGHT\r\nDTSTART:20260328T020000\r\nTZOFFSETFROM:+0200\r\n"
                   "TZOFFSETTO:+0300\r\n");
    assert_has_not(&m, "YEARLY");
    unmake(&m);
    make(&m, "Asia/Kolkata", "IST-5:30", &event, 1);
    assert_has(&m,
               "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nTZNAME:IST\r\nEND:STANDARD\r\nEND:VTIM");
    unmake(&m);
    make(&m, "Days/Counted", "AAA3:00:15BBB,J60/1,J300/1", &event, 1);
    assert_has(&m, "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1\r\nTZOFFSETFROM:-030015\r\n");
    assert_has(&m, "RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=27\r\n");
    unmake(&m);
}

/* Ireland's rule calls the winter's clock the special one; the one ahead is told as summer's. */
static void the_clock_ahead_is_summers(void **state) {
    (void)state;
    ff_calendar_event event = event_at(local(2026, 3, 20, 18, 0));
    made m;
    make(&m, "Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1", &event, 1);
    assert_has(&m, "BEGIN:DAYLIGHT\r\nDTSTART:20250330T010000\r\n");
    assert_has(&m, "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:IST\r\n");
    unmake(&m);
}

static void whole_days_alarms_and_what_is_called_off(void **state) {
    (void)state;
    ff_calendar_event events[] = {event_at(local(2026, 6, 1, 0, 0)),
                                  event_at(local(2026, 6, 3, 18, 0))};
    events[0].whole_day = true;
    events[1].cancelled = true;
    made m;
    make(&m, "Europe/Berlin", BERLIN, events, 2);
    assert_has(&m,
               "DTSTART;VALUE=DATE:20260601\r\nSUMMARY:Run\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n"
               "DESCRIPTION:Run\r\nTRIGGER:PT9H\r\nEND:VALARM\r\n");
    assert_has(&m, "STATUS:CANCELLED\r\n");
    assert_has_not(&m, "TRIGGER:-");
    m.calendar.alarm_min = -1;
    ff_text_clear(&m.text);
    assert_int_equal(ff_calendar_write(&m.calendar, &m.text, NULL), FF_OK);
    assert_has_not(&m, "VALARM");
    unmake(&m);
}

static void assert_refused(const ff_calendar *calendar, const char *where) {
    ff_text text;
    ff_error error;
    ff_text_init(&text, NULL);
    assert_int_equal(ff_calendar_write(calendar, &text, &error), FF_ERR_VALUE);
    assert_string_equal(error.where, where);
    assert_int_equal(text.length, 0);
    ff_text_free(&text);
}

#define REFUSED_WITH(change, where)                                                                \
    do {                                                                                           \
        ff_calendar_event event = event_at(local(2026, 3, 30, 18, 0));                             \
        ff_calendar calendar = {"C", "UTC", &zone, 30, 0, &event, 1};                              \
        change;                                                                                    \
        assert_refused(&calendar, where);                                                          \
    } while (0)

static void out_of_bounds(void **state) {
    (void)state;
    ff_zone zone = {0};
    REFUSED_WITH(calendar.zone_name = "", "time zone");
    REFUSED_WITH(calendar.zone_name = "A:B", "time zone");
    REFUSED_WITH(calendar.zone_name = "A\r\nB", "time zone");
    REFUSED_WITH(calendar.alarm_min = 10081, "alarm");
    REFUSED_WITH(calendar.count = 2001, "C");
    REFUSED_WITH(event.duration_s = 0, "run-1@footfall");
    REFUSED_WITH(event.duration_s = 7 * DAY_S + 1, "run-1@footfall");
    REFUSED_WITH(event.weeks = 0, "run-1@footfall");
    REFUSED_WITH(event.weeks = 521, "run-1@footfall");
    REFUSED_WITH(event.start_s = -1, "run-1@footfall");
    REFUSED_WITH(event.uid = "", "");
    REFUSED_WITH(event.uid = "a b", "a b");
}

static void memory_runs_out(void **state) {
    (void)state;
    ff_calendar_event event = event_at(local(2026, 3, 22, 2, 30));
    event.weeks = 3;
    made m;
    make(&m, "Europe/Berlin", BERLIN, &event, 1);
    for (size_t fail = 1;; fail++) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail);
        failing.once = true;
        ff_text text;
        ff_text_init(&text, &failing.allocator);
        ff_code code = ff_calendar_write(&m.calendar, &text, NULL);
        assert_true(code == FF_ERR_MEMORY || strcmp(text.data, m.text.data) == 0);
        ff_text_free(&text);
        assert_int_equal(failing.held, 0);
        if (code == FF_OK) {
            assert_true(fail > 5);
            break;
        }
    }
    unmake(&m);
}

/* --- plans --- */

enum { RUNS = 6 };

typedef struct plan_made {
    ff_workout_step steps[RUNS][2];
    ff_workout_block blocks[RUNS];
    ff_planned_run runs[RUNS];
    ff_plan plan;
} plan_made;

/* Mondays and Thursdays of three weeks, all alike. */
static void make_plan(plan_made *p) {
    *p = (plan_made){.plan = {"Back to 5 km", 18 * 60, p->runs, RUNS}};
    for (int i = 0; i < RUNS; i++) {
        p->steps[i][0] = (ff_workout_step){FF_EFFORT_RUN, 240, NAN, 170, 178, "Short steps"};
        p->steps[i][1] = (ff_workout_step){FF_EFFORT_WALK, 90, NAN, NAN, NAN, NULL};
        p->blocks[i] = (ff_workout_block){6, p->steps[i], 2};
        p->runs[i] = (ff_planned_run){local(2026, 6, 1, 0, 0) + (i / 2 * 7 + i % 2 * 3) * DAY_S,
                                      i / 2 + 1,
                                      {"6x (4, 1.5)", &p->blocks[i], 1, "Loosen the lace first."}};
    }
}

static void weeks_that_are_alike_come_again(void **state) {
    (void)state;
    plan_made p;
    ff_calendar_event *events;
    size_t count;
    ff_arena arena;
    ff_arena_init(&arena, ff_allocator_libc());
    make_plan(&p);
    ff_plan_events(&p.plan, "k1", NAN, &arena, &events, &count);
    assert_int_equal(count, 2);
    assert_int_equal(events[0].weeks, 3);
    assert_int_equal(events[0].start_s, local(2026, 6, 1, 18, 0));
    assert_int_equal(events[0].duration_s, 6 * 330);
    assert_string_equal(events[0].uid, "weekly-mon-k1@footfall");
    assert_string_equal(events[1].uid, "weekly-thu-k1@footfall");
    assert_string_equal(events[0].summary, "Run: 6x (4, 1.5)");
    assert_string_equal(events[0].about, "6 times over:\n"
                                         "  4 min run at 170 to 178 steps a minute (Short steps)\n"
                                         "  1 min 30 s walk\n"
                                         "Loosen the lace first.\n"
                                         "Back to 5 km");
    ff_arena_free(&arena);
}

static void weeks_that_differ_are_single_runs(void **state) {
    (void)state;
    plan_made p;
    ff_calendar_event *events;
    size_t count;
    ff_arena arena;
    ff_arena_init(&arena, ff_allocator_libc());
    make_plan(&p);
    p.steps[5][0].duration_s = 300;
    ff_plan_events(&p.plan, "k1", NAN, &arena, &events, &count);
    assert_int_equal(count, RUNS);
    assert_int_equal(events[5].weeks, 1);
    assert_string_equal(events[5].uid, "run-20260618-k1@footfall");
    assert_non_null(strstr(events[5].about, "Week 3 of: Back to 5 km"));
    make_plan(&p);
    p.runs[5].day_s += DAY_S;
    ff_plan_events(&p.plan, "k1", NAN, &arena, &events, &count);
    assert_int_equal(count, RUNS);
    make_plan(&p);
    p.plan.count = 5;
    ff_plan_events(&p.plan, "k1", NAN, &arena, &events, &count);
    assert_int_equal(count, 5);
    p.plan.count = 2;
    ff_plan_events(&p.plan, "k1", NAN, &arena, &events, &count);
    assert_int_equal(count, 2);
    assert_int_equal(events[0].weeks, 1);
    p.plan.name = NULL;
    ff_plan_events(&p.plan, "k1", NAN, &arena, &events, &count);
    assert_non_null(strstr(events[0].about, "Week 1 of: Your plan"));
    p.plan.count = 0;
    ff_plan_events(&p.plan, "k1", NAN, &arena, &events, &count);
    assert_int_equal(count, 0);
    ff_arena_free(&arena);
}

static void kilometres_are_reckoned(void **state) {
    (void)state;
    plan_made p;
    make_plan(&p);
    p.steps[0][0] = (ff_workout_step){FF_EFFORT_RUN, NAN, 2500, NAN, NAN, NULL};
    p.steps[0][1] = (ff_workout_step){FF_EFFORT_COOL_DOWN, NAN, 400, NAN, NAN, NULL};
    p.blocks[0].times = 1;
    p.runs[0].workout.name = NULL;
    ff_calendar_event *events;
    size_t count;
    ff_arena arena;
    ff_arena_init(&arena, ff_allocator_libc());
    ff_plan_events(&p.plan, "k1", NAN, &arena, &events, &count);
    assert_string_equal(events[0].summary, "Run: 2.5 km run, 400 m easy walk to cool down");
    assert_non_null(
        strstr(events[0].about, "reckoned here at 7 minutes of running or 11 of walking"));
    ff_arena_free(&arena);
}

/* --- in another's eyes --- */

#ifdef HAS_LIBICAL

/* Starts of all occurrences of the events as UTC seconds, as libical counts them. */
static size_t their_starts(const ff_text *text, int64_t *starts, size_t room) {
    size_t count = 0;
    icalcomponent *calendar = icalparser_parse_string(text->data);
    assert_non_null(calendar);
    assert_int_equal(icalcomponent_count_errors(calendar), 0);
    assert_true(icalrestriction_check(calendar));
    assert_int_equal(icalcomponent_count_errors(calendar), 0);
    for (icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         e != NULL; e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        struct icaltimetype start = icalcomponent_get_dtstart(e);
        assert_non_null(start.zone);
        icalproperty *p = icalcomponent_get_first_property(e, ICAL_RRULE_PROPERTY);
        if (p == NULL) {
            assert_true(count < room);
            starts[count++] = icaltime_as_timet_with_zone(start, start.zone);
            continue;
        }
        icalrecur_iterator *i = icalrecur_iterator_new(icalproperty_get_rrule(p), start);
        for (struct icaltimetype t = icalrecur_iterator_next(i); !icaltime_is_null_time(t);
             t = icalrecur_iterator_next(i)) {
            assert_true(count < room);
            starts[count++] = icaltime_as_timet_with_zone(t, start.zone);
        }
        icalrecur_iterator_free(i);
    }
    icalcomponent_free(calendar);
    return count;
}

/* Weekly runs over a year and a half in zones of every kind: the moments are those that our own
 * reading of the zone gives (which is compared with the C library elsewhere), and libical finds
 * each of them in the file. */
static void libical_counts_the_same(void **state) {
    (void)state;
    /* Names that libical does not know: it must go by what the file tells. */
    static const struct {
        const char *name, *rule;
    } zones[] = {{"Made/Berlin", BERLIN},
                 {"Made/New_York", "EST5EDT,M3.2.0,M11.1.0"},
                 {"Made/Lord_Howe", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"},
                 {"Made/Sao_Paulo", "<-03>3"},
                 {"Made/Kolkata", "IST-5:30"},
                 {"Made/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1"},
                 {"Made/Nuuk", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"},
                 {"Made/Gaza", "EET-2EEST,M3.4.4/50,M10.4.4/50"},
                 {"Made/Santiago", "<-04>4<-03>,M9.1.6/24,M4.1.6/24"},
                 {"Made/Chatham", "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45"}};
    enum { WEEKS = 80 };
    for (size_t z = 0; z < sizeof zones / sizeof *zones; z++) {
        for (int hour = 6; hour <= 18; hour += 12) {
            ff_calendar_event event = event_at(local(2026, 2, 1, hour, 30)); /* Sundays */
            event.weeks = WEEKS;
            made m;
            make(&m, zones[z].name, zones[z].rule, &event, 1);
            int64_t starts[WEEKS];
            assert_int_equal(their_starts(&m.text, starts, WEEKS), WEEKS);
            for (int i = 0; i < WEEKS; i++) {
                ff_wall_time times;
                int64_t ours = ff_zone_utc(&m.zone, event.start_s + i * 7 * DAY_S, &times);
                if (ours != starts[i]) {
                    fail_msg("%s, week %d: %lld, libical %lld", zones[z].name, i, (long long)ours,
                             (long long)starts[i]);
                }
            }
            unmake(&m);
        }
    }
}

static void libical_at_the_changes(void **state) {
    (void)state;
    ff_calendar_event events[] = {event_at(local(2026, 3, 29, 2, 30)),
                                  event_at(local(2026, 10, 25, 2, 30)),
                                  event_at(local(2026, 10, 25, 3, 30))};
    events[1].uid = "2@footfall";
    events[2].uid = "3@footfall";
    made m;
    make(&m, "Made/Berlin", BERLIN, events, 3);
    int64_t starts[3];
    assert_int_equal(their_starts(&m.text, starts, 3), 3);
    assert_int_equal(starts[0], local(2026, 3, 29, 1, 30));
    /* Either of the two is a fair reading of a time that is shown twice. */
    assert_true(starts[1] == local(2026, 10, 25, 0, 30) || starts[1] == local(2026, 10, 25, 1, 30));
    assert_int_equal(starts[2], local(2026, 10, 25, 2, 30));
    unmake(&m);
}

static void libical_reads_the_text_back(void **state) {
    (void)state;
    static const char about[] =
        "a, b; c\\d\nn\xC3\xA9 a line that is so long that it must be folded, and "
        "folded once more, and then once more until it ends";
    ff_calendar_event event = event_at(local(2026, 6, 3, 18, 0));
    event.about = about;
    made m;
    make(&m, "Europe/Berlin", BERLIN, &event, 1);
    icalcomponent *calendar = icalparser_parse_string(m.text.data);
    icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    assert_string_equal(icalcomponent_get_description(e), about);
    assert_string_equal(icalcomponent_get_summary(e), "Run");
    assert_string_equal(icalcomponent_get_uid(e), "run-1@footfall");
    assert_int_equal(icaldurationtype_as_int(icalcomponent_get_duration(e)), 1800);
    icalcomponent *alarm = icalcomponent_get_first_component(e, ICAL_VALARM_COMPONENT);
    icalproperty *trigger = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
    assert_int_equal(icaldurationtype_as_int(icalproperty_get_trigger(trigger).duration), -1800);
    icalcomponent_free(calendar);
    unmake(&m);
}

#else

static void no_libical(void **state) {
    (void)state;
    print_message("libical-dev is not installed\n");
    skip();
}
#define libical_counts_the_same     no_libical
#define libical_at_the_changes      no_libical
#define libical_reads_the_text_back no_libical

#endif

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_file),
        cmocka_unit_test(long_lines_are_folded_between_characters),
        cmocka_unit_test(what_has_no_place_in_text),
        cmocka_unit_test(without_a_zone_times_float),
        cmocka_unit_test(left_out_and_shown_twice),
        cmocka_unit_test(weekly_into_a_gap_is_parted),
        cmocka_unit_test(rules_that_no_recurrence_tells_are_told_change_by_change),
        cmocka_unit_test(the_clock_ahead_is_summers),
        cmocka_unit_test(whole_days_alarms_and_what_is_called_off),
        cmocka_unit_test(out_of_bounds),
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(weeks_that_are_alike_come_again),
        cmocka_unit_test(weeks_that_differ_are_single_runs),
        cmocka_unit_test(kilometres_are_reckoned),
        cmocka_unit_test(libical_counts_the_same),
        cmocka_unit_test(libical_at_the_changes),
        cmocka_unit_test(libical_reads_the_text_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
