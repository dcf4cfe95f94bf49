#include "remedy/lacing_pattern.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

unsigned ff_lacing_rows(int first, int last) {
    unsigned rows = 0;
    for (int r = first; r <= last; r++) {
        rows |= FF_LACING_ROW(r);
    }
    return rows;
}

ff_lacing_rule ff_lacing_zigzag(int first, int last, unsigned straight) {
    return (ff_lacing_rule){
        .kind = FF_PATTERN_ZIGZAG, .rows = ff_lacing_rows(first, last), .straight = straight};
}

/* ---- the table ---- */

typedef ff_lacing_rule rule_of(int pairs);

static ff_lacing_rule crisscross(int pairs) {
    return ff_lacing_zigzag(1, pairs, 0);
}

static ff_lacing_rule straight_bar(int pairs) {
    (void)pairs;
    return (ff_lacing_rule){.kind = FF_PATTERN_BARS};
}

static ff_lacing_rule shoe_shop(int pairs) {
    (void)pairs;
    return (ff_lacing_rule){.kind = FF_PATTERN_SHOP};
}

static ff_lacing_rule two_laces(int pairs) {
    (void)pairs;
    return (ff_lacing_rule){.kind = FF_PATTERN_TWO};
}

/* Windows in turn with crossings, from the top down. */
static ff_lacing_rule bowtie(int pairs) {
    unsigned straight = 0;
    for (int r = pairs - 1; r >= 1; r -= 2) {
        straight |= FF_LACING_ROW(r);
    }
    return ff_lacing_zigzag(1, pairs, straight);
}

static ff_lacing_rule window_low(int pairs) {
    return ff_lacing_zigzag(1, pairs, FF_LACING_ROW(pairs / 2 - 1));
}

static ff_lacing_rule window_mid(int pairs) {
    return ff_lacing_zigzag(1, pairs, FF_LACING_ROW(pairs / 2));
}

static ff_lacing_rule window_high(int pairs) {
    return ff_lacing_zigzag(1, pairs, FF_LACING_ROW(pairs / 2 + 1));
}

static ff_lacing_rule without_row(int pairs, int row) {
    ff_lacing_rule rule = crisscross(pairs);
    rule.rows &= ~FF_LACING_ROW(row);
    return rule;
}

static ff_lacing_rule skip_mid(int pairs) {
    return without_row(pairs, pairs / 2 + 1);
}

static ff_lacing_rule top_free(int pairs) {
    return ff_lacing_zigzag(1, pairs - 1, 0);
}

static ff_lacing_rule top_free2(int pairs) {
    return ff_lacing_zigzag(1, pairs - 2, 0);
}

static ff_lacing_rule open_toe(int pairs) {
    return ff_lacing_zigzag(2, pairs, 0);
}

static ff_lacing_rule wide_toe(int pairs) {
    return ff_lacing_zigzag(1, pairs, ff_lacing_rows(1, 2));
}

static ff_lacing_rule high_arch(int pairs) {
    return ff_lacing_zigzag(1, pairs, ff_lacing_rows(2, pairs - 2));
}

static ff_lacing_rule lock(int pairs) {
    ff_lacing_rule rule = crisscross(pairs);
    rule.lock = true;
    return rule;
}

static const struct {
    const char *name;
    rule_of *rule;
    const char *use;
    const char *words; /* NULL: made from the rule */
} table[] = {
    {"crisscross", crisscross, "the usual: draws evenly, holds firmly", "criss-cross"},
    {"straight_bar", straight_bar, "spreads the pull evenly, and holds less when pulled as hard",
     "straight bars (ladder)"},
    {"bowtie", bowtie, "windows in turn; the shortest lace that closes all rows", "bow-tie (army)"},
    {"shoe_shop", shoe_shop,
     "one end straight from the inner toe eyelet to the opposite top: lifts the toe box over a "
     "sore "
     "nail",
     "shoe shop (toe lift)"},
    {"window_low", window_low, "no crossing over a sore spot low on the instep", NULL},
    {"window_mid", window_mid, "no crossing over a sore spot at the middle of the instep", NULL},
    {"window_high", window_high, "no crossing over a sore spot high on the instep", NULL},
    {"skip_mid", skip_mid, "leaves out a row that presses", NULL},
    {"top_free", top_free, "free at the front of the ankle", "criss-cross, top row free"},
    {"top_free2", top_free2, "free at the front of the ankle, holds the heel less",
     "criss-cross, top two rows free"},
    {"open_toe", open_toe, "room for swollen or wide toes", "criss-cross, row 1 free"},
    {"wide_toe", wide_toe, "room at the toes and ball, keeps row 1",
     "wide toe: rows 1 to 3 straight up"},
    {"high_arch", high_arch,
     "nothing crosses the instep between the second row and the last but one", NULL},
    {"lock", lock, "holds a heel that slips, and so allows a lower pull",
     "heel lock (runner's loop)"},
    {"two_laces", two_laces, "front and back tied each for itself, as tight as each likes it",
     "two laces, front and back"},
};
#define TABLE_COUNT ((int)(sizeof table / sizeof *table))

