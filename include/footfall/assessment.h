/* An assessment: what the answers so far say, from red flags to the next thing to try.
 *
 * A case goes in, an assessment comes out. Texts are borrowed from the knowledge tables or live in
 * the arena or object that the assessment was made with.
 */
#ifndef FOOTFALL_ASSESSMENT_H
#define FOOTFALL_ASSESSMENT_H

#include <footfall/finding.h>
#include <footfall/knowledge.h>
#include <footfall/run.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Regions drawn as numb, bit i = region i of the knowledge; 0: that foot was not drawn. */
typedef struct ff_sites {
    uint64_t left, right;
} ff_sites;

/* A run on which places were marked. */
typedef struct ff_marked_run {
    const ff_run *run;
    ff_sites sites;
} ff_marked_run;

typedef enum ff_tried_outcome {
    FF_TRIED_HELPED,
    FF_TRIED_NO_HELP,
    FF_TRIED_WORSE
} ff_tried_outcome;

typedef struct ff_tried {
    const ff_remedy *remedy;
    ff_tried_outcome outcome;
} ff_tried;

/* More changes than these cannot be told apart by one runner's runs. */
#define FF_RUNS_MOST_CHANGES 16

/* What runs with and without changes say of the causes, as evidence beside the answers. */
typedef struct ff_runs_evidence {
    const ff_remedy *const *changes; /* at most FF_RUNS_MOST_CHANGES */
    size_t change_count;
    /* Of the runs alone, for the log time ratios b of the changes: the likelihood
     * exp(-b' precision b / 2 + shift' b), near enough. */
    const double *precision;    /* change_count x change_count */
    const double *shift;        /* change_count */
    const double *log_evidence; /* one a cause of the knowledge: log chance of the runs when it is the only
                                   one, worked out without that nearness; on any scale */
    const char *const *told;    /* ids of findings that ask the same as the runs tell: they do not count */
    size_t told_count;
    const char *words;          /* "lacing 8 runs with it, 7 without" */
} ff_runs_evidence;

/* What is known of one runner. */
typedef struct ff_case {
    double age_years; /* NAN when not said; the finding "age" is then used where it suffices */
    ff_finding_list findings; /* a later entry for the same id replaces an earlier one */
    ff_finding_list also_findings; /* measured beside answers that count instead: red flags hear both */
    ff_sites sites;
    ff_sites also_sites; /* drawn beside what counts, which are runs' marks: red flags hear both */
    ff_sites ever_sites; /* marked on any run, however many runs ago: red flags hear of a place that is one
                            on either side, not of both sides together */
    const ff_marked_run *marked; /* the runs that ever_sites are of, the newest first */
    size_t marked_count;
    bool sites_gathered; /* over several runs: both feet drawn need not be numb together */
    bool checklist_asked; /* the safety checklist was gone through, and lately: not ticked and not
                             in `unsure` means no */
    double
        checklist_days; /* age in days of the oldest answer of the checklist; 0 when just asked */
    const ff_flag *const *ticked;
    size_t ticked_count;
    const ff_flag *const *unsure; /* items of the checklist that the runner is not sure of */
    size_t unsure_count;
    const ff_tried *tried;
    size_t tried_count;
    const ff_runs_evidence *runs; /* NULL: no runs that tell of changes */
    bool sooner_by_runs; /* numbness comes ever sooner from run to run, whatever was answered: what
                            does not suit a foot that gets worse is not offered. No evidence on causes */
} ff_case;

/* A red flag that fired. */
typedef struct ff_flag_raised {
    const ff_flag *flag;
    const ff_rule *rule; /* the first of its lines that held */
    const ff_marked_run *marked; /* where it is a place on either side: the runs with a mark there, the newest
                                    first; the flag stays up until the last of them is taken back */
    size_t marked_count;
} ff_flag_raised;

/* A red flag that has not fired because the runner is not sure. Not sure is not no. */
typedef struct ff_flag_open {
    const ff_flag *flag;
    const ff_fact *fact; /* the answer it waits for; NULL: its own line of the checklist */
    uint64_t levels;     /* the answers of that fact that would raise it; bit i is level i */
} ff_flag_open;

/* Answers that cannot both be true. */
typedef struct ff_contradiction_found {
    const ff_contradiction *contradiction;
    const ff_rule *rule;   /* the first of its lines that held */
    const char **between;  /* ids of what clashes: findings, flags of the checklist, "sites", and
                              "runs" for what runs or a measurement tell */
    size_t between_count;
    const char **left_out; /* those of them that do not count for the causes */
    size_t left_out_count;
} ff_contradiction_found;

/* One answer that speaks for or against one cause. */
typedef struct ff_evidence {
    const char *finding; /* id, or "sites" for the drawing, "runs" for runs with and without changes */
    const char *name;    /* a few words */
    const char *question;
    const char *answer; /* id of the level */
    const char *answer_text;
    double likelihood_ratio; /* chance of this answer with the cause over the chance without it */
    double counted;          /* what is left of it after overlapping answers are counted less */
    const ff_basis *basis;   /* of the chance with the cause */
    char evidence_class;     /* of the ratio: the weaker of both its chances, and 'c' where a
                                clinician's figures were discounted for a test at home */
    double doubt;            /* by how much it may be off, in log odds of the cause, one side */
    const char *said_by;     /* may be NULL */
    const char *from;        /* may be NULL */
} ff_evidence;

