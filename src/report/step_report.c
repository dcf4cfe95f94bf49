#include "report/step_report.h"

#include "base/number.h"
#include "base/unit.h"
#include "report/form_report.h"
#include "report/plan_report.h"
#include "report/table.h"
#include "report/words.h"

#include <footfall/plan.h>

#include <math.h>

static const ff_step_week *last_week(const ff_step_report *r) {
    return &r->programme->weeks[r->programme->count - 1];
}

/* ---- the runner's own ---- */

static void add_own(const ff_step_report *r, ff_text *line) {
    const ff_step_speed_list *s = r->speeds;
    if (r->given) {
        ff_text_addf(line, "Your step rate, as you gave it: %s steps a minute. ",
                     FF_FIXED(r->programme->cadence_spm, 0));
        return;
    }
    char pace[FF_UNIT_SIZE];
    ff_unit_format_duration(1000 / s->speed_mps, pace);
    ff_text_addf(line,
                 "Your step rate, from your last %zu runs outdoors: %s steps a minute at %s km/h "
                 "(%s min/km), %s. The weeks and the metronome are for that speed. ",
                 s->runs, FF_FIXED(s->cadence_spm, 0), FF_FIXED(s->speed_mps * 3.6, 1), pace,
                 r->pace_given ? "the pace you gave"
                               : "the usual speed of these; --pace 6:00 takes another");
    if (!r->pace_given && !isnan(r->form->usual_cadence_spm)) {
        ff_text_addf(line,
                     "Runners at your speed have about %s, and a third of them more than 8 away "
                     "from that (judgement). ",
                     FF_FIXED(r->form->usual_cadence_spm, 0));
    }
    if (r->form->overstride == FF_OVERSTRIDE_UNLIKELY) {
        ff_text_add(line, "Your runs speak against overstriding, so this may change little. ");
    }
}

static void write_speeds(const ff_step_report *r, ff_arena *arena, ff_text *out) {
    ff_table table;
    double more = last_week(r)->more;
    ff_table_init(&table, arena);
    ff_table_column(&table, "km/h", true);
    ff_table_column(&table, "steps/min", true);
    ff_table_column(&table, "+5 %", true);
    if (more > 0.05) {
        ff_table_column(&table, more > 0.08 ? "+10 %" : "+7.5 %", true);
    }
    ff_table_column(&table, "minutes behind it", true);
    for (size_t i = 0; i < r->speeds->count; i++) {
        const ff_step_speed *s = &r->speeds->items[i];
        const char *cells[5];
        size_t count = 0;
        cells[count++] = ff_arena_printf(arena, "%s", FF_FIXED(s->speed_mps * 3.6, 1));
        cells[count++] = ff_arena_printf(arena, "%s", FF_FIXED(s->cadence_spm, 0));
        cells[count++] = ff_arena_printf(arena, "%s", FF_FIXED(s->cadence_spm * 1.05, 0));
        if (more > 0.05) {
            cells[count++] = ff_arena_printf(arena, "%s", FF_FIXED(s->cadence_spm * (1 + more), 0));
        }
        cells[count++] = ff_arena_printf(arena, "%s", FF_FIXED(s->minutes, 0));
        ff_table_row(&table, cells, count);
    }
    if (table.rows > 0) {
        ff_table_print(&table, 0, out);
        ff_text_add_char(out, '\n');
    }
}

/* ---- the weeks ---- */

static const char *part_words(const ff_step_week *w, ff_arena *arena) {
    return w->part == FF_STEP_ROUNDS
               ? ff_arena_printf(arena, "%d rounds of %s min", w->rounds, FF_FIXED(w->round_min, 0))
           : w->part == FF_STEP_HALF ? "half of each run"
                                     : "all of each run";
}

static const char *feedback_words(const ff_step_week *w, ff_arena *arena) {
    return w->off_min > 0 ? ff_arena_printf(arena, "%s min on, %s off", FF_FIXED(w->on_min, 0),
                                            FF_FIXED(w->off_min, 0))
                          : "in every round";
}

static void write_weeks(const ff_step_report *r, ff_arena *arena, ff_text *out) {
    static const char *const heads[] = {"week", "more", "steps/min", "where", "metronome"};
    ff_table table;
    ff_table_init(&table, arena);
    for (size_t i = 0; i < 5; i++) {
        ff_table_column(&table, heads[i], i == 0 || i == 1);
    }
    for (size_t i = 0; i < r->programme->count; i++) {
        const ff_step_week *w = &r->programme->weeks[i];
        const char *cells[] = {
            ff_arena_printf(arena, "%d", w->week),
            ff_arena_printf(
                arena, "%s %%",
                FF_FIXED(100 * w->more, w->more * 1000 == floor(w->more * 100) * 10 ? 0 : 1)),
            ff_arena_printf(arena, "%s to %s", FF_FIXED(w->low_spm, 0), FF_FIXED(w->high_spm, 0)),
            part_words(w, arena), feedback_words(w, arena)};
        ff_table_row(&table, cells, 5);
    }
    ff_table_print(&table, 0, out);
    ff_text_add_char(out, '\n');
}

/* ---- what to heed ---- */

