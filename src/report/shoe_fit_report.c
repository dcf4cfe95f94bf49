#include "report/shoe_fit_report.h"

#include "base/number.h"
#include "report/words.h"

#include <math.h>
#include <string.h>

static const char *mm(double x, ff_arena *arena) {
    return ff_arena_copy(arena, FF_FIXED(x, 1));
}

/* ---- one place ---- */

static const char *room_words(const ff_fit_verdict *v, ff_arena *arena) {
    if (v->band == FF_FIT_UNKNOWN) {
        return "";
    }
    if (v->level == FF_FIT_LENGTH) {
        return v->room_mm < 0 ? ff_arena_printf(arena, "foot %s +- %s mm longer",
                                                mm(-v->room_mm, arena), FF_FIXED(v->error_mm, 1))
                              : ff_arena_printf(arena, "%s +- %s mm of room", mm(v->room_mm, arena),
                                                FF_FIXED(v->error_mm, 1));
    }
    if (fabs(v->room_mm) < 0.05) {
        return ff_arena_printf(arena, "foot as wide, +- %s mm", FF_FIXED(v->error_mm, 1));
    }
    return v->room_mm < 0 ? ff_arena_printf(arena, "foot %s +- %s mm wider", mm(-v->room_mm, arena),
                                            FF_FIXED(v->error_mm, 1))
                          : ff_arena_printf(arena, "foot %s +- %s mm narrower",
                                            mm(v->room_mm, arena), FF_FIXED(v->error_mm, 1));
}

static const char *verdict_words(const ff_fit_verdict *v, ff_arena *arena) {
    if (v->band != FF_FIT_UNKNOWN) {
        return ff_size_band_words(v->low, v->band, v->high, arena);
    }
    return strcmp(v->why_not, "foot") == 0 ? "cannot tell: the foot is not measured there"
           : strcmp(v->why_not, "beyond") == 0
               ? "cannot tell: the foot reaches beyond where the shoe was "
                 "measured"
               : "cannot tell: the shoe is not measured there";
}

const char *ff_shoe_fit_verdict_words(const ff_fit_verdict *v, ff_arena *arena) {
    if (v == NULL || v->band == FF_FIT_UNKNOWN) {
        return NULL;
    }
    return ff_arena_printf(arena, "%s: %s (%s)", ff_fit_level_words(v->level), room_words(v, arena),
                           verdict_words(v, arena));
}

/* What neither of the two was measured at is no news. */
static bool is_shown(const ff_shoe_fit_report *r, int side, ff_fit_level level) {
    const ff_fit_verdict *v = &r->answer->verdicts[side][level];
    return v->band != FF_FIT_UNKNOWN || !isnan(v->foot_mm) || level == FF_FIT_LENGTH;
}

static void add_verdicts(const ff_shoe_fit_report *r, int side, ff_table *table, ff_arena *arena) {
    for (int level = 0; level < FF_FIT_LEVEL_COUNT; level++) {
        const ff_fit_verdict *v = &r->answer->verdicts[side][level];
        if (is_shown(r, side, (ff_fit_level)level)) {
            const char *cells[] = {ff_side_word((ff_side)side),
                                   ff_fit_level_words((ff_fit_level)level), room_words(v, arena),
                                   verdict_words(v, arena)};
            ff_table_row(table, cells, 4);
        }
    }
}

static void verdict_table(const ff_shoe_fit_report *r, ff_table *table, ff_arena *arena) {
    ff_table_init(table, arena);
    ff_table_column(table, "foot", false);
    ff_table_column(table, "place", false);
    ff_table_column(table, "room", false);
    ff_table_column(table, "verdict", false);
    add_verdicts(r, FF_LEFT, table, arena);
    add_verdicts(r, FF_RIGHT, table, arena);
}

/* ---- in words ---- */

static const char *worn_with(const ff_shoe_fit_report *r, ff_arena *arena) {
    const ff_fit_question *q = r->question;
    const char *sock = r->sock != NULL
                           ? ff_arena_printf(arena, "the sock \"%s\", taken as %s mm thick",
                                             r->sock, FF_FIXED(q->sock.mm, 1))
                           : ff_arena_printf(arena, "a sock of %s mm", FF_FIXED(q->sock.mm, 1));
    const char *insole =
        q->insole.mm != 0
            ? ff_arena_printf(
                  arena, ", an insole %s mm %s than its own%s%s%s", FF_FIXED(fabs(q->insole.mm), 1),
                  q->insole.mm > 0 ? "thicker" : "thinner", r->insole != NULL ? " (" : "",
                  r->insole != NULL ? r->insole : "", r->insole != NULL ? ")" : "")
            : "";
    return ff_arena_printf(arena, "Taken into account: %s%s%s. 9 of 10 measurings lie within +-.",
                           sock, insole,
                           q->more_room ? ", and 3 mm more room for downhill or over 2 hours" : "");
}

