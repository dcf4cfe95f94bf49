#include "report/foot_report.h"

#include "base/civil.h"
#include "base/json.h"
#include "base/number.h"
#include "report/table.h"
#include "report/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define DAY_S 86400

static const char *value_words(const ff_foot_figure *f, ff_arena *arena) {
    if (f == NULL) {
        return NULL;
    }
    int places = ff_foot_kind_places(f->kind);
    const char *unit = ff_foot_kind_unit(f->kind);
    const char *error =
        f->error > 0 ? ff_arena_printf(arena, " +- %s", FF_FIXED(f->error, places)) : "";
    return ff_arena_printf(arena, "%s%s%s%s", FF_FIXED(f->value, places),
                           error != NULL ? error : "", unit[0] != '\0' ? " " : "", unit);
}

static const char *date_of(int64_t at_s, ff_arena *arena) {
    char date[FF_ISO_SIZE];
    ff_iso_date(at_s, date);
    return ff_arena_copy(arena, date);
}

static const char *how_words(const ff_foot_figure *f, ff_arena *arena) {
    const char *time = ff_foot_time_words(f->time);
    return ff_arena_printf(arena, "%s%s%s, %s", ff_foot_method_words(f->method),
                           time[0] != '\0' ? ", " : "", time, date_of(f->said_at_s, arena));
}

/* ---- the table ---- */

static const char *differ_words(const ff_foot_figure *left, const ff_foot_figure *right,
                                ff_arena *arena) {
    if (left == NULL || right == NULL) {
        return NULL;
    }
    return ff_arena_copy(arena,
                         FF_FIXED(right->value - left->value, ff_foot_kind_places(left->kind)));
}

static void print_table(const ff_foot_report *r, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "measure", false);
    ff_table_column(&table, "left", false);
    ff_table_column(&table, "right", false);
    ff_table_column(&table, "right less left", true);
    for (int kind = 0; kind < FF_FOOT_KIND_COUNT; kind++) {
        const ff_foot_figure *left = r->counts[FF_LEFT][kind], *right = r->counts[FF_RIGHT][kind];
        if (left != NULL || right != NULL) {
            const char *cells[] = {ff_foot_kind_words((ff_foot_kind)kind), value_words(left, arena),
                                   value_words(right, arena), differ_words(left, right, arena)};
            ff_table_row(&table, cells, 4);
        }
    }
    ff_table_print(&table, 2, out);
}

/* The names of all measures that were taken as the first one was, which is not yet told of. */
static const char *taken_alike(const ff_foot_report *r, int side, int first, bool *told,
                               ff_arena *arena) {
    const char *names = NULL;
    const ff_foot_figure *as = r->counts[side][first];
    for (int kind = first; kind < FF_FOOT_KIND_COUNT; kind++) {
        const ff_foot_figure *f = r->counts[side][kind];
        if (f != NULL && !told[kind] && f->method == as->method && f->time == as->time &&
            f->said_at_s / DAY_S == as->said_at_s / DAY_S) {
            told[kind] = true;
            names =
                ff_arena_printf(arena, "%s%s%s", names != NULL ? names : "",
                                names != NULL ? ", " : "", ff_foot_kind_name((ff_foot_kind)kind));
        }
    }
    return names;
}

static void print_how(const ff_foot_report *r, ff_arena *arena, ff_text *out) {
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        bool told[FF_FOOT_KIND_COUNT] = {false};
        for (int kind = 0; kind < FF_FOOT_KIND_COUNT && !arena->failed; kind++) {
            const ff_foot_figure *f = r->counts[side][kind];
            if (f != NULL && !told[kind]) {
                const char *how = how_words(f, arena);
                const char *names = taken_alike(r, side, kind, told, arena);
                ff_words_indented(out,
                                  ff_arena_printf(arena, "%s, %s: %s", ff_side_word((ff_side)side),
                                                  how, names != NULL ? names : ""));
            }
        }
    }
    ff_words_paragraph(out, "9 of 10 measurings lie within +-.");
}

/* ---- what it says ---- */

static void print_longer(const ff_foot_report *r, ff_arena *arena, ff_text *out) {
    const ff_foot_figure *left = r->counts[FF_LEFT][FF_FOOT_LENGTH];
    const ff_foot_figure *right = r->counts[FF_RIGHT][FF_FOOT_LENGTH];
    if (left == NULL || right == NULL) {
        if (r->longer >= 0) {
            ff_words_paragraph(
                out, ff_arena_printf(arena,
                                     "Of the %s foot no length is known: measure both, since "
                                     "shoes are fitted to the longer one.",
                                     ff_side_word((ff_side)!r->longer)));
        }
        return;
    }
    double by = fabs(right->value - left->value);
    bool clear = by > hypot(left->error, right->error);
    ff_words_paragraph(
        out, clear ? ff_arena_printf(arena,
                                     "The %s foot is the longer one by %s mm: shoes are fitted "
                                     "to it.",
                                     ff_side_word((ff_side)r->longer), FF_FIXED(by, 1))
                   : ff_arena_printf(arena,
                                     "Which foot is longer is within the error of measuring; "
                                     "shoes are fitted to the %s one.",
                                     ff_side_word((ff_side)r->longer)));
}

