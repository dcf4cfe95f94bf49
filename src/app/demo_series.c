#include "app/demo_series.h"

#include <math.h>

#define PI                3.14159265358979323846
#define ISLAND_LATITUDE   45.0
#define ISLAND_LONGITUDE  (-30.0)
#define METRES_PER_DEGREE 111195.0 /* on a sphere of 6371 km */
#define LAP_M             1000.0
#define SLOWEST_MPS       1.8
#define MASS_KG           70.0

/* How this runner differs from the line through many. The lines of cadence and stance time by
 * speed are estimates from laboratory means of recreational runners (class c). */
#define CADENCE_OFFSET_SPM (-1.5)

typedef struct maker {
    ff_arena *arena;
    ff_random *random;
    const ff_demo_conditions *is;
    ff_run *run;
    size_t capacity; /* rows there is room for */
    double timer_s, elapsed_s, distance_m;
    double east_m, north_m;
    double climb_m, drop_m;
    double speed_noise, heart_bpm;
    double lap_start_s, lap_start_timer_s, lap_start_m;
    size_t lap_room;
    size_t pressed_lap;
} maker;

static const ff_channel recorded[] = {FF_SPEED,
                                      FF_DISTANCE,
                                      FF_CADENCE,
                                      FF_STANCE_TIME,
                                      FF_STANCE_TIME_PERCENT,
                                      FF_VERTICAL_OSCILLATION,
                                      FF_STEP_LENGTH,
                                      FF_BALANCE_LEFT,
                                      FF_VERTICAL_RATIO,
                                      FF_POWER,
                                      FF_HEART_RATE,
                                      FF_ALTITUDE,
                                      FF_TEMPERATURE,
                                      FF_LATITUDE,
                                      FF_LONGITUDE};

static bool take_memory(maker *m) {
    ff_run *run = m->run;
    m->capacity = (size_t)(m->is->distance_m / SLOWEST_MPS) + 60;
    m->lap_room = (size_t)(m->is->distance_m / LAP_M) + 4;
    run->series.time_s = ff_arena_take(m->arena, m->capacity, sizeof(double));
    for (size_t i = 0; i < sizeof recorded / sizeof *recorded; i++) {
        run->series.column[recorded[i]] = ff_arena_take(m->arena, m->capacity, sizeof(double));
    }
    run->laps = ff_arena_take(m->arena, m->lap_room, sizeof(ff_lap));
    run->pauses = ff_arena_take(m->arena, 1, sizeof(ff_pause));
    return !m->arena->failed;
}

/* Metres along the path from the turn-off point: out to half the distance, then back. */
static double along(const maker *m, double distance_m) {
    double half = m->is->distance_m / 2;
    return distance_m < half ? distance_m : 2 * half - distance_m;
}

static double altitude_at(const maker *m, double distance_m) {
    double s = along(m, distance_m);
    return 40 + m->is->hills * (12 * sin(s / 520) + 6 * sin(s / 210 + m->is->bearing_rad));
}

/* Rise over run, within 3 m. */
static double grade_at(const maker *m) {
    return (altitude_at(m, m->distance_m + 3) - altitude_at(m, m->distance_m)) / 3;
}

/* A path that winds a little; the same winding on the way back. */
static double heading_at(const maker *m) {
    double s = along(m, m->distance_m);
    double heading = m->is->bearing_rad + 0.5 * sin(s / 400) + 0.25 * sin(s / 130);
    return m->distance_m < m->is->distance_m / 2 ? heading : heading + PI;
}

static double next_speed(maker *m, double grade) {
    m->speed_noise = 0.97 * m->speed_noise + 0.02 * ff_random_normal(m->random);
    double warm = 1 - 0.35 * exp(-m->timer_s / 8); /* the first steps are slow */
    double speed = (m->is->speed_mps * (1 - 2.5 * grade) + m->speed_noise) * warm;
    return fmax(speed, SLOWEST_MPS);
}

/* The heart follows with a lag of about a minute, drifts up by 6 beats an hour and by 0.4 a
 * degree above 15. */
static double next_heart_rate(maker *m, double speed, double grade) {
    double target = 146 + 26 * (speed * (1 + 3 * grade) - 3) + m->timer_s / 600 +
                    0.4 * fmax(m->is->air_c - 15, 0);
    m->heart_bpm += (target - m->heart_bpm) / 60 + 0.25 * ff_random_normal(m->random);
    return m->heart_bpm;
}

/* Worn on the wrist it reads warm, and it left a heated room. */
static double device_temperature(const maker *m) {
    double settled = m->is->air_c + 5;
    return settled + (24 - settled) * exp(-m->timer_s / 400);
}

static void record_stride(maker *m, size_t row, double speed) {
    double *const *column = m->run->series.column;
    double tired_h = m->timer_s / 3600;
    double cadence =
        162 + 10.4 * (speed - 3) + CADENCE_OFFSET_SPM + 0.8 * ff_random_normal(m->random);
    double stance = 259 - 38 * (speed - 3) + 4 * tired_h + 2 * ff_random_normal(m->random);
    double step_mm = 60e3 * speed / cadence;
    double rise_mm = 90 + 5 * (speed - 3) + 1.5 * ff_random_normal(m->random);
    column[FF_CADENCE][row] = cadence;
    column[FF_STANCE_TIME][row] = stance;
    column[FF_STANCE_TIME_PERCENT][row] = 100 * stance / (120e3 / cadence); /* of two steps */
    column[FF_STEP_LENGTH][row] = step_mm;
    column[FF_VERTICAL_OSCILLATION][row] = rise_mm;
    column[FF_VERTICAL_RATIO][row] = 100 * rise_mm / step_mm;
    column[FF_BALANCE_LEFT][row] = 50.1 + 0.3 * ff_random_normal(m->random);
}

