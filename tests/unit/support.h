/* What several unit tests need. */
#ifndef FOOTFALL_TESTS_SUPPORT_H
#define FOOTFALL_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdbool.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <footfall/context.h>

/* An allocator that fails the n-th allocation (from 1) and every one after it, and counts what is
 * still held. n 0 never fails. With once set only the n-th fails, so that a failure which is
 * swallowed shows in what comes out. */
typedef struct failing_allocator {
    ff_allocator allocator; /* hand out &f.allocator */
    size_t fail_from;
    bool once;
    size_t calls;
    size_t held;
} failing_allocator;

void failing_allocator_init(failing_allocator *failing, size_t fail_from);

/* The folder with the given material ("../shared/data" beside the checkout), from the environment
 * variable FOOTFALL_SHARED that tests/run.py sets; NULL when it is absent: skip(). */
const char *shared_folder(void);

/* An empty scratch folder for this test program, made anew; removed by tests/run.py. */
const char *scratch_folder(void);

#endif
