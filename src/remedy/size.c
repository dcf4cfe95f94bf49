#include <footfall/size.h>

#include <math.h>
#include <string.h>
#include <strings.h>

typedef struct {
    const char *name, *words;
    double per_mm, at_0, step, half;
    char kind;
} system_row;

#define ROW(id, name, words, per_mm, at_0, step, half, kind)                                       \
    {name, words, per_mm, at_0, step, half, kind},
static const system_row systems[FF_SIZE_SYSTEM_COUNT] = {FF_SIZE_SYSTEM_LIST(ROW)};
#undef ROW

/* Children's numbers end at 13 1/2 and grown ones go on from there; EU numbers have no such end,
 * and a last made for growth is left where feet have nearly done with it (judgement). */
#define LAST_CHILD_SIZE 13.75
#define LAST_CHILD_FOOT 225.0
/* A foot that one measuring in four would put into the next label is between the two: of an error
 * that 9 of 10 lie within, 1 in 4 lies beyond this share to one side. */
#define ONE_IN_FOUR 0.41
#define ON_THE_LINE 1e-9 /* of a step: no label is missed by the last bit of a product */

static bool is_system(ff_size_system system) {
    return (int)system >= 0 && system < FF_SIZE_SYSTEM_COUNT;
}

const char *ff_size_system_name(ff_size_system system) {
    return is_system(system) ? systems[system].name : NULL;
}

const char *ff_size_system_words(ff_size_system system) {
    return is_system(system) ? systems[system].words : NULL;
}

int ff_size_system_of_name(const char *name) {
    for (int i = 0; i < FF_SIZE_SYSTEM_COUNT; i++) {
        if (strcasecmp(systems[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

double ff_size_of_foot(ff_size_system system, double foot_mm) {
    return is_system(system) ? systems[system].per_mm * foot_mm + systems[system].at_0
                             : (double)NAN;
}

double ff_foot_of_size(ff_size_system system, double size) {
    return is_system(system) ? (size - systems[system].at_0) / systems[system].per_mm : (double)NAN;
}

static ff_size_label label_with_step(ff_size_system system, double label, double step) {
    return (ff_size_label){label, ff_foot_of_size(system, label - step / 2),
                           ff_foot_of_size(system, label + step / 2)};
}

ff_size_label ff_size_label_of(ff_size_system system, double label) {
    return label_with_step(system, label, is_system(system) ? systems[system].step : (double)NAN);
}

bool ff_size_on_grid(ff_size_system system, double label) {
    if (!is_system(system)) {
        return false;
    }
    double steps = label / systems[system].step;
    return fabs(steps - round(steps)) < 1e-6;
}

static double nearest_of(double exact, double step) {
    return floor(exact / step + 0.5 + ON_THE_LINE) * step;
}

void ff_size_place_of(ff_size_system system, double foot_mm, double error_mm,
                      ff_size_place *place) {
    if (!is_system(system)) {
        *place = (ff_size_place){.exact = (double)NAN};
        return;
    }
    const system_row *row = &systems[system];
    double exact = ff_size_of_foot(system, foot_mm);
    double below = floor(exact / row->step + ON_THE_LINE) * row->step;
    double nearest = nearest_of(exact, row->step);
    double reach = ff_size_of_foot(system, foot_mm + ONE_IN_FOUR * error_mm);
    bool halves = row->step == 0.5 && system != FF_SIZE_JP; /* Japan's half is its step of 5 mm */
    *place = (ff_size_place){
        .system = system,
        .name = row->name,
        .words = row->words,
        .kind = row->kind,
        .exact = exact,
        .below = ff_size_label_of(system, below),
        .above = ff_size_label_of(system, below + row->step),
        .nearest = nearest,
        .ask = nearest_of(reach, row->step) > nearest ? nearest + row->step : nearest,
        .step_mm = row->step / row->per_mm,
        .half_mm = row->half / row->per_mm,
        .halves = halves,
        .whole = {(double)NAN, (double)NAN, (double)NAN},
        .from = ff_size_of_foot(system, foot_mm - error_mm),
        .to = ff_size_of_foot(system, foot_mm + error_mm),
    };
    if (halves) {
        place->whole = label_with_step(system, nearest_of(exact, 1), 1);
    }
}

bool ff_size_tells(ff_size_system system, double foot_mm) {
    double exact = ff_size_of_foot(system, foot_mm);
    if (!is_system(system) || !(exact >= 0)) {
        return false;
    }
    if (systems[system].kind != 'c') {
        return true;
    }
    return system == FF_SIZE_EU_CHILD ? foot_mm <= LAST_CHILD_FOOT : exact < LAST_CHILD_SIZE;
}
