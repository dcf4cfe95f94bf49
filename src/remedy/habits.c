#include "remedy/habits.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

/* Fewer rest days a week than this leave no run without another the day before or after. */
#define LEAST_REST_DAYS 1.0

typedef enum { NOT_KNOWN, SAID_NO, SAID_YES } said;

typedef struct {
    const ff_habit_facts *facts;
    ff_arena *arena;
    ff_habit_standing *to;
    bool act, fits; /* what speaks for either */
} judging;

/* ---- what is known ---- */

static const ff_finding *finding(const judging *j, const char *id) {
    const ff_finding *found = NULL;
    for (size_t i = 0; i < j->facts->findings->count; i++) {
        const ff_finding *f = &j->facts->findings->items[i];
        if (strcmp(f->id, id) == 0) {
            found = f; /* a later one counts */
        }
    }
    return found != NULL && found->state == FF_SAID ? found : NULL;
}

static bool is(const judging *j, const char *id, const char *value) {
    const ff_finding *f = finding(j, id);
    return f != NULL && strcmp(f->value, value) == 0;
}

static said answer(const judging *j, const char *id) {
    return is(j, id, "yes") ? SAID_YES : is(j, id, "no") ? SAID_NO : NOT_KNOWN;
}

static void reason(judging *j, const char *words) {
    if (j->to->reason_count < FF_HABIT_REASONS && words != NULL) {
        j->to->reasons[j->to->reason_count++] = ff_arena_copy(j->arena, words);
    }
}

/* An answer in the words of its question; yes speaks for acting where bad, no for leaving it. */
static said weigh(judging *j, const char *id, const char *when_yes, const char *when_no) {
    said a = answer(j, id);
    reason(j, a == SAID_YES ? when_yes : a == SAID_NO ? when_no : NULL);
    return a;
}

static void next(judging *j, const char *command) {
    j->to->next = ff_arena_copy(j->arena, command);
}

static bool has_lapsed(const judging *j) {
    for (size_t i = 0; i < j->facts->lapsed_count; i++) {
        if (strcmp(j->facts->lapsed[i], j->to->habit->remedy->id) == 0) {
            return true;
        }
    }
    return false;
}

/* What helped is no habit while it is left out again. */
static void take_helped(judging *j, const char *command) {
    bool lapsed = has_lapsed(j);
    reason(j, lapsed ? "your runs with this change went better, but your last run was without it"
                     : "your runs with this change went better: keep it up");
    j->to->state = lapsed ? FF_HABIT_ACT : FF_HABIT_FITS;
    j->to->trial = lapsed;
    next(j, lapsed ? command : "why");
}

/* What the runner's own runs showed of the change goes before what was answered. */
static bool take_tried(judging *j, const char *command) {
    for (size_t i = 0; i < j->facts->tried_count; i++) {
        const ff_tried *t = &j->facts->tried[i];
        if (t->remedy == j->to->habit->remedy && t->outcome == FF_TRIED_HELPED) {
            take_helped(j, command);
            return true;
        }
        if (t->remedy == j->to->habit->remedy) {
            reason(j, "your runs with this change went no better: leave it");
            j->to->state = FF_HABIT_FITS;
            next(j, "why");
            return true;
        }
    }
    return false;
}

/* Where both speak, acting goes first; where neither, nothing is known. */
static void settle(judging *j) {
    j->to->state = j->act ? FF_HABIT_ACT : j->fits ? FF_HABIT_FITS : FF_HABIT_UNKNOWN;
}

static const char *ask_for(const judging *j) {
    return ff_arena_printf(j->arena, "ask %s", j->to->habit->ask);
}

/* The command that makes the step, and that a trial can tell whether it helps. */
static void act_by(judging *j, const char *command) {
    next(j, command);
    j->to->trial = true;
}

/* ---- shoes ---- */

/* What is measured of a place. Where the error could turn it, it speaks for neither. */
static said room_at(judging *j, const ff_fit_verdict *v, const char *words) {
    if (v == NULL || v->band == FF_FIT_UNKNOWN) {
        return NOT_KNOWN;
    }
    reason(j, words);
    j->act |= ff_fit_band_lacks_room(v->high);
    return ff_fit_band_lacks_room(v->low) ? SAID_NO : SAID_YES;
}

