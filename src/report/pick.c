#include "report/pick.h"

#include <string.h>

const ff_cause_result *ff_pick_result(const ff_assessment *assessment, const ff_cause *cause) {
    cause = cause->form_of ? cause->form_of : cause;
    for (size_t i = 0; i < assessment->cause_count; i++) {
        if (assessment->causes[i].cause == cause) {
            return &assessment->causes[i];
        }
    }
    return NULL;
}

/* How far one way moves a cause in a direction. */
static double moved(const ff_cause_result *result, const ff_otherwise *way, int direction) {
    return direction * (way->p[result->cause->index] - result->p);
}

/* Puts a way into its place among the picks, which are in order. Returns how many there are. */
static size_t insert(const ff_cause_result *result, const ff_otherwise *way, int direction,
                     const ff_otherwise **picks, size_t count, size_t most) {
    size_t at = count;
    while (at > 0 && moved(result, picks[at - 1], direction) < moved(result, way, direction)) {
        at--;
    }
    if (at == most) {
        return count;
    }
    count += count < most;
    for (size_t i = count - 1; i > at; i--) {
        picks[i] = picks[i - 1];
    }
    picks[at] = way;
    return count;
}

size_t ff_pick_movers(const ff_assessment *assessment, const ff_cause_result *result, int direction,
                      const ff_otherwise **picks, size_t most) {
    const ff_otherwise_list *list = &assessment->if_answered;
    size_t count = 0;
    for (size_t i = 0; i < list->count;) {
        const ff_otherwise *best = &list->items[i];
        const ff_fact *fact = best->fact;
        for (; i < list->count && list->items[i].fact == fact; i++) {
            const ff_otherwise *way = &list->items[i];
            best = moved(result, way, direction) > moved(result, best, direction) ? way : best;
        }
        if (moved(result, best, direction) > 0) {
            count = insert(result, best, direction, picks, count, most);
        }
    }
    return count;
}

/* --- evidence -------------------------------------------------------------------------------- */

size_t ff_pick_evidence_count(const ff_cause_result *result) {
    return result->speaks_for.count + result->speaks_against.count + result->hardly_speaks.count;
}

const ff_evidence *ff_pick_evidence(const ff_cause_result *result, size_t i) {
    const ff_evidence_list *lists[] = {&result->speaks_for, &result->speaks_against,
                                       &result->hardly_speaks};
    size_t l = 0;
    for (; l < 2 && i >= lists[l]->count; l++) {
        i -= lists[l]->count;
    }
    return &lists[l]->items[i];
}

/* Squares of all doubts, of both ends. */
static double all_doubt(const ff_cause_result *result) {
    double sum = result->prior_doubt_low * result->prior_doubt_low +
                 result->prior_doubt_high * result->prior_doubt_high;
    for (size_t i = 0; i < ff_pick_evidence_count(result); i++) {
        double one = ff_pick_evidence(result, i)->doubt;
        sum += 2 * one * one;
    }
    return sum;
}

double ff_pick_prior_share(const ff_cause_result *result) {
    double all = all_doubt(result);
    return all > 0 ? (result->prior_doubt_low * result->prior_doubt_low +
                      result->prior_doubt_high * result->prior_doubt_high) /
                         all
                   : 0;
}

double ff_pick_answer_share(const ff_cause_result *result, const ff_evidence *evidence) {
    double all = all_doubt(result);
    return all > 0 ? 2 * evidence->doubt * evidence->doubt / all : 0;
}

bool ff_pick_is_silent(const ff_cause_result *result, const ff_otherwise *way) {
    bool silent = way->fact && !way->answer;
    for (size_t i = 0; silent && i < ff_pick_evidence_count(result); i++) {
        silent = strcmp(ff_pick_evidence(result, i)->finding, way->fact->id) != 0;
    }
    return silent;
}

static bool names(const ff_basis *basis, const ff_source *source) {
    for (size_t i = 0; i < basis->source_count; i++) {
        if (basis->sources[i] == source) {
            return true;
        }
    }
    return false;
}

bool ff_pick_uses_source(const ff_cause_result *result, const ff_source *source) {
    bool used = names(&result->form->prior_basis, source);
    for (size_t i = 0; !used && i < ff_pick_evidence_count(result); i++) {
        used = names(ff_pick_evidence(result, i)->basis, source);
    }
    return used;
}
