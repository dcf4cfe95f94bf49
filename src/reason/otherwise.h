/* What the probabilities would be, had an answer been another, or were one more given. */
#ifndef FOOTFALL_REASON_OTHERWISE_H
#define FOOTFALL_REASON_OTHERWISE_H

#include "reason/network.h"

/* Fills if_other and if_answered of the assessment, into the network's arena. Fails with
 * FF_ERR_MEMORY. */
ff_code ff_otherwise_fill(const ff_network *network, const ff_case *runner,
                          ff_assessment *assessment, ff_error *error);

#endif
