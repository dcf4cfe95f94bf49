/* The core as a page calls it: requests over memory that both sides see.
 *
 * The page puts method, path and body into memory from ff_wasm_alloc, calls ff_wasm_request, reads
 * the reply and gives everything back. No journal is open here: the stateless routes of request.h
 * are answered, the others say 503.
 */
#ifndef FOOTFALL_FACE_WASM_H
#define FOOTFALL_FACE_WASM_H

#include <stddef.h>
#include <stdint.h>

/* Four 32-bit words in WebAssembly: status, length, two addresses. */
typedef struct ff_wasm_reply {
    int32_t status;   /* as in HTTP */
    uint32_t length;  /* in bytes */
    char *text;       /* JSON; the bytes of a file when type is there */
    const char *type; /* of the file; NULL: the answer is JSON. Constant */
} ff_wasm_reply;

/* size bytes, at least 1; NULL when there are none left. Given back with ff_wasm_free, which does
 * nothing for NULL. */
void *ff_wasm_alloc(size_t size);
void ff_wasm_free(void *block);

/* method and path end with a NUL; body may be NULL when length is 0. The reply is the caller's, to
 * ff_wasm_reply_free; NULL when memory is gone. */
ff_wasm_reply *ff_wasm_request(const char *method, const char *path, const char *body,
                               size_t length);
void ff_wasm_reply_free(ff_wasm_reply *reply);

#endif
