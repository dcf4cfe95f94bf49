/* Which lacing spares the named spots: what the rule of choice names first, then the others, then
 * windows combined, each held against criss-cross in the same shoe. */
#include "remedy/lacing_pattern.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* What counts as easing a spot, and as pressing it more (judgement; beyond what computing blurs).
 */
#define EASED 0.8
#define MORE  (1 + 1e-9)

/* Under the named spot a lace of its own is pulled half as hard (judgement). */
#define SLACK_LACE 0.5

/* As many combinations of windows are told; the others are only counted. */
#define MOST_COMBINED 3

/* Differences of pull that nobody feels. */
#define SAME_FACTOR 0.005

typedef struct {
    ff_lacing_choice *choice;
    ff_lacing_forces usual;
    double usual_peak[FF_LACING_MOST_SPOTS];
    bool combining;         /* keep only what eases, and of that the best */
    size_t before_combined; /* how many were looked at before */
} choosing;

/* ---- judging ---- */

/* Criss-cross in the same shoe: what all are held against. */
static void weigh_usual(choosing *c) {
    ff_lacing usual;
    const ff_lacing_shoe *shoe = &c->choice->shoe;
    const ff_lacing_wish *wish = &c->choice->wish;
    ff_lacing_rule rule = ff_lacing_zigzag(1, shoe->pairs, 0);
    ff_lacing_from_rule(&rule, shoe->pairs, &usual);
    ff_lacing_forces_of(&usual, shoe, &c->usual);
    for (size_t i = 0; i < wish->spot_count; i++) {
        c->usual_peak[i] =
            ff_lacing_peak(&c->usual, shoe, wish->spots[i].from_mm, wish->spots[i].to_mm);
    }
}

static double share_of(double pressure, double usual) {
    if (usual > 0) {
        return pressure / usual;
    }
    return pressure > 0 ? INFINITY : 0;
}

static size_t eased_spots(const ff_lacing_verdict *v, size_t spots) {
    size_t eased = 0;
    for (size_t i = 0; i < spots; i++) {
        eased += v->at_hold[i] <= EASED && v->at_pull[i] <= EASED;
    }
    return eased;
}

static ff_lacing_state state_of(const ff_lacing_verdict *v, size_t spots) {
    for (size_t i = 0; i < spots; i++) {
        if (v->at_pull[i] > MORE || v->at_hold[i] > MORE) {
            return FF_LACING_RAISES;
        }
    }
    size_t eased = eased_spots(v, spots);
    return eased == spots ? FF_LACING_EASES : eased > 0 ? FF_LACING_PARTLY : FF_LACING_LITTLE;
}

static void judge(const choosing *c, ff_lacing_verdict *v) {
    ff_lacing_forces forces;
    ff_lacing_shoe shoe = c->choice->shoe;
    const ff_lacing_wish *wish = &c->choice->wish;
    memcpy(shoe.pull, v->pulls, sizeof shoe.pull);
    ff_lacing_forces_of(&v->lacing, &shoe, &forces);
    v->hold_factor = c->usual.closing / forces.closing;
    v->worst = 0;
    double most = -1;
    for (size_t i = 0; i < wish->spot_count; i++) {
        const ff_lacing_spot *spot = &wish->spots[i];
        double peak = ff_lacing_peak(&forces, &shoe, spot->from_mm, spot->to_mm);
        v->at_pull[i] = share_of(peak, c->usual_peak[i]);
        v->at_hold[i] = share_of(peak * v->hold_factor, c->usual_peak[i]);
        double worse = fmax(v->at_pull[i], v->at_hold[i]);
        v->worst = worse > most ? i : v->worst;
        most = fmax(worse, most);
    }
    v->state = state_of(v, wish->spot_count);
}

/* Whether b is better than a, both of them sparing the spots: more spots eased, else held with less
 * pull; what stands first wins where that is the same. */
static bool better(const ff_lacing_choice *choice, const ff_lacing_verdict *a,
                   const ff_lacing_verdict *b) {
    size_t spots = choice->wish.spot_count;
    size_t eased_a = eased_spots(a, spots), eased_b = eased_spots(b, spots);
    if (eased_a != eased_b) {
        return eased_b > eased_a;
    }
    return b->hold_factor < a->hold_factor - SAME_FACTOR;
}

