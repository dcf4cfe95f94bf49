/* Fingerprints: SHA-256 of all bytes. */
#ifndef FOOTFALL_BASE_DIGEST_H
#define FOOTFALL_BASE_DIGEST_H

#include <footfall/bytes.h>

#define FF_DIGEST_SIZE 65 /* 64 hex digits and the NUL */

ff_code ff_digest_of_bytes(ff_bytes *bytes, char hex[FF_DIGEST_SIZE], ff_error *error);

/* The same of text in memory, in base 64, as a Content-Security-Policy names it. */
#define FF_DIGEST_BASE64_SIZE 45 /* and the NUL */

void ff_digest_base64(const char *text, size_t length, char base64[FF_DIGEST_BASE64_SIZE]);

#endif
