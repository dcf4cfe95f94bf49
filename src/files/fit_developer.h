/* Developer fields: who described which, in one chained file. */
#ifndef FOOTFALL_FILES_FIT_DEVELOPER_H
#define FOOTFALL_FILES_FIT_DEVELOPER_H

#include "base/arena.h"
#include "files/fit_reader.h"

#define FF_FIT_FIELD_DESCRIPTION 206
#define FF_FIT_DEVELOPER_DATA_ID 207

typedef struct ff_fit_described {
    ff_fit_description description;
    bool known; /* false: its developer gave the index up to another */
} ff_fit_described;

/* At most 65,536 descriptions: indexes and numbers are single bytes. */
typedef struct ff_fit_developers {
    ff_arena arena;
    ff_fit_described **of_index[256]; /* 256 by field number; NULL until the first */
    uint8_t application[256][16];
    uint64_t version; /* changes when a description does */
} ff_fit_developers;

void ff_fit_developers_init(ff_fit_developers *developers, const ff_allocator *allocator);
void ff_fit_developers_free(ff_fit_developers *developers); /* back to none, usable */

/* Takes in a message 206 or 207; others change nothing. FF_ERR_MEMORY is its only error. */
ff_code ff_fit_developers_note(ff_fit_developers *developers, const ff_fit_message *message,
                               ff_error *error);

/* NULL when it was not described. */
const ff_fit_description *ff_fit_developers_find(const ff_fit_developers *developers, uint8_t index,
                                                 uint8_t number);

#endif
