#include "files/import_runs.h"

#include "files/fit_runs.h"
#include "files/gpx_runs.h"
#include "files/recognise.h"
#include "files/tcx_runs.h"

#include <ctype.h>
#include <string.h>

static bool ends_with(const char *name, const char *end) {
    size_t length = name != NULL ? strlen(name) : 0, tail = strlen(end);
    if (length < tail) {
        return false;
    }
    for (size_t i = 0; i < tail; i++) {
        if (tolower((unsigned char)name[length - tail + i]) != end[i]) {
            return false;
        }
    }
    return true;
}

/* A file whose first bytes are of no format that is read. */
static ff_code other_file(const ff_bytes *bytes, const uint8_t *head, size_t count,
                          ff_recognised is, ff_file_result *result, ff_error *error) {
    bool signature = count >= 12 && memcmp(head + 8, ".FIT", 4) == 0;
    if (signature || (ends_with(bytes->name, ".fit") && is.format == FF_FORMAT_OTHER)) {
        return ff_fail(error, FF_ERR_FORMAT, bytes->name, 0,
                       "calls itself a FIT file, but its header is not one%s%s",
                       signature ? "" : ": it is ", signature ? "" : is.what);
    }
    if (is.format == FF_FORMAT_OTHER) {
        result->kind = FF_FILE_NOT_RUNS;
        result->what = is.what;
        return FF_OK;
    }
    bool packed =
        is.format == FF_FORMAT_PACKED || is.format == FF_FORMAT_ZIP || is.format == FF_FORMAT_GZIP;
    return ff_fail(error, packed ? FF_ERR_PACKED : FF_ERR_FORMAT, bytes->name, 0,
                   "is %s, which is not read", is.what);
}

static ff_code read_runs(const ff_context *context, ff_bytes *bytes, bool said_run, ff_arena *arena,
                         ff_file_result *result, ff_error *error) {
    *result = (ff_file_result){.kind = FF_FILE_FAILED};
    ff_error_clear(&result->damage);
    if (bytes->size == 0) {
        return ff_fail(error, FF_ERR_EMPTY, bytes->name, 0, "holds no bytes");
    }
    uint8_t head[FF_RECOGNISE_HEAD];
    size_t count = 0;
    ff_code code = bytes->read_at(bytes, 0, head, sizeof head, &count, error);
    if (code == FF_OK) {
        ff_recognised is = ff_recognise(head, count);
        ff_stream stream;
        ff_stream_of_bytes(&stream, bytes);
        switch (is.format) {
        case FF_FORMAT_FIT:
            code = ff_fit_read_runs(context, bytes, said_run, arena, result, error);
            break;
        case FF_FORMAT_TCX:
            code = ff_tcx_read_runs(context, &stream, said_run, arena, result, error);
            break;
        case FF_FORMAT_GPX:
            code = ff_gpx_read_runs(context, &stream, said_run, arena, result, error);
            break;
        default:
            code = other_file(bytes, head, count, is, result, error);
        }
    }
    if (code != FF_OK) {
        result->kind = FF_FILE_FAILED;
        result->runs = (ff_run_list){0};
    }
    return code;
}

ff_code ff_file_read_runs(const ff_context *context, ff_bytes *bytes, ff_arena *arena,
                          ff_file_result *result, ff_error *error) {
    return read_runs(context, bytes, false, arena, result, error);
}

ff_code ff_file_read_as_run(const ff_context *context, ff_bytes *bytes, ff_arena *arena,
                            ff_file_result *result, ff_error *error) {
    return read_runs(context, bytes, true, arena, result, error);
}
