/* The journal as a whole: what is forgotten lies in none of its files, whoever else has it open. */
#include "made_run.h"
#include "support.h"

#include "journal/rows.h"
#include "journal/store.h"
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

/* ---- a copy that is put back ---- */

/* A copy of a journal with a run and a shoe. */
static void make_copy(char path[PATH_ROOM]) {
    char from[PATH_ROOM];
    fresh_path(from);
    fresh_path(path);
    ff_journal *journal = with_run_in_shoe(from);
    assert_ok(ff_journal_copy(journal, path, NULL));
    ff_journal_close(journal);
}

/* What somebody else might do to a copy. */
static void change(const char *path, const char *statements) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    char *message = NULL;
    if (sqlite3_exec(db, statements, NULL, NULL, &message) != SQLITE_OK) {
        fail_msg("%s: %s", statements, message);
    }
    sqlite3_close(db);
}

static ff_journal *open_empty(void) {
    ff_journal *journal;
    assert_ok(ff_journal_open(NULL, FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE, &journal, NULL));
    return journal;
}

static bool is_empty(ff_journal *journal) {
    bool empty = false;
    assert_ok(ff_journal_is_empty(journal, &empty, NULL));
    return empty;
}

static ff_code put_back(ff_journal *journal, const char *path, ff_error *error) {
    const ff_journal_source source = {.path = path, .name = "saved.footfall"};
    size_t rows = 0;
    return ff_journal_restore_copy(journal, &source, &rows, error);
}

static void a_copy_is_put_back(void **state) {
    (void)state;
    char path[PATH_ROOM];
    make_copy(path);
    ff_journal *journal = open_empty();
    assert_ok(ff_journal_set_setting(journal, FF_SETTING_LANGUAGE, "de", NULL));
    int64_t import_id; /* which found no file */
    assert_ok(ff_journal_begin_import(journal, &import_id, NULL));
    assert_true(is_empty(journal));
    assert_ok(put_back(journal, path, NULL));
    assert_int_equal(runs_in(journal), 1);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_run before, after;
    ff_journal *copy;
    const char *language;
    assert_ok(ff_journal_open(NULL, path, FF_JOURNAL_READ, &copy, NULL));
    assert_ok(ff_journal_run(copy, &arena, 1, true, &before, NULL));
    assert_ok(ff_journal_run(journal, &arena, 1, true, &after, NULL));
    assert_int_equal(after.series.rows, 3000);
    assert_memory_equal(after.series.column[FF_SPEED], before.series.column[FF_SPEED],
                        3000 * sizeof(double));
    assert_ok(ff_journal_setting(journal, &arena, FF_SETTING_LANGUAGE, &language, NULL));
    assert_string_equal(language, "de");
    ff_error error;
    assert_int_equal(put_back(journal, path, &error), FF_ERR_VALUE); /* into what is there */
    assert_int_equal(runs_in(journal), 1);
    ff_arena_free(&arena);
    ff_journal_close(copy);
    ff_journal_close(journal);
}

/* Rows come, and nothing that would act. */
static void only_rows_come(void **state) {
    (void)state;
    char path[PATH_ROOM];
    make_copy(path);
    change(path, "CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM shoe; END;"
                 "CREATE VIEW v AS SELECT 1");
    ff_journal *journal = open_empty();
    assert_ok(put_back(journal, path, NULL));
    assert_int_equal(runs_in(journal), 1);
    ff_journal_contents contents;
    assert_ok(ff_journal_look(journal, &contents, NULL));
    assert_int_equal(contents.shoes, 1);
    int64_t foreign = 9;
    assert_ok(ff_sql_number(journal, "SELECT count(*) FROM sqlite_schema WHERE name IN ('t', 'v')",
                            &foreign, NULL));
    assert_int_equal(foreign, 0);
    ff_journal_close(journal);
}

static void a_bad_copy_changes_nothing(void **state) {
    (void)state;
    static const struct {
        const char *change;
        ff_code code;
    } bad[] = {
        {"PRAGMA user_version = 99", FF_ERR_NEWER_JOURNAL},
        {"PRAGMA user_version = 0", FF_ERR_NOT_EXPORT},
        {"PRAGMA user_version = 3", FF_ERR_NOT_EXPORT}, /* which had fewer columns */
        {"CREATE TABLE more (x)", FF_ERR_NOT_EXPORT},
        {"ALTER TABLE shoe ADD COLUMN colour TEXT", FF_ERR_NOT_EXPORT},
        {"PRAGMA application_id = 1", FF_ERR_NOT_EXPORT},
        {"DROP TABLE shoe", FF_ERR_NOT_EXPORT},
        {"ALTER TABLE shoe RENAME TO s; CREATE VIEW shoe AS SELECT * FROM s", FF_ERR_NOT_EXPORT},
        {"ALTER TABLE shoe RENAME COLUMN name TO named", FF_ERR_NOT_EXPORT},
        {"PRAGMA ignore_check_constraints = ON; UPDATE recording SET sport = 'chess'",
         FF_ERR_NOT_EXPORT},
        {"PRAGMA foreign_keys = OFF; DELETE FROM run", FF_ERR_NOT_EXPORT}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char path[PATH_ROOM];
        ff_error error;
        make_copy(path);
        change(path, bad[i].change);
        ff_journal *journal = open_empty();
        ff_code code = put_back(journal, path, &error);
        if (code != bad[i].code) {
            fail_msg("%s: %s, %s", bad[i].change, ff_code_name(code), error.message);
        }
        assert_string_equal(error.where, "saved.footfall");
        assert_true(is_empty(journal));
        make_copy(path);
        assert_ok(put_back(journal, path, NULL)); /* a good one is taken after it */
        ff_journal_close(journal);
    }
}

static bool at_third(void *user) {
    return ++*(int *)user >= 3;
}

static void it_ends_when_asked(void **state) {
    (void)state;
    char path[PATH_ROOM];
    int times = 0;
    size_t rows;
    make_copy(path);
    change(path, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 50000)"
                 "INSERT INTO setting (name, value) SELECT 'n' || i, 'x' FROM n");
    ff_journal *journal = open_empty();
    const ff_journal_source source = {path, "saved.footfall", at_third, &times};
    assert_int_equal(ff_journal_restore_copy(journal, &source, &rows, NULL), FF_ERR_CANCELLED);
    assert_int_equal(times, 3);
    assert_true(is_empty(journal));
    assert_ok(put_back(journal, path, NULL)); /* and nobody is asked any more */
    assert_int_equal(times, 3);
    ff_journal_close(journal);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_left),
        cmocka_unit_test(another_holds_it),
        cmocka_unit_test(it_can_be_used_again),
        cmocka_unit_test(copies_are_whole),
        cmocka_unit_test(a_copy_is_put_back),
        cmocka_unit_test(only_rows_come),
        cmocka_unit_test(a_bad_copy_changes_nothing),
        cmocka_unit_test(it_ends_when_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
