/* plan: a programme from where the runner is, kept, and followed by what was really run. */
#include "app/app.h"

#include "app/plan_look.h"
#include "app/plan_refuse.h"
#include "app/step_look.h"
#include "base/civil.h"
#include "base/number.h"
#include "base/unit.h"
#include "remedy/plan_check.h"
#include "remedy/plan_follow.h"
#include "remedy/plan_tables.h"
#include "remedy/plan_text.h"
#include "remedy/plan_write.h"
#include "remedy/step_programme.h"
#include "report/plan_report.h"

#include <math.h>
#include <string.h>

#define CADENCE_TO   7.5 /* percent more steps that woven-in programmes lead to */
#define MOST_GOAL_KM 100.0
/* The nine weeks of walking and running lead to half an hour, which is said to be 5 km. */
#define TABLE_GOAL_KM 5.0

typedef struct {
    ff_app *app;
    ff_arena *arena;
    ff_error *error;
    const ff_plan_request *asked;
    ff_reply *reply;
    ff_plan_look look;
} request;

/* ---- what is asked for ---- */

static bool writes(const ff_plan_request *r) {
    return r->kind != NULL || r->goal != NULL || r->days != NULL || r->start != NULL ||
           r->per_week != 0 || r->weeks != 0 || r->as_published || r->cleared || r->from != NULL ||
           r->cadence != NULL;
}

static ff_code wrong(const request *q, const char *where, const char *words) {
    return ff_fail(q->error, FF_ERR_VALUE, where, FF_NO_OFFSET, "%s", words);
}

/* A number with that unit at its end. */
static bool ends_in(const char *text, const char *unit, double *x) {
    const char *rest = "";
    return ff_unit_split(text, x, &rest) && strcmp(rest, unit) == 0 && *x > 0;
}

static ff_code take_km(const request *q, double km, ff_plan_wish *wish) {
    bool table = ff_plan_table_of(wish->kind, false) != NULL;
    double pace = q->look.standing.pace_min_km;
    if (km > MOST_GOAL_KM) {
        return wrong(q, "goal", "a goal has at most 100 km");
    }
    if (table && km > TABLE_GOAL_KM) {
        return wrong(
            q, "goal",
            "this programme leads to 30 minutes of running, about 5 km; from there 'plan --kind "
            "build' goes on to more");
    }
    if (!table && isnan(pace)) {
        return wrong(
            q, "goal",
            "your runs of the last 30 days do not tell your pace: give the goal in minutes, such "
            "as 45min");
    }
    wish->goal_min = table ? (double)NAN : km * pace;
    return FF_OK;
}

static ff_code take_goal_part(const request *q, const char *part, ff_plan_wish *wish) {
    double x;
    if (ff_iso_parse_date(part, &wish->goal_day_s)) {
        return FF_OK;
    }
    if (ends_in(part, "min", &x)) {
        wish->goal_min = x;
        return FF_OK;
    }
    return ends_in(part, "km", &x)
               ? take_km(q, x, wish)
               : ff_fail(
                     q->error, FF_ERR_VALUE, "goal", FF_NO_OFFSET,
                     "'%.40s' is no goal: say 5km, 30min, a day such as 2026-09-20, or both, as in "
                     "10km,2026-09-20",
                     part);
}

/* The parts between commas, each handed to take. */
static ff_code each_part(const request *q, const char *list, ff_plan_wish *wish,
                         ff_code (*take)(const request *, const char *, ff_plan_wish *)) {
    ff_code code = FF_OK;
    while (code == FF_OK) {
        size_t length = strcspn(list, ",");
        const char *part = ff_arena_copy_bytes(q->arena, list, length);
        code = part == NULL ? ff_arena_check(q->arena, q->error) : take(q, part, wish);
        if (list[length] == '\0') {
            break;
        }
        list += length + 1;
    }
    return code;
}

static ff_code take_day(const request *q, const char *part, ff_plan_wish *wish) {
    for (int day = 0; day < 7; day++) {
        if (strcmp(part, ff_weekday_name(day)) == 0) {
            wish->days[day] = true;
            return FF_OK;
        }
    }
    return ff_fail(
        q->error, FF_ERR_VALUE, "days", FF_NO_OFFSET,
        "'%.40s' is no day: say mon, tue, wed, thu, fri, sat or sun, with commas between", part);
}

