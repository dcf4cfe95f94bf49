/* The text of an Apple Health export, mended so far that XML can be read from it.
 *
 * Exports are not always well-formed: the document type of iOS 16 is broken, measurements of some
 * apps have attributes with blanks in their names, and what people and apps typed holds control
 * characters. The workouts stand at the end, so a reader that gives up at the first such place
 * loses every run. Apple writes each record on a line of its own: after a break, reading goes on at
 * the next line that begins one.
 */
#ifndef FOOTFALL_FILES_APPLE_TEXT_H
#define FOOTFALL_FILES_APPLE_TEXT_H

#include "files/stream.h"

typedef struct ff_apple_text {
    ff_stream stream; /* to read from; its positions count from origin */
    int64_t origin;   /* byte of the export at which the stream begins */
    ff_code failed;   /* the export's own stream ended in an error: nothing can be gone on with */

    const ff_allocator *allocator;
    const ff_context *context;
    ff_stream *inner;
    char *buffer;         /* a window on the export */
    size_t count, next;   /* bytes in it; the next to hand out */
    int64_t base;         /* byte of the export that buffer[0] is */
    int64_t forbidden_at; /* the first control character that was made a blank; -1: none */
    bool ended;
} ff_apple_text;

/* inner stays the caller's. The document type is passed over. */
ff_code ff_apple_text_open(const ff_context *context, ff_apple_text *text, ff_stream *inner,
                           ff_error *error);
void ff_apple_text_close(ff_apple_text *text);

/* Whether what stands at a byte of the export is the end of its root: no break, but what is left
 * over where reading went on after one. */
bool ff_apple_text_is_end(const ff_apple_text *text, int64_t at);

/* Goes on at the next record or workout behind that byte of the export; *found false when there is
 * none. */
ff_code ff_apple_text_resume(ff_apple_text *text, int64_t at, bool *found, ff_error *error);

#endif
