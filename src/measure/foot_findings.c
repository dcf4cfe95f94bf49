#include "measure/foot_findings.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

#define ARCH_HIGH 0.21 /* R01 */
#define ARCH_LOW  0.26
#define THUMB_MM  12.0 /* as "tight_fit" asks */
#define PRESS_MM  6.0  /* a shoe so much narrower than the foot is tight */

/* 9 of 10 lie within 1.645 standard deviations; 4 of 5 on one side of 0.842. */
#define NINE_OF_TEN 1.645
#define CLEARLY     (0.842 / NINE_OF_TEN) /* of an error */

/* ---- the arch ---- */

static double below(double limit, double value, double sd) {
    return sd > 0 ? 0.5 * erfc((value - limit) / sd / sqrt(2)) : value < limit ? 1 : 0;
}

ff_arch ff_arch_of(double index, double error) {
    double sd = error / NINE_OF_TEN;
    ff_arch arch = {.p_high = below(ARCH_HIGH, index, sd), .p_low = 1 - below(ARCH_LOW, index, sd)};
    arch.p_mid = fmax(0, 1 - arch.p_high - arch.p_low);
    arch.level = arch.p_low > arch.p_mid && arch.p_low > arch.p_high ? "low"
                 : arch.p_high > arch.p_mid                          ? "high"
                                                                     : "mid";
    return arch;
}

static double chance_of(const ff_arch *arch) {
    return strcmp(arch->level, "low") == 0   ? arch->p_low
           : strcmp(arch->level, "mid") == 0 ? arch->p_mid
                                             : arch->p_high;
}

static ff_finding finding(const char *id, const char *value, const char *from, int64_t at_s) {
    return (ff_finding){.id = id,
                        .state = value != NULL ? FF_SAID : FF_NOT_ASKED,
                        .value = value,
                        .said_by = "measurement",
                        .from = from,
                        .said_at_s = at_s};
}

static const ff_foot_figure *figure_of(const ff_foot_facts *facts, int side, ff_foot_kind kind) {
    return facts->counts[side][kind];
}

/* Both prints must say the same, each clearly. */
static ff_finding foot_shape(ff_arena *arena, const ff_foot_facts *facts) {
    const char *level = NULL, *from = "";
    int64_t at_s = 0;
    bool clear = true;
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        const ff_foot_figure *f = figure_of(facts, side, FF_FOOT_ARCH_INDEX);
        if (f == NULL) {
            continue;
        }
        ff_arch arch = ff_arch_of(f->value, f->error);
        clear =
            clear && chance_of(&arch) >= 0.8 && (level == NULL || strcmp(level, arch.level) == 0);
        level = arch.level;
        at_s = f->said_at_s > at_s ? f->said_at_s : at_s;
        from = ff_arena_printf(arena, "%s%sarch index of the %s foot %s", from != NULL ? from : "",
                               from != NULL && from[0] != '\0' ? ", " : "",
                               ff_side_word((ff_side)side), FF_FIXED(f->value, 2));
    }
    return finding("foot_shape", clear ? level : NULL, from, at_s);
}

/* ---- home tests ---- */

/* The measure of the test that was read last, and its figures; NULL: none was. */
static const ff_test_measure *read_last(const ff_foot_facts *facts, const ff_home_test *test,
                                        const ff_foot_figure *sides[2]) {
    const ff_test_measure *last = NULL;
    int64_t newest = 0;
    for (size_t m = 0; m < test->measure_count; m++) {
        int kind = ff_home_test_figure_kind(test, &test->measures[m]);
        for (int side = FF_LEFT; kind >= 0 && side <= FF_RIGHT; side++) {
            const ff_foot_figure *f = figure_of(facts, side, (ff_foot_kind)kind);
            if (f != NULL && (last == NULL || f->id > newest)) {
                newest = f->id;
                last = &test->measures[m];
                sides[FF_LEFT] = figure_of(facts, FF_LEFT, (ff_foot_kind)kind);
                sides[FF_RIGHT] = figure_of(facts, FF_RIGHT, (ff_foot_kind)kind);
            }
        }
    }
    return last;
}

