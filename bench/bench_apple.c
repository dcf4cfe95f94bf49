/* How fast Apple Health's export is read, beside bare expat on the same bytes, and in how much
 * memory. Usage: bench_apple [MEGABYTES [ROUNDS [MOST_SAMPLES]]]
 *
 * A made-up export (200 MB unless told) lies in memory: nearly half of the records are of kinds
 * that a run can use, and there is a run of an hour for every 10 MB. Bare expat looks at every
 * attribute of every record, reads its value as a number and keeps nothing. Figures are MB (10^6
 * bytes) per second of this process's CPU time, medians of ROUNDS (5). MOST_SAMPLES makes the
 * reader go over the file again, as it does for more than FF_APPLE_MOST_SAMPLES.
 *
 * bench_apple --worst: the memory of the worst that is read, made while it is read: as many samples
 * as are held, of which each kind every second of a run of two days, which has a route as well.
 */
#include "base/arena.h"
#include "files/apple_runs.h"
#include "files/apple_store.h"

#include <footfall/bytes.h>
#include <footfall/text.h>

#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_ROUNDS 99
#define MOST_MB     4000

static void die(const char *what) {
    fprintf(stderr, "bench_apple: %s\n", what);
    exit(3);
}

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* --- the export --------------------------------------------------------------------------------
 */

#define WATCH                                                                                      \
    "&lt;&lt;HKDevice: 0x%x&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, "         \
    "hardware:Watch6,2, software:10.1&gt;"

typedef struct {
    const char *kind, *unit;
    double value;
    int apart_s; /* from one record to the next */
} made_kind;

static const made_kind useful[] = {
    {"HeartRate", "count/min", 140, 5},
    {"StepCount", "count", 14, 5},
    {"DistanceWalkingRunning", "km", 0.0125, 5},
    {"RunningSpeed", "km/hr", 9, 5},
    {"RunningPower", "W", 210, 5},
};

static const made_kind useless[] = {
    {"ActiveEnergyBurned", "kcal", 0.31, 60},
    {"BasalEnergyBurned", "kcal", 1.2, 60},
    {"RespiratoryRate", "count/min", 14, 300},
    {"EnvironmentalAudioExposure", "dBASPL", 61.5, 600},
};

/* 2016-01-01; a day further for each run. */
static void date_of(long second, char text[40]) {
    time_t at = (time_t)(1451606400 + second);
    struct tm is;
    gmtime_r(&at, &is);
    strftime(text, 40, "%Y-%m-%d %H:%M:%S +0000", &is);
}

static void add_record(ff_text *text, const made_kind *is, long second) {
    char start[40], end[40];
    date_of(second, start);
    date_of(second + is->apart_s, end);
    ff_text_addf(text,
                 " <Record type=\"HKQuantityTypeIdentifier%s\" sourceName=\"Kim\xE2\x80\x99s Apple "
                 "Watch\" sourceVersion=\"10.1\" device=\"" WATCH
                 "\" unit=\"%s\" creationDate=\"%s\" startDate=\"%s\" endDate=\"%s\" "
                 "value=\"%.6g\"/>\n",
                 is->kind, (unsigned)second, is->unit, end, start, end,
                 is->value * (1 + 0.01 * (double)(second % 7)));
}

static void add_workout(ff_text *text, int day) {
    char start[40], end[40];
    date_of(day * 86400L, start);
    date_of(day * 86400L + 3600, end);
    ff_text_addf(text,
                 " <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"60\" "
                 "durationUnit=\"min\" sourceName=\"Kim\xE2\x80\x99s Apple Watch\" "
                 "creationDate=\"%s\" startDate=\"%s\" endDate=\"%s\">\n"
                 "  <MetadataEntry key=\"HKIndoorWorkout\" value=\"0\"/>\n"
                 "  <WorkoutStatistics type=\"HKQuantityTypeIdentifierStepCount\" sum=\"10080\" "
                 "unit=\"count\"/>\n </Workout>\n",
                 end, start, end);
}

/* As Apple writes them: records by kind, then workouts. Each run has a day of its own; the records
 * outside runs come after the last. */
static void make_export(ff_text *text, size_t size) {
    int days = (int)(size / 10000000) + 1;
    ff_text_add(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n"
                      "<!ELEMENT HealthData ANY>\n]>\n<HealthData locale=\"en_GB\">\n"
                      " <ExportDate value=\"2026-02-12 12:58:46 +0000\"/>\n");
    size_t kinds = sizeof useful / sizeof useful[0];
    for (size_t k = 0; k < kinds; k++) {
        for (int day = 0; day < days; day++) {
            for (long s = 0; s < 3600; s += useful[k].apart_s) {
                add_record(text, &useful[k], day * 86400L + s);
            }
        }
    }
    for (long n = 0; text->length < size - 1000000; n++) {
        const made_kind *is = n % 5 < 2 ? &useful[n % 3] : &useless[n % 4];
        add_record(text, is, days * 86400L + n * 60);
    }
    for (int day = 0; day < days; day++) {
        add_workout(text, day);
    }
    ff_text_add(text, "</HealthData>\n");
    if (text->failed) {
        die("not enough memory");
    }
}

