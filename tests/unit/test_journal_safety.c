#include "made_run.h"
#include "support.h"

#include "base/random.h"
#include "journal/store.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* What must never happen to a journal: strangers' files harmed, committed runs lost, half runs. */

#define PAGE 8192 /* bytes of a page of a new journal */
#define assert_ok(call) assert_int_equal(call, FF_OK)

#define PATH_ROOM 4400

static void fresh_path(char path[PATH_ROOM]) {
    static int number;
    snprintf(path, PATH_ROOM, "%s/safe-%d.db", scratch_folder(), number++);
}

static void beside(char path[PATH_ROOM], const char *of, const char *suffix) {
    assert_true(snprintf(path, PATH_ROOM, "%s%s", of, suffix) < PATH_ROOM);
}

/* ---- files as bytes ---- */

typedef struct {
    unsigned char *data;
    size_t size;
} content;

static content read_file(const char *path) {
    content c = {0};
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    c.size = (size_t)ftell(file);
    rewind(file);
    c.data = malloc(c.size + 1);
    assert_int_equal(fread(c.data, 1, c.size, file), c.size);
    fclose(file);
    return c;
}

static void write_file(const char *path, const void *data, size_t size) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    fclose(file);
}

static bool exists(const char *path, const char *suffix) {
    char name[PATH_ROOM];
    beside(name, path, suffix);
    return access(name, F_OK) == 0;
}

/* ---- runs in and out, without asserts, for child processes ---- */

#define ROWS    400
#define COLUMNS 5 /* few: most of these tests import hundreds of times */

static ff_run small_run(ff_arena *arena, unsigned n) {
    ff_run run = made_run(arena, n, ROWS);
    for (int c = COLUMNS; c < FF_CHANNEL_COUNT; c++) {
        run.series.column[c] = NULL;
    }
    return run;
}

static ff_code put_run(ff_journal *journal, int64_t import_id, unsigned n) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_run run = small_run(&arena, n);
    char sha256[65];
    snprintf(sha256, sizeof sha256, "%064x", n);
    ff_import_file file = {.import_id = import_id,
                           .path = "a.fit",
                           .size = 1,
                           .sha256 = sha256,
                           .outcome = FF_OUTCOME_IMPORTED,
                           .offset = FF_NO_OFFSET};
    ff_run_list runs = {&run, 1};
    ff_code code = ff_journal_put_file(journal, &arena, &file, &runs, NULL, NULL);
    ff_arena_free(&arena);
    return code;
}

static ff_code put_runs(const char *path, unsigned first, unsigned count) {
    ff_journal *journal;
    ff_code code = ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL);
    int64_t import_id = 0;
    if (code == FF_OK) {
        code = ff_journal_begin_import(journal, &import_id, NULL);
    }
    for (unsigned n = first; n < first + count && code == FF_OK; n++) {
        code = put_run(journal, import_id, n);
    }
    ff_journal_close(journal);
    return code;
}

/* Reads every run with its series. *count is how many there are, whole and in order from number
 * 0; false when one is not as it was made. */
static ff_code read_all(ff_journal *journal, unsigned *count, bool *whole) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_run_list list;
    *count = 0;
    *whole = true;
    ff_code code = ff_journal_runs(journal, &arena, NULL, &list, NULL);
    for (size_t i = 0; i < list.count && code == FF_OK; i++) {
        ff_arena one;
        ff_arena_init(&one, NULL);
        ff_run made = small_run(&one, (unsigned)i), read;
        code = ff_journal_run(journal, &one, list.items[i].id, true, &read, NULL);
        *whole = *whole && code == FF_OK && same_run(&made, &read);
        *count += 1;
        ff_arena_free(&one);
    }
    ff_arena_free(&arena);
    return code;
}

static void expect_whole(const char *path, unsigned at_least, unsigned at_most) {
    ff_journal *journal;
    ff_error error;
    if (ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, &error) != FF_OK) {
        fail_msg("%s: %s", path, error.message);
    }
    unsigned count;
    bool whole;
    assert_ok(read_all(journal, &count, &whole));
    assert_true(whole);
    assert_in_range(count, at_least, at_most);
    int64_t lines = 0;
    assert_ok(
        ff_sql_number(journal, "SELECT count(DISTINCT run_id) FROM import_run", &lines, NULL));
    assert_int_equal(lines, count);
    ff_sql sql = ff_sql_begin(journal, "PRAGMA integrity_check", NULL);
    assert_true(ff_sql_row(&sql));
    assert_string_equal(sqlite3_column_text(sql.statement, 0), "ok");
    assert_ok(ff_sql_end(&sql));
    ff_journal_close(journal);
}

