/* log: what the runner says of one run. All of it is kept, or nothing. */
#include "app/log.h"

#include "app/app.h"
#include "app/history.h"
#include "app/moment.h"
#include "app/safety.h"
#include "app/sites.h"
#include "app/which_run.h"
#include "report/assessment.h"

#include <math.h>
#include <string.h>

static bool tells_gone(const ff_log_request *request) {
    return request->gone != NULL || request->gone_lap > 0;
}

/* What goes with an onset, and may be said later. */
static bool tells_details(const ff_log_request *request) {
    return request->sites != NULL || request->feelings != NULL || request->strength >= 0 ||
           tells_gone(request);
}

/* ---- what is taken back ---- */

static ff_code nothing_said(ff_error *error) {
    return ff_fail(error, FF_ERR_VALUE, "unsay", FF_NO_OFFSET,
                   "nothing of that kind is said of this run");
}

static bool unsays(const ff_log_request *request, const char *what) {
    return request->unsay != NULL && strcmp(request->unsay, what) == 0;
}

static bool unsays_words(const ff_log_request *request) {
    return unsays(request, "last") || unsays(request, "numbness");
}

static ff_code check_unsay(const ff_log_request *request, ff_error *error) {
    if (request->unsay != NULL && !unsays_words(request) && !unsays(request, "gone")) {
        return ff_fail(error, FF_ERR_VALUE, "unsay", FF_NO_OFFSET,
                       "'%s' is not understood: use last, numbness or gone", request->unsay);
    }
    bool says = request->numb != NULL || request->from_lap > 0 || request->none ||
                request->coming || tells_details(request);
    if (unsays_words(request) && says) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "either take back what was said of numbness, or say something of it");
    }
    if (unsays(request, "gone") && (tells_gone(request) || request->none || request->coming)) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "either take back when it was gone, or say something of it");
    }
    return FF_OK;
}

/* The last word on numbness, or all of them; without one the run is one of which nothing is said.
 */
static ff_code remove_onsets(ff_app *app, ff_arena *arena, int64_t run_id, bool all,
                             ff_error *error) {
    ff_onset_list said;
    ff_code code = ff_journal_onset_history(app->journal, arena, run_id, &said, error);
    if (code == FF_OK && said.count == 0) {
        return nothing_said(error);
    }
    size_t first = all || code != FF_OK ? 0 : said.count - 1;
    for (size_t i = first; i < said.count && code == FF_OK; i++) {
        code = ff_journal_remove_onset(app->journal, said.items[i].id, error);
    }
    return code;
}

/* It came, and it is not said any more that it was gone in the end. */
static ff_code unsay_gone(const ff_run *run, ff_onset *onset, ff_error *error) {
    if (isnan(onset->gone_s)) {
        return nothing_said(error);
    }
    onset->gone_s = NAN;
    if (onset->kind == FF_ONSET_SOMETIME) { /* it had to come before it was gone */
        onset->to_s = run->figures.duration_s;
        onset->to_m = run->figures.distance_m;
    }
    return FF_OK;
}

/* ---- what is said ---- */

/* The onset that the request tells of; *said is false when it tells of none. */
static ff_code read_onset(const ff_log_request *request, const ff_run *run, ff_onset *onset,
                          bool *said, ff_error *error) {
    int ways = (request->numb != NULL) + (request->from_lap > 0) + request->none + request->coming;
    bool free = request->none || request->coming;
    *said = ways > 0;
    if (ways > 1) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "only one of numb, from-lap, none and coming can be true of a run");
    }
    if (free && (request->sites != NULL || request->strength > 0 || request->feelings != NULL)) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "a run without numbness has no site, no strength and no feeling");
    }
    if (free && tells_gone(request)) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "what did not come was not gone again either");
    }
    if (!free && request->strength == 0) {
        return ff_fail(
            error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
            "strength 0 means that the foot did not go numb: say that it did not (--none)");
    }
    if (free) {
        ff_moment_none(run, onset);
        onset->coming = request->coming;
        onset->from = "typed";
    } else if (request->from_lap > 0) {
        return ff_moment_of_lap(run, request->from_lap, onset, error);
    } else if (request->numb != NULL) {
        onset->from = "typed";
        return ff_moment_parse(run, request->numb, onset, error);
    }
    return FF_OK;
}

/* When it was gone, as it is said now or was said before. */
static ff_code read_gone(const ff_log_request *request, const ff_run *run, ff_onset *onset,
                         ff_error *error) {
    const char *where = request->gone != NULL   ? "gone"
                        : request->gone_lap > 0 ? "gone-lap"
                        : request->from_lap > 0 ? "from-lap"
                                                : "numb";
    ff_code code = FF_OK;
    if (request->gone != NULL && request->gone_lap > 0) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "only one of gone and gone-lap can be true of a run");
    }
    if (request->gone != NULL) {
        code = ff_moment_of_gone(run, request->gone, onset, error);
    } else if (request->gone_lap > 0) {
        code = ff_moment_of_gone_lap(run, request->gone_lap, onset, error);
    }
    return code == FF_OK ? ff_moment_fit_gone(run, where, onset, error) : code;
}