/* --- bare expat --------------------------------------------------------------------------------
 */

typedef struct {
    size_t elements, bytes;
    double sum;
} tally;

static void XMLCALL on_begin(void *user, const XML_Char *name, const XML_Char **attributes) {
    tally *t = user;
    t->elements += name[0] == 'R';
    for (const XML_Char **at = attributes; *at != NULL; at += 2) {
        t->bytes += strlen(at[1]);
        if (strcmp(at[0], "value") == 0) {
            t->sum += strtod(at[1], NULL);
        }
    }
}

static void XMLCALL on_end(void *user, const XML_Char *name) {
    (void)user, (void)name;
}

static double time_expat(const ff_text *text, tally *t) {
    double begin = seconds_now();
    XML_Parser parser = XML_ParserCreate(NULL);
    XML_SetUserData(parser, t);
    XML_SetElementHandler(parser, on_begin, on_end);
    for (size_t at = 0; at < text->length; at += 65536) {
        size_t count = text->length - at < 65536 ? text->length - at : 65536;
        if (XML_Parse(parser, text->data + at, (int)count, at + count == text->length) !=
            XML_STATUS_OK) {
            die("expat refuses the export");
        }
    }
    XML_ParserFree(parser);
    return seconds_now() - begin;
}

/* --- footfall ----------------------------------------------------------------------------------
 */

typedef struct {
    ff_allocator allocator;
    size_t held, most;
} counting;

static void count_in(counting *c, size_t size) {
    c->held += size;
    c->most = c->held > c->most ? c->held : c->most;
}

/* The size stands before the block. */
static void *count_allocate(void *user, size_t size) {
    max_align_t *block = malloc(sizeof(max_align_t) + size);
    if (block == NULL) {
        return NULL;
    }
    *(size_t *)(void *)block = size;
    count_in(user, size);
    return block + 1;
}

static void count_release(void *user, void *pointer) {
    counting *c = user;
    if (pointer != NULL) {
        max_align_t *block = (max_align_t *)pointer - 1;
        c->held -= *(size_t *)(void *)block;
        free(block);
    }
}

static void *count_resize(void *user, void *block, size_t old_size, size_t size) {
    void *moved = count_allocate(user, size);
    if (moved != NULL) {
        memcpy(moved, block, old_size < size ? old_size : size);
        count_release(user, block);
    }
    return moved;
}

typedef struct {
    const ff_text *text;
    ff_bytes bytes;
    size_t opened, runs, rows;
} source;

static ff_code open_export(void *user, ff_stream *stream, ff_error *error) {
    source *s = user;
    (void)error;
    s->opened++;
    ff_bytes_of_memory(&s->bytes, s->text->data, s->text->length, "export.xml");
    ff_stream_of_bytes(stream, &s->bytes);
    return FF_OK;
}

static ff_code take(void *user, const ff_run *run, ff_error *error) {
    source *s = user;
    (void)error;
    s->runs++;
    s->rows += run->series.rows;
    return FF_OK;
}

static double time_footfall(source *s, size_t most_samples, size_t *memory) {
    counting c = {.allocator = {count_allocate, count_resize, count_release, NULL}};
    c.allocator.user = &c;
    ff_context context = {.allocator = &c.allocator};
    ff_apple_export export = {.open = open_export, .user = s, .most_samples = most_samples};
    ff_run_sink sink = {.take = take, .user = s};
    ff_file_result result;
    ff_error error;
    double begin = seconds_now();
    if (ff_apple_read_runs(&context, &export, &sink, &result, &error) != FF_OK) {
        die(error.message);
    }
    *memory = c.most;
    return seconds_now() - begin;
}

/* --- the worst ----------------------------------------------------------------------------------
 */

#define WORST_S 172799

static const made_kind worst_kinds[] = {
    {"HeartRate", "count/min", 140, 1},
    {"StepCount", "count", 2.7, 1},
    {"DistanceWalkingRunning", "km", 0.0025, 1},
    {"RunningSpeed", "km/hr", 9, 1},
    {"RunningPower", "W", 210, 1},
    {"RunningGroundContactTime", "ms", 260, 1},
    {"RunningVerticalOscillation", "cm", 9, 1},
    {"RunningStrideLength", "m", 0.93, 1},
};

typedef struct {
    source found;
    ff_text text; /* the lines at hand */
    size_t next;  /* in it */
    long records; /* made so far */
    bool ended;
    ff_text route;
} worst;

static void add_worst_lines(worst *w) {
    const long kinds = (long)(sizeof worst_kinds / sizeof worst_kinds[0]);
    ff_text_clear(&w->text);
    w->next = 0;
    if (w->records < (long)FF_APPLE_MOST_SAMPLES) {
        if (w->records == 0) {
            ff_text_add(&w->text, "<HealthData>\n");
        }
        long in_run = kinds * WORST_S, n = w->records++;
        const made_kind *is = n < in_run ? &worst_kinds[n / WORST_S] : &worst_kinds[0];
        add_record(&w->text, is, n < in_run ? n % WORST_S : n);
    } else if (!w->ended) {
        ff_text_add(&w->text,
                    "<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" "
                    "startDate=\"2016-01-01 00:00:00 +0000\" endDate=\"2016-01-02 23:59:59 "
                    "+0000\"><WorkoutRoute><FileReference path=\"/route.gpx\"/></WorkoutRoute>"
                    "</Workout>\n</HealthData>\n");
        w->ended = true;
    }
}

