/* Two helpers of bench_import.py, which says what is measured.
 *
 * bench_import make N FOLDER: N made-up runs, no two at the same time, as FIT files in FOLDER.
 * bench_import inflate ZIP ROUNDS: CPU seconds of one reading of every member into memory, gzip
 * taken off too, by libdeflate and by zlib: "libdeflate_s zlib_s bytes", the best of the rounds.
 */
#include "app/demo_runner.h"
#include "base/folder.h"
#include "files/pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zlib.h>

#define FIRST_NOW INT64_C(957139200) /* 2000-05-01; a demo's runs fill the four months before */
#define DEMO_S    (INT64_C(130) * 86400)

static void die(const char *what) {
    fprintf(stderr, "bench_import: %s\n", what);
    exit(3);
}

static double cpu_s(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int64_t fixed_now(void *user) {
    return *(const int64_t *)user;
}

static void make(size_t count, const char *folder) {
    int64_t now = FIRST_NOW;
    ff_error error;
    for (size_t made = 0; made < count; now += DEMO_S) {
        ff_context context = {.now = fixed_now, .user = &now, .seed = (uint64_t)now};
        ff_demo_runner runner;
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        if (ff_demo_runner_make(&context, &arena, &runner, &error) != FF_OK) {
            die(error.message);
        }
        for (size_t i = 0; i < runner.count && made < count; i++, made++) {
            const char *path = ff_arena_printf(&arena, "%s/%zu.fit", folder, 1000000 + made);
            if (path == NULL ||
                ff_file_write(path, runner.runs[i].bytes, runner.runs[i].size, &error) != FF_OK) {
                die(error.message);
            }
        }
        ff_arena_free(&arena);
    }
}

/* ---- the floor ---- */

static bool is_gzip(const ff_bytes *bytes) {
    return bytes->size > 2 && memcmp(bytes->memory, "\x1F\x8B", 2) == 0;
}

static uint64_t by_libdeflate(const ff_zip *zip) {
    uint64_t sum = 0;
    for (size_t i = 0; i < zip->count; i++) {
        ff_arena arena;
        ff_bytes bytes, inner;
        ff_error error;
        ff_arena_init(&arena, NULL);
        if (ff_zip_read(zip, &zip->members[i], &arena, &bytes, &error) != FF_OK) {
            die(error.message);
        }
        if (is_gzip(&bytes) && ff_gzip_read(&bytes, &arena, &inner, &error) != FF_OK) {
            die(error.message);
        }
        sum += (uint64_t)(is_gzip(&bytes) ? inner.size : bytes.size);
        ff_arena_free(&arena);
    }
    return sum;
}

/* inflate's own check of the gzip trailer is part of it, as the CRC is part of ff_gzip_read. */
static uint64_t zlib_gunzip(const ff_bytes *bytes) {
    static unsigned char out[1 << 16];
    uint64_t sum = 0;
    z_stream z = {.next_in = (unsigned char *)bytes->memory, .avail_in = (uInt)bytes->size};
    if (inflateInit2(&z, 15 + 16) != Z_OK) {
        die("zlib");
    }
    int result = Z_OK;
    while (result == Z_OK) {
        z.next_out = out;
        z.avail_out = sizeof out;
        result = inflate(&z, Z_NO_FLUSH);
        sum += sizeof out - z.avail_out;
    }
    inflateEnd(&z);
    return sum;
}

static uint64_t by_zlib(const ff_zip *zip) {
    uint64_t sum = 0;
    static unsigned char block[1 << 16];
    for (size_t i = 0; i < zip->count; i++) {
        ff_arena arena;
        ff_stream stream;
        ff_error error;
        size_t got = 1;
        ff_arena_init(&arena, NULL);
        unsigned char *all = ff_arena_take(&arena, (size_t)zip->members[i].size + 1, 1);
        size_t have = 0;
        if (all == NULL || ff_zip_stream(NULL, zip, &zip->members[i], &stream, &error) != FF_OK) {
            die("a member");
        }
        while (got > 0 && ff_stream_read(&stream, block, sizeof block, &got, &error) == FF_OK) {
            memcpy(all + have, block, got);
            have += got;
        }
        ff_stream_close(&stream);
        ff_bytes bytes;
        ff_bytes_of_memory(&bytes, all, have, "");
        sum += is_gzip(&bytes) ? zlib_gunzip(&bytes) : have;
        ff_arena_free(&arena);
    }
    return sum;
}

static void time_inflating(const char *path, int rounds) {
    ff_bytes bytes;
    ff_zip zip;
    ff_arena arena;
    ff_error damage, error;
    ff_arena_init(&arena, NULL);
    if (ff_bytes_of_file(&bytes, path, &error) != FF_OK ||
        ff_zip_open(NULL, &bytes, &arena, &zip, &damage, &error) != FF_OK) {
        die(error.message);
    }
    double best[2] = {1e9, 1e9};
    uint64_t sizes[2] = {0, 0};
    for (int i = 0; i < rounds; i++) {
        for (int k = 0; k < 2; k++) {
            double began = cpu_s();
            sizes[k] = k == 0 ? by_libdeflate(&zip) : by_zlib(&zip);
            double took = cpu_s() - began;
            best[k] = took < best[k] ? took : best[k];
        }
    }
    if (sizes[0] != sizes[1]) {
        die("the two do not unpack to the same size");
    }
    printf("%.4f %.4f %llu\n", best[0], best[1], (unsigned long long)sizes[0]);
    ff_arena_free(&arena);
    ff_bytes_close(&bytes);
}

int main(int argc, char **argv) {
    if (argc == 4 && strcmp(argv[1], "make") == 0) {
        make((size_t)strtoull(argv[2], NULL, 10), argv[3]);
    } else if (argc == 4 && strcmp(argv[1], "inflate") == 0) {
        time_inflating(argv[2], atoi(argv[3]));
    } else {
        die("make N FOLDER, or inflate ZIP ROUNDS");
    }
    return 0;
}
