/* Fuzz target: any bytes as a TCX file. */
#include "demand.h"
#include "files/tcx_runs.h"

#include <footfall/bytes.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    ff_bytes bytes;
    ff_stream stream;
    ff_arena arena;
    ff_file_result result = {0};
    ff_error error;
    ff_error_clear(&error);
    ff_error_clear(&result.damage);
    ff_arena_init(&arena, NULL);
    ff_bytes_of_memory(&bytes, data, size, "fuzz");
    ff_stream_of_bytes(&stream, &bytes);
    ff_code code = ff_tcx_read_runs(NULL, &stream, size % 2 == 1, &arena, &result, &error);
    demand(code == error.code);
    demand(result.damage.offset <= (int64_t)size);
    demand_result(code, &result);
    ff_arena_free(&arena);
    return 0;
}
