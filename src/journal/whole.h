/* The journal as a whole: what is in it, a copy of it, and its end. */
#ifndef FOOTFALL_JOURNAL_WHOLE_H
#define FOOTFALL_JOURNAL_WHOLE_H

#include "journal/journal.h"

#include <footfall/bytes.h>

/* Where it lies, from the root on; of one in memory its name. Stays valid while it is open. */
const char *ff_journal_file(const ff_journal *journal);

/* How much there is. */
typedef struct ff_journal_contents {
    size_t runs;
    size_t onsets;  /* runs of which it was said whether a foot went numb */
    size_t answers; /* questions that were answered, each once */
    size_t figures; /* measures of feet and shoes, each once */
    size_t shoes, trials, plans;
    size_t files;  /* imported, or tried to be */
    int64_t bytes; /* of the file and its write-ahead log */
} ff_journal_contents;

ff_code ff_journal_look(ff_journal *journal, ff_journal_contents *contents, ff_error *error);

/* The copies that earlier versions were laid beside it as, in the arena: those that are there. */
typedef struct ff_journal_old_copies {
    const char **paths;
    size_t count;
} ff_journal_old_copies;

ff_code ff_journal_old(ff_journal *journal, ff_arena *arena, ff_journal_old_copies *copies,
                       ff_error *error);

/* Writes a copy of it, as it stands now, to path, mode 0600: a journal of its own that needs no
 * other file. It stands there whole or not at all. Errors: FF_ERR_VALUE (there is a file at path),
 * FF_ERR_DISK_FULL, FF_ERR_READ_ONLY, FF_ERR_WRITE. */
ff_code ff_journal_copy(ff_journal *journal, const char *path, ff_error *error);

/* The same as bytes: of a file of folder that has no name there any more and goes when they are
 * closed. name is borrowed, for messages. */
ff_code ff_journal_copy_bytes(ff_journal *journal, const char *folder, const char *name,
                              ff_bytes *bytes, ff_error *error);

/* A copy that is to be put back. */
typedef struct ff_journal_source {
    const char *path;
    const char *name;         /* what messages call it */
    bool (*ends)(void *user); /* asked again and again, while nobody may use the journal that it is put
                                 into: whether it is to end; NULL: never */
    void *user;
} ff_journal_source;

/* Puts everything back that is in a copy, whose rows are only read; what an older one lacks is made
 * here. All of it comes, or nothing; *rows is how many rows. The journal must be empty, as for
 * ff_journal_begin_restore (else FF_ERR_VALUE). FF_ERR_NOT_EXPORT: it is no journal, or damaged, or a
 * row in it speaks of what is not there; FF_ERR_NEWER_JOURNAL; FF_ERR_CANCELLED. */
ff_code ff_journal_restore_copy(ff_journal *journal, const ff_journal_source *source, size_t *rows,
                                ff_error *error);

/* Empties it for good: every row, the room they took in the file (overwritten, then given back) and
 * in the write-ahead log, and the old copies. It stays a journal that can be written to.
 * FF_ERR_BUSY: every row is gone for every reader, but another program held the file open, so
 * their bytes may still lie in it; done again when that has ended, it finishes. The same holds for
 * FF_ERR_DISK_FULL and FF_ERR_WRITE when the message says so. */
ff_code ff_journal_forget(ff_journal *journal, ff_error *error);

#endif
