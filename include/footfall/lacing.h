/* Lacings: how a lace runs through the eyelets of a shoe, how it pulls, and where it presses.
 *
 * A lacing is an ordered list of eyelet visits, from one end of the lace to the other. Rows are
 * counted from the toes (row 1); left and right are those of the right shoe as its wearer looks
 * down on it, and the left shoe is laced as its mirror image. The ends are tied at the middle of
 * the highest row that is used.
 *
 * The throat is taken as flat: s runs along it from row 1 (0) to the top row, x across it. Forces
 * are in units of the pull on an end. Where the numbers come from: lengths and forces are computed
 * from the geometry and a rule of friction; that an eyelet never turns the lace by less than 90
 * degrees, how wide a crossing presses and the friction itself are judgement. Nothing that was read
 * tells true pressures, so pressures are only compared: with those of criss-cross.
 */
#ifndef FOOTFALL_LACING_H
#define FOOTFALL_LACING_H

#include <footfall/error.h>
#include <footfall/text.h>

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Pairs of eyelets of a shoe. Patterns are made for 4 pairs and more. */
#define FF_LACING_MOST_PAIRS    12
#define FF_LACING_PATTERN_PAIRS 4
#define FF_LACING_USUAL_PAIRS   6

/* Every eyelet once, and as many loops. */
#define FF_LACING_MOST_VISITS 48
/* Bytes of the longest sequence that is read. */
#define FF_LACING_MOST_TEXT 512
#define FF_LACING_LACES     2

typedef struct ff_lacing_visit {
    unsigned char row; /* 1 at the toes */
    bool right;
    bool loop; /* through the straight stretch of lace between row - 1 and row of that side, instead
                  of through the eyelet; it lies half a row below row */
} ff_lacing_visit;

typedef struct ff_lacing {
    ff_lacing_visit visits[FF_LACING_MOST_VISITS];
    size_t count;
    size_t second; /* where the visits of a second lace begin; 0: there is one lace */
} ff_lacing;

/* Reads "L6 R5 L4 R3 L2 R1 L1 R2 L3 R4 L5 R6": visits with blanks or commas between, whatever the
 * case; "loopR7" goes through the loop at R7; " / " begins a second lace. FF_ERR_VALUE (where:
 * "sequence"; offset: the byte) for what is no eyelet, an eyelet visited twice, a lace that never
 * crosses, a loop that nothing makes; FF_ERR_LIMIT for a text that is too long. */
ff_code ff_lacing_parse(const char *text, ff_lacing *lacing, ff_error *error);

/* FF_ERR_VALUE (where: "sequence") when an eyelet is visited that a shoe of so many pairs has not.
 */
ff_code ff_lacing_check(const ff_lacing *lacing, int pairs, ff_error *error);

/* What ff_lacing_parse reads back as the same lacing. */
void ff_lacing_print(const ff_lacing *lacing, ff_text *out);
/* One visit: "L6", "loopR7". */
#define FF_LACING_VISIT_SIZE 8
const char *ff_lacing_visit_text(const ff_lacing_visit *visit, char text[FF_LACING_VISIT_SIZE]);

/* Left and right swapped: the other shoe of the pair. */
ff_lacing ff_lacing_mirrored(const ff_lacing *lacing);

/* Whether two lacings are one: mirrored and from either end. */
bool ff_lacing_same(const ff_lacing *a, const ff_lacing *b);

/* The highest row that is visited. */
int ff_lacing_top_row(const ff_lacing *lacing);

/* ---- patterns ---- */

#define FF_LACING_NAME_SIZE 64

/* The lacing of that name in a shoe of so many pairs. Names: those of ff_lacing_pattern_name,
 * window_G (rows G and G + 1 joined straight; also several: window_2_4), skip_R (row R left out),
 * and top_free, open_toe or lock before _window_G. FF_ERR_VALUE (where: "pattern" or "pairs"). */
ff_code ff_lacing_pattern(const char *name, int pairs, ff_lacing *lacing, ff_error *error);

