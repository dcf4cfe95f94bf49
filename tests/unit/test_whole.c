/* The journal as a whole: what is forgotten lies in none of its files, whoever else has it open. */
#include "made_run.h"
#include "support.h"

#include "journal/whole.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define assert_ok(call) assert_int_equal(call, FF_OK)
#define PATH_ROOM       4400

static const char shoe[] = "Crimson Wanderer 4711";

static void fresh_path(char path[PATH_ROOM]) {
    static int number;
    snprintf(path, PATH_ROOM, "%s/whole-%d.db", scratch_folder(), number++);
}

/* How often the shoe's name stands in the file; 0 when there is none. */
static int find_shoe(const char *of, const char *suffix) {
    char path[PATH_ROOM + 16];
    snprintf(path, sizeof path, "%s%s", of, suffix);
    FILE *file = fopen(path, "rb");
    int count = 0, c = 0;
    size_t matched = 0;
    while (file != NULL && (c = fgetc(file)) != EOF) {
        matched = c == shoe[matched] ? matched + 1 : c == shoe[0];
        if (matched == sizeof shoe - 1) {
            count++;
            matched = 0;
        }
    }
    if (file != NULL) {
        fclose(file);
    }
    return count;
}

static int find_everywhere(const char *path) {
    return find_shoe(path, "") + find_shoe(path, "-wal") + find_shoe(path, "-shm") +
           find_shoe(path, ".before-v2");
}

/* A run of 3000 rows, whose shoe is named. */
static ff_journal *with_run_in_shoe(const char *path) {
    static const char fingerprint[] =
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_journal *journal;
    assert_ok(ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL));
    ff_run run = made_run(&arena, 7, 3000);
    ff_run_list runs = {&run, 1};
    int64_t import_id;
    assert_ok(ff_journal_begin_import(journal, &import_id, NULL));
    ff_import_file file = {.import_id = import_id,
                           .path = "a.fit",
                           .size = 1,
                           .offset = -1,
                           .sha256 = fingerprint,
                           .outcome = FF_OUTCOME_IMPORTED};
    assert_ok(ff_journal_put_file(journal, &arena, &file, &runs, NULL, NULL));
    int64_t shoe_id;
    assert_ok(ff_journal_add_shoe(journal, shoe, &shoe_id, NULL));
    ff_arena_free(&arena);
    return journal;
}

static size_t runs_in(ff_journal *journal) {
    size_t count = 99;
    assert_ok(ff_journal_count_runs(journal, &count, NULL));
    return count;
}

static void nothing_is_left(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    ff_journal *journal = with_run_in_shoe(path);
    assert_true(find_everywhere(path) > 0);
    assert_ok(ff_journal_forget(journal, NULL));
    assert_int_equal(find_everywhere(path), 0); /* with the journal still open */
    assert_int_equal(runs_in(journal), 0);
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    off_t emptied = status.st_size;
    ff_journal_close(journal);
    fresh_path(path);
    assert_ok(ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL));
    ff_journal_close(journal);
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(emptied, status.st_size); /* no larger than a new one */
}

/* A reader that stands in the middle keeps the old state in the log; that is said, and the next
 * time finishes it. */
static void another_holds_it(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    ff_journal *journal = with_run_in_shoe(path);
    sqlite3 *other;
    sqlite3_stmt *reading;
    assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(other, "SELECT id FROM run", -1, &reading, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(reading), SQLITE_ROW);
    ff_error error;
    assert_int_equal(ff_journal_forget(journal, &error), FF_ERR_BUSY);
    assert_non_null(strstr(error.message, "once more"));
    assert_int_equal(runs_in(journal), 0);
    assert_true(find_everywhere(path) > 0);
    sqlite3_finalize(reading);
    sqlite3_exec(other, "COMMIT", NULL, NULL, NULL);
    sqlite3_close(other);
    assert_ok(ff_journal_forget(journal, &error));
    assert_int_equal(find_everywhere(path), 0);
    ff_journal_close(journal);
}

static void it_can_be_used_again(void **state) {
    (void)state;
    char path[PATH_ROOM];
    fresh_path(path);
    ff_journal *journal = with_run_in_shoe(path);
    assert_ok(ff_journal_forget(journal, NULL));
    ff_journal_close(journal);
    journal = with_run_in_shoe(path); /* the same bytes are new to it */
    assert_int_equal(runs_in(journal), 1);
    assert_ok(ff_journal_check(journal, NULL));
    ff_journal_close(journal);
}

static void copies_are_whole(void **state) {
    (void)state;
    char path[PATH_ROOM], to[PATH_ROOM];
    fresh_path(path);
    fresh_path(to);
    ff_journal *journal = with_run_in_shoe(path), *copy;
    assert_ok(ff_journal_copy(journal, to, NULL));
    assert_int_equal(ff_journal_copy(journal, to, NULL), FF_ERR_VALUE);
    assert_ok(ff_journal_open(NULL, to, FF_JOURNAL_READ, &copy, NULL));
    assert_int_equal(runs_in(copy), 1);
    ff_journal_close(copy);
    ff_bytes bytes;
    unsigned char head[16];
    assert_ok(ff_journal_copy_bytes(journal, scratch_folder(), "it", &bytes, NULL));
    struct stat status;
    assert_int_equal(stat(to, &status), 0);
    assert_int_equal(bytes.size, status.st_size);
    assert_ok(ff_bytes_read(&bytes, 0, head, sizeof head, NULL));
    assert_memory_equal(head, "SQLite format 3", 16);
    ff_bytes_close(&bytes);
    ff_journal_close(journal);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_left),
        cmocka_unit_test(another_holds_it),
        cmocka_unit_test(it_can_be_used_again),
        cmocka_unit_test(copies_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
