/* Which column of Strava's activities.csv holds what.
 *
 * The list has had 10 columns (2018) to over 100, its header is written in the language of the
 * account, and the names of its two blocks repeat: the first block is for display, in the
 * account's units, the second in SI units. English headers are read by name. All others by
 * position: the first columns have always been the same, the file's name is told by what stands in
 * it, and the second block begins where the names of the first repeat and has never changed its
 * order.
 */
#ifndef FOOTFALL_FILES_STRAVA_COLUMNS_H
#define FOOTFALL_FILES_STRAVA_COLUMNS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* identifier, English name, which of the columns of that name (from 1), place in the second
 * block counted from its first column (-1: not in it) */
#define FF_STRAVA_COLUMN_LIST(X)                                                                   \
    X(ID, "Activity ID", 1, -1)                                                                    \
    X(DATE, "Activity Date", 1, -1)                                                                \
    X(NAME, "Activity Name", 1, -1)                                                                \
    X(TYPE, "Activity Type", 1, -1)                                                                \
    X(DESCRIPTION, "Activity Description", 1, -1)                                                  \
    X(SHOWN_ELAPSED, "Elapsed Time", 1, -1)                                                        \
    X(SHOWN_DISTANCE, "Distance", 1, -1)                                                           \
    X(NOTE, "Activity Private Note", 1, -1)                                                        \
    X(GEAR, "Activity Gear", 1, -1)                                                                \
    X(RECORDING, "Filename", 1, -1)                                                                \
    X(ELAPSED, "Elapsed Time", 2, 0)                                                               \
    X(MOVING, "Moving Time", 1, 1)                                                                 \
    X(DISTANCE, "Distance", 2, 2)                                                                  \
    X(SPEED, "Average Speed", 1, 4)                                                                \
    X(ASCENT, "Elevation Gain", 1, 5)                                                              \
    X(DESCENT, "Elevation Loss", 1, 6)                                                             \
    X(CADENCE, "Average Cadence", 1, 14)                                                           \
    X(HEART_RATE, "Average Heart Rate", 1, 16)                                                     \
    X(POWER, "Average Watts", 1, 18)                                                               \
    X(TEMPERATURE, "Average Temperature", 1, 21)                                                   \
    X(EFFORT, "Perceived Exertion", 1, 28)                                                         \
    X(WEATHER, "Weather Temperature", 1, 41)                                                       \
    X(TIMER, "Timer Time", 1, -1)

#define FF_STRAVA_COLUMN_ENUM(id, name, which, place) FF_STRAVA_##id,
typedef enum ff_strava_column {
    FF_STRAVA_COLUMN_LIST(FF_STRAVA_COLUMN_ENUM) FF_STRAVA_COLUMNS
} ff_strava_column;
#undef FF_STRAVA_COLUMN_ENUM

typedef struct ff_strava_layout {
    int at[FF_STRAVA_COLUMNS]; /* -1: there is none */
    bool english;
} ff_strava_layout;

/* One record kept: its fields one behind the other, each with a NUL. */
typedef struct ff_kept_row {
    size_t line;
    const char *fields; /* as many as the header has */
} ff_kept_row;

typedef struct ff_kept_list {
    const char *const *header;
    size_t columns;
    const ff_kept_row *rows;
    size_t count;
} ff_kept_list;

/* field of a row, "" where index is -1. */
const char *ff_kept_field(const ff_kept_row *row, int index);

/* True when a header, in any language, can be that of activities.csv: an English one, or one whose
 * first block's names repeat. */
bool ff_strava_header(const char *const *names, size_t count);

/* True for "activities/1.fit.gz". */
bool ff_strava_is_file(const char *field);

ff_strava_layout ff_strava_find_columns(const ff_kept_list *list);

#endif
