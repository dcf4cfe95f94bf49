/* A document as lines of text. */
#include "report/document.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { GAP = 2 }; /* blanks between columns */

/* ---- lines ---- */

static void add_rule(ff_text *out, const char *under, char sign) {
    size_t width = ff_text_columns(under);
    for (size_t i = 0; i < width && i < FF_TEXT_WIDTH; i++) {
        ff_text_add_char(out, sign);
    }
    ff_text_add_char(out, '\n');
}

static void add_heading(const ff_document_block *block, ff_text *out) {
    ff_text_wrap(out, "", block->text, FF_TEXT_WIDTH);
    if (block->level <= 1) {
        add_rule(out, block->text, '-');
    }
}

/* "Name: ________", to the end of the line, and at least so much that a word can be written. */
static void add_field(const ff_document_block *block, ff_text *out) {
    enum { LEAST = 20 };
    size_t width = ff_text_columns(block->text) + 2;
    ff_text_addf(out, "%s: ", block->text);
    size_t line = width + LEAST < FF_TEXT_WIDTH ? FF_TEXT_WIDTH - width : LEAST;
    for (size_t i = 0; i < line; i++) {
        ff_text_add_char(out, '_');
    }
    ff_text_add_char(out, '\n');
}

/* ---- tables ---- */

typedef struct grid {
    const ff_block_table *table;
    size_t widths[FF_TABLE_COLUMNS]; /* 0: nothing stands in the column */
} grid;

static const char *cell_at(const ff_block_table *table, size_t row, size_t column) {
    const char *cell = table->cells[row * table->columns + column];
    return cell != NULL ? cell : "";
}

static const char *head_at(const ff_block_table *table, size_t column) {
    return table->head != NULL && table->head[column] != NULL ? table->head[column] : "";
}

static size_t natural_width(const ff_block_table *table, size_t column) {
    size_t width = ff_text_columns(head_at(table, column));
    for (size_t r = 0; r < table->rows; r++) {
        size_t own = ff_text_columns(cell_at(table, r, column));
        width = own > width ? own : width;
    }
    return width;
}

static size_t whole_width(const grid *g, size_t most) {
    size_t sum = 0;
    for (size_t c = 0; c < g->table->columns; c++) {
        size_t width = g->widths[c] < most ? g->widths[c] : most;
        sum += width > 0 ? width + GAP : 0;
    }
    return sum > 0 ? sum - GAP : 0;
}

/* The widest columns give way, no narrower than they must. */
static void fit(grid *g) {
    size_t most = FF_TEXT_WIDTH;
    while (most > 1 && whole_width(g, most) > FF_TEXT_WIDTH) {
        most--;
    }
    size_t left = FF_TEXT_WIDTH - whole_width(g, most); /* of what dividing left over */
    for (size_t c = 0; c < g->table->columns; c++) {
        if (g->widths[c] > most) {
            size_t more = g->widths[c] - most < left ? g->widths[c] - most : left;
            g->widths[c] = most + more;
            left -= more;
        }
    }
}

/* How many bytes of text make the next line of at most width columns; *next is where the one after
 * it begins. A word that is wider alone is broken. */
static size_t take_line(const char *text, size_t width, const char **next) {
    size_t left = strlen(text), at = 0, columns = 0, broken_at = 0;
    while (at < left && columns < width) {
        size_t length = ff_utf8_length(text + at, left - at);
        at += length > 0 ? length : 1;
        columns++;
        broken_at = text[at] == ' ' || text[at] == '\0' ? at : broken_at;
    }
    at = broken_at > 0 ? broken_at : at;
    *next = text + at + strspn(text + at, " ");
    return at;
}

