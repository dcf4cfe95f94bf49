#include "files/fit_writer.h"

#include "base/crc16.h"
#include "base/utf8.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <string.h>

#define MESG_FIELD_TIMESTAMP 253
#define PROTOCOL_VERSION     0x20 /* 2.0: developer fields and 64-bit types */
#define PROFILE_VERSION      2100 /* no newer field than those of profile 21.00 is written */
#define MOST_FIELDS          255
/* Reserved, architecture, message number, field count; 3 bytes a field; the developer count. */
#define LARGEST_DEFINITION     (5 + 3 * MOST_FIELDS + 1 + 3 * MOST_FIELDS)
#define COMPRESSED_LOCAL_TYPES 4u /* two bits are left for them in such a header */

uint16_t ff_fit_checksum(uint16_t crc, const void *bytes, size_t count) {
    ff_crc16_table table;
    ff_crc16_init(&table);
    return ff_crc16(&table, crc, bytes, count);
}

/* --- values --- */

ff_fit_value ff_fit_whole(uint8_t number, ff_fit_base base, int64_t value) {
    return (ff_fit_value){.number = number, .base = (uint8_t)base, .count = 1, .whole = value};
}

ff_fit_value ff_fit_scaled(uint8_t number, ff_fit_base base, double value, double scale,
                           double offset) {
    double raw = round((value + offset) * scale);
    bool fits = raw > -0x1p62 && raw < 0x1p62; /* false for NAN too */
    return ff_fit_whole(number, base, fits ? (int64_t)raw : FF_FIT_ABSENT);
}

ff_fit_value ff_fit_floating(uint8_t number, ff_fit_base base, double value) {
    return (ff_fit_value){.number = number, .base = (uint8_t)base, .count = 1, .real = value};
}

ff_fit_value ff_fit_text(uint8_t number, const char *text, size_t size) {
    return (ff_fit_value){.number = number, .base = FF_FIT_STRING, .count = size, .text = text};
}

ff_fit_value ff_fit_wholes(uint8_t number, ff_fit_base base, const int64_t *values, size_t count) {
    return (ff_fit_value){
        .number = number, .base = (uint8_t)base, .count = count, .wholes = values};
}

ff_fit_value ff_fit_reals(uint8_t number, ff_fit_base base, const double *values, size_t count) {
    return (ff_fit_value){.number = number, .base = (uint8_t)base, .count = count, .reals = values};
}

ff_fit_value ff_fit_of_developer(uint8_t developer_index, ff_fit_value value) {
    value.developer = true;
    value.developer_index = developer_index;
    return value;
}

/* --- base types --- */

typedef struct base_type {
    uint8_t base;
    uint8_t size; /* of one element */
    bool is_signed;
    uint64_t invalid; /* its bits */
} base_type;

static const base_type base_types[] = {
    {FF_FIT_ENUM, 1, false, 0xFF},          {FF_FIT_SINT8, 1, true, 0x7F},
    {FF_FIT_UINT8, 1, false, 0xFF},         {FF_FIT_SINT16, 2, true, 0x7FFF},
    {FF_FIT_UINT16, 2, false, 0xFFFF},      {FF_FIT_SINT32, 4, true, 0x7FFFFFFF},
    {FF_FIT_UINT32, 4, false, 0xFFFFFFFF},  {FF_FIT_STRING, 1, false, 0},
    {FF_FIT_FLOAT32, 4, false, 0xFFFFFFFF}, {FF_FIT_FLOAT64, 8, false, UINT64_MAX},
    {FF_FIT_UINT8Z, 1, false, 0},           {FF_FIT_UINT16Z, 2, false, 0},
    {FF_FIT_UINT32Z, 4, false, 0},          {FF_FIT_BYTE, 1, false, 0xFF},
    {FF_FIT_SINT64, 8, true, INT64_MAX},    {FF_FIT_UINT64, 8, false, UINT64_MAX},
    {FF_FIT_UINT64Z, 8, false, 0},
};

static const base_type *type_of(uint8_t base) {
    for (size_t i = 0; i < sizeof base_types / sizeof *base_types; i++) {
        if (base_types[i].base == base) {
            return &base_types[i];
        }
    }
    return NULL;
}

