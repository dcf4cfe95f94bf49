/* Folders and whole files on disk: walking, making, writing. */
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

/* Makes a folder and those above it, readable by their owner only; FF_OK when it is there. */
ff_code ff_folder_make(const char *path, ff_error *error);

/* Writes a whole file, readable by its owner only: first beside it, then renamed over it, so that a
 * full disk or a kill never leaves half a file. FF_ERR_DISK_FULL, FF_ERR_WRITE. */
ff_code ff_file_write(const char *path, const void *data, size_t size, ff_error *error);

/* FF_OK also when there was none. */
ff_code ff_file_remove(const char *path, ff_error *error);

#endif
