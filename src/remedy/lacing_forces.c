/* How a lace pulls and where it presses. */
#include <footfall/lacing.h>

#include <math.h>
#include <stdlib.h>

/* An eyelet never turns the lace by less than a right angle: it goes in at one face and out at the
 * other (judgement). */
#define LEAST_TURN 1.5707963267948966

/* Crossings so near to each other are one, and that near a border between zones lies on it. */
#define ONE_CROSSING_MM 0.6
#define HARDLY          1e-9

ff_lacing_shoe ff_lacing_shoe_usual(void) {
    return (ff_lacing_shoe){.pairs = FF_LACING_USUAL_PAIRS,
                            .width_mm = 40,
                            .pitch_mm = 16,
                            .ends_mm = 250,
                            .spread_mm = 12,
                            .pull = {1, 1}};
}

ff_code ff_lacing_shoe_check(const ff_lacing_shoe *shoe, ff_error *error) {
    const struct {
        const char *name, *unit;
        double value, least, most;
    } bounds[] = {{"pairs", " pairs of eyelets", shoe->pairs, 2, FF_LACING_MOST_PAIRS},
                  {"width", " mm between the eyelets of a row", shoe->width_mm, 10, 120},
                  {"pitch", " mm between rows", shoe->pitch_mm, 5, 50},
                  {"ends", " mm of lace for each end", shoe->ends_mm, 0, 1000},
                  {"friction", "", shoe->friction, 0, 1}};
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        if (!(bounds[i].value >= bounds[i].least && bounds[i].value <= bounds[i].most)) {
            return ff_fail(error, FF_ERR_VALUE, bounds[i].name, FF_NO_OFFSET,
                           "%s must be %.0f to %.0f%s", bounds[i].name, bounds[i].least,
                           bounds[i].most, bounds[i].unit);
        }
    }
    return FF_OK;
}

/* ---- geometry ---- */

typedef struct {
    double x, s;
} point;

static point place_of(const ff_lacing_visit *v, const ff_lacing_shoe *shoe) {
    double half = shoe->width_mm / 2;
    return (point){v->right ? half : -half,
                   (v->row - 1) * shoe->pitch_mm - (v->loop ? shoe->pitch_mm / 2 : 0)};
}

static double turn_between(const ff_lacing_segment *in, const ff_lacing_segment *out) {
    double dot = (in->x[1] - in->x[0]) * (out->x[1] - out->x[0]) +
                 (in->s[1] - in->s[0]) * (out->s[1] - out->s[0]);
    double cosine = dot / (in->length_mm * out->length_mm);
    return fmax(acos(fmin(fmax(cosine, -1), 1)), LEAST_TURN);
}

static void add_segment(ff_lacing_forces *f, const point *from, const point *to, int visits[2],
                        int lace) {
    ff_lacing_segment *g = &f->segments[f->segment_count++];
    *g = (ff_lacing_segment){.from = visits[0],
                             .to = visits[1],
                             .lace = lace,
                             .x = {from->x, to->x},
                             .s = {from->s, to->s},
                             .length_mm = hypot(to->x - from->x, to->s - from->s)};
}

/* The highest row of one lace: its knot lies at the middle of it. */
static int top_of(const ff_lacing *lacing, size_t from, size_t to) {
    int top = 0;
    for (size_t i = from; i < to; i++) {
        top = lacing->visits[i].row > top ? lacing->visits[i].row : top;
    }
    return top;
}

/* From the knot through the visits and back to it. */
static void lay(const ff_lacing *lacing, const ff_lacing_shoe *shoe, size_t from, size_t to,
                ff_lacing_forces *f) {
    int lace = from > 0;
    const point knot = {0, (top_of(lacing, from, to) - 1) * shoe->pitch_mm};
    point last = knot;
    int before = -1;
    for (size_t i = from; i <= to; i++) {
        int visit = i < to ? (int)i : -1;
        point next = visit >= 0 ? place_of(&lacing->visits[i], shoe) : knot;
        add_segment(f, &last, &next, (int[]){before, visit}, lace);
        f->lace_mm[lace] += f->segments[f->segment_count - 1].length_mm;
        f->passes += visit >= 0 && !lacing->visits[i].loop;
        last = next;
        before = visit;
    }
    f->lace_mm[lace] += 2 * shoe->ends_mm;
    f->length_mm += f->lace_mm[lace];
}

/* ---- pull ---- */

/* What is left of the pull from either end. */
static void pull_lace(ff_lacing_segment *segments, size_t count, const ff_lacing_shoe *shoe) {
    double turned = 0;
    segments[0].pull = 1;
    for (size_t i = 1; i < count; i++) {
        turned += shoe->friction > 0 ? turn_between(&segments[i - 1], &segments[i]) : 0;
        segments[i].pull = exp(-shoe->friction * turned);
    }
    turned = 0;
    segments[count - 1].pull = 1;
    for (size_t i = count - 1; i-- > 0;) {
        turned += shoe->friction > 0 ? turn_between(&segments[i], &segments[i + 1]) : 0;
        segments[i].pull = fmax(segments[i].pull, exp(-shoe->friction * turned));
    }
    for (size_t i = 0; i < count; i++) {
        segments[i].pull *= shoe->pull[segments[i].lace];
    }
}

