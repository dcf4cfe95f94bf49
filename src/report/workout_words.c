#include "report/workout_words.h"

#include "base/civil.h"
#include "base/number.h"

#include <math.h>

void ff_words_duration(ff_text *out, double duration_s) {
    long long seconds = llround(duration_s);
    if (seconds >= 60) {
        ff_text_addf(out, "%lld min", seconds / 60);
    }
    if (seconds % 60 != 0 || seconds < 60) {
        ff_text_addf(out, "%s%lld s", seconds >= 60 ? " " : "", seconds % 60);
    }
}

void ff_words_distance(ff_text *out, double distance_m) {
    char number[FF_NUMBER_SIZE];
    bool far = distance_m >= 1000;
    ff_number_format(ff_round_places(far ? distance_m / 1000 : distance_m, far ? 2 : 0), number);
    ff_text_addf(out, "%s %s", number, far ? "km" : "m");
}

static const char *effort_words(ff_effort effort) {
    switch (effort) {
    case FF_EFFORT_RUN:
        return "run";
    case FF_EFFORT_WALK:
        return "walk";
    case FF_EFFORT_WARM_UP:
        return "easy walk to warm up";
    case FF_EFFORT_COOL_DOWN:
        return "easy walk to cool down";
    }
    return "";
}

static void add_cadence(const ff_workout_step *step, ff_text *out) {
    ff_text_addf(out, " at %s", FF_FIXED(step->cadence_low_spm, 0));
    if (step->cadence_high_spm > step->cadence_low_spm) {
        ff_text_addf(out, " to %s", FF_FIXED(step->cadence_high_spm, 0));
    }
    ff_text_add(out, " steps a minute");
}

static void add_step(const ff_workout_step *step, ff_text *out) {
    if (!isnan(step->duration_s)) {
        ff_words_duration(out, step->duration_s);
    } else {
        ff_words_distance(out, step->distance_m);
    }
    ff_text_addf(out, " %s", effort_words(step->effort));
    if (!isnan(step->cadence_low_spm)) {
        add_cadence(step, out);
    }
    if (step->note != NULL && step->note[0] != '\0') {
        ff_text_addf(out, " (%s)", step->note);
    }
}

void ff_workout_lines(const ff_workout *workout, ff_text *out) {
    for (size_t i = 0; i < workout->count; i++) {
        const ff_workout_block *block = &workout->blocks[i];
        if (block->times > 1) {
            ff_text_addf(out, "%d times over:\n", block->times);
        }
        for (size_t k = 0; k < block->count; k++) {
            ff_text_add(out, block->times > 1 ? "  " : "");
            add_step(&block->steps[k], out);
            ff_text_add_char(out, '\n');
        }
    }
}

void ff_workout_sentence(const ff_workout *workout, ff_text *out) {
    for (size_t i = 0; i < workout->count; i++) {
        const ff_workout_block *block = &workout->blocks[i];
        ff_text_add(out, i > 0 ? "; " : "");
        if (block->times > 1) {
            ff_text_addf(out, "%d times over: ", block->times);
        }
        for (size_t k = 0; k < block->count; k++) {
            ff_text_add(out, k > 0 ? ", " : "");
            add_step(&block->steps[k], out);
        }
    }
}

const char *ff_words_plan_name(const ff_plan *plan) {
    return plan->name != NULL && plan->name[0] != '\0' ? plan->name : "Your plan";
}

const char *ff_words_day(int64_t day_s, ff_arena *arena) {
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    ff_civil c = ff_civil_of_seconds(day_s);
    return ff_arena_printf(arena, "%s %d %s", ff_civil_weekday_name(ff_civil_weekday(day_s)), c.day,
                           months[c.month - 1]);
}