static void print_shares(const ff_foot_report *r, ff_arena *arena, ff_text *out) {
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        if (isnan(r->length_share[side])) {
            continue;
        }
        const char *width =
            isnan(r->width_share[side])
                ? ""
                : ff_arena_printf(arena,
                                  ", and of those with feet as long %s in 100 have narrower ones",
                                  FF_FIXED(100 * r->width_share[side], 0));
        ff_words_paragraph(
            out,
            ff_arena_printf(
                arena, "%s foot: %s in 100 %s have a shorter one%s (US Army, ANSUR II [S250]).",
                side == FF_LEFT ? "Left" : "Right", FF_FIXED(100 * r->length_share[side], 0),
                r->women ? "women" : "men", width));
    }
}

static const char *level_words(const char *level) {
    return strcmp(level, "low") == 0 ? "low (flat)" : strcmp(level, "high") == 0 ? "high" : "usual";
}

static void print_index(const char *foot, const ff_arch *a, ff_arena *arena, ff_text *out) {
    ff_words_paragraph(
        out, ff_arena_printf(
                 arena,
                 "%s arch by its print: %s; by the error of measuring alone low %s, usual %s, "
                 "high %s in 100. The limits 0.21 and 0.26 only part 107 feet into quarters "
                 "[R01]; a print is flatter in heavier people.",
                 foot, level_words(a->level), FF_FIXED(100 * a->p_low, 0),
                 FF_FIXED(100 * a->p_mid, 0), FF_FIXED(100 * a->p_high, 0)));
}

static void print_line(const char *foot, const ff_foot_figure *line, ff_arena *arena,
                       ff_text *out) {
    ff_words_paragraph(
        out,
        ff_arena_printf(arena,
                        "%s foot line: %s (usual is -3 to 10 mm: the mean 3.7 and two standard "
                        "deviations [S241], the limits judgement). It repeats well (ICC 0.83 to "
                        "0.95 [S241]).",
                        foot,
                        line->value > 10   ? "the arch leans in"
                        : line->value < -3 ? "the arch stands out"
                                           : "usual"));
}

static void print_drop(const char *foot, const ff_foot_figure *drop, ff_arena *arena,
                       ff_text *out) {
    ff_words_paragraph(
        out, ff_arena_printf(arena,
                             "%s navicular drop: %s. It repeats poorly (kappa 0.40 [S67]), so it "
                             "counts for little.",
                             foot,
                             drop->value >= 15  ? "15 mm or more, much [R04]"
                             : drop->value > 10 ? "over 10 mm, large [R04]"
                                                : "usual"));
}

static void print_posture(const char *foot, const ff_foot_figure *fpi, ff_arena *arena,
                          ff_text *out) {
    ff_words_paragraph(
        out,
        ff_arena_printf(arena,
                        "%s foot posture index: %s (0 to 5 is usual, judgement). It is judged by "
                        "eye, and counts for little.",
                        foot,
                        fpi->value >= 10   ? "rolls in very much"
                        : fpi->value >= 6  ? "rolls in"
                        : fpi->value >= 0  ? "usual"
                        : fpi->value >= -4 ? "rolls out"
                                           : "rolls out very much"));
}

static void print_arch(const ff_foot_report *r, int side, ff_arena *arena, ff_text *out) {
    const char *foot = side == FF_LEFT ? "Left" : "Right";
    const ff_foot_figure *const *counts = r->counts[side];
    if (counts[FF_FOOT_ARCH_INDEX] != NULL) {
        print_index(foot, &r->arch[side], arena, out);
    }
    if (counts[FF_FOOT_LINE] != NULL) {
        print_line(foot, counts[FF_FOOT_LINE], arena, out);
    }
    if (counts[FF_FOOT_NAVICULAR_DROP] != NULL) {
        print_drop(foot, counts[FF_FOOT_NAVICULAR_DROP], arena, out);
    }
    if (counts[FF_FOOT_FPI] != NULL) {
        print_posture(foot, counts[FF_FOOT_FPI], arena, out);
    }
}

