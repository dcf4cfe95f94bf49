#include "report/patterns_report.h"

#include "base/number.h"
#include "report/assessment.h"
#include "report/form_report.h"
#include "report/load_report.h"
#include "report/pattern_words.h"

#include <footfall/knowledge.h>

#include <math.h>

#define NAMED_RUNS        12
#define SLOPE_THAT_COUNTS 0.2 /* minutes a week */

static void line(ff_text *out, const char *words) {
    if (words != NULL) {
        ff_text_wrap(out, "  ", words, FF_TEXT_WIDTH);
    }
}

static void item(ff_text *out, const char *words) {
    if (words != NULL) {
        ff_text_wrap(out, "  - ", words, FF_TEXT_WIDTH);
    }
}

const char *ff_run_ids_text(const ff_run_ids *runs, ff_arena *arena) {
    const char *text = runs->count == 1 ? "run " : "runs ";
    for (size_t i = 0; i < runs->count && i < NAMED_RUNS && text != NULL; i++) {
        text =
            ff_arena_printf(arena, "%s%s%lld", text, i > 0 ? ", " : "", (long long)runs->items[i]);
    }
    return runs->count <= NAMED_RUNS || text == NULL
               ? text
               : ff_arena_printf(arena, "%s and %zu more", text, runs->count - NAMED_RUNS);
}

/* ---- when ---- */

static void order_line(const ff_timing *t, ff_arena *arena, ff_text *out) {
    if (isnan(t->p)) {
        line(out,
             ff_arena_printf(arena, "Earlier or later over the weeks: too few runs to tell (%zu).",
                             t->runs));
    } else if (t->p > FF_CLEAR_ORDER) {
        line(out,
             ff_arena_printf(arena, "Earlier or later over the weeks: no clear order in %zu runs.",
                             t->runs));
    } else {
        bool tells =
            fabs(t->minutes_a_week) >= SLOPE_THAT_COUNTS &&
            (t->minutes_a_week > 0) == t->later; /* onsets alone may stay where they were */
        const char *slope = !tells ? ""
                                   : ff_arena_printf(arena, ", by about %s min a week",
                                                     FF_FIXED(fabs(t->minutes_a_week), 1));
        line(out,
             ff_arena_printf(
                 arena, "Over %s weeks it came %s from run to run%s (%zu runs; by chance in %s).",
                 FF_FIXED(t->weeks, 0), t->later ? "later" : "sooner", slope, t->runs,
                 ff_chance_words(t->p, arena)));
    }
}

static void lengths_line(const ff_timing *t, ff_arena *arena, ff_text *out) {
    static const char *const lengths[FF_LENGTHS] = {"under 30 min", "of 30 to 60 min",
                                                    "of 60 min and more"};
    const char *text = "";
    for (int i = 0; i < FF_LENGTHS && text != NULL; i++) {
        if (t->said[i] > 0) {
            text = ff_arena_printf(arena, "%s%s%zu of %zu runs %s", text, text[0] ? ", " : "",
                                   t->numb[i], t->said[i], lengths[i]);
        }
    }
    if (text != NULL && text[0] != '\0') {
        line(out, ff_arena_printf(arena, "Numb in %s.", text));
    }
}

/* ---- what goes with it ---- */

static void with_item(const ff_pattern *p, double by_min, ff_arena *arena, ff_text *out) {
    item(out, ff_arena_printf(arena, "%s: sooner on %s; %s.", ff_pattern_name(p, arena),
                              ff_pattern_side(p, p->with_more, arena),
                              ff_pattern_counts(p, by_min, arena)));
    const char *chance =
        ff_arena_printf(arena,
                        "So clear an order comes by chance in %s, all that was looked at counted. "
                        "Numb: %s; not: %s.",
                        ff_chance_words(p->p_of_all, arena), ff_run_ids_text(&p->numb, arena),
                        ff_run_ids_text(&p->quiet, arena));
    const char *caution = p->caution != NULL ? ff_arena_printf(arena, "But %s.", p->caution) : NULL;
    const char *along =
        p->along != NULL
            ? ff_arena_printf(arena, "It may be the %s instead, which goes along with it.",
                              p->along)
            : NULL;
    const char *const all[] = {chance, along, caution};
    for (int i = 0; i < 3; i++) {
        const char *words = all[i];
        if (words != NULL) {
            ff_text_wrap(out, "    ", words, FF_TEXT_WIDTH);
        }
    }
}

