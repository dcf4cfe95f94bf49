#include "journal/known_files.h"

#include "journal/store.h"

#include <stdlib.h>
#include <string.h>

static int nibble(char digit) {
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

static bool read_hex(const char *hex, uint8_t bytes[32]) {
    if (hex == NULL || strlen(hex) != 64) {
        return false;
    }
    for (size_t i = 0; i < 32; i++) {
        int high = nibble(hex[2 * i]), low = nibble(hex[2 * i + 1]);
        if (high < 0 || low < 0) {
            return false;
        }
        bytes[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

ff_code ff_journal_known_files(ff_journal *journal, ff_arena *arena, ff_known_file_list *list,
                               ff_error *error) {
    *list = (ff_known_file_list){0};
    ff_sql sql = ff_sql_begin(journal,
                              "SELECT sha256, count(DISTINCT run_id), ifnull(min(run_id), 0)"
                              " FROM import_file LEFT JOIN import_run"
                              " ON import_run.file_id = import_file.id"
                              " WHERE sha256 IS NOT NULL AND outcome <> 'failed'"
                              " GROUP BY sha256 ORDER BY sha256",
                              error);
    ff_arena scratch;
    ff_arena_init(&scratch, journal->allocator);
    while (ff_sql_row(&sql)) {
        list->items = ff_store_room(arena, list->items, list->count, sizeof *list->items);
        const char *hex = ff_sql_get_text(&sql, 0, &scratch);
        if (ff_sql_no_room(&sql, arena) || ff_sql_no_room(&sql, &scratch)) {
            break;
        }
        ff_known_file *file = &list->items[list->count];
        file->runs = (size_t)ff_sql_get_int(&sql, 1);
        file->run_id = ff_sql_get_int(&sql, 2);
        list->count += read_hex(hex, file->sha256); /* lower case hex sorts as its bytes do */
    }
    ff_arena_free(&scratch);
    return ff_sql_end(&sql);
}

static int by_fingerprint(const void *a, const void *b) {
    return memcmp(a, ((const ff_known_file *)b)->sha256, 32);
}

const ff_known_file *ff_known_file_find(const ff_known_file_list *list, const char *sha256) {
    uint8_t key[32];
    return list->count > 0 && read_hex(sha256, key)
               ? bsearch(key, list->items, list->count, sizeof *list->items, by_fingerprint)
               : NULL;
}
