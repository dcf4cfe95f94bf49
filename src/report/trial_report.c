#include "report/trial_report.h"

#include "base/civil.h"
#include "base/number.h"
#include "report/assessment.h"
#include "report/run_report.h"
#include "report/table.h"
#include "report/trial_checks.h"
#include "report/trial_words.h"
#include "report/words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* ---- words for things ---- */

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

static const char *cause_name(const char *id) {
    for (size_t c = 0; c < knowledge->cause_count; c++) {
        const ff_cause *cause = &knowledge->causes[c];
        if (strcmp(cause->id, id) == 0 || strcmp(cause->also, id) == 0) {
            return cause->name;
        }
    }
    return id;
}

/* Never "0" or "100": nothing is that sure. */
static void add_percent(ff_text *line, double share) {
    double percent = fmin(fmax(round(100 * share), 1), 99);
    ff_text_addf(line, "%s %%", FF_FIXED(percent, 0));
}

/* ---- values ---- */

static void write_flag(ff_json *json, const char *name, bool value) {
    ff_json_name(json, name);
    ff_json_bool(json, value);
}

static void write_count(ff_json *json, const char *name, size_t value) {
    ff_json_name(json, name);
    ff_json_uint(json, value);
}

/* ---- one change ---- */

static void add_minutes(const ff_trial_analysis *a, double minutes, ff_text *line) {
    ff_text_addf(line, "%s min", FF_FIXED(minutes, 0));
    if (a->pace_min_km > 0) {
        ff_text_addf(line, " (%s km)", FF_FIXED(minutes / a->pace_min_km, 1));
    }
}

static void add_missing(const ff_trial_analysis *a, const ff_trial_effect *e, ff_text *line) {
    switch (e->state) {
    case FF_EFFECT_NEVER_MADE:
        ff_text_add(line, "no run with it yet of which you said whether the foot went numb.");
        break;
    case FF_EFFECT_ALWAYS_MADE:
        ff_text_add(line, "every run was with it, so there is nothing to compare it with: run as usual a "
                          "few times.");
        break;
    case FF_EFFECT_NEVER_NUMB:
        ff_text_add(line, "in no run, with it or without, did the foot go numb, so there is no time to "
                          "compare.");
        break;
    case FF_EFFECT_TOO_MANY:
        ff_text_add(line, "so much was changed in so few runs that what each does cannot be told apart: no figure "
                          "can be had. Change one thing at a time.");
        break;
    default:
        ff_text_addf(line, "hardly ever changed without \"%s\", so only what both do together could be "
                           "known: make one of them at a time.",
                     ff_change_name(a->effects[e->other].change));
    }
}

static void add_effect(const ff_trial_analysis *a, const ff_trial_effect *e, ff_text *line) {
    ff_text_addf(line, "%s. With it numbness comes %s times as late (90 %% range %s to %s): ",
                 ff_verdict_words(e->verdict), FF_FIXED(e->median, 2), FF_FIXED(e->low, 2),
                 FF_FIXED(e->high, 2));
    add_minutes(a, e->with_min, line);
    ff_text_add(line, " instead of ");
    add_minutes(a, e->without_min, line);
    ff_text_add(line, ". The chance that it helps by a tenth is ");
    add_percent(line, e->helps_tenth);
    ff_text_add(line, ", by a fifth ");
    add_percent(line, e->helps_fifth);
    ff_text_add(line, ", by half ");
    add_percent(line, e->helps_half);
    if (!isnan(e->mixture_tenth)) {
        ff_text_add(line, "; weighed with the causes, by a tenth ");
        add_percent(line, e->mixture_tenth);
    }
    ff_text_addf(line, ". %zu run%s with it, %zu without.", e->with, e->with == 1 ? "" : "s", e->without);
}

/* Beyond this a number says no more than that it is large. */
#define MOST_SAID 999.0

static void add_more_runs(double runs, ff_text *line) {
    ff_text_addf(line, "%s %s more run%s", runs > MOST_SAID ? "more than" : "about",
                 FF_FIXED(fmin(runs, MOST_SAID), 0), runs > 1 ? "s" : "");
}

