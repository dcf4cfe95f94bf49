/* One FIT file's messages, gathered: columns of records, and the sessions, laps and timer events
 * that cut them into runs. Times are FIT times in seconds, with jumps of the watch's clock taken
 * out, so that the rows' times never fall.
 */
#ifndef FOOTFALL_FILES_FIT_ACTIVITY_H
#define FOOTFALL_FILES_FIT_ACTIVITY_H

#include "files/clock.h"
#include "files/fit_dynamics.h"
#include "files/fit_gear.h"
#include "files/fit_profile.h"

/* More than this in one file, and it is refused (FF_ERR_LIMIT). Rows: twelve days at one a second;
 * the others: far beyond any race, and small enough that what is worked out for each session from
 * all laps and events stays quick. */
#define FF_FIT_MOST_ROWS     1048576u
#define FF_FIT_MOST_LAPS     65536u
#define FF_FIT_MOST_EVENTS   262144u
#define FF_FIT_MOST_SESSIONS 512u
#define FF_FIT_MOST_MARKS    8192u

/* A position that is known no better than this is none. */
#define FF_FIT_WORST_ACCURACY_M 100.0

/* The longest time that the format can state: 2^32 milliseconds, 49 days. */
#define FF_FIT_LONGEST_S 4294967.296

typedef struct ff_fit_session {
    double start;                            /* as in the file, jumps of the clock not taken out */
    double elapsed, timer, moving, distance; /* NAN when absent, all of these */
    double ascent, descent, speed, heart_rate, power, temperature;
    double
        cadence; /* as the file has it, with its fraction: one foot's when the sport is running */
    double stance_time, vertical_oscillation, step_length, balance, vertical_ratio;
    double feel, effort;                                     /* raw */
    double training_effect, anaerobic_effect, training_load; /* as the watch reckons them */
    double cycles;                                           /* strides, as a rule */
    double first_lap, lap_count; /* where it begins in the list of laps */
    uint32_t sport, sub_sport;   /* FF_FIT_NO_NUMBER when absent */
    char profile[33];            /* what the runner calls the watch's profile; may be empty */
} ff_fit_session;

typedef struct ff_fit_lap {
    double start, elapsed, timer, distance;
    uint32_t trigger, sport;
} ff_fit_lap;

/* A moment that the runner marked otherwise than by a lap. */
typedef struct ff_fit_mark {
    double time;
} ff_fit_mark;

typedef struct ff_fit_timer_event {
    double time;
    bool running;   /* from here on */
    bool by_itself; /* nobody pressed: the watch saw that one stood */
} ff_fit_timer_event;

#define FF_FIT_NO_NUMBER 0xFFFFFFFFu

/* The watch, as file_id, file_creator and the creator's device_info say. */
typedef struct ff_fit_creator {
    uint32_t maker, product, serial; /* FF_FIT_NO_NUMBER when absent */
    double software;                 /* version, 7.1; NAN when absent */
    char name[65];                   /* the maker's own name of the product; may be empty */
} ff_fit_creator;

/* What was odd, counted. */
typedef struct ff_fit_oddities {
    size_t empty_rows;      /* records that said nothing, left out */
    size_t timeless_rows;   /* records with figures but no time, left out */
    size_t vague_positions; /* known no better than FF_FIT_WORST_ACCURACY_M, left out */
    size_t nameless;        /* values of developer fields of running sensors without a name */
    bool relative;          /* the watch did not know the date when it began */
    bool senseless_offset;  /* its local time is none */
} ff_fit_oddities;

/* What records of one shape put into the columns, worked out at the first of them. Kept for one
 * local type each. */
typedef struct ff_fit_row_plan {
    uint64_t shape; /* 0: not made yet */
    uint8_t native_count, developer_count;
    bool cadence, position;
    struct {
        uint8_t field, channel;
    } native[24];
    struct {
        uint8_t place; /* in the message's developer fields */
        ff_fit_dynamic dynamic;
    } developer[255];
} ff_fit_row_plan;

typedef struct ff_fit_activity {
    const ff_allocator *allocator;
    ff_fit_profile profile;
    ff_fit_values values; /* of the message at hand */

    size_t rows, capacity;
    size_t expected_rows; /* a guess that saves growing; 0: none */
    double *time;
    double *column[FF_CHANNEL_COUNT]; /* NULL until the first value; cadence as in the file */
    size_t filled[FF_CHANNEL_COUNT];  /* rows of the column that were written; what is missing up
                                         to the last row is filled with NAN at the end */

    ff_fit_session *sessions;
    size_t session_count, session_capacity;
    ff_fit_lap *laps;
    size_t lap_count, lap_capacity;
    ff_fit_timer_event *events;
    size_t event_count, event_capacity;
    ff_fit_mark *marks;
    size_t mark_count, mark_capacity;

    uint32_t file_type;        /* FF_FIT_NO_NUMBER when absent */
    uint32_t sport, sub_sport; /* of the sport message, or of a record's activity type */
    bool many_sports;          /* several sport messages that differ */
    double created;            /* file_id, NAN when absent */
    double local_offset;       /* local time minus UTC, NAN when absent or senseless */
    double activity_end;       /* of the activity message */
    ff_fit_creator creator;
    ff_fit_oddities odd;

    bool row_says; /* something was put into the row at hand */
    ff_clock clock;
    ff_fit_row_plan plan[16];
    ff_fit_gear gear;
} ff_fit_activity;

void ff_fit_activity_init(ff_fit_activity *activity, const ff_allocator *allocator);
void ff_fit_activity_free(ff_fit_activity *activity);

/* Takes one message in. FF_ERR_MEMORY, FF_ERR_LIMIT. */
ff_code ff_fit_activity_take(ff_fit_activity *activity, const ff_fit_message *message,
                             ff_error *error);

/* To be called after the last message: every column then has a value or NAN for every row. */
void ff_fit_activity_finish(ff_fit_activity *activity);

#endif