/* ---- what is not ours ---- */

static void expect_refused(const char *path, ff_code expected) {
    content before = read_file(path);
    for (int mode = FF_JOURNAL_READ; mode <= FF_JOURNAL_WRITE; mode++) {
        ff_journal *journal;
        ff_error error;
        assert_int_equal(ff_journal_open(NULL, path, (ff_journal_mode)mode, &journal, &error),
                         expected);
        assert_null(journal);
        assert_string_equal(error.where, path);
        assert_true(error.message[0] != '\0');
    }
    content after = read_file(path);
    assert_int_equal(before.size, after.size);
    assert_memory_equal(before.data, after.data, before.size);
    assert_false(exists(path, "-wal") || exists(path, "-shm") || exists(path, "-journal"));
    free(before.data);
    free(after.data);
}

static void not_a_journal(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    write_file(path, "x", 1);
    expect_refused(path, FF_ERR_NOT_JOURNAL);
    char text[5000];
    memset(text, 'a', sizeof text);
    write_file(path, text, sizeof text);
    expect_refused(path, FF_ERR_NOT_JOURNAL);
    memcpy(text, "SQLite format 3", 16);
    write_file(path, text, 99);
    expect_refused(path, FF_ERR_NOT_JOURNAL);
    fresh_path(path);
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_exec(db, "PRAGMA journal_mode = WAL; CREATE TABLE run (id); PRAGMA user_version = 1",
                 NULL, NULL, NULL);
    sqlite3_close(db);
    expect_refused(path, FF_ERR_NOT_JOURNAL);
    ff_journal *journal;
    assert_int_equal(ff_journal_open(NULL, scratch_folder(), FF_JOURNAL_WRITE, &journal, NULL),
                     FF_ERR_NOT_JOURNAL);
    assert_int_equal(ff_journal_open(NULL, "/dev/null", FF_JOURNAL_WRITE, &journal, NULL),
                     FF_ERR_NOT_JOURNAL);
    assert_int_equal(ff_journal_open(NULL, "", FF_JOURNAL_WRITE, &journal, NULL), FF_ERR_NOT_FOUND);
}

static void none_yet(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    ff_journal *journal;
    assert_int_equal(ff_journal_open(NULL, path, FF_JOURNAL_READ, &journal, NULL),
                     FF_ERR_NOT_FOUND);
    assert_false(exists(path, ""));
    write_file(path, "", 0);
    assert_int_equal(ff_journal_open(NULL, path, FF_JOURNAL_READ, &journal, NULL),
                     FF_ERR_NOT_FOUND);
}

static void newer_journal(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    assert_ok(put_runs(path, 0, 1));
    content c = read_file(path);
    c.data[62] = 1; /* user_version 257 */
    write_file(path, c.data, c.size);
    expect_refused(path, FF_ERR_NEWER_JOURNAL);
    c.data[62] = 0;
    c.data[63] = 0;
    write_file(path, c.data, c.size);
    expect_refused(path, FF_ERR_DAMAGED_JOURNAL);
    free(c.data);
}

/* A newer footfall was killed: its version stands in the write-ahead log only. */
static void newer_in_the_log(void **state) {
    (void)state;
    char path[PATH_ROOM], log[PATH_ROOM], copy[PATH_ROOM], copy_log[PATH_ROOM];
    fresh_path(path);
    fresh_path(copy);
    beside(log, path, "-wal");
    beside(copy_log, copy, "-wal");
    assert_ok(put_runs(path, 0, 1));
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "PRAGMA user_version = 10", NULL, NULL, NULL), SQLITE_OK);
    content main_file = read_file(path), log_file = read_file(log);
    sqlite3_close(db);
    write_file(copy, main_file.data, main_file.size);
    write_file(copy_log, log_file.data, log_file.size);
    ff_journal *journal;
    for (int mode = FF_JOURNAL_READ; mode <= FF_JOURNAL_WRITE; mode++) {
        assert_int_equal(ff_journal_open(NULL, copy, (ff_journal_mode)mode, &journal, NULL),
                         FF_ERR_NEWER_JOURNAL);
        content after = read_file(copy), log_after = read_file(copy_log);
        assert_memory_equal(after.data, main_file.data, main_file.size);
        assert_int_equal(log_after.size, log_file.size);
        assert_memory_equal(log_after.data, log_file.data, log_file.size);
        free(after.data);
        free(log_after.data);
    }
    free(main_file.data);
    free(log_file.data);
}

