#include "files/text_runs.h"

#include "base/civil.h"
#include "base/number.h"
#include "files/clock.h"
#include "files/run_figures.h"

#include <math.h>
#include <string.h>

double ff_text_number(const char *text) {
    double number;
    return ff_number_parse(text, &number) ? number : NAN;
}

double ff_text_time(const char *text, ff_text_zone *zone) {
    ff_iso_time time;
    if (text == NULL || !ff_iso_parse_time(text, &time)) {
        return NAN;
    }
    bool sensible = ff_clock_offset_sensible(time.offset_s);
    zone->unsaid |= !time.zone_told;
    zone->senseless |= !sensible;
    if (!zone->known && time.offset_s != 0 && sensible) {
        zone->known = true;
        zone->offset_s = time.offset_s;
    }
    return time.utc_s;
}

static char lower(char c) {
    if (c >= 'A' && c <= 'Z') {
        c = (char)(c + ('a' - 'A'));
    }
    return c;
}

static bool begins(const char *text, const char *word) {
    while (*word != '\0' && lower(*text) == lower(*word)) {
        text++;
        word++;
    }
    return *word == '\0';
}

bool ff_text_holds(const char *text, const char *word) {
    while (*text != '\0' && !begins(text, word)) {
        text++;
    }
    return *text != '\0';
}

/* The same, where a word begins: "Edge 705", not "Knowledge". */
static bool holds_word(const char *text, const char *word) {
    bool inside = false;
    for (; *text != '\0'; text++) {
        if (!inside && begins(text, word)) {
            return true;
        }
        inside = lower(*text) >= 'a' && lower(*text) <= 'z';
    }
    return false;
}

const char *ff_text_maker(const char *name) {
    static const char *const rows[][2] = {
        {"garmin", "garmin"},       {"forerunner", "garmin"}, {"fenix", "garmin"},
        {"f\xC4\x93nix", "garmin"}, {"vivo", "garmin"},       {"instinct", "garmin"},
        {"venu", "garmin"},         {"edge", "garmin"},       {"polar", "polar"},
        {"suunto", "suunto"},       {"movescount", "suunto"}, {"coros", "coros"},
        {"tomtom", "tomtom"},       {"apple", "apple"},       {"strava", "strava"},
        {"wahoo", "wahoo_fitness"}, {"zwift", "zwift"},       {"stryd", "stryd"},
        {"runkeeper", "runkeeper"}, {"nike", "nike"},
    };
    for (size_t i = 0; name != NULL && i < sizeof rows / sizeof rows[0]; i++) {
        if (holds_word(name, rows[i][0])) {
            return rows[i][1];
        }
    }
    return NULL;
}

static ff_run *next_run(ff_text_runs *runs) {
    ff_run_list *list = &runs->result->runs;
    if (list->count == runs->capacity) {
        size_t wanted = list->count * 2 + 1;
        ff_run *items = ff_arena_grow(runs->arena, list->items, list->count, wanted, sizeof *items);
        if (items == NULL) {
            return NULL;
        }
        list->items = items;
        runs->capacity = wanted;
    }
    return &list->items[list->count];
}

ff_code ff_text_add_run(ff_text_runs *runs, const ff_track *track, ff_track_facts *facts,
                        const ff_text_zone *zone, const char *const *notes, ff_error *error) {
    ff_run *run = next_run(runs);
    if (run == NULL) {
        return ff_arena_check(runs->arena, error);
    }
    facts->source = runs->source;
    facts->sport = FF_SPORT_RUNNING;
    facts->utc_offset_known = zone->known;
    facts->utc_offset_s = zone->offset_s;
    ff_code code = ff_track_run(runs->context, track, facts, runs->arena, run, error);
    if (code != FF_OK) {
        return code;
    }
    for (; *notes != NULL; notes++) {
        ff_run_note(runs->arena, run, *notes);
    }
    if (zone->unsaid) {
        ff_run_note(runs->arena, run,
                    "The file's times do not say their zone; they were taken for UTC.");
    }
    if (zone->senseless) {
        ff_run_note(runs->arena, run,
                    "The file's times stand at a distance from UTC that no place has; the start "
                    "may be wrong by it, and the time of day is not known.");
    }
    runs->result->runs.count++;
    return ff_arena_check(runs->arena, error);
}

void ff_text_add_other(ff_text_runs *runs, const char *words, const char *several_words) {
    const char **what = &runs->result->what;
    *what = runs->others && strcmp(*what, words) != 0 ? several_words : words;
    runs->others = true;
}

bool ff_text_gives_up(ff_code code) {
    return code != FF_OK && code != FF_ERR_DAMAGED && code != FF_ERR_TRUNCATED &&
           code != FF_ERR_CHECKSUM && code != FF_ERR_TRAILING;
}

ff_code ff_text_end(ff_text_runs *runs, ff_code code, const ff_error *damage, const char *nothing,
                    ff_error *error) {
    ff_file_result *result = runs->result;
    if (ff_text_gives_up(code) || (code != FF_OK && result->runs.count == 0 && !runs->others)) {
        if (error != NULL) {
            *error = *damage;
        }
        return code;
    }
    result->damage = *damage;
    result->kind = result->runs.count > 0 ? FF_FILE_RUNS : FF_FILE_NOT_RUNS;
    if (result->runs.count > 0) {
        result->what = NULL;
    } else if (!runs->others) {
        result->what = nothing;
    }
    return ff_arena_check(runs->arena, error);
}
