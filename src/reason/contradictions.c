#include "reason/contradictions.h"

#include "reason/red_flags.h"

#include <footfall/interview.h>

#include <string.h>

/* Under which name the answer behind a term is given; NULL for a term that only says what is not
 * known. */
static const char *answer_behind(const ff_term *term) {
    switch (term->kind) {
    case FF_TERM_TICKED:
        return term->flag->id;
    case FF_TERM_FACT:
        return term->negated ? NULL : term->fact->id;
    case FF_TERM_SAID:
    case FF_TERM_BOTH_FEET:
        return term->fact->id;
    case FF_TERM_MEASURED:
        return "runs";
    case FF_TERM_AGE:
        return FF_ANSWER_AGE;
    case FF_TERM_REGION:
        return FF_ANSWER_SITES;
    case FF_TERM_UNKNOWN:
    case FF_TERM_FAILED:
        break;
    }
    return NULL;
}

static bool is_listed(const char *const *ids, size_t count, const char *id) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(ids[i], id) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether the contradiction leaves this one answer out of the causes. */
static bool leaves_out(const ff_contradiction_found *found, const ff_term *term,
                       const ff_finding *finding) {
    const ff_contradiction *c = found->contradiction;
    bool measured = ff_finding_is_measured(finding);
    bool meant = (term->kind == FF_TERM_FACT && !term->negated) ||
                 (term->kind == FF_TERM_SAID && !measured) ||
                 (term->kind == FF_TERM_MEASURED && measured);
    bool counts = (c->counts == FF_COUNTS_RUNS && measured) ||
                  (c->counts == FF_COUNTS_FACT && c->fact == term->fact);
    return meant && !counts && strcmp(term->fact->id, finding->id) == 0;
}

static bool is_left_out(const ff_contradiction_found *found, const ff_finding *finding) {
    for (size_t i = 0; i < found->rule->term_count; i++) {
        if (leaves_out(found, &found->rule->terms[i], finding)) {
            return true;
        }
    }
    return false;
}

static bool drawing_is_left_out(const ff_contradiction_found *found) {
    bool drawn = false;
    for (size_t i = 0; i < found->rule->term_count; i++) {
        drawn |= found->rule->terms[i].kind == FF_TERM_REGION;
    }
    return drawn && found->contradiction->counts != FF_COUNTS_SITES;
}

static void list_ids(ff_arena *arena, const ff_case *runner, ff_contradiction_found *found) {
    const ff_rule *rule = found->rule;
    found->between = ff_arena_take(arena, rule->term_count, sizeof *found->between);
    found->left_out = ff_arena_take(arena, rule->term_count + 1, sizeof *found->left_out);
    if (!found->between || !found->left_out) {
        return;
    }
    for (size_t i = 0; i < rule->term_count; i++) {
        const char *id = answer_behind(&rule->terms[i]);
        if (id && !is_listed(found->between, found->between_count, id)) {
            found->between[found->between_count++] = id;
        }
    }
    for (size_t i = 0; i < runner->findings.count; i++) {
        const ff_finding *finding = &runner->findings.items[i];
        if (is_left_out(found, finding) &&
            !is_listed(found->left_out, found->left_out_count, finding->id)) {
            found->left_out[found->left_out_count++] = finding->id;
        }
    }
    if (drawing_is_left_out(found)) {
        found->left_out[found->left_out_count++] = FF_ANSWER_SITES;
    }
}

ff_contradiction_found *ff_contradictions_find(ff_arena *arena, const ff_knowledge *knowledge,
                                               const ff_case *runner, size_t *count) {
    *count = 0;
    ff_contradiction_found *found =
        ff_arena_take(arena, knowledge->contradiction_count, sizeof *found);
    for (size_t i = 0; found && i < knowledge->contradiction_count; i++) {
        const ff_contradiction *c = &knowledge->contradictions[i];
        const ff_rule *rule = ff_rule_that_holds(c->rules, c->rule_count, runner);
        if (rule) {
            found[*count] = (ff_contradiction_found){.contradiction = c, .rule = rule};
            list_ids(arena, runner, &found[(*count)++]);
        }
    }
    return found;
}

bool ff_contradictions_leave_out(ff_arena *arena, const ff_case *runner,
                                 const ff_contradiction_found *found, size_t count,
                                 ff_case *weighed) {
    *weighed = *runner;
    size_t all = runner->findings.count;
    ff_finding *kept = count > 0 ? ff_arena_take(arena, all, sizeof *kept) : NULL;
    if (!kept) {
        return false;
    }
    weighed->findings = (ff_finding_list){.items = kept};
    for (size_t i = 0; i < all; i++) {
        bool out = false;
        for (size_t c = 0; c < count && !out; c++) {
            out = is_left_out(&found[c], &runner->findings.items[i]);
        }
        if (!out) {
            kept[weighed->findings.count++] = runner->findings.items[i];
        }
    }
    for (size_t c = 0; c < count; c++) {
        weighed->sites = drawing_is_left_out(&found[c]) ? (ff_sites){0} : weighed->sites;
    }
    return weighed->findings.count < all || weighed->sites.left != runner->sites.left ||
           weighed->sites.right != runner->sites.right;
}
