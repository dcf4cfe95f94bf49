/* How likely an answer is, by cause and by state.
 *
 * Few causes speak about a finding, and states in which the same ones are present give an answer
 * the same chance. So it is worked out once for every set of the contributors that speak, beside
 * every diagnosis that speaks or none that does, and looked up for all states.
 */
#ifndef FOOTFALL_REASON_CHANCES_H
#define FOOTFALL_REASON_CHANCES_H

#include "base/arena.h"

#include <footfall/knowledge.h>

enum { FF_MOST_CAUSES = 64 }; /* of one knowledge; ff_network_build refuses more */

/* What a finding says of a cause; NULL when it does not speak about it. */
const ff_likelihood *ff_cause_row(const ff_fact *fact, const ff_cause *cause);
/* P(level | one cause alone), discounted when the figures are a clinician's and none tested. */
double ff_cause_likelihood(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                           bool by_clinician, const ff_cause *cause);
double ff_background_likelihood(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                                bool by_clinician);

/* A number for every state, the same where the same causes speak. State s holds the contributors
 * S = the low bits of s and diagnosis d = the rest of s, 0 for none. Its number is
 * cell[row[d] + set[S]]; that of the empty state, s = 0, is `empty`. */
typedef struct ff_chances {
    double *cell;
    size_t cell_count;
    size_t *row; /* one a diagnosis, and 0 for none */
    size_t *set; /* one a set of contributors */
    double empty;
} ff_chances;

/* Takes memory from the arena for the chances of any answer; false when there is none. */
bool ff_chances_take(ff_chances *chances, ff_arena *arena, const ff_knowledge *knowledge);

/* P(level | state) of one finding. */
void ff_chances_of(ff_chances *chances, const ff_knowledge *knowledge, const ff_fact *fact,
                   size_t level, bool by_clinician);
/* 1 for every state. */
void ff_chances_of_nothing(ff_chances *chances, const ff_knowledge *knowledge);
double ff_chances_at(const ff_chances *chances, const ff_knowledge *knowledge, size_t state);

/* Every number x becomes x to the power, or log x. */
void ff_chances_raise(ff_chances *chances, double power);
void ff_chances_log(ff_chances *chances);
/* Divides by the numbers of the same finding's other answer. */
void ff_chances_divide(ff_chances *chances, const ff_chances *by);
/* Adds its number to every state's; out has one place a state. */
void ff_chances_add(const ff_chances *chances, const ff_knowledge *knowledge, double *out);

#endif
