#include "reason/red_flags.h"

#include <math.h>
#include <string.h>

const ff_finding *ff_case_finding(const ff_case *runner, const char *id) {
    for (size_t i = runner->findings.count; i-- > 0;) {
        if (strcmp(runner->findings.items[i].id, id) == 0) {
            return &runner->findings.items[i];
        }
    }
    return NULL;
}

int ff_case_level(const ff_case *runner, const ff_fact *fact) {
    const ff_finding *finding = ff_case_finding(runner, fact->id);
    return finding && finding->state == FF_SAID ? ff_fact_level(fact, finding->value) : -1;
}

static ff_truth truth_of(bool holds) {
    return holds ? FF_TRUE : FF_FALSE;
}

static ff_truth ticked(const ff_flag *flag, const ff_case *runner) {
    for (size_t i = 0; i < runner->ticked_count; i++) {
        if (runner->ticked[i] == flag) {
            return FF_TRUE;
        }
    }
    return runner->checklist_asked ? FF_FALSE : FF_OPEN;
}

static ff_truth answered(const ff_term *term, const ff_case *runner) {
    int level = ff_case_level(runner, term->fact);
    if (level < 0) {
        return term->negated ? FF_TRUE : FF_OPEN;
    }
    bool inside = term->levels >> level & 1;
    return truth_of(inside != term->negated);
}

/* By the number when it is known, else by the age band, which may straddle the limit. */
static ff_truth age_between(const ff_term *term, const ff_case *runner) {
    double age = runner->age_years;
    if (!isnan(age)) {
        return truth_of(term->low <= age && age < term->high);
    }
    int band = ff_case_level(runner, term->fact);
    if (band < 0) {
        return FF_OPEN;
    }
    const ff_level *level = &term->fact->levels[band];
    if (term->low <= level->low && level->high <= term->high) {
        return FF_TRUE;
    }
    return level->high <= term->low || term->high <= level->low ? FF_FALSE : FF_OPEN;
}

static ff_truth both_feet(const ff_term *term, const ff_case *runner) {
    int level = ff_case_level(runner, term->fact);
    if (level >= 0) {
        return truth_of(strcmp(term->fact->levels[level].id, "both") == 0);
    }
    return runner->sites.left && runner->sites.right ? FF_TRUE : FF_OPEN;
}

static ff_truth drawn(const ff_term *term, const ff_case *runner) {
    bool left = runner->sites.left & term->regions;
    bool right = runner->sites.right & term->regions;
    switch (term->sides) {
    case 1:
        return truth_of(left);
    case 2:
        return truth_of(right);
    case 3:
        return truth_of(left && right);
    default:
        return truth_of(left || right);
    }
}

ff_truth ff_term_truth(const ff_term *term, const ff_case *runner) {
    switch (term->kind) {
    case FF_TERM_TICKED:
        return ticked(term->flag, runner);
    case FF_TERM_FACT:
        return answered(term, runner);
    case FF_TERM_UNKNOWN:
        return truth_of(ff_case_level(runner, term->fact) < 0);
    case FF_TERM_AGE:
        return age_between(term, runner);
    case FF_TERM_BOTH_FEET:
        return both_feet(term, runner);
    case FF_TERM_REGION:
        return drawn(term, runner);
    }
    return FF_OPEN;
}

static bool rule_holds(const ff_rule *rule, const ff_case *runner) {
    for (size_t i = 0; i < rule->term_count; i++) {
        if (ff_term_truth(&rule->terms[i], runner) != FF_TRUE) {
            return false;
        }
    }
    return true;
}

static const ff_rule *first_that_holds(const ff_flag *flag, const ff_case *runner) {
    for (size_t i = 0; i < flag->rule_count; i++) {
        if (rule_holds(&flag->rules[i], runner)) {
            return &flag->rules[i];
        }
    }
    return NULL;
}

ff_flag_raised *ff_red_flags_raised(ff_arena *arena, const ff_knowledge *knowledge,
                                    const ff_case *runner, size_t *count) {
    *count = 0;
    ff_flag_raised *raised = ff_arena_take(arena, knowledge->flag_count, sizeof *raised);
    if (!raised) {
        return NULL;
    }
    for (size_t i = 0; i < knowledge->flag_count; i++) {
        const ff_rule *rule = first_that_holds(&knowledge->flags[i], runner);
        if (rule) {
            raised[(*count)++] = (ff_flag_raised){&knowledge->flags[i], rule};
        }
    }
    return raised;
}

/* Whether a line waits for this fact alone, with at least one thing said about the trouble (age is
 * not). */
static bool waits_for(const ff_rule *rule, const ff_case *runner, const ff_fact *fact) {
    bool waiting = false, said = false;
    for (size_t i = 0; i < rule->term_count; i++) {
        const ff_term *term = &rule->terms[i];
        ff_truth truth = ff_term_truth(term, runner);
        if (truth == FF_FALSE || (truth == FF_OPEN && (waiting || term->fact != fact))) {
            return false;
        }
        waiting |= truth == FF_OPEN;
        said |= truth == FF_TRUE && !term->negated && term->kind != FF_TERM_UNKNOWN &&
                term->kind != FF_TERM_AGE;
    }
    return waiting && said;
}

const ff_flag *ff_red_flags_decided_by(const ff_knowledge *knowledge, const ff_case *runner,
                                       const ff_fact *fact, ff_triage_level above) {
    for (size_t i = 0; i < knowledge->flag_count; i++) {
        const ff_flag *flag = &knowledge->flags[i];
        for (size_t r = 0; flag->level > above && r < flag->rule_count; r++) {
            if (waits_for(&flag->rules[r], runner, fact)) {
                return flag;
            }
        }
    }
    return NULL;
}
