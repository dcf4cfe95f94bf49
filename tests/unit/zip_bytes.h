/* Zips by hand, byte for byte, for the tests of the reader: nothing here is shared with the code
 * under test but libdeflate. */
#ifndef FOOTFALL_TESTS_ZIP_BYTES_H
#define FOOTFALL_TESTS_ZIP_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct zip_bytes {
    uint8_t *data;
    size_t size, room;
    uint8_t *directory; /* as it grows; zip_end appends it */
    size_t directory_size, directory_room;
    size_t count;
} zip_bytes;

/* One member; what is 0 is as usual. */
typedef struct zip_part {
    const char *name;
    size_t name_length; /* 0: strlen(name) */
    const void *data;
    size_t size;
    unsigned method; /* 8: deflated; any other: as it is, under that number */
    unsigned flags;
    bool behind;         /* checksum and sizes stand behind the data */
    bool no_signature;   /* and no signature before them */
    bool wide;           /* sizes and offset in 64 bits */
    uint32_t crc_change; /* added to the checksum */
    int64_t size_change; /* added to the size that is told */
    unsigned made_by;    /* 0x0300: Unix */
    uint32_t attributes; /* for Unix the mode, shifted by 16 */
    const void *extra;   /* more extra field, for the directory */
    size_t extra_length;
} zip_part;

void zip_begin(zip_bytes *z);
void zip_free(zip_bytes *z);
void zip_raw(zip_bytes *z, const void *data, size_t size); /* bytes that are no member */
void zip_add(zip_bytes *z, const zip_part *part);
void zip_text(zip_bytes *z, const char *name, const char *text); /* deflated */

/* An entry of the directory, without a member of its own: offset and sizes are what it says. */
void zip_list(zip_bytes *z, const char *name, size_t offset, size_t packed, size_t size);

/* The directory and its end, with a comment (NULL: none). */
void zip_end(zip_bytes *z, const char *comment);
void zip_end_wide(zip_bytes *z); /* with the 64-bit end and its locator */

/* CRC-32, one bit at a time. */
uint32_t zip_slow_crc(const void *data, size_t size);

/* data as one gzip member: header flags (FHCRC 2, FEXTRA 4, FNAME 8, FCOMMENT 16) and how far its
 * checksum and its length lie off. */
void gzip_add(zip_bytes *z, const void *data, size_t size, unsigned flags, uint32_t crc_change,
              uint32_t length_change);

#endif
