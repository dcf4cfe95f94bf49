#include "report/lacing_words.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

/* Halves of lace that differ by less are even. */
#define EVEN_MM 20.0

static const char *const end_names[2] = {"Solid end", "Dotted end"};
static const char *const lace_names[FF_LACING_LACES] = {"Front lace", "Back lace"};

static const ff_lacing_visit *visit_at(const ff_lacing_sheet *sheet, int i) {
    return &sheet->lacing.visits[i];
}

static void add_visit(const ff_lacing_sheet *sheet, int i, ff_text *out) {
    char text[FF_LACING_VISIT_SIZE];
    ff_text_add(out, ff_lacing_visit_text(visit_at(sheet, i), text));
}

static const char *side_of(const ff_lacing_visit *visit) {
    return visit->right ? "right" : "left";
}

static void add_start(const ff_lacing_sheet *sheet, const ff_lacing_step *step, ff_text *out) {
    const double *ends = sheet->end_mm[step->lace];
    if (sheet->lacing.second != 0) {
        ff_text_addf(out, "%s: ", lace_names[step->lace]);
    }
    ff_text_add(out, step->down ? "lay the lace across on top and push its ends down into "
                                : "lead the lace across underneath, its ends up through ");
    add_visit(sheet, step->from, out);
    ff_text_add(out, " and ");
    add_visit(sheet, step->to, out);
    if (fabs(ends[0] - ends[1]) < EVEN_MM) {
        ff_text_addf(out, ", both %s cm long", FF_FIXED(ends[0] / 10, 0));
    }
    ff_text_add(out, ". The end at ");
    add_visit(sheet, step->from, out);
    if (fabs(ends[0] - ends[1]) < EVEN_MM) {
        ff_text_add(out, " is the solid one, the other the dotted one.");
    } else {
        ff_text_addf(out, " is the solid one, %s cm long; the dotted one has %s cm.",
                     FF_FIXED(ends[0] / 10, 0), FF_FIXED(ends[1] / 10, 0));
    }
}

static void add_tie(const ff_lacing_sheet *sheet, const ff_lacing_step *step, ff_text *out) {
    if (sheet->lacing.second != 0) {
        ff_text_addf(out, "%s: ", lace_names[step->lace]);
        double pull = sheet->shoe.pull[step->lace];
        ff_text_add(out,
                    pull < 1 ? "tie it loosely, at about half the pull of the other" : "tie it");
    } else {
        ff_text_add(out, "Draw it snug row by row from the toes up, then tie the ends");
    }
    int row = visit_at(sheet, step->from)->row, other = visit_at(sheet, step->to)->row;
    ff_text_addf(out, " at row %d.", row > other ? row : other);
}

/* Whether that end goes on through a loop: the straight stretch then stays slack for the other end.
 */
static bool makes_loop(const ff_lacing_sheet *sheet, const ff_lacing_step *step) {
    const ff_lacing_visit *to = visit_at(sheet, step->to);
    for (size_t i = 0; i < sheet->lacing.count; i++) {
        const ff_lacing_visit *v = visit_at(sheet, (int)i);
        if (v->loop && v->row == to->row && v->right == to->right) {
            return step->move == FF_MOVE_UP;
        }
    }
    return false;
}

static void add_move(const ff_lacing_sheet *sheet, const ff_lacing_step *step, ff_text *out) {
    const ff_lacing_visit *to = visit_at(sheet, step->to);
    ff_text_addf(out, "%s: ", end_names[step->end]);
    switch (step->move) {
    case FF_MOVE_CROSS:
        ff_text_addf(out, "across%s to ", step->over ? ", over the lace that lies there," : "");
        break;
    case FF_MOVE_BAR:
        ff_text_add(out,
                    step->down ? "straight across on top to " : "straight across underneath to ");
        break;
    case FF_MOVE_LOOP:
        ff_text_addf(out, "across%s and through the loop on the %s between rows %d and %d.",
                     step->over ? ", over the lace that lies there," : "", side_of(to), to->row - 1,
                     to->row);
        return;
    default:
        ff_text_addf(out, "straight along the %s side to ", side_of(to));
        break;
    }
    add_visit(sheet, step->to, out);
    ff_text_add(out, step->down ? ", and down into it" : ", under the side and up through it");
    ff_text_add(out, makes_loop(sheet, step) ? "; leave a small loop there." : ".");
}

void ff_lacing_step_words(const ff_lacing_sheet *sheet, size_t step, ff_text *out) {
    const ff_lacing_step *s = &sheet->steps[step];
    size_t begin = out->length;
    if (s->move == FF_MOVE_START) {
        add_start(sheet, s, out);
    } else if (s->move == FF_MOVE_TIE) {
        add_tie(sheet, s, out);
    } else {
        add_move(sheet, s, out);
    }
    if (!out->failed && out->length > begin && out->data[begin] == 'l') {
        out->data[begin] = 'L';
    }
}

void ff_lacing_share_words(double share, ff_text *out) {
    if (isinf(share)) {
        ff_text_add(out, "more");
    } else {
        ff_text_addf(out, "%s %%", FF_FIXED(ff_round_result(100 * share), 0));
    }
}

static void add_pressures(const ff_lacing_sheet *sheet, ff_text *out) {
    ff_text_add(
        out, " It presses, from the toes up, as a share of the mean of criss-cross that holds as "
             "firmly: ");
    for (size_t i = 0; i < sheet->forces.crossing_count; i++) {
        ff_text_addf(out, "%sat %s mm ", i > 0 ? ", " : "", FF_FIXED(sheet->presses[i].s_mm, 0));
        ff_lacing_share_words(sheet->presses[i].at_hold, out);
    }
    ff_text_add(out, ".");
}

static void add_spots(const ff_lacing_sheet *sheet, ff_text *out) {
    const ff_lacing_wish *wish = &sheet->choice->wish;
    for (size_t i = 0; i < wish->spot_count; i++) {
        ff_text_addf(out, " Sore place: %s, %s to %s mm from row 1.", wish->spots[i].name,
                     FF_FIXED(wish->spots[i].from_mm, 0), FF_FIXED(wish->spots[i].to_mm, 0));
    }
    for (size_t i = 0; i < sheet->pad_count; i++) {
        ff_text_addf(out, " Pad under the tongue, a strip at either side: %s to %s mm.",
                     FF_FIXED(sheet->pads[i].from_mm, 0), FF_FIXED(sheet->pads[i].to_mm, 0));
    }
}

void ff_lacing_describe(const ff_lacing_sheet *sheet, ff_text *out) {
    ff_text_addf(out,
                 "Both shoes as their wearer looks down on them, the toes at the top, %d pairs of "
                 "eyelets; L is "
                 "the left side of the right shoe, and the left shoe is its mirror image.",
                 sheet->shoe.pairs);
    for (size_t i = 0; i < sheet->step_count; i++) {
        ff_text_addf(out, " %zu. ", i + 1);
        ff_lacing_step_words(sheet, i, out);
    }
    if (sheet->choice != NULL) {
        add_spots(sheet, out);
    }
    add_pressures(sheet, out);
}