/* The names of the table of patterns; NULL behind the last. */
const char *ff_lacing_pattern_name(int i);

/* What a pattern is for, in a few words; NULL when it is none of the table. Borrowed. */
const char *ff_lacing_pattern_use(const char *name);

/* The pattern in plain words: "criss-cross with a window between rows 3 and 4". */
#define FF_LACING_WORDS_SIZE 160
void ff_lacing_pattern_words(const char *name, int pairs, char words[FF_LACING_WORDS_SIZE]);

/* The name of a lacing that is in the table of patterns for so many pairs; false: in none. */
bool ff_lacing_recognise(const ff_lacing *lacing, int pairs, char name[FF_LACING_NAME_SIZE]);

/* ---- forces ---- */

typedef struct ff_lacing_shoe {
    int pairs;       /* of the whole throat, also those that are not laced */
    double width_mm; /* between the eyelets of a row */
    double pitch_mm; /* between rows */
    double ends_mm;  /* of lace beyond the knot, each */
    double friction; /* of the lace in the eyelets; 0: settled or tightened row by row; 0.15 to 0.3:
                        pulled at the top only (recalled for polyester) */
    double spread_mm;             /* half as wide as one crossing presses (judgement) */
    double pull[FF_LACING_LACES]; /* on the ends of each lace; 1 unless told */
} ff_lacing_shoe;

/* 6 pairs, 40 mm across, rows 16 mm apart, ends of 250 mm, settled. */
ff_lacing_shoe ff_lacing_shoe_usual(void);

/* FF_ERR_VALUE (where: the option, such as "width") for what no shoe has: pairs 2 to 12, width 10
 * to 120 mm, pitch 5 to 50 mm, ends 0 to 1000 mm, friction 0 to 1. */
ff_code ff_lacing_shoe_check(const ff_lacing_shoe *shoe, ff_error *error);

#define FF_LACING_MOST_SEGMENTS (FF_LACING_MOST_VISITS + 2 * FF_LACING_LACES)

/* A straight stretch of lace. */
typedef struct ff_lacing_segment {
    int from, to;      /* visits; -1: the knot */
    int lace;          /* 0, 1 */
    double x[2], s[2]; /* mm */
    double length_mm;
    double pull;
} ff_lacing_segment;

/* Where lace crosses the middle of the throat, and how strongly it draws the sides together. */
typedef struct ff_lacing_crossing {
    double s_mm;
    double force;
} ff_lacing_crossing;

typedef enum ff_lacing_zone {
    FF_ZONE_TOE,
    FF_ZONE_MID,
    FF_ZONE_ANKLE,
    FF_ZONE_COUNT
} ff_lacing_zone;

typedef struct ff_lacing_forces {
    ff_lacing_segment segments[FF_LACING_MOST_SEGMENTS];
    size_t segment_count;
    ff_lacing_crossing crossings[FF_LACING_MOST_SEGMENTS]; /* by s; within 0.6 mm they are one */
    size_t crossing_count;
    double lace_mm[FF_LACING_LACES]; /* length of each lace with its ends; 0: there is none */
    double length_mm;                /* of both together */
    int passes;                      /* through eyelets */
    double closing;                  /* sum of the crossings */
    double zones[FF_ZONE_COUNT];     /* the same by thirds of the whole throat */
    double least_pull;               /* of the slackest stretch */
} ff_lacing_forces;

/* Pulled from both ends; a turn by beta at an eyelet (at least 90 degrees) lets exp(-friction *
 * beta) of the pull through, and a stretch has the larger of what comes from either end. */
void ff_lacing_forces_of(const ff_lacing *lacing, const ff_lacing_shoe *shoe,
                         ff_lacing_forces *forces);

/* How hard it presses at s, in pulls a mm: sum of forces, each spread as a triangle of half-width
 * spread_mm. (Laplace's law divides it by the radius of the instep, which is the same for all
 * lacings of a foot and so left out.) */
double ff_lacing_pressure_at(const ff_lacing_forces *forces, const ff_lacing_shoe *shoe,
                             double s_mm);
