#include "made_run.h"
#include "support.h"

#include "base/folder.h"
#include "files/import_runs.h"
#include "journal/journal.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define assert_ok(call) assert_int_equal(call, FF_OK)

static int64_t clock_s(void *user) {
    (void)user;
    return 1770000000;
}

static const ff_context context = {.now = clock_s};

/* A path in the scratch folder at which there is nothing yet. */
static const char *fresh_path(void) {
    static char path[4200];
    static int number;
    snprintf(path, sizeof path, "%s/journal-%d.db", scratch_folder(), number++);
    return path;
}

static const char *fingerprint(unsigned number) {
    static char text[4][65];
    static int turn;
    turn = (turn + 1) % 4;
    snprintf(text[turn], sizeof text[turn], "%064x", number);
    return text[turn];
}

/* ---- doing ---- */

static ff_journal *open_journal(const char *path, ff_journal_mode mode) {
    ff_journal *journal;
    ff_error error;
    if (ff_journal_open(&context, path, mode, &journal, &error) != FF_OK) {
        fail_msg("%s: %s", error.where, error.message);
    }
    return journal;
}

static int64_t begin(ff_journal *journal) {
    int64_t import_id;
    assert_ok(ff_journal_begin_import(journal, &import_id, NULL));
    return import_id;
}

/* Puts a file of one run. */
static ff_code put(ff_journal *journal, ff_arena *arena, int64_t import_id, unsigned file,
                   ff_outcome outcome, const ff_run *run, ff_import_file *stored) {
    ff_import_file given = {.import_id = import_id,
                            .path = "a/b.fit",
                            .size = 1234,
                            .sha256 = fingerprint(file),
                            .outcome = outcome,
                            .code = outcome == FF_OUTCOME_DAMAGED ? FF_ERR_TRUNCATED : FF_OK,
                            .offset = outcome == FF_OUTCOME_DAMAGED ? 77 : FF_NO_OFFSET};
    ff_run copy = *run;
    ff_run_list runs = {&copy, 1};
    return ff_journal_put_file(journal, arena, &given, &runs, stored, NULL);
}

/* Puts runs first .. first + count - 1. */
static void put_runs(ff_journal *journal, unsigned first, unsigned count, size_t rows) {
    int64_t import_id = begin(journal);
    for (unsigned n = first; n < first + count; n++) {
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        ff_run run = made_run(&arena, n, rows);
        ff_import_file stored;
        assert_ok(put(journal, &arena, import_id, n, FF_OUTCOME_IMPORTED, &run, &stored));
        assert_int_equal(stored.outcome, FF_OUTCOME_IMPORTED);
        ff_arena_free(&arena);
    }
    assert_ok(ff_journal_end_import(journal, import_id, NULL));
}

static size_t count_runs(ff_journal *journal) {
    size_t count;
    assert_ok(ff_journal_count_runs(journal, &count, NULL));
    return count;
}

/* Runs first .. first + count - 1 are there, as made, in this order. */
static void expect_runs(ff_journal *journal, unsigned first, unsigned count, size_t rows) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_run_list list;
    assert_ok(ff_journal_runs(journal, &arena, NULL, &list, NULL));
    assert_int_equal(list.count, count);
    for (unsigned i = 0; i < count; i++) {
        ff_run made = made_run(&arena, first + i, rows);
        assert_true(same_summary(&made, &list.items[i]));
        assert_int_equal(list.items[i].series.rows, 0);
        ff_run read;
        assert_ok(ff_journal_run(journal, &arena, list.items[i].id, true, &read, NULL));
        assert_true(same_run(&made, &read));
        assert_int_equal(read.id, list.items[i].id);
    }
    ff_arena_free(&arena);
}

/* Asks SQLite itself, past the journal. */
static void expect_sql(const char *path, const char *sql, const char *answer) {
    sqlite3 *db;
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    int result = sqlite3_step(statement);
    if (answer != NULL) {
        assert_int_equal(result, SQLITE_ROW);
        assert_string_equal(sqlite3_column_text(statement, 0), answer);
    } else {
        assert_true(result == SQLITE_DONE || result == SQLITE_ROW);
    }
    sqlite3_finalize(statement);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static unsigned mode_of(const char *path, const char *suffix) {
    char name[4400];
    struct stat status;
    assert_true(snprintf(name, sizeof name, "%s%s", path, suffix) < (int)sizeof name);
    return stat(name, &status) == 0 ? status.st_mode & 0777u : 0;
}

/* ---- tests ---- */

static void runs_come_back(void **state) {
    (void)state;
    const char *path = fresh_path();
    ff_journal *journal = open_journal(path, FF_JOURNAL_WRITE);
    assert_string_equal(ff_journal_path(journal), path);
    put_runs(journal, 0, 40, 300);
    expect_runs(journal, 0, 40, 300);
    ff_journal_close(journal);
    journal = open_journal(path, FF_JOURNAL_READ);
    expect_runs(journal, 0, 40, 300);
    assert_ok(ff_journal_check(journal, NULL));
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_run run;
    assert_int_equal(ff_journal_run(journal, &arena, 999, true, &run, NULL), FF_ERR_NOT_FOUND);
    ff_arena_free(&arena);
    ff_journal_close(journal);
    expect_sql(path, "PRAGMA integrity_check", "ok");
    expect_sql(path, "PRAGMA application_id", "1718579060");
    expect_sql(path, "PRAGMA user_version", "9");
    expect_sql(path, "PRAGMA journal_mode", "wal");
    expect_sql(path,
               "SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"
               " AND type = 'table' AND name NOT LIKE 'sqlite_%' AND NOT strict",
               "0");
    assert_int_equal(mode_of(path, "-wal"), 0); /* put away by the last to close */
}

static void in_memory(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    put_runs(journal, 3, 4, 50);
    expect_runs(journal, 3, 4, 50);
    ff_journal_close(journal);
    assert_int_equal(access(FF_JOURNAL_IN_MEMORY, F_OK), -1);
    journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_READ);
    assert_int_equal(count_runs(journal), 0);
    int64_t id;
    assert_int_equal(ff_journal_begin_import(journal, &id, NULL), FF_ERR_READ_ONLY);
    ff_journal_close(journal);
    ff_journal_close(NULL);
}