static void add_outlook(const ff_trial_effect *e, ff_text *line) {
    switch (e->verdict) {
    case FF_VERDICT_WORKS:
        ff_text_add(line, "The real gain is probably a little smaller than it looks now: keep it, and two "
                          "more pairs of runs will tell.");
        break;
    case FF_VERDICT_GOES_WITH:
        ff_text_add(line, "Numbness comes later in the weeks with it. Whether it is what helps cannot be told: "
                          "it cannot be made on one run and left on the next, and other things change over "
                          "weeks too.");
        break;
    case FF_VERDICT_NOT_ENOUGH:
        ff_text_add(line, "A gain of a fifth is as good as excluded. Keep whichever is comfortable, and try "
                          "something else.");
        break;
    case FF_VERDICT_WORSE: ff_text_add(line, "Leave it."); break;
    case FF_VERDICT_CANNOT_BE_SETTLED:
        ff_text_addf(line, "More than %s times as late is as good as excluded. To tell an effect as "
                           "large as it looks now from chance would take ",
                     FF_FIXED(e->high, 2));
        add_more_runs(e->runs_to_go, line);
        ff_text_add(line, ", half of them with it. Keep whichever is comfortable, and try something else.");
        break;
    default:
        if (isnan(e->runs_to_go)) {
            ff_text_add(line, "It is close: how many more runs it takes cannot be told.");
        } else if (e->runs_to_go > 40) {
            ff_text_add(line, "It is too early to say how many more runs it takes.");
        } else {
            ff_text_add(line, "If it goes on like this, it is settled after ");
            add_more_runs(e->runs_to_go, line);
            ff_text_add(line, e->switches < 3 ? " that take turns between it and the usual." : ".");
        }
    }
    ff_text_add_char(line, ' ');
}

/* The same change without the run that decides. */
static const ff_trial_effect *effect_without(const ff_trial_analysis *a, const ff_trial_effect *e) {
    size_t i = 0;
    while (a->without[i].run != e->decisive) {
        i++;
    }
    return &a->without[i].effects[e - a->effects];
}

/* Whether the lot alone would have made such a difference. Runs that nobody drew are not spoken of. */
static void add_redrawn(const ff_trial_effect *e, ff_text *line) {
    const ff_redrawn *r = &e->redrawn;
    if (r->draws == 0) {
        return;
    }
    if (isnan(r->share)) {
        ff_text_addf(line, "A check by drawing the order anew cannot tell yet: only %zu draw%s of it or the usual by "
                           "lot. ",
                     r->draws, r->draws == 1 ? "" : "s");
        return;
    }
    ff_text_add(line, "Were the order drawn anew, a difference as large would come by the lot alone in ");
    add_percent(line, r->share);
    ff_text_add(line, r->share > FF_REDRAW_TELLS && e->verdict == FF_VERDICT_WORKS
                          ? " of orders: lean on the verdict less. "
                          : " of orders. ");
}

/* What is wrong with the evidence, each in a sentence. */
static void add_late(const ff_trial_effect *e, ff_text *line) {
    ff_text_add(line, e->acts == FF_ACTS_SLOWLY
                          ? "It may take some runs in a row to do all it does (chance "
                          : "Some of what it does may be left on the next run (chance ");
    add_percent(line, e->late.chance);
    ff_text_addf(line, "). Counting that, numbness comes %s times as late in full (%s to %s). ",
                 FF_FIXED(e->late.median, 2), FF_FIXED(e->late.low, 2), FF_FIXED(e->late.high, 2));
}

static void add_doubts(const ff_trial_analysis *a, const ff_trial_effect *e, const int64_t *numbers,
                       ff_text *line) {
    if (e->before_after) {
        ff_text_add(line, "This is a before-and-after comparison: whatever else changed at that time is in "
                          "it, so it is no proof. ");
    } else if (e->switches < 3 && a->usable > 2 * (e->switches + 1)) {
        ff_text_add(line, "It was hardly ever changed back and forth, so whatever else changed at that time "
                          "is in it. ");
    }
    if (!a->by_draw && !e->before_after) {
        ff_text_add(line, "Of none of these runs is it said that its turn was drawn, so what else went along with "
                          "the change may be in it. ");
    }
    if (!isnan(e->late.chance)) {
        add_late(e, line);
    }
    if (e->disagrees) {
        ff_text_add(line, "Worked out in another way (another law, a wider prior, acting later, or without pace, "
                          "weather and shoes) the runs do not say the same, so it is not called settled. ");
    }
    if (e->decisive < a->usable) {
        ff_text_addf(line, "One run decides: without run %" PRId64 " it is ", ff_run_number(numbers, e->decisive));
        ff_trial_without_words(effect_without(a, e), line);
        ff_text_add(line, a->odd_run == e->decisive ? ". " : ". Was anything special about that run? ");
    }
}

static void add_rough(const ff_trial_analysis *a, ff_text *line) {
    if (a->figures && !(a->khat <= 0.7)) {
        ff_text_add(line, "These figures are rougher than they should be (Pareto k above 0.7): do not lean on "
                          "their last digit.");
    }
}

void ff_trial_effect_words(const ff_trial_analysis *analysis, const ff_trial_effect *effect,
                           ff_text *line) {
    ff_text_addf(line, "%s: ", ff_change_name(effect->change));
    if (effect->state == FF_EFFECT_KNOWN) {
        add_effect(analysis, effect, line);
    } else {
        add_missing(analysis, effect, line);
    }
}

