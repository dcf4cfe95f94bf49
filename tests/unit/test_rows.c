/* All of a journal as rows and back, and runs as CSV and GPX. */
#include "made_run.h"
#include "support.h"

#include "base/arena.h"
#include "journal/rows.h"
#include "report/run_csv.h"
#include "report/run_gpx.h"

#include <math.h>
#include <string.h>

#define assert_ok(call) assert_int_equal(call, FF_OK)

static const char fingerprint[] =
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

static ff_journal *open_empty(void) {
    ff_journal *journal;
    assert_ok(ff_journal_open(NULL, FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE, &journal, NULL));
    return journal;
}

static ff_journal *with_run(ff_arena *arena, ff_run *run) {
    ff_journal *journal = open_empty();
    ff_run_list runs = {run, 1};
    int64_t import_id;
    assert_ok(ff_journal_begin_import(journal, &import_id, NULL));
    ff_import_file file = {.import_id = import_id,
                           .path = "a.fit",
                           .size = 1,
                           .offset = -1,
                           .sha256 = fingerprint,
                           .outcome = FF_OUTCOME_IMPORTED};
    assert_ok(ff_journal_put_file(journal, arena, &file, &runs, NULL, NULL));
    return journal;
}

static ff_code copy_row(void *user, const ff_row *row, ff_error *error) {
    return ff_journal_restore_row(user, row, error);
}

static ff_code count_row(void *user, const ff_row *row, ff_error *error) {
    (void)row;
    (void)error;
    ++*(size_t *)user;
    return FF_OK;
}

static void same_bits(const double *a, const double *b, size_t count) {
    assert_true((a == NULL) == (b == NULL));
    for (size_t i = 0; a != NULL && i < count; i++) {
        assert_true(isnan(a[i]) ? isnan(b[i]) : memcmp(&a[i], &b[i], sizeof a[i]) == 0);
    }
}

static void rows_make_the_same_journal(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_run run = made_run(&arena, 7, 500);
    run.series.column[FF_SPEED][3] = -0.0;
    ff_journal *from = with_run(&arena, &run), *to = open_empty();
    assert_ok(ff_journal_set_setting(from, "a", "b", NULL));
    bool empty;
    assert_ok(ff_journal_is_empty(to, &empty, NULL));
    assert_true(empty);
    assert_ok(ff_journal_begin_restore(to, ff_journal_version(), NULL));
    ff_row_sink copy = {copy_row, to};
    ff_error error;
    assert_ok(ff_journal_finish_restore(to, ff_journal_each_row(from, &copy, &error), &error));
    ff_run before, after;
    assert_ok(ff_journal_run(from, &arena, 1, true, &before, NULL));
    assert_ok(ff_journal_run(to, &arena, 1, true, &after, NULL));
    assert_int_equal(before.series.rows, after.series.rows);
    same_bits(before.series.time_s, after.series.time_s, 500);
    for (int c = 0; c < FF_CHANNEL_COUNT; c++) {
        same_bits(before.series.column[c], after.series.column[c], 500);
    }
    same_bits((const double *)&before.figures, (const double *)&after.figures,
              sizeof before.figures / sizeof(double));
    size_t rows_before = 0, rows_after = 0;
    ff_row_sink count_before = {count_row, &rows_before}, count_after = {count_row, &rows_after};
    assert_ok(ff_journal_each_row(from, &count_before, NULL));
    assert_ok(ff_journal_each_row(to, &count_after, NULL));
    assert_int_equal(rows_before, rows_after);
    ff_journal_close(from);
    ff_journal_close(to);
    ff_arena_free(&arena);
}

/* Not even half of it stays when a row is wrong, and a journal that holds something is left. */
static void nothing_is_put_back_by_halves(void **state) {
    (void)state;
    ff_journal *to = open_empty();
    const char *columns[] = {"name", "value"};
    ff_value values[] = {{.kind = FF_VALUE_TEXT, .text = "a"},
                         {.kind = FF_VALUE_TEXT, .text = "b"}};
    ff_row good = {"setting", columns, values, 2}, bad = {"settings", columns, values, 2};
    assert_ok(ff_journal_begin_restore(to, ff_journal_version(), NULL));
    assert_ok(ff_journal_restore_row(to, &good, NULL));
    assert_int_equal(ff_journal_restore_row(to, &bad, NULL), FF_ERR_KEY);
    assert_int_equal(ff_journal_finish_restore(to, FF_ERR_KEY, NULL), FF_ERR_KEY);
    bool empty;
    assert_ok(ff_journal_is_empty(to, &empty, NULL));
    assert_true(empty);
    assert_ok(ff_journal_set_setting(to, "a", "b", NULL));
    assert_int_equal(ff_journal_begin_restore(to, ff_journal_version(), NULL), FF_ERR_VALUE);
    assert_ok(ff_journal_is_empty(to, &empty, NULL));
    assert_false(empty);
    ff_journal_close(to);
}

static ff_run two_points(double *times, double *latitude, double *longitude, double *cadence) {
    ff_run run;
    ff_run_init(&run);
    run.start_s = 1780000000; /* 2026-05-28T20:26:40Z */
    run.sport = FF_SPORT_RUNNING;
    run.title = "Up & <down>";
    run.series = (ff_series){.rows = 3, .time_s = times};
    run.series.column[FF_LATITUDE] = latitude;
    run.series.column[FF_LONGITUDE] = longitude;
    run.series.column[FF_CADENCE] = cadence;
    return run;
}

static void a_run_as_text(void **state) {
    (void)state;
    double times[] = {0, 1.25, 60}, latitude[] = {48.5, NAN, 48.25};
    double longitude[] = {-9, 9, 9.125}, cadence[] = {170, 172, NAN};
    ff_run run = two_points(times, latitude, longitude, cadence);
    ff_pause pause = {10, 50};
    run.pauses = &pause;
    run.pause_count = 1;
    ff_text text;
    ff_text_init(&text, NULL);
    ff_run_csv(&run, &text);
    assert_string_equal(text.data, "time_utc,time_s,cadence_spm,latitude_deg,longitude_deg\r\n"
                                   "2026-05-28T20:26:40Z,0,170,48.5,-9\r\n"
                                   "2026-05-28T20:26:41Z,1.25,172,,9\r\n"
                                   "2026-05-28T20:27:40Z,60,,48.25,9.125\r\n");
    ff_text_clear(&text);
    assert_true(ff_run_gpx(&run, &text));
    assert_non_null(strstr(text.data, "<name>Up &amp; &lt;down&gt;</name>"));
    assert_non_null(strstr(text.data, "<time>2026-05-28T20:26:40Z</time><extensions>"
                                      "<gpxtpx:TrackPointExtension><gpxtpx:cad>85</gpxtpx:cad>"));
    assert_non_null(
        strstr(text.data, "</trkpt>\n  </trkseg>\n  <trkseg>\n   <trkpt lat=\"48.2500000\""));
    assert_null(strstr(text.data, "nan"));
    ff_text_clear(&text);
    latitude[0] = latitude[2] = NAN;
    assert_false(ff_run_gpx(&run, &text));
    assert_string_equal(text.data, "");
    ff_text_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows_make_the_same_journal),
                                       cmocka_unit_test(nothing_is_put_back_by_halves),
                                       cmocka_unit_test(a_run_as_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
