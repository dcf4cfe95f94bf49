#include "report/run_show.h"

#include "base/civil.h"
#include "base/number.h"
#include "base/unit.h"
#include "report/run_laps.h"
#include "report/run_plot.h"
#include "report/thinned.h"
#include "report/timer_walk.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* What is being put together. */
typedef struct {
    const ff_run_row *row;
    const ff_run *run;
    const ff_run_figures *figures;
    ff_arena *arena;
    ff_text *out;
} page;

/* ---- one line each: what it is called, and what it is ---- */

#define LABEL_WIDTH 22

static void add_line(page *p, const char *label, const char *words) {
    char first[LABEL_WIDTH + 1];
    if (words == NULL || words[0] == '\0') {
        return;
    }
    size_t length = strlen(label);
    memset(first, ' ', sizeof first);
    memcpy(first + 2, label, length < LABEL_WIDTH - 2 ? length : LABEL_WIDTH - 2);
    first[LABEL_WIDTH] = '\0';
    ff_text_wrap(p->out, first, words, FF_TEXT_WIDTH);
}

static const char *clock_text(double seconds, ff_arena *arena) {
    char text[FF_UNIT_SIZE];
    ff_unit_format_duration(seconds, text);
    return ff_arena_copy(arena, text);
}

/* "172 steps a minute"; NULL when the figure is absent. */
static const char *with_unit(double value, int places, const char *unit, ff_arena *arena) {
    return isfinite(value) ? ff_arena_printf(arena, "%s %s", FF_FIXED(value, places), unit) : NULL;
}

static void head_line(page *p) {
    char date[FF_ISO_SIZE];
    int64_t local_s = ff_run_local_start_s(p->run);
    ff_civil civil = ff_civil_of_seconds(local_s);
    ff_iso_date(local_s, date);
    ff_text line;
    ff_text_init(&line, p->arena->allocator);
    ff_text_addf(&line, "Run %lld, %s, %02d:%02d%s", (long long)p->run->id, date, civil.hour,
                 civil.minute, p->run->utc_offset_known ? "" : " UTC (local time not told)");
    if (p->run->title != NULL && p->run->title[0] != '\0') {
        ff_text_addf(&line, ": %s", p->run->title);
    }
    ff_text_wrap(p->out, "", line.data, FF_TEXT_WIDTH);
    p->out->failed |= line.failed;
    ff_text_free(&line);
}

/* "1:00:00, 1:04:10 from start to end" */
static const char *time_words(const page *p) {
    const ff_run_figures *f = p->figures;
    const char *running = clock_text(f->duration_s, p->arena);
    return isfinite(f->elapsed_s) && isfinite(f->duration_s) && f->elapsed_s > f->duration_s + 1
               ? ff_arena_printf(p->arena, "%s, %s from start to end", running,
                                 clock_text(f->elapsed_s, p->arena))
               : running;
}

static const char *pace_words(const page *p) {
    const char *pace =
        ff_pace_text(ff_pace_of(p->figures->distance_m, p->figures->duration_s), p->arena);
    return pace != NULL ? ff_arena_printf(p->arena, "%s a km", pace) : NULL;
}

static const char *climb_words(const page *p) {
    const char *up = with_unit(p->figures->ascent_m, 0, "m up", p->arena);
    const char *down = with_unit(p->figures->descent_m, 0, "m down", p->arena);
    return up != NULL && down != NULL ? ff_arena_printf(p->arena, "%s, %s", up, down)
           : up != NULL               ? up
                                      : down;
}

/* Where the reader of the file found which sensor it comes from, it is a note of the run. */
static const char *balance_source(const page *p) {
    static const char told[] = "The balance of left and right comes from ";
    for (size_t i = 0; i < p->run->note_count; i++) {
        if (strncmp(p->run->notes[i], told, sizeof told - 1) == 0) {
            const char *from = p->run->notes[i] + sizeof told - 1;
            size_t length = strlen(from);
            length -= length > 0 && from[length - 1] == '.';
            return ff_arena_printf(p->arena, "by %.*s", (int)length, from);
        }
    }
    return p->run->series.column[FF_STANCE_TIME_L] != NULL &&
                   p->run->series.column[FF_STANCE_TIME_R] != NULL
               ? "by a pod on each foot"
               : "which sensor it comes from is not told";
}

static const char *balance_words(const page *p) {
    double left = p->figures->balance_left_percent;
    return isfinite(left)
               ? ff_arena_printf(p->arena, "%s %% left, %s %% right (%s)", FF_FIXED(left, 1),
                                 FF_FIXED(100 - left, 1), balance_source(p))
               : NULL;
}

