/* Which question to ask next, and when to stop. */
#ifndef FOOTFALL_REASON_QUESTIONS_H
#define FOOTFALL_REASON_QUESTIONS_H

#include "reason/network.h"

/* Questions worth asking, the best first, into the arena; NULL when memory is gone. The
 * assessment must hold its level and flags already. */
ff_question *ff_questions(const ff_network *network, const ff_case *runner,
                          const ff_assessment *assessment, size_t *count);

#endif