/* The most of it from one place to another. */
double ff_lacing_peak(const ff_lacing_forces *forces, const ff_lacing_shoe *shoe, double from_mm,
                      double to_mm);
/* The mean of it over the throat, from row 1 to the top row of the shoe. */
double ff_lacing_mean_pressure(const ff_lacing_forces *forces, const ff_lacing_shoe *shoe);

/* ---- choosing by where it presses ---- */

#define FF_LACING_MOST_SPOTS 6

typedef struct ff_lacing_spot {
    const char *id;        /* "instep" */
    const char *name;      /* "the middle of the instep" */
    const char *clinical;  /* "over the tarsometatarsal joints"; "" when there is none */
    double from_mm, to_mm; /* along the throat */
} ff_lacing_spot;

typedef struct ff_lacing_wish {
    ff_lacing_spot spots[FF_LACING_MOST_SPOTS];
    size_t spot_count;
    bool heel_slip;
} ff_lacing_wish;

/* Adds the spots that a word means in that shoe: toes, ball, instep, upper_instep, ankle, top
 * (instep and upper_instep), a region's id (DMM), or a place such as 40mm from row 1. One that is
 * there already is not added again. FF_ERR_VALUE (where: "where"). */
ff_code ff_lacing_add_spot(const char *word, const ff_lacing_shoe *shoe, ff_lacing_wish *wish,
                           ff_error *error);
/* The words, for completion and help; NULL behind the last. */
const char *ff_lacing_spot_word(int i);
/* The spot word of a region of the foot's map on which laces press; NULL: they do not. */
const char *ff_lacing_spot_of_region(const char *region);

typedef enum ff_lacing_state {
    FF_LACING_EASES,  /* every named spot, by a fifth or more, at equal hold */
    FF_LACING_PARTLY, /* one named spot at least, and presses on none more than criss-cross */
    FF_LACING_LITTLE, /* none, and presses on none more */
    FF_LACING_RAISES  /* presses a named spot more than criss-cross, at equal pull or at equal hold
                       */
} ff_lacing_state;

typedef struct ff_lacing_verdict {
    char name[FF_LACING_NAME_SIZE];
    ff_lacing lacing;
    double pulls[FF_LACING_LACES];
    double hold_factor; /* times as hard to pull as criss-cross for the same closing force */
    /* The hardest pressure anywhere on each spot, as a share of criss-cross' there: pulled as hard,
     * and holding as firmly. Infinite where criss-cross presses nothing. */
    double at_pull[FF_LACING_MOST_SPOTS], at_hold[FF_LACING_MOST_SPOTS];
    ff_lacing_state state;
    size_t worst; /* the spot with the largest share */
    bool locks;   /* holds the heel */
} ff_lacing_verdict;

/* The table, windows for each spot with and without a lock, combinations; and one being judged. */
#define FF_LACING_MOST_VERDICTS 72

typedef struct ff_lacing_choice {
    ff_lacing_wish wish;
    ff_lacing_shoe shoe;
    ff_lacing_verdict
        verdicts[FF_LACING_MOST_VERDICTS]; /* as they were looked at: what the rule names
                                              first, then the other patterns, then combinations */
    size_t count;
    size_t combined;   /* combinations of windows that were looked at beside */
    size_t chosen;     /* index; count when none of them is: criss-cross, loosened */
    bool loosen_first; /* the whole instep: a lower pull eases all of it at once */
    bool heel_open;    /* the heel slips, and nothing that locks it spares the spots */
    /* Whether the chosen one, pulled at the top only (friction FF_LACING_FRESH_FRICTION), would
     * press a spot more than criss-cross that is pulled so; which one the most, and how hard. */
    bool fresh_raises;
    size_t fresh_worst;
    double fresh_share;
} ff_lacing_choice;

/* Of a lace that was just pulled at the top (recalled for polyester: 0.15 to 0.3). */
#define FF_LACING_FRESH_FRICTION 0.2