static const char *temperature_words(const page *p) {
    double wrist = p->figures->temperature_c, air = p->figures->outdoor_temperature_c;
    const char *at_wrist =
        with_unit(wrist, 0, "C at the device (on a wrist warmer than the air)", p->arena);
    const char *outside = with_unit(air, 0, "C outdoors, by a weather report", p->arena);
    return at_wrist != NULL && outside != NULL
               ? ff_arena_printf(p->arena, "%s; %s", outside, at_wrist)
           : outside != NULL ? outside
                             : at_wrist;
}

static void figure_lines(page *p) {
    const ff_run_figures *f = p->figures;
    ff_arena *a = p->arena;
    add_line(p, "distance", with_unit(f->distance_m / 1000, 2, "km", a));
    add_line(p, "running time", time_words(p));
    add_line(p, "pace", pace_words(p));
    add_line(p, "climb", climb_words(p));
    add_line(p, "cadence", with_unit(f->cadence_spm, 0, "steps a minute", a));
    add_line(p, "step length", with_unit(f->step_length_mm / 10, 0, "cm", a));
    add_line(p, "ground contact", with_unit(f->stance_time_ms, 0, "ms", a));
    add_line(p, "vert. oscillation", with_unit(f->vertical_oscillation_mm / 10, 1, "cm", a));
    add_line(p, "balance", balance_words(p));
    add_line(p, "heart rate", with_unit(f->heart_rate_bpm, 0, "a minute", a));
    add_line(p, "power", with_unit(f->power_w, 0, "W, by the maker's own model", a));
    add_line(p, "temperature", temperature_words(p));
}

/* ---- what a run could hold and this one does not ---- */

/* "a, b and c" grows by a name. */
static void add_name(ff_text *names, const char *name, double figure) {
    if (isfinite(figure)) {
        return;
    }
    ff_text_addf(names, "%s%s", names->length > 0 ? ", " : "", name);
}

static void missing_line(page *p) {
    const ff_run_figures *f = p->figures;
    ff_text names, line;
    ff_text_init(&names, p->arena->allocator);
    ff_text_init(&line, p->arena->allocator);
    add_name(&names, "distance", f->distance_m);
    add_name(&names, "cadence", f->cadence_spm);
    if (names.length > 0) {
        ff_text_add(&line, names.data);
        ff_text_clear(&names);
    }
    add_name(&names, "ground contact", f->stance_time_ms);
    add_name(&names, "vertical oscillation", f->vertical_oscillation_mm);
    add_name(&names, "balance", f->balance_left_percent);
    if (names.length > 0) {
        ff_text_addf(&line, "%s%s: a watch, strap or pod with running dynamics records %s",
                     line.length > 0 ? "; " : "", names.data,
                     strchr(names.data, ',') != NULL ? "them" : "it");
    }
    if (!names.failed && line.length > 0) {
        add_line(p, "not in it", line.data);
    }
    p->out->failed |= names.failed || line.failed;
    ff_text_free(&names);
    ff_text_free(&line);
}

static void gear_lines(page *p) {
    add_line(p, "shoe", p->row->said->shoe);
    add_line(p, "changed", ff_changes_describe(p->row->said, p->arena));
    add_line(p, "recorded by", ff_device_describe(&p->run->device, p->arena));
    add_line(p, "from",
             p->run->source != NULL && p->run->format != NULL
                 ? ff_arena_printf(p->arena, "%s (%s)", p->run->source, p->run->format)
                 : p->run->source);
    add_line(p, "comment", p->run->comment);
}

/* ---- numbness ---- */

static void said_words(const page *p, const ff_onset *onset, ff_text *line) {
    const char *words = ff_numbness_describe(p->row, p->arena);
    if (words != NULL) {
        ff_text_add_char(line, (char)toupper((unsigned char)words[0]));
        ff_text_add(line, words + 1);
    }
    if (p->row->place != NULL) {
        ff_text_addf(line, "; %s", p->row->place);
    }
    ff_text_add_char(line, '.');
    if (onset->from != NULL && onset->from[0] != '\0' && onset->said_by != NULL) {
        ff_text_addf(line, " Said by the %s (%s).", onset->said_by, onset->from);
    }
}

static void said_lines(page *p, const ff_onset *onset) {
    ff_text line;
    ff_text_init(&line, p->arena->allocator);
    said_words(p, onset, &line);
    ff_text_wrap(p->out, "", line.data, FF_TEXT_WIDTH);
    p->out->failed |= line.failed;
    ff_text_free(&line);
}

