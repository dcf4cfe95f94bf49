#include "support.h"

#include "files/fit_reader.h"
#include "files/fit_write_workout.h"
#include "files/fit_writer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY_S INT64_C(86400)
#define DAY   INT64_C(1780272000) /* 2026-06-01 */

static ff_workout_step timed(ff_effort effort, double duration_s) {
    return (ff_workout_step){.effort = effort,
                             .duration_s = duration_s,
                             .distance_m = NAN,
                             .cadence_low_spm = NAN,
                             .cadence_high_spm = NAN};
}

/* 5 min walk, 6x (4 min run at 170 to 178, 1 min walk), 1 km run, 5 min walk. */
typedef struct sample {
    ff_workout_step before[1], main[2], after[2];
    ff_workout_block blocks[3];
    ff_workout workout;
} sample;

static void make_sample(sample *s) {
    *s = (sample){.before = {timed(FF_EFFORT_WARM_UP, 300)},
                  .main = {timed(FF_EFFORT_RUN, 240), timed(FF_EFFORT_WALK, 60)},
                  .after = {timed(FF_EFFORT_RUN, NAN), timed(FF_EFFORT_COOL_DOWN, 300.5)},
                  .blocks = {{1, s->before, 1}, {6, s->main, 2}, {1, s->after, 2}},
                  .workout = {"6x (4 min run, 1 min walk)", s->blocks, 3, NULL}};
    s->main[0].cadence_low_spm = 170;
    s->main[0].cadence_high_spm = 178;
    s->main[0].note = "Short, quick steps";
    s->after[0].distance_m = 1000;
}

/* --- what stands in the file --- */

enum { MOST_STEPS = 16, ABSENT = -1 };

typedef struct step_read {
    int64_t index, duration_type, duration, target_type, target, low, high, intensity;
    char name[256], note[256];
} step_read;

typedef struct file_read {
    int messages;
    int64_t type, maker, product, serial, created, sport, steps;
    char name[256], about[256];
    step_read step[MOST_STEPS];
    size_t count;
} file_read;

static int64_t whole(const ff_fit_message *message, uint8_t number) {
    const ff_fit_field *field = ff_fit_find(message, number);
    int64_t value = ABSENT;
    return field != NULL && ff_fit_integer(field, 0, &value) ? value : ABSENT;
}

static void read_step(const ff_fit_message *m, step_read *step) {
    *step = (step_read){whole(m, 254), whole(m, 1), whole(m, 2), whole(m, 3), whole(m, 4),
                        whole(m, 5),   whole(m, 6), whole(m, 7), "",          ""};
    ff_fit_take_text(m, 0, step->name, sizeof step->name);
    ff_fit_take_text(m, 8, step->note, sizeof step->note);
}

static ff_code take(void *user, const ff_fit_message *m, ff_error *error) {
    (void)error;
    file_read *file = user;
    file->messages++;
    switch (m->number) {
    case 0:
        file->type = whole(m, 0);
        file->maker = whole(m, 1);
        file->product = whole(m, 2);
        file->serial = whole(m, 3);
        file->created = whole(m, 4);
        break;
    case 26:
        file->sport = whole(m, 4);
        file->steps = whole(m, 6);
        ff_fit_take_text(m, 8, file->name, sizeof file->name);
        ff_fit_take_text(m, 17, file->about, sizeof file->about);
        break;
    case 27:
        assert_true(file->count < MOST_STEPS);
        read_step(m, &file->step[file->count++]);
        break;
    default:
        fail_msg("message %u has no place in a workout", m->number);
    }
    return FF_OK;
}

static void read_back(const ff_text *text, file_read *file) {
    *file = (file_read){0};
    ff_bytes bytes;
    ff_bytes_of_memory(&bytes, text->data, text->length, "workout");
    ff_fit_handler handler = {.message = take, .user = file};
    assert_int_equal(ff_fit_read(NULL, &bytes, &handler, NULL), FF_OK);
    ff_bytes_close(&bytes);
}

