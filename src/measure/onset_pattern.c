#include "measure/onset_pattern.h"
#include "base/sorted.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* An episode: a run on which numbness came. */
typedef struct episode {
    const ff_logged_run *logged;
    double minutes; /* NAN: not known */
} episode;

const char *ff_onset_level(double minutes) {
    if (isnan(minutes)) {
        return NULL;
    }
    return minutes < 5     ? "lt5"
           : minutes < 15  ? "5_15"
           : minutes < 30  ? "15_30"
           : minutes <= 60 ? "30_60"
                           : "gt60";
}

/* --- episodes --- */

static double middle(double from, double to) {
    return (from + to) / 2;
}

static episode episode_of(const ff_logged_run *logged) {
    const ff_onset *onset = logged->onset;
    episode e = {.logged = logged, .minutes = NAN};
    switch (onset->kind) {
    case FF_ONSET_EXACT:
        e.minutes = onset->from_s / 60;
        break;
    case FF_ONSET_INTERVAL:
        e.minutes = middle(onset->from_s, onset->to_s) / 60;
        break;
    case FF_ONSET_AT_START:
        e.minutes = 0;
        break;
    case FF_ONSET_NONE:
    case FF_ONSET_SOMETIME:
        break;
    }
    return e;
}

static int newest_first(const void *a, const void *b) {
    const ff_run *x = ((const episode *)a)->logged->run, *y = ((const episode *)b)->logged->run;
    if (x->start_s != y->start_s) {
        return x->start_s < y->start_s ? 1 : -1;
    }
    return (x->id < y->id) - (x->id > y->id); /* so that the order never hangs on the sort */
}

/* Counts the runs and gathers the episodes, the newest first. */
static size_t gather(const ff_logged_run *runs, size_t count, episode *episodes,
                     ff_onset_pattern *p) {
    for (size_t i = 0; i < count; i++) {
        const ff_onset *onset = runs[i].onset;
        if (onset == NULL) {
            p->not_said++;
        } else if (onset->kind == FF_ONSET_NONE) {
            p->without++;
        } else {
            episodes[p->with++] = episode_of(&runs[i]);
            p->strongest = onset->strength > p->strongest ? onset->strength : p->strongest;
        }
    }
    qsort(episodes, p->with, sizeof *episodes, newest_first);
    if (p->with > 0) {
        p->last_s = episodes[0].logged->run->start_s;
        p->first_s = episodes[p->with - 1].logged->run->start_s;
    }
    return p->with < FF_PATTERN_EPISODES ? p->with : FF_PATTERN_EPISODES;
}

/* --- times --- */

/* By the straight line between order statistics (R's type 7). values are sorted, count > 0. */
static double quantile(const double *values, size_t count, double share) {
    double place = share * (double)(count - 1);
    size_t below = (size_t)place;
    size_t above = below + 1 < count ? below + 1 : below;
    return values[below] + (values[above] - values[below]) * (place - (double)below);
}

static double variation(const double *values, size_t count) {
    double sum = 0, squares = 0;
    for (size_t i = 0; i < count; i++) {
        sum += values[i];
    }
    double mean = sum / (double)count;
    for (size_t i = 0; i < count; i++) {
        squares += (values[i] - mean) * (values[i] - mean);
    }
    if (count < 2) {
        return NAN;
    }
    /* Always at minute 0 is as regular as can be. */
    return mean > 0 ? sqrt(squares / (double)(count - 1)) / mean : 0;
}

static bool any_unchanged(const episode *episodes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (episodes[i].logged->change_count == 0 && !isnan(episodes[i].minutes)) {
            return true;
        }
    }
    return false;
}

static bool is_wide(const double *minutes, size_t count) {
    double lower = fmax(quantile(minutes, count, 0.25), 1);
    double upper = fmax(quantile(minutes, count, 0.75), 1);
    return count >= FF_PATTERN_REGULAR_EPISODES && upper > FF_PATTERN_WIDE_RATIO * lower;
}