static const char *readings(ff_arena *arena, const ff_home_test *test,
                            const ff_foot_figure *const sides[2]) {
    const char *words = NULL;
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        const ff_foot_figure *f = sides[side];
        if (f != NULL) {
            words = ff_arena_printf(arena, "%s%s%s %s %s", words != NULL ? words : test->name,
                                    words != NULL ? ", " : ": ", ff_side_word((ff_side)side),
                                    FF_FIXED(f->value, ff_foot_kind_places(f->kind)),
                                    ff_foot_kind_unit(f->kind));
        }
    }
    return words != NULL ? words : "";
}

ff_finding ff_foot_finding_of_test(ff_arena *arena, const ff_foot_facts *facts,
                                   const ff_home_test *test) {
    const ff_foot_figure *sides[2] = {NULL};
    const ff_test_measure *measure = read_last(facts, test, sides);
    if (measure == NULL) {
        return finding(test->fact->id, NULL, "", 0);
    }
    ff_test_result result =
        ff_home_test_judge_figures(test, measure, sides[FF_LEFT], sides[FF_RIGHT]);
    int64_t at_s = 0;
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        at_s = sides[side] != NULL && sides[side]->said_at_s > at_s ? sides[side]->said_at_s : at_s;
    }
    ff_finding said =
        finding(test->fact->id, result.level >= 0 ? test->fact->levels[result.level].id : NULL,
                readings(arena, test, sides), at_s);
    if (result.level < 0 && result.whole) {
        said.state = FF_NOT_SURE;
    }
    return said;
}

/* ---- room ---- */

typedef struct {
    bool tight, roomy; /* clearly */
    bool length, ball; /* known of that foot */
} room;

static room room_of(const ff_fit_answer *fit, int side) {
    room r = {.roomy = true};
    for (int level = 0; level < FF_FIT_LEVEL_COUNT; level++) {
        const ff_fit_verdict *v = &fit->verdicts[side][level];
        double least = level == FF_FIT_LENGTH ? THUMB_MM : -PRESS_MM;
        if (v->band == FF_FIT_UNKNOWN) {
            continue;
        }
        r.tight |= v->room_mm + CLEARLY * v->error_mm < least;
        r.roomy &= v->room_mm - CLEARLY * v->error_mm >= least;
        r.length |= level == FF_FIT_LENGTH;
        r.ball |= level == FF_FIT_BALL;
    }
    r.roomy &= r.length && r.ball;
    return r;
}

/* One foot that has no room is enough; that there is room, both must say, where both are known. */
static ff_finding tight_fit(ff_arena *arena, const ff_foot_facts *facts) {
    if (facts->fit == NULL) {
        return finding("tight_fit", NULL, "", 0);
    }
    bool tight = false, roomy = true, any = false;
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        if (facts->fit->known[side]) {
            room r = room_of(facts->fit, side);
            tight |= r.tight;
            roomy &= r.roomy;
            any = true;
        }
    }
    return finding(
        "tight_fit",
        !any    ? NULL
        : tight ? "yes"
        : roomy ? "no"
                : NULL,
        ff_arena_printf(arena, "your feet against the inside of %s, both measured", facts->shoe),
        facts->fit_at_s);
}

ff_code ff_foot_findings_of(ff_arena *arena, const ff_foot_facts *facts, ff_finding_list *findings,
                            ff_error *error) {
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    *findings = (ff_finding_list){
        ff_arena_take(arena, 2 + knowledge->home_test_count, sizeof *findings->items), 0};
    if (findings->items == NULL) {
        return ff_arena_check(arena, error);
    }
    findings->items[findings->count++] = foot_shape(arena, facts);
    findings->items[findings->count++] = tight_fit(arena, facts);
    for (size_t i = 0; i < knowledge->home_test_count; i++) {
        const ff_home_test *test = &knowledge->home_tests[i];
        bool read =
            test->measure_count > 0 && ff_home_test_figure_kind(test, &test->measures[0]) >= 0;
        if (read) {
            findings->items[findings->count++] = ff_foot_finding_of_test(arena, facts, test);
        }
    }
    return ff_arena_check(arena, error);
}
