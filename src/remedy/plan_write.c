#include "remedy/plan_write.h"

#include "base/civil.h"
#include "base/number.h"
#include "remedy/plan_days.h"
#include "remedy/plan_session.h"
#include "remedy/plan_standing.h"
#include "remedy/plan_tables.h"
#include "remedy/plan_text.h"

#include <math.h>
#include <string.h>

#define DAY_S FF_PLAN_DAY_S

/* All judgement. */
#define RETURN_DAYS     90 /* numbness longer ago is no reason to return from */
#define BUILD_FROM_MIN  15.0
#define UNBROKEN_MIN    30.0 /* who runs so long without numbness needs no walk breaks */
#define SHORT_MIN       20.0
#define NUMB_STAGE      3 /* 4 minutes of running, 1 of walking */
#define EASIER_EVERY    4 /* weeks */
#define EASIER_SHARE    0.75
#define SHORT_RUN_SHARE 0.7 /* of the week's long run */
#define TAPER_DAYS      7
#define MOST_AHEAD_DAYS 366
#define HAIR            (1.0 / 120)
#define TABLE_GOAL_MIN  30.0
#define MOST_A_WEEK     6

static const char easier_note[] = "An easier week: shorter on purpose. Let it be easy.";
static const char repeat_note[] = "A week that repeats the last one, so that you get used to it.";
static const char taper_note[] = "The last week before the day: short and easy.";

typedef struct {
    ff_arena *arena;
    ff_error *error;
    const ff_plan_runner *runner;
    ff_plan_standing standing;
    ff_plan_wish wish;
    int64_t today_s;
    int64_t from_s; /* the first planned day: weeks are counted from it */
    bool days[7];
    int long_day; /* weekday of the week's long run */

    ff_plan_gate gate;
    ff_planned_run *runs;
    size_t count;
    double longest_min;
    bool reached, capped;
} writer;

/* ---- what can be said ---- */

static ff_code refuse(const writer *w, const char *where, const char *words) {
    return ff_fail(w->error, FF_ERR_VALUE, where, FF_NO_OFFSET, "%s", words);
}

static const char *date(int64_t day_s, char buffer[FF_ISO_SIZE]) {
    ff_iso_date(day_s, buffer);
    return buffer;
}

ff_plan_kind ff_plan_kind_for(const ff_plan_standing *s, int64_t today_s) {
    if (s->longest_min < BUILD_FROM_MIN) {
        return FF_PLAN_BEGINNER;
    }
    bool numb = !isnan(s->last_numb_min) && today_s - s->last_numb_day_s <= RETURN_DAYS * DAY_S;
    return numb ? FF_PLAN_RETURN : FF_PLAN_BUILD;
}

/* ---- the wish ---- */

static int marked(const bool days[7]) {
    int count = 0;
    for (int day = 0; day < 7; day++) {
        count += days[day];
    }
    return count;
}

static int most_a_week(const writer *w) {
    int usual = (int)floor(w->standing.runs_a_week + 0.5);
    usual = usual < MOST_A_WEEK ? usual : MOST_A_WEEK;
    return usual > FF_PLAN_WITHOUT_OFTEN ? usual : FF_PLAN_WITHOUT_OFTEN;
}

static bool runs_often(const writer *w) {
    return w->standing.runs_a_week >= FF_PLAN_OFTEN_A_WEEK;
}

static ff_code fill_often(writer *w) {
    int most = most_a_week(w), given = marked(w->wish.days);
    if (w->wish.per_week == 0) {
        int own = (int)floor(w->standing.runs_a_week + 0.5);
        int usual = own >= FF_PLAN_OFTEN_A_WEEK ? most : FF_PLAN_WITHOUT_OFTEN;
        w->wish.per_week = given > 0 ? given : usual;
    }
    if (w->wish.per_week > most || w->wish.per_week < 1) {
        return ff_fail(
            w->error, FF_ERR_VALUE, given > 0 ? "days" : "per-week", FF_NO_OFFSET,
            "%d runs a week are not planned: you ran %s a week in the last four weeks, and with a "
            "day of rest where it is needed 1 to %d are possible",
            w->wish.per_week, FF_FIXED(w->standing.runs_a_week, 1), most);
    }
    return FF_OK;
}

