/* Which recordings an import took for one run, and which it did not. */
#ifndef FOOTFALL_REPORT_IMPORT_JOINED_H
#define FOOTFALL_REPORT_IMPORT_JOINED_H

#include "base/json.h"

#include <footfall/import.h>
#include <footfall/text.h>

#include <stdbool.h>

/* Recordings that were joined to a run known from another, and new runs that may be one with
 * another and were kept apart. */
size_t ff_import_count_joined(const ff_import_file_list *files);
size_t ff_import_count_apart(const ff_import_file_list *files);

/* A sentence on each of the two that there is; listed: with every pair and its reason. */
void ff_import_joined_text(const ff_import_file_list *files, bool listed, ff_text *out);

/* Members "joined" and "apart": [{"run","file","why"}]. */
void ff_import_joined_json(const ff_import_file_list *files, ff_json *json);

#endif
