/* The files that came before, all at once: so that an import of thousands need not ask for each,
 * and threads that may not touch the journal know them too. */
#ifndef FOOTFALL_JOURNAL_KNOWN_FILES_H
#define FOOTFALL_JOURNAL_KNOWN_FILES_H

#include "journal/journal.h"

typedef struct ff_known_file {
    uint8_t sha256[32];
    size_t runs;    /* different ones that it holds */
    int64_t run_id; /* the first of them; 0: none */
} ff_known_file;

typedef struct ff_known_file_list {
    ff_known_file *items; /* by fingerprint */
    size_t count;
} ff_known_file_list;

/* Every file that was read to its end in an import, damaged ones and those without a run too; in
 * the arena. */
ff_code ff_journal_known_files(ff_journal *journal, ff_arena *arena, ff_known_file_list *list,
                               ff_error *error);

/* The file with this fingerprint (64 hex digits), or NULL. Touches no journal: for any thread. */
const ff_known_file *ff_known_file_find(const ff_known_file_list *list, const char *sha256);

#endif
