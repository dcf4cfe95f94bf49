/* How fast FIT files are decoded, beside two floors measured in the same run: reading the bytes
 * and taking their CRC-16. Usage: bench_decode FOLDER [ROUNDS]
 *
 * The .fit files of the folder are laid into memory one after the other, again and again, until
 * there are 300 MB. A figure is MB (10^6 bytes) per second of this process's CPU time.
 */
#include "base/arena.h"
#include "base/crc16.h"
#include "base/folder.h"
#include "files/fit_profile.h"
#include "files/import_runs.h"

#include <footfall/bytes.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>

#define CORPUS_SIZE ((size_t)300 * 1000 * 1000)
#define MOST_ROUNDS 99

typedef struct piece {
    size_t offset;
    size_t size;
} piece;

typedef struct corpus {
    uint8_t *data;
    size_t size;
    piece *pieces;
    size_t count;
    size_t room;
    size_t distinct;
} corpus;

/* What the reading found, so that no work can be left out as unused. */
typedef struct tally {
    uint64_t messages;
    uint64_t elements;
    uint64_t valid;
    uint64_t sum; /* of the values' bits */
    uint64_t damaged;
    uint64_t runs;
    uint64_t rows;
} tally;

typedef void (*job)(const corpus *corpus, tally *tally);

static void die(const char *what) {
    fprintf(stderr, "bench_decode: %s\n", what);
    exit(3);
}

/* --- the corpus ------------------------------------------------------------------------------- */

static void add_piece(corpus *c, size_t offset, size_t size) {
    if (c->count == c->room) {
        c->room = c->room > 0 ? 2 * c->room : 256;
        c->pieces = realloc(c->pieces, c->room * sizeof *c->pieces);
        if (c->pieces == NULL) {
            die("not enough memory");
        }
    }
    c->pieces[c->count++] = (piece){offset, size};
}

static void add_file(corpus *c, const char *path) {
    ff_bytes bytes;
    ff_error error;
    if (ff_bytes_of_file(&bytes, path, &error) != FF_OK) {
        die(error.message);
    }
    size_t size = (size_t)bytes.size;
    if (size > 0 && size <= CORPUS_SIZE - c->size) {
        if (ff_bytes_read(&bytes, 0, c->data + c->size, size, &error) != FF_OK) {
            die(error.message);
        }
        add_piece(c, c->size, size);
        c->size += size;
    }
    ff_bytes_close(&bytes);
}

static void add_folder(corpus *c, const char *folder) {
    ff_arena arena;
    ff_path_list list = {0};
    struct stat status;
    ff_arena_init(&arena, NULL);
    if (stat(folder, &status) == 0 && ff_folder_files(&arena, folder, &list, NULL) != FF_OK) {
        die("the folder cannot be read");
    }
    for (size_t i = 0; i < list.count; i++) {
        size_t length = strlen(list.items[i]);
        if (length > 4 && strcasecmp(list.items[i] + length - 4, ".fit") == 0) {
            add_file(c, list.items[i]);
        }
    }
    ff_arena_free(&arena);
}

static void repeat(corpus *c) {
    size_t count = c->count;
    c->distinct = count;
    for (size_t i = 0; c->size + c->pieces[i % count].size <= CORPUS_SIZE; i++) {
        piece p = c->pieces[i % count];
        memcpy(c->data + c->size, c->data + p.offset, p.size);
        add_piece(c, c->size, p.size);
        c->size += p.size;
    }
}

/* --- what is measured ------------------------------------------------------------------------- */

static void read_bytes(const corpus *c, tally *t) {
    uint64_t sum = 0;
    for (size_t i = 0; i + 8 <= c->size; i += 8) {
        uint64_t word;
        memcpy(&word, c->data + i, sizeof word);
        sum += word;
    }
    t->valid += sum;
}

static void checksum_bytes(const corpus *c, tally *t) {
    ff_crc16_table table;
    for (size_t i = 0; i < c->count; i++) {
        ff_crc16_init(&table);
        t->valid += ff_crc16(&table, 0, c->data + c->pieces[i].offset, c->pieces[i].size);
    }
}

