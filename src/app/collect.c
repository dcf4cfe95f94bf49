#include "app/collect.h"

#include "app/runs_evidence.h"
#include "app/runs_say.h"
#include "app/shoes.h"
#include "app/sites.h"
#include "base/number.h"
#include "measure/foot_findings.h"
#include "measure/load_spike.h"
#include "trial/compare_change.h"

#include <math.h>
#include <string.h>

#define YEAR_S 31556952 /* 365.2425 days */

/* The age now, from what was said then. */
static void take_age(const ff_app *app, const ff_finding *answer, ff_case *runner) {
    double years;
    if (answer->state == FF_SAID && ff_number_parse(answer->value, &years)) {
        int64_t since_s = ff_context_now(app->context) - answer->said_at_s;
        int64_t birthdays = since_s > 0 ? since_s / YEAR_S : 0;
        runner->age_years = years + (double)birthdays;
    }
}

/* The items that somebody must have answered before the checklist counts as gone through: those
 * that call for a doctor. */
static bool is_required(const ff_flag *flag) {
    return flag->ask[0] != '\0' && flag->level >= FF_WITHIN_DAYS;
}

static size_t checklist_length(void) {
    size_t count = 0;
    for (size_t i = 0; i < ff_knowledge_built_in.flag_count; i++) {
        count += is_required(&ff_knowledge_built_in.flags[i]);
    }
    return count;
}

bool ff_flag_answered(const ff_app *app, const ff_finding *answer) {
    int64_t age_s = ff_context_now(app->context) - answer->said_at_s;
    return answer->state != FF_NOT_ASKED && age_s <= FF_COLLECT_FRESH_DAYS * INT64_C(86400);
}

/* What the answers are sorted into. */
typedef struct {
    ff_collected *to;
    const ff_flag **ticked, **unsure;
    size_t flags_answered, flags_fresh;
    int64_t oldest_s; /* when the oldest answer of the checklist was given */
} sorting;

static void sort_flag(const ff_app *app, sorting *s, const ff_flag *flag,
                      const ff_finding *answer) {
    if (is_required(flag) && answer->state != FF_NOT_ASKED) {
        s->flags_answered++;
        s->flags_fresh += ff_flag_answered(app, answer);
        s->oldest_s = answer->said_at_s < s->oldest_s ? answer->said_at_s : s->oldest_s;
    }
    if (answer->state == FF_NOT_SURE) {
        s->unsure[s->to->runner.unsure_count++] = flag;
    } else if (answer->state == FF_SAID && strcmp(answer->value, "yes") == 0) {
        s->ticked[s->to->runner.ticked_count++] = flag;
    }
}

static void sort_answer(const ff_app *app, sorting *s, const ff_finding *answer) {
    ff_case *runner = &s->to->runner;
    const ff_flag *flag = ff_knowledge_flag(&ff_knowledge_built_in, answer->id);
    const ff_fact *fact = ff_knowledge_fact(&ff_knowledge_built_in, answer->id);
    if (strcmp(answer->id, FF_ANSWER_AGE) == 0) {
        take_age(app, answer, runner);
    } else if (strcmp(answer->id, FF_ANSWER_HEIGHT) == 0) {
        if (answer->state != FF_SAID || !ff_number_parse(answer->value, &s->to->height_cm)) {
            s->to->height_cm = NAN;
        }
    } else if (strcmp(answer->id, FF_ANSWER_SITES) == 0) {
        s->to->sites_instead = answer->from != NULL && strcmp(answer->from, FF_FROM_OVERRIDE) == 0;
        if (answer->state == FF_SAID &&
            ff_sites_parse(answer->value, &runner->sites, NULL) != FF_OK) {
            runner->sites = (ff_sites){0};
        }
    } else if (flag != NULL) {
        sort_flag(app, s, flag, answer);
    } else if (fact != NULL &&
               (answer->state != FF_SAID || ff_fact_level(fact, answer->value) >= 0)) {
        runner->findings.items[runner->findings.count++] = *answer;
    }
}

