/* Safety first: what every use case that proposes something to do looks at before it answers.
 */
#ifndef FOOTFALL_APP_SAFETY_H
#define FOOTFALL_APP_SAFETY_H

#include "app/collect.h"
#include "base/json.h"

typedef struct ff_safety {
    ff_collected collected;
    ff_assessment assessment;
    bool must_be_seen; /* a red flag, or not being sure of one, calls for a doctor within days or
                          sooner */
    bool asked;        /* the safety questions were answered, and lately */
    bool worsening;    /* the numbness gets worse from week to week */
} ff_safety;

/* What is known of the runner, assessed. Everything lives in the arena. */
ff_code ff_safety_look(ff_app *app, ff_arena *arena, ff_safety *safety, ff_error *error);

bool ff_safety_must_be_seen(const ff_assessment *assessment);

/* Whether there is no room for anything but being seen: today or sooner, or for what running would
 * harm. */
bool ff_safety_nothing_else(const ff_safety *safety);
bool ff_safety_only_seen(const ff_assessment *assessment);

/* Whether this may be done now: never while there is room for nothing else; and a remedy says
 * whether it may be tried while a doctor is waited for, and while it gets worse. */
bool ff_safety_allows(const ff_safety *safety, const ff_remedy *remedy);

/* What stands on top of an answer that is given all the same: the red flags with what to do, or
 * that the safety questions are open; nothing when neither is so. program: as ff_app_call_me. */
void ff_safety_preface(const ff_safety *safety, const char *program, ff_text *out);
/* The same in a sentence, for a drawing, which is printed without what stands around it; NULL:
 * nothing. It is in the arena. */
const char *ff_safety_notice(const ff_safety *safety, const char *program, ff_arena *arena);
/* The same as the member "triage" of an open object. */
void ff_safety_member(const ff_safety *safety, ff_json *json);

/* What stands in the place of an answer that is not given: the flags and these words; by (may be
 * NULL) is the command that helps, told in text only. JSON: {"triage":{...},"refused":words}. The
 * reply is incomplete. */
void ff_safety_refuse(const ff_assessment *assessment, const char *words, const char *by,
                      ff_format format, ff_reply *reply);

#endif
