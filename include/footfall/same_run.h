/* Whether two recordings are of one run: the rule by which a journal joins them.
 *
 * What can be told from two recordings is how they lie in time, how long and how far they go, and
 * how far their tracks are apart. Copies of one recording agree in all of it to the second and the
 * metre. What a second device of the same runner recorded agrees less well, and about as well as
 * the watch of a friend who ran along: so that is believed only of sources that hold nothing but
 * the runner's own (Apple Health, the list of an account). Two files of devices that are known to
 * be two are never one run by this rule.
 */
#ifndef FOOTFALL_SAME_RUN_H
#define FOOTFALL_SAME_RUN_H

#include <footfall/run.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ff_sameness {
    FF_RUNS_DIFFER,
    FF_RUNS_MAY_BE_ONE, /* to be shown; too little, or something speaks against it */
    FF_RUNS_ARE_ONE
} ff_sameness;

#define FF_SAME_RUN_WHY_SIZE 320

typedef struct ff_same_run {
    ff_sameness sameness;
    bool barred;  /* they are known to be two: further recordings that look like both do not make
                     them one either */
    double apart; /* 0: alike in all; grows as they differ, to choose the nearest of several */
    char why[FF_SAME_RUN_WHY_SIZE]; /* plain words, in the order of the arguments: "same start,
                                       10.02 km and 10.01 km, tracks 4 m apart"; "" when they
                                       differ */
} ff_same_run;

/* The order of the two matters only to the words. The series may be absent; of them time_s and the
 * positions are read. */
void ff_same_run_compare(const ff_run *a, const ff_run *b, ff_same_run *result);

/* Median distance in metres between the two tracks at equal times, b's clock being set forward by
 * shift_s; NAN when they have too little in common to say. */
double ff_track_apart_m(const ff_run *a, const ff_run *b, double shift_s);

/* The longest time between the starts of two recordings that ff_same_run_compare may call one. */
#define FF_SAME_RUN_WINDOW_S 50700

#ifdef __cplusplus
}
#endif

#endif