/* A site or a strength said later goes with what was said of the run before. */
static ff_code read_details(const ff_log_request *request, const ff_run_row *before, bool said,
                            ff_onset *onset, ff_text *sites, ff_error *error) {
    if (!said && (tells_details(request) || unsays(request, "gone"))) {
        if (before->said->onset == NULL || before->said->onset->kind == FF_ONSET_NONE) {
            return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                           "say first when it went numb: numb or from-lap");
        }
        *onset = *before->said->onset;
    } else if (said && before->said->onset != NULL && onset->kind != FF_ONSET_NONE &&
               before->said->onset->kind != FF_ONSET_NONE) {
        onset->sites = before->said->onset->sites; /* a better time does not unsay the place */
        onset->strength = before->said->onset->strength;
        onset->feelings = before->said->onset->feelings;
        onset->gone_s = before->said->onset->gone_s;
    }
    if (request->strength > 0) {
        onset->strength = request->strength;
    }
    if (request->feelings != NULL) {
        onset->feelings = ff_feelings_of_text(request->feelings);
    }
    if (request->sites != NULL && request->sites[0] == '\0') {
        onset->sites = "";
    } else if (request->sites != NULL) {
        ff_sites parsed;
        ff_code code = ff_sites_parse(request->sites, &parsed, error);
        if (code != FF_OK) {
            return code;
        }
        ff_sites_format(&parsed, sites);
        onset->sites = sites->data;
    }
    return ff_text_check(sites, error);
}

static ff_code put_shoe(ff_app *app, const char *name, int64_t run_id, ff_error *error) {
    int64_t shoe_id;
    ff_code code = ff_journal_find_shoe(app->journal, name, &shoe_id, error);
    if (code == FF_ERR_NOT_FOUND) {
        code = ff_journal_add_shoe(app->journal, name, &shoe_id, error);
    }
    if (code == FF_OK) {
        code = ff_journal_set_run_shoe(app->journal, run_id, shoe_id, "runner", error);
    }
    return code;
}

static ff_code put_changes(ff_app *app, const ff_log_request *request, int64_t run_id,
                           ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_change_list list = {ff_arena_take(&arena, request->changed_count, sizeof *list.items), 0};
    ff_code code = ff_arena_check(&arena, error);
    for (size_t i = 0; i < request->changed_count && code == FF_OK; i++) {
        list.items[list.count++] = (ff_change){
            .run_id = run_id, .what = request->changed[i], .said_by = "runner", .from = "typed"};
    }
    if (code == FF_OK) {
        code = ff_journal_put_changes(app->journal, &list, error);
    }
    ff_arena_free(&arena);
    return code;
}

static ff_code write_all(ff_app *app, const ff_log_request *request, const ff_onset *onset,
                         bool with_onset, int64_t run_id, ff_error *error) {
    ff_code code = FF_OK;
    if (with_onset) {
        code = ff_journal_add_onset(app->journal, onset, NULL, error);
    }
    if (code == FF_OK && request->shoe != NULL) {
        code = put_shoe(app, request->shoe, run_id, error);
    }
    for (int kind = 0; kind < FF_GEAR_COUNT && code == FF_OK; kind++) {
        if (request->gear[kind] != NULL) {
            code = ff_journal_set_run_gear(app->journal, run_id, (ff_gear_kind)kind,
                                           request->gear[kind], "runner", error);
        }
    }
    return code == FF_OK && request->changed_count > 0 ? put_changes(app, request, run_id, error)
                                                       : code;
}

/* ---- checks ---- */

static ff_code refuse_feelings(const char *typed, ff_error *error) {
    char known[FF_FEELINGS_SIZE];
    ff_feelings_text((1 << FF_FEELING_COUNT) - 1, ", ", known);
    return ff_fail(error, FF_ERR_VALUE, "feeling", FF_NO_OFFSET,
                   "'%.40s' is not what it can feel like: say one or more of %s", typed, known);
}

static ff_code check_texts(const ff_log_request *request, ff_error *error) {
    if (request->shoe != NULL && request->shoe[0] == '\0') {
        return ff_fail(error, FF_ERR_VALUE, "shoe", FF_NO_OFFSET, "the name is empty");
    }
    for (int kind = 0; kind < FF_GEAR_COUNT; kind++) {
        if (request->gear[kind] != NULL && request->gear[kind][0] == '\0') {
            return ff_fail(error, FF_ERR_VALUE, ff_gear_kind_name((ff_gear_kind)kind), FF_NO_OFFSET,
                           "the name is empty");
        }
    }
    for (size_t i = 0; i < request->changed_count; i++) {
        if (request->changed[i][0] == '\0') {
            return ff_fail(error, FF_ERR_VALUE, "changed", FF_NO_OFFSET, "the text is empty");
        }
        if (request->changed_count > 1 && strcmp(request->changed[i], FF_USUAL) == 0) {
            return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                           "\"usual\" says that nothing was different: say it alone, or not");
        }
    }
    if (request->feelings != NULL && ff_feelings_of_text(request->feelings) < 0) {
        return refuse_feelings(request->feelings, error);
    }
    if (request->strength > 10) {
        return ff_fail(error, FF_ERR_VALUE, "strength", FF_NO_OFFSET, "it goes from 0 to 10");
    }
    return FF_OK;
}

