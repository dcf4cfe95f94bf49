#include "report/run_report.h"

#include <footfall/trial.h>

#include "base/civil.h"
#include "base/json.h"
#include "base/number.h"
#include "base/unit.h"
#include "report/table.h"

#include <math.h>

static const char *date_of(const ff_run *run, ff_arena *arena) {
    char date[FF_ISO_SIZE];
    ff_iso_date(ff_run_local_start_s(run), date);
    return ff_arena_copy(arena, date);
}

static const char *id_text(int64_t id, ff_arena *arena) {
    char text[FF_NUMBER_SIZE];
    ff_number_digits((unsigned long)id, 1, text);
    return ff_arena_copy(arena, text);
}

static const char *duration_text(double seconds, ff_arena *arena) {
    char text[FF_UNIT_SIZE];
    ff_unit_format_duration(seconds, text);
    return ff_arena_copy(arena, text);
}

static const char *km_text(double metres, ff_arena *arena) {
    return isnan(metres) ? NULL : ff_arena_copy(arena, FF_FIXED(metres / 1000, 1));
}

/* "24:10 (4.4 km)" */
static const char *moment_text(double seconds, double metres, ff_arena *arena) {
    const char *time = duration_text(seconds, arena);
    return isnan(metres) || time == NULL
               ? time
               : ff_arena_printf(arena, "%s (%s km)", time, FF_FIXED(metres / 1000, 1));
}

const char *ff_onset_describe(const ff_onset *onset, ff_arena *arena) {
    const char *from = moment_text(onset->from_s, onset->from_m, arena);
    const char *to = moment_text(onset->to_s, onset->to_m, arena);
    switch (onset->kind) {
    case FF_ONSET_EXACT:
        return ff_arena_printf(arena, "numb at %s", from != NULL ? from : "");
    case FF_ONSET_INTERVAL:
        return ff_arena_printf(arena, "numb between %s and %s", from != NULL ? from : "",
                               to != NULL ? to : "");
    case FF_ONSET_AT_START:
        return "numb from the start";
    case FF_ONSET_NONE:
        return onset->coming ? "not numb, felt coming" : "not numb";
    case FF_ONSET_SOMETIME:
        break;
    }
    return "numb at some point";
}

/* What the list says about numbness: what was said, or a lap that may mean it. */
const char *ff_numbness_describe(const ff_run_row *row, ff_arena *arena) {
    if (row->said->onset != NULL) {
        const ff_onset *onset = row->said->onset;
        const char *said = ff_onset_describe(onset, arena);
        char feelings[FF_FEELINGS_SIZE];
        if (onset->strength >= 0 && said != NULL) {
            said = ff_arena_printf(arena, "%s, %d of 10", said, onset->strength);
        }
        ff_feelings_text(onset->feelings, ", ", feelings);
        return feelings[0] != '\0' && said != NULL
                   ? ff_arena_printf(arena, "%s; felt: %s", said, feelings)
                   : said;
    }
    if (row->mark_count == 0) {
        return NULL;
    }
    const ff_run_mark *mark = &row->marks[0];
    const char *at = moment_text(mark->at_s, mark->distance_m, arena);
    return ff_arena_printf(arena, "lap %d pressed at %s%s", mark->lap, at != NULL ? at : "",
                           row->mark_count > 1 ? ", and more" : "");
}

const char *ff_changes_describe(const ff_logged_run *said, ff_arena *arena) {
    const char *text = NULL;
    if (said->changes_said && said->change_count == 0) {
        return "nothing";
    }
    for (size_t i = 0; i < said->change_count; i++) {
        text = text == NULL ? said->changes[i]
                            : ff_arena_printf(arena, "%s, %s", text, said->changes[i]);
    }
    return text;
}

const char *ff_device_describe(const ff_device *device, ff_arena *arena) {
    const char *maker = device->maker, *product = device->product;
    return maker == NULL || product == NULL ? (maker != NULL ? maker : product)
                                            : ff_arena_printf(arena, "%s %s", maker, product);
}