/* The combination behind the last one joins those that are kept, or takes the place of the worst.
 */
static void keep_combined(choosing *c) {
    ff_lacing_choice *choice = c->choice;
    ff_lacing_verdict *v = &choice->verdicts[choice->count];
    if (choice->count - c->before_combined < MOST_COMBINED) {
        choice->count++;
        return;
    }
    size_t worst = c->before_combined;
    for (size_t i = worst + 1; i < choice->count; i++) {
        worst = better(choice, &choice->verdicts[i], &choice->verdicts[worst]) ? i : worst;
    }
    if (better(choice, &choice->verdicts[worst], v)) {
        choice->verdicts[worst] = *v;
    }
}

static bool is_listed(const ff_lacing_choice *choice, const ff_lacing *lacing) {
    for (size_t i = 0; i < choice->count; i++) {
        if (ff_lacing_same(&choice->verdicts[i].lacing, lacing)) {
            return true;
        }
    }
    return false;
}

static void consider(choosing *c, const ff_lacing_rule *rule, const char *name) {
    ff_lacing_choice *choice = c->choice;
    assert(choice->count < FF_LACING_MOST_VERDICTS);
    ff_lacing_verdict *v = &choice->verdicts[choice->count];
    ff_lacing_from_rule(rule, choice->shoe.pairs, &v->lacing);
    if (is_listed(choice, &v->lacing)) {
        return;
    }
    snprintf(v->name, sizeof v->name, "%s", name);
    v->pulls[0] = v->pulls[1] = 1;
    v->locks = rule->lock;
    if (rule->kind == FF_PATTERN_TWO && choice->wish.spot_count > 0) {
        /* the border between the two laces, in the middle of the gap that is left free */
        int front = choice->shoe.pairs / 2;
        double border = (front - 0.5) * choice->shoe.pitch_mm;
        v->pulls[choice->wish.spots[0].from_mm >= border] = SLACK_LACE;
    }
    judge(c, v);
    if (!c->combining) {
        choice->count++;
    } else if (v->state == FF_LACING_EASES) {
        keep_combined(c);
    }
}

static void consider_named(choosing *c, const char *name) {
    ff_lacing_rule rule;
    if (ff_lacing_rule_named(name, c->choice->shoe.pairs, &rule, NULL) == FF_OK) {
        consider(c, &rule, name);
    }
}

static void consider_windows(choosing *c, int first, int last, unsigned straight, bool lock) {
    char name[FF_LACING_NAME_SIZE];
    ff_lacing_rule rule = ff_lacing_zigzag(first, last, straight);
    rule.lock = lock;
    ff_lacing_name_zigzag(&rule, c->choice->shoe.pairs, name);
    consider(c, &rule, name);
}

/* ---- what the rule names first ---- */

/* The rows r whose crossing with r + 1 presses on a spot: it lies within a spread of it. */
static unsigned pressing_rows(const ff_lacing_choice *choice, const ff_lacing_spot *spot) {
    unsigned rows = 0;
    const ff_lacing_shoe *shoe = &choice->shoe;
    for (int r = 1; r < shoe->pairs; r++) {
        double s = (r - 0.5) * shoe->pitch_mm;
        if (s > spot->from_mm - shoe->spread_mm && s < spot->to_mm + shoe->spread_mm) {
            rows |= FF_LACING_ROW(r);
        }
    }
    return rows;
}

/* Those whose crossing lies on the spot itself; the nearest one where none does. */
static unsigned crossing_rows(const ff_lacing_choice *choice, const ff_lacing_spot *spot) {
    unsigned rows = 0, nearest = 0;
    double middle = (spot->from_mm + spot->to_mm) / 2, least = INFINITY;
    for (int r = 1; r < choice->shoe.pairs; r++) {
        double s = (r - 0.5) * choice->shoe.pitch_mm;
        if (s >= spot->from_mm - 1e-6 && s <= spot->to_mm + 1e-6) {
            rows |= FF_LACING_ROW(r);
        }
        if (fabs(s - middle) < least) {
            least = fabs(s - middle);
            nearest = FF_LACING_ROW(r);
        }
    }
    return rows != 0 ? rows : nearest;
}

