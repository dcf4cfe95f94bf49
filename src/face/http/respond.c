/* What is sent: the page's files, the interface's answers, refusals. */
#include "face/http/http.h"

#include "face/http/page_files.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *value;
} header;

/* On everything that is sent. */
static const header defences[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
     "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Referrer-Policy", "no-referrer"},
};

/* Adds the headers, queues the response and gives it up. */
static enum MHD_Result send_response(const http_server *server, struct MHD_Connection *connection,
                                     unsigned status, struct MHD_Response *response,
                                     const header *own, size_t own_count) {
    const http_library *library = &server->library;
    if (response == NULL) {
        return MHD_NO;
    }
    enum MHD_Result good = MHD_YES;
    for (size_t i = 0; i < sizeof defences / sizeof *defences && good == MHD_YES; i++) {
        good = library->add_response_header(response, defences[i].name, defences[i].value);
    }
    for (size_t i = 0; i < own_count && good == MHD_YES; i++) {
        good = library->add_response_header(response, own[i].name, own[i].value);
    }
    if (good == MHD_YES) {
        good = library->queue_response(connection, status, response);
    }
    library->destroy_response(response);
    return good;
}

/* The text is copied: the library frees by its own allocator. */
static enum MHD_Result send_json(const http_server *server, struct MHD_Connection *connection,
                                 unsigned status, const char *target, const ff_text *text) {
    char methods[FF_METHODS_SIZE] = "";
    header headers[4] = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    size_t count = 2;
    if (status == MHD_HTTP_METHOD_NOT_ALLOWED) {
        ff_request_methods(http_api_path(target), methods);
        headers[count++] = (header){
            "Allow", methods[0] != '\0' ? methods : "GET, HEAD"}; /* a file of the page's */
    }
    if (status >= MHD_HTTP_BAD_REQUEST && status != MHD_HTTP_NOT_FOUND) {
        headers[count++] = (header){"Connection", "close"}; /* what follows may not be what it seems */
    }
    struct MHD_Response *response = server->library.create_response_from_buffer(
        text->length, text->data, MHD_RESPMEM_MUST_COPY);
    return send_response(server, connection, status, response, headers, count);
}

enum MHD_Result http_send_error(struct MHD_Connection *connection, const http_server *server,
                                unsigned status, const char *target, const ff_error *error) {
    ff_reply reply;
    ff_reply_init(&reply, server->context);
    ff_reply_error(&reply, error);
    enum MHD_Result result = send_json(server, connection, status, target, &reply.text);
    ff_reply_free(&reply);
    return result;
}

/* The journal that is asked; NULL with the error when it cannot be opened. */
static ff_app *app_of(http_server *server, const http_call *call, ff_error *error) {
    if (!http_is_sample(call->target)) {
        return server->app;
    }
    return http_open_sample(server, error) == FF_OK ? server->sample : NULL;
}

/* What a file is sent in. */
#define BLOCK ((size_t)64 << 10)

/* A file on its way out. */
typedef struct {
    ff_answer answer;
    const ff_allocator *allocator;
} sending;

static ssize_t read_block(void *user, uint64_t position, char *block, size_t size) {
    ff_answer *answer = &((sending *)user)->answer;
    size_t got = 0;
    ff_code code =
        answer->bytes.read_at(&answer->bytes, (int64_t)position, block, size, &got, NULL);
    return code == FF_OK && got > 0 ? (ssize_t)got : MHD_CONTENT_READER_END_WITH_ERROR;
}

static void close_file(void *user) {
    sending *s = user;
    ff_answer_free(&s->answer);
    s->allocator->release(s->allocator->user, s);
}

