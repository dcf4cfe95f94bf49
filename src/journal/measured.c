#include "journal/store.h"

#include <string.h>

ff_code ff_journal_put_measured(ff_journal *journal, int64_t run_id, const ff_measured *measured,
                                ff_error *error) {
    ff_sql sql = ff_sql_again(journal,
                              "INSERT OR REPLACE INTO measured (recording_id, version, data)"
                              " SELECT leader, ?, ? FROM run WHERE leader IS NOT NULL AND id = ?",
                              error);
    ff_sql_int(&sql, measured->version);
    ff_sql_blob(&sql, measured->data, measured->size);
    return ff_store_change_end(&sql, run_id, "run");
}

ff_code ff_journal_measured(ff_journal *journal, ff_arena *arena, int64_t run_id, int version,
                            ff_measured *measured, ff_error *error) {
    *measured = (ff_measured){0};
    ff_sql sql = ff_sql_again(journal,
                              "SELECT version, data FROM measured WHERE recording_id ="
                              " (SELECT leader FROM run WHERE id = ?) AND version = ?",
                              error);
    ff_sql_int(&sql, run_id);
    ff_sql_int(&sql, version);
    if (ff_sql_row(&sql)) {
        size_t size = (size_t)sqlite3_column_bytes(sql.statement, 1);
        const void *data = sqlite3_column_blob(sql.statement, 1);
        unsigned char *kept = ff_arena_take(arena, size, 1);
        if (!ff_sql_no_room(&sql, arena)) {
            if (size > 0) {
                memcpy(kept, data, size);
            }
            *measured = (ff_measured){version, kept, size};
        }
    }
    return ff_sql_end(&sql);
}
