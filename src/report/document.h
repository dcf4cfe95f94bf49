/* Documents: built block by block, and written as text and as a page. (A PDF is drawn by the face,
 * which has the libraries for it.) */
#ifndef FOOTFALL_REPORT_DOCUMENT_H
#define FOOTFALL_REPORT_DOCUMENT_H

#include "base/arena.h"
#include "base/json.h"
#include "report/table.h"

#include <footfall/document.h>
#include <footfall/text.h>

/* A document that grows in an arena. Texts are borrowed; a NULL or "" adds nothing. A failure shows
 * in the arena. */
typedef struct ff_document_builder {
    ff_arena *arena;
    ff_document document; /* to be handed on when all is added; title, subject, paper and one_page
                             may be set at any time */
    size_t room;
} ff_document_builder;

/* In English, on A4. made_s: UTC seconds. */
void ff_document_begin(ff_document_builder *builder, ff_arena *arena, const char *title,
                       int64_t made_s);

void ff_document_heading(ff_document_builder *builder, int level, const char *text);
void ff_document_text(ff_document_builder *builder, const char *text);
void ff_document_alert(ff_document_builder *builder, const char *text);
void ff_document_small(ff_document_builder *builder, const char *text);
void ff_document_item(ff_document_builder *builder, const char *text);
void ff_document_step(ff_document_builder *builder, const char *text);
void ff_document_field(ff_document_builder *builder, const char *text);

/* A finished table, which must stay; nothing without rows. row_heads: the first cell of a row says
 * what the others are about. */
void ff_document_table(ff_document_builder *builder, const char *caption, const ff_table *table,
                       bool row_heads);

/* An <svg> element of report/svg.h; two in one document must differ in the id of their heads. */
void ff_document_drawing(ff_document_builder *builder, const char *caption, const char *svg,
                         double width_mm);

/* Lines of at most 80 columns; cells of wide tables are wrapped. Of a drawing its caption. */
void ff_document_as_text(const ff_document *document, ff_text *out);

/* One self-contained page: no script, nothing loaded from anywhere. It is HTML and well-formed XML
 * in one. */
void ff_document_as_html(const ff_document *document, ff_text *out);

/* {"title","blocks":[{"kind","level","text","head","rows","row_heads","svg"}]}, of which a block has
 * what its kind needs. */
void ff_document_as_json(const ff_document *document, ff_json *json);

#endif