static ff_code read_kind(const request *q, ff_plan_wish *wish) {
    const ff_plan_request *r = q->asked;
    wish->kind = ff_plan_kind_for(&q->look.standing, q->look.today_s);
    if (r->kind == NULL || strcmp(r->kind, "fits") == 0) {
        return FF_OK;
    }
    int kind = ff_plan_kind_of_name(r->kind);
    if (kind < 0 || kind == FF_PLAN_OWN) {
        return ff_fail(
            q->error, FF_ERR_VALUE, "kind", FF_NO_OFFSET,
            "'%.40s' is no kind of plan: say fits, beginner, return, build, ratio, after_break "
            "or after_bone",
            r->kind);
    }
    wish->kind = (ff_plan_kind)kind;
    return FF_OK;
}

static ff_code read_wish(const request *q, ff_plan_wish *wish) {
    const ff_plan_request *r = q->asked;
    *wish = (ff_plan_wish){.goal_min = NAN,
                           .per_week = r->per_week,
                           .weeks = r->weeks,
                           .as_published = r->as_published};
    ff_code code = read_kind(q, wish);
    if (code == FF_OK && r->goal != NULL) {
        code = each_part(q, r->goal, wish, take_goal_part);
    }
    if (code == FF_OK && r->days != NULL) {
        code = each_part(q, r->days, wish, take_day);
    }
    if (code == FF_OK && r->start != NULL && !ff_iso_parse_date(r->start, &wish->first_day_s)) {
        code = wrong(q, "start", "a start is a day such as 2026-06-01");
    }
    return code;
}

/* ---- quicker steps in its runs ---- */

/* The runner's own step rate, by the runs or as it was given. */
static ff_code find_cadence(const request *q, double *cadence_spm) {
    const char *asked = q->asked->cadence;
    if (strcmp(asked, "own") != 0) {
        return ff_number_parse(asked, cadence_spm)
                   ? FF_OK
                   : wrong(q, "cadence",
                           "say own, by your runs, or your step rate of both feet, such as 160");
    }
    ff_step_speed_list speeds;
    const ff_collected *collected = &q->look.safety.collected;
    ff_code code = ff_step_look(q->app, q->arena, &collected->history, &speeds, q->error);
    *cadence_spm = code == FF_OK ? speeds.cadence_spm : (double)NAN;
    return code == FF_OK && isnan(*cadence_spm) ? ff_step_cannot_tell(collected, q->error) : code;
}

/* Week by week; behind its last week the programme stays as it is. */
static ff_code weave(const request *q, ff_plan *plan) {
    double cadence_spm = NAN;
    ff_step_programme programme;
    ff_code code = find_cadence(q, &cadence_spm);
    if (code == FF_OK) {
        code = ff_step_programme_of(q->arena, cadence_spm, CADENCE_TO, &programme, q->error);
    }
    for (size_t i = 0; i < plan->count && code == FF_OK; i++) {
        size_t week = (size_t)plan->runs[i].week;
        week = week < programme.count ? week : programme.count;
        ff_workout woven;
        code = ff_step_weave(q->arena, &plan->runs[i].workout, &programme.weeks[week - 1], &woven,
                             q->error);
        if (code == FF_OK) {
            plan->runs[i].workout = woven;
        }
    }
    return code;
}

/* After numbness shorter runs are the change that is tried: with quicker steps beside it nobody
 * knows which helped. */
static ff_code check_one_change(const request *q, ff_plan_kind kind) {
    return q->asked->cadence != NULL && kind == FF_PLAN_RETURN
               ? wrong(q, "cadence",
                       "one change at a time: after numbness the plan itself is the change; take "
                       "'step' "
                       "when it is done, or 'plan --kind build --cadence own'")
               : FF_OK;
}

/* ---- safety first ---- */

static const ff_remedy *load_down(void) {
    return ff_knowledge_remedy(&ff_knowledge_built_in, "load_down");
}

/* ---- answers ---- */

