/* Folders and whole files on disk: walking, making, writing. */
#ifndef FOOTFALL_BASE_FOLDER_H
#define FOOTFALL_BASE_FOLDER_H

#include "base/arena.h"

#include <footfall/error.h>

#include <stdbool.h>
#include <stdint.h>

/* A folder or file below the given path that could not be looked at. */
typedef struct ff_path_trouble {
    const char *path;
    ff_code code; /* FF_ERR_READ, FF_ERR_NOT_FOUND (gone meanwhile), FF_ERR_LIMIT (too deep) */
    const char *message;
} ff_path_trouble;

typedef struct ff_path_list {
    const char **items; /* paths, as the given path with the names below it */
    size_t count;
    ff_path_trouble *troubles; /* what the walk had to leave out */
    size_t trouble_count;
} ff_path_list;

/* path itself when it is a file; else all files below it, hidden ones left out, symbolic links
 * to folders not followed (so that no loop is walked). What cannot be looked at below path is in
 * the list's troubles, and the walk goes on. Everything lives in the arena. FF_ERR_NOT_FOUND and
 * FF_ERR_READ are path's own. */
ff_code ff_folder_files(ff_arena *arena, const char *path, ff_path_list *list, ff_error *error);

/* The code for the errno of a failed write: FF_ERR_DISK_FULL, FF_ERR_READ_ONLY or FF_ERR_WRITE. */
ff_code ff_folder_write_code(int system_error);

/* Makes a folder and those above it, readable by their owner only; FF_OK when it is there.
 * Errors as by ff_folder_write_code. */
ff_code ff_folder_make(const char *path, ff_error *error);

/* Writes a whole file, readable by its owner only: first beside it, then renamed over it, so that a
 * full disk or a kill never leaves half a file. Errors as by ff_folder_write_code. */
ff_code ff_file_write(const char *path, const void *data, size_t size, ff_error *error);

/* The same in pieces, for what is larger than memory. After begin gave FF_OK, exactly one finish:
 * with FF_OK the file is there whole, with any other code nothing of it. Finish returns code, or why
 * the file could not be kept. */
typedef struct ff_file_writer {
    const char *path; /* borrowed until finish */
    char beside[4096];
    int handle;
} ff_file_writer;

ff_code ff_file_writer_begin(ff_file_writer *writer, const char *path, ff_error *error);
ff_code ff_file_writer_add(ff_file_writer *writer, const void *data, size_t size,
                           ff_error *error);
ff_code ff_file_writer_finish(ff_file_writer *writer, ff_code code, ff_error *error);

/* Adds to the end of a file that has `at` bytes, readable by its owner only; at 0 makes it. After an
 * error it has its `at` bytes as before, and is not there where that is 0. FF_ERR_VALUE when it has another length, else errors as by
 * ff_folder_write_code. Not forced onto the disk: for files that may be lost with the power. */
ff_code ff_file_append(const char *path, int64_t at, const void *data, size_t size, ff_error *error);

/* Bytes of a regular file; -1 when there is none. */
int64_t ff_file_size(const char *path);

bool ff_folder_is(const char *path); /* whether a folder is there, and not a link to one */

ff_code ff_file_rename(const char *path, const char *to, ff_error *error);

/* A folder that nobody else may look into, made when it is not there, and a lock on it that ends with
 * the process at the latest. FF_ERR_BUSY when another holds it; FF_ERR_WRITE when what stands there
 * is not a folder of our own. *lock is for ff_folder_unlock. */
ff_code ff_folder_lock(const char *path, int *lock, ff_error *error);
void ff_folder_unlock(int lock);

/* Removes a folder with all that is in it, following no links; FF_OK when there is none. */
ff_code ff_folder_remove(const char *path, ff_error *error);

/* FF_OK also when there was none. */
ff_code ff_file_remove(const char *path, ff_error *error);

#endif
