/* Zips and gzips: made by hand byte for byte, and by programs that are not ours. */
#include "support.h"

#include "files/pack.h"
#include "zip_bytes.h"

#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* An opened zip with what it lives on. */
typedef struct {
    ff_context context;
    ff_arena arena;
    ff_bytes bytes;
    ff_zip zip;
    ff_error damage, error;
    ff_code code;
} opened;

static void open_memory(opened *o, const void *data, size_t size) {
    *o = (opened){0};
    ff_error_clear(&o->error);
    ff_arena_init(&o->arena, NULL);
    ff_bytes_of_memory(&o->bytes, data, size, "test.zip");
    o->code = ff_zip_open(&o->context, &o->bytes, &o->arena, &o->zip, &o->damage, &o->error);
}

static void open_made(opened *o, const zip_bytes *z) {
    open_memory(o, z->data, z->size);
}

static void close_opened(opened *o) {
    ff_arena_free(&o->arena);
    ff_bytes_close(&o->bytes);
}

static const ff_member *find(const opened *o, const char *name) {
    for (size_t i = 0; i < o->zip.count; i++) {
        if (strcmp(o->zip.members[i].name, name) == 0) {
            return &o->zip.members[i];
        }
    }
    fail_msg("no member %s", name);
    return NULL;
}

/* Reads a stream to its end in odd pieces; what came, malloced. */
static ff_code drain(ff_stream *stream, uint8_t **data, size_t *size, ff_error *error) {
    *data = NULL;
    *size = 0;
    for (size_t step = 1;; step = step * 3 % 70001 + 1) {
        size_t got = 0;
        *data = realloc(*data, *size + step);
        assert_non_null(*data);
        ff_code code = ff_stream_read(stream, *data + *size, step, &got, error);
        *size += got;
        assert_int_equal(stream->position, *size);
        if (code != FF_OK || got == 0) {
            return code;
        }
    }
}

/* A member, read in all three ways, holds that; the code is the same (stored windows have no
 * checksum). */
static void holds(const opened *o, const ff_member *m, const void *data, size_t size,
                  ff_code code) {
    ff_arena arena;
    ff_bytes out;
    ff_error error;
    ff_stream stream;
    uint8_t *streamed = NULL;
    size_t got = 0;
    ff_arena_init(&arena, NULL);
    assert_int_equal(ff_zip_read(&o->zip, m, &arena, &out, &error), code);
    assert_int_equal(out.size, size);
    assert_memory_equal(out.memory, data, size);
    assert_string_equal(out.name, m->name);
    ff_bytes_close(&out);
    assert_int_equal(ff_zip_stream(&o->context, &o->zip, m, &stream, &error), FF_OK);
    assert_string_equal(stream.name, m->name);
    assert_int_equal(drain(&stream, &streamed, &got, &error), code);
    assert_int_equal(got, size);
    assert_memory_equal(streamed, data, size);
    ff_stream_close(&stream);
    ff_code expected = m->method == 0 && code == FF_ERR_CHECKSUM ? FF_OK : code;
    assert_int_equal(ff_zip_bytes(&o->context, &o->zip, m, &out, &error), expected);
    assert_int_equal(out.size, size);
    memset(streamed, 0, got);
    assert_int_equal(ff_bytes_read(&out, 0, streamed, size, &error), FF_OK);
    assert_memory_equal(streamed, data, size);
    assert_int_equal(out.read_at(&out, out.size, streamed, 1, &got, &error), FF_OK);
    assert_int_equal(got, 0);
    ff_bytes_close(&out);
    free(streamed);
    ff_arena_free(&arena);
}

/* A member cannot be read in any way, and the words say why. */
static void refuses(const opened *o, const ff_member *m, ff_code code, const char *words) {
    ff_arena arena;
    ff_bytes out;
    ff_error error;
    ff_stream stream;
    ff_arena_init(&arena, NULL);
    ff_error_clear(&error);
    assert_int_equal(ff_zip_read(&o->zip, m, &arena, &out, &error), code);
    assert_int_equal(error.code, code);
    assert_non_null(strstr(error.message, words));
    assert_string_equal(error.where, m->name);
    assert_int_equal(out.size, 0);
    assert_int_equal(ff_zip_bytes(&o->context, &o->zip, m, &out, &error), code);
    assert_int_equal(out.size, 0);
    ff_bytes_close(&out);
    assert_int_equal(ff_zip_stream(&o->context, &o->zip, m, &stream, &error), code);
    ff_arena_free(&arena);
}

static void has_error(const opened *o, ff_code code, const char *words) {
    assert_int_equal(o->code, code);
    assert_int_equal(o->error.code, code);
    assert_non_null(strstr(o->error.message, words));
    assert_string_equal(o->error.where, "test.zip");
    assert_int_equal(o->zip.count, 0);
}

/* Text that neither repeats nor is random: packs about 4 to 1. */
static char *long_text(size_t size) {
    char *text = malloc(size + 32);
    assert_non_null(text);
    uint32_t x = 1;
    for (size_t at = 0; at < size;) {
        x = x * 1664525u + 1013904223u;
        at += (size_t)snprintf(text + at, 32, "<p t=\"%u\"/>\n", x >> 20);
    }
    return text;
}

#define LONG 300000

/* ---- what is right ---- */

static void every_kind_of_member(void **state) {
    (void)state;
    char *text = long_text(LONG);
    static const struct {
        unsigned method;
        bool behind, no_signature, wide;
    } kinds[] = {{0, 0, 0, 0}, {8, 0, 0, 0}, {8, 1, 0, 0}, {8, 1, 1, 0},
                 {0, 1, 0, 0}, {8, 0, 0, 1}, {8, 1, 0, 1}, {0, 0, 0, 1}};
    static const size_t sizes[] = {0, 1, 65536, LONG};
    for (int wide_end = 0; wide_end < 2; wide_end++) {
        zip_bytes z;
        zip_begin(&z);
        char name[32];
        for (size_t i = 0; i < 32; i++) {
            snprintf(name, sizeof name, "folder/%zu.txt", i);
            zip_add(&z, &(zip_part){.name = name,
                                    .data = text,
                                    .size = sizes[i % 4],
                                    .method = kinds[i / 4].method,
                                    .behind = kinds[i / 4].behind,
                                    .no_signature = kinds[i / 4].no_signature,
                                    .wide = kinds[i / 4].wide});
        }
        wide_end ? zip_end_wide(&z) : zip_end(&z, NULL);
        opened o;
        open_made(&o, &z);
        assert_int_equal(o.code, FF_OK);
        assert_int_equal(o.damage.code, FF_OK);
        assert_int_equal(o.zip.count, 32);
        for (size_t i = 0; i < 32; i++) {
            snprintf(name, sizeof name, "folder/%zu.txt", i);
            assert_string_equal(o.zip.members[i].name, name);
            holds(&o, &o.zip.members[i], text, sizes[i % 4], FF_OK);
        }
        close_opened(&o);
        zip_free(&z);
    }
    free(text);
}

