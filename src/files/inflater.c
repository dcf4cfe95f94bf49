#include "files/inflater.h"

#include <string.h>

/* What is read at once; larger pieces are no faster. */
#define INPUT 65536u

static voidpf zlib_allocate(voidpf user, uInt count, uInt size) {
    const ff_allocator *allocator = user;
    return allocator->allocate(allocator->user, (size_t)count * size);
}

static void zlib_release(voidpf user, voidpf block) {
    const ff_allocator *allocator = user;
    allocator->release(allocator->user, block);
}

/* zlib wants a pointer that may be written through, but only hands it back. */
static voidpf without_const(const ff_allocator *allocator) {
    union {
        const void *in;
        void *out;
    } pointer = {.in = allocator};
    return pointer.out;
}

ff_code ff_inflater_begin(ff_inflater *inflater, const ff_allocator *allocator, ff_bytes *bytes,
                          int64_t from, int64_t end, int window_bits, ff_error *error) {
    *inflater = (ff_inflater){.allocator = allocator, .bytes = bytes, .at = from, .end = end};
    inflater->zlib.zalloc = zlib_allocate;
    inflater->zlib.zfree = zlib_release;
    inflater->zlib.opaque = without_const(allocator);
    if (bytes->memory == NULL) {
        inflater->input = allocator->allocate(allocator->user, INPUT);
    }
    bool ready = bytes->memory != NULL || inflater->input != NULL;
    if (!ready || inflateInit2(&inflater->zlib, window_bits) != Z_OK) {
        allocator->release(allocator->user, inflater->input);
        *inflater = (ff_inflater){0};
        return ff_fail(error, FF_ERR_MEMORY, bytes->name, FF_NO_OFFSET, "not enough memory");
    }
    return FF_OK;
}

/* Gives zlib more to read, when there is more. */
static ff_code feed(ff_inflater *inflater, ff_error *error) {
    int64_t left = inflater->end - inflater->at;
    size_t count = left > (int64_t)INPUT ? INPUT : left > 0 ? (size_t)left : 0;
    if (inflater->zlib.avail_in > 0 || count == 0) {
        return FF_OK;
    }
    if (inflater->bytes->memory != NULL) {
        inflater->zlib.next_in = (const uint8_t *)inflater->bytes->memory + inflater->at;
    } else {
        ff_bytes *bytes = inflater->bytes;
        ff_code code = bytes->read_at(bytes, inflater->at, inflater->input, count, &count, error);
        if (code != FF_OK) {
            return code;
        }
        inflater->zlib.next_in = inflater->input;
    }
    inflater->zlib.avail_in = (uInt)count;
    inflater->at += (int64_t)count;
    return FF_OK;
}

static ff_code fault(const ff_inflater *inflater, int status, ff_error *error) {
    const char *name = inflater->bytes->name;
    const char *said = inflater->zlib.msg != NULL ? inflater->zlib.msg : "no word from zlib";
    if (status == Z_MEM_ERROR) {
        return ff_fail(error, FF_ERR_MEMORY, name, FF_NO_OFFSET, "not enough memory");
    }
    if (status == Z_BUF_ERROR) {
        return ff_fail(error, FF_ERR_TRUNCATED, name, ff_inflater_at(inflater),
                       "the packed data end too early");
    }
    bool sum = strcmp(said, "incorrect data check") == 0;
    bool length = strcmp(said, "incorrect length check") == 0;
    if (sum || length) {
        return ff_fail(error, FF_ERR_CHECKSUM, name, ff_inflater_at(inflater),
                       "what was unpacked does not have the %s that the gzip says",
                       sum ? "checksum" : "length");
    }
    return ff_fail(error, FF_ERR_DAMAGED, name, ff_inflater_at(inflater),
                   "the packed data are damaged (%s)", said);
}

ff_code ff_inflater_read(ff_inflater *inflater, void *buffer, size_t count, size_t *got,
                         bool *ended, ff_error *error) {
    z_stream *zlib = &inflater->zlib;
    *got = 0;
    *ended = false;
    while (*got < count) {
        ff_code code = feed(inflater, error);
        if (code != FF_OK) {
            return code;
        }
        size_t room = count - *got < INPUT ? count - *got : INPUT;
        zlib->next_out = (uint8_t *)buffer + *got;
        zlib->avail_out = (uInt)room;
        int status = inflate(zlib, Z_NO_FLUSH);
        size_t made = room - zlib->avail_out;
        *got += made;
        if (status == Z_STREAM_END) {
            *ended = true;
            return FF_OK;
        }
        if (status == Z_NEED_DICT) {
            status = Z_DATA_ERROR;
        }
        if (status != Z_OK && (status != Z_BUF_ERROR || made == 0)) {
            return fault(inflater, status, error);
        }
    }
    return FF_OK;
}

int64_t ff_inflater_at(const ff_inflater *inflater) {
    return inflater->at - (int64_t)inflater->zlib.avail_in;
}

void ff_inflater_again(ff_inflater *inflater, int64_t from) {
    inflateReset(&inflater->zlib);
    inflater->zlib.avail_in = 0;
    inflater->at = from;
}

void ff_inflater_end(ff_inflater *inflater) {
    if (inflater->allocator != NULL) {
        inflateEnd(&inflater->zlib);
        inflater->allocator->release(inflater->allocator->user, inflater->input);
    }
    *inflater = (ff_inflater){0};
}
