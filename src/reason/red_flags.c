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

static bool is_among(const ff_flag *const *flags, size_t count, const ff_flag *flag) {
    for (size_t i = 0; i < count; i++) {
        if (flags[i] == flag) {
            return true;
        }
    }
    return false;
}

static ff_truth ticked(const ff_flag *flag, const ff_case *runner) {
    if (is_among(runner->ticked, runner->ticked_count, flag)) {
        return FF_TRUE;
    }
    bool unsure = is_among(runner->unsure, runner->unsure_count, flag);
    return runner->checklist_asked && !unsure ? FF_FALSE : FF_OPEN;
}

static bool says_one_of(const ff_finding_list *findings, const ff_fact *fact, uint64_t levels) {
    for (size_t i = 0; i < findings->count; i++) {
        const ff_finding *finding = &findings->items[i];
        int level = strcmp(finding->id, fact->id) == 0 && finding->state == FF_SAID
                        ? ff_fact_level(fact, finding->value)
                        : -1;
        if (level >= 0 && (levels >> level & 1)) {
            return true;
        }
    }
    return false;
}

/* Whether anybody said one of these levels. What the runs tell replaces what the runner said, or
 * gives way to it, but neither takes a sign of danger away. */
static bool anybody_said(const ff_case *runner, const ff_fact *fact, uint64_t levels) {
    return says_one_of(&runner->findings, fact, levels) ||
           says_one_of(&runner->also_findings, fact, levels);
}

static ff_truth answered(const ff_term *term, const ff_case *runner) {
    int level = ff_case_level(runner, term->fact);
    if (!term->negated && anybody_said(runner, term->fact, term->levels)) {
        return FF_TRUE;
    }
    if (level < 0) {
        return term->negated ? FF_TRUE : FF_OPEN;
    }
    return truth_of(term->negated && !(term->levels >> level & 1));
}

