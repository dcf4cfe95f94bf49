/* What a page brings in: files are received in pieces into a private folder beside the journal, then
 * read a slice at a time. Runs are imported together, by the code of `footfall import`; a copy of a
 * journal is looked into, and put back when the runner said yes. One at a time. */
#ifndef FOOTFALL_APP_INCOMING_H
#define FOOTFALL_APP_INCOMING_H

#include "app/app.h"

/* A name may have so many bytes, a drop so many files. */
#define FF_INCOMING_NAME_MOST  1000
#define FF_INCOMING_FILES_MOST 1000000
/* An export of 20,000 runs, a row a second. */
#define FF_INCOMING_COPY_MOST (INT64_C(8) << 30)

typedef enum ff_incoming_kind { FF_INCOMING_RUNS, FF_INCOMING_COPY } ff_incoming_kind;

/* A piece of a file, or the whole of it. */
typedef struct ff_incoming_piece {
    const char *name; /* below what was dropped: "EXPORT/activities/1.fit.gz" */
    int64_t at, size; /* where it begins, of how many bytes in all */
    const void *data;
    size_t length;
} ff_incoming_piece;

/* Begins a drop. FF_ERR_BUSY while another is under way. */
ff_code ff_incoming_begin(ff_app *app, ff_incoming_kind kind, ff_error *error);

/* Takes a piece: *have is how much of the file is here now, *taken what of this piece was new. A
 * piece that does not begin where the last ended is not taken, and *have says where to go on.
 * FF_ERR_VALUE for a name that is none, FF_ERR_USAGE when nothing is being received; else as of
 * writing. */
ff_code ff_incoming_take(ff_app *app, const ff_incoming_piece *piece, int64_t *have, size_t *taken,
                         ff_error *error);

/* Works on it for a tenth of a second: the first call ends the receiving. FF_ERR_NO_FILES when nothing
 * was received, FF_ERR_USAGE when it is of the other kind. */
ff_code ff_incoming_step(ff_app *app, ff_incoming_kind kind, ff_error *error);

/* Puts back the copy that was looked into. FF_ERR_USAGE when none was; FF_ERR_VALUE when the journal
 * is not empty: then the copy still waits. */
ff_code ff_incoming_bring_back(ff_app *app, ff_error *error);

/* Ends it: what was imported is kept, what was received and not yet imported is thrown away. */
ff_code ff_incoming_stop(ff_app *app, ff_error *error);

/* How it stands, as JSON. */
void ff_incoming_tell(const ff_app *app, ff_text *out);

/* FF_ERR_VALUE unless it is the number of the drop under way. */
ff_code ff_incoming_check(const ff_app *app, int64_t number, ff_error *error);

/* Stops what is under way and frees it; NULL does nothing. */
void ff_incoming_close(ff_app *app);

/* Whether a name can be one of a file in a drop: FF_ERR_VALUE (where is "name"). */
ff_code ff_incoming_check_name(const char *name, size_t length, ff_error *error);

#endif
