/* Fuzz target: any bytes as the file of `trial analyse`.
 *
 * What is asked twice is answered the same; the JSON parses, chances are chances, and no figure is
 * NAN or infinite.
 */
#include "demand.h"
#include "demand_answer.h"

#include <footfall/trial_file.h>

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static ff_code ask(const uint8_t *data, size_t size, bool as_json, ff_text *out) {
    ff_error error;
    ff_error_clear(&error);
    ff_text_init(out, NULL);
    ff_code code = ff_trial_analyse_json(NULL, (const char *)data, size, as_json, out, &error);
    demand(code == error.code);
    demand(code == FF_OK || code == FF_ERR_VALUE || code == FF_ERR_JSON || code == FF_ERR_KEY);
    demand(code == FF_OK || error.message[0] != '\0');
    return code;
}

static void demand_chance(const json_t *object, const char *name) {
    double p = json_number_value(json_object_get(object, name));
    demand(json_is_number(json_object_get(object, name)) && p >= 0 && p <= 1);
}

static void demand_change(const json_t *change, bool causes) {
    static const char *const figures[] = {"mean_log_ratio", "sd", "low", "median", "high",
                                          "bayes_factor", "minutes_without", "minutes_with"};
    const char *state = json_string_value(json_object_get(change, "state"));
    demand(state != NULL);
    if (state == NULL || strcmp(state, "known") != 0) {
        return;
    }
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        demand(json_is_number(json_object_get(change, figures[i])));
    }
    demand_chance(change, "p_helps");
    if (causes) {
        demand_chance(change, "p_helps_mixture");
    }
}

static void demand_analysis(const json_t *root) {
    const json_t *of;
    size_t i;
    bool causes = json_array_size(json_object_get(root, "causes")) > 0;
    json_array_foreach(json_object_get(root, "changes"), i, of) {
        demand_change(of, causes);
    }
    json_array_foreach(json_object_get(root, "causes"), i, of) {
        demand_chance(of, "before");
        demand_chance(of, "after");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    ff_text json, again, words;
    ff_code code = ask(data, size, true, &json);
    demand(ask(data, size, true, &again) == code);
    demand(ask(data, size, false, &words) == code);
    if (code == FF_OK) {
        demand(same_answer(&json, &again));
        json_t *root = demand_json(&json);
        demand_analysis(root);
        json_decref(root);
        demand_words(&words, data, size);
    }
    ff_text_free(&json);
    ff_text_free(&again);
    ff_text_free(&words);
    return 0;
}