static ff_code collect_answers(ff_app *app, ff_arena *arena, ff_collected *collected,
                               ff_error *error) {
    ff_finding_list answers;
    ff_code code = ff_journal_answers(app->journal, arena, &answers, error);
    if (code != FF_OK) {
        return code;
    }
    ff_case *runner = &collected->runner;
    size_t room = answers.count + ff_knowledge_built_in.fact_count; /* measured ones come too */
    runner->findings.items = ff_arena_take(arena, room, sizeof *runner->findings.items);
    runner->also_findings.items =
        ff_arena_take(arena, ff_knowledge_built_in.fact_count, sizeof *runner->also_findings.items);
    int64_t now_s = ff_context_now(app->context);
    sorting s = {.to = collected,
                 .ticked = ff_arena_take(arena, answers.count, sizeof *s.ticked),
                 .unsure = ff_arena_take(arena, answers.count, sizeof *s.unsure),
                 .oldest_s = now_s};
    code = ff_arena_check(arena, error);
    for (size_t i = 0; i < answers.count && code == FF_OK; i++) {
        sort_answer(app, &s, &answers.items[i]);
    }
    runner->ticked = s.ticked;
    runner->unsure = s.unsure;
    if (s.flags_answered >= checklist_length()) {
        runner->checklist_days = floor((double)(now_s - s.oldest_s) / 86400);
        runner->checklist_asked = s.flags_fresh >= checklist_length();
    }
    return code;
}

/* When what was measured counts beside an answer to the same question. */
typedef enum {
    IF_UNANSWERED, /* "not sure" is an answer too: a red flag may wait for it */
    IF_UNSAID,
    ALWAYS
} weight;

