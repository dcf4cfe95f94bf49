/* Values out of a message's fields. */
#include "files/fit_field.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

typedef enum kind { NONE, SIGNED, UNSIGNED, REAL, TEXT } kind;

typedef struct base_row {
    uint8_t base;
    uint8_t element;
    uint8_t kind;
    uint64_t invalid;
    uint64_t sign; /* the sign bit of a signed type */
} base_row;

/* By the type's number, the low five bits. The invalid values are those of the protocol. */
static const base_row base_rows[32] = {
    {FF_FIT_ENUM, 1, UNSIGNED, 0xFF, 0},
    {FF_FIT_SINT8, 1, SIGNED, 0x7F, 0x80},
    {FF_FIT_UINT8, 1, UNSIGNED, 0xFF, 0},
    {FF_FIT_SINT16, 2, SIGNED, 0x7FFF, 0x8000},
    {FF_FIT_UINT16, 2, UNSIGNED, 0xFFFF, 0},
    {FF_FIT_SINT32, 4, SIGNED, 0x7FFFFFFF, 0x80000000},
    {FF_FIT_UINT32, 4, UNSIGNED, 0xFFFFFFFF, 0},
    {FF_FIT_STRING, 1, TEXT, 0, 0},
    {FF_FIT_FLOAT32, 4, REAL, 0xFFFFFFFF, 0},
    {FF_FIT_FLOAT64, 8, REAL, UINT64_MAX, 0},
    {FF_FIT_UINT8Z, 1, UNSIGNED, 0, 0},
    {FF_FIT_UINT16Z, 2, UNSIGNED, 0, 0},
    {FF_FIT_UINT32Z, 4, UNSIGNED, 0, 0},
    {FF_FIT_BYTE, 1, UNSIGNED, 0xFF, 0},
    {FF_FIT_SINT64, 8, SIGNED, INT64_MAX, UINT64_C(1) << 63},
    {FF_FIT_UINT64, 8, UNSIGNED, UINT64_MAX, 0},
    {FF_FIT_UINT64Z, 8, UNSIGNED, 0, 0},
};

static const base_row *row_of(uint8_t base) {
    return &base_rows[base & 0x1F];
}

uint8_t ff_fit_base_of(uint8_t written, uint8_t *element) {
    /* Bit 7 only repeats that the type has a byte order, and some writers forget it. */
    const base_row *row = row_of(written);
    bool known = (written & 0x60) == 0 && row->kind != NONE;
    *element = known ? row->element : 0;
    return known ? row->base : written;
}

static uint64_t swap64(uint64_t v) {
    return (uint64_t)ff_fit_swap32((uint32_t)(v >> 32)) | (uint64_t)ff_fit_swap32((uint32_t)v)
                                                              << 32;
}

static inline uint64_t load64(const uint8_t *at, bool swap) {
    uint64_t v;
    memcpy(&v, at, sizeof v);
    return swap ? swap64(v) : v;
}

/* Element i as it stands, zero-extended. */
static uint64_t load(const ff_fit_field *field, size_t i) {
    const uint8_t *at = field->data + i * field->element;
    switch (field->element) {
    case 1:
        return *at;
    case 2:
        return ff_fit_load16(at, field->swap);
    case 4:
        return ff_fit_load32(at, field->swap);
    default:
        return load64(at, field->swap);
    }
}

/* The bits of a valid element of an integer field. */
static inline bool integer_bits(const ff_fit_field *field, size_t i, const base_row *row,
                                uint64_t *bits) {
    if (i >= field->count || (row->kind != UNSIGNED && row->kind != SIGNED)) {
        return false;
    }
    *bits = load(field, i);
    /* In an array of bytes only the whole is ever invalid; the reader has seen to that. */
    return *bits != row->invalid || (row->base == FF_FIT_BYTE && field->count > 1);
}

static int64_t extend(uint64_t bits, uint64_t sign) {
    return (int64_t)((bits ^ sign) - sign);
}

bool ff_fit_integer(const ff_fit_field *field, size_t i, int64_t *value) {
    const base_row *row = row_of(field->base);
    uint64_t bits = 0;
    if (!integer_bits(field, i, row, &bits) || (row->sign == 0 && bits > INT64_MAX)) {
        return false;
    }
    *value = extend(bits, row->sign);
    return true;
}

