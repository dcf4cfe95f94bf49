#include "report/shoe_report.h"

#include "base/civil.h"
#include "base/json.h"
#include "base/number.h"
#include "report/table.h"
#include "report/words.h"

#include <math.h>

static const char *date_of(int64_t at_s, ff_arena *arena) {
    char date[FF_ISO_SIZE];
    ff_iso_date(at_s, date);
    return ff_arena_copy(arena, date);
}

static double km_of(const ff_shoe_row *row) {
    return row->shoe->km_before + (row->wear != NULL ? row->wear->distance_m / 1000 : 0);
}

/* A shoe of which it was not told how far it had gone may have gone further. */
static const char *km_words(const ff_shoe_row *row, ff_arena *arena) {
    bool whole = row->shoe->km_before_known || (row->wear != NULL && row->wear->whole);
    return ff_arena_printf(arena, "%s%s", FF_FIXED(km_of(row), 0), whole ? "" : "+");
}

static const char *figure_words(const ff_shoe_figure *f, ff_arena *arena) {
    return f == NULL ? NULL : ff_arena_copy(arena, FF_FIXED(f->value, 1));
}

/* ---- all of them ---- */

static void add_row(ff_table *table, const ff_shoe_row *row, ff_arena *arena) {
    const ff_wear *w = row->wear;
    const char *cells[] = {
        ff_arena_printf(arena, "%lld", (long long)row->shoe->id),
        row->shoe->name,
        row->labels[FF_SHOE_SIZE],
        figure_words(row->counts[FF_SHOE_INNER_LENGTH], arena),
        km_words(row, arena),
        ff_arena_printf(arena, "%zu", w != NULL ? w->runs : 0),
        w != NULL && w->said > 0 ? ff_arena_printf(arena, "%zu of %zu", w->numb, w->said) : NULL,
        w != NULL ? date_of(w->last_s, arena) : NULL,
        row->shoe->retired_at_s != 0 ? ff_arena_printf(arena, "retired") : NULL,
    };
    ff_table_row(table, cells, sizeof cells / sizeof *cells);
}

void ff_shoes_report_text(const ff_shoe_row *rows, size_t count, const char *program,
                          ff_arena *arena, ff_text *out) {
    if (count == 0) {
        ff_words_paragraph(out, "There is no shoe yet.");
        ff_words_paragraph(
            out, ff_arena_printf(arena,
                                 "To add one: %s shoe \"Road A\" --size \"EU 42\" --inner-length "
                                 "275",
                                 program));
        return;
    }
    static const char *const heads[] = {"no.",  "shoe",     "size", "inside, mm", "km", "runs",
                                        "numb", "last run", ""};
    static const bool right[] = {true, false, false, true, true, true, false, false, false};
    ff_table table;
    ff_table_init(&table, arena);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        ff_table_column(&table, heads[i], right[i]);
    }
    bool further = false;
    for (size_t i = 0; i < count; i++) {
        add_row(&table, &rows[i], arena);
        further |= !rows[i].shoe->km_before_known && !(rows[i].wear != NULL && rows[i].wear->whole);
    }
    ff_table_print(&table, 0, out);
    if (further) {
        ff_words_paragraph(
            out,
            "+: it may have gone further before the runs kept here; --km-before says how far.");
    }
}

/* ---- one ---- */

static void print_figure(const ff_shoe_figure *f, ff_arena *arena, ff_text *out) {
    if (f == NULL || f->kind == FF_SHOE_KM_BEFORE) {
        return;
    }
    bool inside = f->kind < FF_SHOE_SOCK;
    ff_words_indented(
        out, ff_arena_printf(arena, "%s: %s +- %s %s%s%s%s", ff_shoe_kind_words(f->kind),
                             FF_FIXED(f->value, 1), FF_FIXED(f->error, 1),
                             ff_shoe_kind_unit(f->kind), inside ? " (" : "",
                             inside ? ff_shoe_method_words(f->method) : "", inside ? ")" : ""));
}

static void print_labels(const ff_shoe_row *row, ff_arena *arena, ff_text *out) {
    static const char *const words[FF_SHOE_LABEL_COUNT] = {"insole", "sock", "lacing",
                                                           "size on it"};
    for (int i = 0; i < FF_SHOE_LABEL_COUNT; i++) {
        if (row->labels[i] != NULL) {
            ff_words_indented(out, ff_arena_printf(arena, "%s: %s", words[i], row->labels[i]));
        }
    }
}

