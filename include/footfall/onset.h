/* An onset: when numbness began in a run, as a measurement.
 *
 * Times are running time on the watch's timer, pauses left out, in seconds from the start;
 * distances are metres from the start. An end that is not known is NAN.
 */
#ifndef FOOTFALL_ONSET_H
#define FOOTFALL_ONSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ff_onset_kind {
    FF_ONSET_EXACT,    /* began at from_s (= to_s) */
    FF_ONSET_INTERVAL, /* began between from_s and to_s */
    FF_ONSET_AT_START, /* was there from the first step (left-censored) */
    FF_ONSET_NONE,     /* did not come by the end of the run (right-censored) */
    FF_ONSET_SOMETIME  /* came, nobody knows when */
} ff_onset_kind;

const char *ff_onset_kind_name(ff_onset_kind kind); /* "exact", "interval", "at_start", "none", "sometime" */
int ff_onset_kind_of_name(const char *name);        /* the kind, or -1 */

/* What it felt like; several may be true of one run. It is kept and told, and weighed in nothing: that
 * a run burned is no answer to the questions about burning, which ask of more than one run. */
typedef enum ff_feeling {
    FF_FEELING_NUMB,
    FF_FEELING_TINGLING,
    FF_FEELING_BURNING,
    FF_FEELING_COLD,
    FF_FEELING_PAIN,
    FF_FEELING_COUNT
} ff_feeling;

#define FF_FEELINGS_SIZE 48 /* of the longest text of feelings, with its end */

const char *ff_feeling_name(ff_feeling feeling); /* "numb", "tingling", "burning", "cold", "pain" */

/* The feelings of a text as bits, 1 << ff_feeling: names in any order, with commas or blanks between;
 * capitals do not matter. 0 for an empty text, -1 when a word is none of them. */
int ff_feelings_of_text(const char *text);
/* The names of these bits in their order, between being what stands between two: "numb,burning". */
void ff_feelings_text(int feelings, const char *between, char text[FF_FEELINGS_SIZE]);

typedef struct ff_onset {
    int64_t id;
    int64_t run_id;
    ff_onset_kind kind;
    double from_s, to_s;
    double from_m, to_m;
    double gone_s; /* when it was gone again, the timer being taken to go on after the run: what
                      lies beyond the run's duration is so long after its end. Not before to_s; NAN
                      when not said, and always with FF_ONSET_NONE */
    bool coming; /* the run was ended because it was felt coming; only with FF_ONSET_NONE */
    const char *sites; /* foot regions, "L:TP3,TP4 R:TP3"; "" when not said */
    int strength;      /* 0 to 10; -1 when not said */
    int feelings;      /* bits, 1 << ff_feeling; 0 when not said, and always with FF_ONSET_NONE */
    const char *said_by; /* "runner", "watch" */
    const char *from;    /* what it was taken from: "typed", "lap 3" */
    int64_t said_at_s;   /* UTC seconds */
} ff_onset;

/* Nothing is said: some time, of which nothing is known (FF_ONSET_SOMETIME, times and distances NAN), no
 * strength, empty texts. An onset that begins with zeros instead would be gone at the start. */
void ff_onset_init(ff_onset *onset);

typedef struct ff_onset_list {
    ff_onset *items;
    size_t count;
} ff_onset_list;

#ifdef __cplusplus
}
#endif

#endif