static const char *leads(const ff_shoe_fit_report *r, ff_arena *arena) {
    const ff_fit_answer *a = r->answer;
    if (a->longer < 0) {
        return NULL;
    }
    const char *width =
        a->wider >= 0 && a->wider != a->longer
            ? ff_arena_printf(arena, " for the length and the %s, the wider one, for the width",
                              ff_side_word((ff_side)a->wider))
            : "";
    return ff_arena_printf(arena, "The %s foot leads%s.", ff_side_word((ff_side)a->longer), width);
}

bool ff_shoe_fit_lacks_room(const ff_shoe_fit_report *r) {
    return ff_fit_band_lacks_room(r->answer->length) || ff_fit_band_lacks_room(r->answer->width);
}

static bool is_sure(const ff_fit_verdict *v) {
    return v->low == v->band && v->high == v->band;
}

static const char *in_short(const ff_shoe_fit_report *r, ff_arena *arena) {
    const ff_fit_answer *a = r->answer;
    const ff_fit_verdict *length = a->longer >= 0 ? &a->verdicts[a->longer][FF_FIT_LENGTH] : NULL;
    ff_text line;
    ff_text_init(&line, arena->allocator);
    if (length != NULL && length->band != FF_FIT_UNKNOWN) {
        ff_text_addf(&line, "In length it is %s",
                     ff_size_band_words(length->low, length->band, length->high, arena));
    }
    if (a->width != FF_FIT_UNKNOWN) {
        const ff_fit_verdict *v = ff_fit_tightest(a);
        ff_text_addf(
            &line, "%s, at its tightest (%s) %s", line.length > 0 ? "; in width" : "In width it is",
            ff_fit_level_words(a->tightest), ff_size_band_words(v->low, v->band, v->high, arena));
    }
    bool sure = (length == NULL || is_sure(length)) &&
                (a->width == FF_FIT_UNKNOWN || is_sure(ff_fit_tightest(a)));
    if (line.length > 0) {
        ff_text_add(&line,
                    sure ? "."
                         : ". Where two words stand, the error of measuring could turn it: measure "
                           "again, or go by how it feels standing in it.");
    }
    return ff_arena_keep(arena, &line);
}

static const char *halves(const ff_shoe_fit_report *r, ff_arena *arena) {
    if (!r->halves_known) {
        return NULL;
    }
    return ff_arena_printf(
        arena,
        "From this shoe%s%s%s this foot needs so many half sizes up: EU %s (3.3 mm each), UK and "
        "US %s (4.2 mm each). Another model is another last: look at the inner length.",
        r->size != NULL ? " (" : "", r->size != NULL ? r->size : "", r->size != NULL ? ")" : "",
        ff_size_halves_words(&r->eu, arena), ff_size_halves_words(&r->uk, arena));
}

static const char *needed(const ff_shoe_fit_report *r, ff_arena *arena) {
    const ff_fit_answer *a = r->answer;
    return ff_arena_printf(
        arena,
        "Inner length %s mm; %s to %s mm is right, give or take %s mm for what is known of the "
        "foot.",
        mm(a->needed_mm, arena), mm(a->needed_least_mm, arena), mm(a->needed_most_mm, arena),
        FF_FIXED(a->needed_error_mm, 1));
}

static const char *label_note(const ff_shoe_fit_report *r, ff_arena *arena) {
    double foot = r->question->feet[r->answer->longer].at[FF_FIT_LENGTH].mm;
    double more = r->label_mm - foot;
    return more > 0.05
               ? ff_arena_printf(
                     arena,
                     "Sizes for a foot of %s mm: the %s one, and %s mm that it needs beyond a "
                     "usual sock and usual room.",
                     mm(r->label_mm, arena), ff_side_word((ff_side)r->answer->longer),
                     mm(more, arena))
               : ff_arena_printf(arena, "Sizes for a foot of %s mm, the %s one.",
                                 mm(r->label_mm, arena), ff_side_word((ff_side)r->answer->longer));
}

