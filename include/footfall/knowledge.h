/* Knowledge: the medical content, as data that was compiled in from the text files of knowledge/.
 *
 * Everything here is constant and lives as long as the program. Every number carries a basis: its
 * class (a: stands in a source that was read; b: recalled from the literature; c: judgement) and
 * the sources it rests on. tools/knowledge.py checks the text and writes the tables.
 */
#ifndef FOOTFALL_KNOWLEDGE_H
#define FOOTFALL_KNOWLEDGE_H

#include <footfall/change.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How soon someone should look at it, mildest first: levels compare with < and >. */
typedef enum ff_triage_level {
    FF_SELF_CARE,   /* try something yourself */
    FF_ROUTINE,     /* have someone look at it, no hurry */
    FF_WITHIN_DAYS, /* a doctor within days */
    FF_SAME_DAY,    /* a doctor today */
    FF_EMERGENCY,   /* emergency care now */
    FF_TRIAGE_LEVEL_COUNT
} ff_triage_level;

/* "self_care", "routine", "within_days", "same_day", "emergency"; never NULL. */
const char *ff_triage_level_name(ff_triage_level level);

typedef struct ff_source {
    const char *id; /* "S09" was read, "R10" is recalled */
    const char *title;
    const char *address; /* web address or DOI; "" when there is none */
    const char *seen;    /* how much of it was read: "abstract"; "" when recalled */
} ff_source;

typedef struct ff_basis {
    char evidence_class; /* 'a', 'b' or 'c' */
    const ff_source *const *sources;
    size_t source_count; /* 0: judgement alone */
    const char *note;    /* why this number; "" when there is nothing to add */
} ff_basis;

typedef struct ff_region {
    const char *id;    /* "TP3" */
    const char *name;  /* "underside of the third toe" */
    const char *group; /* "toe", "web", "plantar", "dorsal", "heel", "medial", ... */
} ff_region;

typedef enum ff_map_kind { FF_MAP_NERVE, FF_MAP_PRESSURE, FF_MAP_OTHER } ff_map_kind;

/* Where numbness is felt when one nerve, or one place of pressure, is at fault. Bit i of a mask is
 * region i. A region is in core, in border, or in neither (outside). */
typedef struct ff_map {
    const char *id; /* "PDN3" */
    const char *name;
    ff_map_kind kind;
    uint64_t core;
    uint64_t border;
    ff_basis basis;
} ff_map;

typedef struct ff_map_weight {
    const ff_map *map;
    double weight; /* the weights of a cause sum to 1 */
} ff_map_weight;

typedef enum ff_cause_kind {
    FF_CONTRIBUTOR, /* several may be true together */
    FF_DIAGNOSIS,   /* at most one */
    FF_NO_CAUSE     /* nothing found: neither a contributor nor a diagnosis; exactly one */
} ff_cause_kind;

typedef struct ff_cause {
    size_t index; /* its own place in the table */
    const char *id;
    const char *name;     /* plain words */
    const char *clinical; /* the clinical term */
    ff_cause_kind kind;
    double prior; /* share of runners with numb feet in whom it is the main explanation */
    double prior_low, prior_high;
    ff_basis prior_basis;
    const ff_map_weight *sites;
    size_t site_count;
    ff_basis site_basis;
    const char *mechanism;
    const char *onset;    /* when in a run it tends to begin */
    const char *clears;   /* how it tends to clear */
    const char *improves; /* how long until a remedy shows */
    ff_triage_level see;  /* how soon to be seen when this is the likely cause */
    const char *see_whom;
    const char *weak; /* where its evidence is weak; "" when nothing was said */
    const struct ff_cause *form_of; /* a diagnosis of which it is another, mostly acute, form; NULL:
                                       none. A form is counted and listed as that diagnosis. */
    const char *also; /* another name for it in files of trials ("footwear"); "" when there is none */
} ff_cause;

