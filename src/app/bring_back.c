#include "app/bring_back.h"

#include "app/data.h"
#include "base/json.h"
#include "journal/whole.h"

/* A value may be of its kind and still be none that footfall knows: found here rather than later.
 */
static ff_code read_runs(ff_app *aside, const char *name, ff_error *error) {
    ff_arena arena;
    ff_run_list runs;
    ff_app_arena(aside, &arena);
    ff_code code = ff_journal_runs(aside->journal, &arena, NULL, &runs, error);
    ff_arena_free(&arena);
    if (code == FF_ERR_DAMAGED_JOURNAL && error != NULL) {
        ff_error why = *error;
        code = ff_fail(error, FF_ERR_NOT_EXPORT, name, FF_NO_OFFSET, "%s", why.message);
    }
    return code;
}

static ff_code tell_found(ff_app *aside, bool copy, ff_text *out, ff_error *error) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    ff_json_text_member(&json, "kind", copy ? "copy" : "export");
    ff_code code = ff_data_counts(aside->journal, &json, error);
    ff_json_end_object(&json);
    return code == FF_OK ? ff_text_check(out, error) : code;
}

ff_code ff_bring_back_look(ff_app *app, const ff_restore_job *job, const char *aside, ff_text *out,
                           ff_error *error) {
    ff_app *other;
    ff_restored restored;
    ff_code code = ff_app_open(app->context, aside, &other, error);
    if (code != FF_OK) {
        return code;
    }
    code = ff_restore_file(other, job, &restored, error);
    code = code == FF_OK ? read_runs(other, job->name, error) : code;
    code = code == FF_OK ? tell_found(other, restored.copy, out, error) : code;
    ff_app_close(other);
    return code;
}

ff_code ff_bring_back(ff_app *app, const char *aside, const char *name, ff_error *error) {
    size_t rows;
    const ff_journal_source source = {.path = aside, .name = name};
    return ff_journal_restore_copy(app->journal, &source, &rows, error);
}
