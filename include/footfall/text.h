/* Growable text: how results leave the library.
 *
 * A failed allocation is remembered in `failed` and later additions do nothing, so a writer checks
 * once, at the end: also one who used the text for many lines, clearing it between. data is always
 * NUL-terminated (never NULL after ff_text_init, even when empty), and may hold any bytes.
 */
#ifndef FOOTFALL_TEXT_H
#define FOOTFALL_TEXT_H

#include <footfall/context.h>
#include <footfall/error.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ff_text {
    char *data;
    size_t length;
    size_t capacity; /* 0: data points at a constant "" */
    const ff_allocator *allocator;
    bool failed; /* memory ran out: the text is not whole */
} ff_text;

/* allocator NULL: the C library's; it must outlive the text. */
void ff_text_init(ff_text *text, const ff_allocator *allocator);
void ff_text_free(ff_text *text);  /* back to an empty, usable text; nothing has failed */
void ff_text_clear(ff_text *text); /* empty; keeps the memory, and that something failed */
void ff_text_add(ff_text *text, const char *string);
void ff_text_add_bytes(ff_text *text, const void *bytes, size_t count);
void ff_text_add_char(ff_text *text, char c);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void ff_text_addf(ff_text *text, const char *format, ...);

void ff_text_add_blanks(ff_text *text, size_t count);

/* Columns a string takes on a terminal, as far as UTF-8 characters tell. */
size_t ff_text_columns(const char *string);

/* Columns of a line of text that people read. */
#define FF_TEXT_WIDTH 80

/* Adds words, broken at blanks and newlines so that no line is wider than width columns (but for a
 * word that is wider alone), and a newline. The first line begins with first, the others with as
 * many blanks as first is wide. */
void ff_text_wrap(ff_text *text, const char *first, const char *words, size_t width);

/* FF_OK, or FF_ERR_MEMORY when an addition failed. */
ff_code ff_text_check(const ff_text *text, ff_error *error);

#ifdef __cplusplus
}
#endif

#endif
