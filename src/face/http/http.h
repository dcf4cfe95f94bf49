/* The server on this machine: what its files share. */
#ifndef FOOTFALL_FACE_HTTP_H
#define FOOTFALL_FACE_HTTP_H

#include <footfall/app.h>
#include <footfall/request.h>
#include <footfall/serve.h>

#include <microhttpd.h>

#define HTTP_TOKEN_HEADER "X-Footfall-Token"

/* What is used of the HTTP library (library.c): MHD_start_daemon is library->start_daemon. */
#define HTTP_LIBRARY(X)                                                                            \
    X(start_daemon)                                                                                \
    X(get_daemon_info)                                                                             \
    X(run_wait)                                                                                    \
    X(stop_daemon)                                                                                 \
    X(get_connection_info)                                                                         \
    X(get_connection_values)                                                                       \
    X(create_response_from_buffer)                                                                 \
    X(create_response_from_callback)                                                               \
    X(add_response_header)                                                                         \
    X(queue_response)                                                                              \
    X(destroy_response)

typedef struct http_library {
#define HTTP_LIBRARY_MEMBER(name) __typeof__(MHD_##name) *name;
    HTTP_LIBRARY(HTTP_LIBRARY_MEMBER)
#undef HTTP_LIBRARY_MEMBER
} http_library;

/* FF_ERR_READ when it is not there. It stays loaded until the program ends. */
ff_code http_library_open(http_library *library, ff_error *error);

/* A connection, and since when the server has waited for the whole of a request on it. */
typedef struct http_line {
    struct http_line *before, *next;
    struct MHD_Connection *connection;
    double waits_s; /* by the stopwatch; below 0: it waits for nothing, the request is being answered */
} http_line;

typedef struct http_server {
    http_library library;
    const ff_context *context;
    const ff_serve_options *options;
    ff_app *app;
    ff_app *sample; /* the made-up runner's; NULL until a page asks for it */
    const char *token;
    uint16_t port;
    bool asked;     /* by a page that holds the token */
    double asked_s; /* when it did last, by the stopwatch */
    http_line *lines;
    double looked_s; /* when they were looked at last */
} http_server;

/* One request on its way in. */
typedef struct http_call {
    char *target;  /* path and query as they came, not decoded */
    bool admitted; /* the headers were looked at and found good */
    size_t most;   /* bytes that its body may have */
    ff_text body;
} http_call;

/* Whether the request may be answered at all: FF_OK, or FF_ERR_REFUSED with *status and the
 * error (guard.c). */
ff_code http_guard(const http_server *server, struct MHD_Connection *connection,
                   const http_call *call, unsigned *status, ff_error *error);

/* Whether the path is the interface's, not a file of the page's. */
bool http_is_api(const char *target);

/* "/sample/api/..." is asked of the made-up runner's journal, as "/api/..." is of the own one. */
bool http_is_sample(const char *target);

/* The target as the interface knows it, without "/sample". */
const char *http_api_path(const char *target);

/* Opens the made-up runner's journal, making it at the first time (serve.c). */
ff_code http_open_sample(http_server *server, ff_error *error);

/* The one value of a header: NULL when it is absent or comes twice; *count is how often it is
 * there. */
const char *http_header(const http_server *server, struct MHD_Connection *connection,
                        const char *name, int *count);

/* Answers (respond.c). Each gives what the handler has to return. */
enum MHD_Result http_send_error(struct MHD_Connection *connection, const http_server *server,
                                unsigned status, const char *target, const ff_error *error);
enum MHD_Result http_send_api(struct MHD_Connection *connection, http_server *server,
                              const char *method, const http_call *call);
enum MHD_Result http_send_page(struct MHD_Connection *connection, const http_server *server,
                               const char *method, const http_call *call);

#endif
