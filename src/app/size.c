/* size: a foot in every size system, and a label back to the feet it is meant for. */
#include "app/feet.h"
#include "app/safety.h"
#include "app/size_chart.h"
#include "app/size_typed.h"
#include "app/sock.h"
#include "app/typed.h"

#include <math.h>
#include <string.h>

/* A foot measured at home (judgement). */
#define USUAL_ERROR_MM 3.0

typedef struct {
    ff_app *app; /* NULL: nothing is looked up */
    ff_arena *arena;
    const ff_size_request *request;
    ff_error *error;
    ff_feet feet;
    int system; /* of the label or of the chart's numbers; -1 */
    ff_size_report report;
} job;

/* ---- what was asked for ---- */

static ff_code number(job *j, const char *text, const char *where, const char *what, double least,
                      double most, double *to) {
    const ff_typed_limits limits = {where, what, "mm", least, most};
    return text == NULL ? FF_OK : ff_typed_number(text, &limits, to, j->error);
}

static const char *system_name(int i) {
    return ff_size_system_name((ff_size_system)i);
}

static ff_code unknown_system(job *j) {
    if (j->request->system != NULL) {
        return ff_typed_unknown("system", j->request->system, FF_SIZE_SYSTEM_COUNT, system_name,
                                j->error);
    }
    ff_text names;
    ff_text_init(&names, j->arena->allocator);
    ff_typed_names(FF_SIZE_SYSTEM_COUNT, system_name, &names);
    ff_code code = ff_fail(j->error, FF_ERR_USAGE, "system", FF_NO_OFFSET,
                           "a size alone says nothing: of which system? One of %s", names.data);
    ff_text_free(&names);
    return code;
}

static ff_code read_label(job *j) {
    double size;
    ff_size_system system = (ff_size_system)j->system;
    double mm;
    ff_code code = ff_size_number(system, j->request->size, &size, &mm, j->error);
    if (code != FF_OK) {
        return code;
    }
    j->report.label = ff_size_label_of(system, size);
    j->report.foot_mm = mm;
    j->report.error_mm = (j->report.label.to_mm - j->report.label.from_mm) / 2;
    j->report.given = ff_arena_printf(j->arena, "%s %s", ff_size_system_name(system),
                                      ff_size_label_words(size, j->arena));
    return ff_arena_check(j->arena, j->error);
}

static ff_code read_from_journal(job *j) {
    int side = j->app != NULL ? ff_feet_longer(&j->feet) : -1;
    if (side < 0) {
        return ff_fail(j->error, FF_ERR_USAGE, "foot", FF_NO_OFFSET,
                       "say the foot's length in mm (--foot 262), a size and its system (--size 42 "
                       "--system EU), or measure both feet once: 'foot'");
    }
    const ff_foot_figure *length = j->feet.counts[side][FF_FOOT_LENGTH];
    j->report.foot_mm = length->value;
    j->report.error_mm = length->error;
    j->report.from = side == FF_LEFT ? "your left foot" : "your right foot";
    if (j->feet.counts[!side][FF_FOOT_LENGTH] != NULL) {
        j->report.from =
            side == FF_LEFT ? "your left foot, the longer one" : "your right foot, the longer one";
    }
    const ff_foot_figure *width = j->feet.counts[side][FF_FOOT_BALL_WIDTH];
    const ff_foot_figure *girth = j->feet.counts[side][FF_FOOT_GIRTH];
    if (width != NULL) {
        j->report.measured.width_mm = width->value;
        j->report.measured.width_error_mm = width->error;
    }
    if (girth != NULL) {
        j->report.measured.girth_mm = girth->value;
        j->report.measured.girth_error_mm = girth->error;
    }
    return FF_OK;
}

static ff_code read_foot(job *j) {
    const ff_size_request *r = j->request;
    j->system = r->system != NULL ? ff_size_system_of_name(r->system) : -1;
    if ((r->system != NULL || r->size != NULL) && j->system < 0) {
        return unknown_system(j);
    }
    if (r->size != NULL && r->foot != NULL) {
        return ff_fail(j->error, FF_ERR_USAGE, "size", FF_NO_OFFSET,
                       "give a foot or a size, not both");
    }
    if (r->size != NULL) {
        return read_label(j);
    }
    if (r->foot == NULL) {
        return read_from_journal(j);
    }
    j->report.error_mm = USUAL_ERROR_MM;
    ff_code code = number(j, r->foot, "foot", "the length of a foot", FF_SIZE_LEAST_MM,
                          FF_SIZE_MOST_MM, &j->report.foot_mm);
    return code == FF_OK
               ? number(j, r->error, "error", "how far off it may be", 0, 20, &j->report.error_mm)
               : code;
}

