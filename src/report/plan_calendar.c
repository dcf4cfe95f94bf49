#include "report/plan_calendar.h"

#include "report/workout_words.h"

#include "base/civil.h"

#include <footfall/plan.h>

#include <math.h>
#include <string.h>

#define DAY_S  INT64_C(86400)
#define WEEK_S (7 * DAY_S)

/* Getting ready and coming home are not in the plan. */
#define LEAST_DURATION_S 600

/* --- one run --- */

/* Of a single run its date; of one that comes again its weekday, so that what is left of a plan is
 * still the same event some weeks later. */
static const char *uid_of(ff_arena *arena, int64_t day_s, bool weekly, const char *key) {
    ff_civil c = ff_civil_of_seconds(day_s);
    return weekly ? ff_arena_printf(arena, "weekly-%s-%s@footfall",
                                    ff_weekday_name(ff_weekday_of(day_s)), key)
                  : ff_arena_printf(arena, "run-%04d%02d%02d-%s@footfall", c.year, c.month, c.day,
                                    key);
}

/* "Run: 6x (4 min run, 1 min walk)", or without a name what is done. */
static const char *summary_of(const ff_workout *workout, ff_arena *arena) {
    if (workout->name != NULL && workout->name[0] != '\0') {
        return ff_arena_printf(arena, "Run: %s", workout->name);
    }
    ff_text text;
    ff_text_init(&text, arena->allocator);
    ff_text_add(&text, "Run: ");
    ff_workout_sentence(workout, &text);
    return ff_arena_keep(arena, &text);
}

static bool has_distance(const ff_workout *workout) {
    for (size_t i = 0; i < workout->count; i++) {
        for (size_t k = 0; k < workout->blocks[i].count; k++) {
            if (isnan(workout->blocks[i].steps[k].duration_s)) {
                return true;
            }
        }
    }
    return false;
}

/* week 0: of several weeks. */
static const char *about_of(const ff_plan *plan, const ff_planned_run *run, int week,
                            double pace_min_km, ff_arena *arena) {
    ff_text text;
    ff_text_init(&text, arena->allocator);
    ff_workout_lines(&run->workout, &text);
    if (run->workout.note != NULL && run->workout.note[0] != '\0') {
        ff_text_addf(&text, "%s\n", run->workout.note);
    }
    if (has_distance(&run->workout)) {
        ff_text_add(&text,
                    isnan(pace_min_km)
                        ? "Kilometres are reckoned here at 7 minutes of running or 11 of walking.\n"
                        : "Kilometres are reckoned here at your own pace.\n");
    }
    if (week > 0) {
        ff_text_addf(&text, "Week %d of: ", week);
    }
    ff_text_add(&text, ff_words_plan_name(plan));
    return ff_arena_keep(arena, &text);
}

static ff_calendar_event event_of(const ff_plan *plan, const ff_planned_run *run, const char *key,
                                  double pace_min_km, int weeks, ff_arena *arena) {
    double pace = isnan(pace_min_km) ? FF_PLAN_CALENDAR_MIN_KM : pace_min_km;
    double takes_s = 60 * ff_workout_minutes(&run->workout, pace);
    return (ff_calendar_event){
        .uid = uid_of(arena, run->day_s, weeks > 1, key),
        .summary = summary_of(&run->workout, arena),
        .about = about_of(plan, run, weeks > 1 ? 0 : run->week, pace_min_km, arena),
        .start_s = run->day_s + (int64_t)plan->start_minute * 60,
        .duration_s = (int64_t)ceil(fmax(takes_s, LEAST_DURATION_S)),
        .weeks = weeks};
}

/* --- weeks that are alike --- */

static bool same_text(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool same_number(double a, double b) {
    return (isnan(a) && isnan(b)) || a == b;
}

static bool same_step(const ff_workout_step *a, const ff_workout_step *b) {
    return a->effort == b->effort && same_number(a->duration_s, b->duration_s) &&
           same_number(a->distance_m, b->distance_m) &&
           same_number(a->cadence_low_spm, b->cadence_low_spm) &&
           same_number(a->cadence_high_spm, b->cadence_high_spm) && same_text(a->note, b->note);
}

static bool same_block(const ff_workout_block *a, const ff_workout_block *b) {
    bool same = a->times == b->times && a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        same = same_step(&a->steps[i], &b->steps[i]);
    }
    return same;
}

static bool same_workout(const ff_workout *a, const ff_workout *b) {
    bool same = a->count == b->count && same_text(a->name, b->name) && same_text(a->note, b->note);
    for (size_t i = 0; same && i < a->count; i++) {
        same = same_block(&a->blocks[i], &b->blocks[i]);
    }
    return same;
}

/* How many weeks the plan has when all are the same on the same days; 0 when they are not. */
static int weeks_alike(const ff_plan *plan, size_t *a_week) {
    size_t n = 0;
    while (n < plan->count && plan->runs[n].day_s < plan->runs[0].day_s + WEEK_S) {
        n++;
    }
    *a_week = n;
    if (n == 0 || plan->count % n != 0 || plan->count == n ||
        plan->count / n > FF_CALENDAR_MOST_WEEKS) {
        return 0;
    }
    for (size_t i = n; i < plan->count; i++) {
        const ff_planned_run *before = &plan->runs[i - n], *run = &plan->runs[i];
        if (run->day_s != before->day_s + WEEK_S ||
            !same_workout(&run->workout, &before->workout)) {
            return 0;
        }
    }
    return (int)(plan->count / n);
}

void ff_plan_events(const ff_plan *plan, const char *key, double pace_min_km, ff_arena *arena,
                    ff_calendar_event **events, size_t *count) {
    size_t a_week;
    int weeks = weeks_alike(plan, &a_week);
    *count = weeks > 0 ? a_week : plan->count;
    *events = ff_arena_take(arena, *count > 0 ? *count : 1, sizeof **events);
    for (size_t i = 0; i < *count && *events != NULL; i++) {
        (*events)[i] =
            event_of(plan, &plan->runs[i], key, pace_min_km, weeks > 0 ? weeks : 1, arena);
    }
}
