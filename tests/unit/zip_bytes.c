#include "zip_bytes.h"

#include <assert.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

static void put(uint8_t **data, size_t *size, size_t *room, const void *bytes, size_t count) {
    if (*size + count > *room) {
        *room = (*size + count) * 2 + 1024;
        *data = realloc(*data, *room);
        assert(*data != NULL);
    }
    if (count > 0) {
        memcpy(*data + *size, bytes, count);
        *size += count;
    }
}

void zip_raw(zip_bytes *z, const void *bytes, size_t count) {
    put(&z->data, &z->size, &z->room, bytes, count);
}

static void list_raw(zip_bytes *z, const void *bytes, size_t count) {
    put(&z->directory, &z->directory_size, &z->directory_room, bytes, count);
}

/* value in so many bytes, the lowest first. */
static void number(uint8_t *at, uint64_t value, int count) {
    for (int i = 0; i < count; i++) {
        at[i] = (uint8_t)(value >> (8 * i));
    }
}

static void add_number(zip_bytes *z, uint64_t value, int count) {
    uint8_t bytes[8];
    number(bytes, value, count);
    zip_raw(z, bytes, (size_t)count);
}

static void list_number(zip_bytes *z, uint64_t value, int count) {
    uint8_t bytes[8];
    number(bytes, value, count);
    list_raw(z, bytes, (size_t)count);
}

uint32_t zip_slow_crc(const void *data, size_t size) {
    const uint8_t *bytes = data;
    uint32_t crc = 0xFFFFFFFFu;
    for (size_t i = 0; i < size; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
        }
    }
    return ~crc;
}

void zip_begin(zip_bytes *z) {
    *z = (zip_bytes){0};
}

void zip_free(zip_bytes *z) {
    free(z->data);
    free(z->directory);
    *z = (zip_bytes){0};
}

static void *deflated(const void *data, size_t size, size_t *packed) {
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
    assert(compressor != NULL);
    size_t room = libdeflate_deflate_compress_bound(compressor, size);
    void *out = malloc(room);
    assert(out != NULL);
    *packed = libdeflate_deflate_compress(compressor, data, size, out, room);
    assert(*packed > 0);
    libdeflate_free_compressor(compressor);
    return out;
}

#define WIDE 0xFFFFFFFFu

/* What both headers tell in the same order: flags to the length of the name. */
typedef struct {
    const zip_part *part;
    size_t name_length, packed, offset;
    uint64_t size;
    uint32_t crc;
} told;

static void list_member(zip_bytes *z, const told *t) {
    const zip_part *p = t->part;
    list_number(z, 0x02014B50, 4);
    list_number(z, p->made_by, 2);
    list_number(z, p->wide ? 45 : 20, 2);
    list_number(z, p->flags | (p->behind ? 8 : 0), 2);
    list_number(z, p->method, 2);
    list_number(z, 0x58210000, 4); /* 2024-01-01 */
    list_number(z, t->crc, 4);
    list_number(z, p->wide ? WIDE : t->packed, 4);
    list_number(z, p->wide ? WIDE : t->size, 4);
    list_number(z, t->name_length, 2);
    list_number(z, p->extra_length + (p->wide ? 28 : 0), 2);
    list_number(z, 0, 2);
    list_number(z, 0, 4); /* disk, internal attributes */
    list_number(z, p->attributes, 4);
    list_number(z, p->wide ? WIDE : t->offset, 4);
    list_raw(z, p->name, t->name_length);
    list_raw(z, p->extra, p->extra_length);
    if (p->wide) {
        list_number(z, 1, 2);
        list_number(z, 24, 2);
        list_number(z, t->size, 8);
        list_number(z, t->packed, 8);
        list_number(z, t->offset, 8);
    }
    z->count++;
}

static void add_local(zip_bytes *z, const told *t) {
    const zip_part *p = t->part;
    add_number(z, 0x04034B50, 4);
    add_number(z, p->wide ? 45 : 20, 2);
    add_number(z, p->flags | (p->behind ? 8 : 0), 2);
    add_number(z, p->method, 2);
    add_number(z, 0x58210000, 4);
    add_number(z, p->behind ? 0 : t->crc, 4);
    add_number(z, p->behind ? 0 : p->wide ? WIDE : t->packed, 4);
    add_number(z, p->behind ? 0 : p->wide ? WIDE : t->size, 4);
    add_number(z, t->name_length, 2);
    add_number(z, p->wide ? 20 : 0, 2);
    zip_raw(z, p->name, t->name_length);
    if (p->wide) {
        add_number(z, 1, 2);
        add_number(z, 16, 2);
        add_number(z, t->size, 8);
        add_number(z, t->packed, 8);
    }
}

