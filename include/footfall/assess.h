/* Assess: one case in, one assessment out, nothing remembered. */
#ifndef FOOTFALL_ASSESS_H
#define FOOTFALL_ASSESS_H

#include <footfall/context.h>
#include <footfall/error.h>
#include <footfall/text.h>

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* json: {"age":42,"sex":"female","sites":{"L":["TP3"],"R":[]},"answers":{"onset_time":"15_30"},
 * "unsure":["heat"],"red_flags":["rf_saddle"],"tried":{"lacing":"no_help"}}; every key may be
 * absent. "red_flags" present means that the safety checklist was gone through; "unsure" takes
 * findings and items of the checklist. Adds the assessment to out, as JSON or as text for a
 * terminal.
 * Errors: FF_ERR_JSON (offset = byte), FF_ERR_KEY and FF_ERR_VALUE (where = the key). */
ff_code ff_assess_json(const ff_context *context, const char *json, size_t length, bool as_json,
                       ff_text *out, ff_error *error);

/* The same about one cause: why it is as likely as it is, what each answer made of it, and what
 * would change it. cause is its id ("lace") or part of its plain name that no other has; NULL gives
 * what ff_assess_json gives. JSON is all that ff_assess_json adds, with "explain" beside it. Also
 * FF_ERR_VALUE with where "explain": no cause, or several, are called so. */
ff_code ff_assess_explain(const ff_context *context, const char *json, size_t length,
                          const char *cause, bool as_json, ff_text *out, ff_error *error);

#ifdef __cplusplus
}
#endif

#endif
