#include "files/run_figures.h"

#include "base/number.h"
#include "base/wide.h"

#include <math.h>
#include <stdint.h>

static inline double smaller(double a, double b) {
    return a < b ? a : b;
}

static inline double larger(double a, double b) {
    return a > b ? a : b;
}

/* What makes sense for a person on foot; outside is absent. */
typedef struct {
    double low, high;
    bool nonzero; /* 0 says "not measured" */
    bool still;   /* 0 is standing still; nothing but 0 in a whole run, and nothing measured it */
} sense_row;

static const sense_row sense[FF_CHANNEL_COUNT] = {
    [FF_SPEED] = {0, 15, false, false}, /* the fastest sprinter: 12.4 m/s */
    [FF_DISTANCE] = {0, 2e6, false, false},
    [FF_CADENCE] = {0, 320, false, true}, /* sprinters: 5 steps a second */
    [FF_STANCE_TIME] = {60, 1500, true, false},
    [FF_STANCE_TIME_PERCENT] = {5, 95, true, false},
    [FF_VERTICAL_OSCILLATION] = {5, 350, true, false},
    [FF_STEP_LENGTH] = {50, 4000, true, false},
    [FF_BALANCE_LEFT] = {20, 80, true, false},
    [FF_VERTICAL_RATIO] = {0.5, 60, true, false},
    [FF_POWER] = {0, 2500, false, true},
    [FF_HEART_RATE] = {25, 250, true, false},
    [FF_ALTITUDE] = {-450, 9000, false, false}, /* -500 m is a raw 0 */
    [FF_TEMPERATURE] = {-60, 80, false, false},
    [FF_LATITUDE] = {-90, 90, false, false},
    [FF_LONGITUDE] = {-180, 180, false, false},
    [FF_POD_POWER] = {0, 2500, false, true},
    [FF_POD_CADENCE] = {0, 320, false, true},
    [FF_POD_STANCE_TIME] = {60, 1500, true, false},
    [FF_POD_VERTICAL_OSCILLATION] = {5, 350, true, false},
    [FF_FORM_POWER] = {1, 1000, true, false},
    [FF_LEG_STIFFNESS] = {0.5, 60, true, false},
    [FF_AIR_POWER] = {0, 1000, false, false},
    [FF_STANCE_TIME_L] = {60, 1500, true, false},
    [FF_STANCE_TIME_R] = {60, 1500, true, false},
    [FF_IMPACT_L] = {0.1, 60, true, false},
    [FF_IMPACT_R] = {0.1, 60, true, false},
    [FF_BRAKING_L] = {0.1, 60, true, false},
    [FF_BRAKING_R] = {0.1, 60, true, false},
    [FF_FOOT_STRIKE_L] = {0.5, 20, true, false},
    [FF_FOOT_STRIKE_R] = {0.5, 20, true, false},
    [FF_PRONATION_L] = {-90, 90, true, false},
    [FF_PRONATION_R] = {-90, 90, true, false},
    [FF_RESPIRATION] = {1, 100, true, false},
    [FF_CORE_TEMPERATURE] = {30, 45, true, false},
    [FF_SKIN_TEMPERATURE] = {5, 45, true, false},
    [FF_MUSCLE_OXYGEN] = {0.1, 100, true, false},
    [FF_MUSCLE_HEMOGLOBIN] = {1, 40, true, false},
    [FF_GRADE] = {-100, 100, false, false},
};

static inline bool makes_sense(const sense_row *row, double value) {
    return value >= row->low && value <= row->high && !(row->nonzero && value == 0);
}

bool ff_channel_sensible(ff_channel channel, double value) {
    return makes_sense(&sense[channel], value);
}

bool ff_channel_is_still_at_zero(ff_channel channel) {
    return sense[channel].still;
}

/* A leap in the distance that nobody runs, and what it leaps over to count. */
#define LEAP_MPS 50.0
#define LEAP_M   200.0

/* So many rows further a distance must be back from where it went astray. */
#define ASTRAY_ROWS 30

/* Where the distance was good last. */
typedef struct {
    double metres, time_s;
} milestone;

static bool leaps(const ff_series *series, milestone good, size_t row) {
    double metres = series->column[FF_DISTANCE][row] - good.metres;
    return metres > LEAP_M && metres > LEAP_MPS * (series->time_s[row] - good.time_s);
}

