#include <footfall/body.h>

#include <string.h>

typedef struct {
    const char *name, *unit, *words;
    double least, most;
} kind_row;

#define KIND(id, name, unit, words, least, most) {name, unit, words, least, most},
static const kind_row kinds[FF_FOOT_KIND_COUNT] = {FF_FOOT_KIND_LIST(KIND)};
#undef KIND

typedef struct {
    const char *name, *words;
} word_row;

#define WORD(id, name, words) {name, words},
static const word_row methods[FF_FOOT_METHOD_COUNT] = {FF_FOOT_METHOD_LIST(WORD)};
static const word_row times[FF_FOOT_TIME_COUNT] = {FF_FOOT_TIME_LIST(WORD)};
#undef WORD

static int row_of_name(const word_row *rows, int count, const char *name) {
    for (int i = 0; i < count; i++) {
        if (strcmp(rows[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

const char *ff_side_letter(ff_side side) {
    return side == FF_LEFT ? "L" : "R";
}

const char *ff_side_word(ff_side side) {
    return side == FF_LEFT ? "left" : "right";
}

int ff_side_of_name(const char *name) {
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        if (strcmp(name, ff_side_letter((ff_side)side)) == 0 ||
            strcmp(name, ff_side_word((ff_side)side)) == 0) {
            return side;
        }
    }
    return -1;
}

static bool is_kind(ff_foot_kind kind) {
    return (int)kind >= 0 && kind < FF_FOOT_KIND_COUNT;
}

const char *ff_foot_kind_name(ff_foot_kind kind) {
    return is_kind(kind) ? kinds[kind].name : NULL;
}

int ff_foot_kind_of_name(const char *name) {
    for (int i = 0; i < FF_FOOT_KIND_COUNT; i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

const char *ff_foot_kind_words(ff_foot_kind kind) {
    return is_kind(kind) ? kinds[kind].words : NULL;
}

const char *ff_foot_kind_unit(ff_foot_kind kind) {
    return is_kind(kind) ? kinds[kind].unit : NULL;
}

int ff_foot_kind_places(ff_foot_kind kind) {
    bool index = kind == FF_FOOT_ARCH_INDEX || kind == FF_FOOT_CHIPPAUX || kind == FF_FOOT_STAHELI;
    bool counted =
        kind == FF_FOOT_FPI || kind == FF_FOOT_HEEL_RAISES || kind == FF_FOOT_TOUCHES_MISSED;
    return index ? 2 : counted ? 0 : 1;
}

static const ff_foot_share shares[] = {
    {FF_FOOT_BALL_WIDTH, FF_FOOT_LENGTH, 0.31, 0.46, "the width is across the ball, standing"},
    {FF_FOOT_GIRTH, FF_FOOT_LENGTH, 0.70, 1.20, "the tape goes round both ball joints"},
    {FF_FOOT_GIRTH, FF_FOOT_BALL_WIDTH, 2.0, 3.0, "the tape goes round both ball joints"},
    {FF_FOOT_BALL_LENGTH, FF_FOOT_LENGTH, 0.66, 0.82, "it is from the heel to the big toe's joint"},
    {FF_FOOT_HEEL_WIDTH, FF_FOOT_BALL_WIDTH, 0.50, 0.95, "the heel is the narrower end"},
    {FF_FOOT_WIDTH_80, FF_FOOT_BALL_WIDTH, 0.60, 1.06, "percent are of the length, from the heel"},
    {FF_FOOT_WIDTH_88, FF_FOOT_BALL_WIDTH, 0.40, 1.03, "percent are of the length, from the heel"},
    {FF_FOOT_WIDTH_94, FF_FOOT_BALL_WIDTH, 0.20, 1.00, "percent are of the length, from the heel"},
    {FF_FOOT_WIDTH_88, FF_FOOT_WIDTH_80, 0.50, 1.04, "percent are of the length, from the heel"},
    {FF_FOOT_WIDTH_94, FF_FOOT_WIDTH_88, 0.40, 1.04, "percent are of the length, from the heel"},
};

const ff_foot_share *ff_foot_share_broken(const double *values, const bool *newer) {
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        const ff_foot_share *s = &shares[i];
        double part = values[s->part], whole = values[s->whole];
        bool looked_at = newer == NULL || newer[s->part] || newer[s->whole];
        /* What is not known breaks nothing: NAN is neither less nor more. */
        if (looked_at && (part < s->least * whole || part > s->most * whole)) {
            return s;
        }
    }
    return NULL;
}

double ff_foot_kind_least(ff_foot_kind kind) {
    return is_kind(kind) ? kinds[kind].least : 0;
}

double ff_foot_kind_most(ff_foot_kind kind) {
    return is_kind(kind) ? kinds[kind].most : 0;
}

const char *ff_foot_method_name(ff_foot_method method) {
    return (int)method >= 0 && method < FF_FOOT_METHOD_COUNT ? methods[method].name : NULL;
}

const char *ff_foot_method_words(ff_foot_method method) {
    return (int)method >= 0 && method < FF_FOOT_METHOD_COUNT ? methods[method].words : NULL;
}

int ff_foot_method_of_name(const char *name) {
    return row_of_name(methods, FF_FOOT_METHOD_COUNT, name);
}

const char *ff_foot_time_name(ff_foot_time time) {
    return (int)time >= 0 && time < FF_FOOT_TIME_COUNT ? times[time].name : NULL;
}

const char *ff_foot_time_words(ff_foot_time time) {
    return (int)time >= 0 && time < FF_FOOT_TIME_COUNT ? times[time].words : NULL;
}

int ff_foot_time_of_name(const char *name) {
    return row_of_name(times, FF_FOOT_TIME_COUNT, name);
}

/* Of a length or a width, in mm. */
static double error_of_method(ff_foot_method method) {
    switch (method) {
    case FF_FOOT_BY_CALIPER:
    case FF_FOOT_BY_SCAN:
        return 2;
    case FF_FOOT_BY_OUTLINE:
    case FF_FOOT_BY_RULER:
    case FF_FOOT_BY_CLINICIAN:
    case FF_FOOT_BY_BRANNOCK: /* read to half a size of 4.2 mm, and placed by hand */
        return 3;
    default:
        return 5;
    }
}

double ff_foot_usual_error(ff_foot_kind kind, ff_foot_method method) {
    const ff_home_test *test;
    const ff_test_measure *measure = ff_home_test_of_figure(&ff_knowledge_built_in, kind, &test);
    if (measure != NULL) {
        return ff_home_test_figure_error(measure);
    }
    switch (kind) {
    case FF_FOOT_GIRTH: /* the tape's pull and place */
        return method == FF_FOOT_BY_SCAN ? 3 : 5;
    case FF_FOOT_ARCH_INDEX:
        return 0.02;
    case FF_FOOT_CHIPPAUX:
    case FF_FOOT_STAHELI:
        return 0.05;
    case FF_FOOT_FPI:
        return 2;
    default:
        return error_of_method(method);
    }
}

bool ff_foot_method_sizes(ff_foot_method method) {
    return method != FF_FOOT_BY_WET_PRINT && method != FF_FOOT_BY_SITTING;
}
