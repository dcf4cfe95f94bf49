/* One run once: recordings that are joined, in whatever order, and parted again. */
#include "made_run.h"
#include "support.h"

#include "base/folder.h"
#include "base/random.h"
#include "files/import_runs.h"
#include "journal/rows.h"
#include "journal/store.h"
#include "journal/whole.h"

#include <footfall/text.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#define assert_ok(call) assert_int_equal(call, FF_OK)

static ff_journal *open_empty(void) {
    ff_journal *journal;
    assert_ok(ff_journal_open(NULL, FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE, &journal, NULL));
    return journal;
}

static ff_import_run put(ff_journal *journal, ff_arena *arena, unsigned number, ff_run *run) {
    char sha256[65];
    snprintf(sha256, sizeof sha256, "%064x", number);
    int64_t import_id;
    ff_import_file stored, file = {.path = run->source,
                                   .size = 1,
                                   .sha256 = sha256,
                                   .outcome = FF_OUTCOME_IMPORTED,
                                   .offset = FF_NO_OFFSET};
    assert_ok(ff_journal_begin_import(journal, &import_id, NULL));
    file.import_id = import_id;
    ff_run_list runs = {run, 1};
    assert_ok(ff_journal_put_file(journal, arena, &file, &runs, &stored, NULL));
    return stored.runs[0];
}

static size_t count_runs(ff_journal *journal) {
    size_t count;
    assert_ok(ff_journal_count_runs(journal, &count, NULL));
    return count;
}

/* ---- the same morning, as seven sources tell it ---- */

enum { WATCH, FRIEND, APPLE, TCX, GPX, LINE, ENTRY, SOURCES };

#define ROWS 400

/* A run of 40 minutes to the north, at 2.5 m/s; shifted to the east by moved_m. */
static void make_track(ff_arena *arena, ff_run *run, double moved_m, double late_s) {
    ff_series *s = &run->series;
    s->rows = ROWS;
    s->time_s = ff_arena_take(arena, ROWS, sizeof(double));
    s->column[FF_LATITUDE] = ff_arena_take(arena, ROWS, sizeof(double));
    s->column[FF_LONGITUDE] = ff_arena_take(arena, ROWS, sizeof(double));
    for (int i = 0; i < ROWS; i++) {
        s->time_s[i] = 6.0 * i;
        s->column[FF_LATITUDE][i] =
            round((48 + (s->time_s[i] + late_s) * 2.5 / 111195) * 1e6) / 1e6;
        s->column[FF_LONGITUDE][i] = 11 + moved_m / 74400;
    }
}

static ff_run source(ff_arena *arena, int which) {
    static const char *const formats[] = {"FIT", "FIT",         "Apple Health", "TCX",
                                          "GPX", "Strava list", "Garmin list"};
    static const char *const files[] = {"watch.fit", "friend.fit",     "export.xml",  "copy.tcx",
                                        "copy.gpx",  "activities.csv", "summary.json"};
    ff_run run;
    ff_run_init(&run);
    run.start_s = 1750000000;
    run.sport = FF_SPORT_RUNNING;
    run.format = formats[which];
    run.source = files[which];
    run.figures.duration_s = run.figures.elapsed_s = 2394;
    run.figures.distance_m = 5985;
    switch (which) {
    case WATCH:
        run.device = (ff_device){"garmin", "fr935", "123", "1.2"};
        run.figures.power_w = 240;
        run.utc_offset_known = true;
        run.utc_offset_s = 7200;
        make_track(arena, &run, 0, 0);
        break;
    case FRIEND:
        run.device = (ff_device){"garmin", "fr245", "777", NULL};
        run.figures.distance_m = 6010;
        run.start_s += 11;
        make_track(arena, &run, 3, 11);
        break;
    case APPLE:
        run.device = (ff_device){"Apple", "Watch", NULL, NULL};
        run.figures.distance_m = 6050;
        run.figures.heart_rate_bpm = 151;
        run.figures.power_w = 260;
        run.start_s += 4;
        run.figures.duration_s = run.figures.elapsed_s = 2400;
        make_track(arena, &run, -6, 4);
        break;
    case TCX:
        run.device = (ff_device){"Garmin", "Forerunner 935", "123", NULL};
        run.figures.heart_rate_bpm = 149;
        make_track(arena, &run, 0, 0);
        break;
    case GPX:
        run.title = "Morning run";
        run.figures.distance_m = 5979;
        make_track(arena, &run, 0.4, 0);
        break;
    case ENTRY: /* what it tells of words and shoes, the other list tells too */
        run.title = "Town Running";
        run.comment = "Uploaded";
        run.shoe = "Blue pair";
        run.figures.feel = 75;
        break;
    default:
        run.title = "Down to the river";
        run.comment = "Toes went numb";
        run.shoe = "Blue";
        run.figures.effort = 4;
        run.figures.temperature_c = 11;
        run.figures.elapsed_s = 2500;
        break;
    }
    return run;
}