static void bytes_around_it(void **state) {
    (void)state;
    static const char comment[] =
        "a comment with PK\x05\x06 and PK\x01\x02 in it, twenty-two bytes";
    for (int i = 0; i < 16; i++) {
        zip_bytes z, inner;
        zip_begin(&inner);
        zip_text(&inner, "a.txt", "one");
        zip_text(&inner, "b.txt", "two");
        i & 4 ? zip_end_wide(&inner) : zip_end(&inner, i & 8 ? comment : NULL);
        zip_begin(&z);
        zip_raw(&z, "#!/bin/sh\nexit PK\x03\x04 1\n", i & 1 ? 22 : 0);
        zip_raw(&z, inner.data, inner.size);
        zip_raw(&z, "sent from my telephone PK\x05\x06", i & 2 ? 27 : 0);
        opened o;
        open_made(&o, &z);
        assert_int_equal(o.code, FF_OK);
        assert_int_equal(o.damage.code, FF_OK);
        assert_int_equal(o.zip.count, 2);
        holds(&o, &o.zip.members[0], "one", 3, FF_OK);
        holds(&o, &o.zip.members[1], "two", 3, FF_OK);
        close_opened(&o);
        zip_free(&z);
        zip_free(&inner);
    }
}

static void an_empty_zip(void **state) {
    (void)state;
    zip_bytes z;
    zip_begin(&z);
    zip_end(&z, NULL);
    opened o;
    open_made(&o, &z);
    assert_int_equal(o.code, FF_OK);
    assert_int_equal(o.damage.code, FF_OK);
    assert_int_equal(o.zip.count, 0);
    close_opened(&o);
    zip_free(&z);
}

static void names(void **state) {
    (void)state;
    static const struct {
        const char *raw;
        size_t length; /* 0: strlen */
        const char *name;
    } rows[] = {
        {"a/b.fit", 0, "a/b.fit"},
        {"L\xC3\xA4ufe/\xE8\xB7\x91\xE6\xAD\xA5.fit", 0,
         "L\xC3\xA4ufe/\xE8\xB7\x91\xE6\xAD\xA5.fit"},
        {"L\x84ufe/\x9B\xFB.fit", 0, "L\xC3\xA4ufe/\xC2\xA2\xE2\x88\x9A.fit"}, /* CP437 */
        {"\\\\server\\share\\x.fit", 0, "server/share/x.fit"},
        {"/etc/x.fit", 0, "etc/x.fit"},
        {"C:\\runs\\y.fit", 0, "runs/y.fit"},
        {"./now//z.fit", 0, "now/z.fit"},
        {"nul\0l.fit", 9, "nul_l.fit"},
        {"esc\x1B[2J\x7F.fit", 0, "esc_[2J_.fit"},
        {"c1\xC2\x9B.fit", 0, "c1_.fit"},
        {"/", 2, "_"}, /* a slash and a NUL */
        {"12:30.fit", 0, "12:30.fit"},
    };
    size_t count = sizeof rows / sizeof *rows;
    zip_bytes z;
    zip_begin(&z);
    for (size_t i = 0; i < count; i++) {
        zip_add(&z, &(zip_part){.name = rows[i].raw, .name_length = rows[i].length, .data = ""});
    }
    zip_end(&z, NULL);
    opened o;
    open_made(&o, &z);
    assert_int_equal(o.code, FF_OK);
    assert_int_equal(o.zip.count, count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(o.zip.members[i].name, rows[i].name);
    }
    close_opened(&o);
    zip_free(&z);
}

/* Info-ZIP's field with the UTF-8 name counts when it was made for this name. */
static void names_in_the_extra_field(void **state) {
    (void)state;
    for (uint32_t wrong = 0; wrong < 2; wrong++) {
        uint8_t extra[] = "\x09\x00\x01\x00q\x75\x70\x0B\x00\x01....\xE8\xB7\x91.fi";
        uint32_t crc = zip_slow_crc("ab.fit", 6) + wrong;
        memcpy(extra + 10, &crc, 4); /* the test's machine is little-endian, as the format is */
        zip_bytes z;
        zip_begin(&z);
        zip_add(&z, &(zip_part){.name = "ab.fit",
                                .data = "",
                                .extra = extra,
                                .extra_length = sizeof extra - 1});
        zip_end(&z, NULL);
        opened o;
        open_made(&o, &z);
        assert_int_equal(o.code, FF_OK);
        assert_string_equal(o.zip.members[0].name, wrong ? "ab.fit" : "\xE8\xB7\x91.fi");
        close_opened(&o);
        zip_free(&z);
    }
}

static void left_out(void **state) {
    (void)state;
    static const char *const out[] = {"folder/",   "folder\\",    "__MACOSX/folder/._a.fit",
                                      ".DS_Store", "x/.DS_Store", "x/._a.fit",
                                      "../y/"};
    zip_bytes z;
    zip_begin(&z);
    for (size_t i = 0; i < sizeof out / sizeof *out; i++) {
        zip_add(&z, &(zip_part){.name = out[i], .data = "x", .size = 1});
    }
    zip_add(&z, &(zip_part){.name = "link",
                            .data = "/etc/passwd",
                            .size = 11,
                            .made_by = 0x031E,
                            .attributes = 0xA1FF0000u});
    zip_add(&z, &(zip_part){
                    .name = "unslashed", .data = "", .made_by = 0x031E, .attributes = 0x41ED0000u});
    zip_add(&z, &(zip_part){.name = "kept.fit",
                            .data = "x",
                            .size = 1,
                            .made_by = 0x031E,
                            .attributes = 0x81A40000u});
    zip_end(&z, NULL);
    opened o;
    open_made(&o, &z);
    assert_int_equal(o.code, FF_OK);
    assert_int_equal(o.zip.count, 1);
    assert_string_equal(o.zip.members[0].name, "kept.fit");
    close_opened(&o);
    zip_free(&z);
}

