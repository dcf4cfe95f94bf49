/* An import under way: what its parts share.
 *
 * Paths become leaves (files on the disk, members of packs), leaves are read in tasks on any
 * thread, and what was read is written by the one thread that began the import. What cannot be read
 * by itself is held back until its round is over: packs in packs, lists, Apple Health's export and
 * its routes.
 */
#ifndef FOOTFALL_APP_IMPORTING_H
#define FOOTFALL_APP_IMPORTING_H

#include "app/app.h"
#include "app/watch.h"
#include "base/digest.h"
#include "files/import_runs.h"
#include "files/listing.h"
#include "files/pack.h"
#include "journal/known_files.h"
#include "report/import_report.h"

/* A leaf of up to so many bytes is read in a task, a larger one on the writer's thread, one at a
 * time; so that what is in flight stays far below 200 MB. A day at one row a second is 5 MB. */
#define FF_LEAF_MOST_IN_TASK (INT64_C(8) << 20)
/* Leaves begun and not written. */
#define FF_LEAVES_AHEAD 6

/* What is imported: request's paths, under the names that they have below a folder. */
typedef struct ff_import_job {
    const ff_import_request *request;
    const char *below;            /* what every path begins with and no name does; NULL: nothing */
    const ff_watch *watch;        /* NULL: nobody */
} ff_import_job;

typedef struct ff_importing {
    ff_app *app;
    const ff_import_job *job;
    ff_arena *arena; /* of the whole import: paths and outcomes */
    ff_error *error;
    int64_t import_id;
    ff_import_summary summary;
    size_t room;                    /* of summary.files */
    size_t waiting;                 /* files and runs written and not yet kept */
    double waiting_since_s;         /* by the stopwatch, while any wait */
    size_t kept;                    /* of summary.files: those whose lines the journal keeps */
    ff_known_file_list known;       /* from earlier imports */
    size_t leaves_seen;             /* a pack in a pack counts as one until it is opened */
    double bytes_done, bytes_total; /* on the disk, of all paths; for progress */
} ff_importing;

/* A file on the disk or in a pack. */
typedef struct ff_leaf {
    const char *path;          /* its name: "export.zip/activities/1.fit.gz" */
    const char *disk;          /* where it lies; NULL for a member */
    const ff_zip *zip;         /* where it is a member of; NULL: on the disk */
    const ff_member *member;   /* likewise */
    double weight;             /* its share of the bytes on the disk */
    bool route_alone;          /* a route of Apple Health whose export is not there */
    bool said_run;             /* the list of its export calls it a run */
    const char *said_other;    /* what that list calls it that is none ("Ride"); NULL: nothing */
    struct ff_leaf_read *read; /* between its task and its turn */
} ff_leaf;

typedef struct ff_leaf_list {
    ff_leaf *items;
    size_t count;
} ff_leaf_list;

/* What a task found a leaf to be. */
typedef enum ff_leaf_kind {
    FF_LEAF_READ,    /* the line is whole, runs are there */
    FF_LEAF_LARGE,   /* to be read on the writer's thread */
    FF_LEAF_PACK,    /* a zip */
    FF_LEAF_LISTING, /* of an export */
    FF_LEAF_APPLE,   /* Apple Health's export.xml */
    FF_LEAF_ROUTE    /* a GPX written by Apple Health, which may belong to a workout of it */
} ff_leaf_kind;

typedef struct ff_leaf_read {
    ff_arena arena; /* of everything below */
    ff_leaf_kind kind;
    ff_listing_kind listing;
    ff_bytes bytes; /* of a list, in memory or on the disk; to be closed */
    ff_import_file file;
    ff_run_list runs;
    ff_error fatal; /* what ends the import: FF_ERR_MEMORY, FF_ERR_CANCELLED; else FF_OK */
} ff_leaf_read;

/* One list of an export, waiting until all its recordings are in the journal. */
typedef struct ff_list_file {
    ff_import_file line;
    const char *folder;  /* its path up to its last '/', "" when it has none */
    size_t first, count; /* its runs in the export's listing */
    size_t first_note;   /* its notes there, to the next list's */
    size_t first_other;  /* its recordings there that are no runs, to the next list's */
    bool known;          /* these bytes came before */
    bool known_runs;     /* and gave runs */
} ff_list_file;

