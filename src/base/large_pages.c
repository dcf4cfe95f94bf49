#if defined(__linux__)
#define _DEFAULT_SOURCE /* for madvise */ /* NOLINT(bugprone-reserved-identifier) */
#endif

#include "base/large_pages.h"

#if defined(__linux__)
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

void ff_prefer_large_pages(void *memory, size_t size) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t from = ((uintptr_t)memory + page - 1) / page * page;
    uintptr_t end = ((uintptr_t)memory + size) / page * page;
    if (from < end) {
        madvise((void *)from, end - from, MADV_HUGEPAGE); /* if it cannot be, all is as it was */
    }
}
#else
void ff_prefer_large_pages(void *memory, size_t size) {
    (void)memory;
    (void)size;
}
#endif
