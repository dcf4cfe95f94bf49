#include "app/shoes.h"

#include "app/sock.h"
#include "base/nearest.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LINER_SHORTER_MM 2.5

static ff_code not_found(const ff_shoe_list *shoes, const char *word, ff_error *error) {
    ff_nearest nearest = {.wanted = word};
    char did_you_mean[256];
    for (size_t i = 0; i < shoes->count; i++) {
        ff_nearest_offer(&nearest, shoes->items[i].name);
    }
    ff_nearest_text(&nearest, did_you_mean, sizeof did_you_mean);
    return ff_fail(error, FF_ERR_NOT_FOUND, "shoe", FF_NO_OFFSET,
                   "there is no shoe \"%.60s\".%s 'shoe' lists them", word, did_you_mean);
}

/* Of "3" or "#3"; 0: it is no number. */
static int64_t number_of(const char *word) {
    const char *digits = *word == '#' ? word + 1 : word;
    char *end;
    errno = 0;
    long long number = strtoll(digits, &end, 10);
    bool whole = *digits >= '0' && *digits <= '9' && *end == '\0' && errno == 0;
    return whole && number > 0 ? number : 0;
}

ff_code ff_shoe_find(ff_app *app, ff_arena *arena, const char *word, ff_shoe *shoe,
                     ff_error *error) {
    ff_shoe_list shoes;
    ff_code code = ff_journal_shoes(app->journal, arena, &shoes, error);
    if (code != FF_OK) {
        return code;
    }
    for (size_t i = 0; i < shoes.count; i++) {
        if (strcasecmp(shoes.items[i].name, word) == 0) {
            *shoe = shoes.items[i];
            return FF_OK;
        }
    }
    int64_t number = number_of(word);
    for (size_t i = 0; i < shoes.count && number > 0; i++) {
        if (shoes.items[i].id == number) {
            *shoe = shoes.items[i];
            return FF_OK;
        }
    }
    return not_found(&shoes, word, error);
}

static const ff_shoe *in_use(const ff_shoe_list *shoes, const char *name) {
    for (size_t i = 0; i < shoes->count; i++) {
        if (strcmp(shoes->items[i].name, name) == 0 && shoes->items[i].retired_at_s == 0) {
            return &shoes->items[i];
        }
    }
    return NULL;
}

/* The shoe in use whose inside was measured last. */
static const ff_shoe *measured_last(const ff_shoe_list *shoes, const ff_shoe_figure_list *figures) {
    const ff_shoe *found = NULL;
    int64_t newest = 0;
    for (size_t i = 0; i < figures->count; i++) {
        const ff_shoe_figure *f = &figures->items[i];
        for (size_t k = 0; k < shoes->count && f->kind == FF_SHOE_INNER_LENGTH; k++) {
            const ff_shoe *shoe = &shoes->items[k];
            if (shoe->id == f->shoe_id && shoe->retired_at_s == 0 && f->id > newest) {
                newest = f->id;
                found = shoe;
            }
        }
    }
    return found;
}

ff_code ff_shoe_in_use(ff_app *app, ff_arena *arena, const ff_history *history, bool or_measured,
                       ff_shoe *shoe, bool *found, ff_error *error) {
    ff_shoe_list shoes;
    ff_shoe_figure_list figures = {0};
    const ff_shoe *last = NULL;
    *found = false;
    ff_code code = ff_journal_shoes(app->journal, arena, &shoes, error);
    for (size_t i = history->count; code == FF_OK && i-- > 0 && last == NULL;) {
        last = history->runs[i].shoe != NULL ? in_use(&shoes, history->runs[i].shoe) : NULL;
    }
    if (code == FF_OK && last == NULL && or_measured) {
        code = ff_journal_shoe_figures(app->journal, arena, 0, &figures, error);
        last = code == FF_OK ? measured_last(&shoes, &figures) : NULL;
    }
    if (code == FF_OK && last != NULL) {
        *shoe = *last;
        *found = true;
    }
    return code;
}

static void set_worn_with(ff_shoe_facts *facts) {
    const ff_shoe_figure *sock = facts->counts[FF_SHOE_SOCK];
    const ff_shoe_figure *insole = facts->counts[FF_SHOE_INSOLE];
    const char *name = facts->labels[FF_SHOE_USUAL_SOCK];
    facts->sock = ff_sock_medium;
    facts->sock_known = true;
    if (sock != NULL) {
        facts->sock = (ff_measure){sock->value, sock->error};
    } else {
        facts->sock_known = name != NULL && ff_sock_of_name(name, &facts->sock);
    }
    if (insole != NULL) {
        facts->insole = (ff_measure){insole->value, insole->error};
    }
}

ff_code ff_shoe_facts_read(ff_app *app, ff_arena *arena, int64_t shoe_id, ff_shoe_facts *facts,
                           ff_error *error) {
    ff_shoe_figure_list figures;
    ff_shoe_label_list labels;
    *facts = (ff_shoe_facts){0};
    ff_code code = ff_journal_shoe_figures(app->journal, arena, shoe_id, &figures, error);
    if (code == FF_OK) {
        code = ff_journal_shoe_labels(app->journal, arena, shoe_id, &labels, error);
    }
    if (code != FF_OK) {
        return code;
    }
    for (size_t i = 0; i < figures.count; i++) {
        const ff_shoe_figure *f = &figures.items[i];
        facts->counts[f->kind] = f;
        facts->newest_s = f->said_at_s > facts->newest_s ? f->said_at_s : facts->newest_s;
    }
    for (size_t i = 0; i < labels.count; i++) {
        facts->labels[labels.items[i].kind] = labels.items[i].words;
    }
    set_worn_with(facts);
    return FF_OK;
}

ff_fit_measures ff_shoe_measures(const ff_shoe_facts *facts) {
    static const ff_shoe_kind kinds[FF_FIT_LEVEL_COUNT] = {FF_SHOE_INNER_LENGTH, FF_SHOE_BALL_WIDTH,
                                                           FF_SHOE_WIDTH_80, FF_SHOE_WIDTH_88,
                                                           FF_SHOE_WIDTH_94};
    ff_fit_measures measures;
    for (int level = 0; level < FF_FIT_LEVEL_COUNT; level++) {
        const ff_shoe_figure *f = facts->counts[kinds[level]];
        ff_measure *m = &measures.at[level];
        *m = f != NULL ? (ff_measure){f->value, f->error} : (ff_measure){(double)NAN, (double)NAN};
        if (f != NULL && level == FF_FIT_LENGTH && f->method == FF_SHOE_BY_SOCKLINER) {
            m->mm += LINER_SHORTER_MM;
            m->error_mm = hypot(m->error_mm, LINER_SHORTER_MM);
        }
    }
    return measures;
}
