/* Numbers with a unit, as people type them for feet and shoes. */
#ifndef FOOTFALL_APP_TYPED_H
#define FOOTFALL_APP_TYPED_H

#include <footfall/error.h>
#include <footfall/text.h>

#include <stddef.h>

/* What a number is of, for refusing: "a foot is", and what is believed, both included. */
typedef struct ff_typed_limits {
    const char *where; /* "foot": the option or key */
    const char *what;  /* "the length of a foot" */
    const char *unit;  /* "mm"; "" for plain numbers; "km" */
    double least, most;
} ff_typed_limits;

/* "262", "262mm", "262 mm", "26.2cm", "10.3in", where the unit is mm; else a plain number, which
 * the unit may follow. FF_ERR_VALUE says what is believed, and what unit may have been meant. */
ff_code ff_typed_number(const char *text, const ff_typed_limits *limits, double *number,
                        ff_error *error);

/* FF_ERR_VALUE when a name or a remark is empty, longer than most bytes, or holds
 * control characters or what is no UTF-8. */
ff_code ff_typed_words(const char *text, const char *where, size_t most, ff_error *error);

/* The names of 0 to count - 1 with commas between, those that are "" left out. */
void ff_typed_names(int count, const char *(*name)(int i), ff_text *out);

/* FF_ERR_VALUE: that word is none of these. */
ff_code ff_typed_unknown(const char *where, const char *word, int count, const char *(*name)(int i),
                         ff_error *error);

#endif
