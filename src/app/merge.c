/* merge and part: which recordings are one run, as the runner says. */
#include "app/which_run.h"

#include "base/json.h"

#include <inttypes.h>

static ff_code merge(ff_app *app, ff_arena *arena, const char *run, const char *other,
                     int64_t *kept, ff_error *error) {
    int64_t first = 0, second = 0;
    ff_code code = ff_which_run(app, arena, run, &first, error);
    if (code == FF_OK) {
        code = ff_which_run(app, arena, other, &second, error);
    }
    return code == FF_OK ? ff_journal_merge(app->journal, first, second, kept, error) : code;
}

ff_code ff_app_merge(ff_app *app, const char *run, const char *other, ff_format format,
                     ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    int64_t kept = 0;
    ff_code code = merge(app, &arena, run, other, &kept, error);
    if (code == FF_OK && format == FF_AS_JSON) {
        ff_text_addf(&reply->text, "{\"run\":%" PRId64 "}\n", kept);
    } else if (code == FF_OK) {
        ff_text_addf(&reply->text,
                     "They are one now, run %" PRId64 ". To take that back: %s part %" PRId64 "\n",
                     kept, app->program, kept);
    }
    return ff_app_end(&arena, code, reply, error);
}

static void tell_parted(const int64_t *runs, size_t count, ff_format format, ff_text *out) {
    ff_text_add(out, format == FF_AS_JSON ? "{\"runs\":[" : "It is taken apart: runs ");
    for (size_t i = 0; i < count; i++) {
        const char *between = format == FF_AS_JSON ? "," : i + 1 < count ? ", " : " and ";
        ff_text_addf(out, "%s%" PRId64, i > 0 ? between : "", runs[i]);
    }
    ff_text_add(out, format == FF_AS_JSON ? "]}\n" : ".\n");
}

ff_code ff_app_part(ff_app *app, const char *run, ff_format format, ff_reply *reply,
                    ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    int64_t id, *runs;
    size_t count;
    ff_code code = ff_which_run(app, &arena, run, &id, error);
    if (code == FF_OK) {
        code = ff_journal_part(app->journal, &arena, id, &runs, &count, error);
    }
    if (code == FF_OK) {
        tell_parted(runs, count, format, &reply->text);
    }
    return ff_app_end(&arena, code, reply, error);
}