static ff_json begin_json(const request *q) {
    ff_json json;
    ff_json_init(&json, &q->reply->text);
    ff_json_object(&json);
    ff_safety_member(&q->look.safety, &json);
    return json;
}

static void end_json(ff_json *json) {
    ff_json_end_object(json);
    ff_text_add_char(json->out, '\n');
}

/* Words in the place of a plan. */
static void say(const request *q, const char *name, const char *words) {
    if (q->asked->format == FF_AS_TEXT) {
        ff_safety_preface(&q->look.safety, q->app->program, &q->reply->text);
        ff_text_wrap(&q->reply->text, "", words, FF_TEXT_WIDTH);
        return;
    }
    ff_json json = begin_json(q);
    ff_json_text_member(&json, name, words);
    end_json(&json);
}

static bool reaches(const ff_followed_plan *f, const ff_kept_plan *kept) {
    double longest = 0;
    for (size_t i = 0; i < f->count; i++) {
        const ff_followed_run *run = &f->runs[i];
        bool counts = run->state != FF_PLAN_MISSED && run->state != FF_PLAN_NUMB;
        const ff_workout *w = &run->planned.workout;
        double minutes = ff_plan_table_of(kept->kind, false) != NULL
                             ? ff_workout_longest_bout_min(w, NAN)
                             : ff_workout_minutes(w, NAN);
        longest = counts && minutes > longest ? minutes : longest;
    }
    return longest >= floor(kept->goal_min) - 0.01 ||
           (kept->goal_day_s != 0 && longest * FF_PLAN_LONGEST_TIMES >= kept->goal_min - 0.01);
}

static void write_report(const request *q) {
    const ff_plan_look *look = &q->look;
    const ff_plan_table *table = ff_plan_table_of(look->kept.kind, ff_plan_leaps(&look->plan));
    ff_plan_report report = {.plan = &look->plan,
                             .kind = look->kept.kind,
                             .goal_min = look->kept.goal_min,
                             .goal_day_s = look->kept.goal_day_s,
                             .today_s = look->today_s,
                             .followed = &look->followed,
                             .standing = &look->standing,
                             .sources = table != NULL                      ? table->source
                                        : look->kept.kind == FF_PLAN_RATIO ? "S111"
                                                                           : NULL,
                             .caution = table != NULL ? table->caution : NULL,
                             .goal_reached = reaches(&look->followed, &look->kept),
                             .remedy = load_down(),
                             .program = q->app->program};
    if (q->asked->format == FF_AS_TEXT) {
        ff_safety_preface(&look->safety, q->app->program, &q->reply->text);
        ff_plan_report_text(&report, q->arena, &q->reply->text);
        return;
    }
    ff_json json = begin_json(q);
    ff_plan_report_json(&report, &json);
    end_json(&json);
}

static ff_code show(const request *q) {
    if (!q->look.is_kept) {
        say(q, "none",
            "There is no plan. 'plan --kind return' writes one after numbness, 'plan --kind "
            "beginner' from walking to "
            "running, 'plan --goal 60min' to longer runs; 'plan --goal 5km --days mon,wed,sat' "
            "goes by where you "
            "are.");
        return FF_OK;
    }
    write_report(q);
    return FF_OK;
}

/* What is to come, to be edited: what is past stays as it was run. */
static ff_code show_text(const request *q) {
    ff_plan plan;
    if (!q->look.is_kept) {
        return ff_fail(q->error, FF_ERR_NONE_YET, "plan", FF_NO_OFFSET,
                       "there is no plan: 'plan --goal 30min' writes one");
    }
    ff_code code = ff_plan_to_come(q->arena, &q->look, &plan, q->error);
    if (code != FF_OK) {
        return code;
    }
    if (q->asked->format == FF_AS_TEXT) {
        ff_text_add(&q->reply->text,
                    "# What is to come. Change it, then: plan --from FILE. docs/plan.md has all "
                    "that can be written.\n");
        ff_plan_print(&plan, &q->reply->text);
        return FF_OK;
    }
    ff_text text;
    ff_text_init(&text, q->arena->allocator);
    ff_plan_print(&plan, &text);
    ff_json json = begin_json(q);
    ff_json_text_member(&json, "text", text.data);
    end_json(&json);
    q->reply->text.failed |= text.failed;
    ff_text_free(&text);
    return FF_OK;
}

