#include "face/cli/tasks.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#define MOST_THREADS 64

/* What the threads share; all of it under the lock. */
typedef struct {
    const ff_tasks *tasks;
    size_t window; /* how many may be begun and not done */
    pthread_mutex_t lock;
    pthread_cond_t may_begin, worked;
    size_t begun, done;
    bool stopped;
    bool *ready; /* window of them: task i, worked on and not done, is at i % window */
} pool;

static ff_code one_after_the_other(const ff_tasks *tasks) {
    ff_code code = FF_OK;
    for (size_t i = 0; i < tasks->count && code == FF_OK; i++) {
        tasks->work(tasks->data, i);
        code = tasks->done(tasks->data, i);
    }
    return code;
}

static void *work(void *data) {
    pool *p = data;
    pthread_mutex_lock(&p->lock);
    for (;;) {
        while (!p->stopped && p->begun < p->tasks->count && p->begun - p->done >= p->window) {
            pthread_cond_wait(&p->may_begin, &p->lock);
        }
        if (p->stopped || p->begun == p->tasks->count) {
            break;
        }
        size_t i = p->begun++;
        pthread_mutex_unlock(&p->lock);
        p->tasks->work(p->tasks->data, i);
        pthread_mutex_lock(&p->lock);
        p->ready[i % p->window] = true;
        if (i == p->done) { /* the others are not waited for yet */
            pthread_cond_signal(&p->worked);
        }
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

/* The caller's part: takes what was worked on, in order, while the threads go on. */
static ff_code take_in_order(pool *p) {
    ff_code code = FF_OK;
    pthread_mutex_lock(&p->lock);
    for (size_t i = 0; i < p->tasks->count && code == FF_OK; i++) {
        while (!p->ready[i % p->window]) {
            pthread_cond_wait(&p->worked, &p->lock);
        }
        p->ready[i % p->window] = false;
        pthread_mutex_unlock(&p->lock);
        code = p->tasks->done(p->tasks->data, i);
        pthread_mutex_lock(&p->lock);
        p->done++;
        pthread_cond_signal(&p->may_begin);
    }
    p->stopped = true;
    pthread_cond_broadcast(&p->may_begin);
    pthread_mutex_unlock(&p->lock);
    return code;
}

/* Signals are for the caller's thread: it is the one that writes and waits. */
static size_t start(pool *p, pthread_t *threads, size_t wanted) {
    sigset_t all, before;
    size_t started = 0;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (started < wanted && pthread_create(&threads[started], NULL, work, p) == 0) {
        started++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

ff_code cli_run_tasks_on(size_t threads, const ff_tasks *tasks) {
    threads = threads < MOST_THREADS ? threads : MOST_THREADS;
    size_t window = tasks->ahead > 0 ? tasks->ahead : threads;
    window = window < tasks->count ? window : tasks->count;
    threads = threads < window ? threads : window;
    bool *ready = threads > 1 ? calloc(window, sizeof *ready) : NULL;
    if (ready == NULL) {
        return one_after_the_other(tasks);
    }
    pool p = {.tasks = tasks, .window = window, .ready = ready};
    pthread_mutex_init(&p.lock, NULL);
    pthread_cond_init(&p.may_begin, NULL);
    pthread_cond_init(&p.worked, NULL);
    pthread_t started[MOST_THREADS];
    size_t count = start(&p, started, threads);
    ff_code code = count > 0 ? take_in_order(&p) : one_after_the_other(tasks);
    for (size_t i = 0; i < count; i++) {
        pthread_join(started[i], NULL);
    }
    pthread_cond_destroy(&p.worked);
    pthread_cond_destroy(&p.may_begin);
    pthread_mutex_destroy(&p.lock);
    free(ready);
    return code;
}

ff_code cli_run_tasks(void *user, const ff_tasks *tasks) {
    (void)user;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return cli_run_tasks_on(processors > 0 ? (size_t)processors : 1, tasks);
}
