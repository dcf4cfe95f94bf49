/* pad: where a metatarsal pad goes under this runner's foot. */
#include "app/app.h"

#include "app/feet.h"
#include "app/safety.h"
#include "app/show.h"
#include "app/sites.h"
#include "app/typed.h"
#include "base/number.h"
#include "remedy/pad.h"
#include "report/pad_report.h"

#include <math.h>
#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

/* Nobody said where: the third gap, in which two of three such nerves lie [S88]. */
#define USUAL_SORE ((unsigned)(1u << 2 | 1u << 3))

typedef struct {
    ff_app *app;
    ff_arena *arena;
    const ff_pad_request *request;
    ff_error *error;
    ff_safety safety;
    ff_feet feet;
    ff_pad_foot measured[2];
    unsigned sore[2];
    bool by_journal, by_sites, by_usual;
    ff_pad_report report;
} job;

/* ---- the sore heads ---- */

static bool is_marked(uint64_t regions, const char *name, int number) {
    char id[8] = {name[0], name[1], '\0'};
    id[strlen(id)] = (char)('0' + number);
    int region = ff_knowledge_region(knowledge, id);
    return region >= 0 && (regions >> region & 1) != 0;
}

/* A gap lies between two heads; a toe or a place of the ball belongs to its own. */
static unsigned heads_of(uint64_t regions) {
    unsigned heads = 0, gaps = 0;
    for (int i = 1; i <= FF_PAD_HEADS; i++) {
        heads |= is_marked(regions, "B", i) ? 1u << (i - 1) : 0;
        gaps |= i < FF_PAD_HEADS && is_marked(regions, "W", i) ? 3u << (i - 1) : 0;
    }
    for (int i = 1; (heads | gaps) == 0 && i <= FF_PAD_HEADS; i++) {
        heads |= is_marked(regions, "TP", i) || is_marked(regions, "TD", i) ? 1u << (i - 1) : 0;
    }
    return gaps != 0 ? gaps : heads;
}

static ff_code take_sites(job *j) {
    ff_sites sites = j->safety.collected.runner.sites;
    if (j->request->site != NULL) {
        ff_code code = ff_sites_parse(j->request->site, &sites, j->error);
        if (code != FF_OK) {
            return code;
        }
    }
    j->sore[FF_LEFT] = heads_of(sites.left);
    j->sore[FF_RIGHT] = heads_of(sites.right);
    bool none = (j->sore[FF_LEFT] | j->sore[FF_RIGHT]) == 0;
    if (none && j->request->site != NULL) {
        return ff_fail(
            j->error, FF_ERR_VALUE, "site", FF_NO_OFFSET,
            "a pad goes behind the ball: name a gap (W1 to W4), a head (B1 to B5) or toes, such as "
            "left:W3, not \"%.40s\"",
            j->request->site);
    }
    j->by_sites = !none && j->request->site == NULL;
    j->by_usual = none;
    if (none) {
        j->sore[FF_LEFT] = j->sore[FF_RIGHT] = USUAL_SORE;
    }
    return FF_OK;
}

/* --side leaves the other foot out; what is asked of a foot that is not sore is the other's place.
 */
static ff_code take_side(job *j) {
    if (j->request->side == NULL) {
        return FF_OK;
    }
    int side = ff_side_of_name(j->request->side);
    if (side < 0) {
        return ff_fail(j->error, FF_ERR_VALUE, "side", FF_NO_OFFSET,
                       "side is left or right, not '%.20s'", j->request->side);
    }
    if (j->sore[side] == 0) {
        j->sore[side] = j->sore[!side];
    }
    j->sore[!side] = 0;
    return FF_OK;
}

/* ---- the measures ---- */

static ff_code read_number(job *j, const char *text, const char *where, const char *what,
                           double least, double most, double *to) {
    const ff_typed_limits limits = {where, what, "mm", least, most};
    return text == NULL ? FF_OK : ff_typed_number(text, &limits, to, j->error);
}

static double figure(const job *j, int side, ff_foot_kind kind) {
    const ff_foot_figure *f = j->feet.counts[side][kind];
    return f != NULL ? f->value : (double)NAN;
}

/* Figures of the journal go together; what was typed is of both feet. */
static void measures_of_journal(job *j) {
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        j->measured[side] =
            (ff_pad_foot){figure(j, side, FF_FOOT_LENGTH), figure(j, side, FF_FOOT_BALL_LENGTH),
                          figure(j, side, FF_FOOT_BALL_WIDTH), -1};
    }
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        if (isnan(j->measured[side].length_mm)) {
            j->measured[side] = j->measured[!side];
        }
    }
    j->by_journal = !isnan(j->measured[FF_LEFT].length_mm);
}

static ff_code read_measures(job *j) {
    double length = NAN, ball = NAN, width = NAN;
    const ff_pad_request *r = j->request;
    ff_code code =
        read_number(j, r->length, "length", "the length of a foot",
                    ff_foot_kind_least(FF_FOOT_LENGTH), ff_foot_kind_most(FF_FOOT_LENGTH), &length);
    if (code == FF_OK) {
        code = read_number(j, r->ball, "ball", "from heel to inner ball",
                           ff_foot_kind_least(FF_FOOT_BALL_LENGTH),
                           ff_foot_kind_most(FF_FOOT_BALL_LENGTH), &ball);
    }
    if (code == FF_OK) {
        code = read_number(j, r->width, "width", "the width of a ball",
                           ff_foot_kind_least(FF_FOOT_BALL_WIDTH),
                           ff_foot_kind_most(FF_FOOT_BALL_WIDTH), &width);
    }
    measures_of_journal(j);
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        ff_pad_foot *foot = &j->measured[side];
        if (!isnan(length)) {
            *foot = (ff_pad_foot){length, NAN, NAN, -1};
            j->by_journal = false;
        }
        foot->ball_mm = isnan(ball) ? foot->ball_mm : ball;
        foot->width_mm = isnan(width) ? foot->width_mm : width;
    }
    return code;
}

