/* The server's life: open, listen, answer until told to stop, close. */
#include "face/http/http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

/* Below what a process may have open on most machines. More wait until one of these is let go of.
 */
#define CONNECTION_LIMIT     512u
#define CONNECTION_TIMEOUT_S 5u  /* that nothing moves on a connection */
#define RECEIVE_S            30  /* that a request may take to come, however it trickles in */
#define WAIT_MS              200 /* how late a wish to stop may be seen when no request comes */

static void *allocate(const http_server *server, size_t size) {
    const ff_allocator *allocator = ff_context_allocator(server->context);
    return allocator->allocate(allocator->user, size);
}

static void release(const http_server *server, void *block) {
    const ff_allocator *allocator = ff_context_allocator(server->context);
    allocator->release(allocator->user, block);
}

/* Every request of a page's counts, when it comes and when it is answered. */
static void note_page(http_server *server) {
    server->asked = true;
    server->asked_s = ff_context_stopwatch(server->context);
}

/* Whether the page that was there is closed: so it seems when it gives no sign of life. */
static bool is_left(const http_server *server) {
    double idle_s = server->options->idle_s;
    return server->asked && idle_s > 0 &&
           ff_context_stopwatch(server->context) - server->asked_s > idle_s;
}

/* ---- connections, and how long they may take to say what they want ---- */

static void note_line(void *user, struct MHD_Connection *connection, void **state,
                      enum MHD_ConnectionNotificationCode what) {
    http_server *server = user;
    http_line *line = *state;
    if (what == MHD_CONNECTION_NOTIFY_STARTED) {
        line = allocate(server, sizeof *line);
        if (line != NULL) { /* else it is one without this limit */
            *line =
                (http_line){NULL, server->lines, connection, ff_context_stopwatch(server->context)};
            if (server->lines != NULL) {
                server->lines->before = line;
            }
            server->lines = line;
            *state = line;
        }
    } else if (line != NULL) {
        *(line->before != NULL ? &line->before->next : &server->lines) = line->next;
        if (line->next != NULL) {
            line->next->before = line->before;
        }
        release(server, line);
        *state = NULL;
    }
}

/* Notes that the connection's request is there (or, waits: that the next one may come). */
static void set_waiting(const http_server *server, struct MHD_Connection *connection, bool waits) {
    const union MHD_ConnectionInfo *info =
        server->library.get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    http_line *line = info != NULL ? info->socket_context : NULL;
    if (line != NULL) {
        line->waits_s = waits ? ff_context_stopwatch(server->context) : -1;
    }
}

/* The library lets go of a connection on which nothing moves, but bears one on which a byte comes
 * now and then for ever. Those are shut here; the library finds them closed. */
static void cut_off(http_server *server) {
    double now_s = ff_context_stopwatch(server->context);
    if (now_s - server->looked_s < 1) {
        return;
    }
    server->looked_s = now_s;
    for (http_line *line = server->lines; line != NULL; line = line->next) {
        if (line->waits_s >= 0 && now_s - line->waits_s > RECEIVE_S) {
            const union MHD_ConnectionInfo *info = server->library.get_connection_info(
                line->connection, MHD_CONNECTION_INFO_CONNECTION_FD);
            if (info != NULL) {
                shutdown(info->connect_fd, SHUT_RDWR);
            }
        }
    }
}

static void end_call(void *user, struct MHD_Connection *connection, void **state,
                     enum MHD_RequestTerminationCode how) {
    http_server *server = user;
    http_call *call = *state;
    (void)how;
    set_waiting(server, connection, true);
    if (call != NULL) {
        if (call->admitted && http_is_api(call->target)) {
            note_page(server); /* what took long is no time in which nobody asked */
        }
        release(server, call->target);
        ff_text_free(&call->body);
        release(server, call);
        *state = NULL;
    }
}

