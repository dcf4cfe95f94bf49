#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static bool fails_now(failing_allocator *f) {
    f->calls++;
    return f->fail_from > 0 && (f->once ? f->calls == f->fail_from : f->calls >= f->fail_from);
}

static void *allocate(void *user, size_t size) {
    failing_allocator *f = user;
    if (fails_now(f)) {
        return NULL;
    }
    void *block = malloc(size > 0 ? size : 1);
    f->held += block != NULL;
    return block;
}

static void *resize(void *user, void *block, size_t old_size, size_t size) {
    failing_allocator *f = user;
    (void)old_size;
    if (fails_now(f)) {
        return NULL;
    }
    return realloc(block, size > 0 ? size : 1);
}

static void release(void *user, void *block) {
    failing_allocator *f = user;
    f->held -= block != NULL;
    free(block);
}

void failing_allocator_init(failing_allocator *f, size_t fail_from) {
    *f = (failing_allocator){.allocator = {allocate, resize, release, f}, .fail_from = fail_from};
}

const char *shared_folder(void) {
    const char *path = getenv("FOOTFALL_SHARED");
    struct stat status;
    return path != NULL && stat(path, &status) == 0 ? path : NULL;
}

const char *scratch_folder(void) {
    static char path[4096];
    if (path[0] == '\0') {
        const char *base = getenv("TMPDIR");
        snprintf(path, sizeof path, "%s/footfall-test-XXXXXX", base != NULL ? base : "/tmp");
        if (mkdtemp(path) == NULL) {
            path[0] = '\0';
            fail_msg("no scratch folder");
        }
    }
    return path;
}