/* One zip or folder as given: what belongs together. */
typedef struct ff_export {
    ff_arena arena;
    size_t first_file; /* in summary.files */
    ff_listing listing;
    ff_list_file *lists;
    size_t list_count, list_room;
} ff_export;

/* ---- import.c ---- */

/* ff_app_import, for a job. */
ff_code ff_import_do(ff_app *app, const ff_import_job *job, ff_reply *reply, ff_error *error);

/* ---- import_leaves.c: packs to leaves ---- */

/* The members of an open zip, in the arena; weight: of the whole zip. */
ff_code ff_leaves_of_zip(ff_arena *arena, const char *path, const ff_zip *zip, double weight,
                         ff_leaf_list *leaves, ff_error *error);

/* ---- import_read.c: a leaf to its runs, on any thread ---- */

/* Reads leaf into *read (zeroed; its arena is made here and freed by the caller, after an error
 * too). alone: nothing else is being read, so that it may be large. */
void ff_leaf_read_runs(const ff_importing *w, const ff_leaf *leaf, bool alone, ff_leaf_read *read);

void ff_leaf_read_free(const ff_importing *w, ff_leaf_read *read); /* from the heap; NULL is fine */

/* The bytes of a leaf without the whole of it in memory; to be closed. */
ff_code ff_leaf_bytes(const ff_context *context, const ff_leaf *leaf, ff_bytes *bytes,
                      ff_error *error);

/* ---- import_store.c: the one writer ---- */

/* Stores a file's line and runs, and adds it to the summary. */
ff_code ff_importing_store(ff_importing *w, const ff_import_file *file, const ff_run_list *runs);

/* Stores a file without runs whose outcome is known by words. */
ff_code ff_importing_store_words(ff_importing *w, const char *path, int64_t size,
                                 ff_outcome outcome, const ff_error *why);

/* A file whose runs come one by one. */
ff_code ff_importing_begin_file(ff_importing *w, const ff_import_file *file, int64_t *file_id);
ff_code ff_importing_put_run(ff_importing *w, int64_t file_id, size_t index, const ff_run *run,
                             int64_t belongs_to);
ff_code ff_importing_end_file(ff_importing *w, int64_t file_id, const ff_import_file *file);

/* A shoe that a list tells of. */
ff_code ff_importing_put_shoe(ff_importing *w, const ff_listed_shoe *shoe);

/* Keeps what waits; after an error nothing of it is kept. */
ff_code ff_importing_settle(ff_importing *w, ff_error *error);

/* ---- import_round.c: leaves read and written ---- */

ff_code ff_importing_leaves(ff_importing *w, ff_export *export, ff_leaf_list *leaves);
/* All that is in a zip, whose bytes are open; leaf: on the disk, or in another zip. */
ff_code ff_importing_zip(ff_importing *w, ff_export *export, ff_bytes *bytes, const ff_leaf *leaf);
/* Tells progress, and rests when it is time, what waits being kept first; FF_ERR_CANCELLED when the
 * import is to stop. */
ff_code ff_importing_step(ff_importing *w, const char *item);

/* ---- import_apple.c ---- */

/* Streams Apple Health's export; around are the leaves it may refer to. *whole: it was read to its
 * end. */
ff_code ff_importing_apple(ff_importing *w, const ff_leaf *leaf, const ff_leaf_list *around,
                           bool *whole);

/* ---- import_listing.c ---- */

/* Reads a list into the export's listing. */
ff_code ff_importing_hold_list(ff_importing *w, ff_export *export, ff_leaf_read *read);
/* Tells the leaves what the lists that were read call them. */
ff_code ff_importing_heed_lists(ff_importing *w, const ff_export *export, ff_leaf_list *leaves);
/* Stores all lists of the export. */
ff_code ff_importing_lists(ff_importing *w, ff_export *export);

#endif