/* ---- damage ---- */

static void read_damaged(const char *path, unsigned *refused) {
    ff_journal *journal;
    ff_error error = {0};
    ff_code code = ff_journal_open(NULL, path, FF_JOURNAL_READ, &journal, &error);
    unsigned count = 0;
    bool whole = true;
    if (code == FF_OK) {
        code = read_all(journal, &count, &whole);
        ff_code check = ff_journal_check(journal, NULL);
        assert_true(check == FF_OK || check == FF_ERR_DAMAGED_JOURNAL);
        *refused += code != FF_OK || check != FF_OK || !whole || count != 5;
        ff_journal_close(journal);
    } else {
        *refused += 1;
    }
    if (code != FF_OK && code != FF_ERR_DAMAGED_JOURNAL && code != FF_ERR_NOT_JOURNAL &&
        code != FF_ERR_NEWER_JOURNAL && code != FF_ERR_NOT_FOUND && code != FF_ERR_LIMIT) {
        fail_msg("%s", ff_code_name(code));
    }
}

static void damaged_journal(void **state) {
    (void)state;
    char path[PATH_ROOM], harmed[PATH_ROOM];
    fresh_path(path);
    fresh_path(harmed);
    assert_ok(put_runs(path, 0, 5));
    content c = read_file(path);
    unsigned char *copy = malloc(c.size);
    ff_random random;
    ff_random_init(&random, 11);
    unsigned refused = 0;
    for (int round = 0; round < 200; round++) {
        memcpy(copy, c.data, c.size);
        size_t length = round % 2 != 0 ? PAGE : 1 + ff_random_below(&random, 16);
        size_t at = ff_random_below(&random, (uint32_t)(c.size / PAGE)) * PAGE;
        at += round % 2 != 0 ? 0 : ff_random_below(&random, PAGE - 16);
        at = at == 0 && round % 2 != 0 ? PAGE : at; /* the first page is another test */
        for (size_t i = at; i < at + length && i < c.size; i++) {
            copy[i] = round % 4 == 1 ? 0 : (unsigned char)ff_random_bits(&random);
        }
        write_file(harmed, copy, c.size);
        read_damaged(harmed, &refused);
    }
    assert_true(refused > 100); /* every page that was overwritten, at least */
    for (size_t size = PAGE; size < c.size; size += 3 * PAGE + 1000) {
        write_file(harmed, c.data, size);
        refused = 0;
        read_damaged(harmed, &refused);
        assert_int_equal(refused, 1);
    }
    free(copy);
    free(c.data);
}

/* Nothing is added to a journal whose structure is not sound. */
static void damaged_takes_no_import(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    assert_ok(put_runs(path, 0, 5));
    content c = read_file(path);
    memset(c.data + 3 * PAGE, 0xA5, PAGE);
    write_file(path, c.data, c.size);
    ff_journal *journal;
    assert_ok(ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL));
    int64_t import_id;
    ff_error error;
    assert_int_equal(ff_journal_begin_import(journal, &import_id, &error), FF_ERR_DAMAGED_JOURNAL);
    assert_string_equal(error.where, path);
    ff_journal_close(journal);
    content after = read_file(path);
    assert_int_equal(after.size, c.size);
    assert_memory_equal(after.data, c.data, c.size);
    free(c.data);
    free(after.data);
}

/* ---- versions ---- */

static const char *const to_next[] = {
    "CREATE TABLE extra (id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run (id))"
    " STRICT",
    "INSERT INTO extra (run_id) SELECT id FROM run", NULL};
static const char *const to_after[] = {"ALTER TABLE extra ADD COLUMN words TEXT", NULL};
static const char *const fails[] = {"INSERT INTO extra (run_id) SELECT id FROM run",
                                    "INSERT INTO no_such_table VALUES (1)", NULL};
static const char *const orphans[] = {"DELETE FROM run WHERE id = 1", NULL};

static int64_t version_in(const char *path) {
    content c = read_file(path);
    int64_t version = ff_store_header_version(c.data);
    free(c.data);
    return version;
}

#define NOW 9 /* the version of today */

/* As a footfall that has one more version would open it, or two. */
static ff_code open_as(const char *path, ff_journal_mode mode, const char *const *next,
                       const char *const *after, ff_journal **journal) {
    const char *const *versions[NOW + 2] = {[NOW] = next, [NOW + 1] = after};
    memcpy(versions, ff_journal_migrations.versions, NOW * sizeof *versions);
    ff_migrations migrations = {versions, after != NULL ? NOW + 2 : NOW + 1};
    return ff_store_open(NULL, path, mode, &migrations, journal, NULL);
}

