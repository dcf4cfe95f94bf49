/* How the program takes memory from the system, which is most of what short commands wait for. */
#if defined(__linux__)
#define _DEFAULT_SOURCE /* for madvise */ /* NOLINT(bugprone-reserved-identifier) */
#endif

#include "face/cli/cli.h"

#if defined(__GLIBC__) && defined(__linux__)
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* What a list of 10,000 runs takes, and more; less than what glibc maps on its own. */
#define LARGE_PAGED (24u << 20)
#define LARGE_PAGE  (2u << 20)

/* Lets the heap begin one small page, which malloc writes to at once, before a large one: a large
 * page of which a part is there already comes in small ones. */
static void begin_heap_before_large_page(uintptr_t page) {
    uintptr_t past = ((uintptr_t)sbrk(0) + page) % LARGE_PAGE;
    sbrk(past > 0 ? (intptr_t)(LARGE_PAGE - past) : 0);
}

/* Tells the system that the memory which is taken first shall come in pages of 2 MB. It comes as it
 * is filled; where it cannot, all is as it was. */
static void prefer_large_pages(void) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    begin_heap_before_large_page(page);
    void *room = malloc(LARGE_PAGED);
    if (room != NULL) {
        uintptr_t from = (uintptr_t)room / page * page;
        madvise((void *)from, LARGE_PAGED, MADV_HUGEPAGE);
    }
    free(room);
}

/* A run takes up to a megabyte for a moment, and glibc would give each back to the system and fetch
 * it anew, page by page: a third of the time of an import. What is kept is bounded by what is in
 * use at once. And of the 2,300 page faults of a list of 10,000 runs, a third of its time, large
 * pages leave 220. */
void cli_keep_memory(void) {
    mallopt(M_MMAP_THRESHOLD, 32 << 20); /* the most it allows */
    mallopt(M_TRIM_THRESHOLD, 128 << 20);
    prefer_large_pages();
}
#else
void cli_keep_memory(void) {
}
#endif
