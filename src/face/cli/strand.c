#include "face/cli/strand.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

typedef struct {
    ff_strand strand; /* first: a pointer to it is one to the whole */
    void (*work)(void *data);
    void *data;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t turned;
    bool works, ended; /* under the lock: whose turn it is; whether there will be another */
} turns;

/* Hands the turn over. The lock is held. */
static void give_turn(turns *t, bool to_work) {
    t->works = to_work;
    pthread_cond_broadcast(&t->turned);
}

static void await_turn(turns *t, bool of_work) {
    while (t->works != of_work) {
        pthread_cond_wait(&t->turned, &t->lock);
    }
}

static bool go(ff_strand *strand) {
    turns *t = (turns *)strand;
    pthread_mutex_lock(&t->lock);
    if (!t->ended) {
        give_turn(t, true);
        await_turn(t, false);
    }
    bool ended = t->ended;
    pthread_mutex_unlock(&t->lock);
    return ended;
}

static void rest(ff_strand *strand) {
    turns *t = (turns *)strand;
    pthread_mutex_lock(&t->lock);
    give_turn(t, false);
    await_turn(t, true);
    pthread_mutex_unlock(&t->lock);
}

static void free_turns(turns *t) {
    pthread_cond_destroy(&t->turned);
    pthread_mutex_destroy(&t->lock);
    free(t);
}

static void end(ff_strand *strand) {
    turns *t = (turns *)strand;
    pthread_join(t->thread, NULL);
    free_turns(t);
}

static void *run(void *data) {
    turns *t = data;
    pthread_mutex_lock(&t->lock);
    await_turn(t, true);
    pthread_mutex_unlock(&t->lock);
    t->work(t->data);
    pthread_mutex_lock(&t->lock);
    t->ended = true;
    give_turn(t, false);
    pthread_mutex_unlock(&t->lock);
    return NULL;
}

/* Signals are for the caller's thread, as with tasks. */
static bool start(turns *t) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&t->thread, NULL, run, t) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

ff_strand *cli_begin_strand(void *user, void (*work)(void *data), void *data) {
    (void)user;
    turns *t = calloc(1, sizeof *t);
    if (t == NULL) {
        return NULL;
    }
    t->strand = (ff_strand){go, rest, end};
    t->work = work;
    t->data = data;
    pthread_mutex_init(&t->lock, NULL);
    pthread_cond_init(&t->turned, NULL);
    if (!start(t)) {
        free_turns(t);
        return NULL;
    }
    return &t->strand;
}