typedef struct ff_level {
    const char *id;   /* "5_15"; "yes" and "no" of a yes/no finding */
    const char *text; /* "5 to 15 minutes" */
    double low, high; /* low <= x < high of the number behind it, in its unit; else both 0 */
} ff_level;

/* The chance of each answer when one cause, alone, is true. */
typedef struct ff_likelihood {
    const ff_cause *cause;
    const double *p; /* one a level; sums to 1 */
    ff_basis basis;
} ff_likelihood;

/* Answers that say much the same thing: together they count less than alone. */
typedef struct ff_group {
    size_t index;
    const char *id;
    const char *why;
} ff_group;

struct ff_flag;
struct ff_fact;

/* Short lines that are gone through together, on one screen. */
typedef struct ff_page {
    size_t index;
    const char *id;    /* "run" */
    const char *title; /* "What goes with it when you run? Tick all that fit." */
    const char *why;   /* why it is asked */
    bool unticked_is_no; /* a line without a mark is denied once the page was gone through; else it
                            says nothing, and each line is marked yes or no */
    const struct ff_fact *const *lines; /* yes/no findings, two or more */
    size_t line_count;
} ff_page;

/* What can be known about a runner. */
typedef struct ff_fact {
    size_t index;
    const char *id;   /* "onset_time" */
    const char *name; /* a few words: "loose laces bring the feeling back" */
    const char *kind; /* "symptom", "history", "sign", "test", "data", "safety" */
    int tier;         /* 1 an easy question; 2 asked when worth its time; 3 needs equipment */
    double seconds;   /* the runner's time: reading, thinking, a home test with its setting up */
    const char *question;
    const char *why;       /* why it is asked */
    const char *help;      /* how to do a home test; "" when not needed */
    const char *from_data; /* how runs or a measurement can answer it; "" when they cannot */
    const char *unit;      /* of the number behind the levels: "min"; "" when there is none */
    bool yes_no;           /* levels are "yes", "no" in this order */
    const ff_level *levels;
    size_t level_count;
    const ff_level *skips; /* answers that are no evidence: "unsure", "not_tried" */
    size_t skip_count;
    const double *background; /* one a level, of runners whose cause does not speak about it */
    ff_basis background_basis;
    const ff_likelihood *likelihoods; /* causes that differ from the background */
    size_t likelihood_count;
    const ff_group *group;        /* NULL: stands alone */
    bool clinician_figures;       /* the numbers describe a clinician's hands: discounted at home */
    const struct ff_flag *safety; /* checklist item that asks the same; NULL for none */
    const struct ff_flag *const *ticked_by; /* checklist items whose tick says yes to this */
    size_t ticked_by_count;
    const ff_page *page; /* on which it is a line; NULL: it is asked on its own */
    const char *line;    /* its short line there, as the runner would say it; "" without a page */
    const char *evidence;         /* where its numbers come from, and where they are weak */
} ff_fact;

typedef enum ff_term_kind {
    FF_TERM_TICKED,    /* the flag `flag` is ticked on the safety checklist */
    FF_TERM_FACT,      /* fact was answered with one of the levels in the mask */
    FF_TERM_UNKNOWN,   /* fact was not asked, or the runner is not sure */
    FF_TERM_AGE,       /* low <= age in years < high; fact is the finding that holds age bands */
    FF_TERM_BOTH_FEET, /* side said "both", or side not known and both feet drawn */
    FF_TERM_FAILED,    /* at least `low` changes were tried and did not help, or made it worse */
    FF_TERM_SAID,      /* the runner's own answer to fact is one of the levels */
    FF_TERM_MEASURED,  /* what runs or a measurement tell of fact is one of the levels */
    FF_TERM_REGION     /* region drawn on sides: 1 left, 2 right, 3 both, 0 either */
} ff_term_kind;

typedef struct ff_term {
    ff_term_kind kind;
    bool negated; /* FF_TERM_FACT: holds unless the answer is known to be one of the levels */
    const struct ff_flag *flag;
    const ff_fact *fact;
    uint64_t levels;
    double low, high;
    unsigned sides;
    uint64_t regions;
} ff_term;