static const char how[] =
    "At the same speed take shorter steps, and let the foot come down under the body. Two or three "
    "easy runs a week. Calves "
    "sore for more than 48 hours: stay a week where you are (judgement). Numb earlier than before, "
    "or a new pain: leave "
    "it. There is no number for all, 180 neither: good runners lie from about 155 to 203 [R20].";

static const char as_now[] = "Land on the part of the foot you land on now: no change of that "
                             "alone is advised by what is known "
                             "[S134].";

static const char not_forefoot[] =
    "Not on the front of the foot: that raises the pressure there [S94, S95], and yours goes numb "
    "at the ball or the toes. "
    "For the same reason do not try to land in the middle of the foot.";

static const char known[] = "What is known: 5 to 10 % more steps lower the load on knee and hip "
                            "[S50] and make the step shorter [S118]; that fewer "
                            "are hurt is not shown [S118], and numbness was never studied. The "
                            "weeks are judgement, the fading of the metronome is after "
                            "R13.";

void ff_step_report_text(const ff_step_report *r, ff_arena *arena, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    ff_text_addf(&line, "Shorter, quicker steps: %s %% more in %zu weeks",
                 FF_FIXED(100 * last_week(r)->more, last_week(r)->more == 0.075 ? 1 : 0),
                 r->programme->count);
    ff_words_line(&line, out);
    add_own(r, &line);
    ff_words_line(&line, out);
    ff_text_add_char(out, '\n');
    write_speeds(r, arena, out);
    write_weeks(r, arena, out);
    ff_text_add(&line, how);
    ff_words_line(&line, out);
    ff_text_add(&line, r->forefoot_numb ? not_forefoot : as_now);
    ff_words_line(&line, out);
    ff_text_add(&line, known);
    ff_words_line(&line, out);
    if (r->track != NULL) {
        ff_text_addf(&line, "Metronome of week %d, %s steps a minute, %s minutes: %s",
                     r->track_week, FF_FIXED(r->track_spm, 1), FF_FIXED(r->track_min, 0), r->track);
    } else {
        ff_text_addf(&line,
                     "To hear it: '%s step --week 1 --wav FILE' writes a metronome track. In your "
                     "runs: '%s plan "
                     "--cadence own'.",
                     r->program, r->program);
    }
    ff_words_line(&line, out);
    ff_words_trial_hint(&line, r->program, r->remedy);
    ff_words_line(&line, out);
    ff_text_free(&line);
}

/* ---- JSON ---- */

static void speeds_json(const ff_step_report *r, ff_json *json) {
    ff_json_name(json, "own");
    ff_json_object(json);
    ff_json_result_member(json, "cadence_spm", r->programme->cadence_spm);
    ff_json_text_member(json, "by", r->given ? "runner" : "runs");
    if (!r->given) {
        ff_json_result_member(json, "speed_mps", r->speeds->speed_mps);
        ff_json_result_member(json, "usual_cadence_spm", r->form->usual_cadence_spm);
        ff_json_name(json, "runs");
        ff_json_uint(json, r->speeds->runs);
    }
    ff_json_name(json, "speeds");
    ff_json_array(json);
    for (size_t i = 0; !r->given && i < r->speeds->count; i++) {
        ff_json_object(json);
        ff_json_result_member(json, "speed_mps", r->speeds->items[i].speed_mps);
        ff_json_result_member(json, "cadence_spm", r->speeds->items[i].cadence_spm);
        ff_json_result_member(json, "minutes", r->speeds->items[i].minutes);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    ff_json_end_object(json);
}

static void week_json(const ff_step_week *w, ff_json *json) {
    static const char *const parts[] = {"rounds", "half", "all"};
    ff_json_object(json);
    ff_json_name(json, "week");
    ff_json_int(json, w->week);
    ff_json_result_member(json, "more_percent", 100 * w->more);
    ff_json_result_member(json, "low_spm", w->low_spm);
    ff_json_result_member(json, "high_spm", w->high_spm);
    ff_json_text_member(json, "part", parts[w->part]);
    if (w->part == FF_STEP_ROUNDS) {
        ff_json_name(json, "rounds");
        ff_json_int(json, w->rounds);
        ff_json_result_member(json, "round_min", w->round_min);
    }
    ff_json_result_member(json, "on_min", w->on_min);
    ff_json_result_member(json, "off_min", w->off_min);
    ff_json_name(json, "workout");
    ff_workout_json(json, &w->workout);
    ff_json_end_object(json);
}

void ff_step_report_json(const ff_step_report *r, ff_json *json) {
    speeds_json(r, json);
    ff_json_name(json, "weeks");
    ff_json_array(json);
    for (size_t i = 0; i < r->programme->count; i++) {
        week_json(&r->programme->weeks[i], json);
    }
    ff_json_end_array(json);
    ff_json_name(json, "forefoot_numb");
    ff_json_bool(json, r->forefoot_numb);
    ff_json_text_member(json, "how", how);
    ff_json_text_member(json, "landing", r->forefoot_numb ? not_forefoot : as_now);
    ff_json_text_member(json, "known", known);
    ff_json_text_member(json, "wav", r->track);
    ff_words_trial_members(json, r->program, r->remedy);
}