typedef struct ff_evidence_list {
    ff_evidence *items;
    size_t count;
} ff_evidence_list;

typedef struct ff_cause_result {
    const ff_cause *cause;
    const ff_cause *form; /* the cause itself, or that form of it which fits best; its words and its
                             figures are the ones to show */
    double p;         /* chance that it plays a part, given the answers; at most model.p_cap */
    double low, high; /* p when the judged numbers move within their stated bounds */
    double prior;     /* p with nothing answered */
    double prior_doubt_low, prior_doubt_high; /* how far the bounds of the priors alone move p down
                                                 and up, in log odds, never negative */
    ff_evidence_list speaks_for;     /* strongest first */
    ff_evidence_list speaks_against; /* strongest first */
    ff_evidence_list hardly_speaks;  /* answers with figures for this cause that move it by less
                                        than 15 % */
} ff_cause_result;

/* What the probabilities would be with one answer other than it is, all others staying. */
typedef struct ff_otherwise {
    const ff_fact *fact;    /* NULL: the drawing */
    const ff_level *was;    /* the answer that was given; NULL: none was, or it is the drawing */
    const ff_level *answer; /* the answer it would be; NULL: left out, as if never said */
    double chance;          /* chance of that answer as things stand; NAN when one was given */
    const double *p;        /* one a cause, at its index; at most model.p_cap */
    const ff_cause *leader; /* the cause that would be listed first */
} ff_otherwise;

typedef struct ff_otherwise_list {
    ff_otherwise *items;
    size_t count;
} ff_otherwise_list;

/* A question worth asking. */
typedef struct ff_question {
    const ff_fact *fact;  /* NULL: the safety checklist as a whole */
    bool safety;          /* its answer could alone call for a doctor sooner */
    const ff_flag *flag;  /* the flag it could raise; may be NULL */
    double expected_bits; /* expected fall in the entropy of the causes */
    const char *why;
    const char *page_why; /* why the page is asked on which it is a line (fact->page); NULL: the
                             question is asked on its own */
} ff_question;

/* One thing to try, the best first. */
typedef struct ff_suggestion {
    const ff_remedy *remedy; /* NULL: act on the flag */
    const ff_flag *flag;     /* NULL: a remedy */
    double worth;            /* expected worth over cost; 0 for a flag */
    const ff_cause *cause;   /* the cause it mostly aims at; NULL for a flag */
    bool limit;              /* only with runs that end before the numbness begins */
    bool helped;             /* the runner's own runs with it went better so far */
} ff_suggestion;

/* Which cause the runs speak for. */
typedef struct ff_runs_speak {
    const ff_cause *cause; /* the one they go best with, of those with p of 0.05 or more; NULL: no runs tell,
                              or they hardly tell */
    double times;          /* chance of the runs if it is the cause, over that if no cause is found; 1.5 or
                              more */
    double p_without;      /* its chance without the runs, at most model.p_cap */
    const char *words;     /* what was run, as in ff_runs_evidence */
} ff_runs_speak;

typedef struct ff_assessment {
    bool checklist_asked;  /* else nobody has gone through the safety checklist, or long ago */
    double checklist_days; /* as in the case */
    ff_triage_level level;
    ff_triage_level cause_level; /* what the causes alone call for */
    bool level_by_flag;          /* a flag sets it */
    bool level_by_unsure;  /* a flag the runner is not sure of sets it */
    bool level_by_contradiction; /* answers that contradict each other set it: the causes would call
                                    for less without them. None of the three: the causes do */
    ff_flag_raised *flags; /* the most urgent first */
    size_t flag_count;
    ff_flag_open *open; /* flags that wait for an answer the runner is not sure of: those of the
                           checklist first, the most urgent first */
    size_t open_count;
    ff_contradiction_found *contradictions; /* in the order of the knowledge */
    size_t contradiction_count;
    ff_cause_result *causes; /* every cause that is no form of another, the likeliest first */
    size_t cause_count;
    ff_runs_speak runs_speak;
    ff_question *questions; /* the best first; none: more answers would not change what to do */
    size_t question_count;
    ff_suggestion *suggestions;
    size_t suggestion_count;
    size_t answered;         /* findings that count as evidence, the drawing among them, and runs with changes */
    size_t not_asked;        /* findings of tier 1 that nobody answered yet */
    const ff_fact **unasked; /* those, in the order of the knowledge */
    double class_c_share;    /* share of the chances used that is judgement, 0 to 1; NAN: none */
    /* Only when an explanation was asked for, else empty. Every answer that counts, at each of its
     * other levels and left out, in the order of the knowledge; then the drawing left out. */
    ff_otherwise_list if_other;
    /* Every finding without an answer that counts (not asked, not sure), at each of its levels;
     * not those that the safety checklist has covered. */
    ff_otherwise_list if_answered;
} ff_assessment;

#ifdef __cplusplus
}
#endif

#endif
