#include "measure/load_now.h"

#include "measure/load_spike.h"
#include "measure/told.h"

#include <math.h>
#include <string.h>

#define DAY_S INT64_C(86400)
/* Rises from next to nothing are large and say nothing. */
#define LEAST_WEEK_M     5000.0
#define LEAST_BREAK_DAYS 14.0

/* Hazard of overuse injury against runs up to 10 % longer, with 95 % limits: 5,205 runners
 * (Brandt Frandsen 2025, S22; class a). */
static void set_hazard(ff_load_now *load) {
    static const struct {
        const char *band;
        double hazard, low, high;
    } bands[] = {
        {"10_30", 1.64, 1.31, 2.05}, {"30_100", 1.52, 1.16, 2.00}, {"gt100", 2.28, 1.50, 3.48}};
    for (size_t i = 0; load->band != NULL && i < sizeof bands / sizeof *bands; i++) {
        if (strcmp(bands[i].band, load->band) == 0) {
            load->hazard = bands[i].hazard;
            load->hazard_low = bands[i].low;
            load->hazard_high = bands[i].high;
        }
    }
}

static void set_spike(const ff_logged_run_list *runs, size_t newest, ff_load_now *load) {
    size_t before = 0;
    for (size_t i = newest; i-- > 0;) {
        const ff_run *run = runs->items[i].run;
        if (load->start_s - run->start_s > FF_SPIKE_REFERENCE_DAYS * DAY_S) {
            break;
        }
        if (ff_is_run(run) && run->figures.distance_m > 0) {
            before++;
            load->longest_before_m = fmax(load->longest_before_m, run->figures.distance_m);
        }
    }
    int64_t known_s = load->start_s - runs->items[0].run->start_s;
    if (before >= FF_SPIKE_REFERENCE_RUNS && load->distance_m > 0 &&
        known_s >= FF_SPIKE_REFERENCE_DAYS * DAY_S) {
        load->ratio = load->distance_m / load->longest_before_m;
        load->band = ff_spike_level(load->ratio);
        set_hazard(load);
    }
}

/* The day on the runner's calendar: by hours between runs, two mornings in a row could be one day,
 * and a morning after an evening a day of rest. */
static int64_t day_of(const ff_run *run) {
    int64_t local_s = ff_run_local_start_s(run);
    return local_s / DAY_S - (local_s % DAY_S < 0);
}

static void set_weeks(const ff_logged_run_list *runs, size_t newest, ff_load_now *load) {
    bool ran[7 * FF_LOAD_WEEKS] = {false};
    int64_t today = day_of(runs->items[newest].run);
    int64_t known_days = today - day_of(runs->items[0].run);
    for (size_t i = newest + 1; i-- > 0;) {
        const ff_run *run = runs->items[i].run;
        int64_t days = today - day_of(run);
        if (days >= 7 * FF_LOAD_WEEKS) {
            break;
        }
        days = days > 0 ? days : 0; /* before it in another time zone, where it was tomorrow */
        if (ff_is_run(run)) {
            ran[days] = true;
            load->week_m[days / 7] += run->figures.distance_m > 0 ? run->figures.distance_m : 0;
        }
    }
    for (int week = 0; week < FF_LOAD_WEEKS; week++) {
        load->week_m[week] = 7 * week <= known_days ? load->week_m[week] : NAN;
    }
    int64_t looked = known_days + 1 < 7 * FF_LOAD_WEEKS ? known_days + 1 : 7 * FF_LOAD_WEEKS;
    int64_t rest = 0;
    for (int64_t day = 0; day < looked; day++) {
        rest += !ran[day];
    }
    load->rest_days_a_week = looked >= 7 ? 7.0 * (double)rest / (double)looked : NAN;
    for (int week = 0; week + 1 < FF_LOAD_WEEKS && 7 * (week + 2) <= known_days + 1; week++) {
        if (load->week_m[week + 1] >= LEAST_WEEK_M) {
            double rise = load->week_m[week] / load->week_m[week + 1];
            load->greatest_rise = fmax(load->greatest_rise, rise); /* passes over NAN */
        }
    }
}

static void set_break(const ff_logged_run_list *runs, size_t newest, ff_load_now *load) {
    int64_t later_s = load->start_s;
    for (size_t i = newest; i-- > 0;) {
        if (!ff_is_run(runs->items[i].run)) {
            continue;
        }
        int64_t start_s = runs->items[i].run->start_s;
        double days = (double)(later_s - start_s) / (double)DAY_S;
        if (load->start_s - later_s > 365 * DAY_S) {
            break;
        }
        if (days >= LEAST_BREAK_DAYS && !(days <= load->break_days)) {
            load->break_days = days;
            load->back_since_s = later_s;
        }
        later_s = start_s;
    }
}

ff_load_now ff_load_now_of(const ff_logged_run_list *runs) {
    ff_load_now load = {.distance_m = NAN,
                        .longest_before_m = NAN,
                        .ratio = NAN,
                        .hazard = NAN,
                        .hazard_low = NAN,
                        .hazard_high = NAN,
                        .greatest_rise = NAN,
                        .rest_days_a_week = NAN,
                        .break_days = NAN};
    size_t newest = runs->count;
    while (newest-- > 0 && !ff_is_run(runs->items[newest].run)) {
    }
    if (newest >= runs->count) {
        return load;
    }
    const ff_run *run = runs->items[newest].run;
    load.run_id = run->id;
    load.start_s = run->start_s;
    load.distance_m = run->figures.distance_m;
    load.first_weeks = run->start_s - runs->items[0].run->start_s < FF_LOAD_WEEKS * 7 * DAY_S;
    set_spike(runs, newest, &load);
    set_weeks(runs, newest, &load);
    set_break(runs, newest, &load);
    return load;
}
