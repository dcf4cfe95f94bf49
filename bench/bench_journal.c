/* What the journal costs: putting a run (an hour at one row a second, 12 channels), and listing
 * 100, 1,000 and 10,000 runs, as 'runs' and 'why' do first. Times are of the processor. */
#include "base/arena.h"
#include "base/random.h"
#include "journal/journal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double cpu_ms(void) {
    return (double)clock() * 1000 / CLOCKS_PER_SEC;
}

static const ff_channel channels[] = {FF_SPEED,       FF_DISTANCE,   FF_CADENCE,
                                      FF_STANCE_TIME, FF_HEART_RATE, FF_VERTICAL_OSCILLATION,
                                      FF_STEP_LENGTH, FF_POWER,      FF_ALTITUDE,
                                      FF_TEMPERATURE, FF_LATITUDE,   FF_LONGITUDE};
static const double steps[] = {
    0.001, 0.01, 1, 1, 1, 0.1, 1, 1, 0.2, 1, 180 / 2147483648.0, 180 / 2147483648.0};

static void make_series(ff_arena *arena, ff_random *random, size_t rows, ff_run *run) {
    ff_series *s = &run->series;
    s->rows = rows;
    s->time_s = ff_arena_take(arena, rows, sizeof(double));
    for (size_t i = 0; i < rows; i++) {
        s->time_s[i] = (double)i;
    }
    for (size_t c = 0; c < sizeof channels / sizeof *channels; c++) {
        double *column = ff_arena_take(arena, rows, sizeof *column);
        int64_t k = 1000;
        for (size_t i = 0; i < rows; i++) {
            int64_t rise = channels[c] == FF_DISTANCE ? 270 : channels[c] == FF_LATITUDE ? 290 : 0;
            k += rise + (int64_t)ff_random_below(random, 9) - 4;
            column[i] = channels[c] == FF_LATITUDE || channels[c] == FF_LONGITUDE
                            ? (double)k * 180 / 2147483648.0
                            : (double)k / round(1 / steps[c]);
        }
        s->column[channels[c]] = column;
    }
}

static void make_run(ff_arena *arena, ff_random *random, unsigned n, size_t rows, ff_run *run) {
    ff_run_init(run);
    run->start_s = 1400000000 + (int64_t)n * 40000;
    run->sport = FF_SPORT_RUNNING;
    run->sport_detail = "running/generic";
    run->device = (ff_device){"garmin", "fr945", "3312345678", "13.10"};
    run->source = ff_arena_printf(arena, "export.zip/activities/%u.fit.gz", n);
    run->format = "FIT";
    run->title = "Morning run";
    double *figure = (double *)&run->figures;
    for (size_t i = 0; i < sizeof run->figures / sizeof *figure; i++) {
        figure[i] = ff_random_unit(random) * 100;
    }
    run->figures.duration_s = run->figures.elapsed_s = 3600;
    run->figures.distance_m = 10000;
    run->lap_count = 10;
    run->laps = ff_arena_take(arena, 10, sizeof *run->laps);
    for (int i = 0; i < 10; i++) {
        run->laps[i] = (ff_lap){360.0 * i, 360.0 * (i + 1), 360, 1000, FF_LAP_DISTANCE};
    }
    make_series(arena, random, rows, run);
}

static void must(ff_code code, const ff_error *error) {
    if (code != FF_OK) {
        fprintf(stderr, "%s\n", error->message);
        exit(1);
    }
}

/* Puts runs first .. end - 1, many in a transaction as an import does; returns the time in it. */
static double put_runs(ff_journal *journal, unsigned first, unsigned end, size_t rows) {
    ff_error error;
    int64_t import_id;
    ff_random random;
    ff_random_init(&random, first + 1);
    double spent_ms = 0;
    must(ff_journal_begin_import(journal, &import_id, &error), &error);
    must(ff_journal_begin(journal, &error), &error);
    for (unsigned n = first; n < end; n++) {
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        ff_run run;
        make_run(&arena, &random, n, rows, &run);
        char sha256[65];
        snprintf(sha256, sizeof sha256, "%064x", n);
        ff_import_file file = {.import_id = import_id,
                               .path = run.source,
                               .size = 1,
                               .sha256 = sha256,
                               .outcome = FF_OUTCOME_IMPORTED,
                               .offset = FF_NO_OFFSET};
        ff_run_list runs = {&run, 1};
        double began_ms = cpu_ms();
        must(ff_journal_put_file(journal, &arena, &file, &runs, NULL, &error), &error);
        if (n % 64 == 63) {
            must(ff_journal_finish(journal, FF_OK, &error), &error);
            must(ff_journal_begin(journal, &error), &error);
        }
        spent_ms += cpu_ms() - began_ms;
        ff_arena_free(&arena);
    }
    must(ff_journal_finish(journal, FF_OK, &error), &error);
    return spent_ms;
}

static double list_runs(ff_journal *journal, size_t count) {
    double best_ms = INFINITY;
    for (int round = 0; round < 5; round++) {
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        ff_run_list list;
        ff_error error;
        double began_ms = cpu_ms();
        must(ff_journal_runs(journal, &arena, NULL, &list, &error), &error);
        best_ms = fmin(best_ms, cpu_ms() - began_ms);
        if (list.count != count || list.items[count - 1].lap_count != 10) {
            exit(1);
        }
        ff_arena_free(&arena);
    }
    return best_ms;
}

static ff_journal *open_at(char *path) {
    ff_journal *journal;
    ff_error error;
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < 3; i++) {
        char name[300];
        snprintf(name, sizeof name, "%s%s", path, suffixes[i]);
        unlink(name);
    }
    must(ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, &error), &error);
    return journal;
}

int main(void) {
    char path[] = "/tmp/bench_journal.footfall";
    ff_journal *journal = open_at(path);
    printf("put, an hour at one row a second: %.2f ms a run\n",
           put_runs(journal, 0, 256, 3600) / 256);
    ff_journal_close(journal);
    journal = open_at(path);
    unsigned have = 0;
    for (unsigned count = 100; count <= 10000; count *= 10) {
        double put_ms = put_runs(journal, have, count, 10) / (count - have);
        have = count;
        printf("%5u runs: listed in %6.2f ms (put: %.2f ms a run)\n", count,
               list_runs(journal, count), put_ms);
    }
    ff_journal_close(journal);
    ff_journal_close(open_at(path));
    unlink(path);
    return 0;
}