static void rule_for_front(choosing *c) {
    consider_named(c, "open_toe");
    consider_named(c, "wide_toe");
    consider_named(c, "two_laces");
}

static void rule_for_ankle(choosing *c) {
    int pairs = c->choice->shoe.pairs;
    consider_named(c, "top_free");
    consider_windows(c, 1, pairs, FF_LACING_ROW(pairs - 1), false);
    consider_windows(c, 1, pairs, FF_LACING_ROW(pairs - 2), false);
    if (pairs >= 7) {
        consider_named(c, "lock");
    }
}

/* A window at the spot, the narrowest first, then a high arch. */
static void rule_for_instep(choosing *c, const ff_lacing_spot *spot, bool lock) {
    int pairs = c->choice->shoe.pairs, last = lock ? pairs - 1 : pairs;
    unsigned at = crossing_rows(c->choice, spot);
    unsigned near = pressing_rows(c->choice, spot) & ff_lacing_rows(1, last - 1);
    for (int r = 1; r < last; r++) {
        if (at & FF_LACING_ROW(r)) {
            consider_windows(c, 1, pairs, FF_LACING_ROW(r), lock);
        }
    }
    if ((at & ~ff_lacing_rows(1, last - 1)) == 0) {
        consider_windows(c, 1, pairs, at, lock);
    }
    if (near != 0) {
        consider_windows(c, 1, pairs, near, lock);
    }
    if (!lock) {
        consider_named(c, "high_arch");
    }
}

static bool is_spot(const ff_lacing_spot *spot, const char *id) {
    return strcmp(spot->id, id) == 0;
}

static bool names(const ff_lacing_wish *wish, const char *id) {
    for (size_t i = 0; i < wish->spot_count; i++) {
        if (is_spot(&wish->spots[i], id)) {
            return true;
        }
    }
    return false;
}

static void consider_rule(choosing *c) {
    const ff_lacing_wish *wish = &c->choice->wish;
    if (wish->heel_slip) {
        consider_named(c, "lock");
        for (size_t i = 0; i < wish->spot_count; i++) {
            rule_for_instep(c, &wish->spots[i], true);
        }
    }
    if (c->choice->loosen_first) {
        consider_named(c, "straight_bar");
    }
    for (size_t i = 0; i < wish->spot_count; i++) {
        const ff_lacing_spot *spot = &wish->spots[i];
        if (is_spot(spot, "toes") || is_spot(spot, "ball")) {
            rule_for_front(c);
        } else if (is_spot(spot, "ankle")) {
            rule_for_ankle(c);
        } else {
            rule_for_instep(c, spot, false);
        }
    }
}

/* ---- all others ---- */

static void consider_table(choosing *c) {
    for (int i = 0; ff_lacing_pattern_name(i) != NULL; i++) {
        consider_named(c, ff_lacing_pattern_name(i));
    }
}

static int bits_of(unsigned set) {
    int count = 0;
    for (; set != 0; set &= set - 1) {
        count++;
    }
    return count;
}

/* Windows over any of the rows that press on a spot, with so many rows straight. */
static void combine_windows(choosing *c, unsigned rows, int bits, bool lock) {
    int pairs = c->choice->shoe.pairs;
    for (unsigned set = rows; set != 0; set = (set - 1) & rows) {
        if (bits_of(set) != bits) {
            continue;
        }
        for (int k = 0; k < (lock ? 1 : 4); k++) {
            int first = 1 + (k & 1), last = pairs - (k >> 1);
            int highest = lock ? pairs - 2 : last - 1;
            if ((set & ~ff_lacing_rows(first, highest)) == 0) {
                c->choice->combined++;
                consider_windows(c, first, last, set, lock);
            }
        }
    }
}

static void consider_combined(choosing *c, bool lock) {
    unsigned rows = 0;
    size_t before = c->choice->count;
    for (size_t i = 0; i < c->choice->wish.spot_count; i++) {
        rows |= pressing_rows(c->choice, &c->choice->wish.spots[i]);
    }
    c->before_combined = before;
    c->combining = true;
    for (int bits = 1; bits <= bits_of(rows) && c->choice->count == before; bits++) {
        combine_windows(c, rows, bits, lock);
    }
    c->combining = false;
}

/* ---- the choice ---- */