/* The pattern is of usual runs: those on which something was changed (looser laces, say) are left
 * out as long as there are others. */
static void set_times(const episode *episodes, size_t count, ff_onset_pattern *p) {
    double minutes[FF_PATTERN_EPISODES];
    bool only_unchanged = any_unchanged(episodes, count);
    for (size_t i = 0; i < count; i++) {
        if (isnan(episodes[i].minutes) ||
            (only_unchanged && episodes[i].logged->change_count > 0)) {
            continue;
        }
        minutes[p->timed++] = episodes[i].minutes;
    }
    if (p->timed == 0) {
        return;
    }
    ff_sort_numbers(minutes, p->timed);
    p->median_min = quantile(minutes, p->timed, 0.5);
    p->earliest_min = minutes[0];
    p->latest_min = minutes[p->timed - 1];
    p->cv = variation(minutes, p->timed);
    p->level = is_wide(minutes, p->timed) ? "none" : ff_onset_level(p->median_min);
}

/* --- sites --- */

/* Regions of one foot: "TP3,TP4", as far as the text has come together. */
typedef struct region_list {
    char *text;
    size_t length;
} region_list;

static bool has_region(const region_list *list, const char *region, size_t length) {
    const char *at = list->text;
    while (*at != '\0') {
        size_t have = strcspn(at, ",");
        if (have == length && memcmp(at, region, length) == 0) {
            return true;
        }
        at += have + (at[have] == ',');
    }
    return false;
}

static void add_region(region_list *list, const char *region, size_t length) {
    if (length == 0 || has_region(list, region, length)) {
        return;
    }
    if (list->length > 0) {
        list->text[list->length++] = ',';
    }
    memcpy(list->text + list->length, region, length);
    list->length += length;
    list->text[list->length] = '\0';
}

/* Adds the regions of "L:TP3,TP4 R:TP3" to the feet, left first; says which feet have any. */
static void add_sites(const char *sites, region_list feet[2], bool marked[2]) {
    while (*sites != '\0') {
        size_t length = strcspn(sites, " ");
        int foot = sites[0] == 'L' ? 0 : sites[0] == 'R' ? 1 : -1;
        if (foot >= 0 && length > 2 && sites[1] == ':') {
            marked[foot] = true;
            for (size_t at = 2; at < length;) {
                size_t region = strcspn(sites + at, ", ");
                add_region(&feet[foot], sites + at, region);
                at += region + 1;
            }
        }
        sites += length + (sites[length] == ' ');
    }
}

/* "both" where at least half of the episodes are on both feet and the others on one and the same;
 * mostly one foot and sometimes both is none of the answers. */
static const char *side_of(size_t left, size_t right, size_t both) {
    if (left > 0 && right > 0) {
        return "alternates";
    }
    size_t one = left + right;
    return both == 0 ? (one > 0 ? "one" : NULL) : both >= one ? "both" : NULL;
}

static bool is_sited(const episode *e) {
    const char *sites = e->logged->onset->sites;
    return sites != NULL && sites[0] != '\0';
}

static size_t room_for_sites(const episode *episodes, size_t count) {
    size_t room = 1;
    for (size_t i = 0; i < count; i++) {
        room += is_sited(&episodes[i]) ? strlen(episodes[i].logged->onset->sites) + 1 : 0;
    }
    return room;
}

