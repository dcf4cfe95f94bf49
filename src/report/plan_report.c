#include "report/plan_report.h"

#include "base/civil.h"
#include "base/number.h"
#include "report/table.h"
#include "report/words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static const char *date_words(ff_arena *arena, int64_t day_s) {
    char day[FF_ISO_SIZE];
    ff_iso_date(day_s, day);
    return ff_arena_printf(arena, "%s %s", ff_weekday_name(ff_weekday_of(day_s)), day);
}

/* Half minutes where there are any. */
static const char *minute_words(ff_arena *arena, double minutes) {
    double half = round(minutes * 2) / 2;
    return ff_arena_printf(arena, "%s", FF_FIXED(half, half == floor(half) ? 0 : 1));
}

static double pace_of(const ff_plan_report *r) {
    return isnan(r->standing->pace_min_km) ? 8.0
                                           : r->standing->pace_min_km; /* as the rules take it */
}

/* ---- text ---- */

static const char *state_words(ff_arena *arena, const ff_followed_run *run) {
    const ff_done_run *done = run->done;
    switch (run->state) {
    case FF_PLAN_DONE:
        return ff_arena_printf(arena, "done, %s", minute_words(arena, done->minutes));
    case FF_PLAN_SHORT:
        return ff_arena_printf(arena, "cut short, %s", minute_words(arena, done->minutes));
    case FF_PLAN_LONGER:
        return ff_arena_printf(arena, "longer, %s", minute_words(arena, done->minutes));
    case FF_PLAN_NUMB:
        return ff_arena_printf(arena, "numb at %s", minute_words(arena, done->numb_min));
    case FF_PLAN_MISSED:
        return "missed";
    default:
        return run->changed ? "less than planned" : NULL;
    }
}

/* A workout takes more than one row where it is long: it breaks behind a part. */
#define WHAT_COLUMNS 44

static void add_what(ff_arena *arena, const char *what, const char *cells[5], ff_table *table) {
    while (*what != '\0') {
        size_t length = strlen(what), fits = length;
        if (length > WHAT_COLUMNS) {
            fits = 0;
            for (size_t at = 0; at < length; at++) {
                bool part =
                    (what[at] == ';' || what[at] == ',') && (fits == 0 || at < WHAT_COLUMNS);
                fits = part ? at + 1 : fits;
            }
            fits = fits == 0 ? length : fits;
        }
        cells[4] = ff_arena_copy_bytes(arena, what, fits);
        ff_table_row(table, cells, 5);
        cells[0] = cells[1] = cells[2] = cells[3] = NULL;
        what += fits;
        what += *what == ' ';
    }
}

static void add_row(const ff_plan_report *r, size_t i, ff_arena *arena, ff_table *table) {
    const ff_followed_run *run = &r->followed->runs[i];
    const ff_planned_run *planned = &run->planned;
    bool first = i == 0 || r->followed->runs[i - 1].planned.week != planned->week;
    ff_text what;
    ff_text_init(&what, arena->allocator);
    ff_workout_print(&planned->workout, &what);
    const char *cells[5] = {first ? ff_arena_printf(arena, "%d", planned->week) : NULL,
                            date_words(arena, planned->day_s),
                            minute_words(arena, ff_workout_minutes(&planned->workout, pace_of(r))),
                            state_words(arena, run)};
    add_what(arena, what.data, cells, table);
    arena->failed |= what.failed;
    ff_text_free(&what);
}

static void write_table(const ff_plan_report *r, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "week", true);
    ff_table_column(&table, "day", false);
    ff_table_column(&table, "min", true);
    ff_table_column(&table, "so far", false);
    ff_table_column(&table, "what", false);
    for (size_t i = 0; i < r->followed->count; i++) {
        add_row(r, i, arena, &table);
    }
    ff_table_print(&table, 0, out);
}