/* A step that nobody makes in the time between two rows, which may be told in whole seconds. */
static bool is_step_up(const ff_series *series, size_t from, size_t to) {
    const double *distance = series->column[FF_DISTANCE];
    double seconds = larger(series->time_s[to] - series->time_s[from], 1);
    return distance[to] - distance[from] > sense[FF_SPEED].high * seconds;
}

/* The row at which the distance goes on from the good one as if nothing had been: those from `row`
 * up to it are astray. 0 when none does. One that fell must be back by a step that nobody makes,
 * else it began anew; one that leapt may stay away up to the end. */
static size_t back_on_course(const ff_series *series, milestone good, size_t row) {
    const double *distance = series->column[FF_DISTANCE];
    bool fell = distance[row] < good.metres;
    size_t last = row, looked_at = 0;
    for (size_t i = row + 1; i < series->rows && looked_at < ASTRAY_ROWS; i++) {
        if (isnan(distance[i])) {
            continue;
        }
        if (distance[i] >= good.metres && !leaps(series, good, i)) {
            return !fell || is_step_up(series, last, i) ? i : 0;
        }
        last = i;
        looked_at++;
    }
    bool to_the_end = looked_at < ASTRAY_ROWS && (!fell || looked_at == 0);
    return to_the_end ? series->rows : 0;
}

/* Distances that leap up or fall back for a while among good ones are rubbish. Where the later ones
 * go on from the lower value, the device began anew. */
static ff_cleaned clean_distance(ff_series *series) {
    double *distance = series->column[FF_DISTANCE];
    ff_cleaned cleaned = {0};
    milestone good = {NAN, NAN}; /* in the file's own count, as are the rows ahead */
    double before_anew = 0;
    for (size_t i = 0; distance != NULL && i < series->rows; i++) {
        if (isnan(distance[i])) {
            continue;
        }
        bool fell = distance[i] < good.metres;
        size_t back = fell || leaps(series, good, i) ? back_on_course(series, good, i) : 0;
        for (; i < back; i++) {
            cleaned.removed += isnan(distance[i]) ? 0 : 1;
            distance[i] = NAN;
        }
        if (i == series->rows) {
            break;
        }
        if (back == 0 && fell) {
            before_anew += good.metres - distance[i];
            cleaned.begun_anew++;
        }
        good = (milestone){distance[i], series->time_s[i]};
        distance[i] += before_anew;
    }
    return cleaned;
}

/* Most columns make sense as they are: a loop without a branch, of doubles only, says so two at a time. */
FF_WIDE static bool all_make_sense(const sense_row *row, const double *values, size_t count) {
    double low = row->low, high = row->high, wrong = 0;
    double zero = row->nonzero ? 0 : NAN; /* nothing equals NAN */
    for (size_t i = 0; i < count; i++) {
        wrong = values[i] >= low ? wrong : 1; /* NAN is not */
        wrong = values[i] <= high ? wrong : 1;
        wrong = values[i] == zero ? 1 : wrong;
    }
    return wrong == 0;
}

/* Takes out what makes no sense; returns how many values that were, zeros that say nothing not counted.
 * left: how many stay that say something. */
static size_t clean_column(const sense_row *row, double *values, size_t count, size_t *left) {
    size_t removed = 0;
    *left = 0;
    for (size_t i = 0; i < count; i++) {
        if (makes_sense(row, values[i])) {
            *left += !(row->still && values[i] == 0);
        } else if (!isnan(values[i])) {
            removed += !(row->nonzero && values[i] == 0);
            values[i] = NAN;
        }
    }
    return removed;
}

ff_cleaned ff_series_clean(ff_series *series) {
    ff_cleaned cleaned = clean_distance(series);
    for (int c = 0; c < FF_CHANNEL_COUNT; c++) {
        const sense_row *row = &sense[c];
        double *column = series->column[c];
        size_t left = series->rows;
        if (column != NULL && (row->still || !all_make_sense(row, column, series->rows))) {
            cleaned.removed += clean_column(row, column, series->rows, &left);
        }
        if (left == 0) {
            series->column[c] = NULL;
        }
    }
    return cleaned;
}

/* Running time from row to row: goes through rows and pauses side by side. */
typedef struct {
    const ff_run *run;
    size_t row;
    size_t pause;
} stepper;