/* Puts the sources in that order; friend and the rest must come to the same whatever the order. */
static void expect_order(const int order[SOURCES]) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_journal *journal = open_empty();
    for (int i = 0; i < SOURCES; i++) {
        ff_run run = source(&arena, order[i]);
        put(journal, &arena, (unsigned)order[i] + 1, &run);
    }
    ff_run_list runs;
    assert_ok(ff_journal_runs(journal, &arena, NULL, &runs, NULL));
    if (runs.count != 2) {
        fail_msg("%zu runs after %d %d %d %d %d %d %d", runs.count, order[0], order[1], order[2],
                 order[3], order[4], order[5], order[6]);
    }
    ff_run expected = source(&arena, WATCH);
    expected.figures.heart_rate_bpm = 151; /* Apple Health goes before TCX */
    expected.figures.effort = 4;
    expected.figures.feel = 75;
    expected.figures.temperature_c = 11;
    assert_true(same_summary(&expected, &runs.items[0]));
    assert_string_equal(runs.items[0].title, "Down to the river");
    assert_string_equal(runs.items[0].comment, "Toes went numb");
    ff_run with_series;
    assert_ok(ff_journal_run(journal, &arena, runs.items[0].id, true, &with_series, NULL));
    assert_true(same_run(&expected, &with_series));
    expected = source(&arena, FRIEND);
    assert_true(same_summary(&expected, &runs.items[1]));
    assert_null(runs.items[1].title);
    ff_run_shoe_list shoes;
    assert_ok(ff_journal_run_shoes(journal, &arena, 0, &shoes, NULL));
    assert_int_equal(shoes.count, 1);
    assert_int_equal(shoes.items[0].run_id, runs.items[0].id);
    assert_string_equal(shoes.items[0].shoe_name, "Blue");
    assert_string_equal(shoes.items[0].said_by, "Strava list");
    ff_recording_list recordings;
    assert_ok(ff_journal_recordings(journal, &arena, runs.items[0].id, &recordings, NULL));
    assert_int_equal(recordings.count, 6);
    assert_true(recordings.items[0].leads);
    assert_string_equal(recordings.items[0].source, "watch.fit");
    for (size_t i = 1; i < recordings.count; i++) {
        assert_string_equal(recordings.items[i].joined_by, "rule");
        assert_non_null(recordings.items[i].with);
        assert_non_null(strstr(recordings.items[i].why, " km"));
    }
    ff_likeness_list likes;
    assert_ok(ff_journal_likenesses(journal, &arena, &likes, NULL));
    assert_int_equal(likes.count, 1);
    ff_journal_close(journal);
    ff_arena_free(&arena);
}

static void turn_over(ff_random *random, int *order, int count) {
    for (int i = count - 1; i > 0; i--) {
        int k = (int)ff_random_below(random, (uint32_t)i + 1), kept = order[i];
        order[i] = order[k];
        order[k] = kept;
    }
}

static void order_makes_no_difference(void **state) {
    (void)state;
    static const int forward[] = {WATCH, FRIEND, APPLE, TCX, GPX, LINE, ENTRY};
    static const int backward[] = {ENTRY, LINE, GPX, TCX, APPLE, FRIEND, WATCH};
    static const int friend_and_line[] = {FRIEND, LINE, GPX, APPLE, WATCH, TCX, ENTRY};
    expect_order(forward);
    expect_order(backward);
    expect_order(friend_and_line);
    ff_random random;
    ff_random_init(&random, 5);
    for (int round = 0; round < 60; round++) {
        int order[SOURCES] = {0, 1, 2, 3, 4, 5, 6};
        turn_over(&random, order, SOURCES);
        expect_order(order);
    }
}

/* ---- recordings that may be one in several ways ---- */

enum { MOST_ALIKE = 7 };

/* Starts, lengths and devices near the bounds of the rule, so that many a recording is one with
 * several that are not one with each other. */
static ff_run one_alike(ff_random *random, ff_arena *arena, int number) {
    static const char *const formats[] = {"FIT", "FIT", "GPX", "Apple Health", "Strava list"};
    static const int late_s[] = {0, 0, 1, 3, 6, 20, 60, 95, -40, 120, 3600, 7200};
    static const int longer_s[] = {0, 0, 3, 30, 60, -18};
    static const double further_m[] = {0, 0, 15, 100, 200};
    static const char *const serials[] = {"1", "1", "2", "3"};
    ff_run run;
    ff_run_init(&run);
    run.start_s = 1750000000 + late_s[ff_random_below(random, 12)];
    run.sport = FF_SPORT_RUNNING;
    run.format = formats[ff_random_below(random, 5)];
    run.source = ff_arena_printf(arena, "%d", number);
    run.title = run.source; /* none says nothing new, so that all are kept */
    run.figures.duration_s = run.figures.elapsed_s = 1800 + longer_s[ff_random_below(random, 6)];
    run.figures.distance_m = 5040 + further_m[ff_random_below(random, 5)];
    run.figures.heart_rate_bpm = ff_random_below(random, 3) > 0 ? 140 : 155;
    if (strcmp(run.format, "FIT") == 0) {
        run.device.maker = "maker";
        run.device.serial = serials[ff_random_below(random, 4)];
    }
    return run;
}

/* Which of the recordings are one run: bit k of together[i] says that i and k are. */
static void put_alike(const ff_run *runs, const int *order, int count, unsigned *together) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_journal *journal = open_empty();
    for (int i = 0; i < count; i++) {
        ff_run run = runs[order[i]];
        put(journal, &arena, (unsigned)order[i] + 1, &run);
    }
    ff_recording_list list;
    assert_ok(ff_journal_recordings(journal, &arena, 0, &list, NULL));
    memset(together, 0, MOST_ALIKE * sizeof *together);
    for (size_t i = 0; i < list.count; i++) {
        for (size_t k = 0; k < list.count; k++) {
            if (list.items[i].run_id == list.items[k].run_id) {
                together[list.items[i].source[0] - '0'] |= 1u << (list.items[k].source[0] - '0');
            }
        }
    }
    ff_journal_close(journal);
    ff_arena_free(&arena);
}

