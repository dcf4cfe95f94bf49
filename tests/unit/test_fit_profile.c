#include "support.h"

#include "base/arena.h"
#include "base/folder.h"
#include "files/fit_profile.h"
#include "files/fit_writer.h"

#include <math.h>
#include <string.h>

/* Messages are written with the writer and read with the reader; what each decodes to is kept. */
#define MOST_MESSAGES 32
typedef struct decoded {
    ff_fit_profile profile;
    ff_fit_values values[MOST_MESSAGES];
    bool known[MOST_MESSAGES];
    size_t count;
} decoded;

static ff_code keep(void *user, const ff_fit_message *message, ff_error *error) {
    (void)error;
    decoded *d = user;
    assert_true(d->count < MOST_MESSAGES);
    d->known[d->count] = ff_fit_decode(&d->profile, message, &d->values[d->count]);
    d->count++;
    return FF_OK;
}

typedef struct written {
    ff_text text;
    ff_fit_writer writer;
} written;

static void begin(written *w, bool big_endian) {
    ff_text_init(&w->text, NULL);
    ff_fit_writer_options options = {.big_endian = big_endian};
    ff_fit_writer_begin(&w->writer, &w->text, &options);
}

static void finish(written *w, decoded *d) {
    assert_int_equal(ff_fit_writer_end(&w->writer, NULL), FF_OK);
    memset(d, 0, sizeof *d);
    ff_fit_profile_init(&d->profile);
    ff_bytes bytes;
    ff_bytes_of_memory(&bytes, w->text.data, w->text.length, "made up");
    ff_fit_handler handler = {.message = keep, .user = d};
    assert_int_equal(ff_fit_read(NULL, &bytes, &handler, NULL), FF_OK);
    ff_text_free(&w->text);
}

static void near(double value, double expected) {
    if (!(fabs(value - expected) < 1e-9)) {
        fail_msg("%.12g is not %.12g", value, expected);
    }
}

