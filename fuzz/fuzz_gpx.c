/* Fuzz target: any bytes as a GPX file, to its runs and to a bare track. */
#include "demand.h"
#include "files/gpx_runs.h"

#include <footfall/bytes.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A track that holds no more than it was given, and makes a run whatever it holds. */
static void read_track(ff_bytes *bytes, ff_arena *arena) {
    ff_stream stream;
    ff_track *track;
    ff_track_facts facts;
    ff_run run;
    ff_error error;
    demand(ff_track_new(ff_allocator_libc(), &track, &error) == FF_OK);
    ff_stream_of_bytes(&stream, bytes);
    (void)ff_gpx_read_track(NULL, &stream, track, &error);
    demand(ff_track_rows(track) + ff_track_timeless(track) <= (size_t)bytes->size);
    ff_track_facts_init(&facts);
    facts.format = "GPX";
    facts.source = "fuzz";
    demand(ff_track_run(NULL, track, &facts, arena, &run, &error) == FF_OK);
    ff_file_result result = {.kind = FF_FILE_RUNS, .runs = {.items = &run, .count = 1}};
    demand_result(FF_OK, &result);
    ff_track_free(track);
}

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
    ff_code code = ff_gpx_read_runs(NULL, &stream, size % 2 == 1, &arena, &result, &error);
    demand(code == error.code);
    demand(result.damage.offset <= (int64_t)size);
    demand_result(code, &result);
    read_track(&bytes, &arena);
    ff_arena_free(&arena);
    return 0;
}