static void order_makes_no_difference_among_many(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 8);
    int joined = 0;
    for (int world = 0; world < 50; world++) {
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        int count = 4 + (int)ff_random_below(&random, MOST_ALIKE - 3);
        ff_run runs[MOST_ALIKE];
        int order[MOST_ALIKE];
        for (int i = 0; i < count; i++) {
            runs[i] = one_alike(&random, &arena, i);
            order[i] = i;
        }
        unsigned expected[MOST_ALIKE], together[MOST_ALIKE];
        put_alike(runs, order, count, expected);
        joined += expected[0] != 1;
        for (int round = 0; round < 3; round++) {
            turn_over(&random, order, count);
            put_alike(runs, order, count, together);
            if (memcmp(expected, together, sizeof expected) != 0) {
                fail_msg("world %d comes out otherwise in round %d", world, round);
            }
        }
        ff_arena_free(&arena);
    }
    assert_in_range(joined, 15, 45); /* the worlds hold both */
}

/* Of what Apple Health was told of one run the watch's own leads, also where an app's copy of it
 * is longer. */
static void the_watch_leads_the_apps(void **state) {
    (void)state;
    for (int first = 0; first < 2; first++) {
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        ff_journal *journal = open_empty();
        ff_run told[] = {source(&arena, APPLE), source(&arena, APPLE)};
        told[0].device = (ff_device){"apple", "Watch (Watch6,2)", NULL, NULL};
        told[1].device = (ff_device){NULL, "Connect", NULL, NULL};
        told[1].figures.duration_s += 2;
        put(journal, &arena, 1, &told[first]);
        put(journal, &arena, 2, &told[1 - first]);
        ff_run_list runs;
        assert_ok(ff_journal_runs(journal, &arena, NULL, &runs, NULL));
        assert_int_equal(runs.count, 1);
        assert_string_equal(runs.items[0].device.product, "Watch (Watch6,2)");
        ff_journal_close(journal);
        ff_arena_free(&arena);
    }
}

/* ---- joined, and parted ---- */

static void say(ff_journal *journal, int64_t run_id, double at_s) {
    ff_onset onset = {.run_id = run_id,
                      .kind = FF_ONSET_EXACT,
                      .from_s = at_s,
                      .to_s = at_s,
                      .from_m = NAN,
                      .to_m = NAN,
                      .gone_s = NAN,
                      .strength = -1};
    assert_ok(ff_journal_add_onset(journal, &onset, NULL, NULL));
}

static void better_one_leads_under_the_same_number(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_journal *journal = open_empty();
    ff_run gpx = source(&arena, GPX), fit = source(&arena, WATCH), before, after;
    ff_import_run first = put(journal, &arena, 1, &gpx);
    assert_int_equal(first.how, FF_IMPORT_NEW);
    assert_null(first.why);
    say(journal, first.run_id, 900);
    int64_t red;
    assert_ok(ff_journal_add_shoe(journal, "Red", &red, NULL));
    assert_ok(ff_journal_set_run_shoe(journal, first.run_id, red, "runner", NULL));
    assert_ok(ff_journal_run(journal, &arena, first.run_id, true, &before, NULL));
    ff_import_run second = put(journal, &arena, 2, &fit);
    assert_int_equal(second.how, FF_IMPORT_JOINED);
    assert_int_equal(second.run_id, first.run_id);
    assert_non_null(strstr(second.why, "same start"));
    ff_run line = source(&arena, LINE);
    assert_int_equal(put(journal, &arena, 3, &line).how, FF_IMPORT_JOINED);
    assert_int_equal(count_runs(journal), 1);
    assert_ok(ff_journal_run(journal, &arena, first.run_id, true, &after, NULL));
    assert_string_equal(after.format, "FIT");
    assert_string_equal(after.title, "Down to the river");
    ff_onset_list onsets;
    assert_ok(ff_journal_onsets(journal, &arena, first.run_id, &onsets, NULL));
    assert_int_equal(onsets.count, 1);
    ff_run_shoe_list shoes;
    assert_ok(ff_journal_run_shoes(journal, &arena, 0, &shoes, NULL));
    assert_int_equal(shoes.count, 1);
    assert_string_equal(shoes.items[0].shoe_name, "Red"); /* what the runner said stays */
    /* Parted: each has its own again, to the bit, and is not joined again. */
    int64_t *runs;
    size_t count;
    assert_ok(ff_journal_part(journal, &arena, first.run_id, &runs, &count, NULL));
    assert_int_equal(count, 3);
    assert_int_equal(runs[0], first.run_id);
    assert_int_equal(count_runs(journal), 3);
    ff_run back;
    assert_ok(ff_journal_run(journal, &arena, runs[0], true, &back, NULL));
    assert_true(same_run(&before, &back));
    assert_true(same_text(before.title, back.title));
    assert_ok(ff_journal_run(journal, &arena, runs[1], true, &back, NULL));
    assert_true(same_run(&fit, &back));
    assert_null(back.title);
    assert_int_equal(put(journal, &arena, 2, &fit).how, FF_IMPORT_SAME_FILE);
    assert_int_equal(put(journal, &arena, 2, &fit).run_id, runs[1]);
    assert_int_equal(put(journal, &arena, 4, &fit).how, FF_IMPORT_SAME_RUN); /* a copy of it */
    assert_int_equal(count_runs(journal), 3);
    ff_run tcx = source(&arena, TCX); /* a new one goes with one of them, and joins none */
    assert_int_equal(put(journal, &arena, 5, &tcx).how, FF_IMPORT_JOINED);
    assert_int_equal(count_runs(journal), 3);
    ff_likeness_list likes;
    assert_ok(ff_journal_likenesses(journal, &arena, &likes, NULL));
    assert_int_equal(ff_journal_part(journal, &arena, runs[2], &runs, &count, NULL), FF_ERR_VALUE);
    assert_int_equal(ff_journal_part(journal, &arena, 99, &runs, &count, NULL), FF_ERR_NOT_FOUND);
    ff_journal_close(journal);
    ff_arena_free(&arena);
}