static ff_code choose_days(writer *w) {
    const int *usual = w->standing.usual_days;
    int count = w->wish.per_week;
    if (ff_plan_choose_days(usual, w->wish.days, count, false, w->days) ||
        (runs_often(w) && ff_plan_choose_days(usual, w->wish.days, count, true, w->days))) {
        w->long_day = -1;
        for (int day = 0; day < 7; day++) {
            w->long_day =
                w->days[day] ? day : w->long_day; /* Sunday, else Saturday, else the last */
        }
        return FF_OK;
    }
    int possible = count;
    while (possible > 0 &&
           !ff_plan_choose_days(usual, w->wish.days, possible, runs_often(w), w->days)) {
        possible--;
    }
    return ff_fail(
        w->error, FF_ERR_VALUE, "days", FF_NO_OFFSET,
        "on these days %d runs a week have no day of rest between them: %d a week %s possible on "
        "them, or give other days",
        count, possible, possible == 1 ? "is" : "are");
}

static ff_code fill_start(writer *w) {
    char today[FF_ISO_SIZE];
    if (w->wish.first_day_s == 0) {
        w->wish.first_day_s = w->today_s;
    } else if (w->wish.first_day_s < w->today_s) {
        return ff_fail(w->error, FF_ERR_VALUE, "start", FF_NO_OFFSET,
                       "that day is past: a plan can start today, %s, or later",
                       date(w->today_s, today));
    } else if (w->wish.first_day_s - w->today_s > MOST_AHEAD_DAYS * DAY_S) {
        return refuse(
            w, "start",
            "that is more than a year away: what you can run then depends on the runs until "
            "then, so write the plan when it is nearer");
    }
    const ff_done_run_list *done = &w->runner->done;
    int64_t first_s = w->wish.first_day_s;
    for (size_t i = done->count; i-- > 0;) {
        if (done->items[i].day_s <= w->today_s) {
            int64_t rest_s = done->items[i].day_s + (runs_often(w) ? 1 : 2) * DAY_S;
            first_s = first_s < rest_s ? rest_s : first_s;
            break;
        }
    }
    while (!w->days[ff_weekday_of(first_s)]) {
        first_s += DAY_S;
    }
    w->from_s = first_s;
    return FF_OK;
}

static double longest_of_half_a_year(const writer *w) {
    double longest = 0;
    for (size_t i = 0; i < w->runner->done.count; i++) {
        const ff_done_run *run = &w->runner->done.items[i];
        bool near = w->today_s - run->day_s <= FF_PLAN_LOOK_BACK_DAYS * DAY_S;
        longest = near && run->minutes > longest ? run->minutes : longest;
    }
    return longest;
}

static double usual_goal(const writer *w) {
    if (ff_plan_walks_first(w->wish.kind)) {
        return TABLE_GOAL_MIN;
    }
    if (w->wish.kind == FF_PLAN_RETURN) {
        return longest_of_half_a_year(w);
    }
    return w->standing.longest_min < 30   ? 30
           : w->standing.longest_min < 60 ? 60
                                          : w->standing.longest_min * 1.25;
}

