#include "base/digest.h"

#include <nettle/base16.h>
#include <nettle/base64.h>
#include <nettle/sha2.h>

ff_code ff_digest_of_bytes(ff_bytes *bytes, char hex[FF_DIGEST_SIZE], ff_error *error) {
    struct sha256_ctx state;
    sha256_init(&state);
    unsigned char block[16384], digest[SHA256_DIGEST_SIZE];
    for (int64_t at = 0; at < bytes->size;) {
        size_t got = 0;
        ff_code code = bytes->read_at(bytes, at, block, sizeof block, &got, error);
        if (code != FF_OK) {
            return code;
        }
        if (got == 0) {
            break; /* the file shrank while it was read; its reader will say so */
        }
        sha256_update(&state, got, block);
        at += (int64_t)got;
    }
    sha256_digest(&state, sizeof digest, digest);
    base16_encode_update(hex, sizeof digest, digest);
    hex[FF_DIGEST_SIZE - 1] = '\0';
    return FF_OK;
}

void ff_digest_base64(const char *text, size_t length, char base64[FF_DIGEST_BASE64_SIZE]) {
    struct sha256_ctx state;
    unsigned char digest[SHA256_DIGEST_SIZE];
    sha256_init(&state);
    sha256_update(&state, length, (const unsigned char *)text);
    sha256_digest(&state, sizeof digest, digest);
    base64_encode_raw(base64, sizeof digest, digest);
    base64[FF_DIGEST_BASE64_SIZE - 1] = '\0';
}