static void the_runner_joins_and_parts(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_journal *journal = open_empty();
    ff_run mine = source(&arena, WATCH), other = source(&arena, FRIEND), gpx = source(&arena, GPX);
    int64_t a = put(journal, &arena, 1, &mine).run_id;
    ff_import_run put_other = put(journal, &arena, 2, &other);
    int64_t b = put_other.run_id;
    assert_int_equal(put_other.how, FF_IMPORT_NEW);
    assert_non_null(strstr(put_other.why, "may be one with run 1: "));
    assert_non_null(strstr(put_other.why, "two devices"));
    assert_int_equal(put(journal, &arena, 3, &gpx).run_id, a);
    say(journal, b, 1200);
    ff_change change = {.run_id = b, .what = "lacing"};
    assert_ok(ff_journal_put_changes(journal, &(ff_change_list){&change, 1}, NULL));
    ff_run before_a, before_b, after;
    assert_ok(ff_journal_run(journal, &arena, a, true, &before_a, NULL));
    assert_ok(ff_journal_run(journal, &arena, b, true, &before_b, NULL));
    int64_t kept;
    assert_ok(ff_journal_merge(journal, a, b, &kept, NULL));
    assert_int_equal(kept, a);
    assert_int_equal(count_runs(journal), 1);
    assert_ok(ff_journal_run(journal, &arena, b, false, &after, NULL)); /* its number leads there */
    assert_int_equal(after.id, a);
    ff_onset_list onsets;
    assert_ok(ff_journal_onsets(journal, &arena, 0, &onsets, NULL));
    assert_int_equal(onsets.count, 1);
    assert_int_equal(onsets.items[0].run_id, a);
    say(journal, b, 1500); /* said of the one that is shown */
    assert_ok(ff_journal_onsets(journal, &arena, b, &onsets, NULL));
    assert_int_equal(onsets.count, 1);
    assert_true(onsets.items[0].from_s == 1500);
    ff_change_list changes;
    assert_ok(ff_journal_changes(journal, &arena, a, &changes, NULL));
    assert_int_equal(changes.count, 1);
    assert_int_equal(ff_journal_merge(journal, b, a, &kept, NULL), FF_ERR_VALUE);
    assert_int_equal(ff_journal_merge(journal, a, 99, &kept, NULL), FF_ERR_NOT_FOUND);
    int64_t *runs;
    size_t count;
    assert_ok(ff_journal_part(journal, &arena, b, &runs, &count, NULL));
    assert_int_equal(count, 2);
    assert_int_equal(runs[0], a);
    assert_int_equal(runs[1], b);
    assert_ok(ff_journal_run(journal, &arena, a, true, &after, NULL));
    assert_true(same_run(&before_a, &after)); /* with the copy that the rule joined */
    assert_ok(ff_journal_run(journal, &arena, b, true, &after, NULL));
    assert_true(same_run(&before_b, &after));
    assert_ok(ff_journal_onsets(journal, &arena, b, &onsets, NULL));
    assert_true(onsets.count == 1 && onsets.items[0].from_s == 1200);
    /* One within the other. */
    ff_run third = source(&arena, FRIEND);
    third.device.serial = "888";
    third.source = "third.fit";
    int64_t c = put(journal, &arena, 4, &third).run_id;
    assert_ok(ff_journal_merge(journal, b, c, &kept, NULL));
    assert_ok(ff_journal_merge(journal, a, b, &kept, NULL));
    assert_ok(ff_journal_run(journal, &arena, c, false, &after, NULL));
    assert_int_equal(after.id, a);
    assert_ok(ff_journal_part(journal, &arena, a, &runs, &count, NULL));
    assert_int_equal(count, 2);
    assert_ok(ff_journal_run(journal, &arena, c, false, &after, NULL));
    assert_int_equal(after.id, b);
    /* Not at the same time. */
    ff_run later = source(&arena, GPX);
    later.start_s += 5000;
    int64_t d = put(journal, &arena, 5, &later).run_id;
    ff_error error;
    assert_int_equal(ff_journal_merge(journal, a, d, &kept, &error), FF_ERR_VALUE);
    assert_non_null(strstr(error.message, "not run at the same time"));
    ff_journal_close(journal);
    ff_arena_free(&arena);
}

static void say_gear(ff_journal *journal, int64_t run_id, ff_gear_kind kind, const char *name) {
    assert_ok(ff_journal_set_run_gear(journal, run_id, kind, name, "runner", NULL));
}

/* "1 insole cork, 1 sock thin": of which runs what gear is told. */
static void expect_gear(ff_journal *journal, int64_t run_id, const char *expected) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_run_gear_list list;
    const char *told = "";
    assert_ok(ff_journal_run_gear(journal, &arena, run_id, &list, NULL));
    for (size_t i = 0; i < list.count; i++) {
        told = ff_arena_printf(&arena, "%s%s%lld %s %s", told, i > 0 ? ", " : "",
                               (long long)list.items[i].run_id,
                               ff_gear_kind_name(list.items[i].kind), list.items[i].name);
    }
    assert_string_equal(told, expected);
    ff_arena_free(&arena);
}

