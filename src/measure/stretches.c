#include "measure/stretches.h"

#include "measure/gait.h"

#include <math.h>
#include <string.h>

/* A row speaks for the time to the next, but for no longer than this. */
#define ROW_HOLDS_S 10.0
/* Slower is walking where no step rate tells: people change from one to the other at about 2 m/s.
 */
#define RUN_MPS 2.0
/* Walking has fewer steps; with more of them it is running at any speed above a shuffle. */
#define RUN_SPM     130.0
#define SHUFFLE_MPS 1.3
/* Nobody walks in longer steps: a lower step rate at that speed is half of one, or none that was
 * counted. */
#define WALK_STEP_M  1.5
#define CLIMB_STEP_M 2.0   /* a climb or fall of less is the wavering of an altimeter */
#define LEAST_WAY_M  100.0 /* over less, metres a kilometre are chance */
/* For the state of the step rate: the time looked at, and what is too little of it. */
#define LEAST_LOCKED_S 600.0
#define LEAST_HELD     0.2
#define LEAST_SENSIBLE 0.5
/* A week. What is later is a clock gone wrong, and would make a stretch of every row. */
#define MOST_STRETCHES 2016

/* ---- what can be ---- */

typedef struct {
    double low, high;
} span;

static const span steps_of_running = {120, 240};
static const span ground_contact = {120, 420};
static const span duty_of_running = {0.20, 0.50}; /* over a half it is walking */
static const span heel_in_reach = {-30, 70};      /* cm ahead of the pelvis */
static const span altitude_on_foot = {-500, 9000};

static bool within(span s, double value) {
    return value >= s.low && value <= s.high; /* NAN is not */
}

static double kept_within(span s, double value) {
    return within(s, value) ? value : NAN;
}

/* ---- rows ---- */

/* A row and the time it speaks for. */
typedef struct {
    size_t row;
    double seconds;
    double timer_s;
    double speed, cadence; /* NAN: not known; cadence as recorded */
    double way_m;          /* up to the next row; NAN */
    bool stuck;            /* the step rate stands still at one number for long */
} moment;

typedef struct {
    const ff_run *run;
    size_t next;
    size_t pause;    /* the first that is not over yet */
    double paused_s; /* in those before it */
    double told_s;   /* up to here rows have spoken: a clock that steps back tells nothing twice */
    size_t same_end; /* the row at which the step rate is another than at the last one looked at */
    bool stuck;      /* until then, for so long that no runner does it */
} rows;

static double value_at(const ff_run *run, ff_channel channel, size_t row) {
    const double *column = run->series.column[channel];
    return column != NULL ? column[row] : NAN;
}

static double sensible_speed(double speed) {
    return speed >= 0 && speed < 12 ? speed : NAN;
}

/* By the way to the next row. */
static double speed_by_way(const ff_run *run, size_t row, double seconds) {
    const double *distance = run->series.column[FF_DISTANCE];
    return distance != NULL ? sensible_speed((distance[row + 1] - distance[row]) / seconds) : NAN;
}

/* From the column, else by the way. */
static double speed_at(const ff_run *run, size_t row, double seconds) {
    return run->series.column[FF_SPEED] != NULL ? sensible_speed(value_at(run, FF_SPEED, row))
                                                : speed_by_way(run, row, seconds);
}

static bool in_pause(rows *r, double time_s) {
    const ff_run *run = r->run;
    while (r->pause < run->pause_count && run->pauses[r->pause].end_s <= time_s) {
        double seconds = run->pauses[r->pause].end_s - run->pauses[r->pause].start_s;
        r->paused_s += seconds > 0 ? seconds : 0;
        r->pause++;
    }
    return r->pause < run->pause_count && run->pauses[r->pause].start_s <= time_s;
}

/* Until when a row speaks: up to the next, and not into a pause. */
static double end_of(const rows *r, double time_s, double next_s) {
    double end_s = fmin(next_s, time_s + ROW_HOLDS_S);
    return r->pause < r->run->pause_count ? fmin(end_s, r->run->pauses[r->pause].start_s) : end_s;
}

/* What was covered up to the next row: by the speed, which is all there may be; where rows are far
 * apart by the distance, which knows of the time that no row speaks for. */
static double way_of(const ff_run *run, size_t row, double gap_s, const moment *m) {
    double by_way = gap_s > ROW_HOLDS_S ? speed_by_way(run, row, gap_s) : NAN;
    return !isnan(by_way) ? by_way * gap_s : m->speed * m->seconds;
}