static size_t count_state(const ff_patterns *patterns, ff_pattern_state state) {
    size_t count = 0;
    for (size_t i = 0; i < patterns->count; i++) {
        count += patterns->items[i].state == state;
    }
    return count;
}

static void with_lines(const ff_patterns *patterns, ff_arena *arena, ff_text *out) {
    ff_text_add(out, "\nWhat goes with it\n");
    if (patterns->looked_at == 0) {
        line(out, "Nothing can be told yet: it takes 4 runs that were numb by the usual minute and "
                  "4 that "
                  "went on as long and were not.");
        return;
    }
    if (count_state(patterns, FF_PATTERN_GOES_WITH) == 0) {
        line(out, ff_arena_printf(arena, "Nothing so far, of %zu things looked at.",
                                  patterns->looked_at));
    }
    for (size_t i = 0; i < patterns->count; i++) {
        if (patterns->items[i].state == FF_PATTERN_GOES_WITH) {
            with_item(&patterns->items[i], patterns->by_min, arena, out);
        }
    }
    line(out,
         ff_arena_printf(
             arena,
             "Each onset is compared with your other runs of the same four weeks that "
             "were still going on at that minute. What goes with it need not cause it.%s",
             patterns->changed > 0 ? " Runs on which you changed something are left out." : ""));
    if (patterns->older > 0) {
        line(out,
             ff_arena_printf(arena, "The most recent %zu runs are compared, %zu older ones not.",
                             patterns->runs, patterns->older));
    }
}

/* Each of that state with its counts and the range of its odds. */
static void odds_items(const ff_patterns *patterns, ff_pattern_state state, ff_arena *arena,
                       ff_text *out) {
    for (size_t i = 0; i < patterns->count; i++) {
        const ff_pattern *p = &patterns->items[i];
        if (p->state != state) {
            continue;
        }
        const char *along =
            p->along != NULL
                ? ff_arena_printf(arena, "; it goes along with %s and cannot be told from it",
                                  p->along)
                : "";
        item(out,
             ff_arena_printf(arena, "%s: %s; %s times the odds (90 %% range %s to %s)%s.",
                             ff_pattern_name(p, arena),
                             ff_pattern_counts(p, patterns->by_min, arena), FF_FIXED(p->odds, 1),
                             FF_FIXED(p->odds_low, 1), FF_FIXED(p->odds_high, 1), along));
    }
}

static void absent_lines(const ff_patterns *patterns, ff_arena *arena, ff_text *out) {
    if (count_state(patterns, FF_PATTERN_ABSENT) > 0) {
        ff_text_add(out, "\nWhat makes no great difference\n");
        odds_items(patterns, FF_PATTERN_ABSENT, arena, out);
    }
}

static void unknown_lines(const ff_patterns *patterns, ff_arena *arena, ff_text *out) {
    static const ff_pattern_state states[] = {FF_PATTERN_TOO_FEW, FF_PATTERN_ALIKE,
                                              FF_PATTERN_NOT_RECORDED};
    ff_text_add(out, "\nWhat the runs cannot tell\n");
    odds_items(patterns, FF_PATTERN_UNCLEAR, arena, out);
    for (size_t s = 0; s < sizeof states / sizeof *states; s++) {
        const char *names = "";
        for (size_t i = 0; i < patterns->count && names != NULL; i++) {
            if (patterns->items[i].state == states[s]) {
                names = ff_arena_printf(arena, "%s%s%s", names, names[0] ? ", " : "",
                                        ff_pattern_name(&patterns->items[i], arena));
            }
        }
        if (names != NULL && names[0] != '\0') {
            item(out, ff_arena_printf(arena, "%s: %s.", names, ff_pattern_why_not(states[s])));
        }
    }
}

/* ---- what is taken from it ---- */

/* In the words of the question: "only in one pair of shoes: yes". */
static const char *answer_words(const ff_finding *f, ff_arena *arena) {
    const ff_fact *fact = ff_knowledge_fact(&ff_knowledge_built_in, f->id);
    int level = fact != NULL ? ff_fact_level(fact, f->value) : -1;
    return level < 0 ? ff_arena_printf(arena, "%s: %s", f->id, f->value)
                     : ff_arena_printf(arena, "%s: %s", fact->name, fact->levels[level].text);
}

static void findings_lines(const ff_finding_list *findings, ff_arena *arena, ff_text *out) {
    bool head = false;
    for (size_t i = 0; i < findings->count; i++) {
        const ff_finding *f = &findings->items[i];
        if (f->state != FF_SAID) {
            continue;
        }
        if (!head) {
            ff_text_add(out, "\nWhat your runs answer, so that 'ask' need not\n");
            head = true;
        }
        item(out,
             ff_arena_printf(arena, "%s (%s; 'ask %s')", answer_words(f, arena), f->from, f->id));
    }
}

