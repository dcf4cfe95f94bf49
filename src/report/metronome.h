/* A metronome track: a click at every step, as a sound file (WAV: RIFF, PCM, 16 bits, one channel).
 *
 * Click k sounds at the sample nearest to k steps, reckoned from the beginning, so that nothing
 * drifts; through a pause the count goes on. Left and right differ a little in pitch.
 */
#ifndef FOOTFALL_REPORT_METRONOME_H
#define FOOTFALL_REPORT_METRONOME_H

#include <footfall/error.h>

#include <stddef.h>
#include <stdint.h>

#define FF_METRONOME_RATE     8000 /* samples a second */
#define FF_METRONOME_MOST_MIN 90.0 /* 86 MB */
#define FF_METRONOME_FADE     8 /* clicks in which it becomes as loud as it gets, after every pause */
#define FF_METRONOME_HEADER   44 /* bytes before the samples */

typedef struct ff_metronome {
    double spm;             /* 100 to 300 */
    double minutes;         /* above 0, at most FF_METRONOME_MOST_MIN */
    double on_min, off_min; /* it sounds and rests in turns; off 0: it never rests */
} ff_metronome;

/* Called with the bytes one after the other; not FF_OK ends it. */
typedef ff_code ff_metronome_sink(void *user, const void *data, size_t size, ff_error *error);

/* FF_ERR_VALUE: a number out of its bounds. Else the sink's. */
ff_code ff_metronome_write(const ff_metronome *metronome, ff_metronome_sink *sink, void *user,
                           ff_error *error);

/* The sample at which click k (from 0) begins, and whether it sounds. */
int64_t ff_metronome_click(const ff_metronome *metronome, int64_t k);
int ff_metronome_loudness(const ff_metronome *metronome,
                          int64_t k); /* 0: it rests; else 1 to FADE */

#endif