static const char *width_words(const ff_shoe_fit_report *r, ff_arena *arena) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    for (size_t i = 0; i < r->width_count; i++) {
        const ff_width_place *w = &r->widths[i];
        if (w->system == FF_WIDTH_US || w->system == FF_WIDTH_JIS) {
            ff_text_addf(&line, "%s%s %s", line.length > 0 ? ", " : "Width: ", w->words, w->label);
            if (strcmp(w->low, w->high) != 0) {
                ff_text_addf(&line, " (%s to %s)", w->low, w->high);
            }
        }
    }
    if (line.length > 0) {
        ff_text_add(&line, "; the letters are of one chart and one standard, makers differ.");
    }
    bool any = line.length > 0;
    const char *words = ff_arena_keep(arena, &line);
    return any ? words : NULL;
}

static void print_missing(const ff_shoe_fit_report *r, ff_arena *arena, ff_text *out) {
    if (!r->any_foot) {
        ff_words_paragraph(
            out, ff_arena_printf(arena,
                                 "No length of a foot is known. Measure both, standing, in the "
                                 "evening: '%s foot --how' tells how.",
                                 r->program));
    }
    if (r->shoe == NULL) {
        ff_words_paragraph(
            out, ff_arena_printf(arena,
                                 "No shoe is measured yet. Trace its sockliner and measure it: '%s "
                                 "shoe NAME --inner-length MM --ball-width MM --width-80 MM "
                                 "--width-88 MM --width-94 MM'; '%s foot --how' tells how.",
                                 r->program, r->program));
    } else if (!r->inner_known) {
        ff_words_paragraph(
            out,
            ff_arena_printf(arena,
                            "The inside of %s is not measured. Take out its sockliner, trace "
                            "it, and say '%s shoe \"%s\" --inner-length MM', and its widths at "
                            "the ball and at 80, 88 and 94 %% of that length.",
                            r->shoe->name, r->program, r->shoe->name));
    }
}

/* ---- text ---- */

static void print_verdicts(const ff_shoe_fit_report *r, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_words_paragraph(out,
                       ff_arena_printf(arena, "Your feet in %s%s%s%s", r->shoe->name,
                                       r->size != NULL ? " (" : "", r->size != NULL ? r->size : "",
                                       r->size != NULL ? ")" : ""));
    verdict_table(r, &table, arena);
    ff_table_print(&table, 2, out);
    ff_words_paragraph(out, worn_with(r, arena));
    ff_words_paragraph(out, in_short(r, arena));
    ff_words_paragraph(out, leads(r, arena));
    ff_words_paragraph(out, halves(r, arena));
}

static void print_ask(const ff_shoe_fit_report *r, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_text_add(out, "\nWhat to ask for\n");
    ff_words_paragraph(out, needed(r, arena));
    ff_words_paragraph(out, label_note(r, arena));
    ff_size_places_table(r->places, r->place_count, &table, arena);
    ff_table_print(&table, 2, out);
    ff_words_paragraph(out, width_words(r, arena));
    ff_words_paragraph(out, ff_size_labels_differ);
    ff_words_paragraph(
        out,
        ff_arena_printf(
            arena,
            "A hot run under an hour may add %s mm of length at most (made from 3 %% of volume "
            "[S58], judgement); in 28 runners 10 km added nothing [S60]. Which way yours go is "
            "not known, so nothing is added.",
            mm(r->answer->swell_mm, arena)));
}

static void print_try(const ff_shoe_fit_report *r, ff_arena *arena, ff_text *out) {
    if (r->remedy == NULL || !r->allowed ||
        (r->shoe != NULL && r->inner_known && !ff_shoe_fit_lacks_room(r))) {
        return;
    }
    ff_text line;
    ff_text_init(&line, arena->allocator);
    ff_text_add(&line, "A roomier shoe is a change that a trial can test. ");
    ff_words_trial_hint(&line, r->program, r->remedy);
    ff_text_add_char(out, '\n');
    ff_words_paragraph(out, line.data);
    out->failed |= line.failed;
    ff_text_free(&line);
}

void ff_shoe_fit_report_text(const ff_shoe_fit_report *r, ff_arena *arena, ff_text *out) {
    if (r->shoe != NULL && (r->answer->known[FF_LEFT] || r->answer->known[FF_RIGHT])) {
        print_verdicts(r, arena, out);
    }
    print_missing(r, arena, out);
    if (r->any_foot) {
        print_ask(r, arena, out);
        print_try(r, arena, out);
        ff_words_paragraph(
            out,
            ff_arena_printf(arena,
                            "For the shop: '%s fit-shoe --card' prints a card, --pdf FILE makes "
                            "one to take along.",
                            r->program));
    }
    ff_words_paragraph(
        out,
        "Limits: 10 to 15 mm of room is right (10 to 12 in textbooks, without a study [S108, "
        "S109]); a "
        "shoe more than 6 mm narrower than the foot is tight: such were worn by people with foot "
        "trouble (6 mm; 4 mm by others [S147]). The rest is judgement.");
}

