/* A FIT file as it stands: one JSON line a data message, for looking at files and for checking
 * the reader against others.
 */
#ifndef FOOTFALL_DECODE_H
#define FOOTFALL_DECODE_H

#include <footfall/bytes.h>
#include <footfall/context.h>
#include <footfall/error.h>

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Takes the next piece of text, some tens of kilobytes; not NUL-terminated, and valid during the
 * call. Pieces end at the end of a line. False when it cannot be taken, which ends the work. */
typedef bool (*ff_text_sink)(void *user, const char *text, size_t length);

/* Writes a line for each data message, in file order, all chained files one after the other:
 *
 *   {"mesg":20,"fields":{"253":1040000000,"3":141},"dev":[{"index":0,"num":3,"value":241}]}
 *
 * Values are raw, before scale and offset. A field of one element is a value, of several an array
 * with null for each invalid element; strings are text up to their first NUL. Fields and developer
 * fields that hold no valid value are left out, and so are those of which nothing is known (base
 * type unknown, size no multiple of it, no description), a field that the message has twice (the
 * first valid one counts), and an empty "dev". Field 253 of a message whose header carries the time
 * comes first. Memory stays bounded whatever the file holds.
 *
 * Returns, after all that is readable, FF_OK or what is wrong with the file, with the byte:
 * FF_ERR_EMPTY, FF_ERR_FORMAT, FF_ERR_TRUNCATED, FF_ERR_DAMAGED, FF_ERR_CHECKSUM (every message was
 * written), FF_ERR_TRAILING (likewise). At once: FF_ERR_READ, FF_ERR_NOT_FOUND, FF_ERR_MEMORY,
 * FF_ERR_CANCELLED, and FF_ERR_WRITE when the sink did not take a piece. */
ff_code ff_decode_fit(const ff_context *context, ff_bytes *bytes, ff_text_sink sink, void *user,
                      ff_error *error);

/* The same of a file. */
ff_code ff_decode_fit_file(const ff_context *context, const char *path, ff_text_sink sink,
                           void *user, ff_error *error);

#ifdef __cplusplus
}
#endif

#endif
