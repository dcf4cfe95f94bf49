#include "app/slices.h"

#include <stdio.h>

/* Long enough to be worth a request, short enough that a page's other questions are answered soon.
 */
#define SLICE_S     0.1
#define SLICE_STEPS 2000 /* where there is no stopwatch */

static bool told(void *user, const ff_progress *progress) {
    ff_slices *s = user;
    s->done = progress->done;
    s->total = progress->total;
    s->share = progress->share;
    if (progress->item != NULL) {
        snprintf(s->item, sizeof s->item, "%s", progress->item);
    }
    s->steps++;
    double now_s = ff_context_stopwatch(s->context);
    return s->strand != NULL && !s->stopped &&
           (now_s - s->began_s >= SLICE_S || s->steps >= SLICE_STEPS);
}

static void rest(void *user) {
    ff_slices *s = user;
    s->strand->rest(s->strand);
}

static bool is_stopped(void *user) {
    return ((const ff_slices *)user)->stopped;
}

static void run(void *user) {
    ff_slices *s = user;
    s->work(s->data, &s->watch);
}

void ff_slices_begin(ff_slices *slices, const ff_context *context, bool rests) {
    slices->context = context;
    slices->watch = (ff_watch){told, rest, is_stopped, slices};
    slices->strand = rests ? ff_context_begin_strand(context, run, slices) : NULL;
}

bool ff_slices_go(ff_slices *slices) {
    slices->began_s = ff_context_stopwatch(slices->context);
    slices->steps = 0;
    if (slices->strand == NULL) {
        run(slices);
        return true;
    }
    bool ended = slices->strand->go(slices->strand);
    if (ended) {
        slices->strand->end(slices->strand);
        slices->strand = NULL;
    }
    return ended;
}

void ff_slices_stop(ff_slices *slices) {
    slices->stopped = true;
    while (!ff_slices_go(slices)) {
    }
}
