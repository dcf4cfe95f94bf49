#include "app/watch.h"

bool ff_watch_ends(const ff_context *context, const ff_watch *watch, const ff_progress *progress) {
    if (watch == NULL) {
        ff_context_progress(context, progress);
    } else if (watch->told(watch->user, progress)) {
        watch->rest(watch->user);
    }
    return ff_context_cancelled(context) || (watch != NULL && watch->stopped(watch->user));
}