/* Running time from this row to the next, and on to it. */
static double step(stepper *s) {
    const ff_series *series = &s->run->series;
    double from = series->time_s[s->row++];
    double to = s->row < series->rows ? series->time_s[s->row] : from + 1;
    while (s->pause < s->run->pause_count && s->run->pauses[s->pause].end_s <= from) {
        s->pause++;
    }
    double running = to - from;
    for (size_t p = s->pause; p < s->run->pause_count; p++) {
        const ff_pause *pause = &s->run->pauses[p];
        if (pause->start_s >= to) {
            break;
        }
        running -= smaller(to, pause->end_s) - larger(from, pause->start_s);
    }
    return smaller(larger(running, 0), FF_ROW_HOLDS_S);
}

double ff_run_average(const ff_run *run, ff_channel channel) {
    const double *column = run->series.column[channel];
    bool standing_out = channel == FF_CADENCE || channel == FF_POD_CADENCE;
    double sum = 0, weight = 0;
    stepper s = {.run = run};
    while (column != NULL && s.row < run->series.rows) {
        double value = column[s.row];
        double seconds = step(&s);
        if (!isnan(value) && !(standing_out && value == 0)) {
            sum += value * seconds;
            weight += seconds;
        }
    }
    return weight > 0 ? sum / weight : NAN;
}

static void swap(double *a, double *b) {
    double held = *a;
    *a = *b;
    *b = held;
}

/* The k-th smallest of n values (Hoare's selection): everything before it ends up no larger. */
static double kth(double *x, size_t n, size_t k) {
    size_t low = 0, high = n - 1;
    while (low < high) {
        double pivot = x[low + (high - low) / 2];
        size_t i = low, j = high;
        while (i <= j) {
            while (x[i] < pivot) {
                i++;
            }
            while (x[j] > pivot) {
                j--;
            }
            if (i <= j) {
                swap(&x[i++], &x[j]);
                if (j == 0) {
                    break;
                }
                j--;
            }
        }
        if (k <= j) {
            high = j;
        } else if (k >= i) {
            low = i;
        } else {
            break;
        }
    }
    return x[k];
}

/* Of one value or more. */
static double largest(const double *x, size_t n) {
    double most = x[0];
    for (size_t i = 1; i < n; i++) {
        most = larger(most, x[i]);
    }
    return most;
}

double ff_series_median(ff_arena *arena, const double *values, size_t count, double low,
                        double high) {
    double *kept = values != NULL ? ff_arena_room(arena, count, sizeof *kept) : NULL;
    size_t n = 0;
    for (size_t i = 0; kept != NULL && i < count; i++) {
        if (values[i] >= low && values[i] < high) {
            kept[n++] = values[i];
        }
    }
    if (n == 0) {
        return NAN;
    }
    double upper = kth(kept, n, n / 2);
    return n % 2 == 1 ? upper : (largest(kept, n / 2) + upper) / 2;
}

double ff_series_quantile(ff_arena *arena, const double *values, size_t count, double share) {
    double *kept = values != NULL ? ff_arena_room(arena, count, sizeof *kept) : NULL;
    size_t n = 0;
    for (size_t i = 0; kept != NULL && i < count; i++) {
        if (!isnan(values[i])) {
            kept[n++] = values[i];
        }
    }
    return n > 0 ? kth(kept, n, (size_t)(share * (double)(n - 1))) : NAN;
}

/* How far to look for a distance beside a row that has none. */
#define DISTANCE_LOOKS 64

/* Speed at a row: as recorded, else from the distances before and after. */
static double speed_at(const ff_series *series, size_t row) {
    const double *speed = series->column[FF_SPEED], *distance = series->column[FF_DISTANCE];
    if (speed != NULL && !isnan(speed[row])) {
        return speed[row];
    }
    if (distance == NULL) {
        return NAN;
    }
    size_t from = row, to = row + 1;
    while (from > 0 && isnan(distance[from]) && row - from < DISTANCE_LOOKS) {
        from--;
    }
    while (to < series->rows && isnan(distance[to]) && to - row < DISTANCE_LOOKS) {
        to++;
    }
    double seconds = to < series->rows ? series->time_s[to] - series->time_s[from] : 0;
    return seconds > 0 ? (distance[to] - distance[from]) / seconds : NAN;
}

double ff_run_moving_s(const ff_run *run) {
    const ff_series *series = &run->series;
    if (series->column[FF_SPEED] == NULL && series->column[FF_DISTANCE] == NULL) {
        return NAN;
    }
    double moving = 0;
    stepper s = {.run = run};
    while (s.row < series->rows) {
        double speed = speed_at(series, s.row);
        double seconds = step(&s);
        moving += speed > FF_MOVING_MPS ? seconds : 0;
    }
    return moving;
}

