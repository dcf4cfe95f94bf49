/* Bytes as text, for JSON (RFC 4648, section 4). */
#ifndef FOOTFALL_BASE_BASE64_H
#define FOOTFALL_BASE_BASE64_H

#include <footfall/text.h>

void ff_base64_add(ff_text *out, const void *data, size_t size);

#endif