/* Commands stand on lines of their own, to be copied. */
static void unsaid_lines(page *p, const char *program) {
    long long id = (long long)p->run->id;
    ff_text_add(p->out, "You have not said whether a foot went numb.");
    if (p->row->mark_count > 0) {
        int lap = p->row->marks[0].lap;
        ff_text_addf(p->out,
                     " If it began when you pressed\nlap %d:\n  %s log %lld --from-lap %d\nElse:",
                     lap, program, id, lap);
    } else {
        ff_text_add(p->out, " To say it:");
    }
    ff_text_addf(p->out, "\n  %s log %lld --numb WHEN\n  %s log %lld --none\n", program, id,
                 program, id);
}

static void notes_lines(page *p) {
    if (p->run->note_count == 0) {
        return;
    }
    ff_text_add(p->out, "\nAbout the recording\n");
    for (size_t i = 0; i < p->run->note_count; i++) {
        ff_text_wrap(p->out, "  - ", p->run->notes[i], FF_TEXT_WIDTH);
    }
}

static void laps_lines(page *p) {
    const ff_told_lap *laps = ff_told_laps(p->run, p->arena);
    if (laps != NULL) {
        ff_text_add(p->out, "\nLaps (pace a km, cadence in steps a minute)\n");
        ff_run_laps_text(p->run, laps, p->arena, p->out);
    }
}

void ff_run_show_text(const ff_run_row *row, const char *program, ff_arena *arena, ff_text *out) {
    page p = {row, row->said->run, &row->said->run->figures, arena, out};
    head_line(&p);
    figure_lines(&p);
    missing_line(&p);
    gear_lines(&p);
    ff_text_add_char(out, '\n');
    if (row->said->onset != NULL) {
        said_lines(&p, row->said->onset);
    } else {
        unsaid_lines(&p, program);
    }
    ff_text_add_char(out, '\n');
    ff_run_plot_text(p.run, row->said->onset, arena, out);
    laps_lines(&p);
    notes_lines(&p);
}

/* ---- JSON ---- */

static void write_pauses(const ff_run *run, ff_json *json) {
    ff_timer_walk walk = ff_timer_walk_of(run);
    ff_json_name(json, "pauses");
    ff_json_array(json);
    for (size_t i = 0; i < run->pause_count; i++) {
        ff_json_object(json);
        ff_json_result_member(json, "at_s", ff_timer_walk_at(&walk, run->pauses[i].start_s));
        ff_json_result_member(json, "duration_s", ff_pause_length(&run->pauses[i]));
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

/* Values to that many places: a chart shows no more. */
static void write_column(ff_json *json, const char *name, const double *values, size_t count,
                         int places) {
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < count; i++) {
        ff_json_number(json, isnan(values[i]) ? NAN : ff_round_places(values[i], places));
    }
    ff_json_end_array(json);
}

/* How far it was in the middle of each column; a run without distances has none. */
static void write_distances(const ff_run *run, const ff_thinned *thin, ff_arena *arena,
                            ff_json *json) {
    double *metres = ff_arena_take(arena, thin->count, sizeof *metres);
    for (size_t i = 0; metres != NULL && i < thin->count; i++) {
        metres[i] = ff_run_distance_at(run, thin->minutes[i] * 60);
    }
    if (metres != NULL || thin->count == 0) {
        write_column(json, "distance_m", metres, thin->count, 0);
    }
}

static void write_chart(const ff_run *run, const ff_thinned *thin, ff_arena *arena, ff_json *json) {
    ff_json_name(json, "chart");
    ff_json_object(json);
    write_column(json, "minutes", thin->minutes, thin->count, 3);
    write_column(json, "pace_s_per_km", thin->pace_s_per_km, thin->count, 1);
    write_column(json, "cadence_spm", thin->cadence_spm, thin->count, 1);
    write_column(json, "altitude_m", thin->altitude_m, thin->count, 1);
    write_distances(run, thin, arena, json);
    ff_json_end_object(json);
}

void ff_run_show_json(const ff_run_row *row, ff_arena *arena, ff_text *out) {
    const ff_run *run = row->said->run;
    ff_thinned thin;
    ff_json json;
    ff_thinned_make(run, FF_THINNED_MOST, arena, &thin);
    ff_json_init(&json, out);
    ff_json_object(&json);
    ff_run_members_json(&json, row);
    ff_json_text_member(&json, "place", row->place);
    ff_json_name(&json, "laps");
    ff_run_laps_json(run, ff_told_laps(run, arena), &json);
    write_pauses(run, &json);
    write_chart(run, &thin, arena, &json);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}
