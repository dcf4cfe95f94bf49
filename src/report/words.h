/* Words and numbers that the reports share. */
#ifndef FOOTFALL_REPORT_WORDS_H
#define FOOTFALL_REPORT_WORDS_H

#include "base/json.h"

#include <footfall/assessment.h>

/* A probability in whole percent. */
int ff_words_percent(double p);

/* "judged S09, S12": the class in a word and what it rests on. */
void ff_words_sources(ff_text *line, const ff_basis *basis);

/* The same of a likelihood ratio: "read in S09" only when all of it was; else "judged, in part
 * read in S09". */
void ff_words_ratio_sources(ff_text *line, const ff_evidence *evidence);

/* "3.5 times as likely with it", "2.0 times less likely with it". */
void ff_words_times(ff_text *line, double ratio);

/* How strongly runs speak for one thing against another: "19 : 1", "more than 999 : 1". */
void ff_words_odds(ff_text *line, double odds);

/* Wrapped words on lines of their own. NULL, as of an arena that memory was short for: nothing; the
 * arena remembers. */
void ff_words_paragraph(ff_text *out, const char *words);
void ff_words_indented(ff_text *out, const char *words);
/* The same of a line, which is empty then. */
void ff_words_line(ff_text *line, ff_text *out);

/* That a remedy is a change which a trial can test, and the command: "To see whether it helps you:
 * 'footfall trial start lacing'." Of one that acts over weeks, that a trial can only show whether
 * numbness goes with it. Nothing for someone to see. program: as ff_app_call_me. */
void ff_words_trial_hint(ff_text *line, const char *program, const ff_remedy *remedy);
/* The same as members of an open object: "remedy", its id, and "trial", the words. */
void ff_words_trial_members(ff_json *json, const char *program, const ff_remedy *remedy);
/* The same of what a trial calls by this id. program NULL: the command alone. */
void ff_words_trial_hint_of(ff_text *line, const char *program, const char *id, ff_acting acts);

/* A change in the few words that stand in a list or a drawing: "Different lacing". NULL of words of
 * the runner's own. */
const char *ff_words_change(const char *id);

/* Members "class", "sources" and "note" into an open object; the class may be weaker than the
 * basis' own. */
void ff_words_basis_json(ff_json *json, const ff_basis *basis, char evidence_class);

/* A probability to 4 places, as a member; without name, as an item. */
void ff_words_probability_json(ff_json *json, const char *name, double p);

#endif