static void names_that_come_again(void **state) {
    (void)state;
    zip_bytes z;
    zip_begin(&z);
    zip_text(&z, "a.b/run", "1");
    zip_text(&z, "run.fit.gz", "2");
    zip_text(&z, "a.b/run", "3");
    zip_text(&z, "run.fit.gz", "4");
    zip_text(&z, "run.fit.gz", "5");
    zip_end(&z, NULL);
    opened o;
    open_made(&o, &z);
    assert_int_equal(o.code, FF_OK);
    static const char *const expected[] = {"a.b/run", "run.fit.gz", "a.b/run (2)", "run.fit (2).gz",
                                           "run.fit (3).gz"};
    for (size_t i = 0; i < 5; i++) {
        char digit = (char)('1' + i);
        assert_string_equal(o.zip.members[i].name, expected[i]);
        holds(&o, &o.zip.members[i], &digit, 1, FF_OK);
    }
    close_opened(&o);
    zip_free(&z);
}

/* ---- what is refused, member by member ---- */

static void refused_members(void **state) {
    (void)state;
    char *zeros = calloc(1, 3000000);
    assert_non_null(zeros);
    char *text = long_text(LONG);
    zip_bytes z;
    zip_begin(&z);
    zip_add(&z, &(zip_part){.name = "padding", .data = text, .size = LONG});
    zip_add(&z, &(zip_part){.name = "locked.fit", .data = "x", .size = 1, .flags = 1});
    zip_add(&z, &(zip_part){.name = "strong.fit", .data = "x", .size = 1, .flags = 0x40});
    zip_add(&z, &(zip_part){.name = "aes.fit", .data = "x", .size = 1, .flags = 1, .method = 99});
    zip_add(&z, &(zip_part){.name = "lzma.fit", .data = "x", .size = 1, .method = 14});
    zip_add(&z, &(zip_part){.name = "new.fit", .data = "x", .size = 1, .method = 1234});
    zip_add(&z, &(zip_part){.name = "x/../../up.fit", .data = "x", .size = 1});
    zip_add(&z, &(zip_part){.name = "zeros", .data = zeros, .size = 3000000, .method = 8});
    zip_add(&z, &(zip_part){.name = "few", .data = zeros, .size = 1048576, .method = 8});
    zip_end(&z, NULL);
    opened o;
    open_made(&o, &z);
    assert_int_equal(o.code, FF_OK);
    refuses(&o, find(&o, "locked.fit"), FF_ERR_ENCRYPTED, "password");
    refuses(&o, find(&o, "strong.fit"), FF_ERR_ENCRYPTED, "password");
    refuses(&o, find(&o, "aes.fit"), FF_ERR_ENCRYPTED, "password");
    refuses(&o, find(&o, "lzma.fit"), FF_ERR_PACKED, "LZMA (14)");
    refuses(&o, find(&o, "new.fit"), FF_ERR_PACKED, "an unknown method (1234)");
    refuses(&o, find(&o, "x/up.fit"), FF_ERR_UNSAFE, "leads out");
    refuses(&o, find(&o, "zeros"), FF_ERR_UNSAFE, "unpacks to 3 MB, more than 250 times");
    holds(&o, find(&o, "few"), zeros, 1048576, FF_OK);
    holds(&o, find(&o, "padding"), text, LONG, FF_OK);
    close_opened(&o);
    zip_free(&z);
    free(zeros);
    free(text);
}

static void lies_about_members(void **state) {
    (void)state;
    char *text = long_text(LONG);
    static const struct {
        unsigned method;
        uint32_t crc_change;
        int64_t size_change;
        size_t good;
        ff_code code;
    } rows[] = {{8, 1, 0, LONG, FF_ERR_CHECKSUM},
                {0, 1, 0, LONG, FF_ERR_CHECKSUM},
                {8, 0, -10, LONG - 10, FF_ERR_DAMAGED},
                {8, 0, 10, LONG, FF_ERR_DAMAGED}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zip_bytes z;
        zip_begin(&z);
        zip_add(&z, &(zip_part){.name = "x",
                                .data = text,
                                .size = LONG,
                                .method = rows[i].method,
                                .crc_change = rows[i].crc_change,
                                .size_change = rows[i].size_change});
        zip_end(&z, NULL);
        opened o;
        open_made(&o, &z);
        assert_int_equal(o.code, FF_OK);
        holds(&o, &o.zip.members[0], text, rows[i].good, rows[i].code);
        close_opened(&o);
        zip_free(&z);
    }
    free(text);
}

static void damaged_data(void **state) {
    (void)state;
    char *text = long_text(LONG);
    zip_bytes z;
    zip_begin(&z);
    zip_add(&z, &(zip_part){.name = "x", .data = text, .size = LONG, .method = 8});
    memset(z.data + z.size / 2, 0xFF, 100);
    zip_end(&z, NULL);
    opened o;
    open_made(&o, &z);
    ff_bytes out;
    ff_error error;
    ff_code code = ff_zip_read(&o.zip, &o.zip.members[0], &o.arena, &out, &error);
    assert_true(code == FF_ERR_DAMAGED || code == FF_ERR_CHECKSUM);
    assert_true(out.size > LONG / 3);
    assert_memory_equal(out.memory, text, LONG / 3);
    close_opened(&o);
    zip_free(&z);
    free(text);
}

