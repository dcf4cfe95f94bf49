#include "remedy/plan_days.h"

#include <limits.h>
#include <stddef.h>

static int bits(unsigned set) {
    int count = 0;
    for (; set > 0; set >>= 1) {
        count += (int)(set & 1);
    }
    return count;
}

/* How many days of the set have their neighbour in it. */
static int neighbours(unsigned set) {
    return bits(set & ((set << 1 | set >> 6) & 127u));
}

/* The least even sets have the longest gap; and the later in the week, the more of a week end. */
static int evenness(unsigned set) {
    int gap = 0, longest = 0;
    for (int day = 0; day < 14; day++) {
        gap = set >> (day % 7) & 1 ? 0 : gap + 1;
        longest = gap > longest ? gap : longest;
    }
    return -longest;
}

bool ff_plan_choose_days(const int usual[7], const bool suit[7], int count, bool adjacent,
                         bool days[7]) {
    unsigned allowed = 0, chosen = 0;
    for (int day = 0; day < 7; day++) {
        allowed |= suit[day] ? 1u << day : 0;
    }
    allowed = allowed == 0 ? 127u : allowed;
    long best = LONG_MIN;
    for (unsigned set = 1; set < 128; set++) {
        if ((set & ~allowed) != 0 || bits(set) != count || (!adjacent && neighbours(set) > 0)) {
            continue;
        }
        long score = -100000L * neighbours(set) + 10L * evenness(set) + (long)(set >> 5 & 1);
        for (int day = 0; day < 7; day++) {
            score += set >> day & 1 ? 100L * usual[day] : 0;
        }
        if (score > best) {
            best = score;
            chosen = set;
        }
    }
    for (int day = 0; day < 7; day++) {
        days[day] = chosen >> day & 1;
    }
    return chosen != 0;
}