static ff_code read_worst(ff_stream *stream, void *buffer, size_t count, size_t *got,
                          ff_error *error) {
    worst *w = stream->state;
    (void)error;
    if (w->next == w->text.length) {
        add_worst_lines(w);
    }
    *got = w->text.length - w->next < count ? w->text.length - w->next : count;
    memcpy(buffer, w->text.data + w->next, *got);
    w->next += *got;
    return FF_OK;
}

static ff_code open_worst(void *user, ff_stream *stream, ff_error *error) {
    worst *w = user;
    (void)error;
    *stream = (ff_stream){.read = read_worst, .name = "export.xml", .state = w};
    w->found.opened++;
    return FF_OK;
}

static ff_code open_route(void *user, const char *path, ff_arena *arena, ff_bytes *out,
                          ff_error *error) {
    worst *w = user;
    (void)arena, (void)error;
    ff_bytes_of_memory(out, w->route.data, w->route.length, path);
    return FF_OK;
}

static void make_route(ff_text *route) {
    ff_text_add(route, "<gpx><trk><trkseg>");
    for (long s = 0; s <= WORST_S; s++) {
        char date[40];
        date_of(s, date);
        date[10] = 'T';
        date[19] = 'Z';
        date[20] = '\0';
        ff_text_addf(route,
                     "<trkpt lat=\"%.6f\" lon=\"10\"><ele>100</ele><time>%s</time><extensions>"
                     "<speed>2.5</speed></extensions></trkpt>\n",
                     1 + 0.00002 * (double)s, date);
    }
    ff_text_add(route, "</trkseg></trk></gpx>");
}

static int show_worst(void) {
    counting c = {.allocator = {count_allocate, count_resize, count_release, NULL}};
    c.allocator.user = &c;
    worst w = {0};
    ff_text_init(&w.text, NULL);
    ff_text_init(&w.route, NULL);
    make_route(&w.route);
    ff_context context = {.allocator = &c.allocator};
    ff_siblings siblings = {.open = open_route, .user = &w};
    ff_apple_export export = {.open = open_worst, .user = &w, .siblings = &siblings};
    ff_run_sink sink = {.take = take, .user = &w.found};
    ff_file_result result;
    ff_error error;
    if (ff_apple_read_runs(&context, &export, &sink, &result, &error) != FF_OK) {
        die(error.message);
    }
    printf("%ld records, %zu run with %zu rows, read %zu times: %.1f MB of memory at most\n",
           w.records, w.found.runs, w.found.rows, w.found.opened, (double)c.most / 1e6);
    ff_text_free(&w.text);
    ff_text_free(&w.route);
    return c.most < 200000000 ? 0 : 1;
}

/* --- both --------------------------------------------------------------------------------------
 */

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *times, int count) {
    qsort(times, (size_t)count, sizeof *times, by_size);
    return count % 2 == 1 ? times[count / 2] : (times[count / 2 - 1] + times[count / 2]) / 2;
}

static long number(const char *text, long low, long high) {
    char *end;
    long value = strtol(text, &end, 10);
    if (*end != '\0' || value < low || value > high) {
        die("usage: bench_apple [MEGABYTES [ROUNDS [MOST_SAMPLES]]]");
    }
    return value;
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "--worst") == 0) {
        return show_worst();
    }
    long megabytes = argc > 1 ? number(argv[1], 2, MOST_MB) : 200;
    int rounds = argc > 2 ? (int)number(argv[2], 1, MOST_ROUNDS) : 5;
    size_t most = argc > 3 ? (size_t)number(argv[3], 1, 100000000) : FF_APPLE_MOST_SAMPLES;
    ff_text text;
    ff_text_init(&text, NULL);
    make_export(&text, (size_t)megabytes * 1000000);
    double expat[MOST_ROUNDS], footfall[MOST_ROUNDS], mb = (double)text.length / 1e6;
    tally t = {0};
    source s = {.text = &text};
    size_t memory = 0;
    for (int i = 0; i < rounds; i++) { /* by turns, so that both see the same machine */
        t = (tally){0};
        s = (source){.text = &text};
        expat[i] = time_expat(&text, &t);
        footfall[i] = time_footfall(&s, most, &memory);
    }
    double a = median(expat, rounds), b = median(footfall, rounds);
    printf("%.0f MB, %zu records, %zu runs with %zu rows, read %zu times\n", mb, t.elements, s.runs,
           s.rows, s.opened);
    printf("bare expat  %7.1f MB/s\n", mb / a);
    printf("footfall    %7.1f MB/s, %.1f MB of memory at most\n", mb / b, (double)memory / 1e6);
    printf("ratio       %7.2f\n", a / b);
    ff_text_free(&text);
    return t.elements > 0 && t.sum > 0 && s.runs > 0 ? 0 : 1;
}
