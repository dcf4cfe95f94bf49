#include "report/size_report.h"

#include "base/json.h"
#include "base/number.h"
#include "report/words.h"
#include "report/table.h"

#include <math.h>
#include <string.h>

/* ---- words ---- */

const char ff_size_labels_differ[] =
    "The sizes above are those of the standards' lines. A label need not keep to them: of the "
    "charts "
    "that were looked at, a running chart for men (14 rows) prints US numbers about 1 lower (0.5 "
    "to "
    "1.6), one for women (8 rows) about half a size lower (0 to 1.1), both keeping EU within 1; a "
    "boot "
    "maker prints UK half a size and EU 0.6 to 1.2 higher; a walking chart for women keeps to the "
    "line. So compare by millimetres or by the centimetres on the box, never from number to "
    "number.";

const char *ff_size_label_words(double label, ff_arena *arena) {
    bool whole = fabs(label - round(label)) < 1e-9;
    const char *text = FF_FIXED(label, whole ? 0 : 2);
    size_t length = strlen(text);
    while (!whole && text[length - 1] == '0') {
        length--;
    }
    return ff_arena_copy_bytes(arena, text, length);
}

/* Bands stand in their order, so that one between two is told too. */
const char *ff_size_band_words(ff_fit_band low, ff_fit_band band, ff_fit_band high,
                               ff_arena *arena) {
    const char *words = ff_fit_band_words(band);
    if (low != band) {
        words = ff_arena_printf(arena, "%s, or %s%s", words, band - low > 1 ? "down to " : "",
                                ff_fit_band_words(low));
    }
    if (high != band && words != NULL) {
        words = ff_arena_printf(arena, "%s, or %s%s", words, high - band > 1 ? "up to " : "",
                                ff_fit_band_words(high));
    }
    return words;
}

static const char *mm(double x, ff_arena *arena) {
    return ff_arena_copy(arena, FF_FIXED(x, 1));
}

static const char *interval(const ff_size_label *l, ff_arena *arena) {
    return ff_arena_printf(arena, "%s (%s-%s)", ff_size_label_words(l->label, arena),
                           FF_FIXED(l->from_mm, 1), FF_FIXED(l->to_mm, 1));
}

/* ---- sizes ---- */

static void print_head(const ff_size_report *r, ff_arena *arena, ff_text *out) {
    const char *foot = mm(r->foot_mm, arena);
    if (r->given != NULL) {
        ff_words_paragraph(
            out, ff_arena_printf(arena,
                                 "%s stands for feet of %s to %s mm. In the middle, %s mm, such a "
                                 "foot is in other systems:",
                                 r->given, FF_FIXED(r->label.from_mm, 1),
                                 FF_FIXED(r->label.to_mm, 1), foot));
        return;
    }
    ff_words_paragraph(out, ff_arena_printf(arena,
                                            "A foot of %s mm, known to %s mm either way%s%s:", foot,
                                            FF_FIXED(r->error_mm, 1), r->from != NULL ? ", " : "",
                                            r->from != NULL ? r->from : ""));
}

void ff_size_places_table(const ff_size_place *places, size_t count, ff_table *table,
                          ff_arena *arena) {
    ff_table_init(table, arena);
    ff_table_column(table, "system", false);
    ff_table_column(table, "exact", true);
    ff_table_column(table, "below (feet, mm)", false);
    ff_table_column(table, "above (feet, mm)", false);
    ff_table_column(table, "ask for", true);
    for (size_t i = 0; i < count; i++) {
        const ff_size_place *p = &places[i];
        const char *cells[] = {p->words, ff_arena_copy(arena, FF_FIXED(p->exact, 2)),
                               interval(&p->below, arena), interval(&p->above, arena),
                               ff_size_label_words(p->ask, arena)};
        ff_table_row(table, cells, 5);
    }
}

static void print_places(const ff_size_report *r, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_size_places_table(r->places, r->place_count, &table, arena);
    ff_table_print(&table, 2, out);
}

/* "US men" of "US_men". */
static const char *spoken(const char *name, ff_arena *arena) {
    char *words = ff_arena_copy(arena, name);
    for (char *c = words; c != NULL && *c != '\0'; c++) {
        if (*c == '_') {
            *c = ' ';
        }
    }
    return words != NULL ? words : name;
}

