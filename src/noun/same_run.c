#include <footfall/same_run.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the bounds ----
 *
 * Where no source is named the number is a judgement: wide enough for what the sources of a runner
 * do, narrow enough that a second run cannot be taken for the first. */

/* Copies carry the second of the original; readers round it, and some apps begin at the first point
 * rather than at the press of the button. */
#define COPY_START_S    5.0
#define COPY_DURATION_S 5.0

/* A copy's distance is the original's, or is summed anew from the same points: services differ by
 * some metres in a kilometre in how they sum. */
#define COPY_DISTANCE_M     20.0
#define COPY_DISTANCE_SHARE 0.005

/* Two devices on one runner are started and stopped by hand one after the other: the other tools
 * that join exports by time take 60 s (Garmin's uploads against its list) up to 10 minutes (Apple
 * Health); a runner who presses two buttons needs less than 90 s. */
#define START_S        90.0
#define DURATION_S     60.0
#define DURATION_SHARE 0.02
/* ... but never so much of a short run that a warm-up could be taken for it. */
#define DURATION_MOST_SHARE 0.10

/* Eight watches on one course were off by 3.2 to 6.1 % of the distance in the mean
 * (Gilgen-Ammann 2020, JMIR Mhealth Uhealth 8(6) e17118; recalled): two on one arm by about 5 %. */
#define DISTANCE_SHARE 0.05
#define DISTANCE_M     50.0

/* Positions of a copy are the original's, rounded: to 5 decimals of a degree at worst (1.1 m). */
#define COPY_TRACK_M 2.0
/* Two receivers on one runner: each is within some 5 m of the truth under open sky and worse
 * between houses (GPS standard positioning service: 95 % within 7.8 m of range error), so their
 * median distance stays below this. */
#define TRACK_M 15.0
/* Beyond this they ran elsewhere: one side of a street and the other. */
#define FAR_TRACK_M 50.0

/* Wrist and chest of one runner differ by a few beats in the mean of a run (Gillinov 2017, Med Sci
 * Sports Exerc 49(8): mean differences below 10; recalled); two people often by more. */
#define HEART_BPM 10.0

/* Offsets from UTC are multiples of a quarter of an hour, from -12 to +14 hours. A file that wrote
 * local time as UTC lies off by exactly that; its other figures must agree exactly. */
#define ZONE_STEP_S   900.0
#define ZONE_MOST_S   50400.0
#define ZONE_ROUNDS_S 2.0
#define ZONE_DISTANCE 5.0
#define ZONE_DURATION 1.0

/* What overlaps by less than this share of the longer one is another run on the same day. */
#define OVERLAP_SHARE 0.8

/* Track: how many places are compared, over what gap between two points a straight line still
 * stands for the way (a phone that saves power writes a point in half a minute), and how many
 * places there must be to say anything. */
#define TRACK_SAMPLES 200
#define TRACK_GAP_S   60.0
#define TRACK_LEAST   10

#define METRES_PER_DEGREE 111195.0 /* of a sphere with 6371 km */
#define PI                3.14159265358979323846

/* ---- the tracks ---- */

/* A walk along the points of a track, forward in time only. */
typedef struct {
    const ff_run *run;
    size_t next; /* the first row not yet looked at */
    bool any;
    double before_s, before_lat, before_lon;
    double after_s, after_lat, after_lon;
} walker;

static bool has_track(const ff_run *run) {
    return run->series.rows > 1 && run->series.time_s != NULL &&
           run->series.column[FF_LATITUDE] != NULL && run->series.column[FF_LONGITUDE] != NULL;
}

/* Goes to the next point that lies later; false at the end. */
static bool step(walker *w) {
    const ff_series *s = &w->run->series;
    const double *lat = s->column[FF_LATITUDE], *lon = s->column[FF_LONGITUDE];
    for (; w->next < s->rows; w->next++) {
        size_t i = w->next;
        bool later = !w->any || s->time_s[i] > w->after_s;
        if (!isnan(lat[i]) && !isnan(lon[i]) && !isnan(s->time_s[i]) && later) {
            w->before_s = w->after_s;
            w->before_lat = w->after_lat;
            w->before_lon = w->after_lon;
            w->after_s = s->time_s[i];
            w->after_lat = lat[i];
            w->after_lon = lon[i];
            w->any = true;
            w->next++;
            return true;
        }
    }
    return false;
}

