/* The fingerprint of a file: SHA-256 of all its bytes. */
#ifndef FOOTFALL_BASE_DIGEST_H
#define FOOTFALL_BASE_DIGEST_H

#include <footfall/bytes.h>

#define FF_DIGEST_SIZE 65 /* 64 hex digits and the NUL */

ff_code ff_digest_of_bytes(ff_bytes *bytes, char hex[FF_DIGEST_SIZE], ff_error *error);

#endif
