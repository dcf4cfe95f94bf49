/* The context: everything the library may not take from the machine by itself.
 *
 * Clock, seed, memory, log, progress and the wish to stop all come from the caller, so that the
 * same input gives the same output, in a program, in a test and in a browser. A context is plain
 * data, must outlive what was made with it, and may be used by one thread at a time.
 */
#ifndef FOOTFALL_CONTEXT_H
#define FOOTFALL_CONTEXT_H

#include <footfall/error.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Memory. resize gets the old size; both return NULL when there is none left, and resize then
 * leaves the old block as it was. release(NULL) does nothing. */
typedef struct ff_allocator {
    void *(*allocate)(void *user, size_t size);
    void *(*resize)(void *user, void *block, size_t old_size, size_t size);
    void (*release)(void *user, void *block);
    void *user;
} ff_allocator;

/* The C library's malloc family. */
const ff_allocator *ff_allocator_libc(void);

typedef enum ff_log_level { FF_LOG_DEBUG, FF_LOG_INFO, FF_LOG_WARNING } ff_log_level;

typedef struct ff_progress {
    const char *what; /* what is being done, e.g. "importing" */
    uint64_t done;    /* units finished */
    uint64_t total;   /* units in all, 0 when not known */
    const char *item; /* the unit at hand, e.g. a file name; may be NULL */
    double share;     /* of the whole work that is done, above 0 to 1, where it is known better than by
                         counting units (bytes of a large file); 0: not known */
} ff_progress;

/* Pieces of work that do not depend on each other. work(data, i) is called once for each i below
 * count, on any thread and in any order, but with at most `ahead` (0: as many as there are threads)
 * begun and not done; done(data, i) is called for each, in order, on the caller's thread only. What
 * is not FF_OK from done ends it: nothing more is begun, what was begun is waited for, and that
 * code is returned. */
typedef struct ff_tasks {
    size_t count;
    size_t ahead;
    void (*work)(void *data, size_t index);
    ff_code (*done)(void *data, size_t index);
    void *data;
} ff_tasks;

/* Work that takes turns with its caller, so that it can rest in its midst: one of the two runs, never
 * both. go lets the work run until it rests or ends, and tells whether it ended; rest, called by the
 * work, goes back to the caller; end, once it ended, frees the strand. */
typedef struct ff_strand {
    bool (*go)(struct ff_strand *strand);
    void (*rest)(struct ff_strand *strand);
    void (*end)(struct ff_strand *strand);
} ff_strand;

struct ff_document; /* <footfall/document.h> */
struct ff_text;     /* <footfall/text.h> */

typedef struct ff_context {
    const ff_allocator *allocator; /* NULL: the C library's */
    int64_t (*now)(void *user);    /* seconds since 1970-01-01T00:00:00Z; NULL: always 0 */
    double (*stopwatch)(void *user); /* seconds from any start, while the machine is awake: to tell how
                                        long work took, and how long nobody came; it decides nothing
                                        that is kept. NULL: always 0 */
    uint64_t seed;                 /* start of every random stream */
    void (*log)(void *user, ff_log_level level, const char *line);  /* NULL: silence */
    void (*progress)(void *user, const ff_progress *progress);      /* NULL: silence */
    bool (*cancelled)(void *user); /* asked between units of work, from any thread; NULL: never */
    ff_code (*run_tasks)(void *user, const ff_tasks *tasks); /* NULL: one after the other */
    /* A strand that will run work(data), which begins at its first go; NULL when none can be had. The
       function NULL: there are none, and what would rest runs to its end at once. */
    ff_strand *(*begin_strand)(void *user, void (*work)(void *data), void *data);
    /* Adds the document to out as a PDF: the same document, the same bytes. FF_ERR_READ when what draws
       it is not installed. NULL: there is nothing here that draws one. */
    ff_code (*draw_pdf)(void *user, const struct ff_document *document, struct ff_text *out,
                        ff_error *error);
    const char *scratch_folder; /* for what is too large for memory; NULL: such is refused */
    void *user;                    /* handed to the functions above */
} ff_context;

/* The context's clock, allocator, log, progress and cancel with their defaults applied. context
 * may be NULL everywhere: then all defaults hold. */
const ff_allocator *ff_context_allocator(const ff_context *context);
int64_t ff_context_now(const ff_context *context);
double ff_context_stopwatch(const ff_context *context);
bool ff_context_cancelled(const ff_context *context);
ff_code ff_context_run_tasks(const ff_context *context, const ff_tasks *tasks);
ff_strand *ff_context_begin_strand(const ff_context *context, void (*work)(void *data), void *data);
/* FF_ERR_USAGE, with what to do, where there is nothing that draws it. */
ff_code ff_context_draw_pdf(const ff_context *context, const struct ff_document *document,
                            struct ff_text *out, ff_error *error);
void ff_context_progress(const ff_context *context, const ff_progress *progress);
#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
void ff_context_log(const ff_context *context, ff_log_level level, const char *format, ...);

#ifdef __cplusplus
}
#endif

#endif
