#include "report/lacing_report.h"

#include "base/number.h"
#include "report/lacing_words.h"
#include "report/table.h"
#include "report/words.h"

#include <math.h>
#include <string.h>

/* Table cells are made in the arena. */
typedef struct {
    const ff_lacing_report *report;
    const ff_lacing_sheet *sheet;
    ff_arena *arena;
    ff_text *out;
    ff_text line; /* being put together */
} writing;

static void wrap(writing *w, const char *first) {
    ff_text_wrap(w->out, first, w->line.data, FF_TEXT_WIDTH);
    ff_text_clear(&w->line);
}

static const char *number(const writing *w, double x, int places) {
    return ff_arena_printf(w->arena, "%s", FF_FIXED(ff_round_result(x), places));
}

static const char *share(writing *w, double x) {
    ff_text_clear(&w->line);
    ff_lacing_share_words(x, &w->line);
    const char *copy = ff_arena_copy(w->arena, w->line.data);
    ff_text_clear(&w->line);
    return copy;
}

/* ---- what to try ---- */

static const ff_lacing_verdict *chosen_of(const ff_lacing_sheet *sheet) {
    const ff_lacing_choice *c = sheet->choice;
    return c != NULL && c->chosen < c->count ? &c->verdicts[c->chosen] : NULL;
}

static void add_spot_names(const ff_lacing_wish *wish, ff_text *line) {
    for (size_t i = 0; i < wish->spot_count; i++) {
        const ff_lacing_spot *spot = &wish->spots[i];
        ff_text_addf(line, "%s%s",
                     i == 0                     ? ""
                     : i + 1 < wish->spot_count ? ", "
                                                : " and ",
                     spot->name);
        if (spot->clinical[0] != '\0') {
            ff_text_addf(line, " (%s)", spot->clinical);
        }
    }
}

static void write_heading(writing *w) {
    const ff_lacing_choice *c = w->sheet->choice;
    if (c == NULL) {
        ff_text_addf(&w->line, "Lacing: %s, %d pairs of eyelets", w->sheet->words,
                     w->sheet->shoe.pairs);
    } else if (c->wish.spot_count > 0) {
        ff_text_add(&w->line, "Lacing that spares ");
        add_spot_names(&c->wish, &w->line);
        ff_text_addf(&w->line, "%s, %d pairs of eyelets",
                     c->wish.heel_slip ? ", for a heel that slips" : "", c->shoe.pairs);
    } else {
        ff_text_addf(&w->line, "Lacing for a heel that slips, %d pairs of eyelets", c->shoe.pairs);
    }
    wrap(w, "");
    if (w->report->from != NULL) {
        ff_text_add(&w->line, w->report->from);
        wrap(w, "");
    }
    ff_text_add_char(w->out, '\n');
}

/* A lower pull eases everything at once, and it is what any other lacing is held against. */
static void write_loosen(writing *w, bool only) {
    ff_text_add(&w->line,
                only ? "Loosen one step: tie criss-cross with about a tenth less pull. That "
                       "presses a tenth less everywhere, and holds a tenth less. No pattern "
                       "spares all these places and holds as firmly: what it takes from one it "
                       "gives to another."
                     : "First loosen one step: the same lacing with about a tenth less pull "
                       "presses a tenth less everywhere. If that is not enough:");
    wrap(w, "");
    ff_text_add_char(w->out, '\n');
}

static void write_sequence(writing *w) {
    const ff_lacing_choice *c = w->sheet->choice;
    ff_text_addf(&w->line, "%s (%s)", w->sheet->words, w->sheet->pattern);
    bool looser = c != NULL && chosen_of(w->sheet) == NULL;
    ff_text_add(&w->line, looser ? ", tied looser" : "");
    wrap(w, c != NULL ? "Try: " : "");
    ff_lacing_print(&w->sheet->lacing, &w->line);
    wrap(w, "  right shoe: ");
    const ff_lacing other = ff_lacing_mirrored(&w->sheet->lacing);
    ff_lacing_print(&other, &w->line);
    wrap(w, "  left shoe:  ");
    if (w->sheet->use != NULL) {
        ff_text_addf(&w->line, "For: %s.", w->sheet->use);
        wrap(w, "  ");
    }
}