/* One line of each cell; false when none had any left. */
static bool add_cells_line(const grid *g, const char **rest, ff_text *out) {
    bool any = false;
    for (size_t c = 0; c < g->table->columns; c++) {
        any |= rest[c][0] != '\0';
    }
    size_t owed = 0;
    for (size_t c = 0; any && c < g->table->columns; c++) {
        if (g->widths[c] == 0) {
            continue;
        }
        const char *line = rest[c];
        size_t length = take_line(line, g->widths[c], &rest[c]), columns = 0;
        for (size_t i = 0; i < length; i++) {
            columns += ((unsigned char)line[i] & 0xC0) != 0x80;
        }
        size_t fill = columns < g->widths[c] ? g->widths[c] - columns : 0;
        bool right = g->table->right != NULL && g->table->right[c] == 'r';
        if (length > 0) {
            ff_text_add_blanks(out, owed + (right ? fill : 0));
            ff_text_add_bytes(out, line, length);
            owed = right ? 0 : fill;
        } else {
            owed += g->widths[c];
        }
        owed += GAP;
    }
    if (any) {
        ff_text_add_char(out, '\n');
    }
    return any;
}

static void add_row(const grid *g, const char **cells, ff_text *out) {
    while (add_cells_line(g, cells, out)) {
    }
}

static void add_table(const ff_document_block *block, ff_text *out) {
    grid g = {.table = &block->table};
    const char *cells[FF_TABLE_COLUMNS];
    for (size_t c = 0; c < g.table->columns; c++) {
        g.widths[c] = natural_width(g.table, c);
        cells[c] = head_at(g.table, c);
    }
    fit(&g);
    if (block->text != NULL) {
        ff_text_wrap(out, "", block->text, FF_TEXT_WIDTH);
    }
    add_row(&g, cells, out);
    for (size_t r = 0; r < g.table->rows; r++) {
        for (size_t c = 0; c < g.table->columns; c++) {
            cells[c] = cell_at(g.table, r, c);
        }
        add_row(&g, cells, out);
    }
}

/* ---- the whole ---- */

static bool is_list(const ff_document_block *block) {
    return block->kind == FF_BLOCK_ITEM || block->kind == FF_BLOCK_STEP ||
           block->kind == FF_BLOCK_FIELD;
}

/* Lists hang together, and what follows a heading stands right under it. */
static bool wants_gap(const ff_document_block *before, const ff_document_block *block) {
    return before->kind != FF_BLOCK_HEADING && !(is_list(before) && before->kind == block->kind);
}

static void add_block(const ff_document_block *block, int step, ff_text *out) {
    char number[24] = "";
    switch (block->kind) {
    case FF_BLOCK_HEADING:
        add_heading(block, out);
        break;
    case FF_BLOCK_TEXT:
    case FF_BLOCK_SMALL:
        ff_text_wrap(out, "", block->text, FF_TEXT_WIDTH);
        break;
    case FF_BLOCK_ALERT:
        ff_text_wrap(out, "! ", block->text, FF_TEXT_WIDTH);
        break;
    case FF_BLOCK_ITEM:
        ff_text_wrap(out, "- ", block->text, FF_TEXT_WIDTH);
        break;
    case FF_BLOCK_STEP:
        snprintf(number, sizeof number, "%d. ", step);
        ff_text_wrap(out, number, block->text, FF_TEXT_WIDTH);
        break;
    case FF_BLOCK_TABLE:
        add_table(block, out);
        break;
    case FF_BLOCK_DRAWING:
        ff_text_wrap(out, "", block->text != NULL ? block->text : "", FF_TEXT_WIDTH);
        break;
    case FF_BLOCK_FIELD:
        add_field(block, out);
        break;
    }
}

void ff_document_as_text(const ff_document *document, ff_text *out) {
    ff_text_wrap(out, "", document->title, FF_TEXT_WIDTH);
    add_rule(out, document->title, '=');
    int step = 0;
    for (size_t i = 0; i < document->count; i++) {
        const ff_document_block *block = &document->blocks[i];
        step = block->kind == FF_BLOCK_STEP ? step + 1 : 0;
        if (i == 0 || wants_gap(&document->blocks[i - 1], block)) {
            ff_text_add_char(out, '\n');
        }
        add_block(block, step, out);
    }
}
