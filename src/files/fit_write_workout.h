/* A workout to the bytes of a FIT workout file, as a watch takes it.
 *
 * File id, workout, and a message a step; steps that are done several times are followed by a
 * message that leads back to the first of them. Running is intensity active, walking between is
 * rest, and warming up and cooling down are what they are called.
 *
 * A cadence target stands in the file as strides of one foot, half the steps a minute: FIT counts
 * the cadence of runs so, but no document says it of targets. The note of such a step tells both
 * numbers, so that the runner sees which of them the watch goes by.
 */
#ifndef FOOTFALL_FILES_FIT_WRITE_WORKOUT_H
#define FOOTFALL_FILES_FIT_WRITE_WORKOUT_H

#include <footfall/text.h>
#include <footfall/workout.h>

/* Bytes of the texts in the file, with the NUL; longer ones are cut between characters. The format
 * allows 255. */
#define FF_FIT_WORKOUT_NAME_SIZE  64
#define FF_FIT_WORKOUT_NOTE_SIZE  128 /* of a step */
#define FF_FIT_WORKOUT_ABOUT_SIZE 255 /* what to heed that day */

/* What is refused beyond: no run is longer, and no watch is asked to hold more. */
#define FF_FIT_WORKOUT_MOST_S     (24 * 3600.0)
#define FF_FIT_WORKOUT_MOST_M     200e3
#define FF_FIT_WORKOUT_MOST_TIMES 100
#define FF_FIT_WORKOUT_MOST_STEPS 1000 /* of the file, repeats counted as one each */

/* Adds one whole FIT file to *out. day_s: local midnight of its day as if in UTC. The same workout
 * on the same day gives the same bytes; the serial number, by which a watch tells workouts apart,
 * is another on every other day of 44 years, and on the same day for another workout but for one
 * time in 262,143. Errors: FF_ERR_MEMORY; FF_ERR_VALUE, where naming the step: no step, neither or
 * both of duration and distance, a number out of the bounds above, a cadence outside 60 to 300
 * steps a minute or from a higher to a lower one, a day outside those of FIT (July 1998 to 2126).
 */
ff_code ff_fit_write_workout(const ff_workout *workout, int64_t day_s, ff_text *out,
                             ff_error *error);

/* How many of its texts are longer than the file has room for, and so are cut in it: the name, what
 * to heed that day, and the notes of steps, with the cadence that stands before them. */
size_t ff_fit_workout_cut(const ff_workout *workout);

#endif
