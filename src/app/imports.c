/* imports: what became of every file that was ever imported. */
#include "app/app.h"

#include "report/import_report.h"

static ff_code collect_imports(ff_app *app, ff_arena *arena, ff_import_entry **entries,
                               size_t *count, ff_error *error) {
    ff_import_list imports;
    ff_code code = ff_journal_imports(app->journal, arena, &imports, error);
    if (code != FF_OK) {
        return code;
    }
    *count = imports.count;
    *entries = ff_arena_take(arena, imports.count, sizeof **entries);
    if (*entries == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < imports.count && code == FF_OK; i++) {
        (*entries)[i].import = imports.items[i];
        code = ff_journal_import_files(app->journal, arena, imports.items[i].id,
                                       &(*entries)[i].files, error);
    }
    return code;
}

ff_code ff_app_imports(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_import_entry *entries = NULL;
    size_t count = 0;
    ff_code code = collect_imports(app, &arena, &entries, &count, error);
    if (code == FF_OK) {
        if (format == FF_AS_JSON) {
            ff_imports_report_json(entries, count, &reply->text);
        } else {
            ff_imports_report_text(entries, count, &arena, &reply->text);
        }
    }
    return ff_app_end(&arena, code, reply, error);
}