void ff_trial_effects_text(const ff_trial_analysis *analysis, const int64_t *numbers,
                           ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    for (size_t i = 0; i < analysis->effect_count; i++) {
        const ff_trial_effect *e = &analysis->effects[i];
        ff_text_addf(&line, "%s: ", ff_change_name(e->change));
        if (e->state != FF_EFFECT_KNOWN) {
            add_missing(analysis, e, &line);
            ff_trial_paragraph(&line, out);
            continue;
        }
        add_effect(analysis, e, &line);
        ff_trial_paragraph(&line, out);
        add_outlook(e, &line);
        add_redrawn(e, &line);
        add_doubts(analysis, e, numbers, &line);
        ff_trial_paragraph(&line, out);
    }
    ff_trial_checks_text(analysis, numbers, out);
    add_rough(analysis, &line);
    if (line.length > 0) {
        ff_trial_paragraph(&line, out);
    }
    ff_text_free(&line);
}

/* The evidence for an effect over that for none is, if there is none, above B with a chance of at most 1/B,
 * whenever one stops (Ville 1939; over the priors of what else is not known). */
static void always_valid_text(const ff_trial_analysis *a, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    for (size_t i = 0; i < a->effect_count; i++) {
        const ff_trial_effect *e = &a->effects[i];
        if (e->state != FF_EFFECT_KNOWN) {
            continue;
        }
        bool with = e->bayes_factor >= 1;
        double times = with ? e->bayes_factor : 1 / e->bayes_factor;
        ff_text_addf(&line, "%s: the runs speak ", ff_change_name(e->change));
        ff_words_odds(&line, times);
        ff_text_addf(&line, " for %s (Bayes factor %s%s).",
                     with ? "some effect, either way, against none" : "no effect against some",
                     e->bayes_factor > MOST_SAID ? "above " : "",
                     FF_FIXED(ff_round_result(fmin(e->bayes_factor, MOST_SAID)), 2));
        ff_trial_paragraph(&line, out);
    }
    ff_text_add(&line, "This line stands however often you look: a change that does nothing ever gets above 10 : 1 "
                       "for an effect in at most 10 of 100 trials, above 20 : 1 in at most 5. It needs about half "
                       "as many runs again as the verdict does.");
    ff_trial_paragraph(&line, out);
    ff_text_free(&line);
}

/* ---- causes ---- */

/* A cause that stays less likely than this is not named, however well the runs go with it. */
#define LEAST_NAMED 0.05

static const ff_trial_belief *spoken_for(const ff_trial_analysis *a, double *times) {
    const ff_trial_belief *best = NULL, *other = NULL;
    for (size_t c = 0; c < a->cause_count; c++) {
        const ff_trial_belief *b = &a->causes[c];
        bool likely = b->after >= LEAST_NAMED;
        best = likely && (best == NULL || b->log_evidence > best->log_evidence) ? b : best;
        other = strcmp(b->id, "other") == 0 ? b : other;
    }
    if (best == NULL || other == NULL || best == other || !a->figures) {
        return NULL;
    }
    *times = exp(best->log_evidence - other->log_evidence);
    return *times >= 1.5 ? best : NULL;
}

/* A change that makes it worse is foretold by no cause, so that the one whose expectation is the least sure
 * of itself comes out best. */
static bool foretold_by_none(const ff_trial_analysis *a) {
    for (size_t i = 0; i < a->effect_count; i++) {
        if (a->effects[i].state == FF_EFFECT_KNOWN && a->effects[i].verdict == FF_VERDICT_WORSE) {
            return true;
        }
    }
    return false;
}

static void add_causes(const ff_trial_analysis *a, ff_text *line) {
    double times;
    if (a->cause_count > 0 && foretold_by_none(a)) {
        ff_text_add(line, "No cause foretells that a change makes it worse, so these runs speak for none of them.");
        return;
    }
    const ff_trial_belief *best = spoken_for(a, &times);
    if (best == NULL) {
        return;
    }
    ff_text_add(line, "Your runs speak ");
    ff_words_odds(line, times);
    ff_text_addf(line, " for \"%s\", against no cause found: its chance goes from ", cause_name(best->id));
    add_percent(line, best->before);
    ff_text_add(line, " to ");
    add_percent(line, best->after);
    ff_text_add(line, ". What each change does under each cause is judged, not measured.");
}

void ff_trial_causes_text(const ff_trial_analysis *analysis, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    add_causes(analysis, &line);
    if (line.length > 0) {
        ff_text_wrap(out, "", line.data, FF_TEXT_WIDTH);
    }
    ff_text_free(&line);
}

/* ---- the next run ---- */

static const char *arm_id(const ff_next_run_report *r) {
    return r->next->arm == FF_ARM_USUAL ? FF_USUAL : r->changes[r->next->arm - 1];
}

