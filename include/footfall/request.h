/* Requests: the one interface of every face that is not a terminal.
 *
 * A request is a method, a path and a JSON body, as in HTTP; the answer is a status and JSON, or the bytes
 * of a file. The server hands on what it receives, and a page that holds the core in WebAssembly calls the same
 * function, so the two answer alike. The requests call the same use cases as the command line's
 * --json and answer with the same names. docs/api.md lists every path with an example.
 */
#ifndef FOOTFALL_REQUEST_H
#define FOOTFALL_REQUEST_H

#include <footfall/bytes.h>
#include <footfall/context.h>
#include <footfall/text.h>

#ifdef __cplusplus
extern "C" {
#endif

struct ff_app; /* app.h */

/* A body may have so many bytes, a path with its query so many characters. */
#define FF_REQUEST_BODY_MAX ((size_t)1 << 20)
/* That of a route that takes a file's bytes. */
#define FF_REQUEST_BYTES_MAX ((size_t)4 << 20)
#define FF_REQUEST_PATH_MAX 4096

typedef struct ff_request {
    const char *method; /* "GET", "POST" */
    const char *path;   /* "/api/runs", with the query behind it: "/api/question?skip=heat" */
    const char *body;   /* JSON, or bytes where the route takes them; may be NULL when length is 0 */
    size_t length;      /* of the body, in bytes */
} ff_request;

/* What a path understands. */
typedef struct ff_route {
    const char *method;
    const char *path; /* "/api/runs/{run}": a word stands in the place of {run} */
    const char *what; /* what it is for, in one line */
    bool stateless;   /* needs no journal */
    bool takes_query; /* "?name=value" may stand behind it */
    size_t body_max;  /* bytes that its body may have */
    bool takes_bytes; /* its body is a file's bytes, not JSON */
} ff_route;

/* What is answered: JSON, or where the runner takes everything along, a file. */
typedef struct ff_answer {
    ff_text text;     /* one JSON value and a newline; empty when a file is the answer */
    const char *type; /* of the file, as in HTTP ("application/octet-stream"); NULL: the answer is text */
    ff_bytes bytes;   /* of the file, when type is there; read by position, however large it is */
} ff_answer;

/* context (may be NULL) gives the memory; its allocator must outlive the answer. */
void ff_answer_init(ff_answer *answer, const ff_context *context);
void ff_answer_free(ff_answer *answer); /* back to an empty, usable one; closes the bytes */

/* Every route, the list ending with one whose method is NULL. Constant. */
const ff_route *ff_routes(void);

/* Answers a request: replaces what is in answer (which ff_answer_init made), and returns the
 * status; what is not 200 is never a file. app NULL: only stateless routes are there, the others say 503. context is the app's own.
 * A request never fails otherwise than by its status: 200 done; 400 not understood, 404 no such path or thing, 405 wrong
 * method, 413 too large, 500 could not be done, 503 the journal is in use by another program; the
 * value is then {"error":{"code","message","where","offset","next"}}, "where" naming the key at
 * fault. */
int ff_request_answer(const ff_context *context, struct ff_app *app, const ff_request *request,
                      ff_answer *answer);

/* Bytes that a body for that method and path (its query is passed over) may have; FF_REQUEST_BODY_MAX where
 * there is no such route. */
size_t ff_request_body_max(const char *method, const char *path);

/* The methods of a path (its query is passed over), such as "GET" or "GET, POST"; "" when there is
 * no such path. The text is written to methods. */
#define FF_METHODS_SIZE 32
void ff_request_methods(const char *path, char methods[FF_METHODS_SIZE]);

#ifdef __cplusplus
}
#endif

#endif