static ff_code check_goal(const writer *w) {
    const ff_plan_wish *wish = &w->wish;
    char day[FF_ISO_SIZE];
    if (wish->goal_day_s != 0 && wish->goal_day_s <= w->today_s) {
        return ff_fail(w->error, FF_ERR_VALUE, "goal", FF_NO_OFFSET,
                       "%s is not ahead: give a day to come", date(wish->goal_day_s, day));
    }
    if (wish->goal_day_s - w->today_s > MOST_AHEAD_DAYS * DAY_S) {
        return refuse(w, "goal",
                      "that is more than a year away: give a nearer day, and plan on from there");
    }
    if (ff_plan_walks_first(wish->kind) && wish->goal_min > TABLE_GOAL_MIN) {
        return refuse(
            w, "goal",
            "this programme leads to 30 minutes of running; from there 'plan --kind build' "
            "goes on to more");
    }
    if (wish->goal_min < FF_PLAN_LEAST_MIN || wish->goal_min > FF_PLAN_MOST_MIN) {
        return refuse(w, "goal", "a goal has 10 to 600 minutes");
    }
    return FF_OK;
}

static ff_code fill_goal(writer *w) {
    bool said = !isnan(w->wish.goal_min);
    if (!said) {
        w->wish.goal_min = fmin(usual_goal(w), FF_PLAN_MOST_MIN);
    }
    ff_code code = check_goal(w);
    bool there = w->standing.longest_min >= w->wish.goal_min - HAIR &&
                 w->standing.level_min >= w->wish.goal_min - HAIR;
    if (code == FF_OK && there && w->wish.weeks == 0 && w->wish.goal_day_s == 0 &&
        !ff_plan_walks_first(w->wish.kind)) {
        return ff_fail(w->error, FF_ERR_VALUE, "goal", FF_NO_OFFSET,
                       "you are there: your longest run of the last 30 days has %s minutes. Give a "
                       "longer goal, or "
                       "a number of weeks to stay there",
                       FF_FIXED(w->standing.longest_min, 0));
    }
    return code;
}

/* ---- whether there is anything to write ---- */

static ff_code check_kind(const writer *w) {
    const ff_plan_standing *s = &w->standing;
    ff_plan_kind kind = w->wish.kind;
    if (kind == FF_PLAN_OWN) {
        return refuse(w, "kind", "a plan of your own comes as text: 'plan --from FILE'");
    }
    if (!ff_plan_walks_first(kind) && s->longest_min < FF_PLAN_LEAST_MIN) {
        return refuse(
            w, "kind",
            "there is no run of 10 minutes in the last 30 days to start from: 'plan --kind "
            "beginner' begins with walking");
    }
    if (kind == FF_PLAN_RETURN && isinf(s->level_min)) {
        return refuse(
            w, "kind",
            "no run of the last half year is marked numb, so there is nothing to return from: "
            "'log RUN --numb WHEN' marks one, 'plan --kind build' plans without");
    }
    double run_s, walk_s;
    if (kind == FF_PLAN_RATIO && !ff_plan_galloway(s->pace_min_km, &run_s, &walk_s)) {
        return refuse(
            w, "kind",
            "the ratio goes by your pace, 4:40 to 10:15 min a km: no run of the last 30 days "
            "tells of such a pace; 'plan --kind build' needs none");
    }
    return FF_OK;
}

/* The words in place of a plan; NULL: it may be written. */
static const char *refusal(const writer *w) {
    if (w->runner->seen_first) {
        return "No plan is written: something must be looked at first.";
    }
    if (w->wish.kind == FF_PLAN_AFTER_BONE && !w->runner->bone_cleared) {
        return "After a bone injury a doctor or physiotherapist must agree to running first. No "
               "plan is written before. Say when that is so (--cleared).";
    }
    bool cleared = w->standing.clean >= FF_PLAN_CLEAN_RUNS;
    if (w->standing.level_min * (cleared ? FF_PLAN_LONGEST_TIMES : 1) < FF_PLAN_LEAST_MIN) {
        return ff_arena_printf(w->arena,
                               "The numbness last came after %s minutes. A run that ends 5 minutes "
                               "before that is no training, so no "
                               "plan is written: change one thing first ('why' says which), and "
                               "see whether it comes later. Walk "
                               "as far as the foot stays free.",
                               FF_FIXED(w->standing.last_numb_min, 0));
    }
    return NULL;
}