/* ---- writing and keeping ---- */

static ff_code keep(request *q, const ff_plan *plan, ff_plan_kind kind, double goal_min,
                    int64_t goal_day_s) {
    ff_text text;
    ff_text_init(&text, q->arena->allocator);
    ff_plan_print(plan, &text);
    ff_code code = ff_text_check(&text, q->error);
    if (code == FF_OK) {
        ff_kept_plan kept = {
            .kind = kind, .goal_min = goal_min, .goal_day_s = goal_day_s, .text = text.data};
        code = ff_journal_put_plan(q->app->journal, &kept, NULL, q->error);
    }
    ff_text_free(&text);
    return code == FF_OK ? ff_plan_look_at(q->app, q->arena, &q->look, q->error) : code;
}

static ff_code write_new(request *q) {
    ff_plan_wish wish;
    ff_plan_written written;
    ff_code code = read_wish(q, &wish);
    q->look.runner.bone_cleared = q->asked->cleared;
    if (code == FF_OK) {
        code = check_one_change(q, wish.kind);
    }
    if (code == FF_OK) {
        code = ff_plan_write(q->arena, &q->look.runner, &wish, q->look.today_s, &written, q->error);
    }
    if (code != FF_OK) {
        return code;
    }
    if (written.refused != NULL) {
        q->reply->incomplete = true;
        say(q, "refused", written.refused);
        return FF_OK;
    }
    if (q->asked->cadence != NULL) {
        code = weave(q, &written.plan);
    }
    if (code == FF_OK) {
        code = keep(q, &written.plan, wish.kind, written.wish.goal_min, wish.goal_day_s);
    }
    if (code == FF_OK) {
        write_report(q);
    }
    return code;
}

static void say_breaks(const request *q, const ff_plan *plan, const ff_plan_break_list *breaks) {
    static const char words[] =
        "It is not kept: it breaks rules. Mend these lines and give it again.";
    q->reply->incomplete = true;
    if (q->asked->format == FF_AS_TEXT) {
        ff_safety_preface(&q->look.safety, q->app->program, &q->reply->text);
        ff_text_wrap(&q->reply->text, "", words, FF_TEXT_WIDTH);
        ff_plan_breaks_text(plan, breaks, &q->reply->text);
        return;
    }
    ff_json json = begin_json(q);
    ff_json_text_member(&json, "refused", words);
    ff_plan_breaks_json(plan, breaks, &json);
    end_json(&json);
}

/* An edited programme that begins with walking stays one; so does any plan of who has not run yet.
 */
static ff_plan_kind kind_of_own(const ff_plan_look *look) {
    bool walks = look->is_kept && ff_plan_table_of(look->kept.kind, false) != NULL;
    return walks                             ? look->kept.kind
           : look->standing.longest_min == 0 ? FF_PLAN_BEGINNER
                                             : FF_PLAN_OWN;
}

/* The error of a text that the caller named. */
static ff_code name_text(const request *q, ff_code code, const ff_error *why) {
    const char *name = q->asked->from_name != NULL ? q->asked->from_name : "from";
    return code == FF_ERR_MEMORY
               ? ff_fail(q->error, code, why->where, why->offset, "%s", why->message)
               : ff_fail(q->error, code, name, why->offset, "%s: %s", why->where, why->message);
}

static ff_code parse_own(request *q, ff_plan *plan) {
    const ff_plan_text_terms terms = {.first_day_s = q->look.today_s};
    ff_error why;
    ff_code code =
        ff_plan_parse(q->arena, q->asked->from, strlen(q->asked->from), &terms, plan, &why);
    return code == FF_OK ? FF_OK : name_text(q, code, &why);
}

