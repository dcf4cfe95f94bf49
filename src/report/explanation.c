#include "report/explanation.h"

#include "base/number.h"
#include "report/assessment.h"
#include "report/pick.h"
#include "report/words.h"

#include <math.h>

/* What the paragraphs of one explanation are written from and to. */
typedef struct page {
    ff_text *text;
    ff_text *line; /* being put together */
    const ff_knowledge *knowledge;
    const ff_assessment *assessment;
    const ff_cause_result *result;
} page;

static void paragraph(page *to, const char *first) {
    ff_text_wrap(to->text, first, to->line->data, FF_TEXT_WIDTH);
    ff_text_clear(to->line);
}

static void head(page *to, const char *words) {
    ff_text_addf(to->text, "\n%s\n", words);
}

/* "22 %"; small chances are not called none. */
static void add_percent(ff_text *line, double p) {
    if (p > 0 && p < 0.005) {
        ff_text_add(line, "under 1 %");
    } else {
        ff_text_addf(line, "%d %%", ff_words_percent(p));
    }
}

static void add_range(ff_text *line, double p, double low, double high) {
    add_percent(line, p);
    ff_text_add(line, " (");
    if (high < 0.005) {
        add_percent(line, high);
    } else {
        ff_text_addf(line, "%d to %d %%", ff_words_percent(low), ff_words_percent(high));
    }
    ff_text_add(line, ")");
}

/* --- how likely, and where that starts from -------------------------------------------------- */

static void standing(page *to) {
    const ff_assessment *assessment = to->assessment;
    const ff_cause_result *result = to->result;
    size_t place = (size_t)(result - assessment->causes) + 1;
    ff_text_addf(to->line, "%s [%s]: ", result->form->name, result->form->clinical);
    add_range(to->line, result->p, result->low, result->high);
    paragraph(to, "");
    if (place == 1) {
        ff_text_addf(to->line, "It fits best so far, of %zu.", assessment->cause_count);
    } else {
        ff_text_addf(to->line, "Number %zu of %zu. \"%s\" fits best so far, with ", place,
                     assessment->cause_count, assessment->causes[0].form->name);
        add_percent(to->line, assessment->causes[0].p);
        ff_text_add(to->line, ".");
    }
    paragraph(to, "  ");
}

static void start(page *to) {
    const ff_cause *cause = to->result->form;
    head(to, "Where it starts from");
    ff_text_add(to->line, cause->kind == FF_NO_CAUSE ? "That nothing is found is held to be so in "
                                                     : "It is held to be the main cause in ");
    add_range(to->line, cause->prior, cause->prior_low, cause->prior_high);
    ff_text_add(to->line, " of runners whose feet go numb; ");
    ff_words_sources(to->line, &cause->prior_basis);
    ff_text_add(to->line, ".");
    paragraph(to, "  ");
    if (cause != to->result->cause) {
        ff_text_addf(to->line, "This is a form of \"%s\"; the two are counted as one.",
                     to->result->cause->name);
        paragraph(to, "  ");
    }
    if (cause->kind != FF_NO_CAUSE) {
        ff_text_add(to->line, "Before any answer, the chance that it plays a part, alone or with "
                              "others, is ");
        add_percent(to->line, to->result->prior);
        ff_text_add(to->line, ".");
        paragraph(to, "  ");
    }
}

/* --- what speaks for and against ------------------------------------------------------------- */

/* Whether two ratios read the same when printed. */
static bool reads_same(double a, double b) {
    return fabs(log(a) - log(b)) < 0.02;
}

static void add_counted(ff_text *line, const ff_evidence *e) {
    if (!reads_same(e->likelihood_ratio, e->counted)) {
        double times = e->counted >= 1 ? e->counted : 1 / e->counted;
        ff_text_addf(line, "; counted as %s times, for other answers say much the same",
                     FF_FIXED(ff_round_result(times), 1));
    }
}

static void evidence(page *to, const char *words, const ff_evidence_list *list) {
    if (list->count == 0) {
        return;
    }
    head(to, words);
    for (size_t i = 0; i < list->count; i++) {
        const ff_evidence *e = &list->items[i];
        ff_text_addf(to->line, "%s: %s. ", e->name, e->answer_text);
        if (fabs(e->likelihood_ratio - 1) < 0.05) {
            ff_text_add(to->line, "About as likely with it as without");
        } else {
            ff_words_times(to->line, e->likelihood_ratio);
            add_counted(to->line, e);
        }
        ff_text_add(to->line, " (");
        ff_words_ratio_sources(to->line, e);
        ff_text_add(to->line, ").");
        paragraph(to, "  - ");
    }
}

static void silent(page *to) {
    const ff_otherwise_list *list = &to->assessment->if_other;
    const char *between = "";
    for (size_t i = 0; i < list->count; i++) {
        if (ff_pick_is_silent(to->result, &list->items[i])) {
            ff_text_addf(to->line, "%s%s", between, list->items[i].fact->name);
            between = "; ";
        }
    }
    if (*between) {
        head(to, "Answers that of themselves say nothing about it (they tell on other causes)");
        paragraph(to, "  ");
    }
}

