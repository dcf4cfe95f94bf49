#include "files/listing_parts.h"

#include "base/utf8.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

ff_listing_kind ff_listing_recognise(const uint8_t *head, size_t count) {
    const char *text = (const char *)head;
    if (count >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        count -= 3;
    }
    if (count == 0 || memchr(text, '\0', count) != NULL) {
        return FF_LISTING_NONE;
    }
    if (ff_garmin_is_activities(text, count)) {
        return FF_LISTING_GARMIN_ACTIVITIES;
    }
    if (ff_garmin_is_gear(text, count)) {
        return FF_LISTING_GARMIN_GEAR;
    }
    if (ff_strava_is_activities(text, count)) {
        return FF_LISTING_STRAVA_ACTIVITIES;
    }
    return ff_strava_is_shoes(text, count) ? FF_LISTING_STRAVA_SHOES : FF_LISTING_NONE;
}

static ff_code damage_told(const ff_list_reading *reading, ff_error *error) {
    if (reading->damaged == 0) {
        return FF_OK;
    }
    const char *rest = reading->given_up ? "; that is too many, and what follows was left out" : "";
    if (reading->damaged == 1) {
        return ff_fail(error, FF_ERR_DAMAGED, reading->stream->name, FF_NO_OFFSET,
                       "line %zu cannot be read: %s", reading->damaged_line, reading->damage);
    }
    return ff_fail(error, FF_ERR_DAMAGED, reading->stream->name, FF_NO_OFFSET,
                   "%zu lines cannot be read%s; the first is line %zu: %s", reading->damaged, rest,
                   reading->damaged_line, reading->damage);
}

ff_code ff_listing_read(const ff_context *context, ff_listing_kind kind, ff_stream *stream,
                        ff_arena *arena, ff_listing *listing, ff_error *error) {
    static ff_list_reader *const readers[] = {
        [FF_LISTING_STRAVA_ACTIVITIES] = ff_strava_read_activities,
        [FF_LISTING_STRAVA_SHOES] = ff_strava_read_shoes,
        [FF_LISTING_GARMIN_ACTIVITIES] = ff_garmin_read_activities,
        [FF_LISTING_GARMIN_GEAR] = ff_garmin_read_gear,
    };
    size_t known = sizeof readers / sizeof readers[0];
    if ((size_t)kind >= known || readers[kind] == NULL) {
        return ff_fail(error, FF_ERR_FORMAT, stream->name, 0, "is no list of an export");
    }
    ff_list_reading reading = {
        .context = context, .stream = stream, .arena = arena, .listing = listing};
    ff_code code = readers[kind](&reading, error);
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    return code == FF_OK ? damage_told(&reading, error) : code;
}

bool ff_list_damage(ff_list_reading *reading, size_t line, const char *damage) {
    if (reading->damaged++ == 0) {
        reading->damaged_line = line;
        reading->damage = damage;
    }
    reading->given_up = reading->damaged >= FF_LISTING_MOST_DAMAGED;
    return !reading->given_up;
}

/* An array whose room is the power of two at or above its count; room for one more. */
static void *room(ff_arena *arena, void *items, size_t count, size_t size) {
    bool full = (count & (count - 1)) == 0; /* also 0 */
    return full ? ff_arena_grow(arena, items, count, count > 0 ? count * 2 : 1, size) : items;
}

ff_listed_run *ff_list_add_run(ff_list_reading *reading) {
    ff_listing *listing = reading->listing;
    ff_listed_run *runs =
        room(reading->arena, listing->runs, listing->run_count, sizeof *listing->runs);
    if (runs == NULL) {
        return NULL;
    }
    listing->runs = runs;
    ff_listed_run *run = &runs[listing->run_count++];
    *run = (ff_listed_run){0};
    ff_run_init(&run->run);
    return run;
}

ff_listed_shoe *ff_list_add_shoe(ff_list_reading *reading) {
    ff_listing *listing = reading->listing;
    ff_listed_shoe *shoes =
        room(reading->arena, listing->shoes, listing->shoe_count, sizeof *listing->shoes);
    if (shoes == NULL) {
        return NULL;
    }
    listing->shoes = shoes;
    shoes[listing->shoe_count] = (ff_listed_shoe){0};
    return &shoes[listing->shoe_count++];
}

ff_shoe_link *ff_list_add_link(ff_list_reading *reading) {
    ff_listing *listing = reading->listing;
    ff_shoe_link *links =
        room(reading->arena, listing->links, listing->link_count, sizeof *listing->links);
    if (links == NULL) {
        return NULL;
    }
    listing->links = links;
    links[listing->link_count] = (ff_shoe_link){0};
    return &links[listing->link_count++];
}

