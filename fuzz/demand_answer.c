#include "demand_answer.h"

#include "demand.h"

#include <string.h>

json_t *demand_json(const ff_text *answer) {
    demand(answer->length > 0 && answer->data[answer->length - 1] == '\n');
    json_t *root = json_loadb(answer->data, answer->length, JSON_REJECT_DUPLICATES, NULL);
    demand(json_is_object(root));
    return root;
}

static bool is_letter(uint8_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether "nan" or "inf" stands in it with no letter on either side. */
static bool tells_no_figure(const uint8_t *text, size_t size) {
    for (size_t i = 0; i + 3 <= size; i++) {
        if ((memcmp(text + i, "nan", 3) == 0 || memcmp(text + i, "inf", 3) == 0) &&
            (i == 0 || !is_letter(text[i - 1])) && (i + 3 == size || !is_letter(text[i + 3]))) {
            return true;
        }
    }
    return false;
}

void demand_words(const ff_text *answer, const uint8_t *asked, size_t size) {
    demand(answer->length > 0 && answer->data[answer->length - 1] == '\n');
    demand(!tells_no_figure((const uint8_t *)answer->data, answer->length) ||
           tells_no_figure(asked, size));
}

bool same_answer(const ff_text *a, const ff_text *b) {
    return a->length == b->length && memcmp(a->data, b->data, a->length) == 0;
}
