/* JSON out. Reading is jansson's work.
 *
 * The writer keeps track of commas; names are written with ff_json_name inside an object. Text is
 * written as UTF-8: bytes that are not UTF-8 become U+FFFD, so the output is always valid.
 * Depth is at most FF_JSON_DEPTH; misuse (a value without a name in an object, an end without a
 * begin) is a programming error and is asserted.
 */
#ifndef FOOTFALL_BASE_JSON_H
#define FOOTFALL_BASE_JSON_H

#include <footfall/text.h>

#include <stdbool.h>
#include <stdint.h>

#define FF_JSON_DEPTH 32

typedef struct ff_json {
    ff_text *out;
    int depth;
    bool has_item[FF_JSON_DEPTH];
    bool named; /* a name was written and its value is due */
} ff_json;

void ff_json_init(ff_json *json, ff_text *out);
void ff_json_object(ff_json *json); /* { */
void ff_json_array(ff_json *json);  /* [ */
void ff_json_end_object(ff_json *json);
void ff_json_end_array(ff_json *json);
void ff_json_name(ff_json *json, const char *name);

void ff_json_text(ff_json *json, const char *value); /* NULL writes null */
void ff_json_text_bytes(ff_json *json, const char *value, size_t length);
void ff_json_bool(ff_json *json, bool value);
void ff_json_null(ff_json *json);
void ff_json_raw(ff_json *json, const char *value, size_t length); /* one JSON value, as it is */
void ff_json_int(ff_json *json, int64_t value);
void ff_json_uint(ff_json *json, uint64_t value);

/* Numbers that were read: shortest text that reads back the same. NAN and infinities write null. */
void ff_json_number(ff_json *json, double value);

/* Numbers that were computed: rounded by ff_round_result first. */
void ff_json_result(ff_json *json, double value);

/* name and value in one, left out when the value is absent (NULL, NAN). */
void ff_json_text_member(ff_json *json, const char *name, const char *value);
void ff_json_result_member(ff_json *json, const char *name, double value);

#endif
