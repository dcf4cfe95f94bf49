/* What the parts of the FIT reader share about base types. */
#ifndef FOOTFALL_FILES_FIT_FIELD_H
#define FOOTFALL_FILES_FIT_FIELD_H

#include "files/fit_reader.h"

/* The ff_fit_base that a definition's byte names, and the bytes of one element; an unknown type
 * gives the byte back and element 0. */
uint8_t ff_fit_base_of(uint8_t written, uint8_t *element);

#endif