static ff_code count_message(void *user, const ff_fit_message *message, ff_error *error) {
    (void)message;
    (void)error;
    ((tally *)user)->messages++;
    return FF_OK;
}

/* Bits are added up: a sum of doubles waits for itself, and that would be what is measured. */
static inline uint64_t bits_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static uint64_t load_array(const ff_fit_field *field, uint64_t *sum) {
    double values[255];
    uint64_t bits = 0;
    size_t valid = ff_fit_numbers(field, values);
    for (size_t i = 0; i < field->count; i++) {
        bits += bits_of(values[i]);
    }
    *sum += bits;
    return valid;
}

/* How many of a field's elements are valid; their bits are added to *sum. */
static inline uint64_t load_field(const ff_fit_field *field, uint64_t *sum) {
    double value = 0;
    if (field->base == FF_FIT_STRING) {
        const char *text = NULL;
        size_t length = 0;
        return ff_fit_string(field, &text, &length) ? length : 0;
    }
    if (field->count > 1) {
        return load_array(field, sum);
    }
    if (!ff_fit_number(field, 0, &value)) {
        return 0;
    }
    *sum += bits_of(value);
    return 1;
}

static ff_code load_message(void *user, const ff_fit_message *message, ff_error *error) {
    tally *total = user;
    uint64_t elements = 0, valid = 0, sum = 0;
    (void)error;
    for (size_t i = 0; i < message->field_count; i++) {
        elements += message->fields[i].count;
        valid += load_field(&message->fields[i], &sum);
    }
    for (size_t i = 0; i < message->developer_count; i++) {
        elements += message->developer[i].field.count;
        valid += load_field(&message->developer[i].field, &sum);
    }
    total->messages++;
    total->elements += elements;
    total->valid += valid;
    total->sum += sum;
    return FF_OK;
}

static void read_all(const corpus *c, tally *t, ff_fit_handler handler) {
    handler.user = t;
    for (size_t i = 0; i < c->count; i++) {
        ff_bytes bytes;
        ff_bytes_of_memory(&bytes, c->data + c->pieces[i].offset, c->pieces[i].size, "memory");
        t->damaged += ff_fit_read(NULL, &bytes, &handler, NULL) != FF_OK;
    }
}

static void walk_messages(const corpus *c, tally *t) {
    read_all(c, t, (ff_fit_handler){.message = count_message});
}

static void load_fields(const corpus *c, tally *t) {
    read_all(c, t, (ff_fit_handler){.message = load_message});
}

typedef struct scaling {
    ff_fit_profile profile;
    ff_fit_values values;
    tally tally;
} scaling;

static ff_code begin_scaling(void *user, int index, ff_error *error) {
    (void)index;
    (void)error;
    ff_fit_profile_init(&((scaling *)user)->profile);
    return FF_OK;
}

/* Of messages that the profile knows the values as it makes them; all elements of the others. */
static ff_code scale_message(void *user, const ff_fit_message *message, ff_error *error) {
    scaling *s = user;
    if (!ff_fit_decode(&s->profile, message, &s->values)) {
        return load_message(&s->tally, message, error);
    }
    s->tally.sum += bits_of(s->values.value[FF_FIT_TIMESTAMP]);
    for (size_t i = 0; i < message->developer_count; i++) {
        s->tally.valid += load_field(&message->developer[i].field, &s->tally.sum);
    }
    return FF_OK;
}

static void scale_fields(const corpus *c, tally *t) {
    static scaling s;
    ff_fit_handler handler = {.file = begin_scaling, .message = scale_message, .user = &s};
    s.tally = *t;
    for (size_t i = 0; i < c->count; i++) {
        ff_bytes bytes;
        ff_bytes_of_memory(&bytes, c->data + c->pieces[i].offset, c->pieces[i].size, "memory");
        s.tally.damaged += ff_fit_read(NULL, &bytes, &handler, NULL) != FF_OK;
    }
    *t = s.tally;
}