static void write_and_read(const ff_workout *workout, int64_t day_s, file_read *file) {
    ff_text text;
    ff_text_init(&text, NULL);
    assert_int_equal(ff_fit_write_workout(workout, day_s, &text, NULL), FF_OK);
    assert_int_equal(ff_fit_checksum(0, text.data, text.length), 0);
    read_back(&text, file);
    ff_text_free(&text);
}

static void assert_step(const step_read *is, const step_read *expected) {
    assert_int_equal(is->index, expected->index);
    assert_int_equal(is->duration_type, expected->duration_type);
    assert_int_equal(is->duration, expected->duration);
    assert_int_equal(is->target_type, expected->target_type);
    assert_int_equal(is->target, expected->target);
    assert_int_equal(is->low, expected->low);
    assert_int_equal(is->high, expected->high);
    assert_int_equal(is->intensity, expected->intensity);
    assert_string_equal(is->name, expected->name);
    assert_string_equal(is->note, expected->note);
}

/* The numbers of types, targets and intensities are those of the published profile. */
static void run_and_walk(void **state) {
    (void)state;
    static const step_read expected[] = {
        {0, 0, 300000, 2, 0, ABSENT, ABSENT, 2, "Warm up", ""},
        {1, 0, 240000, 3, 0, 85, 89, 0, "Run",
         "170-178 steps a min, or 85-89 of one foot. Short, quick steps"},
        {2, 0, 60000, 2, 0, ABSENT, ABSENT, 1, "Walk", ""},
        {3, 6, 1, 2, 6, ABSENT, ABSENT, 0, "", ""}, /* back to step 1, six times in all */
        {4, 1, 100000, 2, 0, ABSENT, ABSENT, 0, "Run", ""},
        {5, 0, 300500, 2, 0, ABSENT, ABSENT, 3, "Cool down", ""}};
    sample s;
    make_sample(&s);
    file_read file;
    write_and_read(&s.workout, DAY, &file);
    assert_int_equal(file.messages, 8);
    assert_int_equal(file.type, 5);
    assert_int_equal(file.sport, 1);
    assert_int_equal(file.steps, 6);
    assert_int_equal(file.created, DAY - 631065600);
    assert_string_equal(file.name, "6x (4 min run, 1 min walk)");
    assert_string_equal(file.about, "");
    assert_int_equal(file.count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_step(&file.step[i], &expected[i]);
    }
}

/* 175 steps are 87.5 strides: what was asked for stays within. */
static void odd_cadences_widen(void **state) {
    (void)state;
    sample s;
    make_sample(&s);
    s.main[0].cadence_low_spm = s.main[0].cadence_high_spm = 175;
    s.main[0].note = NULL;
    file_read file;
    write_and_read(&s.workout, DAY, &file);
    assert_int_equal(file.step[1].low, 87);
    assert_int_equal(file.step[1].high, 88);
    assert_string_equal(file.step[1].note, "175 steps a min, or 87-88 of one foot");
}

/* A text of that many bytes: one, then two-byte characters (e with acute accent). */
static void fill_accents(char *text, size_t bytes) {
    memset(text, 0, bytes + 1);
    text[0] = 'a';
    for (size_t i = 1; i + 1 < bytes; i += 2) {
        memcpy(text + i, "\xC3\xA9", 2);
    }
}

static void long_texts_are_cut_between_characters(void **state) {
    (void)state;
    char text[601];
    fill_accents(text, 599);
    sample s;
    make_sample(&s);
    s.workout.name = s.workout.note = s.before[0].note = s.main[0].note = text;
    file_read file;
    write_and_read(&s.workout, DAY, &file);
    assert_int_equal(strlen(file.name), 63);
    assert_memory_equal(file.name, text, 63);
    assert_int_equal(strlen(file.about), 253); /* the next character would not fit whole */
    assert_int_equal(strlen(file.step[0].note), 127);
    static const char cadence[] = "170-178 steps a min, or 85-89 of one foot. ";
    assert_memory_equal(file.step[1].note, cadence, sizeof cadence - 1);
    size_t length = strlen(file.step[1].note);
    assert_true(length == 126 || length == 127);
    assert_memory_equal(file.step[1].note + sizeof cadence - 1, text, length - sizeof cadence + 1);
    assert_int_equal((uint8_t)file.step[1].note[length - 1], 0xA9);
}

