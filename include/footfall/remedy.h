/* Remedies: which may be offered, what each is worth, and which comes first.
 *
 * The choice of the next question and the suggestions rest on the same worth.
 */
#ifndef FOOTFALL_REMEDY_H
#define FOOTFALL_REMEDY_H

#include <footfall/assessment.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where seeing someone stands among the changes a runner makes. */
typedef enum ff_visit_place {
    FF_VISITS_FIRST,    /* the causes call for a doctor within days or sooner */
    FF_VISITS_BY_WORTH, /* someone should look at it in due course */
    FF_VISITS_LAST      /* nothing calls for anybody */
} ff_visit_place;

/* What a remedy must suit to be offered. */
typedef struct ff_remedy_terms {
    bool flagged;   /* a flag, or not being sure of one, calls for a doctor within days */
    bool worsening; /* the numbness gets worse from week to week */
    ff_visit_place visits;
} ff_remedy_terms;

/* A remedy in its place. */
typedef struct ff_remedy_rank {
    const ff_remedy *remedy;
    double worth;
    bool helped; /* it was tried, and helped */
} ff_remedy_rank;

/* level: of the triage as a whole; cause_level: what the causes alone call for; fixed: a flag, or
 * not being sure of one, sets the level. */
ff_remedy_terms ff_remedy_terms_at(ff_triage_level level, ff_triage_level cause_level, bool fixed,
                                   bool worsening);

/* Whether a flag leaves no room for anything but acting on it: it is urgent (the same day or
 * sooner), or its knowledge says "alone", for running would harm until someone has looked. */
bool ff_flag_stands_alone(const ff_assessment *assessment);

/* Whether this answer (a finding's id and the id of a level) says that it gets worse. */
bool ff_answer_worsens(const char *finding, const char *level);

/* Sum over causes of chance times effect, over the cost. p: one a cause of the knowledge, 0 to 1.
 */
double ff_remedy_worth(const ff_knowledge *knowledge, const ff_remedy *remedy, const double *p);

/* The remedies to offer, the best first: what helped so far, then by worth; those that failed, that
 * the terms forbid, or that are worth less than a fifth of the best (unless they helped) are left
 * out. ranks has room for every remedy of the knowledge; returns how many were filled in. */
size_t ff_remedies_ranked(const ff_knowledge *knowledge, const ff_case *runner,
                          const ff_remedy_terms *terms, const double *p, ff_remedy_rank *ranks);
/* The first of these alone; NULL when there is none, or more than 128 remedies. */
const ff_remedy *ff_remedy_first(const ff_knowledge *knowledge, const ff_case *runner,
                                 const ff_remedy_terms *terms, const double *p);

#ifdef __cplusplus
}
#endif

#endif
