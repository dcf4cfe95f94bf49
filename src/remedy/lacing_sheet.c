/* What is shown of one lacing: pressures beside criss-cross, steps, the lace to buy. */
#include "remedy/lacing_pattern.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Lengths that shops sell (recalled). */
static const double sold_mm[] = {450,  600,  700,  750,  900,  1000, 1150,
                                 1200, 1370, 1500, 1600, 1800, 2000, 2400};

double ff_lacing_shop_length(double needed_mm) {
    for (size_t i = 0; i < sizeof sold_mm / sizeof *sold_mm; i++) {
        if (sold_mm[i] >= needed_mm) {
            return sold_mm[i];
        }
    }
    return 0;
}

/* ---- threading ---- */

/* The lowest stretch that crosses: where the middle of the lace lies. */
static size_t lowest_crossing(const ff_lacing *lacing, size_t from, size_t to) {
    size_t best = from;
    int least = 4 * FF_LACING_MOST_PAIRS;
    for (size_t i = from; i + 1 < to; i++) {
        const ff_lacing_visit *a = &lacing->visits[i], *b = &lacing->visits[i + 1];
        if (a->right != b->right && a->row + b->row < least) {
            least = a->row + b->row;
            best = i;
        }
    }
    return best;
}

static ff_lacing_move move_between(const ff_lacing_visit *from, const ff_lacing_visit *to) {
    if (to->loop) {
        return FF_MOVE_LOOP;
    }
    if (from->right == to->right) {
        return FF_MOVE_UP;
    }
    return from->row == to->row ? FF_MOVE_BAR : FF_MOVE_CROSS;
}

typedef struct {
    const ff_lacing *lacing;
    ff_lacing_step *steps;
    size_t count;
    int lace;
    struct {
        int at, last, step; /* visits; step: +1 or -1 through the list */
        bool above;         /* the end lies on top of the shoe */
    } ends[2];
} threading;

static bool end_is_done(const threading *t, int end) {
    return t->ends[end].at == t->ends[end].last;
}

static void thread_end(threading *t, int end) {
    int from = t->ends[end].at, to = from + t->ends[end].step;
    const ff_lacing_visit *v = t->lacing->visits;
    ff_lacing_move move = move_between(&v[from], &v[to]);
    /* Where it comes out on top and goes straight across, it goes in from above; else it slips
     * under the side and comes up. */
    bool down = move == FF_MOVE_BAR && t->ends[end].above;
    t->steps[t->count++] = (ff_lacing_step){
        .move = move, .lace = t->lace, .end = end, .from = from, .to = to, .down = down};
    t->ends[end].at = to;
    t->ends[end].above = !down;
}

/* Whether the end now runs past several rows: it goes first, to lie below what crosses it. */
static bool runs_far(const threading *t, int end) {
    const ff_lacing_visit *v = t->lacing->visits;
    return v[t->ends[end].at + t->ends[end].step].row - v[t->ends[end].at].row > 2;
}

/* Else the end whose next eyelet is lower goes first, so that no row is passed before it is laced.
 */
static int next_end(const threading *t) {
    if (end_is_done(t, 0) || end_is_done(t, 1)) {
        return end_is_done(t, 0);
    }
    if (runs_far(t, 0) || runs_far(t, 1)) {
        return !runs_far(t, 0);
    }
    const ff_lacing_visit *v = t->lacing->visits;
    const ff_lacing_visit *a = &v[t->ends[0].at + t->ends[0].step];
    const ff_lacing_visit *b = &v[t->ends[1].at + t->ends[1].step];
    if (a->loop != b->loop) {
        return a->loop;
    }
    return b->row < a->row;
}

static bool has_bar(const ff_lacing *lacing, size_t from, size_t to, size_t but) {
    for (size_t i = from; i + 1 < to; i++) {
        const ff_lacing_visit *a = &lacing->visits[i], *b = &lacing->visits[i + 1];
        if (i != but && !a->loop && move_between(a, b) == FF_MOVE_BAR) {
            return true;
        }
    }
    return false;
}