/* ---- sessions ---- */

/* Whole minutes, half ones where a tenth is less than a minute or two. */
static double tidy(double minutes) {
    double unit = minutes >= 20 ? 1 : 0.5;
    return floor(minutes / unit + 1e-9) * unit;
}

static bool add(writer *w, int64_t day_s, int week, const ff_workout *workout) {
    if (w->count == FF_PLAN_MOST_RUNS || workout->count == 0) {
        return false;
    }
    double minutes = ff_workout_minutes(workout, NAN);
    double bout = ff_workout_longest_bout_min(workout, NAN);
    w->runs[w->count++] = (ff_planned_run){.day_s = day_s, .week = week, .workout = *workout};
    w->longest_min = fmax(w->longest_min, minutes);
    ff_plan_gate_pass(&w->gate, day_s, minutes, bout);
    return true;
}

static int first_stage(const writer *w) {
    if (!isinf(w->standing.level_min)) {
        return NUMB_STAGE;
    }
    return w->standing.longest_min < SHORT_MIN      ? 1
           : w->standing.longest_min < UNBROKEN_MIN ? 2
                                                    : FF_PLAN_RATIOS;
}

/* The ratio of that stage, or of the nearest before it that has no longer running in one go than
 * may be. */
static ff_workout session(writer *w, int64_t day_s, double minutes, int stage) {
    ff_plan_ratio ratio = ff_plan_ratio_at(stage);
    if (w->wish.kind == FF_PLAN_RATIO) {
        ff_plan_galloway(w->standing.pace_min_km, &ratio.run_s, &ratio.walk_s);
        return ff_plan_session(w->arena, minutes, &ratio);
    }
    ff_workout made = ff_plan_session(w->arena, minutes, &ratio);
    double most = ff_plan_gate_bout(&w->gate, day_s);
    while (stage > 0 && ff_workout_longest_bout_min(&made, NAN) > most + HAIR) {
        ratio = ff_plan_ratio_at(--stage);
        made = ff_plan_session(w->arena, minutes, &ratio);
    }
    return made;
}

/* ---- programmes by numbers ---- */

static bool before_the_day(const writer *w, int64_t day_s) {
    return w->wish.goal_day_s == 0 || day_s < w->wish.goal_day_s - DAY_S; /* rest the day before */
}

static bool tapers(const writer *w, int64_t day_s) {
    return w->wish.goal_day_s != 0 && day_s >= w->wish.goal_day_s - TAPER_DAYS * DAY_S;
}

/* All runs alike where it goes by numbness: a shorter one shows nothing of the length that is
 * tried. */
static bool all_alike(const writer *w) {
    return w->wish.kind == FF_PLAN_RETURN || w->standing.level_min < w->wish.goal_min;
}

static bool session_of_day(writer *w, int64_t day_s, int week, int stage, double peak_min) {
    double most = ff_plan_gate_most(&w->gate, day_s);
    double full = fmin(most, w->wish.goal_min), minutes = full;
    bool easier = week % EASIER_EVERY == 0, taper = tapers(w, day_s);
    if (taper || easier) {
        minutes = fmin(full, EASIER_SHARE * peak_min);
    }
    if (!all_alike(w) && ff_weekday_of(day_s) != w->long_day) {
        minutes *= SHORT_RUN_SHARE;
    }
    minutes = tidy(fmin(fmax(minutes, FF_PLAN_LEAST_MIN), most));
    if (minutes < FF_PLAN_LEAST_MIN) {
        return false;
    }
    ff_workout made = session(w, day_s, minutes, stage);
    bool first = w->count == 0 || w->runs[w->count - 1].week != week;
    made.note = taper ? taper_note : easier && first ? easier_note : NULL;
    w->reached |= minutes >= tidy(w->wish.goal_min) - HAIR;
    w->capped |= w->gate.level_min < w->wish.goal_min;
    return add(w, day_s, week, &made);
}