static bool gives_way(const ff_finding_list *answers, const char *id, weight how) {
    for (size_t i = 0; i < answers->count; i++) {
        ff_answer_state state = answers->items[i].state;
        bool stands = state == FF_SAID || (state == FF_NOT_SURE && how == IF_UNANSWERED);
        if (stands && how != ALWAYS && strcmp(answers->items[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

/* The runner's answer that counts although the runs tell otherwise; NULL: there is none. */
static const ff_finding *override_of(const ff_case *runner, const char *id) {
    for (size_t i = 0; i < runner->findings.count; i++) {
        const ff_finding *answer = &runner->findings.items[i];
        if (strcmp(answer->id, id) == 0 && answer->from != NULL &&
            strcmp(answer->from, FF_FROM_OVERRIDE) == 0) {
            return answer;
        }
    }
    return NULL;
}

/* A later finding of the same id replaces an earlier one. What the runs cannot tell leaves the
 * answer as it is, but for what they looked at and found unclear; few episodes do not overrule what
 * the runner said; and what he said in spite of them stands. Red flags hear all of it. */
static void add_measured(ff_case *runner, ff_finding_list *measured, weight how) {
    for (size_t i = 0; i < measured->count; i++) {
        ff_finding *finding = &measured->items[i];
        const ff_finding *instead = override_of(runner, finding->id);
        if (finding->state == FF_NOT_ASKED) {
            continue;
        }
        bool counts = instead == NULL && !gives_way(&runner->findings, finding->id, how);
        ff_finding_list *to = counts ? &runner->findings : &runner->also_findings;
        to->items[to->count++] = *finding;
        *finding = instead != NULL ? *instead : *finding;
    }
}

/* Of the onset's own findings few episodes overrule nothing; nor does how long it lasts, on which
 * red flags hang, where the runner has answered. */
static void add_all_measured(ff_case *runner, const ff_onset_pattern *onset, ff_runs_told *told,
                             ff_finding_list *spike) {
    size_t of_onset = onset->findings.count;
    ff_finding *rest = told->findings.items + of_onset + 1;
    ff_finding_list first = {told->findings.items, of_onset}, resolve = {rest - 1, 1};
    ff_finding_list others = {rest, told->findings.count - of_onset - 1};
    add_measured(runner, &first, onset->timed >= FF_COLLECT_EPISODES ? ALWAYS : IF_UNSAID);
    add_measured(runner, &resolve, IF_UNANSWERED);
    add_measured(runner, &others, ALWAYS);
    add_measured(runner, spike, ALWAYS);
}

/* Marked run by run is better than remembered, unless it was drawn in spite of the marks. Red flags
 * hear all of it. */
static void add_sites(ff_collected *collected, const ff_onset_pattern *pattern) {
    ff_case *runner = &collected->runner;
    ff_sites marked;
    if (pattern->sites[0] == '\0' || ff_sites_parse(pattern->sites, &marked, NULL) != FF_OK) {
        return;
    }
    collected->sites_by_runs = true;
    if (collected->sites_instead) {
        runner->also_sites = marked;
        return;
    }
    runner->also_sites = runner->sites;
    runner->sites = marked;
    runner->sites_gathered = pattern->sited > 1;
}

/* What counts are the newest runs; a mark on an older one may be made today, and be a red flag. */
static ff_code add_ever_sites(ff_arena *arena, ff_collected *collected, const ff_history *history,
                              ff_error *error) {
    ff_case *runner = &collected->runner;
    ff_marked_run *marked = ff_arena_take(arena, history->count, sizeof *marked);
    for (size_t i = history->count; i-- > 0 && marked != NULL;) {
        const ff_logged_run *logged = &history->runs[i];
        ff_sites sites;
        if (logged->onset != NULL && logged->onset->sites != NULL &&
            logged->onset->sites[0] != '\0' &&
            ff_sites_parse(logged->onset->sites, &sites, NULL) == FF_OK) {
            runner->ever_sites.left |= sites.left;
            runner->ever_sites.right |= sites.right;
            marked[runner->marked_count++] = (ff_marked_run){logged->run, sites};
        }
    }
    runner->marked = marked;
    return ff_arena_check(arena, error);
}

static ff_runs_figures figures_of(const ff_kaplan_meier *km) {
    return (ff_runs_figures){km->runs, km->began, ff_round_result(km->median_min),
                             ff_round_result(km->median_low_min),
                             ff_round_result(km->median_high_min)};
}

/* Kilometres until it came, or how far the run went without. */
static bool tell_kilometres(const ff_logged_run *logged, ff_survival_time *told) {
    const ff_onset *onset = logged->onset;
    if (onset == NULL) {
        return false;
    }
    bool came = onset->kind != FF_ONSET_NONE;
    double metres = !came                              ? logged->run->figures.distance_m
                    : onset->kind == FF_ONSET_AT_START ? 0
                    : onset->kind == FF_ONSET_EXACT    ? onset->from_m
                                                       : (onset->from_m + onset->to_m) / 2;
    *told = (ff_survival_time){metres / 1000, came};
    return metres >= 0; /* NAN: not known */
}

/* The same curve over the distance. */
static ff_code kilometres_of(ff_arena *arena, const ff_logged_run_list *runs,
                             ff_runs_figures *figures, ff_error *error) {
    ff_survival_time *times = ff_arena_take(arena, runs->count, sizeof *times);
    if (times == NULL) {
        return ff_arena_check(arena, error);
    }
    size_t count = 0;
    for (size_t i = 0; i < runs->count; i++) {
        count += tell_kilometres(&runs->items[i], &times[count]);
    }
    ff_kaplan_meier km;
    ff_code code = ff_kaplan_meier_of_times(arena, times, count, &km, error);
    *figures = code == FF_OK ? figures_of(&km) : (ff_runs_figures){0};
    return code;
}

static const char *reason_of(const ff_finding_list *findings, const char *id) {
    for (size_t i = 0; i < findings->count; i++) {
        if (strcmp(findings->items[i].id, id) == 0 && findings->items[i].state != FF_SAID) {
            return findings->items[i].from;
        }
    }
    return NULL;
}

/* Whether runs with a change so clearly differ that it counts as tried. Judged by the 90 % limits;
 * anything less clear says nothing (class c). */
static bool clear_outcome(const ff_runs_change *change, ff_tried_outcome *outcome) {
    const ff_runs_figures *with = &change->with, *without = &change->without;
    if (!change->enough || isnan(without->median_min)) {
        return false;
    }
    *outcome = FF_TRIED_HELPED;
    if (isnan(with->median_min) || with->median_low_min > without->median_min) {
        return true;
    }
    *outcome = FF_TRIED_WORSE;
    return with->median_high_min < without->median_min;
}

/* The runs since numbness first began: earlier ones had nothing that could go numb or be helped. */
static ff_logged_run_list runs_since(const ff_history *history, int64_t first_s) {
    size_t skip = first_s == 0 ? history->count : 0;
    while (skip < history->count && history->runs[skip].run->start_s < first_s) {
        skip++;
    }
    return (ff_logged_run_list){history->runs + skip, history->count - skip};
}

/* Runs said to be free of numbness, up to that one. */
static size_t count_free(const ff_history *history, const ff_logged_run *end) {
    size_t count = 0;
    for (const ff_logged_run *run = history->runs; run < end; run++) {
        count += run->onset != NULL && run->onset->kind == FF_ONSET_NONE;
    }
    return count;
}

typedef struct {
    const char **items;
    size_t count;
} name_list;

static void add_name(name_list *names, const char *name) {
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(names->items[i], name) == 0) {
            return;
        }
    }
    names->items[names->count++] = name;
}

static bool any_has(const ff_logged_run_list *runs, const char *change) {
    for (size_t i = 0; i < runs->count; i++) {
        for (size_t c = 0; c < runs->items[i].change_count; c++) {
            if (strcmp(runs->items[i].changes[c], change) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* What was changed on any run: the remedies, in the order of the knowledge, then what the runner
 * named in their own words. */
static ff_code list_changes(ff_arena *arena, const ff_logged_run_list *runs, name_list *names,
                            ff_error *error) {
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    size_t most = knowledge->remedy_count;
    for (size_t i = 0; i < runs->count; i++) {
        most += runs->items[i].change_count;
    }
    *names = (name_list){.items = ff_arena_take(arena, most, sizeof *names->items)};
    if (names->items == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < knowledge->remedy_count; i++) {
        if (any_has(runs, knowledge->remedies[i].id)) {
            add_name(names, knowledge->remedies[i].id);
        }
    }
    for (size_t i = 0; i < runs->count; i++) {
        for (size_t c = 0; c < runs->items[i].change_count; c++) {
            add_name(names, runs->items[i].changes[c]);
        }
    }
    return FF_OK;
}

static void note_change(const ff_change_comparison *compared, ff_runs_change *changes,
                        ff_tried *tried, ff_collected *collected) {
    ff_runs_change *change = &changes[collected->runs.change_count++];
    *change = (ff_runs_change){.change = compared->change,
                               .shoe = compared->shoe,
                               .with = figures_of(&compared->with),
                               .without = figures_of(&compared->without),
                               .enough = compared->state == FF_COMPARE_ENOUGH_RUNS,
                               .caution = compared->caution};
    const ff_remedy *remedy = ff_knowledge_remedy(&ff_knowledge_built_in, compared->change);
    ff_tried_outcome outcome;
    if (remedy != NULL && clear_outcome(change, &outcome)) {
        tried[collected->runner.tried_count++] = (ff_tried){remedy, outcome};
    }
}

/* Runs with each change beside runs without, since numbness first began. */
static ff_code compare_changes(ff_arena *arena, const ff_logged_run_list *runs,
                               ff_collected *collected, ff_error *error) {
    name_list names;
    ff_code code = list_changes(arena, runs, &names, error);
    if (code != FF_OK) {
        return code;
    }
    ff_runs_change *changes = ff_arena_take(arena, names.count, sizeof *changes);
    ff_tried *tried = ff_arena_take(arena, names.count, sizeof *tried);
    code = ff_arena_check(arena, error);
    for (size_t i = 0; i < names.count && code == FF_OK; i++) {
        ff_change_comparison compared;
        code = ff_compare_change(arena, runs->items, runs->count, names.items[i], NULL, &compared,
                                 error);
        if (code == FF_OK && compared.state != FF_COMPARE_NONE) {
            note_change(&compared, changes, tried, collected);
        }
    }
    collected->runs.changes = changes;
    collected->runner.tried = tried;
    return code;
}

/* An order over the weeks that is clearer than chance; NAN, of too few runs, is none. */
static bool come_sooner(const ff_timing *timing) {
    return timing->p <= FF_CLEAR_ORDER && !timing->later;
}

static ff_code collect_runs(ff_app *app, ff_arena *arena, int64_t but_trial,
                            ff_collected *collected, ff_error *error) {
    ff_history history;
    ff_runs_say say;
    ff_load_spike spike;
    ff_kaplan_meier km;
    ff_code code = ff_history_read(app, arena, FF_WITHOUT_PARTS, &history, error);
    if (code == FF_OK) {
        code = ff_runs_say_of(app, arena, &history, collected->height_cm, &say, error);
    }
    if (code == FF_OK) {
        code = ff_load_spike_of(arena, history.runs, history.count, 0, &spike, error);
    }
    if (code != FF_OK) {
        return code;
    }
    const ff_onset_pattern *pattern = &say.onset;
    ff_logged_run_list since = runs_since(&history, pattern->first_s);
    code = ff_kaplan_meier_of_runs(arena, since.items, since.count, &km, error);
    if (code != FF_OK) {
        return code;
    }
    add_all_measured(&collected->runner, pattern, &say.told, &spike.findings);
    add_sites(collected, pattern);
    code = add_ever_sites(arena, collected, &history, error);
    if (code != FF_OK) {
        return code;
    }
    collected->told = say.told;
    collected->runner.sooner_by_runs = come_sooner(&say.told.timing);
    collected->history = history;
    collected->runs = (ff_runs_summary){.began = since.count > 0 ? since.items[0].run : NULL,
                                        .not_said = pattern->not_said,
                                        .free_before = count_free(&history, since.items),
                                        .since = figures_of(&km),
                                        .earliest_min = pattern->earliest_min,
                                        .longest_km = spike.longest_m / 1000,
                                        .reference_km = spike.reference_m / 1000,
                                        .ratio = spike.ratio,
                                        .spike_unknown = reason_of(&spike.findings, "w_spike")};
    code = kilometres_of(arena, &since, &collected->runs.kilometres, error);
    if (code == FF_OK) {
        code = compare_changes(arena, &since, collected, error);
    }
    return code == FF_OK ? ff_runs_evidence_of(app, arena, &history, but_trial,
                                               &collected->runner.runs, error)
                         : code;
}

/* The shoe in use that was run in last. */
static ff_code collect_shoe(ff_app *app, ff_arena *arena, ff_collected *collected,
                            ff_error *error) {
    ff_shoe *shoe = ff_arena_take(arena, 1, sizeof *shoe);
    bool found;
    if (shoe == NULL) {
        return ff_arena_check(arena, error);
    }
    ff_code code = ff_shoe_in_use(app, arena, &collected->history, false, shoe, &found, error);
    collected->shoe = code == FF_OK && found ? shoe : NULL;
    return code;
}

/* How both feet fit that shoe, where both were measured. */
static ff_code fit_of(ff_app *app, ff_arena *arena, const ff_feet *feet, const ff_shoe *shoe,
                      ff_foot_facts *facts, ff_error *error) {
    ff_shoe_facts of_shoe;
    if (shoe == NULL) {
        return FF_OK;
    }
    ff_code code = ff_shoe_facts_read(app, arena, shoe->id, &of_shoe, error);
    if (code != FF_OK || of_shoe.newest_s == 0) {
        return code;
    }
    ff_fit_answer *answer = ff_arena_take(arena, 1, sizeof *answer);
    if (answer == NULL) {
        return ff_arena_check(arena, error);
    }
    const ff_fit_question question = {
        .feet = {ff_feet_measures(feet, FF_LEFT), ff_feet_measures(feet, FF_RIGHT)},
        .shoe = ff_shoe_measures(&of_shoe),
        .sock = of_shoe.sock,
        .insole = of_shoe.insole};
    ff_fit_answer_of(&question, answer);
    facts->fit = answer;
    facts->shoe = shoe->name;
    facts->fit_at_s = of_shoe.newest_s;
    return FF_OK;
}

/* What was measured of feet and shoes. What the runner answered stands above it; red flags hear
 * both. */
static ff_code collect_feet(ff_app *app, ff_arena *arena, ff_collected *collected,
                            ff_error *error) {
    ff_feet feet;
    ff_finding_list findings;
    ff_code code = collect_shoe(app, arena, collected, error);
    code = code == FF_OK ? ff_feet_read(app, arena, &feet, error) : code;
    if (code != FF_OK || feet.figures.count == 0) {
        return code;
    }
    ff_foot_facts facts = {.counts =
                               (const ff_foot_figure *const(*)[FF_FOOT_KIND_COUNT])feet.counts};
    code = fit_of(app, arena, &feet, collected->shoe, &facts, error);
    collected->fit = facts.fit;
    if (code == FF_OK) {
        code = ff_foot_findings_of(arena, &facts, &findings, error);
    }
    if (code == FF_OK) {
        add_measured(&collected->runner, &findings, IF_UNSAID);
    }
    return code;
}

ff_code ff_collect(ff_app *app, ff_arena *arena, int64_t but_trial, ff_collected *collected,
                   ff_error *error) {
    *collected = (ff_collected){.runner.age_years = NAN, .height_cm = NAN};
    ff_code code = collect_answers(app, arena, collected, error);
    if (code == FF_OK) {
        code = collect_runs(app, arena, but_trial, collected, error);
    }
    return code == FF_OK ? collect_feet(app, arena, collected, error) : code;
}