/* Chooses. What is chosen never presses any named spot harder than criss-cross does at its hardest
 * there, neither at equal pull nor at equal hold, in the state of friction that the shoe tells. */
void ff_lacing_choose(const ff_lacing_wish *wish, const ff_lacing_shoe *shoe,
                      ff_lacing_choice *choice);

/* ---- threading ---- */

typedef enum ff_lacing_move {
    FF_MOVE_START, /* the first stretch, under or over the tongue, between `from` and `to` */
    FF_MOVE_CROSS, /* to the other side, another row */
    FF_MOVE_BAR,   /* straight across */
    FF_MOVE_UP,    /* along the same side */
    FF_MOVE_LOOP,  /* through the loop of the other side */
    FF_MOVE_TIE
} ff_lacing_move;

typedef struct ff_lacing_step {
    ff_lacing_move move;
    int lace;
    int end;      /* 0: the one that is drawn solid, 1: the dotted one; START and TIE: both */
    int from, to; /* visits; of TIE the last of each end */
    bool down;    /* into the eyelet from above; else up through it from below */
    bool over;    /* it passes over lace that lies there already */
} ff_lacing_step;

#define FF_LACING_MOST_STEPS (FF_LACING_MOST_VISITS + 2)

/* The steps in an order in which they can be done: the lowest stretch first, then the ends in turn,
 * each row before the next. */
size_t ff_lacing_steps(const ff_lacing *lacing, ff_lacing_step steps[FF_LACING_MOST_STEPS]);

/* ---- the lace to buy ---- */

/* More lace for each pass through an eyelet, because the side has a thickness (judgement). */
#define FF_LACING_PASS_MM 4.0

/* The next length that shops sell (recalled), in mm; 0: longer than they are sold. */
double ff_lacing_shop_length(double needed_mm);

/* ---- one sheet: all that is shown of one lacing ---- */

typedef struct ff_lacing_press {
    double s_mm, force;
    double at_pull, at_hold; /* pressure there, as a share of the mean of criss-cross */
} ff_lacing_press;

/* Where felt lies under the tongue: a strip at either side of the sore line, which stays free. */
typedef struct ff_lacing_pad {
    double from_mm, to_mm; /* along the throat */
} ff_lacing_pad;

/* Between the two strips, and how far they go beyond the sore place (judgement). */
#define FF_LACING_PAD_FREE_MM   12.0
#define FF_LACING_PAD_BEYOND_MM 10.0

typedef struct ff_lacing_sheet {
    char pattern[FF_LACING_NAME_SIZE]; /* "own": none of the table */
    char words[FF_LACING_WORDS_SIZE];  /* as of ff_lacing_pattern_words */
    const char *use;                   /* as of ff_lacing_pattern_use */
    ff_lacing lacing;
    ff_lacing_shoe shoe;
    ff_lacing_forces forces;
    ff_lacing_forces crisscross; /* of the same shoe, pulled with 1 */
    double hold_factor;
    ff_lacing_press presses[FF_LACING_MOST_SEGMENTS]; /* one a crossing */
    ff_lacing_press usual[FF_LACING_MOST_SEGMENTS];   /* of criss-cross */
    ff_lacing_step steps[FF_LACING_MOST_STEPS];
    size_t step_count;
    double needed_mm[FF_LACING_LACES], buy_mm[FF_LACING_LACES];
    double end_mm[FF_LACING_LACES]
                 [2]; /* from the middle of the first stretch to the tip of each end */
    ff_lacing_pad
        pads[FF_LACING_MOST_SPOTS]; /* for the spots of the choice, joined where they meet */
    size_t pad_count;
    const ff_lacing_choice *choice; /* NULL: the pattern was given */
} ff_lacing_sheet;

/* Fills the sheet of a lacing in a shoe; name may be NULL: it is looked up. choice is borrowed. */
void ff_lacing_sheet_of(const ff_lacing *lacing, const ff_lacing_shoe *shoe, const char *name,
                        const ff_lacing_choice *choice, ff_lacing_sheet *sheet);

#ifdef __cplusplus
}
#endif

#endif