static void record(maker *m, double speed, double grade) {
    size_t row = m->run->series.rows++;
    double *const *column = m->run->series.column;
    m->run->series.time_s[row] = m->elapsed_s;
    column[FF_SPEED][row] = speed;
    column[FF_DISTANCE][row] = m->distance_m;
    column[FF_ALTITUDE][row] = altitude_at(m, m->distance_m);
    column[FF_HEART_RATE][row] = next_heart_rate(m, speed, grade);
    column[FF_POWER][row] = MASS_KG * speed * (1.04 + 5 * grade); /* W/kg of the flat: 1.04 v */
    column[FF_TEMPERATURE][row] = device_temperature(m);
    column[FF_LATITUDE][row] = ISLAND_LATITUDE + m->north_m / METRES_PER_DEGREE;
    column[FF_LONGITUDE][row] =
        ISLAND_LONGITUDE + m->east_m / (METRES_PER_DEGREE * cos(ISLAND_LATITUDE * PI / 180));
    record_stride(m, row, speed);
}

static void end_lap(maker *m, ff_lap_trigger trigger) {
    if (m->run->lap_count < m->lap_room) {
        m->run->laps[m->run->lap_count++] = (ff_lap){.start_s = m->lap_start_s,
                                                     .end_s = m->elapsed_s,
                                                     .timer_s = m->timer_s - m->lap_start_timer_s,
                                                     .distance_m = m->distance_m - m->lap_start_m,
                                                     .trigger = trigger};
    }
    m->lap_start_s = m->elapsed_s;
    m->lap_start_timer_s = m->timer_s;
    m->lap_start_m = m->distance_m;
}

/* What happens between two rows besides running: the button, the kilometre, the drink. */
static void happen(maker *m) {
    ff_run *run = m->run;
    if (m->pressed_lap == 0 && m->timer_s >= m->is->lap_pressed_s) {
        end_lap(m, FF_LAP_MANUAL);
        m->pressed_lap = run->lap_count;
    } else if (m->distance_m - m->lap_start_m >= LAP_M) {
        end_lap(m, FF_LAP_DISTANCE);
    }
    if (run->pause_count == 0 && m->distance_m >= m->is->pause_at_m) {
        run->pauses[0] = (ff_pause){m->elapsed_s, m->elapsed_s + m->is->pause_s};
        run->pause_count = 1;
        m->elapsed_s += m->is->pause_s;
    }
}

static void advance(maker *m, double speed) {
    double heading = heading_at(m);
    double before_m = altitude_at(m, m->distance_m);
    m->timer_s += 1;
    m->elapsed_s += 1;
    m->distance_m += speed;
    m->east_m += speed * sin(heading);
    m->north_m += speed * cos(heading);
    double rise_m = altitude_at(m, m->distance_m) - before_m;
    m->climb_m += fmax(rise_m, 0);
    m->drop_m += fmax(-rise_m, 0);
}

static double mean_of(const ff_series *series, ff_channel channel) {
    double sum = 0;
    for (size_t i = 0; i < series->rows; i++) {
        sum += series->column[channel][i];
    }
    return sum / (double)series->rows;
}

static void sum_up(maker *m) {
    ff_run_figures *f = &m->run->figures;
    const ff_series *series = &m->run->series;
    f->duration_s = m->timer_s;
    f->moving_s = m->timer_s;
    f->elapsed_s = m->elapsed_s;
    f->distance_m = m->distance_m;
    f->ascent_m = m->climb_m;
    f->descent_m = m->drop_m;
    f->speed_mps = m->distance_m / m->timer_s;
    f->cadence_spm = mean_of(series, FF_CADENCE);
    f->stance_time_ms = mean_of(series, FF_STANCE_TIME);
    f->vertical_oscillation_mm = mean_of(series, FF_VERTICAL_OSCILLATION);
    f->step_length_mm = mean_of(series, FF_STEP_LENGTH);
    f->balance_left_percent = mean_of(series, FF_BALANCE_LEFT);
    f->vertical_ratio_percent = mean_of(series, FF_VERTICAL_RATIO);
    f->power_w = mean_of(series, FF_POWER);
    f->heart_rate_bpm = mean_of(series, FF_HEART_RATE);
    f->temperature_c = mean_of(series, FF_TEMPERATURE);
}

static void run_it(maker *m) {
    m->heart_bpm = 96;
    double speed = 0;
    while (m->run->series.rows < m->capacity) {
        double grade = grade_at(m);
        speed = next_speed(m, grade);
        record(m, speed, grade);
        if (m->distance_m >= m->is->distance_m) {
            break;
        }
        advance(m, speed);
        happen(m);
    }
    if (m->distance_m > m->lap_start_m) {
        end_lap(m, FF_LAP_SESSION_END);
    }
    sum_up(m);
}

void ff_demo_run_make(ff_arena *arena, ff_random *random, const ff_demo_conditions *conditions,
                      ff_run *run, size_t *pressed_lap) {
    ff_run_init(run);
    run->start_s = conditions->start_s;
    run->utc_offset_known = true;
    run->utc_offset_s = conditions->utc_offset_s;
    run->sport = FF_SPORT_RUNNING;
    run->sport_detail = conditions->sport_detail;
    run->device = (ff_device){"development", "Made-up watch", "1", "1.00"};
    run->format = "FIT";
    maker m = {.arena = arena, .random = random, .is = conditions, .run = run};
    if (take_memory(&m)) {
        run_it(&m);
    }
    *pressed_lap = m.pressed_lap;
}