static walker walk_along(const ff_run *run) {
    walker w = {.run = run, .before_s = NAN};
    step(&w);
    w.before_s = NAN;
    return w;
}

/* Where it was at that time since its start; false in a gap and beyond the ends. */
static bool place_at(walker *w, double at_s, double *lat, double *lon) {
    while (w->any && w->after_s < at_s) {
        if (!step(w)) {
            return false;
        }
    }
    if (!w->any || (w->after_s > at_s && !(w->before_s <= at_s)) ||
        (w->after_s > at_s && w->after_s - w->before_s > TRACK_GAP_S)) {
        return false;
    }
    double share = w->after_s > at_s ? (at_s - w->before_s) / (w->after_s - w->before_s) : 1;
    if (share >= 1) {
        *lat = w->after_lat;
        *lon = w->after_lon;
        return true;
    }
    *lat = w->before_lat + share * (w->after_lat - w->before_lat);
    *lon = w->before_lon + share * (w->after_lon - w->before_lon);
    return true;
}

static double metres_between(double lat1, double lon1, double lat2, double lon2) {
    double across = remainder(lon2 - lon1, 360) * cos((lat1 + lat2) / 2 * PI / 180);
    return METRES_PER_DEGREE * hypot(lat2 - lat1, across);
}

static int by_size(const void *a, const void *b) {
    double x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x > y) - (x < y);
}

static double last_s(const ff_run *run) {
    return run->series.time_s[run->series.rows - 1];
}

double ff_track_apart_m(const ff_run *a, const ff_run *b, double shift_s) {
    if (!has_track(a) || !has_track(b)) {
        return NAN;
    }
    double lag_s = (double)(b->start_s - a->start_s) + shift_s; /* b's zero on a's clock */
    double from_s = fmax(0, lag_s), to_s = fmin(last_s(a), last_s(b) + lag_s);
    walker on_a = walk_along(a), on_b = walk_along(b);
    double apart[TRACK_SAMPLES];
    size_t count = 0;
    for (int i = 0; i < TRACK_SAMPLES && to_s > from_s; i++) {
        double at_s = from_s + (to_s - from_s) * (i + 0.5) / TRACK_SAMPLES;
        double lat1, lon1, lat2, lon2;
        bool here = place_at(&on_a, at_s, &lat1, &lon1);
        if (place_at(&on_b, at_s - lag_s, &lat2, &lon2) && here) {
            apart[count++] = metres_between(lat1, lon1, lat2, lon2);
        }
    }
    if (count < TRACK_LEAST) {
        return NAN;
    }
    qsort(apart, count, sizeof *apart, by_size);
    return apart[count / 2];
}

/* ---- the sources ---- */

static bool same_word(const char *a, const char *b) {
    if (a == NULL || b == NULL) {
        return a == b;
    }
    while (*a != '\0' && (*a | 0x20) == (*b | 0x20)) {
        a++;
        b++;
    }
    return *a == *b;
}

static bool is_format(const ff_run *run, const char *format) {
    return run->format != NULL && strcmp(run->format, format) == 0;
}

/* A file that a device wrote, and that names it. */
static bool of_device(const ff_run *run) {
    return is_format(run, "FIT") || is_format(run, "TCX");
}

/* What holds nothing but the runner's own. */
static bool of_account(const ff_run *run) {
    return is_format(run, "Apple Health") || is_format(run, "Strava list") ||
           is_format(run, "Garmin list");
}

static bool both(const char *a, const char *b) {
    return a != NULL && b != NULL && a[0] != '\0' && b[0] != '\0';
}

/* Two devices that are known to be two. Names of products are compared within one format only: the
 * same watch is "fr935" in one and "Forerunner 935" in another. */
static bool two_devices(const ff_run *a, const ff_run *b) {
    if (!of_device(a) || !of_device(b)) {
        return false;
    }
    if (both(a->device.serial, b->device.serial)) {
        return !same_word(a->device.serial, b->device.serial);
    }
    if (both(a->device.maker, b->device.maker) && !same_word(a->device.maker, b->device.maker)) {
        return true;
    }
    return same_word(a->format, b->format) && both(a->device.product, b->device.product) &&
           !same_word(a->device.product, b->device.product);
}