/* All that import does before the journal. */
static void extract_runs(const corpus *c, tally *t) {
    for (size_t i = 0; i < c->count; i++) {
        ff_bytes bytes;
        ff_arena arena;
        ff_file_result result = {0};
        ff_bytes_of_memory(&bytes, c->data + c->pieces[i].offset, c->pieces[i].size, "memory");
        ff_arena_init(&arena, NULL);
        if (ff_file_read_runs(NULL, &bytes, &arena, &result, NULL) == FF_OK) {
            for (size_t k = 0; k < result.runs.count; k++) {
                t->rows += result.runs.items[k].series.rows;
            }
            t->runs += result.runs.count;
        }
        ff_arena_free(&arena);
    }
}

static const struct {
    const char *name;
    job run;
} jobs[] = {
    {"floor: read the bytes", read_bytes},
    {"floor: CRC-16, 16 bytes a step", checksum_bytes},
    {"walk: every message, CRC checked", walk_messages},
    {"decode: scaled, expanded, developer fields, CRC", scale_fields},
    {"decode: every field's every value, CRC checked", load_fields},
    {"runs: all files to runs with their series", extract_runs},
};
#define JOBS (sizeof jobs / sizeof jobs[0])

/* --- measuring -------------------------------------------------------------------------------- */

static double cpu_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, size_t count) {
    qsort(values, count, sizeof *values, ascending);
    return count % 2 == 1 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

/* Rounds go round the jobs, so that a busy moment of the machine hits all of them alike. */
static void measure(const corpus *c, size_t rounds) {
    static double seconds[JOBS][MOST_ROUNDS];
    tally tallies[JOBS] = {0};
    for (size_t round = 0; round < rounds; round++) {
        for (size_t j = 0; j < JOBS; j++) {
            tallies[j] = (tally){0};
            double begin = cpu_seconds();
            jobs[j].run(c, &tallies[j]);
            seconds[j][round] = cpu_seconds() - begin;
        }
    }
    double megabytes = (double)c->size / 1e6;
    const tally *all = &tallies[JOBS - 2];
    const tally *runs = &tallies[JOBS - 1];
    printf("%zu files (%zu distinct), %.1f MB, %" PRIu64 " messages, %" PRIu64 " values, %" PRIu64
           " of them valid, %" PRIu64 " files with a fault, %" PRIu64 " runs of %" PRIu64 " rows\n",
           c->count, c->distinct, megabytes, all->messages, all->elements, all->valid, all->damaged,
           runs->runs, runs->rows);
    printf("%-48s %9s %9s %9s %9s\n", "median of the rounds, CPU time", "s", "MB/s", "of read",
           "of CRC");
    double floors[2] = {0, 0};
    for (size_t j = 0; j < JOBS; j++) {
        double speed = megabytes / median(seconds[j], rounds);
        if (j < 2) {
            floors[j] = speed;
        }
        printf("%-48s %9.3f %9.0f %9.3f", jobs[j].name, megabytes / speed, speed,
               speed / floors[0]);
        if (j > 0) {
            printf(" %9.3f", speed / floors[1]);
        }
        printf("\n");
    }
    printf("checked: %" PRIu64 " %" PRIu64 "\n", tallies[0].valid ^ tallies[1].valid, all->sum);
}

int main(int argc, char **argv) {
    long rounds = argc > 2 ? strtol(argv[2], NULL, 10) : 7;
    if (argc < 2 || rounds < 1 || rounds > MOST_ROUNDS) {
        fprintf(stderr, "usage: bench_decode FOLDER [ROUNDS, 1 to %d]\n", MOST_ROUNDS);
        return 2;
    }
    corpus c = {.data = malloc(CORPUS_SIZE)};
    if (c.data == NULL) {
        die("not enough memory");
    }
    add_folder(&c, argv[1]);
    if (c.count == 0) {
        printf("no FIT files in %s: nothing was measured\n", argv[1]);
    } else {
        repeat(&c);
        measure(&c, (size_t)rounds);
    }
    free(c.pieces);
    free(c.data);
    return 0;
}
