/* Messages to the bytes of a FIT file: the reader's counterpart (fit_reader.h).
 *
 * Like the reader it is raw: numbers are written as they shall stand in the file, after scale and
 * offset. A message is a list of values; the writer makes the definition messages itself and
 * reuses a local type whose definition is the same. Chained files are made by writing one file
 * after the other into the same text.
 *
 *     ff_fit_writer writer;
 *     ff_fit_writer_begin(&writer, &out, NULL);
 *     ff_fit_value values[] = {ff_fit_whole(0, FF_FIT_ENUM, 4), ff_fit_text(8, "made up", 16)};
 *     ff_fit_write(&writer, 0, values, 2);
 *     ff_code code = ff_fit_writer_end(&writer, &error);
 */
#ifndef FOOTFALL_FILES_FIT_WRITER_H
#define FOOTFALL_FILES_FIT_WRITER_H

#include "files/fit_reader.h"

#include <footfall/text.h>

/* A whole number that is absent: written as the invalid value of its base type. NAN is the absent
 * real number. */
#define FF_FIT_ABSENT INT64_MIN

/* One field of a message to be written: one number, an array, or a text. Made by the functions
 * below; arrays and texts are borrowed until the message is written. */
typedef struct ff_fit_value {
    uint8_t number;          /* field number; of a developer field, its developer's number */
    uint8_t base;            /* ff_fit_base */
    bool developer;          /* a developer field */
    uint8_t developer_index; /* of that developer, as message 207 gave it */
    size_t count;            /* elements; bytes of a text */
    int64_t whole;           /* the one element of a whole-number type */
    double real;             /* the one element of a float type */
    const int64_t *wholes;   /* count elements, or NULL */
    const double *reals;     /* count elements, or NULL */
    const char *text;        /* NUL-terminated, or NULL */
} ff_fit_value;

/* One whole number of any base type but float and string. A value that does not fit the base
 * type is written as invalid, never cut. Unsigned 64-bit numbers over INT64_MAX go in as their
 * two's complement. */
ff_fit_value ff_fit_whole(uint8_t number, ff_fit_base base, int64_t value);

/* A physical figure in a whole-number field: (value + offset) * scale, rounded to the nearest;
 * NAN is absent. */
ff_fit_value ff_fit_scaled(uint8_t number, ff_fit_base base, double value, double scale,
                           double offset);

/* A float32 or float64. */
ff_fit_value ff_fit_floating(uint8_t number, ff_fit_base base, double value);

/* A text in a field of size bytes (1 to 255), filled up with NUL. A text that is too long is cut
 * between characters (UTF-8) so that a NUL fits; text NULL is the empty (invalid) text. */
ff_fit_value ff_fit_text(uint8_t number, const char *text, size_t size);

/* Arrays; count elements in at most 255 bytes. */
ff_fit_value ff_fit_wholes(uint8_t number, ff_fit_base base, const int64_t *values, size_t count);
ff_fit_value ff_fit_reals(uint8_t number, ff_fit_base base, const double *values, size_t count);

/* The same value as a developer field of that developer. */
ff_fit_value ff_fit_of_developer(uint8_t developer_index, ff_fit_value value);

typedef struct ff_fit_writer_options {
    bool big_endian;    /* architecture of the definitions */
    bool short_header;  /* 12 bytes without a checksum of its own, instead of 14 */
    bool no_header_crc; /* 14 bytes with a zero checksum, as many devices write */
} ff_fit_writer_options;

#define FF_FIT_LOCAL_TYPES 16

typedef struct ff_fit_writer {
    ff_text *out;
    size_t start;                  /* of this file in out */
    ff_fit_writer_options options; /* big_endian may change between messages */
    struct {
        size_t offset; /* of the definition in out, after its header byte */
        size_t length; /* 0: not defined */
    } local[FF_FIT_LOCAL_TYPES];
    unsigned next_local;     /* the one to be overwritten next */
    uint32_t last_timestamp; /* of field 253 or a compressed header; 0 before any */
    ff_code code;            /* the first thing that went wrong; later messages are left out */
} ff_fit_writer;

/* Begins a file at the end of *out (initialised by the caller, borrowed until the end). options
 * NULL: little-endian, 14-byte header with checksum. */
void ff_fit_writer_begin(ff_fit_writer *writer, ff_text *out, const ff_fit_writer_options *options);

/* Writes a definition message when one is needed, then the data message. Up to 255 native and 255
 * developer fields; native ones come first in the file whatever their order here. */
void ff_fit_write(ff_fit_writer *writer, uint16_t message, const ff_fit_value *values,
                  size_t count);

/* The same with a compressed-timestamp header: values hold no field 253. timestamp (as field 253
 * would hold it) must be 0 to 31 seconds after the last one written. */
void ff_fit_write_compressed(ff_fit_writer *writer, uint16_t message, uint32_t timestamp,
                             const ff_fit_value *values, size_t count);

/* Completes header and checksums. FF_OK; FF_ERR_MEMORY; FF_ERR_VALUE when a message could not be
 * written as asked (too many fields, a field over 255 bytes, a timestamp out of reach): then the
 * file is not whole. */
ff_code ff_fit_writer_end(ff_fit_writer *writer, ff_error *error);

/* The checksum of the FIT protocol (CRC-16 with the reflected polynomial 0xA001, start value 0;
 * known elsewhere as CRC-16/ARC), continued from crc. */
uint16_t ff_fit_checksum(uint16_t crc, const void *bytes, size_t count);

#endif