static const char *leader_name(const ff_next_run_report *r) {
    return r->next->leader > 0 ? ff_change_name(r->changes[r->next->leader - 1]) : "";
}

static bool is_one(uint32_t lot) {
    return (lot & (lot - 1)) == 0;
}

static void add_why(const ff_next_run_report *r, ff_text *line) {
    switch (r->next->reason) {
    case FF_NEXT_TELLS_MOST:
        ff_text_add(line, is_one(r->next->lot)
                              ? "Of what may be tried it tells most by far, so nothing was left to draw."
                              : "Of what may be tried it tells most, or as good as; among those it was drawn by "
                                "lot, so that nothing else goes along with it.");
        break;
    case FF_NEXT_NOT_THRICE:
        ff_text_add(line, "What would tell most was run twice running; a third time would let the weather or "
                          "the week speak for it.");
        break;
    case FF_NEXT_PAIR:
    case FF_NEXT_PAIR_SECOND:
        ff_text_addf(line, "\"%s\" leads: it and the usual now come in pairs, and %s.", leader_name(r),
                     r->next->reason == FF_NEXT_PAIR_SECOND ? "this is the other half of the pair"
                     : is_one(r->next->lot) ? "the other one was run twice running, so this comes first"
                                            : "which comes first was drawn by lot");
        break;
    case FF_NEXT_ONLY_USUAL:
        ff_text_add(line, "No change of this trial should be run with any more: it makes the numbness worse, or is "
                          "not for a foot that gets worse. 'trial end' ends the trial.");
        break;
    default:
        ff_text_add(line, "Comfort first: it was drawn as often as it is likely to feel best.");
    }
}

void ff_next_run_why(const ff_next_run_report *report, ff_text *out) {
    add_why(report, out);
}

void ff_draw_text(const ff_trial_draw *draw, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    if (strcmp(draw->arm, FF_USUAL) == 0) {
        ff_text_add(&line, "On the next run: as usual, change nothing. ");
    } else {
        ff_text_addf(&line, "On the next run: %s. ", ff_change_name(draw->arm));
    }
    ff_text_add(&line, draw->why);
    ff_text_wrap(out, "", line.data, FF_TEXT_WIDTH);
    ff_text_free(&line);
    const ff_remedy *remedy = ff_knowledge_remedy(knowledge, draw->arm);
    if (remedy != NULL) {
        ff_text_wrap(out, "  How: ", remedy->how, FF_TEXT_WIDTH);
    }
}

void ff_draw_members(ff_json *json, const ff_trial_draw *draw) {
    ff_json_name(json, "next_run");
    ff_json_object(json);
    ff_json_text_member(json, "change", draw->arm);
    if (strcmp(draw->arm, FF_USUAL) != 0) {
        const ff_remedy *remedy = ff_knowledge_remedy(knowledge, draw->arm);
        ff_json_text_member(json, "name", ff_change_name(draw->arm));
        ff_json_text_member(json, "how", remedy != NULL ? remedy->how : NULL);
    }
    ff_json_text_member(json, "why", draw->why);
    ff_json_end_object(json);
}

void ff_next_run_text(const ff_next_run_report *report, ff_text *out) {
    ff_text why;
    ff_text_init(&why, out->allocator);
    add_why(report, &why);
    ff_draw_text(&(ff_trial_draw){.arm = arm_id(report), .why = why.data}, out);
    ff_text_free(&why);
}

void ff_next_run_members(ff_json *json, const ff_next_run_report *report) {
    ff_text why;
    ff_text_init(&why, json->out->allocator);
    add_why(report, &why);
    ff_json_text_member(json, "change", arm_id(report));
    ff_json_text_member(json, "why", why.data);
    ff_text_free(&why);
}

/* ---- before it starts ---- */

/* What a trial of the change cannot do, because of how it acts. */
static void add_caution(const char *change, ff_text *line) {
    const ff_remedy *remedy = ff_knowledge_remedy(&ff_knowledge_built_in, change);
    if (remedy == NULL || remedy->acts == FF_ACTS_AT_ONCE) {
        return;
    }
    ff_text_addf(line, remedy->acts == FF_ACTS_SLOWLY
                           ? "\"%s\" may take some runs in a row to do all it does, so a trial that goes to and "
                             "fro may show less of it than there is."
                           : "\"%s\" is made over weeks and cannot be left on the next run, so a trial can say "
                             "that numbness goes with it, and not that it is what works.",
                 remedy->name);
}

static void write_cautions(ff_json *json, const ff_trial *trial) {
    ff_text line;
    ff_text_init(&line, json->out->allocator);
    ff_json_name(json, "cautions");
    ff_json_array(json);
    for (size_t i = 0; i < trial->change_count; i++) {
        ff_text_clear(&line);
        add_caution(trial->changes[i], &line);
        if (line.length > 0) {
            ff_json_text(json, line.data);
        }
    }
    ff_json_end_array(json);
    json->out->failed |= line.failed;
    ff_text_free(&line);
}

