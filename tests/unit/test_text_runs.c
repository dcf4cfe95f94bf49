/* TCX and GPX to runs: written here line by line, with what must come out. */
#include "support.h"

#include "base/civil.h"
#include "files/gpx_runs.h"
#include "files/import_runs.h"
#include "files/track.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char *text;
    size_t length, room;
} writing;

static void put(writing *w, const char *format, ...) {
    char line[1024];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    assert_true(length >= 0 && (size_t)length < sizeof line);
    if (w->length + (size_t)length + 1 > w->room) {
        w->room = (w->room + sizeof line) * 2;
        w->text = realloc(w->text, w->room);
        assert_non_null(w->text);
    }
    memcpy(w->text + w->length, line, (size_t)length + 1);
    w->length += (size_t)length;
}

/* One degree of latitude on the sphere that distances are measured on. */
#define METRES_PER_DEGREE (6371008.8 * 3.14159265358979323846 / 180)

/* 2026-05-30T05:00:00Z and so many seconds. */
#define START_S 1780117200
static void put_time(writing *w, double seconds) {
    int whole = (int)seconds;
    put(w, "2026-05-30T%02d:%02d:%02d.%03dZ", 5 + whole / 3600, whole / 60 % 60, whole % 60,
        (int)((seconds - whole) * 1000 + 0.5));
}

typedef struct {
    ff_arena arena;
    ff_file_result result;
    ff_error error;
    ff_code code;
} outcome;

static void read_text(outcome *o, const char *text, size_t size) {
    ff_bytes bytes;
    ff_bytes_of_memory(&bytes, text, size, "made.xml");
    ff_arena_init(&o->arena, NULL);
    ff_error_clear(&o->error);
    o->code = ff_file_read_runs(NULL, &bytes, &o->arena, &o->result, &o->error);
}

static void read_written(outcome *o, writing *w) {
    read_text(o, w->text, w->length);
    free(w->text);
}

static const ff_run *only_run(const outcome *o) {
    if (o->code != FF_OK) {
        fail_msg("%s", o->error.message);
    }
    assert_int_equal(o->result.kind, FF_FILE_RUNS);
    assert_int_equal(o->result.runs.count, 1);
    return &o->result.runs.items[0];
}

static bool noted(const ff_run *run, const char *part) {
    for (size_t i = 0; i < run->note_count; i++) {
        if (strstr(run->notes[i], part) != NULL) {
            return true;
        }
    }
    return false;
}

static void is_no_run(const char *text, const char *words) {
    outcome o;
    read_text(&o, text, strlen(text));
    assert_int_equal(o.code, FF_OK);
    assert_int_equal(o.result.kind, FF_FILE_NOT_RUNS);
    assert_string_equal(o.result.what, words);
    ff_arena_free(&o.arena);
}

/* TCX */

static void tcx_begin(writing *w, const char *sport) {
    put(w,
        "          <?xml version=\"1.0\"?>\n<TrainingCenterDatabase "
        "xmlns:ns3=\"urn:x\"><Activities><Activity Sport=\"%s\"><Id>2026-05-30T05:00:00Z</Id>",
        sport);
}

static void tcx_lap(writing *w, double at, double timer, double distance, const char *trigger) {
    put(w, "<Lap StartTime=\"");
    put_time(w, at);
    put(w,
        "\"><TotalTimeSeconds>%.1f</TotalTimeSeconds><DistanceMeters>%.1f</DistanceMeters>"
        "<AverageHeartRateBpm><Value>99</Value></AverageHeartRateBpm><Cadence>11</Cadence>"
        "<TriggerMethod>%s</TriggerMethod><Track>\n",
        timer, distance, trigger);
}

static void tcx_point(writing *w, double at, double distance) {
    put(w, "<Trackpoint><Time>");
    put_time(w, at);
    put(w,
        "</Time><Position><LatitudeDegrees>%.9f</LatitudeDegrees><LongitudeDegrees>10"
        "</LongitudeDegrees></Position><AltitudeMeters>100</AltitudeMeters><DistanceMeters>%.2f"
        "</DistanceMeters><HeartRateBpm><Value>140</Value></HeartRateBpm><Extensions><ns3:TPX>"
        "<ns3:Speed>3</ns3:Speed><ns3:RunCadence>85</ns3:RunCadence><ns3:Watts>250</ns3:Watts>"
        "</ns3:TPX></Extensions></Trackpoint>\n",
        50 + distance / METRES_PER_DEGREE, distance);
}

