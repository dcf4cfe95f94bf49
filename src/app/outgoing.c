#include "app/outgoing.h"

#include "app/data.h"
#include "app/slices.h"
#include "base/json.h"
#include "base/number.h"

#include <string.h>

struct ff_outgoing {
    ff_app *app;
    int64_t number;
    const char *kind;
    unsigned part;
    ff_journal *journal; /* of its own; NULL: the app's, then it is made in one go */
    ff_slices slices;
    bool ended; /* with code */
    size_t files;
    ff_bytes bytes; /* once it is made */
    ff_code code;
    ff_error error;
};

static const struct {
    const char *name;
    unsigned part;
} kinds[] = {{"json", FF_EXPORT_JSON}, {"csv", FF_EXPORT_CSV}, {"gpx", FF_EXPORT_GPX}};

/* ---- its beginning ---- */

static ff_code set_kind(ff_outgoing *out, const char *kind, ff_error *error) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kind, kinds[i].name) == 0) {
            out->kind = kinds[i].name;
            out->part = kinds[i].part;
            return FF_OK;
        }
    }
    return ff_fail(error, FF_ERR_VALUE, "kind", FF_NO_OFFSET, "it is json, csv or gpx");
}

static void make(void *data, const ff_watch *watch) {
    ff_outgoing *out = data;
    ff_app *app = out->app;
    const ff_export_job job = {.journal = out->journal != NULL ? out->journal : app->journal,
                               .part = out->part,
                               .watch = watch};
    out->code = ff_export_file(app, &job, &out->bytes, &out->files, &out->error);
}

static ff_code open_own(ff_outgoing *out, ff_error *error) {
    const char *path = ff_journal_path(out->app->journal);
    return strcmp(path, ":memory:") != 0
               ? ff_journal_open(out->app->context, path, FF_JOURNAL_READ, &out->journal, error)
               : FF_OK;
}

ff_code ff_outgoing_begin(ff_app *app, const char *kind, ff_error *error) {
    const ff_allocator *allocator = ff_context_allocator(app->context);
    ff_outgoing blank = {.app = app, .number = app->outgoing_count + 1};
    ff_code code = set_kind(&blank, kind, error);
    if (code != FF_OK) {
        return code;
    }
    ff_outgoing_close(app);
    ff_outgoing *out = allocator->allocate(allocator->user, sizeof *out);
    if (out == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    *out = blank;
    code = open_own(out, error);
    if (code != FF_OK) {
        allocator->release(allocator->user, out);
        return code;
    }
    out->slices = (ff_slices){.work = make, .data = out};
    ff_slices_begin(&out->slices, app->context, out->journal != NULL);
    app->outgoing = out;
    app->outgoing_count++;
    return FF_OK;
}

ff_code ff_outgoing_check(const ff_app *app, int64_t number, ff_error *error) {
    return app->outgoing != NULL && app->outgoing->number == number
               ? FF_OK
               : ff_fail(error, FF_ERR_VALUE, "export", FF_NO_OFFSET,
                         "that export is over, or another one has begun; begin again");
}

/* ---- the making ---- */

static void end(ff_outgoing *out) {
    out->ended = true;
    ff_journal_close(out->journal);
    out->journal = NULL;
}

ff_code ff_outgoing_step(ff_app *app, ff_error *error) {
    ff_outgoing *out = app->outgoing;
    if (!out->ended && ff_slices_go(&out->slices)) {
        end(out);
    }
    ff_code code = out->ended ? out->code : FF_OK;
    if (code != FF_OK) {
        if (error != NULL) {
            *error = out->error;
        }
        ff_outgoing_close(app);
    }
    return code;
}

ff_code ff_outgoing_take(ff_app *app, ff_bytes *bytes, ff_error *error) {
    ff_outgoing *out = app->outgoing;
    if (!out->ended) {
        return ff_fail(error, FF_ERR_USAGE, "export", FF_NO_OFFSET, "it is not made yet");
    }
    *bytes = out->bytes;
    out->code = FF_ERR_NOT_FOUND; /* nothing is left to let go of */
    ff_outgoing_close(app);
    return FF_OK;
}

void ff_outgoing_close(ff_app *app) {
    ff_outgoing *out = app->outgoing;
    if (out == NULL) {
        return;
    }
    if (!out->ended) {
        ff_slices_stop(&out->slices);
        end(out);
    }
    if (out->code == FF_OK) {
        ff_bytes_close(&out->bytes);
    }
    const ff_allocator *allocator = ff_context_allocator(app->context);
    allocator->release(allocator->user, out);
    app->outgoing = NULL;
}

/* ---- how it stands ---- */

static void tell_making(const ff_outgoing *out, ff_json *json) {
    ff_json_text_member(json, "state", "making");
    ff_json_name(json, "share");
    ff_json_number(json, ff_round_places(out->slices.share < 1 ? out->slices.share : 1, 4));
}

static void tell_made(const ff_outgoing *out, ff_json *json) {
    ff_json_text_member(json, "state", "made");
    ff_json_name(json, out->part == FF_EXPORT_JSON ? "rows" : "files");
    ff_json_uint(json, out->files);
    ff_json_name(json, "bytes");
    ff_json_int(json, out->bytes.size);
}

void ff_outgoing_tell(const ff_app *app, ff_text *text) {
    const ff_outgoing *out = app->outgoing;
    ff_json json;
    ff_json_init(&json, text);
    ff_json_object(&json);
    if (out == NULL) {
        ff_json_text_member(&json, "state", "none");
    } else {
        ff_json_name(&json, "export");
        ff_json_int(&json, out->number);
        ff_json_text_member(&json, "kind", out->kind);
        (out->ended ? tell_made : tell_making)(out, &json);
    }
    ff_json_end_object(&json);
    ff_text_add_char(text, '\n');
}
