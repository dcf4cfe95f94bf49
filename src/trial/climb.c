#include "trial/climb.h"

#include "base/matrix.h"

#include <math.h>

enum { MOST_HALVINGS = 40 };

/* A pivot below this share of its diagonal is rounding. */
#define LEAST_PIVOT 1e-14
/* A value that falls by less than this share of itself has not fallen. */
#define ROUNDING 1e-12

ff_code ff_climb_init(ff_arena *arena, size_t p, ff_climb_value *differentiate, void *user,
                      ff_climb *climb, ff_error *error) {
    *climb = (ff_climb){.differentiate = differentiate, .user = user, .p = p};
    double *room = ff_arena_take(arena, 5 * p + 3 * p * p, sizeof *room);
    if (room == NULL) {
        return ff_arena_check(arena, error);
    }
    climb->theta = room;
    climb->gradient = room + p;
    climb->step = room + 2 * p;
    climb->trial = room + 3 * p;
    climb->trial_gradient = room + 4 * p;
    climb->hessian = room + 5 * p;
    climb->trial_hessian = climb->hessian + p * p;
    climb->lower = climb->trial_hessian + p * p;
    return FF_OK;
}

void ff_climb_begin(ff_climb *c) {
    c->value = c->differentiate(c->user, c->theta, c->gradient, c->hessian);
}

bool ff_climb_factor(ff_climb *c, double damping) {
    size_t p = c->p;
    for (size_t j = 0; j < p * p; j++) {
        c->lower[j] = -c->hessian[j];
    }
    for (size_t j = 0; j < p && damping > 0; j++) {
        double *own = &c->lower[j * p + j];
        *own += damping * fmax(fabs(*own), 1e-12);
    }
    return ff_cholesky(c->lower, p, LEAST_PIVOT, c->lower, NULL);
}

double ff_climb_find_step(ff_climb *c) {
    double rise = 0;
    ff_cholesky_solve(c->lower, c->p, c->gradient, c->step);
    for (size_t j = 0; j < c->p; j++) {
        rise += c->step[j] * c->gradient[j];
    }
    return rise;
}

static void swap(double **a, double **b) {
    double *other = *a;
    *a = *b;
    *b = other;
}

bool ff_climb_walk(ff_climb *c) {
    double part = 1, least = c->value - ROUNDING * (1 + fabs(c->value));
    for (int i = 0; i < MOST_HALVINGS; i++, part /= 2) {
        for (size_t j = 0; j < c->p; j++) {
            c->trial[j] = c->theta[j] + part * c->step[j];
        }
        double value = c->differentiate(c->user, c->trial, c->trial_gradient, c->trial_hessian);
        if (value >= least) {
            c->value = value;
            swap(&c->theta, &c->trial);
            swap(&c->gradient, &c->trial_gradient);
            swap(&c->hessian, &c->trial_hessian);
            return true;
        }
    }
    return false;
}