static void write_by_numbers(writer *w, int weeks) {
    int stage = first_stage(w);
    double peak = w->standing.longest_min;
    for (int week = 1; week <= weeks; week++) {
        if (week > 1 && week % EASIER_EVERY != 0) {
            stage++;
        }
        double before = w->longest_min;
        peak = before > 0 ? before : fmin(peak, w->standing.level_min);
        for (int64_t i = 0; i < 7; i++) {
            int64_t day_s = w->from_s + ((int64_t)(week - 1) * 7 + i) * DAY_S;
            if (!before_the_day(w, day_s)) {
                return;
            }
            if (w->days[ff_weekday_of(day_s)] && !session_of_day(w, day_s, week, stage, peak)) {
                return;
            }
        }
        if (w->reached && w->wish.weeks == 0 && w->wish.goal_day_s == 0) {
            return;
        }
    }
}

/* ---- programmes by a table ---- */

static bool session_of_table(writer *w, int64_t day_s, int week, const ff_plan_table *table,
                             size_t *next) {
    ff_workout made;
    double bout = ff_plan_gate_bout(&w->gate, day_s), most = ff_plan_gate_most(&w->gate, day_s);
    size_t at = *next;
    do { /* what was cut for numbness may not have led up to the next: then what came before it
            again */
        if (ff_workout_parse(w->arena, table->sessions[at], &made, w->error) != FF_OK) {
            return false;
        }
    } while (!w->wish.as_published && ff_workout_longest_bout_min(&made, NAN) > bout + HAIR &&
             at-- > 0);
    if (ff_workout_minutes(&made, NAN) > most + HAIR) {
        w->capped = true;
        made = ff_plan_cut(w->arena, &made, tidy(most), NAN);
    } else if (at == *next || at == SIZE_MAX) {
        ++*next;
    }
    w->reached |= ff_workout_longest_bout_min(&made, NAN) >= w->wish.goal_min - HAIR;
    return add(w, day_s, week, &made);
}

/* The minutes of the sessions from first on. */
static double sum_from(const writer *w, size_t first) {
    double sum = 0;
    for (size_t i = first; i < w->count; i++) {
        sum += ff_workout_minutes(&w->runs[i].workout, NAN);
    }
    return sum;
}

/* A week that only repeats the one before it. */
static bool repeat_session(writer *w, int64_t day_s, int week, size_t again) {
    ff_workout made = w->runs[again].workout;
    made.note =
        again + 1 < w->count && w->runs[again + 1].week == w->runs[again].week ? repeat_note : NULL;
    return add(w, day_s, week, &made);
}

static void write_by_table(writer *w, const ff_plan_table *table, int weeks) {
    size_t next = 0, last_first = 0;
    double before = 0;
    int growing = 0;
    for (int week = 1; week <= weeks; week++) {
        size_t first = w->count;
        bool repeat = growing >= FF_PLAN_GROWING_WEEKS;
        for (int64_t i = 0; i < 7 && next < table->count; i++) {
            int64_t day_s = w->from_s + ((int64_t)(week - 1) * 7 + i) * DAY_S;
            if (!before_the_day(w, day_s)) {
                return;
            }
            size_t again = last_first + (w->count - first);
            if (w->days[ff_weekday_of(day_s)] &&
                !(repeat && again < first ? repeat_session(w, day_s, week, again)
                                          : session_of_table(w, day_s, week, table, &next))) {
                return;
            }
        }
        double sum = sum_from(w, first);
        growing = before > 0 && sum > before + HAIR ? growing + 1 : 0;
        before = sum;
        last_first = first;
        if (next == table->count || (w->reached && w->wish.goal_min < TABLE_GOAL_MIN)) {
            return;
        }
    }
}

/* ---- all of it ---- */

