/* What the probabilities would be, had an answer been another, or were one more given. */
#ifndef FOOTFALL_REASON_OTHERWISE_H
#define FOOTFALL_REASON_OTHERWISE_H

#include "reason/network.h"

/* Fill if_other and if_answered of the assessment, into the network's arena; false when memory is
 * gone. */
bool ff_otherwise_given(const ff_network *network, ff_assessment *assessment);
bool ff_otherwise_missing(const ff_network *network, const ff_case *runner,
                          ff_assessment *assessment);

#endif