static void write_why(writing *w) {
    const ff_lacing_verdict *v = chosen_of(w->sheet);
    const ff_lacing_choice *c = w->sheet->choice;
    for (size_t i = 0; v != NULL && i < c->wish.spot_count; i++) {
        ff_text_addf(&w->line, "%s: ", c->wish.spots[i].name);
        if (v->at_pull[i] <= 0 && v->at_hold[i] <= 0) {
            ff_text_add(&w->line, "nothing of the lace presses there.");
        } else {
            ff_lacing_share_words(v->at_pull[i], &w->line);
            ff_text_add(&w->line,
                        " of the hardest that criss-cross presses there, pulled as hard; ");
            ff_lacing_share_words(v->at_hold[i], &w->line);
            ff_text_add(&w->line, " holding as firmly.");
        }
        wrap(w, i == 0 ? "  Why: " : "       ");
    }
    if (c != NULL && c->heel_open) {
        ff_text_add(&w->line,
                    "Nothing that locks the heel spares these places: tie this one, and see a "
                    "fitter about the heel (a narrower heel, a heel pad).");
        wrap(w, "  ");
    }
}

/* What is true of a settled lace need not be of one that was pulled at the top only. */
static void write_fresh(writing *w) {
    const ff_lacing_choice *c = w->sheet->choice;
    if (c == NULL || !c->fresh_raises) {
        return;
    }
    ff_text_addf(&w->line,
                 "Tighten it row by row from the toes up. Pulled at the top only (friction %s) it "
                 "would press %s harder than criss-cross pulled so: ",
                 FF_FIXED(FF_LACING_FRESH_FRICTION, 1), c->wish.spots[c->fresh_worst].name);
    ff_lacing_share_words(c->fresh_share, &w->line);
    ff_text_add(&w->line, " of it.");
    wrap(w, "  ");
}

static double hardest(const ff_lacing_sheet *sheet, size_t *at) {
    double most = -1;
    for (size_t i = 0; i < sheet->forces.crossing_count; i++) {
        *at = sheet->presses[i].at_hold > most ? i : *at;
        most = fmax(most, sheet->presses[i].at_hold);
    }
    return most;
}

/* What stays free must be held elsewhere. */
static void write_hold(writing *w) {
    double factor = w->sheet->hold_factor;
    size_t at = 0;
    double most = hardest(w->sheet, &at);
    if (factor <= 1.05) {
        ff_text_addf(&w->line, "It holds as firmly as criss-cross at %s times the pull.",
                     FF_FIXED(factor, 2));
        wrap(w, "  ");
        return;
    }
    ff_text_addf(
        &w->line,
        "Pulled as hard as criss-cross it closes the shoe with %s %% of the force; it takes "
        "%s times the pull to hold as firmly, and then what carries it presses more: the "
        "hardest place, at %s mm, %s times the mean of criss-cross. Begin with the pull you "
        "are used to.",
        FF_FIXED(100 / factor, 0), FF_FIXED(factor, 2), FF_FIXED(w->sheet->presses[at].s_mm, 0),
        FF_FIXED(most, 1));
    wrap(w, "  ");
}

/* ---- steps ---- */

static void write_steps(writing *w) {
    ff_text_add(w->out, "\nSteps, right shoe (left shoe: say left for right and right for left)\n");
    for (size_t i = 0; i < w->sheet->step_count; i++) {
        const char *first = ff_arena_printf(w->arena, "  %2zu. ", i + 1);
        ff_lacing_step_words(w->sheet, i, &w->line);
        wrap(w, first != NULL ? first : "  ");
    }
}

/* ---- where it presses ---- */

/* "rows 3-4", "row 2", of a place along the throat. */
static const char *between_rows(const writing *w, double s_mm) {
    double row = 1 + s_mm / w->sheet->shoe.pitch_mm, whole = floor(row + 0.02);
    return fabs(row - whole) < 0.02
               ? ff_arena_printf(w->arena, "row %d", (int)whole)
               : ff_arena_printf(w->arena, "rows %d-%d", (int)whole, (int)whole + 1);
}

