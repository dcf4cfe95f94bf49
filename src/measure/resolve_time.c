#include "measure/resolve_time.h"

#include "base/number.h"
#include "base/sorted.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The timer and what runners type are of whole seconds. */
#define ROUNDING_S 1.0
/* What pressure that is taken away never takes, and half an hour: as the levels have them. */
#define DAY_MIN  1440.0
#define LONG_MIN 30.0

const char *ff_resolve_level(double minutes) {
    if (isnan(minutes)) {
        return NULL;
    }
    return minutes < 2       ? "lt2"
           : minutes < 10    ? "2_10"
           : minutes < 30    ? "10_30"
           : minutes <= 1440 ? "30m_24h"
                             : "gt24h";
}

/* --- one run --- */

static bool tells_gone(const ff_logged_run *logged) {
    return logged->onset != NULL && logged->onset->kind != FF_ONSET_NONE &&
           !isnan(logged->onset->gone_s);
}

bool ff_resolve_needs_pauses(const ff_logged_run *logged) {
    return tells_gone(logged) && !(logged->onset->gone_s >= logged->run->figures.duration_s);
}

/* The pauses were left out, or the recording holds none of those it had. */
static bool lacks_pauses(const ff_run *run) {
    double paused_s = run->figures.elapsed_s - run->figures.duration_s;
    return isnan(run->figures.duration_s) ||
           (run->pause_count == 0 && paused_s >= FF_RESOLVE_STOP_S);
}

/* Seconds from the beginning of the pause until it was gone; NAN when the pause is not what it went
 * away by. Gone at the very moment of the timer at which it stood still means by the end of the
 * pause: one goes on when it is gone. */
static double after_pause(const ff_run *run, const ff_pause *pause, const ff_onset *onset) {
    double came_s = onset->kind == FF_ONSET_SOMETIME ? onset->from_s : onset->to_s;
    double stopped_s = ff_run_timer_at(run, pause->start_s);
    double length_s = pause->end_s - pause->start_s;
    double ran_s = onset->gone_s - stopped_s;
    if (!(length_s >= FF_RESOLVE_STOP_S) || stopped_s < came_s || ran_s < -ROUNDING_S ||
        ran_s > length_s) {
        return NAN;
    }
    return ran_s > 0 ? ff_run_elapsed_at(run, onset->gone_s) - pause->start_s : length_s;
}

/* By the last stop before it was gone; NAN: there was none. */
static double after_stop_within(const ff_run *run, const ff_onset *onset) {
    double seconds = NAN;
    for (size_t i = 0; i < run->pause_count; i++) {
        double after_s = after_pause(run, &run->pauses[i], onset);
        seconds = isnan(after_s) ? seconds : after_s;
    }
    return seconds;
}

/* --- all of them --- */

static int newest_first(const void *a, const void *b) {
    const ff_run *x = (*(const ff_logged_run *const *)a)->run;
    const ff_run *y = (*(const ff_logged_run *const *)b)->run;
    if (x->start_s != y->start_s) {
        return x->start_s < y->start_s ? 1 : -1;
    }
    return (x->id < y->id) - (x->id > y->id); /* so that the order never hangs on the sort */
}

/* The episodes that tell when it was gone, the newest first. */
static size_t gather(const ff_logged_run *runs, size_t count, const ff_logged_run **episodes) {
    size_t told = 0;
    for (size_t i = 0; i < count; i++) {
        if (tells_gone(&runs[i])) {
            episodes[told++] = &runs[i];
        }
    }
    qsort(episodes, told, sizeof *episodes, newest_first);
    return told < FF_RESOLVE_EPISODES ? told : FF_RESOLVE_EPISODES;
}

/* Counts the episode, and adds its minutes where it has any. */
static void take_episode(const ff_logged_run *logged, double *minutes, ff_resolve_time *r) {
    const ff_onset *onset = logged->onset;
    if (!ff_resolve_needs_pauses(logged)) {
        minutes[r->timed++] = (onset->gone_s - logged->run->figures.duration_s) / 60;
        return;
    }
    if (lacks_pauses(logged->run)) {
        r->unclear++;
        return;
    }
    double seconds = after_stop_within(logged->run, onset);
    if (isnan(seconds)) {
        r->while_running++;
    } else {
        minutes[r->timed++] = seconds / 60;
    }
}

