#include "base/base64.h"

#include <nettle/base64.h>

/* Bytes at a time, a multiple of three so that only the last piece is filled up. */
enum { PIECE = 3 * 256 };

void ff_base64_add(ff_text *out, const void *data, size_t size) {
    const uint8_t *at = data;
    char letters[BASE64_ENCODE_RAW_LENGTH(PIECE)];
    while (size > 0) {
        size_t piece = size < PIECE ? size : PIECE;
        base64_encode_raw(letters, piece, at);
        ff_text_add_bytes(out, letters, BASE64_ENCODE_RAW_LENGTH(piece));
        at += piece;
        size -= piece;
    }
}