const char *ff_lacing_pattern_name(int i) {
    return i >= 0 && i < TABLE_COUNT ? table[i].name : NULL;
}

static int find_named(const char *name) {
    int i = 0;
    while (i < TABLE_COUNT && strcmp(table[i].name, name) != 0) {
        i++;
    }
    return i < TABLE_COUNT ? i : -1;
}

const char *ff_lacing_pattern_use(const char *name) {
    int i = find_named(name);
    return i >= 0 ? table[i].use : NULL;
}

/* ---- names with numbers ---- */

/* "_2_4" as bits, each number a row below pairs; 0: it is none. */
static unsigned read_rows(const char *text, int pairs) {
    unsigned rows = 0;
    while (*text == '_' && text[1] >= '1' && text[1] <= '9') {
        char *end;
        long row = strtol(text + 1, &end, 10);
        if (row >= pairs) {
            return 0;
        }
        rows |= FF_LACING_ROW(row);
        text = end;
    }
    return *text == '\0' ? rows : 0;
}

/* What stands before _window_G, and the rule that it names. */
static const char *read_base(const char *name, int pairs, ff_lacing_rule *rule) {
    static const char *const bases[] = {"top_free_", "open_toe_", "lock_"};
    *rule = crisscross(pairs);
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        size_t length = strlen(bases[i]);
        if (strncmp(name, bases[i], length) == 0) {
            *rule = i == 0 ? top_free(pairs) : i == 1 ? open_toe(pairs) : lock(pairs);
            return name + length;
        }
    }
    return name;
}

static bool read_window(const char *name, int pairs, ff_lacing_rule *rule) {
    const char *rest = read_base(name, pairs, rule);
    if (strncmp(rest, "window_", 7) != 0) {
        return false;
    }
    rule->straight = read_rows(rest + 6, pairs);
    unsigned both = rule->rows & rule->rows >> 1; /* this row and the next are used */
    both &= rule->lock ? ~FF_LACING_ROW(pairs - 1) : ~0u;
    return rule->straight != 0 && (rule->straight & ~both) == 0;
}

static bool read_skip(const char *name, int pairs, ff_lacing_rule *rule) {
    unsigned row = strncmp(name, "skip_", 5) == 0 ? read_rows(name + 4, pairs + 1) : 0;
    *rule = crisscross(pairs);
    rule->rows &= ~row;
    return row != 0 && (row & (row - 1)) == 0;
}

ff_code ff_lacing_rule_named(const char *name, int pairs, ff_lacing_rule *rule, ff_error *error) {
    if (pairs < FF_LACING_PATTERN_PAIRS || pairs > FF_LACING_MOST_PAIRS) {
        return ff_fail(
            error, FF_ERR_VALUE, "pairs", FF_NO_OFFSET,
            "patterns are for %d to %d pairs of eyelets, not for %d: a lacing of your own "
            "may have fewer (--sequence)",
            FF_LACING_PATTERN_PAIRS, FF_LACING_MOST_PAIRS, pairs);
    }
    int i = find_named(name);
    if (i >= 0) {
        *rule = table[i].rule(pairs);
        return FF_OK;
    }
    if (read_window(name, pairs, rule) || read_skip(name, pairs, rule)) {
        return FF_OK;
    }
    char names[400] = "";
    for (i = 0; i < TABLE_COUNT; i++) {
        size_t used = strlen(names);
        snprintf(names + used, sizeof names - used, "%s%s", i > 0 ? ", " : "", table[i].name);
    }
    return ff_fail(error, FF_ERR_VALUE, "pattern", FF_NO_OFFSET,
                   "'%.60s' is no pattern for %d pairs: there are %s, window_G (rows G and G + 1 "
                   "straight, such as window_3) and skip_R (row R left out)",
                   name, pairs, names);
}