void ff_patterns_report_text(const ff_assessment *assessment, const ff_runs_summary *summary,
                             const ff_runs_told *told, const char *program, ff_arena *arena,
                             ff_text *out) {
    if (assessment->flag_count > 0 || assessment->open_count > 0) {
        ff_report_flags_text(out, assessment);
        ff_text_add_char(out, '\n');
    }
    ff_runs_summary_text(summary, out);
    if (summary->began != NULL) {
        lengths_line(&told->timing, arena, out);
        order_line(&told->timing, arena, out);
        with_lines(&told->patterns, arena, out);
        absent_lines(&told->patterns, arena, out);
        unknown_lines(&told->patterns, arena, out);
    }
    ff_form_report_text(&told->form, arena, out);
    ff_load_report_text(&told->load, arena, out);
    ff_wear_report_text(&told->wear, arena, out);
    findings_lines(&told->findings, arena, out);
    ff_text_addf(out, "\nOne run in full:          %s show RUN\n", program);
    ff_text_addf(out, "If an answer is wrong:    %s ask QUESTION, and yours counts\n", program);
}

/* ---- in short ---- */

void ff_patterns_in_short_text(const ff_runs_told *told, const char *program, ff_arena *arena,
                               ff_text *out) {
    const char *overstride = ff_overstride_words(&told->form, arena);
    for (size_t i = 0; i < told->patterns.count; i++) {
        const ff_pattern *p = &told->patterns.items[i];
        if (p->state == FF_PATTERN_GOES_WITH) {
            line(out, ff_arena_printf(arena, "It comes sooner on %s: %s (numb: %s).",
                                      ff_pattern_side(p, p->with_more, arena),
                                      ff_pattern_counts(p, told->patterns.by_min, arena),
                                      ff_run_ids_text(&p->numb, arena)));
        }
    }
    if (overstride != NULL) {
        line(out, ff_arena_printf(arena, "Overstriding: %s.", overstride));
    }
    if (overstride != NULL || told->patterns.looked_at > 0) {
        line(out, ff_arena_printf(arena, "More: %s patterns", program));
    }
}

/* ---- JSON ---- */

static void write_count(ff_json *json, const char *name, size_t count) {
    ff_json_name(json, name);
    ff_json_uint(json, count);
}

static void write_ids(ff_json *json, const char *name, const ff_run_ids *runs) {
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < runs->count; i++) {
        ff_json_int(json, runs->items[i]);
    }
    ff_json_end_array(json);
}

static void write_pattern(ff_json *json, const ff_pattern *p) {
    ff_json_object(json);
    ff_json_text_member(json, "id", p->id);
    ff_json_text_member(json, "which", p->which);
    ff_json_text_member(json, "name", p->name);
    ff_json_text_member(json, "state", ff_pattern_state_name(p->state));
    ff_json_text_member(json, "why_not", ff_pattern_why_not(p->state));
    ff_json_text_member(json, "unit", p->unit[0] != '\0' ? p->unit : NULL);
    ff_json_result_member(json, "cut", p->cut);
    ff_json_text_member(json, "more", p->more);
    ff_json_text_member(json, "less", p->less);
    write_count(json, "more_numb", p->more_numb);
    write_count(json, "more_not", p->more_quiet);
    write_count(json, "less_numb", p->less_numb);
    write_count(json, "less_not", p->less_quiet);
    write_count(json, "with", p->with);
    write_count(json, "without", p->without);
    bool compared = p->state == FF_PATTERN_UNCLEAR || p->state == FF_PATTERN_ABSENT ||
                    p->state == FF_PATTERN_GOES_WITH;
    if (compared) {
        ff_json_text_member(json, "sooner_with", p->with_more ? "more" : "less");
        ff_json_result_member(json, "odds_ratio", p->odds);
        ff_json_result_member(json, "low", p->odds_low);
        ff_json_result_member(json, "high", p->odds_high);
        ff_json_result_member(json, "p", p->p);
        ff_json_result_member(json, "p_of_all", p->p_of_all);
        write_ids(json, "runs_numb", &p->numb);
        write_ids(json, "runs_not", &p->quiet);
    }
    ff_json_text_member(json, "along_with", p->along);
    ff_json_text_member(json, "caution", p->caution);
    ff_json_text_member(json, "finding", p->finding);
    ff_json_text_member(json, "value", p->value);
    ff_json_end_object(json);
}