static ff_code write_runs(writer *w, int weeks) {
    const ff_plan_table *table = ff_plan_table_of(w->wish.kind, w->wish.as_published);
    double base = table != NULL ? FF_PLAN_WALK_MIN : 0;
    w->count = 0;
    w->longest_min = 0;
    w->reached = w->capped = false;
    w->runs = ff_arena_take(w->arena, FF_PLAN_MOST_RUNS, sizeof *w->runs);
    ff_code code = ff_plan_gate_of(w->arena, &w->runner->done, w->today_s, base, FF_PLAN_MOST_RUNS,
                                   &w->gate, w->error);
    if (code != FF_OK) {
        return code;
    }
    if (table != NULL) {
        write_by_table(w, table, weeks);
    } else {
        write_by_numbers(w, weeks);
    }
    return ff_arena_check(w->arena, w->error);
}

/* What the rules allow instead of a goal that they do not. */
static ff_code goal_too_far(writer *w) {
    double by_then = w->longest_min;
    bool by_day = w->wish.goal_day_s != 0;
    int weeks = w->wish.weeks;
    char day[FF_ISO_SIZE], then[FF_ISO_SIZE] = "";
    if (by_day) {
        date(w->wish.goal_day_s, day);
    }
    w->wish.goal_day_s = 0;
    w->wish.weeks = 0;
    ff_code code = write_runs(w, FF_PLAN_MOST_WEEKS);
    if (code != FF_OK) {
        return code;
    }
    if (w->reached && w->count > 0) {
        date(w->runs[w->count - 1].day_s, then);
    }
    char *limit = by_day ? ff_arena_printf(w->arena, "by %s", day)
                         : ff_arena_printf(w->arena, "in %d week%s", weeks, weeks == 1 ? "" : "s");
    code = ff_arena_check(w->arena, w->error);
    return code != FF_OK
               ? code
               : ff_fail(w->error, FF_ERR_VALUE, "goal", FF_NO_OFFSET,
                         "%s minutes %s cannot be reached with no run over 110 %% of the longest "
                         "of 30 days and "
                         "by the numbness rule: %s minutes can; %s minutes are reached %s",
                         FF_FIXED(w->wish.goal_min, 0), limit, FF_FIXED(by_then, 0),
                         FF_FIXED(w->wish.goal_min, 0),
                         then[0] != '\0' ? ff_arena_printf(w->arena, "around %s", then)
                                         : "in no plan of a year");
}

/* On the day itself a tenth more than the longest before it may be run. */
static bool goal_kept(const writer *w) {
    if (w->reached || isnan(w->wish.goal_min)) {
        return true;
    }
    if (w->wish.goal_day_s == 0) {
        return w->wish.weeks == 0 && ff_plan_walks_first(w->wish.kind); /* told, not refused */
    }
    return !ff_plan_walks_first(w->wish.kind) &&
           w->longest_min * FF_PLAN_LONGEST_TIMES >= w->wish.goal_min - HAIR;
}

/* The day comes before any run does. Where a length was wished, too, the day that allows it is
 * told. */
static ff_code no_day_before(writer *w, bool goal_said) {
    char then[FF_ISO_SIZE];
    w->wish.goal_day_s = 0;
    ff_code code = goal_said ? write_runs(w, FF_PLAN_MOST_WEEKS) : FF_OK;
    bool told = code == FF_OK && goal_said && w->reached && w->count > 0;
    if (told) {
        date(w->runs[w->count - 1].day_s, then);
    }
    w->count = 0;
    if (code != FF_OK || !told) {
        return code != FF_OK ? code
                             : refuse(w, "goal",
                                      "there is no day to run on before that day: give a later "
                                      "one, or other days");
    }
    return ff_fail(w->error, FF_ERR_VALUE, "goal", FF_NO_OFFSET,
                   "there is no day to run on before that day: %s minutes are reached around %s",
                   FF_FIXED(w->wish.goal_min, 0), then);
}

