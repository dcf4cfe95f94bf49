/* The exponential of many numbers at once.
 *
 * Plain arithmetic without branches, so that a compiler works on several numbers in one instruction,
 * and so that the result is the same to the last bit on every machine, which a libm does not promise.
 */
#ifndef FOOTFALL_BASE_EXP_BLOCK_H
#define FOOTFALL_BASE_EXP_BLOCK_H

#include <stddef.h>

/* Replaces each of count numbers by its exponential, good to 5e-16 of it. Below -708 a number counts
 * as -708, above 709 as 709; NAN stays. */
void ff_exp_block(double *x, size_t count);

#endif
