#include "files/pack.h"

#include "files/inflater.h"
#include "files/little.h"

#include <libdeflate.h>
#include <string.h>

/* Beginning of a member: magic and method. */
#define MAGIC "\x1F\x8B\x08"
/* Flag of a header with a checksum of its own, which libdeflate does not test. */
#define HEADER_SUM 2
/* Header and trailer of the smallest member, and its two bytes of deflated nothing. */
#define LEAST 20

typedef struct {
    const ff_allocator *allocator;
    ff_bytes *bytes;
    ff_inflater inflater;
    int64_t member_out; /* unpacked of the member at hand */
    unsigned members;   /* that ended */
    bool over;          /* nothing more is to be unpacked */
    ff_code end_code;   /* what there is to say then */
    ff_error end;
} gzip_stream;

static void end_with(gzip_stream *s, ff_code code) {
    s->over = true;
    s->end_code = code;
}

/* Behind a member: another, zeros to the end, or what does not belong there. */
static ff_code look_behind(gzip_stream *s, ff_error *error) {
    int64_t at = ff_inflater_at(&s->inflater);
    uint8_t piece[4096];
    size_t got = sizeof piece;
    s->members++;
    s->member_out = 0;
    for (int64_t next = at; got == sizeof piece; next += (int64_t)got) {
        ff_code code = s->bytes->read_at(s->bytes, next, piece, sizeof piece, &got, error);
        if (code != FF_OK) {
            return code;
        }
        if (next == at && got >= 3 && memcmp(piece, MAGIC, 3) == 0) {
            ff_inflater_again(&s->inflater, at);
            return FF_OK;
        }
        for (size_t i = 0; i < got; i++) {
            if (piece[i] != 0) {
                end_with(s, ff_fail(&s->end, FF_ERR_TRAILING, s->bytes->name, at,
                                    "the gzip ends here, and %lld more bytes follow that are not "
                                    "one",
                                    (long long)(s->bytes->size - at)));
                return FF_OK;
            }
        }
    }
    end_with(s, FF_OK);
    return FF_OK;
}

/* A word that says more than the inflater's own. */
static ff_code gzip_fault(gzip_stream *s, ff_code code, int64_t done, ff_error *error) {
    const char *name = s->bytes->name;
    if (code == FF_ERR_TRUNCATED) {
        return ff_fail(error, code, name, s->bytes->size,
                       "the gzip ends too early: %lld bytes could be unpacked", (long long)done);
    }
    if (code == FF_ERR_DAMAGED && s->members > 0 && s->member_out == 0) {
        return ff_fail(error, FF_ERR_TRAILING, name, ff_inflater_at(&s->inflater),
                       "something follows behind the gzip's end that is not one");
    }
    return code;
}

static ff_code check_ratio(const gzip_stream *s, int64_t done, ff_error *error) {
    if (done > FF_PACK_FREE && done / FF_PACK_MOST_RATIO > ff_inflater_at(&s->inflater)) {
        return ff_fail(error, FF_ERR_UNSAFE, s->bytes->name, FF_NO_OFFSET,
                       "unpacks to more than %d times its size, as in a gzip made to do harm",
                       FF_PACK_MOST_RATIO);
    }
    return FF_OK;
}

static ff_code read_gzip(ff_stream *stream, void *buffer, size_t count, size_t *got,
                         ff_error *error) {
    gzip_stream *s = stream->state;
    ff_code code = FF_OK;
    *got = 0;
    while (*got == 0 && !s->over && code == FF_OK) {
        bool ended = false;
        code = ff_inflater_read(&s->inflater, buffer, count, got, &ended, error);
        s->member_out += (int64_t)*got;
        if (*got > 0) {
            code = FF_OK; /* an error comes again at the next call */
        }
        if (code != FF_OK) {
            return gzip_fault(s, code, stream->position, error);
        }
        code = check_ratio(s, stream->position + (int64_t)*got, error);
        if (code == FF_OK && ended) {
            code = look_behind(s, error);
        }
    }
    if (code != FF_OK) {
        *got = 0;
        return code;
    }
    return *got > 0 || s->end_code == FF_OK
               ? FF_OK
               : ff_fail(error, s->end_code, s->end.where, s->end.offset, "%s", s->end.message);
}

static void close_gzip(ff_stream *stream) {
    gzip_stream *s = stream->state;
    ff_inflater_end(&s->inflater);
    s->allocator->release(s->allocator->user, s);
    *stream = (ff_stream){0};
}

static ff_code open_stream(const ff_allocator *allocator, ff_bytes *bytes, ff_stream *stream,
                           ff_error *error) {
    *stream = (ff_stream){0};
    uint8_t magic[3] = {0};
    size_t got = 0;
    ff_code code = bytes->read_at(bytes, 0, magic, sizeof magic, &got, error);
    if (code != FF_OK) {
        return code;
    }
    if (memcmp(magic, MAGIC, got) != 0 || got < 2) {
        return ff_fail(error, FF_ERR_DAMAGED, bytes->name, 0, "no gzip begins here");
    }
    gzip_stream *s = allocator->allocate(allocator->user, sizeof *s);
    if (s == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, bytes->name, FF_NO_OFFSET, "not enough memory");
    }
    *s = (gzip_stream){.allocator = allocator, .bytes = bytes};
    code =
        ff_inflater_begin(&s->inflater, allocator, bytes, 0, bytes->size, FF_INFLATE_GZIP, error);
    if (code != FF_OK) {
        allocator->release(allocator->user, s);
        return code;
    }
    *stream = (ff_stream){.read = read_gzip, .close = close_gzip, .name = bytes->name, .state = s};
    return FF_OK;
}

