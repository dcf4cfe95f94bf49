/* A document as one self-contained page. */
#include "report/document.h"

#include "base/digest.h"
#include "report/xml_text.h"

#include <stdio.h>
#include <string.h>

/* Colours come in pairs for light and dark, each of at least 7 to 1 against what it stands on; on
 * paper the page is black on white whatever the screen was. */
static const char style[] =
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1c2529;--soft:#454f54;--line:#b9b6ad;"
    "--alarm:#8a0f16;--alarm-soft:#fdeceb}\n"
    "@media (prefers-color-scheme:dark){:root{--paper:#12181b;--ink:#e8ebec;--soft:#b9c3c7;"
    "--line:#48545a;--alarm:#ffb9b4;--alarm-soft:#3d1719}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.45 system-ui,"
    "\"Segoe UI\",Roboto,\"Noto Sans\",\"DejaVu Sans\",sans-serif}\n"
    "main{max-width:50rem;margin:0 auto;padding:1rem;overflow-wrap:break-word}\n"
    "h1,h2,h3,h4{line-height:1.25;margin:1.1em 0 .4em;text-wrap:balance;break-after:avoid}\n"
    "h1{font-size:1.6rem;margin-top:0}\n"
    "h2{font-size:1.15rem;border-bottom:1px solid var(--line);padding-bottom:.15em}\n"
    "h3{font-size:1rem}h4{font-size:.95rem}\n"
    "p,ul,ol{margin:0 0 .6em}ul,ol{padding-left:1.4em}li{margin:.15em 0;break-inside:avoid}\n"
    ".alert{border:2px solid var(--alarm);background:var(--alarm-soft);color:var(--alarm);"
    "font-weight:600;padding:.45em .7em;border-radius:.3em;break-inside:avoid}\n"
    ".small,figcaption,caption{font-size:.85rem;color:var(--soft)}\n"
    ".wide{overflow-x:auto;margin:0 0 .8em}\n"
    "table{border-collapse:collapse;width:100%}caption{text-align:left;padding:0 0 .25em}\n"
    "th,td{text-align:left;vertical-align:top;padding:.25em .7em .25em 0;border-bottom:1px solid "
    "var(--line);min-width:4.5em}\n"
    "th{font-weight:600}.r{text-align:right;min-width:0;font-variant-numeric:tabular-nums}\n"
    "thead{display:table-header-group}tr{break-inside:avoid}\n"
    ".drawings{display:flex;flex-wrap:wrap;gap:.6em 1.5em;align-items:flex-start;margin:0 0 .8em}\n"
    "figure{margin:0;flex:1 1 "
    "19rem;max-width:32rem;break-inside:avoid}svg{display:block;width:100%;height:auto}\n"
    "figcaption{padding-top:.3em}\n"
    ".field{display:flex;flex-wrap:wrap;gap:.2em .6em;break-inside:avoid}\n"
    ".line{flex:1 1 8rem;border-bottom:1px solid var(--ink);min-height:1.6em}\n"
    "@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#888;--alarm:#000;"
    "--alarm-soft:#fff}@page{margin:14mm}body{font-size:10pt}main{max-width:none;padding:0}"
    ".small,figcaption,caption{font-size:8.5pt}.wide{overflow:visible}"
    "p,li{orphans:2;widows:2}}\n";

/* The room between the margins of A4 that the sheet above is made for. */
#define TEXT_MM 182.0

typedef struct page {
    const ff_document *document;
    ff_text *out;
    size_t at, tables;
    const char *heading; /* the last one; NULL: none yet */
    const char *open;    /* the element around blocks of a kind: "ul"; NULL: none */
    ff_block_kind kind;  /* of what is within it */
} page;

static void element(page *p, const char *name, const char *attributes, const char *text) {
    ff_text_addf(p->out, "<%s%s>", name, attributes);
    ff_xml_add(p->out, text);
    ff_text_addf(p->out, "</%s>\n", name);
}