static void weighed(page *to) {
    evidence(to, "For it, the strongest first", &to->result->speaks_for);
    evidence(to, "Against it, the strongest first", &to->result->speaks_against);
    evidence(to, "Hardly either way", &to->result->hardly_speaks);
    silent(to);
    if (ff_pick_evidence_count(to->result) > 0) {
        ff_text_add(to->line,
                    "\"Times as likely\" compares how often this answer is given with this cause "
                    "and without any cause that bears on it; where it is numb is compared with the "
                    "other causes. What an answer moved in the end is under the next heading: it "
                    "may speak for this cause and still move it down, where another cause fits it "
                    "better or where it says again what another answer said.");
        ff_text_add_char(to->text, '\n');
        paragraph(to, "  ");
    } else {
        head(to, "No answer so far speaks for or against it.");
    }
}

/* --- the other way --------------------------------------------------------------------------- */

/* The ways of one finding stand together: first, and how many; how far the farthest moves. */
typedef struct turned {
    size_t first, count;
    double most;
    bool leads; /* another cause would be first */
} turned;

static turned turned_at(const page *to, size_t first) {
    const ff_otherwise_list *list = &to->assessment->if_other;
    turned t = {.first = first};
    for (size_t i = first; i < list->count && list->items[i].fact == list->items[first].fact; i++) {
        const ff_otherwise *way = &list->items[i];
        t.most = fmax(t.most, fabs(way->p[to->result->cause->index] - to->result->p));
        t.leads |= way->leader != to->assessment->causes[0].cause;
        t.count++;
    }
    return t;
}

/* A change that the rounded numbers do not show, and that leaves the order, is not told apart. */
static bool matters(const turned *t) {
    return t->most >= 0.005 || t->leads;
}

static bool comes_before(const turned *a, const turned *b) {
    return a->most > b->most || (a->most == b->most && a->first < b->first);
}

/* The one that comes next behind the last in order of what it moves; count 0 when none is left. */
static turned next_turned(const page *to, const turned *last) {
    turned best = {0};
    for (size_t i = 0; i < to->assessment->if_other.count;) {
        turned t = turned_at(to, i);
        i += t.count;
        if (comes_before(last, &t) && (best.count == 0 || comes_before(&t, &best))) {
            best = t;
        }
    }
    return best;
}

static void add_leader(page *to, const ff_otherwise *way) {
    if (way->leader == to->assessment->causes[0].cause) {
        return;
    }
    if (way->leader == to->result->cause) {
        ff_text_add(to->line, ", and this would lead");
    } else {
        ff_text_addf(to->line, ", and \"%s\" would lead", way->leader->name);
    }
}

static void one_turned(page *to, const turned *t) {
    const ff_otherwise *ways = &to->assessment->if_other.items[t->first];
    if (ways->fact) {
        ff_text_addf(to->line, "%s: %s.", ways->fact->name, ways->was->text);
    } else {
        ff_text_add(to->line, "where it is numb: as drawn.");
    }
    for (size_t i = 0; i < t->count; i++) {
        if (ways[i].answer) {
            ff_text_addf(to->line, " Had it been \"%s\": ", ways[i].answer->text);
        } else {
            ff_text_add(to->line, ways[i].fact ? " Not known: " : " Not drawn: ");
        }
        add_percent(to->line, to->result->p);
        ff_text_add(to->line, " -> ");
        add_percent(to->line, ways[i].p[to->result->cause->index]);
        add_leader(to, &ways[i]);
        ff_text_add_char(to->line, '.');
    }
    paragraph(to, "  - ");
}

static void other_way(page *to) {
    if (to->assessment->if_other.count == 0) {
        return;
    }
    head(to, "Had one answer been another, and all others as they are");
    size_t small = 0;
    turned last = {.most = INFINITY};
    for (turned t = next_turned(to, &last); t.count; t = next_turned(to, &last)) {
        if (matters(&t)) {
            one_turned(to, &t);
        } else {
            const ff_fact *fact = to->assessment->if_other.items[t.first].fact;
            ff_text_addf(to->line, "%s%s",
                         small++ ? "; "
                                 : "Less than half a percentage point, whatever the answer: ",
                         fact ? fact->name : "where it is numb");
        }
        last = t;
    }
    if (small) {
        ff_text_add_char(to->line, '.');
        paragraph(to, "  - ");
    }
}

/* --- what would move it ---------------------------------------------------------------------- */