static ff_code take_sex(job *j) {
    bool women = j->feet.women, known = j->feet.sex_known;
    ff_code code = FF_OK;
    if (j->request->sex != NULL) {
        code = ff_feet_parse_sex(j->request->sex, &women, j->error);
        known = true;
    }
    j->measured[FF_LEFT].women = j->measured[FF_RIGHT].women = known ? women : -1;
    return code;
}

static ff_code check_measures(job *j) {
    static const char *const names[FF_FOOT_KIND_COUNT] = {
        [FF_FOOT_BALL_LENGTH] = "ball", [FF_FOOT_BALL_WIDTH] = "width"};
    double values[FF_FOOT_KIND_COUNT];
    ff_code code = FF_OK;
    for (int side = FF_LEFT; side <= FF_RIGHT && code == FF_OK; side++) {
        const ff_pad_foot *foot = &j->measured[side];
        if (isnan(foot->length_mm)) {
            return ff_fail(
                j->error, FF_ERR_USAGE, "length", FF_NO_OFFSET,
                "the length of the foot is needed (--length MM); or keep both feet with 'foot'");
        }
        for (int i = 0; i < FF_FOOT_KIND_COUNT; i++) {
            values[i] = NAN;
        }
        values[FF_FOOT_LENGTH] = foot->length_mm;
        values[FF_FOOT_BALL_LENGTH] = foot->ball_mm;
        values[FF_FOOT_BALL_WIDTH] = foot->width_mm;
        code = ff_feet_check(values, NULL, names, j->error);
    }
    return code;
}

/* ---- the answer ---- */

static const char *from_words(const job *j) {
    return ff_arena_printf(j->arena, "%s%s",
                           j->by_usual   ? "Nobody said where it is sore: drawn for the third gap, "
                                           "where it is most often [S88]. "
                                           "Name another place (--site left:W2) if you know it."
                           : j->by_sites ? "The place is as you marked it."
                                         : "The place is as you gave it.",
                           j->by_journal ? " The measures are those kept of your feet." : "");
}

static ff_code place(job *j) {
    j->report = (ff_pad_report){.rule = knowledge->pad,
                                .from = from_words(j),
                                .notice = ff_safety_notice(&j->safety, j->app->program, j->arena)};
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        j->report.there[side] = j->sore[side] != 0;
        if (j->report.there[side]) {
            ff_pad_place_of(knowledge->pad, &j->measured[side], j->sore[side],
                            &j->report.feet[side]);
        }
    }
    return ff_arena_check(j->arena, j->error);
}

static ff_code draw(job *j, ff_reply *reply) {
    if (j->report.there[FF_LEFT] && j->report.there[FF_RIGHT]) {
        return ff_fail(j->error, FF_ERR_USAGE, "side", FF_NO_OFFSET,
                       "one foot fits on a sheet: say which, left or right (--side)");
    }
    ff_text svg;
    ff_text_init(&svg, j->arena->allocator);
    ff_pad_draw(&j->report, j->report.there[FF_LEFT] ? FF_LEFT : FF_RIGHT, j->arena, &svg);
    ff_app_reply_drawing(&svg, j->request->format, reply);
    ff_text_free(&svg);
    return FF_OK;
}

static void say(job *j, ff_reply *reply) {
    if (j->request->format == FF_AS_TEXT) {
        ff_safety_preface(&j->safety, j->app->program, &reply->text);
        ff_pad_text(&j->report, j->app->program, j->arena, &reply->text);
        return;
    }
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_safety_member(&j->safety, &json);
    ff_pad_members(&j->report, &json);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

static ff_code look(job *j) {
    ff_code code = ff_safety_look(j->app, j->arena, &j->safety, j->error);
    if (code == FF_OK) {
        code = ff_feet_read(j->app, j->arena, &j->feet, j->error);
    }
    if (code == FF_OK) {
        code = take_sites(j);
    }
    if (code == FF_OK) {
        code = take_side(j);
    }
    if (code == FF_OK) {
        code = read_measures(j);
    }
    if (code == FF_OK) {
        code = take_sex(j);
    }
    if (code == FF_OK) {
        code = check_measures(j);
    }
    return code == FF_OK ? place(j) : code;
}

ff_code ff_app_pad(ff_app *app, const ff_pad_request *request, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    job j = {.app = app, .arena = &arena, .request = request, .error = error};
    ff_code code = look(&j);
    if (code == FF_OK && !ff_safety_allows(&j.safety, knowledge->pad->remedy)) {
        ff_safety_refuse(
            &j.safety.assessment,
            j.safety.must_be_seen
                ? "No pad is placed now: this comes first."
                : "A pad is not for a foot that gets worse from week to week: let someone look at "
                  "it first.",
            NULL, request->format, reply);
    } else if (code == FF_OK && request->svg) {
        code = draw(&j, reply);
    } else if (code == FF_OK) {
        say(&j, reply);
    }
    return ff_app_end(&arena, code, reply, error);
}
