/* Gait: what is usual at a speed, and how far runners lie about it.
 *
 * Measured on the watch data of 30 runs with running dynamics and on lab means (DOSSIER of the
 * evidence, section 5): class c, every one. None is a limit that anybody ought to keep.
 */
#ifndef FOOTFALL_MEASURE_GAIT_H
#define FOOTFALL_MEASURE_GAIT_H

/* Between these speeds the relations were looked at. */
#define FF_GAIT_SLOWEST_MPS 1.9
#define FF_GAIT_FASTEST_MPS 6.0

#define FF_CADENCE_SD_SPM     8.0  /* from runner to runner, at one speed */
#define FF_CADENCE_HEIGHT_SPM 0.45 /* fewer for each cm of height above the mean */
#define FF_STANCE_SD          0.108 /* of ground contact as watches tell it, as a share: 28 of 259 ms */
/* What a watch that was never compared with another measure may be off by, the same on all its
 * runs: 6.5 cm at 3 m/s is 21.7 ms. Two devices differed by -26 to +57 ms on the same run. */
#define FF_STANCE_DEVICE_SD_MS 21.7
/* Share of the stride a foot is on the ground (35.7 +- 3.7 %): what is left of that spread, as a
 * share of the mean, when the device's is taken off: sqrt((3.7/35.7)^2 - (21.7/259)^2). */
#define FF_DUTY_SD 0.061
/* What the way of the heel misses by even with true ground contact. */
#define FF_HEEL_SD_CM 1.2

/* Steps a minute, 162 + 10.4 (v - 3). */
double ff_usual_cadence(double speed_mps);

/* Ground contact in ms: 259 at 3 m/s, and about 40 less for each m/s (lab means, +- 15 %). */
double ff_usual_stance(double speed_mps);

/* How far ahead of the pelvis the heel lands, in cm: the way of the body while the foot is down,
 * less what lies behind at toe-off (21 + 4.8 v) and the length of a foot (26.6). */
double ff_heel_ahead(double speed_mps, double stance_ms);

#endif
