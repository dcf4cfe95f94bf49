/* What a file is, by its first bytes: never by its name. */
#ifndef FOOTFALL_FILES_RECOGNISE_H
#define FOOTFALL_FILES_RECOGNISE_H

#include <stddef.h>
#include <stdint.h>

/* Looked at to tell what a file is. Apple's export begins with a document type of over 2 KB. */
#define FF_RECOGNISE_HEAD 16384u

typedef enum ff_format_kind {
    FF_FORMAT_FIT,
    FF_FORMAT_TCX,
    FF_FORMAT_GPX,
    FF_FORMAT_APPLE, /* Apple Health's export.xml, or a part of it */
    FF_FORMAT_ZIP,
    FF_FORMAT_GZIP,
    FF_FORMAT_PACKED, /* packed in a way that is not opened: what is in it could be read */
    FF_FORMAT_UNREAD, /* may hold a run, in a format that is not read */
    FF_FORMAT_OTHER   /* holds no run */
} ff_format_kind;

typedef struct ff_recognised {
    ff_format_kind format;
    const char *what; /* plain words: "a GPX track", "a picture" */
} ff_recognised;

/* head: the first FF_RECOGNISE_HEAD bytes, or all of a shorter file. */
ff_recognised ff_recognise(const uint8_t *head, size_t count);

#endif
