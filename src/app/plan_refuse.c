/* What stands in the place of a plan while something must be looked at first. */
#include "app/plan_refuse.h"

#include "app/takes.h"
#include "base/number.h"

#include <math.h>

/* What may be run until it was looked at: at most what load_down allows, the last length without
 * numbness; nothing where there is room for nothing but being seen, as where a bone may be hurt. */
static const char *until_then(const ff_plan_look *look, ff_arena *arena) {
    const ff_safety *s = &look->safety;
    const ff_plan_standing *now = &look->standing;
    if (!ff_safety_allows(s, ff_knowledge_remedy(&ff_knowledge_built_in, "load_down"))) {
        return "Until then: no running.";
    }
    if (isnan(now->clean_min)) {
        return "Until then: no running; walk as far as the foot stays free.";
    }
    return ff_arena_printf(
        arena,
        "Until then: no run longer than %s minutes, the last that was free of numbness, easy, with "
        "walk breaks and a day of rest between.",
        FF_FIXED(floor(fmin(now->clean_min, now->level_min)), 0));
}

static const char *why_first(const ff_plan_look *look) {
    return look->safety.must_be_seen
               ? "There is no running plan while this is open: it comes first."
           : look->safety.collected.runner.sooner_by_runs
               ? "By your runs the numbness comes sooner and sooner over the weeks: there is no "
                 "running plan "
                 "while it does. Find out why first: have it looked at, and change one thing."
               : "The numbness gets worse from week to week: there is no running plan while it "
                 "does. "
                 "Find out why first: have it looked at, and change one thing.";
}

/* ---- what was taken along before ---- */

ff_code ff_plan_still_out(ff_app *app, ff_arena *arena, const char **words, ff_error *error) {
    size_t count = 0;
    ff_code code = ff_takes_still_out(app, arena, &count, error);
    *words = "";
    if (code == FF_OK && count > 0) {
        *words = ff_arena_printf(
            arena,
            " A calendar that was written earlier still has %zu run%s of it: 'plan --ics FILE' "
            "writes one that calls %s off; take it in.",
            count, count == 1 ? "" : "s", count == 1 ? "it" : "them");
        code = ff_arena_check(arena, error);
    }
    return code;
}

/* As ff_safety_refuse, with the calendar that calls off. */
static void refuse_with_calendar(const ff_plan_look *look, const char *words, const char *ics,
                                 ff_reply *reply) {
    ff_json json;
    reply->incomplete = true;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_safety_member(&look->safety, &json);
    ff_json_text_member(&json, "refused", words);
    ff_json_text_member(&json, "ics", ics);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

ff_code ff_plan_refuse(ff_app *app, ff_arena *arena, const ff_plan_look *look,
                       const ff_plan_called_off *off, ff_format format, ff_reply *reply,
                       ff_error *error) {
    const ff_safety *s = &look->safety;
    const char *still_out = off != NULL ? off->words : "";
    ff_code code = off == NULL ? ff_plan_still_out(app, arena, &still_out, error) : FF_OK;
    const char *words = ff_arena_printf(
        arena, "%s %s%s%s", why_first(look), until_then(look, arena),
        look->is_kept ? " What you took along of the plan, on a watch or on paper, waits too." : "",
        still_out);
    code = code == FF_OK ? ff_arena_check(arena, error) : code;
    if (code == FF_OK && off != NULL && off->ics != NULL) {
        refuse_with_calendar(look, words, off->ics, reply);
    } else if (code == FF_OK) {
        ff_safety_refuse(&s->assessment, words,
                         s->must_be_seen ? NULL : "'why' says what fits best so far.", format,
                         reply);
    }
    return code;
}