static ff_code write_plan(writer *w, bool goal_said) {
    int64_t span = w->wish.goal_day_s != 0 ? (w->wish.goal_day_s - w->from_s) / (7 * DAY_S) + 1 : 0;
    int weeks = w->wish.weeks != 0 ? w->wish.weeks : span > 0 ? (int)span : FF_PLAN_MOST_WEEKS;
    weeks = weeks < FF_PLAN_MOST_WEEKS ? weeks : FF_PLAN_MOST_WEEKS;
    if (w->wish.goal_day_s != 0 && w->from_s >= w->wish.goal_day_s) {
        return no_day_before(w, goal_said);
    }
    ff_code code = write_runs(w, weeks);
    if (code == FF_OK && w->count == 0) {
        return refuse(
            w, "start",
            "no run fits: more than 30 days lie between your last run and this start, so there "
            "is nothing to go by; start sooner, or run and plan then");
    }
    bool wanted = goal_said || (w->wish.weeks == 0 && w->wish.goal_day_s == 0);
    return code == FF_OK && wanted && !goal_kept(w) ? goal_too_far(w) : code;
}

static const char *plan_name(const writer *w) {
    char *name = ff_arena_printf(w->arena, "%s: to %s minutes", ff_plan_kind_words(w->wish.kind),
                                 FF_FIXED(w->wish.goal_min, 0));
    return name;
}

/* What is wrong with the wish itself, whatever the body says. */
static ff_code fill_wish(writer *w) {
    ff_code code = w->wish.weeks < 0 || w->wish.weeks > FF_PLAN_MOST_WEEKS
                       ? refuse(w, "weeks", "a plan has 1 to 52 weeks")
                       : FF_OK;
    code = code == FF_OK ? fill_often(w) : code;
    code = code == FF_OK ? choose_days(w) : code;
    code = code == FF_OK ? fill_start(w) : code;
    return code == FF_OK ? check_goal(w) : code;
}

static writer writer_of(ff_arena *arena, const ff_plan_runner *runner, const ff_plan_wish *wish,
                        int64_t today_s, ff_error *error) {
    return (writer){.arena = arena,
                    .error = error,
                    .runner = runner,
                    .standing = ff_plan_standing_of(&runner->done, today_s),
                    .wish = *wish,
                    .today_s = today_s};
}

ff_code ff_plan_check_wish(ff_arena *arena, const ff_plan_runner *runner, const ff_plan_wish *wish,
                           int64_t today_s, ff_error *error) {
    writer w = writer_of(arena, runner, wish, today_s, error);
    return fill_wish(&w);
}

ff_code ff_plan_write(ff_arena *arena, const ff_plan_runner *runner, const ff_plan_wish *wish,
                      int64_t today_s, ff_plan_written *written, ff_error *error) {
    writer w = writer_of(arena, runner, wish, today_s, error);
    *written = (ff_plan_written){.plan.start_minute = 7 * 60};
    ff_code code = runner->seen_first ? FF_OK : fill_wish(&w);
    written->refused = code == FF_OK ? refusal(&w) : NULL;
    if (written->refused != NULL || arena->failed) {
        written->wish = w.wish;
        return ff_arena_check(arena, error);
    }
    bool goal_said = !isnan(wish->goal_min);
    code = code == FF_OK ? check_kind(&w) : code;
    code = code == FF_OK ? fill_goal(&w) : code;
    code = code == FF_OK ? write_plan(&w, goal_said) : code;
    if (code != FF_OK) {
        return code;
    }
    written->plan.name = plan_name(&w);
    written->plan.runs = w.runs;
    written->plan.count = w.count;
    memcpy(w.wish.days, w.days, sizeof w.days);
    written->wish = w.wish;
    written->longest_min = w.longest_min;
    written->goal_reached = w.reached;
    written->capped = w.capped;
    return ff_arena_check(arena, error);
}
