/* A context's begin_strand, by a thread that waits while its caller runs: <footfall/context.h>
 * (ff_strand) is the contract. */
#ifndef FOOTFALL_FACE_CLI_STRAND_H
#define FOOTFALL_FACE_CLI_STRAND_H

#include <footfall/context.h>

/* user is not looked at. NULL when no thread or memory can be had. */
ff_strand *cli_begin_strand(void *user, void (*work)(void *data), void *data);

#endif
