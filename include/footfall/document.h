/* A document: what is printed or handed to someone: a visit note, a plan, a card for the shop.
 *
 * Plain data in reading order, so that text, a page and a PDF are made of the same and say the
 * same. Texts and arrays are borrowed from where they were made (an arena); texts are clean: whole
 * UTF-8 without control characters, whatever was typed. Inside the library, report/document.h builds
 * one block by block and sees to that.
 */
#ifndef FOOTFALL_DOCUMENT_H
#define FOOTFALL_DOCUMENT_H

#include <stdbool.h>
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
    FF_BLOCK_TABLE,   /* table, with text as its caption (NULL: none) */
    FF_BLOCK_DRAWING, /* drawing, with text as its caption; drawings in a row stand side by side
                         where there is room */
    FF_BLOCK_FIELD    /* text, and a line to write on behind it */
} ff_block_kind;

/* Cells row by row; a cell may be "" or NULL, which prints as nothing. */
typedef struct ff_block_table {
    const char *const *head;  /* columns of them; NULL: no head */
    const char *const *cells; /* rows * columns */
    const char *right; /* columns characters, 'r' where the column is of numbers; NULL: none */
    bool row_heads;    /* the first cell of a row says what the others are about */
    size_t columns, rows;
} ff_block_table;

/* An <svg> element of footfall's own (report/svg.h), as drawn on a white sheet. */
typedef struct ff_block_drawing {
    const char *svg;
    double width_mm; /* on paper; 0: as wide as the text. On a screen it takes what room there is */
} ff_block_drawing;

typedef struct ff_document_block {
    ff_block_kind kind;
    int level;
    const char *text; /* NULL where there is none */
    ff_block_table table;
    ff_block_drawing drawing;
} ff_document_block;

typedef enum ff_paper { FF_PAPER_A4, FF_PAPER_LETTER } ff_paper;

typedef struct ff_document {
    const char *title;
    const char *subject;  /* in a sentence, for who looks at the file from outside; NULL */
    const char *language; /* "en" */
    int64_t made_s;       /* UTC seconds */
    ff_paper paper;
    bool one_page; /* letters and gaps may shrink a little where it then fits on one page; what does
                      not fit goes on to the next, in the usual size */
    ff_document_block *blocks;
    size_t count;
} ff_document;

#ifdef __cplusplus
}
#endif

#endif