void ff_run_climb(const ff_run *run, double *ascent_m, double *descent_m) {
    const double *altitude = run->series.column[FF_ALTITUDE];
    double ascent = 0, descent = 0, from = NAN;
    for (size_t i = 0; altitude != NULL && i < run->series.rows; i++) {
        if (isnan(altitude[i])) {
            continue;
        }
        double rise = isnan(from) ? 0 : altitude[i] - from;
        if (isnan(from) || fabs(rise) >= FF_CLIMB_STEP_M) {
            ascent += rise > 0 ? rise : 0;
            descent -= rise < 0 ? rise : 0;
            from = altitude[i];
        }
    }
    *ascent_m = isnan(from) ? NAN : ascent;
    *descent_m = isnan(from) ? NAN : descent;
}

static double distance_of(const ff_run *run) {
    const double *distance = run->series.column[FF_DISTANCE];
    for (size_t i = run->series.rows; distance != NULL && i > 0; i--) {
        if (!isnan(distance[i - 1])) {
            return distance[i - 1];
        }
    }
    const double *speed = run->series.column[FF_SPEED];
    if (speed == NULL) {
        return NAN;
    }
    double sum = 0;
    stepper s = {.run = run};
    while (s.row < run->series.rows) {
        double value = speed[s.row];
        double seconds = step(&s);
        sum += isnan(value) ? 0 : value * seconds;
    }
    return sum;
}

/* What is worked out here is stored, so it is rounded by the rule of base/number.h. */
static void fill(double *figure, double value) {
    if (isnan(*figure)) {
        *figure = ff_round_result(value);
    }
}

static void fill_average(double *figure, const ff_run *run, ff_channel channel) {
    if (isnan(*figure)) { /* else working it out is for nothing */
        fill(figure, ff_run_average(run, channel));
    }
}

/* Of the watch itself, or of a pod. */
static void fill_average_of(double *figure, const ff_run *run, ff_channel own, ff_channel pod) {
    fill_average(figure, run, own);
    fill_average(figure, run, pod);
}

void ff_run_fill_figures(ff_run *run) {
    ff_run_figures *f = &run->figures;
    if (isnan(f->duration_s)) {
        f->duration_s = f->elapsed_s;
        for (size_t i = 0; i < run->pause_count; i++) {
            f->duration_s -= run->pauses[i].end_s - run->pauses[i].start_s;
        }
    }
    if (isnan(f->ascent_m) || isnan(f->descent_m)) {
        double ascent, descent;
        ff_run_climb(run, &ascent, &descent);
        fill(&f->ascent_m, ascent);
        fill(&f->descent_m, descent);
    }
    if (isnan(f->distance_m)) {
        fill(&f->distance_m, distance_of(run));
    }
    if (isnan(f->moving_s)) {
        double moving = ff_run_moving_s(run);
        fill(&f->moving_s, moving > f->duration_s ? f->duration_s : moving);
    }
    if (f->duration_s > 0) {
        fill(&f->speed_mps, f->distance_m / f->duration_s);
    }
    fill_average_of(&f->cadence_spm, run, FF_CADENCE, FF_POD_CADENCE);
    fill_average_of(&f->stance_time_ms, run, FF_STANCE_TIME, FF_POD_STANCE_TIME);
    fill_average_of(&f->vertical_oscillation_mm, run, FF_VERTICAL_OSCILLATION,
                    FF_POD_VERTICAL_OSCILLATION);
    fill_average(&f->step_length_mm, run, FF_STEP_LENGTH);
    fill_average(&f->balance_left_percent, run, FF_BALANCE_LEFT);
    fill_average(&f->vertical_ratio_percent, run, FF_VERTICAL_RATIO);
    fill_average_of(&f->power_w, run, FF_POWER, FF_POD_POWER);
    fill_average(&f->heart_rate_bpm, run, FF_HEART_RATE);
    fill_average(&f->temperature_c, run, FF_TEMPERATURE);
}

void ff_run_note(ff_arena *arena, ff_run *run, const char *note) {
    const char **notes =
        ff_arena_grow(arena, run->notes, run->note_count, run->note_count + 1, sizeof *notes);
    if (notes != NULL && note != NULL) {
        notes[run->note_count++] = note;
        run->notes = notes;
    }
}
