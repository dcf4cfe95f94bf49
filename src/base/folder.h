/* Walking a folder: every regular file below a path, in the order of their names. */
#ifndef FOOTFALL_BASE_FOLDER_H
#define FOOTFALL_BASE_FOLDER_H

#include "base/arena.h"

#include <footfall/error.h>

typedef struct ff_path_list {
    const char **items; /* paths, as the given path with the names below it */
    size_t count;
} ff_path_list;

/* path itself when it is a file; else all files below it, hidden ones left out, symbolic links
 * to folders not followed (so that no loop is walked). A folder that cannot be read is an error.
 * Paths live in the arena. */
ff_code ff_folder_files(ff_arena *arena, const char *path, ff_path_list *list, ff_error *error);

#endif
