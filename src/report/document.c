#include "report/document.h"

#include "base/utf8.h"

#include <string.h>

/* ---- clean text: what draws it need not look ---- */

static bool is_control(const char *text, size_t length) {
    return length == 1 ? (unsigned char)*text < 0x20 || *text == 0x7F
                       : length == 2 && text[0] == '\xC2' && (unsigned char)text[1] < 0xA0;
}

/* What is written in place of the character at text: itself, or nothing for what breaks lines or
 * steers a terminal, and U+FFFD for bytes that are none. */
static size_t clean_length(const char *text, size_t left, const char **instead) {
    size_t length = ff_utf8_length(text, left);
    *instead = length == 0 ? "\xEF\xBF\xBD" : is_control(text, length) ? " " : NULL;
    return length > 0 ? length : 1;
}

static bool is_clean(const char *text) {
    const char *instead = NULL;
    for (size_t left = strlen(text); left > 0 && instead == NULL;) {
        size_t length = clean_length(text, left, &instead);
        text += length;
        left -= length;
    }
    return instead == NULL;
}

/* The text itself where there is nothing to mend. */
static const char *clean(ff_arena *arena, const char *text) {
    if (text == NULL || is_clean(text)) {
        return text;
    }
    size_t left = strlen(text), at = 0;
    char *mended = ff_arena_take(arena, left * 3 + 1, 1);
    while (mended != NULL && left > 0) {
        const char *instead;
        size_t length = clean_length(text, left, &instead);
        size_t added = instead != NULL ? strlen(instead) : length;
        memcpy(mended + at, instead != NULL ? instead : text, added);
        at += added;
        text += length;
        left -= length;
    }
    return mended;
}

/* ---- blocks ---- */

void ff_document_begin(ff_document_builder *builder, ff_arena *arena, const char *title,
                       int64_t made_s) {
    *builder = (ff_document_builder){
        .arena = arena,
        .document = {.title = clean(arena, title), .language = "en", .made_s = made_s}};
}

static void add(ff_document_builder *builder, const ff_document_block *block) {
    ff_document *document = &builder->document;
    if (document->count == builder->room) {
        size_t room = builder->room > 0 ? builder->room * 2 : 32;
        ff_document_block *grown =
            ff_arena_grow(builder->arena, document->blocks, document->count, room, sizeof *grown);
        if (grown == NULL) {
            return;
        }
        document->blocks = grown;
        builder->room = room;
    }
    document->blocks[document->count++] = *block;
}

static void add_words(ff_document_builder *builder, ff_block_kind kind, int level,
                      const char *text) {
    if (text != NULL && text[0] != '\0') {
        add(builder, &(ff_document_block){
                         .kind = kind, .level = level, .text = clean(builder->arena, text)});
    }
}

void ff_document_heading(ff_document_builder *builder, int level, const char *text) {
    add_words(builder, FF_BLOCK_HEADING, level, text);
}

void ff_document_text(ff_document_builder *builder, const char *text) {
    add_words(builder, FF_BLOCK_TEXT, 0, text);
}

void ff_document_alert(ff_document_builder *builder, const char *text) {
    add_words(builder, FF_BLOCK_ALERT, 0, text);
}

void ff_document_small(ff_document_builder *builder, const char *text) {
    add_words(builder, FF_BLOCK_SMALL, 0, text);
}

void ff_document_item(ff_document_builder *builder, const char *text) {
    add_words(builder, FF_BLOCK_ITEM, 1, text);
}

void ff_document_step(ff_document_builder *builder, const char *text) {
    add_words(builder, FF_BLOCK_STEP, 1, text);
}

void ff_document_field(ff_document_builder *builder, const char *text) {
    add_words(builder, FF_BLOCK_FIELD, 0, text);
}

/* 'r' for each column of numbers. */
static const char *right_columns(ff_arena *arena, const ff_table *table) {
    char *right = ff_arena_take(arena, table->columns + 1, 1);
    for (size_t c = 0; right != NULL && c < table->columns; c++) {
        right[c] = table->right[c] ? 'r' : ' ';
    }
    return right;
}

static bool has_heads(const ff_table *table) {
    for (size_t c = 0; c < table->columns; c++) {
        if (table->head[c] != NULL && table->head[c][0] != '\0') {
            return true;
        }
    }
    return false;
}

void ff_document_table(ff_document_builder *builder, const char *caption, const ff_table *table,
                       bool row_heads) {
    if (table->rows == 0) {
        return;
    }
    const char *const *head = (const char *const *)table->head;
    for (size_t i = 0; i < table->rows * table->columns; i++) {
        table->cells[i] = clean(builder->arena, table->cells[i]);
    }
    ff_document_block block = {.kind = FF_BLOCK_TABLE,
                               .text = clean(builder->arena, caption),
                               .table = {.head = has_heads(table) ? head : NULL,
                                         .cells = (const char *const *)table->cells,
                                         .right = right_columns(builder->arena, table),
                                         .row_heads = row_heads,
                                         .columns = table->columns,
                                         .rows = table->rows}};
    add(builder, &block);
}

void ff_document_drawing(ff_document_builder *builder, const char *caption, const char *svg,
                         double width_mm) {
    if (svg != NULL && svg[0] != '\0') {
        add(builder, &(ff_document_block){.kind = FF_BLOCK_DRAWING,
                                          .text = clean(builder->arena, caption),
                                          .drawing = {.svg = svg, .width_mm = width_mm}});
    }
}