static void versions_move(void **state) {
    (void)state;
    assert_int_equal(ff_journal_migrations.count, NOW);
    char path[PATH_ROOM], copy_next[PATH_ROOM], copy_after[PATH_ROOM];
    fresh_path(path);
    beside(copy_next, path, ".before-v10");
    beside(copy_after, path, ".before-v11");
    assert_ok(put_runs(path, 0, 3));
    assert_false(exists(path, ".before-v9")); /* nothing was there to be copied */
    mode_t old = umask(0);
    ff_journal *journal;
    assert_ok(open_as(path, FF_JOURNAL_READ, to_next, to_after, &journal));
    int64_t number = 0;
    assert_ok(
        ff_sql_number(journal, "SELECT count(*) FROM extra WHERE words IS NULL", &number, NULL));
    assert_int_equal(number, 3);
    assert_ok(ff_sql_number(journal, "PRAGMA user_version", &number, NULL));
    assert_int_equal(number, NOW + 2);
    assert_ok(ff_sql_number(journal, "PRAGMA foreign_keys", &number, NULL));
    assert_int_equal(number, 1);
    ff_journal_close(journal);
    umask(old);
    assert_int_equal(version_in(path), NOW + 2);
    assert_int_equal(version_in(copy_next), NOW);
    assert_int_equal(version_in(copy_after), NOW + 1);
    struct stat status;
    assert_int_equal(stat(copy_next, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    expect_refused(path, FF_ERR_NEWER_JOURNAL); /* to the footfall of today */
    expect_whole(copy_next, 3, 3);
    /* Once is enough. */
    unlink(copy_next);
    assert_ok(open_as(path, FF_JOURNAL_WRITE, to_next, to_after, &journal));
    ff_journal_close(journal);
    assert_false(exists(path, ".before-v10"));
}

static void failed_migration_changes_nothing(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    assert_ok(put_runs(path, 0, 3));
    ff_journal *journal;
    assert_int_equal(open_as(path, FF_JOURNAL_WRITE, fails, NULL, &journal),
                     FF_ERR_DAMAGED_JOURNAL);
    assert_null(journal);
    assert_int_equal(version_in(path), NOW);
    expect_whole(path, 3, 3);
    assert_int_equal(open_as(path, FF_JOURNAL_WRITE, to_next, fails, &journal),
                     FF_ERR_DAMAGED_JOURNAL); /* the first step stands */
    assert_int_equal(version_in(path), NOW + 1);
    fresh_path(path);
    assert_ok(put_runs(path, 0, 3));
    assert_int_equal(open_as(path, FF_JOURNAL_WRITE, orphans, NULL, &journal),
                     FF_ERR_DAMAGED_JOURNAL); /* it would leave laps without their run */
    expect_whole(path, 3, 3);
    /* A journal made anew by a later version needs no copy. */
    fresh_path(path);
    assert_ok(open_as(path, FF_JOURNAL_WRITE, to_next, to_after, &journal));
    ff_journal_close(journal);
    assert_false(exists(path, ".before-v10") || exists(path, ".before-v11"));
}

/* ---- two at a time ---- */

static void busy_journal(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    assert_ok(put_runs(path, 0, 2));
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    ff_journal *journal;
    assert_ok(ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL));
    unsigned count;
    bool whole;
    assert_ok(read_all(journal, &count, &whole));
    assert_true(whole && count == 2);
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    assert_int_equal(ff_journal_set_setting(journal, "a", "b", NULL), FF_ERR_BUSY);
    clock_gettime(CLOCK_MONOTONIC, &end);
    long waited_ms = (end.tv_sec - start.tv_sec) * 1000 + (end.tv_nsec - start.tv_nsec) / 1000000;
    assert_true(waited_ms >= FF_JOURNAL_PATIENCE_MS - 100);
    assert_int_equal(sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    assert_ok(ff_journal_set_setting(journal, "a", "b", NULL));
    ff_journal_close(journal);
}

/* Several footfalls make the same journal at once and import the same runs. */
static void made_by_several(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    pid_t children[4];
    for (int i = 0; i < 4; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            _exit(put_runs(path, 0, 6) == FF_OK ? 0 : 1);
        }
    }
    for (int i = 0; i < 4; i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    expect_whole(path, 6, 6);
}

/* ---- killed ---- */

/* Imports runs from number first on until it is killed; a byte goes down the pipe for each. */
static void import_until_killed(const char *path, unsigned first, int report) {
    ff_journal *journal;
    int64_t import_id;
    if (ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL) != FF_OK ||
        ff_journal_begin_import(journal, &import_id, NULL) != FF_OK) {
        _exit(1);
    }
    for (unsigned n = first;; n++) {
        if (put_run(journal, import_id, n) != FF_OK || write(report, "x", 1) != 1) {
            _exit(2);
        }
    }
}

static void killed_at_any_moment(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    ff_random random;
    ff_random_init(&random, 12);
    unsigned committed = 0, killed_early = 0;
    /* A busy machine writes little before it is killed: it gets more rounds, and longer ones. */
    for (int round = 0; round < 24 || (committed <= 5 && round < 240); round++) {
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0) {
            import_until_killed(path, committed, ends[1]);
        }
        close(ends[1]);
        unsigned most_us = round < 8 ? 20000u : 120000u + 80000u * (unsigned)(round / 24);
        struct timespec wait = {0, (long)ff_random_below(&random, most_us) * 1000};
        nanosleep(&wait, NULL);
        kill(child, SIGKILL);
        int status;
        waitpid(child, &status, 0);
        assert_true(WIFSIGNALED(status)); /* it did not end by itself: nothing failed */
        unsigned reported = 0;
        char byte;
        while (read(ends[0], &byte, 1) == 1) {
            reported++;
        }
        close(ends[0]);
        killed_early += reported == 0;
        expect_whole(path, committed + reported, committed + reported + 1);
        ff_journal *journal;
        size_t count;
        assert_ok(ff_journal_open(NULL, path, FF_JOURNAL_READ, &journal, NULL));
        assert_ok(ff_journal_count_runs(journal, &count, NULL));
        ff_journal_close(journal);
        committed = (unsigned)count;
    }
    assert_true(committed > 5);
    assert_true(killed_early > 0);
}

