/* Patterns of lacing, made by rule for any number of pairs. */
#ifndef FOOTFALL_REMEDY_LACING_PATTERN_H
#define FOOTFALL_REMEDY_LACING_PATTERN_H

#include <footfall/lacing.h>

typedef enum ff_lacing_kind {
    FF_PATTERN_ZIGZAG, /* both ends from side to side, but where they run straight */
    FF_PATTERN_BARS,
    FF_PATTERN_SHOP,
    FF_PATTERN_TWO
} ff_lacing_kind;

typedef struct ff_lacing_rule {
    ff_lacing_kind kind;
    unsigned rows;     /* of a zigzag: bit r, row r is used */
    unsigned straight; /* of a zigzag: bit r, the lace runs straight from row r to the next that is
                          used */
    bool lock;         /* straight from row n - 1 to n and through the loop of the other side */
} ff_lacing_rule;

#define FF_LACING_ROW(r) (1u << (r))

/* Rows from first to last. */
unsigned ff_lacing_rows(int first, int last);

/* The rule of criss-cross, of a name, of a window. */
ff_lacing_rule ff_lacing_zigzag(int first, int last, unsigned straight);
ff_code ff_lacing_rule_named(const char *name, int pairs, ff_lacing_rule *rule, ff_error *error);

void ff_lacing_from_rule(const ff_lacing_rule *rule, int pairs, ff_lacing *lacing);

/* The name by which ff_lacing_rule_named finds that zigzag, such as "top_free_window_3"; rows are
 * all, or all but row 1 or the top row. */
void ff_lacing_name_zigzag(const ff_lacing_rule *rule, int pairs, char name[FF_LACING_NAME_SIZE]);

#endif
