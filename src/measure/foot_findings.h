/* Findings that measured feet and shoes answer. */
#ifndef FOOTFALL_MEASURE_FOOT_FINDINGS_H
#define FOOTFALL_MEASURE_FOOT_FINDINGS_H

#include "base/arena.h"

#include <footfall/body.h>
#include <footfall/finding.h>
#include <footfall/shoe_fit.h>

/* What the arch is called, by an index that 9 of 10 measurings give within error. */
ff_arch ff_arch_of(double index, double error);

/* What is known of both feet, and how they fit the shoe that is run in. */
typedef struct ff_foot_facts {
    const ff_foot_figure *const (
        *counts)[FF_FOOT_KIND_COUNT]; /* by side; NULL entries: not known */
    const ff_fit_answer *fit;         /* NULL: no shoe was measured */
    const char *shoe;                 /* its name */
    int64_t fit_at_s;                 /* when the newest figure of it was taken */
} ff_foot_facts;

/* What the figures of a home test say, by its measure that was read last: FF_SAID, FF_NOT_SURE where
 * both sides were read and cannot tell, else FF_NOT_ASKED. */
ff_finding ff_foot_finding_of_test(ff_arena *arena, const ff_foot_facts *facts,
                                   const ff_home_test *test);

/* "foot_shape" and "tight_fit": FF_SAID where the figures tell clearly (where 4 of 5 measurings would
 * say the same), else FF_NOT_ASKED with the reason in from, "" where nothing was measured. And what
 * each home test that is read in numbers answers. Fails only with FF_ERR_MEMORY. */
ff_code ff_foot_findings_of(ff_arena *arena, const ff_foot_facts *facts, ff_finding_list *findings,
                            ff_error *error);

#endif