static void tcx_end(writing *w, const char *inside) {
    put(w,
        "</Track></Lap>%s<Creator xsi:type=\"Device_t\" xmlns:xsi=\"urn:s\"><Name>Forerunner "
        "255</Name><UnitId>12345</UnitId><ProductID>1</ProductID><Version><VersionMajor>17"
        "</VersionMajor><VersionMinor>5</VersionMinor><BuildMajor>0</BuildMajor></Version>"
        "</Creator></Activity></Activities><Author><Name>x</Name></Author>"
        "</TrainingCenterDatabase>\n",
        inside);
}

/* 600 s at 3 m/s; a lap by hand at 200 s; a pause of 100 s at 400 s of running. */
static void write_tcx(writing *w, const char *sport) {
    tcx_begin(w, sport);
    tcx_lap(w, 0, 200, 600, "Manual");
    for (int i = 0; i < 200; i++) {
        tcx_point(w, i, 3 * i);
    }
    put(w, "</Track></Lap>");
    tcx_lap(w, 200, 400, 1200, "Manual");
    for (int i = 200; i <= 600; i++) {
        if (i == 401) {
            put(w, "</Track><Track>");
        }
        tcx_point(w, i > 400 ? i + 100 : i, 3 * i);
    }
    tcx_end(w, "<Notes>numb &amp; cold</Notes>");
}

static void test_tcx(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    write_tcx(&w, "Running");
    read_written(&o, &w);
    const ff_run *run = only_run(&o);
    assert_int_equal(run->start_s, START_S);
    assert_false(run->utc_offset_known);
    assert_string_equal(run->format, "TCX");
    assert_string_equal(run->comment, "numb & cold");
    assert_null(run->title);
    assert_string_equal(run->device.maker, "garmin");
    assert_string_equal(run->device.product, "Forerunner 255");
    assert_string_equal(run->device.serial, "12345");
    assert_string_equal(run->device.software, "17.5");
    assert_float_equal(run->figures.elapsed_s, 700, 1e-6);
    assert_float_equal(run->figures.duration_s, 600, 1e-6);
    assert_float_equal(run->figures.distance_m, 1800, 1e-6);
    assert_float_equal(run->figures.cadence_spm, 170, 1e-6);
    assert_float_equal(run->figures.heart_rate_bpm, 140, 1e-6);
    assert_float_equal(run->figures.power_w, 250, 1e-6);
    assert_int_equal(run->series.rows, 601);
    assert_int_equal(run->pause_count, 1);
    assert_float_equal(run->pauses[0].start_s, 400, 1e-6);
    assert_float_equal(run->pauses[0].end_s, 501, 1e-6);
    assert_int_equal(run->lap_count, 2);
    assert_int_equal(run->laps[0].trigger, FF_LAP_MANUAL);
    assert_float_equal(run->laps[0].end_s, 200, 1e-6);
    assert_float_equal(run->laps[0].timer_s, 200, 1e-6);
    assert_int_equal(run->laps[1].trigger, FF_LAP_SESSION_END);
    assert_true(noted(run, "original FIT file"));
    assert_true(noted(run, "counts one foot"));
    ff_arena_free(&o.arena);
}

static void test_tcx_sports(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    write_tcx(&w, "Other"); /* it has a running cadence at a runner's speed */
    read_written(&o, &w);
    assert_true(noted(only_run(&o), "taken for a run because it holds a running cadence"));
    ff_arena_free(&o.arena);
    w = (writing){0};
    write_tcx(&w, "Biking");
    read_written(&o, &w);
    assert_int_equal(o.result.kind, FF_FILE_NOT_RUNS);
    assert_string_equal(o.result.what, "a bicycle ride");
    ff_arena_free(&o.arena);
    is_no_run("<TrainingCenterDatabase/>", "a TCX file without an activity");
    is_no_run("<TrainingCenterDatabase><Courses><Course><Name>a</Name></Course></Courses>"
              "</TrainingCenterDatabase>",
              "a course to follow");
    is_no_run("<TrainingCenterDatabase><Activities><Activity Sport='Running'/></Activities>"
              "</TrainingCenterDatabase>",
              "an activity without any point or lap");
}

/* A lap without points: a treadmill that was typed in. */
static void test_tcx_laps_only(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    tcx_begin(&w, "Running");
    tcx_lap(&w, 0, 1500, 4000, "Manual");
    tcx_end(&w, "");
    read_written(&o, &w);
    const ff_run *run = only_run(&o);
    assert_int_equal(run->start_s, START_S);
    assert_float_equal(run->figures.duration_s, 1500, 1e-6);
    assert_float_equal(run->figures.distance_m, 4000, 1e-6);
    assert_int_equal(run->series.rows, 0);
    ff_arena_free(&o.arena);
}

