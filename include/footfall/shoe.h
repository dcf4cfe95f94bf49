/* A shoe, what was measured of it, and which shoe a run was run in. */
#ifndef FOOTFALL_SHOE_H
#define FOOTFALL_SHOE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ff_shoe {
    int64_t id;
    const char *name;     /* the runner's own; unique, upper and lower case of A-Z being the same */
    int64_t created_at_s; /* UTC seconds */
    int64_t retired_at_s; /* UTC seconds; 0: still in use */
    bool km_before_known; /* it was told how far it had gone before the runs kept here */
    double km_before;     /* 0 where that is not known */
} ff_shoe;

typedef struct ff_shoe_list {
    ff_shoe *items;
    size_t count;
} ff_shoe_list;

typedef struct ff_run_shoe {
    int64_t run_id;
    int64_t shoe_id;
    const char *shoe_name;
    const char *said_by;
    int64_t said_at_s; /* UTC seconds */
} ff_run_shoe;

typedef struct ff_run_shoe_list {
    ff_run_shoe *items;
    size_t count;
} ff_run_shoe_list;

/* What is known of a shoe beside its name: X(identifier, name, unit, words, least, most). Inner
 * widths at 80, 88 and 94 % are at that share of the inner length, from the heel. */
#define FF_SHOE_KIND_LIST(X)                                                                       \
    X(FF_SHOE_INNER_LENGTH, "inner_length", "mm", "inner length", 180, 350)                        \
    X(FF_SHOE_BALL_WIDTH, "ball_width", "mm", "inner width at the ball", 55, 140)                  \
    X(FF_SHOE_WIDTH_80, "width_80", "mm", "inner width at 80 %", 40, 140)                          \
    X(FF_SHOE_WIDTH_88, "width_88", "mm", "inner width at 88 %", 30, 130)                          \
    X(FF_SHOE_WIDTH_94, "width_94", "mm", "inner width at 94 %", 20, 120)                          \
    X(FF_SHOE_SOCK, "sock_mm", "mm", "thickness of the sock", 0, 10)                               \
    X(FF_SHOE_INSOLE, "insole_mm", "mm", "insole thicker than the one it came with", -10, 15)      \
    X(FF_SHOE_KM_BEFORE, "km_before", "km", "run in it before the runs kept here", 0, 20000)

#define FF_SHOE_ENUM(id, name, unit, words, least, most) id,
typedef enum ff_shoe_kind { FF_SHOE_KIND_LIST(FF_SHOE_ENUM) FF_SHOE_KIND_COUNT } ff_shoe_kind;
#undef FF_SHOE_ENUM

/* How the inside was measured. */
#define FF_SHOE_METHOD_LIST(X)                                                                     \
    X(FF_SHOE_BY_SOCKLINER, "sockliner", "tracing of the sockliner")                               \
    X(FF_SHOE_BY_STICK, "stick", "stick or tape put into the shoe")                                \
    X(FF_SHOE_BY_CALIPER, "caliper", "caliper")                                                    \
    X(FF_SHOE_BY_MAKER, "maker", "told by the maker")                                              \
    X(FF_SHOE_BY_OTHER, "other", "another way")

#define FF_SHOE_ENUM(id, name, words) id,
typedef enum ff_shoe_method {
    FF_SHOE_METHOD_LIST(FF_SHOE_ENUM) FF_SHOE_METHOD_COUNT
} ff_shoe_method;
#undef FF_SHOE_ENUM

typedef struct ff_shoe_figure {
    int64_t id;
    int64_t shoe_id;
    ff_shoe_kind kind;
    double value; /* as measured; NAN: what was said before is taken back */
    double error; /* how far off it may be: 9 of 10 measurings lie within it */
    ff_shoe_method method;
    const char *said_by;
    int64_t said_at_s; /* UTC seconds */
} ff_shoe_figure;

typedef struct ff_shoe_figure_list {
    ff_shoe_figure *items;
    size_t count;
} ff_shoe_figure_list;

/* What a shoe is usually worn with, and the size on its label. */
#define FF_SHOE_LABEL_LIST(X)                                                                      \
    X(FF_SHOE_USUAL_INSOLE, "insole")                                                              \
    X(FF_SHOE_USUAL_SOCK, "sock")                                                                  \
    X(FF_SHOE_USUAL_LACING, "lacing")                                                              \
    X(FF_SHOE_SIZE, "size") /* "EU 42" */

#define FF_SHOE_ENUM(id, name) id,
typedef enum ff_shoe_label_kind {
    FF_SHOE_LABEL_LIST(FF_SHOE_ENUM) FF_SHOE_LABEL_COUNT
} ff_shoe_label_kind;
#undef FF_SHOE_ENUM

typedef struct ff_shoe_label {
    int64_t shoe_id;
    ff_shoe_label_kind kind;
    const char *words; /* the runner's own, but for the size */
    int64_t said_at_s;
} ff_shoe_label;

typedef struct ff_shoe_label_list {
    ff_shoe_label *items;
    size_t count;
} ff_shoe_label_list;

/* Names as stored; NULL when out of range. The other way round: the number, or -1. */
const char *ff_shoe_kind_name(ff_shoe_kind kind);
int ff_shoe_kind_of_name(const char *name);
const char *ff_shoe_kind_words(ff_shoe_kind kind);
const char *ff_shoe_kind_unit(ff_shoe_kind kind); /* "mm", "km" */
double ff_shoe_kind_least(ff_shoe_kind kind);
double ff_shoe_kind_most(ff_shoe_kind kind);
const char *ff_shoe_method_name(ff_shoe_method method);
const char *ff_shoe_method_words(ff_shoe_method method);
int ff_shoe_method_of_name(const char *name);
const char *ff_shoe_label_name(ff_shoe_label_kind kind);
int ff_shoe_label_of_name(const char *name);

/* How far off a figure may be where nobody said: 9 of 10 measurings lie within it. Judgement. */
double ff_shoe_usual_error(ff_shoe_kind kind, ff_shoe_method method);

#ifdef __cplusplus
}
#endif

#endif
