/* How a request is read and answered: what request.c shares with the files behind its table. */
#ifndef FOOTFALL_APP_REQUEST_H
#define FOOTFALL_APP_REQUEST_H

#include "app/app.h"

#include <footfall/request.h>

#include <jansson.h>
#include <stdbool.h>

/* One request on its way. */
typedef struct ff_call {
    const ff_context *context;
    ff_app *app; /* NULL only on stateless routes */
    const ff_request *request;
    const char *word;  /* what stands in the place of {run} in the path; NULL on other routes */
    const char *query; /* what stands behind '?'; "" when nothing does */
    json_t *body;      /* once it is read: its texts live as long as the call; else NULL */
    ff_arena *arena;
    ff_reply *reply;
    const char *type; /* set with bytes by a route that answers with a file: as of ff_answer */
    ff_bytes bytes;
} ff_call;

/* ---- reading a body: strict, every name and value is checked (request_body.c) ---- */

typedef enum ff_field_kind {
    FF_FIELD_TEXT,  /* to: const char *, not empty; absent leaves it */
    FF_FIELD_WORDS, /* the same, and may be empty: what was kept is taken back */
    FF_FIELD_BOOL,  /* to: bool */
    FF_FIELD_WHOLE, /* to: int, least to most */
    FF_FIELD_TEXTS, /* to: ff_texts */
    FF_FIELD_FIGURE, /* to: const char *, a number or a text with its unit, as it would be typed */
    FF_FIELD_JSON   /* to: const json_t *, of any kind */
} ff_field_kind;

typedef struct ff_texts {
    const char **items;
    size_t count;
} ff_texts;

typedef struct ff_field {
    const char *name;
    ff_field_kind kind;
    void *to;
    int least, most; /* of a whole number */
    bool needed;
} ff_field;

/* Reads the body, which must be an object, into call->body. FF_ERR_JSON (offset: byte). */
ff_code ff_body_load(ff_call *call, ff_error *error);

/* Reads an object's members into the fields' places; texts are borrowed from the object, arrays
 * are the arena's. FF_ERR_KEY for a member that is no field and a field that is needed and absent,
 * FF_ERR_VALUE for a value of another kind; where is the name. */
ff_code ff_body_read(const json_t *object, const ff_field *fields, size_t count, ff_arena *arena,
                     ff_error *error);

/* Both at once. */
ff_code ff_call_body(ff_call *call, const ff_field *fields, size_t count, ff_error *error);

/* Reads {"name": N}, the number of something that was begun. */
ff_code ff_call_number(ff_call *call, const char *name, int *number, ff_error *error);

/* ---- reading a query: "skip=a,b&again=c" ---- */

typedef enum ff_query_kind {
    FF_QUERY_WORD,  /* to: const char *, one word; absent leaves it */
    FF_QUERY_YES,   /* to: bool, yes or no */
    FF_QUERY_WORDS, /* to: ff_texts, any number of words with commas between */
    FF_QUERY_TEXT,  /* to: const char *, any text without a zero byte, percent-encoded */
    FF_QUERY_COUNT, /* to: int64_t, a whole number from 0 to below FF_QUERY_COUNT_MOST */
} ff_query_kind;

typedef struct ff_query_field {
    const char *name;
    ff_query_kind kind;
    void *to; /* what is read is copied into the arena */
    bool told; /* out */
} ff_query_field;

#define FF_QUERY_WORD_MOST 63
/* What double, and so every page, holds exactly; of bytes eight million gigabytes. */
#define FF_QUERY_COUNT_MOST (INT64_C(1) << 53)

/* Words are ids and numbers: letters, digits, '_' and '.', at most FF_QUERY_WORD_MOST of them.
 * FF_ERR_KEY for a name that is not known, comes twice or has no '='; FF_ERR_VALUE for a value of
 * another kind; where is the name. */
ff_code ff_query_read(const char *query, ff_query_field *fields, size_t count, ff_arena *arena,
                      ff_error *error);

/* ---- the interview's routes (request_interview.c) ---- */

ff_code ff_answer_question(ff_call *call, ff_error *error);
ff_code ff_answer_answer(ff_call *call, ff_error *error);
ff_code ff_answer_answers(ff_call *call, ff_error *error);

/* ---- the trial's routes (request_trial.c) ---- */

ff_code ff_answer_trial(ff_call *call, ff_error *error);
ff_code ff_answer_trial_chart(ff_call *call, ff_error *error);
ff_code ff_answer_trial_plan(ff_call *call, ff_error *error);
ff_code ff_answer_trial_start(ff_call *call, ff_error *error);
ff_code ff_answer_trial_end(ff_call *call, ff_error *error);
ff_code ff_answer_next(ff_call *call, ff_error *error);

/* ---- the body's routes (request_body_care.c) ---- */

ff_code ff_answer_routines(ff_call *call, ff_error *error);
ff_code ff_answer_routine(ff_call *call, ff_error *error);
ff_code ff_answer_routine_picture(ff_call *call, ff_error *error);
ff_code ff_answer_home_tests(ff_call *call, ff_error *error);
ff_code ff_answer_home_test(ff_call *call, ff_error *error);
ff_code ff_answer_home_test_picture(ff_call *call, ff_error *error);
ff_code ff_answer_home_test_result(ff_call *call, ff_error *error);
ff_code ff_answer_pad(ff_call *call, ff_error *error);
ff_code ff_answer_pad_of(ff_call *call, ff_error *error);
ff_code ff_answer_habits(ff_call *call, ff_error *error);
ff_code ff_answer_habits_calendar(ff_call *call, ff_error *error);

/* ---- the routes of sizes, feet and shoes (request_shoes.c) ---- */

ff_code ff_answer_size(ff_call *call, ff_error *error);
ff_code ff_answer_feet(ff_call *call, ff_error *error);
ff_code ff_answer_feet_history(ff_call *call, ff_error *error);
ff_code ff_answer_feet_picture(ff_call *call, ff_error *error);
ff_code ff_answer_feet_keep(ff_call *call, ff_error *error);
ff_code ff_answer_shoes(ff_call *call, ff_error *error);
ff_code ff_answer_shoes_keep(ff_call *call, ff_error *error);
ff_code ff_answer_fit_shoe(ff_call *call, ff_error *error);

/* ---- the lacing's route (request_lace.c) ---- */

ff_code ff_answer_lace(ff_call *call, ff_error *error);

/* ---- the page's language (request_language.c) ---- */

/* *language is the one that was chosen, in the arena; NULL when none was. */
ff_code ff_language_kept(ff_call *call, const char **language, ff_error *error);
ff_code ff_answer_language(ff_call *call, ff_error *error);

/* ---- the plan's routes (request_plan.c) ---- */

ff_code ff_answer_plan(ff_call *call, ff_error *error);
ff_code ff_answer_plan_write(ff_call *call, ff_error *error);
ff_code ff_answer_step(ff_call *call, ff_error *error);

/* ---- the routes of everything that is kept (request_data.c) ---- */

ff_code ff_answer_alive(ff_call *call, ff_error *error);
ff_code ff_answer_data(ff_call *call, ff_error *error);
ff_code ff_answer_copy(ff_call *call, ff_error *error);
ff_code ff_answer_forget(ff_call *call, ff_error *error);

/* Use cases name what was at fault as the command line spells it; here it is named as in a body. */
void ff_error_name_as_key(ff_error *error);

#endif