void ff_trial_plan_text(const ff_trial_plan_report *plan, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    ff_text_add(&line, "A trial of ");
    for (size_t i = 0; i < plan->trial->change_count; i++) {
        ff_text_addf(&line, "%s\"%s\"", i == 0 ? "" : i + 1 == plan->trial->change_count ? " and " : ", ",
                     ff_change_name(plan->trial->changes[i]));
    }
    ff_text_addf(&line, " against the usual. Your runs differ by a factor of about %s from one to the next "
                        "without any change%s. ",
                 FF_FIXED(exp(plan->sigma), 2),
                 plan->sigma_from > 0 ? "" : " (a guess: you have timed too few of them yet)");
    ff_text_add(&line, "Likely runs until it is settled: ");
    for (size_t i = FF_PLANNED_RATIOS; i-- > 0;) {
        bool many = plan->runs[i] > plan->most_runs;
        ff_text_addf(&line, "%s%s if numbness then comes %s times as late%s", many ? "more than " : "about ",
                     FF_FIXED(many ? plan->most_runs : plan->runs[i], 0), FF_FIXED(plan->ratios[i], 1),
                     i > 0 ? "; " : ". ");
    }
    ff_text_addf(&line, "It may well miss a gain of less than %s times, even within %s runs.",
                 FF_FIXED(plan->least_ratio, 2), FF_FIXED(plan->most_runs, 0));
    ff_text_wrap(out, "", line.data, FF_TEXT_WIDTH);
    for (size_t i = 0; i < plan->trial->change_count; i++) {
        ff_text_clear(&line);
        add_caution(plan->trial->changes[i], &line);
        if (line.length > 0) {
            ff_text_wrap(out, "", line.data, FF_TEXT_WIDTH);
        }
    }
    ff_text_free(&line);
}

void ff_trial_plan_members(ff_json *json, const ff_trial_plan_report *plan) {
    ff_json_name(json, "tries");
    ff_json_array(json);
    for (size_t i = 0; i < plan->trial->change_count; i++) {
        ff_json_text(json, plan->trial->changes[i]);
    }
    ff_json_end_array(json);
    ff_json_text_member(json, "policy", ff_trial_policy_name(plan->trial->policy));
    ff_json_result_member(json, "sigma", plan->sigma);
    write_count(json, "sigma_from", plan->sigma_from);
    ff_json_name(json, "likely_runs");
    ff_json_array(json);
    for (size_t i = 0; i < FF_PLANNED_RATIOS; i++) {
        ff_json_object(json);
        ff_json_result_member(json, "time_ratio", plan->ratios[i]);
        ff_json_result_member(json, "runs", plan->runs[i]);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    ff_json_result_member(json, "most_runs", plan->most_runs);
    ff_json_result_member(json, "smallest_ratio", plan->least_ratio);
    write_cautions(json, plan->trial);
}

void ff_trial_start_members(ff_json *json, const ff_trial_plan_report *plan) {
    ff_json_name(json, "trial");
    ff_json_int(json, plan->trial->id);
    ff_json_name(json, "seed");
    ff_json_uint(json, plan->trial->seed);
    ff_trial_plan_members(json, plan);
}

static const struct {
    const char *rule, *by; /* by: the command for it */
} rules[] = {
    {"Never run on into numbness for the trial: when it comes, press the lap button, stop or walk, and loosen. A run "
     "that ends for it counts just as well, and so does one that you end because you feel it coming.",
     "'log last --coming' tells of that."},
    {"End the trial when the numbness comes sooner from week to week, or lasts longer after the run.",
     "'trial end' ends it."},
    {"Ask for help when the foot is weak, when it stays numb at rest or till the next day, or when it spreads above "
     "the foot.",
     "'ask' goes through these signs."}};

void ff_trial_harm_text(ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        ff_text_addf(&line, "%s %s", rules[i].rule, rules[i].by);
        ff_text_wrap(out, "- ", line.data, FF_TEXT_WIDTH);
        ff_text_clear(&line);
    }
    ff_text_free(&line);
}

void ff_trial_harm_members(ff_json *json) {
    ff_json_name(json, "rules");
    ff_json_array(json);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        ff_json_text(json, rules[i].rule);
    }
    ff_json_end_array(json);
}

/* ---- the trial as it stands ---- */

void ff_trial_runs_text(const ff_trial_analysis *a, size_t runs, ff_text *out) {
    ff_text_addf(out, "%zu run%s, of %zu it is said whether the foot went numb; numb in %zu", runs,
                 runs == 1 ? "" : "s", a->usable, a->numb - a->coming);
    if (a->coming > 0) {
        ff_text_addf(out, ", felt coming in %zu", a->coming);
    }
    ff_text_add(out, ".\n");
}

