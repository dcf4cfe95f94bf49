#include "base/digest.h"

#include <sha2.h>

ff_code ff_digest_of_bytes(ff_bytes *bytes, char hex[FF_DIGEST_SIZE], ff_error *error) {
    SHA2_CTX state;
    SHA256Init(&state);
    unsigned char block[16384];
    for (int64_t at = 0; at < bytes->size;) {
        size_t got = 0;
        ff_code code = bytes->read_at(bytes, at, block, sizeof block, &got, error);
        if (code != FF_OK) {
            return code;
        }
        if (got == 0) {
            break; /* the file shrank while it was read; its reader will say so */
        }
        SHA256Update(&state, block, got);
        at += (int64_t)got;
    }
    SHA256End(&state, hex);
    return FF_OK;
}
