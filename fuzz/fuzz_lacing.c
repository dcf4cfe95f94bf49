/* Fuzz target: any text as a sequence of eyelets, as a pattern's name, and as places of the foot.
 *
 * What is refused names its place and lies within the text. What is taken prints as text that reads
 * back the same, has finite lengths and forces, can be threaded, and is drawn; what is chosen
 * presses no named spot more than criss-cross.
 */
#include "demand.h"
#include "report/lacing_drawing.h"

#include <footfall/lacing.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand_refusal(ff_code code, const ff_error *error, size_t length) {
    demand(code == FF_ERR_VALUE || code == FF_ERR_LIMIT);
    demand(error->code == code && error->where[0] != '\0' && error->message[0] != '\0');
    demand(error->offset == FF_NO_OFFSET || error->offset <= (int64_t)length);
}

static void demand_sheet(const ff_lacing *lacing, int pairs, double friction) {
    static ff_lacing_sheet sheet;
    ff_lacing_shoe shoe = ff_lacing_shoe_usual();
    ff_text svg;
    shoe.pairs = pairs;
    shoe.friction = friction;
    ff_lacing_sheet_of(lacing, &shoe, NULL, NULL, &sheet);
    demand(isfinite(sheet.forces.length_mm) && sheet.forces.length_mm > 0);
    demand(isfinite(sheet.forces.closing) && sheet.forces.closing > 0);
    demand(sheet.forces.least_pull > 0 && sheet.forces.least_pull <= 1);
    demand(sheet.step_count >= 2 && sheet.step_count <= FF_LACING_MOST_STEPS);
    ff_text_init(&svg, NULL);
    ff_lacing_drawing(&sheet, sheet.words, NULL, &svg);
    demand(!svg.failed && strstr(svg.data, "nan") == NULL && strstr(svg.data, "inf") == NULL);
    ff_text_free(&svg);
}

static void demand_lacing(const ff_lacing *lacing) {
    ff_lacing again;
    ff_text text;
    ff_text_init(&text, NULL);
    ff_lacing_print(lacing, &text);
    demand(ff_lacing_parse(text.data, &again, NULL) == FF_OK);
    demand(again.count == lacing->count && again.second == lacing->second);
    demand(memcmp(again.visits, lacing->visits, sizeof again.visits) == 0);
    ff_text_free(&text);
    demand_sheet(lacing, FF_LACING_MOST_PAIRS, 0);
    demand_sheet(lacing, FF_LACING_MOST_PAIRS, 0.3);
}

static void demand_choice(const ff_lacing_wish *wish, const ff_lacing_shoe *shoe) {
    static ff_lacing_choice choice;
    ff_lacing_choose(wish, shoe, &choice);
    if (choice.chosen == choice.count) {
        return;
    }
    const ff_lacing_verdict *v = &choice.verdicts[choice.chosen];
    for (size_t i = 0; i < wish->spot_count; i++) {
        demand(v->at_pull[i] <= 1 + 1e-6 && v->at_hold[i] <= 1 + 1e-6);
    }
}

static void try_places(char *text) {
    ff_lacing_shoe shoe = ff_lacing_shoe_usual();
    ff_lacing_wish wish = {0};
    size_t length = strlen(text);
    for (char *word = strtok(text, ","); word != NULL; word = strtok(NULL, ",")) {
        ff_error error;
        ff_code code = ff_lacing_add_spot(word, &shoe, &wish, &error);
        if (code != FF_OK) {
            demand_refusal(code, &error, length);
        }
    }
    demand_choice(&wish, &shoe);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *text = malloc(size + 1);
    ff_lacing lacing;
    ff_error error;
    if (text == NULL) {
        return 0;
    }
    memcpy(text, data, size);
    text[size] = '\0';
    ff_code code = ff_lacing_parse(text, &lacing, &error);
    if (code == FF_OK) {
        demand_lacing(&lacing);
    } else {
        demand_refusal(code, &error, strlen(text));
    }
    for (int pairs = 3; pairs <= FF_LACING_MOST_PAIRS + 1; pairs++) {
        code = ff_lacing_pattern(text, pairs, &lacing, &error);
        if (code == FF_OK) {
            demand_lacing(&lacing);
        } else {
            demand_refusal(code, &error, 0);
        }
    }
    try_places(text);
    free(text);
    return 0;
}
