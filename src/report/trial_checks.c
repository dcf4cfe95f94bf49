#include "report/trial_checks.h"

#include "base/number.h"
#include "report/trial_words.h"

#include <inttypes.h>
#include <math.h>

/* ---- words ---- */

void ff_trial_without_words(const ff_trial_effect *effect, ff_text *line) {
    if (effect->state != FF_EFFECT_KNOWN) {
        ff_text_add(line, "nothing is left to compare");
        return;
    }
    ff_text_addf(line, "%s times as late (%s to %s), %s", FF_FIXED(effect->median, 2),
                 FF_FIXED(effect->low, 2), FF_FIXED(effect->high, 2), ff_verdict_words(effect->verdict));
}

static const ff_trial_without *without_odd(const ff_trial_analysis *a) {
    for (size_t i = 0; i < a->without_count; i++) {
        if (a->without[i].run == a->odd_run) {
            return &a->without[i];
        }
    }
    return NULL;
}

static void odd_text(const ff_trial_analysis *a, const int64_t *numbers, ff_text *line) {
    const ff_trial_without *without = without_odd(a);
    if (a->odd_run == a->usable) {
        return;
    }
    ff_text_addf(line, "Run %" PRId64 " is %s SD %s than the others let expect: was anything special about it? ",
                 ff_run_number(numbers, a->odd_run), FF_FIXED(fabs(a->odd_sd), 1),
                 a->odd_sd > 0 ? "later" : "sooner");
    const char *between = "Without it: ";
    for (size_t i = 0; without != NULL && i < a->effect_count; i++) {
        if (a->effects[i].state == FF_EFFECT_KNOWN) {
            ff_text_addf(line, "%s%s: ", between, ff_change_name(a->effects[i].change));
            ff_trial_without_words(&without->effects[i], line);
            between = "; ";
        }
    }
    ff_text_add(line, *between == ';' ? "." : "");
}

static void following_text(const ff_predictive *p, ff_text *line) {
    ff_text_addf(line, "Runs that follow each other %s (correlation %s): %s ",
                 p->p < 0.5 ? "are more alike than chance makes them" : "differ more than chance makes them",
                 FF_FIXED(p->seen, 2),
                 p->p < 0.5 ? "good and bad weeks. The ranges are then a little too narrow."
                            : "something else goes to and fro with the runs.");
}

static void shoes_text(const ff_trial_checks *checks, ff_text *line) {
    const ff_shoe_check *most = &checks->shoes[0];
    for (size_t g = 1; g < checks->shoe_count; g++) {
        const ff_shoe_check *shoe = &checks->shoes[g];
        bool farther = fabs(shoe->score) * sqrt((double)shoe->runs) >
                       fabs(most->score) * sqrt((double)most->runs);
        most = farther ? shoe : most;
    }
    ff_text_addf(line, "%s%s numbness comes %s than the figures allow for: compare within one shoe. ",
                 most->shoe != NULL ? "In shoe " : "In runs whose shoe you did not tell",
                 most->shoe != NULL ? most->shoe : "", most->score > 0 ? "later" : "sooner");
}

static void flagged_text(const ff_trial_checks *checks, ff_trial_check check, ff_text *line) {
    const ff_predictive *p = &checks->whole[check];
    bool more = p->p < 0.5;
    switch (check) {
    case FF_CHECK_FOLLOWING: following_text(p, line); break;
    case FF_CHECK_FARTHEST:
        ff_text_add(line, more ? "The run that is farthest off is farther off than chance makes one. "
                               : "No run is as far off as chance makes one: the ranges are a little too "
                                 "wide. ");
        break;
    case FF_CHECK_DRIFT:
        ff_text_addf(line, "Numbness comes %s from run to run than the figures allow for. ",
                     more ? "later" : "sooner");
        break;
    case FF_CHECK_CENSORED:
        ff_text_addf(line, "%s runs ended without numbness (%s %%) than the figures let expect (%s %%). ",
                     more ? "More" : "Fewer", FF_FIXED(100 * p->seen, 0), FF_FIXED(100 * p->expected, 0));
        break;
    case FF_CHECK_SHOES:
        if (more) {
            shoes_text(checks, line);
        }
        break;
    }
}

static bool is_flagged(const ff_trial_checks *checks, size_t check) {
    return checks->whole[check].flagged && (check != FF_CHECK_SHOES || checks->whole[check].p < 0.5);
}

/* What stands out of all runs together; that nothing does, where no run is odd either. */
static void whole_text(const ff_trial_analysis *analysis, ff_text *line) {
    const ff_trial_checks *checks = &analysis->checks;
    for (size_t k = 0; k < FF_TRIAL_CHECKS && checks->enough; k++) {
        if (is_flagged(checks, k)) {
            flagged_text(checks, (ff_trial_check)k, line);
        }
    }
    if (checks->enough && checks->law_flagged) {
        ff_text_addf(line, "The times do not follow the law that is assumed: of the runs that are numb by some time "
                           "the share is off by %s %%. ",
                     FF_FIXED(100 * checks->law_gap, 0));
    }
    if (line->length == 0 && analysis->figures && analysis->numb > 0 && analysis->odd_run == analysis->usable) {
        ff_text_add(line, checks->enough
                              ? "Checked against runs made up under the same figures: nothing stands out."
                              : "There are too few runs yet to check the figures by.");
    }
}