static uint64_t whole_bits(const base_type *type, int64_t value) {
    if (value == FF_FIT_ABSENT) {
        return type->invalid;
    }
    if (type->size == 8) {
        return (uint64_t)value;
    }
    int bits = 8 * type->size;
    assert(bits > 0); /* every row of base_types has a size */
    int64_t low = type->is_signed ? -(INT64_C(1) << (bits - 1)) : 0;
    int64_t high = type->is_signed ? (INT64_C(1) << (bits - 1)) - 1 : (INT64_C(1) << bits) - 1;
    return value < low || value > high ? type->invalid : (uint64_t)value;
}

static uint64_t real_bits(const base_type *type, double value) {
    if (isnan(value) || (type->size == 4 && fabs(value) > FLT_MAX)) {
        return type->invalid;
    }
    uint64_t bits = 0;
    if (type->size == 4) {
        float narrow = (float)value;
        uint32_t bits32;
        memcpy(&bits32, &narrow, sizeof bits32);
        bits = bits32;
    } else {
        memcpy(&bits, &value, sizeof bits);
    }
    return bits;
}

/* --- out --- */

static void add_number(ff_fit_writer *writer, uint64_t bits, size_t size) {
    uint8_t bytes[8];
    for (size_t i = 0; i < size; i++) {
        size_t place = writer->options.big_endian ? size - 1 - i : i;
        bytes[place] = (uint8_t)(bits >> (8 * i));
    }
    ff_text_add_bytes(writer->out, bytes, size);
}

static void add_text(ff_fit_writer *writer, const char *text, size_t size) {
    uint8_t bytes[MOST_FIELDS] = {0};
    size_t have = text != NULL ? strlen(text) : 0;
    size_t used = 0;
    while (used < have) {
        size_t step = ff_utf8_length(text + used, have - used);
        step = step > 0 ? step : 1;
        if (used + step >= size) {
            break; /* one byte stays for the NUL */
        }
        memcpy(bytes + used, text + used, step);
        used += step;
    }
    ff_text_add_bytes(writer->out, bytes, size);
}

static void add_value(ff_fit_writer *writer, const ff_fit_value *value) {
    const base_type *type = type_of(value->base);
    if (value->base == FF_FIT_STRING) {
        add_text(writer, value->text, value->count);
        return;
    }
    bool is_real = value->base == FF_FIT_FLOAT32 || value->base == FF_FIT_FLOAT64;
    for (size_t i = 0; i < value->count; i++) {
        uint64_t bits;
        if (is_real) {
            bits = real_bits(type, value->reals != NULL ? value->reals[i] : value->real);
        } else {
            bits = whole_bits(type, value->wholes != NULL ? value->wholes[i] : value->whole);
        }
        add_number(writer, bits, type->size);
    }
}

/* --- definitions --- */

/* The definition of a message, without its header byte. */
typedef struct definition {
    uint8_t bytes[LARGEST_DEFINITION];
    size_t length;
    bool has_developer;
} definition;

static bool add_fields(definition *made, const ff_fit_value *values, size_t count, bool developer) {
    size_t at_count = made->length++;
    unsigned fields = 0;
    for (size_t i = 0; i < count; i++) {
        const ff_fit_value *value = &values[i];
        if (value->developer != developer) {
            continue;
        }
        const base_type *type = type_of(value->base);
        if (type == NULL || value->count == 0 || value->count > MOST_FIELDS / type->size ||
            ++fields > MOST_FIELDS) {
            return false;
        }
        made->bytes[made->length++] = value->number;
        made->bytes[made->length++] = (uint8_t)(value->count * type->size);
        made->bytes[made->length++] = developer ? value->developer_index : value->base;
    }
    made->bytes[at_count] = (uint8_t)fields;
    return true;
}

static bool define(const ff_fit_writer *writer, uint16_t message, const ff_fit_value *values,
                   size_t count, definition *made) {
    bool big = writer->options.big_endian;
    *made = (definition){.length = 4};
    made->bytes[1] = big;
    made->bytes[big ? 3 : 2] = (uint8_t)(message & 0xFF);
    made->bytes[big ? 2 : 3] = (uint8_t)(message >> 8);
    for (size_t i = 0; i < count; i++) {
        made->has_developer = made->has_developer || values[i].developer;
    }
    return add_fields(made, values, count, false) &&
           (!made->has_developer || add_fields(made, values, count, true));
}

/* The local type that carries this definition, below limit; written to the file when it is new. */
static unsigned local_type(ff_fit_writer *writer, const definition *made, unsigned limit) {
    for (unsigned i = 0; i < limit; i++) {
        if (writer->local[i].length == made->length &&
            memcmp(writer->out->data + writer->local[i].offset, made->bytes, made->length) == 0) {
            return i;
        }
    }
    unsigned local = writer->next_local % limit;
    writer->next_local = local + 1;
    ff_text_add_char(writer->out, (char)(0x40 | (made->has_developer ? 0x20 : 0) | local));
    writer->local[local].offset = writer->out->length;
    writer->local[local].length = made->length;
    ff_text_add_bytes(writer->out, made->bytes, made->length);
    return local;
}

