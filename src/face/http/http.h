/* The server on this machine: what its files share. */
#ifndef FOOTFALL_FACE_HTTP_H
#define FOOTFALL_FACE_HTTP_H

#include <footfall/app.h>
#include <footfall/request.h>
#include <footfall/serve.h>

#include <microhttpd.h>

#define HTTP_TOKEN_HEADER "X-Footfall-Token"

typedef struct http_server {
    const ff_context *context;
    ff_app *app;
    const char *token;
    uint16_t port;
} http_server;

/* One request on its way in. */
typedef struct http_call {
    char *target;  /* path and query as they came, not decoded */
    bool admitted; /* the headers were looked at and found good */
    ff_text body;
} http_call;

/* Whether the request may be answered at all: FF_OK, or FF_ERR_REFUSED with *status and the
 * error (guard.c). */
ff_code http_guard(const http_server *server, struct MHD_Connection *connection,
                   const http_call *call, unsigned *status, ff_error *error);

/* Whether the path is the interface's, not a file of the page's. */
bool http_is_api(const char *target);

/* The one value of a header: NULL when it is absent or comes twice; *count is how often it is
 * there. */
const char *http_header(struct MHD_Connection *connection, const char *name, int *count);

/* Answers (respond.c). Each gives what the handler has to return. */
enum MHD_Result http_send_error(struct MHD_Connection *connection, const http_server *server,
                                unsigned status, const char *target, const ff_error *error);
enum MHD_Result http_send_api(struct MHD_Connection *connection, const http_server *server,
                              const char *method, const http_call *call);
enum MHD_Result http_send_page(struct MHD_Connection *connection, const http_server *server,
                               const char *method, const http_call *call);

#endif