static void test_tcx_multisport(void **state) {
    (void)state;
    const char *lap = "<Lap StartTime='2026-05-30T0%d:00:00Z'><TotalTimeSeconds>600"
                      "</TotalTimeSeconds><DistanceMeters>1800</DistanceMeters></Lap>";
    writing w = {0};
    outcome o;
    put(&w, "<TrainingCenterDatabase><Activities><MultiSportSession><FirstSport>"
            "<Activity Sport='Biking'>");
    put(&w, lap, 5);
    put(&w, "</Activity></FirstSport>");
    for (int i = 6; i < 8; i++) {
        put(&w, "<NextSport><Transition/><Activity Sport='Running'>");
        put(&w, lap, i);
        put(&w, "</Activity></NextSport>");
    }
    put(&w, "</MultiSportSession></Activities></TrainingCenterDatabase>");
    read_written(&o, &w);
    assert_int_equal(o.result.kind, FF_FILE_RUNS);
    assert_int_equal(o.result.runs.count, 2);
    assert_int_equal(o.result.runs.items[1].start_s - o.result.runs.items[0].start_s, 3600);
    ff_arena_free(&o.arena);
}

/* Cut within the second lap: what the lap says of itself is more than there is. */
static void test_tcx_cut(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    write_tcx(&w, "Running");
    const char *at = strstr(w.text, "2026-05-30T05:05:00");
    assert_non_null(at);
    w.length = (size_t)(at - w.text);
    size_t cut = w.length;
    read_written(&o, &w);
    const ff_run *run = only_run(&o);
    assert_int_equal(o.result.damage.code, FF_ERR_TRUNCATED);
    assert_int_equal(o.result.damage.offset, cut);
    assert_float_equal(run->figures.duration_s, 299, 1e-6);
    assert_float_equal(run->figures.distance_m, 897, 1e-6);
    assert_int_equal(run->lap_count, 2);
    assert_float_equal(run->laps[1].timer_s, 99, 1e-6);
    assert_float_equal(run->laps[1].distance_m, 297, 1e-6);
    ff_arena_free(&o.arena);
}

/* Strava calls every lap one by hand. */
static void test_tcx_laps_of_the_app(void **state) {
    (void)state;
    for (int by_app = 0; by_app < 2; by_app++) {
        writing w = {0};
        outcome o;
        tcx_begin(&w, "Running");
        for (int i = 0; i < 4; i++) {
            double length = i < 3 ? (by_app ? 1000 + i : 1000 + 80 * i) : 400;
            tcx_lap(&w, 300 * i, 300, length, "Manual");
            put(&w, i < 3 ? "</Track></Lap>" : "");
        }
        tcx_end(&w, "");
        read_written(&o, &w);
        const ff_run *run = only_run(&o);
        assert_int_equal(run->lap_count, 4);
        for (int i = 0; i < 3; i++) {
            assert_int_equal(run->laps[i].trigger, by_app ? FF_LAP_DISTANCE : FF_LAP_MANUAL);
        }
        assert_int_equal(noted(run, "taken by the device itself"), by_app);
        ff_arena_free(&o.arena);
    }
}

/* A file cut out of a longer one: distance starts at 30 km, laps tell 1.2 km. */
static void test_distance_runs_on(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    tcx_begin(&w, "Running");
    tcx_lap(&w, 0, 400, 1200, "Manual");
    for (int i = 1; i <= 400; i++) {
        tcx_point(&w, i, 30000 + 3 * i);
    }
    tcx_end(&w, "");
    read_written(&o, &w);
    const ff_run *run = only_run(&o);
    assert_float_equal(run->figures.distance_m, 1200, 1e-6);
    assert_float_equal(run->series.column[FF_DISTANCE][0], 3, 1e-6);
    assert_true(noted(run, "begins at 30.00 km"));
    ff_arena_free(&o.arena);
}

/* GPX */

static void gpx_begin(writing *w, const char *head) {
    put(w,
        "<?xml version=\"1.0\"?><gpx version=\"1.1\" creator=\"StravaGPX\"><metadata><time>"
        "2026-05-30T05:00:00Z</time></metadata><trk>%s<trkseg>\n",
        head);
}

static void gpx_point(writing *w, double at, double metres, const char *extensions) {
    put(w, "<trkpt lat=\"%.9f\" lon=\"10\"><ele>100</ele><time>", 50 + metres / METRES_PER_DEGREE);
    put_time(w, at);
    put(w, "</time>%s</trkpt>\n", extensions);
}

#define RUN_TYPE "<type>running</type>"

/* So many seconds at so many m/s, one point a second. */
static void write_gpx(writing *w, const char *head, int seconds, double mps) {
    gpx_begin(w, head);
    for (int i = 0; i <= seconds; i++) {
        gpx_point(w, i, mps * i, "");
    }
    put(w, "</trkseg></trk></gpx>");
}