void zip_add(zip_bytes *z, const zip_part *part) {
    void *packed = NULL;
    told t = {.part = part, .packed = part->size, .offset = z->size};
    t.name_length = part->name_length > 0 ? part->name_length : strlen(part->name);
    t.size = part->size + (uint64_t)part->size_change;
    t.crc = part->size < 1000000 ? zip_slow_crc(part->data, part->size)
                                 : libdeflate_crc32(0, part->data, part->size);
    t.crc += part->crc_change;
    if (part->method == 8) {
        packed = deflated(part->data, part->size, &t.packed);
    }
    add_local(z, &t);
    zip_raw(z, packed != NULL ? packed : part->data, t.packed);
    free(packed);
    if (part->behind) {
        if (!part->no_signature) {
            add_number(z, 0x08074B50, 4);
        }
        add_number(z, t.crc, 4);
        add_number(z, t.packed, part->wide ? 8 : 4);
        add_number(z, t.size, part->wide ? 8 : 4);
    }
    list_member(z, &t);
}

void zip_text(zip_bytes *z, const char *name, const char *text) {
    zip_add(z, &(zip_part){.name = name, .data = text, .size = strlen(text), .method = 8});
}

void zip_list(zip_bytes *z, const char *name, size_t offset, size_t packed, size_t size) {
    zip_part part = {.name = name, .method = 8};
    list_member(z, &(told){.part = &part,
                           .name_length = strlen(name),
                           .packed = packed,
                           .offset = offset,
                           .size = size});
}

static void add_end(zip_bytes *z, size_t start, bool wide, const char *comment) {
    size_t length = comment != NULL ? strlen(comment) : 0;
    add_number(z, 0x06054B50, 4);
    add_number(z, 0, 4);
    add_number(z, wide ? 0xFFFF : z->count, 2);
    add_number(z, wide ? 0xFFFF : z->count, 2);
    add_number(z, wide ? WIDE : z->directory_size, 4);
    add_number(z, wide ? WIDE : start, 4);
    add_number(z, length, 2);
    zip_raw(z, comment, length);
}

void zip_end(zip_bytes *z, const char *comment) {
    size_t start = z->size;
    zip_raw(z, z->directory, z->directory_size);
    add_end(z, start, false, comment);
}

void zip_end_wide(zip_bytes *z) {
    size_t start = z->size, end = start + z->directory_size;
    zip_raw(z, z->directory, z->directory_size);
    add_number(z, 0x06064B50, 4);
    add_number(z, 44, 8);
    add_number(z, 45, 2);
    add_number(z, 45, 2);
    add_number(z, 0, 8); /* disks */
    add_number(z, z->count, 8);
    add_number(z, z->count, 8);
    add_number(z, z->directory_size, 8);
    add_number(z, start, 8);
    add_number(z, 0x07064B50, 4);
    add_number(z, 0, 4);
    add_number(z, end, 8);
    add_number(z, 1, 4);
    add_end(z, start, true, NULL);
}

void gzip_add(zip_bytes *z, const void *data, size_t size, unsigned flags, uint32_t crc_change,
              uint32_t length_change) {
    size_t packed = 0, begin = z->size;
    void *bytes = deflated(data, size, &packed);
    add_number(z, 0x00088B1F | flags << 24, 4);
    add_number(z, 0, 4);      /* no time */
    add_number(z, 0x0300, 2); /* Unix */
    if (flags & 4) {
        add_number(z, 3, 2);
        zip_raw(z, "ext", 3);
    }
    if (flags & 8) {
        zip_raw(z, "run.fit", 8);
    }
    if (flags & 16) {
        zip_raw(z, "a comment", 10);
    }
    if (flags & 2) {
        add_number(z, zip_slow_crc(z->data + begin, z->size - begin) & 0xFFFF, 2);
    }
    zip_raw(z, bytes, packed);
    add_number(z, zip_slow_crc(data, size) + crc_change, 4);
    add_number(z, (uint32_t)size + length_change, 4);
    free(bytes);
}