/* ---- JSON ---- */

static void verdict_json(ff_json *json, const ff_fit_verdict *v) {
    ff_json_name(json, ff_fit_level_name(v->level));
    ff_json_object(json);
    ff_json_text_member(json, "verdict", ff_fit_band_name(v->band));
    if (v->band != FF_FIT_UNKNOWN) {
        ff_json_text_member(json, "verdict_low", ff_fit_band_name(v->low));
        ff_json_text_member(json, "verdict_high", ff_fit_band_name(v->high));
        ff_json_result_member(json, "room_mm", v->room_mm);
        ff_json_result_member(json, "error_mm", v->error_mm);
        ff_json_result_member(json, "shoe_mm", v->shoe_mm);
    }
    ff_json_result_member(json, "foot_mm", v->foot_mm);
    ff_json_text_member(json, "missing", v->why_not);
    ff_json_end_object(json);
}

static void feet_json(ff_json *json, const ff_shoe_fit_report *r) {
    ff_json_name(json, "feet");
    ff_json_object(json);
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        ff_json_name(json, ff_side_word((ff_side)side));
        ff_json_object(json);
        for (int level = 0; level < FF_FIT_LEVEL_COUNT; level++) {
            verdict_json(json, &r->answer->verdicts[side][level]);
        }
        ff_json_end_object(json);
    }
    ff_json_end_object(json);
}

static void ask_json(ff_json *json, const ff_shoe_fit_report *r) {
    const ff_fit_answer *a = r->answer;
    ff_json_name(json, "ask");
    ff_json_object(json);
    ff_json_result_member(json, "inner_mm", a->needed_mm);
    ff_json_result_member(json, "inner_least_mm", a->needed_least_mm);
    ff_json_result_member(json, "inner_most_mm", a->needed_most_mm);
    ff_json_result_member(json, "error_mm", a->needed_error_mm);
    ff_json_result_member(json, "size_for_foot_mm", r->label_mm);
    ff_size_places_json(json, r->places, r->place_count);
    ff_json_name(json, "widths");
    ff_json_array(json);
    for (size_t i = 0; i < r->width_count; i++) {
        ff_json_object(json);
        ff_json_text_member(json, "system", r->widths[i].name);
        ff_json_text_member(json, "label", r->widths[i].label);
        ff_json_text_member(json, "low", r->widths[i].low);
        ff_json_text_member(json, "high", r->widths[i].high);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    ff_json_result_member(json, "swelling_at_most_mm", a->swell_mm);
    ff_json_end_object(json);
}

static void shoe_json(ff_json *json, const ff_shoe_fit_report *r) {
    ff_json_name(json, "shoe");
    ff_json_object(json);
    ff_json_name(json, "id");
    ff_json_int(json, r->shoe->id);
    ff_json_text_member(json, "name", r->shoe->name);
    ff_json_text_member(json, "size", r->size);
    ff_json_end_object(json);
}

static void missing_json(ff_json *json, const ff_shoe_fit_report *r) {
    ff_json_name(json, "missing");
    ff_json_array(json);
    if (!r->any_foot) {
        ff_json_text(json, "foot_length");
    }
    if (r->shoe == NULL) {
        ff_json_text(json, "shoe");
    } else if (!r->inner_known) {
        ff_json_text(json, "inner_length");
    }
    ff_json_end_array(json);
}

void ff_shoe_fit_report_members(const ff_shoe_fit_report *r, ff_json *json) {
    const ff_fit_answer *a = r->answer;
    if (r->shoe != NULL) {
        shoe_json(json, r);
    }
    feet_json(json, r);
    ff_json_text_member(json, "longer", a->longer >= 0 ? ff_side_word((ff_side)a->longer) : NULL);
    ff_json_text_member(json, "wider", a->wider >= 0 ? ff_side_word((ff_side)a->wider) : NULL);
    ff_json_text_member(json, "length", ff_fit_band_name(a->length));
    ff_json_text_member(json, "width", ff_fit_band_name(a->width));
    ff_json_result_member(json, "sock_mm", r->question->sock.mm);
    ff_json_result_member(json, "insole_mm", r->question->insole.mm);
    ff_json_name(json, "more_room");
    ff_json_bool(json, r->question->more_room);
    if (r->halves_known) {
        ff_size_halves_json(json, "half_sizes_up_EU", &r->eu);
        ff_size_halves_json(json, "half_sizes_up_UK_US", &r->uk);
    }
    if (r->any_foot) {
        ask_json(json, r);
    }
    missing_json(json, r);
    bool lacks = r->remedy != NULL && r->allowed && ff_shoe_fit_lacks_room(r);
    ff_json_text_member(json, "try", lacks ? r->remedy->id : NULL);
    ff_json_text_member(json, "class", "c");
}

/* ---- the card ---- */

static void foot_table(const ff_shoe_fit_report *r, ff_table *table, ff_arena *arena) {
    ff_table_init(table, arena);
    ff_table_column(table, "standing foot, mm", false);
    ff_table_column(table, "left", true);
    ff_table_column(table, "right", true);
    for (int level = 0; level < FF_FIT_LEVEL_COUNT; level++) {
        const ff_measure *left = &r->question->feet[FF_LEFT].at[level];
        const ff_measure *right = &r->question->feet[FF_RIGHT].at[level];
        if (isnan(left->mm) && isnan(right->mm)) {
            continue;
        }
        const char *cells[3] = {ff_fit_level_words((ff_fit_level)level), "", ""};
        const ff_measure *both[2] = {left, right};
        for (int side = 0; side < 2; side++) {
            if (!isnan(both[side]->mm)) {
                cells[side + 1] = ff_arena_printf(arena, "%s +- %s", mm(both[side]->mm, arena),
                                                  FF_FIXED(both[side]->error_mm, 1));
            }
        }
        ff_table_row(table, cells, 3);
    }
}

static void card_checks(const ff_shoe_fit_report *r, ff_document_builder *b) {
    double more = r->question->more_room ? FF_TOE_ROOM_MORE_MM : 0;
    const char *room = ff_arena_printf(b->arena,
                                       "Stand with weight on both feet. Before the longest toe of "
                                       "the longer foot there should be %s to %s mm: push "
                                       "a strip of card of that width between toe and shoe, or "
                                       "take out the sockliner and stand on it.",
                                       FF_FIXED(FF_TOE_ROOM_LEAST_MM + more, 0),
                                       FF_FIXED(FF_TOE_ROOM_MOST_MM + more, 0));
    const char *const checks[] = {
        "Try both shoes on, in the evening, with the running sock (and insole) it will be worn "
        "with.",
        room != NULL ? room : "",
        "On the sockliner the foot should not stand out by more than 3 mm at either side, at the "
        "ball and over "
        "the toes; more than 6 mm in all is tight.",
        "Laced as for running, the heel should hold, and no lace should press on top of the foot.",
        "Run a few minutes. Numb toes or a pressed spot in the shop will not go away.",
    };
    ff_document_heading(b, 1, "In the shop");
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        ff_document_step(b, checks[i]);
    }
    ff_document_field(b, "Model and size tried");
    ff_document_field(b, "Inner length of it, mm");
    ff_document_field(b, "Room before the longest toe, mm");
}