static const char *numbness_of(const ff_logged_run *logged, ff_arena *arena) {
    const ff_onset *onset = logged->onset;
    if (onset == NULL) {
        return "not said";
    }
    switch (onset->kind) {
    case FF_ONSET_EXACT: return ff_arena_printf(arena, "%s min", FF_FIXED(onset->from_s / 60, 0));
    case FF_ONSET_INTERVAL:
        return ff_arena_printf(arena, "%s to %s min", FF_FIXED(onset->from_s / 60, 0),
                               FF_FIXED(onset->to_s / 60, 0));
    case FF_ONSET_AT_START: return "from the start";
    case FF_ONSET_NONE: return onset->coming ? "felt coming" : "none";
    default: return "sometime";
    }
}

/* "lacing", or of a run that was none of the arms all that was different: "lacing, thick socks". */
static const char *made_of(const ff_trial_day_report *day, ff_arena *arena) {
    const char *words = day->arm;
    for (size_t i = 0; day->arm == NULL && i < day->logged->change_count; i++) {
        const char *change = day->logged->changes[i];
        words = words == NULL ? change : ff_arena_printf(arena, "%s, %s", words, change);
    }
    return words;
}

static const char *arm_of(const ff_trial_day_report *day, ff_arena *arena) {
    const char *arm = made_of(day, arena);
    const char *aside = day->strange ? "not counted" : day->drawn ? "as drawn" : day->said ? NULL : "not said";
    return aside != NULL ? ff_arena_printf(arena, "%s (%s)", arm, aside) : arm;
}

static void print_days(const ff_trial_report *r, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "run", true);
    ff_table_column(&table, "date", false);
    ff_table_column(&table, "min", true);
    ff_table_column(&table, "with", false);
    ff_table_column(&table, "numbness", false);
    for (size_t i = 0; i < r->day_count; i++) {
        const ff_run *run = r->days[i].logged->run;
        char date[FF_ISO_SIZE];
        ff_iso_date(ff_run_local_start_s(run), date);
        const char *cells[] = {ff_arena_printf(arena, "%lld", (long long)run->id),
                               ff_arena_copy(arena, date),
                               run->figures.duration_s > 0
                                   ? ff_arena_printf(arena, "%s", FF_FIXED(run->figures.duration_s / 60, 0))
                                   : "",
                               arm_of(&r->days[i], arena), numbness_of(r->days[i].logged, arena)};
        ff_table_row(&table, cells, 5);
    }
    ff_table_print(&table, 2, out);
}

static const char STOPPED[] =
    "The trial is stopped: this comes first. What your runs showed so far stays.";

static void add_head(const ff_trial_report *r, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    char date[FF_ISO_SIZE];
    ff_iso_date(r->trial->started_at_s, date);
    ff_text_addf(&line, "Trial of");
    for (size_t i = 0; i < r->trial->change_count; i++) {
        ff_text_addf(&line, "%s %s", i > 0 ? "," : "", r->trial->changes[i]);
    }
    ff_text_addf(&line, " against the usual, since %s; ", date);
    if (r->trial->end == FF_TRIAL_GOES_ON) {
        ff_text_add(&line, r->stopped ? "it is stopped as long as the above stands" : "it goes on");
    } else {
        ff_iso_date(r->trial->ended_at_s, date);
        ff_text_addf(&line, "ended on %s%s%s", date,
                     r->trial->end == FF_TRIAL_BY_RED_FLAG ? " by a red flag" : "",
                     r->trial->end_why[0] != '\0' ? ": " : "");
        const ff_flag *flag = ff_knowledge_flag(knowledge, r->trial->end_why);
        ff_text_add(&line, flag == NULL ? r->trial->end_why : flag->ask[0] != '\0' ? flag->ask : flag->why);
    }
    ff_text_add_char(&line, '.');
    ff_text_wrap(out, "", line.data, FF_TEXT_WIDTH);
    ff_text_free(&line);
    ff_trial_runs_text(r->analysis, r->day_count, out);
}

void ff_trial_report_text(const ff_trial_report *report, ff_arena *arena, ff_text *out) {
    if (report->seen != NULL) {
        ff_report_flags_text(out, report->seen);
    }
    if (report->stopped) {
        ff_text_wrap(out, "", STOPPED, FF_TEXT_WIDTH);
    }
    add_head(report, out);
    if (report->day_count > 0) {
        print_days(report, arena, out);
    }
    if (report->analysis->worsens) {
        ff_text_wrap(out, "",
                     "The numbness comes sooner, or is stronger, from run to run. Run less or rest until it "
                     "does not, end the trial, and have someone look at it.",
                     FF_TEXT_WIDTH);
    }
    ff_trial_effects_text(report->analysis, report->numbers, out);
    if (report->always_valid && report->analysis->figures) {
        always_valid_text(report->analysis, out);
    }
    ff_trial_causes_text(report->analysis, out);
    if (report->waiting != NULL) {
        ff_draw_text(report->waiting, out);
    }
    if (report->trial->end == FF_TRIAL_GOES_ON && !report->stopped) {
        ff_trial_harm_text(out);
    }
}