/* Red flags hang on it, so the longest counts: once for a day and more is that, and where one
 * lasted much longer than half of them it must be asked. */
static const char *level_of(const ff_resolve_time *r) {
    const char *middle = ff_resolve_level(r->median_min),
               *longest = ff_resolve_level(r->longest_min);
    if (middle == NULL || longest == NULL || r->longest_min > DAY_MIN) {
        return longest;
    }
    bool uneven = r->longest_min > LONG_MIN && strcmp(middle, longest) != 0;
    return r->timed >= FF_RESOLVE_LEAST && !uneven ? middle : NULL;
}

static void set_times(const ff_logged_run *const *episodes, ff_resolve_time *r) {
    double minutes[FF_RESOLVE_EPISODES];
    for (size_t i = 0; i < r->told; i++) {
        take_episode(episodes[i], minutes, r);
    }
    if (r->timed == 0) {
        return;
    }
    ff_sort_numbers(minutes, r->timed);
    r->median_min = ff_sorted_median(minutes, r->timed);
    r->shortest_min = minutes[0];
    r->longest_min = minutes[r->timed - 1];
    r->level = level_of(r);
}

/* --- the finding --- */

static const char *time_words(ff_arena *arena, double minutes) {
    if (minutes < 1) {
        return "1 min";
    }
    if (minutes < 120) {
        return ff_arena_printf(arena, "%s min", FF_FIXED(minutes, minutes < 10 ? 1 : 0));
    }
    return ff_arena_printf(arena, "%s hours", FF_FIXED(minutes / 60, 0));
}

static const char *reason(ff_arena *arena, const ff_resolve_time *r) {
    if (r->longest_min > DAY_MIN) {
        return ff_arena_printf(arena, "once it took %s to clear after stopping",
                               time_words(arena, r->longest_min));
    }
    if (r->level == NULL && r->timed >= FF_RESOLVE_LEAST) {
        return ff_arena_printf(arena, "half of %zu runs clear within %s, but one took %s", r->timed,
                               time_words(arena, r->median_min), time_words(arena, r->longest_min));
    }
    if (r->level != NULL) {
        return ff_arena_printf(arena,
                               "%zu runs with numbness, half of them clear within %s of stopping",
                               r->timed, time_words(arena, r->median_min));
    }
    if (r->told == 0) {
        return "no run tells when the numbness was gone";
    }
    const char *running = "", *unclear = "";
    if (r->while_running > 0) {
        running = ff_arena_printf(arena, "; in %zu it went away while running", r->while_running);
    }
    if (r->unclear > 0) {
        unclear =
            ff_arena_printf(arena, "; in %zu it is not known whether there was a stop", r->unclear);
    }
    return ff_arena_printf(
        arena, "needs %d runs in which it was gone after a stop; there %s %zu%s%s",
        FF_RESOLVE_LEAST, r->timed == 1 ? "is" : "are", r->timed, running, unclear);
}

ff_code ff_resolve_time_of(ff_arena *arena, const ff_logged_run *runs, size_t count,
                           ff_resolve_time *resolve, ff_error *error) {
    *resolve = (ff_resolve_time){.median_min = NAN, .shortest_min = NAN, .longest_min = NAN};
    const ff_logged_run **episodes = ff_arena_take(arena, count, sizeof *episodes);
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    resolve->told = gather(runs, count, episodes);
    set_times(episodes, resolve);
    resolve->finding = (ff_finding){.id = "resolve_time",
                                    .state = resolve->level != NULL ? FF_SAID : FF_NOT_ASKED,
                                    .value = resolve->level,
                                    .said_by = "runner",
                                    .from = reason(arena, resolve),
                                    .said_at_s = resolve->told > 0 ? episodes[0]->run->start_s : 0};
    return ff_arena_check(arena, error);
}
