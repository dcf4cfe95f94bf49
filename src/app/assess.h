/* The use case behind assess, why and ask: reasoning and remedy in one. */
#ifndef FOOTFALL_APP_ASSESS_H
#define FOOTFALL_APP_ASSESS_H

#include "base/arena.h"

#include <footfall/assessment.h>

/* Assesses a case with the built-in knowledge. Results live in the arena. */
ff_code ff_assess_case(ff_arena *arena, const ff_case *runner, ff_assessment *assessment,
                       ff_error *error);

#endif