static void test_gpx(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    gpx_begin(&w, "<name>Morning Run</name><desc>left foot</desc><link><text>x</text><type>t"
                  "</type></link><type>9</type>");
    for (int i = 0; i <= 600; i++) {
        gpx_point(&w, i, 2.5 * i,
                  "<extensions><power>200</power><g:TrackPointExtension xmlns:g='urn:g'>"
                  "<g:hr>150</g:hr><g:cad>88</g:cad><g:atemp>21</g:atemp>"
                  "</g:TrackPointExtension></extensions>");
    }
    put(&w, "</trkseg></trk></gpx>");
    read_written(&o, &w);
    const ff_run *run = only_run(&o);
    assert_string_equal(run->format, "GPX");
    assert_string_equal(run->title, "Morning Run");
    assert_string_equal(run->comment, "left foot");
    assert_string_equal(run->device.maker, "strava");
    assert_int_equal(run->start_s, START_S);
    assert_float_equal(run->figures.duration_s, 600, 1e-6);
    assert_float_equal(run->figures.distance_m, 1500, 0.01);
    assert_float_equal(run->figures.cadence_spm, 176, 1e-6);
    assert_float_equal(run->figures.heart_rate_bpm, 150, 1e-6);
    assert_float_equal(run->figures.temperature_c, 21, 1e-6);
    assert_float_equal(run->figures.power_w, 200, 1e-6);
    assert_true(noted(run, "measured along their positions"));
    assert_true(noted(run, "original FIT file"));
    assert_false(noted(run, "does not say its sport"));
    ff_arena_free(&o.arena);
}

static void gpx_of_speed(double mps, int seconds, const char *head, const char *words) {
    writing w = {0};
    outcome o;
    write_gpx(&w, head, seconds, mps);
    read_written(&o, &w);
    assert_int_equal(o.code, FF_OK);
    if (words == NULL) {
        (void)only_run(&o);
    } else {
        assert_int_equal(o.result.kind, FF_FILE_NOT_RUNS);
        assert_string_equal(o.result.what, words);
    }
    ff_arena_free(&o.arena);
}

static void test_gpx_sports(void **state) {
    (void)state;
    const char *unsaid = "a track that does not say its sport, and not at a runner's speed";
    gpx_of_speed(2.5, 300, "", NULL);
    gpx_of_speed(1.4, 300, "", unsaid);
    gpx_of_speed(6.0, 300, "", unsaid);
    gpx_of_speed(2.5, 60, "", unsaid);
    gpx_of_speed(2.5, 60, RUN_TYPE, NULL);
    gpx_of_speed(1.4, 300, "<type>Trail Running</type>", NULL);
    gpx_of_speed(2.5, 300, "<type>cycling</type>", "a bicycle ride");
    gpx_of_speed(2.5, 300, "<type>1</type>", "a bicycle ride");
    gpx_of_speed(2.5, 300, "<name>Cycling 10/2/17</name>", "a bicycle ride");
    gpx_of_speed(2.5, 300, "<name>Evening walk</name>", "a walk");
    gpx_of_speed(1.4, 300, "<name>Evening Run</name>", NULL);
    gpx_of_speed(2.5, 300, "<name>Run after the ride home</name>", NULL);
    gpx_of_speed(1.4, 300, "<name>Running order</name>", NULL);
    gpx_of_speed(1.4, 300, "<name>Runner</name>", unsaid);
    writing w = {0};
    outcome o;
    write_gpx(&w, "", 300, 2.5);
    read_written(&o, &w);
    assert_true(noted(only_run(&o), "2.5 m/s in the middle (a run is taken to have 1.8 to 5.5)"));
    ff_arena_free(&o.arena);
}

static void test_gpx_that_is_no_run(void **state) {
    (void)state;
    is_no_run("<gpx/>", "a GPX file of waypoints or routes, without a track");
    is_no_run("<gpx><wpt lat='1' lon='2'><time>2026-05-30T05:00:00Z</time></wpt><rte><rtept "
              "lat='1' lon='2'/></rte></gpx>",
              "a GPX file of waypoints or routes, without a track");
    is_no_run("<gpx><trk><type>running</type><trkseg><trkpt lat='1' lon='2'/></trkseg></trk></gpx>",
              "a track without times, which is a way and not a run");
    is_no_run("<gpx><trk/></gpx>", "a track without points");
}

