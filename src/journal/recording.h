/* Inside the journal: recordings, how they become runs, and how runs are joined and parted. */
#ifndef FOOTFALL_JOURNAL_RECORDING_H
#define FOOTFALL_JOURNAL_RECORDING_H

#include "journal/run_columns.h"
#include "journal/store.h"

#include <footfall/same_run.h>

/* A row of the table recording, without its series. */
typedef struct ff_member {
    int64_t id;      /* 0: not stored yet */
    int64_t run_id;  /* the run it was put with */
    int64_t root_id; /* the one that this is shown as */
    int64_t founded; /* the run it was the first of; 0: none */
    int64_t joined_to;
    bool named; /* a list named its file: the rule has nothing to say */
    bool damaged;
    const char *sha256;
    int64_t file_index;
    size_t rows; /* of its series */
    ff_run run;  /* its figures, device and texts; its track once it was asked for */
    bool has_track;
    const char *joined_why;
} ff_member;

typedef struct ff_member_list {
    ff_member *items;
    size_t count;
} ff_member_list;

/* The recordings that a condition on the table recording names, with one or two numbers bound to
 * it; where is a literal. */
ff_code ff_store_get_members(ff_journal *journal, ff_arena *arena, const char *text,
                             const int64_t *numbers, size_t number_count, ff_member_list *list,
                             ff_error *error);
/* What text begins with. */
#define FF_SELECT_MEMBERS                                                                          \
    "SELECT " FF_RUN_COLUMNS ", recording.id, run_id, founded, joined_to,"                         \
    " joined_by IS 'list', file_damaged, file_sha256, file_index, shoe, joined_why FROM recording"

/* Whether a leads b: what has a series, is whole, is of the better format, is a watch's own, has
 * more of it; then, so that the order of an import makes no difference, by what they hold. For
 * qsort: negative when a does. */
int ff_member_order(const ff_member *a, const ff_member *b);

/* ---- storing (put_recording.c) ---- */

/* Stores the recording with its laps, pauses, notes and series; member gives its run, file, and how
 * it was joined, and gets its id. */
ff_code ff_store_put_recording(ff_journal *journal, const ff_run *run, ff_member *member,
                               ff_error *error);

/* Binds what FF_RUN_PARAMETERS stands for. */
void ff_store_bind_run(ff_sql *sql, const ff_run *run, size_t rows);

/* A run without recordings yet, to be derived. */
ff_code ff_store_new_run(ff_journal *journal, const ff_run *like, int64_t *run_id, ff_error *error);

/* ---- what a run is by its recordings (derive.c) ---- */

/* Puts together the figures, texts and the leader of a run that is shown. */
ff_code ff_store_derive(ff_journal *journal, int64_t root_id, ff_error *error);

/* ---- which recordings are one run (join.c) ---- */

/* Stores the recording where the rule says, and moves others where they now belong. belongs_to: the
 * run it is told to be of; 0: not told. */
ff_code ff_store_join(ff_journal *journal, ff_arena *arena, const ff_run *run,
                      const ff_member *file, int64_t belongs_to, ff_import_run *put,
                      ff_error *error);

/* How two recordings lie to each other, damaged copies and what the runner took apart too. Loads
 * their tracks when that takes them. Works in the arena. */
typedef struct ff_joining {
    ff_journal *journal;
    ff_arena *arena;
    ff_error *error;
} ff_joining;
ff_code ff_store_compare(const ff_joining *joining, ff_member *a, ff_member *b,
                         ff_same_run *result);

/* Joins the run to another, or (into 0) lets it stand for itself again. */
ff_code ff_store_set_joined(ff_journal *journal, int64_t run_id, int64_t into, const char *by,
                            const char *why, ff_error *error);
/* Makes root_id follow joined_into everywhere. */
ff_code ff_store_follow(ff_journal *journal, ff_error *error);

/* Moves a stored recording to another run. joined_to 0: it stands first there. */
ff_code ff_store_move(ff_journal *journal, int64_t recording, int64_t run_id, int64_t joined_to,
                      const char *why, ff_error *error);

/* Notes that the stored recording is the first of the run. */
ff_code ff_store_set_founded(ff_journal *journal, int64_t recording, int64_t run_id,
                             ff_error *error);

/* ---- reading a run (runs.c) ---- */

/* The columns of FF_RUN_COLUMNS from the row at hand. */
void ff_store_get_run(ff_sql *sql, ff_arena *arena, ff_run *run);

/* The times and positions of a recording. */
ff_code ff_store_get_track(ff_journal *journal, ff_arena *arena, int64_t recording,
                           ff_series *series, ff_error *error);

#endif
