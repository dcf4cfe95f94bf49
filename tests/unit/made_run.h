/* Made-up runs with something in every place, for tests of what keeps and carries runs. */
#ifndef FOOTFALL_TESTS_MADE_RUN_H
#define FOOTFALL_TESTS_MADE_RUN_H

#include "base/arena.h"

#include <footfall/run.h>

/* Run number n with that many rows; the same n gives the same run. One day lies between number n
 * and n + 1. Some columns, values, figures and texts are absent. */
ff_run made_run(ff_arena *arena, unsigned n, size_t rows);

/* Bit for bit the same (NAN like NAN); ids are not looked at. */
bool same_text(const char *a, const char *b);
bool same_summary(const ff_run *a, const ff_run *b); /* all but the series */
bool same_run(const ff_run *a, const ff_run *b);

#endif
