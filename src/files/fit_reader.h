/* The FIT protocol: bytes to messages, raw, as they stand in the file.
 *
 * Nothing is scaled, expanded or renamed here; that is the profile's work (fit_profile.h). Input
 * is hostile: every count and length is checked against what is left. Memory is bounded whatever
 * the file says.
 */
#ifndef FOOTFALL_FILES_FIT_READER_H
#define FOOTFALL_FILES_FIT_READER_H

#include <footfall/bytes.h>

#include <stdbool.h>
#include <string.h>

/* Base types as a definition message names them (the low five bits are the type's number). */
typedef enum ff_fit_base {
    FF_FIT_ENUM = 0x00,
    FF_FIT_SINT8 = 0x01,
    FF_FIT_UINT8 = 0x02,
    FF_FIT_SINT16 = 0x83,
    FF_FIT_UINT16 = 0x84,
    FF_FIT_SINT32 = 0x85,
    FF_FIT_UINT32 = 0x86,
    FF_FIT_STRING = 0x07,
    FF_FIT_FLOAT32 = 0x88,
    FF_FIT_FLOAT64 = 0x89,
    FF_FIT_UINT8Z = 0x0A,
    FF_FIT_UINT16Z = 0x8B,
    FF_FIT_UINT32Z = 0x8C,
    FF_FIT_BYTE = 0x0D,
    FF_FIT_SINT64 = 0x8E,
    FF_FIT_UINT64 = 0x8F,
    FF_FIT_UINT64Z = 0x90
} ff_fit_base;

/* One field of a message. A field has count 0 when it says nothing: its base type is unknown, its
 * size is no multiple of its base type, or it is an array of bytes that are all 0xFF (the format
 * calls such an array invalid as a whole, and 0xFF beside other bytes valid). */
typedef struct ff_fit_field {
    uint8_t number;      /* field number in its message */
    uint8_t base;        /* ff_fit_base; of an unknown base type, the byte in the file */
    uint8_t element;     /* bytes of one element, 1 for an unknown base type */
    bool swap;           /* byte order is not this machine's */
    uint16_t count;      /* elements; bytes of a string */
    const uint8_t *data; /* count * element bytes, in file order; valid during the call */
} ff_fit_field;

/* What a field_description message (206) said of a developer field. Texts are NUL-terminated, as
 * the file has them (not always UTF-8), and cut where they do not fit; RunScribe leaves names
 * empty. Stays at its address until the end of the chained file; a later message 206 for the same
 * index and number overwrites it. */
typedef struct ff_fit_description {
    uint8_t index;  /* developer_data_index */
    uint8_t number; /* field_definition_number */
    uint8_t base;
    uint8_t application[16]; /* application id; all zero when the file gives none */
    char name[65];
    char units[33];
    uint16_t native_message; /* 0xFFFF when it stands for no native field */
    uint8_t native_field;    /* 0xFF likewise */
} ff_fit_description;

typedef struct ff_fit_developer_field {
    ff_fit_field field;                    /* number is the developer's field number */
    const ff_fit_description *description; /* never NULL: undescribed fields are passed over */
} ff_fit_developer_field;

/* The field that holds the time in every message that has one. */
#define FF_FIT_TIMESTAMP 253
#define FF_FIT_NO_TIME   0xFFFFFFFFu

/* All pointers are valid during the call only. */
typedef struct ff_fit_message {
    uint16_t number; /* global message number */
    int64_t offset;  /* of its header byte in the file */
    const ff_fit_field *fields;
    size_t field_count;
    const ff_fit_developer_field *developer;
    size_t developer_count;
    uint64_t shape;  /* of one number in one reading are messages whose fields, developer fields and
                        descriptions are the same ones in the same places; 0: not told */
    uint8_t local;   /* local type, 0 to 15: no more shapes than these are in use at a time */
    bool compressed; /* its header carried five bits of the time */
    uint32_t timestamp; /* then: what field 253 would hold, FF_FIT_NO_TIME when no message before
                           gave the rest of it; FF_FIT_NO_TIME when not compressed */
} ff_fit_message;

typedef struct ff_fit_handler {
    /* A chained file begins (the first has index 0). May be NULL. */
    ff_code (*file)(void *user, int index, ff_error *error);
    /* A data message, in file order. A code other than FF_OK ends the reading with it. */
    ff_code (*message)(void *user, const ff_fit_message *message, ff_error *error);
    void *user;
} ff_fit_handler;