static void test_gpx_several(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    gpx_begin(&w, RUN_TYPE);
    for (int i = 0; i <= 120; i++) {
        gpx_point(&w, i, 3 * i, "");
    }
    put(&w, "</trkseg></trk><trk><type>walking</type><trkseg>");
    gpx_point(&w, 1000, 0, "");
    put(&w, "</trkseg></trk><trk>" RUN_TYPE "<trkseg>");
    for (int i = 0; i <= 120; i++) {
        gpx_point(&w, 3600 + i, 3 * i, "");
    }
    put(&w, "</trkseg><trkseg>"); /* half a day later */
    for (int i = 0; i <= 120; i++) {
        gpx_point(&w, 39600 + i, 3 * i, "");
    }
    put(&w, "</trkseg></trk></gpx>");
    read_written(&o, &w);
    assert_int_equal(o.result.kind, FF_FILE_RUNS);
    assert_int_equal(o.result.runs.count, 3);
    assert_int_equal(o.result.runs.items[1].start_s - START_S, 3600);
    assert_int_equal(o.result.runs.items[2].start_s - START_S, 39600);
    assert_float_equal(o.result.runs.items[2].figures.duration_s, 120, 1e-6);
    ff_arena_free(&o.arena);
}

/* Segments are pauses, and so are missing stretches in which nobody moved; others are not. */
static void test_gpx_pauses(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    gpx_begin(&w, RUN_TYPE);
    for (int i = 0; i <= 800; i++) {
        if (i == 201) {
            put(&w, "</trkseg><trkseg>"); /* stopped for 60 s, and went 300 m by tram */
        }
        if (i > 600 && i < 660) {
            continue; /* a tunnel: on it goes */
        }
        double at = i + (i > 200 ? 60 : 0) + (i > 400 ? 90 : 0); /* 400: stood for 90 s */
        gpx_point(&w, at, 3 * i + (i > 200 ? 300 : 0), "");
    }
    put(&w, "</trkseg></trk></gpx>");
    read_written(&o, &w);
    const ff_run *run = only_run(&o);
    assert_float_equal(run->figures.elapsed_s, 950, 1e-6);
    assert_int_equal(run->pause_count, 2);
    assert_float_equal(run->pauses[0].start_s, 200, 1e-6);
    assert_float_equal(run->pauses[0].end_s, 261, 1e-6);
    assert_float_equal(run->pauses[1].start_s, 460, 1e-6);
    assert_float_equal(run->pauses[1].end_s, 551, 1e-6);
    assert_float_equal(run->figures.duration_s, 950 - 61 - 91, 1e-6);
    assert_float_equal(run->figures.distance_m, 2400 - 3, 0.1);
    assert_true(noted(run, "A missing stretch in which nobody moved"));
    ff_arena_free(&o.arena);
}

static void test_gpx_leaps(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    gpx_begin(&w, RUN_TYPE);
    for (int i = 0; i <= 300; i++) {
        bool away = i == 100 || i == 200 || i == 201;
        gpx_point(&w, i, 3 * i + (away ? 5000 : 0), "");
    }
    put(&w, "</trkseg></trk></gpx>");
    read_written(&o, &w);
    const ff_run *run = only_run(&o);
    assert_float_equal(run->figures.distance_m, 900, 0.01);
    assert_true(isnan(run->series.column[FF_LATITUDE][100]));
    assert_true(noted(run, "3 positions leapt away and back"));
    ff_arena_free(&o.arena);
}

/* The satellites are found late: the first positions are of yesterday's place. */
static void test_gpx_jump(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    gpx_begin(&w, RUN_TYPE);
    for (int i = 0; i <= 300; i++) {
        gpx_point(&w, i, i < 10 ? 0 : 9000 + 3 * i, "");
    }
    put(&w, "</trkseg></trk></gpx>");
    read_written(&o, &w);
    const ff_run *run = only_run(&o);
    assert_float_equal(run->figures.distance_m, 870, 0.01);
    assert_true(noted(run, "Once the position leaps"));
    ff_arena_free(&o.arena);
}

static void test_gpx_times(void **state) {
    (void)state;
    struct {
        const char *zone;
        bool known, noted;
        int64_t start_s;
    } rows[] = {{"Z", false, false, START_S},
                {"+00:00", false, false, START_S},
                {"+02:00", true, false, START_S - 7200},
                {"-03:30", true, false, START_S + 12600},
                {"+02:01", false, false, START_S - 7260},
                {"", false, true, START_S}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        writing w = {0};
        outcome o;
        gpx_begin(&w, RUN_TYPE);
        for (int k = 0; k < 5; k++) {
            put(&w, "<trkpt lat='50.%d' lon='10'><time>2026-05-30T05:00:0%d%s</time></trkpt>", k, k,
                rows[i].zone);
        }
        put(&w, "<trkpt lat='50' lon='10'/></trkseg></trk></gpx>");
        read_written(&o, &w);
        const ff_run *run = only_run(&o);
        assert_int_equal(run->start_s, rows[i].start_s);
        assert_int_equal(run->utc_offset_known, rows[i].known);
        assert_int_equal(noted(run, "do not say their zone"), rows[i].noted);
        assert_int_equal(noted(run, "that no place has"), strcmp(rows[i].zone, "+02:01") == 0);
        assert_true(noted(run, "1 row had no time"));
        assert_int_equal(run->series.rows, 5);
        ff_arena_free(&o.arena);
    }
}

