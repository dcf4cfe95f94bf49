/* Runs a fuzz target over the files of its corpus without a fuzzer, and prints TAP.
 *
 * Usage: test_fuzz_TARGET [FILE or FOLDER...]; without arguments the target's corpus, in the
 * source folder that tests/run.py names in FOOTFALL_SOURCE.
 */
#include "base/arena.h"
#include "base/folder.h"

#include <footfall/bytes.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay_file(const char *path, int number) {
    ff_bytes bytes;
    ff_error error;
    ff_code code = ff_bytes_of_file(&bytes, path, &error);
    if (code == FF_OK) {
        size_t size = (size_t)bytes.size;
        /* Exactly as large as the file, so that a sanitizer sees a byte read behind it. */
        uint8_t *data = malloc(size > 0 ? size : 1);
        code = data != NULL ? ff_bytes_read(&bytes, 0, data, size, &error)
                            : ff_fail(&error, FF_ERR_MEMORY, path, FF_NO_OFFSET, "no memory");
        if (code == FF_OK) {
            LLVMFuzzerTestOneInput(data, size);
        }
        free(data);
        ff_bytes_close(&bytes);
    }
    const char *name = strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path;
    printf("%s %d - %s\n", code == FF_OK ? "ok" : "not ok", number, name);
    if (code != FF_OK) {
        printf("# %s\n", error.message);
    }
    fflush(stdout); /* the target may abort on the next one */
    return code == FF_OK ? 0 : 1;
}

static int replay(const char *path, int *number) {
    ff_arena arena;
    ff_path_list list = {0};
    ff_error error;
    int failed = 0;
    ff_arena_init(&arena, NULL);
    if (ff_folder_files(&arena, path, &list, &error) != FF_OK || list.count == 0) {
        printf("not ok %d - %s\n# no files\n", ++*number, path);
        failed = 1;
    }
    for (size_t i = 0; i < list.count; i++) {
        failed += replay_file(list.items[i], ++*number);
    }
    ff_arena_free(&arena);
    return failed;
}

int main(int argc, char **argv) {
    int number = 0;
    int failed = 0;
    const char *source = getenv("FOOTFALL_SOURCE");
    char corpus[4096];
    snprintf(corpus, sizeof corpus, "%s/fuzz/corpus/" FUZZ_CORPUS, source != NULL ? source : ".");
    if (argc < 2) {
        failed = replay(corpus, &number);
    }
    for (int i = 1; i < argc; i++) {
        failed += replay(argv[i], &number);
    }
    printf("1..%d\n", number);
    return failed > 0 ? 1 : 0;
}