/* A figure that no shoe is chosen by is shown, and why. */
static void print_unused(const ff_foot_report *r, ff_arena *arena, ff_text *out) {
    for (size_t i = 0; i < r->figure_count; i++) {
        const ff_foot_figure *f = &r->figures[i];
        bool counts = f->kind > FF_FOOT_HEEL_WIDTH || ff_foot_method_sizes(f->method);
        if (!counts) {
            ff_words_paragraph(
                out,
                ff_arena_printf(arena, "Not used for sizes: %s %s, %s (%s).", ff_side_word(f->side),
                                ff_foot_kind_words(f->kind), value_words(f, arena),
                                f->method == FF_FOOT_BY_WET_PRINT
                                    ? "a wet print is 3 to 6 % shorter than the foot "
                                      "(judgement)"
                                    : "a foot without weight is 3 to 7 mm shorter "
                                      "(judgement)"));
        }
    }
}

void ff_foot_report_text(const ff_foot_report *r, ff_arena *arena, ff_text *out) {
    if (r->figure_count == 0) {
        ff_words_paragraph(out, "Nothing is known of your feet yet.");
        ff_words_paragraph(
            out, ff_arena_printf(arena, "How to measure them at home: %s foot --how", r->program));
        return;
    }
    ff_text_add(out, "Your feet\n");
    print_table(r, arena, out);
    print_how(r, arena, out);
    print_longer(r, arena, out);
    print_shares(r, arena, out);
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        print_arch(r, side, arena, out);
    }
    print_unused(r, arena, out);
    if (r->longer >= 0) {
        ff_words_paragraph(
            out, ff_arena_printf(arena,
                                 "Next: '%s size' tells the sizes, '%s fit-shoe' whether a shoe "
                                 "has room.",
                                 r->program, r->program));
    }
}

/* ---- JSON ---- */

static const char *unit_of(const ff_foot_figure *f) {
    const char *unit = ff_foot_kind_unit(f->kind);
    return unit[0] != '\0' ? unit : NULL;
}

static void figure_json(ff_json *json, const ff_foot_figure *f) {
    char when[FF_ISO_SIZE];
    ff_json_object(json);
    ff_json_name(json, "value");
    if (isnan(f->value)) {
        ff_json_null(json);
    } else {
        ff_json_number(json, f->value);
    }
    ff_json_result_member(json, "error", f->error);
    ff_json_text_member(json, "unit", unit_of(f));
    ff_json_text_member(json, "method", ff_foot_method_name(f->method));
    ff_json_text_member(json, "time",
                        f->time != FF_FOOT_TIME_UNKNOWN ? ff_foot_time_name(f->time) : NULL);
    ff_json_text_member(json, "said_by", f->said_by);
    ff_iso_format(f->said_at_s, false, 0, when);
    ff_json_text_member(json, "said_at", when);
}

static void side_json(ff_json *json, const ff_foot_report *r, int side) {
    ff_json_name(json, ff_side_word((ff_side)side));
    ff_json_object(json);
    for (int kind = 0; kind < FF_FOOT_KIND_COUNT; kind++) {
        if (r->counts[side][kind] != NULL) {
            ff_json_name(json, ff_foot_kind_name((ff_foot_kind)kind));
            figure_json(json, r->counts[side][kind]);
            ff_json_end_object(json);
        }
    }
    ff_json_result_member(json, "shorter_share", r->length_share[side]);
    ff_json_result_member(json, "narrower_share", r->width_share[side]);
    if (r->counts[side][FF_FOOT_ARCH_INDEX] != NULL) {
        const ff_arch *a = &r->arch[side];
        ff_json_name(json, "arch");
        ff_json_object(json);
        ff_json_text_member(json, "level", a->level);
        ff_json_result_member(json, "p_low", a->p_low);
        ff_json_result_member(json, "p_mid", a->p_mid);
        ff_json_result_member(json, "p_high", a->p_high);
        ff_json_end_object(json);
    }
    ff_json_end_object(json);
}

static void difference_json(ff_json *json, const ff_foot_report *r) {
    ff_json_name(json, "right_less_left");
    ff_json_object(json);
    for (int kind = 0; kind < FF_FOOT_KIND_COUNT; kind++) {
        const ff_foot_figure *left = r->counts[FF_LEFT][kind], *right = r->counts[FF_RIGHT][kind];
        if (left != NULL && right != NULL) {
            ff_json_result_member(json, ff_foot_kind_name((ff_foot_kind)kind),
                                  right->value - left->value);
        }
    }
    ff_json_end_object(json);
}

