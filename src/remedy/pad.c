#include "remedy/pad.h"

#include <math.h>

#define NINE_IN_TEN 1.645 /* SDs to either side */
#define PI          3.14159265358979323846
/* The front is the half of an ellipse: so long beside its width. */
#define FRONT_DEPTH 0.35
#define MOST_TURN   (15 * PI / 180)
/* Beside the near end of the rule, so that the pad stays off the head's own round (judgement). */
#define CLEAR_MM     1.5
#define STEP_BACK_MM 0.5

/* The line of a sex, or for who did not say the middle of both, with what that adds to the error.
 */
static double from_length(const ff_foot_line lines[2], const ff_pad_foot *foot, double *error) {
    double men = lines[0].slope * foot->length_mm + lines[0].base;
    double women = lines[1].slope * foot->length_mm + lines[1].base;
    if (foot->women >= 0) {
        *error = NINE_IN_TEN * lines[foot->women].sd;
        return foot->women ? women : men;
    }
    *error = NINE_IN_TEN * fmax(lines[0].sd, lines[1].sd) + fabs(men - women) / 2;
    return (men + women) / 2;
}

static double measured_or(double measured, const ff_foot_line lines[2], const ff_pad_foot *foot,
                          double *error) {
    *error = 0;
    return isnan(measured) ? from_length(lines, foot, error) : measured;
}

static double middle_of_sore(const ff_pad_place *place) {
    double least = INFINITY, most = -INFINITY;
    for (int i = 0; i < FF_PAD_HEADS; i++) {
        if (place->sore >> i & 1) {
            least = fmin(least, place->heads[i].across);
            most = fmax(most, place->heads[i].across);
        }
    }
    return (least + most) / 2;
}

/* The line of the heads at a place between two of them. */
static double head_line(const ff_pad_place *place, double across) {
    int i = 0;
    while (i < FF_PAD_HEADS - 2 && place->heads[i + 1].across < across) {
        i++;
    }
    const ff_pad_point *a = &place->heads[i], *b = &place->heads[i + 1];
    double share = fmin(fmax((across - a->across) / (b->across - a->across), 0), 1);
    return a->along + share * (b->along - a->along);
}

/* How steeply the line of the heads runs there: the pad is turned with it, but not by more than a
 * pad can lie in a shoe. */
static double turn_of(const ff_pad_place *place) {
    double step = place->width_mm / 20;
    double rise =
        head_line(place, place->middle_mm + step) - head_line(place, place->middle_mm - step);
    return fmin(fmax(atan(rise / (2 * step)), -MOST_TURN), MOST_TURN);
}

/* A broad round front, and behind it a longer, narrower end: a drop. Its foremost point before it
 * is turned lies at front_mm, middle_mm. */
static void outline(ff_pad_place *place, double turn) {
    double depth = FRONT_DEPTH * place->wide_mm;
    for (int i = 0; i < FF_PAD_OUTLINE; i++) {
        double angle = 2 * PI * i / FF_PAD_OUTLINE;
        double ahead = cos(angle), side = sin(angle);
        double wide = ahead >= 0 ? 1 : 1 - 0.25 * ahead * ahead;
        double f = ahead * (ahead >= 0 ? depth : place->long_mm - depth) - depth;
        double b = side * wide * place->wide_mm / 2;
        place->outline[i] = (ff_pad_point){place->front_mm + f * cos(turn) + b * sin(turn),
                                           place->middle_mm - f * sin(turn) + b * cos(turn)};
    }
}

/* How near the pad comes to a head, which lies in front of it. */
static double clearance(const ff_pad_place *place) {
    double least = INFINITY;
    for (int i = 0; i < FF_PAD_HEADS; i++) {
        for (int k = 0; k < FF_PAD_OUTLINE; k++) {
            least = fmin(least, hypot(place->outline[k].along - place->heads[i].along,
                                      place->outline[k].across - place->heads[i].across));
        }
    }
    return least;
}

void ff_pad_place_of(const ff_pad_rule *rule, const ff_pad_foot *foot, unsigned sore,
                     ff_pad_place *place) {
    *place = (ff_pad_place){.length_mm = foot->length_mm, .sore = sore};
    place->ball_mm = measured_or(foot->ball_mm, rule->ball, foot, &place->ball_error_mm);
    place->width_mm = measured_or(foot->width_mm, rule->width, foot, &place->width_error_mm);
    for (int i = 0; i < FF_PAD_HEADS; i++) {
        place->heads[i] = (ff_pad_point){place->ball_mm + rule->heads[i] * foot->length_mm,
                                         rule->across[i] * place->width_mm};
    }
    place->long_mm = rule->long_of_length * foot->length_mm;
    place->wide_mm = rule->wide_of_width * place->width_mm;
    place->middle_mm = middle_of_sore(place);
    bool measured = place->ball_error_mm == 0;
    double gap = measured ? (rule->behind_low_mm + rule->behind_high_mm) / 2 : rule->behind_high_mm;
    double line = head_line(place, place->middle_mm), turn = turn_of(place);
    place->front_mm = line - gap;
    outline(place, turn);
    while (clearance(place) < rule->behind_low_mm + CLEAR_MM) {
        place->front_mm -= STEP_BACK_MM;
        outline(place, turn);
    }
    place->behind_mm = line - place->front_mm;
}
