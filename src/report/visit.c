/* What a note for a visit holds, sorted by how it is known. */
#include "report/visit.h"

#include "base/civil.h"
#include "base/number.h"
#include "base/unit.h"
#include "report/form_report.h"
#include "report/pattern_words.h"
#include "report/trial_report.h"
#include "report/words.h"

#include <assert.h>
#include <math.h>
#include <string.h>

const char *ff_visit_chance(const ff_cause_result *result, ff_arena *arena) {
    return ff_arena_printf(arena, "%d %% (%d to %d)", ff_words_percent(result->p),
                           ff_words_percent(result->low), ff_words_percent(result->high));
}

/* ---- answers ---- */

static bool is_measured(const ff_finding *finding) {
    static const char *const by[] = {"watch", "measurement", "clinician"};
    for (size_t i = 0; finding->said_by != NULL && i < sizeof by / sizeof *by; i++) {
        if (strcmp(finding->said_by, by[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* What follows from other answers is told by these. */
static bool is_implied(const ff_finding *finding) {
    return finding->said_by != NULL && strcmp(finding->said_by, "footfall") == 0;
}

/* The last word on each finding counts. */
static bool is_replaced(const ff_finding_list *list, size_t at) {
    for (size_t i = at + 1; i < list->count; i++) {
        if (strcmp(list->items[i].id, list->items[at].id) == 0) {
            return true;
        }
    }
    return false;
}

static const char *answer_words(const ff_fact *fact, const ff_finding *finding) {
    int level = finding->state == FF_SAID ? ff_fact_level(fact, finding->value) : -1;
    return level >= 0 ? fact->levels[level].text : NULL;
}

static void add_answer(ff_visit_answers *answers, const ff_fact *fact, const ff_finding *finding) {
    char date[FF_ISO_SIZE] = "";
    ff_visit_answer *answer = &answers->items[answers->count++];
    *answer =
        (ff_visit_answer){.fact = fact, .finding = finding, .words = answer_words(fact, finding)};
    if (finding->said_at_s != 0) {
        ff_iso_date(finding->said_at_s, date);
    }
    memcpy(answer->date, date, FF_VISIT_DATE - 1);
}

/* In the order of the knowledge, so that the same answers stand in the same order whenever they
 * were given. */
static void sort_answers(ff_visit *visit, ff_arena *arena) {
    const ff_finding_list *list = &visit->from.runner->findings;
    visit->said.items = ff_arena_take(arena, list->count + 1, sizeof(ff_visit_answer));
    visit->measured.items = ff_arena_take(arena, list->count + 1, sizeof(ff_visit_answer));
    if (visit->said.items == NULL || visit->measured.items == NULL) {
        return;
    }
    for (size_t f = 0; f < visit->from.knowledge->fact_count; f++) {
        const ff_fact *fact = &visit->from.knowledge->facts[f];
        for (size_t i = 0; i < list->count; i++) {
            const ff_finding *finding = &list->items[i];
            if (strcmp(finding->id, fact->id) == 0 && finding->state != FF_NOT_ASKED &&
                !is_implied(finding) && !is_replaced(list, i)) {
                add_answer(is_measured(finding) ? &visit->measured : &visit->said, fact, finding);
            }
        }
    }
}

/* ---- what was measured, in words ---- */

static void add_strength(const ff_visit_source *from, ff_text *line) {
    int least = 11, most = -1;
    for (size_t i = 0; i < from->logged_count; i++) {
        const ff_onset *onset = from->logged[i].onset;
        if (onset != NULL && onset->kind != FF_ONSET_NONE && onset->strength > 0) {
            least = onset->strength < least ? onset->strength : least;
            most = onset->strength > most ? onset->strength : most;
        }
    }
    if (most > least) {
        ff_text_addf(line, "; strength %d to %d of 10", least, most);
    } else if (most > 0) {
        ff_text_addf(line, "; strength %d of 10", most);
    }
}

/* What it felt like, and on how many runs: told, and weighed in nothing. */
static void add_feelings(const ff_visit_source *from, ff_text *line) {
    const char *before = "; felt: ";
    for (int feeling = 0; feeling < FF_FEELING_COUNT; feeling++) {
        size_t runs = 0;
        for (size_t i = 0; i < from->logged_count; i++) {
            const ff_onset *onset = from->logged[i].onset;
            runs += onset != NULL && (onset->feelings >> feeling & 1) != 0;
        }
        if (runs > 0) {
            ff_text_addf(line, "%s%s (%zu run%s)", before, ff_feeling_name((ff_feeling)feeling), runs,
                         runs == 1 ? "" : "s");
            before = ", ";
        }
    }
}

static const char *onset_words(const ff_visit_source *from, ff_arena *arena) {
    const ff_runs_summary *runs = from->runs;
    char date[FF_ISO_SIZE];
    ff_text line;
    if (runs->began == NULL) {
        return from->logged_count == 0
                   ? NULL
                   : ff_arena_printf(arena, "no numbness marked on %zu runs", from->logged_count);
    }
    ff_text_init(&line, arena->allocator);
    ff_iso_date(ff_run_local_start_s(runs->began), date);
    ff_text_addf(&line, "since %s numb in %zu of %zu runs: ", date, runs->since.numb,
                 runs->since.runs);
    ff_runs_figures_words(&runs->since, &line);
    if (!isnan(runs->kilometres.median_min)) {
        ff_text_addf(&line, ", by %s km", FF_FIXED(runs->kilometres.median_min, 1));
    }
    if (!isnan(runs->earliest_min)) {
        ff_text_addf(&line, "; earliest %s min", FF_FIXED(runs->earliest_min, 0));
    }
    add_strength(from, &line);
    add_feelings(from, &line);
    if (runs->not_said > 0) {
        ff_text_addf(&line, "; %zu runs not said", runs->not_said);
    }
    return ff_arena_keep(arena, &line);
}

/* Runs with a change beside runs without, as they came: no proof, and told so. */
static const char *changes_words(const ff_visit_source *from, ff_arena *arena) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    for (size_t i = 0; i < from->runs->change_count; i++) {
        const ff_runs_change *c = &from->runs->changes[i];
        const char *known = ff_words_change(c->change);
        const char *quote = known != NULL ? "" : "\"", *words = known != NULL ? known : c->change;
        ff_text_addf(&line, "%s%s%s%s%s%s: numb in %zu of %zu runs with it, %zu of %zu without",
                     i > 0 ? "; " : "", quote, words, quote, c->shoe != NULL ? " in " : "",
                     c->shoe != NULL ? c->shoe : "", c->with.numb, c->with.runs, c->without.numb,
                     c->without.runs);
    }
    if (line.length > 0) {
        ff_text_add(&line, " (in the order they came: no proof)");
    }
    return ff_arena_keep(arena, &line);
}

static const char *patterns_words(const ff_visit_source *from, ff_arena *arena) {
    const ff_patterns *patterns = &from->told->patterns;
    ff_text line;
    ff_text_init(&line, arena->allocator);
    for (size_t i = 0; i < patterns->count; i++) {
        const ff_pattern *p = &patterns->items[i];
        if (p->state == FF_PATTERN_GOES_WITH) {
            ff_text_addf(&line, "%s%s: %s", line.length > 0 ? "; " : "", ff_pattern_name(p, arena),
                         ff_pattern_counts(p, patterns->by_min, arena));
        }
    }
    return ff_arena_keep(arena, &line);
}

static const char *form_words(const ff_visit_source *from, ff_arena *arena) {
    const ff_form *form = &from->told->form;
    const char *overstride = ff_overstride_words(form, arena);
    char pace[FF_UNIT_SIZE];
    ff_text line;
    if (form->runs.count == 0 || overstride == NULL) {
        return NULL;
    }
    ff_text_init(&line, arena->allocator);
    ff_unit_format_duration(1000 / form->speed_mps, pace);
    ff_text_addf(&line, "step rate %s a minute at %s min/km (usual %s; %zu runs); overstriding %s",
                 FF_FIXED(form->cadence_spm, 0), pace, FF_FIXED(form->usual_cadence_spm, 0),
                 form->runs.count, overstride);
    if (form->stance_runs > 0) {
        ff_text_addf(&line, "; ground contact %s ms (usual %s)", FF_FIXED(form->stance_ms, 0),
                     FF_FIXED(form->usual_stance_ms, 0));
    }
    if (form->balance_runs > 0 && !isnan(form->balance_left)) {
        ff_text_addf(&line, "; left %s %% of it", FF_FIXED(form->balance_left, 1));
    }
    return ff_arena_keep(arena, &line);
}

static const char *load_words(const ff_visit_source *from, ff_arena *arena) {
    const ff_load_now *load = &from->told->load;
    ff_text line;
    ff_text_init(&line, arena->allocator);
    if (!isnan(from->runs->ratio)) {
        ff_text_addf(
            &line,
            "longest run of the 14 days before it began %s km, %s %% of the longest of the "
            "30 days before",
            FF_FIXED(from->runs->longest_km, 1), FF_FIXED(from->runs->ratio * 100, 0));
    }
    if (load->run_id != 0 && !isnan(load->ratio)) {
        ff_text_addf(&line, "%snewest run %s km, %s %% of the longest of 30 days",
                     line.length > 0 ? "; " : "", FF_FIXED(load->distance_m / 1000, 1),
                     FF_FIXED(load->ratio * 100, 0));
    }
    if (load->run_id != 0 && !isnan(load->week_m[0])) {
        ff_text_addf(&line, "%s%s km in the last 7 days", line.length > 0 ? "; " : "",
                     FF_FIXED(load->week_m[0] / 1000, 0));
    }
    return ff_arena_keep(arena, &line);
}

static const char *shoes_words(const ff_visit_source *from, ff_arena *arena) {
    const ff_wear_list *wear = &from->told->wear;
    ff_text line;
    ff_text_init(&line, arena->allocator);
    for (size_t i = 0; i < wear->count; i++) {
        const ff_wear *w = &wear->items[i];
        ff_text_addf(&line, "%s%s%s%s %s%s km", line.length > 0 ? "; " : "",
                     strcmp(w->kind, "shoe") == 0 ? "" : w->kind,
                     strcmp(w->kind, "shoe") == 0 ? "" : " ", w->name, w->whole ? "" : "at least ",
                     FF_FIXED(w->distance_m / 1000, 0));
        if (w->said > 0) {
            ff_text_addf(&line, ", numb in %zu of %zu runs", w->numb, w->said);
        }
    }
    return ff_arena_keep(arena, &line);
}

static void add_foot_figure(const ff_foot_figure *f, ff_text *line) {
    int places = ff_foot_kind_places(f->kind);
    const char *unit = ff_foot_kind_unit(f->kind);
    ff_text_addf(line, "%s%s %s: %s%s%s", line->length > 0 ? "; " : "", ff_side_word(f->side),
                 ff_foot_kind_words(f->kind), FF_FIXED(f->value, places),
                 unit[0] != '\0' ? " " : "", unit);
    if (f->error > 0) {
        ff_text_addf(line, " give or take %s", FF_FIXED(f->error, places));
    }
    ff_text_addf(line, " (%s)", ff_foot_method_words(f->method));
}

static const char *feet_words(const ff_visit_source *from, ff_arena *arena) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        for (int kind = 0; kind < FF_FOOT_KIND_COUNT; kind++) {
            if (from->feet[side][kind] != NULL) {
                add_foot_figure(from->feet[side][kind], &line);
            }
        }
    }
    return ff_arena_keep(arena, &line);
}

static const char *trial_words(const ff_visit_source *from, ff_arena *arena) {
    char date[FF_ISO_SIZE];
    ff_text line;
    if (from->trial == NULL) {
        return NULL;
    }
    ff_text_init(&line, arena->allocator);
    ff_iso_date(from->trial->started_at_s, date);
    ff_text_addf(&line, "since %s%s: ", date,
                 from->trial->end == FF_TRIAL_GOES_ON ? ", still going on" : ", ended");
    for (size_t i = 0; i < from->analysis->effect_count; i++) {
        ff_text_add(&line, i > 0 ? " " : "");
        ff_trial_effect_words(from->analysis, &from->analysis->effects[i], &line);
    }
    return ff_arena_keep(arena, &line);
}

static const struct {
    const char *id, *name;
    const char *(*words)(const ff_visit_source *from, ff_arena *arena); /* "" or NULL: nothing */
} measured[] = {{"onset", "When it comes", onset_words},
                {"goes_with", "What goes with it", patterns_words},
                {"changes", "With changes", changes_words},
                {"trial", "Trial of a change", trial_words},
                {"form", "Way of running", form_words},
                {"load", "Load", load_words},
                {"shoes", "Shoes", shoes_words},
                {"feet", "Feet", feet_words}};
static_assert(sizeof measured / sizeof *measured == FF_VISIT_LINES, "each has its place");

static void measure(ff_visit *visit, ff_arena *arena) {
    for (size_t i = 0; i < FF_VISIT_LINES; i++) {
        const char *words = measured[i].words(&visit->from, arena);
        if (words != NULL && words[0] != '\0') {
            visit->lines[visit->line_count++] =
                (ff_visit_line){measured[i].id, measured[i].name, words};
        }
    }
}

/* ---- what is guessed, and what could part the causes ---- */

static void guess(ff_visit *visit) {
    const ff_assessment *a = visit->from.assessment;
    if (a->answered == 0) {
        return; /* what is then left is how common the causes are: it says nothing of this runner */
    }
    visit->causes = a->causes;
    for (size_t i = 0; i < a->cause_count && i < FF_VISIT_CAUSES; i++) {
        if (i == 0 || a->causes[i].p >= FF_VISIT_LEAST) {
            visit->cause_count = i + 1;
        }
    }
}

static bool is_examination(const ff_fact *fact) {
    return strcmp(fact->kind, "test") == 0 || strcmp(fact->kind, "sign") == 0;
}

/* Takes the test among the best; counts those for which there is no room. */
static void take_exam(ff_visit *visit, const ff_visit_exam *exam) {
    size_t at = visit->exam_count < FF_VISIT_EXAMS ? visit->exam_count++ : FF_VISIT_EXAMS - 1;
    visit->exams_left += visit->exams[at].fact != NULL; /* this one, or the least of those before */
    if (at == FF_VISIT_EXAMS - 1 && visit->exams[at].fact != NULL &&
        visit->exams[at].worth >= exam->worth) {
        return;
    }
    for (; at > 0 && visit->exams[at - 1].worth < exam->worth; at--) {
        visit->exams[at] = visit->exams[at - 1];
    }
    visit->exams[at] = *exam;
}

static bool is_answered(const ff_visit *visit, const ff_fact *fact) {
    const ff_visit_answers *lists[] = {&visit->said, &visit->measured};
    for (int l = 0; l < 2; l++) {
        for (size_t i = 0; i < lists[l]->count; i++) {
            if (lists[l]->items[i].fact == fact && lists[l]->items[i].words != NULL) {
                return true;
            }
        }
    }
    return false;
}

/* What the test tells of a cause, and which answer speaks for it. */
static void weigh(const ff_fact *fact, const ff_cause_result *cause, ff_visit_exam *exam) {
    *exam = (ff_visit_exam){.fact = fact, .cause = cause};
    for (size_t i = 0; i < fact->likelihood_count; i++) {
        if (fact->likelihoods[i].cause == cause->form) {
            exam->given = &fact->likelihoods[i];
        }
    }
    for (size_t l = 0; exam->given != NULL && l < fact->level_count; l++) {
        double ratio = exam->given->p[l] / fact->background[l];
        exam->worth += cause->p * exam->given->p[l] * log(ratio);
        if (ratio > exam->ratio) {
            exam->ratio = ratio;
            exam->answer = &fact->levels[l];
        }
    }
}

/* A test stands once, for the cause of which it tells most. */
static void examine(ff_visit *visit) {
    const ff_assessment *a = visit->from.assessment;
    for (size_t f = 0; visit->cause_count > 0 && f < visit->from.knowledge->fact_count; f++) {
        const ff_fact *fact = &visit->from.knowledge->facts[f];
        ff_visit_exam best = {0};
        for (size_t c = 0; c < a->cause_count && c < FF_VISIT_PARTED; c++) {
            ff_visit_exam exam;
            weigh(fact, &a->causes[c], &exam);
            best = exam.worth > best.worth ? exam : best;
        }
        if (best.answer != NULL && is_examination(fact) && !is_answered(visit, fact)) {
            take_exam(visit, &best);
        }
    }
}

/* ---- what was not asked ---- */

static void miss(ff_visit *visit, ff_arena *arena) {
    const ff_assessment *a = visit->from.assessment;
    const char **names = ff_arena_take(arena, a->not_asked + 4, sizeof *names);
    size_t count = 0;
    if (names == NULL) {
        return;
    }
    if (!a->checklist_asked) {
        names[count++] = "the safety questions, or not lately";
    }
    if (visit->from.medicines == NULL) {
        names[count++] = "medicines taken";
    }
    if (visit->from.map == NULL) {
        names[count++] = "where it is numb";
    }
    for (size_t i = 0; i < a->not_asked; i++) {
        names[count++] = a->unasked[i]->name;
    }
    visit->not_asked = names;
    visit->not_asked_count = count;
}

void ff_visit_make(ff_visit *visit, const ff_visit_source *from, ff_arena *arena) {
    *visit = (ff_visit){.from = *from};
    sort_answers(visit, arena);
    measure(visit, arena);
    guess(visit);
    examine(visit);
    miss(visit, arena);
}