/* Both lacings' crossings in one list, from the toes up. */
static void write_presses(writing *w) {
    const ff_lacing_sheet *sheet = w->sheet;
    ff_table table;
    ff_table_init(&table, w->arena);
    ff_table_column(&table, "mm", true);
    ff_table_column(&table, "at", false);
    ff_table_column(&table, "force", true);
    ff_table_column(&table, "equal pull", true);
    ff_table_column(&table, "equal hold", true);
    ff_table_column(&table, "criss-cross", true);
    size_t i = 0, k = 0;
    while (i < sheet->forces.crossing_count || k < sheet->crisscross.crossing_count) {
        const ff_lacing_press *own = i < sheet->forces.crossing_count ? &sheet->presses[i] : NULL;
        const ff_lacing_press *usual =
            k < sheet->crisscross.crossing_count ? &sheet->usual[k] : NULL;
        double own_s = own != NULL ? own->s_mm : INFINITY;
        double usual_s = usual != NULL ? usual->s_mm : INFINITY, s = fmin(own_s, usual_s);
        bool of_own = own != NULL && own_s < s + 0.6;
        bool of_usual = usual != NULL && usual_s < s + 0.6;
        const char *cells[] = {number(w, s, 0),
                               between_rows(w, s),
                               of_own ? number(w, own->force, 2) : "-",
                               of_own ? share(w, own->at_pull) : "-",
                               of_own ? share(w, own->at_hold) : "-",
                               of_usual ? share(w, usual->at_hold) : "-"};
        ff_table_row(&table, cells, 6);
        i += of_own;
        k += of_usual;
    }
    ff_text_add(w->out,
                "\nWhere it presses, 100 % being the mean of criss-cross over the throat\n");
    ff_table_print(&table, 2, w->out);
}

/* ---- the others ---- */

static const char *verdict_words(writing *w, const ff_lacing_verdict *v) {
    const ff_lacing_choice *c = w->sheet->choice;
    const char *spot = c->wish.spot_count > 0 ? c->wish.spots[v->worst].id : "";
    if (v == chosen_of(w->sheet)) {
        return "chosen";
    }
    if (strcmp(v->name, "crisscross") == 0) {
        return "the usual, which the others are held against";
    }
    switch (v->state) {
    case FF_LACING_RAISES:
        return ff_arena_printf(w->arena, "refused: presses %s more", spot);
    case FF_LACING_LITTLE:
        return ff_arena_printf(w->arena, "eases %s too little", spot);
    case FF_LACING_PARTLY:
        return ff_arena_printf(w->arena, "eases %s too little, the rest well", spot);
    case FF_LACING_EASES:
        break;
    }
    return c->wish.heel_slip && !v->locks ? "fits, but does not lock the heel"
                                          : "fits too: try it next";
}

static void write_others(writing *w) {
    const ff_lacing_choice *c = w->sheet->choice;
    ff_table table;
    ff_table_init(&table, w->arena);
    ff_table_column(&table, "pattern", false);
    ff_table_column(&table, "equal pull", true);
    ff_table_column(&table, "equal hold", true);
    ff_table_column(&table, "", false);
    for (size_t i = 0; i < c->count; i++) {
        const ff_lacing_verdict *v = &c->verdicts[i];
        const char *cells[] = {v->name, share(w, v->at_pull[v->worst]),
                               share(w, v->at_hold[v->worst]), verdict_words(w, v)};
        ff_table_row(&table, cells, 4);
    }
    ff_text_add_char(w->out, '\n');
    ff_text_add(&w->line,
                "What was looked at, in the order of the rule: how hard it presses the place that "
                "it spares least, as a share of the hardest that criss-cross presses there");
    wrap(w, "");
    ff_table_print(&table, 2, w->out);
    if (c->combined > 0) {
        ff_text_addf(&w->line,
                     "No single pattern eases all of it, so %zu combinations of windows were "
                     "looked at too; those that ease it stand at the end.",
                     c->combined);
        wrap(w, "  ");
    }
}