static void print_table(const ff_run_row *rows, size_t count, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "run", true);
    ff_table_column(&table, "date", false);
    ff_table_column(&table, "km", true);
    ff_table_column(&table, "time", true);
    ff_table_column(&table, "shoe", false);
    for (int kind = 0; kind < FF_GEAR_COUNT; kind++) {
        ff_table_column(&table, ff_gear_kind_name((ff_gear_kind)kind), false);
    }
    ff_table_column(&table, "numbness", false);
    ff_table_column(&table, "changed", false);
    for (size_t i = 0; i < count; i++) {
        const ff_run *run = rows[i].said->run;
        const char *cells[] = {id_text(run->id, arena),
                               date_of(run, arena),
                               km_text(run->figures.distance_m, arena),
                               duration_text(run->figures.duration_s, arena),
                               rows[i].said->shoe,
                               rows[i].said->gear[FF_GEAR_INSOLE],
                               rows[i].said->gear[FF_GEAR_SOCK],
                               rows[i].said->gear[FF_GEAR_LACING],
                               ff_numbness_describe(&rows[i], arena),
                               ff_changes_describe(rows[i].said, arena)};
        ff_table_row(&table, cells, sizeof cells / sizeof *cells);
    }
    ff_table_print(&table, 0, out);
}

void ff_runs_report_text(const ff_run_row *rows, size_t count, const char *program, ff_arena *arena,
                         ff_text *out) {
    if (count == 0) {
        ff_text_addf(out, "There are no runs yet. To read some: %s import FOLDER\n", program);
        return;
    }
    print_table(rows, count, arena, out);
    size_t unsaid = 0, marked = 0;
    const ff_run_row *newest = NULL;
    for (size_t i = 0; i < count; i++) {
        unsaid += rows[i].said->onset == NULL;
        if (rows[i].said->onset == NULL && rows[i].mark_count > 0) {
            marked++;
            newest = &rows[i];
        }
    }
    if (unsaid == 0) {
        return;
    }
    ff_text_addf(out, "\nOf %zu run%s you have not said yet whether a foot went numb.\n", unsaid,
                 unsaid == 1 ? "" : "s");
    if (newest != NULL) {
        ff_text_addf(out,
                     "In %zu of them a lap was pressed by hand. If numbness began then, for "
                     "example:\n"
                     "  %s log %lld --from-lap %d\n",
                     marked, program, (long long)newest->said->run->id, newest->marks[0].lap);
    }
    ff_text_addf(out,
                 "For a run without numbness, or one that you ended because you felt it coming:\n"
                 "  %s log RUN --none\n  %s log RUN --coming\n",
                 program, program);
}

void ff_onset_json(ff_json *json, const ff_onset *onset) {
    ff_json_object(json);
    ff_json_text_member(json, "kind", ff_onset_kind_name(onset->kind));
    ff_json_result_member(json, "from_s", onset->from_s);
    ff_json_result_member(json, "to_s", onset->to_s);
    ff_json_result_member(json, "from_m", onset->from_m);
    ff_json_result_member(json, "to_m", onset->to_m);
    ff_json_result_member(json, "gone_s", onset->gone_s);
    if (onset->coming) {
        ff_json_name(json, "coming");
        ff_json_bool(json, true);
    }
    if (onset->sites != NULL && onset->sites[0] != '\0') {
        ff_json_text_member(json, "sites", onset->sites);
    }
    if (onset->strength >= 0) {
        ff_json_name(json, "strength");
        ff_json_int(json, onset->strength);
    }
    if (onset->feelings != 0) {
        char feelings[FF_FEELINGS_SIZE];
        ff_feelings_text(onset->feelings, ",", feelings);
        ff_json_text_member(json, "feelings", feelings);
    }
    ff_json_text_member(json, "said_by", onset->said_by);
    ff_json_text_member(json, "from", onset->from);
    ff_json_end_object(json);
}

