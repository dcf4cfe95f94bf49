/* Fuzz target: any bytes as a zip.
 *
 * Opened from memory and by position, and both must tell the same; names are harmless; members are
 * read whole, as streams and as byte sources, and what is whole in one way is so in the others;
 * zips in it are opened too. Nothing unpacks to more than the directory says.
 */
#include "base/utf8.h"
#include "files/pack.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* As many members of a zip are read; more would only make it slow. */
#define MOST_READ 24

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

static void demand_name(const char *name) {
    size_t length = strlen(name), part = 0;
    demand(length > 0);
    for (size_t i = 0; i <= length;) {
        if (i == length || name[i] == '/') {
            demand(i > part);
            demand(!(i - part == 2 && memcmp(name + part, "..", 2) == 0));
            demand(!(i - part == 1 && name[part] == '.'));
            part = ++i;
            continue;
        }
        size_t step = ff_utf8_length(name + i, length - i);
        demand(step > 0 && (unsigned char)name[i] >= 0x20 && name[i] != 0x7F && name[i] != '\\');
        i += step;
    }
}

/* The member as a stream: no more than it says, and what was read whole. */
static ff_code demand_stream(const ff_zip *zip, const ff_member *member, const ff_bytes *whole) {
    ff_stream stream;
    ff_error error;
    ff_code code = ff_zip_stream(NULL, zip, member, &stream, &error);
    if (code != FF_OK) {
        return code;
    }
    int64_t at = 0;
    for (;;) {
        uint8_t piece[30000];
        size_t got = 0;
        code = ff_stream_read(&stream, piece, sizeof piece, &got, &error);
        if (code != FF_OK || got == 0) {
            break;
        }
        demand(at + (int64_t)got <= member->size);
        demand(at + (int64_t)got <= whole->size || whole->size == 0);
        demand(whole->size == 0 || memcmp((const char *)whole->memory + at, piece, got) == 0);
        at += (int64_t)got;
    }
    ff_stream_close(&stream);
    return code;
}

static void demand_zip(const ff_zip *outer, const ff_member *in, ff_bytes *bytes);

static void demand_member(const ff_zip *zip, const ff_zip *by_position, size_t i) {
    const ff_member *member = &zip->members[i];
    ff_arena arena;
    ff_bytes out[2], source;
    ff_error error;
    ff_arena_init(&arena, NULL);
    ff_code code = ff_zip_read(zip, member, &arena, &out[0], &error);
    demand(out[0].size <= member->size);
    demand(out[0].size == 0 || ff_pack_kept(code));
    if (by_position != NULL) {
        demand(ff_zip_read(by_position, &by_position->members[i], &arena, &out[1], NULL) == code);
        demand(out[0].size == out[1].size);
        demand(memcmp(out[0].memory, out[1].memory, (size_t)out[0].size) == 0);
    }
    ff_code streamed = demand_stream(zip, member, &out[0]);
    demand(streamed != FF_OK || code == FF_OK || code == FF_ERR_LIMIT);
    code = ff_zip_bytes(NULL, zip, member, &source, &error);
    demand(source.size <= member->size);
    if (ff_pack_kept(code) && source.size > 4) {
        demand_zip(zip, member, &source);
    }
    ff_bytes_close(&source);
    ff_arena_free(&arena);
}

static void demand_same(const ff_zip *a, const ff_zip *b) {
    demand(a->count == b->count);
    for (size_t i = 0; i < a->count; i++) {
        const ff_member *x = &a->members[i], *y = &b->members[i];
        demand(strcmp(x->name, y->name) == 0);
        demand(x->packed_size == y->packed_size && x->size == y->size && x->offset == y->offset);
        demand(x->crc == y->crc && x->method == y->method && x->encrypted == y->encrypted);
    }
}

static void demand_zip(const ff_zip *outer, const ff_member *in, ff_bytes *bytes) {
    uint8_t magic[2] = {0};
    if (ff_bytes_read(bytes, 0, magic, 2, NULL) != FF_OK || memcmp(magic, "PK", 2) != 0) {
        return;
    }
    ff_arena arena;
    ff_zip zip;
    ff_error damage, error;
    ff_arena_init(&arena, NULL);
    ff_code code = ff_zip_open_inner(NULL, outer, in, bytes, &arena, &zip, &damage, &error);
    demand(code == FF_OK || zip.count == 0);
    demand(zip.depth <= FF_PACK_MOST_DEPTH || code != FF_OK);
    for (size_t i = 0; i < zip.count && i < MOST_READ / 4; i++) {
        demand_name(zip.members[i].name);
        demand_member(&zip, NULL, i);
    }
    ff_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    hidden source;
    ff_bytes_of_memory(&source.memory, data, size, "fuzz");
    source.bytes = (ff_bytes){.read_at = hidden_read, .size = (int64_t)size, .name = "fuzz"};
    ff_arena arena;
    ff_zip zips[2];
    ff_error damage[2], errors[2];
    ff_arena_init(&arena, NULL);
    ff_code code = ff_zip_open(NULL, &source.memory, &arena, &zips[0], &damage[0], &errors[0]);
    demand(ff_zip_open(NULL, &source.bytes, &arena, &zips[1], &damage[1], &errors[1]) == code);
    demand(damage[0].code == damage[1].code);
    demand(code == FF_OK || errors[0].offset <= (int64_t)size);
    demand_same(&zips[0], &zips[1]);
    for (size_t i = 0; i < zips[0].count; i++) {
        demand_name(zips[0].members[i].name);
        if (i < MOST_READ) {
            demand_member(&zips[0], &zips[1], i);
        }
    }
    ff_arena_free(&arena);
    return 0;
}
