/* A trial from one JSON file, keeping nothing. */
#ifndef FOOTFALL_TRIAL_FILE_H
#define FOOTFALL_TRIAL_FILE_H

#include <footfall/context.h>
#include <footfall/text.h>

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a file tells of runs, the changes tried and the chances of the causes, analysed as a trial. The
 * JSON is one object: tried [change], prior_causes {cause: chance}, runs [{i, shoe, changes {change: 0 or
 * 1}, duration_min, pace_min_km, temp_c, climb_m, weekly_km, onset {kind, t_min, lo_min, hi_min}}]; null
 * is not known; other keys are passed over. docs/trial.md describes it.
 *
 * Adds to out text for people, or (as_json) one JSON object and a newline: changes, causes, next_run,
 * khat, checks. The context's seed draws among next runs that tell as much. Errors: FF_ERR_JSON (offset: the
 * byte), FF_ERR_KEY and FF_ERR_VALUE (where: the key, such as "runs[3].onset.t_min"), FF_ERR_MEMORY. */
ff_code ff_trial_analyse_json(const ff_context *context, const char *json, size_t length,
                              bool as_json, ff_text *out, ff_error *error);

#ifdef __cplusplus
}
#endif

#endif