/* ---- making ---- */

static void visit(ff_lacing *lacing, int row, bool right, bool loop) {
    lacing->visits[lacing->count++] = (ff_lacing_visit){(unsigned char)row, right, loop};
}

/* Appends one half of a zigzag from the lowest row of `rows` up. */
static void climb(const ff_lacing_rule *rule, int pairs, bool right, ff_lacing *half) {
    int below = 0;
    for (int r = 1; r <= pairs; r++) {
        if (!(rule->rows & FF_LACING_ROW(r)) || (rule->lock && r == pairs)) {
            continue;
        }
        right = below > 0 && !(rule->straight & FF_LACING_ROW(below)) ? !right : right;
        visit(half, r, right, false);
        below = r;
    }
    if (rule->lock) {
        visit(half, pairs, right, false);
        visit(half, pairs, !right, true);
    }
}

/* The two halves become one lace: the first from its end down, the second up. */
static void join(const ff_lacing *first, const ff_lacing *second, ff_lacing *lacing) {
    for (size_t i = first->count; i-- > 0;) {
        lacing->visits[lacing->count++] = first->visits[i];
    }
    for (size_t i = 0; i < second->count; i++) {
        lacing->visits[lacing->count++] = second->visits[i];
    }
}

static void make_zigzag(const ff_lacing_rule *rule, int pairs, ff_lacing *lacing) {
    ff_lacing left = {0}, right = {0};
    climb(rule, pairs, false, &left);
    climb(rule, pairs, true, &right);
    join(&left, &right, lacing);
}

/* One half has the bars of every other row. `row`: its first one. */
static void climb_bars(int row, int pairs, bool right, ff_lacing *half) {
    visit(half, 1, right, false);
    for (; row < pairs; row += 2) {
        visit(half, row, right, false);
        right = !right;
        visit(half, row, right, false);
    }
    visit(half, pairs, right, false);
}

/* Both halves come up on the same side when the pairs are odd: the one that would pass a row
 * crosses. */
static void make_bars(int pairs, ff_lacing *lacing) {
    ff_lacing left = {0}, right = {0};
    climb_bars(2, pairs, false, &left);
    climb_bars(3, pairs, true, &right);
    ff_lacing_visit *a = &left.visits[left.count - 1], *b = &right.visits[right.count - 1];
    if (a->right == b->right) {
        ff_lacing_visit *passing = pairs % 2 == 0 ? a : b;
        passing->right = !passing->right;
    }
    join(&left, &right, lacing);
}

static void make_shop(int pairs, ff_lacing *lacing) {
    visit(lacing, pairs, true, false);
    for (int r = 1; r < pairs; r++) {
        visit(lacing, r, false, false);
        visit(lacing, r, true, false);
    }
    visit(lacing, pairs, false, false);
}

static void make_two(int pairs, ff_lacing *lacing) {
    ff_lacing_rule front = ff_lacing_zigzag(1, pairs / 2, 0);
    ff_lacing_rule back = ff_lacing_zigzag(pairs / 2 + 1, pairs, 0);
    make_zigzag(&front, pairs, lacing);
    lacing->second = lacing->count;
    make_zigzag(&back, pairs, lacing);
}

void ff_lacing_from_rule(const ff_lacing_rule *rule, int pairs, ff_lacing *lacing) {
    lacing->count = lacing->second = 0;
    switch (rule->kind) {
    case FF_PATTERN_ZIGZAG:
        make_zigzag(rule, pairs, lacing);
        break;
    case FF_PATTERN_BARS:
        make_bars(pairs, lacing);
        break;
    case FF_PATTERN_SHOP:
        make_shop(pairs, lacing);
        break;
    case FF_PATTERN_TWO:
        make_two(pairs, lacing);
        break;
    }
}

