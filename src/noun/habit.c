#include <footfall/habits.h>

const char *ff_habit_state_name(ff_habit_state state) {
    static const char *const names[] = {"unknown", "fits", "act"};
    return state <= FF_HABIT_ACT ? names[state] : names[FF_HABIT_UNKNOWN];
}
