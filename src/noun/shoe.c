#include <footfall/shoe.h>

#include <string.h>

typedef struct {
    const char *name, *unit, *words;
    double least, most;
} kind_row;

#define KIND(id, name, unit, words, least, most) {name, unit, words, least, most},
static const kind_row kinds[FF_SHOE_KIND_COUNT] = {FF_SHOE_KIND_LIST(KIND)};
#undef KIND

#define NAME(id, name, words) name,
static const char *const method_names[FF_SHOE_METHOD_COUNT] = {FF_SHOE_METHOD_LIST(NAME)};
#undef NAME

#define WORDS(id, name, words) words,
static const char *const method_words[FF_SHOE_METHOD_COUNT] = {FF_SHOE_METHOD_LIST(WORDS)};
#undef WORDS

#define LABEL(id, name) name,
static const char *const label_names[FF_SHOE_LABEL_COUNT] = {FF_SHOE_LABEL_LIST(LABEL)};
#undef LABEL

static int number_of(const char *const *names, int count, const char *name) {
    for (int i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

static const kind_row *row_of(ff_shoe_kind kind) {
    static const kind_row none = {0};
    return (int)kind >= 0 && kind < FF_SHOE_KIND_COUNT ? &kinds[kind] : &none;
}

const char *ff_shoe_kind_name(ff_shoe_kind kind) {
    return row_of(kind)->name;
}

int ff_shoe_kind_of_name(const char *name) {
    for (int i = 0; i < FF_SHOE_KIND_COUNT; i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

const char *ff_shoe_kind_words(ff_shoe_kind kind) {
    return row_of(kind)->words;
}

const char *ff_shoe_kind_unit(ff_shoe_kind kind) {
    return row_of(kind)->unit;
}

double ff_shoe_kind_least(ff_shoe_kind kind) {
    return row_of(kind)->least;
}

double ff_shoe_kind_most(ff_shoe_kind kind) {
    return row_of(kind)->most;
}

const char *ff_shoe_method_name(ff_shoe_method method) {
    return (int)method >= 0 && method < FF_SHOE_METHOD_COUNT ? method_names[method] : NULL;
}

const char *ff_shoe_method_words(ff_shoe_method method) {
    return (int)method >= 0 && method < FF_SHOE_METHOD_COUNT ? method_words[method] : NULL;
}

int ff_shoe_method_of_name(const char *name) {
    return number_of(method_names, FF_SHOE_METHOD_COUNT, name);
}

const char *ff_shoe_label_name(ff_shoe_label_kind kind) {
    return (int)kind >= 0 && kind < FF_SHOE_LABEL_COUNT ? label_names[kind] : NULL;
}

int ff_shoe_label_of_name(const char *name) {
    return number_of(label_names, FF_SHOE_LABEL_COUNT, name);
}

double ff_shoe_usual_error(ff_shoe_kind kind, ff_shoe_method method) {
    switch (kind) {
    case FF_SHOE_SOCK:
    case FF_SHOE_INSOLE:
        return 1;
    case FF_SHOE_KM_BEFORE:
        return 0;
    default:
        return method == FF_SHOE_BY_CALIPER || method == FF_SHOE_BY_SOCKLINER ? 2
               : method == FF_SHOE_BY_STICK                                   ? 3
                                                                              : 5;
    }
}
