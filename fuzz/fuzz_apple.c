/* Fuzz target: any bytes as Apple Health's export.xml, and as every route file it refers to.
 *
 * Each input is read with room for all samples and with room for a few, which makes the reader go
 * over the text again: both must find the same runs, and every run must be whole.
 */
#include "demand.h"

#include "base/arena.h"
#include "files/apple_runs.h"

#include <footfall/bytes.h>

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct {
    const uint8_t *data;
    size_t size;
    ff_bytes bytes;
    size_t runs;
} input;

static ff_code open_export(void *user, ff_stream *stream, ff_error *error) {
    input *in = user;
    (void)error;
    ff_bytes_of_memory(&in->bytes, in->data, in->size, "fuzz");
    ff_stream_of_bytes(stream, &in->bytes);
    return FF_OK;
}

static ff_code open_sibling(void *user, const char *path, ff_arena *arena, ff_bytes *out,
                            ff_error *error) {
    const input *in = user;
    (void)arena;
    if (path[0] == '\0') {
        return ff_fail(error, FF_ERR_NOT_FOUND, path, FF_NO_OFFSET, "not there");
    }
    ff_bytes_of_memory(out, in->data, in->size, "route");
    return FF_OK;
}

static ff_code take(void *user, const ff_run *run, ff_error *error) {
    input *in = user;
    (void)error;
    demand_run(run);
    demand(run->sport == FF_SPORT_RUNNING);
    demand(run->figures.elapsed_s >= 0);
    in->runs++;
    return FF_OK;
}

/* How many runs there are; SIZE_MAX when it cannot be read. */
static size_t read_runs(input *in, size_t most_samples) {
    ff_siblings siblings = {.open = open_sibling, .user = in};
    ff_apple_export export = {
        .open = open_export, .user = in, .siblings = &siblings, .most_samples = most_samples};
    ff_run_sink sink = {.take = take, .user = in};
    ff_file_result result;
    ff_error error;
    memset(&result, 0xA5, sizeof result);
    ff_error_clear(&error);
    in->runs = 0;
    ff_code code = ff_apple_read_runs(NULL, &export, &sink, &result, &error);
    demand(code == error.code);
    demand((code != FF_OK) == (result.kind == FF_FILE_FAILED));
    demand(code != FF_OK || (result.kind == FF_FILE_RUNS) == (in->runs > 0));
    demand(result.kind != FF_FILE_NOT_RUNS || result.what != NULL);
    return code == FF_OK ? in->runs : SIZE_MAX;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    input in = {.data = data, .size = size};
    size_t runs = read_runs(&in, 0);
    demand(read_runs(&in, 3) == runs);
    return 0;
}
