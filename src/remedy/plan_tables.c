#include "remedy/plan_tables.h"

#include <math.h>

#define COUNT(list)     (sizeof(list) / sizeof *(list))
#define THRICE(session) session, session, session
#define WARM            "5min warm-up; "

/* Nine weeks of the NHS, three runs each (S68): facts as they stand there. */
#define NHS_WEEKS_1_TO_4                                                                           \
    THRICE(WARM "8x(1min run, 90s walk)"),                                                         \
        THRICE(WARM "5x(90s run, 2min walk); 90s run; 1min walk"),                                 \
        THRICE(WARM "2x(90s run, 90s walk, 3min run, 3min walk)"),                                 \
        THRICE(WARM "3min run; 90s walk; 5min run; 150s walk; 3min run; 90s walk; 5min run")
#define NHS_WEEK_5_TO_8_MIN                                                                        \
    WARM "5min run; 3min walk; 5min run; 3min walk; 5min run", WARM "8min run; 5min walk; 8min "   \
                                                                    "run"
#define NHS_WEEKS_7_TO_9                                                                           \
    THRICE(WARM "25min run"), THRICE(WARM "28min run"), THRICE(WARM "30min run")

static const char *const nhs[] = {NHS_WEEKS_1_TO_4,
                                  NHS_WEEK_5_TO_8_MIN,
                                  WARM "20min run",
                                  WARM "5min run; 3min walk; 8min run; 3min walk; 5min run",
                                  WARM "10min run; 3min walk; 10min run",
                                  WARM "25min run",
                                  NHS_WEEKS_7_TO_9};

/* The same without the leap from 8 to 20 unbroken minutes in week 5, nor that from 10 to 25 in week
 * 6: two weeks more (judgement). */
static const char *const nhs_gentle[] = {NHS_WEEKS_1_TO_4,
                                         NHS_WEEK_5_TO_8_MIN,
                                         WARM "10min run; 3min walk; 8min run",
                                         WARM "5min run; 3min walk; 8min run; 3min walk; 5min run",
                                         WARM "10min run; 3min walk; 10min run",
                                         WARM "12min run; 2min walk; 10min run",
                                         WARM "12min run; 2min walk; 12min run",
                                         WARM "15min run; 2min walk; 8min run",
                                         WARM "18min run; 2min walk; 5min run",
                                         WARM "20min run",
                                         WARM "22min run",
                                         WARM "25min run",
                                         NHS_WEEKS_7_TO_9};

/* Return to running A (S128): walking and jogging in turns, every other day, then unbroken. */
#define RETURN_TO_5                                                                                \
    "5x(5min walk, 1min run)", "5x(4min walk, 2min run)", "5x(3min walk, 3min run)",               \
        "5x(2min walk, 4min run)", "5x(1min walk, 5min run)"
#define RETURN_FROM_20 WARM "20min run", WARM "25min run", WARM "28min run", WARM "30min run"

static const char *const after_break[] = {RETURN_TO_5, "3x(1min walk, 10min run)", "20min run",
                                          "25min run", "30min run"};
static const char *const after_break_gentle[] = {RETURN_TO_5, "4x(1min walk, 7min run)",
                                                 "3x(1min walk, 10min run)",
                                                 "2x(1min walk, 15min run)", RETURN_FROM_20};

/* After a bone injury: walking from 10 to 30 minutes first, then 5 minutes of jogging, then up to
 * 30, as S129 has it within 22 days. What lies between these is judgement, and so is the rest day
 * after every one of them: it takes longer here. */
static const char *const after_bone[] = {"10min walk",
                                         "15min walk",
                                         "20min walk",
                                         "25min walk",
                                         "30min walk",
                                         "10min walk; 3min run; 2min walk; 2min run; 8min walk",
                                         "8min walk; 5min run; 3min walk; 3min run; 5min walk",
                                         "5min walk; 8min run; 2min walk; 5min run; 5min walk",
                                         "5min walk; 11min run; 2min walk; 5min run; 3min walk",
                                         "5min walk; 15min run; 5min walk",
                                         "5min walk; 20min run; 3min walk",
                                         "5min walk; 25min run",
                                         "5min walk; 28min run",
                                         "5min walk; 30min run"};

static const ff_plan_table tables[] = {
    {nhs, COUNT(nhs), "S68",
     "Week 5 goes from two times 8 minutes to 20 minutes without a break, two and a half times as "
     "long: "
     "the step most likely to bring trouble (judgement)."},
    {nhs_gentle, COUNT(nhs_gentle), "S68, judgement",
     "This is the NHS programme with its one great leap, from 8 to 20 unbroken minutes in week 5, "
     "spread "
     "over two weeks more; it can be had as it stands, too (--as-published)."},
    {after_break, COUNT(after_break), "S128",
     "It goes from 5 to 10 and from 10 to 20 unbroken minutes, twice as long each time."},
    {after_break_gentle, COUNT(after_break_gentle), "S128, judgement",
     "First walk for 30 minutes with ease. The two steps that double the running are halved here; "
     "it can be had as it stands, too (--as-published)."},
    {after_bone, COUNT(after_bone), "S129, judgement",
     "Pain in one spot of bone: stop, rest a day, and repeat the day before. Pain at rest or at "
     "night: "
     "back to the clinician."}};

const ff_plan_table *ff_plan_table_of(ff_plan_kind kind, bool as_published) {
    switch (kind) {
    case FF_PLAN_BEGINNER:
        return &tables[as_published ? 0 : 1];
    case FF_PLAN_AFTER_BREAK:
        return &tables[as_published ? 2 : 3];
    case FF_PLAN_AFTER_BONE:
        return &tables[4];
    default:
        return NULL;
    }
}

bool ff_plan_galloway(double pace_min_km, double *run_s, double *walk_s) {
    static const struct {
        double min_mile, run_s, walk_s;
    } ratios[] = {{8, 240, 35}, {9, 240, 60}, {10, 180, 60}, {11, 150, 60}, {12, 120, 60},
                  {13, 60, 60}, {14, 30, 30}, {15, 30, 45},  {16, 30, 60}};
    double min_mile = pace_min_km * 1.609344;
    if (!(min_mile >= ratios[0].min_mile - 0.5 &&
          min_mile < ratios[COUNT(ratios) - 1].min_mile + 0.5)) {
        return false;
    }
    size_t i = (size_t)(floor(min_mile + 0.5) - ratios[0].min_mile);
    *run_s = ratios[i].run_s;
    *walk_s = ratios[i].walk_s;
    return true;
}
