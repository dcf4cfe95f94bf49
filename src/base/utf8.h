/* UTF-8, as far as text from files and people needs it. */
#ifndef FOOTFALL_BASE_UTF8_H
#define FOOTFALL_BASE_UTF8_H

#include <stddef.h>

/* Bytes of the well-formed character at text (1 to 4), or 0 when there is none within length:
 * overlong forms, surrogates and values over U+10FFFF are refused. */
size_t ff_utf8_length(const char *text, size_t length);

#endif
