/* Who is answered: this machine's own page, and nobody who borrows the browser. */
#include "face/http/http.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

typedef struct {
    const char *name;
    const char *value;
    int count;
} header_search;

static enum MHD_Result count_header(void *user, enum MHD_ValueKind kind, const char *key,
                                    const char *value) {
    header_search *search = user;
    (void)kind;
    if (strcasecmp(key, search->name) == 0) {
        search->value = value;
        search->count++;
    }
    return MHD_YES;
}

const char *http_header(const http_server *server, struct MHD_Connection *connection,
                        const char *name, int *count) {
    header_search search = {.name = name};
    server->library.get_connection_values(connection, MHD_HEADER_KIND, count_header, &search);
    *count = search.count;
    return search.count == 1 ? search.value : NULL;
}

#define SAMPLE "/sample"

static bool is_interface(const char *target) {
    return strncmp(target, "/api", 4) == 0 && strchr("/?", target[4]) != NULL; /* or its end */
}

bool http_is_sample(const char *target) {
    size_t length = strlen(SAMPLE);
    return strncmp(target, SAMPLE, length) == 0 && is_interface(target + length);
}

const char *http_api_path(const char *target) {
    return http_is_sample(target) ? target + strlen(SAMPLE) : target;
}

bool http_is_api(const char *target) {
    return is_interface(http_api_path(target));
}

/* "127.0.0.1:port" and "localhost:port" after the prefix. */
static bool names_us(const http_server *server, const char *prefix, const char *value) {
    static const char *const hosts[] = {"127.0.0.1", "localhost"};
    char own[64];
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        snprintf(own, sizeof own, "%s%s:%u", prefix, hosts[i], (unsigned)server->port);
        if (strcasecmp(own, value) == 0) {
            return true;
        }
    }
    return false;
}

/* A page elsewhere may lead here by a link, as any address may be typed: it gets the page without
 * a token, which can do nothing. Everything else that another site starts is refused. */
static bool is_visit(const http_server *server, struct MHD_Connection *connection,
                     const http_call *call) {
    int count;
    const char *mode = http_header(server, connection, "Sec-Fetch-Mode", &count);
    const char *destination = http_header(server, connection, "Sec-Fetch-Dest", &count);
    return strcmp(call->target, "/") == 0 && mode != NULL && strcmp(mode, "navigate") == 0 &&
           destination != NULL && strcmp(destination, "document") == 0;
}

static bool site_is_foreign(const http_server *server, struct MHD_Connection *connection,
                            const http_call *call) {
    int count;
    const char *site = http_header(server, connection, "Sec-Fetch-Site", &count);
    if (count == 0) { /* older browsers, and programs that are none */
        return false;
    }
    return site == NULL || (strcmp(site, "same-origin") != 0 && strcmp(site, "none") != 0 &&
                            !is_visit(server, connection, call));
}

/* Takes the same time wherever the first difference is. */
static bool token_is_right(const http_server *server, struct MHD_Connection *connection) {
    int count;
    const char *given = http_header(server, connection, HTTP_TOKEN_HEADER, &count);
    if (given == NULL || strlen(given) != FF_TOKEN_LENGTH) {
        return false;
    }
    unsigned difference = 0;
    for (size_t i = 0; i < FF_TOKEN_LENGTH; i++) {
        difference |= (unsigned)(unsigned char)given[i] ^ (unsigned char)server->token[i];
    }
    return difference == 0;
}

static ff_code refuse(unsigned *status, unsigned code, const char *where, const char *message,
                      ff_error *error) {
    *status = code;
    return ff_fail(error, FF_ERR_REFUSED, where, FF_NO_OFFSET, "%s", message);
}

ff_code http_guard(const http_server *server, struct MHD_Connection *connection,
                   const http_call *call, unsigned *status, ff_error *error) {
    int count;
    const char *host = http_header(server, connection, "Host", &count);
    if (host == NULL || !names_us(server, "", host)) {
        return refuse(status, MHD_HTTP_MISDIRECTED_REQUEST, "Host",
                      "this server answers to its own address only", error);
    }
    const char *origin = http_header(server, connection, "Origin", &count);
    if (count > 0 && (origin == NULL || !names_us(server, "http://", origin))) {
        return refuse(status, MHD_HTTP_FORBIDDEN, "Origin", "another site asked", error);
    }
    if (site_is_foreign(server, connection, call)) {
        return refuse(status, MHD_HTTP_FORBIDDEN, "Sec-Fetch-Site", "another site asked", error);
    }
    if (http_is_api(call->target) && !token_is_right(server, connection)) {
        return refuse(status, MHD_HTTP_UNAUTHORIZED, HTTP_TOKEN_HEADER,
                      "the token is missing or is not this server's", error);
    }
    return FF_OK;
}