static void print_whole(const ff_size_report *r, ff_arena *arena, ff_text *out) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    for (size_t i = 0; i < r->place_count; i++) {
        const ff_size_place *p = &r->places[i];
        if (p->halves && p->kind != 'c') {
            ff_text_addf(&line, "%s%s %s", line.length > 0 ? ", " : "", spoken(p->name, arena),
                         interval(&p->whole, arena));
        }
    }
    if (line.length > 0) {
        ff_words_paragraph(
            out, ff_arena_printf(arena, "Where a shop has whole sizes only: %s.", line.data));
    }
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void print_note(const ff_size_report *r, ff_arena *arena, ff_text *out) {
    ff_words_paragraph(
        out, ff_arena_printf(
                 arena,
                 "Every system goes by millimetres of foot alone; no number was made from another "
                 "system's number. \"Ask for\" is the nearest label%s.",
                 r->given != NULL ? ""
                                  : "; where the foot may well be in the next one up (1 measuring "
                                    "in 4), that one (judgement)"));
}

/* ---- half a size ---- */

const char *ff_size_halves_words(const ff_half_sizes *h, ff_arena *arena) {
    if (h->low == h->high) {
        return h->halves == 0 ? "none" : ff_arena_printf(arena, "%d", h->halves);
    }
    return ff_arena_printf(arena, "%d (%d to %d)", h->halves, h->low, h->high);
}

