/* What must hold of whatever is answered: JSON is JSON, and no text for people tells a figure that
 * is none. */
#ifndef FOOTFALL_FUZZ_DEMAND_ANSWER_H
#define FOOTFALL_FUZZ_DEMAND_ANSWER_H

#include <footfall/text.h>

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

/* One object, no name in it twice, and a newline behind it; the caller's, to json_decref. */
json_t *demand_json(const ff_text *answer);

/* No word of it is "nan" or "inf", unless one of what was asked about is. */
void demand_words(const ff_text *answer, const uint8_t *asked, size_t size);

bool same_answer(const ff_text *a, const ff_text *b);

#endif