static void a_wrong_place(void **state) {
    (void)state;
    zip_bytes z;
    zip_begin(&z);
    zip_text(&z, "x", "some text");
    zip_list(&z, "elsewhere", 50, 0, 0);
    zip_list(&z, "beyond", 4000000, 10, 10);
    zip_end(&z, NULL);
    opened o;
    open_made(&o, &z);
    assert_int_equal(o.code, FF_OK);
    ff_bytes out;
    ff_error error;
    for (size_t i = 1; i < 3; i++) {
        assert_int_equal(ff_zip_read(&o.zip, &o.zip.members[i], &o.arena, &out, &error),
                         FF_ERR_DAMAGED);
        assert_int_equal(out.size, 0);
        assert_non_null(strstr(error.message, "does not lie where"));
    }
    close_opened(&o);
    zip_free(&z);
}

/* ---- bombs ---- */

static void overlaps(void **state) {
    (void)state;
    zip_bytes z;
    zip_begin(&z);
    zip_text(&z, "first", "some text that is longer than a header of thirty bytes");
    size_t second = z.size;
    zip_text(&z, "second", "more text");
    zip_list(&z, "quoting", 0, second + 30, 100); /* over both, as Fifield's do */
    zip_end(&z, NULL);
    opened o;
    open_made(&o, &z);
    has_error(&o, FF_ERR_UNSAFE, "lie over each other (\"first\" over \"quoting\")");
    close_opened(&o);
    zip_free(&z);
    zip_begin(&z);
    zip_text(&z, "first", "text");
    zip_list(&z, "the same", 0, 6, 4);
    zip_end(&z, NULL);
    open_made(&o, &z);
    has_error(&o, FF_ERR_UNSAFE, "lie over each other");
    close_opened(&o);
    zip_free(&z);
}

static void too_much_in_all(void **state) {
    (void)state;
    char *zeros = calloc(1, 1000000);
    assert_non_null(zeros);
    for (int count = 4; count < 6; count++) { /* 4 MB are free */
        zip_bytes z;
        zip_begin(&z);
        for (int i = 0; i < count; i++) {
            char name[8];
            snprintf(name, sizeof name, "%d", i);
            zip_add(&z, &(zip_part){.name = name, .data = zeros, .size = 1000000, .method = 8});
        }
        zip_end(&z, NULL);
        opened o;
        open_made(&o, &z);
        if (count == 4) {
            assert_int_equal(o.code, FF_OK);
        } else {
            has_error(&o, FF_ERR_UNSAFE, "unpack to 5 MB, more than 250 times");
        }
        close_opened(&o);
        zip_free(&z);
    }
    free(zeros);
}

static void too_many(void **state) {
    (void)state;
    zip_bytes z;
    zip_begin(&z);
    zip_text(&z, "x", "x");
    z.count = 5000000; /* told, not there */
    zip_end_wide(&z);
    opened o;
    open_made(&o, &z);
    has_error(&o, FF_ERR_LIMIT, "5000000 files; footfall opens up to 1000000");
    close_opened(&o);
    zip_free(&z);
    zip_begin(&z);
    for (unsigned i = 0; i <= FF_PACK_MOST_MEMBERS; i++) {
        zip_list(&z, "x", 0, 0, 0); /* there, and told modulo 65,536 */
    }
    zip_end(&z, NULL);
    open_made(&o, &z);
    has_error(&o, FF_ERR_LIMIT, "more than 1000000 files");
    close_opened(&o);
    zip_free(&z);
}

/* Wraps the zip in a zip of one member. */
static void wrap(zip_bytes *z, unsigned method) {
    zip_bytes outer;
    zip_begin(&outer);
    zip_add(&outer,
            &(zip_part){.name = "in.zip", .data = z->data, .size = z->size, .method = method});
    zip_end(&outer, NULL);
    zip_free(z);
    *z = outer;
}

/* Opens the first member as a zip, and that one's, until one does not open. */
static ff_code open_all(const opened *o, unsigned *depth, ff_error *error) {
    ff_arena arena;
    ff_bytes bytes[8];
    ff_zip zips[8];
    ff_error damage;
    ff_code code = FF_OK;
    ff_arena_init(&arena, NULL);
    zips[0] = o->zip;
    unsigned d = 0;
    while (code == FF_OK && d < 7 && strcmp(zips[d].members[0].name, "in.zip") == 0) {
        assert_int_equal(
            ff_zip_bytes(&o->context, &zips[d], &zips[d].members[0], &bytes[d + 1], error), FF_OK);
        code = ff_zip_open_inner(&o->context, &zips[d], &zips[d].members[0], &bytes[d + 1], &arena,
                                 &zips[d + 1], &damage, error);
        d++;
    }
    *depth = zips[d].depth;
    while (d > 0) {
        ff_bytes_close(&bytes[d--]);
    }
    ff_arena_free(&arena);
    return code;
}

static void zips_in_zips(void **state) {
    (void)state;
    for (unsigned deep = 1; deep <= 6; deep++) {
        zip_bytes z;
        zip_begin(&z);
        zip_text(&z, "run.fit", "run");
        zip_end(&z, NULL);
        for (unsigned i = 1; i < deep; i++) {
            wrap(&z, i % 2 ? 8 : 0);
        }
        opened o;
        ff_error error;
        unsigned depth = 0;
        open_made(&o, &z);
        ff_code code = open_all(&o, &depth, &error);
        assert_int_equal(code, deep <= 4 ? FF_OK : FF_ERR_LIMIT);
        assert_int_equal(depth, deep <= 4 ? deep : 5);
        if (deep > 4) {
            assert_string_equal(error.message, "zips lie more than 4 deep in each other");
        }
        close_opened(&o);
        zip_free(&z);
    }
}

/* Each of the two packs less than 250 to 1, and both together more. */
static void a_nested_bomb(void **state) {
    (void)state;
    char *zeros = calloc(1, 1000000);
    assert_non_null(zeros);
    zip_bytes z;
    zip_begin(&z);
    for (int i = 0; i < 4; i++) {
        char name[8];
        snprintf(name, sizeof name, "%d", i);
        zip_add(&z, &(zip_part){.name = name, .data = zeros, .size = 1000000, .method = 8});
    }
    zip_end(&z, NULL);
    opened o;
    ff_error error;
    unsigned depth;
    open_made(&o, &z);
    assert_int_equal(o.code, FF_OK); /* free on the disk */
    close_opened(&o);
    wrap(&z, 8);
    open_made(&o, &z);
    assert_int_equal(open_all(&o, &depth, &error), FF_ERR_UNSAFE);
    assert_non_null(strstr(error.message, "unpack to 4 MB, more than 250 times what it takes"));
    close_opened(&o);
    zip_free(&z);
    free(zeros);
}