void ff_shoe_card(const ff_shoe_fit_report *r, const char *alert, int64_t made_s,
                  ff_document_builder *b) {
    ff_arena *arena = b->arena;
    ff_table *tables = ff_arena_take(arena, 3, sizeof *tables);
    if (tables == NULL) {
        return;
    }
    b->document.subject = "Both feet in millimetres, and the running shoe they need";
    b->document.made_s = made_s;
    b->document.one_page = true;
    ff_document_alert(b, alert);
    ff_document_heading(b, 1, "The feet");
    foot_table(r, &tables[0], arena);
    ff_document_table(b, "9 of 10 measurings lie within +-", &tables[0], true);
    ff_document_text(b, leads(r, arena));
    ff_document_heading(b, 1, "The shoe they need");
    ff_document_text(b, needed(r, arena));
    ff_document_text(b, worn_with(r, arena));
    ff_size_places_table(r->places, r->place_count, &tables[1], arena);
    ff_document_table(b, label_note(r, arena), &tables[1], true);
    ff_document_text(b, width_words(r, arena));
    if (r->shoe != NULL && r->answer->known[r->answer->longer]) {
        ff_document_heading(b, 1,
                            ff_arena_printf(arena, "For comparison: %s%s%s", r->shoe->name,
                                            r->size != NULL ? ", " : "",
                                            r->size != NULL ? r->size : ""));
        verdict_table(r, &tables[2], arena);
        ff_document_table(b, "How it fits now", &tables[2], false);
        ff_document_text(b, halves(r, arena));
    }
    card_checks(r, b);
    ff_document_small(b, ff_size_labels_differ);
    ff_document_small(
        b,
        "Room of 10 to 15 mm: textbooks of foot care say 10 to 12, without a study [S108, S109]. "
        "Widths: [S147] and judgement. Made by footfall from measures taken at home.");
}
