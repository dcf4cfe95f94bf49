/* Fuzz target: any bytes as a file with runs in it.
 *
 * What comes out must be whole: every text ends, every column has all its rows, every figure is a
 * finite number or absent, time does not run backwards, and the marks lie in the run's order.
 */
#include "demand.h"

#include "base/arena.h"
#include "files/import_runs.h"

#include <footfall/bytes.h>

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
    ff_code code = ff_file_read_runs(NULL, &bytes, &arena, &result, &error);
    demand(code == error.code);
    demand((code != FF_OK) == (result.kind == FF_FILE_FAILED));
    demand(result.kind != FF_FILE_RUNS || result.runs.count > 0);
    demand(result.kind != FF_FILE_NOT_RUNS || result.what != NULL);
    for (size_t i = 0; code == FF_OK && i < result.runs.count; i++) {
        demand_run(&result.runs.items[i]);
    }
    ff_arena_free(&arena);
    return 0;
}