static void print_hint(const ff_size_report *r, ff_text *out) {
    ff_text line;
    if (r->remedy == NULL) {
        return;
    }
    ff_text_init(&line, out->allocator);
    ff_text_add(&line, "A longer shoe is a change that a trial can test. ");
    ff_words_trial_hint(&line, r->program, r->remedy);
    ff_words_paragraph(out, line.data);
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void print_needed(const ff_size_room *room, ff_arena *arena, ff_text *out) {
    ff_words_paragraph(
        out,
        ff_arena_printf(
            arena,
            "Inside, this foot needs %s mm: the foot, %s mm of room before the longest toe%s, "
            "and the sock (%s mm). From %s to %s mm is right (textbooks of foot care say 10 to "
            "12 mm of room, without a study [S108, S109]; the rest is judgement).",
            mm(room->needed_mm, arena), room->more_room ? "15" : "12",
            room->more_room ? " (3 more for downhill or over 2 hours)" : "",
            mm(room->sock_mm, arena), mm(room->needed_least_mm, arena),
            mm(room->needed_most_mm, arena)));
}

/* Whether this foot needs it: from the shoe that was told, if one was. */
static void print_halves(const ff_size_report *r, ff_arena *arena, ff_text *out) {
    const ff_size_room *room = &r->room;
    if (room->asked) {
        ff_words_paragraph(
            out,
            ff_arena_printf(
                arena,
                "The shoe of %s mm inside leaves %s mm before the toe: %s. Half sizes up that "
                "this foot needs from it: %s in EU, %s in UK or US sizes.",
                mm(room->inner_mm, arena), mm(room->room_mm, arena),
                ff_size_band_words(room->low, room->band, room->high, arena),
                ff_size_halves_words(&room->eu, arena), ff_size_halves_words(&room->uk, arena)));
        if (room->eu.halves > 0) {
            print_hint(r, out);
        }
    } else {
        ff_words_paragraph(
            out,
            "Whether this foot needs it depends on the shoe: measure the inside of the one it "
            "would replace and say --inner MM. From a street shoe that fits (5 to 8 mm of room), "
            "half to a whole size up gives 8 to 16 mm; it is about room for the toes, not about "
            "swelling (judgement).");
    }
}

static void print_swelling(const ff_size_room *room, ff_arena *arena, ff_text *out) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    ff_text_addf(&line, "Swelling: at most %s mm of length", FF_FIXED(room->swell_length_mm, 1));
    if (!isnan(room->swell_girth_mm)) {
        ff_text_addf(&line, " and %s mm of girth", FF_FIXED(room->swell_girth_mm, 1));
    }
    ff_text_add(
        &line,
        " on a hot run under an hour (made from 3 % of volume after 10 minutes in 28 students "
        "[S58], judgement); in 28 runners 10 km added nothing [S60]. Whether yours grow is not "
        "known, so nothing is added for it.");
    ff_words_paragraph(out, line.data);
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void print_room(const ff_size_report *r, ff_arena *arena, ff_text *out) {
    ff_text_add(out, "\nHalf a size up\n");
    ff_words_paragraph(
        out, "It is 3.3 mm of foot in EU sizes and 4.2 mm in UK and US sizes, a whole one twice "
             "that; a step of Mondopoint, China, Korea or Japan is 5 mm.");
    print_needed(&r->room, arena, out);
    print_halves(r, arena, out);
    print_swelling(&r->room, arena, out);
}

/* ---- width ---- */

static void print_width_head(const ff_size_report *r, ff_arena *arena, ff_text *out) {
    const ff_width_known *m = &r->measured, *all = &r->all;
    bool both = !isnan(m->width_mm) && !isnan(m->girth_mm);
    const char *girth = ff_arena_printf(arena, "girth %s +- %s mm", FF_FIXED(all->girth_mm, 1),
                                        FF_FIXED(all->girth_error_mm, 1));
    const char *width = ff_arena_printf(arena, "width %s +- %s mm", FF_FIXED(all->width_mm, 1),
                                        FF_FIXED(all->width_error_mm, 1));
    const char *how = both ? "both measured"
                      : isnan(m->width_mm)
                          ? "the width from the girth, as feet usually are (sd 3 mm [S250])"
                          : "the girth from the width, as feet usually are [S250]";
    ff_words_paragraph(out, ff_arena_printf(arena, "At the ball: %s, %s (%s).", width, girth, how));
    ff_words_paragraph(
        out, ff_arena_printf(
                 arena,
                 "Of %s with feet as long, %s in 100 have narrower ones (4,082 men and 1,986 "
                 "women of the US Army, ANSUR II [S250]).",
                 r->women ? "women" : "men", FF_FIXED(100 * r->width_share, 0)));
}

static void print_widths(const ff_size_report *r, ff_arena *arena, ff_text *out) {
    ff_text_add(out, "\nWidth\n");
    if (r->width_count == 0) {
        ff_words_paragraph(
            out,
            r->sex_known
                ? "Say --width MM (across the ball, standing) or --girth MM (round it), and "
                  "the letters come too."
                : "Say --width MM (across the ball, standing) or --girth MM (round it) and "
                  "--sex, and the letters come too: men's and women's are made for other feet.");
        return;
    }
    print_width_head(r, arena, out);
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "system", false);
    ff_table_column(&table, "width", false);
    ff_table_column(&table, "it may be", false);
    ff_table_column(&table, "a step, mm", true);
    for (size_t i = 0; i < r->width_count; i++) {
        const ff_width_place *w = &r->widths[i];
        bool turns = strcmp(w->low, w->high) != 0;
        const char *cells[] = {w->words, w->label,
                               turns ? ff_arena_printf(arena, "%s to %s", w->low, w->high) : "",
                               ff_arena_copy(arena, FF_FIXED(w->step_mm, 1))};
        ff_table_row(&table, cells, 4);
    }
    ff_table_print(&table, 2, out);
    for (size_t i = 0; i < r->width_count; i++) {
        const ff_width_place *w = &r->widths[i];
        if (w->caution != NULL) {
            ff_words_indented(out, ff_arena_printf(arena, "%s: %s.", w->name, w->caution));
        }
    }
    ff_words_paragraph(
        out, "Steps of UK, EU and CN fittings are counted from the mean foot of that length: only "
             "their size was read, not where they begin (judgement).");
}

/* ---- a brand's chart ---- */

static const char *row_words(const ff_chart_row *row, ff_arena *arena) {
    return row == NULL ? "none"
                       : ff_arena_printf(arena, "%s (%s cm, line %zu)", row->label,
                                         FF_FIXED(row->cm, 1), row->line);
}