static void print_wear(const ff_shoe_row *row, ff_arena *arena, ff_text *out) {
    const ff_wear *w = row->wear;
    const char *runs =
        w == NULL ? "no run in it"
                  : ff_arena_printf(arena, "%zu run%s, %s to %s", w->runs, w->runs == 1 ? "" : "s",
                                    date_of(w->first_s, arena), date_of(w->last_s, arena));
    ff_words_indented(out, ff_arena_printf(arena, "%s km, %s", km_words(row, arena), runs));
    if (row->shoe->km_before > 0) {
        ff_words_indented(out, ff_arena_printf(arena, "%s km of them before the runs kept here",
                                               FF_FIXED(row->shoe->km_before, 0)));
    }
    if (w != NULL && w->said > 0) {
        ff_words_indented(out,
                          ff_arena_printf(arena, "numb in %zu of %zu runs of which it was said",
                                          w->numb, w->said));
    }
}

void ff_shoe_report_text(const ff_shoe_row *row, const char *program, ff_arena *arena,
                         ff_text *out) {
    ff_words_paragraph(
        out, ff_arena_printf(
                 arena, "%s (number %lld)%s%s", row->shoe->name, (long long)row->shoe->id,
                 row->shoe->retired_at_s != 0 ? ", retired " : "",
                 row->shoe->retired_at_s != 0 ? date_of(row->shoe->retired_at_s, arena) : ""));
    for (int i = 0; i < FF_SHOE_KIND_COUNT; i++) {
        print_figure(row->counts[i], arena, out);
    }
    print_labels(row, arena, out);
    print_wear(row, arena, out);
    if (row->counts[FF_SHOE_INNER_LENGTH] != NULL) {
        ff_words_paragraph(
            out, ff_arena_printf(arena, "Whether it has room for your feet: %s fit-shoe \"%s\"",
                                 program, row->shoe->name));
    } else {
        ff_words_paragraph(
            out, ff_arena_printf(arena,
                                 "Its inside is not measured: take out the sockliner, trace and "
                                 "measure it (%s foot --how), and say --inner-length MM.",
                                 program));
    }
}

/* ---- JSON ---- */

static void figures_json(ff_json *json, const ff_shoe_row *row) {
    for (int i = 0; i < FF_SHOE_KIND_COUNT; i++) {
        const ff_shoe_figure *f = row->counts[i];
        if (f == NULL || f->kind == FF_SHOE_KM_BEFORE) {
            continue;
        }
        ff_json_name(json, ff_shoe_kind_name(f->kind));
        ff_json_object(json);
        ff_json_name(json, "value");
        ff_json_number(json, f->value);
        ff_json_result_member(json, "error", f->error);
        ff_json_text_member(json, "unit", ff_shoe_kind_unit(f->kind));
        ff_json_text_member(json, "method",
                            f->kind < FF_SHOE_SOCK ? ff_shoe_method_name(f->method) : NULL);
        ff_json_end_object(json);
    }
}

static void when_json(ff_json *json, const char *name, int64_t at_s) {
    char when[FF_ISO_SIZE];
    ff_iso_format(at_s, false, 0, when);
    ff_json_text_member(json, name, when);
}

static void row_json(ff_json *json, const ff_shoe_row *row) {
    const ff_wear *w = row->wear;
    ff_json_object(json);
    ff_json_name(json, "id");
    ff_json_int(json, row->shoe->id);
    ff_json_text_member(json, "name", row->shoe->name);
    for (int i = 0; i < FF_SHOE_LABEL_COUNT; i++) {
        ff_json_text_member(json, ff_shoe_label_name((ff_shoe_label_kind)i), row->labels[i]);
    }
    figures_json(json, row);
    ff_json_result_member(json, "km", km_of(row));
    ff_json_result_member(json, "km_before",
                          row->shoe->km_before_known ? row->shoe->km_before : (double)NAN);
    ff_json_name(json, "runs");
    ff_json_uint(json, w != NULL ? w->runs : 0);
    if (w != NULL) {
        ff_json_name(json, "said");
        ff_json_uint(json, w->said);
        ff_json_name(json, "numb");
        ff_json_uint(json, w->numb);
        when_json(json, "last_run", w->last_s);
    }
    ff_json_name(json, "retired");
    ff_json_bool(json, row->shoe->retired_at_s != 0);
    if (row->shoe->retired_at_s != 0) {
        when_json(json, "retired_at", row->shoe->retired_at_s);
    }
    ff_json_end_object(json);
}

void ff_shoes_report_json(const ff_shoe_row *rows, size_t count, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_array(&json);
    for (size_t i = 0; i < count; i++) {
        row_json(&json, &rows[i]);
    }
    ff_json_end_array(&json);
    ff_text_add_char(out, '\n');
}

void ff_shoe_report_json(const ff_shoe_row *row, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    row_json(&json, row);
    ff_text_add_char(out, '\n');
}
