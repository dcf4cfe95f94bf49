/* Gear: what a run was run with beside the shoe. Each is a thing of its own with a name of the
 * runner's own; "none" is a fine name for an insole.
 */
#ifndef FOOTFALL_GEAR_H
#define FOOTFALL_GEAR_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The kinds: identifier, name as stored and printed. What is stored goes by name. */
#define FF_GEAR_LIST(X)                                                                            \
    X(FF_GEAR_INSOLE, "insole")                                                                    \
    X(FF_GEAR_SOCK, "sock")                                                                        \
    X(FF_GEAR_LACING, "lacing")

#define FF_GEAR_ENUM(id, name) id,
typedef enum ff_gear_kind { FF_GEAR_LIST(FF_GEAR_ENUM) FF_GEAR_COUNT } ff_gear_kind;
#undef FF_GEAR_ENUM

const char *ff_gear_kind_name(ff_gear_kind kind); /* "insole"; NULL when out of range */
int ff_gear_kind_of_name(const char *name);       /* the kind, or -1 */

typedef struct ff_run_gear {
    int64_t run_id;
    ff_gear_kind kind;
    const char *name;    /* the runner's own; upper and lower case of A-Z being the same */
    const char *said_by; /* "runner" */
    int64_t said_at_s;   /* UTC seconds */
} ff_run_gear;

typedef struct ff_run_gear_list {
    ff_run_gear *items;
    size_t count;
} ff_run_gear_list;

#ifdef __cplusplus
}
#endif

#endif