static void set_sites(ff_arena *arena, const episode *episodes, size_t count, ff_onset_pattern *p) {
    size_t room = room_for_sites(episodes, count);
    region_list feet[2] = {{ff_arena_take(arena, room, 1), 0}, {ff_arena_take(arena, room, 1), 0}};
    if (arena->failed) {
        return;
    }
    size_t only[2] = {0, 0}, both = 0;
    for (size_t i = 0; i < count && p->sited < FF_PATTERN_SITE_EPISODES; i++) {
        if (!is_sited(&episodes[i])) {
            continue;
        }
        bool marked[2] = {false, false};
        add_sites(episodes[i].logged->onset->sites, feet, marked);
        both += marked[0] && marked[1];
        only[0] += marked[0] && !marked[1];
        only[1] += marked[1] && !marked[0];
        p->sited += marked[0] || marked[1];
    }
    p->side = side_of(only[0], only[1], both);
    p->sites = ff_arena_printf(arena, "%s%s%s%s%s", feet[0].length > 0 ? "L:" : "", feet[0].text,
                               feet[0].length > 0 && feet[1].length > 0 ? " " : "",
                               feet[1].length > 0 ? "R:" : "", feet[1].text);
}

/* --- findings --- */

static const char *plural(size_t count) {
    return count == 1 ? "" : "s";
}

static ff_finding finding(const char *id, const char *value, const char *said_by,
                          const ff_onset_pattern *p, const char *from) {
    return (ff_finding){.id = id,
                        .state = value != NULL ? FF_SAID : FF_NOT_ASKED,
                        .value = value,
                        .said_by = said_by,
                        .from = from,
                        .said_at_s = p->last_s};
}

static ff_finding time_finding(ff_arena *arena, const ff_onset_pattern *p) {
    const char *from = "no run tells when numbness began";
    if (p->level != NULL && strcmp(p->level, "none") == 0) {
        from = ff_arena_printf(arena, "%zu runs with numbness, from %.0f to %.0f min", p->timed,
                               p->earliest_min, p->latest_min);
    } else if (p->level != NULL) {
        from = ff_arena_printf(arena, "%zu run%s with numbness, half of them by %.0f min", p->timed,
                               plural(p->timed), p->median_min);
    }
    return finding("onset_time", p->level, "watch", p, from);
}

static ff_finding regular_finding(ff_arena *arena, const ff_onset_pattern *p) {
    if (p->timed < FF_PATTERN_REGULAR_EPISODES) {
        return finding("reproducible", NULL, "watch", p,
                       ff_arena_printf(arena, "needs %d runs with a known minute; there %s %zu",
                                       FF_PATTERN_REGULAR_EPISODES, p->timed == 1 ? "is" : "are",
                                       p->timed));
    }
    return finding("reproducible", p->cv < FF_PATTERN_REGULAR_CV ? "yes" : "no", "watch", p,
                   ff_arena_printf(arena, "%zu runs, whose minutes differ by %.0f %% of their mean",
                                   p->timed, 100 * p->cv));
}

static ff_finding side_finding(ff_arena *arena, const ff_onset_pattern *p) {
    const char *from = "no region is marked on any run";
    if (p->side != NULL) {
        from = ff_arena_printf(arena, "regions marked on %zu run%s", p->sited, plural(p->sited));
    } else if (p->sited > 0) {
        from = "mostly one foot, sometimes both";
    }
    return finding("side", p->side, "runner", p, from);
}

ff_code ff_onset_pattern_of(ff_arena *arena, const ff_logged_run *runs, size_t count,
                            ff_onset_pattern *pattern, ff_error *error) {
    *pattern = (ff_onset_pattern){.median_min = NAN,
                                  .earliest_min = NAN,
                                  .latest_min = NAN,
                                  .cv = NAN,
                                  .sites = "",
                                  .strongest = -1};
    episode *episodes = ff_arena_take(arena, count, sizeof *episodes);
    ff_finding *findings = ff_arena_take(arena, 3, sizeof *findings);
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    size_t recent = gather(runs, count, episodes, pattern);
    set_times(episodes, recent, pattern);
    set_sites(arena, episodes, recent, pattern);
    findings[0] = time_finding(arena, pattern);
    findings[1] = regular_finding(arena, pattern);
    findings[2] = side_finding(arena, pattern);
    pattern->findings = (ff_finding_list){findings, 3};
    return ff_arena_check(arena, error);
}
