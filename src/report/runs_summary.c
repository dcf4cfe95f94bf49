#include "report/runs_summary.h"

#include "base/civil.h"
#include "base/number.h"

#include <math.h>

/* With fewer runs a middle is no more than a run. */
#define FEW 3

/* " (90 % range 22 to 27)" */
static void range(const ff_runs_figures *figures, int places, ff_text *line) {
    bool from = !isnan(figures->median_low_min), to = !isnan(figures->median_high_min);
    if (!from && !to) {
        return;
    }
    ff_text_add(line, " (90 % range ");
    if (from) {
        ff_text_addf(line, "%s to ", FF_FIXED(figures->median_low_min, places));
    }
    if (to) {
        ff_text_addf(line, "%s%s)", from ? "" : "up to ",
                     FF_FIXED(figures->median_high_min, places));
    } else {
        ff_text_add(line, "later)");
    }
}

/* "half are numb by 24 min (90 % range 22 to 27)", "never by their end" */
void ff_runs_figures_words(const ff_runs_figures *figures, ff_text *line) {
    if (figures->numb == 0) {
        ff_text_add(line, "never by their end");
        return;
    }
    if (figures->runs < FEW) {
        ff_text_add(line, "too few to say when");
        return;
    }
    if (isnan(figures->median_min)) {
        ff_text_add(line, "fewer than half were numb by their end");
        return;
    }
    ff_text_addf(line, "half are numb by %s min", FF_FIXED(figures->median_min, 0));
    range(figures, 0, line);
}

/* Adds the line, and makes it empty for the next. */
static void finish_line(ff_text *line, ff_text *out) {
    ff_text_wrap(out, "  ", line->data, FF_TEXT_WIDTH);
    ff_text_clear(line);
}

static void onset_lines(const ff_runs_summary *s, ff_text *line, ff_text *out) {
    char date[FF_ISO_SIZE];
    ff_iso_date(ff_run_local_start_s(s->began), date);
    ff_text_addf(line, "Since it began (%s) numb in %zu of %zu runs: ", date, s->since.numb,
                 s->since.runs);
    ff_runs_figures_words(&s->since, line);
    if (!isnan(s->earliest_min)) {
        ff_text_addf(line, "; the earliest at %s min", FF_FIXED(s->earliest_min, 0));
    }
    if (!isnan(s->kilometres.median_min) && s->kilometres.runs >= FEW) {
        ff_text_addf(line, "; half by %s km", FF_FIXED(s->kilometres.median_min, 1));
        range(&s->kilometres, 1, line);
    }
    ff_text_add_char(line, '.');
    finish_line(line, out);
    if (s->not_said > 0) {
        ff_text_addf(line, "Of %zu more run%s you have not said whether a foot went numb.",
                     s->not_said, s->not_said == 1 ? "" : "s");
        finish_line(line, out);
    }
}

static void spike_line(const ff_runs_summary *s, ff_text *line, ff_text *out) {
    if (!isnan(s->ratio)) {
        ff_text_addf(line,
                     "Longest run in the 14 days before it began: %s km, %s %% of the longest of "
                     "the 30 days before (%s km).",
                     FF_FIXED(s->longest_km, 1), FF_FIXED(s->ratio * 100, 0),
                     FF_FIXED(s->reference_km, 1));
    } else if (s->spike_unknown != NULL) {
        ff_text_addf(line, "Whether a sudden long run came before it: cannot tell (%s).",
                     s->spike_unknown);
    } else {
        return;
    }
    finish_line(line, out);
}

static void change_lines(const ff_runs_change *change, ff_text *line, ff_text *out) {
    ff_text_addf(line, "With '%s' changed", change->change);
    if (change->shoe != NULL) {
        ff_text_addf(line, " in %s", change->shoe);
    }
    ff_text_addf(line, ": numb in %zu of %zu runs, ", change->with.numb, change->with.runs);
    ff_runs_figures_words(&change->with, line);
    ff_text_addf(line, ". Without: %zu of %zu, ", change->without.numb, change->without.runs);
    ff_runs_figures_words(&change->without, line);
    ff_text_add_char(line, '.');
    finish_line(line, out);
    if (!change->enough) {
        ff_text_wrap(out, "    ", "Too few runs on one side to say anything yet.", FF_TEXT_WIDTH);
    }
    ff_text_wrap(out, "    ", change->caution, FF_TEXT_WIDTH);
}

void ff_runs_summary_text(const ff_runs_summary *s, ff_text *out) {
    ff_text_add(out, "What your runs say\n");
    if (s->began == NULL) {
        ff_text_wrap(out, "  ",
                     "Nothing yet: no run is marked as numb. 'runs' lists them, 'log' marks one.",
                     FF_TEXT_WIDTH);
        return;
    }
    ff_text line;
    ff_text_init(&line, out->allocator);
    onset_lines(s, &line, out);
    spike_line(s, &line, out);
    for (size_t i = 0; i < s->change_count; i++) {
        change_lines(&s->changes[i], &line, out);
    }
    out->failed |= line.failed;
    ff_text_free(&line);
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
    if (s->began != NULL) {
        char start[FF_ISO_SIZE];
        ff_iso_format(s->began->start_s, s->began->utc_offset_known, s->began->utc_offset_s, start);
        ff_json_text_member(json, "began", start);
    }
    write_count(json, "free_before", s->free_before);
    write_figures(json, &s->since);
    write_count(json, "not_said", s->not_said);
    ff_json_result_member(json, "median_km", s->kilometres.median_min);
    ff_json_result_member(json, "median_low_km", s->kilometres.median_low_min);
    ff_json_result_member(json, "median_high_km", s->kilometres.median_high_min);
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