/* A line about what was tried never waits: what nobody tried has not failed. */
static ff_truth failed(const ff_term *term, const ff_case *runner) {
    size_t count = 0;
    for (size_t i = 0; i < runner->tried_count; i++) {
        count += runner->tried[i].outcome != FF_TRIED_HELPED;
    }
    return truth_of((double)count >= term->low);
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

/* What is marked on runs takes nothing away from what was drawn. */
static ff_sites heard_sites(const ff_case *runner) {
    return (ff_sites){runner->sites.left | runner->also_sites.left,
                      runner->sites.right | runner->also_sites.right};
}

/* "Always the same foot" beside a drawing of both is a contradiction: the graver of the two holds.
 * Sides that take turns are not both together. */
static ff_truth both_feet(const ff_term *term, const ff_case *runner) {
    int level = ff_case_level(runner, term->fact), both = ff_fact_level(term->fact, "both");
    ff_sites sites = heard_sites(runner);
    bool drawn_both = sites.left && sites.right;
    if (anybody_said(runner, term->fact, UINT64_C(1) << both)) {
        return FF_TRUE;
    }
    if (level < 0) {
        return drawn_both ? FF_TRUE : FF_OPEN;
    }
    return truth_of(level == ff_fact_level(term->fact, "one") && drawn_both);
}

static ff_truth drawn(const ff_term *term, const ff_case *runner) {
    ff_sites sites = heard_sites(runner);
    bool left = sites.left & term->regions, right = sites.right & term->regions;
    uint64_t ever = runner->ever_sites.left | runner->ever_sites.right;
    switch (term->sides) {
    case 1:
        return truth_of(left);
    case 2:
        return truth_of(right);
    case 3:
        return truth_of(left && right);
    default:
        return truth_of(left || right || (ever & term->regions) != 0);
    }
}

bool ff_finding_is_measured(const ff_finding *finding) {
    return finding->said_by && strcmp(finding->said_by, "runner") != 0;
}

/* What the runner said is kept beside what the runs tell, though the runs' word counts. */
static ff_truth told_by(const ff_term *term, const ff_case *runner, bool measured) {
    ff_truth truth = FF_OPEN;
    for (size_t i = 0; i < runner->findings.count; i++) {
        const ff_finding *finding = &runner->findings.items[i];
        int level = strcmp(finding->id, term->fact->id) == 0 && finding->state == FF_SAID
                        ? ff_fact_level(term->fact, finding->value)
                        : -1;
        if (level >= 0 && ff_finding_is_measured(finding) == measured) {
            truth = truth_of(term->levels >> level & 1); /* a later one replaces an earlier */
        }
    }
    return truth;
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
    case FF_TERM_FAILED:
        return failed(term, runner);
    case FF_TERM_SAID:
        return told_by(term, runner, false);
    case FF_TERM_MEASURED:
        return told_by(term, runner, true);
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

const ff_rule *ff_rule_that_holds(const ff_rule *rules, size_t count, const ff_case *runner) {
    for (size_t i = 0; i < count; i++) {
        if (rule_holds(&rules[i], runner)) {
            return &rules[i];
        }
    }
    return NULL;
}

static const ff_rule *first_that_holds(const ff_flag *flag, const ff_case *runner) {
    return ff_rule_that_holds(flag->rules, flag->rule_count, runner);
}

/* Places that are a sign on either side. */
static uint64_t regions_of(const ff_rule *rule) {
    uint64_t regions = 0;
    for (size_t i = 0; i < rule->term_count; i++) {
        const ff_term *term = &rule->terms[i];
        bool either = term->kind == FF_TERM_REGION && term->sides == 0;
        regions |= either ? term->regions : 0;
    }
    return regions;
}

static ff_flag_raised raise(ff_arena *arena, const ff_flag *flag, const ff_rule *rule,
                            const ff_case *runner) {
    ff_flag_raised raised = {.flag = flag, .rule = rule};
    uint64_t regions = regions_of(rule);
    if (((runner->ever_sites.left | runner->ever_sites.right) & regions) == 0) {
        return raised;
    }
    ff_marked_run *marked = ff_arena_take(arena, runner->marked_count, sizeof *marked);
    for (size_t i = 0; i < runner->marked_count && marked != NULL; i++) {
        const ff_sites *sites = &runner->marked[i].sites;
        if ((sites->left | sites->right) & regions) {
            marked[raised.marked_count++] = runner->marked[i];
        }
    }
    raised.marked = marked;
    return raised;
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
            raised[(*count)++] = raise(arena, &knowledge->flags[i], rule, runner);
        }
    }
    return raised;
}

static bool asks_for(const ff_rule *rule, const ff_fact *fact) {
    for (size_t i = 0; i < rule->term_count; i++) {
        if (rule->terms[i].fact == fact) {
            return true;
        }
    }
    return false;
}

/* Whether a line waits for this fact alone, with at least one thing said about the trouble (age is
 * not). A line of one term is the checklist's business, unless the checklist has no such flag: then
 * nobody else would ever ask, and an easy question is worth it; a home test is none. */
static bool waits_for(const ff_flag *flag, const ff_rule *rule, const ff_case *runner,
                      const ff_fact *fact) {
    if (!asks_for(rule, fact)) {
        return false; /* said first, because hardly a line does, and a term costs more to weigh */
    }
    bool easy = fact->tier == 1 && strcmp(fact->kind, "test") != 0;
    bool waiting = false, said = !*flag->ask && rule->term_count == 1 && easy;
    for (size_t i = 0; i < rule->term_count; i++) {
        const ff_term *term = &rule->terms[i];
        ff_truth truth = ff_term_truth(term, runner);
        if (truth == FF_FALSE || (truth == FF_OPEN && (waiting || term->fact != fact))) {
            return false;
        }
        waiting |= truth == FF_OPEN;
        bool known = !term->negated || ff_case_level(runner, term->fact) >= 0;
        said |=
            truth == FF_TRUE && known && term->kind != FF_TERM_UNKNOWN && term->kind != FF_TERM_AGE;
    }
    return waiting && said;
}