static void only_the_runner_may_read(void **state) {
    (void)state;
    mode_t old = umask(0);
    char path[4300];
    snprintf(path, sizeof path, "%s/new/folders/file:here?mode=memory#%%41 \xC3\xA4.db",
             scratch_folder());
    ff_journal *journal = open_journal(path, FF_JOURNAL_WRITE);
    put_runs(journal, 0, 1, 10);
    assert_int_equal(mode_of(path, ""), 0600);
    assert_int_equal(mode_of(path, "-wal"), 0600);
    assert_int_equal(mode_of(path, "-shm"), 0600);
    char folder[4300];
    snprintf(folder, sizeof folder, "%s/new", scratch_folder());
    assert_int_equal(mode_of(folder, ""), 0700);
    assert_int_equal(mode_of(folder, "/folders"), 0700);
    ff_journal_close(journal);
    snprintf(path, sizeof path, "%s/journal-empty.db", scratch_folder());
    fclose(fopen(path, "w"));
    assert_int_equal(mode_of(path, ""), 0666);
    ff_journal_close(open_journal(path, FF_JOURNAL_WRITE));
    assert_int_equal(mode_of(path, ""), 0600);
    umask(old);
}

/* A name relative to the working folder, which SQLite's URIs could take for something else. */
static void relative_names(void **state) {
    (void)state;
    char old[4096];
    assert_non_null(getcwd(old, sizeof old));
    assert_int_equal(chdir(scratch_folder()), 0);
    static const char *const names[] = {"plain.db", "file:x.db", "file:y?immutable=1", "./-z.db"};
    for (size_t i = 0; i < 4; i++) {
        ff_journal_close(open_journal(names[i], FF_JOURNAL_WRITE));
        assert_int_equal(access(names[i], F_OK), 0);
    }
    assert_int_equal(chdir(old), 0);
}

