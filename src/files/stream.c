#include "files/stream.h"

static ff_code read_bytes(ff_stream *stream, void *buffer, size_t count, size_t *got,
                          ff_error *error) {
    ff_bytes *bytes = stream->state;
    return bytes->read_at(bytes, stream->position, buffer, count, got, error);
}

void ff_stream_of_bytes(ff_stream *stream, ff_bytes *bytes) {
    *stream = (ff_stream){.read = read_bytes, .name = bytes->name, .state = bytes};
}

ff_code ff_stream_read(ff_stream *stream, void *buffer, size_t count, size_t *got,
                       ff_error *error) {
    *got = 0;
    ff_code code = stream->read(stream, buffer, count, got, error);
    stream->position += (int64_t)*got;
    return code;
}

void ff_stream_close(ff_stream *stream) {
    if (stream->close != NULL) {
        stream->close(stream);
    }
}