/* Whether the row lies in a stretch of one and the same step rate for longer than anybody keeps it.
 */
static bool is_stuck(rows *r, size_t row) {
    const double *cadence = r->run->series.column[FF_CADENCE], *time_s = r->run->series.time_s;
    if (cadence == NULL || isnan(cadence[row])) {
        return false;
    }
    if (row >= r->same_end) {
        double same_s = 0;
        size_t end = row + 1;
        while (end < r->run->series.rows && !(fabs(cadence[end] - cadence[row]) > 0)) {
            same_s += isnan(cadence[end]) ? 0 : time_s[end] - time_s[end - 1];
            end++; /* where it is not known it is no other */
        }
        r->same_end = end;
        r->stuck = same_s >= LEAST_LOCKED_S;
    }
    return r->stuck;
}

/* The next row that speaks for any time with the timer on. */
static bool next_moment(rows *r, moment *m) {
    const ff_series *series = &r->run->series;
    while (r->next + 1 < series->rows) {
        size_t row = r->next++;
        double time_s = series->time_s[row], gap_s = series->time_s[row + 1] - time_s;
        if (!(time_s >= r->told_s && gap_s > 0) || in_pause(r, time_s)) {
            continue;
        }
        double timer_s = time_s - r->paused_s;
        if (!(timer_s >= 0 && timer_s < MOST_STRETCHES * FF_STRETCH_S)) {
            continue;
        }
        r->told_s = end_of(r, time_s, series->time_s[row + 1]);
        *m = (moment){.row = row,
                      .seconds = r->told_s - time_s,
                      .timer_s = timer_s,
                      .speed = speed_at(r->run, row, gap_s),
                      .cadence = value_at(r->run, FF_CADENCE, row),
                      .stuck = is_stuck(r, row)};
        m->way_m = way_of(r->run, row, gap_s, m);
        return true;
    }
    return false;
}

/* ---- the step rate ---- */

/* Whether the step rate there tells of running. Where no speed is known all rows count. */
static bool judged(const moment *m) {
    bool steps = m->cadence >= RUN_SPM && m->speed >= SHUFFLE_MPS;
    return steps || !(m->speed < RUN_MPS);
}

static ff_cadence_state judge_cadence(const ff_run *run) {
    rows r = {.run = run};
    moment m;
    double all_s = 0, held_s = 0, locked_s = 0, sensible_s = 0;
    bool counted = false;
    while (next_moment(&r, &m)) {
        counted = counted || m.cadence > 0;
        if (!judged(&m)) {
            continue;
        }
        all_s += m.seconds;
        held_s += isnan(m.cadence) ? 0 : m.seconds;
        locked_s += m.stuck || m.cadence == 0 ? m.seconds : 0;
        sensible_s += within(steps_of_running, m.cadence) ? m.seconds : 0;
    }
    if (all_s == 0 && counted) {
        return FF_CADENCE_GOOD; /* all of it was walked: nothing speaks against it */
    }
    if (held_s < LEAST_HELD * all_s || !(held_s > 0)) {
        return FF_CADENCE_ABSENT;
    }
    if (locked_s > LEAST_SENSIBLE * held_s) {
        return FF_CADENCE_LOCKED;
    }
    return sensible_s < LEAST_SENSIBLE * held_s ? FF_CADENCE_STRANGE : FF_CADENCE_GOOD;
}

/* ---- adding up ---- */

typedef struct {
    ff_arena *arena;
    const ff_run *run;
    ff_stretches *to;
    size_t room;
    double last_altitude; /* from where the next climb or fall is measured; NAN: none yet */
} builder;

/* Whether the step rate can tell running from walking there: not where the sensor slipped. */
static bool tells_gait(const builder *b, const moment *m) {
    bool slipped =
        m->speed >= RUN_MPS && m->cadence * WALK_STEP_M < 60 * m->speed && m->cadence < RUN_SPM;
    return b->to->cadence == FF_CADENCE_GOOD && !isnan(m->cadence) && !slipped;
}

static bool is_running(const builder *b, const moment *m) {
    return tells_gait(b, m) ? m->cadence >= RUN_SPM && !(m->speed < SHUFFLE_MPS)
                            : m->speed >= RUN_MPS;
}

static void begin_stretch(ff_stretch *s, double from_s) {
    *s = (ff_stretch){.from_s = from_s, .distance_m = NAN, .ascent_m = NAN, .descent_m = NAN};
    /* means are sums until the end */
}