/* ---- writes that fail ---- */

/* A file layer that passes everything on, and fails what would change the disk from the n-th
 * such call on, once or for ever. */
static struct {
    sqlite3_vfs vfs;
    sqlite3_vfs *real;
    unsigned calls, fail_at;
    bool for_ever;
    int failure;
} shim;

typedef struct {
    sqlite3_file base;
    sqlite3_file *real;
} shim_file;

static int fails_now(void) {
    shim.calls++;
    bool now = shim.for_ever ? shim.calls >= shim.fail_at : shim.calls == shim.fail_at;
    return shim.fail_at > 0 && now ? shim.failure : SQLITE_OK;
}

#define REAL(file) (((shim_file *)(file))->real)

static int shim_close(sqlite3_file *f) {
    return REAL(f)->pMethods->xClose(REAL(f));
}
static int shim_read(sqlite3_file *f, void *to, int count, sqlite3_int64 at) {
    return REAL(f)->pMethods->xRead(REAL(f), to, count, at);
}
static int shim_write(sqlite3_file *f, const void *from, int count, sqlite3_int64 at) {
    int failed = fails_now();
    if (failed != SQLITE_OK && count > 1) { /* a failing disk takes a part first */
        REAL(f)->pMethods->xWrite(REAL(f), from, count / 2, at);
    }
    return failed != SQLITE_OK ? failed : REAL(f)->pMethods->xWrite(REAL(f), from, count, at);
}
static int shim_truncate(sqlite3_file *f, sqlite3_int64 size) {
    int failed = fails_now();
    return failed != SQLITE_OK ? failed : REAL(f)->pMethods->xTruncate(REAL(f), size);
}
static int shim_sync(sqlite3_file *f, int flags) {
    (void)f;
    (void)flags; /* nothing is cut off from power here: the real sync would only cost time */
    int failed = fails_now();
    return failed == SQLITE_FULL ? SQLITE_IOERR_FSYNC : failed;
}
static int shim_size(sqlite3_file *f, sqlite3_int64 *size) {
    return REAL(f)->pMethods->xFileSize(REAL(f), size);
}
static int shim_lock(sqlite3_file *f, int lock) {
    return REAL(f)->pMethods->xLock(REAL(f), lock);
}
static int shim_unlock(sqlite3_file *f, int lock) {
    return REAL(f)->pMethods->xUnlock(REAL(f), lock);
}
static int shim_check_lock(sqlite3_file *f, int *held) {
    return REAL(f)->pMethods->xCheckReservedLock(REAL(f), held);
}
static int shim_control(sqlite3_file *f, int op, void *argument) {
    return REAL(f)->pMethods->xFileControl(REAL(f), op, argument);
}
static int shim_sector(sqlite3_file *f) {
    return REAL(f)->pMethods->xSectorSize(REAL(f));
}
static int shim_device(sqlite3_file *f) {
    return REAL(f)->pMethods->xDeviceCharacteristics(REAL(f));
}
static int shim_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **to) {
    int failed = extend != 0 ? fails_now() : SQLITE_OK;
    return failed != SQLITE_OK ? SQLITE_IOERR_SHMSIZE
                               : REAL(f)->pMethods->xShmMap(REAL(f), page, size, extend, to);
}
static int shim_shm_lock(sqlite3_file *f, int offset, int count, int flags) {
    return REAL(f)->pMethods->xShmLock(REAL(f), offset, count, flags);
}
static void shim_shm_barrier(sqlite3_file *f) {
    REAL(f)->pMethods->xShmBarrier(REAL(f));
}
static int shim_shm_unmap(sqlite3_file *f, int also_delete) {
    return REAL(f)->pMethods->xShmUnmap(REAL(f), also_delete);
}