static void print_chart(const ff_size_report *r, ff_arena *arena, ff_text *out) {
    const ff_size_chart *c = r->chart;
    ff_text_addf(out, "\nThe chart in %s\n", c->file);
    ff_words_paragraph(
        out, ff_arena_printf(arena, "For a foot of %s cm, by its centimetres: below %s, above %s.",
                             FF_FIXED(r->foot_mm / 10, 1), row_words(c->below, arena),
                             row_words(c->above, arena)));
    if (c->above == NULL) {
        ff_words_paragraph(
            out, "The foot is longer than the chart goes: this brand has no size for it there.");
    }
    if (!isnan(c->deviates_mean)) {
        ff_words_paragraph(
            out, ff_arena_printf(
                     arena, "Its labels stand %s from the line of %s (%s to %s in its %zu rows).",
                     FF_FIXED(c->deviates_mean, 2), c->system, FF_FIXED(c->deviates_least, 2),
                     FF_FIXED(c->deviates_most, 2), c->count));
    }
    ff_words_paragraph(
        out,
        "Some brands' centimetres already have the room for the toes in them: then the chart's "
        "label is a size that feels short. Ask, or measure the inside.");
}

void ff_size_report_text(const ff_size_report *r, ff_arena *arena, ff_text *out) {
    print_head(r, arena, out);
    print_places(r, arena, out);
    print_whole(r, arena, out);
    print_note(r, arena, out);
    if (!isnan(r->length_share)) {
        ff_words_paragraph(
            out,
            ff_arena_printf(arena, "%s in 100 %s have shorter feet (US Army, ANSUR II [S250]).",
                            FF_FIXED(100 * r->length_share, 0), r->women ? "women" : "men"));
    }
    ff_text_add_char(out, '\n');
    ff_words_paragraph(out, ff_size_labels_differ);
    if (r->chart != NULL) {
        print_chart(r, arena, out);
    }
    print_room(r, arena, out);
    print_widths(r, arena, out);
}

/* ---- JSON ---- */

static void label_json(ff_json *json, const char *name, const ff_size_label *l) {
    ff_json_name(json, name);
    ff_json_object(json);
    ff_json_result_member(json, "label", l->label);
    ff_json_result_member(json, "from_mm", l->from_mm);
    ff_json_result_member(json, "to_mm", l->to_mm);
    ff_json_end_object(json);
}