/* Reads all that is readable, then returns FF_OK or the worst that was wrong, with the byte:
 * FF_ERR_EMPTY, FF_ERR_FORMAT (no FIT file at byte 0), FF_ERR_TRUNCATED (the offset is the first
 * byte that could not be read as a message), FF_ERR_DAMAGED (undefined local type and the like,
 * offset likewise), FF_ERR_CHECKSUM (of the header or the file; all messages were delivered),
 * FF_ERR_TRAILING (whole, but more bytes follow), and at once FF_ERR_READ, FF_ERR_MEMORY,
 * FF_ERR_CANCELLED (asked once a 256 KiB block) or what the handler returned. After damage whose
 * declared end is in the file, a chained file behind it is read all the same. */
ff_code ff_fit_read(const ff_context *context, ff_bytes *bytes, const ff_fit_handler *handler,
                    ff_error *error);

/* True when these first bytes of a file are those of a FIT header. 12 decide; with fewer, false. */
bool ff_fit_recognise(const uint8_t *head, size_t count);

/* Element i of a field, invalid values left out: false when it is invalid, of another kind, or
 * i >= count. ff_fit_integer gives integers of every width but uint64 values over INT64_MAX, which
 * only ff_fit_unsigned gives; that one gives no negative values. Floats that are no finite number
 * count as invalid. enum and byte are integers; strings are not. */
bool ff_fit_integer(const ff_fit_field *field, size_t i, int64_t *value);
bool ff_fit_unsigned(const ff_fit_field *field, size_t i, uint64_t *value);
bool ff_fit_real(const ff_fit_field *field, size_t i, double *value); /* floats only */
static inline bool ff_fit_number(const ff_fit_field *field, size_t i, double *value); /* both */

/* All elements at once, NAN where ff_fit_number would give none, into room for field->count (at
 * most 255) numbers. Returns how many are not NAN. */
size_t ff_fit_numbers(const ff_fit_field *field, double *values);

/* A string field up to its first NUL; false when it is none or empty. Not NUL-terminated. */
bool ff_fit_string(const ff_fit_field *field, const char **text, size_t *length);

/* Copies a string field with its NUL, when there is none in it yet, it is sound UTF-8 without
 * control characters, and it fits. */
void ff_fit_take_text(const ff_fit_message *message, uint8_t number, char *into, size_t room);

/* The field of that number, the first when it stands there twice, or NULL. */
const ff_fit_field *ff_fit_find(const ff_fit_message *message, uint8_t number);

/* The message's time in seconds since 1989-12-31T00:00:00Z (below 0x10000000: since the device was
 * switched on): field 253, else the header's. False when it has none. */
bool ff_fit_time(const ff_fit_message *message, uint32_t *time);

static inline uint32_t ff_fit_swap32(uint32_t v) {
    return v >> 24 | (v >> 8 & 0xFF00u) | (v & 0xFF00u) << 8 | v << 24;
}

static inline uint16_t ff_fit_load16(const uint8_t *at, bool swap) {
    uint16_t v;
    memcpy(&v, at, sizeof v);
    uint16_t other = (uint16_t)(v >> 8 | v << 8);
    return swap ? other : v;
}

static inline uint32_t ff_fit_load32(const uint8_t *at, bool swap) {
    uint32_t v;
    memcpy(&v, at, sizeof v);
    return swap ? ff_fit_swap32(v) : v;
}

/* ff_fit_number of the types that are not told apart here. */
bool ff_fit_rare_number(const ff_fit_field *field, size_t i, double *value);

/* Here, to be compiled into its callers: everything that is decoded goes through it. */
#if defined(__GNUC__)
__attribute__((always_inline))
#endif
static inline bool
ff_fit_number(const ff_fit_field *field, size_t i, double *value) {
    if (i >= field->count) {
        return false;
    }
    const uint8_t *at = field->data + i * field->element;
    uint16_t v16;
    uint32_t v32;
    switch (field->base) {
    case FF_FIT_ENUM:
    case FF_FIT_UINT8:
        *value = *at;
        return *at != 0xFF;
    case FF_FIT_SINT8:
        *value = *at < 0x80 ? *at : *at - 0x100;
        return *at != 0x7F;
    case FF_FIT_UINT16:
        v16 = ff_fit_load16(at, field->swap);
        *value = v16;
        return v16 != 0xFFFF;
    case FF_FIT_SINT16:
        v16 = ff_fit_load16(at, field->swap);
        *value = v16 < 0x8000 ? v16 : v16 - 0x10000;
        return v16 != 0x7FFF;
    case FF_FIT_UINT32:
        v32 = ff_fit_load32(at, field->swap);
        *value = v32;
        return v32 != 0xFFFFFFFF;
    case FF_FIT_SINT32:
        v32 = ff_fit_load32(at, field->swap);
        *value = v32 < 0x80000000 ? v32 : (double)v32 - 4294967296.0;
        return v32 != 0x7FFFFFFF;
    default:
        return ff_fit_rare_number(field, i, value);
    }
}

#endif