static ff_code check_figures(job *j) {
    static const char *const names[FF_FOOT_KIND_COUNT] = {
        [FF_FOOT_BALL_WIDTH] = "width", [FF_FOOT_GIRTH] = "girth"};
    double values[FF_FOOT_KIND_COUNT];
    for (int i = 0; i < FF_FOOT_KIND_COUNT; i++) {
        values[i] = NAN;
    }
    values[FF_FOOT_LENGTH] = j->report.foot_mm;
    values[FF_FOOT_BALL_WIDTH] = j->report.measured.width_mm;
    values[FF_FOOT_GIRTH] = j->report.measured.girth_mm;
    return ff_feet_check(values, NULL, names, j->error);
}

static ff_code read_width(job *j) {
    const ff_size_request *r = j->request;
    ff_width_known *m = &j->report.measured;
    ff_code code =
        number(j, r->width, "width", "the width of a foot at the ball", 30, 160, &m->width_mm);
    if (code == FF_OK && r->width != NULL) {
        m->width_error_mm = USUAL_ERROR_MM;
    }
    if (code == FF_OK) {
        code = number(j, r->girth, "girth", "the girth of a foot round the ball", 60, 400,
                      &m->girth_mm);
    }
    if (code == FF_OK && r->girth != NULL) {
        m->girth_error_mm = ff_foot_usual_error(FF_FOOT_GIRTH, FF_FOOT_BY_TAPE);
    }
    return code == FF_OK ? check_figures(j) : code;
}

static ff_code read_sex(job *j) {
    j->report.sex_known = j->feet.sex_known;
    j->report.women = j->feet.women;
    if (j->request->sex == NULL) {
        return FF_OK;
    }
    j->report.sex_known = true;
    return ff_feet_parse_sex(j->request->sex, &j->report.women, j->error);
}

/* ---- what comes of it ---- */

static ff_code place(job *j) {
    ff_size_report *r = &j->report;
    ff_size_place *places = ff_arena_take(j->arena, FF_SIZE_SYSTEM_COUNT, sizeof *places);
    if (places == NULL) {
        return ff_arena_check(j->arena, j->error);
    }
    for (int i = 0; i < FF_SIZE_SYSTEM_COUNT; i++) {
        ff_size_system system = (ff_size_system)i;
        r->exact[i] = ff_size_of_foot(system, r->foot_mm);
        if (ff_size_tells(system, r->foot_mm)) {
            ff_size_place *p = &places[r->place_count++];
            ff_size_place_of(system, r->foot_mm, r->error_mm, p);
            p->ask = r->given != NULL ? p->nearest : p->ask;
        }
    }
    r->places = places;
    return FF_OK;
}

static ff_code place_widths(job *j) {
    ff_size_report *r = &j->report;
    r->length_share = r->width_share = NAN;
    bool grown = r->foot_mm >= ff_foot_kind_least(FF_FOOT_LENGTH);
    if (r->sex_known && grown) {
        r->length_share = ff_length_share_below(r->women, r->foot_mm);
    }
    if (!r->sex_known || !grown || !ff_width_complete(r->women, &r->measured, &r->all)) {
        r->all = r->measured;
        return FF_OK;
    }
    ff_width_place *widths = ff_arena_take(j->arena, FF_WIDTH_SYSTEM_COUNT, sizeof *widths);
    if (widths == NULL) {
        return ff_arena_check(j->arena, j->error);
    }
    for (int i = 0; i < FF_WIDTH_SYSTEM_COUNT; i++) {
        ff_width_place_of((ff_width_system)i, r->women, r->foot_mm, &r->all, &widths[i]);
    }
    r->widths = widths;
    r->width_count = FF_WIDTH_SYSTEM_COUNT;
    r->width_share = ff_width_share_below(r->women, r->foot_mm, r->all.width_mm);
    return FF_OK;
}