static void add_standing(const ff_plan_report *r, ff_arena *arena, ff_text *line) {
    const ff_plan_standing *s = r->standing;
    if (s->longest_min > 0) {
        ff_text_addf(line, "Longest run of the last 30 days: %s min, on %s. ",
                     minute_words(arena, s->longest_min), date_words(arena, s->longest_day_s));
    } else {
        ff_text_add(line, "No run in the last 30 days: it begins from a walk of 30 minutes. Walk "
                          "so long with ease "
                          "first. ");
    }
    if (!isnan(s->last_numb_min)) {
        ff_text_addf(line, "Numbness last came after %s min, on %s",
                     minute_words(arena, s->last_numb_min), date_words(arena, s->last_numb_day_s));
        if (s->numb_latest_min > s->numb_min) {
            ff_text_addf(line, " (in half a year after %s to %s)", minute_words(arena, s->numb_min),
                         minute_words(arena, s->numb_latest_min));
        }
        ff_text_addf(line, ". Runs end by minute %s now%s. ", minute_words(arena, s->level_min),
                     s->clean >= FF_PLAN_CLEAN_RUNS
                         ? ", a tenth more being allowed after three clean runs"
                         : "");
    }
}

static void add_so_far(const ff_plan_report *r, ff_text *line) {
    const ff_followed_plan *f = r->followed;
    if (f->of[FF_PLAN_TO_COME] == f->count) {
        return;
    }
    ff_text_addf(line, "So far %zu done", f->of[FF_PLAN_DONE] + f->of[FF_PLAN_LONGER]);
    const struct {
        ff_plan_state state;
        const char *words;
    } states[] = {{FF_PLAN_SHORT, "cut short"}, {FF_PLAN_NUMB, "numb"}, {FF_PLAN_MISSED, "missed"}};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        if (f->of[states[i].state] > 0) {
            ff_text_addf(line, ", %zu %s", f->of[states[i].state], states[i].words);
        }
    }
    ff_text_addf(line, "; %zu to come. ", f->of[FF_PLAN_TO_COME]);
    if (f->of[FF_PLAN_MISSED] > 0) {
        ff_text_add(line, "What was missed is not made up for. ");
    }
    if (f->changed > 0) {
        ff_text_addf(line, "By the rules %zu of those to come %s less than planned at first. ",
                     f->changed, f->changed == 1 ? "is" : "are");
    }
}

static void add_goal(const ff_plan_report *r, ff_arena *arena, ff_text *line) {
    if (r->goal_day_s != 0) {
        ff_text_addf(line, "The day it leads to: %s. ", date_words(arena, r->goal_day_s));
    }
    if (!isnan(r->goal_min) && !r->goal_reached) {
        ff_text_addf(line,
                     "It does not get to %s minutes by its end: the rules come first. When it is "
                     "done, write "
                     "the next. ",
                     minute_words(arena, r->goal_min));
    }
}

static void write_rules(const ff_plan_report *r, ff_text *line, ff_text *out) {
    ff_text_add(line, "Numb on the way? Stop, loosen the laces, walk. The next run ends 5 minutes "
                      "before that minute; "
                      "three runs without numbness, then a tenth more; if it comes earlier than "
                      "before, a step back "
                      "(judgement).");
    ff_words_line(line, out);
    ff_text_add(line, "No run is over 110 % of the longest of 30 days: longer leaps went with more "
                      "injuries [S22]; that it "
                      "holds for numbness is judgement. A day of rest between runs [S69]");
    ff_text_add(line, r->standing->runs_a_week >= FF_PLAN_OFTEN_A_WEEK
                          ? ", where you do not run more often already. "
                          : ". ");
    if (r->sources != NULL) {
        ff_text_addf(line, "The programme rests on %s. ", r->sources);
    }
    ff_text_add(line, r->caution != NULL ? r->caution : "");
    ff_words_line(line, out);
}

void ff_plan_report_text(const ff_plan_report *r, ff_arena *arena, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    if (r->plan->name != NULL) {
        ff_text_wrap(out, "", r->plan->name, FF_TEXT_WIDTH);
    }
    add_standing(r, arena, &line);
    add_so_far(r, &line);
    add_goal(r, arena, &line);
    ff_words_line(&line, out);
    ff_text_add_char(out, '\n');
    write_table(r, arena, out);
    ff_text_add_char(out, '\n');
    write_rules(r, &line, out);
    ff_text_addf(&line,
                 "Another day or another number? '%s plan --text' prints it to be edited, '%s plan "
                 "--from FILE' "
                 "checks it and keeps it.",
                 r->program, r->program);
    ff_words_line(&line, out);
    if (r->remedy != NULL) {
        ff_words_trial_hint(&line, r->program, r->remedy);
        ff_words_line(&line, out);
    }
    ff_text_free(&line);
}