/* One "when" line: it fires when all terms hold. */
typedef struct ff_rule {
    const ff_term *terms;
    size_t term_count;
    const char *text; /* as written */
} ff_rule;

typedef struct ff_flag {
    size_t index;
    const char *id;
    ff_triage_level level;
    const char *ask; /* its line on the safety checklist; "" when it only follows from answers */
    const char *why;
    const char *act; /* what to do */
    ff_basis basis;
    const ff_rule *rules; /* any of them fires the flag */
    size_t rule_count;
    bool alone; /* while it holds nothing but acting on it is offered: running would harm */
} ff_flag;

/* Of answers that contradict each other, what counts for the causes. Red flags hear all of them. */
typedef enum ff_counts {
    FF_COUNTS_NEITHER,
    FF_COUNTS_RUNS,  /* what runs or a measurement tell, not what the runner said */
    FF_COUNTS_SITES, /* the drawing */
    FF_COUNTS_FACT   /* the answer to `fact` */
} ff_counts;
/* "neither", "runs", "sites" or "finding"; never NULL. */
const char *ff_counts_name(ff_counts counts);

/* Answers that cannot both be true. */
typedef struct ff_contradiction {
    size_t index;
    const char *id;
    const char *says; /* what does not go together, in plain words */
    const char *act;  /* which answer to look at again, and how */
    ff_counts counts;
    const ff_fact *fact;  /* of FF_COUNTS_FACT; else NULL */
    const ff_rule *rules; /* it is there when any of them holds */
    size_t rule_count;
} ff_contradiction;

typedef enum ff_cost { FF_COST_FREE, FF_COST_CHEAP, FF_COST_COSTLY } ff_cost;
const char *ff_cost_name(ff_cost cost); /* "free", "cheap", "costly" */

/* What a remedy does when one cause is true: for a change, the mean and SD of the change in
 * log(time to numbness), 0.69 = twice as late; for a visit, its worth on the same scale, SD 0. */
typedef struct ff_effect {
    const ff_cause *cause;
    double mean, sd;
    ff_basis basis;
} ff_effect;

typedef struct ff_remedy {
    size_t index;
    const char *id; /* "lacing"; the ids of trials */
    bool visit;     /* see someone; else a change the runner makes */
    const char *name;
    const char *how;
    const char *dose;
    ff_cost cost;
    ff_acting acts; /* of a change the runner makes */
    const char *judge; /* when to judge whether it worked */
    const char *see_whom;
    const ff_effect *effects;
    size_t effect_count;
    const struct ff_remedy *const *not_with; /* change only one of these at a time */
    size_t not_with_count;
    bool with_flag;       /* may be tried while waiting for a doctor's visit */
    bool while_worsening; /* may be tried while the numbness gets worse week by week */
    const char *weak;
} ff_remedy;

/* What is expected of a change under a cause, in log(time to numbness). */
typedef struct ff_expected_effect {
    double mean, sd;
    const ff_basis *basis; /* NULL: nothing is said of it under this cause, so it is expected to do nothing */
} ff_expected_effect;

