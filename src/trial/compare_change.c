#include "trial/compare_change.h"

#include <string.h>

static const char caution_text[] =
    "These are all runs, in whatever order they came, so this is not proof: anything else that changed at "
    "the same time (weather, pace, distance, a shoe wearing in) may have done it. A trial takes turns in "
    "an order that keeps such things apart from it: 'trial start'.";

static bool holds(const ff_logged_run *logged, const char *change) {
    for (size_t i = 0; i < logged->change_count; i++) {
        if (strcmp(logged->changes[i], change) == 0) {
            return true;
        }
    }
    return false;
}

static bool in_shoe(const ff_logged_run *logged, const char *shoe) {
    return shoe == NULL || (logged->shoe != NULL && strcmp(logged->shoe, shoe) == 0);
}

/* The one shoe that all runs with the change were in; NULL when there were several, or when it was
 * not said of one. */
static const char *shoe_of_change(const ff_logged_run *runs, size_t count, const char *change) {
    const char *shoe = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!holds(&runs[i], change)) {
            continue;
        }
        if (runs[i].shoe == NULL || (shoe != NULL && strcmp(shoe, runs[i].shoe) != 0)) {
            return NULL;
        }
        shoe = runs[i].shoe;
    }
    return shoe;
}

static ff_code one_side(ff_arena *arena, const ff_logged_run *runs, size_t count, bool with,
                        const ff_change_comparison *asked, ff_kaplan_meier *side, ff_error *error) {
    ff_logged_run *chosen = ff_arena_take(arena, count, sizeof *chosen);
    if (chosen == NULL) {
        return ff_arena_check(arena, error);
    }
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        bool belongs = with ? holds(&runs[i], asked->change) : runs[i].change_count == 0;
        if (belongs && in_shoe(&runs[i], asked->shoe)) {
            chosen[used++] = runs[i];
        }
    }
    return ff_kaplan_meier_of_runs(arena, chosen, used, side, error);
}

ff_code ff_compare_change(ff_arena *arena, const ff_logged_run *runs, size_t count,
                          const char *change, const char *shoe, ff_change_comparison *result,
                          ff_error *error) {
    *result = (ff_change_comparison){.change = change, .shoe = shoe, .caution = caution_text};
    if (shoe == NULL) {
        result->shoe = shoe_of_change(runs, count, change);
    }
    ff_code code = one_side(arena, runs, count, true, result, &result->with, error);
    if (code == FF_OK) {
        code = one_side(arena, runs, count, false, result, &result->without, error);
    }
    if (code == FF_OK) {
        size_t with = result->with.runs, without = result->without.runs;
        size_t fewer = with < without ? with : without;
        result->state = fewer == 0                  ? FF_COMPARE_NONE
                        : fewer < FF_COMPARE_ENOUGH ? FF_COMPARE_FEW
                                                    : FF_COMPARE_ENOUGH_RUNS;
    }
    return code;
}