static void write_values(ff_fit_writer *writer, const ff_fit_value *values, size_t count) {
    for (int developer = 0; developer < 2; developer++) {
        for (size_t i = 0; i < count; i++) {
            if (values[i].developer == (developer != 0)) {
                add_value(writer, &values[i]);
            }
        }
    }
}

static void remember_failure(ff_fit_writer *writer, ff_code code) {
    if (writer->code == FF_OK) {
        writer->code = code;
    }
}

static void remember_timestamp(ff_fit_writer *writer, const ff_fit_value *values, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!values[i].developer && values[i].number == MESG_FIELD_TIMESTAMP &&
            values[i].whole != FF_FIT_ABSENT) {
            writer->last_timestamp = (uint32_t)values[i].whole;
        }
    }
}

void ff_fit_write(ff_fit_writer *writer, uint16_t message, const ff_fit_value *values,
                  size_t count) {
    if (writer->out->failed) {
        return; /* what was written cannot be looked at; the end will say so */
    }
    definition made;
    if (writer->code != FF_OK || !define(writer, message, values, count, &made)) {
        remember_failure(writer, FF_ERR_VALUE);
        return;
    }
    unsigned local = local_type(writer, &made, FF_FIT_LOCAL_TYPES);
    ff_text_add_char(writer->out, (char)local);
    write_values(writer, values, count);
    remember_timestamp(writer, values, count);
}

void ff_fit_write_compressed(ff_fit_writer *writer, uint16_t message, uint32_t timestamp,
                             const ff_fit_value *values, size_t count) {
    if (writer->out->failed) {
        return;
    }
    definition made;
    bool in_reach = writer->last_timestamp != 0 && timestamp >= writer->last_timestamp &&
                    timestamp - writer->last_timestamp < 32;
    if (writer->code != FF_OK || !in_reach || !define(writer, message, values, count, &made)) {
        remember_failure(writer, FF_ERR_VALUE);
        return;
    }
    unsigned local = local_type(writer, &made, COMPRESSED_LOCAL_TYPES);
    ff_text_add_char(writer->out, (char)(0x80 | local << 5 | (timestamp & 31)));
    write_values(writer, values, count);
    writer->last_timestamp = timestamp;
}

/* --- the file --- */

static size_t header_size(const ff_fit_writer *writer) {
    return writer->options.short_header ? 12 : 14;
}

void ff_fit_writer_begin(ff_fit_writer *writer, ff_text *out,
                         const ff_fit_writer_options *options) {
    *writer = (ff_fit_writer){.out = out, .start = out->length};
    if (options != NULL) {
        writer->options = *options;
    }
    static const uint8_t room[14] = {0};
    ff_text_add_bytes(out, room, header_size(writer));
}

static void put_little(uint8_t *bytes, uint64_t number, size_t size) {
    for (size_t i = 0; i < size; i++) {
        bytes[i] = (uint8_t)(number >> (8 * i));
    }
}

ff_code ff_fit_writer_end(ff_fit_writer *writer, ff_error *error) {
    if (writer->code != FF_OK) {
        return ff_fail(error, writer->code, NULL, FF_NO_OFFSET,
                       "a message does not fit the FIT format");
    }
    ff_text *out = writer->out;
    if (out->failed) {
        return ff_text_check(out, error);
    }
    uint8_t *file = (uint8_t *)out->data + writer->start;
    size_t size = header_size(writer);
    size_t content = out->length - writer->start - size;
    if (content > UINT32_MAX) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET, "a FIT file holds up to 4 GB");
    }
    file[0] = (uint8_t)size;
    file[1] = PROTOCOL_VERSION;
    put_little(file + 2, PROFILE_VERSION, 2);
    put_little(file + 4, content, 4);
    memcpy(file + 8, ".FIT", 4);
    if (size == 14 && !writer->options.no_header_crc) {
        put_little(file + 12, ff_fit_checksum(0, file, 12), 2);
    }
    uint8_t checksum[2];
    put_little(checksum, ff_fit_checksum(0, file, size + content), 2);
    ff_text_add_bytes(out, checksum, 2);
    return ff_text_check(out, error);
}