bool ff_fit_unsigned(const ff_fit_field *field, size_t i, uint64_t *value) {
    const base_row *row = row_of(field->base);
    uint64_t bits = 0;
    if (!integer_bits(field, i, row, &bits) || (bits & row->sign) != 0) {
        return false;
    }
    *value = bits;
    return true;
}

static bool real_value(const ff_fit_field *field, size_t i, double *value) {
    uint64_t bits = load(field, i);
    double real = 0;
    if (field->element == 4) {
        uint32_t low = (uint32_t)bits;
        float single = 0;
        memcpy(&single, &low, sizeof single);
        real = (double)single;
    } else {
        memcpy(&real, &bits, sizeof real);
    }
    /* The protocol's invalid value, all bits set, is a NAN like any other. */
    *value = real;
    return isfinite(real);
}

bool ff_fit_real(const ff_fit_field *field, size_t i, double *value) {
    double real = 0;
    if (i >= field->count || row_of(field->base)->kind != REAL || !real_value(field, i, &real)) {
        return false;
    }
    *value = real;
    return true;
}

bool ff_fit_rare_number(const ff_fit_field *field, size_t i, double *value) {
    const base_row *row = row_of(field->base);
    uint64_t bits = 0;
    if (row->kind == REAL) {
        return ff_fit_real(field, i, value);
    }
    if (!integer_bits(field, i, row, &bits)) {
        return false;
    }
    *value = row->sign == 0 ? (double)bits : (double)extend(bits, row->sign);
    return true;
}

/* Each case with its own loop, so that the type is asked for once a field and not once a value. */
size_t ff_fit_numbers(const ff_fit_field *field, double *values) {
    size_t valid = 0;
    bool bytes = field->base == FF_FIT_BYTE && field->count > 1;
    if (bytes || field->base == FF_FIT_UINT8) {
        for (size_t i = 0; i < field->count; i++) {
            bool good = bytes || field->data[i] != 0xFF;
            values[i] = good ? (double)field->data[i] : (double)NAN;
            valid += good;
        }
        return valid;
    }
    if (field->base == FF_FIT_UINT16) {
        for (size_t i = 0; i < field->count; i++) {
            uint16_t v = ff_fit_load16(field->data + 2 * i, field->swap);
            values[i] = v != 0xFFFF ? (double)v : (double)NAN;
            valid += v != 0xFFFF;
        }
        return valid;
    }
    for (size_t i = 0; i < field->count; i++) {
        if (ff_fit_number(field, i, &values[i])) {
            valid++;
        } else {
            values[i] = NAN;
        }
    }
    return valid;
}

bool ff_fit_string(const ff_fit_field *field, const char **text, size_t *length) {
    if (field->count == 0 || field->base != FF_FIT_STRING || field->data[0] == '\0') {
        return false;
    }
    const uint8_t *end = memchr(field->data, '\0', field->count);
    *text = (const char *)field->data;
    *length = end != NULL ? (size_t)(end - field->data) : field->count;
    return true;
}

static bool is_sound(const char *text, size_t length) {
    size_t step = 1;
    for (size_t i = 0; i < length; i += step) {
        step = ff_utf8_length(text + i, length - i);
        if (step == 0 || (unsigned char)text[i] < ' ') {
            return false;
        }
    }
    return true;
}

void ff_fit_take_text(const ff_fit_message *message, uint8_t number, char *into, size_t room) {
    const ff_fit_field *field = ff_fit_find(message, number);
    const char *text;
    size_t length;
    if (into[0] != '\0' || field == NULL || !ff_fit_string(field, &text, &length) ||
        length >= room || !is_sound(text, length)) {
        return;
    }
    memcpy(into, text, length);
    into[length] = '\0';
}

const ff_fit_field *ff_fit_find(const ff_fit_message *message, uint8_t number) {
    for (size_t i = 0; i < message->field_count; i++) {
        if (message->fields[i].number == number) {
            return &message->fields[i];
        }
    }
    return NULL;
}

bool ff_fit_time(const ff_fit_message *message, uint32_t *time) {
    const ff_fit_field *field = ff_fit_find(message, FF_FIT_TIMESTAMP);
    uint64_t value = 0;
    if (field != NULL && ff_fit_unsigned(field, 0, &value) && value < FF_FIT_NO_TIME) {
        *time = (uint32_t)value;
        return true;
    }
    *time = message->timestamp;
    return message->timestamp != FF_FIT_NO_TIME;
}