static void thread_lace(threading *t, size_t from, size_t to) {
    size_t start = lowest_crossing(t->lacing, from, to);
    bool down = has_bar(t->lacing, from, to, start);
    t->steps[t->count++] = (ff_lacing_step){.move = FF_MOVE_START,
                                            .lace = t->lace,
                                            .from = (int)start,
                                            .to = (int)start + 1,
                                            .down = down};
    t->ends[0].at = (int)start;
    t->ends[0].last = (int)from;
    t->ends[0].step = -1;
    t->ends[1].at = (int)start + 1;
    t->ends[1].last = (int)to - 1;
    t->ends[1].step = 1;
    t->ends[0].above = t->ends[1].above = !down;
    while (!end_is_done(t, 0) || !end_is_done(t, 1)) {
        thread_end(t, next_end(t));
    }
    t->steps[t->count++] = (ff_lacing_step){
        .move = FF_MOVE_TIE, .lace = t->lace, .from = (int)from, .to = (int)to - 1};
}

/* Whether two stretches that both cross the tongue meet between their ends: the sides are in
 * another order at one side than at the other. */
static bool meet(const ff_lacing *lacing, const ff_lacing_step *a, const ff_lacing_step *b) {
    const ff_lacing_visit *v = lacing->visits;
    if (v[a->from].right == v[a->to].right || v[b->from].right == v[b->to].right) {
        return false;
    }
    int a_left = v[a->from].right ? v[a->to].row : v[a->from].row;
    int a_right = v[a->from].right ? v[a->from].row : v[a->to].row;
    int b_left = v[b->from].right ? v[b->to].row : v[b->from].row;
    int b_right = v[b->from].right ? v[b->from].row : v[b->to].row;
    return (a_left - b_left) * (a_right - b_right) < 0;
}

size_t ff_lacing_steps(const ff_lacing *lacing, ff_lacing_step steps[FF_LACING_MOST_STEPS]) {
    threading t = {.lacing = lacing, .steps = steps};
    size_t second = lacing->second != 0 ? lacing->second : lacing->count;
    thread_lace(&t, 0, second);
    if (lacing->second != 0) {
        t.lace = 1;
        thread_lace(&t, second, lacing->count);
    }
    for (size_t i = 0; i < t.count; i++) {
        for (size_t k = 0; k < i && steps[i].move != FF_MOVE_TIE; k++) {
            steps[i].over |= steps[k].move != FF_MOVE_TIE && meet(lacing, &steps[i], &steps[k]);
        }
    }
    return t.count;
}

/* ---- pressures ---- */

static void press_of(const ff_lacing_forces *f, const ff_lacing_shoe *shoe, double usual,
                     double hold_factor, ff_lacing_press *presses) {
    for (size_t i = 0; i < f->crossing_count; i++) {
        double p = ff_lacing_pressure_at(f, shoe, f->crossings[i].s_mm) / usual;
        presses[i] = (ff_lacing_press){.s_mm = f->crossings[i].s_mm,
                                       .force = f->crossings[i].force,
                                       .at_pull = p,
                                       .at_hold = p * hold_factor};
    }
}

/* ---- lace and pad ---- */

/* How long the two ends are from the middle of the stretch that is laid first. */
static void measure_ends(ff_lacing_sheet *sheet) {
    for (size_t i = 0; i < sheet->step_count; i++) {
        const ff_lacing_step *start = &sheet->steps[i];
        bool after = false; /* the segments behind the first stretch */
        if (start->move != FF_MOVE_START) {
            continue;
        }
        double *ends = sheet->end_mm[start->lace];
        ends[0] = ends[1] = sheet->shoe.ends_mm;
        for (size_t k = 0; k < sheet->forces.segment_count; k++) {
            const ff_lacing_segment *g = &sheet->forces.segments[k];
            bool first = g->from == start->from && g->to == start->to;
            if (g->lace != start->lace) {
                continue;
            }
            ends[0] += first ? g->length_mm / 2 : after ? 0 : g->length_mm;
            ends[1] += first ? g->length_mm / 2 : after ? g->length_mm : 0;
            after |= first;
        }
    }
}