void ff_size_places_json(ff_json *json, const ff_size_place *places, size_t count) {
    ff_json_name(json, "systems");
    ff_json_array(json);
    for (size_t i = 0; i < count; i++) {
        const ff_size_place *p = &places[i];
        ff_json_object(json);
        ff_json_text_member(json, "system", p->name);
        ff_json_text_member(json, "words", p->words);
        ff_json_result_member(json, "exact", p->exact);
        ff_json_result_member(json, "from", p->from);
        ff_json_result_member(json, "to", p->to);
        label_json(json, "below", &p->below);
        label_json(json, "above", &p->above);
        ff_json_result_member(json, "nearest", p->nearest);
        ff_json_result_member(json, "ask", p->ask);
        ff_json_result_member(json, "step_mm", p->step_mm);
        ff_json_result_member(json, "half_size_mm", p->half_mm);
        if (p->halves) {
            label_json(json, "whole", &p->whole);
        }
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

void ff_size_halves_json(ff_json *json, const char *name, const ff_half_sizes *h) {
    ff_json_name(json, name);
    ff_json_object(json);
    ff_json_name(json, "halves");
    ff_json_int(json, h->halves);
    ff_json_name(json, "low");
    ff_json_int(json, h->low);
    ff_json_name(json, "high");
    ff_json_int(json, h->high);
    ff_json_end_object(json);
}

static void room_json(ff_json *json, const ff_size_room *room) {
    ff_json_name(json, "room");
    ff_json_object(json);
    ff_json_result_member(json, "inner_needed_mm", room->needed_mm);
    ff_json_result_member(json, "inner_least_mm", room->needed_least_mm);
    ff_json_result_member(json, "inner_most_mm", room->needed_most_mm);
    ff_json_result_member(json, "sock_mm", room->sock_mm);
    ff_json_name(json, "more_room");
    ff_json_bool(json, room->more_room);
    ff_json_result_member(json, "swelling_length_at_most_mm", room->swell_length_mm);
    ff_json_result_member(json, "swelling_girth_at_most_mm", room->swell_girth_mm);
    if (room->asked) {
        ff_json_result_member(json, "inner_mm", room->inner_mm);
        ff_json_result_member(json, "room_mm", room->room_mm);
        ff_json_text_member(json, "verdict", ff_fit_band_name(room->band));
        ff_json_text_member(json, "verdict_low", ff_fit_band_name(room->low));
        ff_json_text_member(json, "verdict_high", ff_fit_band_name(room->high));
        ff_size_halves_json(json, "half_sizes_up_EU", &room->eu);
        ff_size_halves_json(json, "half_sizes_up_UK_US", &room->uk);
    }
    ff_json_text_member(json, "class", "c");
    ff_json_end_object(json);
}

static void widths_json(ff_json *json, const ff_size_report *r) {
    if (r->width_count == 0) {
        return;
    }
    ff_json_result_member(json, "width_mm", r->all.width_mm);
    ff_json_result_member(json, "width_error_mm", r->all.width_error_mm);
    ff_json_result_member(json, "girth_mm", r->all.girth_mm);
    ff_json_result_member(json, "girth_error_mm", r->all.girth_error_mm);
    ff_json_result_member(json, "narrower_share", r->width_share);
    ff_json_name(json, "widths");
    ff_json_array(json);
    for (size_t i = 0; i < r->width_count; i++) {
        const ff_width_place *w = &r->widths[i];
        ff_json_object(json);
        ff_json_text_member(json, "system", w->name);
        ff_json_text_member(json, "words", w->words);
        ff_json_text_member(json, "label", w->label);
        ff_json_text_member(json, "low", w->low);
        ff_json_text_member(json, "high", w->high);
        ff_json_result_member(json, "steps", w->exact);
        ff_json_result_member(json, "steps_error", w->error);
        ff_json_result_member(json, "step_mm", w->step_mm);
        ff_json_text_member(json, "caution", w->caution);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void row_json(ff_json *json, const char *name, const ff_chart_row *row) {
    ff_json_name(json, name);
    if (row == NULL) {
        ff_json_null(json);
        return;
    }
    ff_json_object(json);
    ff_json_text_member(json, "label", row->label);
    ff_json_name(json, "cm");
    ff_json_number(json, row->cm);
    ff_json_end_object(json);
}

static void chart_json(ff_json *json, const ff_size_chart *c) {
    ff_json_name(json, "chart");
    ff_json_object(json);
    ff_json_text_member(json, "file", c->file);
    ff_json_name(json, "rows");
    ff_json_uint(json, c->count);
    row_json(json, "below", c->below);
    row_json(json, "above", c->above);
    if (!isnan(c->deviates_mean)) {
        ff_json_text_member(json, "system", c->system);
        ff_json_result_member(json, "deviates_mean", c->deviates_mean);
        ff_json_result_member(json, "deviates_least", c->deviates_least);
        ff_json_result_member(json, "deviates_most", c->deviates_most);
    }
    ff_json_end_object(json);
}

void ff_size_report_json(const ff_size_report *r, ff_text *out) {
    static const ff_size_system told[] = {FF_SIZE_MONDOPOINT, FF_SIZE_EU,       FF_SIZE_UK,
                                          FF_SIZE_US_MEN,     FF_SIZE_US_WOMEN, FF_SIZE_JP};
    static const char *const names[] = {"mondopoint", "EU", "UK", "US_men", "US_women", "JP"};
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        ff_json_result_member(&json, names[i], r->exact[told[i]]);
    }
    ff_json_result_member(&json, "foot_mm", r->foot_mm);
    ff_json_result_member(&json, "error_mm", r->error_mm);
    ff_json_text_member(&json, "foot_from", r->from);
    ff_json_text_member(&json, "given", r->given);
    if (r->given != NULL) {
        ff_json_result_member(&json, "from_mm", r->label.from_mm);
        ff_json_result_member(&json, "to_mm", r->label.to_mm);
    }
    ff_json_result_member(&json, "shorter_share", r->length_share);
    ff_size_places_json(&json, r->places, r->place_count);
    widths_json(&json, r);
    room_json(&json, &r->room);
    if (r->chart != NULL) {
        chart_json(&json, r->chart);
    }
    if (r->room.asked && r->room.eu.halves > 0) {
        ff_json_text_member(&json, "try", r->remedy != NULL ? r->remedy->id : NULL);
    }
    ff_json_text_member(&json, "labels_differ", ff_size_labels_differ);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}