/* ---- lace, pad, numbers ---- */

static void write_lace(writing *w) {
    const ff_lacing_sheet *sheet = w->sheet;
    ff_text_add_char(w->out, '\n');
    for (int i = 0; i < FF_LACING_LACES && sheet->forces.lace_mm[i] > 0; i++) {
        bool two = sheet->lacing.second != 0;
        ff_text_addf(&w->line,
                     "%s: %s cm of lace with ends of %s cm; %s cm with %s mm for the thickness "
                     "of the side at each eyelet. ",
                     !two     ? "Lace"
                     : i == 0 ? "Front lace"
                              : "Back lace",
                     FF_FIXED(sheet->forces.lace_mm[i] / 10, 1),
                     FF_FIXED(sheet->shoe.ends_mm / 10, 0), FF_FIXED(sheet->needed_mm[i] / 10, 1),
                     FF_FIXED(FF_LACING_PASS_MM, 0));
        if (sheet->buy_mm[i] > 0) {
            ff_text_addf(&w->line, "Buy %s cm.", FF_FIXED(sheet->buy_mm[i] / 10, 0));
        } else {
            ff_text_add(&w->line, "Laces are not sold so long: shorten the ends (--ends).");
        }
        wrap(w, "");
    }
}

static void write_pads(writing *w) {
    const ff_lacing_sheet *sheet = w->sheet;
    if (sheet->pad_count == 0) {
        return;
    }
    ff_text_addf(&w->line,
                 "Pad under the tongue, if it still presses: two strips of felt, one at either "
                 "side of the sore "
                 "line, %s mm apart so that nothing lies on it, along the tongue ",
                 FF_FIXED(FF_LACING_PAD_FREE_MM, 0));
    for (size_t i = 0; i < sheet->pad_count; i++) {
        ff_text_addf(&w->line, "%sfrom %s to %s mm", i > 0 ? " and " : "",
                     FF_FIXED(sheet->pads[i].from_mm, 0), FF_FIXED(sheet->pads[i].to_mm, 0));
    }
    ff_text_add(&w->line,
                " above row 1 [that it can help: S01, S136; where and how wide: judged].");
    wrap(w, "");
}

static void write_numbers(writing *w) {
    const ff_lacing_shoe *shoe = &w->sheet->shoe;
    char width[FF_NUMBER_SIZE], pitch[FF_NUMBER_SIZE];
    ff_number_format(shoe->width_mm, width); /* as it was told */
    ff_number_format(shoe->pitch_mm, pitch);
    ff_text_addf(
        &w->line,
        "Computed: lengths and forces, for eyelets %s mm apart across and rows %s mm apart "
        "(--width, --pitch), friction %s (%s). Judged: where each place lies along the "
        "throat, that a crossing presses on %s mm to either side, friction, and what "
        "counts as easing. Recalled: the lengths that shops sell. Pressures are relative: "
        "they compare lacings of one foot, and are no kPa; none was measured.",
        width, pitch, FF_FIXED(shoe->friction, 2),
        shoe->friction > 0 ? "pulled at the top only" : "settled, or tightened row by row",
        FF_FIXED(shoe->spread_mm, 0));
    ff_text_add_char(w->out, '\n');
    wrap(w, "");
}

static void write_trial(writing *w) {
    ff_words_trial_hint(&w->line, w->report->program, w->report->remedy);
    ff_text_add(&w->line, " Tie it the same way each time.");
    wrap(w, "");
}

void ff_lacing_report_text(const ff_lacing_report *report, ff_arena *arena, ff_text *out) {
    writing w = {.report = report, .sheet = report->sheet, .arena = arena, .out = out};
    ff_text_init(&w.line, out->allocator);
    const ff_lacing_choice *c = w.sheet->choice;
    bool none = c != NULL && chosen_of(w.sheet) == NULL;
    write_heading(&w);
    if (none || (c != NULL && c->loosen_first)) {
        write_loosen(&w, none);
    }
    write_sequence(&w);
    write_why(&w);
    write_fresh(&w);
    write_hold(&w);
    write_steps(&w);
    write_presses(&w);
    if (c != NULL && c->wish.spot_count > 0) {
        write_others(&w);
    }
    write_lace(&w);
    write_pads(&w);
    write_numbers(&w);
    write_trial(&w);
    out->failed |= w.line.failed;
    ff_text_free(&w.line);
}

