/* Overstriding from speed, step rate and, where there is one, ground contact. */
#ifndef FOOTFALL_MEASURE_OVERSTRIDE_H
#define FOOTFALL_MEASURE_OVERSTRIDE_H

#include <footfall/patterns.h>

typedef struct ff_stride {
    double speed_mps;
    double cadence_over; /* steps/min above what is usual at that speed */
    double usual_shift;  /* steps/min more than that which are usual at the runner's height */
    double heel_over_cm; /* heel ahead, above what is usual at its speed, by ground contact; NAN */
} ff_stride;

/* Sets heel_cm, heel_sd_cm, limit_cm, p, its range and overstride of form. */
void ff_overstride_of(const ff_stride *stride, ff_form *form);

#endif