static ff_stretch *stretch_of(builder *b, double timer_s) {
    double from_s = floor(timer_s / FF_STRETCH_S) * FF_STRETCH_S;
    ff_stretches *to = b->to;
    if (to->count > 0 && to->items[to->count - 1].from_s >= from_s) {
        return &to->items[to->count - 1];
    }
    if (to->count == b->room) {
        size_t room = b->room == 0 ? 16 : 2 * b->room;
        ff_stretch *more = ff_arena_grow(b->arena, to->items, to->count, room, sizeof *more);
        if (more == NULL) {
            return NULL;
        }
        to->items = more;
        b->room = room;
    }
    begin_stretch(&to->items[to->count], from_s);
    return &to->items[to->count++];
}

static void add(ff_stretch *s, ff_gait what, double value, double seconds) {
    if (!isnan(value)) {
        s->mean[what] += value * seconds;
        s->held_s[what] += seconds;
    }
}

static double known_sum(double sum, double more) {
    return isnan(sum) ? more : sum + more;
}

static void add_altitude(builder *b, ff_stretch *s, const moment *m) {
    double altitude = kept_within(altitude_on_foot, value_at(b->run, FF_ALTITUDE, m->row));
    if (isnan(altitude)) {
        return;
    }
    if (isnan(b->last_altitude)) {
        b->last_altitude = altitude;
    }
    double over = altitude - b->last_altitude;
    s->ascent_m = known_sum(s->ascent_m, over >= CLIMB_STEP_M ? over : 0);
    s->descent_m = known_sum(s->descent_m, over <= -CLIMB_STEP_M ? -over : 0);
    if (fabs(over) >= CLIMB_STEP_M) {
        b->last_altitude = altitude;
    }
}

/* Ground contact with the step rate must be running: else it is a slip of the sensor. */
static double stance_at(double stance, double cadence) {
    double known = kept_within(ground_contact, stance);
    return isnan(cadence) || within(duty_of_running, known * cadence / 120000) ? known : NAN;
}

static double pod_stance(const ff_run *run, size_t row) {
    double pod = value_at(run, FF_POD_STANCE_TIME, row);
    return !isnan(pod)
               ? pod
               : (value_at(run, FF_STANCE_TIME_L, row) + value_at(run, FF_STANCE_TIME_R, row)) / 2;
}

static bool has_usual(double speed) {
    return within((span){FF_GAIT_SLOWEST_MPS, FF_GAIT_FASTEST_MPS}, speed);
}

/* Ground contact at a speed that leaps lands the heel where no leg reaches: the speed is not of it.
 */
static void add_heel(ff_stretch *s, const moment *m, double stance, ff_gait heel,
                     ff_gait at_speed) {
    double ahead = kept_within(heel_in_reach, ff_heel_ahead(m->speed, stance));
    if (has_usual(m->speed) && !isnan(ahead)) {
        add(s, heel, ahead, m->seconds);
        add(s, at_speed, m->speed, m->seconds);
    }
}

static void add_stance(ff_stretch *s, const moment *m, double stance) {
    add(s, FF_GAIT_STANCE, stance, m->seconds);
    add_heel(s, m, stance, FF_GAIT_HEEL, FF_GAIT_HEEL_SPEED);
    if (has_usual(m->speed)) {
        add(s, FF_GAIT_STANCE_OVER, stance - ff_usual_stance(m->speed), m->seconds);
    }
}

static void add_pod_stance(ff_stretch *s, const moment *m, double stance) {
    add(s, FF_GAIT_POD_STANCE, stance, m->seconds);
    add_heel(s, m, stance, FF_GAIT_POD_HEEL, FF_GAIT_POD_HEEL_SPEED);
}

static void add_running(const builder *b, ff_stretch *s, const moment *m) {
    const ff_run *run = b->run;
    double cadence =
        b->to->cadence == FF_CADENCE_GOOD ? kept_within(steps_of_running, m->cadence) : NAN;
    add(s, FF_GAIT_SPEED, m->speed, m->seconds);
    add(s, FF_GAIT_CADENCE, cadence, m->seconds);
    if (has_usual(m->speed)) {
        add(s, FF_GAIT_CADENCE_OVER, cadence - ff_usual_cadence(m->speed), m->seconds);
    }
    bool slipped = b->to->cadence == FF_CADENCE_GOOD && isnan(cadence) && !isnan(m->cadence);
    if (!slipped) { /* else what the sensor tells beside it is not believed either */
        add_stance(s, m, stance_at(value_at(run, FF_STANCE_TIME, m->row), cadence));
        add_pod_stance(s, m, stance_at(pod_stance(run, m->row), cadence));
    }
    add(s, FF_GAIT_OSCILLATION,
        kept_within((span){20, 200}, value_at(run, FF_VERTICAL_OSCILLATION, m->row)), m->seconds);
    add(s, FF_GAIT_BALANCE, kept_within((span){35, 65}, value_at(run, FF_BALANCE_LEFT, m->row)),
        m->seconds);
    add(s, FF_GAIT_HEART_RATE, kept_within((span){40, 230}, value_at(run, FF_HEART_RATE, m->row)),
        m->seconds);
    add(s, FF_GAIT_TEMPERATURE, kept_within((span){-40, 60}, value_at(run, FF_TEMPERATURE, m->row)),
        m->seconds);
}