static void write_day(ff_json *json, const ff_trial_day_report *day) {
    const ff_run *run = day->logged->run;
    ff_json_object(json);
    ff_json_name(json, "run");
    ff_json_int(json, run->id);
    ff_run_start_json(json, run);
    ff_json_result_member(json, "duration_s", run->figures.duration_s);
    ff_json_text_member(json, "with", day->arm);
    ff_changes_json(json, day->logged);
    ff_json_text_member(json, "by", day->said ? "runner" : day->drawn ? "drawn" : "not_said");
    ff_json_name(json, "counted");
    ff_json_bool(json, day->counted);
    if (day->logged->onset != NULL) {
        ff_json_name(json, "onset");
        ff_onset_json(json, day->logged->onset);
    }
    ff_json_end_object(json);
}

static void write_date(ff_json *json, const char *name, int64_t at_s) {
    char date[FF_ISO_SIZE];
    ff_iso_date(at_s, date);
    ff_json_text_member(json, name, date);
}

void ff_trial_report_json(const ff_trial_report *report, ff_arena *arena, ff_text *out) {
    (void)arena;
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    if (report->seen != NULL) {
        ff_json_name(&json, "triage");
        ff_report_triage_json(&json, report->seen);
    }
    if (report->stopped) {
        ff_json_text_member(&json, "refused", STOPPED);
    }
    ff_json_name(&json, "trial");
    ff_json_int(&json, report->trial->id);
    ff_json_text_member(&json, "policy", ff_trial_policy_name(report->trial->policy));
    write_date(&json, "started", report->trial->started_at_s);
    ff_json_text_member(&json, "ended_by", ff_trial_end_name(report->trial->end));
    if (report->trial->end != FF_TRIAL_GOES_ON) {
        write_date(&json, "ended", report->trial->ended_at_s);
    }
    ff_json_text_member(&json, "ended_why", report->trial->end_why);
    ff_json_name(&json, "days");
    ff_json_array(&json);
    for (size_t i = 0; i < report->day_count; i++) {
        write_day(&json, &report->days[i]);
    }
    ff_json_end_array(&json);
    ff_json_name(&json, "comes_sooner");
    ff_json_bool(&json, report->analysis->worsens);
    ff_trial_members(&json, report->analysis, report->numbers);
    if (report->waiting != NULL) {
        ff_draw_members(&json, report->waiting);
    }
    if (report->trial->end == FF_TRIAL_GOES_ON && !report->stopped) {
        ff_trial_harm_members(&json);
    }
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

/* ---- JSON ---- */

static const char *state_name(ff_effect_state state) {
    static const char *const names[] = {"known", "never_made", "always_made", "never_numb",
                                        "goes_with", "too_many"};
    return names[state];
}

static void write_redrawn(ff_json *json, const ff_redrawn *redrawn) {
    if (redrawn->draws > 0) {
        ff_json_name(json, "redrawn");
        ff_json_object(json);
        write_count(json, "draws", redrawn->draws);
        ff_json_result_member(json, "smallest", redrawn->smallest);
        ff_json_result_member(json, "share", redrawn->share);
        ff_json_end_object(json);
    }
}

static void write_late(ff_json *json, const ff_late_acting *late) {
    if (!isnan(late->chance)) {
        ff_json_name(json, "late");
        ff_json_object(json);
        ff_json_result_member(json, "chance", late->chance);
        ff_json_result_member(json, "low", late->low);
        ff_json_result_member(json, "median", late->median);
        ff_json_result_member(json, "high", late->high);
        ff_json_result_member(json, "p_helps", late->tenth);
        ff_json_end_object(json);
    }
}

static void write_known(ff_json *json, const ff_trial_analysis *a, const ff_trial_effect *e,
                        const int64_t *numbers) {
    ff_json_result_member(json, "mean_log_ratio", e->mean);
    ff_json_result_member(json, "sd", e->sd);
    ff_json_result_member(json, "low", e->low);
    ff_json_result_member(json, "median", e->median);
    ff_json_result_member(json, "high", e->high);
    ff_json_result_member(json, "p_helps", e->helps_tenth);
    ff_json_result_member(json, "p_helps_mixture", e->mixture_tenth);
    ff_json_result_member(json, "mean_log_ratio_mixture", e->mixture_mean);
    ff_json_result_member(json, "p_any", e->helps);
    ff_json_result_member(json, "p_fifth", e->helps_fifth);
    ff_json_result_member(json, "p_half", e->helps_half);
    ff_json_result_member(json, "p_harms", e->harms);
    ff_json_result_member(json, "bayes_factor", e->bayes_factor);
    ff_json_result_member(json, "minutes_without", e->without_min);
    ff_json_result_member(json, "minutes_with", e->with_min);
    if (a->pace_min_km > 0) {
        ff_json_result_member(json, "km_without", e->without_min / a->pace_min_km);
        ff_json_result_member(json, "km_with", e->with_min / a->pace_min_km);
    }
    ff_json_result_member(json, "runs_to_go", e->runs_to_go);
    ff_json_text_member(json, "verdict", ff_verdict_name(e->verdict));
    write_late(json, &e->late);
    write_redrawn(json, &e->redrawn);
    write_flag(json, "before_after", e->before_after);
    write_flag(json, "disagrees", e->disagrees);
    if (e->decisive < a->usable) {
        ff_json_name(json, "decisive_run");
        ff_json_int(json, ff_run_number(numbers, e->decisive));
    }
}

/* What the text says beside the figures. */
static void write_effect_words(ff_json *json, const ff_trial_analysis *a, const ff_trial_effect *e,
                               const int64_t *numbers) {
    ff_text line;
    ff_text_init(&line, json->out->allocator);
    if (e->state != FF_EFFECT_KNOWN) {
        add_missing(a, e, &line);
        ff_trial_words_member(json, "missing", &line);
    } else {
        add_outlook(e, &line);
        ff_trial_words_member(json, "outlook", &line);
        add_redrawn(e, &line);
        add_doubts(a, e, numbers, &line);
        ff_trial_words_member(json, "doubts", &line);
    }
    ff_text_free(&line);
}

static void write_analysis_words(ff_json *json, const ff_trial_analysis *a) {
    ff_text line;
    ff_text_init(&line, json->out->allocator);
    add_rough(a, &line);
    ff_trial_words_member(json, "rough", &line);
    add_causes(a, &line);
    ff_trial_words_member(json, "speaks", &line);
    ff_text_free(&line);
}

static void write_effect(ff_json *json, const ff_trial_analysis *a, const ff_trial_effect *e,
                         const int64_t *numbers) {
    ff_json_object(json);
    ff_json_text_member(json, "id", e->change);
    ff_json_text_member(json, "name", ff_change_name(e->change));
    ff_json_text_member(json, "state", state_name(e->state));
    write_count(json, "with", e->with);
    write_count(json, "without", e->without);
    write_count(json, "switches", e->switches);
    if (e->state == FF_EFFECT_KNOWN) {
        write_known(json, a, e, numbers);
    } else if (e->state == FF_EFFECT_NEVER_NUMB) {
        ff_json_text_member(json, "verdict", ff_verdict_name(FF_VERDICT_NOT_SETTLED));
    } else if (e->state == FF_EFFECT_GOES_WITH) {
        ff_json_text_member(json, "other", a->effects[e->other].change);
    }
    write_effect_words(json, a, e, numbers);
    ff_json_end_object(json);
}

static void write_belief(ff_json *json, const ff_trial_belief *b) {
    ff_json_object(json);
    ff_json_text_member(json, "id", b->id);
    ff_json_result_member(json, "before", b->before);
    ff_json_result_member(json, "after", b->after);
    ff_json_result_member(json, "log_evidence", b->log_evidence);
    ff_json_end_object(json);
}

void ff_trial_members(ff_json *json, const ff_trial_analysis *analysis, const int64_t *numbers) {
    write_count(json, "runs", analysis->usable);
    write_count(json, "numb", analysis->numb - analysis->coming);
    if (analysis->coming > 0) {
        write_count(json, "coming", analysis->coming);
    }
    ff_json_name(json, "changes");
    ff_json_array(json);
    for (size_t i = 0; i < analysis->effect_count; i++) {
        write_effect(json, analysis, &analysis->effects[i], numbers);
    }
    ff_json_end_array(json);
    ff_json_name(json, "causes");
    ff_json_array(json);
    for (size_t c = 0; c < analysis->cause_count; c++) {
        write_belief(json, &analysis->causes[c]);
    }
    ff_json_end_array(json);
    if (analysis->numb > 0) {
        ff_json_result_member(json, "median_min", analysis->median_min);
    }
    if (analysis->numb > 1) { /* one says nothing of how times differ */
        ff_json_result_member(json, "sigma", analysis->sigma);
        ff_json_result_member(json, "drift_per_ten_runs", analysis->drift);
    }
    if (analysis->usable > 0) {
        ff_json_result_member(json, "khat", analysis->khat);
    }
    ff_trial_checks_members(json, analysis, numbers);
    write_analysis_words(json, analysis);
}
