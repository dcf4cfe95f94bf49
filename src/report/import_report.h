/* What an import did, for a person and for a program. */
#ifndef FOOTFALL_REPORT_IMPORT_REPORT_H
#define FOOTFALL_REPORT_IMPORT_REPORT_H

#include "base/arena.h"

#include <footfall/import.h>
#include <footfall/text.h>

#include <stdbool.h>

typedef struct ff_import_summary {
    ff_import_file_list files; /* every file, in the order it was met */
    double seconds;            /* the import took */
    bool cancelled;            /* it was stopped before its end */
    size_t not_reached;        /* files that were not looked at because of that */
} ff_import_summary;

/* Files of that outcome; and runs that were new. */
size_t ff_import_count(const ff_import_file_list *files, ff_outcome outcome);
size_t ff_import_new_runs(const ff_import_file_list *files);

/* A table of outcomes, then every file that failed or was damaged with what to do; verbose: a line
 * for every file first. */
void ff_import_report_text(const ff_import_summary *summary, bool verbose, ff_arena *arena,
                           ff_text *out);
void ff_import_report_json(const ff_import_summary *summary, bool verbose, ff_text *out);

/* All imports with their files, the oldest first. */
typedef struct ff_import_entry {
    ff_import import;
    ff_import_file_list files;
} ff_import_entry;

void ff_imports_report_text(const ff_import_entry *entries, size_t count, ff_arena *arena,
                            ff_text *out);
void ff_imports_report_json(const ff_import_entry *entries, size_t count, ff_text *out);

#endif
