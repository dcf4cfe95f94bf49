#include "report/runs_summary.h"

#include "base/civil.h"
#include "report/table.h"

#include <math.h>
#include <stdio.h>

#define WIDTH 80

/* With fewer runs a middle is no more than a run. */
#define FEW 3

/* "24 min (90 % range 22 to 27)", "later than their ends" */
static void describe(const ff_runs_figures *figures, char *buffer, size_t size) {
    if (figures->numb == 0) {
        snprintf(buffer, size, "never by their end");
        return;
    }
    if (figures->runs < FEW) {
        snprintf(buffer, size, "too few to say when");
        return;
    }
    if (isnan(figures->median_min)) {
        snprintf(buffer, size, "fewer than half were numb by their end");
        return;
    }
    int length = snprintf(buffer, size, "half are numb by %.0f min", figures->median_min);
    bool from = !isnan(figures->median_low_min), to = !isnan(figures->median_high_min);
    if (length < 0 || (size_t)length >= size || (!from && !to)) {
        return;
    }
    char low[24] = "", high[24] = "later";
    if (from) {
        snprintf(low, sizeof low, "%.0f to ", figures->median_low_min);
    }
    if (to) {
        snprintf(high, sizeof high, "%s%.0f", from ? "" : "up to ", figures->median_high_min);
    }
    snprintf(buffer + length, size - (size_t)length, " (90 %% range %s%s)", low, high);
}

static void onset_lines(const ff_runs_summary *s, ff_text *out) {
    char line[512], when[160], earliest[64] = "", typical[64] = "", date[FF_ISO_SIZE];
    describe(&s->since, when, sizeof when);
    if (!isnan(s->earliest_min)) {
        snprintf(earliest, sizeof earliest, "; the earliest at %.0f min", s->earliest_min);
    }
    if (!isnan(s->median_km) && s->since.runs >= FEW) {
        snprintf(typical, sizeof typical, ", typically after %.1f km", s->median_km);
    }
    ff_iso_date(s->began_s, date);
    snprintf(line, sizeof line, "Since it began (%s) numb in %zu of %zu runs: %s%s%s.", date,
             s->since.numb, s->since.runs, when, earliest, typical);
    ff_text_wrap(out, "  ", line, WIDTH);
    if (s->not_said > 0) {
        snprintf(line, sizeof line, "Of %zu more run%s you have not said whether a foot went numb.",
                 s->not_said, s->not_said == 1 ? "" : "s");
        ff_text_wrap(out, "  ", line, WIDTH);
    }
}

static void spike_line(const ff_runs_summary *s, ff_text *out) {
    char line[512];
    if (isnan(s->ratio)) {
        if (s->spike_unknown == NULL) {
            return;
        }
        snprintf(line, sizeof line, "Whether a sudden long run came before it: cannot tell (%s).",
                 s->spike_unknown);
    } else {
        snprintf(
            line, sizeof line,
            "Longest run in the 14 days before it began: %.1f km, %.0f %% of the longest of the "
            "30 days before (%.1f km).",
            s->longest_km, s->ratio * 100, s->reference_km);
    }
    ff_text_wrap(out, "  ", line, WIDTH);
}

static void change_lines(const ff_runs_change *change, ff_text *out) {
    char line[512], with[160], without[160];
    describe(&change->with, with, sizeof with);
    describe(&change->without, without, sizeof without);
    snprintf(line, sizeof line,
             "With '%s' changed%s%s: numb in %zu of %zu runs, %s. Without: %zu of %zu, %s.",
             change->change, change->shoe != NULL ? " in " : "",
             change->shoe != NULL ? change->shoe : "", change->with.numb, change->with.runs, with,
             change->without.numb, change->without.runs, without);
    ff_text_wrap(out, "  ", line, WIDTH);
    if (!change->enough) {
        ff_text_wrap(out, "    ", "Too few runs on one side to say anything yet.", WIDTH);
    }
    ff_text_wrap(out, "    ", change->caution, WIDTH);
}

void ff_runs_summary_text(const ff_runs_summary *s, ff_text *out) {
    ff_text_add(out, "What your runs say\n");
    if (s->began_s == 0) {
        ff_text_wrap(out, "  ",
                     "Nothing yet: no run is marked as numb. 'runs' lists them, 'log' marks one.",
                     WIDTH);
        return;
    }
    onset_lines(s, out);
    spike_line(s, out);
    for (size_t i = 0; i < s->change_count; i++) {
        change_lines(&s->changes[i], out);
    }
}

static void write_count(ff_json *json, const char *name, size_t count) {
    ff_json_name(json, name);
    ff_json_uint(json, count);
}

static void write_figures(ff_json *json, const ff_runs_figures *figures) {
    write_count(json, "runs", figures->runs);
    write_count(json, "numb", figures->numb);
    ff_json_result_member(json, "median_min", figures->median_min);
    ff_json_result_member(json, "median_low_min", figures->median_low_min);
    ff_json_result_member(json, "median_high_min", figures->median_high_min);
}

static void write_change(ff_json *json, const ff_runs_change *change) {
    ff_json_object(json);
    ff_json_text_member(json, "change", change->change);
    ff_json_text_member(json, "shoe", change->shoe);
    ff_json_name(json, "with");
    ff_json_object(json);
    write_figures(json, &change->with);
    ff_json_end_object(json);
    ff_json_name(json, "without");
    ff_json_object(json);
    write_figures(json, &change->without);
    ff_json_end_object(json);
    ff_json_name(json, "enough");
    ff_json_bool(json, change->enough);
    ff_json_text_member(json, "caution", change->caution);
    ff_json_end_object(json);
}

void ff_runs_summary_json(ff_json *json, const ff_runs_summary *s) {
    ff_json_object(json);
    if (s->began_s != 0) {
        char date[FF_ISO_SIZE];
        ff_iso_format(s->began_s, false, 0, date);
        ff_json_text_member(json, "began", date);
    }
    write_count(json, "free_before", s->free_before);
    write_figures(json, &s->since);
    write_count(json, "not_said", s->not_said);
    ff_json_result_member(json, "median_km", s->median_km);
    ff_json_result_member(json, "earliest_min", s->earliest_min);
    ff_json_result_member(json, "longest_km", s->longest_km);
    ff_json_result_member(json, "reference_km", s->reference_km);
    ff_json_result_member(json, "ratio", s->ratio);
    ff_json_text_member(json, "spike_unknown", s->spike_unknown);
    ff_json_name(json, "changes");
    ff_json_array(json);
    for (size_t i = 0; i < s->change_count; i++) {
        write_change(json, &s->changes[i]);
    }
    ff_json_end_array(json);
    ff_json_end_object(json);
}
