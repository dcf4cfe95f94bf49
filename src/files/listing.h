/* What an export says about its runs beside their recordings: Strava's activities.csv and
 * shoes.csv, Garmin's summarizedActivities and gear.
 *
 * A line of a list is a run without a series: it has the figures, the title, the comment, the shoe
 * and the effort that the runner gave. The journal joins it to the recording of the same run, or
 * keeps it as a run of its own where there is none.
 */
#ifndef FOOTFALL_FILES_LISTING_H
#define FOOTFALL_FILES_LISTING_H

#include "base/arena.h"
#include "files/stream.h"

#include <footfall/run.h>

/* What kind of list a text is, by its content (not by its name, which is translated). */
typedef enum ff_listing_kind {
    FF_LISTING_NONE,
    FF_LISTING_STRAVA_ACTIVITIES,
    FF_LISTING_STRAVA_SHOES,
    FF_LISTING_GARMIN_ACTIVITIES,
    FF_LISTING_GARMIN_GEAR
} ff_listing_kind;

/* head: the first bytes of the file (16 KB, or all of a shorter one). */
ff_listing_kind ff_listing_recognise(const uint8_t *head, size_t count);

typedef struct ff_listed_shoe {
    const char *name;                     /* as runs name it, once the lists were joined */
    const char *brand, *model, *nickname; /* what the list tells of it; NULL where it does not */
    int64_t retired_at_s;                 /* UTC seconds; 0: in use, or not told */
    bool retired;
} ff_listed_shoe;

typedef struct ff_listed_run {
    ff_run run;       /* series.rows 0; title, comment, shoe as told */
    const char *file; /* the recording in the export, as the list names it; NULL: none, or not
                         told */
    const char *id;   /* the export's own id of the activity */
} ff_listed_run;

/* A recording of the export that the list calls a ride, a walk or another sport. */
typedef struct ff_listed_other {
    const char *file;
    const char *type; /* as the list calls it: "Ride", "Radfahrt" */
} ff_listed_other;

/* The shoe of an activity, where a list of shoes tells it (Garmin's gear). */
typedef struct ff_shoe_link {
    const char *activity_id;
    const char *shoe;
} ff_shoe_link;

/* All of it in the arena. Zeroed before the first list is read. */
typedef struct ff_listing {
    ff_listed_run *runs;
    size_t run_count;
    ff_listed_shoe *shoes;
    size_t shoe_count;
    ff_shoe_link *links;
    size_t link_count;
    ff_listed_other *other_files; /* of those that are no runs the ones that name a file, and whose
                                     sport is known to be another */
    size_t other_file_count;
    size_t others;      /* activities that are no runs: rides, swims */
    const char **notes; /* what a reader of the list should know, in plain words: how its dates
                           were read, which activities were not taken as runs */
    size_t note_count;
} ff_listing;

/* More is not read, with FF_ERR_LIMIT. Strava's list is held as a whole, for what its columns mean
 * shows only in all of them; 10,000 activities take 10 MB. Garmin's is not, and needs room: it says
 * up to 50 KB of an activity. */
#define FF_LISTING_MOST_BYTES      (INT64_C(64) << 20)
#define FF_LISTING_MOST_STREAMED   (INT64_C(1) << 30)
#define FF_LISTING_MOST_ACTIVITIES 100000u /* in one list: 27 a day for ten years */
#define FF_LISTING_MOST_SHOES      1000u
/* A list of shoes is small, and takes up to 40 times as much memory while it is read. */
#define FF_LISTING_MOST_GEAR_BYTES (INT64_C(8) << 20)
/* So many damaged lines, and the rest of the list is left out. */
#define FF_LISTING_MOST_DAMAGED 1000u

/* Adds what a list says to *listing. FF_ERR_DAMAGED counts the damaged lines and names the first;
 * all others stand in *listing. After another error of the file (FF_ERR_LIMIT, FF_ERR_TRUNCATED and
 * the like) what came before stands. */
ff_code ff_listing_read(const ff_context *context, ff_listing_kind kind, ff_stream *stream,
                        ff_arena *arena, ff_listing *listing, ff_error *error);

/* Once all lists of an export were read: gives each run the shoe its links tell, and each shoe the
 * name that runs call it. */
void ff_listing_join(ff_listing *listing);

#endif
