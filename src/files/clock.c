#include "files/clock.h"

#include <math.h>

#define LARGEST_OFFSET_S (14 * 3600)
#define OFFSET_STEP_S    900

/* Whether a time goes on from the one handed out last, with that shift. */
static bool goes_on(const ff_clock *clock, double raw, double shift) {
    double time = raw + shift;
    return time >= clock->before - FF_CLOCK_SMALL_STEP_S && time <= clock->before + FF_CLOCK_SET_S;
}

/* A jump. After one senseless time among good ones the clock is as it was before, or at first. */
static void jump(ff_clock *clock, double raw) {
    double shift = goes_on(clock, raw, clock->shift_before) ? clock->shift_before
                   : goes_on(clock, raw, 0)                 ? 0
                                                            : clock->before + 1 - raw;
    clock->shift_before = clock->shift;
    clock->shift = shift;
    clock->set++;
}

double ff_clock_time(ff_clock *clock, double raw) {
    if (!clock->begun) {
        clock->begun = true;
        clock->last_raw = raw;
        clock->before = raw + clock->shift;
        return clock->before;
    }
    double before = clock->before, step = raw - clock->last_raw;
    if (step < -FF_CLOCK_SMALL_STEP_S || step > FF_CLOCK_SET_S) {
        jump(clock, raw);
    }
    clock->last_raw = raw;
    double time = raw + clock->shift;
    if (time < before) {
        clock->stepped_back++;
        return before;
    }
    clock->repeated += time == before;
    clock->before = time;
    return time;
}

void ff_clock_resume(ff_clock *clock, double raw) {
    if (clock->begun && raw > clock->last_raw) {
        clock->last_raw = raw;
    }
}

bool ff_clock_offset_sensible(double offset_s) {
    return fabs(offset_s) <= LARGEST_OFFSET_S && fmod(offset_s, OFFSET_STEP_S) == 0;
}
