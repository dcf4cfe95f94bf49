/* A shoe, and which shoe a run was run in. */
#ifndef FOOTFALL_SHOE_H
#define FOOTFALL_SHOE_H

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

#ifdef __cplusplus
}
#endif

#endif