/* ---- JSON ---- */

static void date_member(ff_json *json, const char *name, int64_t day_s) {
    char day[FF_ISO_SIZE];
    ff_iso_date(day_s, day);
    ff_json_text_member(json, name, day);
}

static void step_json(ff_json *json, const ff_workout_step *step) {
    static const char *const efforts[] = {"run", "walk", "warm_up", "cool_down"};
    ff_json_object(json);
    ff_json_text_member(json, "effort", efforts[step->effort]);
    ff_json_result_member(json, "duration_s", step->duration_s);
    ff_json_result_member(json, "distance_m", step->distance_m);
    ff_json_result_member(json, "cadence_low_spm", step->cadence_low_spm);
    ff_json_result_member(json, "cadence_high_spm", step->cadence_high_spm);
    ff_json_text_member(json, "note", step->note);
    ff_json_end_object(json);
}

void ff_workout_json(ff_json *json, const ff_workout *workout) {
    ff_text text;
    ff_text_init(&text, json->out->allocator);
    ff_workout_print(workout, &text);
    ff_json_object(json);
    ff_json_text_member(json, "name", workout->name);
    ff_json_text_member(json, "text", text.data);
    ff_json_text_member(json, "note", workout->note);
    ff_json_name(json, "blocks");
    ff_json_array(json);
    for (size_t b = 0; b < workout->count; b++) {
        ff_json_object(json);
        ff_json_name(json, "times");
        ff_json_int(json, workout->blocks[b].times);
        ff_json_name(json, "steps");
        ff_json_array(json);
        for (size_t s = 0; s < workout->blocks[b].count; s++) {
            step_json(json, &workout->blocks[b].steps[s]);
        }
        ff_json_end_array(json);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    ff_json_end_object(json);
    json->out->failed |= text.failed;
    ff_text_free(&text);
}

static void done_json(ff_json *json, const ff_done_run *done) {
    ff_json_name(json, "done");
    ff_json_object(json);
    ff_json_name(json, "run");
    ff_json_int(json, done->run_id);
    date_member(json, "day", done->day_s);
    ff_json_result_member(json, "minutes", done->minutes);
    ff_json_result_member(json, "numb_min", done->numb_min);
    ff_json_end_object(json);
}

static void run_json(const ff_plan_report *r, const ff_followed_run *run, ff_json *json) {
    const ff_workout *workout = &run->planned.workout;
    ff_json_object(json);
    ff_json_name(json, "week");
    ff_json_int(json, run->planned.week);
    date_member(json, "day", run->planned.day_s);
    ff_json_text_member(json, "state", ff_plan_state_name(run->state));
    ff_json_result_member(json, "minutes", ff_workout_minutes(workout, pace_of(r)));
    ff_json_result_member(json, "running_min", ff_workout_running_min(workout, pace_of(r)));
    ff_json_name(json, "changed");
    ff_json_bool(json, run->changed);
    if (run->done != NULL) {
        done_json(json, run->done);
    }
    ff_json_name(json, "workout");
    ff_workout_json(json, workout);
    ff_json_end_object(json);
}

static void standing_json(const ff_plan_standing *s, ff_json *json) {
    ff_json_name(json, "standing");
    ff_json_object(json);
    ff_json_result_member(json, "longest_30_days_min", s->longest_min);
    if (s->longest_min > 0) {
        date_member(json, "longest_day", s->longest_day_s);
    }
    ff_json_result_member(json, "runs_a_week", s->runs_a_week);
    ff_json_result_member(json, "pace_min_km", s->pace_min_km);
    ff_json_result_member(json, "last_numb_min", s->last_numb_min);
    if (!isnan(s->last_numb_min)) {
        date_member(json, "last_numb_day", s->last_numb_day_s);
        ff_json_result_member(json, "numb_earliest_min", s->numb_min);
        ff_json_result_member(json, "numb_latest_min", s->numb_latest_min);
        ff_json_result_member(json, "ends_by_min", s->level_min);
        ff_json_name(json, "clean_runs");
        ff_json_int(json, s->clean);
    }
    ff_json_end_object(json);
}

static void rules_json(ff_json *json) {
    ff_json_name(json, "rules");
    ff_json_array(json);
    for (int rule = 0; rule < FF_PLAN_RULE_COUNT; rule++) {
        ff_json_object(json);
        ff_json_text_member(json, "id", ff_plan_rule_name((ff_plan_rule)rule));
        ff_json_text_member(json, "words", ff_plan_rule_words((ff_plan_rule)rule));
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void plan_json(const ff_plan_report *r, ff_json *json) {
    ff_text text;
    ff_text_init(&text, json->out->allocator);
    ff_plan_print(r->plan, &text);
    ff_json_name(json, "plan");
    ff_json_object(json);
    ff_json_text_member(json, "name", r->plan->name);
    ff_json_text_member(json, "kind", ff_plan_kind_name(r->kind));
    ff_json_result_member(json, "goal_min", r->goal_min);
    if (r->goal_day_s != 0) {
        date_member(json, "goal_day", r->goal_day_s);
    }
    ff_json_name(json, "goal_reached");
    ff_json_bool(json, r->goal_reached);
    ff_json_name(json, "start_minute");
    ff_json_int(json, r->plan->start_minute);
    ff_json_name(json, "runs");
    ff_json_array(json);
    for (size_t i = 0; i < r->followed->count; i++) {
        run_json(r, &r->followed->runs[i], json);
    }
    ff_json_end_array(json);
    ff_json_text_member(json, "sources", r->sources);
    ff_json_text_member(json, "caution", r->caution);
    ff_json_text_member(json, "text", text.data);
    ff_json_end_object(json);
    json->out->failed |= text.failed;
    ff_text_free(&text);
}

void ff_plan_report_json(const ff_plan_report *r, ff_json *json) {
    plan_json(r, json);
    standing_json(r->standing, json);
    rules_json(json);
    if (r->remedy != NULL) {
        ff_words_trial_members(json, r->program, r->remedy);
    }
}

/* ---- broken rules ---- */

static void add_break(const ff_plan *plan, const ff_plan_break *b, ff_text *line) {
    char day[FF_ISO_SIZE];
    ff_iso_date(b->day_s, day);
    ff_text_addf(line, "week %d, %s: %s", plan->runs[b->run].week, day,
                 ff_plan_rule_words(b->rule));
    if (!isnan(b->is)) {
        const char *unit = b->rule == FF_RULE_OFTEN    ? "runs in seven days"
                           : b->rule == FF_RULE_EASIER ? "growing weeks"
                           : b->rule == FF_RULE_WALK   ? "% walking"
                                                       : "min";
        ff_text_addf(line, " (%s %s, allowed %s)", FF_FIXED(b->is, 1), unit,
                     FF_FIXED(b->allowed, 1));
    }
}

void ff_plan_breaks_text(const ff_plan *plan, const ff_plan_break_list *breaks, ff_text *out) {
    ff_text line;
    ff_text_init(&line, out->allocator);
    for (size_t i = 0; i < breaks->count; i++) {
        add_break(plan, &breaks->items[i], &line);
        ff_text_wrap(out, "  ", line.data, FF_TEXT_WIDTH);
        ff_text_clear(&line);
    }
    out->failed |= line.failed;
    ff_text_free(&line);
}

void ff_plan_breaks_json(const ff_plan *plan, const ff_plan_break_list *breaks, ff_json *json) {
    ff_json_name(json, "breaks");
    ff_json_array(json);
    for (size_t i = 0; i < breaks->count; i++) {
        const ff_plan_break *b = &breaks->items[i];
        ff_json_object(json);
        ff_json_text_member(json, "rule", ff_plan_rule_name(b->rule));
        ff_json_text_member(json, "words", ff_plan_rule_words(b->rule));
        ff_json_name(json, "week");
        ff_json_int(json, plan->runs[b->run].week);
        date_member(json, "day", b->day_s);
        ff_json_result_member(json, "is", b->is);
        ff_json_result_member(json, "allowed", b->allowed);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}
