#include "report/form_report.h"

#include "base/number.h"
#include "base/unit.h"

#include <math.h>

static const char *percent(double p, ff_arena *arena) {
    return p < 0.01 ? "under 1" : p > 0.99 ? "over 99" : ff_arena_copy(arena, FF_FIXED(100 * p, 0));
}

const char *ff_overstride_words(const ff_form *form, ff_arena *arena) {
    if (form->overstride == FF_OVERSTRIDE_UNKNOWN) {
        return NULL;
    }
    const char *word = form->overstride == FF_OVERSTRIDE_LIKELY     ? "likely"
                       : form->overstride == FF_OVERSTRIDE_UNLIKELY ? "unlikely"
                                                                    : "cannot tell";
    return ff_arena_printf(arena, "%s (%s %%, range %s to %s)", word, percent(form->p, arena),
                           percent(form->p_low, arena), percent(form->p_high, arena));
}

static void line(ff_text *out, const char *words) {
    if (words != NULL) {
        ff_text_wrap(out, "  ", words, FF_TEXT_WIDTH);
    }
}

static const char *step_words(const ff_form *form, ff_arena *arena) {
    char pace[FF_UNIT_SIZE];
    ff_unit_format_duration(1000 / form->speed_mps, pace);
    return ff_arena_printf(arena,
                           "Step rate (cadence) %s a minute at %s min/km over %zu run%s; usual at "
                           "that speed is %s, and "
                           "two runners in three lie within 8 of it.",
                           FF_FIXED(form->cadence_spm, 0), pace, form->runs.count,
                           form->runs.count == 1 ? "" : "s", FF_FIXED(form->usual_cadence_spm, 0));
}

static const char *contact_words(const ff_form *form, ff_arena *arena) {
    if (form->stance_runs == 0) {
        return "Ground contact: not recorded. A watch with running dynamics records it, with its "
               "strap "
               "or pod where it needs one.";
    }
    return ff_arena_printf(arena,
                           "Ground contact %s ms by the %s (%zu run%s); usual at that speed is "
                           "about %s. Two devices on "
                           "the same run differ by up to 57 ms, so it weighs little.",
                           FF_FIXED(form->stance_ms, 0), form->by_pod ? "pod" : "watch",
                           form->stance_runs, form->stance_runs == 1 ? "" : "s",
                           FF_FIXED(form->usual_stance_ms, 0));
}

static const char *heel_words(const ff_form *form, ff_arena *arena) {
    return ff_arena_printf(arena,
                           "The heel lands about %s cm ahead of the body, give or take %s; of 100 "
                           "runners at that speed the 16 furthest ahead, from %s cm on, are called "
                           "overstriders here. That is judged, not measured on you.",
                           FF_FIXED(form->heel_cm, 0), FF_FIXED(form->heel_sd_cm, 0),
                           FF_FIXED(form->limit_cm, 0));
}

/* Less is no change that anybody could feel or a watch could tell. */
#define STEPS_THAT_COUNT 0.5
#define CM_THAT_COUNT    0.5

static const char *steps_changed(const ff_drift *cadence, ff_arena *arena) {
    if (fabs(cadence->median) < STEPS_THAT_COUNT) {
        return ff_arena_printf(arena, "the step rate stays (%zu runs)", cadence->runs);
    }
    return ff_arena_printf(
        arena, "%s steps a minute %s (in %zu of %zu runs)", FF_FIXED(fabs(cadence->median), 1),
        cadence->median > 0 ? "more" : "fewer", cadence->same_way, cadence->runs);
}

static const char *heel_changed(const ff_drift *heel, ff_arena *arena) {
    if (isnan(heel->median)) {
        return "";
    }
    if (fabs(heel->median) < CM_THAT_COUNT) {
        return ", and the heel lands where it did";
    }
    return ff_arena_printf(
        arena, ", and the heel lands %s cm %s (%zu of %zu)", FF_FIXED(fabs(heel->median), 1),
        heel->median > 0 ? "further ahead" : "less far ahead", heel->same_way, heel->runs);
}

static const char *drift_words(const ff_drift *cadence, const ff_drift *heel, const char *when,
                               ff_arena *arena) {
    return isnan(cadence->median)
               ? NULL
               : ff_arena_printf(arena, "%s, at like speed: %s%s.", when,
                                 steps_changed(cadence, arena), heel_changed(heel, arena));
}

