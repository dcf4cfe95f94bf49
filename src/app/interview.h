/* What an answer may be. */
#ifndef FOOTFALL_APP_INTERVIEW_H
#define FOOTFALL_APP_INTERVIEW_H

#include "app/app.h"

/* Whether ff_interview_answer would take it. FF_ERR_KEY: there is no such question; FF_ERR_VALUE:
 * that is no answer to it. */
ff_code ff_interview_check(const char *id, ff_answer_state state, const char *value,
                           ff_error *error);

#endif