/* ---- broken downloads ---- */

static void cut_anywhere(void **state) {
    (void)state;
    char *text = long_text(2000);
    zip_bytes z;
    size_t ends[6];
    zip_begin(&z);
    for (size_t i = 0; i < 6; i++) {
        char name[8];
        snprintf(name, sizeof name, "%zu.fit", i);
        zip_add(&z, &(zip_part){.name = name,
                                .data = text,
                                .size = 1000 + i,
                                .method = i == 1 || i == 4 ? 0 : 8,
                                .behind = i == 2 || i == 3 || i == 4,
                                .no_signature = i == 3,
                                .wide = i == 5});
        ends[i] = z.size;
    }
    zip_end(&z, NULL);
    for (size_t size = 0; size < z.size; size++) {
        uint8_t *exact = malloc(size + 1); /* so that a sanitizer sees a read behind it */
        assert_non_null(exact);
        memcpy(exact, z.data, size);
        opened o;
        open_memory(&o, exact, size);
        size_t whole = 0;
        while (whole < 6 && ends[whole] <= size) {
            whole++;
        }
        if (o.code != FF_OK) {
            has_error(&o, FF_ERR_TRUNCATED, "directory, which is its end, is missing");
            assert_int_equal(whole, 0);
        } else {
            assert_int_equal(o.damage.code, FF_ERR_TRUNCATED);
            assert_true(o.zip.count == whole || o.zip.count == whole + 1);
        }
        for (size_t i = 0; i < whole; i++) {
            holds(&o, &o.zip.members[i], text, 1000 + i, FF_OK);
        }
        if (o.code == FF_OK && o.zip.count > whole) { /* the one that was cut */
            ff_bytes out;
            ff_error error;
            ff_code code = ff_zip_read(&o.zip, &o.zip.members[whole], &o.arena, &out, &error);
            /* Cut in the record behind it, it is whole but has no checksum or size of its own. */
            assert_true(code == FF_ERR_TRUNCATED || code == FF_ERR_CHECKSUM || code == FF_OK);
            size_t good = (size_t)out.size < 1000 + whole ? (size_t)out.size : 1000 + whole;
            assert_memory_equal(out.memory, text, good);
        }
        close_opened(&o);
        free(exact);
    }
    zip_free(&z);
    free(text);
}

static void a_damaged_directory(void **state) {
    (void)state;
    zip_bytes z;
    zip_begin(&z);
    zip_text(&z, "a", "one");
    zip_text(&z, "b", "two");
    size_t directory = z.size;
    zip_end(&z, NULL);
    z.data[directory + 47] ^= 0xFF; /* the second entry's signature */
    opened o;
    open_made(&o, &z);
    assert_int_equal(o.code, FF_OK);
    assert_int_equal(o.damage.code, FF_ERR_DAMAGED);
    assert_non_null(strstr(o.damage.message, "directory is damaged after 1 files; 2 files were"));
    holds(&o, find(&o, "a"), "one", 3, FF_OK);
    holds(&o, find(&o, "b"), "two", 3, FF_OK);
    close_opened(&o);
    zip_free(&z);
}

static void part_of_a_split_zip(void **state) {
    (void)state;
    zip_bytes z;
    zip_begin(&z);
    zip_text(&z, "a", "one");
    zip_end(&z, NULL);
    z.data[z.size - 18] = 2; /* number of this disk */
    opened o;
    open_made(&o, &z);
    has_error(&o, FF_ERR_PACKED, "one part of a zip that was split");
    close_opened(&o);
    zip_free(&z);
}

/* Any byte changed: nothing breaks, and what is read as whole is what was packed. */
static void any_byte_changed(void **state) {
    (void)state;
    char *text = long_text(400);
    zip_bytes z;
    zip_begin(&z);
    zip_add(&z, &(zip_part){.name = "a", .data = text, .size = 400, .method = 8});
    zip_add(&z, &(zip_part){.name = "b", .data = text, .size = 400, .method = 8, .behind = true});
    zip_end_wide(&z);
    for (size_t i = 0; i < z.size * 3; i++) {
        static const uint8_t changes[] = {1, 0x80, 0xFF};
        z.data[i / 3] ^= changes[i % 3];
        opened o;
        open_made(&o, &z);
        for (size_t k = 0; k < o.zip.count; k++) {
            const ff_member *m = &o.zip.members[k];
            ff_bytes out;
            ff_code code = ff_zip_read(&o.zip, m, &o.arena, &out, NULL);
            if (code == FF_OK && out.size > 0) {
                assert_int_equal(out.size, 400);
                assert_memory_equal(out.memory, text, 400);
            }
        }
        close_opened(&o);
        z.data[i / 3] ^= changes[i % 3];
    }
    zip_free(&z);
    free(text);
}

static bool yes(void *user) {
    (void)user;
    return true;
}

static void stopped(void **state) {
    (void)state;
    zip_bytes z;
    zip_begin(&z);
    zip_text(&z, "a", "one");
    opened o = {.context = {.cancelled = yes}};
    ff_arena_init(&o.arena, NULL);
    ff_bytes_of_memory(&o.bytes, z.data, z.size, "test.zip");
    o.code = ff_zip_open(&o.context, &o.bytes, &o.arena, &o.zip, &o.damage, &o.error);
    assert_int_equal(o.code, FF_ERR_CANCELLED);
    close_opened(&o);
    zip_free(&z);
}

/* ---- on the disk, by several threads ---- */

