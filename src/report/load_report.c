#include "report/load_report.h"

#include "base/civil.h"
#include "base/number.h"
#include "report/table.h"

#include <math.h>
#include <string.h>

static void line(ff_text *out, const char *words) {
    if (words != NULL) {
        ff_text_wrap(out, "  ", words, FF_TEXT_WIDTH);
    }
}

static const char *km(double metres, ff_arena *arena) {
    return ff_arena_copy(arena, FF_FIXED(metres / 1000, 1));
}

static const char *date_text(int64_t at_s, ff_arena *arena) {
    char date[FF_ISO_SIZE];
    ff_iso_date(at_s, date);
    return ff_arena_copy(arena, date);
}

/* ---- load ---- */

static const char *longest_words(const ff_load_now *l, ff_arena *arena) {
    if (l->band == NULL) {
        return "The newest run against the longest of the 30 days before: cannot tell (it takes 3 "
               "runs in "
               "30 days, and their distances).";
    }
    const char *against = ff_arena_printf(
        arena,
        "The newest run (run %lld, %s km) is %s %% of the longest of the 30 days before (%s km).",
        (long long)l->run_id, km(l->distance_m, arena), FF_FIXED(100 * l->ratio, 0),
        km(l->longest_before_m, arena));
    return isnan(l->hazard)
               ? against
               : ff_arena_printf(
                     arena,
                     "%s Runs that much longer went with %s times the overuse injuries (%s to "
                     "%s) in 5,205 runners [S22]; that is injury, not numbness.",
                     against, FF_FIXED(l->hazard, 2), FF_FIXED(l->hazard_low, 2),
                     FF_FIXED(l->hazard_high, 2));
}

static const char *weeks_words(const ff_load_now *l, ff_arena *arena) {
    const char *weeks = "";
    for (int i = 7; i >= 0 && weeks != NULL; i--) {
        if (!isnan(l->week_m[i])) {
            weeks = ff_arena_printf(arena, "%s%s%s", weeks, weeks[0] != '\0' ? ", " : "",
                                    FF_FIXED(l->week_m[i] / 1000, 0));
        }
    }
    const char *rise =
        l->greatest_rise > 1
            ? ff_arena_printf(arena, " The greatest rise of a week over the one before was %s %%.",
                              FF_FIXED(100 * (l->greatest_rise - 1), 0))
            : "";
    return ff_arena_printf(
        arena, "Kilometres a week, at most eight, the one up to the newest run last: %s.%s", weeks,
        rise);
}

void ff_load_report_text(const ff_load_now *load, ff_arena *arena, ff_text *out) {
    if (load->run_id == 0) {
        return;
    }
    ff_text_add(out, "\nHow much you run\n");
    line(out, weeks_words(load, arena));
    line(out, longest_words(load, arena));
    if (!isnan(load->rest_days_a_week)) {
        line(out, ff_arena_printf(arena, "Days without a run: %s a week.",
                                  FF_FIXED(load->rest_days_a_week, 1)));
    }
    if (!isnan(load->break_days)) {
        line(out, ff_arena_printf(
                      arena, "The longest break of the last year was %s days; you were back on %s.",
                      FF_FIXED(load->break_days, 0), date_text(load->back_since_s, arena)));
    }
    if (load->first_weeks) {
        line(out, "Your runs here begin less than 8 weeks ago: what was before is not known.");
    }
    line(
        out,
        "The ratio of this week to the last four (ACWR) is left out: it foretells injury no better "
        "than a ratio to a random number [S102].");
}

void ff_load_report_json(ff_json *json, const ff_load_now *load) {
    ff_json_object(json);
    if (load->run_id != 0) {
        ff_json_name(json, "run");
        ff_json_int(json, load->run_id);
        ff_json_name(json, "week_m");
        ff_json_array(json);
        for (int i = 7; i >= 0; i--) {
            ff_json_result(json, load->week_m[i]);
        }
        ff_json_end_array(json);
        ff_json_name(json, "first_weeks");
        ff_json_bool(json, load->first_weeks);
    }
    ff_json_result_member(json, "distance_m", load->distance_m);
    ff_json_result_member(json, "longest_before_m", load->longest_before_m);
    ff_json_result_member(json, "ratio", load->ratio);
    ff_json_text_member(json, "band", load->band);
    ff_json_result_member(json, "hazard", load->hazard);
    ff_json_result_member(json, "hazard_low", load->hazard_low);
    ff_json_result_member(json, "hazard_high", load->hazard_high);
    ff_json_result_member(json, "greatest_rise", load->greatest_rise);
    ff_json_result_member(json, "rest_days_a_week", load->rest_days_a_week);
    ff_json_result_member(json, "break_days", load->break_days);
    ff_json_end_object(json);
}

/* ---- shoes ---- */

static const char *share(size_t numb, size_t said, ff_arena *arena) {
    return said > 0 ? ff_arena_printf(arena, "%zu of %zu", numb, said) : NULL;
}

static const char *state_of(const ff_wear *w) {
    static const struct {
        const char *band, *words;
    } bands[] = {{"new", "new"}, {"mid", NULL}, {"old", "old"}};
    if (w->retired) {
        return "retired";
    }
    for (size_t i = 0; w->band != NULL && i < sizeof bands / sizeof *bands; i++) {
        if (strcmp(bands[i].band, w->band) == 0) {
            return bands[i].words;
        }
    }
    return NULL;
}

