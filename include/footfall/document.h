/* A document: what is printed or handed to someone: a visit note, a plan, a card for the shop.
 *
 * Plain data in reading order, so that text, a page and a PDF are made of the same and say the
 * same. Texts and arrays are borrowed from where they were made (an arena); texts are UTF-8.
 */
#ifndef FOOTFALL_DOCUMENT_H
#define FOOTFALL_DOCUMENT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ff_block_kind {
    FF_BLOCK_HEADING, /* text, level 1 to 3; the title of the document stands above all */
    FF_BLOCK_TEXT,    /* a paragraph */
    FF_BLOCK_ALERT,   /* a paragraph that must not be overlooked: a red flag */
    FF_BLOCK_SMALL,   /* small print: where numbers come from */
    FF_BLOCK_ITEM,    /* one item of a list; level 1 */
    FF_BLOCK_STEP,    /* one item of a numbered list, counted from the first after anything else */
    FF_BLOCK_TABLE,   /* table, with text as its caption */
    FF_BLOCK_DRAWING, /* drawing, described by text */
    FF_BLOCK_FIELD,   /* text, and a line to write on behind it */
    FF_BLOCK_PAGE     /* what follows stands on a new page */
} ff_block_kind;

/* Cells row by row; a cell may be "". */
typedef struct ff_document_table {
    const char *const *head;  /* columns of them */
    const char *const *cells; /* rows * columns */
    const char *right; /* columns characters, 'r' where the column is of numbers; NULL: none */
    size_t columns, rows;
} ff_document_table;

/* An <svg> element of footfall's own, as drawn on a white sheet. */
typedef struct ff_document_drawing {
    const char *svg;
    double width_mm; /* on paper; 0: as wide as the text. */
} ff_document_drawing;

typedef struct ff_document_block {
    ff_block_kind kind;
    int level;
    const char *text; /* NULL where there is none */
    ff_document_table table;
    ff_document_drawing drawing;
} ff_document_block;

typedef struct ff_document {
    const char *title;
    const char *subject;  /* in a sentence, for who looks at the file from outside; NULL */
    const char *language; /* "en" */
    int64_t made_s;       /* UTC seconds */
    ff_document_block *blocks;
    size_t count;
} ff_document;

#ifdef __cplusplus
}
#endif

#endif
