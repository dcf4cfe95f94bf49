#include "files/track.h"

#include "files/track_parts.h"

#include <math.h>
#include <string.h>

#define FIRST_ROWS 1024u

void ff_track_row_init(ff_track_row *row) {
    row->at_s = NAN;
    row->after_gap = false;
    for (size_t i = 0; i < FF_CHANNEL_COUNT; i++) {
        row->value[i] = NAN;
    }
}

void ff_track_facts_init(ff_track_facts *facts) {
    ff_run nothing;
    ff_run_init(&nothing);
    *facts = (ff_track_facts){.start_at_s = NAN, .figures = nothing.figures};
}

ff_code ff_track_new(const ff_allocator *allocator, ff_track **track, ff_error *error) {
    *track = allocator->allocate(allocator->user, sizeof **track);
    if (*track == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    memset(*track, 0, sizeof **track);
    (*track)->allocator = allocator;
    return FF_OK;
}

static void release_all(ff_track *track) {
    const ff_allocator *a = track->allocator;
    a->release(a->user, track->time);
    a->release(a->user, track->after_gap);
    for (size_t i = 0; i < FF_CHANNEL_COUNT; i++) {
        a->release(a->user, track->column[i]);
    }
    a->release(a->user, track->laps);
    a->release(a->user, track->pauses);
}

void ff_track_clear(ff_track *track) {
    const ff_allocator *allocator = track->allocator;
    release_all(track);
    memset(track, 0, sizeof *track);
    track->allocator = allocator;
}

void ff_track_free(ff_track *track) {
    if (track != NULL) {
        const ff_allocator *a = track->allocator;
        release_all(track);
        a->release(a->user, track);
    }
}

size_t ff_track_rows(const ff_track *track) {
    return track->rows;
}

size_t ff_track_timeless(const ff_track *track) {
    return track->timeless;
}

size_t ff_track_laps(const ff_track *track) {
    return track->lap_count;
}

bool ff_track_has(const ff_track *track, ff_channel channel) {
    return track->column[channel] != NULL;
}

double ff_track_last_at(const ff_track *track) {
    return track->rows > 0 ? track->time[track->rows - 1] : NAN;
}

static ff_code out_of_memory(ff_error *error) {
    return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory for the recording");
}

/* block NULL: a new one. Items of size; the block may move. */
static ff_code resize(const ff_allocator *a, void **block, size_t count, size_t wanted, size_t size,
                      ff_error *error) {
    void *moved = *block == NULL ? a->allocate(a->user, wanted * size)
                                 : a->resize(a->user, *block, count * size, wanted * size);
    if (moved == NULL) {
        return out_of_memory(error);
    }
    *block = moved;
    return FF_OK;
}

static ff_code grow_column(ff_track *track, double **column, size_t wanted, ff_error *error) {
    void *block = *column;
    ff_code code =
        resize(track->allocator, &block, track->capacity, wanted, sizeof **column, error);
    *column = block;
    return code;
}

static ff_code grow_rows(ff_track *track, ff_error *error) {
    if (track->rows >= FF_TRACK_MOST_ROWS) {
        return ff_fail(error, FF_ERR_LIMIT, NULL, FF_NO_OFFSET,
                       "holds more than %u rows in one recording", FF_TRACK_MOST_ROWS);
    }
    size_t wanted = track->capacity > 0 ? track->capacity * 2 : FIRST_ROWS;
    ff_code code = grow_column(track, &track->time, wanted, error);
    void *gaps = track->after_gap;
    if (code == FF_OK) {
        code = resize(track->allocator, &gaps, track->capacity, wanted, sizeof *track->after_gap,
                      error);
        track->after_gap = gaps;
    }
    for (size_t i = 0; code == FF_OK && i < FF_CHANNEL_COUNT; i++) {
        if (track->column[i] != NULL) {
            code = grow_column(track, &track->column[i], wanted, error);
        }
    }
    if (code == FF_OK) {
        track->capacity = wanted;
    }
    return code;
}

/* The columns of the channels that this row is the first to tell. */
static ff_code make_columns(ff_track *track, const ff_track_row *row, ff_error *error) {
    for (size_t c = 0; c < FF_CHANNEL_COUNT; c++) {
        if (isnan(row->value[c]) || track->column[c] != NULL) {
            continue;
        }
        ff_code code = grow_column(track, &track->column[c], track->capacity, error);
        if (code != FF_OK) {
            return code;
        }
        double *column = track->column[c];
        for (size_t i = 0; column != NULL && i < track->rows; i++) {
            column[i] = NAN;
        }
    }
    return FF_OK;
}

/* Half a position is none, and none is where the equator meets Greenwich. */
static bool has_position(const ff_track_row *row) {
    double latitude = row->value[FF_LATITUDE], longitude = row->value[FF_LONGITUDE];
    return !isnan(latitude) && !isnan(longitude) && !(latitude == 0 && longitude == 0);
}

static bool is_empty(const ff_track_row *row) {
    for (size_t c = 0; c < FF_CHANNEL_COUNT; c++) {
        if (!isnan(row->value[c])) {
            return false;
        }
    }
    return true;
}

/* The first row at or after a time. */
static size_t row_at(const ff_track *track, double time) {
    size_t low = 0, high = track->rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (track->time[middle] < time) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool same_row(const ff_track *track, size_t row, const ff_track_row *told) {
    for (size_t c = 0; c < FF_CHANNEL_COUNT; c++) {
        double was = track->column[c] != NULL ? track->column[c][row] : NAN;
        if (!(was == told->value[c] || (isnan(was) && isnan(told->value[c])))) {
            return false;
        }
    }
    return true;
}

/* No more rows of one time are looked at: a hostile file may hold a million. */
#define MOST_OF_ONE_TIME 16u

/* Some programs write a stretch of the track again, in the next lap or behind the whole: the same
 * values at the same times, which no clock that was set back makes. */
static bool was_told(const ff_track *track, const ff_track_row *row) {
    bool again = row->at_s < track->clock.last_raw ||
                 (row->at_s == track->clock.last_raw && track->telling_again);
    if (track->clock.set > 0 || track->rows == 0 || !again) {
        return false;
    }
    size_t first = row_at(track, row->at_s);
    for (size_t i = first; i < track->rows && i - first < MOST_OF_ONE_TIME; i++) {
        if (track->time[i] == row->at_s && same_row(track, i, row)) {
            return true;
        }
    }
    return false;
}

ff_code ff_track_add_row(ff_track *track, const ff_track_row *row, ff_error *error) {
    ff_track_row kept = *row;
    if (isnan(row->at_s)) {
        track->timeless++;
        return FF_OK;
    }
    if (!has_position(row)) {
        kept.value[FF_LATITUDE] = kept.value[FF_LONGITUDE] = NAN;
    }
    if (is_empty(&kept)) {
        track->empty++;
        return FF_OK;
    }
    track->telling_again = was_told(track, &kept);
    if (track->telling_again) {
        track->told_twice++;
        return FF_OK;
    }
    ff_code code = track->rows == track->capacity ? grow_rows(track, error) : FF_OK;
    code = code == FF_OK ? make_columns(track, &kept, error) : code;
    if (code != FF_OK) {
        return code;
    }
    for (size_t c = 0; c < FF_CHANNEL_COUNT; c++) {
        if (track->column[c] != NULL) {
            track->column[c][track->rows] = kept.value[c];
        }
    }
    if (row->after_gap) {
        ff_clock_resume(&track->clock, row->at_s);
    }
    track->time[track->rows] = ff_clock_time(&track->clock, row->at_s);
    track->after_gap[track->rows++] = row->after_gap;
    return FF_OK;
}

/* A list of so many items of size, with room for one more. */
static ff_code make_room(const ff_track *track, void **items, size_t count, size_t *capacity,
                         size_t size, ff_error *error) {
    if (count < *capacity) {
        return FF_OK;
    }
    size_t wanted = *capacity > 0 ? *capacity * 2 : 16;
    ff_code code = resize(track->allocator, items, *capacity, wanted, size, error);
    *capacity = code == FF_OK ? wanted : *capacity;
    return code;
}

ff_code ff_track_add_lap(ff_track *track, const ff_track_lap *lap, ff_error *error) {
    if (track->lap_count >= FF_TRACK_MOST_LAPS) {
        return ff_fail(error, FF_ERR_LIMIT, NULL, FF_NO_OFFSET,
                       "holds more than %u laps in one recording", FF_TRACK_MOST_LAPS);
    }
    void *items = track->laps;
    ff_code code = make_room(track, &items, track->lap_count, &track->lap_capacity,
                             sizeof *track->laps, error);
    track->laps = items;
    if (code == FF_OK) {
        track->laps[track->lap_count++] =
            (ff_track_lap_kept){.told = *lap, .first_row = track->rows};
    }
    return code;
}

ff_track_lap *ff_track_last_lap(ff_track *track) {
    return track->lap_count > 0 ? &track->laps[track->lap_count - 1].told : NULL;
}

ff_code ff_track_add_pause(ff_track *track, double from_at_s, double to_at_s, ff_error *error) {
    if (track->pause_count >= FF_TRACK_MOST_PAUSES) {
        return ff_fail(error, FF_ERR_LIMIT, NULL, FF_NO_OFFSET,
                       "holds more than %u pauses in one recording", FF_TRACK_MOST_PAUSES);
    }
    void *items = track->pauses;
    ff_code code = make_room(track, &items, track->pause_count, &track->pause_capacity,
                             sizeof *track->pauses, error);
    track->pauses = items;
    if (code == FF_OK) {
        track->pauses[track->pause_count++] = (ff_pause){.start_s = from_at_s + track->clock.shift,
                                                         .end_s = to_at_s + track->clock.shift};
    }
    return code;
}
