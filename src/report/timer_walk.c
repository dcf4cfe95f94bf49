#include "report/timer_walk.h"

#include <math.h>

double ff_pause_length(const ff_pause *pause) {
    double length_s = pause->end_s - pause->start_s;
    return isfinite(length_s) && length_s > 0 ? length_s : 0;
}

ff_timer_walk ff_timer_walk_of(const ff_run *run) {
    return (ff_timer_walk){.run = run, .last_s = -INFINITY};
}

double ff_timer_walk_at(ff_timer_walk *walk, double elapsed_s) {
    const ff_run *run = walk->run;
    if (!isfinite(elapsed_s)) {
        return NAN;
    }
    if (elapsed_s < walk->last_s) {
        *walk = ff_timer_walk_of(run);
    }
    walk->last_s = elapsed_s;
    while (walk->pause < run->pause_count && run->pauses[walk->pause].end_s <= elapsed_s) {
        walk->paused_s += ff_pause_length(&run->pauses[walk->pause++]);
    }
    double timer_s = elapsed_s - walk->paused_s;
    if (walk->pause < run->pause_count && elapsed_s > run->pauses[walk->pause].start_s) {
        timer_s -= elapsed_s - run->pauses[walk->pause].start_s;
    }
    return isfinite(timer_s) ? fmax(timer_s, 0) : NAN;
}
