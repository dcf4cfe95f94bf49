/* The threads of the command line: what <footfall/context.h> promises of ff_tasks. */
#include "support.h"

#include "face/cli/strand.h"
#include "face/cli/tasks.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#define MOST 2000

/* What was seen of a row of tasks. The results are plain memory, so that a thread sanitizer tells
 * when one is read without having been waited for. */
typedef struct {
    unsigned result[MOST];
    atomic_uint worked[MOST];
    atomic_size_t begun, at_work, most_at_work;
    size_t done;
    size_t fail_at; /* done(fail_at) fails */
    size_t slow;    /* this task takes its time, until */
    size_t until;   /* so many have begun */
    atomic_bool slow_over;
    atomic_size_t done_seen; /* done, as the threads may read it */
    size_t most_ahead;       /* seen by work: its own number less those done */
    pthread_mutex_t lock;
    pthread_t caller;
} row;

static void wait_a_little(void) {
    nanosleep(&(struct timespec){.tv_nsec = 200000}, NULL);
}

static void work(void *data, size_t index) {
    row *r = data;
    r->begun++;
    size_t now = ++r->at_work;
    pthread_mutex_lock(&r->lock);
    size_t done = r->done_seen, ahead = index + 1 - done;
    r->most_ahead = ahead > r->most_ahead ? ahead : r->most_ahead;
    r->most_at_work = now > r->most_at_work ? now : r->most_at_work;
    pthread_mutex_unlock(&r->lock);
    r->worked[index]++;
    r->result[index] = (unsigned)index * 7u + 1u;
    if (index == r->slow) {
        for (int i = 0; i < 25000 && r->begun < r->until; i++) {
            wait_a_little();
        }
        for (int i = 0; i < 100; i++) { /* would one more begin? */
            wait_a_little();
        }
        r->slow_over = true;
    }
    r->at_work--;
}

static ff_code done(void *data, size_t index) {
    row *r = data;
    assert_true(pthread_equal(pthread_self(), r->caller));
    assert_int_equal(index, r->done);
    assert_int_equal(r->worked[index], 1);
    assert_int_equal(r->result[index], index * 7 + 1);
    r->done++;
    r->done_seen = r->done;
    return index == r->fail_at ? FF_ERR_DISK_FULL : FF_OK;
}

static row *new_row(void) {
    row *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->fail_at = r->slow = MOST;
    r->caller = pthread_self();
    pthread_mutex_init(&r->lock, NULL);
    return r;
}

static void free_row(row *r) {
    pthread_mutex_destroy(&r->lock);
    free(r);
}

static void all_are_done_in_order(void **state) {
    (void)state;
    static const size_t threads[] = {0, 1, 2, 3, 8, 1000};
    static const size_t counts[] = {0, 1, 2, 7, 500};
    static const size_t aheads[] = {0, 1, 2, 5, 10000};
    for (size_t i = 0; i < sizeof threads / sizeof *threads * 5 * 5; i++) {
        row *r = new_row();
        size_t count = counts[i / 5 % 5], ahead = aheads[i % 5];
        ff_tasks tasks = {.count = count, .ahead = ahead, .work = work, .done = done, .data = r};
        assert_int_equal(cli_run_tasks_on(threads[i / 25], &tasks), FF_OK);
        assert_int_equal(r->begun, count);
        assert_int_equal(r->done, count);
        if (ahead > 0) {
            assert_true(r->most_ahead <= ahead);
        }
        free_row(r);
    }
}

/* While the first is slow the others go on, but only so far. */
static void no_more_than_ahead_wait(void **state) {
    (void)state;
    row *r = new_row();
    r->slow = 0;
    r->until = 6;
    ff_tasks tasks = {.count = 200, .ahead = 6, .work = work, .done = done, .data = r};
    assert_int_equal(cli_run_tasks_on(3, &tasks), FF_OK);
    assert_int_equal(r->most_ahead, 6);
    assert_true(r->most_at_work >= 2);
    assert_true(r->most_at_work <= 3);
    free_row(r);
}

static void an_error_ends_it(void **state) {
    (void)state;
    for (size_t threads = 1; threads < 5; threads++) {
        row *r = new_row();
        r->fail_at = 30;
        r->slow = 32; /* begun by another thread when 30 fails, as it mostly is: it is waited for */
        ff_tasks tasks = {.count = MOST, .ahead = 8, .work = work, .done = done, .data = r};
        assert_int_equal(cli_run_tasks_on(threads, &tasks), FF_ERR_DISK_FULL);
        assert_int_equal(r->done, 31);
        assert_true(r->begun <= 31 + 8);
        assert_int_equal(r->at_work, 0);
        assert_true(r->worked[32] == 0 || r->slow_over);
        free_row(r);
    }
}

static void by_the_machine(void **state) {
    (void)state;
    row *r = new_row();
    ff_context context = {.run_tasks = cli_run_tasks};
    ff_tasks tasks = {.count = 100, .work = work, .done = done, .data = r};
    assert_int_equal(ff_context_run_tasks(&context, &tasks), FF_OK);
    assert_int_equal(r->done, 100);
    free_row(r);
}

/* What a strand did, in the order it was done. */
typedef struct {
    ff_strand *strand;
    char log[32];
    size_t count;
    int rests;
} turn_log;

static void work_and_rest(void *data) {
    turn_log *l = data;
    for (int i = 0; i < l->rests; i++) {
        l->log[l->count++] = 'w';
        l->strand->rest(l->strand);
    }
    l->log[l->count++] = 'e';
}

static void a_strand_takes_turns(void **state) {
    (void)state;
    const ff_context context = {.begin_strand = cli_begin_strand};
    for (int rests = 0; rests <= 3; rests++) {
        turn_log l = {.rests = rests};
        l.strand = ff_context_begin_strand(&context, work_and_rest, &l);
        assert_non_null(l.strand);
        assert_int_equal(l.count, 0); /* it waits for its first turn */
        int turns = 0;
        bool ended = false;
        while (!ended) {
            ended = l.strand->go(l.strand);
            turns++;
            l.log[l.count++] = 'c';
        }
        assert_true(l.strand->go(l.strand)); /* ended once, ended for good */
        l.strand->end(l.strand);
        assert_int_equal(turns, rests + 1);
        for (size_t i = 0; i < l.count; i += 2) { /* never the two at once */
            assert_int_equal(l.log[i], i / 2 == (size_t)rests ? 'e' : 'w');
            assert_int_equal(l.log[i + 1], 'c');
        }
    }
}

static void without_strands_there_is_none(void **state) {
    (void)state;
    const ff_context context = {0};
    assert_null(ff_context_begin_strand(&context, work_and_rest, NULL));
    assert_null(ff_context_begin_strand(NULL, work_and_rest, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_are_done_in_order), cmocka_unit_test(no_more_than_ahead_wait),
        cmocka_unit_test(an_error_ends_it),      cmocka_unit_test(by_the_machine),
        cmocka_unit_test(a_strand_takes_turns),  cmocka_unit_test(without_strands_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