/* A clock that was set back by a day, one that repeats a second, one that steps back. */
static void test_gpx_clock(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    gpx_begin(&w, RUN_TYPE);
    for (int i = 0; i <= 300; i++) {
        double at = i == 50 ? 49 : i == 60 ? 57 : i > 200 ? i - 150 : i;
        gpx_point(&w, at, 3 * i, "");
    }
    put(&w, "</trkseg></trk></gpx>");
    read_written(&o, &w);
    const ff_run *run = only_run(&o);
    for (size_t i = 1; i < run->series.rows; i++) {
        assert_true(run->series.time_s[i] >= run->series.time_s[i - 1]);
    }
    assert_float_equal(run->figures.elapsed_s, 300, 1e-6);
    assert_true(noted(run, "clock was set once"));
    assert_true(noted(run, "1 row has the time of the row before it"));
    assert_true(noted(run, "1 row stepped back"));
    ff_arena_free(&o.arena);
}

/* So many seconds after START_S, in whole ones that may be anything. */
static void gpx_point_at(writing *w, int64_t seconds, double metres) {
    ff_civil c = ff_civil_of_seconds(START_S + seconds);
    put(w, "<trkpt lat=\"%.9f\" lon=\"10\"><time>%04d-%02d-%02dT%02d:%02d:%02dZ</time></trkpt>\n",
        50 + metres / METRES_PER_DEGREE, c.year, c.month, c.day, c.hour, c.minute, c.second);
}

/* What comes of 301 points at 3 m/s, with their times as told. */
static void read_times(outcome *o, int64_t (*time_of)(int)) {
    writing w = {0};
    gpx_begin(&w, RUN_TYPE);
    for (int i = 0; i <= 300; i++) {
        gpx_point_at(&w, time_of(i), 3 * i);
    }
    put(&w, "</trkseg></trk></gpx>");
    read_written(o, &w);
    const ff_run *run = only_run(o);
    assert_int_equal(run->series.rows, 301);
    assert_float_equal(run->figures.elapsed_s, 300, 1e-6);
    assert_float_equal(run->figures.distance_m, 900, 0.01);
}

/* Twenty years earlier until the satellites said the date. */
static int64_t late_date(int i) {
    return i < 20 ? i - 800000000 : i + 7200;
}

/* Set back by two hours, and later one time that is none. */
static int64_t set_and_senseless(int i) {
    return i == 200 ? -1500000000 : i >= 100 ? i - 7200 : i;
}

static void test_gpx_clocks(void **state) {
    (void)state;
    outcome o;
    read_times(&o, late_date);
    assert_int_equal(only_run(&o)->start_s, START_S + 7200);
    assert_true(noted(only_run(&o), "got the date while it recorded"));
    assert_false(noted(only_run(&o), "clock was wrong"));
    ff_arena_free(&o.arena);
    read_times(&o, set_and_senseless);
    assert_int_equal(only_run(&o)->start_s, START_S);
    assert_float_equal(only_run(&o)->series.time_s[250], 250, 1e-6);
    ff_arena_free(&o.arena);
}

/* The last minute and a half again at the beginning of the next lap, and the whole once more. */
static void test_tcx_told_twice(void **state) {
    (void)state;
    for (int whole = 0; whole < 2; whole++) {
        writing w = {0};
        outcome o;
        tcx_begin(&w, "Running");
        tcx_lap(&w, 0, 300, 900, "Manual");
        for (int i = 0; i < 300; i++) {
            tcx_point(&w, i, 3 * i);
        }
        put(&w, "</Track></Lap>");
        tcx_lap(&w, 300, 300, 900, "Manual");
        for (int i = whole ? 0 : 210; i <= 600; i++) {
            tcx_point(&w, i, 3 * i);
        }
        tcx_end(&w, "");
        read_written(&o, &w);
        const ff_run *run = only_run(&o);
        assert_int_equal(run->series.rows, 601);
        assert_float_equal(run->figures.elapsed_s, 600, 1e-6);
        assert_float_equal(run->figures.distance_m, 1800, 1e-6);
        assert_float_equal(run->laps[0].end_s, 300, 1e-6);
        assert_true(noted(run, whole ? "300 rows are told twice" : "90 rows are told twice"));
        assert_false(noted(run, "clock was set"));
        ff_arena_free(&o.arena);
    }
}

