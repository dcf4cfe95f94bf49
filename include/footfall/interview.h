/* An interview: what to ask next.
 *
 * Safety first: the checklist of red flags, the most urgent page first; then the age and the
 * place; then what is expected to change most for its time: one question, or a page of lines to tick.
 */
#ifndef FOOTFALL_INTERVIEW_H
#define FOOTFALL_INTERVIEW_H

#include <footfall/assessment.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The age is answered under this id, in whole years from FF_LEAST_YEARS to FF_MOST_YEARS. Nothing in
 * the knowledge speaks of younger children: they should see a doctor whatever they answer. */
#define FF_ANSWER_AGE  "age_years"
#define FF_LEAST_YEARS 10
#define FF_MOST_YEARS  120

/* The height under this id, in whole centimetres. It is never asked by itself, only when somebody asks for
 * that question: the usual step rate is a little lower for tall runners. */
#define FF_ANSWER_HEIGHT "height_cm"
#define FF_LEAST_CM      100
#define FF_MOST_CM       230

/* The place that was said apart from any run is answered under this id: "left:toes". */
#define FF_ANSWER_SITES "sites"

typedef enum ff_step_kind {
    FF_STEP_CHECKLIST, /* which of these fit you now? */
    FF_STEP_AGE,       /* how old are you? */
    FF_STEP_HEIGHT,    /* how tall are you? Only when asked for */
    FF_STEP_SITES,     /* where is it numb? Asked when no run and no answer tells */
    FF_STEP_QUESTION,  /* one question */
    FF_STEP_PAGE,      /* short lines that are gone through together */
    FF_STEP_DONE       /* more answers would not change what to do */
} ff_step_kind;

typedef struct ff_step {
    ff_step_kind kind;
    ff_triage_level level;       /* of the checklist's page */
    const ff_flag *const *flags; /* on that page, not answered yet */
    size_t flag_count;
    const ff_question *question; /* FF_STEP_QUESTION: question->fact is never NULL */
    const ff_page *page;         /* FF_STEP_PAGE ... */
    const ff_question *const *lines; /* ... and those of its lines that are open, two or more, in
                                        the order of the knowledge */
    size_t line_count;
} ff_step;

#ifdef __cplusplus
}
#endif

#endif