static const sqlite3_io_methods shim_methods = {
    2,           shim_close,   shim_read,     shim_write,       shim_truncate,  shim_sync,
    shim_size,   shim_lock,    shim_unlock,   shim_check_lock,  shim_control,   shim_sector,
    shim_device, shim_shm_map, shim_shm_lock, shim_shm_barrier, shim_shm_unmap, NULL,
    NULL};

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    shim_file *f = (shim_file *)file;
    f->base.pMethods = NULL;
    f->real = (sqlite3_file *)(f + 1);
    if ((flags & SQLITE_OPEN_CREATE) != 0 && access(name, F_OK) != 0) {
        int failed = fails_now();
        if (failed != SQLITE_OK) {
            errno = ENOSPC;
            return SQLITE_CANTOPEN;
        }
    }
    int result = shim.real->xOpen(shim.real, name, f->real, flags, out);
    f->base.pMethods = f->real->pMethods != NULL ? &shim_methods : NULL;
    return result;
}
static int shim_delete(sqlite3_vfs *vfs, const char *name, int sync) {
    (void)vfs;
    int failed = fails_now();
    return failed != SQLITE_OK ? SQLITE_IOERR_DELETE : shim.real->xDelete(shim.real, name, sync);
}
static int shim_last_error(sqlite3_vfs *vfs, int size, char *text) {
    (void)vfs;
    (void)size;
    (void)text;
    return shim.failure == SQLITE_FULL ? ENOSPC : EIO;
}

static void shim_install(void) {
    shim.real = sqlite3_vfs_find(NULL);
    shim.vfs = *shim.real;
    shim.vfs.pNext = NULL;
    shim.vfs.zName = "failing";
    shim.vfs.szOsFile = (int)sizeof(shim_file) + shim.real->szOsFile;
    shim.vfs.xOpen = shim_open;
    shim.vfs.xDelete = shim_delete;
    shim.vfs.xGetLastError = shim_last_error;
    assert_int_equal(sqlite3_vfs_register(&shim.vfs, 1), SQLITE_OK);
}

static void shim_remove(void) {
    sqlite3_vfs_unregister(&shim.vfs);
    assert_int_equal(sqlite3_vfs_register(shim.real, 1), SQLITE_OK);
}

static bool expected_failure(ff_code code) {
    return code == FF_OK || code == FF_ERR_DISK_FULL || code == FF_ERR_WRITE;
}

static void remove_journal(const char *path) {
    static const char *const suffixes[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < 4; i++) {
        char name[PATH_ROOM];
        beside(name, path, suffixes[i]);
        unlink(name);
    }
}

/* Opens, imports runs 2 and 3, with the n-th write failing; before, runs 0 and 1 were committed
 * (unless from_nothing). Returns whether a write failed at all. */