static const char *balance_words(const ff_form *form, ff_arena *arena) {
    if (form->balance_runs == 0) {
        return NULL;
    }
    double left = form->balance_left, apart = fabs(2 * left - 100) / 50 * 100;
    const char *sides = ff_arena_printf(
        arena, "Left and right: %s to %s %% of the ground contact (%zu run%s): ", FF_FIXED(left, 1),
        FF_FIXED(100 - left, 1), form->balance_runs, form->balance_runs == 1 ? "" : "s");
    return apart < 5
               ? ff_arena_printf(arena, "%sthe feet differ by under 5 %%, which is nothing.", sides)
               : ff_arena_printf(arena, "%sthe feet differ by %s %%.", sides, FF_FIXED(apart, 0));
}

void ff_form_report_text(const ff_form *form, ff_arena *arena, ff_text *out) {
    ff_text_add(out, "\nHow you run\n");
    if (form->overstride == FF_OVERSTRIDE_UNKNOWN) {
        line(out, ff_arena_printf(arena, "Cannot tell: %s.", form->why_not));
        line(out, balance_words(form, arena));
        return;
    }
    line(out, ff_arena_printf(arena, "Overstriding: %s.", ff_overstride_words(form, arena)));
    line(out, heel_words(form, arena));
    line(out, step_words(form, arena));
    line(out, contact_words(form, arena));
    line(out, drift_words(&form->late_cadence, &form->late_heel,
                          "Late in runs of 40 minutes and more", arena));
    line(out, drift_words(&form->onset_cadence, &form->onset_heel,
                          "In the 10 minutes before numbness, against early in the run", arena));
    line(out, balance_words(form, arena));
}

static void write_count(ff_json *json, const char *name, size_t count) {
    ff_json_name(json, name);
    ff_json_uint(json, count);
}

static void write_drift(ff_json *json, const char *name, const ff_drift *drift) {
    if (drift->runs == 0) {
        return;
    }
    ff_json_name(json, name);
    ff_json_object(json);
    write_count(json, "runs", drift->runs);
    ff_json_result_member(json, "median", drift->median);
    write_count(json, "same_way", drift->same_way);
    ff_json_end_object(json);
}

void ff_form_report_json(ff_json *json, const ff_form *form) {
    ff_json_object(json);
    ff_json_text_member(json, "overstride", ff_overstride_name(form->overstride));
    ff_json_text_member(json, "why_not", form->why_not);
    ff_json_result_member(json, "p", form->p);
    ff_json_result_member(json, "low", form->p_low);
    ff_json_result_member(json, "high", form->p_high);
    ff_json_result_member(json, "heel_ahead_cm", form->heel_cm);
    ff_json_result_member(json, "heel_ahead_sd_cm", form->heel_sd_cm);
    ff_json_result_member(json, "limit_cm", form->limit_cm);
    ff_json_result_member(json, "speed_mps", form->speed_mps);
    ff_json_result_member(json, "cadence_spm", form->cadence_spm);
    ff_json_result_member(json, "usual_cadence_spm", form->usual_cadence_spm);
    ff_json_result_member(json, "stance_time_ms", form->stance_ms);
    ff_json_result_member(json, "usual_stance_time_ms", form->usual_stance_ms);
    write_count(json, "stance_time_runs", form->stance_runs);
    if (form->stance_runs > 0) {
        ff_json_text_member(json, "stance_time_by", form->by_pod ? "pod" : "watch");
    }
    ff_json_result_member(json, "vertical_oscillation_mm", form->oscillation_mm);
    ff_json_result_member(json, "balance_left_percent", form->balance_left);
    write_count(json, "balance_runs", form->balance_runs);
    write_drift(json, "late_cadence_spm", &form->late_cadence);
    write_drift(json, "late_heel_cm", &form->late_heel);
    write_drift(json, "before_onset_cadence_spm", &form->onset_cadence);
    write_drift(json, "before_onset_heel_cm", &form->onset_heel);
    write_drift(json, "late_balance", &form->balance_drift);
    ff_json_name(json, "runs");
    ff_json_array(json);
    for (size_t i = 0; i < form->runs.count; i++) {
        ff_json_int(json, form->runs.items[i]);
    }
    ff_json_end_array(json);
    ff_json_end_object(json);
}