/* ---- what stands on top ---- */

/* A drawing is as wide as it was meant to be on paper; on a screen it takes what room there is. */
static void add_widths(const ff_document *document, ff_text *out) {
    ff_text_add(out, "@media print{\n");
    for (size_t i = 0; i < document->count; i++) {
        double width = document->blocks[i].drawing.width_mm;
        if (document->blocks[i].kind == FF_BLOCK_DRAWING && width > 0 && width < TEXT_MM) {
            ff_text_addf(out, "#d%zu{flex:none;width:%dmm;max-width:100%%}\n", i, (int)width);
        }
    }
    if (document->one_page) {
        ff_text_add(out, "@page{margin:10mm}body{font-size:8.5pt;line-height:1.3}"
                         ".small,figcaption,caption{font-size:7.5pt}h2{font-size:10.5pt}"
                         "h1{font-size:14pt}\n");
    }
    ff_text_add(out, "}\n");
}

/* Only this style may be applied, and nothing may be loaded or run. */
static void add_head(const ff_document *document, ff_text *out) {
    ff_text css;
    char digest[FF_DIGEST_BASE64_SIZE];
    ff_text_init(&css, out->allocator);
    ff_text_add(&css, style);
    add_widths(document, &css);
    ff_digest_base64(css.data, css.length, digest);
    ff_text_add(out, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"");
    ff_xml_add_value(out, document->language);
    ff_text_addf(out,
                 "\">\n<head>\n<meta charset=\"utf-8\" />\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\" />\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                 "<meta name=\"color-scheme\" content=\"light dark\" />\n"
                 "<meta name=\"generator\" content=\"footfall\" />\n",
                 digest);
    if (document->subject != NULL) {
        ff_text_add(out, "<meta name=\"description\" content=\"");
        ff_xml_add_value(out, document->subject);
        ff_text_add(out, "\" />\n");
    }
    ff_text_add(out, "<title>");
    ff_xml_add(out, document->title);
    ff_text_addf(out, "</title>\n<style>%s</style>\n</head>\n", css.data);
    out->failed |= css.failed;
    ff_text_free(&css);
}

/* ---- blocks ---- */

static void add_heading(page *p, const ff_document_block *block) {
    static const char *const names[] = {"h2", "h3", "h4"};
    int level = block->level < 1 ? 1 : block->level > 3 ? 3 : block->level;
    element(p, names[level - 1], "", block->text);
    p->heading = block->text;
}

static void add_cell(page *p, const ff_block_table *table, const char *text, size_t column,
                     const char *scope) {
    bool right = table->right != NULL && table->right[column] == 'r';
    const char *name = scope != NULL ? "th" : "td";
    ff_text_addf(p->out, "<%s", name);
    if (scope != NULL) {
        ff_text_addf(p->out, " scope=\"%s\"", scope);
    }
    ff_text_add(p->out, right ? " class=\"r\">" : ">");
    ff_xml_add(p->out, text != NULL ? text : "");
    ff_text_addf(p->out, "</%s>", name);
}

/* A head without a word is a plain cell: it would be the head of nothing. */
static void add_table_head(page *p, const ff_block_table *table) {
    ff_text_add(p->out, "<thead><tr>");
    for (size_t c = 0; c < table->columns; c++) {
        bool named = table->head[c] != NULL && table->head[c][0] != '\0';
        add_cell(p, table, table->head[c], c, named ? "col" : NULL);
    }
    ff_text_add(p->out, "</tr></thead>\n");
}