static void wear_table(const ff_wear_list *wear, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_table_init(&table, arena);
    static const struct {
        const char *head;
        bool right;
    } columns[] = {{"what", false}, {"name", false},       {"runs", true},      {"km", true},
                   {"numb", true},  {"half by min", true}, {"last run", false}, {"", false}};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        ff_table_column(&table, columns[i].head, columns[i].right);
    }
    for (size_t i = 0; i < wear->count; i++) {
        const ff_wear *w = &wear->items[i];
        const char *cells[] = {
            w->kind,
            w->name,
            ff_arena_printf(arena, "%zu", w->runs),
            ff_arena_printf(arena, "%s%s", FF_FIXED(w->distance_m / 1000 + w->km_before, 0),
                            w->whole ? "" : "+"),
            share(w->numb, w->said, arena),
            isnan(w->median_min) ? NULL : ff_arena_copy(arena, FF_FIXED(w->median_min, 0)),
            date_text(w->last_s, arena),
            state_of(w)};
        ff_table_row(&table, cells, sizeof cells / sizeof *cells);
    }
    ff_table_print(&table, 2, out);
}

static bool any_unsure(const ff_wear_list *wear) {
    for (size_t i = 0; i < wear->count; i++) {
        if (!wear->items[i].whole) {
            return true;
        }
    }
    return false;
}

/* Whether numbness is more of the first 50 km of new shoes: all of them together. */
static void early_line(const ff_wear_list *wear, ff_arena *arena, ff_text *out) {
    size_t said = 0, numb = 0, later_said = 0, later_numb = 0;
    for (size_t i = 0; i < wear->count; i++) {
        const ff_wear *w = &wear->items[i];
        if (w->whole && strcmp(w->kind, "shoe") == 0) {
            said += w->early_said;
            numb += w->early_numb;
            later_said += w->said - w->early_said;
            later_numb += w->numb - w->early_numb;
        }
    }
    if (said > 0 && later_said > 0) {
        line(out, ff_arena_printf(
                      arena,
                      "In the first 50 km of new shoes numb in %zu of %zu runs, later in %zu "
                      "of %zu.",
                      numb, said, later_numb, later_said));
    }
}

void ff_wear_report_text(const ff_wear_list *wear, ff_arena *arena, ff_text *out) {
    ff_text_add(out, "\nShoes\n");
    if (wear->count == 0) {
        line(out,
             "No shoe is said of any run. 'log RUN --shoe NAME' says it; the exports of Strava and "
             "Garmin bring it along.");
        return;
    }
    wear_table(wear, arena, out);
    if (any_unsure(wear)) {
        line(out, "+: it may have gone further before your first run here.");
    }
    early_line(wear, arena, out);
    if (wear->rotation > 1 && !isnan(wear->alternated)) {
        line(out,
             ff_arena_printf(
                 arena, "%zu shoes by turns in the last 60 days: changed on %s %% of the runs.",
                 wear->rotation, FF_FIXED(100 * wear->alternated, 0)));
    }
    if (wear->no_shoe > 0) {
        line(out, ff_arena_printf(arena, "Of %zu run%s no shoe is said.", wear->no_shoe,
                                  wear->no_shoe == 1 ? "" : "s"));
    }
}

static void write_wear(ff_json *json, const ff_wear *w) {
    char first[FF_ISO_SIZE], last[FF_ISO_SIZE];
    ff_iso_date(w->first_s, first);
    ff_iso_date(w->last_s, last);
    ff_json_object(json);
    ff_json_text_member(json, "kind", w->kind);
    ff_json_text_member(json, "name", w->name);
    ff_json_name(json, "runs");
    ff_json_uint(json, w->runs);
    ff_json_result_member(json, "distance_m", w->distance_m);
    ff_json_result_member(json, "km_before", w->km_before > 0 ? w->km_before : (double)NAN);
    ff_json_name(json, "whole_distance");
    ff_json_bool(json, w->whole);
    ff_json_text_member(json, "first", first);
    ff_json_text_member(json, "last", last);
    ff_json_name(json, "retired");
    ff_json_bool(json, w->retired);
    ff_json_text_member(json, "band", w->band);
    const struct {
        const char *name;
        size_t count;
    } counts[] = {{"said", w->said},
                  {"numb", w->numb},
                  {"first_50_km_said", w->early_said},
                  {"first_50_km_numb", w->early_numb}};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        ff_json_name(json, counts[i].name);
        ff_json_uint(json, counts[i].count);
    }
    ff_json_result_member(json, "median_min", w->median_min);
    ff_json_result_member(json, "median_low_min", w->median_low_min);
    ff_json_result_member(json, "median_high_min", w->median_high_min);
    ff_json_end_object(json);
}

void ff_wear_report_json(ff_json *json, const ff_wear_list *wear) {
    ff_json_array(json);
    for (size_t i = 0; i < wear->count; i++) {
        write_wear(json, &wear->items[i]);
    }
    ff_json_end_array(json);
}
