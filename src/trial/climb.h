/* Newton's way up to the peak of a log-likelihood, step by step, as every fit goes it. When to
 * stop, and what it means when there is no peak, is the fit's own affair. */
#ifndef FOOTFALL_TRIAL_CLIMB_H
#define FOOTFALL_TRIAL_CLIMB_H

#include "base/arena.h"

#include <stdbool.h>

/* The value at theta, and its gradient (p numbers) and Hessian (p x p, symmetric). */
typedef double ff_climb_value(void *user, const double *theta, double *gradient, double *hessian);

typedef struct ff_climb {
    ff_climb_value *differentiate;
    void *user;
    size_t p;
    double *theta, value, *gradient, *hessian; /* where it stands */
    double *step;                              /* where it goes next */
    double *lower;                             /* of minus the Hessian, as last factored */
    double *trial, *trial_gradient, *trial_hessian;
} ff_climb;

/* At 0, with nothing known of that place. FF_ERR_MEMORY. */
ff_code ff_climb_init(ff_arena *arena, size_t p, ff_climb_value *differentiate, void *user,
                      ff_climb *climb, ff_error *error);

/* Looks at theta, which the caller may have set. */
void ff_climb_begin(ff_climb *climb);

/* lower lower' = minus the Hessian + damping times its diagonal. False: that does not curve down.
 */
bool ff_climb_factor(ff_climb *climb, double damping);

/* The step that lower gives. Returns twice how much the value is expected to rise by it. */
double ff_climb_find_step(ff_climb *climb);

/* Takes the step, or halves of it until the value does not fall. False: no part of it helps. */
bool ff_climb_walk(ff_climb *climb);

#endif
