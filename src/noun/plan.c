#include <footfall/plan.h>

#include <math.h>
#include <string.h>

static const struct {
    const char *name, *words;
} kinds[FF_PLAN_KIND_COUNT] = {{"beginner", "From walking to running"},
                               {"return", "Return after numbness"},
                               {"build", "Longer runs, step by step"},
                               {"ratio", "Longer runs with walk breaks by your pace"},
                               {"after_break", "Back to running after a break"},
                               {"after_bone", "Back to running after a bone injury"},
                               {"own", "Your own plan"}};

const char *ff_plan_kind_name(ff_plan_kind kind) {
    return (unsigned)kind < FF_PLAN_KIND_COUNT ? kinds[kind].name : "own";
}

const char *ff_plan_kind_words(ff_plan_kind kind) {
    return (unsigned)kind < FF_PLAN_KIND_COUNT ? kinds[kind].words : "Your own plan";
}

int ff_plan_kind_of_name(const char *name) {
    for (int kind = 0; kind < FF_PLAN_KIND_COUNT; kind++) {
        if (strcmp(kinds[kind].name, name) == 0) {
            return kind;
        }
    }
    return -1;
}

#define RULE_NAME(id, name, words)  name,
#define RULE_WORDS(id, name, words) words,
static const char *const rule_names[] = {FF_PLAN_RULE_LIST(RULE_NAME)};
static const char *const rule_words[] = {FF_PLAN_RULE_LIST(RULE_WORDS)};
#undef RULE_NAME
#undef RULE_WORDS

const char *ff_plan_rule_name(ff_plan_rule rule) {
    return (unsigned)rule < FF_PLAN_RULE_COUNT ? rule_names[rule] : "unknown";
}

const char *ff_plan_rule_words(ff_plan_rule rule) {
    return (unsigned)rule < FF_PLAN_RULE_COUNT ? rule_words[rule] : "";
}

const char *ff_plan_state_name(ff_plan_state state) {
    static const char *const names[] = {"to_come", "done", "short", "longer", "numb", "missed"};
    return (unsigned)state < sizeof names / sizeof *names ? names[state] : "unknown";
}

static double step_minutes(const ff_workout_step *step, double pace_min_km) {
    return !isnan(step->duration_s) ? step->duration_s / 60 : step->distance_m / 1000 * pace_min_km;
}

double ff_workout_minutes(const ff_workout *workout, double pace_min_km) {
    double sum = 0;
    for (size_t b = 0; b < workout->count; b++) {
        const ff_workout_block *block = &workout->blocks[b];
        for (size_t s = 0; s < block->count; s++) {
            sum += block->times * step_minutes(&block->steps[s], pace_min_km);
        }
    }
    return sum;
}

double ff_workout_running_min(const ff_workout *workout, double pace_min_km) {
    double sum = 0;
    for (size_t b = 0; b < workout->count; b++) {
        const ff_workout_block *block = &workout->blocks[b];
        for (size_t s = 0; s < block->count; s++) {
            if (block->steps[s].effort == FF_EFFORT_RUN) {
                sum += block->times * step_minutes(&block->steps[s], pace_min_km);
            }
        }
    }
    return sum;
}

/* Runs that follow one another are one, also from the end of a round to the start of the next. */
double ff_workout_longest_bout_min(const ff_workout *workout, double pace_min_km) {
    double longest = 0, going = 0;
    for (size_t b = 0; b < workout->count; b++) {
        const ff_workout_block *block = &workout->blocks[b];
        for (int round = 0; round < block->times; round++) {
            for (size_t s = 0; s < block->count; s++) {
                bool runs = block->steps[s].effort == FF_EFFORT_RUN;
                going = runs ? going + step_minutes(&block->steps[s], pace_min_km) : 0;
                longest = !(going <= longest) ? going : longest;
            }
        }
    }
    return longest;
}