static void gear_of_joined_runs(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_journal *journal = open_empty();
    ff_run mine = source(&arena, WATCH), other = source(&arena, FRIEND), third = other;
    third.device.serial = "888";
    third.source = "third.fit";
    int64_t a = put(journal, &arena, 1, &mine).run_id, b = put(journal, &arena, 2, &other).run_id;
    int64_t c = put(journal, &arena, 3, &third).run_id;
    say_gear(journal, b, FF_GEAR_INSOLE, "cork");
    say_gear(journal, b, FF_GEAR_LACING, "window");
    say_gear(journal, a, FF_GEAR_INSOLE, "none");
    say_gear(journal, a, FF_GEAR_SOCK, "thin");
    say_gear(journal, c, FF_GEAR_SOCK, "thick");
    expect_gear(journal, 0,
                "1 insole none, 1 sock thin, 2 insole cork, 2 lacing window, 3 sock thick");
    int64_t kept, *runs;
    size_t count;
    assert_ok(ff_journal_merge(journal, b, c, &kept, NULL));
    expect_gear(journal, 0,
                "1 insole none, 1 sock thin, 2 insole cork, 2 sock thick, 2 lacing window");
    assert_ok(ff_journal_merge(journal, a, b, &kept, NULL));
    expect_gear(journal, 0, "1 insole none, 1 sock thin, 1 lacing window"); /* its own first */
    expect_gear(journal, c, "1 insole none, 1 sock thin, 1 lacing window");
    say_gear(journal, b, FF_GEAR_SOCK, "wool"); /* said of the one that is shown */
    expect_gear(journal, a, "1 insole none, 1 sock wool, 1 lacing window");
    assert_ok(ff_journal_part(journal, &arena, a, &runs, &count, NULL));
    expect_gear(journal, 0,
                "1 insole none, 1 sock wool, 2 insole cork, 2 sock thick, 2 lacing window");
    assert_ok(ff_journal_part(journal, &arena, b, &runs, &count, NULL));
    expect_gear(journal, 0,
                "1 insole none, 1 sock wool, 2 insole cork, 2 lacing window, 3 sock thick");
    ff_journal_close(journal);
    ff_arena_free(&arena);
}

/* Two runs of which a third recording shows that they are one: a track that is off by a time zone,
 * and a line of a list. */
static void two_runs_become_one(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_journal *journal = open_empty();
    ff_run tcx = source(&arena, TCX), line = source(&arena, LINE), fit = source(&arena, WATCH);
    tcx.start_s += 7200;
    line.figures.distance_m = 6100;
    int64_t a = put(journal, &arena, 1, &tcx).run_id, b = put(journal, &arena, 2, &line).run_id;
    assert_true(a != b);
    say(journal, b, 600);
    ff_import_run third = put(journal, &arena, 3, &fit);
    assert_int_equal(third.how, FF_IMPORT_JOINED);
    assert_int_equal(third.run_id, a);
    assert_int_equal(count_runs(journal), 1);
    ff_onset_list onsets;
    assert_ok(ff_journal_onsets(journal, &arena, a, &onsets, NULL));
    assert_int_equal(onsets.count, 1);
    ff_run run;
    assert_ok(ff_journal_run(journal, &arena, b, false, &run, NULL));
    assert_true(same_summary(&run, &run) && run.id == a && run.start_s == fit.start_s);
    int64_t *runs;
    size_t count;
    assert_ok(ff_journal_part(journal, &arena, a, &runs, &count, NULL));
    assert_int_equal(count, 3);
    assert_ok(ff_journal_run(journal, &arena, b, false, &run, NULL));
    assert_string_equal(run.format, "Strava list");
    assert_int_equal(run.id, b);
    ff_journal_close(journal);
    ff_arena_free(&arena);
}

/* ---- lists and archives ---- */

