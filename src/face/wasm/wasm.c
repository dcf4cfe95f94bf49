#include "face/wasm/wasm.h"

#include <footfall/request.h>

#include <stdlib.h>

/* The names under which the page finds the functions. */
#if defined(__wasm__)
#define EXPORT(name) __attribute__((export_name(#name)))
#else
#define EXPORT(name)
#endif

EXPORT(ff_wasm_alloc) void *ff_wasm_alloc(size_t size) {
    return malloc(size > 0 ? size : 1);
}

EXPORT(ff_wasm_free) void ff_wasm_free(void *block) {
    free(block);
}

EXPORT(ff_wasm_request)
ff_wasm_reply *ff_wasm_request(const char *method, const char *path, const char *body,
                               size_t length) {
    ff_wasm_reply *reply = malloc(sizeof *reply);
    if (reply == NULL) {
        return NULL;
    }
    ff_request request = {.method = method, .path = path, .body = body, .length = length};
    ff_text out;
    ff_text_init(&out, NULL);
    int status = ff_request_answer(NULL, NULL, &request, &out);
    if (out.failed || out.length > UINT32_MAX) { /* memory was gone even for the error */
        ff_text_free(&out);
        free(reply);
        return NULL;
    }
    *reply = (ff_wasm_reply){.status = status, .length = (uint32_t)out.length, .text = out.data};
    return reply; /* the text is now the reply's: ff_text_init took the C library's allocator */
}

EXPORT(ff_wasm_reply_free) void ff_wasm_reply_free(ff_wasm_reply *reply) {
    if (reply != NULL) {
        free(reply->text);
        free(reply);
    }
}