/* Two recordings that one app or device made: it makes one at a time, so unless they are copies
 * they are two runs. */
static bool same_app(const ff_run *a, const ff_run *b) {
    return same_word(a->format, b->format) && same_word(a->device.maker, b->device.maker) &&
           same_word(a->device.product, b->device.product);
}

static bool indoors(const ff_run *run) {
    return run->sport_detail != NULL && (strstr(run->sport_detail, "treadmill") != NULL ||
                                         strstr(run->sport_detail, "indoor") != NULL);
}

/* ---- how they lie to each other ---- */

typedef struct {
    const ff_run *a, *b;
    double start_s;    /* b began so much later */
    double shift_s;    /* and its clock is taken to be off by so much: 0, or a time zone */
    double duration_s; /* difference of the two that agree best; NAN: not known */
    double length_s;   /* of the longer */
    double distance_m; /* difference; NAN: not known */
    double longer_m;
    double track_m; /* NAN: not known */
    double heart_bpm;
    double overlap; /* share of the longer */
} relation;

/* Durations: one with and without pauses may stand against the other with them, as a format that
 * knows no pauses has only the one. */
static double duration_apart(const ff_run_figures *a, const ff_run_figures *b) {
    double apart = fmin(fabs(a->duration_s - b->duration_s), fabs(a->elapsed_s - b->elapsed_s));
    apart = fmin(apart, fabs(a->duration_s - b->elapsed_s));
    return fmin(apart, fabs(a->elapsed_s - b->duration_s)); /* fmin leaves NAN out */
}

static double length_of(const ff_run *run) {
    return fmax(run->figures.duration_s, run->figures.elapsed_s);
}

static double overlap_share(double lag_s, double a_s, double b_s) {
    double common_s = fmin(a_s, lag_s + b_s) - fmax(0, lag_s);
    double longer_s = fmax(a_s, b_s);
    return isnan(a_s) || isnan(b_s) || !(longer_s > 0) ? NAN : fmax(0, common_s) / longer_s;
}

/* The time zone that the starts are apart by; 0 when it is none. */
static double zone_between(const ff_run *a, const ff_run *b) {
    double apart_s = (double)(b->start_s - a->start_s);
    double zone_s = round(apart_s / ZONE_STEP_S) * ZONE_STEP_S;
    bool whole = fabs(apart_s - zone_s) <= ZONE_ROUNDS_S && fabs(zone_s) <= ZONE_MOST_S;
    /* A watch's own file is in UTC: that of another format is the one to be wrong. */
    return whole && !(is_format(a, "FIT") && is_format(b, "FIT")) ? zone_s : 0;
}

static relation relate(const ff_run *a, const ff_run *b) {
    const ff_run_figures *x = &a->figures, *y = &b->figures;
    relation r = {.a = a, .b = b, .start_s = (double)(b->start_s - a->start_s), .track_m = NAN};
    if (fabs(r.start_s) > START_S) {
        r.shift_s = -zone_between(a, b);
    }
    double lag_s = r.start_s + r.shift_s;
    r.duration_s = duration_apart(x, y);
    r.length_s = fmax(length_of(a), length_of(b));
    r.distance_m = fabs(x->distance_m - y->distance_m);
    r.longer_m = fmax(x->distance_m, y->distance_m);
    r.heart_bpm = fabs(x->heart_rate_bpm - y->heart_rate_bpm);
    r.overlap = overlap_share(lag_s, length_of(a), length_of(b));
    if (fabs(lag_s) <= START_S) {
        r.track_m = ff_track_apart_m(a, b, r.shift_s);
    }
    return r;
}

static bool copy_times(const relation *r) {
    return fabs(r->start_s + r->shift_s) <= COPY_START_S && r->duration_s <= COPY_DURATION_S;
}

static bool copy_distance(const relation *r) {
    return isnan(r->distance_m) ||
           r->distance_m <= fmax(COPY_DISTANCE_M, COPY_DISTANCE_SHARE * r->longer_m);
}

static bool near_duration(const relation *r) {
    double most_s = fmax(DURATION_S, DURATION_SHARE * r->length_s);
    return r->duration_s <= fmin(most_s, DURATION_MOST_SHARE * r->length_s) ||
           r->duration_s <= COPY_DURATION_S;
}

