/* An import: what became of every file that was given. */
#ifndef FOOTFALL_IMPORT_H
#define FOOTFALL_IMPORT_H

#include <footfall/error.h>

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ff_outcome {
    FF_OUTCOME_IMPORTED,  /* at least one run of it was new */
    FF_OUTCOME_DAMAGED,   /* likewise, but the file is damaged: kept as far as it was readable */
    FF_OUTCOME_DUPLICATE, /* every run of it was known already */
    FF_OUTCOME_NOT_A_RUN, /* readable, and holds no run */
    FF_OUTCOME_FAILED     /* could not be read */
} ff_outcome;

const char *
ff_outcome_name(ff_outcome outcome); /* "imported", "damaged", "duplicate", "not_a_run", "failed" */
int ff_outcome_of_name(const char *name); /* the outcome, or -1 */

/* What became of one run of a file. */
typedef enum ff_import_how {
    FF_IMPORT_NEW,
    FF_IMPORT_SAME_FILE, /* these very bytes were imported before */
    FF_IMPORT_SAME_RUN,  /* the run was known from another file: a copy, or a second export */
    FF_IMPORT_COMPLETED, /* the run was known from a damaged copy; this one now leads */
    FF_IMPORT_JOINED     /* a further recording of a run that was known: from another device's app,
                            another format, a list */
} ff_import_how;

/* "new", "same_file", "same_run", "completed", "joined" */
const char *ff_import_how_name(ff_import_how how);
int ff_import_how_of_name(const char *name); /* that, or -1 */

typedef struct ff_import_run {
    int64_t run_id; /* the new run, or the one that was known already */
    ff_import_how how;
    const char *why; /* plain words why it is one with the run that was known: "same start, 10.02 km
                        and 10.01 km, tracks 4 m apart"; of a new run, why it may be one with
                        another and was not joined; NULL: nothing to say */
} ff_import_run;

typedef struct ff_import_file {
    int64_t id;         /* in the log; 0 when not stored */
    int64_t import_id;  /* the import it was part of */
    const char *path;   /* as it was given or found */
    int64_t size;       /* bytes; -1 when not known */
    const char *sha256; /* 64 hex digits; NULL when it could not be read */
    ff_outcome outcome;
    ff_code code; /* what is wrong with it; FF_OK: nothing */
    const char
        *message;   /* plain words: the error's message, "a bicycle ride"; NULL: nothing to say */
    int64_t offset; /* the byte the error is at, or FF_NO_OFFSET */
    ff_import_run *runs; /* one a run of the file, in its order */
    size_t run_count;
} ff_import_file;

typedef struct ff_import_file_list {
    ff_import_file *items;
    size_t count;
} ff_import_file_list;

/* One call of the import command. */
typedef struct ff_import {
    int64_t id;
    int64_t started_at_s; /* UTC seconds */
    int64_t ended_at_s;   /* 0: it was broken off, or is still going on */
} ff_import;

typedef struct ff_import_list {
    ff_import *items;
    size_t count;
} ff_import_list;

#ifdef __cplusplus
}
#endif

#endif