/* ---- crossings ---- */

static void add_crossing(ff_lacing_forces *f, const ff_lacing_segment *g) {
    double across = g->x[1] - g->x[0];
    if (across == 0 || g->x[0] * g->x[1] > 0) {
        return;
    }
    bool at_knot = g->from < 0 || g->to < 0;
    double share = -g->x[0] / across;
    double force = g->pull * fabs(across) / g->length_mm * (at_knot ? 0.5 : 1);
    f->crossings[f->crossing_count++] =
        (ff_lacing_crossing){g->s[0] + share * (g->s[1] - g->s[0]), force};
}

static int by_place(const void *a, const void *b) {
    double x = ((const ff_lacing_crossing *)a)->s_mm, y = ((const ff_lacing_crossing *)b)->s_mm;
    return (x > y) - (x < y);
}

static void join_crossings(ff_lacing_forces *f) {
    size_t kept = 0;
    qsort(f->crossings, f->crossing_count, sizeof *f->crossings, by_place);
    for (size_t i = 0; i < f->crossing_count; i++) {
        if (kept > 0 && f->crossings[i].s_mm - f->crossings[kept - 1].s_mm < ONE_CROSSING_MM) {
            f->crossings[kept - 1].force += f->crossings[i].force;
        } else {
            f->crossings[kept++] = f->crossings[i];
        }
    }
    f->crossing_count = kept;
}

/* Thirds of the throat; what lies on a border belongs to the upper one. */
static ff_lacing_zone zone_at(double s_mm, const ff_lacing_shoe *shoe) {
    double third = floor(3 * s_mm / ((shoe->pairs - 1) * shoe->pitch_mm) + HARDLY);
    return third < 1 ? FF_ZONE_TOE : third < 2 ? FF_ZONE_MID : FF_ZONE_ANKLE;
}

void ff_lacing_forces_of(const ff_lacing *lacing, const ff_lacing_shoe *shoe,
                         ff_lacing_forces *forces) {
    forces->segment_count = forces->crossing_count = 0;
    forces->passes = 0;
    forces->length_mm = forces->closing = forces->lace_mm[0] = forces->lace_mm[1] = 0;
    forces->zones[FF_ZONE_TOE] = forces->zones[FF_ZONE_MID] = forces->zones[FF_ZONE_ANKLE] = 0;
    size_t second = lacing->second != 0 ? lacing->second : lacing->count;
    lay(lacing, shoe, 0, second, forces);
    size_t first_segments = forces->segment_count;
    pull_lace(forces->segments, first_segments, shoe);
    if (lacing->second != 0) {
        lay(lacing, shoe, second, lacing->count, forces);
        pull_lace(&forces->segments[first_segments], forces->segment_count - first_segments, shoe);
    }
    forces->least_pull = forces->segments[0].pull;
    for (size_t i = 0; i < forces->segment_count; i++) {
        forces->least_pull = fmin(forces->least_pull, forces->segments[i].pull);
        add_crossing(forces, &forces->segments[i]);
    }
    join_crossings(forces);
    for (size_t i = 0; i < forces->crossing_count; i++) {
        const ff_lacing_crossing *c = &forces->crossings[i];
        forces->closing += c->force;
        forces->zones[zone_at(c->s_mm, shoe)] += c->force;
    }
}

/* ---- pressure ---- */

double ff_lacing_pressure_at(const ff_lacing_forces *forces, const ff_lacing_shoe *shoe,
                             double s_mm) {
    double sum = 0;
    for (size_t i = 0; i < forces->crossing_count; i++) {
        double away = fabs(s_mm - forces->crossings[i].s_mm) / shoe->spread_mm;
        sum += away < 1 ? forces->crossings[i].force * (1 - away) / shoe->spread_mm : 0;
    }
    return sum;
}

/* Between its corners, which lie at crossings and a spread beside them, it is straight. */
double ff_lacing_peak(const ff_lacing_forces *forces, const ff_lacing_shoe *shoe, double from_mm,
                      double to_mm) {
    double most = fmax(ff_lacing_pressure_at(forces, shoe, from_mm),
                       ff_lacing_pressure_at(forces, shoe, to_mm));
    for (size_t i = 0; i < forces->crossing_count; i++) {
        double s = forces->crossings[i].s_mm;
        if (s > from_mm && s < to_mm) {
            most = fmax(most, ff_lacing_pressure_at(forces, shoe, s));
        }
    }
    return most;
}

/* The share of a triangle of half-width 1 that lies left of x. */
static double triangle_left_of(double x) {
    if (x <= -1) {
        return 0;
    }
    return x >= 1 ? 1 : x < 0 ? (1 + x) * (1 + x) / 2 : 1 - (1 - x) * (1 - x) / 2;
}

double ff_lacing_mean_pressure(const ff_lacing_forces *forces, const ff_lacing_shoe *shoe) {
    double throat = (shoe->pairs - 1) * shoe->pitch_mm, sum = 0;
    for (size_t i = 0; i < forces->crossing_count; i++) {
        double s = forces->crossings[i].s_mm;
        sum += forces->crossings[i].force * (triangle_left_of((throat - s) / shoe->spread_mm) -
                                             triangle_left_of(-s / shoe->spread_mm));
    }
    return sum / throat;
}