static bool near_distance(const relation *r) {
    return r->distance_m <= fmax(DISTANCE_M, DISTANCE_SHARE * r->longer_m);
}

/* ---- the words ---- */

typedef struct {
    char *text;
    size_t used;
} words;

/* One more part of the sentence: one, or "one and other". What no longer fits is cut. */
static void say(words *w, const char *one, const char *other) {
    size_t room = FF_SAME_RUN_WHY_SIZE - w->used;
    int length = snprintf(w->text + w->used, room, "%s%s%s%s", w->used > 0 ? ", " : "", one,
                          other != NULL ? " and " : "", other != NULL ? other : "");
    w->used += length > 0 ? ((size_t)length < room ? (size_t)length : room - 1) : 0;
}

#define NUMBER_SIZE 48

static void clock_text(double seconds, char text[NUMBER_SIZE]) {
    int64_t s = (int64_t)llround(seconds);
    if (s >= 3600) {
        snprintf(text, NUMBER_SIZE, "%lld:%02d:%02d h", (long long)(s / 3600), (int)(s / 60 % 60),
                 (int)(s % 60));
    } else {
        snprintf(text, NUMBER_SIZE, "%d:%02d min", (int)(s / 60), (int)(s % 60));
    }
}

static void km_text(double metres, char text[NUMBER_SIZE]) {
    snprintf(text, NUMBER_SIZE, "%.2f km", metres / 1000);
}

static void say_start(const relation *r, words *w) {
    char number[NUMBER_SIZE];
    double lag_s = fabs(r->start_s + r->shift_s);
    if (r->shift_s != 0) {
        snprintf(number, sizeof number, "%.2g h apart, as a clock in local time is",
                 fabs(r->shift_s) / 3600);
        say(w, number, NULL);
    } else if (lag_s == 0) {
        say(w, "same start", NULL);
    } else {
        snprintf(number, sizeof number, "starts %.0f s apart", lag_s);
        say(w, number, NULL);
    }
}

/* The pair of durations that agree best. */
static void say_duration(const relation *r, words *w) {
    const ff_run_figures *a = &r->a->figures, *b = &r->b->figures;
    const double pairs[4][2] = {{a->duration_s, b->duration_s},
                                {a->elapsed_s, b->elapsed_s},
                                {a->duration_s, b->elapsed_s},
                                {a->elapsed_s, b->duration_s}};
    for (int i = 0; i < 4; i++) {
        if (fabs(pairs[i][0] - pairs[i][1]) <= r->duration_s) {
            char one[NUMBER_SIZE], other[NUMBER_SIZE];
            clock_text(pairs[i][0], one);
            clock_text(pairs[i][1], other);
            say(w, one, other);
            return;
        }
    }
}

static void say_all(const relation *r, words *w) {
    say_start(r, w);
    if (!isnan(r->duration_s)) {
        say_duration(r, w);
    }
    if (!isnan(r->distance_m)) {
        char one[NUMBER_SIZE], other[NUMBER_SIZE];
        km_text(r->a->figures.distance_m, one);
        km_text(r->b->figures.distance_m, other);
        say(w, one, other);
    }
    if (!isnan(r->track_m)) {
        char apart[NUMBER_SIZE];
        snprintf(apart, sizeof apart, "tracks %.0f m apart", r->track_m);
        say(w, apart, NULL);
    }
}

static const char *device_name(const ff_run *run) {
    return run->device.product != NULL  ? run->device.product
           : run->device.maker != NULL  ? run->device.maker
           : run->device.serial != NULL ? run->device.serial
                                        : "another";
}

/* What keeps the rule from joining them; NULL: only that they are too unlike. */
static bool say_against(const relation *r, words *w) {
    char text[160];
    if (two_devices(r->a, r->b)) {
        bool serials = same_word(device_name(r->a), device_name(r->b));
        snprintf(text, sizeof text, "but by two devices (%.40s%s%.20s and %.40s%s%.20s)",
                 device_name(r->a), serials ? " " : "", serials ? r->a->device.serial : "",
                 device_name(r->b), serials ? " " : "", serials ? r->b->device.serial : "");
    } else if (r->heart_bpm > HEART_BPM) {
        snprintf(text, sizeof text, "but heart rates of %.0f and %.0f a minute",
                 r->a->figures.heart_rate_bpm, r->b->figures.heart_rate_bpm);
    } else if (indoors(r->a) != indoors(r->b) && (has_track(r->a) || has_track(r->b))) {
        snprintf(text, sizeof text, "but one was indoors");
    } else {
        return false;
    }
    say(w, text, NULL);
    return true;
}

