/* How a name or an answer that is not known is refused: the key, and what is allowed. Where a list
 * is long: what is nearest, and the command that shows all. Each returns its error. */
#ifndef FOOTFALL_APP_REFUSE_H
#define FOOTFALL_APP_REFUSE_H

#include <footfall/error.h>
#include <footfall/knowledge.h>

#include <jansson.h>

#define FF_SHORT_NAME 44
/* The name, or its beginning up to a whole character, into name (FF_SHORT_NAME bytes), which is
 * returned: a long name must not push what is allowed out of the message. */
const char *ff_short_name(const char *id, char *name);

/* FF_ERR_KEY, where the name: no finding is called so. An item of the safety checklist is told
 * where it belongs. */
ff_code ff_refuse_finding(const char *id, ff_error *error);
/* where the name: neither a finding nor an item of the safety checklist nor one of the
 * interview's own questions is called so. */
ff_code ff_refuse_question(ff_code code, const char *id, ff_error *error);
/* FF_ERR_VALUE, where the finding's id: given is no answer to it; NULL: it was given something that
 * is no text. */
ff_code ff_refuse_answer(const ff_fact *fact, const char *given, ff_error *error);
/* FF_ERR_JSON, where the key: it stands twice in one object. */
ff_code ff_refuse_twice(const char *key, int64_t offset, int line, ff_error *error);
/* FF_ERR_VALUE, where: no age that footfall knows of. */
ff_code ff_refuse_age(const char *where, ff_error *error);
/* FF_ERR_VALUE: no region, side or word for regions is called so. */
ff_code ff_refuse_region(const char *where, const char *id, ff_error *error);
/* FF_ERR_VALUE: no line of the safety checklist is called so. */
ff_code ff_refuse_flag(const char *where, const char *id, ff_error *error);
/* FF_ERR_KEY, where the name: no change is called so. */
ff_code ff_refuse_change(const char *id, ff_error *error);

/* FF_ERR_JSON: the text is no JSON, or a name comes twice in one object: two answers to one question.
 * trouble is what jansson said of it. */
ff_code ff_refuse_json(const char *json, size_t length, const json_error_t *trouble,
                       ff_error *error);

#endif
