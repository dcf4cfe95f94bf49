/* step: shorter, quicker steps over weeks, from the runner's own step rate; and a metronome for
 * them. */
#include "app/app.h"

#include "app/measures.h"
#include "app/plan_look.h"
#include "app/safety.h"
#include "app/sites.h"
#include "app/step_look.h"
#include "app/step_take.h"
#include "base/folder.h"
#include "base/unit.h"
#include "measure/step_rate.h"
#include "remedy/step_programme.h"
#include "report/metronome.h"
#include "report/step_report.h"

#include <math.h>
#include <string.h>

#define USUAL_TO      7.5
#define USUAL_MINUTES 30.0

ff_code ff_step_look(ff_app *app, ff_arena *arena, const ff_history *history,
                     ff_step_speed_list *speeds, ff_error *error) {
    ff_measured_run_list runs;
    ff_code code = ff_measures_of(app, arena, history, &runs, error);
    return code == FF_OK ? ff_step_rate_of(arena, &runs, speeds, error) : code;
}

ff_code ff_step_cannot_tell(const ff_collected *collected, ff_error *error) {
    const char *why = collected->told.form.why_not;
    return ff_fail(error, FF_ERR_VALUE, "cadence", FF_NO_OFFSET,
                   "your runs do not tell your step rate: %s. Count the steps of both feet for a "
                   "minute of easy running and give them (--cadence)",
                   why != NULL ? why : "it takes 4 runs outdoors with step rate and speed");
}

/* ---- the track ---- */

static ff_code add_to_file(void *user, const void *data, size_t size, ff_error *error) {
    return ff_file_writer_add(user, data, size, error);
}

static ff_code write_track(const char *path, const ff_metronome *metronome, ff_error *error) {
    ff_file_writer writer;
    ff_code code = ff_file_writer_begin(&writer, path, error);
    if (code != FF_OK) {
        return code;
    }
    code = ff_metronome_write(metronome, add_to_file, &writer, error);
    return ff_file_writer_finish(&writer, code, error);
}

static ff_code check_track(const ff_step_request *r, ff_error *error) {
    if (r->wav == NULL && (r->week != 0 || !isnan(r->minutes))) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "a week and minutes are of the metronome track: give --wav FILE too");
    }
    if (r->wav != NULL && strcmp(r->wav, "-") == 0) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "a track has megabytes of sound: give --wav the name of a file");
    }
    if (r->fit != NULL && (strcmp(r->fit, "-") == 0 || r->fit[0] == '\0')) {
        return ff_fail(error, FF_ERR_USAGE, "--fit", FF_NO_OFFSET,
                       "workouts are several files: give a FOLDER");
    }
    if (r->wav != NULL && !isnan(r->minutes) &&
        !(r->minutes > 0 && r->minutes <= FF_METRONOME_MOST_MIN)) {
        return ff_fail(error, FF_ERR_VALUE, "minutes", FF_NO_OFFSET, "a track has 1 to 90 minutes");
    }
    return FF_OK;
}

static ff_code make_track(const ff_step_request *r, ff_step_report *report, ff_error *error) {
    size_t week = r->week != 0 ? (size_t)r->week : 1;
    const ff_step_programme *p = report->programme;
    if (week > p->count) {
        return ff_fail(error, FF_ERR_VALUE, "week", FF_NO_OFFSET, "the programme has %zu weeks",
                       p->count);
    }
    const ff_step_week *w = &p->weeks[week - 1];
    const ff_metronome metronome = {
        .spm = p->cadence_spm * (1 + w->more),
        .minutes = isnan(r->minutes) ? USUAL_MINUTES : r->minutes,
        .on_min = w->on_min,
        /* In rounds it rests as long as it sounds: the easy running between. */
        .off_min = w->part == FF_STEP_ROUNDS ? w->round_min : w->off_min};
    report->track = r->wav;
    report->track_week = w->week;
    report->track_spm = metronome.spm;
    report->track_min = metronome.minutes;
    return write_track(r->wav, &metronome, error);
}

/* ---- the speed ---- */

static ff_code too_few(const ff_step_speed_list *speeds, const char *pace, ff_error *error) {
    if (speeds->count == 0) {
        return ff_fail(
            error, FF_ERR_VALUE, "pace", FF_NO_OFFSET,
            "no speed was run for 10 minutes in 2 runs, so none tells your step rate "
            "there: leave out the pace (--pace), or count the steps and give them (--cadence)");
    }
    char slow[FF_UNIT_SIZE], fast[FF_UNIT_SIZE];
    ff_unit_format_duration(1000 / speeds->items[0].speed_mps, slow);
    ff_unit_format_duration(1000 / speeds->items[speeds->count - 1].speed_mps, fast);
    return ff_fail(error, FF_ERR_VALUE, "pace", FF_NO_OFFSET,
                   "there are too few runs at %.20s a kilometre to tell your step rate there (it "
                   "takes 10 minutes of 2 runs). Your runs tell it from about %s to %s: give such "
                   "a pace, or count the steps at yours and give them (--cadence)",
                   pace, slow, fast);
}