static void add_moment(builder *b, ff_stretch *s, const moment *m) {
    add_altitude(b, s, m);
    if (!isnan(m->way_m)) {
        s->distance_m = known_sum(s->distance_m, m->way_m);
    }
    if (is_running(b, m)) {
        s->running_s += m->seconds;
        add_running(b, s, m);
    } else if (m->speed >= SHUFFLE_MPS / 2 || (isnan(m->speed) && m->cadence > 0)) {
        s->walking_s += m->seconds;
    }
}

static void end_stretch(ff_stretch *s) {
    for (int i = 0; i < FF_GAIT_COUNT; i++) {
        s->mean[i] = s->held_s[i] > 0 ? s->mean[i] / s->held_s[i] : NAN;
    }
}

static bool says_indoors(const char *detail) {
    return detail != NULL &&
           (strstr(detail, "treadmill") != NULL || strstr(detail, "indoor") != NULL ||
            strstr(detail, "virtual") != NULL);
}

ff_code ff_stretches_of(ff_arena *arena, const ff_run *run, ff_stretches *stretches,
                        ff_error *error) {
    *stretches = (ff_stretches){.has_series = run->series.rows > 0,
                                .indoors = says_indoors(run->sport_detail),
                                .cadence = judge_cadence(run)};
    builder b = {.arena = arena, .run = run, .to = stretches, .last_altitude = NAN};
    rows r = {.run = run};
    moment m;
    while (next_moment(&r, &m)) {
        m.cadence = m.stuck ? NAN : m.cadence;
        ff_stretch *s = stretch_of(&b, m.timer_s);
        if (s == NULL) {
            return ff_arena_check(arena, error);
        }
        add_moment(&b, s, &m);
    }
    for (size_t i = 0; i < stretches->count; i++) {
        end_stretch(&stretches->items[i]);
    }
    return FF_OK;
}

/* ---- as bytes ---- */

#define HEAD_BYTES    4
#define NUMBERS       (6 + 2 * FF_GAIT_COUNT)
#define STRETCH_BYTES (4 * NUMBERS)

static unsigned char *put_number(unsigned char *at, double value) {
    float narrow = (float)value;
    uint32_t bits;
    memcpy(&bits, &narrow, sizeof bits);
    for (int i = 0; i < 4; i++) {
        *at++ = (unsigned char)(bits >> (8 * i));
    }
    return at;
}

static const unsigned char *get_number(const unsigned char *at, double *value) {
    uint32_t bits = 0;
    for (int i = 0; i < 4; i++) {
        bits |= (uint32_t)*at++ << (8 * i);
    }
    float narrow;
    memcpy(&narrow, &bits, sizeof narrow);
    *value = (double)narrow;
    return at;
}

ff_code ff_stretches_pack(ff_arena *arena, const ff_stretches *stretches, unsigned char **bytes,
                          size_t *size, ff_error *error) {
    *size = HEAD_BYTES + stretches->count * STRETCH_BYTES;
    unsigned char *at = *bytes = ff_arena_take(arena, *size, 1);
    if (at == NULL) {
        return ff_arena_check(arena, error);
    }
    at[0] = stretches->has_series;
    at[1] = stretches->indoors;
    at[2] = (unsigned char)stretches->cadence;
    at += HEAD_BYTES;
    for (size_t i = 0; i < stretches->count; i++) {
        const ff_stretch *s = &stretches->items[i];
        const double whole[] = {s->from_s,     s->running_s, s->walking_s,
                                s->distance_m, s->ascent_m,  s->descent_m};
        for (size_t k = 0; k < 6; k++) {
            at = put_number(at, whole[k]);
        }
        for (size_t k = 0; k < FF_GAIT_COUNT; k++) {
            at = put_number(at, s->mean[k]);
            at = put_number(at, s->held_s[k]);
        }
    }
    return FF_OK;
}