static void movers(page *to, const char *words, const char *none, int direction) {
    enum { SHOWN = 4 };
    const ff_otherwise *picks[SHOWN];
    size_t count = ff_pick_movers(to->assessment, to->result, direction, picks, SHOWN);
    head(to, words);
    for (size_t i = 0; i < count; i++) {
        const ff_otherwise *way = picks[i];
        double p = way->p[to->result->cause->index];
        if (fabs(p - to->result->p) < 0.005 && way->leader == to->assessment->causes[0].cause) {
            count = i;
            break;
        }
        ff_text_addf(to->line, "%s \"%s\": ", way->fact->question, way->answer->text);
        add_percent(to->line, to->result->p);
        ff_text_add(to->line, " -> ");
        add_percent(to->line, p);
        add_leader(to, way);
        ff_text_add(to->line, ". How likely that answer is now: ");
        add_percent(to->line, way->chance);
        ff_text_addf(to->line, " [%s].", way->fact->id);
        paragraph(to, "  - ");
    }
    if (count == 0) {
        ff_text_add(to->line, none);
        paragraph(to, "  ");
    }
}

/* --- doubt ----------------------------------------------------------------------------------- */

static const ff_evidence *widest(const ff_cause_result *result, double below) {
    const ff_evidence *best = NULL;
    for (size_t i = 0; i < ff_pick_evidence_count(result); i++) {
        const ff_evidence *e = ff_pick_evidence(result, i);
        best = e->doubt < below && (!best || e->doubt > best->doubt) ? e : best;
    }
    return best;
}

static void doubt(page *to) {
    const ff_cause_result *result = to->result;
    double prior = ff_pick_prior_share(result);
    head(to, "How wide the range is, and why");
    ff_text_addf(to->line, "%d to %d %%. ", ff_words_percent(result->low),
                 ff_words_percent(result->high));
    if (ff_pick_evidence_count(result) == 0) {
        ff_text_add(to->line, "All of it is doubt about how common the causes are.");
        paragraph(to, "  ");
        return;
    }
    ff_text_addf(to->line,
                 "%d %% of the doubt is about how common the causes are, %d %% about how "
                 "often each answer is given with this one",
                 ff_words_percent(prior), 100 - ff_words_percent(prior));
    const ff_evidence *most = widest(result, INFINITY);
    if (most) {
        ff_text_addf(to->line, ", the most from \"%s\" (", most->name);
        add_percent(to->line, ff_pick_answer_share(result, most));
        ff_text_add(to->line, ")");
    }
    ff_text_add(to->line, ".");
    paragraph(to, "  ");
}

static void weak(page *to) {
    const ff_cause_result *result = to->result;
    size_t count = ff_pick_evidence_count(result), judged = 0;
    for (size_t i = 0; i < count; i++) {
        judged += ff_pick_evidence(result, i)->evidence_class == 'c';
    }
    head(to, "Where the knowledge is weak");
    if (*result->form->weak) {
        ff_text_add(to->line, result->form->weak);
        paragraph(to, "  ");
    }
    if (count) {
        ff_text_addf(to->line,
                     "%zu of the %zu answers that speak about it are weighed by judgement.", judged,
                     count);
        paragraph(to, "  ");
    }
    ff_text_add(
        to->line,
        "\"Read in\": the number stands in that source. \"Recalled\": from the literature, "
        "not looked up again. \"Judged\": nobody has measured it; sources named with it are "
        "what the judgement leans on.");
    paragraph(to, "  ");
}

static void sources(page *to) {
    bool any = false;
    for (size_t i = 0; i < to->knowledge->source_count; i++) {
        const ff_source *source = &to->knowledge->sources[i];
        if (!ff_pick_uses_source(to->result, source)) {
            continue;
        }
        if (!any) {
            head(to, "Sources named here");
        }
        any = true;
        ff_text_addf(to->line, "%s: %s", source->id, source->title);
        paragraph(to, "  ");
        if (*source->address) {
            ff_text_add(to->line, source->address);
            paragraph(to, "      ");
        }
    }
}

void ff_report_explanation_text(ff_text *text, const ff_knowledge *knowledge,
                                const ff_assessment *assessment, const ff_cause *cause) {
    ff_report_triage_text(text, assessment);
    if (assessment->level == FF_EMERGENCY) {
        ff_text_add(text, "\nAct on the above first. What makes the foot numb can wait.\n");
        return;
    }
    ff_text line;
    ff_text_init(&line, text->allocator);
    page to = {text, &line, knowledge, assessment, ff_pick_result(assessment, cause)};
    ff_text_add_char(text, '\n');
    standing(&to);
    start(&to);
    weighed(&to);
    other_way(&to);
    movers(&to, "What is not known and would raise it most",
           "No answer that is missing would raise it by half a percentage point.", 1);
    movers(&to, "What is not known and would lower it most",
           "No answer that is missing would lower it by half a percentage point.", -1);
    doubt(&to);
    weak(&to);
    sources(&to);
    ff_text_addf(&line, "This is not a diagnosis. Knowledge %s.", knowledge->version);
    ff_text_add_char(text, '\n');
    paragraph(&to, "");
    text->failed |= line.failed;
    ff_text_free(&line);
}
