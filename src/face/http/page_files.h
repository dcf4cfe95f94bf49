/* The page's files, built in. */
#ifndef FOOTFALL_FACE_HTTP_PAGE_FILES_H
#define FOOTFALL_FACE_HTTP_PAGE_FILES_H

#include <stddef.h>

typedef struct page_file {
    const char *path; /* "/style.css"; NULL ends the table */
    const char *type;
    const unsigned char *plain;
    size_t plain_size;
    const unsigned char *packed; /* the same, gzip */
    size_t packed_size;
} page_file;

extern const page_file page_files[];

#endif
