/* Routines and home tests, in words and as JSON. */
#ifndef FOOTFALL_REPORT_BODY_REPORT_H
#define FOOTFALL_REPORT_BODY_REPORT_H

#include "base/arena.h"
#include "base/json.h"

#include <footfall/body.h>
#include <footfall/text.h>

/* "3 x 10, held 5 s, each side" */
void ff_dose_text(const ff_exercise *exercise, ff_text *line);

/* The answers of the runner with which someone should be asked first; NULL ends. Arena's. */
void ff_routine_text(const ff_routine *routine, const char *const *cautions, const char *program,
                     ff_arena *arena, ff_text *out);
void ff_routine_json(const ff_routine *routine, const char *const *cautions, const char *program,
                     ff_json *json);
void ff_routines_text(const ff_knowledge *knowledge, const char *program, ff_arena *arena,
                      ff_text *out);
void ff_routines_json(const ff_knowledge *knowledge, ff_json *json);

/* answers: one a home test, in words, with when it was given; NULL items: none. no_load: what loads
 * the foot waits, and is told to. */
void ff_home_tests_text(const ff_knowledge *knowledge, const char *const *answers, bool no_load,
                        const char *program, ff_arena *arena, ff_text *out);
void ff_home_tests_json(const ff_knowledge *knowledge, const char *const *answers, bool no_load,
                        ff_json *json);
void ff_home_test_text(const ff_home_test *test, const char *program, ff_arena *arena,
                       ff_text *out);
void ff_home_test_json(const ff_home_test *test, ff_json *json);

/* A result as it was taken. */
typedef struct ff_home_test_outcome {
    const ff_home_test *test;
    const ff_test_measure *measure; /* NULL: it was told in words */
    double left, right;             /* NAN: not told */
    const char *read_on[2]; /* by side: the day of a reading that was kept before; NULL: told now */
    ff_test_result result;
    bool as_figures;      /* kept as figures of the feet; else as an answer */
    bool answers;         /* it answers the test; false: one side that settles nothing */
    const char *not_kept; /* why; NULL: it was kept */
    bool act_waits;       /* a red flag leaves room for nothing else: only what to do with it */
} ff_home_test_outcome;

/* "left 8.5 cm, right 11 cm"; nothing when it was told in words. */
void ff_readings_text(const ff_home_test_outcome *outcome, ff_text *line);
void ff_home_test_outcome_text(const ff_home_test_outcome *outcome, const char *program,
                               ff_text *out);
void ff_home_test_outcome_members(const ff_home_test_outcome *outcome, ff_json *json);

#endif