/* Whether foot and shoe as measured leave room: NOT_KNOWN where that is not measured of the length,
 * SAID_NO where it is not certain. *whole: in width too. */
static said judge_room(judging *j, bool *whole) {
    const ff_fit_answer *fit = j->facts->fit;
    *whole = false;
    if (fit == NULL) {
        return NOT_KNOWN;
    }
    const ff_fit_verdict *longer =
        fit->longer >= 0 ? &fit->verdicts[fit->longer][FF_FIT_LENGTH] : NULL;
    said length = room_at(j, longer, j->facts->length_words);
    said width = room_at(j, ff_fit_tightest(fit), j->facts->width_words);
    *whole = length == SAID_YES && width == SAID_YES;
    return width == SAID_NO && length == SAID_YES ? SAID_NO : length;
}

/* What was measured answers that question too, by a limit of its own; here fit-shoe's count. */
static bool is_measured(const judging *j, const char *id) {
    const ff_finding *f = finding(j, id);
    return f != NULL && j->facts->fit != NULL && f->said_by != NULL &&
           strcmp(f->said_by, "measurement") == 0;
}

/* How far it went beside the runs kept here, as far as that was told. */
static const char *went_before(const judging *j, const ff_wear *wear) {
    if (wear->km_before > 0) {
        return ff_arena_printf(j->arena, ", and %s km before", FF_FIXED(wear->km_before, 0));
    }
    return wear->whole ? "" : ", and it may have gone further before";
}

static void judge_wear(judging *j) {
    const ff_wear *wear = j->facts->wear;
    if (wear == NULL) {
        reason(j, j->facts->all_retired ? "every shoe named of your runs is retired"
                                        : "the shoe of your last run is not named");
        return;
    }
    bool worn = wear->band != NULL && strcmp(wear->band, "old") == 0;
    j->act |= worn;
    const char *before = went_before(j, wear);
    reason(j, ff_arena_printf(j->arena, "%s: %s km in your runs%s%s", wear->name,
                              FF_FIXED(wear->distance_m / 1000, 0), before != NULL ? before : "",
                              worn ? ", which wears a shoe out (judged)" : ""));
}

static void judge_shoes(judging *j) {
    said tight = is_measured(j, "tight_fit")
                     ? NOT_KNOWN
                     : weigh(j, "tight_fit", "less than a thumb of room, or the sides press",
                             "a thumb of room before the toes, and the sides do not press");
    said off = weigh(j, "relief_shoeoff", "it clears when the shoe is off", NULL);
    bool whole;
    said room = judge_room(j, &whole);
    j->act |= tight == SAID_YES || (off == SAID_YES && tight != SAID_NO && !whole);
    j->fits = tight == SAID_NO || room == SAID_YES;
    judge_wear(j);
    bool one_pair = is(j, "one_pair", "yes");
    if (one_pair) { /* room there may be: that pair is not known to be right all the same */
        reason(j, "it goes numb in one pair only: its room, its laces or its wear");
        j->fits = false;
    }
    settle(j);
    if (j->to->state == FF_HABIT_ACT) {
        act_by(j, "fit-shoe");
    } else {
        next(j, j->to->state == FF_HABIT_FITS ? "patterns" : one_pair ? "fit-shoe" : ask_for(j));
    }
}

/* ---- laces ---- */

static void judge_laces(judging *j) {
    said relief = weigh(j, "relief_lace", "loose laces bring the feeling back",
                        "loose laces do not bring the feeling back");
    said mark = weigh(j, "lace_mark", "lace or tongue lines stay on the foot",
                      "no lace lines stay on the foot");
    reason(j, ff_arena_printf(j->arena, "lacing named on %zu of %zu runs", j->facts->lacing_said,
                              j->facts->runs));
    j->act = relief == SAID_YES || (mark == SAID_YES && relief != SAID_NO);
    j->fits = relief == SAID_NO && mark != SAID_YES;
    settle(j);
    if (j->to->state == FF_HABIT_ACT) {
        act_by(j, "lace");
    } else {
        next(j, j->to->state == FF_HABIT_FITS ? "why" : ask_for(j));
    }
}

