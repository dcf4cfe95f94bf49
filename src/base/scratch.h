/* A scratch file: what is too large for memory, gone when it is closed or the program ends. */
#ifndef FOOTFALL_BASE_SCRATCH_H
#define FOOTFALL_BASE_SCRATCH_H

#include <footfall/bytes.h>

/* A new empty file of the folder, its owner's only, without a name there; to be closed. name is
 * borrowed, for messages. Errors as by ff_folder_write_code. */
ff_code ff_scratch_open(ff_bytes *bytes, const char *folder, const char *name, ff_error *error);

/* Adds to its end. FF_ERR_DISK_FULL, FF_ERR_WRITE. */
ff_code ff_scratch_add(ff_bytes *bytes, const void *data, size_t count, ff_error *error);

#endif