static bool fail_write(const char *path, unsigned n, bool from_nothing) {
    unsigned first = from_nothing ? 0 : 2, committed = first;
    remove_journal(path);
    if (!from_nothing) {
        assert_ok(put_runs(path, 0, 2));
    }
    shim.calls = 0;
    shim.fail_at = n;
    ff_journal *journal;
    int64_t import_id = 0;
    ff_code code = ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL);
    assert_true(expected_failure(code));
    if (code == FF_OK) {
        code = ff_journal_begin_import(journal, &import_id, NULL);
        assert_true(expected_failure(code));
    }
    for (unsigned run = first; run < first + 2 && code == FF_OK; run++) {
        code = put_run(journal, import_id, run);
        assert_true(expected_failure(code));
        committed += code == FF_OK;
    }
    ff_journal_close(journal);
    bool failed = shim.calls >= n;
    shim.fail_at = 0;
    /* What was committed is there; what failed is there as a whole or not at all. */
    expect_whole(path, committed, failed ? committed + 1 : committed);
    assert_ok(put_runs(path, 0, first + 2));
    expect_whole(path, first + 2, first + 2);
    return failed;
}

static void failing_writes(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    shim_install();
    for (int kind = 0; kind < 8; kind++) {
        shim.for_ever = (kind & 1) != 0;
        shim.failure = (kind & 2) != 0 ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        unsigned n = 1;
        while (fail_write(path, n, (kind & 4) != 0)) {
            n++;
        }
        assert_in_range(n, 20, 1000);
    }
    shim_remove();
}

/* A limit on the size of files stands for a full disk that is real to SQLite. */
static void full_disk(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    assert_ok(put_runs(path, 0, 2));
    pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        struct rlimit limit = {1000000, 1000000};
        setrlimit(RLIMIT_FSIZE, &limit);
        ff_journal *journal;
        int64_t import_id;
        if (ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL) != FF_OK ||
            ff_journal_begin_import(journal, &import_id, NULL) != FF_OK) {
            _exit(1);
        }
        for (unsigned n = 2; n < 200; n++) {
            ff_code code = put_run(journal, import_id, n);
            if (code != FF_OK) {
                _exit(code == FF_ERR_DISK_FULL && n > 2 ? (int)n : 2);
            }
        }
        _exit(3);
    }
    int status;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    assert_in_range(WEXITSTATUS(status), 4, 199);
    expect_whole(path, (unsigned)WEXITSTATUS(status), (unsigned)WEXITSTATUS(status));
}

/* ---- write-protected ---- */

#define NOBODY 65534

/* Runs check(path) in a process that is not root, with the folder of path and the file as they
 * should be. The exit status is the line that was not as expected, 0 when all were. */
static int as_nobody(int (*check)(const char *path), const char *path, mode_t folder_mode,
                     mode_t file_mode) {
    char folder[PATH_ROOM];
    snprintf(folder, sizeof folder, "%s", path);
    *strrchr(folder, '/') = '\0';
    bool root = geteuid() == 0;
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < 3; i++) {
        char name[PATH_ROOM];
        beside(name, path, suffixes[i]);
        if (access(name, F_OK) == 0) {
            assert_int_equal(chmod(name, file_mode), 0);
            assert_true(!root || chown(name, NOBODY, NOBODY) == 0);
        }
    }
    assert_int_equal(chmod(scratch_folder(), 0755), 0);
    assert_int_equal(chmod(folder, folder_mode), 0);
    assert_true(!root || chown(folder, NOBODY, NOBODY) == 0);
    pid_t child = fork();
    if (child == 0) {
        if (root && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0)) {
            _exit(255);
        }
        _exit(check(path));
    }
    int status;
    waitpid(child, &status, 0);
    assert_true(!root || chown(folder, 0, 0) == 0);
    assert_int_equal(chmod(folder, 0755), 0);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

#define EXPECT(condition)                                                                          \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            return __LINE__ % 255;                                                                 \
        }                                                                                          \
    } while (0)

static int reads_but_does_not_write(const char *path) {
    ff_journal *journal;
    unsigned count;
    bool whole;
    EXPECT(ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL) == FF_ERR_READ_ONLY);
    EXPECT(ff_journal_open(NULL, path, FF_JOURNAL_READ, &journal, NULL) == FF_OK);
    EXPECT(read_all(journal, &count, &whole) == FF_OK);
    EXPECT(whole && count == 2);
    EXPECT(ff_journal_check(journal, NULL) == FF_OK);
    EXPECT(put_run(journal, 1, 5) == FF_ERR_READ_ONLY);
    EXPECT(ff_journal_set_setting(journal, "a", "b", NULL) == FF_ERR_READ_ONLY);
    ff_journal_close(journal);
    return 0;
}

static int cannot_be_brought_up_to_date(const char *path) {
    ff_journal *journal;
    EXPECT(open_as(path, FF_JOURNAL_READ, to_next, NULL, &journal) == FF_ERR_READ_ONLY);
    EXPECT(open_as(path, FF_JOURNAL_WRITE, to_next, NULL, &journal) == FF_ERR_READ_ONLY);
    return 0;
}

