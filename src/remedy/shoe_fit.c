#include <footfall/shoe_fit.h>

#include <math.h>

/* Limits of room, in mm. Length: 5 to 10 short, 10 to 15 good, 15 to 20 long (judgement around the
 * texts above). Width: shoes were 6 mm (2 to 9) narrower than the foot in people with foot trouble
 * and 4 mm (2 to 7) in those without (S147); the limits between are judgement. */
#define LENGTH_TOO_SHORT 5.0
#define LENGTH_LONG      20.0
#define WIDER_FINE       3.0
#define WIDER_SNUG       6.0
#define WIDER_TIGHT      10.0

ff_fit_band ff_fit_length_band(double room_mm, bool more_room) {
    double room = room_mm - (more_room ? FF_TOE_ROOM_MORE_MM : 0);
    return isnan(room)                   ? FF_FIT_UNKNOWN
           : room < LENGTH_TOO_SHORT     ? FF_FIT_TOO_SHORT
           : room < FF_TOE_ROOM_LEAST_MM ? FF_FIT_SHORT
           : room <= FF_TOE_ROOM_MOST_MM ? FF_FIT_GOOD
           : room <= LENGTH_LONG         ? FF_FIT_LONG
                                         : FF_FIT_TOO_LONG;
}

ff_fit_band ff_fit_width_band(double wider_mm) {
    return isnan(wider_mm)          ? FF_FIT_UNKNOWN
           : wider_mm > WIDER_TIGHT ? FF_FIT_TOO_NARROW
           : wider_mm > WIDER_SNUG  ? FF_FIT_TIGHT
           : wider_mm > WIDER_FINE  ? FF_FIT_SNUG
                                    : FF_FIT_FINE;
}

int ff_half_sizes_up(double room_mm, double half_mm, bool more_room) {
    double more = more_room ? FF_TOE_ROOM_MORE_MM : 0;
    double least = FF_TOE_ROOM_LEAST_MM + more, aim = FF_TOE_ROOM_MM + more;
    if (!(half_mm > 0) || !(room_mm < least)) {
        return 0;
    }
    int enough = (int)ceil((least - room_mm) / half_mm - 1e-9);
    bool nearer =
        fabs(room_mm + (enough + 1) * half_mm - aim) < fabs(room_mm + enough * half_mm - aim);
    return enough + nearer;
}

ff_half_sizes ff_half_sizes_of(double room_mm, double error_mm, double half_mm, bool more_room) {
    return (ff_half_sizes){ff_half_sizes_up(room_mm + error_mm, half_mm, more_room),
                           ff_half_sizes_up(room_mm, half_mm, more_room),
                           ff_half_sizes_up(room_mm - error_mm, half_mm, more_room)};
}

double ff_swelling_length_mm(double length_mm) {
    return length_mm * FF_SWELLING / 3;
}

double ff_swelling_girth_mm(double girth_mm) {
    return girth_mm * FF_SWELLING / 2;
}

/* ---- one place ---- */

/* Where toe boxes are measured, from the heel, as shares of the length: of a foot's and of a
 * shoe's. */
static const double toe_shares[] = {0.80, 0.88, 0.94};

/* Width of the shoe so far from its heel, between the places where it was measured. The ball lies
 * where that of the foot does: 74 % of its length (sd 1.4). Sets error; NAN: beyond the last place.
 */
static double shoe_width_at(const ff_fit_measures *shoe, double foot_mm, double at_mm,
                            double *error_mm) {
    double inner = shoe->at[FF_FIT_LENGTH].mm;
    double before = 0.74 * foot_mm, width = shoe->at[FF_FIT_BALL].mm;
    double error = shoe->at[FF_FIT_BALL].error_mm;
    for (int i = 0; i < 3; i++) {
        const ff_measure *here = &shoe->at[FF_FIT_80 + i];
        double place = toe_shares[i] * inner;
        if (isnan(here->mm) || place <= before) {
            continue;
        }
        if (at_mm <= place) {
            double share = isnan(width) ? 1 : fmax(0, (at_mm - before) / (place - before));
            bool only = isnan(width) && at_mm < place; /* nothing lies before it */
            *error_mm = only ? NAN : share == 1 ? here->error_mm : fmax(error, here->error_mm);
            return only ? (double)NAN : share == 1 ? here->mm : width + share * (here->mm - width);
        }
        before = place;
        width = here->mm;
        error = here->error_mm;
    }
    *error_mm = NAN;
    return NAN;
}

static ff_measure shoe_at(const ff_fit_question *q, const ff_fit_measures *foot,
                          ff_fit_level level) {
    if (level < FF_FIT_80) {
        return q->shoe.at[level];
    }
    double length = foot->at[FF_FIT_LENGTH].mm;
    ff_measure found = {NAN, NAN};
    if (!isnan(length) && !isnan(q->shoe.at[FF_FIT_LENGTH].mm)) {
        found.mm = shoe_width_at(&q->shoe, length, toe_shares[level - FF_FIT_80] * length,
                                 &found.error_mm);
    }
    return found;
}

