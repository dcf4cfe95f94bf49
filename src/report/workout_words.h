/* A workout in words that anyone reads. */
#ifndef FOOTFALL_REPORT_WORKOUT_WORDS_H
#define FOOTFALL_REPORT_WORKOUT_WORDS_H

#include "base/arena.h"

#include <footfall/text.h>
#include <footfall/workout.h>

/* "4 min", "1 min 30 s", "45 s"; "1.5 km", "400 m". */
void ff_words_duration(ff_text *out, double duration_s);
void ff_words_distance(ff_text *out, double distance_m);

/* A line a step: "5 min easy walk to warm up", "6 times over:", "  4 min run at 170 to 178 steps a
 * minute". Lines end with a newline. */
void ff_workout_lines(const ff_workout *workout, ff_text *out);

/* The same in one line: "5 min easy walk to warm up; 6 times over: 4 min run, 1 min walk". */
void ff_workout_sentence(const ff_workout *workout, ff_text *out);

/* The plan's own name, or "Your plan". */
const char *ff_words_plan_name(const ff_plan *plan);

/* "Wed 3 Jun"; of a local time. */
const char *ff_words_day(int64_t day_s, ff_arena *arena);

#endif