ff_code ff_gzip_stream(const ff_context *context, ff_bytes *bytes, ff_stream *stream,
                       ff_error *error) {
    return open_stream(ff_context_allocator(context), bytes, stream, error);
}

/* The usual gzip, one member that says its length truly; *done is false for every other. */
static ff_code unpack_fast(ff_arena *arena, const uint8_t *data, size_t count, ff_bytes *out,
                           bool *done, ff_error *error) {
    uint64_t size = ff_little32(data + count - 4), most = (uint64_t)count * FF_PACK_MOST_RATIO;
    *done = false;
    bool bomb = size > (uint64_t)FF_PACK_FREE && size > most;
    if (bomb || size > (uint64_t)FF_PACK_MOST_WHOLE || (data[3] & HEADER_SUM) != 0) {
        return FF_OK;
    }
    uint8_t *room = ff_arena_room(arena, (size_t)size, 1);
    if (room == NULL) {
        return ff_arena_check(arena, error);
    }
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    if (decompressor == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, out->name, FF_NO_OFFSET, "not enough memory");
    }
    size_t used = 0, made = 0;
    *done = libdeflate_gzip_decompress_ex(decompressor, data, count, room, (size_t)size, &used,
                                          &made) == LIBDEFLATE_SUCCESS &&
            used == count && made == size;
    libdeflate_free_decompressor(decompressor);
    if (*done) {
        ff_bytes_of_memory(out, room, made, out->name);
    }
    return FF_OK;
}

/* Memory that grows as it is filled. */
typedef struct {
    const ff_allocator *allocator;
    uint8_t *data;
    size_t used, room;
} growing;

static ff_code grow(growing *g, const char *name, ff_error *error) {
    size_t room = g->room > 0 ? g->room * 2 : 65536;
    const ff_allocator *allocator = g->allocator;
    uint8_t *data = g->data != NULL ? allocator->resize(allocator->user, g->data, g->room, room)
                                    : allocator->allocate(allocator->user, room);
    if (data == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, name, FF_NO_OFFSET, "not enough memory");
    }
    g->data = data;
    g->room = room;
    return FF_OK;
}

static ff_code gather(ff_stream *stream, growing *g, ff_error *error) {
    for (;;) {
        size_t got = 0;
        ff_code code = g->used == g->room ? grow(g, stream->name, error) : FF_OK;
        if (code == FF_OK) {
            code = ff_stream_read(stream, g->data + g->used, g->room - g->used, &got, error);
        }
        g->used += got;
        if (code != FF_OK || got == 0) {
            return code;
        }
        if (g->used > (size_t)FF_PACK_MOST_WHOLE) {
            return ff_fail(error, FF_ERR_LIMIT, stream->name, FF_NO_OFFSET,
                           "unpacks to more than %d MB, the most that one recording may have",
                           (int)(FF_PACK_MOST_WHOLE >> 20));
        }
    }
}

static ff_code unpack_slowly(ff_bytes *bytes, ff_arena *arena, ff_bytes *out, ff_error *error) {
    ff_stream stream;
    growing g = {.allocator = arena->allocator};
    ff_code code = open_stream(g.allocator, bytes, &stream, error);
    if (code != FF_OK) {
        return code;
    }
    code = gather(&stream, &g, error);
    ff_stream_close(&stream);
    if (ff_pack_kept(code) && g.used > 0) {
        const char *data = ff_arena_copy_bytes(arena, g.data, g.used);
        if (data == NULL) {
            code = ff_arena_check(arena, error);
        } else {
            ff_bytes_of_memory(out, data, g.used, bytes->name);
        }
    }
    g.allocator->release(g.allocator->user, g.data);
    return code;
}

ff_code ff_gzip_read(ff_bytes *bytes, ff_arena *arena, ff_bytes *out, ff_error *error) {
    const ff_allocator *allocator = arena->allocator;
    ff_bytes_of_memory(out, NULL, 0, bytes->name);
    if (bytes->size < LEAST || bytes->size > FF_PACK_MOST_WHOLE) {
        return unpack_slowly(bytes, arena, out, error);
    }
    size_t count = (size_t)bytes->size;
    const uint8_t *data = bytes->memory;
    uint8_t *own = data == NULL ? allocator->allocate(allocator->user, count) : NULL;
    bool done = false;
    ff_code code = FF_OK;
    if (data == NULL) {
        code = own != NULL
                   ? ff_bytes_read(bytes, 0, own, count, error)
                   : ff_fail(error, FF_ERR_MEMORY, bytes->name, FF_NO_OFFSET, "not enough memory");
        data = own;
    }
    if (code == FF_OK && data != NULL) {
        code = unpack_fast(arena, data, count, out, &done, error);
    }
    allocator->release(allocator->user, own);
    return code != FF_OK || done ? code : unpack_slowly(bytes, arena, out, error);
}