static void unpack_one(const unsigned char *at, ff_stretch *s) {
    double *whole[] = {&s->from_s,     &s->running_s, &s->walking_s,
                       &s->distance_m, &s->ascent_m,  &s->descent_m};
    for (size_t k = 0; k < 6; k++) {
        at = get_number(at, whole[k]);
    }
    for (size_t k = 0; k < FF_GAIT_COUNT; k++) {
        at = get_number(at, &s->mean[k]);
        at = get_number(at, &s->held_s[k]);
    }
}

static bool is_amount(double value) {
    return value >= 0 && value < INFINITY;
}

/* Whether it can be one that was measured, after one that began at before_s. */
static bool is_stretch(const ff_stretch *s, double before_s) {
    bool can = is_amount(s->from_s) && s->from_s > before_s && is_amount(s->running_s) &&
               is_amount(s->walking_s);
    const double way[] = {s->distance_m, s->ascent_m, s->descent_m};
    for (size_t k = 0; k < 3; k++) {
        can = can && (isnan(way[k]) || is_amount(way[k]));
    }
    for (size_t k = 0; k < FF_GAIT_COUNT; k++) {
        can = can && is_amount(s->held_s[k]) && (s->held_s[k] > 0) == isfinite(s->mean[k]) &&
              !isinf(s->mean[k]);
    }
    return can;
}

bool ff_stretches_unpack(ff_arena *arena, const unsigned char *bytes, size_t size,
                         ff_stretches *stretches) {
    *stretches = (ff_stretches){0};
    if (bytes == NULL || size < HEAD_BYTES || (size - HEAD_BYTES) % STRETCH_BYTES != 0 ||
        (size - HEAD_BYTES) / STRETCH_BYTES > MOST_STRETCHES || bytes[2] > FF_CADENCE_STRANGE) {
        return false;
    }
    *stretches = (ff_stretches){.count = (size - HEAD_BYTES) / STRETCH_BYTES,
                                .has_series = bytes[0] != 0,
                                .indoors = bytes[1] != 0,
                                .cadence = (ff_cadence_state)bytes[2]};
    stretches->items = ff_arena_room(arena, stretches->count, sizeof *stretches->items);
    if (stretches->items == NULL) {
        *stretches = (ff_stretches){0};
        return false;
    }
    double before_s = -1;
    for (size_t i = 0; i < stretches->count; i++) {
        unpack_one(bytes + HEAD_BYTES + i * STRETCH_BYTES, &stretches->items[i]);
        if (!is_stretch(&stretches->items[i], before_s)) {
            *stretches = (ff_stretches){0};
            return false;
        }
        before_s = stretches->items[i].from_s;
    }
    return true;
}

/* ---- up to a minute ---- */

/* Stretches that end by then, at least the first. */
static size_t count_until(const ff_stretches *stretches, double minute) {
    size_t count = stretches->count > 0;
    while (count < stretches->count &&
           stretches->items[count].from_s + FF_STRETCH_S <= 60 * minute + 0.5) {
        count++;
    }
    return count;
}

double ff_stretches_mean(const ff_stretches *stretches, ff_gait what, double minute) {
    double sum = 0, held_s = 0;
    size_t count = count_until(stretches, minute);
    for (size_t i = 0; i < count; i++) {
        const ff_stretch *s = &stretches->items[i];
        if (s->held_s[what] > 0) {
            sum += s->mean[what] * s->held_s[what];
            held_s += s->held_s[what];
        }
    }
    return held_s > 0 ? sum / held_s : NAN;
}

static double per_km(const ff_stretches *stretches, double minute, bool up) {
    double sum = NAN, distance_m = 0;
    size_t count = count_until(stretches, minute);
    for (size_t i = 0; i < count; i++) {
        const ff_stretch *s = &stretches->items[i];
        double metres = up ? s->ascent_m : s->descent_m;
        if (!isnan(metres) && s->distance_m > 0) {
            sum = known_sum(sum, metres);
            distance_m += s->distance_m;
        }
    }
    return distance_m >= LEAST_WAY_M ? sum / distance_m * 1000 : NAN;
}

double ff_stretches_ascent(const ff_stretches *stretches, double minute) {
    return per_km(stretches, minute, true);
}

double ff_stretches_descent(const ff_stretches *stretches, double minute) {
    return per_km(stretches, minute, false);
}