static uint64_t levels_of(const ff_term *term) {
    return term->kind == FF_TERM_BOTH_FEET ? UINT64_C(1) << ff_fact_level(term->fact, "both")
                                           : term->levels;
}

/* The most urgent flag above the level with a line that waits for this fact alone, and the answers
 * that the line waits for. */
static ff_flag_open find_open(const ff_knowledge *knowledge, const ff_case *runner,
                              const ff_fact *fact, ff_triage_level above) {
    for (size_t i = 0; i < knowledge->flag_count; i++) {
        const ff_flag *flag = &knowledge->flags[i];
        for (size_t r = 0; flag->level > above && r < flag->rule_count; r++) {
            const ff_rule *rule = &flag->rules[r];
            for (size_t t = 0; t < rule->term_count && waits_for(flag, rule, runner, fact); t++) {
                if (ff_term_truth(&rule->terms[t], runner) == FF_OPEN) {
                    return (ff_flag_open){flag, fact, levels_of(&rule->terms[t])};
                }
            }
        }
    }
    return (ff_flag_open){0};
}

ff_flag_open ff_red_flags_decided_by(const ff_knowledge *knowledge, const ff_case *runner,
                                     const ff_fact *fact, ff_triage_level above) {
    return find_open(knowledge, runner, fact, above);
}

/* --- not sure -------------------------------------------------------------------------------- */

static bool is_unsure(const ff_case *runner, const ff_fact *fact) {
    const ff_finding *finding = ff_case_finding(runner, fact->id);
    return finding && finding->state == FF_NOT_SURE;
}

/* Not sure of the flag's own line, or of the question that asks the same. */
static bool is_unsure_flag(const ff_knowledge *knowledge, const ff_case *runner,
                           const ff_flag *flag) {
    bool unsure = is_among(runner->unsure, runner->unsure_count, flag);
    for (size_t i = 0; !unsure && i < knowledge->fact_count; i++) {
        const ff_fact *fact = &knowledge->facts[i];
        unsure = fact->safety == flag && is_unsure(runner, fact);
    }
    return unsure && !first_that_holds(flag, runner);
}

ff_flag_open *ff_red_flags_open(ff_arena *arena, const ff_knowledge *knowledge,
                                const ff_case *runner, size_t *count) {
    *count = 0;
    ff_flag_open *open =
        ff_arena_take(arena, knowledge->flag_count + knowledge->fact_count, sizeof *open);
    if (!open) {
        return NULL;
    }
    for (size_t i = 0; i < knowledge->flag_count; i++) {
        const ff_flag *flag = &knowledge->flags[i];
        if (is_unsure_flag(knowledge, runner, flag)) {
            open[(*count)++] = (ff_flag_open){.flag = flag};
        }
    }
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const ff_fact *fact = &knowledge->facts[i];
        ff_flag_open one = {0};
        if (!fact->safety && is_unsure(runner, fact)) {
            one = find_open(knowledge, runner, fact, FF_WITHIN_DAYS);
        }
        if (one.flag && !first_that_holds(one.flag, runner)) {
            open[(*count)++] = one;
        }
    }
    return open;
}

ff_triage_level ff_red_flags_open_level(const ff_flag_open *open, size_t count) {
    ff_triage_level level = FF_SELF_CARE;
    for (size_t i = 0; i < count; i++) {
        ff_triage_level floor = open[i].fact                            ? FF_SELF_CARE
                                : open[i].flag->level >= FF_SAME_DAY    ? FF_WITHIN_DAYS
                                : open[i].flag->level == FF_WITHIN_DAYS ? FF_ROUTINE
                                                                        : FF_SELF_CARE;
        level = floor > level ? floor : level;
    }
    return level;
}