static void listed_json(ff_json *json, const ff_foot_figure *f) {
    figure_json(json, f);
    ff_json_text_member(json, "side", ff_side_word(f->side));
    ff_json_text_member(json, "kind", ff_foot_kind_name(f->kind));
    ff_json_end_object(json);
}

void ff_foot_report_json(const ff_foot_report *r, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    side_json(&json, r, FF_LEFT);
    side_json(&json, r, FF_RIGHT);
    difference_json(&json, r);
    ff_json_text_member(&json, "longer", r->longer >= 0 ? ff_side_word((ff_side)r->longer) : NULL);
    ff_json_name(&json, "not_for_sizes");
    ff_json_array(&json);
    for (size_t i = 0; i < r->figure_count; i++) {
        const ff_foot_figure *f = &r->figures[i];
        if (f->kind <= FF_FOOT_HEEL_WIDTH && !ff_foot_method_sizes(f->method)) {
            listed_json(&json, f);
        }
    }
    ff_json_end_array(&json);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

/* ---- history ---- */

void ff_foot_history_text(const ff_foot_figure *figures, size_t count, ff_arena *arena,
                          ff_text *out) {
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "day", false);
    ff_table_column(&table, "foot", false);
    ff_table_column(&table, "measure", false);
    ff_table_column(&table, "value", false);
    ff_table_column(&table, "how", false);
    for (size_t i = 0; i < count; i++) {
        const ff_foot_figure *f = &figures[i];
        const char *cells[] = {
            date_of(f->said_at_s, arena), ff_side_word(f->side), ff_foot_kind_name(f->kind),
            isnan(f->value) ? "taken back" : value_words(f, arena), ff_foot_method_name(f->method)};
        ff_table_row(&table, cells, 5);
    }
    ff_table_print(&table, 0, out);
    if (count == 0) {
        ff_text_add(out, "Nothing was ever said of your feet.\n");
    }
}

void ff_foot_history_json(const ff_foot_figure *figures, size_t count, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_array(&json);
    for (size_t i = 0; i < count; i++) {
        listed_json(&json, &figures[i]);
    }
    ff_json_end_array(&json);
    ff_text_add_char(out, '\n');
}

/* ---- how to measure ---- */

static void step(ff_text *out, int number, const char *words) {
    char first[16];
    snprintf(first, sizeof first, "  %d. ", number);
    ff_text_wrap(out, first, words, FF_TEXT_WIDTH);
}

static const char *const how_steps[] = {
    "In the evening or after a run, when feet are largest. Put on the sock you run in, or none "
    "and "
    "say the sock with the shoe.",
    "Tape a sheet of paper to a hard floor, one edge against a wall. Stand on it with your "
    "weight on "
    "both feet, the heel lightly against the wall. Sitting gives a foot that is 3 to 7 mm "
    "shorter (judgement).",
    "Let someone else draw round the foot, the pencil upright and touching the skin. A pencil "
    "held "
    "at a slant draws a foot that is too wide.",
    "Length: from the wall to the tip of the longest toe, which may be the second. Ball: the "
    "widest "
    "place of the outline, from the joint of the big toe to that of the little one.",
    "Mark 80, 88 and 94 % of the length from the wall (for 262 mm: 210, 231 and 246 mm) and "
    "measure "
    "the width of the outline across at each: this is where toes are pressed.",
    "Girth: a tape round the ball over both joints, standing, snug and not pulled.",
    "Then the other foot: the two may differ.",
    "The shoe: take out the sockliner, trace it the same way, and measure it at 80, 88 and 94 "
    "% of its "
    "own length. If it is glued in, push a stick or a tape to the front for the inner length.",
};

void ff_foot_how_text(const char *program, ff_arena *arena, ff_text *out) {
    ff_text_add(
        out,
        "Both feet at home, in ten minutes: paper, a pencil, a ruler, a tape, someone to help\n");
    for (size_t i = 0; i < sizeof how_steps / sizeof *how_steps; i++) {
        step(out, (int)i + 1, how_steps[i]);
    }
    ff_words_paragraph(
        out,
        "A wet print tells the arch and never the size: toe tips and the curve of the heel do not "
        "touch the ground, so it is 3 to 6 % too short (judgement). Measured twice, on two "
        "evenings, is worth "
        "more than measured once with care. The steps are judgement from how such tracings are "
        "made.");
    ff_words_paragraph(
        out,
        ff_arena_printf(arena,
                        "Then: %s foot left --length 262 --ball-width 101 --width-80 98 --width-88 "
                        "88 --width-94 74 --time evening, and the same with right.",
                        program));
    ff_words_paragraph(
        out, ff_arena_printf(arena, "Where to measure, as a drawing: %s foot --svg", program));
}