/* The library decodes and cuts the target; we want it as it came. NULL when memory is gone. */
static void *begin_call(void *user, const char *target, struct MHD_Connection *connection) {
    const http_server *server = user;
    (void)connection;
    http_call *call = allocate(server, sizeof *call);
    if (call == NULL) {
        return NULL;
    }
    size_t size = strlen(target) + 1;
    *call = (http_call){.target = allocate(server, size)};
    ff_text_init(&call->body, ff_context_allocator(server->context));
    if (call->target == NULL) {
        release(server, call);
        return NULL;
    }
    memcpy(call->target, target, size);
    return call;
}

/* Bodies come with their length, so that one that is too long is refused before it is read. */
static ff_code check_length(const http_server *server, struct MHD_Connection *connection,
                            const http_call *call, unsigned *status, ff_error *error) {
    int count;
    http_header(server, connection, "Transfer-Encoding", &count);
    if (count > 0) {
        *status = MHD_HTTP_LENGTH_REQUIRED;
        return ff_fail(error, FF_ERR_USAGE, "Transfer-Encoding", FF_NO_OFFSET,
                       "a body must come with its length");
    }
    const char *length = http_header(server, connection, "Content-Length", &count);
    if (count > 1) {
        *status = MHD_HTTP_BAD_REQUEST;
        return ff_fail(error, FF_ERR_USAGE, "Content-Length", FF_NO_OFFSET, "it comes twice");
    }
    if (length != NULL && strtoull(length, NULL, 10) > call->most) {
        *status = MHD_HTTP_CONTENT_TOO_LARGE;
        return ff_fail(error, FF_ERR_LIMIT, "body", FF_NO_OFFSET, "it has more than %zu bytes",
                       call->most);
    }
    return FF_OK;
}

static enum MHD_Result admit(http_server *server, struct MHD_Connection *connection,
                             const char *method, http_call *call) {
    ff_error error;
    unsigned status = 0;
    call->most = ff_request_body_max(method, http_api_path(call->target));
    ff_code code = http_guard(server, connection, call, &status, &error);
    if (code == FF_OK) {
        code = check_length(server, connection, call, &status, &error);
    }
    if (code != FF_OK) {
        return http_send_error(connection, server, status, call->target, &error);
    }
    call->admitted = true;
    if (http_is_api(call->target)) {
        note_page(server);
    }
    return MHD_YES;
}

/* The library calls once when the headers are there, once for each piece of the body, and once
 * when all is there. */
static enum MHD_Result handle(void *user, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **state) {
    http_server *server = user;
    http_call *call = *state;
    (void)url;
    (void)version;
    if (call == NULL) {
        ff_context_log(server->context, FF_LOG_WARNING, "a request was dropped: not enough memory");
        return MHD_NO;
    }
    if (!call->admitted) {
        return admit(server, connection, method, call);
    }
    if (*upload_size > 0) {
        if (call->body.length + *upload_size > call->most) {
            return MHD_NO; /* more than its length said: the library should have cut it */
        }
        ff_text_add_bytes(&call->body, upload, *upload_size);
        *upload_size = 0;
        return call->body.failed ? MHD_NO : MHD_YES;
    }
    set_waiting(server, connection, false);
    return http_is_api(call->target) ? http_send_api(connection, server, method, call)
                                     : http_send_page(connection, server, method, call);
}

static ff_code start(http_server *server, uint16_t port, struct MHD_Daemon **daemon,
                     ff_error *error) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    errno = 0;
    *daemon = server->library.start_daemon(
        MHD_USE_AUTO, port, NULL, NULL, handle, server, MHD_OPTION_SOCK_ADDR,
        (struct sockaddr *)&address, MHD_OPTION_CONNECTION_LIMIT, CONNECTION_LIMIT,
        MHD_OPTION_CONNECTION_TIMEOUT, CONNECTION_TIMEOUT_S, MHD_OPTION_URI_LOG_CALLBACK,
        begin_call, server, MHD_OPTION_NOTIFY_CONNECTION, note_line, server,
        MHD_OPTION_NOTIFY_COMPLETED, end_call, server, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_END);
    const union MHD_DaemonInfo *info =
        *daemon != NULL ? server->library.get_daemon_info(*daemon, MHD_DAEMON_INFO_BIND_PORT)
                        : NULL;
    if (info != NULL) {
        server->port = info->port;
        return FF_OK;
    }
    if (*daemon != NULL) {
        server->library.stop_daemon(*daemon);
    }
    return errno == EADDRINUSE || errno == EACCES
               ? ff_fail(error, FF_ERR_BUSY, "port", FF_NO_OFFSET,
                         "port %u cannot be had: %s; without --port a free one is taken",
                         (unsigned)port, strerror(errno))
               : ff_fail(error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET,
                         "the server could not be started: %s", strerror(errno));
}