ff_listed_other *ff_list_add_other_file(ff_list_reading *reading) {
    ff_listing *listing = reading->listing;
    ff_listed_other *others = room(reading->arena, listing->other_files, listing->other_file_count,
                                   sizeof *listing->other_files);
    if (others == NULL) {
        return NULL;
    }
    listing->other_files = others;
    others[listing->other_file_count] = (ff_listed_other){0};
    return &others[listing->other_file_count++];
}

void ff_list_note(ff_list_reading *reading, const char *format, ...) {
    ff_listing *listing = reading->listing;
    char words[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    const char **notes =
        room(reading->arena, listing->notes, listing->note_count, sizeof *listing->notes);
    const char *note = ff_arena_printf(reading->arena, "%s: %s", reading->stream->name, words);
    if (notes != NULL && note != NULL) {
        listing->notes = notes;
        notes[listing->note_count++] = note;
    }
}

static bool is_white(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The text as ff_list_text has it, into copy (NULL: nowhere); how long it is. */
static size_t made_whole(const char *text, size_t length, char *copy) {
    size_t out = 0;
    for (size_t i = 0; i < length;) {
        unsigned char c = (unsigned char)text[i];
        size_t size = ff_utf8_length(text + i, length - i);
        bool control = c == 0x7F || (c < 0x20 && c != '\n' && c != '\t');
        const char latin[] = {(char)(0xC0 | c >> 6), (char)(0x80 | (c & 0x3F))};
        const char *from = size == 0 ? latin : text + i;
        size_t count = size == 0 ? sizeof latin : control ? 0 : size;
        if (copy != NULL) {
            memcpy(copy + out, from, count);
        }
        out += count;
        i += size > 0 ? size : 1;
    }
    return out;
}

const char *ff_list_text(ff_arena *arena, const char *text) {
    while (text != NULL && is_white(*text)) {
        text++;
    }
    if (text == NULL || *text == '\0') {
        return NULL;
    }
    size_t length = strlen(text);
    while (is_white(text[length - 1])) {
        length--;
    }
    char *copy = ff_arena_take(arena, made_whole(text, length, NULL) + 1, 1);
    return copy != NULL && made_whole(text, length, copy) > 0 ? copy : NULL;
}

static void keep_between(double *figure, double low, double high) {
    if (!(*figure >= low && *figure <= high)) {
        *figure = NAN;
    }
}

void ff_list_finish_run(ff_run *run) {
    ff_run_figures *f = &run->figures;
    const double month_s = 2678400;
    keep_between(&f->elapsed_s, 1, month_s);
    keep_between(&f->moving_s, 1, month_s);
    keep_between(&f->duration_s, 1, month_s);
    keep_between(&f->distance_m, 1, 1e6);
    keep_between(&f->speed_mps, 0.1, 12.5); /* nobody ran faster */
    keep_between(&f->ascent_m, 0, 20000);
    keep_between(&f->descent_m, 0, 20000);
    keep_between(&f->cadence_spm, 20, 300);
    keep_between(&f->heart_rate_bpm, 25, 250);
    keep_between(&f->power_w, 1, 2000);
    keep_between(&f->temperature_c, -60, 60);
    keep_between(&f->outdoor_temperature_c, -60, 60);
    keep_between(&f->stance_time_ms, 50, 1000);
    keep_between(&f->vertical_oscillation_mm, 5, 300);
    keep_between(&f->step_length_mm, 100, 3000);
    keep_between(&f->balance_left_percent, 25, 75);
    keep_between(&f->vertical_ratio_percent, 1, 40);
    keep_between(&f->effort, 0, 10);
    keep_between(&f->feel, 0, 100);
    /* The watch's timer, else what comes nearest to it. */
    if (isnan(f->duration_s)) {
        f->duration_s = isnan(f->moving_s) ? f->elapsed_s : f->moving_s;
    }
    if (isnan(f->elapsed_s)) {
        f->elapsed_s = isnan(f->duration_s) ? f->moving_s : f->duration_s;
    }
    double speed = f->distance_m / (isnan(f->moving_s) ? f->duration_s : f->moving_s);
    if (isnan(f->speed_mps) && speed <= 12.5) {
        f->speed_mps = speed;
    }
}

void ff_list_count_other(ff_list_reading *reading, ff_list_kinds *kinds, const char *type) {
    reading->listing->others++;
    for (size_t i = 0; i < kinds->kinds; i++) {
        if (strcmp(kinds->name[i], type) == 0) {
            kinds->count[i]++;
            return;
        }
    }
    char *name = kinds->kinds < FF_LIST_KINDS && strlen(type) < 64
                     ? ff_arena_copy(reading->arena, type)
                     : NULL;
    if (name == NULL) {
        kinds->more++;
        return;
    }
    kinds->name[kinds->kinds] = name;
    kinds->count[kinds->kinds++] = 1;
}

void ff_list_note_others(ff_list_reading *reading, const ff_list_kinds *kinds) {
    ff_text words;
    ff_text_init(&words, ff_context_allocator(reading->context));
    for (size_t i = 0; i < kinds->kinds; i++) {
        ff_text_addf(&words, "%s%zu \"%s\"", i > 0 ? ", " : "", kinds->count[i], kinds->name[i]);
    }
    if (kinds->more > 0) {
        ff_text_addf(&words, "%s%zu of other kinds", kinds->kinds > 0 ? ", " : "", kinds->more);
    }
    if (words.failed) {
        reading->arena->failed = true;
    } else if (words.length > 0) {
        ff_list_note(reading, "not taken as runs: %s", words.data);
    }
    ff_text_free(&words);
}

ff_code ff_list_too_large(const ff_list_reading *reading, int64_t most, ff_error *error) {
    return ff_fail(error, FF_ERR_LIMIT, reading->stream->name, FF_NO_OFFSET,
                   "the list has more than %lld MB, and is not read beyond that",
                   (long long)(most >> 20));
}

ff_code ff_list_too_many(const ff_list_reading *reading, ff_error *error) {
    return ff_fail(error, FF_ERR_LIMIT, reading->stream->name, FF_NO_OFFSET,
                   "the list holds more than 100,000 activities or 1,000 shoes, and is not "
                   "read beyond that");
}

ff_code ff_list_read_all(ff_list_reading *reading, int64_t most, ff_text *text, ff_error *error) {
    char buffer[65536];
    size_t got = 0;
    do {
        if (ff_context_cancelled(reading->context)) {
            return ff_fail(error, FF_ERR_CANCELLED, reading->stream->name, FF_NO_OFFSET,
                           "stopped on request");
        }
        ff_code code = ff_stream_read(reading->stream, buffer, sizeof buffer, &got, error);
        ff_text_add_bytes(text, buffer, got);
        if (code != FF_OK) {
            return code;
        }
        if ((int64_t)text->length > most) {
            return ff_list_too_large(reading, most, error);
        }
    } while (got > 0);
    return ff_text_check(text, error);
}

static int by_activity(const void *a, const void *b) {
    const ff_shoe_link *x = a, *y = b;
    int order = strcmp(x->activity_id, y->activity_id);
    return order != 0 ? order : strcmp(x->shoe, y->shoe);
}

static const ff_shoe_link *link_of(const ff_listing *listing, const char *id) {
    size_t low = 0, high = listing->link_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(listing->links[middle].activity_id, id) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < listing->link_count && strcmp(listing->links[low].activity_id, id) == 0;
    return found ? &listing->links[low] : NULL;
}

/* Takes a word off the front of a name, and the blank behind it; NULL when it is not there. */
static const char *after_word(const char *name, const char *word) {
    if (word == NULL) {
        return name;
    }
    size_t length = strlen(word);
    if (strncmp(name, word, length) != 0) {
        return NULL;
    }
    name += length;
    return *name == '\0' ? name : *name == ' ' ? name + 1 : NULL;
}

/* Whether a run calls the shoe so: by its nickname, by brand and model, or by all three. */
static bool is_called(const ff_listed_shoe *shoe, const char *name) {
    if (shoe->nickname != NULL && strcmp(shoe->nickname, name) == 0) {
        return true;
    }
    const char *rest = after_word(name, shoe->brand);
    const char *nickname = rest;
    rest = rest != NULL ? after_word(rest, shoe->model) : NULL;
    if (rest != NULL && rest != name) {
        return *rest == '\0' || (shoe->nickname != NULL && strcmp(rest, shoe->nickname) == 0);
    }
    return nickname != NULL && nickname != name && shoe->nickname != NULL &&
           strcmp(nickname, shoe->nickname) == 0;
}

/* A list of shoes and the list of activities may name a shoe differently; the runs' name stands. */
static void name_shoes(ff_listing *listing) {
    for (size_t i = 0; i < listing->shoe_count; i++) {
        ff_listed_shoe *shoe = &listing->shoes[i];
        for (size_t k = 0; k < listing->run_count; k++) {
            const char *name = listing->runs[k].run.shoe;
            if (name != NULL && is_called(shoe, name)) {
                shoe->name = name;
                break;
            }
        }
    }
}

void ff_listing_join(ff_listing *listing) {
    if (listing->link_count > 1) {
        qsort(listing->links, listing->link_count, sizeof *listing->links, by_activity);
    }
    for (size_t i = 0; i < listing->run_count; i++) {
        ff_listed_run *run = &listing->runs[i];
        const ff_shoe_link *link =
            run->run.shoe == NULL && run->id != NULL ? link_of(listing, run->id) : NULL;
        if (link != NULL) {
            run->run.shoe = link->shoe;
        }
    }
    name_shoes(listing);
}