static void same_file_again(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    put_runs(journal, 7, 1, 100);
    bool known;
    assert_ok(ff_journal_knows_file(journal, fingerprint(7), &known, NULL));
    assert_true(known);
    assert_ok(ff_journal_knows_file(journal, fingerprint(8), &known, NULL));
    assert_false(known);
    ff_run run = made_run(&arena, 7, 100);
    ff_import_file stored;
    int64_t import_id = begin(journal);
    assert_ok(put(journal, &arena, import_id, 7, FF_OUTCOME_IMPORTED, &run, &stored));
    assert_int_equal(stored.outcome, FF_OUTCOME_DUPLICATE);
    assert_int_equal(stored.run_count, 1);
    assert_int_equal(stored.runs[0].how, FF_IMPORT_SAME_FILE);
    assert_int_equal(stored.runs[0].run_id, 1);
    ff_import_file skipped = {.import_id = import_id,
                              .path = "again.fit",
                              .size = 9,
                              .sha256 = fingerprint(7),
                              .outcome = FF_OUTCOME_DUPLICATE,
                              .offset = FF_NO_OFFSET};
    assert_ok(ff_journal_put_file(journal, &arena, &skipped, NULL, &stored, NULL));
    assert_int_equal(stored.outcome, FF_OUTCOME_DUPLICATE);
    expect_runs(journal, 7, 1, 100);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void same_run_other_file(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    put_runs(journal, 7, 1, 100);
    int64_t import_id = begin(journal);
    ff_import_file stored;
    /* An export without product and serial, 0.9 s longer: the same run. */
    ff_run run = made_run(&arena, 7, 20);
    run.figures.duration_s += 0.9;
    run.device = (ff_device){.maker = "maker"};
    assert_ok(put(journal, &arena, import_id, 100, FF_OUTCOME_IMPORTED, &run, &stored));
    assert_int_equal(stored.outcome, FF_OUTCOME_DUPLICATE);
    assert_int_equal(stored.runs[0].how, FF_IMPORT_SAME_RUN);
    assert_int_equal(stored.runs[0].run_id, 1);
    bool known;
    assert_ok(ff_journal_knows_file(journal, fingerprint(100), &known, NULL));
    assert_true(known);
    expect_runs(journal, 7, 1, 100);
    /* What tells runs apart: device, sport, second, length. */
    run = made_run(&arena, 7, 20);
    run.device.serial = "another";
    assert_ok(put(journal, &arena, import_id, 101, FF_OUTCOME_IMPORTED, &run, &stored));
    assert_int_equal(stored.runs[0].how, FF_IMPORT_NEW);
    run = made_run(&arena, 7, 20);
    run.sport = FF_SPORT_WALKING;
    assert_ok(put(journal, &arena, import_id, 102, FF_OUTCOME_IMPORTED, &run, &stored));
    assert_int_equal(stored.runs[0].how, FF_IMPORT_NEW);
    run = made_run(&arena, 7, 20);
    run.start_s++;
    assert_ok(put(journal, &arena, import_id, 103, FF_OUTCOME_IMPORTED, &run, &stored));
    assert_int_equal(stored.runs[0].how, FF_IMPORT_NEW);
    run = made_run(&arena, 7, 20);
    run.figures.duration_s -= 1.1;
    assert_ok(put(journal, &arena, import_id, 104, FF_OUTCOME_IMPORTED, &run, &stored));
    assert_int_equal(stored.runs[0].how, FF_IMPORT_NEW);
    assert_int_equal(count_runs(journal), 5);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void whole_copy_replaces_damaged(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    int64_t import_id = begin(journal);
    ff_import_file stored;
    ff_run part = made_run(&arena, 8, 30);
    part.figures.duration_s = NAN;
    part.lap_count = 2;
    assert_ok(put(journal, &arena, import_id, 1, FF_OUTCOME_DAMAGED, &part, &stored));
    assert_int_equal(stored.outcome, FF_OUTCOME_DAMAGED);
    assert_int_equal(stored.code, FF_ERR_TRUNCATED);
    int64_t id = stored.runs[0].run_id;
    ff_onset onset = {.run_id = id,
                      .kind = FF_ONSET_NONE,
                      .from_s = NAN,
                      .to_s = NAN,
                      .from_m = NAN,
                      .to_m = NAN,
                      .gone_s = NAN,
                      .strength = -1};
    assert_ok(ff_journal_add_onset(journal, &onset, NULL, NULL));
    /* A longer part, then the whole, then the first part again. */
    part.figures.duration_s = 900;
    assert_ok(put(journal, &arena, import_id, 2, FF_OUTCOME_DAMAGED, &part, &stored));
    assert_int_equal(stored.runs[0].how, FF_IMPORT_COMPLETED);
    ff_run whole = made_run(&arena, 8, 100);
    assert_ok(put(journal, &arena, import_id, 3, FF_OUTCOME_IMPORTED, &whole, &stored));
    assert_int_equal(stored.outcome, FF_OUTCOME_IMPORTED);
    assert_int_equal(stored.runs[0].how, FF_IMPORT_COMPLETED);
    assert_int_equal(stored.runs[0].run_id, id);
    expect_runs(journal, 8, 1, 100);
    assert_ok(put(journal, &arena, import_id, 1, FF_OUTCOME_DAMAGED, &part, &stored));
    assert_int_equal(stored.runs[0].how, FF_IMPORT_SAME_FILE);
    assert_ok(put(journal, &arena, import_id, 4, FF_OUTCOME_DAMAGED, &part, &stored));
    assert_int_equal(stored.runs[0].how, FF_IMPORT_SAME_RUN);
    expect_runs(journal, 8, 1, 100);
    ff_onset_list onsets;
    assert_ok(ff_journal_onsets(journal, &arena, id, &onsets, NULL));
    assert_int_equal(onsets.count, 1);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void several_runs_in_a_file(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_run runs[3] = {made_run(&arena, 1, 10), made_run(&arena, 2, 10), made_run(&arena, 1, 10)};
    ff_run_list list = {runs, 3};
    ff_import_file file = {.import_id = begin(journal),
                           .path = "three.fit",
                           .size = -1,
                           .sha256 = fingerprint(5),
                           .outcome = FF_OUTCOME_IMPORTED,
                           .offset = FF_NO_OFFSET};
    ff_import_file stored;
    assert_ok(ff_journal_put_file(journal, &arena, &file, &list, &stored, NULL));
    assert_int_equal(stored.run_count, 3);
    assert_int_equal(stored.runs[0].how, FF_IMPORT_NEW);
    assert_int_equal(stored.runs[1].how, FF_IMPORT_NEW);
    assert_int_equal(stored.runs[2].how, FF_IMPORT_SAME_RUN);
    assert_int_equal(stored.runs[2].run_id, stored.runs[0].run_id);
    expect_runs(journal, 1, 2, 10);
    /* One run that cannot be stored: none is, and the log has no line. */
    ff_run refused[2] = {made_run(&arena, 3, 10), made_run(&arena, 4, 10)};
    refused[1].series.rows = ((size_t)1 << 24) + 1;
    ff_run_list refused_list = {refused, 2};
    file.sha256 = fingerprint(6);
    assert_int_equal(ff_journal_put_file(journal, &arena, &file, &refused_list, &stored, NULL),
                     FF_ERR_LIMIT);
    expect_runs(journal, 1, 2, 10);
    ff_import_file_list files;
    assert_ok(ff_journal_import_files(journal, &arena, file.import_id, &files, NULL));
    assert_int_equal(files.count, 1);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void import_log(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    int64_t first = begin(journal), second = begin(journal);
    assert_ok(ff_journal_end_import(journal, second, NULL));
    assert_int_equal(ff_journal_end_import(journal, 99, NULL), FF_ERR_NOT_FOUND);
    ff_import_file files[] = {
        {.import_id = second,
         .path = "ride.fit",
         .size = 10,
         .sha256 = fingerprint(1),
         .outcome = FF_OUTCOME_NOT_A_RUN,
         .message = "a bicycle ride",
         .offset = FF_NO_OFFSET},
        {.import_id = second,
         .path = "gone.fit",
         .size = -1,
         .outcome = FF_OUTCOME_FAILED,
         .code = FF_ERR_READ,
         .message = "no such file",
         .offset = FF_NO_OFFSET},
        {.import_id = second,
         .path = "bad.fit",
         .size = 3,
         .sha256 = fingerprint(2),
         .outcome = FF_OUTCOME_FAILED,
         .code = FF_ERR_FORMAT,
         .offset = 0},
    };
    ff_import_file stored;
    for (size_t i = 0; i < 3; i++) {
        assert_ok(ff_journal_put_file(journal, &arena, &files[i], NULL, &stored, NULL));
        assert_int_equal(stored.outcome, files[i].outcome);
    }
    ff_run run = made_run(&arena, 1, 10);
    assert_ok(put(journal, &arena, second, 3, FF_OUTCOME_DAMAGED, &run, &stored));
    ff_import_list imports;
    assert_ok(ff_journal_imports(journal, &arena, &imports, NULL));
    assert_int_equal(imports.count, 2);
    assert_int_equal(imports.items[0].id, first);
    assert_int_equal(imports.items[0].started_at_s, 1770000000);
    assert_int_equal(imports.items[0].ended_at_s, 0);
    assert_int_equal(imports.items[1].ended_at_s, 1770000000);
    ff_import_file_list list;
    assert_ok(ff_journal_import_files(journal, &arena, second, &list, NULL));
    assert_int_equal(list.count, 4);
    for (size_t i = 0; i < 3; i++) {
        const ff_import_file *in = &files[i], *out = &list.items[i];
        assert_string_equal(out->path, in->path);
        assert_int_equal(out->size, in->size);
        assert_true(same_text(out->sha256, in->sha256));
        assert_int_equal(out->outcome, in->outcome);
        assert_int_equal(out->code, in->code);
        assert_true(same_text(out->message, in->message));
        assert_int_equal(out->offset, in->offset);
        assert_int_equal(out->run_count, 0);
    }
    assert_int_equal(list.items[3].offset, 77);
    assert_int_equal(list.items[3].code, FF_ERR_TRUNCATED);
    assert_int_equal(list.items[3].run_count, 1);
    assert_int_equal(list.items[3].runs[0].how, FF_IMPORT_NEW);
    assert_ok(ff_journal_import_files(journal, &arena, first, &list, NULL));
    assert_int_equal(list.count, 0);
    /* What does not fit together is refused. */
    ff_run_list one = {&run, 1};
    ff_import_file wrong = files[0];
    assert_int_equal(ff_journal_put_file(journal, &arena, &wrong, &one, NULL, NULL), FF_ERR_VALUE);
    wrong.outcome = FF_OUTCOME_IMPORTED;
    assert_int_equal(ff_journal_put_file(journal, &arena, &wrong, NULL, NULL, NULL), FF_ERR_VALUE);
    wrong.sha256 = NULL;
    assert_int_equal(ff_journal_put_file(journal, &arena, &wrong, &one, NULL, NULL), FF_ERR_VALUE);
    wrong.sha256 = "short";
    run.start_s++;
    assert_int_equal(ff_journal_put_file(journal, &arena, &wrong, &one, NULL, NULL), FF_ERR_VALUE);
    wrong = files[0];
    wrong.import_id = 99;
    assert_int_equal(ff_journal_put_file(journal, &arena, &wrong, NULL, NULL, NULL),
                     FF_ERR_NOT_FOUND);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void expect_filtered(ff_journal *journal, ff_run_filter filter, const char *ids) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_run_list list;
    assert_ok(ff_journal_runs(journal, &arena, &filter, &list, NULL));
    char text[200] = "";
    for (size_t i = 0; i < list.count; i++) {
        size_t length = strlen(text);
        snprintf(text + length, sizeof text - length, "%lld ", (long long)list.items[i].id);
    }
    assert_string_equal(text, ids);
    ff_arena_free(&arena);
}

static void runs_are_found(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    put_runs(journal, 5, 5, 10); /* ids 1 to 5, numbers 5 to 9 */
    put_runs(journal, 0, 5, 10); /* ids 6 to 10, numbers 0 to 4 */
    expect_filtered(journal, (ff_run_filter){0}, "6 7 8 9 10 1 2 3 4 5 ");
    expect_filtered(journal, (ff_run_filter){.newest_first = true}, "5 4 3 2 1 10 9 8 7 6 ");
    expect_filtered(journal, (ff_run_filter){.newest_first = true, .limit = 1}, "5 ");
    expect_filtered(journal, (ff_run_filter){.sports = 1u << FF_SPORT_WALKING}, "10 5 ");
    expect_filtered(
        journal,
        (ff_run_filter){.sports = 1u << FF_SPORT_RUNNING, .newest_first = true, .limit = 2},
        "4 3 ");
    expect_filtered(journal, (ff_run_filter){.sports = 1u << FF_SPORT_OTHER}, "");
    /* Number 1 began at 1700086400 UTC with an offset of an hour, number 0 without one. */
    expect_filtered(journal,
                    (ff_run_filter){.from_local_s = 1700090000, .until_local_s = 1700090001}, "7 ");
    expect_filtered(journal,
                    (ff_run_filter){.from_local_s = 1700090001, .until_local_s = 1700200000}, "8 ");
    expect_filtered(journal, (ff_run_filter){.until_local_s = 1700000001}, "6 ");
    expect_filtered(journal, (ff_run_filter){.until_local_s = 1700000000}, "");
    ff_journal_close(journal);
}

/* The first count figures are as made, the others absent. */
static void expect_figures(const ff_run *read, const ff_run *made, size_t count) {
    const double *a = (const double *)&read->figures, *b = (const double *)&made->figures;
    for (size_t i = 0; i < sizeof read->figures / sizeof *a; i++) {
        assert_true(i < count ? a[i] == b[i] || (isnan(a[i]) && isnan(b[i])) : isnan(a[i]));
    }
}

static void lists_hold_what_was_asked(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_run_list pressed, bare;
    put_runs(journal, 0, 10, 10);
    assert_ok(ff_journal_runs(journal, &arena, &(ff_run_filter){.parts = FF_WITH_PRESSED_LAPS},
                              &pressed, NULL));
    assert_ok(ff_journal_runs(journal, &arena, &(ff_run_filter){.parts = FF_WITHOUT_PARTS}, &bare,
                              NULL));
    assert_int_equal(pressed.count, 10);
    assert_int_equal(bare.count, 10);
    for (unsigned n = 0; n < 10; n++) {
        const ff_run *run = &pressed.items[n];
        ff_run made = made_run(&arena, n, 10); /* of its n laps the second and the ninth are pressed */
        assert_int_equal(run->lap_count, n < 2 ? 0 : n < 9 ? 2 : 9);
        for (size_t i = 0; i < run->lap_count; i++) {
            assert_true(run->laps[i].start_s == made.laps[i].start_s);
            assert_true(run->laps[i].distance_m == made.laps[i].distance_m);
            assert_int_equal(run->laps[i].trigger, made.laps[i].trigger);
        }
        expect_figures(run, &made, 4);
        expect_figures(&bare.items[n], &made, sizeof made.figures / sizeof(double));
        assert_int_equal(bare.items[n].lap_count, 0);
        assert_true(run->start_s == made.start_s && bare.items[n].start_s == made.start_s);
        assert_true(run->sport == made.sport && bare.items[n].sport == made.sport);
        assert_true(run->title == NULL && bare.items[n].title == NULL);
    }
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void onsets(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    put_runs(journal, 1, 2, 10);
    ff_onset first = {.run_id = 1,
                      .kind = FF_ONSET_INTERVAL,
                      .from_s = 1200.5,
                      .to_s = 1500,
                      .from_m = 5000,
                      .to_m = 6000,
                      .gone_s = 5000.25,
                      .sites = "L:TP3,TP4 R:TP3",
                      .strength = 7,
                      .said_by = "runner",
                      .from = "typed",
                      .said_at_s = 1760000000};
    ff_onset second = {.run_id = 1,
                       .kind = FF_ONSET_EXACT,
                       .from_s = 1300,
                       .to_s = 1300,
                       .from_m = NAN,
                       .to_m = NAN,
                       .gone_s = NAN,
                       .strength = -1};
    ff_onset other = {.run_id = 2,
                      .kind = FF_ONSET_NONE,
                      .from_s = NAN,
                      .to_s = NAN,
                      .from_m = NAN,
                      .to_m = NAN,
                      .gone_s = NAN,
                      .coming = true,
                      .strength = 0};
    int64_t ids[3];
    assert_ok(ff_journal_add_onset(journal, &first, &ids[0], NULL));
    assert_ok(ff_journal_add_onset(journal, &other, &ids[1], NULL));
    assert_ok(ff_journal_add_onset(journal, &second, &ids[2], NULL));
    ff_onset_list list;
    assert_ok(ff_journal_onsets(journal, &arena, 0, &list, NULL));
    assert_int_equal(list.count, 2);
    assert_int_equal(list.items[0].id, ids[2]);
    assert_int_equal(list.items[0].strength, -1);
    assert_string_equal(list.items[0].sites, "");
    assert_string_equal(list.items[0].said_by, "");
    assert_int_equal(list.items[0].said_at_s, 1770000000);
    assert_true(isnan(list.items[0].from_m));
    assert_int_equal(list.items[1].kind, FF_ONSET_NONE);
    assert_int_equal(list.items[1].strength, 0);
    assert_true(list.items[1].coming && !list.items[0].coming);
    assert_true(isnan(list.items[0].gone_s) && isnan(list.items[1].gone_s));
    assert_ok(ff_journal_onset_history(journal, &arena, 1, &list, NULL));
    assert_int_equal(list.count, 2);
    assert_ok(ff_journal_remove_onset(journal, ids[2], NULL));
    assert_int_equal(ff_journal_remove_onset(journal, ids[2], NULL), FF_ERR_NOT_FOUND);
    assert_ok(ff_journal_onsets(journal, &arena, 1, &list, NULL));
    assert_int_equal(list.count, 1);
    const ff_onset *back = &list.items[0];
    assert_int_equal(back->id, ids[0]);
    assert_int_equal(back->run_id, 1);
    assert_int_equal(back->kind, FF_ONSET_INTERVAL);
    assert_true(back->from_s == 1200.5 && back->to_s == 1500);
    assert_true(back->from_m == 5000 && back->to_m == 6000);
    assert_true(back->gone_s == 5000.25);
    assert_string_equal(back->sites, first.sites);
    assert_int_equal(back->strength, 7);
    assert_string_equal(back->said_by, "runner");
    assert_string_equal(back->from, "typed");
    assert_int_equal(back->said_at_s, 1760000000);
    ff_onset wrong = first;
    wrong.run_id = 3;
    assert_int_equal(ff_journal_add_onset(journal, &wrong, NULL, NULL), FF_ERR_NOT_FOUND);
    wrong = first;
    wrong.to_s = 1000;
    assert_int_equal(ff_journal_add_onset(journal, &wrong, NULL, NULL), FF_ERR_VALUE);
    wrong = first;
    wrong.strength = 11;
    assert_int_equal(ff_journal_add_onset(journal, &wrong, NULL, NULL), FF_ERR_VALUE);
    wrong = first;
    wrong.kind = (ff_onset_kind)9;
    assert_int_equal(ff_journal_add_onset(journal, &wrong, NULL, NULL), FF_ERR_VALUE);
    wrong = first;
    wrong.coming = true;
    assert_int_equal(ff_journal_add_onset(journal, &wrong, NULL, NULL), FF_ERR_VALUE);
    ff_error error;
    wrong = first;
    wrong.gone_s = 1499;
    assert_int_equal(ff_journal_add_onset(journal, &wrong, NULL, &error), FF_ERR_VALUE);
    assert_string_equal(error.message, "it was gone before it came");
    wrong = other;
    wrong.gone_s = 3000;
    assert_int_equal(ff_journal_add_onset(journal, &wrong, NULL, &error), FF_ERR_VALUE);
    assert_string_equal(error.message, "only what came can be gone");
    ff_onset_init(&wrong); /* what nothing was said of is kept as just that */
    wrong.run_id = 2;
    assert_ok(ff_journal_add_onset(journal, &wrong, NULL, NULL));
    assert_ok(ff_journal_onsets(journal, &arena, 2, &list, NULL));
    assert_int_equal(list.items[0].kind, FF_ONSET_SOMETIME);
    assert_true(isnan(list.items[0].to_s) && isnan(list.items[0].gone_s));
    wrong.gone_s = 0; /* at the start of the run, having come at some time */
    assert_ok(ff_journal_add_onset(journal, &wrong, NULL, NULL));
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void shoes(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    put_runs(journal, 1, 2, 10);
    int64_t blue, red, found;
    assert_ok(ff_journal_add_shoe(journal, "Blue ones", &blue, NULL));
    assert_ok(ff_journal_add_shoe(journal, "Red", &red, NULL));
    assert_int_equal(ff_journal_add_shoe(journal, "blue ONES", NULL, NULL), FF_ERR_VALUE);
    assert_int_equal(ff_journal_add_shoe(journal, "", NULL, NULL), FF_ERR_VALUE);
    assert_ok(ff_journal_find_shoe(journal, "red", &found, NULL));
    assert_int_equal(found, red);
    ff_error error;
    assert_int_equal(ff_journal_find_shoe(journal, "green", &found, &error), FF_ERR_NOT_FOUND);
    assert_non_null(strstr(error.message, "green"));
    assert_ok(ff_journal_retire_shoe(journal, blue, true, NULL));
    assert_int_equal(ff_journal_retire_shoe(journal, 99, true, NULL), FF_ERR_NOT_FOUND);
    assert_int_equal(ff_journal_retire_shoe(journal, 99, false, NULL), FF_ERR_NOT_FOUND);
    ff_shoe_list list;
    assert_ok(ff_journal_shoes(journal, &arena, &list, NULL));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].name, "Blue ones");
    assert_int_equal(list.items[0].retired_at_s, 1770000000);
    assert_int_equal(list.items[1].retired_at_s, 0);
    assert_int_equal(list.items[1].created_at_s, 1770000000);
    assert_ok(ff_journal_retire_shoe(journal, blue, false, NULL));
    assert_ok(ff_journal_shoes(journal, &arena, &list, NULL));
    assert_int_equal(list.items[0].retired_at_s, 0);
    assert_ok(ff_journal_set_run_shoe(journal, 1, blue, "runner", NULL));
    assert_ok(ff_journal_set_run_shoe(journal, 2, blue, "runner", NULL));
    assert_ok(ff_journal_set_run_shoe(journal, 2, red, NULL, NULL));
    assert_int_equal(ff_journal_set_run_shoe(journal, 3, red, NULL, NULL), FF_ERR_NOT_FOUND);
    assert_int_equal(ff_journal_set_run_shoe(journal, 1, 99, NULL, NULL), FF_ERR_NOT_FOUND);
    ff_run_shoe_list worn;
    assert_ok(ff_journal_run_shoes(journal, &arena, 0, &worn, NULL));
    assert_int_equal(worn.count, 2);
    assert_int_equal(worn.items[0].shoe_id, blue);
    assert_string_equal(worn.items[0].shoe_name, "Blue ones");
    assert_string_equal(worn.items[0].said_by, "runner");
    assert_int_equal(worn.items[1].run_id, 2);
    assert_int_equal(worn.items[1].shoe_id, red);
    assert_ok(ff_journal_set_run_shoe(journal, 2, 0, NULL, NULL));
    assert_ok(ff_journal_run_shoes(journal, &arena, 2, &worn, NULL));
    assert_int_equal(worn.count, 0);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void gear(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    put_runs(journal, 1, 2, 10);
    ff_run_gear_list list;
    assert_ok(ff_journal_run_gear(journal, &arena, 0, &list, NULL));
    assert_int_equal(list.count, 0);
    assert_ok(ff_journal_set_run_gear(journal, 2, FF_GEAR_LACING, "window", "runner", NULL));
    assert_ok(ff_journal_set_run_gear(journal, 2, FF_GEAR_SOCK, "thin", NULL, NULL));
    assert_ok(ff_journal_set_run_gear(journal, 1, FF_GEAR_INSOLE, "none", "runner", NULL));
    assert_ok(ff_journal_set_run_gear(journal, 2, FF_GEAR_INSOLE, "Cork; DROP TABLE run", "runner",
                                      NULL));
    assert_ok(ff_journal_set_run_gear(journal, 2, FF_GEAR_INSOLE, "NONE", "runner", NULL));
    assert_ok(
        ff_journal_set_run_gear(journal, 2, FF_GEAR_SOCK, "None", NULL, NULL)); /* another thing */
    assert_int_equal(ff_journal_set_run_gear(journal, 3, FF_GEAR_SOCK, "thin", NULL, NULL),
                     FF_ERR_NOT_FOUND);
    ff_error error;
    assert_int_equal(ff_journal_set_run_gear(journal, 1, FF_GEAR_SOCK, "", NULL, &error),
                     FF_ERR_VALUE);
    assert_non_null(strstr(error.message, "gear needs a name"));
    assert_int_equal(ff_journal_set_run_gear(journal, 1, FF_GEAR_COUNT, "thin", NULL, NULL),
                     FF_ERR_VALUE);
    assert_ok(ff_journal_run_gear(journal, &arena, 0, &list, NULL));
    static const struct {
        int64_t run_id;
        ff_gear_kind kind;
        const char *name;
    } expected[] = {{1, FF_GEAR_INSOLE, "none"},
                    {2, FF_GEAR_INSOLE, "none"}, /* spelt as it was first */
                    {2, FF_GEAR_SOCK, "None"},
                    {2, FF_GEAR_LACING, "window"}};
    assert_int_equal(list.count, 4);
    for (size_t i = 0; i < list.count; i++) {
        assert_int_equal(list.items[i].run_id, expected[i].run_id);
        assert_int_equal(list.items[i].kind, expected[i].kind);
        assert_string_equal(list.items[i].name, expected[i].name);
        assert_int_equal(list.items[i].said_at_s, 1770000000);
    }
    assert_string_equal(list.items[0].said_by, "runner");
    assert_string_equal(list.items[2].said_by, "");
    assert_ok(ff_journal_run_gear(journal, &arena, 1, &list, NULL));
    assert_int_equal(list.count, 1);
    for (int i = 0; i < FF_GEAR_COUNT; i++) {
        assert_int_equal(ff_gear_kind_of_name(ff_gear_kind_name((ff_gear_kind)i)), i);
    }
    assert_int_equal(ff_gear_kind_of_name("hat"), -1);
    assert_null(ff_gear_kind_name(FF_GEAR_COUNT));
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void changes(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    put_runs(journal, 1, 2, 10);
    ff_change first[] = {{.run_id = 2, .what = "lacing", .said_by = "runner", .from = "typed"},
                         {.run_id = 2, .what = "slept badly; DROP TABLE run", .said_at_s = 5},
                         {.run_id = 2, .what = "lacing"}};
    ff_change usual = {.run_id = 2, .what = FF_USUAL}, insole = {.run_id = 1, .what = "insole"};
    assert_ok(ff_journal_put_changes(journal, &(ff_change_list){first, 3}, NULL));
    assert_ok(ff_journal_put_changes(journal, &(ff_change_list){&insole, 1}, NULL));
    ff_change_list list;
    assert_ok(ff_journal_changes(journal, &arena, 0, &list, NULL));
    assert_int_equal(list.count, 3);
    assert_string_equal(list.items[0].what, "insole");
    assert_int_equal(list.items[0].said_at_s, 1770000000);
    assert_string_equal(list.items[1].what, "lacing");
    assert_string_equal(list.items[1].said_by, "runner");
    assert_string_equal(list.items[1].from, "typed");
    assert_string_equal(list.items[2].what, first[1].what);
    assert_int_equal(list.items[2].said_at_s, 5);

    /* What is said later takes the place of all that was said. */
    assert_ok(ff_journal_put_changes(journal, &(ff_change_list){&usual, 1}, NULL));
    assert_ok(ff_journal_changes(journal, &arena, 2, &list, NULL));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].what, FF_USUAL);

    /* All or nothing. */
    ff_change bad[] = {{.run_id = 2, .what = "stretch"}, {.run_id = 2, .what = NULL}};
    assert_int_equal(ff_journal_put_changes(journal, &(ff_change_list){bad, 2}, NULL),
                     FF_ERR_VALUE);
    bad[1] = (ff_change){.run_id = 99, .what = "stretch"};
    assert_int_equal(ff_journal_put_changes(journal, &(ff_change_list){bad, 2}, NULL),
                     FF_ERR_NOT_FOUND);
    assert_ok(ff_journal_changes(journal, &arena, 2, &list, NULL));
    assert_string_equal(list.items[0].what, FF_USUAL);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void trials(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_trial_list list;
    ff_trial_draw_list draws;
    int64_t first, second;
    ff_trial trial = {.changes = {"lacing", "metpad"}, .change_count = 2, .seed = UINT64_MAX};
    assert_ok(ff_journal_trials(journal, &arena, &list, NULL));
    assert_int_equal(list.count, 0);
    assert_ok(ff_journal_start_trial(journal, &trial, &first, NULL));
    assert_int_equal(ff_journal_start_trial(journal, &trial, NULL, NULL), FF_ERR_VALUE);
    ff_trial_draw draw = {.trial_id = first, .arm = "lacing", .why = "by lot", .lot = 3};
    assert_ok(ff_journal_add_draw(journal, &draw, NULL, NULL));
    draw.arm = FF_USUAL;
    draw.lot = 1;
    draw.other_half = true;
    draw.drawn_at_s = 1770000100;
    assert_ok(ff_journal_add_draw(journal, &draw, NULL, NULL));
    assert_ok(ff_journal_end_trial(journal, first, FF_TRIAL_BY_RED_FLAG, "weak foot", NULL));
    assert_int_equal(ff_journal_end_trial(journal, first, FF_TRIAL_BY_RUNNER, NULL, NULL),
                     FF_ERR_NOT_FOUND);
    trial.policy = FF_TRIAL_COMFORT;
    trial.change_count = 1;
    assert_ok(ff_journal_start_trial(journal, &trial, &second, NULL));
    assert_ok(ff_journal_trials(journal, &arena, &list, NULL));
    assert_int_equal(list.count, 2);
    const ff_trial *ended = &list.items[0], *going = &list.items[1];
    assert_int_equal(ended->id, first);
    assert_int_equal(ended->change_count, 2);
    assert_string_equal(ended->changes[1], "metpad");
    assert_true(ended->seed == UINT64_MAX);
    assert_int_equal(ended->end, FF_TRIAL_BY_RED_FLAG);
    assert_int_equal(ended->ended_at_s, 1770000000);
    assert_string_equal(ended->end_why, "weak foot");
    assert_int_equal(going->id, second);
    assert_int_equal(going->end, FF_TRIAL_GOES_ON);
    assert_int_equal(going->ended_at_s, 0);
    assert_int_equal(going->policy, FF_TRIAL_COMFORT);
    assert_ok(ff_journal_draws(journal, &arena, first, &draws, NULL));
    assert_int_equal(draws.count, 2);
    assert_string_equal(draws.items[0].arm, "lacing");
    assert_string_equal(draws.items[0].why, "by lot");
    assert_int_equal(draws.items[0].drawn_at_s, 1770000000);
    assert_int_equal(draws.items[0].lot, 3);
    assert_false(draws.items[0].other_half);
    assert_int_equal(draws.items[1].lot, 1);
    assert_true(draws.items[1].other_half);
    assert_string_equal(draws.items[1].arm, FF_USUAL);
    assert_int_equal(draws.items[1].drawn_at_s, 1770000100);
    draw.trial_id = 99;
    assert_int_equal(ff_journal_add_draw(journal, &draw, NULL, NULL), FF_ERR_NOT_FOUND);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

/* What cannot be a trial is refused, and the journal stays as it was. */
static void trials_refused(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    const ff_trial bad[] = {{.change_count = 0},
                            {.changes = {FF_USUAL}, .change_count = 1},
                            {.changes = {""}, .change_count = 1},
                            {.changes = {"lacing", "lacing"}, .change_count = 2},
                            {.changes = {"a", "b", "c", "d"}, .change_count = 5}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(ff_journal_start_trial(journal, &bad[i], NULL, NULL), FF_ERR_VALUE);
    }
    ff_trial_list list;
    assert_ok(ff_journal_trials(journal, &arena, &list, NULL));
    assert_int_equal(list.count, 0);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void answers(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_finding given[] = {
        {"relief_lace", FF_SAID, "yes", "runner", "typed", 10},
        {"onset_time", FF_SAID, "15_30", "measurement", "12 runs", 11},
        {"heat", FF_NOT_SURE, NULL, "runner", "typed", 12},
        {"back_pain", FF_SAID, "no", "runner", NULL, 0},
        {"burning", FF_NOT_ASKED, NULL, "runner", "skipped", 14},
        {"relief_lace", FF_NOT_SURE, NULL, "runner", "typed", 15},
    };
    for (size_t i = 0; i < 3; i++) {
        assert_ok(ff_journal_put_answer(journal, &given[i], NULL));
    }
    ff_finding_list rest = {&given[3], 3};
    assert_ok(ff_journal_put_answers(journal, &rest, NULL));
    ff_finding_list list;
    assert_ok(ff_journal_answers(journal, &arena, &list, NULL));
    static const int expected[] = {1, 2, 3, 4, 5};
    assert_int_equal(list.count, 5);
    for (size_t i = 0; i < 5; i++) {
        const ff_finding *in = &given[expected[i]], *out = &list.items[i];
        assert_string_equal(out->id, in->id);
        assert_int_equal(out->state, in->state);
        assert_true(same_text(out->value, in->value));
        assert_string_equal(out->said_by, in->said_by);
        assert_string_equal(out->from, in->from != NULL ? in->from : "");
        assert_int_equal(out->said_at_s, in->said_at_s != 0 ? in->said_at_s : 1770000000);
    }
    assert_ok(ff_journal_answer_history(journal, &arena, "relief_lace", &list, NULL));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].value, "yes");
    assert_ok(ff_journal_answer_history(journal, &arena, NULL, &list, NULL));
    assert_int_equal(list.count, 6);
    /* One wrong answer: none of them is kept. */
    ff_finding wrong[] = {{"a", FF_SAID, "yes", "", "", 1}, {"b", FF_SAID, NULL, "", "", 1}};
    ff_finding_list both = {wrong, 2};
    assert_int_equal(ff_journal_put_answers(journal, &both, NULL), FF_ERR_VALUE);
    wrong[1] = (ff_finding){"b", FF_NOT_SURE, "yes", "", "", 1};
    assert_int_equal(ff_journal_put_answers(journal, &both, NULL), FF_ERR_VALUE);
    wrong[1] = (ff_finding){NULL, FF_NOT_SURE, NULL, "", "", 1};
    assert_int_equal(ff_journal_put_answers(journal, &both, NULL), FF_ERR_VALUE);
    wrong[1] = (ff_finding){"b", (ff_answer_state)7, NULL, "", "", 1};
    assert_int_equal(ff_journal_put_answers(journal, &both, NULL), FF_ERR_VALUE);
    assert_ok(ff_journal_answer_history(journal, &arena, NULL, &list, NULL));
    assert_int_equal(list.count, 6);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void settings(void **state) {
    (void)state;
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    const char *value;
    assert_ok(ff_journal_setting(journal, &arena, "demo", &value, NULL));
    assert_null(value);
    assert_ok(ff_journal_set_setting(journal, "demo", "yes", NULL));
    assert_ok(ff_journal_set_setting(journal, "demo", "no", NULL));
    assert_ok(ff_journal_setting(journal, &arena, "demo", &value, NULL));
    assert_string_equal(value, "no");
    assert_ok(ff_journal_set_setting(journal, "demo", NULL, NULL));
    assert_ok(ff_journal_setting(journal, &arena, "demo", &value, NULL));
    assert_null(value);
    assert_int_equal(ff_journal_set_setting(journal, "", "x", NULL), FF_ERR_VALUE);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void memory_runs_out(void **state) {
    (void)state;
    ff_arena made;
    ff_arena_init(&made, NULL);
    ff_run run = made_run(&made, 9, 50);
    const char *path = fresh_path();
    bool done = false;
    for (size_t n = 1; !done; n++) {
        assert_true(n < 400);
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_context small = {.allocator = &failing.allocator, .now = clock_s};
        ff_arena arena;
        ff_arena_init(&arena, &failing.allocator);
        ff_journal *journal;
        ff_code code = ff_journal_open(&small, path, FF_JOURNAL_WRITE, &journal, NULL);
        assert_true((code == FF_OK) == (journal != NULL));
        if (code == FF_OK) {
            code =
                put(journal, &arena, begin(journal), (unsigned)n, FF_OUTCOME_IMPORTED, &run, NULL);
        }
        ff_run back;
        if (code == FF_OK) {
            code = ff_journal_run(journal, &arena, 1, true, &back, NULL);
        }
        ff_run_list list;
        if (code == FF_OK) {
            code = ff_journal_runs(journal, &arena, NULL, &list, NULL);
        }
        assert_true(code == FF_OK || code == FF_ERR_MEMORY);
        done = code == FF_OK;
        if (done) {
            assert_true(same_run(&run, &back));
            assert_int_equal(list.count, 1);
        }
        ff_journal_close(journal);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
    expect_sql(path, "PRAGMA integrity_check", "ok");
    ff_arena_free(&made);
}

/* Stores the runs of one file of the given material and compares what comes back. */
static size_t store_real_file(ff_journal *journal, int64_t import_id, const char *path,
                              unsigned number) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_bytes bytes;
    ff_file_result result = {0};
    size_t compared = 0;
    if (ff_bytes_of_file(&bytes, path, NULL) == FF_OK) {
        if (ff_file_read_runs(NULL, &bytes, &arena, &result, NULL) != FF_OK ||
            result.kind != FF_FILE_RUNS) {
            result.runs.count = 0;
        }
        ff_bytes_close(&bytes);
    }
    for (size_t i = 0; i < result.runs.count; i++) {
        ff_run *run = &result.runs.items[i];
        run->start_s += (int64_t)number * 1000000000 + (int64_t)i; /* no duplicates here */
        ff_import_file stored;
        assert_ok(put(journal, &arena, import_id, number * 100 + (unsigned)i, FF_OUTCOME_IMPORTED,
                      run, &stored));
        assert_int_equal(stored.outcome, FF_OUTCOME_IMPORTED);
        ff_run back;
        assert_ok(ff_journal_run(journal, &arena, stored.runs[0].run_id, true, &back, NULL));
        assert_true(same_run(run, &back));
        compared++;
    }
    ff_arena_free(&arena);
    return compared;
}

static void real_runs_come_back(void **state) {
    (void)state;
    if (shared_folder() == NULL) {
        skip();
    }
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_path_list paths;
    assert_ok(
        ff_folder_files(&arena, ff_arena_printf(&arena, "%s/data", shared_folder()), &paths, NULL));
    ff_journal *journal = open_journal(FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE);
    int64_t import_id = begin(journal);
    size_t compared = 0;
    for (size_t i = 0; i < paths.count; i++) {
        compared += store_real_file(journal, import_id, paths.items[i], (unsigned)i);
    }
    assert_true(compared >= 40);
    ff_journal_close(journal);
    ff_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_come_back),
        cmocka_unit_test(in_memory),
        cmocka_unit_test(only_the_runner_may_read),
        cmocka_unit_test(relative_names),
        cmocka_unit_test(same_file_again),
        cmocka_unit_test(same_run_other_file),
        cmocka_unit_test(whole_copy_replaces_damaged),
        cmocka_unit_test(several_runs_in_a_file),
        cmocka_unit_test(import_log),
        cmocka_unit_test(runs_are_found),
        cmocka_unit_test(lists_hold_what_was_asked),
        cmocka_unit_test(onsets),
        cmocka_unit_test(shoes),
        cmocka_unit_test(gear),
        cmocka_unit_test(changes),
        cmocka_unit_test(trials),
        cmocka_unit_test(trials_refused),
        cmocka_unit_test(answers),
        cmocka_unit_test(settings),
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(real_runs_come_back),
    };
    return cmocka_run_group_tests_name("journal", tests, NULL, NULL);
}