static ff_code read_own(request *q) {
    ff_plan plan;
    ff_plan_break_list breaks;
    ff_code code = parse_own(q, &plan);
    if (code != FF_OK) {
        return code;
    }
    ff_plan_kind kind = kind_of_own(&q->look);
    code =
        ff_plan_check(q->arena, &plan, &q->look.runner, kind, q->look.today_s, &breaks, q->error);
    if (code == FF_OK && breaks.count > 0) {
        say_breaks(q, &plan, &breaks);
        return FF_OK;
    }
    bool same = q->look.is_kept;
    if (code == FF_OK) {
        code = keep(q, &plan, kind, same ? q->look.kept.goal_min : (double)NAN,
                    same ? q->look.kept.goal_day_s : 0);
    }
    if (code == FF_OK) {
        write_report(q);
    }
    return code;
}

static ff_code end_plan(request *q) {
    if (!q->look.is_kept) {
        return ff_fail(q->error, FF_ERR_NONE_YET, "plan", FF_NO_OFFSET, "there is no plan to end");
    }
    const char *still_out;
    ff_code code = ff_journal_end_plan(q->app->journal, q->look.kept.id, q->error);
    if (code == FF_OK) {
        code = ff_plan_still_out(q->app, q->arena, &still_out, q->error);
    }
    if (code == FF_OK) {
        say(q, "ended",
            ff_arena_printf(q->arena, "The plan is ended. Your runs stay as they are.%s",
                            still_out));
        code = ff_arena_check(q->arena, q->error);
    }
    return code;
}

static ff_code check_request(const ff_plan_request *r, ff_error *error) {
    bool others = r->kind != NULL || r->goal != NULL || r->days != NULL || r->start != NULL ||
                  r->per_week != 0 || r->weeks != 0 || r->as_published || r->cleared ||
                  r->cadence != NULL;
    if (r->from != NULL && (others || r->as_text || r->end)) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "a text says all of the plan: give --from alone");
    }
    if ((r->as_text || r->end) && (others || (r->as_text && r->end))) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "--text and --end are of the plan that is kept: give one of them alone");
    }
    return FF_OK;
}

/* What was typed wrong is told before what the body says: who has mended it hears that then. */
static ff_code check_asked(request *q) {
    const ff_plan_request *r = q->asked;
    ff_plan_wish wish;
    if (r->from != NULL) {
        ff_plan plan;
        return parse_own(q, &plan);
    }
    ff_code code = read_wish(q, &wish);
    double spm;
    if (code == FF_OK && r->cadence != NULL && strcmp(r->cadence, "own") != 0) {
        code = find_cadence(q, &spm);
    }
    code = code == FF_OK ? check_one_change(q, wish.kind) : code;
    return code == FF_OK
               ? ff_plan_check_wish(q->arena, &q->look.runner, &wish, q->look.today_s, q->error)
               : code;
}

static ff_code answer(request *q) {
    ff_code code = ff_plan_look_at(q->app, q->arena, &q->look, q->error);
    if (code != FF_OK) {
        return code;
    }
    if (q->asked->end) {
        return end_plan(q);
    }
    if (writes(q->asked) && !q->look.safety.must_be_seen) { /* a red flag comes first of all */
        code = check_asked(q);
    }
    if (code == FF_OK && q->look.runner.seen_first) {
        return ff_plan_refuse(q->app, q->arena, &q->look, NULL, q->asked->format, q->reply,
                              q->error);
    }
    if (code != FF_OK) {
        return code;
    }
    if (!writes(q->asked)) {
        return q->asked->as_text ? show_text(q) : show(q);
    }
    if (!q->look.safety.asked) {
        ff_safety_refuse(&q->look.safety.assessment,
                         "No plan is written before the safety questions are answered, and lately.",
                         "'ask' asks them.", q->asked->format, q->reply);
        return FF_OK;
    }
    return q->asked->from != NULL ? read_own(q) : write_new(q);
}

ff_code ff_app_plan(ff_app *app, const ff_plan_request *asked, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    request q = {.app = app, .arena = &arena, .error = error, .asked = asked, .reply = reply};
    ff_code code = check_request(asked, error);
    bool looks = !writes(asked) && !asked->end;
    if (code == FF_OK && looks) { /* a journal that may only be read can be looked at */
        code = answer(&q);
    } else if (code == FF_OK) {
        code = ff_journal_begin(app->journal, error);
        if (code == FF_OK) {
            code = ff_journal_finish(app->journal, answer(&q), error);
        }
    }
    return ff_app_end(&arena, code, reply, error);
}
