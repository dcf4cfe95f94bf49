/* The sizes of shoes, as people type them. */
#ifndef FOOTFALL_APP_SIZE_TYPED_H
#define FOOTFALL_APP_SIZE_TYPED_H

#include <footfall/error.h>
#include <footfall/size.h>

/* The number of a size in its system, "42" or "9.5". foot_mm: of the foot it is meant for.
 * FF_ERR_VALUE, where is "size": no number, or for a foot that nobody has. */
ff_code ff_size_number(ff_size_system system, const char *typed, double *number, double *foot_mm,
                       ff_error *error);

/* "EU 42", "us_men 9.5": the system's name, a space and the number. */
ff_code ff_size_words(const char *typed, ff_size_system *system, double *number, ff_error *error);

#endif