/* Laps in local time without a zone beside points in UTC. */
static void test_tcx_laps_in_local_time(void **state) {
    (void)state;
    for (int west = 0; west < 2; west++) {
        double shift = west ? -18000 : 7200;
        writing w = {0};
        outcome o;
        tcx_begin(&w, "Running");
        tcx_lap(&w, shift + 18000, 200, 600, "Manual");
        for (int i = 0; i < 200; i++) {
            tcx_point(&w, 18000 + i, 3 * i);
        }
        put(&w, "</Track></Lap>");
        tcx_lap(&w, shift + 18200, 400, 1200, "Manual");
        for (int i = 200; i <= 600; i++) {
            tcx_point(&w, 18000 + i, 3 * i);
        }
        tcx_end(&w, "");
        read_written(&o, &w);
        const ff_run *run = only_run(&o);
        assert_int_equal(run->start_s, START_S + 18000);
        assert_float_equal(run->figures.elapsed_s, 600, 1e-6);
        assert_int_equal(run->lap_count, 2);
        assert_float_equal(run->laps[0].end_s, 200, 1e-6);
        ff_arena_free(&o.arena);
    }
}

static void test_gpx_both_feet(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    gpx_begin(&w, RUN_TYPE);
    for (int i = 0; i <= 300; i++) {
        /* half of it walking, which must not count */
        gpx_point(&w, i, 0,
                  i % 2 ? "<extensions><speed>3</speed><cad>172</cad></extensions>"
                        : "<extensions><speed>1.2</speed><cad>105</cad></extensions>");
    }
    put(&w, "</trkseg></trk></gpx>");
    read_written(&o, &w);
    const ff_run *run = only_run(&o);
    assert_float_equal(run->series.column[FF_CADENCE][1], 172, 1e-9);
    assert_true(noted(run, "both feet already"));
    ff_arena_free(&o.arena);
}

static void test_gpx_damaged(void **state) {
    (void)state;
    writing w = {0};
    outcome o;
    write_gpx(&w, RUN_TYPE, 300, 3);
    char *at = strstr(w.text, "2026-05-30T05:04:00");
    assert_non_null(at);
    at[-1] = '<'; /* "<time<2026" */
    int64_t offset = at - 1 - w.text;
    read_written(&o, &w);
    const ff_run *run = only_run(&o);
    assert_int_equal(o.result.damage.code, FF_ERR_DAMAGED);
    assert_int_equal(o.result.damage.offset, offset);
    assert_float_equal(run->figures.duration_s, 239, 1e-6);
    ff_arena_free(&o.arena);
}

static void fails(const char *text, ff_code code, const char *words) {
    outcome o;
    read_text(&o, text, strlen(text));
    assert_int_equal(o.code, code);
    assert_int_equal(o.result.kind, FF_FILE_FAILED);
    assert_non_null(strstr(o.error.message, words));
    ff_arena_free(&o.arena);
}

static void test_failing(void **state) {
    (void)state;
    fails("<gpx><trk><trkseg>", FF_ERR_TRUNCATED, "ends within an XML element");
    fails("<gpx><trk></gpx>", FF_ERR_DAMAGED, "mismatched tag");
    fails("<TrainingCenterDatabase><Activities>", FF_ERR_TRUNCATED, "ends within");
    fails("<!DOCTYPE gpx [<!ENTITY a 'b'>]><gpx>&a;</gpx>", FF_ERR_FORMAT, "entities");
}

/* Where positions are kept for another format. */
static void test_gpx_read_track(void **state) {
    (void)state;
    const char *form =
        "<gpx creator='Apple Health Export'><trk><name>Route</name><trkseg>"
        "<trkpt lat='50' lon='10'><ele>9</ele><time>2026-05-30T05:00:0%dZ</time><extensions>"
        "<speed>2.5</speed><course>1</course><hAcc>4</hAcc><vAcc>3</vAcc></extensions></trkpt>"
        "<trkpt lat='51' lon='10'><time>2026-05-30T05:00:0%dZ</time><extensions><speed>2.5</speed>"
        "<hAcc>150</hAcc></extensions></trkpt></trkseg></trk></gpx>";
    char text[1024];
    ff_bytes bytes;
    ff_stream stream;
    ff_track *track;
    ff_error error;
    ff_arena arena;
    ff_run run;
    ff_track_facts facts;
    ff_arena_init(&arena, NULL);
    assert_int_equal(ff_track_new(ff_allocator_libc(), &track, &error), FF_OK);
    for (int i = 0; i < 2; i++) { /* two files of one workout */
        snprintf(text, sizeof text, form, 2 * i, 2 * i + 1);
        ff_bytes_of_memory(&bytes, text, strlen(text), "route.gpx");
        ff_stream_of_bytes(&stream, &bytes);
        assert_int_equal(ff_gpx_read_track(NULL, &stream, track, &error), FF_OK);
    }
    assert_int_equal(ff_track_rows(track), 4);
    assert_float_equal(ff_track_last_at(track), START_S + 3, 1e-6);
    ff_track_facts_init(&facts);
    facts.format = "Apple Health";
    assert_int_equal(ff_track_run(NULL, track, &facts, &arena, &run, &error), FF_OK);
    assert_float_equal(run.series.column[FF_SPEED][0], 2.5, 1e-9);
    assert_true(isnan(run.series.column[FF_LATITUDE][1]));
    ff_track_free(track);
    ff_arena_free(&arena);
}