/* ---- the rule ---- */

/* Where a file tells its own offset from UTC, that must be what the other's clock is off by. */
static bool zone_fits(const ff_run *run, double shift_s) {
    return !run->utc_offset_known || run->utc_offset_s == 0 ||
           fabs(shift_s) == fabs((double)run->utc_offset_s);
}

/* Two starts a time zone apart: only what agrees exactly is believed. */
static ff_sameness judge_shifted(const relation *r) {
    bool exact = r->duration_s <= ZONE_DURATION && r->distance_m <= ZONE_DISTANCE;
    bool known = zone_fits(r->a, r->shift_s) && zone_fits(r->b, r->shift_s);
    if (!known) {
        return FF_RUNS_DIFFER;
    }
    return r->track_m <= COPY_TRACK_M || (isnan(r->track_m) && exact) ? FF_RUNS_ARE_ONE
                                                                      : FF_RUNS_DIFFER;
}

static ff_sameness judge_near(const relation *r) {
    bool copy = copy_times(r) && copy_distance(r);
    bool app = same_app(r->a, r->b);
    bool own = (of_account(r->a) || of_account(r->b)) && !app;
    if (!isnan(r->track_m)) {
        if (r->track_m > FAR_TRACK_M) {
            return FF_RUNS_DIFFER;
        }
        bool one = (r->track_m <= COPY_TRACK_M && near_duration(r) && !app) ||
                   (r->track_m <= TRACK_M && near_duration(r) && near_distance(r) && own) ||
                   (r->track_m <= TRACK_M && copy);
        return one ? FF_RUNS_ARE_ONE : FF_RUNS_MAY_BE_ONE;
    }
    if (copy || (own && near_duration(r) && near_distance(r))) {
        return FF_RUNS_ARE_ONE;
    }
    return near_duration(r) ? FF_RUNS_MAY_BE_ONE : FF_RUNS_DIFFER;
}

static bool same_sport(const ff_run *a, const ff_run *b) {
    return a->sport == b->sport || a->sport == FF_SPORT_UNKNOWN || b->sport == FF_SPORT_UNKNOWN;
}

static double share_of(double apart, double bound) {
    return isnan(apart) ? 1 : apart / bound;
}

/* Each difference as a share of what is allowed. */
static double apart_in_all(const relation *r) {
    return share_of(fabs(r->start_s + r->shift_s), START_S) +
           share_of(r->duration_s, fmax(DURATION_S, DURATION_SHARE * r->length_s)) +
           share_of(r->distance_m, fmax(DISTANCE_M, DISTANCE_SHARE * r->longer_m)) +
           share_of(r->track_m, TRACK_M) + (r->shift_s != 0);
}

void ff_same_run_compare(const ff_run *a, const ff_run *b, ff_same_run *result) {
    *result = (ff_same_run){.sameness = FF_RUNS_DIFFER, .barred = true};
    if (!same_sport(a, b) || fabs((double)(b->start_s - a->start_s)) > FF_SAME_RUN_WINDOW_S) {
        return;
    }
    relation r = relate(a, b);
    if (r.shift_s != 0) {
        result->sameness = judge_shifted(&r);
    } else if (fabs(r.start_s) <= START_S) {
        result->sameness = judge_near(&r);
    } else if (r.overlap >= OVERLAP_SHARE && near_duration(&r)) {
        result->sameness = FF_RUNS_MAY_BE_ONE;
    }
    result->apart = apart_in_all(&r);
    if (result->sameness == FF_RUNS_DIFFER) {
        result->barred = r.shift_s == 0; /* a third may show that a clock was off */
        return;
    }
    words w = {.text = result->why};
    say_all(&r, &w);
    bool against = say_against(&r, &w);
    if (against) {
        result->sameness = FF_RUNS_MAY_BE_ONE;
    }
    result->barred = against || (same_app(a, b) && result->sameness != FF_RUNS_ARE_ONE);
}
