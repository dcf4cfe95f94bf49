/* A document as JSON, for a page that shows it by its own means. */
#include "report/document.h"

static const char *const kinds[] = {
    [FF_BLOCK_HEADING] = "heading", [FF_BLOCK_TEXT] = "text",       [FF_BLOCK_ALERT] = "alert",
    [FF_BLOCK_SMALL] = "small",     [FF_BLOCK_ITEM] = "item",       [FF_BLOCK_STEP] = "step",
    [FF_BLOCK_TABLE] = "table",     [FF_BLOCK_DRAWING] = "drawing", [FF_BLOCK_FIELD] = "field"};

static void write_cells(ff_json *json, const char *const *cells, size_t count) {
    ff_json_array(json);
    for (size_t i = 0; i < count; i++) {
        ff_json_text(json, cells[i] != NULL ? cells[i] : "");
    }
    ff_json_end_array(json);
}

static void write_table(ff_json *json, const ff_block_table *table) {
    if (table->head != NULL) {
        ff_json_name(json, "head");
        write_cells(json, table->head, table->columns);
    }
    ff_json_name(json, "rows");
    ff_json_array(json);
    for (size_t r = 0; r < table->rows; r++) {
        write_cells(json, table->cells + r * table->columns, table->columns);
    }
    ff_json_end_array(json);
    ff_json_name(json, "row_heads");
    ff_json_bool(json, table->row_heads);
}

static void write_block(ff_json *json, const ff_document_block *block) {
    ff_json_object(json);
    ff_json_text_member(json, "kind", kinds[block->kind]);
    if (block->kind == FF_BLOCK_HEADING) {
        ff_json_name(json, "level");
        ff_json_int(json, block->level);
    }
    ff_json_text_member(json, "text", block->text);
    if (block->kind == FF_BLOCK_TABLE) {
        write_table(json, &block->table);
    } else if (block->kind == FF_BLOCK_DRAWING) {
        ff_json_text_member(json, "svg", block->drawing.svg);
    }
    ff_json_end_object(json);
}

void ff_document_as_json(const ff_document *document, ff_json *json) {
    ff_json_object(json);
    ff_json_text_member(json, "title", document->title);
    ff_json_name(json, "blocks");
    ff_json_array(json);
    for (size_t i = 0; i < document->count; i++) {
        write_block(json, &document->blocks[i]);
    }
    ff_json_end_array(json);
    ff_json_end_object(json);
}