/* ---- step ---- */

static void judge_step(judging *j) {
    const ff_form *form = j->facts->form;
    if (form->overstride == FF_OVERSTRIDE_UNKNOWN) {
        reason(j, form->why_not);
    } else {
        reason(j, ff_arena_printf(j->arena,
                                  "%s steps a minute where %s are usual at your speed, in %zu runs",
                                  FF_FIXED(form->cadence_spm, 0),
                                  FF_FIXED(form->usual_cadence_spm, 0), form->runs.count));
        reason(j, ff_arena_printf(j->arena, "chance that you overstride: %s to %s %%",
                                  FF_FIXED(100 * form->p_low, 0), FF_FIXED(100 * form->p_high, 0)));
    }
    j->act = form->overstride == FF_OVERSTRIDE_LIKELY;
    j->fits = form->overstride == FF_OVERSTRIDE_UNLIKELY;
    settle(j);
    if (j->to->state == FF_HABIT_ACT && j->facts->numb_in_front) {
        j->to->but = "Do not move the landing to the front of the foot: it raises the pressure "
                     "just where yours goes numb "
                     "[S94, S95].";
    }
    if (j->to->state == FF_HABIT_ACT) {
        act_by(j, "step");
    } else {
        next(j, form->overstride == FF_OVERSTRIDE_UNKNOWN && j->facts->runs == 0 ? "import FOLDER"
                                                                                 : "patterns");
    }
}

/* ---- load ---- */

static void judge_load(judging *j) {
    const ff_load_now *load = j->facts->load;
    bool judged = load->band != NULL;
    if (judged) {
        reason(j,
               ff_arena_printf(
                   j->arena, "your last run was %s km, the longest of the 30 days before it %s km",
                   FF_FIXED(load->distance_m / 1000, 1),
                   FF_FIXED(load->longest_before_m / 1000, 1)));
    } else {
        reason(j, j->facts->runs == 0 ? "no runs are imported"
                                      : "no run in the 30 days before your last one");
    }
    bool restless = load->rest_days_a_week < LEAST_REST_DAYS;
    if (!isnan(load->rest_days_a_week)) {
        reason(j, ff_arena_printf(j->arena, "%s rest days a week",
                                  FF_FIXED(load->rest_days_a_week, 1)));
    }
    if (load->first_weeks && j->facts->runs > 0) {
        reason(j, "your runs begin less than 8 weeks before the last one");
    }
    bool first = j->facts->must_be_seen || j->facts->worsening;
    if (first) {
        reason(j, j->facts->must_be_seen
                      ? "a red flag is up: nothing is built up meanwhile"
                      : "the numbness gets worse: nothing is built up meanwhile");
    }
    j->act = (judged && strcmp(load->band, "le10") != 0) || restless || first;
    j->fits = judged;
    settle(j);
    if (j->to->state == FF_HABIT_ACT) {
        act_by(j, "plan");
    } else {
        next(j, j->to->state == FF_HABIT_FITS ? "patterns" : "import FOLDER");
    }
}

/* ---- body ---- */

static void judge_body(judging *j) {
    said ankle =
        weigh(j, "t_lunge", "a stiff ankle in the lunge test", "the ankle bends far enough");
    said hip =
        weigh(j, "t_thomas", "a tight hip in the Thomas test", "no tight hip in the Thomas test");
    weigh(j, "desk_hip", "sitting most of the day, tight hips", NULL);
    if (ankle == NOT_KNOWN && hip == NOT_KNOWN) {
        reason(j, "neither ankles nor hips are tested");
    }
    said slump = weigh(j, "t_slump",
                       "the slump test brings it on: that is a nerve, not a tight muscle", NULL);
    if (j->facts->stretched > 0) {
        reason(j, ff_arena_printf(j->arena, "stretching said of %zu runs", j->facts->stretched));
    }
    j->act = ankle == SAID_YES || hip == SAID_YES;
    j->fits = ankle == SAID_NO && hip != SAID_YES;
    settle(j);
    if (slump == SAID_YES) {
        j->to->but = "Ask a physiotherapist before you stretch: pulling at a nerve that is held "
                     "may do harm.";
    }
    j->to->trial = j->to->state == FF_HABIT_ACT;
    next(j, j->to->state == FF_HABIT_ACT    ? "routine flexibility"
            : j->to->state == FF_HABIT_FITS ? "routine warm_up"
                                            : "home-test lunge");
}

