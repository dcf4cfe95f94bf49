#include "measure/beginning.h"

#define DAY_S INT64_C(86400)

bool ff_is_numb(const ff_logged_run *logged) {
    return logged->onset != NULL && logged->onset->kind != FF_ONSET_NONE;
}

static const char *why_not(const ff_logged_run *runs, size_t count, int64_t began_s) {
    size_t before = 0, said_free = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t ago_s = began_s - runs[i].run->start_s;
        if (ago_s > 0 && ago_s <= FF_BEGINNING_DAYS * DAY_S) {
            before++;
            said_free += runs[i].onset != NULL && runs[i].onset->kind == FF_ONSET_NONE;
        }
    }
    if (before == 0) {
        return "no run in the 14 days before the first one marked numb";
    }
    return 2 * said_free < before
               ? "not known when it first began: of most runs before the first marked one nobody "
                 "said whether numbness came"
               : NULL;
}

ff_beginning ff_beginning_of(const ff_logged_run *runs, size_t count) {
    ff_beginning b = {.why_not = "no run with numbness is marked yet"};
    for (size_t i = 0; i < count; i++) {
        if (ff_is_numb(&runs[i]) && (b.run == NULL || runs[i].run->start_s < b.began_s)) {
            b.run = &runs[i];
            b.began_s = runs[i].run->start_s;
        }
    }
    if (b.run != NULL) {
        b.why_not = why_not(runs, count, b.began_s);
    }
    return b;
}
