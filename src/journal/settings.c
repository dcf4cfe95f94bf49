#include "journal/store.h"

ff_code ff_journal_setting(ff_journal *journal, ff_arena *arena, const char *name,
                           const char **value, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, "SELECT value FROM setting WHERE name = ?", error);
    ff_sql_text(&sql, name);
    *value = ff_sql_row(&sql) ? ff_sql_get_text(&sql, 0, arena) : NULL;
    return ff_sql_end(&sql);
}

ff_code ff_journal_set_setting(ff_journal *journal, const char *name, const char *value,
                               ff_error *error) {
    ff_sql sql = ff_sql_begin(journal,
                              value != NULL ? "INSERT OR REPLACE INTO setting VALUES (?, ?)"
                                            : "DELETE FROM setting WHERE name = ?",
                              error);
    ff_sql_text(&sql, ff_store_words(name));
    if (value != NULL) {
        ff_sql_text(&sql, value);
    }
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}