/* ---- someone to see ---- */

/* The shape of the foot: whether it stands out, as far as it is known. */
static said judge_shape(judging *j) {
    bool low =
        is(j, "foot_shape", "low") || is(j, "t_footline", "pronated") || is(j, "t_navdrop", "yes");
    bool high = is(j, "foot_shape", "high") || is(j, "t_footline", "supinated");
    bool known = finding(j, "foot_shape") != NULL || finding(j, "t_footline") != NULL;
    reason(j, low     ? "a flat or very flexible foot"
              : high  ? "a high arch"
              : known ? "a usual foot shape"
                      : "the shape of your feet is not known");
    return low || high ? SAID_YES : known ? SAID_NO : NOT_KNOWN;
}

static void judge_seen(judging *j) {
    const ff_habit_facts *f = j->facts;
    reason(j, f->must_be_seen ? "a red flag is up: see above"
              : f->asked      ? "no red flag among the safety questions"
                              : "the safety questions are open");
    said shape = judge_shape(j);
    said squeeze = weigh(j, "t_squeeze", "pinching a toe gap brings it on",
                         "pinching the toe gaps brings nothing on");
    said touch = weigh(j, "t_ipswich", "light touches on the toes are missed",
                       "light touches on the toes are felt");
    bool nerves = squeeze == SAID_YES || touch == SAID_YES;
    bool by_causes = f->asked && f->level >= FF_ROUTINE;
    if (by_causes && !f->must_be_seen) {
        reason(j, "what fits best so far is something to have looked at");
    }
    j->act = f->must_be_seen || nerves || by_causes || shape == SAID_YES;
    j->fits = f->asked && shape == SAID_NO;
    settle(j);
    next(j, f->must_be_seen || touch == SAID_YES || by_causes ? "visit"
            : !f->asked                                       ? "ask"
            : squeeze == SAID_YES                             ? "pad"
            : shape == SAID_YES                               ? "routine insole"
            : shape == NOT_KNOWN                              ? ask_for(j)
                                                              : "home-test");
}

/* ---- all of them ---- */

static double again(const ff_habit_standing *s, const ff_habit_facts *facts) {
    bool now = strcmp(s->habit->id, "seen") == 0 && facts->must_be_seen;
    return now                            ? 0
           : s->state == FF_HABIT_ACT     ? s->habit->act_days
           : s->state == FF_HABIT_UNKNOWN ? s->habit->unknown_days
                                          : s->habit->fits_days;
}

/* What must be looked at is not answered by a change that helped. */
static bool must_look(const judging *j) {
    const char *id = j->to->habit->id;
    bool first = j->facts->must_be_seen || j->facts->worsening;
    return strcmp(id, "seen") == 0 ? first || j->facts->level >= FF_ROUTINE
                                   : first && strcmp(id, "load") == 0;
}

void ff_habits_judge(const ff_knowledge *knowledge, const ff_habit_facts *facts, ff_arena *arena,
                     ff_habit_standing *standings) {
    static const struct {
        const char *id;
        void (*judge)(judging *j);
        const char *command; /* makes the step */
    } judges[] = {{"shoes", judge_shoes, "fit-shoe"},
                  {"laces", judge_laces, "lace"},
                  {"step", judge_step, "step"},
                  {"load", judge_load, "plan"},
                  {"body", judge_body, "routine flexibility"},
                  {"seen", judge_seen, "routine insole"}};
    for (size_t h = 0; h < knowledge->habit_count; h++) {
        standings[h] = (ff_habit_standing){.habit = &knowledge->habits[h]};
        judging j = {.facts = facts, .arena = arena, .to = &standings[h]};
        for (size_t i = 0; i < sizeof judges / sizeof *judges; i++) {
            if (strcmp(judges[i].id, knowledge->habits[h].id) == 0 &&
                (must_look(&j) || !take_tried(&j, judges[i].command))) {
                judges[i].judge(&j);
            }
        }
        standings[h].again_days = again(&standings[h], facts);
    }
}
