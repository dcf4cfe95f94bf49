#include "face/wasm/wasm.h"

#include <footfall/request.h>

#include <stdbool.h>
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

/* The bytes of a file, whole in memory, where the page wants them; false when they cannot be had.
 */
static bool take_file(ff_answer *answer, ff_wasm_reply *reply) {
    ff_bytes *bytes = &answer->bytes;
    size_t size = (size_t)bytes->size;
    char *block = bytes->size <= (int64_t)UINT32_MAX / 2 ? ff_wasm_alloc(size) : NULL;
    if (block == NULL || ff_bytes_read(bytes, 0, block, size, NULL) != FF_OK) {
        free(block);
        return false;
    }
    reply->text = block;
    reply->length = (uint32_t)size;
    reply->type = answer->type;
    return true;
}

EXPORT(ff_wasm_request)
ff_wasm_reply *ff_wasm_request(const char *method, const char *path, const char *body,
                               size_t length) {
    ff_wasm_reply *reply = malloc(sizeof *reply);
    if (reply == NULL) {
        return NULL;
    }
    ff_request request = {.method = method, .path = path, .body = body, .length = length};
    ff_answer out;
    ff_answer_init(&out, NULL);
    int status = ff_request_answer(NULL, NULL, &request, &out);
    *reply = (ff_wasm_reply){
        .status = status, .length = (uint32_t)out.text.length, .text = out.text.data};
    bool good = out.type != NULL ? take_file(&out, reply)
                                 : !out.text.failed && out.text.length <= UINT32_MAX;
    if (out.type != NULL || !good) {
        ff_answer_free(&out);
    }
    if (!good) { /* memory was gone even for the error */
        free(reply);
        return NULL;
    }
    return reply; /* the text is now the reply's: ff_answer_init took the C library's allocator */
}

EXPORT(ff_wasm_reply_free) void ff_wasm_reply_free(ff_wasm_reply *reply) {
    if (reply != NULL) {
        free(reply->text);
        free(reply);
    }
}