static ff_code run(http_server *server, struct MHD_Daemon *daemon, ff_error *error) {
    while (!ff_context_cancelled(server->context)) {
        if (is_left(server)) {
            if (server->options->left != NULL) {
                server->options->left(server->options->user);
            }
            return FF_OK;
        }
        cut_off(server);
        if (server->library.run_wait(daemon, WAIT_MS) != MHD_YES) {
            return ff_fail(error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET,
                           "waiting for requests failed: %s", strerror(errno));
        }
    }
    return FF_OK;
}

static ff_code serve(http_server *server, const ff_serve_options *options, ff_error *error) {
    struct MHD_Daemon *daemon;
    ff_code code = start(server, options->port, &daemon, error);
    if (code != FF_OK) {
        return code;
    }
    if (options->listening != NULL) {
        char address[FF_ADDRESS_SIZE];
        snprintf(address, sizeof address, "http://127.0.0.1:%u/#token=%s", (unsigned)server->port,
                 options->token);
        options->listening(options->user, address);
    }
    code = run(server, daemon, error);
    server->library.stop_daemon(daemon);
    return code;
}

static void introduce(ff_app *app, const ff_serve_options *options) {
    if (options->program != NULL) {
        ff_app_call_me(app, options->program);
    }
    if (options->time_zone.name != NULL) {
        ff_app_time_zone(app, options->time_zone.name, options->time_zone.data,
                         options->time_zone.size, NULL);
    }
}

ff_code http_open_sample(http_server *server, ff_error *error) {
    const ff_serve_options *options = server->options;
    if (server->sample != NULL) {
        return FF_OK;
    }
    if (options->sample_folder == NULL) {
        return ff_fail(error, FF_ERR_NOT_FOUND, "sample", FF_NO_OFFSET,
                       "this server was given no place for the made-up runner");
    }
    ff_code code = ff_sample_open(server->context, options->sample_folder,
                                  options->program != NULL ? options->program : "footfall",
                                  &server->sample, error);
    if (code == FF_OK) {
        introduce(server->sample, options);
    }
    return code;
}

static ff_code serve_journal(http_server *server, const char *journal,
                             const ff_serve_options *options, ff_error *error) {
    ff_code code = ff_app_open(server->context, journal, &server->app, error);
    if (code != FF_OK) {
        return code;
    }
    ff_app_sweep(server->app);
    introduce(server->app, options);
    code = serve(server, options, error);
    ff_app_close(server->sample);
    ff_app_close(server->app);
    return code;
}

static bool token_is_one(const char *token) {
    return token != NULL && strlen(token) == FF_TOKEN_LENGTH &&
           strspn(token, "0123456789abcdef") == FF_TOKEN_LENGTH;
}

ff_code ff_serve(const ff_context *context, const char *journal, const ff_serve_options *options,
                 ff_error *error) {
    if (context == NULL || context->cancelled == NULL) {
        return ff_fail(error, FF_ERR_USAGE, "cancelled", FF_NO_OFFSET,
                       "without it the server would never end");
    }
    if (!token_is_one(options->token)) {
        return ff_fail(error, FF_ERR_USAGE, "token", FF_NO_OFFSET,
                       "it must be %d hexadecimal digits", FF_TOKEN_LENGTH);
    }
    http_server server = {.context = context, .token = options->token, .options = options};
    ff_code code = http_library_open(&server.library, error);
    return code == FF_OK ? serve_journal(&server, journal, options, error) : code;
}