/* A wide table is scrolled, also with the keyboard, under a name. */
static void add_table(page *p, const ff_document_block *block) {
    const ff_block_table *table = &block->table;
    p->tables++;
    if (block->text != NULL) {
        ff_text_addf(p->out,
                     "<div class=\"wide\" role=\"region\" aria-labelledby=\"t%zu\" tabindex=\"0\">"
                     "<table>\n<caption id=\"t%zu\">",
                     p->at, p->at);
        ff_xml_add(p->out, block->text);
        ff_text_add(p->out, "</caption>\n");
    } else {
        ff_text_addf(p->out, "<div class=\"wide\" role=\"region\" aria-label=\"Table %zu",
                     p->tables);
        if (p->heading != NULL) {
            ff_text_add(p->out, ": ");
            ff_xml_add_value(p->out, p->heading);
        }
        ff_text_add(p->out, "\" tabindex=\"0\"><table>\n");
    }
    if (table->head != NULL) {
        add_table_head(p, table);
    }
    ff_text_add(p->out, "<tbody>\n");
    for (size_t r = 0; r < table->rows; r++) {
        ff_text_add(p->out, "<tr>");
        for (size_t c = 0; c < table->columns; c++) {
            add_cell(p, table, table->cells[r * table->columns + c], c,
                     c == 0 && table->row_heads ? "row" : NULL);
        }
        ff_text_add(p->out, "</tr>\n");
    }
    ff_text_add(p->out, "</tbody></table></div>\n");
}

static void add_drawing(page *p, const ff_document_block *block) {
    ff_text_addf(p->out, "<figure id=\"d%zu\">\n%s", p->at, block->drawing.svg);
    if (block->text != NULL) {
        element(p, "figcaption", "", block->text);
    }
    ff_text_add(p->out, "</figure>\n");
}

static void add_field(page *p, const ff_document_block *block) {
    ff_text_add(p->out, "<p class=\"field\"><span>");
    ff_xml_add(p->out, block->text);
    ff_text_add(p->out, ":</span> <span class=\"line\"></span></p>\n");
}

static void add_block(page *p, const ff_document_block *block) {
    switch (block->kind) {
    case FF_BLOCK_HEADING:
        add_heading(p, block);
        break;
    case FF_BLOCK_TEXT:
        element(p, "p", "", block->text);
        break;
    case FF_BLOCK_ALERT:
        element(p, "p", " class=\"alert\"", block->text);
        break;
    case FF_BLOCK_SMALL:
        element(p, "p", " class=\"small\"", block->text);
        break;
    case FF_BLOCK_ITEM:
    case FF_BLOCK_STEP:
        element(p, "li", "", block->text);
        break;
    case FF_BLOCK_TABLE:
        add_table(p, block);
        break;
    case FF_BLOCK_DRAWING:
        add_drawing(p, block);
        break;
    case FF_BLOCK_FIELD:
        add_field(p, block);
        break;
    }
}

/* The element around a row of blocks of one kind; NULL: none. */
static const char *around(ff_block_kind kind) {
    switch (kind) {
    case FF_BLOCK_ITEM:
        return "ul";
    case FF_BLOCK_STEP:
        return "ol";
    case FF_BLOCK_DRAWING:
        return "div";
    default:
        return NULL;
    }
}

static void close_around(page *p) {
    if (p->open != NULL) {
        ff_text_addf(p->out, "</%s>\n", p->open);
    }
    p->open = NULL;
}

void ff_document_as_html(const ff_document *document, ff_text *out) {
    page p = {.document = document, .out = out};
    add_head(document, out);
    ff_text_add(out, "<body>\n<main>\n");
    element(&p, "h1", "", document->title);
    for (; p.at < document->count; p.at++) {
        const ff_document_block *block = &document->blocks[p.at];
        if (p.open != NULL && p.kind != block->kind) {
            close_around(&p);
        }
        if (p.open == NULL && around(block->kind) != NULL) {
            p.open = around(block->kind);
            p.kind = block->kind;
            ff_text_addf(out, "<%s%s>\n", p.open,
                         block->kind == FF_BLOCK_DRAWING ? " class=\"drawings\"" : "");
        }
        add_block(&p, block);
    }
    close_around(&p);
    ff_text_add(out, "</main>\n</body>\n</html>\n");
}