static ff_code log_run(ff_app *app, ff_arena *arena, const ff_log_request *request,
                       const ff_run *run, ff_error *error) {
    ff_text sites;
    ff_text_init(&sites, arena->allocator);
    ff_run_row before;
    ff_onset onset;
    ff_onset_init(&onset);
    onset.run_id = run->id;
    onset.said_by = "runner";
    bool said = false;
    ff_code code = ff_history_row(app, arena, run, &before, error);
    if (code == FF_OK) {
        code = check_texts(request, error);
    }
    if (code == FF_OK) {
        code = read_onset(request, run, &onset, &said, error);
    }
    if (code == FF_OK && request->from_lap > 0) {
        onset.said_by = "watch";
        onset.from = ff_arena_printf(arena, "lap %d", request->from_lap);
    }
    if (code == FF_OK) {
        code = read_details(request, &before, said, &onset, &sites, error);
    }
    if (code == FF_OK) {
        code = unsays(request, "gone") ? unsay_gone(run, &onset, error)
                                       : read_gone(request, run, &onset, error);
    }
    bool with_onset = said || tells_details(request) || unsays(request, "gone");
    if (code == FF_OK) {
        code = ff_arena_check(arena, error);
    }
    if (code == FF_OK) {
        onset.said_at_s = 0; /* now */
        code = write_all(app, request, &onset, with_onset, run->id, error);
    }
    ff_text_free(&sites);
    return code;
}

/* Takes back what was said of numbness, and keeps what else is said. */
static ff_code unsay_words(ff_app *app, ff_arena *arena, const ff_log_request *request,
                           const ff_run *run, ff_error *error) {
    ff_code code = check_texts(request, error);
    if (code == FF_OK) {
        code = remove_onsets(app, arena, run->id, unsays(request, "numbness"), error);
    }
    return code == FF_OK ? write_all(app, request, NULL, false, run->id, error) : code;
}

/* What the journal knew, what is said now and what it then knows: nobody writes in between, and all
 * that is said is kept or none of it. */
static ff_code read_and_write(ff_app *app, ff_arena *arena, const ff_log_request *request,
                              ff_run *run, ff_run_row *row, ff_error *error) {
    int64_t id = 0;
    ff_code code = ff_which_run(app, arena, request->run, &id, error);
    if (code == FF_OK) {
        code = ff_journal_run(app->journal, arena, id, true, run, error);
    }
    if (code == FF_OK) {
        code = check_unsay(request, error);
    }
    if (code == FF_OK) {
        code = unsays_words(request) ? unsay_words(app, arena, request, run, error)
                                     : log_run(app, arena, request, run, error);
    }
    return code == FF_OK ? ff_history_row(app, arena, run, row, error) : code;
}

ff_code ff_log_keep(ff_app *app, ff_arena *arena, const ff_log_request *request, ff_error *error) {
    ff_run run;
    ff_run_row row;
    ff_code code = ff_journal_begin(app->journal, error);
    if (code == FF_OK) {
        code = read_and_write(app, arena, request, &run, &row, error);
        code = ff_journal_finish(app->journal, code, error);
    }
    return code;
}

static void tell_json(const ff_run_row *row, const ff_safety *safety, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    ff_run_members_json(&json, row);
    ff_safety_member(safety, &json);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

/* A mark can be a sign to be seen: that is said at once, and before what was kept. */
static void tell_text(const ff_run_row *row, const ff_safety *safety, ff_arena *arena,
                      ff_text *out) {
    if (safety->must_be_seen) {
        ff_report_flags_text(out, &safety->assessment);
        ff_text_add_char(out, '\n');
    }
    ff_run_report_text(row, arena, out);
}

static ff_code keep_and_tell(ff_app *app, ff_arena *arena, const ff_log_request *request,
                             ff_reply *reply, ff_error *error) {
    ff_run run;
    ff_run_row row;
    ff_safety safety;
    ff_code code = read_and_write(app, arena, request, &run, &row, error);
    if (code == FF_OK) {
        code = ff_safety_look(app, arena, &safety, error);
    }
    if (code != FF_OK) {
        return code;
    }
    if (request->format == FF_AS_JSON) {
        tell_json(&row, &safety, &reply->text);
    } else {
        tell_text(&row, &safety, arena, &reply->text);
    }
    code = ff_arena_check(arena, error);
    return code == FF_OK ? ff_text_check(&reply->text, error) : code;
}

/* All is told before it is kept for good: who gets an error knows that nothing was kept. */
ff_code ff_app_log(ff_app *app, const ff_log_request *request, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_code code = ff_journal_begin(app->journal, error);
    if (code == FF_OK) {
        code = keep_and_tell(app, &arena, request, reply, error);
        code = ff_journal_finish(app->journal, code, error);
    }
    return ff_app_end(&arena, code, reply, error);
}
