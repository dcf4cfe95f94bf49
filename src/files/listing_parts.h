/* What the readers of lists share. */
#ifndef FOOTFALL_FILES_LISTING_PARTS_H
#define FOOTFALL_FILES_LISTING_PARTS_H

#include "files/listing.h"

#include <footfall/text.h>

/* A list that is being read. */
typedef struct ff_list_reading {
    const ff_context *context;
    ff_stream *stream;
    ff_arena *arena; /* takes what is found */
    ff_listing *listing;
    size_t damaged;      /* lines */
    size_t damaged_line; /* the first of them, from 1 */
    const char *damage;  /* what is wrong with it; static */
    bool given_up;       /* too many */
} ff_list_reading;

typedef ff_code ff_list_reader(ff_list_reading *reading, ff_error *error);
ff_list_reader ff_strava_read_activities, ff_strava_read_shoes;
ff_list_reader ff_garmin_read_activities, ff_garmin_read_gear;

/* True when the first bytes are those of that list. */
bool ff_strava_is_activities(const char *head, size_t count);
bool ff_strava_is_shoes(const char *head, size_t count);
bool ff_garmin_is_activities(const char *head, size_t count);
bool ff_garmin_is_gear(const char *head, size_t count);

/* Counts a damaged line. False once there are too many: the reading ends. */
bool ff_list_damage(ff_list_reading *reading, size_t line, const char *damage);

/* Each adds a zeroed item (a run by ff_run_init) and returns it, NULL when memory is gone. */
ff_listed_run *ff_list_add_run(ff_list_reading *reading);
ff_listed_shoe *ff_list_add_shoe(ff_list_reading *reading);
ff_shoe_link *ff_list_add_link(ff_list_reading *reading);
ff_listed_other *ff_list_add_other_file(ff_list_reading *reading);

/* A remark on the list, which its name is put before. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void ff_list_note(ff_list_reading *reading, const char *format, ...);

/* Text for people: NULL when there is only white space; bytes that are not UTF-8 are taken as
 * Latin-1, control characters but line ends and tabs are left out. */
const char *ff_list_text(ff_arena *arena, const char *text);

/* What goes for every run of a list, once its figures are filled in: figures out of any sense
 * become absent, and those that follow from others are worked out. */
void ff_list_finish_run(ff_run *run);

/* The activities of a list that are no runs, by their type. */
#define FF_LIST_KINDS 12
typedef struct ff_list_kinds {
    const char *name[FF_LIST_KINDS]; /* in the arena */
    size_t count[FF_LIST_KINDS];
    size_t kinds;
    size_t more; /* of further kinds */
} ff_list_kinds;

void ff_list_count_other(ff_list_reading *reading, ff_list_kinds *kinds, const char *type);

/* Says which were not taken as runs. */
void ff_list_note_others(ff_list_reading *reading, const ff_list_kinds *kinds);

/* The whole stream in memory of the context's allocator, with a NUL behind it. FF_ERR_LIMIT beyond
 * so many bytes. */
ff_code ff_list_read_all(ff_list_reading *reading, int64_t most, ff_text *text, ff_error *error);

/* FF_ERR_LIMIT, in words. */
ff_code ff_list_too_large(const ff_list_reading *reading, int64_t most, ff_error *error);
ff_code ff_list_too_many(const ff_list_reading *reading, ff_error *error);

#endif
