#include "report/packing.h"

#include "base/civil.h"
#include "base/scratch.h"

#include <libdeflate.h>
#include <string.h>

#define LEVEL    6      /* tables of numbers: 9 takes thrice the time for a twentieth less */
#define UTF8     0x0800 /* flag: the name is */
#define DEFLATED 8
#define NEEDS    20     /* version 2.0 of the format: deflate */
#define UNIX     0x0300 /* made on a system whose modes stand in the attributes */
#define MODE     (UINT32_C(0100600) << 16)
#define ENTRY    46 /* bytes of an entry in the directory, without its name */
#define END      22

ff_code ff_packing_begin(ff_packing *packing, const ff_allocator *allocator, ff_bytes *to,
                         ff_error *error) {
    *packing = (ff_packing){.allocator = allocator, .to = to};
    packing->compressor = libdeflate_alloc_compressor(LEVEL);
    if (packing->compressor == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    ff_text_init(&packing->directory, allocator);
    return FF_OK;
}

/* ---- numbers, the lowest byte first ---- */

static void put16(ff_text *text, uint32_t value) {
    ff_text_add_char(text, (char)(value & 0xFF));
    ff_text_add_char(text, (char)(value >> 8 & 0xFF));
}

static void put32(ff_text *text, uint32_t value) {
    put16(text, value & 0xFFFF);
    put16(text, value >> 16);
}

/* ---- a file ---- */

typedef struct {
    uint32_t crc, packed, size, offset, time, date;
    uint32_t method;
} entry;

/* Two seconds and years from 1980 are what the format counts in. */
static void set_moment(entry *e, int64_t local_s) {
    ff_civil c = ff_civil_of_seconds(local_s);
    if (c.year < 1980) {
        c = (ff_civil){1980, 1, 1, 0, 0, 0};
    } else if (c.year > 2107) {
        c = (ff_civil){2107, 12, 31, 23, 59, 58};
    }
    e->time = (uint32_t)c.hour << 11 | (uint32_t)c.minute << 5 | (uint32_t)c.second / 2;
    e->date = (uint32_t)(c.year - 1980) << 9 | (uint32_t)c.month << 5 | (uint32_t)c.day;
}

/* What the header before the data and the entry in the directory have in common. */
static void put_common(ff_text *text, const entry *e, size_t name_length) {
    put16(text, NEEDS);
    put16(text, UTF8);
    put16(text, e->method);
    put16(text, e->time);
    put16(text, e->date);
    put32(text, e->crc);
    put32(text, e->packed);
    put32(text, e->size);
    put16(text, (uint32_t)name_length);
    put16(text, 0); /* nothing extra */
}

static void put_entry(ff_text *directory, const entry *e, const char *name) {
    ff_text_add_bytes(directory, "PK\1\2", 4);
    put16(directory, UNIX | NEEDS);
    put_common(directory, e, strlen(name));
    put16(directory, 0); /* no comment */
    put16(directory, 0); /* on the first disk */
    put16(directory, 0);
    put32(directory, MODE);
    put32(directory, e->offset);
    ff_text_add(directory, name);
}

static ff_code write_header(ff_packing *packing, const entry *e, const char *name,
                            ff_error *error) {
    ff_text header;
    ff_text_init(&header, packing->allocator);
    ff_text_add_bytes(&header, "PK\3\4", 4);
    put_common(&header, e, strlen(name));
    ff_text_add(&header, name);
    ff_code code = ff_text_check(&header, error);
    if (code == FF_OK) {
        code = ff_scratch_add(packing->to, header.data, header.length, error);
    }
    ff_text_free(&header);
    return code;
}

static bool make_room(ff_packing *packing, size_t size) {
    if (packing->room_size < size) {
        packing->allocator->release(packing->allocator->user, packing->room);
        packing->room = packing->allocator->allocate(packing->allocator->user, size);
        packing->room_size = packing->room != NULL ? size : 0;
    }
    return packing->room != NULL;
}

static ff_code too_large(ff_error *error) {
    return ff_fail(
        error, FF_ERR_LIMIT, NULL, FF_NO_OFFSET,
        "a zip holds at most 4 GB and 65,534 files; the command 'export FOLDER' writes each "
        "file by itself");
}

/* Deflate never makes more of it than this. */
static ff_code check_fits(const ff_packing *packing, const ff_packing_file *file, size_t bound,
                          ff_error *error) {
    int64_t before = packing->to->size + (int64_t)packing->directory.length;
    int64_t own = ENTRY + ENTRY + 2 * (int64_t)strlen(file->name) + END;
    return packing->count >= FF_PACKING_MOST_FILES || file->size > FF_PACKING_MOST_BYTES ||
                   before + own > FF_PACKING_MOST_BYTES - (int64_t)bound
               ? too_large(error)
               : FF_OK;
}

ff_code ff_packing_add(ff_packing *packing, const ff_packing_file *file, ff_error *error) {
    size_t bound = libdeflate_deflate_compress_bound(packing->compressor, file->size);
    ff_code code = check_fits(packing, file, bound, error);
    if (code != FF_OK) {
        return code;
    }
    if (!make_room(packing, bound)) {
        return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    size_t packed = libdeflate_deflate_compress(packing->compressor, file->data, file->size,
                                                packing->room, bound);
    entry e = {.crc = libdeflate_crc32(0, file->data, file->size),
               .packed = (uint32_t)packed,
               .size = (uint32_t)file->size,
               .offset = (uint32_t)packing->to->size,
               .method = DEFLATED};
    set_moment(&e, file->local_s);
    code = write_header(packing, &e, file->name, error);
    code = code == FF_OK ? ff_scratch_add(packing->to, packing->room, packed, error) : code;
    put_entry(&packing->directory, &e, file->name);
    packing->count++;
    return code;
}

/* ---- the end ---- */

static ff_code write_directory(ff_packing *packing, ff_error *error) {
    uint32_t offset = (uint32_t)packing->to->size, size = (uint32_t)packing->directory.length;
    ff_text *text = &packing->directory;
    ff_text_add_bytes(text, "PK\5\6", 4);
    put32(text, 0); /* one disk */
    put16(text, (uint32_t)packing->count);
    put16(text, (uint32_t)packing->count);
    put32(text, size);
    put32(text, offset);
    put16(text, 0); /* no comment */
    ff_code code = ff_text_check(text, error);
    return code == FF_OK ? ff_scratch_add(packing->to, text->data, text->length, error) : code;
}

ff_code ff_packing_finish(ff_packing *packing, ff_code code, ff_error *error) {
    if (code == FF_OK) {
        code = write_directory(packing, error);
    }
    libdeflate_free_compressor(packing->compressor);
    packing->allocator->release(packing->allocator->user, packing->room);
    ff_text_free(&packing->directory);
    return code;
}