/* As programs write it that put a prefix before every name. */
static void test_prefixes(void **state) {
    (void)state;
    static const char *const texts[] = {
        "<?xml version='1.0'?>\n<!-- not a <gpx> -->\n<ns0:gpx "
        "xmlns:ns0='urn:g'><ns0:trk><ns0:type>"
        "running</ns0:type><ns0:trkseg><ns0:trkpt lat='50' lon='10'><ns0:time>2026-05-30T05:00:00Z"
        "</ns0:time><ns0:extensions><g:TrackPointExtension xmlns:g='urn:x'><g:Temperature>9"
        "</g:Temperature></g:TrackPointExtension></ns0:extensions></ns0:trkpt></ns0:trkseg>"
        "</ns0:trk></ns0:gpx>",
        "<t:TrainingCenterDatabase xmlns:t='urn:t'><t:Activities><t:Activity Sport='Running'>"
        "<t:Lap StartTime='2026-05-30T05:00:00Z'><t:TotalTimeSeconds>60</t:TotalTimeSeconds>"
        "<t:DistanceMeters>180</t:DistanceMeters></t:Lap></t:Activity></t:Activities>"
        "</t:TrainingCenterDatabase>"};
    for (int i = 0; i < 2; i++) {
        outcome o;
        read_text(&o, texts[i], strlen(texts[i]));
        const ff_run *run = only_run(&o);
        assert_string_equal(run->format, i == 0 ? "GPX" : "TCX");
        assert_int_equal(run->start_s, START_S);
        assert_true(i == 1 || run->figures.temperature_c == 9);
        ff_arena_free(&o.arena);
    }
}

static void test_utf16(void **state) {
    (void)state;
    writing w = {0};
    write_gpx(&w, RUN_TYPE, 200, 3);
    char *wide = malloc(2 * w.length + 2);
    assert_non_null(wide);
    memcpy(wide, "\xFF\xFE", 2);
    for (size_t i = 0; i < w.length; i++) {
        wide[2 + 2 * i] = w.text[i];
        wide[3 + 2 * i] = 0;
    }
    outcome o;
    read_text(&o, wide, 2 * w.length + 2);
    assert_float_equal(only_run(&o)->figures.distance_m, 600, 0.01);
    ff_arena_free(&o.arena);
    free(wide);
    free(w.text);
}

static void test_memory(void **state) {
    (void)state;
    writing w = {0};
    write_tcx(&w, "Running");
    ff_bytes bytes;
    ff_bytes_of_memory(&bytes, w.text, w.length, "made.tcx");
    for (size_t n = 1;; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_context context = {.allocator = &failing.allocator};
        ff_arena arena;
        ff_file_result result;
        ff_error error;
        ff_arena_init(&arena, &failing.allocator);
        ff_code code = ff_file_read_runs(&context, &bytes, &arena, &result, &error);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
        if (code == FF_OK) {
            assert_true(n > 10);
            break;
        }
        assert_int_equal(code, FF_ERR_MEMORY);
    }
    free(w.text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tcx),
        cmocka_unit_test(test_tcx_sports),
        cmocka_unit_test(test_tcx_laps_only),
        cmocka_unit_test(test_tcx_multisport),
        cmocka_unit_test(test_tcx_cut),
        cmocka_unit_test(test_tcx_laps_of_the_app),
        cmocka_unit_test(test_distance_runs_on),
        cmocka_unit_test(test_gpx),
        cmocka_unit_test(test_gpx_sports),
        cmocka_unit_test(test_gpx_that_is_no_run),
        cmocka_unit_test(test_gpx_several),
        cmocka_unit_test(test_gpx_pauses),
        cmocka_unit_test(test_gpx_leaps),
        cmocka_unit_test(test_gpx_jump),
        cmocka_unit_test(test_gpx_times),
        cmocka_unit_test(test_gpx_clock),
        cmocka_unit_test(test_gpx_clocks),
        cmocka_unit_test(test_tcx_told_twice),
        cmocka_unit_test(test_tcx_laps_in_local_time),
        cmocka_unit_test(test_gpx_both_feet),
        cmocka_unit_test(test_gpx_damaged),
        cmocka_unit_test(test_failing),
        cmocka_unit_test(test_gpx_read_track),
        cmocka_unit_test(test_prefixes),
        cmocka_unit_test(test_utf16),
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
