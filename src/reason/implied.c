#include "reason/implied.h"

#include "reason/red_flags.h"

#include <math.h>

static void imply(ff_case *known, const ff_fact *fact, int level, const char *from) {
    const ff_finding *finding = ff_case_finding(known, fact->id);
    if (level >= 0 && (!finding || finding->state == FF_NOT_ASKED)) {
        known->findings.items[known->findings.count++] =
            (ff_finding){.id = fact->id,
                         .state = FF_SAID,
                         .value = fact->levels[level].id,
                         .said_by = "footfall",
                         .from = from};
    }
}

static void imply_age(const ff_knowledge *knowledge, ff_case *known) {
    const ff_fact *age = ff_knowledge_fact(knowledge, "age");
    if (age && !isnan(known->age_years)) {
        imply(known, age, ff_fact_level_of_number(age, known->age_years), "the age given");
    }
}

/* Both feet marked on different runs may have been numb in turns. */
static void imply_side(const ff_knowledge *knowledge, ff_case *known) {
    const ff_fact *side = ff_knowledge_fact(knowledge, "side");
    bool left = known->sites.left != 0, right = known->sites.right != 0;
    bool in_turns = left && right && known->sites_gathered;
    if (side && (left || right) && !in_turns) {
        imply(known, side, ff_fact_level(side, left && right ? "both" : "one"), "the drawing");
    }
}

static bool is_ticked(const ff_case *runner, const ff_flag *flag) {
    for (size_t i = 0; i < runner->ticked_count; i++) {
        if (runner->ticked[i] == flag) {
            return true;
        }
    }
    return false;
}

static void imply_ticked(const ff_fact *fact, ff_case *known) {
    for (size_t i = 0; i < fact->ticked_by_count; i++) {
        if (is_ticked(known, fact->ticked_by[i])) {
            imply(known, fact, ff_fact_level(fact, "yes"), "the safety checklist");
        }
    }
}

ff_code ff_implied_case(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *said,
                        ff_case *known, ff_error *error) {
    size_t count = said->findings.count;
    *known = *said;
    known->findings.items =
        ff_arena_grow(arena, said->findings.items, count, count + knowledge->fact_count,
                      sizeof(ff_finding)); /* each finding is implied once at most */
    if (!known->findings.items) {
        return ff_arena_check(arena, error);
    }
    imply_age(knowledge, known);
    imply_side(knowledge, known);
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        imply_ticked(&knowledge->facts[i], known);
    }
    return FF_OK;
}
