/* How each habit stands. */
#ifndef FOOTFALL_REMEDY_HABITS_H
#define FOOTFALL_REMEDY_HABITS_H

#include "base/arena.h"

#include <footfall/habits.h>

/* standings: one a habit of the knowledge, in its order; their texts live in the arena. A failure
 * shows there. */
void ff_habits_judge(const ff_knowledge *knowledge, const ff_habit_facts *facts, ff_arena *arena,
                     ff_habit_standing *standings);

#endif