static void one_by_one(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_journal *journal = open_empty();
    ff_run fit = source(&arena, WATCH), line = source(&arena, LINE);
    int64_t a = put(journal, &arena, 1, &fit).run_id, import_id, id;
    char sha256[65];
    snprintf(sha256, sizeof sha256, "%064x", 9u);
    assert_ok(ff_journal_begin_import(journal, &import_id, NULL));
    ff_import_file stored, file = {.import_id = import_id,
                                   .path = "activities.csv",
                                   .size = 10,
                                   .sha256 = sha256,
                                   .outcome = FF_OUTCOME_IMPORTED,
                                   .offset = FF_NO_OFFSET};
    assert_ok(ff_journal_begin_file(journal, &file, &id, NULL));
    ff_import_run one;
    line.start_s += 40000; /* its file was named: the clock of the list is no matter */
    assert_ok(ff_journal_put_recording(journal, &arena, id, 0, &line, a, &one, NULL));
    assert_int_equal(one.how, FF_IMPORT_JOINED);
    assert_int_equal(one.run_id, a);
    assert_string_equal(one.why, "the list names its file");
    /* The same line again: a copy. */
    assert_ok(ff_journal_put_recording(journal, &arena, id, 1, &line, 99, &one, NULL));
    assert_int_equal(one.how, FF_IMPORT_SAME_RUN);
    bool known;
    assert_ok(ff_journal_knows_file(journal, sha256, &known, NULL));
    assert_false(known); /* it has not ended yet */
    assert_ok(ff_journal_end_file(journal, &arena, id, &file, &stored, NULL));
    assert_int_equal(stored.outcome, FF_OUTCOME_DUPLICATE);
    assert_int_equal(stored.run_count, 2);
    assert_string_equal(stored.runs[0].why, "the list names its file");
    assert_ok(ff_journal_knows_file(journal, sha256, &known, NULL));
    assert_true(known);
    ff_run run;
    assert_ok(ff_journal_run(journal, &arena, a, false, &run, NULL));
    assert_string_equal(run.title, "Down to the river");
    assert_true(run.start_s == fit.start_s);
    /* The list of next month calls it otherwise: the newest word counts. */
    line.title = "Along the river";
    snprintf(sha256, sizeof sha256, "%064x", 10u);
    assert_ok(ff_journal_begin_file(journal, &file, &id, NULL));
    assert_ok(ff_journal_put_recording(journal, &arena, id, 0, &line, a, &one, NULL));
    assert_int_equal(one.how, FF_IMPORT_JOINED);
    assert_ok(ff_journal_run(journal, &arena, a, false, &run, NULL));
    assert_string_equal(run.title, "Along the river");
    line.start_s += 400000;
    assert_int_equal(ff_journal_put_recording(journal, &arena, id, 1, &line, 99, &one, NULL),
                     FF_ERR_NOT_FOUND);
    /* A list of no runs. */
    snprintf(sha256, sizeof sha256, "%064x", 11u);
    assert_ok(ff_journal_begin_file(journal, &file, &id, NULL));
    assert_ok(ff_journal_end_file(journal, &arena, id, &file, &stored, NULL));
    assert_int_equal(stored.outcome, FF_OUTCOME_NOT_A_RUN);
    file.sha256 = NULL;
    assert_int_equal(ff_journal_begin_file(journal, &file, &id, NULL), FF_ERR_VALUE);
    assert_int_equal(ff_journal_end_file(journal, &arena, 77, &file, &stored, NULL),
                     FF_ERR_NOT_FOUND);
    /* Shoes of the export. */
    ff_shoe_list shoes;
    assert_ok(ff_journal_put_shoe(journal, "blue", true, 1760000000, NULL));
    assert_ok(ff_journal_put_shoe(journal, "Blue", false, 0, NULL));
    assert_int_equal(ff_journal_put_shoe(journal, "", false, 0, NULL), FF_ERR_VALUE);
    assert_ok(ff_journal_shoes(journal, &arena, &shoes, NULL));
    assert_int_equal(shoes.count, 1);
    assert_true(shoes.items[0].retired_at_s == 1760000000);
    ff_journal_close(journal);
    ff_arena_free(&arena);
}

/* ---- a journal of version 1 ---- */

/* What footfall wrote before there were recordings. */
static const char *const old_rows[] = {
    "INSERT INTO run (id, start_s, utc_offset_s, sport, duration_s, distance_m, device_maker,"
    " device_serial, source, format, file_sha256, file_index, file_damaged, series_rows,"
    " added_at_s) VALUES (5, 1750000000, 3600, 'running', 2394, 5985, 'garmin', '123', 'a.fit',"
    " 'FIT', '00000000000000000000000000000000000000000000000000000000000000a1', 0, 0, 4,"
    " 1750009999)",
    "INSERT INTO run (id, start_s, sport, file_sha256, file_index, file_damaged, series_rows,"
    " added_at_s) VALUES (9, 1750100000, 'walking',"
    " '00000000000000000000000000000000000000000000000000000000000000a2', 0, 1, 0, 1750109999)",
    "INSERT INTO lap VALUES (5, 0, 0, 1200, 1200, 3000, 'manual')",
    "INSERT INTO lap VALUES (5, 1, 1200, 2394, 1194, 2985, 'session_end')",
    "INSERT INTO pause VALUES (5, 0, 100, 130)",
    "INSERT INTO note VALUES (5, 0, 'a gap')",
    /* By codec 1, deflated by zlib: 0, 800, 1600, 2394 and 120, none, 150, 151. */
    "INSERT INTO series (run_id, name, row_count, codec, data) VALUES (5, 'time_s', 4, 1,"
    " X'0C78DA63616260606138C0D320B945150009060249')",
    "INSERT INTO series (run_id, name, row_count, codec, data) VALUES (5, 'heart_rate_bpm', 4, 1,"
    " X'0D78DA63616260606464FAC0B886691D13000A31025A')",
    "INSERT INTO onset VALUES (3, 5, 'exact', 1200, 1200, 3000, 3000, 'L:TP3', 4, 'runner',"
    " 'typed', 1750010000)",
    "INSERT INTO onset VALUES (4, 5, 'none', NULL, NULL, NULL, NULL, '', 0, 'runner', 'typed',"
    " 1750010001)",
    "INSERT INTO shoe VALUES (2, 'Blue', 1750000001, NULL)",
    "INSERT INTO run_shoe VALUES (5, 2, 'runner', 1750010000)",
    "INSERT INTO run_change VALUES (6, 5, 'lacing', 'runner', 'typed', 1750010000)",
    "INSERT INTO import VALUES (1, 1750009999, 1750009999)",
    "INSERT INTO import_file VALUES (7, 1, 'a.fit', 10,"
    " '00000000000000000000000000000000000000000000000000000000000000a1', 'imported', 'FF_OK',"
    " NULL, NULL)",
    "INSERT INTO import_file VALUES (8, 1, 'copy.fit', 10,"
    " '00000000000000000000000000000000000000000000000000000000000000b1', 'duplicate', 'FF_OK',"
    " NULL, NULL)",
    "INSERT INTO import_run VALUES (7, 0, 5, 'new')",
    "INSERT INTO import_run VALUES (8, 0, 5, 'same_run')",
};