static void nothing_said_is_left_out(void **state) {
    (void)state;
    sample s;
    make_sample(&s);
    s.workout = (ff_workout){NULL, s.blocks, 1, "Loosen the laces first"};
    file_read file;
    write_and_read(&s.workout, DAY, &file);
    assert_string_equal(file.name, "Run");
    assert_string_equal(file.about, "Loosen the laces first");
    assert_int_equal(file.steps, 1);
}

/* --- serial numbers --- */

static int64_t serial_on(const ff_workout *workout, int64_t day_s) {
    file_read file;
    write_and_read(workout, day_s, &file);
    assert_true(file.serial > 0 && file.serial <= UINT32_MAX);
    assert_true(file.maker >= 0 && file.product >= 0);
    return file.serial;
}

static void same_plan_gives_the_same_bytes(void **state) {
    (void)state;
    sample s, t;
    make_sample(&s);
    make_sample(&t);
    ff_text one, two;
    ff_text_init(&one, NULL);
    ff_text_init(&two, NULL);
    assert_int_equal(ff_fit_write_workout(&s.workout, DAY, &one, NULL), FF_OK);
    assert_int_equal(ff_fit_write_workout(&t.workout, DAY, &two, NULL), FF_OK);
    assert_int_equal(one.length, two.length);
    assert_memory_equal(one.data, two.data, one.length);
    ff_text_free(&one);
    ff_text_free(&two);
}

static int compare_serials(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

/* One workout on every day of ten years, and 200 workouts on one day. */
static void no_two_share_a_serial(void **state) {
    (void)state;
    static int64_t serials[3650];
    sample s;
    make_sample(&s);
    for (int64_t i = 0; i < 3650; i++) {
        serials[i] = serial_on(&s.workout, DAY + i * DAY_S);
    }
    qsort(serials, 3650, sizeof *serials, compare_serials);
    for (int i = 1; i < 3650; i++) {
        assert_true(serials[i] != serials[i - 1]);
    }
    for (int i = 0; i < 200; i++) {
        s.main[0].duration_s = 60 + i;
        serials[i] = serial_on(&s.workout, DAY);
    }
    qsort(serials, 200, sizeof *serials, compare_serials);
    for (int i = 1; i < 200; i++) {
        assert_true(serials[i] != serials[i - 1]);
    }
}

/* --- what is refused --- */

static void assert_refused(const ff_workout *workout, int64_t day_s, const char *where) {
    ff_text text;
    ff_error error;
    ff_text_init(&text, NULL);
    assert_int_equal(ff_fit_write_workout(workout, day_s, &text, &error), FF_ERR_VALUE);
    assert_string_equal(error.where, where);
    assert_int_equal(text.length, 0);
    ff_text_free(&text);
}

#define REFUSED_WITH(change, where)                                                                \
    do {                                                                                           \
        make_sample(&s);                                                                           \
        change;                                                                                    \
        assert_refused(&s.workout, DAY, where);                                                    \
    } while (0)

static void out_of_bounds(void **state) {
    (void)state;
    sample s;
    REFUSED_WITH(s.main[1].duration_s = NAN, "step 3");
    REFUSED_WITH(s.main[1].distance_m = 100, "step 3");
    REFUSED_WITH(s.main[1].duration_s = 0, "step 3");
    REFUSED_WITH(s.main[1].duration_s = -1, "step 3");
    REFUSED_WITH(s.main[1].duration_s = 86401, "step 3");
    REFUSED_WITH(s.main[1].duration_s = INFINITY, "step 3");
    REFUSED_WITH(s.after[0].distance_m = 200001, "step 4");
    REFUSED_WITH(s.main[0].cadence_low_spm = NAN, "step 2");
    REFUSED_WITH(s.main[0].cadence_low_spm = 179, "step 2");
    REFUSED_WITH(s.main[0].cadence_low_spm = 59, "step 2");
    REFUSED_WITH(s.main[0].cadence_high_spm = 301, "step 2");
    REFUSED_WITH(s.blocks[1].times = 0, "step 2");
    REFUSED_WITH(s.blocks[1].times = 101, "step 2");
    REFUSED_WITH(s.blocks[1].count = 0, "step 2");
    REFUSED_WITH(s.workout.count = 0, "6x (4 min run, 1 min walk)");
    make_sample(&s);
    assert_refused(&s.workout, 631065600, s.workout.name);
    assert_refused(&s.workout, 631065600 + INT64_C(0xFFFFFFFF), s.workout.name);
}

static void at_most_a_thousand_steps(void **state) {
    (void)state;
    static ff_workout_step steps[1001];
    for (size_t i = 0; i < 1001; i++) {
        steps[i] = timed(FF_EFFORT_RUN, 1);
    }
    ff_workout_block block = {1, steps, 1001};
    ff_workout workout = {"Long", &block, 1, NULL};
    assert_refused(&workout, DAY, "step 1001");
    block.count = 1000;
    ff_text text;
    ff_text_init(&text, NULL);
    assert_int_equal(ff_fit_write_workout(&workout, DAY, &text, NULL), FF_OK);
    ff_text_free(&text);
}

static void memory_runs_out(void **state) {
    (void)state;
    sample s;
    make_sample(&s);
    for (size_t fail = 1; fail < 100; fail++) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail);
        ff_text text;
        ff_text_init(&text, &failing.allocator);
        ff_code code = ff_fit_write_workout(&s.workout, DAY, &text, NULL);
        ff_text_free(&text);
        assert_int_equal(failing.held, 0);
        if (code == FF_OK) {
            assert_true(fail > 2);
            return;
        }
        assert_int_equal(code, FF_ERR_MEMORY);
    }
    fail_msg("memory never sufficed");
}

