/* A programme of shorter, quicker steps: more steps a minute at the same speed, from the runner's
 * own.
 *
 * Never a number for all: 5 to 10 % more than one's own lowered the load on knee and hip (S50),
 * changed the foot's angle at landing (S118), and was never studied for numbness. The weeks are
 * judgement (after the feedback that fades of R13); a number that is not known is NAN.
 */
#ifndef FOOTFALL_STEP_H
#define FOOTFALL_STEP_H

#include <footfall/workout.h>

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FF_STEP_LEAST_SPM  120.0 /* of both feet; beyond these it is no running, or of one foot */
#define FF_STEP_MOST_SPM   220.0
#define FF_STEP_LEAST_RUNS 4 /* fewer do not tell a step rate */
#define FF_STEP_MOST_WEEKS 8
#define FF_STEP_WIDTH_SPM  2.0 /* to either side of the target on the watch */

/* The runner's own step rate at one speed. */
typedef struct ff_step_speed {
    double speed_mps;
    double cadence_spm;
    double minutes; /* behind it */
    size_t runs;
} ff_step_speed;

typedef struct ff_step_speed_list {
    ff_step_speed *items; /* the slowest first */
    size_t count;
    double cadence_spm; /* of all that time, or at the speed that was chosen; NAN: the runs do not tell */
    double speed_mps;   /* of that */
    size_t runs;
} ff_step_speed_list;

typedef enum ff_step_part {
    FF_STEP_ROUNDS, /* some rounds of the run */
    FF_STEP_HALF,   /* half of it */
    FF_STEP_ALL
} ff_step_part;

typedef struct ff_step_week {
    int week;                 /* from 1 */
    double more;              /* share above the runner's own: 0.05 */
    double low_spm, high_spm; /* of the usual speed, whole steps */
    ff_step_part part;
    int rounds;       /* of FF_STEP_ROUNDS */
    double round_min; /* likewise */
    double on_min,
        off_min; /* how long the metronome sounds and rests in turns; off 0: it does not rest */
    ff_workout workout; /* an easy run of 40 minutes with it */
} ff_step_week;

typedef struct ff_step_programme {
    double cadence_spm; /* the runner's own */
    ff_step_week weeks[FF_STEP_MOST_WEEKS];
    size_t count;
} ff_step_programme;

#ifdef __cplusplus
}
#endif

#endif