static const char *in_scratch(const char *name, const void *data, size_t size) {
    static char path[4200];
    snprintf(path, sizeof path, "%s/%s", scratch_folder(), name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
    return path;
}

static void open_file(opened *o, const char *path) {
    *o = (opened){.context = {.scratch_folder = scratch_folder()}};
    ff_arena_init(&o->arena, NULL);
    assert_int_equal(ff_bytes_of_file(&o->bytes, path, &o->error), FF_OK);
    o->code = ff_zip_open(&o->context, &o->bytes, &o->arena, &o->zip, &o->damage, &o->error);
}

typedef struct {
    const opened *o;
    const char *text;
    size_t right;
} reader;

static void *read_all(void *data) {
    reader *r = data;
    for (size_t i = 0; i < r->o->zip.count; i++) {
        ff_arena arena;
        ff_bytes out;
        ff_arena_init(&arena, NULL);
        ff_code code = ff_zip_read(&r->o->zip, &r->o->zip.members[i], &arena, &out, NULL);
        r->right += code == FF_OK && memcmp(out.memory, r->text, (size_t)out.size) == 0;
        ff_arena_free(&arena);
    }
    return NULL;
}

static void several_threads(void **state) {
    (void)state;
    char *text = long_text(100000);
    zip_bytes z;
    zip_begin(&z);
    for (size_t i = 0; i < 40; i++) {
        char name[8];
        snprintf(name, sizeof name, "%zu", i);
        zip_add(&z,
                &(zip_part){.name = name, .data = text, .size = i * 2500, .method = i % 4 ? 8 : 0});
    }
    zip_end(&z, NULL);
    opened o;
    open_file(&o, in_scratch("threads.zip", z.data, z.size));
    assert_int_equal(o.code, FF_OK);
    pthread_t threads[4];
    reader readers[4];
    for (size_t i = 0; i < 4; i++) {
        readers[i] = (reader){.o = &o, .text = text};
        assert_int_equal(pthread_create(&threads[i], NULL, read_all, &readers[i]), 0);
    }
    for (size_t i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(readers[i].right, 40);
    }
    close_opened(&o);
    zip_free(&z);
    free(text);
}

/* A limit on the size of files stands for a full disk. */
static void scratch_is_full(opened *o, const ff_member *m) {
    struct rlimit before, small = {.rlim_cur = 1 << 20};
    ff_bytes out;
    char words[PATH_MAX + 40];
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small.rlim_max = before.rlim_max;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    o->context.scratch_folder = scratch_folder();
    ff_code code = ff_zip_bytes(&o->context, &o->zip, m, &out, &o->error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    assert_int_equal(code, FF_ERR_DISK_FULL);
    snprintf(words, sizeof words, "unpacks to 67 MB, for which there is no room in %s",
             scratch_folder());
    assert_string_equal(o->error.message, words);
}

/* Over 64 MB a member goes to a scratch file, or is refused where there is no folder for one. */
static void larger_than_memory(void **state) {
    (void)state;
    size_t size = (size_t)FF_PACK_MOST_WHOLE + 12345, part = 1 << 20;
    char *data = malloc(size), *text = long_text(part);
    assert_non_null(data);
    for (size_t at = 0; at < size; at += part) {
        memcpy(data + at, text, size - at < part ? size - at : part);
    }
    zip_bytes z;
    zip_begin(&z);
    zip_add(&z, &(zip_part){.name = "big.zip", .data = data, .size = size, .method = 8});
    zip_end(&z, NULL);
    opened o;
    ff_bytes out;
    open_file(&o, in_scratch("big.zip", z.data, z.size));
    const ff_member *m = find(&o, "big.zip");
    assert_int_equal(ff_zip_bytes(&o.context, &o.zip, m, &out, &o.error), FF_OK);
    assert_null(out.memory);
    assert_int_equal(out.size, size);
    char *back = malloc(size);
    assert_non_null(back);
    assert_int_equal(ff_bytes_read(&out, 0, back, size, &o.error), FF_OK);
    assert_memory_equal(back, data, size);
    struct stat status;
    assert_int_equal(fstat((int)out.handle, &status), 0);
    assert_int_equal(status.st_nlink, 0); /* gone from its folder already */
    assert_int_equal(status.st_mode & 0777, 0600);
    ff_bytes_close(&out);
    assert_int_equal(ff_zip_read(&o.zip, m, &o.arena, &out, &o.error), FF_ERR_LIMIT);
    assert_non_null(strstr(o.error.message, "one recording may have 64 MB"));
    o.context.scratch_folder = NULL;
    assert_int_equal(ff_zip_bytes(&o.context, &o.zip, m, &out, &o.error), FF_ERR_LIMIT);
    o.context.scratch_folder = "/nowhere/at/all";
    assert_int_equal(ff_zip_bytes(&o.context, &o.zip, m, &out, &o.error), FF_ERR_WRITE);
    assert_non_null(strstr(o.error.message, "cannot be made in /nowhere/at/all: "));
    scratch_is_full(&o, m);
    o.context = (ff_context){.scratch_folder = scratch_folder(), .cancelled = yes};
    assert_int_equal(ff_zip_bytes(&o.context, &o.zip, m, &out, &o.error), FF_ERR_CANCELLED);
    close_opened(&o);
    zip_free(&z);
    free(back);
    free(data);
    free(text);
}

/* Every allocation fails once: that is said, nothing leaks, and nothing else is said. */
static void memory_runs_out(void **state) {
    (void)state;
    char *text = long_text(5000);
    zip_bytes z, g;
    zip_begin(&z);
    zip_text(&z, "a", text);
    zip_text(&z, "a", text);
    zip_raw(&z, "", 1); /* no directory: everything is used */
    zip_begin(&g);
    gzip_add(&g, text, 5000, 0, 0, 0);
    gzip_add(&g, text, 5000, 0, 0, 0);
    bool done = false;
    for (size_t n = 1; !done; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        failing.once = true;
        ff_context context = {.allocator = &failing.allocator};
        ff_arena arena;
        ff_bytes bytes, out;
        ff_zip zip;
        ff_error damage, error;
        ff_arena_init(&arena, &failing.allocator);
        ff_bytes_of_memory(&bytes, z.data, z.size, "test.zip");
        ff_code code = ff_zip_open(&context, &bytes, &arena, &zip, &damage, &error);
        if (code == FF_OK) {
            code = ff_zip_bytes(&context, &zip, &zip.members[0], &out, &error);
            ff_bytes_close(&out);
        }
        if (code == FF_OK) {
            code = ff_zip_read(&zip, &zip.members[1], &arena, &out, &error);
        }
        if (code == FF_OK) {
            ff_bytes_of_memory(&bytes, g.data, g.size, "test.gz");
            code = ff_gzip_read(&bytes, &arena, &out, &error);
        }
        done = failing.calls < n;
        assert_int_equal(code, done ? FF_OK : FF_ERR_MEMORY);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
    zip_free(&z);
    zip_free(&g);
    free(text);
}

/* ---- by others ---- */

static void made_by_programs(void **state) {
    (void)state;
    char command[9000];
    snprintf(
        command, sizeof command,
        "cd '%s' && command -v zip python3 gzip >/dev/null && mkdir -p in/sub && "
        "seq 1 20000 > in/a.txt && printf x > in/sub/b.txt && : > in/empty && "
        "zip -qr one.zip in && (cd in && zip -qr - . > ../piped.zip) && "
        "zip -q -fz- -0r stored.zip in && zip -qj -z -P secret locked.zip in/a.txt < in/empty && "
        "python3 -c 'import zipfile; z = zipfile.ZipFile(\"py.zip\", \"w\", 8); "
        "z.write(\"in/a.txt\"); z.write(\"in/sub/b.txt\"); z.write(\"in/empty\"); "
        "f = z.open(\"in/wide\", \"w\", force_zip64=True); f.write(b\"w\"); f.close(); "
        "z.writestr(\"in/lzma\", b\"l\" * 99, 14); z.close()' && "
        "gzip -k9 in/a.txt && cat in/a.txt.gz in/a.txt.gz > twice.gz",
        scratch_folder());
    if (system(command) != 0) {
        skip();
    }
    char *expected = malloc(200000);
    assert_non_null(expected);
    size_t size = 0;
    for (int i = 1; i <= 20000; i++) {
        size += (size_t)sprintf(expected + size, "%d\n", i);
    }
    static const char *const zips[] = {"one.zip", "stored.zip", "py.zip", "piped.zip"};
    char path[4200];
    opened o;
    for (size_t i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "%s/%s", scratch_folder(), zips[i]);
        open_file(&o, path);
        assert_int_equal(o.code, FF_OK);
        assert_int_equal(o.damage.code, FF_OK);
        assert_int_equal(o.zip.count, i == 2 ? 5 : 3);
        holds(&o, find(&o, i < 3 ? "in/a.txt" : "a.txt"), expected, size, FF_OK);
        holds(&o, find(&o, i < 3 ? "in/sub/b.txt" : "sub/b.txt"), "x", 1, FF_OK);
        holds(&o, find(&o, i < 3 ? "in/empty" : "empty"), "", 0, FF_OK);
        if (i == 2) {
            holds(&o, find(&o, "in/wide"), "w", 1, FF_OK);
            refuses(&o, find(&o, "in/lzma"), FF_ERR_PACKED, "LZMA (14)");
        }
        close_opened(&o);
    }
    snprintf(path, sizeof path, "%s/locked.zip", scratch_folder());
    open_file(&o, path);
    refuses(&o, find(&o, "a.txt"), FF_ERR_ENCRYPTED, "password");
    close_opened(&o);
    for (size_t times = 1; times < 3; times++) {
        ff_arena arena;
        ff_bytes bytes, out;
        ff_error error;
        snprintf(path, sizeof path, "%s/%s", scratch_folder(),
                 times == 1 ? "in/a.txt.gz" : "twice.gz");
        ff_arena_init(&arena, NULL);
        assert_int_equal(ff_bytes_of_file(&bytes, path, &error), FF_OK);
        assert_int_equal(ff_gzip_read(&bytes, &arena, &out, &error), FF_OK);
        assert_int_equal(out.size, times * size);
        assert_memory_equal((const char *)out.memory + (times - 1) * size, expected, size);
        ff_bytes_close(&bytes);
        ff_arena_free(&arena);
    }
    free(expected);
}

/* ---- gzip ---- */

/* Reads a gzip whole and as a stream: both give the same, and that is right. */
static void gzip_holds(const void *data, size_t count, const void *expected, size_t size,
                       ff_code code, const char *words) {
    ff_arena arena;
    ff_bytes bytes, out;
    ff_stream stream;
    ff_error error;
    uint8_t *streamed = NULL;
    size_t got = 0;
    uint8_t *exact = malloc(count + 1);
    assert_non_null(exact);
    memcpy(exact, data, count);
    ff_arena_init(&arena, NULL);
    ff_error_clear(&error);
    ff_bytes_of_memory(&bytes, exact, count, "test.gz");
    assert_int_equal(ff_gzip_read(&bytes, &arena, &out, &error), code);
    assert_int_equal(out.size, ff_pack_kept(code) ? size : 0);
    assert_non_null(strstr(error.message, words));
    if (ff_pack_kept(code)) {
        assert_memory_equal(out.memory, expected, size);
    }
    if (code != FF_OK) {
        assert_string_equal(error.where, "test.gz");
        assert_true(error.offset <= (int64_t)count);
    }
    ff_code begun = ff_gzip_stream(NULL, &bytes, &stream, &error);
    if (begun == FF_OK) {
        assert_int_equal(drain(&stream, &streamed, &got, &error), code);
        if (ff_pack_kept(code)) {
            assert_int_equal(got, size);
            assert_memory_equal(streamed, expected, size);
        }
        ff_stream_close(&stream);
    } else {
        assert_int_equal(begun, code);
    }
    free(streamed);
    free(exact);
    ff_arena_free(&arena);
}

static void gzips(void **state) {
    (void)state;
    char *text = long_text(LONG);
    for (unsigned flags = 0; flags < 32; flags++) {
        zip_bytes z;
        zip_begin(&z);
        gzip_add(&z, text, LONG, flags, 0, 0);
        gzip_holds(z.data, z.size, text, LONG, FF_OK, "");
        zip_raw(&z, "\0\0\0\0\0\0\0\0", 8); /* padding */
        gzip_holds(z.data, z.size, text, LONG, FF_OK, "");
        zip_raw(&z, "and more", 8);
        gzip_holds(z.data, z.size, text, LONG, FF_ERR_TRAILING, "the gzip ends here, and 16 more");
        zip_free(&z);
    }
    free(text);
}

static void a_wrong_header(void **state) {
    (void)state;
    zip_bytes z;
    zip_begin(&z);
    gzip_add(&z, "one", 3, 30, 0, 0);
    z.data[12] ^= 1; /* in the extra field; the header has a checksum */
    gzip_holds(z.data, z.size, "", 0, FF_ERR_DAMAGED, "header crc mismatch");
    zip_free(&z);
}

static void gzips_of_several_members(void **state) {
    (void)state;
    zip_bytes z;
    zip_begin(&z);
    gzip_add(&z, "one ", 4, 0, 0, 0);
    gzip_add(&z, "", 0, 8, 0, 0);
    gzip_add(&z, "two", 3, 2, 0, 0);
    gzip_holds(z.data, z.size, "one two", 7, FF_OK, "");
    size_t whole = z.size;
    zip_raw(&z, "\x1F\x8B\x08\xE0 is no gzip", 16); /* flags that must be 0 */
    gzip_holds(z.data, z.size, "one two", 7, FF_ERR_TRAILING, "behind the gzip's end");
    z.size = whole;
    gzip_add(&z, " three", 6, 0, 0, 0);
    z.size -= 5;
    gzip_holds(z.data, z.size, "one two three", 13, FF_ERR_TRUNCATED, "13 bytes could be");
    zip_free(&z);
}

static void gzips_that_lie(void **state) {
    (void)state;
    char *text = long_text(LONG);
    static const struct {
        uint32_t crc_change, length_change;
        const char *words;
    } rows[] = {{1, 0, "the checksum"},
                {0, 1, "the length"},
                {0, 0u - LONG, "the length"},
                {0, 0x3000000, "the length"},
                {0, 0xF0000000u, "the length"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zip_bytes z;
        zip_begin(&z);
        gzip_add(&z, text, LONG, 0, rows[i].crc_change, rows[i].length_change);
        gzip_holds(z.data, z.size, text, LONG, FF_ERR_CHECKSUM, rows[i].words);
        zip_free(&z);
    }
    free(text);
}

static void gzips_cut_anywhere(void **state) {
    (void)state;
    char *text = long_text(3000);
    zip_bytes z;
    zip_begin(&z);
    gzip_add(&z, text, 3000, 8, 0, 0);
    size_t before = 0;
    for (size_t size = 0; size < z.size; size++) {
        ff_arena arena;
        ff_bytes bytes, out;
        ff_error error;
        ff_arena_init(&arena, NULL);
        ff_bytes_of_memory(&bytes, z.data, size, "test.gz");
        ff_code code = ff_gzip_read(&bytes, &arena, &out, &error);
        assert_int_equal(code, size < 2 ? FF_ERR_DAMAGED : FF_ERR_TRUNCATED);
        assert_true((size_t)out.size >= before);
        before = (size_t)out.size;
        gzip_holds(z.data, size, text, before, code, size < 2 ? "no gzip" : "could be unpacked");
        ff_arena_free(&arena);
    }
    assert_int_equal(before, 3000);
    zip_free(&z);
    free(text);
}

static void gzip_bombs(void **state) {
    (void)state;
    size_t size = 3000000;
    char *zeros = calloc(1, size);
    assert_non_null(zeros);
    zip_bytes z;
    zip_begin(&z);
    gzip_add(&z, zeros, size, 0, 0, 0);
    gzip_holds(z.data, z.size, zeros, size, FF_ERR_UNSAFE, "more than 250 times its size");
    zip_free(&z);
    zip_begin(&z);
    gzip_add(&z, zeros, (size_t)FF_PACK_FREE, 0, 0, 0);
    gzip_holds(z.data, z.size, zeros, (size_t)FF_PACK_FREE, FF_OK, "");
    gzip_holds("PK\x03\x04", 4, "", 0, FF_ERR_DAMAGED, "no gzip begins here");
    gzip_holds("", 0, "", 0, FF_ERR_DAMAGED, "no gzip begins here");
    zip_free(&z);
    free(zeros);
}

/* One recording has 64 MB at most; as a stream more can come. */
static void a_gzip_larger_than_a_recording(void **state) {
    (void)state;
    size_t part = 1 << 20;
    char *text = long_text(part);
    zip_bytes z;
    zip_begin(&z);
    gzip_add(&z, text, part, 0, 0, 0);
    size_t one = z.size;
    uint8_t *member = malloc(one);
    assert_non_null(member);
    memcpy(member, z.data, one);
    for (int i = 1; i < 65; i++) {
        zip_raw(&z, member, one);
    }
    ff_arena arena;
    ff_bytes bytes, out;
    ff_error error;
    ff_arena_init(&arena, NULL);
    ff_bytes_of_memory(&bytes, z.data, z.size, "test.gz");
    assert_int_equal(ff_gzip_read(&bytes, &arena, &out, &error), FF_ERR_LIMIT);
    assert_int_equal(out.size, 0);
    ff_arena_free(&arena);
    zip_free(&z);
    free(member);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_member),
        cmocka_unit_test(bytes_around_it),
        cmocka_unit_test(an_empty_zip),
        cmocka_unit_test(names),
        cmocka_unit_test(names_in_the_extra_field),
        cmocka_unit_test(left_out),
        cmocka_unit_test(names_that_come_again),
        cmocka_unit_test(refused_members),
        cmocka_unit_test(lies_about_members),
        cmocka_unit_test(damaged_data),
        cmocka_unit_test(a_wrong_place),
        cmocka_unit_test(overlaps),
        cmocka_unit_test(too_much_in_all),
        cmocka_unit_test(too_many),
        cmocka_unit_test(zips_in_zips),
        cmocka_unit_test(a_nested_bomb),
        cmocka_unit_test(cut_anywhere),
        cmocka_unit_test(a_damaged_directory),
        cmocka_unit_test(part_of_a_split_zip),
        cmocka_unit_test(any_byte_changed),
        cmocka_unit_test(stopped),
        cmocka_unit_test(several_threads),
        cmocka_unit_test(larger_than_memory),
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(made_by_programs),
        cmocka_unit_test(gzips),
        cmocka_unit_test(a_wrong_header),
        cmocka_unit_test(gzips_of_several_members),
        cmocka_unit_test(gzips_that_lie),
        cmocka_unit_test(gzips_cut_anywhere),
        cmocka_unit_test(gzip_bombs),
        cmocka_unit_test(a_gzip_larger_than_a_recording),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
