#include "measure/foot_findings.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

#define ARCH_HIGH 0.21 /* R01 */
#define ARCH_LOW  0.26
#define DROP_MM   10.0 /* as "t_navdrop" asks */
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

static ff_finding navicular_drop(ff_arena *arena, const ff_foot_facts *facts) {
    const ff_foot_figure *most = NULL;
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        const ff_foot_figure *f = figure_of(facts, side, FF_FOOT_NAVICULAR_DROP);
        most = f != NULL && (most == NULL || f->value > most->value) ? f : most;
    }
    if (most == NULL) {
        return finding("t_navdrop", NULL, "", 0);
    }
    double off = CLEARLY * most->error;
    const char *value = most->value - off > DROP_MM    ? "yes"
                        : most->value + off <= DROP_MM ? "no"
                                                       : NULL;
    return finding("t_navdrop", value,
                   ff_arena_printf(arena, "navicular drop of %s mm", FF_FIXED(most->value, 1)),
                   most->said_at_s);
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
    *findings =
        (ff_finding_list){ff_arena_take(arena, FF_FOOT_FINDINGS, sizeof *findings->items), 0};
    if (findings->items == NULL) {
        return ff_arena_check(arena, error);
    }
    findings->items[findings->count++] = foot_shape(arena, facts);
    findings->items[findings->count++] = tight_fit(arena, facts);
    findings->items[findings->count++] = navicular_drop(arena, facts);
    return ff_arena_check(arena, error);
}
