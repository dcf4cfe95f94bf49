/* Errors: what went wrong, where, and what to do about it.
 *
 * The caller owns an ff_error and passes its address, or NULL when only the code matters. A
 * function that can fail returns an ff_code and fills the error when the code is not FF_OK.
 * Expected outcomes (not enough runs, cannot tell) are results, never errors.
 */
#ifndef FOOTFALL_ERROR_H
#define FOOTFALL_ERROR_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The one list of errors: code, what it means, what the person at the keyboard can do next. */
#define FF_ERROR_LIST(X)                                                                           \
    X(FF_OK, "no error", "")                                                                       \
    X(FF_ERR_MEMORY, "not enough memory", "close other programs and try again")                    \
    X(FF_ERR_CANCELLED, "stopped on request", "run the same command again to go on")               \
    X(FF_ERR_USAGE, "not understood", "see 'footfall help'")                                       \
    X(FF_ERR_NOT_FOUND, "not found", "check the name")                                             \
    X(FF_ERR_NONE_YET, "there is none yet", "start one first; 'footfall help' tells how")          \
    X(FF_ERR_READ, "cannot be read", "check that it exists and that you may read it")              \
    X(FF_ERR_WRITE, "cannot be written", "check that the folder exists and that you may write there") \
    X(FF_ERR_DISK_FULL, "the disk is full", "free some space and run the same command again")      \
    X(FF_ERR_EMPTY, "is empty", "copy or download it again")                                    \
    X(FF_ERR_NO_FILES, "holds no files", "give a folder with .fit files, or the files themselves") \
    X(FF_ERR_FORMAT, "is not in a format that footfall reads", "export the original .fit file from the watch or its app") \
    X(FF_ERR_PACKED, "is packed in a way that footfall does not open", "unpack it first, then give what was in it") \
    X(FF_ERR_ENCRYPTED, "is locked with a password", "unpack it with its password, then give what was in it") \
    X(FF_ERR_UNSAFE, "is not safe to unpack", "leave it closed, and get it again from where it came") \
    X(FF_ERR_TRUNCATED, "ends too early", "copy or download it again") \
    X(FF_ERR_CHECKSUM, "has a wrong checksum", "copy or download it again to be sure") \
    X(FF_ERR_DAMAGED, "is damaged", "copy or download it again") \
    X(FF_ERR_TRAILING, "goes on after its end", "the file was kept; nothing needs to be done")     \
    X(FF_ERR_LIMIT, "is larger than footfall accepts", "split it, or give its parts one by one")   \
    X(FF_ERR_JSON, "is not valid JSON", "mend the text at the place named")                        \
    X(FF_ERR_KEY, "holds a name that is not known", "check the spelling; 'footfall help' tells where the names are listed") \
    X(FF_ERR_VALUE, "holds a value that is not allowed", "give another value")            \
    X(FF_ERR_NOT_JOURNAL, "is not a footfall journal", "give another file with --journal; this one was left as it is") \
    X(FF_ERR_NEWER_JOURNAL, "was written by a newer footfall", "update footfall; the journal was left as it is") \
    X(FF_ERR_DAMAGED_JOURNAL, "is a damaged journal", "restore a copy; the damaged file was left as it is") \
    X(FF_ERR_NOT_EXPORT, "is not a whole copy or export of footfall", "give a copy or an export as footfall saved it; the journal was left as it was") \
    X(FF_ERR_BUSY, "is in use by another footfall", "wait for the other command to end and try again") \
    X(FF_ERR_READ_ONLY, "may only be read", "make the file and its folder writable, or give another file with --journal") \
    X(FF_ERR_REFUSED, "was refused", "open the page by the address that 'footfall open' printed")  \
    X(FF_ERR_INTERNAL, "footfall made a mistake", "please report it with the command that led here")

#define FF_ERROR_ENUM(code, text, next) code,
typedef enum ff_code { FF_ERROR_LIST(FF_ERROR_ENUM) FF_CODE_COUNT } ff_code;
#undef FF_ERROR_ENUM

/* No place in bytes is known. */
#define FF_NO_OFFSET INT64_C(-1)

typedef struct ff_error {
    ff_code code;
    char message[768]; /* one line, plain words, no newline; cut at the end when too long */
    char where[1024];  /* file, key or option the trouble is in, cut at the end likewise; "" when
                          there is no place */
    int64_t offset;    /* byte in that file, or FF_NO_OFFSET */
} ff_error;

/* Fixed texts of a code. Never NULL; an unknown code gives the texts of FF_ERR_INTERNAL. */
const char *ff_code_name(ff_code code);      /* "FF_ERR_READ" */
const char *ff_code_text(ff_code code);      /* what it means */
const char *ff_code_next_step(ff_code code); /* what to do */

/* Fills *error (which may be NULL) and returns code, so that a function can
 * `return ff_fail(error, FF_ERR_READ, path, FF_NO_OFFSET, "...")`. where may be NULL.
 * The message is a printf format. */
#if defined(__GNUC__)
__attribute__((format(printf, 5, 6)))
#endif
ff_code ff_fail(ff_error *error, ff_code code, const char *where, int64_t offset,
                const char *format, ...);

/* Empties *error, which may be NULL. */
void ff_error_clear(ff_error *error);

#ifdef __cplusplus
}
#endif

#endif