/* What a heel that slips asks of a lacing. */
typedef enum { ANY_HEEL, USE_TOP_ROW, LOCK_HEEL } heel_need;

static bool meets(const ff_lacing_choice *choice, const ff_lacing_verdict *v, heel_need need) {
    bool top = ff_lacing_top_row(&v->lacing) == choice->shoe.pairs;
    return need == ANY_HEEL || (need == USE_TOP_ROW && top) || v->locks;
}

/* The first of the rule's that eases all spots; else the best of the rest. Index, or count. */
static size_t pick(const ff_lacing_choice *choice, size_t from, size_t to, heel_need need,
                   ff_lacing_state worst) {
    size_t best = choice->count;
    for (size_t i = from; i < to; i++) {
        const ff_lacing_verdict *v = &choice->verdicts[i];
        if (v->state > worst || !meets(choice, v, need)) {
            continue;
        }
        if (best == choice->count || better(choice, &choice->verdicts[best], v)) {
            best = i;
        }
    }
    return best;
}

static size_t first_of_rule(const ff_lacing_choice *choice, size_t rule_count, heel_need need) {
    for (size_t i = 0; i < rule_count; i++) {
        const ff_lacing_verdict *v = &choice->verdicts[i];
        if (v->state == FF_LACING_EASES && meets(choice, v, need)) {
            return i;
        }
    }
    return choice->count;
}

static size_t choose_with(choosing *c, size_t rule_count, heel_need need) {
    ff_lacing_choice *choice = c->choice;
    size_t chosen = first_of_rule(choice, rule_count, need);
    if (chosen == choice->count) {
        chosen = pick(choice, 0, choice->count, need, FF_LACING_EASES);
    }
    if (chosen == choice->count) {
        size_t before = choice->count;
        consider_combined(c, need == LOCK_HEEL);
        chosen = pick(choice, before, choice->count, need, FF_LACING_EASES);
    }
    return chosen < choice->count ? chosen : pick(choice, 0, choice->count, need, FF_LACING_PARTLY);
}

/* Nothing is sore: the heel alone decides. */
static void choose_for_heel(choosing *c) {
    ff_lacing_choice *choice = c->choice;
    consider_rule(c);
    consider_table(c);
    choice->chosen = choice->wish.heel_slip ? 0 : choice->count;
}

/* The same lacing pulled at the top only, beside criss-cross pulled so. */
static void look_when_fresh(choosing *c) {
    ff_lacing_choice *choice = c->choice;
    if (choice->chosen == choice->count || choice->shoe.friction >= FF_LACING_FRESH_FRICTION) {
        return;
    }
    choosing fresh = *c;
    ff_lacing_verdict v = choice->verdicts[choice->chosen];
    const double settled = choice->shoe.friction;
    choice->shoe.friction = FF_LACING_FRESH_FRICTION;
    weigh_usual(&fresh);
    judge(&fresh, &v);
    choice->shoe.friction = settled;
    choice->fresh_raises = v.state == FF_LACING_RAISES;
    choice->fresh_worst = v.worst;
    choice->fresh_share = fmax(v.at_pull[v.worst], v.at_hold[v.worst]);
}

void ff_lacing_choose(const ff_lacing_wish *wish, const ff_lacing_shoe *shoe,
                      ff_lacing_choice *choice) {
    *choice = (ff_lacing_choice){.wish = *wish, .shoe = *shoe};
    choice->shoe.pull[0] = choice->shoe.pull[1] = 1;
    choice->loosen_first = names(wish, "instep") && names(wish, "upper_instep");
    choosing c = {.choice = choice};
    weigh_usual(&c);
    if (wish->spot_count == 0) {
        choose_for_heel(&c);
        return;
    }
    consider_rule(&c);
    size_t rule_count = choice->count;
    consider_table(&c);
    choice->chosen = wish->heel_slip ? choose_with(&c, rule_count, LOCK_HEEL) : choice->count;
    choice->heel_open = wish->heel_slip && choice->chosen == choice->count;
    if (choice->heel_open) {
        choice->chosen = choose_with(&c, rule_count, USE_TOP_ROW);
    }
    if (choice->chosen == choice->count) {
        choice->chosen = choose_with(&c, rule_count, ANY_HEEL);
    }
    look_when_fresh(&c);
}