/* Numbers of the model itself; docs/reasoning.md says how each is used. */
typedef struct ff_model {
    double region_core, region_border, region_outside; /* P(region marked | the map's nerve) */
    double beside;           /* weight of a contributor beside a diagnosis, against one alone */
    double site_slip;        /* P(a drawing that tells nothing about the cause) */
    double site_part;        /* P(a drawing that marks only a part of the field) ... */
    double site_part_extent; /* ... and what each region's chance is then multiplied by */
    double site_power;       /* a map's likelihood is raised to this: regions hang together */
    double home_sensitivity; /* a clinician's test done at home: sensitivity times this ... */
    double home_false_positive,
        home_false_positive_cap;              /* ... false positives times this, at most */
    double p_cap;                             /* no cause is printed as surer than this */
    double odds_a, odds_b, odds_c;            /* a number's odds lie within this factor, by class */
    double level_mass[FF_TRIAGE_LEVEL_COUNT]; /* share of causes that need a level to reach it */
    double change_chance;   /* least chance of an answer that counts as able to change something */
    double change_together; /* least chance that some questions together let another cause lead */
    double try_margin; /* another thing to try is a change when worth this many times the first */
    /* Worth of a question: of a level by which the triage moves, of another first thing to try, of
     * another first cause, and of the causes' moves (squares of probability, summed). */
    double ask_level, ask_try, ask_leader, ask_movement;
    /* The runner's time: for a page's title, for each of its lines, for an easy question alone. */
    double page_seconds, line_seconds, choice_seconds, question_seconds;
    double cost_free, cost_cheap, cost_costly; /* divisors of a remedy's worth */
    double no_effect_sd; /* SD of the effect of a change that has none under a cause, as ff_effect.sd */
} ff_model;

struct ff_routine;
struct ff_home_test;
struct ff_picture;
struct ff_pad_rule;
struct ff_habit;

typedef struct ff_knowledge {
    const ff_source *sources;
    size_t source_count;
    const ff_region *regions; /* at most 64 */
    size_t region_count;
    const ff_map *maps;
    size_t map_count;
    const ff_cause *causes; /* contributors, then diagnoses, then no cause found */
    size_t cause_count;
    size_t contributor_count;
    size_t diagnosis_count;
    const ff_group *groups;
    size_t group_count;
    const ff_page *pages;
    size_t page_count;
    const ff_fact *facts;
    size_t fact_count;
    const ff_flag *flags; /* the most urgent first */
    size_t flag_count;
    const ff_contradiction *contradictions;
    size_t contradiction_count;
    const ff_remedy *remedies;
    size_t remedy_count;
    const struct ff_routine *routines; /* <footfall/body.h> */
    size_t routine_count;
    const struct ff_home_test *home_tests;
    size_t home_test_count;
    const struct ff_picture *pictures;
    size_t picture_count;
    const struct ff_pad_rule *pad;
    const struct ff_habit *habits; /* in the order of the founding article */
    size_t habit_count;
    ff_model model;
    const char *not_weighed; /* causes that are not in the table, in words, for the runner */
    const char *version;     /* first 12 hex digits of the SHA-256 over all knowledge text */
} ff_knowledge;

/* The tables that were compiled in. */
extern const ff_knowledge ff_knowledge_built_in;

/* Look-ups by id; NULL when there is none. */
const ff_fact *ff_knowledge_fact(const ff_knowledge *knowledge, const char *id);
const ff_cause *ff_knowledge_cause(const ff_knowledge *knowledge, const char *id);
const ff_flag *ff_knowledge_flag(const ff_knowledge *knowledge, const char *id);
const ff_remedy *ff_knowledge_remedy(const ff_knowledge *knowledge, const char *id);
/* What is said of a form of a cause goes before what is said of the whole. A remedy that is someone to
 * see does nothing by itself. */
ff_expected_effect ff_knowledge_effect(const ff_knowledge *knowledge, const ff_remedy *remedy,
                                       const ff_cause *cause);
/* Index of a region, or -1. */
int ff_knowledge_region(const ff_knowledge *knowledge, const char *id);
/* Index of the level that stands for a number (age 42: "30_49"), or -1. */
int ff_fact_level_of_number(const ff_fact *fact, double x);
/* Index of a level of a fact, or -1. */
int ff_fact_level(const ff_fact *fact, const char *id);
/* Whether the word is one of the fact's answers that are no evidence ("unsure", "not_tried"). */
bool ff_fact_is_skip(const ff_fact *fact, const char *id);

/* The runner's time for a finding as a line of its page: what it takes beyond an easy question, such
 * as a look at the foot, it takes there too. */
double ff_line_seconds(const ff_model *model, const ff_fact *fact);

#ifdef __cplusplus
}
#endif

#endif