static int says_what_waits(const char *path) {
    ff_journal *journal;
    ff_error error;
    EXPECT(ff_journal_open(NULL, path, FF_JOURNAL_READ, &journal, &error) == FF_ERR_READ_ONLY);
    EXPECT(strstr(error.message, "-wal") != NULL);
    return 0;
}

static int may_not_look(const char *path) {
    ff_journal *journal;
    EXPECT(ff_journal_open(NULL, path, FF_JOURNAL_READ, &journal, NULL) == FF_ERR_READ);
    EXPECT(ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL) == FF_ERR_READ);
    return 0;
}

static int cannot_be_made(const char *path) {
    ff_journal *journal;
    char name[PATH_ROOM];
    beside(name, path, "-new/folder/journal.db");
    EXPECT(ff_journal_open(NULL, name, FF_JOURNAL_WRITE, &journal, NULL) == FF_ERR_READ_ONLY);
    beside(name, path, "-new");
    EXPECT(ff_journal_open(NULL, name, FF_JOURNAL_WRITE, &journal, NULL) == FF_ERR_READ_ONLY);
    EXPECT(ff_journal_open(NULL, name, FF_JOURNAL_READ, &journal, NULL) == FF_ERR_NOT_FOUND);
    return 0;
}

static void remove_log(const char *path) {
    char name[PATH_ROOM];
    beside(name, path, "-wal");
    unlink(name);
    beside(name, path, "-shm");
    unlink(name);
}

static void write_protected(void **state) {
    (void)state;
    char folder[PATH_ROOM], path[PATH_ROOM];
    beside(folder, scratch_folder(), "/protected");
    assert_int_equal(mkdir(folder, 0755), 0);
    beside(path, folder, "/journal.db");
    assert_ok(put_runs(path, 0, 2));
    assert_int_equal(as_nobody(reads_but_does_not_write, path, 0755, 0400), 0);
    assert_int_equal(as_nobody(reads_but_does_not_write, path, 0555, 0400), 0);
    remove_log(path); /* files that were there could be written */
    assert_int_equal(as_nobody(reads_but_does_not_write, path, 0555, 0600), 0);
    assert_int_equal(as_nobody(cannot_be_brought_up_to_date, path, 0555, 0400), 0);
    assert_int_equal(as_nobody(cannot_be_made, path, 0555, 0600), 0);
    assert_int_equal(as_nobody(may_not_look, path, 0755, 0000), 0);
}

/* The journal of a footfall that was killed, on a disk that cannot be written. */
static void write_protected_with_log(void **state) {
    (void)state;
    char made[PATH_ROOM], log[PATH_ROOM], folder[PATH_ROOM], path[PATH_ROOM], path_log[PATH_ROOM];
    fresh_path(made);
    beside(log, made, "-wal");
    beside(folder, scratch_folder(), "/protected-log");
    assert_int_equal(mkdir(folder, 0755), 0);
    beside(path, folder, "/journal.db");
    beside(path_log, path, "-wal");
    assert_ok(put_runs(made, 0, 1));
    ff_journal *journal;
    assert_ok(ff_journal_open(NULL, made, FF_JOURNAL_WRITE, &journal, NULL));
    assert_ok(ff_journal_set_setting(journal, "a", "b", NULL));
    content main_file = read_file(made), log_file = read_file(log);
    ff_journal_close(journal);
    write_file(path, main_file.data, main_file.size);
    write_file(path_log, log_file.data, log_file.size);
    assert_int_equal(as_nobody(says_what_waits, path, 0555, 0600), 0);
    free(main_file.data);
    free(log_file.data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(not_a_journal),
        cmocka_unit_test(none_yet),
        cmocka_unit_test(newer_journal),
        cmocka_unit_test(newer_in_the_log),
        cmocka_unit_test(damaged_journal),
        cmocka_unit_test(damaged_takes_no_import),
        cmocka_unit_test(versions_move),
        cmocka_unit_test(failed_migration_changes_nothing),
        cmocka_unit_test(busy_journal),
        cmocka_unit_test(made_by_several),
        cmocka_unit_test(killed_at_any_moment),
        cmocka_unit_test(failing_writes),
        cmocka_unit_test(full_disk),
        cmocka_unit_test(write_protected),
        cmocka_unit_test(write_protected_with_log),
    };
    return cmocka_run_group_tests_name("journal_safety", tests, NULL, NULL);
}