static void scales_and_offsets(void **state) {
    (void)state;
    /* Raw values beside what the profile says they mean, by hand. */
    static const struct {
        uint16_t message;
        uint8_t field;
        ff_fit_base base;
        int64_t raw;
        double value;
    } rows[] = {
        {20, 2, FF_FIT_UINT16, 2500, 0},         {20, 3, FF_FIT_UINT8, 143, 143},
        {20, 5, FF_FIT_UINT32, 123456, 1234.56}, {20, 6, FF_FIT_UINT16, 3250, 3.25},
        {20, 13, FF_FIT_SINT8, -7, -7},          {20, 39, FF_FIT_UINT16, 871, 87.1},
        {20, 40, FF_FIT_UINT16, 3150, 31.5},     {20, 41, FF_FIT_UINT16, 2440, 244},
        {20, 52, FF_FIT_UINT16, 22528, 88},      {20, 53, FF_FIT_UINT8, 64, 0.5},
        {20, 73, FF_FIT_UINT32, 3704, 3.704},    {20, 78, FF_FIT_UINT32, 3005, 101},
        {20, 83, FF_FIT_UINT16, 837, 8.37},      {20, 84, FF_FIT_UINT16, 4876, 48.76},
        {20, 85, FF_FIT_UINT16, 10830, 1083},    {18, 7, FF_FIT_UINT32, 1929500, 1929.5},
        {18, 9, FF_FIT_UINT32, 500000, 5000},    {18, 92, FF_FIT_UINT8, 32, 0.25},
        {18, 132, FF_FIT_UINT16, 850, 8.5},      {18, 199, FF_FIT_UINT8, 45, 0.45},
        {19, 8, FF_FIT_UINT32, 60250, 60.25},    {23, 5, FF_FIT_UINT16, 1310, 13.1},
        {34, 0, FF_FIT_UINT32, 1000, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        written w;
        decoded d;
        begin(&w, i % 2 == 1);
        ff_fit_value value = ff_fit_whole(rows[i].field, rows[i].base, rows[i].raw);
        ff_fit_write(&w.writer, rows[i].message, &value, 1);
        finish(&w, &d);
        assert_true(d.known[0]);
        assert_true(ff_fit_has(&d.values[0], rows[i].field));
        near(d.values[0].value[rows[i].field], rows[i].value);
    }
}

static void facts_are_found(void **state) {
    (void)state;
    const ff_fit_fact *fact = ff_fit_fact_of(20, 78);
    assert_non_null(fact);
    assert_string_equal(fact->name, "ENHANCED_ALTITUDE");
    near(fact->scale, 5);
    near(fact->offset, 500);
    assert_null(ff_fit_fact_of(20, 250));
    assert_null(ff_fit_fact_of(999, 0));
}

static void unknown_and_invalid(void **state) {
    (void)state;
    written w;
    decoded d;
    begin(&w, false);
    ff_fit_value other = ff_fit_whole(0, FF_FIT_UINT8, 1);
    ff_fit_write(&w.writer, 79, &other, 1);
    ff_fit_value values[] = {ff_fit_whole(3, FF_FIT_UINT8, FF_FIT_ABSENT),
                             ff_fit_whole(200, FF_FIT_UINT8, 5), ff_fit_whole(4, FF_FIT_UINT8, 90)};
    ff_fit_write(&w.writer, 20, values, 3);
    finish(&w, &d);
    assert_false(d.known[0]);
    assert_true(d.known[1]);
    assert_false(ff_fit_has(&d.values[1], 3));
    assert_false(ff_fit_has(&d.values[1], 200));
    near(ff_fit_get(&d.values[1], 4, -1), 90);
    near(ff_fit_get(&d.values[1], 3, -1), -1);
}

/* Twelve bits of speed in 1/100 m/s, then twelve of distance in 1/16 m that count on. */
static void write_compressed(written *w, unsigned speed, unsigned distance) {
    int64_t bytes[3] = {speed & 0xFF, speed >> 8 | (distance & 0xF) << 4, distance >> 4};
    ff_fit_value value = ff_fit_wholes(8, FF_FIT_BYTE, bytes, 3);
    ff_fit_write(&w->writer, 20, &value, 1);
}

static void compressed_speed_and_distance(void **state) {
    (void)state;
    written w;
    decoded d;
    begin(&w, false);
    write_compressed(&w, 312, 4000);
    write_compressed(&w, 300, 4095);
    write_compressed(&w, 305, 50);      /* over the end of twelve bits */
    write_compressed(&w, 0xFFF, 0xFFF); /* no value at all */
    write_compressed(&w, 310, 100);
    ff_fit_value own[] = {ff_fit_whole(5, FF_FIT_UINT32, 200000)};
    ff_fit_write(&w.writer, 20, own, 1);
    write_compressed(&w, 310, 2000 * 16 % 4096 + 16);
    finish(&w, &d);
    near(d.values[0].value[5], 250);
    near(d.values[0].value[6], 3.12);
    near(d.values[0].value[73], 3.12); /* nested: speed makes enhanced_speed */
    near(d.values[2].value[5], (4096 + 50) / 16.0);
    assert_false(ff_fit_has(&d.values[3], 5));
    near(d.values[4].value[5], (4096 + 100) / 16.0);
    /* A distance in the file sets where counting goes on from. */
    near(d.values[6].value[5], 2001);
}

static void own_field_wins(void **state) {
    (void)state;
    for (int order = 0; order < 2; order++) {
        written w;
        decoded d;
        begin(&w, order == 1);
        ff_fit_value speed = ff_fit_whole(6, FF_FIT_UINT16, 2000);
        ff_fit_value enhanced = ff_fit_whole(73, FF_FIT_UINT32, 3500);
        ff_fit_value values[] = {order == 0 ? speed : enhanced, order == 0 ? enhanced : speed,
                                 ff_fit_whole(2, FF_FIT_UINT16, 2600)};
        ff_fit_write(&w.writer, 20, values, 3);
        finish(&w, &d);
        near(d.values[0].value[6], 2);
        near(d.values[0].value[73], 3.5);
        near(d.values[0].value[78], 20);
    }
}

static void counters_count_on(void **state) {
    (void)state;
    written w;
    decoded d;
    begin(&w, true);
    static const int64_t cycles[] = {250, 4, 4, 3};
    for (size_t i = 0; i < 4; i++) {
        ff_fit_value values[] = {ff_fit_whole(18, FF_FIT_UINT8, cycles[i]),
                                 ff_fit_whole(28, FF_FIT_UINT16, (int64_t)i * 40000 % 65536)};
        ff_fit_write(&w.writer, 20, values, 2);
    }
    finish(&w, &d);
    static const double total[] = {250, 260, 260, 515};
    for (size_t i = 0; i < 4; i++) {
        near(d.values[i].value[19], total[i]);
        near(d.values[i].value[29], (double)i * 40000);
    }
}

static void other_components(void **state) {
    (void)state;
    written w;
    decoded d;
    begin(&w, true);
    ff_fit_value event[] = {ff_fit_whole(0, FF_FIT_ENUM, 11), ff_fit_whole(2, FF_FIT_UINT16, 3700)};
    ff_fit_write(&w.writer, 21, event, 2);
    ff_fit_value session[] = {ff_fit_whole(14, FF_FIT_UINT16, 3100),
                              ff_fit_whole(71, FF_FIT_UINT16, 2550)};
    ff_fit_write(&w.writer, 18, session, 2);
    ff_fit_value lap[] = {ff_fit_whole(13, FF_FIT_UINT16, 3200),
                          ff_fit_whole(42, FF_FIT_UINT16, 2600)};
    ff_fit_write(&w.writer, 19, lap, 2);
    finish(&w, &d);
    near(d.values[0].value[3], 3700);
    near(d.values[1].value[124], 3.1);
    near(d.values[1].value[127], 10);
    near(d.values[2].value[110], 3.2);
    near(d.values[2].value[112], 20);
}

static const char *subfield(uint16_t message, uint8_t field, uint8_t reference, double raw) {
    ff_fit_values values = {.present = {0}};
    values.present[reference >> 6] = UINT64_C(1) << (reference & 63u);
    values.value[reference] = raw;
    const ff_fit_subfield *found = ff_fit_subfield_of(message, field, &values);
    return found != NULL ? found->name : "";
}

static void subfields_by_reference(void **state) {
    (void)state;
    assert_string_equal(subfield(21, 3, 0, 0), "timer_trigger");
    assert_string_equal(subfield(21, 3, 0, 11), "battery_level");
    assert_string_equal(subfield(21, 3, 0, 24), "distance_duration_alert");
    assert_string_equal(subfield(21, 3, 0, 200), "");
    assert_string_equal(subfield(18, 18, 5, 1), "avg_running_cadence");
    assert_string_equal(subfield(18, 18, 5, 2), "");
    assert_string_equal(subfield(18, 10, 5, 11), "total_strides");
    assert_string_equal(subfield(19, 17, 25, 1), "avg_running_cadence");
    assert_string_equal(subfield(23, 4, 2, 1), "garmin_product");
    assert_string_equal(subfield(0, 2, 1, 23), "");
    ff_fit_values none = {.present = {0}};
    assert_null(ff_fit_subfield_of(21, 3, &none));
}

static void names(void **state) {
    (void)state;
    assert_string_equal(ff_fit_sport_name(1), "running");
    assert_string_equal(ff_fit_sub_sport_name(1), "treadmill");
    assert_string_equal(ff_fit_sub_sport_name(45), "indoor_running");
    assert_string_equal(ff_fit_maker_name(1), "garmin");
    assert_string_equal(ff_fit_maker_name(95), "stryd");
    assert_string_equal(ff_fit_product_name(1, 3113), "Forerunner 945");
    assert_null(ff_fit_product_name(23, 3113));
    assert_null(ff_fit_maker_name(60000));
    assert_null(ff_fit_sport_name(222));
    assert_string_equal(ff_fit_sport_words(2), "a bicycle ride");
    assert_true(ff_fit_sport_words(222)[0] != '\0');
    assert_string_equal(ff_fit_file_words(2), "watch settings");
    assert_true(ff_fit_file_words(222)[0] != '\0');
}

struct both {
    ff_fit_profile planned, slow;
    ff_fit_values by_plan, the_long_way;
    size_t values;
};

/* The same message by its plan and the long way. */
static ff_code decode_both_ways(void *user, const ff_fit_message *message, ff_error *error) {
    struct both *b = user;
    (void)error;
    ff_fit_message plain = *message;
    plain.shape = 0;
    bool known = ff_fit_decode(&b->planned, message, &b->by_plan);
    assert_int_equal(known, ff_fit_decode(&b->slow, &plain, &b->the_long_way));
    assert_memory_equal(b->by_plan.present, b->the_long_way.present, sizeof b->by_plan.present);
    for (int field = 0; field < 256; field++) {
        if (ff_fit_has(&b->by_plan, (uint8_t)field)) {
            assert_true(b->by_plan.value[field] == b->the_long_way.value[field]);
            assert_true(ff_fit_may_have(&b->planned, message, (uint8_t)field));
            b->values++;
        }
    }
    return FF_OK;
}

static ff_code begin_both(void *user, int index, ff_error *error) {
    struct both *b = user;
    (void)index;
    (void)error;
    ff_fit_profile_init(&b->planned);
    ff_fit_profile_init(&b->slow);
    return FF_OK;
}

static void plans_change_nothing(void **state) {
    (void)state;
    if (shared_folder() == NULL) {
        skip();
    }
    ff_arena arena;
    ff_path_list paths = {0};
    ff_arena_init(&arena, NULL);
    assert_int_equal(
        ff_folder_files(&arena, ff_arena_printf(&arena, "%s/data", shared_folder()), &paths, NULL),
        FF_OK);
    static struct both b;
    ff_fit_handler handler = {.file = begin_both, .message = decode_both_ways, .user = &b};
    for (size_t i = 0; i < paths.count; i++) {
        ff_bytes bytes;
        const char *end = strrchr(paths.items[i], '.');
        if (end != NULL && (strcmp(end, ".fit") == 0 || strcmp(end, ".FIT") == 0) &&
            ff_bytes_of_file(&bytes, paths.items[i], NULL) == FF_OK) {
            (void)ff_fit_read(NULL, &bytes, &handler, NULL); /* damaged ones too */
            ff_bytes_close(&bytes);
        }
    }
    assert_true(b.values > 1000000);
    ff_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scales_and_offsets),
        cmocka_unit_test(facts_are_found),
        cmocka_unit_test(unknown_and_invalid),
        cmocka_unit_test(compressed_speed_and_distance),
        cmocka_unit_test(own_field_wins),
        cmocka_unit_test(counters_count_on),
        cmocka_unit_test(other_components),
        cmocka_unit_test(subfields_by_reference),
        cmocka_unit_test(names),
        cmocka_unit_test(plans_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
