/* Shoes as the journal has them: by what they are called, and what was measured of one. */
#ifndef FOOTFALL_APP_SHOES_H
#define FOOTFALL_APP_SHOES_H

#include "app/feet.h"
#include "app/history.h"

/* The longest name of a shoe, and the longest word for what it is worn with, in bytes. */
#define FF_SHOE_NAME_MOST 120

/* By its name, else by its number ("3", "#3"). FF_ERR_NOT_FOUND names what is like it. */
ff_code ff_shoe_find(ff_app *app, ff_arena *arena, const char *word, ff_shoe *shoe,
                     ff_error *error);

/* The shoe in use that was run in last. or_measured: where there is none, the one measured last.
 * *found false: there is none. */
ff_code ff_shoe_in_use(ff_app *app, ff_arena *arena, const ff_history *history, bool or_measured,
                       ff_shoe *shoe, bool *found, ff_error *error);

/* All that is known of one shoe beside its runs. */
typedef struct ff_shoe_facts {
    const ff_shoe_figure *counts[FF_SHOE_KIND_COUNT]; /* NULL: not known */
    const char *labels[FF_SHOE_LABEL_COUNT];          /* NULL: not said */
    ff_measure sock; /* its own thickness, else by its name, else a medium one */
    bool sock_known;
    ff_measure insole; /* 0 where nothing was said */
    int64_t newest_s;  /* when the newest figure was taken; 0: none */
} ff_shoe_facts;

ff_code ff_shoe_facts_read(ff_app *app, ff_arena *arena, int64_t shoe_id, ff_shoe_facts *facts,
                           ff_error *error);

/* What fit is judged by. A sockliner is 0 to 5 mm shorter than the shoe's inside (judgement): 2.5
 * are added, and the error says so. */
ff_fit_measures ff_shoe_measures(const ff_shoe_facts *facts);

#endif
