#include "support.h"

#include "base/bit_blocks.h"
#include "base/random.h"

#include <stdlib.h>
#include <string.h>

static void widths(void **state) {
    (void)state;
    assert_int_equal(ff_bits_width(0), 0);
    assert_int_equal(ff_bits_width(1), 1);
    assert_int_equal(ff_bits_width(255), 8);
    assert_int_equal(ff_bits_width(256), 9);
    assert_int_equal(ff_bits_width(UINT64_MAX), 64);
    assert_int_equal(ff_bits_size(128, 3), 48);
    assert_int_equal(ff_bits_size(3, 3), 2);
    assert_int_equal(ff_bits_size(0, 9), 0);
}

/* Bit by bit, as the header says it. */
static unsigned bit_of(const unsigned char *bytes, size_t bit) {
    return (unsigned)bytes[bit / 8] >> (bit % 8) & 1u;
}

static void every_width_and_count(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 11);
    for (unsigned width = 0; width <= FF_BITS_MOST; width++) {
        for (size_t count = 0; count <= 130; count++) {
            uint64_t numbers[130], back[130];
            size_t size = ff_bits_size(count, width);
            unsigned char *bytes = malloc(size + 8), *exact = malloc(size > 0 ? size : 1);
            for (size_t i = 0; i < count; i++) {
                numbers[i] = width == 0 ? 0 : ff_random_bits(&random) >> (64 - width);
            }
            ff_bits_pack(numbers, count, width, bytes);
            memcpy(exact, bytes, size);
            for (size_t i = 0; i < count; i++) {
                for (unsigned bit = 0; bit < width; bit++) {
                    assert_int_equal(bit_of(exact, i * width + bit), numbers[i] >> bit & 1u);
                }
            }
            for (size_t bit = count * width; bit < 8 * size; bit++) {
                assert_int_equal(bit_of(exact, bit), 0);
            }
            ff_bits_unpack(exact, count, width, back);
            assert_memory_equal(back, numbers, count * sizeof *back);
            free(exact);
            free(bytes);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths),
        cmocka_unit_test(every_width_and_count),
    };
    return cmocka_run_group_tests_name("bit_blocks", tests, NULL, NULL);
}