static void make_old(const char *path) {
    ff_migrations first = {ff_journal_migrations.versions, 1};
    ff_journal *journal;
    assert_ok(ff_store_open(NULL, path, FF_JOURNAL_WRITE, &first, &journal, NULL));
    for (size_t i = 0; i < sizeof old_rows / sizeof *old_rows; i++) {
        ff_error error;
        if (ff_sql_do(journal, old_rows[i], &error) != FF_OK) {
            fail_msg("%s: %s", old_rows[i], error.message);
        }
    }
    ff_journal_close(journal);
}

static ff_code say_row(void *user, const ff_row *row, ff_error *error) {
    ff_text *all = user;
    (void)error;
    ff_text_add(all, row->table);
    for (size_t i = 0; i < row->count; i++) {
        const ff_value *value = &row->values[i];
        ff_text_addf(all, " %s=%d:%lld:%.17g:%s", row->columns[i], (int)value->kind,
                     (long long)value->whole, value->real,
                     value->kind == FF_VALUE_TEXT ? value->text : "");
        for (size_t k = 0; k < value->count; k++) {
            ff_text_addf(all, ",%.17g", value->numbers[k]);
        }
    }
    ff_text_add_char(all, '\n');
    return FF_OK;
}

static void say_rows(ff_journal *journal, ff_text *all) {
    ff_text_init(all, NULL);
    const ff_row_sink sink = {say_row, all};
    assert_ok(ff_journal_each_row(journal, &sink, NULL));
}

static void assert_same_rows(ff_journal *journal, ff_journal *as) {
    ff_text wanted, got;
    say_rows(as, &wanted);
    say_rows(journal, &got);
    assert_string_equal(got.data, wanted.data);
    ff_text_free(&wanted);
    ff_text_free(&got);
}

static ff_code put_row_back(void *user, const ff_row *row, ff_error *error) {
    return ff_journal_restore_row(user, row, error);
}

/* The rows of an older version, or a copy of it, put into a new journal: the same as the old
 * journal moved. */
static void version_1_is_put_back(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    const char *path = ff_arena_printf(&arena, "%s/older.db", scratch_folder());
    make_old(path);
    for (int version = 1; version <= ff_journal_version(); version++) {
        ff_migrations until = {ff_journal_migrations.versions, version};
        ff_journal *old, *made = open_empty();
        assert_ok(ff_store_open(NULL, path, FF_JOURNAL_WRITE, &until, &old, NULL));
        assert_ok(ff_journal_begin_restore(made, version, NULL));
        const ff_row_sink sink = {put_row_back, made};
        ff_error error = {0};
        ff_code code = ff_journal_each_row(old, &sink, &error);
        if (ff_journal_finish_restore(made, code, &error) != FF_OK) {
            fail_msg("version %d: %s", version, error.message);
        }
        ff_journal_close(old);
        const char *copy = ff_arena_printf(&arena, "%s/moved-%d.db", scratch_folder(), version);
        make_old(copy);
        assert_ok(ff_journal_open(NULL, copy, FF_JOURNAL_WRITE, &old, NULL));
        assert_same_rows(made, old);
        ff_journal *put_back = open_empty();
        const ff_journal_source source = {.path = path, .name = "copy"};
        size_t rows;
        assert_ok(ff_journal_restore_copy(put_back, &source, &rows, NULL));
        assert_same_rows(put_back, old);
        ff_journal_close(put_back);
        /* What it refers to is watched again. */
        assert_int_equal(ff_sql_do(made, "DELETE FROM recording", NULL), FF_ERR_NOT_FOUND);
        ff_journal_close(old);
        ff_journal_close(made);
    }
    ff_arena_free(&arena);
}

static void version_1_moves(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    const char *path = ff_arena_printf(&arena, "%s/old.db", scratch_folder());
    make_old(path);
    ff_journal *journal;
    assert_ok(ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL));
    ff_run_list runs;
    assert_ok(ff_journal_runs(journal, &arena, NULL, &runs, NULL));
    assert_int_equal(runs.count, 2);
    assert_int_equal(runs.items[0].id, 5);
    assert_int_equal(runs.items[1].id, 9);
    assert_int_equal(runs.items[1].sport, FF_SPORT_WALKING);
    ff_run run;
    assert_ok(ff_journal_run(journal, &arena, 5, true, &run, NULL));
    assert_int_equal(run.start_s, 1750000000);
    assert_true(run.utc_offset_known && run.utc_offset_s == 3600);
    assert_true(run.figures.duration_s == 2394 && isnan(run.figures.power_w));
    assert_string_equal(run.device.serial, "123");
    assert_int_equal(run.lap_count, 2);
    assert_int_equal(run.laps[0].trigger, FF_LAP_MANUAL);
    assert_true(run.pause_count == 1 && run.pauses[0].end_s == 130);
    assert_string_equal(run.notes[0], "a gap");
    assert_true(run.series.rows == 4 && run.series.column[FF_HEART_RATE][3] == 151);
    assert_true(isnan(run.series.column[FF_HEART_RATE][1]));
    ff_onset_list onsets;
    assert_ok(ff_journal_onset_history(journal, &arena, 5, &onsets, NULL));
    assert_int_equal(onsets.count, 2);
    assert_string_equal(onsets.items[0].sites, "L:TP3");
    assert_ok(ff_journal_onsets(journal, &arena, 0, &onsets, NULL));
    assert_true(onsets.count == 1 && onsets.items[0].kind == FF_ONSET_NONE);
    assert_false(onsets.items[0].coming);
    ff_run_shoe_list shoes;
    assert_ok(ff_journal_run_shoes(journal, &arena, 5, &shoes, NULL));
    assert_string_equal(shoes.items[0].shoe_name, "Blue");
    ff_change_list changes;
    assert_ok(ff_journal_changes(journal, &arena, 5, &changes, NULL));
    assert_true(changes.count == 1 && changes.items[0].id == 6);
    ff_recording_list recordings;
    assert_ok(ff_journal_recordings(journal, &arena, 0, &recordings, NULL));
    assert_int_equal(recordings.count, 2);
    assert_true(recordings.items[0].leads && recordings.items[0].joined_by == NULL);
    assert_true(recordings.items[1].damaged);
    /* It goes on: both files are known, and what is of the run joins it. */
    ff_run gpx = source(&arena, GPX), fit = source(&arena, WATCH);
    assert_int_equal(put(journal, &arena, 0xA1, &fit).run_id, 5);
    assert_int_equal(put(journal, &arena, 0xB1, &fit).how, FF_IMPORT_SAME_FILE);
    ff_import_run joined = put(journal, &arena, 1, &gpx);
    assert_int_equal(joined.how, FF_IMPORT_JOINED);
    assert_int_equal(joined.run_id, 5);
    ff_sql sql = ff_sql_begin(journal, "PRAGMA foreign_key_check", NULL);
    assert_false(ff_sql_row(&sql));
    assert_ok(ff_sql_end(&sql));
    assert_ok(ff_journal_check(journal, NULL));
    ff_journal_close(journal);
    ff_arena_free(&arena);
}

