#include "report/pattern_words.h"

#include "base/number.h"
#include "base/unit.h"

#include <math.h>
#include <string.h>

const char *ff_pattern_name(const ff_pattern *pattern, ff_arena *arena) {
    return pattern->which == NULL ? pattern->name
                                  : ff_arena_printf(arena, "%s %s", pattern->name, pattern->which);
}

/* More speed is fewer minutes a kilometre. */
static const char *pace_side(const ff_pattern *p, bool more, ff_arena *arena) {
    char pace[FF_UNIT_SIZE];
    ff_unit_format_duration(1000 / p->cut, pace);
    return ff_arena_printf(arena, "%s than %s min/km", more ? "faster" : "slower", pace);
}

static const char *bound(const ff_pattern *p, bool more, ff_arena *arena) {
    const char *side = more ? "over" : "up to";
    if (strcmp(p->unit, "m/s") == 0) {
        return pace_side(p, more, arena);
    }
    if (strcmp(p->unit, "times") == 0) {
        return ff_arena_printf(arena, "%s %s %% of it", side, FF_FIXED(100 * p->cut, 0));
    }
    if (strcmp(p->unit, "degC") == 0) {
        return ff_arena_printf(arena, "%s %s degrees C", side, FF_FIXED(p->cut, 0));
    }
    bool small = strcmp(p->unit, "days") == 0;
    return ff_arena_printf(arena, "%s %s %s", side, FF_FIXED(p->cut, small ? 1 : 0), p->unit);
}

/* What is told against the usual at a speed has no bound that says something by itself. */
static bool is_relative(const ff_pattern *p) {
    return strcmp(p->unit, "steps/min") == 0 || strcmp(p->unit, "ms") == 0;
}

const char *ff_pattern_side(const ff_pattern *pattern, bool more, ff_arena *arena) {
    const char *words = more ? pattern->more : pattern->less;
    if (pattern->which != NULL) {
        return more ? ff_arena_printf(arena, "runs with %s", pattern->which)
                    : ff_arena_printf(arena, "runs without %s", pattern->which);
    }
    return isnan(pattern->cut) || is_relative(pattern)
               ? words
               : ff_arena_printf(arena, "%s (%s)", words, bound(pattern, more, arena));
}

const char *ff_pattern_counts(const ff_pattern *p, double by_min, ff_arena *arena) {
    return ff_arena_printf(arena, "numb by %s min in %zu of %zu %s, in %zu of %zu %s",
                           FF_FIXED(by_min, 0), p->more_numb, p->more_numb + p->more_quiet,
                           ff_pattern_side(p, true, arena), p->less_numb,
                           p->less_numb + p->less_quiet, ff_pattern_side(p, false, arena));
}

const char *ff_chance_words(double p, ff_arena *arena) {
    if (p >= 0.5) {
        return "1 in 2 or more";
    }
    double in = 1 / p;
    double step = in >= 1000 ? 1000 : in >= 100 ? 100 : in >= 20 ? 10 : 1;
    return in >= 10000 ? "less than 1 in 10000"
                       : ff_arena_printf(arena, "1 in %s", FF_FIXED(floor(in / step) * step, 0));
}

const char *ff_pattern_why_not(ff_pattern_state state) {
    switch (state) {
    case FF_PATTERN_NOT_RECORDED:
        return "not known of enough runs";
    case FF_PATTERN_TOO_FEW:
        return "too few runs that were numb by then, or that were not (4 of each are needed)";
    case FF_PATTERN_ALIKE:
        return "the same on nearly all of the runs that can be compared";
    case FF_PATTERN_UNCLEAR:
        return "no clear difference so far, and none ruled out";
    case FF_PATTERN_ABSENT:
    case FF_PATTERN_GOES_WITH:
        break;
    }
    return NULL;
}