/* Takes the file out of the answer: it is read as the other side takes it. */
static enum MHD_Result send_file(const http_server *server, struct MHD_Connection *connection,
                                 ff_answer *answer) {
    const header headers[] = {{"Content-Type", answer->type}, {"Cache-Control", "no-store"}};
    const ff_allocator *allocator = ff_context_allocator(server->context);
    sending *s = allocator->allocate(allocator->user, sizeof *s);
    if (s == NULL) {
        return MHD_NO;
    }
    *s = (sending){*answer, allocator};
    ff_answer_init(answer, server->context);
    struct MHD_Response *response = server->library.create_response_from_callback(
        (uint64_t)s->answer.bytes.size, BLOCK, read_block, s, close_file);
    if (response == NULL) {
        close_file(s);
        return MHD_NO;
    }
    return send_response(server, connection, MHD_HTTP_OK, response, headers,
                         sizeof headers / sizeof *headers);
}

enum MHD_Result http_send_api(struct MHD_Connection *connection, http_server *server,
                              const char *method, const http_call *call) {
    ff_error error;
    ff_app *app = app_of(server, call, &error);
    if (app == NULL) {
        return http_send_error(connection, server, MHD_HTTP_INTERNAL_SERVER_ERROR, call->target,
                               &error);
    }
    ff_request request = {.method = method,
                          .path = http_api_path(call->target),
                          .body = call->body.data,
                          .length = call->body.length};
    ff_answer out;
    ff_answer_init(&out, server->context);
    int status = ff_request_answer(server->context, app, &request, &out);
    enum MHD_Result result =
        out.type != NULL ? send_file(server, connection, &out)
                         : send_json(server, connection, (unsigned)status, call->target, &out.text);
    ff_answer_free(&out);
    return result;
}

/* Whether the browser takes gzip: "gzip" among the words, and not refused by ";q=0". */
static bool takes_gzip(const http_server *server, struct MHD_Connection *connection) {
    int count;
    const char *words = http_header(server, connection, "Accept-Encoding", &count);
    while (words != NULL && *words != '\0') {
        words += strspn(words, ", \t");
        size_t length = strcspn(words, ",");
        size_t name = strcspn(words, ",; \t");
        if (name == 4 && strncmp(words, "gzip", 4) == 0) {
            const char *weight = strstr(words, "q=0");
            bool refused = weight != NULL && weight < words + length &&
                           strspn(weight + 3, ".0") == strcspn(weight + 3, ",; \t");
            return !refused;
        }
        words += length;
    }
    return false;
}

static const page_file *find_file(const char *target) {
    for (const page_file *file = page_files; file->path != NULL; file++) {
        if (strcmp(file->path, target) == 0) {
            return file;
        }
    }
    return NULL;
}

enum MHD_Result http_send_page(struct MHD_Connection *connection, const http_server *server,
                               const char *method, const http_call *call) {
    ff_error error;
    const page_file *file = find_file(call->target);
    if (file == NULL) {
        ff_fail(&error, FF_ERR_NOT_FOUND, NULL, FF_NO_OFFSET, "the page has no such file");
        return http_send_error(connection, server, MHD_HTTP_NOT_FOUND, call->target, &error);
    }
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0) {
        ff_fail(&error, FF_ERR_USAGE, file->path, FF_NO_OFFSET, "a file is asked with GET");
        return http_send_error(connection, server, MHD_HTTP_METHOD_NOT_ALLOWED, call->target,
                               &error);
    }
    bool packed = takes_gzip(server, connection);
    const header headers[] = {{"Content-Type", file->type},
                              {"Cache-Control", "no-cache"},
                              {"Vary", "Accept-Encoding"},
                              {"Content-Encoding", "gzip"}};
    /* The library takes a pointer to non-const and, told that it persists, only reads it. */
    void *bytes = (void *)(packed ? file->packed : file->plain);
    struct MHD_Response *response = server->library.create_response_from_buffer(
        packed ? file->packed_size : file->plain_size, bytes, MHD_RESPMEM_PERSISTENT);
    return send_response(server, connection, MHD_HTTP_OK, response, headers, packed ? 4 : 3);
}