ff_code ff_lacing_pattern(const char *name, int pairs, ff_lacing *lacing, ff_error *error) {
    ff_lacing_rule rule;
    ff_code code = ff_lacing_rule_named(name, pairs, &rule, error);
    if (code == FF_OK) {
        ff_lacing_from_rule(&rule, pairs, lacing);
    }
    return code;
}

/* ---- naming ---- */

void ff_lacing_name_zigzag(const ff_lacing_rule *rule, int pairs, char name[FF_LACING_NAME_SIZE]) {
    const char *base = rule->lock                             ? "lock_"
                       : !(rule->rows & FF_LACING_ROW(1))     ? "open_toe_"
                       : !(rule->rows & FF_LACING_ROW(pairs)) ? "top_free_"
                                                              : "";
    size_t used = (size_t)snprintf(name, FF_LACING_NAME_SIZE, "%swindow", base);
    for (int r = 1; r < pairs && used < FF_LACING_NAME_SIZE; r++) {
        if (rule->straight & FF_LACING_ROW(r)) {
            used += (size_t)snprintf(name + used, FF_LACING_NAME_SIZE - used, "_%d", r);
        }
    }
}

static bool recognise_named(const ff_lacing *lacing, const char *name, int pairs) {
    ff_lacing made;
    return ff_lacing_pattern(name, pairs, &made, NULL) == FF_OK && ff_lacing_same(lacing, &made);
}

bool ff_lacing_recognise(const ff_lacing *lacing, int pairs, char name[FF_LACING_NAME_SIZE]) {
    for (int i = 0; i < TABLE_COUNT; i++) {
        snprintf(name, FF_LACING_NAME_SIZE, "%s", table[i].name);
        if (recognise_named(lacing, name, pairs)) {
            return true;
        }
    }
    for (int r = 1; r <= pairs; r++) {
        static const char *const forms[] = {"window", "skip"};
        for (size_t f = 0; f < 2; f++) {
            snprintf(name, FF_LACING_NAME_SIZE, "%s_%d", forms[f], r);
            if (recognise_named(lacing, name, pairs)) {
                return true;
            }
        }
    }
    return false;
}

/* Appends to words, cut where they are full. */
__attribute__((format(printf, 2, 3))) static void append(char *words, const char *format, ...) {
    size_t used = strlen(words);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(words + used, FF_LACING_WORDS_SIZE - used, format, arguments);
    va_end(arguments);
}

/* "a window between rows 2 and 3 and rows 4 to 6 straight up" */
static void add_windows(unsigned straight, int pairs, char *words) {
    const char *before = "";
    for (int r = 1; r < pairs; r++) {
        int first = r;
        while (r < pairs && straight & FF_LACING_ROW(r)) {
            r++;
        }
        if (r == first + 1) {
            append(words, "%sa window between rows %d and %d", before, first, r);
        } else if (r > first) {
            append(words, "%srows %d to %d straight up", before, first, r);
        }
        before = r > first ? " and " : before;
    }
}

static void add_zigzag(const ff_lacing_rule *rule, int pairs, char *words) {
    unsigned missing = ff_lacing_rows(1, pairs) & ~rule->rows;
    append(words, "%s", rule->lock ? "heel lock" : "criss-cross");
    if (rule->straight != 0) {
        append(words, " with ");
        add_windows(rule->straight, pairs, words);
    }
    for (int r = 1; r <= pairs; r++) {
        if (missing & FF_LACING_ROW(r)) {
            append(words, ", row %d %s", r, r == 1 || r == pairs ? "free" : "left out");
        }
    }
}

void ff_lacing_pattern_words(const char *name, int pairs, char words[FF_LACING_WORDS_SIZE]) {
    ff_lacing_rule rule = {0};
    int i = find_named(name);
    words[0] = '\0';
    if (i >= 0 && table[i].words != NULL) {
        append(words, "%s", table[i].words);
    } else if (ff_lacing_rule_named(name, pairs, &rule, NULL) == FF_OK) {
        add_zigzag(&rule, pairs, words);
    } else {
        append(words, "a lacing of your own");
    }
}
