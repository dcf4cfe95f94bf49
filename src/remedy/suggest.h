/* Suggestions: what to try next, given how likely each cause is. */
#ifndef FOOTFALL_REMEDY_SUGGEST_H
#define FOOTFALL_REMEDY_SUGGEST_H

#include "base/arena.h"

#include <footfall/assessment.h>

/* Fills the suggestions from the flags and causes the assessment already holds and from what the
 * case says was tried. worsening: the numbness gets worse from week to week. */
ff_code ff_suggest(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *runner,
                   bool worsening, ff_assessment *assessment, ff_error *error);

#endif