static void write_marks(ff_json *json, const ff_run_row *row) {
    ff_json_name(json, "laps_by_hand");
    ff_json_array(json);
    for (size_t i = 0; i < row->mark_count; i++) {
        ff_json_object(json);
        ff_json_name(json, "lap");
        ff_json_int(json, row->marks[i].lap);
        ff_json_result_member(json, "at_s", row->marks[i].at_s);
        ff_json_result_member(json, "distance_m", row->marks[i].distance_m);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void write_figures(ff_json *json, const ff_run_figures *f) {
    ff_json_result_member(json, "duration_s", f->duration_s);
    ff_json_result_member(json, "elapsed_s", f->elapsed_s);
    ff_json_result_member(json, "moving_s", f->moving_s);
    ff_json_result_member(json, "distance_m", f->distance_m);
    ff_json_result_member(json, "speed_mps", f->speed_mps);
    ff_json_result_member(json, "cadence_spm", f->cadence_spm);
    ff_json_result_member(json, "stance_time_ms", f->stance_time_ms);
    ff_json_result_member(json, "step_length_mm", f->step_length_mm);
    ff_json_result_member(json, "vertical_oscillation_mm", f->vertical_oscillation_mm);
    ff_json_result_member(json, "vertical_ratio_percent", f->vertical_ratio_percent);
    ff_json_result_member(json, "balance_left_percent", f->balance_left_percent);
    ff_json_result_member(json, "power_w", f->power_w);
    ff_json_result_member(json, "heart_rate_bpm", f->heart_rate_bpm);
    ff_json_result_member(json, "temperature_c", f->temperature_c);
    ff_json_result_member(json, "outdoor_temperature_c", f->outdoor_temperature_c);
    ff_json_result_member(json, "steps", f->steps);
    ff_json_result_member(json, "ascent_m", f->ascent_m);
    ff_json_result_member(json, "descent_m", f->descent_m);
    ff_json_result_member(json, "effort", f->effort);
    ff_json_result_member(json, "feel", f->feel);
}

static void write_texts(ff_json *json, const char *name, const char *const *texts, size_t count) {
    if (count == 0) {
        return;
    }
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < count; i++) {
        ff_json_text(json, texts[i]);
    }
    ff_json_end_array(json);
}

static void write_device(ff_json *json, const ff_device *device) {
    const char *maker = device->maker, *product = device->product;
    if (maker == NULL || product == NULL) {
        ff_json_text_member(json, "device", maker != NULL ? maker : product);
        return;
    }
    ff_text name;
    ff_text_init(&name, json->out->allocator);
    ff_text_addf(&name, "%s %s", maker, product);
    ff_json_text_member(json, "device", name.data);
    json->out->failed |= name.failed;
    ff_text_free(&name);
}

static void write_recordings(ff_json *json, const ff_run_row *row) {
    ff_json_name(json, "recordings");
    ff_json_array(json);
    for (size_t i = 0; i < row->recording_count; i++) {
        const ff_recording *r = &row->recordings[i];
        char start[FF_ISO_SIZE];
        ff_iso_format(r->start_s, r->utc_offset_known, r->utc_offset_s, start);
        ff_json_object(json);
        ff_json_text_member(json, "source", r->source);
        ff_json_text_member(json, "format", r->format);
        ff_json_text_member(json, "start", start);
        ff_json_result_member(json, "duration_s", r->duration_s);
        ff_json_result_member(json, "distance_m", r->distance_m);
        ff_json_text_member(json, "title", r->title);
        ff_json_name(json, "leads");
        ff_json_bool(json, r->leads);
        if (r->damaged) {
            ff_json_name(json, "damaged");
            ff_json_bool(json, true);
        }
        ff_json_text_member(json, "joined_by", r->joined_by);
        ff_json_text_member(json, "with", r->with);
        ff_json_text_member(json, "why", r->why);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void write_likenesses(ff_json *json, const ff_run_row *row) {
    ff_json_name(json, "looks_like");
    ff_json_array(json);
    for (size_t i = 0; i < row->like_count; i++) {
        ff_json_object(json);
        ff_json_name(json, "run");
        ff_json_int(json, row->like[i].other_run_id);
        ff_json_text_member(json, "why", row->like[i].why);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

void ff_changes_json(ff_json *json, const ff_logged_run *said) {
    static const char *const nothing[] = {FF_USUAL};
    bool usual = said->changes_said && said->change_count == 0;
    write_texts(json, "changed", usual ? nothing : said->changes, usual ? 1 : said->change_count);
}

static void write_gear(ff_json *json, const ff_logged_run *said) {
    for (int kind = 0; kind < FF_GEAR_COUNT; kind++) {
        ff_json_text_member(json, ff_gear_kind_name((ff_gear_kind)kind), said->gear[kind]);
    }
}

void ff_run_start_json(ff_json *json, const ff_run *run) {
    char start[FF_ISO_SIZE];
    ff_iso_format(run->start_s, run->utc_offset_known, run->utc_offset_s, start);
    ff_json_text_member(json, "start", start);
}

void ff_run_members_json(ff_json *json, const ff_run_row *row) {
    const ff_run *run = row->said->run;
    ff_json_name(json, "id");
    ff_json_int(json, run->id);
    ff_run_start_json(json, run);
    ff_json_text_member(json, "title", run->title);
    ff_json_text_member(json, "comment", run->comment);
    ff_json_text_member(json, "sport", ff_sport_name(run->sport));
    ff_json_text_member(json, "sport_detail", run->sport_detail);
    write_figures(json, &run->figures);
    ff_json_text_member(json, "shoe", row->said->shoe);
    write_gear(json, row->said);
    write_device(json, &run->device);
    ff_json_text_member(json, "source", run->source);
    ff_json_text_member(json, "format", run->format);
    write_texts(json, "notes", run->notes, run->note_count);
    ff_changes_json(json, row->said);
    if (row->mark_count > 0) {
        write_marks(json, row);
    }
    if (row->said->onset != NULL) {
        ff_json_name(json, "onset");
        ff_onset_json(json, row->said->onset);
    }
    if (row->recordings != NULL) {
        write_recordings(json, row);
    }
    if (row->like_count > 0) {
        write_likenesses(json, row);
    }
}

static void write_run(ff_json *json, const ff_run_row *row) {
    ff_json_object(json);
    ff_run_members_json(json, row);
    ff_json_end_object(json);
}

void ff_runs_report_json(const ff_run_row *rows, size_t count, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_array(&json);
    for (size_t i = 0; i < count; i++) {
        write_run(&json, &rows[i]);
    }
    ff_json_end_array(&json);
    ff_text_add_char(out, '\n');
}

void ff_run_report_json(const ff_run_row *row, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    write_run(&json, row);
    ff_text_add_char(out, '\n');
}

/* "; gone at 41:30", "; gone 5:00 after the run" */
static void add_gone(const ff_logged_run *said, ff_text *out) {
    double end_s = said->run->figures.duration_s;
    char time[FF_UNIT_SIZE];
    if (said->onset == NULL || isnan(said->onset->gone_s)) {
        return;
    }
    bool after = said->onset->gone_s > end_s;
    ff_unit_format_duration(said->onset->gone_s - (after ? end_s : 0), time);
    ff_text_addf(out, after ? "; gone %s after the run" : "; gone at %s", time);
}

void ff_run_report_text(const ff_run_row *row, ff_arena *arena, ff_text *out) {
    const ff_run *run = row->said->run;
    const char *km = km_text(run->figures.distance_m, arena);
    const char *date = date_of(run, arena);
    const char *time = duration_text(run->figures.duration_s, arena);
    const char *numbness =
        row->said->onset != NULL ? ff_numbness_describe(row, arena) : "numbness not said";
    const char *changed = ff_changes_describe(row->said, arena);
    ff_text_addf(out, "Run %lld, %s, %s%s%s: %s", (long long)run->id, date != NULL ? date : "",
                 km != NULL ? km : "", km != NULL ? " km in " : "", time != NULL ? time : "",
                 numbness != NULL ? numbness : "");
    add_gone(row->said, out);
    if (row->place != NULL) {
        ff_text_addf(out, "; %s", row->place);
    }
    if (row->said->shoe != NULL) {
        ff_text_addf(out, "; shoe %s", row->said->shoe);
    }
    for (int kind = 0; kind < FF_GEAR_COUNT; kind++) {
        if (row->said->gear[kind] != NULL) {
            ff_text_addf(out, "; %s %s", ff_gear_kind_name((ff_gear_kind)kind),
                         row->said->gear[kind]);
        }
    }
    if (changed != NULL) {
        ff_text_addf(out, "; changed: %s", changed);
    }
    ff_text_add(out, ".\n");
}