/* ---- JSON ---- */

static void sequence_member(ff_json *json, const char *name, const ff_lacing *lacing,
                            const ff_text *out) {
    ff_text text;
    ff_text_init(&text, out->allocator);
    ff_lacing_print(lacing, &text);
    ff_json_text_member(json, name, text.data);
    json->out->failed |= text.failed;
    ff_text_free(&text);
}

static void number_member(ff_json *json, const char *name, double x) {
    ff_json_name(json, name);
    ff_json_result(json, x);
}

static void crossing_members(const ff_lacing_press *presses, size_t count, const char *name,
                             ff_json *json) {
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < count; i++) {
        ff_json_object(json);
        number_member(json, "s_mm", presses[i].s_mm);
        number_member(json, "force", presses[i].force);
        number_member(json, "pressure_equal_pull", presses[i].at_pull);
        number_member(json, "pressure_equal_hold", presses[i].at_hold);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void zone_members(const ff_lacing_forces *forces, ff_json *json) {
    ff_json_name(json, "zones");
    ff_json_object(json);
    number_member(json, "toe", forces->zones[FF_ZONE_TOE]);
    number_member(json, "mid", forces->zones[FF_ZONE_MID]);
    number_member(json, "ankle", forces->zones[FF_ZONE_ANKLE]);
    ff_json_end_object(json);
}

static void lace_members(const ff_lacing_sheet *sheet, ff_json *json) {
    ff_json_name(json, "laces");
    ff_json_array(json);
    for (int i = 0; i < FF_LACING_LACES && sheet->forces.lace_mm[i] > 0; i++) {
        ff_json_object(json);
        number_member(json, "length_mm", sheet->forces.lace_mm[i]);
        number_member(json, "needed_mm", sheet->needed_mm[i]);
        ff_json_name(json, "buy_mm");
        ff_json_result(json, sheet->buy_mm[i] > 0 ? sheet->buy_mm[i] : NAN);
        number_member(json, "pull", sheet->shoe.pull[i]);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void shoe_members(const ff_lacing_shoe *shoe, ff_json *json) {
    ff_json_name(json, "shoe");
    ff_json_object(json);
    ff_json_name(json, "pairs");
    ff_json_int(json, shoe->pairs);
    number_member(json, "width_mm", shoe->width_mm);
    number_member(json, "pitch_mm", shoe->pitch_mm);
    number_member(json, "ends_mm", shoe->ends_mm);
    number_member(json, "friction", shoe->friction);
    number_member(json, "spread_mm", shoe->spread_mm);
    ff_json_end_object(json);
}

static void step_members(const ff_lacing_sheet *sheet, ff_json *json) {
    ff_text text;
    ff_text_init(&text, json->out->allocator);
    ff_json_name(json, "steps");
    ff_json_array(json);
    for (size_t i = 0; i < sheet->step_count; i++) {
        ff_text_clear(&text);
        ff_lacing_step_words(sheet, i, &text);
        ff_json_text(json, text.data);
    }
    ff_json_end_array(json);
    json->out->failed |= text.failed;
    ff_text_free(&text);
}

static const char *const state_names[] = {"eases", "partly", "little", "raises"};

static void spot_members(const ff_lacing_choice *c, ff_json *json) {
    ff_json_name(json, "spots");
    ff_json_array(json);
    for (size_t i = 0; i < c->wish.spot_count; i++) {
        const ff_lacing_spot *spot = &c->wish.spots[i];
        ff_json_object(json);
        ff_json_text_member(json, "id", spot->id);
        ff_json_text_member(json, "name", spot->name);
        ff_json_text_member(json, "clinical", spot->clinical[0] != '\0' ? spot->clinical : NULL);
        number_member(json, "from_mm", spot->from_mm);
        number_member(json, "to_mm", spot->to_mm);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

/* null: more, where criss-cross presses nothing. */
static void share_members(const char *name, const double *shares, size_t count, ff_json *json) {
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < count; i++) {
        ff_json_result(json, shares[i]);
    }
    ff_json_end_array(json);
}

static void verdict_members(const ff_lacing_choice *c, ff_json *json) {
    ff_json_name(json, "looked_at");
    ff_json_array(json);
    for (size_t i = 0; i < c->count; i++) {
        const ff_lacing_verdict *v = &c->verdicts[i];
        ff_json_object(json);
        ff_json_text_member(json, "pattern", v->name);
        sequence_member(json, "sequence", &v->lacing, json->out);
        ff_json_text_member(json, "verdict", state_names[v->state]);
        ff_json_name(json, "chosen");
        ff_json_bool(json, i == c->chosen);
        ff_json_name(json, "locks_heel");
        ff_json_bool(json, v->locks);
        number_member(json, "pull_for_equal_hold", v->hold_factor);
        share_members("spots_equal_pull", v->at_pull, c->wish.spot_count, json);
        share_members("spots_equal_hold", v->at_hold, c->wish.spot_count, json);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void choice_members(const ff_lacing_sheet *sheet, const char *from, ff_json *json) {
    const ff_lacing_choice *c = sheet->choice;
    ff_json_name(json, "choice");
    ff_json_object(json);
    ff_json_text_member(json, "from", from);
    spot_members(c, json);
    ff_json_name(json, "heel_slip");
    ff_json_bool(json, c->wish.heel_slip);
    ff_json_name(json, "loosen_first");
    ff_json_bool(json, c->loosen_first || c->chosen == c->count);
    ff_json_name(json, "found");
    ff_json_bool(json, c->chosen < c->count);
    ff_json_name(json, "heel_open");
    ff_json_bool(json, c->heel_open);
    ff_json_name(json, "tighten_row_by_row");
    ff_json_bool(json, c->fresh_raises);
    verdict_members(c, json);
    ff_json_name(json, "combinations");
    ff_json_uint(json, c->combined);
    ff_json_name(json, "pads");
    ff_json_array(json);
    for (size_t i = 0; i < sheet->pad_count; i++) {
        ff_json_object(json);
        number_member(json, "from_mm", sheet->pads[i].from_mm);
        number_member(json, "to_mm", sheet->pads[i].to_mm);
        number_member(json, "free_mm", FF_LACING_PAD_FREE_MM);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    ff_json_end_object(json);
}

void ff_lacing_report_members(const ff_lacing_report *report, const char *svg, ff_arena *arena,
                              ff_json *json) {
    const ff_lacing_sheet *sheet = report->sheet;
    const ff_lacing other = ff_lacing_mirrored(&sheet->lacing);
    ff_json_text_member(json, "pattern", sheet->pattern);
    ff_json_text_member(json, "name", sheet->words);
    ff_json_text_member(json, "use", sheet->use);
    sequence_member(json, "sequence", &sheet->lacing, json->out);
    sequence_member(json, "sequence_left", &other, json->out);
    number_member(json, "length_mm", sheet->forces.length_mm);
    number_member(json, "closing_force", sheet->forces.closing);
    number_member(json, "pull_for_equal_hold", sheet->hold_factor);
    number_member(json, "least_pull", sheet->forces.least_pull);
    zone_members(&sheet->forces, json);
    crossing_members(sheet->presses, sheet->forces.crossing_count, "crossings", json);
    crossing_members(sheet->usual, sheet->crisscross.crossing_count, "crisscross", json);
    lace_members(sheet, json);
    shoe_members(&sheet->shoe, json);
    step_members(sheet, json);
    if (sheet->choice != NULL) {
        choice_members(sheet, report->from, json);
    }
    ff_text hint;
    ff_text_init(&hint, json->out->allocator);
    ff_words_trial_hint(&hint, report->program, report->remedy);
    ff_json_text_member(json, "try", ff_arena_copy(arena, hint.data));
    json->out->failed |= hint.failed;
    ff_text_free(&hint);
    ff_json_text_member(json, "svg", svg);
}
