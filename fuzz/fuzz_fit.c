/* Fuzz target: any bytes as a FIT file.
 *
 * The bytes are read twice, from memory and through a source that is read by position, and both
 * must tell the same; every accessor is called on every field; and `decode` prints it.
 */
#include "files/fit_reader.h"

#include <footfall/bytes.h>
#include <footfall/decode.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What a reading said, as a checksum over all of it. */
typedef struct digest {
    uint64_t sum;
    uint64_t messages;
} digest;

static void mix(digest *d, const void *bytes, size_t count) {
    const uint8_t *at = bytes;
    for (size_t i = 0; i < count; i++) {
        d->sum = (d->sum ^ at[i]) * UINT64_C(0x100000001B3); /* FNV-1a */
    }
}

static void demand(bool truth) {
    if (!truth) {
        abort();
    }
}

static void take_element(digest *d, const ff_fit_field *field, size_t i) {
    int64_t integer = 0;
    uint64_t large = 0;
    double real = 0;
    double number = 0;
    bool is_integer = ff_fit_integer(field, i, &integer);
    bool is_unsigned = ff_fit_unsigned(field, i, &large);
    bool is_real = ff_fit_real(field, i, &real);
    bool is_number = ff_fit_number(field, i, &number);
    demand(is_number == (is_integer || is_unsigned || is_real));
    demand(!(is_real && (is_integer || is_unsigned)));
    demand(!is_integer || number == (double)integer);
    demand(!is_real || number == real);
    demand(!(is_integer && is_unsigned) || (uint64_t)integer == large);
    mix(d, &integer, sizeof integer);
    mix(d, &large, sizeof large);
    mix(d, &real, sizeof real);
}

static void take_field(digest *d, const ff_fit_field *field) {
    const char *text = NULL;
    size_t length = 0;
    double beyond = 0;
    mix(d, &field->number, 1);
    mix(d, field->data, (size_t)field->count * field->element);
    for (size_t i = 0; i < field->count; i++) {
        take_element(d, field, i);
    }
    demand(!ff_fit_number(field, field->count, &beyond));
    if (ff_fit_string(field, &text, &length)) {
        demand(length > 0 && length <= field->count && memchr(text, '\0', length) == NULL);
    }
}

static ff_code take_message(void *user, const ff_fit_message *message, ff_error *error) {
    digest *d = user;
    uint32_t time = 0;
    (void)error;
    d->messages++;
    mix(d, &message->number, sizeof message->number);
    mix(d, &message->offset, sizeof message->offset);
    if (ff_fit_time(message, &time)) {
        mix(d, &time, sizeof time);
    }
    for (size_t i = 0; i < message->field_count; i++) {
        demand(ff_fit_find(message, message->fields[i].number) != NULL);
        take_field(d, &message->fields[i]);
    }
    for (size_t i = 0; i < message->developer_count; i++) {
        const ff_fit_developer_field *developer = &message->developer[i];
        demand(developer->description != NULL);
        mix(d, developer->description->name, strlen(developer->description->name));
        mix(d, developer->description->units, strlen(developer->description->units));
        take_field(d, &developer->field);
    }
    return FF_OK;
}

static ff_code begin_file(void *user, int index, ff_error *error) {
    (void)error;
    mix(user, &index, sizeof index);
    return FF_OK;
}

static bool take_text(void *user, const char *text, size_t length) {
    demand(length > 0 && text[length - 1] == '\n');
    for (size_t i = 0; i < length; i++) {
        *(uint64_t *)user += text[i] == '\n';
    }
    return true;
}

/* A source that has to be read: memory hidden behind its read_at. */
typedef struct hidden {
    ff_bytes bytes;
    ff_bytes memory;
} hidden;

static ff_code hidden_read(ff_bytes *bytes, int64_t offset, void *buffer, size_t count, size_t *got,
                           ff_error *error) {
    ff_bytes *memory = &((hidden *)bytes)->memory;
    return memory->read_at(memory, offset, buffer, count, got, error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    digest seen[2] = {{0}, {0}};
    ff_error errors[2];
    ff_code codes[2];
    hidden source;
    ff_bytes_of_memory(&source.memory, data, size, "fuzz");
    source.bytes = (ff_bytes){.read_at = hidden_read, .size = (int64_t)size, .name = "fuzz"};
    ff_bytes *sources[2] = {&source.memory, &source.bytes};
    for (int i = 0; i < 2; i++) {
        ff_fit_handler handler = {.file = begin_file, .message = take_message, .user = &seen[i]};
        ff_error_clear(&errors[i]);
        codes[i] = ff_fit_read(NULL, sources[i], &handler, &errors[i]);
        demand(codes[i] == FF_OK || (errors[i].offset >= 0 && errors[i].offset <= (int64_t)size));
    }
    demand(codes[0] == codes[1] && errors[0].offset == errors[1].offset);
    demand(seen[0].sum == seen[1].sum && seen[0].messages == seen[1].messages);
    uint64_t lines = 0;
    demand(ff_decode_fit(NULL, &source.memory, take_text, &lines, NULL) == codes[0]);
    demand(lines == seen[0].messages);
    return 0;
}
