#include "measure/overstride.h"

#include "measure/form.h"
#include "measure/gait.h"

#include <math.h>

/* Standard normal quantiles of what is called overstriding: beyond 84 of 100 runners; for the range
 * beyond 75 and 90. */
#define Z_LIMIT    1.0
#define Z_GENEROUS 0.6745
#define Z_STRICT   1.2816

/* The way of the body while the foot is down, in cm above what is usual at that speed: a guess with
 * its error. The heel lands as much further ahead, give or take FF_HEEL_SD_CM. */
typedef struct {
    double mean, sd;
} way;

/* That way in a share of a ground contact. */
static double way_of_share(double speed_mps, double stance_ms, double share) {
    return speed_mps * stance_ms / 10 * share;
}

/* Of a step rate so far above the usual: the foot is on the ground for the usual share of the
 * stride, within what runners differ by. */
static way by_cadence(double speed_mps, double cadence_over) {
    double usual = ff_usual_cadence(speed_mps), stance = ff_usual_stance(speed_mps);
    double own = stance * usual / (usual + cadence_over);
    return (way){speed_mps * (own - stance) / 10, way_of_share(speed_mps, own, FF_DUTY_SD)};
}

/* And with a ground contact whose device may be off: what is more certain weighs more. */
static way with_contact(const ff_stride *s, way before) {
    if (isnan(s->heel_over_cm)) {
        return before;
    }
    double device_sd = s->speed_mps * FF_STANCE_DEVICE_SD_MS / 10;
    double weight = before.sd * before.sd / (before.sd * before.sd + device_sd * device_sd);
    return (way){before.mean + weight * (s->heel_over_cm - before.mean),
                 before.sd * sqrt(1 - weight)};
}

/* By how much runners as tall differ at that speed: in step rate and in the share on the ground. */
static double spread_of_runners(double speed_mps, double usual_shift) {
    double usual = ff_usual_cadence(speed_mps), own = usual + usual_shift;
    double stance = ff_usual_stance(speed_mps) * usual / own;
    double by_rate = way_of_share(speed_mps, stance, FF_CADENCE_SD_SPM / own);
    return hypot(hypot(by_rate, way_of_share(speed_mps, stance, FF_DUTY_SD)), FF_HEEL_SD_CM);
}

/* Of the heel, given the way. */
static double error_of(way w) {
    return hypot(w.sd, FF_HEEL_SD_CM);
}

static double chance_beyond(way w, double limit) {
    return erfc((limit - w.mean) / (error_of(w) * sqrt(2))) / 2;
}

static ff_overstride judge(const ff_form *form) {
    if (form->p >= FF_OVERSTRIDE_LIKELY_FROM && form->p_low >= 0.5) {
        return FF_OVERSTRIDE_LIKELY;
    }
    bool unlikely = form->p <= FF_OVERSTRIDE_UNLIKELY_FROM && form->p_high < 0.5;
    return unlikely ? FF_OVERSTRIDE_UNLIKELY : FF_OVERSTRIDE_UNCLEAR;
}

void ff_overstride_of(const ff_stride *stride, ff_form *form) {
    way rate = by_cadence(stride->speed_mps, stride->cadence_over);
    way both = with_contact(stride, rate);
    /* Runners as tall take other steps, and nobody overstrides who does as they do. */
    double as_tall = by_cadence(stride->speed_mps, stride->usual_shift).mean;
    double usual = ff_heel_ahead(stride->speed_mps, ff_usual_stance(stride->speed_mps));
    double spread = spread_of_runners(stride->speed_mps, stride->usual_shift);
    form->heel_cm = usual + both.mean;
    form->heel_sd_cm = error_of(both);
    double limit = as_tall + Z_LIMIT * spread, strict = as_tall + Z_STRICT * spread;
    double generous = as_tall + Z_GENEROUS * spread;
    form->limit_cm = usual + limit;
    form->p = chance_beyond(both, limit);
    form->p_low = fmin(chance_beyond(both, strict), chance_beyond(rate, strict));
    form->p_high = fmax(chance_beyond(both, generous), chance_beyond(rate, generous));
    form->overstride = judge(form);
}
