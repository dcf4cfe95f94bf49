#include <footfall/bytes.h>

#include <string.h>

static ff_code memory_read(ff_bytes *bytes, int64_t offset, void *buffer, size_t count,
                           size_t *got, ff_error *error) {
    (void)error;
    *got = 0;
    if (offset >= 0 && offset < bytes->size) {
        uint64_t left = (uint64_t)(bytes->size - offset);
        *got = left < count ? (size_t)left : count;
        memcpy(buffer, (const char *)bytes->memory + offset, *got);
    }
    return FF_OK;
}

void ff_bytes_of_memory(ff_bytes *bytes, const void *data, size_t size, const char *name) {
    *bytes = (ff_bytes){.read_at = memory_read,
                        .size = (int64_t)size,
                        .name = name,
                        .memory = data != NULL ? data : ""};
}

ff_code ff_bytes_read(ff_bytes *bytes, int64_t offset, void *buffer, size_t count,
                      ff_error *error) {
    size_t got = 0;
    ff_code code = bytes->read_at(bytes, offset, buffer, count, &got, error);
    if (code == FF_OK && got < count) {
        code = ff_fail(error, FF_ERR_TRUNCATED, bytes->name, offset + (int64_t)got,
                       "%zu more bytes were expected", count - got);
    }
    return code;
}

void ff_bytes_close(ff_bytes *bytes) {
    if (bytes->close != NULL) {
        bytes->close(bytes);
    }
    *bytes = (ff_bytes){0};
}
