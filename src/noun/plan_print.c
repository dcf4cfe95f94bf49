#include "base/civil.h"
#include "base/number.h"

#include <footfall/plan.h>

#include <math.h>
#include <string.h>

const char *ff_weekday_name(int weekday) {
    static const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    return (unsigned)weekday < 7 ? names[weekday] : "";
}

int ff_weekday_of(int64_t day_s) {
    return ff_civil_weekday(day_s);
}

static void print_number(double x, ff_text *out) {
    char buffer[FF_NUMBER_SIZE];
    ff_number_format(x, buffer);
    ff_text_add(out, buffer);
}

static void print_time(double seconds, ff_text *out) {
    double minutes = seconds / 60;
    if (minutes == floor(minutes) && minutes > 0 && minutes * 60 == seconds) {
        print_number(minutes, out);
        ff_text_add(out, "min");
    } else if (seconds == floor(seconds) && seconds > 120) {
        ff_text_addf(out, "%d:%02dmin", (int)seconds / 60, (int)seconds % 60);
    } else {
        print_number(seconds, out);
        ff_text_add(out, "s");
    }
}

static void print_distance(double metres, ff_text *out) {
    double km = metres / 1000;
    bool as_km = metres >= 1000 && km * 1000 == metres;
    print_number(as_km ? km : metres, out);
    ff_text_add(out, as_km ? "km" : "m");
}

static void print_quoted(const char *words, ff_text *out) {
    ff_text_add_char(out, '"');
    for (const char *c = words; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\') {
            ff_text_add_char(out, '\\');
        }
        ff_text_add_char(out, *c);
    }
    ff_text_add_char(out, '"');
}

static void print_step(const ff_workout_step *step, bool in_full, ff_text *out) {
    static const char *const efforts[] = {"run", "walk", "warm-up", "cool-down"};
    if (!isnan(step->duration_s)) {
        print_time(step->duration_s, out);
    } else {
        print_distance(step->distance_m, out);
    }
    ff_text_addf(out, " %s", efforts[step->effort]);
    if (in_full && !isnan(step->cadence_low_spm)) {
        ff_text_add(out, " @");
        print_number(step->cadence_low_spm, out);
        ff_text_add_char(out, '-');
        print_number(step->cadence_high_spm, out);
    }
    if (in_full && step->note != NULL) {
        ff_text_add_char(out, ' ');
        print_quoted(step->note, out);
    }
}

static void print_block(const ff_workout_block *block, bool in_full, ff_text *out) {
    bool bare = block->times == 1 && block->count == 1;
    if (!bare) {
        ff_text_addf(out, "%dx(", block->times);
    }
    for (size_t s = 0; s < block->count; s++) {
        ff_text_add(out, s > 0 ? ", " : "");
        print_step(&block->steps[s], in_full, out);
    }
    if (!bare) {
        ff_text_add_char(out, ')');
    }
}

static void print_workout(const ff_workout *workout, bool in_full, ff_text *out) {
    for (size_t b = 0; b < workout->count; b++) {
        ff_text_add(out, b > 0 ? "; " : "");
        print_block(&workout->blocks[b], in_full, out);
    }
}

void ff_workout_print(const ff_workout *workout, ff_text *out) {
    print_workout(workout, true, out);
}

void ff_workout_print_short(const ff_workout *workout, ff_text *out) {
    print_workout(workout, false, out);
}

static bool named_by_itself(const ff_workout *workout, ff_text *scratch) {
    ff_text_clear(scratch);
    print_workout(workout, false, scratch);
    return workout->name == NULL || strcmp(scratch->data, workout->name) == 0;
}

static void print_run(const ff_planned_run *run, ff_text *scratch, ff_text *out) {
    char day[FF_ISO_SIZE];
    ff_iso_date(run->day_s, day);
    ff_text_addf(out, "%s %s: ", ff_weekday_name(ff_weekday_of(run->day_s)), day);
    print_workout(&run->workout, true, out);
    ff_text_add_char(out, '\n');
    if (!named_by_itself(&run->workout, scratch)) {
        ff_text_addf(out, "  name: %s\n", run->workout.name);
    }
    if (run->workout.note != NULL) {
        ff_text_addf(out, "  note: %s\n", run->workout.note);
    }
}

void ff_plan_print(const ff_plan *plan, ff_text *out) {
    ff_text scratch;
    ff_text_init(&scratch, out->allocator);
    if (plan->name != NULL) {
        ff_text_addf(out, "plan: %s\n", plan->name);
    }
    ff_text_addf(out, "time: %02d:%02d\n", plan->start_minute / 60, plan->start_minute % 60);
    for (size_t i = 0; i < plan->count; i++) {
        if (i == 0 || plan->runs[i].week != plan->runs[i - 1].week) {
            ff_text_addf(out, "\nweek %d\n", plan->runs[i].week);
        }
        print_run(&plan->runs[i], &scratch, out);
    }
    out->failed |= scratch.failed;
    ff_text_free(&scratch);
}