void ff_trial_checks_text(const ff_trial_analysis *analysis, const int64_t *numbers, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    odd_text(analysis, numbers, &line);
    if (line.length > 0) {
        ff_trial_paragraph(&line, out);
    }
    whole_text(analysis, &line);
    if (line.length > 0) {
        ff_trial_paragraph(&line, out);
    }
    ff_text_free(&line);
}

/* ---- JSON ---- */

static void write_number(ff_json *json, const char *name, int64_t number) {
    ff_json_name(json, name);
    ff_json_int(json, number);
}

static void write_flag(ff_json *json, const char *name, bool value) {
    ff_json_name(json, name);
    ff_json_bool(json, value);
}

static void write_whole(ff_json *json, const ff_trial_checks *checks) {
    for (size_t k = 0; k < FF_TRIAL_CHECKS; k++) {
        const ff_predictive *p = &checks->whole[k];
        if (isnan(p->p)) {
            continue;
        }
        ff_json_name(json, ff_trial_check_name((ff_trial_check)k));
        ff_json_object(json);
        ff_json_result_member(json, "seen", p->seen);
        ff_json_result_member(json, "expected", p->expected);
        ff_json_result_member(json, "p", p->p);
        write_flag(json, "flagged", p->flagged);
        ff_json_end_object(json);
    }
}

static void write_shoes(ff_json *json, const ff_trial_checks *checks) {
    ff_json_name(json, "mean_scores_of_shoes");
    ff_json_array(json);
    for (size_t g = 0; g < checks->shoe_count; g++) {
        ff_json_object(json);
        ff_json_text_member(json, "shoe", checks->shoes[g].shoe);
        write_number(json, "runs", (int64_t)checks->shoes[g].runs);
        ff_json_result_member(json, "score", checks->shoes[g].score);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void write_run(ff_json *json, const ff_run_check *run, int64_t number) {
    ff_json_object(json);
    write_number(json, "run", number);
    ff_json_result_member(json, "score", run->score);
    ff_json_result_member(json, "residual_low", run->residual_low);
    if (isfinite(run->residual_high)) {
        ff_json_result_member(json, "residual_high", run->residual_high);
    }
    ff_json_end_object(json);
}

static void write_checks(ff_json *json, const ff_trial_analysis *a, const int64_t *numbers) {
    const ff_trial_checks *checks = &a->checks;
    ff_json_name(json, "checks");
    ff_json_object(json);
    write_flag(json, "enough_runs", checks->enough);
    ff_text line;
    ff_text_init(&line, json->out->allocator);
    odd_text(a, numbers, &line);
    ff_trial_words_member(json, "odd", &line);
    whole_text(a, &line);
    ff_trial_words_member(json, "says", &line);
    ff_text_free(&line);
    if (checks->enough) {
        write_whole(json, checks);
    }
    ff_json_result_member(json, "law_gap", checks->law_gap);
    write_flag(json, "law_flagged", checks->law_flagged);
    write_number(json, "largest_residual", ff_run_number(numbers, checks->largest));
    write_number(json, "smallest_residual", ff_run_number(numbers, checks->smallest));
    if (checks->shoe_count > 0) {
        write_shoes(json, checks);
    }
    ff_json_name(json, "runs");
    ff_json_array(json);
    for (size_t i = 0; i < a->usable; i++) {
        write_run(json, &checks->runs[i], ff_run_number(numbers, i));
    }
    ff_json_end_array(json);
    ff_json_end_object(json);
}

static void write_without_effect(ff_json *json, const ff_trial_effect *effect) {
    ff_json_object(json);
    ff_json_text_member(json, "id", effect->change);
    if (effect->state == FF_EFFECT_KNOWN) {
        ff_json_result_member(json, "low", effect->low);
        ff_json_result_member(json, "median", effect->median);
        ff_json_result_member(json, "high", effect->high);
        ff_json_result_member(json, "p_helps", effect->helps_tenth);
        ff_json_result_member(json, "p_helps_mixture", effect->mixture_tenth);
        ff_json_text_member(json, "verdict", ff_verdict_name(effect->verdict));
    }
    ff_json_end_object(json);
}

static void write_without(ff_json *json, const ff_trial_analysis *a, const int64_t *numbers) {
    ff_json_name(json, "without");
    ff_json_array(json);
    for (size_t i = 0; i < a->without_count; i++) {
        ff_json_object(json);
        write_number(json, "run", ff_run_number(numbers, a->without[i].run));
        ff_json_name(json, "changes");
        ff_json_array(json);
        for (size_t k = 0; k < a->effect_count; k++) {
            write_without_effect(json, &a->without[i].effects[k]);
        }
        ff_json_end_array(json);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

void ff_trial_checks_members(ff_json *json, const ff_trial_analysis *analysis,
                             const int64_t *numbers) {
    if (!analysis->figures) {
        return;
    }
    write_checks(json, analysis, numbers);
    if (analysis->odd_run < analysis->usable) {
        write_number(json, "odd_run", ff_run_number(numbers, analysis->odd_run));
        ff_json_result_member(json, "odd_sd", analysis->odd_sd);
    }
    if (analysis->without_count > 0) {
        write_without(json, analysis, numbers);
    }
}
