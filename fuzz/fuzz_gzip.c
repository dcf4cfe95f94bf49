/* Fuzz target: any bytes as a gzip.
 *
 * Read whole from memory, whole by position, and as a stream: all tell the same.
 */
#include "files/pack.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool truth) {
    if (!truth) {
        abort();
    }
}

/* A source that has to be read: memory hidden behind its read_at. */
typedef struct hidden {
    ff_bytes bytes;
    ff_bytes memory;
} hidden;

static ff_code hidden_read(ff_bytes *bytes, int64_t offset, void *buffer, size_t count, size_t *got,
                           ff_error *error) {
    ff_bytes *memory = &((hidden *)bytes)->memory;
    return memory->read_at(memory, offset, buffer, count, got, error);
}

/* As a stream: what comes is what was read whole; all of it, when its code says so. libdeflate reads
 * length codes that the format does not have as its longest, which zlib refuses: where the checksum
 * holds all the same, the whole is there and the stream is not. */
static void demand_stream(ff_bytes *bytes, const ff_bytes *whole, ff_code code) {
    ff_stream stream;
    ff_error error;
    ff_code streamed = ff_gzip_stream(NULL, bytes, &stream, &error);
    if (streamed != FF_OK) {
        demand(streamed == code && whole->size == 0);
        return;
    }
    int64_t at = 0;
    for (size_t step = 1;; step = step * 5 % 50021 + 1) {
        uint8_t piece[50022];
        size_t got = 0;
        streamed = ff_stream_read(&stream, piece, step, &got, &error);
        if (streamed != FF_OK || got == 0) {
            break;
        }
        if (ff_pack_kept(code)) {
            demand(at + (int64_t)got <= whole->size);
            demand(memcmp((const char *)whole->memory + at, piece, got) == 0);
        }
        at += (int64_t)got;
    }
    ff_stream_close(&stream);
    bool refused = code == FF_OK && streamed == FF_ERR_DAMAGED;
    demand(streamed == code || refused || (code == FF_ERR_LIMIT && at > FF_PACK_MOST_WHOLE));
    demand(at == whole->size || refused || !ff_pack_kept(code));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    hidden source;
    ff_bytes_of_memory(&source.memory, data, size, "fuzz");
    source.bytes = (ff_bytes){.read_at = hidden_read, .size = (int64_t)size, .name = "fuzz"};
    ff_arena arena;
    ff_bytes out[2];
    ff_error errors[2];
    ff_arena_init(&arena, NULL);
    ff_code code = ff_gzip_read(&source.memory, &arena, &out[0], &errors[0]);
    demand(code == FF_OK || (errors[0].offset >= -1 && errors[0].offset <= (int64_t)size));
    demand(out[0].size == 0 || ff_pack_kept(code));
    demand(ff_gzip_read(&source.bytes, &arena, &out[1], &errors[1]) == code);
    demand(out[0].size == out[1].size);
    demand(code == FF_OK || errors[0].offset == errors[1].offset);
    demand(memcmp(out[0].memory, out[1].memory, (size_t)out[0].size) == 0);
    demand_stream(&source.memory, &out[0], code);
    ff_arena_free(&arena);
    return 0;
}