static void measure_lace(ff_lacing_sheet *sheet) {
    int passes[FF_LACING_LACES] = {0};
    const ff_lacing *lacing = &sheet->lacing;
    for (size_t i = 0; i < lacing->count; i++) {
        passes[lacing->second != 0 && i >= lacing->second] += !lacing->visits[i].loop;
    }
    for (int i = 0; i < FF_LACING_LACES; i++) {
        double lace_mm = sheet->forces.lace_mm[i];
        sheet->needed_mm[i] = lace_mm > 0 ? lace_mm + FF_LACING_PASS_MM * passes[i] : 0;
        sheet->buy_mm[i] = lace_mm > 0 ? ff_lacing_shop_length(sheet->needed_mm[i]) : 0;
    }
    measure_ends(sheet);
}

static int by_begin(const void *a, const void *b) {
    double x = ((const ff_lacing_pad *)a)->from_mm, y = ((const ff_lacing_pad *)b)->from_mm;
    return (x > y) - (x < y);
}

static void place_pads(ff_lacing_sheet *sheet) {
    const ff_lacing_wish *wish = &sheet->choice->wish;
    double throat = (sheet->shoe.pairs - 1) * sheet->shoe.pitch_mm;
    ff_lacing_pad pads[FF_LACING_MOST_SPOTS];
    for (size_t i = 0; i < wish->spot_count; i++) {
        pads[i].from_mm = fmax(wish->spots[i].from_mm - FF_LACING_PAD_BEYOND_MM, 0);
        pads[i].to_mm = fmin(wish->spots[i].to_mm + FF_LACING_PAD_BEYOND_MM, throat);
    }
    qsort(pads, wish->spot_count, sizeof *pads, by_begin);
    for (size_t i = 0; i < wish->spot_count; i++) {
        ff_lacing_pad *last = &sheet->pads[sheet->pad_count];
        if (sheet->pad_count > 0 && pads[i].from_mm <= last[-1].to_mm) {
            last[-1].to_mm = fmax(last[-1].to_mm, pads[i].to_mm);
        } else {
            *last = pads[i];
            sheet->pad_count++;
        }
    }
}

void ff_lacing_sheet_of(const ff_lacing *lacing, const ff_lacing_shoe *shoe, const char *name,
                        const ff_lacing_choice *choice, ff_lacing_sheet *sheet) {
    ff_lacing usual;
    ff_lacing_rule rule = ff_lacing_zigzag(1, shoe->pairs, 0);
    ff_lacing_shoe plain = *shoe;
    plain.pull[0] = plain.pull[1] = 1;
    sheet->lacing = *lacing;
    sheet->shoe = *shoe;
    sheet->choice = choice;
    if (name != NULL) {
        snprintf(sheet->pattern, sizeof sheet->pattern, "%s", name);
    } else if (!ff_lacing_recognise(lacing, shoe->pairs, sheet->pattern)) {
        snprintf(sheet->pattern, sizeof sheet->pattern, "own");
    }
    ff_lacing_pattern_words(sheet->pattern, shoe->pairs, sheet->words);
    sheet->use = ff_lacing_pattern_use(sheet->pattern);
    ff_lacing_from_rule(&rule, shoe->pairs, &usual);
    ff_lacing_forces_of(&usual, &plain, &sheet->crisscross);
    ff_lacing_forces_of(lacing, shoe, &sheet->forces);
    sheet->hold_factor = sheet->crisscross.closing / sheet->forces.closing;
    double mean = ff_lacing_mean_pressure(&sheet->crisscross, shoe);
    press_of(&sheet->forces, shoe, mean, sheet->hold_factor, sheet->presses);
    press_of(&sheet->crisscross, shoe, mean, 1, sheet->usual);
    sheet->step_count = ff_lacing_steps(lacing, sheet->steps);
    measure_lace(sheet);
    sheet->pad_count = 0;
    if (choice != NULL) {
        place_pads(sheet);
    }
}