/* ---- real runs ---- */

/* What a service makes of a run: rounded positions, no device. */
static void make_copy(ff_arena *arena, const ff_run *run, ff_run *copy) {
    *copy = *run;
    copy->format = "GPX";
    copy->source = "copy.gpx";
    copy->device = (ff_device){0};
    copy->notes = NULL;
    copy->note_count = 0;
    copy->figures.distance_m *= 1.003;
    static const ff_channel places[] = {FF_LATITUDE, FF_LONGITUDE};
    for (size_t c = 0; c < 2; c++) {
        double **column = &copy->series.column[places[c]];
        if (*column != NULL) {
            *column =
                ff_arena_grow(arena, *column, run->series.rows, run->series.rows, sizeof **column);
        }
        for (size_t i = 0; *column != NULL && i < run->series.rows; i++) {
            (*column)[i] = round((*column)[i] * 1e5) / 1e5;
        }
    }
}

/* Puts the runs of a file, each with a copy; the copies must join, and change nothing. */
static unsigned put_with_copies(ff_journal *journal, const char *path, unsigned *number) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_bytes bytes;
    ff_file_result result = {0};
    unsigned joined = 0;
    if (ff_bytes_of_file(&bytes, path, NULL) == FF_OK) {
        if (ff_file_read_runs(NULL, &bytes, &arena, &result, NULL) != FF_OK ||
            result.kind != FF_FILE_RUNS) {
            result.runs.count = 0;
        }
        ff_bytes_close(&bytes);
    }
    for (size_t i = 0; i < result.runs.count; i++) {
        ff_run *run = &result.runs.items[i], copy, back;
        bool fit = run->format != NULL && strcmp(run->format, "FIT") == 0;
        if (!fit || !(run->figures.duration_s > 300) || !(run->figures.distance_m > 500)) {
            continue;
        }
        run->start_s += (int64_t)*number * 1000000000;
        make_copy(&arena, run, &copy);
        bool copy_first = *number % 2 == 0;
        int64_t id = put(journal, &arena, 2 * *number + 100, copy_first ? &copy : run).run_id;
        ff_import_run second = put(journal, &arena, 2 * *number + 101, copy_first ? run : &copy);
        ++*number;
        if (second.how != FF_IMPORT_JOINED || second.run_id != id) {
            fail_msg("%s: %s", path, second.why != NULL ? second.why : "not joined");
        }
        assert_ok(ff_journal_run(journal, &arena, id, true, &back, NULL));
        assert_true(same_run(run, &back));
        joined++;
    }
    ff_arena_free(&arena);
    return joined;
}

static void copies_of_real_runs_join(void **state) {
    (void)state;
    if (shared_folder() == NULL) {
        skip();
    }
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_path_list paths;
    assert_ok(
        ff_folder_files(&arena, ff_arena_printf(&arena, "%s/data", shared_folder()), &paths, NULL));
    ff_journal *journal = open_empty();
    unsigned joined = 0, number = 0;
    for (size_t i = 0; i < paths.count; i++) {
        joined += put_with_copies(journal, paths.items[i], &number);
    }
    assert_true(joined >= 20);
    assert_int_equal(count_runs(journal), joined);
    ff_journal_close(journal);
    ff_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_makes_no_difference),
        cmocka_unit_test(order_makes_no_difference_among_many),
        cmocka_unit_test(the_watch_leads_the_apps),
        cmocka_unit_test(better_one_leads_under_the_same_number),
        cmocka_unit_test(the_runner_joins_and_parts),
        cmocka_unit_test(gear_of_joined_runs),
        cmocka_unit_test(two_runs_become_one),
        cmocka_unit_test(one_by_one),
        cmocka_unit_test(version_1_moves),
        cmocka_unit_test(version_1_is_put_back),
        cmocka_unit_test(copies_of_real_runs_join),
    };
    return cmocka_run_group_tests_name("journal_joins", tests, NULL, NULL);
}
