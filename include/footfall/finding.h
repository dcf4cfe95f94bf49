/* A finding: one fact that speaks for or against a cause, in one of four states.
 *
 * Missing is never negative: "not sure" and "not asked" are no evidence at all.
 */
#ifndef FOOTFALL_FINDING_H
#define FOOTFALL_FINDING_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ff_answer_state {
    FF_NOT_ASKED, /* nobody asked, or the question was skipped */
    FF_NOT_SURE,
    FF_SAID /* value holds "yes", "no", or the id of a level */
} ff_answer_state;

/* `from` of an answer that was given although the runs tell otherwise: it counts, not the runs. */
#define FF_FROM_OVERRIDE "typed, instead of what the runs say"

typedef struct ff_finding {
    const char *id; /* of knowledge/: "onset_time", "relief_lace", "rf_saddle" */
    ff_answer_state state;
    const char *value;   /* "yes", "no", a level's id such as "15_30"; NULL unless FF_SAID */
    const char *said_by; /* "runner", "watch", "measurement", "clinician"; "footfall": it
                            follows from what was said elsewhere, `from` says where */
    const char *from;    /* what it rests on, in plain words: "typed", "12 runs", "the drawing" */
    int64_t said_at_s;   /* UTC seconds; 0 when not known */
} ff_finding;

typedef struct ff_finding_list {
    ff_finding *items;
    size_t count;
} ff_finding_list;

#ifdef __cplusplus
}
#endif

#endif