static bool any_width(const ff_fit_measures *shoe) {
    return !isnan(shoe->at[FF_FIT_80].mm) || !isnan(shoe->at[FF_FIT_88].mm) ||
           !isnan(shoe->at[FF_FIT_94].mm);
}

static const char *why_not(const ff_fit_question *q, const ff_fit_measures *foot,
                           ff_fit_level level) {
    if (isnan(foot->at[level].mm)) {
        return "foot";
    }
    if (level < FF_FIT_80) {
        return "shoe";
    }
    if (isnan(foot->at[FF_FIT_LENGTH].mm)) {
        return "foot";
    }
    return !any_width(&q->shoe) || isnan(q->shoe.at[FF_FIT_LENGTH].mm) ? "shoe" : "beyond";
}

static double taken(const ff_fit_question *q, ff_fit_level level) {
    double insole = level == FF_FIT_LENGTH ? q->insole.mm / 2 : q->insole.mm;
    return q->sock.mm + insole;
}

static double taken_error(const ff_fit_question *q, ff_fit_level level) {
    double insole = level == FF_FIT_LENGTH ? q->insole.error_mm / 2 : q->insole.error_mm;
    return hypot(q->sock.error_mm, insole);
}

static ff_fit_band band_of(ff_fit_level level, double room_mm, bool more_room) {
    return level == FF_FIT_LENGTH ? ff_fit_length_band(room_mm, more_room)
                                  : ff_fit_width_band(-room_mm);
}

static void judge(const ff_fit_question *q, ff_side side, ff_fit_level level, ff_fit_verdict *v) {
    const ff_fit_measures *foot = &q->feet[side];
    ff_measure shoe = shoe_at(q, foot, level);
    *v = (ff_fit_verdict){.level = level,
                          .foot_mm = foot->at[level].mm,
                          .shoe_mm = shoe.mm,
                          .room_mm = NAN,
                          .error_mm = NAN};
    if (isnan(v->foot_mm) || isnan(shoe.mm)) {
        v->why_not = why_not(q, foot, level);
        return;
    }
    v->shoe_mm = shoe.mm - taken(q, level);
    v->room_mm = v->shoe_mm - v->foot_mm;
    v->error_mm = hypot(hypot(shoe.error_mm, foot->at[level].error_mm), taken_error(q, level));
    v->band = band_of(level, v->room_mm, q->more_room);
    v->low = band_of(level, v->room_mm - v->error_mm, q->more_room);
    v->high = band_of(level, v->room_mm + v->error_mm, q->more_room);
}

/* ---- all of it ---- */

/* The side with more of it; -1: not known of either. */
static int larger(const ff_fit_question *q, ff_fit_level level) {
    double left = q->feet[FF_LEFT].at[level].mm, right = q->feet[FF_RIGHT].at[level].mm;
    if (isnan(left) || isnan(right)) {
        return !isnan(left) ? FF_LEFT : !isnan(right) ? FF_RIGHT : -1;
    }
    return right > left ? FF_RIGHT : FF_LEFT;
}

static void set_needed(const ff_fit_question *q, ff_fit_answer *a) {
    a->needed_mm = a->needed_least_mm = a->needed_most_mm = a->needed_error_mm = a->swell_mm = NAN;
    if (a->longer < 0) {
        return;
    }
    const ff_measure *length = &q->feet[a->longer].at[FF_FIT_LENGTH];
    double base = length->mm + taken(q, FF_FIT_LENGTH) + (q->more_room ? FF_TOE_ROOM_MORE_MM : 0);
    a->needed_mm = base + FF_TOE_ROOM_MM;
    a->needed_least_mm = base + FF_TOE_ROOM_LEAST_MM;
    a->needed_most_mm = base + FF_TOE_ROOM_MOST_MM;
    a->needed_error_mm = hypot(length->error_mm, taken_error(q, FF_FIT_LENGTH));
    a->swell_mm = ff_swelling_length_mm(length->mm);
}

void ff_fit_answer_of(const ff_fit_question *q, ff_fit_answer *a) {
    *a = (ff_fit_answer){.longer = larger(q, FF_FIT_LENGTH), .wider = larger(q, FF_FIT_BALL)};
    double least = INFINITY;
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        for (int level = 0; level < FF_FIT_LEVEL_COUNT; level++) {
            ff_fit_verdict *v = &a->verdicts[side][level];
            judge(q, (ff_side)side, (ff_fit_level)level, v);
            a->known[side] |= v->band != FF_FIT_UNKNOWN;
            if (level != FF_FIT_LENGTH && v->band != FF_FIT_UNKNOWN && v->room_mm < least) {
                least = v->room_mm;
                a->width = v->band;
                a->tightest = (ff_fit_level)level;
            }
        }
    }
    set_needed(q, a);
    if (a->longer >= 0) {
        a->length = a->verdicts[a->longer][FF_FIT_LENGTH].band;
    }
}