static void write_timing(ff_json *json, const ff_timing *t) {
    static const char *const lengths[FF_LENGTHS] = {"under_30_min", "30_to_60_min", "over_60_min"};
    ff_json_object(json);
    for (int i = 0; i < FF_LENGTHS; i++) {
        ff_json_name(json, lengths[i]);
        ff_json_object(json);
        write_count(json, "runs", t->said[i]);
        write_count(json, "numb", t->numb[i]);
        ff_json_end_object(json);
    }
    write_count(json, "runs", t->runs);
    ff_json_result_member(json, "weeks", t->weeks);
    ff_json_result_member(json, "p", t->p);
    if (!isnan(t->p)) {
        ff_json_text_member(json, "order",
                            t->p > FF_CLEAR_ORDER ? "none"
                            : t->later            ? "later"
                                                  : "sooner");
    }
    ff_json_result_member(json, "minutes_a_week", t->minutes_a_week);
    ff_json_end_object(json);
}

static void write_finding(ff_json *json, const ff_finding *f) {
    static const char *const states[] = {
        [FF_NOT_ASKED] = "open", [FF_NOT_SURE] = "cannot_tell", [FF_SAID] = "told"};
    const ff_fact *fact = ff_knowledge_fact(&ff_knowledge_built_in, f->id);
    int level = fact != NULL && f->value != NULL ? ff_fact_level(fact, f->value) : -1;
    ff_json_object(json);
    ff_json_text_member(json, "finding", f->id);
    ff_json_text_member(json, "question", fact != NULL ? fact->question : NULL);
    ff_json_text_member(json, "answer", level >= 0 ? fact->levels[level].text : NULL);
    ff_json_text_member(json, "state", states[f->state]);
    ff_json_text_member(json, "value", f->value);
    ff_json_text_member(json, "said_by", f->said_by);
    ff_json_text_member(json, "from", f->from);
    ff_json_end_object(json);
}

void ff_patterns_report_json(const ff_assessment *assessment, const ff_runs_summary *summary,
                             const ff_runs_told *told, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    ff_json_name(&json, "triage");
    ff_report_triage_json(&json, assessment);
    ff_json_name(&json, "runs");
    ff_runs_summary_json(&json, summary);
    ff_json_name(&json, "timing");
    write_timing(&json, &told->timing);
    ff_json_result_member(&json, "by_min", told->patterns.by_min);
    write_count(&json, "compared", told->patterns.runs);
    write_count(&json, "looked_at", told->patterns.looked_at);
    write_count(&json, "left_out_changed", told->patterns.changed);
    write_count(&json, "left_out_older", told->patterns.older);
    ff_json_name(&json, "patterns");
    ff_json_array(&json);
    for (size_t i = 0; i < told->patterns.count; i++) {
        write_pattern(&json, &told->patterns.items[i]);
    }
    ff_json_end_array(&json);
    ff_json_name(&json, "form");
    ff_form_report_json(&json, &told->form);
    ff_json_name(&json, "load");
    ff_load_report_json(&json, &told->load);
    ff_json_name(&json, "gear");
    ff_wear_report_json(&json, &told->wear);
    write_count(&json, "shoes_by_turns", told->wear.rotation);
    ff_json_result_member(&json, "alternated", told->wear.alternated);
    write_count(&json, "runs_without_shoe", told->wear.no_shoe);
    ff_json_name(&json, "findings");
    ff_json_array(&json);
    for (size_t i = 0; i < told->findings.count; i++) {
        write_finding(&json, &told->findings.items[i]);
    }
    ff_json_end_array(&json);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

void ff_patterns_in_short_json(ff_json *json, const ff_runs_told *told) {
    ff_json_result_member(json, "by_min", told->patterns.by_min);
    ff_json_name(json, "goes_with");
    ff_json_array(json);
    for (size_t i = 0; i < told->patterns.count; i++) {
        if (told->patterns.items[i].state == FF_PATTERN_GOES_WITH) {
            write_pattern(json, &told->patterns.items[i]);
        }
    }
    ff_json_end_array(json);
    if (told->form.overstride != FF_OVERSTRIDE_UNKNOWN) {
        ff_json_name(json, "overstride");
        ff_json_object(json);
        ff_json_text_member(json, "state", ff_overstride_name(told->form.overstride));
        ff_json_result_member(json, "p", told->form.p);
        ff_json_result_member(json, "low", told->form.p_low);
        ff_json_result_member(json, "high", told->form.p_high);
        ff_json_end_object(json);
    }
}
