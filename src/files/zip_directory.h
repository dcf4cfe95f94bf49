/* The members of a zip, as its directory tells them or, where that is lost, their own headers. */
#ifndef FOOTFALL_FILES_ZIP_DIRECTORY_H
#define FOOTFALL_FILES_ZIP_DIRECTORY_H

#include "files/pack.h"

#define FF_ZIP_LOCAL_SIGNATURE      0x04034B50u
#define FF_ZIP_ENTRY_SIGNATURE      0x02014B50u
#define FF_ZIP_DESCRIPTOR_SIGNATURE 0x08074B50u
#define FF_ZIP_LOCAL_SIZE           30
#define FF_ZIP_ENTRY_SIZE           46

#define FF_ZIP_ENCRYPTED  0x2041u /* by itself, strongly, or with a masked header */
#define FF_ZIP_DESCRIPTOR 0x0008u /* checksum and sizes stand behind the data */

/* No size or offset is larger; sums of some stay within 63 bits. */
#define FF_ZIP_LARGEST (UINT64_MAX / 8)

#define FF_ZIP_STORED   0
#define FF_ZIP_DEFLATED 8

/* A member as a header tells it. name and extra are borrowed. */
typedef struct ff_zip_entry {
    const uint8_t *name, *extra;
    size_t name_length, extra_length;
    uint16_t flags, method;
    uint32_t crc;
    uint64_t packed, size, offset;
    bool no_file; /* a folder or a link, by what its system says of it */
} ff_zip_entry;

/* A zip in the making. */
typedef struct ff_zip_list {
    ff_arena *arena;
    ff_zip *zip;
    size_t room;
    size_t seen; /* with those left out */
} ff_zip_list;

/* Takes the 64-bit sizes from the extra field into those of *entry that are 0xFFFFFFFF. */
void ff_zip_widen(ff_zip_entry *entry);

/* Adds a member unless it is left out. FF_ERR_LIMIT, FF_ERR_MEMORY, FF_ERR_DAMAGED (a size beyond
 * all sense). */
ff_code ff_zip_add(ff_zip_list *list, const ff_zip_entry *entry, ff_error *error);

/* By the directory. FF_ERR_TRUNCATED: it is not there; FF_ERR_DAMAGED: it cannot be read. */
ff_code ff_zip_read_directory(ff_zip_list *list, ff_error *error);

/* By the local headers, from the front. */
ff_code ff_zip_recover(const ff_context *context, ff_zip_list *list, ff_error *error);

#endif