/* Counted where it is cut and nowhere else: the field's last byte is the NUL. */
static void counts_what_is_cut(void **state) {
    (void)state;
    char name[FF_FIT_WORKOUT_NAME_SIZE + 1], note[FF_FIT_WORKOUT_NOTE_SIZE + 1];
    sample s;
    file_read file;
    make_sample(&s);
    assert_int_equal(ff_fit_workout_cut(&s.workout), 0);
    memset(name, 'n', sizeof name);
    name[sizeof name - 2] = '\0';
    s.workout.name = name;
    write_and_read(&s.workout, DAY, &file);
    assert_string_equal(file.name, name);
    assert_int_equal(ff_fit_workout_cut(&s.workout), 0);
    name[sizeof name - 2] = 'n';
    name[sizeof name - 1] = '\0';
    assert_int_equal(ff_fit_workout_cut(&s.workout), 1);
    memset(note, 'o', sizeof note);
    note[sizeof note - 2] = '\0';
    s.before[0].note = note; /* has just room */
    assert_int_equal(ff_fit_workout_cut(&s.workout), 1);
    s.main[0].note = note; /* has not, behind the cadence */
    assert_int_equal(ff_fit_workout_cut(&s.workout), 2);
    write_and_read(&s.workout, DAY, &file);
    assert_string_equal(file.step[0].note, note);
    assert_int_equal(strlen(file.step[1].note), FF_FIT_WORKOUT_NOTE_SIZE - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_is_cut),
        cmocka_unit_test(run_and_walk),
        cmocka_unit_test(odd_cadences_widen),
        cmocka_unit_test(long_texts_are_cut_between_characters),
        cmocka_unit_test(nothing_said_is_left_out),
        cmocka_unit_test(same_plan_gives_the_same_bytes),
        cmocka_unit_test(no_two_share_a_serial),
        cmocka_unit_test(out_of_bounds),
        cmocka_unit_test(at_most_a_thousand_steps),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
