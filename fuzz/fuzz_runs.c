/* Fuzz target: any bytes as a file with runs in it. */
#include "demand.h"

#include <footfall/bytes.h>

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    ff_bytes bytes;
    ff_arena arena;
    ff_file_result result;
    ff_error error;
    memset(&result, 0xA5, sizeof result);
    ff_error_clear(&error);
    ff_arena_init(&arena, NULL);
    ff_bytes_of_memory(&bytes, data, size, "fuzz");
    ff_code code = size % 2 == 1 ? ff_file_read_as_run(NULL, &bytes, &arena, &result, &error)
                                 : ff_file_read_runs(NULL, &bytes, &arena, &result, &error);
    demand(code == error.code);
    demand((code != FF_OK) == (result.kind == FF_FILE_FAILED));
    demand_result(code, &result);
    ff_arena_free(&arena);
    return 0;
}
