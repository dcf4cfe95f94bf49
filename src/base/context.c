#include <footfall/context.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void *libc_allocate(void *user, size_t size) {
    (void)user;
    return malloc(size > 0 ? size : 1);
}

static void *libc_resize(void *user, void *block, size_t old_size, size_t size) {
    (void)user;
    (void)old_size;
    return realloc(block, size > 0 ? size : 1);
}

static void libc_release(void *user, void *block) {
    (void)user;
    free(block);
}

const ff_allocator *ff_allocator_libc(void) {
    static const ff_allocator libc = {libc_allocate, libc_resize, libc_release, NULL};
    return &libc;
}

const ff_allocator *ff_context_allocator(const ff_context *context) {
    return context != NULL && context->allocator != NULL ? context->allocator
                                                         : ff_allocator_libc();
}

int64_t ff_context_now(const ff_context *context) {
    return context != NULL && context->now != NULL ? context->now(context->user) : 0;
}

double ff_context_stopwatch(const ff_context *context) {
    return context != NULL && context->stopwatch != NULL ? context->stopwatch(context->user) : 0;
}

bool ff_context_cancelled(const ff_context *context) {
    return context != NULL && context->cancelled != NULL && context->cancelled(context->user);
}

void ff_context_progress(const ff_context *context, const ff_progress *progress) {
    if (context != NULL && context->progress != NULL) {
        context->progress(context->user, progress);
    }
}

void ff_context_log(const ff_context *context, ff_log_level level, const char *format, ...) {
    if (context == NULL || context->log == NULL) {
        return;
    }
    char line[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    context->log(context->user, level, line);
}

ff_code ff_context_run_tasks(const ff_context *context, const ff_tasks *tasks) {
    if (context != NULL && context->run_tasks != NULL) {
        return context->run_tasks(context->user, tasks);
    }
    ff_code code = FF_OK;
    for (size_t i = 0; i < tasks->count && code == FF_OK; i++) {
        tasks->work(tasks->data, i);
        code = tasks->done(tasks->data, i);
    }
    return code;
}

ff_strand *ff_context_begin_strand(const ff_context *context, void (*work)(void *data),
                                   void *data) {
    return context != NULL && context->begin_strand != NULL
               ? context->begin_strand(context->user, work, data)
               : NULL;
}

ff_code ff_context_draw_pdf(const ff_context *context, const struct ff_document *document,
                            struct ff_text *out, ff_error *error) {
    if (context == NULL || context->draw_pdf == NULL) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "this footfall cannot draw a PDF; write the page instead (--html FILE) and "
                       "print it from a browser, which can save it as PDF");
    }
    return context->draw_pdf(context->user, document, out, error);
}