static ff_code find_room(job *j) {
    const ff_size_request *request = j->request;
    ff_size_room *room = &j->report.room;
    ff_measure sock = ff_sock_medium;
    ff_code code = request->sock != NULL ? ff_sock_parse(request->sock, &sock, j->error) : FF_OK;
    room->asked = request->inner != NULL;
    room->inner_mm = NAN;
    if (code == FF_OK) {
        code = number(j, request->inner, "inner", "the inner length of a shoe", 80, 360,
                      &room->inner_mm);
    }
    if (code != FF_OK) {
        return code;
    }
    ff_fit_question q = {.sock = sock, .more_room = request->more_room};
    for (int level = 0; level < FF_FIT_LEVEL_COUNT; level++) {
        q.feet[0].at[level].mm = q.feet[1].at[level].mm = q.shoe.at[level].mm = NAN;
    }
    q.feet[0].at[FF_FIT_LENGTH] = (ff_measure){j->report.foot_mm, j->report.error_mm};
    room->inner_error_mm = ff_shoe_usual_error(FF_SHOE_INNER_LENGTH, FF_SHOE_BY_STICK);
    q.shoe.at[FF_FIT_LENGTH] = (ff_measure){room->inner_mm, room->inner_error_mm};
    ff_fit_answer a;
    ff_fit_answer_of(&q, &a);
    const ff_fit_verdict *v = &a.verdicts[0][FF_FIT_LENGTH];
    room->sock_mm = sock.mm;
    room->more_room = q.more_room;
    room->needed_mm = a.needed_mm;
    room->needed_least_mm = a.needed_least_mm;
    room->needed_most_mm = a.needed_most_mm;
    room->room_mm = v->room_mm;
    room->band = v->band;
    room->low = v->low;
    room->high = v->high;
    room->swell_length_mm = a.swell_mm;
    room->swell_girth_mm =
        isnan(j->report.all.girth_mm) ? (double)NAN : ff_swelling_girth_mm(j->report.all.girth_mm);
    if (room->asked) {
        room->eu = ff_half_sizes_of(room->room_mm, v->error_mm, FF_HALF_EU_MM, room->more_room);
        room->uk = ff_half_sizes_of(room->room_mm, v->error_mm, FF_HALF_UK_MM, room->more_room);
    }
    return FF_OK;
}

static ff_code read_chart(job *j) {
    if (j->request->chart == NULL) {
        return FF_OK;
    }
    ff_size_chart *chart = ff_arena_take(j->arena, 1, sizeof *chart);
    if (chart == NULL) {
        return ff_arena_check(j->arena, j->error);
    }
    ff_bytes bytes;
    ff_code code = ff_bytes_of_file(&bytes, j->request->chart, j->error);
    if (code == FF_OK) {
        int system = j->request->size == NULL ? j->system : -1;
        code = ff_size_chart_read(j->arena, &bytes, j->report.foot_mm, system, chart, j->error);
        ff_bytes_close(&bytes);
    }
    j->report.chart = chart;
    return code;
}

/* What may be proposed; where there is no journal nobody is known whom it could harm. */
static ff_code find_remedy(job *j) {
    const ff_remedy *remedy = ff_knowledge_remedy(&ff_knowledge_built_in, "shoe_wide");
    j->report.program = j->app != NULL ? j->app->program : "footfall";
    if (j->app == NULL || !j->report.room.asked) {
        j->report.remedy = remedy;
        return FF_OK;
    }
    ff_safety *safety = ff_arena_take(j->arena, 1, sizeof *safety);
    ff_code code = safety != NULL ? ff_safety_look(j->app, j->arena, safety, j->error)
                                  : ff_arena_check(j->arena, j->error);
    bool allowed = code == FF_OK && remedy != NULL && ff_safety_allows(safety, remedy);
    j->report.remedy = allowed ? remedy : NULL;
    return code;
}

static ff_code work_out(job *j) {
    ff_code code = j->app != NULL ? ff_feet_read(j->app, j->arena, &j->feet, j->error) : FF_OK;
    ff_code (*const steps[])(job *) = {read_foot,    read_width, read_sex,    place,
                                       place_widths, find_room,  find_remedy, read_chart};
    for (size_t i = 0; i < sizeof steps / sizeof *steps && code == FF_OK; i++) {
        code = steps[i](j);
    }
    return code;
}

ff_code ff_size(const ff_context *context, ff_app *app, const ff_size_request *request,
                ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, ff_context_allocator(context));
    const ff_width_known none = {NAN, NAN, NAN, NAN};
    job j = {.app = app,
             .arena = &arena,
             .request = request,
             .error = error,
             .report = {.measured = none, .all = none}};
    ff_code code = work_out(&j);
    if (code == FF_OK && request->format == FF_AS_JSON) {
        ff_size_report_json(&j.report, &reply->text);
    } else if (code == FF_OK) {
        ff_size_report_text(&j.report, &arena, &reply->text);
    }
    return ff_app_end(&arena, code, reply, error);
}
