/* Serving the page on this machine, and only to it.
 *
 * A server on 127.0.0.1 hands out the page's files and answers its requests (request.h). What it
 * takes to be answered: Host must name this very address, Origin and Sec-Fetch-Site must not be
 * another site's, and every request under /api carries the token in the header X-Footfall-Token.
 * The token stands in the fragment of the page's address, which browsers never send.
 */
#ifndef FOOTFALL_SERVE_H
#define FOOTFALL_SERVE_H

#include <footfall/context.h>
#include <footfall/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A token is so many characters of 0-9 and a-f: 128 bits. */
#define FF_TOKEN_LENGTH 32
/* Longest address with a NUL: "http://127.0.0.1:65535/#token=" and a token. */
#define FF_ADDRESS_SIZE 80

typedef struct ff_serve_options {
    uint16_t port;       /* 0: any free one */
    const char *token;   /* exactly FF_TOKEN_LENGTH random hexadecimal digits, made for this call */
    const char *program; /* what texts call the program; NULL: "footfall" */
    struct {
        const char *name; /* NULL: not known */
        const void *data;
        size_t size;
    } time_zone; /* as of ff_app_time_zone; one that is not understood counts as not known */
    const char *sample_folder; /* where the made-up runner lives, as of ff_sample_open; NULL: there is
                                  none. It is opened when a page first asks for "/sample/api" */
    double idle_s; /* once a page has asked, and then none for so long by the context's stopwatch, it ends
                      by itself; 0: never. An open page asks at least every second minute */
    void (*left)(void *user); /* called once, when it ends for that reason; may be NULL */
    void (*listening)(void *user, const char *address); /* called once, when pages are served:
                                                           the page's address with the token in
                                                           its fragment; may be NULL */
    void *user; /* handed to left and listening */
} ff_serve_options;

/* Serves until context->cancelled says so, or no page is open any more (idle_s); then returns FF_OK with everything closed. Runs in the
 * caller's thread and starts no other by itself. journal is a path as for ff_app_open, whose errors it
 * gives. Also FF_ERR_USAGE (no token, or context->cancelled is NULL: it would never end),
 * FF_ERR_BUSY (the port is taken), FF_ERR_READ (libmicrohttpd, which is loaded here, is not there)
 * and FF_ERR_INTERNAL. */
ff_code ff_serve(const ff_context *context, const char *journal, const ff_serve_options *options,
                 ff_error *error);

#ifdef __cplusplus
}
#endif

#endif