/* The runner's own step rate at the speed at which the runs will be: in *speeds it takes the place
 * of that at the usual speed. */
static ff_code choose_pace(const char *pace, ff_step_speed_list *speeds, ff_error *error) {
    double seconds = 0;
    if (!ff_unit_parse_duration(pace, &seconds) || seconds < 120 || seconds > 1200) {
        return ff_fail(error, FF_ERR_VALUE, "pace", FF_NO_OFFSET,
                       "a pace is the time of a kilometre, 2:00 to 20:00, such as 6:00");
    }
    double speed_mps = 1000 / seconds, cadence_spm = ff_step_rate_at(speeds, speed_mps);
    if (isnan(cadence_spm)) {
        return too_few(speeds, pace, error);
    }
    speeds->cadence_spm = cadence_spm;
    speeds->speed_mps = speed_mps;
    return FF_OK;
}

/* ---- the answer ---- */

static const ff_remedy *cadence(void) {
    return ff_knowledge_remedy(&ff_knowledge_built_in, "cadence");
}

/* told: the workouts that were written; none without a folder. */
static void say(const ff_safety *safety, const ff_step_report *report, const ff_takes_told *told,
                ff_arena *arena, ff_format format, ff_reply *reply) {
    if (format == FF_AS_TEXT) {
        ff_safety_preface(safety, report->program, &reply->text);
        ff_step_report_text(report, arena, &reply->text);
        if (told->folder != NULL) {
            ff_text_add_char(&reply->text, '\n');
            ff_takes_workouts_text(told, &reply->text);
        }
        return;
    }
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_safety_member(safety, &json);
    ff_step_report_json(report, &json);
    if (told->folder != NULL) {
        ff_takes_workouts_json(told, arena, &json);
    }
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

static ff_code answer(ff_app *app, ff_arena *arena, const ff_step_request *r,
                      const ff_safety *safety, ff_reply *reply, ff_error *error) {
    ff_step_speed_list speeds = {.cadence_spm = NAN};
    ff_step_programme programme;
    bool given = !isnan(r->cadence_spm);
    ff_code code =
        given ? FF_OK : ff_step_look(app, arena, &safety->collected.history, &speeds, error);
    if (code == FF_OK && !given && isnan(speeds.cadence_spm)) {
        code = ff_step_cannot_tell(&safety->collected, error);
    }
    if (code == FF_OK && r->pace != NULL) {
        code = given ? ff_fail(error, FF_ERR_USAGE, "pace", FF_NO_OFFSET,
                               "give your step rate or a pace at which your runs tell it, not both")
                     : choose_pace(r->pace, &speeds, error);
    }
    if (code == FF_OK) {
        code = ff_step_programme_of(arena, given ? r->cadence_spm : speeds.cadence_spm,
                                    isnan(r->to_percent) ? USUAL_TO : r->to_percent, &programme,
                                    error);
    }
    ff_step_report report = {.programme = &programme,
                             .speeds = &speeds,
                             .given = given,
                             .pace_given = r->pace != NULL,
                             .form = &safety->collected.told.form,
                             .forefoot_numb = ff_sites_forefoot(&safety->collected.runner),
                             .remedy = cadence(),
                             .program = app->program};
    if (code == FF_OK && r->wav != NULL) {
        code = make_track(r, &report, error);
    }
    ff_takes_told told = {0};
    if (code == FF_OK && r->fit != NULL) {
        code = ff_step_take(app, arena, r->fit, &programme, &told, error);
    }
    if (code == FF_OK) {
        say(safety, &report, &told, arena, r->format, reply);
    }
    return code;
}

ff_code ff_app_step(ff_app *app, const ff_step_request *request, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_safety safety;
    ff_app_arena(app, &arena);
    ff_code code = check_track(request, error);
    if (code == FF_OK) {
        code = ff_safety_look(app, &arena, &safety, error);
    }
    bool taken = request->wav != NULL || request->fit != NULL;
    if (code == FF_OK && !ff_safety_allows(&safety, cadence())) {
        ff_safety_refuse(
            &safety.assessment,
            safety.must_be_seen
                ? "No new way of running while this is open: it comes first."
                : "The numbness gets worse over the weeks: no new way of running while "
                  "it does. Have it looked at first.",
            safety.must_be_seen ? NULL : "'why' says what fits best so far.", request->format,
            reply);
    } else if (code == FF_OK && taken && !safety.asked) {
        /* On the screen a line says so; what is on the watch or in the ear says nothing. */
        ff_safety_refuse(&safety.assessment,
                         "No file is written before the safety questions are answered, and lately.",
                         "'ask' asks them.", request->format, reply);
    } else if (code == FF_OK) {
        code = answer(app, &arena, request, &safety, reply, error);
    }
    return ff_app_end(&arena, code, reply, error);
}
